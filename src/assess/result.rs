//! The result of one node, and why it may have none.

use crate::framework::{Framework, Graded, Method};
use crate::text::vocabulary;

/// The result of one node.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct NodeResult {
    /// Score, 0–100 (a z-score may leave that range).
    pub score: Option<f64>,
    /// The same in the reporting unit, with its factor: what people are told. Of a leaf on its scale, the
    /// best at the upper end.
    pub told: Option<f64>,
    /// The score if everything missing below were at the bottom of its scale; of a group or the index also
    /// where there is no score. `None` where a score hangs on what others have: then it could be any.
    pub score_low: Option<f64>,
    /// The score if everything missing below were at the top of its scale.
    pub score_high: Option<f64>,
    /// Value on the scale that all leaves below share; of a `number` leaf the number itself.
    pub value: Option<f64>,
    /// Of a leaf whose levels are bands of values, the level that the region gave itself: the value is the
    /// upper edge of its band.
    pub level: Option<f64>,
    /// The band, and those that it could be.
    pub grade: Option<Grade>,
    /// Share of the weight below that has data, 0–1; `None` where nothing below is scored.
    pub coverage: Option<f64>,
    /// Whether the score is a reported number.
    pub reported: bool,
    /// The number reported for a group or the index, in the reporting unit.
    pub reported_value: Option<f64>,
    /// Where a reported number is the score, what is computed from below, in the reporting unit.
    pub computed: Option<f64>,
    /// Whether a value at or below the node was coded under this framework by others than its source.
    pub cross: bool,
    /// What sources said at and below the node (primary and supplementary), however many coders judged
    /// it.
    pub statements: usize,
    /// The rows of these: one for each coder who judged one.
    pub codings: usize,
    /// People who said it: named, or told apart by post or row.
    pub informants: usize,
    /// Written sources it stands in.
    pub documents: usize,
    /// Statements of which nothing says who made them.
    pub unnamed: usize,
    /// Deviation (n − 1) of the sources' values at a leaf.
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
        /// No statement counts here: there is no row, or only blank ones and context.
        NoStatement = "no-statement",
        /// Statements speak of it, none gives a level.
        NoLevel = "no-level",
        /// A statement says that it was not checked, or that nobody knows, and none gives a level.
        NotChecked = "not-checked",
        /// Does not apply here.
        NotApplicable = "not-applicable",
        /// Shown, not scored: descriptive, inventory, direction, or a number without goalposts.
        NotScored = "not-scored",
        /// Nothing below has data.
        NoData = "no-data",
        /// Another body's index that was not issued yet; the value that stands until then counts above.
    NotIssued = "not-issued",
    /// Too little of the weight below has data.
        LowCoverage = "low-coverage",
        /// A profile: no total by design.
        Profile = "profile",
        /// The number does not vary, so that it cannot be compared.
        Constant = "constant",
    }
}

/// The band of a result (positions in the framework), and the worst and the best one that it could be
/// while something is missing.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Grade {
    /// By its number.
    pub band: usize,
    /// The worst that it could be; `None`: any.
    pub low: Option<usize>,
    /// The best that it could be; `None`: any.
    pub high: Option<usize>,
}

impl Grade {
    /// The band of a result, where the framework grades it.
    pub(super) fn of(
        framework: &Framework,
        method: &Method,
        node: usize,
        result: &NodeResult,
    ) -> Option<Self> {
        if node > 0 && method.reporting.graded == Graded::Index {
            return None;
        }
        let band = framework.band_at(result.told?)?;
        // What an office published has its band, however little is known of what stands below.
        if result.reported {
            return Some(Self {
                band,
                low: Some(band),
                high: Some(band),
            });
        }
        let end =
            |score: Option<f64>| framework.band_at(method.as_people_read(framework, node, score?));
        Some(Self {
            band,
            low: end(result.score_low).map(|it| it.min(band)),
            high: end(result.score_high).map(|it| it.max(band)),
        })
    }

    /// Whether nothing that is missing could change it.
    #[must_use]
    pub fn is_firm(self) -> bool {
        self.low == Some(self.band) && self.high == Some(self.band)
    }
}

impl NodeResult {
    /// Position of the band in the framework.
    #[must_use]
    pub fn band(&self) -> Option<usize> {
        self.grade.map(|it| it.band)
    }

    /// The answer as it was given: a level where levels are bands of values, else the value.
    #[must_use]
    pub fn answer(&self) -> Option<f64> {
        self.level.or(self.value)
    }

    /// What is published minus what is computed from below, in the reporting unit, where both are
    /// there.
    #[must_use]
    pub fn published_more(&self) -> Option<f64> {
        Some(self.told? - self.computed?)
    }
}
