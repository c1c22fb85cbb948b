//! A framework file as it is written: strict, with the place of whatever may be wrong.
//!
//! These types are also the source of the JSON Schema that editors use; their doc comments are
//! what an editor shows. No flattening, no tagged or untagged enums: they lose places.

use std::collections::BTreeMap;

use schemars::JsonSchema;
use serde::Deserialize;
use toml::Spanned;

use crate::text::vocabulary;

use super::choices::{
    EvidenceRule, Graded, GroupRule, InformantRule, MissingPolicy, Normalise, Precedence,
    ReportingUnit, Transform, WholeLevels,
};
use super::kind::Kind;
use super::raw_text::{RawText, RawTexts, RawWave};

/// Assessment framework: groups and indicators with scales, weights, bands, targets and sources.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub(super) struct RawFramework {
    /// Name of the framework: small letters, digits and hyphens.
    #[schemars(with = "String", regex(pattern = "^[a-z0-9-]+$"))]
    pub(super) id: Spanned<String>,
    /// Version of this file.
    #[schemars(with = "String")]
    pub(super) version: Spanned<String>,
    /// What people call it.
    #[schemars(with = "RawText")]
    pub(super) title: Spanned<RawText>,
    /// What somebody must know before using it; printed with every result.
    pub(super) notice: Option<RawText>,
    /// Where structure and weights come from, and how sure that is.
    #[serde(default)]
    pub(super) sources: Vec<RawText>,
    /// What here is our own judgement; printed in every report.
    #[serde(default)]
    pub(super) judgement: Vec<RawText>,
    /// What the tree levels are called, top down.
    #[serde(default)]
    pub(super) level_names: Vec<RawText>,
    /// What this instrument calls things, in every output; the rest is called as usual.
    #[serde(default)]
    pub(super) terms: RawTerms,
    /// Whose instrument it is (default own).
    #[serde(default)]
    pub(super) standing: Standing,
    /// Waves for which the framework holds.
    #[schemars(with = "Option<RawValid>")]
    pub(super) valid: Option<Spanned<RawValid>>,
    /// Framework that took its place.
    pub(super) repealed_by: Option<String>,
    /// Default scale of the indicators.
    #[schemars(with = "Option<RawScale>")]
    pub(super) scale: Option<Spanned<RawScale>>,
    /// Further named scales.
    #[serde(default)]
    #[schemars(with = "BTreeMap<String, RawScale>")]
    pub(super) scales: BTreeMap<String, Spanned<RawScale>>,
    /// How scores are combined.
    #[serde(default)]
    pub(super) aggregation: RawAggregation,
    /// How results are told.
    #[serde(default)]
    pub(super) reporting: RawReporting,
    /// Named intervals of the score.
    #[serde(default)]
    pub(super) band: Vec<RawBand>,
    /// Below what value of a node the index has no better band than one.
    #[serde(default)]
    pub(super) minimum: Vec<RawMinimum>,
    /// Inner nodes of the tree.
    #[serde(default)]
    pub(super) group: Vec<RawGroup>,
    /// Leaves of the tree.
    #[serde(default)]
    pub(super) indicator: Vec<RawIndicator>,
    /// What should be reached.
    #[serde(default)]
    pub(super) target: Vec<RawTarget>,
}

/// What an instrument calls things.
#[derive(Debug, Default, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub(super) struct RawTerms {
    /// The whole: "Indeks SPBE".
    pub(super) index: Option<RawText>,
    /// A named interval of the score: "Predikat".
    pub(super) band: Option<RawText>,
    /// An answer on a scale: "Tingkat kematangan".
    pub(super) level: Option<RawText>,
    /// An evidence item: "Bukti dukung".
    pub(super) item: Option<RawText>,
    /// Who is assessed: "Instansi".
    pub(super) region: Option<RawText>,
}

vocabulary! {
    /// Whose instrument a framework is.
    #[derive(Default, Deserialize)]
    pub enum Standing {
        /// A regulation's: weights, levels and bands were checked against its text.
        Regulation = "regulation",
        /// A copy of an official instrument, not yet checked against its text.
        Copy = "copy",
        /// Its author's own.
        #[default]
        Own = "own",
    }
}

