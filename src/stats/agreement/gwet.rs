//! Gwet's AC1 and AC2.

use crate::stats::Undefined;
use crate::stats::Wording;
use crate::stats::agreement::chance::{Chance, Estimate, estimate};
use crate::stats::agreement::coefficient::{Base, Coefficient, Outcome, Raters, Run};
use crate::stats::agreement::ratings::{Levels, Ratings};
use crate::stats::agreement::weights::Weights;

/// See [`gwet_ac`].
pub(crate) static GWET_AC: Coefficient = Coefficient {
    name: "gwet_ac",
    label: Wording {
        en: "Gwet's AC1",
        id: "AC1 Gwet",
    },
    weighted_label: Some(Wording {
        en: "Gwet's AC2",
        id: "AC2 Gwet",
    }),
    formula: r"AC1, with weights AC2: pₑ = Σ wₖₗ · Σ πₖ(1 − πₖ) / (q(q − 1))",
    source: "Gwet 2008, 2014",
    interval: Some("t, Gwet 2014"),
    raters: Raters::Several,
    base: Base::Valued,
    chance: true,
    names_raters: false,
    counts_levels: true,
    run: Run::Weighted(|ratings, levels, weights| {
        gwet_ac(ratings, levels, weights).map(Outcome::from)
    }),
};

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
