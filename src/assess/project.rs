//! Carries statements from one framework to another along a crosswalk.
//!
//! What a row says does not change, only what it is taken to speak of. A level holds for the other
//! node only where the crosswalk calls the two equal; where one is a part of the other, the row
//! stays as evidence without a level. Every row carried over has basis cross: no source rated
//! itself under a framework that we laid over it. Equal and part are symmetric, so a crosswalk
//! works in both directions.

use std::collections::BTreeSet;
use std::sync::Arc;

use crate::framework::{
    Answers, Crosswalk, Framework, Indicator, Mark, Method, Node, Normalisation, Orientation,
    Relation,
};
use crate::problem::{Checked, Problem, finish};
use crate::statement::{Answer, Basis, Field, Statement, Statements, Usage};
use crate::stats::TOLERANCE;
use crate::text::{list, say};

use super::items;
use super::leaf::transformed;
use super::row_value::{self, RowValue, number_of, row_value};
use super::unknown::near_indicator;

/// One side of a projection: a framework and the choices under which its numbers are told.
#[derive(Debug, Clone, Copy)]
pub struct Side<'a> {
    /// The framework.
    pub framework: &'a Framework,
    /// Its method; only the reporting unit matters here.
    pub method: &'a Method,
}

/// Rows carried over, and what became of the rows there were.
#[derive(Debug, Clone, Default)]
pub struct Projection {
    /// The rows under the other framework; one row may have become several.
    pub rows: Vec<Statement>,
    /// Rows of which at least one copy kept what it says in full.
    pub equal: usize,
    /// Rows that stay as evidence only.
    pub part: usize,
    /// Rows for which the other framework has no place.
    pub left: usize,
    /// Levels that moved to another scale.
    pub rescaled: usize,
}

/// Carries `statements`, all of framework `from`, over to framework `to`.
///
/// Each row goes to every node that its own is mapped to, save parts of a group that is itself
/// equal to it. Under `equal` it keeps its answer; where
/// the scales differ, `v` becomes `min' + (v − min)/(max − min) · (max' − min')`, turned round where
/// one scale counts upwards and the other downwards. Under `part`, and where an answer cannot be
/// said on the other scale, a primary row becomes supplementary and the answer is dropped. Evidence,
/// ids and places stay. Says in one warning how many rows went which way.
///
/// # Errors
/// Rows that are wrong under their own framework: unknown indicators, levels outside the scale.
pub fn project(
    from: Side,
    to: Side,
    crosswalk: &Crosswalk,
    statements: &Statements,
) -> Checked<Projection> {
    let mut problems = Vec::new();
    let mut out = Projection::default();
    for row in statements.rows() {
        let Some(at) = from.framework.find(&row.indicator) else {
            let sentence = say::unknown_indicator(&row.indicator, from.framework.id());
            let place = statements.place(row, Field::Indicator);
            let help = near_indicator(from.framework, &row.indicator);
            problems.push(Problem::error(sentence).at(place).help(help));
            continue;
        };
        let node = &from.framework.nodes()[at];
        let said = match node.indicator() {
            Some(_) => row_value(from.framework, from.method, at, row).unwrap_or_else(|misfit| {
                let framework = from.framework;
                problems.push(row_value::problem(framework, statements, at, row, misfit));
                RowValue::Nothing
            }),
            None => number_of(row),
        };
        if items::is_of_item(row, node.indicator()) && items::says_nothing_else(row) {
            // An evidence item belongs to the instrument that asks for it.
            out.left += 1;
            continue;
        }
        let mut kept = None;
        for (onto, relation) in targets(from.framework, at, to.framework, crosswalk) {
            if row.is_blank() && relation != Relation::Equal {
                // A form not filled in says nothing of a part.
                continue;
            }
            let answer = match relation {
                Relation::Equal => carried(from, at, to, onto, row, said),
                Relation::Part | Relation::None => None,
            };
            kept = kept.max(Some(answer.is_some()));
            out.rescaled += usize::from(answer.as_ref().is_some_and(|it| it.moved));
            out.rows
                .push(copy(row, from.framework, node, to, onto, answer));
        }
        match kept {
            Some(true) => out.equal += 1,
            Some(false) => out.part += 1,
            None => out.left += 1,
        }
    }
    forget_absent(statements, &mut out.rows);
    if !statements.rows().is_empty() {
        problems.extend(warnings(from.framework, to.framework, crosswalk, &out));
    }
    finish(out, problems)
}

