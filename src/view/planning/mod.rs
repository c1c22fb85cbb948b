//! A plan as people read it: the answer first, then the steps, then what is not raised.

mod record;
mod rows;
mod tables;

use crate::advise::plan::{Costs, Step, Verdict};
use crate::assess::Assessment;
use crate::framework::ReportingUnit;
use crate::stats::TOLERANCE;
use crate::study::Scored;
use crate::study::wish::Planned;
use crate::text::{Lang, Wording, label, number, rounded, short_number};

use super::dataset::Dataset;
use super::envelope::Envelope;
use super::inputs::{InputRecord, inputs_of};
use super::report::{Detail, Record, Report};
use super::shown::remarks;
use super::{Block, Document, words};

pub use record::PlanRecord;

/// A plan with what it rests on.
#[derive(Debug)]
pub struct PlanReport<'a> {
    /// The framework with its rows and scores.
    pub scored: &'a Scored,
    /// The plan.
    pub planned: Planned,
    /// Language of the reader.
    pub lang: Lang,
}

impl Report for PlanReport<'_> {
    fn name(&self) -> &str {
        self.scored.framework.id()
    }

    fn document(&self, detail: Detail) -> Document {
        document(self, detail)
    }

    fn datasets(&self) -> Vec<Dataset<'_>> {
        vec![rows::dataset(self)]
    }

    fn inputs(&self) -> Vec<InputRecord<'_>> {
        inputs_of(&self.scored.statements)
    }

    fn record(&self) -> Record<'_> {
        Box::new(Envelope::of_scored(
            record::body(self),
            self.scored,
            self.lang,
        ))
    }
}

impl PlanReport<'_> {
    fn assessment(&self) -> &Assessment {
        &self.scored.assessed.assessments[self.planned.plan.assessment]
    }

    fn region(&self) -> &str {
        &self.assessment().region.name
    }

    fn wording(&self) -> Wording {
        words::wording(self.lang, &self.scored.framework)
    }

    fn title(&self, node: usize) -> &str {
        words::title(self.lang, &self.scored.framework, node)
    }

    /// So many decimals that rounding carries a number neither over the target nor away from it.
    fn decimals(&self, value: f64) -> usize {
        /// Beyond these the target itself is meant.
        const MOST: usize = 8;
        let target = self.planned.plan.wish.target;
        let least = self.scored.method.reporting.decimals.max(2);
        let side = |it: f64| it >= target - TOLERANCE;
        let keeps = |decimals: &usize| side(rounded(value, *decimals)) == side(value);
        let beside = (least..MOST).find(keeps).unwrap_or(least);
        beside.max(words::told_decimals(&self.scored.framework, value, least))
    }

    /// Decimals of what one level adds: one more than results have, since many small ones add up.
    fn gain_decimals(&self) -> usize {
        self.scored.method.reporting.decimals.max(2) + 1
    }

    /// Where the node could lie with the steps, in the reporting unit, while something is unknown.
    fn range(&self) -> Option<[f64; 2]> {
        let node = self.planned.plan.wish.node;
        let result = self.planned.plan.results.get(node)?;
        let Scored {
            framework, method, ..
        } = self.scored;
        let told = |it: f64| method.as_people_read(framework, node, it);
        Some([told(result.score_low?), told(result.score_high?)])
    }

    fn told(&self, value: f64) -> String {
        number(value, self.decimals(value), self.lang)
    }

    /// The indicators that could stand in the place of any step.
    fn common_instead(&self) -> Vec<usize> {
        let mut steps = self.planned.plan.steps.iter();
        let Some(first) = steps.next() else {
            return Vec::new();
        };
        let has = |step: &Step, node: usize| step.instead.iter().any(|it| it.0 == node);
        let rest: Vec<&Step> = steps.collect();
        let nodes = first.instead.iter().map(|it| it.0);
        nodes
            .filter(|node| rest.iter().all(|step| has(step, *node)))
            .collect()
    }

    fn target(&self) -> String {
        let target = self.told(self.planned.plan.wish.target);
        match self.planned.band {
            Some(at) => {
                let name = self.scored.framework.bands()[at].label.get(self.lang);
                format!("{target} ({name})")
            }
            None => target,
        }
    }
}

/// The answer and all steps, without what is not raised.
pub(super) fn way(report: &PlanReport, detail: Detail, blocks: &mut Vec<Block>) {
    blocks.extend(answer(report));
    tables::steps(report, (detail, usize::MAX), blocks);
}

fn document(report: &PlanReport, detail: Detail) -> Document {
    let lang = report.lang;
    let mut blocks = answer(report);
    let most = if detail.is_full() {
        usize::MAX
    } else {
        tables::STEPS
    };
    tables::steps(report, (detail, most), &mut blocks);
    tables::waves(report, &mut blocks);
    tables::aside(report, detail, &mut blocks);
    remarks(
        report.scored,
        Some(&[report.planned.plan.assessment]),
        (lang, detail),
        &mut blocks,
    );
    let framework = &report.scored.framework;
    let line = label::framework_line(lang, framework.id(), framework.version());
    let aim = label::plan_aim(
        lang,
        report.title(report.planned.plan.wish.node),
        report.target(),
    );
    Document {
        lang,
        title: label::plan_title(lang, words::heading(lang, report.assessment())),
        subtitle: format!("{line} · {aim}"),
        blocks,
    }
}

