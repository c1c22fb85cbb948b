//! Numbers that become scores over all regions and waves loaded.

use crate::framework::{Framework, Indicator, Normalisation, Normalise, Orientation};
use crate::stats::{self, TOLERANCE};

use super::pooled::Pooled;

/// The values of each relatively normalised indicator over all regions and waves.
#[derive(Debug, Default)]
pub(super) struct Observed {
    /// Ascending values by node; empty for every other node.
    pub(super) by_node: Vec<Vec<f64>>,
}

impl Observed {
    /// Of all assessments, each with what its nodes pool to.
    pub(super) fn of<'a, I: Iterator<Item = &'a [Pooled]>>(
        framework: &Framework,
        assessments: impl Fn() -> I,
    ) -> Self {
        let mut by_node = vec![Vec::new(); framework.nodes().len()];
        for (at, _, indicator) in framework.indicators() {
            by_node[at] = column(at, indicator, assessments());
        }
        Self { by_node }
    }

    /// The same of one leaf alone, as `indicator` describes it.
    pub(super) fn of_leaf<'a>(
        framework: &Framework,
        at: usize,
        indicator: &Indicator,
        assessments: impl Iterator<Item = &'a [Pooled]>,
    ) -> Self {
        let mut by_node = vec![Vec::new(); framework.nodes().len()];
        by_node[at] = column(at, indicator, assessments);
        Self { by_node }
    }
}

/// The ascending values of a relatively normalised indicator; none of any other.
fn column<'a>(
    at: usize,
    indicator: &Indicator,
    assessments: impl Iterator<Item = &'a [Pooled]>,
) -> Vec<f64> {
    let Some(Normalisation::Relative(_)) = indicator.normalise else {
        return Vec::new();
    };
    let mut values: Vec<f64> = assessments
        .filter_map(|it| it[at].outcome.value())
        .map(|value| oriented(indicator, value))
        .collect();
    values.sort_by(f64::total_cmp);
    values
}

/// A value with its sign turned where less is better.
pub(super) fn oriented(indicator: &Indicator, value: f64) -> f64 {
    match indicator.direction {
        Orientation::Lower => -value,
        Orientation::Higher | Orientation::Descriptive => value,
    }
}

/// Differences this small are noise in a column of numbers up to `largest`.
fn noise(low: f64, high: f64) -> f64 {
    // Relative to the size of the numbers: a column of 1e12 has coarser noise.
    TOLERANCE * low.abs().max(high.abs()).max(1.0)
}

/// Whether a column has values and they do not vary.
pub(super) fn is_constant(sorted: &[f64]) -> bool {
    match (sorted.first(), sorted.last()) {
        (Some(low), Some(high)) => high - low <= noise(*low, *high),
        _ => false,
    }
}

/// A number against all observed ones (`sorted`, ascending); `None` for a constant column.
pub(super) fn relative(way: Normalise, value: f64, sorted: &[f64]) -> Option<f64> {
    if is_constant(sorted) {
        return None;
    }
    let (low, high) = (*sorted.first()?, *sorted.last()?);
    let noise = noise(low, high);
    match way {
        Normalise::MinMax => Some((value - low) / (high - low)),
        Normalise::ZScore => {
            let mean = stats::mean(sorted)?;
            let deviation = stats::deviation(sorted)?;
            Some((50.0 + 10.0 * (value - mean) / deviation) / 100.0)
        }
        Normalise::Rank => {
            let below = sorted.iter().filter(|it| **it < value - noise).count();
            #[expect(clippy::cast_precision_loss, reason = "counts stay far below 2^52")]
            let share = below as f64 / (sorted.len() - 1) as f64;
            Some(share)
        }
    }
}
