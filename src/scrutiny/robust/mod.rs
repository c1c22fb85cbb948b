//! Would another defensible choice have ranked a region elsewhere?
//!
//! [`robust`] reruns the scoring of the ranked regions under choices drawn at random ([`Plan`]) and
//! tells how their ranks move (OECD/JRC 2008, step 7; Saisana, Saltelli and Tarantola 2005). Start
//! with `plan`, what may vary, and `resolve`, what does; then `flat` and `material`, what is scored
//! again, `reach`, what of it counts, `error` and `reported`, how far it may be off; `draws`, what one replicate changes; `summary`, `sensitivity` and `influence`, what is told of it. Draws are named by seed, choice and
//! replicate alone, so that results depend neither on the order nor on the number of threads.

mod draws;
mod error;
mod failure;
mod flat;
mod influence;
mod material;
mod opinions;
mod plan;
mod reach;
mod reported;
mod resolve;
mod sensitivity;
mod summary;

use rayon::prelude::*;

use crate::assess::{Assessed, Assessment, Choices, Reason};
use crate::compare::Comparison;
use crate::framework::{Framework, Method};
use crate::statement::Statements;
use crate::stats::{self, Ranker, Sensitivity};
use crate::text::vocabulary;

use draws::{Desk, Draws, Streams};
use flat::Flat;
use influence::index_scores;
use material::Material;
use summary::Held;

pub use crate::assess::Treatment;
pub use error::{ASSUMED, Differences, Grounds, LevelError, LevelNoise};
pub use failure::Failure;
pub use influence::{Influence, Reading, ReadingKind};
pub use plan::{Choice, Plan, Varied, WeightNoise, WeightPlan, WhyNot};
pub use sensitivity::FEWEST_SAMPLES;
pub use summary::{ALL_PAIRS, Pair, RankRange, SUPPORT, quantiles};

/// How ranks move under other choices.
#[derive(Debug, Clone, PartialEq)]
pub struct Robust {
    /// Seed of the generator.
    pub seed: u64,
    /// Reruns asked for.
    pub runs: u32,
    /// Why nothing may be said of the ranks; `None`: it may. Where it stands, nothing below on ranks
    /// is known or to be told.
    pub untold: Option<Untold>,
    /// Reruns without a result, by reason; they are left out of every share below.
    pub failed: Vec<(Failure, u32)>,
    /// Runs in which the rank of some region is not that as assessed.
    pub moved: u32,
    /// How the runs with each option of the choices that list theirs ended.
    pub tried: Vec<Tried>,
    /// Up to which rank a region counts as among the top.
    pub top: u32,
    /// What varied.
    pub varied: Vec<Varied>,
    /// What did not, and why.
    pub not_varied: Vec<(Choice, WhyNot)>,
    /// Whether other weights could move a rank at all.
    pub weighs: bool,
    /// The ranked regions, best first.
    pub regions: Vec<RegionRange>,
    /// How often one stands above another: neighbours, and every pair of up to [`ALL_PAIRS`] regions.
    pub pairs: Vec<Pair>,
    /// Which varied choice moves the ranks, in the order of `varied`.
    pub sobol: Vec<(Choice, Sensitivity)>,
    /// Rows of each of the two samples behind `sobol`.
    pub samples: usize,
    /// What each indicator does to the order, in the order of the tree.
    pub influence: Vec<Influence>,
    /// The order under other readings of the same data.
    pub readings: Vec<Reading>,
}

vocabulary! {
    /// Why reruns say nothing of the ranks.
    pub enum Untold {
        /// No region is ranked.
        NothingRanked = "nothing-ranked",
        /// The framework is a profile without a total.
        Profile = "profile",
        /// One region alone has no order.
        OneRegion = "one-region",
        /// Nothing varies: every run repeats the assessment.
        NothingVaries = "nothing-varies",
        /// Only the rounding of published numbers varies: that is no test of the order.
        OnlyRounding = "only-rounding",
        /// More than a tenth of the runs have no result, and nobody knows what they would have said.
        TooManyFailed = "too-many-failed",
    }
}

/// Where more than this share of the runs fails, the others say nothing.
pub const MOST_FAILED: f64 = 0.1;

/// The runs that drew one option of a choice.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Tried {
    /// The choice.
    pub choice: Choice,
    /// Position among its options.
    pub option: usize,
    /// Runs that drew it.
    pub runs: u32,
    /// Those of them without a result.
    pub failed: u32,
}

/// One ranked region.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct RegionRange {
    /// Position of the assessment.
    pub assessment: usize,
    /// Score as assessed, 0–100.
    pub score: f64,
    /// Rank as assessed.
    pub rank: u32,
    /// Its ranks over the reruns; `None` where nothing may be said of them.
    pub range: Option<RankRange>,
}

