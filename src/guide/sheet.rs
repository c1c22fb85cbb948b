//! The file of answers: the long table that every command reads, one row for each indicator and one
//! for each evidence item that was spoken of.
//!
//! Cells are kept as they are written, also those of columns that nobody here asks for, so that
//! writing the file again loses nothing. An indicator that was left open has a row that says nothing:
//! whoever goes on later begins at the first indicator without a row. What an answer still waits for
//! (its items, its note) stands in a column of its own that every reader leaves out.

use std::collections::BTreeMap;

use crate::assess::{self, RegionRef, Spellings, item_at, level_of};
use crate::framework::{Framework, Method};
use crate::problem::{Place, Problem, suggest};
use crate::read::{self, ReadOptions};
use crate::region::{Found, Register};
use crate::statement::{Field, ItemStatus, PartyName, Stage, Statement, Statements};
use crate::study::read_options;
use crate::table::Table;
use crate::text::{Lang, Sentence, guarded, list, say, unguarded};

use super::score::{is_of_the_whole, statements};
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
pub(super) struct Typed {
    /// The cells that are not empty.
    pub(super) cells: Vec<(Field, String)>,
    /// The value on the scale, where the answer names one.
    pub(super) level: Option<f64>,
    /// What is doubtful of it.
    pub(super) doubts: Vec<Problem>,
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
pub(super) struct Sheet {
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
    pub(super) fn new(task: &Task) -> Result<Self, Vec<Problem>> {
        let mut problems = Vec::new();
        let region = region(&task.region).map_err(|it| problems.push(*it));
        let wave = wave(task.wave.as_deref()).map_err(|it| problems.push(*it));
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

    /// The file as it was left, to be gone on from.
    ///
    /// # Errors
    /// Whatever in it is no answer of this assessment, each in its place: written again, the file
    /// would lose it or stand in the way of it.
    pub(super) fn read(task: &Task, bytes: &[u8]) -> Result<Self, Vec<Problem>> {
        let mut out = Self::new(task)?;
        let (table, _) = read::table(bytes, &task.file, &out.options)?;
        let read = statements(&out.options, bytes, &task.file)?;
        out.take_headers(&table).map_err(|it| vec![left(*it)])?;
        let problems = out.take_rows(task, &table, &read);
        if !problems.is_empty() {
            return Err(problems.into_iter().map(left).collect());
        }
        let method = Method::of(&task.framework);
        let register = Register::embedded();
        let spellings = Spellings::default();
        if let Err(found) = assess::assess(&task.framework, &read, register, &spellings, &method) {
            let found = found
                .into_iter()
                .filter(|it| it.is_error() && !is_of_the_whole(it));
            let wrong: Vec<Problem> = found.map(left).collect();
            if !wrong.is_empty() {
                return Err(wrong);
            }
        }
        out.add_columns(&task.framework);
        Ok(out)
    }

    fn take_headers(&mut self, table: &Table) -> Result<(), Box<Problem>> {
        let mut rows = table.rows();
        let Some(first) = rows.next() else {
            return Err(Problem::error(say::no_rows()).into());
        };
        self.headers = (0..first.len())
            .map(|at| first.text(at).to_owned())
            .collect();
        let at = first.at;
        self.columns.clear();
        for (index, header) in self.headers.iter().enumerate() {
            let Some(field) = Field::from_header(header).filter(|_| !header.starts_with('_'))
            else {
                continue;
            };
            if self.columns.insert(field, index).is_some() {
                let problem = Problem::error(say::guide_column_twice(header));
                return Err(problem.at(table.place(at.cell(index))).into());
            }
        }
        let wanted = [Field::Region, Field::Indicator];
        match wanted.iter().all(|it| self.columns.contains_key(it)) {
            true => Ok(()),
            // A table with a column for each indicator, or with lines above its header.
            false => Err(Problem::error(say::guide_not_long())
                .at(table.place(at))
                .into()),
        }
    }

    fn take_rows(&mut self, task: &Task, table: &Table, read: &Statements) -> Vec<Problem> {
        let by_line: BTreeMap<usize, &Statement> =
            read.rows().iter().map(|it| (it.origin().row, it)).collect();
        let regions = assess::regions_of(read, Register::embedded(), &Spellings::default());
        let mut problems = Vec::new();
        let mut rows = table.rows();
        rows.next();
        while let Some(row) = rows.next() {
            if row.is_blank() {
                continue;
            }
            let cells: Cells = (0..row.len())
                .map(|at| row.cell(at).written.to_owned())
                .collect();
            let Some(statement) = by_line.get(&row.at.row) else {
                // A total, a note, a line below the table.
                problems.push(Problem::error(say::guide_row_aside()).at(table.place(row.at)));
                continue;
            };
            let region = regions.get(&std::sync::Arc::as_ptr(statement.setting()));
            let place = |field| read.place(statement, field);
            match self.take(task, statement, region, cells, &place) {
                Ok(()) => {}
                Err(problem) => problems.push(*problem),
            }
        }
        problems
    }

    /// Takes one row in.
    fn take(
        &mut self,
        task: &Task,
        row: &Statement,
        region: Option<&RegionRef>,
        cells: Cells,
        place: &dyn Fn(Field) -> Place,
    ) -> Result<(), Box<Problem>> {
        let wrong = |sentence, field| Err(Box::new(Problem::error(sentence).at(place(field))));
        let framework = &task.framework;
        if region.is_none_or(|it| *it != self.region) {
            let sentence = say::guide_other_region(&row.region, &self.region.name);
            return wrong(sentence, Field::Region);
        }
        let theirs = row.wave.as_deref();
        if task.wave.is_none() && self.entries.is_empty() {
            self.wave = theirs.map(str::to_owned);
        }
        if theirs.map(PartyName::from) != self.wave.as_deref().map(PartyName::from) {
            let theirs = theirs.unwrap_or("–");
            let sentence = say::guide_other_wave(theirs, self.wave.as_deref().unwrap_or("–"));
            return wrong(sentence, Field::Wave);
        }
        if row.stage.is_some_and(|it| it != Stage::SelfAssessed) {
            return wrong(say::guide_other_stage(), Field::Stage);
        }
        let named = row.framework.as_deref();
        if let Some(theirs) = named.filter(|it| !it.eq_ignore_ascii_case(framework.id())) {
            let sentence = say::guide_other_framework(theirs, framework.id());
            return wrong(sentence, Field::Framework);
        }
        let node = framework.find(&row.indicator);
        let node = node.and_then(|at| Some((at, framework.nodes()[at].indicator()?)));
        let Some((node, indicator)) = node else {
            let sentence = say::guide_no_indicator(&row.indicator, framework.id());
            return wrong(sentence, Field::Indicator);
        };
        let evidence = row.evidence.as_deref();
        let item = evidence.and_then(|it| it.item.as_deref());
        if self.comma_in(&cells) {
            self.comma = true;
        }
        let (text, has_answer) = (|field| self.cell(&cells, field), self.answers(&cells));
        if let Some(code) = item.filter(|_| !indicator.items.is_empty()) {
            let Some(item) = item_at(&indicator.items, code) else {
                return wrong(say::unknown_item(code, &row.indicator), Field::Item);
            };
            if has_answer {
                return wrong(say::guide_item_with_answer(code), Field::Level);
            }
            let status = evidence.and_then(|it| it.status);
            let entry = self.entries.entry(node).or_default();
            return match entry.items.insert(item, (cells, status)) {
                Some(_) => wrong(say::guide_item_twice(code), Field::Item),
                None => Ok(()),
            };
        }
        let level = level_of(framework, node, row).filter(|_| indicator.has_levels());
        let is_foreign = text(Field::Direction).is_some() && !indicator.kind.is_counted();
        if is_foreign {
            return wrong(
                say::guide_direction_of_level(&row.indicator),
                Field::Direction,
            );
        }
        let entry = self.entries.entry(node).or_default();
        entry.level = level;
        match entry.answer.replace(cells) {
            Some(_) => wrong(say::guide_answer_twice(&row.indicator), Field::Indicator),
            None => Ok(()),
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

    /// Whether a number of a row has a decimal comma.
    fn comma_in(&self, cells: &Cells) -> bool {
        let of = [Field::Level, Field::Value];
        let mut texts = of.iter().filter_map(|it| self.cell(cells, *it));
        texts.any(|it| {
            let parts = it.split_once(',');
            let is_digits = |it: &str| !it.is_empty() && it.bytes().all(|it| it.is_ascii_digit());
            parts.is_some_and(|(a, b)| is_digits(a) && is_digits(b))
        })
    }

    /// What the file says of an indicator.
    pub(super) fn said(&self, node: usize) -> Said<'_> {
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
    pub(super) fn status(&self, node: usize, item: usize) -> Option<ItemStatus> {
        self.entries.get(&node)?.items.get(&item)?.1
    }

    /// Official name of the region.
    pub(super) fn region(&self) -> &str {
        &self.region.name
    }

    pub(super) fn wave(&self) -> Option<&str> {
        self.wave.as_deref()
    }

    /// How the file is read.
    pub(super) fn options(&self) -> &ReadOptions {
        &self.options
    }

    pub(super) fn file(&self) -> &str {
        &self.file
    }

    /// Writes an answer over the one that stands; its note and its items stay.
    pub(super) fn answer(&mut self, node: usize, typed: &Typed) {
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
    pub(super) fn leave_open(&mut self, node: usize) {
        self.make(node);
    }

    pub(super) fn set_note(&mut self, node: usize, note: &str) {
        self.make(node);
        self.set(node, Field::Note, guarded(note).into_owned());
    }

    /// Notes what is still to be asked of an indicator.
    pub(super) fn wait_for(&mut self, node: usize, step: Option<Step>, lang: Lang) {
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
    pub(super) fn set_status(
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
    pub(super) fn bytes(&self, framework: &Framework) -> Vec<u8> {
        let rows = self.entries.iter().flat_map(|(node, entry)| {
            let items = entry.items.values().map(|it| &it.0);
            let rows = entry.answer.iter().chain(items);
            rows.map(|row| self.named(framework, *node, row))
        });
        written(&self.headers, rows)
    }

    /// A table with the one row that an answer to an indicator would be.
    pub(super) fn probe(
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
    let mut writer = csv::Writer::from_writer(Vec::new());
    for row in std::iter::once(headers.to_vec()).chain(rows) {
        // Memory takes everything.
        let _ = writer.write_record(&row);
    }
    writer.into_inner().unwrap_or_default()
}

/// The region that a name means.
fn region(name: &str) -> Result<RegionRef, Box<Problem>> {
    let register = Register::embedded();
    match register.find(name, None) {
        Found::Region(it) => Ok(RegionRef {
            name: it.name().into(),
            code: it.code().map(Into::into),
            kind: Some(it.kind()),
        }),
        Found::Ambiguous(of) => {
            let names = list(of.iter().map(|it| format!("`{}`", it.name())));
            let problem = Problem::error(say::guide_which_region(name));
            Err(problem.help(say::guide_one_of(names)).into())
        }
        Found::Unknown { near } => {
            let near = match near.first() {
                Some(near) => Some(near.name()),
                None => suggest(name, register.regions().map(|it| it.short_name())),
            };
            let problem = Problem::error(say::guide_unknown_region(name));
            Err(problem.maybe_help(near.map(say::did_you_mean)).into())
        }
        Found::Outside => Err(Problem::error(say::guide_unknown_region(name))
            .help(say::guide_region_help())
            .into()),
    }
}

/// The round that a text means, as readers take it.
fn wave(text: Option<&str>) -> Result<Option<String>, Box<Problem>> {
    let Some(text) = text else { return Ok(None) };
    let wrong = || Box::new(Problem::misuse(say::guide_no_wave(text)));
    // What elsewhere means the newest of each region names none here.
    let names_none = ["latest", "terbaru"].contains(&text);
    if names_none || !read::is_wave(text) {
        return Err(wrong());
    }
    let headers = ["region", "indicator", "wave"].map(str::to_owned);
    let row = ["Indonesia", "a", text].map(str::to_owned);
    let bytes = written(&headers, std::iter::once(row.to_vec()));
    let read = read::read(bytes, "-", &ReadOptions::default());
    let (read, _) = read.map_err(|_| wrong())?;
    let wave = read.rows().first().and_then(|it| it.wave.as_deref());
    wave.map(|it| Some(it.to_owned())).ok_or_else(wrong)
}

/// A problem of a file that is therefore left as it is.
fn left(problem: Problem) -> Problem {
    let says_so: Sentence = say::guide_file_is_left();
    problem.help(says_so)
}
