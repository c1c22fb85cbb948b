//! Two regions on what both have: so that an order does not rest on what one of them left out.

use rayon::prelude::*;

use crate::framework::{Framework, Method, Precedence};

use super::assessment::Assessed;
use super::pooled::Pooled;
use super::score::Scoring;
use super::tree::LeafScore;

/// The index of a region and of another, 0–100, each on what both have; `None` where they share
/// nothing that comes to an index.
pub type OnCommon = Option<(f64, f64)>;

impl Assessed {
    /// The indices of pairs of assessments recomputed on the leaves, or the reported nodes, that both
    /// have, as if the others were no part of the framework. Each of `wanted` is one assessment (a
    /// position) and the others it is held against; the result has the same shape.
    #[must_use]
    pub fn on_common(
        &self,
        framework: &Framework,
        method: &Method,
        wanted: &[(usize, Vec<usize>)],
    ) -> Vec<Vec<OnCommon>> {
        let scoring = Scoring::new(framework, method, || self.pooled());
        let tips: Vec<Tips> = self
            .pooled()
            .map(|pooled| Tips::of(framework, &scoring, pooled))
            .collect();
        let ground = Ground {
            framework,
            method,
            scoring: &scoring,
            tips: &tips,
        };
        let pooled = |at: usize| self.assessments[at].pooled.as_slice();
        let of_one = |(one, others): &(usize, Vec<usize>)| {
            let pairs = others.iter().map(|other| (*one, *other));
            ground.indices(&pairs.collect::<Vec<_>>(), &pooled)
        };
        wanted.par_iter().map(of_one).collect()
    }
}

/// What comes in at each node of one assessment: leaves with a score, groups with a reported number.
#[derive(Debug, PartialEq, Eq)]
struct Tips(Vec<bool>);

impl Tips {
    fn of(framework: &Framework, scoring: &Scoring<'_>, pooled: &[Pooled]) -> Self {
        let nodes = framework.nodes().iter().enumerate();
        let tip = |(at, node): (usize, &crate::framework::Node)| match node.indicator() {
            Some(_) => matches!(scoring.leaf_score(at, &pooled[at]), LeafScore::Unit(_)),
            None => pooled[at].outcome.value().is_some(),
        };
        Self(nodes.map(tip).collect())
    }
}

struct Ground<'a> {
    framework: &'a Framework,
    method: &'a Method,
    scoring: &'a Scoring<'a>,
    tips: &'a [Tips],
}

impl Ground<'_> {
    /// The tips that two assessments share.
    fn shared(&self, one: usize, other: usize) -> Vec<bool> {
        let [mine, theirs] = [one, other].map(|at| &self.tips[at].0);
        let both: Vec<bool> = mine.iter().zip(theirs).map(|(a, b)| *a && *b).collect();
        let mut out = vec![false; both.len()];
        self.take(0, &both, &mut out);
        out
    }

    /// Takes the shared tips at and below a node; whether there are any.
    fn take(&self, node: usize, both: &[bool], out: &mut [bool]) -> bool {
        let it = &self.framework.nodes()[node];
        let official = self.method.aggregation.reported == Precedence::Official;
        if it.indicator().is_some() || official && both[node] {
            out[node] = both[node];
            return both[node];
        }
        let mut any = false;
        for child in it.children() {
            any |= self.take(*child, both, out);
        }
        if !any {
            out[node] = both[node];
        }
        any || both[node]
    }

    fn indices<'p>(
        &self,
        pairs: &[(usize, usize)],
        pooled: &impl Fn(usize) -> &'p [Pooled],
    ) -> Vec<OnCommon> {
        let mut places: Vec<&[Pooled]> = Vec::with_capacity(2 * pairs.len());
        let mut counts: Vec<Vec<bool>> = Vec::with_capacity(2 * pairs.len());
        for (one, other) in pairs {
            let shared = self.shared(*one, *other);
            places.extend([pooled(*one), pooled(*other)]);
            counts.extend([shared.clone(), shared]);
        }
        let found = self.scoring.index_where(&places, &counts);
        let pair = |two: &[Option<f64>]| two[0].zip(two[1]);
        found.chunks_exact(2).map(pair).collect()
    }
}
