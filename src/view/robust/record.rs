//! The record of reruns that programs read: the JSON of `robust`.

use std::collections::BTreeMap;

use schemars::JsonSchema;
use serde::Serialize;

use crate::framework::Normalise;
use crate::scrutiny::robust::{
    Differences, Grounds, LevelError, SUPPORT, Treatment, Varied, WeightNoise,
};
use crate::statement::Stage;
use crate::view::dataset::Rows;
use crate::view::envelope::Body;
use crate::view::words;

use super::RobustReport;
use super::rows::{self, RegionRow};

/// Reruns of a ranking under other choices. Shares are over the runs with a result.
#[derive(Serialize, JsonSchema)]
#[schemars(inline)]
pub struct RobustRecord<'a> {
    /// The compared wave; null where rows name none, and where waves are mixed.
    wave: Option<&'a str>,
    /// Whether regions stand in the ranking with different waves.
    waves_mixed: bool,
    /// The compared stage of verification; null where rows name none.
    stage: Option<&'a str>,
    /// Of the generator.
    seed: u64,
    /// Reruns asked for.
    runs: u32,
    /// Runs without a result.
    failed: u32,
    /// Reason (`zero-under-rule`, `missing-not-allowed`, `no-score`) → number of runs.
    failures: BTreeMap<&'static str, u32>,
    /// Runs in which some rank is not that as assessed.
    moved: u32,
    /// How the runs with each option of the choices with options ended.
    tried: Vec<TriedRecord>,
    /// Up to which rank a region counts as among the top.
    top: u32,
    /// Share of the runs from which an order counts as supported, 0–1.
    support: f64,
    /// What was varied.
    varied: Vec<VariedRecord>,
    /// What was not varied, and why.
    not_varied: Vec<NotVariedRecord>,
    /// How many regions were ranked in each run, whether shown or not.
    among: usize,
    /// The regions that are shown, best first; empty where nothing may be said of the ranks.
    regions: Rows<RegionRow<'a>>,
    /// Why `regions` is empty: `nothing-ranked`, `profile`, `one-region`, `nothing-varies`,
    /// `only-rounding`, `too-many-failed` (more than a tenth of the runs), or `not-shown` where
    /// none of the regions asked for is ranked; else null.
    reason: Option<&'static str>,
    /// Neighbours, and every pair of up to 60 regions, of which one is shown.
    pairs: Vec<PairRecord<'a>>,
    /// Which choice moves the ranks: Sobol indices of the mean shift of ranks.
    sobol: Vec<SobolRecord>,
    /// Rows of each of the two samples behind `sobol`.
    sobol_samples: usize,
    /// What each indicator does to the order.
    influence: Vec<InfluenceRecord<'a>>,
    /// The order under other readings of the same data.
    readings: Vec<ReadingRecord<'a>>,
    /// Regions outside the ranking.
    unranked: Vec<UnrankedRecord<'a>>,
}

impl Body for RobustRecord<'_> {
    const COMMAND: &'static str = "robust";
}

