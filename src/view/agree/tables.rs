//! The tables of an agreement.

use crate::scrutiny::agree::{
    Basis, Family, FamilyAgreement, Figure, Part, Presence, Why, interval_of,
};
use crate::stats::agreement::Metric;
use crate::text::{label, list_apart, number, percent};
use crate::view::{Block, Cell, Column, Table, Tone, words};

use super::names::{metric, name, undefined, why};
use super::{About, AgreeShown, DECIMALS, unit_cells};

/// How many units on which coders differ are shown.
const MOST_APART: usize = 10;

/// A table with a line for each figure; what no line has is left out.
fn figures(shown: &AgreeShown, rows: Vec<Vec<Cell>>) -> Table {
    let lang = shown.lang;
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

fn line(shown: &AgreeShown, figure: &Figure, basis: Option<Basis>, tone: Tone) -> Vec<Cell> {
    let lang = shown.lang;
    let text = |text: &str| match text {
        "" => Cell::empty(),
        text => Cell::text(text),
    };
    let share = figure.name == "percent_agreement";
    let value = match figure.value {
        Ok(value) if share => Cell::text(percent(value, 1, lang)),
        Ok(value) => Cell::number(value, DECIMALS),
        Err(_) => Cell::missing("–"),
    };
    vec![
        Cell::text(name(lang, figure)).tone(tone),
        text(metric(lang, figure.metric)),
        text(match basis {
            Some(Basis::Within) => label::agree_within(lang),
            Some(Basis::Pooled) => label::agree_pooled(lang),
            None => "",
        }),
        value.tone(tone),
        match figure.se {
            Some(se) if share => Cell::text(percent(se, 1, lang)),
            Some(se) => Cell::number(se, DECIMALS),
            None => Cell::empty(),
        },
        match interval_of(figure) {
            Some(it) if share => {
                let [low, high] = [it.low.max(0.0), it.high].map(|it| percent(it, 1, lang));
                Cell::text(label::agree_from_to(lang, low, high))
            }
            Some(it) => Cell::text(shown.ends(&it)),
            None => Cell::empty(),
        },
        Cell::count(figure.units),
        Cell::count(figure.raters),
        match figure.value {
            Ok(_) => Cell::empty(),
            Err(it) => text(why(lang, it)),
        },
    ]
}

/// The headline with its main companions.
pub(super) fn main(shown: &AgreeShown, family: &FamilyAgreement, blocks: &mut Vec<Block>) {
    let part = &family.whole;
    let both = part.within.is_some();
    let mut rows = Vec::new();
    if let (Some(figure), Basis::Within) = (part.headline(), part.basis) {
        rows.push(line(shown, figure, Some(Basis::Within), Tone::Strong));
    }
    if let Some(figure) = part.pooled() {
        let basis = both.then_some(Basis::Pooled);
        let tone = match part.basis {
            Basis::Pooled => Tone::Strong,
            Basis::Within => Tone::Plain,
        };
        rows.push(line(shown, figure, basis, tone));
    }
    let weights = match part.metric {
        Metric::Nominal => "unweighted",
        Metric::Ordinal => "linear",
        Metric::Interval | Metric::Ratio => "quadratic",
    };
    let companions = [
        ("percent_agreement", None),
        ("gwet_ac", Some(weights)),
        ("brennan_prediger", Some(weights)),
    ];
    for (name, metric) in companions {
        // Coefficients of categories say nothing of measurements.
        let told = family.family != Family::Numbers || name == "percent_agreement";
        if let Some(figure) = part.figure(name, metric).filter(|_| told) {
            let chance = both && name != "percent_agreement";
            let basis = chance.then_some(Basis::Pooled);
            rows.push(line(shown, figure, basis, Tone::Plain));
        }
    }
    blocks.push(Block::Table(figures(shown, rows)));
    if let ([one, other], [pair]) = (&*shown.agreement.coders, &*family.by_pair)
        && let Some(difference) = pair.difference
    {
        let difference = signed(shown, difference);
        let line = label::agree_difference_line(shown.lang, &**one, &**other, difference);
        blocks.push(Block::Paragraph(line));
    }
}

/// A difference with its sign; none where it rounds to nothing.
fn signed(shown: &AgreeShown, difference: f64) -> String {
    if difference.abs() < 0.005 {
        number(0.0, 2, shown.lang)
    } else {
        words::change(shown.lang, difference, 2, false)
    }
}

/// By indicator, group and pair.
pub(super) fn parts(shown: &AgreeShown, family: &FamilyAgreement, blocks: &mut Vec<Block>) {
    let lang = shown.lang;
    if let About::Study { framework, .. } = shown.about {
        let title = |node: usize| words::title(lang, framework, node).to_owned();
        let lines = |of: &[(usize, Part)]| -> Vec<Vec<Cell>> {
            of.iter()
                .filter(|(_, part)| part.pairable > 0)
                .map(|(node, part)| part_line(shown, Cell::text(title(*node)), part))
                .collect()
        };
        let by_indicator = lines(&family.by_indicator);
        if by_indicator.len() > 1 {
            let heading = label::agree_indicator_heading(lang);
            let first = Column::text("indicator", label::indicator(lang));
            blocks.push(Block::Heading(heading.to_owned()));
            blocks.push(part_table(shown, vec![first], by_indicator));
            blocks.push(Block::Paragraph(label::agree_alpha_key(lang).to_owned()));
        }
        let by_group = lines(&family.by_group);
        if by_group.len() > 1 {
            let heading = label::agree_group_heading(lang);
            let first = Column::text("group", label::group(lang));
            blocks.push(Block::Heading(heading.to_owned()));
            blocks.push(part_table(shown, vec![first], by_group));
            blocks.push(Block::Paragraph(label::agree_group_key(lang).to_owned()));
        }
    }
    // Of two coders the one pair is the whole.
    if shown.agreement.coders.len() > 2 {
        pairs(shown, family, blocks);
    }
}

fn part_table(shown: &AgreeShown, first: Vec<Column>, rows: Vec<Vec<Cell>>) -> Block {
    let lang = shown.lang;
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

fn part_line(shown: &AgreeShown, first: Cell, part: &Part) -> Vec<Cell> {
    let lang = shown.lang;
    let figure = part.headline();
    let same = part.figure("percent_agreement", None);
    vec![
        first,
        Cell::count(part.pairable),
        match same.and_then(|it| it.value.ok()) {
            Some(share) => Cell::share(share),
            None => Cell::empty(),
        },
        match figure.map(|it| it.value) {
            Some(Ok(value)) => Cell::number(value, DECIMALS),
            _ => Cell::missing("–"),
        },
        figure
            .and_then(interval_of)
            .map_or_else(Cell::empty, |it| Cell::text(shown.ends(&it))),
        match figure.map(|it| it.value) {
            Some(Err(it)) => Cell::text(why(lang, it)),
            _ => Cell::empty(),
        },
    ]
}

fn pairs(shown: &AgreeShown, family: &FamilyAgreement, blocks: &mut Vec<Block>) {
    let lang = shown.lang;
    let coders = &shown.agreement.coders;
    let rows: Vec<Vec<Cell>> = family
        .by_pair
        .iter()
        .map(|pair| {
            let [one, other] = pair.coders.map(|at| &*coders[at]);
            let first = Cell::text(format!("{one} – {other}"));
            let mut row = part_line(shown, first, &pair.part);
            let difference = pair
                .difference
                .map_or_else(Cell::empty, |it| Cell::text(signed(shown, it)));
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
    blocks.push(Block::Heading(heading.to_owned()));
    blocks.push(Block::Table(table.without(|id, cell| {
        ["difference", "interval", "remark"].contains(&id)
            && matches!(cell.content, crate::view::Content::Empty)
    })));
    blocks.push(Block::Paragraph(
        label::agree_difference_key(lang).to_owned(),
    ));
}

/// Every coefficient, and agreement on each level.
pub(super) fn all(shown: &AgreeShown, family: &FamilyAgreement, blocks: &mut Vec<Block>) {
    let lang = shown.lang;
    let part = &family.whole;
    let mut rows: Vec<Vec<Cell>> = Vec::new();
    let within = part.within.iter().flatten();
    rows.extend(within.map(|it| line(shown, it, Some(Basis::Within), Tone::Plain)));
    let basis = part.within.as_ref().map(|_| Basis::Pooled);
    rows.extend(part.figures.iter().map(|it| {
        let basis = basis.filter(|_| it.name != "percent_agreement");
        line(shown, it, basis, Tone::Plain)
    }));
    blocks.push(Block::Heading(label::agree_all_heading(lang).to_owned()));
    blocks.push(Block::Table(figures(shown, rows)));
    let rows: Vec<Vec<Cell>> = family
        .by_level
        .iter()
        .map(|it| {
            vec![
                Cell::text(shown.value(family.family, it.level)),
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
    blocks.push(Block::Heading(label::agree_level_heading(lang).to_owned()));
    let table = Table {
        columns: vec![
            Column::text("level", words::capital(shown.values(family.family))),
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
pub(super) fn presence(shown: &AgreeShown, presence: &Presence, blocks: &mut Vec<Block>) {
    let lang = shown.lang;
    blocks.push(Block::Heading(
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
        let name = label::percent_agreement(lang);
        lines.push(format!("{name}: {}.", percent(share, 1, lang)));
    }
    if let Some(share) = presence.positive {
        let name = label::positive_agreement(lang);
        lines.push(format!("{name}: {}.", percent(share, 1, lang)));
    }
    let alpha = format!(
        "{} ({})",
        label::krippendorff_alpha(lang),
        label::metric_nominal(lang)
    );
    lines.push(value(&alpha, presence.alpha));
    lines.push(value(label::gwet_ac1(lang), presence.ac1));
    blocks.push(Block::List(lines));
    let mut key = vec![label::agree_presence_key(lang)];
    if presence.drawn {
        key.push(label::agree_presence_drawn(lang));
    }
    blocks.push(Block::Paragraph(key.join(" ")));
}

/// The units on which coders differ most, with what was said.
pub(super) fn apart(shown: &AgreeShown, family: &FamilyAgreement, blocks: &mut Vec<Block>) {
    let lang = shown.lang;
    blocks.push(Block::Heading(label::agree_apart_heading(lang).to_owned()));
    if family.disagreements.is_empty() {
        let count = family.whole.pairable;
        blocks.push(Block::Paragraph(label::agree_all_same(lang, count)));
        return;
    }
    let coders = &shown.agreement.coders;
    let given = |values: &[Option<f64>]| {
        let told = values.iter().zip(coders).filter_map(|(value, coder)| {
            let value = shown.value(family.family, (*value)?);
            Some(format!("{coder}\u{a0}{value}"))
        });
        list_apart(told)
    };
    let rows: Vec<Vec<Cell>> = family
        .disagreements
        .iter()
        .take(MOST_APART)
        .map(|at| {
            let unit = &family.units[*at];
            let mut row: Vec<Cell> = unit_cells(shown, unit)
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
            if let About::Study { statements, .. } = shown.about {
                let mut said: Vec<String> = unit
                    .rows
                    .iter()
                    .map(|row| words::said(lang, &statements.rows()[*row]))
                    .filter(|it| !it.is_empty())
                    .collect();
                let mut seen = std::collections::BTreeSet::new();
                said.retain(|it| seen.insert(it.clone()));
                row.push(Cell::text(said.join(" | ")));
            }
            row
        })
        .collect();
    let mut columns = match shown.about {
        About::Study { .. } => vec![
            Column::text("indicator", label::indicator(lang)),
            Column::text("region", label::region(lang)),
            Column::text("informant", label::agree_informant(lang)),
        ],
        About::Table { .. } => vec![Column::text("unit", label::agree_unit(lang))],
    };
    columns.push(Column::text("given", label::agree_given(lang)));
    if matches!(shown.about, About::Study { .. }) {
        columns.push(Column::text("said", label::agree_said(lang)));
    }
    let table = Table { columns, rows };
    blocks.push(Block::Table(table.without(|id, cell| {
        id == "informant" && matches!(cell.content, crate::view::Content::Empty)
    })));
    let more = family.disagreements.len().saturating_sub(MOST_APART);
    if more > 0 {
        blocks.push(Block::Paragraph(label::agree_more_apart(lang, more)));
    }
}
