//! `siap triangulate`: sources, methods and times against each other.

use clap::{Args, ValueEnum};
use siap::scrutiny::triangulate::coverage::coverage;
use siap::scrutiny::triangulate::saturation::saturation;
use siap::scrutiny::triangulate::{By, triangulate};
use siap::study::Scored;
use siap::text::Lang;
use siap::view::triangulate::Triangulation;

use super::args::{Data, Output, Selection};
use super::context::Context;
use super::driver;
use super::error::Refused;
use super::load;

#[derive(Debug, Args)]
pub(crate) struct Arguments {
    #[command(flatten)]
    pub(crate) data: Data,
    #[arg(long, value_name = "source|method|time", hide_possible_values = true)]
    pub(crate) by: Option<ByChoice>,
    #[command(flatten)]
    pub(crate) selection: Selection,
    #[command(flatten)]
    pub(crate) output: Output,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum ByChoice {
    #[value(alias = "sumber")]
    Source,
    #[value(alias = "teknik", alias = "metode")]
    Method,
    #[value(alias = "waktu")]
    Time,
}

pub(super) fn run(args: &Arguments, context: Context) -> anyhow::Result<()> {
    driver::each(&args.data, &args.output, None, context, |scored, lang| {
        Ok(Box::new(report(args, scored, lang)?))
    })
}

fn report<'a>(
    args: &Arguments,
    scored: &'a Scored,
    lang: Lang,
) -> Result<Triangulation<'a>, Refused> {
    let Scored {
        framework,
        statements,
        assessed,
        ..
    } = scored;
    let shown = load::selected(scored, &args.selection)?;
    let places = |by| {
        let places = triangulate(framework, statements, assessed, &shown, by);
        (by, places)
    };
    // Offices and interviews are sources.
    let of_sources = args.by.is_none_or(|by| by == ByChoice::Source);
    let planned = planned(args, scored, &shown);
    Ok(Triangulation {
        scored,
        views: views(args.by).into_iter().map(places).collect(),
        coverage: of_sources.then(|| coverage(statements, assessed, &shown, &planned)),
        planned: !planned.is_empty(),
        saturation: of_sources.then(|| saturation(framework, statements, assessed, &shown)),
        lang,
    })
}

fn views(by: Option<ByChoice>) -> Vec<By> {
    match by {
        None => vec![By::Source, By::Method, By::Time],
        Some(ByChoice::Source) => vec![By::Source],
        Some(ByChoice::Method) => vec![By::Method],
        Some(ByChoice::Time) => vec![By::Time],
    }
}

/// Region and office of the planned posts; where regions were asked for, of those only.
fn planned<'a>(args: &Arguments, it: &'a Scored, shown: &[usize]) -> Vec<(&'a str, &'a str)> {
    let all = !args.selection.regions.places.is_given();
    let is_shown = |region: &str| {
        let mut names = shown
            .iter()
            .map(|at| &it.assessed.assessments[*at].region.name);
        names.any(|name| **name == *region)
    };
    it.about
        .posts
        .iter()
        .filter(|post| all || is_shown(&post.region))
        .filter_map(|post| Some((post.region.as_str(), post.agency.as_deref()?)))
        .collect()
}
