//! A plain table of units by coders: the first column names the unit, every other holds the levels
//! of one coder. It belongs to no framework.

use std::collections::BTreeMap;

use crate::problem::{Checked, Place, Problem};
use crate::statement::answer::{is_missing, is_not_applicable};
use crate::table::{At, Cell, Row, Table};
use crate::text::{list, say, shown};

use super::number::{Fault, Numbers, is_broken};
use super::problems::Problems;
use super::rows::Headed;
use super::settings::{Decimal, ReadOptions};

/// What is known about a table of units by coders before it is read.
#[derive(Debug, Clone, Copy, Default)]
pub struct MatrixOptions {
    /// The declared decimal sign; without it the cells decide.
    pub decimal: Option<Decimal>,
    /// Lowest and highest level of a scale of whole numbers.
    pub scale: Option<(i64, i64)>,
}

/// Units by coders.
#[derive(Debug, Clone, PartialEq)]
pub struct Matrix {
    /// The input as the user named it.
    pub name: String,
    /// Its fingerprint.
    pub sha256: String,
    /// Coders, in the order of the columns.
    pub coders: Vec<String>,
    /// Units, in the order of the rows.
    pub units: Vec<String>,
    /// What the coders gave, unit by unit.
    pub cells: Cells,
}

/// What stands in the cells.
#[derive(Debug, Clone, PartialEq)]
pub enum Cells {
    /// Numbers.
    Numbers(Vec<Option<f64>>),
    /// Words: categories without order. Each cell holds the position of its word.
    Words(Vec<String>, Vec<Option<usize>>),
}

impl Cells {
    /// Whether a coder gave any value.
    fn given(&self, coders: usize, at: usize) -> bool {
        match self {
            Self::Numbers(cells) => column(cells, coders, at).any(Option::is_some),
            Self::Words(_, cells) => column(cells, coders, at).any(Option::is_some),
        }
    }

    /// The cells of some coders.
    fn of(self, coders: usize, kept: &[usize]) -> Self {
        match self {
            Self::Numbers(cells) => Self::Numbers(columns(&cells, coders, kept)),
            Self::Words(words, cells) => Self::Words(words, columns(&cells, coders, kept)),
        }
    }
}

fn column<T>(cells: &[T], coders: usize, at: usize) -> impl Iterator<Item = &T> {
    cells.iter().skip(at).step_by(coders.max(1))
}

fn columns<T: Copy>(cells: &[T], coders: usize, kept: &[usize]) -> Vec<T> {
    let rows = cells.chunks_exact(coders.max(1));
    rows.flat_map(|row| kept.iter().map(|at| row[*at]))
        .collect()
}

/// Reads a table of units by coders from delimited text.
///
/// Empty cells, `-`, `NA` and `N/A` are missing. Words are taken as categories only where no cell
/// holds a number and no scale is declared.
///
/// # Errors
/// No column of a coder, no row, words among numbers, a level outside the declared scale, two
/// coders of one name, and all that makes delimited text unreadable. Units of one name are a
/// warning, and so is a column without values, which counts as no coder.
pub fn read(bytes: &[u8], name: &str, options: MatrixOptions) -> Checked<Matrix> {
    let (table, doubts) = super::table(bytes, name, &ReadOptions::default())?;
    let mut problems = Problems::new(doubts);
    match units(&table, options, &mut problems) {
        Some(matrix) => problems.finish(matrix),
        None => problems.fail(),
    }
}

fn units(table: &Table, options: MatrixOptions, problems: &mut Problems) -> Option<Matrix> {
    let headed = Headed::of(table, problems)?;
    let columns = coders(&headed, problems);
    if columns.is_empty() {
        let problem = Problem::error(say::matrix_one_column()).at(table.place(headed.top));
        problems.add(|| problem.help(say::matrix_columns_help()));
        return None;
    }
    let mut reading = Reading {
        table,
        numbers: headed.numbers(options.decimal, columns.clone(), problems),
        scale: options.scale,
        columns,
        units: Vec::new(),
        seen: BTreeMap::new(),
        numeric: Vec::new(),
        words: Vec::new(),
        any_number: false,
    };
    let seen = headed.all(problems, |row, problems| reading.row(row, problems));
    if seen == 0 {
        problems.add(|| Problem::error(say::no_rows()).at(Place::file(table.name())));
    }
    let columns = std::mem::take(&mut reading.columns);
    let (units, cells) = reading.finish(problems);
    let given = |at: usize| cells.given(columns.len(), at);
    let (kept, empty): (Vec<usize>, Vec<usize>) = (0..columns.len()).partition(|it| given(*it));
    // A column may be empty only because its cells, or its rows, are wrong.
    let sound = !problems.any_error();
    for at in empty.into_iter().filter(|_| sound) {
        let sentence = say::matrix_empty_column(shown(&headed.header[columns[at]]));
        let place = table.place(headed.top.cell(columns[at]));
        problems.add(|| Problem::warning(sentence).at(place));
    }
    Some(Matrix {
        name: table.name().to_owned(),
        sha256: table.sha256().to_owned(),
        cells: cells.of(columns.len(), &kept),
        coders: kept
            .into_iter()
            .map(|it| headed.header[columns[it]].clone())
            .collect(),
        units,
    })
}

