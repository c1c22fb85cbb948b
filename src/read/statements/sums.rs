//! Answers under a word for a total, where an instrument calls one of its indicators so: `Jumlah` may be
//! the sum of the others.

use std::collections::{BTreeMap, HashMap, HashSet};

use crate::problem::Problem;
use crate::read::header::Across;
use crate::read::problems::Problems;
use crate::read::settings::Known;
use crate::statement::{Field, Statement};
use crate::table::At;
use crate::text::{Sentence, say, shown};

use super::Shape;
use super::assembler::Made;
use super::totals::is_total_alone;

/// Takes out of the statements those that sum up others, and tells of them and of those that may do so.
pub(super) fn settle(shape: &Shape<'_>, made: &mut Made, problems: &mut Problems) {
    let is_level = |word: &str| {
        let known = shape.headers.indicator(word);
        known.is_some_and(|(_, it)| may_be_mistaken(it))
    };
    let mut known = shape.headers.known.iter();
    // Most instruments call nothing so.
    if !known.any(|it| may_be_mistaken(it) && is_total_alone(&it.word)) {
        return;
    }
    let columns = &shape.layout.answers;
    let header = |at: usize| shape.headed.header.get(at).map_or("", |it| it);
    let is_of_total = |it: &&Across| is_total_alone(header(it.index)) && is_level(header(it.index));
    for across in columns.iter().filter(is_of_total) {
        let id = |it: &Across| {
            let name = it.of.indicator.as_deref()?;
            let known = shape.headers.indicator(name)?.1;
            Some((known.id.as_str(), it.of.wave.clone(), it.of.stage))
        };
        let mut others = columns.iter().filter(|it| it.index != across.index);
        // A total stands behind or before what it sums up.
        let ends = [columns.first(), columns.last()];
        let is_at_end = ends.iter().flatten().any(|it| it.index == across.index);
        if let Some(other) = others.find(|it| id(it) == id(across)) {
            let names = [across, other].map(|it| shown(header(it.index)));
            leave(shape, across.index, made, problems, |_| {
                let [total, name] = names;
                say::total_column_again(total, name)
            });
        } else if is_at_end {
            column(shape, across.index, made, problems);
        }
    }
    if columns.is_empty() {
        rows(shape, made, problems, &is_level);
    }
}

/// Whether an indicator is answered with levels and is no total by its id, as that of an instrument may be.
fn may_be_mistaken(known: &Known) -> bool {
    known.is_indicator && known.most.is_some() && !is_total_alone(&known.id)
}

/// How many numbers a sum has at least.
const ADDENDS: usize = 3;

/// Looks at a column under a word for a total.
fn column(shape: &Shape<'_>, at: usize, made: &mut Made, problems: &mut Problems) {
    let mut by_row: BTreeMap<usize, (Option<f64>, Vec<f64>)> = BTreeMap::new();
    for row in &made.rows {
        let Some(number) = row.number() else { continue };
        let origin = row.origin();
        let of_row = by_row.entry(origin.row).or_default();
        match origin.cell == Some(at) {
            true => of_row.0 = Some(number),
            false => of_row.1.push(number),
        }
    }
    let mut all = by_row
        .values()
        .filter_map(|(own, others)| Some((own.as_ref()?, others)));
    // An answer in words is none of a sum.
    let mut own = made.rows.iter().filter(|it| it.origin().cell == Some(at));
    let are_numbers = own.all(|it| it.number().is_some() || it.answer.is_missing());
    let any = by_row.values().any(|it| it.0.is_some());
    // One or two numbers may be the sum of two others by chance.
    let is_sum = any
        && are_numbers
        && all.all(|(own, others)| others.len() >= ADDENDS && is_sum(*own, others));
    let text = shown(&shape.headed.header[at]);
    let place = shape.headed.table.place(shape.headed.top.cell(at));
    if is_sum {
        leave(shape, at, made, problems, say::total_column);
    } else {
        problems.add(|| {
            let problem = Problem::warning(say::may_be_total(&text)).at(place);
            problem.help(say::leave_column_out(&text))
        });
    }
}

/// Leaves out a column of answers.
fn leave(
    shape: &Shape<'_>,
    at: usize,
    made: &mut Made,
    problems: &mut Problems,
    sentence: impl FnOnce(String) -> Sentence,
) {
    made.rows.retain(|it| it.origin().cell != Some(at));
    let place = shape.headed.table.place(shape.headed.top.cell(at));
    let text = shown(&shape.headed.header[at]);
    problems.add(|| Problem::warning(sentence(text)).at(place));
}

/// Looks at rows that call their indicator by a word for a total.
fn rows(
    shape: &Shape<'_>,
    made: &mut Made,
    problems: &mut Problems,
    is_level: &dyn Fn(&str) -> bool,
) {
    let Some(column) = shape.layout.column(Field::Indicator) else {
        return;
    };
    let id = |word: &str| shape.headers.indicator(word).map(|(_, it)| it.id.as_str());
    // Rows of one region, round and person.
    let mut alike: HashMap<_, Vec<usize>> = HashMap::new();
    let key = |it: &Statement| {
        let who = (it.informant.clone(), it.role.clone(), it.coder.clone());
        let what = (it.region.clone(), it.wave.clone(), it.stage);
        (what, who, it.agencies.clone())
    };
    for (at, row) in made.rows.iter().enumerate() {
        alike.entry(key(row)).or_default().push(at);
    }
    let mut totals = HashSet::new();
    for (at, row) in made.rows.iter().enumerate() {
        if !is_total_alone(&row.indicator) || !is_level(&row.indicator) {
            continue;
        }
        let same = alike.get(&key(row)).map_or(&[][..], |it| it);
        let others = || {
            let others = same.iter().filter(|it| **it != at);
            others.map(|it| (*it, &made.rows[*it]))
        };
        let is_between = others().any(|(it, _)| it < at) && others().any(|(it, _)| it > at);
        let again = others().any(|(_, it)| id(&it.indicator) == id(&row.indicator));
        let numbers: Vec<f64> = others().filter_map(|(_, it)| it.number()).collect();
        let is_total = !is_between
            && numbers.len() >= ADDENDS
            && row.number().is_some_and(|it| is_sum(it, &numbers));
        let origin = row.origin();
        let place = At {
            row: origin.row,
            cell: Some(column),
        };
        if again || is_total {
            totals.insert(at);
            made.aside.total_taken(place, &row.indicator);
        } else if !is_between && !numbers.is_empty() {
            let place = shape.headed.table.place(place);
            problems.add(|| Problem::warning(say::may_be_total(shown(&row.indicator))).at(place));
        }
    }
    let mut at = 0;
    made.rows.retain(|_| {
        at += 1;
        !totals.contains(&(at - 1))
    });
}

/// Whether a number is the sum of several others.
fn is_sum(number: f64, others: &[f64]) -> bool {
    const NEAR: f64 = 0.005;
    others.len() > 1 && (number - others.iter().sum::<f64>()).abs() < NEAR
}
