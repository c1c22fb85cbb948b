//! What is read otherwise than it was sent, and on what ground: under every report, and in every record.

use std::collections::{HashMap, HashSet};

use schemars::JsonSchema;
use serde::Serialize;

use crate::assess::Assessment;
use crate::statement::{Correction, Field, Source, Stage, Statement};
use crate::study::Scored;
use crate::text::{Lang, label, shortened};

use super::names::short_name;
use super::report::Detail;
use super::{Block, Cell, Column, Table, words};

/// In brief no more corrections are listed.
const MOST: usize = 5;
/// In brief no more letters of a reason are shown.
const MOST_LETTERS: usize = 60;

/// A correction, and what it is about.
#[derive(Debug, Clone)]
pub(super) struct Corrected<'a> {
    scored: &'a Scored,
    /// Position of its input.
    source: usize,
    correction: &'a Correction,
    /// The first of its statements, where the corrected row still is one.
    row: Option<&'a Statement>,
    /// Positions of the assessments that its statements belong to, and of their nodes.
    of: Vec<(usize, usize)>,
}

impl<'a> Corrected<'a> {
    /// Positions of the assessments and of the nodes that it is about.
    pub(super) fn of(&self) -> &[(usize, usize)] {
        &self.of
    }

    /// Whether any of its statements belongs to such an assessment.
    pub(super) fn is_of(&self, is_it: impl Fn(usize) -> bool) -> bool {
        self.of.iter().any(|(at, _)| is_it(*at))
    }

    /// The cell and what it is read as, which tells a correction from all others.
    pub(super) fn cell(&self) -> (String, usize, &'a str) {
        (self.at(), self.correction.cell, &self.correction.to)
    }

    /// Where its row stands, as [`Statements::whereabouts`] tells it.
    pub(super) fn at(&self) -> String {
        self.source().row(self.correction.row)
    }

    fn place(&self) -> Option<&'a Assessment> {
        let (at, _) = self.of.first()?;
        Some(&self.scored.assessed.assessments[*at])
    }

    /// The node that it is about; none where it is about several.
    fn only_node(&self) -> Option<usize> {
        let (_, node) = self.of.first()?;
        self.of.iter().all(|it| it.1 == *node).then_some(*node)
    }

    /// Official name where matched, else as written.
    fn region(&self) -> Option<&'a str> {
        let official = self.place().map(|it| &*it.region.name);
        official.or_else(|| self.row.map(|it| &*it.region))
    }

    /// Whether what the cell holds may not be shown: words without consent, and who answered a questionnaire.
    fn is_withheld(&self) -> bool {
        let framework = &self.scored.framework;
        let asks_respondents = |node: usize| {
            let indicator = framework.nodes()[node].indicator();
            indicator.is_some_and(|it| it.kind.asks_respondents())
        };
        let names_somebody = matches!(self.correction.field, Some(Field::Informant | Field::Role));
        names_somebody && self.of.iter().any(|it| asks_respondents(it.1))
            || self
                .row
                .is_some_and(|row| is_quote_withheld(self.correction, row))
    }

    /// Its region, with wave and stage where there are several.
    fn whose(&self, lang: Lang) -> String {
        let region = self.region().map(short_name).unwrap_or_default();
        let Some(place) = self.place() else {
            return region;
        };
        let all = &self.scored.assessed.assessments;
        let mut parts = vec![region];
        if all.iter().any(|it| it.wave != place.wave) {
            parts.extend(place.wave.as_deref().map(str::to_owned));
        }
        if self.of.len() == 1 && all.iter().any(|it| it.stage != place.stage) {
            parts.extend(place.stage.map(|it| words::stage(lang, it).to_owned()));
        }
        parts.join(" · ")
    }

    /// Id of what it is about; none where that is several indicators.
    fn node(&self) -> Option<&'a str> {
        if !self.of.is_empty() {
            let nodes = self.scored.framework.nodes();
            return self.only_node().map(|node| nodes[node].id());
        }
        // The correction took away all that was said there.
        let header = self.correction.answer.as_ref();
        let named = header.and_then(|it| it.indicator.as_deref());
        let framework = &self.scored.framework;
        let found = named.and_then(|it| framework.find(it));
        let found = found.map(|it| framework.nodes()[it].id());
        found.or_else(|| self.row.map(|it| &*it.indicator))
    }

    fn header_wave(&self) -> Option<&'a str> {
        self.correction.answer.as_ref()?.wave.as_deref()
    }

    fn title(&self, lang: Lang) -> String {
        match (self.only_node(), self.of.is_empty()) {
            (Some(0), _) => words::whole(lang, &self.scored.framework).to_owned(),
            (Some(node), _) => words::title(lang, &self.scored.framework, node).to_owned(),
            (None, false) => label::correction_whole_row(lang).to_owned(),
            (None, true) => self.node().unwrap_or_default().to_owned(),
        }
    }

    fn source(&self) -> &'a Source {
        &self.scored.statements.sources()[self.source]
    }

    fn record(self) -> CorrectionRecord<'a> {
        let (correction, place) = (self.correction, self.place());
        let header = correction.answer.as_ref();
        let stage = place.map_or(header.and_then(|it| it.stage), |it| it.stage);
        CorrectionRecord {
            file: self.source().path(),
            sheet: self.source().sheet(),
            row: correction.row,
            column: &correction.header,
            id: self.row.and_then(|it| it.id.as_deref()),
            region: self.region(),
            wave: place.map_or_else(|| self.header_wave(), |it| it.wave.as_deref()),
            stage: stage.map(Stage::id),
            indicator: self.node(),
            from: Some(&*correction.from).filter(|_| !self.is_withheld()),
            to: Some(&*correction.to).filter(|_| !self.is_withheld()),
            reason: &correction.reason,
            minutes: correction.minutes.as_deref(),
            date: correction.date.plain(),
            by: &correction.by,
        }
    }
}

