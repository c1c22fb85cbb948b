//! The record of a trend that programs read: the JSON of `trend`.
//!
//! As in [`crate::view::record`] fields are only ever added, and what is not known is `null`.

use std::collections::BTreeMap;

use serde::Serialize;

use crate::compare::trend::{Change, NumberTrend, RegionTrend};
use crate::problem::Problem;

use super::{TrendShown, apart_id, gap_id};
use crate::view::record::{FrameworkRecord, InputRecord, VERSION, WarningRecord};
use crate::view::record::{framework_record, inputs, warning};

/// Regions from wave to wave.
#[derive(Debug, Serialize)]
pub struct TrendRecord<'a> {
    siap: &'static str,
    framework: FrameworkRecord<'a>,
    inputs: Vec<InputRecord<'a>>,
    waves: Vec<&'a str>,
    stage: Option<&'a str>,
    median_change: Option<f64>,
    regions: Vec<RegionRecord<'a>>,
    rose: Vec<&'a str>,
    fell: Vec<&'a str>,
    unchanged: Vec<&'a str>,
    unjoined: Vec<UnjoinedRecord<'a>>,
    numbers: Vec<NumberRecord<'a>>,
    warnings: Vec<WarningRecord>,
}

#[derive(Debug, Serialize)]
struct RegionRecord<'a> {
    region: &'a str,
    code: Option<&'a str>,
    kind: Option<&'a str>,
    points: Vec<PointRecord<'a>>,
    #[serde(flatten)]
    change: ChangeRecord<'a>,
    steps: Vec<ChangeRecord<'a>>,
    groups: BTreeMap<&'a str, Option<f64>>,
    groups_uncertain: Vec<&'a str>,
}

#[derive(Debug, Serialize)]
struct PointRecord<'a> {
    wave: &'a str,
    score: Option<f64>,
    score_low: Option<f64>,
    score_high: Option<f64>,
    value: Option<f64>,
    coverage: Option<f64>,
    rank: Option<usize>,
    reason: Option<&'static str>,
}

#[derive(Debug, Serialize)]
struct ChangeRecord<'a> {
    from: &'a str,
    to: &'a str,
    change: f64,
    change_value: Option<f64>,
    rank_change: Option<i64>,
    rank_from: Option<usize>,
    rank_to: Option<usize>,
    ranked_in_both: Option<usize>,
    certain: bool,
}

#[derive(Debug, Serialize)]
struct NumberRecord<'a> {
    indicator: &'a str,
    region: &'a str,
    code: Option<&'a str>,
    stage: Option<&'a str>,
    points: Vec<NumberPointRecord<'a>>,
    change: f64,
    share: Option<f64>,
}

#[derive(Debug, Serialize)]
struct NumberPointRecord<'a> {
    wave: &'a str,
    value: f64,
    about: bool,
}

#[derive(Debug, Serialize)]
struct UnjoinedRecord<'a> {
    region: &'a str,
    reason: &'static str,
}

/// The record of a trend.
#[must_use]
pub fn trend<'a>(shown: &TrendShown<'a>, warnings: &[Problem]) -> TrendRecord<'a> {
    let trend = shown.trend;
    let names = |positions: &[usize]| -> Vec<&'a str> {
        positions
            .iter()
            .map(|at| &*trend.regions[*at].region.name)
            .collect()
    };
    TrendRecord {
        siap: VERSION,
        framework: framework_record(shown.framework, shown.method),
        inputs: inputs(shown.statements),
        waves: trend.waves.iter().map(|wave| &**wave).collect(),
        stage: trend.stage.map(crate::statement::Stage::id),
        median_change: trend.median,
        regions: trend.regions.iter().map(|it| region(shown, it)).collect(),
        rose: names(&trend.rose),
        fell: names(&trend.fell),
        unchanged: names(&trend.unchanged),
        unjoined: trend
            .unjoined
            .iter()
            .map(|it| UnjoinedRecord {
                region: &it.region.name,
                reason: apart_id(&it.why),
            })
            .collect(),
        numbers: trend.numbers.iter().map(|it| numbers(shown, it)).collect(),
        warnings: warnings.iter().map(|it| warning(it, shown.lang)).collect(),
    }
}

fn numbers<'a>(shown: &TrendShown<'a>, it: &'a NumberTrend) -> NumberRecord<'a> {
    NumberRecord {
        indicator: shown.framework.nodes()[it.node].id(),
        region: &it.region.name,
        code: it.region.code.as_deref(),
        stage: it.stage.map(crate::statement::Stage::id),
        points: it
            .points
            .iter()
            .map(|point| NumberPointRecord {
                wave: &point.wave,
                value: point.value,
                about: point.about,
            })
            .collect(),
        change: it.change(),
        share: it.share(),
    }
}

fn region<'a>(shown: &TrendShown<'a>, it: &'a RegionTrend) -> RegionRecord<'a> {
    let waves = &shown.trend.waves;
    let id = |node: usize| shown.framework.nodes()[node].id();
    RegionRecord {
        region: &it.region.name,
        code: it.region.code.as_deref(),
        kind: it.region.kind.map(crate::region::Kind::id),
        points: waves
            .iter()
            .zip(&it.points)
            .map(|(wave, point)| {
                let index = point
                    .assessment
                    .map(|at| &shown.assessed.assessments[at].nodes[0]);
                PointRecord {
                    wave,
                    score: point.score,
                    score_low: index.and_then(|it| it.score_low),
                    score_high: index.and_then(|it| it.score_high),
                    value: index.and_then(|it| it.value),
                    coverage: point.coverage,
                    rank: point.rank,
                    reason: match point.gap {
                        Some(gap) => Some(gap_id(gap)),
                        None if point.unconfirmed => Some("needs-confirmation"),
                        None => None,
                    },
                }
            })
            .collect(),
        change: change(shown, it, &it.change),
        steps: it
            .steps
            .iter()
            .map(|step| change(shown, it, step))
            .collect(),
        groups: it
            .groups
            .iter()
            .map(|group| (id(group.node), group.score))
            .collect(),
        groups_uncertain: it
            .groups
            .iter()
            .filter(|group| group.score.is_some() && !group.certain)
            .map(|group| id(group.node))
            .collect(),
    }
}

fn change<'a>(shown: &TrendShown<'a>, of: &RegionTrend, it: &Change) -> ChangeRecord<'a> {
    let waves = &shown.trend.waves;
    let value = |wave: usize| {
        let at = of.points[wave].assessment?;
        shown.assessed.assessments[at].nodes[0].value
    };
    ChangeRecord {
        from: &waves[it.from],
        to: &waves[it.to],
        change: it.score,
        change_value: value(it.to)
            .zip(value(it.from))
            .map(|(after, before)| after - before),
        rank_change: it.rank.map(|rank| rank.climbed()),
        rank_from: it.rank.map(|rank| rank.from),
        rank_to: it.rank.map(|rank| rank.to),
        ranked_in_both: it.rank.map(|rank| rank.among),
        certain: it.certain,
    }
}
