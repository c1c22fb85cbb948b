//! Kendall's coefficient of concordance.

use crate::stats::agreement::ratings::Ratings;
use crate::stats::undefined::{Undefined, finite};
use crate::stats::{chi_squared_above, count};

/// Concordance of several rankings of the same units.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Concordance {
    /// W corrected for ties, 0 to 1.
    pub value: f64,
    /// W without the correction, at most the corrected one.
    pub without_ties: f64,
    /// m (n − 1) W, about χ² with n − 1 degrees of freedom where the rankings are unrelated;
    /// Friedman's statistic.
    pub chi_squared: f64,
    /// The probability of a larger χ².
    pub p: Option<f64>,
    /// Complete units, n.
    pub units: usize,
    /// Raters, m.
    pub raters: usize,
}

/// Kendall's W (Kendall and Babington Smith 1939; with ties Kendall 1970, ch. 6) over the units
/// that every active rater gave a value: `W = 12 S / (m² (n³ − n) − m Σ (t³ − t))`, middle ranks.
///
/// # Errors
///
/// Fewer than two raters or complete units; no rater tells any two units apart.
pub fn kendall_w(ratings: &Ratings) -> Result<Concordance, Undefined> {
    let complete = ratings.complete();
    let (units, raters) = (complete.units(), complete.raters());
    match (raters, units) {
        (0 | 1, _) => return Err(Undefined::OneRater),
        (_, 0) => return Err(Undefined::NoPairableUnits),
        (_, 1) => return Err(Undefined::TooFewUnits),
        _ => {}
    }
    let (n, m) = (count(units), count(raters));
    let mut sums = vec![0.0; units];
    let mut ties = 0.0;
    for rater in 0..raters {
        let mut order: Vec<(u32, usize)> = (0..units)
            .map(|unit| (complete.row(unit)[rater], unit))
            .collect();
        order.sort_unstable();
        let mut before = 0.0;
        for run in order.chunk_by(|a, b| a.0 == b.0) {
            let t = count(run.len());
            for (_, unit) in run {
                sums[*unit] += before + (t + 1.0) / 2.0;
            }
            before += t;
            ties += t * t * t - t;
        }
    }
    let mean = m * (n + 1.0) / 2.0;
    let s: f64 = sums.iter().map(|sum| (sum - mean).powi(2)).sum();
    let most = m * m * (n * n * n - n);
    let corrected = most - m * ties;
    if corrected <= 0.0 {
        return Err(Undefined::NoVariation);
    }
    let value = finite(12.0 * s / corrected)?;
    let chi_squared = m * (n - 1.0) * value;
    Ok(Concordance {
        value,
        without_ties: finite(12.0 * s / most)?,
        chi_squared,
        p: chi_squared_above(chi_squared, n - 1.0),
        units,
        raters,
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::stats::Grid;

    fn found(rows: &[[f64; 2]]) -> Result<Concordance, Undefined> {
        let rows: Vec<Vec<Option<f64>>> = rows.iter().map(|it| it.map(Some).to_vec()).collect();
        kendall_w(&Ratings::new(&Grid::from_rows(&rows).expect("sound")))
    }

    #[test]
    fn the_same_order_is_one_and_the_opposite_zero() {
        let same = found(&[[1.0, 10.0], [2.0, 20.0], [3.0, 30.0]]).expect("defined");
        assert!((same.value - 1.0).abs() < 1e-15);
        let opposite = found(&[[1.0, 30.0], [2.0, 20.0], [3.0, 10.0]]).expect("defined");
        assert!(opposite.value.abs() < 1e-15);
    }

    #[test]
    fn without_any_order_there_is_no_concordance() {
        let flat = found(&[[1.0, 2.0], [1.0, 2.0]]);
        assert_eq!(flat, Err(Undefined::NoVariation));
        assert_eq!(found(&[[1.0, 2.0]]), Err(Undefined::TooFewUnits));
    }
}
