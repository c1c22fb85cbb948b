//! Offices that fill in their part, and what is meant: sources, what levels and categories are.

use crate::framework::Framework;
use crate::text::{Lang, label};
use crate::view::book::{Area, Cell, Look, Sheet, Table, Width};
use crate::view::terms;

use super::{Wish, header};

/// How many offices there is room for.
const OFFICES: u32 = 60;

pub(super) fn offices(wish: &Wish, lang: Lang) -> Sheet {
    let mut sheet = Sheet::new(label::sheet_offices(lang));
    sheet.columns = [48.0, 48.0].map(Width::of).to_vec();
    sheet.protected = true;
    sheet.frozen = (1, 0);
    sheet.put((0, 0), header(label::form_office_name(lang)));
    sheet.put((0, 1), header(label::form_office_contact(lang)));
    for at in 0..OFFICES {
        let known = wish.filled.offices.get(at as usize);
        for column in 0..2u16 {
            let text = known.map(|it| it[usize::from(column)].as_str());
            let cell = Cell::maybe(text.filter(|it| !it.is_empty()));
            sheet.put((at + 1, column), cell.look(Look::Input));
        }
    }
    sheet
}

/// The names of offices, from which cells choose.
pub(super) fn names(offices: &Sheet) -> Area {
    offices.down(0, (1, OFFICES))
}

pub(super) fn sheet(framework: &Framework, lang: Lang) -> Sheet {
    let mut sheet = Sheet::new(label::sheet_reference(lang));
    sheet.columns = [34.0, 110.0].map(Width::of).to_vec();
    sheet.frozen = (1, 0);
    let mut rows: Vec<(String, String)> = Vec::new();
    for band in framework.bands() {
        let from = crate::text::short_number(band.from, 4, lang);
        let name = terms::band_heading(lang, framework).to_owned();
        let text = format!("≥ {from}: {}", band.label.get(lang));
        rows.push((name, text));
    }
    for source in framework.sources() {
        rows.push((label::sources(lang).to_owned(), source.get(lang).to_owned()));
    }
    for judgement in framework.judgement() {
        let heading = label::judgement(lang).to_owned();
        rows.push((heading, judgement.get(lang).to_owned()));
    }
    for (_, node, it) in framework.indicators() {
        let notes = it.evidence.iter().chain(&it.note);
        for note in notes {
            rows.push((node.id().to_owned(), note.get(lang).to_owned()));
        }
    }
    sheet.put((0, 0), header(label::form_reference_about(lang)));
    sheet.put((0, 1), header(label::form_reference_text(lang)));
    let mut last = 0;
    for (at, (about, text)) in (1u32..).zip(rows) {
        sheet.put((at, 0), Cell::from(about).look(Look::Wrapped));
        sheet.put((at, 1), Cell::from(text).look(Look::Wrapped));
        last = at;
    }
    if last > 0 {
        sheet.table = Some(Table {
            name: "rujukan".to_owned(),
            from: (0, 0),
            to: (last, 1),
            filter_only: false,
        });
    }
    sheet
}
