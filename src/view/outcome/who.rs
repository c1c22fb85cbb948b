//! Who: whose evidence is still open, by when; of several regions how much each owes.

use std::cmp::Reverse;
use std::collections::BTreeMap;

use crate::assess::{Assessment, Evidence, ItemState};
use crate::framework::{Framework, Item};
use crate::statement::{Date, ItemStatus, PartyName};
use crate::stats::TOLERANCE;
use crate::text::{label, list};
use crate::view::{Block, Cell, Column, Table, words};

use super::cut::Extent;
use super::much::filled;
use super::{Outcome, Regions};

/// So many items stand on the screen.
const MOST: usize = 12;

pub(super) fn section(it: &Outcome<'_>, extent: Extent) -> Vec<Block> {
    let mut found = Vec::new();
    let sheet = match &it.regions {
        Regions::One(at) => {
            one(it, *at, extent, &mut found);
            label::sheet_items
        }
        Regions::Several(_) => {
            several(it, &mut found);
            label::outcome_sheet_who
        }
    };
    extent.cut(found, (MOST, false), sheet, it.lang)
}

/// An item that is not accepted and matters now, with its indicator (position).
type Open<'a> = (usize, &'a ItemState, &'a Item);

/// The items of the place of an assessment: those of every indicator of which one has a state, and of the
/// others those that somebody is to bring and that matter now.
pub(super) fn items_of(it: &Outcome<'_>, assessment: &Assessment) -> Option<Evidence> {
    let assessed = &it.scored.assessed;
    let judged = assessed.evidence_of(assessment);
    let unjudged = assessed.unjudged_of(assessment);
    let mut out = judged.or(unjudged)?.clone();
    out.proofs = judged.map_or_else(Vec::new, |it| it.proofs.clone());
    for proof in unjudged.iter().flat_map(|it| &it.proofs) {
        let framework = &it.scored.framework;
        let Some((indicator, reach)) = framework.nodes()[proof.node]
            .indicator()
            .zip(reach(framework, assessment, proof.node))
        else {
            continue;
        };
        let mut proof = proof.clone();
        proof
            .items
            .retain(|state| state.owner.is_some() && indicator.items[state.item].level <= reach);
        if !proof.items.is_empty() {
            out.proofs.push(proof);
        }
    }
    out.proofs.sort_by_key(|it| it.node);
    (!out.proofs.is_empty()).then_some(out)
}

/// Up to which level items of an indicator matter now: that of the next step from where it stands; where it
/// has no level, from the lowest of its scale.
fn reach(framework: &Framework, assessment: &Assessment, node: usize) -> Option<f64> {
    let indicator = framework.nodes()[node].indicator()?;
    let scale = &framework.scales()[indicator.scale];
    let result = &assessment.nodes[node];
    let stands = result.value.map(|it| scale.level_of_value(it));
    let now = result.level.or(stands).unwrap_or(scale.min());
    let named = scale.levels().iter().map(|it| it.value);
    let next = match scale.levels().is_empty() {
        true => Some(scale.min() + (now - scale.min() + TOLERANCE).floor() + 1.0),
        false => named.filter(|it| *it > now + TOLERANCE).reduce(f64::min),
    };
    Some(next.unwrap_or(now) + TOLERANCE)
}

/// The items that a row speaks of or that the next level needs, and that are not accepted: first those that
/// an office has to hand in or mend, then those that wait for the assessor.
fn open<'a>(it: &Outcome<'a>, assessment: &Assessment, evidence: &'a Evidence) -> Vec<Open<'a>> {
    let framework = &it.scored.framework;
    let mut out = Vec::new();
    for proof in &evidence.proofs {
        let Some((indicator, reach)) = framework.nodes()[proof.node]
            .indicator()
            .zip(reach(framework, assessment, proof.node))
        else {
            continue;
        };
        let next = proof.next(indicator);
        for state in &proof.items {
            let item = &indicator.items[state.item];
            let comes_next = next.is_some_and(|it| (item.level - it).abs() <= TOLERANCE);
            let is_named = match state.status {
                Some(_) => true,
                None => state.row.is_some() && item.level <= reach,
            };
            if (is_named || comes_next) && state.status != Some(ItemStatus::Accepted) {
                out.push((proof.node, state, item));
            }
        }
    }
    out.sort_by_key(|(_, state, _)| waits(state));
    out
}

/// Whether only the assessor has to decide.
fn waits(state: &ItemState) -> bool {
    state.status == Some(ItemStatus::Submitted)
}

/// How many items each office still owes, where there are several, and beside it of how many the assessor has
/// to decide.
fn by_owner(it: &Outcome<'_>, open: &[Open<'_>]) -> Option<String> {
    let lang = it.lang;
    let mut counts: BTreeMap<Option<PartyName>, [usize; 2]> = BTreeMap::new();
    for (_, state, _) in open {
        // Several offices in one cell owe the item each.
        let named = PartyName::several(state.owner.as_deref().unwrap_or_default());
        let mut owners: Vec<Option<PartyName>> = named.map(Some).collect();
        if owners.is_empty() {
            owners.push(None);
        }
        for owner in owners {
            counts.entry(owner).or_default()[usize::from(waits(state))] += 1;
        }
    }
    let mut counts: Vec<_> = counts.into_iter().collect();
    counts.sort_by_key(|(owner, [owed, waiting])| {
        (owner.is_none(), Reverse(*owed), Reverse(*waiting))
    });
    let line = |(owner, [owed, waiting]): &(Option<PartyName>, [usize; 2])| {
        let owner = owner
            .as_deref()
            .unwrap_or_else(|| label::outcome_owner_unknown(lang));
        match waiting {
            0 => format!("{owner} {owed}"),
            _ => label::outcome_owed_waiting(lang, owner, *owed, *waiting),
        }
    };
    (counts.len() > 1).then(|| format!("{}.", list(counts.iter().map(line))))
}

