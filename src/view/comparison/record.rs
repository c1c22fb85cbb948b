//! A comparison for programs: the regions as rows, and the JSON of `compare`.

use std::collections::BTreeMap;

use schemars::JsonSchema;
use serde::Serialize;

use crate::assess::{Assessment, NodeResult};
use crate::compare::{Confidence, Pivot, Places, Ranked, Unranked};
use crate::region;
use crate::scrutiny::agree::{Measured, interval_of};
use crate::statement::Stage;
use crate::study::Scored;
use crate::view::conflicts::{self, ConflictRecord};
use crate::view::dataset::{Columns, Dataset, Row, Rows};
use crate::view::envelope::Body;
use crate::view::shown::{Shown, not_sent};
use crate::view::targets::{self, TargetRecord};
use crate::view::verdicts::{self, VerdictRecord};
use crate::view::words;

/// One compared region: ranked, or outside the ranking for a reason.
struct RegionRow<'a> {
    scored: &'a Scored,
    region: &'a str,
    assessment: Option<&'a Assessment>,
    ranked: Option<&'a Ranked>,
    outside: Option<&'a Unranked>,
}

impl<'a> RegionRow<'a> {
    fn index(&self) -> Option<&'a NodeResult> {
        Some(&self.assessment?.nodes[0])
    }

    fn places(&self) -> Option<Places> {
        let ranked = self.ranked.map(|it| it.places);
        ranked.or_else(|| self.outside?.places)
    }

    fn ids(&self, nodes: impl Fn(&'a Ranked) -> &'a [usize]) -> Vec<&'a str> {
        let all = self.scored.framework.nodes();
        let named = self.ranked.map(nodes).unwrap_or_default();
        named.iter().map(|node| all[*node].id()).collect()
    }

    fn score(&self, node: usize) -> Option<f64> {
        self.assessment?.nodes[node].score
    }

    /// Score of each node by its id.
    fn scores(&self) -> BTreeMap<&'a str, Option<f64>> {
        let nodes = self.scored.framework.nodes().iter().enumerate();
        nodes.map(|(at, it)| (it.id(), self.score(at))).collect()
    }

    fn targets(&self) -> Vec<TargetRecord<'a>> {
        let gaps = self.ranked.map(|it| &*it.targets).unwrap_or_default();
        let framework = &self.scored.framework;
        gaps.iter()
            .map(|it| targets::record(framework, it))
            .collect()
    }
}

