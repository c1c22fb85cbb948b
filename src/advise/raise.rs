//! One level more or less: of which indicators it can be asked, which level that is, and what it makes of
//! the index. The one place that every advice takes a step from.
//!
//! Published numbers stand aside here: a level is worth what it does to what is computed.

use crate::assess::{Assessed, Given, NodeResult, Rescorer};
use crate::framework::{Framework, Indicator, Method, Scale, Standing};

/// From a level to a better or to a worse one.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Way {
    /// To the next whole level that counts for more.
    Better,
    /// To the next whole level that counts for less.
    Worse,
}

/// Whether one level more means something: a total of hundreds of points has no levels, and where an
/// official instrument names none its scores are decimals.
#[must_use]
pub fn has_steps(framework: &Framework, scale: &Scale) -> bool {
    const MOST: f64 = 20.0;
    let is_short = scale.max() - scale.min() <= MOST;
    !scale.levels().is_empty() || is_short && framework.standing() == Standing::Own
}

/// Whether an indicator has levels that can be told apart, whoever measures it.
#[must_use]
pub fn is_stepped(framework: &Framework, indicator: &Indicator) -> bool {
    indicator.is_scored()
        && indicator.has_levels()
        && has_steps(framework, &framework.scales()[indicator.scale])
}

/// Whether a region can be asked to raise an indicator: it has levels, and no other body measures it.
#[must_use]
pub fn can_rise(framework: &Framework, indicator: &Indicator) -> bool {
    is_stepped(framework, indicator) && !indicator.external
}

/// The whole level beyond an answer; none at the end of the scale. Of 2.5 it is 3, and 2 the other way.
#[must_use]
pub fn step(framework: &Framework, indicator: &Indicator, answer: f64, way: Way) -> Option<f64> {
    let up = indicator.is_better_higher() == (way == Way::Better);
    framework.scales()[indicator.scale].whole_level_beyond(answer, up)
}

/// A step of one assessment.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Step {
    /// The level that it comes to.
    pub to: f64,
    /// The computed index before, 0–100.
    pub before: Option<f64>,
    /// The computed index with it, 0–100.
    pub after: Option<f64>,
}

impl Step {
    /// What it adds to the index, in points of 0–100.
    #[must_use]
    pub fn gain(&self) -> Option<f64> {
        Some(self.after? - self.before?)
    }
}

/// Some assessments, of which one indicator after the other is moved.
#[derive(Debug)]
pub struct Steps<'a> {
    framework: &'a Framework,
    assessed: &'a Assessed,
    among: &'a [usize],
    rescorer: Rescorer<'a>,
    /// The index of each as it stands, once it was asked for.
    before: Option<Vec<Option<f64>>>,
}

impl<'a> Steps<'a> {
    /// The assessments `among` (positions) under a method in which [`Method::computed`] numbers count.
    #[must_use]
    pub fn new(
        framework: &'a Framework,
        computed: &'a Method,
        assessed: &'a Assessed,
        among: &'a [usize],
    ) -> Self {
        Self {
            framework,
            assessed,
            among,
            rescorer: assessed.rescorer(framework, computed, among),
            before: None,
        }
    }

    /// The step of the indicator at the position `leaf` in each of the assessments; none where it has no
    /// answer that counts, or stands at the end of its scale.
    pub fn of(&mut self, leaf: usize, indicator: &Indicator, way: Way) -> Vec<Option<Step>> {
        let to = |at: &usize| {
            let answer = counted_answer(&self.assessed.assessments[*at].nodes[leaf])?;
            step(self.framework, indicator, answer, way)
        };
        let to: Vec<Option<f64>> = self.among.iter().map(to).collect();
        let rescorer = &mut self.rescorer;
        let still = || rescorer.index_with(leaf, &vec![None; to.len()]);
        let before = self.before.get_or_insert_with(still);
        let after = rescorer.index_with(leaf, &to);
        let ends = before.iter().copied().zip(after);
        let steps = to.into_iter().zip(ends);
        steps
            .map(|(to, (before, after))| {
                let to = to?;
                Some(Step { to, before, after })
            })
            .collect()
    }
}

/// The answer of an indicator, where it counts in a score.
#[must_use]
pub fn counted_answer(result: &NodeResult) -> Option<f64> {
    result.answer().filter(|_| result.score.is_some())
}

/// The share of a node among its siblings that count, 0–1; 0 for what is missing or does not apply.
#[must_use]
pub fn share(framework: &Framework, method: &Method, given: &[Given], node: usize) -> f64 {
    let nodes = framework.nodes();
    let Some(parent) = nodes[node].parent() else {
        return 1.0;
    };
    let siblings = nodes[parent].children().iter().copied();
    let counted = siblings.filter(|it| given[*it].counts);
    let total: f64 = counted.map(|it| method.weights[it]).sum();
    match given[node].counts && total > 0.0 {
        true => method.weights[node] / total,
        false => 0.0,
    }
}

/// The share of the index that hangs on each node of the assessment at the position `at`, 0–1: the
/// product of its shares on the way up.
#[must_use]
pub fn shares_of_index(
    framework: &Framework,
    computed: &Method,
    assessed: &Assessed,
    at: usize,
) -> Vec<f64> {
    let given = assessed.anatomy(framework, computed, at);
    let mut out = Vec::with_capacity(given.len());
    for (node, it) in framework.nodes().iter().enumerate() {
        let above = it.parent().map_or(1.0, |parent| out[parent]);
        out.push(above * share(framework, computed, &given, node));
    }
    out
}
