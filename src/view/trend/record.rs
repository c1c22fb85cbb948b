//! The record of a trend that programs read: the JSON of `trend`.

use std::collections::BTreeMap;

use schemars::JsonSchema;
use serde::Serialize;

use crate::compare::trend::{Change, NumberTrend, RegionTrend};
use crate::region::Kind;
use crate::statement::Stage;
use crate::view::dataset::Rows;
use crate::view::envelope::Body;

use super::rows::{PointRow, points};
use super::{TrendReport, apart_id};

/// Regions from wave to wave.
#[derive(Serialize, JsonSchema)]
#[schemars(inline)]
pub struct TrendRecord<'a> {
    /// In order.
    waves: Vec<&'a str>,
    /// The one stage of all waves; null where rows name none.
    stage: Option<&'a str>,
    /// Median change of the score over the regions with the first and the last wave, 0–100 scale;
    /// null where there is none.
    median_change: Option<f64>,
    /// Those with both ends first, by change.
    regions: Vec<RegionRecord<'a>>,
    /// Names of those that rose from the first to the last wave, greatest rise first.
    rose: Vec<&'a str>,
    /// Names of those that fell from the first to the last wave, greatest fall first.
    fell: Vec<&'a str>,
    /// Names of those whose score is the same in the first and the last wave.
    unchanged: Vec<&'a str>,
    /// Regions that cannot be joined over waves.
    unjoined: Vec<UnjoinedRecord<'a>>,
    /// Numbers that are shown and not scored.
    numbers: Vec<NumberRecord<'a>>,
}

impl Body for TrendRecord<'_> {
    const COMMAND: &'static str = "trend";
}

/// A region from wave to wave, with its change from its first to its last wave with a score.
#[derive(Serialize, JsonSchema)]
struct RegionRecord<'a> {
    region: &'a str,
    /// Null where the register does not know it.
    code: Option<&'a str>,
    kind: Option<&'a str>,
    /// One for every wave.
    points: Rows<PointRow<'a>>,
    #[serde(flatten)]
    change: ChangeRecord<'a>,
    /// From each wave with a score to its next.
    steps: Vec<ChangeRecord<'a>>,
    /// Id of each top-level group → change of its score; null where one of the two is missing.
    groups: BTreeMap<&'a str, Option<f64>>,
    /// Ids of the groups whose change is not certain.
    groups_uncertain: Vec<&'a str>,
}

/// What changed between two waves.
#[derive(Serialize, JsonSchema)]
struct ChangeRecord<'a> {
    /// The earlier wave.
    from: &'a str,
    /// The later wave.
    to: &'a str,
    /// Of the score, 0–100 scale.
    change: f64,
    /// Of the value on the framework's own scale; null where one of the two is missing.
    change_value: Option<f64>,
    /// Places climbed among the regions ranked in both waves, below zero: lost; this and the ranks
    /// are null for a region that is not ranked in both.
    rank_change: Option<i64>,
    /// Rank in the earlier wave among the regions ranked in both.
    rank_from: Option<usize>,
    /// Rank in the later wave among the regions ranked in both.
    rank_to: Option<usize>,
    /// How many regions are ranked in both.
    ranked_in_both: Option<usize>,
    /// False where what is missing could undo or reverse the change.
    certain: bool,
}

/// A number of a region that is shown and not scored.
#[derive(Serialize, JsonSchema)]
struct NumberRecord<'a> {
    /// Id of the indicator.
    indicator: &'a str,
    region: &'a str,
    /// Null where the register does not know it.
    code: Option<&'a str>,
    /// Of all its points; null where rows name none.
    stage: Option<&'a str>,
    /// At least two, in the order of the waves.
    points: Vec<NumberPointRecord<'a>>,
    /// Last number minus first, in the unit of the indicator.
    change: f64,
    /// The change as a share of the first number; null where that is not above zero.
    share: Option<f64>,
}

#[derive(Serialize, JsonSchema)]
struct NumberPointRecord<'a> {
    wave: &'a str,
    /// In the unit of the indicator.
    value: f64,
    /// Whether a source gives it as about so much.
    about: bool,
}

#[derive(Serialize, JsonSchema)]
struct UnjoinedRecord<'a> {
    region: &'a str,
    /// `one-wave`, `other-kind`, `other-stage`, `other-wave`, `no-wave`, or why there is no score.
    reason: &'static str,
}

/// The record of a trend.
pub(super) fn body<'a>(report: &'a TrendReport) -> TrendRecord<'a> {
    let trend = &report.trend;
    let names = |positions: &[usize]| -> Vec<&'a str> {
        positions
            .iter()
            .map(|at| &*trend.regions[*at].region.name)
            .collect()
    };
    TrendRecord {
        waves: trend.waves.iter().map(|wave| &**wave).collect(),
        stage: trend.stage.map(Stage::id),
        median_change: trend.median,
        regions: trend.regions.iter().map(|it| region(report, it)).collect(),
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
        numbers: trend.numbers.iter().map(|it| numbers(report, it)).collect(),
    }
}

fn numbers<'a>(report: &'a TrendReport, it: &'a NumberTrend) -> NumberRecord<'a> {
    NumberRecord {
        indicator: report.scored.framework.nodes()[it.node].id(),
        region: &it.region.name,
        code: it.region.code.as_deref(),
        stage: it.stage.map(Stage::id),
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

fn region<'a>(report: &'a TrendReport, it: &'a RegionTrend) -> RegionRecord<'a> {
    let id = |node: usize| report.scored.framework.nodes()[node].id();
    RegionRecord {
        region: &it.region.name,
        code: it.region.code.as_deref(),
        kind: it.region.kind.map(Kind::id),
        points: Rows(points(report, it).collect()),
        change: change(report, it, &it.change),
        steps: it
            .steps
            .iter()
            .map(|step| change(report, it, step))
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

fn change<'a>(report: &'a TrendReport, of: &RegionTrend, it: &Change) -> ChangeRecord<'a> {
    let waves = &report.trend.waves;
    ChangeRecord {
        from: &waves[it.from],
        to: &waves[it.to],
        change: it.score,
        change_value: of.value_change(&report.scored.assessed, it),
        rank_change: it.rank.map(|rank| rank.climbed()),
        rank_from: it.rank.map(|rank| rank.from),
        rank_to: it.rank.map(|rank| rank.to),
        ranked_in_both: it.rank.map(|rank| rank.among),
        certain: it.certain,
    }
}
