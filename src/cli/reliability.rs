//! `siap reliability`: what questionnaire answers say, and whether items go together.

use clap::{Args, ValueEnum};
use siap::framework::{BandSet, bands, library};
use siap::problem::{Problem, suggest};
use siap::read::responses::{self, ResponseOptions, Responses};
use siap::scrutiny::questionnaire::{
    Construct, NoQuestionnaire, Question, Questionnaire, Respondent, WHOLE, analyse_parts,
    analyse_whole, attribute, whole_levels,
};
use siap::statement::{Field, Origin};
use siap::stats::Missing;
use siap::study::{self, Files as _};
use siap::text::{Lang, Sentence, Text, list, say};
use siap::view::reliability::{By, ReliabilityReport, Sampling, Split};
use siap::view::subject::{PlainFile, Subject};

use super::agree::levels_are_sound;
use super::args::{Data, DecimalChoice, Output, Plain, Selection};
use super::context::Context;
use super::driver;
use super::error::Refused;
use super::files::Disk;
use super::load::Loaded;
use super::{error, load, misuse};

#[derive(Debug, Args)]
pub(crate) struct Arguments {
    #[command(flatten)]
    pub(crate) data: Data,
    #[command(flatten)]
    pub(crate) plain: Plain,
    #[arg(long, value_name = "MIN..MAX", allow_hyphen_values = true)]
    pub(crate) scale: Option<String>,
    #[arg(long, value_name = "ITEM,…", value_delimiter = ',')]
    pub(crate) reverse: Vec<String>,
    #[arg(long, value_name = "NAME=ITEM,…")]
    pub(crate) construct: Vec<String>,
    #[arg(long, value_name = "role|agency|region|…")]
    pub(crate) by: Vec<String>,
    #[arg(long, value_name = "NAME|FILE")]
    pub(crate) bands: Vec<String>,
    #[arg(long, value_name = "listwise|pairwise", hide_possible_values = true)]
    pub(crate) deletion: Option<MissingAnswers>,
    #[arg(
        long,
        value_name = "convenience|purposive|random|census",
        hide_possible_values = true
    )]
    pub(crate) sampling: Option<SamplingChoice>,
    #[command(flatten)]
    pub(crate) selection: Selection,
    #[command(flatten)]
    pub(crate) output: Output,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum MissingAnswers {
    Listwise,
    Pairwise,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum SamplingChoice {
    #[value(alias = "kemudahan", alias = "accidental")]
    Convenience,
    Purposive,
    #[value(alias = "acak")]
    Random,
    #[value(alias = "sensus")]
    Census,
}

pub(super) fn run(args: &Arguments, context: Context) -> anyhow::Result<()> {
    let (sets, warnings) = band_sets(&args.bands)?;
    match &args.plain.matrix {
        Some(name) => of_matrix(args, name, sets, warnings, context),
        None => of_study(args, &sets, &warnings, context),
    }
}

fn of_study(
    args: &Arguments,
    sets: &[BandSet],
    of_bands: &[Problem],
    context: Context,
) -> anyhow::Result<()> {
    let of_tables = [
        ("--scale", args.scale.is_some()),
        ("--levels", !args.plain.levels.is_empty()),
        ("--leave-out", !args.plain.leave_out.is_empty()),
    ];
    misuse::refuse(&of_tables, say::option_of_matrix)?;
    load::is_of_the_whole(&args.selection)?;
    let by: Result<Vec<Field>, _> = args.by.iter().map(|it| attribute(it)).collect();
    let by = by.map_err(Refused)?;
    let mut loaded = load::load(&args.data, context)?;
    without_alike_rows(&mut loaded);
    driver::loaded(&loaded, &args.output, None, |project, lang| {
        let mut reports = Vec::new();
        let mut skipped = Vec::new();
        for it in &project.scored {
            let shown = load::selected(it, &args.selection)?;
            let made =
                Questionnaire::of_study(&it.framework, &it.statements, &it.assessed, &shown, &by);
            let (mut questionnaire, mut warnings) = match made {
                Ok(made) => made,
                // Of several frameworks some may be no questionnaire.
                Err(NoQuestionnaire::NoItems(problems)) => {
                    skipped.extend(problems);
                    continue;
                }
                Err(NoQuestionnaire::Unsound(problems)) => return Err(Refused(problems)),
            };
            error::show(&warnings, lang);
            as_asked(args, &mut questionnaire)?;
            warnings.extend_from_slice(of_bands);
            reports.push(driver::report(ReliabilityReport {
                warnings,
                bands: sets.to_vec(),
                ..report(
                    args,
                    Subject::Study(it),
                    questionnaire,
                    by.iter().copied().map(By::Attribute).collect(),
                    lang,
                )
            }));
        }
        if reports.is_empty() {
            return Err(Refused(skipped));
        }
        Ok(reports)
    })
}

/// Takes out the warnings of rows that stand twice where they are respondents of a wide table:
/// two people may well give the same answers.
fn without_alike_rows(loaded: &mut Loaded) {
    let is_wide = |origin: Origin| origin.cell.is_some();
    for it in &mut loaded.scored {
        if it.statements.rows().iter().any(|row| is_wide(row.origin())) {
            it.warnings.retain(|it| it.code != "duplicate_row");
        }
    }
}

fn of_matrix(
    args: &Arguments,
    name: &str,
    bands: Vec<BandSet>,
    of_bands: Vec<Problem>,
    context: Context,
) -> anyhow::Result<()> {
    misuse::of_table(&args.data, &args.selection)?;
    levels_are_sound(&args.plain.levels, false)?;
    args.output.suits_table(name)?;
    let scale = args.scale.as_deref().map(ends).transpose()?;
    let options = ResponseOptions {
        decimal: args.data.decimal.map(DecimalChoice::sign),
        scale,
        levels: args.plain.levels.clone(),
        attributes: args.by.clone(),
        leave_out: args.plain.leave_out.clone(),
        items: named_items(args),
    };
    let bytes = Disk.read(name).map_err(Refused)?;
    let (matrix, mut warnings) = responses::read(&bytes, name, &options).map_err(Refused)?;
    warnings.extend(of_bands);
    error::show(&warnings, context.lang);
    let questionnaire = questionnaire(args, &matrix, matrix.scale)?;
    let subject = Subject::Table(PlainFile {
        name: name.to_owned(),
        sha256: matrix.sha256,
        warnings,
    });
    let by = args.by.iter().cloned().map(By::Header).collect();
    let report = ReliabilityReport {
        bands,
        ..report(args, subject, questionnaire, by, context.lang)
    };
    args.output
        .deliver(&[driver::report(report)], None, context)
}

/// What the answers say, without bands.
fn report<'a>(
    args: &Arguments,
    subject: Subject<'a>,
    questionnaire: Questionnaire,
    by: Vec<By>,
    lang: Lang,
) -> ReliabilityReport<'a> {
    let missing = match args.deletion {
        Some(MissingAnswers::Pairwise) => Missing::Pairwise,
        Some(MissingAnswers::Listwise) | None => Missing::Listwise,
    };
    ReliabilityReport {
        subject,
        whole: analyse_whole(&questionnaire, missing),
        splits: by
            .into_iter()
            .enumerate()
            .map(|(way, by)| Split {
                by,
                parts: analyse_parts(&questionnaire, way, missing),
            })
            .collect(),
        questionnaire,
        bands: Vec::new(),
        missing,
        sampling: args.sampling.map(|it| match it {
            SamplingChoice::Convenience => Sampling::Convenience,
            SamplingChoice::Purposive => Sampling::Purposive,
            SamplingChoice::Random => Sampling::Random,
            SamplingChoice::Census => Sampling::Census,
        }),
        warnings: Vec::new(),
        lang,
    }
}

