//! How firm an order is: what cannot be told apart, what would turn it round, what stands behind it.

use std::collections::BTreeSet;

use crate::assess::{Assessment, Reason};
use crate::compare::Why;
use crate::scrutiny::agree::{Measured, Reading, UnitKind, interval_of};
use crate::statement::PartyName;
use crate::stats::TOLERANCE;
use crate::text::{Wording, label, list, number, percent, rounded};

use crate::view::report::Detail;
use crate::view::shown::{Shown, caution_words, not_sent, short_name};
use crate::view::{Block, words};

/// How many lines of doubts are shown.
const MOST_DOUBTS: usize = 4;

/// The files that were left out.
fn skipped(shown: &Shown) -> Option<String> {
    let files = &shown.scored.about.skipped;
    (!files.is_empty()).then(|| label::skipped_line(shown.lang, list(files)))
}

/// Everything that weakens the order of the ranked regions.
pub(super) fn section(
    shown: &Shown,
    agreement: Option<&Measured>,
    detail: Detail,
    blocks: &mut Vec<Block>,
) {
    if shown.comparison.among < 2 {
        // A single region has no order; what was left aside is told all the same.
        let cautions = caution_words(shown);
        let cautions = cautions.iter().map(|it| words::standing(shown.lang, it));
        let missing = not_sent(shown);
        let unsent = (!missing.is_empty()).then(|| label::not_sent_line(shown.lang, list(missing)));
        let lines: Vec<String> = minimums(shown)
            .into_iter()
            .chain(waves(shown))
            .chain(unsent)
            .chain(skipped(shown))
            .chain(stages(shown))
            .chain(cautions)
            .chain(coders(shown, agreement))
            .collect();
        if !lines.is_empty() {
            blocks.push(Block::List(lines));
        }
        return;
    }
    let mut lines = doubts(shown, detail);
    lines.extend(minimums(shown));
    lines.extend(dropped_groups(shown));
    lines.extend(unrounded(shown));
    lines.extend(published(shown));
    lines.extend(other_band(shown));
    lines.extend(same_everywhere(shown));
    lines.extend(waves(shown));
    lines.extend(stages(shown));
    lines.extend(unknown_regions(shown));
    let missing = not_sent(shown);
    if !missing.is_empty() {
        lines.push(label::not_sent_line(shown.lang, list(missing)));
    }
    lines.extend(skipped(shown));
    let lang = shown.lang;
    let cautions = caution_words(shown);
    lines.extend(cautions.iter().map(|it| words::standing(lang, it)));
    lines.extend(coders(shown, agreement));
    blocks.push(Block::heading(label::doubts_heading(lang).to_owned()));
    blocks.push(Block::List(lines));
}

fn name<'a>(shown: &Shown<'a>, at: usize) -> &'a str {
    &shown.assessment(at).region.name
}

/// For each region those below it whose place is in doubt.
fn doubts(shown: &Shown, detail: Detail) -> Vec<String> {
    let lang = shown.lang;
    let comparison = shown.comparison;
    if comparison.ranking.is_empty() {
        return Vec::new();
    }
    if comparison.doubts.is_empty() && comparison.common.is_empty() {
        return vec![label::order_of_reported(lang).to_owned()];
    }
    if comparison.doubts.is_empty() {
        return vec![label::order_surely_holds(lang)];
    }
    if comparison.doubts.iter().all(|it| it.why == Why::Relative) {
        return vec![label::no_order_relative(&shown.wording())];
    }
    let mut together: Vec<(usize, Why, Vec<String>)> = Vec::new();
    for doubt in &comparison.doubts {
        let below = short_name(name(shown, doubt.below));
        match together
            .iter_mut()
            .find(|(above, why, _)| *above == doubt.above && *why == doubt.why)
        {
            Some((.., names)) => names.push(below),
            None => together.push((doubt.above, doubt.why, vec![below])),
        }
    }
    let most = if detail.is_full() {
        together.len()
    } else {
        MOST_DOUBTS
    };
    let more = together.len().saturating_sub(most);
    let mut lines: Vec<String> = together
        .into_iter()
        .take(most)
        .map(|(above, why, below)| {
            let above = short_name(name(shown, above));
            match why {
                Why::CommonIndicators => label::doubt_equal_common(lang, above, list(below)),
                Why::NothingInCommon => label::doubt_nothing_common(lang, above, list(below)),
                Why::CouldTie => label::doubt_could_tie(lang, above, list(below)),
                Why::MissingData if !is_anything_missing(shown) => {
                    label::doubt_ranges(&shown.wording(), above, list(below))
                }
                Why::MissingData | Why::Relative => label::doubt_missing(lang, above, list(below)),
            }
        })
        .collect();
    if more > 0 {
        lines.push(label::doubts_more(lang, more));
    }
    lines
}

