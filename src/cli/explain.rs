//! `siap explain`: why a number of one region is what it is.

use clap::{Args, ValueEnum};
use siap::advise::explain;
use siap::assess::{Assessment, node_called};
use siap::study::{Scored, selection};
use siap::text::say;
use siap::view::explain::{Against, Explanation};

use super::args::{Data, OneRegion, Output, StageFilter};
use super::context::Context;
use super::driver;
use super::error::Refused;
use super::files::Disk;
use super::load::{self, Loaded};
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
    let loaded = load::load(&args.data, context)?;
    // What cannot be scored as it was sent has no number that could stand beside this one.
    let sent = match loaded.has_corrections() {
        true => load::load_as_sent(&args.data, loaded.context).ok(),
        false => None,
    };
    driver::loaded_each(&loaded, &args.output, |scored, lang| {
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
            sent: sent
                .as_ref()
                .and_then(|it| as_sent(it, scored, at)?.nodes.get(node).cloned()),
            against,
            lang,
        }))
    })
}

/// The assessment of the same region, wave and stage before anything was corrected.
fn as_sent<'p>(sent: &'p Loaded, scored: &Scored, at: usize) -> Option<&'p Assessment> {
    let mine = &scored.assessed.assessments[at];
    let mut others = sent.scored.iter();
    let other = others.find(|it| it.framework.id() == scored.framework.id())?;
    let mut all = other.assessed.assessments.iter();
    all.find(|it| it.is_same_round(mine))
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
