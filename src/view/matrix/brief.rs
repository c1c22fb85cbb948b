//! The matrix in brief: about two screens, with what is left out counted.

use crate::assess::Assessment;
use crate::statement::Usage;
use crate::study::Scored;
use crate::text::{Lang, label, list, shortened};
use crate::view::report::Detail;
use crate::view::shown::short_name;
use crate::view::{Block, Cell, Column, Content, Table, Tone, kinds, words};

use super::rows::{CellRow, SaidRow};
use super::{cells, heading};

/// How much of each cell is shown.
#[derive(Clone, Copy)]
struct Room {
    /// Findings.
    findings: usize,
    /// Letters of each.
    letters: usize,
    /// Letters of who says it.
    speaker: usize,
    /// Whether indicators without a statement are named.
    names_silent: bool,
}

/// With more regions than this they stand one below the other, with counts alone.
const MOST_SIDE_BY_SIDE: usize = 6;

/// More regions than this are not even listed.
const MOST_REGIONS: usize = 80;

/// The room that each of so many cells has, so that all of them fit on about two screens; nothing
/// where findings do not fit at all.
fn room(cells: usize, regions: usize) -> Option<Room> {
    let (findings, letters, speaker) = match cells {
        0..=8 => (3, 140, usize::MAX),
        9..=20 => (1, 140, 60),
        21..=40 => (1, 44, 20),
        // Of one region the findings are what is asked for.
        _ if regions == 1 => (1, 44, 20),
        _ => return None,
    };
    Some(Room {
        findings,
        letters,
        speaker,
        names_silent: regions == 1,
    })
}

/// A section for each of the assessments; of many only what was counted.
pub(super) fn sections(
    scored: &Scored,
    assessments: &[&Assessment],
    lang: Lang,
    blocks: &mut Vec<Block>,
) {
    let spoken = |it: &&Assessment| {
        let cells = cells(scored, it).into_iter();
        cells.filter(|cell| !cell.said().is_empty()).count()
    };
    let count = assessments.iter().map(spoken).sum();
    match room(count, assessments.len()) {
        Some(room) => {
            for it in assessments {
                heading(scored, it, lang, blocks);
                findings(scored, it, room, lang, blocks);
                kinds::of_region(scored, it, (lang, Detail::Brief), blocks);
            }
        }
        None if assessments.len() > MOST_REGIONS => {
            let line = label::profiles_too_many(
                &words::wording(lang, &scored.framework),
                assessments.len(),
            );
            blocks.push(Block::Paragraph(line));
        }
        None if assessments.len() > MOST_SIDE_BY_SIDE => {
            blocks.push(Block::Table(counted(scored, assessments, lang)));
            blocks.push(Block::Paragraph(label::matrix_one_region(&words::wording(
                lang,
                &scored.framework,
            ))));
        }
        None => {
            let counts = words::counts(lang, scored, assessments.iter().copied());
            blocks.push(Block::Paragraph(counts.join(" · ")));
            blocks.push(Block::Table(side_by_side(scored, assessments, lang)));
            blocks.push(Block::Paragraph(label::matrix_one_region(&words::wording(
                lang,
                &scored.framework,
            ))));
        }
    }
}

/// Level, directions and findings of each indicator that a row speaks of; the others in a line.
fn findings(
    scored: &Scored,
    assessment: &Assessment,
    room: Room,
    lang: Lang,
    blocks: &mut Vec<Block>,
) {
    let framework = &scored.framework;
    let nodes = framework.nodes();
    let mut open = vec![false; nodes.len()];
    let (mut silent, mut any) = (Vec::new(), false);
    for cell in cells(scored, assessment) {
        if cell.said().is_empty() {
            silent.push(words::title(lang, framework, cell.at));
            continue;
        }
        any |= cell.node().indicator().is_some();
        let mut at = Some(cell.at);
        while let Some(node) = at {
            open[node] = true;
            at = nodes[node].parent();
        }
    }
    if any {
        let shown = (1..nodes.len()).filter(|at| open[*at]);
        let rows = shown.map(|at| {
            let cell = CellRow {
                scored,
                assessment,
                at,
            };
            row(cell, room, lang)
        });
        blocks.push(Block::Table(Table {
            columns: vec![
                Column::text("indicator", label::indicator(lang)),
                Column::number("level", words::level_heading(lang, &scored.framework)),
                Column::number("directions", label::for_and_against(lang)),
                Column::text("finding", label::finding(lang)),
            ],
            rows: rows.collect(),
        }));
    }
    if !silent.is_empty() {
        let line = match room.names_silent {
            true => label::no_statement_on(lang, silent.len(), list(&silent)),
            false => label::no_statement_count(lang, silent.len()),
        };
        blocks.push(Block::Paragraph(line));
    }
}

fn row(cell: CellRow<'_>, room: Room, lang: Lang) -> Vec<Cell> {
    let result = cell.result();
    let title = words::scored_title(lang, cell.node(), result);
    let title = Cell::text(title).indent(cell.node().depth() - 1);
    if cell.node().indicator().is_none() {
        return vec![
            title.tone(Tone::Strong),
            Cell::empty(),
            Cell::empty(),
            Cell::text(told(cell, room, lang)),
        ];
    }
    vec![
        title,
        match result.value {
            Some(_) => words::leaf_cell(lang, &cell.scored.framework, cell.assessment, cell.at),
            None => Cell::missing(words::reason(
                &words::wording(lang, &cell.scored.framework),
                result.reason,
            )),
        },
        words::directions_cell(result),
        Cell::text(told(cell, room, lang)),
    ]
}

