//! Which codings judge the same thing.
//!
//! What one coder says of a statement is never set against what another says of a neighbouring
//! one: a coder's statements averaged per cell agree perfectly wherever two mistakes cancel. So
//! codings are paired by the id of the statement, else by its words; what is left of a cell pairs
//! only where each coder has exactly one coding there; the rest is left out and counted.

use std::collections::{BTreeMap, BTreeSet};

use crate::statement::codings::{Wording, wordings};
use crate::statement::{PartyName, Speaker, Statement};

use super::units::UnitKind;

/// A value that a named coder gave in a row.
pub(super) struct Coding<'a> {
    /// Position of the row in the statements.
    pub(super) position: usize,
    pub(super) row: &'a Statement,
    pub(super) coder: &'a PartyName,
    pub(super) speaker: Speaker,
    pub(super) value: f64,
}

/// Codings of one thing.
pub(super) struct Group {
    /// Positions among the codings, ascending; never empty.
    pub(super) members: Vec<usize>,
    pub(super) kind: UnitKind,
}

/// The codings of one indicator in one assessment, sorted out.
pub(super) struct Paired {
    pub(super) groups: Vec<Group>,
    /// Codings of cells in which two coders or more speak and cannot be paired.
    pub(super) unclear: usize,
}

/// Whether ids number the statements for all coders: two of them used one id. Then different ids
/// mean different statements; else each coder may have numbered anew.
pub(super) fn share_ids<'a>(rows: impl Iterator<Item = &'a Statement>) -> bool {
    let mut first: BTreeMap<&str, &PartyName> = BTreeMap::new();
    for row in rows {
        if let (Some(id), Some(coder)) = (row.id.as_deref(), row.named_coder())
            && *first.entry(id).or_insert(coder) != coder
        {
            return true;
        }
    }
    false
}

/// Pairs the codings of one indicator in one assessment.
pub(super) fn pair(codings: &[Coding], share_ids: bool) -> Paired {
    let mut groups = by_id(codings);
    by_words(codings, &mut groups);
    let mut paired: Vec<Group> = Vec::new();
    let mut cells: BTreeMap<&Speaker, Vec<Vec<usize>>> = BTreeMap::new();
    for members in groups {
        let is_numbered = members.iter().any(|it| codings[*it].row.id.is_some());
        if coders(codings, &members).len() > 1 || share_ids && is_numbered {
            paired.push(Group {
                members,
                kind: UnitKind::Statement,
            });
        } else {
            let speaker = &codings[members[0]].speaker;
            cells.entry(speaker).or_default().push(members);
        }
    }
    let mut unclear = 0;
    for left in cells.into_values() {
        let all: Vec<usize> = left.iter().flatten().copied().collect();
        let coders = coders(codings, &all).len();
        if coders > 1 && coders == left.len() {
            paired.push(Group {
                members: sorted(all),
                kind: UnitKind::Cell,
            });
            continue;
        }
        if coders > 1 {
            unclear += all.len();
        }
        paired.extend(left.into_iter().map(|members| Group {
            members,
            kind: UnitKind::Statement,
        }));
    }
    // Not in the order of rows, so that it moves no last digit where statements have ids.
    paired.sort_by_cached_key(|it| {
        let first = &codings[it.members[0]];
        (first.speaker.clone(), first.row.id.clone(), it.members[0])
    });
    Paired {
        groups: paired,
        unclear,
    }
}

fn sorted(mut members: Vec<usize>) -> Vec<usize> {
    members.sort_unstable();
    members
}

fn coders<'a>(codings: &'a [Coding], members: &[usize]) -> BTreeSet<&'a PartyName> {
    members.iter().map(|it| codings[*it].coder).collect()
}

/// Codings with one id are one statement; a coding without an id is one for itself.
fn by_id(codings: &[Coding]) -> Vec<Vec<usize>> {
    let mut groups: Vec<Vec<usize>> = Vec::new();
    let mut known: BTreeMap<&str, usize> = BTreeMap::new();
    for (at, coding) in codings.iter().enumerate() {
        let Some(id) = coding.row.id.as_deref() else {
            groups.push(vec![at]);
            continue;
        };
        let group = *known.entry(id).or_insert(groups.len());
        match groups.get_mut(group) {
            Some(members) => members.push(at),
            None => groups.push(vec![at]),
        }
    }
    groups
}

