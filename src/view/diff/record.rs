//! The record that programs read: the JSON of `diff`.

use schemars::JsonSchema;
use serde::Serialize;

use crate::advise::diff::{CellChange, Change, ScoreChange, StatementChange};
use crate::assess::Reason;
use crate::statement::{Speaker, Stage, Statement};
use crate::view::dataset::in_csv;
use crate::view::envelope::Body;

use super::rows::DifferenceRow;
use super::{DiffReport, names, reason, tables, unit_of};

/// What differs between two sides.
#[derive(Serialize, JsonSchema)]
#[schemars(inline, extend("x-csv" = in_csv::<DifferenceRow>()))]
pub struct DiffRecord<'a> {
    /// The first side: data as named, a wave, the id of a stage, a coder.
    a: &'a str,
    /// The second side, in the same way.
    b: &'a str,
    /// How many statements there are, however many coders judged them.
    counts: CountsRecord,
    /// Those that differ, one entry for each coding; by region, wave, stage, then in the order of the tree.
    statements: Vec<StatementRecord<'a>>,
    /// Indicators with another value, or with one on one side only.
    cells: Vec<CellRecord<'a>>,
    /// Groups and the index with another score.
    scores: Vec<ScoreRecord<'a>>,
    /// Regions with another rank, of those that are shown.
    ranks: Vec<RankRecord<'a>>,
}

impl Body for DiffRecord<'_> {
    const COMMAND: &'static str = "diff";
}

/// How many statements differ.
#[derive(Serialize, JsonSchema)]
struct CountsRecord {
    /// On either side.
    statements: usize,
    /// Only on the second side.
    added: usize,
    /// Only on the first side.
    removed: usize,
    /// On both sides, and not the same.
    changed: usize,
    /// Of these, in level, value, direction, use or weight.
    judged: usize,
    /// Cells with the same answer that score otherwise, since whole levels of a region's own count as the
    /// upper edge of their band.
    counted_otherwise: usize,
}

/// A statement that differs.
#[derive(Serialize, JsonSchema)]
struct StatementRecord<'a> {
    /// `added`: only the second side has it; `removed`: only the first; `changed`: both.
    change: Change,
    region: &'a str,
    wave: Option<&'a str>,
    stage: Option<Stage>,
    /// Id of its indicator, group or the index; that of the second side where it was moved.
    indicator: &'a str,
    /// Its id in the data; null where it has none.
    id: Option<&'a str>,
    /// Evidence item, or thing of an inventory, that it speaks of.
    item: Option<&'a str>,
    informant: Option<String>,
    coder: Option<&'a str>,
    /// Where it stands on the first side.
    a: Option<PlaceRecord<'a>>,
    /// Where it stands on the second side.
    b: Option<PlaceRecord<'a>>,
    /// What differs; of a statement on one side all that it says.
    fields: Vec<FieldRecord>,
    /// Rationale, else note, of the second side.
    why: Option<&'a str>,
}

/// Where a row stands.
#[derive(Serialize, JsonSchema)]
struct PlaceRecord<'a> {
    file: &'a str,
    /// Sheet of a workbook; null for a text.
    sheet: Option<&'a str>,
    row: usize,
}

/// A field of both sides.
#[derive(Serialize, JsonSchema)]
struct FieldRecord {
    /// Header of its column.
    field: &'static str,
    /// On the first side, as it stands in files; null for nothing, and for words without consent.
    a: Option<String>,
    /// On the second side.
    b: Option<String>,
}

/// An indicator of a region on both sides.
#[derive(Serialize, JsonSchema)]
struct CellRecord<'a> {
    region: &'a str,
    wave: Option<&'a str>,
    stage: Option<Stage>,
    indicator: &'a str,
    /// On the first side; the level where levels are bands of values.
    a: Option<f64>,
    /// On the second side.
    b: Option<f64>,
    /// Why there is none on the first side.
    reason_a: Option<Reason>,
    /// Why there is none on the second side.
    reason_b: Option<Reason>,
    /// Rationales, else notes, of its rows on the second side that differ.
    why: Vec<&'a str>,
}

