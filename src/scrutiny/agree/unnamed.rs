//! Levels that name no coder beside others that do: they are in no figure.

use std::collections::BTreeMap;

use crate::assess::Assessed;
use crate::framework::Framework;
use crate::problem::Problem;
use crate::statement::{Field, Statements};
use crate::text::say;

use super::gather::value_of;
use super::sample::is_drawn;

/// A warning for each file whose rows give levels (numbers, directions) without naming a coder, while
/// others do, or where the file is a sheet that was drawn for a second coder: a sheet of a second coder that comes back without a name would be lost unseen. Of the
/// assessments at the positions `shown`.
#[must_use]
pub fn without_coder(
    framework: &Framework,
    statements: &Statements,
    assessed: &Assessed,
    shown: &[usize],
) -> Vec<Problem> {
    let mut named = false;
    // By file: the first row, how many there are, and whether they were drawn for a second coder.
    let mut unnamed: BTreeMap<usize, (usize, usize, bool)> = BTreeMap::new();
    for (node, ..) in framework.indicators() {
        for position in shown
            .iter()
            .flat_map(|it| assessed.assessments[*it].rows[node].iter())
        {
            let row = &statements.rows()[*position];
            if value_of(framework, node, row).is_none() {
                continue;
            }
            if row.coder.is_some() {
                named = true;
                continue;
            }
            let file = unnamed
                .entry(row.origin().source)
                .or_insert((*position, 0, false));
            file.0 = file.0.min(*position);
            file.1 += 1;
            file.2 |= is_drawn(row);
        }
    }
    // A sheet that was drawn for a second coder has no use without a name, whoever else is named.
    unnamed.retain(|_, (.., drawn)| named || *drawn);
    let warn = |(first, count, drawn): (usize, usize, bool)| {
        let place = statements.place(&statements.rows()[first], Field::Coder);
        let sentence = match drawn {
            true => say::sample_without_coder(count),
            false => say::levels_without_coder(count),
        };
        let problem = Problem::warning(sentence).at(place);
        problem.help(say::levels_without_coder_help())
    };
    unnamed.into_values().map(warn).collect()
}
