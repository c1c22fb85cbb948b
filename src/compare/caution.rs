//! What weakens a ranking that its scores do not show: whose evidence it is, how much of it there
//! is, and where it comes from.

use std::collections::BTreeSet;

use crate::assess::{Assessed, Assessment, level_of};
use crate::framework::Framework;
use crate::statement::{Basis, Statement, Statements, Usage};
use crate::stats::TOLERANCE;

use super::Comparison;

/// Something to keep in mind when reading the order.
#[derive(Debug, Clone, PartialEq)]
pub enum Caution {
    /// Levels of regions rest on evidence that was coded under this framework by others than its
    /// source.
    CrossBasis {
        /// Assessments all of whose levels do, in the order of the ranking.
        wholly: Vec<usize>,
        /// Assessments some of whose levels do.
        partly: Vec<usize>,
    },
    /// Ranked regions differ in the share of the weight that has data.
    UnevenCoverage {
        /// Assessments with the lowest coverage.
        lowest: Vec<usize>,
        /// That coverage, 0–1.
        low: f64,
        /// The highest coverage.
        high: f64,
    },
    /// No source speaks of all ranked regions.
    DifferentSources,
}

/// Everything that weakens the order of `comparison`. Of fewer than two ranked regions there is none to
/// weaken; whose coding it is matters all the same.
#[must_use]
pub fn cautions(
    framework: &Framework,
    statements: &Statements,
    assessed: &Assessed,
    comparison: &Comparison,
) -> Vec<Caution> {
    let ranked: Vec<usize> = comparison.ranking.iter().map(|it| it.assessment).collect();
    let of = |at: usize| &assessed.assessments[at];
    let mut out = Vec::new();
    let (mut wholly, mut partly) = (Vec::new(), Vec::new());
    // Whose coding it is matters for whoever is shown, ranked or not.
    for at in &comparison.shown {
        match bases(framework, statements, of(*at)) {
            (0, _) => {}
            (_, 0) => wholly.push(*at),
            _ => partly.push(*at),
        }
    }
    if !wholly.is_empty() || !partly.is_empty() {
        out.push(Caution::CrossBasis { wholly, partly });
    }
    if ranked.len() < 2 {
        return out;
    }
    out.extend(uneven(assessed, &ranked));
    let sources: Vec<BTreeSet<String>> = ranked
        .iter()
        .map(|at| sources(statements, of(*at)))
        .filter(|of| !of.is_empty())
        .collect();
    let shared = sources
        .iter()
        .cloned()
        .reduce(|all, of| all.intersection(&of).cloned().collect());
    if sources.len() > 1 && shared.is_some_and(|it| it.is_empty()) {
        out.push(Caution::DifferentSources);
    }
    out
}

/// Rows of an assessment, each with the node it speaks of.
fn rows<'a>(
    statements: &'a Statements,
    assessment: &'a Assessment,
) -> impl Iterator<Item = (usize, &'a Statement)> {
    assessment
        .rows
        .iter()
        .enumerate()
        .flat_map(move |(node, rows)| rows.iter().map(move |row| (node, &statements.rows()[*row])))
}

/// How many rows that give a level have basis cross, and how many native.
fn bases(
    framework: &Framework,
    statements: &Statements,
    assessment: &Assessment,
) -> (usize, usize) {
    let (mut cross, mut native) = (0, 0);
    for (node, row) in rows(statements, assessment) {
        let scored = framework.nodes()[node]
            .indicator()
            .is_none_or(crate::framework::Indicator::is_scored);
        if row.usage == Usage::Primary && scored && level_of(framework, node, row).is_some() {
            match row.basis {
                Basis::Cross => cross += 1,
                Basis::Native => native += 1,
            }
        }
    }
    (cross, native)
}

fn uneven(assessed: &Assessed, ranked: &[usize]) -> Option<Caution> {
    let coverage = |at: usize| assessed.assessments[at].nodes[0].coverage.unwrap_or(0.0);
    let all = || ranked.iter().map(|at| coverage(*at));
    let (low, high) = (all().reduce(f64::min)?, all().reduce(f64::max)?);
    if high - low <= TOLERANCE {
        return None;
    }
    let lowest = ranked
        .iter()
        .copied()
        .filter(|at| coverage(*at) - low <= TOLERANCE)
        .collect();
    Some(Caution::UnevenCoverage { lowest, low, high })
}

/// Sources of the counted rows, without regard to case.
fn sources(statements: &Statements, assessment: &Assessment) -> BTreeSet<String> {
    rows(statements, assessment)
        .filter(|(_, row)| row.is_counted())
        .filter_map(|(_, row)| row.evidence.as_deref()?.source.as_deref())
        .map(|source| source.trim().to_lowercase())
        .filter(|source| !source.is_empty())
        .collect()
}
