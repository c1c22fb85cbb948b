//! Brennan and Prediger's coefficient.

use crate::stats::Undefined;
use crate::stats::agreement::chance::{Chance, Estimate, estimate};
use crate::stats::agreement::ratings::{Levels, Ratings};
use crate::stats::agreement::weights::Weights;

/// Brennan and Prediger (1981), for two raters Bennett's S: chance agreement `pₑ = T_w / q²`, as if
/// every level were equally likely.
///
/// Depends on the number of levels: declare the scale. Where all values are equal it is 1 on a
/// declared scale, and undefined without one.
///
/// # Errors
///
/// See [`Undefined`].
pub fn brennan_prediger(
    ratings: &Ratings,
    levels: Option<&Levels>,
    weights: Weights,
) -> Result<Estimate, Undefined> {
    estimate(ratings, levels, weights, Chance::Uniform)
}
