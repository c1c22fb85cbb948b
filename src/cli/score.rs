//! `siap score`: the tree with its scores.

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
        match args.output.chosen() {
            Format::Json => {
                let warnings = &it.warnings;
                let record = view::record::score(
                    framework,
                    &it.statements,
                    assessed,
                    (&it.method, &it.targets),
                    &shown,
                    warnings,
                    lang,
                );
                return args.output.record(&record, loaded.context);
            }
            Format::Csv => {
                let table = view::score::rows(framework, assessed, &shown);
                return args.output.table(&table, loaded.context);
            }
            Format::Table | Format::Md => {
                documents.push(view::score::document(it, &shown, lang));
            }
        }
    }
    args.output.documents(&documents, loaded.context)
}
