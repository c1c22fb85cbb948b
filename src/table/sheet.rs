//! A sheet of a workbook: cells that the source has typed.

use std::collections::BTreeMap;

use crate::problem::Spot;
use crate::text::cell_name;

use super::cell::{At, Field, Kind};

/// The cells of a sheet, row by row; their texts stand one behind the other.
#[derive(Debug, Clone, Default)]
pub struct Sheet {
    name: String,
    pub(super) text: String,
    fields: Vec<Field>,
    /// The number of each row, and where its cells start.
    rows: Vec<(usize, usize)>,
    /// What is merged over several columns.
    across: Vec<Merged>,
}

impl Sheet {
    /// An empty sheet.
    #[must_use]
    pub fn new(name: &str) -> Self {
        Self {
            name: name.to_owned(),
            ..Self::default()
        }
    }

    /// Begins a row with its number in the sheet, from 1.
    pub fn row(&mut self, number: usize) {
        self.rows.push((number, self.fields.len()));
    }

    /// Adds a cell to the row begun last. A number needs no `text`: without one it is written as it is,
    /// so that a year or a code in a number cell reads as one.
    pub fn cell(&mut self, text: &str, kind: Kind) {
        let start = self.text.len();
        match kind {
            Kind::Number(number) if text.is_empty() => self.text.push_str(&number.to_string()),
            _ => self.text.push_str(text),
        }
        self.fields.push(Field {
            start,
            end: self.text.len(),
            kind,
        });
    }

    /// Its name.
    #[must_use]
    pub fn name(&self) -> &str {
        &self.name
    }

    /// How many cells there are, empty ones between others too.
    #[must_use]
    pub fn cells(&self) -> usize {
        self.fields.len()
    }

    /// How many columns its widest row has.
    pub(super) fn width(&self) -> usize {
        let ends = self.rows.iter().skip(1).map(|it| it.1);
        let ends = ends.chain(std::iter::once(self.fields.len()));
        let widths = self.rows.iter().zip(ends).map(|(row, end)| end - row.1);
        widths.max().unwrap_or(0)
    }

    /// Gives the text of the first of merged cells to those below it, in rows that hold anything. Gives
    /// the cells that were filled; nothing where there would be more than `most` cells.
    pub fn fill_down(&mut self, mut merged: Vec<Merged>, most: usize) -> Option<Vec<At>> {
        let across = merged.iter().filter(|it| it.last > it.column);
        self.across = across.copied().collect();
        merged.retain(|it| it.bottom > it.top);
        merged.sort_unstable_by_key(|it| (it.top, it.column));
        let mut filled = Vec::new();
        if merged.is_empty() {
            return Some(filled);
        }
        let mut coming = merged.into_iter().peekable();
        // The stretches that a row lies in, by column, each with the field of its first cell.
        let mut open: BTreeMap<usize, (usize, Field)> = BTreeMap::new();
        let mut fields: Vec<Field> = Vec::with_capacity(self.fields.len());
        let mut rows = Vec::with_capacity(self.rows.len());
        for at in 0..self.rows.len() {
            let Some((number, mine)) = self.get(at) else {
                break;
            };
            let start = fields.len();
            rows.push((number, start));
            fields.extend_from_slice(mine);
            open.retain(|_, (bottom, _)| *bottom >= number);
            for (column, (_, field)) in &open {
                let at = start + column;
                if fields.get(at).is_some_and(|it| it.start < it.end) {
                    continue;
                }
                while fields.len() <= at {
                    let (start, end, kind) = (0, 0, Kind::Text);
                    fields.push(Field { start, end, kind });
                }
                fields[at] = *field;
                filled.push(At {
                    row: number,
                    cell: Some(*column),
                });
            }
            if fields.len() > most {
                return None;
            }
            while let Some(it) = coming.next_if(|it| it.top <= number) {
                let field = fields.get(start + it.column).filter(|it| it.start < it.end);
                if let Some(field) = field.filter(|_| it.top == number && it.bottom > number) {
                    open.entry(it.column).or_insert((it.bottom, *field));
                }
            }
        }
        if !filled.is_empty() {
            (self.fields, self.rows) = (fields, rows);
        }
        Some(filled)
    }

    /// What is merged over several columns.
    pub(super) fn across(&self) -> &[Merged] {
        &self.across
    }

    /// How many rows there are.
    pub(super) fn len(&self) -> usize {
        self.rows.len()
    }

    /// The number and the cells of a row.
    pub(super) fn get(&self, at: usize) -> Option<(usize, &[Field])> {
        let (number, start) = *self.rows.get(at)?;
        let end = self.rows.get(at + 1).map_or(self.fields.len(), |it| it.1);
        Some((number, &self.fields[start..end]))
    }

    /// The position of the row with a number.
    pub(super) fn position(&self, number: usize) -> Option<usize> {
        self.rows.binary_search_by_key(&number, |it| it.0).ok()
    }

    pub(super) fn spot(&self, at: At) -> Spot {
        Spot::Cell {
            sheet: self.name.clone(),
            cell: cell_name(at.row, at.cell.unwrap_or(0)),
        }
    }
}

/// Cells that are merged.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Merged {
    /// The first row, from 1.
    pub top: usize,
    /// The last row.
    pub bottom: usize,
    /// The first column, from 0.
    pub column: usize,
    /// The last column.
    pub last: usize,
}

/// The column that spreadsheet letters name (`A` → 0, `AA` → 26), in either case; none has more than
/// three.
pub(crate) fn column_of_letters(text: &str) -> Option<usize> {
    let is_name = (1..=3).contains(&text.len()) && text.bytes().all(|it| it.is_ascii_alphabetic());
    let digit = |it: u8| usize::from(it.to_ascii_uppercase() - b'A') + 1;
    let number = || text.bytes().fold(0, |all, it| all * 26 + digit(it));
    is_name.then(|| number() - 1)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn merged_cells_fill_the_rows_that_hold_anything() {
        let mut sheet = Sheet::new("a");
        for (row, cells) in [
            (1, &["OKI", "t1"][..]),
            (2, &["", "t2"]),
            (4, &["", "", "x"]),
            (5, &["OKU"]),
        ] {
            sheet.row(row);
            for cell in cells {
                sheet.cell(cell, Kind::Text);
            }
        }
        let merged = |top, bottom, column| Merged {
            top,
            bottom,
            column,
            last: column,
        };
        let all = vec![merged(1, 4, 0), merged(2, 5, 1), merged(4, 4, 2)];
        let filled = sheet.fill_down(all, 100).expect("is small");
        let names: Vec<String> = filled
            .iter()
            .map(|it| cell_name(it.row, it.cell.unwrap_or(0)))
            .collect();
        assert_eq!(names, ["A2", "A4", "B4", "B5"]);
        let (_, cells) = sheet.get(3).expect("a row");
        let texts: Vec<&str> = cells
            .iter()
            .map(|it| &sheet.text[it.start..it.end])
            .collect();
        assert_eq!(texts, ["OKU", "t2"]);
        assert_eq!(sheet.width(), 3);
    }

    #[test]
    fn spreadsheet_columns_have_letters() {
        for (at, name) in [(0, "A1"), (25, "Z1"), (26, "AA1"), (702, "AAA1")] {
            assert_eq!(cell_name(1, at), name);
        }
        for at in [0, 25, 26, 701, 702, 16_383] {
            let name = cell_name(1, at);
            assert_eq!(column_of_letters(name.trim_end_matches('1')), Some(at));
        }
        assert_eq!(column_of_letters("aa"), Some(26));
        assert_eq!(column_of_letters("É"), None);
    }
}
