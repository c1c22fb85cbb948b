//! One value for each indicator of a region: coders within an informant, informants within a cell.

use std::collections::BTreeMap;
use std::sync::Arc;

use crate::framework::{Framework, InformantRule};
use crate::statement::{Direction, Qualifier, Statement, Statements, Usage};
use crate::stats;

use super::join::{Said, Unit};

/// What the rows of one node say together.
#[derive(Debug, Clone, PartialEq)]
pub struct Cell {
    /// The value, or why there is none.
    pub outcome: Outcome,
    /// Counted statements (primary and supplementary).
    pub statements: usize,
    /// Informants behind them.
    pub informants: Vec<InformantKey>,
    /// Values of the informants that gave one, on the scale of the indicator.
    pub values: Vec<f64>,
    /// Statements in favour, against, and neither.
    pub directions: Directions,
    /// Whether a source gives one of the values as about so much.
    pub about: bool,
    /// Lowest and highest value that a row gives, before anything is averaged.
    pub extremes: Option<(f64, f64)>,
}

impl Cell {
    /// The cell of which no row speaks.
    pub(super) fn silent() -> Self {
        cell(&[], InformantRule::Mean)
    }
}

/// Statements in favour of readiness, against it, and neither.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Directions {
    /// Supporting.
    pub supporting: usize,
    /// Inhibiting.
    pub inhibiting: usize,
    /// Neutral.
    pub neutral: usize,
}

/// The value of a cell, or why there is none.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Outcome {
    /// No row speaks of it.
    NotAsked,
    /// Rows speak of it, none gives a level.
    NoEvidence,
    /// Does not apply here.
    NotApplicable,
    /// A value on the scale of the indicator, a number, or a reported number of a group.
    Value(f64),
}

impl Outcome {
    /// The value, if there is one.
    #[must_use]
    pub fn value(self) -> Option<f64> {
        match self {
            Self::Value(value) => Some(value),
            _ => None,
        }
    }
}

/// Who spoke: a name, else post and offices; all blank is one anonymous informant.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum InformantKey {
    /// By name.
    Named(Arc<str>),
    /// By post and offices (sorted).
    Post(Option<Arc<str>>, Vec<Arc<str>>),
}

impl InformantKey {
    /// The informant of a row.
    #[must_use]
    pub fn of(row: &Statement) -> Self {
        match &row.informant {
            Some(name) => Self::Named(Arc::clone(name)),
            None => {
                let mut agencies = row.agencies.clone();
                agencies.sort();
                Self::Post(row.role.clone(), agencies)
            }
        }
    }
}

/// One cell for each node of the framework.
pub(super) fn cells(
    framework: &Framework,
    statements: &Statements,
    unit: &Unit,
    rule: InformantRule,
) -> Vec<Cell> {
    let mut rows: Vec<Vec<(&Statement, Said)>> = vec![Vec::new(); framework.nodes().len()];
    for entry in &unit.entries {
        rows[entry.node].push((&statements.rows()[entry.row], entry.said));
    }
    rows.iter()
        .zip(framework.nodes())
        .map(|(rows, node)| {
            // Reported numbers of groups are averaged whatever the rule for informants.
            let rule = match node.indicator() {
                Some(_) => rule,
                None => InformantRule::Mean,
            };
            cell(rows, rule)
        })
        .collect()
}

fn cell(rows: &[(&Statement, Said)], rule: InformantRule) -> Cell {
    let mut directions = Directions::default();
    let mut everyone = std::collections::BTreeSet::new();
    let mut statements = 0;
    let mut by_informant: BTreeMap<InformantKey, Vec<(&Statement, f64)>> = BTreeMap::new();
    let mut not_applicable = false;
    let mut about = false;
    let mut extremes: Option<(f64, f64)> = None;
    for (row, said) in rows {
        if !row.is_counted() {
            continue;
        }
        statements += 1;
        everyone.insert(InformantKey::of(row));
        match row.direction {
            Some(Direction::Supporting) => directions.supporting += 1,
            Some(Direction::Inhibiting) => directions.inhibiting += 1,
            Some(Direction::Neutral) => directions.neutral += 1,
            None => {}
        }
        if row.usage == Usage::Primary {
            match said {
                Said::Value(value) => {
                    about |= row.qualifier == Some(Qualifier::About);
                    let (low, high) = extremes.unwrap_or((*value, *value));
                    extremes = Some((low.min(*value), high.max(*value)));
                    by_informant
                        .entry(InformantKey::of(row))
                        .or_default()
                        .push((row, *value));
                }
                Said::NotApplicable => not_applicable = true,
                Said::Nothing => {}
            }
        }
    }
    let mut pairs: Vec<(f64, f64)> = by_informant
        .values()
        .filter_map(|rows| opinion(rows))
        .collect();
    pairs.sort_by(|a, b| a.0.total_cmp(&b.0).then(a.1.total_cmp(&b.1)));
    let values: Vec<f64> = pairs.iter().map(|(value, _)| *value).collect();
    let outcome = match combine(&pairs, &values, rule) {
        Some(value) => Outcome::Value(value),
        None if not_applicable => Outcome::NotApplicable,
        None if rows.is_empty() => Outcome::NotAsked,
        None => Outcome::NoEvidence,
    };
    Cell {
        outcome,
        statements,
        informants: everyone.into_iter().collect(),
        values,
        directions,
        about,
        extremes,
    }
}

/// Value and weight of one informant: the mean over coders of each coder's mean, or the consensus.
pub(super) fn opinion(rows: &[(&Statement, f64)]) -> Option<(f64, f64)> {
    let any_agreed = rows.iter().any(|(row, _)| row.is_consensus());
    let mut by_coder: BTreeMap<Option<&str>, Vec<f64>> = BTreeMap::new();
    let mut weights = Vec::new();
    for (row, value) in rows {
        if any_agreed && !row.is_consensus() {
            continue;
        }
        by_coder
            .entry(row.coder.as_deref())
            .or_default()
            .push(*value);
        weights.push(row.weight);
    }
    // Sorted before summing: the order of rows must not move the last digit.
    let mean = |values: &[f64]| {
        let mut sorted = values.to_vec();
        sorted.sort_by(f64::total_cmp);
        stats::mean(&sorted)
    };
    let coders: Vec<f64> = by_coder.values().filter_map(|of| mean(of)).collect();
    Some((mean(&coders)?, mean(&weights)?))
}

fn combine(pairs: &[(f64, f64)], values: &[f64], rule: InformantRule) -> Option<f64> {
    match rule {
        InformantRule::Mean => stats::arithmetic(pairs),
        InformantRule::Median => stats::median(pairs),
        InformantRule::Mode => stats::mode(values),
        InformantRule::Min => values.iter().copied().reduce(f64::min),
        InformantRule::Max => values.iter().copied().reduce(f64::max),
    }
}
