//! The tables of a filled workbook → what stands in each cell that waits for input, with its place.

use std::collections::BTreeMap;

use crate::framework::Framework;
use crate::problem::{Checked, Place, Problem, finish};
use crate::read::form::{Asked, Form, Kind as FormKind, MARK};
use crate::table::{Cell, Kind, Table};
use crate::text::form::{AnswerColumn, ItemColumn};
use crate::text::{Lang, folded, label, list, say, shown};
use crate::view::form::{Entry, Filled, SHEETS, handed};

use super::heads::{About, Column, Head};
use super::origin::Origin;
use super::rows::{self, Named, Unfound};
use super::slot::Slot;

/// What stands in a cell.
#[derive(Debug, Clone, PartialEq)]
pub struct Entered {
    /// What was typed.
    pub entry: Entry,
    /// Where.
    pub place: Place,
}

/// What stands in the cells for input; empty ones are left out.
pub type Cells = BTreeMap<Slot, Entered>;

/// A filled workbook.
#[derive(Debug, Clone)]
pub struct Gathered {
    /// The file as the user named it.
    pub file: String,
    /// What it says of itself.
    pub form: Form,
    /// The language of its headings.
    pub lang: Lang,
    /// What stands in its cells.
    pub cells: Cells,
    /// The cells for input that its rows have, filled or not.
    pub rows: BTreeMap<Slot, Place>,
    /// Offices: name and contact.
    pub offices: Vec<[String; 2]>,
    /// What the last wave gave indicators, by their position.
    pub before: BTreeMap<usize, f64>,
    /// The name of that wave.
    pub before_wave: Option<String>,
    /// Where its cells came from when it was put together.
    pub origins: Vec<Origin>,
    /// Of a part what stood in it when it was handed out, where its mark says so.
    pub handed: Option<Filled>,
    /// Whether it has a sheet of answers, and one of evidence items.
    pub has: [bool; 2],
    /// Of a part which of these it had when it was handed out, where its mark says so.
    pub had: [bool; 2],
}

/// What a workbook has to be.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Wanted {
    /// The whole.
    Whole,
    /// The part of an office.
    Part,
}

impl Gathered {
    /// What stands in its cells, as workbooks are written from it.
    #[must_use]
    pub fn filled(&self) -> Filled {
        let page = self.form.answers.iter();
        let mut out = Filled {
            page: page.map(|(what, it)| (*what, it.0.clone())).collect(),
            offices: self.offices.clone(),
            ..Filled::default()
        };
        for (slot, it) in &self.cells {
            put(&mut out, *slot, it.entry.clone());
        }
        out
    }

    /// Whether a cell of a part says what it said when it was handed out, or is as empty.
    #[must_use]
    pub fn is_left_alone(&self, slot: Slot) -> bool {
        let Some(handed) = &self.handed else {
            return false;
        };
        let was = match slot {
            Slot::Answer(at, column) => handed.answers.get(&(at, column)),
            Slot::Item(at, item, column) => handed.items.get(&(at, item, column)),
            Slot::Outside(at, column) => handed.outside.get(&(at, column)),
        };
        match (was, self.cells.get(&slot)) {
            (Some(was), Some(now)) => is_same(was, &now.entry),
            (was, now) => was.is_none() && now.is_none(),
        }
    }

    /// Whether its cells say what those of another say, case aside.
    #[must_use]
    pub fn says_same(&self, other: &Self) -> bool {
        let both = [self, other].map(|it| {
            let cells = it.cells.iter();
            cells.map(|(slot, it)| (*slot, it.entry.text().to_lowercase()))
        });
        let [mine, theirs] = both;
        mine.eq(theirs)
    }

    /// Whether nobody has answered anything in it: all that is filled in is who does what, and by when.
    #[must_use]
    pub fn waits(&self) -> bool {
        let is_prepared = |it: &Slot| match it {
            Slot::Answer(_, column) => {
                matches!(column, AnswerColumn::Office | AnswerColumn::Target)
            }
            Slot::Item(_, _, column) => matches!(
                column,
                ItemColumn::Office | ItemColumn::Person | ItemColumn::Due
            ),
            Slot::Outside(..) => false,
        };
        self.cells.keys().all(is_prepared)
    }

