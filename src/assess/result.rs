//! The result of one node, and why it may have none.

use crate::framework::{Reporting, ReportingUnit};
use crate::text::vocabulary;

/// The result of one node.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct NodeResult {
    /// Score, 0–100 (a z-score may leave that range).
    pub score: Option<f64>,
    /// The score if everything missing below were at the bottom of its scale.
    pub score_low: Option<f64>,
    /// The score if everything missing below were at the top of its scale.
    pub score_high: Option<f64>,
    /// Value on the scale that all leaves below share; of a `number` leaf the number itself.
    pub value: Option<f64>,
    /// Position of the band in the framework.
    pub band: Option<usize>,
    /// Share of the weight below that has data, 0–1; `None` where nothing below is scored.
    pub coverage: Option<f64>,
    /// Whether the score is a reported number.
    pub reported: bool,
    /// Counted statements at and below the node.
    pub statements: usize,
    /// Informants behind them.
    pub informants: usize,
    /// Deviation (n − 1) of the informants' values at a leaf.
    pub sd: Option<f64>,
    /// Statements in favour.
    pub supporting: usize,
    /// Statements against.
    pub inhibiting: usize,
    /// Statements that are neither.
    pub neutral: usize,
    /// Why there is no score.
    pub reason: Option<Reason>,
}

vocabulary! {
    /// Why a node has no score.
    pub enum Reason {
        /// No row speaks of it.
        NotAsked = "not-asked",
        /// Rows speak of it, none gives a level.
        NoEvidence = "no-evidence",
        /// Does not apply here.
        NotApplicable = "not-applicable",
        /// Shown, not scored: descriptive, inventory, direction, or a number without goalposts.
        NotScored = "not-scored",
        /// Nothing below has data.
        NoData = "no-data",
        /// Too little of the weight below has data.
        LowCoverage = "low-coverage",
        /// A profile: no total by design.
        Profile = "profile",
        /// The number does not vary, so that it cannot be compared.
        Constant = "constant",
    }
}

impl NodeResult {
    /// The result in the unit in which results are told.
    #[must_use]
    pub fn told(&self, reporting: Reporting) -> Option<f64> {
        match reporting.unit {
            ReportingUnit::Percent => self.score,
            ReportingUnit::Native => {
                let value = self.value.filter(|_| self.score.is_some());
                value.map(|value| value * reporting.factor)
            }
        }
    }
}
