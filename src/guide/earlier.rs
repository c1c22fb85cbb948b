//! What a region answered in an earlier wave.

use std::collections::BTreeMap;

use crate::assess::Assessment;
use crate::compare::newer;
use crate::framework::Framework;
use crate::statement::{ItemStatus, Stage};
use crate::study::Scored;

/// The answers of an earlier wave.
#[derive(Debug, Clone)]
pub struct Earlier {
    /// Its wave.
    pub wave: Option<String>,
    /// Its stage: the most verified one that has answers.
    pub stage: Option<Stage>,
    /// All results of that wave and stage.
    pub assessment: Assessment,
    notes: BTreeMap<usize, String>,
    states: BTreeMap<(usize, usize), ItemStatus>,
}

impl Earlier {
    /// The newest answers of a region before a wave; nothing where there are none.
    #[must_use]
    pub fn of(scored: &Scored, region: &str, before: Option<&str>) -> Option<Self> {
        let all = &scored.assessed.assessments;
        let is_earlier = |it: &&Assessment| {
            &*it.region.name == region
                && before.is_none_or(|wave| newer(it.wave.as_deref(), Some(wave)).is_lt())
                && has_answers(&scored.framework, it)
        };
        // Of one wave the most verified stage stands last.
        let found = all.iter().filter(is_earlier);
        let found = found.max_by(|a, b| newer(a.wave.as_deref(), b.wave.as_deref()))?;
        let mut notes = BTreeMap::new();
        for (node, ..) in scored.framework.indicators() {
            let rows = found.rows[node].iter();
            let mut texts = rows.filter_map(|at| note(scored, *at));
            if let Some(text) = texts.next() {
                notes.insert(node, text.to_owned());
            }
        }
        let mut states = BTreeMap::new();
        for proof in scored
            .assessed
            .evidence_of(found)
            .iter()
            .flat_map(|it| &it.proofs)
        {
            let known = proof.items.iter();
            let known = known.filter_map(|it| Some(((proof.node, it.item), it.status?)));
            states.extend(known);
        }
        Some(Self {
            wave: found.wave.as_deref().map(str::to_owned),
            stage: found.stage,
            assessment: found.clone(),
            notes,
            states,
        })
    }

    /// Why it was answered so.
    #[must_use]
    pub fn note(&self, node: usize) -> Option<&str> {
        self.notes.get(&node).map(String::as_str)
    }

    /// The state of an evidence item.
    #[must_use]
    pub fn status(&self, node: usize, item: usize) -> Option<ItemStatus> {
        self.states.get(&(node, item)).copied()
    }
}

fn has_answers(framework: &Framework, assessment: &Assessment) -> bool {
    let mut leaves = framework.indicators();
    leaves.any(|(at, ..)| assessment.nodes[at].statements > 0)
}

fn note(scored: &Scored, row: usize) -> Option<&str> {
    let evidence = scored.statements.rows()[row].evidence.as_deref()?;
    let rationale = evidence.rationale.as_deref();
    rationale.or(evidence.note.as_deref())
}
