//! Units of one family with their scales, ready to be computed with.

use std::collections::BTreeSet;

use crate::stats::Grid;
use crate::stats::agreement::{Levels, Metric, Ratings};

use super::scales::Scales;
use super::units::{Choices, Family, Unit};

/// Units of one family, ready to be computed with.
pub(super) struct RatedUnits {
    pub(super) family: Family,
    pub(super) ratings: Ratings,
    /// For each unit its indicator.
    pub(super) strata: Vec<usize>,
    pub(super) scales: Scales,
    pub(super) clusters: Option<Vec<usize>>,
    pub(super) choices: Choices,
    /// Whether values are only counted: who gave which is not known.
    pub(super) counted: bool,
}

impl RatedUnits {
    pub(super) fn new(
        family: Family,
        units: &[Unit],
        coders: usize,
        strata: Vec<usize>,
        scales: Scales,
        clusters: Option<Vec<usize>>,
        choices: Choices,
    ) -> Self {
        let cells = units.iter().flat_map(|it| it.values.iter().copied());
        // Readers refuse what is not finite, and every unit has one cell for each coder.
        let grid = Grid::new(coders, cells.collect());
        let none = || Grid::new(0, Vec::new()).expect("an empty grid is sound");
        let ratings = Ratings::new(&grid.unwrap_or_else(|_| none()));
        Self {
            family,
            ratings,
            strata,
            scales,
            clusters,
            choices,
            counted: false,
        }
    }

    /// The scales on which some units stand.
    fn scales_of(&self, units: &[usize]) -> BTreeSet<usize> {
        let scale = |at: &usize| self.scales.of_stratum[self.strata[*at]];
        units.iter().map(scale).collect()
    }

    pub(super) fn is_one_scale(&self, units: &[usize]) -> bool {
        self.scales_of(units).len() < 2
    }

    /// The declared levels of the one scale that units share.
    pub(super) fn levels(&self, units: &[usize]) -> Option<&Levels> {
        let scales = self.scales_of(units);
        let first = scales.first().filter(|_| scales.len() == 1)?;
        self.scales.scales[*first].levels.as_ref()
    }

    /// The metric that suits the scales of units.
    pub(super) fn metric(&self, units: &[usize]) -> Metric {
        if let Some(asked) = self.choices.metric {
            return asked;
        }
        let scales = self.scales_of(units);
        let most = scales.iter().map(|it| self.scales.scales[*it].count).max();
        metric_of(self.family, most.unwrap_or(0))
    }

    /// Positions of units whose values differ, by how far they lie apart on their scale.
    pub(super) fn disagreements(&self, units: &[Unit]) -> Vec<usize> {
        let ordered = matches!(self.family, Family::Levels | Family::Numbers);
        let mut out: Vec<(f64, usize)> = Vec::new();
        for (at, unit) in units.iter().enumerate() {
            let mut values: Vec<f64> = unit.values.iter().flatten().copied().collect();
            values.sort_by(f64::total_cmp);
            let [Some(low), Some(high)] = [values.first(), values.last()] else {
                continue;
            };
            let apart = high - low;
            if apart > crate::stats::TOLERANCE {
                let scale = &self.scales.scales[self.scales.of_stratum[self.strata[at]]];
                out.push((if ordered { apart / scale.span } else { 1.0 }, at));
            }
        }
        out.sort_by(|a, b| b.0.total_cmp(&a.0).then(a.1.cmp(&b.1)));
        out.into_iter().map(|(_, at)| at).collect()
    }
}

/// The metric that suits a family and its number of levels.
fn metric_of(family: Family, levels: usize) -> Metric {
    match family {
        Family::Directions | Family::Words => Metric::Nominal,
        Family::Numbers => Metric::Interval,
        Family::Levels if levels == 2 => Metric::Nominal,
        Family::Levels => Metric::Ordinal,
    }
}
