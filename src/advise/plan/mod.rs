//! The way to a target: the cheapest whole-level raises under the framework's own weights and rules.
//!
//! [`plan`] is exact: `search` finds the frontier of effort and score, node by node, and what it finds is
//! computed again by `assess`. Of all plans that reach the target it takes the one of least cost, then
//! fewest levels, then fewest indicators, then highest score, then the order of the tree.

mod cost;
mod frontier;
mod leaf;
mod median;
mod schedule;
mod search;

use crate::advise::raise::{Way, can_rise, step};
use crate::assess::minimum::{self, Held};
use crate::assess::{Assessed, NodeResult, Reason, Rescorer};
use crate::framework::{Framework, Indicator, Method, Normalisation, ReportingUnit};
use crate::statement::Date;
use crate::stats::TOLERANCE;

use frontier::{Frontier, Ways};
use leaf::Raisable;
use search::Search;

pub use cost::{Cost, Costs};

/// What is wished for.
#[derive(Debug, Clone)]
pub struct Wish {
    /// Position of the node that should reach the target.
    pub node: usize,
    /// What it should reach, in the reporting unit.
    pub target: f64,
    /// How many levels each indicator may be raised at most.
    pub most: Option<usize>,
    /// How raises are counted.
    pub costs: Costs,
    /// Indicators (positions) that come to just this level.
    pub fixes: Vec<(usize, f64)>,
    /// Over how many waves the steps are spread; 0: over none.
    pub waves: usize,
}

/// Why there is no plan to be had.
#[derive(Debug, Clone, PartialEq)]
pub enum Fault {
    /// Scores of these indicators (positions) hang on what other regions have.
    Relative(Vec<usize>),
    /// An indicator cannot come to the level that is fixed: these it can have, none where it cannot be
    /// raised at all.
    Fix(usize, f64, Vec<f64>),
    /// Too many different costs for an exact search.
    TooFine,
    /// The score of the plan is not what the search took it for: a mistake of this program.
    Disagrees(f64, f64),
}

/// How a plan stands to its target.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Verdict {
    /// The target is reached as things are.
    Already,
    /// The plan reaches it.
    Reached,
    /// Nothing that can be raised reaches it; the plan is that of the best that can be had.
    OutOfReach,
    /// No indicator below has a level that can be raised.
    NoLevels,
    /// The node has no score to start from.
    NoScore,
}

impl Verdict {
    /// Stable name.
    #[must_use]
    pub fn id(self) -> &'static str {
        match self {
            Self::Already => "already-reached",
            Self::Reached => "reached",
            Self::OutOfReach => "out-of-reach",
            Self::NoLevels => "no-levels",
            Self::NoScore => "no-score",
        }
    }
}

/// A raise by one whole level.
#[derive(Debug, Clone)]
pub struct Step {
    /// Position of the indicator.
    pub node: usize,
    /// From this level, or value.
    pub from: f64,
    /// To this one.
    pub to: f64,
    /// What it adds where it stands, in the reporting unit.
    pub gain: f64,
    /// What is reached with it.
    pub value: f64,
    /// What it costs.
    pub cost: Cost,
    /// Evidence items (positions) that it still lacks.
    pub items: Vec<usize>,
    /// Whose task these are.
    pub owner: Option<String>,
    /// The first date by which one of them is due.
    pub due: Option<Date>,
    /// In which of the waves to come.
    pub wave: Option<usize>,
    /// What the whole plan reaches if the indicator does not get beyond `from`.
    pub if_failed: Option<f64>,
    /// One level more in other indicators that would do as well at the same cost, with the level.
    pub instead: Vec<(usize, f64)>,
}

/// An indicator that is not raised, and what it could add, in the reporting unit.
#[derive(Debug, Clone, PartialEq)]
pub struct Aside {
    /// Its position.
    pub node: usize,
    /// Its level, or value, if it has one.
    pub level: Option<f64>,
    /// `None` where nothing can be said.
    pub could_add: Option<f64>,
}

/// A plan.
#[derive(Debug, Clone)]
pub struct Plan {
    /// Position of the assessment.
    pub assessment: usize,
    /// What was wished for.
    pub wish: Wish,
    /// How it stands to its target.
    pub verdict: Verdict,
    /// Where the node stands, as computed, in the reporting unit; all numbers below are in it.
    pub start: Option<f64>,
    /// The number that is published for it, where one is computed as well.
    pub published: Option<f64>,
    /// The best that can be reached.
    pub best: Option<f64>,
    /// What the plan costs.
    pub cost: Cost,
    /// The raises in their order: what adds most for its cost first.
    pub steps: Vec<Step>,
    /// What is reached.
    pub after: Option<f64>,
    /// The best that a smaller cost reaches, with that cost.
    pub cheaper: Option<(Cost, f64)>,
    /// Results of every node with the plan.
    pub results: Vec<NodeResult>,
    /// Minimums (positions) of a better band that are missed, or not known, with the plan.
    pub missed: Vec<(usize, Held)>,
    /// Indicators without a level: what they would add at the top of their scale.
    pub unmeasured: Vec<Aside>,
    /// Indicators that other bodies measure: what one level more would add.
    pub external: Vec<Aside>,
    /// Measured indicators without levels: numbers, totals of points.
    pub without_levels: Vec<usize>,
    /// Indicators of which the table of costs has no price for the next level.
    pub unpriced: Vec<usize>,
}

