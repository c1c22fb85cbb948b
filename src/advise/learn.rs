//! Who can learn from whom: weaknesses that many regions share, and for each weak indicator of a region the
//! regions nearest to it that are strong in it.
//!
//! Only ranked regions take part, so that nothing rests on too little data, and only indicators with a
//! level. Weak is below the middle of the scale. A teacher stands a whole level or more above, at the middle
//! or higher, and its level rests on a statement that can be read. Near is alike: the root mean square of the
//! differences of unit scores on the other indicators that both have.

use crate::assess::{Assessed, Assessment};
use crate::framework::{Framework, Indicator, Method};
use crate::statement::{Statements, Usage};
use crate::stats::{self, TOLERANCE};

use super::raise::{Step, Steps, Way, is_stepped, step};

/// So many teachers are named for one indicator of one region.
pub const TEACHERS: usize = 3;

/// A weakness that several regions share.
#[derive(Debug, Clone, PartialEq)]
pub struct Shared {
    /// Position of the indicator.
    pub node: usize,
    /// The regions (assessments) that are weak in it, the weakest first.
    pub regions: Vec<usize>,
    /// Mean of their scores, 0–100.
    pub mean: f64,
    /// What one level more in each of them would add to their indices on average, 0–100.
    pub gain: f64,
}

/// A region that is strong where another is weak.
#[derive(Debug, Clone, PartialEq)]
pub struct Teacher {
    /// Its assessment.
    pub region: usize,
    /// How far its profile is from that of the learner, 0 (the same) to 100.
    pub distance: f64,
    /// Whether both lie in one province.
    pub is_neighbour: bool,
    /// The rows (positions in the statements) that give its level, those with words.
    pub rows: Vec<usize>,
}

/// A weak indicator of a region, with those that it could learn from.
#[derive(Debug, Clone, PartialEq)]
pub struct Lesson {
    /// The assessment of the learner.
    pub region: usize,
    /// Position of the indicator.
    pub node: usize,
    /// The nearest first; empty where nobody stands above.
    pub from: Vec<Teacher>,
}

/// What regions could learn from each other.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Lessons {
    /// Weaknesses of two regions or more: those of most regions first, then by what one level adds.
    pub shared: Vec<Shared>,
    /// By learner in the order of the ranking, its weakest indicator first.
    pub pairs: Vec<Lesson>,
}

/// What the `ranked` assessments (positions, best first) could learn from each other.
#[must_use]
pub fn learn(
    framework: &Framework,
    method: &Method,
    statements: &Statements,
    assessed: &Assessed,
    ranked: &[usize],
) -> Lessons {
    let class = Class {
        framework,
        statements,
        assessed,
        ranked,
        leaves: framework
            .indicators()
            .filter(|(.., it)| is_stepped(framework, it))
            .map(|(at, _, it)| (at, it))
            .collect(),
    };
    let method = method.computed();
    let mut shared: Vec<Shared> = class
        .leaves
        .iter()
        .filter(|(_, indicator)| !indicator.external)
        .filter_map(|leaf| class.shared(*leaf, &method))
        .collect();
    shared.sort_by(|a, b| {
        let by_number = b.regions.len().cmp(&a.regions.len());
        by_number
            .then(b.gain.total_cmp(&a.gain))
            .then(a.node.cmp(&b.node))
    });
    Lessons {
        shared,
        pairs: ranked.iter().flat_map(|it| class.lessons(*it)).collect(),
    }
}

/// The regions that learn together.
struct Class<'a> {
    framework: &'a Framework,
    statements: &'a Statements,
    assessed: &'a Assessed,
    ranked: &'a [usize],
    leaves: Vec<(usize, &'a Indicator)>,
}