impl Row for RegionRow<'_> {
    const NAME: &'static str = "Region";
    const ABOUT: &'static str =
        "One ranked region, in the order of the ranking; in CSV those outside it follow, by name.";

    fn columns(to: &mut Columns<'_, Self>) {
        to.whole(
            "rank",
            "1 is best; equal scores share the best; empty outside the ranking",
            |it| Some(it.ranked?.rank),
        );
        to.whole(
            "rank_low",
            "the best place that it could take; outside the ranking among one more than are ranked",
            |it| Some(it.places()?.best),
        );
        to.whole(
            "rank_high",
            "the worst place that it could take: the one that it has for certain",
            |it| Some(it.places()?.worst),
        );
        to.whole(
            "rank_in_kind",
            "rank among regions of the same kind",
            |it| Some(it.ranked?.rank_in_kind),
        );
        to.whole(
            "rank_in_province",
            "rank among the ranked regions of its province; null of provinces and of regions without a code",
            |it| Some(it.ranked?.rank_in_province?.0),
        );
        to.text(
            "region",
            "official name where matched, else as given",
            |it| Some(it.region),
        )
        .always();
        to.text("code", "Kemendagri code where matched", |it| {
            it.assessment?.region.code.as_deref()
        });
        to.text("kind", "kind of region where known", |it| {
            it.assessment?.region.kind.map(region::Kind::id)
        });
        to.text("wave", "round of assessment where rows name one", |it| {
            it.assessment?.wave.as_deref()
        });
        to.text("stage", "stage of verification where rows name one", |it| {
            it.assessment?.stage.map(Stage::id)
        })
        .only_csv();
        to.record::<Vec<String>>("tags", "programmes that the region belongs to", |it| {
            Box::new(it.scored.about.tags_of(it.region))
        });
        to.number(
            "score",
            "0–100 (`z-score` may leave it); empty where there is none",
            |it| it.index()?.score,
        );
        to.number("value", "on the scale that all leaves share", |it| {
            it.index()?.value
        });
        to.number("told", "in the reporting unit, with its factor", |it| {
            it.index()?.told
        });
        to.flag("reported", "whether the score is a reported number", |it| {
            Some(it.index()?.reported)
        });
        to.number("computed", "in the reporting unit: what stands below comes to, where a reported number is the score", |it| {
            it.index()?.computed
        });
        to.text("band", "id of the band", |it| {
            Some(&it.scored.framework.bands()[it.index()?.band()?].id)
        });
        to.text(
            "band_low",
            "the worst band that it could be while something is unknown",
            |it| Some(&it.scored.framework.bands()[it.index()?.grade?.low?].id),
        );
        to.text(
            "band_high",
            "the best band that it could be while something is unknown",
            |it| Some(&it.scored.framework.bands()[it.index()?.grade?.high?].id),
        );
        to.number(
            "coverage",
            "0–1: share of the weight of the framework that has data",
            |it| it.index()?.coverage,
        );
        to.number("score_low", "with everything missing at the bottom", |it| {
            it.index()?.score_low
        });
        to.number("score_high", "with everything missing at the top", |it| {
            it.index()?.score_high
        });
        to.number("gap_to_best", "best score minus this one, 0–100", |it| {
            Some(it.ranked?.gap_to_best)
        });
        to.number(
            "gap_to_median",
            "median score minus this one: above 0 below the median",
            |it| Some(it.ranked?.gap_to_median),
        );
        to.text("reason", "why the region is outside the ranking", |it| {
            Some(words::outside_id(&it.outside?.why))
        })
        .only_csv();
        to.record::<Vec<TargetRecord>>("targets", "distance to each target", |it| {
            Box::new(it.targets())
        });
        to.record::<Vec<String>>(
            "strengths",
            "ids of the best indicators, best first; none where all are equal",
            |it| Box::new(it.ids(|it| &it.strengths)),
        );
        to.record::<Vec<String>>(
            "weaknesses",
            "ids of the weakest indicators, weakest first; none where all are equal",
            |it| Box::new(it.ids(|it| &it.weaknesses)),
        );
        to.record::<BTreeMap<String, Option<f64>>>(
            "nodes",
            "score of each node by its id, 0–100; null where there is none",
            |it| Box::new(it.scores()),
        );
    }
}

