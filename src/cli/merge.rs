//! `siap merge`: what comes back of offices into a new whole workbook.

use clap::Args;
use siap::parts::Gathered;
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
    let whole = Whole::read(&Disk, &args.whole, args.framework.as_deref())?;
    files::are_new(std::iter::once(&*args.output))?;
    let (parts, mut warnings) = parts(args, &whole)?;
    warnings.splice(0..0, whole.warnings.iter().cloned());
    let found = whole.with(&parts);
    let (together, more) =
        found.map_err(|Refused(problems)| Refused([problems, warnings.clone()].concat()))?;
    warnings.extend(more);
    let bytes = render::workbook::bytes(&together.book)?;
    error::show(&warnings, context.lang);
    files::write_all(None, &[(args.output.clone(), bytes)])?;
    together.tell(context.lang);
    remark(&label::written(context.lang, args.output.as_str()));
    Ok(())
}

/// The parts that are named, and those in folders that are named.
fn parts(args: &Arguments, whole: &Whole) -> Result<(Vec<Gathered>, Vec<Problem>), Refused> {
    let mut out = Vec::new();
    let (mut problems, mut seen) = (Vec::new(), Vec::<String>::new());
    for (name, is_named) in names(args)? {
        let is_known = |it: &String| *it == name || Disk.is_same(it, &name);
        if Disk.is_same(&args.whole, &name) || seen.iter().any(is_known) {
            continue;
        }
        seen.push(name.clone());
        match whole.part((&name, is_named), args.framework.as_deref()) {
            Ok((part, more)) => {
                out.extend(part);
                problems.extend(more);
            }
            Err(Refused(more)) => problems.extend(more),
        }
    }
    match problems.iter().any(Problem::is_error) {
        true => Err(Refused(problems)),
        false => Ok((out, problems)),
    }
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
