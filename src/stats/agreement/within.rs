//! Krippendorff's alpha with chance taken within strata, such as the indicators of a framework.
//!
//! α = 1 − Σ Oₛ / Σ Eₛ over strata s, with the parts that [`krippendorff_alpha`] of one stratum has:
//! Oₛ = Σ over its units of Σ δ² / (m − 1), and Eₛ = Σ n n δ² / (nₛ − 1), nₛ its pairable values. As
//! Oₛ = nₛ·Dₒ and Eₛ = nₛ·Dₑ, these are its observed and expected disagreement weighted by its
//! pairable values. The distances δ are those of all strata on one scale together. Pooled alpha has
//! the same Σ Oₛ and draws chance pairs across strata too, so that strata which are easily told
//! apart raise it without any better coding. The idea of expected disagreement within strata is
//! that of stratified kappa (Barlow, Lai and Azen 1991); this form for alpha is ours.
//!
//! [`krippendorff_alpha`]: super::krippendorff_alpha

use std::collections::BTreeMap;

use crate::stats::agreement::krippendorff::{between, within};
use crate::stats::agreement::metric::Metric;
use crate::stats::agreement::ratings::{MISSING, Patterns, Ratings, comparable};
use crate::stats::resample::{Interval, IntervalMethod, Resampling, intervals};
use crate::stats::undefined::{Undefined, finite};

/// Which stratum and which scale each unit belongs to.
#[derive(Clone, Copy, Debug)]
pub struct Strata<'a> {
    /// For each unit its stratum.
    pub of_unit: &'a [usize],
    /// For each stratum its scale.
    pub scale: &'a [usize],
    /// For each scale its length, above 0: interval distances are shares of it.
    pub span: &'a [f64],
}

/// Alpha within strata, with its base.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Within {
    /// 1 for perfect agreement, 0 for agreement as by chance within strata, below 0 for less.
    pub value: f64,
    /// Units with two values or more, in the strata that count.
    pub units: usize,
    /// Strata that count: those with two such units or more.
    pub strata: usize,
    /// Strata with one such unit, which say nothing about chance and are left out.
    pub left_out: usize,
    /// Raters who gave any value.
    pub raters: usize,
}

/// Krippendorff's alpha with chance within strata, at most 1; of one stratum the common alpha.
///
/// # Errors
///
/// As for [`krippendorff_alpha`](super::krippendorff_alpha); [`Undefined::TooFewUnits`] where no
/// stratum has two units with two values; [`Undefined::UnsoundResampling`] where the strata do not
/// match the units.
pub fn within_alpha(
    ratings: &Ratings,
    strata: Strata,
    metric: Metric,
) -> Result<Within, Undefined> {
    let patterns = Patterns::new(ratings);
    let mut data = StratifiedRatings::new(ratings, &patterns, strata, metric)?;
    let once = data.once();
    let value = data.alpha(&once)?;
    let mut units = BTreeMap::new();
    for entry in &data.entries {
        *units.entry(entry.stratum).or_insert(0) += entry.times;
    }
    let counts = |it: &&u32| **it > 1;
    let inside = units.values().filter(counts);
    Ok(Within {
        value,
        units: inside.clone().map(|it| *it as usize).sum(),
        strata: inside.count(),
        left_out: units.values().filter(|it| **it == 1).count(),
        raters: ratings.active().len(),
    })
}

/// An interval for [`within_alpha`], by drawing units with two values or more again, or their
/// clusters. Each unit keeps its stratum. Jackknife-t is cut at 1.
///
/// # Errors
///
/// As for [`within_alpha`] and [`interval`](crate::stats::interval).
pub fn within_interval(
    ratings: &Ratings,
    strata: Strata,
    metric: Metric,
    plan: &Resampling,
) -> Result<Interval, Undefined> {
    let patterns = Patterns::new(ratings);
    let mut data = StratifiedRatings::new(ratings, &patterns, strata, metric)?;
    let once = data.once();
    let estimate = data.alpha(&once)?;
    if plan.clusters.is_some_and(|it| it.len() != ratings.units()) {
        return Err(Undefined::UnsoundResampling);
    }
    let mut members: BTreeMap<usize, Vec<usize>> = BTreeMap::new();
    for (unit, entry) in data.of_unit.iter().enumerate() {
        if let Some(entry) = entry {
            let cluster = plan.clusters.map_or(unit, |it| it[unit]);
            members.entry(cluster).or_default().push(*entry);
        }
    }
    // Clusters with the same rows in the same strata are of one kind.
    let mut known: BTreeMap<Vec<usize>, usize> = BTreeMap::new();
    let mut entries_of = Vec::new();
    let mut kinds = Vec::with_capacity(members.len());
    for mut entries in members.into_values() {
        entries.sort_unstable();
        if let Some(kind) = known.get(&entries) {
            kinds.push(*kind);
        } else {
            kinds.push(entries_of.len());
            known.insert(entries.clone(), entries_of.len());
            entries_of.push(entries);
        }
    }
    let mut times = vec![0; data.entries.len()];
    let [found] = intervals(plan, &kinds, [Ok(estimate)], |drawn| {
        times.fill(0);
        for (entries, drawn) in entries_of.iter().zip(drawn) {
            for entry in entries {
                times[*entry] += drawn;
            }
        }
        [data.alpha(&times)]
    });
    let mut out = found?;
    if plan.method == IntervalMethod::JackknifeT {
        out.high = out.high.min(1.0);
    }
    Ok(out)
}