impl<'a> Class<'a> {
    fn of(&self, at: usize) -> &'a Assessment {
        &self.assessed.assessments[at]
    }

    fn score(&self, at: usize, leaf: usize) -> Option<f64> {
        self.of(at).nodes[leaf].score
    }

    fn is_weak(&self, at: usize, leaf: usize) -> bool {
        self.score(at, leaf).is_some_and(|it| it < 50.0 - TOLERANCE)
    }

    fn shared(&self, (leaf, indicator): (usize, &Indicator), method: &Method) -> Option<Shared> {
        let weak = self
            .ranked
            .iter()
            .copied()
            .filter(|it| self.is_weak(*it, leaf));
        let mut regions: Vec<usize> = weak.collect();
        if regions.len() < 2 {
            return None;
        }
        let score = |at: &usize| self.score(*at, leaf).unwrap_or_default();
        regions.sort_by(|a, b| score(a).total_cmp(&score(b)));
        let steps = Steps::new(self.framework, method, self.assessed, &regions).of(
            leaf,
            indicator,
            Way::Better,
        );
        // Who stands at the end of the scale gains nothing.
        let gain = |it: Option<Step>| it.map_or(Some(0.0), |it| it.gain());
        let gains = steps.into_iter().filter_map(gain);
        let scores: Vec<f64> = regions.iter().map(score).collect();
        Some(Shared {
            node: leaf,
            mean: stats::mean(&scores)?,
            gain: stats::mean(&gains.collect::<Vec<_>>())?,
            regions,
        })
    }

    fn lessons(&self, learner: usize) -> Vec<Lesson> {
        let weak = self
            .leaves
            .iter()
            .filter(|(leaf, _)| self.is_weak(learner, *leaf));
        let mut lessons: Vec<(f64, Lesson)> = weak
            .map(|(leaf, indicator)| {
                let lesson = Lesson {
                    region: learner,
                    node: *leaf,
                    from: self.teachers(learner, (*leaf, indicator)),
                };
                (self.score(learner, *leaf).unwrap_or_default(), lesson)
            })
            .collect();
        lessons.sort_by(|a, b| a.0.total_cmp(&b.0).then(a.1.node.cmp(&b.1.node)));
        lessons.into_iter().map(|(_, lesson)| lesson).collect()
    }

    fn teachers(&self, learner: usize, (leaf, indicator): (usize, &Indicator)) -> Vec<Teacher> {
        let answer = self.of(learner).nodes[leaf].answer();
        let next = answer.and_then(|it| step(self.framework, indicator, it, Way::Better));
        let Some(next) = next else {
            return Vec::new();
        };
        let is_above = |at: usize| {
            let answer = self.of(at).nodes[leaf].answer();
            answer.is_some_and(|it| match indicator.is_better_higher() {
                true => it >= next - TOLERANCE,
                false => it <= next + TOLERANCE,
            })
        };
        let mut teachers: Vec<Teacher> = self
            .ranked
            .iter()
            .copied()
            .filter(|at| *at != learner && !self.is_weak(*at, leaf) && is_above(*at))
            .filter_map(|at| {
                let rows = self.rows(at, leaf);
                let distance = self.distance(learner, at, leaf)?;
                let province = |at: usize| self.of(at).region.province();
                (!rows.is_empty()).then(|| Teacher {
                    region: at,
                    distance,
                    is_neighbour: province(at).is_some() && province(at) == province(learner),
                    rows,
                })
            })
            .collect();
        teachers.sort_by(|a, b| {
            let by_distance = a.distance.total_cmp(&b.distance);
            by_distance.then(b.is_neighbour.cmp(&a.is_neighbour))
        });
        teachers.truncate(TEACHERS);
        teachers
    }

    /// The rows that give a level and say in words why.
    fn rows(&self, at: usize, leaf: usize) -> Vec<usize> {
        let rows = self.of(at).rows[leaf].iter().copied();
        rows.filter(|row| {
            let row = &self.statements.rows()[*row];
            row.usage == Usage::Primary && !row.answer.is_missing() && is_evidence(row)
        })
        .collect()
    }

    /// The root mean square difference on the other indicators that both have.
    fn distance(&self, one: usize, other: usize, leaf: usize) -> Option<f64> {
        let others = self.leaves.iter().filter(|(at, _)| *at != leaf);
        let squares = others.filter_map(|(at, _)| {
            let difference = self.score(one, *at)? - self.score(other, *at)?;
            Some(difference * difference)
        });
        Some(stats::mean(&squares.collect::<Vec<_>>())?.sqrt())
    }
}

/// Whether a row can be read up: it has words, or names what it rests on.
fn is_evidence(row: &crate::statement::Statement) -> bool {
    let names_source = row
        .evidence
        .as_deref()
        .is_some_and(|it| it.source.is_some());
    row.words().is_some() || names_source
}
