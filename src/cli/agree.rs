//! `siap agree`: would another coder have said the same?

use clap::{Args, ValueEnum};
use siap::problem::Problem;
use siap::read::matrix::{self, Cells, Matrix, MatrixOptions};
use siap::scrutiny::agree::{self, Choices, PlainTable};
use siap::stats::IntervalMethod;
use siap::stats::agreement::Levels;
use siap::study::Files as _;
use siap::text::say;
use siap::view::agree::{About, AgreeShown, document, record, rows};

use super::args::{Data, DecimalChoice, Format, Output, Selection};
use super::context::Context;
use super::error::{self, Refused};
use super::files::{self, Disk};
use super::load;

#[derive(Debug, Args)]
pub(crate) struct Arguments {
    #[command(flatten)]
    pub(crate) data: Data,
    #[command(flatten)]
    pub(crate) selection: Selection,
    #[arg(long, value_name = "FILE", conflicts_with_all = ["inputs", "framework", "as"])]
    pub(crate) matrix: Option<String>,
    #[arg(long, value_name = "A..B", value_parser = scale, allow_hyphen_values = true)]
    pub(crate) scale: Option<(i64, i64)>,
    #[arg(long)]
    pub(crate) all: bool,
    #[arg(long, value_name = "N", default_value_t = 1, hide_default_value = true)]
    pub(crate) seed: u64,
    #[arg(long, value_name = "N", default_value_t = 1000, hide_default_value = true, value_parser = resamples)]
    pub(crate) resamples: u32,
    #[arg(
        long,
        value_name = "percentile|bca|jackknife",
        hide_possible_values = true
    )]
    pub(crate) interval: Option<IntervalChoice>,
    #[arg(long, value_name = "region", hide_possible_values = true)]
    pub(crate) cluster: Option<ClusterChoice>,
    #[command(flatten)]
    pub(crate) output: Output,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum IntervalChoice {
    #[value(alias = "persentil")]
    Percentile,
    Bca,
    Jackknife,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum ClusterChoice {
    #[value(alias = "wilayah")]
    Region,
}

// What a parser below says is replaced by words in the reader's language (`usage`).

/// `0..4`: the lowest and the highest level.
fn scale(text: &str) -> Result<(i64, i64), String> {
    const MOST: i64 = 999;
    let parsed = text.split_once("..").and_then(|(low, high)| {
        let low: i64 = low.trim().parse().ok()?;
        let high: i64 = high.trim().parse().ok()?;
        let fits = low < high && low.abs() <= MOST && high.abs() <= MOST && high - low <= MOST;
        fits.then_some((low, high))
    });
    parsed.ok_or_else(|| "A..B".to_owned())
}

/// 0, or a number of resamples.
fn resamples(text: &str) -> Result<u32, String> {
    let parsed = text.parse().ok();
    let fits = |it: &u32| *it != 1 && *it <= 1_000_000;
    parsed.filter(fits).ok_or_else(|| "0, 2..".to_owned())
}

pub(super) fn run(args: &Arguments, context: Context) -> anyhow::Result<()> {
    let choices = Choices {
        seed: args.seed,
        resamples: args.resamples,
        interval: args.interval.map(|it| match it {
            IntervalChoice::Percentile => IntervalMethod::Percentile,
            IntervalChoice::Bca => IntervalMethod::Bca,
            IntervalChoice::Jackknife => IntervalMethod::JackknifeT,
        }),
        by_region: args.cluster.is_some(),
    };
    match &args.matrix {
        Some(file) => of_table(args, file, choices, context),
        None => of_study(args, choices, context),
    }
}

fn of_study(args: &Arguments, choices: Choices, context: Context) -> anyhow::Result<()> {
    if args.scale.is_some() {
        return Err(Refused::one(say::scale_of_matrix_only()).into());
    }
    let loaded = load::load(&args.data, context)?;
    args.output.suits(&loaded)?;
    load::tell_warnings(&loaded);
    let several = loaded.scored.len() > 1;
    let mut documents = Vec::new();
    let mut silent = Vec::new();
    for it in &loaded.scored {
        let typed = typed(&args.data, several.then(|| it.framework.id()));
        let shown = load::selected(it, &args.selection)?;
        let agreement = agree::agree(&it.framework, &it.statements, &it.assessed, &shown, choices);
        let shown = AgreeShown {
            agreement: &agreement,
            about: About::Study {
                framework: &it.framework,
                method: &it.method,
                statements: &it.statements,
                assessed: &it.assessed,
            },
            title: it.about.title(loaded.lang()),
            typed: &typed,
            all: args.all,
            lang: loaded.lang(),
        };
        match args.output.chosen() {
            Format::Json => {
                let record = record::agree(&shown, &it.warnings);
                return args.output.record(&record, loaded.context);
            }
            Format::Csv => return args.output.table(&rows(&shown), loaded.context),
            // Of several frameworks those that nobody coded would only be in the way.
            Format::Table | Format::Md if several && !agreement.counts.any() => {
                silent.push(document(&shown));
            }
            Format::Table | Format::Md => documents.push(document(&shown)),
        }
    }
    if documents.is_empty() {
        documents = silent;
    }
    args.output.documents(&documents, loaded.context)
}

/// What names study and framework, to be typed again; `chosen` is one of a study with several.
fn typed(data: &Data, chosen: Option<&str>) -> String {
    let mut words = data.inputs.clone();
    if let Some(framework) = data.framework.as_deref().or(chosen) {
        words.extend(["-f".to_owned(), framework.to_owned()]);
    }
    if words.is_empty() {
        words.push(".".to_owned());
    }
    words.join(" ")
}

fn of_table(
    args: &Arguments,
    file: &str,
    choices: Choices,
    context: Context,
) -> anyhow::Result<()> {
    if args.cluster.is_some() {
        return Err(Refused::one(say::clusters_need_regions()).into());
    }
    args.output.ending_is_kept()?;
    if let Some(output) = args.output.output.as_deref()
        && files::is_same_file(file, output)
    {
        let problem = Problem::error(say::output_is_input(output));
        return Err(Refused(vec![problem.help(say::choose_another_name())]).into());
    }
    let options = MatrixOptions {
        decimal: args.data.decimal.map(DecimalChoice::sign),
        scale: args.scale,
    };
    let (matrix, warnings) =
        matrix::read(&Disk.read(file).map_err(Refused)?, file, options).map_err(Refused)?;
    error::show(&warnings, context.lang);
    let table = plain(&matrix, args.scale);
    let agreement = agree::agree_plain(&table, choices);
    let words = match &matrix.cells {
        Cells::Words(words, _) => words.as_slice(),
        Cells::Numbers(_) => &[],
    };
    let shown = AgreeShown {
        agreement: &agreement,
        about: About::Table {
            name: &matrix.name,
            sha256: &matrix.sha256,
            words,
        },
        title: None,
        typed: file,
        all: args.all,
        lang: context.lang,
    };
    match args.output.chosen() {
        Format::Json => args
            .output
            .record(&record::agree(&shown, &warnings), context),
        Format::Csv => args.output.table(&rows(&shown), context),
        Format::Table | Format::Md => args.output.documents(&[document(&shown)], context),
    }
}

/// The table as numbers.
fn plain(matrix: &Matrix, scale: Option<(i64, i64)>) -> PlainTable {
    #[expect(clippy::cast_precision_loss, reason = "few levels and few words")]
    let levels: Option<Vec<f64>> =
        scale.map(|(low, high)| (low..=high).map(|it| it as f64).collect());
    #[expect(clippy::cast_precision_loss, reason = "few levels and few words")]
    let cells = match &matrix.cells {
        Cells::Numbers(cells) => cells.clone(),
        Cells::Words(_, cells) => cells.iter().map(|it| it.map(|it| it as f64)).collect(),
    };
    PlainTable {
        coders: matrix.coders.clone(),
        units: matrix.units.clone(),
        cells,
        words: matches!(matrix.cells, Cells::Words(..)),
        levels: levels.as_deref().and_then(Levels::new),
    }
}
