//! The way of every command that reads a study: load, tell warnings, report, write.

use siap::study::{Project, Scored};
use siap::text::Lang;
use siap::view::report::Report;

use super::args::{Data, Output};
use super::context::Context;
use super::error::Refused;
use super::load::{self, Loaded};

/// Reports of one project.
pub(super) type Reports<'p> = Vec<Box<dyn Report + 'p>>;

/// A report among others.
pub(super) fn report<'p>(report: impl Report + 'p) -> Box<dyn Report + 'p> {
    Box::new(report)
}

/// Runs a command that makes one report of what was scored under a framework, for each framework of
/// the project, and writes them in the format asked for; their figures go to the folder `figures`, if
/// there is one.
pub(super) fn each(
    data: &Data,
    output: &Output,
    figures: Option<&str>,
    context: Context,
    of: impl for<'p> Fn(&'p Scored, Lang) -> Result<Box<dyn Report + 'p>, Refused>,
) -> anyhow::Result<()> {
    run(data, output, figures, context, |project, lang| {
        let scored = project.scored.iter();
        scored.map(|it| of(it, lang)).collect()
    })
}

/// As [`each`], for a command that makes its reports of the whole project.
pub(super) fn run(
    data: &Data,
    output: &Output,
    figures: Option<&str>,
    context: Context,
    reports: impl for<'p> FnOnce(&'p Project, Lang) -> Result<Reports<'p>, Refused>,
) -> anyhow::Result<()> {
    loaded(&load::load(data, context)?, output, figures, reports)
}

/// As [`run`], from where all is loaded.
pub(super) fn loaded(
    loaded: &Loaded,
    output: &Output,
    figures: Option<&str>,
    reports: impl for<'p> FnOnce(&'p Project, Lang) -> Result<Reports<'p>, Refused>,
) -> anyhow::Result<()> {
    output.suits(loaded)?;
    load::tell_warnings(loaded);
    let reports = reports(loaded, loaded.lang())?;
    output.deliver(&reports, figures, loaded.context)
}
