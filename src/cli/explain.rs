//! `siap explain`: why a number of one region is what it is.

use clap::{Args, ValueEnum};
use siap::advise::explain;
use siap::assess::node_called;
use siap::study::selection;
use siap::text::say;
use siap::view::explain::{Against, Explanation};

use super::args::{Data, OneRegion, Output, StageFilter};
use super::context::Context;
use super::driver;
use super::error::Refused;
use super::files::Disk;
use super::value;

#[derive(Debug, Args)]
pub(crate) struct Arguments {
    #[command(flatten)]
    pub(crate) data: Data,
    #[command(flatten)]
    pub(crate) of: OneRegion,
    #[arg(long, value_name = "NODE")]
    pub(crate) node: Option<String>,
    #[arg(long, value_name = "REGION[@WAVE[:STAGE]]")]
    pub(crate) against: Option<String>,
    #[arg(long, value_name = "N", allow_negative_numbers = true, value_parser = value::seed, requires = "against")]
    pub(crate) seed: Option<u64>,
    #[command(flatten)]
    pub(crate) output: Output,
}

pub(super) fn run(args: &Arguments, context: Context) -> anyhow::Result<()> {
    driver::each(&args.data, &args.output, None, context, |scored, lang| {
        let at = selection::one_of(scored, &args.of.asked(), &Disk)?;
        let node = match &args.node {
            Some(name) => node_called(&scored.framework, name)?,
            None => 0,
        };
        let (framework, method) = (&scored.framework, &scored.method);
        let against = match &args.against {
            None => None,
            Some(side) => {
                let other = selection::one_of(scored, &other_side(side)?, &Disk)?;
                if other == at {
                    return Err(Refused::one(say::same_side(side)));
                }
                let seed = args.seed.unwrap_or(1);
                let sides = [at, other];
                let gap = explain::gap(framework, method, &scored.assessed, sides, node, seed);
                match gap {
                    Some(gap) => Some(Against { at: other, gap }),
                    None => return Err(Refused::one(say::side_without_data(side))),
                }
            }
        };
        Ok(Box::new(Explanation {
            scored,
            at,
            node,
            parts: explain::explain(framework, method, &scored.assessed, at, node),
            against,
            lang,
        }))
    })
}

/// `REGION`, `REGION@WAVE` or `REGION@WAVE:STAGE`.
fn other_side(side: &str) -> Result<selection::Selection, Refused> {
    let (region, rest) = match side.rsplit_once('@') {
        Some((region, rest)) => (region, Some(rest)),
        None => (side, None),
    };
    let (wave, stage) = match rest.and_then(|it| it.split_once(':')) {
        Some((wave, stage)) => (Some(wave), Some(stage)),
        None => (rest, None),
    };
    let stage = match stage {
        None => None,
        Some(word) => match StageFilter::from_str(word, true) {
            Ok(stage) => Some(stage.stage()),
            Err(_) => return Err(Refused::misuse(say::unknown_stage_of_side(word))),
        },
    };
    Ok(selection::Selection {
        wave: wave.filter(|it| !it.is_empty()).map(ToOwned::to_owned),
        regions: vec![region.trim().to_owned()],
        stage,
        ..selection::Selection::default()
    })
}
