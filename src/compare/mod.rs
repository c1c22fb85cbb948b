//! Compares assessed regions: like with like, with everything that weakens the order named.
//!
//! Owns which regions stand in one ranking ([`Choice`]), ranks and gaps ([`Ranked`]), what would
//! turn the order round ([`Doubt`]), what weakens it besides ([`Caution`]), and what all regions share. Shows nothing; see
//! [`crate::view`].

mod caution;
mod field;
mod order;
mod pivot;
mod target;
pub mod trend;

use std::collections::BTreeSet;
use std::sync::Arc;

use crate::assess::{Assessed, Assessment, Conflict, Reason, RegionRef};
use crate::framework::{Framework, Method, Target};
use crate::region::Kind;
use crate::statement::{Stage, Statements};
use crate::stats::{self, TOLERANCE};

use order::Order;

pub use caution::{Caution, cautions};
pub use field::{newer, newest_of_each};
pub use order::{Doubt, Places, Why};
pub use pivot::{Confidence, Effect, Pivot};
pub use target::{TargetGap, target_gaps};

/// Which waves stand in the ranking.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub enum WaveChoice {
    /// The newest in which at least two regions have a score.
    #[default]
    Newest,
    /// This one.
    Named(String),
    /// The newest of each region; waves are mixed.
    LatestOfEach,
}

/// Which kinds of region stand in the ranking.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum KindChoice {
    /// The tier with most regions.
    #[default]
    Largest,
    /// Kabupaten and kota together.
    KabKota,
    /// Kabupaten alone.
    Kabupaten,
    /// Kota alone.
    Kota,
    /// Provinsi alone.
    Provinsi,
    /// Central bodies and other agencies alone.
    Instansi,
    /// All in one ranking.
    All,
}

impl KindChoice {
    /// Name as it is typed.
    #[must_use]
    pub fn id(self) -> &'static str {
        match self {
            Self::Largest => "largest",
            Self::KabKota => "kabkota",
            Self::Kabupaten => "kabupaten",
            Self::Kota => "kota",
            Self::Provinsi => "provinsi",
            Self::Instansi => "instansi",
            Self::All => "all",
        }
    }
}

/// What is compared.
#[derive(Debug, Clone, Default)]
pub struct Choice {
    /// Waves.
    pub wave: WaveChoice,
    /// Kinds of region.
    pub kind: KindChoice,
    /// Stage of verification; `None`: the most verified that all have.
    pub stage: Option<Stage>,
    /// Official names of the regions to compare; `None`: all.
    pub regions: Option<Vec<Arc<str>>>,
    /// Of these the ones to show; `None`: all. Places and gaps are those among all that are compared.
    pub shown: Option<Vec<Arc<str>>>,
    /// Show only so many of the best, and of the last; both: both ends.
    pub ends: Ends,
}

/// How many of the ends of a ranking are shown; neither: all of it.
#[derive(Debug, Clone, Copy, Default)]
pub struct Ends {
    /// So many of the best.
    pub top: Option<usize>,
    /// So many of the last.
    pub bottom: Option<usize>,
}

impl Ends {
    /// Whether the one at a position among `count` is shown.
    fn shows(self, position: usize, count: usize) -> bool {
        match (self.top, self.bottom) {
            (None, None) => true,
            (top, bottom) => {
                let is_top = top.is_some_and(|it| position < it);
                is_top || bottom.is_some_and(|it| count - position <= it)
            }
        }
    }
}

