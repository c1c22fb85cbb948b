//! Reruns under other choices as people read them: the verdict first, then ranks with their ranges,
//! what moves them, and the order under other readings.

mod names;
mod record;
mod rows;

use crate::assess::Reason;
use crate::compare::Comparison;
use crate::scrutiny::robust::{
    Choice, FEWEST_SAMPLES, ReadingKind, RegionRange, Robust, SUPPORT, Tried, Varied, WhyNot, tiers,
};
use crate::stats::TOLERANCE;
use crate::study::Scored;
use crate::text::{Lang, label, list, percent};

use super::dataset::Dataset;
use super::envelope::Envelope;
use super::report::{Detail, Record, Report};
use super::shown::{Shown, remarks, short_name, subtitle};
use super::{Block, Cell, Column, Document, Table, Tone, comparison, words};

pub use record::RobustRecord;

/// How many indicators are named.
const NAMED: usize = 10;
/// How many other regions are named as first at times.
const OTHERS: usize = 4;
/// Tiers of more regions than this are counted, not named.
const MOST_NAMES: usize = 12;
/// Where more than this share of the runs has no result, the verdict says what it rests on.
const MANY_FAILED: f64 = 0.05;
/// An option that fails in this share of its runs is hardly tested.
const MOSTLY_FAILED: f64 = 0.5;

/// Reruns of a ranking.
#[derive(Debug)]
pub struct RobustReport<'a> {
    /// The framework with its rows and scores.
    pub scored: &'a Scored,
    /// The ranking that is rerun.
    pub comparison: Comparison,
    /// The reruns.
    pub robust: Robust,
    /// Language of the reader.
    pub lang: Lang,
}

impl Report for RobustReport<'_> {
    fn name(&self) -> &str {
        self.scored.framework.id()
    }

    fn document(&self, _: Detail) -> Document {
        document(self)
    }

    fn datasets(&self) -> Vec<Dataset<'_>> {
        vec![rows::dataset(self)]
    }

    fn record(&self) -> Record<'_> {
        let body = record::body(self);
        Box::new(Envelope::of_scored(body, self.scored, self.lang))
    }
}

impl RobustReport<'_> {
    fn region_name(&self, assessment: usize) -> &str {
        &self.scored.assessed.assessments[assessment].region.name
    }

    fn short(&self, region: &RegionRange) -> String {
        short_name(self.region_name(region.assessment))
    }

    /// Whether there is an order to speak of.
    fn has_order(&self) -> bool {
        self.robust.regions.len() > 1
    }

    fn title(&self, node: usize) -> &str {
        words::title(self.lang, &self.scored.framework, node)
    }
}

fn document(report: &RobustReport) -> Document {
    let RobustReport {
        scored,
        comparison,
        robust,
        lang,
    } = report;
    let lang = *lang;
    let shown = Shown {
        scored,
        comparison,
        lang,
    };
    let mut blocks = Vec::new();
    if report.has_order() {
        blocks.push(Block::heading(label::robust_verdict_heading(lang)));
        blocks.push(Block::List(verdict(report)));
        if robust.done() > 0 {
            ranks(report, &mut blocks);
            choices(report, &mut blocks);
        }
        influence(report, &mut blocks);
        readings(report, &mut blocks);
    } else {
        blocks.push(Block::Paragraph(no_order(report)));
    }
    comparison::outside(&shown, &mut blocks);
    remarks(scored, lang, &mut blocks);
    let run = label::robust_runs_line(lang, u64::from(robust.runs), robust.seed);
    Document {
        lang,
        title: label::robust_title(lang, shown.title()),
        subtitle: format!("{} · {run}", subtitle(&shown)),
        blocks,
    }
}

/// Why there is nothing to rank.
fn no_order(report: &RobustReport) -> String {
    let lang = report.lang;
    let assessments = &report.scored.assessed.assessments;
    let is_profile = assessments
        .iter()
        .all(|it| it.nodes[0].reason == Some(Reason::Profile));
    match report.robust.regions.len() {
        1 => label::robust_one_region(lang).to_owned(),
        _ if is_profile && !assessments.is_empty() => label::robust_profile(lang).to_owned(),
        _ => label::ranked_nothing(lang),
    }
}

