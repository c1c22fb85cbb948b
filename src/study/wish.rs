//! From words to what a plan is asked for.

use crate::advise::plan::{self, Cost, Costs, Fault, Plan, Wish};
use crate::assess::node_called;
use crate::framework::Framework;
use crate::problem::{Problem, suggest};
use crate::read::costs::{self, CostRow};
use crate::stats::TOLERANCE;
use crate::text::{Lang, Text, both_numbers, folded, list, say, short_number};

use super::files::Files;
use super::scored::Scored;
use super::selection::{self, Selection};

/// A target as it was asked for.
#[derive(Debug, Clone, PartialEq)]
pub enum Target {
    /// A number in the reporting unit.
    Number(f64),
    /// The lower edge of a band, by its id or its label.
    Band(String),
}

/// What was asked for, in words.
#[derive(Debug, Clone)]
pub struct Asked {
    /// Whose plan it is.
    pub selection: Selection,
    /// What should be reached.
    pub target: Target,
    /// By which node; the index where it is not said.
    pub node: Option<String>,
    /// The last wave.
    pub until: Option<String>,
    /// How many levels an indicator may be raised at most.
    pub most: Option<usize>,
    /// `levels`, or a table of costs.
    pub cost: Option<String>,
    /// Indicators, each with the level that it comes to: a number, or what the level is called.
    pub fixes: Vec<(String, String)>,
}

/// A plan with the words for it that the data have.
#[derive(Debug)]
pub struct Planned {
    /// The plan.
    pub plan: Plan,
    /// Position of the band that is the target.
    pub band: Option<usize>,
    /// The waves over which the steps are spread.
    pub waves: Vec<String>,
}

/// How many years ahead a plan goes at most.
const MOST_YEARS: i64 = 30;

/// The plan that is asked for.
///
/// # Errors
/// What is asked for and cannot be.
pub fn planned(scored: &Scored, asked: &Asked, files: &dyn Files) -> Result<Planned, Vec<Problem>> {
    let Scored {
        framework,
        method,
        assessed,
        ..
    } = scored;
    let at = selection::one_of(scored, &asked.selection, files)?;
    let node = match asked.node.as_deref() {
        None => 0,
        Some(name) => node_called(framework, name).map_err(|it| vec![*it])?,
    };
    let mut problems = Vec::new();
    let mut keep = |problem: Problem| problems.push(problem);
    let (target, band) = match &asked.target {
        Target::Number(number) => (*number, None),
        Target::Band(word) => match band(framework, word) {
            Ok(at) => (framework.bands()[at].from, Some(at)),
            Err(problem) => {
                keep(*problem);
                (0.0, None)
            }
        },
    };
    let (low, high) = plan::ends(framework, method, node);
    let is_off = target < low - TOLERANCE || target > high + TOLERANCE;
    if is_off && matches!(asked.target, Target::Number(_)) {
        keep(Problem::error(say::target_off_scale(target, low, high)));
    }
    let mut fixes: Vec<(usize, f64)> = Vec::new();
    for (name, level) in &asked.fixes {
        match node_called(framework, name) {
            Err(found) => keep(*found),
            Ok(leaf) if framework.nodes()[leaf].indicator().is_none() => {
                keep(Problem::error(say::fix_is_no_indicator(name.as_str())));
            }
            Ok(leaf) if fixes.iter().any(|it| it.0 == leaf) => {
                keep(Problem::misuse(say::fix_twice(name.as_str())));
            }
            Ok(leaf) => match level_called(framework, leaf, level) {
                Some(level) => fixes.push((leaf, level)),
                None => keep(no_level(framework, leaf, level)),
            },
        }
    }
    let waves = match asked.until.as_deref() {
        None => Vec::new(),
        Some(until) => {
            let found = waves(assessed.assessments[at].wave.as_deref(), until);
            found.unwrap_or_else(|problem| {
                keep(*problem);
                Vec::new()
            })
        }
    };
    let costs = match asked.cost.as_deref() {
        None => Costs::Items,
        Some("levels" | "level") => Costs::Levels,
        Some(file) => match listed(framework, file, files) {
            Ok(found) => found,
            Err(found) => {
                found.into_iter().for_each(&mut keep);
                Costs::Levels
            }
        },
    };
    if !problems.is_empty() {
        return Err(problems);
    }
    let wish = Wish {
        node,
        target,
        most: asked.most,
        costs,
        fixes,
        waves: waves.len(),
    };
    let plan = plan::plan(framework, method, assessed, at, wish);
    let plan = plan.map_err(|faults| {
        faults
            .iter()
            .map(|it| told(framework, it))
            .collect::<Vec<_>>()
    })?;
    Ok(Planned { plan, band, waves })
}

/// The position of the band that a word names.
fn band(framework: &Framework, word: &str) -> Result<usize, Box<Problem>> {
    let bands = framework.bands();
    let is_it = |name: &str| folded(name) == folded(word);
    let found = bands
        .iter()
        .position(|it| is_it(&it.id) || it.label.both().iter().any(|label| is_it(label)));
    found.ok_or_else(|| {
        if bands.is_empty() {
            return Box::new(Problem::error(say::no_bands(framework.id())));
        }
        let near = suggest(word, bands.iter().map(|it| it.id.as_str()));
        let names = list(bands.iter().map(|it| format!("`{}`", it.id)));
        let problem = Problem::error(say::no_such_band(word, framework.id()));
        let problem = problem.maybe_help(near.map(say::did_you_mean));
        Box::new(problem.help(say::known_bands(names)))
    })
}

