//! Cells, statements, results and ranks in tables.

use std::collections::BTreeSet;

use crate::advise::diff::{Axis, CellChange, Change, Figure, ScoreChange, StatementChange};
use crate::compare::Places;
use crate::statement::Field;
use crate::text::{label, shortened};
use crate::view::report::Detail;
use crate::view::{Block, Cell, Column, Table, Tone, words};

use super::{DiffReport, RowPlace, answer, names};

/// In brief no more cells are listed.
const MOST_CELLS: usize = 12;
/// In brief no more statements are listed.
const MOST_STATEMENTS: usize = 8;
/// In brief no more regions are listed.
const MOST_REGIONS: usize = 20;
/// With more regions than this the groups are left to `--full`.
const FEW: usize = 4;
/// In brief no more groups are listed.
const MOST_GROUPS: usize = 12;
/// In brief no more letters of a text are shown.
const MOST_LETTERS: usize = 60;

/// The rows that are shown, and below the table how many more there are.
fn push(
    report: &DiffReport,
    (detail, most): (Detail, usize),
    heading: &str,
    columns: Vec<Column>,
    mut rows: Vec<Vec<Cell>>,
    blocks: &mut Vec<Block>,
) {
    if rows.is_empty() {
        return;
    }
    let shown = match detail {
        Detail::Full => rows.len(),
        Detail::Brief => rows.len().min(most),
    };
    let more = rows.len() - shown;
    rows.truncate(shown);
    blocks.push(Block::heading(heading));
    let table = Table { columns, rows };
    let is_empty = |_: &str, cell: &Cell| *cell == Cell::empty();
    blocks.push(Block::Table(table.without(is_empty)));
    if more > 0 {
        blocks.push(Block::Paragraph(label::diff_more(report.lang, more)));
    }
}

fn region_column(report: &DiffReport) -> Column {
    let framework = &report.scored().framework;
    Column::text("region", words::region_heading(report.lang, framework))
}

/// The region, which one region alone does not need in every row.
fn region_cell(report: &DiffReport, unit: usize) -> Cell {
    match report.diff.units.len() {
        1 => Cell::empty(),
        _ => Cell::text(report.place(&report.diff.units[unit])).tone(Tone::Strong),
    }
}

fn title_cell(report: &DiffReport, node: usize) -> Cell {
    Cell::text(words::title(report.lang, &report.scored().framework, node))
}

fn side_columns(report: &DiffReport) -> [Column; 2] {
    let [a, b] = &report.sides;
    [
        Column::number("a", short(&a.name)),
        Column::number("b", short(&b.name)),
    ]
}

/// What stands behind the last slash of a name of data.
fn short(name: &str) -> String {
    let name = name.trim_end_matches(['/', '\\']);
    name.rsplit(['/', '\\']).next().unwrap_or(name).to_owned()
}

/// A text, and an empty cell where there is none.
fn maybe(text: String) -> Cell {
    match text.is_empty() {
        true => Cell::empty(),
        false => Cell::text(text),
    }
}

fn text(detail: Detail, text: &str) -> String {
    match detail {
        Detail::Full => text.to_owned(),
        Detail::Brief => shortened(text, MOST_LETTERS),
    }
}

/// Every cell that differs, with the reason of the later side.
pub(super) fn cells(report: &DiffReport, detail: Detail, blocks: &mut Vec<Block>) {
    let lang = report.lang;
    let [a, b] = side_columns(report);
    let columns = vec![
        region_column(report),
        Column::text("indicator", label::indicator(lang)),
        a,
        b,
        Column::text("why", label::diff_why(lang)),
    ];
    let row = |it: &CellChange| {
        let assessments = report.diff.assessments[it.unit];
        let value = |side: usize, figure: Figure| {
            let scored = &report.sides[side].scored;
            match assessments[side] {
                Some(at) => {
                    let assessment = &scored.assessed.assessments[at];
                    words::leaf_cell(lang, &scored.framework, assessment, it.node)
                }
                None => Cell::missing(words::reason(&report.wording(), figure.reason)),
            }
        };
        vec![
            region_cell(report, it.unit),
            title_cell(report, it.node),
            value(0, it.a),
            value(1, it.b),
            maybe(text(detail, &reasons(report, it).join("; "))),
        ]
    };
    let rows = report.diff.cells.changes.iter().map(row).collect();
    let heading = label::diff_cells_heading(lang);
    push(report, (detail, MOST_CELLS), heading, columns, rows, blocks);
    let mut cells = report.diff.cells.changes.iter();
    if report.axis != Axis::Corrections && cells.any(|it| !reasons(report, it).is_empty()) {
        blocks.push(Block::Paragraph(label::diff_why_line(lang).to_owned()));
    }
}

