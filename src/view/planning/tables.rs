//! The tables of a plan.

use crate::advise::plan::{Aside, Step};
use crate::text::{label, list};
use crate::view::report::Detail;
use crate::view::{Block, Cell, Column, Table, words};

use super::PlanReport;

/// So many steps stand in brief.
pub(super) const STEPS: usize = 30;
/// So many replacements are named in brief.
const NAMED: usize = 5;
/// So many indicators that are not raised are listed in brief.
const ASIDE: usize = 10;

/// The raises in their order, no more than `most`.
pub(super) fn steps(report: &PlanReport, (detail, most): (Detail, usize), blocks: &mut Vec<Block>) {
    let (plan, lang) = (&report.planned.plan, report.lang);
    if plan.steps.is_empty() {
        return;
    }
    let all = plan.steps.iter().enumerate().take(most);
    let rows = all.map(|(at, it)| row(report, detail, at, it)).collect();
    let table = Table {
        columns: vec![
            Column::number("step", label::plan_step(lang)),
            Column::text("indicator", label::indicator(lang)),
            Column::number("from", label::plan_from(lang)),
            Column::number("to", label::plan_to(lang)),
            Column::number("gain", label::plan_gain(lang)),
            Column::number("value", label::plan_running(lang)),
            Column::number("cost", label::plan_cost(lang)),
            Column::text("wave", label::plan_wave(lang)),
            Column::text("items", label::plan_lacking(lang)),
            Column::text("owner", label::plan_owner(lang)),
            Column::text("due", label::plan_due(lang)),
            Column::number("if_failed", label::plan_failed(lang)).optional(),
            match detail.is_full() {
                true => Column::text("instead", label::plan_instead(lang)),
                false => Column::number("instead", label::plan_equals(lang)),
            },
        ],
        rows,
    };
    let one = Cell::short(1.0, 3);
    let table = table.without(|id, cell| match id {
        "cost" => *cell == one,
        _ => *cell == Cell::text(""),
    });
    let has_instead = table.columns.iter().any(|it| it.id == "instead");
    blocks.push(Block::heading(label::plan_steps_heading(lang)));
    blocks.push(Block::Table(table));
    if plan.steps.len() > most {
        let more = plan.steps.len() - most;
        blocks.push(Block::Paragraph(label::plan_more_steps(lang, more)));
    }
    let mut keys = vec![label::plan_order_line(lang).to_owned()];
    if has_instead {
        keys.push(label::plan_instead_key(&report.wording()));
        let common = report.common_instead();
        let most = if detail.is_full() { usize::MAX } else { NAMED };
        let mut names: Vec<String> = common
            .iter()
            .take(most)
            .map(|node| report.title(*node).to_owned())
            .collect();
        if common.len() > most {
            names.push(label::plan_more(lang, common.len() - most));
        }
        if !names.is_empty() {
            keys.push(label::plan_common(lang, list(names)));
        }
    }
    blocks.push(Block::List(keys));
}

fn row(report: &PlanReport, detail: Detail, at: usize, step: &Step) -> Vec<Cell> {
    let lang = report.lang;
    let framework = &report.scored.framework;
    let indicator = framework.nodes()[step.node].indicator();
    let items = indicator.map_or(&[][..], |it| &it.items);
    let items = step.items.iter().map(|at| {
        let item = &items[*at];
        match detail.is_full() {
            true => format!("{} {}", item.code, item.text.get(lang)),
            false => item.code.clone(),
        }
    });
    let instead = step.instead.iter().map(|(node, _)| report.title(*node));
    let instead = match (detail.is_full(), step.instead.len()) {
        (_, 0) => Cell::text(""),
        (true, _) => Cell::text(list(instead)),
        (false, count) => Cell::count(count),
    };
    let wave = step.wave.and_then(|it| report.planned.waves.get(it));
    vec![
        Cell::count(at + 1),
        Cell::text(report.title(step.node)),
        Cell::level(step.from),
        Cell::level(step.to),
        Cell::change_of(step.gain, report.gain_decimals(), false),
        Cell::number(step.value, report.decimals(step.value)),
        Cell::short(step.cost.number(), 3),
        Cell::text(wave.cloned().unwrap_or_default()),
        Cell::text(list(items)),
        Cell::text(step.owner.clone().unwrap_or_default()),
        Cell::text(
            step.due
                .as_ref()
                .map_or_else(String::new, ToString::to_string),
        ),
        match step.if_failed {
            Some(value) => Cell::number(value, report.decimals(value)),
            None => Cell::missing("–"),
        },
        instead,
    ]
}

