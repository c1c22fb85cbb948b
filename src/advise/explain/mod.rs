//! From a number down to its statements: what each node gives the one above it, and what one level more or
//! less in each cell would do.

mod gap;

pub use gap::{Gap, Split, gap};

use crate::assess::Assessed;
use crate::framework::{Framework, GroupRule, Method, MissingPolicy};

use super::raise::{Steps, Way, is_stepped, share};

/// A node of an explanation.
#[derive(Debug, Clone)]
pub struct Part {
    /// Position in the framework.
    pub node: usize,
    /// The rule by which it combines its children; none for an indicator.
    pub rule: Option<GroupRule>,
    /// Share of its weight among the siblings that count, 0–1; 0 for what is missing or does not apply.
    pub share: f64,
    /// What it gives its parent, 0–100; `None` where it gives nothing.
    pub gives: Option<f64>,
    /// What it adds to the score of its parent where that is an arithmetic mean.
    pub contribution: Option<f64>,
    /// Its share of the index, 0–1, likewise.
    pub index_share: Option<f64>,
    /// What it adds to the index where every node above is an arithmetic mean of what stands below.
    pub to_index: Option<f64>,
    /// Of an indicator with levels: the answer one level up and what the index would be, 0–100.
    pub up: Option<(f64, f64)>,
    /// The same one level down.
    pub down: Option<(f64, f64)>,
}

/// What the assessment at the position `at` rests on, at and below `root`, in tree order.
#[must_use]
pub fn explain(
    framework: &Framework,
    method: &Method,
    assessed: &Assessed,
    at: usize,
    root: usize,
) -> Vec<Part> {
    let nodes = framework.nodes();
    let given = assessed.anatomy(framework, method, at);
    let mut parts: Vec<Part> = Vec::with_capacity(nodes.len());
    let mut to_index: Vec<Option<f64>> = vec![None; nodes.len()];
    to_index[0] = Some(1.0);
    let zero = method.aggregation.missing == MissingPolicy::Zero;
    for node in 0..nodes.len() {
        let mine = given[node];
        let mut part = Part {
            node,
            rule: mine.rule,
            share: share(framework, method, &given, node),
            gives: mine.unit.map(|it| 100.0 * it),
            contribution: None,
            index_share: None,
            to_index: None,
            up: None,
            down: None,
        };
        if let Some(parent) = nodes[node].parent() {
            let is_mean = given[parent].rule == Some(GroupRule::Arithmetic);
            part.contribution = match part.gives {
                Some(gives) if is_mean && mine.counts => Some(part.share * gives),
                None if is_mean
                    && zero
                    && assessed.assessments[at].nodes[node].coverage.is_some() =>
                {
                    Some(0.0)
                }
                _ => None,
            };
            // What is published stands for all that lies below it.
            let is_open = is_mean && (parent == 0 || given[parent].computed.is_none());
            to_index[node] = to_index[parent]
                .filter(|_| is_open)
                .map(|it| it * part.share);
            part.index_share = part.contribution.and(to_index[node]);
            let gives = part.gives.unwrap_or(0.0);
            part.to_index = part.index_share.map(|share| share * gives);
        }
        parts.push(part);
    }
    steps(framework, method, (assessed, at), &mut parts);
    let inside = framework.below(root);
    parts.retain(|it| inside.binary_search(&it.node).is_ok());
    parts
}

/// What one level more and one less in each indicator would make of the index.
fn steps(
    framework: &Framework,
    method: &Method,
    (assessed, at): (&Assessed, usize),
    parts: &mut [Part],
) {
    let (method, among) = (method.computed(), [at]);
    let mut steps = Steps::new(framework, &method, assessed, &among);
    for (leaf, _, indicator) in framework.indicators() {
        if !is_stepped(framework, indicator) {
            continue;
        }
        let mut moved = |way: Way| {
            let step = steps.of(leaf, indicator, way)[0]?;
            Some((step.to, step.after?))
        };
        (parts[leaf].up, parts[leaf].down) = (moved(Way::Better), moved(Way::Worse));
    }
}
