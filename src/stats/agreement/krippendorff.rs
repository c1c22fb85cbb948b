//! Krippendorff's alpha (2004, ch. 11; 2011), α = 1 − (n − 1) Σ o δ² / Σ n n δ².
//!
//! The table of coincidences, a square of all levels, is never built. For every metric but ratio
//! δ² is a squared distance between scores (the values, or for ordinal data the middle ranks of the
//! levels among the pairable values), so that a sum over pairs is a sum of squares around a mean:
//! `Σ δ² = 2 m Σ (x − x̄)²`. What each distinct row adds is computed once and a resample only
//! changes how often it counts.

use std::collections::HashMap;

use crate::stats::Wording;
use crate::stats::agreement::coefficient::{Base, Coefficient, Outcome, Raters, Run};
use crate::stats::agreement::metric::Metric;
use crate::stats::agreement::ratings::{
    MAX_LEVELS, MISSING, Pattern, Patterns, Ratings, comparable, pairable,
};
use crate::stats::resample::{Interval, IntervalMethod, Resampling, intervals};
use crate::stats::undefined::{Undefined, finite};

/// See [`krippendorff_alpha`].
pub(crate) static KRIPPENDORFF_ALPHA: Coefficient = Coefficient {
    name: "krippendorff_alpha",
    label: Wording {
        en: "Krippendorff's alpha",
        id: "Alpha Krippendorff",
    },
    weighted_label: None,
    formula: r"1 − (n − 1) Σ o δ² / Σ nₖnₗ δ²",
    source: "Krippendorff 2004, 2011",
    interval: None,
    raters: Raters::Several,
    base: Base::Pairable,
    chance: true,
    names_raters: false,
    counts_levels: false,
    run: Run::Distances {
        value: krippendorff_alpha,
        intervals: |ratings, metrics, plan| match metrics {
            // The draws of all at once cost little more than those of one.
            [a, b, c, d] => krippendorff_intervals(ratings, [*a, *b, *c, *d], plan).to_vec(),
            _ => metrics
                .iter()
                .map(|it| krippendorff_interval(ratings, *it, plan))
                .collect(),
        },
    },
};

/// Krippendorff's alpha, at most 1, over units with two values or more. Unused levels change
/// nothing. With one such unit it is 0 whatever the disagreement: below about ten units the figure
/// says little.
///
/// # Errors
///
/// See [`Undefined`]; where all pairable values are equal [`Undefined::NoVariation`], not 1. The ratio
/// metric takes up to ten times [`MAX_LEVELS`] distinct values, the others any number.
pub fn krippendorff_alpha(ratings: &Ratings, metric: Metric) -> Result<Outcome, Undefined> {
    let patterns = Patterns::new(ratings);
    let mut data = Coincidences::new(ratings, &patterns, metric)?;
    let value = data.alpha(&patterns.times)?;
    Ok(Outcome {
        value,
        se: None,
        interval: None,
        units: pairable(&patterns),
        raters: ratings.active().len(),
    })
}

/// An interval for alpha, by drawing the units with two values or more again, or their clusters.
///
/// Resampling pairs of values as if they were independent, as the macro KALPHA does, covers .67 to
/// .72 where it claims .95 (see also Zapf and others 2016), so it is not offered. Jackknife-t is cut
/// at 1. Draws take time in proportion to distinct rows, BCa and jackknife once more in proportion to
/// their square.
///
/// # Errors
///
/// As for [`krippendorff_alpha`] and [`interval`](crate::stats::interval); a cluster is needed for
/// each unit.
pub fn krippendorff_interval(
    ratings: &Ratings,
    metric: Metric,
    plan: &Resampling,
) -> Result<Interval, Undefined> {
    let [out] = krippendorff_intervals(ratings, [metric], plan);
    out
}

