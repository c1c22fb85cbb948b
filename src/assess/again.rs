//! What a rerun under other choices starts from: what a leaf is worth in each assessment, and the
//! opinions behind a cell, also without one coder.

use std::collections::BTreeMap;

use crate::framework::{Framework, Indicator, Method, Normalisation, Normalise};
use crate::statement::{Statement, Statements, Usage};

use super::cell::{InformantKey, opinion};
use super::column::Columns;
use super::{Assessed, Assessment, level_of, score};

/// What a leaf is worth in one assessment.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Standing {
    /// It takes no part: not applicable, not scored, a number that does not vary.
    Outside,
    /// It has no data.
    Missing,
    /// Its unit score, floor applied.
    Unit(f64),
}

impl Assessed {
    /// What the leaf at the position `leaf` is worth in each of the assessments `among`
    /// (positions), a number normalised as written in the framework or in another `way` over all
    /// assessments.
    #[must_use]
    pub fn standings(
        &self,
        framework: &Framework,
        method: &Method,
        leaf: usize,
        way: Option<Normalise>,
        among: &[usize],
    ) -> Vec<Standing> {
        let Some(indicator) = framework.nodes()[leaf].indicator() else {
            return vec![Standing::Outside; among.len()];
        };
        let mut indicator = indicator.clone();
        if let (Some(way), Some(_)) = (way, indicator.normalise) {
            indicator.normalise = Some(Normalisation::Relative(way));
        }
        let columns = Columns::of_leaf(framework, leaf, &indicator, &self.assessments);
        let standing = |at: &usize| {
            let cell = &self.assessments[*at].cells[leaf];
            score::standing(framework, method, &columns, leaf, &indicator, cell)
        };
        among.iter().map(standing).collect()
    }
}

/// The unit score of `value` on the scale of an indicator, floor applied.
#[must_use]
pub fn unit_on_scale(
    framework: &Framework,
    method: &Method,
    indicator: &Indicator,
    value: f64,
) -> f64 {
    score::floored(score::on_scale(framework, indicator, value), method.floor)
}

impl Assessment {
    /// The unit score of the number reported for a group or the index.
    #[must_use]
    pub fn reported_unit(
        &self,
        framework: &Framework,
        method: &Method,
        node: usize,
    ) -> Option<f64> {
        framework.nodes()[node]
            .indicator()
            .is_none()
            .then(|| score::reported(framework, method, node, &self.cells[node]))?
    }

    /// Value and weight of each informant who gives one for a node, in ascending order; on request
    /// as if one coder had not coded it.
    #[must_use]
    pub fn opinions(
        &self,
        framework: &Framework,
        statements: &Statements,
        node: usize,
        without: Option<&str>,
    ) -> Vec<(f64, f64)> {
        let mut by_informant: BTreeMap<InformantKey, Vec<(&Statement, f64)>> = BTreeMap::new();
        for row in self.rows[node].iter().map(|at| &statements.rows()[*at]) {
            if row.usage != Usage::Primary || !row.is_counted() {
                continue;
            }
            if without.is_some() && row.coder.as_deref() == without {
                continue;
            }
            if let Some(value) = level_of(framework, node, row) {
                let rows = by_informant.entry(InformantKey::of(row)).or_default();
                rows.push((row, value));
            }
        }
        let opinions = by_informant.values().filter_map(|rows| opinion(rows));
        let mut pairs: Vec<(f64, f64)> = opinions.collect();
        pairs.sort_by(|a, b| a.0.total_cmp(&b.0).then(a.1.total_cmp(&b.1)));
        pairs
    }

    /// Who coded the level of a node, each once; a consensus is nobody's.
    #[must_use]
    pub fn coders<'a>(
        &self,
        framework: &Framework,
        statements: &'a Statements,
        node: usize,
    ) -> Vec<&'a str> {
        let mut coders: Vec<&str> = self.rows[node]
            .iter()
            .map(|at| &statements.rows()[*at])
            .filter(|row| row.usage == Usage::Primary && row.is_counted() && !row.is_consensus())
            .filter(|row| level_of(framework, node, row).is_some())
            .filter_map(|row| row.coder.as_deref())
            .collect();
        coders.sort_unstable();
        coders.dedup();
        coders
    }
}
