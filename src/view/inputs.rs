//! The files of data on which a report rests.

use schemars::JsonSchema;
use serde::Serialize;

use crate::statement::Statements;

/// A file of data that was read.
#[derive(Debug, Serialize, JsonSchema)]
pub struct InputRecord<'a> {
    /// As it was named.
    pub path: &'a str,
    /// Of its bytes.
    pub sha256: &'a str,
    /// Rows; of a plain table its units or respondents.
    pub statements: usize,
}

/// The inputs of the parts into which statements were shared out, each with the number of its rows.
pub(super) fn inputs_of_all<'a>(
    parts: impl Iterator<Item = &'a Statements>,
) -> Vec<InputRecord<'a>> {
    let mut inputs: Vec<InputRecord<'a>> = Vec::new();
    for part in parts {
        let one = inputs_of(part);
        match inputs.is_empty() {
            true => inputs = one,
            false => {
                let both = inputs.iter_mut().zip(one);
                both.for_each(|(all, it)| all.statements += it.statements);
            }
        }
    }
    inputs
}

/// The inputs of some statements, each with the number of its rows.
pub(super) fn inputs_of(statements: &Statements) -> Vec<InputRecord<'_>> {
    let mut counts = vec![0; statements.sources().len()];
    for row in statements.rows() {
        counts[row.origin().source] += 1;
    }
    let mut inputs: Vec<InputRecord<'_>> = Vec::new();
    let sources = statements.sources();
    for (at, (source, count)) in sources.iter().zip(counts).enumerate() {
        // The sheets of a workbook are one input.
        let before = at.checked_sub(1).map(|it| &sources[it]);
        match inputs.last_mut() {
            Some(last) if before.is_some_and(|it| it.is_beside(source)) => last.statements += count,
            _ => inputs.push(InputRecord {
                path: source.path(),
                sha256: source.sha256(),
                statements: count,
            }),
        }
    }
    inputs
}
