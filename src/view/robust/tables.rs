//! Tables of reruns: ranks with their ranges, what moves them, and the order under other readings.

use crate::scrutiny::robust::{Choice, FEWEST_SAMPLES, ReadingKind};
use crate::stats::TOLERANCE;
use crate::text::{label, list};
use crate::view::report::Detail;
use crate::view::{Block, Cell, Column, Table, Tone, words};

use super::names;
use super::share::share_decimals;
use super::{OTHERS, RobustReport};

/// `2–4`, or `3` where both ends are the same.
fn range(low: f64, high: f64) -> Cell {
    let [low_end, high_end] = [low, high].map(|rank| Cell::short(rank, 1).content);
    if high - low <= TOLERANCE {
        return low_end.into();
    }
    Cell::joined([low_end, high_end], "–")
}

pub(super) fn ranks(report: &RobustReport, detail: Detail, blocks: &mut Vec<Block>) {
    let lang = report.lang;
    let method = &report.scored.method;
    let framework = &report.scored.framework;
    let is_full = detail.is_full();
    let top = report.robust.top;
    let mut columns = vec![
        Column::number("rank", label::rank(lang)),
        Column::text("region", words::region_heading(lang, framework)),
        Column::number("score", words::told_heading(lang, method)),
        Column::text("range", label::robust_range(lang)),
    ];
    if is_full {
        columns.push(Column::number("median_rank", label::robust_median(lang)));
    }
    columns.push(Column::number("p_first", label::robust_first(lang)));
    if top > 1 {
        columns.push(Column::number("p_top", label::robust_top(lang, top)).optional());
    }
    let bottom = match top {
        1 => label::robust_last_column(lang).to_owned(),
        _ => label::robust_bottom(lang, top),
    };
    columns.push(Column::number("p_bottom", bottom).optional());
    if is_full {
        columns.push(Column::number("above_next", label::robust_above_next(lang)).optional());
    }
    let share = |share: Option<f64>| {
        share.map_or_else(Cell::empty, |it| Cell::percent(it, share_decimals(it)))
    };
    let rows = report.shown().map(|(place, it)| {
        let told = method.as_people_read(framework, 0, it.score);
        let decimals = words::told_decimals(framework, told, method.reporting.decimals);
        let mut row = vec![
            Cell::count(it.rank as usize),
            Cell::text(report.short(it)).tone(Tone::Strong),
            Cell::number(told, decimals),
            it.range
                .map_or_else(Cell::empty, |it| range(it.low, it.high)),
        ];
        if is_full {
            let median = it.range.map(|it| Cell::short(it.median, 1));
            row.push(median.unwrap_or_else(Cell::empty));
        }
        row.push(share(it.range.map(|it| it.p_first)));
        if top > 1 {
            row.push(share(it.range.map(|it| it.p_top)));
        }
        row.push(share(it.range.map(|it| it.p_bottom)));
        if is_full {
            row.push(share(report.robust.above_next(place)));
        }
        row
    });
    let rows = rows.collect();
    blocks.push(Block::heading(label::robust_heading(lang)));
    blocks.push(Block::Table(Table { columns, rows }));
    blocks.push(Block::List(vec![label::robust_range_key(
        &report.wording(),
    )]));
}

pub(super) fn choices(report: &RobustReport, blocks: &mut Vec<Block>) {
    let lang = report.lang;
    let robust = &report.robust;
    if robust.sobol.iter().all(|(_, it)| it.total <= TOLERANCE) {
        return;
    }
    // An estimate below zero is sampling error: there is no negative share.
    let index = |choice: Choice, value: f64| match report.has_varied(choice) {
        true => Cell::number(value.max(0.0), 2),
        false => Cell::missing(label::robust_untested(lang)),
    };
    let rows = robust
        .sobol
        .iter()
        .map(|(choice, it)| {
            vec![
                Cell::text(words::capital(&names::choice(&report.wording(), *choice))),
                index(*choice, it.first_order),
                index(*choice, it.total),
            ]
        })
        .collect();
    blocks.push(Block::heading(label::robust_choices_heading(lang)));
    blocks.push(Block::Table(Table {
        columns: vec![
            Column::text("choice", label::robust_choice(lang)),
            Column::number("first_order", label::robust_alone(lang)),
            Column::number("total", label::robust_total(lang)),
        ],
        rows,
    }));
    blocks.push(Block::List(vec![match robust.samples < FEWEST_SAMPLES {
        true => label::robust_sobol_few_key(lang, robust.samples, FEWEST_SAMPLES),
        false => label::robust_sobol_key(lang, robust.samples),
    }]));
}

