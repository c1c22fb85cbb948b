//! Intervals by drawing the units again, or whole clusters of units such as regions.
//!
//! The generator is that of [`Stream`](crate::stats::Stream): each replicate has the stream of its
//! own number and does not depend on the others.

use crate::stats::distribution::{normal_below, normal_quantile, student_quantile};
use crate::stats::undefined::{Undefined, finite};
use crate::stats::{Stream, count, quantile::quantile};

/// How an interval is made.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
#[non_exhaustive]
pub enum IntervalMethod {
    /// From the distribution of the estimate that theory gives (t, F or normal).
    Analytic,
    /// Quantiles of the resampled values (Efron 1979).
    Percentile,
    /// Quantiles corrected for bias and acceleration (Efron 1987).
    Bca,
    /// Estimate ± t · jackknife standard error, one degree of freedom less than clusters (Tukey
    /// 1958). Draws nothing.
    JackknifeT,
}

impl IntervalMethod {
    /// The word of machine-readable output.
    #[must_use]
    pub fn code(self) -> &'static str {
        match self {
            Self::Analytic => "analytic",
            Self::Percentile => "percentile",
            Self::Bca => "bca",
            Self::JackknifeT => "jackknife_t",
        }
    }
}

/// What to draw, how often and from which seed.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Resampling<'a> {
    /// The kind of interval; [`IntervalMethod::Analytic`] cannot be had by drawing.
    pub method: IntervalMethod,
    /// Number of resamples, at least 2.
    pub replicates: u32,
    /// The seed of the generator.
    pub seed: u64,
    /// Confidence, above 0 and below 1.
    pub confidence: f64,
    /// For each unit the cluster that is drawn as a whole; without it each unit is its own.
    pub clusters: Option<&'a [usize]>,
}

impl Default for Resampling<'_> {
    fn default() -> Self {
        Self {
            method: IntervalMethod::Bca,
            replicates: 1000,
            seed: 1,
            confidence: 0.95,
            clusters: None,
        }
    }
}

/// An interval for an estimate.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Interval {
    /// Lower end.
    pub low: f64,
    /// Upper end.
    pub high: f64,
    /// Confidence, above 0 and below 1.
    pub confidence: f64,
    /// How it was made.
    pub method: IntervalMethod,
    /// Standard deviation of the resampled values, or the jackknife standard error.
    pub se: Option<f64>,
    /// Resamples drawn; 0 where none were.
    pub replicates: u32,
    /// Resamples without a value of their own, such as those in which all values are equal. They
    /// are left out of the quantiles.
    pub degenerate: u32,
}

/// How often clusters of each kind are drawn in one replicate; `kinds` has the kind of each cluster.
fn draw(seed: u64, replicate: u32, kinds: &[usize], times: &mut [u32]) {
    let mut stream = Stream::new(seed, 0, u64::from(replicate));
    times.fill(0);
    let Ok(below) = u32::try_from(kinds.len()) else {
        return;
    };
    for _ in 0..below {
        let index = stream.below(below);
        times[kinds[index as usize]] += 1;
    }
}

/// An interval for `estimate`, whose value on other data `again` gives from the number of times
/// that each of `clusters` clusters stands in the data.
///
/// # Errors
///
/// [`Undefined::TooFewUnits`] below two units, [`Undefined::TooFewClusters`] below two clusters; [`Undefined::DegenerateResamples`] where half of
/// the resamples, or any of the data sets without one cluster that the method needs, have no
/// value; [`Undefined::UnsoundResampling`] for a plan that makes no sense.
pub fn interval(
    plan: &Resampling,
    clusters: usize,
    estimate: f64,
    mut again: impl FnMut(&[u32]) -> Result<f64, Undefined>,
) -> Result<Interval, Undefined> {
    let kinds: Vec<usize> = (0..clusters).collect();
    let [out] = intervals(plan, &kinds, [Ok(estimate)], |times| [again(times)]);
    out
}

