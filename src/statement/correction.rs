//! What was changed after an input was sent, and on what ground.

use std::sync::Arc;

use super::{Date, Field, Stage};

/// A cell of an input that is read otherwise than it was sent. The input itself stays as it is.
#[derive(Debug, Clone, PartialEq)]
pub struct Correction {
    /// The column, where it is one of ours.
    pub field: Option<Field>,
    /// Where the cell is an answer in a wide table: what its header says of it. Any other cell belongs to
    /// all statements of its row.
    pub answer: Option<Header>,
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
}

/// What the header of a column of answers says of them.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Header {
    /// The indicator, by a word that its framework knows.
    pub indicator: Option<String>,
    /// The round of assessment.
    pub wave: Option<Arc<str>>,
    /// The stage of verification.
    pub stage: Option<Stage>,
}
