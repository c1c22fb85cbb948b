//! The words for what can be decided about a score: how informants and groups are combined, what
//! missing means, how results are told.

use std::fmt;

use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};
use serde::de::{self, Deserializer, Visitor};
use serde::{Deserialize, Serialize, Serializer};

use crate::text::vocabulary;

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
        /// One agreed answer: two different ones are an error.
        Single = "single",
    }
}

/// Whether a level may lie between two levels of its scale.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum WholeLevels {
    /// It may.
    #[default]
    No,
    /// It may not: `true`.
    Everywhere,
    /// It may not in what a region says of itself, that is in rows without a stage or of the stage
    /// `self`; assessors may give decimals: `"self"`.
    SelfAssessed,
}

impl WholeLevels {
    /// The word of framework files: `false`, `true` or `self`.
    #[must_use]
    pub fn id(self) -> &'static str {
        match self {
            Self::No => "false",
            Self::Everywhere => "true",
            Self::SelfAssessed => "self",
        }
    }
}

impl Serialize for WholeLevels {
    fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        match self {
            Self::No => to.serialize_bool(false),
            Self::Everywhere => to.serialize_bool(true),
            Self::SelfAssessed => to.serialize_str(self.id()),
        }
    }
}

impl<'de> Deserialize<'de> for WholeLevels {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        struct WholeVisitor;
        impl Visitor<'_> for WholeVisitor {
            type Value = WholeLevels;
            fn expecting(&self, to: &mut fmt::Formatter) -> fmt::Result {
                to.write_str("true, false or \"self\"")
            }
            fn visit_bool<E: de::Error>(self, whole: bool) -> Result<WholeLevels, E> {
                Ok(if whole {
                    WholeLevels::Everywhere
                } else {
                    WholeLevels::No
                })
            }
            fn visit_str<E: de::Error>(self, word: &str) -> Result<WholeLevels, E> {
                match word {
                    "self" => Ok(WholeLevels::SelfAssessed),
                    _ => Err(E::invalid_value(de::Unexpected::Str(word), &self)),
                }
            }
        }
        from.deserialize_any(WholeVisitor)
    }
}

impl JsonSchema for WholeLevels {
    fn schema_name() -> std::borrow::Cow<'static, str> {
        "WholeLevels".into()
    }
    fn json_schema(_: &mut SchemaGenerator) -> Schema {
        json_schema!({
            "anyOf": [{ "type": "boolean" }, { "const": "self" }],
            "description": "Whether a level between two levels is an error: true, false, or \"self\" for rows without a stage or of the stage self"
        })
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
    /// What the accepted evidence items of an indicator show.
    #[derive(Deserialize)]
    pub enum EvidenceRule {
        /// The highest level whose items, and those of every level below it, are all accepted.
        Steps = "steps",
        /// The same, and the share of items accepted of the next level as that share of the way to it.
        Share = "share",
    }
}

vocabulary! {
    /// Which nodes have a band.
    #[derive(Deserialize)]
    pub enum Graded {
        /// Every node.
        All = "all",
        /// The index alone.
        Index = "index",
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

vocabulary! {
    /// What a number becomes before goalposts or normalising.
    #[derive(Deserialize)]
    pub enum Transform {
        /// Its natural logarithm.
        Log = "log",
    }
}

vocabulary! {
    /// Which number counts for a group or the index that has both a reported and a computed one.
    #[derive(Deserialize)]
    pub enum Precedence {
        /// The number computed from what stands below.
        Computed = "computed",
        /// The reported number, as published by whoever owns the instrument.
        Official = "official",
    }
}

/// How results are told.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Reporting {
    /// Unit of scores, bands and targets.
    pub unit: ReportingUnit,
    /// Digits after the decimal sign in what people read.
    pub decimals: usize,
    /// What the native value of a group or the index is multiplied with before people are told it (SKM:
    /// 25); an indicator stays on its scale. 1 for percent.
    pub factor: f64,
    /// Which nodes have a band.
    pub graded: Graded,
    /// Digits to which forms in use round the share of each weight, where they do.
    pub rounded_shares: Option<usize>,
}

/// How values of informants and scores of groups are combined, and what missing means.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Aggregation {
    /// How informants are combined.
    pub informants: InformantRule,
    /// Which number counts where there are two.
    pub reported: Precedence,
    /// Whether a level may lie between two levels.
    pub whole_levels: WholeLevels,
    /// What accepted evidence items show.
    pub evidence: EvidenceRule,
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
            reported: Precedence::Computed,
            whole_levels: WholeLevels::No,
            evidence: EvidenceRule::Steps,
            groups: GroupRule::Arithmetic,
            missing: MissingPolicy::Rescale,
            min_coverage: 0.5,
            rank_coverage: 0.8,
            floor: 0.0,
        }
    }
}