fn ranked(shown: Shown<'_>) -> Vec<RegionRow<'_>> {
    let ranking = shown.comparison.ranking.iter();
    ranking
        .map(|ranked| {
            let assessment = shown.assessment(ranked.assessment);
            RegionRow {
                scored: shown.scored,
                region: &assessment.region.name,
                assessment: Some(assessment),
                ranked: Some(ranked),
                outside: None,
            }
        })
        .collect()
}

/// The ranking, then the regions outside it; with a column for each node below the index.
pub(super) fn dataset(shown: Shown<'_>) -> Dataset<'_> {
    let mut rows = ranked(shown);
    rows.extend(shown.comparison.unranked.iter().map(|it| RegionRow {
        scored: shown.scored,
        region: &it.region,
        assessment: it.assessment.map(|at| shown.assessment(at)),
        ranked: None,
        outside: Some(it),
    }));
    Dataset::with("ranking", rows, |to| {
        for (at, node) in shown.framework().nodes().iter().enumerate().skip(1) {
            to.number(node.id(), "score of the node, 0–100", move |it| {
                it.score(at)
            });
        }
    })
}

/// Regions in one order.
#[derive(Serialize, JsonSchema)]
#[schemars(inline)]
pub struct CompareRecord<'a> {
    /// The wave compared; null where rows name none or waves are mixed.
    wave: Option<&'a str>,
    /// Whether regions stand in the ranking with different waves.
    waves_mixed: bool,
    /// The stage of verification compared; null where rows name none.
    stage: Option<&'a str>,
    /// Median score of the ranked regions, 0–100; null where none is ranked.
    median: Option<f64>,
    /// How many regions are ranked, whether shown here or not.
    ranked: usize,
    /// Best score first; equal ones by name.
    ranking: Rows<RegionRow<'a>>,
    /// Regions outside the ranking, by name.
    unranked: Vec<UnrankedRecord<'a>>,
    /// Ids of indicators and reported groups on which all ranked regions have the same value.
    no_variation: Vec<&'a str>,
    /// What is below the middle of its scale in every compared region with data, weakest first.
    weak_everywhere: Vec<WeakRecord<'a>>,
    /// Ids of the indicators that all ranked regions have.
    common_indicators: Vec<&'a str>,
    /// Pairs of ranked regions whose order is not supported.
    doubts: Vec<DoubtRecord<'a>>,
    /// Cells whose move by one level takes the order from two neighbours: pair by pair, those that turn
    /// it before those that tie it, the least sure first.
    pivots: Vec<PivotRecord<'a>>,
    /// What the authors of the sources themselves conclude.
    verdicts: Vec<VerdictRecord<'a>>,
    /// How far the study's own coders agree; null where no two of them judged the same.
    agreement: Option<AgreementRecord>,
    /// How many regions should have sent data, where the study says so; else null.
    expected: Option<usize>,
    /// Those of them that have not.
    not_sent: Vec<&'a str>,
    /// What speaks against what.
    conflicts: Vec<ConflictRecord<'a>>,
}

impl Body for CompareRecord<'_> {
    const COMMAND: &'static str = "compare";
}

#[derive(Serialize, JsonSchema)]
struct UnrankedRecord<'a> {
    region: &'a str,
    /// Stable name of why it has no rank.
    reason: &'static str,
    /// 0–1: share of the weight that has data; null where nothing is scored.
    coverage: Option<f64>,
    /// 0–100; null where there is none.
    score: Option<f64>,
    /// With everything missing at the bottom.
    score_low: Option<f64>,
    /// With everything missing at the top.
    score_high: Option<f64>,
    /// The best place that it could take among one more than are ranked; null of another tier of
    /// government.
    rank_low: Option<usize>,
    /// The worst of these.
    rank_high: Option<usize>,
}

#[derive(Serialize, JsonSchema)]
struct WeakRecord<'a> {
    /// Of the group or indicator.
    id: &'a str,
    /// Mean score over the regions with data, 0–100.
    mean: f64,
    /// Highest score among them, 0–100.
    highest: f64,
    /// How many regions have data.
    regions: usize,
}

#[derive(Serialize, JsonSchema)]
struct DoubtRecord<'a> {
    /// The region ranked higher.
    above: &'a str,
    /// The region ranked lower.
    below: &'a str,
    /// `missing-data`: what is missing could turn the order round; `could-tie`: the lower one could draw
    /// level, and no more; `common-indicators`: on what both
    /// have the lower one is as high or higher; `nothing-in-common`; `relative`: scores hang on what
    /// others have.
    reason: &'static str,
}

#[derive(Serialize, JsonSchema)]
struct AgreementRecord {
    /// What two coders or more judged: `statement`, `cell` or `mixed`.
    unit: &'static str,
    /// How many of these.
    units: usize,
    /// Who judged one of these.
    coders: usize,
    /// 0–1: the share of pairs of coders that differ.
    differing: f64,
    /// Krippendorff's alpha under the metric of the scale.
    alpha: Option<f64>,
    /// Lower end of its interval.
    ci_low: Option<f64>,
    /// Upper end of its interval.
    ci_high: Option<f64>,
}