/// The inputs that have rows here, with their positions: a file of another framework has none, and its
/// corrections are told there.
fn inputs(scored: &Scored) -> impl Iterator<Item = (usize, &Source)> {
    let statements = &scored.statements;
    let mut has_rows = vec![false; statements.sources().len()];
    for row in statements.rows() {
        has_rows[row.origin().source] = true;
    }
    let sources = statements.sources().iter().enumerate();
    sources.filter(move |(at, _)| has_rows[*at])
}

/// Every correction of the data behind some results, in the order of the inputs.
pub(super) fn all(scored: &Scored) -> Vec<Corrected<'_>> {
    let statements = &scored.statements;
    if statements.corrections().next().is_none() {
        return Vec::new();
    }
    // Few rows are corrected of many that there are.
    let sources = statements.sources().iter().enumerate();
    let wanted: HashSet<(usize, usize)> = sources
        .flat_map(|(at, input)| input.corrections().iter().map(move |it| (at, it.row)))
        .collect();
    let mut rows: HashMap<(usize, usize), Vec<usize>> = HashMap::new();
    for (at, row) in statements.rows().iter().enumerate() {
        let origin = row.origin();
        if wanted.contains(&(origin.source, origin.row)) {
            rows.entry((origin.source, origin.row))
                .or_default()
                .push(at);
        }
    }
    let corrected: HashSet<usize> = rows.values().flatten().copied().collect();
    let places = places(scored, &corrected);
    let mut out = Vec::new();
    for (source, input) in inputs(scored) {
        for correction in input.corrections() {
            let of_row = rows.get(&(source, correction.row));
            let of_row = of_row.map_or(&[][..], Vec::as_slice);
            // A row that gives nothing here belongs to another framework, or is not read at all, which is
            // said when it is read; without an answer it may be the correction that took it away.
            if of_row.is_empty() && !correction.to.is_empty() {
                continue;
            }
            let row = |at: &usize| &statements.rows()[*at];
            let mine = of_row
                .iter()
                .filter(|at| correction.is_of(row(at).origin()));
            let mine: Vec<usize> = mine.copied().collect();
            let mut of: Vec<(usize, usize)> = mine
                .iter()
                .flat_map(|at| places.get(at).into_iter().flatten().copied())
                .collect();
            let first = mine.first().or(of_row.first());
            if mine.is_empty()
                && let Some(first) = first
            {
                of.extend(withdrawn(scored, correction, row(first), places.get(first)));
            }
            out.push(Corrected {
                scored,
                source,
                correction,
                row: first.map(row),
                of,
            });
        }
    }
    out
}

/// Of each row the assessments (positions) and nodes that it speaks of.
type Places = HashMap<usize, Vec<(usize, usize)>>;