/// The sets of bands asked for, of which no two may be of the same measure.
fn band_sets(names: &[String]) -> Result<(Vec<BandSet>, Vec<Problem>), Refused> {
    let mut sets: Vec<BandSet> = Vec::new();
    let mut warnings = Vec::new();
    for name in names {
        let (set, more) = if name.ends_with(".toml") {
            bands::load(&study::text(&Disk, name)?, name).map_err(Refused)?
        } else {
            library::band_set(name).map_err(Refused)?
        };
        if let Some(known) = sets.iter().find(|it| it.measure == set.measure) {
            let sentence = say::band_set_twice(&known.id, &set.id, set.measure.id());
            return Err(Refused::one(sentence));
        }
        warnings.extend(more);
        sets.push(set);
    }
    Ok((sets, warnings))
}

/// The ends of a scale written as `1..5`.
fn ends(text: &str) -> Result<(f64, f64), Refused> {
    let parts = text.split_once("..").or_else(|| text.split_once('–'));
    let parsed = parts.and_then(|(low, high)| {
        let ends: (f64, f64) = (low.trim().parse().ok()?, high.trim().parse().ok()?);
        (ends.0.is_finite() && ends.1.is_finite() && ends.0 < ends.1).then_some(ends)
    });
    parsed.ok_or_else(|| Refused::one(say::responses_bad_scale(text)))
}

