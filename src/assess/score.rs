//! Carries the pooled values up the tree.
//!
//! Unit scores `u` run from 0 (worst) to 1 (best); `docs/methods.md` has each formula with its
//! source.

use crate::framework::{
    Framework, GroupRule, Indicator, Method, MissingPolicy, Normalisation, Orientation,
    ReportingUnit,
};
use crate::problem::Problem;
use crate::stats::{self, TOLERANCE};
use crate::text::say;

use super::observed::{Observed, is_constant, oriented, relative};
use super::pooled::{Outcome, Pooled};
use super::regions::RegionRef;
use super::result::{NodeResult, Reason};

/// What a leaf is worth in one assessment.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum LeafScore {
    /// It takes no part: not applicable, not scored, a number that does not vary.
    Outside,
    /// It has no data.
    Missing,
    /// Its unit score, floor applied.
    Unit(f64),
}

/// The unit score of `value` on the scale of an indicator, floor applied.
#[must_use]
pub fn unit_on_scale(
    framework: &Framework,
    method: &Method,
    indicator: &Indicator,
    value: f64,
) -> f64 {
    floored(on_scale(framework, indicator, value), method.floor)
}

/// What a leaf is worth, for reruns.
pub(super) fn leaf_score(
    framework: &Framework,
    method: &Method,
    observed: &Observed,
    at: usize,
    indicator: &Indicator,
    pooled: &Pooled,
) -> LeafScore {
    let worth = leaf(framework, method, observed, at, indicator, pooled);
    match (worth.unit, worth.coverage) {
        (Some(unit), _) => LeafScore::Unit(unit),
        (None, Some(_)) => LeafScore::Missing,
        (None, None) => LeafScore::Outside,
    }
}

/// A rule that cannot be followed, and the node that stands in its way.
#[derive(Debug)]
pub(super) struct Obstacle {
    pub(super) node: usize,
    pub(super) problem: Problem,
}

/// What a node is worth on the way up.
#[derive(Debug, Clone, Copy, Default)]
struct Worth {
    /// Unit score.
    unit: Option<f64>,
    /// Unit score with everything missing at the bottom and at the top.
    bounds: Option<(f64, f64)>,
    /// Share of the weight with data; `None`: leaves the denominator.
    coverage: Option<f64>,
    reported: bool,
    reason: Option<Reason>,
}

/// Scores one region: a result for each node. Leaves that `counts` refuses are left out as if they
/// were not part of the framework; as soon as it refuses one, reported numbers stand for nothing,
/// since they speak of all leaves. Rules that cannot be followed are told as `obstacles`.
pub(super) fn score(
    framework: &Framework,
    method: &Method,
    observed: &Observed,
    (region, all): (&RegionRef, &[Pooled]),
    counts: &dyn Fn(usize) -> bool,
    obstacles: &mut Vec<Obstacle>,
) -> Vec<NodeResult> {
    let nodes = framework.nodes();
    let mut worth = vec![Worth::default(); nodes.len()];
    let mut results = vec![NodeResult::default(); nodes.len()];
    let partly = framework.indicators().any(|(at, ..)| !counts(at));
    // Children stand behind their parents: from the back, every child is done before its parent.
    for at in (0..nodes.len()).rev() {
        let pooled = &all[at];
        worth[at] = match nodes[at].indicator() {
            Some(_) if !counts(at) => Worth {
                reason: Some(Reason::NotScored),
                ..Worth::default()
            },
            Some(indicator) => leaf(framework, method, observed, at, indicator, pooled),
            None => group(
                framework,
                method,
                (region, pooled),
                at,
                &worth,
                partly,
                obstacles,
            ),
        };
        results[at] = result(framework, method, at, pooled, worth[at]);
    }
    results
}

pub(super) fn floored(unit: f64, floor: f64) -> f64 {
    floor + (1.0 - floor) * unit
}

