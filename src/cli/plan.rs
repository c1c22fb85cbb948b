//! `siap plan`: the fewest or cheapest raises that reach a target.

use clap::Args;
use siap::study::wish::{self, Asked, Target};
use siap::view::planning::PlanReport;

use super::args::{Data, OneRegion, Output};
use super::context::Context;
use super::driver;
use super::error::Refused;
use super::files::Disk;
use super::value;

#[derive(Debug, Args)]
pub(crate) struct Arguments {
    #[command(flatten)]
    data: Data,
    #[command(flatten)]
    of: OneRegion,
    #[arg(long, value_name = "NUMBER|predikat:BAND", required = true, value_parser = value::target, allow_negative_numbers = true)]
    target: Target,
    #[arg(long, value_name = "NODE")]
    node: Option<String>,
    #[arg(long, value_name = "WAVE")]
    until: Option<String>,
    #[arg(long, value_name = "K", value_parser = value::max_step)]
    max_step: Option<usize>,
    #[arg(long, value_name = "FILE|levels")]
    cost: Option<String>,
    #[arg(long, value_name = "INDICATOR=LEVEL", value_parser = value::fix)]
    fix: Vec<(String, String)>,
    #[command(flatten)]
    output: Output,
}

pub(super) fn run(args: &Arguments, context: Context) -> anyhow::Result<()> {
    let asked = Asked {
        selection: args.of.asked(),
        target: args.target.clone(),
        node: args.node.clone(),
        until: args.until.clone(),
        most: args.max_step,
        cost: args.cost.clone(),
        fixes: args.fix.clone(),
    };
    driver::each(&args.data, &args.output, None, context, |scored, lang| {
        let planned = wish::planned(scored, &asked, &Disk).map_err(Refused)?;
        Ok(Box::new(PlanReport {
            scored,
            planned,
            lang,
        }))
    })
}
