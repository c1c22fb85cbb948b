//! Which waves stand in a trend, and at which stage.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use crate::assess::{Assessed, Assessment, RegionRef};
use crate::statement::Stage;

use super::TrendChoice;
use crate::compare::field::newer;

/// Every wave that `assessed` has, in order.
#[must_use]
pub fn waves_of(assessed: &Assessed) -> Vec<Arc<str>> {
    let all: Vec<&Assessment> = assessed.assessments.iter().collect();
    in_order(&all)
}

/// The waves of `assessments` in their order: numbers by value, then texts.
fn in_order(assessments: &[&Assessment]) -> Vec<Arc<str>> {
    let mut out: Vec<Arc<str>> = assessments
        .iter()
        .filter_map(|it| it.wave.clone())
        .collect::<BTreeSet<_>>()
        .into_iter()
        .collect();
    out.sort_by(|a, b| newer(Some(a), Some(b)));
    out
}

/// Whether a wave lies between the ends that were asked for, in either order.
pub(super) fn between(wave: Option<&str>, choice: &TrendChoice) -> bool {
    let (mut first, mut last) = (choice.first.as_deref(), choice.last.as_deref());
    if first.is_some() && last.is_some() && newer(first, last).is_gt() {
        std::mem::swap(&mut first, &mut last);
    }
    (first.is_none() || newer(wave, first).is_ge()) && (last.is_none() || newer(wave, last).is_le())
}

fn is_scored(assessment: &Assessment) -> bool {
    assessment.nodes[0].score.is_some()
}

/// The stage in which most regions have a score in at least two waves; of equals the one with
/// most scores, then the most verified.
pub(super) fn stage(assessed: &Assessed, candidates: &[usize]) -> Option<Stage> {
    let mut counts: BTreeMap<Option<Stage>, BTreeMap<&RegionRef, usize>> = BTreeMap::new();
    for at in candidates {
        let assessment = &assessed.assessments[*at];
        let regions = counts.entry(assessment.stage).or_default();
        *regions.entry(&assessment.region).or_insert(0) += usize::from(is_scored(assessment));
    }
    counts
        .into_iter()
        .max_by_key(|(_, regions)| {
            let joined = regions.values().filter(|count| **count >= 2).count();
            (joined, regions.values().sum::<usize>())
        })
        .and_then(|(stage, _)| stage)
}

/// The waves from the first to the last in which at least two regions have a score, unless others
/// were asked for; every wave with an assessment where there are not two such waves.
pub(super) fn waves(
    assessed: &Assessed,
    candidates: &[usize],
    stage: Option<Stage>,
    choice: &TrendChoice,
) -> Vec<Arc<str>> {
    let here: Vec<&Assessment> = candidates
        .iter()
        .map(|at| &assessed.assessments[*at])
        .filter(|it| it.stage == stage)
        .collect();
    let all = in_order(&here);
    let regions_in = |wave: &Arc<str>| {
        here.iter()
            .filter(|it| it.wave.as_ref() == Some(wave) && is_scored(it))
            .count()
    };
    let full: Vec<usize> = (0..all.len())
        .filter(|at| regions_in(&all[*at]) >= 2)
        .collect();
    let (Some(first), Some(last)) = (full.first(), full.last()) else {
        return all;
    };
    let first = if choice.first.is_some() { 0 } else { *first };
    let last = if choice.last.is_some() {
        all.len() - 1
    } else {
        *last
    };
    if first >= last {
        return all;
    }
    all[first..=last].to_vec()
}

pub(super) fn other_stages(
    assessed: &Assessed,
    candidates: &[usize],
    stage: Option<Stage>,
) -> Vec<Option<Stage>> {
    let met: BTreeSet<Option<Stage>> = candidates
        .iter()
        .map(|at| &assessed.assessments[*at])
        .filter(|it| it.stage != stage && is_scored(it))
        .map(|it| it.stage)
        .collect();
    met.into_iter().collect()
}

/// Waves with a score at `stage` that are not among `waves`.
pub(super) fn left_out(
    assessed: &Assessed,
    candidates: &[usize],
    stage: Option<Stage>,
    waves: &[Arc<str>],
) -> Vec<Arc<str>> {
    let here: Vec<&Assessment> = candidates
        .iter()
        .map(|at| &assessed.assessments[*at])
        .filter(|it| it.stage == stage && is_scored(it))
        .collect();
    let mut out = in_order(&here);
    out.retain(|wave| !waves.contains(wave));
    out
}
