//! `siap agree`: would another coder have said the same?

use clap::{Args, ValueEnum};
use siap::problem::{Place, Problem};
use siap::read::matrix::{self, Cells, Matrix, MatrixOptions, Shape};
use siap::read::ordered::Ordered;
use siap::scrutiny::agree::{self, Choices, Family, PlainTable};
use siap::stats::IntervalMethod;
use siap::stats::agreement::{Levels, Metric};
use siap::study::Files as _;
use siap::text::{list, say, shell_word};
use siap::view::agree::{AgreeReport, Layout, ReadAs};
use siap::view::subject::{PlainFile, Subject};

use super::args::{Data, DecimalChoice, Output, Plain, Selection};
use super::context::Context;
use super::driver;
use super::error::{self, Refused};
use super::files::Disk;
use super::misuse;
use super::{load, value};

#[derive(Debug, Args)]
pub(crate) struct Arguments {
    #[command(flatten)]
    pub(crate) data: Data,
    #[command(flatten)]
    pub(crate) selection: Selection,
    #[command(flatten)]
    pub(crate) plain: Plain,
    #[arg(long, value_name = "A..B", value_parser = scale, allow_hyphen_values = true)]
    pub(crate) scale: Option<(i64, i64)>,
    #[arg(
        long,
        value_name = "units|counts|square|coders-in-rows|long",
        value_parser = value::one_of(&Shape::ALL, Shape::id),
        hide_possible_values = true
    )]
    pub(crate) shape: Option<Shape>,
    #[arg(long, value_name = "COLUMN")]
    pub(crate) unit: Option<String>,
    #[arg(long, value_name = "COLUMN,…", value_delimiter = ',')]
    pub(crate) coders: Vec<String>,
    #[arg(
        long,
        value_name = "nominal|ordinal|interval|ratio",
        value_parser = value::one_of(&Metric::ALL, Metric::code),
        hide_possible_values = true
    )]
    pub(crate) metric: Option<Metric>,
    #[arg(long)]
    pub(crate) all: bool,
    #[arg(long, value_name = "N", allow_negative_numbers = true)]
    pub(crate) seed: Option<u64>,
    #[arg(long, value_name = "N", value_parser = resamples)]
    pub(crate) resamples: Option<u32>,
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
    resampling_has_effect(args)?;
    let choices = Choices {
        seed: args.seed.unwrap_or(Choices::default().seed),
        resamples: args.resamples.unwrap_or(Choices::default().resamples),
        metric: args.metric,
        interval: args.interval.map(|it| match it {
            IntervalChoice::Percentile => IntervalMethod::Percentile,
            IntervalChoice::Bca => IntervalMethod::Bca,
            IntervalChoice::Jackknife => IntervalMethod::JackknifeT,
        }),
        by_region: args.cluster.is_some(),
    };
    match &args.plain.matrix {
        Some(file) => of_table(args, file, choices, context),
        None => of_study(args, choices, context),
    }
}