/// Every item that `--reverse` and `--construct` name.
fn named_items(args: &Arguments) -> Vec<String> {
    let constructs = args.construct.iter().filter_map(|it| it.split_once('='));
    let of_constructs = constructs.flat_map(|it| it.1.split(','));
    let all = args.reverse.iter().map(String::as_str).chain(of_constructs);
    all.map(|it| it.trim().to_owned()).collect()
}

/// The items turned round and the constructs that were asked for, of items with these ids.
fn asked(
    args: &Arguments,
    items: &[String],
    unknown: fn(String) -> Sentence,
) -> Result<(Vec<usize>, Vec<Construct>), Vec<Problem>> {
    let mut problems = Vec::new();
    let mut position = |item: &str| {
        let item = item.trim();
        let found = items.iter().position(|it| it == item);
        if found.is_none() {
            let help = match suggest(item, items.iter().map(String::as_str)) {
                Some(near) => say::did_you_mean(near),
                None => say::responses_items(list(items)),
            };
            problems.push(Problem::error(unknown(item.to_owned())).help(help));
        }
        found
    };
    let reversed: Vec<usize> = args
        .reverse
        .iter()
        .filter_map(|item| position(item))
        .collect();
    let mut constructs = Vec::new();
    let mut misspelt = Vec::new();
    for text in &args.construct {
        let parsed = text.split_once('=').map(|(name, items)| {
            let mut items: Vec<usize> = items.split(',').filter_map(&mut position).collect();
            items.sort_unstable();
            items.dedup();
            (name.trim(), items)
        });
        // `index` is all items together, and a name stands for one construct.
        let is_taken = |name: &str| {
            name.is_empty()
                || name == WHOLE
                || constructs.iter().any(|it: &Construct| it.id == name)
        };
        match parsed {
            Some((name, inside)) if !is_taken(name) && inside.len() > 1 => {
                // An item stands against one total in every table: the second would go unsaid.
                for other in &constructs {
                    let shared = inside.iter().find(|it| other.items.contains(it));
                    if let Some(at) = shared {
                        let sentence = say::constructs_overlap(&items[*at], &other.id, name);
                        let problem = Problem::error(sentence);
                        misspelt.push(problem.help(say::constructs_overlap_help()));
                    }
                }
                constructs.push(Construct {
                    id: name.to_owned(),
                    title: Text::same(name),
                    items: inside,
                });
            }
            _ => misspelt.push(Problem::error(say::bad_construct(text))),
        }
    }
    if problems.is_empty() {
        problems = misspelt;
    }
    match problems.is_empty() {
        true => Ok((reversed, constructs)),
        false => Err(problems),
    }
}

/// Turns items of a study round and adds constructs, as asked.
fn as_asked(args: &Arguments, of: &mut Questionnaire) -> Result<(), Refused> {
    let ids: Vec<String> = of.items.iter().map(|it| it.id.clone()).collect();
    let (mut reversed, constructs) =
        asked(args, &ids, say::responses_item_of_study).map_err(Refused)?;
    reversed.sort_unstable();
    reversed.dedup();
    of.turn(&reversed);
    // What is asked for takes the place of the groups of the framework: an item stands against one total.
    if !constructs.is_empty() {
        of.constructs.truncate(1);
        of.constructs.extend(constructs);
    }
    Ok(())
}

fn questionnaire(
    args: &Arguments,
    matrix: &Responses,
    scale: Option<(f64, f64)>,
) -> Result<Questionnaire, Refused> {
    let (reversed, constructs) =
        asked(args, &matrix.items, say::responses_unknown_item).map_err(Refused)?;
    if scale.is_none() && !args.reverse.is_empty() {
        return Err(Refused::one(say::reverse_needs_scale()));
    }
    let levels = scale.map_or_else(Vec::new, |(min, max)| whole_levels(min, max));
    let question = |(at, name): (usize, &String)| Question {
        id: name.clone(),
        title: Text::same(name),
        ends: scale,
        levels: levels.iter().map(|it| (*it, None)).collect(),
        reversed: reversed.contains(&at),
    };
    let items = matrix.items.iter().enumerate().map(question).collect();
    let rows = matrix.rows.iter().map(|row| Respondent {
        attributes: row.attributes.clone(),
        answers: row.answers.clone(),
    });
    let of = Questionnaire::of_matrix(items, constructs, rows.collect());
    if of.respondents.len() < 2 {
        let problem = Problem::error(say::too_few_respondents(of.respondents.len()));
        return Err(Refused(vec![problem.help(say::too_few_rows_help())]));
    }
    for (way, name) in args.by.iter().enumerate() {
        if of.respondents.iter().all(|it| it.attributes[way].is_none()) {
            return Err(Refused::one(say::attribute_blank(name)));
        }
    }
    Ok(of)
}
