//! Units by raters, the levels in use, and the distinct rows.

use std::collections::{BTreeSet, HashMap};

use crate::stats::grid::Grid;
use crate::stats::{TOLERANCE, Undefined};

/// The code of a missing value, and of a unit without any.
pub(super) const MISSING: u32 = u32::MAX;

/// The most distinct values that count as categories. Alpha and ICC take more.
pub const MAX_LEVELS: usize = 1000;

/// The levels that raters could give, whether or not anybody gave them: a declared scale.
///
/// **Invariant:** ascending, distinct, at least two.
#[derive(Clone, Debug, PartialEq)]
pub struct Levels(Vec<f64>);

impl Levels {
    /// A scale of levels in any order; `None` where one is not finite, where two are equal, or
    /// where there are fewer than two.
    #[must_use]
    pub fn new(levels: &[f64]) -> Option<Self> {
        let mut sorted = levels.to_vec();
        sorted.sort_by(f64::total_cmp);
        let apart = sorted.windows(2).all(|it| it[1] - it[0] > TOLERANCE);
        let finite = sorted.iter().all(|it| it.is_finite());
        (sorted.len() > 1 && apart && finite).then_some(Self(sorted))
    }

    /// The levels, ascending.
    #[must_use]
    pub fn values(&self) -> &[f64] {
        &self.0
    }
}

/// What several raters gave to the same units.
///
/// Values closer than [`TOLERANCE`] are one level. The numbers of nominal levels only have to differ.
#[derive(Clone, Debug, PartialEq)]
pub struct Ratings {
    raters: usize,
    /// Unit by unit, the position of the value in `levels`.
    codes: Vec<u32>,
    /// Ascending; each occurs.
    levels: Vec<f64>,
}

impl Ratings {
    /// Ratings from a grid of units (rows) by raters (columns).
    #[must_use]
    pub fn new(grid: &Grid) -> Self {
        // −0 becomes 0, so that the two are one level also for the total order of the sort.
        let mut levels: Vec<f64> = grid.cells().iter().flatten().map(|it| it + 0.0).collect();
        levels.sort_unstable_by(f64::total_cmp);
        levels.dedup_by(|next, kept| *next - *kept <= TOLERANCE);
        let code = |value: &f64| {
            let after = levels.partition_point(|level| level <= value);
            u32::try_from(after.saturating_sub(1)).unwrap_or(MISSING)
        };
        let codes = grid
            .cells()
            .iter()
            .map(|cell| cell.as_ref().map_or(MISSING, code))
            .collect();
        let raters = grid.columns();
        Self {
            raters,
            codes,
            levels,
        }
    }

    /// Number of units, with or without values.
    #[must_use]
    pub fn units(&self) -> usize {
        self.codes.len().checked_div(self.raters).unwrap_or(0)
    }

    /// Number of raters, with or without values.
    #[must_use]
    pub fn raters(&self) -> usize {
        self.raters
    }

    /// The levels in use, ascending.
    #[must_use]
    pub fn levels(&self) -> &[f64] {
        &self.levels
    }

    /// The raters who gave any value.
    #[must_use]
    pub fn active(&self) -> Vec<usize> {
        let mut active = vec![false; self.raters];
        for row in self.rows() {
            for (active, code) in active.iter_mut().zip(row) {
                *active |= *code != MISSING;
            }
        }
        (0..self.raters).filter(|rater| active[*rater]).collect()
    }

    /// Ratings of some raters only: a pair, or all but one. Numbers beyond the last are left out.
    #[must_use]
    pub fn of_raters(&self, raters: &[usize]) -> Self {
        let raters: Vec<usize> = raters
            .iter()
            .copied()
            .filter(|rater| *rater < self.raters)
            .collect();
        let codes = self
            .rows()
            .flat_map(|row| raters.iter().map(|rater| row[*rater]))
            .collect();
        self.with(raters.len(), codes)
    }

