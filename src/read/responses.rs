//! A matrix of respondents by items: the first column names the respondent, every further one is
//! an item, all cells are numbers. No framework, no region: what statistics programs export.

use std::collections::BTreeSet;

use crate::problem::{Checked, Place, Problem, suggest};
use crate::read::number::{Numbers, Shape, shape};
use crate::read::records::{Cells, Records};
use crate::read::words::{is_missing, is_not_applicable};
use crate::read::{At, Decimal, Problems, encoding, sha256, shown, trim};
use crate::text::{folded, list, say};

/// What is known about a matrix before it is read.
#[derive(Debug, Clone, Default)]
pub struct ResponseOptions {
    /// The declared decimal sign; without it the cells decide.
    pub decimal: Option<Decimal>,
    /// Ends of the scale on which every answer stands, if it is known.
    pub scale: Option<(f64, f64)>,
    /// A column of words that is no item but splits the respondents.
    pub attribute: Option<String>,
}

/// Answers as they were read.
#[derive(Debug, Clone, PartialEq)]
pub struct Responses {
    /// Headers of the items, from left to right.
    pub items: Vec<String>,
    /// One row for each respondent.
    pub rows: Vec<ResponseRow>,
    /// Hexadecimal SHA-256 of the bytes as read.
    pub sha256: String,
}

/// The answers of one respondent.
#[derive(Debug, Clone, PartialEq)]
pub struct ResponseRow {
    /// Name of the respondent; may be empty.
    pub name: String,
    /// What splits the respondents, where a column was named for that.
    pub attribute: Option<String>,
    /// One answer for each item; none where the cell is empty or says that there is none.
    pub answers: Vec<Option<f64>>,
}

/// Reads a matrix from delimited text.
///
/// # Errors
/// Every problem of the input with its place: no item, headers that are empty or stand twice,
/// rows of another length, words, answers outside the scale, an unknown column to split by.
pub fn read(bytes: &[u8], name: &str, options: &ResponseOptions) -> Checked<Responses> {
    let encoding::Decoded { text, doubts, .. } = encoding::decode(bytes.into(), name)?;
    let mut problems = Problems::new(doubts);
    let sheet = Sheet {
        name,
        delimiter: delimiter(&text),
        text: &text,
    };
    match sheet.responses(options, &mut problems) {
        Some((items, rows)) => problems.finish(Responses {
            items,
            rows,
            sha256: sha256(bytes),
        }),
        None => problems.fail(),
    }
}

/// The delimiter that splits most lines alike.
fn delimiter(text: &str) -> u8 {
    let alike = |delimiter: u8| {
        let mut records = Records::new(text, delimiter, 0..text.len(), 0);
        let width = records.next().map_or(0, |it| it.cells.len());
        let mut rows = 0;
        while let Some(record) = records.next() {
            rows += usize::from(record.cells.len() == width);
            if rows == 50 {
                break;
            }
        }
        if width > 1 { (rows, width) } else { (0, 0) }
    };
    let candidates = [b',', b';', b'\t', b'|'];
    // The first of equals: `max_by_key` would take the last.
    let best = candidates.into_iter().rev().max_by_key(|it| alike(*it));
    best.unwrap_or(b',')
}

struct Sheet<'t> {
    name: &'t str,
    delimiter: u8,
    text: &'t str,
}

/// What the columns are.
struct Columns {
    items: Vec<(usize, String)>,
    attribute: Option<usize>,
    width: usize,
}

