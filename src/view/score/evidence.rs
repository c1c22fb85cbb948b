//! Evidence items as a planner works through them: what is accepted, to revise, missing, whose task
//! it is and by when; the level claimed beside the level shown.

use std::collections::BTreeSet;

use schemars::JsonSchema;
use serde::Serialize;

use crate::assess::{Assessment, Evidence, ItemState, Proof};
use crate::framework::{EvidenceRule, Framework, Item};
use crate::statement::{Date, ItemStatus, Stage, Statements};
use crate::stats::TOLERANCE;
use crate::study::Scored;
use crate::text::{Lang, label, list};
use crate::view::report::Detail;
use crate::view::{Block, Cell, Column, Table, Tone, words};

use super::stages;

/// The assessment whose levels the evidence is held against: the self-assessment where it has
/// levels, else the least verified one that has.
pub(super) fn claim<'a>(framework: &Framework, of: &[&'a Assessment]) -> Option<&'a Assessment> {
    let has_levels = |it: &&&Assessment| {
        let mut leaves = framework.indicators();
        leaves.any(|(at, ..)| it.nodes[at].value.is_some())
    };
    let own = |it: &&&Assessment| it.stage == Some(Stage::SelfAssessed);
    let with: Vec<&&Assessment> = of.iter().filter(has_levels).collect();
    with.iter()
        .find(|it| own(it))
        .or_else(|| with.first())
        .map(|it| **it)
}

/// Everything about the evidence of one region and wave; nothing where no row names an item.
pub(super) fn section(
    scored: &Scored,
    evidence: &Evidence,
    of: &[&Assessment],
    (lang, detail): (Lang, Detail),
    blocks: &mut Vec<Block>,
) {
    let place = words::place(&evidence.region.name, evidence.wave.as_deref());
    let framework = &scored.framework;
    let claim = claim(framework, of);
    let about = label::evidence_heading(lang);
    blocks.push(Block::heading(words::heading_of(
        lang, framework, about, &*place,
    )));
    blocks.push(Block::Table(levels(scored, evidence, claim, lang)));
    blocks.push(Block::Paragraph(key(scored, lang)));
    let idle = idle(framework, evidence);
    if !idle.is_empty() {
        blocks.push(Block::Paragraph(label::items_idle(lang, list(idle))));
    }
    let about = words::items_heading(lang, framework);
    blocks.push(Block::heading(words::heading_of(
        lang, framework, about, place,
    )));
    let (table, more) = items(framework, evidence, (lang, detail));
    if !table.rows.is_empty() {
        blocks.push(Block::Table(table));
    }
    if more > 0 {
        blocks.push(Block::Paragraph(label::items_more(
            &words::wording(lang, framework),
            more,
        )));
    }
}

/// What the shown value means under the rule that is in force.
fn key(scored: &Scored, lang: Lang) -> String {
    let called = words::wording(lang, &scored.framework);
    match scored.method.aggregation.evidence {
        EvidenceRule::Steps => label::evidence_key(&called),
        EvidenceRule::Share => label::evidence_key_share(&called),
    }
}

/// The accepted items that add nothing, since a level below theirs is not full.
fn idle<'a>(framework: &'a Framework, evidence: &Evidence) -> Vec<&'a str> {
    let of_proof = |proof: &Proof| {
        let indicator = framework.nodes()[proof.node].indicator()?;
        let open = proof.next(indicator)?;
        let states = proof.items.clone().into_iter();
        let accepted = states.filter(is_accepted).map(|it| it.item);
        let items = accepted.map(|at| &indicator.items[at]);
        Some(items.filter(move |it| it.level > open + TOLERANCE))
    };
    let items = evidence.proofs.iter().filter_map(of_proof).flatten();
    items.map(|it| it.code.as_str()).collect()
}

