//! The cells on which an order hangs: a level more or less in one of them, and two neighbours change
//! places.

use crate::assess::{Assessed, Assessment, level_of};
use crate::framework::{Framework, Indicator, Method, Scale};
use crate::statement::{Statement, Statements, Usage};
use crate::stats::TOLERANCE;
use crate::text::{folded, vocabulary};

/// A cell whose move by one level takes the order from two neighbours.
#[derive(Debug, Clone, PartialEq)]
pub struct Pivot {
    /// Assessment of the region ranked higher.
    pub above: usize,
    /// Assessment of the region ranked next.
    pub below: usize,
    /// Assessment whose cell it is: one of the two.
    pub cell: usize,
    /// Position of the indicator.
    pub indicator: usize,
    /// Its value, on its scale.
    pub from: f64,
    /// The value one level further.
    pub to: f64,
    /// What the move does.
    pub effect: Effect,
    /// How sure the coder was of the least sure row that gives the value.
    pub confidence: Confidence,
    /// That row (position in the statements), or the first where none says how sure it is.
    pub row: Option<usize>,
}

vocabulary! {
    /// What the move of one cell does to two neighbours.
    #[derive(PartialOrd, Ord)]
    pub enum Effect {
        /// The lower one stands above the other.
        Turn = "turn",
        /// Both have the same score.
        Tie = "tie",
    }
}

vocabulary! {
    /// How sure a coder was.
    #[derive(PartialOrd, Ord, Default)]
    pub enum Confidence {
        /// Rendah.
        Low = "low",
        /// Sedang.
        Medium = "medium",
        /// Tinggi.
        High = "high",
        /// Not said, or in words that are none of these.
        #[default]
        Unsaid = "unsaid",
    }
}

impl Confidence {
    /// What a row says.
    #[must_use]
    pub fn of(row: &Statement) -> Self {
        let word = row
            .evidence
            .as_deref()
            .and_then(|it| it.confidence.as_deref());
        match folded(word.unwrap_or_default()).as_str() {
            "rendah" | "low" => Self::Low,
            "sedang" | "medium" => Self::Medium,
            "tinggi" | "high" => Self::High,
            _ => Self::Unsaid,
        }
    }
}

/// The pivots between neighbours of `sorted` (assessments, best first) with different scores: pair by
/// pair, those that turn it before those that tie it, the least sure first.
#[must_use]
pub(super) fn pivots(
    framework: &Framework,
    statements: &Statements,
    assessed: &Assessed,
    method: &Method,
    sorted: &[usize],
) -> Vec<Pivot> {
    let score = |at: usize| assessed.assessments[at].nodes[0].score;
    let has_lead = |pair: &[usize]| match (score(pair[0]), score(pair[1])) {
        (Some(above), Some(below)) => above > below + TOLERANCE,
        _ => false,
    };
    let pairs: Vec<(usize, usize)> = sorted
        .windows(2)
        .enumerate()
        .filter(|(_, pair)| has_lead(pair))
        .map(|(at, _)| (at, at + 1))
        .collect();
    let mut rescorer = assessed.rescorer(framework, method, sorted);
    let mut found: Vec<(usize, Pivot)> = Vec::new();
    for (leaf, _, indicator) in framework.indicators().filter(|(.., it)| moves(it)) {
        let scale = &framework.scales()[indicator.scale];
        for up in [false, true] {
            // Every region moves in a place of its own, so that one pass serves all pairs. Up is towards
            // the better end.
            let moved: Vec<Option<f64>> = sorted
                .iter()
                .map(|at| {
                    let node = &assessed.assessments[*at].nodes[leaf];
                    let value = node.answer().filter(|_| node.score.is_some())?;
                    next_level(scale, value, up == indicator.is_better_higher())
                })
                .collect();
            let indices = rescorer.index_with(leaf, &moved);
            for (number, (first, second)) in pairs.iter().copied().enumerate() {
                let (mover, other) = if up { (second, first) } else { (first, second) };
                let (Some(to), Some(moved)) = (moved[mover], indices[mover]) else {
                    continue;
                };
                let still = score(sorted[other]).unwrap_or(moved);
                // How far the lower one is above after the move.
                let lead = if up { moved - still } else { still - moved };
                let effect = match lead {
                    it if it > TOLERANCE => Effect::Turn,
                    it if it >= -TOLERANCE => Effect::Tie,
                    _ => continue,
                };
                let cell = sorted[mover];
                let assessment = &assessed.assessments[cell];
                let row = least_sure(framework, statements, assessment, leaf);
                let pivot = Pivot {
                    above: sorted[first],
                    below: sorted[second],
                    cell,
                    indicator: leaf,
                    from: assessment.nodes[leaf].answer().unwrap_or(to),
                    to,
                    effect,
                    confidence: row.map_or(Confidence::Unsaid, |(sure, _)| sure),
                    row: row.map(|(_, row)| row),
                };
                found.push((number, pivot));
            }
        }
    }
    found.sort_by_key(|(pair, it)| (*pair, it.effect, it.confidence, it.indicator));
    found.into_iter().map(|(_, it)| it).collect()
}

/// Whether an answer to an indicator can be a level more or less.
fn moves(indicator: &Indicator) -> bool {
    indicator.is_scored() && indicator.has_levels()
}

/// The next level of a scale above or below a value; `None` at its end. A value between two levels
/// moves by the distance of levels, as far as the scale goes.
fn next_level(scale: &Scale, value: f64, up: bool) -> Option<f64> {
    let levels = scale.levels();
    let is_at = |level: f64| (level - value).abs() <= TOLERANCE;
    let at = levels.iter().position(|it| is_at(it.value));
    let next = match at {
        Some(at) if up => levels.get(at + 1)?.value,
        Some(at) => levels[at.checked_sub(1)?].value,
        None => {
            #[expect(clippy::cast_precision_loss, reason = "a scale has few levels")]
            let step = match levels.len() {
                0 | 1 => 1.0,
                count => (scale.max() - scale.min()) / (count - 1) as f64,
            };
            let next = if up { value + step } else { value - step };
            next.clamp(scale.min(), scale.max())
        }
    };
    (!is_at(next)).then_some(next)
}

/// The least sure of the rows that give the value of a node, the first of equals.
fn least_sure(
    framework: &Framework,
    statements: &Statements,
    assessment: &Assessment,
    leaf: usize,
) -> Option<(Confidence, usize)> {
    let rows = assessment.rows[leaf].iter().copied();
    rows.filter(|at| {
        let row = &statements.rows()[*at];
        row.usage == Usage::Primary && level_of(framework, leaf, row).is_some()
    })
    .map(|at| (Confidence::of(&statements.rows()[at]), at))
    .min()
}