/// Joins groups in which the same source says the same words, where every coder has one of them:
/// who gives one passage two ids means two statements, and which of them another coder judged
/// cannot be told.
fn by_words(codings: &[Coding], groups: &mut Vec<Vec<usize>>) {
    let mut at_words: BTreeMap<Wording, Vec<usize>> = BTreeMap::new();
    let mut order: Vec<Wording> = Vec::new();
    let mut group_of = vec![0; codings.len()];
    for (group, members) in groups.iter().enumerate() {
        for at in members {
            group_of[*at] = group;
        }
    }
    for (at, coding) in codings.iter().enumerate() {
        for words in wordings(coding.row) {
            let rows = at_words.entry(words.clone()).or_default();
            if rows.is_empty() {
                order.push(words);
            }
            rows.push(at);
        }
    }
    for words in order {
        // A group may have been joined to another by the words before.
        let rows = &at_words[&words];
        let mut alike: Vec<usize> = rows.iter().map(|at| group_of[*at]).collect();
        alike.sort_unstable();
        alike.dedup();
        // A coder who wrote the same words twice without ids wrote of one statement twice.
        let mut one: BTreeMap<&PartyName, BTreeSet<Option<usize>>> = BTreeMap::new();
        for group in &alike {
            let is_numbered = groups[*group]
                .iter()
                .any(|it| codings[*it].row.id.is_some());
            for coder in coders(codings, &groups[*group]) {
                let named = is_numbered.then_some(*group);
                one.entry(coder).or_default().insert(named);
            }
        }
        if alike.len() < 2 || one.values().any(|it| it.len() > 1) {
            continue;
        }
        let into = alike[0];
        for group in &alike[1..] {
            let members = std::mem::take(&mut groups[*group]);
            for at in &members {
                group_of[*at] = into;
            }
            groups[into].extend(members);
        }
        groups[into].sort_unstable();
    }
    groups.retain(|it| !it.is_empty());
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use super::*;
    use crate::statement::{Answer, Origin, Setting};

    /// (coder, id, quote); all of one speaker.
    fn rows(given: &[(&str, &str, &str)]) -> Vec<Statement> {
        let row = |(at, (coder, id, quote)): (usize, &(&str, &str, &str))| {
            let mut setting = Setting::new("OKI".into());
            setting.informant = Some("Budi".into());
            setting.coder = Some((*coder).into());
            setting.id = (!id.is_empty()).then(|| (*id).into());
            let quote = (!quote.is_empty()).then(|| (*quote).to_owned());
            setting.evidence.get_or_insert_default().quote = quote;
            let origin = Origin {
                source: 0,
                row: at,
                cell: None,
            };
            Statement::new(origin, "a".into(), Answer::Missing, Arc::new(setting))
        };
        given.iter().enumerate().map(row).collect()
    }

    fn check(given: &[(&str, &str, &str)], wanted: &[(&[usize], UnitKind)], unclear: usize) {
        let rows = rows(given);
        let codings: Vec<Coding> = rows
            .iter()
            .enumerate()
            .map(|(position, row)| Coding {
                position,
                row,
                coder: row.coder.as_ref().expect("a coder"),
                speaker: Speaker::of(row),
                value: 0.0,
            })
            .collect();
        let found = pair(&codings, share_ids(rows.iter()));
        let of = |it: &'_ Group| (it.members.clone(), it.kind);
        let mut groups: Vec<(Vec<usize>, UnitKind)> = found.groups.iter().map(of).collect();
        groups.sort();
        let wanted: Vec<(Vec<usize>, UnitKind)> = wanted
            .iter()
            .map(|(it, kind)| (it.to_vec(), *kind))
            .collect();
        assert_eq!(groups, wanted, "{given:?}");
        assert_eq!(found.unclear, unclear, "{given:?}");
    }

    #[test]
    fn codings_pair_by_id_then_by_words_then_by_a_cell_that_leaves_no_choice() {
        use UnitKind::{Cell, Statement};
        check(
            &[
                ("A", "s1", ""),
                ("A", "s2", ""),
                ("B", "s2", ""),
                ("B", "s1", ""),
            ],
            &[(&[0, 3], Statement), (&[1, 2], Statement)],
            0,
        );
        // Another coder numbers anew, or not at all.
        check(
            &[
                ("A", "s1", "x"),
                ("B", "b7", "x"),
                ("C", "", "x"),
                ("A", "s2", "y"),
            ],
            &[(&[0, 1, 2], Statement), (&[3], Statement)],
            0,
        );
        check(&[("A", "s1", ""), ("B", "b1", "")], &[(&[0, 1], Cell)], 0);
        // Where ids number the statements for all, other ids are other statements.
        check(
            &[
                ("A", "s1", ""),
                ("B", "s1", ""),
                ("A", "s2", ""),
                ("B", "s3", ""),
            ],
            &[(&[0, 1], Statement), (&[2], Statement), (&[3], Statement)],
            0,
        );
        // What is left of the cell beside a statement.
        check(
            &[
                ("A", "s1", ""),
                ("B", "s1", ""),
                ("A", "", ""),
                ("B", "", "q"),
            ],
            &[(&[0, 1], Statement), (&[2, 3], Cell)],
            0,
        );
        check(
            &[("A", "", ""), ("A", "", ""), ("B", "", "")],
            &[(&[0], Statement), (&[1], Statement), (&[2], Statement)],
            3,
        );
        // One passage that the first coder holds for two statements.
        check(
            &[("A", "s1", "x"), ("A", "s2", "x"), ("B", "", "x")],
            &[(&[0], Statement), (&[1], Statement), (&[2], Statement)],
            3,
        );
        // The same words twice without ids: one statement, judged twice.
        check(
            &[("A", "", "x"), ("A", "", "x"), ("B", "", "x")],
            &[(&[0, 1, 2], Statement)],
            0,
        );
    }
}
