//! Who was heard: people, documents and statements without a speaker, counted as scores count them.

use std::collections::{BTreeMap, BTreeSet};

use crate::assess::{Assessment, RegionRef, speaker_of};
use crate::statement::identity::SpeakerSort;
use crate::statement::{Date, Origin, PartyName, Speaker, Statement, Usage, codings, method_id};
use crate::study::{Post, Scored};

/// Whoever was heard in one region.
#[derive(Debug, Default)]
pub(super) struct Heard {
    /// Statements (primary and supplementary), however many coders judged them.
    pub(super) statements: usize,
    /// The rows of these.
    pub(super) codings: usize,
    /// Rows that are listed and not counted.
    pub(super) context: usize,
    /// Statements of which nothing says who made them, by method.
    pub(super) unnamed: BTreeMap<Option<String>, usize>,
    /// People and documents; those of rows of context stand here without a statement.
    pub(super) voices: BTreeMap<Speaker, Voice>,
}

/// What is known of a person or a document.
#[derive(Debug, Default)]
pub(super) struct Voice {
    pub(super) roles: BTreeSet<PartyName>,
    pub(super) agencies: BTreeSet<PartyName>,
    pub(super) methods: BTreeSet<String>,
    pub(super) dates: BTreeSet<Date>,
    pub(super) locators: BTreeSet<String>,
    pub(super) statements: usize,
    pub(super) codings: usize,
    pub(super) context: usize,
}

impl Heard {
    /// Those of a sort whose statements count.
    fn counted(&self, sort: SpeakerSort) -> usize {
        let of_sort = self.voices.iter().filter(|(it, _)| it.sort() == sort);
        of_sort.filter(|(_, voice)| voice.statements > 0).count()
    }

    /// People whose statements count.
    pub(super) fn people(&self) -> usize {
        self.counted(SpeakerSort::Person)
    }

    /// Documents whose statements count.
    pub(super) fn documents(&self) -> usize {
        self.counted(SpeakerSort::Document)
    }

    /// Statements of which nothing says who made them.
    pub(super) fn unnamed(&self) -> usize {
        self.unnamed.values().sum()
    }

    /// Whether a row names the post of a person, so that it can be held against planned ones.
    pub(super) fn names_posts(&self) -> bool {
        let mut voices = self.voices.iter();
        voices.any(|(speaker, voice)| speaker.is_person() && !voice.roles.is_empty())
    }

    /// The voices of a planned post: it is named by post, and by office where both name one.
    pub(super) fn of_post<'a>(
        &'a self,
        post: &Post,
    ) -> impl Iterator<Item = (&'a Speaker, &'a Voice)> {
        let name = |it: &Option<String>| it.as_deref().map(PartyName::from);
        let (role, agency) = (name(&post.role), name(&post.agency));
        self.voices.iter().filter(move |(speaker, voice)| {
            let in_office = |must: bool| match &agency {
                Some(agency) => {
                    voice.agencies.contains(agency) || !must && voice.agencies.is_empty()
                }
                None => !must,
            };
            speaker.is_person()
                && match &role {
                    Some(role) => voice.roles.contains(role) && in_office(false),
                    None => in_office(true),
                }
        })
    }

    /// Adds what is said of a node. What a crosswalk has carried to several nodes is `met` once.
    fn add(
        &mut self,
        scored: &Scored,
        node: usize,
        rows: &[&Statement],
        met: &mut BTreeSet<Origin>,
    ) {
        let speaker = |row: &Statement| speaker_of(&scored.framework, node, row);
        let counted: Vec<(&Statement, Speaker)> = rows
            .iter()
            .filter(|row| row.is_counted())
            .map(|row| (*row, speaker(row)))
            .collect();
        let firsts = codings::statements(&counted);
        for first in 0..counted.len() {
            if firsts[first] != first {
                continue;
            }
            let row = counted[first].0;
            if row.coded_as.is_some() && !met.insert(row.origin()) {
                continue;
            }
            let of_one = (first..counted.len()).filter(|at| firsts[*at] == first);
            let of_one: Vec<usize> = of_one.collect();
            self.statements += 1;
            self.codings += of_one.len();
            // The first coding that names somebody speaks for all.
            let named = of_one.iter().find(|at| counted[**at].1 != Speaker::Unnamed);
            let Some(named) = named else {
                let method = counted[first].0.method.as_deref().map(method_id);
                *self.unnamed.entry(method).or_default() += 1;
                continue;
            };
            let voice = self.voices.entry(counted[*named].1.clone()).or_default();
            voice.statements += 1;
            voice.codings += of_one.len();
            of_one.iter().for_each(|at| voice.learn(counted[*at].0));
        }
        for row in rows
            .iter()
            .filter(|it| it.usage == Usage::Context && !it.is_blank())
        {
            self.context += 1;
            let speaker = speaker(row);
            if speaker != Speaker::Unnamed {
                let voice = self.voices.entry(speaker).or_default();
                voice.context += 1;
                voice.learn(row);
            }
        }
    }
}

impl Voice {
    fn learn(&mut self, row: &Statement) {
        self.roles.extend(row.role.clone());
        self.agencies.extend(row.agencies.iter().cloned());
        self.methods.extend(row.method.as_deref().map(method_id));
        let evidence = row.evidence.as_deref();
        self.dates.extend(evidence.and_then(|it| it.date.clone()));
        self.locators
            .extend(evidence.and_then(|it| it.locator.clone()));
    }
}

/// Whoever was heard in each region of some assessments, under whatever framework: a person who speaks
/// in two rounds of one region is one.
pub(super) fn heard<'a>(
    assessments: impl IntoIterator<Item = (&'a Scored, &'a Assessment)>,
) -> BTreeMap<&'a RegionRef, Heard> {
    let mut out: BTreeMap<&RegionRef, Heard> = BTreeMap::new();
    for (scored, it) in assessments {
        let of_region = out.entry(&it.region).or_default();
        let mut met = BTreeSet::new();
        for node in 0..it.nodes.len() {
            let rows = it.rows[node].iter();
            let rows: Vec<&Statement> = rows.map(|at| &scored.statements.rows()[*at]).collect();
            of_region.add(scored, node, &rows, &mut met);
        }
    }
    out
}
