//! What a row says of its node: a level, a number, nothing, or something that is wrong.

use crate::framework::{
    Answers, Framework, Indicator, Kind, Level, Lookup, Mark, Method, Scale, Transform, WholeLevels,
};
use crate::problem::{Place, Problem, suggest};
use crate::statement::answer::{is_like_missing, is_not_issued};
use crate::statement::{Answer, Field, Qualifier, Stage, Statement, Statements, Usage};
use crate::stats::TOLERANCE;
use crate::text::{Lang, Sentence, Text, both_numbers, list, say};

use super::refused;
use super::written::{self, Written, written};

/// What a row says of a leaf or a group, resolved.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) enum RowValue {
    /// Nothing that gives a value.
    Nothing,
    /// Does not apply.
    NotApplicable,
    /// Was not checked, or nobody knows.
    NotChecked,
    /// A value on the scale of the indicator, or a number.
    Value(f64),
}

/// Why an answer gives no value although it should.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) enum Misfit {
    /// "Does not apply" where that is not allowed.
    NotApplicable,
    /// A word where a number is wanted.
    NoNumber,
    /// Level and value of a group, which are not the same number.
    TwoNumbers(f64, f64),
    /// A number that is not on the scale.
    Outside(f64),
    /// A value that the index of another body cannot have.
    Beyond(f64),
    /// A level beside the index of another body from which another value follows.
    AgainstIndex {
        /// The level.
        level: f64,
        /// The value of the other index.
        index: f64,
        /// What follows from it.
        found: f64,
    },
    /// A word that names no level.
    Word,
    /// A number between two levels, where only levels may be given.
    Between(f64),
    /// A number that has no logarithm, where that counts.
    NoLogarithm(f64),
}

/// What a row says of a node.
pub(super) fn row_value(
    framework: &Framework,
    method: &Method,
    node: usize,
    row: &Statement,
) -> Result<RowValue, Misfit> {
    let Some(indicator) = framework.nodes()[node].indicator() else {
        return match (row.value, &row.answer) {
            (None, Answer::Label(_)) => Err(Misfit::NoNumber),
            (None, Answer::NotApplicable) => Err(Misfit::NotApplicable),
            (Some(value), Answer::Number(level)) if (value - level).abs() > TOLERANCE => {
                Err(Misfit::TwoNumbers(*level, value))
            }
            _ => Ok(number_of(row)),
        };
    };
    if indicator.until_issued.is_some() && says_not_issued(&row.answer) {
        return Ok(RowValue::Nothing);
    }
    if row.answer == Answer::NotApplicable && !indicator.allow_na {
        return Err(Misfit::NotApplicable);
    }
    match indicator.kind.answers() {
        Answers::Directions | Answers::Things => Ok(RowValue::Nothing),
        Answers::Numbers => match (number_of(row), &row.answer) {
            (RowValue::Value(value), Answer::Number(level))
                if (value - level).abs() > TOLERANCE =>
            {
                Err(Misfit::TwoNumbers(*level, value))
            }
            (RowValue::Nothing, Answer::Label(_)) => Err(Misfit::NoNumber),
            // What only stands beside the scores needs no logarithm.
            (RowValue::Value(value), _)
                if value <= 0.0
                    && row.is_counted()
                    && row.usage == Usage::Primary
                    && indicator.transform == Some(Transform::Log) =>
            {
                Err(Misfit::NoLogarithm(value))
            }
            (said, _) => Ok(said),
        },
        Answers::Levels(_) => {
            let scale = &framework.scales()[indicator.scale];
            let said = level_value(scale, indicator, row)?;
            match said {
                RowValue::Value(level)
                    // A stage is reached or not: none lies between two.
                    if (must_be_whole(method.aggregation.whole_levels, row)
                        || indicator.kind == Kind::Ladder && row.coded_as.is_none())
                        && !names_index(indicator, row)
                        && !scale.is_level(level) =>
                {
                    Err(Misfit::Between(level))
                }
                said => Ok(said),
            }
        }
    }
}

/// Whether a level of a row may lie between two levels of its scale.
fn must_be_whole(rule: WholeLevels, row: &Statement) -> bool {
    // A crosswalk that joins two scales may put a level between two of the other.
    row.coded_as.is_none()
        && match rule {
            WholeLevels::No => false,
            WholeLevels::Everywhere => true,
            WholeLevels::SelfAssessed => matches!(row.stage, None | Some(Stage::SelfAssessed)),
        }
}

