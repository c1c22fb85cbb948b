//! An input as it was read, kept so that a diagnostic can point into it.

use std::collections::BTreeMap;
use std::sync::Arc;

use crate::problem::{Locate, Place};

use super::{Correction, Field, Tally};

/// Where a statement stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Origin {
    /// Which of the inputs, from 0.
    pub source: usize,
    /// Line (text) or row (sheet) where the row starts, from 1.
    pub row: usize,
    /// Field that holds the level, for wide tables; from 0.
    pub cell: Option<usize>,
}

/// An [`Origin`] in eight bytes, since millions of rows carry one.
///
/// Beyond four thousand million lines or 65 thousand inputs the last one stands for the rest, and a
/// column beyond the 65 thousandth is told by its row alone.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Compact {
    row: u32,
    source: u16,
    /// The column plus one; 0 for none.
    cell: u16,
}

impl Compact {
    pub(super) fn of(origin: Origin) -> Self {
        Self {
            row: u32::try_from(origin.row).unwrap_or(u32::MAX),
            source: u16::try_from(origin.source).unwrap_or(u16::MAX),
            cell: origin
                .cell
                .and_then(|cell| u16::try_from(cell + 1).ok())
                .unwrap_or(0),
        }
    }

    pub(super) fn origin(self) -> Origin {
        Origin {
            source: usize::from(self.source),
            row: usize::try_from(self.row).unwrap_or(usize::MAX),
            cell: usize::from(self.cell).checked_sub(1),
        }
    }

    /// Moves it `by` inputs on.
    pub(super) fn shift(&mut self, by: usize) {
        let by = u16::try_from(by).unwrap_or(u16::MAX);
        self.source = self.source.saturating_add(by);
    }
}

/// An input: its name, its bytes' fingerprint, and which column stands where.
#[derive(Debug, Clone)]
pub struct Source {
    name: String,
    /// How many bytes of the name are the folder that results leave out.
    folder: usize,
    sha256: String,
    cells: Arc<dyn Locate>,
    columns: BTreeMap<Field, usize>,
    headers: Vec<String>,
    /// The sheet of the workbook that it is.
    sheet: Option<String>,
    /// What is read otherwise than it was sent.
    corrections: Vec<Correction>,
    /// What became of its rows.
    tally: Option<Tally>,
    /// Where it is said what holds for all rows, of what has no column.
    said: BTreeMap<Field, Place>,
}

impl Source {
    /// An input called `name` with the hexadecimal SHA-256 of its bytes. `cells` tells places in
    /// it, and `columns` which column stands where, from 0.
    #[must_use]
    pub fn new(
        name: impl Into<String>,
        sha256: impl Into<String>,
        cells: Arc<dyn Locate>,
        columns: BTreeMap<Field, usize>,
    ) -> Self {
        Self {
            name: name.into(),
            folder: 0,
            sha256: sha256.into(),
            cells,
            columns,
            headers: Vec::new(),
            sheet: None,
            corrections: Vec::new(),
            tally: None,
            said: BTreeMap::new(),
        }
    }

    /// The same input with the texts of its header.
    #[must_use]
    pub fn under(mut self, headers: Vec<String>) -> Self {
        self.headers = headers;
        self
    }

    /// The same input with what became of its rows.
    #[must_use]
    pub fn counted(mut self, tally: Tally) -> Self {
        self.tally = Some(tally);
        self
    }

    /// What became of its rows; nothing of what is no table of statements.
    #[must_use]
    pub fn tally(&self) -> Option<&Tally> {
        self.tally.as_ref()
    }

    /// The same input as a sheet of a workbook.
    #[must_use]
    pub fn of_sheet(mut self, sheet: Option<String>) -> Self {
        self.sheet = sheet;
        self
    }

    /// The sheet of the workbook that it is; nothing of a text.
    #[must_use]
    pub fn sheet(&self) -> Option<&str> {
        self.sheet.as_deref()
    }

    /// The path as people read it inside a sentence, where it stands between back-ticks: of a sheet with its
    /// name behind.
    #[must_use]
    pub fn shown(&self) -> String {
        match &self.sheet {
            Some(sheet) => format!("{}: {sheet}", self.path()),
            None => self.path().to_owned(),
        }
    }

    /// A row of it as people read it: ``data.csv:14``, ``laporan.xlsx:`Teknologi`!14``.
    #[must_use]
    pub fn row(&self, row: usize) -> String {
        match &self.sheet {
            Some(sheet) => format!("{}:`{sheet}`!{row}", self.path()),
            None => format!("{}:{row}", self.path()),
        }
    }

