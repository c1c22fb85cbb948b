//! A study: a folder whose `study.toml` names framework, data, options and targets.
//!
//! Owns what that file may say and checks it as strictly as a framework. Opens nothing: the
//! program reads the files that the study names.

use std::collections::BTreeMap;
use std::fmt;
use std::sync::Arc;

use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};
use serde::Deserialize;
use serde::de::{self, Deserializer, MapAccess, SeqAccess, Visitor};
use toml::Spanned;

use crate::assess::Spellings;
use crate::framework::{
    Overrides, RawAggregation, RawReporting, RawTarget, RawText, RawWave, strict,
};
use crate::problem::{Checked, Place, Problem, finish, suggest};
use crate::read::{Decimal, Defaults};
use crate::region::{Found, Kind, Region, Register};
use crate::text::{Lang, Text, list, say};

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
    /// Data files, with what is true of all their rows.
    pub data: Vec<DataPart>,
    /// Decimal sign of the data files.
    pub decimal: Option<Decimal>,
    /// What rows that do not say so are taken to be.
    pub defaults: Defaults,
    /// Codes that mean missing.
    pub missing: Vec<String>,
    /// Language of the output.
    pub language: Option<Lang>,
    /// Their header → ours, and where that is said.
    pub columns: BTreeMap<String, (String, Place)>,
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

/// Files of data and what is true of their rows where these do not say otherwise.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct DataPart {
    /// Paths or patterns relative to the study.
    pub files: Vec<String>,
    /// Decimal sign, in place of the study's.
    pub decimal: Option<Decimal>,
    /// What rows that do not say so are taken to be.
    pub defaults: Defaults,
    /// Whether these are the patterns of a study that says nothing of its data: one that no file fits is
    /// no fault, unless none does.
    pub is_usual: bool,
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
            let at = code.span();
            let code = code.get_ref();
            let codes = || register.regions().filter_map(|it| it.code());
            // Another number is no help; those of the same province are.
            let beside: Vec<&str> = match code.split_once('.') {
                Some((province, _)) => {
                    let is_below =
                        |it: &&str| it.split_once('.').is_some_and(|it| it.0 == province);
                    codes().filter(is_below).collect()
                }
                None => Vec::new(),
            };
            let help = match suggest(code, codes()) {
                Some(near) => say::did_you_mean(near),
                None if beside.is_empty() => say::region_name_or_code(),
                None => say::known_region_codes(list(beside)),
            };
            let problem = Problem::error(say::unknown_region_code(code)).help(help);
            let problem = problem.at(place(at));
            problems.push(problem);
        }
        let code = region.map_or(code.get_ref().as_str(), |it| it.code().unwrap_or(it.name()));
        spellings.insert(spelling.to_lowercase(), code.to_owned());
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
        data: raw.data.parts(),
        decimal: raw.decimal.map(RawDecimal::sign),
        defaults: Defaults {
            region: raw.region,
            wave: raw.wave.map(|wave| wave.0),
            stage: raw.stage,
            ..Defaults::default()
        },
        missing: raw.missing.into_iter().map(|code| code.0).collect(),
        language: raw.language.map(|language| match language {
            RawLanguage::Id => Lang::Id,
            RawLanguage::En => Lang::En,
        }),
        columns: raw
            .columns
            .into_iter()
            .map(|(header, ours)| {
                let at = place(ours.span());
                (header, (ours.into_inner(), at))
            })
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
pub(super) fn expected(names: &[String], register: &Register) -> (Vec<Arc<str>>, Vec<String>) {
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
    /// Data files: paths or patterns, or tables that also say what is true of their rows.
    #[serde(default)]
    data: RawData,
    /// Decimal sign of the data files.
    decimal: Option<RawDecimal>,
    /// Wave of rows that name none.
    wave: Option<RawWave>,
    /// Stage of rows that name none.
    stage: Option<String>,
    /// Region of rows that name none.
    region: Option<String>,
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

/// The tables of a folder that says nothing of its data; what Excel once wrote is told as what it is, for
/// somebody has sent it.
pub(super) const TABLES: [&str; 7] = [
    "*.csv", "*.tsv", "*.xlsx", "*.xlsm", "*.ods", "*.xls", "*.xlsb",
];

/// What people send in other forms, and nobody reads.
pub(super) const NOT_READ: [&str; 11] = [
    "*.txt",
    "*.pdf",
    "*.doc",
    "*.docx",
    "*.htm",
    "*.html",
    "*.numbers",
    "*.fods",
    "*.rar",
    "*.7z",
    "*.qd*",
];

/// Files of data.
#[derive(Debug)]
struct RawData(Vec<RawDatum>);

impl Default for RawData {
    fn default() -> Self {
        Self(vec![RawDatum::Usual])
    }
}

impl RawData {
    fn parts(self) -> Vec<DataPart> {
        let part = |it| match it {
            RawDatum::Name(name) => DataPart {
                files: vec![name],
                ..DataPart::default()
            },
            RawDatum::Usual => DataPart {
                files: TABLES.map(str::to_owned).into(),
                is_usual: true,
                ..DataPart::default()
            },
            RawDatum::Part(part) => DataPart {
                files: part.files.0,
                decimal: part.decimal.map(RawDecimal::sign),
                defaults: Defaults {
                    region: part.region,
                    kind: part.kind,
                    wave: part.wave.map(|it| it.0),
                    stage: part.stage,
                    framework: part.framework,
                    indicator: part.indicator,
                    coder: part.coder,
                },
                is_usual: false,
            },
        };
        self.0.into_iter().map(part).collect()
    }
}

/// A path or pattern, or a table about files.
#[derive(Debug)]
enum RawDatum {
    /// Every table in the folder, where nothing else is said.
    Usual,
    Name(String),
    Part(RawPart),
}

/// Files of data and what is true of their rows where these do not say otherwise.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
struct RawPart {
    /// Paths or patterns.
    files: OneOrMore,
    /// Decimal sign.
    decimal: Option<RawDecimal>,
    /// Region.
    region: Option<String>,
    /// Kind of region.
    kind: Option<String>,
    /// Wave.
    wave: Option<RawWave>,
    /// Stage.
    stage: Option<String>,
    /// Id of the framework.
    framework: Option<String>,
    /// Indicator, where the table is about one.
    indicator: Option<String>,
    /// Coder.
    coder: Option<String>,
}

impl<'de> Deserialize<'de> for RawData {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        struct DataVisitor;
        impl<'de> Visitor<'de> for DataVisitor {
            type Value = RawData;
            fn expecting(&self, to: &mut fmt::Formatter) -> fmt::Result {
                to.write_str("a text, a list of texts, or tables `[[data]]`")
            }
            fn visit_str<E: de::Error>(self, text: &str) -> Result<RawData, E> {
                Ok(RawData(vec![RawDatum::Name(text.to_owned())]))
            }
            fn visit_seq<A: SeqAccess<'de>>(self, mut seq: A) -> Result<RawData, A::Error> {
                let mut out = Vec::new();
                while let Some(datum) = seq.next_element()? {
                    out.push(datum);
                }
                Ok(RawData(out))
            }
        }
        from.deserialize_any(DataVisitor)
    }
}

