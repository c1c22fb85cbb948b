//! What is read otherwise than it was sent, and on what ground: under every report, and in every record.

use std::collections::HashMap;

use schemars::JsonSchema;
use serde::Serialize;

use crate::assess::Assessment;
use crate::statement::{Correction, Source, Stage, Statement};
use crate::study::Scored;
use crate::text::{Lang, label, shortened};

use super::report::Detail;
use super::shown::short_name;
use super::{Block, Cell, Column, Table, words};

/// In brief no more corrections are listed.
const MOST: usize = 5;
/// In brief no more letters of a reason are shown.
const MOST_LETTERS: usize = 60;

/// A correction, and what it is about.
#[derive(Debug, Clone, Copy)]
pub(super) struct Corrected<'a> {
    scored: &'a Scored,
    /// Position of its input.
    source: usize,
    correction: &'a Correction,
    /// The statement, where the corrected row still is one.
    row: Option<&'a Statement>,
    /// Position of the assessment that the statement belongs to, and of its node.
    of: Option<(usize, usize)>,
}

impl<'a> Corrected<'a> {
    /// Positions of the assessment and of the node that it is about.
    pub(super) fn of(&self) -> Option<(usize, usize)> {
        self.of
    }

    fn place(&self) -> Option<&'a Assessment> {
        Some(&self.scored.assessed.assessments[self.of?.0])
    }

    /// Official name where matched, else as written.
    fn region(&self) -> Option<&'a str> {
        let official = self.place().map(|it| &*it.region.name);
        official.or_else(|| self.row.map(|it| &*it.region))
    }

    fn node(&self) -> Option<&'a str> {
        let nodes = self.scored.framework.nodes();
        let id = self.of.map(|(_, node)| nodes[node].id());
        id.or_else(|| self.row.map(|it| &*it.indicator))
    }

    fn title(&self, lang: Lang) -> String {
        match self.of {
            Some((_, 0)) => words::whole(lang, &self.scored.framework).to_owned(),
            Some((_, node)) => words::title(lang, &self.scored.framework, node).to_owned(),
            None => self.node().unwrap_or_default().to_owned(),
        }
    }

    fn source(&self) -> &'a Source {
        &self.scored.statements.sources()[self.source]
    }

    fn record(self) -> CorrectionRecord<'a> {
        let (correction, place) = (self.correction, self.place());
        CorrectionRecord {
            file: self.source().path(),
            sheet: self.source().sheet(),
            row: correction.row,
            column: &correction.header,
            id: self.row.and_then(|it| it.id.as_deref()),
            region: self.region(),
            wave: place.and_then(|it| it.wave.as_deref()),
            stage: place.and_then(|it| it.stage).map(Stage::id),
            indicator: self.node(),
            from: &correction.from,
            to: &correction.to,
            reason: &correction.reason,
            minutes: correction.minutes.as_deref(),
            date: correction.date.plain(),
            by: &correction.by,
        }
    }
}

/// Every correction of the data behind some results, in the order of the inputs.
pub(super) fn all(scored: &Scored) -> Vec<Corrected<'_>> {
    let statements = &scored.statements;
    if statements.corrections().next().is_none() {
        return Vec::new();
    }
    let mut rows: HashMap<(usize, usize), Vec<usize>> = HashMap::new();
    let mut has_rows = vec![false; statements.sources().len()];
    for (at, row) in statements.rows().iter().enumerate() {
        let origin = row.origin();
        has_rows[origin.source] = true;
        rows.entry((origin.source, origin.row))
            .or_default()
            .push(at);
    }
    let mut places: HashMap<usize, (usize, usize)> = HashMap::new();
    for (at, assessment) in scored.assessed.assessments.iter().enumerate() {
        for node in 0..scored.framework.nodes().len() {
            places.extend(assessment.rows[node].iter().map(|row| (*row, (at, node))));
        }
    }
    let mut out = Vec::new();
    // A file of another framework has no rows here, and its corrections are told there.
    let sources = statements.sources().iter().enumerate();
    for (source, input) in sources.filter(|(at, _)| has_rows[*at]) {
        for correction in input.corrections() {
            let of_row = rows
                .get(&(source, correction.row))
                .map_or(&[][..], Vec::as_slice);
            let cell = |at: &&usize| statements.rows()[**at].origin().cell == Some(correction.cell);
            let row = of_row.iter().find(cell).or(of_row.first()).copied();
            out.push(Corrected {
                scored,
                source,
                correction,
                row: row.map(|at| &statements.rows()[at]),
                of: row.and_then(|at| places.get(&at).copied()),
            });
        }
    }
    out
}

