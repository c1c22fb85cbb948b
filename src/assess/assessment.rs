//! What scoring gives: one assessment for each region, wave and stage.

use std::sync::Arc;

use crate::framework::{Framework, Method, Normalisation, Normalise};
use crate::statement::Stage;

use super::conflict::Conflict;
use super::evidence::Evidence;
use super::observed::Observed;
use super::pooled::Pooled;
use super::regions::RegionRef;
use super::result::NodeResult;
use super::score::{self, LeafScore};
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
}

impl Assessed {
    /// Scores every assessment; obstacles come with the position of theirs.
    pub(super) fn scored(
        mut self,
        framework: &Framework,
        method: &Method,
    ) -> (Self, Vec<(usize, score::Obstacle)>) {
        let mut all = Vec::new();
        let observed = Observed::of(framework, || self.pooled());
        for (at, assessment) in self.assessments.iter_mut().enumerate() {
            let mut obstacles = Vec::new();
            assessment.nodes = score::score(
                framework,
                method,
                &observed,
                (&assessment.region, &assessment.pooled),
                &|_| true,
                &mut obstacles,
            );
            all.extend(obstacles.into_iter().map(|it| (at, it)));
        }
        (self, all)
    }

    /// What the evidence items of the region and wave of an assessment show.
    #[must_use]
    pub fn evidence_of(&self, assessment: &Assessment) -> Option<&Evidence> {
        self.evidence
            .iter()
            .find(|it| it.region == assessment.region && it.wave == assessment.wave)
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

    /// The index of each of `assessments` (positions) scored only on the leaves that `counts`.
    ///
    /// A region whose score is undefined there has `None`.
    #[must_use]
    pub fn index_on(
        &self,
        framework: &Framework,
        method: &Method,
        assessments: &[usize],
        counts: &dyn Fn(usize) -> bool,
    ) -> Vec<Option<f64>> {
        let observed = Observed::of(framework, || self.pooled());
        // A rule that cannot be followed has been told when all leaves counted.
        let mut ignored = Vec::new();
        assessments
            .iter()
            .map(|at| {
                let assessment = &self.assessments[*at];
                let nodes = score::score(
                    framework,
                    method,
                    &observed,
                    (&assessment.region, &assessment.pooled),
                    counts,
                    &mut ignored,
                );
                nodes.first().and_then(|index| index.score)
            })
            .collect()
    }

    /// What the leaf at the position `leaf` is worth in each of the assessments `among`
    /// (positions), a number normalised as written in the framework or in another `way` over all
    /// assessments.
    #[must_use]
    pub fn leaf_scores(
        &self,
        framework: &Framework,
        method: &Method,
        leaf: usize,
        way: Option<Normalise>,
        among: &[usize],
    ) -> Vec<LeafScore> {
        let Some(indicator) = framework.nodes()[leaf].indicator() else {
            return vec![LeafScore::Outside; among.len()];
        };
        let mut indicator = indicator.clone();
        if let (Some(way), Some(_)) = (way, indicator.normalise) {
            indicator.normalise = Some(Normalisation::Relative(way));
        }
        let observed = Observed::of_leaf(framework, leaf, &indicator, self.pooled());
        let leaf_score = |at: &usize| {
            let pooled = &self.assessments[*at].pooled[leaf];
            score::leaf_score(framework, method, &observed, leaf, &indicator, pooled)
        };
        among.iter().map(leaf_score).collect()
    }

    /// What the rows of each node of every assessment say.
    fn pooled(&self) -> impl Iterator<Item = &[Pooled]> {
        self.assessments.iter().map(|it| it.pooled.as_slice())
    }
}

impl Assessment {
    /// The unit score of the number reported for a group or the index.
    #[must_use]
    pub fn reported_unit(
        &self,
        framework: &Framework,
        method: &Method,
        node: usize,
    ) -> Option<f64> {
        framework.nodes()[node]
            .indicator()
            .is_none()
            .then(|| score::reported(framework, method, node, &self.pooled[node]))?
    }
}
