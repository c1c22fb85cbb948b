//! The way of every command that reads a study: load, tell warnings, report, write.

use siap::problem::Problem;
use siap::study::{Project, Scored};
use siap::text::{Lang, label, say};
use siap::view::report::Report;

use super::args::{Data, Output};
use super::context::Context;
use super::error::{self, Refused};
use super::load::{self, Loaded};
use super::output::remark;

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
        let found = project.scored.iter().map(|it| of(it, lang)).collect();
        those_with_data(project, found, lang)
    })
}

/// The reports of those frameworks that have what was asked for: of two instruments one may have the wave,
/// and the other not, which is said.
pub(super) fn those_with_data<'p>(
    project: &'p Project,
    found: Vec<Result<Box<dyn Report + 'p>, Refused>>,
    lang: Lang,
) -> Result<Reports<'p>, Refused> {
    const LACKS: [&str; 4] = [
        "no_such_wave",
        "no_waves_in_data",
        "no_such_stage",
        "no_stages_in_data",
    ];
    let (mut reports, mut lacking, mut told) = (Vec::new(), Vec::new(), Vec::new());
    for (scored, it) in project.scored.iter().zip(found) {
        match it {
            Ok(report) => reports.push(report),
            Err(refused) if refused.0.iter().all(|it| LACKS.contains(&it.code)) => {
                told.push(Problem::warning(say::framework_without_wave(
                    scored.framework.id(),
                )));
                lacking.extend(refused.0);
            }
            Err(refused) => return Err(refused),
        }
    }
    if reports.is_empty() {
        return Err(Refused(lacking));
    }
    error::show(&told, lang);
    Ok(reports)
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
    output.deliver(&reports, figures, loaded.context)?;
    // Rows for a spreadsheet have no foot in which it could stand.
    if output.is_rows_only() && loaded.has_corrections() {
        remark(label::corrections_applied(loaded.lang()));
    }
    Ok(())
}