fn leaf(
    framework: &Framework,
    method: &Method,
    observed: &Observed,
    at: usize,
    indicator: &Indicator,
    pooled: &Pooled,
) -> Worth {
    let without = |reason| Worth {
        reason: Some(reason),
        ..Worth::default()
    };
    let missing = |reason| Worth {
        bounds: Some((method.floor, 1.0)),
        coverage: Some(0.0),
        reason: Some(reason),
        ..Worth::default()
    };
    if !indicator.is_scored() {
        return without(match pooled.outcome {
            Outcome::NotApplicable => Reason::NotApplicable,
            _ => Reason::NotScored,
        });
    }
    // A column that does not vary says nothing of any region, whether it has the number or not.
    if matches!(indicator.normalise, Some(Normalisation::Relative(_)))
        && is_constant(&observed.by_node[at])
        && pooled.outcome != Outcome::NotApplicable
    {
        return without(Reason::Constant);
    }
    let value = match pooled.outcome {
        Outcome::NotApplicable => return without(Reason::NotApplicable),
        Outcome::NotAsked => return missing(Reason::NotAsked),
        Outcome::NoEvidence => return missing(Reason::NoEvidence),
        Outcome::Value(value) => value,
    };
    let unit = match indicator.normalise {
        Some(Normalisation::Goalposts { low, high }) => {
            let unit = ((value - low) / (high - low)).clamp(0.0, 1.0);
            Some(match indicator.direction {
                Orientation::Lower => 1.0 - unit,
                Orientation::Higher | Orientation::Descriptive => unit,
            })
        }
        Some(Normalisation::Relative(way)) => {
            relative(way, oriented(indicator, value), &observed.by_node[at])
        }
        None => Some(on_scale(framework, indicator, value)),
    };
    match unit {
        Some(unit) => {
            let unit = floored(unit, method.floor);
            Worth {
                unit: Some(unit),
                bounds: Some((unit, unit)),
                coverage: Some(1.0),
                ..Worth::default()
            }
        }
        None => without(Reason::Constant),
    }
}

/// u = (v − min) / (max − min), reversed for `lower`; on a ladder the position of the stage.
pub(super) fn on_scale(framework: &Framework, indicator: &Indicator, value: f64) -> f64 {
    let scale = &framework.scales()[indicator.scale];
    let unit = if indicator.kind.has_stages() && scale.levels().len() > 1 {
        let steps = scale.levels().len() - 1;
        let reached = scale
            .levels()
            .iter()
            .rposition(|level| value >= level.value - TOLERANCE)
            .unwrap_or(0);
        #[expect(clippy::cast_precision_loss, reason = "a scale has few stages")]
        let share = reached as f64 / steps as f64;
        share
    } else {
        (value - scale.min()) / (scale.max() - scale.min())
    };
    match indicator.direction {
        Orientation::Lower => 1.0 - unit,
        Orientation::Higher | Orientation::Descriptive => unit,
    }
}

fn group(
    framework: &Framework,
    method: &Method,
    (region, pooled): (&RegionRef, &Pooled),
    at: usize,
    worth: &[Worth],
    partly: bool,
    obstacles: &mut Vec<Obstacle>,
) -> Worth {
    let node = &framework.nodes()[at];
    let rule = node.rule().unwrap_or(method.groups);
    let children: Vec<(usize, f64)> = node
        .children()
        .iter()
        .map(|child| (*child, method.weights[*child]))
        .filter(|(child, weight)| *weight > 0.0 && worth[*child].coverage.is_some())
        .collect();
    let shares: Vec<(f64, f64)> = children
        .iter()
        .filter_map(|(child, weight)| Some((worth[*child].coverage?, *weight)))
        .collect();
    let coverage = stats::arithmetic(&shares);
    if coverage.is_none_or(|share| share <= 0.0)
        && !partly
        && let Some(reported) = reported(framework, method, at, pooled)
    {
        return Worth {
            unit: Some(reported),
            bounds: Some((reported, reported)),
            coverage: Some(1.0),
            reported: true,
            reason: None,
        };
    }
    let Some(share) = coverage else {
        return Worth {
            reason: Some(Reason::NoData),
            ..Worth::default()
        };
    };
    if rule == GroupRule::None {
        return Worth {
            coverage: Some(share),
            reason: Some(Reason::Profile),
            ..Worth::default()
        };
    }
    let bound = |pick: fn((f64, f64)) -> f64| {
        let pairs: Vec<(f64, f64)> = children
            .iter()
            .filter_map(|(child, weight)| Some((pick(worth[*child].bounds?), *weight)))
            .collect();
        combine(rule, &pairs)
    };
    let bounds = bound(|(low, _)| low).zip(bound(|(_, high)| high));
    let without = |reason| Worth {
        bounds,
        coverage: Some(share),
        reason: Some(reason),
        ..Worth::default()
    };
    if share <= 0.0 {
        return without(Reason::NoData);
    }
    let mut pairs = Vec::with_capacity(children.len());
    for (child, weight) in &children {
        match (worth[*child].unit, method.missing) {
            (Some(unit), _) => pairs.push((*child, unit, *weight)),
            // A profile has no score of its own: it is not missing.
            (None, _) if worth[*child].reason == Some(Reason::Profile) => {}
            (None, MissingPolicy::Rescale) => {}
            (None, MissingPolicy::Zero) => pairs.push((*child, method.floor, *weight)),
            (None, MissingPolicy::Fail) => {
                let id = framework.nodes()[*child].id();
                let sentence = say::missing_not_allowed(id, &region.name);
                obstacles.push(Obstacle {
                    node: *child,
                    problem: Problem::error(sentence).help(say::missing_help()),
                });
            }
        }
    }
    if share + TOLERANCE < method.min_coverage {
        return without(Reason::LowCoverage);
    }
    if matches!(rule, GroupRule::Geometric | GroupRule::Harmonic) {
        let zeros: Vec<usize> = pairs
            .iter()
            .filter(|(_, unit, _)| *unit <= 0.0)
            .map(|(child, ..)| *child)
            .collect();
        for child in &zeros {
            let id = framework.nodes()[*child].id();
            let sentence = say::zero_under_rule(id, &region.name, node.id());
            obstacles.push(Obstacle {
                node: *child,
                problem: Problem::error(sentence).help(say::zero_under_rule_help()),
            });
        }
        if !zeros.is_empty() {
            // Told once, at the lowest group: the groups above would only repeat it.
            return without(Reason::NoData);
        }
    }
    let plain: Vec<(f64, f64)> = pairs
        .iter()
        .map(|(_, unit, weight)| (*unit, *weight))
        .collect();
    match combine(rule, &plain) {
        Some(unit) => Worth {
            unit: Some(unit),
            // A child with too little data leaves the score and not the bounds, so that the score
            // may lie outside what the complete node could have: the range then reaches to it.
            bounds: bounds.map(|(low, high)| (low.min(unit), high.max(unit))),
            coverage: Some(share),
            reported: false,
            reason: None,
        },
        // Only profiles below: the group is as complete as they are, and has no total either.
        None => without(Reason::Profile),
    }
}

