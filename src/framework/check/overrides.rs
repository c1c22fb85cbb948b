//! What a study replaces in a framework.

use std::collections::BTreeMap;
use std::ops::Range;

use toml::Spanned;

use crate::framework::method::Method;
use crate::framework::model::{Framework, INDEX, Target};
use crate::framework::raw::{RawAggregation, RawReporting, RawTarget};
use crate::problem::{Checked, finish, sort_by_place};
use crate::text::say;

use super::{Checker, File};

/// What a study may replace in a framework: weights, aggregation, reporting, targets.
#[derive(Debug, Default)]
pub struct Overrides {
    /// Node → weight.
    pub weights: BTreeMap<String, Spanned<f64>>,
    /// Aggregation.
    pub aggregation: RawAggregation,
    /// Reporting.
    pub reporting: RawReporting,
    /// Further targets.
    pub targets: Vec<RawTarget>,
}

impl Overrides {
    /// Only what fits any framework: aggregation and reporting, without weights and targets, which
    /// name nodes.
    #[must_use]
    pub fn general(&self) -> Self {
        Self {
            aggregation: self.aggregation.clone(),
            reporting: self.reporting.clone(),
            weights: BTreeMap::new(),
            targets: Vec::new(),
        }
    }

    /// The method and targets of `framework` with these replacements, written in the TOML `text`
    /// of the file `name`. What names a node of another one of `all` frameworks is for that one.
    ///
    /// # Errors
    /// Unknown nodes, negative weights, siblings whose weights are all zero, shares outside 0–1.
    pub fn apply(
        &self,
        framework: &Framework,
        all: &[&Framework],
        text: &str,
        name: &str,
    ) -> Checked<(Method, Vec<Target>)> {
        let mut check = Checker {
            file: File { text, name },
            problems: Vec::new(),
        };
        // No `..`: what a study may replace and nothing here takes up does not build.
        let Self {
            weights: replaced,
            aggregation,
            reporting,
            targets,
        } = self;
        let mut weights = Method::of(framework).weights;
        let mut changed: Vec<(usize, Range<usize>)> = Vec::new();
        for (node, weight) in replaced {
            match framework.find(node) {
                Some(0) => check.error(&weight.span(), say::weight_of_index()),
                Some(at) => {
                    weights[at] = check.weight(Some(weight));
                    changed.push((at, weight.span()));
                }
                _ if all.iter().any(|it| it.find(node).is_some_and(|at| at > 0)) => {}
                _ => check.unknown_node(node, &weight.span(), framework.nodes()),
            }
        }
        let mut told: Vec<Option<usize>> = Vec::new();
        for (at, span) in changed {
            let parent = framework.nodes()[at].parent;
            if told.contains(&parent) {
                continue;
            }
            told.push(parent);
            let siblings = framework.nodes()[at]
                .parent
                .map(|parent| framework.nodes()[parent].children.as_slice())
                .unwrap_or_default();
            if siblings.iter().all(|it| weights[*it] <= 0.0) {
                check.error(&span, say::weights_all_zero(siblings_name(framework, at)));
            }
        }
        let method = Method {
            aggregation: check.aggregation(aggregation, framework.aggregation()),
            reporting: check.reporting(reporting, framework.reporting()),
            weights,
        };
        let (ours, theirs) = (method.reporting, framework.reporting());
        let other_numbers =
            ours.unit != theirs.unit || (ours.factor - theirs.factor).abs() > f64::EPSILON;
        if other_numbers && !(framework.bands().is_empty() && framework.targets().is_empty()) {
            // Bands and targets are numbers of the unit they were written in.
            let written = reporting.unit.as_ref().map(Spanned::span);
            let span = written.or_else(|| reporting.factor.as_ref().map(Spanned::span));
            check.error(&span.unwrap_or(0..0), say::unit_of_bands(framework.id()));
        }
        let mut all_targets = framework.targets().to_vec();
        let elsewhere = |name: &str| {
            let known = |it: &&Framework| it.nodes().iter().any(|node| node.id() == name);
            !known(&framework) && all.iter().any(known)
        };
        let mine: Vec<&RawTarget> = targets
            .iter()
            .filter(|it| !elsewhere(it.node.get_ref()))
            .collect();
        let scored = super::Scored {
            nodes: framework.nodes(),
            scales: framework.scales(),
            reporting: method.reporting,
        };
        for target in check.targets(&mine, &scored) {
            all_targets.retain(|it| it.node != target.node || it.wave != target.wave);
            all_targets.push(target);
        }
        sort_by_place(&mut check.problems);
        finish((method, all_targets), check.problems)
    }
}

fn siblings_name(framework: &Framework, at: usize) -> &str {
    framework.nodes()[at]
        .parent
        .map_or(INDEX, |parent| framework.nodes()[parent].id())
}