/// Claimed and shown value of each node, with how many items are accepted.
fn levels(scored: &Scored, evidence: &Evidence, claim: Option<&Assessment>, lang: Lang) -> Table {
    let Scored {
        framework, method, ..
    } = scored;
    let claimed = match claim.and_then(|it| it.stage) {
        Some(Stage::SelfAssessed) | None => label::self_value(lang),
        Some(stage) => words::stage(lang, stage),
    };
    let mut columns = vec![Column::text("indicator", label::indicator(lang))];
    if claim.is_some() {
        columns.push(Column::number("claimed", words::capital(claimed)));
    }
    columns.push(Column::number(
        "shown",
        words::capital(label::shown_value(lang)),
    ));
    if claim.is_some() {
        columns.push(Column::number("gap", label::stage_gap(lang)));
    }
    // States between are rare enough that a column for none of them would crowd out others.
    let between: Vec<ItemStatus> = [ItemStatus::Submitted, ItemStatus::Drafting]
        .into_iter()
        .filter(|status| {
            let mut items = evidence.proofs.iter().flat_map(|it| &it.items);
            items.any(|it| it.status == Some(*status))
        })
        .collect();
    columns.push(Column::number(
        "accepted",
        words::capital(label::item_accepted(lang)),
    ));
    columns.extend(between.iter().map(|status| {
        let name = words::item_status(lang, Some(*status));
        Column::number(status.id(), words::capital(name))
    }));
    columns.extend([
        Column::number("revise", words::capital(label::item_revise(lang))).optional(),
        Column::number("rejected", words::capital(label::item_rejected(lang))).optional(),
        Column::number("missing", words::capital(label::item_missing(lang))),
        Column::number("unknown", words::capital(label::item_unknown(lang))).optional(),
        Column::number(
            "next",
            words::capital(&label::next_level(&words::wording(lang, framework))),
        ),
    ]);
    let decimals = method.reporting.decimals;
    let nodes = framework.nodes();
    // Every judged indicator with the groups above it.
    let mut shown: BTreeSet<usize> = BTreeSet::new();
    for proof in &evidence.proofs {
        let mut at = Some(proof.node);
        while let Some(node) = at {
            shown.insert(node);
            at = nodes[node].parent();
        }
    }
    let rows = (0..nodes.len())
        .filter(|at| shown.contains(at))
        .map(|at| {
            let node = &nodes[at];
            let leaf = node.indicator().is_some();
            let tone = if leaf { Tone::Plain } else { Tone::Strong };
            let title = match at {
                0 => words::whole(lang, framework).to_owned(),
                _ => words::leaf_title(lang, node),
            };
            let told = |value: f64| {
                if leaf {
                    Cell::short(value, 2)
                } else {
                    Cell::number(value, decimals).tone(tone)
                }
            };
            let result = &evidence.nodes[at];
            let shown = if leaf { result.value } else { result.told };
            let claimed = claim.and_then(|it| stages::value(scored, it, at));
            let mut row = vec![Cell::text(title).tone(tone).indent(node.depth())];
            if claim.is_some() {
                row.push(claimed.map_or_else(|| Cell::missing("·"), told));
            }
            row.push(shown.map_or_else(|| Cell::missing("·"), told));
            if claim.is_some() {
                row.push(
                    match shown.zip(claimed).map(|(shown, claimed)| shown - claimed) {
                        Some(gap) => Cell::change_of(gap, decimals, leaf),
                        None => Cell::empty(),
                    },
                );
            }
            match proof(evidence, at) {
                Some(proof) => row.extend(counts(framework, proof, &between)),
                None => row.extend((0..6 + between.len()).map(|_| Cell::empty())),
            }
            row
        })
        .collect();
    Table { columns, rows }
}

/// How many items are in which state, and the level that comes next.
fn counts(framework: &Framework, proof: &Proof, between: &[ItemStatus]) -> Vec<Cell> {
    let count = |wanted: &[Option<ItemStatus>]| {
        let states = proof.items.iter();
        Cell::count(states.filter(|it| wanted.contains(&it.status)).count())
    };
    let next = framework.nodes()[proof.node]
        .indicator()
        .and_then(|it| proof.next(it));
    let mut cells = vec![count(&[Some(ItemStatus::Accepted)])];
    cells.extend(between.iter().map(|it| count(&[Some(*it)])));
    cells.extend([
        count(&[Some(ItemStatus::Revise)]),
        count(&[Some(ItemStatus::Rejected)]),
        count(&[Some(ItemStatus::Missing)]),
        count(&[None]),
        next.map_or_else(Cell::empty, Cell::level),
    ]);
    cells
}