/// A distinct row of values in a stratum.
struct Entry {
    stratum: usize,
    /// Position in the patterns.
    row: usize,
    /// How many units of the stratum have it.
    times: u32,
}

struct StratifiedRatings<'a> {
    patterns: &'a Patterns,
    metric: Metric,
    strata: Strata<'a>,
    entries: Vec<Entry>,
    /// The entry of each pairable unit.
    of_unit: Vec<Option<usize>>,
    levels: &'a [f64],
    /// n of each level in each stratum, kept between calls for its memory.
    margins: Vec<Vec<f64>>,
    /// Pairable units of each stratum.
    units: Vec<u32>,
    /// For each scale the score of each level.
    scores: Vec<Vec<f64>>,
}

impl<'a> StratifiedRatings<'a> {
    fn new(
        ratings: &'a Ratings,
        patterns: &'a Patterns,
        strata: Strata<'a>,
        metric: Metric,
    ) -> Result<Self, Undefined> {
        comparable(ratings, patterns)?;
        let levels = ratings.levels();
        if metric == Metric::Ratio && levels.iter().any(|value| *value < 0.0) {
            return Err(Undefined::NegativeForRatio);
        }
        let known = |it: &usize| {
            strata
                .scale
                .get(*it)
                .is_some_and(|it| *it < strata.span.len())
        };
        if strata.of_unit.len() != ratings.units() || !strata.of_unit.iter().all(known) {
            return Err(Undefined::UnsoundResampling);
        }
        let mut entries: Vec<Entry> = Vec::new();
        let mut places = BTreeMap::new();
        let mut of_unit = Vec::with_capacity(ratings.units());
        for (row, stratum) in patterns.of_unit.iter().zip(strata.of_unit) {
            if *row == MISSING || !patterns.rows[*row as usize].is_pairable() {
                of_unit.push(None);
                continue;
            }
            let at = *places.entry((*stratum, *row)).or_insert_with(|| {
                entries.push(Entry {
                    stratum: *stratum,
                    row: *row as usize,
                    times: 0,
                });
                entries.len() - 1
            });
            entries[at].times += 1;
            of_unit.push(Some(at));
        }
        let scores = strata.span.iter().map(|span| match metric {
            Metric::Interval => levels.iter().map(|it| it / span).collect(),
            _ => levels.to_vec(),
        });
        Ok(Self {
            patterns,
            metric,
            strata,
            entries,
            of_unit,
            levels,
            margins: vec![vec![0.0; levels.len()]; strata.scale.len()],
            units: vec![0; strata.scale.len()],
            scores: scores.collect(),
        })
    }

    fn once(&self) -> Vec<u32> {
        self.entries.iter().map(|it| it.times).collect()
    }

    /// Alpha where each entry stands `times` times in the data.
    fn alpha(&mut self, times: &[u32]) -> Result<f64, Undefined> {
        self.units.fill(0);
        self.margins.iter_mut().for_each(|it| it.fill(0.0));
        for (entry, times) in self.entries.iter().zip(times).filter(|(_, it)| **it > 0) {
            self.units[entry.stratum] += times;
            for (level, n) in &self.patterns.rows[entry.row].counts {
                self.margins[entry.stratum][*level] += f64::from(*times) * n;
            }
        }
        if self.units.iter().all(|it| *it < 2) {
            return Err(Undefined::TooFewUnits);
        }
        if self.metric == Metric::Ordinal {
            self.rank();
        }
        let (mut observed, mut expected) = (0.0, 0.0);
        for (entry, times) in self.entries.iter().zip(times).filter(|(_, it)| **it > 0) {
            if self.units[entry.stratum] > 1 {
                let scores = &self.scores[self.strata.scale[entry.stratum]];
                let row = &self.patterns.rows[entry.row];
                observed += f64::from(*times) * within(row, self.metric, scores);
            }
        }
        let mut varies = false;
        for (at, margins) in self.margins.iter().enumerate() {
            let present = margins.iter().filter(|it| **it > 0.0).count();
            if self.units[at] > 1 && present > 1 {
                // Sums of whole numbers, exact in double precision.
                let n: f64 = margins.iter().sum();
                let scores = &self.scores[self.strata.scale[at]];
                expected += between(self.metric, scores, margins, n) / (n - 1.0);
                varies = true;
            }
        }
        if !varies {
            return Err(Undefined::NoVariation);
        }
        finite(1.0 - observed / expected)
    }

