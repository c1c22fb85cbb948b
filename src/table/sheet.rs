//! A sheet of a workbook: cells that the source has typed.

use crate::problem::Spot;

use super::cell::{At, Field, Kind};

/// The cells of a sheet, row by row; their texts stand one behind the other.
#[derive(Debug, Clone, Default)]
pub struct Sheet {
    name: String,
    pub(super) text: String,
    fields: Vec<Field>,
    /// The number of each row, and where its cells start.
    rows: Vec<(usize, usize)>,
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

    /// Adds a cell to the row begun last. A number needs no `text`: it is written as it is, so
    /// that a year or a code in a number cell reads as one.
    pub fn cell(&mut self, text: &str, kind: Kind) {
        let start = self.text.len();
        match kind {
            Kind::Number(number) => self.text.push_str(&number.to_string()),
            _ => self.text.push_str(text),
        }
        self.fields.push(Field {
            start,
            end: self.text.len(),
            kind,
        });
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

    pub(super) fn spot(&self, at: At) -> Spot {
        Spot::Cell {
            sheet: self.name.clone(),
            cell: format!("{}{}", letters(at.cell.unwrap_or(0)), at.row),
        }
    }
}

/// Spreadsheet letters of a column (0 → `A`, 26 → `AA`).
fn letters(index: usize) -> String {
    let mut left = index + 1;
    let mut out = Vec::new();
    while left > 0 {
        let digit = u8::try_from((left - 1) % 26).unwrap_or(0);
        out.push(b'A' + digit);
        left = (left - 1) / 26;
    }
    out.reverse();
    out.into_iter().map(char::from).collect()
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
    fn spreadsheet_columns_have_letters() {
        assert_eq!(letters(0), "A");
        assert_eq!(letters(25), "Z");
        assert_eq!(letters(26), "AA");
        assert_eq!(letters(702), "AAA");
        for at in [0, 25, 26, 701, 702, 16_383] {
            assert_eq!(column_of_letters(&letters(at)), Some(at));
        }
        assert_eq!(column_of_letters("aa"), Some(26));
        assert_eq!(column_of_letters("É"), None);
    }
}
