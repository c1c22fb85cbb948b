//! The one arithmetic of the tree: unit scores of leaves in, unit scores of every node out.
//!
//! A [`Tree`] is a framework laid out flat, once. A [`Sheet`] has one column of numbers for each of
//! its nodes, with one place for each assessment; [`Tree::score`] fills the columns of groups from
//! those of leaves, group by group, for all places at once, and allocates nothing. Scoring is that
//! once, with bounds; robustness is it in a loop, with other leaves, weights or [`Choices`]; who
//! changes one leaf or weight has [`Tree::score_above`].
//!
//! Unit scores run from 0 (worst) to 1 (best), NaN where there is none. `docs/methods.md` has each
//! formula with its source.

mod choices;
mod group;
mod layout;
mod sheet;

use group::score_group;

pub(crate) use choices::Choices;
pub use choices::Treatment;
pub(crate) use layout::Tree;
pub(crate) use sheet::{LeafScore, Obstacle, Refusal, Sheet, State};

impl Tree {
    /// Scores every group, children before parents, and stops at the first obstacle.
    ///
    /// # Errors
    /// The first rule that cannot be followed.
    pub(crate) fn score(&self, choices: Choices, sheet: &mut Sheet) -> Result<(), Obstacle> {
        let groups = (0..self.len()).rev().filter(|node| !self.is_leaf(*node));
        self.score_groups(groups, choices, sheet)
    }

    /// The same of the groups above a node, of which leaf scores or weight have changed.
    ///
    /// # Errors
    /// The first rule that cannot be followed.
    pub(crate) fn score_above(
        &self,
        node: usize,
        choices: Choices,
        sheet: &mut Sheet,
    ) -> Result<(), Obstacle> {
        self.score_groups(self.groups_above(node), choices, sheet)
    }

    /// The same, and stops at nothing: a group with a zero it cannot take has no score.
    pub(crate) fn score_above_through(&self, node: usize, choices: Choices, sheet: &mut Sheet) {
        for group in self.groups_above(node) {
            score_group(self, group, choices, sheet);
        }
        sheet.obstacles.clear();
    }

    /// The groups above a node, the nearest first.
    fn groups_above(&self, node: usize) -> impl Iterator<Item = usize> {
        let above = |node: &usize| (*node > 0).then(|| self.parent(*node));
        std::iter::successors(Some(node), above).skip(1)
    }

    fn score_groups(
        &self,
        groups: impl Iterator<Item = usize>,
        choices: Choices,
        sheet: &mut Sheet,
    ) -> Result<(), Obstacle> {
        sheet.obstacles.clear();
        for group in groups {
            score_group(self, group, choices, sheet);
            if let Some(obstacle) = sheet.obstacles.first() {
                return Err(*obstacle);
            }
        }
        Ok(())
    }

    /// Scores every group and stops at nothing: the obstacles, place by place. A missing child is
    /// left out, and a group with a zero it cannot take has no score.
    pub(crate) fn score_through<'a>(
        &self,
        choices: Choices,
        sheet: &'a mut Sheet,
    ) -> &'a [Obstacle] {
        sheet.obstacles.clear();
        for group in (0..self.len()).rev().filter(|node| !self.is_leaf(*node)) {
            score_group(self, group, choices, sheet);
        }
        sheet.obstacles.sort_by_key(|it| it.place);
        &sheet.obstacles
    }
}

#[cfg(test)]
mod tests;