/// Intervals for alpha with several metrics, from the same draws: each as
/// [`krippendorff_interval`] gives it.
fn krippendorff_intervals<const N: usize>(
    ratings: &Ratings,
    metrics: [Metric; N],
    plan: &Resampling,
) -> [Result<Interval, Undefined>; N] {
    let patterns = Patterns::new(ratings);
    let mut data = metrics.map(|metric| Coincidences::new(ratings, &patterns, metric));
    let mut alphas = |times: &[u32]| {
        let mut out = [Err(Undefined::OneRater); N];
        for (out, data) in out.iter_mut().zip(&mut data) {
            *out = data
                .as_mut()
                .map_err(|it| *it)
                .and_then(|it| it.alpha(times));
        }
        out
    };
    let estimates = alphas(&patterns.times);
    let (kinds, rows_of) = match kinds(&patterns, plan.clusters) {
        Ok(found) => found,
        Err(why) => return [Err(why); N],
    };
    let mut times = vec![0; patterns.rows.len()];
    let drawn = intervals(plan, &kinds, estimates, |drawn| {
        times.fill(0);
        for (rows, drawn) in rows_of.iter().zip(drawn) {
            for row in rows {
                times[*row as usize] += drawn;
            }
        }
        alphas(&times)
    });
    drawn.map(|it| {
        let mut out = it?;
        if plan.method == IntervalMethod::JackknifeT {
            out.high = out.high.min(1.0);
        }
        Ok(out)
    })
}

/// The kind of each cluster, or of each unit, and the pairable rows of each kind. Clusters with the
/// same rows are of one kind. A unit without a pair adds nothing to alpha and is not drawn.
fn kinds(
    patterns: &Patterns,
    clusters: Option<&[usize]>,
) -> Result<(Vec<usize>, Vec<Vec<u32>>), Undefined> {
    let units = patterns.of_unit.iter().copied().enumerate();
    let pairable =
        units.filter(|(_, row)| *row != MISSING && patterns.rows[*row as usize].is_pairable());
    let mut members: std::collections::BTreeMap<usize, Vec<u32>> =
        std::collections::BTreeMap::new();
    match clusters {
        Some(of) if of.len() != patterns.of_unit.len() => {
            return Err(Undefined::UnsoundResampling);
        }
        Some(of) => {
            for (unit, row) in pairable {
                members.entry(of[unit]).or_default().push(row);
            }
        }
        None => members.extend(pairable.map(|(unit, row)| (unit, vec![row]))),
    }
    let mut known: HashMap<Vec<u32>, usize> = HashMap::new();
    let mut rows_of = Vec::new();
    let mut kinds = Vec::with_capacity(members.len());
    for mut rows in members.into_values() {
        rows.sort_unstable();
        let next = known.len();
        kinds.push(*known.entry(rows).or_insert_with_key(|rows| {
            rows_of.push(rows.clone());
            next
        }));
    }
    Ok((kinds, rows_of))
}

/// Rows ready to be counted again and again.
struct Coincidences<'a> {
    rows: &'a [Pattern],
    metric: Metric,
    /// What each row adds to observed disagreement, except for ordinal data, where that depends on
    /// the margins.
    disagreement: Vec<f64>,
    /// n of each level, kept between calls for its memory.
    margins: Vec<f64>,
    /// The score of each level.
    scores: Vec<f64>,
}

impl<'a> Coincidences<'a> {
    fn new(ratings: &Ratings, patterns: &'a Patterns, metric: Metric) -> Result<Self, Undefined> {
        comparable(ratings, patterns)?;
        let scores = ratings.levels().to_vec();
        if metric == Metric::Ratio && scores.iter().any(|value| *value < 0.0) {
            return Err(Undefined::NegativeForRatio);
        }
        // The only metric that takes time in proportion to the square of the levels.
        if metric == Metric::Ratio && scores.len() > 10 * MAX_LEVELS {
            return Err(Undefined::TooManyLevels);
        }
        let rows = &patterns.rows;
        let disagreement = rows
            .iter()
            .map(|row| within(row, metric, &scores))
            .collect();
        Ok(Self {
            rows,
            metric,
            disagreement,
            margins: vec![0.0; scores.len()],
            scores,
        })
    }

    /// Alpha where each row stands `times` times in the data.
    fn alpha(&mut self, times: &[u32]) -> Result<f64, Undefined> {
        self.margins.fill(0.0);
        for (row, times) in self.rows.iter().zip(times) {
            if *times > 0 && row.is_pairable() {
                for (level, n) in &row.counts {
                    self.margins[*level] += f64::from(*times) * n;
                }
            }
        }
        // Sums of whole numbers, exact in double precision.
        let n: f64 = self.margins.iter().sum();
        if self.margins.iter().filter(|it| **it > 0.0).count() < 2 {
            return Err(Undefined::NoVariation);
        }
        let mut observed = 0.0;
        if self.metric == Metric::Ordinal {
            let mut below = 0.0;
            for (score, margin) in self.scores.iter_mut().zip(&self.margins) {
                *score = below + margin / 2.0;
                below += margin;
            }
            for (row, times) in self.rows.iter().zip(times).filter(|(_, it)| **it > 0) {
                observed += f64::from(*times) * within(row, self.metric, &self.scores);
            }
        } else {
            for (of_row, times) in self.disagreement.iter().zip(times) {
                observed += f64::from(*times) * of_row;
            }
        }
        let expected = between(self.metric, &self.scores, &self.margins, n);
        finite(1.0 - (n - 1.0) * observed / expected)
    }
}

