//! `.ods`: one part holds all sheets, with rows and cells that stand for many.

use std::collections::BTreeSet;

use crate::problem::Problem;
use crate::read::form::MARK;
use crate::table::Merged;
use crate::text::{say, shown};

use super::archive::{Archive, encrypted, refused};
use super::grid::{Budget, Grid, MOST_OF_CELL, Value};
use super::xml::{Node, Tag, Xml, too_large};
use super::{Found, Pages};

/// What the name of a sheet's part is.
const CONTENT: &str = "content.xml";

/// Whether the archive is one.
pub(super) fn is_one(archive: &Archive<'_>) -> bool {
    archive.has(CONTENT) && archive.has("mimetype") | archive.has("meta-inf/manifest.xml")
}

/// Reads all visible sheets.
pub(super) fn read(archive: &mut Archive<'_>) -> Result<Pages, Vec<Problem>> {
    let file = archive.file;
    if let Some(mut xml) = archive.part("meta-inf/manifest.xml")? {
        loop {
            match xml.next()? {
                Node::Start(tag) if tag.name() == "encryption-data" => return Err(encrypted(file)),
                Node::Over => break,
                _ => {}
            }
        }
    }
    let mut pages = Pages::default();
    let mut budget = Budget::default();
    let Some(mut xml) = archive.part(CONTENT)? else {
        return Ok(pages);
    };
    let mut hidden: BTreeSet<String> = BTreeSet::new();
    let mut style = String::new();
    let mut is_spreadsheet = false;
    loop {
        match xml.next()? {
            Node::Start(tag) => match tag.name() {
                "spreadsheet" => is_spreadsheet = true,
                "style" => style = tag.get("name").unwrap_or_default(),
                "table-properties" if tag.get("display").is_some_and(|it| it == "false") => {
                    hidden.insert(style.clone());
                }
                "table" => {
                    let name = tag.get("name").unwrap_or_default();
                    let style = tag.get("style-name").unwrap_or_default();
                    if hidden.contains(&style) && name != MARK {
                        pages.hidden.push(name);
                        xml.skip()?;
                    } else {
                        let mut reading = Reading::new(file, &name);
                        pages.has_comments |= reading.table(&mut xml, &mut budget)?;
                        let made = reading.grid.finish(&mut budget)?;
                        let found = made.map(|(sheet, said)| Found { sheet, said });
                        pages.found.extend(found);
                    }
                }
                _ => {}
            },
            Node::Over => break,
            _ => {}
        }
    }
    match is_spreadsheet {
        true => Ok(pages),
        false => Err(refused(file, say::workbook_without_sheets())),
    }
}

/// A cell as it stands, which may stand for several.
struct Held {
    column: usize,
    times: usize,
    value: Value,
    /// How many rows are merged.
    spanned: usize,
    /// How many columns are merged.
    wide: usize,
}

/// A sheet that is being read.
struct Reading<'f> {
    grid: Grid<'f>,
    file: &'f str,
    name: String,
    row: usize,
    column: usize,
    /// The cells of the row so far that hold anything.
    held: Vec<Held>,
}

impl<'f> Reading<'f> {
    fn new(file: &'f str, name: &str) -> Self {
        Self {
            grid: Grid::new(file, name),
            file,
            name: name.to_owned(),
            row: 1,
            column: 0,
            held: Vec::new(),
        }
    }

    /// Reads on to the end of the table; says whether any cell has a comment.
    fn table(&mut self, xml: &mut Xml<'_, '_>, budget: &mut Budget) -> Result<bool, Vec<Problem>> {
        let mut has_comments = false;
        let (mut times, mut is_hidden) = (1, false);
        let mut columns = 0;
        loop {
            match xml.next()? {
                Node::Start(tag) => match tag.name() {
                    "table-column" => {
                        let count = repeated(&tag, "number-columns-repeated");
                        if is_out_of_sight(&tag) {
                            self.grid.hidden_columns(columns, columns + count - 1);
                        }
                        columns = columns.saturating_add(count);
                    }
                    "table-row" => {
                        times = repeated(&tag, "number-rows-repeated");
                        is_hidden = is_out_of_sight(&tag);
                        self.column = 0;
                        self.held.clear();
                    }
                    "table-cell" | "covered-table-cell" => {
                        let is_covered = tag.name() == "covered-table-cell";
                        let cell = Cell::of(&tag);
                        let (text, comment) = text(xml, self.file)?;
                        has_comments |= comment;
                        // What merged cells cover is not shown.
                        if !is_covered {
                            self.hold(&cell, text);
                        }
                        self.column = self.column.saturating_add(cell.times);
                    }
                    // Shapes may hold tables of their own.
                    "shapes" | "dde-links" | "forms" => xml.skip()?,
                    _ => {}
                },
                Node::End(name) if name == "table-row" => {
                    self.end_row(times, is_hidden, budget)?;
                }
                Node::End(name) if name == "table" => return Ok(has_comments),
                Node::Over => return Ok(has_comments),
                _ => {}
            }
        }
    }

    fn hold(&mut self, cell: &Cell, text: String) {
        let value = cell.value(text);
        if value.text.is_empty() {
            return;
        }
        self.held.push(Held {
            column: self.column,
            times: cell.times,
            value,
            spanned: cell.spanned,
            wide: cell.wide,
        });
    }

