//! What the reruns come to, in sentences that can be repeated: what held, what was varied, and what
//! was not.

use crate::scrutiny::robust::{
    Choice, FEWEST_SAMPLES, Pair, RankRange, RegionRange, Robust, SUPPORT, Tried, Untold, Varied,
    WhyNot,
};
use crate::stats::TOLERANCE;
use crate::text::{Lang, Wording, label, list, short_number};
use crate::view::report::Detail;

use super::names;
use super::share::share_word;
use super::{OTHERS, RobustReport};

/// How many regions, or pairs of them, are named in one sentence in brief.
const MOST_NAMES: usize = 12;
/// An option that fails in this share of its runs is hardly tested.
const MOSTLY_FAILED: f64 = 0.5;

/// What held, or why nothing is said of it.
pub(super) fn answer(report: &RobustReport, detail: Detail) -> Vec<String> {
    let robust = &report.robust;
    let lang = report.lang;
    let mut lines = match robust.untold {
        Some(why) => untold(report, why, detail),
        None => held(report, detail),
    };
    if !robust.failed.is_empty() {
        let reasons = robust.failed.iter().map(|(why, count)| {
            label::robust_failure(
                lang,
                names::failure(&report.wording(), *why),
                u64::from(*count),
            )
        });
        let failed = u64::from(robust.without_result());
        let runs = u64::from(robust.runs);
        lines.push(label::robust_failed_line(lang, failed, runs, list(reasons)));
        lines.extend(untested(report));
    }
    lines
}

fn untold(report: &RobustReport, why: Untold, detail: Detail) -> Vec<String> {
    let lang = report.lang;
    let robust = &report.robust;
    match why {
        Untold::NothingRanked => vec![label::ranked_nothing(&report.wording())],
        Untold::Profile => vec![label::robust_profile(&report.wording())],
        Untold::OneRegion => vec![label::robust_one_region(&report.wording())],
        Untold::NothingVaries => vec![label::robust_nothing_varied(lang).to_owned()],
        Untold::OnlyRounding => {
            let only = label::robust_only_rounding(lang).to_owned();
            vec![only, rounding(report, detail)]
        }
        Untold::TooManyFailed => {
            let failed = f64::from(robust.without_result()) / f64::from(robust.runs.max(1));
            vec![label::robust_too_many_failed(
                lang,
                share_word(lang, failed),
            )]
        }
    }
}

/// Which neighbours the rounding of published numbers leaves open. It is a matter of arithmetic, not
/// of shares: whoever stands behind in one run may stand there.
fn rounding(report: &RobustReport, detail: Detail) -> String {
    let lang = report.lang;
    let neighbours = || report.robust.neighbours_kept().map(|(pair, _)| pair);
    let turned = neighbours().filter(|it| it.p_below > 0.0 && report.shows(it));
    let turned: Vec<String> = turned.map(|it| plain_pair(report, it)).collect();
    if turned.is_empty() {
        return label::robust_rounding_turns_none(&report.wording());
    }
    let all = neighbours().filter(|it| report.shows(it)).count();
    let count = turned.len();
    label::robust_rounding_turns(lang, count, all, named(lang, turned, "; ", detail))
}

/// Who is where for sure, and which neighbours keep their order.
fn held(report: &RobustReport, detail: Detail) -> Vec<String> {
    let lang = report.lang;
    let mut lines = Vec::new();
    if !report.shows_all() {
        lines.extend(shown_ranges(report, detail));
    }
    lines.extend(first(report));
    // Where all are first together nobody is at the top or at the bottom.
    let is_one_place =
        first_together(report).is_some_and(|it| it.len() == report.robust.regions.len());
    if report.shows_all() && !is_one_place {
        let top = report.robust.top;
        if top > 1 {
            let inside = at_least(report, |it| it.p_top);
            lines.push(match inside.is_empty() {
                true => label::robust_none_in_top(&report.wording(), top),
                false => label::robust_in_top(lang, top, named(lang, inside, ", ", detail)),
            });
        }
        lines.push(bottom(report, detail));
    }
    lines.extend(neighbours(report, detail));
    lines.extend(most(report, detail));
    lines
}

/// The ranks of the regions asked for, one sentence each.
fn shown_ranges(report: &RobustReport, detail: Detail) -> Vec<String> {
    let lang = report.lang;
    let most = if detail.is_full() {
        usize::MAX
    } else {
        MOST_NAMES
    };
    let line = |it: &RegionRange| {
        let RankRange { low, high, .. } = it.range?;
        let region = report.short(it);
        let end = |rank: f64| short_number(rank, 1, lang);
        let is_own = |end: f64| (end - f64::from(it.rank)).abs() <= TOLERANCE;
        Some(match is_own(low) && is_own(high) {
            true => label::robust_stays(lang, region, it.rank),
            false => label::robust_between(lang, region, it.rank, end(low), end(high)),
        })
    };
    let shown = report.shown().take(most);
    shown.filter_map(|(_, it)| line(it)).collect()
}

