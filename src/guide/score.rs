//! What the rows of a file come to: reading and scoring as everywhere.

use std::sync::Arc;

use crate::assess::{self, Spellings};
use crate::framework::{Framework, Method};
use crate::problem::{Problem, finish};
use crate::read::{self, ReadOptions};
use crate::region::Register;
use crate::statement::Statements;
use crate::study::{About, Scored};

/// The statements of a file, which may be none but open questions.
///
/// # Errors
/// What cannot be read.
pub(super) fn statements(
    options: &ReadOptions,
    bytes: &[u8],
    file: &str,
) -> Result<Statements, Vec<Problem>> {
    let (statements, mut problems) = read::read_what_can_be(bytes, file, options)?;
    problems.retain(|it| it.code != "nothing_answered");
    let (statements, _) = finish(statements, problems)?;
    Ok(statements)
}

/// The statements of a file, scored.
///
/// # Errors
/// What cannot be read or scored.
pub(super) fn scored(
    framework: &Framework,
    options: &ReadOptions,
    bytes: &[u8],
    file: &str,
) -> Result<Scored, Vec<Problem>> {
    let statements = statements(options, bytes, file)?;
    let method = Method::of(framework);
    let register = Register::embedded();
    let found = assess::assess(
        framework,
        &statements,
        register,
        &Spellings::default(),
        &method,
    );
    let (assessed, warnings) = found?;
    Ok(Scored {
        framework: framework.clone(),
        method,
        targets: framework.targets().to_vec(),
        statements,
        assessed,
        warnings,
        about: Arc::new(About::default()),
    })
}

/// Whether a problem is that something is still missing, or at the bottom, and no mistake of a row.
pub(super) fn is_of_the_whole(problem: &Problem) -> bool {
    const CODES: [&str; 2] = ["missing_not_allowed", "zero_under_rule"];
    CODES.contains(&problem.code)
}
