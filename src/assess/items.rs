//! Rows that name an evidence item: which item, and whether they say anything else.

use std::collections::BTreeMap;
use std::sync::Arc;

use crate::framework::{Framework, Indicator};
use crate::problem::Problem;
use crate::statement::{Field, Statement, Statements};
use crate::text::say;

use super::item_code::find;
use super::regions::RegionRef;
use super::unit::Entry;
use super::unknown::near_item;

/// Rows that name an evidence item, by region and wave: the stage is that of the item's review.
pub(super) type ItemRows = BTreeMap<(RegionRef, Option<Arc<str>>), Vec<Entry>>;

/// Whether a row speaks of a declared evidence item. Elsewhere an item is a thing that is listed.
pub(super) fn is_of_item(row: &Statement, indicator: Option<&Indicator>) -> bool {
    let names_one = || row.evidence.as_deref().is_some_and(|it| it.item.is_some());
    indicator.is_some_and(|it| !it.items.is_empty()) && names_one()
}

/// Whether a row of an item gives nothing that could be scored.
pub(super) fn says_nothing_else(row: &Statement) -> bool {
    row.answer.is_missing() && row.value.is_none() && row.direction.is_none()
}

/// Whether a row speaks of a declared evidence item and of nothing else: it stands beside the scores.
#[must_use]
pub fn speaks_of_item_alone(row: &Statement, indicator: Option<&Indicator>) -> bool {
    is_of_item(row, indicator) && says_nothing_else(row)
}

/// Tells items that no indicator has, and states without an item.
pub(super) fn check(
    (framework, node): (&Framework, usize),
    statements: &Statements,
    row: &Statement,
    problems: &mut Vec<Problem>,
) {
    let Some(evidence) = row.evidence.as_deref() else {
        return;
    };
    let Some(code) = evidence.item.as_deref() else {
        if evidence.status.is_some() {
            let place = statements.place(row, Field::Status);
            problems.push(Problem::error(say::status_without_item()).at(place));
        }
        return;
    };
    let indicator = framework.nodes()[node].indicator();
    let items = indicator.map_or(&[][..], |it| &it.items);
    if find(items, code).is_some() {
        return;
    }
    let place = statements.place(row, Field::Item);
    if items.is_empty() {
        if evidence.status.is_none() {
            return;
        }
        let sentence = say::no_items_declared(code, &row.indicator);
        problems.push(Problem::warning(sentence).at(place));
    } else {
        let help = near_item(framework, node, items, code);
        let sentence = say::unknown_item(code, &row.indicator);
        problems.push(Problem::error(sentence).at(place).help(help));
    }
}