impl Robust {
    /// Reruns without a result.
    #[must_use]
    pub fn without_result(&self) -> u32 {
        self.failed.iter().map(|(_, count)| count).sum()
    }

    /// Reruns with a result.
    #[must_use]
    pub fn done(&self) -> u32 {
        self.runs.saturating_sub(self.without_result())
    }

    /// Share of the runs in which the region at a position of `regions` stands above the next;
    /// `None` for the last and where no run has a result.
    #[must_use]
    pub fn above_next(&self, place: usize) -> Option<f64> {
        let pair = self.neighbours().find(|it| it.first == place);
        pair.map(|it| it.p_above)
    }

    /// The neighbours in the order as assessed, and whether they keep it in at least [`SUPPORT`] of
    /// the runs.
    pub fn neighbours_kept(&self) -> impl Iterator<Item = (&Pair, bool)> {
        self.neighbours().map(|pair| {
            // A tie keeps its order as long as it stays one.
            let is_tie = self.regions[pair.first].rank == self.regions[pair.second].rank;
            let kept = if is_tie { pair.p_tied } else { pair.p_above };
            (pair, kept >= SUPPORT)
        })
    }

    fn neighbours(&self) -> impl Iterator<Item = &Pair> {
        self.pairs.iter().filter(|it| it.second == it.first + 1)
    }

    /// Whether more of the runs failed than leaves anything to say.
    fn failed_too_often(&self) -> bool {
        f64::from(self.without_result()) > MOST_FAILED * f64::from(self.runs)
    }

    /// The choice that moves most, with its share; the first of equals.
    #[must_use]
    pub fn strongest(&self) -> Option<(Choice, Sensitivity)> {
        let all = self.sobol.iter().copied();
        all.reduce(|most, it| match it.1.total > most.1.total {
            true => it,
            false => most,
        })
    }

    /// Whether runs drew this option and none of them has a result: nothing is known of it.
    #[must_use]
    pub fn is_untested(&self, choice: Choice, option: usize) -> bool {
        self.tried.iter().any(|it| {
            (it.choice, it.option) == (choice, option) && it.runs > 0 && it.failed == it.runs
        })
    }
}

/// How many replicates a thread does in one go.
const BATCH: u32 = 64;

/// Scores regions again and again under other choices, without the rows.
#[derive(Debug)]
pub struct Rerun {
    flat: Flat,
}

impl Rerun {
    /// Reruns of the assessments at the positions `among`. The floor is that of `method`.
    #[must_use]
    pub fn new(
        framework: &Framework,
        assessed: &Assessed,
        method: &Method,
        among: &[usize],
    ) -> Self {
        Self {
            flat: Flat::new(framework, assessed, method, among, &[None]),
        }
    }

    /// The score of the index of each region under the weights, rule, missing policy and coverage
    /// rule of `method`; `None` where it has none.
    ///
    /// # Errors
    /// A rule that cannot be followed.
    pub fn scores(&self, method: &Method) -> Result<Vec<Option<f64>>, Failure> {
        let treatment = Treatment::Policy(method.aggregation.missing);
        self.scores_with(method, treatment)
    }

    /// The same with another treatment of missing data.
    ///
    /// # Errors
    /// A rule that cannot be followed.
    pub fn scores_with(
        &self,
        method: &Method,
        missing: Treatment,
    ) -> Result<Vec<Option<f64>>, Failure> {
        let Flat {
            tree, sheet, floor, ..
        } = &self.flat;
        let mut sheet = sheet.clone();
        for (node, weight) in sheet.weights.iter_mut().enumerate() {
            *weight = method.weights[tree.at(node)];
        }
        let choices = Choices {
            missing,
            floor: *floor,
            ..Choices::of(method)
        };
        tree.score(choices, &mut sheet)?;
        Ok(index_scores(&sheet))
    }
}

/// What one replicate leaves behind.
struct Outcome {
    /// Mean |rank − rank as assessed|.
    shift: f64,
}

/// Some replicates in their order.
struct Batch {
    /// Ranks of those with a result, one after the other.
    ranks: Vec<u32>,
    outcomes: Vec<Result<Outcome, Failure>>,
    tried: Vec<Tried>,
    /// What each region held in these runs.
    held: Vec<Held>,
}

/// What all replicates leave behind.
struct Replicates {
    /// The shift of every run; `None`: it failed.
    shifts: Vec<Option<f64>>,
    /// The ranks of each region over the runs with a result.
    columns: Vec<Vec<u32>>,
    /// What each region held in them.
    held: Vec<Held>,
    failed: Vec<(Failure, u32)>,
    tried: Vec<Tried>,
}

