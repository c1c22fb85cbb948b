//! `siap agree`: would another coder have said the same?

use clap::{Args, ValueEnum};
use siap::read::matrix::{self, Cells, Matrix, MatrixOptions};
use siap::scrutiny::agree::{self, Choices, PlainTable};
use siap::stats::IntervalMethod;
use siap::stats::agreement::Levels;
use siap::study::Files as _;
use siap::text::{say, shell_word};
use siap::view::agree::AgreeReport;
use siap::view::subject::{PlainFile, Subject};

use super::args::{Data, DecimalChoice, Output, Selection};
use super::context::Context;
use super::driver;
use super::error::{self, Refused};
use super::files::Disk;
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
    load::is_of_the_whole(&args.selection)?;
    if args.scale.is_some() {
        return Err(Refused::one(say::scale_of_matrix_only()).into());
    }
    driver::run(&args.data, &args.output, None, context, |project, lang| {
        let several = project.scored.len() > 1;
        let mut reports = Vec::new();
        for scored in &project.scored {
            let shown = load::selected(scored, &args.selection)?;
            let (framework, statements) = (&scored.framework, &scored.statements);
            let assessed = &scored.assessed;
            let warnings = agree::without_coder(framework, statements, assessed, &shown);
            error::show(&warnings, lang);
            reports.push(AgreeReport {
                warnings,
                subject: Subject::Study(scored),
                agreement: agree::agree(framework, statements, assessed, &shown, choices),
                words: Vec::new(),
                typed: typed(&args.data, several.then(|| framework.id())),
                all: args.all || args.output.full,
                lang,
            });
        }
        // Of several frameworks those that nobody coded would only be in the way.
        if reports.iter().any(|it| it.agreement.counts.any()) {
            reports.retain(|it| it.agreement.counts.any());
        }
        Ok(reports.into_iter().map(driver::report).collect())
    })
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
    let words: Vec<String> = words.iter().map(|it| shell_word(it)).collect();
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
    args.output.suits_table(file)?;
    let options = MatrixOptions {
        decimal: args.data.decimal.map(DecimalChoice::sign),
        scale: args.scale,
    };
    let (matrix, warnings) =
        matrix::read(&Disk.read(file).map_err(Refused)?, file, options).map_err(Refused)?;
    error::show(&warnings, context.lang);
    let report = AgreeReport {
        warnings: Vec::new(),
        agreement: agree::agree_plain(&plain(&matrix, args.scale), choices),
        words: match matrix.cells {
            Cells::Words(words, _) => words,
            Cells::Numbers(_) => Vec::new(),
        },
        subject: Subject::Table(PlainFile {
            name: matrix.name,
            sha256: matrix.sha256,
            warnings,
        }),
        typed: shell_word(file),
        all: args.all || args.output.full,
        lang: context.lang,
    };
    args.output
        .deliver(&[driver::report(report)], None, context)
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
