//! A study: a folder whose `study.toml` names framework, data, options and targets.
//!
//! Owns what that file may say and checks it as strictly as a framework. Opens nothing: the
//! program reads the files that the study names.

use std::collections::BTreeMap;
use std::fmt;
use std::sync::Arc;

use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};
use serde::Deserialize;
use serde::de::{self, Deserializer, SeqAccess, Visitor};
use toml::Spanned;

use crate::assess::Spellings;
use crate::framework::{
    Overrides, RawAggregation, RawReporting, RawTarget, RawText, RawWave, strict,
};
use crate::problem::{Checked, Place, Problem, finish, suggest};
use crate::read::Decimal;
use crate::region::{Found, Kind, Region, Register};
use crate::text::{Lang, Text, say};

/// Name of the file that makes a folder a study.
pub const FILE: &str = "study.toml";

/// A checked study file.
#[derive(Debug, Default)]
pub struct Study {
    /// What the study is called.
    pub title: Option<Text>,
    /// Frameworks: ids, or paths ending in `.toml` relative to the study.
    pub frameworks: Vec<String>,
    /// Crosswalks: ids, or paths ending in `.toml` relative to the study.
    pub crosswalks: Vec<String>,
    /// Data files: paths or patterns relative to the study.
    pub data: Vec<String>,
    /// Decimal sign of the data files.
    pub decimal: Option<Decimal>,
    /// Wave of rows that name none.
    pub wave: Option<String>,
    /// Codes that mean missing.
    pub missing: Vec<String>,
    /// Language of the output.
    pub language: Option<Lang>,
    /// Their header → ours.
    pub columns: BTreeMap<String, String>,
    /// What replaces the framework's weights, aggregation, reporting and targets.
    pub overrides: Overrides,
    /// Spelling → code of the register.
    pub spellings: Spellings,
    /// Programme → regions that belong to it; never a score.
    pub tags: BTreeMap<String, Vec<String>>,
    /// Planned posts.
    pub informants: Vec<Post>,
    /// Official names of the regions that should send data.
    pub expect: Option<Vec<Arc<str>>>,
}

/// A post that was to be interviewed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Post {
    /// Region.
    pub region: String,
    /// Office.
    pub agency: Option<String>,
    /// Post.
    pub role: Option<String>,
    /// Class such as `utama`.
    pub class: Option<String>,
}

