//! How sure an order is: who surely stands above whom, and with that the places each could take.

use crate::assess::{Assessed, OnCommon};
use crate::framework::{Framework, Method};
use crate::stats::TOLERANCE;
use crate::text::vocabulary;

/// Two ranked regions whose order is not supported by the data there are.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Doubt {
    /// Assessment of the region ranked higher.
    pub above: usize,
    /// Assessment of the region ranked lower.
    pub below: usize,
    /// Why the order is in doubt.
    pub why: Why,
}

vocabulary! {
    /// Why the order of two regions is in doubt.
    #[derive(PartialOrd, Ord)]
    pub enum Why {
        /// What is missing could turn the order round.
        MissingData = "missing-data",
        /// With what is missing the lower one could draw level, and no more.
        CouldTie = "could-tie",
        /// On what both have the lower one is as high or higher.
        CommonIndicators = "common-indicators",
        /// They have nothing in common that comes to an index.
        NothingInCommon = "nothing-in-common",
        /// Scores hang on what others have, so that they could be any.
        Relative = "relative",
    }
}

/// The places that a region could take.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Places {
    /// The best.
    pub best: usize,
    /// The worst: the place that it has for certain.
    pub worst: usize,
}

/// Who surely stands above whom among some assessments.
#[derive(Debug)]
pub(super) struct Order {
    ends: Vec<Option<(f64, f64)>>,
    /// Row by row: whether one surely stands above another, or why not though its range lies above.
    relations: Vec<Relation>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Relation {
    /// Surely above.
    Above,
    /// Nothing is sure, for a reason.
    Open(Why),
    /// Both are complete and have the same score.
    Equal,
}

impl Order {
    /// A region surely stands above another when the lowest index that it could have exceeds the highest
    /// that the other could have, and it is higher as well on what both have.
    pub(super) fn of(
        framework: &Framework,
        assessed: &Assessed,
        method: &Method,
        among: &[usize],
    ) -> Self {
        let ends: Vec<Option<(f64, f64)>> = among
            .iter()
            .map(|at| {
                let index = &assessed.assessments[*at].nodes[0];
                index.score_low.zip(index.score_high)
            })
            .collect();
        let apart = |one: usize, other: usize| match (ends[one], ends[other]) {
            (Some((low, _)), Some((_, high))) => low > high + TOLERANCE,
            _ => false,
        };
        let count = among.len();
        let wanted: Vec<(usize, Vec<usize>)> = (0..count)
            .map(|one| {
                let others = (0..count).filter(|other| apart(one, *other));
                (among[one], others.map(|other| among[other]).collect())
            })
            .collect();
        let common = assessed.on_common(framework, method, &wanted);
        let mut relations = Vec::with_capacity(count * count);
        for (one, common) in common.iter().enumerate() {
            let mut common = common.iter();
            for other in 0..count {
                relations.push(match apart(one, other) {
                    true => on_common(common.next().copied().unwrap_or_default()),
                    false => without_gap(ends[one], ends[other]),
                });
            }
        }
        Self { ends, relations }
    }

    fn relation(&self, one: usize, other: usize) -> Relation {
        self.relations[one * self.ends.len() + other]
    }

    /// The places that the one at the position `one` could take among all of them, or, where it is
    /// `outside`, with all of `among` (positions) but not with others like it.
    pub(super) fn places(&self, one: usize, among: &[usize]) -> Places {
        let others = || among.iter().copied().filter(|other| *other != one);
        let all = others().count() + 1;
        let above = |a, b| self.relation(a, b) == Relation::Above;
        let better = others().filter(|other| above(*other, one)).count();
        let worse = others().filter(|other| above(one, *other)).count();
        let equal = others()
            .filter(|other| self.relation(one, *other) == Relation::Equal)
            .count();
        Places {
            best: 1 + better,
            worst: all - worse - equal,
        }
    }

    /// Why it is not sure that the first stands above the second; `None`: it is sure, or they are
    /// equal for sure.
    pub(super) fn doubt(&self, above: usize, below: usize) -> Option<Why> {
        match self.relation(above, below) {
            Relation::Above | Relation::Equal => None,
            Relation::Open(why) => Some(why),
        }
    }
}

/// The relation of one whose range lies above that of the other.
fn on_common(indices: OnCommon) -> Relation {
    match indices {
        OnCommon { shares: false, .. } => Relation::Open(Why::NothingInCommon),
        OnCommon {
            indices: Some((mine, theirs)),
            ..
        } if mine > theirs + TOLERANCE => Relation::Above,
        OnCommon { .. } => Relation::Open(Why::CommonIndicators),
    }
}

/// The relation of two whose ranges do not lie apart that way.
fn without_gap(mine: Option<(f64, f64)>, theirs: Option<(f64, f64)>) -> Relation {
    let (Some(mine), Some(theirs)) = (mine, theirs) else {
        return Relation::Open(Why::Relative);
    };
    let is_one = |(low, high): (f64, f64)| high - low <= TOLERANCE;
    match is_one(mine) && is_one(theirs) && (mine.0 - theirs.0).abs() <= TOLERANCE {
        true => Relation::Equal,
        false if (theirs.1 - mine.0).abs() <= TOLERANCE => Relation::Open(Why::CouldTie),
        false => Relation::Open(Why::MissingData),
    }
}

/// Scored indicators for which every one of `sorted` has a value.
pub(super) fn common(framework: &Framework, assessed: &Assessed, sorted: &[usize]) -> Vec<usize> {
    framework
        .indicators()
        .map(|(at, ..)| at)
        .filter(|at| {
            !sorted.is_empty()
                && sorted
                    .iter()
                    .all(|it| assessed.assessments[*it].nodes[*at].score.is_some())
        })
        .collect()
}
