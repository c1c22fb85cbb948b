//! Items of long tables that are named by a number which sheets in use have swapped.

use crate::problem::Problem;
use crate::read::problems::Problems;
use crate::statement::{Answer, Field, Statement};
use crate::table::At;
use crate::text::{Text, folded, list, say, shown};

use super::Shape;

/// Tells of items named by a number alone, unless the words of their answers are those of the item
/// that the framework counts there. Wide tables are settled by their headers.
pub(super) fn tell(shape: &Shape<'_>, rows: &[Statement], problems: &mut Problems) {
    if !shape.headers.any_swap() || rows.iter().any(|it| it.origin().cell.is_some()) {
        return;
    }
    let mut named: Vec<(String, Text, Text)> = Vec::new();
    let (mut first, mut is_settled) = (None, false);
    for row in rows {
        if named.iter().any(|it| it.0 == *row.indicator) && row.answer.is_missing() {
            continue;
        }
        let Some((_, known)) = shape.headers.indicator(&row.indicator) else {
            continue;
        };
        let Some(swap) = &known.swap else { continue };
        if !shape.headers.is_number_alone(&row.indicator) {
            continue;
        }
        if let Answer::Label(word) = &row.answer {
            is_settled |= swap.own.contains(&folded(word));
        }
        first = first.or(Some(row.origin().row));
        if !named.iter().any(|it| it.0 == *row.indicator) {
            let [own, other] = swap.titles.clone();
            named.push((row.indicator.to_string(), own, other));
        }
    }
    let (Some(row), false) = (first, is_settled) else {
        return;
    };
    let read = |at: usize| {
        let of = |lang: usize| {
            let parts = named.iter().map(|(name, own, other)| {
                let title = [own, other][at].both()[lang];
                format!("`{}` = {title}", shown(name))
            });
            list(parts)
        };
        Text::new(of(0), of(1))
    };
    let at = At {
        row,
        cell: shape.layout.column(Field::Indicator),
    };
    problems.add(|| {
        Problem::warning(say::number_in_doubt(read(0), read(1)))
            .at(shape.headed.table.place(at))
            .help(say::number_in_rows())
    });
}
