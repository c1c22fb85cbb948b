//! `siap merge`: what comes back of offices into a new whole workbook.

use clap::Args;
use siap::problem::{Place, Problem};
use siap::render;
use siap::study::Files as _;
use siap::text::{label, say};

use super::context::Context;
use super::error::{self, Refused};
use super::files::{self, Disk};
use super::offices::Whole;
use super::output::remark;

#[derive(Debug, Args)]
pub(crate) struct Arguments {
    // Else help shows the last one first.
    #[arg(value_name = "FILE", display_order = 1)]
    pub(crate) whole: String,
    #[arg(value_name = "PART|FOLDER", required = true, display_order = 2)]
    pub(crate) parts: Vec<String>,
    #[arg(short, long, value_name = "ID|FILE")]
    pub(crate) framework: Option<String>,
    #[arg(short, long, value_name = "FILE", required = true)]
    pub(crate) output: String,
}

pub(super) fn run(args: &Arguments, context: Context) -> anyhow::Result<()> {
    if !args.output.to_ascii_lowercase().ends_with(".xlsx") {
        return Err(Refused::misuse(say::merge_needs_workbook(&*args.output)).into());
    }
    let whole = Whole::read(&args.whole, args.framework.as_deref())?;
    files::are_new(std::iter::once(&*args.output))?;
    let (together, warnings) = whole.with(parts(args)?.into_iter())?;
    let bytes = render::workbook::bytes(&together.book)?;
    error::show(&warnings, context.lang);
    files::write_all(None, &[(args.output.clone(), bytes)])?;
    together.tell(context.lang);
    remark(&label::written(context.lang, args.output.as_str()));
    Ok(())
}

/// The parts that are named, and those in folders that are named, each with whether it was named itself.
fn parts(args: &Arguments) -> Result<Vec<(String, bool)>, Refused> {
    let mut out: Vec<(String, bool)> = Vec::new();
    for (name, is_named) in names(args)? {
        let is_known = |it: &(String, bool)| it.0 == name || Disk.is_same(&it.0, &name);
        if !Disk.is_same(&args.whole, &name) && !out.iter().any(is_known) {
            out.push((name, is_named));
        }
    }
    Ok(out)
}

/// The names of files, each with whether it was named itself.
fn names(args: &Arguments) -> Result<Vec<(String, bool)>, Refused> {
    let mut out = Vec::new();
    for name in &args.parts {
        if !Disk.is_folder(name) {
            let found = Disk.matching(".", name)?;
            out.extend(found.into_iter().map(|it| (it, true)));
            continue;
        }
        let before = out.len();
        for pattern in ["*.xlsx", "*.xlsm", "*.ods"] {
            match Disk.matching(name, pattern) {
                Ok(found) => out.extend(found.into_iter().map(|it| (it, false))),
                Err(problems) if problems.iter().all(|it| it.code == "pattern_without_files") => {}
                Err(problems) => return Err(problems.into()),
            }
        }
        if out.len() == before {
            let problem = Problem::error(say::merge_folder_empty());
            return Err(Refused(vec![problem.at(Place::file(&**name))]));
        }
    }
    Ok(out)
}