/// Whether a row gives another body's index, from which its level follows.
pub(super) fn names_index(indicator: &Indicator, row: &Statement) -> bool {
    row.value.is_some() && !is_open(row) && lookup(indicator, row).is_some()
}

/// The conversion of the index that a row names by its unit.
fn lookup<'f>(indicator: &'f Indicator, row: &Statement) -> Option<&'f Lookup> {
    let lookup = indicator.lookup.as_ref()?;
    let unit = row.unit.as_deref()?;
    is_unit_of(lookup, unit).then_some(lookup)
}

/// Whether a unit is a name of the index of a lookup: `SDI`, `Indeks SDI`, `SDI (Bappenas)`.
pub(super) fn is_unit_of(lookup: &Lookup, unit: &str) -> bool {
    let unit = unit.trim();
    let before = unit
        .split_once('(')
        .map_or(unit, |(before, _)| before.trim());
    let lower = before.to_lowercase();
    let bare = ["indeks ", "index ", "nilai ", "skor "]
        .iter()
        .find_map(|it| lower.strip_prefix(it));
    let spellings = [Some(unit), Some(before), bare];
    let mut names = lookup.unit.both().into_iter();
    let mut aliases = lookup.aliases.iter().map(String::as_str);
    let is_one = |name: &str| spellings.iter().flatten().any(|it| is_same_unit(name, it));
    names.any(is_one) || aliases.any(is_one)
}

/// Whether an answer says that another body's index was not issued yet, as assessors write it.
fn says_not_issued(answer: &Answer) -> bool {
    match answer {
        Answer::NotApplicable => true,
        Answer::Label(word) => is_not_issued(word),
        Answer::Missing | Answer::Number(_) => false,
    }
}

/// Whether a row of a region's own claims a whole level, where levels are bands of values.
pub(super) fn claims(scale: &Scale, indicator: &Indicator, row: &Statement, value: f64) -> bool {
    // A crosswalk that joins two scales gives values.
    row.coded_as.is_none() && !names_index(indicator, row) && scale.is_level(value)
}

/// Whether the source gives only a limit.
fn is_open(row: &Statement) -> bool {
    matches!(
        row.qualifier,
        Some(Qualifier::MoreThan | Qualifier::LessThan)
    )
}

/// The measured or reported number of a row.
///
/// "About 70" counts as 70; "more than 3" is shown and never counted.
pub(super) fn number_of(row: &Statement) -> RowValue {
    if is_open(row) {
        return RowValue::Nothing;
    }
    match (row.value, &row.answer) {
        (Some(value), _) => RowValue::Value(value),
        (None, Answer::Number(value)) => RowValue::Value(*value),
        (None, Answer::NotApplicable) => RowValue::NotApplicable,
        (None, _) => RowValue::Nothing,
    }
}

/// What a row says on a scale: its level, else its value (a table may call the level so).
pub(super) fn level_value(
    scale: &Scale,
    indicator: &Indicator,
    row: &Statement,
) -> Result<RowValue, Misfit> {
    if let (Some(value), Some(lookup)) = (row.value, lookup(indicator, row)) {
        // "More than 63" names no level.
        if is_open(row) {
            return if row.answer.is_missing() {
                Ok(RowValue::Nothing)
            } else {
                answered(scale, indicator, row)
            };
        }
        let found = lookup.level(value).ok_or(Misfit::Beyond(value))?;
        return match answered(scale, indicator, row)? {
            RowValue::Value(level) if !is_of_level(scale, level, found) => {
                Err(Misfit::AgainstIndex {
                    level,
                    index: value,
                    found,
                })
            }
            _ => Ok(RowValue::Value(found)),
        };
    }
    answered(scale, indicator, row)
}

/// Whether a value from another body's index is what a level beside it says: the same but for rounding, or
/// inside the band of a whole level.
fn is_of_level(scale: &Scale, level: f64, found: f64) -> bool {
    /// Half of the last of two decimals.
    const ROUNDING: f64 = 0.005 + TOLERANCE;
    let band = scale.band_of_level(level).filter(|_| scale.is_level(level));
    (found - level).abs() <= ROUNDING
        || band.is_some_and(|(from, to)| (from - TOLERANCE..=to + TOLERANCE).contains(&found))
}