/// What is done and reached in each wave.
pub(super) fn waves(report: &PlanReport, blocks: &mut Vec<Block>) {
    let (plan, lang) = (&report.planned.plan, report.lang);
    if report.planned.waves.is_empty() || plan.steps.is_empty() {
        return;
    }
    let mut value = plan.start.unwrap_or_default();
    let rows = report.planned.waves.iter().enumerate().map(|(at, wave)| {
        let mine = || plan.steps.iter().filter(|it| it.wave == Some(at));
        value = mine().next_back().map_or(value, |it| it.value);
        let cost: f64 = mine().map(|it| it.cost.number()).sum();
        vec![
            Cell::text(wave.as_str()),
            Cell::count(mine().count()),
            Cell::short(cost, 3),
            Cell::number(value, report.decimals(value)),
        ]
    });
    let rows = rows.collect();
    blocks.push(Block::heading(label::plan_waves_heading(lang)));
    blocks.push(Block::Table(Table {
        columns: vec![
            Column::text("wave", label::plan_wave(lang)),
            Column::number("steps", label::plan_count(lang)),
            Column::number("cost", label::plan_cost(lang)),
            Column::number("value", label::plan_running(lang)),
        ],
        rows,
    }));
}

/// What is not raised, and why.
pub(super) fn aside(report: &PlanReport, detail: Detail, blocks: &mut Vec<Block>) {
    let (plan, lang) = (&report.planned.plan, report.lang);
    if !plan.unmeasured.is_empty() {
        blocks.push(Block::heading(label::plan_unmeasured_heading(lang)));
        let columns = vec![
            Column::text("indicator", label::indicator(lang)),
            Column::number("could_add", label::plan_could_add_top(lang)),
        ];
        let most = if detail.is_full() { usize::MAX } else { ASIDE };
        let rows = plan.unmeasured.iter().take(most);
        let rows = rows.map(|it| vec![Cell::text(report.title(it.node)), could_add(report, it)]);
        let rows = rows.collect();
        blocks.push(Block::Table(Table { columns, rows }));
        if plan.unmeasured.len() > most {
            let more = plan.unmeasured.len() - most;
            blocks.push(Block::Paragraph(label::plan_more(lang, more)));
        }
    }
    if !plan.external.is_empty() {
        blocks.push(Block::heading(label::plan_external_heading(lang)));
        let framework = &report.scored.framework;
        let columns = vec![
            Column::text("indicator", label::indicator(lang)),
            Column::number("level", words::level_heading(lang, framework)),
            Column::text("by", label::plan_measured_by(lang)),
            Column::number("could_add", label::plan_could_add(&report.wording())),
        ];
        let rows = plan.external.iter().map(|it| {
            let indicator = framework.nodes()[it.node].indicator();
            let by = indicator.and_then(|it| it.fed_by.as_ref());
            vec![
                Cell::text(report.title(it.node)),
                it.level.map_or_else(|| Cell::missing("–"), Cell::level),
                Cell::text(by.map_or("", |it| it.get(lang))),
                could_add(report, it),
            ]
        });
        let rows = rows.collect();
        let table = Table { columns, rows };
        let table = table.without(|id, cell| id == "by" && *cell == Cell::text(""));
        blocks.push(Block::Table(table));
    }
    let names = |all: &[usize]| list(all.iter().map(|at| report.title(*at)));
    if !plan.without_levels.is_empty() {
        let line = label::plan_without_levels(lang, names(&plan.without_levels));
        blocks.push(Block::Paragraph(line));
    }
    if !plan.unpriced.is_empty() {
        let line = label::plan_unpriced(lang, names(&plan.unpriced));
        blocks.push(Block::Paragraph(line));
    }
}

fn could_add(report: &PlanReport, aside: &Aside) -> Cell {
    match aside.could_add {
        Some(more) => Cell::change_of(more, report.gain_decimals(), false),
        None => Cell::missing("–"),
    }
}