    /// Ratings of some units only, in the order asked for, as often as asked for: a subset or a
    /// resample. Numbers beyond the last are left out.
    #[must_use]
    pub fn of_units(&self, units: &[usize]) -> Self {
        let codes = units
            .iter()
            .filter(|unit| **unit < self.units())
            .flat_map(|unit| self.row(*unit))
            .copied()
            .collect();
        self.with(self.raters, codes)
    }

    /// The units that every active rater gave a value, and those raters only.
    #[must_use]
    pub fn complete(&self) -> Self {
        let active = self.of_raters(&self.active());
        let whole: Vec<usize> = (0..active.units())
            .filter(|unit| !active.row(*unit).contains(&MISSING))
            .collect();
        active.of_units(&whole)
    }

    /// The value of a rater for a unit.
    #[must_use]
    pub fn value(&self, unit: usize, rater: usize) -> Option<f64> {
        let code = *self.codes.get(unit * self.raters + rater)?;
        (rater < self.raters && code != MISSING).then(|| self.levels[code as usize])
    }

    pub(super) fn row(&self, unit: usize) -> &[u32] {
        &self.codes[unit * self.raters..(unit + 1) * self.raters]
    }

    pub(super) fn rows(&self) -> impl Iterator<Item = &[u32]> {
        self.codes.chunks_exact(self.raters.max(1))
    }

    /// Numbers the levels anew, so that each still occurs.
    fn with(&self, raters: usize, mut codes: Vec<u32>) -> Self {
        let used: BTreeSet<u32> = codes.iter().copied().filter(|it| *it != MISSING).collect();
        let mut renamed = vec![MISSING; self.levels.len()];
        for (new, old) in (0..).zip(&used) {
            renamed[*old as usize] = new;
        }
        for code in codes.iter_mut().filter(|it| **it != MISSING) {
            *code = renamed[*code as usize];
        }
        let levels = used.iter().map(|it| self.levels[*it as usize]).collect();
        Self {
            raters,
            codes,
            levels,
        }
    }
}

/// Units with the same values, whoever gave them.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Pattern {
    /// Each level that occurs with the number of raters who gave it.
    pub counts: Vec<(usize, f64)>,
    /// Number of values, at least 1.
    pub values: f64,
}

/// The distinct rows of ratings. Real data repeat few rows very often, and a resample then only
/// changes how often each stands in the data.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Patterns {
    pub rows: Vec<Pattern>,
    /// How many units have each row.
    pub times: Vec<u32>,
    /// The row of each unit, or [`MISSING`] for a unit without values.
    pub of_unit: Vec<u32>,
}

impl Patterns {
    pub(super) fn new(ratings: &Ratings) -> Self {
        let mut out = Self {
            rows: Vec::new(),
            times: Vec::new(),
            of_unit: Vec::with_capacity(ratings.units()),
        };
        let mut known: HashMap<Vec<u32>, u32> = HashMap::new();
        let mut sorted = Vec::new();
        for row in ratings.rows() {
            sorted.clear();
            sorted.extend(row.iter().filter(|code| **code != MISSING));
            sorted.sort_unstable();
            if sorted.is_empty() {
                out.of_unit.push(MISSING);
            } else if let Some(at) = known.get(&sorted) {
                out.times[*at as usize] += 1;
                out.of_unit.push(*at);
            } else {
                let at = u32::try_from(out.rows.len()).unwrap_or(MISSING);
                known.insert(sorted.clone(), at);
                out.rows.push(Pattern::new(&sorted));
                out.times.push(1);
                out.of_unit.push(at);
            }
        }
        out
    }

    /// Rows with how often each counts.
    pub(super) fn weighed(&self) -> impl Iterator<Item = (&Pattern, f64)> {
        self.rows
            .iter()
            .zip(self.times.iter().map(|it| (*it).into()))
    }
}

impl Pattern {
    fn new(sorted: &[u32]) -> Self {
        let mut counts: Vec<(usize, f64)> = Vec::new();
        for code in sorted {
            match counts.last_mut() {
                Some((level, count)) if *level == *code as usize => *count += 1.0,
                _ => counts.push((*code as usize, 1.0)),
            }
        }
        let values = counts.iter().map(|(_, count)| count).sum();
        Self { counts, values }
    }