/// The columns of the coders.
fn coders(headed: &Headed<'_>, problems: &mut Problems) -> Vec<usize> {
    let mut columns: Vec<usize> = Vec::new();
    let mut unnamed = Vec::new();
    for (at, coder) in headed.header.iter().enumerate().skip(1) {
        if coder.is_empty() {
            unnamed.push(at + 1);
            continue;
        }
        if columns.iter().any(|it| headed.header[*it] == *coder) {
            let sentence = say::matrix_coder_twice(shown(coder));
            let place = headed.table.place(headed.top.cell(at));
            problems.add(|| Problem::error(sentence).at(place));
        }
        columns.push(at);
    }
    unnamed.retain(|number| *number < headed.extent.needed);
    if !unnamed.is_empty() {
        let problem = Problem::warning(say::unnamed_columns(list(unnamed)));
        problems.add(|| problem.at(headed.table.place(headed.top)));
    }
    columns
}

/// The units as far as they are read.
struct Reading<'t> {
    table: &'t Table,
    numbers: Numbers,
    scale: Option<(i64, i64)>,
    /// Columns of the coders.
    columns: Vec<usize>,
    units: Vec<String>,
    /// The row where each unit stood first.
    seen: BTreeMap<String, usize>,
    numeric: Vec<Option<f64>>,
    /// Cells with a word: position among all cells, the word, its place.
    words: Vec<(usize, String, At)>,
    any_number: bool,
}

