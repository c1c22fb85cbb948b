//! A plain table of units by coders: the first column names the unit, every other holds the levels
//! of one coder. It belongs to no framework.

use std::collections::BTreeMap;

use crate::problem::{Checked, Place, Problem};
use crate::read::csv::Sheet;
use crate::read::dialect::Dialect;
use crate::read::header::{Headers, Layout};
use crate::read::number::{Fault, Numbers, is_broken};
use crate::read::records::Record;
use crate::read::words::{is_missing, is_not_applicable};
use crate::read::{At, Decimal, Problems, ReadOptions, encoding, sha256, shown, trim};
use crate::statement::Name;
use crate::text::{list, say};

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
    let encoding::Decoded { text, doubts, .. } = encoding::decode(bytes.into(), name)?;
    let mut problems = Problems::new(doubts);
    let none = ReadOptions {
        decimal: options.decimal,
        ..ReadOptions::default()
    };
    let headers = Headers::new(&none);
    let sheet = Sheet {
        name,
        text: &text,
        dialect: Dialect::of(&text, &headers),
    };
    let mut records = sheet.records();
    let Some(first) = records.next() else {
        problems.add(|| Problem::error(say::empty_file()).at(Place::file(name)));
        return problems.fail();
    };
    if let Some(fault) = first.fault {
        problems.add(|| sheet.misquoted(fault, first.at));
        return problems.fail();
    }
    let header = first.at;
    let layout = layout(sheet, &first, &mut problems);
    if layout.indicators.is_empty() {
        let problem = Problem::error(say::matrix_one_column()).at(sheet.place(first.at));
        problems.add(|| problem.help(say::matrix_columns_help()));
        return problems.fail();
    }
    let numbers = match options.decimal {
        Some(decimal) => Numbers::with(Some(decimal)),
        None => sheet.vote(&layout, &none, &mut problems),
    };
    let mut table = Table {
        sheet,
        numbers,
        options,
        units: Vec::new(),
        seen: BTreeMap::new(),
        numeric: Vec::new(),
        words: Vec::new(),
        any_number: false,
    };
    let mut any = false;
    while let Some(record) = records.next() {
        if record.is_blank() {
            continue;
        }
        any = true;
        if let Some(fault) = record.fault {
            problems.add(|| sheet.misquoted(fault, record.at));
        } else if record.fits(&layout) {
            table.row(&record, &layout, &mut problems);
        } else {
            problems.add(|| sheet.ragged(&record, &layout));
        }
    }
    if !any {
        problems.add(|| Problem::error(say::no_rows()).at(Place::file(name)));
    }
    let coders = layout.indicators.iter().map(|(_, it)| it.to_string());
    let coders: Vec<String> = coders.collect();
    let (units, cells) = table.finish(&mut problems);
    let given = |at: usize| cells.given(coders.len(), at);
    let (kept, empty): (Vec<usize>, Vec<usize>) = (0..coders.len()).partition(|it| given(*it));
    // A column may be empty only because its cells, or its rows, are wrong.
    let sound = !problems.any_error();
    for at in empty.into_iter().filter(|_| sound) {
        let origin = At {
            cell: Some(layout.indicators[at].0),
            ..header
        };
        let sentence = say::matrix_empty_column(shown(&coders[at]));
        problems.add(|| Problem::warning(sentence).at(sheet.place(origin)));
    }
    let cells = cells.of(coders.len(), &kept);
    let coders = kept.into_iter().map(|it| coders[it].clone()).collect();
    problems.finish(Matrix {
        name: name.to_owned(),
        sha256: sha256(bytes),
        coders,
        units,
        cells,
    })
}

