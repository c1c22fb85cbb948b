//! Joins statements with a framework and scores every region.
//!
//! [`assess`] is a pure function of framework, statements, region register and method. It goes in
//! three steps: `join` sorts the rows by what they name (region, wave, stage, indicator), `judge`
//! goes through all rows of a region in one wave and stage (`row_value`: what each says; `pooled`:
//! one value of the rows of a node), `score` carries the values up the tree. `conflict` lists what speaks
//! against what; nothing is resolved silently. Another [`Method`] changes only the
//! last step, as long as informants combine as before.
//! [`project`] comes before all of it: it carries rows from one framework to another.

mod anatomy;
mod assessment;
mod common;
mod conflict;
mod evidence;
mod filled;
mod item_code;
mod items;
mod join;
mod judge;
mod leaf;
mod located;
pub mod minimum;
mod opinions;
mod pooled;
pub mod project;
mod refused;
mod regions;
mod reported;
mod rescore;
mod result;
mod row_value;
mod score;
mod speaker;
mod spoken;
mod strayed;
mod tree;
mod twice;
mod unit;
mod unknown;
mod verdict;
mod warnings;
mod weights;
mod written;

use rayon::prelude::*;

use crate::framework::{Framework, Method};
use crate::problem::{Checked, Problem, finish};
use crate::region::Register;
use crate::statement::{Field, Statements};
use crate::text::say;

pub use anatomy::Given;
pub(crate) use anatomy::Mixture;
pub use assessment::{Assessed, Assessment};
pub use common::OnCommon;
pub use conflict::{Conflict, ConflictKind, LEVEL_GAP};
pub use evidence::{Evidence, ItemState, Proof};
pub use item_code::find as item_at;
pub use items::speaks_of_item_alone;
pub use pooled::{Outcome, Pooled, Tally};
pub(crate) use pooled::{opinion, statement_value};
pub use regions::{RegionRef, Spellings, regions_of};
pub use rescore::Rescorer;
pub use result::{Grade, NodeResult, Reason};
pub use row_value::level_of;
pub use speaker::speaker_of;
pub use tree::Treatment;
pub use twice::copied_sources;
pub use unit::Rows;
pub use unknown::node_called;
pub use verdict::Verdict;

pub(crate) use leaf::unit_on_scale;
pub(crate) use tree::{Choices, LeafScore, Obstacle, Refusal, Sheet, State, Tree};

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
    let strayed = strayed::warn(statements, &joined.units);
    let judge = |unit| judge::judge(framework, statements, unit, method);
    let judged: Vec<judge::Judged> = if statements.rows().len() > MANY {
        joined.units.par_iter_mut().map(judge).collect()
    } else {
        joined.units.iter_mut().map(judge).collect()
    };
    let mut doubts = of_rows(framework, statements, &joined, &judged);
    doubts.extend(strayed);
    let has_effect = judged.iter().any(|it| it.weighs);
    doubts.extend(weights::without_effect(framework, statements, has_effect));
    let ((), mut problems) = finish((), doubts)?;
    let mut assessments = Vec::with_capacity(joined.units.len());
    let mut conflicts = Vec::new();
    for (unit, judged) in joined.units.into_iter().zip(judged) {
        let unnamed = judged.unnamed.iter();
        problems.extend(conflict::warn_unnamed(statements, &joined.ids, unnamed));
        conflicts.extend(judged.conflicts);
        assessments.push(Assessment {
            region: unit.region,
            wave: unit.wave,
            stage: unit.stage,
            nodes: Vec::new(),
            rows: judged.rows,
            pooled: judged.pooled,
        });
    }
    problems.extend(filled::fill(framework, statements, &mut assessments));
    let [evidence, unjudged] =
        evidence::evidence(framework, statements, method, &joined.items, &mut problems);
    let mut assessed = Assessed {
        assessments,
        conflicts,
        evidence,
        unjudged,
    };
    for obstacle in assessed.score(framework, method) {
        let assessment = &assessed.assessments[obstacle.place];
        let problem = obstacle_problem(framework, assessment, obstacle);
        let row = assessment.rows[obstacle.child].first();
        let row = row.map(|row| &statements.rows()[*row]);
        problems.push(match row {
            Some(row) => problem.at(statements.place(row, Field::Level)),
            None => problem,
        });
    }
    // What an index does not rest on is said before all else.
    let unanswered = warnings::unanswered(framework, &assessed.assessments);
    problems.splice(0..0, unanswered);
    problems.extend(warnings::left_aside(
        framework,
        statements,
        method,
        &assessed.assessments,
    ));
    problems.extend(reported::check(
        framework,
        statements,
        method,
        &assessed.assessments,
    ));
    finish(assessed, problems)
}

/// Tells which child keeps a group from following its rule.
fn obstacle_problem(framework: &Framework, assessment: &Assessment, obstacle: Obstacle) -> Problem {
    let [child, group] = [obstacle.child, obstacle.group].map(|at| framework.nodes()[at].id());
    let region = &assessment.region.name;
    match obstacle.why {
        Refusal::Missing => {
            Problem::error(say::missing_not_allowed(child, region)).help(say::missing_help())
        }
        Refusal::Zero => Problem::error(say::zero_under_rule(child, region, group))
            .help(say::zero_under_rule_help()),
    }
}

/// From how many rows it pays to wake the other processors.
const MANY: usize = 20_000;

/// All that is wrong or doubtful with the rows.
fn of_rows(
    framework: &Framework,
    statements: &Statements,
    joined: &join::Joined,
    judged: &[judge::Judged],
) -> Vec<Problem> {
    let mut misfits: Vec<_> = judged.iter().flat_map(|it| &it.misfits).collect();
    misfits.sort_unstable_by_key(|(at, ..)| *at);
    misfits.truncate(warnings::MOST_PROBLEMS);
    let misfits = misfits.into_iter().map(|(at, node, misfit)| {
        let row = &statements.rows()[*at];
        let problem = row_value::problem(framework, statements, *node, row, *misfit);
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
    let mut repeated = twice::repeated(statements, elsewhere, false);
    repeated.extend(judged.iter().flat_map(|it| &it.repeated));
    problems.extend(twice::warn_copies(statements, &joined.copies));
    problems.extend(twice::warn_repeated(statements, repeated));
    let echoes = judged.iter().flat_map(|it| it.echoes.iter().copied());
    problems.extend(twice::warn_echoes(statements, echoes.collect()));
    let clashes: Vec<&twice::Clash> = judged.iter().flat_map(|it| &it.clashes).collect();
    problems.extend(twice::tell(framework, statements, &clashes));
    problems.extend(joined.of_words.iter().cloned());
    problems
}