/// Findings of one cell in the same words stand once, those that count before the others.
fn told(cell: CellRow<'_>, room: Room, lang: Lang) -> String {
    let mut said: Vec<(String, Vec<String>)> = Vec::new();
    for usage in [Usage::Primary, Usage::Supplementary, Usage::Context] {
        for it in cell.said() {
            // Of groups the authors' conclusions have a section of their own.
            let elsewhere = usage == Usage::Context && cell.node().indicator().is_none();
            if it.row.usage != usage || it.row.words().is_none() || elsewhere {
                continue;
            }
            let mut words = shortened(&words::said(lang, it.row), room.letters);
            if let Some(usage) = words::lesser_use(lang, usage) {
                words = format!("({usage}) {words}");
            }
            match said.iter_mut().find(|(other, _)| *other == words) {
                Some((_, by)) => by.extend(by_whom(it, room, lang)),
                None => said.push((words, by_whom(it, room, lang).into_iter().collect())),
            }
        }
    }
    let more = said.len().saturating_sub(room.findings);
    let told = said.into_iter().take(room.findings);
    let mut lines: Vec<String> = told
        .map(|(words, mut by)| {
            by.dedup();
            match by.is_empty() {
                true => words,
                false => format!("{words} {}", by.join("; ")),
            }
        })
        .collect();
    if more > 0 {
        lines.push(match room.findings {
            1 => format!("(+{more})"),
            _ => label::more_findings(lang, more),
        });
    }
    // Of one finding the rest need no line of their own.
    lines.join(match room.findings {
        1 => " ",
        _ => "\n",
    })
}

/// Who says it and when, and what the row is called: `— Kepala Dinas, Diskominfo, 2019 [E1]`.
fn by_whom(it: SaidRow<'_>, room: Room, lang: Lang) -> Option<String> {
    let speaker = words::speaker(lang, it.row).map(|it| shortened(&it, room.speaker));
    let mut parts: Vec<String> = speaker.into_iter().collect();
    let date = it.evidence().and_then(|it| it.date.as_deref());
    parts.extend(date.map(ToOwned::to_owned));
    let mut out = match parts.is_empty() {
        true => String::new(),
        false => format!("— {}", list(parts)),
    };
    if let Some(id) = it.row.id.as_deref() {
        out = format!("{out} [{id}]");
    }
    if let Some(other) = it.row.coded_as.as_deref() {
        out = format!("{out} ← {other}");
    }
    let out = out.trim();
    (!out.is_empty()).then(|| out.to_owned())
}

/// Indicators × regions: the level, with the number of statements behind it.
fn side_by_side(scored: &Scored, assessments: &[&Assessment], lang: Lang) -> Table {
    let framework = &scored.framework;
    let mut columns = vec![Column::text("indicator", label::indicator(lang))];
    columns.extend(assessments.iter().enumerate().map(|(place, it)| {
        let place_of = words::place(&short_name(&it.region.name), it.wave.as_deref());
        Column::number(format!("r{place}"), place_of)
    }));
    let cell = |it: &Assessment, at: usize| {
        let result = &it.nodes[at];
        let level = match result.value {
            Some(_) => words::leaf_cell(lang, framework, it, at),
            None => {
                return Cell::missing(words::reason(
                    &words::wording(lang, framework),
                    result.reason,
                ));
            }
        };
        let count = Content::Text(format!("({})", result.statements));
        Cell::joined([level.content, count], "\u{a0}")
    };
    let nodes = framework.nodes().iter().enumerate().skip(1);
    let rows = nodes.map(|(at, node)| {
        let title = Cell::text(words::leaf_title(lang, node)).indent(node.depth() - 1);
        let leaf = node.indicator().is_some();
        let mut row = vec![match leaf {
            true => title,
            false => title.tone(Tone::Strong),
        }];
        row.extend(assessments.iter().map(|it| match leaf {
            true => cell(it, at),
            false => Cell::empty(),
        }));
        row
    });
    Table {
        rows: rows.collect(),
        columns,
    }
}

/// What was counted in each region.
fn counted(scored: &Scored, assessments: &[&Assessment], lang: Lang) -> Table {
    let framework = &scored.framework;
    let columns = vec![
        Column::text("region", words::region_heading(lang, &scored.framework)),
        Column::number(
            "with_level",
            label::indicators_with_level(&words::wording(lang, &scored.framework)),
        ),
        Column::number("statements", label::statements(lang)),
        Column::number("people", label::people(lang)),
        Column::number("documents", label::documents(lang)),
        Column::number("unnamed", label::unnamed(lang)),
    ];
    let rows = assessments.iter().map(|it| {
        let leaves = framework.indicators();
        let with = leaves.filter(|(at, ..)| it.nodes[*at].value.is_some());
        let index = &it.nodes[0];
        vec![
            Cell::text(words::heading(lang, it)),
            Cell::text(label::so_many_of(
                lang,
                with.count(),
                framework.indicators().count(),
            )),
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
