//! What somebody may ask to vary, and what came of it.

use crate::assess::Treatment;
use crate::framework::{GroupRule, Normalise};
use crate::text::vocabulary;

use super::error::{LevelError, LevelNoise};

vocabulary! {
    /// A choice behind a ranking that somebody could have made differently.
    #[derive(PartialOrd, Ord)]
    pub enum Choice {
        /// Weights of indicators and groups.
        Weights = "weights",
        /// Rule by which groups combine their children.
        Rules = "rules",
        /// How numbers become scores.
        Normalisation = "normalisation",
        /// What becomes of missing data.
        Missing = "missing",
        /// Which informants were heard.
        Informants = "informants",
        /// Which level a coder chose.
        Levels = "levels",
        /// Which indicators count.
        Indicators = "indicators",
        /// Which coders coded.
        Coders = "coders",
        /// To how many decimals published numbers were rounded.
        Rounding = "rounding",
    }
}

impl Choice {
    /// Position in [`Choice::ALL`].
    pub(super) fn position(self) -> usize {
        self as usize
    }
}

/// How weights are drawn.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum WeightNoise {
    /// Each weight times 1 + f U(−1, 1), independently, 0 ≤ f ≤ 1.
    Uniform(f64),
    /// Shares of siblings from Dirichlet (1, …, 1): every set of weights is as likely as another.
    Dirichlet,
}

/// Which weights are tried.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum WeightPlan {
    /// What is tried where nobody asks: ±25 % of weights that are the authors' own. Those that an
    /// instrument fixes stay as they are.
    Usual,
    /// As asked for; `None`: they do not vary.
    Asked(Option<WeightNoise>),
}

impl WeightPlan {
    /// The share of itself by which a weight moves at most where nobody says.
    pub const USUAL: f64 = 0.25;
}

/// What is asked for.
#[derive(Debug, Clone, PartialEq)]
pub struct Plan {
    /// Number of reruns.
    pub runs: u32,
    /// Seed of the generator.
    pub seed: u64,
    /// Number of threads, at least 1. Results do not depend on it.
    pub threads: usize,
    /// Up to which rank a region counts as among the top.
    pub top: u32,
    /// How weights vary.
    pub weights: WeightPlan,
    /// Rules to try beside the one in use.
    pub rules: Vec<GroupRule>,
    /// Ways of normalising numbers to try beside the one in use.
    pub ways: Vec<Normalise>,
    /// Treatments of missing data to try beside the one in use.
    pub missing: Vec<Treatment>,
    /// Whether informants are drawn again.
    pub informants: bool,
    /// How far levels are off.
    pub levels: LevelNoise,
    /// Whether published numbers may be any that round to them.
    pub rounding: bool,
    /// Whether each run may leave out an indicator.
    pub without_indicators: bool,
    /// Whether each run may leave out a coder.
    pub without_coders: bool,
}

impl Default for Plan {
    /// 10,000 runs: own weights ±25 %, missing data at bottom and top, informants where there are
    /// several, levels as far off as coders differ, published numbers within their rounding.
    fn default() -> Self {
        Self {
            runs: 10_000,
            seed: 1,
            threads: 1,
            top: 1,
            weights: WeightPlan::Usual,
            rules: Vec::new(),
            ways: Vec::new(),
            missing: vec![Treatment::Bottom, Treatment::Top],
            informants: true,
            levels: LevelNoise::Usual,
            rounding: true,
            without_indicators: false,
            without_coders: false,
        }
    }
}

impl Plan {
    /// The plan in which nothing varies.
    #[must_use]
    pub fn still(runs: u32) -> Self {
        Self {
            runs,
            weights: WeightPlan::Asked(None),
            missing: Vec::new(),
            informants: false,
            levels: LevelNoise::Asked(0.0),
            rounding: false,
            ..Self::default()
        }
    }

    /// How many regions count as the top, and as the bottom, of `regions` where nobody says: 10 in
    /// a long ranking, 3 in a short one, and never more than half, so that nobody is in both.
    #[must_use]
    pub fn usual_top(regions: usize) -> u32 {
        let top = if regions >= 30 { 10 } else { 3 };
        let most = u32::try_from(regions / 2).unwrap_or(top);
        top.min(most).max(1)
    }
}

