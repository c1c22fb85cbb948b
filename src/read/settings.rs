//! What is known about an input before it is read.

use std::collections::BTreeMap;

/// What the user or a study says about an input. Every reader and shape takes what concerns it, so
/// that what only one kind of source needs (which level a code of a coded project gives) is one
/// more field here, and no signature changes.
#[derive(Debug, Clone, Default)]
pub struct ReadOptions {
    /// The declared decimal sign; without it the cells of the input decide.
    pub decimal: Option<Decimal>,
    /// Declared codes for a missing answer, such as `99`.
    pub missing: Vec<String>,
    /// Headers of the input → our columns; an empty column leaves theirs out without a warning.
    pub columns: BTreeMap<String, String>,
    /// Ids, aliases and titles by which the columns of a wide table are known.
    pub indicators: Vec<String>,
}

/// The sign between the whole and the fraction of a number; the other one groups thousands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Decimal {
    /// `70,24` and `1.234,5`.
    Comma,
    /// `70.24` and `1,234.5`.
    Point,
}
