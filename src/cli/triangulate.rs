//! `siap triangulate`: sources, methods and times against each other.

use clap::{Args, ValueEnum};
use siap::scrutiny::triangulate::coverage::coverage;
use siap::scrutiny::triangulate::saturation::saturation;
use siap::scrutiny::triangulate::{By, Place, triangulate};
use siap::study::Scored;
use siap::view;

use super::args::{Data, Format, Output, Selection};
use super::context::Context;
use super::load::{self, Loaded};
use super::output::Gathered;

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
    let loaded = load::load(&args.data, context)?;
    args.output.suits(&loaded)?;
    load::tell_warnings(&loaded);
    let context = loaded.context;
    let mut gathered = Gathered::new(None, &loaded);
    for it in &loaded.scored {
        let shown = load::selected(it, &args.selection)?;
        let views: Vec<(By, Vec<Place>)> = views(args.by)
            .into_iter()
            .map(|by| {
                let places = triangulate(&it.framework, &it.statements, &it.assessed, &shown, by);
                (by, places)
            })
            .collect();
        // Offices and interviews are sources.
        let of_sources = args.by.is_none_or(|by| by == ByChoice::Source);
        let planned = planned(args, &loaded, it, &shown);
        let covered = coverage(&it.statements, &it.assessed, &shown, &planned);
        let saturated = saturation(&it.framework, &it.statements, &it.assessed, &shown);
        let shown = view::triangulate::Shown {
            scored: it,
            framework: &it.framework,
            method: &it.method,
            statements: &it.statements,
            views: &views,
            coverage: of_sources.then_some(&covered),
            planned: !planned.is_empty(),
            saturation: of_sources.then_some(&saturated),
            lang: loaded.lang(),
        };
        match args.output.chosen() {
            Format::Json => gathered.record(&view::triangulate::record(&shown, &it.warnings))?,
            Format::Csv => gathered.table(&view::triangulate::rows(&shown))?,
            Format::Table | Format::Md => {
                gathered.document(view::triangulate::document(&shown));
            }
        }
    }
    args.output.finish(gathered, context)
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
fn planned<'a>(
    args: &Arguments,
    loaded: &'a Loaded,
    it: &Scored,
    shown: &[usize],
) -> Vec<(&'a str, &'a str)> {
    let asked = &args.selection.regions;
    let all = asked.region.is_empty()
        && asked.tag.is_empty()
        && asked.province.is_empty()
        && asked.kind.is_none();
    let is_shown = |region: &str| {
        let mut names = shown
            .iter()
            .map(|at| &it.assessed.assessments[*at].region.name);
        names.any(|name| **name == *region)
    };
    loaded
        .about
        .posts
        .iter()
        .filter(|post| all || is_shown(&post.region))
        .filter_map(|post| Some((post.region.as_str(), post.agency.as_deref()?)))
        .collect()
}