/// The columns of the coders, as the columns of indicators of a wide table are kept.
fn layout(sheet: Sheet, header: &Record, problems: &mut Problems) -> Layout {
    let cells: Vec<&str> = header.cells.iter().map(trim).collect();
    let needed = cells.iter().rposition(|it| !it.is_empty());
    let mut indicators: Vec<(usize, Name)> = Vec::new();
    let mut unnamed = Vec::new();
    for (at, coder) in cells.iter().enumerate().skip(1) {
        if coder.is_empty() {
            unnamed.push(at);
            continue;
        }
        if indicators.iter().any(|(_, it)| **it == **coder) {
            let origin = At {
                cell: Some(at),
                ..header.at
            };
            problems.add(|| {
                Problem::error(say::matrix_coder_twice(shown(coder))).at(sheet.place(origin))
            });
        }
        indicators.push((at, (*coder).into()));
    }
    let inside: Vec<usize> = unnamed
        .iter()
        .filter(|at| needed.is_some_and(|needed| **at < needed))
        .map(|at| at + 1)
        .collect();
    if !inside.is_empty() {
        let problem = Problem::warning(say::unnamed_columns(list(inside)));
        problems.add(|| problem.at(sheet.place(header.at)));
    }
    Layout {
        columns: Vec::new(),
        indicators,
        unnamed,
        width: cells.len(),
        needed: needed.map_or(0, |at| at + 1),
    }
}

/// The table as far as it is read.
struct Table<'t> {
    sheet: Sheet<'t>,
    numbers: Numbers,
    options: MatrixOptions,
    units: Vec<String>,
    /// Where each unit stood first.
    seen: BTreeMap<String, At>,
    numeric: Vec<Option<f64>>,
    /// Cells with a word: position among all cells, the word, its place.
    words: Vec<(usize, String, At)>,
    any_number: bool,
}

impl Table<'_> {
    fn row(&mut self, record: &Record, layout: &Layout, problems: &mut Problems) {
        let unit = trim(record.cell(0));
        let at = |cell| At {
            cell: Some(cell),
            ..record.at
        };
        if let Some(first) = self.seen.get(unit) {
            let line = first.row;
            let place = || self.sheet.place(at(0));
            let sentence = || say::matrix_unit_twice(shown(unit), line);
            problems.add(|| {
                Problem::warning(sentence())
                    .at(place())
                    .help(say::matrix_unit_twice_help())
            });
        } else if !unit.is_empty() {
            self.seen.insert(unit.to_owned(), at(0));
        }
        self.units.push(if unit.is_empty() {
            format!("#{}", record.at.row)
        } else {
            unit.to_owned()
        });
        for (column, _) in &layout.indicators {
            let text = trim(record.cell(*column));
            let value = self.cell(text, at(*column), problems);
            self.numeric.push(value);
        }
    }

    fn cell(&mut self, text: &str, origin: At, problems: &mut Problems) -> Option<f64> {
        if is_missing(text) || is_not_applicable(text) || text == "." {
            return None;
        }
        let place = || self.sheet.place(origin);
        match self.numbers.plain(text) {
            Ok(value) => {
                self.any_number = true;
                if let Some((min, max)) = self.options.scale {
                    #[expect(clippy::cast_precision_loss, reason = "a scale has few levels")]
                    let (low, high) = (min as f64, max as f64);
                    if value < low || value > high || value.fract().abs() > 0.0 {
                        problems.add(|| {
                            Problem::error(say::matrix_outside_scale(shown(text), min, max))
                                .at(place())
                        });
                    }
                }
                Some(value)
            }
            Err(Fault::NoNumber) if !is_broken(text) => {
                self.words
                    .push((self.numeric.len(), text.to_owned(), origin));
                None
            }
            Err(Fault::NoNumber | Fault::TooLarge) => {
                problems.add(|| Problem::error(say::number_expected(shown(text))).at(place()));
                None
            }
            Err(Fault::OtherSign(decimal)) => {
                let sentence = match decimal {
                    Decimal::Comma => say::no_decimal_comma(shown(text)),
                    Decimal::Point => say::no_decimal_point(shown(text)),
                };
                problems.add(|| Problem::error(sentence).at(place()));
                None
            }
            // Said already, once for the whole table.
            Err(Fault::Undecided) => None,
        }
    }

    fn finish(self, problems: &mut Problems) -> (Vec<String>, Cells) {
        if self.words.is_empty() {
            return (self.units, Cells::Numbers(self.numeric));
        }
        if self.any_number || self.options.scale.is_some() {
            for (at, (_, word, origin)) in self.words.iter().enumerate() {
                problems.add(|| {
                    let problem = Problem::error(say::number_expected(shown(word)))
                        .at(self.sheet.place(*origin));
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