/// What a choice varied over; fields that do not belong to it are left out.
#[derive(Default, Serialize, JsonSchema)]
struct VariedRecord {
    /// `weights`, `rules`, `normalisation`, `missing`, `informants`, `levels`, `indicators`, `coders`
    /// or `rounding`.
    choice: &'static str,
    /// Of weights: `uniform` or `dirichlet`.
    #[serde(skip_serializing_if = "Option::is_none")]
    distribution: Option<&'static str>,
    /// By how much of itself a weight is moved at most, 0–1.
    #[serde(skip_serializing_if = "Option::is_none")]
    share: Option<f64>,
    /// Each as likely.
    #[serde(skip_serializing_if = "Option::is_none")]
    options: Option<Vec<&'static str>>,
    /// That a level is off, up and down alike, 0–1; by one step where it is assumed.
    #[serde(skip_serializing_if = "Option::is_none")]
    probability: Option<f64>,
    /// Of a region and an indicator: those with several informants, those whose level can move, or
    /// those that several coders coded.
    #[serde(skip_serializing_if = "Option::is_none")]
    cells: Option<usize>,
    /// Cells with one informant, which borrow the pooled spread.
    #[serde(skip_serializing_if = "Option::is_none")]
    borrowed: Option<usize>,
    /// The pooled spread (n − 1) of informants within a cell, as a share of the scale.
    #[serde(skip_serializing_if = "Option::is_none")]
    spread: Option<f64>,
    /// Of indicators or coders, one of which, or none, is left out.
    #[serde(skip_serializing_if = "Option::is_none")]
    count: Option<usize>,
    /// Of levels: `measured` by the study's own coders, `assumed`, or `asked` for.
    #[serde(skip_serializing_if = "Option::is_none")]
    basis: Option<&'static str>,
    /// What the study's own coders show, where two or more gave a level to the same thing.
    #[serde(skip_serializing_if = "Option::is_none")]
    coders: Option<CodersRecord>,
    /// Published numbers that count.
    #[serde(skip_serializing_if = "Option::is_none")]
    numbers: Option<usize>,
    /// By how much a published number is moved at most, in the reporting unit: least and most.
    #[serde(skip_serializing_if = "Option::is_none")]
    half_units: Option<[f64; 2]>,
}

/// How far two coders of the study lie apart.
#[derive(Serialize, JsonSchema)]
struct CodersRecord {
    /// Coders who gave a level to something that another judged too.
    coders: usize,
    /// What two coders or more judged.
    units: usize,
    /// By steps apart, ascending; begins with 0 steps. The shares sum to 1.
    differences: Vec<DifferenceRecord>,
}

#[derive(Serialize, JsonSchema)]
struct DifferenceRecord {
    /// Apart on the scale.
    steps: usize,
    /// Of the pairs of coders, 0–1.
    share: f64,
}

impl CodersRecord {
    fn of(of: &Differences) -> Self {
        let shares = of.shares.iter();
        Self {
            coders: of.coders,
            units: of.units,
            differences: shares
                .map(|it| DifferenceRecord {
                    steps: it.steps,
                    share: it.share,
                })
                .collect(),
        }
    }
}

#[derive(Serialize, JsonSchema)]
struct TriedRecord {
    choice: &'static str,
    /// Stable name of the option.
    option: &'static str,
    /// Runs that drew it.
    runs: u32,
    /// Those of them without a result.
    failed: u32,
}

#[derive(Serialize, JsonSchema)]
struct NotVariedRecord {
    choice: &'static str,
    /// Stable name of why it did not vary.
    reason: &'static str,
}

/// Two regions in their order as assessed, with shares of the runs, 0–1.
#[derive(Serialize, JsonSchema)]
struct PairRecord<'a> {
    /// Name of the one that stands above as assessed.
    above: &'a str,
    /// Name of the other.
    below: &'a str,
    /// Share in which it stands above there too.
    p_above: f64,
    /// Share in which they tie.
    p_tied: f64,
    /// Share in which it stands below.
    p_below: f64,
}

#[derive(Serialize, JsonSchema)]
struct SobolRecord {
    choice: &'static str,
    /// Alone; estimates below 0 are sampling error.
    first_order: f64,
    /// With all it does together with others.
    total: f64,
}

#[derive(Serialize, JsonSchema)]
struct InfluenceRecord<'a> {
    /// Id of the indicator.
    node: &'a str,
    /// Its share in the whole, 0–1.
    weight: f64,
    /// The same if siblings weighed inversely to the variance of their scores; null where that is
    /// not defined.
    weight_inverse_variance: Option<f64>,
    /// Pearson correlation of its score with the index, −1–1; null where it is not defined.
    correlation: Option<f64>,
    /// Mean shift of ranks when it is left out; null where that leaves no result.
    mean_shift: Option<f64>,
    /// Regions whose rank moves then.
    regions_moved: Option<usize>,
}

