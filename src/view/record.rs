//! The records that programs read: the JSON of `score` and `compare`.
//!
//! Fields are only ever added. Numbers are exact; what is not known is `null`.

use std::collections::BTreeMap;

use schemars::JsonSchema;
use serde::Serialize;

use crate::assess::Conflict;
use crate::compare::{Outside, TargetGap, Why};
use crate::framework::{
    Framework, GroupRule, InformantRule, Method, MissingPolicy, ReportingUnit, Standing,
};
use crate::problem::Problem;
use crate::statement::Statements;
use crate::study::Scored;
use crate::text::Lang;

use super::shown::{Shown, caution_words, standing};
use super::words;

/// Version of the program, for records and documents.
pub const VERSION: &str = env!("CARGO_PKG_VERSION");

#[derive(Debug, Serialize)]
pub(super) struct FrameworkRecord<'a> {
    id: &'a str,
    version: &'a str,
    sha256: &'a str,
    standing: Standing,
}

/// The choices behind the scores.
#[derive(Debug, Serialize)]
pub(super) struct MethodRecord<'a> {
    informants: InformantRule,
    groups: GroupRule,
    missing: MissingPolicy,
    min_coverage: f64,
    rank_coverage: f64,
    floor: f64,
    unit: ReportingUnit,
    factor: f64,
    /// Weights that replace the framework's.
    weights: BTreeMap<&'a str, f64>,
}

pub(super) fn method<'a>(framework: &'a Framework, method: &Method) -> MethodRecord<'a> {
    MethodRecord {
        informants: method.informants,
        groups: method.groups,
        missing: method.missing,
        min_coverage: method.min_coverage,
        rank_coverage: method.rank_coverage,
        floor: method.floor,
        unit: method.reporting.unit,
        factor: method.reporting.factor,
        weights: framework
            .nodes()
            .iter()
            .zip(&method.weights)
            .filter(|(node, weight)| (node.weight() - **weight).abs() > f64::EPSILON)
            .map(|(node, weight)| (node.id(), *weight))
            .collect(),
    }
}

#[derive(Debug, Serialize)]
pub(super) struct InputRecord<'a> {
    path: &'a str,
    sha256: &'a str,
    statements: usize,
}

#[derive(Debug, Serialize, JsonSchema)]
pub(super) struct ConflictRecord<'a> {
    region: &'a str,
    wave: Option<&'a str>,
    indicator: &'a str,
    kind: &'static str,
    statements: Vec<StatementRecord<'a>>,
}

#[derive(Debug, Serialize, JsonSchema)]
struct StatementRecord<'a> {
    file: &'a str,
    row: usize,
    id: Option<&'a str>,
    level: Option<f64>,
    direction: Option<&'static str>,
    coder: Option<&'a str>,
    informant: Option<&'a str>,
}

#[derive(Debug, Serialize)]
pub(super) struct WarningRecord {
    code: &'static str,
    message: String,
    place: Option<String>,
}

pub(super) fn framework_record<'a>(
    framework: &'a Framework,
    method: &Method,
) -> FrameworkRecord<'a> {
    FrameworkRecord {
        id: framework.id(),
        version: framework.version(),
        sha256: framework.sha256(),
        standing: standing(framework, method),
    }
}

impl<'a> InputRecord<'a> {
    /// The record of a plain table.
    pub(super) fn of_table(path: &'a str, sha256: &'a str, units: usize) -> Self {
        Self {
            path,
            sha256,
            statements: units,
        }
    }
}

pub(super) fn inputs(statements: &Statements) -> Vec<InputRecord<'_>> {
    let mut counts = vec![0; statements.sources().len()];
    for row in statements.rows() {
        counts[row.origin().source] += 1;
    }
    statements
        .sources()
        .iter()
        .zip(counts)
        .map(|(source, statements)| InputRecord {
            path: source.name(),
            sha256: source.sha256(),
            statements,
        })
        .collect()
}

