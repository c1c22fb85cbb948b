//! The matrix with every row: what was said, by whom, where it stands, and how it was coded.

use crate::assess::Assessment;
use crate::statement::{Basis, Direction};
use crate::study::Scored;
use crate::text::{Lang, label, list};
use crate::view::{Block, Cell, Column, Table, Tone, kinds, words};

use super::rows::{CellRow, SaidRow};
use super::{cells, heading};

/// Every indicator with all its rows, whatever their use; groups and the index where rows speak of them.
pub(super) fn section(
    scored: &Scored,
    assessment: &Assessment,
    lang: Lang,
    blocks: &mut Vec<Block>,
) {
    heading(scored, assessment, lang, blocks);
    let mut rows = Vec::new();
    for cell in cells(scored, assessment) {
        rows.push(head(cell, lang));
        rows.extend(cell.said().into_iter().map(|it| row(it, lang)));
    }
    blocks.push(Block::Table(Table {
        columns: vec![
            Column::text("indicator", label::indicator(lang)),
            Column::number("level", words::level_heading(lang, &scored.framework)),
            Column::number("directions", label::for_and_against(lang)),
            Column::text("finding", label::finding(lang)),
            Column::text("who", label::who_and_when(lang)),
            Column::text("source", label::source_and_coding(lang)),
        ],
        rows,
    }));
}

/// What comes out of a cell as a whole.
fn head(cell: CellRow<'_>, lang: Lang) -> Vec<Cell> {
    let result = cell.result();
    let title = match cell.at {
        0 => words::whole(lang, &cell.scored.framework).to_owned(),
        _ => words::scored_title(lang, cell.node(), result),
    };
    let level = match (cell.node().indicator(), result.value) {
        (Some(_), Some(_)) => {
            words::leaf_cell(lang, &cell.scored.framework, cell.assessment, cell.at)
        }
        (Some(_), None) => Cell::missing(words::reason(
            &words::wording(lang, &cell.scored.framework),
            result.reason,
        )),
        (None, _) => words::told_cell(lang, cell.scored, result),
    };
    let band = words::band(lang, cell.scored, cell.at, result);
    vec![
        Cell::text(title).tone(Tone::Strong),
        level.tone(Tone::Strong),
        words::directions_cell(result),
        band.map_or_else(Cell::empty, Cell::text),
        Cell::empty(),
        Cell::empty(),
    ]
}

fn row(it: SaidRow<'_>, lang: Lang) -> Vec<Cell> {
    let statements = &it.cell.scored.statements;
    let place = statements.whereabouts(it.row);
    let name = it
        .row
        .id
        .as_deref()
        .map_or(place.clone(), ToOwned::to_owned);
    let sign = match it.row.direction {
        Some(Direction::Supporting) => "+",
        Some(Direction::Inhibiting) => "−",
        Some(Direction::Neutral) => "0",
        None => "",
    };
    vec![
        Cell::text(name).indent(1),
        match it.level() {
            Some(level) => Cell::level(level),
            None => answer(it),
        },
        Cell::text(sign),
        Cell::text(lines(said(it, lang))),
        Cell::text(lines(who(it, lang))),
        Cell::text(lines(source(it, place, lang))),
    ]
}

fn lines(parts: Vec<String>) -> String {
    parts.join("\n")
}

/// The word that stands in place of a level: `belum diperiksa`.
fn answer(it: SaidRow<'_>) -> Cell {
    match &it.row.answer {
        crate::statement::Answer::Label(word) => Cell::missing(word.to_string()),
        _ => Cell::empty(),
    }
}

/// Finding and quote, the quantity that the row gives, and why this level.
fn said(it: SaidRow<'_>, lang: Lang) -> Vec<String> {
    let finding = it.evidence().and_then(|it| it.finding.clone());
    let mut out: Vec<String> = finding.into_iter().collect();
    match it.evidence().and_then(|it| it.quote.as_deref()) {
        Some(_) if it.quote().is_none() => out.push(label::quote_withheld(lang).to_owned()),
        Some(quote) => out.push(format!("“{quote}”")),
        None => {}
    }
    out.extend(kinds::quantity_text(it.row, lang));
    let why = it.evidence().and_then(|it| it.rationale.as_deref());
    out.extend(why.map(|why| format!("{}: {why}", label::rationale(lang))));
    out
}

/// Who spoke, of which office, when and how.
fn who(it: SaidRow<'_>, lang: Lang) -> Vec<String> {
    let speaker = words::speaker(lang, it.row);
    let mut out = vec![speaker.unwrap_or_else(|| label::speaker_unnamed(lang).to_owned())];
    if it.row.informant.is_none() && it.row.role.is_none() && !it.row.agencies.is_empty() {
        out.push(format!(
            "{}: {}",
            label::agency(lang),
            list(&it.row.agencies)
        ));
    }
    let concerns = it.evidence().map_or(&[][..], |it| &it.concerns);
    if !concerns.is_empty() {
        out.push(format!("{}: {}", label::concerns(lang), list(concerns)));
    }
    let date = it.evidence().and_then(|it| it.date.as_deref());
    out.extend(date.map(ToOwned::to_owned));
    out.extend(it.row.method.as_deref().map(ToOwned::to_owned));
    out
}

/// What the row counts as, where its source stands and where it stands itself, and how sure its coder
/// was.
fn source(it: SaidRow<'_>, place: String, lang: Lang) -> Vec<String> {
    let mut out: Vec<String> = words::lesser_use(lang, it.row.usage)
        .map(ToOwned::to_owned)
        .into_iter()
        .collect();
    if it.row.basis == Basis::Cross {
        out.push(label::cross_coded(lang).to_owned());
    }
    out.extend(it.row.coded_as.as_deref().map(|it| format!("← {it}")));
    let evidence = it.evidence();
    out.extend(evidence.and_then(|it| Some(it.source.as_ref()?.to_string())));
    out.extend(evidence.and_then(|it| it.locator.clone()));
    out.push(place);
    let named = [
        (
            label::confidence(lang),
            evidence.and_then(|it| it.confidence.as_deref()),
        ),
        (
            label::note(lang),
            evidence.and_then(|it| it.note.as_deref()),
        ),
        (label::coder(lang), it.row.coder.as_deref()),
    ];
    let said = named.into_iter();
    let said = said.filter_map(|(name, text)| Some(format!("{name}: {}", text?)));
    out.extend(said);
    out
}