/// Intervals for several estimates from the same draws, as [`interval`] gives them one by one.
///
/// Clusters of one kind are interchangeable: `kinds` has the kind of each, and `again` takes how
/// often clusters of each kind stand in the data. An estimate that is undefined has no interval.
pub(super) fn intervals<const N: usize>(
    plan: &Resampling,
    kinds: &[usize],
    estimates: [Result<f64, Undefined>; N],
    mut again: impl FnMut(&[u32]) -> [Result<f64, Undefined>; N],
) -> [Result<Interval, Undefined>; N] {
    let clusters = kinds.len();
    let sound = plan.confidence > 0.0 && plan.confidence < 1.0 && u32::try_from(clusters).is_ok();
    if !sound || plan.method == IntervalMethod::Analytic {
        return [Err(Undefined::UnsoundResampling); N];
    }
    if clusters < 2 {
        let why = match plan.clusters {
            Some(_) => Undefined::TooFewClusters,
            None => Undefined::TooFewUnits,
        };
        return [Err(why); N];
    }
    let tail = (1.0 - plan.confidence) / 2.0;
    match plan.method {
        IntervalMethod::Percentile => {
            let drawn = replicates(plan, kinds, &mut again);
            std::array::from_fn(|at| {
                estimates[at]?;
                Ok(drawn[at]
                    .as_ref()
                    .map_err(|it| *it)?
                    .interval(plan, tail, 1.0 - tail))
            })
        }
        IntervalMethod::Bca => {
            let left_out = without_each(kinds, &mut again);
            let drawn = replicates(plan, kinds, &mut again);
            std::array::from_fn(|at| {
                let estimate = estimates[at]?;
                let left_out = left_out[at].as_ref().map_err(|it| *it)?;
                let drawn = drawn[at].as_ref().map_err(|it| *it)?;
                let (low, high) = corrected(plan, estimate, &drawn.values, left_out)
                    .ok_or(Undefined::DegenerateResamples)?;
                Ok(drawn.interval(plan, low, high))
            })
        }
        IntervalMethod::JackknifeT | IntervalMethod::Analytic => {
            let left_out = without_each(kinds, &mut again);
            std::array::from_fn(|at| {
                let left_out = left_out[at].as_ref().map_err(|it| *it)?;
                jackknife_t(plan, estimates[at]?, left_out)
            })
        }
    }
}

struct Replicates {
    /// Ascending, not empty.
    values: Vec<f64>,
    degenerate: u32,
}

impl Replicates {
    fn interval(&self, plan: &Resampling, low: f64, high: f64) -> Interval {
        Interval {
            low: quantile(&self.values, low).unwrap_or_default(),
            high: quantile(&self.values, high).unwrap_or_default(),
            confidence: plan.confidence,
            method: plan.method,
            se: crate::stats::deviation(&self.values).filter(|it| it.is_finite()),
            replicates: plan.replicates,
            degenerate: self.degenerate,
        }
    }
}

/// Number of kinds.
fn width(kinds: &[usize]) -> usize {
    kinds.iter().max().map_or(0, |it| it + 1)
}

fn replicates<const N: usize>(
    plan: &Resampling,
    kinds: &[usize],
    again: &mut impl FnMut(&[u32]) -> [Result<f64, Undefined>; N],
) -> [Result<Replicates, Undefined>; N] {
    if plan.replicates < 2 {
        return std::array::from_fn(|_| Err(Undefined::UnsoundResampling));
    }
    let mut times = vec![0; width(kinds)];
    let mut out: [Result<Replicates, Undefined>; N] = std::array::from_fn(|_| {
        Ok(Replicates {
            values: Vec::new(),
            degenerate: 0,
        })
    });
    for replicate in 0..plan.replicates {
        draw(plan.seed, replicate, kinds, &mut times);
        for (out, found) in out.iter_mut().zip(again(&times)) {
            let Ok(so_far) = out else {
                continue;
            };
            match found.map(finite) {
                Ok(Ok(value)) => so_far.values.push(value),
                Ok(Err(why)) => *out = Err(why),
                Err(_) => so_far.degenerate += 1,
            }
        }
    }
    out.map(|it| {
        let mut it = it?;
        if it.degenerate > plan.replicates / 2 {
            return Err(Undefined::DegenerateResamples);
        }
        it.values.sort_by(f64::total_cmp);
        Ok(it)
    })
}

/// The values without one cluster each, in the order of the clusters.
fn without_each<const N: usize>(
    kinds: &[usize],
    again: &mut impl FnMut(&[u32]) -> [Result<f64, Undefined>; N],
) -> [Result<Vec<f64>, Undefined>; N] {
    let mut times = vec![0; width(kinds)];
    for kind in kinds {
        times[*kind] += 1;
    }
    // Without any cluster of one kind the value is the same: it is computed once.
    let mut known: Vec<Option<[Result<f64, Undefined>; N]>> = vec![None; times.len()];
    let mut out: [Result<Vec<f64>, Undefined>; N] =
        std::array::from_fn(|_| Ok(Vec::with_capacity(kinds.len())));
    for kind in kinds {
        let found = known[*kind].get_or_insert_with(|| {
            times[*kind] -= 1;
            let found = again(&times);
            times[*kind] += 1;
            found
        });
        for (out, found) in out.iter_mut().zip(found) {
            match (&mut *out, found) {
                (Ok(values), Ok(value)) => values.push(*value),
                (Ok(_), Err(_)) => *out = Err(Undefined::DegenerateResamples),
                (Err(_), _) => {}
            }
        }
    }
    out
}

