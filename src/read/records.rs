//! The records of delimited text, each with its place, and the cells in a record.
//!
//! The `csv` crate splits the records. It passes over a quotation mark that is never closed, and
//! over text behind a closed one, and may so swallow whole rows; [`Cells`] walks over the same
//! bytes to find that, and to point at cells.

use std::ops::Range;

use csv::{ReaderBuilder, StringRecord};
use memchr::memchr;

use crate::read::header::Layout;
use crate::read::{At, trim};

/// The records of a text, empty lines left out.
pub(crate) struct Records<'t> {
    text: &'t str,
    delimiter: u8,
    start: usize,
    lines: usize,
    /// Whether there is a quotation mark at all.
    quotes: bool,
    reader: csv::Reader<&'t [u8]>,
    cells: StringRecord,
}

/// One record, lent until the next is read.
pub(crate) struct Record<'r> {
    pub(crate) cells: &'r StringRecord,
    pub(crate) at: At,
    /// Byte behind the record.
    pub(crate) end: usize,
    pub(crate) fault: Option<Fault>,
}

impl<'t> Records<'t> {
    /// The records of a range of the text, in front of which there are `lines` lines.
    pub(crate) fn new(text: &'t str, delimiter: u8, range: Range<usize>, lines: usize) -> Self {
        let start = range.start;
        let bytes = &text.as_bytes()[range];
        let reader = ReaderBuilder::new()
            .delimiter(delimiter)
            .has_headers(false)
            // Rows of another length are an error of ours, with a place and both counts.
            .flexible(true)
            .from_reader(bytes);
        Self {
            text,
            delimiter,
            start,
            lines,
            quotes: memchr(b'"', bytes).is_some(),
            reader,
            cells: StringRecord::new(),
        }
    }

    pub(crate) fn next(&mut self) -> Option<Record<'_>> {
        let position = self.reader.position();
        let mut byte = self.start + usize::try_from(position.byte()).ok()?;
        let mut row = self.lines + usize::try_from(position.line()).ok()?;
        // Reading from memory cannot fail, and pieces of valid UTF-8 cut at ASCII are valid.
        if !self.reader.read_record(&mut self.cells).unwrap_or(false) {
            return None;
        }
        let bytes = self.text.as_bytes();
        // The reader is still before the line feed of `\r\n` and before empty lines.
        while let Some(end @ (b'\r' | b'\n')) = bytes.get(byte) {
            row += usize::from(*end == b'\n');
            byte += 1;
        }
        let end = self.start + usize::try_from(self.reader.position().byte()).ok()?;
        let is_quoted = || memchr(b'"', bytes.get(byte..end).unwrap_or_default()).is_some();
        let fault = if self.quotes && is_quoted() {
            Cells::of(self.text, byte, self.delimiter).find_map(|cell| cell.fault)
        } else {
            None
        };
        Some(Record {
            cells: &self.cells,
            at: At {
                row,
                byte,
                cell: None,
            },
            end,
            fault,
        })
    }
}

impl<'r> Record<'r> {
    pub(crate) fn cell(&self, index: usize) -> &'r str {
        self.cells.get(index).unwrap_or_default()
    }

    pub(crate) fn is_blank(&self) -> bool {
        self.cells.iter().all(|cell| trim(cell).is_empty())
    }

    /// Whether the row has a cell for every header, and beyond the header nothing but empty ones.
    pub(crate) fn fits(&self, layout: &Layout) -> bool {
        let found = self.cells.len();
        found >= layout.needed
            && (layout.width..found).all(|index| trim(self.cell(index)).is_empty())
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

/// A cell as it stands in the text, quotation marks included.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Cell {
    pub(crate) start: usize,
    pub(crate) end: usize,
    pub(crate) fault: Option<Fault>,
}

/// Walks over the cells of one record as the `csv` crate splits them: a quotation mark quotes
/// only at the start of a cell, and is written twice inside.
pub(crate) struct Cells<'t> {
    bytes: &'t [u8],
    at: usize,
    delimiter: u8,
    is_over: bool,
}

