//! A matrix of respondents by items: the first column names the respondent, every further one is
//! an item, all cells are numbers. No framework, no region: what statistics programs export.

use std::collections::BTreeSet;

use crate::problem::{Checked, Problem, suggest};
use crate::statement::answer::{is_missing, is_not_applicable};
use crate::table::{At, Cell, Extent, Table};
use crate::text::{folded, list, say, shown};

use super::number::{Numbers, Shape, shape};
use super::problems::Problems;
use super::rows::Headed;
use super::settings::{Decimal, ReadOptions};

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
    let (table, doubts) = super::table(bytes, name, &ReadOptions::default())?;
    let mut problems = Problems::new(doubts);
    match responses(&table, options, &mut problems) {
        Some(found) => problems.finish(found),
        None => problems.fail(),
    }
}

/// What the columns are.
struct Columns {
    items: Vec<(usize, String)>,
    attribute: Option<usize>,
}

fn responses(
    table: &Table,
    options: &ResponseOptions,
    problems: &mut Problems,
) -> Option<Responses> {
    let mut headed = Headed::of(table, problems)?;
    // Behind the last item there is nothing that could be one.
    headed.extent = Extent {
        width: headed.extent.needed,
        ..headed.extent
    };
    let columns = columns(&headed, options, problems)?;
    let items = columns.items.iter().map(|(at, _)| *at).collect();
    let reading = Reading {
        table,
        numbers: headed.numbers(options.decimal, items, problems),
        options,
    };
    let mut rows = Vec::new();
    let mut names = BTreeSet::new();
    let seen = headed.all(problems, |row, problems| {
        let name = row.text(0).to_owned();
        if !name.is_empty() && !names.insert(name.clone()) {
            let sentence = say::responses_respondent_twice(shown(&name));
            problems.add(|| Problem::warning(sentence).at(table.place(row.at.cell(0))));
        }
        let attribute = columns.attribute.map(|at| row.text(at));
        let answers = columns.items.iter().map(|(index, item)| {
            let at = row.at.cell(*index);
            reading.answer(row.cell(*index), item, at, problems)
        });
        rows.push(ResponseRow {
            name,
            attribute: attribute.filter(|it| !is_missing(it)).map(str::to_owned),
            answers: answers.collect(),
        });
    });
    if seen == 0 {
        problems.add(|| Problem::error(say::no_rows()).at(table.place(headed.top)));
    }
    Some(Responses {
        items: columns.items.into_iter().map(|(_, item)| item).collect(),
        rows,
        sha256: table.sha256().to_owned(),
    })
}

fn columns(
    headed: &Headed<'_>,
    options: &ResponseOptions,
    problems: &mut Problems,
) -> Option<Columns> {
    let Headed {
        table, header, top, ..
    } = headed;
    let wanted = options.attribute.as_deref();
    let is_attribute = |name: &str| wanted.is_some_and(|it| folded(it) == folded(name));
    let attribute = header.iter().position(|it| is_attribute(it));
    if let (Some(name), None) = (wanted, attribute) {
        let near = suggest(name, header.iter().map(String::as_str)).map(say::did_you_mean);
        let known = say::responses_items(list(header.iter().skip(1)));
        problems.add(|| {
            Problem::error(say::responses_unknown_column(name))
                .at(table.place(*top))
                .help(near.unwrap_or(known))
        });
        return None;
    }
    let mut items: Vec<(usize, String)> = Vec::new();
    let named = header.iter().enumerate().take(headed.extent.needed);
    for (at, name) in named.skip(1) {
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
        problems.add(|| Problem::error(sentence).at(table.place(top.cell(at))));
    }
    if items.is_empty() {
        let sentence = say::responses_without_items();
        problems.add(|| Problem::error(sentence).at(table.place(*top)));
        return None;
    }
    Some(Columns { items, attribute })
}

/// How cells are read.
struct Reading<'t> {
    table: &'t Table,
    numbers: Numbers,
    options: &'t ResponseOptions,
}

impl Reading<'_> {
    fn answer(&self, cell: Cell<'_>, item: &str, at: At, problems: &mut Problems) -> Option<f64> {
        let text = cell.text();
        if is_missing(text) || is_not_applicable(text) {
            return None;
        }
        let Ok(value) = self.numbers.cell(cell) else {
            // What only lacks a decimal sign has been told once.
            if shape(text) == Shape::Broken || self.options.decimal.is_some() {
                problems.add(|| {
                    Problem::error(say::responses_word(shown(text), item))
                        .at(self.table.place(at))
                        .help(say::responses_word_help())
                });
            }
            return None;
        };
        if let Some((min, max)) = self.options.scale
            && !(min..=max).contains(&value)
        {
            let sentence = say::responses_outside_scale(value, item, min, max);
            problems.add(|| Problem::error(sentence).at(self.table.place(at)));
            return None;
        }
        Some(value)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::problem::Place;

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
            "sep=|\nno|a|b|c\n1|4|-|2,5\n",
            "no;\"a\";b;c\n1;4;;2,5\n",
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
        for (text, place) in [("no,a\n1,\"2\n", "2:3"), ("no,\"a\n1,2\n", "1:4")] {
            assert_eq!(
                codes(text, &none),
                [format!("unclosed_quote m.csv:{place}")]
            );
        }
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
