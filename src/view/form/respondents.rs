//! A questionnaire: one row for each respondent, one column for each item.

use crate::framework::Framework;
use crate::text::{Lang, label};
use crate::view::book::{Cell, Choice, Look, Sheet, Width};

use super::lists::Lists;
use super::{headed, header, row};

/// Row of the header.
const HEADER: u32 = 1;

/// How many respondents there is room for; more rows may be added.
const RESPONDENTS: u32 = 400;

/// Whether an instrument is answered by respondents.
pub(super) fn is_wanted(framework: &Framework) -> bool {
    let mut all = framework.indicators();
    all.any(|(.., it)| it.kind.asks_respondents())
}

pub(super) fn sheets(framework: &Framework, lists: &Lists, lang: Lang) -> Vec<Sheet> {
    vec![answers(framework, lists, lang), items(framework, lang)]
}

fn answers(framework: &Framework, lists: &Lists, lang: Lang) -> Sheet {
    let mut sheet = Sheet::new(label::sheet_respondents(lang));
    sheet.protected = true;
    sheet.landscape = true;
    sheet.frozen = (HEADER + 1, 1);
    headed(&mut sheet, framework, lang);
    let about = [
        (label::form_respondent(lang), 12.0),
        (label::form_unit_of_service(lang), 28.0),
    ];
    let mut at = 0;
    for (name, letters) in about {
        sheet.put((HEADER, at), header(name));
        sheet.columns.push(Width::of(letters));
        at += 1;
    }
    let last = HEADER + RESPONDENTS;
    for (_, node, it) in framework.indicators() {
        // With its title: numbers of items have been swapped between sheets in use.
        let name = format!("{}. {}", node.id(), node.title().get(lang));
        sheet.put((HEADER, at), header(&name));
        sheet.columns.push(Width::of(16.0));
        if it.has_levels() {
            let choice = Choice {
                area: sheet.down(at, (HEADER + 1, last)),
                from: lists.scale(it).offered.clone(),
                hint: None,
                strict: false,
            };
            sheet.choices.push(choice);
        }
        at += 1;
    }
    for line in HEADER + 1..=last {
        for column in 0..at {
            sheet.put((line, column), Cell::input());
        }
    }
    sheet
}

/// What the columns ask.
fn items(framework: &Framework, lang: Lang) -> Sheet {
    let mut sheet = Sheet::new(label::sheet_questions(lang));
    sheet.columns = [10.0, 60.0, 80.0].map(Width::of).to_vec();
    sheet.frozen = (1, 0);
    let names = [
        label::form_code(lang),
        label::form_indicator(lang),
        label::form_answers_offered(lang),
    ];
    for (at, name) in (0u16..).zip(names) {
        sheet.put((0, at), header(name));
    }
    for (line, (_, node, it)) in (1..).map(row).zip(framework.indicators()) {
        let question = it.question.as_ref().map(|it| it.get(lang));
        let text = question.unwrap_or_else(|| node.title().get(lang));
        let scale = &framework.scales()[it.scale];
        let levels = scale.levels().iter().map(|level| {
            let value = crate::view::words::level(lang, level.value);
            format!("{value} {}", level.label.get(lang))
        });
        let levels = levels.collect::<Vec<_>>().join(" · ");
        for (at, text) in (0u16..).zip([node.id(), text, &*levels]) {
            sheet.put((line, at), Cell::from(text).look(Look::Wrapped));
        }
    }
    sheet
}