impl Plan {
    /// How many indicators it raises.
    #[must_use]
    pub fn indicators(&self) -> usize {
        let mut nodes: Vec<usize> = self.steps.iter().map(|it| it.node).collect();
        nodes.sort_unstable();
        nodes.dedup();
        nodes.len()
    }

    /// Whether the target is reached, with the plan or without.
    #[must_use]
    pub fn is_reached(&self) -> bool {
        matches!(self.verdict, Verdict::Already | Verdict::Reached)
    }

    /// What is missing to the target as things are.
    #[must_use]
    pub fn gap(&self) -> Option<f64> {
        Some(self.wish.target - self.start?)
    }
}

/// The lowest and the highest number that a node can have, in the reporting unit.
#[must_use]
pub fn ends(framework: &Framework, method: &Method, node: usize) -> (f64, f64) {
    let told = |score: f64| method.as_people_read(framework, node, score);
    let floor = match method.reporting.unit {
        ReportingUnit::Percent => 0.0,
        ReportingUnit::Native => method.aggregation.floor,
    };
    (told(100.0 * floor), told(100.0))
}

/// The best plan for the assessment at the position `at`.
///
/// # Errors
/// Why none can be made.
pub fn plan(
    framework: &Framework,
    method: &Method,
    assessed: &Assessed,
    at: usize,
    wish: Wish,
) -> Result<Plan, Vec<Fault>> {
    let is_relative =
        |it: &Indicator| matches!(it.normalise, Some(Normalisation::Relative(_))) && it.is_scored();
    let relative: Vec<usize> = framework
        .indicators()
        .filter(|(.., it)| is_relative(it))
        .map(|it| it.0)
        .collect();
    if !relative.is_empty() {
        return Err(vec![Fault::Relative(relative)]);
    }
    // A plan works on what is computed.
    let method = method.computed();
    let rescorer = assessed.rescorer(framework, &method, &[at]);
    let (leaves, unpriced) = leaf::raisable((framework, assessed), &rescorer, at, &wish)?;
    let mut desk = Desk {
        framework,
        method: &method,
        assessed,
        at,
        leaves: &leaves,
        rescorer,
    };
    let start = desk.value(wish.node, &[]);
    let mut plan = desk.bare(wish, start);
    plan.unpriced = unpriced;
    let Some(start) = start else {
        plan.verdict = Verdict::NoScore;
        return Ok(plan);
    };
    let is_still = leaves.iter().all(|it| it.raises.is_empty());
    if is_still {
        plan.verdict = match plan.reaches(start) {
            true => Verdict::Already,
            false if leaves.is_empty() => Verdict::NoLevels,
            false => Verdict::OutOfReach,
        };
        return Ok(plan);
    }
    let mut ways = Ways::new();
    let too_fine = |_| vec![Fault::TooFine];
    let frontier = desk.frontier(plan.wish.node, &mut ways).map_err(too_fine)?;
    let told = |worth: f64| method.as_people_read(framework, plan.wish.node, 100.0 * worth);
    plan.best = frontier.last().map(|it| told(it.worth));
    let found = frontier.iter().position(|it| plan.reaches(told(it.worth)));
    let chosen = found.unwrap_or(frontier.len().saturating_sub(1));
    let Some(point) = frontier.get(chosen) else {
        return Ok(plan);
    };
    plan.cost = point.key.cost;
    let cheaper = frontier[..chosen].iter().rev();
    plan.cheaper = cheaper
        .filter(|it| it.key.cost < point.key.cost)
        .map(|it| (it.key.cost, told(it.worth)))
        .next();
    let raises = ways.raises(point.way);
    let answers: Vec<(usize, f64)> = raises
        .iter()
        .map(|(leaf, levels)| (leaves[*leaf].node, leaves[*leaf].level(*levels)))
        .collect();
    plan.results = assessed.results_with(framework, &method, at, &answers);
    let after = plan.results[plan.wish.node].score;
    let after = after.map(|it| method.as_people_read(framework, plan.wish.node, it));
    let expected = told(point.worth);
    // What a search takes a plan for must be what the plan scores.
    match after {
        Some(after) if (after - expected).abs() <= TOLERANCE * after.abs().max(1.0) => {}
        _ => {
            let after = after.unwrap_or(f64::NAN);
            return Err(vec![Fault::Disagrees(expected, after)]);
        }
    }
    plan.after = after;
    plan.verdict = match (found, raises.is_empty()) {
        (Some(_), true) => Verdict::Already,
        (Some(_), false) => Verdict::Reached,
        (None, _) => Verdict::OutOfReach,
    };
    schedule::order(&mut desk, &mut plan, start, &raises);
    schedule::spread(&mut plan);
    schedule::others(&mut desk, &mut plan, &raises);
    plan.missed = desk.missed(&plan);
    Ok(plan)
}

