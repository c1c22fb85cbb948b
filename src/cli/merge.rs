//! `siap merge`: what comes back of offices into a new whole workbook.

use clap::Args;
use siap::framework::Framework;
use siap::parts::{Gathered, Origin, Wanted, gathered, merged};
use siap::problem::{Place, Problem};
use siap::read::form::{Form, Kind};
use siap::render;
use siap::study::{self, Files as _};
use siap::text::{label, list, say, shown};
use siap::view::form::{self, Wish};

use super::context::Context;
use super::error::{self, Refused};
use super::files::{self, Disk};
use super::output::remark;
use super::split;

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
    let (whole, framework, mut warnings) = split::whole(&args.whole, args.framework.as_deref())?;
    split::are_new(std::iter::once(&*args.output))?;
    let (parts, more) = parts(args, &framework)?;
    warnings.extend(more);
    let found = merged(&whole, &parts, &framework);
    let (merged, more) =
        found.map_err(|problems| Refused([problems, warnings.clone()].concat()))?;
    warnings.extend(more);
    let wish = Wish {
        filled: merged.filled,
        before: whole.before.clone(),
        before_wave: whole.before_wave.clone(),
        ..Wish::default()
    };
    let mut book = form::workbook(&framework, &wish, whole.lang);
    let hidden = book.sheets.iter().position(|it| it.hidden);
    let at = hidden.unwrap_or(book.sheets.len());
    book.sheets
        .insert(at, Origin::sheet(&merged.origins, whole.lang));
    let bytes = render::workbook::bytes(&book)?;
    error::show(&warnings, context.lang);
    files::write_all(None, &[(args.output.clone(), bytes)])?;
    for it in &merged.received {
        remark(&label::merged_line(
            context.lang,
            &*it.office,
            it.cells,
            &*it.file,
        ));
    }
    if !merged.missing.is_empty() {
        remark(&label::merged_missing(context.lang, list(&merged.missing)));
    }
    remark(&label::written(context.lang, args.output.as_str()));
    Ok(())
}

/// The parts that are named, and those in folders that are named.
fn parts(
    args: &Arguments,
    framework: &Framework,
) -> Result<(Vec<Gathered>, Vec<Problem>), Refused> {
    let mut out = Vec::new();
    let (mut problems, mut seen) = (Vec::new(), Vec::<String>::new());
    for (name, is_named) in names(args)? {
        let is_known = |it: &String| *it == name || Disk.is_same(it, &name);
        if Disk.is_same(&args.whole, &name) || seen.iter().any(is_known) {
            continue;
        }
        seen.push(name.clone());
        match part(args, (&name, is_named), framework) {
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

/// A part; nothing where a folder holds something else.
fn part(
    args: &Arguments,
    (name, is_named): (&str, bool),
    framework: &Framework,
) -> Result<(Option<Gathered>, Vec<Problem>), Refused> {
    let (tables, mut warnings) = split::tables(name)?;
    let kind = Form::of(&tables).map(|it| it.kind);
    if !is_named && kind != Some(Kind::Part) {
        let problem = Problem::warning(say::merge_whole_left(shown(name)));
        return Ok((None, vec![problem.at(Place::file(name))]));
    }
    let (part, more) = gathered(&tables, framework, Wanted::Part)?;
    warnings.extend(more);
    warnings.extend(unusable(args, name, framework)?);
    Ok((Some(part), warnings))
}

/// What of a part no command could use: it is told by its own cell, while somebody can still be asked, and
/// not by that of the whole.
fn unusable(args: &Arguments, name: &str, framework: &Framework) -> Result<Vec<Problem>, Refused> {
    let own = args.framework.clone();
    let request = study::Request {
        inputs: vec![name.to_owned()],
        framework: own.or_else(|| Some(framework.id().to_owned())),
        ..study::Request::default()
    };
    let checkup = study::open(&Disk, &request)?.check()?;
    let mut problems = checkup.result.err().unwrap_or_default();
    // What an office has not answered yet is no mistake of it, and a sheet that lost its rows is told already.
    problems.retain(|it| it.is_error() && !["nothing_answered", "no_rows"].contains(&it.code));
    Ok(problems)
}
