//! A row with what it says and who says it, ready to be pooled and compared.

use crate::statement::codings;
use crate::statement::identity::SpeakerSort;
use crate::statement::{Direction, Statement, Usage};

use super::row_value::RowValue;

/// A row of a node.
#[derive(Debug, Clone, Copy)]
pub(super) struct Spoken<'a> {
    /// Position in the statements.
    pub(super) at: usize,
    pub(super) row: &'a Statement,
    pub(super) said: RowValue,
    /// Whether the row counts as evidence.
    pub(super) counts: bool,
    /// Number of who spoke within the unit: what answers are averaged within. All codings of a
    /// statement have one.
    pub(super) speaker: u32,
    /// What that is counted as.
    pub(super) sort: SpeakerSort,
    /// Which statement the row is a coding of: the position of its first coding among the rows of
    /// the node.
    pub(super) statement: u32,
    pub(super) voice: Voice,
}

/// What of a setting a node is reckoned from, kept at hand.
#[derive(Debug, Clone, Copy)]
pub(super) struct Voice {
    /// Number of who spoke within the unit, whatever row it was.
    pub(super) speaker: u32,
    /// What that is counted as.
    pub(super) sort: SpeakerSort,
    pub(super) weight: f64,
    pub(super) usage: Usage,
    pub(super) direction: Option<Direction>,
    /// Whether the number is told as about so much.
    pub(super) about: bool,
    /// Whether nothing is said besides the answer.
    pub(super) silent: bool,
}

/// Finds which rows of a node are codings of one statement, and gives them one speaker. Rows that do
/// not count are statements of their own.
pub(super) fn join_codings(rows: &mut [Spoken<'_>]) {
    let counted: Vec<usize> = (0..rows.len()).filter(|at| rows[*at].counts).collect();
    let speakers: Vec<_> = counted
        .iter()
        .map(|at| (rows[*at].row, rows[*at].speaker))
        .collect();
    let firsts = codings::statements(&speakers);
    for (at, first) in counted.iter().zip(&firsts) {
        let first = counted[*first];
        rows[*at].statement = position(first);
        // The first coding that names somebody speaks for all.
        if rows[first].sort == SpeakerSort::Nobody {
            (rows[first].speaker, rows[first].sort) = (rows[*at].speaker, rows[*at].sort);
        }
    }
    for at in counted {
        let first = rows[at].statement as usize;
        (rows[at].speaker, rows[at].sort) = (rows[first].speaker, rows[first].sort);
    }
}

/// A position among the rows of a node.
pub(super) fn position(at: usize) -> u32 {
    u32::try_from(at).expect("fewer rows fit into memory")
}
