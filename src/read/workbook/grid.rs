//! A sheet in the making: cells come one by one, in the order of the rows.

use std::collections::BTreeSet;

use crate::problem::{Place, Problem, Spot};
use crate::table::{Kind, Merged, Sheet, cell_name};
use crate::text::{Sentence, column_name, list, say};

use super::xml::too_large;

/// How many rows and columns a sheet has.
const ROWS: usize = 1 << 20;
const COLUMNS: usize = 1 << 14;
/// How many cells a workbook may have, and how many bytes of text: 500 MB hold them, and the
/// statements that are made of them.
const MOST_CELLS: usize = 4_000_000;
const MOST_TEXT: usize = 128 << 20;
/// Bytes of the text of one cell.
pub(super) const MOST_OF_CELL: usize = 1 << 20;

/// What a workbook may still hold.
pub(super) struct Budget {
    cells: usize,
    text: usize,
}

impl Default for Budget {
    fn default() -> Self {
        Self {
            cells: MOST_CELLS,
            text: MOST_TEXT,
        }
    }
}

impl Budget {
    /// Takes so many cells and bytes of text out of it.
    pub(super) fn take(
        &mut self,
        cells: usize,
        text: usize,
        file: &str,
    ) -> Result<(), Vec<Problem>> {
        let left = self
            .cells
            .checked_sub(cells)
            .zip(self.text.checked_sub(text));
        let Some(left) = left else {
            return Err(too_large(file));
        };
        (self.cells, self.text) = left;
        Ok(())
    }
}

/// The value of a cell.
pub(super) struct Value {
    pub(super) text: String,
    pub(super) kind: Kind,
}

impl Value {
    pub(super) fn text(text: String) -> Self {
        let kind = Kind::Text;
        Self { text, kind }
    }

    /// A number, with the text that it is shown by where that says more.
    pub(super) fn number(number: f64, text: String) -> Self {
        let kind = Kind::Number(number);
        Self { text, kind }
    }

    /// A share of one, shown as a share of a hundred.
    pub(super) fn percent(share: f64) -> Self {
        // In decimals, so that 0.7024 becomes 70.24 and nothing near it.
        let hundredfold = format!("{share}e2").parse().unwrap_or(share * 100.0);
        Self {
            text: format!("{hundredfold}%"),
            kind: Kind::Percent(hundredfold),
        }
    }

    pub(super) fn date(text: String) -> Self {
        let kind = Kind::Date;
        Self { text, kind }
    }

    pub(super) fn yes_no(yes: bool) -> Self {
        Self {
            text: if yes { "TRUE" } else { "FALSE" }.to_owned(),
            kind: Kind::YesNo(yes),
        }
    }

    /// What a formula would say if it had ever been calculated.
    pub(super) fn uncalculated() -> Self {
        Self {
            text: "#CALC!".to_owned(),
            kind: Kind::Uncalculated,
        }
    }

    fn is_empty(&self) -> bool {
        self.kind == Kind::Text && self.text.is_empty()
    }
}

/// A sheet that is being filled.
pub(super) struct Grid<'f> {
    file: &'f str,
    name: String,
    sheet: Sheet,
    /// The last row that holds anything.
    row: usize,
    /// How many cells of it there are.
    width: usize,
    /// Hidden rows that hold something, and the columns that are used.
    hidden_rows: Vec<usize>,
    used: BTreeSet<usize>,
    /// Columns that are hidden, from the first to the last of each stretch.
    hidden_columns: Vec<(usize, usize)>,
    merged: Vec<Merged>,
}

impl<'f> Grid<'f> {
    pub(super) fn new(file: &'f str, name: &str) -> Self {
        Self {
            file,
            name: name.to_owned(),
            sheet: Sheet::new(name),
            row: 0,
            width: 0,
            hidden_rows: Vec::new(),
            used: BTreeSet::new(),
            hidden_columns: Vec::new(),
            merged: Vec::new(),
        }
    }

    /// Where a cell stands.
    fn place(&self, row: usize, column: usize) -> Place {
        Place {
            file: self.file.to_owned(),
            spot: Spot::Cell {
                sheet: self.name.clone(),
                cell: cell_name(row, column),
            },
        }
    }

    fn refused(&self, row: usize, column: usize, sentence: Sentence) -> Vec<Problem> {
        vec![Problem::error(sentence).at(self.place(row, column))]
    }

