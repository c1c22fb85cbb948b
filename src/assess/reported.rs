//! Numbers that a source reports for groups and the index, held against the computed ones.

use crate::framework::{Framework, GroupRule, Method, Precedence};
use crate::problem::Problem;
use crate::statement::{Field, Statements};
use crate::stats::TOLERANCE;
use crate::text::{Text, both_numbers, list, say};

use super::assessment::Assessment;
use super::result::NodeResult;
use super::row_value::level_of;

/// With more differing numbers than this, only the one that is furthest off is named.
const NAMED: usize = 5;

impl Assessment {
    /// The nodes where scores come in: indicators with a score, and groups that a reported number
    /// stands for, in the order of the tree. The index is not among them.
    #[must_use]
    pub fn tips(&self, framework: &Framework) -> Vec<usize> {
        let nodes = framework.nodes();
        (1..nodes.len())
            .filter(|at| match nodes[*at].indicator() {
                Some(_) => self.nodes[*at].score.is_some(),
                None => self.nodes[*at].reported,
            })
            .collect()
    }

    /// The number reported for a group or the index, in the reporting unit.
    #[must_use]
    pub fn reported(&self, framework: &Framework, node: usize) -> Option<f64> {
        let value = self.pooled[node].outcome.value()?;
        framework.nodes()[node]
            .indicator()
            .is_none()
            .then_some(value)
    }

    /// Whether nothing at or below a node has a row, so that a number reported above stands alone.
    #[must_use]
    pub fn is_silent_below(&self, framework: &Framework, node: usize) -> bool {
        let children = framework.nodes()[node].children();
        children
            .iter()
            .all(|child| self.nodes[*child].statements == 0)
    }

    /// The first node that stands by a reported number below what its scale allows: such numbers
    /// occur in published tables, and nobody should be ranked by them before they are confirmed.
    #[must_use]
    pub fn unconfirmed(&self, framework: &Framework, method: &Method) -> Option<(usize, f64)> {
        (0..framework.nodes().len())
            .filter(|at| self.nodes[*at].reported)
            .find_map(|at| {
                let (lowest, _) = self.pooled[at].extremes?;
                let (min, _) = framework.ends(at, method.reporting);
                (lowest < min - TOLERANCE).then_some((at, lowest))
            })
    }
}

/// A reported number beside the computed one.
struct Difference<'a> {
    node: &'a str,
    assessment: &'a Assessment,
    reported: f64,
    computed: Option<f64>,
    row: Option<usize>,
}

impl Difference<'_> {
    fn size(&self) -> f64 {
        self.computed.map_or(0.0, |it| (self.reported - it).abs())
    }

    /// Region and wave.
    fn place_name(&self) -> String {
        match &self.assessment.wave {
            Some(wave) => format!("{} {wave}", self.assessment.region.name),
            None => self.assessment.region.name.to_string(),
        }
    }

    fn at(&self, statements: &Statements, problem: Problem) -> Problem {
        match self.row {
            Some(row) => {
                let row = &statements.rows()[row];
                problem.at(statements.place(row, Field::of_number(row)))
            }
            None => problem,
        }
    }
}

/// Warns where a reported number disagrees with the computed one or leaves the scale.
///
/// Printed numbers are rounded, and so are the numbers that they were made from: a difference
/// within one unit of the last digit that is told is none.
pub(super) fn check(
    framework: &Framework,
    statements: &Statements,
    method: &Method,
    assessments: &[Assessment],
) -> Vec<Problem> {
    let mut problems = Vec::new();
    let (mut differences, mut unused) = (Vec::new(), Vec::new());
    let digit = 0.1_f64.powi(i32::try_from(method.reporting.decimals).unwrap_or(2));
    for assessment in assessments {
        for (at, node) in framework.nodes().iter().enumerate() {
            let Some(reported) = assessment.reported(framework, at) else {
                continue;
            };
            let result = &assessment.nodes[at];
            let difference = Difference {
                node: node.id(),
                assessment,
                reported,
                // What is computed stands beside where the reported number counts.
                computed: result.computed.or(result.told.filter(|_| !result.reported)),
                row: assessment.rows[at].first().copied(),
            };
            match difference.computed {
                // What is computed from a part of what stands below is another number.
                Some(computed)
                    if (computed - reported).abs() > digit + TOLERANCE
                        && result.coverage.is_some_and(|it| it + TOLERANCE >= 1.0) =>
                {
                    differences.push(difference);
                }
                None if !result.reported => unused.push(difference),
                _ => {}
            }
            problems.extend(outside(framework, statements, method, assessment, at));
        }
        problems.extend(rounded_shares(framework, method, assessment));
    }
    let counts = match method.aggregation.reported {
        Precedence::Computed => say::computed_counts(),
        Precedence::Official => say::published_counts(),
    };
    problems.extend(differing(statements, &differences, &counts.text));
    problems.extend(unused.iter().take(NAMED).map(|it| {
        let sentence = say::reported_unused(it.node, it.place_name(), it.reported);
        it.at(statements, Problem::warning(sentence))
    }));
    problems
}