    /// Whether another input is the same file: a further sheet of it.
    #[must_use]
    pub fn is_beside(&self, other: &Self) -> bool {
        self.sheet.is_some() && other.sheet.is_some() && self.name == other.name
    }

    /// Says what is read otherwise than it was sent.
    pub(super) fn corrected(&mut self, corrections: Vec<Correction>) {
        self.corrections = corrections;
    }

    /// What is read otherwise than it was sent, in the order in which it was corrected.
    #[must_use]
    pub fn corrections(&self) -> &[Correction] {
        &self.corrections
    }

    /// The texts of the header; none where the input has no header.
    #[must_use]
    pub fn headers(&self) -> &[String] {
        &self.headers
    }

    /// The text above a column; none where the input has no such column or no header.
    #[must_use]
    pub fn header(&self, column: Field) -> Option<&str> {
        let index = self.columns.get(&column)?;
        self.headers.get(*index).map(String::as_str)
    }

    /// The name the user gave.
    #[must_use]
    pub fn name(&self) -> &str {
        &self.name
    }

    /// The name as results tell it: relative to the folder of the study.
    #[must_use]
    pub fn path(&self) -> &str {
        &self.name[self.folder..]
    }

    /// Makes the path relative to a folder that the input lies in.
    pub(super) fn lies_in(&mut self, folder: &str) {
        let inside = self.name.strip_prefix(folder);
        let inside = inside.and_then(|it| it.strip_prefix(['/', '\\']));
        self.folder = inside.map_or(0, |it| self.name.len() - it.len());
    }

    /// Hexadecimal SHA-256 of the bytes as read.
    #[must_use]
    pub fn sha256(&self) -> &str {
        &self.sha256
    }

    /// Whether the table has this column.
    #[must_use]
    pub fn has(&self, column: Field) -> bool {
        self.columns.contains_key(&column)
    }

    /// The texts of the first column whose header fits, by line or row; nothing where none does.
    #[must_use]
    pub fn texts_under(&self, fits: impl Fn(&str) -> bool) -> Option<BTreeMap<usize, String>> {
        let at = self.headers.iter().position(|it| fits(it))?;
        Some(self.cells.column(at).into_iter().collect())
    }

    /// As [`Self::texts_under`], of a column of ours.
    #[must_use]
    pub fn texts_of(&self, column: Field) -> Option<BTreeMap<usize, String>> {
        let at = *self.columns.get(&column)?;
        Some(self.cells.column(at).into_iter().collect())
    }

    /// The texts of a row of a sheet; nothing of a text, whose places show them.
    pub(super) fn texts_of_row(&self, row: usize) -> Option<String> {
        self.cells.row(row)
    }

    /// The position of the cell of a column in the row at `origin`, from 0.
    #[must_use]
    pub fn position(&self, origin: Origin, column: Field) -> Option<usize> {
        let wide = match column {
            Field::Indicator | Field::Level | Field::Value => origin.cell,
            _ => None,
        };
        wide.or_else(|| self.columns.get(&column).copied())
    }

    /// Notes where it is said what holds for all rows.
    pub(super) fn says(&mut self, column: Field, place: Place) {
        self.said.insert(column, place);
    }

    /// The place of a column's cell in the row at `origin`; where the table has no such column the place
    /// where it is said for all rows, else the row's first cell.
    #[must_use]
    pub fn place(&self, origin: Origin, column: Field) -> Place {
        let position = self.position(origin, column);
        match self.said.get(&column).filter(|_| position.is_none()) {
            Some(said) => said.clone(),
            None => self.cells.place(origin.row, position),
        }
    }
}

impl Correction {
    /// Whether the statement at a place of the same input is read otherwise by it.
    #[must_use]
    pub fn is_of(&self, origin: Origin) -> bool {
        // A row of a wide table gives many statements, each by a cell of its own.
        self.row == origin.row && (self.answer.is_none() || origin.cell == Some(self.cell))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_origin_survives_its_compact_form() {
        for (source, row, cell) in [
            (0, 1, None),
            (3, 4_000_000_000, Some(0)),
            (65_535, 7, Some(65_534)),
        ] {
            let origin = Origin { source, row, cell };
            assert_eq!(Compact::of(origin).origin(), origin);
        }
        let far = Origin {
            source: 0,
            row: 2,
            cell: Some(70_000),
        };
        assert_eq!(Compact::of(far).origin().cell, None);
    }
}