impl Sheet<'_> {
    fn responses(
        &self,
        options: &ResponseOptions,
        problems: &mut Problems,
    ) -> Option<(Vec<String>, Vec<ResponseRow>)> {
        let mut records = Records::new(self.text, self.delimiter, 0..self.text.len(), 0);
        let Some(first) = records.next() else {
            problems.add(|| Problem::error(say::empty_file()).at(Place::file(self.name)));
            return None;
        };
        let header: Vec<String> = first.cells.iter().map(|it| trim(it).to_owned()).collect();
        let top = first.at;
        let columns = self.columns(&header, top, options, problems)?;
        let numbers = Numbers::with(options.decimal.or_else(|| self.vote(&columns, problems)));
        let mut rows = Vec::new();
        let mut names = BTreeSet::new();
        while let Some(record) = records.next() {
            if record.is_blank() {
                continue;
            }
            let origin = record.at;
            if record.fault.is_some() {
                problems.add(|| {
                    Problem::error(say::unclosed_quote())
                        .at(self.place(origin, None))
                        .help(say::double_quote())
                });
                continue;
            }
            let found = record.cells.len();
            let spare = (columns.width..found).all(|at| trim(record.cell(at)).is_empty());
            if found < columns.width || !spare {
                let sentence = say::ragged_row(columns.width, found);
                problems.add(|| Problem::error(sentence).at(self.place(origin, None)));
                continue;
            }
            let name = trim(record.cell(0)).to_owned();
            if !name.is_empty() && !names.insert(name.clone()) {
                let sentence = say::responses_respondent_twice(shown(&name));
                problems.add(|| Problem::warning(sentence).at(self.place(origin, Some(0))));
            }
            let attribute = columns.attribute.map(|at| trim(record.cell(at)));
            let answers = columns.items.iter().map(|(at, item)| {
                let cell = trim(record.cell(*at));
                self.answer(cell, item, (origin, *at), numbers, options, problems)
            });
            rows.push(ResponseRow {
                name,
                attribute: attribute.filter(|it| !is_missing(it)).map(str::to_owned),
                answers: answers.collect(),
            });
        }
        if rows.is_empty() {
            problems.add(|| Problem::error(say::no_rows()).at(self.place(top, None)));
        }
        let items = columns.items.into_iter().map(|(_, item)| item).collect();
        Some((items, rows))
    }

    fn columns(
        &self,
        header: &[String],
        top: At,
        options: &ResponseOptions,
        problems: &mut Problems,
    ) -> Option<Columns> {
        let width = header
            .iter()
            .rposition(|it| !it.is_empty())
            .map_or(0, |it| it + 1);
        let wanted = options.attribute.as_deref();
        let is_attribute = |name: &str| wanted.is_some_and(|it| folded(it) == folded(name));
        let attribute = header.iter().position(|it| is_attribute(it));
        if let (Some(name), None) = (wanted, attribute) {
            let near = suggest(name, header.iter().map(String::as_str)).map(say::did_you_mean);
            let known = say::responses_items(list(header.iter().skip(1)));
            problems.add(|| {
                Problem::error(say::responses_unknown_column(name))
                    .at(self.place(top, None))
                    .help(near.unwrap_or(known))
            });
            return None;
        }
        let mut items: Vec<(usize, String)> = Vec::new();
        for (at, name) in header.iter().enumerate().take(width).skip(1) {
            if Some(at) == attribute {
                continue;
            }
            let sentence = if name.is_empty() {
                say::responses_item_unnamed(at + 1)
            } else if items.iter().any(|(_, other)| other == name) {
                say::responses_item_twice(shown(name))
            } else {
                items.push((at, name.clone()));
                continue;
            };
            problems.add(|| Problem::error(sentence).at(self.place(top, Some(at))));
        }
        if items.is_empty() {
            let sentence = say::responses_without_items();
            problems.add(|| Problem::error(sentence).at(self.place(top, None)));
            return None;
        }
        Some(Columns {
            items,
            attribute,
            width,
        })
    }

    /// The decimal sign on which the cells agree; where they do not, that is a problem.
    fn vote(&self, columns: &Columns, problems: &mut Problems) -> Option<Decimal> {
        let mut decided: Option<(Decimal, String, At)> = None;
        let mut open: Option<(String, At)> = None;
        let mut records = Records::new(self.text, self.delimiter, 0..self.text.len(), 0);
        records.next();
        while let Some(record) = records.next() {
            for (at, _) in &columns.items {
                let cell = trim(record.cell(*at));
                let origin = At {
                    cell: Some(*at),
                    ..record.at
                };
                match (shape(cell), &decided) {
                    (Shape::Decides(sign), None) => {
                        decided = Some((sign, cell.to_owned(), origin));
                    }
                    (Shape::Decides(sign), Some((known, first, _))) if sign != *known => {
                        let sentence = say::decimal_mixed(shown(first), shown(cell));
                        problems.add(|| {
                            Problem::error(sentence)
                                .at(self.place(origin, origin.cell))
                                .help(say::declare_decimal())
                        });
                        return None;
                    }
                    (Shape::Ambiguous, _) => {
                        open.get_or_insert_with(|| (cell.to_owned(), origin));
                    }
                    _ => {}
                }
            }
        }
        if let (None, Some((cell, origin))) = (&decided, &open) {
            problems.add(|| {
                Problem::error(say::decimal_undecidable(shown(cell)))
                    .at(self.place(*origin, origin.cell))
                    .help(say::declare_decimal())
            });
        }
        decided.map(|(sign, ..)| sign)
    }

    fn answer(
        &self,
        cell: &str,
        item: &str,
        (row, at): (At, usize),
        numbers: Numbers,
        options: &ResponseOptions,
        problems: &mut Problems,
    ) -> Option<f64> {
        if is_missing(cell) || is_not_applicable(cell) {
            return None;
        }
        let place = || self.place(row, Some(at));
        let Ok(value) = numbers.plain(cell) else {
            // What only lacks a decimal sign has been told once.
            if shape(cell) == Shape::Broken || options.decimal.is_some() {
                problems.add(|| {
                    Problem::error(say::responses_word(shown(cell), item))
                        .at(place())
                        .help(say::responses_word_help())
                });
            }
            return None;
        };
        if let Some((min, max)) = options.scale
            && !(min..=max).contains(&value)
        {
            let sentence = say::responses_outside_scale(value, item, min, max);
            problems.add(|| Problem::error(sentence).at(place()));
            return None;
        }
        Some(value)
    }

    /// The place of a cell, or of a row.
    fn place(&self, row: At, column: Option<usize>) -> Place {
        let cell = column
            .and_then(|index| Cells::of(self.text, row.byte, self.delimiter).nth(index))
            .map_or((row.byte, self.text.len()), |cell| (cell.start, cell.end));
        // From the row on: counting lines from the top for each problem would take time in the
        // square of the length.
        let from = self.text.get(row.byte..).unwrap_or_default();
        let [start, end] = [cell.0, cell.1].map(|it| it.saturating_sub(row.byte));
        let mut place = Place::in_text(self.name, from, start, end);
        if let crate::problem::Spot::Text { line, .. } = &mut place.spot {
            *line += row.row.saturating_sub(1);
        }
        place
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str, options: &ResponseOptions) -> Checked<Responses> {
        super::read(text.as_bytes(), "m.csv", options)
    }

    fn codes(text: &str, options: &ResponseOptions) -> Vec<String> {
        let found = match read(text, options) {
            Ok((_, warnings)) => warnings,
            Err(problems) => problems,
        };
        let told = |it: &Problem| {
            let place = it.place.as_ref().map(Place::short).unwrap_or_default();
            format!("{} {place}", it.code)
        };
        found.iter().map(told).collect()
    }

    #[test]
    fn delimiters_decimal_signs_and_holes_are_understood() {
        let wanted = vec![Some(4.0), None, Some(2.5)];
        for text in [
            "no,a,b,c\n1,4,,2.5\n",
            "no;a;b;c\n1;4;NA;2,5\n",
            "no\ta\tb\tc\n\n1\t4\t-\t2,5\n",
        ] {
            let (matrix, warnings) = read(text, &ResponseOptions::default()).expect("is a matrix");
            assert_eq!(matrix.rows[0].answers, wanted, "{text}");
            assert_eq!(matrix.items, ["a", "b", "c"]);
            assert_eq!(warnings.len(), 0);
        }
    }

    #[test]
    fn every_mistake_has_its_place() {
        let scale = ResponseOptions {
            scale: Some((1.0, 5.0)),
            ..ResponseOptions::default()
        };
        assert_eq!(
            codes("no,a,b\n1,baik,2\n2,3,9\n3,1\n", &scale),
            [
                "responses_word m.csv:2:3",
                "responses_outside_scale m.csv:3:5",
                "ragged_row m.csv:4:1"
            ]
        );
        let none = ResponseOptions::default();
        assert_eq!(
            codes("no\n1\n", &none),
            ["responses_without_items m.csv:1:1"]
        );
        assert_eq!(
            codes("no,a,,a\n1,1,1,1\n", &none),
            [
                "responses_item_unnamed m.csv:1:6",
                "responses_item_twice m.csv:1:7"
            ]
        );
        assert_eq!(
            codes("no,a\n1,2.5\n2,2,5\n", &none),
            ["ragged_row m.csv:3:1"]
        );
        assert_eq!(
            codes("no;a\n1;2.5\n2;2,5\n", &none),
            ["decimal_mixed m.csv:3:3"]
        );
        assert_eq!(codes("no,a\nx,1\nx,2\n", &none).len(), 1);
    }

    #[test]
    fn a_column_of_words_may_split_the_respondents() {
        let options = ResponseOptions {
            attribute: Some("Jenis kelamin".to_owned()),
            ..ResponseOptions::default()
        };
        let text = "no,jenis_kelamin,a\n1,P,3\n2,,4\n";
        let (matrix, _) = read(text, &options).expect("is a matrix");
        assert_eq!(matrix.items, ["a"]);
        assert_eq!(matrix.rows[0].attribute.as_deref(), Some("P"));
        assert_eq!(matrix.rows[1].attribute, None);
        let wrong = codes("no,a,b\n1,2,3\n", &options);
        assert_eq!(wrong, ["responses_unknown_column m.csv:1:1"]);
    }
}
