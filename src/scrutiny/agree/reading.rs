//! What a figure of agreement means for the use of the data.

use super::interval_of;
use super::part::Part;
use super::units::TOO_FEW_UNITS;

/// The least that Krippendorff (2004, p. 241) asks of reliable data.
pub const RELIABLE: f64 = 0.800;

/// The least that Krippendorff (2004, p. 241) asks where conclusions are tentative.
pub const TENTATIVE: f64 = 0.667;

/// What the headline of some units says of their coding. Bounds are held against the interval, not
/// the value, and unrounded.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Reading {
    /// Alpha is undefined.
    Undefined,
    /// Fewer units than [`TOO_FEW_UNITS`].
    FewUnits,
    /// There is no interval to hold against the bounds.
    NoInterval,
    /// The whole interval lies below [`TENTATIVE`].
    Poor,
    /// The interval includes [`TENTATIVE`].
    Open,
    /// The interval reaches [`TENTATIVE`], but not wholly [`RELIABLE`].
    Tentative,
    /// The whole interval reaches [`RELIABLE`].
    Good,
}

/// The reading of some units.
#[must_use]
pub fn reading(part: &Part) -> Reading {
    let Some(headline) = part.headline().filter(|it| it.value.is_ok()) else {
        return Reading::Undefined;
    };
    if part.pairable < TOO_FEW_UNITS {
        return Reading::FewUnits;
    }
    match interval_of(headline) {
        None => Reading::NoInterval,
        Some(it) if it.low >= RELIABLE => Reading::Good,
        Some(it) if it.low >= TENTATIVE => Reading::Tentative,
        Some(it) if it.high < TENTATIVE => Reading::Poor,
        Some(_) => Reading::Open,
    }
}
