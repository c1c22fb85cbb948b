//! Who: whose evidence is still open, by when; of several regions how much each owes.

use std::cmp::Reverse;
use std::collections::BTreeMap;

use crate::assess::{Evidence, ItemState};
use crate::framework::Item;
use crate::statement::{Date, ItemStatus, PartyName};
use crate::stats::TOLERANCE;
use crate::text::{label, list};
use crate::view::report::Detail;
use crate::view::{Block, Cell, Column, Table, words};

use super::much::filled;
use super::{Outcome, Regions, shortened};

/// So many items stand on the screen.
const MOST: usize = 12;

pub(super) fn section(it: &Outcome<'_>, detail: Detail, blocks: &mut Vec<Block>) {
    let most = if detail.is_full() { usize::MAX } else { MOST };
    let mut found = Vec::new();
    match &it.regions {
        Regions::One(at) => one(it, *at, detail, &mut found),
        Regions::Several(_) => several(it, &mut found),
    }
    blocks.extend(
        found
            .into_iter()
            .flat_map(|block| shortened(block, most, false, it.lang)),
    );
}

/// An item that is not accepted and matters now, with its indicator (position).
type Open<'a> = (usize, &'a ItemState, &'a Item);

/// The items that a row speaks of or that the next level needs, and that are not accepted.
fn open<'a>(it: &Outcome<'a>, evidence: &'a Evidence) -> Vec<Open<'a>> {
    let framework = &it.scored.framework;
    let mut out = Vec::new();
    for proof in &evidence.proofs {
        let Some(indicator) = framework.nodes()[proof.node].indicator() else {
            continue;
        };
        let next = proof.next(indicator);
        for state in &proof.items {
            let item = &indicator.items[state.item];
            let comes_next = next.is_some_and(|it| (item.level - it).abs() <= TOLERANCE);
            let matters = state.row.is_some() || comes_next;
            if matters && state.status != Some(ItemStatus::Accepted) {
                out.push((proof.node, state, item));
            }
        }
    }
    out
}

/// How many items each office still owes, where there are several, and of how many of these only the assessor
/// has to decide.
fn by_owner(it: &Outcome<'_>, open: &[Open<'_>]) -> Option<String> {
    let lang = it.lang;
    let mut counts: BTreeMap<Option<PartyName>, (usize, usize)> = BTreeMap::new();
    for (_, state, _) in open {
        // Several offices in one cell owe the item each.
        let named = state.owner.as_deref().unwrap_or_default().split(';');
        let named = named.map(str::trim).filter(|it| !it.is_empty());
        let mut owners: Vec<Option<PartyName>> = named.map(|it| Some(it.into())).collect();
        if owners.is_empty() {
            owners.push(None);
        }
        for owner in owners {
            let count = counts.entry(owner).or_default();
            count.0 += 1;
            count.1 += usize::from(state.status == Some(ItemStatus::Submitted));
        }
    }
    let mut counts: Vec<_> = counts.into_iter().collect();
    counts.sort_by_key(|(owner, (all, _))| (owner.is_none(), Reverse(*all)));
    let line = |(owner, (all, waiting)): &(Option<PartyName>, (usize, usize))| {
        let owner = owner
            .as_deref()
            .unwrap_or_else(|| label::outcome_owner_unknown(lang));
        match waiting {
            0 => format!("{owner} {all}"),
            _ => label::outcome_owed_waiting(lang, owner, *all, *waiting),
        }
    };
    (counts.len() > 1).then(|| format!("{}.", list(counts.iter().map(line))))
}

fn one(it: &Outcome<'_>, at: usize, detail: Detail, blocks: &mut Vec<Block>) {
    let (scored, lang) = (it.scored, it.lang);
    let framework = &scored.framework;
    let called = words::wording(lang, framework);
    if !it.said.not_back.is_empty() && !it.said.is_public {
        let line = label::merged_missing(lang, list(&it.said.not_back));
        blocks.push(Block::Paragraph(format!("{line}.")));
    }
    let assessment = &scored.assessed.assessments[at];
    let Some(evidence) = scored.assessed.evidence_of(assessment) else {
        let has_items = framework.indicators().any(|(.., it)| !it.items.is_empty());
        blocks.push(Block::Paragraph(match has_items {
            true => label::outcome_owed_none(&called),
            false => label::outcome_no_items(&called),
        }));
        return;
    };
    let mut open = open(it, evidence);
    if open.is_empty() {
        blocks.push(Block::Paragraph(label::outcome_owed_done(&called)));
        return;
    }
    if it.said.is_public {
        blocks.push(Block::Paragraph(label::outcome_public_items(
            lang,
            open.len(),
        )));
        return;
    }
    blocks.push(Block::Paragraph(label::outcome_owed(&called, open.len())));
    blocks.extend(by_owner(it, &open).map(Block::Paragraph));
    // Who is named comes first, and what is due first; the order of the tree settles the rest.
    open.sort_by_key(|(_, state, _)| {
        let due = state.due.as_ref().map(Date::plain);
        (
            state.owner.is_none(),
            state.owner.as_deref().map(PartyName::from),
            due.is_none(),
            due,
        )
    });
    let rows = open.into_iter().map(|(node, state, item)| {
        let owner = state.owner.as_deref();
        let text = match detail.is_full() {
            true => format!("{} {}", item.code, item.text.get(lang)),
            false => item.code.clone(),
        };
        vec![
            Cell::text(owner.unwrap_or_else(|| label::outcome_owner_unknown(lang))),
            Cell::text(text),
            Cell::text(words::title(lang, framework, node)),
            Cell::text(words::item_status(lang, state.status)),
            state
                .due
                .as_ref()
                .map_or_else(Cell::empty, |it| Cell::text(it.plain())),
        ]
    });
    let rows = rows.collect();
    blocks.push(Block::Table(Table {
        columns: vec![
            Column::text("owner", label::owner(lang)),
            Column::text("item", words::item_heading(lang, framework)),
            Column::text("indicator", label::indicator(lang)),
            Column::text("status", label::item_status(lang)),
            Column::text("due", label::due(lang)),
        ],
        rows,
    }));
}

fn several(it: &Outcome<'_>, blocks: &mut Vec<Block>) {
    let (scored, lang) = (it.scored, it.lang);
    let framework = &scored.framework;
    let rows = it.about().into_iter().map(|at| {
        let assessment = &scored.assessed.assessments[at];
        let evidence = scored.assessed.evidence_of(assessment);
        let (_, empty) = filled(framework, assessment);
        vec![
            Cell::text(&*assessment.region.name),
            Cell::count(empty.len()),
            evidence.map_or_else(Cell::empty, |of| Cell::count(open(it, of).len())),
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
