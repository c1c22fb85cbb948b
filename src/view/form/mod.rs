//! An instrument as a workbook for somebody who has nothing but a spreadsheet program: a first page, a
//! row for each indicator, a row for each evidence item, the indices of other bodies, offices, and what
//! is meant by it all. Result, category and completeness are reckoned while it is filled.
//!
//! The words of headers stand in [`crate::text::form`], from which readers take them too. What was
//! filled in before ([`Filled`]) stands in the cells again, so that parts of a workbook and the whole
//! are one thing.

mod answers;
mod blind;
mod handed;
mod items;
mod lists;
mod live;
mod outside;
mod page;
mod reference;
mod respondents;

use std::collections::{BTreeMap, BTreeSet};

use crate::framework::Framework;
use crate::text::Lang;
use crate::text::form::{AnswerColumn, Asked, ItemColumn, Kind, OutsideColumn};

use super::book::{Book, Cell, Content, Format, Look, Sheet};
use super::envelope::VERSION;

pub use blind::sample;
pub use handed::handed;

use lists::Lists;
use live::Live;

/// What is to be made of an instrument.
#[derive(Debug, Clone, Default)]
pub struct Wish {
    /// What stands in its cells already.
    pub filled: Filled,
    /// The rows of one office alone: positions of indicators, and of items within theirs.
    pub part: Option<Part>,
    /// What the last wave gave each indicator, by its position: its value on its scale.
    pub before: BTreeMap<usize, f64>,
    /// The name of that wave.
    pub before_wave: Option<String>,
    /// What stands in the part of an office as it is handed out, for its mark.
    pub handed: Option<Filled>,
}

/// The rows of one office.
#[derive(Debug, Clone, Default)]
pub struct Part {
    /// Indicators that it answers.
    pub answers: BTreeSet<usize>,
    /// Evidence items that are its task: indicator and position within it.
    pub items: BTreeSet<(usize, usize)>,
}

/// What was filled in.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Filled {
    /// The first page.
    pub page: BTreeMap<Asked, String>,
    /// Answers, by the position of the indicator.
    pub answers: BTreeMap<(usize, AnswerColumn), Entry>,
    /// Evidence items, by the position of the indicator and theirs within it.
    pub items: BTreeMap<(usize, usize, ItemColumn), Entry>,
    /// Indices of other bodies, by the position of the indicator.
    pub outside: BTreeMap<(usize, OutsideColumn), Entry>,
    /// Offices: name and contact.
    pub offices: Vec<[String; 2]>,
}

/// What stands in a cell.
#[derive(Debug, Clone, PartialEq)]
pub enum Entry {
    /// A text.
    Text(String),
    /// A number.
    Number(f64),
}

/// The workbook of an instrument.
#[must_use]
pub fn workbook(framework: &Framework, wish: &Wish, lang: Lang) -> Book {
    let lists = Lists::new(framework, lang);
    let mut sheets = vec![page::sheet(framework, wish, &lists, lang)];
    if respondents::is_wanted(framework) {
        sheets.extend(respondents::sheets(framework, &lists, lang));
    } else {
        sheets.extend(self_assessment(framework, wish, &lists, lang));
    }
    sheets.push(reference::sheet(framework, lang));
    sheets.push(lists.sheet());
    sheets.push(mark(framework, wish, lang));
    Book {
        lang,
        title: framework.title().get(lang).to_owned(),
        sheets,
    }
}

/// The sheets of a self-assessment, and that of its arithmetic.
fn self_assessment(framework: &Framework, wish: &Wish, lists: &Lists, lang: Lang) -> Vec<Sheet> {
    let offices = reference::offices(wish, lang);
    let outside = outside::sheet(framework, wish, lang);
    let items = items::sheet(framework, wish, (lists, &offices), lang);
    let is_live = wish.part.is_none() && live::is_possible(framework);
    let mut live = is_live.then(|| Live::new(framework, lists, lang));
    let answers = answers::sheet(
        framework,
        wish,
        &answers::Beside {
            lists,
            offices: &offices,
            items: items.as_ref(),
            outside: outside.as_ref(),
        },
        live.as_mut(),
        lang,
    );
    let mut out = vec![answers];
    let (items, accepted) = items.map(|it| (it.sheet, it.accepted)).unzip();
    out.extend::<Option<Sheet>>(items);
    out.extend(outside.map(|it| it.sheet));
    out.push(offices);
    out.extend::<Option<Sheet>>(accepted);
    out.extend(live.map(Live::finish));
    out
}

/// The name beside which the mark of a part says on which sheets it has rows: `answers`, `items`.
pub const SHEETS: &str = "sheets";

/// The sheet that says what the workbook is, whatever its file is called.
fn mark(framework: &Framework, wish: &Wish, lang: Lang) -> Sheet {
    let kind = match wish.part {
        Some(_) => Kind::Part,
        None => Kind::Form,
    };
    let own = [
        ("siap", VERSION),
        ("kind", kind.id()),
        ("framework", framework.id()),
        ("version", framework.version()),
        ("sha256", framework.sha256()),
        ("lang", lang.tag()),
    ];
    let handed = wish.handed.iter();
    let mut handed: Vec<(String, String)> =
        handed.flat_map(|it| handed::pairs(framework, it)).collect();
    if let (Some(part), Some(_)) = (&wish.part, &wish.handed) {
        let has = [
            ("answers", part.answers.is_empty()),
            ("items", part.items.is_empty()),
        ];
        let has = has.iter().filter(|it| !it.1).map(|it| it.0);
        handed.push((SHEETS.to_owned(), has.collect::<Vec<_>>().join(" ")));
    }
    let handed = handed.iter().map(|it| (&*it.0, &*it.1));
    Sheet::mark(own.into_iter().chain(handed))
}

/// A cell for input with what was filled in before.
fn input(entry: Option<&Entry>) -> Cell {
    let content = match entry {
        None => Content::Empty,
        Some(Entry::Text(text)) => Content::Text(text.clone()),
        Some(Entry::Number(number)) => Content::Number(*number, Format::Plain),
    };
    Cell::from(content).look(Look::Input)
}

/// Row numbers of a sheet never come near the end of their range.
fn row(at: usize) -> u32 {
    u32::try_from(at).unwrap_or(u32::MAX)
}

/// What a sheet is headed with: its name, and whose it is, taken from the first page.
fn headed(sheet: &mut Sheet, framework: &Framework, lang: Lang) {
    let name = format!("{}: {}", sheet.name, framework.title().get(lang));
    sheet.put((0, 0), Cell::from(name).look(Look::Title));
}

/// The heading of a column.
fn header(text: &str) -> Cell {
    Cell::from(text).look(Look::Header)
}
