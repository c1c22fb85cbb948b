//! A plain table held in memory, with what can be told of its columns from their cells and headers:
//! which count rows, which name something, which hold answers.

use std::collections::BTreeSet;

use crate::problem::{Place, Problem, suggest};
use crate::statement::answer::{is_missing, is_not_applicable};
use crate::table::{At, Cell, Kind, Table};
use crate::text::{Sentence, folded, list, say, shown};

use super::number::{Shape, shape};
use super::problems::Problems;
use super::rows::{Headed, uncalculated};

/// A cell that stands by itself.
#[derive(Debug, Clone)]
pub(super) struct Held {
    pub(super) text: String,
    pub(super) kind: Kind,
    pub(super) at: At,
}

impl Held {
    pub(super) fn cell(&self) -> Cell<'_> {
        Cell {
            written: &self.text,
            kind: self.kind,
        }
    }

    /// Whether it gives no value.
    pub(super) fn is_empty(&self) -> bool {
        gives_nothing(&self.text)
    }

    pub(super) fn is_number(&self) -> bool {
        matches!(self.kind, Kind::Number(_)) || shape(&self.text) != Shape::Broken
    }
}

pub(super) fn gives_nothing(text: &str) -> bool {
    is_missing(text) || is_not_applicable(text) || text == "."
}

/// A table in memory.
pub(super) struct Plain<'t> {
    pub(super) table: &'t Table,
    pub(super) headed: Headed<'t>,
    /// Rows under the header, each with a cell for every column.
    pub(super) rows: Vec<Vec<Held>>,
}

/// What the cells of a column are.
#[derive(Debug, Clone, Default)]
pub(super) struct Column {
    /// Its header without case and separators.
    pub(super) key: String,
    /// Cells with a number.
    pub(super) numbers: usize,
    /// Cells with something else.
    pub(super) words: usize,
    /// Different values, without case.
    pub(super) values: BTreeSet<String>,
}

impl Column {
    pub(super) fn filled(&self) -> usize {
        self.numbers + self.words
    }

    /// Whether no value stands twice.
    pub(super) fn is_unique(&self) -> bool {
        self.values.len() == self.filled()
    }

    pub(super) fn is_numeric(&self) -> bool {
        self.numbers > 0 && self.words == 0
    }

    pub(super) fn is_words(&self) -> bool {
        self.words > 0 && self.numbers == 0
    }
}

impl<'t> Plain<'t> {
    /// Reads all rows of a table that are whole, and tells of the others.
    pub(super) fn of(table: &'t Table, problems: &mut Problems) -> Option<Self> {
        let mut headed = Headed::of(table, problems)?;
        // Behind the last header there is nothing that could be read.
        let width = headed.extent.needed;
        headed.extent.width = width;
        let mut rows = Vec::new();
        let seen = headed.all(problems, |row, _| {
            let held = |index: usize| Held {
                text: row.text(index).to_owned(),
                kind: row.cell(index).kind,
                at: row.at.cell(index),
            };
            rows.push((0..width).map(held).collect());
        });
        for cell in rows.iter().flatten() {
            let cell: &Held = cell;
            if cell.kind == Kind::Uncalculated {
                problems.add(|| uncalculated(table, cell.at));
            }
        }
        if seen == 0 {
            problems.add(|| Problem::error(say::no_rows()).at(Place::file(table.name())));
        }
        Some(Self {
            table,
            headed,
            rows,
        })
    }

    pub(super) fn header(&self) -> &[String] {
        &self.headed.header[..self.headed.extent.needed]
    }

    pub(super) fn name(&self, at: usize) -> &str {
        &self.headed.header[at]
    }

    /// The headers of columns, those without one left out.
    pub(super) fn names(&self, columns: impl IntoIterator<Item = usize>) -> Vec<String> {
        let names = columns.into_iter().map(|at| self.name(at).to_owned());
        names.filter(|it| !it.is_empty()).collect()
    }

    /// Tells that columns are left out, by the first of them.
    pub(super) fn tell_left_out(
        &self,
        columns: &[usize],
        (sentence, help): (fn(String) -> Sentence, Sentence),
        problems: &mut Problems,
    ) {
        let Some(first) = columns.first() else { return };
        let names = list(
            columns
                .iter()
                .map(|at| format!("`{}`", shown(self.name(*at)))),
        );
        let place = self.place_of_header(Some(*first));
        problems.add(|| Problem::warning(sentence(names)).at(place).help(help));
    }

