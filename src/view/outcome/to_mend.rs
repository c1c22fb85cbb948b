//! The list of what to mend: for each file sent, where, what is wrong and what to do.

use std::collections::{BTreeMap, BTreeSet};

use crate::problem::{Problem, Spot};
use crate::text::{Lang, label};
use crate::view::book::Book;
use crate::view::{Block, Cell, Column, Document, Table, words};

use super::mark::mark;
use super::pages;

/// Who sent each file, where that is known: by its name as the user gave it.
pub type Senders = BTreeMap<String, String>;

/// The list, and how much of it there is in how many files.
fn document(problems: &[Problem], senders: &Senders, lang: Lang) -> Document {
    let errors: Vec<&Problem> = problems.iter().filter(|it| it.is_error()).collect();
    let files: BTreeSet<&str> = errors
        .iter()
        .filter_map(|it| Some(it.place.as_ref()?.file.as_str()))
        .collect();
    let line = label::mend_count(lang, errors.len(), files.len());
    Document {
        lang,
        title: label::sheet_mend(lang).to_owned(),
        subtitle: String::new(),
        blocks: vec![
            Block::Paragraph(line),
            Block::Paragraph(label::mend_intro(lang).to_owned()),
            Block::Table(places(problems, senders, lang)),
        ],
    }
}

/// The workbook with the list, which says of each file who sent it.
#[must_use]
pub fn to_mend(problems: &[Problem], senders: &Senders, lang: Lang) -> Book {
    let document = document(problems, senders, lang);
    Book {
        lang,
        title: document.title.clone(),
        sheets: vec![
            pages::page(label::sheet_mend(lang), &document),
            mark(["", ""], lang),
        ],
    }
}

/// Where in its file a problem stands: sheet, row, column.
fn position(problem: &Problem) -> (&str, usize, usize, &str) {
    match problem.place.as_ref().map(|it| &it.spot) {
        Some(Spot::Cell { sheet, cell }) => {
            let row = cell.trim_start_matches(|it: char| it.is_ascii_alphabetic());
            let column = &cell[..cell.len() - row.len()];
            (sheet, row.parse().unwrap_or(0), column.len(), column)
        }
        Some(Spot::Text { line, column, .. }) => ("", *line, *column, ""),
        Some(Spot::Whole) | None => ("", 0, 0, ""),
    }
}

/// Problems by file, errors before warnings, with their places in the words of a spreadsheet; whose files
/// they are in, where that is known of any.
pub(super) fn places(problems: &[Problem], senders: &Senders, lang: Lang) -> Table {
    let path = |it: &Problem| it.place.as_ref().map(|it| it.file.clone());
    let paths: BTreeSet<String> = problems.iter().filter_map(path).collect();
    let last = |it: &str| it.rsplit(['/', '\\']).next().unwrap_or(it).to_owned();
    // The list is sent on: where files lie here says nothing there, unless two are called the same.
    let is_alone = |name: &str| paths.iter().filter(|it| last(it) == name).count() < 2;
    let file = |it: &Problem| {
        let path = path(it).unwrap_or_default();
        Some(last(&path)).filter(|it| is_alone(it)).unwrap_or(path)
    };
    let mut sorted: Vec<&Problem> = problems.iter().collect();
    sorted.sort_by_key(|it| (file(it), !it.is_error(), position(it)));
    let sender = |it: &Problem| path(it).and_then(|it| senders.get(&it));
    let has_senders = problems.iter().any(|it| sender(it).is_some());
    let row = |it: &&Problem| {
        let (sheet, cell) = match it.place.as_ref().map(|it| &it.spot) {
            Some(Spot::Cell { sheet, cell }) => (sheet.clone(), cell.clone()),
            Some(Spot::Text { line, .. }) => (String::new(), label::mend_line(lang, *line)),
            Some(Spot::Whole) | None => (String::new(), String::new()),
        };
        let help: Vec<String> = it
            .help
            .iter()
            .map(|it| words::capital(it.get(lang)))
            .collect();
        let mine = Cell::text(sender(it).map_or("", String::as_str));
        let mine = has_senders.then_some(mine);
        let cells = [
            Cell::text(file(it)),
            Cell::text(sheet),
            Cell::text(cell),
            Cell::text(match it.is_error() {
                true => label::error_word(lang),
                false => label::warning_word(lang),
            }),
            Cell::text(words::capital(it.message.get(lang))),
            Cell::text(help.join("\n")),
        ];
        mine.into_iter().chain(cells).collect()
    };
    let whose = has_senders.then(|| Column::text("sender", label::mend_sender(lang)));
    let columns = [
        Column::text("file", label::mend_file(lang)),
        Column::text("sheet", label::mend_sheet(lang)),
        Column::text("cell", label::mend_cell(lang)),
        Column::text("kind", label::severity(lang)),
        Column::text("wrong", label::mend_what(lang)),
        Column::text("do", label::mend_how(lang)),
    ];
    Table {
        rows: sorted.iter().map(row).collect(),
        columns: whose.into_iter().chain(columns).collect(),
    }
}
