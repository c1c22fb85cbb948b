//! The level of each indicator in each region.

use std::collections::BTreeSet;

use crate::assess::Reason;
use crate::framework::{Indicator, Orientation};
use crate::text::{label, list, number, short_number};
use crate::view::chart::{Body, Chart, HeatCell, HeatColumn, HeatRow, Heatmap, Missing};
use crate::view::shown::{Shown, short_name};
use crate::view::words;

use super::{Figure, Of, caption};

pub(super) const HEATMAP: Figure = Figure {
    name: "heatmap",
    of: Of::Comparison(draw),
};

/// Region × indicator.
fn draw(shown: Shown) -> Chart {
    let lang = shown.lang;
    let framework = shown.framework();
    let tips = shown.tips();
    let columns = tips
        .iter()
        .map(|at| {
            let node = &framework.nodes()[*at];
            HeatColumn {
                label: words::leaf_title(lang, node),
                group: match node.parent() {
                    Some(parent) if parent > 0 => words::title(lang, framework, parent).to_owned(),
                    _ => String::new(),
                },
            }
        })
        .collect();
    let rows = shown
        .comparison
        .shown
        .iter()
        .map(|at| {
            let assessment = shown.assessment(*at);
            HeatRow {
                label: words::crossed(short_name(&assessment.region.name), &assessment.nodes[0]),
                cells: tips
                    .iter()
                    .map(|node| {
                        let result = &assessment.nodes[*node];
                        let decimals = shown.method().reporting.decimals;
                        let value = match framework.nodes()[*node].indicator() {
                            Some(_) => result.answer().map(|it| words::level(lang, it)),
                            None => result.told.map(|it| number(it, decimals, lang)),
                        };
                        match (value, result.score, result.reason) {
                            (Some(label), score, _) => HeatCell::Level {
                                label,
                                shade: score.map(|score| (score / 100.0).clamp(0.0, 1.0)),
                            },
                            (None, _, Some(Reason::NotApplicable)) => HeatCell::NotApplicable,
                            (None, _, why) => HeatCell::Missing(missing(why)),
                        }
                    })
                    .collect(),
            }
        })
        .collect();
    let leaf = |at: &usize| framework.nodes()[*at].indicator().is_some();
    let title = if tips.iter().any(leaf) {
        label::figure_heatmap(&shown.wording(), caption::name(&shown))
    } else {
        label::figure_heatmap_groups(lang, caption::name(&shown))
    };
    let body = Body::Heatmap(Heatmap {
        columns,
        rows,
        legend: legend(&shown),
        missing: vec![
            (Missing::NoStatement, label::no_statement(lang).to_owned()),
            (Missing::NoLevel, label::no_level(&shown.wording())),
            (Missing::NotChecked, label::not_checked(lang).to_owned()),
            (Missing::NoScore, label::without_score(lang).to_owned()),
        ],
        not_applicable_label: label::not_applicable(lang).to_owned(),
    });
    let mut notes = Vec::new();
    let reversed = |indicator: &Indicator| indicator.direction == Orientation::Lower;
    if framework.indicators().any(|(_, _, it)| reversed(it)) {
        notes.push(label::reversed_note(lang).to_owned());
    }
    caption::chart(&shown, &HEATMAP, title, notes, body)
}

/// Which way of missing a cell shows.
fn missing(why: Option<Reason>) -> Missing {
    match why {
        Some(Reason::NoStatement) => Missing::NoStatement,
        Some(Reason::NoLevel) => Missing::NoLevel,
        Some(Reason::NotChecked) => Missing::NotChecked,
        Some(
            Reason::NotApplicable
            | Reason::NotScored
            | Reason::NotIssued
            | Reason::NoData
            | Reason::LowCoverage
            | Reason::Profile
            | Reason::Constant,
        )
        | None => Missing::NoScore,
    }
}

/// The levels of the one scale that is shown with their names; of several scales of the same ends the
/// numbers alone; without either, the ends of the score.
fn legend(&shown: &Shown) -> Vec<(String, f64)> {
    let lang = shown.lang;
    let tips = shown.tips();
    let framework = shown.framework();
    let scales: BTreeSet<Option<usize>> = tips
        .iter()
        .map(|at| Some(framework.nodes()[*at].indicator()?.scale))
        .collect();
    // Scales of the same length may call their levels by other names.
    let only = match scales.len() {
        1 => scales.first().copied().flatten(),
        _ => None,
    };
    let claims = shown.has_claims();
    let shared = framework.shared_scale(0);
    let scale = shared.map(|shared| only.map_or(shared, |it| &framework.scales()[it]));
    match scale {
        Some(scale) if only.is_none() => [0.0, 0.25, 0.5, 0.75, 1.0]
            .map(|shade| {
                let value = scale.min() + shade * (scale.max() - scale.min());
                (words::level(lang, value), shade)
            })
            .to_vec(),
        Some(scale) if !scale.levels().is_empty() => scale
            .levels()
            .iter()
            .map(|level| {
                // A level that a region gave itself is drawn as what it counts as.
                let band = scale.band_of_level(level.value).filter(|_| claims);
                let counted = band.map_or(level.value, |(_, upper)| upper);
                let shade = (counted - scale.min()) / (scale.max() - scale.min());
                let value = words::level(lang, level.value);
                (list([format!("{value} {}", level.label.get(lang))]), shade)
            })
            .collect(),
        _ => [0.0, 0.25, 0.5, 0.75, 1.0]
            .map(|shade| (short_number(shade * 100.0, 0, lang), shade))
            .to_vec(),
    }
}
