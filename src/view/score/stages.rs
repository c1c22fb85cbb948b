//! The stages of verification side by side: what a region says of itself, and what was left of it.

use schemars::JsonSchema;
use serde::Serialize;

use crate::assess::{Assessed, Assessment};
use crate::statement::Stage;
use crate::stats::TOLERANCE;
use crate::study::Scored;
use crate::text::{Lang, label};
use crate::view::{Block, Cell, Column, Table, Tone, words};

/// One value of a node at each stage, least verified first.
struct Row {
    node: usize,
    values: Vec<Option<f64>>,
}

impl Row {
    /// The last known value minus the first, where two stages have one.
    fn gap(&self) -> Option<f64> {
        let mut known = self.values.iter().flatten();
        let first = known.next()?;
        known.next_back().map(|last| last - first)
    }
}

/// The nodes of which some stage has a value.
///
/// Where no indicator is known at two stages, only what is: a list of single values compares nothing.
fn rows(scored: &Scored, of: &[&Assessment]) -> Vec<Row> {
    let framework = &scored.framework;
    let rows: Vec<Row> = (0..framework.nodes().len())
        .map(|node| Row {
            node,
            values: of.iter().map(|it| value(scored, it, node)).collect(),
        })
        .collect();
    let leaf = |row: &Row| framework.nodes()[row.node].indicator().is_some();
    let compares = rows.iter().any(|row| leaf(row) && row.gap().is_some());
    let mut kept: Vec<bool> = rows
        .iter()
        .map(|row| match compares {
            true => row.values.iter().any(Option::is_some),
            false => row.gap().is_some(),
        })
        .collect();
    // What is shown stands below its group, also where that has no value.
    for node in (1..kept.len()).rev() {
        if kept[node]
            && let Some(parent) = framework.nodes()[node].parent()
        {
            kept[parent] = true;
        }
    }
    let rows = rows.into_iter().zip(kept);
    rows.filter(|(_, kept)| *kept).map(|(row, _)| row).collect()
}

/// A leaf on its own scale, a group or the index in the reporting unit.
pub(super) fn value(scored: &Scored, assessment: &Assessment, node: usize) -> Option<f64> {
    let result = &assessment.nodes[node];
    match scored.framework.nodes()[node].indicator() {
        Some(_) => result.value,
        None => result.told,
    }
}

/// A column for each stage and one for the gap; nothing for a single stage.
pub(super) fn section(scored: &Scored, of: &[&Assessment], lang: Lang, blocks: &mut Vec<Block>) {
    if of.len() < 2 {
        return;
    }
    let framework = &scored.framework;
    let rows = rows(scored, of);
    if rows.is_empty() {
        return;
    }
    let name = |stage: Option<Stage>| match stage {
        Some(stage) => words::stage(lang, stage),
        None => label::stage_unnamed(lang),
    };
    let mut columns = vec![Column::text("indicator", label::indicator(lang))];
    columns.extend(of.iter().map(|it| {
        let id = it.stage.map_or("none", Stage::id);
        Column::number(id, words::capital(name(it.stage)))
    }));
    columns.push(Column::number("gap", label::stage_gap(lang)));
    let decimals = scored.method.reporting.decimals;
    let table = rows
        .iter()
        .map(|row| {
            let node = &framework.nodes()[row.node];
            let leaf = node.indicator().is_some();
            let tone = if leaf { Tone::Plain } else { Tone::Strong };
            let title = match row.node {
                0 => words::whole(lang, framework).to_owned(),
                _ => words::leaf_title(lang, node),
            };
            let mut cells = vec![Cell::text(title).tone(tone).indent(node.depth())];
            cells.extend(row.values.iter().zip(of).map(|(value, it)| match value {
                Some(_) if it.nodes[row.node].level.is_some() => {
                    words::leaf_cell(lang, framework, it, row.node)
                }
                Some(value) if leaf => Cell::level(*value),
                Some(value) => Cell::number(*value, decimals).tone(tone),
                None => Cell::missing("·"),
            }));
            cells.push(match row.gap() {
                Some(gap) => {
                    let digits = if leaf { 2 } else { decimals };
                    Cell::change_of(gap, digits, leaf)
                }
                None => Cell::empty(),
            });
            cells
        })
        .collect();
    blocks.push(Block::heading(words::heading_of(
        lang,
        framework,
        label::stages_heading(lang),
        words::place(&of[0].region.name, of[0].wave.as_deref()),
    )));
    blocks.push(Block::Table(Table {
        columns,
        rows: table,
    }));
    let leaves: Vec<&Row> = rows
        .iter()
        .filter(|row| framework.nodes()[row.node].indicator().is_some())
        .filter(|row| row.gap().is_some())
        .collect();
    if !leaves.is_empty() {
        let count = |wanted: fn(f64) -> bool| {
            let gaps = leaves.iter().filter_map(|row| row.gap());
            gaps.filter(|gap| wanted(*gap)).count()
        };
        blocks.push(Block::Paragraph(label::stages_line(
            lang,
            leaves.len(),
            count(|gap| gap < -TOLERANCE),
            count(|gap| gap > TOLERANCE),
        )));
    }
}

/// The stages of one region and wave, for programs.
#[derive(Debug, Serialize, JsonSchema)]
pub(super) struct StagesRecord<'a> {
    region: &'a str,
    code: Option<&'a str>,
    wave: Option<&'a str>,
    /// Least verified first.
    stages: Vec<Option<&'static str>>,
    /// The nodes of which some stage has a value.
    nodes: Vec<StageRecord<'a>>,
}

#[derive(Debug, Serialize, JsonSchema)]
struct StageRecord<'a> {
    id: &'a str,
    /// One for each of the stages.
    values: Vec<Option<f64>>,
    /// The last known value minus the first; null where fewer than two are known.
    gap: Option<f64>,
}

/// The records of every region and wave of `shown` that has several stages.
pub(super) fn records<'a>(scored: &'a Scored, shown: &[usize]) -> Vec<StagesRecord<'a>> {
    of_places(&scored.assessed, shown)
        .into_iter()
        .filter(|of| of.len() > 1)
        .map(|of| StagesRecord {
            region: &of[0].region.name,
            code: of[0].region.code.as_deref(),
            wave: of[0].wave.as_deref(),
            stages: of.iter().map(|it| it.stage.map(Stage::id)).collect(),
            nodes: rows(scored, &of)
                .into_iter()
                .map(|row| StageRecord {
                    id: scored.framework.nodes()[row.node].id(),
                    gap: row.gap(),
                    values: row.values,
                })
                .collect(),
        })
        .collect()
}

/// The assessments at the positions `shown`, those of one region and wave together.
pub(super) fn of_places<'a>(assessed: &'a Assessed, shown: &[usize]) -> Vec<Vec<&'a Assessment>> {
    let same = |a: &usize, b: &usize| {
        let (a, b) = (&assessed.assessments[*a], &assessed.assessments[*b]);
        a.region == b.region && a.wave == b.wave
    };
    shown
        .chunk_by(same)
        .map(|of| of.iter().map(|at| &assessed.assessments[*at]).collect())
        .collect()
}