impl Standing {
    /// Whose numbers count by default: those that the owner of an official instrument published.
    pub(super) fn precedence(self) -> Precedence {
        match self {
            Self::Regulation | Self::Copy => Precedence::Official,
            Self::Own => Precedence::Computed,
        }
    }
}

/// First and last wave (year).
#[derive(Debug, Clone, Copy, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub(super) struct RawValid {
    /// First year.
    pub(super) from: i64,
    /// Last year; absent: still valid.
    pub(super) to: Option<i64>,
}

/// A scale: from the worst to the best value.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub(super) struct RawScale {
    /// Lowest value.
    pub(super) min: Option<f64>,
    /// Highest value.
    pub(super) max: Option<f64>,
    /// Edges of the levels where each is a band of values, lowest first: one more than levels. A whole level
    /// that a region gives itself counts as the upper edge of its band.
    #[schemars(with = "Option<Vec<f64>>")]
    pub(super) bands: Option<Spanned<Vec<f64>>>,
    /// Names of the values, lowest first.
    #[serde(default)]
    pub(super) level: Vec<RawLevel>,
}

/// A named value of a scale.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub(super) struct RawLevel {
    /// The value.
    #[schemars(with = "f64")]
    pub(super) value: Spanned<f64>,
    /// Its name.
    pub(super) label: RawText,
    /// What answers may also call it: `STS`, `sangat tidak setuju`. Of one level of the scale alone.
    #[serde(default)]
    #[schemars(with = "Vec<String>")]
    pub(super) aliases: Vec<Spanned<String>>,
}

/// How scores are combined.
#[derive(Debug, Clone, Default, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct RawAggregation {
    /// How informants are combined (default mean).
    pub(super) informants: Option<InformantRule>,
    /// Which number counts where a group or the index has both a reported and a computed one (default
    /// official for a regulation or a copy of one, else computed).
    pub(super) reported: Option<Precedence>,
    /// Whether a level between two levels is an error (default false); `"self"`: only in what a region
    /// says of itself, in rows without a stage or of the stage self.
    pub(super) whole_levels: Option<WholeLevels>,
    /// What accepted evidence items show (default steps).
    pub(super) evidence: Option<EvidenceRule>,
    /// How groups combine their children (default arithmetic).
    pub(super) groups: Option<GroupRule>,
    /// What a child without data means (default rescale).
    pub(super) missing: Option<MissingPolicy>,
    /// Coverage below which a group or index has no score (default 0.5).
    #[schemars(with = "Option<f64>", range(min = 0.0, max = 1.0))]
    pub(super) min_coverage: Option<Spanned<f64>>,
    /// Coverage of the index below which a region is not ranked (default 0.8).
    #[schemars(with = "Option<f64>", range(min = 0.0, max = 1.0))]
    pub(super) rank_coverage: Option<Spanned<f64>>,
    /// Lowest unit score of a leaf, so that geometric and harmonic means can meet a zero.
    #[schemars(with = "Option<f64>", range(min = 0.0, max = 1.0))]
    pub(super) floor: Option<Spanned<f64>>,
}

/// How results are told.
#[derive(Debug, Clone, Default, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct RawReporting {
    /// Unit of scores, bands and targets (default percent).
    #[schemars(with = "Option<ReportingUnit>")]
    pub(super) unit: Option<Spanned<ReportingUnit>>,
    /// Digits after the decimal sign in what people read (default 2).
    #[schemars(with = "Option<u8>", range(min = 0, max = 6))]
    pub(super) decimals: Option<Spanned<u8>>,
    /// What a native value is multiplied with before it is told (default 1): 25 where a 1–4 scale
    /// is told as 25–100.
    #[schemars(with = "Option<f64>")]
    pub(super) factor: Option<Spanned<f64>>,
    /// What has a band (default all); `index`: a regulation that grades the whole alone.
    pub(super) graded: Option<Graded>,
    /// Digits to which forms in use round the share of each weight; outputs say where that would
    /// change the band of the index.
    #[schemars(range(min = 0, max = 6))]
    pub(super) rounded_shares: Option<u8>,
}

