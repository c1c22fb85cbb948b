//! Rows of one cell that differ in a column nobody reads: most likely a further key, such as a
//! month or a commodity, over which a mean would mean nothing.

use std::collections::{BTreeSet, HashMap};

use crate::problem::Problem;
use crate::read::problems::Problems;
use crate::statement::Statement;
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
    let is_plain = |row: &&Statement| {
        let evidence = row.evidence.as_deref();
        evidence.is_none_or(|it| it.item.is_none() && it.date.is_none())
            && row.words().is_none()
            && row.direction.is_none()
            && row.is_judged()
    };
    let mut cells: HashMap<_, Vec<&Statement>> = HashMap::new();
    for row in rows.iter().filter(is_plain) {
        let key = (
            &*row.indicator,
            &row.region,
            &row.area,
            &row.wave,
            (row.stage, &row.class),
            (&row.informant, &row.role, &row.agencies, &row.coder),
            row.evidence.as_deref().and_then(|it| it.source.as_ref()),
        );
        cells.entry(key).or_default().push(row);
    }
    let differ = |rows: &Vec<&Statement>| {
        let first = rows[0];
        let other = |it: &&Statement| it.answer != first.answer || it.value != first.value;
        rows.iter().any(other) && !is_asked(first)
    };
    let mut groups: Vec<Vec<usize>> = cells
        .into_values()
        .filter(differ)
        .map(|rows| rows.iter().map(|it| it.origin().row).collect())
        .collect();
    groups.sort();
    groups
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
