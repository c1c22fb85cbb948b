//! The tree with its scores, one table for each region.

mod advice;
mod evidence;
mod record;
mod stages;

use crate::assess::{Assessment, NodeResult, Reason};
use crate::compare;
use crate::framework::{Framework, Indicator, Method, ReportingUnit};
use crate::study::Scored;
use crate::text::{Lang, label};

use super::dataset::Dataset;
use super::envelope::Envelope;
use super::report::{Detail, Record, Report};
use super::shown::{open_range, remarks, rows_of};
use super::{Block, Cell, Column, Document, Table, Tone, targets, words};

pub use record::ScoreRecord;

/// The assessments of one framework.
pub struct Scores<'a> {
    /// What was scored.
    pub scored: &'a Scored,
    /// Positions of the assessments that are shown, in ascending order.
    pub shown: Vec<usize>,
    /// Language of the reader.
    pub lang: Lang,
}

impl Report for Scores<'_> {
    fn name(&self) -> &str {
        self.scored.framework.id()
    }

    fn document(&self, detail: Detail) -> Document {
        document(self.scored, &self.shown, (self.lang, detail))
    }

    fn datasets(&self) -> Vec<Dataset<'_>> {
        let all = &self.scored.assessed.assessments;
        let shown = self.shown.iter().map(|at| &all[*at]);
        let rows = shown.flat_map(|it| record::nodes(self.scored, it));
        vec![Dataset::new("nodes", rows.collect())]
    }

    fn record(&self) -> Record<'_> {
        let body = record::score(self.scored, &self.shown);
        Box::new(Envelope::of_scored(body, self.scored, self.lang))
    }
}

fn document(scored: &Scored, shown: &[usize], (lang, detail): (Lang, Detail)) -> Document {
    let Scored {
        framework,
        method,
        assessed,
        ..
    } = scored;
    let mut blocks = Vec::new();
    let gains = advice::Gains::of(scored, shown);
    let place = |of: &Assessment| {
        let is_it = |at: &usize| std::ptr::eq(&raw const assessed.assessments[*at], of);
        shown.iter().position(is_it)
    };
    for of in stages::of_places(assessed, shown) {
        let Some(assessment) = foremost(framework, &of) else {
            continue;
        };
        blocks.push(Block::heading(words::heading(lang, assessment)));
        let tree = tree(framework, method, assessment, lang);
        if scores(framework) {
            blocks.push(Block::Table(tree));
        } else if assessment.nodes[0].statements == 0 {
            blocks.push(Block::Paragraph(label::only_context(lang).to_owned()));
        } else {
            blocks.push(Block::Table(counted(tree)));
        }
        if let Some(place) = place(assessment) {
            let of = (&gains, place);
            advice::section(scored, of, assessment, (lang, detail), &mut blocks);
        }
        let gaps = compare::target_gaps(framework, assessment, &scored.targets);
        let of_region = [(&*assessment.region.name, gaps)];
        targets::section(scored, &of_region, false, lang, &mut blocks);
        stages::section(scored, &of, lang, &mut blocks);
        if let Some(evidence) = assessed.evidence_of(assessment) {
            evidence::section(scored, evidence, &of, lang, &mut blocks);
        }
    }
    blocks.push(Block::Paragraph(if scores(framework) {
        key(framework, method, &blocks, lang)
    } else {
        label::counted_key(lang)
    }));
    remarks(scored, lang, &mut blocks);
    Document {
        lang,
        title: label::score_title(lang, framework.title()),
        subtitle: label::framework_line(lang, framework.id(), framework.version()),
        blocks,
    }
}

/// The assessment of one place that is shown in full: the most verified one that has data on
/// indicators, else the most verified one. The others stand beside it.
fn foremost<'a>(framework: &Framework, of: &[&'a Assessment]) -> Option<&'a Assessment> {
    let has_data = |it: &&&Assessment| {
        let mut leaves = framework.indicators();
        leaves.any(|(at, ..)| it.nodes[at].statements > 0)
    };
    let with = of.iter().rev().find(has_data);
    with.or(of.last()).copied()
}

/// What the columns of the trees in `blocks` mean.
fn key(framework: &Framework, method: &Method, blocks: &[Block], lang: Lang) -> String {
    let has = |id: &str| {
        blocks.iter().any(|block| match block {
            Block::Table(table) => table.columns.iter().any(|it| it.id == id),
            _ => false,
        })
    };
    let mut parts = vec![match method.reporting.unit {
        ReportingUnit::Percent => label::score_key(lang).to_owned(),
        ReportingUnit::Native => {
            let (min, max) = words::axis(framework, method);
            label::native_key(lang, min, max)
        }
    }];
    let more = [
        ("coverage", label::coverage_key(lang)),
        ("directions", label::directions_key(lang)),
        ("range", label::range_key(lang)),
    ];
    parts.extend(
        more.iter()
            .filter(|(id, _)| has(id))
            .map(|(_, it)| (*it).to_owned()),
    );
    parts.join(" ")
}

/// Whether anything in the framework is scored.
fn scores(framework: &Framework) -> bool {
    framework
        .nodes()
        .iter()
        .any(|node| node.indicator().is_some_and(Indicator::is_scored))
}