    /// The text of a cell.
    #[must_use]
    pub fn text(&self, slot: Slot) -> Option<String> {
        self.cells.get(&slot).map(|it| it.entry.text())
    }
}

/// Fills a cell.
pub(super) fn put(filled: &mut Filled, slot: Slot, entry: Entry) {
    match slot {
        Slot::Answer(at, column) => drop(filled.answers.insert((at, column), entry)),
        Slot::Item(at, item, column) => drop(filled.items.insert((at, item, column), entry)),
        Slot::Outside(at, column) => drop(filled.outside.insert((at, column), entry)),
    }
}

/// What stands in the cells of a workbook of `framework`.
///
/// # Errors
/// A workbook that is not what is wanted or of another instrument; codes nobody knows, formulas never
/// calculated, a row or a column that stands twice and says two things.
pub fn gathered(tables: &[Table], framework: &Framework, wanted: Wanted) -> Checked<Gathered> {
    let file = tables.first().map_or("", Table::name);
    let form = form_of(tables, wanted)?;
    let at_file = |sentence| Problem::error(sentence).at(Place::file(file));
    if !form.framework.eq_ignore_ascii_case(framework.id()) {
        let sentence = say::form_of_other_framework(&*form.framework, framework.id());
        let help = say::form_of_other_framework_help(&*form.framework);
        return Err(vec![at_file(sentence).help(help)]);
    }
    let mut reading = Reading {
        framework,
        out: Gathered {
            file: file.to_owned(),
            form,
            lang: Lang::Id,
            cells: Cells::new(),
            rows: BTreeMap::new(),
            offices: Vec::new(),
            before: BTreeMap::new(),
            before_wave: None,
            origins: Vec::new(),
            handed: None,
            has: [false, false],
            had: [false, false],
        },
        problems: Vec::new(),
        sheets: 0,
    };
    if reading.out.form.version != framework.version() {
        let sentence = say::form_of_other_version(&*reading.out.form.version, framework.version());
        let problem = Problem::warning(sentence).at(Place::file(file));
        reading.problems.push(problem);
    }
    let mut others = Vec::new();
    for table in tables {
        if table.sheet_name() == Some(MARK) {
            reading.mark(table);
            continue;
        }
        if !reading.table(table) {
            // One that is to be filled in and whose headings are gone is told too.
            let is_left = |it: &&str| !Form::is_aside(it);
            others.extend(table.sheet_name().filter(is_left));
        }
    }
    if reading.sheets == 0 {
        let problem = at_file(say::form_without_rows());
        reading
            .problems
            .push(problem.help(say::form_without_rows_help()));
    }
    if !others.is_empty() {
        let names = list(others.iter().map(|it| format!("`{}`", shown(it))));
        let problem = Problem::warning(say::form_sheets_left(names)).at(Place::file(file));
        reading.problems.push(problem);
    }
    finish(reading.out, reading.problems)
}

/// What a workbook says of itself, where it is what is wanted.
///
/// # Errors
/// That it is not.
pub(super) fn form_of(tables: &[Table], wanted: Wanted) -> Result<Form, Vec<Problem>> {
    let file = tables.first().map_or("", Table::name);
    let refuse = |sentence, help| {
        let problem = Problem::error(sentence).at(Place::file(file));
        Err(vec![problem.help(help)])
    };
    let Some(form) = Form::of(tables) else {
        return refuse(say::no_form(), say::no_form_help());
    };
    match (form.kind, wanted) {
        (FormKind::Result, _) => refuse(say::workbook_is_result(), say::workbook_is_result_help()),
        (FormKind::Part, Wanted::Whole) => refuse(say::form_is_part(), say::form_is_part_help()),
        (FormKind::Form, Wanted::Part) => refuse(say::form_is_whole(), say::form_is_whole_help()),
        (FormKind::Form, Wanted::Whole) | (FormKind::Part, Wanted::Part) => Ok(form),
    }
}

struct Reading<'a> {
    framework: &'a Framework,
    out: Gathered,
    problems: Vec<Problem>,
    /// How many sheets with rows there were.
    sheets: usize,
}

