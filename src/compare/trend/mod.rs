//! How scores and ranks of regions changed from wave to wave under one framework.
//!
//! A wave without a score stays empty: nothing is filled in between two waves. A rise or a fall is
//! claimed only where it stands whatever the missing data are. Ranks of two waves are compared only
//! among the regions that are ranked in both, so that a region that joins or leaves moves nobody.

mod claims;
mod joint;
mod numbers;
mod sure;
mod waves;
mod zeros;

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use crate::assess::{Assessed, Assessment, Reason, RegionRef};
use crate::framework::{Framework, Method, Target};
use crate::region::Kind;
use crate::statement::{PartyName, Stage, Statements};

use super::field::{belongs, largest_tier};
use super::{KindChoice, Places, TargetGap, conflicts_of};
use joint::Joint;

pub use claims::{ChangePlace, Counts};
pub use numbers::{NumberPoint, NumberTrend};
pub use sure::Unsure;
pub use waves::waves_of;
pub use zeros::FellToZero;

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
    /// Official names of the regions to compare; `None`: all.
    pub regions: Option<Vec<Arc<str>>>,
    /// Of these the ones to show; `None`: all. Waves, ranks and claims are those of all that are
    /// compared.
    pub shown: Option<Vec<Arc<str>>>,
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
    /// Regions that are shown, with a score in at least two waves: those with first and last wave
    /// before the others, those whose change is certain before those where it is not, and each in the
    /// order of their change, highest first.
    pub regions: Vec<RegionTrend>,
    /// How many regions have a score in at least two waves, whether shown or not.
    pub joined: usize,
    /// How many of them rose, fell or stayed, whether shown or not.
    pub counts: Counts,
    /// Positions in `regions` that rose for certain from the first to the last wave: those ranked in
    /// both first, highest rise first.
    pub rose: Vec<usize>,
    /// Positions in `regions` that fell for certain, in the same way.
    pub fell: Vec<usize>,
    /// Positions in `regions` whose score is the same in the first and the last wave for certain, by
    /// name.
    pub unchanged: Vec<usize>,
    /// Positions in `regions` that may have risen as well as fallen or stayed, in the order of
    /// `regions`.
    pub uncertain: Vec<usize>,
    /// Positions in `regions` without a score in the first or the last wave, by name.
    pub shorter: Vec<usize>,
    /// Median of the changes that are certain, of regions with the first and the last wave, 0–100
    /// scale.
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
    /// Numbers that fell to exactly 0, which may stand for no number at all.
    pub zeros: Vec<FellToZero>,
    /// Conflicts within the joined assessments (positions in [`Assessed::conflicts`]).
    pub conflicts: Vec<usize>,
}

impl Trend {
    /// Positions of the assessments behind the scores that are joined.
    pub fn assessments(&self) -> impl Iterator<Item = usize> {
        let points = self.regions.iter().flat_map(|it| &it.points);
        points
            .filter(|point| point.score.is_some())
            .filter_map(|point| point.assessment)
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
    pub groups: Vec<NodeChange>,
    /// Where scores come in (indicators, and groups below the top that a reported number stands for)
    /// with a score in both waves of `change`, in the order of the tree.
    pub tips: Vec<NodeChange>,
    /// Such nodes with a score in one of the two waves only: the earlier, the later.
    pub in_one: [Vec<usize>; 2],
    /// Distance to each target in the two waves of `change`.
    pub targets: Vec<[TargetGap; 2]>,
    /// Where its change stands among the certain rises, or falls, of regions ranked in both waves.
    pub place: Option<ChangePlace>,
}

impl RegionTrend {
    /// The positions of the assessments at both ends of a change.
    #[must_use]
    pub fn ends(&self, change: &Change) -> [Option<usize>; 2] {
        [change.from, change.to].map(|wave| self.points[wave].assessment)
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
    /// Whether it has enough coverage, and numbers that can be, for a ranking.
    pub rankable: bool,
    /// Place among all regions of this wave that can be ranked, where those are two or more.
    pub place: Option<Place>,
    /// Why there is no score.
    pub gap: Option<Gap>,
    /// Whether the score rests on a reported number below its scale, which nobody has confirmed.
    pub unconfirmed: bool,
}

/// A rank, and the places that missing data leave open.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Place {
    /// Rank; equal scores share the best.
    pub rank: usize,
    /// The places that the region could take.
    pub places: Places,
}

impl Place {
    /// Whether it could take no other place.
    #[must_use]
    pub fn is_certain(self) -> bool {
        self.places.best == self.places.worst
    }
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
    /// Least and greatest change that what is missing leaves open, 0–100 scale; `None` where scores
    /// hang on what others have.
    pub range: Option<(f64, f64)>,
    /// Both scores recomputed on the indicators, or reported nodes, that both waves have; `None`
    /// where they share none that comes to a score.
    pub common: Option<(f64, f64)>,
    /// Later minus earlier number computed from below, in the reporting unit, where published ones
    /// count and both waves have a computed one beside.
    pub computed: Option<f64>,
    /// Why the direction is not certain; `None`: it is.
    pub unsure: Option<Unsure>,
    /// Ranks among the regions that are ranked in both waves, if this one is.
    pub rank: Option<RankChange>,
}

impl Change {
    /// Whether the region rose, fell or stayed whatever the missing data are.
    #[must_use]
    pub fn is_certain(&self) -> bool {
        self.unsure.is_none()
    }