impl<'t> Cells<'t> {
    pub(crate) fn of(text: &'t str, start: usize, delimiter: u8) -> Self {
        Self {
            bytes: text.as_bytes(),
            at: start,
            delimiter,
            is_over: false,
        }
    }

    fn seek(&self, from: usize, wanted: impl Fn(u8) -> bool) -> usize {
        let rest = self.bytes.get(from..).unwrap_or_default();
        rest.iter()
            .position(|byte| wanted(*byte))
            .map_or(self.bytes.len(), |length| from + length)
    }

    /// The byte behind the closing quotation mark of a cell that opens at `open`.
    fn closed(&self, open: usize) -> Option<usize> {
        let mut at = open + 1;
        loop {
            at = self.seek(at, |byte| byte == b'"') + 1;
            match self.bytes.get(at) {
                _ if at > self.bytes.len() => return None,
                Some(b'"') => at += 1,
                _ => return Some(at),
            }
        }
    }
}

impl Iterator for Cells<'_> {
    type Item = Cell;

    fn next(&mut self) -> Option<Cell> {
        if self.is_over {
            return None;
        }
        let start = self.at;
        let delimiter = self.delimiter;
        let ends = |byte: u8| byte == delimiter || byte == b'\n' || byte == b'\r';
        let mut fault = None;
        let end = if self.bytes.get(start) == Some(&b'"') {
            match self.closed(start) {
                Some(behind) => {
                    let end = self.seek(behind, ends);
                    // A blank behind the quotation mark hides nothing.
                    let text = self.seek(behind, |byte| !matches!(byte, b' ' | b'\t'));
                    if text < end {
                        fault = Some(Fault::Behind { open: start, text });
                    }
                    end
                }
                None => {
                    fault = Some(Fault::Unclosed { open: start });
                    self.bytes.len()
                }
            }
        } else {
            self.seek(start, ends)
        };
        self.is_over = self.bytes.get(end) != Some(&delimiter);
        self.at = end + 1;
        Some(Cell { start, end, fault })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_fault_points_at_its_quotation_mark() {
        let fault = |text: &str| Cells::of(text, 0, b',').find_map(|cell| cell.fault);
        assert_eq!(fault("a,\"b"), Some(Fault::Unclosed { open: 2 }));
        assert_eq!(fault("a,\"b\"\""), Some(Fault::Unclosed { open: 2 }));
        assert_eq!(fault("\""), Some(Fault::Unclosed { open: 0 }));
        assert_eq!(fault("\"a\" b,c"), Some(Fault::Behind { open: 0, text: 4 }));
        assert_eq!(fault("\"a\"\n\"b"), None, "is the next record's");
        assert_eq!(fault("\"a\"  ,\"b\"\t\r\n"), None);
    }

    /// All texts of up to five of the letters that matter: both must see the same cells.
    #[test]
    fn the_walk_agrees_with_the_csv_crate_on_every_short_text() {
        const LETTERS: [char; 5] = ['"', ',', '\n', '\r', 'a'];
        for length in 0..=5 {
            for number in 0..LETTERS.len().pow(length) {
                let mut left = number;
                let text: String = (0..length)
                    .map(|_| {
                        let letter = LETTERS[left % LETTERS.len()];
                        left /= LETTERS.len();
                        letter
                    })
                    .collect();
                let mut records = Records::new(&text, b',', 0..text.len(), 0);
                while let Some(record) = records.next() {
                    let spans = Cells::of(&text, record.at.byte, b',');
                    let read: Vec<String> = spans.map(|span| bare(&text, span)).collect();
                    let cells: Vec<&str> = record.cells.iter().collect();
                    assert!(
                        record.fault.is_some() || read == cells,
                        "{text:?}: {read:?}"
                    );
                }
            }
        }
    }

    fn bare(text: &str, span: Cell) -> String {
        let raw = &text[span.start..span.end];
        match raw.strip_prefix('"').and_then(|raw| raw.strip_suffix('"')) {
            Some(quoted) => quoted.replace("\"\"", "\""),
            None => raw.to_owned(),
        }
    }
}
