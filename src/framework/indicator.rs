//! What a leaf of a framework is made of.

use crate::stats::TOLERANCE;
use crate::text::Text;

use super::choices::{Normalise, Transform};
use super::kind::{Answers, Kind};
use super::raw::{Addressee, Orientation};

/// What a leaf is made of.
#[derive(Debug, Clone)]
pub struct Indicator {
    /// What it is made of.
    pub kind: Kind,
    /// Position in [`super::Framework::scales`].
    pub scale: usize,
    /// Which way is better.
    pub direction: Orientation,
    /// Whether "does not apply" may be answered.
    pub allow_na: bool,
    /// Fed by another body's index.
    pub external: bool,
    /// Who measures that index, and what it is called.
    pub fed_by: Option<Text>,
    /// The value on its scale that stands until that index is issued.
    pub until_issued: Option<f64>,
    /// What is doubtful here.
    pub note: Option<Text>,
    /// Ids of the indicators of which it is the sum.
    pub sum_of: Vec<String>,
    /// Id of the indicator with which sheets in use have swapped its number.
    pub swaps_with: Option<String>,
    /// What is asked.
    pub question: Option<Text>,
    /// Rubric text of each level, lowest first.
    pub level_text: Vec<Text>,
    /// Documents that prove it.
    pub evidence: Vec<Text>,
    /// Unit of a number.
    pub unit: Option<Text>,
    /// How a number becomes a score; `None`: shown, not scored.
    pub normalise: Option<Normalisation>,
    /// What a number becomes before that.
    pub transform: Option<Transform>,
    /// Levels for the values of another body's index.
    pub lookup: Option<Lookup>,
    /// Classes of statements.
    pub classes: Vec<Text>,
    /// Evidence items.
    pub items: Vec<Item>,
    /// Advice, most of it below a level.
    pub recommend: Vec<Recommend>,
}

impl Indicator {
    /// Whether a higher answer is a better one.
    #[must_use]
    pub fn is_better_higher(&self) -> bool {
        match self.direction {
            Orientation::Higher | Orientation::Descriptive => true,
            Orientation::Lower => false,
        }
    }

    /// Whether the indicator takes part in the score.
    #[must_use]
    pub fn is_scored(&self) -> bool {
        if self.direction == Orientation::Descriptive {
            return false;
        }
        // What is scored without `normalise` is worth its place on the scale.
        match self.kind.answers() {
            Answers::Levels(_) => true,
            Answers::Numbers => self.normalise.is_some(),
            Answers::Directions | Answers::Things => false,
        }
    }

    /// Whether the answer is a level of the scale (not a measured number or a list).
    #[must_use]
    pub fn has_levels(&self) -> bool {
        self.kind.rubric().is_some()
    }
}

/// How a number becomes a score.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Normalisation {
    /// Between a worst and a best value fixed beforehand, clipped.
    Goalposts {
        /// Worst value.
        low: f64,
        /// Best value.
        high: f64,
    },
    /// Over all regions and waves loaded.
    Relative(Normalise),
}

/// Levels for the values of another body's index.
///
/// **Invariant:** `steps` ascend in both numbers and are not empty.
#[derive(Debug, Clone, PartialEq)]
pub struct Lookup {
    /// Unit by which rows name the other index.
    pub unit: Text,
    /// What rows may also call it.
    pub aliases: Vec<String>,
    /// Lowest value of the other index, and the level from there on.
    pub steps: Vec<(f64, f64)>,
    /// Highest value of the other index, where it has one.
    pub to: Option<f64>,
    /// Where values between are joined by lines: points of the other index and the value on the scale,
    /// ascending in the first.
    pub line: Option<Vec<(f64, f64)>>,
    /// How sure the conversion is.
    pub note: Option<Text>,
}

impl Lookup {
    /// The lowest value of the other index that has a level, and the highest where it has one.
    #[must_use]
    pub fn ends(&self) -> (f64, Option<f64>) {
        let points = self.line.as_deref().unwrap_or(&self.steps);
        let low = points.first().map_or(0.0, |it| it.0);
        let end = self.line.as_ref().and_then(|it| Some(it.last()?.0));
        (low, self.to.or(end))
    }

    /// The value on the scale for a value of the other index; `None` outside its range.
    ///
    /// With lines `y0 + (x − x0)/(x1 − x0) · (y1 − y0)` between the two points around `x`.
    #[must_use]
    pub fn level(&self, value: f64) -> Option<f64> {
        if self.to.is_some_and(|to| value > to + TOLERANCE) {
            return None;
        }
        if let Some(line) = &self.line {
            let (first, _) = line.first()?;
            let (last, top) = line.last()?;
            if value < first - TOLERANCE {
                return None;
            }
            if value >= *last {
                return Some(*top);
            }
            let part = line.windows(2).find(|it| value < it[1].0)?;
            let [(x0, y0), (x1, y1)] = [part[0], part[1]];
            return Some(y0 + (value.max(x0) - x0) / (x1 - x0) * (y1 - y0));
        }
        let reached = |(from, _): &&(f64, f64)| value >= from - TOLERANCE;
        let found = self.steps.iter().rev().find(reached);
        found.map(|(_, level)| *level)
    }
}

/// An evidence item.
#[derive(Debug, Clone, PartialEq)]
pub struct Item {
    /// Code.
    pub code: String,
    /// Level that needs it.
    pub level: f64,
    /// What it is.
    pub text: Text,
}

/// Advice for an indicator.
#[derive(Debug, Clone, PartialEq)]
pub struct Recommend {
    /// Given below this value of its scale; `None`: whatever the value.
    pub below: Option<f64>,
    /// To whom; `None`: to every region.
    pub to: Option<Addressee>,
    /// The advice.
    pub text: Text,
    /// Who gives it.
    pub source: Option<Text>,
}