/// SE² = (n − 1)/n Σ (θ₋ᵢ − mean θ₋ᵢ)² (Efron and Tibshirani 1993, eq. 11.5).
fn jackknife_t(plan: &Resampling, estimate: f64, left_out: &[f64]) -> Result<Interval, Undefined> {
    let n = count(left_out.len());
    let mean = left_out.iter().sum::<f64>() / n;
    let squares: f64 = left_out.iter().map(|it| (it - mean).powi(2)).sum();
    let se = finite(((n - 1.0) / n * squares).sqrt())?;
    let tail = (1.0 - plan.confidence) / 2.0;
    let t = student_quantile(1.0 - tail, n - 1.0).ok_or(Undefined::UnsoundResampling)?;
    Ok(Interval {
        low: finite(estimate - t * se)?,
        high: finite(estimate + t * se)?,
        confidence: plan.confidence,
        method: plan.method,
        se: Some(se),
        replicates: 0,
        degenerate: 0,
    })
}

/// The two probabilities of the corrected interval (Efron 1987; Efron and Tibshirani 1993, eqs.
/// 14.10, 14.14, 14.15). Resamples equal to the estimate count half, so that ties do not bias z₀.
fn corrected(
    plan: &Resampling,
    estimate: f64,
    sorted: &[f64],
    left_out: &[f64],
) -> Option<(f64, f64)> {
    let near = crate::stats::TOLERANCE;
    let below = sorted.partition_point(|it| *it < estimate - near);
    let not_above = sorted.partition_point(|it| *it <= estimate + near);
    let bias = normal_quantile(count(below + not_above) / 2.0 / count(sorted.len()))?;
    let mean = left_out.iter().sum::<f64>() / count(left_out.len());
    let squares: f64 = left_out.iter().map(|it| (mean - it).powi(2)).sum();
    let cubes: f64 = left_out.iter().map(|it| (mean - it).powi(3)).sum();
    let acceleration = if squares > 0.0 {
        cubes / (6.0 * squares.powf(1.5))
    } else {
        0.0
    };
    let shifted = |probability: f64| {
        let z = bias + normal_quantile(probability)?;
        let scale = 1.0 - acceleration * z;
        let moved = normal_below(bias + z / scale);
        (scale > 0.0 && moved.is_finite()).then_some(moved)
    };
    let tail = (1.0 - plan.confidence) / 2.0;
    Some((shifted(tail)?, shifted(1.0 - tail)?))
}

#[cfg(test)]
mod tests {
    use super::*;

    const DATA: [f64; 10] = [48.0, 36.0, 20.0, 29.0, 42.0, 42.0, 20.0, 42.0, 22.0, 41.0];

    fn mean_again(times: &[u32]) -> Result<f64, Undefined> {
        let n: u32 = times.iter().sum();
        let sum: f64 = times
            .iter()
            .zip(DATA)
            .map(|(times, value)| f64::from(*times) * value)
            .sum();
        Ok(sum / f64::from(n))
    }