/// A group or the index of a region on both sides.
#[derive(Serialize, JsonSchema)]
struct ScoreRecord<'a> {
    region: &'a str,
    wave: Option<&'a str>,
    stage: Option<Stage>,
    node: &'a str,
    /// Score on the first side, 0–100.
    a: Option<f64>,
    /// Score on the second side, 0–100.
    b: Option<f64>,
    /// The second minus the first; null where one is missing.
    change: Option<f64>,
    /// The first in the reporting unit.
    told_a: Option<f64>,
    /// The second in the reporting unit.
    told_b: Option<f64>,
    /// Why there is none on the first side.
    reason_a: Option<Reason>,
    /// Why there is none on the second side.
    reason_b: Option<Reason>,
}

/// A region in both rankings.
#[derive(Serialize, JsonSchema)]
struct RankRecord<'a> {
    region: &'a str,
    /// Rank on the first side; null where it is not ranked.
    a: Option<usize>,
    /// Rank on the second side; null where it is not ranked.
    b: Option<usize>,
    /// The best and the worst place it could take on the first side.
    places_a: Option<[usize; 2]>,
    /// The best and the worst place it could take on the second side.
    places_b: Option<[usize; 2]>,
}

pub(super) fn body<'a>(report: &'a DiffReport) -> DiffRecord<'a> {
    let diff = &report.diff;
    let counts = diff.counts;
    let [a, b] = &report.sides;
    DiffRecord {
        a: &a.id,
        b: &b.id,
        counts: CountsRecord {
            statements: counts.all,
            added: counts.added,
            removed: counts.removed,
            changed: counts.changed,
            judged: counts.judged,
            counted_otherwise: diff.cells.counted_otherwise,
        },
        statements: diff
            .statements
            .iter()
            .map(|it| statement(report, it))
            .collect(),
        cells: diff
            .cells
            .changes
            .iter()
            .map(|it| cell(report, it))
            .collect(),
        scores: diff.scores.iter().map(|it| score(report, it)).collect(),
        ranks: diff
            .ranks
            .regions
            .iter()
            .filter(|it| it.differs())
            .map(|it| RankRecord {
                region: &it.region,
                a: it.a.map(|it| it.0),
                b: it.b.map(|it| it.0),
                places_a: it.a.map(|(_, it)| [it.best, it.worst]),
                places_b: it.b.map(|(_, it)| [it.best, it.worst]),
            })
            .collect(),
    }
}

fn id<'a>(report: &'a DiffReport, node: usize) -> &'a str {
    report.scored().framework.nodes()[node].id()
}

fn statement<'a>(report: &'a DiffReport, it: &'a StatementChange) -> StatementRecord<'a> {
    let (region, wave, stage) = unit_of(&report.diff.units[it.unit]);
    let rows = report.rows_of(it);
    let either: Option<&Statement> = rows[1].or(rows[0]);
    let place = |side: usize| {
        let it = report.file(side, rows[side]?);
        Some(PlaceRecord {
            file: it.file,
            sheet: it.sheet,
            row: it.row,
        })
    };
    StatementRecord {
        change: it.change,
        region,
        wave,
        stage,
        indicator: id(report, it.node),
        id: either.and_then(|row| row.id.as_deref()),
        item: report.item(it),
        informant: either.and_then(|row| Speaker::of(row).shown()),
        coder: either.and_then(|row| row.coder.as_deref()),
        a: place(0),
        b: place(1),
        fields: it
            .fields
            .iter()
            .map(|it| FieldRecord {
                field: it.field.header(),
                a: it.a.as_ref().and_then(names::written),
                b: it.b.as_ref().and_then(names::written),
            })
            .collect(),
        why: report.why(it),
    }
}

fn cell<'a>(report: &'a DiffReport, it: &'a CellChange) -> CellRecord<'a> {
    let (region, wave, stage) = unit_of(&report.diff.units[it.unit]);
    CellRecord {
        region,
        wave,
        stage,
        indicator: id(report, it.node),
        a: it.a.number,
        b: it.b.number,
        reason_a: reason(it.a),
        reason_b: reason(it.b),
        why: tables::reasons(report, it),
    }
}

fn score<'a>(report: &'a DiffReport, it: &'a ScoreChange) -> ScoreRecord<'a> {
    let (region, wave, stage) = unit_of(&report.diff.units[it.unit]);
    ScoreRecord {
        region,
        wave,
        stage,
        node: id(report, it.node),
        a: it.a.number,
        b: it.b.number,
        change: it.change(),
        told_a: it.a.told,
        told_b: it.b.told,
        reason_a: reason(it.a),
        reason_b: reason(it.b),
    }
}
