//! Warnings that concern many rows at once: repeated rows, strange words, waves out of force.

use std::collections::HashSet;

use crate::framework::{Framework, GroupRule, Lookup, Method, Normalisation};
use crate::problem::{Problem, suggest};
use crate::statement::{Field, Statements};
use crate::stats::TOLERANCE;
use crate::text::{Lang, Text, folded, list, say};

use super::assessment::Assessment;
use super::result::Reason;
use super::row_value::{is_same_unit, is_unit_of};
use super::unit::Unit;

/// More problems than this help nobody, and a table of millions may have millions.
pub(super) const MOST_PROBLEMS: usize = 10_000;

/// Warns of classes and units other than those the indicators declare, each once. `rows` are those
/// that name one, each with its node.
pub(super) fn strange_words(
    framework: &Framework,
    statements: &Statements,
    rows: &[(usize, usize)],
) -> Vec<Problem> {
    let mut warned: HashSet<(usize, &str, bool)> = HashSet::new();
    let lookups: Vec<&Lookup> = framework
        .indicators()
        .filter_map(|(_, _, it)| it.lookup.as_ref())
        .collect();
    let mut problems = Vec::new();
    for (at, node) in rows.iter().copied() {
        let row = &statements.rows()[at];
        let Some(indicator) = framework.nodes()[node].indicator() else {
            continue;
        };
        if let Some(class) = row.class.as_deref() {
            let known: Vec<&str> = indicator.classes.iter().flat_map(Text::both).collect();
            let same = |it: &&str| folded(it) == folded(class);
            if !known.is_empty() && !known.iter().any(same) && warned.insert((node, class, false)) {
                let help = match suggest(class, known.iter().copied()) {
                    Some(near) => say::did_you_mean(near),
                    None => say::known_classes(Text::new(
                        list(indicator.classes.iter().map(|it| it.get(Lang::Id))),
                        list(indicator.classes.iter().map(|it| it.get(Lang::En))),
                    )),
                };
                let sentence = say::unknown_class(class, &row.indicator);
                let place = statements.place(row, Field::Class);
                problems.push(Problem::warning(sentence).at(place).help(help));
            }
        }
        let Some(unit) = row.unit.as_deref() else {
            continue;
        };
        let is = |wanted: &Text| wanted.both().iter().any(|it| is_same_unit(it, unit));
        let sentence = match (
            indicator.kind.is_measured(),
            &indicator.unit,
            &indicator.lookup,
        ) {
            (true, Some(wanted), _) if !is(wanted) => {
                Some(say::other_unit(unit, &row.indicator, wanted))
            }
            (true, ..) => None,
            // A quantity beside a level is welcome; an index that gives no level here is a slip.
            (_, _, Some(lookup)) if !is_unit_of(lookup, unit) => {
                Some(say::unit_of_other_index(unit, &row.indicator))
            }
            (_, _, None) if lookups.iter().any(|it| is_unit_of(it, unit)) => {
                Some(say::unit_of_other_index(unit, &row.indicator))
            }
            _ => None,
        };
        // An index that gives no level where one is wanted would be lost.
        let lookup = indicator.lookup.as_ref();
        let is_lost = row.answer.is_missing() && row.value.is_some();
        let wanted = lookup.filter(|_| is_lost);
        if let Some(sentence) = sentence
            && warned.insert((node, unit, wanted.is_some()))
        {
            let place = statements.place(row, Field::Unit);
            problems.push(match wanted {
                Some(lookup) => Problem::error(sentence)
                    .at(place)
                    .help(say::unit_of_lookup(&lookup.unit)),
                None => Problem::warning(sentence).at(place),
            });
        }
    }
    problems
}

