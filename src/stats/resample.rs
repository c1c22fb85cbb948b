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
    /// 1958). Draws nothing; the safest of the three with few units.
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

/// How often each of `times.len()` clusters is drawn in one replicate.
fn draw(seed: u64, replicate: u32, times: &mut [u32]) {
    let mut stream = Stream::new(seed, 0, u64::from(replicate));
    times.fill(0);
    let Ok(below) = u32::try_from(times.len()) else {
        return;
    };
    for _ in 0..below {
        let index = stream.below(below);
        times[index as usize] += 1;
    }
}

/// An interval for `estimate`, whose value on other data `again` gives from the number of times
/// that each of `clusters` clusters stands in the data.
///
/// # Errors
///
/// [`Undefined::TooFewUnits`] below two clusters; [`Undefined::DegenerateResamples`] where half of
/// the resamples, or any of the data sets without one cluster that the method needs, have no
/// value; [`Undefined::UnsoundResampling`] for a plan that makes no sense.
pub fn interval(
    plan: &Resampling,
    clusters: usize,
    estimate: f64,
    mut again: impl FnMut(&[u32]) -> Result<f64, Undefined>,
) -> Result<Interval, Undefined> {
    if !(plan.confidence > 0.0 && plan.confidence < 1.0) || u32::try_from(clusters).is_err() {
        return Err(Undefined::UnsoundResampling);
    }
    if clusters < 2 {
        return Err(Undefined::TooFewUnits);
    }
    match plan.method {
        IntervalMethod::Analytic => Err(Undefined::UnsoundResampling),
        IntervalMethod::JackknifeT => {
            jackknife_t(plan, estimate, &without_each(clusters, &mut again)?)
        }
        IntervalMethod::Percentile => {
            let drawn = replicates(plan, clusters, &mut again)?;
            let tail = (1.0 - plan.confidence) / 2.0;
            Ok(drawn.interval(plan, tail, 1.0 - tail))
        }
        IntervalMethod::Bca => {
            let left_out = without_each(clusters, &mut again)?;
            let drawn = replicates(plan, clusters, &mut again)?;
            let (low, high) = corrected(plan, estimate, &drawn.values, &left_out)
                .ok_or(Undefined::DegenerateResamples)?;
            Ok(drawn.interval(plan, low, high))
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

fn replicates(
    plan: &Resampling,
    clusters: usize,
    again: &mut impl FnMut(&[u32]) -> Result<f64, Undefined>,
) -> Result<Replicates, Undefined> {
    if plan.replicates < 2 {
        return Err(Undefined::UnsoundResampling);
    }
    let mut times = vec![0; clusters];
    let mut values = Vec::new();
    let mut degenerate = 0;
    for replicate in 0..plan.replicates {
        draw(plan.seed, replicate, &mut times);
        match again(&times) {
            Ok(value) => values.push(finite(value)?),
            Err(_) => degenerate += 1,
        }
    }
    if degenerate > plan.replicates / 2 {
        return Err(Undefined::DegenerateResamples);
    }
    values.sort_by(f64::total_cmp);
    Ok(Replicates { values, degenerate })
}

/// The values without one cluster each.
fn without_each(
    clusters: usize,
    again: &mut impl FnMut(&[u32]) -> Result<f64, Undefined>,
) -> Result<Vec<f64>, Undefined> {
    let mut times = vec![1; clusters];
    let mut out = Vec::with_capacity(clusters);
    for cluster in 0..clusters {
        times[cluster] = 0;
        out.push(again(&times).map_err(|_| Undefined::DegenerateResamples)?);
        times[cluster] = 1;
    }
    Ok(out)
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
        let mut times = [0; 10];
        draw(1, 0, &mut times);
        assert_eq!(times, [0, 0, 1, 2, 0, 0, 1, 1, 1, 4]);
        let mut times = [0; 20];
        draw(20_260_101, 999, &mut times);
        assert_eq!(
            times,
            [1, 1, 3, 2, 0, 0, 1, 0, 0, 2, 2, 1, 4, 0, 0, 1, 0, 1, 1, 0]
        );
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
