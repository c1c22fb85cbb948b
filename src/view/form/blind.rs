//! A table that is to be filled in by another coder, as a workbook: who codes is asked first.

use crate::framework::Framework;
use crate::text::{Lang, label};
use crate::view::book::{Book, Cell, Choice, Look, Sheet, Table, Width};
use crate::view::dataset::{Dataset, Value};
use crate::view::template;

use super::lists::Lists;
use super::row;

/// Row of the header; who codes is asked above it.
const HEADER: u32 = 3;

/// The rows of a sample as a workbook. The column of the coder is left out: who codes stands once, above
/// the header, from where readers take it for every row.
#[must_use]
pub fn sample(framework: &Framework, rows: &Dataset<'_>, lang: Lang) -> Book {
    let lists = Lists::new(framework, lang);
    let mut sheet = Sheet::new(label::sheet_sample(lang));
    sheet.protected = true;
    sheet.landscape = true;
    sheet.frozen = (HEADER + 1, 0);
    let title = framework.title().get(lang);
    sheet.put((0, 0), Cell::from(title).look(Look::Title));
    let coder = template::header(lang, "coder");
    sheet.put(
        (1, 0),
        Cell::from(label::form_coder(lang)).look(Look::Header),
    );
    sheet.put((1, 1), Cell::input());
    // A row below: what stands beside the label is the name.
    sheet.put(
        (2, 0),
        Cell::from(label::form_coder_hint(lang)).look(Look::Note),
    );
    let names: Vec<&str> = rows.header().collect();
    let kept: Vec<usize> = (0..names.len()).filter(|at| names[*at] != coder).collect();
    let is_open = |column: usize| {
        let mut all = (0..rows.len()).map(|at| rows.row(at).nth(column));
        all.all(|it| matches!(it, None | Some(Value::Missing)))
    };
    let last = HEADER + row(rows.len());
    for (place, column) in (0u16..).zip(&kept) {
        let name = names[*column];
        let open = is_open(*column);
        sheet.put((HEADER, place), Cell::from(name).look(Look::Header));
        sheet.columns.push(Width::of(width(name, lang)));
        for (line, at) in (HEADER + 1..).zip(0..rows.len()) {
            let cell = match rows.row(at).nth(*column) {
                Some(Value::Text(text)) => Cell::from(text.into_owned()).look(Look::Wrapped),
                Some(Value::Number(number)) => Cell::number(number, None).look(Look::Wrapped),
                _ if open => Cell::input(),
                _ => Cell::from("").look(Look::Wrapped),
            };
            sheet.put((line, place), cell);
        }
        let list = framework.indicators().find(|(.., it)| it.has_levels());
        let is_level = name == template::header(lang, "level");
        if let (true, true, Some((.., it))) = (open, is_level, list)
            && one_scale(framework)
        {
            sheet.choices.push(Choice {
                area: sheet.down(place, (HEADER + 1, last)),
                from: lists.scale(it).offered.clone(),
                hint: None,
                strict: false,
            });
        }
    }
    let end = u16::try_from(kept.len()).unwrap_or(u16::MAX);
    sheet.table = Some(Table {
        name: "sampel".to_owned(),
        from: (HEADER, 0),
        to: (last, end.saturating_sub(1)),
        filter_only: true,
    });
    Book {
        lang,
        title: title.to_owned(),
        sheets: vec![sheet, lists.sheet()],
    }
}

/// Whether all indicators are answered with the same words.
fn one_scale(framework: &Framework) -> bool {
    let mut keys = framework.indicators().map(|(.., it)| (it.scale, it.kind));
    let first = keys.next();
    keys.all(|it| Some(it) == first)
}

/// In letters.
fn width(name: &str, lang: Lang) -> f64 {
    const WIDE: [(&str, f64); 8] = [
        ("quote", 60.0),
        ("_rubric", 60.0),
        ("region", 24.0),
        ("agency", 24.0),
        ("role", 24.0),
        ("source", 24.0),
        ("informant", 20.0),
        ("note", 20.0),
    ];
    let mut wide = WIDE.into_iter();
    let known = wide.find(|(id, _)| template::header(lang, id) == name);
    known.map_or(13.0, |it| it.1)
}