/// The regions of which something holds in enough runs.
fn at_least(report: &RobustReport, of: impl Fn(RankRange) -> f64) -> Vec<String> {
    let regions = report.robust.regions.iter();
    let sure = regions.filter(|it| it.range.is_some_and(|it| of(it) >= SUPPORT));
    sure.map(|it| report.short(it)).collect()
}

fn bottom(report: &RobustReport, detail: Detail) -> String {
    let lang = report.lang;
    let top = report.robust.top;
    let inside = at_least(report, |it| it.p_bottom);
    if top > 1 {
        return match inside.is_empty() {
            true => label::robust_none_in_bottom(&report.wording(), top),
            false => label::robust_in_bottom(lang, top, named(lang, inside, ", ", detail)),
        };
    }
    let share = |it: &RegionRange| it.range.map_or(0.0, |it| it.p_bottom);
    let last = report.robust.regions.iter().find(|it| share(it) >= SUPPORT);
    match last {
        Some(it) => label::robust_last(lang, report.short(it), share_word(lang, share(it))),
        None => label::robust_no_last(&report.wording()),
    }
}

/// Who is first, and how surely.
fn first(report: &RobustReport) -> Option<String> {
    let lang = report.lang;
    let regions = &report.robust.regions;
    let chance = |it: &RegionRange| it.range.map_or(0.0, |it| it.p_first);
    let mut able: Vec<&RegionRange> = regions.iter().filter(|it| chance(it) > 0.0).collect();
    able.sort_by(|a, b| chance(b).total_cmp(&chance(a)));
    let best = able.first()?;
    if chance(best) >= SUPPORT {
        let share = share_word(lang, chance(best));
        return Some(label::robust_first_sure(lang, report.short(best), share));
    }
    if let Some(leaders) = first_together(report) {
        let names: Vec<String> = leaders.iter().map(|it| report.short(it)).collect();
        let names = named(lang, names, ", ", Detail::Brief);
        return Some(label::robust_first_tied(lang, names));
    }
    let named_with = able.iter().take(OTHERS).map(|it| {
        let share = share_word(lang, chance(it));
        label::robust_first_others(lang, report.short(it), share)
    });
    let more = able.len().saturating_sub(OTHERS);
    let names = list(named_with);
    Some(label::robust_first_open(
        &report.wording(),
        match more {
            0 => names,
            _ => label::robust_more_names(lang, names, more),
        },
    ))
}

/// The regions tied for the first place as assessed, where they hold it together in enough runs: all
/// runs but those, at most, in which two neighbours of them part or another is first.
fn first_together<'a>(report: &'a RobustReport) -> Option<&'a [RegionRange]> {
    let regions = &report.robust.regions;
    let leaders = regions.iter().filter(|it| it.rank == 1).count();
    let leaders = regions.get(..leaders).filter(|it| it.len() > 1)?;
    let ties = report.robust.neighbours_kept().take(leaders.len() - 1);
    let parted: f64 = ties.map(|(pair, _)| 1.0 - pair.p_tied).sum();
    let first = leaders.iter().filter_map(|it| it.range);
    let first: f64 = first.map(|it| it.p_first).sum();
    (first - parted >= SUPPORT - TOLERANCE).then_some(leaders)
}

/// Words in a row, in brief not more than can be read.
fn named(lang: Lang, words: Vec<String>, by: &str, detail: Detail) -> String {
    let more = match detail.is_full() {
        true => 0,
        false => words.len().saturating_sub(MOST_NAMES),
    };
    let shown = words[..words.len() - more].join(by);
    match (more, by) {
        (0, _) => shown,
        (_, "; ") => label::robust_more_pairs(lang, shown, more),
        _ => label::robust_more_names(lang, shown, more),
    }
}

/// `A before B`, or `A and B tied`.
fn plain_pair(report: &RobustReport, pair: &Pair) -> String {
    let lang = report.lang;
    let [above, below] = [pair.first, pair.second].map(|at| &report.robust.regions[at]);
    let names = (report.short(above), report.short(below));
    match above.rank == below.rank {
        true => label::robust_tied_pair(lang, names.0, names.1),
        false => label::robust_above(lang, names.0, names.1),
    }
}

/// A pair whose order does not hold, with the share of the runs in which it does.
fn open_pair(report: &RobustReport, pair: &Pair) -> String {
    let lang = report.lang;
    let [above, below] = [pair.first, pair.second].map(|at| &report.robust.regions[at]);
    let share = share_word(lang, pair.p_above);
    let names = (report.short(above), report.short(below));
    match above.rank == below.rank {
        true => label::robust_open_tie(lang, names.0, names.1, share),
        false => label::robust_open_pair(lang, names.0, names.1, share),
    }
}

