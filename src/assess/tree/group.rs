//! One group: the rules, what is missing, what is too little.

use crate::framework::{GroupRule, MissingPolicy, Precedence};
use crate::stats::{self, TOLERANCE};

use super::choices::{Choices, Treatment};
use super::layout::Tree;
use super::sheet::{Obstacle, Refusal, Sheet, State, Sums};

/// Scores one group whose children are done.
///
/// The rules stand here and nowhere else: where a sum starts, what a child adds to it, and what
/// it comes to under the weight that was added. What is not above zero makes geometric and
/// harmonic means zero.
pub(super) fn score_group(tree: &Tree, group: usize, choices: Choices, sheet: &mut Sheet) {
    let rule = tree.rule(group, choices);
    let job = Job {
        tree,
        group,
        rule,
        choices,
    };
    match rule {
        GroupRule::Arithmetic => job.score(
            sheet,
            0.0,
            |sum, unit, weight| sum + weight * unit,
            |sum, weight| sum / weight,
        ),
        GroupRule::Geometric => job.score(
            sheet,
            0.0,
            |sum, unit, weight| sum + weight * unit.max(0.0).ln(),
            |sum, weight| (sum / weight).exp(),
        ),
        GroupRule::Harmonic => job.score(
            sheet,
            0.0,
            |sum, unit, weight| sum + weight / if unit > 0.0 { unit } else { 0.0 },
            |sum, weight| weight / sum,
        ),
        GroupRule::Min => job.score(
            sheet,
            f64::INFINITY,
            |sum, unit, _| sum.min(unit),
            |sum, _| sum,
        ),
        // A median is no sum (see `add_up`), and a profile comes to nothing, nor do its bounds.
        GroupRule::Median | GroupRule::None => {
            job.score(sheet, f64::NAN, |sum, _, _| sum, |sum, _| sum);
        }
    }
}

impl Tree {
    /// The children of a group that count in one place, in their order: node, weight, and the unit score
    /// that each counts as.
    pub(crate) fn counted(
        &self,
        group: usize,
        choices: Choices,
        sheet: &Sheet,
        place: usize,
    ) -> Vec<(usize, f64, f64)> {
        let all = self.children(group).iter().filter_map(|child| {
            let at = child * sheet.places + place;
            let unit = match sheet.unit[at] {
                it if it.is_nan() && self.is_leaf(*child) => choices.of_missing_leaf(),
                it => it,
            };
            let weight = sheet.weights[*child];
            let takes_part = !sheet.cover[at].is_nan() && sheet.state[at] != State::Profile;
            (takes_part && weight > 0.0 && !unit.is_nan()).then_some((*child, weight, unit))
        });
        all.collect()
    }

    /// The rule of a group.
    pub(crate) fn rule(&self, group: usize, choices: Choices) -> GroupRule {
        self.own_rule(group).unwrap_or(choices.groups)
    }
}

/// One group to be scored.
#[derive(Clone, Copy)]
struct Job<'a> {
    tree: &'a Tree,
    group: usize,
    rule: GroupRule,
    choices: Choices,
}

/// Columns to reckon with: unit scores, or one of their bounds.
#[derive(Clone, Copy)]
struct Layer<'a> {
    units: &'a [f64],
    cover: &'a [f64],
    state: &'a [State],
    weights: &'a [f64],
    places: usize,
    of_missing_leaf: f64,
}

