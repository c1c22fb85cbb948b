//! The opinions behind the value of a node, also without one coder, and who coded it.

use std::collections::BTreeMap;

use crate::framework::Framework;
use crate::statement::{PartyName, Speaker, Statement, Statements, Usage, codings};

use super::assessment::Assessment;
use super::pooled::{Given, sources};
use super::row_value::level_of;
use super::speaker::speaker_of;
use super::spoken::position;

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
        let rows = self.rows[node].iter().map(|at| &statements.rows()[*at]);
        let counted: Vec<(&Statement, Speaker)> = rows
            .filter(|row| row.is_counted())
            .filter(|row| without.is_none() || row.coder.as_ref() != without)
            .map(|row| (row, speaker_of(framework, node, row)))
            .collect();
        let firsts = codings::statements(&counted);
        let mut numbers: BTreeMap<&Speaker, u32> = BTreeMap::new();
        let mut named = |at: usize| {
            let mut codings = (0..counted.len()).filter(|it| firsts[*it] == firsts[at]);
            let named = codings.find(|it| counted[*it].1 != Speaker::Unnamed);
            let next = position(numbers.len());
            *numbers
                .entry(&counted[named.unwrap_or(at)].1)
                .or_insert(next)
        };
        let mut given: Vec<Given<'_>> = Vec::new();
        for (at, (row, _)) in counted.iter().enumerate() {
            if row.usage == Usage::Primary
                && let Some(value) = level_of(framework, node, row)
            {
                given.push(Given {
                    row,
                    value,
                    speaker: named(at),
                    statement: position(firsts[at]),
                    weight: row.weight,
                });
            }
        }
        let indicator = framework.nodes()[node].indicator();
        let staged = indicator.is_some_and(|it| it.kind.has_stages());
        let mut pairs = Vec::new();
        sources(&mut given, staged, &mut pairs);
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
