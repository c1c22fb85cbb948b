//! `siap template`: tables to be filled in.

use clap::Args;
use siap::framework::Framework;
use siap::problem::Problem;
use siap::render;
use siap::scrutiny::agree::FEW_UNITS;
use siap::scrutiny::agree::sample::{NoSample, Size, draw};
use siap::study::{self, Files as _};
use siap::text::{Lang, label, list, say};
use siap::view::dataset::Dataset;
use siap::view::{form, template};

use super::args::{Data, Selection};
use super::context::Context;
use super::error::Refused;
use super::files::Disk;
use super::load;
use super::misuse;
use super::output::{remark, write};

mod workbook;

#[derive(Debug, Args)]
pub(crate) struct Arguments {
    #[command(flatten)]
    pub(crate) data: Data,
    #[command(flatten)]
    pub(crate) selection: Selection,
    #[arg(long)]
    pub(crate) blind: bool,
    #[arg(long, value_name = "20%|N", value_parser = sample)]
    pub(crate) sample: Option<Size>,
    #[arg(long, value_name = "N", allow_negative_numbers = true)]
    pub(crate) seed: Option<u64>,
    /// Data of the last wave, whose values stand beside the answers of a workbook.
    #[arg(long, value_name = "STUDY|DATA")]
    pub(crate) from: Option<String>,
    #[arg(short, long, value_name = "FILE|FOLDER")]
    pub(crate) output: Option<String>,
}

/// `20%` or a number of units.
fn sample(text: &str) -> Result<Size, String> {
    let size = match text.strip_suffix('%') {
        Some(share) => {
            let share: Option<f64> = share.trim().replace(',', ".").parse().ok();
            share
                .filter(|it| *it > 0.0 && *it <= 100.0)
                .map(|it| Size::Share(it / 100.0))
        }
        None => {
            let units: Option<usize> = text.trim().parse().ok();
            units.filter(|it| *it > 0).map(Size::Units)
        }
    };
    size.ok_or_else(|| "20%".to_owned())
}

/// Share of units where none is asked for.
const DEFAULT: Size = Size::Share(0.2);

pub(super) fn run(args: &Arguments, context: Context) -> anyhow::Result<()> {
    ending_is_kept(args)?;
    // An empty sheet over one that somebody has filled would be the worst of all losses.
    let is_folder = !args.selection.regions.places.province.is_empty();
    if let Some(name) = args.output.as_deref().filter(|_| !is_folder)
        && Disk.exists(name)
    {
        return Err(Refused::one(say::already_there(name)).into());
    }
    if args.blind {
        misuse::refuse(&[("--from", args.from.is_some())], say::option_of_form)?;
        return blind(args, context);
    }
    let mut options = match is_workbook(args) {
        true => misuse::not_of_form(&args.selection),
        false => misuse::selecting(&args.selection),
    };
    options.extend([
        ("--from", args.from.is_some() && !is_workbook(args)),
        ("--sample", args.sample.is_some()),
        ("--seed", args.seed.is_some()),
        ("--as", args.data.onto.is_some()),
        ("--basis", args.data.basis.is_some()),
        ("--column", !args.data.column.is_empty()),
        ("--missing", !args.data.missing.is_empty()),
        ("--skip-bad-files", args.data.skip_bad_files),
        ("--decimal", args.data.decimal.is_some()),
    ]);
    misuse::refuse(&options, say::option_of_blind)?;
    let (framework, context) = framework(args, context)?;
    match is_workbook(args) {
        true => workbook::write(args, &framework, context)?,
        false => deliver(args, &template::form(&framework, context.lang), context)?,
    }
    for line in template::remarks(&framework, context.lang) {
        remark(&line);
    }
    Ok(())
}

/// An empty form of a framework, with the ending of its file: what `siap` alone writes for somebody who has
/// none yet.
pub(super) fn empty_form(
    framework: &Framework,
    lang: Lang,
) -> anyhow::Result<(&'static str, Vec<u8>)> {
    let book = form::workbook(framework, &form::Wish::default(), lang);
    Ok(("xlsx", render::workbook::bytes(&book)?))
}

