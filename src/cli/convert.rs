//! `siap convert`: any input as one long table, with what was taken of it.

use clap::Args;
use siap::render::Renderer;
use siap::study;
use siap::text::{label, say};
use siap::view::convert::Converted;

use super::args::{Data, Output};
use super::context::Context;
use super::error::{self, Refused};
use super::files::Disk;
use super::kept;
use super::misuse;
use super::output::remark;

#[derive(Debug, Args)]
pub(crate) struct Arguments {
    #[command(flatten)]
    pub(crate) data: Data,
    #[command(flatten)]
    pub(crate) output: Output,
}

pub(super) fn run(args: &Arguments, context: Context) -> anyhow::Result<()> {
    misuse::refuse(&[("--as", args.data.onto.is_some())], say::option_of_score)?;
    let output = output(&args.output);
    output.ending_is_kept()?;
    let request = args.data.request();
    let opened = study::open(&Disk, &request).map_err(Refused)?;
    let context = context.with_study(opened.language());
    let conversion = opened.convert().map_err(Refused)?;
    if let Some(name) = &output.output {
        kept::may_be_written(std::iter::once(name.as_str()))?;
    }
    error::show(&conversion.warnings, context.lang);
    let report = Converted::new(&conversion, context.lang);
    let lines = output.is_rows_only().then(|| report.lines());
    output.deliver(&[Box::new(report)], None, context)?;
    for line in lines.iter().flatten() {
        remark(line);
    }
    if lines.is_some() && conversion.has_corrections() {
        remark(label::corrections_applied(context.lang));
    }
    Ok(())
}

/// Where the output goes: what is asked for is the table, unless another format is.
fn output(given: &Output) -> Output {
    let table = given.format.is_none() && given.output.is_none();
    Output {
        format: given
            .format
            .or_else(|| Renderer::named("csv").filter(|_| table)),
        output: given.output.clone(),
        full: given.full,
    }
}
