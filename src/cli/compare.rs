//! `siap compare`: regions in one order, and all that weakens it.

use std::num::NonZeroUsize;

use clap::Args;
use siap::compare::{Choice, Ends};
use siap::scrutiny::agree;
use siap::view::comparison::ComparisonReport;

use super::args::{Data, Output, Selection};
use super::context::Context;
use super::driver;
use super::load;

#[derive(Debug, Args)]
pub(crate) struct Arguments {
    #[command(flatten)]
    pub(crate) data: Data,
    #[command(flatten)]
    pub(crate) selection: Selection,
    #[arg(long, value_name = "N")]
    pub(crate) top: Option<NonZeroUsize>,
    #[arg(long, value_name = "N")]
    pub(crate) bottom: Option<NonZeroUsize>,
    #[arg(long, value_name = "FOLDER")]
    pub(crate) figures: Option<String>,
    #[command(flatten)]
    pub(crate) output: Output,
}

pub(super) fn run(args: &Arguments, context: Context) -> anyhow::Result<()> {
    let figures = args.figures.as_deref();
    driver::each(
        &args.data.expecting(&args.selection.regions.places.province),
        &args.output,
        figures,
        context,
        |scored, lang| {
            let choice = Choice {
                ends: Ends {
                    top: args.top.map(NonZeroUsize::get),
                    bottom: args.bottom.map(NonZeroUsize::get),
                },
                ..load::choice(scored, &args.selection)?
            };
            let comparison = scored.compare(&choice);
            // Units are drawn in the order of the assessments, as `agree` draws them.
            let mut shown = comparison.shown.clone();
            shown.sort_unstable();
            let agreement = agree::of_study(
                &scored.framework,
                &scored.statements,
                &scored.assessed,
                &shown,
                agree::Choices::default(),
            );
            Ok(Box::new(ComparisonReport {
                scored,
                comparison,
                agreement,
                lang,
            }))
        },
    )
}