    /// Adds a cell (row from 1, column from 0) to the right of or below those before it; an empty one
    /// leaves no trace.
    pub(super) fn cell(
        &mut self,
        (row, column): (usize, usize),
        value: &Value,
        budget: &mut Budget,
    ) -> Result<(), Vec<Problem>> {
        if value.is_empty() {
            return Ok(());
        }
        if !(1..=ROWS).contains(&row) || column >= COLUMNS {
            let whole = Place::file(self.file);
            let sentence = say::workbook_outside_grid(self.name.clone());
            return Err(vec![Problem::error(sentence).at(whole)]);
        }
        let is_next = row > self.row || row == self.row && column >= self.width;
        if !is_next {
            return Err(self.refused(row, column, say::workbook_cells_unordered()));
        }
        if row > self.row {
            self.sheet.row(row);
            (self.row, self.width) = (row, 0);
        }
        budget.take(column + 1 - self.width, value.text.len() + 24, self.file)?;
        while self.width < column {
            self.sheet.cell("", Kind::Text);
            self.width += 1;
        }
        self.sheet.cell(&value.text, value.kind);
        self.width += 1;
        self.used.insert(column);
        Ok(())
    }

    /// Whether the last row that holds anything is this one.
    pub(super) fn stands_at(&self, row: usize) -> bool {
        self.row == row
    }

    /// Says that a row is hidden.
    pub(super) fn hidden_row(&mut self, row: usize) {
        self.hidden_rows.push(row);
    }

    /// Says that columns are hidden, from the first to the last, both from 0.
    pub(super) fn hidden_columns(&mut self, first: usize, last: usize) {
        self.hidden_columns.push((first, last));
    }

    /// Says that cells are merged.
    pub(super) fn merged(&mut self, merged: Merged) {
        self.merged.push(merged);
    }

    /// The sheet, and what is to be said of it; nothing where no cell holds anything.
    pub(super) fn finish(
        mut self,
        budget: &mut Budget,
    ) -> Result<Option<(Sheet, Vec<Problem>)>, Vec<Problem>> {
        if self.row == 0 {
            return Ok(None);
        }
        let mut said = Vec::new();
        let merged = std::mem::take(&mut self.merged);
        let before = self.sheet.cells();
        let filled = self.sheet.fill_down(merged, MOST_CELLS);
        let Some(filled) = filled else {
            return Err(too_large(self.file));
        };
        budget.take(self.sheet.cells().saturating_sub(before), 0, self.file)?;
        if let [first, ..] = &*filled {
            let place = self.place(first.row, first.cell.unwrap_or(0));
            said.push(Problem::warning(say::merged_filled(filled.len())).at(place));
        }
        if let Some(first) = self.hidden_rows.first() {
            let sentence = say::hidden_rows_read(self.hidden_rows.len());
            said.push(Problem::warning(sentence).at(self.place(*first, 0)));
        }
        let is_hidden = |column: &&usize| {
            let mut all = self.hidden_columns.iter();
            all.any(|(first, last)| (first..=last).contains(column))
        };
        let hidden: Vec<usize> = self.used.iter().filter(is_hidden).copied().collect();
        if let Some(first) = hidden.first() {
            let names = list(hidden.iter().map(|it| format!("`{}`", column_name(*it))));
            let sentence = say::hidden_columns_read(names);
            said.push(Problem::warning(sentence).at(self.place(1, *first)));
        }
        Ok(Some((self.sheet, said)))
    }
}

/// Row (from 1) and column (from 0) of a cell called `D14`: at most three letters and seven digits.
pub(super) fn spot_of(name: &str) -> Option<(usize, usize)> {
    let end = name.find(|it: char| !it.is_ascii_alphabetic())?;
    let (letters, digits) = name.split_at(end);
    let is_number = (1..=7).contains(&digits.len()) && digits.bytes().all(|it| it.is_ascii_digit());
    let column = crate::table::column_of_letters(letters)?;
    Some((digits.parse().ok().filter(|_| is_number)?, column))
}

/// The cells between two corners: `A5:B9`.
pub(super) fn stretch_of(text: &str) -> Option<Merged> {
    let (first, last) = text.split_once(':')?;
    let ((top, left), (bottom, right)) = (spot_of(first)?, spot_of(last)?);
    Some(Merged {
        top,
        bottom,
        column: left,
        last: right,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn cells_have_names_of_bounded_length() {
        assert_eq!(spot_of("D14"), Some((14, 3)));
        assert_eq!(spot_of("XFD1048576"), Some((1_048_576, 16_383)));
        for name in ["D", "14", "ABCD1", "A12345678", "A1B", "é1", ""] {
            assert_eq!(spot_of(name), None, "{name}");
        }
        assert!(stretch_of("A5:A9").is_some());
        assert!(stretch_of("A5").is_none());
    }

    #[test]
    fn a_share_of_a_hundred_is_exact() {
        assert_eq!(Value::percent(0.7024).text, "70.24%");
        assert_eq!(Value::percent(0.07).text, "7%");
    }
}
