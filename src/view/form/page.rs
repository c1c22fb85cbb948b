//! The first page: whose answers these are, who fills in what, by when.

use crate::framework::Framework;
use crate::text::form::Asked;
use crate::text::{Lang, label};
use crate::view::book::{Cell, Choice, Formula, Look, Seat, Sheet, Width};
use crate::view::shown::{notice_line, official_status};

use super::lists::Lists;
use super::{Wish, live, respondents, row};

/// The row of the first question.
const FIRST: u32 = 2;

/// What is asked, in its order.
fn asked(wish: &Wish) -> Vec<Asked> {
    let is_asked = |it: &Asked| *it != Asked::Office || wish.part.is_some();
    Asked::ALL.into_iter().filter(is_asked).collect()
}

/// The cell in which something is answered.
pub(super) fn seat_of(wish: &Wish, lang: Lang, what: Asked) -> Option<Seat> {
    let at = asked(wish).iter().position(|it| *it == what)?;
    let sheet = Sheet::new(label::sheet_guide(lang));
    Some(sheet.seat((FIRST + row(at), 1)))
}

/// What was answered there, as a formula of another sheet.
pub(super) fn repeated(wish: &Wish, lang: Lang, what: Asked) -> Option<Formula> {
    let seat = || seat_of(wish, lang, what).map(Formula::from);
    // An empty cell that is named shows 0.
    Some(Formula::either(
        seat()?.is_empty(),
        Formula::nothing(),
        seat()?,
    ))
}

pub(super) fn sheet(framework: &Framework, wish: &Wish, lists: &Lists, lang: Lang) -> Sheet {
    let mut sheet = Sheet::new(label::sheet_guide(lang));
    sheet.protected = true;
    sheet.columns = [30.0, 44.0, 64.0].map(Width::of).to_vec();
    let title = framework.title().get(lang);
    sheet.put((0, 0), Cell::from(title).look(Look::Title));
    let mut at = FIRST;
    for what in asked(wish) {
        sheet.put((at, 0), Cell::from(what.label(lang)).look(Look::Header));
        let value = wish.filled.page.get(&what);
        let value = match what {
            Asked::Sending => Some(value.map_or("1", String::as_str)),
            _ => value.map(String::as_str),
        };
        sheet.put((at, 1), typed(value).look(Look::Input));
        sheet.put((at, 2), Cell::from(hint(what, lang)).look(Look::Note));
        let list = match what {
            Asked::Region => Some(&lists.regions),
            Asked::Audience => Some(&lists.audiences),
            _ => None,
        };
        if let Some(from) = list {
            sheet.choices.push(Choice {
                area: sheet.down(1, (at, at)),
                from: from.clone(),
                hint: None,
                strict: false,
            });
        }
        at += 1;
    }
    at += 1;
    sheet.put(
        (at, 0),
        Cell::from(label::form_steps(lang)).look(Look::Strong),
    );
    let has_items = match &wish.part {
        Some(part) => !part.items.is_empty(),
        None => framework.indicators().any(|(.., it)| !it.items.is_empty()),
    };
    let answers = match wish.part.is_none() && live::is_possible(framework) {
        true => label::form_step_answers(lang),
        false => label::form_step_answers_alone(lang),
    };
    let is_of_offices = !respondents::is_wanted(framework) && wish.part.is_none();
    let mut steps = vec![label::form_step_page(lang)];
    match respondents::is_wanted(framework) {
        true => steps.push(label::form_step_respondents(lang)),
        false => {
            steps.extend(is_of_offices.then(|| label::form_step_offices(lang)));
            steps.push(answers);
            steps.extend(has_items.then(|| label::form_step_items(lang)));
        }
    }
    steps.push(label::form_step_send(lang));
    steps.extend(is_of_offices.then(|| label::form_step_offices_back(lang)));
    for (number, step) in (1..).zip(steps) {
        at += 1;
        let step = format!("{number}. {step}");
        sheet.put((at, 0), Cell::from(step).look(Look::Note));
    }
    at += 2;
    let standing = official_status(framework, lang).unwrap_or(label::not_official(lang));
    let version = format!("{}, {}", framework.id(), framework.version());
    let mut facts = vec![
        (label::form_instrument(lang), version),
        (label::form_standing(lang), standing.to_owned()),
    ];
    facts.extend(notice_line(framework, lang).map(|it| (label::form_notice(lang), it)));
    if let Some(wave) = &wish.before_wave {
        facts.push((label::form_before_wave(lang), wave.clone()));
    }
    for (name, value) in facts {
        sheet.put((at, 0), Cell::from(name).look(Look::Header));
        sheet.put((at, 1), Cell::from(value).look(Look::Wrapped));
        at += 1;
    }
    sheet
}

/// What was typed: a number where it is one, so that programs take it for one.
fn typed(text: Option<&str>) -> Cell {
    match text.map(|it| (it, it.parse::<u32>())) {
        Some((_, Ok(number))) => Cell::number(f64::from(number), None),
        Some((text, Err(_))) => text.into(),
        None => Cell::input(),
    }
}

fn hint(what: Asked, lang: Lang) -> &'static str {
    match what {
        Asked::Region => label::form_region_hint(lang),
        Asked::Wave => label::form_wave_hint(lang),
        Asked::Sending => label::form_sending_hint(lang),
        Asked::Office => label::form_office_hint(lang),
        Asked::FilledBy => label::form_filled_by_hint(lang),
        Asked::Target => label::form_target_hint(lang),
        Asked::Deadline => label::form_deadline_hint(lang),
        Asked::Audience => label::form_audience_hint(lang),
    }
}
