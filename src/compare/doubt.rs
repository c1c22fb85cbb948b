//! What would turn the order of two regions round: other indicators, or what is missing.

use crate::assess::Assessed;
use crate::framework::{Framework, Method};
use crate::stats::TOLERANCE;

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

/// Why the order of two regions is in doubt.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Why {
    /// On the indicators that all ranked regions have, the order is the other way round.
    CommonIndicators,
    /// What is missing could turn the order round.
    MissingData,
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

/// Every pair of `sorted` (best first) whose order is in doubt.
pub(super) fn doubts(
    framework: &Framework,
    assessed: &Assessed,
    method: &Method,
    sorted: &[usize],
    common: &[usize],
) -> Vec<Doubt> {
    let counts = |at: usize| common.binary_search(&at).is_ok();
    let on_common = assessed.index_on(framework, method, sorted, &counts);
    let index = |at: usize| &assessed.assessments[at].nodes[0];
    let mut out = Vec::new();
    for (first, above) in sorted.iter().enumerate() {
        for (second, below) in sorted.iter().enumerate().skip(first + 1) {
            let (Some(upper), Some(lower)) = (index(*above).score, index(*below).score) else {
                continue;
            };
            if upper - lower <= TOLERANCE {
                continue;
            }
            let mut doubt = |why| {
                out.push(Doubt {
                    above: *above,
                    below: *below,
                    why,
                });
            };
            if let (Some(upper), Some(lower)) = (on_common[first], on_common[second])
                && lower > upper + TOLERANCE
            {
                doubt(Why::CommonIndicators);
            }
            if let (Some(low), Some(high)) = (index(*above).score_low, index(*below).score_high)
                && high > low - TOLERANCE
            {
                doubt(Why::MissingData);
            }
        }
    }
    out
}

/// The tier of each of `sorted`: a new one starts only where every region above is ahead of every
/// region below beyond doubt.
pub(super) fn tiers(assessed: &Assessed, sorted: &[usize], doubts: &[Doubt]) -> Vec<usize> {
    let place = |at: usize| sorted.iter().position(|it| *it == at).unwrap_or(0);
    let mut joined = vec![false; sorted.len()];
    for doubt in doubts {
        let (first, last) = (place(doubt.above), place(doubt.below));
        joined[first..last].fill(true);
    }
    let score = |at: usize| assessed.assessments[at].nodes[0].score.unwrap_or(0.0);
    for at in 1..sorted.len() {
        if score(sorted[at - 1]) - score(sorted[at]) <= TOLERANCE {
            joined[at - 1] = true;
        }
    }
    let mut tier = 1;
    let mut out = Vec::with_capacity(sorted.len());
    for at in 0..sorted.len() {
        if at > 0 && !joined[at - 1] {
            tier += 1;
        }
        out.push(tier);
    }
    out
}
