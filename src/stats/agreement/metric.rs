//! How far two values lie apart for alpha.

/// The distance δ between two values.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Metric {
    /// 0 for equal values, else 1.
    Nominal,
    /// Values between the two, counting half of each of the two levels themselves.
    Ordinal,
    /// c − k.
    Interval,
    /// (c − k)/(c + k), and 0 between two zeros; values of 0 or more.
    Ratio,
}

impl Metric {
    /// Every metric; the first asks nothing of the values.
    pub const ALL: [Self; 4] = [Self::Nominal, Self::Ordinal, Self::Interval, Self::Ratio];

    /// The word of machine-readable output.
    #[must_use]
    pub fn code(self) -> &'static str {
        match self {
            Self::Nominal => "nominal",
            Self::Ordinal => "ordinal",
            Self::Interval => "interval",
            Self::Ratio => "ratio",
        }
    }
}
