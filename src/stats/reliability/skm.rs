//! The Indonesian index of satisfaction with public services (survei kepuasan masyarakat).

use crate::stats::grid::Grid;
use crate::stats::undefined::{Undefined, finite};
use crate::stats::{count, mean};

/// The index with the means it rests on.
#[derive(Clone, Debug, PartialEq)]
pub struct Satisfaction {
    /// Mean score of each element over the respondents who answered it.
    pub elements: Vec<f64>,
    /// Σ weight · mean; on a scale of 1 to 4 with weights of sum 1, 1 to 4.
    pub weighted: f64,
    /// 100 · weighted / maximum; 25 to 100 on a scale of 1 to 4.
    pub index: f64,
}

/// Weights 1/k for each of k elements, the default of the rule. The 0.11 often printed for 1/9
/// takes a hundredth off the index.
#[must_use]
pub fn equal_weights(elements: usize) -> Vec<f64> {
    vec![1.0 / count(elements); elements]
}

/// The index of a grid of respondents (rows) by elements (PermenPANRB 14/2017, annex): the weights
/// should add to 1, which is not enforced so that a rounded weight can be shown for what it does.
/// `max` is the top of the scale, 4 in the rule.
///
/// # Errors
///
/// [`Undefined::UnsoundWeights`] where the weights do not match the elements or are not finite and
/// 0 or more, or the maximum is not above 0; [`Undefined::TooFewUnits`] for an element that nobody
/// answered; [`Undefined::TooFewItems`] without elements.
pub fn satisfaction(grid: &Grid, weights: &[f64], max: f64) -> Result<Satisfaction, Undefined> {
    if grid.columns() == 0 {
        return Err(Undefined::TooFewItems);
    }
    let sound = |weight: &f64| weight.is_finite() && *weight >= 0.0;
    if weights.len() != grid.columns() || !weights.iter().all(sound) || !sound(&max) || max <= 0.0 {
        return Err(Undefined::UnsoundWeights);
    }
    let elements: Option<Vec<f64>> = (0..grid.columns())
        .map(|element| mean(&grid.column(element)))
        .collect();
    let elements = elements.ok_or(Undefined::TooFewUnits)?;
    let weighted = elements.iter().zip(weights).map(|(mean, w)| mean * w).sum();
    Ok(Satisfaction {
        elements,
        weighted,
        index: finite(100.0 * weighted / max)?,
    })
}
