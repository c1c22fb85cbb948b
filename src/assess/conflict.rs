//! What speaks against what. Conflicts are listed, never resolved.

use std::collections::{BTreeMap, BTreeSet, HashMap, HashSet};
use std::sync::Arc;

use crate::framework::{Framework, Kind};
use crate::problem::Problem;
use crate::statement::{Column, Direction, Stage, Statements};
use crate::stats::TOLERANCE;
use crate::text::say;

use super::RegionRef;
use super::cell::InformantKey;
use super::join::{Entry, Said, Unit};

/// Levels this far apart are a conflict.
pub const LEVEL_GAP: f64 = 2.0;

/// Why statements conflict.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum ConflictKind {
    /// Supporting and inhibiting statements on one indicator.
    Direction,
    /// Levels two or more apart.
    Level,
    /// A row names another that it contradicts.
    Contradicts,
    /// One statement put in two classes.
    Class,
}

impl ConflictKind {
    /// The stable name used in files.
    #[must_use]
    pub fn id(self) -> &'static str {
        match self {
            Self::Direction => "direction",
            Self::Level => "level",
            Self::Contradicts => "contradicts",
            Self::Class => "class",
        }
    }
}

/// Statements that speak against each other.
#[derive(Debug, Clone)]
pub struct Conflict {
    /// The region.
    pub region: RegionRef,
    /// The wave.
    pub wave: Option<Arc<str>>,
    /// The stage.
    pub stage: Option<Stage>,
    /// Position of the node.
    pub node: usize,
    /// Why.
    pub kind: ConflictKind,
    /// Positions of the statements, ascending.
    pub rows: Vec<usize>,
}

/// Conflicts of all units, in their order and that of the tree; warns of names of rows that
/// nobody carries.
pub(super) fn conflicts(
    framework: &Framework,
    statements: &Statements,
    units: &[Unit],
    problems: &mut Vec<Problem>,
) -> Vec<Conflict> {
    let known: HashSet<&str> = statements
        .rows()
        .iter()
        .filter_map(|row| row.id.as_deref())
        .collect();
    let mut out = Vec::new();
    let mut told: BTreeSet<Vec<usize>> = BTreeSet::new();
    for unit in units {
        // Within one region, wave and stage, and only rows that count.
        let mut by_id: HashMap<&str, Vec<usize>> = HashMap::new();
        for entry in &unit.entries {
            let row = &statements.rows()[entry.row];
            if let Some(id) = row.id.as_deref().filter(|_| row.is_counted()) {
                by_id.entry(id).or_default().push(entry.row);
            }
        }
        let mut by_node: BTreeMap<usize, Vec<Entry>> = BTreeMap::new();
        for entry in &unit.entries {
            by_node.entry(entry.node).or_default().push(*entry);
        }
        for (node, entries) in by_node {
            let mut add = |kind, rows: BTreeSet<usize>| {
                if rows.len() > 1 {
                    out.push(Conflict {
                        region: unit.region.clone(),
                        wave: unit.wave.clone(),
                        stage: unit.stage,
                        node,
                        kind,
                        rows: rows.into_iter().collect(),
                    });
                }
            };
            let counted = counted(statements, &entries);
            add(
                ConflictKind::Direction,
                both_directions(statements, &counted),
            );
            // Respondents of a survey differ: their spread is the result and no contradiction.
            if framework.nodes()[node]
                .indicator()
                .is_some_and(|it| it.has_levels() && it.kind != Kind::Likert)
            {
                add(ConflictKind::Level, far_levels(&counted));
            }
            add(ConflictKind::Class, two_classes(statements, &counted));
            let mut linked = BTreeSet::new();
            for entry in &counted {
                let row = &statements.rows()[entry.row];
                for name in &row.contradicts {
                    match by_id.get(&**name) {
                        Some(others) => {
                            let mut pair = vec![entry.row];
                            pair.extend(others);
                            pair.sort_unstable();
                            pair.dedup();
                            // Two rows may name each other: the pair is told once.
                            if told.insert(pair.clone()) {
                                linked.extend(pair);
                            }
                        }
                        None if known.contains(&**name) => {}
                        None => {
                            let problem = Problem::warning(say::contradicts_nobody(name))
                                .at(statements.place(row, Column::Contradicts));
                            problems.push(problem);
                        }
                    }
                }
            }
            add(ConflictKind::Contradicts, linked);
        }
    }
    out
}

/// The rows that count, without those of coders who have agreed with the others on the informant.
fn counted(statements: &Statements, entries: &[Entry]) -> Vec<Entry> {
    let row = |entry: &Entry| &statements.rows()[entry.row];
    let settled: BTreeSet<InformantKey> = entries
        .iter()
        .filter(|entry| row(entry).is_consensus())
        .map(|entry| InformantKey::of(row(entry)))
        .collect();
    entries
        .iter()
        .copied()
        .filter(|entry| row(entry).is_counted())
        .filter(|entry| {
            row(entry).is_consensus() || !settled.contains(&InformantKey::of(row(entry)))
        })
        .collect()
}

fn both_directions(statements: &Statements, entries: &[Entry]) -> BTreeSet<usize> {
    let of = |wanted: Direction| {
        entries
            .iter()
            .map(|entry| entry.row)
            .filter(move |row| statements.rows()[*row].direction == Some(wanted))
    };
    if of(Direction::Supporting).next().is_none() || of(Direction::Inhibiting).next().is_none() {
        return BTreeSet::new();
    }
    of(Direction::Supporting)
        .chain(of(Direction::Inhibiting))
        .collect()
}

/// The rows whose level lies far from that of some other row.
fn far_levels(entries: &[Entry]) -> BTreeSet<usize> {
    let levels: Vec<(usize, f64)> = entries
        .iter()
        .filter_map(|entry| match entry.said {
            Said::Value(level) => Some((entry.row, level)),
            _ => None,
        })
        .collect();
    let lowest = levels
        .iter()
        .map(|(_, level)| *level)
        .fold(f64::MAX, f64::min);
    let highest = levels
        .iter()
        .map(|(_, level)| *level)
        .fold(f64::MIN, f64::max);
    let far = |level: f64| {
        let gap = (level - lowest).max(highest - level);
        gap >= LEVEL_GAP - TOLERANCE
    };
    levels
        .iter()
        .filter(|(_, level)| far(*level))
        .map(|(row, _)| *row)
        .collect()
}

fn two_classes(statements: &Statements, entries: &[Entry]) -> BTreeSet<usize> {
    let mut by_id: BTreeMap<&str, Vec<usize>> = BTreeMap::new();
    for entry in entries {
        if let Some(id) = statements.rows()[entry.row].id.as_deref() {
            by_id.entry(id).or_default().push(entry.row);
        }
    }
    let mut out = BTreeSet::new();
    for rows in by_id.into_values() {
        let classes: BTreeSet<_> = rows
            .iter()
            .filter_map(|row| statements.rows()[*row].class.as_deref())
            .collect();
        if classes.len() > 1 {
            out.extend(rows);
        }
    }
    out
}
