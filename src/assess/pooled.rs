//! The rows of one node pooled into one value: coders within a source, sources within a node.

use std::collections::BTreeMap;

use crate::framework::InformantRule;
use crate::statement::{Direction, PartyName, Statement, Usage};
use crate::stats;

use super::row_value::RowValue;
use super::spoken::Spoken;

/// What the rows of one node say together.
#[derive(Debug, Clone, PartialEq)]
pub struct Pooled {
    /// The value, or why there is none.
    pub outcome: Outcome,
    /// Informants who give a value.
    pub opinions: usize,
    /// Deviation (n − 1) of their values.
    pub deviation: Option<f64>,
    /// Whether a source gives one of the values as about so much.
    pub about: bool,
    /// Lowest and highest value that a row gives, before anything is averaged.
    pub extremes: Option<(f64, f64)>,
    /// Statements and informants at the node and below it.
    pub tally: Tally,
}

impl Pooled {
    /// A node of which no row speaks.
    pub(super) fn silent() -> Self {
        pool(&[], InformantRule::Mean, &mut Scratch::default())
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

impl Tally {
    pub(super) fn add(&mut self, below: Self) {
        self.statements += below.statements;
        self.supporting += below.supporting;
        self.inhibiting += below.inhibiting;
        self.neutral += below.neutral;
    }
}

/// The value of a node, or why there is none.
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

/// Room for what is reckoned with from node to node.
#[derive(Default)]
pub(super) struct Scratch {
    /// Position of each row that gives a value, and the value.
    given: Vec<(usize, f64)>,
    /// Value and weight of each informant.
    pairs: Vec<(f64, f64)>,
    values: Vec<f64>,
}

/// Pools the rows of a node, without what stands below.
pub(super) fn pool(rows: &[Spoken<'_>], rule: InformantRule, scratch: &mut Scratch) -> Pooled {
    let Scratch {
        given,
        pairs,
        values,
    } = scratch;
    given.clear();
    let mut tally = Tally::default();
    let mut not_applicable = false;
    let mut about = false;
    let mut extremes: Option<(f64, f64)> = None;
    for (at, it) in rows.iter().enumerate().filter(|(_, it)| it.counts) {
        let voice = it.voice;
        tally.statements += 1;
        match voice.direction {
            Some(Direction::Supporting) => tally.supporting += 1,
            Some(Direction::Inhibiting) => tally.inhibiting += 1,
            Some(Direction::Neutral) => tally.neutral += 1,
            None => {}
        }
        if voice.usage == Usage::Primary {
            match it.said {
                RowValue::Value(value) => {
                    about |= voice.about;
                    let (low, high) = extremes.unwrap_or((value, value));
                    extremes = Some((low.min(value), high.max(value)));
                    given.push((at, value));
                }
                RowValue::NotApplicable => not_applicable = true,
                RowValue::Nothing => {}
            }
        }
    }
    opinions(rows, given, pairs);
    // Sorted before summing: the order of rows must not move the last digit.
    sort(pairs);
    values.clear();
    values.extend(pairs.iter().map(|(value, _)| *value));
    let outcome = match combine(pairs, values, rule) {
        Some(value) => Outcome::Value(value),
        None if not_applicable => Outcome::NotApplicable,
        None if rows.is_empty() => Outcome::NotAsked,
        None => Outcome::NoEvidence,
    };
    Pooled {
        outcome,
        opinions: values.len(),
        deviation: stats::deviation(values),
        about,
        extremes,
        tally,
    }
}

/// Sorts by value, then weight.
fn sort(pairs: &mut [(f64, f64)]) {
    const FEW: usize = 8;
    let order = |a: &(f64, f64), b: &(f64, f64)| a.0.total_cmp(&b.0).then(a.1.total_cmp(&b.1));
    // Levels are few: hundreds of informants are sorted by counting how many gave which.
    let mut counts: [((f64, f64), usize); FEW] = [((0.0, 0.0), 0); FEW];
    let mut known = 0;
    for pair in pairs.iter() {
        let bits = |(value, weight): (f64, f64)| (value.to_bits(), weight.to_bits());
        let same = |it: &&mut ((f64, f64), usize)| bits(it.0) == bits(*pair);
        if let Some((_, count)) = counts[..known].iter_mut().find(same) {
            *count += 1;
        } else if known < FEW {
            counts[known] = (*pair, 1);
            known += 1;
        } else {
            pairs.sort_unstable_by(order);
            return;
        }
    }
    let counts = &mut counts[..known];
    counts.sort_unstable_by(|(one, _), (other, _)| order(one, other));
    let mut seats = pairs.iter_mut();
    for (pair, count) in counts {
        seats.by_ref().take(*count).for_each(|seat| *seat = *pair);
    }
}

/// Value and weight of each informant, whose rows are sorted to stand together.
fn opinions(rows: &[Spoken<'_>], given: &mut [(usize, f64)], pairs: &mut Vec<(f64, f64)>) {
    let informant = |(at, _): &(usize, f64)| rows[*at].speaker;
    if !given.is_sorted_by_key(informant) {
        given.sort_by_key(informant);
    }
    pairs.clear();
    for of_one in given.chunk_by(|one, other| informant(one) == informant(other)) {
        // Most informants answer once.
        if let [(at, value)] = of_one {
            pairs.push((*value, rows[*at].voice.weight));
            continue;
        }
        let of_one = of_one.iter().map(|(at, value)| (rows[*at].row, *value));
        pairs.extend(opinion(&of_one.collect::<Vec<_>>()));
    }
}

/// Value and weight of one informant: the mean over coders of each coder's mean, or the consensus.
pub(crate) fn opinion(rows: &[(&Statement, f64)]) -> Option<(f64, f64)> {
    let any_agreed = rows.iter().any(|(row, _)| row.is_consensus());
    let mut by_coder: BTreeMap<Option<&PartyName>, Vec<f64>> = BTreeMap::new();
    let mut weights = Vec::new();
    for (row, value) in rows {
        if any_agreed && !row.is_consensus() {
            continue;
        }
        by_coder.entry(row.coder.as_ref()).or_default().push(*value);
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
    if let [value] = values {
        return Some(*value);
    }
    match rule {
        InformantRule::Mean => stats::arithmetic(pairs),
        InformantRule::Median => stats::median(pairs),
        InformantRule::Mode => stats::mode(values),
        InformantRule::Min => values.iter().copied().reduce(f64::min),
        InformantRule::Max => values.iter().copied().reduce(f64::max),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn few_and_many_values_are_sorted_alike() {
        for distinct in [1, 3, 8, 9, 40] {
            let mut pairs: Vec<(f64, f64)> = (0..200_u32)
                .map(|at| (f64::from(at * 7 % distinct), f64::from(1 + at % 2)))
                .collect();
            let mut expected = pairs.clone();
            expected.sort_by(|a, b| a.partial_cmp(b).expect("no NaN"));
            sort(&mut pairs);
            assert_eq!(pairs, expected, "{distinct}");
        }
        sort(&mut []);
    }
}
