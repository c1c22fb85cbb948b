//! Weighted averages. Pairs are `(value, weight)`, weights not negative.

use super::TOLERANCE;

fn total(pairs: &[(f64, f64)]) -> Option<f64> {
    let total: f64 = pairs.iter().map(|(_, weight)| weight).sum();
    (total > 0.0).then_some(total)
}

/// Weighted arithmetic mean, Σ w x / Σ w; `None` without weight.
#[must_use]
pub fn arithmetic(pairs: &[(f64, f64)]) -> Option<f64> {
    let total = total(pairs)?;
    Some(
        pairs
            .iter()
            .map(|(value, weight)| value * weight)
            .sum::<f64>()
            / total,
    )
}

/// Weighted median: the value at which half of the weight is reached; where exactly half lies
/// on each side, the middle of the two neighbours. With equal weights this is the ordinary median.
#[must_use]
pub fn median(pairs: &[(f64, f64)]) -> Option<f64> {
    median_in_place(&mut pairs.to_vec())
}

/// As [`median`], of pairs that may be put in another order.
#[must_use]
pub fn median_in_place(pairs: &mut [(f64, f64)]) -> Option<f64> {
    let half = total(pairs)? / 2.0;
    pairs.sort_unstable_by(|a, b| a.0.total_cmp(&b.0).then(a.1.total_cmp(&b.1)));
    let mut weighty = pairs.iter().filter(|(_, weight)| *weight > 0.0).peekable();
    let (mut reached, mut last) = (0.0, None);
    while let Some((value, weight)) = weighty.next() {
        reached += weight;
        if (reached - half).abs() <= TOLERANCE * half {
            return Some(match weighty.peek() {
                Some((next, _)) => f64::midpoint(*value, *next),
                None => *value,
            });
        }
        if reached > half {
            return Some(*value);
        }
        last = Some(*value);
    }
    last
}

/// Weighted lower median: the lowest value at which half of the weight is reached. It is always one
/// of the values, as ordered stages need it.
#[must_use]
pub fn lower_median(pairs: &[(f64, f64)]) -> Option<f64> {
    let half = total(pairs)? / 2.0;
    let mut sorted = pairs.to_vec();
    sorted.sort_unstable_by(|a, b| a.0.total_cmp(&b.0).then(a.1.total_cmp(&b.1)));
    let mut reached = 0.0;
    let is_half = |(_, weight): &&(f64, f64)| {
        reached += weight;
        reached >= half - TOLERANCE * half
    };
    sorted.iter().find(is_half).map(|(value, _)| *value)
}

/// The most frequent value (within the tolerance of ranks); a tie takes the lower.
#[must_use]
pub fn mode(values: &[f64]) -> Option<f64> {
    mode_in_place(&mut values.to_vec())
}

/// As [`mode`], of values that may be put in another order.
#[must_use]
pub fn mode_in_place(sorted: &mut [f64]) -> Option<f64> {
    sorted.sort_unstable_by(f64::total_cmp);
    let mut best: Option<(usize, f64)> = None;
    let mut start = 0;
    for at in 0..sorted.len() {
        if sorted[at] - sorted[start] > TOLERANCE {
            start = at;
        }
        let count = at - start + 1;
        if best.is_none_or(|(most, _)| count > most) {
            best = Some((count, sorted[start]));
        }
    }
    best.map(|(_, value)| value)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn close(found: Option<f64>, wanted: f64) {
        let found = found.expect("a value");
        assert!((found - wanted).abs() < 1e-12, "{found} is not {wanted}");
    }

    #[test]
    fn averages_agree_with_hand_calculation() {
        close(arithmetic(&[(1.0, 1.0), (4.0, 1.0)]), 2.5);
        close(arithmetic(&[(3.0, 2.0), (0.0, 1.0)]), 2.0);
    }

    #[test]
    fn without_weight_there_is_no_average() {
        assert_eq!(arithmetic(&[]), None);
        assert_eq!(arithmetic(&[(3.0, 0.0)]), None);
        assert_eq!(median(&[]), None);
        assert_eq!(mode(&[]), None);
    }

    #[test]
    fn the_median_follows_the_weights() {
        close(median(&[(1.0, 1.0), (3.0, 1.0)]), 2.0);
        close(median(&[(3.0, 1.0), (1.0, 1.0), (2.0, 1.0)]), 2.0);
        close(median(&[(1.0, 3.0), (9.0, 1.0)]), 1.0);
        close(median(&[(1.0, 1.0), (2.0, 1.0), (9.0, 2.0)]), 5.5);
    }

    #[test]
    fn the_lower_median_is_one_of_the_values() {
        close(lower_median(&[(1.0, 1.0), (3.0, 1.0)]), 1.0);
        close(lower_median(&[(3.0, 1.0), (1.0, 1.0), (2.0, 1.0)]), 2.0);
        close(lower_median(&[(1.0, 1.0), (2.0, 1.0), (9.0, 2.0)]), 2.0);
        close(lower_median(&[(1.0, 1.0), (9.0, 3.0)]), 9.0);
        assert_eq!(lower_median(&[]), None);
    }

    #[test]
    fn a_tied_mode_takes_the_lower() {
        close(mode(&[3.0, 1.0, 3.0, 1.0, 2.0]), 1.0);
        close(mode(&[4.0, 2.0, 4.0]), 4.0);
    }
}