/// What a row answers on a scale, whatever other index it names.
fn answered(scale: &Scale, indicator: &Indicator, row: &Statement) -> Result<RowValue, Misfit> {
    let number = |level: f64| {
        if scale.contains(level) {
            // What lies beyond an end by no more than a tolerance is that end.
            Ok(RowValue::Value(level.clamp(scale.min(), scale.max())))
        } else {
            Err(Misfit::Outside(level))
        }
    };
    match &row.answer {
        Answer::Missing => match row.value {
            // A value with a unit is a quantity beside the level: `7 orang`.
            Some(value) if row.unit.is_none() && row.qualifier.is_none() => number(value),
            _ => Ok(RowValue::Nothing),
        },
        Answer::NotApplicable => Ok(RowValue::NotApplicable),
        // A value with a unit is a quantity beside the level; without one it is a second level.
        Answer::Number(level)
            if row.unit.is_none()
                && row.qualifier.is_none()
                && row.value.is_some_and(|it| (it - level).abs() > TOLERANCE) =>
        {
            Err(Misfit::TwoNumbers(*level, row.value.unwrap_or_default()))
        }
        Answer::Number(level) => number(*level),
        Answer::Label(word) => match scale.value_of(word) {
            Some(value) => Ok(RowValue::Value(value)),
            None => match indicator.kind.mark(word) {
                Some(mark) => Ok(marked(scale, mark)),
                None => match written(scale, indicator, word) {
                    Written::Level(level) | Written::Noted(level) => number(level),
                    _ => Err(Misfit::Word),
                },
            },
        },
    }
}

/// What a word besides the labels of the scale says on it.
fn marked(scale: &Scale, mark: Mark) -> RowValue {
    match mark {
        Mark::Bottom => RowValue::Value(scale.min()),
        Mark::Middle => RowValue::Value(f64::midpoint(scale.min(), scale.max())),
        Mark::Top => RowValue::Value(scale.max()),
        Mark::Unknown => RowValue::NotChecked,
    }
}

/// Tells what is wrong with a row.
pub(super) fn problem(
    framework: &Framework,
    statements: &Statements,
    node: usize,
    row: &Statement,
    misfit: Misfit,
) -> Problem {
    let indicator = framework.nodes()[node].indicator();
    let column = match indicator {
        Some(_) => Field::of_number(row),
        None => Field::Level,
    };
    let place = statements.place(row, column);
    let word = match &row.answer {
        Answer::Label(word) => word,
        _ => "",
    };
    let scale = indicator.map(|it| &framework.scales()[it.scale]);
    match (misfit, scale) {
        (Misfit::NotApplicable, _) => {
            let problem = Problem::error(say::not_applicable_refused(&row.indicator)).at(place);
            let help = indicator.map(|_| refused::not_applicable(framework));
            help.into_iter().flatten().fold(problem, Problem::help)
        }
        (Misfit::TwoNumbers(level, value), _) => {
            Problem::error(say::two_numbers(level, value, &row.indicator)).at(place)
        }
        (Misfit::Beyond(value), _) => {
            let unit = row.unit.as_deref().unwrap_or_default();
            let sentence = say::beyond_lookup(value, unit, &row.indicator);
            let runs = indicator.and_then(|it| refused::range(it.lookup.as_ref()?));
            Problem::error(sentence).at(place).maybe_help(runs)
        }
        (
            Misfit::AgainstIndex {
                level,
                index,
                found,
            },
            _,
        ) => {
            let unit = row.unit.as_deref().unwrap_or_default();
            let found = both_numbers(found, 2);
            let sentence = say::level_against_index(&row.indicator, unit, index, found, level);
            Problem::error(sentence)
                .at(place)
                .help(say::level_against_index_help())
        }
        (Misfit::Outside(level), Some(scale)) => {
            let help = levels_help(scale);
            let sentence = say::level_outside_scale(level, scale.min(), scale.max());
            Problem::error(sentence)
                .at(place)
                .help(help)
                .maybe_help(indicator.and_then(|it| refused::other_index(it, level)))
                .maybe_help(is_code(level).then(|| say::missing_code(format!("{level}"))))
        }
        (Misfit::Between(level), Some(scale)) => {
            let sentence = say::level_between(level, &row.indicator);
            let problem = Problem::error(sentence).at(place).help(levels_help(scale));
            refused::between(framework, indicator, row, level)
                .into_iter()
                .fold(problem, Problem::help)
        }
        (Misfit::NoLogarithm(value), _) => {
            Problem::error(say::number_without_logarithm(value, &row.indicator))
                .at(place)
                .help(say::number_without_logarithm_help())
        }
        (Misfit::Word, Some(scale)) => {
            let found = indicator.map(|it| written::written(scale, it, word));
            match found.and_then(|it| written::problem(it, word)) {
                Some([sentence, help]) => Problem::error(sentence).at(place).help(help),
                None => {
                    let problem = unknown_label(scale, word, place);
                    problem.maybe_help(indicator.and_then(|it| refused::not_there(it, word)))
                }
            }
        }
        (Misfit::NoNumber | Misfit::Outside(_) | Misfit::Word | Misfit::Between(_), _) => {
            Problem::error(say::number_wanted(word, &row.indicator))
                .at(place)
                .maybe_help(no_answer(word))
        }
    }
}

