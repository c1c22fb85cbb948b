//! `siap robust`: how ranks move under other defensible choices.

use clap::{Args, ValueEnum};
use siap::compare::Choice;
use siap::framework::{GroupRule, MissingPolicy, Normalise};
use siap::scrutiny::robust::{self, LevelNoise, Plan, Treatment, WeightPlan};
use siap::study::Scored;
use siap::text::{Lang, say};
use siap::view::robust::RobustReport;

use super::args::{Data, Output, Selection};
use super::context::Context;
use super::driver;
use super::error::Refused;
use super::load;
use super::value;

#[derive(Debug, Args)]
pub(crate) struct Arguments {
    #[command(flatten)]
    pub(crate) data: Data,
    #[command(flatten)]
    pub(crate) selection: Selection,
    #[arg(long, value_name = "25%|dirichlet|none", value_parser = weights)]
    pub(crate) weights: Option<Weights>,
    #[arg(
        long,
        value_name = "arithmetic|geometric|harmonic|median|min,…",
        value_parser = value::one_of(RULES, GroupRule::id),
        value_delimiter = ',',
        hide_possible_values = true
    )]
    pub(crate) rules: Vec<GroupRule>,
    #[arg(
        long,
        value_name = "min-max|z-score|rank,…",
        value_parser = value::one_of(&Normalise::ALL, Normalise::id),
        value_delimiter = ',',
        hide_possible_values = true
    )]
    pub(crate) normalise: Vec<Normalise>,
    #[arg(
        id = "missing-as",
        long = "missing-as",
        value_name = "rescale|zero|bottom|top|none,…",
        value_delimiter = ',',
        hide_possible_values = true
    )]
    pub(crate) missing_as: Vec<MissingChoice>,
    #[arg(long, value_name = "resample|none", hide_possible_values = true)]
    pub(crate) informants: Option<InformantsChoice>,
    // `--levels` is how this was called before another command came to read words by that name.
    #[arg(long, alias = "levels", value_name = "PROBABILITY|none", value_parser = value::level_error)]
    pub(crate) level_error: Option<f64>,
    #[arg(
        long,
        value_name = "indicators|coders|none,…",
        value_delimiter = ',',
        hide_possible_values = true
    )]
    pub(crate) leave_out: Vec<LeaveOutChoice>,
    #[arg(long, value_name = "N", value_parser = value::runs, default_value = "10000", hide_default_value = true)]
    pub(crate) runs: u32,
    #[arg(long, value_name = "N", allow_negative_numbers = true, value_parser = value::seed, default_value = "1", hide_default_value = true)]
    pub(crate) seed: u64,
    #[arg(long, value_name = "K", value_parser = value::top)]
    pub(crate) top: Option<u32>,
    #[arg(long, value_name = "N", value_parser = value::threads)]
    pub(crate) threads: Option<usize>,
    #[command(flatten)]
    pub(crate) output: Output,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum MissingChoice {
    Rescale,
    Zero,
    Bottom,
    Top,
    None,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum InformantsChoice {
    Resample,
    None,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum LeaveOutChoice {
    Indicators,
    Coders,
    None,
}

/// The rules that give a total, without which there is no order.
const RULES: &[GroupRule] = &[
    GroupRule::Arithmetic,
    GroupRule::Geometric,
    GroupRule::Harmonic,
    GroupRule::Median,
    GroupRule::Min,
];

/// Most ranks that are kept at once: runs × regions, of four bytes each.
const MOST_RANKS: u64 = 1 << 27;

pub(super) fn run(args: &Arguments, context: Context) -> anyhow::Result<()> {
    let data = args.data.expecting(&args.selection.regions.places.province);
    driver::each(&data, &args.output, None, context, |scored, lang| {
        Ok(Box::new(report(args, scored, lang)?))
    })
}

fn report<'a>(
    args: &Arguments,
    scored: &'a Scored,
    lang: Lang,
) -> Result<RobustReport<'a>, Refused> {
    let Scored {
        framework,
        method,
        statements,
        assessed,
        ..
    } = scored;
    let choice = load::choice(scored, &args.selection)?;
    let comparison = scored.compare(&choice);
    // What is shown is filtered, and never what is ranked.
    let whole = choice.shown.is_some().then(|| {
        scored.compare(&Choice {
            shown: None,
            ..choice
        })
    });
    let ranked = whole.as_ref().unwrap_or(&comparison);
    let plan = plan(args, ranked.ranking.len())?;
    let robust = robust::robust(framework, statements, assessed, method, ranked, &plan);
    Ok(RobustReport {
        scored,
        comparison,
        robust,
        lang,
    })
}

/// What is asked for of a ranking of so many regions.
fn plan(args: &Arguments, regions: usize) -> Result<Plan, Refused> {
    let ranks = u64::from(args.runs).saturating_mul(regions as u64);
    if ranks > MOST_RANKS {
        let most = MOST_RANKS / (regions as u64).max(1);
        return Err(Refused::one(say::too_many_runs(args.runs, regions, most)));
    }
    let top = match args.top {
        Some(top) if regions > 0 && top as usize > regions => {
            return Err(Refused::one(say::top_beyond_field(top, regions)));
        }
        Some(top) => top,
        None => Plan::usual_top(regions),
    };
    let usual = Plan::default();
    let threads = args.threads.or_else(|| {
        let found = std::thread::available_parallelism().ok();
        found.map(std::num::NonZero::get)
    });
    let leaves_out = |what: LeaveOutChoice| args.leave_out.contains(&what);
    Ok(Plan {
        runs: args.runs,
        seed: args.seed,
        threads: threads.unwrap_or(1),
        top,
        weights: match args.weights {
            Some(Weights(noise)) => WeightPlan::Asked(noise),
            None => usual.weights,
        },
        rules: args.rules.clone(),
        ways: args.normalise.clone(),
        missing: match args.missing_as.as_slice() {
            [] => usual.missing,
            words => words.iter().filter_map(|it| treatment(*it)).collect(),
        },
        informants: args.informants != Some(InformantsChoice::None),
        levels: args.level_error.map_or(usual.levels, LevelNoise::Asked),
        rounding: usual.rounding,
        without_indicators: leaves_out(LeaveOutChoice::Indicators),
        without_coders: leaves_out(LeaveOutChoice::Coders),
    })
}

/// What `--weights` says; a type of its own, since clap reads an `Option` as an option not given.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Weights(Option<robust::WeightNoise>);

/// Reads the value of `--weights`.
pub(crate) fn weights(word: &str) -> Result<Weights, super::value::BadValue> {
    super::value::weights(word).map(Weights)
}

/// `none` names no treatment.
fn treatment(choice: MissingChoice) -> Option<Treatment> {
    Some(match choice {
        MissingChoice::Rescale => Treatment::Policy(MissingPolicy::Rescale),
        MissingChoice::Zero => Treatment::Policy(MissingPolicy::Zero),
        MissingChoice::Bottom => Treatment::Bottom,
        MissingChoice::Top => Treatment::Top,
        MissingChoice::None => return None,
    })
}
