//! How far a level may be off: as the study's own coders differ, else by assumption.

use crate::assess::Assessed;
use crate::framework::Framework;
use crate::scrutiny::agree::{self, Difference, Measured, TOO_FEW_UNITS};
use crate::statement::Statements;

/// The probability of one step where nothing is measured. A convention, and told as one.
pub const ASSUMED: f64 = 0.1;

/// How levels are drawn.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum LevelNoise {
    /// As far as the study's own coders differ; where that is not known, one step with a probability
    /// of [`ASSUMED`].
    Usual,
    /// One step with this probability, 0–1; 0: they do not vary.
    Asked(f64),
}

/// How far levels may be off.
#[derive(Debug, Clone, PartialEq)]
pub enum LevelError {
    /// As far as two coders of the study lie apart on what both coded.
    Measured(Differences),
    /// One step with a probability that nobody measured.
    Assumed(f64, Grounds),
}

/// How far two coders of a study lie apart.
#[derive(Debug, Clone, PartialEq)]
pub struct Differences {
    /// What two coders or more gave a level.
    pub units: usize,
    /// Coders who gave a level to one of them.
    pub coders: usize,
    /// Shares of the pairs of coders by steps apart, ascending; half of each is up, half down.
    pub shares: Vec<Difference>,
}

/// Why a probability is assumed and not measured.
#[derive(Debug, Clone, PartialEq)]
pub enum Grounds {
    /// Somebody asked for it; beside it what the study's own coders show, if they show anything.
    Asked(Option<Differences>),
    /// Fewer than two coders are named.
    OneCoder,
    /// No two coders gave a level to the same thing.
    NothingShared,
    /// They never differ, on so few things that this says nothing.
    TooFewShared(usize),
}

impl LevelError {
    /// The probability that a level moves at all.
    #[must_use]
    pub fn probability(&self) -> f64 {
        match self {
            Self::Measured(of) => of.differing(),
            Self::Assumed(probability, _) => *probability,
        }
    }
}

impl Differences {
    fn of(measured: Measured) -> Self {
        Self {
            units: measured.units,
            coders: measured.coders,
            shares: measured.differences,
        }
    }

    /// The share of pairs that differ at all, 0–1.
    #[must_use]
    pub fn differing(&self) -> f64 {
        self.apart().map(|it| it.share).sum()
    }

    /// The pairs that differ, by steps.
    pub fn apart(&self) -> impl Iterator<Item = &Difference> {
        let is_apart = |it: &&Difference| it.steps > 0 && it.share > 0.0;
        self.shares.iter().filter(is_apart)
    }

    /// By how many steps those lie apart who differ, for `u` drawn evenly from 0 up to 1.
    #[must_use]
    pub fn steps(&self, u: f64) -> usize {
        let wanted = u * self.differing();
        let mut sum = 0.0;
        let mut last = 1;
        for it in self.apart() {
            sum += it.share;
            last = it.steps;
            if wanted < sum {
                break;
            }
        }
        last
    }
}

/// How far levels may be off in a study; `None`: they are not to vary.
///
/// What two coders gave the same statement measures it, of whatever region, wave and stage. A drawn
/// difference asks "what if another coder had coded this", and not "what is the true level": it is
/// the difference of two coders who both err.
pub(super) fn of_study(
    framework: &Framework,
    statements: &Statements,
    assessed: &Assessed,
    noise: LevelNoise,
) -> Option<LevelError> {
    let mut coders: Vec<_> = statements
        .rows()
        .iter()
        .filter_map(|it| it.named_coder())
        .collect();
    coders.sort_unstable();
    coders.dedup();
    let measured = || {
        // An interval of alpha would take its time, and nobody asks for it here.
        let choices = agree::Choices {
            resamples: 0,
            ..agree::Choices::default()
        };
        let all: Vec<usize> = (0..assessed.assessments.len()).collect();
        let found = agree::of_study(framework, statements, assessed, &all, choices);
        found.map(Differences::of)
    };
    let measured = match coders.len() {
        0 | 1 => None,
        _ => measured(),
    };
    Some(match (noise, measured) {
        (LevelNoise::Asked(probability), _) if probability <= 0.0 => return None,
        (LevelNoise::Asked(probability), of) => {
            LevelError::Assumed(probability, Grounds::Asked(of))
        }
        (LevelNoise::Usual, None) if coders.len() < 2 => {
            LevelError::Assumed(ASSUMED, Grounds::OneCoder)
        }
        (LevelNoise::Usual, None) => LevelError::Assumed(ASSUMED, Grounds::NothingShared),
        (LevelNoise::Usual, Some(of)) if of.units < TOO_FEW_UNITS && of.differing() <= 0.0 => {
            LevelError::Assumed(ASSUMED, Grounds::TooFewShared(of.units))
        }
        (LevelNoise::Usual, Some(of)) => LevelError::Measured(of),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn steps_are_drawn_as_often_as_coders_lie_so_far_apart() {
        let share = |steps, share| Difference { steps, share };
        let of = Differences {
            units: 10,
            coders: 2,
            shares: vec![share(0, 0.5), share(1, 0.4), share(3, 0.1)],
        };
        assert!((of.differing() - 0.5).abs() < 1e-12);
        assert_eq!([0.0, 0.79, 0.81, 0.999].map(|u| of.steps(u)), [1, 1, 3, 3]);
    }
}
