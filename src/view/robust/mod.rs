//! Reruns under other choices as people read them: the verdict first, then ranks with their ranges,
//! what moves them, and the order under other readings.

mod names;
mod record;
mod rows;

use crate::assess::Reason;
use crate::scrutiny::robust::{
    Choice, FEWEST_SAMPLES, Pair, ReadingKind, RegionRange, Robust, SUPPORT, Tried, Varied,
    WeightNoise, WhyNot, tiers,
};
use crate::stats::TOLERANCE;
use crate::study::Scored;
use crate::text::{Lang, label, list, number, percent};

use super::shown::{Shown, remarks, short_name, subtitle};
use super::{Block, Cell, Column, Document, Table, Tone, comparison, words};

pub use record::{RobustRecord, record};
pub use rows::rows;

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

/// What reruns are shown with.
#[derive(Debug, Clone, Copy)]
pub struct RobustShown<'a> {
    /// The ranking that is rerun.
    pub shown: Shown<'a>,
    /// The reruns.
    pub robust: &'a Robust,
}

impl RobustShown<'_> {
    fn lang(&self) -> Lang {
        self.shown.lang
    }

    fn name(&self, assessment: usize) -> &str {
        &self.shown.assessed().assessments[assessment].region.name
    }

    fn short(&self, region: &RegionRange) -> String {
        short_name(self.name(region.assessment))
    }

    /// Whether there is an order to speak of.
    fn has_order(&self) -> bool {
        self.robust.regions.len() > 1
    }

    fn title(&self, node: usize) -> &str {
        words::title(self.lang(), self.shown.framework(), node)
    }
}

/// The whole result.
#[must_use]
pub fn document(shown: &RobustShown) -> Document {
    let lang = shown.lang();
    let mut blocks = Vec::new();
    if shown.has_order() {
        blocks.push(Block::heading(
            label::robust_verdict_heading(lang).to_owned(),
        ));
        blocks.push(Block::List(verdict(shown)));
        if shown.robust.done() > 0 {
            ranks(shown, &mut blocks);
            choices(shown, &mut blocks);
        }
        influence(shown, &mut blocks);
        readings(shown, &mut blocks);
    } else {
        blocks.push(Block::Paragraph(no_order(shown)));
    }
    comparison::outside(&shown.shown, &mut blocks);
    remarks(shown.shown.scored, lang, &mut blocks);
    let run = label::robust_runs_line(lang, u64::from(shown.robust.runs), shown.robust.seed);
    Document {
        lang,
        title: label::robust_title(lang, shown.shown.title()),
        subtitle: format!("{} · {run}", subtitle(&shown.shown)),
        blocks,
    }
}

/// Why there is nothing to rank.
fn no_order(shown: &RobustShown) -> String {
    let lang = shown.lang();
    let assessments = &shown.shown.assessed().assessments;
    let is_profile = assessments
        .iter()
        .all(|it| it.nodes[0].reason == Some(Reason::Profile));
    match shown.robust.regions.len() {
        1 => label::robust_one_region(lang).to_owned(),
        _ if is_profile && !assessments.is_empty() => label::robust_profile(lang).to_owned(),
        _ => label::ranked_nothing(lang),
    }
}

