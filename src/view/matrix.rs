//! Region × indicator with level, counts and finding: the table of results of a paper.

use serde::Serialize;

use crate::assess::{Assessed, Assessment, Conflict};
use crate::framework::Framework;
use crate::statement::{Statement, Statements, Usage};
use crate::study::Scored;
use crate::text::{Lang, label, list};

use super::{Block, Cell, Column, Document, Table, Tone, words};

/// A table for each of the assessments at the positions `shown`.
#[must_use]
pub fn document(scored: &Scored, shown: &[usize], lang: Lang) -> Document {
    let Scored {
        framework,
        statements,
        assessed,
        ..
    } = scored;
    let mut blocks = Vec::new();
    for at in shown {
        let assessment = &assessed.assessments[*at];
        blocks.push(Block::heading(words::heading(lang, assessment)));
        blocks.push(Block::Table(table(framework, statements, assessment, lang)));
        super::kinds::of_region(framework, statements, assessment, lang, &mut blocks);
    }
    super::kinds::inventory(framework, statements, assessed, shown, lang, &mut blocks);
    let conflicts: Vec<&Conflict> = shown
        .iter()
        .flat_map(|at| assessed.conflicts_of(*at))
        .collect();
    super::conflicts::section(scored, &conflicts, lang, &mut blocks);
    super::shown::remarks(scored, lang, &mut blocks);
    Document {
        lang,
        title: label::matrix_title(lang, framework.title()),
        subtitle: label::framework_line(lang, framework.id(), framework.version()),
        blocks,
    }
}

fn table(
    framework: &Framework,
    statements: &Statements,
    assessment: &Assessment,
    lang: Lang,
) -> Table {
    let columns = vec![
        Column::text("indicator", label::indicator(lang)),
        Column::number("level", label::level(lang)),
        Column::number("directions", label::for_and_against(lang)),
        Column::text("finding", label::finding(lang)),
    ];
    let rows = framework
        .nodes()
        .iter()
        .enumerate()
        .skip(1)
        .map(|(at, node)| {
            let result = &assessment.nodes[at];
            let title = Cell::text(node.title().get(lang)).indent(node.depth() - 1);
            let findings = findings(statements, &assessment.rows[at], lang);
            if node.indicator().is_none() {
                return vec![
                    title.tone(Tone::Strong),
                    Cell::empty(),
                    Cell::empty(),
                    Cell::text(findings.join("\n")),
                ];
            }
            vec![
                title,
                match result.value {
                    Some(_) => Cell::text(words::leaf_value(lang, framework, assessment, at)),
                    None => Cell::missing(words::reason(lang, result.reason)),
                },
                Cell::text(words::directions(result)),
                Cell::text(findings.join("\n")),
            ]
        })
        .collect();
    Table { columns, rows }
}

/// What the primary rows found; where there is none, what the others found. What several rows say
/// in the same words stands once.
fn findings(statements: &Statements, rows: &[usize], lang: Lang) -> Vec<String> {
    let of = |wanted: fn(Usage) -> bool| -> Vec<String> {
        let mut said: Vec<(String, Vec<String>)> = Vec::new();
        for row in rows.iter().map(|at| &statements.rows()[*at]) {
            if !wanted(row.usage) || row.words().is_none() {
                continue;
            }
            let mut words = words::said(lang, row);
            if row.usage == Usage::Context {
                words = format!("({}) {words}", label::as_context(lang));
            }
            match said.iter_mut().find(|(other, _)| *other == words) {
                Some((_, sources)) => sources.extend(source(row)),
                None => said.push((words, source(row).into_iter().collect())),
            }
        }
        said.into_iter()
            .map(|(words, mut sources)| {
                sources.dedup();
                if sources.is_empty() {
                    words
                } else {
                    format!("{words} [{}]", list(sources))
                }
            })
            .collect()
    };
    let primary = of(|usage| usage == Usage::Primary);
    if primary.is_empty() {
        of(|usage| usage != Usage::Primary)
    } else {
        primary
    }
}

/// Where a finding comes from: the row's own name, else who spoke; and the node it was coded under
/// where it was carried over from another framework.
fn source(row: &Statement) -> Option<String> {
    let name = row
        .id
        .as_deref()
        .or(row.informant.as_deref())
        .or(row.role.as_deref());
    match (name, &row.coded_as) {
        (Some(name), Some(other)) => Some(format!("{name} ← {other}")),
        (None, Some(other)) => Some(format!("← {other}")),
        (name, None) => name.map(ToString::to_string),
    }
}

/// One cell of the matrix, for programs.
#[derive(Debug, Serialize)]
pub struct CellRecord<'a> {
    region: &'a str,
    code: Option<&'a str>,
    wave: Option<&'a str>,
    stage: Option<&'a str>,
    indicator: &'a str,
    value: Option<f64>,
    score: Option<f64>,
    statements: usize,
    supporting: usize,
    inhibiting: usize,
    neutral: usize,
    reason: Option<&'static str>,
    findings: Vec<String>,
}

/// Every cell of the matrix.
#[must_use]
pub fn record<'a>(
    framework: &'a Framework,
    statements: &Statements,
    assessed: &'a Assessed,
    shown: &[usize],
    lang: Lang,
) -> Vec<CellRecord<'a>> {
    let mut out = Vec::new();
    for at in shown {
        let assessment = &assessed.assessments[*at];
        for (node, it, _) in framework.indicators() {
            let result = &assessment.nodes[node];
            out.push(CellRecord {
                region: &assessment.region.name,
                code: assessment.region.code.as_deref(),
                wave: assessment.wave.as_deref(),
                stage: assessment.stage.map(crate::statement::Stage::id),
                indicator: it.id(),
                value: result.value,
                score: result.score,
                statements: result.statements,
                supporting: result.supporting,
                inhibiting: result.inhibiting,
                neutral: result.neutral,
                reason: result.reason.map(crate::assess::Reason::id),
                findings: findings(statements, &assessment.rows[node], lang),
            });
        }
    }
    out
}

/// Every cell of the matrix, one row each, for programs.
#[must_use]
pub fn rows(
    framework: &Framework,
    statements: &Statements,
    assessed: &Assessed,
    shown: &[usize],
    lang: Lang,
) -> Table {
    let columns = [
        "region",
        "code",
        "wave",
        "stage",
        "indicator",
        "level",
        "score",
        "statements",
        "supporting",
        "inhibiting",
        "neutral",
        "reason",
        "finding",
    ];
    let text = |text: Option<&str>| text.map_or_else(Cell::empty, Cell::text);
    let mut rows = Vec::new();
    for at in shown {
        let assessment = &assessed.assessments[*at];
        for (node, it, _) in framework.indicators() {
            let result = &assessment.nodes[node];
            rows.push(vec![
                Cell::text(&*assessment.region.name),
                text(assessment.region.code.as_deref()),
                text(assessment.wave.as_deref()),
                text(assessment.stage.map(crate::statement::Stage::id)),
                Cell::text(it.id()),
                result
                    .value
                    .map_or_else(Cell::empty, |it| Cell::number(it, 0)),
                result
                    .score
                    .map_or_else(Cell::empty, |it| Cell::number(it, 0)),
                Cell::count(result.statements),
                Cell::count(result.supporting),
                Cell::count(result.inhibiting),
                Cell::count(result.neutral),
                text(result.reason.map(crate::assess::Reason::id)),
                Cell::text(findings(statements, &assessment.rows[node], lang).join("\n")),
            ]);
        }
    }
    Table {
        columns: columns.iter().map(|id| Column::text(*id, *id)).collect(),
        rows,
    }
}
