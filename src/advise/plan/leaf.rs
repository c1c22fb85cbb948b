//! Which indicators can be raised, and how far; which are not, and why.

use crate::advise::raise::{Way, can_rise, counted_answer, step};
use crate::assess::{Assessed, Rescorer};
use crate::framework::Framework;
use crate::stats::TOLERANCE;

use super::cost::{self, Cost};
use super::{Fault, Wish};

/// An indicator that can be raised.
#[derive(Debug)]
pub(super) struct Raisable {
    /// Position in the framework.
    pub(super) node: usize,
    /// The level, or value, that it has.
    pub(super) answer: f64,
    /// What that counts as.
    pub(super) unit: f64,
    /// One whole level after the other.
    pub(super) raises: Vec<Raise>,
    /// By how many it must be raised, where that is settled.
    pub(super) fixed: Option<usize>,
}

/// A raise by one whole level.
#[derive(Debug)]
pub(super) struct Raise {
    pub(super) to: f64,
    pub(super) unit: f64,
    pub(super) cost: Cost,
    /// Items (positions) that it still lacks.
    pub(super) items: Vec<usize>,
}

impl Raisable {
    /// The level after so many raises.
    pub(super) fn level(&self, raises: usize) -> f64 {
        match raises {
            0 => self.answer,
            _ => self.raises[raises - 1].to,
        }
    }
}

/// The indicators that can be raised, in the order of the tree, and those of which the table of costs
/// has no price for the next level.
pub(super) fn raisable(
    (framework, assessed): (&Framework, &Assessed),
    rescorer: &Rescorer<'_>,
    at: usize,
    wish: &Wish,
) -> Result<(Vec<Raisable>, Vec<usize>), Vec<Fault>> {
    let assessment = &assessed.assessments[at];
    let states = cost::states(assessed, assessment);
    let mut faults = Vec::new();
    let (mut out, mut unpriced) = (Vec::new(), Vec::new());
    let inside = framework.below(wish.node);
    let below = |node: usize| inside.binary_search(&node).is_ok();
    let all = framework.indicators();
    for (node, _, indicator) in all.filter(|(at, _, it)| below(*at) && can_rise(framework, it)) {
        let result = &assessment.nodes[node];
        let Some((answer, unit)) =
            counted_answer(result).and_then(|it| Some((it, rescorer.unit_with(node, it)?)))
        else {
            continue;
        };
        let (_, sheet, _) = rescorer.laid_out();
        let unit = match sheet.unit[sheet.span(node).start] {
            it if it.is_nan() => unit,
            it => it,
        };
        let fix = wish.fixes.iter().rfind(|it| it.0 == node).map(|it| it.1);
        let most = wish.most.unwrap_or(usize::MAX);
        let mut leaf = Raisable {
            node,
            answer,
            unit,
            raises: Vec::new(),
            fixed: None,
        };
        while leaf.raises.len() < most {
            let from = leaf.level(leaf.raises.len());
            let Some(to) = step(framework, indicator, from, Way::Better) else {
                break;
            };
            let items = cost::lacking(indicator, states.get(&node), (from, to));
            let cost = wish.costs.of(node, to, items.as_ref().map(Vec::len));
            let (Some(cost), Some(unit)) = (cost, rescorer.unit_with(node, to)) else {
                unpriced.push(node);
                break;
            };
            let items = items.unwrap_or_default();
            leaf.raises.push(Raise {
                to,
                unit,
                cost,
                items,
            });
        }
        if let Some(level) = fix {
            let found = (0..=leaf.raises.len())
                .find(|raises| (leaf.level(*raises) - level).abs() <= TOLERANCE);
            match found {
                Some(raises) => leaf.fixed = Some(raises),
                None => faults.push(Fault::Fix(node, level, levels(&leaf))),
            }
        }
        out.push(leaf);
    }
    for (node, level) in &wish.fixes {
        if !out.iter().any(|it| it.node == *node) {
            faults.push(Fault::Fix(*node, *level, Vec::new()));
        }
    }
    match faults.is_empty() {
        true => Ok((out, unpriced)),
        false => Err(faults),
    }
}

fn levels(leaf: &Raisable) -> Vec<f64> {
    (0..=leaf.raises.len()).map(|it| leaf.level(it)).collect()
}
