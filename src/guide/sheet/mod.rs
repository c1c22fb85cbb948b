//! The file of answers: the long table that every command reads, one row for each indicator and one
//! for each evidence item that was spoken of.
//!
//! Cells are kept as they are written, also those of columns that nobody here asks for, so that
//! writing the file again loses nothing. An indicator that was left open has a row that says nothing:
//! whoever goes on later begins at the first indicator without a row. What an answer still waits for
//! (its items, its note) stands in a column of its own that every reader leaves out.

mod taken;
mod whose;

use std::collections::BTreeMap;

use crate::assess::RegionRef;
use crate::framework::Framework;
use crate::problem::Problem;
use crate::read::ReadOptions;
use crate::statement::{Field, ItemStatus, Stage};
use crate::study::read_options;
use crate::text::{Lang, guarded, unguarded};

use super::task::{Step, Task};

/// The columns that are filled here, with their headers in English and Indonesian.
const COLUMNS: [(Field, &str, &str); 11] = [
    (Field::Region, "region", "wilayah"),
    (Field::Wave, "wave", "periode"),
    (Field::Stage, "stage", "tahap"),
    (Field::Indicator, "indicator", "indikator"),
    (Field::Level, "level", "level"),
    (Field::Value, "value", "angka"),
    (Field::Unit, "unit", "satuan"),
    (Field::Direction, "direction", "arah"),
    (Field::Item, "item", "butir"),
    (Field::Status, "status", "status"),
    (Field::Note, "note", "catatan"),
];

/// Headers of the column for what an answer still waits for.
const NEXT: [&str; 2] = ["_next", "_lanjut"];

/// What is written of an answer.
#[derive(Debug, Default)]
pub(in crate::guide) struct Typed {
    /// The cells that are not empty.
    pub(in crate::guide) cells: Vec<(Field, String)>,
    /// The value on the scale, where the answer names one.
    pub(in crate::guide) level: Option<f64>,
    /// What is doubtful of it.
    pub(in crate::guide) doubts: Vec<Problem>,
}

/// How far an indicator has come.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum State {
    /// Not asked for yet.
    #[default]
    Open,
    /// Left open on purpose.
    Skipped,
    /// Answered.
    Answered,
}

/// What the file says of an indicator.
#[derive(Debug, Clone, Copy, Default)]
pub struct Said<'a> {
    /// How far it has come.
    pub state: State,
    /// The value on its scale, where the answer names one.
    pub level: Option<f64>,
    /// The cell that holds the answer, as it is written; with its unit, where it has one.
    pub answer: Option<(&'a str, Option<&'a str>)>,
    /// The note.
    pub note: Option<&'a str>,
    /// What is still to be asked of it.
    pub waits_for: Option<Step>,
}

type Cells = Vec<String>;

/// All rows about an indicator.
#[derive(Debug, Clone, Default)]
struct Entry {
    /// The row of its answer.
    answer: Option<Cells>,
    level: Option<f64>,
    /// The rows of its evidence items, by their positions.
    items: BTreeMap<usize, (Cells, Option<ItemStatus>)>,
}

/// The file.
#[derive(Debug, Clone)]
pub(in crate::guide) struct Sheet {
    file: String,
    /// How it is read.
    options: ReadOptions,
    region: RegionRef,
    wave: Option<String>,
    lang: Lang,
    headers: Cells,
    columns: BTreeMap<Field, usize>,
    /// The column for what an answer waits for.
    next: usize,
    /// Whether numbers are written with a comma.
    comma: bool,
    entries: BTreeMap<usize, Entry>,
}

impl Sheet {
    /// A file without any row.
    pub(in crate::guide) fn new(task: &Task) -> Result<Self, Vec<Problem>> {
        let mut problems = Vec::new();
        let region = whose::region(&task.region).map_err(|it| problems.push(*it));
        let wave = whose::wave(task.wave.as_deref()).map_err(|it| problems.push(*it));
        let (Ok(region), Ok(wave)) = (region, wave) else {
            return Err(problems);
        };
        let mut out = Self {
            file: task.file.clone(),
            options: read_options(&task.framework),
            region,
            wave,
            lang: task.lang,
            headers: Vec::new(),
            columns: BTreeMap::new(),
            next: 0,
            comma: false,
            entries: BTreeMap::new(),
        };
        out.add_columns(&task.framework);
        Ok(out)
    }

