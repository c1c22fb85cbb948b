//! The answer in sentences.

use std::collections::BTreeSet;

use crate::advise::diff::{Counts, RankChange, ScoreChange};
use crate::stats::TOLERANCE;
use crate::text::{label, list, rounded as to};
use crate::view::words;

use super::DiffReport;

/// No more regions than this have a line of their own.
const FEW: usize = 5;
/// So many are named where there are more.
const NAMED: usize = 3;

/// That nothing differs.
pub(super) fn nothing(report: &DiffReport) -> String {
    let [a, b] = &report.sides;
    let (statements, cells) = (report.diff.counts.all, report.diff.cells.of);
    let (a, b) = (a.name.as_str(), b.name.as_str());
    label::diff_nothing(report.lang, a, b, statements, cells)
}

/// How many statements and cells differ, and what that did to the whole.
pub(super) fn lines(report: &DiffReport) -> Vec<String> {
    let diff = &report.diff;
    let mut lines = vec![statements(report)];
    lines.extend(waves_apart(report));
    let words = report.wording();
    // Where only groups and the whole were reported there are no cells.
    let (cells, of) = (diff.cells.changes.len(), diff.cells.of);
    if of > 0 {
        lines.push(label::diff_cells_line(&words, cells, of));
    }
    let otherwise = diff.cells.counted_otherwise;
    if otherwise > 0 {
        lines.push(words::capital(&label::diff_counted_otherwise(
            &words, otherwise,
        )));
    }
    let totals: Vec<&ScoreChange> = diff.scores.iter().filter(|it| it.node == 0).collect();
    if totals.is_empty() {
        let has_total = report.sides.iter().any(|side| {
            let all = &side.scored.assessed.assessments;
            side.members
                .iter()
                .any(|at| all[*at].nodes[0].score.is_some())
        });
        lines.push(words::capital(&match has_total {
            true => label::diff_total_same(&words),
            false => label::diff_total_none(&words),
        }));
    } else if totals.len() <= FEW {
        lines.extend(totals.iter().map(|it| total(report, it)));
    } else {
        let mut most = totals.clone();
        let size = |it: &ScoreChange| it.change().map_or(-1.0, f64::abs);
        most.sort_by(|a, b| size(b).total_cmp(&size(a)));
        let named = most.iter().take(NAMED).map(|it| {
            let [a, b] = ends(report, it);
            let place = report.place(&diff.units[it.unit]);
            format!("{place} {a} → {b}")
        });
        let (count, all) = (totals.len(), diff.units.len());
        let line = label::diff_total_line(&words, count, all, list(named));
        lines.push(words::capital(&line));
    }
    let ranks = &diff.ranks;
    let moved = ranks.regions.iter().filter(|it| it.differs()).count();
    if moved > 0 && totals.len() > FEW {
        lines.push(label::diff_ranks_line(
            report.lang,
            moved,
            ranks.regions.len(),
        ));
    }
    lines
}

/// Why most of it stands on one side only: two data of several rounds, of which each is held against the
/// same round alone.
fn waves_apart(report: &DiffReport) -> Option<String> {
    let diff = &report.diff;
    let is_alone = |it: &&[Option<usize>; 2]| it.contains(&None);
    let alone = diff.assessments.iter().filter(is_alone).count();
    let mostly_alone = 2 * alone > diff.assessments.len();
    if !report.is_of_data() || report.axis.drops_wave() || !mostly_alone {
        return None;
    }
    let waves = |side: usize| {
        let units = diff.units.iter().zip(&diff.assessments);
        let mine = units.filter(|(_, both)| both[side].is_some());
        let waves = mine.filter_map(|(unit, _)| unit.wave.as_deref());
        waves.collect::<BTreeSet<&str>>()
    };
    let [a, b] = [waves(0), waves(1)];
    let [one, other] = &report.sides;
    (a != b && !a.is_empty() && !b.is_empty()).then(|| {
        let (a, b) = (list(a), list(b));
        label::diff_waves_apart(report.lang, one.name.as_str(), a, other.name.as_str(), b)
    })
}