/// Where the node `at` leads, as positions in the other framework. A node that is equal to a group
/// is not told again of the parts of that group: one row would count as many.
fn targets(
    from: &Framework,
    at: usize,
    to: &Framework,
    crosswalk: &Crosswalk,
) -> Vec<(usize, Relation)> {
    let nodes = to.nodes();
    let all: Vec<(usize, Relation)> = crosswalk
        .targets(from.id(), from.nodes()[at].id())
        .into_iter()
        .filter_map(|(id, relation)| {
            let onto = nodes.iter().position(|it| it.id() == id)?;
            Some((onto, relation))
        })
        .collect();
    let inside_equal = |onto: usize| {
        let mut above = nodes[onto].parent();
        while let Some(group) = above {
            if all.contains(&(group, Relation::Equal)) {
                return true;
            }
            above = nodes[group].parent();
        }
        false
    };
    all.iter()
        .copied()
        .filter(|(onto, relation)| *relation == Relation::Equal || !inside_equal(*onto))
        .collect()
}

/// An answer under the other framework.
struct Carried {
    answer: Answer,
    value: Option<f64>,
    /// Whether it stands on another scale now.
    moved: bool,
}

/// The row under the node `onto`; without an answer it is evidence only.
fn copy(
    row: &Statement,
    framework: &Framework,
    node: &Node,
    to: Side,
    onto: usize,
    answer: Option<Carried>,
) -> Statement {
    let mut copy = row.clone();
    copy.indicator = to.framework.nodes()[onto].id().into();
    copy.framework = Some(to.framework.id().into());
    copy.basis = Basis::Cross;
    let coded_as = || format!("{}/{}", framework.id(), node.id()).into();
    copy.coded_as = (!row.is_blank()).then(coded_as);
    match answer {
        Some(it) => {
            copy.answer = it.answer;
            copy.value = it.value;
        }
        None => {
            copy.answer = Answer::Missing;
            copy.value = None;
            copy.qualifier = None;
            if copy.usage == Usage::Primary {
                copy.usage = Usage::Supplementary;
            }
        }
    }
    // An evidence item and its state belong to an indicator of the framework left behind.
    if let Some(evidence) = &mut copy.evidence {
        evidence.item = None;
        evidence.status = None;
    }
    copy
}

/// What the row says, said of the equal node `onto`; `None` where it cannot be said there.
fn carried(
    from: Side,
    at: usize,
    to: Side,
    onto: usize,
    row: &Statement,
    said: RowValue,
) -> Option<Carried> {
    let same = |moved| Carried {
        answer: row.answer.clone(),
        value: row.value,
        moved,
    };
    let leaf = |side: Side, at: usize| side.framework.nodes()[at].indicator().cloned();
    let (here, there) = (leaf(from, at), leaf(to, onto));
    if let (Some(here), Some(there)) = (&here, &there)
        && here.kind == there.kind
    {
        match here.kind.answers() {
            Answers::Directions | Answers::Things => return Some(same(false)),
            // Two measurements agree only in the same unit.
            Answers::Numbers if here.unit == there.unit && here.direction == there.direction => {
                return Some(same(false));
            }
            Answers::Numbers | Answers::Levels(_) => {}
        }
    }
    // A number beside a level stays beside it; beside anything else it would be the answer.
    let levels = |it: &Option<Indicator>| it.as_ref().is_some_and(Indicator::has_levels);
    let both_levels = levels(&here) && levels(&there);
    let beside = row.value.filter(|_| both_levels);
    let value = match said {
        RowValue::Value(value) => value,
        RowValue::NotApplicable => {
            let allowed = there.as_ref().is_none_or(|it| it.allow_na);
            return allowed.then(|| same(false));
        }
        // Where the other side knows the word it is said there as well.
        RowValue::NotChecked if there.as_ref().is_some_and(|it| knows_answer(it, row)) => {
            return Some(same(false));
        }
        RowValue::Nothing | RowValue::NotChecked => {
            let silent = row.answer.is_missing() && row.value.is_none() && row.qualifier.is_none();
            // A count, or "more than 3", would be read as a level elsewhere.
            return (both_levels || silent).then_some(Carried {
                answer: Answer::Missing,
                value: beside,
                moved: false,
            });
        }
    };
    if there.as_ref().is_some_and(|it| it.kind.is_measured()) {
        // A judgement is no measurement.
        return None;
    }
    let (old, new) = (axis(from, at)?, axis(to, onto)?);
    let value = here.map_or(value, |it| transformed(&it, value));
    let moved = old != new;
    let value = if moved { old.onto(new, value) } else { value };
    Some(match there {
        Some(_) => Carried {
            answer: Answer::Number(value),
            value: beside,
            moved,
        },
        None => Carried {
            answer: Answer::Missing,
            value: Some(value),
            moved,
        },
    })
}

