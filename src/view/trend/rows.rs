//! A trend as a plain table, for programs.

use crate::compare::trend::top_groups;

use super::{TrendShown, apart_id, gap_id};
use crate::view::{Cell, Column, Table};

/// One row for each region and wave, for programs; regions that are not joined follow with the
/// reason.
#[must_use]
pub fn rows(shown: &TrendShown) -> Table {
    let fixed = [
        "region",
        "code",
        "kind",
        "wave",
        "score",
        "score_low",
        "score_high",
        "value",
        "coverage",
        "rank",
        "reason",
        "previous_wave",
        "change",
        "rank_change",
        "certain",
    ];
    let nodes = top_groups(shown.framework);
    let mut columns: Vec<Column> = fixed.iter().map(|id| Column::text(*id, *id)).collect();
    for node in &nodes {
        let id = shown.framework.nodes()[*node].id();
        columns.push(Column::text(id, id));
    }
    let maybe = |value: Option<f64>| value.map_or_else(Cell::empty, |it| Cell::number(it, 0));
    let text = |text: Option<&str>| text.map_or_else(Cell::empty, Cell::text);
    let head = |region: &crate::assess::RegionRef| {
        vec![
            Cell::text(&*region.name),
            text(region.code.as_deref()),
            text(region.kind.map(crate::region::Kind::id)),
        ]
    };
    let mut rows = Vec::new();
    for it in &shown.trend.regions {
        for (wave, point) in it.points.iter().enumerate() {
            let results = point
                .assessment
                .map(|at| &shown.assessed.assessments[at].nodes);
            let index = results.map(|nodes| &nodes[0]);
            let step = it.steps.iter().find(|step| step.to == wave);
            let mut row = head(&it.region);
            row.extend([
                Cell::text(&*shown.trend.waves[wave]),
                maybe(point.score),
                maybe(index.and_then(|it| it.score_low)),
                maybe(index.and_then(|it| it.score_high)),
                maybe(index.and_then(|it| it.value)),
                maybe(point.coverage),
                point.rank.map_or_else(Cell::empty, Cell::count),
                text(point.gap.map(gap_id)),
                text(step.map(|step| &*shown.trend.waves[step.from])),
                maybe(step.map(|step| step.score)),
                maybe(
                    step.and_then(|step| step.rank)
                        .map(|it| it.climbed() as f64),
                ),
                text(step.map(|step| if step.certain { "true" } else { "false" })),
            ]);
            row.extend(
                nodes
                    .iter()
                    .map(|node| maybe(results.and_then(|it| it[*node].score))),
            );
            rows.push(row);
        }
    }
    for it in &shown.trend.unjoined {
        let mut row = head(&it.region);
        row.resize(columns.len(), Cell::empty());
        row[10] = Cell::text(apart_id(&it.why));
        rows.push(row);
    }
    Table { columns, rows }
}
