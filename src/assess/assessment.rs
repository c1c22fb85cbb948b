//! What scoring gives: one assessment for each region, wave and stage.

use std::sync::Arc;

use crate::framework::{Framework, Indicator, Method, Normalise};
use crate::statement::Stage;

use super::conflict::Conflict;
use super::evidence::Evidence;
use super::leaf::Leaf;
use super::pooled::Pooled;
use super::regions::RegionRef;
use super::result::NodeResult;
use super::score::{Scoring, reported_unit};
use super::tree::{LeafScore, Obstacle};
use super::unit::Rows;

/// All node results of one region in one wave and stage under one framework.
#[derive(Debug, Clone)]
pub struct Assessment {
    /// The region.
    pub region: RegionRef,
    /// The round of assessment, where rows name one.
    pub wave: Option<Arc<str>>,
    /// The stage of verification, where rows name one.
    pub stage: Option<Stage>,
    /// One result for each node of the framework, in its order.
    pub nodes: Vec<NodeResult>,
    /// Rows of each node (positions in the statements), context rows included.
    pub rows: Rows,
    /// What the rows of each node say, in the order of the nodes.
    pub pooled: Vec<Pooled>,
}

/// Every assessment of a set of statements.
#[derive(Debug, Clone)]
pub struct Assessed {
    /// Sorted by region, wave and stage.
    pub assessments: Vec<Assessment>,
    /// What speaks against what, in the order of the assessments and the tree.
    pub conflicts: Vec<Conflict>,
    /// What evidence items show, sorted by region and wave.
    pub evidence: Vec<Evidence>,
    /// The items of indicators of which rows name some (whose task one is, by when) and none says how far one
    /// is: they show nothing. Sorted by region and wave.
    pub unjudged: Vec<Evidence>,
}

impl Assessed {
    /// Scores every assessment. The place of an obstacle is the position of its assessment.
    pub(super) fn score(&mut self, framework: &Framework, method: &Method) -> Vec<Obstacle> {
        let scoring = Scoring::new(framework, method, || self.pooled());
        let (results, obstacles) = scoring.results(&self.pooled().collect::<Vec<_>>());
        for (assessment, nodes) in self.assessments.iter_mut().zip(results) {
            assessment.nodes = nodes;
        }
        obstacles
    }

    /// What the evidence items of the region and wave of an assessment show.
    #[must_use]
    pub fn evidence_of(&self, assessment: &Assessment) -> Option<&Evidence> {
        of_place(&self.evidence, assessment)
    }

    /// The items of its region and wave that rows name and whose indicators are not judged.
    #[must_use]
    pub fn unjudged_of(&self, assessment: &Assessment) -> Option<&Evidence> {
        of_place(&self.unjudged, assessment)
    }

    /// The conflicts within the assessment at the position `at`.
    pub fn conflicts_of(&self, at: usize) -> impl Iterator<Item = &Conflict> {
        let assessment = &self.assessments[at];
        self.conflicts.iter().filter(move |it| {
            it.region == assessment.region
                && it.wave == assessment.wave
                && it.stage == assessment.stage
        })
    }

    /// What comes in at the leaf at the position `leaf` in each of the assessments `among`
    /// (positions), a number normalised as written in the framework or in another `way` over all
    /// assessments.
    #[must_use]
    pub(crate) fn leaf_scores(
        &self,
        framework: &Framework,
        method: &Method,
        leaf: (usize, &Indicator),
        way: Option<Normalise>,
        among: &[usize],
    ) -> Vec<LeafScore> {
        let (node, _) = leaf;
        let leaf = Leaf::new(framework, method, leaf, way, self.pooled());
        let score = |at: &usize| leaf.score(&self.assessments[*at].pooled[node]);
        among.iter().map(score).collect()
    }

    /// What the rows of each node of every assessment say.
    pub(super) fn pooled(&self) -> impl Iterator<Item = &[Pooled]> {
        self.assessments.iter().map(|it| it.pooled.as_slice())
    }
}

fn of_place<'a>(all: &'a [Evidence], assessment: &Assessment) -> Option<&'a Evidence> {
    all.iter()
        .find(|it| it.region == assessment.region && it.wave == assessment.wave)
}

impl Assessment {
    /// Whether it is of the same region, wave and stage as another one.
    #[must_use]
    pub fn is_same_round(&self, other: &Self) -> bool {
        let key = |it: &Self| (it.region.name.clone(), it.wave.clone(), it.stage);
        key(self) == key(other)
    }

    /// The unit score of the number reported for a group or the index.
    #[must_use]
    pub(crate) fn reported_unit(
        &self,
        framework: &Framework,
        method: &Method,
        group: usize,
    ) -> Option<f64> {
        reported_unit(framework, method, group, &self.pooled[group])
    }
}
