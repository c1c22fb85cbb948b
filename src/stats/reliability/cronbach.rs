//! Cronbach's alpha, with standardised items, with its interval.

use crate::stats::Wording;
use crate::stats::reliability::coefficient::Coefficient;
use crate::stats::reliability::covariance::Covariance;
use crate::stats::resample::{Interval, IntervalMethod};
use crate::stats::undefined::{Undefined, finite};
use crate::stats::{count, fisher_quantile};

/// Share of the variances below which the variance of a sum is rounding.
const ROUNDING: f64 = 1e-12;
/// Beyond a bound by more than this is no rounding.
const BOUND: f64 = 1e-9;

/// Cronbach's alpha (1951), `k/(k − 1) (1 − Σ s²ⱼ / s²_T)`, at most 1; on 0/1 items KR-20. Below 0
/// where items run against each other. A constant item counts in k; see [`cronbach_varying`].
///
/// # Errors
///
/// [`Undefined::NoVariation`] where the total does not vary; [`Undefined::NegativeVariance`] where
/// pairwise covariances contradict each other.
pub fn cronbach(items: &Covariance) -> Result<f64, Undefined> {
    let k = count(items.items());
    let (trace, total) = (items.trace(), items.total());
    if trace <= 0.0 || total.abs() <= trace * ROUNDING {
        return Err(Undefined::NoVariation);
    }
    if total < 0.0 {
        return Err(Undefined::NegativeVariance);
    }
    let alpha = finite(k / (k - 1.0) * (1.0 - trace / total))?;
    // Covariances of one set of answers keep it at 1; pairwise ones need not belong to any.
    if alpha > 1.0 + BOUND {
        return Err(Undefined::NegativeVariance);
    }
    Ok(alpha.min(1.0))
}

/// Cronbach's alpha without the items that do not vary, as some programs print it.
///
/// # Errors
///
/// As for [`cronbach`], and [`Undefined::TooFewItems`] where fewer than two items vary.
pub fn cronbach_varying(items: &Covariance) -> Result<f64, Undefined> {
    let constant = items.constant();
    let kept: Vec<usize> = (0..items.items())
        .filter(|item| !constant.contains(item))
        .collect();
    cronbach(&items.of(&kept).ok_or(Undefined::TooFewItems)?)
}

/// See [`cronbach_standardised`].
pub(super) static STANDARDISED: Coefficient = Coefficient {
    name: "alpha_standardised",
    label: Wording {
        en: "Standardised",
        id: "Terstandar",
    },
    title: "standardised alpha",
    formula: "k r̄ / (1 + (k − 1) r̄), r̄ the mean correlation",
    source: "Spearman (1910), Brown (1910)",
    run: cronbach_standardised,
};

/// Standardised alpha, `k r̄ / (1 + (k − 1) r̄)` with the mean correlation r̄ (Spearman and Brown
/// 1910): alpha as if all items had the same variance.
///
/// # Errors
///
/// As for [`cronbach`]; an item that does not vary has no correlations, and pairwise ones beyond ±1
/// contradict each other.
pub fn cronbach_standardised(items: &Covariance) -> Result<f64, Undefined> {
    cronbach(&items.correlations()?)
}

/// The interval of Feldt (1965) for alpha from complete answers, 1 − (1 − α) F with n − 1 and
/// (n − 1)(k − 1) degrees of freedom; `None` below two respondents.
#[must_use]
pub fn feldt_interval(
    alpha: f64,
    respondents: usize,
    items: usize,
    confidence: f64,
) -> Option<Interval> {
    if respondents < 2 || items < 2 || !alpha.is_finite() || confidence <= 0.0 {
        return None;
    }
    let above = count(respondents) - 1.0;
    let below = above * (count(items) - 1.0);
    let upper = f64::midpoint(1.0, confidence);
    let low = 1.0 - (1.0 - alpha) * fisher_quantile(upper, above, below)?;
    let high = 1.0 - (1.0 - alpha) * fisher_quantile(1.0 - upper, above, below)?;
    (low.is_finite() && high.is_finite()).then_some(Interval {
        low,
        high,
        confidence,
        method: IntervalMethod::Analytic,
        se: None,
        replicates: 0,
        degenerate: 0,
    })
}
