//! A questionnaire as a plain table, for programs.

use crate::scrutiny::questionnaire::{Analysis, ItemResult};
use crate::stats::Undefined;
use crate::stats::reliability::COEFFICIENTS;
use crate::view::{Cell, Column, Table};

use super::{Shown, band_of};

/// One row for each item and one for each construct, of all respondents and of each part.
#[must_use]
pub fn rows(shown: &Shown) -> Table {
    let mut levels: Vec<f64> = shown
        .whole
        .items
        .iter()
        .flat_map(|it| it.frequencies.iter().map(|it| it.value))
        .collect();
    levels.sort_by(f64::total_cmp);
    levels.dedup_by(|a, b| (*a - *b).abs() < 1e-9);
    // Measurements are no set of answers.
    if levels.len() > 30 {
        levels.clear();
    }
    let fixed = [
        "by",
        "part",
        "kind",
        "id",
        "scale",
        "n",
        "mean",
        "sd",
        "median",
        "tcr",
        "attained_range",
        "item_total",
        "corrected_item_total",
        "r_criterion",
        "alpha_if_deleted",
        "items",
        "alpha",
        "alpha_low",
        "alpha_high",
    ];
    let others = COEFFICIENTS.iter().map(|it| it.name);
    let mut columns: Vec<Column> = fixed
        .into_iter()
        .chain(others)
        .chain(["reason"])
        .map(|id| Column::text(id, id))
        .collect();
    for set in shown.bands {
        let id = format!("band_{}", set.id);
        columns.push(Column::text(id.clone(), id));
    }
    for level in &levels {
        let id = format!("f_{level}");
        columns.push(Column::text(id.clone(), id));
    }
    let mut rows = Vec::new();
    of_part(shown, (None, None), shown.whole, &levels, &mut rows);
    if let Some(split) = shown.split {
        for part in split.parts {
            let head = (Some(split.by.id()), part.value.as_deref());
            of_part(shown, head, &part.analysis, &levels, &mut rows);
        }
    }
    Table { columns, rows }
}

fn text(text: Option<&str>) -> Cell {
    text.map_or_else(Cell::empty, Cell::text)
}

fn maybe(value: Option<f64>) -> Cell {
    value.map_or_else(Cell::empty, |it| Cell::number(it, 0))
}

fn of_part(
    shown: &Shown,
    (by, part): (Option<&str>, Option<&str>),
    analysis: &Analysis,
    levels: &[f64],
    rows: &mut Vec<Vec<Cell>>,
) {
    let of = shown.questionnaire;
    for (at, result) in analysis.items.iter().enumerate() {
        let construct = of.construct_of(at);
        let scale = &analysis.scales[construct];
        let position = of.constructs[construct]
            .items
            .iter()
            .position(|it| *it == at);
        let against = position.and_then(|it| scale.items.get(it));
        let reason = match against {
            None => scale.alpha.err(),
            Some(it) => it.with_others.err(),
        };
        let mut row = vec![
            text(by),
            text(part),
            Cell::text("item"),
            Cell::text(of.items[at].id.as_str()),
            Cell::text(of.constructs[construct].id.as_str()),
            Cell::count(result.answers),
            maybe(result.mean),
            maybe(result.deviation),
            maybe(result.median),
            maybe(result.attained),
            maybe(result.attained_range),
            maybe(against.and_then(|it| it.with_total.ok())),
            maybe(against.and_then(|it| it.with_others.ok())),
            maybe(scale.criterion.map(|it| it.value)),
            maybe(against.and_then(|it| it.alpha_without.ok())),
        ];
        row.extend(std::iter::repeat_n(Cell::empty(), 4 + COEFFICIENTS.len()));
        row.push(text(reason.map(Undefined::code)));
        for set in shown.bands {
            let band = band_of(set, &of.items[at], result);
            row.push(text(band.as_ref().map(|it| it.get(shown.lang))));
        }
        row.extend(levels.iter().map(|level| count_of(result, *level)));
        rows.push(row);
    }
    for (construct, scale) in of.constructs.iter().zip(&analysis.scales) {
        let mut row = vec![
            text(by),
            text(part),
            Cell::text("scale"),
            Cell::text(construct.id.as_str()),
            Cell::empty(),
            Cell::count(scale.respondents),
        ];
        row.extend(std::iter::repeat_n(Cell::empty(), 7));
        row.extend([
            maybe(scale.criterion.map(|it| it.value)),
            Cell::empty(),
            Cell::count(construct.items.len()),
            maybe(scale.alpha.ok()),
            maybe(scale.interval.map(|it| it.0)),
            maybe(scale.interval.map(|it| it.1)),
        ]);
        row.extend(scale.others.iter().map(|it| maybe(it.ok())));
        let mut errors = scale.others.iter().rev().filter_map(|it| it.err());
        let reason = scale.alpha.err().or_else(|| errors.next());
        row.push(text(reason.map(Undefined::code)));
        let rest = shown.bands.len() + levels.len();
        row.extend(std::iter::repeat_n(Cell::empty(), rest));
        rows.push(row);
    }
}

/// How often a level was given; empty where the item has no such answer.
fn count_of(result: &ItemResult, level: f64) -> Cell {
    let found = result
        .frequencies
        .iter()
        .find(|it| (it.value - level).abs() < 1e-9);
    found.map_or_else(Cell::empty, |it| Cell::count(it.count))
}