/// A conflict with its statements.
pub(super) fn conflict<'a>(
    framework: &'a Framework,
    statements: &'a Statements,
    conflict: &'a Conflict,
) -> ConflictRecord<'a> {
    ConflictRecord {
        region: &conflict.region.name,
        wave: conflict.wave.as_deref(),
        indicator: framework.nodes()[conflict.node].id(),
        kind: conflict.kind.id(),
        statements: conflict
            .rows
            .iter()
            .map(|at| {
                let row = &statements.rows()[*at];
                StatementRecord {
                    file: statements.file(row),
                    row: row.origin().row,
                    id: row.id.as_deref(),
                    level: crate::assess::level_of(framework, conflict.node, row),
                    direction: row.direction.map(crate::statement::Direction::id),
                    coder: row.coder.as_deref(),
                    informant: row.informant.as_deref(),
                }
            })
            .collect(),
    }
}

pub(super) fn warning(problem: &Problem, lang: Lang) -> WarningRecord {
    WarningRecord {
        code: problem.code,
        message: problem.message.get(lang).to_owned(),
        place: problem.place.as_ref().map(crate::problem::Place::short),
    }
}

/// A comparison of regions.
#[derive(Debug, Serialize)]
pub struct CompareRecord<'a> {
    siap: &'static str,
    framework: FrameworkRecord<'a>,
    method: MethodRecord<'a>,
    inputs: Vec<InputRecord<'a>>,
    wave: Option<&'a str>,
    waves_mixed: bool,
    stage: Option<&'a str>,
    median: Option<f64>,
    ranking: Vec<RankedRecord<'a>>,
    unranked: Vec<UnrankedRecord<'a>>,
    no_variation: Vec<&'a str>,
    weak_everywhere: Vec<WeakRecord<'a>>,
    common_indicators: Vec<&'a str>,
    doubts: Vec<DoubtRecord<'a>>,
    conflicts: Vec<ConflictRecord<'a>>,
    warnings: Vec<WarningRecord>,
}

#[derive(Debug, Serialize)]
struct RankedRecord<'a> {
    region: &'a str,
    code: Option<&'a str>,
    kind: Option<&'a str>,
    wave: Option<&'a str>,
    tags: Vec<&'a str>,
    rank: usize,
    rank_in_kind: usize,
    rank_in_province: Option<usize>,
    tier: usize,
    score: f64,
    score_low: Option<f64>,
    score_high: Option<f64>,
    value: Option<f64>,
    told: Option<f64>,
    band: Option<&'a str>,
    coverage: Option<f64>,
    gap_to_best: f64,
    gap_to_median: f64,
    targets: Vec<TargetRecord<'a>>,
    strengths: Vec<&'a str>,
    weaknesses: Vec<&'a str>,
    nodes: BTreeMap<&'a str, Option<f64>>,
}

#[derive(Debug, Serialize, JsonSchema)]
pub(super) struct TargetRecord<'a> {
    node: &'a str,
    value: f64,
    op: &'static str,
    wave: Option<String>,
    achieved: Option<f64>,
    gap: Option<f64>,
    share: Option<f64>,
    reached: Option<bool>,
    pace: Option<f64>,
    path: Vec<PathRecord>,
}

#[derive(Debug, Serialize, JsonSchema)]
struct PathRecord {
    wave: String,
    value: f64,
}

pub(super) fn target<'a>(framework: &'a Framework, gap: &TargetGap) -> TargetRecord<'a> {
    TargetRecord {
        node: framework.nodes()[gap.node].id(),
        value: gap.value,
        op: gap.op.id(),
        wave: gap.wave.clone(),
        achieved: gap.achieved,
        gap: gap.gap,
        share: gap.share,
        reached: gap.reached,
        pace: gap.pace,
        path: gap
            .path
            .iter()
            .map(|(year, value)| PathRecord {
                wave: year.to_string(),
                value: *value,
            })
            .collect(),
    }
}

#[derive(Debug, Serialize)]
struct UnrankedRecord<'a> {
    region: &'a str,
    reason: &'static str,
    coverage: Option<f64>,
}