/// Σ δ² over ordered pairs of the values of one row, divided by m − 1; 0 below two values.
pub(super) fn within(row: &Pattern, metric: Metric, scores: &[f64]) -> f64 {
    if row.counts.len() < 2 {
        return 0.0;
    }
    let pairs = row.counts.iter().map(|(level, n)| (scores[*level], *n));
    pairwise(metric, pairs, row.values) / (row.values - 1.0)
}

/// Σ n n δ² over ordered pairs of levels.
pub(super) fn between(metric: Metric, scores: &[f64], margins: &[f64], n: f64) -> f64 {
    let present = scores.iter().copied().zip(margins.iter().copied());
    pairwise(metric, present.filter(|(_, margin)| *margin > 0.0), n)
}

/// Σ δ² over ordered pairs of values, each score given with its number among `n`.
fn pairwise(metric: Metric, values: impl Iterator<Item = (f64, f64)> + Clone, n: f64) -> f64 {
    match metric {
        Metric::Nominal => n * n - values.map(|(_, times)| times * times).sum::<f64>(),
        Metric::Ordinal | Metric::Interval => {
            let mean = values.clone().map(|(x, times)| times * x).sum::<f64>() / n;
            let squares: f64 = values.map(|(x, times)| times * (x - mean).powi(2)).sum();
            2.0 * n * squares
        }
        Metric::Ratio => {
            let mut sum = 0.0;
            for (at, (x, of_x)) in values.clone().enumerate() {
                for (y, of_y) in values.clone().take(at) {
                    // Levels are not negative and differ, so their sum is not 0.
                    sum += 2.0 * of_x * of_y * ((x - y) / (x + y)).powi(2);
                }
            }
            sum
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::stats::Grid;

    const ALL: [Metric; 4] = [
        Metric::Nominal,
        Metric::Ordinal,
        Metric::Interval,
        Metric::Ratio,
    ];

    fn ratings(rows: &[[f64; 3]]) -> Ratings {
        let rows: Vec<Vec<Option<f64>>> = rows
            .iter()
            .map(|row| row.iter().map(|it| (*it >= 0.0).then_some(*it)).collect())
            .collect();
        Ratings::new(&Grid::from_rows(&rows).expect("sound"))
    }

    /// Krippendorff (1980, p. 139) as other programs cite it.
    fn published() -> Ratings {
        ratings(&[
            [1.0, 1.0, 1.0],
            [1.0, 2.0, 2.0],
            [2.0, 2.0, 2.0],
            [4.0, 4.0, 4.0],
            [1.0, 4.0, 4.0],
            [2.0, 2.0, 2.0],
            [1.0, 2.0, 3.0],
            [3.0, 3.0, 3.0],
            [2.0, 2.0, 2.0],
        ])
    }

    #[test]
    fn one_level_for_all_is_undefined_and_perfect_agreement_on_two_is_one() {
        for metric in ALL {
            let same = ratings(&[[2.0, 2.0, 2.0], [2.0, 2.0, -1.0]]);
            let found = krippendorff_alpha(&same, metric);
            assert_eq!(found, Err(Undefined::NoVariation));
            let agreed = ratings(&[[2.0, 2.0, 2.0], [0.0, 0.0, -1.0]]);
            let found = krippendorff_alpha(&agreed, metric).expect("defined");
            assert!((found.value - 1.0).abs() < 1e-15);
            assert_eq!((found.units, found.raters), (2, 3));
        }
    }

    #[test]
    fn one_pairable_unit_in_disagreement_gives_zero() {
        for metric in ALL {
            let found = krippendorff_alpha(&ratings(&[[2.0, 1.0, 4.0], [3.0, -1.0, -1.0]]), metric);
            assert!(found.expect("defined").value.abs() < 1e-12);
        }
    }

    #[test]
    fn what_cannot_be_compared_says_why() {
        let lonely = ratings(&[[2.0, -1.0, -1.0], [3.0, -1.0, -1.0]]);
        let found = krippendorff_alpha(&lonely, Metric::Nominal);
        assert_eq!(found, Err(Undefined::OneRater));
        let apart = ratings(&[[2.0, -1.0, -1.0], [-1.0, 3.0, -1.0]]);
        let found = krippendorff_alpha(&apart, Metric::Nominal);
        assert_eq!(found, Err(Undefined::NoPairableUnits));
        let cold = Grid::from_rows(&[vec![Some(-2.0), Some(3.0)]]).expect("sound");
        let found = krippendorff_alpha(&Ratings::new(&cold), Metric::Ratio);
        assert_eq!(found, Err(Undefined::NegativeForRatio));
        let huge = Grid::from_rows(&[vec![Some(-1e300), Some(1e300)]]).expect("sound");
        let found = krippendorff_alpha(&Ratings::new(&huge), Metric::Interval);
        assert_eq!(found, Err(Undefined::TooLarge));
    }

    #[test]
    fn the_order_of_units_and_raters_and_lonely_values_do_not_matter() {
        let [one, other] = [
            ratings(&[[1.0, 2.0, 2.0], [3.0, 3.0, 4.0], [1.0, 1.0, -1.0]]),
            ratings(&[
                [9.0, -1.0, -1.0],
                [4.0, 3.0, 3.0],
                [-1.0, 1.0, 1.0],
                [2.0, 1.0, 2.0],
            ]),
        ];
        for metric in ALL {
            let [a, b] = [&one, &other].map(|it| krippendorff_alpha(it, metric).expect("defined"));
            assert!((a.value - b.value).abs() < 1e-12);
        }
    }

    #[test]
    fn a_resample_is_the_alpha_of_the_units_it_drew() {
        let all = published();
        let patterns = Patterns::new(&all);
        for metric in ALL {
            let mut data = Coincidences::new(&all, &patterns, metric).expect("sound");
            let drawn = [0, 0, 1, 4, 6, 6, 6, 8, 3];
            let mut times = vec![0; patterns.rows.len()];
            for unit in drawn {
                times[patterns.of_unit[unit] as usize] += 1;
            }
            let direct = krippendorff_alpha(&all.of_units(&drawn), metric).expect("defined");
            let quick = data.alpha(&times).expect("defined");
            assert!((quick - direct.value).abs() < 1e-12);
        }
    }

    #[test]
    fn an_interval_is_repeatable_and_holds_the_estimate() {
        let all = published();
        for method in [
            IntervalMethod::Percentile,
            IntervalMethod::Bca,
            IntervalMethod::JackknifeT,
        ] {
            let plan = Resampling {
                method,
                ..Resampling::default()
            };
            let find = || krippendorff_interval(&all, Metric::Ordinal, &plan).expect("an interval");
            let [one, two] = [find(), find()];
            assert_eq!(one, two);
            let value = krippendorff_alpha(&all, Metric::Ordinal).expect("defined");
            assert!(one.low < value.value && value.value < one.high && one.high <= 1.0);
        }
    }

    #[test]
    fn clusters_are_drawn_whole() {
        let all = published();
        let each: Vec<usize> = (0..9).collect();
        let plan = |clusters| Resampling {
            clusters,
            ..Resampling::default()
        };
        let find = |plan| krippendorff_interval(&all, Metric::Nominal, &plan);
        assert_eq!(find(plan(Some(&each))), find(plan(None)));
        let one = [0; 9];
        assert_eq!(find(plan(Some(&one))), Err(Undefined::TooFewClusters));
        let short = [0, 1];
        assert_eq!(find(plan(Some(&short))), Err(Undefined::UnsoundResampling));
    }

    #[test]
    fn resamples_in_which_nothing_varies_are_counted() {
        let rare = ratings(&[
            [1.0, 1.0, 1.0],
            [1.0, 1.0, 1.0],
            [1.0, 1.0, 1.0],
            [1.0, 2.0, 2.0],
            [1.0, 1.0, 2.0],
        ]);
        let plan = Resampling {
            method: IntervalMethod::Percentile,
            ..Resampling::default()
        };
        let found = krippendorff_interval(&rare, Metric::Nominal, &plan).expect("an interval");
        // Neither of the two mixed units is drawn with probability 0.6⁵ = 0.078.
        assert!((50..110).contains(&found.degenerate), "{found:?}");
    }
}
