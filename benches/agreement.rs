//! Krippendorff's alpha: many resamples, and many ratings.

use divan::Bencher;
use siap::stats::agreement::{Metric, Ratings, krippendorff_alpha, krippendorff_interval};
use siap::stats::{Grid, IntervalMethod, Resampling};

fn main() {
    divan::main();
}

/// Ratings of 1 to 5 by four coders who mostly agree; one in sixteen is missing.
fn of(units: usize) -> Ratings {
    let mut state = 7_u64;
    let mut roll = move |sides: u64| {
        // SplitMix64, so that every run has the same ratings.
        state = state.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut bits = state;
        bits = (bits ^ (bits >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        bits = (bits ^ (bits >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        u8::try_from((bits ^ (bits >> 31)) % sides).unwrap_or(0)
    };
    let mut cells = Vec::with_capacity(units * 4);
    for _ in 0..units {
        let level = 1 + roll(5);
        for _ in 0..4 {
            cells.push(match roll(16) {
                0 => None,
                1..4 => Some(f64::from(1 + roll(5))),
                _ => Some(f64::from(level)),
            });
        }
    }
    Ratings::new(&Grid::new(4, cells).expect("finite numbers"))
}

/// Units that coders of all regions rate, and resamples of an interval.
#[divan::bench(args = ["percentile", "bca"], sample_count = 10)]
fn units_514_coders_4_resamples_1000(bencher: Bencher<'_, '_>, method: &str) {
    let ratings = of(514);
    let plan = Resampling {
        method: match method {
            "bca" => IntervalMethod::Bca,
            _ => IntervalMethod::Percentile,
        },
        ..Resampling::default()
    };
    bencher.bench(|| krippendorff_interval(&ratings, Metric::Ordinal, &plan));
}

/// Alpha alone.
#[divan::bench(args = [10_000, 1_000_000], sample_count = 10)]
fn ratings(bencher: Bencher<'_, '_>, values: usize) {
    let ratings = of(values / 4);
    bencher.bench(|| krippendorff_alpha(&ratings, Metric::Ordinal));
}