    /// Later minus earlier score on what both waves have, 0–100 scale.
    #[must_use]
    pub fn on_common(&self) -> Option<f64> {
        self.common.map(|(before, after)| after - before)
    }
}

/// Ranks in two waves among the regions that are ranked in both.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct RankChange {
    /// Place in the earlier wave.
    pub from: Place,
    /// Place in the later wave.
    pub to: Place,
    /// How many regions are ranked in both.
    pub among: usize,
}

impl RankChange {
    /// Places climbed; below zero: places lost.
    #[must_use]
    pub fn climbed(self) -> i64 {
        self.from.rank as i64 - self.to.rank as i64
    }

    /// Whether both places are the only ones that the region could take.
    #[must_use]
    pub fn is_certain(self) -> bool {
        self.from.is_certain() && self.to.is_certain()
    }
}

/// What changed in a group or indicator between two waves.
#[derive(Debug, Clone, PartialEq)]
pub struct NodeChange {
    /// Position of the node.
    pub node: usize,
    /// Later score minus earlier score; `None` where one of them is missing.
    pub score: Option<f64>,
    /// The same in the reporting unit.
    pub told: Option<f64>,
    /// Why the direction is not certain; `None`: it is, or there is no change to speak of.
    pub unsure: Option<Unsure>,
    /// Whether one of the two was coded under this framework by others than its source.
    pub cross: bool,
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
    targets: &[Target],
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
    let standings = field.standings(waves.len());
    let mut both = BTreeMap::new();
    for (region, mine) in &regions {
        let region = *region;
        let mine = || mine.iter().copied();
        let mut stands_apart = |why| {
            unjoined.push(Unjoined {
                region: region.clone(),
                why,
            });
        };
        if !inside(region) {
            stands_apart(Apart::OtherKind(region.kind));
            continue;
        }
        let points: Vec<Point> = (0..waves.len())
            .map(|wave| {
                let other = mine().any(|it| it.wave.as_ref() == Some(&waves[wave]));
                field.point(region, wave, &standings[wave], other)
            })
            .collect();
        let scored: Vec<usize> = (0..waves.len())
            .filter(|wave| points[*wave].score.is_some())
            .collect();
        let (Some(first), Some(last)) = (scored.first(), scored.last()) else {
            stands_apart(apart(&points, mine()));
            continue;
        };
        if first == last {
            stands_apart(Apart::OneWave(Arc::clone(&waves[*first])));
            continue;
        }
        let mut change = |from: usize, to: usize| {
            let shared: &BTreeMap<&RegionRef, RankChange> = both
                .entry((from, to))
                .or_insert_with(|| joint::in_both(&standings[from], &standings[to]));
            field.change(&points, (from, to), shared.get(region).copied())
        };
        let ends = (*first, *last);
        joined.push(RegionTrend {
            region: region.clone(),
            change: change(ends.0, ends.1),
            steps: scored
                .windows(2)
                .map(|pair| change(pair[0], pair[1]))
                .collect(),
            groups: field.groups(&points, ends),
            tips: field.tips(&points, ends),
            in_one: field.in_one(&points, ends),
            targets: field.targets(&points, ends, targets),
            place: None,
            points,
        });
    }
    field.hold_against_common(&mut joined);
    let last = waves.len().saturating_sub(1);
    let found = claims::claims(&mut joined, last);
    let is_shown = |name: &Arc<str>| choice.shown.as_ref().is_none_or(|it| it.contains(name));
    let kept: Vec<usize> = (0..joined.len())
        .filter(|at| is_shown(&joined[*at].region.name))
        .collect();
    // Positions among all become positions among those that are shown.
    let shown_of = |all: &[usize]| -> Vec<usize> {
        let place = |at: &usize| kept.iter().position(|it| it == at);
        all.iter().filter_map(place).collect()
    };
    let without_wave = all
        .iter()
        .map(of)
        .filter(|it| inside(&it.region) && it.wave.is_none() && it.nodes[0].score.is_some());
    let mut numbers = numbers::numbers(framework, assessed, &candidates, &waves);
    numbers.retain(|it| is_shown(&it.region.name));
    unjoined.retain(|it: &Unjoined| is_shown(&it.region.name));
    let mut out = Trend {
        other_stages: waves::other_stages(assessed, &candidates, stage),
        stage,
        joined: joined.len(),
        counts: found.counts(),
        rose: shown_of(&found.rose),
        fell: shown_of(&found.fell),
        unchanged: shown_of(&found.unchanged),
        uncertain: shown_of(&found.uncertain),
        shorter: shown_of(&found.shorter),
        median: found.median,
        median_told: found.median_told,
        left_out: waves::left_out(assessed, &candidates, stage, &waves),
        without_wave: without_wave.count(),
        numbers,
        zeros: Vec::new(),
        conflicts: Vec::new(),
        regions: kept.iter().map(|at| joined[*at].clone()).collect(),
        unjoined,
        waves,
    };
    let shown: Vec<usize> = out
        .regions
        .iter()
        .flat_map(|it| it.points.iter().filter_map(|point| point.assessment))
        .collect();
    out.conflicts = conflicts_of(assessed, &shown);
    out.zeros = zeros::zeros(framework, assessed, &out);
    out
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