/// Which neighbours keep their order, and which do not.
fn neighbours(report: &RobustReport, detail: Detail) -> Vec<String> {
    let lang = report.lang;
    let shown = report.robust.neighbours_kept();
    let shown: Vec<(&Pair, bool)> = shown.filter(|(pair, _)| report.shows(pair)).collect();
    let those = |wanted: bool| shown.iter().filter(move |it| it.1 == wanted).map(|it| it.0);
    let kept: Vec<String> = those(true).map(|it| plain_pair(report, it)).collect();
    let open: Vec<String> = those(false).map(|it| open_pair(report, it)).collect();
    let (all, held, lost) = (shown.len(), kept.len(), open.len());
    let mut lines = Vec::new();
    match (held, lost) {
        (0, 0) => return lines,
        (1, 0) => lines.push(label::robust_one_kept(lang, kept.concat())),
        (0, 1) => lines.push(label::robust_one_open(lang, open.concat())),
        (_, 0) if report.shows_all() => lines.push(label::robust_all_kept(lang).to_owned()),
        _ => {
            if held > 0 {
                let pairs = named(lang, kept, "; ", detail);
                lines.push(label::robust_kept(lang, held, all, pairs));
            }
            if lost > 0 {
                let pairs = named(lang, open, "; ", detail);
                lines.push(label::robust_open(lang, lost, all, pairs));
            }
        }
    }
    if let Some(last) = lines.last_mut().filter(|_| lost > 0) {
        last.push(' ');
        last.push_str(label::robust_open_key(lang));
    }
    lines
}

/// The choice that moves most.
fn most(report: &RobustReport, detail: Detail) -> Option<String> {
    let lang = report.lang;
    let robust = &report.robust;
    // Said of all runs: the samples behind the indices are only some of them.
    if robust.moved == 0 {
        return Some(match robust.failed.is_empty() {
            true => label::robust_nothing_moves(lang).to_owned(),
            false => label::robust_nothing_moved(lang, robust.done(), robust.runs),
        });
    }
    if robust.samples < FEWEST_SAMPLES {
        let few = label::robust_too_few_samples(lang, robust.samples, FEWEST_SAMPLES);
        return detail.is_full().then_some(few);
    }
    let (choice, most) = robust.strongest()?;
    if most.total <= TOLERANCE {
        let seldom = label::robust_seldom_moved(lang, robust.moved, robust.done());
        return Some(seldom);
    }
    // Of one choice alone there is no most.
    (robust.varied.len() > 1)
        .then(|| label::robust_most_line(lang, names::choice(&report.wording(), choice)))
}

/// What varied, and what did not.
pub(super) fn tested(report: &RobustReport) -> Vec<String> {
    let lang = report.lang;
    let words = report.wording();
    let robust = &report.robust;
    let mut lines = Vec::new();
    if !robust.varied.is_empty() {
        let varied = robust
            .varied
            .iter()
            .filter_map(|it| names::varied(&words, it, |option| is_tested(robust, it, option)));
        let varied: Vec<String> = varied.collect();
        lines.push(match varied.is_empty() {
            true => label::robust_varied_in_vain(lang).to_owned(),
            false => label::robust_varied_line(lang, varied.join("; ")),
        });
        lines.extend(robust.varied.iter().flat_map(|it| names::notes(&words, it)));
    }
    if !robust.not_varied.is_empty() {
        let choices = not_varied(&words, &robust.not_varied);
        lines.push(label::robust_not_varied_line(lang, choices));
        let is_fixed = |(_, why): &(Choice, WhyNot)| {
            matches!(why, WhyNot::SetByRegulation | WhyNot::OfficialInstrument)
        };
        if robust.weighs && robust.not_varied.iter().any(is_fixed) {
            lines.push(label::robust_weights_hint(lang).to_owned());
        }
    }
    lines.push(label::robust_never(lang).to_owned());
    lines
}

/// Whether something is known of an option. Where no run at all has a result it is not the option
/// that is to blame.
pub(super) fn is_tested(robust: &Robust, varied: &Varied, option: usize) -> bool {
    robust.done() == 0 || !robust.is_untested(varied.choice(), option)
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
            let choice = names::choice(&report.wording(), choice);
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
fn not_varied(words: &Wording, of: &[(Choice, WhyNot)]) -> String {
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
            let names = alike.map(|(choice, _)| names::choice(words, *choice));
            label::robust_with_reason(words.lang, list(names), names::why_not(words, *why))
        })
        .collect();
    parts.join("; ")
}
