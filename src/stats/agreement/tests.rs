//! Laws that hold between the coefficients, and what they do at the edge.

use super::*;
use crate::stats::{Grid, IntervalMethod};

fn ratings(rows: &[&[f64]]) -> Ratings {
    let rows: Vec<Vec<Option<f64>>> = rows
        .iter()
        .map(|row| row.iter().map(|it| (*it >= 0.0).then_some(*it)).collect())
        .collect();
    Ratings::new(&Grid::from_rows(&rows).expect("sound"))
}

fn mixed() -> Ratings {
    ratings(&[
        &[0.0, 1.0],
        &[4.0, 4.0],
        &[2.0, 3.0],
        &[1.0, 1.0],
        &[3.0, 1.0],
        &[2.0, 2.0],
        &[0.0, 0.0],
    ])
}

fn close(one: f64, other: f64) {
    assert!((one - other).abs() < 1e-12, "{one} is not {other}");
}

fn find(found: &[Coefficient], name: &str, metric: Option<&str>) -> Coefficient {
    let is = |it: &&Coefficient| it.name == name && it.metric == metric;
    found.iter().find(is).expect("a coefficient").clone()
}

#[test]
fn one_level_for_all_leaves_only_what_knows_the_scale() {
    let same = ratings(&[&[3.0, 3.0, 3.0], &[3.0, 3.0, -1.0], &[3.0, 3.0, 3.0]]);
    let scale = Levels::new(&[0.0, 1.0, 2.0, 3.0, 4.0]).expect("a scale");
    for (levels, knows) in [(Some(&scale), true), (None, false)] {
        for found in all(&same, levels, None) {
            let wanted = match found.name {
                "percent_agreement" => Ok(1.0),
                "brennan_prediger" | "gwet_ac" if knows => Ok(1.0),
                "cohen_kappa" | "scott_pi" => Err(Undefined::NotTwoRaters),
                _ => Err(Undefined::NoVariation),
            };
            assert_eq!(found.value, wanted, "{} {:?}", found.name, found.metric);
        }
    }
    let pair = same.of_raters(&[0, 1]);
    let kappa = cohen_kappa(&pair, Some(&scale), Weights::Identity);
    assert_eq!(kappa, Err(Undefined::NoVariation));
    let pi = scott_pi(&pair, Some(&scale), Weights::Quadratic);
    assert_eq!(pi, Err(Undefined::NoVariation));
}

#[test]
fn nothing_to_compare_has_no_coefficient() {
    let one = ratings(&[&[3.0], &[2.0]]);
    let silent = ratings(&[&[3.0, -1.0], &[2.0, -1.0]]);
    for none in [one, silent] {
        for found in all(&none, None, Some(&Resampling::default())) {
            assert_eq!(found.value, Err(Undefined::OneRater), "{}", found.name);
        }
    }
    let apart = ratings(&[&[3.0, -1.0], &[-1.0, 2.0]]);
    for found in all(&apart, None, None) {
        assert_eq!(found.value, Err(Undefined::NoPairableUnits));
    }
    for found in all(&ratings(&[]), None, None) {
        assert_eq!(found.value, Err(Undefined::OneRater));
    }
}

#[test]
fn perfect_agreement_is_one_everywhere() {
    let agreed = ratings(&[&[0.0, 0.0], &[4.0, 4.0], &[2.0, 2.0]]);
    for found in all(&agreed, None, Some(&Resampling::default())) {
        close(found.value.expect("defined"), 1.0);
    }
}

#[test]
fn two_raters_tie_the_coefficients_together() {
    let found = all(&mixed(), None, None);
    let value = |name, metric| find(&found, name, metric).value.expect("defined");
    for metric in ["unweighted", "linear", "quadratic"].map(Some) {
        close(value("cohen_kappa", metric), value("conger_kappa", metric));
        close(value("scott_pi", metric), value("fleiss_kappa", metric));
    }
    // α = 1 − (n − 1)/n (1 − π) with n values (Krippendorff 2004, sec. 11.3).
    for [metric, weights] in [["nominal", "unweighted"], ["interval", "quadratic"]] {
        let pi = value("scott_pi", Some(weights));
        let alpha = 1.0 - 13.0 / 14.0 * (1.0 - pi);
        close(value("krippendorff_alpha", Some(metric)), alpha);
    }
}

