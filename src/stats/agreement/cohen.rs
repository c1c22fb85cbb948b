//! Cohen's kappa.

use crate::stats::agreement::chance::Estimate;
use crate::stats::agreement::ratings::{Levels, Ratings};
use crate::stats::agreement::weights::{Table, Weights};
use crate::stats::undefined::{Undefined, finite};

/// Cohen's kappa (1960), weighted with linear or quadratic weights (Cohen 1968), for two raters
/// over the units both rated. Distances are between the values of the levels, not their places, so
/// that neither an unused level nor a declared scale changes the figure. Standard error after
/// Fleiss, Cohen and Everitt (1969) for an interval.
///
/// # Errors
///
/// See [`Undefined`]; where both raters gave one and the same level, [`Undefined::NoVariation`].
pub fn cohen_kappa(
    ratings: &Ratings,
    levels: Option<&Levels>,
    weights: Weights,
) -> Result<Estimate, Undefined> {
    let pairs = super::two_raters(ratings)?;
    let table = Table::new(&pairs, levels, weights)?;
    kappa(&pairs, &table.place, table.q, |k, l| table.weight(k, l))
}

/// Cohen's weighted kappa (1968) with a table of disagreement of one's own, a row for each level
/// of the first rater. The table need not be symmetric.
///
/// # Errors
///
/// As for [`cohen_kappa`], and [`Undefined::UnsoundWeights`] where the table has another size than
/// the scale, a number that is not finite or below 0, or nothing above 0.
pub fn cohen_custom(
    ratings: &Ratings,
    levels: &Levels,
    disagreement: &[Vec<f64>],
) -> Result<Estimate, Undefined> {
    let q = levels.values().len();
    let sound = |value: &f64| value.is_finite() && *value >= 0.0;
    let most = disagreement.iter().flatten().copied().fold(0.0, f64::max);
    let square = disagreement.len() == q && disagreement.iter().all(|row| row.len() == q);
    if !square || !disagreement.iter().flatten().all(sound) || most <= 0.0 {
        return Err(Undefined::UnsoundWeights);
    }
    let pairs = super::two_raters(ratings)?;
    let table = Table::new(&pairs, Some(levels), Weights::Identity)?;
    let weight = |k: usize, l: usize| 1.0 - disagreement[k][l] / most;
    kappa(&pairs, &table.place, q, weight)
}

fn kappa(
    pairs: &Ratings,
    place: &[usize],
    q: usize,
    weight: impl Fn(usize, usize) -> f64,
) -> Result<Estimate, Undefined> {
    let n = crate::stats::count(pairs.units());
    let mut joint = vec![0.0; q * q];
    let [mut first, mut second] = [vec![0.0; q], vec![0.0; q]];
    for row in pairs.rows() {
        let [k, l] = [place[row[0] as usize], place[row[1] as usize]];
        joint[k * q + l] += 1.0 / n;
        first[k] += 1.0 / n;
        second[l] += 1.0 / n;
    }
    let [mut observed, mut chance] = [0.0, 0.0];
    let [mut of_first, mut of_second] = [vec![0.0; q], vec![0.0; q]];
    for k in 0..q {
        for l in 0..q {
            let w = weight(k, l);
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
            squares += joint[k * q + l] * (weight(k, l) * without - pull).powi(2);
        }
    }
    let excess = squares - (observed * chance - 2.0 * chance + observed).powi(2);
    let se = excess.max(0.0).sqrt() / (without * without * n.sqrt());
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
