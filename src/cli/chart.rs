//! `siap chart`: one figure, as SVG or PNG.

use clap::{Args, ValueEnum};
use siap::render::figure;
use siap::text::say;
use siap::view::chart::Chart as Figure;
use siap::view::{figures, shown::Shown};

use super::args::{Data, Selection};
use super::context::Context;
use super::error::Refused;
use super::output::remark;
use super::{files, load};

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum FigureName {
    Ranking,
    Heatmap,
    Radar,
    Trend,
}

#[derive(Debug, Args)]
pub(crate) struct Arguments {
    #[arg(
        value_name = "ranking|heatmap|radar|trend",
        hide_possible_values = true
    )]
    pub(crate) figure: FigureName,
    #[command(flatten)]
    pub(crate) data: Data,
    #[command(flatten)]
    pub(crate) selection: Selection,
    #[arg(short, long, value_name = "FILE")]
    pub(crate) output: String,
}

pub(super) fn run(args: &Arguments, context: Context) -> anyhow::Result<()> {
    let ending = args
        .output
        .rsplit_once('.')
        .map(|(_, it)| it.to_lowercase());
    let draw = match ending.as_deref() {
        Some("svg") => svg,
        Some("png") => png,
        _ => return Err(Refused::one(say::unknown_ending(&args.output)).into()),
    };
    let loaded = load::load(&args.data, context)?;
    loaded.keeps_inputs(&args.output)?;
    load::tell_warnings(&loaded);
    let chart = figure_asked(args, &loaded)?;
    files::write_all(None, &[(args.output.clone(), draw(&chart)?)])?;
    remark(&siap::text::label::written(loaded.lang(), &args.output));
    Ok(())
}

/// The figure that was asked for.
fn figure_asked(args: &Arguments, loaded: &load::Loaded) -> anyhow::Result<Figure> {
    let drawn: fn(&Shown) -> Figure = match args.figure {
        FigureName::Ranking => figures::ranking,
        FigureName::Heatmap => figures::heatmap,
        FigureName::Radar => figures::radar,
        FigureName::Trend => return super::trend::figure(loaded, &args.selection),
    };
    let [it] = loaded.scored.as_slice() else {
        let ids = siap::text::list(loaded.frameworks().iter().map(|it| it.id()));
        return Err(Refused::one(say::several_frameworks(ids)).into());
    };
    let choice = load::choice(it, &args.selection)?;
    let comparison = it.compare(&choice);
    let shown = loaded.shown(it, &comparison);
    Ok(drawn(&shown))
}

fn svg(chart: &Figure) -> Result<Vec<u8>, Refused> {
    figure::svg(chart)
        .map(String::into_bytes)
        .map_err(|error| failed(chart, &error))
}

fn png(chart: &Figure) -> Result<Vec<u8>, Refused> {
    figure::png(chart).map_err(|error| failed(chart, &error))
}

fn failed(chart: &Figure, error: &figure::FigureError) -> Refused {
    Refused::one(say::figure_failed(&chart.id, error.to_string()))
}

/// The figure as SVG and as PNG, with their file names.
pub(super) fn both(name: &str, chart: &Figure) -> Result<[(String, Vec<u8>); 2], Refused> {
    Ok([
        (format!("{name}.svg"), svg(chart)?),
        (format!("{name}.png"), png(chart)?),
    ])
}
