//! One value for each indicator of a region: coders within an informant, informants within a cell.

use std::collections::BTreeMap;
use std::sync::Arc;

use crate::framework::InformantRule;
use crate::statement::{Direction, Qualifier, Statement, Usage};
use crate::stats;

use super::said::Said;
use super::unit::Spoken;

/// What the rows of one node say together.
#[derive(Debug, Clone, PartialEq)]
pub struct Cell {
    /// The value, or why there is none.
    pub outcome: Outcome,
    /// Deviation (n − 1) of the values of the informants, where two give one.
    pub deviation: Option<f64>,
    /// Whether a source gives one of the values as about so much.
    pub about: bool,
    /// Statements and informants at the node and below it.
    pub tally: Tally,
}

impl Cell {
    /// The cell of which no row speaks.
    pub(super) fn silent() -> Self {
        cell(&[], InformantRule::Mean, &mut Scratch::default())
    }
}

/// Counted statements (primary and supplementary) and who made them.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Tally {
    /// Counted statements.
    pub statements: usize,
    /// Informants behind them.
    pub informants: usize,
    /// Those in favour of readiness.
    pub supporting: usize,
    /// Those against it.
    pub inhibiting: usize,
    /// Those that are neither.
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

/// Room for what is reckoned with from cell to cell.
#[derive(Default)]
pub(super) struct Scratch<'a> {
    /// Informant, row and value of each row that gives one.
    given: Vec<(u32, &'a Statement, f64)>,
    /// Value and weight of each informant.
    pairs: Vec<(f64, f64)>,
    values: Vec<f64>,
}

/// The cell of these rows, without what stands below.
pub(super) fn cell<'a>(
    rows: &[Spoken<'a>],
    rule: InformantRule,
    scratch: &mut Scratch<'a>,
) -> Cell {
    let Scratch {
        given,
        pairs,
        values,
    } = scratch;
    given.clear();
    let mut tally = Tally::default();
    let mut not_applicable = false;
    let mut about = false;
    for it in rows.iter().filter(|it| it.counts) {
        let row = it.row;
        tally.statements += 1;
        match row.direction {
            Some(Direction::Supporting) => tally.supporting += 1,
            Some(Direction::Inhibiting) => tally.inhibiting += 1,
            Some(Direction::Neutral) => tally.neutral += 1,
            None => {}
        }
        if row.usage == Usage::Primary {
            match it.said {
                Said::Value(value) => {
                    about |= row.qualifier == Some(Qualifier::About);
                    given.push((it.informant, row, value));
                }
                Said::NotApplicable => not_applicable = true,
                Said::Nothing => {}
            }
        }
    }
    opinions(given, pairs);
    // Sorted before summing: the order of rows must not move the last digit.
    pairs.sort_unstable_by(|a, b| a.0.total_cmp(&b.0).then(a.1.total_cmp(&b.1)));
    values.clear();
    values.extend(pairs.iter().map(|(value, _)| *value));
    let outcome = match combine(pairs, values, rule) {
        Some(value) => Outcome::Value(value),
        None if not_applicable => Outcome::NotApplicable,
        None if rows.is_empty() => Outcome::NotAsked,
        None => Outcome::NoEvidence,
    };
    Cell {
        outcome,
        deviation: stats::deviation(values),
        about,
        tally,
    }
}

/// Value and weight of each informant, whose rows are sorted to stand together.
fn opinions(given: &mut [(u32, &Statement, f64)], pairs: &mut Vec<(f64, f64)>) {
    given.sort_by_key(|(informant, ..)| *informant);
    pairs.clear();
    for of_one in given.chunk_by(|one, other| one.0 == other.0) {
        // Most informants answer once.
        if let [(_, row, value)] = of_one {
            pairs.push((*value, row.weight));
            continue;
        }
        let rows: Vec<_> = of_one.iter().map(|(_, row, value)| (*row, *value)).collect();
        pairs.extend(opinion(&rows));
    }
}

/// Value and weight of one informant: the mean over coders of each coder's mean, or the consensus.
fn opinion(rows: &[(&Statement, f64)]) -> Option<(f64, f64)> {
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
