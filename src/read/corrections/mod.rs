//! A list of corrections: which cell of which file is read otherwise than it was sent, and on what
//! ground.
//!
//! [`read`] makes it of the table that people write; `apply` brings it to the cells of a file. The
//! file itself is never touched: whoever sent it finds what was sent.

mod apply;

use crate::problem::{Checked, Place, Problem, suggest};
use crate::statement::Date;
use crate::table::{Table, column_of_letters};
use crate::text::{Text, folded, list, say, shown};

use super::dates;
use super::plain::{Held, Plain};
use super::problems::Problems;
use super::settings::ReadOptions;
use super::table;
use super::wanted::{ColumnName, Places, RowName, Wanted};

pub(super) use apply::{apply, without_effect};

/// What the list is called in the folder of a study; the first is the one that siap names.
pub const NAMES: [&str; 2] = ["koreksi.csv", "corrections.csv"];

/// A list as it was read.
#[derive(Debug)]
pub struct List {
    /// What it asks for, line by line.
    pub all: Vec<Wanted>,
    /// Hexadecimal SHA-256 of its bytes.
    pub sha256: String,
}

/// The columns of the list.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Part {
    File,
    Cell,
    Id,
    Column,
    From,
    To,
    Reason,
    Minutes,
    Date,
    By,
}

/// What they may be called, folded: in English first, then in Indonesian.
const PARTS: [(Part, &[&str]); 10] = [
    (Part::File, &["file", "berkas"]),
    (Part::Cell, &["cell", "sel", "row", "baris"]),
    (Part::Id, &["id", "id"]),
    (Part::Column, &["column", "kolom"]),
    (Part::From, &["from", "semula", "dari", "sebelum"]),
    (Part::To, &["to", "menjadi", "ke", "sesudah"]),
    (Part::Reason, &["reason", "alasan"]),
    (
        Part::Minutes,
        &["minutes", "beritaacara", "notula", "notulen", "ba"],
    ),
    (Part::Date, &["date", "tanggal"]),
    (Part::By, &["by", "oleh"]),
];

impl Part {
    fn of(header: &str) -> Option<Self> {
        let key = folded(header);
        let found = PARTS.iter().find(|(_, names)| names.contains(&&*key));
        found.map(|(part, _)| *part)
    }

    /// What it may be called.
    fn names(self) -> &'static [&'static str] {
        let found = PARTS.iter().find(|(it, _)| *it == self);
        found.map_or(&["", ""], |(_, names)| names)
    }

    /// Where it stands in the list, if it does.
    fn at(self, plain: &Plain<'_>) -> Option<usize> {
        plain
            .header()
            .iter()
            .position(|it| Self::of(it) == Some(self))
    }
}

/// Whether a table is a list of corrections, and no data.
pub(super) fn is_list(table: &Table) -> bool {
    let mut rows = table.rows();
    let Some(first) = rows.next() else {
        return false;
    };
    let parts: Vec<Part> = first.texts().filter_map(Part::of).collect();
    let wanted = [Part::File, Part::From, Part::To];
    wanted.iter().all(|it| parts.contains(it))
}

/// What is wrong with a table that is no data, with what it is most likely.
pub(super) fn told_as_list(mut problems: Vec<Problem>) -> Vec<Problem> {
    let mut wrong = problems.iter_mut().filter(|it| it.is_error());
    if let Some(first) = wrong.next() {
        first.help = vec![say::is_list_of_corrections(NAMES[0]).text];
    }
    problems
}

/// Reads a list of corrections.
///
/// # Errors
/// Every problem of the list, when at least one is an error.
pub fn read(bytes: &[u8], name: &str) -> Checked<List> {
    let (table, doubts) = table(bytes, name, &ReadOptions::default())?;
    let mut problems = Problems::new(doubts);
    let list = |all| List {
        all,
        sha256: table.sha256().to_owned(),
    };
    if has_header_only(&table) {
        return problems.finish(list(Vec::new()));
    }
    let Some(plain) = Plain::of(&table, &mut problems) else {
        return problems.fail();
    };
    headers(&plain, &mut problems);
    if problems.any_error() {
        return problems.fail();
    }
    let lines = plain.rows.iter().map(|row| Line { plain: &plain, row });
    let filled = lines.filter(|it| it.row.iter().any(|cell| !cell.text.trim().is_empty()));
    let all = filled.filter_map(|it| it.wanted(&mut problems));
    let all = all.collect();
    problems.finish(list(all))
}