/// Refuses a file whose ending promises another format than CSV.
fn ending_is_kept(args: &Arguments) -> Result<(), Refused> {
    let Some(name) = args.output.as_deref() else {
        return Ok(());
    };
    let ending = std::path::Path::new(name).extension();
    let ending = ending.map(|it| it.to_string_lossy().to_ascii_lowercase());
    match ending.as_deref() {
        None | Some("csv" | "txt") => Ok(()),
        Some("xlsx") => Ok(()),
        Some(_) => Err(Refused::one(say::template_is_csv(name))),
    }
}

/// Whether the file that is asked for is a workbook.
fn is_workbook(args: &Arguments) -> bool {
    let name = args.output.as_deref().unwrap_or_default();
    let for_province = !args.selection.regions.places.province.is_empty();
    let is_named = name.to_ascii_lowercase().ends_with(".xlsx");
    is_named || for_province && !args.blind && !name.is_empty()
}

fn deliver(args: &Arguments, table: &Dataset, context: Context) -> anyhow::Result<()> {
    let bytes = render::csv::dataset(table)?;
    write(args.output.as_deref(), &bytes, context)
}

/// The one framework that is named, and the language that the study chose.
fn framework(args: &Arguments, context: Context) -> Result<(Framework, Context), Refused> {
    if let (Some(name), true) = (&args.data.framework, args.data.inputs.is_empty()) {
        return Ok((study::framework(&Disk, name)?.0, context));
    }
    let request = args.data.request();
    let opened = study::open(&Disk, &request)?;
    let context = context.with_study(opened.language());
    let mut all = opened.frameworks()?;
    match all.pop() {
        Some(framework) if all.is_empty() => Ok((framework, context)),
        last => Err(several(list(all.iter().chain(&last).map(Framework::id)))),
    }
}

fn several(ids: String) -> Refused {
    let problem = Problem::error(say::several_frameworks(ids));
    Refused(vec![problem.help(say::several_frameworks_help())])
}

fn blind(args: &Arguments, context: Context) -> anyhow::Result<()> {
    let loaded = load::load(&args.data, context)?;
    if let Some(output) = &args.output {
        loaded.keeps_inputs(output)?;
    }
    let [scored] = &*loaded.scored else {
        let ids = list(loaded.frameworks().iter().map(|it| it.id()));
        return Err(several(ids).into());
    };
    load::tell_warnings(&loaded);
    let lang = loaded.lang();
    let shown = load::selected(scored, &args.selection)?;
    let seed = args.seed.unwrap_or(1);
    let (framework, statements) = (&scored.framework, &scored.statements);
    let size = args.sample.unwrap_or(DEFAULT);
    let sample = draw(framework, statements, &scored.assessed, &shown, size, seed).map_err(
        |why| match (why, size) {
            (NoSample::Only(units), Size::Units(asked)) => {
                Refused::one(say::sample_too_large(asked, units))
            }
            _ => Refused::one(say::nothing_to_sample()),
        },
    )?;
    let named = statements.rows().iter().any(|it| it.framework.is_some());
    let table = template::blind(scored, &sample, seed, named, lang);
    match is_workbook(args) {
        true => {
            let bytes = render::workbook::bytes(&form::sample(framework, &table, lang))?;
            write(args.output.as_deref(), &bytes, loaded.context)?;
        }
        false => deliver(args, &table, loaded.context)?,
    }
    let units = sample.drawn.len();
    remark(&label::sample_drawn(
        lang,
        units,
        sample.of,
        table.len(),
        seed,
    ));
    if units < FEW_UNITS {
        remark(&label::sample_few(lang, units));
    }
    if sample.without > 0 {
        remark(&label::sample_without(
            lang,
            sample.without,
            sample.indicators,
        ));
    }
    if sample.unnamed > 0 {
        remark(&label::sample_unnamed(lang, sample.unnamed));
    }
    let rows = sample.drawn.iter().flat_map(|it| &it.rows);
    let private = rows
        .filter_map(|row| statements.rows()[*row].evidence.as_deref())
        .filter(|it| it.quote.is_some() && it.consent == Some(false))
        .count();
    if private > 0 {
        remark(&label::sample_private(lang, private));
    }
    if sample.unquoted > 0 {
        remark(&label::sample_unquoted(lang, sample.unquoted));
    }
    remark(&label::sample_rubric(lang, framework.id()));
    for line in template::remarks(framework, lang) {
        remark(&line);
    }
    Ok(())
}
