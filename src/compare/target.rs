//! How far a region is from its targets, and how fast it would have to go.

use crate::assess::Assessment;
use crate::framework::{Framework, Method, Target, TargetOp};
use crate::stats::TOLERANCE;

/// Distance to a target, in the reporting unit; of a number that is shown and not scored in its
/// own unit.
#[derive(Debug, Clone, PartialEq)]
pub struct TargetGap {
    /// Position of the node.
    pub node: usize,
    /// What should be reached.
    pub value: f64,
    /// Whether the value itself is enough.
    pub op: TargetOp,
    /// When it should be reached, where the target says so.
    pub wave: Option<String>,
    /// What was reached; `None`: not measured.
    pub achieved: Option<f64>,
    /// Target minus achievement; below 0 where the target is passed.
    pub gap: Option<f64>,
    /// Achievement as a share of the target, 0–1 and above; `None` for a target of 0.
    pub share: Option<f64>,
    /// Whether it is reached.
    pub reached: Option<bool>,
    /// Whether what is missing could make that otherwise.
    pub open: bool,
    /// What each year would have to add, where both years are known and the target lies ahead.
    pub pace: Option<f64>,
    /// Values of the years between, on the straight line from achievement to target.
    pub path: Vec<(i64, f64)>,
}

/// Longest path that is listed year by year.
const LONGEST_PATH: i64 = 50;

/// Distances of one region to all targets.
#[must_use]
pub fn target_gaps(
    framework: &Framework,
    assessment: &Assessment,
    method: &Method,
    targets: &[Target],
) -> Vec<TargetGap> {
    targets
        .iter()
        .map(|target| gap(framework, assessment, method, target))
        .collect()
}

fn gap(
    framework: &Framework,
    assessment: &Assessment,
    method: &Method,
    target: &Target,
) -> TargetGap {
    let result = &assessment.nodes[target.node];
    let shown_only = framework.nodes()[target.node]
        .indicator()
        .is_some_and(|it| !it.is_scored());
    let achieved = if shown_only {
        result.value
    } else {
        result.told
    };
    let reached = achieved.map(|achieved| match target.op {
        TargetOp::AtLeast => achieved >= target.value - TOLERANCE,
        TargetOp::Above => achieved > target.value + TOLERANCE,
    });
    let meets = |it: f64| match target.op {
        TargetOp::AtLeast => it >= target.value - TOLERANCE,
        TargetOp::Above => it > target.value + TOLERANCE,
    };
    let ends = result.score_low.zip(result.score_high).zip(result.score);
    let open = !shown_only
        && match (ends, achieved) {
            // Told numbers and scores go up together: an end lies as far away in either.
            (Some(((low, high), score)), Some(achieved)) if high - low > TOLERANCE => {
                let end = |it: f64| method.as_people_read(framework, target.node, it);
                let [low, high] = [low, high].map(|it| achieved + end(it) - end(score));
                meets(low) != meets(high)
            }
            (None, Some(_)) => true,
            _ => false,
        };
    let year = |wave: Option<&str>| wave.and_then(|wave| wave.trim().parse::<i64>().ok());
    let span = year(assessment.wave.as_deref())
        .zip(year(target.wave.as_deref()))
        .filter(|(now, then)| now < then && then - now <= LONGEST_PATH)
        .filter(|_| reached == Some(false));
    let (mut pace, mut path) = (None, Vec::new());
    if let (Some((now, then)), Some(achieved)) = (span, achieved) {
        #[expect(clippy::cast_precision_loss, reason = "at most fifty years")]
        let years = |from: i64, to: i64| (to - from) as f64;
        let step = (target.value - achieved) / years(now, then);
        pace = Some(step);
        path = (now + 1..then)
            .map(|year| (year, achieved + step * years(now, year)))
            .collect();
    }
    TargetGap {
        node: target.node,
        value: target.value,
        op: target.op,
        wave: target.wave.clone(),
        achieved,
        gap: achieved.map(|achieved| target.value - achieved),
        share: achieved
            .filter(|_| target.value.abs() > TOLERANCE)
            .map(|achieved| achieved / target.value),
        reached,
        open,
        pace,
        path,
    }
}
