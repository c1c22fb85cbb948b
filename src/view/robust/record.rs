//! The record of reruns that programs read: the JSON of `robust`.
//!
//! As in [`crate::view::record`] fields are only ever added, and what is not known is `null`.

use std::collections::BTreeMap;

use serde::Serialize;

use crate::framework::Normalise;
use crate::problem::Problem;
use crate::scrutiny::robust::{SUPPORT, Treatment, Varied, WeightNoise, tiers};
use crate::view::record::{
    FrameworkRecord, InputRecord, MethodRecord, VERSION, WarningRecord, framework_record, inputs,
    method, warning,
};
use crate::view::words;

use super::{RobustShown, noise_id};

/// Reruns of a ranking.
#[derive(Debug, Serialize)]
pub struct RobustRecord<'a> {
    siap: &'static str,
    framework: FrameworkRecord<'a>,
    method: MethodRecord<'a>,
    inputs: Vec<InputRecord<'a>>,
    wave: Option<&'a str>,
    waves_mixed: bool,
    stage: Option<&'a str>,
    seed: u64,
    runs: u32,
    failed: u32,
    failures: BTreeMap<&'static str, u32>,
    moved: u32,
    tried: Vec<TriedRecord>,
    top: u32,
    support: f64,
    varied: Vec<VariedRecord>,
    not_varied: Vec<NotVariedRecord>,
    ranking: Vec<RegionRecord<'a>>,
    pairs: Vec<PairRecord<'a>>,
    tiers: Vec<Vec<&'a str>>,
    sobol: Vec<SobolRecord>,
    sobol_samples: usize,
    influence: Vec<InfluenceRecord<'a>>,
    readings: Vec<ReadingRecord<'a>>,
    unranked: Vec<UnrankedRecord<'a>>,
    warnings: Vec<WarningRecord>,
}

/// What a choice varied over; fields that do not belong to it are left out.
#[derive(Debug, Default, Serialize)]
struct VariedRecord {
    choice: &'static str,
    #[serde(skip_serializing_if = "Option::is_none")]
    distribution: Option<&'static str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    share: Option<f64>,
    #[serde(skip_serializing_if = "Option::is_none")]
    options: Option<Vec<&'static str>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    probability: Option<f64>,
    #[serde(skip_serializing_if = "Option::is_none")]
    cells: Option<usize>,
    #[serde(skip_serializing_if = "Option::is_none")]
    borrowed: Option<usize>,
    #[serde(skip_serializing_if = "Option::is_none")]
    spread: Option<f64>,
    #[serde(skip_serializing_if = "Option::is_none")]
    count: Option<usize>,
}

#[derive(Debug, Serialize)]
struct TriedRecord {
    choice: &'static str,
    option: &'static str,
    runs: u32,
    failed: u32,
}

#[derive(Debug, Serialize)]
struct NotVariedRecord {
    choice: &'static str,
    reason: &'static str,
}

#[derive(Debug, Serialize)]
struct RegionRecord<'a> {
    region: &'a str,
    code: Option<&'a str>,
    kind: Option<&'a str>,
    score: f64,
    rank: u32,
    median_rank: Option<f64>,
    rank_low: Option<f64>,
    rank_high: Option<f64>,
    mean_rank: Option<f64>,
    p_first: Option<f64>,
    p_top: Option<f64>,
    tier: usize,
}

#[derive(Debug, Serialize)]
struct PairRecord<'a> {
    above: &'a str,
    below: &'a str,
    p_above: f64,
    p_tied: f64,
    p_below: f64,
}

#[derive(Debug, Serialize)]
struct SobolRecord {
    choice: &'static str,
    first_order: f64,
    total: f64,
}

#[derive(Debug, Serialize)]
struct InfluenceRecord<'a> {
    node: &'a str,
    weight: f64,
    weight_inverse_variance: Option<f64>,
    correlation: Option<f64>,
    mean_shift: Option<f64>,
    regions_moved: Option<usize>,
}

#[derive(Debug, Serialize)]
struct ReadingRecord<'a> {
    reading: &'static str,
    mean_shift: f64,
    ranking: Vec<ReadRecord<'a>>,
}

#[derive(Debug, Serialize)]
struct ReadRecord<'a> {
    region: &'a str,
    score: Option<f64>,
    rank: Option<u32>,
}

#[derive(Debug, Serialize)]
struct UnrankedRecord<'a> {
    region: &'a str,
    reason: &'static str,
}

fn way_id(way: Option<Normalise>) -> &'static str {
    way.map_or("as-written", Normalise::id)
}

fn treatment_id(treatment: Treatment) -> &'static str {
    match treatment {
        Treatment::Policy(policy) => policy.id(),
        Treatment::Bottom => "bottom",
        Treatment::Top => "top",
    }
}

/// The names of the options of a choice that lists them.
fn options(it: &Varied) -> Option<Vec<&'static str>> {
    Some(match it {
        Varied::Rules(rules) => rules.iter().map(|it| it.id()).collect(),
        Varied::Normalisation(ways) => ways.iter().map(|it| way_id(*it)).collect(),
        Varied::Missing(of) => of.iter().map(|it| treatment_id(*it)).collect(),
        _ => return None,
    })
}

