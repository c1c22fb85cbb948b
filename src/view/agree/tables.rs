//! The tables of an agreement.

use crate::scrutiny::agree::{
    Basis, Computed, Family, FamilyAgreement, Part, Presence, Why, interval_of,
};
use crate::stats::Interval;
use crate::stats::agreement::{
    BRENNAN_PREDIGER, COHEN_KAPPA, FLEISS_KAPPA, GWET_AC, KRIPPENDORFF_ALPHA, Metric,
    PERCENT_AGREEMENT, Variant, Weights,
};
use crate::study::Scored;
use crate::text::{label, list_apart, number, percent};
use crate::view::report::Detail;
use crate::view::{Block, Cell, Column, Number, Table, Tone, words};

use super::names::{metric, name, narrow, undefined, why, wording};
use super::{AgreeReport, DECIMALS, Layout, read_as, unit_cells};

/// How many units on which coders differ are shown in brief.
const MOST_APART: usize = 10;

/// A table with a line for each coefficient; what no line has is left out.
fn coefficients(report: &AgreeReport, rows: Vec<Vec<Cell>>) -> Table {
    let lang = report.lang;
    let table = Table {
        columns: vec![
            Column::text("coefficient", label::agree_coefficient(lang)),
            Column::text("metric", label::agree_metric(lang)),
            Column::text("chance", label::agree_chance(lang)),
            Column::number("value", label::value(lang)),
            Column::number("se", label::agree_se(lang)).optional(),
            Column::number("interval", label::agree_interval(lang)),
            Column::number("units", label::agree_units(lang)),
            Column::number("coders", label::agree_coders(lang)).optional(),
            Column::text("remark", label::agree_remark(lang)),
        ],
        rows,
    };
    table.without(|id, cell| {
        let may_go = ["metric", "chance", "se", "interval", "remark"].contains(&id);
        may_go && matches!(cell.content, crate::view::Content::Empty)
    })
}

fn line(report: &AgreeReport, of: &Computed, basis: Option<Basis>, tone: Tone) -> Vec<Cell> {
    let lang = report.lang;
    let text = |text: &str| match text {
        "" => Cell::empty(),
        text => Cell::text(text),
    };
    let share = !of.of.chance;
    let value = match of.value {
        Ok(value) if share => Cell::percent(value, 1),
        Ok(value) => Cell::number(value, DECIMALS),
        Err(_) => Cell::missing("–"),
    };
    vec![
        Cell::text(name(lang, of)).tone(tone),
        text(metric(lang, of.variant)),
        text(match basis {
            Some(Basis::Within) => label::agree_within(lang),
            Some(Basis::Pooled) => label::agree_pooled(lang),
            None => "",
        }),
        value.tone(tone),
        match of.se {
            Some(se) if share => Cell::percent(se, 1),
            Some(se) => Cell::number(se, DECIMALS),
            None => Cell::empty(),
        },
        match interval_of(of) {
            Some(it) if share => {
                let ends = [it.low.max(0.0), it.high].map(|it| Cell::percent(it, 1).content);
                Cell::joined(ends, label::agree_to(lang))
            }
            Some(it) => interval(report, it),
            None => Cell::empty(),
        },
        Cell::count(of.units),
        Cell::count(of.raters),
        match (of.value, of.narrow) {
            (Ok(_), Some(it)) => Cell::text(narrow(lang, it)),
            (Ok(_), None) => Cell::empty(),
            (Err(it), _) => text(why(lang, it)),
        },
    ]
}

fn interval(report: &AgreeReport, of: Interval) -> Cell {
    let decimals = super::decimals(&of);
    let ends = [of.low, of.high].map(|it| Cell::number(it, decimals).content);
    Cell::joined(ends, label::agree_to(report.lang))
}