impl Reading<'_> {
    /// What the mark says of a part when it was handed out.
    fn mark(&mut self, mark: &Table) {
        let mut pairs = Vec::new();
        let mut rows = mark.rows();
        while let Some(row) = rows.next() {
            let mut texts = row.texts();
            if let (Some(name), Some(value)) = (texts.next(), texts.next()) {
                pairs.push((name.to_owned(), value.to_owned()));
            }
        }
        let sheets = pairs.iter().find(|it| it.0 == SHEETS);
        let sheets: Vec<&str> = sheets.map_or(Vec::new(), |it| it.1.split(' ').collect());
        self.out.had = ["answers", "items"].map(|it| sheets.contains(&it));
        let pairs = pairs.iter().map(|it| (&*it.0, &*it.1));
        self.out.handed = handed(self.framework, pairs);
    }

    /// Reads a sheet; whether it is one of ours.
    fn table(&mut self, table: &Table) -> bool {
        let mut is_made = false;
        let mut rows = table.rows();
        while let Some(row) = rows.next() {
            let texts: Vec<&str> = row.texts().collect();
            is_made |= is_of_page(&texts);
            if let Some(head) = Head::of(&texts) {
                self.sheets += 1;
                self.out.lang = head.lang;
                match head.about {
                    About::Answers => self.out.has[0] = true,
                    About::Items => self.out.has[1] = true,
                    About::Outside => {}
                }
                self.rows(table, &head, row.at.row);
                return true;
            }
            if let Some(columns) = is_head_of_offices(&texts) {
                self.offices(table, columns, row.at.row);
                return true;
            }
            if let Some(columns) = Origin::columns(&texts) {
                self.out.origins = Origin::read(table, &columns, row.at.row);
                return true;
            }
            let is_before = [Lang::Id, Lang::En].map(label::form_before_wave);
            if let [name, value, ..] = texts[..]
                && is_before.contains(&name)
                && !value.is_empty()
            {
                self.out.before_wave = Some(value.to_owned());
            }
        }
        is_made
    }

    fn rows(&mut self, table: &Table, head: &Head, behind: usize) {
        let place = |row: usize, cell: usize| {
            table.place(crate::table::At {
                row,
                cell: Some(cell),
            })
        };
        for (at, (cell, column)) in head.columns.iter().enumerate() {
            if head.columns[..at].iter().any(|it| it.1 == *column) {
                let problem = Problem::error(say::form_column_twice());
                self.problems.push(problem.at(place(behind, *cell)));
            }
        }
        if !head.added.is_empty() {
            let names = list(head.added.iter().map(|it| format!("`{}`", shown(&it.1))));
            let sheet = shown(table.sheet_name().unwrap_or_default());
            // One of ours that is not there may be one of these, with all that stands in it.
            self.problems.push(match head.lacking() {
                None => Problem::warning(say::form_columns_left(sheet, names))
                    .at(Place::file(table.name())),
                Some(lacking) => Problem::error(say::form_heading_gone(lacking, names))
                    .at(place(behind, head.added[0].0))
                    .help(say::form_heading_gone_help(lacking)),
            });
        }
        let code_at = head.columns.iter().find(|it| it.1.is_code());
        let Some((code_at, _)) = code_at.copied() else {
            return;
        };
        let mut columns = head.columns.iter();
        let of_indicator = columns.find(|it| it.1 == Column::Item(ItemColumn::Indicator));
        let indicator_at = of_indicator.map(|it| it.0);
        let mut rows = table.rows();
        while let Some(row) = rows.next() {
            let number = row.at.row;
            let code = row.text(code_at);
            if number <= behind {
                continue;
            }
            let filled = head.columns.iter().find(|(cell, column)| {
                let cell = row.cell(*cell);
                let is_filled = !cell.text().is_empty() || matches!(cell.kind, Kind::Uncalculated);
                column.slot((0, 0)).is_some() && is_filled
            });
            if code.is_empty() {
                if let Some((cell, _)) = filled {
                    let problem = Problem::warning(say::form_row_without_code());
                    self.problems.push(problem.at(place(number, *cell)));
                }
                continue;
            }
            // A header that is repeated for print.
            if head.columns.iter().any(|it| {
                it.0 == code_at && Column::of(head.about, code).is_some_and(|it| it.is_code())
            }) {
                continue;
            }
            let named = Named {
                code,
                indicator: indicator_at.map_or("", |it| row.text(it)),
            };
            let of = match row_of(self.framework, head, named) {
                Ok(of) => of,
                Err(it) => {
                    let at = indicator_at.filter(|_| it.is_of_indicator);
                    let problem = it.problem.at(place(number, at.unwrap_or(code_at)));
                    // Some heading or remark, where no answer would be lost with it.
                    self.problems.push(match filled {
                        Some(_) => problem,
                        None => problem.as_warning(),
                    });
                    continue;
                }
            };
            for (cell, column) in &head.columns {
                let found = row.cell(*cell);
                if let (Column::Answer(AnswerColumn::Before), Kind::Number(value)) =
                    (column, found.kind)
                {
                    self.out.before.insert(of.0, value);
                }
                if let Some(slot) = column.slot(of) {
                    self.cell(slot, found, place(number, *cell));
                }
            }
        }
    }

    fn cell(&mut self, slot: Slot, cell: Cell<'_>, place: Place) {
        let known = self.out.rows.entry(slot);
        known.or_insert_with(|| place.clone());
        let entry = match cell.kind {
            Kind::Uncalculated => {
                let problem = Problem::error(say::uncalculated_formula()).at(place);
                self.problems
                    .push(problem.help(say::uncalculated_formula_help()));
                return;
            }
            Kind::Number(number) => Entry::Number(number),
            // A dash says that nothing is said.
            _ if matches!(cell.text().trim(), "" | "-" | "–" | "—") => return,
            _ => match number(cell.text()) {
                // A number that a spreadsheet took for a text: formulas of the new whole are to count it.
                Some(number) if slot.is_value() => Entry::Number(number),
                _ => Entry::Text(cell.text().to_owned()),
            },
        };
        match self.out.cells.get(&slot) {
            Some(known) if !is_same(&known.entry, &entry) => {
                let code = slot.code(self.framework);
                let sentence = say::form_row_twice(code, known.place.short());
                self.problems.push(Problem::error(sentence).at(place));
            }
            Some(_) => {}
            None => drop(self.out.cells.insert(slot, Entered { entry, place })),
        }
    }

    fn offices(&mut self, table: &Table, (name, contact): (usize, Option<usize>), behind: usize) {
        let mut rows = table.rows();
        while let Some(row) = rows.next() {
            if row.at.row > behind && !row.text(name).is_empty() {
                let contact = contact.map_or("", |it| row.text(it));
                let both = [row.text(name), contact].map(str::to_owned);
                self.out.offices.push(both);
            }
        }
    }
}

