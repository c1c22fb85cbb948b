//! The figure in words, for people who hear it instead of seeing it.

use crate::text::short_number;
use crate::view::chart::{Body, Chart};

use crate::render::figure::font::clean;
use crate::render::figure::scale::drawable;
use crate::render::figure::style::words;

/// Most rows whose values are read out; beyond it a table serves better than a description.
const MOST_ROWS: usize = 60;

/// Title and description of a figure, cleaned but not escaped.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Description {
    /// Heading.
    pub(crate) title: String,
    /// Subtitle, values and notes.
    pub(crate) text: String,
}

/// Describes a chart.
pub(crate) fn text(chart: &Chart) -> Description {
    let mut parts = vec![clean(&chart.subtitle)];
    parts.extend(values(chart));
    parts.extend(chart.notes.iter().map(|note| clean(note)));
    parts.retain(|part| !part.is_empty());
    Description {
        title: clean(&chart.title),
        text: parts.join(" · "),
    }
}

fn values(chart: &Chart) -> Vec<String> {
    let no_data = words(chart.lang).no_data;
    let number = |value: Option<f64>| match value.and_then(drawable) {
        Some(value) => short_number(value, 2, chart.lang),
        None => no_data.to_owned(),
    };
    match &chart.body {
        Body::Radar(radar) => radar
            .series
            .iter()
            .take(MOST_ROWS)
            .map(|series| {
                let values: Vec<String> = radar
                    .spokes
                    .iter()
                    .enumerate()
                    .map(|(index, spoke)| {
                        format!(
                            "{} {}",
                            clean(spoke),
                            number(series.values.get(index).copied().flatten())
                        )
                    })
                    .collect();
                format!("{}: {}", clean(&series.label), values.join("; "))
            })
            .collect(),
        Body::Dots(dots) => dots
            .lines
            .iter()
            .filter(|line| drawable(line.value).is_some())
            .map(|line| clean(&line.label))
            .chain(
                dots.rows
                    .iter()
                    .take(MOST_ROWS)
                    .map(|row| format!("{}: {}", clean(&row.label), clean(&row.value_label))),
            )
            .collect(),
        Body::Heatmap(heatmap) => vec![format!(
            "{} × {}",
            heatmap.rows.len(),
            heatmap.columns.len()
        )],
        Body::Lines(lines) => lines
            .series
            .iter()
            .take(MOST_ROWS)
            .map(|series| {
                let points: Vec<String> = lines
                    .waves
                    .iter()
                    .zip(&series.points)
                    .map(|(wave, point)| {
                        let label = point.as_ref().map_or(no_data, |it| &it.label);
                        format!("{} {}", clean(wave), clean(label))
                    })
                    .collect();
                let change = clean(&series.change_label);
                let label = clean(&series.label);
                format!("{label}: {} ({change})", points.join("; "))
            })
            .collect(),
    }
}
