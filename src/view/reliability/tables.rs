//! The tables of a questionnaire.

use crate::scrutiny::questionnaire::{Against, Analysis, ItemResult, ScaleResult};
use crate::stats::reliability::{COEFFICIENTS, attained};
use crate::text::{Lang, label, list};
use crate::view::subject::Subject;
use crate::view::{Block, Cell, Column, Table, Tone};

use super::{
    ReliabilityReport, Split, answer, band_of, coefficient, scale_title, title, undefined,
};

/// Digits of a percentage that people read.
const PERCENT: usize = 1;
/// More different answers than this make no table of frequencies.
const MOST_LEVELS: usize = 12;

/// How often each answer was given: count, share and cumulated share, one table for the items of
/// each scale.
pub(super) fn frequencies(report: &ReliabilityReport, blocks: &mut Vec<Block>) {
    let lang = report.lang;
    let results = &report.whole.items;
    let mut scales: Vec<(Vec<f64>, Vec<usize>)> = Vec::new();
    for (at, item) in results.iter().enumerate() {
        let levels: Vec<f64> = item.frequencies.iter().map(|it| it.value).collect();
        if levels.is_empty() || levels.len() > MOST_LEVELS {
            continue;
        }
        // Answers between levels (a mean of coders) do not make a scale of their own.
        let same = |one: &[f64]| {
            one.len() == levels.len() && one.iter().zip(&levels).all(|(a, b)| (a - b).abs() < 1e-9)
        };
        match scales.iter_mut().find(|(known, _)| same(known)) {
            Some((_, items)) => items.push(at),
            None => scales.push((levels, vec![at])),
        }
    }
    if scales.is_empty() {
        return;
    }
    blocks.push(Block::heading(
        label::rel_frequency_heading(lang).to_owned(),
    ));
    for (levels, items) in &scales {
        let mut columns = vec![
            Column::text("item", label::rel_item(lang)),
            Column::text("what", ""),
        ];
        for level in levels {
            let name = answer(lang, *level);
            columns.push(Column::number(name.clone(), name));
        }
        columns.push(Column::number("sum", label::rel_sum(lang)));
        let rows = items
            .iter()
            .flat_map(|at| item_frequencies(report, *at))
            .collect();
        blocks.push(Block::Table(Table { columns, rows }));
        let names = level_names(report, items);
        if !names.is_empty() {
            blocks.push(Block::Paragraph(label::rel_levels_line(lang, names)));
        }
    }
    blocks.push(Block::Paragraph(label::rel_frequency_key(lang).to_owned()));
}

/// `1 Tidak baik, 2 …` where all these items name their answers alike and none is turned round.
fn level_names(report: &ReliabilityReport, items: &[usize]) -> String {
    let all = &report.questionnaire.items;
    let first = &all[items[0]].levels;
    let alike = items
        .iter()
        .all(|at| all[*at].levels == *first && !all[*at].reversed);
    if !alike {
        return String::new();
    }
    let named = first.iter().filter_map(|(level, name)| {
        let name = name.as_ref()?.get(report.lang);
        Some(format!("{} {name}", answer(report.lang, *level)))
    });
    list(named)
}

fn item_frequencies(report: &ReliabilityReport, at: usize) -> [Vec<Cell>; 3] {
    let lang = report.lang;
    let result = &report.whole.items[at];
    let mut counts = vec![
        Cell::text(title(lang, &report.questionnaire.items[at])),
        Cell::text(label::rel_count(lang)),
    ];
    let mut percents = vec![Cell::empty(), Cell::text(label::rel_percent(lang))];
    let mut cumulated = vec![Cell::empty(), Cell::text(label::rel_cumulative(lang))];
    for it in &result.frequencies {
        counts.push(Cell::count(it.count));
        percents.push(Cell::number(half_up(it.percent), PERCENT));
        cumulated.push(Cell::number(half_up(it.cumulative), PERCENT));
    }
    counts.push(Cell::count(result.answers));
    percents.push(if result.answers == 0 {
        Cell::missing(label::rel_no_answers(lang))
    } else {
        Cell::number(100.0, PERCENT)
    });
    cumulated.push(Cell::empty());
    [counts, percents, cumulated]
}

/// A share as people read it, half up on the decimal number (within 1e-9). Each share by itself: to
/// make three equal thirds add to 100, one of them would have to be printed larger than the others.
fn half_up(percent: f64) -> f64 {
    let factor = 10_f64.powi(i32::try_from(PERCENT).unwrap_or(0));
    (percent * factor + 0.5 + 1e-9).floor() / factor
}