/// Warns of values of another body's index that runs to a hundred which look like parts of one: 0.63 is
/// one value, and most likely 63% is meant.
pub(super) fn parts_of_hundred(
    framework: &Framework,
    statements: &Statements,
    units: &[Unit],
) -> Vec<Problem> {
    let mut problems = Vec::new();
    let lookups: Vec<(usize, &Lookup, f64)> = framework
        .indicators()
        .filter_map(|(at, _, it)| {
            let lookup = it.lookup.as_ref()?;
            let high = lookup.ends().1.filter(|it| *it >= 100.0 - TOLERANCE)?;
            Some((at, lookup, high))
        })
        .collect();
    if lookups.is_empty() {
        return problems;
    }
    for entry in units.iter().flat_map(|it| &it.entries) {
        let row = &statements.rows()[entry.row()];
        let lookup = lookups.iter().find(|(at, ..)| *at == entry.node());
        let (Some((_, lookup, high)), Some(value)) = (lookup, row.value) else {
            continue;
        };
        let is_unit = row.unit.as_deref().is_some_and(|unit| {
            let mut names = lookup.unit.both().into_iter();
            names.any(|it| is_same_unit(it, unit))
        });
        if is_unit && value > 0.0 && value < 1.0 && problems.len() < MOST_PROBLEMS {
            let sentence = say::part_of_hundred(&row.indicator, &lookup.unit, value, *high);
            let place = statements.place(row, Field::Value);
            let help = say::part_of_hundred_help(value * 100.0);
            problems.push(Problem::warning(sentence).at(place).help(help));
        }
    }
    problems
}

/// Warns of waves that are one year written in two ways (`2024` and `2024.0`).
pub(super) fn waves_alike(units: &[Unit]) -> Option<Problem> {
    let mut seen: Vec<(f64, &str)> = Vec::new();
    for wave in units.iter().filter_map(|unit| unit.wave.as_deref()) {
        let year = wave.parse::<f64>().ok().filter(|it| it.is_finite());
        let Some(year) = year else {
            continue;
        };
        match seen
            .iter()
            .find(|(known, _)| (known - year).abs() < TOLERANCE)
        {
            Some((_, one)) if *one != wave => {
                return Some(Problem::warning(say::waves_alike(one, wave)));
            }
            Some(_) => {}
            None => seen.push((year, wave)),
        }
    }
    None
}

/// Warns of waves in which the framework does not hold.
pub(super) fn outside_validity(framework: &Framework, units: &[Unit]) -> Option<Problem> {
    let valid = framework.valid()?;
    let mut outside: Vec<&str> = units
        .iter()
        .filter_map(|unit| unit.wave.as_deref())
        .filter(|wave| wave.parse().is_ok_and(|year| !valid.holds(year)))
        .collect();
    outside.sort_unstable();
    outside.dedup();
    if outside.is_empty() {
        return None;
    }
    let to = valid.to.map_or_else(|| "…".to_owned(), |to| to.to_string());
    let sentence = say::wave_outside_validity(list(outside), framework.id(), valid.from, to);
    let problem = Problem::warning(sentence);
    Some(match framework.repealed_by() {
        Some(next) => problem.help(say::repealed_by(next)),
        None => problem,
    })
}

