//! The answer in sentences, and the cells on which it hangs.

use crate::compare::{Effect, Pivot, Ranked};
use crate::text::{label, list};

use crate::view::report::Detail;
use crate::view::shown::{Shown, short_name};
use crate::view::{Block, Cell, Column, Table, words};

/// In brief so many pairs of neighbours are told of.
const MOST_PAIRS: usize = 4;
/// So many cells of a pair are named.
const NAMED: usize = 3;
/// More names than this are no answer.
const MOST_FIRST: usize = 5;

/// Who stands first, as far as that is known, and what that hangs on.
pub(super) fn section(shown: &Shown, blocks: &mut Vec<Block>) {
    let lines: Vec<String> = first(shown).into_iter().chain(filtered(shown)).collect();
    if !lines.is_empty() {
        blocks.push(Block::Paragraph(lines.join(" ")));
    }
}

fn name(shown: &Shown, ranked: &Ranked) -> String {
    short_name(&shown.assessment(ranked.assessment).region.name)
}

/// The result of a region; with its verdict where a minimum may hold it down, since there the higher number
/// can have the worse one.
fn told(shown: &Shown, ranked: &Ranked) -> String {
    let index = &shown.assessment(ranked.assessment).nodes[0];
    let Some(told) = index.told else {
        return String::new();
    };
    let number = words::told_text(shown.lang, shown.scored, told);
    let has_minimums = !shown.framework().minimums().is_empty();
    match words::band(shown.lang, shown.scored, 0, index).filter(|_| has_minimums) {
        Some(verdict) => format!("{number}, {verdict}"),
        None => number,
    }
}

fn first(shown: &Shown) -> Vec<String> {
    let lang = shown.lang;
    let ranking = &shown.comparison.whole;
    let Some(best) = ranking.first() else {
        return Vec::new();
    };
    if shown.comparison.among == 1 {
        return vec![label::one_region(
            &shown.wording(),
            name(shown, best),
            told(shown, best),
        )];
    }
    let could: Vec<String> = ranking
        .iter()
        .filter(|it| it.places.best == 1)
        .map(|it| name(shown, it))
        .collect();
    if best.places.worst > 1 {
        return match could.len() {
            0..=MOST_FIRST => vec![label::first_open(&shown.wording(), list(could))],
            many => vec![label::first_open_among(&shown.wording(), many)],
        };
    }
    if could.len() > 1 {
        return vec![label::first_together(lang, list(could), told(shown, best))];
    }
    let Some(next) = ranking.get(1) else {
        let count = shown.comparison.among;
        return vec![label::first_alone(
            lang,
            name(shown, best),
            told(shown, best),
            count,
        )];
    };
    let (winner, runner_up) = (name(shown, best), name(shown, next));
    let line = label::first_of(
        lang,
        winner,
        told(shown, best),
        runner_up,
        told(shown, next),
    );
    let mut lines = vec![line];
    let between = shown.comparison.pivots.iter();
    let between = between.filter(|it| it.above == best.assessment && it.effect == Effect::Turn);
    let turning: Vec<&Pivot> = between.collect();
    if let Some(least_sure) = turning.first() {
        let same = turning
            .iter()
            .filter(|it| it.confidence == least_sure.confidence);
        let cells: Vec<String> = same.take(NAMED).map(|it| cell(shown, it)).collect();
        lines.push(label::order_hangs(
            &shown.wording(),
            turning.len(),
            cells.join("; "),
        ));
    }
    lines
}

/// What is said where not all ranked regions are shown.
fn filtered(shown: &Shown) -> Option<String> {
    let comparison = shown.comparison;
    let (few, among) = (comparison.ranking.len(), comparison.among);
    (few < among).then(|| label::shown_of_ranked(&shown.wording(), few, among))
}

/// `Kab. Banyuasin, Aturan pelaksanaan 3 → 2 (keyakinan rendah; statements.csv:14)`.
fn cell(shown: &Shown, pivot: &Pivot) -> String {
    let lang = shown.lang;
    let region = short_name(&shown.assessment(pivot.cell).region.name);
    let [from, to] = [pivot.from, pivot.to].map(|it| words::level(lang, it));
    let title = words::title(lang, shown.framework(), pivot.indicator);
    let cell = label::pivot_cell(lang, region, title, from, to);
    let statements = shown.statements();
    match pivot.row.map(|row| &statements.rows()[row]) {
        Some(row) => {
            let place = statements.whereabouts(row);
            label::pivot_sure(lang, cell, words::confidence(lang, pivot.confidence), place)
        }
        None => cell,
    }
}

/// Of each pair of neighbours how many cells turn or tie it, and the least sure of them.
pub(super) fn pivots(shown: &Shown, detail: Detail, blocks: &mut Vec<Block>) {
    let lang = shown.lang;
    let all = &shown.comparison.pivots;
    if all.is_empty() {
        return;
    }
    let pairs: Vec<&[Pivot]> = all
        .chunk_by(|one, other| (one.above, one.below) == (other.above, other.below))
        .collect();
    let most = if detail.is_full() {
        pairs.len()
    } else {
        MOST_PAIRS
    };
    let count = |of: &[Pivot], effect| of.iter().filter(|it| it.effect == effect).count();
    let region = |at: usize| short_name(&shown.assessment(at).region.name);
    let most_cells = if detail.is_full() { usize::MAX } else { NAMED };
    let rows = pairs.iter().take(most).map(|of| {
        let named = of.iter().take(most_cells).map(|it| cell(shown, it));
        vec![
            Cell::text(format!("{} – {}", region(of[0].above), region(of[0].below))),
            Cell::count(count(of, Effect::Turn)),
            Cell::count(count(of, Effect::Tie)),
            Cell::text(named.collect::<Vec<_>>().join("; ")),
        ]
    });
    blocks.push(Block::heading(label::pivots_heading(lang)));
    blocks.push(Block::Paragraph(label::pivots_key(
        &shown.wording(),
        all.len(),
    )));
    blocks.push(Block::Table(Table {
        columns: vec![
            Column::text("pair", label::neighbours(lang)),
            Column::number("turn", label::pivot_turn(lang)),
            Column::number("tie", label::pivot_tie(lang)),
            Column::text("cells", label::least_sure(lang)),
        ],
        rows: rows.collect(),
    }));
    let more = pairs.len().saturating_sub(most);
    if more > 0 {
        blocks.push(Block::Paragraph(label::pivots_more(lang, more)));
    }
}