/// Mean, spread, median and attainment of each item, with the categories that were asked for.
pub(super) fn items(report: &ReliabilityReport, blocks: &mut Vec<Block>) {
    let lang = report.lang;
    let mut columns = vec![Column::text("item", label::rel_item(lang))];
    columns.extend(description_columns(report));
    let rows = (0..report.questionnaire.items.len())
        .map(|at| {
            let item = &report.questionnaire.items[at];
            let mut row = vec![Cell::text(title(lang, item))];
            row.extend(description(report, at, &report.whole.items[at]));
            row
        })
        .collect();
    blocks.push(Block::heading(label::rel_items_heading(lang).to_owned()));
    blocks.push(Block::Table(Table { columns, rows }));
    blocks.push(Block::Paragraph(if has_scale(report) {
        let key = label::rel_items_key(lang).to_owned();
        std::iter::once(key)
            .chain(tcr_start(report))
            .collect::<Vec<_>>()
            .join(" ")
    } else {
        let lines = [label::rel_sd_key(lang), label::rel_no_scale_line(lang)];
        lines.join(" ")
    }));
}

/// Where TCR starts: in figures where all scales are one, and nothing where they start at 0.
fn tcr_start(report: &ReliabilityReport) -> Option<String> {
    let lang = report.lang;
    let all = report.questionnaire.items.iter().filter_map(|it| it.ends);
    let mut above: Vec<(f64, f64)> = all.filter(|(min, _)| *min > 0.0).collect();
    above.dedup();
    match above.as_slice() {
        [] => None,
        [(min, max)] => {
            let start = attained(*min, *max)?;
            let [low, high, start] =
                [*min, *max, start].map(|it| crate::text::short_number(it, 1, lang));
            Some(label::rel_tcr_starts(lang, low, high, start))
        }
        _ => Some(label::rel_tcr_above_zero(lang).to_owned()),
    }
}

pub(super) fn has_scale(report: &ReliabilityReport) -> bool {
    report
        .questionnaire
        .items
        .iter()
        .any(|it| it.ends.is_some())
}

fn description_columns(report: &ReliabilityReport) -> Vec<Column> {
    let lang = report.lang;
    let mut columns = vec![
        Column::number("n", label::rel_n(lang)),
        Column::number("mean", label::mean(lang)),
        Column::number("sd", label::rel_sd(lang)),
        Column::number("median", label::rel_median(lang)),
    ];
    if has_scale(report) {
        columns.push(Column::number("tcr", label::rel_tcr(lang)));
        columns.push(Column::number("attained_range", label::rel_of_range(lang)));
    }
    for set in &report.bands {
        let heading = label::rel_band_heading(lang, set.id.as_str());
        columns.push(Column::text(format!("band_{}", set.id), heading));
    }
    columns
}

fn description(report: &ReliabilityReport, at: usize, result: &ItemResult) -> Vec<Cell> {
    let lang = report.lang;
    let item = &report.questionnaire.items[at];
    let nothing = label::rel_no_answers(lang);
    let mut row = vec![
        Cell::count(result.answers),
        Cell::maybe(result.mean, 2, nothing),
        match result.deviation {
            None if result.answers == 1 => Cell::missing(label::rel_one_answer(lang)),
            deviation => Cell::maybe(deviation, 2, nothing),
        },
        Cell::maybe(result.median, 1, nothing),
    ];
    if has_scale(report) {
        let why = if item.ends.is_none() {
            label::rel_no_scale(lang)
        } else {
            nothing
        };
        row.push(match (result.attained, item.ends) {
            (None, Some((min, _))) if min < 0.0 => Cell::missing(label::rel_below_zero(lang)),
            (attained, _) => Cell::maybe(attained, 1, why),
        });
        row.push(Cell::maybe(result.attained_range, 1, why));
    }
    for set in &report.bands {
        row.push(match band_of(set, item, result) {
            Some(label) => Cell::text(label.get(lang)),
            None if item.ends.is_none() => Cell::missing(label::rel_no_scale(lang)),
            None if result.mean.is_none() => Cell::missing(nothing),
            None => Cell::missing(label::rel_outside_bands(lang)),
        });
    }
    row
}

