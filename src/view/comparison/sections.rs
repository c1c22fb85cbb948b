//! Sections of a comparison below the ranking: levels, strong and weak points, and who stands
//! outside.

use std::collections::BTreeMap;

use crate::assess::NodeResult;
use crate::compare::{Outside, Unranked};
use crate::framework::{Answers, Framework};
use crate::stats::TOLERANCE;
use crate::text::{label, list};

use crate::view::shown::{MOST_OTHERS, Shown, short_name};
use crate::view::{Block, Cell, Column, Table, Tone, words};

/// With more regions than this, columns carry numbers and a key below gives the names.
const MOST_REGION_COLUMNS: usize = 6;
/// With more regions than this, the matrix is left to the figure and to files.
const MOST_NUMBERED_COLUMNS: usize = 24;

/// With more regions than this, strong and weak points are left to files and to single regions.
const MOST_PROFILES: usize = 60;

/// Whether there is anything below the index to show.
pub(super) fn has_levels(shown: &Shown) -> bool {
    !shown.comparison.shown.is_empty() && !shown.rows().is_empty()
}

/// The level of each indicator in each region.
pub(super) fn levels(shown: &Shown, blocks: &mut Vec<Block>) {
    let lang = shown.lang;
    let framework = shown.framework();
    // An index reported alone has nothing below it to show.
    if !has_levels(shown) {
        return;
    }
    blocks.push(Block::heading(label::matrix_heading(&shown.wording())));
    if shown.comparison.shown.len() > MOST_NUMBERED_COLUMNS {
        let count = shown.comparison.shown.len();
        blocks.push(Block::Paragraph(label::matrix_too_wide(
            &shown.wording(),
            count,
        )));
        return;
    }
    let numbered = shown.comparison.shown.len() > MOST_REGION_COLUMNS;
    let cell = |at: usize, node: usize| {
        let result = &shown.assessment(at).nodes[node];
        match result.answer() {
            Some(answer) => Cell::short(answer, 2),
            None if result.statements > 0 && is_counted(framework, node) => {
                counted(framework, node, result)
            }
            None if numbered => Cell::missing("·"),
            None => Cell::missing(words::reason(&shown.wording(), result.reason)),
        }
    };
    let assessments = &shown.comparison.shown;
    let mut columns = vec![Column::text("indicator", label::indicator(lang))];
    columns.extend(assessments.iter().enumerate().map(|(place, at)| {
        let name = if numbered {
            letter(place)
        } else {
            short_name(&shown.assessment(*at).region.name)
        };
        Column::number(format!("r{place}"), name)
    }));
    let reported = |at: usize| {
        let mut all = assessments.iter().map(|it| shown.assessment(*it));
        all.any(|it| it.nodes[at].reported)
    };
    let decimals = shown.method().reporting.decimals;
    let rows = shown
        .rows()
        .into_iter()
        .map(|at| {
            let node = &framework.nodes()[at];
            let mut row = vec![Cell::text(words::leaf_title(lang, node)).indent(node.depth() - 1)];
            if node.indicator().is_some() {
                row.extend(assessments.iter().map(|it| cell(*it, at)));
            } else if reported(at) {
                row[0].tone = Tone::Strong;
                row.extend(assessments.iter().map(|it| {
                    let result = &shown.assessment(*it).nodes[at];
                    let why = words::reason(&shown.wording(), result.reason);
                    Cell::maybe(result.told, decimals, why)
                }));
            } else {
                row[0].tone = Tone::Strong;
                row.extend(assessments.iter().map(|_| Cell::empty()));
            }
            row
        })
        .collect();
    blocks.push(Block::Table(Table { columns, rows }));
    if framework
        .indicators()
        .any(|(at, ..)| is_counted(framework, at))
    {
        blocks.push(Block::Paragraph(label::counted_cells(lang).to_owned()));
    }
    if numbered {
        let key = assessments.iter().enumerate().map(|(place, at)| {
            let name = short_name(&shown.assessment(*at).region.name);
            format!("{} {name}", letter(place))
        });
        blocks.push(Block::Paragraph(list(key)));
    }
}