/// Where a target on 0–100 looks like a level of the scale: what that level is there.
fn level_meant(report: &PlanReport) -> Option<String> {
    let (framework, method) = (&report.scored.framework, &report.scored.method);
    let wish = &report.planned.plan.wish;
    let scale = framework.shared_scale(wish.node)?;
    let is_percent = method.reporting.unit == ReportingUnit::Percent;
    let is_level =
        scale.contains(wish.target) && scale.is_level(wish.target) && wish.target > scale.min();
    (is_percent && is_level && scale.max() <= 10.0).then(|| {
        let share = (wish.target - scale.min()) / (scale.max() - scale.min());
        let level = short_number(wish.target, 2, report.lang);
        let score = short_number(100.0 * share, 2, report.lang);
        label::plan_level_meant(&report.wording(), level, score)
    })
}

/// The answer in sentences.
fn answer(report: &PlanReport) -> Vec<Block> {
    let (plan, lang, called) = (&report.planned.plan, report.lang, report.wording());
    let node = report.title(plan.wish.node);
    let told = |it: Option<f64>| it.map_or_else(String::new, |it| report.told(it));
    let (start, target) = (told(plan.start), report.target());
    let raises = plan.steps.len();
    let indicators = match plan.indicators() {
        1 => label::plan_in_one(lang).to_owned(),
        several => label::plan_in_several(lang, several),
    };
    let cost = |it: f64| short_number(it, 3, lang);
    let mut lines = Vec::new();
    match plan.verdict {
        Verdict::NoScore => lines.push(label::plan_no_score(lang, node)),
        Verdict::Already => {
            lines.push(label::plan_already(lang, node, start, target));
            lines.extend(level_meant(report));
        }
        Verdict::NoLevels => {
            let gap = told(plan.gap());
            lines.push(label::plan_no_levels(&called, node, start, target, gap));
        }
        Verdict::OutOfReach => {
            let best = told(plan.best);
            lines.push(label::plan_out_of_reach(lang, node, target, best));
            if raises > 0 {
                lines.push(label::plan_best_by(&called, raises, indicators));
            }
        }
        Verdict::Reached => {
            let after = told(plan.after);
            lines.push(match raises {
                1 => label::plan_answer_one(&called, node, start, after, target),
                _ => label::plan_answer(&called, raises, indicators, node, start, after, target),
            });
            let total = cost(plan.cost.number());
            if let Some((cheaper, value)) = plan.cheaper {
                let (cheaper, value) = (cost(cheaper.number()), told(Some(value)));
                let is_count = (plan.cost.number() - count(raises)).abs() <= 1e-9;
                lines.push(match is_count {
                    true => label::plan_fewest(lang, total, value),
                    false => label::plan_cheapest(lang, total, cheaper, value),
                });
            }
        }
    }
    if plan.wish.costs == Costs::Items && (plan.cost.number() - count(raises)).abs() > 1e-9 {
        let total = cost(plan.cost.number());
        lines.push(label::plan_cost_items(&called, total));
    }
    if let (Some(published), Some(start)) = (plan.published, plan.start) {
        lines.extend(official(report, published, start));
    }
    if let Some([low, high]) = report.range()
        && matches!(plan.verdict, Verdict::Already | Verdict::Reached)
        && low < plan.wish.target
    {
        let [low, high] = [low, high].map(|it| report.told(it));
        lines.push(label::plan_provisional(lang, node, low, high));
    }
    let mut blocks: Vec<Block> = lines.into_iter().map(Block::Paragraph).collect();
    let missed = missed(report);
    if !missed.is_empty() {
        blocks.push(Block::Paragraph(label::plan_minimum(&called)));
        blocks.push(Block::List(missed));
    }
    blocks
}

/// By how much a published number differs from the one that the plan runs on.
fn official(report: &PlanReport, published: f64, start: f64) -> Option<String> {
    /// Beyond these it is noise.
    const MOST: usize = 6;
    let lang = report.lang;
    let least = report.decimals(published).max(report.decimals(start));
    let is_seen = |decimals: &usize| rounded((published - start).abs(), *decimals) > 0.0;
    let decimals = (least..=MOST).find(is_seen)?;
    let told = |it: f64| number(it, decimals, lang);
    let difference = words::change(lang, published - start, decimals, false);
    Some(label::plan_official(
        lang,
        told(published),
        told(start),
        difference,
    ))
}

#[expect(clippy::cast_precision_loss, reason = "a few hundred steps")]
fn count(steps: usize) -> f64 {
    steps as f64
}

/// The minimums that are missed with the plan, and those of which nothing is known.
fn missed(report: &PlanReport) -> Vec<String> {
    let framework = &report.scored.framework;
    let missed = report.planned.plan.missed.iter();
    let missed = missed.map(|(at, held)| (&framework.minimums()[*at], *held));
    words::not_reached(report.lang, framework, missed)
}
