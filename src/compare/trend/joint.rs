//! Scores, ranks and changes of the assessments that are joined over waves.

use std::collections::BTreeMap;

use crate::assess::{Assessed, NodeResult, RegionRef};
use crate::framework::{Framework, Method};
use crate::stats::{self, TOLERANCE};

use super::{Change, Gap, GroupChange, Point, RankChange, top_groups};

/// The assessments that are joined, by region and wave.
pub(super) struct Joint<'a> {
    pub(super) framework: &'a Framework,
    pub(super) assessed: &'a Assessed,
    pub(super) method: &'a Method,
    pub(super) by_place: BTreeMap<(&'a RegionRef, usize), usize>,
}

impl<'a> Joint<'a> {
    fn at(&self, region: &'a RegionRef, wave: usize) -> Option<usize> {
        self.by_place.get(&(region, wave)).copied()
    }

    fn index(&self, at: usize) -> &'a NodeResult {
        &self.assessed.assessments[at].nodes[0]
    }

    /// The score of each region that has enough coverage for a ranking in a wave.
    fn rankable(&self, wave: usize) -> BTreeMap<&'a RegionRef, f64> {
        self.by_place
            .iter()
            .filter(|((_, of), _)| *of == wave)
            .filter_map(|((region, _), at)| {
                let index = self.index(*at);
                let confirmed = self.assessed.assessments[*at]
                    .unconfirmed(self.framework, self.method)
                    .is_none();
                let coverage = index.coverage.unwrap_or(0.0) + TOLERANCE;
                let enough = confirmed && coverage >= self.method.aggregation.rank_coverage;
                Some((*region, index.score.filter(|_| enough)?))
            })
            .collect()
    }

    pub(super) fn ranks(&self, wave: usize) -> BTreeMap<&'a RegionRef, usize> {
        ranked(&self.rankable(wave))
    }

    /// Ranks in two waves among the regions ranked in both; none where that is one region alone.
    pub(super) fn ranks_in_both(
        &self,
        from: usize,
        to: usize,
    ) -> BTreeMap<&'a RegionRef, RankChange> {
        let (mut before, mut after) = (self.rankable(from), self.rankable(to));
        before.retain(|region, _| after.contains_key(region));
        after.retain(|region, _| before.contains_key(region));
        let among = before.len();
        if among < 2 {
            return BTreeMap::new();
        }
        let (before, after) = (ranked(&before), ranked(&after));
        before
            .into_iter()
            .filter_map(|(region, from)| {
                let to = *after.get(region)?;
                Some((region, RankChange { from, to, among }))
            })
            .collect()
    }

    pub(super) fn point(
        &self,
        region: &'a RegionRef,
        wave: usize,
        rank: Option<usize>,
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
            rank,
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
        region: &'a RegionRef,
        points: &[Point],
        (from, to): (usize, usize),
        rank: Option<RankChange>,
    ) -> Change {
        let (before, after) = (&points[from], &points[to]);
        let results = self.at(region, from).zip(self.at(region, to));
        Change {
            from,
            to,
            score: after.score.unwrap_or(0.0) - before.score.unwrap_or(0.0),
            told: after
                .told
                .zip(before.told)
                .map(|(after, before)| after - before),
            certain: !before.unconfirmed
                && !after.unconfirmed
                && results.is_some_and(|(before, after)| {
                    is_certain(self.index(before), self.index(after))
                }),
            rank,
        }
    }

    pub(super) fn groups(&self, points: &[Point], (from, to): (usize, usize)) -> Vec<GroupChange> {
        let (Some(before), Some(after)) = (points[from].assessment, points[to].assessment) else {
            return Vec::new();
        };
        top_groups(self.framework)
            .into_iter()
            .map(|node| {
                let before = &self.assessed.assessments[before].nodes[node];
                let after = &self.assessed.assessments[after].nodes[node];
                let less = |after: Option<f64>, before: Option<f64>| Some(after? - before?);
                let score = less(after.score, before.score);
                GroupChange {
                    node,
                    score,
                    told: less(after.told, before.told),
                    certain: score.is_some() && is_certain(before, after),
                }
            })
            .collect()
    }
}

fn ranked<'a>(scores: &BTreeMap<&'a RegionRef, f64>) -> BTreeMap<&'a RegionRef, usize> {
    let values: Vec<f64> = scores.values().copied().collect();
    scores.keys().copied().zip(stats::ranks(&values)).collect()
}

/// Whether a change keeps its direction whatever the missing data are: the possible ranges do not
/// overlap. No change is certain only where nothing is missing.
fn is_certain(before: &NodeResult, after: &NodeResult) -> bool {
    let (Some(first), Some(second)) = (before.score, after.score) else {
        return false;
    };
    let (Some((before_low, before_high)), Some((after_low, after_high))) = (
        before.score_low.zip(before.score_high),
        after.score_low.zip(after.score_high),
    ) else {
        // Without bounds nothing is known of what is missing.
        let full = |it: &NodeResult| it.coverage.unwrap_or(0.0) + TOLERANCE >= 1.0;
        return full(before) && full(after);
    };
    if second > first + TOLERANCE {
        after_low + TOLERANCE >= before_high
    } else if second < first - TOLERANCE {
        before_low + TOLERANCE >= after_high
    } else {
        before_high - before_low <= TOLERANCE && after_high - after_low <= TOLERANCE
    }
}
