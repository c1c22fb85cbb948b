//! Intraclass correlations of Shrout and Fleiss (1979) from the mean squares of units (BMS),
//! within units (WMS), raters (JMS) and what is left (EMS).

use crate::stats::Wording;
use crate::stats::agreement::coefficient::{Base, CONFIDENCE, Coefficient, Outcome, Raters, Run};
use crate::stats::agreement::ratings::Ratings;
use crate::stats::resample::{Interval, IntervalMethod};
use crate::stats::undefined::{Undefined, finite};
use crate::stats::{count, fisher_quantile};

/// Which intraclass correlation.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Icc {
    /// (1,1): each unit has raters of its own; one rater's value.
    One,
    /// (2,1): the same raters, a sample of raters; absolute agreement of one rater's value. The
    /// one for coders.
    Two,
    /// (3,1): the same raters, the only ones of interest; consistency of one rater's value.
    Three,
    /// (1,k): as (1,1), of the mean of k raters.
    OneMean,
    /// (2,k): as (2,1), of the mean of k raters.
    TwoMean,
    /// (3,k): as (3,1), of the mean of k raters; equal to Cronbach's alpha.
    ThreeMean,
}

/// What all forms have in common.
const fn of(
    name: &'static str,
    label: &'static str,
    formula: &'static str,
    names_raters: bool,
    run: Run,
) -> Coefficient {
    Coefficient {
        name,
        label: Wording::same(label),
        weighted_label: None,
        formula,
        source: "Shrout and Fleiss 1979",
        interval: Some("F, Shrout and Fleiss 1979"),
        raters: Raters::Several,
        base: Base::Complete,
        chance: true,
        names_raters,
        counts_levels: false,
        run,
    }
}

/// See [`Icc::One`].
pub(super) static ICC1: Coefficient = of(
    "icc1",
    "ICC(1,1)",
    "(BMS − WMS)/(BMS + (k − 1) WMS)",
    false,
    Run::Ordered(|ratings| outcome(ratings, Icc::One)),
);

/// See [`Icc::Two`].
pub(super) static ICC2: Coefficient = of(
    "icc2",
    "ICC(2,1)",
    "(BMS − EMS)/(BMS + (k − 1) EMS + k (JMS − EMS)/n)",
    true,
    Run::Ordered(|ratings| outcome(ratings, Icc::Two)),
);

/// See [`Icc::Three`].
pub(super) static ICC3: Coefficient = of(
    "icc3",
    "ICC(3,1)",
    "(BMS − EMS)/(BMS + (k − 1) EMS)",
    true,
    Run::Ordered(|ratings| outcome(ratings, Icc::Three)),
);

/// See [`Icc::OneMean`].
pub(super) static ICC1K: Coefficient = of(
    "icc1k",
    "ICC(1,k)",
    "(BMS − WMS)/BMS",
    false,
    Run::Ordered(|ratings| outcome(ratings, Icc::OneMean)),
);

/// See [`Icc::TwoMean`].
pub(super) static ICC2K: Coefficient = of(
    "icc2k",
    "ICC(2,k)",
    "(BMS − EMS)/(BMS + (JMS − EMS)/n)",
    true,
    Run::Ordered(|ratings| outcome(ratings, Icc::TwoMean)),
);

/// See [`Icc::ThreeMean`].
pub(super) static ICC3K: Coefficient = of(
    "icc3k",
    "ICC(3,k)",
    "(BMS − EMS)/BMS",
    true,
    Run::Ordered(|ratings| outcome(ratings, Icc::ThreeMean)),
);

fn outcome(ratings: &Ratings, form: Icc) -> Result<Outcome, Undefined> {
    let squares = variance(ratings)?;
    Ok(Outcome {
        value: squares.icc(form)?,
        se: None,
        interval: squares.interval(form, CONFIDENCE),
        units: squares.n,
        raters: squares.k,
    })
}

/// A denominator below this share of the mean squares in it is rounding.
const ROUNDING: f64 = 1e-12;

/// Analysis of variance of complete units by raters.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Variance {
    /// Mean square between units, BMS.
    pub units: f64,
    /// Mean square within units, WMS.
    pub within: f64,
    /// Mean square between raters, JMS.
    pub raters: f64,
    /// Residual mean square, EMS.
    pub residual: f64,
    /// Complete units.
    pub n: usize,
    /// Raters.
    pub k: usize,
}

