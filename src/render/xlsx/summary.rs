//! The first sheet of a report: what it is, the answer in words, where the rest stands, what it rests on.

use std::collections::BTreeMap;
use std::rc::Rc;

use crate::render::clean;
use crate::text::label;
use crate::view::Document;
use crate::view::book::{Cell, Look, Seat, Sheet, Width};
use crate::view::envelope::VERSION;
use crate::view::inputs::InputRecord;

use super::chapters::{Chapter, Prose};

/// A table as the first sheet speaks of it.
pub(super) struct Written<'p> {
    /// Where its sheet begins.
    pub(super) seat: Seat,
    pub(super) title: &'p str,
    pub(super) rows: usize,
}

/// What the first sheet is made of.
pub(super) struct Page<'p> {
    pub(super) document: &'p Document,
    pub(super) chapters: &'p [Chapter<'p>],
    /// The tables of each chapter.
    pub(super) tables: &'p [Vec<Written<'p>>],
    pub(super) inputs: &'p [InputRecord<'p>],
}

/// A first sheet that is made.
pub(super) struct Front {
    pub(super) sheet: Sheet,
    /// Where links lead: the sections, by their ids.
    pub(super) anchors: BTreeMap<String, Seat>,
    /// Where the prose of each chapter stands that has some beside tables.
    pub(super) notes: Vec<Option<Seat>>,
}

/// Sections with more lines of prose, such as one for each region of the country, stand behind all others.
const MANY: usize = 60;
/// Letters of a line: as wide as paper that stands upright, whatever the font.
const WIDTH: f64 = 76.0;

impl Page<'_> {
    /// The sheet.
    pub(super) fn sheet(&self, name: &Rc<str>) -> Front {
        let lang = self.document.lang;
        let mut lines = Lines {
            sheet: Sheet::new(name),
            next: 0,
        };
        lines.sheet.columns.push(Width::of(WIDTH));
        lines.add(&self.document.title, Look::Headline);
        if !self.document.subtitle.is_empty() {
            lines.add(&self.document.subtitle, Look::Prose);
        }
        let mut anchors = BTreeMap::new();
        let mut notes = vec![None];
        let mut chapters = self.chapters.iter().zip(self.tables);
        if let Some((lead, _)) = chapters.next() {
            lines.prose(&lead.prose);
        }
        if self.tables.iter().any(|it| !it.is_empty()) {
            lines.add(label::result_contents(lang), Look::Strong);
            for it in self.tables.iter().flatten() {
                let line = label::result_sheet(lang, it.title, it.rows);
                let cell = Cell::from(clean(&line).into_owned()).look(Look::Prose);
                lines.push(cell.leading_to(it.seat.clone()).indent(1));
            }
        }
        let mut late = Vec::new();
        for (chapter, tables) in chapters {
            let place = tables.first().map(|it| it.seat.clone());
            if let Some(id) = chapter.id {
                let seat = place.clone().unwrap_or_else(|| lines.seat());
                anchors.insert(id.to_owned(), seat);
            }
            // A table alone is named above.
            if chapter.prose.is_empty() {
                notes.push(None);
                continue;
            }
            if chapter.prose.len() > MANY {
                late.push((notes.len(), chapter, place));
                notes.push(None);
                continue;
            }
            notes.push(Some(lines.seat()));
            lines.chapter(chapter, place);
        }
        lines.add(label::result_rests_on(lang), Look::Strong);
        for it in self.inputs {
            let print: String = it.sha256.chars().take(12).collect();
            lines.item(&label::result_input(lang, it.path, it.statements, print));
        }
        lines.item(&format!("siap {VERSION}"));
        for (at, chapter, place) in late {
            notes[at] = Some(lines.seat());
            lines.chapter(chapter, place);
        }
        Front {
            sheet: lines.sheet,
            anchors,
            notes,
        }
    }
}

/// A sheet that is written line by line.
struct Lines {
    sheet: Sheet,
    next: u32,
}

impl Lines {
    fn push(&mut self, cell: Cell) {
        self.sheet.put((self.next, 0), cell);
        self.next += 1;
    }

    fn add(&mut self, text: &str, look: Look) {
        self.push(Cell::from(clean(text).into_owned()).look(look));
    }

    fn item(&mut self, text: &str) {
        let text = format!("• {}", clean(text));
        self.push(Cell::from(text).look(Look::Prose).indent(1));
    }

    /// A section that leads to its table.
    fn chapter(&mut self, chapter: &Chapter<'_>, table: Option<Seat>) {
        let title = clean(chapter.title.unwrap_or_default()).into_owned();
        let heading = Cell::from(title).look(Look::Strong);
        self.push(match table {
            Some(seat) => heading.leading_to(seat),
            None => heading,
        });
        self.prose(&chapter.prose);
    }

    fn prose(&mut self, all: &[Prose<'_>]) {
        for it in all {
            let text = match it.thing {
                Some(thing) => format!("{thing}: {}", it.text),
                None => it.text.clone(),
            };
            match it.is_item {
                true => self.item(&text),
                false => self.add(&text, Look::Prose),
            }
        }
    }

    /// Where the next line will stand.
    fn seat(&self) -> Seat {
        self.sheet.seat((self.next, 0))
    }
}
