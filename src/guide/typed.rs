//! A typed answer → cells of a row, read and judged as those of any file.

use crate::assess::{self, Spellings, level_of};
use crate::framework::{Framework, Indicator, Lookup, Method};
use crate::problem::Problem;
use crate::region::Register;
use crate::statement::{Answer, Direction, Field, Statement};
use crate::text::{Lang, Sentence, say, shown};

use super::score::{is_of_the_whole, statements};
use super::sheet::{Sheet, Typed};

/// The answer that a question which does not apply has.
pub(super) fn not_applicable(lang: Lang) -> Typed {
    let word = match lang {
        Lang::Id => "tidak berlaku",
        Lang::En => "n/a",
    };
    Typed {
        cells: vec![(Field::Level, word.to_owned())],
        ..Typed::default()
    }
}

/// Whether a line is what the scale of an indicator calls one of its values.
pub(super) fn is_label(framework: &Framework, indicator: &Indicator, line: &str) -> bool {
    let scale = &framework.scales()[indicator.scale];
    let is_named = scale.value_of(line).is_some() || indicator.kind.mark(line).is_some();
    indicator.has_levels() && is_named
}

/// What a line answers to the indicator at the position `node`.
///
/// # Errors
/// Why it is no answer to it.
pub(super) fn answer(
    framework: &Framework,
    sheet: &Sheet,
    (node, lang): (usize, Lang),
    line: &str,
) -> Result<Typed, Vec<Problem>> {
    let Some(indicator) = framework.nodes()[node].indicator() else {
        return Err(Vec::new());
    };
    let as_typed = cells_of(indicator, line);
    // Read alone, so that a number is understood whatever decimal sign the file has.
    let probe = sheet.probe(framework, node, &as_typed);
    let read = statements(sheet.options(), &probe, sheet.file())
        .map_err(|found| plain(found, indicator, line))?;
    let Some(row) = read.rows().first() else {
        return Err(one(say::guide_empty()));
    };
    let (cells, level) = understood(framework, (node, indicator), row, (line, lang))?;
    let register = Register::embedded();
    let method = Method::of(framework);
    let found = assess::assess(framework, &read, register, &Spellings::default(), &method);
    let problems = match found {
        Ok((_, warnings)) => warnings,
        Err(problems) => problems,
    };
    let (wrong, doubts): (Vec<_>, Vec<_>) = problems
        .into_iter()
        .filter(|it| !is_of_the_whole(it))
        .partition(Problem::is_error);
    if !wrong.is_empty() {
        return Err(wrong);
    }
    // Of warnings those count that are about the row itself.
    let doubts = doubts.into_iter().filter(|it| it.place.is_some());
    Ok(Typed {
        cells,
        level,
        doubts: doubts.collect(),
    })
}

/// The column that a line belongs to.
fn cells_of(indicator: &Indicator, line: &str) -> Vec<(Field, String)> {
    let kind = indicator.kind;
    if kind.rubric().is_some() {
        let index = indicator.lookup.as_ref();
        return match index.and_then(|it| index_value(it, line)) {
            Some((value, unit)) => vec![(Field::Value, value), (Field::Unit, unit)],
            None => vec![(Field::Level, line.to_owned())],
        };
    }
    if kind.is_measured() {
        let mut cells = vec![(Field::Value, line.to_owned())];
        let unit = indicator.unit.as_ref().map(|it| it.both()[0].to_owned());
        cells.extend(unit.map(|it| (Field::Unit, it)));
        return cells;
    }
    match kind.lists_things() {
        true => vec![(Field::Value, line.to_owned())],
        false => vec![(Field::Direction, line.to_owned())],
    }
}

/// `SDI 63,5`: a value of another body's index, and the name that the framework has for that.
fn index_value(lookup: &Lookup, line: &str) -> Option<(String, String)> {
    let unit = lookup.unit.both()[0];
    let mut names = lookup.unit.both().to_vec();
    names.extend(lookup.aliases.iter().map(String::as_str));
    let rest = names.iter().find_map(|name| {
        let head = line.get(..name.len())?;
        let rest = line[name.len()..].trim_start_matches([' ', '=', ':']);
        head.eq_ignore_ascii_case(name).then_some(rest)
    })?;
    let begins = rest.starts_with(|it: char| it.is_ascii_digit());
    begins.then(|| (rest.to_owned(), unit.to_owned()))
}

/// Cells, and the value on the scale that they name.
type Understood = (Vec<(Field, String)>, Option<f64>);

/// The cells for what was read, each number as every reader takes it.
fn understood(
    framework: &Framework,
    (node, indicator): (usize, &Indicator),
    row: &Statement,
    (line, lang): (&str, Lang),
) -> Result<Understood, Vec<Problem>> {
    let unit = |value: f64| {
        let mut cells = vec![(Field::Value, digits(value))];
        cells.extend(row.unit.as_ref().map(|it| (Field::Unit, it.to_string())));
        cells
    };
    if indicator.has_levels() {
        let level = level_of(framework, node, row);
        return match (&row.answer, row.value) {
            (Answer::Missing, Some(value)) => Ok((unit(value), level)),
            (Answer::Missing | Answer::NotApplicable, _) => Err(one(say::guide_empty())),
            (Answer::Number(number), _) => Ok((vec![(Field::Level, digits(*number))], level)),
            (Answer::Label(word), _) => {
                let cell = level.map_or_else(|| word.to_string(), digits);
                Ok((vec![(Field::Level, cell)], level))
            }
        };
    }
    if indicator.kind.is_measured() || indicator.kind.lists_things() {
        return match row.value.filter(|_| row.qualifier.is_none()) {
            Some(value) if value < 0.0 && indicator.kind.lists_things() => {
                Err(one(say::guide_count_wanted(line)))
            }
            Some(value) => Ok((unit(value), None)),
            None => Err(one(say::guide_number_wanted(line))),
        };
    }
    let word = match row.direction {
        Some(direction) => direction_word(direction, lang),
        None => return Err(one(say::guide_empty())),
    };
    Ok((vec![(Field::Direction, word.to_owned())], None))
}

fn direction_word(direction: Direction, lang: Lang) -> &'static str {
    match (direction, lang) {
        (Direction::Supporting, Lang::Id) => "pendukung",
        (Direction::Inhibiting, Lang::Id) => "penghambat",
        (Direction::Neutral, Lang::Id) => "netral",
        (other, Lang::En) => other.id(),
    }
}

/// A number with a decimal point that nobody takes for a sign of thousands: `3.996` is written with a
/// zero behind.
fn digits(value: f64) -> String {
    let mut out = value.to_string();
    if out.rsplit_once('.').is_some_and(|it| it.1.len() == 3) {
        out.push('0');
    }
    out
}

/// What is wrong with a line, without words about the columns of files.
fn plain(problems: Vec<Problem>, indicator: &Indicator, line: &str) -> Vec<Problem> {
    let line = shown(line);
    if problems.iter().any(|it| it.code == "decimal_undecidable") {
        return one(say::guide_decimal(line));
    }
    match indicator.kind.is_counted() && !indicator.kind.lists_things() {
        true => one(say::guide_direction_wanted(line)),
        false if indicator.has_levels() => problems,
        false => one(say::guide_number_wanted(line)),
    }
}

fn one(sentence: Sentence) -> Vec<Problem> {
    vec![Problem::error(sentence)]
}
