//! McDonald's omega total of one factor.

use crate::stats::Wording;
use crate::stats::reliability::coefficient::Coefficient;
use crate::stats::reliability::covariance::Covariance;
use crate::stats::undefined::{Undefined, finite};

/// See [`omega_total`].
pub(super) static OMEGA: Coefficient = Coefficient {
    name: "omega",
    label: Wording::same("Omega"),
    title: "omega total",
    formula: "(Σλ)² / ((Σλ)² + Σ(1 − λ²)), λ of one factor fitted to correlations by minimum residuals",
    source: "McDonald (1999); Harman and Jones (1966)",
    run: |items| omega_total(items).map(|it| it.value),
};

/// Omega total with the loadings it rests on.
#[derive(Clone, Debug, PartialEq)]
pub struct Omega {
    /// 0 to 1.
    pub value: f64,
    /// The loading of each item on the factor, −1 to 1; their sum is not negative.
    pub loadings: Vec<f64>,
}

/// Rounds of improvement before the fit is given up; a fit that settles needs some hundred.
const ROUNDS: usize = 10_000;

/// Omega total of one factor, `(Σλ)² / ((Σλ)² + Σ(1 − λ²))` (McDonald 1999, ch. 6), with the
/// loadings of the factor that leaves the smallest sum of squared residual *correlations* off the
/// diagonal (minimum residuals, Harman and Jones 1966): omega of standardised items. Maximum
/// likelihood on covariances gives another figure.
///
/// # Errors
///
/// [`Undefined::TooFewItems`] below three items; [`Undefined::NoVariation`] for a constant item or
/// items without any correlation; [`Undefined::Heywood`]; [`Undefined::NotConverged`].
pub fn omega_total(items: &Covariance) -> Result<Omega, Undefined> {
    if items.items() < 3 {
        return Err(Undefined::TooFewItems);
    }
    let loadings = minimum_residuals(&items.correlations()?)?;
    let sum: f64 = loadings.iter().sum();
    let unique: f64 = loadings.iter().map(|it| 1.0 - it * it).sum();
    let value = finite(sum * sum / (sum * sum + unique))?;
    Ok(Omega { value, loadings })
}

/// Improves one loading at a time: with the others fixed the best is a simple regression,
/// λᵢ = Σ r λ / Σ λ².
fn minimum_residuals(correlations: &Covariance) -> Result<Vec<f64>, Undefined> {
    let k = correlations.items();
    let mut loadings = start(correlations)?;
    for _ in 0..ROUNDS {
        let mut moved: f64 = 0.0;
        for item in 0..k {
            let others = (0..k).filter(|it| *it != item);
            let [mut product, mut square] = [0.0; 2];
            for other in others {
                product += correlations.entry(item, other) * loadings[other];
                square += loadings[other] * loadings[other];
            }
            if square <= 1e-12 {
                return Err(Undefined::NoVariation);
            }
            let better = product / square;
            moved = moved.max((better - loadings[item]).abs());
            loadings[item] = better;
        }
        // Far outside there is no way back: a loading that large has no unique variance.
        if loadings.iter().any(|it| it.abs() > 1e3) {
            return Err(Undefined::Heywood);
        }
        if moved < 1e-14 {
            if loadings.iter().any(|it| it.abs() >= 1.0 - 1e-9) {
                return Err(Undefined::Heywood);
            }
            if loadings.iter().sum::<f64>() < 0.0 {
                loadings.iter_mut().for_each(|it| *it = -*it);
            }
            return Ok(loadings);
        }
    }
    Err(Undefined::NotConverged)
}

/// The first principal component by power iteration, which also sees items scored backwards.
fn start(correlations: &Covariance) -> Result<Vec<f64>, Undefined> {
    let k = correlations.items();
    let strongest = |item: &usize| {
        let others = (0..k).filter(|it| it != item);
        others.map(|it| correlations.entry(*item, it).powi(2)).sum()
    };
    let strength: Vec<f64> = (0..k).map(|item| strongest(&item)).collect();
    let best = (0..k).max_by(|a, b| strength[*a].total_cmp(&strength[*b]));
    let best = best.ok_or(Undefined::TooFewItems)?;
    if strength[best] <= 1e-20 {
        return Err(Undefined::NoVariation);
    }
    let mut vector: Vec<f64> = (0..k).map(|it| correlations.entry(best, it)).collect();
    let mut root = 1.0;
    for _ in 0..100 {
        let product = |row: usize| -> f64 {
            let entries = (0..k).map(|it| correlations.entry(row, it));
            entries.zip(&vector).map(|(r, x)| r * x).sum()
        };
        let next: Vec<f64> = (0..k).map(product).collect();
        root = next.iter().map(|it| it * it).sum::<f64>().sqrt();
        vector = next.iter().map(|it| it / root).collect();
    }
    // Halfway to the communalities, so that no loading starts at 1.
    let scale = root.sqrt() * 0.9;
    Ok(vector.iter().map(|it| it * scale).collect())
}
