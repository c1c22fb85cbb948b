//! A correction as a list asks for it, before anybody has looked at the file.

use crate::problem::Place;
use crate::statement::Date;

/// A correction as it is asked for.
#[derive(Debug, Clone, PartialEq)]
pub struct Wanted {
    /// The file as it is named.
    pub file: String,
    /// The sheet, where it is named.
    pub(super) sheet: Option<String>,
    /// The row.
    pub(super) row: RowName,
    /// The column; where it is not said, that of the answer.
    pub(super) column: Option<ColumnName>,
    /// What the cell holds.
    pub(super) from: String,
    /// What is to be read.
    pub(super) to: String,
    pub(super) reason: String,
    pub(super) minutes: Option<String>,
    pub(super) date: Date,
    pub(super) by: String,
    pub(super) places: Places,
}

/// How a row is named.
#[derive(Debug, Clone, PartialEq)]
pub(super) enum RowName {
    /// By its number, as siap and a spreadsheet count.
    Number(usize),
    /// By the id that it carries.
    Id(String),
    /// By both, which must agree.
    Both(usize, String),
}

/// How a column is named.
#[derive(Debug, Clone, PartialEq)]
pub(super) enum ColumnName {
    /// By its letters: the position, from 0.
    At(usize),
    /// By its header.
    Header(String),
}

/// Where the cells of a correction stand.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Places {
    pub(super) file: Place,
    /// The cell or the id.
    pub(super) row: Place,
    pub(super) column: Place,
    pub(super) from: Place,
    pub(super) to: Place,
}

impl Wanted {
    /// Where the file is named.
    #[must_use]
    pub fn file_at(&self) -> &Place {
        &self.places.file
    }
}
