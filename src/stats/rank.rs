//! Ranks with a tolerance, so that floating-point noise neither breaks a tie nor makes one.

/// Values closer than this are equal: for ranks, band edges and coverage.
pub const TOLERANCE: f64 = 1e-9;

/// Ranks from the highest value down; ties share the best rank (1, 2, 2, 4).
///
/// A value ties with the first of its run: a long chain of values, each within the tolerance of
/// its neighbour, does not become one tie.
#[must_use]
pub fn ranks(values: &[f64]) -> Vec<usize> {
    competition(values, |a, b| b.total_cmp(a))
}

/// Ranks from the lowest value up; ties share the lowest rank (1, 2, 2, 4).
#[must_use]
pub fn ranks_ascending(values: &[f64]) -> Vec<usize> {
    competition(values, f64::total_cmp)
}

fn competition(values: &[f64], order: fn(&f64, &f64) -> std::cmp::Ordering) -> Vec<usize> {
    let mut by_value: Vec<usize> = (0..values.len()).collect();
    by_value.sort_by(|a, b| order(&values[*a], &values[*b]));
    let mut out = vec![0; values.len()];
    let mut first = 0;
    for at in 0..by_value.len() {
        if (values[by_value[at]] - values[by_value[first]]).abs() > TOLERANCE {
            first = at;
        }
        out[by_value[at]] = first + 1;
    }
    out
}

/// Ranks as [`ranks`] gives them, again and again without allocating.
#[derive(Debug, Clone, Default)]
pub struct Ranker {
    /// A key that sorts from the highest value down, and the position of the value.
    order: Vec<(u64, u32)>,
}

impl Ranker {
    /// Writes the rank of each of `values` to `out`, which has the same length.
    pub fn rank(&mut self, values: &[f64], out: &mut [u32]) {
        self.order.clear();
        let positions = 0..u32::MAX;
        let keys = values
            .iter()
            .zip(positions)
            .map(|(value, at)| (key(*value), at));
        self.order.extend(keys);
        self.order.sort_unstable();
        let (mut first, mut rank) = (f64::NAN, 0);
        for (place, (_, at)) in (1..).zip(&self.order) {
            let value = values[*at as usize];
            // The first value is compared with NaN, from which nothing is near.
            let near = (value - first).abs() <= TOLERANCE;
            if !near {
                (first, rank) = (value, place);
            }
            out[*at as usize] = rank;
        }
    }
}

/// A whole number that falls as `value` rises: the bits of a double, with the sign taken out.
fn key(value: f64) -> u64 {
    let bits = value.to_bits();
    if bits >> 63 == 1 {
        bits
    } else {
        !(bits | 1 << 63)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ties_share_the_best_rank() {
        assert_eq!(ranks(&[2.0, 3.0, 2.0, 1.0]), vec![2, 1, 2, 4]);
        assert_eq!(ranks_ascending(&[2.0, 3.0, 2.0, 1.0]), vec![2, 4, 2, 1]);
    }

    #[test]
    fn noise_does_not_break_a_tie() {
        let noisy = 0.1 + 0.2;
        assert_eq!(ranks(&[0.3, noisy, 0.2]), vec![1, 1, 3]);
    }

    #[test]
    fn the_ranker_ranks_as_the_plain_function_does() {
        let mut stream = crate::stats::Stream::new(5, 0, 0);
        let mut ranker = Ranker::default();
        for size in [0, 1, 2, 7, 40] {
            let mut values: Vec<f64> = (0..size)
                .map(|_| f64::from(stream.below(9)) / 3.0 - 1.0 + 1e-10 * stream.unit())
                .collect();
            values.extend([0.0, -0.0, 0.8e-9, 1.6e-9]);
            let mut found = vec![0; values.len()];
            ranker.rank(&values, &mut found);
            let wanted: Vec<u32> = ranks(&values)
                .iter()
                .map(|it| u32::try_from(*it).expect("small"))
                .collect();
            assert_eq!(found, wanted);
        }
    }

    #[test]
    fn a_chain_of_near_values_is_not_one_tie() {
        assert_eq!(ranks(&[0.0, 0.8e-9, 1.6e-9]), vec![3, 1, 1]);
    }
}
