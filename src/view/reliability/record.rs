//! A questionnaire as the record that programs read. Fields are only ever added.

use std::collections::BTreeMap;

use serde::Serialize;
use serde::ser::SerializeMap;

use crate::problem::Problem;
use crate::scrutiny::questionnaire::Analysis;
use crate::statement::Statements;
use crate::stats::Undefined;
use crate::stats::reliability::{COEFFICIENTS, Coefficient};
use crate::view::record::{
    FrameworkRecord, InputRecord, VERSION, WarningRecord, framework_record, inputs, warning,
};

use super::tables::{Against, against};
use super::{Shown, band_of, missing_id};

/// Everything that is known of a questionnaire.
#[derive(Debug, Serialize)]
pub struct Record<'a> {
    siap: &'static str,
    framework: Option<FrameworkRecord<'a>>,
    inputs: Vec<InputRecord<'a>>,
    respondents: usize,
    told_apart: ToldApartRecord,
    missing: &'static str,
    sampling: Option<&'static str>,
    generalisable: bool,
    bands: Vec<BandSetRecord<'a>>,
    r_criterion: Option<CriterionRecord>,
    omega_estimator: &'static str,
    #[serde(flatten)]
    results: ResultsRecord<'a>,
    splits: Vec<SplitRecord<'a>>,
    warnings: Vec<WarningRecord>,
}

#[derive(Debug, Serialize)]
struct ToldApartRecord {
    named: usize,
    posts: usize,
    rows: usize,
}

#[derive(Debug, Serialize)]
struct BandSetRecord<'a> {
    id: &'a str,
    measure: &'static str,
    verified: bool,
    sources: Vec<&'a str>,
}

#[derive(Debug, Serialize)]
struct CriterionRecord {
    value: f64,
    respondents: usize,
    df: usize,
    probability: f64,
    tails: u8,
}

#[derive(Debug, Serialize)]
struct ResultsRecord<'a> {
    items: Vec<ItemRecord<'a>>,
    scales: Vec<ScaleRecord<'a>>,
}

#[derive(Debug, Serialize)]
struct ItemRecord<'a> {
    id: &'a str,
    reversed: bool,
    min: Option<f64>,
    max: Option<f64>,
    n: usize,
    missing: usize,
    mean: Option<f64>,
    sd: Option<f64>,
    median: Option<f64>,
    tcr: Option<f64>,
    attained_range: Option<f64>,
    bands: BTreeMap<&'a str, Option<String>>,
    frequencies: Vec<FrequencyRecord>,
    scale: &'a str,
    item_total: Option<f64>,
    corrected_item_total: Option<f64>,
    r_criterion: Option<f64>,
    against_criterion: Option<&'static str>,
    alpha_if_deleted: Option<f64>,
    reason: Option<&'static str>,
    alpha_if_deleted_reason: Option<&'static str>,
}

#[derive(Debug, Serialize)]
struct FrequencyRecord {
    level: f64,
    count: usize,
    percent: f64,
    cumulative: f64,
}

#[derive(Debug, Serialize)]
struct ScaleRecord<'a> {
    id: &'a str,
    items: Vec<&'a str>,
    respondents: usize,
    answered: usize,
    alpha: Option<f64>,
    alpha_low: Option<f64>,
    alpha_high: Option<f64>,
    alpha_reason: Option<&'static str>,
    interval_reason: Option<&'static str>,
    /// The first of the others; it stands before what older readers expect behind it.
    #[serde(flatten)]
    standardised: OthersRecord<'a>,
    alpha_varying: Option<f64>,
    constant: Vec<&'a str>,
    #[serde(flatten)]
    others: OthersRecord<'a>,
    r_criterion: Option<CriterionRecord>,
}

/// Coefficients with their values, each as two fields: the value, and why there is none.
#[derive(Debug)]
struct OthersRecord<'a>(
    &'static [&'static Coefficient],
    &'a [Result<f64, Undefined>],
);

impl Serialize for OthersRecord<'_> {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut fields = serializer.serialize_map(None)?;
        for (of, value) in self.0.iter().zip(self.1) {
            fields.serialize_entry(of.name, &value.ok())?;
            fields.serialize_entry(
                &format!("{}_reason", of.name),
                &value.err().map(Undefined::code),
            )?;
        }
        fields.end()
    }
}

#[derive(Debug, Serialize)]
struct SplitRecord<'a> {
    by: &'a str,
    value: Option<&'a str>,
    respondents: usize,
    #[serde(flatten)]
    results: ResultsRecord<'a>,
}

/// What the answers were read from.
#[derive(Debug, Clone, Copy)]
pub enum InputFile<'a> {
    /// Statements of a study.
    Statements(&'a Statements),
    /// A matrix: name and SHA-256.
    Matrix(&'a str, &'a str),
}

