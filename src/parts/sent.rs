//! What a whole workbook knows of the sendings of an office, and what of it a part cannot change.

use crate::framework::Framework;
use crate::read::item_status;
use crate::statement::ItemStatus;
use crate::text::form::ItemColumn;
use crate::text::{Lang, label};
use crate::view::form::Entry;

use super::gathered::{Gathered, is_same};
use super::owners::Owner;
use super::slot::Slot;

/// The number of the last sending of an office that came into the whole, by where cells of its rows
/// came from; nothing where none did. Of rows that several offices share the highest counts.
pub(super) fn last(whole: &Gathered, owner: &Owner, framework: &Framework) -> Option<u32> {
    let items = owner.rows.items.iter();
    let items = items.map(|(at, item)| Slot::Item(*at, *item, ItemColumn::State));
    let items: Vec<String> = items.map(|it| it.name(framework)).collect();
    let answers = owner.rows.answers.iter();
    let answers: Vec<&str> = answers.map(|at| framework.nodes()[*at].id()).collect();
    let sheets = [Lang::Id, Lang::En].map(label::sheet_items);
    let mine = whole.origins.iter().filter(|it| {
        let [sheet, row, _] = &it.cell;
        match sheets.contains(&sheet.as_str()) {
            true => items.contains(row),
            false => answers.contains(&row.as_str()),
        }
    });
    // One without a number was the first.
    mine.map(|it| it.sending.parse().unwrap_or(1)).max()
}

/// The number that the next sending of an office is to have, where there was one before: something of it
/// came into the whole, or evaluators want something of it mended.
pub(super) fn next(whole: &Gathered, owner: &Owner, framework: &Framework) -> Option<u32> {
    let is_sent_back = || {
        let mut items = owner.rows.items.iter();
        items.any(|(at, item)| {
            let state = whole.text(Slot::Item(*at, *item, ItemColumn::State));
            state.is_some_and(|it| is_to_mend(item_status(&it)))
        })
    };
    let last = last(whole, owner, framework).or_else(|| is_sent_back().then_some(1));
    last.map(|it| it.saturating_add(1))
}

fn is_to_mend(state: Option<ItemStatus>) -> bool {
    matches!(state, Some(ItemStatus::Revise | ItemStatus::Rejected))
}

/// Whether the state of an item says that nothing is left to do for who hands it in.
pub(super) fn is_handed_in(state: &str) -> bool {
    matches!(
        item_status(state),
        Some(ItemStatus::Submitted | ItemStatus::Accepted)
    )
}

/// What a cell says of an evidence item, where that is its column.
fn state(slot: Slot, entry: &Entry) -> Option<ItemStatus> {
    let is_state = matches!(slot, Slot::Item(_, _, ItemColumn::State));
    is_state.then(|| item_status(&entry.text())).flatten()
}

/// Whether two say the same in a cell: of states whatever word of it they chose.
pub(super) fn says_same(slot: Slot, one: &Entry, other: &Entry) -> bool {
    let states = [one, other].map(|it| state(slot, it));
    is_same(one, other) || states[0].is_some() && states[0] == states[1]
}

/// Whether what the whole says of an item stays, whatever a part says: it was accepted; or it is to be
/// mended, and the part is no later sending, or accepts it itself.
pub(super) fn stands(slot: Slot, old: &Entry, new: &Entry, is_later: bool) -> bool {
    match state(slot, old) {
        Some(ItemStatus::Accepted) => true,
        old if is_to_mend(old) => !is_later || state(slot, new) == Some(ItemStatus::Accepted),
        _ => false,
    }
}
