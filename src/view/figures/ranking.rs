//! Regions ranked on one axis, with possible ranges, median and targets.

use crate::text::{label, number, short_number};
use crate::view::chart::{Body, Chart, DotRow, Dots, LineRole, ReferenceLine};
use crate::view::shown::{Shown, open_range};
use crate::view::words;

use super::{Figure, Of, caption};

pub(super) const RANKING: Figure = Figure {
    name: "ranking",
    of: Of::Comparison(draw),
};

/// Regions ranked on one axis.
fn draw(shown: Shown) -> Chart {
    let lang = shown.lang;
    let reporting = shown.method().reporting;
    let (min, max) = words::axis(shown.framework(), shown.method());
    let told = |at: usize| shown.assessment(at).nodes[0].told;
    let mut rows = Vec::new();
    // The rank that stands below the last row where nobody is left out.
    let mut next = 1;
    for ranked in &shown.comparison.ranking {
        let after_gap = ranked.rank > next;
        next = next.max(ranked.rank) + 1;
        let assessment = shown.assessment(ranked.assessment);
        let value = told(ranked.assessment);
        rows.push(DotRow {
            label: format!(
                "{}  {}",
                words::place_text(ranked.rank, ranked.places),
                words::crossed(assessment.region.name.to_string(), &assessment.nodes[0])
            ),
            value,
            value_label: match value {
                Some(value) => words::told_text(lang, shown.scored, value),
                None => {
                    let why = assessment.nodes[0].reason;
                    words::reason(&shown.wording(), why)
                }
            },
            range: range(&shown, ranked.assessment),
            ranked: true,
            after_gap,
        });
    }
    for outside in &shown.comparison.unranked {
        let value = outside.assessment.and_then(told);
        rows.push(DotRow {
            label: outside.region.to_string(),
            value,
            // Without a number it says what the table says: data of another wave are no missing data.
            value_label: match value {
                Some(value) => words::told_text(lang, shown.scored, value),
                None => shown.why_outside(outside),
            },
            range: outside.assessment.and_then(|at| range(&shown, at)),
            ranked: false,
            after_gap: false,
        });
    }
    let mut lines = Vec::new();
    // Of two regions the median is the middle between them and says nothing.
    let several = shown.comparison.ranking.len() > 2;
    if let Some(median) = shown.comparison.median_told.filter(|_| several) {
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
        notes.push(match shown.has_claims() {
            true => label::range_note_claims(lang),
            false => label::range_note(lang),
        });
    }
    let title = label::figure_ranking(lang, caption::name(&shown));
    let body = Body::Dots(Dots {
        axis: caption::axis(&shown),
        min,
        max,
        rows,
        lines,
    });
    caption::chart(&shown, &RANKING, title, notes, body)
}

/// The possible range of the index in the reporting unit, where something is missing.
fn range(&shown: &Shown, at: usize) -> Option<(f64, f64)> {
    let index = &shown.assessment(at).nodes[0];
    let (low, high) = open_range(index)?;
    let method = shown.method();
    let told = |score: f64| method.as_people_read(shown.framework(), 0, score);
    Some((told(low), told(high)))
}
