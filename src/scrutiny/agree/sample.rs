//! A seeded sample of units for a second coder, drawn from every indicator.

use std::collections::BTreeMap;

use crate::assess::{Assessed, speaker_of};
use crate::framework::Framework;
use crate::statement::{PartyName, Speaker, Statement, Statements, Usage};
use crate::stats;

use super::gather::value_of;
use super::pairing::{Coding, pair, share_ids};

/// How the note of a drawn row begins, so that a file that comes back tells that its coder was
/// asked about these units only.
pub const MARK: &str = "siap:blind";

/// Whether a row belongs to a blind sample.
#[must_use]
pub fn is_drawn(row: &Statement) -> bool {
    let note = row.evidence.as_deref().and_then(|it| it.note.as_deref());
    note.is_some_and(|it| it.trim_start().starts_with(MARK))
}

/// How many units are asked for.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Size {
    /// A share, above 0 and at most 1, rounded up.
    Share(f64),
    /// A number, at least 1.
    Units(usize),
}

/// A unit that was drawn.
#[derive(Debug, Clone, PartialEq)]
pub struct Drawn {
    /// Position of the leaf in the framework.
    pub node: usize,
    /// Position of the assessment.
    pub assessment: usize,
    /// Its rows (positions in the statements), each once.
    pub rows: Vec<usize>,
}

/// A sample of units.
#[derive(Debug, Clone, PartialEq)]
pub struct Sample {
    /// What was drawn, in the order of the framework, then of the assessments.
    pub drawn: Vec<Drawn>,
    /// How many units there are to draw from.
    pub of: usize,
    /// Indicators with units of which none was drawn.
    pub without: usize,
    /// Indicators with units.
    pub indicators: usize,
    /// Units drawn of which no row names a coder.
    pub unnamed: usize,
    /// Rows drawn that have no quote, so that their coder has to look into the source.
    pub unquoted: usize,
}

/// Why no sample can be drawn.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum NoSample {
    /// No primary row gives a value.
    Nothing,
    /// There are only so many units.
    Only(usize),
}

/// Draws units with a value from the assessments at the positions `shown`.
///
/// Each indicator gives one unit at least where the size allows, and the rest in proportion to its
/// units (largest remainders). The draw within an indicator depends on seed, indicator and the
/// number of its units alone.
///
/// # Errors
/// Nothing to draw from, or fewer units than asked for.
pub fn draw(
    framework: &Framework,
    statements: &Statements,
    assessed: &Assessed,
    shown: &[usize],
    size: Size,
    seed: u64,
) -> Result<Sample, NoSample> {
    let strata = units(framework, statements, assessed, shown);
    let sizes: Vec<usize> = strata.iter().map(|(_, units)| units.len()).collect();
    let of: usize = sizes.iter().sum();
    if of == 0 {
        return Err(NoSample::Nothing);
    }
    let take = match size {
        Size::Units(units) if units > of => return Err(NoSample::Only(of)),
        Size::Units(units) => units,
        Size::Share(share) => {
            #[expect(
                clippy::cast_possible_truncation,
                clippy::cast_precision_loss,
                clippy::cast_sign_loss,
                reason = "a share of a count of units"
            )]
            let units = (share * of as f64 - stats::TOLERANCE).ceil() as usize;
            units.clamp(1, of)
        }
    };
    let takes = allotted(&sizes, take, seed);
    let without = takes.iter().filter(|it| **it == 0).count();
    let mut drawn = Vec::new();
    for ((node, units), take) in strata.into_iter().zip(takes) {
        let picked = stats::sample(seed, 1 + node as u64, units.len(), take);
        let mut units: Vec<Option<Drawn>> = units.into_iter().map(Some).collect();
        drawn.extend(picked.into_iter().filter_map(|at| units[at].take()));
    }
    let named = |row: &usize| statements.rows()[*row].coder.is_some();
    let unnamed = |it: &&Drawn| !it.rows.iter().any(named);
    let quoted = |row: &&usize| {
        let evidence = statements.rows()[**row].evidence.as_deref();
        evidence.is_some_and(|it| it.quote.is_some())
    };
    let rows = drawn.iter().flat_map(|it| &it.rows);
    Ok(Sample {
        unquoted: rows.filter(|it| !quoted(it)).count(),
        unnamed: drawn.iter().filter(unnamed).count(),
        without,
        indicators: sizes.len(),
        drawn,
        of,
    })
}

