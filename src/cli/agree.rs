//! `siap agree`: would another coder have said the same?

use siap::problem::Problem;
use siap::read::matrix::{self, Cells, Matrix, MatrixOptions};
use siap::scrutiny::agree::{self, Choices, PlainTable};
use siap::stats::IntervalMethod;
use siap::stats::agreement::Levels;
use siap::study::Files as _;
use siap::text::say;
use siap::view::agree::{About, AgreeShown, document, record, rows};

use super::args::{Agree, Data, DecimalChoice, Format, IntervalChoice};
use super::error::{self, Refused};
use super::files::{self, Disk};
use super::load;
use super::output::Context;

pub(super) fn run(args: &Agree, context: Context) -> anyhow::Result<()> {
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

fn of_study(args: &Agree, choices: Choices, context: Context) -> anyhow::Result<()> {
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

fn of_table(args: &Agree, file: &str, choices: Choices, context: Context) -> anyhow::Result<()> {
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
