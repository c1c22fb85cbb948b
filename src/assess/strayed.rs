//! Rows of another region in a file that otherwise holds one: most likely pasted there by mistake.

use std::collections::HashMap;

use crate::problem::Problem;
use crate::region::Tier;
use crate::statement::{Field, Statements};
use crate::text::{folded, list, say};

use super::regions::RegionRef;
use super::unit::Unit;

/// In a file with more regions than this, none is out of place.
const FEW: usize = 3;

/// The most lines that are named.
const NAMED: usize = 8;

/// The lines of one region in one input.
struct Held<'a> {
    region: &'a RegionRef,
    /// Position of the first row.
    first: usize,
    lines: Vec<usize>,
}

/// Warns of rows of another regency or city in an input that otherwise holds one.
pub(super) fn warn(statements: &Statements, units: &[Unit]) -> Vec<Problem> {
    let mut inputs: Vec<Vec<Held<'_>>> = Vec::new();
    inputs.resize_with(statements.sources().len(), Vec::new);
    let mut crowded = vec![false; inputs.len()];
    for unit in units {
        let is_local = unit.region.code.is_some()
            && unit.region.kind.map(crate::region::Kind::tier) == Some(Tier::KabKota);
        if !is_local {
            continue;
        }
        for entry in &unit.entries {
            let origin = statements.rows()[entry.row()].origin();
            if crowded[origin.source] {
                continue;
            }
            let held = &mut inputs[origin.source];
            match held.iter_mut().rev().find(|it| it.region == &unit.region) {
                Some(it) => {
                    if it.lines.last() != Some(&origin.row) {
                        it.lines.push(origin.row);
                    }
                    it.first = it.first.min(entry.row());
                }
                None => {
                    held.push(Held {
                        region: &unit.region,
                        first: entry.row(),
                        lines: vec![origin.row],
                    });
                    crowded[origin.source] = held.len() > FEW;
                }
            }
        }
    }
    for held in inputs.iter_mut().flatten() {
        held.lines.sort_unstable();
        held.lines.dedup();
    }
    for (held, crowded) in inputs.iter_mut().zip(crowded) {
        if crowded {
            held.clear();
        }
        // The most lines first; of two alike the one that stands first.
        held.sort_by_key(|it| (std::cmp::Reverse(it.lines.len()), it.first));
    }
    let mut at_home: HashMap<&RegionRef, usize> = HashMap::new();
    for held in &inputs {
        if let Some((main, others)) = held.split_first()
            && is_most(main, others)
        {
            *at_home.entry(main.region).or_default() += 1;
        }
    }
    let mut problems = Vec::new();
    for (source, held) in inputs.iter().enumerate() {
        let Some((main, others)) = held.split_first() else {
            continue;
        };
        let strangers: usize = others.iter().map(|it| it.lines.len()).sum();
        for it in others {
            // One file alone may well hold several regions, unless it is named after one.
            let path = statements.sources()[source].path();
            let is_ones = inputs.len() > 1 || is_named_after(path, &main.region.name);
            let is_few = is_ones && 4 * strangers <= main.lines.len();
            let has_own_file = at_home.contains_key(it.region);
            if !(is_few || has_own_file && is_most(main, others)) {
                continue;
            }
            let mut lines = list(it.lines.iter().take(NAMED));
            if it.lines.len() > NAMED {
                lines.push_str(", …");
            }
            let sentence = say::rows_of_another_region(
                statements.sources()[source].shown(),
                &main.region.name,
                main.lines.len(),
                &it.region.name,
                it.lines.len(),
                lines,
            );
            let row = &statements.rows()[it.first];
            let problem = Problem::warning(sentence).at(statements.place(row, Field::Region));
            problems.push(problem.help(say::rows_of_another_region_help()));
        }
    }
    problems
}

/// Whether a file is that of one region: of a table of several, none is at home there.
fn is_most(main: &Held<'_>, others: &[Held<'_>]) -> bool {
    main.lines.len() > others.iter().map(|it| it.lines.len()).sum()
}

/// Whether the name of a file has that of a region in it (`OKU.csv` has not: abbreviations are many).
fn is_named_after(path: &str, region: &str) -> bool {
    let short = region.split_once(' ').map_or(region, |(_, name)| name);
    let file = path.rsplit(['/', '\\']).next().unwrap_or(path);
    folded(file).contains(&folded(short))
}
