//! Rows that name an evidence item: which item, and whether they say anything else.

use std::collections::BTreeMap;
use std::sync::Arc;

use crate::framework::{Indicator, Item};
use crate::problem::{Problem, suggest};
use crate::statement::{Field, Statement, Statements};
use crate::text::{list, say};

use super::regions::RegionRef;
use super::unit::Entry;

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

/// Tells items that no indicator has, and states without an item.
pub(super) fn check(
    statements: &Statements,
    row: &Statement,
    indicator: Option<&Indicator>,
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
    let items = indicator.map_or(&[][..], |it| &it.items);
    if find(items, code).is_some() {
        return;
    }
    let place = statements.place(row, Field::Item);
    let codes = || items.iter().map(|it| it.code.as_str());
    if items.is_empty() {
        if evidence.status.is_none() {
            return;
        }
        let sentence = say::no_items_declared(code, &row.indicator);
        problems.push(Problem::warning(sentence).at(place));
    } else {
        let help = match suggest(code, codes()) {
            Some(near) => say::did_you_mean(near),
            None => say::known_items(list(codes())),
        };
        let sentence = say::unknown_item(code, &row.indicator);
        problems.push(Problem::error(sentence).at(place).help(help));
    }
}

/// Position of the item with a code. A spreadsheet takes `01.2` for a number and gives it back as `1.2`
/// or `1,2`: where one item alone is the same number, it is that.
pub(super) fn find(items: &[Item], code: &str) -> Option<usize> {
    let code = code.trim();
    let exact = items
        .iter()
        .position(|it| it.code.eq_ignore_ascii_case(code));
    exact.or_else(|| {
        let number = as_number(code)?;
        let is_same =
            |it: &Item| as_number(&it.code).is_some_and(|it| it.total_cmp(&number).is_eq());
        let mut same = items.iter().enumerate().filter(|(_, it)| is_same(it));
        match (same.next(), same.next()) {
            (Some((only, _)), None) => Some(only),
            _ => None,
        }
    })
}

/// A code that a spreadsheet takes for a number.
fn as_number(code: &str) -> Option<f64> {
    let is_plain = code
        .bytes()
        .all(|it| it.is_ascii_digit() || matches!(it, b'.' | b','));
    is_plain
        .then(|| code.replace(',', ".").parse().ok())
        .flatten()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::Text;

    fn items(codes: &[&str]) -> Vec<Item> {
        let item = |code: &&str| Item {
            code: (*code).to_owned(),
            level: 1.0,
            text: Text::same("t"),
        };
        codes.iter().map(item).collect()
    }

    #[test]
    fn a_code_that_came_back_as_a_number_is_found_where_one_alone_fits() {
        let of = |codes: &[&str], code: &str| find(&items(codes), code);
        let codes = ["01.1", "01.2", "01.10"];
        assert_eq!(of(&codes, "01.2"), Some(1));
        assert_eq!(of(&codes, "1.2"), Some(1));
        assert_eq!(of(&codes, "1,2"), Some(1));
        // 01.1 and 01.10 are one number.
        assert_eq!(of(&codes, "1.1"), None);
        assert_eq!(of(&codes, "01.10"), Some(2));
        assert_eq!(of(&["IK-01.2"], "1.2"), None);
        assert_eq!(of(&["1", "2"], "2.0"), Some(1));
    }
}
