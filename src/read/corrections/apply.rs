//! From what is asked for to the cells of a table.

use std::collections::{BTreeMap, HashMap, HashSet};

use crate::problem::{Place, Problem, suggest};
use crate::read::header::{Headers, Layout};
use crate::read::number::{Fault, Numbers, Shape, shape};
use crate::read::problems::Problems;
use crate::read::rows::Headed;
use crate::read::settings::ReadOptions;
use crate::read::vote::other_sign;
use crate::read::wanted::{ColumnName, RowName, Wanted};
use crate::statement::{Correction, Field, Header, Source, Statements};
use crate::table::{Amendment, At, Table};
use crate::text::{folded, list, say, shown};

use super::content;

/// The table with what was corrected since it was sent, and what of it is read otherwise. What cannot be
/// done joins `problems`; a table without a usable header is told of when it is read.
pub(in crate::read) fn apply(
    table: Table,
    options: &ReadOptions,
    problems: &mut Vec<Problem>,
) -> (Table, Vec<(Correction, Place)>) {
    let mut defaults = options.defaults.clone();
    let headers = Headers::new(options);
    let mut quiet = Problems::default();
    let headed = headers.find(&table, &mut defaults, &mut quiet);
    let layout = headed
        .as_ref()
        .and_then(|it| headers.layout(it, &defaults, &mut quiet));
    let Some((headed, layout)) = headed.zip(layout) else {
        return (table, Vec::new());
    };
    let rows = rows(&headed, &layout, &options.corrections);
    let mut by_id: HashMap<String, Vec<usize>> = HashMap::new();
    for (number, row) in &rows {
        by_id.entry(row.id.clone()).or_default().push(*number);
    }
    let mut sent = Sent {
        rows,
        by_id,
        numbers: Numbers::with(options.decimal),
        corrected: BTreeMap::new(),
        headed,
        layout,
    };
    let (mut made, mut amendments) = (Vec::new(), Vec::new());
    for wanted in &options.corrections {
        match sent.correct(wanted) {
            Ok((correction, text)) => {
                problems.extend(sent.miscounted(wanted, correction.row));
                amendments.push(Amendment {
                    row: correction.row,
                    cell: correction.cell,
                    text,
                    place: wanted.places.to.clone(),
                });
                made.push((correction, wanted.places.row.clone()));
            }
            Err(problem) => problems.push(*problem),
        }
    }
    (table.amended(amendments), made)
}

/// A row of the table that a correction may mean.
struct Row {
    /// Its number in a spreadsheet, which counts rows and not the lines of a text.
    in_sheet: usize,
    id: String,
    cells: Vec<String>,
}

/// The rows that corrections name, by their number.
fn rows(headed: &Headed<'_>, layout: &Layout, wanted: &[Wanted]) -> BTreeMap<usize, Row> {
    let breaks = |text: &str| text.matches('\n').count();
    // A cell of several lines is one row of a spreadsheet.
    let mut more_lines: usize = headed.header.iter().map(|it| breaks(it)).sum();
    let id_at = layout.column(Field::Id);
    let (mut numbers, mut ids) = (HashSet::new(), HashSet::new());
    for it in wanted {
        match &it.row {
            RowName::Number(row) | RowName::Both(row, _) => drop(numbers.insert(*row)),
            RowName::Id(name) => drop(ids.insert(name.as_str())),
        }
    }
    let is_named = |at: usize, id: &str| numbers.contains(&at) || ids.contains(id);
    let mut out = BTreeMap::new();
    for part in headed.parts() {
        let mut rows = headed.table.rows_of(part);
        while let Some(row) = rows.next() {
            let in_sheet = row.at.row.saturating_sub(more_lines);
            if headed.table.is_text() {
                more_lines += row.texts().map(breaks).sum::<usize>();
            }
            let id = id_at.map_or("", |at| row.text(at));
            if is_named(row.at.row, id) {
                let (id, cells) = (id.to_owned(), row.texts().map(str::to_owned).collect());
                out.insert(
                    row.at.row,
                    Row {
                        in_sheet,
                        id,
                        cells,
                    },
                );
            }
        }
    }
    out
}

/// A table as it was sent and corrected so far.
struct Sent<'t> {
    headed: Headed<'t>,
    layout: Layout,
    rows: BTreeMap<usize, Row>,
    /// Their numbers by their ids.
    by_id: HashMap<String, Vec<usize>>,
    /// How the table is read.
    numbers: Numbers,
    /// The cells that were corrected so far, and where.
    corrected: BTreeMap<(usize, usize), Place>,
}

