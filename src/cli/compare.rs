//! `siap compare`: regions in one order, and all that weakens it.

use clap::Args;
use siap::view;

use super::args::{Data, Format, Output, Selection};
use super::context::Context;
use super::load;
use super::output::Gathered;

#[derive(Debug, Args)]
pub(crate) struct Arguments {
    #[command(flatten)]
    pub(crate) data: Data,
    #[command(flatten)]
    pub(crate) selection: Selection,
    #[arg(long, value_name = "FOLDER")]
    pub(crate) figures: Option<String>,
    #[command(flatten)]
    pub(crate) output: Output,
}

pub(super) fn run(args: &Arguments, context: Context) -> anyhow::Result<()> {
    let loaded = load::load(&args.data, context)?;
    args.output.suits(&loaded)?;
    load::tell_warnings(&loaded);
    let context = loaded.context;
    let mut gathered = Gathered::new(args.figures.as_deref(), &loaded);
    for it in &loaded.scored {
        let choice = load::choice(it, &args.selection)?;
        let comparison = it.compare(&choice);
        let shown = loaded.shown(it, &comparison);
        gathered.draw(&it.framework, || view::figures::all(&shown))?;
        match args.output.chosen() {
            Format::Json => gathered.record(&view::record::compare(&shown, &it.warnings))?,
            Format::Csv => gathered.table(&view::ranking::rows(&shown))?,
            Format::Table | Format::Md => gathered.document(view::ranking::document(&shown)),
        }
    }
    args.output.finish(gathered, context)
}
