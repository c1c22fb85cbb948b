//! Variance-based sensitivity: how much of the variance of a result each input accounts for.
//!
//! Two independent samples A and B of all inputs, and for each input i the sample ABᵢ: A with
//! input i taken from B. With V the variance (n − 1) of the results of A and B together,
//!
//! - first order, the share that input i accounts for by itself:
//!   Sᵢ = mean(y_B (y_ABᵢ − y_A)) / V (Saltelli et al. 2010, table 2, b);
//! - total, with everything it does together with others:
//!   STᵢ = Σ (y_A − y_ABᵢ)² / (2 N V) (Jansen 1999).
//!
//! Both are estimates with sampling error: an index of 0 may come out slightly negative.

use super::{count, mean};

/// The share of the variance that one input accounts for.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Sensitivity {
    /// By itself.
    pub first_order: f64,
    /// By itself and together with others.
    pub total: f64,
}

/// The indices of each input, from the results of A, of B and, for each input, of AB.
///
/// Where the results do not vary nothing moves them: every index is 0. `None` for samples that are
/// empty or of different lengths.
#[must_use]
pub fn sobol(a: &[f64], b: &[f64], ab: &[Vec<f64>]) -> Option<Vec<Sensitivity>> {
    let n = a.len();
    if n == 0 || b.len() != n || ab.iter().any(|it| it.len() != n) {
        return None;
    }
    let variance = variance(a, b)?;
    let of = |ab: &Vec<f64>| {
        if variance <= 0.0 {
            return Sensitivity {
                first_order: 0.0,
                total: 0.0,
            };
        }
        let alone: f64 = (0..n).map(|at| b[at] * (ab[at] - a[at])).sum();
        let whole: f64 = (0..n).map(|at| (a[at] - ab[at]).powi(2)).sum();
        Sensitivity {
            first_order: alone / count(n) / variance,
            total: whole / (2.0 * count(n) * variance),
        }
    };
    Some(ab.iter().map(of).collect())
}

/// The variance (n − 1) of both samples together.
fn variance(a: &[f64], b: &[f64]) -> Option<f64> {
    let both: Vec<f64> = a.iter().chain(b).copied().collect();
    let mean = mean(&both)?;
    let squares: f64 = both.iter().map(|it| (it - mean).powi(2)).sum();
    Some(squares / (count(both.len()) - 1.0))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::stats::Stream;

    fn ishigami(x: [f64; 3]) -> f64 {
        let [one, two, three] = x.map(|it| std::f64::consts::PI * (2.0 * it - 1.0));
        one.sin() + 7.0 * two.sin().powi(2) + 0.1 * three.powi(4) * one.sin()
    }

    /// Ishigami and Homma (1990) with a = 7, b = 0.1; analytic indices as in Saltelli et al. (2008).
    #[test]
    fn indices_of_the_ishigami_function_lie_within_sampling_error() {
        let n = 40_000;
        let mut stream = Stream::new(1, 0, 0);
        let mut sample = || -> Vec<[f64; 3]> {
            (0..n)
                .map(|_| [stream.unit(), stream.unit(), stream.unit()])
                .collect()
        };
        let (a, b) = (sample(), sample());
        let results =
            |rows: &[[f64; 3]]| -> Vec<f64> { rows.iter().map(|it| ishigami(*it)).collect() };
        let mixed: Vec<Vec<f64>> = (0..3)
            .map(|input| {
                let rows = a.iter().zip(&b).map(|(a, b)| {
                    let mut row = *a;
                    row[input] = b[input];
                    ishigami(row)
                });
                rows.collect()
            })
            .collect();
        let found = sobol(&results(&a), &results(&b), &mixed).expect("indices");
        let wanted = [(0.3139, 0.5576), (0.4424, 0.4424), (0.0, 0.2437)];
        for (found, (first, total)) in found.iter().zip(wanted) {
            assert!((found.first_order - first).abs() < 0.03, "{found:?}");
            assert!((found.total - total).abs() < 0.02, "{found:?}");
        }
    }

    #[test]
    fn what_does_not_vary_has_index_zero() {
        let same = vec![2.0; 8];
        let found = sobol(&same, &same, std::slice::from_ref(&same)).expect("indices");
        assert_eq!(
            found,
            [Sensitivity {
                first_order: 0.0,
                total: 0.0
            }]
        );
        assert_eq!(sobol(&[], &[], &[]), None);
        assert_eq!(sobol(&[1.0], &[1.0], &[vec![]]), None);
    }
}
