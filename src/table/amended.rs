//! Texts that are read in place of those of a source, which stays as it was sent.

use std::collections::BTreeMap;

use crate::problem::Place;

use super::cell::{At, Field, Kind, Row};

/// A text that is read in place of what a cell holds.
#[derive(Debug, Clone)]
pub struct Amendment {
    /// The row of the cell, from 1, as the source counts.
    pub row: usize,
    /// Its column, from 0.
    pub cell: usize,
    /// The text.
    pub text: String,
    /// Where that is said.
    pub place: Place,
}

/// All such texts of a table, by row and column.
#[derive(Debug, Clone, Default)]
pub(super) struct Amended(BTreeMap<usize, BTreeMap<usize, (String, Place)>>);

impl Amended {
    pub(super) fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    pub(super) fn add(&mut self, it: Amendment) {
        let row = self.0.entry(it.row).or_default();
        row.insert(it.cell, (it.text, it.place));
    }

    /// Where it is said what a cell is read as.
    pub(super) fn place(&self, at: At) -> Option<&Place> {
        let (_, place) = self.0.get(&at.row)?.get(&at.cell?)?;
        Some(place)
    }

    /// A row as it is read; `room` holds its cells where one of them is another.
    pub(super) fn row<'r>(&self, row: Row<'r>, room: &'r mut (String, Vec<Field>)) -> Row<'r> {
        let Some(others) = self.0.get(&row.at.row) else {
            return row;
        };
        let (text, fields) = room;
        text.clear();
        fields.clear();
        let last = others.keys().next_back().map_or(0, |it| it + 1);
        for index in 0..row.len().max(last) {
            let cell = row.cell(index);
            let (written, kind) = match others.get(&index) {
                Some((other, _)) => (other.as_str(), Kind::Text),
                None => (cell.written, cell.kind),
            };
            let start = text.len();
            text.push_str(written);
            fields.push(Field {
                start,
                end: text.len(),
                kind,
            });
        }
        Row {
            text,
            fields,
            ..row
        }
    }
}
