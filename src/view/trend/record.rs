//! The record of a trend that programs read: the JSON of `trend`.

use std::collections::BTreeMap;

use schemars::JsonSchema;
use serde::Serialize;

use crate::compare::trend::{Change, Counts, NodeChange, NumberTrend, RegionTrend, Unsure};
use crate::region::Kind;
use crate::statement::Stage;
use crate::view::dataset::Rows;
use crate::view::envelope::Body;
use crate::view::targets::{self, TargetRecord};

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
    /// Median of the changes of score that are certain, of regions with the first and the last wave,
    /// 0–100 scale; null where there is none.
    median_change: Option<f64>,
    /// How many regions have a score in two waves, whether shown or not.
    compared: usize,
    /// Of those with the first and the last wave, shown or not.
    counts: CountsRecord,
    /// Those that are shown; with both ends first, certain before uncertain, by change.
    regions: Vec<RegionRecord<'a>>,
    /// Names of those shown that rose from the first to the last wave for certain: those ranked in
    /// both first, greatest rise first.
    rose: Vec<&'a str>,
    /// Names of those shown that fell from the first to the last wave for certain, in the same way.
    fell: Vec<&'a str>,
    /// Names of those shown whose score is the same in the first and the last wave for certain.
    unchanged: Vec<&'a str>,
    /// Names of those shown of which none of this is certain.
    uncertain: Vec<&'a str>,
    /// Names of those shown that surely rose most of all that are compared and ranked in both waves;
    /// several where they are equal, none where what is missing leaves it open.
    rose_most: Vec<&'a str>,
    /// Names of those shown that surely fell most, in the same way.
    fell_most: Vec<&'a str>,
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
    /// Indicators, and groups below the top that a published number stands for, with a score in both
    /// waves, in the order of the tree.
    indicators: Vec<NodeRecord<'a>>,
    /// Ids of such nodes with a score in the earlier wave only.
    only_before: Vec<&'a str>,
    /// Ids of such nodes with a score in the later wave only.
    only_after: Vec<&'a str>,
    /// Every target, at both ends.
    targets: Vec<TargetPairRecord<'a>>,
}

/// How many regions rose, fell or stayed.
#[derive(Serialize, JsonSchema)]
struct CountsRecord {
    /// For certain.
    rose: usize,
    /// For certain.
    fell: usize,
    /// For certain.
    unchanged: usize,
    /// It may be otherwise.
    uncertain: usize,
}

/// What changed at an indicator or group.
#[derive(Serialize, JsonSchema)]
struct NodeRecord<'a> {
    id: &'a str,
    /// Score before, 0–100.
    score_from: Option<f64>,
    /// Score after, 0–100.
    score_to: Option<f64>,
    /// Value before: on its scale, of a number in its unit.
    value_from: Option<f64>,
    /// Value after.
    value_to: Option<f64>,
    /// Of the score, 0–100 scale.
    change: Option<f64>,
    /// Whether the direction is certain.
    certain: bool,
    /// Why it is not, as for the region; null where it is.
    uncertain_because: Option<Unsure>,
    /// Whether one of the two was coded under this framework by others than its source.
    cross: bool,
}

/// A target before and after.
#[derive(Serialize, JsonSchema)]
struct TargetPairRecord<'a> {
    before: TargetRecord<'a>,
    after: TargetRecord<'a>,
}

