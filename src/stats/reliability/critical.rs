//! The critical value of a correlation, which printed tables ("r tabel") give for few sizes.

use crate::stats::{count, student_quantile};

/// The correlation that n pairs exceed by chance with the given two-tailed probability,
/// `r = t / √(df + t²)` with df = n − 2; 0 to 1. `None` below three pairs.
///
/// ```
/// let r = siap::stats::reliability::critical_correlation(30, 0.05).expect("30 pairs");
/// assert!((r - 0.361).abs() < 0.0005);
/// ```
#[must_use]
pub fn critical_correlation(pairs: usize, probability: f64) -> Option<f64> {
    let freedom = count(pairs) - 2.0;
    let t = student_quantile(1.0 - probability / 2.0, freedom)?;
    Some(t / t.hypot(freedom.sqrt()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_table_is_computed_and_not_copied_with_its_misprints() {
        for (pairs, wanted) in [
            (30, 0.361_01),
            (52, 0.273_24),
            (100, 0.196_55),
            (29, 0.367),
            (13, 0.553),
            (9, 0.666),
        ] {
            let found = critical_correlation(pairs, 0.05).expect("enough pairs");
            assert!((found - wanted).abs() < 5e-4, "{pairs}: {found}");
        }
        assert_eq!(critical_correlation(2, 0.05), None);
        assert_eq!(critical_correlation(30, 0.0), None);
    }
}
