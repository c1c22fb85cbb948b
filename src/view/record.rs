//! Head and foot of the records of commands that are no reports yet.
//!
//! Fields are only ever added. Numbers are exact; what is not known is `null`.

use serde::Serialize;

use crate::framework::{Framework, Method, Standing};
use crate::problem::Problem;
use crate::statement::Statements;
use crate::text::Lang;

use super::shown::standing;

/// Version of the program, for records and documents.
pub const VERSION: &str = env!("CARGO_PKG_VERSION");

#[derive(Debug, Serialize)]
pub(super) struct FrameworkRecord<'a> {
    id: &'a str,
    version: &'a str,
    sha256: &'a str,
    standing: Standing,
}

#[derive(Debug, Serialize)]
pub(super) struct InputRecord<'a> {
    path: &'a str,
    sha256: &'a str,
    statements: usize,
}

#[derive(Debug, Serialize)]
pub(super) struct WarningRecord {
    code: &'static str,
    message: String,
    place: Option<String>,
}

pub(super) fn framework_record<'a>(
    framework: &'a Framework,
    method: &Method,
) -> FrameworkRecord<'a> {
    FrameworkRecord {
        id: framework.id(),
        version: framework.version(),
        sha256: framework.sha256(),
        standing: standing(framework, method),
    }
}

impl<'a> InputRecord<'a> {
    /// The record of a plain table.
    pub(super) fn of_table(path: &'a str, sha256: &'a str, units: usize) -> Self {
        Self {
            path,
            sha256,
            statements: units,
        }
    }
}

pub(super) fn inputs(statements: &Statements) -> Vec<InputRecord<'_>> {
    let mut counts = vec![0; statements.sources().len()];
    for row in statements.rows() {
        counts[row.origin().source] += 1;
    }
    statements
        .sources()
        .iter()
        .zip(counts)
        .map(|(source, statements)| InputRecord {
            path: source.name(),
            sha256: source.sha256(),
            statements,
        })
        .collect()
}

pub(super) fn warning(problem: &Problem, lang: Lang) -> WarningRecord {
    WarningRecord {
        code: problem.code,
        message: problem.message.get(lang).to_owned(),
        place: problem.place.as_ref().map(crate::problem::Place::short),
    }
}