fn agreement(it: &Measured) -> AgreementRecord {
    let interval = interval_of(&it.alpha);
    AgreementRecord {
        unit: it.unit.code(),
        units: it.units,
        coders: it.coders,
        differing: it.differing(),
        alpha: it.alpha.value.ok(),
        ci_low: interval.map(|it| it.low),
        ci_high: interval.map(|it| it.high),
    }
}

#[derive(Serialize, JsonSchema)]
struct PivotRecord<'a> {
    /// The region ranked higher.
    above: &'a str,
    /// The region ranked next.
    below: &'a str,
    /// Whose cell it is.
    region: &'a str,
    /// Id of the indicator.
    indicator: &'a str,
    /// Its value, on its scale.
    from: f64,
    /// The value one level further.
    to: f64,
    /// `turn`: the lower one stands above; `tie`: both have the same score.
    effect: &'static str,
    /// How sure the coder was: `low`, `medium`, `high`; null where no row says.
    confidence: Option<&'static str>,
    file: Option<&'a str>,
    /// Sheet of a workbook; null for a text.
    sheet: Option<&'a str>,
    /// Line of a text file, row of a sheet: the least sure row that gives the value.
    row: Option<usize>,
}

fn pivot<'a>(shown: Shown<'a>, it: &'a Pivot) -> PivotRecord<'a> {
    let name = |at: usize| &*shown.assessment(at).region.name;
    let row = it.row.map(|row| &shown.statements().rows()[row]);
    PivotRecord {
        above: name(it.above),
        below: name(it.below),
        region: name(it.cell),
        indicator: shown.framework().nodes()[it.indicator].id(),
        from: it.from,
        to: it.to,
        effect: it.effect.id(),
        confidence: (it.confidence != Confidence::Unsaid).then(|| it.confidence.id()),
        file: row.map(|row| shown.statements().file(row)),
        sheet: row.and_then(|row| shown.statements().sheet(row)),
        row: row.map(|row| row.origin().row),
    }
}

/// The record of a comparison.
pub(super) fn compare<'a>(shown: Shown<'a>, agreed: Option<&Measured>) -> CompareRecord<'a> {
    let Shown {
        scored, comparison, ..
    } = shown;
    let id = |node: usize| scored.framework.nodes()[node].id();
    let ids = |nodes: &[usize]| nodes.iter().map(|node| id(*node)).collect();
    let name = |at: usize| &*shown.assessment(at).region.name;
    let index = |it: &Unranked| it.assessment.map(|at| &shown.assessment(at).nodes[0]);
    let shown_ones = comparison.shown.iter().map(|at| shown.assessment(*at));
    CompareRecord {
        wave: comparison.wave.as_deref(),
        waves_mixed: comparison.waves_mixed,
        stage: comparison.stage.map(Stage::id),
        median: comparison.median,
        ranked: comparison.among,
        ranking: Rows(ranked(shown)),
        unranked: comparison
            .unranked
            .iter()
            .map(|it| UnrankedRecord {
                region: &it.region,
                reason: words::outside_id(&it.why),
                coverage: index(it).and_then(|it| it.coverage),
                score: index(it).and_then(|it| it.score),
                score_low: index(it).and_then(|it| it.score_low),
                score_high: index(it).and_then(|it| it.score_high),
                rank_low: it.places.map(|it| it.best),
                rank_high: it.places.map(|it| it.worst),
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
                reason: doubt.why.id(),
            })
            .collect(),
        pivots: comparison
            .pivots
            .iter()
            .map(|it| pivot(shown, it))
            .collect(),
        verdicts: verdicts::records(scored, shown_ones),
        agreement: agreed.map(agreement),
        expected: scored.about.expected.as_ref().map(Vec::len),
        not_sent: not_sent(&shown),
        conflicts: comparison
            .conflicts
            .iter()
            .map(|at| conflicts::record(scored, &scored.assessed.conflicts[*at]))
            .collect(),
    }
}