fn of_study(args: &Arguments, choices: Choices, context: Context) -> anyhow::Result<()> {
    if args.scale.is_some() {
        return Err(Refused::misuse(say::scale_of_matrix_only()).into());
    }
    let of_tables = [
        ("--levels", !args.plain.levels.is_empty()),
        ("--shape", args.shape.is_some()),
        ("--unit", args.unit.is_some()),
        ("--coders", !args.coders.is_empty()),
        ("--leave-out", !args.plain.leave_out.is_empty()),
    ];
    misuse::refuse(&of_tables, say::option_of_matrix)?;
    load::is_of_the_whole(&args.selection)?;
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
                read_as: None,
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
    misuse::of_table(&args.data, &args.selection)?;
    if args.cluster.is_some() {
        return Err(Refused::misuse(say::clusters_need_regions()).into());
    }
    levels_are_sound(&args.plain.levels, args.scale.is_some())?;
    shape_has_effect(args)?;
    args.output.suits_table(file)?;
    let options = MatrixOptions {
        decimal: args.data.decimal.map(DecimalChoice::sign),
        scale: args.scale,
        levels: args.plain.levels.clone(),
        shape: args.shape,
        unit: args.unit.clone(),
        coders: args.coders.clone(),
        leave_out: args.plain.leave_out.clone(),
    };
    let bytes = Disk.read(file).map_err(Refused)?;
    let (matrix, mut warnings) = matrix::read(&bytes, file, &options).map_err(Refused)?;
    if let (Some(metric), Cells::Words(words, _)) = (args.metric, &matrix.cells)
        && metric != Metric::Nominal
    {
        let problem = Problem::misuse(say::metric_needs_order(metric.code()));
        return Err(Refused(vec![problem.help(say::levels_help(list(words)))]).into());
    }
    let agreement = agree::agree_plain(&plain(&matrix, args), choices);
    if let Some(it) = agreement.leading().filter(|_| args.metric.is_none())
        && it.family == Family::Numbers
        && it.used.iter().all(|it| it.fract() == 0.0)
    {
        let problem = Problem::warning(say::matrix_many_numbers(it.used.len()));
        let problem = problem.at(Place::file(file));
        warnings.push(problem.help(say::matrix_many_numbers_help()));
    }
    error::show(&warnings, context.lang);
    let report = AgreeReport {
        warnings: Vec::new(),
        agreement,
        read_as: Some(ReadAs {
            layout: match matrix.shape {
                Shape::Units => Layout::Units,
                Shape::Counts => Layout::Counts,
                Shape::Square => Layout::Square,
                Shape::CodersInRows => Layout::CodersInRows,
                Shape::Long => Layout::Long,
            },
            unit_column: matrix.unit_column,
            left_out: matrix.left_out,
        }),
        words: match matrix.cells {
            Cells::Words(words, _) | Cells::Levels(words, _) => words,
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

/// Refuses options of resampling that cannot have an effect.
fn resampling_has_effect(args: &Arguments) -> Result<(), Refused> {
    let jackknife = match args.interval {
        Some(it) => it == IntervalChoice::Jackknife,
        None => args.cluster.is_some(),
    };
    let none = args.resamples == Some(0);
    if none && !(args.interval == Some(IntervalChoice::Jackknife)) {
        let options = [
            ("--interval", args.interval.is_some()),
            ("--cluster", args.cluster.is_some()),
            ("--seed", args.seed.is_some()),
        ];
        return misuse::refuse(&options, say::interval_without_resamples);
    }
    let options = [
        ("--resamples", args.resamples.is_some() && jackknife),
        ("--seed", args.seed.is_some() && jackknife),
    ];
    misuse::refuse(&options, say::resamples_without_draws)
}

/// Refuses words that are no scale.
pub(super) fn levels_are_sound(levels: &[String], scale: bool) -> Result<(), Refused> {
    if levels.is_empty() {
        return Ok(());
    }
    if scale {
        return Err(Refused::misuse(say::levels_or_scale()));
    }
    match Ordered::declared(levels) {
        Some(_) => Ok(()),
        None => Err(Refused::misuse(say::levels_unsound(levels.join(",")))),
    }
}

/// Refuses what the layout asked for has no use for.
fn shape_has_effect(args: &Arguments) -> Result<(), Refused> {
    let Some(shape) = args.shape else {
        return Ok(());
    };
    let (unit, coders) = (args.unit.is_some(), !args.coders.is_empty());
    let (unit, coders) = match shape {
        Shape::Units | Shape::Long => (false, false),
        Shape::CodersInRows => (unit, false),
        Shape::Counts => (false, coders),
        Shape::Square => (false, coders && args.coders.len() != 2),
    };
    misuse::refuse(&[("--unit", unit), ("--coders", coders)], |option| {
        say::option_of_other_shape(option, shape.id())
    })
}

/// The table as numbers; words of a scale from 1 on.
fn plain(matrix: &Matrix, args: &Arguments) -> PlainTable {
    #[expect(clippy::cast_precision_loss, reason = "few levels and few words")]
    let levels: Option<Vec<f64>> = match (args.scale, &matrix.cells) {
        (Some((low, high)), _) => Some((low..=high).map(|it| it as f64).collect()),
        // A scale that was only recognised may have levels that nobody could give.
        (None, Cells::Levels(words, _)) if !args.plain.levels.is_empty() => {
            Some((1..=words.len()).map(|it| it as f64).collect())
        }
        _ => None,
    };
    #[expect(clippy::cast_precision_loss, reason = "few levels and few words")]
    let cells = match &matrix.cells {
        Cells::Numbers(cells) => cells.clone(),
        Cells::Words(_, cells) => cells.iter().map(|it| it.map(|it| it as f64)).collect(),
        Cells::Levels(_, cells) => cells
            .iter()
            .map(|it| it.map(|it| it as f64 + 1.0))
            .collect(),
    };
    PlainTable {
        coders: matrix.coders.clone(),
        units: matrix.units.clone(),
        cells,
        words: matches!(matrix.cells, Cells::Words(..)),
        levels: levels.as_deref().and_then(Levels::new),
        counted: matrix.shape == Shape::Counts,
    }
}
