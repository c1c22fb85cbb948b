//! The JSON of `reliability`.

use schemars::JsonSchema;
use serde::Serialize;

use crate::framework::bands::Measure;
use crate::view::dataset::{Rows, in_csv};
use crate::view::envelope::Body;

use super::rows::{Among, CriterionRecord, ItemRow, ResultRow, ScaleRow, criterion};
use super::{ReliabilityReport, Sampling, missing_id};

/// Everything that is known of a questionnaire.
#[derive(Serialize, JsonSchema)]
#[schemars(inline, extend("x-csv" = in_csv::<ResultRow>()))]
pub struct ReliabilityRecord<'a> {
    /// With any answer.
    respondents: usize,
    /// How many respondents were told apart by what.
    told_apart: ToldApartRecord,
    /// `listwise` or `pairwise`: what missing answers mean.
    missing: &'static str,
    /// How the respondents were chosen; null where nothing is stated.
    sampling: Option<Sampling>,
    /// Whether the respondents stand for others: drawn at random, or everybody.
    generalisable: bool,
    /// The sets of bands asked for.
    bands: Vec<BandSetRecord<'a>>,
    /// What correlations of items with the total of all are compared with; null where there is none.
    r_criterion: Option<CriterionRecord>,
    /// How omega was estimated.
    omega_estimator: &'static str,
    #[serde(flatten)]
    results: ResultsRecord<'a>,
    /// Of each part of the respondents; empty where they are not split.
    splits: Vec<SplitRecord<'a>>,
}

impl Body for ReliabilityRecord<'_> {
    const COMMAND: &'static str = "reliability";
}

#[derive(Serialize, JsonSchema)]
struct ToldApartRecord {
    /// By their name.
    named: usize,
    /// By post and offices.
    posts: usize,
    /// By nothing but their row.
    rows: usize,
}

/// A set of bands.
#[derive(Serialize, JsonSchema)]
struct BandSetRecord<'a> {
    id: &'a str,
    /// What is looked up in it.
    measure: Measure,
    /// Whether its limits were read in the source.
    verified: bool,
    /// Where it comes from.
    sources: Vec<&'a str>,
}

/// What some respondents answered.
#[derive(Serialize, JsonSchema)]
struct ResultsRecord<'a> {
    /// Every item.
    items: Rows<ItemRow<'a>>,
    /// Every construct; the first is all items.
    scales: Rows<ScaleRow<'a>>,
}

/// Some of the respondents.
#[derive(Serialize, JsonSchema)]
struct SplitRecord<'a> {
    /// What respondents are split by.
    by: Option<&'a str>,
    /// What these have in common; null where nothing is said.
    value: Option<&'a str>,
    /// How many they are.
    respondents: usize,
    #[serde(flatten)]
    results: ResultsRecord<'a>,
}

/// The record of a questionnaire.
pub(super) fn body<'a>(report: &'a ReliabilityReport) -> ReliabilityRecord<'a> {
    let told_apart = report.questionnaire.told_apart;
    let whole = report.whole.scales.first();
    ReliabilityRecord {
        respondents: report.questionnaire.respondents.len(),
        told_apart: ToldApartRecord {
            named: told_apart.named,
            posts: told_apart.posts,
            rows: told_apart.rows,
        },
        missing: missing_id(report.missing),
        sampling: report.sampling,
        generalisable: matches!(report.sampling, Some(Sampling::Random | Sampling::Census)),
        bands: report
            .bands
            .iter()
            .map(|it| BandSetRecord {
                id: &it.id,
                measure: it.measure,
                verified: it.verified,
                sources: it.sources.iter().map(|it| it.get(report.lang)).collect(),
            })
            .collect(),
        r_criterion: whole.and_then(|it| it.criterion).map(criterion),
        omega_estimator: "omega total, one factor, minimum residuals on correlations",
        results: results(Among::whole(report)),
        splits: Among::parts(report)
            .map(|part| SplitRecord {
                by: part.by,
                value: part.value,
                respondents: part.analysis.respondents,
                results: results(part),
            })
            .collect(),
    }
}

fn results(among: Among) -> ResultsRecord {
    ResultsRecord {
        items: Rows(among.items()),
        scales: Rows(among.scales()),
    }
}