#[derive(Debug, Serialize)]
struct WeakRecord<'a> {
    id: &'a str,
    mean: f64,
    highest: f64,
    regions: usize,
}

#[derive(Debug, Serialize)]
struct DoubtRecord<'a> {
    above: &'a str,
    below: &'a str,
    why: &'static str,
}

/// The record of a comparison.
#[must_use]
pub fn compare<'a>(shown: &Shown<'a>, warnings: &[Problem]) -> CompareRecord<'a> {
    let Shown {
        scored,
        comparison,
        lang,
    } = *shown;
    let Scored {
        framework,
        method: chosen,
        statements,
        assessed,
        about,
        ..
    } = scored;
    let id = |node: usize| framework.nodes()[node].id();
    let ids = |nodes: &[usize]| nodes.iter().map(|node| id(*node)).collect();
    let name = |at: usize| &*assessed.assessments[at].region.name;
    CompareRecord {
        siap: VERSION,
        framework: framework_record(framework, chosen),
        method: method(framework, chosen),
        inputs: inputs(statements),
        wave: comparison.wave.as_deref(),
        waves_mixed: comparison.waves_mixed,
        stage: comparison.stage.map(crate::statement::Stage::id),
        median: comparison.median,
        ranking: comparison
            .ranking
            .iter()
            .map(|ranked| {
                let assessment = &assessed.assessments[ranked.assessment];
                let index = &assessment.nodes[0];
                RankedRecord {
                    region: &assessment.region.name,
                    code: assessment.region.code.as_deref(),
                    kind: assessment.region.kind.map(crate::region::Kind::id),
                    wave: assessment.wave.as_deref(),
                    tags: about.tags_of(&assessment.region.name),
                    rank: ranked.rank,
                    rank_in_kind: ranked.rank_in_kind,
                    rank_in_province: ranked.rank_in_province.map(|(rank, _)| rank),
                    tier: ranked.tier,
                    score: ranked.score,
                    score_low: index.score_low,
                    score_high: index.score_high,
                    value: index.value,
                    told: index.told(chosen.reporting),
                    band: index.band.map(|band| framework.bands()[band].id.as_str()),
                    coverage: index.coverage,
                    gap_to_best: ranked.gap_to_best,
                    gap_to_median: ranked.gap_to_median,
                    targets: ranked
                        .targets
                        .iter()
                        .map(|it| target(framework, it))
                        .collect(),
                    strengths: ids(&ranked.strengths),
                    weaknesses: ids(&ranked.weaknesses),
                    nodes: framework
                        .nodes()
                        .iter()
                        .zip(&assessment.nodes)
                        .map(|(node, result)| (node.id(), result.score))
                        .collect(),
                }
            })
            .collect(),
        unranked: comparison
            .unranked
            .iter()
            .map(|it| UnrankedRecord {
                region: &it.region,
                reason: words::outside_id(&it.why),
                coverage: match it.why {
                    Outside::LowCoverage(coverage) => Some(coverage),
                    _ => None,
                },
            })
            .collect(),
        no_variation: ids(&comparison.no_variation),
        weak_everywhere: comparison
            .weak_everywhere
            .iter()
            .map(|it| WeakRecord {
                id: id(it.node),
                mean: it.mean,
                highest: it.highest,
                regions: it.regions,
            })
            .collect(),
        common_indicators: ids(&comparison.common),
        doubts: comparison
            .doubts
            .iter()
            .map(|doubt| DoubtRecord {
                above: name(doubt.above),
                below: name(doubt.below),
                why: match doubt.why {
                    Why::CommonIndicators => "common-indicators",
                    Why::MissingData => "missing-data",
                },
            })
            .collect(),
        conflicts: comparison
            .conflicts
            .iter()
            .map(|at| conflict(framework, statements, &assessed.conflicts[*at]))
            .collect(),
        warnings: warnings
            .iter()
            .map(|it| warning(it, lang))
            .chain(
                caution_words(shown)
                    .into_iter()
                    .map(|it| warning(&Problem::warning(it), lang)),
            )
            .collect(),
    }
}
