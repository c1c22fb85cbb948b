//! Variances and covariances of items, with two ways of treating holes.

use crate::stats::grid::Grid;
use crate::stats::undefined::{Undefined, finite};
use crate::stats::{Missing, count};

/// Sample covariances (n − 1) of items.
///
/// **Invariant:** at least two items, all entries finite, a constant item has exactly 0.
#[derive(Clone, Debug, PartialEq)]
pub struct Covariance {
    items: usize,
    entries: Vec<f64>,
    respondents: usize,
}

impl Covariance {
    /// The covariances of the columns of a grid of respondents (rows) by items.
    ///
    /// # Errors
    ///
    /// [`Undefined::TooFewItems`] below two items; [`Undefined::TooFewUnits`] where a covariance
    /// has fewer than two respondents.
    pub fn new(grid: &Grid, missing: Missing) -> Result<Self, Undefined> {
        let items = grid.columns();
        if items < 2 {
            return Err(Undefined::TooFewItems);
        }
        // Counted from a value of its own, a constant item is exactly 0 and large values lose no
        // digits.
        let origin: Vec<f64> = (0..items)
            .map(|item| grid.column(item).first().copied().unwrap_or(0.0))
            .collect();
        let rows: Vec<Vec<Option<f64>>> = (0..grid.rows())
            .map(|row| grid.row(row).iter().zip(&origin))
            .map(|row| row.map(|(cell, from)| cell.map(|it| it - from)).collect())
            .filter(|row: &Vec<Option<f64>>| match missing {
                Missing::Listwise => row.iter().all(Option::is_some),
                Missing::Pairwise => row.iter().any(Option::is_some),
            })
            .collect();
        let mut entries = vec![0.0; items * items];
        for one in 0..items {
            for other in 0..=one {
                let pairs: Vec<(f64, f64)> = rows
                    .iter()
                    .filter_map(|row| Some((row[one]?, row[other]?)))
                    .collect();
                let value = finite(covariance(&pairs).ok_or(Undefined::TooFewUnits)?)?;
                entries[one * items + other] = value;
                entries[other * items + one] = value;
            }
        }
        let respondents = rows.len();
        Ok(Self {
            items,
            entries,
            respondents,
        })
    }

    /// Number of items, k.
    #[must_use]
    pub fn items(&self) -> usize {
        self.items
    }

    /// Respondents that entered: complete ones, or pairwise those with any answer.
    #[must_use]
    pub fn respondents(&self) -> usize {
        self.respondents
    }

    /// Covariance of two items below [`Self::items`].
    pub(super) fn entry(&self, one: usize, other: usize) -> f64 {
        self.entries[one * self.items + other]
    }

    /// Σ of the covariances of an item with every item, itself included.
    pub(super) fn row_sum(&self, item: usize) -> f64 {
        self.entries[item * self.items..(item + 1) * self.items]
            .iter()
            .sum()
    }

    /// Σ of the variances.
    pub(super) fn trace(&self) -> f64 {
        (0..self.items).map(|item| self.entry(item, item)).sum()
    }

    /// Variance of the sum of all items.
    pub(super) fn total(&self) -> f64 {
        self.entries.iter().sum()
    }

    /// Items without variance.
    #[must_use]
    pub fn constant(&self) -> Vec<usize> {
        (0..self.items)
            .filter(|item| self.entry(*item, *item) <= 0.0)
            .collect()
    }

    /// The covariances without one item; `None` where fewer than two would be left.
    pub(super) fn without(&self, item: usize) -> Option<Self> {
        let kept: Vec<usize> = (0..self.items).filter(|it| *it != item).collect();
        self.of(&kept)
    }

    /// The covariances of some items; `None` below two.
    pub(super) fn of(&self, kept: &[usize]) -> Option<Self> {
        let pairs = kept
            .iter()
            .flat_map(|one| kept.iter().map(move |it| (one, it)));
        let entries = pairs.map(|(one, other)| self.entry(*one, *other)).collect();
        (kept.len() > 1).then_some(Self {
            items: kept.len(),
            entries,
            respondents: self.respondents,
        })
    }

    /// Correlations; an item without variance has none, and beyond ±1 there are none either.
    pub(super) fn correlations(&self) -> Result<Self, Undefined> {
        if !self.constant().is_empty() {
            return Err(Undefined::NoVariation);
        }
        let mut out = self.clone();
        for one in 0..self.items {
            for other in 0..self.items {
                let spread = self.entry(one, one).sqrt() * self.entry(other, other).sqrt();
                let value = if one == other {
                    1.0
                } else {
                    let value = finite(self.entry(one, other) / spread)?;
                    // Only pairwise covariances can exceed the bound by more than rounding.
                    if value.abs() > 1.0 + 1e-9 {
                        return Err(Undefined::NegativeVariance);
                    }
                    value.clamp(-1.0, 1.0)
                };
                out.entries[one * self.items + other] = value;
            }
        }
        Ok(out)
    }
}

/// Sample covariance of pairs (n − 1); `None` below two.
fn covariance(pairs: &[(f64, f64)]) -> Option<f64> {
    if pairs.len() < 2 {
        return None;
    }
    let n = count(pairs.len());
    let mean_one = pairs.iter().map(|(one, _)| one).sum::<f64>() / n;
    let mean_other = pairs.iter().map(|(_, other)| other).sum::<f64>() / n;
    let products = pairs
        .iter()
        .map(|(one, other)| (one - mean_one) * (other - mean_other));
    Some(products.sum::<f64>() / (n - 1.0))
}