/// What the reruns come to, what varied in them, and what did not.
fn verdict(report: &RobustReport) -> Vec<String> {
    let lang = report.lang;
    let robust = &report.robust;
    let mut lines = Vec::new();
    if robust.done() == 0 {
        lines.push(label::robust_none_done(lang).to_owned());
    } else {
        let done = f64::from(robust.done()) / f64::from(robust.runs.max(1));
        if 1.0 - done > MANY_FAILED {
            lines.push(label::robust_rests_on(lang, share_word(lang, done)));
        }
        lines.extend(untested(report));
        lines.extend(first(report));
        lines.extend(order(report));
        lines.extend(most(report));
    }
    if !robust.failed.is_empty() {
        let reasons = robust.failed.iter().map(|(why, count)| {
            label::robust_failure(lang, names::failure(lang, *why), u64::from(*count))
        });
        let failed = u64::from(robust.without_result());
        let runs = u64::from(robust.runs);
        lines.push(label::robust_failed_line(lang, failed, runs, list(reasons)));
    }
    if robust.varied.is_empty() {
        lines.push(label::robust_nothing_varied(lang).to_owned());
    } else {
        let varied = robust
            .varied
            .iter()
            .filter_map(|it| names::varied(lang, it, |option| is_tested(report, it, option)));
        let varied: Vec<String> = varied.collect();
        lines.push(match varied.is_empty() {
            true => label::robust_varied_in_vain(lang).to_owned(),
            false => label::robust_varied_line(lang, varied.join("; ")),
        });
    }
    if !robust.not_varied.is_empty() {
        lines.push(label::robust_not_varied_line(
            lang,
            not_varied(lang, &robust.not_varied),
        ));
    }
    lines.push(label::robust_never(lang).to_owned());
    lines
}

/// Whether something is known of an option. Where no run at all has a result it is not the option
/// that is to blame.
fn is_tested(report: &RobustReport, varied: &Varied, option: usize) -> bool {
    report.robust.done() == 0 || !report.robust.is_untested(varied.choice(), option)
}

/// Whether enough options of a choice gave results for the choice to have varied.
fn has_varied(report: &RobustReport, choice: Choice) -> bool {
    let mut all = report.robust.varied.iter();
    all.find(|it| it.choice() == choice).is_some_and(|it| {
        names::varied(report.lang, it, |option| is_tested(report, it, option)).is_some()
    })
}

/// One line for each option of which no run, or few, have a result.
fn untested(report: &RobustReport) -> Vec<String> {
    let lang = report.lang;
    let robust = &report.robust;
    let line = |varied: &Varied| {
        let options = names::options(lang, varied).into_iter().enumerate();
        let choice = varied.choice();
        let lines = options.filter_map(|(at, name)| {
            let same = |it: &&Tried| it.choice == choice && it.option == at;
            let tried = robust.tried.iter().find(same)?;
            let (runs, failed) = (tried.runs, tried.failed);
            let choice = names::choice(lang, choice);
            if failed == runs {
                return Some(label::robust_untested_line(
                    lang,
                    choice,
                    name,
                    u64::from(runs),
                ));
            }
            let is_rare = f64::from(failed) >= MOSTLY_FAILED * f64::from(runs);
            is_rare.then(|| label::robust_hardly_tested_line(lang, choice, name, failed, runs))
        });
        lines.collect::<Vec<String>>()
    };
    robust.varied.iter().flat_map(line).collect()
}

/// Choices that do not vary, together with those left alone for the same reason.
fn not_varied(lang: Lang, of: &[(Choice, WhyNot)]) -> String {
    let mut reasons: Vec<WhyNot> = Vec::new();
    for (_, why) in of {
        if !reasons.contains(why) {
            reasons.push(*why);
        }
    }
    let parts: Vec<String> = reasons
        .iter()
        .map(|why| {
            let alike = of.iter().filter(|(_, it)| it == why);
            let names = alike.map(|(choice, _)| names::choice(lang, *choice));
            label::robust_with_reason(lang, list(names), names::why_not(lang, *why))
        })
        .collect();
    parts.join("; ")
}