/// Whether data is missing anywhere among the ranked regions: levels that are ranges of values leave an
/// order open too.
fn is_anything_missing(shown: &Shown) -> bool {
    let whole = shown.comparison.whole.iter();
    let mut covered = whole.map(|it| shown.assessment(it.assessment).nodes[0].coverage);
    covered.any(|it| it.is_none_or(|share| share < 1.0 - TOLERANCE))
}

/// What ranked regions have not reached that a better band asks for.
fn minimums(shown: &Shown) -> Vec<String> {
    let lang = shown.lang;
    let ranking = shown.comparison.ranking.iter();
    let lines = ranking.flat_map(|it| {
        let region = short_name(name(shown, it.assessment));
        let lines = words::minimums(lang, shown.framework(), shown.assessment(it.assessment));
        lines
            .into_iter()
            .map(move |line| format!("{region}: {line}"))
    });
    lines.collect()
}

/// Groups of ranked regions that have some data, but too little to enter the total.
fn dropped_groups(shown: &Shown) -> Vec<String> {
    let mut lines = Vec::new();
    for ranked in &shown.comparison.ranking {
        let nodes = &shown.assessment(ranked.assessment).nodes;
        let dropped: Vec<String> = nodes
            .iter()
            .enumerate()
            .filter(|(_, node)| node.reason == Some(Reason::LowCoverage))
            .map(|(at, node)| {
                let coverage =
                    words::coverage_text(shown.lang, shown.method(), node.coverage.unwrap_or(0.0));
                format!(
                    "{} ({coverage})",
                    words::title(shown.lang, shown.framework(), at)
                )
            })
            .collect();
        if !dropped.is_empty() {
            let region = short_name(name(shown, ranked.assessment));
            lines.push(label::dropped_line(&shown.wording(), region, list(dropped)));
        }
    }
    lines
}

/// The region whose gap the rounded scores give least, where they do not give it.
fn unrounded(shown: &Shown) -> Option<String> {
    let decimals = shown.method().reporting.decimals;
    let told = |at: usize| shown.assessment(at).nodes[0].told;
    let best = told(shown.comparison.whole.first()?.assessment)?;
    let off = |gap: f64, mine: f64| {
        let ends = rounded(best, decimals) - rounded(mine, decimals);
        (rounded(ends, decimals) - rounded(gap, decimals)).abs() > TOLERANCE
    };
    let ranking = shown.comparison.ranking.iter();
    let mut wrong =
        ranking.filter(|it| told(it.assessment).is_some_and(|mine| off(it.gap_told, mine)));
    let it = wrong.next()?;
    let region = short_name(name(shown, it.assessment));
    Some(label::gaps_unrounded(
        shown.lang,
        region,
        number(it.gap_told, decimals, shown.lang),
    ))
}

/// Where published numbers stand for what could be computed, how far they differ.
fn published(shown: &Shown) -> Option<String> {
    let lang = shown.lang;
    let among = shown.comparison.ranking.iter();
    let known: Vec<(usize, f64)> = among
        .filter_map(|it| {
            let more = shown.assessment(it.assessment).nodes[0].published_more()?;
            Some((it.assessment, more))
        })
        .collect();
    let differs = known
        .iter()
        .filter(|(_, more)| more.abs() > TOLERANCE)
        .count();
    let (at, most) = known
        .iter()
        .max_by(|a, b| a.1.abs().total_cmp(&b.1.abs()))?;
    let most = words::change(lang, *most, 4, true);
    let place = short_name(name(shown, *at));
    (differs > 0).then(|| label::published_beside(lang, differs, known.len(), most, place))
}

/// Regions whose computed number lies in another band than the published one.
fn other_band(shown: &Shown) -> Option<String> {
    let framework = shown.framework();
    let named = shown.comparison.ranking.iter().filter_map(|it| {
        let index = &shown.assessment(it.assessment).nodes[0];
        let published = &framework.bands()[index.band()?];
        let computed = framework.band(index.computed?)?;
        (published.id != computed.id).then(|| {
            let region = short_name(name(shown, it.assessment));
            format!("{region} ({})", computed.label.get(shown.lang))
        })
    });
    let named: Vec<String> = named.collect();
    (!named.is_empty()).then(|| label::other_band_computed(&shown.wording(), list(named)))
}

fn same_everywhere(shown: &Shown) -> Option<String> {
    let same = &shown.comparison.no_variation;
    let names = same
        .iter()
        .map(|at| words::title(shown.lang, shown.framework(), *at));
    (!same.is_empty()).then(|| label::no_variation_line(&shown.wording(), list(names)))
}

