//! Documents and tables as sheets of a workbook.

use std::collections::BTreeSet;

use crate::stats::TOLERANCE;
use crate::text::{Lang, number, rounded, short_number};
use crate::view::book::{Cell as Seat, Format, Look, Sheet, Table as Framed, Width};
use crate::view::{Block, Cell, Content, Document, Number, Table, Tone};

/// A line of running text is so many letters long: what fits on a page across.
const LINE: usize = 110;
/// Columns are at least and at most so many letters wide.
const NARROW: usize = 11;
const WIDE: usize = 40;

/// A sheet that is filled from top to bottom.
struct Page {
    sheet: Sheet,
    row: u32,
    lang: Lang,
    /// Letters of the widest cell of each column.
    widths: Vec<usize>,
}

/// A document from top to bottom; its lines are broken, so that they can be read without any change to the
/// sheet.
pub(super) fn page(name: &str, document: &Document) -> Sheet {
    let mut page = Page::new(name, document.lang);
    page.line(&document.title, Look::Title);
    page.line(&document.subtitle, Look::Note);
    for block in &document.blocks {
        match block {
            Block::Heading(heading) => {
                page.row += 1;
                page.line(&heading.text, Look::Strong);
            }
            Block::Paragraph(text) => page.line(text, Look::Plain),
            Block::List(lines) => {
                for it in lines {
                    page.line(&format!("• {it}"), Look::Plain);
                }
            }
            Block::Commands(lines) => {
                for (command, what) in lines {
                    page.line(&format!("{command}    {what}"), Look::Plain);
                }
            }
            Block::Table(table) => {
                page.table(&names_first(table));
                page.row += 1;
            }
        }
    }
    page.done()
}

/// One real table from the first row on: it can be sorted, filtered and copied.
pub(super) fn table(name: &str, id: &str, table: &Table, lang: Lang) -> Sheet {
    let mut page = Page::new(name, lang);
    page.table(table);
    let last = page.row.saturating_sub(1);
    let columns = u16::try_from(table.columns.len()).unwrap_or(u16::MAX);
    let mut sheet = page.done();
    sheet.frozen = (1, 1);
    // A table without rows is none.
    if last > 0 && columns > 0 {
        sheet.table = Some(Framed {
            name: id.to_owned(),
            from: (0, 0),
            to: (last, columns - 1),
            filter_only: false,
        });
    }
    sheet
}

impl Page {
    fn new(name: &str, lang: Lang) -> Self {
        let mut sheet = Sheet::new(name);
        sheet.landscape = true;
        Self {
            sheet,
            row: 0,
            lang,
            widths: Vec::new(),
        }
    }

    fn line(&mut self, text: &str, look: Look) {
        for part in broken(text) {
            self.sheet.put((self.row, 0), Seat::from(part).look(look));
            self.row += 1;
        }
    }

    fn table(&mut self, table: &Table) {
        let mut names = BTreeSet::new();
        for (at, column) in table.columns.iter().enumerate() {
            let name = match column.label.as_str() {
                "" => column.id.clone(),
                label => label.to_owned(),
            };
            let name = unique(&mut names, name);
            self.put(at, Seat::from(name).look(Look::Header));
        }
        self.row += 1;
        for row in &table.rows {
            for (at, cell) in row.iter().enumerate() {
                self.put(at, seat(cell, self.lang));
            }
            self.row += 1;
        }
    }

    fn put(&mut self, column: usize, cell: Seat) {
        let letters = match &cell.content {
            crate::view::book::Content::Text(text) => longest(text),
            _ => 0,
        };
        if self.widths.len() <= column {
            self.widths.resize(column + 1, 0);
        }
        self.widths[column] = self.widths[column].max(letters);
        if let Ok(column) = u16::try_from(column) {
            self.sheet.put((self.row, column), cell);
        }
    }

