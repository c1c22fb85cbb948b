//! Head and foot of the records of commands that are no reports yet.
//!
//! Fields are only ever added. Numbers are exact; what is not known is `null`.

use std::collections::BTreeMap;

use serde::Serialize;

use crate::framework::{
    Framework, GroupRule, InformantRule, Method, MissingPolicy, ReportingUnit, Standing,
};
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

/// The choices behind the scores.
#[derive(Debug, Serialize)]
pub(super) struct MethodRecord<'a> {
    informants: InformantRule,
    groups: GroupRule,
    missing: MissingPolicy,
    min_coverage: f64,
    rank_coverage: f64,
    floor: f64,
    unit: ReportingUnit,
    factor: f64,
    /// Weights that replace the framework's.
    weights: BTreeMap<&'a str, f64>,
}

pub(super) fn method<'a>(framework: &'a Framework, method: &Method) -> MethodRecord<'a> {
    MethodRecord {
        informants: method.informants,
        groups: method.groups,
        missing: method.missing,
        min_coverage: method.min_coverage,
        rank_coverage: method.rank_coverage,
        floor: method.floor,
        unit: method.reporting.unit,
        factor: method.reporting.factor,
        weights: framework
            .nodes()
            .iter()
            .zip(&method.weights)
            .filter(|(node, weight)| (node.weight() - **weight).abs() > f64::EPSILON)
            .map(|(node, weight)| (node.id(), *weight))
            .collect(),
    }
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
