//! The rows of one node pooled into one value: coders within a statement, statements within a source,
//! sources within a node.

use std::collections::BTreeMap;

use crate::framework::InformantRule;
use crate::statement::identity::SpeakerSort;
use crate::statement::{Basis, Direction, PartyName, Statement, Usage, codings};
use crate::stats;

use super::row_value::RowValue;
use super::spoken::{Spoken, position};

/// What the rows of one node say together.
#[derive(Debug, Clone, PartialEq)]
pub struct Pooled {
    /// The value, or why there is none.
    pub outcome: Outcome,
    /// Sources that give a value.
    pub opinions: usize,
    /// Deviation (n − 1) of their values.
    pub deviation: Option<f64>,
    /// Whether a source gives one of the values as about so much.
    pub about: bool,
    /// What the value was given as.
    pub given_as: GivenAs,
    /// Lowest and highest value that a row gives, before anything is averaged.
    pub extremes: Option<(f64, f64)>,
    /// Of a sum of which only some parts are known: the least and the most that it can be.
    pub between: Option<(f64, f64)>,
    /// Statements and informants at the node and below it.
    pub tally: Tally,
}

impl Pooled {
    /// A node of which no row speaks.
    pub(super) fn silent() -> Self {
        let pooling = Pooling {
            rule: InformantRule::Mean,
            staged: false,
        };
        pool(&[], pooling, &mut Scratch::default())
    }
}

/// What the value of a node was given as.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum GivenAs {
    /// A value of its own.
    Value,
    /// A level that the region gave itself, where levels are bands of values: it counts as the upper edge
    /// of its band.
    OwnLevel,
    /// The index of another body, from which the value follows.
    OtherIndex,
}

impl Pooled {
    /// Whether the value is a level that counts as the upper edge of its band.
    pub(crate) fn is_own_level(&self) -> bool {
        self.given_as == GivenAs::OwnLevel
    }
}

/// Counted statements (primary and supplementary) and who made them, at a node and below it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Tally {
    /// What sources said, however many coders judged it.
    pub statements: usize,
    /// Judgements of coders: the rows.
    pub codings: usize,
    /// People who made the statements: named, or told apart by post or row.
    pub informants: usize,
    /// Written sources they stand in.
    pub documents: usize,
    /// Statements of which nothing says who made them.
    pub unnamed: usize,
    /// Statements in favour of readiness.
    pub supporting: usize,
    /// Statements against it.
    pub inhibiting: usize,
    /// Statements that are neither.
    pub neutral: usize,
    /// Whether a row of another framework is among those that give a value.
    pub cross: bool,
}

impl Tally {
    /// Adds what is counted by statement; who made them is counted apart, since one person speaks of
    /// many nodes.
    pub(super) fn add(&mut self, below: Self) {
        self.statements += below.statements;
        self.codings += below.codings;
        self.unnamed += below.unnamed;
        self.supporting += below.supporting;
        self.inhibiting += below.inhibiting;
        self.neutral += below.neutral;
        self.cross |= below.cross;
    }

    fn count(&mut self, direction: Option<Direction>) {
        match direction {
            Some(Direction::Supporting) => self.supporting += 1,
            Some(Direction::Inhibiting) => self.inhibiting += 1,
            Some(Direction::Neutral) => self.neutral += 1,
            None => {}
        }
    }
}

/// The value of a node, or why there is none.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Outcome {
    /// No statement counts here: there is no row, or only blank ones and context.
    NoStatement,
    /// Statements speak of it, none gives a level.
    NoLevel,
    /// A statement says that it was not checked, or that nobody knows, and none gives a level.
    NotChecked,
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

/// How the answers for one node are averaged.
#[derive(Debug, Clone, Copy)]
pub(super) struct Pooling {
    /// How sources are combined.
    pub(super) rule: InformantRule,
    /// Whether the answers are stages: between two of them there is none, so that a lower median
    /// stands wherever others have a mean.
    pub(super) staged: bool,
}

/// A row that gives a value.
#[derive(Debug, Clone, Copy)]
pub(super) struct Given<'a> {
    pub(super) row: &'a Statement,
    pub(super) value: f64,
    pub(super) speaker: u32,
    pub(super) statement: u32,
    pub(super) weight: f64,
}

/// Room for what is reckoned with from node to node.
#[derive(Default)]
pub(super) struct Scratch<'a> {
    given: Vec<Given<'a>>,
    /// Value and weight of each source.
    pairs: Vec<(f64, f64)>,
    values: Vec<f64>,
}

/// Pools the rows of a node, without what stands below.
pub(super) fn pool<'a>(rows: &[Spoken<'a>], pooling: Pooling, scratch: &mut Scratch<'a>) -> Pooled {
    let Scratch {
        given,
        pairs,
        values,
    } = scratch;
    given.clear();
    let mut tally = Tally::default();
    let (mut not_applicable, mut not_checked) = (false, false);
    let mut about = false;
    let mut extremes: Option<(f64, f64)> = None;
    let mut joined = false;
    for (at, it) in (0..).zip(rows).filter(|(_, it)| it.counts) {
        let voice = it.voice;
        tally.codings += 1;
        if it.statement == at {
            tally.statements += 1;
            tally.unnamed += usize::from(it.sort == SpeakerSort::Nobody);
        } else {
            joined = true;
        }
        if voice.usage == Usage::Primary {
            match it.said {
                RowValue::Value(value) => {
                    about |= voice.about;
                    tally.cross |= it.row.basis == Basis::Cross;
                    let (low, high) = extremes.unwrap_or((value, value));
                    extremes = Some((low.min(value), high.max(value)));
                    given.push(Given {
                        row: it.row,
                        value,
                        speaker: it.speaker,
                        statement: it.statement,
                        weight: voice.weight,
                    });
                }
                RowValue::NotApplicable => not_applicable = true,
                RowValue::NotChecked => not_checked = true,
                RowValue::Nothing => {}
            }
        }
    }
    if joined {
        statements_of(rows).for_each(|of_one| tally.count(direction(&of_one)));
    } else {
        let counted = rows.iter().filter(|it| it.counts);
        counted.for_each(|it| tally.count(it.voice.direction));
    }
    sources(given, pooling.staged, pairs);
    // Sorted before summing: the order of rows must not move the last digit.
    sort(pairs);
    values.clear();
    values.extend(pairs.iter().map(|(value, _)| *value));
    let outcome = match combine(pairs, values, pooling) {
        Some(value) => Outcome::Value(value),
        None if not_applicable => Outcome::NotApplicable,
        None if not_checked => Outcome::NotChecked,
        // Context is listed and blank rows say nothing: neither is a statement without a level.
        None if tally.codings == 0 => Outcome::NoStatement,
        None => Outcome::NoLevel,
    };
    Pooled {
        outcome,
        opinions: values.len(),
        deviation: stats::deviation(values),
        about,
        given_as: GivenAs::Value,
        extremes,
        between: None,
        tally,
    }
}