/// Who is first, and how surely.
fn first(report: &RobustReport) -> Option<String> {
    let lang = report.lang;
    let share = |share: f64| share_word(lang, share);
    let chance = |it: &RegionRange| it.range.map_or(0.0, |it| it.p_first);
    let best = report.robust.regions.first()?;
    let tied: Vec<String> = report
        .robust
        .regions
        .iter()
        .filter(|it| it.rank == 1 && chance(it) >= SUPPORT)
        .map(|it| report.short(it))
        .collect();
    if tied.len() > 1 {
        let more = if tied.len() > MOST_NAMES { ", …" } else { "" };
        let named = format!("{}{more}", list(tied.iter().take(MOST_NAMES)));
        return Some(label::robust_first_shared(lang, named, share(SUPPORT)));
    }
    let leaders: Vec<&RegionRange> = report
        .robust
        .regions
        .iter()
        .filter(|it| it.rank == 1)
        .collect();
    let mut others: Vec<&RegionRange> = report
        .robust
        .regions
        .iter()
        .filter(|it| it.rank != 1 && chance(it) > 0.0)
        .collect();
    others.sort_by(|a, b| chance(b).total_cmp(&chance(a)));
    let with_chance = |of: &[&RegionRange], most: usize| {
        let more = if of.len() > most { ", …" } else { "" };
        let named = of
            .iter()
            .take(most)
            .map(|it| label::robust_first_others(lang, report.short(it), share(chance(it))));
        format!("{}{more}", list(named))
    };
    if leaders.len() > 1 {
        let named = with_chance(&leaders, MOST_NAMES);
        return Some(match others.is_empty() {
            true => label::robust_first_tied(lang, named),
            false => label::robust_first_tied_open(lang, named, with_chance(&others, OTHERS)),
        });
    }
    if chance(best) >= SUPPORT || others.is_empty() {
        return Some(label::robust_first_sure(
            lang,
            report.short(best),
            share(chance(best)),
        ));
    }
    Some(label::robust_first_open(
        lang,
        report.short(best),
        share(chance(best)),
        with_chance(&others, OTHERS),
    ))
}

/// Decimals with which a share as a percentage says 0 and 100 only where it means never and always,
/// and does not round onto the line at which an order counts as supported.
fn share_decimals(share: f64) -> usize {
    match share * 100.0 {
        it if it <= 0.0 || it >= 100.0 => 0,
        it if (0.1..=99.9).contains(&it) => 1,
        _ => 2,
    }
}

fn share_word(lang: Lang, share: f64) -> String {
    percent(share, share_decimals(share), lang)
}

/// How much of the order holds.
fn order(report: &RobustReport) -> Vec<String> {
    let lang = report.lang;
    let robust = &report.robust;
    let (held, all) = robust.kept_neighbours();
    let mut lines = vec![label::robust_pairs_line(lang, held, all)];
    let tiers = tiers(robust);
    if robust.regions.len() > MOST_NAMES {
        let largest = tiers.iter().map(Vec::len).max().unwrap_or_default();
        let regions = robust.regions.len();
        lines.push(label::robust_tiers_line(
            lang,
            tiers.len(),
            regions,
            largest,
        ));
    } else {
        lines.extend(tiers.iter().filter(|it| it.len() > 1).map(|tier| {
            let names = tier.iter().map(|at| short_name(report.region_name(*at)));
            label::robust_tier_line(lang, list(names))
        }));
    }
    lines
}

/// The choice that moves most.
fn most(report: &RobustReport) -> Option<String> {
    let lang = report.lang;
    let robust = &report.robust;
    if robust.varied.is_empty() {
        return None;
    }
    // Said of all runs: the samples behind the indices are only some of them.
    if robust.moved == 0 {
        return Some(match robust.failed.is_empty() {
            true => label::robust_nothing_moves(lang).to_owned(),
            false => label::robust_nothing_moved(lang, robust.done(), robust.runs),
        });
    }
    if robust.samples < FEWEST_SAMPLES {
        return Some(label::robust_too_few_samples(
            lang,
            robust.samples,
            FEWEST_SAMPLES,
        ));
    }
    let (choice, most) = robust.strongest()?;
    if most.total <= TOLERANCE {
        return Some(label::robust_seldom_moved(
            lang,
            robust.moved,
            robust.done(),
        ));
    }
    let total = percent(most.total.min(1.0), 0, lang);
    Some(label::robust_most_line(
        lang,
        names::choice(lang, choice),
        total,
    ))
}

