//! The figures that can be asked for by name.
//!
//! A figure is one [`Figure`] in its own file and its line in [`FIGURES`]: a function from what was
//! found to a [`Chart`]. A way of drawing that is not there yet is a new
//! [`Body`], and a file in `render::figure`.

mod caption;
mod heatmap;
mod radar;
mod ranking;

use crate::text::label;

use super::chart::{Body, Chart, HeatCell};
use super::shown::Shown;
use super::trend::TrendReport;

/// Every figure, in the order in which they are named and drawn.
pub const FIGURES: &[Figure] = &[
    ranking::RANKING,
    heatmap::HEATMAP,
    radar::RADAR,
    Figure {
        name: "trend",
        of: Of::Trend(|report| report.figure()),
    },
];

/// One figure.
#[derive(Debug, Clone, Copy)]
pub struct Figure {
    /// What it is called on the command line and in names of files.
    pub name: &'static str,
    /// Of what it is, and what draws it.
    pub of: Of,
}

/// Of what a figure is.
#[derive(Debug, Clone, Copy)]
pub enum Of {
    /// Of regions compared in one wave.
    Comparison(fn(Shown) -> Chart),
    /// Of regions followed over waves.
    Trend(fn(&TrendReport) -> Chart),
}

impl Figure {
    /// The figure called `name`.
    #[must_use]
    pub fn named(name: &str) -> Option<&'static Self> {
        FIGURES.iter().find(|it| it.name == name)
    }
}

/// Most ranked regions that one figure draws, and most others: beyond that a figure is taller than any
/// page, and no longer read.
const MOST_RANKED: usize = 100;
const MOST_OTHERS: usize = 20;

/// Every figure of a comparison that has something to draw.
#[must_use]
pub fn of_comparison(shown: Shown) -> Vec<Chart> {
    let figures = FIGURES.iter().filter_map(|it| match it.of {
        Of::Comparison(draw) => Some(drawn(draw, shown)),
        Of::Trend(_) => None,
    });
    figures.filter(has_data).collect()
}

/// A figure of a comparison; of many regions only the first and the last, which it says.
#[must_use]
pub fn drawn(draw: fn(Shown) -> Chart, shown: Shown) -> Chart {
    let all = shown.comparison;
    let many = all.ranking.len() + all.unranked.len();
    let (ranked, others) = (
        all.ranking.len().min(MOST_RANKED),
        all.unranked.len().min(MOST_OTHERS),
    );
    if ranked + others == many {
        return draw(shown);
    }
    let mut some = all.clone();
    let cut = some.ranking.len() - ranked;
    some.ranking.drain(ranked / 2..ranked / 2 + cut);
    some.unranked.truncate(others);
    some.shown = some.ranking.iter().map(|it| it.assessment).collect();
    let others = some.unranked.iter().filter_map(|it| it.assessment);
    some.shown.extend(others);
    let mut chart = draw(Shown {
        comparison: &some,
        ..shown
    });
    let note = label::figure_cut(
        &shown.wording(),
        some.ranking.len() + some.unranked.len(),
        many,
    );
    chart.notes.insert(0, note);
    chart
}

/// Whether a figure shows any value: a study that has only totals has neither levels nor a profile.
#[must_use]
pub fn has_data(chart: &Chart) -> bool {
    match &chart.body {
        Body::Radar(it) => {
            let mut values = it.series.iter().flat_map(|it| &it.values);
            values.any(Option::is_some)
        }
        Body::Heatmap(it) => {
            let is_level = |it: &HeatCell| matches!(it, HeatCell::Level { .. });
            it.rows.iter().any(|row| row.cells.iter().any(is_level))
        }
        Body::Dots(it) => {
            let mut rows = it.rows.iter();
            rows.any(|it| it.value.is_some() || it.range.is_some())
        }
        Body::Lines(it) => {
            let mut points = it.series.iter().flat_map(|it| &it.points);
            points.any(Option::is_some)
        }
    }
}