/// The places of some rows; the state of an evidence item belongs to every stage of its region and wave.
fn places(scored: &Scored, rows: &HashSet<usize>) -> Places {
    let mut out = Places::new();
    let all = &scored.assessed.assessments;
    for (at, assessment) in all.iter().enumerate() {
        for node in 0..scored.framework.nodes().len() {
            for row in assessment.rows[node].iter().filter(|it| rows.contains(it)) {
                out.entry(*row).or_default().push((at, node));
            }
        }
    }
    for evidence in &scored.assessed.evidence {
        let of_place = all.iter().enumerate();
        let of_place =
            of_place.filter(|(_, it)| (&it.region, &it.wave) == (&evidence.region, &evidence.wave));
        let of_place: Vec<usize> = of_place.map(|(at, _)| at).collect();
        for proof in &evidence.proofs {
            let items = proof.items.iter().filter_map(|it| it.row);
            for row in items.filter(|it| rows.contains(it)) {
                let known = out.entry(row).or_default();
                if known.is_empty() {
                    known.extend(of_place.iter().map(|at| (*at, proof.node)));
                }
            }
        }
    }
    out
}

/// Where an answer belonged that a correction took away: the indicator, wave and stage that its header says,
/// else those of the other answers of its row.
fn withdrawn(
    scored: &Scored,
    correction: &Correction,
    beside: &Statement,
    places: Option<&Vec<(usize, usize)>>,
) -> Option<(usize, usize)> {
    let header = correction.answer.as_ref()?;
    let (at, node) = *places?.first()?;
    let all = &scored.assessed.assessments;
    let wave = header.wave.as_ref().or(beside.wave.as_ref());
    let stage = header.stage.or(beside.stage);
    let is_it = |it: &Assessment| {
        it.region == all[at].region && it.wave.as_ref() == wave && it.stage == stage
    };
    let there = all.iter().position(is_it)?;
    let named = header.indicator.as_deref();
    let node = named.map_or(Some(node), |it| scored.framework.find(it))?;
    Some((there, node))
}

/// How many cells are read otherwise than they were sent, in a line; nothing where none is.
pub(super) fn line(scored: &Scored, lang: Lang) -> Option<String> {
    scored.statements.corrections().next()?;
    let count: usize = inputs(scored).map(|(_, it)| it.corrections().len()).sum();
    (count > 0).then(|| label::corrections_line(lang, count))
}

/// A table of what is read otherwise than it was sent, of the assessments `shown` (positions) where only
/// some are; nothing where nothing is.
pub(super) fn section(
    scored: &Scored,
    shown: Option<&[usize]>,
    (lang, detail): (Lang, Detail),
    blocks: &mut Vec<Block>,
) {
    let mut all = all(scored);
    if let Some(shown) = shown {
        all.retain(|it| it.of().is_empty() || it.is_of(|at| shown.contains(&at)));
    }
    table(&all, (lang, detail), blocks);
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
        let whole = |text: &str| match (text.is_empty(), detail) {
            (true, _) => label::correction_empty(lang).to_owned(),
            (false, Detail::Full) => text.to_owned(),
            (false, Detail::Brief) => shortened(text, MOST_LETTERS),
        };
        vec![
            Cell::text(it.whose(lang)),
            Cell::text(it.title(lang)),
            Cell::text(match it.is_withheld() {
                true => label::correction_withheld(lang).to_owned(),
                false => {
                    let (from, to) = (whole(&correction.from), whole(&correction.to));
                    label::correction_change(lang, from, to)
                }
            }),
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

/// Whether a correction is of words that may not leave the team.
fn is_quote_withheld(correction: &Correction, row: &Statement) -> bool {
    let consent = row.evidence.as_deref().and_then(|it| it.consent);
    correction.field == Some(Field::Quote) && consent == Some(false)
}

/// Why a statement is read otherwise than it was sent, in one line.
pub(super) fn why(it: &Correction, row: &Statement, lang: Lang) -> String {
    let change = match is_quote_withheld(it, row) {
        true => label::correction_withheld(lang).to_owned(),
        false => label::correction_change(lang, it.from.as_str(), it.to.as_str()),
    };
    label::correction_why(lang, change, it.reason.as_str(), ground(it, lang))
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
    /// What was sent; null where it may not be shown.
    from: Option<&'a str>,
    /// What is read in its place, likewise.
    to: Option<&'a str>,
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
