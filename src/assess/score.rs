//! Carries the values of the cells up the tree.
//!
//! Unit scores `u` run from 0 (worst) to 1 (best); `docs/methods.md` has each formula with its
//! source.

use crate::framework::{
    Framework, GroupRule, Indicator, Kind, Method, MissingPolicy, Normalisation, Orientation,
    ReportingUnit,
};
use crate::problem::Problem;
use crate::stats::{self, TOLERANCE};
use crate::text::say;

use super::Assessment;
use super::again::Standing;
use super::cell::{Cell, Outcome};
use super::column::{Columns, is_constant, oriented, relative};

/// The result of one node.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct NodeResult {
    /// Score, 0–100 (a z-score may leave that range).
    pub score: Option<f64>,
    /// The score if everything missing below were at the bottom of its scale.
    pub score_low: Option<f64>,
    /// The score if everything missing below were at the top of its scale.
    pub score_high: Option<f64>,
    /// Value on the scale that all leaves below share; of a `number` leaf the number itself.
    pub value: Option<f64>,
    /// Position of the band in the framework.
    pub band: Option<usize>,
    /// Share of the weight below that has data, 0–1; `None` where nothing below is scored.
    pub coverage: Option<f64>,
    /// Whether the score is a reported number.
    pub reported: bool,
    /// Counted statements at and below the node.
    pub statements: usize,
    /// Informants behind them.
    pub informants: usize,
    /// Deviation (n − 1) of the informants' values at a leaf.
    pub sd: Option<f64>,
    /// Statements in favour.
    pub supporting: usize,
    /// Statements against.
    pub inhibiting: usize,
    /// Statements that are neither.
    pub neutral: usize,
    /// Why there is no score.
    pub reason: Option<Reason>,
}

/// Why a node has no score.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Reason {
    /// No row speaks of it.
    NotAsked,
    /// Rows speak of it, none gives a level.
    NoEvidence,
    /// Does not apply here.
    NotApplicable,
    /// Shown, not scored: descriptive, inventory, direction, or a number without goalposts.
    NotScored,
    /// Nothing below has data.
    NoData,
    /// Too little of the weight below has data.
    LowCoverage,
    /// A profile: no total by design.
    Profile,
    /// The number does not vary, so that it cannot be compared.
    Constant,
}

impl Reason {
    /// The stable name used in files.
    #[must_use]
    pub fn id(self) -> &'static str {
        match self {
            Self::NotAsked => "not-asked",
            Self::NoEvidence => "no-evidence",
            Self::NotApplicable => "not-applicable",
            Self::NotScored => "not-scored",
            Self::NoData => "no-data",
            Self::LowCoverage => "low-coverage",
            Self::Profile => "profile",
            Self::Constant => "constant",
        }
    }
}

/// What a leaf is worth, for reruns.
pub(super) fn standing(
    framework: &Framework,
    method: &Method,
    columns: &Columns,
    at: usize,
    indicator: &Indicator,
    cell: &Cell,
) -> Standing {
    let worth = leaf(framework, method, columns, at, indicator, cell);
    match (worth.unit, worth.coverage) {
        (Some(unit), _) => Standing::Unit(unit),
        (None, Some(_)) => Standing::Missing,
        (None, None) => Standing::Outside,
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
    columns: &Columns,
    assessment: &Assessment,
    counts: &dyn Fn(usize) -> bool,
    obstacles: &mut Vec<Obstacle>,
) -> Vec<NodeResult> {
    let nodes = framework.nodes();
    let mut worth = vec![Worth::default(); nodes.len()];
    let mut results = vec![NodeResult::default(); nodes.len()];
    let partly = framework.indicators().any(|(at, ..)| !counts(at));
    // Children stand behind their parents: from the back, every child is done before its parent.
    for at in (0..nodes.len()).rev() {
        let cell = &assessment.cells[at];
        worth[at] = match nodes[at].indicator() {
            Some(_) if !counts(at) => Worth {
                reason: Some(Reason::NotScored),
                ..Worth::default()
            },
            Some(indicator) => leaf(framework, method, columns, at, indicator, cell),
            None => group(framework, method, assessment, at, &worth, partly, obstacles),
        };
        results[at] = result(framework, method, at, cell, worth[at]);
    }
    results
}

pub(super) fn floored(unit: f64, floor: f64) -> f64 {
    floor + (1.0 - floor) * unit
}

fn leaf(
    framework: &Framework,
    method: &Method,
    columns: &Columns,
    at: usize,
    indicator: &Indicator,
    cell: &Cell,
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
        return without(match cell.outcome {
            Outcome::NotApplicable => Reason::NotApplicable,
            _ => Reason::NotScored,
        });
    }
    // A column that does not vary says nothing of any region, whether it has the number or not.
    if matches!(indicator.normalise, Some(Normalisation::Relative(_)))
        && is_constant(&columns.by_node[at])
        && cell.outcome != Outcome::NotApplicable
    {
        return without(Reason::Constant);
    }
    let value = match cell.outcome {
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
            relative(way, oriented(indicator, value), &columns.by_node[at])
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
    let unit = if indicator.kind == Kind::Ladder && scale.levels().len() > 1 {
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
    assessment: &Assessment,
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
        && let Some(reported) = reported(framework, method, at, &assessment.cells[at])
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
                let sentence = say::missing_not_allowed(id, &assessment.region.name);
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
            let sentence = say::zero_under_rule(id, &assessment.region.name, node.id());
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
    cell: &Cell,
) -> Option<f64> {
    let value = cell.outcome.value()?;
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
    cell: &Cell,
    worth: Worth,
) -> NodeResult {
    let percent = |unit: f64| 100.0 * unit;
    let value = match framework.nodes()[at].indicator() {
        Some(_) => cell.outcome.value(),
        None if worth.reported && method.reporting.unit == ReportingUnit::Native => {
            let value = cell.outcome.value();
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
        sd: framework.nodes()[at].indicator().and(cell.deviation),
        reason: worth.reason,
        statements: cell.tally.statements,
        informants: cell.tally.informants,
        supporting: cell.tally.supporting,
        inhibiting: cell.tally.inhibiting,
        neutral: cell.tally.neutral,
        band: None,
    };
    out.band = out
        .told(method.reporting)
        .and_then(|told| framework.band(told))
        .and_then(|band| framework.bands().iter().position(|it| it == band));
    out
}