    /// Adds the columns that answers under a framework need and that are not there.
    fn add_columns(&mut self, framework: &Framework) {
        let lang = self.lang;
        let name = |en: &'static str, id: &'static str| match lang {
            Lang::En => en,
            Lang::Id => id,
        };
        for (field, en, id) in COLUMNS {
            if needs(framework, field) && !self.columns.contains_key(&field) {
                self.columns.insert(field, self.headers.len());
                self.headers.push(name(en, id).to_owned());
            }
        }
        let known = self.headers.iter().position(|it| NEXT.contains(&&**it));
        self.next = known.unwrap_or_else(|| {
            self.headers.push(name(NEXT[0], NEXT[1]).to_owned());
            self.headers.len() - 1
        });
        let width = self.headers.len();
        for entry in self.entries.values_mut() {
            let items = entry.items.values_mut().map(|it| &mut it.0);
            for row in entry.answer.iter_mut().chain(items) {
                row.resize(width, String::new());
            }
        }
    }

    /// The text of a cell that says something.
    fn cell<'c>(&self, cells: &'c Cells, field: Field) -> Option<&'c str> {
        let text = cells.get(*self.columns.get(&field)?)?;
        let text = unguarded(text.trim());
        (!crate::statement::answer::is_missing(text)).then_some(text)
    }

    fn answers(&self, cells: &Cells) -> bool {
        let of = [Field::Level, Field::Value];
        let has = of.iter().any(|it| self.cell(cells, *it).is_some());
        // A dash is a direction.
        let direction = self.columns.get(&Field::Direction);
        let direction = direction.and_then(|at| cells.get(*at));
        has || direction.is_some_and(|it| !it.trim().is_empty())
    }

    /// What the file says of an indicator.
    pub(in crate::guide) fn said(&self, node: usize) -> Said<'_> {
        let Some(entry) = self.entries.get(&node) else {
            return Said::default();
        };
        let Some(cells) = &entry.answer else {
            return Said::default();
        };
        let of = [Field::Level, Field::Value, Field::Direction];
        let answer = of.iter().find_map(|it| self.cell(cells, *it));
        let waits = cells.get(self.next).map(|it| it.trim());
        Said {
            state: match self.answers(cells) {
                true => State::Answered,
                false => State::Skipped,
            },
            level: entry.level,
            answer: answer.map(|it| (it, self.cell(cells, Field::Unit))),
            note: self.cell(cells, Field::Note),
            waits_for: match waits {
                Some("bukti" | "items") => Some(Step::Items),
                Some("catatan" | "note") => Some(Step::Note),
                _ => None,
            },
        }
    }

    /// The state of an evidence item.
    pub(in crate::guide) fn status(&self, node: usize, item: usize) -> Option<ItemStatus> {
        self.entries.get(&node)?.items.get(&item)?.1
    }

    /// Official name of the region.
    pub(in crate::guide) fn region(&self) -> &str {
        &self.region.name
    }

    pub(in crate::guide) fn wave(&self) -> Option<&str> {
        self.wave.as_deref()
    }

    /// How the file is read.
    pub(in crate::guide) fn options(&self) -> &ReadOptions {
        &self.options
    }

    pub(in crate::guide) fn file(&self) -> &str {
        &self.file
    }

    /// Writes an answer over the one that stands; its note and its items stay.
    pub(in crate::guide) fn answer(&mut self, node: usize, typed: &Typed) {
        self.make(node);
        for field in [Field::Level, Field::Value, Field::Unit, Field::Direction] {
            let cell = typed.cells.iter().find(|it| it.0 == field);
            let text = cell.map_or("", |it| &it.1);
            let text = match self.comma && matches!(field, Field::Level | Field::Value) {
                true => text.replace('.', ","),
                false => text.to_owned(),
            };
            self.set(node, field, text);
        }
        if let Some(entry) = self.entries.get_mut(&node) {
            entry.level = typed.level;
        }
    }

    /// Notes that an indicator was left open.
    pub(in crate::guide) fn leave_open(&mut self, node: usize) {
        self.make(node);
    }

    pub(in crate::guide) fn set_note(&mut self, node: usize, note: &str) {
        self.make(node);
        self.set(node, Field::Note, guarded(note).into_owned());
    }

    /// Notes what is still to be asked of an indicator.
    pub(in crate::guide) fn wait_for(&mut self, node: usize, step: Option<Step>, lang: Lang) {
        let word = match (step, lang) {
            (Some(Step::Items), Lang::Id) => "bukti",
            (Some(Step::Items), Lang::En) => "items",
            (Some(Step::Note), Lang::Id) => "catatan",
            (Some(Step::Note), Lang::En) => "note",
            (Some(Step::Answer) | None, _) => "",
        };
        let next = self.next;
        let entry = self.entries.get_mut(&node);
        if let Some(row) = entry.and_then(|it| it.answer.as_mut()) {
            word.clone_into(&mut row[next]);
        }
    }

    /// Writes the state of an evidence item.
    pub(in crate::guide) fn set_status(
        &mut self,
        node: usize,
        (item, code): (usize, &str),
        status: ItemStatus,
        lang: Lang,
    ) {
        let word = match (status, lang) {
            (ItemStatus::Missing, Lang::Id) => "belum",
            (_, Lang::Id) => "ada",
            (other, Lang::En) => other.id(),
        };
        let mut row = self.blank();
        self.put(&mut row, Field::Item, code);
        let entry = self.entries.entry(node).or_default();
        let (mut row, _) = entry.items.remove(&item).unwrap_or((row, None));
        self.put(&mut row, Field::Status, word);
        let entry = self.entries.entry(node).or_default();
        entry.items.insert(item, (row, Some(status)));
    }

    /// Gives an indicator a row that says nothing, where it has none.
    fn make(&mut self, node: usize) {
        let row = self.blank();
        let entry = self.entries.entry(node).or_default();
        entry.answer.get_or_insert(row);
    }

    fn blank(&self) -> Cells {
        vec![String::new(); self.headers.len()]
    }

    fn put(&self, row: &mut Cells, field: Field, text: &str) {
        if let Some(at) = self.columns.get(&field) {
            text.clone_into(&mut row[*at]);
        }
    }

    fn set(&mut self, node: usize, field: Field, text: String) {
        let at = self.columns.get(&field).copied();
        let entry = self.entries.get_mut(&node);
        if let (Some(at), Some(row)) = (at, entry.and_then(|it| it.answer.as_mut())) {
            row[at] = text;
        }
    }

    /// The file as bytes.
    pub(in crate::guide) fn bytes(&self, framework: &Framework) -> Vec<u8> {
        let rows = self.entries.iter().flat_map(|(node, entry)| {
            let items = entry.items.values().map(|it| &it.0);
            let rows = entry.answer.iter().chain(items);
            rows.map(|row| self.named(framework, *node, row))
        });
        written(&self.headers, rows)
    }

    /// A table with the one row that an answer to an indicator would be.
    pub(in crate::guide) fn probe(
        &self,
        framework: &Framework,
        node: usize,
        cells: &[(Field, String)],
    ) -> Vec<u8> {
        let headers = COLUMNS.map(|(_, name, _)| name.to_owned());
        let row = COLUMNS.map(|(field, ..)| {
            let typed = cells.iter().find(|it| it.0 == field);
            let typed = typed.map(|it| it.1.clone());
            typed
                .or_else(|| self.common(framework, node, field))
                .unwrap_or_default()
        });
        written(&headers, std::iter::once(row.to_vec()))
    }

    /// A row with whom and what it is about, where it does not say so itself.
    fn named(&self, framework: &Framework, node: usize, row: &Cells) -> Cells {
        let mut row = row.clone();
        for (field, at) in &self.columns {
            if row[*at].trim().is_empty()
                && let Some(text) = self.common(framework, node, *field)
            {
                row[*at] = text;
            }
        }
        row
    }

    /// What all rows about an indicator say.
    fn common(&self, framework: &Framework, node: usize, field: Field) -> Option<String> {
        match field {
            Field::Region => Some(self.region.name.to_string()),
            Field::Wave => self.wave.clone(),
            Field::Stage => Some(match self.lang {
                Lang::Id => "mandiri".to_owned(),
                Lang::En => Stage::SelfAssessed.id().to_owned(),
            }),
            Field::Indicator => Some(framework.nodes()[node].id().to_owned()),
            _ => None,
        }
    }
}

/// Whether answers under a framework need a column.
fn needs(framework: &Framework, field: Field) -> bool {
    let mut indicators = framework.indicators().map(|(.., it)| it);
    match field {
        Field::Value => indicators
            .any(|it| it.kind.is_measured() || it.kind.lists_things() || it.lookup.is_some()),
        Field::Unit => indicators.any(|it| it.kind.is_measured() || it.lookup.is_some()),
        Field::Direction => indicators.any(|it| it.kind.is_counted() && !it.kind.lists_things()),
        Field::Item | Field::Status => indicators.any(|it| !it.items.is_empty()),
        _ => true,
    }
}

/// Rows as CSV.
fn written(headers: &[String], rows: impl Iterator<Item = Cells>) -> Vec<u8> {
    // Of any width: a row must never be left out for its cells.
    let mut writer = csv::WriterBuilder::new()
        .flexible(true)
        .from_writer(Vec::new());
    for row in std::iter::once(headers.to_vec()).chain(rows) {
        writer.write_record(&row).expect("memory takes everything");
    }
    writer.into_inner().expect("memory takes everything")
}