/// What the rows of the later side give as their reasons, each once.
pub(super) fn reasons<'r>(report: &'r DiffReport, it: &CellChange) -> Vec<&'r str> {
    let mut out: Vec<&str> = Vec::new();
    for at in &it.statements {
        let why = report.why(&report.diff.statements[*at]);
        out.extend(why.filter(|why| !out.contains(why)));
    }
    out
}

/// Every statement that differs, field by field, with both places.
pub(super) fn statements(report: &DiffReport, detail: Detail, blocks: &mut Vec<Block>) {
    let lang = report.lang;
    let columns = vec![
        region_column(report),
        Column::text("indicator", label::indicator(lang)),
        Column::text("speaker", label::diff_speaker(lang)).optional(),
        Column::text("coder", label::diff_coder(lang)).optional(),
        Column::text("how", label::diff_how(lang)),
        Column::text("what", label::diff_what(lang)),
        Column::text("place", label::diff_place(lang)),
    ];
    let coder_of = |it: &StatementChange| {
        let rows = report.rows_of(it);
        rows[1].or(rows[0])?.coder.clone()
    };
    let coders: BTreeSet<_> = report.diff.statements.iter().map(coder_of).collect();
    // One coder of all is nobody to tell from others, and two coders are the sides themselves.
    let has_coders = coders.len() > 1 && report.axis != Axis::Coder;
    let row = |it: &StatementChange| {
        let rows = report.rows_of(it);
        let coder = coder_of(it).filter(|_| has_coders);
        let coder = coder.map(|it| it.to_string());
        let speaker = rows[1]
            .or(rows[0])
            .and_then(|row| words::speaker(lang, row));
        let how = match it.change {
            Change::Added => answer::one_sided(report, 1, label::diff_added(lang)),
            Change::Removed => answer::one_sided(report, 0, label::diff_removed(lang)),
            Change::Changed => label::diff_changed(lang).to_owned(),
        };
        let file = |side: usize| Some(report.file(side, rows[side]?));
        let place = match (file(0), file(1)) {
            (Some(one), Some(other)) if one == other => one.shown(),
            (Some(one), Some(other)) if one.table() == other.table() => {
                format!("{} → {}", one.shown(), other.row)
            }
            (Some(one), Some(other)) => format!("{} → {}", one.shown(), other.shown()),
            (one, other) => one.or(other).map(RowPlace::shown).unwrap_or_default(),
        };
        vec![
            region_cell(report, it.unit),
            match report.item(it) {
                Some(item) => {
                    let title = words::title(lang, &report.scored().framework, it.node);
                    Cell::text(format!("{title} · {item}"))
                }
                None => title_cell(report, it.node),
            },
            speaker.map_or_else(Cell::empty, Cell::text),
            coder.map_or_else(Cell::empty, Cell::text),
            Cell::text(how),
            Cell::text(what(report, detail, it)),
            Cell::text(place),
        ]
    };
    let rows = report.diff.statements.iter().map(row).collect();
    let heading = label::diff_statements_heading(lang);
    push(
        report,
        (detail, MOST_STATEMENTS),
        heading,
        columns,
        rows,
        blocks,
    );
}

/// What of a statement that stands on one side only is told in brief.
const SAID: [Field; 6] = [
    Field::Level,
    Field::Value,
    Field::Direction,
    Field::Item,
    Field::Finding,
    Field::Quote,
];

/// `level: 3 → 2; catatan: – → salah kutip`; of a statement on one side what it says.
fn what(report: &DiffReport, detail: Detail, it: &StatementChange) -> String {
    let lang = report.lang;
    let framework = &report.scored().framework;
    let content = |it: &Option<crate::advise::diff::Content>| match it {
        Some(it) => text(detail, &names::content(lang, it)),
        None => label::diff_none(lang).to_owned(),
    };
    // The region and the indicator stand before, and the coder's names of sides above all.
    let is_told = |field: Field| match it.change {
        Change::Changed => true,
        _ if detail.is_full() => true,
        _ => SAID.contains(&field),
    };
    let fields = it.fields.iter().filter(|it| is_told(it.field));
    let parts: Vec<String> = fields
        .map(|field| {
            let name = names::field(lang, framework, field.field);
            match it.change {
                Change::Changed => {
                    format!("{name}: {} → {}", content(&field.a), content(&field.b))
                }
                Change::Added => format!("{name}: {}", content(&field.b)),
                Change::Removed => format!("{name}: {}", content(&field.a)),
            }
        })
        .collect();
    parts.join("; ")
}

/// The number of a side, or the reason.
fn told(report: &DiffReport, side: usize, figure: Figure) -> Cell {
    let scored = &report.sides[side].scored;
    match figure.told {
        Some(told) => {
            let least = scored.method.reporting.decimals;
            let decimals = words::told_decimals(&scored.framework, told, least);
            Cell::number(told, decimals)
        }
        None => Cell::missing(words::reason(&report.wording(), figure.reason)),
    }
}