/// What the reruns come to, what varied in them, and what did not.
fn verdict(shown: &RobustShown) -> Vec<String> {
    let lang = shown.lang();
    let robust = shown.robust;
    let mut lines = Vec::new();
    if robust.done() == 0 {
        lines.push(label::robust_none_done(lang).to_owned());
    } else {
        let done = f64::from(robust.done()) / f64::from(robust.runs.max(1));
        if 1.0 - done > MANY_FAILED {
            lines.push(label::robust_rests_on(lang, share_word(lang, done)));
        }
        lines.extend(untested(shown));
        lines.extend(first(shown));
        lines.extend(order(shown));
        lines.extend(most(shown));
    }
    if !robust.failed.is_empty() {
        let reasons = robust.failed.iter().map(|(why, count)| {
            label::robust_failure(lang, names::failure(lang, *why), u64::from(*count))
        });
        let failed = u64::from(robust.runs - robust.done());
        let runs = u64::from(robust.runs);
        lines.push(label::robust_failed_line(lang, failed, runs, list(reasons)));
    }
    if robust.varied.is_empty() {
        lines.push(label::robust_nothing_varied(lang).to_owned());
    } else {
        let varied = robust
            .varied
            .iter()
            .filter_map(|it| names::varied(lang, it, |option| is_tested(shown, it, option)));
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
fn is_tested(shown: &RobustShown, varied: &Varied, option: usize) -> bool {
    shown.robust.done() == 0 || !shown.robust.is_untested(varied.choice(), option)
}

/// Whether enough options of a choice gave results for the choice to have varied.
fn has_varied(shown: &RobustShown, choice: Choice) -> bool {
    let mut all = shown.robust.varied.iter();
    all.find(|it| it.choice() == choice).is_some_and(|it| {
        names::varied(shown.lang(), it, |option| is_tested(shown, it, option)).is_some()
    })
}

/// One line for each option of which no run, or few, have a result.
fn untested(shown: &RobustShown) -> Vec<String> {
    let lang = shown.lang();
    let robust = shown.robust;
    let line = |varied: &Varied| {
        let options = names::options(lang, varied).into_iter().enumerate();
        let choice = varied.choice();
        let told = options.filter_map(|(at, name)| {
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
        told.collect::<Vec<String>>()
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
fn first(shown: &RobustShown) -> Option<String> {
    let lang = shown.lang();
    let share = |share: f64| share_word(lang, share);
    let chance = |it: &RegionRange| it.range.map_or(0.0, |it| it.p_first);
    let best = shown.robust.regions.first()?;
    let tied: Vec<String> = shown
        .robust
        .regions
        .iter()
        .filter(|it| it.rank == 1 && chance(it) >= SUPPORT)
        .map(|it| shown.short(it))
        .collect();
    if tied.len() > 1 {
        let more = if tied.len() > MOST_NAMES { ", …" } else { "" };
        let named = format!("{}{more}", list(tied.iter().take(MOST_NAMES)));
        return Some(label::robust_first_shared(lang, named, share(SUPPORT)));
    }
    let leaders: Vec<&RegionRange> = shown
        .robust
        .regions
        .iter()
        .filter(|it| it.rank == 1)
        .collect();
    let mut others: Vec<&RegionRange> = shown
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
            .map(|it| label::robust_first_others(lang, shown.short(it), share(chance(it))));
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
            shown.short(best),
            share(chance(best)),
        ));
    }
    Some(label::robust_first_open(
        lang,
        shown.short(best),
        share(chance(best)),
        with_chance(&others, OTHERS),
    ))
}

/// A share as a percentage that says 0 and 100 only where it means never and always, and does not
/// round onto the line at which an order counts as supported.
fn share_word(lang: Lang, share: f64) -> String {
    let decimals = match share * 100.0 {
        it if it <= 0.0 || it >= 100.0 => 0,
        it if (0.1..=99.9).contains(&it) => 1,
        _ => 2,
    };
    percent(share, decimals, lang)
}

/// How much of the order holds.
fn order(shown: &RobustShown) -> Vec<String> {
    let lang = shown.lang();
    let robust = shown.robust;
    let neighbours = robust.pairs.iter().filter(|it| it.second == it.first + 1);
    let (mut all, mut held) = (0_usize, 0_usize);
    for pair in neighbours {
        all += 1;
        // A tie keeps its order as long as it stays one.
        let is_tie = robust.regions[pair.first].rank == robust.regions[pair.second].rank;
        let kept = if is_tie { pair.p_tied } else { pair.p_above };
        held += usize::from(kept >= SUPPORT);
    }
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
            let names = tier.iter().map(|at| short_name(shown.name(*at)));
            label::robust_tier_line(lang, list(names))
        }));
    }
    lines
}

/// The choice that moves most.
fn most(shown: &RobustShown) -> Option<String> {
    let lang = shown.lang();
    let robust = shown.robust;
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
    let mut found = robust.sobol.iter();
    let first = found.next()?;
    let most = found.fold(first, |best, it| match it.1.total > best.1.total {
        true => it,
        false => best,
    });
    if most.1.total <= TOLERANCE {
        return Some(label::robust_seldom_moved(
            lang,
            robust.moved,
            robust.done(),
        ));
    }
    let total = percent(most.1.total.min(1.0), 0, lang);
    Some(label::robust_most_line(
        lang,
        names::choice(lang, most.0),
        total,
    ))
}

/// `2–4`, or `3` where both ends are the same.
fn range_word(lang: Lang, low: f64, high: f64) -> String {
    let short = |rank: f64| crate::text::short_number(rank, 1, lang);
    if high - low <= TOLERANCE {
        return short(low);
    }
    format!("{}–{}", short(low), short(high))
}

