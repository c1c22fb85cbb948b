//! Rows of one cell that differ in a column nobody reads: most likely a further key, such as a
//! month or a commodity, over which a mean would mean nothing.

use std::collections::hash_map::Entry;
use std::collections::{BTreeMap, BTreeSet, HashMap};
use std::hash::Hash;
use std::sync::Arc;

use foldhash::fast::RandomState;

use crate::problem::Problem;
use crate::read::problems::Problems;
use crate::statement::{Setting, Statement};
use crate::text::{say, shown};

use super::Shape;

/// How many columns are looked at; a broken file may have a million.
const COLUMNS: usize = 20;

/// Tells the column in which rows of one cell differ that nobody named or said anything in.
pub(super) fn tell(shape: &Shape<'_>, rows: &[Statement], problems: &mut Problems) {
    let columns = &shape.layout.unread;
    if columns.is_empty() {
        return;
    }
    let groups = alike(shape, rows);
    if groups.is_empty() {
        return;
    }
    let cells = cells(shape, &groups);
    let columns = columns.iter().take(COLUMNS).enumerate();
    let mut told: Vec<(usize, usize)> = columns
        .map(|(at, index)| {
            let differs = |group: &&Vec<usize>| {
                let texts: BTreeSet<&str> = group
                    .iter()
                    .filter_map(|row| cells.get(row).map(|it| it[at].as_str()))
                    .collect();
                texts.len() > 1
            };
            (groups.iter().filter(differs).count(), *index)
        })
        .collect();
    told.sort_by_key(|(count, index)| (std::cmp::Reverse(*count), *index));
    let Some((count, index)) = told.first().copied().filter(|(count, _)| *count > 0) else {
        return;
    };
    let headed = &shape.headed;
    let header = shown(&headed.header[index]);
    let row = groups[0][1];
    let place = headed.table.place(crate::table::At {
        row,
        cell: Some(index),
    });
    problems.add(|| {
        Problem::warning(say::likely_key(&header, count))
            .at(place)
            .help(say::likely_key_help(header))
    });
}

/// The lines of rows that answer one cell in different ways, without anyone or anything that tells
/// them apart.
fn alike(shape: &Shape<'_>, rows: &[Statement]) -> Vec<Vec<usize>> {
    let is_asked = |row: &Statement| {
        let known = shape.headers.indicator(&row.indicator);
        known.is_some_and(|(_, it)| it.is_questionnaire)
    };
    // Rows share their settings: what a setting says is looked at once.
    let mut settings: HashMap<*const Setting, Option<usize>, RandomState> = HashMap::default();
    let mut told: HashMap<_, usize, RandomState> = HashMap::default();
    let mut names: HashMap<&str, usize, RandomState> = HashMap::default();
    let mut addresses: HashMap<usize, usize, RandomState> = HashMap::default();
    // By setting and indicator the first row of each cell, and by that row the others.
    let mut cells: HashMap<(usize, usize), usize, RandomState> = HashMap::default();
    let mut others: BTreeMap<usize, Vec<usize>> = BTreeMap::new();
    for (at, row) in rows.iter().enumerate().filter(|(_, row)| row.is_judged()) {
        let setting = row.setting();
        let said = *settings.entry(Arc::as_ptr(setting)).or_insert_with(|| {
            let next = told.len();
            let key = told_apart_by(setting)?;
            Some(*told.entry(key).or_insert(next))
        });
        let Some(said) = said else { continue };
        let name = *addresses.entry(row.indicator.address()).or_insert_with(|| {
            let next = names.len();
            *names.entry(&row.indicator).or_insert(next)
        });
        match cells.entry((said, name)) {
            Entry::Vacant(it) => {
                it.insert(at);
            }
            Entry::Occupied(it) => others.entry(*it.get()).or_default().push(at),
        }
    }
    let differ = |(first, others): &(usize, Vec<usize>)| {
        let first = &rows[*first];
        let other = |at: &usize| {
            let other = &rows[*at];
            other.answer != first.answer || other.value != first.value
        };
        others.iter().any(other) && !is_asked(first)
    };
    let line = |at: usize| rows[at].origin().row;
    let groups = others.into_iter().filter(|it| differ(it));
    let mut groups: Vec<Vec<usize>> = groups
        .map(|(first, others)| [first].into_iter().chain(others).map(line).collect())
        .collect();
    groups.sort();
    groups
}

/// What tells rows of an indicator apart besides their answers; nothing where words, a direction, a date
/// or an item make each a statement of its own.
fn told_apart_by(setting: &Setting) -> Option<impl Eq + Hash> {
    let evidence = setting.evidence.as_deref();
    let is_own = evidence.is_some_and(|it| it.item.is_some() || it.date.is_some());
    if is_own || setting.words().is_some() || setting.direction.is_some() {
        return None;
    }
    Some((
        (&setting.region, &setting.area, &setting.wave),
        (setting.stage, &setting.class),
        (
            &setting.informant,
            &setting.role,
            &setting.agencies,
            &setting.coder,
        ),
        evidence.and_then(|it| it.source.as_ref()),
    ))
}

/// The texts in unread columns of the lines in groups.
fn cells(shape: &Shape<'_>, groups: &[Vec<usize>]) -> HashMap<usize, Vec<String>> {
    let wanted: BTreeSet<usize> = groups.iter().flatten().copied().collect();
    let columns: Vec<usize> = shape.layout.unread.iter().take(COLUMNS).copied().collect();
    let mut out = HashMap::new();
    shape.headed.all(&mut Problems::default(), |row, _| {
        if wanted.contains(&row.at.row) {
            let texts = columns.iter().map(|it| row.text(*it).to_owned());
            out.insert(row.at.row, texts.collect());
        }
    });
    out
}
