//! Tables to be filled in: an empty form, or a sample for a second coder.

use crate::assess::Assessed;
use crate::framework::{Framework, Kind};
use crate::scrutiny::agree::sample::{MARK, Sample};
use crate::statement::Statements;

use super::{Cell, Column, Table};

/// What a second coder may see of a row, in the order of the columns.
const SHOWN: [&str; 13] = [
    "region",
    "kind",
    "indicator",
    "wave",
    "stage",
    "informant",
    "role",
    "agency",
    "id",
    "quote",
    "finding",
    "source",
    "locator",
];

/// The columns in which indicators are answered.
fn answers(framework: &Framework, nodes: &[usize]) -> Vec<&'static str> {
    let any = |is: fn(Kind) -> bool| {
        let mut indicators = nodes
            .iter()
            .filter_map(|it| framework.nodes()[*it].indicator());
        indicators.any(|it| is(it.kind))
    };
    let mut out = vec!["level"];
    if any(Kind::is_measured) {
        out.extend(["value", "unit"]);
    }
    if any(Kind::is_counted) {
        out.push("direction");
    }
    out
}

fn table(columns: &[&str], rows: Vec<Vec<Cell>>) -> Table {
    Table {
        columns: columns.iter().map(|it| Column::text(*it, *it)).collect(),
        rows,
    }
}

/// The unit of measurement of a leaf.
fn unit(framework: &Framework, node: usize) -> Cell {
    let indicator = framework.nodes()[node].indicator();
    match indicator.and_then(|it| it.unit.as_ref()) {
        Some(unit) => Cell::text(unit.both()[0]),
        None => Cell::empty(),
    }
}

/// A form with a row for each indicator.
#[must_use]
pub fn form(framework: &Framework) -> Table {
    let nodes: Vec<usize> = framework.indicators().map(|(at, ..)| at).collect();
    let answers = answers(framework, &nodes);
    let mut columns = vec!["region", "wave", "indicator"];
    columns.extend(&answers);
    columns.extend([
        "informant",
        "role",
        "agency",
        "coder",
        "quote",
        "source",
        "locator",
    ]);
    let rows = nodes
        .iter()
        .map(|node| {
            let cell = |column: &&str| match *column {
                "indicator" => Cell::text(framework.nodes()[*node].id()),
                "unit" => unit(framework, *node),
                _ => Cell::empty(),
            };
            columns.iter().map(cell).collect()
        })
        .collect();
    table(&columns, rows)
}

/// The rows of a sample without what the first coder made of them.
///
/// A finding is the first coder's wording: it stands only where there is no quote to judge. Quotes
/// that may not leave the team are there, and `consent` says so.
#[must_use]
pub fn blind(
    framework: &Framework,
    statements: &Statements,
    assessed: &Assessed,
    sample: &Sample,
    seed: u64,
    several: bool,
) -> Table {
    let nodes: Vec<usize> = sample.drawn.iter().map(|it| it.node).collect();
    let answers = answers(framework, &nodes);
    let mut columns = SHOWN.to_vec();
    if several {
        columns.push("framework");
    }
    columns.extend(["basis", "consent"]);
    columns.extend(&answers);
    columns.extend(["coder", "note"]);
    let note = format!(
        "{MARK} seed={seed} units={}/{}",
        sample.drawn.len(),
        sample.of
    );
    let text = |text: Option<&str>| text.map_or_else(Cell::empty, Cell::text);
    let mut rows = Vec::new();
    for drawn in &sample.drawn {
        let assessment = &assessed.assessments[drawn.assessment];
        for at in &drawn.rows {
            let row = &statements.rows()[*at];
            let evidence = row.evidence.as_deref();
            let quote = evidence.and_then(|it| it.quote.as_deref());
            let finding = evidence.and_then(|it| it.finding.as_deref());
            let cell = |column: &&str| match *column {
                "region" => Cell::text(&*assessment.region.name),
                "kind" => text(row.kind.as_deref()),
                "indicator" => Cell::text(framework.nodes()[drawn.node].id()),
                "wave" => text(assessment.wave.as_deref()),
                "stage" => text(assessment.stage.map(crate::statement::Stage::id)),
                "informant" => text(row.informant.as_deref()),
                "role" => text(row.role.as_deref()),
                "agency" => {
                    let all: Vec<&str> = row.agencies.iter().map(|it| &**it).collect();
                    text(Some(&*all.join("; ")).filter(|it| !it.is_empty()))
                }
                "id" => text(row.id.as_deref()),
                "quote" => text(quote),
                "finding" => text(finding.filter(|_| quote.is_none())),
                "source" => text(evidence.and_then(|it| it.source.as_deref())),
                "locator" => text(evidence.and_then(|it| it.locator.as_deref())),
                "framework" => Cell::text(framework.id()),
                "basis" => Cell::text(row.basis.id()),
                "consent" => text(match evidence.and_then(|it| it.consent) {
                    Some(true) => Some("yes"),
                    Some(false) => Some("no"),
                    None => None,
                }),
                "unit" => unit(framework, drawn.node),
                "note" => Cell::text(note.as_str()),
                _ => Cell::empty(),
            };
            rows.push(columns.iter().map(cell).collect());
        }
    }
    // Columns that matter only where some row fills them.
    let all = table(&columns, rows);
    all.without(|id, cell| {
        let plain = matches!(cell.content, super::Content::Empty);
        match id {
            "kind" | "finding" => plain,
            "basis" => *cell == Cell::text("native"),
            _ => false,
        }
    })
}
