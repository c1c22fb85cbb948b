//! The figures that can be asked for by name.
//!
//! A figure is one [`Figure`] in its own file and its line in [`FIGURES`]: a function from what was
//! found to a [`Chart`]. A way of drawing that is not there yet is a new
//! [`Body`](super::chart::Body), and a file in `render::figure`.

mod caption;
mod heatmap;
mod radar;
mod ranking;

use super::chart::Chart;
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

/// Every figure of a comparison.
#[must_use]
pub fn of_comparison(shown: Shown) -> Vec<Chart> {
    let figures = FIGURES.iter().filter_map(|it| match it.of {
        Of::Comparison(draw) => Some(draw(shown)),
        Of::Trend(_) => None,
    });
    figures.collect()
}