    pub(super) fn is_pairable(&self) -> bool {
        self.values > 1.5
    }
}

/// Refuses ratings in which nothing can be compared.
pub(super) fn comparable(ratings: &Ratings, patterns: &Patterns) -> Result<(), Undefined> {
    if ratings.active().len() < 2 {
        return Err(Undefined::OneRater);
    }
    if !patterns.rows.iter().any(Pattern::is_pairable) {
        return Err(Undefined::NoPairableUnits);
    }
    Ok(())
}

/// Units with two values or more.
pub(super) fn pairable(patterns: &Patterns) -> usize {
    let rows = patterns.rows.iter().zip(&patterns.times);
    rows.filter(|(row, _)| row.is_pairable())
        .map(|(_, times)| *times as usize)
        .sum()
}

/// The two active raters over the units both rated.
pub(super) fn two_raters(ratings: &Ratings) -> Result<Ratings, Undefined> {
    match ratings.active().len() {
        0 | 1 => return Err(Undefined::OneRater),
        2 => {}
        _ => return Err(Undefined::NotTwoRaters),
    }
    let pairs = ratings.complete();
    if pairs.units() == 0 {
        return Err(Undefined::NoPairableUnits);
    }
    Ok(pairs)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn ratings(rows: &[&[f64]]) -> Ratings {
        let rows: Vec<Vec<Option<f64>>> = rows
            .iter()
            .map(|row| row.iter().map(|it| (*it >= 0.0).then_some(*it)).collect())
            .collect();
        Ratings::new(&Grid::from_rows(&rows).expect("sound"))
    }

    #[test]
    fn levels_are_those_in_use_and_noise_makes_none() {
        let found = ratings(&[&[0.3, 0.1 + 0.2], &[4.0, -1.0]]);
        assert_eq!(found.levels(), &[0.3, 4.0]);
        assert_eq!(found.value(1, 0), Some(4.0));
        assert_eq!(found.value(1, 1), None);
        assert_eq!(found.value(0, 2), None);
        let zeros = Grid::from_rows(&[vec![Some(-0.0), Some(0.0)]]).expect("sound");
        assert_eq!(Ratings::new(&zeros).levels().len(), 1);
    }

    #[test]
    fn a_choice_of_units_or_raters_forgets_the_levels_it_lost() {
        let all = ratings(&[&[0.0, 1.0, 2.0], &[2.0, 2.0, -1.0]]);
        assert_eq!(all.of_raters(&[0, 2]).levels(), &[0.0, 2.0]);
        assert_eq!(all.of_units(&[1, 1]).levels(), &[2.0]);
        assert_eq!(all.of_units(&[1, 1]).units(), 2);
        assert_eq!(all.complete().units(), 1);
    }

    #[test]
    fn equal_rows_are_one_pattern_whoever_gave_the_values() {
        let all = ratings(&[&[0.0, 1.0], &[1.0, 0.0], &[-1.0, -1.0], &[2.0, -1.0]]);
        let found = Patterns::new(&all);
        assert_eq!(found.times, vec![2, 1]);
        assert_eq!(found.of_unit, vec![0, 0, MISSING, 1]);
    }

    #[test]
    fn a_scale_needs_two_levels_apart() {
        assert_eq!(Levels::new(&[1.0]), None);
        assert_eq!(Levels::new(&[1.0, 1.0]), None);
        assert_eq!(Levels::new(&[1.0, f64::NAN]), None);
        let found = Levels::new(&[2.0, 1.0]).expect("a scale");
        assert_eq!(found.values(), &[1.0, 2.0]);
    }

    #[test]
    fn without_raters_there_are_no_units() {
        let none = ratings(&[]);
        assert_eq!((none.units(), none.raters()), (0, 0));
        assert_eq!(none.complete().units(), 0);
    }
}