#[derive(Serialize, JsonSchema)]
struct ReadingRecord<'a> {
    /// `equal-weights`, `inverse-variance`, `median` or `direction`.
    reading: &'static str,
    /// Mean shift of the ranks of regions with a score, from those as assessed among them.
    mean_shift: f64,
    /// The regions that are shown, in the order of the ranking as assessed.
    ranking: Vec<ReadRecord<'a>>,
}

#[derive(Serialize, JsonSchema)]
struct ReadRecord<'a> {
    region: &'a str,
    /// Under the reading, 0–100; it and the rank are null where there is none.
    score: Option<f64>,
    rank: Option<u32>,
}

#[derive(Serialize, JsonSchema)]
struct UnrankedRecord<'a> {
    region: &'a str,
    /// Stable name of why it is outside the ranking.
    reason: &'static str,
}

/// The names of the options of a choice that lists them.
fn options(it: &Varied) -> Option<Vec<&'static str>> {
    let treatment = |it: &Treatment| match it {
        Treatment::Policy(policy) => policy.id(),
        Treatment::Bottom => "bottom",
        Treatment::Top => "top",
    };
    Some(match it {
        Varied::Rules(rules) => rules.iter().map(|it| it.id()).collect(),
        Varied::Normalisation(ways) => ways
            .iter()
            .map(|it| it.map_or("as-written", Normalise::id))
            .collect(),
        Varied::Missing(of) => of.iter().map(treatment).collect(),
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
            distribution: Some(match noise {
                WeightNoise::Uniform(_) => "uniform",
                WeightNoise::Dirichlet => "dirichlet",
            }),
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
        Varied::Levels { error, cells } => VariedRecord {
            probability: Some(error.probability()),
            cells: Some(*cells),
            basis: Some(match error {
                LevelError::Measured(_) => "measured",
                LevelError::Assumed(_, Grounds::Asked(_)) => "asked",
                LevelError::Assumed(..) => "assumed",
            }),
            coders: match error {
                LevelError::Measured(of) | LevelError::Assumed(_, Grounds::Asked(Some(of))) => {
                    Some(CodersRecord::of(of))
                }
                LevelError::Assumed(..) => None,
            },
            ..plain
        },
        Varied::Rounding { numbers, halves } => VariedRecord {
            numbers: Some(*numbers),
            half_units: Some([halves.0, halves.1]),
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
pub(super) fn body<'a>(report: &'a RobustReport) -> RobustRecord<'a> {
    let RobustReport {
        scored,
        comparison,
        robust,
        ..
    } = report;
    let name = |assessment: usize| report.region_name(assessment);
    let place = |region: usize| name(robust.regions[region].assessment);
    RobustRecord {
        wave: comparison.wave.as_deref(),
        waves_mixed: comparison.waves_mixed,
        stage: comparison.stage.map(Stage::id),
        seed: robust.seed,
        runs: robust.runs,
        failed: robust.without_result(),
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
        among: robust.regions.len(),
        regions: Rows(rows::ranked(report).collect()),
        reason: match robust.untold {
            Some(why) => Some(why.id()),
            None => report.shown().next().is_none().then_some("not-shown"),
        },
        pairs: robust
            .pairs
            .iter()
            .filter(|it| robust.untold.is_none() && report.shows(it))
            .map(|it| PairRecord {
                above: place(it.first),
                below: place(it.second),
                p_above: it.p_above,
                p_tied: it.p_tied,
                p_below: it.p_below,
            })
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
                node: scored.framework.nodes()[it.node].id(),
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
                    .filter(|(at, _)| report.shows_place(*at))
                    .map(|(at, found)| ReadRecord {
                        region: place(at),
                        score: found.map(|(score, _)| score),
                        rank: found.map(|(_, rank)| rank),
                    })
                    .collect(),
            })
            .collect(),
        unranked: comparison
            .unranked
            .iter()
            .map(|it| UnrankedRecord {
                region: &it.region,
                reason: words::outside_id(&it.why),
            })
            .collect(),
    }
}
