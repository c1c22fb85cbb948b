//! Which row of an instrument a code names.

use crate::assess::item_at;
use crate::framework::Framework;
use crate::problem::{Problem, suggest};
use crate::text::form::ItemColumn;
use crate::text::{Lang, list, say, shown};

/// What names the row of an evidence item: its code, and that of its indicator, which may be empty.
#[derive(Clone, Copy)]
pub(super) struct Named<'a> {
    pub(super) code: &'a str,
    pub(super) indicator: &'a str,
}

/// Why no row is found, and whether it is the code of the indicator that is wrong.
pub(super) struct Unfound {
    pub(super) problem: Problem,
    pub(super) is_of_indicator: bool,
}

/// The indicator that a code names.
pub(super) fn indicator(framework: &Framework, code: &str) -> Result<usize, Box<Unfound>> {
    let found = framework.find(code);
    let found = found.filter(|it| framework.nodes()[*it].indicator().is_some());
    found.ok_or_else(|| {
        let near = suggest(code, framework.indicators().map(|(_, node, _)| node.id()));
        let problem = Problem::error(say::form_unknown_code(shown(code)));
        unfound(problem, near, true)
    })
}

/// The indicator and the item within it. Codes of items are their own under one indicator only, so
/// that all are searched where none is named.
pub(super) fn item(
    framework: &Framework,
    named: Named<'_>,
    lang: Lang,
) -> Result<(usize, usize), Box<Unfound>> {
    let code = named.code;
    if !named.indicator.is_empty() {
        let at = indicator(framework, named.indicator)?;
        let node = &framework.nodes()[at];
        let items = node.indicator().map_or(&[][..], |it| &it.items);
        return item_at(items, code).map(|item| (at, item)).ok_or_else(|| {
            let near = suggest(code, items.iter().map(|it| it.code.as_str()));
            let sentence = say::form_item_of_other(shown(code), node.id());
            unfound(Problem::error(sentence), near, false)
        });
    }
    let all = || framework.indicators();
    let whole = all().filter_map(|(at, _, it)| {
        let is_it = |item: &crate::framework::Item| item.code.eq_ignore_ascii_case(code);
        Some((at, it.items.iter().position(is_it)?))
    });
    let mut found: Vec<(usize, usize)> = whole.collect();
    if found.is_empty() {
        found = all()
            .filter_map(|(at, _, it)| Some((at, item_at(&it.items, code)?)))
            .collect();
    }
    match found[..] {
        [one] => Ok(one),
        [] => {
            let codes = all().flat_map(|(.., it)| it.items.iter().map(|it| it.code.as_str()));
            let problem = Problem::error(say::form_unknown_item(shown(code)));
            Err(unfound(problem, suggest(code, codes), false))
        }
        _ => {
            let ids = found.iter().map(|it| framework.nodes()[it.0].id());
            let problem = Problem::error(say::form_item_of_several(shown(code), list(ids)));
            let column = ItemColumn::Indicator.label(lang);
            Err(Box::new(Unfound {
                problem: problem.help(say::form_item_of_several_help(column)),
                is_of_indicator: false,
            }))
        }
    }
}

fn unfound(problem: Problem, near: Option<&str>, is_of_indicator: bool) -> Box<Unfound> {
    let problem = problem.maybe_help(near.map(say::did_you_mean));
    let problem = problem.help(say::form_unknown_code_help());
    Box::new(Unfound {
        problem,
        is_of_indicator,
    })
}
