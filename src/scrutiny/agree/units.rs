//! Units, what their values are, and how they are to be compared.

use std::sync::Arc;

use crate::statement::Speaker;
use crate::stats::IntervalMethod;
use crate::stats::agreement::{Levels, Metric};

/// Fewer units than this leave a wide interval.
pub const FEW_UNITS: usize = 30;

/// The kind of interval for alpha where none is asked for and units are drawn: the one whose coverage
/// is nearest to what it claims. `docs/methods.md` has the simulation (`cargo run --release --example
/// coverage`).
pub const DEFAULT_INTERVAL: IntervalMethod = IntervalMethod::Bca;

/// As [`DEFAULT_INTERVAL`], where regions are drawn: with few of them the others are far too narrow.
pub const REGION_INTERVAL: IntervalMethod = IntervalMethod::JackknifeT;

/// With fewer pairable units than this a coefficient says little.
pub const TOO_FEW_UNITS: usize = 10;

/// How figures are made.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Choices {
    /// Seed of the generator.
    pub seed: u64,
    /// Resamples for an interval; 0 for no interval, unless a jackknife is asked for.
    pub resamples: u32,
    /// Kind of interval of alpha; without it [`DEFAULT_INTERVAL`], or [`REGION_INTERVAL`].
    pub interval: Option<IntervalMethod>,
    /// Whether whole regions are drawn instead of units.
    pub by_region: bool,
    /// The distances of the headline, where they are asked for; else those that suit the scale.
    pub metric: Option<Metric>,
}

impl Default for Choices {
    fn default() -> Self {
        Self {
            seed: 1,
            resamples: 1000,
            interval: None,
            by_region: false,
            metric: None,
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

/// By what codings were found to judge the same thing.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum UnitKind {
    /// One statement: the codings share its id, or the same source says the same words in them.
    Statement,
    /// One cell: what one informant said of one indicator in one region, wave and stage, where each
    /// coder has one coding and nothing says that these are of different statements.
    Cell,
    /// Some units are statements and some are cells.
    Mixed,
}

impl UnitKind {
    /// The word of machine-readable output.
    #[must_use]
    pub fn code(self) -> &'static str {
        match self {
            Self::Statement => "statement",
            Self::Cell => "cell",
            Self::Mixed => "mixed",
        }
    }

    /// What the pairable ones of some units are together; statements where there is none.
    pub(super) fn of_units<'a>(units: impl IntoIterator<Item = &'a Unit>) -> Self {
        let pairable = units.into_iter().filter(|it| it.is_pairable());
        let together = pairable.map(|it| it.kind).reduce(|one, other| match one {
            _ if one == other => one,
            _ => Self::Mixed,
        });
        together.unwrap_or(Self::Statement)
    }
}

/// What a unit is.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub enum UnitName {
    /// A statement, or a cell, on one indicator in one assessment (positions).
    Coded {
        /// Position of the leaf in the framework.
        node: usize,
        /// Position of the assessment: region, wave and stage.
        assessment: usize,
        /// Who spoke.
        speaker: Speaker,
        /// The id of the statement, where its rows have one; of several the first.
        id: Option<Arc<str>>,
    },
    /// A row of a plain table.
    Row(String),
}

/// One unit with what each coder gave it.
#[derive(Debug, Clone, PartialEq)]
pub struct Unit {
    /// What it is.
    pub name: UnitName,
    /// By what its codings were paired; of a row of a plain table [`UnitKind::Statement`].
    pub kind: UnitKind,
    /// One value for each coder; the mean where a coder judged one statement several times.
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
    /// Times a coder judged one statement more than once, so that the mean counts.
    pub repeated: usize,
    /// Codings (values of named coders) that no coding of another coder was paired with.
    pub left_out: usize,
    /// Those of them where two coders or more speak of one cell, but nothing tells which coding of
    /// the one belongs to which of the other.
    pub unclear: usize,
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
    /// Whether values are only counted, so that coders are no people.
    pub counted: bool,
}

/// A coder who speaks for one unit in both directions.
pub(super) const BOTH: f64 = 2.0;
