//! Governments by offices: which planned ones speak, and which do not.

use std::collections::BTreeMap;
use std::sync::Arc;

use crate::assess::Assessed;
use crate::statement::{PartyName, Statements};

/// Governments by offices.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Coverage {
    /// Names of the offices, planned ones first, each as first written.
    pub agencies: Vec<String>,
    /// One row for each government.
    pub regions: Vec<RegionCoverage>,
}

/// The offices of one government.
#[derive(Debug, Clone, PartialEq)]
pub struct RegionCoverage {
    /// Name of the region.
    pub region: Arc<str>,
    /// One cell for each office.
    pub cells: Vec<OfficeCoverage>,
    /// Counted statements.
    pub statements: usize,
    /// Those that name no office.
    pub unnamed: usize,
}

/// One office of one government.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct OfficeCoverage {
    /// Planned posts.
    pub planned: usize,
    /// Counted statements that name the office; one that names several counts for each.
    pub statements: usize,
}

impl OfficeCoverage {
    /// Whether it was planned and does not speak.
    #[must_use]
    pub fn is_gap(self) -> bool {
        self.planned > 0 && self.statements == 0
    }
}

/// Holds the offices `planned` (region, office) against the counted rows of the assessments at the
/// positions `shown`. Offices are one where their names are.
#[must_use]
pub fn coverage(
    statements: &Statements,
    assessed: &Assessed,
    shown: &[usize],
    planned: &[(&str, &str)],
) -> Coverage {
    let mut out = Coverage::default();
    let mut known: BTreeMap<PartyName, usize> = BTreeMap::new();
    let mut tally: BTreeMap<Arc<str>, Tally> = BTreeMap::new();
    for (region, office) in planned {
        let at = out.agency(office, &mut known);
        let tally = tally.entry(Arc::from(*region)).or_default();
        tally.offices.entry(at).or_default().planned += 1;
    }
    for at in shown {
        let assessment = &assessed.assessments[*at];
        let name = Arc::clone(&assessment.region.name);
        let tally = tally.entry(name).or_default();
        for row in assessment.rows.iter().flatten() {
            let row = &statements.rows()[*row];
            if !row.is_counted() {
                continue;
            }
            tally.statements += 1;
            tally.unnamed += usize::from(row.agencies.is_empty());
            for office in &row.agencies {
                let at = out.agency(office, &mut known);
                tally.offices.entry(at).or_default().statements += 1;
            }
        }
    }
    let width = out.agencies.len();
    out.regions = tally
        .into_iter()
        .map(|(region, tally)| RegionCoverage {
            region,
            cells: (0..width)
                .map(|at| tally.offices.get(&at).copied().unwrap_or_default())
                .collect(),
            statements: tally.statements,
            unnamed: tally.unnamed,
        })
        .collect();
    out
}

/// What is known of one government so far.
#[derive(Default)]
struct Tally {
    offices: BTreeMap<usize, OfficeCoverage>,
    statements: usize,
    unnamed: usize,
}

impl Coverage {
    fn agency(&mut self, name: &str, known: &mut BTreeMap<PartyName, usize>) -> usize {
        *known.entry(name.into()).or_insert_with(|| {
            self.agencies.push(name.to_owned());
            self.agencies.len() - 1
        })
    }

    /// Planned offices that do not speak, as (region, office).
    pub fn gaps(&self) -> impl Iterator<Item = (&str, &str)> {
        self.regions.iter().flat_map(|region| {
            let cells = region.cells.iter().zip(&self.agencies);
            cells
                .filter(|(cell, _)| cell.is_gap())
                .map(|(_, name)| (&*region.region, name.as_str()))
        })
    }
}