fn ranks(shown: &RobustShown, blocks: &mut Vec<Block>) {
    let lang = shown.lang();
    let Scored {
        framework, method, ..
    } = shown.shown.scored;
    let decimals = method.reporting.decimals;
    let top = shown.robust.top;
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
    let above_next = |place: usize| {
        let neighbours = |it: &&Pair| it.first == place && it.second == place + 1;
        let found = shown.robust.pairs.iter().find(neighbours);
        found.map(|it| it.p_above)
    };
    let rows = shown
        .robust
        .regions
        .iter()
        .enumerate()
        .map(|(place, it)| {
            let told = method.in_reporting_unit(framework, 0, it.score);
            let mut row = vec![
                Cell::count(it.rank as usize),
                Cell::text(shown.short(it)).tone(Tone::Strong),
                Cell::number(told, decimals),
            ];
            let range = it.range;
            let share = |share: Option<f64>| {
                share.map_or_else(Cell::empty, |it| Cell::text(share_word(lang, it)))
            };
            row.push(range.map_or_else(Cell::empty, |it| {
                Cell::text(crate::text::short_number(it.median, 1, lang))
            }));
            row.push(range.map_or_else(Cell::empty, |it| {
                Cell::text(range_word(lang, it.low, it.high))
            }));
            row.push(share(range.map(|it| it.p_first)));
            if top > 1 {
                row.push(share(range.map(|it| it.p_top)));
            }
            row.push(share(above_next(place)));
            row.push(Cell::count(it.tier));
            row
        })
        .collect();
    blocks.push(Block::heading(label::robust_heading(lang).to_owned()));
    blocks.push(Block::Table(Table { columns, rows }));
    blocks.push(Block::List(vec![
        label::robust_range_key(lang).to_owned(),
        label::robust_tier_key(lang).to_owned(),
    ]));
}

fn choices(shown: &RobustShown, blocks: &mut Vec<Block>) {
    let lang = shown.lang();
    let robust = shown.robust;
    if robust.sobol.iter().all(|(_, it)| it.total <= TOLERANCE) {
        return;
    }
    // An estimate below zero is sampling error: there is no negative share.
    let index = |choice: Choice, value: f64| match has_varied(shown, choice) {
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
    blocks.push(Block::heading(
        label::robust_choices_heading(lang).to_owned(),
    ));
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

fn influence(shown: &RobustShown, blocks: &mut Vec<Block>) {
    let lang = shown.lang();
    let mut strongest: Vec<_> = shown.robust.influence.iter().collect();
    if strongest.len() < 2 {
        return;
    }
    // What moves most stands first; equals in the order of the tree.
    strongest.sort_by(|a, b| {
        let shift = |it: Option<f64>| it.unwrap_or(f64::INFINITY);
        shift(b.mean_shift).total_cmp(&shift(a.mean_shift))
    });
    let more = strongest.len().saturating_sub(NAMED);
    let nodes = shown.shown.framework().nodes();
    let rows = strongest
        .iter()
        .take(NAMED)
        .map(|it| {
            let parent = nodes[it.node].parent().filter(|at| *at > 0);
            vec![
                Cell::text(shown.title(it.node)),
                Cell::text(parent.map_or("", |at| shown.title(at))),
                Cell::text(percent(it.weight, 1, lang)),
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
    blocks.push(Block::heading(
        label::robust_influence_heading(lang).to_owned(),
    ));
    blocks.push(Block::Table(table));
    let mut key = vec![label::robust_influence_key(lang).to_owned()];
    if more > 0 {
        key.push(label::robust_more_indicators(lang, more));
    }
    blocks.push(Block::List(key));
}

fn readings(shown: &RobustShown, blocks: &mut Vec<Block>) {
    let lang = shown.lang();
    let robust = shown.robust;
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
                .map(|(_, region)| shown.short(region));
            let first: Vec<String> = first.collect();
            let more = if first.len() > OTHERS { ", …" } else { "" };
            vec![
                Cell::text(words::capital(names::reading(lang, it.kind))),
                Cell::text(number(it.mean_shift, 2, lang)),
                Cell::text(label::so_many_of(lang, scored, robust.regions.len())),
                Cell::text(format!("{}{more}", list(first.iter().take(OTHERS)))),
            ]
        })
        .collect();
    blocks.push(Block::heading(
        label::robust_readings_heading(lang).to_owned(),
    ));
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

/// How weights vary, in words that programs can read.
fn noise_id(noise: WeightNoise) -> &'static str {
    match noise {
        WeightNoise::Uniform(_) => "uniform",
        WeightNoise::Dirichlet => "dirichlet",
    }
}
