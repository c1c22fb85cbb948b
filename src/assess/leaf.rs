//! The value of a leaf → its unit score.

use crate::framework::{
    Framework, Indicator, Method, Normalisation, Normalise, Orientation, Scale, Transform,
};
use crate::stats::{self, TOLERANCE};

use super::pooled::{Outcome, Pooled};
use super::result::Reason;
use super::tree::LeafScore;

/// An indicator with all that its unit scores depend on.
#[derive(Debug)]
pub(super) struct Leaf<'a> {
    framework: &'a Framework,
    indicator: &'a Indicator,
    normalise: Option<Normalisation>,
    /// Of a relatively normalised number: all values that are loaded.
    observed: Option<Observed>,
    floor: f64,
}

impl<'a> Leaf<'a> {
    /// An indicator at the position `at`, its number normalised as written in the framework or in
    /// another `way`, over `all` assessments loaded, each with what its nodes pool to.
    pub(super) fn new<'b>(
        framework: &'a Framework,
        method: &Method,
        (at, indicator): (usize, &'a Indicator),
        way: Option<Normalise>,
        all: impl Iterator<Item = &'b [Pooled]>,
    ) -> Self {
        let normalise = match (indicator.normalise, way) {
            (Some(_), Some(way)) => Some(Normalisation::Relative(way)),
            (written, _) => written,
        };
        let observed = matches!(normalise, Some(Normalisation::Relative(_))).then(|| {
            let values = all.filter_map(|it| it[at].outcome.value());
            Observed::of(values.map(|value| oriented(indicator, value)).collect())
        });
        Self {
            framework,
            indicator,
            normalise,
            observed,
            floor: method.aggregation.floor,
        }
    }

    /// The unit score of what the rows say together.
    pub(super) fn score(&self, pooled: &Pooled) -> LeafScore {
        // A column that does not vary says nothing of any region, whether it has the number or not.
        if !self.indicator.is_scored() || self.observed.as_ref().is_some_and(Observed::is_constant)
        {
            return LeafScore::Outside;
        }
        let value = match pooled.outcome {
            Outcome::NotApplicable => return LeafScore::Outside,
            Outcome::NoStatement | Outcome::NoLevel | Outcome::NotChecked => {
                let stands = self.indicator.until_issued;
                return match stands.and_then(|value| self.unit(value)) {
                    Some(unit) => LeafScore::Assumed(floored(unit, self.floor)),
                    None => self.possible(pooled),
                };
            }
            Outcome::Value(value) => value,
        };
        let unit = |value| Some(floored(self.unit(value)?, self.floor));
        let band = || {
            self.scale()
                .band_of_level(value)
                .filter(|_| pooled.is_own_level())
        };
        match (unit(value), band()) {
            (None, _) => LeafScore::Outside,
            (Some(unit), None) => LeafScore::Unit(unit),
            (Some(of_level), Some((from, to))) => {
                let [from, to] = [from, to].map(|it| unit(it).unwrap_or(of_level));
                LeafScore::Within {
                    unit: to,
                    low: from.min(to),
                    high: from.max(to),
                }
            }
        }
    }

    /// What can be said where nothing is known of it but some of its parts.
    fn possible(&self, pooled: &Pooled) -> LeafScore {
        let ends = pooled
            .between
            .and_then(|(low, high)| Some([self.unit(low)?, self.unit(high)?]));
        match ends.map(|ends| ends.map(|it| floored(it, self.floor))) {
            Some([one, other]) => LeafScore::Between {
                low: one.min(other),
                high: one.max(other),
            },
            None => LeafScore::Missing,
        }
    }

    fn scale(&self) -> &'a Scale {
        &self.framework.scales()[self.indicator.scale]
    }

    /// The value of what the rows say together: of a level that is a band of values, its upper edge.
    pub(super) fn worth(&self, pooled: &Pooled) -> Option<f64> {
        let value = pooled.outcome.value()?;
        Some(worth(self.scale(), pooled.is_own_level(), value))
    }

    /// Whether a score hangs on what the others have.
    pub(super) fn is_relative(&self) -> bool {
        self.observed.is_some()
    }

    /// Why the leaf has no score where it has none.
    pub(super) fn reason(&self, pooled: &Pooled) -> Reason {
        match pooled.outcome {
            Outcome::NotApplicable => Reason::NotApplicable,
            _ if !self.indicator.is_scored() => Reason::NotScored,
            Outcome::NoStatement | Outcome::NoLevel | Outcome::NotChecked
                if self.indicator.until_issued.is_some() =>
            {
                Reason::NotIssued
            }
            Outcome::NoStatement => Reason::NoStatement,
            Outcome::NoLevel => Reason::NoLevel,
            Outcome::NotChecked => Reason::NotChecked,
            Outcome::Value(_) => Reason::Constant,
        }
    }

    fn unit(&self, value: f64) -> Option<f64> {
        match self.normalise {
            Some(Normalisation::Goalposts { low, high }) => {
                let [value, low, high] =
                    [value, low, high].map(|it| transformed(self.indicator, it));
                let unit = ((value - low) / (high - low)).clamp(0.0, 1.0);
                Some(match self.indicator.direction {
                    Orientation::Lower => 1.0 - unit,
                    Orientation::Higher | Orientation::Descriptive => unit,
                })
            }
            Some(Normalisation::Relative(way)) => {
                let observed = self.observed.as_ref()?;
                observed.unit(way, oriented(self.indicator, value))
            }
            None => Some(on_scale(self.framework, self.indicator, value)),
        }
    }
}

