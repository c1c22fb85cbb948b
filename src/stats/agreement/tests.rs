//! Laws that hold between the coefficients, and what they do at the edge.

use super::cohen::cohen_kappa;
use super::conger::conger_kappa;
use super::fleiss::{fleiss_kappa, scott_pi};
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

/// Every coefficient with every variant.
fn all(
    ratings: &Ratings,
    levels: Option<&Levels>,
) -> Vec<(&'static Coefficient, Variant, Result<Outcome, Undefined>)> {
    let mut out = Vec::new();
    for of in COEFFICIENTS {
        for variant in of.variants() {
            out.push((*of, variant, of.compute(ratings, levels, variant)));
        }
    }
    out
}

/// What a record says of its coefficient, held against what the coefficient does.
#[test]
fn records_tell_the_truth() {
    let scale = Levels::new(&[0.0, 1.0, 2.0, 3.0, 4.0, 5.0]).expect("a scale");
    // Eight units of three raters: six complete, one with a pair, one with a single value.
    let three = ratings(&[
        &[0.0, 1.0, 0.0],
        &[4.0, 4.0, 3.0],
        &[2.0, 3.0, 2.0],
        &[1.0, 1.0, 1.0],
        &[3.0, 1.0, 3.0],
        &[2.0, 2.0, 2.0],
        &[1.0, -1.0, 2.0],
        &[-1.0, 4.0, -1.0],
    ]);
    let same = ratings(&[&[3.0, 3.0], &[3.0, 3.0]]);
    let mut names = std::collections::BTreeSet::new();
    for of in COEFFICIENTS {
        let name = of.name;
        assert!(names.insert(name), "{name} stands twice");
        assert!(!of.label.en.is_empty() && !of.label.id.is_empty(), "{name}");
        for variant in of.variants() {
            let pair = three.of_raters(&[0, 1]);
            let found = of.compute(&pair, None, variant).expect("defined");
            assert_eq!(found.interval.is_some(), of.interval.is_some(), "{name}");
            let units = match of.base {
                Base::Complete | Base::Pairable => 6,
                Base::Valued => 8,
            };
            assert_eq!(found.units, units, "{name}");
            let scaled = of.compute(&pair, Some(&scale), variant).expect("defined");
            let moved = (scaled.value - found.value).abs() > 1e-6;
            assert_eq!(moved, of.counts_levels, "{name}");
            let found = of.compute(&three, None, variant);
            match (of.raters, of.base) {
                (Raters::Two, _) => assert_eq!(found, Err(Undefined::NotTwoRaters), "{name}"),
                (_, Base::Complete) => assert_eq!(found.expect("defined").units, 6, "{name}"),
                (_, Base::Pairable) => assert_eq!(found.expect("defined").units, 7, "{name}"),
                (_, Base::Valued) => assert_eq!(found.expect("defined").units, 8, "{name}"),
            }
            let found = of.compute(&same, None, variant);
            assert_eq!(found == Err(Undefined::NoVariation), of.chance, "{name}");
            // Other numbers for the same categories change nothing where there is no order.
            let other_numbers: Vec<Vec<Option<f64>>> = mixed()
                .rows()
                .map(|row| {
                    let other = |code: &u32| Some([3.0, 0.0, 4.0, 1.0, 2.0][*code as usize]);
                    row.iter().map(other).collect()
                })
                .collect();
            let renamed = Ratings::new(&Grid::from_rows(&other_numbers).expect("sound"));
            let [one, other] =
                [mixed(), renamed].map(|it| of.compute(&it, None, variant).expect("defined").value);
            let moved = (one - other).abs() > 1e-9;
            assert_eq!(moved, of.needs_order(variant), "{name} {variant:?}");
        }
    }
}

#[test]
fn one_level_for_all_leaves_only_what_knows_the_scale() {
    let same = ratings(&[&[3.0, 3.0, 3.0], &[3.0, 3.0, -1.0], &[3.0, 3.0, 3.0]]);
    let scale = Levels::new(&[0.0, 1.0, 2.0, 3.0, 4.0]).expect("a scale");
    for (levels, knows) in [(Some(&scale), true), (None, false)] {
        for (of, variant, found) in all(&same, levels) {
            let wanted = match of {
                _ if of.raters == Raters::Two => Err(Undefined::NotTwoRaters),
                _ if !of.chance || (of.counts_levels && knows) => Ok(1.0),
                _ => Err(Undefined::NoVariation),
            };
            let name = of.name;
            assert_eq!(found.map(|it| it.value), wanted, "{name} {variant:?}");
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
        for (of, _, found) in all(&none, None) {
            assert_eq!(found, Err(Undefined::OneRater), "{}", of.name);
        }
    }
    let apart = ratings(&[&[3.0, -1.0], &[-1.0, 2.0]]);
    for (_, _, found) in all(&apart, None) {
        assert_eq!(found, Err(Undefined::NoPairableUnits));
    }
    for (_, _, found) in all(&ratings(&[]), None) {
        assert_eq!(found, Err(Undefined::OneRater));
    }
}

#[test]
fn perfect_agreement_is_one_everywhere() {
    let agreed = ratings(&[&[0.0, 0.0], &[4.0, 4.0], &[2.0, 2.0]]);
    for (_, _, found) in all(&agreed, None) {
        close(found.expect("defined").value, 1.0);
    }
}

#[test]
fn two_raters_tie_the_coefficients_together() {
    let two = mixed();
    let value = |it: Result<Estimate, Undefined>| it.expect("defined").value;
    for weights in Weights::ALL {
        let cohen = cohen_kappa(&two, None, weights);
        close(value(cohen), value(conger_kappa(&two, None, weights)));
        let pi = scott_pi(&two, None, weights);
        close(value(pi), value(fleiss_kappa(&two, None, weights)));
    }
    // α = 1 − (n − 1)/n (1 − π) with n values (Krippendorff 2004, sec. 11.3).
    for (metric, weights) in [
        (Metric::Nominal, Weights::Identity),
        (Metric::Interval, Weights::Quadratic),
    ] {
        let pi = value(scott_pi(&two, None, weights));
        let alpha = krippendorff_alpha(&two, metric).expect("defined");
        close(alpha.value, 1.0 - 13.0 / 14.0 * (1.0 - pi));
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
        let ends = |it: Interval| {
            assert!(it.low.is_finite() && it.high.is_finite() && it.low <= it.high);
        };
        for found in all(&data, None).into_iter().filter_map(|it| it.2.ok()) {
            assert!(found.value.is_finite() && found.se.is_none_or(f64::is_finite));
            found.interval.into_iter().for_each(ends);
        }
        for metric in Metric::ALL {
            let drawn = krippendorff_interval(&data, metric, &Resampling::default());
            drawn.into_iter().for_each(ends);
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
