//! The exact search: a frontier for each node, merged upwards child by child.
//!
//! Every rule rises with each child, so that of plans with the same effort only the one worth most can be
//! part of the best plan of a group. Arithmetic, geometric and harmonic means are sums over the children
//! (of w·u, of w·ln u, of −w/u); the weakest child is a running minimum; a median stands in `median`. What
//! a plan comes to is computed again by `assess`.

use crate::assess::{Choices, Sheet, State, Tree};
use crate::framework::GroupRule;

use super::frontier::{Frontier, Key, Point, TooFine, Ways, merged, pruned};
use super::leaf::Raisable;
use super::median;

/// What the search goes through.
pub(super) struct Search<'a> {
    pub(super) tree: &'a Tree,
    pub(super) sheet: &'a Sheet,
    pub(super) choices: Choices,
    /// In the order of the tree.
    pub(super) leaves: &'a [Raisable],
}

impl Search<'_> {
    /// The frontier of a node in unit scores.
    pub(super) fn frontier(&self, node: usize, ways: &mut Ways) -> Result<Frontier, TooFine> {
        if self.tree.is_leaf(node) {
            let leaf = self.leaves.binary_search_by_key(&node, |it| it.node);
            return Ok(match leaf {
                Ok(at) => of_leaf(at, &self.leaves[at], ways),
                Err(_) => self.still(node),
            });
        }
        let counted = self.tree.counted(node, self.choices, self.sheet, 0);
        // What nobody can raise has one point.
        let mut children = Vec::with_capacity(counted.len());
        for (child, weight, unit) in counted {
            let is_open = self.tree.is_leaf(child)
                || matches!(
                    self.sheet.state(child, 0),
                    State::Scored | State::LowCoverage
                );
            let frontier = match is_open {
                true => self.frontier(child, ways)?,
                false => still(unit),
            };
            // A leaf without data counts as what missing data count as.
            let frontier = match frontier.first() {
                Some(point) if !point.worth.is_nan() => frontier,
                _ => still(unit),
            };
            children.push((weight, frontier));
        }
        self.grouped(self.tree.rule(node, self.choices), &children, ways)
    }

    fn still(&self, node: usize) -> Frontier {
        still(self.sheet.unit[self.sheet.span(node).start])
    }

    fn grouped(
        &self,
        rule: GroupRule,
        children: &[(f64, Frontier)],
        ways: &mut Ways,
    ) -> Result<Frontier, TooFine> {
        if rule == GroupRule::Median {
            return median::median(children, ways);
        }
        let total: f64 = children.iter().map(|it| it.0).sum();
        let part = |weight: f64, unit: f64| match rule {
            GroupRule::Arithmetic => weight * unit / total,
            GroupRule::Geometric => weight * unit.ln() / total,
            GroupRule::Harmonic => -weight / (unit * total),
            GroupRule::Min | GroupRule::Median | GroupRule::None => unit,
        };
        let join = |a: f64, b: f64| match rule {
            GroupRule::Min => a.min(b),
            _ => a + b,
        };
        let close = |sum: f64| match rule {
            GroupRule::Geometric => sum.exp(),
            GroupRule::Harmonic => -1.0 / sum,
            _ => sum,
        };
        let mut out: Option<Frontier> = None;
        for (weight, frontier) in children {
            let points = frontier.iter().map(|it| Point {
                worth: part(*weight, it.worth),
                ..*it
            });
            let points: Frontier = points.collect();
            out = Some(match out {
                None => points,
                Some(before) => merged(&before, &points, join, ways)?,
            });
        }
        let mut out = out.unwrap_or_default();
        for point in &mut out {
            point.worth = close(point.worth);
        }
        Ok(out)
    }
}

/// One point that costs nothing.
fn still(unit: f64) -> Frontier {
    vec![Point {
        key: Key::default(),
        worth: unit,
        way: 0,
    }]
}

/// As it is, and with one level more after the other.
fn of_leaf(at: usize, leaf: &Raisable, ways: &mut Ways) -> Frontier {
    let mut points = Vec::with_capacity(leaf.raises.len() + 1);
    let mut key = Key::default();
    let mut unit = leaf.unit;
    for levels in 0..=leaf.raises.len() {
        if let Some(raise) = levels.checked_sub(1).map(|it| &leaf.raises[it]) {
            key = Key {
                cost: key.cost.plus(raise.cost),
                levels: key.levels + 1,
                indicators: 1,
            };
            unit = raise.unit;
        }
        if leaf.fixed.is_none_or(|fixed| fixed == levels) {
            points.push(Point {
                key,
                worth: unit,
                way: ways.raise(at, levels),
            });
        }
    }
    pruned(points)
}
