//! Percent agreement.

use crate::stats::Wording;
use crate::stats::agreement::coefficient::{Base, Coefficient, Outcome, Raters, Run};
use crate::stats::agreement::ratings::{Patterns, Ratings, comparable, pairable};
use crate::stats::undefined::{Undefined, finite};

/// See [`percent_agreement`].
pub(crate) static PERCENT_AGREEMENT: Coefficient = Coefficient {
    name: "percent_agreement",
    label: Wording {
        en: "Percent agreement",
        id: "Persentase kesepakatan",
    },
    weighted_label: None,
    formula: "mean over pairable units of the share of pairs of coders that agree",
    source: "–",
    interval: None,
    raters: Raters::Several,
    base: Base::Pairable,
    chance: false,
    names_raters: false,
    counts_levels: false,
    run: Run::Unordered(percent_agreement),
};

/// Percent agreement as a share, 0 to 1: the mean over units with two values or more of the share
/// of their pairs that agree. Defined also where all values are equal.
///
/// # Errors
///
/// Fewer than two raters, or no unit with two values.
pub(crate) fn percent_agreement(ratings: &Ratings) -> Result<Outcome, Undefined> {
    let patterns = Patterns::new(ratings);
    comparable(ratings, &patterns)?;
    let (mut sum, mut units) = (0.0, 0.0);
    for (row, times) in patterns.weighed().filter(|(row, _)| row.is_pairable()) {
        let pairs: f64 = row.counts.iter().map(|(_, n)| n * (n - 1.0)).sum();
        sum += times * pairs / (row.values * (row.values - 1.0));
        units += times;
    }
    Ok(Outcome {
        value: finite(sum / units)?,
        se: None,
        interval: None,
        units: pairable(&patterns),
        raters: ratings.active().len(),
    })
}
