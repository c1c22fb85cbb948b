//! How scores and ranks of regions changed from wave to wave under one framework.
//!
//! A wave without a score stays empty: nothing is filled in between two waves. Ranks of two waves are
//! compared only among the regions that are ranked in both, so that a region that joins or leaves
//! moves nobody.

mod joint;
mod numbers;
mod waves;

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use crate::assess::{Assessed, Assessment, Reason, RegionRef};
use crate::framework::{Framework, Method};
use crate::region::Kind;
use crate::statement::{PartyName, Stage, Statements};
use crate::stats::{self, TOLERANCE};

use super::field::{belongs, largest_tier};
use super::{KindChoice, conflicts_of};
use joint::Joint;

pub use numbers::{NumberPoint, NumberTrend};
pub use waves::waves_of;

/// Which waves and regions a trend is made of.
#[derive(Debug, Clone, Default)]
pub struct TrendChoice {
    /// First wave; none: the first in which at least two regions have a score.
    pub first: Option<String>,
    /// Last wave; none: the last in which at least two regions have a score.
    pub last: Option<String>,
    /// Kinds of region.
    pub kind: KindChoice,
    /// Stage of verification; `None`: that in which most regions can be joined.
    pub stage: Option<Stage>,
    /// Official names of the regions; `None`: all.
    pub regions: Option<Vec<Arc<str>>>,
}

/// Regions over several waves.
#[derive(Debug, Clone)]
pub struct Trend {
    /// Waves in their order, those in between included.
    pub waves: Vec<Arc<str>>,
    /// The one stage of all waves.
    pub stage: Option<Stage>,
    /// Stages (`None`: rows that name none) that these waves have besides and that are left out.
    pub other_stages: Vec<Option<Stage>>,
    /// Regions with a score in at least two waves: those with first and last wave in the order of
    /// their change, highest first, then the others.
    pub regions: Vec<RegionTrend>,
    /// Positions in `regions` that rose from the first to the last wave, highest rise first. A
    /// change that rests on an unconfirmed number is neither rise nor fall.
    pub rose: Vec<usize>,
    /// Positions in `regions` that fell from the first to the last wave, deepest fall first.
    pub fell: Vec<usize>,
    /// Positions in `regions` whose score is the same in the first and the last wave, by name.
    pub unchanged: Vec<usize>,
    /// Positions in `regions` without a score in the first or the last wave, by name.
    pub shorter: Vec<usize>,
    /// Median change of the regions that have the first and the last wave, 0–100 scale.
    pub median: Option<f64>,
    /// The same in the reporting unit.
    pub median_told: Option<f64>,
    /// Waves before the first and after the last that nobody asked to leave out: fewer than two
    /// regions have a score there.
    pub left_out: Vec<Arc<str>>,
    /// How many assessments have a score and no wave, and so no place in the trend.
    pub without_wave: usize,
    /// Regions that cannot be joined over waves, by name.
    pub unjoined: Vec<Unjoined>,
    /// Numbers that are shown and not scored, where at least two waves have them.
    pub numbers: Vec<NumberTrend>,
    /// Conflicts within the joined assessments (positions in [`Assessed::conflicts`]).
    pub conflicts: Vec<usize>,
}

impl Trend {
    /// Number of statements behind the scores that are joined.
    #[must_use]
    pub fn statements(&self, assessed: &Assessed) -> usize {
        let points = self.regions.iter().flat_map(|it| &it.points);
        points
            .filter(|point| point.score.is_some())
            .filter_map(|point| point.assessment)
            .map(|at| assessed.assessments[at].nodes[0].statements)
            .sum()
    }