/// What changed between two waves.
#[derive(Serialize, JsonSchema)]
struct ChangeRecord<'a> {
    /// The earlier wave.
    from: &'a str,
    /// The later wave.
    to: &'a str,
    /// Of the score that is shown, 0–100 scale: of published numbers where they count.
    change: f64,
    /// The least that what is missing leaves open; null where scores hang on what others have.
    change_low: Option<f64>,
    /// The greatest that what is missing leaves open.
    change_high: Option<f64>,
    /// Of the score worked out on the indicators, or published numbers, that both waves have, 0–100
    /// scale; null where they share none.
    change_on_common: Option<f64>,
    /// Of the numbers computed from below, in the reporting unit, where published ones count and both
    /// waves have a computed one beside.
    change_computed: Option<f64>,
    /// Of the value on the framework's own scale; null where one of the two is missing.
    change_value: Option<f64>,
    /// Places climbed among the regions ranked in both waves, below zero: lost; this and the ranks
    /// are null for a region that is not ranked in both.
    rank_change: Option<i64>,
    /// Rank in the earlier wave among the regions ranked in both.
    rank_from: Option<usize>,
    /// Rank in the later wave among the regions ranked in both.
    rank_to: Option<usize>,
    /// Whether what is missing could give it no other place in either wave.
    rank_certain: Option<bool>,
    /// How many regions are ranked in both.
    ranked_in_both: Option<usize>,
    /// Whether the direction is certain: the bounds of the two waves lie apart (for no change: nothing
    /// is missing), what both have moves the same way, and no number needs confirmation.
    certain: bool,
    /// Why it is not; null where it is. `missing-data`: what is missing could undo or reverse the
    /// change; `common-indicators`: what both waves have does not move that way; `relative`: scores
    /// hang on what others have; `needs-confirmation`: it rests on a number below its scale.
    uncertain_because: Option<Unsure>,
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
    let most = |positions: &[usize]| {
        let first = |at: &&usize| {
            let place = trend.regions[**at].place;
            place.is_some_and(|it| it.rank == 1 && it.sure)
        };
        let sure: Vec<usize> = positions.iter().filter(first).copied().collect();
        names(&sure)
    };
    TrendRecord {
        waves: trend.waves.iter().map(|wave| &**wave).collect(),
        stage: trend.stage.map(Stage::id),
        median_change: trend.median,
        compared: trend.joined,
        counts: counts(trend.counts),
        regions: trend.regions.iter().map(|it| region(report, it)).collect(),
        rose: names(&trend.rose),
        fell: names(&trend.fell),
        unchanged: names(&trend.unchanged),
        uncertain: names(&trend.uncertain),
        rose_most: most(&trend.rose),
        fell_most: most(&trend.fell),
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

fn counts(it: Counts) -> CountsRecord {
    CountsRecord {
        rose: it.rose,
        fell: it.fell,
        unchanged: it.unchanged,
        uncertain: it.uncertain,
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
            .filter(|group| group.unsure.is_some())
            .map(|group| id(group.node))
            .collect(),
        indicators: it.tips.iter().map(|tip| node(report, it, tip)).collect(),
        only_before: it.in_one[0].iter().map(|at| id(*at)).collect(),
        only_after: it.in_one[1].iter().map(|at| id(*at)).collect(),
        targets: it
            .targets
            .iter()
            .map(|[before, after]| TargetPairRecord {
                before: targets::record(&report.scored.framework, before),
                after: targets::record(&report.scored.framework, after),
            })
            .collect(),
    }
}

fn node<'a>(report: &'a TrendReport, of: &RegionTrend, it: &NodeChange) -> NodeRecord<'a> {
    let ends = of.ends(&of.change);
    let result = |end: usize| {
        let at: usize = ends[end]?;
        Some(&report.scored.assessed.assessments[at].nodes[it.node])
    };
    NodeRecord {
        id: report.scored.framework.nodes()[it.node].id(),
        score_from: result(0).and_then(|it| it.score),
        score_to: result(1).and_then(|it| it.score),
        value_from: result(0).and_then(|it| it.value),
        value_to: result(1).and_then(|it| it.value),
        change: it.score,
        certain: it.unsure.is_none(),
        uncertain_because: it.unsure,
        cross: it.cross,
    }
}

fn change<'a>(report: &'a TrendReport, of: &RegionTrend, it: &Change) -> ChangeRecord<'a> {
    let waves = &report.trend.waves;
    ChangeRecord {
        from: &waves[it.from],
        to: &waves[it.to],
        change: it.score,
        change_low: it.range.map(|(low, _)| low),
        change_high: it.range.map(|(_, high)| high),
        change_on_common: it.on_common(),
        change_computed: it.computed,
        change_value: of.value_change(&report.scored.assessed, it),
        rank_change: it.rank.map(|rank| rank.climbed()),
        rank_from: it.rank.map(|rank| rank.from.rank),
        rank_to: it.rank.map(|rank| rank.to.rank),
        rank_certain: it.rank.map(|rank| rank.is_certain()),
        ranked_in_both: it.rank.map(|rank| rank.among),
        certain: it.is_certain(),
        uncertain_because: it.unsure,
    }
}
