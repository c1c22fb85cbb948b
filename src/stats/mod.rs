//! Numbers in, numbers out: averages, spread, ranks. No names, no files, no choices.
//!
//! **Invariant:** no function returns NaN or an infinity for finite input; what is undefined is
//! `None`.

mod average;
mod rank;
mod spread;

pub use average::{arithmetic, geometric, harmonic, median, mode};
pub use rank::{TOLERANCE, ranks, ranks_ascending};
pub use spread::{deviation, mean};
