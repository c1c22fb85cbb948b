//! Rows of a plan: a step.

use crate::advise::plan::Step;
use crate::view::dataset::{Columns, Dataset, Row};

use super::PlanReport;

/// A raise by one level.
pub(super) struct StepRow<'a> {
    report: &'a PlanReport<'a>,
    step: &'a Step,
}

/// The steps in their order.
pub(super) fn steps<'a>(report: &'a PlanReport<'a>) -> Vec<StepRow<'a>> {
    let all = report.planned.plan.steps.iter();
    all.map(|step| StepRow { report, step }).collect()
}

pub(super) fn dataset<'a>(report: &'a PlanReport<'a>) -> Dataset<'a> {
    Dataset::new("steps", steps(report))
}

impl StepRow<'_> {
    fn id(&self, node: usize) -> &str {
        self.report.scored.framework.nodes()[node].id()
    }

    fn items(&self) -> Vec<&str> {
        let framework = &self.report.scored.framework;
        let indicator = framework.nodes()[self.step.node].indicator();
        let items = indicator.map_or(&[][..], |it| &it.items);
        let codes = self.step.items.iter().map(|at| items[*at].code.as_str());
        codes.collect()
    }

    fn instead(&self) -> Vec<&str> {
        let all = self.step.instead.iter();
        all.map(|(node, _)| self.id(*node)).collect()
    }
}

impl Row for StepRow<'_> {
    const NAME: &'static str = "Step";
    const ABOUT: &'static str =
        "A raise of one indicator by one whole level; numbers are in the reporting unit.";

    fn columns(to: &mut Columns<'_, Self>) {
        to.text("region", "its name", |it| Some(it.report.region()))
            .only_csv();
        to.text("indicator", "its id", |it| Some(it.id(it.step.node)))
            .always();
        to.number("from", "the level, or value, before", |it| {
            Some(it.step.from)
        })
        .always();
        to.number("to", "the level after", |it| Some(it.step.to))
            .always();
        to.number("gain", "what it adds at its place in the order", |it| {
            Some(it.step.gain)
        })
        .always();
        to.number("value", "what is reached with it", |it| Some(it.step.value))
            .always();
        to.number("cost", "as `cost_by` says", |it| {
            Some(it.step.cost.number())
        })
        .always();
        to.record::<Vec<String>>(
            "items",
            "codes of the evidence items that the level still lacks",
            |it| Box::new(it.items()),
        );
        to.words(
            "items",
            "codes of the evidence items that the level still lacks",
            |it| {
                let items = it.items();
                (!items.is_empty()).then(|| items.join("; "))
            },
        )
        .only_csv();
        to.text("owner", "whose task these items are", |it| {
            it.step.owner.as_deref()
        });
        to.words("due", "the first date by which one of them is due", |it| {
            it.step.due.as_ref().map(ToString::to_string)
        });
        to.text(
            "wave",
            "in which it should be done; none without `--until`",
            |it| Some(it.report.planned.waves.get(it.step.wave?)?.as_str()),
        );
        to.number(
            "if_failed",
            "what the whole plan reaches if the indicator does not get beyond `from`",
            |it| it.step.if_failed,
        );
        to.record::<Vec<String>>(
            "instead",
            "ids of indicators that one level more costs the same and reaches the target as well",
            |it| Box::new(it.instead()),
        );
        to.words(
            "instead",
            "ids of indicators that one level more costs the same and reaches the target as well",
            |it| {
                let all = it.instead();
                (!all.is_empty()).then(|| all.join("; "))
            },
        )
        .only_csv();
    }
}