/// The mean squares over the units that every active rater gave a value.
///
/// # Errors
///
/// Fewer than two raters, fewer than two complete units, all values equal, or values too large.
pub(super) fn variance(ratings: &Ratings) -> Result<Variance, Undefined> {
    let complete = ratings.complete();
    let (units, raters) = (complete.units(), complete.raters());
    match (raters, units) {
        (0 | 1, _) => return Err(Undefined::OneRater),
        (_, 0) => return Err(Undefined::NoPairableUnits),
        (_, 1) => return Err(Undefined::TooFewUnits),
        _ if complete.levels().len() < 2 => return Err(Undefined::NoVariation),
        _ => {}
    }
    let (n, k) = (count(units), count(raters));
    let values: Vec<f64> = complete
        .rows()
        .flatten()
        .map(|code| complete.levels()[*code as usize])
        .collect();
    let grand = values.iter().sum::<f64>() / (n * k);
    let values: Vec<f64> = values.iter().map(|value| value - grand).collect();
    let mut of_rater = vec![0.0; raters];
    let (mut total, mut between) = (0.0, 0.0);
    for row in values.chunks_exact(raters) {
        let mean = row.iter().sum::<f64>() / k;
        between += k * mean * mean;
        for (sum, value) in of_rater.iter_mut().zip(row) {
            *sum += value / n;
            total += value * value;
        }
    }
    let judges = n * of_rater.iter().map(|mean| mean * mean).sum::<f64>();
    let mut residual = 0.0;
    let mut within = 0.0;
    for row in values.chunks_exact(raters) {
        let mean = row.iter().sum::<f64>() / k;
        for (value, rater) in row.iter().zip(&of_rater) {
            within += (value - mean).powi(2);
            residual += (value - mean - rater).powi(2);
        }
    }
    finite(total)?;
    // Below this share of the total a sum of squares is rounding, and a ratio of two such is noise.
    let clean = |squares: f64| {
        if squares > total * 1e-20 {
            squares
        } else {
            0.0
        }
    };
    Ok(Variance {
        units: clean(between) / (n - 1.0),
        within: clean(within) / (n * (k - 1.0)),
        raters: clean(judges) / (k - 1.0),
        residual: clean(residual) / ((n - 1.0) * (k - 1.0)),
        n: units,
        k: raters,
    })
}

impl Variance {
    /// The correlation of one form from these mean squares, at most 1; below 0 where raters differ
    /// more than units.
    ///
    /// # Errors
    ///
    /// Where the denominator is not positive [`Undefined::NoUnitVariation`] if the means of the
    /// units are equal, else [`Undefined::NegativeVariance`].
    pub(super) fn icc(&self, form: Icc) -> Result<f64, Undefined> {
        let (n, k) = (count(self.n), count(self.k));
        let (units, within, residual) = (self.units, self.within, self.residual);
        let raters = self.raters - residual;
        let (above, below) = match form {
            Icc::One => (units - within, units + (k - 1.0) * within),
            Icc::Two => (
                units - residual,
                units + (k - 1.0) * residual + k * raters / n,
            ),
            Icc::Three => (units - residual, units + (k - 1.0) * residual),
            Icc::OneMean => (units - within, units),
            Icc::TwoMean => (units - residual, units + raters / n),
            Icc::ThreeMean => (units - residual, units),
        };
        // Mean squares that cancel leave rounding, of either sign, in the place of 0.
        let all = units + within + k * (self.raters + residual);
        if below > all * ROUNDING {
            finite(above / below)
        } else if units <= 0.0 {
            Err(Undefined::NoUnitVariation)
        } else {
            Err(Undefined::NegativeVariance)
        }
    }

    /// The interval from F (Shrout and Fleiss 1979, p. 424f; for (2,1) with Satterthwaite's degrees
    /// of freedom), and for (2,k) the ends of (2,1) by Spearman and Brown. `None` where nothing is
    /// left to divide by, as in perfect agreement.
    #[must_use]
    pub(super) fn interval(&self, form: Icc, confidence: f64) -> Option<Interval> {
        let upper = f64::midpoint(1.0, confidence);
        let (n, k) = (count(self.n), count(self.k));
        let ends = match form {
            Icc::One | Icc::OneMean => self.ends(self.within, n * (k - 1.0), upper)?,
            Icc::Three | Icc::ThreeMean => {
                self.ends(self.residual, (n - 1.0) * (k - 1.0), upper)?
            }
            Icc::Two | Icc::TwoMean => self.absolute_ends(upper)?,
        };
        let of_mean = |end: f64| k * end / (1.0 + (k - 1.0) * end);
        let [low, high] = match form {
            Icc::One | Icc::Two | Icc::Three => ends,
            Icc::OneMean | Icc::TwoMean | Icc::ThreeMean => ends.map(of_mean),
        };
        let sound = low.is_finite() && high.is_finite() && low <= high && confidence > 0.0;
        sound.then_some(Interval {
            low,
            high,
            confidence,
            method: IntervalMethod::Analytic,
            se: None,
            replicates: 0,
            degenerate: 0,
        })
    }

    fn ends(&self, error: f64, freedom: f64, upper: f64) -> Option<[f64; 2]> {
        let (n, k) = (count(self.n), count(self.k));
        let ratio = self.units / error;
        let low = ratio / fisher_quantile(upper, n - 1.0, freedom)?;
        let high = ratio * fisher_quantile(upper, freedom, n - 1.0)?;
        Some([low, high].map(|it| (it - 1.0) / (it + k - 1.0)))
    }

