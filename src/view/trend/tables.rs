//! The tables of a trend: each region, each step, each group.

use crate::assess::NodeResult;
use crate::compare::trend::{
    Change, NodeChange, NumberPoint, Place, RankChange, RegionTrend, Unsure, top_groups,
};
use crate::framework::TargetOp;
use crate::stats::TOLERANCE;
use crate::text::{label, list, percent};

use super::{CROSS, TrendReport, answer, gap_word, marks, reasons, signed, unsure_word};
use crate::view::shown::short_name;
use crate::view::{Block, Cell, Column, Content, Number, Table, Tone, words};

/// A column of numbers, each with the marks behind it; where one has marks the others have room for
/// them, so that their digits stand below each other.
fn marked(column: Vec<(Option<Content>, String)>) -> impl Iterator<Item = Cell> {
    let length = |mark: &str| mark.chars().count();
    let room = column.iter().map(|(_, mark)| length(mark)).max();
    let room = room.unwrap_or(0);
    column.into_iter().map(move |(number, mark)| {
        let number = number.unwrap_or(Content::Empty);
        let lacking = "\u{a0}".repeat(room - length(&mark));
        match room {
            0 => number.into(),
            _ => Cell::joined([number, text(mark), text(lacking)], ""),
        }
    })
}

fn text(text: impl Into<String>) -> Content {
    Content::Text(text.into())
}

/// The index of a region in a wave.
fn index<'a>(report: &'a TrendReport, it: &RegionTrend, wave: usize) -> Option<&'a NodeResult> {
    let at = it.points[wave].assessment?;
    report.scored.assessed.assessments[at].nodes.first()
}

fn point_marks(report: &TrendReport, it: &RegionTrend, wave: usize) -> String {
    let point = &it.points[wave];
    let rank = match point {
        _ if point.unconfirmed => "†",
        _ if point.score.is_some() && !point.rankable => "*",
        _ => "",
    };
    let cross = index(report, it, wave).is_some_and(|it| it.cross && it.score.is_some());
    format!("{rank}{}", if cross { CROSS } else { "" })
}

/// The column of who is assessed.
pub(super) fn region_column(report: &TrendReport) -> Column {
    let heading = words::region_heading(report.lang, &report.scored.framework);
    Column::text("region", heading)
}

