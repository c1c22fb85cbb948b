//! What the cells of a table of codings say: numbers, categories, or levels of a scale of words.

use std::collections::{BTreeMap, BTreeSet};

use crate::problem::Problem;
use crate::read::number::{Fault, Numbers, is_broken};
use crate::read::ordered::Ordered;
use crate::read::plain::Held;
use crate::read::problems::Problems;
use crate::read::settings::Decimal;
use crate::read::vote::{Vote, other_sign};
use crate::table::Table;
use crate::text::{Sentence, list, say, shown};

use super::model::{Cells, MatrixOptions};

/// Understands cells, all by one decimal sign and one scale.
pub(super) fn cells(
    table: &Table,
    held: &[Held],
    options: &MatrixOptions,
    problems: &mut Problems,
) -> Cells {
    if let Some(scale) = Ordered::declared(&options.levels) {
        return declared(table, held, scale, problems);
    }
    let filled = || held.iter().filter(|it| !it.is_empty());
    let any_number = filled().any(Held::is_number);
    let words = filled().filter(|it| !it.is_number() && !is_broken(&it.text));
    if !any_number && options.scale.is_none() && words.clone().next().is_some() {
        let broken = filled().filter(|it| is_broken(&it.text));
        for it in broken {
            let sentence = say::number_expected(shown(&it.text));
            problems.add(|| Problem::error(sentence).at(table.place(it.at)));
        }
        return categories(table, held, problems);
    }
    numbers(table, held, options, problems)
}

fn declared(table: &Table, held: &[Held], scale: Ordered, problems: &mut Problems) -> Cells {
    let mut first = true;
    let value = |it: &Held| {
        if it.is_empty() && scale.position(&it.text).is_none() {
            return None;
        }
        let found = scale.position(&it.text);
        if found.is_none() {
            let help = first.then(|| say::levels_are(list(&scale.names)));
            first = false;
            let sentence = say::no_level_of_scale(shown(&it.text));
            problems.add(|| {
                Problem::error(sentence)
                    .at(table.place(it.at))
                    .maybe_help(help)
            });
        }
        found
    };
    let cells = held.iter().map(value).collect();
    Cells::Levels(scale.names, cells)
}

/// Words that differ in case only are one category, spelled as met first.
fn categories(table: &Table, held: &[Held], problems: &mut Problems) -> Cells {
    let given = held.iter().filter(|it| !it.is_empty());
    let words = given.clone().map(|it| it.text.as_str());
    if let Some(scale) = Ordered::in_use(words.clone()) {
        if let Some(first) = given.clone().next() {
            let names = list(&scale.names);
            let typed = say::levels_other(scale.names.join(","));
            problems.add(|| {
                let problem = Problem::warning(say::levels_assumed(names));
                problem.at(table.place(first.at)).help(typed)
            });
        }
        let cells = held.iter().map(|it| scale.position(&it.text));
        let cells = cells.collect();
        return Cells::Levels(scale.names, cells);
    }
    // What only looks like a scale says how to give its order.
    if let Some(first) = given.clone().next()
        && words.clone().all(Ordered::knows)
        && words.clone().count() > 2
    {
        let kinds: BTreeSet<&str> = words.clone().collect();
        problems.add(|| {
            let problem = Problem::warning(say::levels_without_order());
            let help = say::levels_help(list(kinds));
            problem.at(table.place(first.at)).help(help)
        });
    }
    let mut names: BTreeMap<String, String> = BTreeMap::new();
    for word in words {
        names
            .entry(word.to_lowercase())
            .or_insert_with(|| word.to_owned());
    }
    let keys: Vec<&String> = names.keys().collect();
    let position = |it: &Held| match it.is_empty() {
        true => None,
        false => keys.binary_search(&&it.text.to_lowercase()).ok(),
    };
    let cells = held.iter().map(position).collect();
    Cells::Words(names.into_values().collect(), cells)
}

fn numbers(
    table: &Table,
    held: &[Held],
    options: &MatrixOptions,
    problems: &mut Problems,
) -> Cells {
    let numbers = match options.decimal {
        Some(sign) => Numbers::with(Some(sign)),
        None => {
            let mut vote = Vote::new(Vec::new(), Vec::new(), &[]);
            for it in held {
                vote.hear(it.cell(), it.at);
            }
            vote.settle(table, problems)
        }
    };
    let filled = || held.iter().filter(|it| !it.is_empty());
    // Words among numbers want a number; words alone came here by `--scale`.
    let help: fn(&str) -> Sentence = match filled().any(Held::is_number) {
        true => |word| say::matrix_word_among_numbers(word),
        false => |_| say::matrix_words_help(),
    };
    let mut told = false;
    let mut out = Vec::with_capacity(held.len());
    for it in held {
        let mut value = None;
        if !it.is_empty() {
            match number(numbers, it, options, help, &mut told) {
                Ok(found) => value = found,
                Err(problem) => problems.add(|| problem.at(table.place(it.at))),
            }
        }
        out.push(value);
    }
    Cells::Numbers(out)
}

fn number(
    numbers: Numbers,
    it: &Held,
    options: &MatrixOptions,
    help: fn(&str) -> Sentence,
    told: &mut bool,
) -> Result<Option<f64>, Box<Problem>> {
    let text = it.text.as_str();
    let value = match numbers.cell(it.cell()) {
        Ok(value) => value,
        // Said already, once for the whole table.
        Err(Fault::Undecided) => return Ok(None),
        Err(Fault::OtherSign(Decimal::Comma)) => {
            let problem = Problem::error(say::no_decimal_comma(shown(text)));
            let other = say::other_decimal_sign(shown(&other_sign(text)));
            return Err(Box::new(problem.help(other)));
        }
        Err(Fault::OtherSign(Decimal::Point)) => {
            let problem = Problem::error(say::no_decimal_point(shown(text)));
            let other = say::other_decimal_sign(shown(&other_sign(text)));
            return Err(Box::new(problem.help(other)));
        }
        Err(Fault::NoNumber | Fault::TooLarge) => {
            let help = (!is_broken(text) && !*told).then(|| help(&shown(text)));
            *told |= help.is_some();
            let problem = Problem::error(say::number_expected(shown(text)));
            return Err(Box::new(problem.maybe_help(help)));
        }
    };
    if let Some((min, max)) = options.scale {
        #[expect(clippy::cast_precision_loss, reason = "a scale has few levels")]
        let (low, high) = (min as f64, max as f64);
        if value < low || value > high || value.fract().abs() > 0.0 {
            let problem = Problem::error(say::matrix_outside_scale(shown(text), min, max));
            return Err(Box::new(problem));
        }
    }
    Ok(Some(value))
}
