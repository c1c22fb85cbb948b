//! The record of a plan that programs read: the JSON of `plan`.

use schemars::JsonSchema;
use serde::Serialize;

use crate::advise::plan::Aside;
use crate::assess::minimum::Held;
use crate::region::Kind;
use crate::view::dataset::Rows;
use crate::view::envelope::Body;

use super::PlanReport;
use super::rows::{self, StepRow};

/// The cheapest way of a region to a target. Numbers are in the reporting unit.
#[derive(Serialize, JsonSchema)]
#[schemars(inline)]
pub struct PlanRecord<'a> {
    region: &'a str,
    code: Option<&'a str>,
    kind: Option<&'static str>,
    /// From which the plan starts; null where rows name none.
    wave: Option<&'a str>,
    /// From which the plan starts; null where rows name none.
    stage: Option<&'static str>,
    /// Id of the node that should reach the target.
    node: &'a str,
    /// Where it stands, as computed; null where it has no score.
    start: Option<f64>,
    /// What it should reach.
    target: f64,
    /// Id of the band that is the target.
    band: Option<&'a str>,
    /// What is missing from `start` to `target`.
    gap: Option<f64>,
    /// The number that is published for it, where one is computed as well.
    published: Option<f64>,
    /// `published` minus `start`.
    published_more: Option<f64>,
    /// Whether the target is reached, with the steps or without.
    reached: bool,
    /// `reached`, `already-reached`, `out-of-reach`, `no-levels` (nothing can be raised), `no-score`.
    verdict: &'static str,
    /// The best that can be reached.
    best: Option<f64>,
    /// What the steps cost together.
    cost: f64,
    /// How cost is counted: `items` (evidence items still missing, 1 for a level that names none),
    /// `levels` or `file`.
    cost_by: &'static str,
    /// Whether it is proved that nothing is cheaper.
    optimal: bool,
    /// The best that a smaller cost reaches; null where none is smaller.
    cheaper: Option<CheaperRecord>,
    /// The raises in their order, each by one level; of an unreachable target those to `best`.
    steps: Rows<StepRow<'a>>,
    /// What is reached with the steps.
    score_after: Option<f64>,
    /// The least that it then could be while something is unknown.
    score_after_low: Option<f64>,
    /// The most.
    score_after_high: Option<f64>,
    /// Minimums of the framework that are missed with the steps, or of which nothing is known.
    minimums: Vec<MinimumRecord<'a>>,
    /// Indicators without a level, which are never raised; `could_add` at the top of their scale.
    unmeasured: Vec<AsideRecord<'a>>,
    /// Indicators that other bodies measure; `could_add` with one level more.
    external: Vec<AsideRecord<'a>>,
    /// Ids of measured indicators that have no levels to raise.
    without_levels: Vec<&'a str>,
    /// Ids of indicators of which the table of costs has no cost for the next level.
    unpriced: Vec<&'a str>,
}

impl Body for PlanRecord<'_> {
    const COMMAND: &'static str = "plan";
}

#[derive(Serialize, JsonSchema)]
struct CheaperRecord {
    /// The next smaller cost that reaches more than all below it.
    cost: f64,
    /// The best for it.
    value: f64,
}

#[derive(Serialize, JsonSchema)]
struct MinimumRecord<'a> {
    /// Id of the node.
    node: &'a str,
    /// What it needs.
    value: f64,
    /// What it has; null where it has no number.
    found: Option<f64>,
}

#[derive(Serialize, JsonSchema)]
struct AsideRecord<'a> {
    /// Its id.
    indicator: &'a str,
    /// What it has.
    level: Option<f64>,
    /// What it could add; null where that is not known.
    could_add: Option<f64>,
    /// Who measures it, as the framework says in Indonesian.
    fed_by: Option<&'a str>,
}

/// The body of the record.
pub(super) fn body<'a>(report: &'a PlanReport<'a>) -> PlanRecord<'a> {
    let framework = &report.scored.framework;
    let plan = &report.planned.plan;
    let assessment = report.assessment();
    let id = |at: usize| framework.nodes()[at].id();
    let ids = |all: &[usize]| all.iter().map(|at| id(*at)).collect();
    let aside = |all: &[Aside]| {
        let all = all.iter().map(|it| AsideRecord {
            indicator: id(it.node),
            level: it.level,
            could_add: it.could_add,
            fed_by: framework.nodes()[it.node]
                .indicator()
                .and_then(|it| it.fed_by.as_ref())
                .map(|it| it.get(crate::text::Lang::Id)),
        });
        all.collect()
    };
    PlanRecord {
        region: &assessment.region.name,
        code: assessment.region.code.as_deref(),
        kind: assessment.region.kind.map(Kind::id),
        wave: assessment.wave.as_deref(),
        stage: assessment.stage.map(|it| it.id()),
        node: id(plan.wish.node),
        start: plan.start,
        target: plan.wish.target,
        band: report
            .planned
            .band
            .map(|at| framework.bands()[at].id.as_str()),
        gap: plan.gap(),
        published: plan.published,
        published_more: plan.published.zip(plan.start).map(|(a, b)| a - b),
        reached: plan.is_reached(),
        verdict: plan.verdict.id(),
        best: plan.best,
        cost: plan.cost.number(),
        cost_by: plan.wish.costs.id(),
        // What the search cannot prove it refuses.
        optimal: true,
        cheaper: plan.cheaper.map(|(cost, value)| CheaperRecord {
            cost: cost.number(),
            value,
        }),
        steps: Rows(rows::steps(report)),
        score_after: plan.after,
        score_after_low: report.range().map(|it| it[0]),
        score_after_high: report.range().map(|it| it[1]),
        minimums: plan
            .missed
            .iter()
            .map(|(at, held)| {
                let minimum = &framework.minimums()[*at];
                MinimumRecord {
                    node: id(minimum.node),
                    value: minimum.value,
                    found: match held {
                        Held::Missed(value) => Some(*value),
                        Held::Reached | Held::Unknown => None,
                    },
                }
            })
            .collect(),
        unmeasured: aside(&plan.unmeasured),
        external: aside(&plan.external),
        without_levels: ids(&plan.without_levels),
        unpriced: ids(&plan.unpriced),
    }
}
