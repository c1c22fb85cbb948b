//! `siap explain`: why a number of one region is what it is.

use clap::{Args, ValueEnum};
use siap::advise::explain;
use siap::assess::node_called;
use siap::problem::Problem;
use siap::study::{Project, Scored, selection};
use siap::text::{Lang, say};
use siap::view::explain::{Against, AsSent, Elsewhere, Explanation};
use siap::view::shown::short_name;

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
    let sent = match loaded.has_corrections() {
        true => Some(load::load_as_sent(&args.data, loaded.context)),
        false => None,
    };
    let sent = sent.as_ref();
    driver::loaded(&loaded, &args.output, None, |project, lang| {
        let all = project.scored.iter();
        let found: Vec<_> = all.map(|it| args.explained(it, sent, lang)).collect();
        if found.iter().all(Result::is_err)
            && let Some(report) = args.beside_another_instrument(project, sent, loaded.context)?
        {
            return Ok(vec![driver::report(report)]);
        }
        let found = found.into_iter().map(|it| it.map(driver::report)).collect();
        driver::those_with_data(project, found, lang)
    })
}

impl Arguments {
    /// The explanation under one framework.
    fn explained<'p>(
        &self,
        scored: &'p Scored,
        sent: Option<&Result<Loaded, Refused>>,
        lang: Lang,
    ) -> Result<Explanation<'p>, Refused> {
        let at = selection::one_of(scored, &self.of.asked(), &Disk)?;
        let alone = self.alone((scored, at), sent, lang)?;
        let Some(side) = &self.against else {
            return Ok(alone);
        };
        let other = selection::one_of(scored, &other_side(side)?, &Disk);
        let other = other.map_err(|problems| taken_for_region(scored, at, side, problems))?;
        if other == at {
            return Err(Refused::one(say::same_side(side)));
        }
        let (framework, method, node) = (&scored.framework, &scored.method, alone.node);
        let seed = self.seed.unwrap_or(1);
        let gap = explain::gap(framework, method, &scored.assessed, [at, other], node, seed);
        match gap {
            Some(gap) => Ok(Explanation {
                against: Some(Against { at: other, gap }),
                ..alone
            }),
            None => Err(Refused::one(say::side_without_data(side))),
        }
    }

    /// The explanation of one assessment, held against nothing.
    fn alone<'p>(
        &self,
        (scored, at): (&'p Scored, usize),
        sent: Option<&Result<Loaded, Refused>>,
        lang: Lang,
    ) -> Result<Explanation<'p>, Refused> {
        let (framework, method) = (&scored.framework, &scored.method);
        let node = match &self.node {
            Some(name) => node_called(framework, name)?,
            None => 0,
        };
        let sent = sent.and_then(|it| match it {
            Ok(sent) => as_sent(sent, scored, (at, node)),
            Err(_) => Some(AsSent::NotScored),
        });
        Ok(Explanation {
            scored,
            at,
            node,
            parts: explain::explain(framework, method, &scored.assessed, at, node),
            sent,
            against: None,
            elsewhere: None,
            lang,
        })
    }

    /// The explanation beside a side that the study has under another framework only: last year's
    /// instrument. Their numbers are told, and no difference is made of them.
    fn beside_another_instrument<'p>(
        &self,
        project: &'p Project,
        sent: Option<&Result<Loaded, Refused>>,
        context: Context,
    ) -> Result<Option<Explanation<'p>>, Refused> {
        let lang = context.lang;
        let Some(side) = &self.against else {
            return Ok(None);
        };
        let side = other_side(side)?;
        // `-f` keeps to one framework; the other side may stand under another one of the study.
        let all = Data {
            framework: None,
            ..self.data.clone()
        };
        let whole = self.data.framework.as_ref();
        let whole = whole.and_then(|_| load::load(&all, context).ok());
        let others = whole.as_deref().unwrap_or(project);
        for scored in &project.scored {
            let Ok(at) = selection::one_of(scored, &self.of.asked(), &Disk) else {
                continue;
            };
            let mut others = others.scored.iter();
            let other = others.find_map(|it| {
                let is_other = it.framework.id() != scored.framework.id();
                let at = selection::one_of(it, &side, &Disk).ok();
                Some((it, at.filter(|_| is_other)?))
            });
            if let Some((other, there)) = other {
                let elsewhere = Some(Elsewhere::of(other, there, lang));
                let alone = self.alone((scored, at), sent, lang)?;
                return Ok(Some(Explanation { elsewhere, ..alone }));
            }
        }
        Ok(None)
    }
}

/// The same region, wave and stage before anything was corrected.
fn as_sent(sent: &Loaded, scored: &Scored, (at, node): (usize, usize)) -> Option<AsSent> {
    let mine = &scored.assessed.assessments[at];
    let mut others = sent.scored.iter();
    let other = others.find(|it| it.framework.id() == scored.framework.id())?;
    let mut all = other.assessed.assessments.iter();
    let there = all.position(|it| it.is_same_round(mine))?;
    AsSent::of(other, there, node)
}

/// Why there is no other side; of a wave that stands alone, how it is written.
fn taken_for_region(scored: &Scored, at: usize, side: &str, problems: Vec<Problem>) -> Refused {
    let all = &scored.assessed.assessments;
    let is_wave = all.iter().any(|it| it.wave.as_deref() == Some(side.trim()));
    if !is_wave {
        return Refused(problems);
    }
    let name = short_name(&all[at].region.name);
    let problem = Problem::error(say::side_is_a_wave(side));
    Refused(vec![
        problem.help(say::side_of_wave(format!("{name}@{}", side.trim()))),
    ])
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
