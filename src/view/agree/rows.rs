//! An agreement as a plain table, for programs.

use crate::scrutiny::agree::{Basis, Computed, Part, interval_of};
use crate::view::{Cell, Column, Table};

use super::{About, AgreeShown};

/// One row for each coefficient: overall, then by indicator, group and pair.
#[must_use]
pub fn rows(shown: &AgreeShown) -> Table {
    let columns = [
        "family", "scope", "id", "chance", "name", "metric", "value", "se", "ci_low", "ci_high",
        "interval", "units", "raters", "reason",
    ];
    let mut rows = Vec::new();
    for family in &shown.agreement.families {
        let mut add = |scope: &str, id: &str, part: &Part| {
            let within = part.within.iter().flatten().map(|it| (Basis::Within, it));
            let pooled = part.coefficients.iter().map(|it| (Basis::Pooled, it));
            for (basis, computed) in within.chain(pooled) {
                let mut row = vec![
                    Cell::text(family.family.code()),
                    Cell::text(scope),
                    Cell::text(id),
                    Cell::text(basis.code()),
                ];
                row.extend(cells(computed));
                rows.push(row);
            }
        };
        add("overall", "", &family.whole);
        if let About::Study { framework, .. } = shown.about {
            let id = |node: usize| framework.nodes()[node].id();
            for (node, part) in &family.by_indicator {
                add("indicator", id(*node), part);
            }
            for (node, part) in &family.by_group {
                add("group", id(*node), part);
            }
        }
        for pair in &family.by_pair {
            let [one, other] = pair.coders.map(|at| &*shown.agreement.coders[at]);
            add("pair", &format!("{one} | {other}"), &pair.part);
        }
    }
    Table {
        columns: columns.map(|it| Column::text(it, it)).to_vec(),
        rows,
    }
}

fn cells(of: &Computed) -> Vec<Cell> {
    let maybe = |value: Option<f64>| value.map_or_else(Cell::empty, |it| Cell::number(it, 0));
    let text = |text: Option<&str>| text.map_or_else(Cell::empty, Cell::text);
    let interval = interval_of(of);
    vec![
        Cell::text(of.of.name),
        text(of.variant.code()),
        maybe(of.value.ok()),
        maybe(of.se),
        maybe(interval.map(|it| it.low)),
        maybe(interval.map(|it| it.high)),
        text(interval.map(|it| it.method.code())),
        Cell::count(of.units),
        Cell::count(of.raters),
        text(of.value.err().map(|it| it.code())),
    ]
}
