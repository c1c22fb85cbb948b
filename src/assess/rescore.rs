//! Scores some assessments again with answers changed.

use crate::framework::{Framework, Method};

use super::assessment::Assessed;
use super::leaf::unit_on_scale;
use super::pooled::{Outcome, Pooled};
use super::result::NodeResult;
use super::score::Scoring;
use super::tree::{Choices, Sheet, Tree};

/// Some assessments laid out to be scored again and again, each time with one leaf changed.
#[derive(Debug)]
pub struct Rescorer<'a> {
    framework: &'a Framework,
    method: &'a Method,
    scoring: Scoring<'a>,
    sheet: Sheet,
    /// Node by node, of which assessments the value is a level claimed whole.
    claimed: Vec<Vec<bool>>,
}

impl Assessed {
    /// Lays out the assessments `among` (positions).
    #[must_use]
    pub fn rescorer<'a>(
        &'a self,
        framework: &'a Framework,
        method: &'a Method,
        among: &[usize],
    ) -> Rescorer<'a> {
        let scoring = Scoring::new(framework, method, || self.pooled());
        let pooled = |at: &usize| self.assessments[*at].pooled.as_slice();
        let among: Vec<&[Pooled]> = among.iter().map(pooled).collect();
        let claimed = |node: usize| among.iter().map(|it| it[node].is_own_level()).collect();
        let mut sheet = scoring.sheet(&among, false);
        scoring
            .tree()
            .score_through(Choices::of(method), &mut sheet);
        Rescorer {
            framework,
            method,
            scoring,
            sheet,
            claimed: (0..framework.nodes().len()).map(claimed).collect(),
        }
    }

    /// The results of the assessment at the position `at` if its answers at some indicators (positions),
    /// on their scales, were these; there need have been none before.
    #[must_use]
    pub fn results_with(
        &self,
        framework: &Framework,
        method: &Method,
        at: usize,
        answers: &[(usize, f64)],
    ) -> Vec<NodeResult> {
        let mut pooled = self.assessments[at].pooled.clone();
        for (leaf, answer) in answers {
            pooled[*leaf].outcome = Outcome::Value(*answer);
        }
        let scoring = Scoring::new(framework, method, || self.pooled());
        let (results, _) = scoring.results(&[&pooled]);
        results.into_iter().next().unwrap_or_default()
    }
}

impl Rescorer<'_> {
    /// The tree, its numbers, and the choices under which it scores.
    pub(crate) fn laid_out(&self) -> (&Tree, &Sheet, Choices) {
        (self.scoring.tree(), &self.sheet, Choices::of(self.method))
    }

    /// The unit score that the first assessment has at the indicator at the position `leaf` with another
    /// answer.
    pub(crate) fn unit_with(&self, leaf: usize, answer: f64) -> Option<f64> {
        let indicator = self.framework.nodes()[leaf].indicator()?;
        let claimed = self.claimed[leaf].first().copied().unwrap_or_default();
        let (framework, method) = (self.framework, self.method);
        Some(unit_on_scale(
            framework,
            method,
            (indicator, claimed),
            answer,
        ))
    }

    /// The score of a node of the first assessment, 0–100, if its answers at some indicators (positions)
    /// were these, on their scales. Only answers that are there can be changed.
    pub fn node_with(&mut self, node: usize, answers: &[(usize, f64)]) -> Option<f64> {
        let mut before = Vec::with_capacity(answers.len());
        for (leaf, answer) in answers {
            let at = self.sheet.span(*leaf).start;
            let unit = self.unit_with(*leaf, *answer);
            if let Some(unit) = unit.filter(|_| !self.sheet.unit[at].is_nan()) {
                before.push((*leaf, at, self.sheet.unit[at]));
                self.sheet.unit[at] = unit;
            }
        }
        let (tree, choices) = (self.scoring.tree(), Choices::of(self.method));
        for (leaf, ..) in &before {
            tree.score_above_through(*leaf, choices, &mut self.sheet);
        }
        let score = self.sheet.score(node, 0).map(|it| 100.0 * it);
        for (_, at, unit) in before.iter().rev() {
            self.sheet.unit[*at] = *unit;
        }
        for (leaf, ..) in &before {
            tree.score_above_through(*leaf, choices, &mut self.sheet);
        }
        score
    }

    /// The index of each, 0–100, if its answer at the indicator at the position `leaf` were the one in
    /// `values`, on the scale of the indicator; `None` there leaves it as it is. Only answers that are
    /// there can be changed.
    pub fn index_with(&mut self, leaf: usize, values: &[Option<f64>]) -> Vec<Option<f64>> {
        let Self {
            framework,
            method,
            scoring,
            sheet,
            claimed,
        } = self;
        let Some(indicator) = framework.nodes()[leaf].indicator() else {
            return vec![None; values.len()];
        };
        let span = sheet.span(leaf);
        let before = sheet.unit[span.clone()].to_vec();
        let claimed = claimed[leaf].iter();
        let places = sheet.unit[span.clone()].iter_mut().zip(values).zip(claimed);
        for ((unit, value), claimed) in places {
            if let Some(value) = value.filter(|_| !unit.is_nan()) {
                *unit = unit_on_scale(framework, method, (indicator, *claimed), value);
            }
        }
        let (tree, choices) = (scoring.tree(), Choices::of(method));
        tree.score_above_through(leaf, choices, sheet);
        let index = |place| sheet.score(0, place).map(|it| 100.0 * it);
        let out = (0..values.len()).map(index).collect();
        sheet.unit[span].copy_from_slice(&before);
        tree.score_above_through(leaf, choices, sheet);
        out
    }
}