    pub(super) fn place_of_header(&self, at: Option<usize>) -> Place {
        let top = self.headed.top;
        self.table.place(at.map_or(top, |it| top.cell(it)))
    }

    pub(super) fn column(&self, at: usize) -> Column {
        let mut out = Column {
            key: folded(self.name(at)),
            ..Column::default()
        };
        for row in &self.rows {
            let cell = &row[at];
            if cell.is_empty() {
                continue;
            }
            if cell.is_number() {
                out.numbers += 1;
            } else {
                out.words += 1;
            }
            out.values.insert(cell.text.to_lowercase());
        }
        out
    }

    /// The columns that carry some names, in the order of the names; what is not there is told.
    pub(super) fn named(
        &self,
        names: &[String],
        option: &str,
        problems: &mut Problems,
    ) -> Vec<usize> {
        let mut out = Vec::new();
        for name in names {
            let header = self.header();
            let exact = header.iter().position(|it| it == name.trim());
            let folds = |it: &&String| !it.is_empty() && folded(it) == folded(name);
            let mut alike = header.iter().enumerate().filter(|(_, it)| folds(it));
            let found = exact.or_else(|| alike.next().map(|it| it.0));
            match found {
                Some(at) => {
                    if !out.contains(&at) {
                        out.push(at);
                    }
                }
                None => {
                    let near = suggest(name, header.iter().map(String::as_str));
                    let help = match near {
                        Some(near) => say::did_you_mean(near),
                        None => say::matrix_columns(list(header.iter().map(|it| shown(it)))),
                    };
                    let sentence = say::matrix_no_column(shown(name), option);
                    let place = self.place_of_header(None);
                    problems.add(|| Problem::error(sentence).at(place).help(help));
                }
            }
        }
        out
    }

    /// Takes rows off the foot that sum up those above, and says so.
    pub(super) fn without_totals(&mut self, problems: &mut Problems) {
        while self.rows.len() > 1 {
            let first = |row: &Vec<Held>| row.iter().position(|it| !it.text.is_empty());
            let Some(row) = self.rows.last() else { return };
            let Some(cell) = first(row).map(|at| &row[at]) else {
                return;
            };
            if !is_total(&folded(&cell.text)) {
                return;
            }
            let sentence = say::matrix_total_row(shown(&cell.text));
            let place = self.table.place(cell.at);
            problems.add(|| Problem::warning(sentence).at(place));
            self.rows.pop();
        }
    }
}

/// Whether a folded name says that what follows sums up.
pub(super) fn is_total(key: &str) -> bool {
    const TOTALS: &[&str] = &[
        "total",
        "totals",
        "jumlah",
        "jml",
        "grandtotal",
        "sum",
        "ratarata",
        "rerata",
        "rata2",
        "rata",
        "mean",
        "average",
        "avg",
        "median",
        "modus",
        "persentase",
        "persen",
        "percent",
        "simpanganbaku",
        "sd",
        "stdev",
        "totalskor",
        "skortotal",
        "jumlahskor",
        "totalscore",
        "totalnilai",
        "jumlahnilai",
        "nilairatarata",
        "rataratanilai",
    ];
    TOTALS.contains(&key)
}

/// Whether a header says that its column counts the rows.
pub(super) fn is_numbering(header: &str, key: &str) -> bool {
    const NUMBERING: &[&str] = &[
        "no",
        "nomor",
        "nr",
        "num",
        "number",
        "urut",
        "nourut",
        "nomorurut",
        "index",
        "indeks",
        "idx",
        "baris",
        "row",
        "rownumber",
        "rownum",
        "unnamed0",
    ];
    header.trim() == "#" || NUMBERING.contains(&key)
}

/// Whether a header says that its column holds remarks.
pub(super) fn is_note(key: &str) -> bool {
    const NOTES: &[&str] = &[
        "catatan",
        "keterangan",
        "ket",
        "note",
        "notes",
        "comment",
        "comments",
        "komentar",
        "remark",
        "remarks",
        "kutipan",
        "quote",
        "alasan",
        "rationale",
    ];
    NOTES.contains(&key)
}
