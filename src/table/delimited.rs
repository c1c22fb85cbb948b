//! Delimited text and the cells in a record of it. The one splitter of the program.
//!
//! Quoting is that of RFC 4180: a cell is quoted only where it starts with a quotation mark, and a
//! quotation mark inside is written twice. What the standard does not allow is split as the `csv`
//! crate does it, and told: a quotation mark that is never closed, or text behind a closed one,
//! may swallow whole rows.

use std::ops::Range;
use std::sync::OnceLock;

use memchr::{memchr, memchr_iter, memchr2};

use super::cell::Fault;

/// A text that is understood as a table. Every line ends in a line feed, with or without a carriage
/// return before it; a carriage return stands nowhere else outside quotation marks.
#[derive(Debug)]
pub(crate) struct Delimited {
    pub(super) text: String,
    pub(super) delimiter: u8,
    /// Byte where the header starts.
    pub(crate) start: usize,
    lines: OnceLock<Lines>,
}

impl Delimited {
    pub(crate) fn new(text: String, delimiter: u8, start: usize) -> Self {
        Self {
            text,
            delimiter,
            start,
            lines: OnceLock::new(),
        }
    }

    /// How many lines stand above the header.
    pub(super) fn above(&self) -> usize {
        memchr_iter(b'\n', &self.text.as_bytes()[..self.start]).count()
    }

    /// The byte where a line starts.
    pub(super) fn line(&self, line: usize) -> usize {
        let lines = self.lines.get_or_init(|| Lines::of(&self.text));
        lines.start(&self.text, line)
    }

    pub(super) fn delimiter_shown(&self) -> String {
        match self.delimiter {
            b'\t' => "tab".to_owned(),
            delimiter => char::from(delimiter).to_string(),
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

/// A cell of a text, by its bytes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Written {
    /// All of it, quotation marks included.
    pub(super) written: Range<usize>,
    /// What stands inside the quotation marks; all of it where they are wrong.
    pub(super) text: Range<usize>,
    /// Whether quotation marks are written twice inside.
    pub(super) is_doubled: bool,
    pub(super) fault: Option<Fault>,
}

/// The cells of the record that starts where `range` does, and ends with it at the latest.
pub(super) fn fields(text: &str, range: Range<usize>, delimiter: u8) -> Fields<'_> {
    Fields {
        bytes: &text.as_bytes()[..range.end],
        at: range.start,
        delimiter,
        is_over: false,
    }
}

/// Walks over the cells of one record.
pub(super) struct Fields<'t> {
    bytes: &'t [u8],
    at: usize,
    delimiter: u8,
    is_over: bool,
}

impl Fields<'_> {
    /// The byte behind the line that ended the record, once all cells were seen.
    pub(super) fn behind(&self) -> usize {
        self.at.min(self.bytes.len())
    }

    /// Where the cell ends of which `from` is outside quotation marks.
    fn end(&self, from: usize) -> usize {
        let rest = &self.bytes[from..];
        match memchr2(self.delimiter, b'\n', rest) {
            Some(length) if rest[length] == b'\n' && rest[..length].last() == Some(&b'\r') => {
                from + length - 1
            }
            Some(length) => from + length,
            None => self.bytes.len(),
        }
    }

    /// The closing quotation mark of a cell that opens at `open`, and whether there are any written
    /// twice before it.
    fn close(&self, open: usize) -> (Option<usize>, bool) {
        let mut from = open + 1;
        let mut is_doubled = false;
        while let Some(length) = memchr(b'"', &self.bytes[from..]) {
            let at = from + length;
            if self.bytes.get(at + 1) != Some(&b'"') {
                return (Some(at), is_doubled);
            }
            is_doubled = true;
            from = at + 2;
        }
        (None, is_doubled)
    }
}

impl Iterator for Fields<'_> {
    type Item = Written;

    fn next(&mut self) -> Option<Written> {
        if self.is_over {
            return None;
        }
        let start = self.at;
        let field = if self.bytes.get(start) == Some(&b'"') {
            let (close, is_doubled) = self.close(start);
            let (end, close, fault) = match close {
                Some(close) => {
                    let end = self.end(close + 1);
                    let behind = &self.bytes[close + 1..end];
                    // A blank behind the quotation mark hides nothing.
                    let text = behind.iter().position(|it| !matches!(it, b' ' | b'\t'));
                    let fault = text.map(|text| Fault::Behind {
                        open: start,
                        text: close + 1 + text,
                    });
                    (end, close, fault)
                }
                None => {
                    let end = self.bytes.len();
                    (end, end, Some(Fault::Unclosed { open: start }))
                }
            };
            // What is wrong is not taken for what it may have been meant to be.
            let text = if fault.is_some() {
                start..end
            } else {
                start + 1..close
            };
            Written {
                written: start..end,
                text,
                is_doubled,
                fault,
            }
        } else {
            let end = self.end(start);
            Written {
                written: start..end,
                text: start..end,
                is_doubled: false,
                fault: None,
            }
        };
        let end = field.written.end;
        let sign = self.bytes.get(end);
        self.is_over = sign != Some(&self.delimiter);
        self.at = end + if sign == Some(&b'\r') { 2 } else { 1 };
        Some(field)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn cells(text: &str) -> Vec<Written> {
        fields(text, 0..text.len(), b',').collect()
    }

    #[test]
    fn a_fault_points_at_its_quotation_mark() {
        let fault = |text: &str| cells(text).into_iter().find_map(|cell| cell.fault);
        assert_eq!(fault("a,\"b"), Some(Fault::Unclosed { open: 2 }));
        assert_eq!(fault("a,\"b\"\""), Some(Fault::Unclosed { open: 2 }));
        assert_eq!(fault("\""), Some(Fault::Unclosed { open: 0 }));
        assert_eq!(fault("\"a\" b,c"), Some(Fault::Behind { open: 0, text: 4 }));
        assert_eq!(fault("\"a\"\n\"b"), None, "is the next record's");
        assert_eq!(fault("\"a\"  ,\"b\"\t\r\n"), None);
    }

    #[test]
    fn a_cell_is_found_behind_quoted_delimiters() {
        let text = "a,\"b,\"\"c\nd\",e\r\nf,g,h";
        let found: Vec<_> = cells(text).into_iter().map(|cell| cell.written).collect();
        assert_eq!(found, [0..1, 2..11, 12..13]);
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
}
