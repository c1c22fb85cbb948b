//! The choices behind a score: how informants and groups are combined, what missing means, weights.
//!
//! Everything that somebody could have decided differently sits in [`Method`], so that a rerun
//! under another choice is the same function with another value.

use serde::Deserialize;

use crate::text::vocabulary;

use super::Framework;

vocabulary! {
    /// How the values of several informants become one.
    #[derive(Deserialize)]
    pub enum InformantRule {
        /// Weighted arithmetic mean.
        Mean = "mean",
        /// Weighted median.
        Median = "median",
        /// Most frequent value; a tie takes the lower.
        Mode = "mode",
        /// Lowest value.
        Min = "min",
        /// Highest value.
        Max = "max",
    }
}

vocabulary! {
    /// How the children of a group become its score.
    #[derive(Deserialize)]
    pub enum GroupRule {
        /// Weighted arithmetic mean.
        Arithmetic = "arithmetic",
        /// Weighted geometric mean; every child must be above zero.
        Geometric = "geometric",
        /// Weighted harmonic mean; every child must be above zero.
        Harmonic = "harmonic",
        /// Weighted median.
        Median = "median",
        /// The weakest child.
        Min = "min",
        /// A profile: the children stand side by side, without a total.
        None = "none",
    }
}

vocabulary! {
    /// What a child without data means for its group.
    #[derive(Deserialize)]
    pub enum MissingPolicy {
        /// Its weight is shared among the others.
        Rescale = "rescale",
        /// It counts as the bottom of the scale.
        Zero = "zero",
        /// Scoring stops with an error.
        Fail = "fail",
    }
}

vocabulary! {
    /// The unit in which results are told and bands are defined.
    #[derive(Deserialize)]
    pub enum ReportingUnit {
        /// 0–100.
        Percent = "percent",
        /// The scale of the indicators (SPBE: 1–5).
        Native = "native",
    }
}

vocabulary! {
    /// How a number without goalposts becomes a score, over all regions and waves loaded.
    #[derive(Deserialize)]
    pub enum Normalise {
        /// 100 (x − min) / (max − min).
        MinMax = "min-max",
        /// 50 + 10 z with the n − 1 deviation; unbounded.
        ZScore = "z-score",
        /// 100 (r − 1) / (n − 1), r ascending, ties share the lowest r.
        Rank = "rank",
    }
}

/// How results are told.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Reporting {
    /// Unit of scores, bands and targets.
    pub unit: ReportingUnit,
    /// Digits after the decimal sign in what people read.
    pub decimals: usize,
    /// What a native value is multiplied with before it is told; 1 for percent.
    pub factor: f64,
    /// Digits to which forms in use round the share of each weight, where they do.
    pub rounded_shares: Option<usize>,
}

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

/// The aggregation written in a framework.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Aggregation {
    /// How informants are combined.
    pub informants: InformantRule,
    /// How groups combine their children.
    pub groups: GroupRule,
    /// What a child without data means.
    pub missing: MissingPolicy,
    /// Coverage below which a group or index has no score, 0–1.
    pub min_coverage: f64,
    /// Coverage of the index below which a region is not ranked, 0–1.
    pub rank_coverage: f64,
    /// Lowest unit score of a leaf, 0 ≤ floor < 1.
    pub floor: f64,
}

impl Default for Aggregation {
    fn default() -> Self {
        Self {
            informants: InformantRule::Mean,
            groups: GroupRule::Arithmetic,
            missing: MissingPolicy::Rescale,
            min_coverage: 0.5,
            rank_coverage: 0.8,
            floor: 0.0,
        }
    }
}
