//! What speaks against what. Conflicts are listed, never resolved.

use std::collections::{BTreeMap, BTreeSet, HashMap, HashSet};
use std::sync::Arc;

use crate::framework::Framework;
use crate::problem::Problem;
use crate::statement::{Direction, Field, PartyName, Stage, Statements};
use crate::stats::TOLERANCE;
use crate::text::{say, vocabulary};

use super::pooled::{self, Pooled, statement_value, statements_of};
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
    /// Rows have different coders.
    pub(super) coders: bool,
    /// Some row was carried here by a crosswalk, and may stand at several nodes.
    pub(super) carried: bool,
}

/// The links between the rows of one unit: one region, wave and stage.
pub(super) struct Links<'a> {
    /// Rows (positions) by their own name; what is listed for context may contradict as well.
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
            for it in rows {
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
        let by_statement: Vec<Vec<&Spoken<'_>>> = statements_of(rows).collect();
        if pooled.tally.supporting > 0 && pooled.tally.inhibiting > 0 {
            add(ConflictKind::Direction, both_directions(&by_statement));
        }
        // Respondents of a survey differ: their spread is the result and no contradiction.
        if let Some(kind) = framework.nodes()[node].indicator().map(|it| it.kind)
            && kind.levels_contradict()
        {
            add(
                ConflictKind::Level,
                far_levels(&by_statement, kind.has_stages()),
            );
        }
        if self.special.ids {
            add(ConflictKind::Class, two_classes(rows));
        }
        if !self.special.links {
            return;
        }
        let mut linked = Vec::new();
        for it in rows {
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

fn positions(statements: &[&Vec<&Spoken<'_>>]) -> Vec<usize> {
    let codings = statements.iter().flat_map(|codings| codings.iter());
    codings.map(|it| it.at).collect()
}

/// The rows of statements that speak for readiness and of those that speak against it.
fn both_directions(statements: &[Vec<&Spoken<'_>>]) -> Vec<usize> {
    let of = |direction: Direction| -> Vec<&Vec<&Spoken<'_>>> {
        let same = |it: &&Vec<&Spoken<'_>>| pooled::direction(it) == Some(direction);
        statements.iter().filter(same).collect()
    };
    let [supporting, inhibiting] = [Direction::Supporting, Direction::Inhibiting].map(of);
    if supporting.is_empty() || inhibiting.is_empty() {
        return Vec::new();
    }
    [positions(&supporting), positions(&inhibiting)].concat()
}

/// The rows of statements whose level lies far from that of some other. Coders who differ on one
/// statement are no contradiction: its level is what they come to together.
fn far_levels(statements: &[Vec<&Spoken<'_>>], staged: bool) -> Vec<usize> {
    let level = |codings: &[&Spoken<'_>]| {
        let given = codings.iter().filter_map(|it| match it.said {
            RowValue::Value(level) => Some((it.row, level)),
            _ => None,
        });
        statement_value(&given.collect::<Vec<_>>(), staged)
    };
    let levels: Vec<(&Vec<&Spoken<'_>>, f64)> = statements
        .iter()
        .filter_map(|it| Some((it, level(it)?)))
        .collect();
    let ends = |(low, high): (f64, f64), (_, level): &(_, f64)| (low.min(*level), high.max(*level));
    let (lowest, highest) = levels.iter().fold((f64::MAX, f64::MIN), ends);
    let is_far = |gap: f64| gap >= LEVEL_GAP - TOLERANCE;
    if !is_far(highest - lowest) {
        return Vec::new();
    }
    let far = levels
        .iter()
        .filter(|(_, level)| is_far((level - lowest).max(highest - level)));
    positions(&far.map(|(it, _)| *it).collect::<Vec<_>>())
}

/// The rows of one id that one coder put into two classes.
fn two_classes(rows: &[Spoken<'_>]) -> Vec<usize> {
    type Coded<'a> = (&'a str, Option<&'a PartyName>);
    let mut by_id: BTreeMap<Coded<'_>, Vec<(usize, Option<&str>)>> = BTreeMap::new();
    for it in rows.iter().filter(|it| it.counts) {
        if let Some(id) = it.row.id.as_deref() {
            let rows = by_id.entry((id, it.row.coder.as_ref())).or_default();
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
