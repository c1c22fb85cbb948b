//! Scores, ranks and changes of the assessments that are joined over waves.

use std::collections::BTreeMap;

use crate::assess::{Assessed, Assessment, NodeResult, RegionRef};
use crate::compare::order::Order;
use crate::compare::{TargetGap, target_gaps};
use crate::framework::{Framework, Method, Target};
use crate::stats::{self, TOLERANCE};

use super::sure::{against_common, is_unconfirmed, range, unsure};
use super::{Change, Gap, NodeChange, Place, Point, RankChange, RegionTrend, Unsure, top_groups};

/// The assessments that are joined, by region and wave.
pub(super) struct Joint<'a> {
    pub(super) framework: &'a Framework,
    pub(super) assessed: &'a Assessed,
    pub(super) method: &'a Method,
    pub(super) by_place: BTreeMap<(&'a RegionRef, usize), usize>,
}

/// The regions that can be ranked in a wave, with what is sure of their order.
pub(super) struct Standings<'a> {
    /// Each with its score, in the order of `order`.
    ranked: Vec<(&'a RegionRef, f64)>,
    order: Order,
}

impl<'a> Standings<'a> {
    /// The places of those at the positions `among`; none where that is one region alone.
    fn places(&self, among: &[usize]) -> BTreeMap<&'a RegionRef, Place> {
        if among.len() < 2 {
            return BTreeMap::new();
        }
        let scores: Vec<f64> = among.iter().map(|at| self.ranked[*at].1).collect();
        let place = |(at, rank): (&usize, usize)| {
            let places = self.order.places(*at, among);
            (self.ranked[*at].0, Place { rank, places })
        };
        among.iter().zip(stats::ranks(&scores)).map(place).collect()
    }

    fn has(&self, region: &RegionRef) -> bool {
        self.ranked.iter().any(|(it, _)| *it == region)
    }
}

/// Ranks in two waves among the regions ranked in both; none where that is one region alone.
pub(super) fn in_both<'a>(
    before: &Ranking<'a>,
    after: &Ranking<'a>,
) -> BTreeMap<&'a RegionRef, RankChange> {
    let shared = |mine: &Standings<'a>, theirs: &Standings<'a>| -> Vec<usize> {
        let all = 0..mine.ranked.len();
        all.filter(|at| theirs.has(mine.ranked[*at].0)).collect()
    };
    let (before, after) = (&before.standings, &after.standings);
    let from = before.places(&shared(before, after));
    let to = after.places(&shared(after, before));
    let among = from.len();
    from.into_iter()
        .filter_map(|(region, from)| {
            let to = *to.get(region)?;
            Some((region, RankChange { from, to, among }))
        })
        .collect()
}

/// The ranking of a wave.
pub(super) struct Ranking<'a> {
    standings: Standings<'a>,
    places: BTreeMap<&'a RegionRef, Place>,
}

impl<'a> Joint<'a> {
    fn at(&self, region: &'a RegionRef, wave: usize) -> Option<usize> {
        self.by_place.get(&(region, wave)).copied()
    }