/// The headline with its main companions.
pub(super) fn main(report: &AgreeReport, family: &FamilyAgreement, blocks: &mut Vec<Block>) {
    let part = &family.whole;
    let both = part.within.is_some();
    let mut rows = Vec::new();
    if let (Some(headline), Basis::Within) = (part.headline(), part.basis) {
        rows.push(line(report, headline, Some(Basis::Within), Tone::Strong));
    }
    if let Some(pooled) = part.pooled() {
        let basis = both.then_some(Basis::Pooled);
        let tone = match part.basis {
            Basis::Pooled => Tone::Strong,
            Basis::Within => Tone::Plain,
        };
        rows.push(line(report, pooled, basis, tone));
    }
    let weights = Variant::Weights(match part.metric {
        Metric::Nominal => Weights::Identity,
        Metric::Ordinal => Weights::Linear,
        Metric::Interval | Metric::Ratio => Weights::Quadratic,
    });
    // What the source of such a table reports.
    let of_layout = match report.read_as.as_ref().map(|it| it.layout) {
        Some(Layout::Counts) => Some((&FLEISS_KAPPA, Variant::Weights(Weights::Identity))),
        Some(Layout::Square) => Some((&COHEN_KAPPA, Variant::Weights(Weights::Identity))),
        _ => None,
    };
    let companions = [
        (&PERCENT_AGREEMENT, Variant::Only),
        (&GWET_AC, weights),
        (&BRENNAN_PREDIGER, weights),
    ];
    for (of, variant) in of_layout.into_iter().chain(companions) {
        // Coefficients of categories say nothing of measurements.
        let suits = family.family != Family::Numbers || !of.chance;
        if let Some(companion) = part.coefficient(of, variant).filter(|_| suits) {
            let basis = (both && of.chance).then_some(Basis::Pooled);
            rows.push(line(report, companion, basis, Tone::Plain));
        }
    }
    blocks.push(Block::Table(coefficients(report, rows)));
    if let ([one, other], [pair]) = (&*report.agreement.coders, &*family.by_pair)
        && let Some(difference) = pair.difference
    {
        let difference = signed(report, difference);
        let line = label::agree_difference_line(report.lang, &**one, &**other, difference);
        blocks.push(Block::Paragraph(line));
    }
}

/// A difference with its sign; none where it rounds to nothing.
fn difference_cell(difference: f64) -> Cell {
    let signed = difference.abs() >= 0.005;
    let value = if signed { difference } else { 0.0 };
    Number {
        signed,
        ..Number::new(value, 2)
    }
    .into()
}

/// As [`difference_cell`], in running text.
fn signed(report: &AgreeReport, difference: f64) -> String {
    if difference.abs() < 0.005 {
        number(0.0, 2, report.lang)
    } else {
        words::change(report.lang, difference, 2, false)
    }
}

/// By indicator, group and pair.
pub(super) fn parts(report: &AgreeReport, family: &FamilyAgreement, blocks: &mut Vec<Block>) {
    let lang = report.lang;
    if let Some(scored) = report.scored() {
        let title = |node: usize| words::title(lang, &scored.framework, node);
        let lines = |of: &[(usize, Part)]| -> Vec<Vec<Cell>> {
            of.iter()
                .filter(|(_, part)| part.pairable > 0)
                .map(|(node, part)| part_line(report, Cell::text(title(*node)), part))
                .collect()
        };
        let by_indicator = lines(&family.by_indicator);
        if by_indicator.len() > 1 {
            let heading = label::agree_indicator_heading(lang);
            let first = Column::text("indicator", label::indicator(lang));
            blocks.push(Block::heading(heading.to_owned()));
            blocks.push(part_table(report, vec![first], by_indicator));
            blocks.push(Block::Paragraph(label::agree_alpha_key(lang).to_owned()));
        }
        let by_group = lines(&family.by_group);
        if by_group.len() > 1 {
            let heading = label::agree_group_heading(lang);
            let first = Column::text("group", label::group(lang));
            blocks.push(Block::heading(heading.to_owned()));
            blocks.push(part_table(report, vec![first], by_group));
            blocks.push(Block::Paragraph(label::agree_group_key(lang).to_owned()));
        }
    }
    // Of two coders the one pair is the whole.
    if report.agreement.coders.len() > 2 && !report.agreement.counted {
        pairs(report, family, blocks);
    }
}

fn part_table(report: &AgreeReport, first: Vec<Column>, rows: Vec<Vec<Cell>>) -> Block {
    let lang = report.lang;
    let mut columns = first;
    columns.extend([
        Column::number("units", label::agree_units(lang)),
        Column::number("same", label::agree_same(lang)),
        Column::number("alpha", label::agree_alpha(lang)),
        Column::number("interval", label::agree_interval(lang)),
        Column::text("remark", label::agree_remark(lang)),
    ]);
    let table = Table { columns, rows };
    Block::Table(table.without(|id, cell| {
        ["interval", "remark"].contains(&id) && matches!(cell.content, crate::view::Content::Empty)
    }))
}

