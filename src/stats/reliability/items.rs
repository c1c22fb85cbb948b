//! Each item against the total of its scale.

use crate::stats::reliability::covariance::Covariance;
use crate::stats::reliability::cronbach::cronbach;
use crate::stats::undefined::{Undefined, finite};

/// One item of a scale.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Item {
    /// Correlation with the total of all items, itself included, −1 to 1. With k unrelated items
    /// already about 1/√k.
    pub with_total: Result<f64, Undefined>,
    /// Correlation with the total of the other items, −1 to 1 (corrected item–total correlation).
    pub with_others: Result<f64, Undefined>,
    /// Cronbach's alpha of the other items.
    pub alpha_without: Result<f64, Undefined>,
}

/// Every item against the total.
#[must_use]
pub fn item_totals(items: &Covariance) -> Vec<Item> {
    (0..items.items()).map(|item| of(items, item)).collect()
}

fn of(items: &Covariance, item: usize) -> Item {
    let own = items.entry(item, item);
    let with_all = items.row_sum(item);
    let total = items.total();
    let others = total - 2.0 * with_all + own;
    let alpha_without = match items.without(item) {
        Some(rest) => cronbach(&rest),
        None => Err(Undefined::TooFewItems),
    };
    Item {
        with_total: correlation(with_all, own, total, items.trace()),
        with_others: correlation(with_all - own, own, others, items.trace()),
        alpha_without,
    }
}

/// A correlation from a covariance and two variances of the size of `scale`.
fn correlation(together: f64, one: f64, other: f64, scale: f64) -> Result<f64, Undefined> {
    if one <= 0.0 || other.abs() <= scale * 1e-12 {
        return Err(Undefined::NoVariation);
    }
    if other < 0.0 {
        return Err(Undefined::NegativeVariance);
    }
    let value = finite(together / (one.sqrt() * other.sqrt()))?;
    // Only pairwise covariances can exceed the bound by more than rounding.
    if value.abs() > 1.0 + 1e-9 {
        return Err(Undefined::NegativeVariance);
    }
    Ok(value.clamp(-1.0, 1.0))
}
