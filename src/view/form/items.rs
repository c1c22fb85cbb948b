//! A row for each evidence item, and the level that accepted items show.

use std::collections::BTreeMap;

use crate::framework::{EvidenceRule, Framework, Indicator, Method};
use crate::stats::TOLERANCE;
use crate::text::form::ItemColumn;
use crate::text::{Lang, label};
use crate::view::book::{
    Cell, Choice, Formula, Function, Look, Mark, Operator, Rule, Seat, Sheet, Table, Width,
};

use super::lists::Lists;
use super::{Wish, headed, header, input, reference, row};

/// Row of the header.
const HEADER: u32 = 1;

/// Name of the sheet, kept out of sight, with 1 beside each item that is accepted and 0 beside the others:
/// a formula that looked up every state itself would be longer than programs allow.
const ACCEPTED: &str = "_bukti";

/// The sheets, and where each item stands on them.
pub(super) struct Items {
    pub(super) sheet: Sheet,
    pub(super) accepted: Sheet,
    states: BTreeMap<(usize, usize), Seat>,
    flags: BTreeMap<(usize, usize), Seat>,
}

fn width(column: ItemColumn) -> Width {
    match column {
        ItemColumn::Code | ItemColumn::State => Width::of(12.0),
        ItemColumn::Indicator | ItemColumn::Level => Width::of(9.0),
        ItemColumn::Wanted => Width::of(52.0),
        ItemColumn::Document | ItemColumn::Link | ItemColumn::Office => Width::of(26.0),
        ItemColumn::Due => Width::of(13.0),
        ItemColumn::Note => Width::of(30.0),
        ItemColumn::Number | ItemColumn::Person => Width::folded(20.0),
        ItemColumn::Page => Width::folded(9.0),
    }
}

/// Position of a column.
fn place(column: ItemColumn) -> u16 {
    let at = ItemColumn::ALL.iter().position(|it| *it == column);
    at.and_then(|it| u16::try_from(it).ok()).unwrap_or(0)
}

/// The sheet of an instrument with evidence items.
pub(super) fn sheet(
    framework: &Framework,
    wish: &Wish,
    (lists, offices): (&Lists, &Sheet),
    lang: Lang,
) -> Option<Items> {
    let all = framework.indicators().flat_map(|(at, node, it)| {
        let items = it.items.iter().enumerate();
        items.map(move |(item, of)| (at, node, item, of))
    });
    let is_wanted = |at: usize, item: usize| {
        let part = wish.part.as_ref();
        part.is_none_or(|it| it.items.contains(&(at, item)))
    };
    let all: Vec<_> = all
        .filter(|(at, _, item, _)| is_wanted(*at, *item))
        .collect();
    if all.is_empty() {
        return None;
    }
    let mut sheet = Sheet::new(label::sheet_items(lang));
    sheet.protected = true;
    sheet.landscape = true;
    sheet.columns = ItemColumn::ALL.map(width).to_vec();
    sheet.frozen = (HEADER + 1, 1);
    headed(&mut sheet, framework, lang);
    for column in ItemColumn::ALL {
        sheet.put((HEADER, place(column)), header(column.label(lang)));
    }
    let (mut states, mut flags) = (BTreeMap::new(), BTreeMap::new());
    let mut accepted = Sheet::new(ACCEPTED);
    accepted.hidden = true;
    let (first, last) = (HEADER + 1, HEADER + row(all.len()));
    for (line, (at, node, item, of)) in (first..).zip(all) {
        for column in ItemColumn::ALL {
            let filled = wish.filled.items.get(&(at, item, column));
            let cell = match column {
                ItemColumn::Code => Cell::from(&*of.code).look(Look::Wrapped),
                ItemColumn::Indicator => Cell::from(node.id()).look(Look::Wrapped),
                ItemColumn::Level => Cell::number(of.level, None).look(Look::Wrapped),
                ItemColumn::Wanted => Cell::from(of.text.get(lang)).look(Look::Wrapped),
                _ => input(filled),
            };
            sheet.put((line, place(column)), cell);
        }
        let state = sheet.seat((line, place(ItemColumn::State)));
        accepted.put((line, 0), &*of.code);
        accepted.put((line, 1), Cell::formula(is_accepted(&state, lists), None));
        flags.insert((at, item), accepted.seat((line, 1)));
        states.insert((at, item), state);
    }
    let down = |column| sheet.down(place(column), (first, last));
    let choices = [
        (ItemColumn::State, lists.states.0.clone()),
        (ItemColumn::Office, reference::names(offices)),
    ];
    let choices = choices.map(|(column, from)| Choice {
        area: down(column),
        from,
        hint: None,
        // What is reckoned here knows the words of the list alone.
        strict: column == ItemColumn::State,
    });
    let state = |word: &str| {
        let state = Formula::from(sheet.seat((first, place(ItemColumn::State))));
        state.with(Operator::Same, Formula::text(word))
    };
    let marks = [
        (label::item_accepted(lang), Mark::Good),
        (label::item_revise(lang), Mark::Bad),
        (label::item_rejected(lang), Mark::Bad),
        (label::item_missing(lang), Mark::Open),
    ];
    let rules = marks.map(|(word, mark)| Rule {
        area: down(ItemColumn::State),
        when: state(word),
        mark,
    });
    sheet.choices = choices.to_vec();
    sheet.rules = rules.to_vec();
    sheet.table = Some(Table {
        name: "bukti".to_owned(),
        from: (HEADER, 0),
        to: (last, place(ItemColumn::Note)),
        filter_only: true,
    });
    Some(Items {
        sheet,
        accepted,
        states,
        flags,
    })
}