    fn plan(method: IntervalMethod) -> Resampling<'static> {
        Resampling {
            method,
            replicates: 4000,
            ..Resampling::default()
        }
    }

    fn of_mean(method: IntervalMethod) -> Interval {
        interval(&plan(method), 10, 34.2, mean_again).expect("an interval")
    }

    #[test]
    fn the_jackknife_of_a_mean_is_the_classical_interval() {
        let found = of_mean(IntervalMethod::JackknifeT);
        let se = crate::stats::deviation(&DATA).expect("values") / 10.0_f64.sqrt();
        assert!((found.se.expect("an error") - se).abs() < 1e-12);
        let t = student_quantile(0.975, 9.0).expect("a quantile");
        assert!((found.high - (34.2 + t * se)).abs() < 1e-12);
    }

    #[test]
    fn the_bootstrap_of_a_mean_has_the_plug_in_spread() {
        let found = of_mean(IntervalMethod::Percentile);
        let se = crate::stats::deviation(&DATA).expect("values") / 10.0_f64.sqrt();
        let plug_in = se * 0.9_f64.sqrt();
        let spread = found.se.expect("a spread");
        assert!((spread / plug_in - 1.0).abs() < 0.04, "{spread} {plug_in}");
        assert!(found.low < 34.2 && found.high > 34.2);
        assert_eq!(found.degenerate, 0);
    }

    #[test]
    fn the_corrected_interval_follows_the_skew() {
        let [plain, corrected] = [
            of_mean(IntervalMethod::Percentile),
            of_mean(IntervalMethod::Bca),
        ];
        assert!(corrected.low <= plain.low && corrected.high <= plain.high);
    }

    #[test]
    fn the_same_seed_draws_the_same_and_another_does_not() {
        let [mut a, mut b] = [[0; 50], [0; 50]];
        let each: Vec<usize> = (0..50).collect();
        let draw = |seed, replicate, times: &mut [u32]| draw(seed, replicate, &each, times);
        draw(7, 3, &mut a);
        draw(7, 3, &mut b);
        assert_eq!(a, b);
        assert_eq!(a.iter().sum::<u32>(), 50);
        draw(8, 3, &mut b);
        assert_ne!(a, b);
        draw(7, 4, &mut b);
        assert_ne!(a, b);
    }

    /// Counted with a ChaCha of 8 rounds written apart in Python from Bernstein's description.
    #[test]
    fn draws_are_those_of_the_named_generator() {
        let each: Vec<usize> = (0..20).collect();
        let mut times = [0; 10];
        draw(1, 0, &each[..10], &mut times);
        assert_eq!(times, [0, 0, 1, 2, 0, 0, 1, 1, 1, 4]);
        let mut times = [0; 20];
        draw(20_260_101, 999, &each, &mut times);
        assert_eq!(
            times,
            [1, 1, 3, 2, 0, 0, 1, 0, 0, 2, 2, 1, 4, 0, 0, 1, 0, 1, 1, 0]
        );
    }

    #[test]
    fn clusters_of_one_kind_give_what_they_give_one_by_one() {
        let data = [1.0, 2.0, 4.0];
        let kinds = [0, 1, 1, 2, 0, 2, 2];
        let of = |times: &[u32], value: &dyn Fn(usize) -> f64| -> Result<f64, Undefined> {
            let sums = times.iter().enumerate().map(|(at, times)| {
                let times = f64::from(*times);
                (times * value(at), times)
            });
            let (sum, n) = sums.fold((0.0, 0.0), |(a, b), (c, d)| (a + c, b + d));
            Ok(sum / n)
        };
        let estimate = 16.0 / 7.0;
        for method in [
            IntervalMethod::Percentile,
            IntervalMethod::Bca,
            IntervalMethod::JackknifeT,
        ] {
            let plan = plan(method);
            let [two, none] = intervals(
                &plan,
                &kinds,
                [Ok(estimate), Err(Undefined::NoVariation)],
                |times| [of(times, &|at| data[at]), Err(Undefined::NoVariation)],
            );
            let one = interval(&plan, 7, estimate, |times| of(times, &|at| data[kinds[at]]));
            assert_eq!(two, one);
            assert!(none.is_err());
        }
    }

    #[test]
    fn resamples_without_a_value_are_counted_and_too_many_are_refused() {
        let rare = |times: &[u32]| {
            if times[0] >= 3 {
                Err(Undefined::NoVariation)
            } else {
                mean_again(times)
            }
        };
        let found =
            interval(&plan(IntervalMethod::Percentile), 10, 34.2, rare).expect("an interval");
        assert!(found.degenerate > 0 && found.degenerate < 1000);
        let never = |_: &[u32]| Err(Undefined::NoVariation);
        for method in [
            IntervalMethod::Percentile,
            IntervalMethod::Bca,
            IntervalMethod::JackknifeT,
        ] {
            let found = interval(&plan(method), 10, 34.2, never);
            assert_eq!(found, Err(Undefined::DegenerateResamples));
        }
    }

    #[test]
    fn plans_without_sense_are_refused() {
        let wrong = Resampling {
            confidence: 1.0,
            ..plan(IntervalMethod::Bca)
        };
        let found = interval(&wrong, 10, 34.2, mean_again);
        assert_eq!(found, Err(Undefined::UnsoundResampling));
        let found = interval(&plan(IntervalMethod::Bca), 1, 34.2, mean_again);
        assert_eq!(found, Err(Undefined::TooFewUnits));
    }
}
