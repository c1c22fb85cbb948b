//! A row with what it says and who says it, ready to be pooled and compared.

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
    /// Number of who spoke within the unit: what answers are averaged within.
    pub(super) speaker: u32,
    pub(super) voice: Voice,
}

/// What of a setting a node is reckoned from, kept at hand.
#[derive(Debug, Clone, Copy)]
pub(super) struct Voice {
    /// Number of who spoke within the unit, whatever row it was.
    pub(super) speaker: u32,
    /// Whether that is a person.
    pub(super) is_person: bool,
    pub(super) weight: f64,
    pub(super) usage: Usage,
    pub(super) direction: Option<Direction>,
    /// Whether the number is told as about so much.
    pub(super) about: bool,
    /// Whether nothing is said besides the answer.
    pub(super) silent: bool,
}
