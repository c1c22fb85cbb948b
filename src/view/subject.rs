//! What a report is of: the rows of a study, or a plain table that belongs to no framework.

use crate::problem::Problem;
use crate::study::Scored;
use crate::text::Lang;

use super::envelope::{Body, Envelope};
use super::inputs::{InputRecord, inputs_of};

/// What a report is of.
#[derive(Debug)]
pub enum Subject<'a> {
    /// Statements under a framework.
    Study(&'a Scored),
    /// A plain table.
    Table(PlainFile),
}

/// A plain table that was read.
#[derive(Debug)]
pub struct PlainFile {
    /// As the user named it; `-` is standard input.
    pub name: String,
    /// Hexadecimal SHA-256 of its bytes.
    pub sha256: String,
    /// Warnings of reading it.
    pub warnings: Vec<Problem>,
}

impl<'a> Subject<'a> {
    /// The id of the framework, else the name of the table.
    pub(super) fn name(&self) -> &str {
        match self {
            Self::Study(scored) => scored.framework.id(),
            Self::Table(file) => &file.name,
        }
    }

    /// What was scored, if it is a study.
    pub(super) fn scored(&self) -> Option<&'a Scored> {
        match self {
            Self::Study(scored) => Some(scored),
            Self::Table(_) => None,
        }
    }

    /// The files of data; a table has so many `units`.
    pub(super) fn inputs(&self, units: usize) -> Vec<InputRecord<'_>> {
        match self {
            Self::Study(scored) => inputs_of(&scored.statements),
            Self::Table(file) => vec![InputRecord {
                path: &file.name,
                sha256: &file.sha256,
                statements: units,
            }],
        }
    }

    /// `body` in its envelope: without framework and method of a table, which has so many `units`.
    pub(super) fn envelope<'s, B: Body>(
        &'s self,
        body: B,
        units: usize,
        lang: Lang,
    ) -> Envelope<'s, B> {
        match self {
            Self::Study(scored) => Envelope::of_scored(body, scored, lang),
            Self::Table(file) => Envelope::new(body)
                .reading_table(&file.name, &file.sha256, units)
                .warned(&file.warnings, lang),
        }
    }
}