/// A named interval of the score, from `from` up to the next band.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub(super) struct RawBand {
    /// Name for programs.
    #[schemars(with = "String")]
    pub(super) id: Spanned<String>,
    /// Lowest score of the band, inclusive, in the reporting unit.
    #[schemars(with = "f64")]
    pub(super) from: Spanned<f64>,
    /// Name for people.
    pub(super) label: RawText,
}

/// What a node must reach before a better band holds than the one named.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub(super) struct RawMinimum {
    /// Group or indicator.
    #[schemars(with = "String")]
    pub(super) node: Spanned<String>,
    /// The least that it must reach: of a number in its unit, of levels on their scale, of a group in the
    /// reporting unit.
    #[schemars(with = "f64")]
    pub(super) value: Spanned<f64>,
    /// Id of the best band of the index below it.
    #[schemars(with = "String")]
    pub(super) band: Spanned<String>,
}

/// An inner node.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub(super) struct RawGroup {
    /// Name for programs, unique among groups and indicators.
    #[schemars(with = "String")]
    pub(super) id: Spanned<String>,
    /// Group above; absent: top level.
    #[schemars(with = "Option<String>")]
    pub(super) parent: Option<Spanned<String>>,
    /// What people call it.
    #[schemars(with = "RawText")]
    pub(super) title: Spanned<RawText>,
    /// Other names for it.
    #[serde(default)]
    #[schemars(with = "Vec<String>")]
    pub(super) aliases: Vec<Spanned<String>>,
    /// Weight relative to its siblings (default 1).
    #[schemars(with = "Option<f64>")]
    pub(super) weight: Option<Spanned<f64>>,
    /// Own rule for its children.
    pub(super) groups: Option<GroupRule>,
}

vocabulary! {
    /// Which way is better.
    #[derive(Deserialize)]
    pub enum Orientation {
        /// More is better.
        Higher = "higher",
        /// Less is better.
        Lower = "lower",
        /// Shown, not scored.
        Descriptive = "descriptive",
    }
}

/// A leaf.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub(super) struct RawIndicator {
    /// Name for programs, unique among groups and indicators.
    #[schemars(with = "String")]
    pub(super) id: Spanned<String>,
    /// Group it belongs to; absent only in a framework without groups.
    #[schemars(with = "Option<String>")]
    pub(super) group: Option<Spanned<String>>,
    /// What people call it.
    #[schemars(with = "RawText")]
    pub(super) title: Spanned<RawText>,
    /// Other names for it.
    #[serde(default)]
    #[schemars(with = "Vec<String>")]
    pub(super) aliases: Vec<Spanned<String>>,
    /// Weight relative to its siblings (default 1).
    #[schemars(with = "Option<f64>")]
    pub(super) weight: Option<Spanned<f64>>,
    /// What it is made of (default level).
    pub(super) kind: Option<Kind>,
    /// A named scale (default: the framework's).
    #[schemars(with = "Option<String>")]
    pub(super) scale: Option<Spanned<String>>,
    /// Which way is better (default higher).
    pub(super) direction: Option<Orientation>,
    /// Whether "does not apply" may be answered.
    #[serde(default)]
    pub(super) allow_na: bool,
    /// Fed by another body's index, so that a plan cannot raise it.
    #[serde(default)]
    pub(super) external: bool,
    /// Who measures that index, and what it is called.
    pub(super) fed_by: Option<RawText>,
    /// The value that stands, provisionally, until that index is issued; without it the indicator is
    /// missing until then.
    #[schemars(with = "Option<f64>")]
    pub(super) until_issued: Option<Spanned<f64>>,
    /// What is doubtful here, such as where copies of the instrument differ.
    pub(super) note: Option<RawText>,
    /// Indicators of which it is the sum: without an answer of its own their sum counts, and another
    /// answer is told.
    #[serde(default)]
    #[schemars(with = "Vec<String>")]
    pub(super) sum_of: Vec<Spanned<String>>,
    /// Indicator with which sheets in use have swapped its number: columns named by number alone are
    /// asked about, unless their answers are words of one of the two.
    #[schemars(with = "Option<String>")]
    pub(super) swaps_with: Option<Spanned<String>>,
    /// What is asked.
    pub(super) question: Option<RawText>,
    /// Rubric text of each level, lowest first.
    #[schemars(with = "Option<RawTexts>")]
    pub(super) level_text: Option<Spanned<RawTexts>>,
    /// Documents that prove it.
    #[schemars(with = "Option<RawTexts>")]
    pub(super) evidence: Option<Spanned<RawTexts>>,
    /// Unit of a number.
    pub(super) unit: Option<RawText>,
    /// Worst and best value of a number.
    #[schemars(with = "Option<[f64; 2]>")]
    pub(super) goalposts: Option<Spanned<[f64; 2]>>,
    /// What a number becomes before goalposts or normalising: its natural logarithm.
    #[schemars(with = "Option<Transform>")]
    pub(super) transform: Option<Spanned<Transform>>,
    /// How a number without goalposts becomes a score.
    #[schemars(with = "Option<Normalise>")]
    pub(super) normalise: Option<Spanned<Normalise>>,
    /// Levels for the values of another body's index.
    #[schemars(with = "Option<RawLookup>")]
    pub(super) lookup: Option<Spanned<RawLookup>>,
    /// Classes of statements, such as internal and eksternal.
    #[serde(default)]
    pub(super) classes: Vec<RawText>,
    /// Evidence items that a level needs, cumulative.
    #[serde(default)]
    pub(super) item: Vec<RawItem>,
    /// Advice below a level.
    #[serde(default)]
    pub(super) recommend: Vec<RawRecommend>,
}

