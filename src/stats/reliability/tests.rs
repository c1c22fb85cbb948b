//! Published figures that the reference table does not hold, laws, and the edges.

use super::*;
use crate::stats::{Grid, Missing, Undefined};

fn grid(rows: &[&[f64]]) -> Grid {
    let rows: Vec<Vec<Option<f64>>> = rows
        .iter()
        .map(|row| row.iter().copied().map(Some).collect())
        .collect();
    Grid::from_rows(&rows).expect("sound")
}

fn listwise(rows: &[&[f64]]) -> Covariance {
    Covariance::new(&grid(rows), Missing::Listwise).expect("enough")
}

fn close(found: f64, wanted: f64, within: f64) {
    assert!((found - wanted).abs() < within, "{found} is not {wanted}");
}

/// Answers that vary but always add up to the same.
const OPPOSED: [&[f64]; 3] = [&[1.0, 3.0], &[2.0, 2.0], &[3.0, 1.0]];

#[test]
fn alpha_of_equal_items_is_one() {
    let equal = listwise(&[&[1.0, 1.0, 1.0], &[2.0, 2.0, 2.0], &[5.0, 5.0, 5.0]]);
    close(cronbach(&equal).expect("defined"), 1.0, 1e-12);
    for item in item_totals(&equal) {
        close(item.with_others.expect("defined"), 1.0, 1e-12);
        close(item.alpha_without.expect("defined"), 1.0, 1e-12);
    }
    assert_eq!(omega_total(&equal), Err(Undefined::Heywood));
}

#[test]
fn contradictory_pairwise_covariances_give_no_alpha_above_one() {
    // The pair varies together where both answered, and little more in each column by itself.
    let rows = [
        vec![Some(1.0), Some(1.0)],
        vec![Some(5.0), Some(5.0)],
        vec![Some(3.0), None],
        vec![Some(3.0), None],
        vec![None, Some(3.0)],
        vec![None, Some(3.0)],
    ];
    let grid = Grid::from_rows(&rows).expect("sound");
    let found = Covariance::new(&grid, Missing::Pairwise).expect("enough");
    assert_eq!(cronbach(&found), Err(Undefined::NegativeVariance));
    assert_eq!(
        cronbach_standardised(&found),
        Err(Undefined::NegativeVariance)
    );
}

#[test]
fn a_total_that_does_not_vary_has_no_alpha() {
    let found = listwise(&OPPOSED);
    assert_eq!(cronbach(&found), Err(Undefined::NoVariation));
    assert_eq!(
        item_totals(&found)[0].with_total,
        Err(Undefined::NoVariation)
    );
    close(
        item_totals(&found)[0].with_others.expect("defined"),
        -1.0,
        1e-12,
    );
    let constant = listwise(&[&[0.1, 0.3], &[0.1, 0.3], &[0.1, 0.3]]);
    assert_eq!(cronbach(&constant), Err(Undefined::NoVariation));
    assert_eq!(cronbach_varying(&constant), Err(Undefined::TooFewItems));
}

#[test]
fn a_constant_item_counts_unless_left_out() {
    let rows: [&[f64]; 4] = [
        &[1.0, 2.0, 0.1],
        &[2.0, 2.0, 0.1],
        &[4.0, 3.0, 0.1],
        &[5.0, 5.0, 0.1],
    ];
    let all = listwise(&rows);
    assert_eq!(all.constant(), vec![2]);
    let two = cronbach_varying(&all).expect("defined");
    // k/(k − 1) is 3/2 with the constant item and 2 without it.
    close(cronbach(&all).expect("defined"), two * 0.75, 1e-12);
    assert_eq!(cronbach_standardised(&all), Err(Undefined::NoVariation));
    assert_eq!(
        item_totals(&all)[2].with_others,
        Err(Undefined::NoVariation)
    );
}

#[test]
fn too_little_says_what_is_missing() {
    let one = Covariance::new(&grid(&[&[1.0], &[2.0]]), Missing::Listwise);
    assert_eq!(one, Err(Undefined::TooFewItems));
    let alone = Covariance::new(&grid(&[&[1.0, 2.0]]), Missing::Pairwise);
    assert_eq!(alone, Err(Undefined::TooFewUnits));
    let two = listwise(&[&[1.0, 2.0], &[2.0, 2.5], &[3.0, 1.0]]);
    assert_eq!(omega_total(&two), Err(Undefined::TooFewItems));
    assert_eq!(
        item_totals(&two)[0].alpha_without,
        Err(Undefined::TooFewItems)
    );
    let huge = Covariance::new(&grid(&[&[1e300, 1.0], &[-1e300, 2.0]]), Missing::Listwise);
    assert_eq!(huge, Err(Undefined::TooLarge));
}

#[test]
fn three_items_have_one_exact_factor() {
    // r = (.48, .40, .30) is reproduced by loadings .8, .6, .5.
    let wanted = [0.8, 0.6, 0.5];
    let mut rows = Vec::new();
    // Eight sign patterns of three independent columns, mixed into the wanted correlations.
    let r: [f64; 3] = [0.48, 0.40, 0.30];
    let second = (1.0 - r[0] * r[0]).sqrt();
    let mixed = (r[2] - r[0] * r[1]) / second;
    let third = (1.0 - r[1] * r[1] - mixed * mixed).sqrt();
    for pattern in 0..8_u8 {
        let [a, b, c] = [1, 2, 4].map(|bit| if pattern & bit == 0 { -1.0 } else { 1.0 });
        rows.push(vec![
            a,
            r[0] * a + second * b,
            r[1] * a + mixed * b + third * c,
        ]);
    }
    let rows: Vec<&[f64]> = rows.iter().map(Vec::as_slice).collect();
    let found = omega_total(&listwise(&rows)).expect("a factor");
    for (loading, wanted) in found.loadings.iter().zip(wanted) {
        close(*loading, wanted, 1e-9);
    }
    let sum = 1.9_f64 * 1.9;
    close(found.value, sum / (sum + 3.0 - 1.25), 1e-9);
}

#[test]
fn the_interval_widens_with_fewer_respondents() {
    let few = feldt_interval(0.8, 10, 5, 0.95).expect("an interval");
    let many = feldt_interval(0.8, 100, 5, 0.95).expect("an interval");
    assert!(few.low < many.low && many.low < 0.8 && 0.8 < many.high && many.high < few.high);
    assert_eq!(feldt_interval(0.8, 1, 5, 0.95), None);
    assert_eq!(feldt_interval(0.8, 10, 5, 1.0), None);
}
