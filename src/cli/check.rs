//! `siap check`: the data only, one line for each file, with every problem in its place.

use clap::Args;
use siap::study;
use siap::view::checkup::CheckReport;

use super::args::{Data, Output};
use super::context::Context;
use super::error::{self, Refused};
use super::files::Disk;
use super::kept;

#[derive(Debug, Args)]
pub(crate) struct Arguments {
    #[command(flatten)]
    pub(crate) data: Data,
    #[arg(long, value_name = "PROVINCE")]
    pub(crate) province: Vec<String>,
    #[command(flatten)]
    pub(crate) output: Output,
}

pub(super) fn run(args: &Arguments, context: Context) -> anyhow::Result<()> {
    args.output.ending_is_kept()?;
    let request = args.data.expecting(&args.province).request();
    let opened = study::open(&Disk, &request).map_err(Refused)?;
    let context = context.with_study(opened.language());
    let checkup = opened.check().map_err(Refused)?;
    if let Some(name) = &args.output.output {
        kept::may_be_written(std::iter::once(name.as_str()))?;
    }
    let problems = match &checkup.result {
        Ok(project) => project.warnings(),
        Err(problems) => problems.clone(),
    };
    let report = CheckReport {
        checkup: &checkup,
        problems: &problems,
        lang: context.lang,
    };
    if checkup.result.is_ok() {
        error::show(&problems, context.lang);
        return args.output.deliver(&[Box::new(report)], None, context);
    }
    // A command that fails writes no file; what it found goes to the screen.
    if args.output.output.is_none() {
        args.output.deliver(&[Box::new(report)], None, context)?;
    }
    Err(Refused(problems).into())
}
