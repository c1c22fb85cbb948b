//! The tables of a trend: each region, each step, each group.

use crate::compare::trend::{Change, GroupChange, NumberPoint, RegionTrend, top_groups};
use crate::stats::TOLERANCE;
use crate::text::{label, list, number, percent, short_number};

use super::{TrendShown, gap_word, signed};
use crate::view::shown::short_name;
use crate::view::{Block, Cell, Column, Table, Tone};

/// A column of texts that end in a mark or in room for one, so that their digits stand below each
/// other.
fn with_marks(column: &mut [(String, &'static str)]) {
    let room = column.iter().any(|(_, mark)| !mark.is_empty());
    for (text, mark) in column {
        text.push_str(match (*mark, room) {
            ("", true) => "\u{a0}",
            (mark, _) => mark,
        });
    }
}

pub(super) fn table(shown: &TrendShown) -> Table {
    let lang = shown.lang;
    let trend = shown.trend;
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
        let mut texts: Vec<(String, &'static str)> = trend
            .regions
            .iter()
            .map(|it| {
                let point = &it.points[wave];
                let mark = match point {
                    _ if point.unconfirmed => "†",
                    _ if point.score.is_some() && point.rank.is_none() => "*",
                    _ => "",
                };
                let text = point.told.map(|it| number(it, shown.decimals(), lang));
                (text.unwrap_or_default(), mark)
            })
            .collect();
        with_marks(&mut texts);
        for ((row, it), (text, _)) in rows.iter_mut().zip(&trend.regions).zip(texts) {
            row.push(match it.points[wave].gap {
                Some(gap) => Cell::missing(gap_word(lang, gap)),
                None => Cell::text(text),
            });
        }
    }
    columns.push(Column::number("change", label::trend_change(lang)));
    let mut texts: Vec<(String, &'static str)> = trend
        .regions
        .iter()
        .map(|it| {
            let change = it.change.told.map(|change| shown.signed(change));
            (change.unwrap_or_default(), mark(it.change.certain))
        })
        .collect();
    with_marks(&mut texts);
    for (row, (text, _)) in rows.iter_mut().zip(texts) {
        row.push(Cell::text(text).tone(Tone::Strong));
    }
    if trend.regions.iter().any(|it| it.change.rank.is_some()) {
        columns.push(Column::number("rank", label::trend_rank(lang)));
        for (row, it) in rows.iter_mut().zip(&trend.regions) {
            row.push(match it.change.rank {
                Some(rank) => {
                    let climbed = signed(rank.climbed() as f64, 0, lang);
                    Cell::text(format!(
                        "{}\u{a0}→\u{a0}{}\u{a0}({climbed})",
                        rank.from, rank.to
                    ))
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
            let told = |wave| percent(share(it, wave), 0, lang);
            row.push(Cell::text(format!(
                "{}\u{a0}→\u{a0}{}",
                told(it.change.from),
                told(it.change.to)
            )));
        }
    }
    Table { columns, rows }
}

fn mark(certain: bool) -> &'static str {
    if certain { "" } else { "?" }
}

/// What the marks of the table mean, as far as they occur.
pub(super) fn key(shown: &TrendShown) -> Vec<String> {
    let lang = shown.lang;
    let trend = shown.trend;
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
        let share = percent(shown.method.rank_coverage, 0, lang);
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
pub(super) fn steps(shown: &TrendShown, blocks: &mut Vec<Block>) {
    let lang = shown.lang;
    let trend = shown.trend;
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
        let change = step.told.map_or_else(String::new, |it| shown.signed(it));
        let mut text = format!("{change}{}", mark(step.certain));
        if step.from + 1 != step.to {
            text.push_str(&format!("\u{a0}({})", trend.waves[step.from]));
        }
        if let Some(rank) = step.rank.filter(|rank| rank.climbed() != 0) {
            let climbed = signed(rank.climbed() as f64, 0, lang);
            text.push_str(&format!(" #\u{a0}{climbed}"));
        }
        Cell::text(text)
    };
    let rows = trend
        .regions
        .iter()
        .map(|it| {
            let mut row = vec![Cell::text(short_name(&it.region.name))];
            row.extend((1..trend.waves.len()).map(|wave| {
                let step = it.steps.iter().find(|step| step.to == wave);
                step.map_or_else(Cell::empty, cell)
            }));
            row
        })
        .collect();
    blocks.push(Block::heading(label::trend_steps_heading(lang).to_owned()));
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
pub(super) fn groups(shown: &TrendShown, blocks: &mut Vec<Block>) {
    let lang = shown.lang;
    let trend = shown.trend;
    let change = |group: &GroupChange| group.told.or(group.score);
    let all = || trend.regions.iter().flat_map(|it| &it.groups);
    if !all().any(|group| change(group).is_some()) {
        return;
    }
    let mut columns = vec![Column::text("region", label::region(lang))];
    let nodes = top_groups(shown.framework);
    for node in &nodes {
        let node = &shown.framework.nodes()[*node];
        columns.push(Column::number(node.id(), node.title().get(lang)));
    }
    let mut rows: Vec<Vec<Cell>> = trend
        .regions
        .iter()
        .map(|it| vec![Cell::text(short_name(&it.region.name))])
        .collect();
    for place in 0..nodes.len() {
        let mut texts: Vec<(String, &'static str)> = trend
            .regions
            .iter()
            .map(|it| match it.groups.get(place) {
                Some(group) => match change(group) {
                    Some(change) => (shown.signed(change), mark(group.certain)),
                    None => (String::new(), ""),
                },
                None => (String::new(), ""),
            })
            .collect();
        let missing: Vec<bool> = texts.iter().map(|(text, _)| text.is_empty()).collect();
        with_marks(&mut texts);
        for ((row, (text, _)), missing) in rows.iter_mut().zip(texts).zip(missing) {
            row.push(if missing {
                Cell::missing(label::no_data(lang))
            } else {
                Cell::text(text)
            });
        }
    }
    blocks.push(Block::heading(label::trend_groups_heading(lang).to_owned()));
    blocks.push(Block::Table(Table { columns, rows }));
    if all().any(|group| change(group).is_some() && !group.certain) {
        blocks.push(Block::Paragraph(label::trend_uncertain_groups(lang)));
    }
}

/// Numbers that are shown and not scored, with their change in their own unit and in per cent.
pub(super) fn numbers(shown: &TrendShown, blocks: &mut Vec<Block>) {
    let lang = shown.lang;
    let told = |it: &NumberPoint| {
        let about = if it.about { "≈\u{a0}" } else { "" };
        let value = short_number(it.value, 2, lang);
        format!("{about}{value}\u{a0}({})", it.wave)
    };
    let rows: Vec<Vec<Cell>> = shown
        .trend
        .numbers
        .iter()
        .map(|it| {
            let node = &shown.framework.nodes()[it.node];
            let unit = node.indicator().and_then(|it| it.unit.as_ref());
            let mut region = short_name(&it.region.name);
            if let Some(stage) = it.stage {
                region = format!("{region} · {}", shown.stage(Some(stage)));
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
                Cell::text(list(it.points.iter().map(told))),
                Cell::text(signed(change, decimals, lang)),
                match it.share() {
                    Some(share) => Cell::text(format!("{}%", signed(share * 100.0, 2, lang))),
                    None => Cell::empty(),
                },
            ]
        })
        .collect();
    if rows.is_empty() {
        return;
    }
    blocks.push(Block::heading(
        label::trend_numbers_heading(lang).to_owned(),
    ));
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