fn statements(report: &DiffReport) -> String {
    let lang = report.lang;
    let counts = report.diff.counts;
    let Counts { all, changed, .. } = counts;
    if counts.differing() == 0 {
        return label::diff_no_statement(lang, all);
    }
    if counts.differing() == changed && counts.judged == changed {
        return label::diff_all_changed(lang, changed, all);
    }
    let mut parts = Vec::new();
    if changed > 0 {
        let line = label::diff_count(lang, changed, label::diff_changed(lang));
        parts.push(match counts.judged {
            judged if judged == changed => line,
            0 => format!("{line} ({})", label::diff_judged_none(&report.wording())),
            judged => format!("{line} ({})", label::diff_judged(&report.wording(), judged)),
        });
    }
    for (count, side, how) in [
        (counts.added, 1, label::diff_added(lang)),
        (counts.removed, 0, label::diff_removed(lang)),
    ] {
        if count > 0 {
            parts.push(label::diff_count(lang, count, one_sided(report, side, how)));
        }
    }
    label::diff_statements_line(lang, counts.differing(), all, list(parts))
}

/// Between two data a statement was added or removed; one wave, stage or coder has it and the other not.
pub(super) fn one_sided(report: &DiffReport, side: usize, how: &str) -> String {
    match report.is_of_data() {
        true => how.to_owned(),
        false => label::diff_only(report.lang, report.sides[side].name.as_str()),
    }
}

/// The whole of a region on both sides.
fn total(report: &DiffReport, it: &ScoreChange) -> String {
    let lang = report.lang;
    let unit = &report.diff.units[it.unit];
    let ranks = &report.diff.ranks;
    let is_ranked_here = (ranks.wave.is_none() || ranks.wave == unit.wave)
        && (ranks.stage.is_none() || ranks.stage == unit.stage);
    let rank = ranks
        .regions
        .iter()
        .find(|rank| is_ranked_here && rank.region == unit.region);
    let rank = rank.map_or_else(String::new, |it| rank_words(report, it));
    let place = report.place(unit);
    let [a, b] = ends(report, it);
    match it.told() {
        Some(change) => {
            let decimals = report.scored().method.reporting.decimals;
            let change = words::change(lang, change, decimals, false);
            label::diff_region_line(lang, place, a, b, change, rank)
        }
        None => label::diff_region_one_sided(lang, place, a, b, rank),
    }
}

/// The result on both sides as people read it, or the reason why there is none.
pub(super) fn ends(report: &DiffReport, it: &ScoreChange) -> [String; 2] {
    let sides = [(it.a, 0), (it.b, 1)];
    sides.map(|(figure, side)| match figure.told {
        Some(told) => words::told_text(report.lang, &report.sides[side].scored, told),
        None => words::reason(&report.wording(), figure.reason),
    })
}

/// Says that a change need not be the difference of the rounded ends that are shown, where it is not.
pub(super) fn rounded(report: &DiffReport) -> Option<String> {
    let lang = report.lang;
    let framework = &report.scored().framework;
    let least = report.scored().method.reporting.decimals;
    report.diff.scores.iter().find_map(|it| {
        let (one, other, change) = (it.a.told?, it.b.told?, it.told()?);
        let shown = |told: f64| to(told, words::told_decimals(framework, told, least));
        let differs = (shown(other) - shown(one) - to(change, least)).abs() > TOLERANCE;
        differs.then(|| {
            let place = report.place(&report.diff.units[it.unit]);
            let title = words::title(lang, framework, it.node);
            let [one, other] = ends(report, it);
            let change = words::change(lang, change, least, false);
            let place = format!("{place}, {title}");
            label::trend_rounded_line(lang, place, one, other, change)
        })
    })
}

/// `, peringkat 1 tetap`; one region alone has no rank.
fn rank_words(report: &DiffReport, it: &RankChange) -> String {
    let lang = report.lang;
    if report.diff.ranks.among.iter().all(|it| *it < 2) {
        return String::new();
    }
    let [a, b] = [it.a, it.b].map(|place| match place {
        Some((rank, places)) => words::place_text(rank, places),
        None => label::diff_unranked(lang).to_owned(),
    });
    match (it.a, it.b) {
        (Some(one), Some(other)) if one == other => label::diff_rank_same(lang, b),
        _ => label::diff_rank_moved(lang, a, b),
    }
}