pub(super) fn table(report: &TrendReport) -> Table {
    let lang = report.lang;
    let trend = &report.trend;
    let decimals = report.decimals();
    let last = trend.waves.len() - 1;
    let mut columns = vec![region_column(report)];
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
            let result = index(report, it, wave).filter(|it| it.told.is_some());
            let told = result.map(|it| words::told_cell(lang, report.scored, it).content);
            (told, point_marks(report, it, wave))
        });
        let cells = marked(values.collect());
        for ((row, it), cell) in rows.iter_mut().zip(&trend.regions).zip(cells) {
            row.push(match it.points[wave].gap {
                Some(gap) => Cell::missing(gap_word(&report.wording(), gap)),
                None => cell,
            });
        }
    }
    columns.push(Column::number("change", label::trend_change(lang)));
    let changes = trend.regions.iter().map(|it| {
        let change = it.change.told;
        let change = change.map(|change| Content::Number(signed(change, decimals)));
        (change, mark(&it.change))
    });
    for (row, cell) in rows.iter_mut().zip(marked(changes.collect())) {
        row.push(cell.tone(Tone::Strong));
    }
    if trend.regions.iter().any(has_own_common) {
        columns.push(Column::number(
            "change-on-common",
            label::trend_common(lang),
        ));
        for (row, it) in rows.iter_mut().zip(&trend.regions) {
            row.push(match report.told_on_common(&it.change) {
                Some(change) => signed(change, decimals).into(),
                None => Cell::missing(label::trend_nothing_common(lang)),
            });
        }
    }
    bands(report, &mut columns, &mut rows);
    index_targets(report, &mut columns, &mut rows);
    if trend.regions.iter().any(|it| it.change.rank.is_some()) {
        columns.push(Column::number("rank", label::trend_rank(lang)));
        for (row, it) in rows.iter_mut().zip(&trend.regions) {
            row.push(it.change.rank.map_or_else(Cell::empty, rank_cell));
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

/// Whether the change on what both waves have is another than the change.
fn has_own_common(it: &RegionTrend) -> bool {
    let change = it.change.on_common();
    change.is_none_or(|change| (change - it.change.score).abs() > TOLERANCE)
}

/// `before → after`, or one word where both are the same.
fn both(before: Option<String>, after: Option<String>) -> Cell {
    let or_none = |it: Option<String>| it.unwrap_or_else(|| "–".to_owned());
    match (before, after) {
        (None, None) => Cell::empty(),
        (before, after) if before == after => Cell::text(or_none(after)),
        (before, after) => {
            let (before, after) = (or_none(before), or_none(after));
            Cell::text(format!("{before} →\u{a0}{after}"))
        }
    }
}

/// The category of each region at both ends; nothing where there are none.
fn band_words(report: &TrendReport) -> Option<Vec<[Option<String>; 2]>> {
    let band = |it: &RegionTrend, wave: usize| {
        let result = index(report, it, wave)?;
        words::band(report.lang, report.scored, 0, result)
    };
    let ends = |it: &RegionTrend| [it.change.from, it.change.to].map(|wave| band(it, wave));
    let all: Vec<[Option<String>; 2]> = report.trend.regions.iter().map(ends).collect();
    let any = all.iter().flatten().any(Option::is_some);
    any.then_some(all)
}

/// Whether the categories have no room beside the scores, as those that are provisional.
fn are_long(bands: &[[Option<String>; 2]]) -> bool {
    /// Two short words with an arrow between them.
    const MOST: usize = 24;
    let length = |it: &Option<String>| it.as_ref().map_or(1, |it| it.chars().count());
    let width = |[before, after]: &[Option<String>; 2]| length(before) + length(after);
    bands.iter().any(|it| width(it) > MOST)
}

/// The category at both ends, where it has room.
fn bands(report: &TrendReport, columns: &mut Vec<Column>, rows: &mut [Vec<Cell>]) {
    let Some(bands) = band_words(report).filter(|it| !are_long(it)) else {
        return;
    };
    columns.push(Column::text(
        "band",
        words::band_heading(report.lang, &report.scored.framework),
    ));
    for (row, [before, after]) in rows.iter_mut().zip(bands) {
        row.push(both(before, after));
    }
}

/// The categories in a table of their own, where they have no room beside the scores.
pub(super) fn long_bands(report: &TrendReport, blocks: &mut Vec<Block>) {
    let lang = report.lang;
    let Some(bands) = band_words(report).filter(|it| are_long(it)) else {
        return;
    };
    let rows = report.trend.regions.iter().zip(bands).map(|(it, ends)| {
        let mut row = vec![Cell::text(short_name(&it.region.name))];
        row.extend(ends.map(|it| Cell::text(it.unwrap_or_else(|| "–".to_owned()))));
        row
    });
    blocks.push(Block::heading(words::band_heading(
        lang,
        &report.scored.framework,
    )));
    blocks.push(Block::Table(Table {
        rows: rows.collect(),
        columns: vec![
            region_column(report),
            Column::text("before", label::trend_before(lang)),
            Column::text("after", label::trend_after(lang)),
        ],
    }));
}

/// Whether the targets of the index were reached at both ends.
fn index_targets(report: &TrendReport, columns: &mut Vec<Column>, rows: &mut [Vec<Cell>]) {
    let lang = report.lang;
    let targets = report.scored.targets.iter().enumerate();
    for (at, target) in targets.filter(|(_, it)| it.node == 0) {
        let goal = answer::goal(report, target.op, target.value, target.wave.as_deref());
        let heading = format!("{} {goal}", label::target(lang));
        columns.push(Column::text(format!("target-{at}"), heading));
        for (row, it) in rows.iter_mut().zip(&report.trend.regions) {
            let [before, after] = [0, 1].map(|end| reached(report, it, at, end));
            row.push(both(before, after));
        }
    }
}

/// Whether a target was reached at one end; `?` where what is missing could make it otherwise.
fn reached(report: &TrendReport, it: &RegionTrend, target: usize, end: usize) -> Option<String> {
    let gap = &it.targets.get(target)?[end];
    let lang = report.lang;
    let word = match gap.reached? {
        true => label::trend_target_yes(lang),
        false => label::trend_target_no(lang),
    };
    let assessment = &report.scored.assessed.assessments[it.ends(&it.change)[end]?];
    let result = &assessment.nodes[gap.node];
    // A number that is shown and not scored has no bounds: it is what it is.
    let bounds = match result.score {
        Some(_) => result.score_low.zip(result.score_high),
        None => return Some(word.to_owned()),
    };
    let (framework, method) = (&report.scored.framework, &report.scored.method);
    let is = |score: f64| {
        let told = method.as_people_read(framework, gap.node, score);
        match gap.op {
            TargetOp::AtLeast => told >= gap.value - TOLERANCE,
            TargetOp::Above => told > gap.value + TOLERANCE,
        }
    };
    let sure = bounds.is_some_and(|(low, high)| is(low) == is(high));
    Some(format!("{word}{}", if sure { "" } else { "?" }))
}

/// Every target in every region, before and after.
pub(super) fn targets(report: &TrendReport, blocks: &mut Vec<Block>) {
    let lang = report.lang;
    // A target with two decimals is a target with two decimals, whatever scores are told with.
    let decimals = report.decimals().max(2);
    let mut rows = Vec::new();
    for it in &report.trend.regions {
        for (at, [before, after]) in it.targets.iter().enumerate() {
            let framework = &report.scored.framework;
            let goal = answer::goal(report, after.op, after.value, after.wave.as_deref());
            let number = |it: Option<f64>| Cell::maybe(it, decimals, label::not_measured(lang));
            let [was, is] = [0, 1].map(|end| reached(report, it, at, end));
            rows.push(vec![
                Cell::text(short_name(&it.region.name)).tone(Tone::Strong),
                Cell::text(words::title(lang, framework, after.node)),
                Cell::text(goal),
                number(before.achieved),
                number(after.achieved),
                both(was, is),
            ]);
        }
    }
    if rows.is_empty() {
        return;
    }
    blocks.push(Block::heading(label::trend_targets_heading(lang)));
    blocks.push(Block::Table(Table {
        columns: vec![
            region_column(report),
            Column::text("node", label::indicator(lang)),
            Column::text("target", label::target(lang)),
            Column::number("before", label::trend_before(lang)),
            Column::number("after", label::trend_after(lang)),
            Column::text("reached", label::remark(lang)),
        ],
        rows,
    }));
}

/// Ranks before and after; how many places were climbed only where both are certain.
fn rank_cell(rank: RankChange) -> Cell {
    let place = |it: Place| words::place_cell(it.rank, it.places).content;
    let mut parts = vec![place(rank.from), text("\u{a0}→\u{a0}"), place(rank.to)];
    if rank.is_certain() {
        parts.extend([text("\u{a0}("), climbed(rank), text(")")]);
    }
    Cell::joined(parts, "")
}

/// Places climbed, with their sign.
fn climbed(rank: RankChange) -> Content {
    Content::Number(signed(rank.climbed() as f64, 0))
}

fn mark(change: &Change) -> String {
    let mark = if change.is_certain() { "" } else { "?" };
    mark.to_owned()
}

/// What the marks of the table mean, as far as they occur.
pub(super) fn key(report: &TrendReport) -> Vec<String> {
    let lang = report.lang;
    let regions = &report.trend.regions;
    let mut lines = Vec::new();
    let ranks = || regions.iter().filter_map(|it| it.change.rank);
    if ranks().next().is_some() {
        lines.push(label::trend_rank_line(&report.wording()));
    }
    if ranks().any(|it| !it.is_certain()) {
        lines.push(label::trend_range_line(lang).to_owned());
    }
    if regions.iter().any(has_own_common) {
        lines.push(label::trend_common_line(lang).to_owned());
    }
    let low = |it: &RegionTrend| {
        it.points
            .iter()
            .any(|point| point.score.is_some() && !point.rankable && !point.unconfirmed)
    };
    if regions.iter().any(low) {
        let share = percent(report.scored.method.aggregation.rank_coverage, 0, lang);
        lines.push(label::trend_unranked_line(lang, share));
    }
    let unconfirmed = |it: &RegionTrend| it.points.iter().any(|point| point.unconfirmed);
    if regions.iter().any(unconfirmed) {
        lines.push(label::trend_unconfirmed_line(lang).to_owned());
    }
    let all_marks = |it: &RegionTrend| {
        let mut waves = 0..it.points.len();
        let in_groups = it.groups.iter().chain(&it.tips).any(|it| it.cross);
        in_groups || waves.any(|wave| point_marks(report, it, wave).contains(CROSS))
    };
    if regions.iter().any(all_marks) {
        lines.push(label::cross_key(lang).to_owned());
    }
    for why in reasons(regions.iter().map(|it| it.change.unsure)) {
        // Its mark † says so already.
        if why == Unsure::NeedsConfirmation {
            continue;
        }
        let those = regions.iter().filter(|it| it.change.unsure == Some(why));
        let names = list(those.map(|it| short_name(&it.region.name)));
        let word = unsure_word(&report.wording(), why);
        lines.push(label::trend_why_uncertain(lang, word, names));
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
    let mut columns = vec![region_column(report)];
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
        parts.push(text(mark(step)));
        if step.from + 1 != step.to {
            parts.push(text(format!("\u{a0}({})", trend.waves[step.from])));
        }
        if let Some(rank) = step.rank.filter(is_move) {
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
    if all().any(|step| step.rank.as_ref().is_some_and(is_move)) {
        key.push(label::trend_steps_rank_line(&report.wording()));
    }
    if !key.is_empty() {
        blocks.push(Block::List(key));
    }
}

/// Whether places were climbed or lost for certain.
fn is_move(rank: &RankChange) -> bool {
    rank.climbed() != 0 && rank.is_certain()
}

/// The change of each top-level group.
pub(super) fn groups(report: &TrendReport, blocks: &mut Vec<Block>) {
    let lang = report.lang;
    let trend = &report.trend;
    let change = |group: &NodeChange| group.told.or(group.score);
    let all = || trend.regions.iter().flat_map(|it| &it.groups);
    if !all().any(|group| change(group).is_some()) {
        return;
    }
    let mut columns = vec![region_column(report)];
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
            match group.and_then(|it| Some((change(it)?, it))) {
                Some((change, group)) => {
                    let change = Content::Number(signed(change, report.decimals()));
                    (Some(change), marks(group))
                }
                None => (None, String::new()),
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
    let why = reasons(all().map(|group| group.unsure));
    if !why.is_empty() {
        let why = list(why.into_iter().map(|it| unsure_word(&report.wording(), it)));
        let line = label::trend_uncertain(lang, why);
        blocks.push(Block::Paragraph(format!("{}.", words::capital(&line))));
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
            region_column(report),
            Column::text("unit", label::unit(lang)).optional(),
            Column::text("numbers", label::trend_numbers(lang)),
            Column::number("change", label::trend_change(lang)),
            Column::number("share", label::trend_share(lang)),
        ],
        rows,
    }));
}
