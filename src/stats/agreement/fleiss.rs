//! Fleiss' kappa, and Scott's pi as its case of two raters.

use crate::stats::agreement::chance::{Chance, Estimate, estimate};
use crate::stats::agreement::ratings::{Levels, Patterns, Ratings, comparable};
use crate::stats::agreement::weights::Weights;
use crate::stats::undefined::{Undefined, finite};

/// Fleiss' kappa (1971) with Gwet's treatment of missing values and weights (2014, ch. 2): chance
/// agreement `pₑ = Σ wₖₗ πₖ πₗ`. On complete data without weights the classical figure.
///
/// # Errors
///
/// See [`Undefined`]; where all values are equal [`Undefined::NoVariation`].
pub fn fleiss_kappa(
    ratings: &Ratings,
    levels: Option<&Levels>,
    weights: Weights,
) -> Result<Estimate, Undefined> {
    estimate(ratings, levels, weights, Chance::Prevalence)
}

/// Scott's pi (1955) for two raters, over the units both rated. Standard error as for
/// [`fleiss_kappa`].
///
/// # Errors
///
/// As for [`fleiss_kappa`], and [`Undefined::NotTwoRaters`].
pub fn scott_pi(
    ratings: &Ratings,
    levels: Option<&Levels>,
    weights: Weights,
) -> Result<Estimate, Undefined> {
    fleiss_kappa(&super::two_raters(ratings)?, levels, weights)
}

/// Agreement on one level.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct LevelKappa {
    /// The level.
    pub level: f64,
    /// Kappa of this level against all others, at most 1.
    pub value: Result<f64, Undefined>,
}

/// Fleiss' kappa of each level in use against all others (Fleiss 1971), ascending. With
/// missing values, [`fleiss_kappa`] of "this level or not".
///
/// # Errors
///
/// Fewer than two raters or no unit with two values; a level that everybody gave everywhere has no
/// value of its own.
pub fn fleiss_levels(ratings: &Ratings) -> Result<Vec<LevelKappa>, Undefined> {
    let patterns = Patterns::new(ratings);
    comparable(ratings, &patterns)?;
    let of_level = |(at, level): (usize, &f64)| LevelKappa {
        level: *level,
        value: against_others(&patterns, at),
    };
    Ok(ratings.levels().iter().enumerate().map(of_level).collect())
}

fn against_others(patterns: &Patterns, level: usize) -> Result<f64, Undefined> {
    let [mut observed, mut pairable, mut share, mut units] = [0.0; 4];
    for (row, times) in patterns.weighed() {
        let m = row.values;
        let at = row.counts.iter().find(|(it, _)| *it == level);
        let n = at.map_or(0.0, |(_, n)| *n);
        share += times * n / m;
        units += times;
        if row.is_pairable() {
            observed += times * (n * (n - 1.0) + (m - n) * (m - n - 1.0)) / (m * (m - 1.0));
            pairable += times;
        }
    }
    let p = share / units;
    let without = 2.0 * p * (1.0 - p);
    if without <= 1e-12 {
        return Err(Undefined::NoVariation);
    }
    finite(1.0 - (1.0 - observed / pairable) / without)
}

/// The standard error of Fleiss' kappa if raters agreed by chance only (Fleiss, Nee and Landis
/// 1979), for a test of that, not for an interval. Needs the same number of values, two or
/// more, in every unit.
///
/// # Errors
///
/// As for [`fleiss_kappa`], and [`Undefined::UnequalRatings`].
pub fn fleiss_chance_error(ratings: &Ratings) -> Result<f64, Undefined> {
    let patterns = Patterns::new(ratings);
    comparable(ratings, &patterns)?;
    let m = patterns.rows[0].values;
    let equal = |values: f64| (values - m).abs() < 0.5;
    if !patterns.rows.iter().all(|row| equal(row.values)) {
        return Err(Undefined::UnequalRatings);
    }
    let units: f64 = patterns.weighed().map(|(_, times)| times).sum();
    let mut shares = vec![0.0; ratings.levels().len()];
    for (row, times) in patterns.weighed() {
        for (level, n) in &row.counts {
            shares[*level] += times * n / (m * units);
        }
    }
    let s: f64 = shares.iter().map(|p| p * (1.0 - p)).sum();
    if s <= 1e-12 {
        return Err(Undefined::NoVariation);
    }
    let skew: f64 = shares.iter().map(|p| p * (1.0 - p) * (1.0 - 2.0 * p)).sum();
    finite(
        (2.0 / (units * m * (m - 1.0)) * (s * s - skew))
            .max(0.0)
            .sqrt()
            / s,
    )
}