impl Items {
    /// What the accepted items of an indicator are worth on its scale; nothing where no state is said.
    pub(super) fn shown(
        &self,
        framework: &Framework,
        (at, it): (usize, &Indicator),
    ) -> Option<Formula> {
        let seats: Vec<(f64, &Seat)> = it
            .items
            .iter()
            .enumerate()
            .filter_map(|(item, of)| Some((of.level, self.flags.get(&(at, item))?)))
            .collect();
        if seats.is_empty() {
            return None;
        }
        let mut levels: Vec<(f64, Vec<&Seat>)> = Vec::new();
        for (level, seat) in seats {
            match levels
                .iter_mut()
                .find(|it| (it.0 - level).abs() <= TOLERANCE)
            {
                Some(known) => known.1.push(seat),
                None => levels.push((level, vec![seat])),
            }
        }
        levels.sort_by(|a, b| a.0.total_cmp(&b.0));
        let scale = &framework.scales()[it.scale];
        let worth = |level: f64| scale.band_of_level(level).map_or(level, |(_, upper)| upper);
        let accepted =
            |seats: &[&Seat]| Formula::sum(seats.iter().map(|it| Formula::from((*it).clone())));
        let rule = Method::of(framework).aggregation.evidence;
        // From the highest level down: what is shown where everything below is accepted.
        let mut out = Formula::nothing();
        for (step, (level, seats)) in levels.iter().enumerate().rev() {
            let reached = match step.checked_sub(1) {
                Some(below) => worth(levels[below].0),
                None => scale.min(),
            };
            #[expect(clippy::cast_precision_loss, reason = "few items")]
            let all = seats.len() as f64;
            let here = match rule {
                EvidenceRule::Steps => Formula::Number(reached),
                EvidenceRule::Share => {
                    let band = scale.band_of_level(*level);
                    let (from, to) = band.unwrap_or((reached, *level));
                    let share = accepted(seats).with(Operator::Over, all.into());
                    let way = share.with(Operator::Times, (to - from).into());
                    let some = accepted(seats).with(Operator::Above, 0.0.into());
                    let value = Formula::Number(from).with(Operator::Plus, way);
                    Formula::either(some, value, reached.into())
                }
            };
            let above = match step + 1 == levels.len() {
                true => Formula::Number(worth(*level)),
                false => out,
            };
            let whole = accepted(seats).with(Operator::AtLeast, all.into());
            out = Formula::either(whole, above, here);
        }
        let said = self.states.range((at, 0)..(at + 1, 0));
        let said = said
            .map(|(_, it)| Formula::from(it.clone()).with(Operator::Differs, Formula::nothing()));
        let said = Formula::Call(Function::Or, said.collect());
        Some(Formula::either(said, out, Formula::nothing()))
    }
}

/// 1 where a state is that of an item that was accepted, else 0.
fn is_accepted(state: &Seat, lists: &Lists) -> Formula {
    let found = Formula::Find {
        key: Box::new(Formula::Call(Function::Trim, vec![state.clone().into()])),
        among: lists.states.0.clone(),
        beside: lists.states.1.clone(),
    };
    let is_it = found.with(Operator::Same, 1.0.into());
    Formula::either(is_it, 1.0.into(), 0.0.into())
}
