//! The tree with its scores, one table for each region.

mod advice;
mod evidence;
mod record;
mod stages;

use crate::assess::{Assessment, Conflict, Evidence, NodeResult, Reason};
use crate::compare;
use crate::framework::{Framework, Indicator, Method, ReportingUnit};
use crate::scrutiny::survey;
use crate::study::Scored;
use crate::text::{Lang, label};

use super::dataset::Dataset;
use super::envelope::Envelope;
use super::inputs::{InputRecord, inputs_of};
use super::report::{Detail, Record, Report};
use super::shown::{open_range, remarks, rows_of};
use super::{
    Block, Cell, Column, Content, Document, Heading, Table, Tone, conflicts, targets, verdicts,
    words,
};

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

    fn inputs(&self) -> Vec<InputRecord<'_>> {
        inputs_of(&self.scored.statements)
    }

    fn record(&self) -> Record<'_> {
        let body = record::score(self.scored, &self.shown);
        Box::new(Envelope::of_scored(body, self.scored, self.lang))
    }
}

/// In brief no more lines of trees are shown: more regions stand in one table.
const MOST_LINES: usize = 80;
/// In brief more regions than this are not even listed.
const MOST_REGIONS: usize = 80;

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
    let all: Vec<&Assessment> = shown.iter().map(|at| &assessed.assessments[*at]).collect();
    let places: Vec<(&Assessment, Vec<&Assessment>)> = stages::of_places(assessed, shown)
        .into_iter()
        .filter_map(|of| Some((foremost(framework, &of)?, of)))
        .collect();
    let lines = places.len() * rows_of(framework, &all).len();
    let is_short = detail.is_full() || places.len() < 2 || lines <= MOST_LINES;
    if !is_short {
        let foremost: Vec<&Assessment> = places.iter().map(|(it, _)| *it).collect();
        if foremost.len() > MOST_REGIONS {
            let line = label::profiles_too_many(&words::wording(lang, framework), foremost.len());
            blocks.push(Block::Paragraph(line));
        } else {
            if survey::is_survey(framework, method) {
                let lines = foremost.iter().filter_map(|it| {
                    let line = super::survey::incomplete(scored, it, lang)?;
                    Some(Block::Paragraph(format!(
                        "{}: {line}",
                        words::heading(lang, it)
                    )))
                });
                blocks.extend(lines);
            }
            blocks.push(Block::Table(totals(scored, &foremost, lang)));
            blocks.push(Block::Paragraph(label::score_one_region(&words::wording(
                lang, framework,
            ))));
        }
    }
    for (assessment, of) in places.iter().filter(|_| is_short) {
        let assessment = *assessment;
        let heading = words::heading(lang, assessment);
        let things = words::region_heading(lang, framework);
        let section = Heading::from(&*heading).of(label::score(lang), (things, heading));
        blocks.push(Block::heading(section));
        let tree = tree(scored, assessment, (lang, detail));
        if survey::is_survey(framework, method) {
            super::survey::section(scored, assessment, (lang, detail.is_full()), &mut blocks);
        } else if scores(framework) {
            blocks.push(Block::Table(tree));
        } else if assessment.nodes[0].statements == 0 {
            blocks.push(Block::Paragraph(label::only_context(lang).to_owned()));
        } else {
            blocks.push(Block::Table(counted(tree)));
        }
        let minimums = words::minimums(lang, framework, assessment);
        if !minimums.is_empty() {
            blocks.push(Block::List(minimums));
        }
        // Of several regions in brief the scores alone are asked for.
        let is_advised =
            (detail.is_full() || places.len() < 2) && !survey::is_survey(framework, method);
        if let Some(place) = place(assessment).filter(|_| is_advised) {
            let of = (&gains, place);
            advice::section(scored, of, assessment, (lang, detail), &mut blocks);
        }
        let gaps = compare::target_gaps(framework, assessment, method, &scored.targets);
        let of_region = [(&*assessment.region.name, gaps)];
        targets::section(scored, &of_region, false, lang, &mut blocks);
        stages::section(scored, of, lang, &mut blocks);
        if let Some(evidence) = assessed.evidence_of(assessment) {
            evidence::section(scored, evidence, of, (lang, detail), &mut blocks);
        }
    }
    let foremost = places.iter().map(|(it, _)| *it);
    verdicts::section(scored, foremost, (lang, detail), &mut blocks);
    let at_odds = shown.iter().flat_map(|at| assessed.conflicts_of(*at));
    let at_odds: Vec<&Conflict> = at_odds.collect();
    match detail {
        Detail::Full => conflicts::section(scored, &at_odds, lang, &mut blocks),
        Detail::Brief if !at_odds.is_empty() => {
            let line = label::conflicts_told_elsewhere(lang, at_odds.len());
            blocks.push(Block::Paragraph(line));
        }
        Detail::Brief => {}
    }
    blocks.push(Block::Paragraph(if scores(framework) {
        key(framework, method, (&all, &blocks), lang)
    } else {
        label::counted_key(lang)
    }));
    remarks(scored, Some(shown), (lang, detail), &mut blocks);
    Document {
        lang,
        title: label::score_title(lang, framework.title()),
        subtitle: std::iter::once(label::framework_line(
            lang,
            framework.id(),
            framework.version(),
        ))
        .chain(if survey::is_survey(framework, method) {
            // Respondents answer; they make no statements.
            let heard = all.iter().map(|it| it.nodes[0].informants).sum::<usize>();
            vec![label::survey_counts(lang, heard)]
        } else {
            words::counts(lang, scored, all.iter().copied())
        })
        .collect::<Vec<_>>()
        .join(" · "),
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
fn key(
    framework: &Framework,
    method: &Method,
    (shown, blocks): (&[&Assessment], &[Block]),
    lang: Lang,
) -> String {
    let has = |id: &str| {
        blocks.iter().any(|block| match block {
            Block::Table(table) => table.columns.iter().any(|it| it.id == id),
            _ => false,
        })
    };
    let mut parts = vec![match method.reporting.unit {
        ReportingUnit::Percent => label::score_key(&words::wording(lang, framework)),
        ReportingUnit::Native => {
            let (min, max) = words::axis(framework, method);
            label::native_key(&words::wording(lang, framework), min, max)
        }
    }];
    let more = [
        ("coverage", label::coverage_key(lang)),
        ("directions", label::directions_key(lang)),
        ("voices", label::voices_key(lang)),
        ("range", label::range_key(lang)),
    ];
    parts.extend(
        more.iter()
            .filter(|(id, _)| has(id))
            .map(|(_, it)| (*it).to_owned()),
    );
    if shown
        .iter()
        .any(|it| it.nodes.iter().any(|node| node.level.is_some()))
    {
        parts.push(label::claimed_key(&words::wording(lang, framework)));
    }
    // A table that marks nothing needs no word for the mark.
    if has("indicator")
        && shown
            .iter()
            .any(|it| it.nodes.iter().any(|node| node.cross))
    {
        parts.push(label::cross_key(lang).to_owned());
    }
    parts.join(" ")
}

/// The whole of each region with what was counted there, one below the other.
fn totals(scored: &Scored, assessments: &[&Assessment], lang: Lang) -> Table {
    let method = &scored.method;
    let columns = vec![
        Column::text("region", words::region_heading(lang, &scored.framework)),
        Column::number("score", words::told_heading(lang, method)),
        Column::text("band", words::band_heading(lang, &scored.framework)).optional(),
        Column::number("coverage", label::coverage(lang)).optional(),
        Column::number("statements", label::statements(lang)).optional(),
        Column::number("people", label::people(lang)).optional(),
        Column::number("documents", label::documents(lang)).optional(),
        Column::number("unnamed", label::unnamed(lang)).optional(),
    ];
    let rows = assessments.iter().map(|it| {
        let index = &it.nodes[0];
        let mark = match index.cross {
            true => "\u{a0}×",
            false => "",
        };
        vec![
            Cell::text(format!("{}{mark}", words::heading(lang, it))),
            words::told_cell(lang, scored, index),
            words::band(lang, scored, 0, index).map_or_else(Cell::empty, Cell::text),
            index
                .coverage
                .map_or_else(Cell::empty, |it| words::coverage_cell(method, it)),
            Cell::count(index.statements),
            Cell::count(index.informants),
            Cell::count(index.documents),
            Cell::count(index.unnamed),
        ]
    });
    Table {
        rows: rows.collect(),
        columns,
    }
}

/// Every node of the tree with all that is known of it.
pub(super) fn whole_tree(scored: &Scored, assessment: &Assessment, lang: Lang) -> Table {
    tree(scored, assessment, (lang, Detail::Full))
}

/// Every evidence item that a row speaks of, and those of the level that comes next.
pub(super) fn all_items(framework: &Framework, evidence: &Evidence, lang: Lang) -> Table {
    evidence::items(framework, evidence, (lang, Detail::Full)).0
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
    const KEPT: [&str; 8] = [
        "indicator",
        "level",
        "statements",
        "directions",
        "voices",
        "people",
        "documents",
        "unnamed",
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

/// Heading of the bands of a tree. A regulation names the levels of its indicators, and the bands of the
/// whole: where both stand in the column, it is headed with both.
fn band_heading(scored: &Scored, assessment: &Assessment, lang: Lang) -> String {
    let framework = &scored.framework;
    let band = words::band_heading(lang, framework);
    let has_level = rows_of(framework, &[assessment])
        .into_iter()
        .any(|at| words::level_name(lang, scored, at, &assessment.nodes[at]).is_some());
    match has_level {
        true => format!("{band} / {}", words::wording(lang, framework).level()),
        false => band.to_owned(),
    }
}

fn tree(scored: &Scored, assessment: &Assessment, (lang, detail): (Lang, Detail)) -> Table {
    let Scored {
        framework, method, ..
    } = scored;
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
            Column::number("level", words::level_heading(lang, framework))
        },
    ];
    if !native {
        columns.push(Column::number("score", label::score(lang)));
    }
    let published = assessment.nodes.iter().any(|it| it.computed.is_some());
    if published {
        columns.push(Column::number("computed", label::computed(lang)));
        columns.push(Column::number(
            "difference",
            label::published_less_computed(lang),
        ));
    }
    columns.extend([
        Column::text("band", band_heading(scored, assessment, lang)).optional(),
        Column::number("coverage", label::coverage(lang)).optional(),
    ]);
    if incomplete {
        columns.push(Column::number("range", label::possible(lang)).optional());
    }
    columns.extend([
        Column::number("statements", label::statements(lang)).optional(),
        Column::number("directions", label::for_and_against(lang)).optional(),
    ]);
    columns.extend(match detail {
        Detail::Full => vec![
            Column::number("people", label::people(lang)).optional(),
            Column::number("documents", label::documents(lang)).optional(),
            Column::number("unnamed", label::unnamed(lang)).optional(),
        ],
        Detail::Brief => vec![Column::number("voices", label::voices(lang)).optional()],
    });
    columns.push(Column::number("sd", label::spread(lang)).optional());
    let is_unconfirmed = |at: usize| {
        let (lowest, _) = framework.ends(at, method.reporting);
        let reported = assessment.reported(framework, at);
        reported.is_some_and(|it| it < lowest - crate::stats::TOLERANCE)
    };
    // What is only shown and has nothing to show.
    let is_idle = |at: &usize| {
        let result = &assessment.nodes[*at];
        result.reason == Some(Reason::NotScored) && result.statements == 0
    };
    let rows = std::iter::once(0)
        .chain(rows_of(framework, &[assessment]))
        .filter(|at| detail.is_full() || !scores(framework) || !is_idle(at))
        .map(|at| {
            let (node, result) = (&framework.nodes()[at], &assessment.nodes[at]);
            let tone = if node.indicator().is_none() {
                Tone::Strong
            } else {
                Tone::Plain
            };
            let name = match (at, result.cross) {
                (0, true) => format!("{}\u{a0}×", words::whole(lang, framework)),
                (0, false) => words::whole(lang, framework).to_owned(),
                _ => words::scored_title(lang, node, result),
            };
            let why = words::reason(&words::wording(lang, framework), result.reason);
            let mut row = vec![
                Cell::text(name).tone(tone).indent(node.depth()),
                match (result.value, result.told) {
                    (Some(_), _) if node.indicator().is_some() => {
                        words::leaf_cell(lang, framework, assessment, at)
                    }
                    (_, Some(_)) if native => words::told_cell(lang, scored, result).tone(tone),
                    (Some(value), _) => Cell::number(value, decimals.max(2)).tone(tone),
                    (None, _) if native => Cell::missing(why.as_str()),
                    (None, _) => Cell::empty(),
                },
            ];
            if !native {
                row.push(match result.score {
                    Some(_) => words::told_cell(lang, scored, result).tone(tone),
                    None => Cell::missing(why),
                });
            }
            if published {
                row.push(match result.computed {
                    Some(computed) => Cell::number(computed, decimals),
                    None => Cell::empty(),
                });
                row.push(match result.published_more() {
                    Some(more) => Cell::change_of(more, decimals.max(2), false),
                    None => Cell::empty(),
                });
            }
            row.extend([
                match result.band() {
                    _ if is_unconfirmed(at) => Cell::text(label::needs_confirmation(lang)),
                    _ => match words::band(lang, scored, at, result) {
                        Some(band) => Cell::text(band).tone(tone),
                        None => Cell::empty(),
                    },
                },
                match result.coverage {
                    Some(coverage) if node.indicator().is_none() => {
                        words::coverage_cell(method, coverage)
                    }
                    _ => Cell::empty(),
                },
            ]);
            if incomplete {
                let told = |score: f64| method.as_people_read(framework, at, score);
                row.push(match open_range(result) {
                    Some((low, high)) => Cell::range(told(low), told(high), decimals),
                    None => Cell::empty(),
                });
            }
            row.extend([
                Cell::count(result.statements),
                words::directions_cell(result),
            ]);
            let voices = [result.informants, result.documents, result.unnamed];
            match detail {
                Detail::Full => row.extend(voices.map(Cell::count)),
                Detail::Brief => {
                    row.push(Cell::joined(voices.map(Content::Count), "\u{a0}/\u{a0}"));
                }
            }
            row.push(match result.sd {
                Some(sd) => Cell::number(sd, 2),
                None => Cell::empty(),
            });
            row
        })
        .collect();
    Table { columns, rows }.without(|id, cell| match id {
        "band" | "sd" => *cell == Cell::empty(),
        "directions" => *cell == words::directions_cell(&NodeResult::default()),
        _ => false,
    })
}
