//! The arithmetic of an instrument as formulas, on a sheet that is kept out of sight: one row for each
//! node, one block of columns for each step of verification.
//!
//! They are the steps of [`crate::assess`] in its order, so that the last digit is the same: a unit score
//! for each leaf, Σ w u / Σ w or what else the rule of a group is, coverage beside it.

mod told;

use crate::framework::{
    Framework, GroupRule, Indicator, Method, MissingPolicy, Normalisation, Orientation, Transform,
    WholeLevels,
};
use crate::stats::TOLERANCE;
use crate::text::{Lang, label};
use crate::view::book::{Area, Cell, Formula, Function, Operator, Seat, Sheet};

use super::lists::{Lists, NOT_APPLICABLE};

use told::Held;

/// Name of the sheet.
const NAME: &str = "_hitung";

/// What stands for the unit score of a group in which a zero meets a rule that cannot take it.
const REFUSED: &str = "!";

/// The columns of a block.
#[derive(Clone, Copy)]
enum Column {
    /// Of a leaf: its value on the scale. Of a group: what people are told.
    Value,
    /// What a node gives its parent to reckon with.
    Unit,
    /// Share of the weight with data; empty where it takes no part.
    Coverage,
    /// The unit score, where there is enough of it.
    Shown,
    /// Weight of the children that take part.
    Total,
    /// The same times their coverage.
    Covered,
    /// Weight of what stands until another body has measured.
    Assumed,
    /// Weight of the children that count.
    Weight,
    /// What the rule adds up.
    Sum,
    /// Position of the band that the minimums leave.
    Band,
    /// The same where all are missed of which nothing is known.
    Least,
}

/// Width of a block.
const BLOCK: u16 = 11;

/// Whether the index of an instrument can be worked out on a sheet: where a score hangs on other regions, on
/// medians, on sums of levels or on minimums of groups, it cannot.
#[must_use]
pub(super) fn is_possible(framework: &Framework) -> bool {
    let method = Method::of(framework);
    let has_rule = |rule: GroupRule| !matches!(rule, GroupRule::Median);
    let rules = framework.nodes().iter().filter_map(|it| it.rule());
    let leaf = |it: &Indicator| {
        let relative = matches!(it.normalise, Some(Normalisation::Relative(_)));
        it.sum_of.is_empty() && !relative || is_sum_of_numbers(framework, it)
    };
    let is_leaf = |at: usize| framework.nodes()[at].indicator().is_some();
    let some = framework.indicators().any(|(.., it)| it.is_scored());
    some && framework.indicators().all(|(.., it)| leaf(it))
        && has_rule(method.aggregation.groups)
        && rules.into_iter().all(has_rule)
        && framework.minimums().iter().all(|it| is_leaf(it.node))
}

/// Whether an indicator sums up others, none of which has levels.
fn is_sum_of_numbers(framework: &Framework, it: &Indicator) -> bool {
    let mut parts = parts_of(framework, it);
    let is_number = |at: usize| {
        let part = framework.nodes()[at].indicator();
        part.is_some_and(|it| {
            !it.has_levels() && !matches!(it.normalise, Some(Normalisation::Relative(_)))
        })
    };
    !it.sum_of.is_empty() && parts.all(is_number)
}

/// The positions of the indicators that one sums up.
fn parts_of<'a>(framework: &'a Framework, it: &'a Indicator) -> impl Iterator<Item = usize> + 'a {
    it.sum_of.iter().filter_map(|it| framework.find(it))
}

/// Where the results of a step stand.
pub(super) struct Step {
    /// The index, as people are told; a text where there is too little.
    pub(super) index: Formula,
    /// Its band.
    pub(super) band: Formula,
    /// The share of its weight that has data, 0–1.
    pub(super) completeness: Formula,
}

/// The sheet under way.
pub(super) struct Live<'f> {
    framework: &'f Framework,
    method: Method,
    lists: &'f Lists,
    lang: Lang,
    sheet: Sheet,
    blocks: u16,
}

