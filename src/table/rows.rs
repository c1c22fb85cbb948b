//! Walks over the rows of a table.

use std::ops::Range;

use memchr::memchr_iter;

use super::amended::Amended;
use super::cell::{At, Field, Kind, Row};
use super::delimited::fields;
use super::sheet::Sheet;

/// Walks over rows.
pub(crate) struct Rows<'t> {
    body: Body<'t>,
    /// Where the next row is looked for.
    at: usize,
    end: usize,
    fields: Vec<Field>,
    /// The cells of a row in which quotation marks are written twice.
    plain: String,
    /// What is read in place of what stands there, if anything is.
    amended: Option<&'t Amended>,
    /// The cells of a row in which something is.
    patched: (String, Vec<Field>),
}

enum Body<'t> {
    Text {
        text: &'t str,
        delimiter: u8,
        /// The line at `at`, from 1.
        line: usize,
    },
    Sheet(&'t Sheet),
}

impl<'t> Rows<'t> {
    /// The rows in a range of a text, in front of which there are `above` lines.
    pub(crate) fn of_text(text: &'t str, delimiter: u8, range: Range<usize>, above: usize) -> Self {
        let line = above + 1;
        let body = Body::Text {
            text,
            delimiter,
            line,
        };
        Self::of(body, range)
    }

    pub(super) fn of_sheet(sheet: &'t Sheet, range: Range<usize>) -> Self {
        Self::of(Body::Sheet(sheet), range)
    }

    fn of(body: Body<'t>, range: Range<usize>) -> Self {
        Self {
            body,
            at: range.start,
            end: range.end,
            fields: Vec::new(),
            plain: String::new(),
            amended: None,
            patched: (String::new(), Vec::new()),
        }
    }

    /// The same rows with what is read in place of what stands there.
    pub(super) fn under(self, amended: &'t Amended) -> Self {
        let amended = Some(amended).filter(|it| !it.is_empty());
        Self { amended, ..self }
    }

    pub(crate) fn next(&mut self) -> Option<Row<'_>> {
        let (text, delimiter, line) = match &mut self.body {
            Body::Sheet(sheet) => {
                let (row, fields) = sheet.get(self.at).filter(|_| self.at < self.end)?;
                let start = self.at;
                self.at += 1;
                let row = Row {
                    text: &sheet.text,
                    fields,
                    at: At { row, cell: None },
                    span: start..self.at,
                    fault: None,
                    is_open: true,
                };
                return Some(match self.amended {
                    Some(amended) => amended.row(row, &mut self.patched),
                    None => row,
                });
            }
            Body::Text {
                text,
                delimiter,
                line,
            } => (*text, *delimiter, line),
        };
        let bytes = &text.as_bytes()[..self.end];
        while let Some(end @ (b'\r' | b'\n')) = bytes.get(self.at) {
            *line += usize::from(*end == b'\n');
            self.at += 1;
        }
        let start = self.at;
        if start >= self.end {
            return None;
        }
        let at = At {
            row: *line,
            cell: None,
        };
        // Most rows quote nothing, and are split in one go.
        let behind = bare(bytes, start, delimiter, &mut self.fields);
        let mut fault = None;
        let mut is_doubled = false;
        if let Some(behind) = behind {
            self.at = behind;
            *line += 1;
        } else {
            self.fields.clear();
            let mut all = fields(text, start..self.end, delimiter);
            for field in &mut all {
                is_doubled |= field.is_doubled;
                fault = fault.or(field.fault);
                self.fields.push(Field {
                    start: field.text.start,
                    end: field.text.end,
                    kind: Kind::Text,
                });
            }
            self.at = all.behind();
            *line += memchr_iter(b'\n', &bytes[start..self.at]).count();
        }
        let cells = if is_doubled {
            self.plain.clear();
            for field in &mut self.fields {
                let from = self.plain.len();
                let written = &text[field.start..field.end];
                // A bare cell keeps its quotation marks.
                if bytes[..field.start].last() == Some(&b'"') {
                    self.plain.push_str(&written.replace("\"\"", "\""));
                } else {
                    self.plain.push_str(written);
                }
                (field.start, field.end) = (from, self.plain.len());
            }
            &self.plain
        } else {
            text
        };
        let row = Row {
            text: cells,
            fields: &self.fields,
            at,
            span: start..self.at,
            fault,
            is_open: false,
        };
        Some(match self.amended {
            Some(amended) => amended.row(row, &mut self.patched),
            None => row,
        })
    }
}

/// Splits the row that starts at `start` into `out` and gives the byte behind its line; nothing
/// where a cell is quoted. As [`fields`], but several times as fast where cells are short.
fn bare(bytes: &[u8], start: usize, delimiter: u8, out: &mut Vec<Field>) -> Option<usize> {
    let kind = Kind::Text;
    out.clear();
    let mut from = start;
    let mut end = start;
    for byte in &bytes[start..] {
        if *byte == delimiter {
            out.push(Field {
                start: from,
                end,
                kind,
            });
            from = end + 1;
        } else if *byte == b'\n' {
            break;
        } else if *byte == b'"' && end == from {
            return None;
        }
        end += 1;
    }
    let behind = (end + 1).min(bytes.len());
    if bytes[from..end].last() == Some(&b'\r') {
        end -= 1;
    }
    out.push(Field {
        start: from,
        end,
        kind,
    });
    Some(behind)
}

#[cfg(test)]
pub(super) mod tests {
    use csv::{ReaderBuilder, StringRecord};

    use super::*;

    /// All texts of up to so many of these letters.
    pub(in crate::table) fn short_texts(letters: &[&str], most: usize) -> Vec<String> {
        let mut all = vec![String::new()];
        let mut from = 0;
        for _ in 0..most {
            let longest = from..all.len();
            from = longest.end;
            for at in longest {
                let longer = letters.iter().map(|it| format!("{}{it}", all[at]));
                let longer: Vec<String> = longer.collect();
                all.extend(longer);
            }
        }
        all
    }

    #[test]
    fn a_quotation_mark_inside_a_bare_cell_quotes_nothing() {
        let text = "5\" pipa,b\nKab. \"A\",\"c\"\"\"\n";
        let mut rows = Rows::of_text(text, b',', 0..text.len(), 0);
        for expected in [["5\" pipa", "b"], ["Kab. \"A\"", "c\""]] {
            let row = rows.next().expect("a row");
            assert_eq!(row.texts().collect::<Vec<_>>(), expected);
        }
    }

    /// All texts of up to six of the letters that matter: the rows must be those of the `csv` crate.
    #[test]
    fn rows_are_those_of_the_csv_crate_for_every_short_text() {
        for text in short_texts(&["\"", ",", "\n", "\r\n", "a"], 6) {
            let mut theirs = ReaderBuilder::new()
                .has_headers(false)
                .flexible(true)
                .from_reader(text.as_bytes());
            let mut expected = StringRecord::new();
            let mut rows = Rows::of_text(&text, b',', 0..text.len(), 0);
            while let Some(row) = rows.next() {
                assert!(theirs.read_record(&mut expected).expect("is text"));
                let line = text[..row.span.start].matches('\n').count() + 1;
                assert_eq!(row.at.row, line, "{text:?}");
                assert_eq!(row.len(), expected.len(), "{text:?}");
                let found: Vec<&str> = (0..row.len()).map(|at| row.cell(at).written).collect();
                let same = expected.iter().eq(found.iter().copied());
                assert!(row.fault.is_some() || same, "{text:?}: {found:?}");
            }
            assert!(!theirs.read_record(&mut expected).expect("is text"));
        }
    }
}
