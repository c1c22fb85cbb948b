//! Kendall's coefficient of concordance.

use crate::stats::Wording;
use crate::stats::agreement::coefficient::{Base, Coefficient, Outcome, Raters, Run};
use crate::stats::agreement::ratings::Ratings;
use crate::stats::count;
use crate::stats::undefined::{Undefined, finite};

/// See [`kendall_w`].
pub(super) static KENDALL_W: Coefficient = Coefficient {
    name: "kendall_w",
    label: Wording {
        en: "Kendall's W",
        id: "W Kendall",
    },
    weighted_label: None,
    formula: r"12 S / (m² (n³ − n) − m Σ (t³ − t)), S the squares of the rank sums around their mean",
    source: "Kendall and Babington Smith 1939",
    interval: None,
    raters: Raters::Several,
    base: Base::Complete,
    chance: true,
    names_raters: true,
    counts_levels: false,
    run: Run::Ordered(kendall_w),
};

/// Kendall's W (Kendall and Babington Smith 1939; with ties Kendall 1970, ch. 6) over the units
/// that every active rater gave a value: `W = 12 S / (m² (n³ − n) − m Σ (t³ − t))`, middle ranks.
///
/// # Errors
///
/// Fewer than two raters or complete units; no rater tells any two units apart.
pub(super) fn kendall_w(ratings: &Ratings) -> Result<Outcome, Undefined> {
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
    Ok(Outcome {
        value: finite(12.0 * s / corrected)?,
        se: None,
        interval: None,
        units,
        raters,
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::stats::Grid;

    fn found(rows: &[[f64; 2]]) -> Result<Outcome, Undefined> {
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
