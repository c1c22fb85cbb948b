//! Rows sorted into units, and values of units by coders.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use crate::assess::{Assessed, level_of, speaker_of};
use crate::framework::{Answers, Framework, Indicator};
use crate::statement::{Direction, PartyName, Speaker, Statement, Statements, Usage};
use crate::stats::{self, TOLERANCE};

use super::scales::{Scales, scales};
use super::units::{BOTH, Counts, Family, Unit, UnitName};

/// The units of one family.
pub(super) struct FamilyUnits {
    pub(super) family: Family,
    /// In the order of the framework, then of the assessments.
    pub(super) units: Vec<Unit>,
    pub(super) scales: Scales,
}

pub(super) struct Gathered {
    pub(super) coders: Vec<Arc<str>>,
    pub(super) families: Vec<FamilyUnits>,
    pub(super) counts: Counts,
    /// The counts of rows by family.
    pub(super) by_family: BTreeMap<Family, Counts>,
}

/// What the rows of an indicator are compared by.
pub(super) fn family_of(indicator: &Indicator) -> Option<Family> {
    match indicator.kind.answers() {
        Answers::Levels(_) => Some(Family::Levels),
        Answers::Numbers => Some(Family::Numbers),
        Answers::Directions => Some(Family::Directions),
        Answers::Things => None,
    }
}

/// The value a primary row gives for a leaf.
pub(super) fn value_of(framework: &Framework, node: usize, row: &Statement) -> Option<f64> {
    if row.usage != Usage::Primary {
        return None;
    }
    let indicator = framework.nodes()[node].indicator()?;
    match family_of(indicator)? {
        Family::Directions => row.direction.map(direction_code),
        _ => level_of(framework, node, row),
    }
}

fn direction_code(direction: Direction) -> f64 {
    match direction {
        Direction::Inhibiting => -1.0,
        Direction::Neutral => 0.0,
        Direction::Supporting => 1.0,
    }
}

/// Values of one unit by coder, with the rows behind them.
#[derive(Default)]
struct Given {
    values: BTreeMap<PartyName, Vec<f64>>,
    rows: Vec<usize>,
}

pub(super) fn gather(
    framework: &Framework,
    statements: &Statements,
    assessed: &Assessed,
    shown: &[usize],
) -> Gathered {
    let mut coders: BTreeSet<PartyName> = BTreeSet::new();
    let mut by_family: BTreeMap<Family, Counts> = BTreeMap::new();
    let mut units: BTreeMap<(usize, usize, Speaker), Given> = BTreeMap::new();
    for at in shown {
        let assessment = &assessed.assessments[*at];
        for (node, ..) in framework.indicators() {
            let indicator = framework.nodes()[node].indicator();
            let Some(family) = indicator.and_then(family_of) else {
                continue;
            };
            for position in &assessment.rows[node] {
                let row = &statements.rows()[*position];
                let Some(value) = value_of(framework, node, row) else {
                    continue;
                };
                let counts = by_family.entry(family).or_default();
                if row.is_consensus() {
                    counts.consensus_rows += 1;
                    continue;
                }
                let Some(coder) = row.named_coder() else {
                    counts.unnamed_rows += 1;
                    continue;
                };
                if !coders.contains(coder) {
                    coders.insert(coder.clone());
                }
                let key = (node, *at, speaker_of(framework, node, row));
                let given = units.entry(key).or_default();
                given.values.entry(coder.clone()).or_default().push(value);
                given.rows.push(*position);
            }
        }
    }
    let mut families: BTreeMap<Family, Vec<Unit>> = BTreeMap::new();
    for ((node, assessment, speaker), given) in units {
        let indicator = framework.nodes()[node].indicator();
        let Some(family) = indicator.and_then(family_of) else {
            continue;
        };
        let mut values = vec![None; coders.len()];
        for (coder, of_coder) in given.values {
            let counts = by_family.entry(family).or_default();
            counts.repeated += usize::from(of_coder.len() > 1);
            if let Some(at) = coders.iter().position(|it| *it == coder) {
                values[at] = together(family, &of_coder);
            }
        }
        families.entry(family).or_default().push(Unit {
            name: UnitName::Cell {
                node,
                assessment,
                speaker,
            },
            values,
            rows: given.rows,
        });
    }
    let mut families: Vec<FamilyUnits> = families
        .into_iter()
        .map(|(family, units)| FamilyUnits {
            family,
            scales: scales(framework, family, &units),
            units,
        })
        .collect();
    if families.is_empty() {
        families.push(FamilyUnits {
            family: Family::Levels,
            units: Vec::new(),
            scales: scales(framework, Family::Levels, &[]),
        });
    }
    let mut counts = Counts::default();
    for of in by_family.values() {
        counts.consensus_rows += of.consensus_rows;
        counts.unnamed_rows += of.unnamed_rows;
        counts.repeated += of.repeated;
    }
    Gathered {
        coders: coders.iter().map(|it| Arc::from(&**it)).collect(),
        families,
        counts,
        by_family,
    }
}

/// The value of several rows of one coder: their mean; of directions the one they share.
fn together(family: Family, values: &[f64]) -> Option<f64> {
    if family == Family::Directions {
        let first = *values.first()?;
        let same = values.iter().all(|it| (it - first).abs() < TOLERANCE);
        return Some(if same { first } else { BOTH });
    }
    // Sorted before summing: the order of rows must not move the last digit.
    let mut sorted = values.to_vec();
    sorted.sort_by(f64::total_cmp);
    stats::mean(&sorted)
}

/// For each unit its region as a number.
pub(super) fn regions(assessed: &Assessed, units: &[Unit]) -> Vec<usize> {
    let mut known: BTreeMap<&str, usize> = BTreeMap::new();
    units
        .iter()
        .map(|unit| {
            let name = match unit.name {
                UnitName::Cell { assessment, .. } => &*assessed.assessments[assessment].region.name,
                UnitName::Row(_) => "",
            };
            let next = known.len();
            *known.entry(name).or_insert(next)
        })
        .collect()
}
