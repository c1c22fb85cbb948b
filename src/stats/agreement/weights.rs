//! How far two levels count as agreement: 1 for the same, 0 for the farthest apart.

use crate::stats::agreement::ratings::{Levels, MAX_LEVELS, Ratings};
use crate::stats::{TOLERANCE, Undefined};

/// Weights of agreement between two levels (Gwet 2014, ch. 3).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Weights {
    /// 1 for the same level, else 0: no weights.
    Identity,
    /// 1 − |k − l|/(max − min).
    Linear,
    /// 1 − (k − l)²/(max − min)².
    Quadratic,
}

impl Weights {
    /// Every choice of weights; the first is none.
    pub const ALL: [Self; 3] = [Self::Identity, Self::Linear, Self::Quadratic];

    /// The word of machine-readable output.
    #[must_use]
    pub fn code(self) -> &'static str {
        match self {
            Self::Identity => "unweighted",
            Self::Linear => "linear",
            Self::Quadratic => "quadratic",
        }
    }
}

/// The levels that count, where those in use stand among them, and the weight of each pair.
pub(super) struct Table {
    /// Number of levels.
    pub q: usize,
    /// The place of each level in use.
    pub place: Vec<usize>,
    weights: Vec<f64>,
}

impl Table {
    /// Over the declared levels, or those in use.
    pub(super) fn new(
        ratings: &Ratings,
        levels: Option<&Levels>,
        weights: Weights,
    ) -> Result<Self, Undefined> {
        let used = ratings.levels();
        let all = levels.map_or(used, Levels::values);
        if all.len() > MAX_LEVELS {
            return Err(Undefined::TooManyLevels);
        }
        let near = |value: &f64| all.iter().position(|it| (it - value).abs() <= TOLERANCE);
        let place: Option<Vec<usize>> = used.iter().map(near).collect();
        Ok(Self {
            q: all.len(),
            place: place.ok_or(Undefined::OutsideScale)?,
            weights: weigh(all, weights),
        })
    }

    /// Weight of two places, 0 to 1.
    pub(super) fn weight(&self, k: usize, l: usize) -> f64 {
        self.weights[k * self.q + l]
    }

    /// Σ w over all pairs of places.
    pub(super) fn total(&self) -> f64 {
        self.weights.iter().sum()
    }

    /// Σₗ wₖₗ xₗ for each place k.
    pub(super) fn times(&self, vector: &[f64]) -> Vec<f64> {
        self.weights
            .chunks_exact(self.q.max(1))
            .map(|row| row.iter().zip(vector).map(|(w, x)| w * x).sum())
            .collect()
    }
}

/// The weights of every pair of levels, row by row.
fn weigh(levels: &[f64], weights: Weights) -> Vec<f64> {
    let width = match levels {
        [first, .., last] => last - first,
        _ => 1.0,
    };
    let mut out = Vec::with_capacity(levels.len().pow(2));
    for (k, one) in levels.iter().enumerate() {
        for (l, other) in levels.iter().enumerate() {
            let share = (one - other).abs() / width;
            out.push(match weights {
                _ if k == l => 1.0,
                Weights::Identity => 0.0,
                Weights::Linear => 1.0 - share,
                Weights::Quadratic => 1.0 - share * share,
            });
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_weight_runs_from_one_to_zero() {
        let levels = [0.0, 1.0, 2.0, 3.0, 4.0];
        for weights in Weights::ALL {
            let found = weigh(&levels, weights);
            assert!((found[0] - 1.0).abs() < 1e-15 && found[4].abs() < 1e-15);
        }
        assert!((weigh(&levels, Weights::Quadratic)[1] - 15.0 / 16.0).abs() < 1e-15);
    }
}
