//! One coefficient as it came out: its value, its interval, and what is to be thought of both.

use crate::stats::agreement::{Coefficient, Variant};
use crate::stats::{Interval, IntervalMethod, Undefined};

/// Why a coefficient has no value.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Why {
    /// The coefficient itself is undefined.
    Undefined(Undefined),
    /// The values have no order, or no distances.
    NoOrder,
    /// The units stand on different scales.
    MixedScales,
    /// The units are measured in different units of measurement.
    MixedUnits,
    /// Values are only counted: who gave which is not known.
    RatersUnknown,
}

impl Why {
    /// The word of machine-readable output.
    #[must_use]
    pub fn code(self) -> &'static str {
        match self {
            Self::Undefined(why) => why.code(),
            Self::NoOrder => "no_order",
            Self::MixedScales => "mixed_scales",
            Self::MixedUnits => "mixed_units",
            Self::RatersUnknown => "raters_unknown",
        }
    }
}

/// One coefficient of a set of units.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Computed {
    /// What it is.
    pub of: &'static Coefficient,
    /// Its metric or weights, where it has a choice of them.
    pub variant: Variant,
    /// Its value, or why there is none.
    pub value: Result<f64, Why>,
    /// Standard error, where there is one.
    pub se: Option<f64>,
    /// The interval, or why there is none; `None` where none is offered or asked for.
    pub interval: Option<Result<Interval, Undefined>>,
    /// Why the interval holds the true value less often than it claims, where it does.
    pub narrow: Option<Narrow>,
    /// Units that entered, or would have.
    pub units: usize,
    /// Raters that entered, or would have.
    pub raters: usize,
}

/// Why an interval is narrower than it should be.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Narrow {
    /// It rests on fewer units, or regions where those are drawn, than this.
    FewerThan(usize),
    /// It assumes normally distributed values.
    Normal,
}

impl Narrow {
    /// What holds for an interval that rests on so many `units`, or on so many `regions` where those
    /// are drawn.
    pub(super) fn of(
        interval: &Interval,
        of: &Coefficient,
        variant: Variant,
        units: usize,
        regions: Option<usize>,
    ) -> Option<Self> {
        let enough = match (regions, interval.method) {
            // As wide as it should be with four regions.
            (Some(_), IntervalMethod::JackknifeT) => return None,
            (Some(_), _) => Some(ENOUGH_REGIONS),
            (None, _) => of.enough_units(variant),
        };
        match enough {
            Some(enough) => {
                let few = regions.unwrap_or(units) < enough;
                few.then_some(Self::FewerThan(enough))
            }
            None => Some(Self::Normal),
        }
    }
}

/// Fewer regions than this, drawn again, leave an interval too narrow.
const ENOUGH_REGIONS: usize = 16;

/// An interval by resampling, after the standard error that comes with it.
pub(super) fn with_error(
    interval: Result<Interval, Undefined>,
) -> (Option<f64>, Result<Interval, Undefined>) {
    (interval.ok().and_then(|it| it.se), interval)
}

/// The interval of an alpha, which is never below −1: Σ δ² between all values is not less than
/// within units, so that Dₒ < 2 Dₑ.
pub(super) fn sensible(interval: Result<Interval, Undefined>) -> Result<Interval, Undefined> {
    with_width(interval.map(|it| Interval {
        low: it.low.max(-1.0),
        ..it
    }))
}

/// Less than this is no width. A variance that is 0 comes out as rounding of some 1e-17, so that its
/// root is some 1e-8.
pub(super) const WIDTH: f64 = 1e-6;

/// An interval without width claims certainty where the data only did not vary, as in perfect
/// agreement.
pub(super) fn with_width(interval: Result<Interval, Undefined>) -> Result<Interval, Undefined> {
    interval.and_then(|it| {
        if it.high - it.low > WIDTH {
            Ok(it)
        } else {
            Err(Undefined::DegenerateResamples)
        }
    })
}

/// The interval of a coefficient, where there is one.
#[must_use]
pub fn interval_of(of: &Computed) -> Option<Interval> {
    of.interval.and_then(Result::ok)
}
