//! The tree with its scores, one table for each region.

use crate::assess::{Assessed, Assessment, NodeResult, Reason};
use crate::compare;
use crate::framework::{Framework, Indicator, Method, ReportingUnit};
use crate::study::Scored;
use crate::text::{Lang, label, number};

use super::{Block, Cell, Column, Document, Table, Tone, evidence, stages, words};

/// The assessments (positions in `shown`) as people read them.
#[must_use]
pub fn document(scored: &Scored, shown: &[usize], lang: Lang) -> Document {
    let Scored {
        framework,
        method,
        targets,
        assessed,
        ..
    } = scored;
    let mut blocks = Vec::new();
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
        super::advice::section(framework, assessment, lang, &mut blocks);
        let gaps = compare::target_gaps(framework, assessment, method, targets);
        let of_region = [(&*assessment.region.name, gaps)];
        super::targets::section(scored, &of_region, false, lang, &mut blocks);
        stages::section(framework, method, &of, lang, &mut blocks);
        if let Some(evidence) = assessed.evidence_of(assessment) {
            evidence::section(framework, method, evidence, &of, lang, &mut blocks);
        }
    }
    blocks.push(Block::Paragraph(if scores(framework) {
        key(framework, method, &blocks, lang)
    } else {
        label::counted_key(lang)
    }));
    super::shown::remarks(scored, lang, &mut blocks);
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
    let says_nothing = [Cell::empty(), Cell::text("0\u{a0}/\u{a0}0"), Cell::count(0)];
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
        .chain(super::shown::rows_of(framework, &[assessment]))
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
                match (result.value, result.told(method.reporting)) {
                    (Some(_), _) if node.indicator().is_some() => {
                        Cell::text(words::leaf_value(lang, framework, assessment, at))
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
                Cell::text(words::directions(result)),
                Cell::count(result.informants),
                match result.sd {
                    Some(sd) => Cell::number(sd, 2),
                    None => Cell::empty(),
                },
            ]);
            if incomplete {
                let told = |score: f64| {
                    let told = words::told(framework, method, at, score);
                    number(told, decimals, lang)
                };
                row.push(match open_range(result) {
                    Some((low, high)) => Cell::text(format!("{}–{}", told(low), told(high))),
                    None => Cell::empty(),
                });
            }
            row
        })
        .collect();
    Table { columns, rows }.without(|id, cell| match id {
        "band" | "sd" => *cell == Cell::empty(),
        "directions" => *cell == Cell::text(words::directions(&NodeResult::default())),
        _ => false,
    })
}

/// The possible range of a score, where something is missing.
pub(super) fn open_range(node: &NodeResult) -> Option<(f64, f64)> {
    let (low, high) = (node.score_low?, node.score_high?);
    (high - low > crate::stats::TOLERANCE).then_some((low, high))
}

/// Every node of the assessments, one row each, for programs.
#[must_use]
pub fn rows(framework: &Framework, assessed: &Assessed, shown: &[usize]) -> Table {
    let columns = [
        "region",
        "code",
        "kind",
        "wave",
        "stage",
        "id",
        "node",
        "parent",
        "score",
        "score_low",
        "score_high",
        "value",
        "band",
        "coverage",
        "reported",
        "statements",
        "informants",
        "sd",
        "supporting",
        "inhibiting",
        "neutral",
        "reason",
        "evidence_level",
        "items_accepted",
        "items_open",
    ];
    let maybe = |value: Option<f64>| match value {
        Some(value) => Cell::number(value, 0),
        None => Cell::empty(),
    };
    let text = |text: Option<&str>| text.map_or_else(Cell::empty, Cell::text);
    let mut rows = Vec::new();
    for at in shown {
        let assessment = &assessed.assessments[*at];
        let shown_by = assessed.evidence_of(assessment);
        for (at, (node, result)) in framework.nodes().iter().zip(&assessment.nodes).enumerate() {
            let parent = node.parent().map(|parent| framework.nodes()[parent].id());
            let mut row = vec![
                Cell::text(&*assessment.region.name),
                text(assessment.region.code.as_deref()),
                text(assessment.region.kind.map(crate::region::Kind::id)),
                text(assessment.wave.as_deref()),
                text(assessment.stage.map(crate::statement::Stage::id)),
                Cell::text(node.id()),
                Cell::text(words::node_kind(node)),
                text(parent),
                maybe(result.score),
                maybe(result.score_low),
                maybe(result.score_high),
                maybe(result.value),
                text(result.band.map(|band| framework.bands()[band].id.as_str())),
                maybe(result.coverage),
                Cell::text(if result.reported { "true" } else { "false" }),
                Cell::count(result.statements),
                Cell::count(result.informants),
                maybe(result.sd),
                Cell::count(result.supporting),
                Cell::count(result.inhibiting),
                Cell::count(result.neutral),
                text(result.reason.map(Reason::id)),
            ];
            row.extend(evidence::cells(framework, shown_by, at));
            rows.push(row);
        }
    }
    Table {
        columns: columns.iter().map(|id| Column::text(*id, *id)).collect(),
        rows,
    }
}