/// Warns of what counts otherwise than it stands there: columns that do not vary and groups without a
/// total, which take no part in an index above them, and numbers beyond their goalposts.
pub(super) fn left_aside(
    framework: &Framework,
    statements: &Statements,
    method: &Method,
    assessments: &[Assessment],
) -> Vec<Problem> {
    let mut problems = Vec::new();
    let nodes = framework.nodes();
    for (at, node, indicator) in framework.indicators() {
        let constant = assessments.iter().filter(|it| {
            it.nodes[at].reason == Some(Reason::Constant) && it.pooled[at].outcome.value().is_some()
        });
        let constant: Vec<&Assessment> = constant.collect();
        if let Some(first) = constant.first() {
            let value = first.pooled[at].outcome.value().unwrap_or_default();
            let sentence = say::constant_column(node.id(), value, constant.len());
            problems.push(at_row(statements, first, at, Problem::warning(sentence)));
        }
        if let Some(Normalisation::Goalposts { low, high }) = indicator.normalise {
            let beyond = |value: f64| value < low - TOLERANCE || value > high + TOLERANCE;
            let outside: Vec<(&Assessment, f64)> = assessments
                .iter()
                .filter_map(|it| Some((it, it.pooled[at].outcome.value()?)))
                .filter(|(_, value)| beyond(*value))
                .collect();
            if let Some((first, value)) = outside.first() {
                let (region, id) = (&*first.region.name, node.id());
                let sentence = match (indicator.is_scored(), outside.len() - 1) {
                    (false, _) => say::beyond_range(id, region, *value, low, high),
                    (true, 0) => say::beyond_goalposts(id, region, *value, low, high),
                    (true, others) => {
                        say::several_beyond_goalposts(id, region, *value, low, high, others)
                    }
                };
                problems.push(at_row(statements, first, at, Problem::warning(sentence)));
            }
        }
    }
    let rule = |at: usize| nodes[at].rule().unwrap_or(method.aggregation.groups);
    for (at, node) in nodes.iter().enumerate() {
        let Some(parent) = node.parent() else {
            continue;
        };
        let is_profile = node.indicator().is_none() && rule(at) == GroupRule::None;
        let has_scores = assessments.iter().any(|it| it.nodes[at].coverage.is_some());
        let others =
            |it: &&usize| **it != at && assessments.iter().any(|of| of.nodes[**it].score.is_some());
        if is_profile
            && has_scores
            && rule(parent) != GroupRule::None
            && nodes[parent].children().iter().any(|it| others(&it))
        {
            let sentence = say::profile_left_aside(node.id(), nodes[parent].id());
            problems.push(Problem::warning(sentence));
        }
    }
    problems
}

/// Warns of indices of a questionnaire that rest on some of its elements alone.
pub(super) fn unanswered(framework: &Framework, assessments: &[Assessment]) -> Vec<Problem> {
    let scored = || framework.indicators().filter(|(.., it)| it.is_scored());
    if !scored().all(|(.., it)| it.kind.asks_respondents()) {
        return Vec::new();
    }
    let mut open: Vec<(Vec<&str>, Vec<&str>)> = Vec::new();
    for it in assessments {
        // A reported index rests on whatever its source says.
        if it.nodes[0].reported || it.nodes[0].statements == 0 {
            continue;
        }
        let missing = scored().filter(|(at, ..)| it.nodes[*at].told.is_none());
        let missing: Vec<&str> = missing.map(|(_, node, _)| node.id()).collect();
        if missing.is_empty() {
            continue;
        }
        match open.iter_mut().find(|(of, _)| *of == missing) {
            Some((_, regions)) => regions.push(&it.region.name),
            None => open.push((missing, vec![&it.region.name])),
        }
    }
    let all = scored().count();
    let warn = |(missing, mut regions): (Vec<&str>, Vec<&str>)| {
        regions.dedup();
        let more = regions.len().saturating_sub(MOST_REGIONS);
        let mut named = list(regions.iter().take(MOST_REGIONS));
        if more > 0 {
            named.push_str(&format!(", … (+{more})"));
        }
        let answered = all - missing.len();
        let sentence = say::elements_unanswered(answered, all, list(&missing), named);
        Problem::warning(sentence).help(say::elements_unanswered_help(missing[0]))
    };
    open.into_iter().map(warn).collect()
}

/// How many regions a warning names.
const MOST_REGIONS: usize = 5;

/// A problem at the first row of a node that counts.
fn at_row(
    statements: &Statements,
    assessment: &Assessment,
    node: usize,
    problem: Problem,
) -> Problem {
    let rows = assessment.rows[node]
        .iter()
        .map(|at| &statements.rows()[*at]);
    match rows.clone().find(|row| row.is_counted()) {
        Some(row) => problem.at(statements.place(row, Field::of_number(row))),
        None => problem,
    }
}