    /// Whether the waves were coded by different people, as far as rows name them: a change may
    /// then be one of coders.
    #[must_use]
    pub fn coders_differ(&self, statements: &Statements, assessed: &Assessed) -> bool {
        let mut teams: BTreeSet<BTreeSet<&PartyName>> = BTreeSet::new();
        for wave in 0..self.waves.len() {
            let points = self.regions.iter().map(|it| &it.points[wave]);
            let team: BTreeSet<&PartyName> = points
                .filter_map(|point| point.assessment)
                .flat_map(|at| assessed.assessments[at].rows.iter().flatten())
                .map(|row| &statements.rows()[*row])
                .filter(|row| !row.answer.is_missing())
                .filter_map(|row| row.coder.as_ref())
                .collect();
            if !team.is_empty() {
                teams.insert(team);
            }
        }
        teams.len() > 1
    }
}

/// One region over the waves.
#[derive(Debug, Clone)]
pub struct RegionTrend {
    /// The region.
    pub region: RegionRef,
    /// One point for each wave.
    pub points: Vec<Point>,
    /// From its first to its last wave with a score.
    pub change: Change,
    /// From each wave with a score to its next.
    pub steps: Vec<Change>,
    /// Top-level groups between the waves of `change`.
    pub groups: Vec<GroupChange>,
}

impl RegionTrend {
    /// Whether both ends of the change rest on numbers that can be.
    #[must_use]
    pub fn is_confirmed(&self) -> bool {
        let ends = [self.change.from, self.change.to];
        ends.iter().all(|wave| !self.points[*wave].unconfirmed)
    }

    /// What changed to a wave from the one before it with a score; `None` in the first of these and
    /// where there is no score.
    #[must_use]
    pub fn step_to(&self, wave: usize) -> Option<&Change> {
        self.steps.iter().find(|step| step.to == wave)
    }

    /// Later native value minus earlier one; `None` where one of them is missing.
    #[must_use]
    pub fn value_change(&self, assessed: &Assessed, change: &Change) -> Option<f64> {
        let value = |wave: usize| {
            let at = self.points[wave].assessment?;
            assessed.assessments[at].nodes[0].value
        };
        Some(value(change.to)? - value(change.from)?)
    }
}

/// One region in one wave.
#[derive(Debug, Clone, PartialEq)]
pub struct Point {
    /// Position of the assessment at the compared stage, if there is one.
    pub assessment: Option<usize>,
    /// Score, 0–100.
    pub score: Option<f64>,
    /// The score in the reporting unit.
    pub told: Option<f64>,
    /// Share of the weight that has data.
    pub coverage: Option<f64>,
    /// Rank among all regions of this wave with enough coverage for a ranking.
    pub rank: Option<usize>,
    /// Why there is no score.
    pub gap: Option<Gap>,
    /// Whether the score rests on a reported number below its scale, which nobody has confirmed.
    pub unconfirmed: bool,
}

/// Why a region has no score in a wave.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Gap {
    /// No row of this region and wave.
    NotAssessed,
    /// Rows of this wave stand at another stage only.
    OtherStage,
    /// Assessed, but without a score.
    NoScore(Option<Reason>),
}

/// What changed between two waves.
#[derive(Debug, Clone, PartialEq)]
pub struct Change {
    /// Position of the earlier wave.
    pub from: usize,
    /// Position of the later wave.
    pub to: usize,
    /// Later score minus earlier score, 0–100 scale.
    pub score: f64,
    /// The same in the reporting unit.
    pub told: Option<f64>,
    /// False where what is missing could undo or reverse the change.
    pub certain: bool,
    /// Ranks among the regions that are ranked in both waves, if this one is.
    pub rank: Option<RankChange>,
}

/// Ranks in two waves among the regions that are ranked in both.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct RankChange {
    /// Rank in the earlier wave.
    pub from: usize,
    /// Rank in the later wave.
    pub to: usize,
    /// How many regions are ranked in both.
    pub among: usize,
}

impl RankChange {
    /// Places climbed; below zero: places lost.
    #[must_use]
    pub fn climbed(self) -> i64 {
        self.from as i64 - self.to as i64
    }
}