/// `2–4`, or `3` where both ends are the same.
fn range(low: f64, high: f64) -> Cell {
    let [low_end, high_end] = [low, high].map(|rank| Cell::short(rank, 1).content);
    if high - low <= TOLERANCE {
        return low_end.into();
    }
    Cell::joined([low_end, high_end], "–")
}

fn ranks(report: &RobustReport, blocks: &mut Vec<Block>) {
    let lang = report.lang;
    let Scored {
        framework, method, ..
    } = report.scored;
    let decimals = method.reporting.decimals;
    let top = report.robust.top;
    let mut columns = vec![
        Column::number("rank", label::rank(lang)),
        Column::text("region", label::region(lang)),
        Column::number("score", words::told_heading(lang, method)),
        Column::number("median_rank", label::robust_median(lang)),
        Column::text("range", label::robust_range(lang)),
        Column::number("p_first", label::robust_first(lang)),
    ];
    if top > 1 {
        columns.push(Column::number("p_top", label::robust_top(lang, top)).optional());
    }
    columns.push(Column::number("above_next", label::robust_above_next(lang)).optional());
    columns.push(Column::number("tier", label::robust_tier(lang)).optional());
    let rows = report
        .robust
        .regions
        .iter()
        .enumerate()
        .map(|(place, it)| {
            let told = method.as_people_read(framework, 0, it.score);
            let mut row = vec![
                Cell::count(it.rank as usize),
                Cell::text(report.short(it)).tone(Tone::Strong),
                Cell::number(told, decimals),
            ];
            let share = |share: Option<f64>| {
                share.map_or_else(Cell::empty, |it| Cell::percent(it, share_decimals(it)))
            };
            let median = it.range.map(|it| Cell::short(it.median, 1));
            row.push(median.unwrap_or_else(Cell::empty));
            let range = it.range.map(|it| range(it.low, it.high));
            row.push(range.unwrap_or_else(Cell::empty));
            row.push(share(it.range.map(|it| it.p_first)));
            if top > 1 {
                row.push(share(it.range.map(|it| it.p_top)));
            }
            row.push(share(report.robust.above_next(place)));
            row.push(Cell::count(it.tier));
            row
        })
        .collect();
    blocks.push(Block::heading(label::robust_heading(lang)));
    blocks.push(Block::Table(Table { columns, rows }));
    blocks.push(Block::List(vec![
        label::robust_range_key(lang).to_owned(),
        label::robust_tier_key(lang).to_owned(),
    ]));
}

fn choices(report: &RobustReport, blocks: &mut Vec<Block>) {
    let lang = report.lang;
    let robust = &report.robust;
    if robust.sobol.iter().all(|(_, it)| it.total <= TOLERANCE) {
        return;
    }
    // An estimate below zero is sampling error: there is no negative share.
    let index = |choice: Choice, value: f64| match has_varied(report, choice) {
        true => Cell::number(value.max(0.0), 2),
        false => Cell::missing(label::robust_untested(lang)),
    };
    let rows = robust
        .sobol
        .iter()
        .map(|(choice, it)| {
            vec![
                Cell::text(words::capital(names::choice(lang, *choice))),
                index(*choice, it.first_order),
                index(*choice, it.total),
            ]
        })
        .collect();
    blocks.push(Block::heading(label::robust_choices_heading(lang)));
    blocks.push(Block::Table(Table {
        columns: vec![
            Column::text("choice", label::robust_choice(lang)),
            Column::number("first_order", label::robust_alone(lang)),
            Column::number("total", label::robust_total(lang)),
        ],
        rows,
    }));
    let mut key = vec![match robust.samples < FEWEST_SAMPLES {
        true => label::robust_sobol_few_key(lang, robust.samples, FEWEST_SAMPLES),
        false => label::robust_sobol_key(lang, robust.samples),
    }];
    key.extend(
        robust
            .varied
            .iter()
            .filter_map(|it| names::note(lang, it))
            .map(str::to_owned),
    );
    blocks.push(Block::List(key));
}