/// Whether nothing was corrected yet: a header of ours stands there alone.
fn has_header_only(table: &Table) -> bool {
    let mut rows = table.rows();
    let mut filled = 0;
    let mut knows = false;
    while let Some(row) = rows.next() {
        if !row.is_blank() {
            knows |= filled == 0 && row.texts().any(|it| Part::of(it).is_some());
            filled += 1;
        }
    }
    knows && filled < 2
}

/// Tells what columns are lacking, stand twice, or mean nothing here.
fn headers(plain: &Plain<'_>, problems: &mut Problems) {
    let wanted = [
        Part::File,
        Part::From,
        Part::To,
        Part::Reason,
        Part::Date,
        Part::By,
    ];
    let lacks = |part: &Part| part.at(plain).is_none();
    let mut lacking: Vec<Part> = wanted.into_iter().filter(lacks).collect();
    if lacks(&Part::Cell) && lacks(&Part::Id) {
        lacking.push(Part::Cell);
    }
    if !lacking.is_empty() {
        let headers = list(plain.header().iter().map(|it| format!("`{}`", shown(it))));
        let called = |lang: usize| list(lacking.iter().map(|it| format!("`{}`", it.names()[lang])));
        let lacking = Text::new(called(1), called(0));
        let problem = Problem::error(say::corrections_columns(lacking));
        let problem = problem.at(plain.place_of_header(None));
        let problem = problem.help(say::corrections_columns_help());
        problems.add(|| problem.help(say::costs_columns_found(headers)));
    }
    for (at, header) in plain.header().iter().enumerate() {
        let place = plain.place_of_header(Some(at));
        let part = Part::of(header);
        if part.is_some_and(|it| it.at(plain) != Some(at)) {
            let sentence = say::corrections_column_twice(shown(header));
            problems.add(|| Problem::error(sentence).at(place));
        } else if part.is_none() && !header.is_empty() {
            let names = PARTS.iter().flat_map(|(_, names)| names.iter().copied());
            let near = suggest(&folded(header), names).map(say::did_you_mean);
            let problem = Problem::warning(say::corrections_column_unread(shown(header)));
            problems.add(|| problem.at(place).maybe_help(near));
        }
    }
}

/// A row of the list.
struct Line<'p> {
    plain: &'p Plain<'p>,
    row: &'p [Held],
}

impl Line<'_> {
    fn cell(&self, part: Part) -> Option<&Held> {
        Some(&self.row[part.at(self.plain)?])
    }

    fn text(&self, part: Part) -> &str {
        self.cell(part).map_or("", |it| it.text.trim())
    }

    fn place(&self, part: Part) -> Place {
        let cell = self.cell(part).or(self.row.first());
        let at = cell.map_or(self.plain.headed.top, |it| it.at);
        self.plain.table.place(at)
    }

    /// A text that must be there.
    fn must(&self, part: Part, problems: &mut Problems) -> String {
        let text = self.text(part);
        if text.is_empty() {
            let header = part.at(self.plain).map_or("", |at| self.plain.name(at));
            let sentence = say::correction_lacks(shown(header));
            let place = self.place(part);
            problems.add(|| Problem::error(sentence).at(place));
        }
        text.to_owned()
    }

    fn wanted(&self, problems: &mut Problems) -> Option<Wanted> {
        let before = problems.count();
        let file = self.must(Part::File, problems);
        let reason = self.must(Part::Reason, problems);
        let by = self.must(Part::By, problems);
        let written = self.must(Part::Date, problems);
        let date = match Date::parse(&written) {
            Ok(date) => Some(date),
            Err(_) if written.is_empty() => None,
            Err(fault) => {
                let place = self.place(Part::Date);
                problems.add(|| dates::refused(&written, fault).at(place));
                None
            }
        };
        let target = self.target(problems);
        let (from, to) = (self.text(Part::From), self.text(Part::To));
        let minutes = self.text(Part::Minutes);
        let (row, column) = target.filter(|_| problems.count() == before)?;
        Some(Wanted {
            file,
            sheet: sheet_and_cell(self.text(Part::Cell)).0,
            column,
            from: from.to_owned(),
            to: to.to_owned(),
            reason,
            minutes: (!minutes.is_empty()).then(|| minutes.to_owned()),
            date: date?,
            by,
            places: Places {
                file: self.place(Part::File),
                row: match &row {
                    RowName::Id(_) => self.place(Part::Id),
                    _ => self.place(Part::Cell),
                },
                column: self.place(Part::Column),
                from: self.place(Part::From),
                to: self.place(Part::To),
            },
            row,
        })
    }

    /// Which cell is meant.
    fn target(&self, problems: &mut Problems) -> Option<(RowName, Option<ColumnName>)> {
        let (cell, id, header) = (
            self.text(Part::Cell),
            self.text(Part::Id),
            self.text(Part::Column),
        );
        let refused = |sentence, part: Part, problems: &mut Problems| {
            let place = self.place(part);
            problems.add(|| {
                Problem::error(sentence)
                    .at(place)
                    .help(say::correction_cell_help())
            });
            None
        };
        let named = (!header.is_empty()).then(|| ColumnName::Header(header.to_owned()));
        if cell.is_empty() {
            return match id.is_empty() {
                true => refused(say::correction_without_cell(), Part::Cell, problems),
                false => Some((RowName::Id(id.to_owned()), named)),
            };
        }
        let (_, address) = sheet_and_cell(cell);
        let (letters, number) = parts_of(address);
        let Some(number) = number else {
            return refused(say::correction_cell(shown(cell)), Part::Cell, problems);
        };
        let column = match (letters.is_empty(), named) {
            (true, named) => named,
            (false, None) => match column_of_letters(&letters) {
                Some(at) => Some(ColumnName::At(at)),
                None => return refused(say::correction_cell(shown(cell)), Part::Cell, problems),
            },
            (false, Some(_)) => {
                return refused(
                    say::correction_column_twice(shown(cell)),
                    Part::Column,
                    problems,
                );
            }
        };
        let row = match id.is_empty() {
            true => RowName::Number(number),
            false => RowName::Both(number, id.to_owned()),
        };
        Some((row, column))
    }
}

