//! A column of weights that weighs nothing.

use std::collections::BTreeMap;

use crate::framework::Framework;
use crate::problem::Problem;
use crate::statement::{Field, Statements};
use crate::text::{Lang, Word, list, say};

/// The most lines of `[weights]` that are written out.
const NAMED: usize = 6;

/// Warns where rows have weights and none of them weighs one source against another: then whoever
/// filled the column most likely meant the weights of indicators.
pub(super) fn without_effect(
    framework: &Framework,
    statements: &Statements,
    has_effect: bool,
) -> Option<Problem> {
    if has_effect {
        return None;
    }
    let is_weighted = |weight: f64| (weight - 1.0).abs() > f64::EPSILON;
    let rows = statements.rows();
    let first = rows.iter().find(|row| is_weighted(row.weight))?;
    let mut weights: BTreeMap<usize, Option<f64>> = BTreeMap::new();
    for row in rows {
        if let Some(node) = framework.find(&row.indicator) {
            let known = weights.entry(node).or_insert(Some(row.weight));
            if known.is_some_and(|it| it.to_bits() != row.weight.to_bits()) {
                *known = None;
            }
        }
    }
    // The index has no siblings to be weighed against.
    weights.remove(&0);
    let constant = !weights.is_empty() && weights.values().all(Option::is_some);
    let lines = weights.iter().filter_map(|(node, weight)| {
        let weight = weight.as_ref()?.word(Lang::En);
        Some(format!("`{} = {weight}`", framework.nodes()[*node].id()))
    });
    let mut shown = list(lines.take(NAMED));
    if weights.len() > NAMED {
        shown.push_str(", …");
    }
    let problem = Problem::warning(say::weight_without_effect());
    let problem = problem.at(statements.place(first, Field::Weight));
    let example = framework.indicators().next();
    let example = example.map(|(_, node, _)| format!("`{} = 2`", node.id()));
    let lines = if constant { Some(shown) } else { example };
    Some(problem.maybe_help(lines.map(say::weight_of_indicators)))
}