fn varied(it: &Varied) -> VariedRecord {
    let plain = VariedRecord {
        choice: it.choice().id(),
        ..VariedRecord::default()
    };
    match it {
        Varied::Weights(noise) => VariedRecord {
            distribution: Some(noise_id(*noise)),
            share: match noise {
                WeightNoise::Uniform(share) => Some(*share),
                WeightNoise::Dirichlet => None,
            },
            ..plain
        },
        Varied::Rules(_) | Varied::Normalisation(_) | Varied::Missing(_) => VariedRecord {
            options: options(it),
            ..plain
        },
        Varied::Informants {
            resampled,
            borrowed,
            spread,
        } => VariedRecord {
            cells: Some(*resampled),
            borrowed: Some(*borrowed),
            spread: Some(*spread),
            ..plain
        },
        Varied::Levels { probability, cells } => VariedRecord {
            probability: Some(*probability),
            cells: Some(*cells),
            ..plain
        },
        Varied::Indicators(count) => VariedRecord {
            count: Some(*count),
            ..plain
        },
        Varied::Coders { coders, cells } => VariedRecord {
            count: Some(*coders),
            cells: Some(*cells),
            ..plain
        },
    }
}

/// The record of reruns.
#[must_use]
pub fn record<'a>(shown: &RobustShown<'a>, warnings: &[Problem]) -> RobustRecord<'a> {
    let ranking = shown.shown;
    let robust = shown.robust;
    let name = |assessment: usize| &*ranking.assessed().assessments[assessment].region.name;
    let place = |region: usize| name(robust.regions[region].assessment);
    RobustRecord {
        siap: VERSION,
        framework: framework_record(ranking.framework(), ranking.method()),
        method: method(ranking.framework(), ranking.method()),
        inputs: inputs(ranking.statements()),
        wave: ranking.comparison.wave.as_deref(),
        waves_mixed: ranking.comparison.waves_mixed,
        stage: ranking.comparison.stage.map(crate::statement::Stage::id),
        seed: robust.seed,
        runs: robust.runs,
        failed: robust.failed.iter().map(|(_, count)| count).sum(),
        failures: robust
            .failed
            .iter()
            .map(|(why, count)| (why.id(), *count))
            .collect(),
        moved: robust.moved,
        tried: robust
            .tried
            .iter()
            .filter_map(|tried| {
                let varied = robust
                    .varied
                    .iter()
                    .find(|it| it.choice() == tried.choice)?;
                Some(TriedRecord {
                    choice: tried.choice.id(),
                    option: options(varied)?.get(tried.option)?,
                    runs: tried.runs,
                    failed: tried.failed,
                })
            })
            .collect(),
        top: robust.top,
        support: SUPPORT,
        varied: robust.varied.iter().map(varied).collect(),
        not_varied: robust
            .not_varied
            .iter()
            .map(|(choice, why)| NotVariedRecord {
                choice: choice.id(),
                reason: why.id(),
            })
            .collect(),
        ranking: robust
            .regions
            .iter()
            .map(|it| {
                let region = &ranking.assessed().assessments[it.assessment].region;
                RegionRecord {
                    region: &region.name,
                    code: region.code.as_deref(),
                    kind: region.kind.map(crate::region::Kind::id),
                    score: it.score,
                    rank: it.rank,
                    median_rank: it.range.map(|it| it.median),
                    rank_low: it.range.map(|it| it.low),
                    rank_high: it.range.map(|it| it.high),
                    mean_rank: it.range.map(|it| it.mean),
                    p_first: it.range.map(|it| it.p_first),
                    p_top: it.range.map(|it| it.p_top),
                    tier: it.tier,
                }
            })
            .collect(),
        pairs: robust
            .pairs
            .iter()
            .map(|it| PairRecord {
                above: place(it.first),
                below: place(it.second),
                p_above: it.p_above,
                p_tied: it.p_tied,
                p_below: it.p_below,
            })
            .collect(),
        tiers: tiers(robust)
            .into_iter()
            .map(|tier| tier.into_iter().map(name).collect())
            .collect(),
        sobol: robust
            .sobol
            .iter()
            .map(|(choice, it)| SobolRecord {
                choice: choice.id(),
                first_order: it.first_order,
                total: it.total,
            })
            .collect(),
        sobol_samples: robust.samples,
        influence: robust
            .influence
            .iter()
            .map(|it| InfluenceRecord {
                node: ranking.framework().nodes()[it.node].id(),
                weight: it.weight,
                weight_inverse_variance: it.inverse_variance,
                correlation: it.correlation,
                mean_shift: it.mean_shift,
                regions_moved: it.moved,
            })
            .collect(),
        readings: robust
            .readings
            .iter()
            .map(|it| ReadingRecord {
                reading: it.kind.id(),
                mean_shift: it.mean_shift,
                ranking: it
                    .regions
                    .iter()
                    .enumerate()
                    .map(|(at, found)| ReadRecord {
                        region: place(at),
                        score: found.map(|(score, _)| score),
                        rank: found.map(|(_, rank)| rank),
                    })
                    .collect(),
            })
            .collect(),
        unranked: ranking
            .comparison
            .unranked
            .iter()
            .map(|it| UnrankedRecord {
                region: &it.region,
                reason: words::outside_id(&it.why),
            })
            .collect(),
        warnings: warnings
            .iter()
            .map(|it| warning(it, ranking.lang))
            .collect(),
    }
}