/// Regions in one order, and what surrounds it.
#[derive(Debug, Clone)]
pub struct Comparison {
    /// The wave compared; `None` where rows name none or waves are mixed.
    pub wave: Option<Arc<str>>,
    /// Whether regions stand in the ranking with different waves.
    pub waves_mixed: bool,
    /// The stage compared.
    pub stage: Option<Stage>,
    /// Ranked regions that are shown, best score first; equal ones by name.
    pub ranking: Vec<Ranked>,
    /// All ranked regions in the same order, whether shown or not.
    pub whole: Vec<Ranked>,
    /// How many these are.
    pub among: usize,
    /// Regions outside the ranking, by name.
    pub unranked: Vec<Unranked>,
    /// Median score of the ranked regions.
    pub median: Option<f64>,
    /// The same in the reporting unit.
    pub median_told: Option<f64>,
    /// Indicators and reported groups (positions) on which all ranked regions have the same value.
    pub no_variation: Vec<usize>,
    /// Groups and indicators (positions) that are below the middle of their scale in every
    /// compared region with data, whatever its tier, weakest first.
    pub weak_everywhere: Vec<SharedWeakness>,
    /// Indicators (positions) that all ranked regions have.
    pub common: Vec<usize>,
    /// Pairs whose order is not supported, one of them shown.
    pub doubts: Vec<Doubt>,
    /// Cells on which the order of neighbours hangs, one of them shown.
    pub pivots: Vec<Pivot>,
    /// Conflicts within the compared assessments (positions in [`Assessed::conflicts`]).
    pub conflicts: Vec<usize>,
    /// Assessments in the tables: ranked ones first, then unranked ones of the same wave.
    pub shown: Vec<usize>,
}

/// One region in the ranking.
#[derive(Debug, Clone)]
pub struct Ranked {
    /// Position of the assessment.
    pub assessment: usize,
    /// Rank; equal scores share the best.
    pub rank: usize,
    /// The places that it could take among all ranked regions.
    pub places: Places,
    /// Rank among regions of the same kind.
    pub rank_in_kind: usize,
    /// The places that it could take among them.
    pub places_in_kind: Places,
    /// Rank among the ranked regions of its province, and how many those are; `None` for provinces
    /// and regions without a code.
    pub rank_in_province: Option<(usize, usize)>,
    /// Score, 0–100.
    pub score: f64,
    /// Best score minus this one.
    pub gap_to_best: f64,
    /// The same in the reporting unit.
    pub gap_told: f64,
    /// Median score minus this one: positive below the median.
    pub gap_to_median: f64,
    /// Distance to each target that applies.
    pub targets: Vec<TargetGap>,
    /// Best indicators (positions), best first.
    pub strengths: Vec<usize>,
    /// Weakest indicators (positions), weakest first.
    pub weaknesses: Vec<usize>,
}

/// One region outside the ranking.
#[derive(Debug, Clone, PartialEq)]
pub struct Unranked {
    /// Name of the region.
    pub region: Arc<str>,
    /// Position of its assessment in the compared wave and stage, if it has one.
    pub assessment: Option<usize>,
    /// Why.
    pub why: Outside,
    /// The places that it could take if it stood with all ranked ones; `None` of another tier of
    /// government.
    pub places: Option<Places>,
    /// Best indicators (positions), best first.
    pub strengths: Vec<usize>,
    /// Weakest indicators (positions), weakest first.
    pub weaknesses: Vec<usize>,
}

/// Why a region is outside the ranking.
#[derive(Debug, Clone, PartialEq)]
pub enum Outside {
    /// Another tier of government or kind than the one compared.
    OtherKind(Option<Kind>),
    /// No assessment in the compared wave.
    OtherWave,
    /// No assessment in the compared stage.
    OtherStage,
    /// No score.
    NoScore(Option<Reason>),
    /// Coverage of the index below what a ranking needs.
    LowCoverage(f64),
    /// A reported number (position of its node, value) below what its scale allows.
    Unconfirmed(usize, f64),
}

/// A group or indicator that is weak in every compared region.
#[derive(Debug, Clone, PartialEq)]
pub struct SharedWeakness {
    /// Position of the node.
    pub node: usize,
    /// Mean score over the regions with data, 0–100.
    pub mean: f64,
    /// Highest score among them, 0–100.
    pub highest: f64,
    /// How many regions have data.
    pub regions: usize,
    /// Of so many compared ones.
    pub compared: usize,
}