#[test]
fn a_declared_scale_moves_only_what_counts_levels() {
    let scale = Levels::new(&[0.0, 1.0, 2.0, 3.0, 4.0, 5.0]).expect("a scale");
    let [used, declared] = [None, Some(&scale)].map(|it| all(&mixed(), it, None));
    for (one, other) in used.iter().zip(&declared) {
        let gap = one.value.expect("defined") - other.value.expect("defined");
        let counts = ["brennan_prediger", "gwet_ac"].contains(&one.name);
        assert_eq!(gap.abs() > 1e-6, counts, "{} {:?}", one.name, one.metric);
    }
}

#[test]
fn a_value_outside_the_scale_is_told() {
    let scale = Levels::new(&[0.0, 1.0, 2.0]).expect("a scale");
    let found = gwet_ac(&mixed(), Some(&scale), Weights::Identity);
    assert_eq!(found, Err(Undefined::OutsideScale));
}

#[test]
fn measurements_are_not_categories() {
    let rows: Vec<Vec<Option<f64>>> = (0..600)
        .map(|it| vec![Some(f64::from(it)), Some(f64::from(it) + 0.5)])
        .collect();
    let many = Ratings::new(&Grid::from_rows(&rows).expect("sound"));
    let found = cohen_kappa(&many, None, Weights::Linear);
    assert_eq!(found, Err(Undefined::TooManyLevels));
    let alpha = krippendorff_alpha(&many, Metric::Interval).expect("defined");
    assert!(alpha.value > 0.99);
}

#[test]
fn no_figure_is_ever_infinite_or_not_a_number() {
    let huge = ratings(&[&[1e300, 1.0, 0.0], &[0.0, 1e300, 5.0], &[2.0, 3.0, 1e-300]]);
    let tiny = ratings(&[
        &[1e-300, 1.0, 0.0],
        &[0.0, 1e-200, 5.0],
        &[2.0, 3.0, 1e-300],
    ]);
    let strange = ratings(&[&[1.0, 2.0, -1.0], &[-1.0, 3.0, -1.0], &[-1.0, -1.0, 2.0]]);
    for data in [huge, tiny, strange] {
        for found in all(&data, None, Some(&Resampling::default())) {
            assert!(found.value.is_ok_and(f64::is_finite) || found.value.is_err());
            assert!(found.se.is_none_or(f64::is_finite));
            if let Some(Ok(interval)) = found.interval {
                assert!(interval.low.is_finite() && interval.high.is_finite());
                assert!(interval.low <= interval.high);
            }
        }
    }
}

#[test]
fn intervals_of_any_coefficient_can_be_drawn() {
    let plan = Resampling {
        method: IntervalMethod::Percentile,
        ..Resampling::default()
    };
    let alpha = |it: &Ratings| krippendorff_alpha(it, Metric::Ordinal).map(|it| it.value);
    let slow = resampled_interval(&mixed(), &plan, alpha).expect("an interval");
    let quick = krippendorff_interval(&mixed(), Metric::Ordinal, &plan).expect("an interval");
    close(slow.low, quick.low);
    close(slow.high, quick.high);
    assert_eq!(slow.degenerate, quick.degenerate);
}

/// statsmodels 0.15.0 `cohens_kappa(...).std_kappa` on the same table.
#[test]
fn the_error_of_cohens_kappa_agrees_with_another_program() {
    let table = [[88, 14, 18], [10, 40, 10], [2, 6, 12]];
    let mut rows = Vec::new();
    for (k, of_first) in (0_u8..).zip(table) {
        for (l, times) in (0_u8..).zip(of_first) {
            let row = vec![Some(f64::from(k)), Some(f64::from(l))];
            rows.extend(std::iter::repeat_n(row, times));
        }
    }
    let data = Ratings::new(&Grid::from_rows(&rows).expect("sound"));
    for (weights, wanted) in [
        (Weights::Identity, 0.051_001_815_576_078),
        (Weights::Linear, 0.054_432_309_177_642),
        (Weights::Quadratic, 0.066_453_681_591_078),
    ] {
        let found = cohen_kappa(&data, None, weights).expect("defined");
        close(found.se.expect("an error"), wanted);
    }
}