/// What an answer counts as on its scale: a level claimed whole the upper edge of its band, where levels are
/// bands of values.
fn worth(scale: &Scale, claimed: bool, value: f64) -> f64 {
    let band = scale.band_of_level(value).filter(|_| claimed);
    band.map_or(value, |(_, upper)| upper)
}

/// The floor applied to a unit score.
pub(super) fn floored(unit: f64, floor: f64) -> f64 {
    floor + (1.0 - floor) * unit
}

/// u = (v − min) / (max − min), reversed for `lower`; on a ladder the position of the stage.
fn on_scale(framework: &Framework, indicator: &Indicator, value: f64) -> f64 {
    let scale = &framework.scales()[indicator.scale];
    let unit = if indicator.kind.has_stages() && scale.levels().len() > 1 {
        let steps = scale.levels().len() - 1;
        let reached = scale
            .levels()
            .iter()
            .rposition(|level| value >= level.value - TOLERANCE)
            .unwrap_or(0);
        #[expect(clippy::cast_precision_loss, reason = "a scale has few stages")]
        let share = reached as f64 / steps as f64;
        share
    } else {
        (value - scale.min()) / (scale.max() - scale.min())
    };
    match indicator.direction {
        Orientation::Lower => 1.0 - unit,
        Orientation::Higher | Orientation::Descriptive => unit,
    }
}

/// The unit score of `value` on the scale of an indicator, floor applied; of a level claimed whole that of
/// the upper edge of its band.
#[must_use]
pub(crate) fn unit_on_scale(
    framework: &Framework,
    method: &Method,
    (indicator, claimed): (&Indicator, bool),
    value: f64,
) -> f64 {
    let scale = &framework.scales()[indicator.scale];
    let value = worth(scale, claimed, value);
    floored(
        on_scale(framework, indicator, value),
        method.aggregation.floor,
    )
}

/// A number as it is held against goalposts or against others: itself, or its natural logarithm. What
/// has none was refused at its row.
pub(super) fn transformed(indicator: &Indicator, value: f64) -> f64 {
    match indicator.transform {
        Some(Transform::Log) => value.ln(),
        None => value,
    }
}

/// A value, transformed, with its sign turned where less is better.
fn oriented(indicator: &Indicator, value: f64) -> f64 {
    let value = transformed(indicator, value);
    match indicator.direction {
        Orientation::Lower => -value,
        Orientation::Higher | Orientation::Descriptive => value,
    }
}

/// The numbers of one indicator over all regions and waves loaded.
#[derive(Debug)]
struct Observed {
    /// Ascending.
    sorted: Vec<f64>,
    /// Mean and deviation (n − 1).
    spread: Option<(f64, f64)>,
}

impl Observed {
    fn of(mut sorted: Vec<f64>) -> Self {
        sorted.sort_by(f64::total_cmp);
        let spread = stats::mean(&sorted).zip(stats::deviation(&sorted));
        Self { sorted, spread }
    }

    fn ends(&self) -> Option<(f64, f64)> {
        Some((*self.sorted.first()?, *self.sorted.last()?))
    }

    /// Whether there are values and they do not vary.
    fn is_constant(&self) -> bool {
        self.ends()
            .is_some_and(|(low, high)| high - low <= noise(low, high))
    }

    /// A number against all observed ones; `None` where they do not vary.
    fn unit(&self, way: Normalise, value: f64) -> Option<f64> {
        if self.is_constant() {
            return None;
        }
        let (low, high) = self.ends()?;
        match way {
            Normalise::MinMax => Some((value - low) / (high - low)),
            Normalise::ZScore => {
                let (mean, deviation) = self.spread?;
                Some((50.0 + 10.0 * (value - mean) / deviation) / 100.0)
            }
            Normalise::Rank => {
                let below = value - noise(low, high);
                let below = self.sorted.partition_point(|it| *it < below);
                #[expect(clippy::cast_precision_loss, reason = "counts stay far below 2^52")]
                let share = below as f64 / (self.sorted.len() - 1) as f64;
                Some(share)
            }
        }
    }
}

/// Differences this small are noise in a column of numbers from `low` to `high`.
fn noise(low: f64, high: f64) -> f64 {
    // Relative to the size of the numbers: a column of 1e12 has coarser noise.
    TOLERANCE * low.abs().max(high.abs()).max(1.0)
}
