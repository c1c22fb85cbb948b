//! The tables of a trend: each region, each step, each group.

use crate::compare::trend::{
    Change, GroupChange, NumberPoint, RankChange, RegionTrend, top_groups,
};
use crate::stats::TOLERANCE;
use crate::text::{label, list, percent};

use super::{TrendReport, gap_word, signed};
use crate::view::shown::short_name;
use crate::view::{Block, Cell, Column, Content, Number, Table, Tone};

/// A column of numbers, each with the mark behind it; where one has a mark the others have room for
/// one, so that their digits stand below each other.
fn marked(column: Vec<(Option<Number>, &'static str)>) -> impl Iterator<Item = Cell> {
    let room = column.iter().any(|(_, mark)| !mark.is_empty());
    column.into_iter().map(move |(number, mark)| {
        let number = number.map_or(Content::Empty, Content::Number);
        let behind = match mark {
            "" if room => "\u{a0}",
            mark => mark,
        };
        if behind.is_empty() {
            number.into()
        } else {
            Cell::joined([number, text(behind)], "")
        }
    })
}

fn text(text: impl Into<String>) -> Content {
    Content::Text(text.into())
}

pub(super) fn table(report: &TrendReport) -> Table {
    let lang = report.lang;
    let trend = &report.trend;
    let decimals = report.decimals();
    let last = trend.waves.len() - 1;
    let mut columns = vec![Column::text("region", label::region(lang))];
    let mut rows: Vec<Vec<Cell>> = trend
        .regions
        .iter()
        .map(|it| vec![Cell::text(short_name(&it.region.name)).tone(Tone::Strong)])
        .collect();
    for (wave, name) in trend.waves.iter().enumerate() {
        let column = Column::number(format!("wave-{name}"), &**name);
        columns.push(if wave == 0 || wave == last {
            column
        } else {
            column.optional()
        });
        let values = trend.regions.iter().map(|it| {
            let point = &it.points[wave];
            let mark = match point {
                _ if point.unconfirmed => "†",
                _ if point.score.is_some() && point.rank.is_none() => "*",
                _ => "",
            };
            (point.told.map(|it| Number::new(it, decimals)), mark)
        });
        let cells = marked(values.collect());
        for ((row, it), cell) in rows.iter_mut().zip(&trend.regions).zip(cells) {
            row.push(match it.points[wave].gap {
                Some(gap) => Cell::missing(gap_word(lang, gap)),
                None => cell,
            });
        }
    }
    columns.push(Column::number("change", label::trend_change(lang)));
    let changes = trend.regions.iter().map(|it| {
        let change = it.change.told.map(|change| signed(change, decimals));
        (change, mark(it.change.certain))
    });
    for (row, cell) in rows.iter_mut().zip(marked(changes.collect())) {
        row.push(cell.tone(Tone::Strong));
    }
    if trend.regions.iter().any(|it| it.change.rank.is_some()) {
        columns.push(Column::number("rank", label::trend_rank(lang)));
        for (row, it) in rows.iter_mut().zip(&trend.regions) {
            row.push(match it.change.rank {
                Some(rank) => {
                    let parts = [
                        Content::Count(rank.from),
                        text("\u{a0}→\u{a0}"),
                        Content::Count(rank.to),
                        text("\u{a0}("),
                        climbed(rank),
                        text(")"),
                    ];
                    Cell::joined(parts, "")
                }
                None => Cell::empty(),
            });
        }
    }
    let share = |it: &RegionTrend, wave: usize| it.points[wave].coverage.unwrap_or(0.0);
    let full = |it: &RegionTrend| {
        [it.change.from, it.change.to]
            .iter()
            .all(|wave| share(it, *wave) + TOLERANCE >= 1.0)
    };
    if !trend.regions.iter().all(full) {
        columns.push(Column::number("coverage", label::coverage(lang)).optional());
        for (row, it) in rows.iter_mut().zip(&trend.regions) {
            let ends = [it.change.from, it.change.to];
            let shares = ends.map(|wave| Cell::share(share(it, wave)).content);
            row.push(Cell::joined(shares, "\u{a0}→\u{a0}"));
        }
    }
    Table { columns, rows }
}

/// Places climbed, with their sign.
fn climbed(rank: RankChange) -> Content {
    Content::Number(signed(rank.climbed() as f64, 0))
}

fn mark(certain: bool) -> &'static str {
    if certain { "" } else { "?" }
}

