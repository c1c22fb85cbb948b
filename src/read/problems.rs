//! The problems of one input, kept within bounds.

use crate::problem::{Checked, Problem, Spot, finish};
use crate::text::say;

/// How many problems of one input are kept with their place.
pub(super) const KEPT: usize = 10_000;
/// How many bytes of quoted input they may hold together.
const KEPT_BYTES: usize = 64 << 20;

/// The problems found so far in one input.
///
/// **Invariant:** memory stays bounded. Every problem quotes its line, so a wide table with a
/// mistake in each cell would otherwise grow with the square of its width; what is beyond the
/// bound is counted and said once.
#[derive(Default)]
pub(crate) struct Problems {
    kept: Vec<Problem>,
    bytes: usize,
    more: usize,
}

impl Problems {
    /// Starts with what was found while decoding.
    pub(crate) fn new(kept: Vec<Problem>) -> Self {
        Self {
            kept,
            ..Self::default()
        }
    }

    /// Adds a problem; `problem` is not called once the bound is reached.
    pub(crate) fn add(&mut self, problem: impl FnOnce() -> Problem) {
        if self.kept.len() >= KEPT || self.bytes >= KEPT_BYTES {
            self.more += 1;
            return;
        }
        let problem = problem();
        if let Some(Spot::Text { excerpt, .. }) = problem.place.as_ref().map(|place| &place.spot) {
            self.bytes += excerpt.len();
        }
        self.kept.push(problem);
    }

    /// How many were added.
    pub(crate) fn count(&self) -> usize {
        self.kept.len() + self.more
    }

    /// Whether the input is wrong, as far as it is read.
    pub(crate) fn any_error(&self) -> bool {
        self.more > 0 || self.kept.iter().any(Problem::is_error)
    }

    /// Adds the problems found further down.
    pub(crate) fn join(&mut self, below: Self) {
        for problem in below.kept {
            self.add(|| problem);
        }
        self.more += below.more;
    }

    /// All that was added, with a line for what is beyond the bound.
    pub(crate) fn all(mut self) -> Vec<Problem> {
        if self.more > 0 {
            self.kept
                .push(Problem::error(say::more_problems(self.more)));
        }
        self.kept
    }

    /// Ends the reading of an input.
    pub(crate) fn finish<T>(self, value: T) -> Checked<T> {
        finish(value, self.all())
    }

    /// Ends the reading of an input that gave nothing.
    pub(crate) fn fail<T>(self) -> Checked<T> {
        Err(self.all())
    }
}