/// Mixed waves, and waves that are in the data but not compared.
fn waves(shown: &Shown) -> Option<String> {
    let lang = shown.lang;
    if shown.comparison.waves_mixed {
        return Some(label::waves_mixed_line(&shown.wording()));
    }
    let waves = shown
        .assessed()
        .assessments
        .iter()
        .map(|it| it.wave.as_deref());
    let others = waves.filter(|wave| *wave != shown.comparison.wave.as_deref());
    let parts = left_out(
        others.collect(),
        |names| label::waves_of(lang, names),
        label::without_wave(lang),
    );
    (!parts.is_empty()).then(|| label::other_rows_line(lang, list(parts)))
}

/// Stages of the compared wave that are in the data but not compared.
pub(super) fn stages(shown: &Shown) -> Option<String> {
    let lang = shown.lang;
    let comparison = shown.comparison;
    let here = |it: &&Assessment| {
        comparison.waves_mixed || it.wave.as_deref() == comparison.wave.as_deref()
    };
    let others = shown.assessed().assessments.iter().filter(here);
    let others = others
        .map(|it| it.stage)
        .filter(|it| *it != comparison.stage);
    let names = others.map(|it| it.map(|stage| words::stage(lang, stage)));
    let parts = left_out(
        names.collect(),
        |names| label::stages_of(lang, names),
        label::without_stage(lang),
    );
    (!parts.is_empty()).then(|| label::other_rows_line(lang, list(parts)))
}

/// Names together under one word, and the word for rows without one.
fn left_out(
    names: BTreeSet<Option<&str>>,
    named: impl Fn(String) -> String,
    without: &str,
) -> Vec<String> {
    let known: Vec<&str> = names.iter().copied().flatten().collect();
    let mut parts = Vec::new();
    if !known.is_empty() {
        parts.push(named(list(known)));
    }
    if names.contains(&None) {
        parts.push(without.to_owned());
    }
    parts
}

/// Ranked regions that are not in the register.
fn unknown_regions(shown: &Shown) -> Option<String> {
    let unknown: Vec<&str> = shown
        .comparison
        .ranking
        .iter()
        .map(|it| &shown.assessment(it.assessment).region)
        .filter(|region| region.code.is_none())
        .map(|region| &*region.name)
        .collect();
    (!unknown.is_empty()).then(|| label::unknown_regions_line(shown.lang, list(unknown)))
}

/// Who set the levels, where that is fewer than two people.
fn coders(shown: &Shown, agreement: Option<&Measured>) -> Option<String> {
    let names: BTreeSet<&PartyName> = shown
        .comparison
        .shown
        .iter()
        .flat_map(|at| shown.assessment(*at).rows.iter().flatten())
        .map(|row| &shown.statements().rows()[*row])
        .filter(|row| !row.answer.is_missing())
        .filter_map(|row| row.coder.as_ref())
        .collect();
    let leaf = |at: &usize| shown.framework().nodes()[*at].indicator().is_some();
    // Reported numbers are nobody's coding.
    let coded = shown.tips().iter().any(leaf);
    match names.len() {
        0 if !coded => None,
        0 => Some(label::no_coder(&shown.wording())),
        1 => Some(label::one_coder(&shown.wording(), list(names))),
        _ => Some(match agreement {
            Some(measured) => agreed(&shown.wording(), measured),
            None => label::coders_apart(&shown.wording(), list(names)),
        }),
    }
}

/// How far the study's own coders agree, and what that allows.
fn agreed(words: &Wording, measured: &Measured) -> String {
    let lang = words.lang;
    let differing = percent(measured.differing(), 0, lang);
    let units = match measured.unit {
        UnitKind::Statement => label::unit_statements(lang, measured.units),
        UnitKind::Cell => label::unit_cells(lang, measured.units),
        UnitKind::Mixed => label::unit_both(lang, measured.units),
    };
    let alpha = measured.alpha.value.ok().map(|alpha| {
        let alpha = number(alpha, 2, lang);
        match interval_of(&measured.alpha) {
            Some(it) => label::alpha_between(
                lang,
                alpha,
                number(it.low, 2, lang),
                number(it.high, 2, lang),
            ),
            None => label::alpha_alone(lang, alpha),
        }
    });
    let line = label::coders_agree(lang, measured.coders, units, differing);
    let meaning = match measured.reading {
        Reading::Undefined | Reading::Poor => None,
        Reading::FewUnits => Some(label::agree_few(lang)),
        Reading::NoInterval => Some(label::agree_no_bound(lang)),
        Reading::Good => Some(label::agree_good(lang)),
        Reading::Tentative => Some(label::agree_tentative(lang)),
        Reading::Open => Some(label::agree_open(lang)),
    };
    let poor = (measured.reading == Reading::Poor).then(|| label::agree_poor(words));
    let meaning = meaning.map(ToOwned::to_owned).or(poor);
    let parts = [Some(line), alpha, meaning];
    parts.into_iter().flatten().collect::<Vec<_>>().join(" ")
}
