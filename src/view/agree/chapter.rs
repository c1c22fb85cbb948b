//! A paragraph for the method chapter of a paper.

use crate::scrutiny::agree::{Basis, Family, TOO_FEW_UNITS, interval_of};
use crate::text::{label, list, percent};
use crate::view::envelope::VERSION;

use super::AgreeReport;
use super::names::{method, metric, why};

/// What was computed on what and how, in a paragraph; nothing where fewer than two units were
/// coded twice.
pub(super) fn chapter(report: &AgreeReport) -> Option<String> {
    let lang = report.lang;
    let agreement = &report.agreement;
    let family = agreement.leading().filter(|it| it.whole.pairable > 1)?;
    // Of this kind of values alone: no sentence mixes levels, numbers and directions.
    let counts = family.counts;
    let part = &family.whole;
    let headline = part.headline()?;
    let coders = headline.raters;
    let who = match coders {
        2 => label::chapter_both(lang),
        _ => label::chapter_two_or_more(lang),
    };
    let is_study = report.scored().is_some();
    let mut out = Vec::new();
    if is_study {
        let values = report.values(family.family);
        out.push(label::chapter_units(
            lang,
            coders,
            headline.units,
            who,
            part.units,
            values,
        ));
        out.push(super::unit_sentence(report, family).to_owned());
        let (indicators, regions) = (family.indicators, family.regions);
        out.push(label::chapter_scope(&report.wording(), indicators, regions));
    } else {
        let units = headline.units;
        out.push(label::chapter_units_plain(
            lang, coders, units, who, part.units,
        ));
    }
    if family.family == Family::Levels {
        match family
            .levels
            .as_ref()
            .map(crate::stats::agreement::Levels::values)
        {
            Some(levels @ [low, .., high]) => {
                out.push(label::chapter_scale(
                    &report.wording(),
                    *low,
                    *high,
                    levels.len(),
                ));
            }
            _ if !is_study => {
                out.push(label::chapter_used(lang, family.used.len()));
            }
            _ => {}
        }
    }
    let metric = metric(lang, headline.variant);
    let drawn = report.drawn();
    out.push(match (headline.value, interval_of(headline)) {
        (Err(it), _) => label::chapter_alpha_none(lang, metric, why(lang, it)),
        (Ok(value), None) => label::chapter_alpha(lang, metric, report.number(value)),
        (Ok(value), Some(interval)) => label::chapter_alpha_interval(
            lang,
            metric,
            report.number(value),
            report.ends(&interval),
            method(lang, interval.method),
            drawn,
        ),
    });
    let pooled = part.pooled().and_then(|it| it.value.ok());
    match (part.basis, &part.within, pooled) {
        (Basis::Within, _, Some(pooled)) if part.pooled_is_higher() => {
            out.push(label::chapter_within(lang, report.number(pooled)));
        }
        (Basis::Within, _, Some(pooled)) => {
            out.push(label::chapter_within_lower(lang, report.number(pooled)));
        }
        (Basis::Within, _, None) => out.push(label::chapter_within_only(lang)),
        (Basis::Pooled, Some(_), _) if part.is_too_high() => {
            out.push(label::chapter_pooled(lang));
        }
        (Basis::Pooled, Some(_), _) => out.push(label::chapter_pooled_only(lang)),
        (Basis::Pooled, None, _) => {}
    }
    if let Some(share) = part.share() {
        let share = percent(share, 1, lang);
        out.push(label::chapter_percent(lang, share, part.pairable));
    }
    if part.pairable < TOO_FEW_UNITS {
        out.push(label::chapter_few(lang));
    }
    let single = part.units - part.pairable;
    let mut left_out = Vec::new();
    if single > 0 {
        left_out.push(label::chapter_single(lang, single));
    }
    if part.basis == Basis::Within && part.lonely > 0 {
        left_out.push(label::chapter_lonely(lang, part.lonely));
    }
    if counts.unclear > 0 {
        left_out.push(label::chapter_unclear(lang, counts.unclear));
    }
    if counts.consensus_rows > 0 {
        left_out.push(label::chapter_consensus(lang, counts.consensus_rows));
    }
    if counts.unnamed_rows > 0 {
        left_out.push(label::chapter_unnamed(lang, counts.unnamed_rows));
    }
    if !left_out.is_empty() {
        out.push(label::chapter_left_out(lang, list(left_out)));
    }
    if counts.repeated > 0 {
        out.push(match family.family {
            Family::Directions => label::chapter_repeated_directions(lang, counts.repeated),
            _ => label::chapter_repeated(lang, counts.repeated),
        });
    }
    let replicates = interval_of(headline).map_or(0, |it| it.replicates);
    let seed = agreement.choices.seed;
    out.push(if replicates > 0 {
        label::chapter_drawn(lang, VERSION, seed, replicates)
    } else {
        label::chapter_program(lang, VERSION, seed)
    });
    Some(out.join(" "))
}
