//! What stood in the part of an office when it was handed out. It stands on the mark of the part, so that what
//! the office left alone is told from what it said: the whole may have gone on since.

use crate::framework::Framework;
use crate::text::form::{AnswerColumn, Asked, HANDED_WAVE, ItemColumn, OutsideColumn};

use super::{Entry, Filled};

/// The name beside which the mark says how many cells follow, and with which their names begin.
const WAS: &str = "was";

/// Names and values for the mark of a part in which this stands.
pub(super) fn pairs(framework: &Framework, filled: &Filled) -> Vec<(String, String)> {
    let nodes = framework.nodes();
    let name = |of: &[&str]| [&[WAS], of].concat().join("|");
    let mut out = Vec::new();
    for ((at, column), entry) in &filled.answers {
        out.push((name(&["answer", nodes[*at].id(), column.id()]), entry));
    }
    for ((at, item, column), entry) in &filled.items {
        let items = nodes[*at].indicator().map_or(&[][..], |it| &it.items);
        if let Some(item) = items.get(*item) {
            let key = ["item", nodes[*at].id(), column.id(), &item.code];
            out.push((name(&key), entry));
        }
    }
    for ((at, column), entry) in &filled.outside {
        out.push((name(&["outside", nodes[*at].id(), column.id()]), entry));
    }
    let count = (WAS.to_owned(), out.len().to_string());
    let cells = out.into_iter().map(|(name, it)| (name, it.text()));
    let wave = filled.page.get(&Asked::Wave);
    let wave = wave.map(|it| (HANDED_WAVE.to_owned(), it.clone()));
    std::iter::once(count).chain(wave).chain(cells).collect()
}

/// What the mark of a part says; nothing of one that says nothing of it.
#[must_use]
pub fn handed<'p>(
    framework: &Framework,
    pairs: impl IntoIterator<Item = (&'p str, &'p str)>,
) -> Option<Filled> {
    let mut out = None;
    for (name, value) in pairs {
        let words: Vec<&str> = name.splitn(5, '|').collect();
        let at = words.get(2).and_then(|it| framework.find(it));
        let entry = Entry::Text(value.to_owned());
        match (&*words, at) {
            ([WAS], _) => drop(out.get_or_insert_with(Filled::default)),
            ([WAS, "answer", _, column], Some(at)) => {
                let column = AnswerColumn::ALL.into_iter().find(|it| it.id() == *column);
                let filled = out.get_or_insert_with(Filled::default);
                filled.answers.extend(column.map(|it| ((at, it), entry)));
            }
            ([WAS, "outside", _, column], Some(at)) => {
                let column = OutsideColumn::ALL.into_iter().find(|it| it.id() == *column);
                let filled = out.get_or_insert_with(Filled::default);
                filled.outside.extend(column.map(|it| ((at, it), entry)));
            }
            ([WAS, "item", _, column, code], Some(at)) => {
                let column = ItemColumn::ALL.into_iter().find(|it| it.id() == *column);
                let items = framework.nodes()[at]
                    .indicator()
                    .map_or(&[][..], |it| &it.items);
                let item = items.iter().position(|it| it.code == *code);
                let filled = out.get_or_insert_with(Filled::default);
                let cell = column
                    .zip(item)
                    .map(|(column, item)| ((at, item, column), entry));
                filled.items.extend(cell);
            }
            _ => {}
        }
    }
    out
}