impl Job<'_> {
    /// Scores the group under a rule that is a sum.
    fn score(
        self,
        sheet: &mut Sheet,
        start: f64,
        add: impl Fn(f64, f64, f64) -> f64 + Copy,
        close: impl Fn(f64, f64) -> f64 + Copy,
    ) {
        let is_sum = !matches!(self.rule, GroupRule::Median | GroupRule::None);
        let is_simple = is_sum && !self.is_official(sheet) && self.is_complete(sheet);
        if is_simple && self.score_complete(sheet, start, add, close) {
            return;
        }
        let own = sheet.span(self.group);
        let Sheet {
            unit,
            cover,
            state,
            weights,
            bounds,
            sums,
            pairs,
            ..
        } = &mut *sheet;
        let layer = Layer {
            units: unit,
            cover,
            state,
            weights,
            places: own.len(),
            of_missing_leaf: self.choices.of_missing_leaf(),
        };
        for column in bounds.iter_mut().flatten() {
            // At the ends nothing is missing any more: whoever takes part without an end could be
            // anything, and so could all above.
            let layer = Layer {
                units: column,
                of_missing_leaf: f64::NAN,
                ..layer
            };
            self.add_up(layer, sums, pairs, (start, add));
            for (end, sums) in column[own.clone()].iter_mut().zip(&*sums) {
                *end = match sums.weight < sums.total {
                    true => f64::NAN,
                    false => closed(*sums, close),
                };
            }
        }
        self.add_up(layer, sums, pairs, (start, add));
        let mut complete = true;
        for place in 0..sheet.places {
            complete &= self.settle(sheet, place, close);
        }
        sheet.complete[self.group] = complete;
    }

    /// The children that have a weight.
    fn children<'a>(&'a self, weights: &'a [f64]) -> impl Iterator<Item = (usize, f64)> + 'a {
        let children = self.tree.children(self.group).iter();
        children
            .map(|child| (*child, weights[*child]))
            .filter(|(_, weight)| *weight > 0.0)
    }

    /// Whether a reported number stands for the group whatever is below.
    fn is_official(self, sheet: &Sheet) -> bool {
        self.choices.reported == Precedence::Official && sheet.has_reported(self.group)
    }

    /// Whether nothing is missing anywhere below.
    fn is_complete(self, sheet: &Sheet) -> bool {
        let mut children = self.children(&sheet.weights).peekable();
        children.peek().is_some() && children.all(|(child, _)| sheet.complete[child])
    }

    /// The case that needs no second look: every child counts everywhere. `false`, and nothing
    /// done that lasts, where the rule meets a zero that it cannot take.
    fn score_complete(
        self,
        sheet: &mut Sheet,
        start: f64,
        add: impl Fn(f64, f64, f64) -> f64,
        close: impl Fn(f64, f64) -> f64,
    ) -> bool {
        let places = sheet.places;
        let own = sheet.span(self.group);
        // Children stand behind their parent.
        let (front, back) = sheet.unit.split_at_mut(own.end);
        let sums = &mut front[own.clone()];
        sums.fill(start);
        let mut total = 0.0;
        for (child, weight) in self.children(&sheet.weights) {
            let from = (child - self.group - 1) * places;
            for (sum, unit) in sums.iter_mut().zip(&back[from..from + places]) {
                *sum = add(*sum, *unit, weight);
            }
            total += weight;
        }
        for sum in sums.iter_mut() {
            *sum = close(*sum, total);
        }
        if self.needs_positive() && sums.iter().any(|it| *it <= 0.0) {
            return false;
        }
        if let Some(bounds) = &mut sheet.bounds {
            for column in bounds {
                column[own.clone()].copy_from_slice(sums);
            }
        }
        sheet.cover[own.clone()].fill(1.0);
        sheet.state[own].fill(State::Scored);
        sheet.complete[self.group] = true;
        true
    }

    /// Adds up the children for all places, column by column. Children are added in their order:
    /// another would move the last digit.
    fn add_up(
        self,
        layer: Layer<'_>,
        sums: &mut Vec<Sums>,
        pairs: &mut Vec<(f64, f64)>,
        (start, add): (f64, impl Fn(f64, f64, f64) -> f64),
    ) {
        let none = Sums {
            total: 0.0,
            covered: 0.0,
            assumed: 0.0,
            weight: 0.0,
            sum: start,
        };
        sums.clear();
        sums.resize(layer.places, none);
        for (child, weight) in self.children(layer.weights) {
            let fill = self.fill(layer, child);
            let is_leaf = self.tree.is_leaf(child);
            let span = child * layer.places..(child + 1) * layer.places;
            let numbers = layer.units[span.clone()]
                .iter()
                .zip(&layer.cover[span.clone()]);
            let numbers = numbers.zip(&layer.state[span]);
            for (sums, ((unit, cover), state)) in sums.iter_mut().zip(numbers) {
                let takes_part = !cover.is_nan() && *state != State::Profile;
                let value = if unit.is_nan() { fill } else { *unit };
                let counts = takes_part && !value.is_nan();
                sums.total += if takes_part { weight } else { 0.0 };
                sums.covered += if takes_part { weight * cover } else { 0.0 };
                // A leaf has a unit score without data only where one stands in its place.
                let is_assumed = is_leaf && !unit.is_nan() && *cover <= 0.0;
                sums.assumed += if is_assumed { weight } else { 0.0 };
                sums.weight += if counts { weight } else { 0.0 };
                sums.sum = if counts {
                    add(sums.sum, value, weight)
                } else {
                    sums.sum
                };
            }
        }
        if self.rule == GroupRule::Median {
            for (place, sums) in sums.iter_mut().enumerate() {
                pairs.clear();
                pairs.extend(self.children(layer.weights).filter_map(|(child, weight)| {
                    let at = child * layer.places + place;
                    let unit = layer.units[at];
                    let value = if unit.is_nan() {
                        self.fill(layer, child)
                    } else {
                        unit
                    };
                    let takes_part = !layer.cover[at].is_nan() && layer.state[at] != State::Profile;
                    let counts = takes_part && !value.is_nan();
                    counts.then_some((value, weight))
                }));
                sums.sum = stats::median_in_place(pairs).unwrap_or(f64::NAN);
            }
        }
    }

    /// What a child counts as where it has no unit score; NaN: nothing.
    fn fill(self, layer: Layer<'_>, child: usize) -> f64 {
        match self.tree.is_leaf(child) {
            true => layer.of_missing_leaf,
            // What a group without a score counts as was settled when it was scored.
            false => f64::NAN,
        }
    }

    fn needs_positive(self) -> bool {
        matches!(self.rule, GroupRule::Geometric | GroupRule::Harmonic)
    }

    /// Writes what the group is worth in one place; whether it has a score and nothing is missing.
    fn settle(self, sheet: &mut Sheet, place: usize, close: impl Fn(f64, f64) -> f64) -> bool {
        let at = self.group * sheet.places + place;
        let (computed, cover, state) = self.worth(sheet, place, close);
        let has_data = cover > 0.0;
        let stands = !has_data || self.choices.reported == Precedence::Official;
        let reported = sheet.reported(self.group, place).filter(|_| stands);
        if let Some(reported) = reported {
            let computed = if has_data { computed } else { f64::NAN };
            self.report(sheet, place, reported, computed);
            sheet.cover[at] = if has_data { cover } else { 1.0 };
            sheet.state[at] = State::Reported;
            return sheet.cover[at] >= 1.0 && is_closed(sheet, at);
        }
        (sheet.cover[at], sheet.state[at]) = (cover, state);
        // What a parent reckons with. The index has none.
        sheet.unit[at] = match state {
            // What stands in the place of data still counts above.
            State::NoData if self.group > 0 && !cover.is_nan() => {
                match self.choices.of_missing_group() {
                    it if it.is_nan() => computed,
                    it => it,
                }
            }
            State::NoData | State::LowCoverage if self.group == 0 => f64::NAN,
            _ => computed,
        };
        if let (State::Scored, Some([low, high])) = (state, &mut sheet.bounds) {
            // Sums in another order differ in the last digit.
            low[at] = if low[at] > computed {
                computed
            } else {
                low[at]
            };
            high[at] = if high[at] < computed {
                computed
            } else {
                high[at]
            };
        }
        state == State::Scored && cover >= 1.0 && is_closed(sheet, at)
    }

    /// Lets a reported number stand for the group in one place. What is uncertain about the computed
    /// one stays so: its bounds move along, as far as the scale goes.
    fn report(self, sheet: &mut Sheet, place: usize, reported: f64, computed: f64) {
        let at = self.group * sheet.places + place;
        sheet.set_computed(self.group, place, computed);
        sheet.unit[at] = reported;
        let shift = reported - computed;
        if let Some([low, high]) = &mut sheet.bounds {
            // Where no bounds are known there are none to move.
            let is_known = !low[at].is_nan() && !high[at].is_nan();
            (low[at], high[at]) = match (shift.is_nan(), is_known) {
                (true, _) => (reported, reported),
                (false, true) => (
                    (low[at] + shift).max(0.0).min(reported),
                    (high[at] + shift).min(1.0).max(reported),
                ),
                (false, false) => (f64::NAN, f64::NAN),
            };
        }
    }

    /// What the children come to, coverage and state in one place.
    fn worth(
        self,
        sheet: &mut Sheet,
        place: usize,
        close: impl Fn(f64, f64) -> f64,
    ) -> (f64, f64, State) {
        let sums = sheet.sums[place];
        let cover = match sums.total > 0.0 {
            true => sums.covered / sums.total,
            false => self.cover_of_profiles(sheet, place),
        };
        let has_data = cover > 0.0;
        let without = |state| (f64::NAN, cover, state);
        if cover.is_nan() {
            return without(State::NoData);
        }
        if self.rule == GroupRule::None || sums.total <= 0.0 {
            return without(State::Profile);
        }
        if let Treatment::Policy(policy) = self.choices.missing {
            if !has_data {
                return (closed(sums, close), cover, State::NoData);
            }
            if policy == MissingPolicy::Fail {
                self.refuse(sheet, place, Refusal::Missing);
            }
        }
        let is_zero = self.needs_positive() && !sums.sum.is_finite();
        if is_zero && self.refuse(sheet, place, Refusal::Zero) {
            // Told once, at the lowest group: the groups above would only repeat it.
            return without(State::NoData);
        }
        // What stands until another body has measured is no data, but it leaves the group no thinner.
        let known = cover + sums.assumed / sums.total;
        let is_thin = matches!(self.choices.missing, Treatment::Policy(_))
            && known + TOLERANCE < self.choices.min_coverage;
        let state = match is_thin {
            true => State::LowCoverage,
            false => State::Scored,
        };
        (closed(sums, close), cover, state)
    }

    /// The coverage of a group with nothing but profiles below: it is as complete as they are, and has
    /// no total either.
    fn cover_of_profiles(self, sheet: &Sheet, place: usize) -> f64 {
        let (mut covered, mut total) = (0.0, 0.0);
        for (child, weight) in self.children(&sheet.weights) {
            let at = child * sheet.places + place;
            if sheet.state[at] == State::Profile {
                covered += weight * sheet.cover[at];
                total += weight;
            }
        }
        match total > 0.0 {
            true => covered / total,
            false => f64::NAN,
        }
    }

    /// Notes the children that stand in the way in one place; whether there are any.
    fn refuse(self, sheet: &mut Sheet, place: usize, why: Refusal) -> bool {
        let before = sheet.obstacles.len();
        for (child, _) in self.children(&sheet.weights) {
            let at = child * sheet.places + place;
            let is_missing = sheet.unit[at].is_nan();
            let stands_in_the_way = match why {
                Refusal::Missing => is_missing && sheet.state[at] != State::Profile,
                Refusal::Zero if is_missing && self.tree.is_leaf(child) => {
                    self.choices.of_missing_leaf() <= 0.0
                }
                Refusal::Zero => sheet.unit[at] <= 0.0,
            };
            if stands_in_the_way && !sheet.cover[at].is_nan() {
                sheet.obstacles.push(Obstacle {
                    place,
                    group: self.group,
                    child,
                    why,
                });
            }
        }
        sheet.obstacles.len() > before
    }
}

/// Whether nothing is open at a seat, as far as bounds are asked for: there are none where a score hangs on
/// others, and they lie apart where a level is a band of values.
fn is_closed(sheet: &Sheet, at: usize) -> bool {
    let bounds = sheet.bounds.as_ref();
    bounds.is_none_or(|[low, high]| high[at] - low[at] <= TOLERANCE)
}

/// What sums come to; NaN where nothing counted.
fn closed(sums: Sums, close: impl Fn(f64, f64) -> f64) -> f64 {
    match sums.weight > 0.0 {
        true => close(sums.sum, sums.weight),
        false => f64::NAN,
    }
}
