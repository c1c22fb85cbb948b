//! What speaks against what. Conflicts are listed, never resolved.

use std::collections::{BTreeMap, BTreeSet, HashMap, HashSet};
use std::sync::Arc;

use crate::framework::Framework;
use crate::problem::Problem;
use crate::statement::{Direction, Field, Stage, Statements};
use crate::stats::TOLERANCE;
use crate::text::{say, vocabulary};

use super::pooled::Pooled;
use super::regions::RegionRef;
use super::row_value::RowValue;
use super::spoken::Spoken;
use super::unit::Unit;

/// Levels this far apart are a conflict.
pub const LEVEL_GAP: f64 = 2.0;

vocabulary! {
    /// Why statements conflict.
    #[derive(PartialOrd, Ord)]
    pub enum ConflictKind {
        /// Supporting and inhibiting statements on one indicator.
        Direction = "direction",
        /// Levels two or more apart.
        Level = "level",
        /// A row names another that it contradicts.
        Contradicts = "contradicts",
        /// One statement put in two classes.
        Class = "class",
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

/// A row that contradicts a name which no row of its unit carries.
#[derive(Debug)]
pub(super) struct Unnamed {
    /// Position of the row.
    pub(super) at: usize,
    pub(super) name: Arc<str>,
}

/// Warns of names that rows contradict and no row at all carries.
pub(super) fn warn_unnamed<'a>(
    statements: &Statements,
    ids: &HashSet<Arc<str>>,
    unnamed: impl Iterator<Item = &'a Unnamed>,
) -> Vec<Problem> {
    unnamed
        .filter(|it| !ids.contains(&it.name))
        .map(|it| {
            let row = &statements.rows()[it.at];
            Problem::warning(say::contradicts_nobody(&it.name))
                .at(statements.place(row, Field::Contradicts))
        })
        .collect()
}

/// What few rows have and what need not be looked for where none has it.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Special {
    /// Some row has a name of its own.
    pub(super) ids: bool,
    /// Some row contradicts another.
    pub(super) links: bool,
    /// Some row is what coders agreed on.
    pub(super) consensus: bool,
}

/// The links between the rows of one unit: one region, wave and stage.
pub(super) struct Links<'a> {
    /// Rows that count (positions) by their own name.
    by_id: HashMap<&'a str, Vec<usize>>,
    /// Pairs that contradict each other, listed already.
    listed: BTreeSet<Vec<usize>>,
    special: Special,
    pub(super) unnamed: Vec<Unnamed>,
}

impl<'a> Links<'a> {
    /// The links between `rows`, all those of a unit.
    pub(super) fn of(rows: &[Spoken<'a>], special: Special) -> Self {
        let mut by_id: HashMap<&str, Vec<usize>> = HashMap::new();
        if special.links {
            for it in rows.iter().filter(|it| it.counts) {
                if let Some(id) = it.row.id.as_deref() {
                    by_id.entry(id).or_default().push(it.at);
                }
            }
        }
        Self {
            by_id,
            special,
            listed: BTreeSet::new(),
            unnamed: Vec::new(),
        }
    }

    /// Adds the conflicts among the rows of a node.
    pub(super) fn conflicts(
        &mut self,
        framework: &Framework,
        unit: &Unit,
        node: usize,
        rows: &[Spoken<'_>],
        pooled: &Pooled,
        out: &mut Vec<Conflict>,
    ) {
        if rows.is_empty() {
            return;
        }
        let mut add = |kind, mut rows: Vec<usize>| {
            rows.sort_unstable();
            rows.dedup();
            if rows.len() > 1 {
                out.push(Conflict {
                    region: unit.region.clone(),
                    wave: unit.wave.clone(),
                    stage: unit.stage,
                    node,
                    kind,
                    rows,
                });
            }
        };
        let settled = if self.special.consensus {
            settled(rows)
        } else {
            BTreeSet::new()
        };
        let counts = |it: &&Spoken<'_>| {
            it.counts
                && (settled.is_empty() || it.row.is_consensus() || !settled.contains(&it.speaker))
        };
        let counted = || rows.iter().filter(counts);
        if pooled.tally.supporting > 0 && pooled.tally.inhibiting > 0 {
            add(ConflictKind::Direction, both_directions(counted()));
        }
        // Respondents of a survey differ: their spread is the result and no contradiction.
        if framework.nodes()[node]
            .indicator()
            .is_some_and(|it| it.kind.levels_contradict())
        {
            add(ConflictKind::Level, far_levels(counted));
        }
        if self.special.ids {
            add(ConflictKind::Class, two_classes(counted()));
        }
        if !self.special.links {
            return;
        }
        let mut linked = Vec::new();
        for it in counted() {
            for name in &it.row.contradicts {
                let Some(others) = self.by_id.get(&**name) else {
                    self.unnamed.push(Unnamed {
                        at: it.at,
                        name: Arc::clone(name),
                    });
                    continue;
                };
                let mut pair = vec![it.at];
                pair.extend(others);
                pair.sort_unstable();
                pair.dedup();
                // Two rows may name each other: the pair is told once.
                if self.listed.insert(pair.clone()) {
                    linked.extend(pair);
                }
            }
        }
        add(ConflictKind::Contradicts, linked);
    }
}

/// Informants on whom the coders have agreed: what each coder wrote before does not count.
fn settled(rows: &[Spoken<'_>]) -> BTreeSet<u32> {
    let agreed = rows.iter().filter(|it| it.row.is_consensus());
    agreed.map(|it| it.speaker).collect()
}

fn both_directions<'a>(rows: impl Iterator<Item = &'a Spoken<'a>>) -> Vec<usize> {
    let (mut supporting, mut inhibiting) = (Vec::new(), Vec::new());
    for it in rows {
        match it.voice.direction {
            Some(Direction::Supporting) => supporting.push(it.at),
            Some(Direction::Inhibiting) => inhibiting.push(it.at),
            Some(Direction::Neutral) | None => {}
        }
    }
    if supporting.is_empty() || inhibiting.is_empty() {
        return Vec::new();
    }
    supporting.extend(inhibiting);
    supporting
}

/// The rows whose level lies far from that of some other row.
fn far_levels<'a, R: Iterator<Item = &'a Spoken<'a>>>(rows: impl Fn() -> R) -> Vec<usize> {
    let levels = || {
        rows().filter_map(|it| match it.said {
            RowValue::Value(level) => Some((it.at, level)),
            _ => None,
        })
    };
    let ends = |(low, high): (f64, f64), (_, level)| (low.min(level), high.max(level));
    let (lowest, highest) = levels().fold((f64::MAX, f64::MIN), ends);
    let is_far = |gap: f64| gap >= LEVEL_GAP - TOLERANCE;
    if !is_far(highest - lowest) {
        return Vec::new();
    }
    levels()
        .filter(|(_, level)| is_far((level - lowest).max(highest - level)))
        .map(|(at, _)| at)
        .collect()
}

fn two_classes<'a>(rows: impl Iterator<Item = &'a Spoken<'a>>) -> Vec<usize> {
    let mut by_id: BTreeMap<&str, Vec<(usize, Option<&str>)>> = BTreeMap::new();
    for it in rows {
        if let Some(id) = it.row.id.as_deref() {
            let rows = by_id.entry(id).or_default();
            rows.push((it.at, it.row.class.as_deref()));
        }
    }
    let mut out = Vec::new();
    for rows in by_id.into_values() {
        let classes: BTreeSet<&str> = rows.iter().filter_map(|(_, class)| *class).collect();
        if classes.len() > 1 {
            out.extend(rows.iter().map(|(at, _)| *at));
        }
    }
    out
}
