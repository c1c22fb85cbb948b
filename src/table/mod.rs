//! A table: cells with their place, their text and their type, of any source.
//!
//! Readers make tables ([`crate::read`]), and what a table means is asked of the table alone: no
//! shape on it knows a file format. Two bodies stand behind it. A delimited text stays the text it
//! is, and its rows are split off as they are walked over, each time anew, so that a table of
//! millions of rows costs its text and nothing more. A [`Sheet`] holds cells that the source
//! itself has typed.

mod amended;
mod cell;
mod delimited;
mod parts;
mod rows;
mod sheet;

use std::fmt::Write as _;
use std::ops::Range;
use std::sync::OnceLock;

use sha2::{Digest as _, Sha256};

use crate::problem::{Locate, Place, Problem, Spot};
use crate::text::say;

pub(crate) use crate::text::cell_name;
pub use amended::Amendment;
pub use cell::{At, Cell, Kind};
pub(crate) use cell::{Extent, Row};
pub(crate) use delimited::Delimited;
pub(crate) use parts::{Part, in_order};
pub(crate) use rows::Rows;
pub(crate) use sheet::column_of_letters;
pub use sheet::{Merged, Sheet};

use amended::Amended;
use cell::Fault;
use delimited::fields;

/// Placed, typed cells of a source.
#[derive(Debug)]
pub struct Table {
    name: String,
    sha256: OnceLock<String>,
    body: Body,
    /// What is read in place of what stands in the source.
    amended: Amended,
    /// Sheets of the same source that are hidden, and of which there are no tables.
    hidden: Vec<String>,
}

#[derive(Debug)]
enum Body {
    Text(Delimited),
    Sheet(Sheet),
}

impl Table {
    /// The table in a text; `sha256` is that of the bytes of the source where the text is made of
    /// others.
    pub(crate) fn delimited(name: &str, text: Delimited, sha256: Option<String>) -> Self {
        Self {
            name: name.to_owned(),
            sha256: sha256.map(OnceLock::from).unwrap_or_default(),
            body: Body::Text(text),
            amended: Amended::default(),
            hidden: Vec::new(),
        }
    }

    /// A sheet of the workbook `name`, whose bytes have this SHA-256.
    #[must_use]
    pub fn sheet(name: &str, sheet: Sheet, sha256: String) -> Self {
        Self {
            name: name.to_owned(),
            sha256: OnceLock::from(sha256),
            body: Body::Sheet(sheet),
            amended: Amended::default(),
            hidden: Vec::new(),
        }
    }

    /// The same table as the first of a source with hidden sheets.
    #[must_use]
    pub fn beside_hidden(mut self, names: Vec<String>) -> Self {
        self.hidden = names;
        self
    }

    /// Sheets of the same source that are hidden, known to its first table.
    pub(crate) fn hidden(&self) -> &[String] {
        &self.hidden
    }

    /// The same table with other texts in some cells; of two for one cell the later one counts.
    #[must_use]
    pub fn amended(mut self, all: impl IntoIterator<Item = Amendment>) -> Self {
        all.into_iter().for_each(|it| self.amended.add(it));
        self
    }

    /// What is merged over several columns of a sheet.
    pub(crate) fn merged_across(&self) -> &[Merged] {
        match &self.body {
            Body::Sheet(sheet) => sheet.across(),
            Body::Text(_) => &[],
        }
    }

    /// The source as the user named it.
    #[must_use]
    pub fn name(&self) -> &str {
        &self.name
    }

    /// The name of the sheet, where the source has sheets.
    #[must_use]
    pub fn sheet_name(&self) -> Option<&str> {
        match &self.body {
            Body::Text(_) => None,
            Body::Sheet(sheet) => Some(sheet.name()),
        }
    }

    /// How many columns a sheet has; a text has as many as its header.
    pub(crate) fn width(&self) -> usize {
        match &self.body {
            Body::Text(_) => 0,
            Body::Sheet(sheet) => sheet.width(),
        }
    }

    /// The hexadecimal SHA-256 of the bytes of the source. Of a large text it takes time, so it is
    /// found when it is asked for, once.
    #[must_use]
    pub fn sha256(&self) -> &str {
        self.sha256.get_or_init(|| match &self.body {
            Body::Text(body) => sha256(body.text.as_bytes()),
            Body::Sheet(_) => String::new(),
        })
    }