/// Loads the text of a study file called `name` in messages.
///
/// # Errors
/// Every problem of the file, each with line and column.
pub(super) fn load(text: &str, name: &str, register: &Register) -> Checked<Study> {
    let raw = strict::parse::<RawStudy>(text, name)?;
    let mut problems = Vec::new();
    let place = |span: std::ops::Range<usize>| Place::in_text(name, text, span.start, span.end);
    let mut spellings = Spellings::new();
    for (spelling, code) in &raw.regions {
        let region = register.by_code_or_name(code.get_ref());
        if region.is_none() {
            let codes = register.regions().filter_map(|it| it.code());
            let problem = Problem::error(say::unknown_region_code(code.get_ref()))
                .at(place(code.span()))
                .maybe_help(suggest(code.get_ref(), codes).map(say::did_you_mean));
            problems.push(problem);
        }
        let code = region.map_or(code.get_ref().as_str(), |it| it.code().unwrap_or(it.name()));
        spellings.insert(spelling.to_lowercase(), code.to_owned());
    }
    for (header, ours) in &raw.columns {
        // An empty name leaves the column out.
        if ours.get_ref().is_empty() {
            continue;
        }
        if crate::statement::Field::from_header(ours.get_ref()).is_none() {
            let known = crate::statement::field::FIELDS
                .iter()
                .map(|(_, names)| names[0]);
            let problem = Problem::error(say::unknown_column_target(header, ours.get_ref()))
                .at(place(ours.span()))
                .maybe_help(suggest(ours.get_ref(), known).map(say::did_you_mean));
            problems.push(problem);
        }
    }
    let expect = raw.expect.as_ref().map(|expect| {
        let (names, missed) = expected(&expect.get_ref().0, register);
        for name in missed {
            let known = register.regions().map(Region::name);
            let problem = Problem::error(say::unknown_expected(&name))
                .at(place(expect.span()))
                .maybe_help(suggest(&name, known).map(say::did_you_mean));
            problems.push(problem);
        }
        names
    });
    let later = [
        ("sources", raw.sources.as_ref().map(Spanned::span)),
        ("source_map", raw.source_map.as_ref().map(Spanned::span)),
        ("coding", raw.coding.as_ref().map(Spanned::span)),
    ];
    for (key, span) in later {
        if let Some(span) = span {
            problems.push(Problem::warning(say::key_without_effect(key)).at(place(span)));
        }
    }
    let study = Study {
        title: raw.title.as_ref().map(RawText::text),
        frameworks: raw.framework.0,
        crosswalks: raw.crosswalk.0,
        data: raw.data,
        decimal: raw.decimal.map(|sign| match sign {
            RawDecimal::Comma => Decimal::Comma,
            RawDecimal::Point => Decimal::Point,
        }),
        wave: raw.wave.map(|wave| wave.0),
        missing: raw.missing.into_iter().map(|code| code.0).collect(),
        language: raw.language.map(|language| match language {
            RawLanguage::Id => Lang::Id,
            RawLanguage::En => Lang::En,
        }),
        columns: raw
            .columns
            .into_iter()
            .map(|(header, ours)| (header, ours.into_inner()))
            .collect(),
        overrides: Overrides {
            weights: raw.weights,
            aggregation: raw.aggregation,
            reporting: raw.reporting,
            targets: raw.target,
        },
        spellings,
        tags: raw.tags,
        informants: raw
            .informant
            .into_iter()
            .map(|post| Post {
                region: post.region,
                agency: post.agency,
                role: post.role,
                class: post.class,
            })
            .collect(),
        expect,
    };
    finish(study, problems)
}

/// The official names of the regions that should send data, and the names that no region has. A
/// province alone means its kabupaten and kota.
fn expected(names: &[String], register: &Register) -> (Vec<Arc<str>>, Vec<String>) {
    let code = |name: &str| register.by_code(name.trim());
    if let [only] = names {
        let province = match register.find(only, Some(Kind::Provinsi)) {
            Found::Region(region) => Some(region),
            _ => code(only),
        };
        if let Some(province) = province.filter(|it| it.kind() == Kind::Provinsi)
            && let Some(code) = province.code()
        {
            let below = format!("{code}.");
            let inside = |it: &&Region| it.code().is_some_and(|it| it.starts_with(&below));
            let regions = register.regions().filter(inside);
            return (regions.map(|it| it.name().into()).collect(), Vec::new());
        }
    }
    let (mut known, mut missed) = (Vec::new(), Vec::new());
    for name in names {
        match (register.find(name, None), code(name)) {
            (Found::Region(region), _) | (_, Some(region)) => known.push(region.name().into()),
            _ => missed.push(name.clone()),
        }
    }
    (known, missed)
}

/// The JSON Schema of a study file, for editors.
#[must_use]
pub fn schema() -> serde_json::Value {
    schemars::schema_for!(RawStudy).to_value()
}

