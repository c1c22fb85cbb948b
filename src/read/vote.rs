//! The vote of all numeric cells on the decimal sign of an input.

use crate::problem::Problem;
use crate::read::amount::Amount;
use crate::read::codes::Codes;
use crate::read::number::{Numbers, SIGNS, Shape, shape, whole};
use crate::read::problems::Problems;
use crate::read::settings::Decimal;
use crate::table::{At, Cell, Kind, Row, Table};
use crate::text::{Text, say, shown};

/// What the numeric cells of an input say about its decimal sign.
pub(crate) struct Vote {
    plain: Vec<usize>,
    amounts: Vec<usize>,
    codes: Codes,
    comma: Option<(String, At)>,
    point: Option<(String, At)>,
    ambiguous: Option<(String, At)>,
}

/// A number as it is written with the other decimal sign: `3,5` for `3.5`.
pub(crate) fn other_sign(text: &str) -> String {
    let swapped = text.chars().map(|it| match it {
        '.' => ',',
        ',' => '.',
        it => it,
    });
    swapped.collect()
}

impl Vote {
    /// A vote of columns that hold plain numbers, and of columns that hold amounts, of which only
    /// the digits count. Declared `missing` codes have no say.
    pub(crate) fn new(plain: Vec<usize>, amounts: Vec<usize>, missing: &[String]) -> Self {
        Self {
            plain,
            amounts,
            codes: Codes::new(missing),
            comma: None,
            point: None,
            ambiguous: None,
        }
    }

    /// Hears the cells of a row. What the source itself typed needs no sign and has no say. `most` is the
    /// highest level that a cell can hold: `3.996` is no level of 0–4 unless its point is a decimal sign.
    pub(crate) fn row(&mut self, row: &Row<'_>, most: &dyn Fn(&Row<'_>, usize) -> Option<f64>) {
        let plain = self.plain.iter().map(|index| (*index, false));
        let amounts = self.amounts.iter().map(|index| (*index, true));
        for (index, is_amount) in plain.chain(amounts) {
            let (cell, at) = (row.cell(index), row.at.cell(index));
            let text = cell.text();
            // Most cells of most tables: nothing to decide.
            if whole(text).is_some() || cell.kind != Kind::Text {
                continue;
            }
            let digits = if is_amount {
                Amount::of(text).digits
            } else {
                text
            };
            let shape = match shape(digits) {
                Shape::Ambiguous => most(row, index)
                    .and_then(|most| within(digits, most))
                    .map_or(Shape::Ambiguous, Shape::Decides),
                shape => shape,
            };
            let seat = match shape {
                Shape::Decides(Decimal::Comma) => &mut self.comma,
                Shape::Decides(Decimal::Point) => &mut self.point,
                Shape::Ambiguous => &mut self.ambiguous,
                Shape::Plain | Shape::Broken => continue,
            };
            if seat.is_none() && !self.codes.has_text(digits) {
                *seat = Some((digits.to_owned(), at));
            }
        }
    }

    /// Hears one plain cell.
    pub(crate) fn hear(&mut self, cell: Cell<'_>, at: At) {
        let text = cell.text();
        if whole(text).is_some() || cell.kind != Kind::Text {
            return;
        }
        let seat = match shape(text) {
            Shape::Decides(Decimal::Comma) => &mut self.comma,
            Shape::Decides(Decimal::Point) => &mut self.point,
            Shape::Ambiguous => &mut self.ambiguous,
            Shape::Plain | Shape::Broken => return,
        };
        if seat.is_none() {
            *seat = Some((text.to_owned(), at));
        }
    }

    /// Adds what was heard further down.
    pub(crate) fn join(&mut self, below: Self) {
        self.comma = self.comma.take().or(below.comma);
        self.point = self.point.take().or(below.point);
        self.ambiguous = self.ambiguous.take().or(below.ambiguous);
    }

    /// The sign that all agree on; a question, where they do not or cannot.
    pub(crate) fn settle(self, table: &Table, problems: &mut Problems) -> Numbers {
        match (self.comma, self.point, self.ambiguous) {
            (Some(comma), Some(point), _) => {
                let comma_first = comma.1 < point.1;
                let (first, second) = if comma_first {
                    (comma, point)
                } else {
                    (point, comma)
                };
                problems.add(|| {
                    Problem::error(say::decimal_mixed(shown(&first.0), shown(&second.0)))
                        .at(table.place(second.1))
                        .help(say::number_seen_at(
                            shown(&first.0),
                            table.place(first.1).short(),
                        ))
                        .help(say::one_decimal_sign(
                            shown(&second.0),
                            shown(&other_sign(&second.0)),
                        ))
                });
                Numbers::with(None)
            }
            (Some(_), None, _) => Numbers::with(Some(Decimal::Comma)),
            (None, Some(_), _) => Numbers::with(Some(Decimal::Point)),
            (None, None, Some((text, origin))) => {
                problems.add(|| {
                    let spelled = |sign| shown(&text.replace(['.', ','], sign));
                    let fraction = Text::new(spelled(","), spelled("."));
                    let whole = Text::same(spelled(""));
                    let [comma, point] = match text.contains(',') {
                        true => [fraction, whole],
                        false => [whole, fraction],
                    };
                    Problem::error(say::decimal_undecidable(shown(&text)))
                        .at(table.place(origin))
                        .help(say::two_readings(comma, point))
                });
                Numbers::with(None)
            }
            (None, None, None) => Numbers::with(None),
        }
    }
}

/// The sign of a text of two readings that only one of them keeps within `most`.
fn within(text: &str, most: f64) -> Option<Decimal> {
    let bare = text.trim_start_matches(SIGNS);
    let at = bare.find(['.', ','])?;
    let sign = match bare.as_bytes()[at] {
        b',' => Decimal::Comma,
        _ => Decimal::Point,
    };
    let fraction: f64 = bare.replace(',', ".").parse().ok()?;
    let whole: f64 = bare.replace(['.', ','], "").parse().ok()?;
    (fraction <= most && whole > most).then_some(sign)
}
