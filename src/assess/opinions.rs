//! The opinions behind the value of a node, also without one coder, and who coded it.

use std::collections::BTreeMap;

use crate::framework::Framework;
use crate::statement::{PartyName, Speaker, Statement, Statements, Usage};

use super::assessment::Assessment;
use super::pooled::opinion;
use super::row_value::level_of;
use super::speaker::speaker_of;

impl Assessment {
    /// Value and weight of each source that gives one for a node, in ascending order; on request
    /// as if one coder had not coded it.
    #[must_use]
    pub fn opinions(
        &self,
        framework: &Framework,
        statements: &Statements,
        node: usize,
        without: Option<&PartyName>,
    ) -> Vec<(f64, f64)> {
        let mut by_speaker: BTreeMap<Speaker, Vec<(&Statement, f64)>> = BTreeMap::new();
        for row in self.rows[node].iter().map(|at| &statements.rows()[*at]) {
            if row.usage != Usage::Primary || !row.is_counted() {
                continue;
            }
            if without.is_some() && row.coder.as_ref() == without {
                continue;
            }
            if let Some(value) = level_of(framework, node, row) {
                let speaker = speaker_of(framework, node, row);
                by_speaker.entry(speaker).or_default().push((row, value));
            }
        }
        let opinions = by_speaker.values().filter_map(|rows| opinion(rows));
        let mut pairs: Vec<(f64, f64)> = opinions.collect();
        pairs.sort_by(|a, b| a.0.total_cmp(&b.0).then(a.1.total_cmp(&b.1)));
        pairs
    }

    /// Who coded the level of a node, each once; a consensus is nobody's.
    #[must_use]
    pub fn coders<'a>(
        &self,
        framework: &Framework,
        statements: &'a Statements,
        node: usize,
    ) -> Vec<&'a PartyName> {
        let mut coders: Vec<&PartyName> = self.rows[node]
            .iter()
            .map(|at| &statements.rows()[*at])
            .filter(|row| row.usage == Usage::Primary && row.is_counted())
            .filter(|row| level_of(framework, node, row).is_some())
            .filter_map(|row| row.named_coder())
            .collect();
        coders.sort_unstable();
        coders.dedup();
        coders
    }
}
