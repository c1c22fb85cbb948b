//! Evidence items: which are accepted, and the level that they show.
//!
//! A level is shown when every item that it or a level below it names is accepted. Where the framework says
//! so, items of the next level that are accepted already count as a share of the way to it. A level that
//! names no item cannot be shown by items; where none is shown the lowest value of the scale
//! stands. An indicator of which no row says how far an item is, is not judged: nothing submitted is not
//! known to be nothing there. Whose task its items are is kept beside what is judged.

use std::collections::BTreeMap;
use std::sync::Arc;

use crate::framework::{EvidenceRule, Framework, Indicator, Item, Method, Scale};
use crate::problem::Problem;
use crate::statement::{Date, Field, ItemStatus, Statements};
use crate::stats::TOLERANCE;
use crate::text::say;

use super::item_code::find;
use super::items::ItemRows;
use super::pooled::{Outcome, Pooled};
use super::regions::RegionRef;
use super::result::NodeResult;
use super::score::Scoring;

/// What the evidence items of one region in one wave show.
#[derive(Debug, Clone)]
pub struct Evidence {
    /// The region.
    pub region: RegionRef,
    /// The round of assessment, where rows name one.
    pub wave: Option<Arc<str>>,
    /// The indicators of which a row names an item, in the order of the tree.
    pub proofs: Vec<Proof>,
    /// One result for each node of the framework, scored on the shown levels alone; none of indicators that
    /// are not judged.
    pub nodes: Vec<NodeResult>,
}

/// What the items of one indicator show.
#[derive(Debug, Clone, PartialEq)]
pub struct Proof {
    /// Position of the indicator.
    pub node: usize,
    /// The highest level whose items, and those of every level below it, are all accepted; the lowest of
    /// the scale where none is.
    pub level: f64,
    /// What accepted items are worth on the scale.
    pub value: f64,
    /// Every item that the framework declares for it, in its order.
    pub items: Vec<ItemState>,
}

/// The state of one item.
#[derive(Debug, Clone, PartialEq)]
pub struct ItemState {
    /// Position among the items of the indicator.
    pub item: usize,
    /// What was decided; `None`: no row says.
    pub status: Option<ItemStatus>,
    /// The row (position in the statements) that says so; without a decision one that names it.
    pub row: Option<usize>,
    /// Whose task it is, by the last row that says.
    pub owner: Option<String>,
    /// By when, by the last row that says.
    pub due: Option<Date>,
}

impl Proof {
    /// The lowest level of which not every item is accepted; `None` when the last is shown.
    #[must_use]
    pub fn next(&self, indicator: &Indicator) -> Option<f64> {
        let levels = by_level(indicator, &self.items);
        let open = levels.iter().find(|(_, accepted, all)| accepted != all);
        open.map(|(level, ..)| *level)
    }
}

/// What the items show in every region and wave that has any; beside it the items of the indicators of which
/// rows name some and none says how far one is.
pub(super) fn evidence(
    framework: &Framework,
    statements: &Statements,
    method: &Method,
    rows: &ItemRows,
    problems: &mut Vec<Problem>,
) -> [Vec<Evidence>; 2] {
    let (mut out, mut unjudged) = (Vec::new(), Vec::new());
    for ((region, wave), entries) in rows {
        let mut by_node: BTreeMap<usize, Vec<usize>> = BTreeMap::new();
        for entry in entries {
            by_node.entry(entry.node()).or_default().push(entry.row());
        }
        let proofs = by_node.into_iter().filter_map(|(node, rows)| {
            let indicator = framework.nodes()[node].indicator()?;
            let items = states(&indicator.items, statements, &rows, problems);
            let scale = &framework.scales()[indicator.scale];
            let levels = by_level(indicator, &items);
            let (level, value) = shown(scale, method.aggregation.evidence, &levels);
            Some(Proof {
                node,
                level,
                value,
                items,
            })
        });
        let is_judged = |it: &Proof| it.items.iter().any(|it| it.status.is_some());
        let (judged, others): (Vec<Proof>, Vec<Proof>) = proofs.partition(is_judged);
        for (proofs, to) in [(judged, &mut out), (others, &mut unjudged)] {
            if !proofs.is_empty() {
                to.push(Evidence {
                    region: region.clone(),
                    wave: wave.clone(),
                    proofs,
                    nodes: Vec::new(),
                });
            }
        }
    }
    score(framework, method, &mut out);
    [out, unjudged]
}