/// The years after a wave up to another.
fn waves(now: Option<&str>, until: &str) -> Result<Vec<String>, Box<Problem>> {
    let year = |it: &str| it.trim().parse::<i64>().ok();
    let (Some(from), Some(to)) = (now.and_then(year), year(until)) else {
        return Err(Problem::error(say::until_needs_years(until)).into());
    };
    if to <= from {
        return Err(Problem::error(say::until_too_early(until, from.to_string())).into());
    }
    if to - from > MOST_YEARS {
        return Err(Problem::error(say::until_too_far(until, MOST_YEARS.to_string())).into());
    }
    Ok((from + 1..=to).map(|it| it.to_string()).collect())
}

/// The costs that a table lists.
fn listed(framework: &Framework, file: &str, files: &dyn Files) -> Result<Costs, Vec<Problem>> {
    let bytes = files.read(file)?;
    let (rows, _) = costs::read(&bytes, file)?;
    let mut out: Vec<(usize, f64, Cost)> = Vec::new();
    let mut problems = Vec::new();
    for row in &rows {
        match entry(framework, row) {
            Err(problem) => problems.push(*problem),
            Ok((leaf, level, _))
                if out
                    .iter()
                    .any(|it| it.0 == leaf && (it.1 - level).abs() <= TOLERANCE) =>
            {
                let sentence = say::cost_twice(row.indicator.as_str(), row.level.as_str());
                problems.push(Problem::error(sentence).at(row.level_at.clone()));
            }
            Ok(found) => out.push(found),
        }
    }
    match problems.is_empty() {
        true => Ok(Costs::Listed(out)),
        false => Err(problems),
    }
}

/// The level of an indicator that a word means: a number, or what the level is called.
fn level_called(framework: &Framework, leaf: usize, word: &str) -> Option<f64> {
    let indicator = framework.nodes()[leaf].indicator()?;
    let number = word.trim().replace(',', ".").parse().ok();
    let level = number.filter(|it: &f64| it.is_finite());
    let scale = &framework.scales()[indicator.scale];
    let level = level.or_else(|| scale.value_of(word));
    level.filter(|_| indicator.has_levels())
}

/// That a word is no level of an indicator, and which there are.
fn no_level(framework: &Framework, leaf: usize, word: &str) -> Problem {
    let node = &framework.nodes()[leaf];
    let problem = Problem::error(say::cost_level(word, node.id()));
    let scale = node.indicator().map(|it| &framework.scales()[it.scale]);
    let levels = scale.map_or(&[][..], |it| it.levels());
    let names = levels.iter().map(|it| {
        let [id, en] = it.label.both();
        let number = short_number(it.value, 2, Lang::En);
        (format!("{number} `{id}`"), format!("{number} `{en}`"))
    });
    let (id, en): (Vec<String>, Vec<String>) = names.unzip();
    match id.is_empty() {
        true => problem,
        false => problem.help(say::fix_levels(Text::new(list(id), list(en)))),
    }
}

fn entry(framework: &Framework, row: &CostRow) -> Result<(usize, f64, Cost), Box<Problem>> {
    let at = |it: Problem| Box::new(it.at(row.indicator_at.clone()));
    let leaf = node_called(framework, &row.indicator).map_err(|it| at(*it))?;
    let Some(indicator) = framework.nodes()[leaf].indicator() else {
        let sentence = say::unknown_indicator(row.indicator.as_str(), framework.id());
        return Err(at(Problem::error(sentence)));
    };
    let scale = &framework.scales()[indicator.scale];
    let level = level_called(framework, leaf, &row.level);
    let level = level.filter(|it| scale.contains(*it) && scale.is_level(*it));
    let Some(level) = level else {
        let sentence = say::cost_level(row.level.as_str(), row.indicator.as_str());
        return Err(Problem::error(sentence).at(row.level_at.clone()).into());
    };
    let Some(cost) = Cost::new(row.cost) else {
        let sentence = say::cost_wanted(row.cost.to_string());
        return Err(Problem::error(sentence).at(row.cost_at.clone()).into());
    };
    Ok((leaf, level, cost))
}

/// Why there is no plan, in words.
fn told(framework: &Framework, fault: &Fault) -> Problem {
    let id = |at: usize| framework.nodes()[at].id();
    match fault {
        Fault::Relative(all) => {
            let names = list(all.iter().map(|it| format!("`{}`", id(*it))));
            Problem::error(say::plan_relative(names)).help(say::plan_relative_help())
        }
        Fault::Fix(at, _, levels) if levels.is_empty() => {
            Problem::error(say::fix_not_raisable(id(*at)))
        }
        Fault::Fix(at, level, levels) => {
            let levels = list(levels.iter().map(|it| short_number(*it, 2, Lang::En)));
            Problem::error(say::fix_level(id(*at), *level, levels))
        }
        Fault::TooFine => Problem::error(say::plan_too_fine()).help(say::plan_too_fine_help()),
        Fault::Disagrees(expected, found) => Problem::error(say::plan_disagrees(
            both_numbers(*expected, 9),
            both_numbers(*found, 9),
        )),
    }
}