/// The sheet and the cell of `Teknologi!D14`, `'Tata kelola'!D14` or `D14`; back-ticks are those of our
/// own diagnostics.
fn sheet_and_cell(text: &str) -> (Option<String>, &str) {
    let Some((sheet, cell)) = text.rsplit_once('!') else {
        return (None, text);
    };
    let sheet = sheet.trim();
    let bare = ['\'', '`', '"'].into_iter().find_map(|sign| {
        let inside = sheet.strip_prefix(sign)?.strip_suffix(sign)?;
        Some(inside.replace("''", "'"))
    });
    (Some(bare.unwrap_or_else(|| sheet.to_owned())), cell.trim())
}

/// Letters and number of `D14`, `$D$14` or `14`.
fn parts_of(cell: &str) -> (String, Option<usize>) {
    let plain: String = cell.chars().filter(|it| *it != '$').collect();
    let end = plain.find(|it: char| !it.is_ascii_alphabetic());
    let (letters, number) = plain.split_at(end.unwrap_or(plain.len()));
    let is_number = !number.is_empty() && number.bytes().all(|it| it.is_ascii_digit());
    let number = number.parse().ok().filter(|it| is_number && *it > 0);
    (letters.to_owned(), number)
}

/// What a cell holds, in words where that is nothing.
fn content(text: &str) -> Text {
    let shown = shown(text.trim());
    match shown.is_empty() {
        true => Text::new("kosong", "nothing"),
        false => Text::same(format!("`{shown}`")),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_cell_is_named_as_a_spreadsheet_does() {
        assert_eq!(parts_of("D14"), ("D".to_owned(), Some(14)));
        assert_eq!(parts_of("$aa$3"), ("aa".to_owned(), Some(3)));
        assert_eq!(parts_of("14"), (String::new(), Some(14)));
        for text in ["D", "14D", "D0", "D-1", "D1.5", "R1C1", "é3"] {
            assert_eq!(parts_of(text).1, None, "{text}");
        }
    }

    #[test]
    fn a_cell_may_name_its_sheet() {
        for text in ["Tata kelola!D14", "'Tata kelola'!D14", "`Tata kelola`!D14"] {
            assert_eq!(
                sheet_and_cell(text),
                (Some("Tata kelola".to_owned()), "D14")
            );
        }
        assert_eq!(sheet_and_cell("'Jum''at'!A1").0.as_deref(), Some("Jum'at"));
        assert_eq!(sheet_and_cell("D14"), (None, "D14"));
    }
}
