//! Targets as performance reports print them: target, achievement, share, remark.

use schemars::JsonSchema;
use serde::Serialize;

use crate::compare::TargetGap;
use crate::framework::{Framework, TargetOp};
use crate::stats::TOLERANCE;
use crate::study::Scored;
use crate::text::{Lang, label, list, number, rounded};

use super::{Block, Cell, Column, Content, Heading, Number, Table, words};

/// The targets of one or several regions; `with_region` adds a column for their names.
pub(super) fn section(
    scored: &Scored,
    of: &[(&str, Vec<TargetGap>)],
    with_region: bool,
    lang: Lang,
    blocks: &mut Vec<Block>,
) {
    if of.iter().all(|(_, targets)| targets.is_empty()) {
        return;
    }
    let Scored {
        framework, method, ..
    } = scored;
    // A target with two decimals is a target with two decimals, whatever scores are told with.
    let decimals = method.reporting.decimals.max(2);
    let mut columns = vec![
        Column::text("node", label::indicator(lang)),
        Column::number("target", label::target(lang)),
        Column::number("achieved", label::achieved(lang)),
        Column::number("share", label::share_of_target(lang)),
        Column::text("remark", label::remark(lang)),
    ];
    if with_region {
        columns.insert(
            0,
            Column::text("region", words::region_heading(lang, framework)),
        );
    }
    let mut rows = Vec::new();
    for (region, targets) in of {
        for target in targets {
            // Rounding must not carry a number over the target that it has not reached, or the other way.
            let decimals = decimals_beside(target, decimals);
            let goal = [
                Content::Text(target.op.id().to_owned()),
                Content::Number(Number::new(target.value, decimals)),
            ];
            let goal = Cell::joined(goal, "\u{a0}");
            let when = target.wave.as_ref().map(|wave| format!("({wave})"));
            let mut row = vec![
                Cell::text(words::title(lang, framework, target.node)),
                match when {
                    Some(when) => Cell::joined([goal.content, Content::Text(when)], " "),
                    None => goal,
                },
                Cell::maybe(target.achieved, decimals, label::not_measured(lang)),
                match target.share {
                    Some(share) => Cell::percent(share, words::share_decimals(share, &[1.0], 2)),
                    None => Cell::empty(),
                },
                Cell::text(remark(target, decimals, lang)),
            ];
            if with_region {
                row.insert(0, Cell::text(super::shown::short_name(region)));
            }
            rows.push(row);
        }
    }
    let about = label::targets_heading(lang);
    let heading = Heading::from(about);
    blocks.push(Block::heading(match of {
        [(region, _)] if !with_region => {
            heading.of(about, (words::region_heading(lang, framework), *region))
        }
        _ => heading,
    }));
    blocks.push(Block::Table(Table { columns, rows }));
}

/// As many decimals as an achievement needs beside its target, at least `least`.
fn decimals_beside(target: &TargetGap, least: usize) -> usize {
    /// Beyond these the target itself is meant.
    const MOST: usize = 8;
    let side = |it: f64| it.partial_cmp(&target.value);
    let Some(achieved) = target.achieved else {
        return least;
    };
    let is_met = (achieved - target.value).abs() <= TOLERANCE;
    let keeps = |decimals: &usize| side(rounded(achieved, *decimals)) == side(achieved);
    match is_met {
        true => least,
        false => (least..MOST).find(keeps).unwrap_or(least),
    }
}

/// `not yet reached; gap 22,06; 7,35 a year; on a straight line 2022: 77,59, 2023: 84,95`.
fn remark(target: &TargetGap, decimals: usize, lang: Lang) -> String {
    let mut parts = Vec::new();
    match target.reached {
        None => return label::not_measured(lang).to_owned(),
        Some(true) => {
            parts.push(label::target_reached(lang).to_owned());
            if let Some(gap) = target.gap.filter(|gap| *gap < 0.0) {
                parts.push(label::above_by(lang, number(-gap, decimals, lang)));
            }
        }
        Some(false) => parts.push(label::target_not_reached(lang).to_owned()),
    }
    if target.open {
        parts.push(label::target_open(lang).to_owned());
    }
    if let (Some(gap), Some(false)) = (target.gap, target.reached) {
        let gap = number(gap, decimals, lang);
        parts.push(match target.op {
            TargetOp::AtLeast => label::gap_is(lang, gap),
            TargetOp::Above => label::gap_more_than(lang, gap),
        });
        if target.wave.is_none() {
            parts.push(label::no_date(lang).to_owned());
        }
    }
    if let Some(pace) = target.pace {
        parts.push(label::pace_is(lang, number(pace, decimals, lang)));
    }
    if !target.path.is_empty() {
        let path = target
            .path
            .iter()
            .map(|(year, value)| format!("{year}: {}", number(*value, decimals, lang)));
        parts.push(label::path_is(lang, list(path)));
    }
    parts.join("; ")
}

/// How far one region is from one target, for programs.
#[derive(Serialize, JsonSchema)]
pub(super) struct TargetRecord<'a> {
    /// Id of the node.
    node: &'a str,
    /// What should be reached, in the reporting unit; of a number that is not scored in its own.
    value: f64,
    /// `>=`: the value itself is enough; `>`: it is not.
    op: &'static str,
    /// When it should be reached, where the target says so.
    wave: Option<String>,
    /// What was reached; null where it was not measured.
    achieved: Option<f64>,
    /// Target minus achievement; below 0 where the target is passed.
    gap: Option<f64>,
    /// Achievement as a share of the target, 0–1 and above; null for a target of 0.
    share: Option<f64>,
    /// Null where it was not measured.
    reached: Option<bool>,
    /// Whether what is missing could make that otherwise.
    open: bool,
    /// What each year would have to add, where both years are known and the target lies ahead.
    pace: Option<f64>,
    /// The years between, on the straight line from achievement to target.
    path: Vec<PathRecord>,
}

#[derive(Serialize, JsonSchema)]
struct PathRecord {
    wave: String,
    value: f64,
}

/// The record of a distance.
pub(super) fn record<'a>(framework: &'a Framework, gap: &TargetGap) -> TargetRecord<'a> {
    TargetRecord {
        node: framework.nodes()[gap.node].id(),
        value: gap.value,
        op: gap.op.id(),
        wave: gap.wave.clone(),
        achieved: gap.achieved,
        gap: gap.gap,
        share: gap.share,
        reached: gap.reached,
        open: gap.open,
        pace: gap.pace,
        path: gap
            .path
            .iter()
            .map(|(year, value)| PathRecord {
                wave: year.to_string(),
                value: *value,
            })
            .collect(),
    }
}
