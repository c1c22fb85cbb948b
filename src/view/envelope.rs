//! The envelope of every record: which program said what of which framework, by which choices, from
//! which files, with which warnings.
//!
//! Fields are only ever added. Numbers are exact; what is not known is `null`.

use std::collections::BTreeMap;

use schemars::JsonSchema;
use serde::Serialize;

use crate::framework::{
    Aggregation, EvidenceRule, Framework, Graded, GroupRule, InformantRule, Method, MissingPolicy,
    Precedence, Reporting, ReportingUnit, Standing, WholeLevels,
};
use crate::problem::{Place, Problem};
use crate::statement::Statements;
use crate::study::Scored;
use crate::text::Lang;

use super::corrections::{self, CorrectionRecord};
use super::inputs::{InputRecord, inputs_of, inputs_of_all};
use super::shown::standing;

/// Version of the program, for records and documents.
pub const VERSION: &str = env!("CARGO_PKG_VERSION");

/// What the record of a command holds besides its envelope.
pub trait Body: Serialize + JsonSchema {
    /// The command, as it is typed.
    const COMMAND: &'static str;
    /// What `siap schema` calls it, where a command gives several records.
    const NAME: &'static str = Self::COMMAND;
}

/// A record as programs read it.
#[derive(Debug, Serialize, JsonSchema)]
pub struct Envelope<'a, B> {
    /// Version of the program.
    siap: &'static str,
    /// The command that gave the record.
    command: &'static str,
    /// The framework; null where there is none.
    framework: Option<FrameworkRecord<'a>>,
    /// The choices behind the scores; null where nothing was scored.
    method: Option<MethodRecord<'a>>,
    /// The files of data that were read.
    inputs: Vec<InputRecord<'a>>,
    /// What is read otherwise than it was sent.
    corrections: Vec<CorrectionRecord<'a>>,
    /// What is doubtful.
    warnings: Vec<WarningRecord>,
    #[serde(flatten)]
    body: B,
}

#[derive(Debug, Serialize, JsonSchema)]
struct FrameworkRecord<'a> {
    /// Its id.
    id: &'a str,
    /// As its file says.
    version: &'a str,
    /// Of the framework file.
    sha256: &'a str,
    /// Whose instrument it is; a regulation's only where it is used as written.
    standing: Standing,
}

#[derive(Debug, Serialize, JsonSchema)]
struct MethodRecord<'a> {
    informants: InformantRule,
    /// Which number counts where a node has both a reported and a computed one: `computed` or
    /// `official`.
    reported: Precedence,
    /// Whether a level between two levels was refused: `true`, `false`, or `self` for rows without a
    /// stage or of the stage self.
    whole_levels: WholeLevels,
    evidence: EvidenceRule,
    groups: GroupRule,
    missing: MissingPolicy,
    /// 0–1: below it a node has no score.
    min_coverage: f64,
    /// 0–1: below it a region has no rank.
    rank_coverage: f64,
    /// 0–1: the least unit score of a leaf.
    floor: f64,
    unit: ReportingUnit,
    /// By which the native results of groups and the index are multiplied when people are told them.
    factor: f64,
    /// What has a band.
    graded: Graded,
    /// Weights that replace the framework's.
    weights: BTreeMap<&'a str, f64>,
}

#[derive(Debug, Serialize, JsonSchema)]
struct WarningRecord {
    /// Stable name of the kind of warning.
    code: &'static str,
    /// In the language of the run.
    message: String,
    /// `file:line:column`.
    place: Option<String>,
}

impl<'a, B: Body> Envelope<'a, B> {
    /// A record with nothing but its body.
    pub(super) fn new(body: B) -> Self {
        Self {
            siap: VERSION,
            command: B::COMMAND,
            framework: None,
            method: None,
            inputs: Vec::new(),
            corrections: Vec::new(),
            warnings: Vec::new(),
            body,
        }
    }

    /// A record of what was found under one framework, with the warnings of reading and scoring.
    pub(super) fn of_scored(body: B, scored: &'a Scored, lang: Lang) -> Self {
        Self::new(body)
            .under(&scored.framework, &scored.method)
            .reading(&scored.statements)
            .corrected(scored)
            .warned(&scored.warnings, lang)
    }

    /// The same record, of a framework as it is written.
    #[must_use]
    pub(super) fn of(self, framework: &'a Framework) -> Self {
        let framework = Some(framework_record(framework, framework.standing()));
        Self { framework, ..self }
    }

    /// The same record, of what was found under a framework.
    #[must_use]
    pub fn under(self, framework: &'a Framework, method: &Method) -> Self {
        let standing = standing(framework, method);
        Self {
            framework: Some(framework_record(framework, standing)),
            method: Some(method_record(framework, method)),
            ..self
        }
    }

    /// The same record, of statements.
    #[must_use]
    pub fn reading(self, statements: &'a Statements) -> Self {
        let inputs = inputs_of(statements);
        Self { inputs, ..self }
    }

    /// The same record, with what of these data is read otherwise than it was sent.
    #[must_use]
    pub(super) fn corrected(mut self, scored: &'a Scored) -> Self {
        self.corrections.extend(corrections::records(scored));
        self
    }

    /// As [`Self::reading`], of the parts into which statements were shared out.
    #[must_use]
    pub fn reading_all(self, parts: impl Iterator<Item = &'a Statements>) -> Self {
        let inputs = inputs_of_all(parts);
        Self { inputs, ..self }
    }

    /// The same record, which read these statements before the others.
    #[must_use]
    pub fn reading_first(mut self, statements: &'a Statements) -> Self {
        self.inputs.splice(0..0, inputs_of(statements));
        self
    }

    /// The same record, of a plain table with so many units.
    #[must_use]
    pub fn reading_table(self, path: &'a str, sha256: &'a str, units: usize) -> Self {
        let input = InputRecord {
            path,
            sha256,
            statements: units,
        };
        Self {
            inputs: vec![input],
            ..self
        }
    }

    /// The same record with warnings, in the reader's language.
    #[must_use]
    pub fn warned<'p>(
        mut self,
        warnings: impl IntoIterator<Item = &'p Problem>,
        lang: Lang,
    ) -> Self {
        self.warnings
            .extend(warnings.into_iter().map(|problem| WarningRecord {
                code: problem.code,
                message: problem.message.get(lang).to_owned(),
                place: problem.place.as_ref().map(Place::short),
            }));
        self
    }
}

fn framework_record(framework: &Framework, standing: Standing) -> FrameworkRecord<'_> {
    FrameworkRecord {
        id: framework.id(),
        version: framework.version(),
        sha256: framework.sha256(),
        standing,
    }
}

fn method_record<'a>(framework: &'a Framework, method: &Method) -> MethodRecord<'a> {
    // No `..`: a new choice does not build before the record has it or says why not.
    let Method {
        aggregation,
        reporting,
        weights: _,
    } = method;
    let Aggregation {
        informants,
        reported,
        whole_levels,
        evidence,
        groups,
        missing,
        min_coverage,
        rank_coverage,
        floor,
    } = *aggregation;
    let Reporting {
        unit,
        factor,
        graded,
        // Programs read numbers in full, and rounded shares are a warning.
        decimals: _,
        rounded_shares: _,
    } = *reporting;
    MethodRecord {
        informants,
        reported,
        whole_levels,
        evidence,
        groups,
        missing,
        min_coverage,
        rank_coverage,
        floor,
        unit,
        factor,
        graded,
        weights: method.replaced_weights(framework).collect(),
    }
}