    fn index(&self, at: usize) -> &'a NodeResult {
        &self.assessed.assessments[at].nodes[0]
    }

    /// The ranking of each wave.
    pub(super) fn standings(&self, waves: usize) -> Vec<Ranking<'a>> {
        (0..waves).map(|wave| self.ranking(wave)).collect()
    }

    /// Those that have enough coverage for a ranking in a wave, and how they stand.
    fn ranking(&self, wave: usize) -> Ranking<'a> {
        let mut ranked = Vec::new();
        let mut assessments = Vec::new();
        for ((region, of), at) in &self.by_place {
            let index = self.index(*at);
            if *of != wave || !self.is_rankable(*at) {
                continue;
            }
            if let Some(score) = index.score {
                ranked.push((*region, score));
                assessments.push(*at);
            }
        }
        let order = Order::of(self.framework, self.assessed, self.method, &assessments);
        let standings = Standings { ranked, order };
        let every: Vec<usize> = (0..assessments.len()).collect();
        Ranking {
            places: standings.places(&every),
            standings,
        }
    }

    fn is_rankable(&self, at: usize) -> bool {
        let assessment = &self.assessed.assessments[at];
        let coverage = assessment.nodes[0].coverage.unwrap_or(0.0) + TOLERANCE;
        coverage >= self.method.aggregation.rank_coverage
            && assessment
                .unconfirmed(self.framework, self.method)
                .is_none()
    }

    pub(super) fn point(
        &self,
        region: &'a RegionRef,
        wave: usize,
        ranking: &Ranking<'a>,
        elsewhere: bool,
    ) -> Point {
        let assessment = self.at(region, wave);
        let index = assessment.map(|at| self.index(at));
        let score = index.and_then(|it| it.score);
        let gap = match (index, score) {
            (_, Some(_)) => None,
            (Some(index), None) => Some(Gap::NoScore(index.reason)),
            (None, None) if elsewhere => Some(Gap::OtherStage),
            (None, None) => Some(Gap::NotAssessed),
        };
        Point {
            assessment,
            score,
            told: index.and_then(|it| it.told),
            coverage: index.and_then(|it| it.coverage),
            rankable: assessment.is_some_and(|at| score.is_some() && self.is_rankable(at)),
            place: ranking.places.get(region).copied(),
            gap,
            unconfirmed: assessment.is_some_and(|at| {
                let assessment = &self.assessed.assessments[at];
                score.is_some()
                    && assessment
                        .unconfirmed(self.framework, self.method)
                        .is_some()
            }),
        }
    }

    /// The change of the index between two waves in which the region has a score.
    pub(super) fn change(
        &self,
        points: &[Point],
        (from, to): (usize, usize),
        rank: Option<RankChange>,
    ) -> Change {
        let (before, after) = (&points[from], &points[to]);
        let score = after.score.unwrap_or(0.0) - before.score.unwrap_or(0.0);
        let results = before.assessment.zip(after.assessment);
        let results = results.map(|(before, after)| (self.index(before), self.index(after)));
        let range = results.and_then(|(before, after)| range(before, after));
        let unconfirmed = before.unconfirmed || after.unconfirmed;
        Change {
            from,
            to,
            score,
            told: after
                .told
                .zip(before.told)
                .map(|(after, before)| after - before),
            unsure: match unconfirmed {
                true => Some(Unsure::NeedsConfirmation),
                false => unsure(score, range),
            },
            range,
            common: None,
            computed: results.and_then(|(before, after)| Some(after.computed? - before.computed?)),
            rank,
        }
    }

    /// Recomputes every change on what both of its waves have.
    pub(super) fn hold_against_common(&self, joined: &mut [RegionTrend]) {
        let mut changes: Vec<(usize, usize, &mut Change)> = Vec::new();
        for it in joined {
            let points = &it.points;
            for change in std::iter::once(&mut it.change).chain(&mut it.steps) {
                let ends = points[change.from]
                    .assessment
                    .zip(points[change.to].assessment);
                changes.extend(ends.map(|(before, after)| (before, after, change)));
            }
        }
        let pairs: Vec<(usize, usize)> = changes
            .iter()
            .map(|(before, after, _)| (*before, *after))
            .collect();
        let found = self.assessed.on_shared(self.framework, self.method, &pairs);
        for ((.., change), found) in changes.into_iter().zip(found) {
            change.common = found;
            change.unsure = change
                .unsure
                .or_else(|| against_common(change.score, change.on_common()));
        }
    }

    /// The assessments at both ends of a change.
    fn ends(&self, points: &[Point], (from, to): (usize, usize)) -> Option<[&'a Assessment; 2]> {
        let ends = [points[from].assessment?, points[to].assessment?];
        Some(ends.map(|at| &self.assessed.assessments[at]))
    }

    fn node_change(&self, [before, after]: [&Assessment; 2], node: usize) -> NodeChange {
        let (first, second) = (&before.nodes[node], &after.nodes[node]);
        let less = |after: Option<f64>, before: Option<f64>| Some(after? - before?);
        let score = less(second.score, first.score);
        let unconfirmed = [before, after]
            .iter()
            .any(|it| is_unconfirmed(self.framework, self.method, it, node));
        NodeChange {
            node,
            score,
            told: less(second.told, first.told),
            unsure: score.and_then(|score| match unconfirmed {
                true => Some(Unsure::NeedsConfirmation),
                false => unsure(score, range(first, second)),
            }),
            cross: score.is_some() && (first.cross || second.cross),
        }
    }

    pub(super) fn groups(&self, points: &[Point], ends: (usize, usize)) -> Vec<NodeChange> {
        let Some(ends) = self.ends(points, ends) else {
            return Vec::new();
        };
        top_groups(self.framework)
            .into_iter()
            .map(|node| self.node_change(ends, node))
            .collect()
    }

    /// Where scores come in, below the groups at the top.
    fn tips_of(&self, assessment: &Assessment) -> Vec<usize> {
        let top = top_groups(self.framework);
        let mut out = assessment.tips(self.framework);
        out.retain(|at| !top.contains(at));
        out
    }

    pub(super) fn tips(&self, points: &[Point], ends: (usize, usize)) -> Vec<NodeChange> {
        let Some(ends) = self.ends(points, ends) else {
            return Vec::new();
        };
        let [before, after] = ends.map(|it| self.tips_of(it));
        before
            .into_iter()
            .filter(|at| after.contains(at))
            .map(|node| self.node_change(ends, node))
            .collect()
    }

    pub(super) fn in_one(&self, points: &[Point], ends: (usize, usize)) -> [Vec<usize>; 2] {
        let Some(ends) = self.ends(points, ends) else {
            return [Vec::new(), Vec::new()];
        };
        let [before, after] = ends.map(|it| self.tips_of(it));
        let only = |mine: &[usize], theirs: &[usize]| {
            let mine = mine.iter().copied();
            mine.filter(|at| !theirs.contains(at)).collect()
        };
        [only(&before, &after), only(&after, &before)]
    }

    pub(super) fn targets(
        &self,
        points: &[Point],
        ends: (usize, usize),
        targets: &[Target],
    ) -> Vec<[TargetGap; 2]> {
        let Some(ends) = self.ends(points, ends) else {
            return Vec::new();
        };
        let [before, after] = ends.map(|it| target_gaps(self.framework, it, self.method, targets));
        let pairs = before.into_iter().zip(after);
        pairs.map(|(before, after)| [before, after]).collect()
    }
}
