//! `siap split`: one workbook into those of its offices, with a message for each.

use clap::Args;

use super::context::Context;
use super::error;
use super::offices::Whole;

#[derive(Debug, Args)]
pub(crate) struct Arguments {
    #[arg(value_name = "FILE")]
    pub(crate) file: String,
    #[arg(short, long, value_name = "ID|FILE")]
    pub(crate) framework: Option<String>,
    #[arg(short, long, value_name = "FOLDER")]
    pub(crate) output: Option<String>,
}

pub(super) fn run(args: &Arguments, context: Context) -> anyhow::Result<()> {
    let whole = Whole::read(&args.file, args.framework.as_deref())?;
    let folder = args.output.clone();
    let folder = folder.unwrap_or_else(|| whole.folder_of_parts());
    let divided = whole.divided(&folder, context.lang)?;
    divided.is_new()?;
    error::show(
        &[&*whole.warnings, &divided.warnings].concat(),
        context.lang,
    );
    divided.write(None)?;
    Ok(())
}
