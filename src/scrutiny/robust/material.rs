//! The ranked regions, with everything that could vary about them.

use crate::assess::{Assessed, Choices, Treatment};
use crate::framework::{Framework, Method, Standing};
use crate::statement::Statements;
use crate::stats::TOLERANCE;

use super::error::{self, LevelError};
use super::flat::Flat;
use super::opinions::Opinions;
use super::plan::{Plan, WeightPlan, ways};
use super::reach::Reach;
use super::reported::{self, ReportedCell};

/// A cell whose level can be off by one.
#[derive(Debug, Clone, Copy)]
pub(super) struct LevelCell {
    /// Position in [`Sheet::unit`](crate::assess::Sheet).
    pub(super) at: usize,
    /// One step in unit score, floor applied.
    pub(super) step: f64,
}

/// The ranked regions, with everything that could vary about them.
#[derive(Debug)]
pub(super) struct Material<'a> {
    pub(super) flat: Flat,
    /// Rules as given.
    pub(super) choices: Choices,
    /// Nodes where scores come in.
    pub(super) tips: Vec<usize>,
    /// Nodes with a positive weight and a sibling that has one too.
    pub(super) families: Vec<Vec<usize>>,
    pub(super) level_cells: Vec<LevelCell>,
    /// How far levels may be off; `None`: nobody asks.
    pub(super) level_error: Option<LevelError>,
    /// Numbers that somebody published, with what their rounding leaves open.
    pub(super) reported_cells: Vec<ReportedCell>,
    pub(super) opinions: Option<Opinions<'a>>,
    /// Whether some cell has several informants.
    pub(super) has_several: bool,
    /// Whose the weights are; of the authors where they replaced those of an instrument.
    pub(super) standing: Standing,
    /// Whether weights matter.
    pub(super) weighs: bool,
    /// Whether a group follows the rule of the method.
    pub(super) takes_rule: bool,
    pub(super) has_numbers: bool,
    pub(super) has_holes: bool,
}

impl<'a> Material<'a> {
    /// The assessments at the positions `among`.
    pub(super) fn new(
        framework: &'a Framework,
        statements: &Statements,
        assessed: &Assessed,
        method: &'a Method,
        among: &[usize],
        plan: &Plan,
    ) -> Self {
        let flat = Flat::new(framework, assessed, method, among, &ways(plan));
        let choices = Choices::of(method);
        let reach = Reach::of(&flat, choices);
        let tips = reach.tips(&flat);
        let Flat { tree, sheet, .. } = &flat;
        let mut level_cells = Vec::new();
        let mut has_several = false;
        let (mut has_numbers, mut has_holes) = (false, false);
        for node in 0..tree.len() {
            let Some(indicator) = framework.nodes()[tree.at(node)].indicator() else {
                continue;
            };
            let scale = &framework.scales()[indicator.scale];
            #[expect(clippy::cast_precision_loss, reason = "a scale has few levels")]
            let step = match scale.levels().len() {
                0 | 1 => 1.0 / (scale.max() - scale.min()),
                levels => 1.0 / (levels - 1) as f64,
            };
            for (region, at) in sheet.span(node).enumerate() {
                if !reach.reaches(node, region) {
                    continue;
                }
                has_numbers |= indicator.kind.is_measured();
                let has_score = sheet.score(node, region).is_some();
                if has_score && indicator.has_levels() {
                    level_cells.push(LevelCell {
                        at,
                        step: (1.0 - method.aggregation.floor) * step,
                    });
                    let pooled = &assessed.assessments[among[region]].pooled[tree.at(node)];
                    has_several |= pooled.opinions > 1;
                }
                has_holes |= !has_score && sheet.coverage(node, region).is_some();
            }
        }
        // A hole below a reported number is none: nobody looks below it.
        has_holes = has_holes && ends_differ(&flat, choices);
        let families: Vec<Vec<usize>> = (0..tree.len())
            .map(|node| {
                let children = tree.children(node).iter().copied();
                children.filter(|it| sheet.weights[*it] > 0.0).collect()
            })
            .filter(|family: &Vec<usize>| family.len() > 1)
            .collect();
        let needs_opinions = has_several || plan.without_coders;
        let opinions = needs_opinions.then(|| {
            let place = (&flat, &reach, among);
            let with_coders = plan.without_coders;
            Opinions::new(framework, statements, assessed, method, place, with_coders)
        });
        let mut combining = (0..tree.len())
            .filter(|it| !tree.is_leaf(*it) && reach.combines(&flat, *it))
            .peekable();
        let own_weights = method.replaced_weights(framework).next().is_some();
        Self {
            weighs: combining.peek().is_some(),
            takes_rule: combining.any(|it| tree.own_rule(it).is_none()),
            standing: match own_weights {
                true => Standing::Own,
                false => framework.standing(),
            },
            level_error: match level_cells.is_empty() {
                true => None,
                false => error::of_study(framework, statements, assessed, plan.levels),
            },
            reported_cells: match plan.rounding {
                true => reported::cells(framework, statements, assessed, method, &flat, &reach),
                false => Vec::new(),
            },
            choices,
            flat,
            tips,
            families,
            level_cells,
            opinions,
            has_several,
            has_numbers,
            has_holes,
        }
    }
}

impl Material<'_> {
    /// Whether weights stay as an official instrument has them: nobody asks for others.
    pub(super) fn keeps_weights(&self, plan: &Plan) -> bool {
        self.standing != Standing::Own && !matches!(plan.weights, WeightPlan::Asked(Some(_)))
    }

    /// Takes the weight from a node, and from the groups that have nothing else: a number reported
    /// for such a group speaks of what is left out.
    pub(super) fn leave_out(&self, node: usize, weights: &mut [f64]) {
        weights[node] = 0.0;
        let tree = &self.flat.tree;
        let parent = tree.parent(node);
        let siblings = tree.children(parent);
        if parent != 0 && siblings.iter().all(|it| weights[*it] <= 0.0) {
            self.leave_out(parent, weights);
        }
    }
}

/// Whether some region's index depends on what is missing.
fn ends_differ(flat: &Flat, choices: Choices) -> bool {
    let ends = [Treatment::Bottom, Treatment::Top].map(|missing| {
        let mut sheet = flat.sheet.clone();
        let choices = Choices { missing, ..choices };
        let done = flat.tree.score(choices, &mut sheet);
        done.map(|()| sheet.index().to_vec())
    });
    match ends {
        [Ok(low), Ok(high)] => low
            .iter()
            .zip(&high)
            .any(|(low, high)| high - low > TOLERANCE),
        _ => true,
    }
}
