//! `siap score`: the tree with its scores.

use clap::Args;
use siap::view::score::Scores;

use super::args::{Data, Output, Selection};
use super::context::Context;
use super::load;
use super::run::{self};

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
    run::run(&args.data, &args.output, None, context, |project, lang| {
        let reports = project.scored.iter().map(|scored| {
            let shown = load::selected(scored, &args.selection)?;
            Ok(run::report(Scores {
                scored,
                shown,
                lang,
            }))
        });
        reports.collect()
    })
}