fn part_line(report: &AgreeReport, first: Cell, part: &Part) -> Vec<Cell> {
    let lang = report.lang;
    let headline = part.headline();
    vec![
        first,
        Cell::count(part.pairable),
        match part.share() {
            Some(share) => Cell::share(share),
            None => Cell::empty(),
        },
        match headline.map(|it| it.value) {
            Some(Ok(value)) => Cell::number(value, DECIMALS),
            _ => Cell::missing("–"),
        },
        headline
            .and_then(interval_of)
            .map_or_else(Cell::empty, |it| interval(report, it)),
        match headline.map(|it| it.value) {
            Some(Err(it)) => Cell::text(why(lang, it)),
            Some(Ok(_)) if part.is_paradox() => {
                let share = percent(part.prevailing, 0, lang);
                Cell::text(label::agree_prevails(lang, share))
            }
            _ => Cell::empty(),
        },
    ]
}

fn pairs(report: &AgreeReport, family: &FamilyAgreement, blocks: &mut Vec<Block>) {
    let lang = report.lang;
    let rows: Vec<Vec<Cell>> = family
        .by_pair
        .iter()
        .map(|pair| {
            let first = Cell::text(report.coders(pair).join(" – "));
            let mut row = part_line(report, first, &pair.part);
            let difference = pair.difference.map_or_else(Cell::empty, difference_cell);
            row.insert(3, difference);
            row
        })
        .collect();
    if rows.is_empty() {
        return;
    }
    let mut columns = vec![
        Column::text("pair", label::agree_pair(lang)),
        Column::number("units", label::agree_units(lang)),
        Column::number("same", label::agree_same(lang)),
        Column::number("difference", label::agree_difference(lang)),
        Column::number("alpha", label::agree_alpha(lang)),
    ];
    columns.push(Column::number("interval", label::agree_interval(lang)));
    columns.push(Column::text("remark", label::agree_remark(lang)));
    let table = Table { columns, rows };
    let heading = label::agree_pair_heading(lang);
    blocks.push(Block::heading(heading.to_owned()));
    blocks.push(Block::Table(table.without(|id, cell| {
        ["difference", "interval", "remark"].contains(&id)
            && matches!(cell.content, crate::view::Content::Empty)
    })));
    blocks.push(Block::Paragraph(
        label::agree_difference_key(lang).to_owned(),
    ));
}

/// Every coefficient, and agreement on each level.
pub(super) fn all(report: &AgreeReport, family: &FamilyAgreement, blocks: &mut Vec<Block>) {
    let lang = report.lang;
    let part = &family.whole;
    let mut rows: Vec<Vec<Cell>> = Vec::new();
    let within = part.within.iter().flatten();
    rows.extend(within.map(|it| line(report, it, Some(Basis::Within), Tone::Plain)));
    let basis = part.within.as_ref().map(|_| Basis::Pooled);
    rows.extend(part.coefficients.iter().map(|it| {
        let basis = basis.filter(|_| it.of.chance);
        line(report, it, basis, Tone::Plain)
    }));
    blocks.push(Block::heading(label::agree_all_heading(lang).to_owned()));
    blocks.push(Block::Table(coefficients(report, rows)));
    let rows: Vec<Vec<Cell>> = family
        .by_level
        .iter()
        .map(|it| {
            vec![
                Cell::text(report.value(family.family, it.level)),
                match it.value {
                    Ok(value) => Cell::number(value, DECIMALS),
                    Err(_) => Cell::missing("–"),
                },
                match it.value {
                    Ok(_) => Cell::empty(),
                    Err(it) => Cell::text(why(lang, Why::Undefined(it))),
                },
            ]
        })
        .collect();
    if rows.is_empty() || family.family == Family::Numbers {
        return;
    }
    blocks.push(Block::heading(label::agree_level_heading(
        &report.wording(),
    )));
    let table = Table {
        columns: vec![
            Column::text("level", words::capital(report.values(family.family))),
            Column::number("kappa", label::agree_kappa(lang)),
            Column::text("remark", label::agree_remark(lang)),
        ],
        rows,
    };
    blocks.push(Block::Table(table.without(|id, cell| {
        id == "remark" && matches!(cell.content, crate::view::Content::Empty)
    })));
}

