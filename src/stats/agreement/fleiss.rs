//! Fleiss' kappa, and Scott's pi as its case of two raters.

use crate::stats::Wording;
use crate::stats::agreement::chance::{Chance, Estimate, estimate};
use crate::stats::agreement::coefficient::{Base, Coefficient, Outcome, Raters, Run};
use crate::stats::agreement::ratings::{Levels, Patterns, Ratings, comparable, two_raters};
use crate::stats::agreement::weights::Weights;
use crate::stats::undefined::{Undefined, finite};

/// See [`scott_pi`].
pub(super) static SCOTT_PI: Coefficient = Coefficient {
    name: "scott_pi",
    label: Wording {
        en: "Scott's pi",
        id: "Pi Scott",
    },
    weighted_label: None,
    formula: r"(pₐ − pₑ)/(1 − pₑ), pₑ = Σ wₖₗ πₖπₗ",
    source: "Scott 1955",
    interval: Some("t, Gwet 2014"),
    raters: Raters::Two,
    base: Base::Complete,
    chance: true,
    names_raters: false,
    counts_levels: false,
    run: Run::Weighted(|ratings, levels, weights| {
        scott_pi(ratings, levels, weights).map(Outcome::from)
    }),
};

/// See [`fleiss_kappa`].
pub(crate) static FLEISS_KAPPA: Coefficient = Coefficient {
    name: "fleiss_kappa",
    label: Wording {
        en: "Fleiss' kappa",
        id: "Kappa Fleiss",
    },
    weighted_label: None,
    formula: r"as `scott_pi`; of each level against all others on `--all`",
    source: "Fleiss 1971; Gwet 2014",
    interval: Some("t, Gwet 2014"),
    raters: Raters::Several,
    base: Base::Valued,
    chance: true,
    names_raters: false,
    counts_levels: false,
    run: Run::Weighted(|ratings, levels, weights| {
        fleiss_kappa(ratings, levels, weights).map(Outcome::from)
    }),
};

/// Fleiss' kappa (1971) with Gwet's treatment of missing values and weights (2014, ch. 2): chance
/// agreement `pₑ = Σ wₖₗ πₖ πₗ`. On complete data without weights the classical figure.
///
/// # Errors
///
/// See [`Undefined`]; where all values are equal [`Undefined::NoVariation`].
pub(super) fn fleiss_kappa(
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
pub(super) fn scott_pi(
    ratings: &Ratings,
    levels: Option<&Levels>,
    weights: Weights,
) -> Result<Estimate, Undefined> {
    fleiss_kappa(&two_raters(ratings)?, levels, weights)
}

/// Agreement on one level.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct LevelKappa {
    /// The level.
    pub level: f64,
    /// Kappa of this level against all others, at most 1.
    pub value: Result<f64, Undefined>,
}

/// Fleiss' kappa of each level against all others (Fleiss 1971), ascending, over the units with two
/// values or more: a level is rare or frequent there, where raters can differ about it. Levels that
/// stand in no such unit have no row.
///
/// # Errors
///
/// Fewer than two raters or no unit with two values; a level that everybody gave everywhere has no
/// value of its own.
pub fn fleiss_levels(ratings: &Ratings) -> Result<Vec<LevelKappa>, Undefined> {
    let patterns = Patterns::new(ratings);
    comparable(ratings, &patterns)?;
    let used = |level: &usize| {
        let mut pairable = patterns.rows.iter().filter(|it| it.is_pairable());
        pairable.any(|it| it.counts.iter().any(|(at, _)| at == level))
    };
    let of_level = |at: usize| LevelKappa {
        level: ratings.levels()[at],
        value: against_others(&patterns, at),
    };
    let levels = (0..ratings.levels().len()).filter(used);
    Ok(levels.map(of_level).collect())
}

fn against_others(patterns: &Patterns, level: usize) -> Result<f64, Undefined> {
    let [mut observed, mut units, mut share] = [0.0; 3];
    for (row, times) in patterns.weighed().filter(|(row, _)| row.is_pairable()) {
        let m = row.values;
        let at = row.counts.iter().find(|(it, _)| *it == level);
        let n = at.map_or(0.0, |(_, n)| *n);
        share += times * n / m;
        observed += times * (n * (n - 1.0) + (m - n) * (m - n - 1.0)) / (m * (m - 1.0));
        units += times;
    }
    let p = share / units;
    let without = 2.0 * p * (1.0 - p);
    if without <= 1e-12 {
        return Err(Undefined::NoVariation);
    }
    finite(1.0 - (1.0 - observed / units) / without)
}