impl Sent<'_> {
    /// Makes a correction; with it the text that is to be read.
    fn correct(&mut self, wanted: &Wanted) -> Result<(Correction, String), Box<Problem>> {
        let row = self.row(wanted)?;
        let cell = self.column(wanted)?;
        let header = self.headed.header.get(cell).cloned().unwrap_or_default();
        let numbers = self.numbers;
        if is_same(numbers, &wanted.from, &wanted.to) {
            let sentence = say::correction_of_nothing(content(&wanted.from));
            return Err(Problem::error(sentence).at(wanted.places.to.clone()).into());
        }
        let text = match self.is_number(cell) {
            true => as_table(numbers, &wanted.to),
            false => wanted.to.clone(),
        };
        let (field, answer) = self.meaning(cell);
        let Some(found) = self.rows.get_mut(&row) else {
            return Err(self.no_row(wanted, row));
        };
        let held = found.cells.get(cell).map_or("", String::as_str);
        if !is_same(numbers, held, &wanted.from)
            && let Some(earlier) = self.corrected.get(&(row, cell))
        {
            let sentence = say::correction_after_another(content(held), content(&wanted.from));
            let problem = Problem::error(sentence).at(wanted.places.from.clone());
            return Err(problem
                .help(say::correction_earlier(earlier.short()))
                .into());
        }
        if !is_same(numbers, held, &wanted.from) {
            let place = self.headed.table.place(At {
                row,
                cell: Some(cell),
            });
            return Err(other_content(numbers, wanted, held, &place));
        }
        if found.cells.len() <= cell {
            found.cells.resize(cell + 1, String::new());
        }
        found.cells[cell].clone_from(&text);
        self.corrected.insert((row, cell), wanted.places.to.clone());
        let correction = Correction {
            field,
            answer,
            row,
            cell,
            header,
            from: wanted.from.clone(),
            to: wanted.to.clone(),
            reason: wanted.reason.clone(),
            minutes: wanted.minutes.clone(),
            date: wanted.date.clone(),
            by: wanted.by.clone(),
        };
        Ok((correction, text))
    }

    /// That the row which a correction names by its number is another one in a spreadsheet.
    fn miscounted(&self, wanted: &Wanted, row: usize) -> Option<Problem> {
        let in_sheet = self.rows.get(&row)?.in_sheet;
        let is_number = matches!(wanted.row, RowName::Number(_));
        (is_number && in_sheet != row).then(|| {
            let sentence = say::correction_counts_lines(row, in_sheet);
            let problem = Problem::warning(sentence).at(wanted.places.row.clone());
            problem.help(say::correction_name_by_id())
        })
    }

    /// What a column holds, and what its header says of the answers in it.
    fn meaning(&self, cell: usize) -> (Option<Field>, Option<Header>) {
        let mut columns = self.layout.columns.iter();
        if let Some((field, _)) = columns.find(|it| it.1 == cell) {
            return (Some(*field), None);
        }
        let answers = || self.layout.answers.iter();
        if let Some(across) = answers().find(|it| it.index == cell) {
            let header = Header {
                indicator: across.of.indicator.as_ref().map(|it| it.to_string()),
                wave: across.of.wave.clone(),
                stage: across.of.stage,
            };
            return (Some(Field::Level), Some(header));
        }
        let mut beside = answers().flat_map(|it| &it.beside);
        (beside.find(|it| it.1 == cell).map(|it| it.0), None)
    }

    /// Whether a column holds numbers.
    fn is_number(&self, cell: usize) -> bool {
        let is_it = |field: Field| self.layout.columns.contains(&(field, cell));
        [Field::Level, Field::Value, Field::Weight]
            .into_iter()
            .any(is_it)
            || self.layout.answers.iter().any(|it| it.index == cell)
    }

    /// The number of the row that is meant.
    fn row(&self, wanted: &Wanted) -> Result<usize, Box<Problem>> {
        let at = |sentence| Problem::error(sentence).at(wanted.places.row.clone());
        let (number, id) = match &wanted.row {
            RowName::Number(number) => (Some(*number), None),
            RowName::Id(id) => (None, Some(id)),
            RowName::Both(number, id) => (Some(*number), Some(id)),
        };
        if let Some(number) = number {
            let Some(row) = self.rows.get(&number) else {
                return Err(self.no_row(wanted, number));
            };
            return match id {
                Some(id) if row.id != *id => {
                    let sentence = say::correction_other_id(number, shown(id), shown(&row.id));
                    Err(at(sentence).into())
                }
                _ => Ok(number),
            };
        }
        let id = id.map_or("", String::as_str);
        if self.layout.column(Field::Id).is_none() {
            let problem = at(say::correction_no_ids(&*wanted.file));
            return Err(problem.help(say::correction_cell_help()).into());
        }
        match self.by_id.get(id).map_or(&[][..], Vec::as_slice) {
            [row] => Ok(*row),
            [one, other, ..] => {
                let sentence = say::correction_id_twice(shown(id), *one, *other);
                Err(at(sentence).help(say::correction_cell_help()).into())
            }
            [] => Err(at(say::correction_no_id(shown(id), &*wanted.file)).into()),
        }
    }

    fn no_row(&self, wanted: &Wanted, row: usize) -> Box<Problem> {
        let sentence = match row <= self.headed.top.row {
            true => say::correction_of_header(row),
            false => say::correction_no_row(&*wanted.file, row),
        };
        Problem::error(sentence)
            .at(wanted.places.row.clone())
            .into()
    }

    /// The position of the column that is meant.
    fn column(&self, wanted: &Wanted) -> Result<usize, Box<Problem>> {
        let headers = &self.headed.header;
        let at = match &wanted.column {
            None => {
                let answer = [Field::Level, Field::Value];
                let found = answer.into_iter().find_map(|it| self.layout.column(it));
                return found.ok_or_else(|| {
                    let sentence = say::correction_which_column(&*wanted.file);
                    let problem = Problem::error(sentence).at(wanted.places.row.clone());
                    problem.help(say::correction_cell_help()).into()
                });
            }
            Some(ColumnName::At(at)) if *at < headers.len() => *at,
            Some(ColumnName::At(_)) => {
                let sentence = say::correction_no_column(&*wanted.file, headers.len());
                return Err(Problem::error(sentence)
                    .at(wanted.places.row.clone())
                    .into());
            }
            Some(ColumnName::Header(name)) => match self.column_called(name) {
                Some(at) => at,
                None => {
                    let near = suggest(name, headers.iter().map(String::as_str));
                    let help = match near {
                        Some(near) => say::did_you_mean(near),
                        None => say::matrix_columns(list(headers.iter().map(|it| shown(it)))),
                    };
                    let problem = Problem::error(say::correction_column_unknown(shown(name)));
                    return Err(problem.at(wanted.places.column.clone()).help(help).into());
                }
            },
        };
        let is_read = self.layout.columns.iter().any(|(_, index)| *index == at)
            || self.layout.answers.iter().any(|it| it.index == at)
            || self.layout.second_indicator == Some(at);
        match is_read {
            true => Ok(at),
            false => {
                let sentence = say::correction_column_unread(shown(&headers[at]));
                Err(Problem::error(sentence)
                    .at(wanted.places.row.clone())
                    .into())
            }
        }
    }

    /// The column under a header, by the header's own words or by what it means.
    fn column_called(&self, name: &str) -> Option<usize> {
        let mut headers = self.headed.header.iter();
        let found = headers.position(|it| folded(it) == folded(name));
        found.or_else(|| self.layout.column(Field::from_header(name)?))
    }
}

