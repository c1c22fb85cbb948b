//! Why a statistic has no value.

/// The reason for which a coefficient is undefined. Never 0, 1 or NaN in its place.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
#[non_exhaustive]
pub enum Undefined {
    /// Fewer than two raters gave any value.
    OneRater,
    /// The coefficient compares exactly two raters; there are more.
    NotTwoRaters,
    /// No unit has two values that could be compared (or, listwise, no unit is complete).
    NoPairableUnits,
    /// Fewer units, respondents or clusters than the formula needs.
    TooFewUnits,
    /// Fewer than two clusters, where whole clusters are drawn.
    TooFewClusters,
    /// Fewer items than the formula needs.
    TooFewItems,
    /// Everything compared is equal, so that there is no chance agreement or variance to correct
    /// by: 0/0.
    NoVariation,
    /// The means of the units are equal, though values differ: no unit stands out from another.
    NoUnitVariation,
    /// More than [`MAX_LEVELS`](crate::stats::agreement::MAX_LEVELS) distinct values: a measurement,
    /// not a set of categories.
    TooManyLevels,
    /// A value is not among the declared levels.
    OutsideScale,
    /// The ratio metric needs values of 0 or more.
    NegativeForRatio,
    /// A variance estimate is not positive, which the formula needs.
    NegativeVariance,
    /// A loading of the factor reaches 1, a unique variance 0 (a Heywood case).
    Heywood,
    /// The iterations did not settle.
    NotConverged,
    /// Too many resamples have no value of their own for an interval to mean anything.
    DegenerateResamples,
    /// The confidence is not between 0 and 1, the replicates are too few, or the clusters do not
    /// match the units.
    UnsoundResampling,
    /// The numbers are too large for double precision.
    TooLarge,
}

impl Undefined {
    /// The word of machine-readable output.
    #[must_use]
    pub fn code(self) -> &'static str {
        match self {
            Self::OneRater => "one_rater",
            Self::NotTwoRaters => "not_two_raters",
            Self::NoPairableUnits => "no_pairable_units",
            Self::TooFewUnits => "too_few_units",
            Self::TooFewClusters => "too_few_clusters",
            Self::TooFewItems => "too_few_items",
            Self::NoVariation => "no_variation",
            Self::NoUnitVariation => "no_unit_variation",
            Self::TooManyLevels => "too_many_levels",
            Self::OutsideScale => "outside_scale",
            Self::NegativeForRatio => "negative_for_ratio",
            Self::NegativeVariance => "negative_variance",
            Self::Heywood => "heywood",
            Self::NotConverged => "not_converged",
            Self::DegenerateResamples => "degenerate_resamples",
            Self::UnsoundResampling => "unsound_resampling",
            Self::TooLarge => "too_large",
        }
    }
}

/// The value, unless the arithmetic overflowed on its way.
pub(super) fn finite(value: f64) -> Result<f64, Undefined> {
    if value.is_finite() {
        Ok(value)
    } else {
        Err(Undefined::TooLarge)
    }
}
