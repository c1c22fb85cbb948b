//! Triangulation of sources, methods and times: who speaks of an indicator, who agrees, who
//! contradicts, who stands alone.
//!
//! The rows of one indicator in one region become voices, one for each source, method or time.
//! Two voices are compared only where they are certainly not the same one: an unnamed informant may
//! be any of the others. The rules are those for conflicts (levels [`LEVEL_GAP`] or more apart,
//! both directions, a row that names another it contradicts), but between voices instead of between
//! rows. Rows of context are listed and
//! never counted. [`coverage`] holds planned offices against those that speak, [`saturation`]
//! follows what each further interview adds.

pub mod coverage;
mod keys;
pub mod saturation;

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use crate::assess::{Assessed, LEVEL_GAP, RegionRef, level_of, opinion, statement_value};
use crate::framework::Framework;
use crate::statement::{Direction, Speaker, Stage, Statement, Statements, Usage, codings};
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
    /// The most certainly different voices of which none speaks against another, among those that
    /// say a level or a direction.
    pub agreeing: usize,
    /// The others among those.
    pub deviating: usize,
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

impl Meeting {
    /// Whether more voices agree than deviate, though some do.
    #[must_use]
    pub fn has_majority(&self) -> bool {
        self.verdict == Verdict::Contradict
            && self.agreeing > 1
            && self.agreeing > self.deviating
            && self.deviating > 0
    }
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
        let declared = self.declared(&voices);
        let [agreeing, deviating] = self.sides(&voices, &declared);
        Meeting {
            node: self.node,
            indicator: self.framework.nodes()[self.node].indicator().is_some(),
            verdict: self.verdict(&voices, &declared),
            agreeing,
            deviating,
            voices,
            context,
        }
    }

    fn voice(&self, key: Key, rows: Vec<usize>) -> Voice {
        let all = || rows.iter().map(|at| &self.statements.rows()[*at]);
        let said: Vec<(&Statement, f64)> = all()
            .filter_map(|row| Some((row, level_of(self.framework, self.node, row)?)))
            .collect();
        // Coders who differ on one statement are one voice with one answer.
        let spoken: Vec<(&Statement, Speaker)> = all().map(|row| (row, Speaker::of(row))).collect();
        let firsts = codings::statements(&spoken);
        let of_one = |first: usize| {
            let same = (0..firsts.len()).filter(|at| firsts[*at] == first);
            same.collect::<Vec<usize>>()
        };
        let statements: Vec<Vec<&Statement>> = (0..spoken.len())
            .map(of_one)
            .filter(|it| !it.is_empty())
            .map(|it| it.into_iter().map(|at| spoken[at].0).collect())
            .collect();
        let directions: Vec<_> = statements.iter().map(|it| codings::direction(it)).collect();
        let count = |wanted| directions.iter().filter(|it| **it == Some(wanted)).count();
        let level = |codings: &Vec<&Statement>| {
            let given = codings
                .iter()
                .filter_map(|row| Some((*row, level_of(self.framework, self.node, row)?)));
            statement_value(&given.collect::<Vec<_>>(), false)
        };
        let mut levels: Vec<f64> = statements.iter().filter_map(level).collect();
        levels.sort_by(f64::total_cmp);
        levels.dedup_by(|a, b| (*a - *b).abs() < TOLERANCE);
        Voice {
            supporting: count(Direction::Supporting),
            inhibiting: count(Direction::Inhibiting),
            neutral: count(Direction::Neutral),
            level: joint_level(&said),
            key: key.known_by(all()),
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

    /// Pairs of voices of which a row of one names a row of the other that it contradicts. A voice
    /// that contradicts itself is a conflict and no contradiction between voices, unless nobody says
    /// who it is: its rows may be of several.
    fn declared(&self, voices: &[Voice]) -> BTreeSet<[usize; 2]> {
        let row = |at: &usize| &self.statements.rows()[*at];
        let mut at_id: BTreeMap<&str, Vec<(usize, usize)>> = BTreeMap::new();
        for (voice, it) in voices.iter().enumerate() {
            for at in &it.rows {
                if let Some(id) = row(at).id.as_deref() {
                    at_id.entry(id).or_default().push((voice, *at));
                }
            }
        }
        let mut out = BTreeSet::new();
        for (voice, it) in voices.iter().enumerate() {
            for at in &it.rows {
                let named = row(at).contradicts.iter();
                for (other, theirs) in named.filter_map(|id| at_id.get(&**id)).flatten() {
                    let counts = voice != *other || it.key.is_collective() && at != theirs;
                    if counts {
                        out.insert([voice.min(*other), voice.max(*other)]);
                    }
                }
            }
        }
        out
    }

    /// A voice as it is compared: one whose rows may be of several sources by the offices and the
    /// document that they name.
    fn parts(&self, voice: &Voice) -> Vec<Voice> {
        if !voice.key.is_collective() {
            return vec![voice.clone()];
        }
        let mut parts: BTreeMap<Key, Vec<usize>> = BTreeMap::new();
        for at in &voice.rows {
            let row = &self.statements.rows()[*at];
            let key = Key::of(row, self.by, self.several_waves).known_by(std::iter::once(row));
            parts.entry(key).or_default().push(*at);
        }
        let parts = parts.into_iter();
        parts.map(|(key, rows)| self.voice(key, rows)).collect()
    }

    /// Whether two voices speak against each other, where they are two.
    fn contradicts(&self, one: &Voice, other: &Voice) -> bool {
        let levels = one.level.zip(other.level);
        let levels = levels.filter(|_| self.compares_levels());
        let far = levels.is_some_and(|(a, b)| (a - b).abs() >= LEVEL_GAP - TOLERANCE);
        far || opposed(one, other) || opposed(other, one)
    }

    fn verdict(&self, voices: &[Voice], declared: &BTreeSet<[usize; 2]>) -> Verdict {
        if voices.is_empty() {
            return Verdict::Silent;
        }
        if !declared.is_empty() {
            return Verdict::Contradict;
        }
        if voices.iter().all(|it| !it.key.is_named()) {
            return Verdict::Unnamed;
        }
        let parts: Vec<Vec<Voice>> = voices.iter().map(|it| self.parts(it)).collect();
        let [mut apart, mut comparable] = [false; 2];
        for (at, ones) in parts.iter().enumerate() {
            let others = parts[..at].iter().flatten();
            let pairs = others.flat_map(|other| ones.iter().map(move |one| (one, other)));
            for (one, other) in pairs.filter(|(one, other)| one.key.differs(&other.key)) {
                apart = true;
                if self.contradicts(one, other) {
                    return Verdict::Contradict;
                }
                let levels = one.level.and(other.level).is_some() && self.compares_levels();
                let directed = |it: &Voice| it.supporting + it.inhibiting > 0;
                comparable |= levels || directed(one) && directed(other);
            }
        }
        match (apart, comparable) {
            (_, true) => Verdict::Agree,
            (true, false) => Verdict::Unclear,
            (false, false) => Verdict::Single,
        }
    }

    /// How many certainly different voices the largest group has in which none speaks against
    /// another, and how many stand outside it, of those that say a level or a direction.
    ///
    /// Levels that lie in one window shorter than [`LEVEL_GAP`] and directions of one kind never
    /// contradict, so the group is the fullest window; of declared contradictions inside it the
    /// voice with most of them leaves first.
    fn sides(&self, voices: &[Voice], declared: &BTreeSet<[usize; 2]>) -> [usize; 2] {
        let level = |it: &Voice| it.level.filter(|_| self.compares_levels());
        let says = |it: &Voice| level(it).is_some() || it.supporting + it.inhibiting > 0;
        let speaking: Vec<usize> = (0..voices.len()).filter(|it| says(&voices[*it])).collect();
        let lows = speaking.iter().map(|it| level(&voices[*it]));
        let mut most = BTreeSet::new();
        for low in lows {
            for supporting in [true, false] {
                let fits = |it: &&usize| {
                    let voice = &voices[**it];
                    let against = if supporting {
                        voice.inhibiting
                    } else {
                        voice.supporting
                    };
                    let near = low.zip(level(voice)).is_none_or(|(low, level)| {
                        level > low - TOLERANCE && level < low + LEVEL_GAP - TOLERANCE
                    });
                    against == 0 && near
                };
                let mut group: BTreeSet<usize> = speaking.iter().filter(fits).copied().collect();
                while let Some(worst) = most_declared(&group, declared) {
                    group.remove(&worst);
                }
                let several = |of: &BTreeSet<usize>| apart(voices, of.iter().copied());
                if several(&group) > several(&most) {
                    most = group;
                }
            }
        }
        // A voice that speaks both for and against fits no group and stands alone.
        if most.is_empty() {
            most.extend(speaking.first());
        }
        let rest = speaking.iter().copied().filter(|it| !most.contains(it));
        [apart(voices, most.iter().copied()), apart(voices, rest)]
    }
}

/// How many of some voices are certainly different ones: who is not named may be any of the others.
fn apart(voices: &[Voice], of: impl Iterator<Item = usize>) -> usize {
    let mut counted: Vec<&Voice> = Vec::new();
    for voice in of.map(|it| &voices[it]) {
        if counted.iter().all(|it| it.key.differs(&voice.key)) {
            counted.push(voice);
        }
    }
    counted.len()
}

/// The one of a group with most declared contradictions inside it, if there is any.
fn most_declared(group: &BTreeSet<usize>, declared: &BTreeSet<[usize; 2]>) -> Option<usize> {
    let inside = declared
        .iter()
        .filter(|it| it[0] != it[1] && it.iter().all(|voice| group.contains(voice)));
    let mut times: BTreeMap<usize, usize> = BTreeMap::new();
    for voice in inside.flatten() {
        *times.entry(*voice).or_default() += 1;
    }
    let most = times
        .into_iter()
        .max_by_key(|(voice, times)| (*times, *voice));
    most.map(|(voice, _)| voice)
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
