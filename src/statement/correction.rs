//! What was changed after an input was sent, and on what ground.

use crate::problem::Place;

use super::Date;

/// A cell of an input that is read otherwise than it was sent. The input itself stays as it is.
#[derive(Debug, Clone, PartialEq)]
pub struct Correction {
    /// Line (text) or row (sheet) of the cell, from 1.
    pub row: usize,
    /// Its column, from 0.
    pub cell: usize,
    /// What stands above the column.
    pub header: String,
    /// What was sent.
    pub from: String,
    /// What is read in its place.
    pub to: String,
    /// Why.
    pub reason: String,
    /// The minutes (berita acara) in which it was agreed, where there are any.
    pub minutes: Option<String>,
    /// When.
    pub date: Date,
    /// By whom.
    pub by: String,
    /// Where it is said.
    pub at: Place,
}
