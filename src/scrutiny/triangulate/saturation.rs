//! What each further interview adds: indicators that nobody had spoken of before.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use crate::assess::{Assessed, RegionRef};
use crate::framework::Framework;
use crate::statement::{Date, Origin, Speaker, Stage, Statement, Statements, method_id};

/// Interviews of the base (Guest, Namey and Chen 2020; the size from memory, not verified).
pub const BASE: usize = 4;
/// Lengths of runs of interviews behind it (as above).
pub const RUNS: [usize; 2] = [2, 3];
/// Share of new information at which a run shows saturation (as above).
pub const THRESHOLD: f64 = 0.05;

/// Interviews in order, with what each adds.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Saturation {
    /// Interviews in order.
    pub interviews: Vec<Interview>,
    /// Whether the order is that of dates; else that of the rows, since some interview has none.
    pub by_date: bool,
    /// Runs behind the base, one for each length that there are enough interviews for; none where
    /// interviews cannot be told apart.
    pub runs: Vec<Run>,
}

/// One informant in one region, wave and stage.
#[derive(Debug, Clone, PartialEq)]
pub struct Interview {
    /// The region.
    pub region: RegionRef,
    /// Who speaks.
    pub speaker: Speaker,
    /// Earliest date of its rows.
    pub date: Option<Date>,
    /// Counted rows.
    pub statements: usize,
    /// Indicators it speaks of.
    pub indicators: usize,
    /// Positions of the indicators of which no earlier interview speaks.
    pub first: Vec<usize>,
    /// Indicators spoken of so far.
    pub cumulative: usize,
}

/// Consecutive interviews behind the base.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Run {
    /// How many.
    pub length: usize,
    /// Number of its last interview, from 1.
    pub last: usize,
    /// New indicators in it.
    pub new: usize,
    /// New indicators / indicators of the base.
    pub share: f64,
    /// Whether that is at most [`THRESHOLD`].
    pub reached: bool,
}

/// The interviews of the assessments at the positions `shown`: counted rows on indicators whose
/// method is interview or discussion, or which name no method but who spoke.
///
/// In order of date where every interview has one, else of the first row. A run is the first whose
/// share of new information is low enough, else the last there is. Runs overlap.
#[must_use]
pub fn saturation(
    framework: &Framework,
    statements: &Statements,
    assessed: &Assessed,
    shown: &[usize],
) -> Saturation {
    type Unit<'a> = (&'a RegionRef, Option<Arc<str>>, Option<Stage>, Speaker);
    struct Heard {
        first: Origin,
        date: Option<Date>,
        statements: usize,
        nodes: BTreeSet<usize>,
    }
    let mut units: BTreeMap<Unit, Heard> = BTreeMap::new();
    for at in shown {
        let it = &assessed.assessments[*at];
        for (node, ..) in framework.indicators() {
            for row in &it.rows[node] {
                let row = &statements.rows()[*row];
                if !row.is_counted() || !is_interview(row) {
                    continue;
                }
                let key = (&it.region, it.wave.clone(), it.stage, Speaker::of(row));
                let heard = units.entry(key).or_insert_with(|| Heard {
                    first: row.origin(),
                    date: None,
                    statements: 0,
                    nodes: BTreeSet::new(),
                });
                heard.first = heard.first.min(row.origin());
                heard.statements += 1;
                heard.nodes.insert(node);
                let date = row.evidence.as_ref().and_then(|it| it.date.clone());
                heard.date = match (heard.date.take(), date) {
                    (Some(one), Some(other)) => Some(one.min(other)),
                    (one, other) => one.or(other),
                };
            }
        }
    }
    let by_date = !units.is_empty() && units.values().all(|it| it.date.is_some());
    let mut ordered: Vec<(Unit, Heard)> = units.into_iter().collect();
    ordered.sort_by(|(_, a), (_, b)| {
        let dates = if by_date {
            a.date.cmp(&b.date)
        } else {
            std::cmp::Ordering::Equal
        };
        dates.then(a.first.cmp(&b.first))
    });
    let mut known: BTreeSet<usize> = BTreeSet::new();
    let interviews: Vec<Interview> = ordered
        .into_iter()
        .map(|((region, _, _, speaker), heard)| {
            let first: Vec<usize> = heard.nodes.difference(&known).copied().collect();
            known.extend(&first);
            Interview {
                region: region.clone(),
                speaker,
                date: heard.date,
                statements: heard.statements,
                indicators: heard.nodes.len(),
                first,
                cumulative: known.len(),
            }
        })
        .collect();
    let told_apart = interviews.iter().all(|it| it.speaker.is_person());
    let runs = RUNS
        .iter()
        .filter(|_| told_apart)
        .filter_map(|length| run(&interviews, *length))
        .collect();
    Saturation {
        interviews,
        by_date,
        runs,
    }
}

fn is_interview(row: &Statement) -> bool {
    match row.method.as_deref().map(method_id) {
        Some(method) => ["interview", "fgd"].contains(&method.as_str()),
        None => Speaker::of(row).is_person(),
    }
}

fn run(interviews: &[Interview], length: usize) -> Option<Run> {
    let base = interviews.get(BASE - 1)?.cumulative;
    let runs = interviews[BASE..].windows(length).enumerate();
    let mut all = runs.map(|(at, run)| {
        let new: usize = run.iter().map(|it| it.first.len()).sum();
        #[expect(clippy::cast_precision_loss, reason = "counts of indicators are small")]
        let share = new as f64 / base.max(1) as f64;
        Run {
            length,
            last: BASE + at + length,
            new,
            share,
            reached: share <= THRESHOLD,
        }
    });
    let mut last = all.next()?;
    for next in all {
        if last.reached {
            break;
        }
        last = next;
    }
    Some(last)
}