/// Alpha with its interval, standardised alpha and omega of each construct.
pub(super) fn scales(report: &ReliabilityReport, blocks: &mut Vec<Block>) {
    let lang = report.lang;
    let rows = scale_rows(report, &report.whole);
    blocks.push(Block::heading(label::rel_scales_heading(lang).to_owned()));
    blocks.push(Block::Table(Table {
        columns: scale_columns(lang),
        rows,
    }));
    blocks.push(Block::List(scale_notes(report)));
}

fn scale_columns(lang: Lang) -> Vec<Column> {
    let mut columns = vec![
        Column::text("scale", label::rel_scale(lang)),
        Column::number("items", label::rel_item_count(lang)),
        Column::number("respondents", label::rel_respondents(lang)),
        Column::number("alpha", label::rel_alpha(lang)),
        Column::number("interval", label::rel_interval(lang)),
    ];
    columns.extend(COEFFICIENTS.iter().map(|it| {
        let heading = match lang {
            Lang::En => it.label.en,
            Lang::Id => it.label.id,
        };
        Column::number(it.name, heading)
    }));
    columns
}

/// Constructs first, the whole last: it is the one that theses least ask for.
fn scale_rows(report: &ReliabilityReport, analysis: &Analysis) -> Vec<Vec<Cell>> {
    let lang = report.lang;
    let constructs = &report.questionnaire.constructs;
    let order = (1..constructs.len()).chain(std::iter::once(0));
    order
        .map(|at| {
            let it = &analysis.scales[at];
            let value = |it: Result<f64, _>| match it {
                Ok(value) => Cell::number(value, 3),
                Err(why) => Cell::missing(undefined(lang, why)),
            };
            let mut row = vec![
                Cell::text(scale_title(lang, &constructs[at])),
                Cell::count(constructs[at].items.len()),
                Cell::count(it.respondents),
                value(it.alpha).tone(Tone::Strong),
                match (it.interval, it.alpha) {
                    (Some((low, high)), _) => Cell::range(low, high, 3),
                    (None, Ok(_)) => Cell::missing(label::rel_incomplete(lang)),
                    (None, Err(_)) => Cell::empty(),
                },
            ];
            row.extend(it.others.iter().map(|it| value(*it)));
            row
        })
        .collect()
}

fn scale_notes(report: &ReliabilityReport) -> Vec<String> {
    let lang = report.lang;
    let of = &report.questionnaire;
    let mut notes = Vec::new();
    let mixed = |items: &[usize]| {
        let mut ends = items.iter().map(|at| of.items[*at].ends);
        let first = ends.next().flatten();
        ends.any(|it| it != first)
    };
    let defined = |it: &ScaleResult| it.alpha.is_ok_and(|alpha| alpha < 0.0);
    if report.whole.scales.iter().any(defined) {
        notes.push(label::rel_negative_alpha(lang).to_owned());
    }
    for it in report.whole.opposed(of) {
        let item = &of.items[it.item];
        let r = coefficient(lang, it.with_others);
        let name = title(lang, item);
        notes.push(match (item.reversed, &report.subject) {
            (true, _) => label::rel_opposed_reversed(lang, name, r),
            (false, Subject::Table(_)) => label::rel_opposed(lang, name, r, &item.id),
            (false, Subject::Study(_)) => label::rel_opposed_study(lang, name, r, &item.id),
        });
    }
    if of.constructs.iter().any(|it| mixed(&it.items)) {
        notes.push(label::rel_mixed_scales(lang).to_owned());
    }
    if let Some(whole) = report
        .whole
        .scales
        .first()
        .filter(|it| !it.constant.is_empty())
    {
        let names = list(whole.constant.iter().map(|at| title(lang, &of.items[*at])));
        notes.push(match whole.alpha_varying {
            Some(alpha) => label::rel_constant_line(lang, names, coefficient(lang, alpha)),
            None => label::rel_constant_only(lang, names),
        });
    }
    notes.extend(
        [
            label::rel_alpha_key(lang),
            label::rel_interval_key(lang),
            label::rel_omega_key(lang),
        ]
        .map(str::to_owned),
    );
    notes
}