    /// All rows, the header first; empty lines are left out.
    pub(crate) fn rows(&self) -> Rows<'_> {
        let (start, end, lines) = match &self.body {
            Body::Text(body) => (body.start, body.text.len(), body.above()),
            Body::Sheet(sheet) => (0, sheet.len(), 0),
        };
        self.rows_of(Part { start, end, lines })
    }

    /// The rows of a part.
    pub(crate) fn rows_of(&self, part: Part) -> Rows<'_> {
        let rows = match &self.body {
            Body::Text(body) => {
                let range = part.start..part.end;
                Rows::of_text(&body.text, body.delimiter, range, part.lines)
            }
            Body::Sheet(sheet) => Rows::of_sheet(sheet, part.start..part.end),
        };
        rows.under(&self.amended)
    }

    /// The rows behind one that ends at `start`, cut into parts worth a processor each.
    pub(crate) fn parts(&self, start: usize) -> Vec<Part> {
        self.parts_between(start, None)
    }

    /// All rows from one on, uncut, for a look at the first of them: the lines above are not counted.
    pub(crate) fn from(&self, start: usize) -> Part {
        let end = match &self.body {
            Body::Text(body) => body.text.len(),
            Body::Sheet(sheet) => sheet.len(),
        };
        let lines = 0;
        Part { start, end, lines }
    }

    /// As [`Self::parts`], up to where another row begins.
    pub(crate) fn parts_between(&self, start: usize, end: Option<usize>) -> Vec<Part> {
        match &self.body {
            Body::Text(body) => {
                let text = &body.text[..end.unwrap_or(body.text.len())];
                parts::parts(text, body.delimiter, start, parts::SIZE)
            }
            Body::Sheet(sheet) => vec![Part {
                start,
                end: end.unwrap_or(sheet.len()),
                lines: 0,
            }],
        }
    }

    /// Whether its rows are counted by the lines of a text.
    pub(crate) fn is_text(&self) -> bool {
        matches!(self.body, Body::Text(_))
    }

    /// Whether the table has enough in it to make a second processor worth while.
    pub(crate) fn is_large(&self) -> bool {
        matches!(&self.body, Body::Text(body) if body.text.len() > parts::SIZE)
    }

    /// The place of a cell, or of a whole row; of a cell that is read otherwise, where that is said.
    #[must_use]
    pub fn place(&self, at: At) -> Place {
        if let Some(place) = self.amended.place(at) {
            return place.clone();
        }
        match &self.body {
            Body::Text(body) => {
                let start = body.line(at.row);
                let mut fields = fields(&body.text, start..body.text.len(), body.delimiter);
                match at.cell.and_then(|index| fields.nth(index)) {
                    Some(field) => self.stretch(body, at.row, start, field.written),
                    None => self.stretch(body, at.row, start, start..body.text.len()),
                }
            }
            Body::Sheet(sheet) => Place {
                file: self.name.clone(),
                spot: sheet.spot(at),
            },
        }
    }

    /// As [`Place::in_text`], which counts lines from the top of the text and would take time in
    /// the square of the length for a file with a mistake in every row.
    fn stretch(&self, body: &Delimited, row: usize, start: usize, bytes: Range<usize>) -> Place {
        let from = body.text.get(start..).unwrap_or_default();
        let [first, last] = [bytes.start, bytes.end].map(|at| at - start);
        let mut place = Place::in_text(&self.name, from, first, last);
        if let Spot::Text { line, .. } = &mut place.spot {
            *line += row.saturating_sub(1);
        }
        place
    }

    /// What is wrong with a row that is not whole.
    pub(crate) fn wrong(&self, row: &Row<'_>, extent: Extent) -> Problem {
        if let (Some(fault), Body::Text(body)) = (row.fault, &self.body) {
            let at = |byte| self.stretch(body, row.at.row, row.span.start, byte..byte + 1);
            let problem = match fault {
                Fault::Unclosed { open } => Problem::error(say::unclosed_quote()).at(at(open)),
                Fault::Behind { open, text } => Problem::error(say::text_behind_quote())
                    .at(at(text))
                    .help(say::quote_opened_at(at(open).short())),
            };
            return problem.help(say::double_quote());
        }
        let (width, found) = (extent.width, row.len());
        let mut problem = Problem::error(say::ragged_row(width, found)).at(self.place(row.at));
        if let Body::Text(body) = &self.body {
            if found > width {
                problem = problem.help(say::quote_delimiter(body.delimiter_shown()));
            }
            if body.text[row.span.clone()].trim_end().contains('\n') {
                problem = problem.help(say::row_spans_lines());
            }
        }
        problem
    }
}

impl Locate for Table {
    fn place(&self, row: usize, cell: Option<usize>) -> Place {
        self.place(At { row, cell })
    }

    fn row(&self, row: usize) -> Option<String> {
        let Body::Sheet(sheet) = &self.body else {
            return None;
        };
        let at = sheet.position(row)?;
        let part = Part {
            start: at,
            end: at + 1,
            lines: 0,
        };
        let mut rows = self.rows_of(part);
        let found = rows.next()?;
        let texts: Vec<&str> = found.texts().collect();
        Some(texts.join("\t"))
    }

    fn column(&self, index: usize) -> Vec<(usize, String)> {
        let mut rows = self.rows();
        let mut out = Vec::new();
        while let Some(row) = rows.next() {
            out.push((row.at.row, row.text(index).to_owned()));
        }
        out
    }
}

/// The hexadecimal SHA-256 of an input.
pub(crate) fn sha256(bytes: &[u8]) -> String {
    let mut out = String::with_capacity(64);
    for byte in Sha256::digest(bytes) {
        let _ = write!(out, "{byte:02x}");
    }
    out
}