impl Reading<'_> {
    fn row(&mut self, row: &Row<'_>, problems: &mut Problems) {
        let unit = row.text(0);
        if let Some(first) = self.seen.get(unit) {
            let sentence = || say::matrix_unit_twice(shown(unit), *first);
            problems.add(|| {
                Problem::warning(sentence())
                    .at(self.table.place(row.at.cell(0)))
                    .help(say::matrix_unit_twice_help())
            });
        } else if !unit.is_empty() {
            self.seen.insert(unit.to_owned(), row.at.row);
        }
        self.units.push(if unit.is_empty() {
            format!("#{}", row.at.row)
        } else {
            unit.to_owned()
        });
        for at in 0..self.columns.len() {
            let column = self.columns[at];
            let value = self.cell(row.cell(column), row.at.cell(column), problems);
            self.numeric.push(value);
        }
    }

    fn cell(&mut self, cell: Cell<'_>, at: At, problems: &mut Problems) -> Option<f64> {
        let text = cell.text();
        if is_missing(text) || is_not_applicable(text) || text == "." {
            return None;
        }
        let sentence = match self.numbers.cell(cell) {
            Ok(value) => {
                self.any_number = true;
                if let Some((min, max)) = self.scale {
                    #[expect(clippy::cast_precision_loss, reason = "a scale has few levels")]
                    let (low, high) = (min as f64, max as f64);
                    if value < low || value > high || value.fract().abs() > 0.0 {
                        let sentence = say::matrix_outside_scale(shown(text), min, max);
                        problems.add(|| Problem::error(sentence).at(self.table.place(at)));
                    }
                }
                return Some(value);
            }
            Err(Fault::NoNumber) if !is_broken(text) => {
                self.words.push((self.numeric.len(), text.to_owned(), at));
                return None;
            }
            Err(Fault::NoNumber | Fault::TooLarge) => say::number_expected(shown(text)),
            Err(Fault::OtherSign(Decimal::Comma)) => say::no_decimal_comma(shown(text)),
            Err(Fault::OtherSign(Decimal::Point)) => say::no_decimal_point(shown(text)),
            // Said already, once for the whole table.
            Err(Fault::Undecided) => return None,
        };
        problems.add(|| Problem::error(sentence).at(self.table.place(at)));
        None
    }

    fn finish(self, problems: &mut Problems) -> (Vec<String>, Cells) {
        if self.words.is_empty() {
            return (self.units, Cells::Numbers(self.numeric));
        }
        if self.any_number || self.scale.is_some() {
            for (at, (_, word, origin)) in self.words.iter().enumerate() {
                problems.add(|| {
                    let problem = Problem::error(say::number_expected(shown(word)))
                        .at(self.table.place(*origin));
                    // Said once for all of them.
                    problem.maybe_help((at == 0).then(say::matrix_words_help))
                });
            }
            return (self.units, Cells::Numbers(self.numeric));
        }
        // Words that differ in case only are one category, spelled as met first.
        let mut names: BTreeMap<String, String> = BTreeMap::new();
        for (_, word, _) in &self.words {
            names
                .entry(word.to_lowercase())
                .or_insert_with(|| word.clone());
        }
        let keys: Vec<&String> = names.keys().collect();
        let mut cells = vec![None; self.numeric.len()];
        for (at, word, _) in &self.words {
            cells[*at] = keys.binary_search(&&word.to_lowercase()).ok();
        }
        (
            self.units,
            Cells::Words(names.into_values().collect(), cells),
        )
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn table(text: &str) -> Matrix {
        read(text.as_bytes(), "a.csv", MatrixOptions::default())
            .expect("a table")
            .0
    }

    fn codes(text: &str, options: MatrixOptions) -> Vec<&'static str> {
        let problems = match read(text.as_bytes(), "a.csv", options) {
            Ok((_, warnings)) => warnings,
            Err(problems) => problems,
        };
        problems.iter().map(|it| it.code).collect()
    }

    #[test]
    fn units_coders_and_holes_are_read() {
        let found = table("unit;A;B\nu1;2,5;3\nu2;;NA\n;-;1\n");
        assert_eq!(found.coders, ["A", "B"]);
        assert_eq!(found.units, ["u1", "u2", "#4"]);
        let cells = vec![Some(2.5), Some(3.0), None, None, None, Some(1.0)];
        assert_eq!(found.cells, Cells::Numbers(cells));
    }

    #[test]
    fn words_alone_are_categories() {
        let found = table("unit,A,B\n1,x,Y\n2,y,\n");
        let names = vec!["x".to_owned(), "Y".to_owned()];
        let cells = vec![Some(0), Some(1), Some(1), None];
        assert_eq!(found.cells, Cells::Words(names, cells));
    }

    #[test]
    fn a_column_without_values_is_no_coder() {
        for text in ["unit,A,B,C\n1,2,,3\n2,1,NA,1\n", "unit,A,B,C\n1,x,,y\n"] {
            let found = table(text);
            assert_eq!(found.coders, ["A", "C"]);
            let told = codes(text, MatrixOptions::default());
            assert_eq!(told, ["matrix_empty_column"]);
        }
        let cells = vec![Some(2.0), Some(3.0), Some(1.0), Some(1.0)];
        let found = table("unit,A,B,C\n1,2,,3\n2,1,NA,1\n");
        assert_eq!(found.cells, Cells::Numbers(cells));
    }

    #[test]
    fn what_is_wrong_is_told() {
        let none = MatrixOptions::default();
        let scale = MatrixOptions {
            scale: Some((0, 4)),
            ..none
        };
        assert_eq!(codes("unit,A\n1,2\n2,baik\n", none), ["number_expected"]);
        assert_eq!(codes("unit\n1\n", none), ["matrix_one_column"]);
        assert_eq!(codes("unit,A\n1,2\n1,3\n", none), ["matrix_unit_twice"]);
        assert_eq!(codes("unit,A,A\n1,2,3\n", none), ["matrix_coder_twice"]);
        assert_eq!(
            codes("unit,A\n1,5\n2,2.5\n", scale),
            ["matrix_outside_scale", "matrix_outside_scale"]
        );
        assert_eq!(codes("unit,A\n1,x\n", scale), ["number_expected"]);
        assert_eq!(codes("unit,A\n", none), ["no_rows"]);
        assert_eq!(codes("unit,A\n1,2,3\n", none), ["ragged_row"]);
    }
}
