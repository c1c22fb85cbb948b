//! What somebody may ask to vary, and what came of it.

use crate::assess::Treatment;
use crate::framework::{GroupRule, Normalise};
use crate::text::vocabulary;

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
    /// How weights vary; `None`: they do not.
    pub weights: Option<WeightNoise>,
    /// Rules to try beside the one in use.
    pub rules: Vec<GroupRule>,
    /// Ways of normalising numbers to try beside the one in use.
    pub ways: Vec<Normalise>,
    /// Treatments of missing data to try beside the one in use.
    pub missing: Vec<Treatment>,
    /// Whether informants are drawn again.
    pub informants: bool,
    /// Probability that a level is one step off, 0–1; 0: levels do not vary.
    pub levels: f64,
    /// Whether each run may leave out an indicator.
    pub without_indicators: bool,
    /// Whether each run may leave out a coder.
    pub without_coders: bool,
}

impl Default for Plan {
    /// 10,000 runs: weights ±25 %, missing data at bottom and top, informants where there are
    /// several, levels one step off with probability 0.1.
    fn default() -> Self {
        Self {
            runs: 10_000,
            seed: 1,
            threads: 1,
            top: 1,
            weights: Some(WeightNoise::Uniform(0.25)),
            rules: Vec::new(),
            ways: Vec::new(),
            missing: vec![Treatment::Bottom, Treatment::Top],
            informants: true,
            levels: 0.1,
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
            weights: None,
            missing: Vec::new(),
            informants: false,
            levels: 0.0,
            ..Self::default()
        }
    }

    /// Up to which rank regions count as the top of `regions` where nobody says: 10 in a long
    /// ranking, 3 in a short one, and never all of them.
    #[must_use]
    pub fn usual_top(regions: usize) -> u32 {
        let top = if regions >= 30 { 10 } else { 3 };
        let most = u32::try_from(regions.saturating_sub(1)).unwrap_or(top);
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
        /// Probability of one step, up and down alike.
        probability: f64,
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
        /// Nothing is missing.
        NothingMissing = "nothing-missing",
        /// No number is scored.
        NoNumbers = "no-numbers",
        /// No cell has two informants, so that their spread is unknown.
        OneInformant = "one-informant",
        /// No score comes from a level.
        NoLevels = "no-levels",
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
