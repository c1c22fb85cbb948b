//! A matrix of respondents by items: what forms and statistics programs export. No framework, no
//! region. Columns of a form that cannot be items (time, name, sex, age) are recognised and said.

mod columns;

use std::collections::BTreeSet;

use crate::problem::{Checked, Problem};
use crate::table::Table;
use crate::text::{say, shown};

use super::number::{Numbers, Shape, shape};
use super::ordered::Ordered;
use super::plain::{Held, Plain};
use super::problems::Problems;
use super::settings::ReadOptions;

pub use columns::ResponseOptions;

use columns::columns;

/// Answers as they were read.
#[derive(Debug, Clone, PartialEq)]
pub struct Responses {
    /// Headers of the items, from left to right.
    pub items: Vec<String>,
    /// One row for each respondent.
    pub rows: Vec<ResponseRow>,
    /// Ends of the scale: declared, or of the words that answers are.
    pub scale: Option<(f64, f64)>,
    /// Hexadecimal SHA-256 of the bytes as read.
    pub sha256: String,
}

/// The answers of one respondent.
#[derive(Debug, Clone, PartialEq)]
pub struct ResponseRow {
    /// Name of the respondent; may be empty.
    pub name: String,
    /// What splits the respondents, one for each column named for that.
    pub attributes: Vec<Option<String>>,
    /// One answer for each item; none where the cell is empty or says that there is none.
    pub answers: Vec<Option<f64>>,
}

/// Reads a matrix from delimited text. Answers are numbers, or words of a scale: then 1 is the lowest,
/// or the low end of the declared scale.
///
/// # Errors
/// Every problem of the input with its place: no item, headers that are empty or stand twice,
/// rows of another length, words, answers outside the scale, an unknown column. Columns that are left
/// out are a warning, and so is a scale that was recognised from its words.
pub fn read(bytes: &[u8], name: &str, options: &ResponseOptions) -> Checked<Responses> {
    let (table, doubts) = super::table(bytes, name, &ReadOptions::default())?;
    let mut problems = Problems::new(doubts);
    match responses(&table, options, &mut problems) {
        Some(found) => problems.finish(found),
        None => problems.fail(),
    }
}

fn responses(
    table: &Table,
    options: &ResponseOptions,
    problems: &mut Problems,
) -> Option<Responses> {
    let plain = Plain::of(table, problems)?;
    let columns = columns(&plain, options, problems)?;
    let scale = match (&columns.words, options.scale) {
        #[expect(clippy::cast_precision_loss, reason = "a scale has few words")]
        (Some(words), None) => Some((1.0, words.names.len() as f64)),
        (_, scale) => scale,
    };
    let items = columns.items.iter().map(|(at, _)| *at).collect();
    let reading = Reading {
        table,
        numbers: plain.headed.numbers(options.decimal, items, problems),
        declared: options.decimal.is_some(),
        scale,
        words: columns.words,
    };
    let mut rows = Vec::new();
    let mut names = BTreeSet::new();
    for row in &plain.rows {
        let name = columns.respondent.map_or("", |at| row[at].text.as_str());
        if !name.is_empty() && !names.insert(name.to_owned()) {
            let at = columns.respondent.unwrap_or(0);
            let sentence = say::responses_respondent_twice(shown(name));
            problems.add(|| Problem::warning(sentence).at(table.place(row[at].at)));
        }
        let attribute = |at: &usize| (!row[*at].is_empty()).then(|| row[*at].text.clone());
        let answers = columns.items.iter();
        let answers = answers.map(|(at, item)| reading.answer(&row[*at], item, problems));
        rows.push(ResponseRow {
            name: name.to_owned(),
            answers: answers.collect(),
            attributes: columns.attributes.iter().map(attribute).collect(),
        });
    }
    Some(Responses {
        items: columns.items.into_iter().map(|(_, item)| item).collect(),
        rows,
        scale,
        sha256: table.sha256().to_owned(),
    })
}

/// How cells are read.
struct Reading<'t> {
    table: &'t Table,
    numbers: Numbers,
    /// Whether the decimal sign is declared.
    declared: bool,
    scale: Option<(f64, f64)>,
    words: Option<Ordered>,
}

impl Reading<'_> {
    fn answer(&self, cell: &Held, item: &str, problems: &mut Problems) -> Option<f64> {
        let text = cell.text.as_str();
        if let Some(at) = self.words.as_ref().and_then(|it| it.position(text)) {
            #[expect(clippy::cast_precision_loss, reason = "a scale has few words")]
            return Some(self.scale.map_or(1.0, |it| it.0) + at as f64);
        }
        if cell.is_empty() {
            return None;
        }
        let place = || self.table.place(cell.at);
        let Ok(value) = self.numbers.cell(cell.cell()) else {
            // What only lacks a decimal sign has been told once.
            if shape(text) == Shape::Broken || self.declared {
                problems.add(|| {
                    Problem::error(say::responses_word(shown(text), item))
                        .at(place())
                        .help(say::responses_word_help())
                });
            }
            return None;
        };
        if let Some((min, max)) = self.scale
            && !(min..=max).contains(&value)
        {
            let sentence = say::responses_outside_scale(value, item, min, max);
            problems.add(|| Problem::error(sentence).at(place()));
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
                "ragged_row m.csv:4:1",
                "responses_word m.csv:2:3",
                "responses_outside_scale m.csv:3:5"
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
            attributes: vec!["Jenis kelamin".to_owned()],
            ..ResponseOptions::default()
        };
        let text = "no,jenis_kelamin,a\n1,P,3\n2,,4\n";
        let (matrix, _) = read(text, &options).expect("is a matrix");
        assert_eq!(matrix.items, ["a"]);
        assert_eq!(matrix.rows[0].attributes[0].as_deref(), Some("P"));
        assert_eq!(matrix.rows[1].attributes[0], None);
        let wrong = codes("no,a,b\n1,2,3\n", &options);
        assert_eq!(wrong, ["responses_unknown_column m.csv:1:1"]);
    }
}
