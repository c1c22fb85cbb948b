//! Two regions on what both have: so that an order does not rest on what one of them left out.

use rayon::prelude::*;

use crate::framework::{Framework, Method, Precedence};

use super::assessment::Assessed;
use super::pooled::Pooled;
use super::score::Scoring;
use super::tree::LeafScore;

/// Two regions on common ground.
#[derive(Debug, Clone, Copy, PartialEq, Default)]
pub struct OnCommon {
    /// Whether there is any: leaves, or reported nodes, that both have.
    pub shares: bool,
    /// The index of both there, 0–100. Where reported numbers take part, which stand for more than
    /// single leaves, the ground is what the second has, and what the first lacks of it is at the
    /// bottom: there, leaving out more never helps the first.
    pub indices: Option<(f64, f64)>,
}

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
        let tips = self.tips_of_all(framework, &scoring);
        let ground = Ground {
            framework,
            method,
            scoring: &scoring,
            tips: &tips,
        };
        let pooled = |at: usize| self.assessments[at].pooled.as_slice();
        // Who have the same things meet on their own ground: that is reckoned once for each.
        let all: Vec<&[Pooled]> = self.pooled().collect();
        let own: Vec<Vec<bool>> = (0..all.len()).map(|at| ground.shared(at, at)).collect();
        let alone = scoring.index_where(&all, &own);
        let of_one = |(one, others): &(usize, Vec<usize>)| {
            let is_alike = |other: &usize| tips[*one] == tips[*other];
            let unlike = others.iter().filter(|it| !is_alike(it));
            let pairs: Vec<(usize, usize)> = unlike.map(|other| (*one, *other)).collect();
            let mut found = ground.indices(&pairs, &pooled).into_iter();
            let pair = |other: &usize| match is_alike(other) {
                true => Some(OnCommon {
                    shares: own[*one].contains(&true),
                    indices: alone[*one].zip(alone[*other]),
                }),
                false => found.next(),
            };
            others
                .iter()
                .map(pair)
                .map(Option::unwrap_or_default)
                .collect()
        };
        wanted.par_iter().map(of_one).collect()
    }

    /// The indices of pairs of assessments, each on exactly what both have and with nothing put in the
    /// place of what one of them lacks; `None` where they share nothing that comes to an index.
    #[must_use]
    pub fn on_shared(
        &self,
        framework: &Framework,
        method: &Method,
        pairs: &[(usize, usize)],
    ) -> Vec<Option<(f64, f64)>> {
        let scoring = Scoring::new(framework, method, || self.pooled());
        let tips = self.tips_of_all(framework, &scoring);
        let ground = Ground {
            framework,
            method,
            scoring: &scoring,
            tips: &tips,
        };
        let of_one = |(one, other): &(usize, usize)| {
            let shared = ground.shared(*one, *other);
            let places = [*one, *other].map(|at| self.assessments[at].pooled.as_slice());
            let found = scoring.index_where(&places, &[shared.clone(), shared]);
            found[0].zip(found[1])
        };
        pairs.par_iter().map(of_one).collect()
    }

    fn tips_of_all(&self, framework: &Framework, scoring: &Scoring<'_>) -> Vec<Tips> {
        self.pooled()
            .map(|pooled| Tips::of(framework, scoring, pooled))
            .collect()
    }
}

/// What comes in at each node of one assessment: leaves with an answer, groups with a reported number.
#[derive(Debug, PartialEq, Eq)]
struct Tips(Vec<bool>);

impl Tips {
    fn of(framework: &Framework, scoring: &Scoring<'_>, pooled: &[Pooled]) -> Self {
        let nodes = framework.nodes().iter().enumerate();
        let tip = |(at, node): (usize, &crate::framework::Node)| match node.indicator() {
            Some(_) => matches!(
                scoring.leaf_score(at, &pooled[at]),
                LeafScore::Unit(_) | LeafScore::Within { .. }
            ),
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

    /// The tips of another as they are met in one assessment: where it has no reported number, the leaves
    /// below take its place.
    fn opened(&self, one: usize, theirs: &[bool]) -> Vec<bool> {
        let nodes = self.framework.nodes();
        let mut out = theirs.to_vec();
        let mut open = vec![false; nodes.len()];
        for (at, node) in nodes.iter().enumerate() {
            let is_below = node.parent().is_some_and(|parent| open[parent]);
            let is_group = node.indicator().is_none();
            open[at] = is_group && (is_below || theirs[at]) && !self.tips[one].0[at];
            out[at] = match is_group {
                true => (is_below || theirs[at]) && !open[at],
                false => is_below || theirs[at],
            };
        }
        out
    }

    fn indices<'p>(
        &self,
        pairs: &[(usize, usize)],
        pooled: &impl Fn(usize) -> &'p [Pooled],
    ) -> Vec<OnCommon> {
        let nodes = self.framework.nodes().iter().enumerate();
        let groups = nodes.filter(|(_, node)| node.indicator().is_none());
        let groups: Vec<usize> = groups.map(|(at, _)| at).collect();
        let has_reported = |at: usize| groups.iter().any(|group| self.tips[at].0[*group]);
        let mut places: Vec<&[Pooled]> = Vec::with_capacity(2 * pairs.len());
        let mut counts: Vec<Vec<bool>> = Vec::with_capacity(2 * pairs.len());
        let mut shares: Vec<bool> = Vec::with_capacity(pairs.len());
        for (one, other) in pairs.iter().copied() {
            let shared = self.shared(one, other);
            shares.push(shared.contains(&true));
            places.extend([pooled(one), pooled(other)]);
            counts.extend(if has_reported(one) || has_reported(other) {
                let second = self.shared(other, other);
                [self.opened(one, &second), second]
            } else {
                [shared.clone(), shared]
            });
        }
        let found = self.scoring.index_where(&places, &counts);
        let pair = |(shares, two): (bool, &[Option<f64>])| OnCommon {
            shares,
            indices: two[0].zip(two[1]),
        };
        shares
            .into_iter()
            .zip(found.chunks_exact(2))
            .map(pair)
            .collect()
    }
}
