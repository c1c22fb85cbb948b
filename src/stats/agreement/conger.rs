//! Conger's kappa.

use crate::stats::Wording;
use crate::stats::agreement::chance::{Agreement, Estimate};
use crate::stats::agreement::coefficient::{Base, Coefficient, Outcome, Raters, Run};
use crate::stats::agreement::ratings::{Levels, MISSING, Patterns, Ratings, comparable};
use crate::stats::agreement::weights::{Table, Weights};
use crate::stats::{Undefined, count};

/// See [`conger_kappa`].
pub(super) static CONGER_KAPPA: Coefficient = Coefficient {
    name: "conger_kappa",
    label: Wording {
        en: "Conger's kappa",
        id: "Kappa Conger",
    },
    weighted_label: None,
    formula: r"pₑ = Σ wₖₗ (p̄ₖp̄ₗ − s²ₖₗ/r)",
    source: "Conger 1980; Gwet 2014",
    interval: None,
    raters: Raters::Several,
    base: Base::Valued,
    chance: true,
    names_raters: true,
    counts_levels: false,
    run: Run::Weighted(|ratings, levels, weights| {
        conger_kappa(ratings, levels, weights).map(Outcome::from)
    }),
};

/// Conger's kappa (1980), which generalises Cohen's to more raters by letting each have marginal
/// shares of its own; with missing values after Gwet (2014, ch. 2). Chance agreement
/// `pₑ = Σ wₖₗ (p̄ₖ p̄ₗ − s²ₖₗ / r)`, s² the covariance of the raters' shares. No standard error.
///
/// # Errors
///
/// See [`Undefined`].
pub(super) fn conger_kappa(
    ratings: &Ratings,
    levels: Option<&Levels>,
    weights: Weights,
) -> Result<Estimate, Undefined> {
    let patterns = Patterns::new(ratings);
    comparable(ratings, &patterns)?;
    let table = Table::new(ratings, levels, weights)?;
    let shares = shares(ratings, &table);
    let r = count(shares.len());
    let mut mean = vec![0.0; table.q];
    let mut each = 0.0;
    for of_rater in &shares {
        each += product(of_rater, &table);
        for (mean, share) in mean.iter_mut().zip(of_rater) {
            *mean += share / r;
        }
    }
    let together = product(&mean, &table);
    // Σ w s² = (Σᵣ pᵣ'W pᵣ − r p̄'W p̄)/(r − 1), so that no covariance matrix has to be kept.
    let covariance = (each - r * together) / (r - 1.0);
    let agreement = Agreement::new(&patterns, &table);
    let mut out = agreement.against(together - covariance / r)?;
    out.raters = shares.len();
    Ok(out)
}

/// Σ wₖₗ xₖ xₗ.
fn product(vector: &[f64], table: &Table) -> f64 {
    let weighed = table.times(vector);
    vector.iter().zip(weighed).map(|(x, wx)| x * wx).sum()
}

/// For each rater who gave any value, the share of each level.
fn shares(ratings: &Ratings, table: &Table) -> Vec<Vec<f64>> {
    let mut counts = vec![vec![0.0; table.q]; ratings.raters()];
    for row in ratings.rows() {
        for (of_rater, code) in counts.iter_mut().zip(row) {
            if *code != MISSING {
                of_rater[table.place[*code as usize]] += 1.0;
            }
        }
    }
    counts.retain(|of_rater| of_rater.iter().sum::<f64>() > 0.0);
    for of_rater in &mut counts {
        let total: f64 = of_rater.iter().sum();
        for share in of_rater {
            *share /= total;
        }
    }
    counts
}
