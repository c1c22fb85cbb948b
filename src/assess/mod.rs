//! Joins statements with a framework and scores every region.
//!
//! [`assess`] is a pure function of framework, statements, region register and method. It goes in
//! three steps: `join` sorts the rows by what they name (region, wave, stage, indicator), `unit`
//! judges all rows of a region in one wave and stage (`said`: what each says; `cell`: one value of
//! the rows of a node), `score` carries the values up the tree. `conflict` lists what speaks
//! against what; nothing is resolved silently. Another [`Method`] changes only the
//! last step, as long as informants combine as before.
//! [`project`] comes before all of it: it carries rows from one framework to another.

mod again;
mod cell;
mod column;
mod conflict;
mod doubts;
mod evidence;
mod join;
pub mod project;
mod regions;
mod reported;
mod said;
mod score;
mod unit;

use std::sync::Arc;

use rayon::prelude::*;

use crate::framework::{Framework, Method, Reporting, ReportingUnit};
use crate::problem::{Checked, Problem, finish};
use crate::region::{self, Register};
use crate::statement::{Column, Stage, Statement, Statements};

pub use again::{Standing, unit_on_scale};
pub use cell::{Cell, InformantKey, Outcome, Tally};
pub use conflict::{Conflict, ConflictKind, LEVEL_GAP};
pub use evidence::{Evidence, ItemState, Proof};
pub use score::{NodeResult, Reason};
pub use unit::Rows;

/// What a name of a region turned out to mean.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct RegionRef {
    /// Official name where matched, else the text as given.
    pub name: Arc<str>,
    /// Kemendagri code where matched.
    pub code: Option<Arc<str>>,
    /// Kind where known.
    pub kind: Option<region::Kind>,
}

impl RegionRef {
    /// The code of the province that a kabupaten or kota lies in.
    #[must_use]
    pub fn province(&self) -> Option<&str> {
        let (province, _) = self.code.as_deref()?.split_once('.')?;
        Some(province)
    }
}

/// Spellings that a study maps to codes of the register, in lower case.
pub type Spellings = std::collections::BTreeMap<String, String>;

/// All node results of one region in one wave and stage under one framework.
#[derive(Debug, Clone)]
pub struct Assessment {
    /// The region.
    pub region: RegionRef,
    /// The round of assessment, where rows name one.
    pub wave: Option<Arc<str>>,
    /// The stage of verification, where rows name one.
    pub stage: Option<Stage>,
    /// One result for each node of the framework, in its order.
    pub nodes: Vec<NodeResult>,
    /// Rows of each node (positions in the statements), context rows included.
    pub rows: Rows,
    /// What the rows of each node say, in the order of the nodes.
    pub cells: Vec<Cell>,
}

/// Every assessment of a set of statements.
#[derive(Debug, Clone)]
pub struct Assessed {
    /// Sorted by region, wave and stage.
    pub assessments: Vec<Assessment>,
    /// What speaks against what, in the order of the assessments and the tree.
    pub conflicts: Vec<Conflict>,
    /// What evidence items show, sorted by region and wave.
    pub evidence: Vec<Evidence>,
}

/// Scores every region of `statements` under `framework` with the choices of `method`.
///
/// # Errors
/// Unknown indicators, levels outside the scale, words that are no level, "does not apply" where
/// it is not allowed, a zero under a geometric or harmonic rule, data missing under `fail`.
/// Unknown regions are one warning.
pub fn assess(
    framework: &Framework,
    statements: &Statements,
    register: &Register,
    spellings: &Spellings,
    method: &Method,
) -> Checked<Assessed> {
    let mut joined = join::join(framework, statements, register, spellings);
    let judge = |unit| unit::judge(framework, statements, unit, method.informants);
    let judged: Vec<unit::Judged> = if statements.rows().len() > MANY {
        joined.units.par_iter_mut().map(judge).collect()
    } else {
        joined.units.iter_mut().map(judge).collect()
    };
    let ((), mut problems) = finish((), told(framework, statements, &joined, &judged))?;
    let mut assessments = Vec::with_capacity(joined.units.len());
    let mut conflicts = Vec::new();
    for (unit, judged) in joined.units.into_iter().zip(judged) {
        let unnamed = judged.unnamed.iter();
        problems.extend(conflict::told_unnamed(statements, &joined.ids, unnamed));
        conflicts.extend(judged.conflicts);
        assessments.push(Assessment {
            region: unit.region,
            wave: unit.wave,
            stage: unit.stage,
            nodes: Vec::new(),
            rows: judged.rows,
            cells: judged.cells,
        });
    }
    let evidence = evidence::evidence(framework, statements, method, &joined.items, &mut problems);
    let assessed = Assessed {
        assessments,
        conflicts,
        evidence,
    };
    let (scored, obstacles) = assessed.scored(framework, method);
    for (at, obstacle) in obstacles {
        let rows = &scored.assessments[at].rows[obstacle.node];
        problems.push(match rows.first() {
            Some(row) => {
                let place = statements.place(&statements.rows()[*row], Column::Level);
                obstacle.problem.at(place)
            }
            None => obstacle.problem,
        });
    }
    problems.extend(reported::check(
        framework,
        statements,
        method,
        &scored.assessments,
    ));
    finish(scored, problems)
}

