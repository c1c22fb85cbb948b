//! `siap chart`: one figure, in the format of the file's ending.

use clap::Args;
use clap::builder::{PossibleValuesParser, TypedValueParser};
use siap::render::figure::{PAINTERS, Painter};
use siap::text::{either, label, say};
use siap::view::chart::Chart;
use siap::view::figures::{FIGURES, Figure, Of, drawn, has_data};
use siap::view::shown::Shown;

use super::args::{Data, Selection};
use super::context::Context;
use super::error::Refused;
use super::load::{self, Loaded};
use super::output::remark;
use super::paint::painted;
use super::{files, trend};

#[derive(Debug, Args)]
pub(crate) struct Arguments {
    #[arg(value_name = names(), value_parser = figures(), hide_possible_values = true)]
    pub(crate) figure: &'static Figure,
    #[command(flatten)]
    pub(crate) data: Data,
    #[command(flatten)]
    pub(crate) selection: Selection,
    #[arg(short, long, value_name = "FILE")]
    pub(crate) output: String,
}

/// `ranking|heatmap|…`: the figures there are.
fn names() -> String {
    let names: Vec<&str> = FIGURES.iter().map(|it| it.name).collect();
    names.join("|")
}

fn figures() -> impl TypedValueParser<Value = &'static Figure> {
    let names = PossibleValuesParser::new(FIGURES.iter().map(|it| it.name));
    names.try_map(|name| Figure::named(&name).ok_or("no such figure"))
}

pub(super) fn run(args: &Arguments, context: Context) -> anyhow::Result<()> {
    let ending = args.output.rsplit_once('.').map(|(_, it)| it);
    let Some(painter) = ending.and_then(Painter::of_ending) else {
        let endings = either(PAINTERS.iter().map(|it| format!(".{}", it.ending)));
        return Err(Refused::misuse(say::unknown_ending(&args.output, endings)).into());
    };
    let loaded = load::load(
        &args.data.expecting(&args.selection.regions.places.province),
        context,
    )?;
    loaded.keeps_inputs(&args.output)?;
    load::tell_warnings(&loaded);
    let chart = asked_for(args, &loaded)?;
    let bytes = painted(&chart, painter)?;
    files::write_all(None, &[(args.output.clone(), bytes)])?;
    remark(&label::written(loaded.lang(), &args.output));
    Ok(())
}

/// The figure that was asked for.
fn asked_for(args: &Arguments, loaded: &Loaded) -> anyhow::Result<Chart> {
    let draw = match args.figure.of {
        Of::Comparison(draw) => draw,
        Of::Trend(draw) => return trend::figure(loaded, &args.selection, draw),
    };
    let scored = loaded.only()?;
    let comparison = scored.compare(&load::choice(scored, &args.selection)?);
    let shown = Shown {
        scored,
        comparison: &comparison,
        lang: loaded.lang(),
    };
    let chart = drawn(draw, shown);
    if !has_data(&chart) {
        return Err(Refused::one(say::figure_without_data(&chart.id)).into());
    }
    Ok(chart)
}