    /// Adds the row, as often as it stands there.
    fn end_row(
        &mut self,
        times: usize,
        is_hidden: bool,
        budget: &mut Budget,
    ) -> Result<(), Vec<Problem>> {
        let first = self.row;
        self.row = self.row.saturating_add(times);
        if self.held.is_empty() {
            return Ok(());
        }
        for row in first..self.row {
            for held in &self.held {
                for again in 0..held.times {
                    let at = (row, held.column.saturating_add(again));
                    self.grid.cell(at, &held.value, budget)?;
                }
                if held.spanned > 1 || held.wide > 1 {
                    self.grid.merged(Merged {
                        top: row,
                        bottom: row.saturating_add(held.spanned - 1),
                        column: held.column,
                        last: held.column.saturating_add(held.wide - 1),
                    });
                }
            }
            if is_hidden {
                self.grid.hidden_row(row);
            }
            // A row that repeats without end meets the limit of cells or of the grid.
            if row > 1 << 20 {
                let sentence = say::workbook_outside_grid(shown(&self.name));
                return Err(refused(self.file, sentence));
            }
        }
        Ok(())
    }
}

/// How often something stands there.
fn repeated(tag: &Tag<'_>, name: &str) -> usize {
    let count = tag.count(name).unwrap_or(1).max(1);
    usize::try_from(count).unwrap_or(usize::MAX)
}

fn is_out_of_sight(tag: &Tag<'_>) -> bool {
    tag.get("visibility").is_some_and(|it| it != "visible")
}

/// What the tag of a cell says.
struct Cell {
    kind: String,
    value: Option<String>,
    is_formula: bool,
    times: usize,
    spanned: usize,
    wide: usize,
}

impl Cell {
    fn of(tag: &Tag<'_>) -> Self {
        let kind = tag.get("value-type").unwrap_or_default();
        let name = match &*kind {
            "date" => "date-value",
            "boolean" => "boolean-value",
            "string" => "string-value",
            _ => "value",
        };
        Self {
            value: tag.get(name),
            is_formula: tag.get("formula").is_some(),
            times: repeated(tag, "number-columns-repeated"),
            spanned: repeated(tag, "number-rows-spanned"),
            wide: repeated(tag, "number-columns-spanned"),
            kind,
        }
    }

    /// What the cell says, which shows `text`.
    fn value(&self, text: String) -> Value {
        let number = || self.value.as_deref()?.trim().parse::<f64>().ok();
        let number = || number().filter(|it| it.is_finite());
        match &*self.kind {
            "" if self.is_formula && text.is_empty() => Value::uncalculated(),
            "float" | "currency" => match number() {
                Some(number) => Value::number(number, last_zero(&text, number)),
                None => Value::text(text),
            },
            "percentage" => number().map_or_else(|| Value::text(text), Value::percent),
            "date" => match self.value.as_deref().and_then(|it| it.get(..10)) {
                Some(day) => Value::date(day.to_owned()),
                None => Value::text(text),
            },
            "boolean" => Value::yes_no(self.value.as_deref() == Some("true")),
            "string" => Value::text(self.value.clone().unwrap_or(text)),
            _ => Value::text(text),
        }
    }
}

/// The text that a number is shown by, where it is the same number: `16,10` for 16.1.
fn last_zero(text: &str, number: f64) -> String {
    let text = text.replace(',', ".");
    let is_plain = text.bytes().all(|it| it.is_ascii_digit() || it == b'.');
    let is_same = is_plain
        && text
            .parse::<f64>()
            .is_ok_and(|it| (it - number).abs() <= 0.0);
    if is_same { text } else { String::new() }
}

/// The paragraphs inside a cell, up to its end, and whether a comment stands there too.
fn text(xml: &mut Xml<'_, '_>, file: &str) -> Result<(String, bool), Vec<Problem>> {
    let mut out = String::new();
    let mut has_comment = false;
    let (mut depth, mut paragraphs) = (0_usize, 0_usize);
    loop {
        match xml.next()? {
            Node::Start(tag) => match tag.name() {
                "annotation" => {
                    has_comment = true;
                    xml.skip()?;
                }
                "p" => {
                    if paragraphs > 0 {
                        out.push('\n');
                    }
                    (paragraphs, depth) = (paragraphs + 1, depth + 1);
                }
                "s" if depth > 0 => {
                    let count = repeated(&tag, "c").min(MOST_OF_CELL);
                    out.extend(std::iter::repeat_n(' ', count));
                }
                "tab" if depth > 0 => out.push('\t'),
                "line-break" if depth > 0 => out.push('\n'),
                "span" | "a" => {}
                _ => xml.skip()?,
            },
            Node::Text(text) if depth > 0 => out.push_str(&text),
            Node::End(name) => match &*name {
                "p" => depth = depth.saturating_sub(1),
                "table-cell" | "covered-table-cell" => return Ok((out, has_comment)),
                _ => {}
            },
            Node::Over => return Ok((out, has_comment)),
            Node::Text(_) => {}
        }
        if out.len() > MOST_OF_CELL {
            return Err(too_large(file));
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_number_keeps_the_zero_that_is_shown() {
        assert_eq!(last_zero("16,10", 16.1), "16.10");
        assert_eq!(last_zero("2,74", 2.738), "");
        assert_eq!(last_zero("1.234", 1234.0), "");
        assert_eq!(last_zero("Rp 5", 5.0), "");
    }
}