pub(super) fn influence(report: &RobustReport, blocks: &mut Vec<Block>) {
    let lang = report.lang;
    let mut strongest: Vec<_> = report.robust.influence.iter().collect();
    if strongest.len() < 2 {
        return;
    }
    // What moves most stands first; equals in the order of the tree.
    strongest.sort_by(|a, b| {
        let shift = |it: Option<f64>| it.unwrap_or(f64::INFINITY);
        shift(b.mean_shift).total_cmp(&shift(a.mean_shift))
    });
    let nodes = report.scored.framework.nodes();
    let rows = strongest
        .iter()
        .map(|it| {
            let parent = nodes[it.node].parent().filter(|at| *at > 0);
            vec![
                Cell::text(report.title(it.node)),
                Cell::text(parent.map_or("", |at| report.title(at))),
                Cell::percent(it.weight, 1),
                Cell::maybe(it.correlation, 2, "–"),
                Cell::maybe(it.mean_shift, 2, "–"),
                it.moved.map_or_else(|| Cell::missing("–"), Cell::count),
            ]
        })
        .collect();
    let table = Table {
        columns: vec![
            Column::text("indicator", label::indicator(lang)),
            Column::text("group", label::group(lang)).optional(),
            Column::number("weight", label::weight(lang)),
            Column::number("correlation", label::robust_correlation(&report.wording())).optional(),
            Column::number("mean_shift", label::robust_shift(lang)),
            Column::number("moved", label::robust_moved(&report.wording())).optional(),
        ],
        rows,
    };
    let table = table.without(|id, cell| id == "group" && *cell == Cell::text(""));
    blocks.push(Block::heading(label::robust_influence_heading(lang)));
    blocks.push(Block::Table(table));
    let key = label::robust_influence_key(&report.wording());
    blocks.push(Block::List(vec![key]));
}

pub(super) fn readings(report: &RobustReport, blocks: &mut Vec<Block>) {
    let lang = report.lang;
    let robust = &report.robust;
    if robust.readings.is_empty() {
        return;
    }
    let rows = robust
        .readings
        .iter()
        .map(|it| {
            let scored = it.regions.iter().flatten().count();
            let first = it.regions.iter().zip(&robust.regions);
            let first = first
                .filter(|(reading, _)| reading.is_some_and(|(_, rank)| rank == 1))
                .map(|(_, region)| report.short(region));
            let first: Vec<String> = first.collect();
            let more = if first.len() > OTHERS { ", …" } else { "" };
            vec![
                Cell::text(words::capital(names::reading(lang, it.kind))),
                Cell::number(it.mean_shift, 2),
                Cell::text(label::so_many_of(lang, scored, robust.regions.len())),
                Cell::text(format!("{}{more}", list(first.iter().take(OTHERS)))),
            ]
        })
        .collect();
    blocks.push(Block::heading(label::robust_readings_heading(lang)));
    blocks.push(Block::Table(Table {
        columns: vec![
            Column::text("reading", label::robust_reading(lang)),
            Column::number("mean_shift", label::robust_mean_shift(lang)),
            Column::number(
                "regions",
                words::regions_heading(lang, &report.scored.framework),
            )
            .optional(),
            Column::text("first", label::robust_best(lang)),
        ],
        rows,
    }));
    // Each half of the remark belongs to a row.
    let has = |kind: ReadingKind| robust.readings.iter().any(|it| it.kind == kind);
    let note = match (has(ReadingKind::Median), has(ReadingKind::Direction)) {
        (true, true) => label::robust_order_note(&report.wording()),
        (true, false) => label::robust_median_note(&report.wording()),
        (false, true) => label::robust_direction_note(&report.wording()),
        (false, false) => return,
    };
    blocks.push(Block::Paragraph(note));
}
