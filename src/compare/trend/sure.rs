//! Whether a change keeps its direction whatever the missing data are.

use crate::assess::{Assessment, NodeResult};
use crate::framework::{Framework, Method};
use crate::stats::TOLERANCE;
use crate::text::vocabulary;

vocabulary! {
    /// Why the direction of a change is not certain.
    #[derive(PartialOrd, Ord)]
    pub enum Unsure {
        /// What is missing could undo or reverse it.
        MissingData = "missing-data",
        /// What both waves have does not move that way.
        CommonIndicators = "common-indicators",
        /// Scores hang on what others have, so that they could be any.
        Relative = "relative",
        /// It rests on a reported number below its scale, which nobody has confirmed.
        NeedsConfirmation = "needs-confirmation",
    }
}

/// Least and greatest change of a node that what is missing leaves open.
pub(super) fn range(before: &NodeResult, after: &NodeResult) -> Option<(f64, f64)> {
    let (before_low, before_high) = before.score_low.zip(before.score_high)?;
    let (after_low, after_high) = after.score_low.zip(after.score_high)?;
    Some((after_low - before_high, after_high - before_low))
}

/// Why a change with this range is not certain: a rise or a fall is where the bounds of the two waves
/// lie apart, and no change only where nothing is missing.
pub(super) fn unsure(change: f64, range: Option<(f64, f64)>) -> Option<Unsure> {
    let Some((least, greatest)) = range else {
        return Some(Unsure::Relative);
    };
    let certain = match direction(change) {
        1 => least > TOLERANCE,
        -1 => greatest < -TOLERANCE,
        _ => greatest - least <= TOLERANCE,
    };
    (!certain).then_some(Unsure::MissingData)
}

/// Why a change that would be certain by its bounds is not: what both waves have speaks against it.
/// Bounds alone do not see what is not applicable in one of the waves.
pub(super) fn against_common(change: f64, common: Option<f64>) -> Option<Unsure> {
    let agrees = common.is_none_or(|it| direction(it) == direction(change));
    (!agrees).then_some(Unsure::CommonIndicators)
}

/// 1: up, −1: down, 0: only noise.
fn direction(change: f64) -> i8 {
    match change {
        it if it > TOLERANCE => 1,
        it if it < -TOLERANCE => -1,
        _ => 0,
    }
}

/// Whether what is known of a node rests on a reported number below its scale, at or below it.
pub(super) fn is_unconfirmed(
    framework: &Framework,
    method: &Method,
    assessment: &Assessment,
    node: usize,
) -> bool {
    let (min, _) = framework.ends(node, method.reporting);
    let lowest = assessment.pooled[node].extremes.map(|(lowest, _)| lowest);
    let below = |it: f64| it < min - TOLERANCE;
    assessment.nodes[node].reported && lowest.is_some_and(below)
        || framework.nodes()[node]
            .children()
            .iter()
            .any(|it| is_unconfirmed(framework, method, assessment, *it))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn bounds_that_touch_are_not_apart() {
        assert_eq!(unsure(37.5, Some((0.0, 50.0))), Some(Unsure::MissingData));
        assert_eq!(unsure(37.5, Some((1e-12, 50.0))), Some(Unsure::MissingData));
        assert_eq!(unsure(37.5, Some((0.1, 50.0))), None);
        assert_eq!(unsure(-1.0, Some((-2.0, 0.0))), Some(Unsure::MissingData));
        assert_eq!(unsure(-1.0, Some((-2.0, -0.5))), None);
        assert_eq!(unsure(0.0, Some((-1.0, 1.0))), Some(Unsure::MissingData));
        assert_eq!(unsure(0.0, Some((0.0, 1e-12))), None);
        assert_eq!(unsure(5.0, None), Some(Unsure::Relative));
    }
}
