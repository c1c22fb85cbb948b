//! Conflicting statements, one line for each region and indicator.

use schemars::JsonSchema;
use serde::Serialize;

use crate::assess::{Conflict, ConflictKind, level_of};
use crate::statement::Direction;
use crate::study::Scored;
use crate::text::{Lang, label, list};

use super::shown::short_name;
use super::{Block, Cell, Column, Table, words};

/// A table of `conflicts`, which stand in the order of regions and tree.
pub(super) fn section(
    scored: &Scored,
    conflicts: &[&Conflict],
    lang: Lang,
    blocks: &mut Vec<Block>,
) {
    if conflicts.is_empty() {
        return;
    }
    let called = words::wording(lang, &scored.framework);
    let same = |a: &&Conflict, b: &&Conflict| a.region == b.region && a.node == b.node;
    let rows = conflicts
        .chunk_by(same)
        .map(|together| {
            let kinds: Vec<ConflictKind> = together.iter().map(|it| it.kind).collect();
            let mut told: Vec<usize> = together.iter().flat_map(|it| it.rows.clone()).collect();
            told.sort_unstable();
            told.dedup();
            let node = together[0].node;
            let marks = told.iter().map(|at| mark(scored, node, *at, lang));
            vec![
                Cell::text(short_name(&together[0].region.name)),
                Cell::text(words::title(lang, &scored.framework, node)),
                Cell::text(list(
                    kinds.iter().map(|kind| words::conflict(&called, *kind)),
                )),
                Cell::text(list(marks)),
            ]
        })
        .collect();
    blocks.push(Block::heading(label::conflicts_heading(lang).to_owned()));
    blocks.push(Block::Table(Table {
        columns: vec![
            Column::text("region", words::region_heading(lang, &scored.framework)),
            Column::text("indicator", label::indicator(lang)),
            Column::text("conflict", label::conflict(lang)),
            Column::text("statements", label::statements(lang)),
        ],
        rows,
    }));
    blocks.push(Block::Paragraph(label::conflicts_key(&words::wording(
        lang,
        &scored.framework,
    ))));
}

/// A statement in short: its id or line, then coder, direction and level: `E001-002 (+ 3)`.
fn mark(scored: &Scored, node: usize, at: usize, lang: Lang) -> String {
    let Scored {
        framework,
        statements,
        ..
    } = scored;
    let row = &statements.rows()[at];
    let name = match &row.id {
        Some(id) => id.to_string(),
        None => statements.whereabouts(row),
    };
    let sign = match row.direction {
        Some(Direction::Supporting) => "+",
        Some(Direction::Inhibiting) => "−",
        Some(Direction::Neutral) | None => "",
    };
    let level = level_of(framework, node, row)
        .map(|level| words::level(lang, level))
        .unwrap_or_default();
    let remark = format!("{sign}\u{a0}{level}");
    match remark.trim() {
        "" => name,
        remark => format!("{name} ({remark})"),
    }
}

/// A conflict with its statements, for programs.
#[derive(Serialize, JsonSchema)]
pub(super) struct ConflictRecord<'a> {
    region: &'a str,
    wave: Option<&'a str>,
    /// Id of the node spoken of.
    indicator: &'a str,
    /// Stable name of what is at odds.
    kind: &'static str,
    statements: Vec<StatementRecord<'a>>,
}

#[derive(Serialize, JsonSchema)]
struct StatementRecord<'a> {
    file: &'a str,
    /// Sheet of a workbook; null for a text.
    sheet: Option<&'a str>,
    /// Line of a text file, row of a sheet.
    row: usize,
    /// Its own id, where it has one.
    id: Option<&'a str>,
    /// On the scale of the indicator; null where it gives none.
    level: Option<f64>,
    /// `supporting`, `inhibiting` or `neutral`, where it has a direction.
    direction: Option<&'static str>,
    coder: Option<&'a str>,
    informant: Option<&'a str>,
}

/// The record of a conflict.
pub(super) fn record<'a>(scored: &'a Scored, conflict: &'a Conflict) -> ConflictRecord<'a> {
    let Scored {
        framework,
        statements,
        ..
    } = scored;
    ConflictRecord {
        region: &conflict.region.name,
        wave: conflict.wave.as_deref(),
        indicator: framework.nodes()[conflict.node].id(),
        kind: conflict.kind.id(),
        statements: conflict
            .rows
            .iter()
            .map(|at| {
                let row = &statements.rows()[*at];
                StatementRecord {
                    file: statements.file(row),
                    sheet: statements.sheet(row),
                    row: row.origin().row,
                    id: row.id.as_deref(),
                    level: level_of(framework, conflict.node, row),
                    direction: row.direction.map(Direction::id),
                    coder: row.coder.as_deref(),
                    informant: row.informant.as_deref(),
                }
            })
            .collect(),
    }
}