/// Adds runs of an option to those known.
fn count_option(tried: &mut Vec<Tried>, more: Tried) {
    let same = |it: &&mut Tried| (it.choice, it.option) == (more.choice, more.option);
    match tried.iter_mut().find(same) {
        Some(known) => {
            known.runs += more.runs;
            known.failed += more.failed;
        }
        None => tried.push(more),
    }
}

/// Reruns the scoring of the ranked regions of `comparison` as `plan` asks.
///
/// Where nothing may be said of the ranks, `untold` has the reason; what indicators do to the order
/// and other readings need no reruns and are there all the same.
#[must_use]
pub fn robust(
    framework: &Framework,
    statements: &Statements,
    assessed: &Assessed,
    method: &Method,
    comparison: &Comparison,
    plan: &Plan,
) -> Robust {
    let among = best_first(assessed, comparison);
    let material = Material::new(framework, statements, assessed, method, &among, plan);
    let (varied, not_varied) = resolve::resolve(plan, &material);
    let mut out = Robust {
        seed: plan.seed,
        runs: plan.runs,
        untold: Some(Untold::NothingRanked),
        failed: Vec::new(),
        moved: 0,
        tried: Vec::new(),
        top: plan.top,
        varied,
        not_varied,
        weighs: material.weighs,
        regions: Vec::new(),
        pairs: Vec::new(),
        sobol: Vec::new(),
        samples: 0,
        influence: Vec::new(),
        readings: Vec::new(),
    };
    let Flat { tree, sheet, .. } = &material.flat;
    let mut sheet = sheet.clone();
    let is_profile = |it: &Assessment| it.nodes[0].reason == Some(Reason::Profile);
    if !assessed.assessments.is_empty() && assessed.assessments.iter().all(is_profile) {
        out.untold = Some(Untold::Profile);
        return out;
    }
    if among.is_empty() || tree.score(material.choices, &mut sheet).is_err() {
        return out;
    }
    let scores: Vec<f64> = sheet.index().iter().map(|it| 100.0 * it).collect();
    let mut nominal = vec![0; among.len()];
    Ranker::default().rank(&scores, &mut nominal);
    let region = |(place, assessment): (usize, &usize)| RegionRange {
        assessment: *assessment,
        score: scores[place],
        rank: nominal[place],
        range: None,
    };
    out.regions = among.iter().enumerate().map(region).collect();
    if among.len() < 2 {
        out.untold = Some(Untold::OneRegion);
        return out;
    }
    out.influence = influence::influence(&material, &scores, &nominal);
    out.readings = influence::readings(
        framework, assessed, method, &material, &among, &nominal, plan,
    );
    if out.varied.is_empty() {
        out.untold = Some(Untold::NothingVaries);
        return out;
    }
    let draws = Draws::new(&material, &out.varied, plan);
    let is_rounding = matches!(out.varied.as_slice(), [Varied::Rounding { .. }]);
    let (found, sobol) = in_threads(plan.threads, || {
        let found = replicates(&draws, plan.runs, &nominal);
        let sobol = match is_rounding {
            true => (Vec::new(), 0),
            false => sensitivity::sobol(&draws, &out.varied, &found.shifts, &nominal),
        };
        (found, sobol)
    });
    let Replicates {
        shifts,
        columns,
        held,
        failed,
        tried,
    } = found;
    let moved = shifts.iter().flatten().filter(|shift| **shift > 0.0);
    out.moved = u32::try_from(moved.count()).unwrap_or(u32::MAX);
    drop(shifts);
    (out.failed, out.tried) = (failed, tried);
    out.pairs = summary::pairs(&columns);
    out.untold = match is_rounding {
        _ if out.failed_too_often() => Some(Untold::TooManyFailed),
        true => Some(Untold::OnlyRounding),
        false => None,
    };
    if out.untold.is_none() {
        for ((region, column), held) in out.regions.iter_mut().zip(&columns).zip(held) {
            region.range = summary::rank_range(column, among.len(), held);
        }
        (out.sobol, out.samples) = sobol;
    }
    out
}

/// The ranked assessments by rank, then by name.
fn best_first(assessed: &Assessed, comparison: &Comparison) -> Vec<usize> {
    let mut ranking: Vec<_> = comparison.ranking.iter().collect();
    let name = |at: usize| &assessed.assessments[at].region.name;
    ranking.sort_by(|a, b| {
        let rank = a.rank.cmp(&b.rank);
        rank.then_with(|| name(a.assessment).cmp(name(b.assessment)))
    });
    ranking.iter().map(|it| it.assessment).collect()
}