/// How many units each stratum gives.
fn allotted(sizes: &[usize], take: usize, seed: u64) -> Vec<usize> {
    let strata = sizes.len();
    if take <= strata {
        let mut out = vec![0; strata];
        for at in stats::sample(seed, 0, strata, take) {
            out[at] = 1;
        }
        return out;
    }
    let (rest, free) = (take - strata, sizes.iter().sum::<usize>() - strata);
    // Whole numbers throughout, so that every machine shares out alike.
    let shares = |size: &usize| rest * (size - 1);
    let mut out: Vec<usize> = sizes.iter().map(|it| 1 + shares(it) / free).collect();
    let mut order: Vec<usize> = (0..strata).collect();
    order.sort_by_key(|at| std::cmp::Reverse(shares(&sizes[*at]) % free));
    let left = take - out.iter().sum::<usize>();
    for at in order.into_iter().take(left) {
        out[at] += 1;
    }
    out
}

/// The units with a value, by leaf. A unit brings all its primary rows, with a value or without, so
/// that nothing tells which of them the first coder used.
fn units(
    framework: &Framework,
    statements: &Statements,
    assessed: &Assessed,
    shown: &[usize],
) -> Vec<(usize, Vec<Drawn>)> {
    let all = shown
        .iter()
        .map(|it| assessed.assessments[*it].rows.iter().flatten());
    let share_ids = share_ids(all.flatten().map(|it| &statements.rows()[*it]));
    let mut out = Vec::new();
    for (node, ..) in framework.indicators() {
        let mut of_node = Vec::new();
        for at in shown {
            let mut by_speaker: BTreeMap<Speaker, Vec<usize>> = BTreeMap::new();
            for row in &assessed.assessments[*at].rows[node] {
                let statement = &statements.rows()[*row];
                if statement.usage == Usage::Primary && !statement.is_blank() {
                    let speaker = speaker_of(framework, node, statement);
                    by_speaker.entry(speaker).or_default().push(*row);
                }
            }
            for rows in by_speaker.into_values() {
                let gives =
                    |row: &usize| value_of(framework, node, &statements.rows()[*row]).is_some();
                if rows.iter().any(gives) {
                    of_node.push(Drawn {
                        node,
                        assessment: *at,
                        rows: once(framework, node, statements, &rows, share_ids),
                    });
                }
            }
        }
        if !of_node.is_empty() {
            out.push((node, of_node));
        }
    }
    out
}

/// Rows without the agreed ones (unless there are no others), each statement once however many
/// coders judged it and whatever ids they gave it: as `agree` pairs them.
fn once(
    framework: &Framework,
    node: usize,
    statements: &Statements,
    rows: &[usize],
    share_ids: bool,
) -> Vec<usize> {
    let of = |row: &usize| &statements.rows()[*row];
    let own: Vec<usize> = rows
        .iter()
        .copied()
        .filter(|row| !of(row).is_consensus())
        .collect();
    let rows = if own.is_empty() { rows } else { &own };
    let nobody = PartyName::from("");
    let coder = |row: &usize| of(row).coder.as_ref();
    let codings: Vec<Coding> = rows
        .iter()
        .map(|row| Coding {
            position: *row,
            row: of(row),
            coder: coder(row).unwrap_or(&nobody),
            speaker: speaker_of(framework, node, of(row)),
            value: 0.0,
        })
        .collect();
    let has_quote = |row: &usize| {
        let evidence = of(row).evidence.as_deref();
        evidence.is_some_and(|it| it.quote.is_some())
    };
    // Of rows that nothing pairs only the number would show, once for each coder: those of one stand.
    let lead = rows.iter().find(|it| has_quote(it)).or(rows.first());
    let lead = lead.and_then(coder);
    let mut out: Vec<usize> = Vec::new();
    for group in pair(&codings, share_ids).groups {
        let members: Vec<usize> = group
            .members
            .iter()
            .map(|it| codings[*it].position)
            .collect();
        let shown = members.iter().find(|it| has_quote(it)).or(members.first());
        let Some(shown) = shown.copied() else {
            continue;
        };
        let is_known = has_quote(&shown) || share_ids && of(&shown).id.is_some();
        if is_known || members.iter().any(|it| coder(it) == lead) {
            out.push(shown);
        }
    }
    out.sort_unstable();
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_stratum_gives_one_and_the_rest_is_shared_out() {
        assert_eq!(allotted(&[10, 10, 10], 6, 1), [2, 2, 2]);
        assert_eq!(allotted(&[1, 1, 28], 6, 1), [1, 1, 4]);
        assert_eq!(allotted(&[3, 4], 7, 1), [3, 4]);
        assert_eq!(allotted(&[1, 1, 1], 3, 1), [1, 1, 1]);
        for take in 1..=30 {
            let found = allotted(&[7, 2, 1, 20], take, 1);
            assert_eq!(found.iter().sum::<usize>(), take);
            assert!(found.iter().zip([7, 2, 1, 20]).all(|(it, of)| *it <= of));
        }
    }

    #[test]
    fn with_fewer_units_than_strata_chance_chooses_the_strata() {
        let found = allotted(&[5, 5, 5, 5], 2, 1);
        assert_eq!(found.iter().sum::<usize>(), 2);
        assert_eq!(found, allotted(&[5, 5, 5, 5], 2, 1));
    }
}
