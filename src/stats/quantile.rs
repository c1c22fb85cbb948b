//! Quantiles of values that are sorted already.

use super::count;

/// Quantile with linear interpolation between order statistics (Hyndman and Fan 1996, type 7);
/// `None` without values. `probability` is taken between 0 and 1.
#[must_use]
pub fn quantile(sorted: &[f64], probability: f64) -> Option<f64> {
    quantile_by(sorted.len(), probability, |at| sorted[at])
}

/// The same of `length` values of which `value` tells the order statistics, lowest first from 0:
/// for values that are counted and not stored one by one.
#[must_use]
pub fn quantile_by(length: usize, probability: f64, value: impl Fn(usize) -> f64) -> Option<f64> {
    let last = length.checked_sub(1)?;
    let at = probability.clamp(0.0, 1.0) * count(last);
    #[expect(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        reason = "between 0 and the last index"
    )]
    let below = (at.floor() as usize).min(last);
    let above = (below + 1).min(last);
    let low = value(below);
    Some(low + (at - at.floor()) * (value(above) - low))
}

#[cfg(test)]
mod tests {
    use super::*;

    /// R: `quantile(c(1, 2, 4, 8), c(0, 0.05, 0.5, 0.95, 1))`.
    #[test]
    fn quantiles_agree_with_r() {
        let sorted = [1.0, 2.0, 4.0, 8.0];
        for (probability, wanted) in [
            (0.0, 1.0),
            (0.05, 1.15),
            (0.5, 3.0),
            (0.95, 7.4),
            (1.0, 8.0),
        ] {
            let found = quantile(&sorted, probability).expect("a value");
            assert!((found - wanted).abs() < 1e-12, "{found} is not {wanted}");
        }
        assert_eq!(quantile(&[], 0.5), None);
    }
}