/// A study: framework, data, options and targets.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
struct RawStudy {
    /// What the study is called.
    title: Option<RawText>,
    /// Framework id, a path ending in `.toml`, or several.
    #[serde(default)]
    framework: OneOrMore,
    /// Crosswalk id, a path ending in `.toml`, or several; they go before the built-in ones.
    #[serde(default)]
    crosswalk: OneOrMore,
    /// Data files: paths or patterns.
    #[serde(default = "all_csv")]
    data: Vec<String>,
    /// Decimal sign of the data files.
    decimal: Option<RawDecimal>,
    /// Wave of rows that name none.
    wave: Option<RawWave>,
    /// Codes that mean missing.
    #[serde(default)]
    missing: Vec<RawWave>,
    /// Language of the output.
    language: Option<RawLanguage>,
    /// Their header → ours.
    #[serde(default)]
    #[schemars(with = "BTreeMap<String, String>")]
    columns: BTreeMap<String, Spanned<String>>,
    /// Node → weight, in place of the framework's.
    #[serde(default)]
    #[schemars(with = "BTreeMap<String, f64>")]
    weights: BTreeMap<String, Spanned<f64>>,
    /// In place of the framework's aggregation.
    #[serde(default)]
    aggregation: RawAggregation,
    /// In place of the framework's reporting.
    #[serde(default)]
    reporting: RawReporting,
    /// What should be reached.
    #[serde(default)]
    target: Vec<RawTarget>,
    /// Spelling → code of the register.
    #[serde(default)]
    #[schemars(with = "BTreeMap<String, String>")]
    regions: BTreeMap<String, Spanned<String>>,
    /// Programme → regions that belong to it; never a score.
    #[serde(default)]
    tags: BTreeMap<String, Vec<String>>,
    /// Document → region.
    #[schemars(with = "Option<BTreeMap<String, String>>")]
    sources: Option<Spanned<BTreeMap<String, String>>>,
    /// File with documents and their regions.
    #[schemars(with = "Option<String>")]
    source_map: Option<Spanned<String>>,
    /// Where a level stands in a coded project.
    #[schemars(with = "Option<BTreeMap<String, String>>")]
    coding: Option<Spanned<BTreeMap<String, String>>>,
    /// Planned posts.
    #[serde(default)]
    informant: Vec<RawPost>,
    /// Who should send data: a province, or regions.
    #[schemars(with = "Option<OneOrMore>")]
    expect: Option<Spanned<OneOrMore>>,
}

fn all_csv() -> Vec<String> {
    vec!["*.csv".to_owned()]
}

/// A post that was to be interviewed.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
struct RawPost {
    /// Region.
    region: String,
    /// Office.
    agency: Option<String>,
    /// Post.
    role: Option<String>,
    /// Class such as `utama`.
    class: Option<String>,
}

#[derive(Debug, Clone, Copy, Deserialize, JsonSchema)]
enum RawDecimal {
    #[serde(rename = ",", alias = "comma")]
    Comma,
    #[serde(rename = ".", alias = "point")]
    Point,
}

#[derive(Debug, Clone, Copy, Deserialize, JsonSchema)]
#[serde(rename_all = "lowercase")]
enum RawLanguage {
    Id,
    En,
}

/// One text or a list of texts.
#[derive(Debug, Default)]
struct OneOrMore(Vec<String>);

impl<'de> Deserialize<'de> for OneOrMore {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        struct OneVisitor;
        impl<'de> Visitor<'de> for OneVisitor {
            type Value = OneOrMore;
            fn expecting(&self, to: &mut fmt::Formatter) -> fmt::Result {
                to.write_str("a text or a list of texts")
            }
            fn visit_str<E: de::Error>(self, text: &str) -> Result<OneOrMore, E> {
                Ok(OneOrMore(vec![text.to_owned()]))
            }
            fn visit_seq<A: SeqAccess<'de>>(self, mut seq: A) -> Result<OneOrMore, A::Error> {
                let mut out = Vec::new();
                while let Some(text) = seq.next_element()? {
                    out.push(text);
                }
                Ok(OneOrMore(out))
            }
        }
        from.deserialize_any(OneVisitor)
    }
}

impl JsonSchema for OneOrMore {
    fn schema_name() -> std::borrow::Cow<'static, str> {
        "OneOrMore".into()
    }
    fn json_schema(_: &mut SchemaGenerator) -> Schema {
        json_schema!({ "anyOf": [
            { "type": "string" },
            { "type": "array", "items": { "type": "string" } }
        ] })
    }
}
