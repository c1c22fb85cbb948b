//! A framework file as it is written: strict, with the place of whatever may be wrong.
//!
//! These types are also the source of the JSON Schema that editors use; their doc comments are
//! what an editor shows. No flattening, no tagged or untagged enums: they lose places.

use std::collections::BTreeMap;
use std::fmt;

use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};
use serde::Deserialize;
use serde::de::{self, Deserializer, MapAccess, SeqAccess, Visitor};
use toml::Spanned;

use crate::text::{Text, vocabulary};

use super::choices::{
    GroupRule, InformantRule, MissingPolicy, Normalise, Precedence, ReportingUnit, Transform,
    WholeLevels,
};
use super::kind::Kind;

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

/// Levels for the values of another body's index: rows give the value with its unit.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub(super) struct RawLookup {
    /// Unit by which rows name the other index, such as SDI.
    pub(super) unit: RawText,
    /// Lowest value of the other index for each level, lowest level first.
    pub(super) from: Vec<f64>,
    /// Highest value of the other index.
    pub(super) to: Option<f64>,
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

/// A wave, written as text or as a year.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RawWave(pub String);

impl<'de> Deserialize<'de> for RawWave {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        struct WaveVisitor;
        impl Visitor<'_> for WaveVisitor {
            type Value = RawWave;
            fn expecting(&self, to: &mut fmt::Formatter) -> fmt::Result {
                to.write_str("a text or a year")
            }
            fn visit_str<E: de::Error>(self, text: &str) -> Result<RawWave, E> {
                Ok(RawWave(text.to_owned()))
            }
            fn visit_i64<E: de::Error>(self, year: i64) -> Result<RawWave, E> {
                Ok(RawWave(year.to_string()))
            }
        }
        from.deserialize_any(WaveVisitor)
    }
}

impl JsonSchema for RawWave {
    fn schema_name() -> std::borrow::Cow<'static, str> {
        "Wave".into()
    }
    fn json_schema(_: &mut SchemaGenerator) -> Schema {
        json_schema!({ "type": ["string", "integer"], "description": "A wave, as text or as a year" })
    }
}

/// A text in one or both languages.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct RawText {
    id: Option<String>,
    en: Option<String>,
}

impl RawText {
    /// The text; a language that is not written takes the other's words.
    #[must_use]
    pub fn text(&self) -> Text {
        let id = self.id.clone().or_else(|| self.en.clone());
        let en = self.en.clone().or_else(|| self.id.clone());
        Text::new(id.unwrap_or_default(), en.unwrap_or_default())
    }
}

impl<'de> Deserialize<'de> for RawText {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        struct TextVisitor;
        impl<'de> Visitor<'de> for TextVisitor {
            type Value = RawText;
            fn expecting(&self, to: &mut fmt::Formatter) -> fmt::Result {
                to.write_str("a text, or a table with `id` and `en`")
            }
            fn visit_str<E: de::Error>(self, text: &str) -> Result<RawText, E> {
                Ok(RawText {
                    id: Some(text.to_owned()),
                    en: Some(text.to_owned()),
                })
            }
            fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<RawText, A::Error> {
                let mut out = RawText::default();
                while let Some(key) = map.next_key::<String>()? {
                    match key.as_str() {
                        "id" => out.id = Some(map.next_value()?),
                        "en" => out.en = Some(map.next_value()?),
                        _ => return Err(de::Error::unknown_field(&key, &["id", "en"])),
                    }
                }
                if out == RawText::default() {
                    return Err(de::Error::missing_field("id"));
                }
                Ok(out)
            }
        }
        from.deserialize_any(TextVisitor)
    }
}

impl JsonSchema for RawText {
    fn schema_name() -> std::borrow::Cow<'static, str> {
        "Text".into()
    }
    fn json_schema(_: &mut SchemaGenerator) -> Schema {
        json_schema!({ "anyOf": [
            { "type": "string" },
            { "type": "object", "additionalProperties": false, "minProperties": 1,
              "properties": { "id": { "type": "string" }, "en": { "type": "string" } } }
        ] })
    }
}

/// A list of texts: `["…"]`, or `id = ["…"]` and `en = ["…"]` of equal length.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub(super) struct RawTexts {
    /// Indonesian, where written.
    pub(super) id: Option<Vec<String>>,
    /// English, where written.
    pub(super) en: Option<Vec<String>>,
}

impl RawTexts {
    /// The texts, or the two lengths that do not agree.
    pub(super) fn texts(&self) -> Result<Vec<Text>, (usize, usize)> {
        match (&self.id, &self.en) {
            (Some(id), Some(en)) if id.len() != en.len() => Err((id.len(), en.len())),
            (Some(id), Some(en)) => Ok(id.iter().zip(en).map(|(i, e)| Text::new(i, e)).collect()),
            (Some(one), None) | (None, Some(one)) => Ok(one.iter().map(Text::same).collect()),
            (None, None) => Ok(Vec::new()),
        }
    }
}

impl<'de> Deserialize<'de> for RawTexts {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        struct TextsVisitor;
        impl<'de> Visitor<'de> for TextsVisitor {
            type Value = RawTexts;
            fn expecting(&self, to: &mut fmt::Formatter) -> fmt::Result {
                to.write_str("a list of texts, or a table with lists `id` and `en`")
            }
            fn visit_seq<A: SeqAccess<'de>>(self, mut seq: A) -> Result<RawTexts, A::Error> {
                let (mut id, mut en) = (Vec::new(), Vec::new());
                while let Some(text) = seq.next_element::<RawText>()? {
                    let [one, other] = text.text().both().map(str::to_owned);
                    id.push(one);
                    en.push(other);
                }
                Ok(RawTexts {
                    id: Some(id),
                    en: Some(en),
                })
            }
            fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<RawTexts, A::Error> {
                let mut out = RawTexts::default();
                while let Some(key) = map.next_key::<String>()? {
                    match key.as_str() {
                        "id" => out.id = Some(map.next_value()?),
                        "en" => out.en = Some(map.next_value()?),
                        _ => return Err(de::Error::unknown_field(&key, &["id", "en"])),
                    }
                }
                Ok(out)
            }
        }
        from.deserialize_any(TextsVisitor)
    }
}

impl JsonSchema for RawTexts {
    fn schema_name() -> std::borrow::Cow<'static, str> {
        "Texts".into()
    }
    fn json_schema(generator: &mut SchemaGenerator) -> Schema {
        let text = generator.subschema_for::<RawText>();
        json_schema!({ "anyOf": [
            { "type": "array", "items": text },
            { "type": "object", "additionalProperties": false,
              "properties": {
                "id": { "type": "array", "items": { "type": "string" } },
                "en": { "type": "array", "items": { "type": "string" } } } }
        ] })
    }
}