/// A choice that varies, and over what.
#[derive(Debug, Clone, PartialEq)]
pub enum Varied {
    /// Weights.
    Weights(WeightNoise),
    /// These rules, each as likely; the one in use first.
    Rules(Vec<GroupRule>),
    /// These ways, each as likely; `None`: as written in the framework.
    Normalisation(Vec<Option<Normalise>>),
    /// These treatments, each as likely; the one in use first.
    Missing(Vec<Treatment>),
    /// Informants.
    Informants {
        /// Cells with several informants, who are drawn again.
        resampled: usize,
        /// Cells with one informant, which borrow the pooled spread.
        borrowed: usize,
        /// The pooled spread (n − 1) of informants within a cell, as a share of the scale.
        spread: f64,
    },
    /// Levels.
    Levels {
        /// How far.
        error: LevelError,
        /// Cells that can move.
        cells: usize,
    },
    /// One of so many indicators, or none, is left out.
    Indicators(usize),
    /// One of so many coders, or none, is left out of the cells that another coded too.
    Coders {
        /// Coders.
        coders: usize,
        /// Cells that two or more of them coded.
        cells: usize,
    },
    /// Published numbers, each by up to half of the finest unit of its column.
    Rounding {
        /// How many.
        numbers: usize,
        /// Half of the finest and of the coarsest of these units, in the reporting unit.
        halves: (f64, f64),
    },
}

impl Varied {
    /// Which choice it is.
    #[must_use]
    pub fn choice(&self) -> Choice {
        match self {
            Self::Weights(_) => Choice::Weights,
            Self::Rules(_) => Choice::Rules,
            Self::Normalisation(_) => Choice::Normalisation,
            Self::Missing(_) => Choice::Missing,
            Self::Informants { .. } => Choice::Informants,
            Self::Levels { .. } => Choice::Levels,
            Self::Indicators(_) => Choice::Indicators,
            Self::Coders { .. } => Choice::Coders,
            Self::Rounding { .. } => Choice::Rounding,
        }
    }
}

vocabulary! {
    /// Why a choice does not vary.
    pub enum WhyNot {
        /// It was not asked for.
        NotAsked = "not-asked",
        /// The ranked regions have no weights to vary: the index is a reported number, or everything
        /// stands alone below it.
        NothingToWeigh = "nothing-to-weigh",
        /// A regulation sets the weights.
        SetByRegulation = "set-by-regulation",
        /// The weights belong to an official instrument.
        OfficialInstrument = "official-instrument",
        /// Nothing is missing.
        NothingMissing = "nothing-missing",
        /// No number is scored.
        NoNumbers = "no-numbers",
        /// No cell has two informants, so that their spread is unknown.
        OneInformant = "one-informant",
        /// No score of the ranked regions comes from a level.
        NoLevels = "no-levels",
        /// The study's own coders never differ.
        CodersAgree = "coders-agree",
        /// No published number counts.
        NothingPublished = "nothing-published",
        /// Every group has a rule of its own.
        OwnRules = "own-rules",
        /// No cell was coded by two coders.
        NoSharedCells = "no-shared-cells",
        /// There is one indicator only.
        OneIndicator = "one-indicator",
        /// Nothing was named but what is in use.
        OnlyInUse = "only-in-use",
        /// The width asked for is zero.
        NoWidth = "no-width",
    }
}

/// The one in use first, then the others named, each once.
pub(super) fn beside<T: PartialEq + Copy>(own: T, others: impl IntoIterator<Item = T>) -> Vec<T> {
    let mut out = vec![own];
    for it in others {
        if !out.contains(&it) {
            out.push(it);
        }
    }
    out
}

/// The ways of normalising that a plan asks for, the framework's own first.
pub(super) fn ways(plan: &Plan) -> Vec<Option<Normalise>> {
    beside(None, plan.ways.iter().copied().map(Some))
}