    fn done(mut self) -> Sheet {
        let widths = self.widths.iter();
        #[expect(clippy::cast_precision_loss, reason = "at most `WIDE`")]
        let letters = widths.map(|it| Width::of((it + 2).clamp(NARROW, WIDE) as f64));
        self.sheet.columns = letters.collect();
        self.sheet
    }
}

/// A table whose first column is names where its second is: below each other on one page, tables share the
/// widths of columns, and a narrow number would stand in the widest.
fn names_first(table: &Table) -> Table {
    let mut table = table.clone();
    if table.columns.first().is_some_and(|it| it.numeric)
        && table.columns.get(1).is_some_and(|it| !it.numeric)
    {
        table.columns.swap(0, 1);
        for row in &mut table.rows {
            row.swap(0, 1);
        }
    }
    table
}

/// Letters of the longest line of a text.
fn longest(text: &str) -> usize {
    text.lines().map(|it| it.chars().count()).max().unwrap_or(0)
}

/// A name that no other column of the table has.
fn unique(names: &mut BTreeSet<String>, name: String) -> String {
    let mut out = name.clone();
    let mut at = 2;
    while !names.insert(out.to_lowercase()) {
        out = format!("{name} ({at})");
        at += 1;
    }
    out
}

fn seat(cell: &Cell, lang: Lang) -> Seat {
    let made = match &cell.content {
        Content::Empty => Seat::from(crate::view::book::Content::Empty),
        Content::Text(text) | Content::Missing(text) => Seat::from(text.as_str()),
        Content::Number(it) => of_number(it),
        #[expect(clippy::cast_precision_loss, reason = "counts of rows")]
        Content::Count(count) => Seat::number(*count as f64, Some(0)),
        Content::Joined { parts, by } => {
            let parts: Vec<String> = parts.iter().map(|it| written(it, lang)).collect();
            Seat::from(parts.join(by))
        }
    };
    let made = made.indent(cell.indent);
    made.look(match (cell.tone, &cell.content) {
        (Tone::Strong, _) => Look::Main,
        (_, Content::Missing(_)) | (Tone::Muted, _) => Look::Muted,
        _ => Look::Wrapped,
    })
}

fn of_number(it: &Number) -> Seat {
    let decimals = decimals(it);
    match it {
        Number { suffix: "%", .. } => Seat::shown(it.value / 100.0, Format::Percent(decimals)),
        Number { signed: true, .. } => Seat::shown(it.value, Format::Signed(decimals)),
        Number { about: true, .. } => Seat::shown(it.value, Format::About(decimals)),
        _ => Seat::shown(it.value, Format::Fixed(decimals)),
    }
}

/// How many decimals are shown; of a short number no zeros at the end.
fn decimals(it: &Number) -> usize {
    let most = rounded(it.value, it.decimals);
    let is_enough = |few: &usize| (rounded(it.value, *few) - most).abs() <= TOLERANCE;
    let few = (0..it.decimals).find(is_enough).filter(|_| it.short);
    few.unwrap_or(it.decimals)
}

/// A part of a cell with several.
fn written(content: &Content, lang: Lang) -> String {
    match content {
        Content::Empty => String::new(),
        Content::Text(text) | Content::Missing(text) => text.clone(),
        Content::Number(it) if it.short => short_number(it.value, it.decimals, lang),
        Content::Number(it) => format!("{}{}", number(it.value, it.decimals, lang), it.suffix),
        Content::Count(count) => count.to_string(),
        Content::Joined { parts, by } => {
            let parts: Vec<String> = parts.iter().map(|it| written(it, lang)).collect();
            parts.join(by)
        }
    }
}

/// A text in lines that can be read.
fn broken(text: &str) -> Vec<String> {
    let mut out = Vec::new();
    for line in text.lines() {
        let mut now = String::new();
        for word in line.split(' ') {
            let length = now.chars().count() + 1 + word.chars().count();
            if !now.is_empty() && length > LINE {
                out.push(std::mem::take(&mut now));
            }
            if !now.is_empty() {
                now.push(' ');
            }
            now.push_str(word);
        }
        out.push(now);
    }
    out
}