/// The tree of a framework that scores nothing: what is there, and how much speaks of it.
fn counted(tree: Table) -> Table {
    const KEPT: [&str; 5] = [
        "indicator",
        "level",
        "statements",
        "directions",
        "informants",
    ];
    let at = |id: &str| tree.columns.iter().position(|it| it.id == id);
    let none = words::directions_cell(&NodeResult::default());
    let says_nothing = [Cell::empty(), none, Cell::count(0)];
    let kept: Vec<usize> = KEPT
        .iter()
        .filter_map(|id| at(id))
        .filter(|at| {
            tree.rows
                .iter()
                .any(|row| !says_nothing.contains(&row[*at]))
        })
        .collect();
    let pick = |row: &Vec<Cell>| kept.iter().map(|at| row[*at].clone()).collect();
    let spoken_of = |row: &&Vec<Cell>| {
        let said = [at("level"), at("statements")];
        said.into_iter()
            .flatten()
            .any(|at| !says_nothing.contains(&row[at]))
    };
    Table {
        columns: kept.iter().map(|at| tree.columns[*at].clone()).collect(),
        rows: tree.rows.iter().filter(spoken_of).map(pick).collect(),
    }
}

fn tree(framework: &Framework, method: &Method, assessment: &Assessment, lang: Lang) -> Table {
    let decimals = method.reporting.decimals;
    let incomplete = assessment
        .nodes
        .iter()
        .any(|node| open_range(node).is_some());
    // Where results are told on the scale itself, a second number for the same would only confuse.
    let native = method.reporting.unit == ReportingUnit::Native;
    let mut columns = vec![
        Column::text("indicator", label::indicator(lang)),
        if native {
            Column::number("level", label::value(lang))
        } else {
            Column::number("level", label::level(lang))
        },
    ];
    if !native {
        columns.push(Column::number("score", label::score(lang)));
    }
    columns.extend([
        Column::text("band", label::band(lang)).optional(),
        Column::number("coverage", label::coverage(lang)).optional(),
        Column::number("statements", label::statements(lang)).optional(),
        Column::number("directions", label::for_and_against(lang)).optional(),
        Column::number("informants", label::informants(lang)).optional(),
        Column::number("sd", label::spread(lang)).optional(),
    ]);
    if incomplete {
        columns.push(Column::number("range", label::possible(lang)).optional());
    }
    let is_unconfirmed = |at: usize| {
        let (lowest, _) = framework.ends(at, method.reporting);
        let reported = assessment.reported(framework, at);
        reported.is_some_and(|it| it < lowest - crate::stats::TOLERANCE)
    };
    let rows = std::iter::once(0)
        .chain(rows_of(framework, &[assessment]))
        .map(|at| {
            let (node, result) = (&framework.nodes()[at], &assessment.nodes[at]);
            let tone = if node.indicator().is_none() {
                Tone::Strong
            } else {
                Tone::Plain
            };
            let name = if at == 0 {
                label::whole(lang).to_owned()
            } else {
                words::leaf_title(lang, node)
            };
            let why = match result.reason {
                Some(Reason::NoEvidence) if result.statements > 0 => label::no_level(lang),
                reason => words::reason(lang, reason),
            };
            let mut row = vec![
                Cell::text(name).tone(tone).indent(node.depth()),
                match (result.value, result.told) {
                    (Some(_), _) if node.indicator().is_some() => {
                        words::leaf_cell(lang, framework, assessment, at)
                    }
                    (_, Some(told)) if native => Cell::number(told, decimals).tone(tone),
                    (Some(value), _) => Cell::number(value, decimals.max(2)).tone(tone),
                    (None, _) if native => Cell::missing(why),
                    (None, _) => Cell::empty(),
                },
            ];
            if !native {
                row.push(match result.score {
                    Some(score) => Cell::number(score, decimals).tone(tone),
                    None => Cell::missing(why),
                });
            }
            row.extend([
                match result.band {
                    _ if is_unconfirmed(at) => Cell::text(label::needs_confirmation(lang)),
                    Some(band) => Cell::text(framework.bands()[band].label.get(lang)).tone(tone),
                    None => Cell::empty(),
                },
                match result.coverage {
                    Some(coverage) if node.indicator().is_none() => Cell::share(coverage),
                    _ => Cell::empty(),
                },
                Cell::count(result.statements),
                words::directions_cell(result),
                Cell::count(result.informants),
                match result.sd {
                    Some(sd) => Cell::number(sd, 2),
                    None => Cell::empty(),
                },
            ]);
            if incomplete {
                let told = |score: f64| method.as_people_read(framework, at, score);
                row.push(match open_range(result) {
                    Some((low, high)) => Cell::range(told(low), told(high), decimals),
                    None => Cell::empty(),
                });
            }
            row
        })
        .collect();
    Table { columns, rows }.without(|id, cell| match id {
        "band" | "sd" => *cell == Cell::empty(),
        "directions" => *cell == words::directions_cell(&NodeResult::default()),
        _ => false,
    })
}
