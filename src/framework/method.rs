//! The choices behind a score: how informants and groups are combined, what missing means, weights.
//!
//! Everything that somebody could have decided differently sits in [`Method`], so that a rerun
//! under another choice is the same function with another value.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::Framework;

/// How the values of several informants become one.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize, Serialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum InformantRule {
    /// Weighted arithmetic mean.
    Mean,
    /// Weighted median.
    Median,
    /// Most frequent value; a tie takes the lower.
    Mode,
    /// Lowest value.
    Min,
    /// Highest value.
    Max,
}

/// How the children of a group become its score.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize, Serialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum GroupRule {
    /// Weighted arithmetic mean.
    Arithmetic,
    /// Weighted geometric mean; every child must be above zero.
    Geometric,
    /// Weighted harmonic mean; every child must be above zero.
    Harmonic,
    /// Weighted median.
    Median,
    /// The weakest child.
    Min,
    /// A profile: the children stand side by side, without a total.
    None,
}

/// What a child without data means for its group.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize, Serialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum MissingPolicy {
    /// Its weight is shared among the others.
    Rescale,
    /// It counts as the bottom of the scale.
    Zero,
    /// Scoring stops with an error.
    Fail,
}

/// The unit in which results are told and bands are defined.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize, Serialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum ReportingUnit {
    /// 0–100.
    Percent,
    /// The scale of the indicators (SPBE: 1–5).
    Native,
}

/// How a number without goalposts becomes a score, over all regions and waves loaded.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum Normalise {
    /// 100 (x − min) / (max − min).
    MinMax,
    /// 50 + 10 z with the n − 1 deviation; unbounded.
    ZScore,
    /// 100 (r − 1) / (n − 1), r ascending, ties share the lowest r.
    Rank,
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
        let written = framework.aggregation();
        Self {
            informants: written.informants,
            groups: written.groups,
            missing: written.missing,
            min_coverage: written.min_coverage,
            rank_coverage: written.rank_coverage,
            floor: written.floor,
            reporting: framework.reporting(),
            weights: framework.nodes().iter().map(|node| node.weight()).collect(),
        }
    }
}

impl Method {
    /// What differs from the framework as written, as `key = value`; weights by node.
    #[must_use]
    pub fn replaced(&self, framework: &Framework) -> Vec<(String, String)> {
        let written = Self::of(framework);
        let mut out = Vec::new();
        let mut compare = |key: &str, mine: String, theirs: String| {
            if mine != theirs {
                out.push((key.to_owned(), mine));
            }
        };
        let word = |value: &dyn std::fmt::Debug| format!("{value:?}").to_lowercase();
        compare(
            "informants",
            word(&self.informants),
            word(&written.informants),
        );
        compare("groups", word(&self.groups), word(&written.groups));
        compare("missing", word(&self.missing), word(&written.missing));
        let shares = [
            ("min_coverage", self.min_coverage, written.min_coverage),
            ("rank_coverage", self.rank_coverage, written.rank_coverage),
            ("floor", self.floor, written.floor),
        ];
        for (key, mine, theirs) in shares {
            compare(key, mine.to_string(), theirs.to_string());
        }
        let (mine, theirs) = (self.reporting, written.reporting);
        compare("unit", word(&mine.unit), word(&theirs.unit));
        for (at, node) in framework.nodes().iter().enumerate() {
            let weights = (self.weights[at], written.weights[at]);
            let key = format!("weights.{}", node.id());
            compare(&key, weights.0.to_string(), weights.1.to_string());
        }
        out
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
