//! Cells and rows as a table lends them.

use std::ops::Range;

use crate::text::{trim, unguarded};

/// What the source itself says a cell is.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Kind {
    /// Text: all cells of a delimited text, and whatever it looks like is yet to be decided.
    Text,
    /// A number, in no need of a decimal sign.
    Number(f64),
    /// A share that is shown as a share of a hundred: 70.24, whose text is `70.24%`.
    Percent(f64),
    /// A day; the text of the cell is `2019-05-27`.
    Date,
    /// Yes or no.
    YesNo(bool),
    /// A formula of which nobody has calculated what it gives.
    Uncalculated,
}

/// A cell, lent by its row.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Cell<'r> {
    /// Its text with the white space round it.
    pub(crate) written: &'r str,
    /// Its type.
    pub kind: Kind,
}

impl<'r> Cell<'r> {
    /// Its text; of a cell that is not there, none.
    #[inline]
    #[must_use]
    pub fn text(self) -> &'r str {
        unguarded(trim(self.written))
    }
}

/// Where a row, or a cell of it, stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct At {
    /// Line (text) or row (sheet) where the row starts, from 1.
    pub row: usize,
    /// Column of the cell, from 0.
    pub cell: Option<usize>,
}

impl At {
    /// A cell of the same row.
    #[must_use]
    pub fn cell(self, cell: usize) -> Self {
        Self {
            cell: Some(cell),
            ..self
        }
    }
}

/// Where the text of a cell stands among the cells of its row.
#[derive(Debug, Clone, Copy)]
pub(super) struct Field {
    pub(super) start: usize,
    pub(super) end: usize,
    pub(super) kind: Kind,
}

/// A row, lent until the next one is asked for.
pub(crate) struct Row<'r> {
    pub(super) text: &'r str,
    pub(super) fields: &'r [Field],
    /// Where it starts.
    pub(crate) at: At,
    /// Where it stands in its source: bytes of a text, else rows.
    pub(crate) span: Range<usize>,
    pub(super) fault: Option<Fault>,
    /// Whether it ends where its last cell is that holds anything: nothing is shifted in a sheet.
    pub(super) is_open: bool,
}

impl<'r> Row<'r> {
    pub(crate) fn len(&self) -> usize {
        self.fields.len()
    }

    #[inline]
    pub(crate) fn cell(&self, index: usize) -> Cell<'r> {
        match self.fields.get(index) {
            Some(field) => Cell {
                written: &self.text[field.start..field.end],
                kind: field.kind,
            },
            None => Cell {
                written: "",
                kind: Kind::Text,
            },
        }
    }

    /// The text of a cell.
    #[inline]
    pub(crate) fn text(&self, index: usize) -> &'r str {
        self.cell(index).text()
    }

    pub(crate) fn texts(&self) -> impl Iterator<Item = &'r str> {
        (0..self.len()).map(|index| self.text(index))
    }

    /// Whether no quotation mark is out of place.
    pub(crate) fn is_quoted_well(&self) -> bool {
        self.fault.is_none()
    }

    pub(crate) fn is_blank(&self) -> bool {
        self.texts().all(str::is_empty)
    }

    /// Whether it has a cell for every header, beyond the header nothing but empty ones, and no
    /// quotation mark out of place.
    pub(crate) fn is_whole(&self, extent: Extent) -> bool {
        let found = self.len();
        self.fault.is_none()
            && (found >= extent.needed || self.is_open)
            && (extent.width..found).all(|index| self.text(index).is_empty())
    }
}

/// How many cells the rows of a table have.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Extent {
    /// How many the header has; cells beyond must be empty.
    pub(crate) width: usize,
    /// How many a row needs.
    pub(crate) needed: usize,
}

impl Extent {
    /// That of a header: its end may be empty.
    pub(crate) fn of(header: &[String]) -> Self {
        Self {
            width: header.len(),
            needed: header
                .iter()
                .rposition(|cell| !cell.is_empty())
                .map_or(0, |last| last + 1),
        }
    }
}

/// What is wrong with the quotation marks of a record; each at a byte of the text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Fault {
    /// The quotation mark is not closed before the end of the text.
    Unclosed { open: usize },
    /// Text stands behind the closing quotation mark.
    Behind { open: usize, text: usize },
}
