//! Brennan and Prediger's coefficient.

use crate::stats::Undefined;
use crate::stats::Wording;
use crate::stats::agreement::chance::{Chance, Estimate, estimate};
use crate::stats::agreement::coefficient::{Base, Coefficient, Outcome, Raters, Run};
use crate::stats::agreement::ratings::{Levels, Ratings};
use crate::stats::agreement::weights::Weights;

/// See [`brennan_prediger`].
pub(crate) static BRENNAN_PREDIGER: Coefficient = Coefficient {
    name: "brennan_prediger",
    label: Wording::same("Brennan–Prediger"),
    weighted_label: None,
    formula: r"pₑ = Σ wₖₗ / q²",
    source: "Brennan and Prediger 1981; Gwet 2014",
    interval: Some("t, Gwet 2014"),
    raters: Raters::Several,
    base: Base::Valued,
    chance: true,
    names_raters: false,
    counts_levels: true,
    run: Run::Weighted(|ratings, levels, weights| {
        brennan_prediger(ratings, levels, weights).map(Outcome::from)
    }),
};

/// Brennan and Prediger (1981), for two raters Bennett's S: chance agreement `pₑ = T_w / q²`, as if
/// every level were equally likely.
///
/// Depends on the number of levels: declare the scale. Where all values are equal it is 1 on a
/// declared scale, and undefined without one.
///
/// # Errors
///
/// See [`Undefined`].
pub(super) fn brennan_prediger(
    ratings: &Ratings,
    levels: Option<&Levels>,
    weights: Weights,
) -> Result<Estimate, Undefined> {
    estimate(ratings, levels, weights, Chance::Uniform)
}