/// A number typed as a text, where it can be read in one way alone: `1.250` may be a thousand or a little more
/// than one.
fn number(text: &str) -> Option<f64> {
    let text = text.trim();
    let (_, behind) = text.split_once('.').unwrap_or_default();
    if behind.len() == 3 {
        return None;
    }
    let number: f64 = text.replace(',', ".").parse().ok()?;
    number.is_finite().then_some(number)
}

/// The indicator, and the item within it, that a row is about.
fn row_of(
    framework: &Framework,
    head: &Head,
    named: Named<'_>,
) -> Result<(usize, usize), Box<Unfound>> {
    match head.about {
        About::Answers | About::Outside => rows::indicator(framework, named.code).map(|at| (at, 0)),
        About::Items => rows::item(framework, named, head.lang),
    }
}

/// Whether a row is one of the first page, or heads the sheet of what is meant by it all.
fn is_of_page(texts: &[&str]) -> bool {
    let heads = |lang| {
        let both = [
            label::form_reference_about(lang),
            label::form_reference_text(lang),
        ];
        both.iter().all(|it| texts.contains(it))
    };
    let asked = texts.first().and_then(|it| Asked::of(it));
    asked.is_some() || heads(Lang::Id) || heads(Lang::En)
}

/// The columns of names and contacts, where a row heads the list of offices.
fn is_head_of_offices(texts: &[&str]) -> Option<(usize, Option<usize>)> {
    let at = |wanted: fn(Lang) -> &'static str| {
        let words = [Lang::Id, Lang::En].map(|it| folded(wanted(it)));
        texts.iter().position(|it| words.contains(&folded(it)))
    };
    Some((at(label::form_office_name)?, at(label::form_office_contact)))
}

/// Whether two cells say the same.
pub(super) fn is_same(one: &Entry, other: &Entry) -> bool {
    let text = |it: &Entry| {
        let text = it.text().to_lowercase();
        text.split_whitespace().collect::<Vec<_>>().join(" ")
    };
    one == other || text(one) == text(other)
}
