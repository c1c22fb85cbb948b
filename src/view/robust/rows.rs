//! Reruns as a plain table, for programs.

use crate::view::{Cell, Column, Table, words};

use super::RobustShown;

/// One row for each ranked region, best first; regions outside the ranking follow with the reason.
#[must_use]
pub fn rows(shown: &RobustShown) -> Table {
    let fixed = [
        "rank",
        "region",
        "code",
        "kind",
        "score",
        "median_rank",
        "rank_low",
        "rank_high",
        "mean_rank",
        "p_first",
        "p_top",
        "tier",
        "reason",
    ];
    let robust = shown.robust;
    let mut columns: Vec<Column> = fixed.iter().map(|id| Column::text(*id, *id)).collect();
    for reading in &robust.readings {
        let id = format!("rank_{}", reading.kind.id());
        columns.push(Column::text(id.clone(), id));
    }
    let text = |text: Option<&str>| text.map_or_else(Cell::empty, Cell::text);
    let maybe = |value: Option<f64>| value.map_or_else(Cell::empty, |it| Cell::number(it, 0));
    let mut out = Vec::new();
    for (place, it) in robust.regions.iter().enumerate() {
        let region = &shown.shown.assessed().assessments[it.assessment].region;
        let mut row = vec![
            Cell::count(it.rank as usize),
            Cell::text(&*region.name),
            text(region.code.as_deref()),
            text(region.kind.map(crate::region::Kind::id)),
            Cell::number(it.score, 0),
            maybe(it.range.map(|it| it.median)),
            maybe(it.range.map(|it| it.low)),
            maybe(it.range.map(|it| it.high)),
            maybe(it.range.map(|it| it.mean)),
            maybe(it.range.map(|it| it.p_first)),
            maybe(it.range.map(|it| it.p_top)),
            Cell::count(it.tier),
            Cell::empty(),
        ];
        row.extend(robust.readings.iter().map(|reading| {
            let rank = reading.regions[place].map(|(_, rank)| rank as usize);
            rank.map_or_else(Cell::empty, Cell::count)
        }));
        out.push(row);
    }
    for it in &shown.shown.comparison.unranked {
        let region = it
            .assessment
            .map(|at| &shown.shown.assessed().assessments[at].region);
        let mut row = vec![Cell::empty(); columns.len()];
        row[1] = Cell::text(&*it.region);
        row[2] = text(region.and_then(|it| it.code.as_deref()));
        row[3] = text(region.and_then(|it| it.kind).map(crate::region::Kind::id));
        row[fixed.len() - 1] = Cell::text(words::outside_id(&it.why));
        out.push(row);
    }
    Table { columns, rows: out }
}
