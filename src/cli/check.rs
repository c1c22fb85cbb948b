//! `siap check`: the data only, one line for each file, with every problem in its place.

use clap::Args;
use siap::problem::Problem;
use siap::render;
use siap::study::{self, Checkup, Files as _, below};
use siap::text::{label, say};
use siap::view::checkup::CheckReport;
use siap::view::returned::returned;

use super::args::{Data, Output};
use super::context::Context;
use super::error::{self, Refused};
use super::files::{self, Disk};
use super::kept;
use super::output::remark;

#[derive(Debug, Args)]
pub(crate) struct Arguments {
    #[command(flatten)]
    pub(crate) data: Data,
    #[arg(long, value_name = "PROVINCE")]
    pub(crate) province: Vec<String>,
    #[arg(id = "return", long = "return", value_name = "FOLDER")]
    pub(crate) returned: Option<String>,
    #[command(flatten)]
    pub(crate) output: Output,
}

pub(super) fn run(args: &Arguments, context: Context) -> anyhow::Result<()> {
    args.output.ending_is_kept()?;
    if args.returned.is_some() && args.data.skip_bad_files {
        return Err(Refused::misuse(say::return_and_skip()).into());
    }
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
    let going_back = match &args.returned {
        Some(folder) => going_back(folder, &checkup, &problems, context)?,
        None => Vec::new(),
    };
    let report = CheckReport {
        checkup: &checkup,
        problems: &problems,
        lang: context.lang,
    };
    if checkup.result.is_ok() {
        error::show(&problems, context.lang);
        args.output.deliver(&[Box::new(report)], None, context)?;
        if args.returned.is_some() {
            remark(label::mend_nothing_to_return(context.lang));
        }
        return Ok(());
    }
    // A command that fails writes no file; what it found goes to the screen.
    if args.output.output.is_none() {
        args.output.deliver(&[Box::new(report)], None, context)?;
    }
    // By name excepted from that: what goes back to senders is what such a run is for.
    if let (Some(folder), false) = (&args.returned, going_back.is_empty()) {
        files::write_all(Some(folder), &going_back)?;
        for (name, _) in &going_back {
            remark(&label::written(context.lang, name.as_str()));
        }
    }
    Err(Refused(problems).into())
}

/// What goes back to the senders of files with errors: a message for each, and of a workbook a marked copy.
fn going_back(
    folder: &str,
    checkup: &Checkup,
    problems: &[Problem],
    context: Context,
) -> Result<Vec<(String, Vec<u8>)>, Refused> {
    let lang = context.lang;
    let mut out: Vec<(String, Vec<u8>)> = Vec::new();
    let files = checkup.lines.iter().map(|it| it.name.as_str());
    for it in returned(files.filter(|it| *it != "-"), problems) {
        let (stem, ending) = it.name().rsplit_once('.').unwrap_or((it.name(), ""));
        let is_marked = matches!(&*ending.to_ascii_lowercase(), "xlsx" | "xlsm");
        let copy = match is_marked {
            // What cannot be opened has no copy either.
            true => Disk.read(&it.file).ok(),
            false => None,
        };
        let copy = copy.and_then(|bytes| render::marked::copy(&bytes, &it.rows(lang), lang));
        let base = format!("{stem} – {}", label::returned_file(lang));
        let is_free = |base: &String| {
            let text = below(folder, &format!("{base}.txt")).to_lowercase();
            out.iter().all(|it| it.0.to_lowercase() != text)
        };
        let numbered = (2u32..).map(|it| format!("{base} ({it})"));
        let mut bases = std::iter::once(base.clone()).chain(numbered);
        let base = bases.find(is_free).unwrap_or(base);
        let text = it.message(lang, copy.is_some());
        out.push((below(folder, &format!("{base}.txt")), text.into_bytes()));
        if let Some(bytes) = copy {
            out.push((below(folder, &format!("{base}.{ending}")), bytes));
        }
    }
    files::are_new(out.iter().map(|it| it.0.as_str()))?;
    Ok(out)
}