/// Where a leaf is answered in a step.
pub(super) struct Answered<'a> {
    /// Its cell on the sheet of answers.
    pub(super) answer: &'a Seat,
    /// What another body's index gives it.
    pub(super) outside: Option<&'a Seat>,
    /// Whether it is what a region says of itself.
    pub(super) own: bool,
}

impl<'f> Live<'f> {
    pub(super) fn new(framework: &'f Framework, lists: &'f Lists, lang: Lang) -> Self {
        let mut sheet = Sheet::new(NAME);
        sheet.hidden = true;
        sheet.put((0, 0), label::form_code(lang));
        for (row, node) in (1u32..).zip(framework.nodes()) {
            sheet.put((row, 0), node.id());
        }
        Self {
            framework,
            method: Method::of(framework),
            lists,
            lang,
            sheet,
            blocks: 0,
        }
    }

    pub(super) fn finish(self) -> Sheet {
        self.sheet
    }

    /// Adds the formulas of a step whose leaves are answered `at` their positions.
    pub(super) fn step<'a>(
        &mut self,
        own: bool,
        at: impl Fn(usize) -> Option<Answered<'a>>,
    ) -> Step {
        let block = self.blocks;
        self.blocks += 1;
        for (node, it) in self.framework.nodes().iter().enumerate() {
            match it.indicator() {
                Some(indicator) => {
                    if let Some(answered) = at(node).filter(|_| indicator.is_scored()) {
                        let parts = parts_of(self.framework, indicator).map(&at);
                        let parts: Option<Vec<Answered<'_>>> = parts.collect();
                        let parts = parts.unwrap_or_default();
                        self.leaf(block, (node, indicator), &answered, &parts);
                    }
                }
                None => self.group(block, node),
            }
        }
        let minimums = self.framework.minimums().iter();
        let held = minimums.filter_map(|it| Some((it, at(it.node)?.answer.clone().into())));
        let held: Vec<Held<'_>> = held.collect();
        self.told(block, own, &held)
    }

    fn seat(&self, block: u16, node: usize, column: Column) -> Seat {
        let row = u32::try_from(node).unwrap_or(u32::MAX - 2) + 1;
        self.sheet.seat((row, 1 + block * BLOCK + column as u16))
    }

    fn cell(&self, block: u16, node: usize, column: Column) -> Formula {
        self.seat(block, node, column).into()
    }

    fn put(&mut self, block: u16, node: usize, column: Column, formula: Formula) {
        let at = self.seat(block, node, column).at;
        self.sheet.put(at, Cell::formula(formula, None));
    }

    /// A leaf, which may be the sum of other ones.
    fn leaf(
        &mut self,
        block: u16,
        (node, it): (usize, &Indicator),
        answered: &Answered<'_>,
        parts: &[Answered<'_>],
    ) {
        let value = self.value(it, answered);
        let value = match parts {
            [] => value,
            parts => {
                let is_open = Formula::from(answered.answer.clone()).is_empty();
                Formula::either(is_open, self.summed(it, parts), value)
            }
        };
        self.put(block, node, Column::Value, value);
        let value = || self.cell(block, node, Column::Value);
        let unit = |value| self.floored(self.unit(it, value));
        let aggregation = &self.method.aggregation;
        let without = match (it.until_issued, aggregation.missing) {
            (Some(stands), _) => unit(Formula::Number(stands)),
            (None, MissingPolicy::Zero) => Formula::Number(aggregation.floor),
            (None, MissingPolicy::Rescale | MissingPolicy::Fail) => Formula::nothing(),
        };
        let has_value = || value().is_number();
        let found = Formula::either(has_value(), unit(value()), without);
        let is_outside = value().with(Operator::Same, Formula::text(NOT_APPLICABLE));
        let found = match it.allow_na {
            true => Formula::either(is_outside.clone(), Formula::nothing(), found),
            false => found,
        };
        let coverage = Formula::either(has_value(), 1.0.into(), 0.0.into());
        let coverage = match it.allow_na {
            true => Formula::either(is_outside, Formula::nothing(), coverage),
            false => coverage,
        };
        self.put(block, node, Column::Unit, found);
        self.put(block, node, Column::Coverage, coverage);
    }

    /// The value on the scale of what was answered: a number, the text of what does not apply, or nothing.
    fn value(&self, it: &Indicator, answered: &Answered<'_>) -> Formula {
        let answer = || Formula::from(answered.answer.clone());
        let is_number = answer().is_number();
        if !it.has_levels() {
            return Formula::either(is_number, answer(), Formula::nothing());
        }
        let scale = &self.framework.scales()[it.scale];
        let list = self.lists.scale(it);
        let find = |key: Formula, beside: &Area| Formula::Find {
            key: Box::new(key),
            among: list.words.clone(),
            beside: beside.clone(),
        };
        let whole = match self.method.aggregation.whole_levels {
            WholeLevels::No => it.kind.has_stages(),
            WholeLevels::Everywhere => true,
            WholeLevels::SelfAssessed => answered.own,
        };
        let values = if answered.own {
            &list.claimed
        } else {
            &list.values
        };
        let trimmed = Formula::Call(Function::Trim, vec![answer()]);
        let of_number = match whole {
            true => Formula::Find {
                key: Box::new(answer()),
                among: list.values.clone(),
                beside: values.clone(),
            },
            false => {
                let low = answer().with(Operator::AtLeast, scale.min().into());
                let high = Formula::Number(scale.max()).with(Operator::AtLeast, answer());
                let inside = Formula::Call(Function::And, vec![low, high]);
                Formula::either(inside, answer(), Formula::nothing())
            }
        };
        let said = Formula::either(is_number, of_number, find(trimmed, values));
        match answered.outside {
            Some(outside) => Formula::either(answer().is_empty(), outside.clone().into(), said),
            None => said,
        }
    }

    /// The sum of the parts of an indicator, where all are answered: each, and the sum, within its ends.
    fn summed(&self, it: &Indicator, parts: &[Answered<'_>]) -> Formula {
        let framework = self.framework;
        let answer = |part: &Answered<'_>| Formula::from(part.answer.clone());
        let all = parts.iter().map(|it| answer(it).is_number());
        let all = Formula::Call(Function::And, all.collect());
        let within = |value: Formula, low: f64, high: f64| {
            let most = Formula::Call(Function::Max, vec![low.into(), value]);
            Formula::Call(Function::Min, vec![high.into(), most])
        };
        let possible = parts_of(framework, it).zip(parts).map(|(at, part)| {
            let indicator = framework.nodes()[at].indicator();
            match indicator.and_then(|it| it.normalise) {
                Some(Normalisation::Goalposts { low, high }) => within(answer(part), low, high),
                Some(Normalisation::Relative(_)) | None => answer(part),
            }
        });
        let scale = &framework.scales()[it.scale];
        let sum = within(Formula::sum(possible), scale.min(), scale.max());
        Formula::either(all, sum, Formula::nothing())
    }

    /// u = (v − min)/(max − min), of a number between its goalposts, of a stage its place among them.
    fn unit(&self, it: &Indicator, value: Formula) -> Formula {
        let between = |value: Formula, low: f64, high: f64| {
            let above = value.with(Operator::Minus, low.into());
            above.with(Operator::Over, (high - low).into())
        };
        let scale = &self.framework.scales()[it.scale];
        let unit = match it.normalise {
            Some(Normalisation::Goalposts { low, high }) => {
                let (value, low, high) = match it.transform {
                    Some(Transform::Log) => (
                        Formula::Call(Function::Ln, vec![value]),
                        low.ln(),
                        high.ln(),
                    ),
                    None => (value, low, high),
                };
                let inside = between(value, low, high);
                let most = Formula::Call(Function::Max, vec![0.0.into(), inside]);
                Formula::Call(Function::Min, vec![1.0.into(), most])
            }
            Some(Normalisation::Relative(_)) => Formula::nothing(),
            None if it.kind.has_stages() && scale.levels().len() > 1 => {
                let list = self.lists.scale(it);
                Formula::Find {
                    key: Box::new(value),
                    among: list.values.clone(),
                    beside: list.stages.clone(),
                }
            }
            None => between(value, scale.min(), scale.max()),
        };
        match it.direction {
            Orientation::Lower => Formula::Number(1.0).with(Operator::Minus, unit),
            Orientation::Higher | Orientation::Descriptive => unit,
        }
    }

    fn floored(&self, unit: Formula) -> Formula {
        let floor = self.method.aggregation.floor;
        match floor > 0.0 {
            true => Formula::Number(floor).with(
                Operator::Plus,
                Formula::Number(1.0 - floor).with(Operator::Times, unit),
            ),
            false => unit,
        }
    }

    /// The children of a group that may take part: their positions and weights.
    fn children(&self, node: usize) -> Vec<(usize, f64)> {
        let nodes = self.framework.nodes();
        let children = nodes[node].children().iter().copied();
        let weighted = children.map(|it| (it, self.method.weights[it]));
        weighted
            .filter(|(child, weight)| *weight > 0.0 && self.takes_part(*child))
            .collect()
    }

    /// Whether a node can take part in its parent: a profile does not, nor what is not scored.
    fn takes_part(&self, node: usize) -> bool {
        match self.framework.nodes()[node].indicator() {
            Some(indicator) => indicator.is_scored(),
            None => self.rule(node) != GroupRule::None && !self.children(node).is_empty(),
        }
    }

    fn rule(&self, node: usize) -> GroupRule {
        let own = self.framework.nodes()[node].rule();
        own.unwrap_or(self.method.aggregation.groups)
    }

    fn group(&mut self, block: u16, node: usize) {
        let children = self.children(node);
        if children.is_empty() {
            return;
        }
        let own = |column| self.cell(block, node, column);
        let of = |child: usize, column| self.cell(block, child, column);
        let summed = |column: Column, part: &dyn Fn(usize, f64) -> Formula| {
            Formula::sum(children.iter().map(|(child, weight)| {
                let counts = of(*child, column).is_number();
                Formula::either(counts, part(*child, *weight), 0.0.into())
            }))
        };
        let times = |weight: f64, it: Formula| Formula::Number(weight).with(Operator::Times, it);
        let total = summed(Column::Coverage, &|_, weight| weight.into());
        let covered = summed(Column::Coverage, &|child, weight| {
            times(weight, of(child, Column::Coverage))
        });
        let stands = children.iter().filter(|(child, _)| {
            let indicator = self.framework.nodes()[*child].indicator();
            indicator.is_some_and(|it| it.until_issued.is_some())
        });
        let assumed = Formula::sum(stands.map(|(child, weight)| {
            let is_known = of(*child, Column::Coverage).with(Operator::Above, 0.0.into());
            Formula::either(is_known, 0.0.into(), (*weight).into())
        }));
        let weight = summed(Column::Unit, &|_, weight| weight.into());
        let rule = self.rule(node);
        let sum = match rule {
            GroupRule::Geometric => summed(Column::Unit, &|child, weight| {
                let log = Formula::Call(Function::Ln, vec![of(child, Column::Unit)]);
                times(weight, log)
            }),
            GroupRule::Harmonic => summed(Column::Unit, &|child, weight| {
                Formula::Number(weight).with(Operator::Over, of(child, Column::Unit))
            }),
            GroupRule::Min => {
                let all = children.iter().map(|(child, _)| of(*child, Column::Unit));
                // A child without a score must not become the least.
                let all =
                    all.map(|it| Formula::either(it.clone().is_number(), it, Formula::Number(2.0)));
                Formula::Call(Function::Min, all.collect())
            }
            GroupRule::Arithmetic | GroupRule::Median | GroupRule::None => {
                summed(Column::Unit, &|child, weight| {
                    times(weight, of(child, Column::Unit))
                })
            }
        };
        let coverage = {
            let has = own(Column::Total).with(Operator::Above, 0.0.into());
            let share = own(Column::Covered).with(Operator::Over, own(Column::Total));
            Formula::either(has, share, Formula::nothing())
        };
        let unit = self.unit_of_group(rule, (own(Column::Sum), own(Column::Weight)));
        let whole = own(Column::Weight)
            .with(Operator::Plus, TOLERANCE.into())
            .with(Operator::AtLeast, own(Column::Total));
        let unit = self.without_data(node, (own(Column::Coverage), whole), unit);
        // A group that its rule cannot score leaves those above it without a score as well.
        let groups = children.iter().filter(|(child, _)| {
            let child = &self.framework.nodes()[*child];
            child.indicator().is_none()
        });
        let refused: Vec<Formula> = groups
            .map(|(child, _)| {
                let unit = of(*child, Column::Unit);
                unit.with(Operator::Same, Formula::text(REFUSED))
            })
            .collect();
        let unit = match refused.is_empty() {
            true => unit,
            false => {
                let any = Formula::Call(Function::Or, refused);
                Formula::either(any, Formula::text(REFUSED), unit)
            }
        };
        let shown = (node == 0).then(|| self.shown(block, node));
        for (column, formula) in [
            (Column::Total, total),
            (Column::Covered, covered),
            (Column::Assumed, assumed),
            (Column::Weight, weight),
            (Column::Sum, sum),
            (Column::Coverage, coverage),
            (Column::Unit, unit),
        ] {
            self.put(block, node, column, formula);
        }
        if let Some(shown) = shown {
            self.put(block, node, Column::Shown, shown);
        }
    }

    /// What the sum over the children comes to.
    fn unit_of_group(&self, rule: GroupRule, (sum, weight): (Formula, Formula)) -> Formula {
        let has = weight.clone().with(Operator::Above, 0.0.into());
        let closed = match rule {
            GroupRule::None | GroupRule::Median => Formula::nothing(),
            GroupRule::Arithmetic => sum.with(Operator::Over, weight),
            GroupRule::Geometric => {
                Formula::Call(Function::Exp, vec![sum.with(Operator::Over, weight)])
            }
            GroupRule::Harmonic => weight.with(Operator::Over, sum),
            GroupRule::Min => sum,
        };
        let found = Formula::either(has, closed, Formula::nothing());
        match rule {
            GroupRule::Geometric | GroupRule::Harmonic => {
                Formula::Call(Function::IfError, vec![found, Formula::text(REFUSED)])
            }
            _ => found,
        }
    }

    /// What a group without any data gives its parent.
    fn without_data(
        &self,
        node: usize,
        (coverage, whole): (Formula, Formula),
        unit: Formula,
    ) -> Formula {
        let aggregation = &self.method.aggregation;
        match aggregation.missing {
            MissingPolicy::Zero if node > 0 => {
                let has = coverage.with(Operator::Above, 0.0.into());
                Formula::either(has, unit, aggregation.floor.into())
            }
            MissingPolicy::Fail => Formula::either(whole, unit, Formula::nothing()),
            MissingPolicy::Rescale | MissingPolicy::Zero => unit,
        }
    }

    /// The unit score where there is data, and enough of it.
    fn shown(&self, block: u16, node: usize) -> Formula {
        let own = |column| self.cell(block, node, column);
        let least = self.method.aggregation.min_coverage;
        let standing = own(Column::Assumed).with(Operator::Over, own(Column::Total));
        let known = own(Column::Coverage).with(Operator::Plus, standing);
        let known = known.with(Operator::Plus, TOLERANCE.into());
        let enough = known.with(Operator::AtLeast, least.into());
        // The inner condition would divide by nothing where nobody takes part.
        let has = own(Column::Coverage).is_number();
        let some = own(Column::Coverage).with(Operator::Above, 0.0.into());
        let shown = Formula::either(enough, own(Column::Unit), Formula::nothing());
        let shown = Formula::either(some, shown, Formula::nothing());
        Formula::either(has, shown, Formula::nothing())
    }
}