/// What the marks of the table mean, as far as they occur.
pub(super) fn key(report: &TrendReport) -> Vec<String> {
    let lang = report.lang;
    let trend = &report.trend;
    let mut lines = Vec::new();
    if trend.regions.iter().any(|it| it.change.rank.is_some()) {
        lines.push(label::trend_rank_line(lang));
    }
    let low = |it: &RegionTrend| {
        it.points
            .iter()
            .any(|point| point.score.is_some() && point.rank.is_none() && !point.unconfirmed)
    };
    if trend.regions.iter().any(low) {
        let share = percent(report.scored.method.aggregation.rank_coverage, 0, lang);
        lines.push(label::trend_unranked_line(lang, share));
    }
    let unconfirmed = |it: &RegionTrend| it.points.iter().any(|point| point.unconfirmed);
    if trend.regions.iter().any(unconfirmed) {
        lines.push(label::trend_unconfirmed_line(lang).to_owned());
    }
    let uncertain: Vec<String> = trend
        .regions
        .iter()
        .filter(|it| !it.change.certain && it.is_confirmed())
        .map(|it| short_name(&it.region.name))
        .collect();
    if !uncertain.is_empty() {
        lines.push(label::trend_uncertain_line(lang, list(uncertain)));
    }
    lines
}

/// The change to each wave from the one before, where there are more than two waves.
pub(super) fn steps(report: &TrendReport, blocks: &mut Vec<Block>) {
    let lang = report.lang;
    let trend = &report.trend;
    if trend.waves.len() < 3 {
        return;
    }
    let mut columns = vec![Column::text("region", label::region(lang))];
    let last = trend.waves.len() - 1;
    for (wave, name) in trend.waves.iter().enumerate().skip(1) {
        let heading = format!("→\u{a0}{name}");
        let column = Column::number(format!("wave-{name}"), heading);
        columns.push(if wave == last {
            column
        } else {
            column.optional()
        });
    }
    let cell = |step: &Change| {
        let change = step.told.map(|it| signed(it, report.decimals()));
        let mut parts: Vec<Content> = change.map(Content::Number).into_iter().collect();
        parts.push(text(mark(step.certain)));
        if step.from + 1 != step.to {
            parts.push(text(format!("\u{a0}({})", trend.waves[step.from])));
        }
        if let Some(rank) = step.rank.filter(|rank| rank.climbed() != 0) {
            parts.extend([text(" #\u{a0}"), climbed(rank)]);
        }
        Cell::joined(parts, "")
    };
    let rows = trend
        .regions
        .iter()
        .map(|it| {
            let mut row = vec![Cell::text(short_name(&it.region.name))];
            row.extend(
                (1..trend.waves.len()).map(|wave| it.step_to(wave).map_or_else(Cell::empty, cell)),
            );
            row
        })
        .collect();
    blocks.push(Block::heading(label::trend_steps_heading(lang)));
    blocks.push(Block::Table(Table { columns, rows }));
    let all = || trend.regions.iter().flat_map(|it| &it.steps);
    let mut key = Vec::new();
    if all().any(|step| step.from + 1 != step.to) {
        key.push(label::trend_steps_line(lang));
    }
    if all().any(|step| step.rank.is_some_and(|rank| rank.climbed() != 0)) {
        key.push(label::trend_steps_rank_line(lang));
    }
    if !key.is_empty() {
        blocks.push(Block::List(key));
    }
}

