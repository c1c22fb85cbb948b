//! The figures of a comparison: profile by group, ranking, and level of each indicator.

use std::collections::BTreeSet;

use crate::text::{label, list, number, short_number};

use super::chart::{
    Body, Chart, DotRow, Dots, HeatCell, HeatColumn, HeatRow, Heatmap, LineRole, Missing, Radar,
    ReferenceLine, Series,
};
use super::shown::{Shown, caution_words, remark_lines, short_name, subtitle};
use super::words;
use crate::assess::Reason;
use crate::framework::{Indicator, Orientation, ReportingUnit};

/// Every figure of a comparison.
#[must_use]
pub fn all(shown: &Shown) -> Vec<Chart> {
    vec![ranking(shown), heatmap(shown), radar(shown)]
}

fn chart(shown: &Shown, id: &str, title: String, mut notes: Vec<String>, body: Body) -> Chart {
    let lang = shown.lang;
    // A figure travels alone: what weakens the comparison goes with it.
    let cautions = caution_words(shown);
    notes.extend(cautions.iter().map(|it| words::standing(lang, it)));
    notes.extend(remark_lines(shown.scored, lang));
    Chart {
        id: id.to_owned(),
        title,
        subtitle: subtitle(shown),
        notes,
        lang,
        body,
    }
}

/// Groups per region on spokes.
#[must_use]
pub fn radar(shown: &Shown) -> Chart {
    let lang = shown.lang;
    let framework = shown.framework();
    let top = framework.nodes()[0].children();
    let title = label::figure_radar(lang, name(shown));
    let (min, max) = words::axis(framework, shown.method());
    let body = Body::Radar(Radar {
        spokes: top
            .iter()
            .map(|at| words::title(lang, framework, *at).to_owned())
            .collect(),
        min,
        max,
        series: shown
            .comparison
            .shown
            .iter()
            .map(|at| {
                let assessment = shown.assessment(*at);
                Series {
                    label: assessment.region.name.to_string(),
                    values: top
                        .iter()
                        .map(|node| {
                            let score = assessment.nodes[*node].score?;
                            Some(words::told(framework, shown.method(), *node, score))
                        })
                        .collect(),
                }
            })
            .collect(),
    });
    chart(shown, "radar", title, vec![axis(shown)], body)
}

/// What the numbers are, and from where to where they run.
fn axis(shown: &Shown) -> String {
    let (min, max) = words::axis(shown.framework(), shown.method());
    match shown.method().reporting.unit {
        ReportingUnit::Percent => label::score_axis(shown.lang),
        ReportingUnit::Native => label::native_axis(shown.lang, min, max),
    }
}

/// Regions ranked on one axis.
#[must_use]
pub fn ranking(shown: &Shown) -> Chart {
    let lang = shown.lang;
    let reporting = shown.method().reporting;
    let (min, max) = words::axis(shown.framework(), shown.method());
    let told = |at: usize| shown.assessment(at).nodes[0].told(reporting);
    let value_label = |value: Option<f64>, at: Option<usize>| match value {
        Some(value) => number(value, reporting.decimals, lang),
        None => {
            let why = at.and_then(|at| shown.assessment(at).nodes[0].reason);
            words::reason(lang, why).to_owned()
        }
    };
    let mut rows = Vec::new();
    for ranked in &shown.comparison.ranking {
        let assessment = shown.assessment(ranked.assessment);
        let value = told(ranked.assessment);
        rows.push(DotRow {
            label: format!("{}  {}", ranked.rank, assessment.region.name),
            value,
            value_label: value_label(value, Some(ranked.assessment)),
            range: range(shown, ranked.assessment),
            ranked: true,
        });
    }
    for outside in &shown.comparison.unranked {
        let value = outside.assessment.and_then(told);
        rows.push(DotRow {
            label: outside.region.to_string(),
            value,
            value_label: value_label(value, outside.assessment),
            range: outside.assessment.and_then(|at| range(shown, at)),
            ranked: false,
        });
    }
    let mut lines = Vec::new();
    let ranked: Vec<(f64, f64)> = shown
        .comparison
        .ranking
        .iter()
        .filter_map(|it| Some((told(it.assessment)?, 1.0)))
        .collect();
    if let Some(median) = crate::stats::median(&ranked).filter(|_| ranked.len() > 2) {
        lines.push(ReferenceLine {
            label: label::median_label(lang, number(median, reporting.decimals, lang)),
            value: median,
            role: LineRole::Median,
        });
    }
    for target in shown
        .scored
        .targets
        .iter()
        .filter(|target| target.node == 0)
    {
        let value = short_number(target.value, reporting.decimals, lang);
        lines.push(ReferenceLine {
            label: label::target_label(lang, value),
            value: target.value,
            role: LineRole::Target,
        });
    }
    let mut notes = Vec::new();
    if rows.iter().any(|row| row.range.is_some()) {
        notes.push(label::range_note(lang));
    }
    let title = label::figure_ranking(lang, name(shown));
    let body = Body::Dots(Dots {
        axis: axis(shown),
        min,
        max,
        rows,
        lines,
    });
    chart(shown, "ranking", title, notes, body)
}

