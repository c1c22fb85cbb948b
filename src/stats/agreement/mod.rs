//! Agreement between raters of the same units: coders, assessors, judges.
//!
//! Each file holds a coefficient with its record, [`COEFFICIENTS`] lists the records: outputs, rules
//! about which values suit, and the table in `docs/methods.md` all come from there. To add one, write
//! its file and its line in the list; tests name what is still missing.
//!
//! A rater without any value counts nowhere.

mod brennan_prediger;
mod chance;
mod coefficient;
mod cohen;
mod conger;
mod fleiss;
mod gwet;
mod icc;
mod kendall;
mod krippendorff;
mod metric;
mod percent;
mod ratings;
mod weights;
mod within;

use crate::stats::Undefined;
use crate::stats::resample::{Interval, Resampling, interval};

pub(crate) use brennan_prediger::BRENNAN_PREDIGER;
pub use chance::Estimate;
pub use coefficient::{Base, Coefficient, Outcome, Raters, Run, Variant};
pub(crate) use cohen::COHEN_KAPPA;
pub(crate) use fleiss::FLEISS_KAPPA;
pub use fleiss::{LevelKappa, fleiss_levels};
pub(crate) use gwet::GWET_AC;
pub use gwet::gwet_ac;
pub(crate) use krippendorff::KRIPPENDORFF_ALPHA;
pub use krippendorff::{krippendorff_alpha, krippendorff_interval};
pub use metric::Metric;
pub(crate) use percent::{PERCENT_AGREEMENT, percent_agreement};
pub use ratings::{Levels, MAX_LEVELS, Ratings};
pub use weights::Weights;
pub use within::{Strata, Within, within_alpha, within_interval};

/// Every coefficient, in the order of outputs.
pub static COEFFICIENTS: &[&Coefficient] = &[
    &PERCENT_AGREEMENT,
    &cohen::COHEN_KAPPA,
    &fleiss::SCOTT_PI,
    &fleiss::FLEISS_KAPPA,
    &conger::CONGER_KAPPA,
    &BRENNAN_PREDIGER,
    &GWET_AC,
    &KRIPPENDORFF_ALPHA,
    &icc::ICC1,
    &icc::ICC2,
    &icc::ICC3,
    &icc::ICC1K,
    &icc::ICC2K,
    &icc::ICC3K,
    &kendall::KENDALL_W,
];

/// An interval for any coefficient, by drawing units or clusters of units again. Every unit is
/// drawn, also without values. For alpha [`krippendorff_interval`] is far quicker.
///
/// # Errors
///
/// That of the coefficient on the ratings themselves, and as for [`interval`].
pub(crate) fn resampled_interval(
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

#[cfg(test)]
mod tests;