/// What heads the column of a region in a key: no number, which would look like a rank.
fn letter(place: usize) -> String {
    let mut letters = (b'A'..=b'Z').map(char::from);
    letters
        .nth(place)
        .map_or_else(|| format!("A{place}"), String::from)
}

/// Whether a node is counted and listed, never scored.
fn is_counted(framework: &Framework, node: usize) -> bool {
    let indicator = framework.nodes()[node].indicator();
    indicator.is_some_and(|it| it.kind.is_counted())
}

/// How much is said of a node that is never scored: statements, or those for and against.
fn counted(framework: &Framework, node: usize, result: &NodeResult) -> Cell {
    let indicator = framework.nodes()[node].indicator();
    match indicator.map(|it| it.kind.answers()) {
        Some(Answers::Directions) => words::directions_cell(result),
        Some(Answers::Things | Answers::Levels(_) | Answers::Numbers) | None => {
            Cell::count(result.statements)
        }
    }
}

/// What links call the strong and weak points of a region.
pub(super) fn profile_id(assessment: usize) -> String {
    format!("region-{assessment}")
}

/// The strong and weak points of each region, in parts of the document.
pub(super) fn profiles(shown: &Shown) -> Vec<Block> {
    let lang = shown.lang;
    let with_level = |assessment: usize, nodes: &[usize]| {
        let text = list(nodes.iter().map(|node| {
            let title = words::title(lang, shown.framework(), *node);
            let result = &shown.assessment(assessment).nodes[*node];
            let value = match shown.framework().nodes()[*node].indicator() {
                Some(_) => result.answer(),
                None => result.told,
            };
            match value {
                Some(value) => format!("{title} ({})", words::level(lang, value)),
                None => title.to_owned(),
            }
        }));
        // Others may stand at the same level as the last one named: file order is no merit.
        let score = |node: usize| shown.assessment(assessment).nodes[node].score;
        let last = nodes.last().and_then(|node| score(*node));
        let same = shown
            .assessment(assessment)
            .tips(shown.framework())
            .iter()
            .filter(|at| !nodes.contains(at))
            .filter(|at| {
                let pair = score(**at).zip(last);
                pair.is_some_and(|(one, other)| (one - other).abs() <= TOLERANCE)
            })
            .count();
        if same > 0 {
            label::and_as_many(lang, text, same)
        } else {
            text
        }
    };
    let ranked = shown.comparison.ranking.iter();
    let ranked = ranked.map(|it| (it.assessment, &it.strengths, &it.weaknesses));
    let outside = shown.comparison.unranked.iter();
    let outside = outside.filter_map(|it| Some((it.assessment?, &it.strengths, &it.weaknesses)));
    let rows: Vec<Vec<Cell>> = ranked
        .chain(outside)
        .map(|(at, strengths, weaknesses)| {
            vec![
                Cell::text(short_name(&shown.assessment(at).region.name)).anchor(profile_id(at)),
                Cell::text(with_level(at, strengths)),
                Cell::text(with_level(at, weaknesses)),
            ]
        })
        .collect();
    let says_something = |row: &Vec<Cell>| row[1..].iter().any(|it| *it != Cell::text(""));
    if !rows.iter().any(says_something) {
        return Vec::new();
    }
    let heading = Block::heading(label::profile_heading(lang));
    if rows.len() > MOST_PROFILES {
        let line = label::profiles_too_many(&shown.wording(), rows.len());
        return vec![heading, Block::Paragraph(line)];
    }
    let table = Table {
        columns: vec![
            Column::text("region", words::region_heading(lang, shown.framework())),
            Column::text("strengths", label::strongest(lang)),
            Column::text("weaknesses", label::weakest(lang)),
        ],
        rows,
    };
    vec![heading, Block::Table(table)]
}