    /// Ordinal scores: the middle rank of each level among the pairable values on its scale, as a
    /// share of them, so that scales of different use weigh alike.
    fn rank(&mut self) {
        for (scale, scores) in self.scores.iter_mut().enumerate() {
            let mut of_level = vec![0.0; self.levels.len()];
            for (at, margins) in self.margins.iter().enumerate() {
                if self.strata.scale[at] == scale && self.units[at] > 1 {
                    for (sum, n) in of_level.iter_mut().zip(margins) {
                        *sum += n;
                    }
                }
            }
            let all = of_level.iter().sum::<f64>().max(1.0);
            let mut below = 0.0;
            for (score, n) in scores.iter_mut().zip(&of_level) {
                *score = (below + n / 2.0) / all;
                below += n;
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::stats::Grid;
    use crate::stats::agreement::krippendorff_alpha;

    fn ratings(rows: &[[f64; 2]]) -> Ratings {
        let rows: Vec<Vec<Option<f64>>> = rows
            .iter()
            .map(|row| row.iter().map(|it| (*it >= 0.0).then_some(*it)).collect())
            .collect();
        Ratings::new(&Grid::from_rows(&rows).expect("sound"))
    }

    fn strata(of_unit: &[usize]) -> Strata<'_> {
        Strata {
            of_unit,
            scale: &[0, 0, 0],
            span: &[4.0],
        }
    }

    #[test]
    fn one_stratum_is_the_common_alpha() {
        let all = ratings(&[[0.0, 1.0], [2.0, 2.0], [3.0, 4.0], [1.0, 1.0], [3.0, -1.0]]);
        for metric in Metric::ALL {
            let found = within_alpha(&all, strata(&[0; 5]), metric).expect("defined");
            let common = krippendorff_alpha(&all, metric).expect("defined");
            assert!((found.value - common.value).abs() < 1e-12);
            assert_eq!((found.units, found.strata, found.left_out), (4, 1, 0));
        }
    }

    /// Two strata that everybody tells apart, and inside each no agreement but chance.
    #[test]
    fn contrasts_between_strata_raise_the_pooled_figure_only() {
        let all = ratings(&[
            [0.0, 1.0],
            [1.0, 0.0],
            [0.0, 0.0],
            [1.0, 1.0],
            [3.0, 4.0],
            [4.0, 3.0],
            [3.0, 3.0],
            [4.0, 4.0],
        ]);
        let of_unit = [0, 0, 0, 0, 1, 1, 1, 1];
        let pooled = krippendorff_alpha(&all, Metric::Interval).expect("defined");
        let inside = within_alpha(&all, strata(&of_unit), Metric::Interval).expect("defined");
        assert!(pooled.value > 0.8, "{pooled:?}");
        // O = 4·1 of each stratum's 8 values: Dₒ = .5; Dₑ = 2·4·4/(8·7) = .571.
        assert!((inside.value - 0.125).abs() < 1e-12, "{inside:?}");
    }

    #[test]
    fn a_stratum_of_one_unit_is_left_out_and_counted() {
        let all = ratings(&[[0.0, 0.0], [2.0, 2.0], [3.0, 0.0]]);
        let found = within_alpha(&all, strata(&[0, 0, 1]), Metric::Ordinal).expect("defined");
        assert_eq!((found.units, found.strata, found.left_out), (2, 1, 1));
        assert!((found.value - 1.0).abs() < 1e-12);
        let lonely = within_alpha(&all, strata(&[0, 1, 2]), Metric::Ordinal);
        assert_eq!(lonely, Err(Undefined::TooFewUnits));
        let wrong = within_alpha(&all, strata(&[0, 0]), Metric::Ordinal);
        assert_eq!(wrong, Err(Undefined::UnsoundResampling));
    }

    #[test]
    fn strata_without_variation_leave_it_undefined() {
        let all = ratings(&[[0.0, 0.0], [0.0, 0.0], [2.0, 2.0], [2.0, 2.0]]);
        let found = within_alpha(&all, strata(&[0, 0, 1, 1]), Metric::Nominal);
        assert_eq!(found, Err(Undefined::NoVariation));
    }

    #[test]
    fn an_interval_is_repeatable_and_holds_the_estimate() {
        let all = ratings(&[
            [0.0, 1.0],
            [2.0, 2.0],
            [1.0, 1.0],
            [3.0, 4.0],
            [3.0, 3.0],
            [4.0, 4.0],
            [2.0, 3.0],
        ]);
        let of_unit = [0, 0, 0, 1, 1, 1, 1];
        for method in [
            IntervalMethod::Percentile,
            IntervalMethod::Bca,
            IntervalMethod::JackknifeT,
        ] {
            let plan = Resampling {
                method,
                ..Resampling::default()
            };
            let find =
                || within_interval(&all, strata(&of_unit), Metric::Ordinal, &plan).expect("one");
            let value = within_alpha(&all, strata(&of_unit), Metric::Ordinal).expect("defined");
            let found = find();
            assert_eq!(found, find());
            assert!(found.low < value.value && value.value < found.high && found.high <= 1.0);
        }
    }
}
