//! Gwet's AC1 and AC2.

use crate::stats::Undefined;
use crate::stats::agreement::chance::{Chance, Estimate, estimate};
use crate::stats::agreement::ratings::{Levels, Ratings};
use crate::stats::agreement::weights::Weights;

/// Gwet's AC1 without weights, AC2 with (Gwet 2008; 2014, ch. 3 and 4): chance agreement
/// `pₑ = T_w Σ πₖ (1 − πₖ) / (q (q − 1))`, at most 1.
///
/// Depends on the number of levels: an unused level of the scale changes the figure, so declare it.
/// Where all values are equal it is 1 on a declared scale, and undefined without one.
///
/// # Errors
///
/// See [`Undefined`].
pub fn gwet_ac(
    ratings: &Ratings,
    levels: Option<&Levels>,
    weights: Weights,
) -> Result<Estimate, Undefined> {
    estimate(ratings, levels, weights, Chance::Gwet)
}