/// Tells numbers beyond the ends of the scale, and several numbers of one node that differ.
fn outside(
    framework: &Framework,
    statements: &Statements,
    method: &Method,
    assessment: &Assessment,
    at: usize,
) -> Vec<Problem> {
    let mut problems = Vec::new();
    let id = framework.nodes()[at].id();
    let region = &*assessment.region.name;
    let (min, max) = framework.ends(at, method.reporting);
    let Some((lowest, highest)) = assessment.pooled[at].extremes else {
        return problems;
    };
    let at_row = |value: f64, problem: Problem| {
        let is_it = |row: &&usize| {
            let row = &statements.rows()[**row];
            level_of(framework, at, row).is_some_and(|it| (it - value).abs() <= TOLERANCE)
        };
        match assessment.rows[at].iter().find(is_it) {
            Some(row) => {
                let row = &statements.rows()[*row];
                problem.at(statements.place(row, Field::of_number(row)))
            }
            None => problem,
        }
    };
    // Below the bottom occurs in published tables; above the top cannot be.
    if highest > max + TOLERANCE {
        let sentence = say::reported_outside(id, region, highest, min, max);
        problems.push(at_row(highest, Problem::error(sentence)));
    }
    if lowest < min - TOLERANCE {
        let sentence = say::reported_outside(id, region, lowest, min, max);
        problems.push(at_row(lowest, Problem::warning(sentence)));
    }
    problems
}

fn differing(statements: &Statements, differences: &[Difference], counts: &Text) -> Vec<Problem> {
    let most = |a: &&Difference, b: &&Difference| a.size().total_cmp(&b.size());
    let tell = |it: &Difference, sentence| it.at(statements, Problem::warning(sentence));
    let computed = |it: &Difference| it.computed.unwrap_or(it.reported);
    match differences.iter().max_by(most) {
        Some(it) if differences.len() > NAMED => {
            let sentence = say::reported_differ(
                differences.len(),
                it.node,
                it.place_name(),
                it.reported,
                computed(it),
                counts,
            );
            vec![tell(it, sentence)]
        }
        _ => differences
            .iter()
            .map(|it| {
                let sentence = say::reported_differs(
                    it.node,
                    it.place_name(),
                    it.reported,
                    computed(it),
                    counts,
                );
                tell(it, sentence)
            })
            .collect(),
    }
}

/// Warns where weight shares, rounded as in the forms in use, would give the index another band.
///
/// Only for arithmetic means of complete data: elsewhere nobody rounds by hand.
fn rounded_shares(
    framework: &Framework,
    method: &Method,
    assessment: &Assessment,
) -> Option<Problem> {
    let decimals = method.reporting.rounded_shares?;
    let index = &assessment.nodes[0];
    let told = index.told.filter(|_| !index.reported)?;
    if index.coverage? + TOLERANCE < 1.0 {
        return None;
    }
    let nodes = framework.nodes();
    let mut shares = vec![1.0; nodes.len()];
    let (mut sum, mut seen) = (0.0, Vec::new());
    for at in 0..nodes.len() {
        let node = &nodes[at];
        if let Some(parent) = node.parent() {
            let takes_part = |it: &usize| assessment.nodes[*it].coverage.is_some();
            let siblings = nodes[parent].children().iter().copied().filter(takes_part);
            let total: f64 = siblings.map(|it| method.weights[it]).sum();
            shares[at] = shares[parent] * method.weights[at] / total;
        }
        if node.indicator().is_none() {
            if node.rule().unwrap_or(method.aggregation.groups) != GroupRule::Arithmetic {
                return None;
            }
        } else if takes_part(&assessment.nodes[at]) {
            let scale = 10_f64.powi(i32::try_from(decimals).ok()?);
            let rounded = (shares[at] * scale).round() / scale;
            sum += rounded * assessment.nodes[at].told?;
            let pair = (both_numbers(shares[at], 4), both_numbers(rounded, decimals));
            if !seen.contains(&pair) {
                seen.push(pair);
            }
        }
    }
    let (was, would) = (framework.band(told)?, framework.band(sum));
    if would.is_some_and(|it| it.id == was.id) {
        return None;
    }
    let both = |texts: Vec<&Text>| {
        let [id, en] = [0, 1].map(|lang| list(texts.iter().map(|it| it.both()[lang])));
        Text::new(id, en)
    };
    let digits = method.reporting.decimals;
    Some(Problem::warning(say::rounded_shares_change_band(
        &assessment.region.name,
        both(seen.iter().map(|(share, _)| share).collect()),
        both(seen.iter().map(|(_, rounded)| rounded).collect()),
        both_numbers(sum, digits),
        both_numbers(told, digits),
        &was.label,
    )))
}

fn takes_part(result: &NodeResult) -> bool {
    result.coverage.is_some()
}
