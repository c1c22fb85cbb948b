//! Which regions stand in one ranking: one wave, one tier of government, one stage, enough data.

use std::cmp::Ordering;
use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use crate::assess::{Assessed, RegionRef};
use crate::framework::{Framework, Method};
use crate::region::{Kind, Tier};
use crate::statement::Stage;
use crate::stats::TOLERANCE;

use super::{Choice, KindChoice, Outside, Unranked, WaveChoice};

/// The field of a ranking.
pub(super) struct Field {
    pub(super) wave: Option<Arc<str>>,
    pub(super) waves_mixed: bool,
    pub(super) stage: Option<Stage>,
    pub(super) ranked: Vec<usize>,
    pub(super) unranked: Vec<Unranked>,
}

pub(super) fn field(
    framework: &Framework,
    assessed: &Assessed,
    method: &Method,
    choice: &Choice,
) -> Field {
    let all: Vec<usize> = (0..assessed.assessments.len())
        .filter(|at| {
            let name = &assessed.assessments[*at].region.name;
            choice.regions.as_ref().is_none_or(|it| it.contains(name))
        })
        .collect();
    let scored = |at: &usize| assessed.assessments[*at].nodes[0].score.is_some();
    let tier = largest_tier(assessed, &all);
    let belongs = |region: &RegionRef| belongs(region, choice.kind, tier);
    let (wave, in_wave) = waves(assessed, &all, choice, &|at| {
        scored(at) && belongs(&assessed.assessments[*at].region)
    });
    let waves_mixed = {
        let met: BTreeSet<_> = in_wave
            .iter()
            .filter(|at| belongs(&assessed.assessments[**at].region))
            .map(|at| &assessed.assessments[*at].wave)
            .collect();
        met.len() > 1
    };
    let candidates: Vec<usize> = in_wave
        .iter()
        .copied()
        .filter(|at| belongs(&assessed.assessments[*at].region))
        .collect();
    let stage = match choice.stage {
        Some(wanted) => Some(wanted),
        None => stage(assessed, &candidates, &scored),
    };
    let mut ranked = Vec::new();
    let mut unranked = Vec::new();
    let mut done: BTreeSet<&RegionRef> = BTreeSet::new();
    for at in &in_wave {
        let assessment = &assessed.assessments[*at];
        if assessment.stage != stage {
            continue;
        }
        done.insert(&assessment.region);
        let index = &assessment.nodes[0];
        let why = if !belongs(&assessment.region) {
            Some(Outside::OtherKind(assessment.region.kind))
        } else if index.score.is_none() {
            Some(Outside::NoScore(index.reason))
        } else if index.coverage.unwrap_or(0.0) + TOLERANCE < method.aggregation.rank_coverage {
            Some(Outside::LowCoverage(index.coverage.unwrap_or(0.0)))
        } else {
            let found = assessment.unconfirmed(framework, method);
            found.map(|(node, value)| Outside::Unconfirmed(node, value))
        };
        match why {
            None => ranked.push(*at),
            Some(why) => unranked.push(Unranked {
                region: Arc::clone(&assessment.region.name),
                assessment: Some(*at),
                why,
                places: None,
                strengths: Vec::new(),
                weaknesses: Vec::new(),
            }),
        }
    }
    for at in &all {
        let region = &assessed.assessments[*at].region;
        if done.insert(region) {
            let why = if !belongs(region) {
                Outside::OtherKind(region.kind)
            } else if in_wave
                .iter()
                .any(|it| assessed.assessments[*it].region == *region)
            {
                Outside::OtherStage
            } else {
                Outside::OtherWave
            };
            unranked.push(Unranked {
                region: Arc::clone(&region.name),
                assessment: None,
                why,
                places: None,
                strengths: Vec::new(),
                weaknesses: Vec::new(),
            });
        }
    }
    unranked.sort_by(|a, b| a.region.cmp(&b.region));
    Field {
        wave,
        waves_mixed,
        stage,
        ranked,
        unranked,
    }
}

/// Two waves in their order: rows without a wave first, then years by value, then texts by letters.
#[must_use]
pub fn newer(a: Option<&str>, b: Option<&str>) -> Ordering {
    // Only plain digits are years: `nan` and `1e2` are texts.
    let year = |wave: &str| {
        let digits = wave.trim();
        let plain =
            !digits.is_empty() && digits.bytes().all(|it| it.is_ascii_digit() || it == b'.');
        plain.then(|| digits.parse::<f64>().ok()).flatten()
    };
    match (a, b) {
        (Some(a), Some(b)) => match (year(a), year(b)) {
            (Some(x), Some(y)) => x.total_cmp(&y).then_with(|| a.cmp(b)),
            (Some(_), None) => Ordering::Less,
            (None, Some(_)) => Ordering::Greater,
            (None, None) => a.cmp(b),
        },
        _ => a.is_some().cmp(&b.is_some()),
    }
}