/// The state of each of `items`: the most verified stage decides, within it the least favourable.
fn states(
    items: &[Item],
    statements: &Statements,
    rows: &[usize],
    problems: &mut Vec<Problem>,
) -> Vec<ItemState> {
    let mut out: Vec<ItemState> = (0..items.len())
        .map(|item| ItemState {
            item,
            status: None,
            row: None,
            owner: None,
            due: None,
        })
        .collect();
    for at in rows {
        let row = &statements.rows()[*at];
        let Some(evidence) = row.evidence.as_deref() else {
            continue;
        };
        let code = evidence.item.as_deref().unwrap_or_default();
        let Some(state) = find(items, code).map(|item| &mut out[item]) else {
            continue;
        };
        state.owner = evidence.owner.clone().or(state.owner.take());
        state.due = evidence.due.clone().or(state.due.take());
        let first = *state.row.get_or_insert(*at);
        if evidence.status.is_none() {
            continue;
        }
        let before = &statements.rows()[first];
        if state.status.is_none() {
            state.row = Some(*at);
            state.status = evidence.status;
            continue;
        }
        if row.stage == before.stage && evidence.status != state.status {
            let sentence = say::item_states_differ(code, &row.indicator, &row.region);
            let place = statements.place(row, Field::Status);
            problems.push(Problem::warning(sentence).at(place));
        }
        let later = row.stage > before.stage;
        let worse = row.stage == before.stage && severity(evidence.status) > severity(state.status);
        if later || worse {
            state.row = Some(*at);
            state.status = evidence.status;
        }
    }
    out
}

/// How far a state is from acceptance.
fn severity(status: Option<ItemStatus>) -> u8 {
    match status {
        Some(ItemStatus::Accepted) => 0,
        Some(ItemStatus::Submitted) => 1,
        Some(ItemStatus::Revise) => 2,
        None => 3,
        Some(ItemStatus::Drafting) => 4,
        Some(ItemStatus::Missing) => 5,
        Some(ItemStatus::Rejected) => 6,
    }
}

/// The items of an indicator by the level that needs them, the lowest first: the level, how many are
/// accepted, how many there are.
fn by_level(indicator: &Indicator, items: &[ItemState]) -> Vec<(f64, usize, usize)> {
    let mut out: Vec<(f64, usize, usize)> = Vec::new();
    for state in items {
        let level = indicator.items[state.item].level;
        let accepted = usize::from(state.status == Some(ItemStatus::Accepted));
        match out.iter_mut().find(|it| (it.0 - level).abs() <= TOLERANCE) {
            Some(known) => (known.1, known.2) = (known.1 + accepted, known.2 + 1),
            None => out.push((level, accepted, 1)),
        }
    }
    out.sort_by(|a, b| a.0.total_cmp(&b.0));
    out
}

/// The level that accepted items show, and what that counts as on the scale: the same, or where levels are
/// bands of values the upper edge of its band; under [`EvidenceRule::Share`] the next level adds the share
/// of its items that are accepted times the way to it.
fn shown(scale: &Scale, rule: EvidenceRule, levels: &[(f64, usize, usize)]) -> (f64, f64) {
    let worth = |level: f64| scale.band_of_level(level).map_or(level, |(_, upper)| upper);
    let full = levels
        .iter()
        .take_while(|(_, accepted, all)| accepted == all);
    let level = full.map(|(level, ..)| *level).last();
    let reached = level.map_or(scale.min(), worth);
    let next = levels.iter().find(|(_, accepted, all)| accepted != all);
    let value = match (rule, next) {
        (EvidenceRule::Share, Some((next, accepted, all))) if *accepted > 0 => {
            #[expect(clippy::cast_precision_loss, reason = "few items")]
            let share = *accepted as f64 / *all as f64;
            let (from, to) = scale.band_of_level(*next).unwrap_or((reached, *next));
            from + share * (to - from)
        }
        _ => reached,
    };
    (level.unwrap_or(scale.min()), value)
}

/// Scores the tree on the shown levels.
fn score(framework: &Framework, method: &Method, evidence: &mut [Evidence]) {
    let pool = |it: &Evidence| {
        let mut pooled = vec![Pooled::silent(); framework.nodes().len()];
        for proof in &it.proofs {
            pooled[proof.node].outcome = Outcome::Value(proof.value);
        }
        pooled
    };
    let pooled: Vec<Vec<Pooled>> = evidence.iter().map(pool).collect();
    let pooled: Vec<&[Pooled]> = pooled.iter().map(Vec::as_slice).collect();
    // What stands in the way of a score has been told where the assessments were scored.
    let (results, _) = Scoring::new(framework, method, || pooled.iter().copied()).results(&pooled);
    for (it, nodes) in evidence.iter_mut().zip(results) {
        it.nodes = nodes;
    }
}
