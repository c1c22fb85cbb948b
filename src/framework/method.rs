//! The choices behind a score: how informants and groups are combined, what missing means, weights.
//!
//! Everything that somebody could have decided differently sits in [`Method`], so that a rerun
//! under another choice is the same function with another value.

use super::Framework;
use super::choices::{Aggregation, Precedence, Reporting, ReportingUnit};

/// Every choice behind a score.
#[derive(Debug, Clone, PartialEq)]
pub struct Method {
    /// How values of informants and scores of groups are combined, and what missing means.
    pub aggregation: Aggregation,
    /// How results are told.
    pub reporting: Reporting,
    /// Weight of each node relative to its siblings, in the order of [`Framework::nodes`].
    pub weights: Vec<f64>,
}

impl Method {
    /// The same choices, under which published numbers stand aside for what is computed.
    #[must_use]
    pub fn computed(&self) -> Self {
        let mut method = self.clone();
        method.aggregation.reported = Precedence::Computed;
        method
    }

    /// The choices written in a framework.
    #[must_use]
    pub fn of(framework: &Framework) -> Self {
        let weights = framework.nodes().iter().map(|node| node.weight());
        Self {
            aggregation: framework.aggregation(),
            reporting: framework.reporting(),
            weights: weights.collect(),
        }
    }

    /// A score (0–100) of a node as results are told: of a leaf on its scale, of a group or the
    /// index in the reporting unit.
    ///
    /// A native value looks through the floor; on percent the floor is part of the score.
    #[must_use]
    pub fn as_people_read(&self, framework: &Framework, node: usize, score: f64) -> f64 {
        if self.reporting.unit == ReportingUnit::Percent {
            return score;
        }
        let (min, max) = framework.ends(node, self.reporting);
        let factor = match framework.nodes()[node].indicator() {
            Some(_) => self.reporting.factor,
            None => 1.0,
        };
        let unit = (score / 100.0 - self.aggregation.floor) / (1.0 - self.aggregation.floor);
        (min + unit * (max - min)) / factor
    }

    /// The weights that differ from those of the framework, with the id of their node.
    pub fn replaced_weights<'f>(
        &self,
        framework: &'f Framework,
    ) -> impl Iterator<Item = (&'f str, f64)> {
        let nodes = framework.nodes().iter().zip(&self.weights);
        nodes
            .filter(|(node, weight)| node.weight().to_bits() != weight.to_bits())
            .map(|(node, weight)| (node.id(), *weight))
    }

    /// What differs from the framework as written, as `key = value`; weights by node.
    #[must_use]
    pub fn replaced(&self, framework: &Framework) -> Vec<(String, String)> {
        let both = self
            .written()
            .into_iter()
            .zip(Self::of(framework).written());
        let choices = both
            .filter(|(mine, theirs)| mine != theirs)
            .map(|((key, value), _)| (key.to_owned(), value));
        let weights = self
            .replaced_weights(framework)
            .map(|(id, weight)| (format!("weights.{id}"), weight.to_string()));
        choices.chain(weights).collect()
    }

    /// Every choice but weights, as key and value.
    fn written(&self) -> [(&'static str, String); 14] {
        // No `..`: a new choice that is not told does not build.
        let Self {
            aggregation:
                Aggregation {
                    informants,
                    reported,
                    whole_levels,
                    evidence,
                    groups,
                    missing,
                    min_coverage,
                    rank_coverage,
                    floor,
                },
            reporting:
                Reporting {
                    unit,
                    factor,
                    decimals,
                    graded,
                    rounded_shares,
                },
            // Asked for by node.
            weights: _,
        } = self;
        let shares = rounded_shares.map_or_else(String::new, |it| it.to_string());
        [
            ("informants", informants.id().to_owned()),
            ("reported", reported.id().to_owned()),
            ("whole_levels", whole_levels.id().to_owned()),
            ("evidence", evidence.id().to_owned()),
            ("groups", groups.id().to_owned()),
            ("missing", missing.id().to_owned()),
            ("min_coverage", min_coverage.to_string()),
            ("rank_coverage", rank_coverage.to_string()),
            ("floor", floor.to_string()),
            ("unit", unit.id().to_owned()),
            ("factor", factor.to_string()),
            ("decimals", decimals.to_string()),
            ("graded", graded.id().to_owned()),
            ("rounded_shares", shares),
        ]
    }
}
