//! Agreement between raters of the same units: coders, assessors, judges.
//!
//! | coefficient | raters | missing values | metrics | undefined where all values are equal |
//! |---|---|---|---|---|
//! | [`percent_agreement`] | 2 + | pairs within units | – | no: 1 |
//! | [`cohen_kappa`], [`cohen_custom`] | 2 | complete units | weights, own table | yes |
//! | [`scott_pi`] | 2 | complete units | weights | yes |
//! | [`fleiss_kappa`], [`conger_kappa`] | 2 + | all units with a value | weights | yes |
//! | [`brennan_prediger`], [`gwet_ac`] | 2 + | all units with a value | weights | no on a declared scale: 1 |
//! | [`krippendorff_alpha`] | 2 + | units with 2 values | distance | yes |
//! | [`within_alpha`] | 2 + | units with 2 values, strata with 2 such units | distance | yes |
//! | [`icc()`] | 2 + | complete units | numbers | yes |
//! | [`kendall_w`] | 2 + | complete units | ranks | yes |
//!
//! An unused level of the scale changes [`gwet_ac`] and [`brennan_prediger`], so a declared scale
//! should be given; it changes none of the others. A rater without any value counts nowhere.

mod brennan_prediger;
mod chance;
mod cohen;
mod conger;
mod fleiss;
mod gwet;
mod icc;
mod kendall;
mod krippendorff;
mod ratings;
mod weights;
mod within;

use crate::stats::Undefined;
use crate::stats::resample::{Interval, Resampling, interval};

pub use brennan_prediger::brennan_prediger;
pub use chance::{Estimate, Share, percent_agreement};
pub use cohen::{cohen_custom, cohen_kappa};
pub use conger::conger_kappa;
pub use fleiss::{LevelKappa, fleiss_chance_error, fleiss_kappa, fleiss_levels, scott_pi};
pub use gwet::gwet_ac;
pub use icc::{Icc, Variance, icc, variance};
pub use kendall::{Concordance, kendall_w};
pub use krippendorff::{
    Alpha, Metric, krippendorff_alpha, krippendorff_interval, krippendorff_intervals,
};
pub use ratings::{Levels, MAX_LEVELS, Ratings};
pub use weights::Weights;
pub use within::{Strata, Within, units_per_stratum, within_alpha, within_interval};

/// One figure of [`all`].
#[derive(Clone, Debug, PartialEq)]
pub struct Coefficient {
    /// The coefficient: `krippendorff_alpha`, `gwet_ac`, …
    pub name: &'static str,
    /// Its metric or weights, where it has a choice of them.
    pub metric: Option<&'static str>,
    /// The figure, or why there is none.
    pub value: Result<f64, Undefined>,
    /// Standard error, where there is one.
    pub se: Option<f64>,
    /// The interval, or why there is none; `None` where the coefficient offers none, or none was
    /// asked for.
    pub interval: Option<Result<Interval, Undefined>>,
    /// Units that entered.
    pub units: usize,
    /// Raters that entered.
    pub raters: usize,
}