fn influence(report: &RobustReport, blocks: &mut Vec<Block>) {
    let lang = report.lang;
    let mut strongest: Vec<_> = report.robust.influence.iter().collect();
    if strongest.len() < 2 {
        return;
    }
    // What moves most stands first; equals in the order of the tree.
    strongest.sort_by(|a, b| {
        let shift = |it: Option<f64>| it.unwrap_or(f64::INFINITY);
        shift(b.mean_shift).total_cmp(&shift(a.mean_shift))
    });
    let more = strongest.len().saturating_sub(NAMED);
    let nodes = report.scored.framework.nodes();
    let rows = strongest
        .iter()
        .take(NAMED)
        .map(|it| {
            let parent = nodes[it.node].parent().filter(|at| *at > 0);
            vec![
                Cell::text(report.title(it.node)),
                Cell::text(parent.map_or("", |at| report.title(at))),
                Cell::percent(it.weight, 1),
                Cell::maybe(it.correlation, 2, "–"),
                Cell::maybe(it.mean_shift, 2, "–"),
                it.moved.map_or_else(|| Cell::missing("–"), Cell::count),
            ]
        })
        .collect();
    let table = Table {
        columns: vec![
            Column::text("indicator", label::indicator(lang)),
            Column::text("group", label::group(lang)).optional(),
            Column::number("weight", label::weight(lang)),
            Column::number("correlation", label::robust_correlation(lang)).optional(),
            Column::number("mean_shift", label::robust_shift(lang)),
            Column::number("moved", label::robust_moved(lang)).optional(),
        ],
        rows,
    };
    let table = table.without(|id, cell| id == "group" && *cell == Cell::text(""));
    blocks.push(Block::heading(label::robust_influence_heading(lang)));
    blocks.push(Block::Table(table));
    let mut key = vec![label::robust_influence_key(lang).to_owned()];
    if more > 0 {
        key.push(label::robust_more_indicators(lang, more));
    }
    blocks.push(Block::List(key));
}

fn readings(report: &RobustReport, blocks: &mut Vec<Block>) {
    let lang = report.lang;
    let robust = &report.robust;
    if robust.readings.is_empty() {
        return;
    }
    let rows = robust
        .readings
        .iter()
        .map(|it| {
            let scored = it.regions.iter().flatten().count();
            let first = it.regions.iter().zip(&robust.regions);
            let first = first
                .filter(|(reading, _)| reading.is_some_and(|(_, rank)| rank == 1))
                .map(|(_, region)| report.short(region));
            let first: Vec<String> = first.collect();
            let more = if first.len() > OTHERS { ", …" } else { "" };
            vec![
                Cell::text(words::capital(names::reading(lang, it.kind))),
                Cell::number(it.mean_shift, 2),
                Cell::text(label::so_many_of(lang, scored, robust.regions.len())),
                Cell::text(format!("{}{more}", list(first.iter().take(OTHERS)))),
            ]
        })
        .collect();
    blocks.push(Block::heading(label::robust_readings_heading(lang)));
    blocks.push(Block::Table(Table {
        columns: vec![
            Column::text("reading", label::robust_reading(lang)),
            Column::number("mean_shift", label::robust_mean_shift(lang)),
            Column::number("regions", label::regions(lang)).optional(),
            Column::text("first", label::robust_best(lang)),
        ],
        rows,
    }));
    // Each half of the remark belongs to a row.
    let has = |kind: ReadingKind| robust.readings.iter().any(|it| it.kind == kind);
    let note = match (has(ReadingKind::Median), has(ReadingKind::Direction)) {
        (true, true) => label::robust_order_note(lang),
        (true, false) => label::robust_median_note(lang),
        (false, true) => label::robust_direction_note(lang),
        (false, false) => return,
    };
    blocks.push(Block::Paragraph(note.to_owned()));
}