/// Regions outside the ranking, each with the reason.
pub(in crate::view) fn outside(shown: &Shown, blocks: &mut Vec<Block>) {
    let lang = shown.lang;
    if shown.comparison.unranked.is_empty() {
        return;
    }
    let decimals = shown.method().reporting.decimals;
    let others = |it: &&Unranked| matches!(it.why, Outside::OtherKind(_));
    let without = |it: &&Unranked| {
        it.assessment.is_none() && matches!(it.why, Outside::OtherWave | Outside::OtherStage)
    };
    let unranked = &shown.comparison.unranked;
    let many = unranked.iter().filter(others).count() > MOST_OTHERS;
    let many_without = unranked.iter().filter(without).count() > MOST_OTHERS;
    let rows: Vec<Vec<Cell>> = unranked
        .iter()
        .filter(|it| !(many && others(it) || many_without && without(it)))
        .map(|it| {
            let score = it
                .assessment
                .and_then(|at| shown.assessment(at).nodes[0].score);
            let why = shown.why_outside(it);
            let told = |score: f64| shown.method().as_people_read(shown.framework(), 0, score);
            let index = it.assessment.map(|at| &shown.assessment(at).nodes[0]);
            let bounds = index.and_then(|it| it.score_low.zip(it.score_high));
            let open = |it: &&(f64, f64)| it.1 - it.0 > TOLERANCE;
            let ranked = shown.comparison.among > 0;
            vec![
                Cell::text(&*it.region),
                score.map_or_else(Cell::empty, |score| Cell::number(told(score), decimals)),
                bounds
                    .as_ref()
                    .filter(open)
                    .map_or_else(Cell::empty, |(low, high)| {
                        Cell::range(told(*low), told(*high), decimals)
                    }),
                index
                    .and_then(|it| it.coverage)
                    .map_or_else(Cell::empty, |it| words::coverage_cell(shown.method(), it)),
                it.places
                    .filter(|_| ranked)
                    .map_or_else(Cell::empty, |places| {
                        let place = words::place_text(places.best, places);
                        let among = shown.comparison.among + 1;
                        Cell::text(label::could_be_place(lang, place, among))
                    }),
                Cell::text(why),
            ]
        })
        .collect();
    blocks.push(Block::heading(label::outside_heading(lang).to_owned()));
    if !rows.is_empty() {
        let table = Table {
            columns: vec![
                Column::text("region", words::region_heading(lang, shown.framework())),
                Column::number("score", words::told_heading(lang, shown.method())),
                Column::number("bounds", label::bounds(lang)),
                Column::number("coverage", label::coverage(lang)),
                Column::text("places", label::places_heading(lang)),
                Column::text("reason", label::reason(lang)),
            ],
            rows,
        };
        blocks.push(Block::Table(
            table.without(|_, cell| *cell == Cell::empty()),
        ));
    }
    if many_without {
        for (why, reason) in [
            (Outside::OtherWave, label::outside_wave(lang)),
            (Outside::OtherStage, label::outside_stage(lang)),
        ] {
            let same = unranked.iter().filter(without).filter(|it| it.why == why);
            let names: Vec<String> = same.map(|it| short_name(&it.region)).collect();
            if !names.is_empty() {
                let line = format!(
                    "{} ({}): {}.",
                    words::capital(reason),
                    names.len(),
                    list(&names)
                );
                blocks.push(Block::Paragraph(line));
            }
        }
    }
    if many {
        let mut kinds: BTreeMap<String, usize> = BTreeMap::new();
        for it in unranked {
            if let Outside::OtherKind(kind) = it.why {
                *kinds
                    .entry(words::kind(lang, kind).to_lowercase())
                    .or_default() += 1;
            }
        }
        let counts = kinds.iter().map(|(kind, count)| format!("{count} {kind}"));
        let line = label::outside_others(lang, list(counts));
        blocks.push(Block::Paragraph(line));
    }
}
