//! Quantiles and tails of distributions, by the crate `statrs`, which panics outside the range;
//! here that is `None`.

use statrs::distribution::{ContinuousCDF, FisherSnedecor, Normal, StudentsT as Student};

fn inside(probability: f64) -> bool {
    probability > 0.0 && probability < 1.0
}

fn some_finite(value: f64) -> Option<f64> {
    value.is_finite().then_some(value)
}

/// Quantile of Student's t; `None` unless 0 < p < 1 and the degrees of freedom are positive.
#[must_use]
pub fn student_quantile(probability: f64, freedom: f64) -> Option<f64> {
    let student = Student::new(0.0, 1.0, freedom).ok()?;
    some_finite(inside(probability).then(|| student.inverse_cdf(probability))?)
}

/// Quantile of Fisher's F; `None` unless 0 < p < 1 and both degrees of freedom are positive.
#[must_use]
pub fn fisher_quantile(probability: f64, above: f64, below: f64) -> Option<f64> {
    let fisher = FisherSnedecor::new(above, below).ok()?;
    some_finite(inside(probability).then(|| fisher.inverse_cdf(probability))?)
}

/// Quantile of the standard normal; `None` unless 0 < p < 1.
#[must_use]
pub fn normal_quantile(probability: f64) -> Option<f64> {
    inside(probability).then(|| Normal::standard().inverse_cdf(probability))
}

/// Probability that a standard normal is at most `value`, 0 to 1.
#[must_use]
pub fn normal_below(value: f64) -> f64 {
    Normal::standard().cdf(value)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn close(found: Option<f64>, wanted: f64) {
        let found = found.expect("a value");
        let gap = (found - wanted).abs() / wanted.abs().max(1.0);
        assert!(gap < 1e-10, "{found} is not {wanted}");
    }

    /// SciPy 1.17: `t.ppf`, `f.ppf`, `norm.ppf`.
    #[test]
    fn quantiles_agree_with_scipy() {
        close(student_quantile(0.975, 4.0), 2.776_445_105_197_79);
        close(student_quantile(0.975, 28.0), 2.048_407_141_795_25);
        close(student_quantile(0.025, 513.0), -1.964_599_038_927_03);
        close(fisher_quantile(0.975, 29.0, 174.0), 1.661_538_417_028_81);
        close(fisher_quantile(0.025, 29.0, 174.0), 0.536_965_542_527_49);
        close(fisher_quantile(0.975, 5.0, 4.79), 7.490_103_962_012_94);
        close(normal_quantile(0.975), 1.959_963_984_540_05);
    }

    #[test]
    fn outside_the_range_there_is_no_quantile() {
        assert_eq!(student_quantile(1.0, 4.0), None);
        assert_eq!(student_quantile(0.5, 0.0), None);
        assert_eq!(fisher_quantile(f64::NAN, 4.0, 4.0), None);
        assert_eq!(normal_quantile(0.0), None);
    }
}
