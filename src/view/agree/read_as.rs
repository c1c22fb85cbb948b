//! How a plain table was read, as people are told.

use crate::scrutiny::agree::Family;
use crate::text::{label, list, vocabulary};

use super::AgreeReport;

vocabulary! {
    /// How a plain table of codings is laid out.
    pub enum Layout {
        /// A row for each unit, a column for each coder.
        Units = "units",
        /// Counts of units by categories.
        Counts = "counts",
        /// Two coders against each other.
        Square = "square",
        /// A row for each coder, a column for each unit.
        CodersInRows = "coders-in-rows",
        /// A row for each coding.
        Long = "long",
    }
}

/// How a plain table was read.
#[derive(Debug, Clone)]
pub struct ReadAs {
    /// Its layout.
    pub layout: Layout,
    /// Header of the column of the units, where there is one.
    pub unit_column: Option<String>,
    /// Headers of columns that are neither unit nor coder.
    pub left_out: Vec<String>,
}

/// `Read as: 12 units (column unit) by 4 coders: A, B, C, D.`
pub(super) fn line(report: &AgreeReport, of: &ReadAs) -> String {
    /// More names than this are only counted.
    const MOST: usize = 12;
    let lang = report.lang;
    let coders = &report.agreement.coders;
    let units = report.agreement.leading().map_or(0, |it| it.units.len());
    let names = match coders.len() {
        0..=MOST => list(coders),
        many => list(
            coders
                .iter()
                .take(MOST)
                .map(|it| &**it)
                .chain(["…"])
                .take(many),
        ),
    };
    let mut text = match of.layout {
        Layout::Units => label::read_as_units(lang, units, coders.len(), names),
        Layout::CodersInRows => label::read_as_rows(lang, units, coders.len(), names),
        Layout::Long => label::read_as_long(lang, units, coders.len(), names),
        Layout::Counts => label::read_as_counts(lang, units, coders.len()),
        Layout::Square => label::read_as_square(lang, units, names),
    };
    match (&of.unit_column, of.layout) {
        (Some(column), _) if !column.is_empty() => {
            text = format!("{text} {}", label::read_as_unit(lang, column.as_str()));
        }
        (None, Layout::Units | Layout::Counts) => {
            text = format!("{text} {}", label::read_as_no_unit(lang));
        }
        _ => {}
    }
    if !of.left_out.is_empty() {
        text = format!(
            "{text} {}",
            label::read_as_left_out(lang, list(&of.left_out))
        );
    }
    text
}

/// `3 × 2, 4`: values that are only counted.
pub(super) fn tallied(report: &AgreeReport, family: Family, values: &[Option<f64>]) -> String {
    let mut sorted: Vec<f64> = values.iter().flatten().copied().collect();
    sorted.sort_by(f64::total_cmp);
    let groups = sorted.chunk_by(|one, other| one.total_cmp(other).is_eq());
    let shown =
        groups.map(|it| format!("{}\u{a0}×\u{a0}{}", it.len(), report.value(family, it[0])));
    crate::text::list_apart(shown)
}
