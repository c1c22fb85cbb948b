//! What of the tree reaches the index: nothing below a reported number that counts, nothing below a
//! profile, nothing without a weight.

use crate::assess::{Choices, State};

use super::flat::Flat;

/// Which nodes reach the index in which regions. What does not reach it could vary as it likes: no
/// rank would move, and nothing would be tested.
#[derive(Debug)]
pub(super) struct Reach {
    places: usize,
    reaches: Vec<bool>,
    /// Whether it reaches the index as a reported number, and not by what is below.
    stands: Vec<bool>,
}

impl Reach {
    pub(super) fn of(flat: &Flat, choices: Choices) -> Self {
        let Flat { tree, sheet, .. } = flat;
        let places = sheet.places();
        let mut scored = sheet.clone();
        // What cannot be combined is told where runs fail; here only states matter.
        tree.score_through(choices, &mut scored);
        let mut out = Self {
            places,
            reaches: vec![false; tree.len() * places],
            stands: vec![false; tree.len() * places],
        };
        out.reaches[..places].fill(true);
        // Parents stand before their children.
        for node in (0..tree.len()).filter(|it| !tree.is_leaf(*it)) {
            for place in 0..places {
                let at = node * places + place;
                if !out.reaches[at] {
                    continue;
                }
                match scored.state(node, place) {
                    State::Reported => out.stands[at] = true,
                    State::Profile => {}
                    State::Scored | State::NoData | State::LowCoverage => {
                        for child in tree.children(node) {
                            out.reaches[child * places + place] = sheet.weights[*child] > 0.0;
                        }
                    }
                }
            }
        }
        out
    }

    /// Whether a node reaches the index in one region.
    pub(super) fn reaches(&self, node: usize, place: usize) -> bool {
        self.reaches[node * self.places + place]
    }

    /// Whether a number reported for a node reaches the index in one region.
    pub(super) fn stands(&self, node: usize, place: usize) -> bool {
        self.stands[node * self.places + place]
    }

    /// Whether a group combines two children or more somewhere, so that it matters how.
    pub(super) fn combines(&self, flat: &Flat, node: usize) -> bool {
        let Flat { tree, sheet, .. } = flat;
        (0..self.places).any(|place| {
            let takes_part = |child: &&usize| {
                self.reaches(**child, place)
                    && (!tree.is_leaf(**child) || sheet.coverage(**child, place).is_some())
            };
            let children = tree.children(node).iter();
            self.reaches(node, place) && children.filter(takes_part).count() > 1
        })
    }

    /// The nodes where scores come in: indicators, and groups that a reported number stands for. The
    /// index is not among them, nor is a group below which indicators are known elsewhere.
    pub(super) fn tips(&self, flat: &Flat) -> Vec<usize> {
        let Flat { tree, sheet, .. } = flat;
        let mut open = vec![false; tree.len()];
        // From the back, every child is known before its parent.
        for node in (0..tree.len()).rev() {
            open[node] = match tree.is_leaf(node) {
                true => (0..self.places)
                    .any(|place| self.reaches(node, place) && sheet.score(node, place).is_some()),
                false => tree.children(node).iter().any(|child| open[*child]),
            };
        }
        let is_tip = |node: &usize| match tree.is_leaf(*node) {
            true => open[*node],
            false => {
                !open[*node]
                    && !self.has_tip_below(flat, *node)
                    && (0..self.places).any(|place| self.stands(*node, place))
            }
        };
        (1..tree.len()).filter(is_tip).collect()
    }

    /// Whether a reported number of a group below reaches the index in some region.
    fn has_tip_below(&self, flat: &Flat, node: usize) -> bool {
        flat.tree.children(node).iter().any(|child| {
            (0..self.places).any(|place| self.stands(*child, place))
                || self.has_tip_below(flat, *child)
        })
    }
}