/// How many cells are read otherwise than they were sent, in a line; nothing where none is.
pub(super) fn line(scored: &Scored, lang: Lang) -> Option<String> {
    let count = all(scored).len();
    (count > 0).then(|| label::corrections_line(lang, count))
}

/// A table of what is read otherwise than it was sent; nothing where nothing is.
pub(super) fn section(scored: &Scored, (lang, detail): (Lang, Detail), blocks: &mut Vec<Block>) {
    table(&all(scored), (lang, detail), blocks);
}

/// As [`section`], of some corrections.
pub(super) fn table(
    all: &[Corrected<'_>],
    (lang, detail): (Lang, Detail),
    blocks: &mut Vec<Block>,
) {
    let Some(first) = all.first() else { return };
    let framework = &first.scored.framework;
    let shown = match detail {
        Detail::Full => all.len(),
        Detail::Brief => all.len().min(MOST),
    };
    let row = |it: &Corrected<'_>| {
        let correction = it.correction;
        let reason = match detail {
            Detail::Full => correction.reason.clone(),
            Detail::Brief => shortened(&correction.reason, MOST_LETTERS),
        };
        let whole = |text: &str| match text.is_empty() {
            true => label::correction_empty(lang).to_owned(),
            false => text.to_owned(),
        };
        vec![
            Cell::text(it.region().map(short_name).unwrap_or_default()),
            Cell::text(it.title(lang)),
            Cell::text(label::correction_change(
                lang,
                whole(&correction.from),
                whole(&correction.to),
            )),
            Cell::text(reason),
            Cell::text(ground(correction, lang)),
            Cell::text(format!(
                "{}, {}",
                it.source().row(correction.row),
                correction.header
            )),
        ]
    };
    blocks.push(Block::heading(label::corrections_heading(lang).to_owned()));
    blocks.push(Block::Table(Table {
        columns: vec![
            Column::text("region", words::region_heading(lang, framework)),
            Column::text("indicator", label::indicator(lang)),
            Column::text("change", label::correction_column(lang)),
            Column::text("reason", label::diff_why(lang)),
            Column::text("ground", label::correction_ground(lang)),
            Column::text("place", label::correction_place(lang)),
        ],
        rows: all.iter().take(shown).map(row).collect(),
    }));
    if all.len() > shown {
        let more = label::corrections_more(lang, all.len() - shown);
        blocks.push(Block::Paragraph(more));
    }
    blocks.push(Block::Paragraph(label::corrections_key(lang).to_owned()));
}

/// The minutes, the day and who decided it.
pub(super) fn ground(it: &Correction, lang: Lang) -> String {
    let minutes = match &it.minutes {
        Some(minutes) => minutes.as_str(),
        None => label::correction_no_minutes(lang),
    };
    format!("{minutes}; {}; {}", it.date.plain(), it.by)
}

/// Why a statement is read otherwise than it was sent, in one line.
pub(super) fn why(it: &Correction, lang: Lang) -> String {
    label::correction_why(
        lang,
        it.from.as_str(),
        it.to.as_str(),
        it.reason.as_str(),
        ground(it, lang),
    )
}

/// A cell that is read otherwise than it was sent, for programs.
#[derive(Debug, Serialize, JsonSchema)]
pub(super) struct CorrectionRecord<'a> {
    /// The input that holds the cell, as it was sent.
    file: &'a str,
    /// Sheet of a workbook; null for a text.
    sheet: Option<&'a str>,
    /// Line of a text file, row of a sheet.
    row: usize,
    /// What stands above the cell.
    column: &'a str,
    /// The row's own name.
    id: Option<&'a str>,
    /// Official name where matched, else as given.
    region: Option<&'a str>,
    /// Round of assessment where rows name one.
    wave: Option<&'a str>,
    /// Stage of verification where rows name one.
    stage: Option<&'static str>,
    /// Id of what the row speaks of.
    indicator: Option<&'a str>,
    /// What was sent.
    from: &'a str,
    /// What is read in its place.
    to: &'a str,
    /// Why.
    reason: &'a str,
    /// The minutes in which it was agreed.
    minutes: Option<&'a str>,
    /// When, as far as it is known: `2026-03-14`.
    date: String,
    /// Who decided it.
    by: &'a str,
}

/// The corrections of some results for programs.
pub(super) fn records(scored: &Scored) -> impl Iterator<Item = CorrectionRecord<'_>> {
    all(scored).into_iter().map(Corrected::record)
}
