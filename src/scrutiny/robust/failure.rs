//! Why a rerun has no result.

use crate::assess::{Obstacle, Refusal};
use crate::text::vocabulary;

vocabulary! {
    /// Why a rerun has no result.
    #[derive(PartialOrd, Ord)]
    pub enum Failure {
        /// A geometric or harmonic rule met a score that is not above zero.
        ZeroUnderRule = "zero-under-rule",
        /// Data are missing where the policy does not allow it.
        MissingNotAllowed = "missing-not-allowed",
        /// A region is left without a score.
        NoScore = "no-score",
    }
}

impl From<Obstacle> for Failure {
    fn from(obstacle: Obstacle) -> Self {
        match obstacle.why {
            Refusal::Missing => Self::MissingNotAllowed,
            Refusal::Zero => Self::ZeroUnderRule,
        }
    }
}
