//! The indices that other bodies issue and that give indicators their value.

use std::collections::BTreeMap;

use crate::framework::{Framework, Lookup};
use crate::stats::TOLERANCE;
use crate::text::form::OutsideColumn;
use crate::text::{Lang, label};
use crate::view::book::{Cell, Formula, Look, Operator, Seat, Sheet, Table, Width};

use super::{Wish, headed, header, input, row};

/// Row of the header.
const HEADER: u32 = 1;

/// The sheet, and where each indicator gets its value.
pub(super) struct Outside {
    pub(super) sheet: Sheet,
    pub(super) values: BTreeMap<usize, Seat>,
}

/// The sheet of an instrument with such indices.
pub(super) fn sheet(framework: &Framework, wish: &Wish, lang: Lang) -> Option<Outside> {
    let fed: Vec<_> = framework
        .indicators()
        .filter_map(|(at, node, it)| Some((at, node, it, it.lookup.as_ref()?)))
        .filter(|(at, ..)| wish.part.as_ref().is_none_or(|it| it.answers.contains(at)))
        .collect();
    if fed.is_empty() {
        return None;
    }
    let mut sheet = Sheet::new(label::sheet_outside(lang));
    sheet.protected = true;
    sheet.landscape = true;
    sheet.columns = [10.0, 42.0, 16.0, 34.0, 16.0, 16.0, 34.0]
        .map(Width::of)
        .to_vec();
    sheet.frozen = (HEADER + 1, 1);
    headed(&mut sheet, framework, lang);
    for (at, column) in (0u16..).zip(OutsideColumn::ALL) {
        sheet.put((HEADER, at), header(column.label(lang)));
    }
    let mut values = BTreeMap::new();
    let last = HEADER + row(fed.len());
    for (line, (node, it, indicator, lookup)) in (HEADER + 1..).zip(fed) {
        let filled = |column| wish.filled.outside.get(&(node, column));
        let issuer = indicator.fed_by.as_ref().map(|it| it.get(lang));
        let value = sheet.seat((line, 4));
        for (at, column) in (0u16..).zip(OutsideColumn::ALL) {
            let cell = match column {
                OutsideColumn::Indicator => Cell::from(it.id()).look(Look::Wrapped),
                OutsideColumn::Title => Cell::from(it.title().get(lang)).look(Look::Wrapped),
                OutsideColumn::Unit => Cell::from(lookup.unit.both()[0]).look(Look::Wrapped),
                OutsideColumn::Issuer => Cell::maybe(issuer).look(Look::Muted),
                OutsideColumn::Value | OutsideColumn::Note => input(filled(column)),
                OutsideColumn::Level => {
                    values.insert(node, sheet.seat((line, at)));
                    Cell::formula(level(lookup, &value), None)
                }
            };
            sheet.put((line, at), cell);
        }
    }
    sheet.table = Some(Table {
        name: "indeks_luar".to_owned(),
        from: (HEADER, 0),
        to: (last, 6),
        filter_only: true,
    });
    Some(Outside { sheet, values })
}

/// The value on the scale that follows from a value of the other index: the steps or lines of
/// [`Lookup::level`].
fn level(lookup: &Lookup, seat: &Seat) -> Formula {
    let value = || Formula::from(seat.clone());
    let at_least = |from: f64| value().with(Operator::AtLeast, (from - TOLERANCE).into());
    let found = match &lookup.line {
        None => lookup
            .steps
            .iter()
            .fold(Formula::nothing(), |below, (from, level)| {
                Formula::either(at_least(*from), (*level).into(), below)
            }),
        Some(points) => along(points, &value),
    };
    let found = match lookup.to {
        Some(to) => {
            let beyond = value().with(Operator::Above, (to + TOLERANCE).into());
            Formula::either(beyond, Formula::nothing(), found)
        }
        None => found,
    };
    Formula::either(value().is_number(), found, Formula::nothing())
}

/// `y0 + (x − x0)/(x1 − x0) · (y1 − y0)` between the two points around a value.
fn along(points: &[(f64, f64)], value: &dyn Fn() -> Formula) -> Formula {
    let Some((last, top)) = points.last().copied() else {
        return Formula::nothing();
    };
    let first = points.first().map_or(last, |it| it.0);
    let mut out = Formula::Number(top);
    for part in points.windows(2).rev() {
        let [(x0, y0), (x1, y1)] = [part[0], part[1]];
        let from = Formula::Call(crate::view::book::Function::Max, vec![value(), x0.into()]);
        let way = from
            .with(Operator::Minus, x0.into())
            .with(Operator::Over, (x1 - x0).into())
            .with(Operator::Times, (y1 - y0).into());
        let here = Formula::Number(y0).with(Operator::Plus, way);
        let beyond = value().with(Operator::AtLeast, x1.into());
        out = Formula::either(beyond, out, here);
    }
    let known = value().with(Operator::AtLeast, (first - TOLERANCE).into());
    Formula::either(known, out, Formula::nothing())
}
