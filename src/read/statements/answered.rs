//! Whether a table answers anything at all.

use crate::problem::Problem;
use crate::read::problems::Problems;
use crate::statement::Statement;
use crate::text::say;

use super::Shape;

/// Refuses a table none of whose rows has a level, a value, a direction, an item or words: most
/// likely its numbers stand in a column that is not read.
pub(super) fn check(shape: &Shape<'_>, rows: &[Statement], problems: &mut Problems) {
    let has_item = |row: &Statement| row.evidence.as_deref().is_some_and(|it| it.item.is_some());
    let says = |row: &Statement| row.is_judged() || has_item(row) || row.words().is_some();
    if rows.iter().any(says) {
        return;
    }
    let headed = &shape.headed;
    let numbers = shape.layout.unread.iter().filter(|at| {
        let cells = headed.first_cells(**at);
        !cells.is_empty()
            && cells
                .iter()
                .all(|it| it.starts_with(|it: char| it.is_ascii_digit()))
    });
    let headers: Vec<&str> = numbers.map(|at| headed.header[*at].as_str()).collect();
    problems.add(|| {
        let problem = Problem::error(say::nothing_answered()).at(headed.table.place(headed.top));
        match headers.first() {
            Some(header) => problem.help(say::map_column(*header, "level")),
            None => problem.help(say::nothing_answered_help()),
        }
    });
}