/// Below this score (the middle of the scale) an indicator counts as weak.
pub const WEAK_BELOW: f64 = 50.0;

/// How many strengths and weaknesses are named for each region.
const NAMED: usize = 2;

/// Compares the regions of `assessed`.
#[must_use]
pub fn compare(
    framework: &Framework,
    statements: &Statements,
    assessed: &Assessed,
    method: &Method,
    targets: &[Target],
    choice: &Choice,
) -> Comparison {
    let field = field::field(framework, assessed, method, choice);
    let scores: Vec<f64> = field
        .ranked
        .iter()
        .filter_map(|at| assessed.assessments[*at].nodes[0].score)
        .collect();
    let ranks = stats::ranks(&scores);
    let pairs: Vec<(f64, f64)> = scores.iter().map(|score| (*score, 1.0)).collect();
    let median = stats::median(&pairs);
    let told: Vec<(f64, f64)> = field
        .ranked
        .iter()
        .filter_map(|at| assessed.assessments[*at].nodes[0].told)
        .map(|told| (told, 1.0))
        .collect();
    let best = scores.iter().copied().reduce(f64::max);
    let mut order: Vec<usize> = (0..field.ranked.len()).collect();
    let name = |position: usize| &assessed.assessments[field.ranked[position]].region.name;
    order.sort_by(|a, b| {
        ranks[*a]
            .cmp(&ranks[*b])
            .then_with(|| name(*a).cmp(name(*b)))
    });
    let sorted: Vec<usize> = order
        .iter()
        .map(|position| field.ranked[*position])
        .collect();
    let sorted_ranks: Vec<usize> = order.iter().map(|position| ranks[*position]).collect();
    let common = order::common(framework, assessed, &sorted);
    // Those outside stand behind the ranked ones, so that their places can be told as well.
    let outside = field.unranked.iter().filter(|it| it.could_be_ranked());
    let outside: Vec<usize> = outside.filter_map(|it| it.assessment).collect();
    let all = [sorted.as_slice(), outside.as_slice()].concat();
    let sure = Order::of(framework, assessed, method, &all);
    let every: Vec<usize> = (0..sorted.len()).collect();
    let region_at = |place: usize| &assessed.assessments[sorted[place]].region;
    let mut ranking: Vec<Ranked> = order
        .iter()
        .enumerate()
        .map(|(place, position)| {
            let at = field.ranked[*position];
            let assessment = &assessed.assessments[at];
            let score = scores[*position];
            let (strengths, weaknesses) = extremes(framework, assessment);
            let told = |score: f64| method.as_people_read(framework, 0, score);
            let gap_to_best = best.map_or(0.0, |best| without_noise(best - score));
            let place_among = |same: &dyn Fn(&RegionRef) -> bool| {
                let others = field.ranked.iter().zip(&scores);
                let mut others: Vec<f64> = others
                    .filter(|(other, _)| same(&assessed.assessments[**other].region))
                    .map(|(_, theirs)| *theirs)
                    .collect();
                let among = others.len();
                others.retain(|theirs| *theirs > score + TOLERANCE);
                (others.len() + 1, among)
            };
            let region = &assessment.region;
            let province = region.province();
            Ranked {
                assessment: at,
                rank: ranks[*position],
                places: sure.places(place, &every),
                rank_in_kind: place_among(&|it| it.kind == region.kind).0,
                places_in_kind: {
                    let same = |other: &usize| region_at(*other).kind == region.kind;
                    let same: Vec<usize> = every.iter().copied().filter(same).collect();
                    sure.places(place, &same)
                },
                rank_in_province: province.map(|_| place_among(&|it| it.province() == province)),
                score,
                gap_to_best,
                gap_told: told(score + gap_to_best) - told(score),
                gap_to_median: median.map_or(0.0, |median| without_noise(median - score)),
                targets: target_gaps(framework, assessment, method, targets),
                strengths,
                weaknesses,
            }
        })
        .collect();
    let mut unranked = field.unranked;
    for it in &mut unranked {
        if let Some(at) = it.assessment {
            (it.strengths, it.weaknesses) = extremes(framework, &assessed.assessments[at]);
        }
    }
    let mut next = sorted.len()..;
    for it in unranked.iter_mut().filter(|it| it.could_be_ranked()) {
        it.places = Some(match it.assessment.and_then(|_| next.next()) {
            Some(place) if !matches!(it.why, Outside::Unconfirmed(..)) => {
                sure.places(place, &every)
            }
            // Nothing is known of it, or what is known is not to be trusted.
            _ => Places {
                best: 1,
                worst: sorted.len() + 1,
            },
        });
    }
    let weak_everywhere = {
        let mut all: Vec<usize> = ranking.iter().map(|it| it.assessment).collect();
        all.extend(unranked.iter().filter_map(|it| it.assessment));
        weak_everywhere(framework, assessed, &all)
    };
    let is_shown = |name: &Arc<str>| choice.shown.as_ref().is_none_or(|it| it.contains(name));
    let name = |at: usize| &assessed.assessments[at].region.name;
    let whole = ranking.clone();
    let mut position = 0..;
    ranking.retain(|it| {
        let at = position.next().unwrap_or_default();
        choice.ends.shows(at, sorted.len()) && is_shown(name(it.assessment))
    });
    // Who asks for one kind does not ask for the others.
    let is_asked = |it: &Unranked| {
        choice.kind == KindChoice::Largest || !matches!(it.why, Outside::OtherKind(_))
    };
    unranked.retain(|it| is_shown(&it.region) && is_asked(it));
    let kept: BTreeSet<usize> = ranking.iter().map(|it| it.assessment).collect();
    let mut doubts = doubts(&sure, (&sorted, &sorted_ranks));
    doubts.retain(|it| kept.contains(&it.above) || kept.contains(&it.below));
    let mut pivots = pivot::pivots(framework, statements, assessed, method, &sorted);
    pivots.retain(|it| kept.contains(&it.above) || kept.contains(&it.below));
    let mut shown: Vec<usize> = ranking.iter().map(|it| it.assessment).collect();
    shown.extend(unranked.iter().filter_map(|it| it.assessment));
    let conflicts = conflicts_of(assessed, &shown);
    Comparison {
        wave: field.wave,
        waves_mixed: field.waves_mixed,
        stage: field.stage,
        no_variation: no_variation(framework, assessed, &sorted),
        weak_everywhere,
        ranking,
        whole,
        among: sorted.len(),
        unranked,
        median,
        median_told: stats::median(&told),
        common,
        doubts,
        pivots,
        conflicts,
        shown,
    }
}

