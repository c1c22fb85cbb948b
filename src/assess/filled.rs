//! What is known of a cell although no row of it says so: the sum of its parts, and the index of another
//! body, which belongs to no stage of a review.

use crate::framework::{Framework, Normalisation};
use crate::problem::Problem;
use crate::statement::{Field, Statements};
use crate::stats::TOLERANCE;
use crate::text::{both_numbers, say};

use super::assessment::Assessment;
use super::pooled::{GivenAs, Outcome};

/// Fills in what follows from other cells; warns of a sum that is not that of its parts.
pub(super) fn fill(
    framework: &Framework,
    statements: &Statements,
    assessments: &mut [Assessment],
) -> Vec<Problem> {
    let mut problems = Vec::new();
    for (at, _, indicator) in framework.indicators() {
        if indicator.lookup.is_some() {
            carry(at, indicator.external, assessments);
        }
        if indicator.sum_of.is_empty() {
            continue;
        }
        let parts = indicator.sum_of.iter().filter_map(|it| framework.find(it));
        let parts: Vec<usize> = parts.collect();
        let scale = &framework.scales()[indicator.scale];
        for assessment in assessments.iter_mut() {
            let value = |at: &usize| {
                let value = assessment.pooled[*at].outcome.value()?;
                Some(possible(framework, *at, value))
            };
            let Some(sum) = parts.iter().map(value).sum::<Option<f64>>() else {
                let ends = parts.iter().map(|part| match value(part) {
                    Some(value) => Some([value, value]),
                    None => ends(framework, *part),
                });
                let ends: Option<Vec<[f64; 2]>> = ends.collect();
                assessment.pooled[at].between = ends.map(|ends| {
                    let end = |of: usize| ends.iter().map(|it| it[of]).sum::<f64>();
                    let counts = |sum: f64| sum.clamp(scale.min(), scale.max());
                    (counts(end(0)), counts(end(1)))
                });
                continue;
            };
            match assessment.pooled[at].outcome.value() {
                Some(value) if (value - sum).abs() > TOLERANCE => {
                    let (region, id) = (&assessment.region.name, framework.nodes()[at].id());
                    let [value, sum] = [value, sum].map(|it| both_numbers(it, 2));
                    let problem = Problem::warning(say::sum_differs(id, region, value, sum));
                    let row = assessment.rows[at].first();
                    let row = row.map(|row| &statements.rows()[*row]);
                    problems.push(match row {
                        Some(row) => problem.at(statements.place(row, Field::of_number(row))),
                        None => problem,
                    });
                }
                None => {
                    let counts = sum.clamp(scale.min(), scale.max());
                    if (counts - sum).abs() > TOLERANCE {
                        let (region, id) = (&assessment.region.name, framework.nodes()[at].id());
                        let [sum, counts] = [sum, counts].map(|it| both_numbers(it, 2));
                        problems.push(Problem::warning(say::sum_beyond(id, region, sum, counts)));
                    }
                    assessment.pooled[at].outcome = Outcome::Value(counts);
                }
                Some(_) => {}
            }
        }
    }
    problems
}

/// The number as it counts: one beyond the goalposts as the nearer end.
fn possible(framework: &Framework, at: usize, value: f64) -> f64 {
    let indicator = framework.nodes()[at].indicator();
    match indicator.and_then(|it| it.normalise) {
        Some(Normalisation::Goalposts { low, high }) => value.clamp(low, high),
        Some(Normalisation::Relative(_)) | None => value,
    }
}

/// The least and the most that can be counted at an indicator; none of a number without ends.
fn ends(framework: &Framework, at: usize) -> Option<[f64; 2]> {
    let indicator = framework.nodes()[at].indicator()?;
    match indicator.normalise {
        Some(Normalisation::Goalposts { low, high }) => Some([low, high]),
        Some(Normalisation::Relative(_)) => None,
        None if indicator.has_levels() => {
            let scale = &framework.scales()[indicator.scale];
            Some([scale.min(), scale.max()])
        }
        None => None,
    }
}

/// Carries the value that follows from another body's index into the other stages of its region and wave:
/// always where nobody but that body answers, else only from rows without a stage.
fn carry(leaf: usize, is_external: bool, assessments: &mut [Assessment]) {
    let known: Vec<usize> = (0..assessments.len())
        .filter(|it| assessments[*it].pooled[leaf].given_as == GivenAs::OtherIndex)
        .filter(|it| is_external || assessments[*it].stage.is_none())
        .collect();
    for it in 0..assessments.len() {
        if assessments[it].pooled[leaf].outcome.value().is_some() {
            continue;
        }
        let of_same = known.iter().rev().find(|from| {
            let (one, other) = (&assessments[**from], &assessments[it]);
            one.region == other.region && one.wave == other.wave
        });
        if let Some(from) = of_same {
            let outcome = assessments[*from].pooled[leaf].outcome;
            let pooled = &mut assessments[it].pooled[leaf];
            (pooled.outcome, pooled.given_as) = (outcome, GivenAs::OtherIndex);
        }
    }
}