/// Does `work` with so many threads; with this one where they cannot be had.
fn in_threads<T: Send>(threads: usize, work: impl FnOnce() -> T + Send) -> T {
    let pool = rayon::ThreadPoolBuilder::new().num_threads(threads.max(1));
    match pool.build() {
        Ok(pool) => pool.install(work),
        Err(_) => work(),
    }
}

/// Every run, without those of the sensitivity analysis.
fn replicates(draws: &Draws, runs: u32, nominal: &[u32]) -> Replicates {
    let batches: Vec<Batch> = (0..runs.div_ceil(BATCH))
        .into_par_iter()
        .map_init(
            || Worker::new(draws, nominal),
            |worker, batch| {
                let from = batch * BATCH;
                worker.batch(draws, from..(from + BATCH).min(runs))
            },
        )
        .collect();
    let regions = nominal.len();
    let mut failed = std::collections::BTreeMap::new();
    let mut shifts = Vec::with_capacity(runs as usize);
    for outcome in batches.iter().flat_map(|it| &it.outcomes) {
        shifts.push(outcome.as_ref().ok().map(|it| it.shift));
        if let Err(failure) = outcome {
            *failed.entry(*failure).or_insert(0) += 1;
        }
    }
    let columns = (0..regions)
        .into_par_iter()
        .map(|region| {
            let rows = batches.iter().flat_map(|it| it.ranks.chunks_exact(regions));
            rows.map(|row| row[region]).collect()
        })
        .collect();
    // Batch after batch, so that the sums are the same on any number of threads.
    let mut held = vec![Held::default(); regions];
    for batch in &batches {
        Held::sum(&mut held, &batch.held);
    }
    let mut tried = Vec::new();
    for it in batches.iter().flat_map(|it| &it.tried) {
        count_option(&mut tried, *it);
    }
    tried.sort_by_key(|it| (it.choice, it.option));
    Replicates {
        shifts,
        columns,
        held,
        failed: failed.into_iter().collect(),
        tried,
    }
}

/// One thread at work.
struct Worker<'a> {
    desk: Desk,
    ranker: Ranker,
    ranks: Vec<u32>,
    sharing: Vec<u32>,
    nominal: &'a [u32],
}

impl<'a> Worker<'a> {
    fn new(draws: &Draws, nominal: &'a [u32]) -> Self {
        Self {
            desk: draws.desk(),
            ranker: Ranker::default(),
            ranks: vec![0; nominal.len()],
            sharing: Vec::new(),
            nominal,
        }
    }

    /// One replicate; its ranks stand in `ranks`.
    fn run(&mut self, draws: &Draws, streams: &Streams) -> Result<Outcome, Failure> {
        draws.rerun(streams, &mut self.desk)?;
        // Ranks are taken on scores of 0 to 100, so that the tolerance is that of the assessment.
        let regions = self.nominal.len();
        let index = &mut self.desk.sheet.unit[..regions];
        for unit in index.iter_mut() {
            *unit *= 100.0;
        }
        self.ranker.rank(index, &mut self.ranks);
        let moved: u64 = self
            .ranks
            .iter()
            .zip(self.nominal)
            .map(|(rank, nominal)| u64::from(rank.abs_diff(*nominal)))
            .sum();
        #[expect(clippy::cast_precision_loss, reason = "far below 2^52")]
        let shift = moved as f64 / regions as f64;
        Ok(Outcome { shift })
    }

    fn batch(&mut self, draws: &Draws, runs: std::ops::Range<u32>) -> Batch {
        let size = runs.len();
        let mut out = Batch {
            ranks: Vec::with_capacity(size * self.nominal.len()),
            outcomes: Vec::with_capacity(size),
            tried: Vec::new(),
            held: vec![Held::default(); self.nominal.len()],
        };
        for run in runs {
            let outcome = self.run(draws, &Streams::all(u64::from(run)));
            if outcome.is_ok() {
                out.ranks.extend_from_slice(&self.ranks);
                summary::hold(&self.ranks, draws.top, &mut self.sharing, &mut out.held);
            }
            for (choice, option) in &self.desk.drawn {
                let one = Tried {
                    choice: *choice,
                    option: *option,
                    runs: 1,
                    failed: u32::from(outcome.is_err()),
                };
                count_option(&mut out.tried, one);
            }
            out.outcomes.push(outcome);
        }
        out
    }
}

/// Mean |difference| of two rankings.
fn mean_shift(ranks: &[u32], nominal: &[u32]) -> f64 {
    let moved: Vec<f64> = ranks
        .iter()
        .zip(nominal)
        .map(|(rank, nominal)| f64::from(rank.abs_diff(*nominal)))
        .collect();
    stats::mean(&moved).unwrap_or_default()
}
