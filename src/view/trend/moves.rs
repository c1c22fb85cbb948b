//! What moved below the index: the indicators of each region that rose or fell, so that no fall hides
//! behind the rises of others.

use crate::compare::trend::{NodeChange, RegionTrend};
use crate::stats::{self, TOLERANCE};
use crate::text::{label, list};

use super::tables::region_column;
use super::{FEW, MANY, TrendReport, marks, signed};
use crate::view::report::Detail;
use crate::view::shown::short_name;
use crate::view::{Block, Cell, Column, Content, Table, Tone, words};

/// How many indicators of a region are named in brief where there are few regions.
const NAMED: usize = 3;

/// In brief those that moved most in each region, in full all.
pub(super) fn section(report: &TrendReport, detail: Detail, blocks: &mut Vec<Block>) {
    let lang = report.lang;
    let regions = &report.trend.regions;
    if regions.iter().all(|it| it.tips.is_empty()) {
        return;
    }
    if detail.is_full() {
        blocks.push(Block::heading(label::trend_all_moves_heading(lang)));
        blocks.push(Block::Table(all(report)));
        in_one(report, blocks);
    } else if regions.len() <= MANY {
        blocks.push(Block::heading(label::trend_moves_heading(lang)));
        blocks.push(Block::Table(most(report)));
    } else {
        let line = label::trend_moves_in_full(&report.wording(), regions.len());
        blocks.push(Block::Paragraph(line));
    }
}

fn text(text: impl Into<String>) -> Content {
    Content::Text(text.into())
}

/// What a node stands at, before or after.
fn value(report: &TrendReport, it: &RegionTrend, node: usize, end: usize) -> Content {
    let Some(at) = it.ends(&it.change)[end] else {
        return Content::Empty;
    };
    let (lang, framework) = (report.lang, &report.scored.framework);
    let assessment = &report.scored.assessed.assessments[at];
    match framework.nodes()[node].indicator() {
        Some(_) => words::leaf_cell(lang, framework, assessment, node).content,
        None => words::told_cell(lang, report.scored, &assessment.nodes[node]).content,
    }
}

fn title(report: &TrendReport, node: usize) -> String {
    words::leaf_title(report.lang, &report.scored.framework.nodes()[node])
}

/// The indicators that moved most for certain in each region: down, and up.
fn most(report: &TrendReport) -> Table {
    let lang = report.lang;
    let regions = &report.trend.regions;
    let named = if regions.len() > FEW { 1 } else { NAMED };
    let rows = regions.iter().map(|it| {
        let mut row = vec![Cell::text(short_name(&it.region.name)).tone(Tone::Strong)];
        row.extend([-1.0, 1.0].map(|sign| greatest(report, it, sign, named)));
        row
    });
    Table {
        rows: rows.collect(),
        columns: vec![
            region_column(report),
            Column::text("fell", label::trend_fell_most_heading(lang)),
            Column::text("rose", label::trend_rose_most_heading(lang)),
        ],
    }
}

/// `Audit TIK (3 → 1), …`: those that moved most in the direction `sign`; of those alike the first in
/// the tree are named and the others counted.
fn greatest(report: &TrendReport, it: &RegionTrend, sign: f64, most: usize) -> Cell {
    let lang = report.lang;
    let moved = it.tips.iter().filter_map(|tip| {
        let size = sign * tip.score?;
        (size > TOLERANCE && tip.unsure.is_none()).then_some((tip, size))
    });
    let moved: Vec<(&NodeChange, f64)> = moved.collect();
    if moved.is_empty() {
        return Cell::missing(label::trend_none_moved(lang));
    }
    let sizes: Vec<f64> = moved.iter().map(|(_, size)| *size).collect();
    let mut ranked: Vec<(usize, &NodeChange)> = stats::ranks(&sizes)
        .into_iter()
        .zip(moved.iter().map(|(tip, _)| *tip))
        .collect();
    ranked.sort_by_key(|(rank, tip)| (*rank, tip.node));
    let mut parts = Vec::new();
    for (_, tip) in ranked.iter().take(most) {
        if !parts.is_empty() {
            parts.push(text(", "));
        }
        parts.extend([
            text(format!("{} (", title(report, tip.node))),
            value(report, it, tip.node, 0),
            text("\u{a0}→\u{a0}"),
            value(report, it, tip.node, 1),
            text(format!("){}", marks(tip))),
        ]);
    }
    let rest = ranked.len().saturating_sub(most);
    if rest > 0 {
        let last = ranked[most - 1].0;
        let alike = ranked[most..].iter().filter(|(rank, _)| *rank == last);
        let more = match alike.count() {
            0 => label::trend_and_more(lang, rest),
            alike => label::trend_and_alike(lang, alike),
        };
        parts.push(text(format!(" {more}")));
    }
    Cell::joined(parts, "")
}

/// Every indicator that moved, in each region the greatest rise first and the greatest fall last.
fn all(report: &TrendReport) -> Table {
    let lang = report.lang;
    let mut rows = Vec::new();
    for it in &report.trend.regions {
        let moved = it.tips.iter().filter_map(|tip| Some((tip, tip.score?)));
        let mut moved: Vec<(&NodeChange, f64)> =
            moved.filter(|(_, size)| size.abs() > TOLERANCE).collect();
        moved.sort_by(|a, b| b.1.total_cmp(&a.1).then(a.0.node.cmp(&b.0.node)));
        for (tip, score) in moved {
            let [before, after] = [0, 1].map(|end| value(report, it, tip.node, end).into());
            let change = Content::Number(signed(score, report.decimals()));
            rows.push(vec![
                Cell::text(short_name(&it.region.name)).tone(Tone::Strong),
                Cell::text(title(report, tip.node)),
                before,
                after,
                Cell::joined([change, text(marks(tip))], ""),
            ]);
        }
    }
    Table {
        columns: vec![
            region_column(report),
            Column::text("indicator", label::indicator(lang)),
            Column::number("before", label::trend_before(lang)),
            Column::number("after", label::trend_after(lang)),
            Column::number("change", label::trend_score_change(lang)),
        ],
        rows,
    }
}

/// What only one of the two waves has, and so is in no change on what both have.
fn in_one(report: &TrendReport, blocks: &mut Vec<Block>) {
    let lang = report.lang;
    let titles = |nodes: &[usize]| match nodes {
        [] => label::trend_none_moved(lang).to_owned(),
        nodes => list(nodes.iter().map(|node| title(report, *node))),
    };
    let lines: Vec<String> = report
        .trend
        .regions
        .iter()
        .filter(|it| it.in_one.iter().any(|it| !it.is_empty()))
        .map(|it| {
            let [before, after] = [0, 1].map(|end| titles(&it.in_one[end]));
            label::trend_in_one_line(lang, short_name(&it.region.name), before, after)
        })
        .collect();
    if !lines.is_empty() {
        blocks.push(Block::List(lines));
    }
}