/// That the cell holds something else than the correction says.
fn other_content(numbers: Numbers, wanted: &Wanted, held: &str, place: &Place) -> Box<Problem> {
    let sentence =
        say::correction_other_content(place.short(), content(held), content(&wanted.from));
    let problem = Problem::error(sentence).at(wanted.places.from.clone());
    // Whoever has sent a new version has most likely put it right there.
    let problem = match is_same(numbers, held, &wanted.to) {
        true => problem.help(say::correction_done_already()),
        false => problem.help(say::correction_other_content_help()),
    };
    problem.into()
}

/// A text with the decimal sign of the table, where it is a number that can only be read with the other.
fn as_table(numbers: Numbers, text: &str) -> String {
    match numbers.scaled(text.trim(), 0) {
        Err(Fault::OtherSign(_)) => other_sign(text),
        _ => text.to_owned(),
    }
}

/// Whether two texts of a cell are one: as written, or as a number as the table is read.
fn is_same(numbers: Numbers, one: &str, other: &str) -> bool {
    let number = |text: &str| {
        let text = as_table(numbers, text.trim());
        // In a table without a sign a number says its own, unless it can be read in two ways.
        let own = match (numbers.decimal(), shape(&text)) {
            (None, Shape::Decides(sign)) => Numbers::with(Some(sign)),
            _ => numbers,
        };
        own.scaled(&text, 0).ok()
    };
    let is_equal = |(a, b): (f64, f64)| (a - b).abs() <= 0.0;
    // What nobody sees on paper: blanks of another kind, ends of lines of another system.
    let seen = |text: &str| {
        text.replace('\u{a0}', " ")
            .replace("\r\n", "\n")
            .trim()
            .to_owned()
    };
    seen(one) == seen(other) || number(one).zip(number(other)).is_some_and(is_equal)
}

/// Corrections of rows that give no statement: totals, for one. One that clears its cell may be what takes
/// the statement away.
pub(in crate::read) fn without_effect(
    statements: &Statements,
    made: &[(Correction, Place)],
) -> Vec<Problem> {
    let rows: HashSet<usize> = statements.rows().iter().map(|it| it.origin().row).collect();
    let file = statements.sources().first().map_or("", Source::name);
    let lost = made
        .iter()
        .filter(|(it, _)| !it.to.is_empty() && !rows.contains(&it.row));
    lost.map(|(it, place)| {
        Problem::error(say::correction_row_unread(it.row, file)).at(place.clone())
    })
    .collect()
}
