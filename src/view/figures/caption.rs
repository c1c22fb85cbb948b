//! What stands around the body of a figure of a comparison: title, notes, name of the axis.

use crate::framework::ReportingUnit;
use crate::text::label;
use crate::view::chart::{Body, Chart};
use crate::view::shown::{Shown, caution_words, remark_lines, subtitle};
use crate::view::{corrections, words};

use super::Figure;

/// A figure of a comparison around `body`, under its name in [`super::FIGURES`].
pub(super) fn chart(
    shown: &Shown,
    of: &Figure,
    title: String,
    mut notes: Vec<String>,
    body: Body,
) -> Chart {
    let lang = shown.lang;
    // A figure travels alone: what weakens the comparison goes with it.
    let shown_ones = shown.comparison.shown.iter();
    if shown_ones
        .map(|at| shown.assessment(*at))
        .any(|it| it.nodes[0].cross)
    {
        notes.push(label::cross_key(lang).to_owned());
    }
    let cautions = caution_words(shown);
    notes.extend(cautions.iter().map(|it| words::standing(lang, it)));
    notes.extend(corrections::line(shown.scored, lang));
    notes.extend(remark_lines(shown.scored, lang));
    Chart {
        id: of.name.to_owned(),
        title,
        subtitle: subtitle(shown),
        notes,
        lang,
        body,
    }
}

/// What the numbers are, and from where to where they run.
pub(super) fn axis(shown: &Shown) -> String {
    let (min, max) = words::axis(shown.framework(), shown.method());
    match shown.method().reporting.unit {
        ReportingUnit::Percent => label::score_axis(shown.lang),
        ReportingUnit::Native => label::native_axis(shown.lang, min, max),
    }
}

/// Study or framework; of a single region its name as well.
pub(super) fn name(shown: &Shown) -> String {
    let title = shown.title();
    match shown.comparison.shown.as_slice() {
        [only] => format!("{title} · {}", shown.assessment(*only).region.name),
        _ => title.to_owned(),
    }
}