impl Plan {
    fn reaches(&self, value: f64) -> bool {
        value >= self.wish.target - TOLERANCE
    }
}

/// What a plan is made with.
struct Desk<'a> {
    framework: &'a Framework,
    method: &'a Method,
    assessed: &'a Assessed,
    at: usize,
    leaves: &'a [Raisable],
    rescorer: Rescorer<'a>,
}

impl Desk<'_> {
    fn frontier(&self, node: usize, ways: &mut Ways) -> Result<Frontier, frontier::TooFine> {
        let (tree, sheet, choices) = self.rescorer.laid_out();
        let search = Search {
            tree,
            sheet,
            choices,
            leaves: self.leaves,
        };
        search.frontier(node, ways)
    }

    /// What a node comes to with these answers, in the reporting unit.
    fn value(&mut self, node: usize, answers: &[(usize, f64)]) -> Option<f64> {
        let score = self.rescorer.node_with(node, answers)?;
        Some(self.method.as_people_read(self.framework, node, score))
    }

    /// A plan without a step.
    fn bare(&mut self, wish: Wish, start: Option<f64>) -> Plan {
        let result = &self.assessed.assessments[self.at].nodes[wish.node];
        let published = result
            .told
            .filter(|_| result.reported && result.computed.is_some());
        let [unmeasured, external] = self.aside(wish.node, start);
        let (framework, nodes) = (self.framework, &self.assessed.assessments[self.at].nodes);
        let inside = framework.below(wish.node);
        let without_levels = framework
            .indicators()
            .filter(|(at, ..)| inside.binary_search(at).is_ok())
            .filter(|(at, _, it)| !it.external && nodes[*at].score.is_some() && it.is_scored())
            .filter(|(.., it)| !can_rise(framework, it))
            .map(|it| it.0)
            .collect();
        let mut plan = Plan {
            assessment: self.at,
            wish,
            verdict: Verdict::OutOfReach,
            start,
            published,
            best: start,
            cost: Cost::default(),
            steps: Vec::new(),
            after: start,
            cheaper: None,
            results: self
                .assessed
                .results_with(self.framework, self.method, self.at, &[]),
            missed: Vec::new(),
            unmeasured,
            external,
            without_levels,
            unpriced: Vec::new(),
        };
        plan.missed = self.missed(&plan);
        plan
    }

    /// The indicators below a node without a level, and those that others measure.
    fn aside(&self, node: usize, start: Option<f64>) -> [Vec<Aside>; 2] {
        let framework = self.framework;
        let nodes = &self.assessed.assessments[self.at].nodes;
        let with = |leaf: usize, answer: f64| {
            let results =
                self.assessed
                    .results_with(framework, self.method, self.at, &[(leaf, answer)]);
            let score = results[node].score?;
            Some(self.method.as_people_read(framework, node, score) - start?)
        };
        let (mut unmeasured, mut external) = (Vec::new(), Vec::new());
        let inside = framework.below(node);
        for (leaf, _, indicator) in framework.indicators() {
            if !indicator.is_scored()
                || inside.binary_search(&leaf).is_err()
                || nodes[leaf].reason == Some(Reason::NotApplicable)
            {
                continue;
            }
            let level = nodes[leaf].answer();
            let scale = &framework.scales()[indicator.scale];
            if indicator.external {
                let from = level.or(indicator.until_issued);
                let next = from.and_then(|it| step(framework, indicator, it, Way::Better));
                external.push(Aside {
                    node: leaf,
                    level,
                    could_add: next.and_then(|it| with(leaf, it)),
                });
            } else if level.is_none() {
                let up = indicator.is_better_higher();
                let top = match indicator.normalise {
                    Some(Normalisation::Goalposts { high, .. }) if up => Some(high),
                    Some(Normalisation::Goalposts { low, .. }) => Some(low),
                    Some(Normalisation::Relative(_)) => None,
                    None if up => Some(scale.max()),
                    None => Some(scale.min()),
                };
                unmeasured.push(Aside {
                    node: leaf,
                    level,
                    could_add: top.and_then(|it| with(leaf, it)),
                });
            }
        }
        [unmeasured, external]
    }

    /// The minimums that are not surely reached.
    fn missed(&self, plan: &Plan) -> Vec<(usize, Held)> {
        if plan.wish.node != 0 {
            return Vec::new();
        }
        let all = self.framework.minimums().iter().enumerate();
        let held = all.map(|(at, it)| (at, minimum::held(self.framework, it, &plan.results)));
        held.filter(|(_, held)| *held != Held::Reached).collect()
    }
}