/// Each item against the total of its construct, a table for every construct that is the narrowest
/// of some item.
pub(super) fn validity(report: &ReliabilityReport, blocks: &mut Vec<Block>) {
    let lang = report.lang;
    let of = &report.questionnaire;
    let mut criterion = None;
    for (at, construct) in of.constructs.iter().enumerate() {
        let result = &report.whole.scales[at];
        let own = |(_, item): &(usize, &usize)| of.construct_of(**item) == at;
        let mine: Vec<(usize, &usize)> = construct.items.iter().enumerate().filter(own).collect();
        if mine.is_empty() || result.items.is_empty() {
            continue;
        }
        let rows = mine
            .iter()
            .map(|(position, item)| {
                let found = &result.items[*position];
                let value = |it: Result<f64, _>| match it {
                    Ok(value) => Cell::number(value, 3),
                    Err(why) => Cell::missing(undefined(lang, why)),
                };
                vec![
                    Cell::text(title(lang, &of.items[**item])),
                    value(found.with_total),
                    value(found.with_others),
                    match result.against_criterion(found) {
                        None => Cell::empty(),
                        Some(Against::Both) => Cell::text(label::rel_both_above(lang)),
                        Some(Against::OnlyWithItself) => {
                            Cell::text(label::rel_only_with_itself(lang)).tone(Tone::Strong)
                        }
                        Some(Against::Below) => Cell::text(label::rel_below(lang)),
                    },
                    value(found.alpha_without),
                ]
            })
            .collect();
        let name = scale_title(lang, construct);
        blocks.push(Block::heading(label::rel_validity_heading(lang, name)));
        blocks.push(Block::Table(Table {
            columns: vec![
                Column::text("item", label::rel_item(lang)),
                Column::number("item_total", label::rel_with_total(lang)),
                Column::number("corrected_item_total", label::rel_with_others(lang)),
                Column::text("criterion", label::rel_against_criterion(lang)),
                Column::number("alpha_if_deleted", label::rel_alpha_without(lang)),
            ],
            rows,
        }));
        // One line for all constructs with the same respondents.
        if let Some(it) = result.criterion.filter(|it| criterion != Some(*it)) {
            let value = coefficient(lang, it.value);
            let freedom = it.respondents.saturating_sub(2);
            // How it comes about is said once.
            let line = match criterion {
                None => label::rel_criterion_line(lang, value, freedom),
                Some(_) => label::rel_criterion_again(lang, value, freedom),
            };
            criterion = Some(it);
            blocks.push(Block::Paragraph(line));
        }
    }
}

/// Items and constructs of each part of the respondents.
pub(super) fn split(report: &ReliabilityReport, of: &Split, blocks: &mut Vec<Block>) {
    let Split { by, parts } = of;
    let lang = report.lang;
    let attribute = by.label(lang);
    let name = |value: &Option<String>| match value {
        Some(value) => by.value(lang, value),
        None => label::rel_no_value(lang).to_owned(),
    };
    let mut columns = vec![
        Column::text("item", label::rel_item(lang)),
        Column::text("part", attribute.clone()),
    ];
    columns.extend(description_columns(report));
    let mut rows = Vec::new();
    for (at, item) in report.questionnaire.items.iter().enumerate() {
        for (position, part) in parts.iter().enumerate() {
            let mut row = vec![
                if position == 0 {
                    Cell::text(title(lang, item))
                } else {
                    Cell::empty()
                },
                Cell::text(name(&part.value)),
            ];
            row.extend(description(report, at, &part.analysis.items[at]));
            rows.push(row);
        }
    }
    blocks.push(Block::heading(label::rel_split_heading(lang, &attribute)));
    blocks.push(Block::Table(Table { columns, rows }));
    let mut columns = vec![Column::text("part", attribute)];
    columns.extend(scale_columns(lang));
    let mut rows = Vec::new();
    for part in parts {
        for (position, scale) in scale_rows(report, &part.analysis).into_iter().enumerate() {
            let mut row = vec![if position == 0 {
                Cell::text(name(&part.value))
            } else {
                Cell::empty()
            }];
            row.extend(scale);
            rows.push(row);
        }
    }
    blocks.push(Block::Table(Table { columns, rows }));
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn equal_shares_are_printed_alike_and_halves_go_up() {
        for (share, wanted) in [
            (100.0 / 3.0, 33.3),
            (200.0 / 3.0, 66.7),
            (6.25, 6.3),
            (18.75, 18.8),
            (0.05, 0.1),
            (0.0, 0.0),
            (100.0, 100.0),
        ] {
            assert!((half_up(share) - wanted).abs() < 1e-12, "{share}");
        }
    }
}
