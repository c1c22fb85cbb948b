//! The answer in sentences: who rose, who fell, for whom that is not certain, and the targets.

use crate::compare::trend::RegionTrend;
use crate::framework::TargetOp;
use crate::text::{Lang, label, list, number};

use super::TrendReport;
use crate::view::shown::short_name;
use crate::view::words;

/// How many regions are named as those that rose or fell most; more where several are alike.
const MOST_NAMED: usize = 3;
/// At most so many names stand in a line.
const MOST_NAMES: usize = 6;

/// Who rose, who fell, who stayed, and what is typical.
pub(super) fn lines(report: &TrendReport) -> Vec<String> {
    let lang = report.lang;
    let trend = &report.trend;
    let mut lines = Vec::new();
    if trend.regions.len() < trend.joined {
        let (shown, all) = (trend.regions.len(), trend.joined);
        lines.push(label::trend_shown_line(&report.wording(), shown, all));
    }
    let total = trend.counts.all();
    let of = |count: fn(Lang, usize, usize) -> String, many| count(lang, many, total);
    if trend.counts.rose > 0 {
        let line = of(label::trend_rose_count, trend.counts.rose);
        lines.push(moved(report, line, &trend.rose, trend.counts.rose));
    }
    if trend.counts.fell > 0 {
        let line = of(label::trend_fell_count, trend.counts.fell);
        lines.push(moved(report, line, &trend.fell, trend.counts.fell));
    }
    let named = |positions: &[usize], with_change: bool| named(report, positions, with_change);
    if !trend.unchanged.is_empty() {
        let (count, names) = (trend.counts.unchanged, named(&trend.unchanged, false));
        lines.push(label::trend_same_line(lang, count, total, names));
    }
    if !trend.uncertain.is_empty() {
        let (count, names) = (trend.counts.uncertain, named(&trend.uncertain, true));
        lines.push(label::trend_open_line(lang, count, total, names));
    }
    if total == 0
        && let (Some(first), Some(last)) = (trend.waves.first(), trend.waves.last())
    {
        lines.push(label::trend_nobody(&report.wording(), &**first, &**last));
    }
    let certain = total - trend.counts.uncertain;
    if let Some(median) = trend.median_told.filter(|_| certain > 2) {
        let median = report.signed(median);
        lines.push(label::trend_median_line(lang, certain, median));
    }
    if !trend.shorter.is_empty() {
        let all: Vec<String> = trend.shorter.iter().map(|at| name(report, *at)).collect();
        lines.push(label::trend_shorter_line(lang, list(all)));
    }
    lines.extend(targets(report));
    lines
}

fn name(report: &TrendReport, at: usize) -> String {
    short_name(&report.trend.regions[at].region.name)
}

fn with_change(report: &TrendReport, at: usize) -> String {
    let it = &report.trend.regions[at];
    format!("{} ({})", short_name(&it.region.name), report.change(it))
}

fn named(report: &TrendReport, positions: &[usize], changes: bool) -> String {
    let of = if changes { with_change } else { name };
    let shown = positions.iter().take(MOST_NAMES);
    let mut names: Vec<String> = shown.map(|at| of(report, *at)).collect();
    if positions.len() > MOST_NAMES {
        names.push("…".to_owned());
    }
    list(names)
}

/// `line` with those of the `count` that rose, or fell, that may be named. Only regions that are ranked
/// in both waves, with a change that is not small, are said to have done so most; those that are alike
/// stand together.
fn moved(report: &TrendReport, line: String, positions: &[usize], count: usize) -> String {
    let lang = report.lang;
    let regions = &report.trend.regions;
    if positions.is_empty() {
        return format!("{line}.");
    }
    let place = |at: &usize| regions[*at].place.filter(|it| it.large);
    let all_shown = positions.len() == count;
    let placed = positions
        .iter()
        .filter_map(|at| Some((*at, place(at)?)))
        .filter(|(_, place)| place.rank <= MOST_NAMED);
    let mut most: Vec<usize> = Vec::new();
    let mut sure = true;
    for (at, place) in placed {
        // All that are alike, or none of them.
        if place.rank - 1 + place.alike <= MOST_NAMES {
            most.push(at);
            sure &= place.sure;
        } else if place.rank == 1 && all_shown {
            let change = report.change(&regions[at]);
            return label::trend_greatest_alike(lang, line, place.alike, change);
        }
    }
    if count <= MOST_NAMED || !all_shown || most.is_empty() {
        return label::trend_named(lang, line, named(report, positions, true));
    }
    let mut names: Vec<String> = most.iter().map(|at| with_change(report, *at)).collect();
    if count > most.len() {
        names.push("…".to_owned());
    }
    match sure {
        true => label::trend_greatest(lang, line, list(names)),
        false => label::trend_greatest_measured(lang, line, list(names)),
    }
}

/// How many of the regions shown reach each target, before and after.
fn targets(report: &TrendReport) -> Vec<String> {
    let trend = &report.trend;
    let (Some(first), Some(last)) = (trend.waves.first(), trend.waves.last()) else {
        return Vec::new();
    };
    let is_whole = |it: &&RegionTrend| it.change.from == 0 && it.change.to + 1 == trend.waves.len();
    let whole: Vec<&RegionTrend> = trend.regions.iter().filter(is_whole).collect();
    if whole.is_empty() {
        return Vec::new();
    }
    let of_one = |(at, target): (usize, &crate::framework::Target)| {
        let reached = |end: usize| {
            let all = whole.iter().filter_map(|it| it.targets.get(at));
            all.filter(|it| it[end].reached == Some(true)).count()
        };
        let title = words::title(report.lang, &report.scored.framework, target.node);
        let goal = goal(report, target.op, target.value, target.wave.as_deref());
        label::trend_reached_line(
            report.lang,
            format!("{title} {goal}"),
            &**first,
            reached(0),
            &**last,
            reached(1),
            whole.len(),
        )
    };
    let targets = report.scored.targets.iter().enumerate();
    targets.map(of_one).collect()
}

/// `≥ 2,60 (2025)`.
pub(super) fn goal(report: &TrendReport, op: TargetOp, value: f64, wave: Option<&str>) -> String {
    let sign = match op {
        TargetOp::AtLeast => "≥",
        TargetOp::Above => ">",
    };
    let value = number(value, report.decimals().max(2), report.lang);
    match wave {
        Some(wave) => format!("{sign}\u{a0}{value} ({wave})"),
        None => format!("{sign}\u{a0}{value}"),
    }
}