/// The record of a questionnaire.
#[must_use]
pub fn record<'a>(shown: &Shown<'a>, input: InputFile<'a>, warnings: &[Problem]) -> Record<'a> {
    let of = shown.questionnaire;
    let whole = shown.whole.scales.first();
    Record {
        siap: VERSION,
        framework: shown
            .scored
            .map(|it| framework_record(&it.framework, &it.method)),
        inputs: match input {
            InputFile::Statements(statements) => inputs(statements),
            InputFile::Matrix(name, sha256) => {
                vec![InputRecord::of_table(name, sha256, of.respondents.len())]
            }
        },
        respondents: of.respondents.len(),
        told_apart: ToldApartRecord {
            named: of.told_apart.named,
            posts: of.told_apart.posts,
            rows: of.told_apart.rows,
        },
        missing: missing_id(shown.missing),
        sampling: shown.sampling.map(super::Sampling::id),
        generalisable: matches!(
            shown.sampling,
            Some(super::Sampling::Random | super::Sampling::Census)
        ),
        bands: shown
            .bands
            .iter()
            .map(|it| BandSetRecord {
                id: &it.id,
                measure: it.measure.id(),
                verified: it.verified,
                sources: it.sources.iter().map(|it| it.get(shown.lang)).collect(),
            })
            .collect(),
        r_criterion: whole.and_then(|it| it.criterion).map(criterion),
        omega_estimator: "omega total, one factor, minimum residuals on correlations",
        results: results(shown, shown.whole),
        splits: shown
            .split
            .iter()
            .flat_map(|it| it.parts.iter().map(|part| (it.by.id(), part)))
            .map(|(by, part)| SplitRecord {
                by,
                value: part.value.as_deref(),
                respondents: part.analysis.respondents,
                results: results(shown, &part.analysis),
            })
            .collect(),
        warnings: warnings.iter().map(|it| warning(it, shown.lang)).collect(),
    }
}

fn criterion(it: crate::scrutiny::questionnaire::Criterion) -> CriterionRecord {
    CriterionRecord {
        value: it.value,
        respondents: it.respondents,
        df: it.respondents.saturating_sub(2),
        probability: 0.05,
        tails: 2,
    }
}

fn results<'a>(shown: &Shown<'a>, analysis: &'a Analysis) -> ResultsRecord<'a> {
    ResultsRecord {
        items: (0..analysis.items.len())
            .map(|at| item(shown, analysis, at))
            .collect(),
        scales: scales(shown, analysis),
    }
}

fn item<'a>(shown: &Shown<'a>, analysis: &Analysis, at: usize) -> ItemRecord<'a> {
    let of = shown.questionnaire;
    let (question, result) = (&of.items[at], &analysis.items[at]);
    let construct = of.construct_of(at);
    let scale = &analysis.scales[construct];
    let position = of.constructs[construct]
        .items
        .iter()
        .position(|it| *it == at);
    let found = position.and_then(|it| scale.items.get(it));
    let band = |set: &'a crate::framework::BandSet| {
        let label = band_of(set, question, result);
        (
            set.id.as_str(),
            label.map(|it| it.get(shown.lang).to_owned()),
        )
    };
    ItemRecord {
        id: &question.id,
        reversed: question.reversed,
        min: question.ends.map(|it| it.0),
        max: question.ends.map(|it| it.1),
        n: result.answers,
        missing: result.missing,
        mean: result.mean,
        sd: result.deviation,
        median: result.median,
        tcr: result.attained,
        attained_range: result.attained_range,
        bands: shown.bands.iter().map(band).collect(),
        frequencies: result
            .frequencies
            .iter()
            .map(|it| FrequencyRecord {
                level: it.value,
                count: it.count,
                percent: it.percent,
                cumulative: it.cumulative,
            })
            .collect(),
        scale: &of.constructs[construct].id,
        item_total: found.and_then(|it| it.with_total.ok()),
        corrected_item_total: found.and_then(|it| it.with_others.ok()),
        r_criterion: scale.criterion.map(|it| it.value),
        against_criterion: found.and_then(|it| against(scale, it)).map(|it| match it {
            Against::Both => "both-above",
            Against::OnlyWithItself => "only-with-itself",
            Against::Below => "below",
        }),
        alpha_if_deleted: found.and_then(|it| it.alpha_without.ok()),
        reason: match found {
            None => scale.alpha.err(),
            Some(it) => it.with_others.err().or(it.with_total.err()),
        }
        .map(Undefined::code),
        alpha_if_deleted_reason: match found {
            None => scale.alpha.err(),
            Some(it) => it.alpha_without.err(),
        }
        .map(Undefined::code),
    }
}

fn scales<'a>(shown: &Shown<'a>, analysis: &'a Analysis) -> Vec<ScaleRecord<'a>> {
    let of = shown.questionnaire;
    let id = |at: &usize| of.items[*at].id.as_str();
    of.constructs
        .iter()
        .zip(&analysis.scales)
        .map(|(construct, it)| ScaleRecord {
            id: &construct.id,
            items: construct.items.iter().map(id).collect(),
            respondents: it.respondents,
            answered: it.answered,
            alpha: it.alpha.ok(),
            alpha_low: it.interval.map(|it| it.0),
            alpha_high: it.interval.map(|it| it.1),
            alpha_reason: it.alpha.err().map(Undefined::code),
            interval_reason: (it.interval.is_none() && it.alpha.is_ok())
                .then_some("incomplete_answers"),
            standardised: OthersRecord(&COEFFICIENTS[..1], &it.others[..1]),
            alpha_varying: it.alpha_varying,
            constant: it.constant.iter().map(id).collect(),
            others: OthersRecord(&COEFFICIENTS[1..], &it.others[1..]),
            r_criterion: it.criterion.map(criterion),
        })
        .collect()
}