/// The items that matter now: those that a row speaks of, and those of the level that comes next.
/// In brief only those that are not accepted, and no more than fit; beside the table how many are left
/// out.
pub(super) fn items(
    framework: &Framework,
    evidence: &Evidence,
    (lang, detail): (Lang, Detail),
) -> (Table, usize) {
    const MOST_ITEMS: usize = 24;
    let mut rows = Vec::new();
    let mut more = 0;
    for proof in &evidence.proofs {
        let Some(indicator) = framework.nodes()[proof.node].indicator() else {
            continue;
        };
        let next = proof.next(indicator);
        let mut name = words::title(lang, framework, proof.node);
        let mut states: Vec<(&ItemState, &Item)> = proof
            .items
            .iter()
            .map(|state| (state, &indicator.items[state.item]))
            .filter(|(state, item)| {
                let comes_next = next.is_some_and(|next| (item.level - next).abs() <= TOLERANCE);
                state.row.is_some() || comes_next
            })
            .collect();
        states.sort_by(|a, b| a.1.level.total_cmp(&b.1.level));
        for (state, item) in states {
            if !detail.is_full() && (is_accepted(state) || rows.len() >= MOST_ITEMS) {
                more += 1;
                continue;
            }
            let text = |of: Option<&str>| of.map_or_else(Cell::empty, Cell::text);
            rows.push(vec![
                Cell::text(std::mem::take(&mut name)),
                Cell::level(item.level),
                Cell::text(format!("{} {}", item.code, item.text.get(lang))),
                Cell::text(words::item_status(lang, state.status)),
                text(state.owner.as_deref()),
                text(state.due.as_ref().map(Date::plain).as_deref()),
            ]);
        }
    }
    let table = Table {
        columns: vec![
            Column::text("indicator", label::indicator(lang)),
            Column::number("level", words::level_heading(lang, framework)),
            Column::text("item", words::item_heading(lang, framework)),
            Column::text("status", label::item_status(lang)),
            Column::text("owner", label::owner(lang)),
            Column::text("due", label::due(lang)),
        ],
        rows,
    };
    (table, more)
}

fn proof(evidence: &Evidence, node: usize) -> Option<&Proof> {
    evidence.proofs.iter().find(|it| it.node == node)
}

/// The level that accepted items show: of an indicator on its scale, of a group or the index as far
/// as it has a score.
pub(super) fn shown_level(evidence: &Evidence, node: usize) -> Option<f64> {
    match proof(evidence, node) {
        Some(proof) => Some(proof.value),
        None => evidence.nodes[node].score.and(evidence.nodes[node].value),
    }
}

/// How many items of an indicator are accepted; none where no row names an item of it.
pub(super) fn accepted(evidence: &Evidence, node: usize) -> Option<usize> {
    let items = proof(evidence, node)?.items.iter();
    Some(items.filter(|it| is_accepted(it)).count())
}

fn is_accepted(state: &ItemState) -> bool {
    state.status == Some(ItemStatus::Accepted)
}

/// The open items of an indicator with state, task and date.
pub(super) fn open(framework: &Framework, evidence: &Evidence, node: usize) -> Option<String> {
    let indicator = framework.nodes()[node].indicator()?;
    let items = proof(evidence, node)?.items.iter();
    let open = items.filter(|it| !is_accepted(it)).map(|state| {
        let words = [
            Some(indicator.items[state.item].code.as_str()),
            state.status.map(ItemStatus::id),
            state.owner.as_deref(),
            state.due.as_deref(),
        ];
        let words: Vec<&str> = words.into_iter().flatten().collect();
        words.join(" ")
    });
    Some(open.collect::<Vec<_>>().join("; "))
}

