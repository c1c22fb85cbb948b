//! What a coefficient of agreement says about itself.

use crate::stats::agreement::metric::Metric;
use crate::stats::agreement::ratings::{Levels, Ratings};
use crate::stats::agreement::weights::Weights;
use crate::stats::{Interval, Resampling, Undefined, Wording};

/// Confidence of the intervals that come with an [`Outcome`].
pub(super) const CONFIDENCE: f64 = 0.95;

/// A coefficient of agreement, with everything that outputs, documentation and rules ask of it.
///
/// Two are equal where they have the same name.
#[derive(Clone, Copy, Debug)]
pub struct Coefficient {
    /// Its name in JSON, CSV and documentation: `gwet_ac`.
    pub name: &'static str,
    /// What people call it.
    pub label: Wording,
    /// What people call it with weights, where that is another name.
    pub weighted_label: Option<Wording>,
    /// Its formula, in Markdown.
    pub formula: &'static str,
    /// Author and year of the formula; `–` where it is common knowledge.
    pub source: &'static str,
    /// Whose interval comes with it; `None` where it has none, or only by resampling.
    pub interval: Option<&'static str>,
    /// How many raters it takes.
    pub raters: Raters,
    /// Which units enter.
    pub base: Base,
    /// Whether it takes off what chance explains. If not, it is a share of agreement: of any
    /// values, whatever their scales.
    pub chance: bool,
    /// Whether it asks who gave a value, so that counts of values do not suffice.
    pub names_raters: bool,
    /// Whether a level of the scale that nobody gave changes it, so that the scale has to be known.
    pub counts_levels: bool,
    /// How it is computed.
    pub run: Run,
}

/// How many raters a coefficient takes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Raters {
    /// Exactly two.
    Two,
    /// Two or more.
    Several,
}

/// Which units enter a coefficient.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Base {
    /// Those to which every active rater gave a value (listwise).
    Complete,
    /// Those with two values or more (pairwise).
    Pairable,
    /// Those with any value: pairs tell agreement, all values tell prevalence.
    Valued,
}

/// A coefficient of values that only agree or differ, or that have an order.
type Plain = fn(&Ratings) -> Result<Outcome, Undefined>;

/// Intervals with some metrics, in their order.
type Intervals = fn(&Ratings, &[Metric], &Resampling) -> Vec<Result<Interval, Undefined>>;

/// How a coefficient is computed, by which it also says what values it takes.
#[derive(Clone, Copy, Debug)]
pub enum Run {
    /// From values that only have to agree or differ.
    Unordered(Plain),
    /// From values that have an order.
    Ordered(Plain),
    /// With each of the [`Weights`]; all but the first need an order.
    Weighted(fn(&Ratings, Option<&Levels>, Weights) -> Result<Outcome, Undefined>),
    /// With each [`Metric`]; all but the first need an order.
    Distances {
        /// The coefficient with one metric.
        value: fn(&Ratings, Metric) -> Result<Outcome, Undefined>,
        /// Its intervals, from the same draws for all metrics.
        intervals: Intervals,
    },
}

/// With which weights or distances a coefficient was computed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Variant {
    /// It has no choice of them.
    Only,
    /// With weights.
    Weights(Weights),
    /// With distances.
    Distance(Metric),
}

impl Variant {
    /// The word of machine-readable output.
    #[must_use]
    pub fn code(self) -> Option<&'static str> {
        match self {
            Self::Only => None,
            Self::Weights(it) => Some(it.code()),
            Self::Distance(it) => Some(it.code()),
        }
    }
}

/// A coefficient of some ratings.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Outcome {
    /// The coefficient.
    pub value: f64,
    /// Standard error, where its source gives one and the units suffice.
    pub se: Option<f64>,
    /// Interval from theory (95 %), where there is one.
    pub interval: Option<Interval>,
    /// Units that entered.
    pub units: usize,
    /// Raters that entered.
    pub raters: usize,
}

impl Coefficient {
    /// With what it can be computed, at least one.
    #[must_use]
    pub fn variants(&self) -> Vec<Variant> {
        match self.run {
            Run::Unordered(_) | Run::Ordered(_) => vec![Variant::Only],
            Run::Weighted(_) => Weights::ALL.map(Variant::Weights).to_vec(),
            Run::Distances { .. } => Metric::ALL.map(Variant::Distance).to_vec(),
        }
    }

    /// Whether it makes sense only of values that have an order.
    #[must_use]
    pub fn needs_order(&self, variant: Variant) -> bool {
        match variant {
            Variant::Only => matches!(self.run, Run::Ordered(_)),
            Variant::Weights(it) => it != Weights::Identity,
            Variant::Distance(it) => it != Metric::Nominal,
        }
    }

    /// From how many units on its interval held the true value in at least .89 of the data sets of
    /// every kind in the simulation of section 12 of `docs/methods.md`, where it claims .95; `None`
    /// where no number of units was enough, as the interval assumes normal values.
    #[must_use]
    pub fn enough_units(&self, variant: Variant) -> Option<usize> {
        match (self.run, variant) {
            (Run::Distances { .. }, Variant::Distance(Metric::Ordinal)) => Some(20),
            (Run::Distances { .. }, _) => Some(40),
            (Run::Weighted(_), Variant::Weights(Weights::Linear)) => Some(40),
            (Run::Weighted(_), Variant::Weights(Weights::Quadratic)) => Some(80),
            (Run::Weighted(_), _) => Some(20),
            (Run::Unordered(_) | Run::Ordered(_), _) => None,
        }
    }

    /// What people call it with these weights.
    #[must_use]
    pub fn label(&self, variant: Variant) -> Wording {
        match (variant, self.weighted_label) {
            (Variant::Weights(it), Some(label)) if it != Weights::Identity => label,
            _ => self.label,
        }
    }

    /// The coefficient of some ratings. `levels` is the declared scale; it reaches those alone that
    /// count levels, so that a mean between two levels leaves the others defined. A variant that is
    /// none of [`variants`](Self::variants) stands for the first of them.
    ///
    /// # Errors
    ///
    /// See [`Undefined`].
    pub fn compute(
        &self,
        ratings: &Ratings,
        levels: Option<&Levels>,
        variant: Variant,
    ) -> Result<Outcome, Undefined> {
        let levels = levels.filter(|_| self.counts_levels);
        match (self.run, variant) {
            (Run::Unordered(run) | Run::Ordered(run), _) => run(ratings),
            (Run::Weighted(run), Variant::Weights(weights)) => run(ratings, levels, weights),
            (Run::Weighted(run), _) => run(ratings, levels, Weights::Identity),
            (Run::Distances { value, .. }, Variant::Distance(metric)) => value(ratings, metric),
            (Run::Distances { value, .. }, _) => value(ratings, Metric::Nominal),
        }
    }
}

impl PartialEq for Coefficient {
    fn eq(&self, other: &Self) -> bool {
        self.name == other.name
    }
}