fn one(it: &Outcome<'_>, at: usize, extent: Extent, blocks: &mut Vec<Block>) {
    let (scored, lang) = (it.scored, it.lang);
    let framework = &scored.framework;
    let called = words::wording(lang, framework);
    if !it.said.not_back.is_empty() && !it.said.is_public {
        let line = label::merged_missing(lang, list(&it.said.not_back));
        blocks.push(Block::Paragraph(format!("{line}.")));
    }
    let assessment = &scored.assessed.assessments[at];
    let Some(evidence) = items_of(it, assessment) else {
        let has_items = framework.indicators().any(|(.., it)| !it.items.is_empty());
        blocks.push(Block::Paragraph(match has_items {
            true => label::outcome_owed_none(&called),
            false => label::outcome_no_items(&called),
        }));
        return;
    };
    let mut open = open(it, assessment, &evidence);
    if open.is_empty() {
        // What has not come back may hold more.
        if it.said.not_back.is_empty() {
            blocks.push(Block::Paragraph(label::outcome_owed_done(&called)));
        }
        return;
    }
    if it.said.is_public {
        blocks.push(Block::Paragraph(label::outcome_public_items(
            lang,
            open.len(),
        )));
        return;
    }
    let waiting = open.iter().filter(|(_, state, _)| waits(state)).count();
    if open.len() > waiting {
        let line = label::outcome_owed(&called, open.len() - waiting);
        blocks.push(Block::Paragraph(line));
    }
    if waiting > 0 {
        blocks.push(Block::Paragraph(label::outcome_waiting(&called, waiting)));
    }
    blocks.extend(by_owner(it, &open).map(Block::Paragraph));
    // What an office has to do comes first, then who is named, and what is due first; the order of the tree
    // settles the rest.
    open.sort_by_key(|(_, state, _)| {
        let due = state.due.as_ref().map(Date::plain);
        (
            waits(state),
            state.owner.is_none(),
            state.owner.as_deref().map(PartyName::from),
            due.is_none(),
            due,
        )
    });
    blocks.push(Block::Table(listed(it, extent, &open)));
}

/// Open items with whose task each is.
fn listed(it: &Outcome<'_>, extent: Extent, open: &[Open<'_>]) -> Table {
    let (framework, lang) = (&it.scored.framework, it.lang);
    let rows = open.iter().map(|(node, state, item)| {
        let owner = state.owner.as_deref();
        let text = match extent.is_whole() {
            true => format!("{} {}", item.code, item.text.get(lang)),
            false => item.code.clone(),
        };
        vec![
            Cell::text(owner.unwrap_or_else(|| label::outcome_owner_unknown(lang))),
            Cell::text(text),
            Cell::text(words::title(lang, framework, *node)),
            Cell::text(words::item_status(lang, state.status)),
            state
                .due
                .as_ref()
                .map_or_else(Cell::empty, |it| Cell::text(it.plain())),
        ]
    });
    Table {
        rows: rows.collect(),
        columns: vec![
            Column::text("owner", label::owner(lang)),
            Column::text("item", words::item_heading(lang, framework)),
            Column::text("indicator", label::indicator(lang)),
            Column::text("status", label::item_status(lang)),
            Column::text("due", label::due(lang)),
        ],
    }
}

fn several(it: &Outcome<'_>, blocks: &mut Vec<Block>) {
    let (scored, lang) = (it.scored, it.lang);
    let framework = &scored.framework;
    let rows = it.about().into_iter().map(|at| {
        let assessment = &scored.assessed.assessments[at];
        let evidence = items_of(it, assessment);
        let (_, empty) = filled(framework, assessment);
        vec![
            Cell::text(&*assessment.region.name),
            Cell::count(empty.len()),
            evidence.map_or_else(Cell::empty, |of| {
                Cell::count(open(it, assessment, &of).len())
            }),
        ]
    });
    // Whoever owes nothing need not be listed.
    let owes = |row: &Vec<Cell>| {
        row[1] != Cell::count(0)
            || !matches!(row[2], ref it if *it == Cell::empty() || *it == Cell::count(0))
    };
    let rows: Vec<Vec<Cell>> = rows.filter(owes).collect();
    if rows.is_empty() {
        blocks.push(Block::Paragraph(
            label::outcome_nothing_open(lang).to_owned(),
        ));
        return;
    }
    let table = Table {
        rows,
        columns: vec![
            Column::text("region", words::region_heading(lang, framework)),
            Column::number("unfilled", label::outcome_unfilled(lang)),
            Column::number("items", label::outcome_open_items(lang)),
        ],
    };
    blocks.push(Block::Table(
        table.without(|id, cell| id == "items" && *cell == Cell::empty()),
    ));
}