/// Every pair of `sorted` (best first) with different scores whose order is not sure.
fn doubts(sure: &Order, (sorted, ranks): (&[usize], &[usize])) -> Vec<Doubt> {
    let mut out = Vec::new();
    for above in 0..sorted.len() {
        for below in above + 1..sorted.len() {
            let is_tied = ranks[above] == ranks[below];
            if let Some(why) = sure.doubt(above, below).filter(|_| !is_tied) {
                out.push(Doubt {
                    above: sorted[above],
                    below: sorted[below],
                    why,
                });
            }
        }
    }
    out
}

impl Unranked {
    /// Whether it would stand in the ranking with other data: not of another tier of government.
    fn could_be_ranked(&self) -> bool {
        match self.why {
            Outside::OtherKind(_) => false,
            Outside::OtherWave
            | Outside::OtherStage
            | Outside::NoScore(_)
            | Outside::LowCoverage(_)
            | Outside::Unconfirmed(..) => true,
        }
    }
}

/// A gap that is only floating-point noise is no gap.
fn without_noise(gap: f64) -> f64 {
    if gap.abs() <= TOLERANCE { 0.0 } else { gap }
}

fn conflicts_of(assessed: &Assessed, shown: &[usize]) -> Vec<usize> {
    let belongs = |conflict: &Conflict| {
        shown.iter().any(|at| {
            let assessment = &assessed.assessments[*at];
            assessment.region == conflict.region
                && assessment.wave == conflict.wave
                && assessment.stage == conflict.stage
        })
    };
    assessed
        .conflicts
        .iter()
        .enumerate()
        .filter(|(_, conflict)| belongs(conflict))
        .map(|(at, _)| at)
        .collect()
}

