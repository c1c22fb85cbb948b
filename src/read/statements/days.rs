//! Days whose month may as well stand first.

use crate::problem::Problem;
use crate::read::problems::Problems;
use crate::statement::{Date, Evidence, Field, Statement};
use crate::table::At;
use crate::text::say;

use super::Shape;

/// Says once which of two numbers is taken for the day, where no date of the table shows it.
pub(super) fn tell(shape: &Shape<'_>, rows: &[Statement], problems: &mut Problems) {
    let columns = [Field::Date, Field::Due].map(|it| (it, shape.layout.column(it)));
    if columns.iter().all(|it| it.1.is_none()) {
        return;
    }
    let mut first: Option<(usize, Field, &Date)> = None;
    for row in rows {
        for (field, date) in row.evidence.as_deref().into_iter().flat_map(dates) {
            match date.has_day_first() {
                Some(true) => return,
                Some(false) => first = first.or(Some((row.origin().row, field, date))),
                None => {}
            }
        }
    }
    let Some((row, field, date)) = first else {
        return;
    };
    let at = At {
        row,
        cell: shape.layout.column(field),
    };
    problems.add(|| {
        let problem = Problem::warning(say::day_taken_first(date.to_string(), date.plain()));
        problem.at(shape.headed.table.place(at))
    });
}

fn dates(of: &Evidence) -> impl Iterator<Item = (Field, &Date)> {
    let date = of.date.as_ref().map(|it| (Field::Date, it));
    let due = of.due.as_ref().map(|it| (Field::Due, it));
    date.into_iter().chain(due)
}