/// Of each region the assessments of its newest wave with a score; without any score its newest.
#[must_use]
pub fn newest_of_each(assessed: &Assessed, among: &[usize]) -> Vec<usize> {
    let of = |at: usize| &assessed.assessments[at];
    let scored = |at: usize| of(at).nodes[0].score.is_some();
    let mut newest: BTreeMap<&RegionRef, (bool, Option<&str>)> = BTreeMap::new();
    for at in among {
        let found = (scored(*at), of(*at).wave.as_deref());
        let best = newest.entry(&of(*at).region).or_insert(found);
        if (found.0, newer(found.1, best.1)) > (best.0, Ordering::Equal) {
            *best = found;
        }
    }
    among
        .iter()
        .copied()
        .filter(|at| newest.get(&of(*at).region).map(|it| it.1) == Some(of(*at).wave.as_deref()))
        .collect()
}

/// The wave compared and the assessments in it.
fn waves(
    assessed: &Assessed,
    all: &[usize],
    choice: &Choice,
    scored: &dyn Fn(&usize) -> bool,
) -> (Option<Arc<str>>, Vec<usize>) {
    let wave_of = |at: &usize| assessed.assessments[*at].wave.as_deref();
    let inside = |wanted: Option<&str>| -> Vec<usize> {
        all.iter()
            .copied()
            .filter(|at| wave_of(at) == wanted)
            .collect()
    };
    match &choice.wave {
        WaveChoice::Named(wave) => (Some(wave.as_str().into()), inside(Some(wave))),
        WaveChoice::LatestOfEach => {
            let newest = newest_of_each(assessed, all);
            let met: BTreeSet<_> = newest.iter().map(wave_of).collect();
            let wave = match met.len() {
                1 => met.first().copied().flatten().map(Into::into),
                _ => None,
            };
            (wave, newest)
        }
        WaveChoice::Newest => {
            let mut met: Vec<Option<&str>> = all.iter().map(wave_of).collect();
            met.sort_by(|a, b| newer(*b, *a));
            met.dedup();
            let regions = |among: &[usize]| {
                let scored = among.iter().filter(|at| scored(at));
                let regions = scored.map(|at| &assessed.assessments[*at].region);
                regions.collect::<BTreeSet<_>>().len()
            };
            let any = regions(all);
            let enough = |wave: &Option<&str>| 2 * regions(&inside(*wave)) >= any.max(1);
            let wave = met
                .iter()
                .find(|wave| enough(wave))
                .or(met.first())
                .copied()
                .flatten();
            (wave.map(Into::into), inside(wave))
        }
    }
}

/// The tier of government with most regions; the higher one of equals.
pub(super) fn largest_tier(assessed: &Assessed, among: &[usize]) -> Option<Tier> {
    let mut regions: BTreeMap<Tier, BTreeSet<&RegionRef>> = BTreeMap::new();
    for at in among {
        let region = &assessed.assessments[*at].region;
        if let Some(kind) = region.kind {
            regions.entry(kind.tier()).or_default().insert(region);
        }
    }
    let most = regions.values().map(BTreeSet::len).max()?;
    regions
        .iter()
        .find(|(_, of)| of.len() == most)
        .map(|(tier, _)| *tier)
}

pub(super) fn belongs(region: &RegionRef, choice: KindChoice, largest: Option<Tier>) -> bool {
    let wanted = match choice {
        KindChoice::All => return true,
        KindChoice::Kabupaten => return region.kind == Some(Kind::Kabupaten),
        KindChoice::Kota => return region.kind == Some(Kind::Kota),
        KindChoice::Instansi => return region.kind == Some(Kind::Instansi),
        KindChoice::KabKota => Some(Tier::KabKota),
        KindChoice::Provinsi => Some(Tier::Provinsi),
        KindChoice::Largest => largest,
    };
    match region.kind {
        Some(kind) => Some(kind.tier()) == wanted,
        // A region that is not in the register stands with the largest group.
        None => wanted == largest,
    }
}

/// The most verified stage in which at least half of the candidates have a score, of those that have one
/// in any; else that with most of them.
fn stage(
    assessed: &Assessed,
    candidates: &[usize],
    scored: &dyn Fn(&usize) -> bool,
) -> Option<Stage> {
    let regions = |wanted: &dyn Fn(Option<Stage>) -> bool| -> usize {
        let met: BTreeSet<_> = candidates
            .iter()
            .filter(|at| scored(at) && wanted(assessed.assessments[**at].stage))
            .map(|at| &assessed.assessments[*at].region)
            .collect();
        met.len()
    };
    let stages: BTreeSet<Option<Stage>> = candidates
        .iter()
        .map(|at| assessed.assessments[*at].stage)
        .collect();
    let any = regions(&|_| true);
    let count = |stage: &Option<Stage>| regions(&|it| it == *stage);
    // Later stages are verified more.
    let enough = |stage: &&Option<Stage>| 2 * count(stage) >= any.max(1);
    let most = stages.iter().rev().find(enough);
    most.or_else(|| stages.iter().max_by_key(|it| count(it)))
        .copied()
        .flatten()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn waves_stand_in_one_order_whatever_their_names() {
        let mut waves = ["5x", "10", "", "9", "nan", "2023.0", "2023", "a"].map(Some);
        waves.sort_by(|a, b| newer(*a, *b));
        let wanted = ["9", "10", "2023", "2023.0", "", "5x", "a", "nan"];
        assert_eq!(waves, wanted.map(Some));
        assert!(newer(None, Some("9")).is_lt());
    }
}