/// The best and the weakest of the nodes where scores come in; none where all have the same score.
fn extremes(framework: &Framework, assessment: &Assessment) -> (Vec<usize>, Vec<usize>) {
    let mut scored: Vec<(usize, f64)> = assessment
        .tips(framework)
        .into_iter()
        .filter_map(|at| Some((at, assessment.nodes[at].score?)))
        .collect();
    scored.sort_by(|a, b| a.1.total_cmp(&b.1).then(a.0.cmp(&b.0)));
    let (Some(lowest), Some(highest)) = (scored.first(), scored.last()) else {
        return (Vec::new(), Vec::new());
    };
    if highest.1 - lowest.1 <= TOLERANCE {
        return (Vec::new(), Vec::new());
    }
    let middle = f64::midpoint(lowest.1, highest.1);
    let weak = scored
        .iter()
        .filter(|(_, score)| *score < middle)
        .take(NAMED)
        .map(|(at, _)| *at)
        .collect();
    scored.sort_by(|a, b| b.1.total_cmp(&a.1).then(a.0.cmp(&b.0)));
    let strong = scored
        .iter()
        .filter(|(_, score)| *score > middle)
        .take(NAMED)
        .map(|(at, _)| *at)
        .collect();
    (strong, weak)
}

/// Indicators with data in at least two ranked regions and the same value in all that have data.
fn no_variation(framework: &Framework, assessed: &Assessed, sorted: &[usize]) -> Vec<usize> {
    let constant = |at: usize| {
        let values: Vec<f64> = sorted
            .iter()
            .filter_map(|it| assessed.assessments[*it].nodes[at].value)
            .collect();
        let low = values.iter().copied().reduce(f64::min);
        let high = values.iter().copied().reduce(f64::max);
        values.len() >= 2
            && low
                .zip(high)
                .is_some_and(|(low, high)| high - low <= TOLERANCE)
    };
    let nodes = framework.nodes();
    let reported = |at: usize| {
        let results = sorted.iter().map(|it| &assessed.assessments[*it].nodes[at]);
        results.into_iter().any(|it| it.reported)
    };
    (1..nodes.len())
        .filter(|at| match nodes[*at].indicator() {
            Some(indicator) => indicator.is_scored(),
            None => reported(*at),
        })
        .filter(|at| constant(*at))
        .collect()
}

fn weak_everywhere(
    framework: &Framework,
    assessed: &Assessed,
    shown: &[usize],
) -> Vec<SharedWeakness> {
    let mut out: Vec<SharedWeakness> = (1..framework.nodes().len())
        .filter_map(|node| {
            let scores: Vec<f64> = shown
                .iter()
                .filter_map(|it| assessed.assessments[*it].nodes[node].score)
                .collect();
            let highest = scores.iter().copied().reduce(f64::max)?;
            let weak = scores.len() >= 2 && highest < WEAK_BELOW - TOLERANCE;
            weak.then(|| SharedWeakness {
                node,
                mean: stats::mean(&scores).unwrap_or(0.0),
                highest,
                regions: scores.len(),
                compared: shown.len(),
            })
        })
        .collect();
    out.sort_by(|a, b| a.mean.total_cmp(&b.mean).then(a.node.cmp(&b.node)));
    out
}
