//! Rounds that only some rows name.

use std::collections::{HashMap, HashSet};

use crate::problem::Problem;
use crate::read::problems::Problems;
use crate::statement::{Field, Statement};
use crate::table::At;
use crate::text::say;

use super::Shape;

/// Tells where a region has rows with a round and rows without one: most likely the column was not
/// filled to its end, and what is left makes a round of its own.
pub(super) fn tell(shape: &Shape<'_>, rows: &[Statement], problems: &mut Problems) {
    let Some(column) = shape.layout.column(Field::Wave) else {
        return;
    };
    // Most tables name a round in all rows or in none.
    let lacks_one = |row: &&Statement| row.wave.is_none();
    if !rows.iter().any(|row| lacks_one(&row)) || rows.iter().all(|row| lacks_one(&row)) {
        return;
    }
    let mut with: HashSet<(Option<&str>, &str)> = HashSet::new();
    let mut without: HashMap<(Option<&str>, &str), Vec<usize>> = HashMap::new();
    let mut scored: HashMap<&str, bool> = HashMap::new();
    for row in rows.iter().filter(|row| row.is_judged()) {
        // What is shown and not scored, or is of another framework, needs no round.
        let is_scored = *scored.entry(&row.indicator).or_insert_with(|| {
            let known = shape.headers.indicator(&row.indicator);
            known.map_or(shape.options.indicators.is_empty(), |(_, it)| it.is_scored)
        });
        let of = (row.framework.as_deref(), &*row.region);
        match &row.wave {
            _ if !is_scored => {}
            Some(_) => {
                with.insert(of);
            }
            None => without.entry(of).or_default().push(row.origin().row),
        }
    }
    let mut lines: Vec<usize> = without
        .iter()
        .filter(|(of, _)| with.contains(*of))
        .flat_map(|(_, lines)| lines.iter().copied())
        .collect();
    lines.sort_unstable();
    lines.dedup();
    if let Some(first) = lines.first() {
        let at = At {
            row: *first,
            cell: Some(column),
        };
        problems.add(|| {
            Problem::warning(say::wave_in_part(lines.len()))
                .at(shape.headed.table.place(at))
                .help(say::wave_in_part_help())
        });
    }
}
