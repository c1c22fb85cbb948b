//! The vote of all numeric cells on the decimal sign of an input.

use crate::problem::Problem;
use crate::read::header::Layout;
use crate::read::number::{Amount, Codes, Numbers, Shape, shape, whole};
use crate::read::{At, Decimal, Places, Problems, ReadOptions, shown, trim};
use crate::statement::Column;
use crate::text::{Text, say};

/// What the numeric cells of an input say about its decimal sign.
pub(crate) struct Vote {
    plain: Vec<usize>,
    amounts: Vec<usize>,
    codes: Codes,
    comma: Option<(String, At)>,
    point: Option<(String, At)>,
    ambiguous: Option<(String, At)>,
}

impl Vote {
    /// A vote of the level, value, weight and indicator columns.
    pub(crate) fn new(layout: &Layout, options: &ReadOptions) -> Self {
        let of = |wanted: &[Column]| -> Vec<usize> {
            let columns = layout.columns.iter();
            columns
                .filter(|(column, _)| wanted.contains(column))
                .map(|(_, index)| *index)
                .collect()
        };
        let mut plain = of(&[Column::Level, Column::Weight]);
        plain.extend(layout.indicators.iter().map(|(index, _)| *index));
        Self {
            plain,
            amounts: of(&[Column::Value]),
            codes: Codes::new(&options.missing),
            comma: None,
            point: None,
            ambiguous: None,
        }
    }

    /// Hears the cells of a row.
    pub(crate) fn row<'c>(&mut self, origin: At, cell: impl Fn(usize) -> &'c str) {
        let plain = self.plain.iter().map(|index| (*index, trim(cell(*index))));
        let amounts = self
            .amounts
            .iter()
            .map(|index| (*index, Amount::of(trim(cell(*index))).digits));
        for (index, text) in plain.chain(amounts) {
            // Most cells of most tables: nothing to decide.
            if whole(text).is_some() {
                continue;
            }
            let seat = match shape(text) {
                Shape::Decides(Decimal::Comma) => &mut self.comma,
                Shape::Decides(Decimal::Point) => &mut self.point,
                Shape::Ambiguous => &mut self.ambiguous,
                Shape::Plain | Shape::Broken => continue,
            };
            if seat.is_none() && !self.codes.has_text(text) {
                *seat = Some((
                    text.to_owned(),
                    At {
                        cell: Some(index),
                        ..origin
                    },
                ));
            }
        }
    }

    /// Adds what was heard further down.
    pub(crate) fn join(&mut self, below: Self) {
        self.comma = self.comma.take().or(below.comma);
        self.point = self.point.take().or(below.point);
        self.ambiguous = self.ambiguous.take().or(below.ambiguous);
    }

    /// The sign that all agree on; a question, where they do not or cannot.
    pub(crate) fn settle(self, places: Places<'_>, problems: &mut Problems) -> Numbers {
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
                        .at(places(second.1))
                        .help(say::number_seen_at(
                            shown(&first.0),
                            places(first.1).short(),
                        ))
                        .help(say::declare_decimal())
                });
                Numbers::with(None)
            }
            (Some(_), None, _) => Numbers::with(Some(Decimal::Comma)),
            (None, Some(_), _) => Numbers::with(Some(Decimal::Point)),
            (None, None, Some((text, origin))) => {
                problems.add(|| {
                    let spelled = |sign| shown(&text.replace(['.', ','], sign));
                    let fraction = Text::new(spelled(","), spelled("."));
                    Problem::error(say::decimal_undecidable(shown(&text)))
                        .at(places(origin))
                        .help(say::two_readings(spelled(""), fraction))
                        .help(say::declare_decimal())
                });
                Numbers::with(None)
            }
            (None, None, None) => Numbers::with(None),
        }
    }
}