/// Every coefficient in a fixed order. Intervals of alpha are drawn only with a `plan`, whose
/// confidence the others share (0.95 without one).
#[must_use]
pub fn all(
    ratings: &Ratings,
    levels: Option<&Levels>,
    plan: Option<&Resampling>,
) -> Vec<Coefficient> {
    let confidence = plan.map_or(0.95, |plan| plan.confidence);
    let share = percent_agreement(ratings);
    let mut out = vec![Coefficient {
        name: "percent_agreement",
        metric: None,
        value: share.map(|it| it.value),
        se: None,
        interval: None,
        units: share.map_or(0, |it| it.units),
        raters: ratings.active().len(),
    }];
    type Kappa = fn(&Ratings, Option<&Levels>, Weights) -> Result<Estimate, Undefined>;
    let kappas: [(&str, Kappa); 6] = [
        ("cohen_kappa", cohen_kappa),
        ("scott_pi", scott_pi),
        ("fleiss_kappa", fleiss_kappa),
        ("conger_kappa", conger_kappa),
        ("brennan_prediger", brennan_prediger),
        ("gwet_ac", gwet_ac),
    ];
    let weights = [
        ("unweighted", Weights::Identity),
        ("linear", Weights::Linear),
        ("quadratic", Weights::Quadratic),
    ];
    for (name, kappa) in kappas {
        for (metric, weights) in weights {
            let found = kappa(ratings, levels, weights);
            out.push(Coefficient {
                name,
                metric: Some(metric),
                value: found.map(|it| it.value),
                se: found.ok().and_then(|it| it.se),
                interval: found.ok().and_then(|it| it.interval(confidence)).map(Ok),
                units: found.map_or(0, |it| it.units),
                raters: found.map_or(0, |it| it.raters),
            });
        }
    }
    let distances = [
        Metric::Nominal,
        Metric::Ordinal,
        Metric::Interval,
        Metric::Ratio,
    ];
    let drawn = plan.map(|plan| krippendorff_intervals(ratings, distances, plan));
    for (at, metric) in ["nominal", "ordinal", "interval", "ratio"]
        .into_iter()
        .enumerate()
    {
        let found = krippendorff_alpha(ratings, distances[at]);
        let interval = drawn.map(|it| it[at]).filter(|_| found.is_ok());
        out.push(Coefficient {
            name: "krippendorff_alpha",
            metric: Some(metric),
            value: found.map(|it| it.value),
            se: interval.and_then(|it| it.ok()?.se),
            interval,
            units: found.map_or(0, |it| it.units),
            raters: found.map_or(0, |it| it.raters),
        });
    }
    let squares = variance(ratings);
    let names = ["icc1", "icc2", "icc3", "icc1k", "icc2k", "icc3k"];
    for (name, form) in names.into_iter().zip(Icc::ALL) {
        out.push(Coefficient {
            name,
            metric: None,
            value: squares.and_then(|it| it.icc(form)),
            se: None,
            interval: squares
                .ok()
                .filter(|it| it.icc(form).is_ok())
                .and_then(|it| it.interval(form, confidence))
                .map(Ok),
            units: squares.map_or(0, |it| it.n),
            raters: squares.map_or(0, |it| it.k),
        });
    }
    let concordance = kendall_w(ratings);
    out.push(Coefficient {
        name: "kendall_w",
        metric: None,
        value: concordance.map(|it| it.value),
        se: None,
        interval: None,
        units: concordance.map_or(0, |it| it.units),
        raters: concordance.map_or(0, |it| it.raters),
    });
    out
}

/// An interval for any coefficient, by drawing units or clusters of units again. Every unit is
/// drawn, also without values. For alpha [`krippendorff_interval`] is far quicker.
///
/// # Errors
///
/// That of the coefficient on the ratings themselves, and as for [`interval`].
pub fn resampled_interval(
    ratings: &Ratings,
    plan: &Resampling,
    coefficient: impl Fn(&Ratings) -> Result<f64, Undefined>,
) -> Result<Interval, Undefined> {
    let mut members: std::collections::BTreeMap<usize, Vec<usize>> =
        std::collections::BTreeMap::new();
    if plan.clusters.is_some_and(|it| it.len() != ratings.units()) {
        return Err(Undefined::UnsoundResampling);
    }
    for unit in 0..ratings.units() {
        let cluster = plan.clusters.map_or(unit, |it| it[unit]);
        members.entry(cluster).or_default().push(unit);
    }
    let members: Vec<Vec<usize>> = members.into_values().collect();
    let mut units = Vec::with_capacity(ratings.units());
    interval(plan, members.len(), coefficient(ratings)?, |times| {
        units.clear();
        for (of_cluster, times) in members.iter().zip(times) {
            for _ in 0..*times {
                units.extend_from_slice(of_cluster);
            }
        }
        coefficient(&ratings.of_units(&units))
    })
}

/// The two active raters over the units both rated.
fn two_raters(ratings: &Ratings) -> Result<Ratings, Undefined> {
    match ratings.active().len() {
        0 | 1 => return Err(Undefined::OneRater),
        2 => {}
        _ => return Err(Undefined::NotTwoRaters),
    }
    let pairs = ratings.complete();
    if pairs.units() == 0 {
        return Err(Undefined::NoPairableUnits);
    }
    Ok(pairs)
}

#[cfg(test)]
mod tests;
