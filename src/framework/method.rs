//! The choices behind a score: how informants and groups are combined, what missing means, weights.
//!
//! Everything that somebody could have decided differently sits in [`Method`], so that a rerun
//! under another choice is the same function with another value.

use super::Framework;
use super::choices::{
    Aggregation, GroupRule, InformantRule, MissingPolicy, Reporting, ReportingUnit,
};

/// Every choice behind a score.
#[derive(Debug, Clone, PartialEq)]
pub struct Method {
    /// How informants are combined.
    pub informants: InformantRule,
    /// How groups without a rule of their own combine their children.
    pub groups: GroupRule,
    /// What a child without data means.
    pub missing: MissingPolicy,
    /// Share of the weight below a node that must have data, 0–1.
    pub min_coverage: f64,
    /// Share of the weight below the index that a region needs to be ranked, 0–1.
    pub rank_coverage: f64,
    /// Lowest unit score of a leaf, 0 ≤ floor < 1.
    pub floor: f64,
    /// How results are told.
    pub reporting: Reporting,
    /// Weight of each node relative to its siblings, in the order of [`Framework::nodes`].
    pub weights: Vec<f64>,
}

impl Method {
    /// The choices written in a framework.
    #[must_use]
    pub fn of(framework: &Framework) -> Self {
        let weights = framework.nodes().iter().map(|node| node.weight());
        Self::new(
            framework.aggregation(),
            framework.reporting(),
            weights.collect(),
        )
    }

    /// The choices of an aggregation; weights in the order of [`Framework::nodes`].
    pub(super) fn new(aggregation: Aggregation, reporting: Reporting, weights: Vec<f64>) -> Self {
        let Aggregation {
            informants,
            groups,
            missing,
            min_coverage,
            rank_coverage,
            floor,
        } = aggregation;
        Self {
            informants,
            groups,
            missing,
            min_coverage,
            rank_coverage,
            floor,
            reporting,
            weights,
        }
    }

    /// A score (0–100) of a node as results are told: of a leaf on its scale, of a group or the
    /// index in the reporting unit.
    ///
    /// A native value looks through the floor; on percent the floor is part of the score.
    #[must_use]
    pub fn in_reporting_unit(&self, framework: &Framework, node: usize, score: f64) -> f64 {
        if self.reporting.unit == ReportingUnit::Percent {
            return score;
        }
        let (min, max) = framework.ends(node, self.reporting);
        let factor = match framework.nodes()[node].indicator() {
            Some(_) => self.reporting.factor,
            None => 1.0,
        };
        let unit = (score / 100.0 - self.floor) / (1.0 - self.floor);
        (min + unit * (max - min)) / factor
    }

    /// What differs from the framework as written, as `key = value`; weights by node.
    #[must_use]
    pub fn replaced(&self, framework: &Framework) -> Vec<(String, String)> {
        let mine = self.written(framework);
        let theirs = Self::of(framework).written(framework);
        let both = mine.into_iter().zip(theirs);
        let changed = both.filter(|(mine, theirs)| mine != theirs);
        changed.map(|(mine, _)| mine).collect()
    }

    /// Every choice that results hang on, as `key = value`.
    fn written(&self, framework: &Framework) -> Vec<(String, String)> {
        // No `..`: a new choice does not build before it is decided whether results hang on it.
        let Self {
            informants,
            groups,
            missing,
            min_coverage,
            rank_coverage,
            floor,
            reporting,
            weights,
        } = self;
        let Reporting {
            unit,
            // Follows the unit, and only stretches the axis.
            factor: _,
            // How results are printed, and a warning.
            decimals: _,
            rounded_shares: _,
        } = reporting;
        let choices = [
            ("informants", informants.id().to_owned()),
            ("groups", groups.id().to_owned()),
            ("missing", missing.id().to_owned()),
            ("min_coverage", min_coverage.to_string()),
            ("rank_coverage", rank_coverage.to_string()),
            ("floor", floor.to_string()),
            ("unit", unit.id().to_owned()),
        ];
        let choices = choices.map(|(key, value)| (key.to_owned(), value));
        let nodes = framework.nodes().iter().zip(weights);
        let weights =
            nodes.map(|(node, weight)| (format!("weights.{}", node.id()), weight.to_string()));
        choices.into_iter().chain(weights).collect()
    }
}
