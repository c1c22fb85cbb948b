//! `siap matrix`: level, counts and finding for each region and indicator.

use clap::Args;
use siap::view;

use super::args::{Data, Format, Output, Selection};
use super::context::Context;
use super::load;

#[derive(Debug, Args)]
pub(super) struct Arguments {
    #[command(flatten)]
    data: Data,
    #[command(flatten)]
    selection: Selection,
    #[command(flatten)]
    output: Output,
}

pub(super) fn run(args: &Arguments, context: Context) -> anyhow::Result<()> {
    let loaded = load::load(&args.data, context)?;
    args.output.suits(&loaded)?;
    load::tell_warnings(&loaded);
    let lang = loaded.lang();
    let mut documents = Vec::new();
    for it in &loaded.scored {
        let shown = load::selected(it, &args.selection)?;
        let (framework, assessed) = (&it.framework, &it.assessed);
        let rows = || view::matrix::rows(framework, &it.statements, assessed, &shown, lang);
        match args.output.chosen() {
            Format::Json => {
                let record =
                    view::matrix::record(framework, &it.statements, assessed, &shown, lang);
                return args.output.record(&record, loaded.context);
            }
            Format::Csv => return args.output.table(&rows(), loaded.context),
            Format::Table | Format::Md => documents.push(view::matrix::document(it, &shown, lang)),
        }
    }
    args.output.documents(&documents, loaded.context)
}