/// The change of each top-level group.
pub(super) fn groups(report: &TrendReport, blocks: &mut Vec<Block>) {
    let lang = report.lang;
    let trend = &report.trend;
    let change = |group: &GroupChange| group.told.or(group.score);
    let all = || trend.regions.iter().flat_map(|it| &it.groups);
    if !all().any(|group| change(group).is_some()) {
        return;
    }
    let mut columns = vec![Column::text("region", label::region(lang))];
    let nodes = top_groups(&report.scored.framework);
    for node in &nodes {
        let node = &report.scored.framework.nodes()[*node];
        columns.push(Column::number(node.id(), node.title().get(lang)));
    }
    let mut rows: Vec<Vec<Cell>> = trend
        .regions
        .iter()
        .map(|it| vec![Cell::text(short_name(&it.region.name))])
        .collect();
    for place in 0..nodes.len() {
        let changes = trend.regions.iter().map(|it| {
            let group = it.groups.get(place);
            let found = group.and_then(|it| Some((change(it)?, it.certain)));
            match found {
                Some((change, certain)) => (Some(signed(change, report.decimals())), mark(certain)),
                None => (None, ""),
            }
        });
        let changes: Vec<_> = changes.collect();
        let known: Vec<bool> = changes.iter().map(|(change, _)| change.is_some()).collect();
        for ((row, cell), known) in rows.iter_mut().zip(marked(changes)).zip(known) {
            row.push(if known {
                cell
            } else {
                Cell::missing(label::no_data(lang))
            });
        }
    }
    blocks.push(Block::heading(label::trend_groups_heading(lang)));
    blocks.push(Block::Table(Table { columns, rows }));
    if all().any(|group| change(group).is_some() && !group.certain) {
        blocks.push(Block::Paragraph(label::trend_uncertain_groups(lang)));
    }
}

/// Numbers that are shown and not scored, with their change in their own unit and in per cent.
pub(super) fn numbers(report: &TrendReport, blocks: &mut Vec<Block>) {
    let lang = report.lang;
    let point = |it: &NumberPoint| {
        let value = Number {
            short: true,
            about: it.about,
            ..Number::new(it.value, 2)
        };
        let wave = text(format!("\u{a0}({})", it.wave));
        Cell::joined([Content::Number(value), wave], "").content
    };
    let rows: Vec<Vec<Cell>> = report
        .trend
        .numbers
        .iter()
        .map(|it| {
            let node = &report.scored.framework.nodes()[it.node];
            let unit = node.indicator().and_then(|it| it.unit.as_ref());
            let mut region = short_name(&it.region.name);
            if let Some(stage) = it.stage {
                region = format!("{region} · {}", report.stage(Some(stage)));
            }
            let change = it.change();
            let decimals = if change.fract().abs() > TOLERANCE {
                2
            } else {
                0
            };
            vec![
                Cell::text(node.title().get(lang)).tone(Tone::Strong),
                Cell::text(region),
                Cell::text(unit.map_or("", |it| it.get(lang))),
                Cell::joined(it.points.iter().map(point), ", "),
                signed(change, decimals).into(),
                match it.share() {
                    Some(share) => Number {
                        suffix: "%",
                        ..signed(share * 100.0, 2)
                    }
                    .into(),
                    None => Cell::empty(),
                },
            ]
        })
        .collect();
    if rows.is_empty() {
        return;
    }
    blocks.push(Block::heading(label::trend_numbers_heading(lang)));
    blocks.push(Block::Table(Table {
        columns: vec![
            Column::text("indicator", label::indicator(lang)),
            Column::text("region", label::region(lang)),
            Column::text("unit", label::unit(lang)).optional(),
            Column::text("numbers", label::trend_numbers(lang)),
            Column::number("change", label::trend_change(lang)),
            Column::number("share", label::trend_share(lang)),
        ],
        rows,
    }));
}