/// What changed in a group between two waves.
#[derive(Debug, Clone, PartialEq)]
pub struct GroupChange {
    /// Position of the group.
    pub node: usize,
    /// Later score minus earlier score; `None` where one of them is missing.
    pub score: Option<f64>,
    /// The same in the reporting unit.
    pub told: Option<f64>,
    /// False where what is missing could undo or reverse the change.
    pub certain: bool,
}

/// A region that cannot be joined over waves.
#[derive(Debug, Clone, PartialEq)]
pub struct Unjoined {
    /// The region.
    pub region: RegionRef,
    /// Why.
    pub why: Apart,
}

/// Why a region cannot be joined over waves.
#[derive(Debug, Clone, PartialEq)]
pub enum Apart {
    /// Another tier of government or kind.
    OtherKind(Option<Kind>),
    /// A score in this wave only.
    OneWave(Arc<str>),
    /// No score in any of the waves.
    NoScore(Option<Reason>),
    /// Assessed at other stages only.
    OtherStage,
    /// Assessed in other waves only.
    OtherWaves,
    /// Its rows name no wave.
    NoWave,
}

/// Follows the regions of `assessed` from wave to wave.
#[must_use]
pub fn trend(
    framework: &Framework,
    assessed: &Assessed,
    method: &Method,
    choice: &TrendChoice,
) -> Trend {
    let all: Vec<usize> = (0..assessed.assessments.len())
        .filter(|at| {
            let name = &assessed.assessments[*at].region.name;
            choice.regions.as_ref().is_none_or(|it| it.contains(name))
        })
        .collect();
    let tier = largest_tier(assessed, &all);
    let inside = |region: &RegionRef| belongs(region, choice.kind, tier);
    let of = |at: &usize| &assessed.assessments[*at];
    let candidates: Vec<usize> = all
        .iter()
        .copied()
        .filter(|at| inside(&of(at).region) && of(at).wave.is_some())
        .filter(|at| waves::between(of(at).wave.as_deref(), choice))
        .collect();
    let stage = match choice.stage {
        Some(wanted) => Some(wanted),
        None => waves::stage(assessed, &candidates),
    };
    let waves = waves::waves(assessed, &candidates, stage, choice);
    let field = Joint {
        framework,
        assessed,
        method,
        by_place: candidates
            .iter()
            .filter(|at| of(at).stage == stage)
            .filter_map(|at| {
                let wave = of(at).wave.as_ref()?;
                let wave = waves.iter().position(|it| it == wave)?;
                Some(((&of(at).region, wave), *at))
            })
            .collect(),
    };
    let mut regions: BTreeMap<&RegionRef, Vec<&Assessment>> = BTreeMap::new();
    for at in &all {
        regions.entry(&of(at).region).or_default().push(of(at));
    }
    let mut joined: Vec<RegionTrend> = Vec::new();
    let mut unjoined = Vec::new();
    let ranks: Vec<BTreeMap<&RegionRef, usize>> =
        (0..waves.len()).map(|wave| field.ranks(wave)).collect();
    let mut both = BTreeMap::new();
    for (region, mine) in &regions {
        let region = *region;
        let mine = || mine.iter().copied();
        if !inside(region) {
            unjoined.push(Unjoined {
                region: region.clone(),
                why: Apart::OtherKind(region.kind),
            });
            continue;
        }
        let points: Vec<Point> = (0..waves.len())
            .map(|wave| {
                let other = mine().any(|it| it.wave.as_ref() == Some(&waves[wave]));
                field.point(region, wave, ranks[wave].get(region).copied(), other)
            })
            .collect();
        let scored: Vec<usize> = (0..waves.len())
            .filter(|wave| points[*wave].score.is_some())
            .collect();
        let (Some(first), Some(last)) = (scored.first(), scored.last()) else {
            let why = apart(&points, mine());
            unjoined.push(Unjoined {
                region: region.clone(),
                why,
            });
            continue;
        };
        if first == last {
            unjoined.push(Unjoined {
                region: region.clone(),
                why: Apart::OneWave(Arc::clone(&waves[*first])),
            });
            continue;
        }
        let mut change = |from, to| {
            let shared: &BTreeMap<&RegionRef, RankChange> = both
                .entry((from, to))
                .or_insert_with(|| field.ranks_in_both(from, to));
            field.change(region, &points, (from, to), shared.get(region).copied())
        };
        joined.push(RegionTrend {
            region: region.clone(),
            change: change(*first, *last),
            steps: scored
                .windows(2)
                .map(|pair| change(pair[0], pair[1]))
                .collect(),
            groups: field.groups(&points, (*first, *last)),
            points,
        });
    }
    let last = waves.len().saturating_sub(1);
    let whole = |it: &RegionTrend| it.change.from == 0 && it.change.to == last;
    let counts = |it: &RegionTrend| whole(it) && it.is_confirmed();
    joined.sort_by(|a, b| {
        whole(b)
            .cmp(&whole(a))
            .then_with(|| b.change.score.total_cmp(&a.change.score))
            .then_with(|| a.region.cmp(&b.region))
    });
    let mut by_name: Vec<usize> = (0..joined.len()).collect();
    by_name.sort_by(|a, b| joined[*a].region.cmp(&joined[*b].region));
    let of_kind = |order: &[usize], wanted: &dyn Fn(f64) -> bool| -> Vec<usize> {
        order
            .iter()
            .copied()
            .filter(|at| counts(&joined[*at]) && wanted(joined[*at].change.score))
            .collect()
    };
    let ascending: Vec<usize> = (0..joined.len()).rev().collect();
    let descending: Vec<usize> = (0..joined.len()).collect();
    let median = |of: fn(&Change) -> Option<f64>| {
        let changes: Vec<(f64, f64)> = joined
            .iter()
            .filter(|it| counts(it))
            .filter_map(|it| Some((of(&it.change)?, 1.0)))
            .collect();
        stats::median(&changes)
    };
    let without_wave = all
        .iter()
        .map(of)
        .filter(|it| inside(&it.region) && it.wave.is_none() && it.nodes[0].score.is_some());
    let shown: Vec<usize> = joined
        .iter()
        .flat_map(|it| it.points.iter().filter_map(|point| point.assessment))
        .collect();
    Trend {
        other_stages: waves::other_stages(assessed, &candidates, stage),
        stage,
        rose: of_kind(&descending, &|change| change > TOLERANCE),
        fell: of_kind(&ascending, &|change| change < -TOLERANCE),
        unchanged: of_kind(&by_name, &|change| change.abs() <= TOLERANCE),
        shorter: by_name
            .into_iter()
            .filter(|at| !whole(&joined[*at]))
            .collect(),
        median: median(|change| Some(change.score)),
        median_told: median(|change| change.told),
        left_out: waves::left_out(assessed, &candidates, stage, &waves),
        numbers: numbers::numbers(framework, assessed, &candidates, &waves),
        without_wave: without_wave.count(),
        conflicts: conflicts_of(assessed, &shown),
        regions: joined,
        unjoined,
        waves,
    }
}

/// Why a region without any score in the waves stands apart.
fn apart<'a>(points: &[Point], mut mine: impl Iterator<Item = &'a Assessment>) -> Apart {
    let unscored = points.iter().rev().find_map(|point| match point.gap {
        Some(Gap::NoScore(reason)) => Some(reason),
        _ => None,
    });
    if let Some(reason) = unscored {
        Apart::NoScore(reason)
    } else if points
        .iter()
        .any(|point| point.gap == Some(Gap::OtherStage))
    {
        Apart::OtherStage
    } else if mine.any(|it| it.wave.is_some()) {
        Apart::OtherWaves
    } else {
        Apart::NoWave
    }
}

/// Groups right below the index.
#[must_use]
pub fn top_groups(framework: &Framework) -> Vec<usize> {
    framework.nodes()[0]
        .children()
        .iter()
        .copied()
        .filter(|at| framework.nodes()[*at].indicator().is_none())
        .collect()
}
