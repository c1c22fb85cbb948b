//! The ranked regions laid out for many reruns: columns of plain numbers, the tree as positions.

use crate::assess::{Assessed, LeafScore};
use crate::framework::{Framework, GroupRule, Method, Normalise};

/// A node that takes part somewhere.
#[derive(Debug)]
pub(super) struct FlatNode {
    /// Position in [`Framework::nodes`].
    pub(super) at: usize,
    /// Whether it is an indicator.
    pub(super) is_leaf: bool,
    /// The group's own rule.
    pub(super) rule: Option<GroupRule>,
    /// Positions of its children, all behind it.
    pub(super) children: Vec<usize>,
}

/// A number normalised in one way.
#[derive(Debug)]
pub(super) struct Column {
    pub(super) node: usize,
    pub(super) unit: Vec<f64>,
    pub(super) cover: Vec<f64>,
}

/// Unit scores of the ranked regions, node by node.
///
/// **Invariant:** node 0 is the index; parents stand before their children; columns have one entry
/// for each region, NaN where there is none.
#[derive(Debug)]
pub(super) struct Flat {
    /// How many regions.
    pub(super) regions: usize,
    pub(super) nodes: Vec<FlatNode>,
    /// Unit scores of leaves, `regions` for each node; those of groups are filled by every rerun.
    pub(super) unit: Vec<f64>,
    /// 1 with data, 0 without, NaN where the leaf takes no part.
    pub(super) cover: Vec<f64>,
    /// Unit scores of reported numbers; empty for nodes without any.
    pub(super) reported: Vec<Vec<f64>>,
    /// The columns of numbers, one set for each way of normalising them.
    pub(super) ways: Vec<Vec<Column>>,
    /// Whether a group may be a profile without a total.
    pub(super) has_profiles: bool,
    /// Unit score at the bottom.
    pub(super) floor: f64,
}

fn column(scores: &[LeafScore]) -> (Vec<f64>, Vec<f64>) {
    let of = |it: &LeafScore| match it {
        LeafScore::Outside => (f64::NAN, f64::NAN),
        LeafScore::Missing => (f64::NAN, 0.0),
        LeafScore::Unit(unit) => (*unit, 1.0),
    };
    scores.iter().map(of).unzip()
}

impl Flat {
    /// The assessments at the positions `among`, numbers normalised in each of `ways` (`None`: as
    /// written).
    pub(super) fn new(
        framework: &Framework,
        assessed: &Assessed,
        method: &Method,
        among: &[usize],
        ways: &[Option<Normalise>],
    ) -> Self {
        let all = framework.nodes();
        let scores = |at, way| assessed.leaf_scores(framework, method, at, way, among);
        let takes_part = |it: &[LeafScore]| it.iter().any(|it| *it != LeafScore::Outside);
        let mut base: Vec<Vec<LeafScore>> = Vec::with_capacity(all.len());
        let mut reported: Vec<Vec<f64>> = Vec::with_capacity(all.len());
        let mut others: Vec<Vec<Vec<LeafScore>>> = Vec::with_capacity(all.len());
        for (at, node) in all.iter().enumerate() {
            let number = node.indicator().is_some_and(|it| it.normalise.is_some());
            let is_scored = node.indicator().is_some_and(|it| it.is_scored());
            base.push(match is_scored {
                true => scores(at, None),
                false => Vec::new(),
            });
            others.push(match number && is_scored && ways.len() > 1 {
                true => ways.iter().map(|way| scores(at, *way)).collect(),
                false => Vec::new(),
            });
            let numbers: Vec<f64> = among
                .iter()
                .map(|it| assessed.assessments[*it].reported_unit(framework, method, at))
                .map(|it| it.unwrap_or(f64::NAN))
                .collect();
            reported.push(match numbers.iter().all(|it| it.is_nan()) {
                true => Vec::new(),
                false => numbers,
            });
        }
        // From the back, every child is known before its parent.
        let mut is_live = vec![false; all.len()];
        for at in (0..all.len()).rev() {
            is_live[at] = at == 0
                || takes_part(&base[at])
                || others[at].iter().any(|it| takes_part(it))
                || !reported[at].is_empty()
                || all[at].children().iter().any(|child| is_live[*child]);
        }
        let live: Vec<usize> = (0..all.len()).filter(|at| is_live[*at]).collect();
        let place = |at: usize| live.binary_search(&at).ok();
        let nodes: Vec<FlatNode> = live
            .iter()
            .map(|at| FlatNode {
                at: *at,
                is_leaf: all[*at].indicator().is_some(),
                rule: all[*at].rule(),
                children: all[*at]
                    .children()
                    .iter()
                    .filter_map(|it| place(*it))
                    .collect(),
            })
            .collect();
        let size = nodes.len() * among.len();
        let (mut unit, mut cover) = (Vec::with_capacity(size), Vec::with_capacity(size));
        for at in &live {
            let (units, covers) = match base[*at].is_empty() {
                true => (vec![f64::NAN; among.len()], vec![f64::NAN; among.len()]),
                false => column(&base[*at]),
            };
            unit.extend(units);
            cover.extend(covers);
        }
        let of_way = |way: usize| {
            let numbers = live
                .iter()
                .enumerate()
                .filter(|(_, at)| !others[**at].is_empty());
            let columns = numbers.map(|(node, at)| {
                let (unit, cover) = column(&others[*at][way]);
                Column { node, unit, cover }
            });
            columns.collect()
        };
        Self {
            regions: among.len(),
            has_profiles: method.groups == GroupRule::None
                || nodes.iter().any(|it| it.rule == Some(GroupRule::None)),
            nodes,
            unit,
            cover,
            reported: live
                .iter()
                .map(|at| std::mem::take(&mut reported[*at]))
                .collect(),
            ways: (0..ways.len()).map(of_way).collect(),
            floor: method.floor,
        }
    }

    /// The weights of `method` in the order of the nodes here.
    pub(super) fn weights(&self, method: &Method) -> Vec<f64> {
        self.nodes.iter().map(|it| method.weights[it.at]).collect()
    }

    /// The nodes where scores come in: indicators, and groups that a reported number stands for in
    /// some region. The index is not among them.
    pub(super) fn tips(&self) -> Vec<usize> {
        (1..self.nodes.len())
            .filter(|node| self.is_tip(*node))
            .collect()
    }

    /// Whether scores come in at a node.
    fn is_tip(&self, node: usize) -> bool {
        match self.nodes[node].is_leaf {
            true => self.has_scores(node),
            false => !self.reported[node].is_empty() && !self.has_scores_below(node),
        }
    }

    fn has_scores(&self, leaf: usize) -> bool {
        self.unit[self.span(leaf)].iter().any(|it| !it.is_nan())
    }

    /// Whether an indicator below a node has a score in some region.
    pub(super) fn has_scores_below(&self, node: usize) -> bool {
        self.nodes[node]
            .children
            .iter()
            .any(|child| match self.nodes[*child].is_leaf {
                true => self.has_scores(*child),
                false => self.has_scores_below(*child),
            })
    }

    /// Where the column of a node stands.
    pub(super) fn span(&self, node: usize) -> std::ops::Range<usize> {
        node * self.regions..(node + 1) * self.regions
    }
}
