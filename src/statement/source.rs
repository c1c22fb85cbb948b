//! An input as it was read, kept so that a diagnostic can point into it.

use std::collections::BTreeMap;
use std::sync::OnceLock;

use memchr::memchr_iter;

use crate::problem::{Place, Spot};

use super::Column;

/// Where a statement stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Origin {
    /// Which of the inputs, from 0.
    pub source: usize,
    /// Line (text) or row (sheet) where the row starts, from 1.
    pub row: usize,
    /// Column that holds the level, for wide tables; from 0.
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

/// The body of an input.
#[derive(Debug, Clone)]
pub enum Body {
    /// Delimited text, decoded to UTF-8.
    Text {
        /// The whole text.
        text: String,
        /// The delimiter byte.
        delimiter: u8,
    },
    /// A sheet of a workbook.
    Sheet {
        /// Name of the sheet.
        sheet: String,
    },
}

/// An input: its name, its bytes' fingerprint, and which column stands where.
#[derive(Debug, Clone)]
pub struct Source {
    name: String,
    sha256: String,
    body: Body,
    columns: BTreeMap<Column, usize>,
    lines: OnceLock<Lines>,
}

impl Source {
    /// An input called `name` with the hexadecimal SHA-256 of its bytes.
    #[must_use]
    pub fn new(
        name: impl Into<String>,
        sha256: impl Into<String>,
        body: Body,
        columns: BTreeMap<Column, usize>,
    ) -> Self {
        Self {
            name: name.into(),
            sha256: sha256.into(),
            body,
            columns,
            lines: OnceLock::new(),
        }
    }

    /// The name the user gave.
    #[must_use]
    pub fn name(&self) -> &str {
        &self.name
    }

    /// Hexadecimal SHA-256 of the bytes as read.
    #[must_use]
    pub fn sha256(&self) -> &str {
        &self.sha256
    }

    /// Whether the table has this column.
    #[must_use]
    pub fn has(&self, column: Column) -> bool {
        self.columns.contains_key(&column)
    }

    /// The place of a column's cell in the row at `origin`; the row's first cell where the table
    /// has no such column.
    #[must_use]
    pub fn place(&self, origin: Origin, column: Column) -> Place {
        let wide = match column {
            Column::Indicator | Column::Level | Column::Value => origin.cell,
            _ => None,
        };
        let index = wide.or_else(|| self.columns.get(&column).copied());
        match &self.body {
            Body::Text { text, delimiter } => {
                let lines = self.lines.get_or_init(|| Lines::of(text));
                let byte = lines.start(text, origin.row);
                let (start, end) = match index {
                    Some(index) => field(text, byte, *delimiter, index),
                    None => line(text, byte),
                };
                // From the row on, because counting the lines above it again for every problem
                // takes time in the square of the length.
                let row = text.get(byte..).unwrap_or_default();
                let [start, end] = [start, end].map(|at| at.saturating_sub(byte));
                let mut place = Place::in_text(&self.name, row, start, end);
                if let Spot::Text { line, .. } = &mut place.spot {
                    *line += origin.row.saturating_sub(1);
                }
                place
            }
            Body::Sheet { sheet } => Place {
                file: self.name.clone(),
                spot: Spot::Cell {
                    sheet: sheet.clone(),
                    cell: format!("{}{}", letters(index.unwrap_or(0)), origin.row),
                },
            },
        }
    }
}

/// Where the lines of a text start: every so many of them, so that rows need not keep it.
#[derive(Debug, Clone)]
struct Lines(Vec<usize>);

impl Lines {
    /// A start is kept for one line in so many.
    const STEP: usize = 256;

    fn of(text: &str) -> Self {
        let ends = memchr_iter(b'\n', text.as_bytes());
        let starts = ends.skip(Self::STEP - 1).step_by(Self::STEP);
        Self(
            std::iter::once(0)
                .chain(starts.map(|end| end + 1))
                .collect(),
        )
    }

    /// The byte where a line starts, counted from 1; the end of the text where there is none.
    fn start(&self, text: &str, line: usize) -> usize {
        let above = line.saturating_sub(1);
        let Some(known) = self.0.get(above / Self::STEP) else {
            return text.len();
        };
        match above % Self::STEP {
            0 => *known,
            left => memchr_iter(b'\n', &text.as_bytes()[*known..])
                .nth(left - 1)
                .map_or(text.len(), |end| known + end + 1),
        }
    }
}

/// The bytes of field number `index` of the record that starts at `start`, quotes included.
///
/// Quoting as in RFC 4180: a delimiter or line break inside double quotes belongs to the field, and
/// a field is quoted only where it starts with a quotation mark.
#[must_use]
pub fn field(text: &str, start: usize, delimiter: u8, index: usize) -> (usize, usize) {
    let bytes = text.as_bytes();
    let mut at = start.min(bytes.len());
    let mut field_start = at;
    let mut left = index;
    let mut quoted = false;
    let mut opened = false;
    while at < bytes.len() {
        match bytes[at] {
            b'"' if opened || at == field_start => {
                opened = true;
                quoted = !quoted;
            }
            byte if !quoted && (byte == delimiter || byte == b'\n') => {
                if left == 0 || byte == b'\n' {
                    break;
                }
                left -= 1;
                field_start = at + 1;
                opened = false;
            }
            _ => {}
        }
        at += 1;
    }
    let end = if bytes.get(at.wrapping_sub(1)) == Some(&b'\r') && at > field_start {
        at - 1
    } else {
        at
    };
    (field_start, end)
}

fn line(text: &str, start: usize) -> (usize, usize) {
    let start = start.min(text.len());
    let end = text
        .as_bytes()
        .iter()
        .skip(start)
        .position(|byte| *byte == b'\n')
        .map_or(text.len(), |length| start + length);
    (start, end)
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_field_is_found_behind_quoted_delimiters() {
        let text = "a,\"b,\"\"c\nd\",e\r\nf,g,h";
        assert_eq!(field(text, 0, b',', 1), (2, 11));
        assert_eq!(field(text, 0, b',', 2), (12, 13));
        assert_eq!(&text[15..], "f,g,h");
        assert_eq!(field(text, 15, b',', 2), (19, 20));
    }

    #[test]
    fn a_quotation_mark_inside_a_bare_field_quotes_nothing() {
        let text = "5\" pipa,b\nKab. \"A\",c\n";
        assert_eq!(field(text, 0, b',', 1), (8, 9));
        assert_eq!(field(text, 10, b',', 1), (19, 20));
    }

    #[test]
    fn every_line_is_found_by_its_number() {
        let text: String = (0..1_500)
            .map(|line| format!("{}\n", "x".repeat(line % 7)))
            .collect();
        let lines = Lines::of(&text);
        let mut start = 0;
        for (above, line) in text.split('\n').enumerate() {
            assert_eq!(lines.start(&text, above + 1), start);
            start += line.len() + 1;
        }
        assert_eq!(lines.start(&text, 1_502), text.len());
        assert_eq!(lines.start(&text, 1_000_000), text.len());
    }

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

    #[test]
    fn spreadsheet_columns_have_letters() {
        assert_eq!(letters(0), "A");
        assert_eq!(letters(25), "Z");
        assert_eq!(letters(26), "AA");
        assert_eq!(letters(702), "AAA");
    }
}