fn change(report: &DiffReport, it: &ScoreChange) -> Cell {
    let decimals = report.scored().method.reporting.decimals;
    it.told()
        .map_or_else(Cell::empty, |it| Cell::change_of(it, decimals, false))
}

/// The whole of each region that differs there or in its rank.
pub(super) fn results(report: &DiffReport, detail: Detail, blocks: &mut Vec<Block>) {
    let lang = report.lang;
    let diff = &report.diff;
    let [a, b] = side_columns(report);
    let columns = vec![
        region_column(report),
        a,
        b,
        Column::number("change", label::diff_change(lang)),
        Column::text("rank", label::diff_rank(lang)),
    ];
    let ranks = &diff.ranks;
    let has_ranks = ranks.among.iter().any(|it| *it > 1);
    let mut ranked: BTreeSet<&str> = BTreeSet::new();
    let mut ranges = false;
    let mut sized: Vec<(f64, Vec<Cell>)> = Vec::new();
    for (at, unit) in diff.units.iter().enumerate() {
        let score = diff.scores.iter().find(|it| it.unit == at && it.node == 0);
        let is_ranked_here = (ranks.wave.is_none() || ranks.wave == unit.wave)
            && (ranks.stage.is_none() || ranks.stage == unit.stage);
        let rank = ranks.regions.iter();
        let rank = rank
            .filter(|_| has_ranks && is_ranked_here)
            .find(|it| it.region == unit.region);
        let moved = rank.is_some_and(|it| it.differs()) && ranked.insert(&unit.region);
        if score.is_none() && !moved {
            continue;
        }
        let place = |it: Option<(usize, Places)>| match it {
            Some((rank, places)) => words::place_text(rank, places),
            None => label::diff_unranked(lang).to_owned(),
        };
        let open = |it: Option<(usize, Places)>| it.is_some_and(|it| it.1.best != it.1.worst);
        ranges |= rank.is_some_and(|it| open(it.a) || open(it.b));
        let index = |side: usize| {
            let at = diff.assessments[at][side]?;
            let result = &report.sides[side].scored.assessed.assessments[at].nodes[0];
            Some(Figure {
                number: result.score,
                told: result.told,
                reason: result.reason,
            })
        };
        let told_of = |side: usize| match index(side) {
            Some(figure) => told(report, side, figure),
            None => Cell::missing(label::no_statement(lang)),
        };
        let size = score.and_then(ScoreChange::change).map_or(0.0, f64::abs);
        let row = vec![
            Cell::text(report.place(unit)).tone(Tone::Strong),
            told_of(0),
            told_of(1),
            score.map_or_else(|| Cell::change_of(0.0, 0, true), |it| change(report, it)),
            match rank {
                Some(it) if it.a == it.b => Cell::text(place(it.b)),
                Some(it) => Cell::text(format!("{} → {}", place(it.a), place(it.b))),
                None => Cell::empty(),
            },
        ];
        sized.push((size, row));
    }
    // Where not all are shown, those that differ most are.
    if !detail.is_full() && sized.len() > MOST_REGIONS {
        sized.sort_by(|one, other| other.0.total_cmp(&one.0));
    }
    let rows = sized.into_iter().map(|(_, row)| row).collect();
    let heading = label::diff_scores_heading(lang);
    push(
        report,
        (detail, MOST_REGIONS),
        heading,
        columns,
        rows,
        blocks,
    );
    // Who joined or left moves the others.
    if has_ranks && ranks.among[0] != ranks.among[1] {
        let [a, b] = &report.sides;
        let line = label::diff_among_line(
            &report.wording(),
            ranks.among[0],
            a.name.as_str(),
            ranks.among[1],
            b.name.as_str(),
        );
        blocks.push(Block::Paragraph(line));
    }
    if ranges {
        let line = label::diff_range_line(lang);
        blocks.push(Block::Paragraph(line.to_owned()));
    }
}

/// Every group that differs; in brief only of a few regions.
pub(super) fn groups(report: &DiffReport, detail: Detail, blocks: &mut Vec<Block>) {
    if !detail.is_full() && report.diff.units.len() > FEW {
        return;
    }
    let lang = report.lang;
    let [a, b] = side_columns(report);
    let columns = vec![
        region_column(report),
        Column::text("group", label::group(lang)),
        a,
        b,
        Column::number("change", label::diff_change(lang)),
    ];
    let scores = report.diff.scores.iter().filter(|it| it.node > 0);
    let rows = scores.map(|it| {
        vec![
            region_cell(report, it.unit),
            title_cell(report, it.node),
            told(report, 0, it.a),
            told(report, 1, it.b),
            change(report, it),
        ]
    });
    let (rows, heading) = (rows.collect(), label::diff_groups_heading(lang));
    push(
        report,
        (detail, MOST_GROUPS),
        heading,
        columns,
        rows,
        blocks,
    );
}