/// Whether coders saw an indicator at all.
pub(super) fn presence(report: &AgreeReport, presence: &Presence, blocks: &mut Vec<Block>) {
    let lang = report.lang;
    blocks.push(Block::heading(
        label::agree_presence_heading(lang).to_owned(),
    ));
    blocks.push(Block::Paragraph(label::agree_presence_line(
        lang,
        presence.units,
        presence.all,
        presence.some,
        presence.none,
    )));
    let value = |name: &str, value: Result<f64, crate::stats::Undefined>| match value {
        Ok(value) => format!("{name}: {}.", number(value, DECIMALS, lang)),
        Err(it) => format!("{name}: – ({}).", undefined(lang, it)),
    };
    let mut lines = Vec::new();
    if let Ok(share) = presence.percent {
        let name = wording(lang, PERCENT_AGREEMENT.label);
        lines.push(format!("{name}: {}.", percent(share, 1, lang)));
    }
    if let Some(share) = presence.positive {
        let name = label::positive_agreement(lang);
        lines.push(format!("{name}: {}.", percent(share, 1, lang)));
    }
    let alpha = format!(
        "{} ({})",
        wording(lang, KRIPPENDORFF_ALPHA.label),
        label::metric_nominal(lang)
    );
    lines.push(value(&alpha, presence.alpha));
    lines.push(value(wording(lang, GWET_AC.label), presence.ac1));
    blocks.push(Block::List(lines));
    let mut key = vec![label::agree_presence_key(lang).to_owned()];
    if presence.drawn {
        key.push(label::agree_presence_drawn(&report.wording()));
    }
    blocks.push(Block::Paragraph(key.join(" ")));
}

/// The units on which coders differ most, with what was said.
pub(super) fn apart(
    report: &AgreeReport,
    family: &FamilyAgreement,
    detail: Detail,
    blocks: &mut Vec<Block>,
) {
    let most = match detail {
        Detail::Brief => MOST_APART,
        Detail::Full => usize::MAX,
    };
    let lang = report.lang;
    blocks.push(Block::heading(label::agree_apart_heading(lang).to_owned()));
    if family.disagreements.is_empty() {
        let count = family.whole.pairable;
        blocks.push(Block::Paragraph(label::agree_all_same(lang, count)));
        return;
    }
    let coders = &report.agreement.coders;
    let given = |values: &[Option<f64>]| {
        if report.agreement.counted {
            return read_as::tallied(report, family.family, values);
        }
        let given = values.iter().zip(coders).filter_map(|(value, coder)| {
            let value = report.value(family.family, (*value)?);
            Some(format!("{coder}\u{a0}{value}"))
        });
        list_apart(given)
    };
    let rows: Vec<Vec<Cell>> = family
        .disagreements
        .iter()
        .take(most)
        .map(|at| {
            let unit = &family.units[*at];
            let mut row: Vec<Cell> = unit_cells(report, unit)
                .into_iter()
                .map(|it| {
                    if it.is_empty() {
                        Cell::empty()
                    } else {
                        Cell::text(it)
                    }
                })
                .collect();
            row.push(Cell::text(given(&unit.values)));
            if let Some(Scored { statements, .. }) = report.scored() {
                let mut quotes: Vec<String> = unit
                    .rows
                    .iter()
                    .map(|row| words::said(lang, &statements.rows()[*row]))
                    .filter(|it| !it.is_empty())
                    .collect();
                let mut seen = std::collections::BTreeSet::new();
                quotes.retain(|it| seen.insert(it.clone()));
                row.push(Cell::text(quotes.join(" | ")));
            }
            row
        })
        .collect();
    let mut columns = match report.scored() {
        Some(scored) => vec![
            Column::text("indicator", label::indicator(lang)),
            Column::text("region", words::region_heading(lang, &scored.framework)),
            Column::text("informant", label::agree_informant(lang)),
        ],
        None => vec![Column::text("unit", label::agree_unit(lang))],
    };
    columns.push(Column::text("given", label::agree_given(lang)));
    if report.scored().is_some() {
        columns.push(Column::text("said", label::agree_said(lang)));
    }
    let table = Table { columns, rows };
    blocks.push(Block::Table(table.without(|id, cell| {
        id == "informant" && matches!(cell.content, crate::view::Content::Empty)
    })));
    let more = family.disagreements.len().saturating_sub(most);
    if more > 0 {
        blocks.push(Block::Paragraph(label::agree_more_apart(lang, more)));
    }
}