/// The evidence of one region and wave, for programs.
#[derive(Debug, Serialize, JsonSchema)]
pub(super) struct EvidenceRecord<'a> {
    region: &'a str,
    code: Option<&'a str>,
    wave: Option<&'a str>,
    /// The stage whose levels the evidence is held against.
    claimed_stage: Option<&'static str>,
    /// The nodes that the items show something of.
    nodes: Vec<LevelRecord<'a>>,
    /// The items of every indicator of which a row names one.
    items: Vec<ItemRecord<'a>>,
}

#[derive(Debug, Serialize, JsonSchema)]
struct LevelRecord<'a> {
    id: &'a str,
    /// On the scale of an indicator; of a group or the index in the reporting unit.
    claimed: Option<f64>,
    /// What accepted items show, in the same unit.
    shown: Option<f64>,
    /// Score of what they show, 0–100.
    score: Option<f64>,
    /// 0–1: share of the weight below that items show something of.
    coverage: Option<f64>,
}

#[derive(Debug, Serialize, JsonSchema)]
struct ItemRecord<'a> {
    indicator: &'a str,
    /// Code of the item.
    item: &'a str,
    /// The level that needs it.
    level: f64,
    /// `accepted`, `revise`, `rejected` or `missing`; null where no row speaks of it.
    status: Option<&'static str>,
    /// Whose task it is.
    owner: Option<&'a str>,
    /// By when, as written.
    due: Option<&'a str>,
    file: Option<&'a str>,
    /// Sheet of a workbook; null for a text.
    sheet: Option<&'a str>,
    row: Option<usize>,
}

/// The records of every region and wave of `shown` that has evidence items.
pub(super) fn records<'a>(scored: &'a Scored, shown: &[usize]) -> Vec<EvidenceRecord<'a>> {
    let Scored {
        framework,
        statements,
        assessed,
        ..
    } = scored;
    stages::of_places(assessed, shown)
        .iter()
        .filter_map(|of| Some((of, assessed.evidence_of(of[0])?)))
        .map(|(of, evidence)| {
            let claim = claim(framework, of);
            EvidenceRecord {
                region: &evidence.region.name,
                code: evidence.region.code.as_deref(),
                wave: evidence.wave.as_deref(),
                claimed_stage: claim.and_then(|it| it.stage).map(Stage::id),
                nodes: framework
                    .nodes()
                    .iter()
                    .zip(&evidence.nodes)
                    .enumerate()
                    .filter(|(_, (_, result))| result.score.is_some())
                    .map(|(at, (node, result))| LevelRecord {
                        id: node.id(),
                        claimed: claim.and_then(|it| stages::value(scored, it, at)),
                        shown: match node.indicator() {
                            Some(_) => result.value,
                            None => result.told,
                        },
                        score: result.score,
                        coverage: result.coverage,
                    })
                    .collect(),
                items: evidence
                    .proofs
                    .iter()
                    .flat_map(|proof| {
                        let states = proof.items.iter();
                        states.map(|state| item(framework, statements, proof.node, state))
                    })
                    .collect(),
            }
        })
        .collect()
}

fn item<'a>(
    framework: &'a Framework,
    statements: &'a Statements,
    node: usize,
    state: &'a ItemState,
) -> ItemRecord<'a> {
    let node = &framework.nodes()[node];
    let item = node.indicator().map(|it| &it.items[state.item]);
    let row = state.row.map(|at| &statements.rows()[at]);
    ItemRecord {
        indicator: node.id(),
        item: item.map_or("", |it| it.code.as_str()),
        level: item.map_or(0.0, |it| it.level),
        status: state.status.map(ItemStatus::id),
        owner: state.owner.as_deref(),
        due: state.due.as_deref(),
        file: row.map(|it| statements.file(it)),
        sheet: row.and_then(|it| statements.sheet(it)),
        row: row.map(|it| it.origin().row),
    }
}
