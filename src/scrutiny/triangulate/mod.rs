//! Triangulation of sources, methods and times: who speaks of an indicator, who agrees, who
//! contradicts, who stands alone.
//!
//! The rows of one indicator in one region become voices, one for each source, method or time.
//! Two voices are compared only where they are certainly not the same one: an unnamed informant may
//! be any of the others. The rules are those for conflicts (levels [`LEVEL_GAP`] or more apart,
//! both directions), but between voices instead of between rows. Rows of context are listed and
//! never counted. [`coverage`] holds planned offices against those that speak, [`saturation`]
//! follows what each further interview adds.

pub mod coverage;
mod keys;
pub mod saturation;

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use crate::assess::{Assessed, LEVEL_GAP, RegionRef, level_of, opinion};
use crate::framework::Framework;
use crate::statement::{Direction, Speaker, Stage, Statement, Statements, Usage};
use crate::stats::{TOLERANCE, mean};
use crate::text::vocabulary;

pub use keys::{Key, Source};

vocabulary! {
    /// What tells voices apart.
    #[derive(PartialOrd, Ord)]
    pub enum By {
        /// Informants, offices, documents (triangulasi sumber).
        Source = "source",
        /// Interview, document, observation, survey, discussion (triangulasi teknik).
        Method = "method",
        /// Waves, else dates (triangulasi waktu).
        Time = "time",
    }
}

vocabulary! {
    /// What the voices on one indicator come to.
    #[derive(PartialOrd, Ord)]
    pub enum Verdict {
        /// Two different voices say what speaks against each other.
        Contradict = "contradict",
        /// Two different voices can be compared, and none contradicts another.
        Agree = "agree",
        /// Different voices speak, but no two say anything that the rules compare.
        Unclear = "unclear",
        /// One voice, or several that may be the same one.
        Single = "single",
        /// Rows speak, none says who, how or when.
        Unnamed = "unnamed",
        /// No row counts.
        Silent = "silent",
    }
}

/// Counted rows of one source, method or time on one indicator.
#[derive(Debug, Clone, PartialEq)]
pub struct Voice {
    /// What it is known by.
    pub key: Key,
    /// Positions of its rows, ascending.
    pub rows: Vec<usize>,
    /// The different levels or numbers it gives, ascending.
    pub levels: Vec<f64>,
    /// The mean over informants of each one's mean over coders.
    pub level: Option<f64>,
    /// Supporting rows.
    pub supporting: usize,
    /// Inhibiting rows.
    pub inhibiting: usize,
    /// Neutral rows.
    pub neutral: usize,
}

/// The voices on one indicator of one region.
#[derive(Debug, Clone, PartialEq)]
pub struct Meeting {
    /// Position of the node.
    pub node: usize,
    /// Whether that is an indicator; else a group or the whole, of which rows speak directly.
    pub indicator: bool,
    /// What they come to.
    pub verdict: Verdict,
    /// The voices, in the order of their names; those without one last.
    pub voices: Vec<Voice>,
    /// Positions of context rows: listed, never counted.
    pub context: Vec<usize>,
}

/// All indicators of one region, in one wave and stage; over time in all waves.
#[derive(Debug, Clone, PartialEq)]
pub struct Place {
    /// The region.
    pub region: RegionRef,
    /// The wave; none where waves are what is compared.
    pub wave: Option<Arc<str>>,
    /// The stage.
    pub stage: Option<Stage>,
    /// Indicators in the order of the tree, and groups of which rows speak.
    pub meetings: Vec<Meeting>,
}

impl Place {
    /// Number of indicators with a verdict that is `wanted`.
    #[must_use]
    pub fn count(&self, wanted: impl Fn(Verdict) -> bool) -> usize {
        let indicators = self.meetings.iter().filter(|it| it.indicator);
        indicators.filter(|it| wanted(it.verdict)).count()
    }
}

/// The voices of the assessments at the positions `shown`, in their order.
#[must_use]
pub fn triangulate(
    framework: &Framework,
    statements: &Statements,
    assessed: &Assessed,
    shown: &[usize],
    by: By,
) -> Vec<Place> {
    let mut places: Vec<(Place, Vec<usize>)> = Vec::new();
    for at in shown {
        let it = &assessed.assessments[*at];
        let wave = it.wave.clone().filter(|_| by != By::Time);
        let same = |(place, _): &&mut (Place, Vec<usize>)| {
            by == By::Time && place.region == it.region && place.stage == it.stage
        };
        match places.iter_mut().find(same) {
            Some((_, all)) => all.push(*at),
            None => places.push((
                Place {
                    region: it.region.clone(),
                    wave,
                    stage: it.stage,
                    meetings: Vec::new(),
                },
                vec![*at],
            )),
        }
    }
    for (place, all) in &mut places {
        let waves: BTreeSet<_> = all
            .iter()
            .map(|at| &assessed.assessments[*at].wave)
            .collect();
        let several_waves = waves.len() > 1;
        for (node, it) in framework.nodes().iter().enumerate() {
            let mut rows: Vec<usize> = all
                .iter()
                .flat_map(|at| assessed.assessments[*at].rows[node].iter().copied())
                .collect();
            rows.sort_unstable();
            if it.indicator().is_none() && rows.is_empty() {
                continue;
            }
            let sort = Sort {
                framework,
                statements,
                node,
                by,
                several_waves,
            };
            place.meetings.push(sort.meeting(&rows));
        }
    }
    places.into_iter().map(|(place, _)| place).collect()
}