/// The ends between which a node is judged.
#[derive(Debug, Clone, Copy)]
struct Axis {
    min: f64,
    max: f64,
    upwards: bool,
}

impl PartialEq for Axis {
    fn eq(&self, other: &Self) -> bool {
        (self.min - other.min).abs() < TOLERANCE
            && (self.max - other.max).abs() < TOLERANCE
            && self.upwards == other.upwards
    }
}

impl Axis {
    /// The value at the same place between the ends of another axis.
    fn onto(self, other: Self, value: f64) -> f64 {
        let place = ((value - self.min) / (self.max - self.min)).clamp(0.0, 1.0);
        let place = if self.upwards == other.upwards {
            place
        } else {
            1.0 - place
        };
        other.min + place * (other.max - other.min)
    }
}

/// Whether the answer of a row is a word for "not checked" of an indicator as well.
fn knows_answer(indicator: &Indicator, row: &Statement) -> bool {
    match &row.answer {
        Answer::Label(word) => indicator.kind.mark(word) == Some(Mark::Unknown),
        _ => false,
    }
}

/// Scale of a leaf, goalposts of a number, reporting unit of a group; none where there are no ends.
fn axis(side: Side, at: usize) -> Option<Axis> {
    let framework = side.framework;
    let axis = |min, max, upwards| Axis { min, max, upwards };
    let Some(indicator) = framework.nodes()[at].indicator() else {
        let (min, max) = framework.ends(at, side.method.reporting);
        return Some(axis(min, max, true));
    };
    let upwards = indicator.direction != Orientation::Lower;
    if indicator.has_levels() {
        let scale = &framework.scales()[indicator.scale];
        return Some(axis(scale.min(), scale.max(), upwards));
    }
    match indicator.normalise {
        Some(Normalisation::Goalposts { low, high }) => {
            let [low, high] = [low, high].map(|it| transformed(indicator, it));
            Some(axis(low, high, upwards))
        }
        Some(Normalisation::Relative(_)) | None => None,
    }
}

/// A row that contradicts one left behind contradicts nobody here.
fn forget_absent(statements: &Statements, rows: &mut [Statement]) {
    let ids = |rows: &[Statement]| -> BTreeSet<Arc<str>> {
        rows.iter().filter_map(|row| row.id.clone()).collect()
    };
    let (before, after) = (ids(statements.rows()), ids(rows));
    for row in rows {
        row.contradicts
            .retain(|name| after.contains(name) || !before.contains(name));
    }
}

fn warnings(
    from: &Framework,
    to: &Framework,
    crosswalk: &Crosswalk,
    out: &Projection,
) -> Vec<Problem> {
    let sentence = say::projected(to.id(), from.id(), out.equal, out.part, out.left);
    let mut told = Problem::warning(sentence);
    if let Some(id) = crosswalk.id() {
        told = told.help(say::projected_with(id));
    }
    if !crosswalk.judgement().is_empty() {
        let [id, en] = [0, 1].map(|at| list(crosswalk.judgement().iter().map(|it| it.both()[at])));
        told = told.help(say::projected_judgement(crate::text::Text::new(id, en)));
    }
    let mut problems = vec![told];
    if out.rescaled > 0 {
        let sentence = say::projected_rescaled(to.id(), from.id(), out.rescaled);
        problems.push(Problem::warning(sentence));
    }
    problems
}
