//! The answers to one item: frequencies, centre, attainment.

use crate::stats::grid::Grid;
use crate::stats::{TOLERANCE, count, deviation, mean, median};

/// How often one value was given.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Frequency {
    /// The value.
    pub value: f64,
    /// Number of answers.
    pub count: usize,
    /// Share of the answers given, 0 to 100.
    pub percent: f64,
    /// Share of this value and all below, 0 to 100.
    pub cumulative: f64,
}

/// The answers to one item.
#[derive(Clone, Debug, PartialEq)]
pub struct Description {
    /// Answers given.
    pub answers: usize,
    /// Respondents without an answer.
    pub missing: usize,
    /// Arithmetic mean.
    pub mean: Option<f64>,
    /// Standard deviation with n − 1.
    pub deviation: Option<f64>,
    /// Median.
    pub median: Option<f64>,
    /// Each value given, ascending.
    pub frequencies: Vec<Frequency>,
}

/// Describes one column of a grid of respondents by items.
#[must_use]
pub fn describe(grid: &Grid, item: usize) -> Description {
    let values = grid.column(item);
    let weighed: Vec<(f64, f64)> = values.iter().map(|it| (*it, 1.0)).collect();
    let finite = |value: &f64| value.is_finite();
    Description {
        answers: values.len(),
        missing: grid.rows() - values.len(),
        mean: mean(&values).filter(finite),
        deviation: deviation(&values).filter(finite),
        median: median(&weighed),
        frequencies: frequencies(values),
    }
}

fn frequencies(mut values: Vec<f64>) -> Vec<Frequency> {
    values.sort_by(f64::total_cmp);
    let total = count(values.len());
    let mut out: Vec<Frequency> = Vec::new();
    for (at, value) in values.iter().enumerate() {
        let cumulative = 100.0 * count(at + 1) / total;
        match out.last_mut() {
            Some(last) if value - last.value <= TOLERANCE => {
                last.count += 1;
                last.percent = 100.0 * count(last.count) / total;
                last.cumulative = cumulative;
            }
            _ => out.push(Frequency {
                value: *value,
                count: 1,
                percent: 100.0 / total,
                cumulative,
            }),
        }
    }
    out
}

/// TCR (tingkat capaian responden), 100 · mean / maximum; at most 100, but never 0 on a scale that
/// starts above 0. `None` where the maximum is not positive. See [`attained_range`].
#[must_use]
pub fn attained(mean: f64, max: f64) -> Option<f64> {
    let value = 100.0 * mean / max;
    (max > 0.0 && value.is_finite()).then_some(value)
}

/// Where the mean stands between the ends of the scale, 100 (mean − min)/(max − min), 0 to 100;
/// `None` where the ends are not apart.
#[must_use]
pub fn attained_range(mean: f64, min: f64, max: f64) -> Option<f64> {
    let value = 100.0 * (mean - min) / (max - min);
    (max > min && value.is_finite()).then_some(value)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn frequencies_count_answers_and_leave_holes_out() {
        let cells = [Some(5.0), Some(3.0), None, Some(5.0), Some(1.0)];
        let grid = Grid::new(1, cells.to_vec()).expect("sound");
        let found = describe(&grid, 0);
        assert_eq!((found.answers, found.missing), (4, 1));
        assert_eq!(found.median, Some(4.0));
        assert_eq!(found.mean, Some(3.5));
        let counts: Vec<usize> = found.frequencies.iter().map(|it| it.count).collect();
        assert_eq!(counts, vec![1, 1, 2]);
        let cumulative: Vec<f64> = found.frequencies.iter().map(|it| it.cumulative).collect();
        assert_eq!(cumulative, vec![25.0, 50.0, 100.0]);
        let nothing = describe(&grid, 9);
        assert_eq!((nothing.answers, nothing.mean), (0, None));
    }

    #[test]
    fn attainment_of_a_mean_depends_on_where_the_scale_starts() {
        assert!((attained(3.9, 5.0).expect("a share") - 78.0).abs() < 1e-9);
        assert!((attained_range(3.9, 1.0, 5.0).expect("a share") - 72.5).abs() < 1e-9);
        assert_eq!(attained(3.9, 0.0), None);
        assert_eq!(attained_range(1.0, 1.0, 1.0), None);
    }
}