/// The possible range of the index in the reporting unit, where something is missing.
fn range(shown: &Shown, at: usize) -> Option<(f64, f64)> {
    let index = &shown.assessment(at).nodes[0];
    let (low, high) = super::score::open_range(index)?;
    let told = |score: f64| words::told(shown.framework(), shown.method(), 0, score);
    Some((told(low), told(high)))
}

/// Region × indicator.
#[must_use]
pub fn heatmap(shown: &Shown) -> Chart {
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
                label: short_name(&assessment.region.name),
                cells: tips
                    .iter()
                    .map(|node| {
                        let result = &assessment.nodes[*node];
                        let decimals = shown.method().reporting.decimals;
                        let value = match framework.nodes()[*node].indicator() {
                            Some(_) => result.value.map(|it| words::level(lang, it)),
                            None => result
                                .told(shown.method().reporting)
                                .map(|it| number(it, decimals, lang)),
                        };
                        match (value, result.score, result.reason) {
                            (Some(label), score, _) => HeatCell::Level {
                                label,
                                shade: score.map(|score| (score / 100.0).clamp(0.0, 1.0)),
                            },
                            (None, _, Some(Reason::NotApplicable)) => HeatCell::NotApplicable,
                            (None, _, Some(Reason::NotAsked)) => {
                                HeatCell::Missing(Missing::NotAsked)
                            }
                            (None, ..) => HeatCell::Missing(Missing::NoEvidence),
                        }
                    })
                    .collect(),
            }
        })
        .collect();
    let leaf = |at: &usize| framework.nodes()[*at].indicator().is_some();
    let title = if tips.iter().any(leaf) {
        label::figure_heatmap(lang, name(shown))
    } else {
        label::figure_heatmap_groups(lang, name(shown))
    };
    let body = Body::Heatmap(Heatmap {
        columns,
        rows,
        legend: legend(shown),
        missing: vec![
            (Missing::NotAsked, label::not_asked(lang).to_owned()),
            (Missing::NoEvidence, label::no_evidence(lang).to_owned()),
        ],
        not_applicable_label: label::not_applicable(lang).to_owned(),
    });
    let mut notes = Vec::new();
    let reversed = |indicator: &Indicator| indicator.direction == Orientation::Lower;
    if framework.indicators().any(|(_, _, it)| reversed(it)) {
        notes.push(label::reversed_note(lang).to_owned());
    }
    chart(shown, "heatmap", title, notes, body)
}

/// The levels of the shared scale with their names; without one, the ends of the score.
fn legend(shown: &Shown) -> Vec<(String, f64)> {
    let lang = shown.lang;
    let tips = shown.tips();
    let scales: BTreeSet<Option<usize>> = tips
        .iter()
        .map(|at| Some(shown.framework().nodes()[*at].indicator()?.scale))
        .collect();
    // Scales of the same length may call their levels by other names.
    let one_scale = scales.len() == 1 && !scales.contains(&None);
    match shown.framework().shared_scale(0) {
        Some(scale) if !one_scale => [0.0, 0.25, 0.5, 0.75, 1.0]
            .map(|shade| {
                let value = scale.min() + shade * (scale.max() - scale.min());
                (words::level(lang, value), shade)
            })
            .to_vec(),
        Some(scale) if !scale.levels().is_empty() => scale
            .levels()
            .iter()
            .map(|level| {
                let shade = (level.value - scale.min()) / (scale.max() - scale.min());
                let value = words::level(lang, level.value);
                (list([format!("{value} {}", level.label.get(lang))]), shade)
            })
            .collect(),
        _ => [0.0, 0.25, 0.5, 0.75, 1.0]
            .map(|shade| (short_number(shade * 100.0, 0, lang), shade))
            .to_vec(),
    }
}

/// Study or framework; of a single region its name as well.
fn name(shown: &Shown) -> String {
    let title = shown.title();
    match shown.comparison.shown.as_slice() {
        [only] => format!("{title} · {}", shown.assessment(*only).region.name),
        _ => title.to_owned(),
    }
}
