//! What a name that no indicator or evidence item has may have meant.

use crate::framework::{Framework, INDEX, Item};
use crate::problem::{Problem, suggest};
use crate::text::{Sentence, Text, list, say};

use super::item_code::{Code, find_whole};

/// What an unknown indicator may have meant.
pub(super) fn near_indicator(framework: &Framework, indicator: &str) -> Sentence {
    if let Some((node, item)) = owner(framework, indicator) {
        return say::item_is_no_indicator(&item.code, framework.nodes()[node].id());
    }
    let names: Vec<&str> = framework
        .nodes()
        .iter()
        .flat_map(|node| {
            let titles = node.title().both();
            std::iter::once(node.id())
                .chain(node.aliases().iter().map(String::as_str))
                .chain(titles)
        })
        .filter(|name| *name != INDEX)
        .collect();
    if let Some(near) = suggest(indicator, names) {
        return say::did_you_mean(near);
    }
    let has_number = indicator.bytes().any(|it| it.is_ascii_digit());
    match framework.numbered().filter(|_| has_number) {
        Some((first, last)) => {
            let count = framework.indicators().count();
            say::numbered_indicators(framework.id(), count, first.id(), last.id())
        }
        None => say::known_titles(known_titles(framework)),
    }
}

/// The position of the indicator or group called `name`, or of the indicator that an evidence item of
/// that code belongs to.
///
/// # Errors
/// What the name may have meant.
pub fn node_called(framework: &Framework, name: &str) -> Result<usize, Box<Problem>> {
    let of_item = || Some(owner(framework, name)?.0);
    framework.find(name).or_else(of_item).ok_or_else(|| {
        let problem = Problem::error(say::unknown_indicator(name, framework.id()));
        problem.help(near_indicator(framework, name)).into()
    })
}

/// The indicator and the item with a whole code, where one alone has it.
fn owner<'a>(framework: &'a Framework, code: &str) -> Option<(usize, &'a Item)> {
    let mut found = framework.indicators().filter_map(|(at, _, indicator)| {
        let item = find_whole(&indicator.items, code)?;
        Some((at, &indicator.items[item]))
    });
    let only = found.next()?;
    found.next().is_none().then_some(only)
}

/// What an item may have meant that the indicator at `node` has not.
pub(super) fn near_item(
    framework: &Framework,
    node: usize,
    items: &[Item],
    code: &str,
) -> Sentence {
    let codes = || items.iter().map(|it| it.code.as_str());
    if let Some((other, item)) = owner(framework, code).filter(|(at, _)| *at != node) {
        return say::item_of_another(&item.code, framework.nodes()[other].id());
    }
    if let Some(near) = suggest(code, codes()) {
        return say::did_you_mean(near);
    }
    // `I1.L1.9`: right up to its last number.
    let wanted = Code::of(code);
    let beside: Vec<&Item> = items
        .iter()
        .filter(|it| wanted.is_beside(&Code::of(&it.code)))
        .collect();
    match &*beside {
        [first, ..]
            if beside
                .iter()
                .all(|it| it.level.total_cmp(&first.level).is_eq()) =>
        {
            say::items_of_level(first.level, list(beside.iter().map(|it| &it.code)))
        }
        _ => say::known_items(list(codes())),
    }
}

/// The first indicators by title and id, and how many there are besides.
fn known_titles(framework: &Framework) -> Text {
    const NAMED: usize = 8;
    let nodes: Vec<_> = framework.indicators().map(|(_, node, _)| node).collect();
    let more = nodes.len().saturating_sub(NAMED);
    let [id, en] = [0, 1].map(|lang| {
        let first = nodes.iter().take(NAMED);
        let mut named = list(first.map(|it| format!("{} ({})", it.title().both()[lang], it.id())));
        if more > 0 {
            named.push_str(&format!(", … (+{more})"));
        }
        named
    });
    Text::new(id, en)
}
