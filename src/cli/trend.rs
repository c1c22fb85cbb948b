//! `siap trend`: the same regions from wave to wave.

use std::collections::BTreeSet;

use clap::Args;
use siap::compare::trend::{self, Trend as Found, TrendChoice, waves_of};
use siap::framework::library;
use siap::problem::Problem;
use siap::statement::Field;
use siap::study::{Project, Scored, selection};
use siap::text::{Lang, Text, list, say};
use siap::view::chart::Chart as Figure;
use siap::view::trend::TrendReport;

use super::args::{Data, Output, Regions, Selection};
use super::context::Context;
use super::driver;
use super::error::Refused;
use super::files::Disk;
use super::load::{self, Loaded};

#[derive(Debug, Args)]
pub(crate) struct Arguments {
    #[command(flatten)]
    pub(crate) data: Data,
    #[arg(long, value_name = "WAVE|A..B")]
    pub(crate) wave: Vec<String>,
    #[command(flatten)]
    pub(crate) regions: Regions,
    #[arg(long, value_name = "FOLDER")]
    pub(crate) figures: Option<String>,
    #[command(flatten)]
    pub(crate) output: Output,
}

pub(super) fn run(args: &Arguments, context: Context) -> anyhow::Result<()> {
    let mut loaded = load::load(&args.data.expecting(&args.regions.places.province), context)?;
    loaded.warn_of_rows_left_out();
    one_framework(&loaded)?;
    let figures = args.figures.as_deref();
    driver::loaded(&loaded, &args.output, figures, |project, lang| {
        let reports = project.scored.iter();
        reports
            .map(|it| report(it, &args.wave, &args.regions, lang).map(driver::report))
            .collect()
    })
}

/// A figure of a trend, for `siap chart`.
pub(super) fn figure(
    loaded: &Loaded,
    selection: &Selection,
    draw: fn(&TrendReport) -> Figure,
) -> anyhow::Result<Figure> {
    one_framework(loaded)?;
    let waves: Vec<String> = selection.wave.iter().cloned().collect();
    let report = report(loaded.only()?, &waves, &selection.regions, loaded.lang())?;
    Ok(draw(&report))
}

fn report<'a>(
    scored: &'a Scored,
    waves: &[String],
    regions: &Regions,
    lang: Lang,
) -> Result<TrendReport<'a>, Refused> {
    Ok(TrendReport {
        scored,
        trend: follow(scored, waves, regions)?,
        lang,
    })
}

/// The trend between the waves that `words` name.
fn follow(it: &Scored, words: &[String], regions: &Regions) -> Result<Found, Refused> {
    let (first, last) = ends(words)?;
    let known = |wave: Option<String>| -> Result<Option<String>, Refused> {
        let Some(wave) = wave else { return Ok(None) };
        selection::wave_must_exist(it, &wave)?;
        Ok(Some(selection::wave_as_written(it, &wave).to_string()))
    };
    let (first, last) = (known(first)?, known(last)?);
    // Two waves given one by one stand in no order; a range does.
    if words.len() == 1 {
        are_in_order(it, &first, &last)?;
    }
    let asked = selection::choice(it, &regions.asked(), &Disk)?;
    let choice = TrendChoice {
        first,
        last,
        kind: asked.kind,
        stage: asked.stage,
        regions: asked.regions,
        shown: asked.shown,
    };
    let targets = &it.targets;
    let found = trend::trend(&it.framework, &it.assessed, &it.method, targets, &choice);
    if found.waves.len() < 2 {
        let problem = Problem::error(say::trend_too_few_waves(named(&found.waves)));
        return Err(Refused(vec![problem]));
    }
    Ok(found)
}

/// First and last wave: two words, or one word `FIRST..LAST` of which either end may be left open.
fn ends(words: &[String]) -> Result<(Option<String>, Option<String>), Refused> {
    let named = |word: &str| match word.trim() {
        "" | "latest" | "terbaru" => None,
        word => Some(word.to_owned()),
    };
    let found = match words {
        [] => return Ok((None, None)),
        [one] => one
            .split_once("..")
            .map(|(first, last)| (named(first), named(last))),
        [first, last] => Some((named(first), named(last))),
        _ => None,
    };
    match found {
        Some((None, None)) => Err(two_waves()),
        Some((first, last)) if first != last => Ok((first, last)),
        _ => Err(two_waves()),
    }
}