fn combine(rule: GroupRule, pairs: &[(f64, f64)]) -> Option<f64> {
    match rule {
        GroupRule::Arithmetic => stats::arithmetic(pairs),
        GroupRule::Geometric => stats::geometric(pairs),
        GroupRule::Harmonic => stats::harmonic(pairs),
        GroupRule::Median => stats::median(pairs),
        GroupRule::Min => pairs.iter().map(|(unit, _)| *unit).reduce(f64::min),
        GroupRule::None => None,
    }
}

/// The unit score of a number reported for a group or the index, in the reporting unit.
pub(super) fn reported(
    framework: &Framework,
    method: &Method,
    at: usize,
    pooled: &Pooled,
) -> Option<f64> {
    let value = pooled.outcome.value()?;
    let (min, max) = framework.ends(at, method.reporting);
    let unit = (value - min) / (max - min);
    Some(match method.reporting.unit {
        ReportingUnit::Percent => unit,
        ReportingUnit::Native => floored(unit, method.floor),
    })
}

fn result(
    framework: &Framework,
    method: &Method,
    at: usize,
    pooled: &Pooled,
    worth: Worth,
) -> NodeResult {
    let percent = |unit: f64| 100.0 * unit;
    let value = match framework.nodes()[at].indicator() {
        Some(_) => pooled.outcome.value(),
        None if worth.reported && method.reporting.unit == ReportingUnit::Native => {
            let value = pooled.outcome.value();
            value.map(|value| value / method.reporting.factor)
        }
        None => worth.unit.and_then(|unit| {
            let scale = framework.shared_scale(at)?;
            let unit = (unit - method.floor) / (1.0 - method.floor);
            Some(scale.min() + unit * (scale.max() - scale.min()))
        }),
    };
    let mut out = NodeResult {
        score: worth.unit.map(percent),
        score_low: worth.unit.and(worth.bounds).map(|(low, _)| percent(low)),
        score_high: worth.unit.and(worth.bounds).map(|(_, high)| percent(high)),
        value,
        coverage: worth.coverage,
        reported: worth.reported,
        sd: framework.nodes()[at].indicator().and(pooled.deviation),
        reason: worth.reason,
        statements: pooled.tally.statements,
        informants: pooled.tally.informants,
        supporting: pooled.tally.supporting,
        inhibiting: pooled.tally.inhibiting,
        neutral: pooled.tally.neutral,
        band: None,
    };
    out.band = out
        .told(method.reporting)
        .and_then(|told| framework.band(told))
        .and_then(|band| framework.bands().iter().position(|it| it == band));
    out
}
