//! Every difference as a row of one table: statements field by field, cells, scores, ranks.

use crate::advise::diff::{Change, Figure, Unit};
use crate::view::dataset::{Columns, Dataset, Row};

use super::{DiffReport, names, reason, tables, unit_of};

/// One difference.
#[derive(Default)]
pub(super) struct DifferenceRow<'a> {
    what: &'static str,
    change: Option<Change>,
    region: &'a str,
    unit: Option<&'a Unit>,
    node: Option<&'a str>,
    id: Option<&'a str>,
    item: Option<&'a str>,
    field: Option<&'static str>,
    a: Option<String>,
    b: Option<String>,
    difference: Option<f64>,
    why: Option<String>,
    places: [Option<String>; 2],
}

pub(super) fn dataset<'a>(report: &'a DiffReport) -> Dataset<'a> {
    let diff = &report.diff;
    let node = |at: usize| Some(report.scored().framework.nodes()[at].id());
    let unit = |at: usize| {
        let unit = &diff.units[at];
        (unit_of(unit).0, Some(unit))
    };
    let mut rows: Vec<DifferenceRow<'a>> = Vec::new();
    for it in &diff.statements {
        let of = report.rows_of(it);
        let place = |side: usize| Some(report.file(side, of[side]?).shown());
        for field in &it.fields {
            let (region, unit) = unit(it.unit);
            rows.push(DifferenceRow {
                what: "statement",
                change: Some(it.change),
                region,
                unit,
                node: node(it.node),
                id: of[1].or(of[0]).and_then(|row| row.id.as_deref()),
                item: report.item(it),
                field: Some(field.field.header()),
                a: field.a.as_ref().and_then(names::written),
                b: field.b.as_ref().and_then(names::written),
                why: report.why(it).map(str::to_owned),
                places: [place(0), place(1)],
                ..DifferenceRow::default()
            });
        }
    }
    let shown = |it: Figure| match it.number {
        Some(number) => Some(number.to_string()),
        None => reason(it).map(|it| it.id().to_owned()),
    };
    for it in &diff.cells.changes {
        let why = tables::reasons(report, it).join("; ");
        let (region, unit) = unit(it.unit);
        rows.push(DifferenceRow {
            what: "cell",
            region,
            unit,
            node: node(it.node),
            a: shown(it.a),
            b: shown(it.b),
            difference: it.a.number.zip(it.b.number).map(|(a, b)| b - a),
            why: Some(why).filter(|it| !it.is_empty()),
            ..DifferenceRow::default()
        });
    }
    for it in &diff.scores {
        let (region, unit) = unit(it.unit);
        rows.push(DifferenceRow {
            what: "score",
            region,
            unit,
            node: node(it.node),
            a: shown(it.a),
            b: shown(it.b),
            difference: it.change(),
            ..DifferenceRow::default()
        });
    }
    for it in diff.ranks.regions.iter().filter(|it| it.differs()) {
        rows.push(DifferenceRow {
            what: "rank",
            region: &it.region,
            a: it.a.map(|it| it.0.to_string()),
            b: it.b.map(|it| it.0.to_string()),
            ..DifferenceRow::default()
        });
    }
    Dataset::new("differences", rows)
}

impl Row for DifferenceRow<'_> {
    const NAME: &'static str = "Difference";
    const ABOUT: &'static str = "One difference between two sides.";

    fn columns(to: &mut Columns<'_, Self>) {
        to.text("what", "`statement`, `cell`, `score` or `rank`", |it| {
            Some(it.what)
        })
        .always();
        to.text(
            "change",
            "of a statement `added`, `removed` or `changed`",
            |it| it.change.map(Change::id),
        );
        to.text("region", "its name", |it| Some(it.region)).always();
        to.text("wave", "where the sides are not two waves", |it| {
            it.unit?.wave.as_deref()
        });
        to.text("stage", "where the sides are not two stages", |it| {
            Some(it.unit?.stage?.id())
        });
        to.text("node", "id of the indicator, group or index", |it| it.node);
        to.text("id", "of a statement its id in the data", |it| it.id);
        to.text(
            "item",
            "of a statement the evidence item it speaks of",
            |it| it.item,
        );
        to.text(
            "field",
            "of a statement the header of the column that differs",
            |it| it.field,
        );
        to.text(
            "a",
            "on the first side; where there is no number the reason",
            |it| it.a.as_deref(),
        );
        to.text("b", "on the second side, in the same way", |it| {
            it.b.as_deref()
        });
        to.number(
            "difference",
            "of two numbers of a cell, or two scores of 0–100, the second minus the first",
            |it| it.difference,
        );
        to.text("why", "rationale, else note, of the second side", |it| {
            it.why.as_deref()
        });
        to.text(
            "place_a",
            "file and row of the statement on the first side",
            |it| it.places[0].as_deref(),
        );
        to.text(
            "place_b",
            "file and row of the statement on the second side",
            |it| it.places[1].as_deref(),
        );
    }
}