vocabulary! {
    /// What lies between two values of a lookup.
    #[derive(Default, Deserialize)]
    pub enum Between {
        /// The level of the lower one.
        #[default]
        Step = "step",
        /// A line, inside the band of each level where levels are bands, else from level to level.
        Line = "line",
    }
}

/// Levels for the values of another body's index: rows give the value with its unit.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub(super) struct RawLookup {
    /// Unit by which rows name the other index, such as SDI.
    pub(super) unit: RawText,
    /// What rows may also call it.
    #[serde(default)]
    pub(super) aliases: Vec<String>,
    /// Lowest value of the other index for each level, lowest level first.
    pub(super) from: Vec<f64>,
    /// Highest value of the other index.
    pub(super) to: Option<f64>,
    /// What lies between two of these values (default step).
    #[serde(default)]
    pub(super) between: Between,
    /// How sure the conversion is.
    pub(super) note: Option<RawText>,
}

/// An evidence item that a level needs.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub(super) struct RawItem {
    /// Code of the item.
    #[schemars(with = "String")]
    pub(super) code: Spanned<String>,
    /// Level that needs it.
    #[schemars(with = "f64")]
    pub(super) level: Spanned<f64>,
    /// What it is.
    pub(super) text: RawText,
}

/// Advice for an indicator below a level.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub(super) struct RawRecommend {
    /// Given below this value of the indicator's own scale; without it, whatever the value.
    #[schemars(with = "Option<f64>")]
    pub(super) below: Option<Spanned<f64>>,
    /// Given to regions of this kind alone.
    pub(super) to: Option<Addressee>,
    /// The advice.
    pub(super) text: RawText,
    /// Who gives it.
    pub(super) source: Option<RawText>,
}

vocabulary! {
    /// To whom advice is given.
    #[derive(Deserialize)]
    pub enum Addressee {
        /// Provinces.
        Province = "provinsi",
        /// Kabupaten and kota.
        Local = "kabkota",
    }
}

vocabulary! {
    /// How a target is met.
    #[derive(Default, Deserialize)]
    pub enum TargetOp {
        /// At least.
        #[default]
        AtLeast = ">=",
        /// More than.
        Above = ">",
    }
}

/// What a node should reach.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct RawTarget {
    /// Group, indicator or `index`.
    #[schemars(with = "String")]
    pub(super) node: Spanned<String>,
    /// Value in the reporting unit.
    #[schemars(with = "f64")]
    pub(super) value: Spanned<f64>,
    /// `>=` (default) or `>`.
    #[serde(default)]
    pub(super) op: TargetOp,
    /// Wave by which it should be reached.
    pub(super) wave: Option<RawWave>,
}