/// From how many rows it pays to wake the other processors.
const MANY: usize = 20_000;

/// All that is wrong or doubtful with the rows.
fn told(
    framework: &Framework,
    statements: &Statements,
    joined: &join::Joined,
    judged: &[unit::Judged],
) -> Vec<Problem> {
    let mut misfits: Vec<_> = judged.iter().flat_map(|it| &it.misfits).collect();
    misfits.sort_unstable_by_key(|(at, ..)| *at);
    misfits.truncate(doubts::MOST_PROBLEMS);
    let misfits = misfits.into_iter().map(|(at, node, misfit)| {
        let row = &statements.rows()[*at];
        let problem = said::problem(framework, statements, *node, row, *misfit);
        (*at, problem)
    });
    // What a row says comes before what its evidence says.
    let mut of_rows: Vec<(usize, Problem)> = misfits.collect();
    of_rows.extend(joined.of_rows.iter().cloned());
    of_rows.sort_by_key(|(at, _)| *at);
    let mut problems: Vec<Problem> = of_rows.into_iter().map(|(_, it)| it).collect();
    problems.extend(joined.of_regions.clone());
    let elsewhere = joined.elsewhere.iter();
    let elsewhere = elsewhere.map(|at| (*at, &statements.rows()[*at]));
    let mut repeated = doubts::repeated(elsewhere);
    repeated.extend(judged.iter().flat_map(|it| &it.repeated));
    problems.extend(doubts::told_repeated(statements, repeated));
    problems.extend(joined.of_words.iter().cloned());
    problems
}

impl Assessed {
    /// Scores every assessment; obstacles come with the position of theirs.
    fn scored(
        mut self,
        framework: &Framework,
        method: &Method,
    ) -> (Self, Vec<(usize, score::Obstacle)>) {
        let mut all = Vec::new();
        let columns = column::Columns::of(framework, &self.assessments);
        for (at, assessment) in self.assessments.iter_mut().enumerate() {
            let mut obstacles = Vec::new();
            assessment.nodes = score::score(
                framework,
                method,
                &columns,
                assessment,
                &|_| true,
                &mut obstacles,
            );
            all.extend(obstacles.into_iter().map(|it| (at, it)));
        }
        (self, all)
    }

    /// What the evidence items of the region and wave of an assessment show.
    #[must_use]
    pub fn evidence_of(&self, assessment: &Assessment) -> Option<&Evidence> {
        self.evidence
            .iter()
            .find(|it| it.region == assessment.region && it.wave == assessment.wave)
    }

    /// The conflicts within the assessment at the position `at`.
    pub fn conflicts_of(&self, at: usize) -> impl Iterator<Item = &Conflict> {
        let assessment = &self.assessments[at];
        self.conflicts.iter().filter(move |it| {
            it.region == assessment.region
                && it.wave == assessment.wave
                && it.stage == assessment.stage
        })
    }

    /// The index of each of `assessments` (positions) scored only on the leaves that `counts`.
    ///
    /// A region whose score is undefined there has `None`.
    #[must_use]
    pub fn index_on(
        &self,
        framework: &Framework,
        method: &Method,
        assessments: &[usize],
        counts: &dyn Fn(usize) -> bool,
    ) -> Vec<Option<f64>> {
        let columns = column::Columns::of(framework, &self.assessments);
        // A rule that cannot be followed has been told when all leaves counted.
        let mut ignored = Vec::new();
        assessments
            .iter()
            .map(|at| {
                let nodes = score::score(
                    framework,
                    method,
                    &columns,
                    &self.assessments[*at],
                    counts,
                    &mut ignored,
                );
                nodes.first().and_then(|index| index.score)
            })
            .collect()
    }
}

impl NodeResult {
    /// The result in the unit in which results are told.
    #[must_use]
    pub fn told(&self, reporting: Reporting) -> Option<f64> {
        match reporting.unit {
            ReportingUnit::Percent => self.score,
            ReportingUnit::Native => {
                let value = self.value.filter(|_| self.score.is_some());
                value.map(|value| value * reporting.factor)
            }
        }
    }
}

/// The level or number a row gives for a node, if it gives one.
#[must_use]
pub fn level_of(framework: &Framework, node: usize, row: &Statement) -> Option<f64> {
    let said = match framework.nodes()[node].indicator() {
        Some(indicator) if indicator.has_levels() => {
            let scale = &framework.scales()[indicator.scale];
            said::level_says(scale, indicator, row).ok()?
        }
        _ => said::number_of(row),
    };
    match said {
        said::Said::Value(value) => Some(value),
        said::Said::Nothing | said::Said::NotApplicable => None,
    }
}
