//! Cohen's kappa.

use crate::stats::Wording;
use crate::stats::agreement::chance::Estimate;
use crate::stats::agreement::coefficient::{Base, Coefficient, Outcome, Raters, Run};
use crate::stats::agreement::ratings::{Levels, Ratings, two_raters};
use crate::stats::agreement::weights::{Table, Weights};
use crate::stats::undefined::{Undefined, finite};

/// See [`cohen_kappa`].
pub(crate) static COHEN_KAPPA: Coefficient = Coefficient {
    name: "cohen_kappa",
    label: Wording {
        en: "Cohen's kappa",
        id: "Kappa Cohen",
    },
    weighted_label: None,
    formula: r"1 − Σ v·o / Σ v·e; v: 1 if unequal, \|i−j\|, (i−j)²",
    source: "Cohen 1960, 1968",
    interval: Some("normal, Fleiss, Cohen and Everitt 1969"),
    raters: Raters::Two,
    base: Base::Complete,
    chance: true,
    names_raters: true,
    counts_levels: false,
    run: Run::Weighted(|ratings, levels, weights| {
        cohen_kappa(ratings, levels, weights).map(Outcome::from)
    }),
};

/// Cohen's kappa (1960), weighted with linear or quadratic weights (Cohen 1968), for two raters
/// over the units both rated. Distances are between the values of the levels, not their places, so
/// that neither an unused level nor a declared scale changes the figure. Standard error after
/// Fleiss, Cohen and Everitt (1969) for an interval.
///
/// # Errors
///
/// See [`Undefined`]; where both raters gave one and the same level, [`Undefined::NoVariation`].
pub(super) fn cohen_kappa(
    ratings: &Ratings,
    levels: Option<&Levels>,
    weights: Weights,
) -> Result<Estimate, Undefined> {
    let pairs = two_raters(ratings)?;
    let table = Table::new(&pairs, levels, weights)?;
    let q = table.q;
    let n = crate::stats::count(pairs.units());
    let mut joint = vec![0.0; q * q];
    let [mut first, mut second] = [vec![0.0; q], vec![0.0; q]];
    for row in pairs.rows() {
        let [k, l] = [0, 1].map(|it| table.place[row[it] as usize]);
        joint[k * q + l] += 1.0 / n;
        first[k] += 1.0 / n;
        second[l] += 1.0 / n;
    }
    let [mut observed, mut chance] = [0.0, 0.0];
    let [mut of_first, mut of_second] = [vec![0.0; q], vec![0.0; q]];
    for k in 0..q {
        for l in 0..q {
            let w = table.weight(k, l);
            observed += w * joint[k * q + l];
            chance += w * first[k] * second[l];
            of_first[k] += w * second[l];
            of_second[l] += w * first[k];
        }
    }
    let without = 1.0 - chance;
    if without <= 1e-12 {
        return Err(Undefined::NoVariation);
    }
    let mut squares = 0.0;
    for k in 0..q {
        for l in 0..q {
            let pull = (of_first[k] + of_second[l]) * (1.0 - observed);
            squares += joint[k * q + l] * (table.weight(k, l) * without - pull).powi(2);
        }
    }
    let excess = squares - (observed * chance - 2.0 * chance + observed).powi(2);
    // A difference of two numbers near 1 that should be 0 is rounding, whose root looks like an error.
    let excess = if excess > 1e-13 { excess } else { 0.0 };
    let se = excess.sqrt() / (without * without * n.sqrt());
    Ok(Estimate {
        value: finite((observed - chance) / without)?,
        observed,
        chance,
        se: (pairs.units() > 1 && se.is_finite()).then_some(se),
        freedom: None,
        units: pairs.units(),
        raters: 2,
    })
}
