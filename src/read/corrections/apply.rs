//! From what is asked for to the cells of a table.

use std::collections::BTreeMap;

use crate::problem::{Place, Problem, suggest};
use crate::read::header::{Headers, Layout};
use crate::read::problems::Problems;
use crate::read::rows::Headed;
use crate::read::settings::ReadOptions;
use crate::read::wanted::{ColumnName, RowName, Wanted};
use crate::statement::{Correction, Field};
use crate::table::{Amendment, At, Table};
use crate::text::{folded, list, say, shown};

use super::{content, is_same};

/// The table with what was corrected since it was sent, and what of it is read otherwise. What cannot be
/// done joins `problems`; a table without a usable header is told of when it is read.
pub(in crate::read) fn apply(
    table: Table,
    options: &ReadOptions,
    problems: &mut Vec<Problem>,
) -> (Table, Vec<Correction>) {
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
    let mut sent = Sent {
        rows: rows(&headed, &layout, &options.corrections),
        headed,
        layout,
    };
    let mut made = Vec::new();
    for wanted in &options.corrections {
        match sent.correct(wanted) {
            Ok(correction) => made.push(correction),
            Err(problem) => problems.push(*problem),
        }
    }
    let amendments: Vec<Amendment> = made
        .iter()
        .map(|it: &Correction| Amendment {
            row: it.row,
            cell: it.cell,
            text: it.to.clone(),
            place: it.at.clone(),
        })
        .collect();
    (table.amended(amendments), made)
}

/// A row of the table that a correction may mean.
struct Row {
    id: String,
    cells: Vec<String>,
}

/// The rows that corrections name, by their number.
fn rows(headed: &Headed<'_>, layout: &Layout, wanted: &[Wanted]) -> BTreeMap<usize, Row> {
    let id_at = layout.column(Field::Id);
    let is_named = |at: usize, id: &str| {
        wanted.iter().any(|it| match &it.row {
            RowName::Number(row) | RowName::Both(row, _) => *row == at,
            RowName::Id(name) => !id.is_empty() && name == id,
        })
    };
    let mut out = BTreeMap::new();
    for part in headed.parts() {
        let mut rows = headed.table.rows_of(part);
        while let Some(row) = rows.next() {
            let id = id_at.map_or("", |at| row.text(at));
            if is_named(row.at.row, id) {
                let (id, cells) = (id.to_owned(), row.texts().map(str::to_owned).collect());
                out.insert(row.at.row, Row { id, cells });
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
}

impl Sent<'_> {
    /// Makes a correction.
    fn correct(&mut self, wanted: &Wanted) -> Result<Correction, Box<Problem>> {
        let row = self.row(wanted)?;
        let cell = self.column(wanted)?;
        let header = self.headed.header.get(cell).cloned().unwrap_or_default();
        let Some(found) = self.rows.get_mut(&row) else {
            return Err(self.no_row(wanted, row));
        };
        let held = found.cells.get(cell).map_or("", String::as_str);
        if !is_same(held, &wanted.from) {
            let place = self.headed.table.place(At {
                row,
                cell: Some(cell),
            });
            return Err(other_content(wanted, held, &place));
        }
        if found.cells.len() <= cell {
            found.cells.resize(cell + 1, String::new());
        }
        found.cells[cell].clone_from(&wanted.to);
        Ok(Correction {
            row,
            cell,
            header,
            from: wanted.from.clone(),
            to: wanted.to.clone(),
            reason: wanted.reason.clone(),
            minutes: wanted.minutes.clone(),
            date: wanted.date.clone(),
            by: wanted.by.clone(),
            at: wanted.places.to.clone(),
        })
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
        let mut found = self.rows.iter().filter(|(_, row)| row.id == id);
        match (found.next(), found.next()) {
            (Some((row, _)), None) => Ok(*row),
            (Some((one, _)), Some((other, _))) => {
                let sentence = say::correction_id_twice(shown(id), *one, *other);
                Err(at(sentence).help(say::correction_cell_help()).into())
            }
            _ => Err(at(say::correction_no_id(shown(id), &*wanted.file)).into()),
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
fn other_content(wanted: &Wanted, held: &str, place: &Place) -> Box<Problem> {
    let sentence =
        say::correction_other_content(place.short(), content(held), content(&wanted.from));
    let problem = Problem::error(sentence).at(wanted.places.from.clone());
    // Whoever has sent a new version has most likely put it right there.
    let problem = match is_same(held, &wanted.to) {
        true => problem.help(say::correction_done_already()),
        false => problem.help(say::correction_other_content_help()),
    };
    problem.into()
}
