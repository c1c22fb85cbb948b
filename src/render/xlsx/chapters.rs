//! Documents → sections, each with its tables and its prose; those of one series are one section with
//! one table.

use crate::view::{Block, Cell, Column, Document, Heading, Link, Table};

/// A section of a document, or what stands before the first.
#[derive(Default)]
pub(super) struct Chapter<'d> {
    /// Its heading; none before the first.
    pub(super) title: Option<&'d str>,
    /// What links call it.
    pub(super) id: Option<&'d str>,
    pub(super) parts: Vec<Part<'d>>,
    pub(super) prose: Vec<Prose<'d>>,
}

/// Something to read.
pub(super) struct Prose<'d> {
    /// What it is about, in a series.
    pub(super) thing: Option<&'d str>,
    pub(super) text: String,
    /// Whether it is one of several short lines.
    pub(super) is_item: bool,
}

/// A table, or those of a series below each other.
pub(super) struct Part<'d> {
    /// Heading of the column that says of which thing a row is.
    pub(super) things: Option<&'d str>,
    pub(super) columns: Vec<&'d Column>,
    /// The thing of each row, and its cells; nothing in a column that the table of its thing has not.
    pub(super) rows: Vec<(&'d str, Vec<Option<&'d Cell>>)>,
}

/// The sections of a document, in the order in which they begin.
pub(super) fn of(document: &Document) -> Vec<Chapter<'_>> {
    let mut all = vec![Chapter::default()];
    let mut at = 0;
    let mut series = None;
    for block in &document.blocks {
        match block {
            Block::Heading(heading) => {
                at = place_of(heading, &mut all);
                series = heading.series.as_ref();
            }
            Block::Table(table) => {
                let of = series.map(|it| (&*it.things, &*it.thing));
                all[at].add(table, of);
            }
            Block::Paragraph(text) => all[at].say(text.clone(), false, series.map(|it| &*it.thing)),
            Block::List(lines) => {
                for line in lines {
                    all[at].say(line.clone(), true, series.map(|it| &*it.thing));
                }
            }
            Block::Commands(pairs) => {
                for (command, what) in pairs {
                    all[at].say(format!("{command}: {what}"), true, None);
                }
            }
        }
    }
    all
}

/// The position of the section that a heading begins or goes on with.
fn place_of<'d>(heading: &'d Heading, all: &mut Vec<Chapter<'d>>) -> usize {
    let title = match &heading.series {
        Some(series) => &*series.about,
        None => &*heading.text,
    };
    let is_known = |it: &Chapter<'_>| it.title == Some(title);
    if heading.series.is_some()
        && let Some(at) = all.iter().position(is_known)
    {
        return at;
    }
    all.push(Chapter {
        title: Some(title),
        id: heading.id.as_deref(),
        ..Chapter::default()
    });
    all.len() - 1
}

impl<'d> Chapter<'d> {
    fn say(&mut self, text: String, is_item: bool, thing: Option<&'d str>) {
        self.prose.push(Prose {
            thing,
            text,
            is_item,
        });
    }

    fn add(&mut self, table: &'d Table, of: Option<(&'d str, &'d str)>) {
        let (things, thing) = of.unzip();
        let same = self
            .parts
            .iter_mut()
            .find(|it| of.is_some() && it.is_like(table));
        match same {
            Some(part) => part.append(table, thing.unwrap_or_default()),
            None => {
                let mut part = Part {
                    things,
                    columns: table.columns.iter().collect(),
                    rows: Vec::new(),
                };
                part.append(table, thing.unwrap_or_default());
                self.parts.push(part);
            }
        }
    }
}

impl<'d> Part<'d> {
    /// Whether a table says the same of something else: of two kinds the first columns differ.
    fn is_like(&self, table: &Table) -> bool {
        let ids = table.columns.iter().map(|it| &*it.id).take(2);
        let mine = self.columns.iter().map(|it| &*it.id).take(2);
        ids.eq(mine)
    }

    fn append(&mut self, table: &'d Table, thing: &'d str) {
        let mut places = Vec::new();
        let mut next = 0;
        for column in &table.columns {
            let behind = self.columns.iter().skip(next);
            let found = behind.map(|it| &it.id).position(|it| *it == column.id);
            let place = match found {
                Some(at) => next + at,
                None => {
                    self.columns.insert(next, column);
                    for (_, cells) in &mut self.rows {
                        cells.insert(next, None);
                    }
                    next
                }
            };
            places.push(place);
            next = place + 1;
        }
        for row in &table.rows {
            let mut cells = vec![None; self.columns.len()];
            for (place, cell) in places.iter().zip(row) {
                cells[*place] = Some(cell);
            }
            self.rows.push((thing, cells));
        }
    }

    /// The cells that links lead to, with their place among rows and columns.
    pub(super) fn anchors(&self) -> impl Iterator<Item = (&str, (u32, u16))> {
        (0u32..).zip(&self.rows).flat_map(|(row, (_, cells))| {
            (0u16..).zip(cells).filter_map(move |(column, cell)| {
                match cell.and_then(|it| it.link.as_deref()) {
                    Some(Link::Here(id)) => Some((&**id, (row, column))),
                    _ => None,
                }
            })
        })
    }
}
