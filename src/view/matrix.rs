//! Region × indicator with level, counts and finding: the table of results of a paper.

use schemars::JsonSchema;
use serde::Serialize;

use crate::assess::{Assessment, Conflict, NodeResult, Reason};
use crate::statement::{Stage, Statement, Statements, Usage};
use crate::study::Scored;
use crate::text::{Lang, label, list};

use super::dataset::{Columns, Dataset, Row, Rows};
use super::envelope::{Body, Envelope};
use super::report::{Detail, Record, Report};
use super::shown::remarks;
use super::{Block, Cell, Column, Document, Table, Tone, conflicts, kinds, words};

/// The matrix of one framework.
pub struct Matrix<'a> {
    /// What was scored.
    pub scored: &'a Scored,
    /// Positions of the assessments that are shown, in ascending order.
    pub shown: Vec<usize>,
    /// Language of the reader.
    pub lang: Lang,
}

impl Matrix<'_> {
    fn cells(&self) -> Vec<CellRow<'_>> {
        let all = &self.scored.assessed.assessments;
        let shown = self.shown.iter().map(|at| &all[*at]);
        let of = |assessment| {
            let nodes = self.scored.framework.indicators();
            nodes.map(move |(node, ..)| CellRow {
                scored: self.scored,
                assessment,
                node,
                lang: self.lang,
            })
        };
        shown.flat_map(of).collect()
    }
}

impl Report for Matrix<'_> {
    fn name(&self) -> &str {
        self.scored.framework.id()
    }

    fn document(&self, _: Detail) -> Document {
        document(self.scored, &self.shown, self.lang)
    }

    fn datasets(&self) -> Vec<Dataset<'_>> {
        vec![Dataset::new("cells", self.cells())]
    }

    fn record(&self) -> Record<'_> {
        let cells = Rows(self.cells());
        let body = MatrixRecord { cells };
        Box::new(Envelope::of_scored(body, self.scored, self.lang))
    }
}

/// Region × indicator.
#[derive(Serialize, JsonSchema)]
#[schemars(inline)]
pub struct MatrixRecord<'a> {
    /// By region, wave, stage, then in the order of the tree.
    cells: Rows<CellRow<'a>>,
}

impl Body for MatrixRecord<'_> {
    const COMMAND: &'static str = "matrix";
}

/// One indicator of one region.
struct CellRow<'a> {
    scored: &'a Scored,
    assessment: &'a Assessment,
    node: usize,
    lang: Lang,
}

impl CellRow<'_> {
    fn result(&self) -> &NodeResult {
        &self.assessment.nodes[self.node]
    }

    fn findings(&self) -> Vec<String> {
        let rows = &self.assessment.rows[self.node];
        findings(&self.scored.statements, rows, self.lang)
    }
}

impl Row for CellRow<'_> {
    const NAME: &'static str = "Cell";
    const ABOUT: &'static str = "One indicator of one region in one wave at one stage.";

    fn columns(to: &mut Columns<'_, Self>) {
        to.text(
            "region",
            "official name where matched, else as given",
            |it| Some(&it.assessment.region.name),
        )
        .always();
        to.text("code", "Kemendagri code where matched", |it| {
            it.assessment.region.code.as_deref()
        });
        to.text("wave", "round of assessment where rows name one", |it| {
            it.assessment.wave.as_deref()
        });
        to.text("stage", "stage of verification where rows name one", |it| {
            it.assessment.stage.map(Stage::id)
        });
        to.text("indicator", "id of the indicator", |it| {
            Some(it.scored.framework.nodes()[it.node].id())
        })
        .always();
        to.number("level", "on its scale; of a number the number", |it| {
            it.result().value
        })
        .only_csv();
        to.number("value", "on its scale; of a number the number", |it| {
            it.result().value
        })
        .only_json();
        to.number("score", "0–100; null: see `reason`", |it| {
            it.result().score
        });
        to.count("statements", "rows that count", |it| it.result().statements);
        to.count("supporting", "rows in favour", |it| it.result().supporting);
        to.count("inhibiting", "rows against", |it| it.result().inhibiting);
        to.count("neutral", "rows that are neither", |it| it.result().neutral);
        to.text("reason", "why there is no score", |it| {
            it.result().reason.map(Reason::id)
        });
        to.words("finding", "what the rows found, one line each", |it| {
            Some(it.findings().join("\n"))
        })
        .only_csv();
        to.record::<Vec<String>>("findings", "what the rows found, with its source", |it| {
            Box::new(it.findings())
        });
    }
}

fn document(scored: &Scored, shown: &[usize], lang: Lang) -> Document {
    let Scored {
        framework,
        assessed,
        ..
    } = scored;
    let mut blocks = Vec::new();
    for at in shown {
        let assessment = &assessed.assessments[*at];
        blocks.push(Block::heading(words::heading(lang, assessment)));
        blocks.push(Block::Table(table(scored, assessment, lang)));
        kinds::of_region(scored, assessment, lang, &mut blocks);
    }
    kinds::inventory(scored, shown, lang, &mut blocks);
    let against: Vec<&Conflict> = shown
        .iter()
        .flat_map(|at| assessed.conflicts_of(*at))
        .collect();
    conflicts::section(scored, &against, lang, &mut blocks);
    remarks(scored, lang, &mut blocks);
    Document {
        lang,
        title: label::matrix_title(lang, framework.title()),
        subtitle: label::framework_line(lang, framework.id(), framework.version()),
        blocks,
    }
}

fn table(scored: &Scored, assessment: &Assessment, lang: Lang) -> Table {
    let Scored {
        framework,
        statements,
        ..
    } = scored;
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
                    Some(_) => words::leaf_cell(lang, framework, assessment, at),
                    None => Cell::missing(words::reason(lang, result.reason)),
                },
                words::directions_cell(result),
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
