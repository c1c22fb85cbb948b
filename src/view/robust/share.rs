//! Shares of the runs as people read them.

use crate::text::{Lang, percent};

/// Decimals with which a share as a percentage says 0 and 100 only where it means never and always,
/// and does not round onto the line at which an order counts as supported.
pub(super) fn share_decimals(share: f64) -> usize {
    match share * 100.0 {
        it if it <= 0.0 || it >= 100.0 => 0,
        it if (0.1..=99.9).contains(&it) => 1,
        _ => 2,
    }
}

pub(super) fn share_word(lang: Lang, share: f64) -> String {
    percent(share, share_decimals(share), lang)
}
