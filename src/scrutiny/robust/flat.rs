//! The ranked regions laid out for many reruns.

use crate::assess::{Assessed, LeafScore, Sheet, Tree};
use crate::framework::{Framework, Method, Normalise};

/// The nodes that take part somewhere, and what comes in at them.
#[derive(Debug)]
pub(super) struct Flat {
    pub(super) tree: Tree,
    /// One place for each region.
    pub(super) sheet: Sheet,
    /// What comes in at leaves with numbers, one set for each way of normalising them.
    pub(super) ways: Vec<Vec<(usize, Vec<LeafScore>)>>,
    /// Unit score at the bottom.
    pub(super) floor: f64,
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
        let takes_part = |it: &[LeafScore]| it.iter().any(|it| *it != LeafScore::Outside);
        // What comes in at each leaf in each way; once where all ways are one.
        let mut scores: Vec<Vec<Vec<LeafScore>>> = vec![Vec::new(); all.len()];
        for (at, _, indicator) in framework.indicators().filter(|(_, _, it)| it.is_scored()) {
            let ways = match indicator.normalise {
                Some(_) => ways,
                None => &[None],
            };
            let of_way = |way: &Option<Normalise>| {
                assessed.leaf_scores(framework, method, (at, indicator), *way, among)
            };
            scores[at] = ways.iter().map(of_way).collect();
        }
        let reported = |at: usize| {
            let assessments = among.iter().map(|it| &assessed.assessments[*it]);
            assessments.map(move |it| match all[at].indicator() {
                Some(_) => None,
                None => it.reported_unit(framework, method, at),
            })
        };
        // From the back, every child is known before its parent.
        let mut is_live = vec![false; all.len()];
        for at in (0..all.len()).rev() {
            is_live[at] = at == 0
                || scores[at].iter().any(|it| takes_part(it))
                || reported(at).any(|it| it.is_some())
                || all[at].children().iter().any(|child| is_live[*child]);
        }
        let tree = Tree::of(framework, |at| is_live[at]);
        let mut sheet = Sheet::new(&tree, among.len(), &method.weights, false);
        let mut columns = vec![Vec::new(); ways.len()];
        for node in 0..tree.len() {
            let at = tree.at(node);
            if !tree.is_leaf(node) {
                let numbers = reported(at).map(|it| it.unwrap_or(f64::NAN));
                sheet.set_reported(node, numbers.collect());
                continue;
            }
            let of_ways = std::mem::take(&mut scores[at]);
            if let Some(written) = of_ways.first() {
                sheet.set_leaf(
                    node,
                    (method.aggregation.floor, false),
                    written.iter().copied(),
                );
            }
            if of_ways.len() > 1 {
                for (columns, scores) in columns.iter_mut().zip(of_ways) {
                    columns.push((node, scores));
                }
            }
        }
        Self {
            tree,
            sheet,
            ways: columns,
            floor: method.aggregation.floor,
        }
    }

    /// The unit score that comes in at a tip in one region.
    pub(super) fn value(&self, tip: usize, region: usize) -> Option<f64> {
        match self.tree.is_leaf(tip) {
            true => self.sheet.score(tip, region),
            false => self.sheet.reported(tip, region),
        }
    }
}
