//! What a command found, in every form in which it can be asked for.

use super::Document;
use super::chart::Chart;
use super::dataset::Dataset;
use super::inputs::InputRecord;

/// What programs read of a report; written as JSON.
pub type Record<'a> = Box<dyn erased_serde::Serialize + 'a>;

/// How much is told.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Detail {
    /// The answer, and what weakens it.
    #[default]
    Brief,
    /// Everything.
    Full,
}

impl Detail {
    /// Whether everything is told.
    #[must_use]
    pub fn is_full(self) -> bool {
        self == Self::Full
    }
}

/// What a command found: a text for people, charts, rows for spreadsheets, a record for programs.
///
/// Each face is made when a renderer asks for it and not before: to lay out the tables of a
/// national study costs more than to score it.
pub trait Report {
    /// What tells this report apart from the others of a run: the id of its framework, or a name.
    fn name(&self) -> &str;

    /// The text, tables in it, as people read it. Its headings and cells may carry ids to which
    /// other cells lead; a format that has no links leaves them out.
    /// In brief it answers its question and fits about two screens.
    fn document(&self, detail: Detail) -> Document;

    /// The figures.
    fn charts(&self) -> Vec<Chart> {
        Vec::new()
    }

    /// The rows; the first dataset is the one that a format for a single table holds.
    fn datasets(&self) -> Vec<Dataset<'_>>;

    /// The files of data that it rests on.
    fn inputs(&self) -> Vec<InputRecord<'_>> {
        Vec::new()
    }

    /// The record with its envelope.
    fn record(&self) -> Record<'_>;
}