/// The codings of each statement, in the order of their first ones.
pub(super) fn statements_of<'r, 'a>(
    rows: &'r [Spoken<'a>],
) -> impl Iterator<Item = Vec<&'r Spoken<'a>>> {
    let mut by_statement: BTreeMap<u32, Vec<&Spoken<'a>>> = BTreeMap::new();
    for it in rows.iter().filter(|it| it.counts) {
        by_statement.entry(it.statement).or_default().push(it);
    }
    by_statement.into_values()
}

/// What one statement adds to the counts.
pub(super) fn tally_of(codings: &[&Spoken<'_>]) -> Tally {
    let mut tally = Tally {
        statements: 1,
        codings: codings.len(),
        unnamed: usize::from(codings[0].sort == SpeakerSort::Nobody),
        ..Tally::default()
    };
    tally.count(direction(codings));
    tally
}

/// What a statement says for or against readiness: what its coders agreed on, else what most of them
/// say; where they are divided evenly, nothing.
pub(super) fn direction(codings: &[&Spoken<'_>]) -> Option<Direction> {
    let rows: Vec<&Statement> = codings.iter().map(|it| it.row).collect();
    codings::direction(&rows)
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

/// Value and weight of each source, in the order of their numbers: coders within a statement, then
/// statements within a source.
pub(super) fn sources(given: &mut [Given<'_>], staged: bool, pairs: &mut Vec<(f64, f64)>) {
    let place = |it: &Given<'_>| (it.speaker, it.statement);
    if !given.is_sorted_by_key(place) {
        given.sort_by_key(place);
    }
    pairs.clear();
    for of_one in given.chunk_by(|one, other| one.speaker == other.speaker) {
        // Most sources answer once.
        if let [it] = of_one {
            pairs.push((it.value, it.weight));
            continue;
        }
        let statements = of_one.chunk_by(|one, other| one.statement == other.statement);
        let values = statements.filter_map(|codings| {
            let codings = codings.iter().map(|it| (it.row, it.value));
            statement_value(&codings.collect::<Vec<_>>(), staged)
        });
        let weights: Vec<f64> = of_one.iter().map(|it| it.weight).collect();
        pairs.extend(middle(values.collect(), staged).zip(middle(weights, false)));
    }
}

/// Value and weight of one source, from its rows that give a value.
pub(crate) fn opinion(rows: &[(&Statement, f64)]) -> Option<(f64, f64)> {
    let all: Vec<(&Statement, ())> = rows.iter().map(|(row, _)| (*row, ())).collect();
    let firsts = codings::statements(&all);
    let given = rows.iter().zip(firsts).map(|((row, value), first)| Given {
        row,
        value: *value,
        speaker: 0,
        statement: position(first),
        weight: row.weight,
    });
    let mut pairs = Vec::new();
    sources(&mut given.collect::<Vec<_>>(), false, &mut pairs);
    pairs.pop()
}

/// The value of one statement: the mean over coders of each coder's mean, or the consensus.
pub(crate) fn statement_value(codings: &[(&Statement, f64)], staged: bool) -> Option<f64> {
    if let [(_, value)] = codings {
        return Some(*value);
    }
    let any_agreed = codings.iter().any(|(row, _)| row.is_consensus());
    let mut by_coder: BTreeMap<Option<&PartyName>, Vec<f64>> = BTreeMap::new();
    for (row, value) in codings {
        if row.is_consensus() || !any_agreed {
            by_coder.entry(row.coder.as_ref()).or_default().push(*value);
        }
    }
    let coders = by_coder.into_values();
    middle(coders.filter_map(|of| middle(of, staged)).collect(), staged)
}

/// The mean, or the lower median of stages. Sorted before summing: the order of rows must not move the
/// last digit.
fn middle(mut values: Vec<f64>, staged: bool) -> Option<f64> {
    if staged {
        let pairs: Vec<(f64, f64)> = values.into_iter().map(|it| (it, 1.0)).collect();
        return stats::lower_median(&pairs);
    }
    values.sort_by(f64::total_cmp);
    stats::mean(&values)
}

fn combine(pairs: &[(f64, f64)], values: &[f64], pooling: Pooling) -> Option<f64> {
    if let [value] = values {
        return Some(*value);
    }
    match pooling.rule {
        InformantRule::Mean | InformantRule::Median | InformantRule::Single if pooling.staged => {
            stats::lower_median(pairs)
        }
        // Where one agreed answer is wanted, two different ones were told.
        InformantRule::Mean | InformantRule::Single => stats::arithmetic(pairs),
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
