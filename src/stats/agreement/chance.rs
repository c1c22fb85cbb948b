//! The coefficients that set percent agreement against chance, with missing values as Gwet
//! (2014, ch. 2 and 5) treats them: agreement over units with two values or more, prevalence over
//! units with any.

use crate::stats::agreement::coefficient::{CONFIDENCE, Outcome};
use crate::stats::agreement::ratings::{Levels, Pattern, Patterns, Ratings, comparable};
use crate::stats::agreement::weights::{Table, Weights};
use crate::stats::resample::{Interval, IntervalMethod};
use crate::stats::undefined::{Undefined, finite};
use crate::stats::{count, student_quantile};

/// A coefficient (pₐ − pₑ)/(1 − pₑ) with its parts.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Estimate {
    /// The coefficient: 1 for perfect agreement, 0 for agreement as by chance, below 0 for less.
    pub value: f64,
    /// Observed agreement pₐ, 0 to 1.
    pub observed: f64,
    /// Chance agreement pₑ, 0 to 1.
    pub chance: f64,
    /// Standard error, where the source of the coefficient gives one and the units suffice.
    pub se: Option<f64>,
    /// Degrees of freedom of the t quantile for an interval; without them it is normal.
    pub(super) freedom: Option<f64>,
    /// Units that entered.
    pub units: usize,
    /// Raters that entered.
    pub raters: usize,
}

impl Estimate {
    /// Estimate ± quantile · standard error, cut at 1.
    #[must_use]
    pub fn interval(&self, confidence: f64) -> Option<Interval> {
        let se = self.se?;
        let upper = f64::midpoint(1.0, confidence);
        let quantile = match self.freedom {
            Some(freedom) => student_quantile(upper, freedom)?,
            None => crate::stats::normal_quantile(upper)?,
        };
        (confidence > 0.0).then_some(Interval {
            low: self.value - quantile * se,
            high: (self.value + quantile * se).min(1.0),
            confidence,
            method: IntervalMethod::Analytic,
            se: Some(se),
            replicates: 0,
            degenerate: 0,
        })
    }
}

impl From<Estimate> for Outcome {
    fn from(found: Estimate) -> Self {
        Self {
            value: found.value,
            se: found.se,
            interval: found.interval(CONFIDENCE),
            units: found.units,
            raters: found.raters,
        }
    }
}

/// What chance agreement is taken to be.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Chance {
    /// Every level as likely as any other.
    Uniform,
    /// The prevalence of each level, the raters alike.
    Prevalence,
    /// Gwet's: levels uniform, weighed by how far prevalence is from certain.
    Gwet,
}

/// One coefficient of the family.
pub(super) fn estimate(
    ratings: &Ratings,
    levels: Option<&Levels>,
    weights: Weights,
    kind: Chance,
) -> Result<Estimate, Undefined> {
    let patterns = Patterns::new(ratings);
    comparable(ratings, &patterns)?;
    let table = Table::new(ratings, levels, weights)?;
    let agreement = Agreement::new(&patterns, &table);
    let q = count(table.q);
    let spread = table.total() / (q * (q - 1.0));
    let by_level: Vec<f64> = match kind {
        Chance::Uniform => vec![table.total() / (q * q); table.q],
        Chance::Prevalence => table.times(&agreement.prevalence),
        Chance::Gwet if table.q < 2 => return Err(Undefined::NoVariation),
        Chance::Gwet => {
            let uncertain = |share: &f64| spread * (1.0 - share);
            agreement.prevalence.iter().map(uncertain).collect()
        }
    };
    let shares = agreement.prevalence.iter().zip(&by_level);
    let chance: f64 = shares.map(|(share, of_level)| share * of_level).sum();
    let mut out = agreement.against(chance)?;
    out.raters = ratings.active().len();
    let constant = kind == Chance::Uniform;
    out.se = agreement.standard_error(&out, (!constant).then_some(&by_level));
    out.freedom = Some(count(out.units) - 1.0);
    Ok(out)
}

/// Observed agreement and prevalence.
pub(super) struct Agreement<'a> {
    patterns: &'a Patterns,
    place: &'a [usize],
    /// Of each pattern; `None` below two values.
    of_row: Vec<Option<f64>>,
    pub observed: f64,
    /// πₖ, the mean over units of the share of their values at level k.
    pub prevalence: Vec<f64>,
    /// Units with any value.
    units: f64,
    /// Units with two values or more.
    pairable: f64,
}

impl<'a> Agreement<'a> {
    pub(super) fn new(patterns: &'a Patterns, table: &'a Table) -> Self {
        let mut out = Self {
            patterns,
            place: &table.place,
            of_row: Vec::with_capacity(patterns.rows.len()),
            observed: 0.0,
            prevalence: vec![0.0; table.q],
            units: 0.0,
            pairable: 0.0,
        };
        for (row, times) in patterns.weighed() {
            let agreement = row.is_pairable().then(|| agreement(row, table));
            if let Some(share) = agreement {
                out.pairable += times;
                out.observed += times * share;
            }
            out.of_row.push(agreement);
            out.units += times;
            for (level, n) in &row.counts {
                out.prevalence[table.place[*level]] += times * n / row.values;
            }
        }
        out.observed /= out.pairable;
        for share in &mut out.prevalence {
            *share /= out.units;
        }
        out
    }

    pub(super) fn against(&self, chance: f64) -> Result<Estimate, Undefined> {
        if 1.0 - chance <= 1e-12 {
            return Err(Undefined::NoVariation);
        }
        let units = self.patterns.times.iter().map(|it| *it as usize).sum();
        Ok(Estimate {
            value: finite((self.observed - chance) / (1.0 - chance))?,
            observed: self.observed,
            chance,
            se: None,
            freedom: None,
            units,
            raters: 0,
        })
    }

    /// Gwet (2008; 2014, ch. 5), without finite population correction. `by_level` is
    /// what a value at each level adds to chance agreement; `None` where that is the same whatever
    /// was observed.
    fn standard_error(&self, found: &Estimate, by_level: Option<&Vec<f64>>) -> Option<f64> {
        if self.units < 2.0 {
            return None;
        }
        let without = 1.0 - found.chance;
        let mut squares = 0.0;
        for ((row, times), agreement) in self.patterns.weighed().zip(&self.of_row) {
            let mut x = agreement.map_or(0.0, |it| {
                self.units / self.pairable * (it - found.chance) / without
            });
            if let Some(by_level) = by_level {
                let of_value = |(level, n): &(usize, f64)| n * by_level[self.place[*level]];
                let chance = row.counts.iter().map(of_value).sum::<f64>() / row.values;
                x -= 2.0 * (1.0 - found.value) * (chance - found.chance) / without;
            }
            squares += times * (x - found.value).powi(2);
        }
        let se = (squares / (self.units * (self.units - 1.0))).sqrt();
        se.is_finite().then_some(se)
    }
}

/// Σₖ rₖ (Σₗ wₖₗ rₗ − 1) / (r (r − 1)).
fn agreement(row: &Pattern, table: &Table) -> f64 {
    let mut sum = 0.0;
    for (k, of_k) in &row.counts {
        let near = row
            .counts
            .iter()
            .map(|(l, of_l)| table.weight(table.place[*k], table.place[*l]) * of_l)
            .sum::<f64>();
        sum += of_k * (near - 1.0);
    }
    sum / (row.values * (row.values - 1.0))
}