/// Refuses a first wave that comes after the last.
fn are_in_order(it: &Scored, first: &Option<String>, last: &Option<String>) -> Result<(), Refused> {
    let waves = waves_of(&it.assessed);
    let at = |wave: &Option<String>| {
        let wave = wave.as_deref()?;
        waves.iter().position(|it| **it == *wave)
    };
    match (at(first), at(last), first, last) {
        (Some(from), Some(to), Some(first), Some(last)) if from > to => {
            let problem = Problem::misuse(say::trend_waves_reversed(first, last));
            let help = say::trend_waves_reversed_help(last, first);
            Err(Refused(vec![problem.help(help)]))
        }
        _ => Ok(()),
    }
}

fn two_waves() -> Refused {
    let problem = Problem::misuse(say::trend_needs_two_waves());
    Refused(vec![problem.help(say::trend_two_waves_help())])
}

fn named(waves: &[std::sync::Arc<str>]) -> Text {
    if waves.is_empty() {
        say::trend_no_waves().text
    } else {
        Text::same(list(waves))
    }
}

/// Refuses to join waves that stand under different frameworks, or versions of one.
///
/// Frameworks that share all their waves need no joining: each has its own trend.
fn one_framework(project: &Project) -> Result<(), Refused> {
    let waves: Vec<Vec<std::sync::Arc<str>>> = project
        .scored
        .iter()
        .map(|it| waves_of(&it.assessed))
        .collect();
    if waves.windows(2).all(|pair| pair[0] == pair[1]) {
        return Ok(());
    }
    let mut problem = Problem::error(say::trend_of_several_frameworks());
    // Where the second framework begins.
    if let Some(statements) = project.scored.get(1).map(|it| &it.statements)
        && let Some(row) = statements.rows().first()
    {
        problem = problem.at(statements.place(row, Field::Framework));
    }
    for (it, waves) in project.scored.iter().zip(&waves) {
        let (id, version) = (it.framework.id(), it.framework.version());
        problem = problem.help(say::trend_framework_waves(id, version, named(waves)));
    }
    for it in &project.scored {
        let next = it.framework.repealed_by();
        let here = |next: &&str| project.scored.iter().any(|it| it.framework.id() == *next);
        if let Some(next) = next.filter(here) {
            problem = problem.help(say::trend_replaced(it.framework.id(), next));
        }
    }
    let ids: Vec<&str> = project.scored.iter().map(|it| it.framework.id()).collect();
    let distinct: BTreeSet<&str> = ids.iter().copied().collect();
    let joined = library::crosswalk_ids()
        .filter_map(|id| library::crosswalk(id).ok())
        .map(|(crosswalk, _)| crosswalk);
    let joined: Vec<_> = joined.collect();
    // The last is most likely the framework that is in force.
    let onto = distinct.iter().rev().find(|onto| {
        let reaches = |from: &&&str| from != onto && joined.iter().any(|it| it.joins(from, onto));
        distinct.iter().filter(reaches).count() + 1 == distinct.len()
    });
    problem = match onto.filter(|_| distinct.len() > 1) {
        Some(onto) => problem.help(say::trend_bridge_help(*onto)),
        None if distinct.len() > 1 => {
            let named = list(distinct.iter().map(|it| format!("`{it}`")));
            problem.help(say::trend_no_bridge(named))
        }
        None => problem,
    };
    for (id, waves) in ids.iter().zip(&waves) {
        let is_alone = ids.iter().filter(|it| *it == id).count() == 1;
        if is_alone && waves.len() > 1 {
            problem = problem.help(say::trend_follow_one(*id, list(waves)));
        }
    }
    Err(Refused(vec![problem]))
}
