//! Rows sorted into units, and values of units by coders.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use crate::assess::{Assessed, level_of, speaker_of};
use crate::framework::{Answers, Framework, Indicator};
use crate::statement::{Direction, PartyName, Statement, Statements, Usage};
use crate::stats::{self, TOLERANCE};

use super::pairing::{Coding, Group, pair, share_ids};
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

/// The codings of one leaf in one assessment.
struct Cell<'a> {
    node: usize,
    assessment: usize,
    family: Family,
    codings: Vec<Coding<'a>>,
}

pub(super) fn gather(
    framework: &Framework,
    statements: &Statements,
    assessed: &Assessed,
    shown: &[usize],
) -> Gathered {
    let mut by_family: BTreeMap<Family, Counts> = BTreeMap::new();
    let mut cells: Vec<Cell> = Vec::new();
    for (node, ..) in framework.indicators() {
        let indicator = framework.nodes()[node].indicator();
        let Some(family) = indicator.and_then(family_of) else {
            continue;
        };
        for at in shown {
            let mut codings = Vec::new();
            for position in &assessed.assessments[*at].rows[node] {
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
                codings.push(Coding {
                    position: *position,
                    row,
                    coder,
                    speaker: speaker_of(framework, node, row),
                    value,
                });
            }
            if !codings.is_empty() {
                cells.push(Cell {
                    node,
                    assessment: *at,
                    family,
                    codings,
                });
            }
        }
    }
    let all = || cells.iter().flat_map(|it| &it.codings);
    let coders: BTreeSet<&PartyName> = all().map(|it| it.coder).collect();
    let coders: Vec<&PartyName> = coders.into_iter().collect();
    let share_ids = share_ids(all().map(|it| it.row));
    let mut families: BTreeMap<Family, Vec<Unit>> = BTreeMap::new();
    for cell in &cells {
        let paired = pair(&cell.codings, share_ids);
        let counts = by_family.entry(cell.family).or_default();
        counts.unclear += paired.unclear;
        for group in paired.groups {
            let unit = unit(cell, &group, &coders, counts);
            if !unit.is_pairable() {
                counts.left_out += unit.rows.len();
            }
            families.entry(cell.family).or_default().push(unit);
        }
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
        counts.left_out += of.left_out;
        counts.unclear += of.unclear;
    }
    Gathered {
        coders: coders.iter().map(|it| Arc::from(&***it)).collect(),
        families,
        counts,
        by_family,
    }
}

/// The unit of codings that belong together.
fn unit(cell: &Cell, group: &Group, coders: &[&PartyName], counts: &mut Counts) -> Unit {
    let codings = || group.members.iter().map(|it| &cell.codings[*it]);
    let mut given: BTreeMap<&PartyName, Vec<f64>> = BTreeMap::new();
    for coding in codings() {
        given.entry(coding.coder).or_default().push(coding.value);
    }
    let mut values = vec![None; coders.len()];
    for (coder, of_coder) in given {
        counts.repeated += usize::from(of_coder.len() > 1);
        if let Ok(at) = coders.binary_search(&coder) {
            values[at] = together(cell.family, &of_coder);
        }
    }
    Unit {
        name: UnitName::Coded {
            node: cell.node,
            assessment: cell.assessment,
            speaker: cell.codings[group.members[0]].speaker.clone(),
            id: codings().find_map(|it| it.row.id.clone()),
        },
        kind: group.kind,
        values,
        rows: codings().map(|it| it.position).collect(),
    }
}

/// The value of several rows of one coder on one statement: their mean; of directions the one they share.
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
                UnitName::Coded { assessment, .. } => {
                    &*assessed.assessments[assessment].region.name
                }
                UnitName::Row(_) => "",
            };
            let next = known.len();
            *known.entry(name).or_insert(next)
        })
        .collect()
}