/// Whether a number outside the scale is one of those that questionnaires write for no answer.
fn is_code(level: f64) -> bool {
    const CODES: [f64; 12] = [
        77.0, 88.0, 97.0, 98.0, 99.0, 888.0, 998.0, 999.0, 9999.0, -9.0, -99.0, -999.0,
    ];
    CODES.iter().any(|it| it.total_cmp(&level).is_eq())
}

/// Which levels a scale has.
fn levels_help(scale: &Scale) -> Sentence {
    match scale.levels() {
        [] => say::scale_runs(scale.min(), scale.max()),
        levels => say::scale_has(refused::values(levels)),
    }
}

/// `0 Tidak ada, 2 Sebagian, 4 Lengkap`, in both languages.
fn level_names(scale: &Scale) -> Text {
    let [id, en] = [Lang::Id, Lang::En].map(|lang| {
        let names = scale
            .levels()
            .iter()
            .map(|it| format!("`{}`", it.label.get(lang)));
        list(names)
    });
    Text::new(id, en)
}

fn aliases(level: &Level) -> impl Iterator<Item = &str> {
    level.aliases.iter().map(String::as_str)
}

fn unknown_label(scale: &Scale, word: &str, place: Place) -> Problem {
    let labels: Vec<&str> = scale
        .levels()
        .iter()
        .flat_map(|level| level.label.both().into_iter().chain(aliases(level)))
        .collect();
    let help = match suggest(word, labels.iter().copied()) {
        Some(near) => say::did_you_mean(near),
        None if labels.is_empty() => say::scale_runs(scale.min(), scale.max()),
        None => say::scale_has_names(refused::values(scale.levels()), level_names(scale)),
    };
    Problem::error(say::unknown_level(word))
        .at(place)
        .help(no_answer(word).unwrap_or(help))
}

/// The option that takes a word for no answer, where that is what it most likely is.
fn no_answer(word: &str) -> Option<Sentence> {
    is_like_missing(word).then(|| say::missing_code(word))
}

/// Whether two words name one unit, as far as that is known without guessing.
pub(super) fn is_same_unit(one: &str, other: &str) -> bool {
    const NAMES: [&[&str]; 2] = [&["%", "persen", "percent"], &["rp", "idr", "rupiah"]];
    let plain = |word: &str| word.trim().trim_end_matches('.').to_lowercase();
    let (one, other) = (plain(one), plain(other));
    let both = |names: &&[&str]| names.contains(&&*one) && names.contains(&&*other);
    one == other || NAMES.iter().any(both)
}

/// The level or number a row gives for a node, if it gives one.
#[must_use]
pub fn level_of(framework: &Framework, node: usize, row: &Statement) -> Option<f64> {
    let indicator = framework.nodes()[node].indicator();
    let value = match indicator.map(|it| (it, it.kind.answers())) {
        Some((indicator, Answers::Levels(_))) => {
            let scale = &framework.scales()[indicator.scale];
            level_value(scale, indicator, row).ok()?
        }
        Some((_, Answers::Numbers | Answers::Directions | Answers::Things)) | None => {
            number_of(row)
        }
    };
    match value {
        RowValue::Value(value) => Some(value),
        RowValue::Nothing | RowValue::NotApplicable | RowValue::NotChecked => None,
    }
}
