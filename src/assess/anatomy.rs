//! What each node of one assessment gives its parent, also where it shows no score of its own.

use crate::framework::{Framework, GroupRule, Method, MissingPolicy};

use super::assessment::Assessed;
use super::pooled::Pooled;
use super::score::Scoring;
use super::tree::{Choices, LeafScore};

/// What a node gives its parent to reckon with.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Given {
    /// Its unit score, 0 (worst) to 1; `None`: nothing.
    pub unit: Option<f64>,
    /// Whether its weight counts among those of its siblings: it takes part, and is not shared out.
    pub counts: bool,
    /// What it comes to without a number that is reported for it, where one stands for it.
    pub computed: Option<f64>,
    /// The rule under which it combines its children; none for an indicator.
    pub rule: Option<GroupRule>,
}

impl Assessed {
    /// What every node of the assessment at the position `at` gives its parent, in the order of the
    /// framework.
    #[must_use]
    pub fn anatomy(&self, framework: &Framework, method: &Method, at: usize) -> Vec<Given> {
        let scoring = Scoring::new(framework, method, || self.pooled());
        let pooled: &[Pooled] = &self.assessments[at].pooled;
        let mut sheet = scoring.sheet(&[pooled], false);
        let tree = scoring.tree();
        tree.score_through(Choices::of(method), &mut sheet);
        let is_zero = method.aggregation.missing == MissingPolicy::Zero;
        let node = |node: usize| {
            let unit = Some(sheet.unit[node]).filter(|it| !it.is_nan());
            let takes_part = sheet.coverage(node, 0).is_some();
            // Under `zero` what is missing counts as the bottom.
            let unit = match unit {
                None if takes_part && is_zero && tree.is_leaf(node) => {
                    Some(method.aggregation.floor)
                }
                found => found,
            };
            let rule = (!tree.is_leaf(node))
                .then(|| tree.own_rule(node).unwrap_or(method.aggregation.groups));
            Given {
                unit,
                counts: takes_part && unit.is_some(),
                computed: sheet
                    .computed(node, 0)
                    .filter(|_| sheet.reported(node, 0).is_some()),
                rule,
            }
        };
        (0..tree.len()).map(node).collect()
    }
}

/// Two assessments mixed node by node: what a node would come to if some of its tips were those of one
/// side and the others those of the other.
///
/// A tip is an indicator, or a group for which a number is reported on a side. What is missing on a side
/// is a state like any other; coverage asks for nothing, and a mixture without any data, or with a zero
/// that a rule cannot take, comes to 0.
pub(crate) struct Mixture<'a> {
    scoring: Scoring<'a>,
    method: &'a Method,
    sides: [&'a [Pooled]; 2],
    /// Of each node whether it is taken as a whole from one side.
    pub(crate) is_tip: Vec<bool>,
    /// Of each node whether the sides differ at or below it.
    pub(crate) differs: Vec<bool>,
}

impl<'a> Mixture<'a> {
    /// The assessments at two positions.
    pub(crate) fn of(
        assessed: &'a Assessed,
        framework: &'a Framework,
        method: &'a Method,
        sides: [usize; 2],
    ) -> Self {
        let scoring = Scoring::new(framework, method, || assessed.pooled());
        let sides = sides.map(|at| assessed.assessments[at].pooled.as_slice());
        let nodes = framework.nodes();
        let has_number = |at: usize| sides.iter().any(|it| it[at].outcome.value().is_some());
        let mut is_tip: Vec<bool> = (0..nodes.len())
            .map(|at| nodes[at].indicator().is_some() || at > 0 && has_number(at))
            .collect();
        // What lies below a tip is no tip of its own.
        let mut is_below = vec![false; nodes.len()];
        for at in 1..nodes.len() {
            let parent = nodes[at].parent().unwrap_or(0);
            is_below[at] = is_tip[parent] || is_below[parent];
            is_tip[at] &= !is_below[at];
        }
        let mut differs = vec![false; nodes.len()];
        for at in (0..nodes.len()).rev() {
            let states = sides.map(|it| scoring.leaf_score(at, &it[at]));
            let numbers = sides.map(|it| it[at].outcome.value());
            differs[at] |= match nodes[at].indicator() {
                Some(_) => states[0] != states[1],
                None => at > 0 && numbers[0] != numbers[1],
            };
            if let Some(parent) = nodes[at].parent() {
                differs[parent] = differs[parent] || differs[at];
            }
        }
        Self {
            scoring,
            method,
            sides,
            is_tip,
            differs,
        }
    }

    /// The unit score of `node` in each of the mixtures `first`, which say of every tip whether it is of
    /// the first side; what lies below a tip goes with it.
    pub(crate) fn units(&self, node: usize, first: &[Vec<bool>]) -> Vec<f64> {
        const BLOCK: usize = 512;
        let mut out = Vec::with_capacity(first.len());
        let choices = Choices {
            min_coverage: 0.0,
            ..Choices::of(self.method)
        };
        let tree = self.scoring.tree();
        let floor = self.method.aggregation.floor;
        for block in first.chunks(BLOCK) {
            let of = |place: &Vec<bool>, at: usize| &self.sides[usize::from(!place[at])][at];
            let mut sheet = self.scoring.empty_sheet(block.len());
            for at in 0..tree.len() {
                if tree.is_leaf(at) {
                    let scores = block.iter().map(|place| {
                        match self.scoring.leaf_score(at, of(place, at)) {
                            LeafScore::Within { unit, .. } => LeafScore::Unit(unit),
                            found => found,
                        }
                    });
                    sheet.set_leaf(at, (floor, false), scores);
                } else if at > 0 {
                    let numbers = block.iter().map(|place| {
                        self.scoring
                            .reported_unit(at, of(place, at))
                            .unwrap_or(f64::NAN)
                    });
                    sheet.set_reported(at, numbers.collect());
                }
            }
            tree.score_through(choices, &mut sheet);
            let unit = |place: usize| {
                let unit = sheet.unit[sheet.span(node)][place];
                if unit.is_nan() { 0.0 } else { unit }
            };
            out.extend((0..block.len()).map(unit));
        }
        out
    }
}
