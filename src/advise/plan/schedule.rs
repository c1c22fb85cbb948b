//! The raises of a plan in an order, over waves, and what could stand in their place.

use crate::stats::TOLERANCE;

use super::cost;
use super::{Cost, Desk, Plan, Step};

/// The levels of indicators (positions among those that can be raised) so far.
type Raised = Vec<(usize, usize)>;

/// Answers of some indicators after so many raises.
fn answers(desk: &Desk<'_>, raised: &Raised) -> Vec<(usize, f64)> {
    let all = raised.iter().filter(|(_, levels)| *levels > 0);
    all.map(|(leaf, levels)| {
        let leaf = &desk.leaves[*leaf];
        (leaf.node, leaf.level(*levels))
    })
    .collect()
}

/// Puts the raises in their order: what adds most for its cost first, of equals what stands first in the
/// tree. A level comes after the one below it.
pub(super) fn order(desk: &mut Desk<'_>, plan: &mut Plan, start: f64, raises: &Raised) {
    let assessment = &desk.assessed.assessments[plan.assessment];
    let states = cost::states(desk.assessed, assessment);
    let mut done: Raised = raises.iter().map(|(leaf, _)| (*leaf, 0)).collect();
    let mut value = start;
    let total: usize = raises.iter().map(|it| it.1).sum();
    while plan.steps.len() < total {
        // Position in `done`, gain, cost.
        let mut best: Option<(usize, f64, Cost)> = None;
        for at in 0..done.len() {
            let (leaf, levels) = done[at];
            if levels == raises[at].1 {
                continue;
            }
            done[at].1 += 1;
            let answers = answers(desk, &done);
            done[at].1 -= 1;
            let gain = desk.value(plan.wish.node, &answers).unwrap_or(value) - value;
            let cost = desk.leaves[leaf].raises[levels].cost;
            let is_better = best.is_none_or(|(_, most, of)| {
                let (mine, theirs) = (gain * of.number(), most * cost.number());
                match of.number() <= 0.0 && cost.number() <= 0.0 {
                    true => gain > most + TOLERANCE,
                    false => mine > theirs + TOLERANCE * theirs.abs().max(1.0),
                }
            });
            if is_better {
                best = Some((at, gain, cost));
            }
        }
        let Some((at, gain, cost)) = best else { return };
        let (leaf, levels) = done[at];
        done[at].1 += 1;
        value += gain;
        let leaf = &desk.leaves[leaf];
        let items = leaf.raises[levels].items.clone();
        let known = states.get(&leaf.node).copied().unwrap_or_default();
        let of_step = || known.iter().filter(|it| items.contains(&it.item));
        let mut owners: Vec<&str> = Vec::new();
        for owner in of_step().filter_map(|it| it.owner.as_deref()) {
            if !owners.contains(&owner) {
                owners.push(owner);
            }
        }
        plan.steps.push(Step {
            node: leaf.node,
            from: leaf.level(levels),
            to: leaf.level(levels + 1),
            gain,
            value,
            cost,
            owner: (!owners.is_empty()).then(|| owners.join("; ")),
            due: of_step().filter_map(|it| it.due.clone()).min(),
            items,
            wave: None,
            if_failed: None,
            instead: Vec::new(),
        });
    }
}

/// Spreads the steps over the waves, so that each has about the same cost: a step belongs where its middle
/// lies, the earlier one between two.
pub(super) fn spread(plan: &mut Plan) {
    let waves = plan.wish.waves;
    if waves == 0 {
        return;
    }
    let of = |step: &Step| step.cost.number();
    let total: f64 = plan.steps.iter().map(of).sum();
    // Where nothing costs anything, levels are counted.
    let share = |step: &Step| if total > 0.0 { of(step) } else { 1.0 };
    let total: f64 = plan.steps.iter().map(share).sum();
    let mut before = 0.0;
    for step in &mut plan.steps {
        let middle = before + share(step) / 2.0;
        before += share(step);
        #[expect(
            clippy::cast_precision_loss,
            clippy::cast_possible_truncation,
            clippy::cast_sign_loss,
            reason = "a few waves"
        )]
        let wave = (middle / total * waves as f64 - TOLERANCE) as usize;
        step.wave = Some(wave.min(waves - 1));
    }
}

/// For each step what is reached if it fails, and what could stand in its place: one level more in another
/// indicator, at the same cost and with the target still reached. Only the last raise of an indicator can be
/// replaced alone.
pub(super) fn others(desk: &mut Desk<'_>, plan: &mut Plan, raises: &Raised) {
    let wanted = match plan.is_reached() {
        true => plan.wish.target,
        false => return failures(desk, plan, raises),
    };
    failures(desk, plan, raises);
    for at in 0..plan.steps.len() {
        let step = &plan.steps[at];
        let (node, from, to, cost) = (step.node, step.from, step.to, step.cost);
        let without = lowered(desk, raises, node, from);
        let is_last = raises.iter().any(|(leaf, levels)| {
            let leaf = &desk.leaves[*leaf];
            leaf.node == node && (leaf.level(*levels) - to).abs() <= TOLERANCE
        });
        let is_fixed = |leaf: usize| desk.leaves[leaf].fixed.is_some();
        let own = desk.leaves.iter().position(|it| it.node == node);
        if !is_last || own.is_some_and(is_fixed) {
            continue;
        }
        let mut instead = Vec::new();
        for other in 0..desk.leaves.len() {
            if Some(other) == own || desk.leaves[other].fixed.is_some() {
                continue;
            }
            let levels = raises.iter().find(|it| it.0 == other).map_or(0, |it| it.1);
            let Some(next) = desk.leaves[other].raises.get(levels) else {
                continue;
            };
            if next.cost != cost {
                continue;
            }
            let (other_node, level) = (desk.leaves[other].node, next.to);
            let mut with: Vec<(usize, f64)> = without
                .iter()
                .copied()
                .filter(|it| it.0 != other_node)
                .collect();
            with.push((other_node, level));
            let reached = desk.value(plan.wish.node, &with);
            if reached.is_some_and(|it| it >= wanted - TOLERANCE) {
                instead.push((other_node, level));
            }
        }
        plan.steps[at].instead = instead;
    }
}

fn failures(desk: &mut Desk<'_>, plan: &mut Plan, raises: &Raised) {
    for at in 0..plan.steps.len() {
        let (node, from) = (plan.steps[at].node, plan.steps[at].from);
        let answers = lowered(desk, raises, node, from);
        plan.steps[at].if_failed = desk.value(plan.wish.node, &answers);
    }
}

/// The answers of the whole plan, with one indicator no further than `level`.
fn lowered(desk: &Desk<'_>, raises: &Raised, node: usize, level: f64) -> Vec<(usize, f64)> {
    let mut out = answers(desk, raises);
    out.retain(|it| it.0 != node);
    let first = desk.leaves.iter().find(|it| it.node == node);
    if first.is_some_and(|it| (it.answer - level).abs() > TOLERANCE) {
        out.push((node, level));
    }
    out
}
