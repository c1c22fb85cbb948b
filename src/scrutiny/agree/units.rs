//! Units, what their values are, and how they are to be compared.

use crate::statement::Speaker;
use crate::stats::IntervalMethod;
use crate::stats::agreement::Levels;

/// Fewer units than this, or clusters where those are drawn, get a jackknife interval by default:
/// with few, intervals by resampling are too short.
pub const FEW_UNITS: usize = 30;

/// With fewer pairable units than this a coefficient says little.
pub const TOO_FEW_UNITS: usize = 10;

/// How figures are made.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Choices {
    /// Seed of the generator.
    pub seed: u64,
    /// Resamples for an interval; 0 for no interval, unless a jackknife is asked for.
    pub resamples: u32,
    /// Kind of interval; without it BCa, or jackknife-t below [`FEW_UNITS`].
    pub interval: Option<IntervalMethod>,
    /// Whether whole regions are drawn instead of units.
    pub by_region: bool,
}

impl Default for Choices {
    fn default() -> Self {
        Self {
            seed: 1,
            resamples: 1000,
            interval: None,
            by_region: false,
        }
    }
}

/// What the values of units are.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Family {
    /// Levels of a scale.
    Levels,
    /// Measured numbers.
    Numbers,
    /// Supporting, inhibiting, neutral, or both.
    Directions,
    /// Words without order.
    Words,
}

impl Family {
    /// The word of machine-readable output.
    #[must_use]
    pub fn code(self) -> &'static str {
        match self {
            Self::Levels => "levels",
            Self::Numbers => "numbers",
            Self::Directions => "directions",
            Self::Words => "words",
        }
    }
}

/// What a unit is.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub enum UnitName {
    /// What one informant said of one indicator in one assessment (positions).
    Cell {
        /// Position of the leaf in the framework.
        node: usize,
        /// Position of the assessment: region, wave and stage.
        assessment: usize,
        /// Who spoke.
        speaker: Speaker,
    },
    /// A row of a plain table.
    Row(String),
}

/// One unit with what each coder gave it.
#[derive(Debug, Clone, PartialEq)]
pub struct Unit {
    /// What it is.
    pub name: UnitName,
    /// One value for each coder; the mean where a coder gave several.
    pub values: Vec<Option<f64>>,
    /// The rows behind the values (positions in the statements).
    pub rows: Vec<usize>,
}

/// What was counted and what was left out.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Counts {
    /// Units with a value of a named coder.
    pub units: usize,
    /// Units with values of two coders or more.
    pub pairable: usize,
    /// Units that one coder alone gave a value.
    pub single: usize,
    /// Rows of the agreed result, left out.
    pub consensus_rows: usize,
    /// Rows with a value that name no coder, left out.
    pub unnamed_rows: usize,
    /// Units for which one coder gave several values, of which the mean counts.
    pub repeated: usize,
}

impl Unit {
    /// Whether two coders or more gave it a value.
    pub(super) fn is_pairable(&self) -> bool {
        self.values.iter().flatten().count() > 1
    }
}

impl Counts {
    pub(super) fn of_units<'a>(&mut self, units: impl Iterator<Item = &'a Unit>) {
        (self.units, self.pairable) = (0, 0);
        for unit in units {
            self.units += 1;
            self.pairable += usize::from(unit.is_pairable());
        }
        self.single = self.units - self.pairable;
    }

    /// Whether any row gives a value, under whatever name.
    #[must_use]
    pub fn any(&self) -> bool {
        self.units + self.consensus_rows + self.unnamed_rows > 0
    }
}

/// Units by coders without a framework.
#[derive(Debug, Clone, PartialEq)]
pub struct PlainTable {
    /// Coders.
    pub coders: Vec<String>,
    /// Units.
    pub units: Vec<String>,
    /// Values, unit by unit; for words their numbers.
    pub cells: Vec<Option<f64>>,
    /// Whether the values are words without order.
    pub words: bool,
    /// The declared levels.
    pub levels: Option<Levels>,
}

/// A coder who speaks for one unit in both directions.
pub(super) const BOTH: f64 = 2.0;
