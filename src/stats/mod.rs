//! Numbers in, numbers out: averages, spread, ranks; agreement between raters, reliability of
//! questionnaires, resampling. No files, no choices; the only names are those of coefficients.
//!
//! **Invariant:** no function returns NaN or an infinity for finite input; what is undefined is
//! `None`, or [`Undefined`] with the reason. Numbers that may have holes come as a [`Grid`], which
//! refuses what is not finite.

pub mod agreement;
mod average;
mod distribution;
mod grid;
mod quantile;
mod random;
mod rank;
pub mod reliability;
mod resample;
mod sample;
mod sobol;
mod spread;
mod undefined;

pub use average::{arithmetic, lower_median, median, median_in_place, mode, mode_in_place};
pub use distribution::{fisher_quantile, normal_below, normal_quantile, student_quantile};
pub use grid::{Grid, Unsound};
pub use quantile::{quantile, quantile_by};
pub use random::{Gaps, Stream};
pub use rank::{Ranker, TOLERANCE, ranks, ranks_ascending};
pub use resample::{Interval, IntervalMethod, Resampling, interval};
pub use sample::sample;
pub use sobol::{Sensitivity, sobol};
pub use spread::{deviation, mean};
pub use undefined::Undefined;

/// What to do with rows that have holes.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Missing {
    /// Only rows without holes count.
    Listwise,
    /// Each pair of columns takes the rows in which both have a value.
    Pairwise,
}

/// A word or two in both languages, where what is computed has a name of its own.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Wording {
    /// In English.
    pub en: &'static str,
    /// In Indonesian.
    pub id: &'static str,
}

impl Wording {
    /// A name that reads the same in both.
    #[must_use]
    pub const fn same(text: &'static str) -> Self {
        Self { en: text, id: text }
    }
}

fn count(number: usize) -> f64 {
    #[expect(clippy::cast_precision_loss, reason = "counts stay far below 2^52")]
    let number = number as f64;
    number
}
