//! Numbers that somebody published, and what their rounding leaves open.

use crate::assess::{Assessed, level_of};
use crate::framework::{Framework, Method, ReportingUnit};
use crate::statement::Statements;

use super::flat::Flat;
use super::reach::Reach;

/// A number reported for a group or the index that reaches the index of a region.
#[derive(Debug, Clone, Copy)]
pub(super) struct ReportedCell {
    pub(super) node: usize,
    pub(super) place: usize,
    /// As reported, in unit scores.
    pub(super) number: f64,
    /// Half of the finest unit of its column, in unit scores.
    pub(super) half: f64,
    /// The same in the reporting unit.
    pub(super) half_told: f64,
    /// The ends between which it may lie, itself included.
    pub(super) ends: (f64, f64),
}

/// More decimals than this are digits of a computer, and no rounding.
const MOST_DECIMALS: usize = 9;

/// The reported numbers that count, with the rounding of their columns. A column is all that rows of
/// the study say of one node: where one of its numbers has two decimals, all were rounded to two.
pub(super) fn cells(
    framework: &Framework,
    statements: &Statements,
    assessed: &Assessed,
    method: &Method,
    flat: &Flat,
    reach: &Reach,
) -> Vec<ReportedCell> {
    let Flat { tree, sheet, .. } = flat;
    let mut out = Vec::new();
    for node in (0..tree.len()).filter(|it| !tree.is_leaf(*it)) {
        let at = tree.at(node);
        let standing = |place: &usize| reach.stands(node, *place);
        let mut places = (0..sheet.places()).filter(standing).peekable();
        if places.peek().is_none() {
            continue;
        }
        let rows = assessed.assessments.iter().flat_map(|it| &it.rows[at]);
        let rows = rows.map(|row| &statements.rows()[*row]);
        let numbers = rows.filter(|row| row.is_counted());
        let numbers = numbers.filter_map(|row| level_of(framework, at, row));
        let Some(finest) = numbers.map(decimals).max() else {
            continue;
        };
        if finest > MOST_DECIMALS {
            continue;
        }
        let half_told = 0.5 / 10_f64.powi(i32::try_from(finest).unwrap_or_default());
        let (min, max) = framework.ends(at, method.reporting);
        let (floor, slope) = match method.reporting.unit {
            ReportingUnit::Percent => (0.0, 1.0),
            ReportingUnit::Native => (flat.floor, 1.0 - flat.floor),
        };
        out.extend(places.filter_map(|place| {
            let number = sheet.reported(node, place)?;
            Some(ReportedCell {
                node,
                place,
                number,
                half: slope * half_told / (max - min),
                half_told,
                // A published number beyond its scale stays where it is.
                ends: (floor.min(number), number.max(1.0)),
            })
        }));
    }
    out
}

/// Decimals of a number as it is written in short: of 3.50 one, which another of its column mends.
fn decimals(number: f64) -> usize {
    let written = number.to_string();
    written.split_once('.').map_or(0, |(_, it)| it.len())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn decimals_are_those_written() {
        assert_eq!([3.0, 3.5, 2.66, 0.1 + 0.2].map(decimals), [0, 1, 2, 17]);
    }
}