    fn absolute_ends(&self, upper: f64) -> Option<[f64; 2]> {
        let (n, k) = (count(self.n), count(self.k));
        let (units, error) = (self.units, self.residual);
        let rho = self.icc(Icc::Two).ok()?;
        let raters = k * rho * self.raters / error;
        let rest = n * (1.0 + (k - 1.0) * rho) - k * rho;
        let freedom = (k - 1.0) * (n - 1.0) * (raters + rest).powi(2)
            / ((n - 1.0) * raters.powi(2) + rest.powi(2));
        let above = fisher_quantile(upper, n - 1.0, freedom)?;
        let below = fisher_quantile(upper, freedom, n - 1.0)?;
        let noise = k * self.raters + (k * n - k - n) * error;
        let low = n * (units - above * error) / (above * noise + n * units);
        let high = n * (below * units - error) / (noise + n * below * units);
        Some([low, high])
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::stats::Grid;

    const ALL: [Icc; 6] = [
        Icc::One,
        Icc::Two,
        Icc::Three,
        Icc::OneMean,
        Icc::TwoMean,
        Icc::ThreeMean,
    ];

    fn ratings(rows: &[&[f64]]) -> Ratings {
        let rows: Vec<Vec<Option<f64>>> = rows
            .iter()
            .map(|row| row.iter().copied().map(Some).collect())
            .collect();
        Ratings::new(&Grid::from_rows(&rows).expect("sound"))
    }

    fn shrout_fleiss() -> Variance {
        let rows: [&[f64]; 6] = [
            &[9.0, 2.0, 5.0, 8.0],
            &[6.0, 1.0, 3.0, 2.0],
            &[8.0, 4.0, 6.0, 8.0],
            &[7.0, 1.0, 2.0, 6.0],
            &[10.0, 5.0, 6.0, 9.0],
            &[6.0, 2.0, 4.0, 7.0],
        ];
        variance(&ratings(&rows)).expect("defined")
    }

    /// The published table of mean squares: 11.24, 6.26, 32.49, 1.02.
    #[test]
    fn mean_squares_are_those_of_the_source() {
        let found = shrout_fleiss();
        for (value, wanted) in [
            (found.units, 11.24),
            (found.within, 6.26),
            (found.raters, 32.49),
            (found.residual, 1.02),
        ] {
            assert!((value - wanted).abs() < 0.005, "{value} is not {wanted}");
        }
    }

    /// pingouin 0.7 prints these intervals, rounded to two digits.
    #[test]
    fn intervals_agree_with_another_program() {
        let wanted = [
            (Icc::One, -0.13, 0.72),
            (Icc::Two, 0.02, 0.76),
            (Icc::Three, 0.34, 0.95),
            (Icc::OneMean, -0.88, 0.91),
            (Icc::TwoMean, 0.07, 0.93),
            (Icc::ThreeMean, 0.68, 0.99),
        ];
        for (form, low, high) in wanted {
            let found = shrout_fleiss().interval(form, 0.95).expect("an interval");
            assert!((found.low - low).abs() < 0.005, "{form:?} {found:?}");
            assert!((found.high - high).abs() < 0.005, "{form:?} {found:?}");
        }
    }

    #[test]
    fn perfect_agreement_is_one_without_an_interval() {
        let found = variance(&ratings(&[&[0.1, 0.1, 0.1], &[0.7, 0.7, 0.7]])).expect("defined");
        for form in ALL {
            assert!((found.icc(form).expect("defined") - 1.0).abs() < 1e-12);
            assert_eq!(found.interval(form, 0.95), None);
        }
    }

    /// (2,k) divides by BMS + (JMS − EMS)/n, which is 0 here, but not to the last bit.
    #[test]
    fn mean_squares_that_cancel_give_no_value() {
        for rows in [
            [&[0.0, 1.0], &[2.0, 0.0], &[1.0, 0.0]],
            [&[1.0, 2.0], &[2.0, 1.0], &[1.0, 1.0]],
        ] {
            let found = variance(&ratings(&rows.map(|it| it.as_slice()))).expect("squares");
            assert_eq!(found.icc(Icc::TwoMean), Err(Undefined::NegativeVariance));
            assert!(found.icc(Icc::Two).is_ok_and(|it| it.abs() < 100.0));
        }
    }

    #[test]
    fn without_difference_between_units_there_is_nothing_to_correlate() {
        let equal = variance(&ratings(&[&[0.1, 0.1], &[0.1, 0.1]]));
        assert_eq!(equal, Err(Undefined::NoVariation));
        let found = variance(&ratings(&[&[0.1, 0.7, 0.3], &[0.1, 0.7, 0.3]])).expect("squares");
        assert_eq!(found.icc(Icc::Three), Err(Undefined::NoUnitVariation));
        assert_eq!(found.icc(Icc::ThreeMean), Err(Undefined::NoUnitVariation));
        assert!(found.icc(Icc::One).expect("defined") < 0.0);
        // Equal means of units that hold different values.
        let found = variance(&ratings(&[&[0.0, 1.0], &[1.0, 0.0]])).expect("squares");
        for form in ALL {
            let wanted = match form {
                Icc::One => Ok(-1.0),
                Icc::Three => Ok(-1.0),
                _ => Err(Undefined::NoUnitVariation),
            };
            assert_eq!(found.icc(form), wanted, "{form:?}");
        }
        let one = variance(&ratings(&[&[1.0, 2.0]]));
        assert_eq!(one, Err(Undefined::TooFewUnits));
    }
}
