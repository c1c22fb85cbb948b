//! How far a study's own coders differ, for whatever else depends on it: reruns with other levels,
//! and what may be said of a ranking.

use std::collections::BTreeMap;

use crate::stats::agreement::Levels;

use super::computed::Computed;
use super::part::Part;
use super::reading::{Reading, reading};
use super::scales::Scales;
use super::units::{Unit, UnitKind, UnitName};

/// The agreement of a study's own coders on levels.
#[derive(Debug, Clone, PartialEq)]
pub struct Measured {
    /// What the units are.
    pub unit: UnitKind,
    /// Units that two coders or more gave a level, at least 1. All figures here rest on these.
    pub units: usize,
    /// Coders who gave a level to one of them, at least 2.
    pub coders: usize,
    /// How far two coders of one unit lie apart, ascending by [`Difference::steps`]; begins with 0
    /// steps, also where that never occurs. The shares sum to 1.
    pub differences: Vec<Difference>,
    /// Krippendorff's alpha with the metric of the scale, within indicators where that can be had,
    /// with its interval: what `siap agree` prints as its headline.
    pub alpha: Computed,
    /// What that means for the use of the data.
    pub reading: Reading,
}

/// Pairs of coders that lie so many steps apart.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Difference {
    /// Steps between neighbouring levels of the indicator's scale, 0 or more; where a scale names no
    /// levels a step is 1. A coder's mean between two levels counts to the nearest step.
    pub steps: usize,
    /// The mean over units of the share of their pairs of coders, 0 to 1, so that a unit with many
    /// coders weighs as one with two. Coders have no order: half of it is up and half is down.
    pub share: f64,
}

impl Measured {
    /// The share of pairs that differ at all, 0 to 1: one minus percent agreement.
    #[must_use]
    pub fn differing(&self) -> f64 {
        let apart = self.differences.iter().filter(|it| it.steps > 0);
        apart.map(|it| it.share).sum()
    }

    /// How many steps another of the study's coders would lie from a level, for a number `u` drawn
    /// evenly from 0 up to 1: the quantile of the signed differences, from the farthest below to the
    /// farthest above. Cut at the ends of the scale by whoever uses it.
    #[must_use]
    pub fn shift(&self, u: f64) -> i64 {
        let signed = |sign: i64| {
            move |it: &Difference| {
                let steps = i64::try_from(it.steps).unwrap_or(i64::MAX);
                let share = if it.steps > 0 {
                    it.share / 2.0
                } else {
                    it.share
                };
                (sign * steps, share)
            }
        };
        let below = self.differences.iter().rev().map(signed(-1));
        let above = self.differences.iter().filter(|it| it.steps > 0);
        let mut last = 0;
        let mut sum = 0.0;
        for (steps, share) in below.chain(above.map(signed(1))) {
            if share > 0.0 {
                sum += share;
                last = steps;
                if u < sum {
                    return steps;
                }
            }
        }
        last
    }
}

/// What the units of levels show; `None` where no two coders gave one a level.
pub(super) fn measured(
    unit: UnitKind,
    units: &[Unit],
    scales: &Scales,
    whole: &Part,
) -> Option<Measured> {
    let alpha = *whole.headline().filter(|_| whole.pairable > 0)?;
    let levels_of = |unit: &Unit| match unit.name {
        UnitName::Coded { node, .. } => scales.levels_of(node),
        UnitName::Row(_) => None,
    };
    Some(Measured {
        unit,
        units: whole.pairable,
        coders: whole.pooled().map_or(alpha.raters, |it| it.raters),
        differences: differences(units, levels_of),
        reading: reading(whole),
        alpha,
    })
}

/// The distribution of the distance of two coders, each unit weighing the same.
fn differences<'a>(
    units: &'a [Unit],
    levels_of: impl Fn(&'a Unit) -> Option<&'a Levels>,
) -> Vec<Difference> {
    let mut shares: BTreeMap<usize, f64> = BTreeMap::from([(0, 0.0)]);
    let mut pairable = 0.0;
    for unit in units.iter().filter(|it| it.is_pairable()) {
        let levels = levels_of(unit);
        let places: Vec<f64> = unit
            .values
            .iter()
            .flatten()
            .map(|it| place(*it, levels))
            .collect();
        let mut apart: BTreeMap<usize, f64> = BTreeMap::new();
        let mut pairs = 0.0;
        for (at, one) in places.iter().enumerate() {
            for other in &places[..at] {
                *apart.entry(steps(one - other)).or_default() += 1.0;
                pairs += 1.0;
            }
        }
        for (steps, times) in apart {
            *shares.entry(steps).or_default() += times / pairs;
        }
        pairable += 1.0;
    }
    let share = |(steps, sum): (usize, f64)| Difference {
        steps,
        share: sum / pairable,
    };
    shares.into_iter().map(share).collect()
}

/// The place of a value among levels, between two of them by proportion; without levels the value.
fn place(value: f64, levels: Option<&Levels>) -> f64 {
    let Some(levels) = levels.map(Levels::values) else {
        return value;
    };
    let mut below = 0.0;
    for pair in levels.windows(2) {
        let share = (value - pair[0]) / (pair[1] - pair[0]);
        if share <= 1.0 {
            return below + share.max(0.0);
        }
        below += 1.0;
    }
    below
}

/// The nearest whole number of steps; half a step is one.
#[expect(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "not negative, and far from the largest number wherever levels are judged"
)]
fn steps(apart: f64) -> usize {
    (apart.abs() + 0.5 + crate::stats::TOLERANCE).floor() as usize
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn places_are_those_of_the_levels() {
        let levels = Levels::new(&[0.0, 1.0, 3.0]);
        for (value, wanted) in [(0.0, 0.0), (1.0, 1.0), (2.0, 1.5), (3.0, 2.0), (4.0, 2.0)] {
            assert!((place(value, levels.as_ref()) - wanted).abs() < 1e-12);
        }
        assert_eq!([0.0, 0.4, 0.5, -1.2, 2.0].map(steps), [0, 0, 1, 1, 2]);
    }
}