impl<'de> Deserialize<'de> for RawDatum {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        struct DatumVisitor;
        impl<'de> Visitor<'de> for DatumVisitor {
            type Value = RawDatum;
            fn expecting(&self, to: &mut fmt::Formatter) -> fmt::Result {
                to.write_str("a text, or a table with `files`")
            }
            fn visit_str<E: de::Error>(self, text: &str) -> Result<RawDatum, E> {
                Ok(RawDatum::Name(text.to_owned()))
            }
            fn visit_map<A: MapAccess<'de>>(self, map: A) -> Result<RawDatum, A::Error> {
                let map = de::value::MapAccessDeserializer::new(map);
                RawPart::deserialize(map).map(RawDatum::Part)
            }
        }
        from.deserialize_any(DatumVisitor)
    }
}

impl JsonSchema for RawData {
    fn schema_name() -> std::borrow::Cow<'static, str> {
        "Data".into()
    }
    fn json_schema(of: &mut SchemaGenerator) -> Schema {
        let part = of.subschema_for::<RawPart>();
        json_schema!({ "anyOf": [
            { "type": "string" },
            { "type": "array", "items": { "anyOf": [{ "type": "string" }, part] } }
        ] })
    }
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

impl RawDecimal {
    fn sign(self) -> Decimal {
        match self {
            Self::Comma => Decimal::Comma,
            Self::Point => Decimal::Point,
        }
    }
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
