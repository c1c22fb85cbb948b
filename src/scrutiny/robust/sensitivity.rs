//! Which of the varied choices moves the ranks: Sobol indices of the mean rank shift.

use rayon::prelude::*;

use crate::stats::{self, Sensitivity};

use super::Worker;
use super::draws::{Draws, Streams};
use super::plan::{Choice, Varied};

/// Rows of each of the two samples at most: enough for errors of a few hundredths.
const MOST_SAMPLES: usize = 1024;

/// With fewer rows the indices are too far off to say which choice moves most.
pub const FEWEST_SAMPLES: usize = 256;

/// First-order and total index of each varied choice, and the rows of each sample behind them.
///
/// The result is y = mean over regions of |rank − rank as assessed|; each choice, with all that is
/// drawn for it, is one input. The runs themselves are the samples A (the first N) and B (the next
/// N); only ABᵢ is run anew, with choice i drawn as in B. The mean of A and B is taken off y first,
/// which changes neither index in expectation and steadies the first. A row in which any rerun
/// fails is left out of all.
pub(super) fn sobol(
    draws: &Draws,
    varied: &[Varied],
    shifts: &[Option<f64>],
    nominal: &[u32],
) -> (Vec<(Choice, Sensitivity)>, usize) {
    let size = (shifts.len() / 2).min(MOST_SAMPLES);
    let rows: Vec<Option<Vec<f64>>> = (0..size)
        .into_par_iter()
        .map_init(
            || Worker::new(draws, nominal),
            |worker, row| {
                let mut out = vec![shifts[row]?, shifts[size + row]?];
                for it in varied {
                    let streams = Streams::all(row as u64);
                    let mixed = streams.with(it.choice(), (size + row) as u64);
                    out.push(worker.run(draws, &mixed).ok()?.shift);
                }
                Some(out)
            },
        )
        .collect();
    let rows: Vec<Vec<f64>> = rows.into_iter().flatten().collect();
    let column = |at: usize| -> Vec<f64> { rows.iter().map(|row| row[at]).collect() };
    let both = [column(0), column(1)].concat();
    let centre = stats::mean(&both).unwrap_or_default();
    let centred = |at: usize| column(at).iter().map(|y| y - centre).collect::<Vec<f64>>();
    let mixed: Vec<Vec<f64>> = (0..varied.len()).map(|at| centred(at + 2)).collect();
    let found = stats::sobol(&centred(0), &centred(1), &mixed).unwrap_or_default();
    let named = varied.iter().map(Varied::choice).zip(found).collect();
    (named, rows.len())
}