/// What rows of one indicator are sorted by.
struct Sort<'a> {
    framework: &'a Framework,
    statements: &'a Statements,
    node: usize,
    by: By,
    several_waves: bool,
}

impl Sort<'_> {
    fn meeting(&self, rows: &[usize]) -> Meeting {
        let row = |at: usize| &self.statements.rows()[at];
        let (context, rest): (Vec<usize>, Vec<usize>) = rows
            .iter()
            .partition(|at| row(**at).usage == Usage::Context);
        let counted: Vec<usize> = unsettled(self.statements, &rest);
        let mut keys: Vec<Key> = counted
            .iter()
            .map(|at| Key::of(row(*at), self.by, self.several_waves))
            .collect();
        keys::blur(&mut keys);
        let mut by_key: BTreeMap<Key, Vec<usize>> = BTreeMap::new();
        for (key, at) in keys.into_iter().zip(&counted) {
            by_key.entry(key).or_default().push(*at);
        }
        let mut voices: Vec<Voice> = by_key
            .into_iter()
            .map(|(key, rows)| self.voice(key, rows))
            .collect();
        voices.sort_by_key(|it| !it.key.is_named());
        Meeting {
            node: self.node,
            indicator: self.framework.nodes()[self.node].indicator().is_some(),
            verdict: self.verdict(&voices),
            voices,
            context,
        }
    }

    fn voice(&self, key: Key, rows: Vec<usize>) -> Voice {
        let all = || rows.iter().map(|at| &self.statements.rows()[*at]);
        let count = |wanted| all().filter(|row| row.direction == Some(wanted)).count();
        let said: Vec<(&Statement, f64)> = all()
            .filter_map(|row| Some((row, level_of(self.framework, self.node, row)?)))
            .collect();
        let mut levels: Vec<f64> = said.iter().map(|(_, level)| *level).collect();
        levels.sort_by(f64::total_cmp);
        levels.dedup_by(|a, b| (*a - *b).abs() < TOLERANCE);
        Voice {
            supporting: count(Direction::Supporting),
            inhibiting: count(Direction::Inhibiting),
            neutral: count(Direction::Neutral),
            level: joint_level(&said),
            key: key.with_documents(all()),
            levels,
            rows,
        }
    }

    /// Whether levels of this node may be compared: those of a rubric. Respondents of a survey
    /// differ, which is its result, and numbers have no rule for how far apart is too far.
    fn compares_levels(&self) -> bool {
        let indicator = self.framework.nodes()[self.node].indicator();
        indicator.is_some_and(|it| it.kind.levels_contradict())
    }

    fn verdict(&self, voices: &[Voice]) -> Verdict {
        if voices.is_empty() {
            return Verdict::Silent;
        }
        if voices.iter().all(|it| !it.key.is_named()) {
            return Verdict::Unnamed;
        }
        let [mut apart, mut comparable] = [false; 2];
        for (at, one) in voices.iter().enumerate() {
            for other in &voices[..at] {
                if !one.key.differs(&other.key) {
                    continue;
                }
                apart = true;
                let levels = one
                    .level
                    .zip(other.level)
                    .filter(|_| self.compares_levels());
                let far = levels.is_some_and(|(a, b)| (a - b).abs() >= LEVEL_GAP - TOLERANCE);
                if far || opposed(one, other) || opposed(other, one) {
                    return Verdict::Contradict;
                }
                let directed = |it: &Voice| it.supporting + it.inhibiting > 0;
                comparable |= levels.is_some() || directed(one) && directed(other);
            }
        }
        match (apart, comparable) {
            (_, true) => Verdict::Agree,
            (true, false) => Verdict::Unclear,
            (false, false) => Verdict::Single,
        }
    }
}

fn opposed(one: &Voice, other: &Voice) -> bool {
    one.supporting > 0 && other.inhibiting > 0
}

/// The rows that count, without those of coders who agreed with the others on a source.
fn unsettled(statements: &Statements, rows: &[usize]) -> Vec<usize> {
    let row = |at: &usize| &statements.rows()[*at];
    let settled: BTreeSet<Speaker> = rows
        .iter()
        .filter(|at| row(at).is_counted() && row(at).is_consensus())
        .map(|at| Speaker::of(row(at)))
        .collect();
    rows.iter()
        .copied()
        .filter(|at| row(at).is_counted())
        .filter(|at| row(at).is_consensus() || !settled.contains(&Speaker::of(row(at))))
        .collect()
}

/// The mean over sources of the mean over each one's coders, so that neither who is coded twice
/// nor who says more weighs more.
fn joint_level(said: &[(&Statement, f64)]) -> Option<f64> {
    let mut by_speaker: BTreeMap<Speaker, Vec<(&Statement, f64)>> = BTreeMap::new();
    for (row, level) in said {
        by_speaker
            .entry(Speaker::of(row))
            .or_default()
            .push((*row, *level));
    }
    let opinions = by_speaker.values().filter_map(|rows| opinion(rows));
    let levels: Vec<f64> = opinions.map(|(level, _)| level).collect();
    mean(&levels)
}

#[cfg(test)]
mod tests;
