//! Agreement between coders as people read it: the headline first, then where it comes from.

mod chapter;
mod names;
pub mod record;
mod rows;
mod tables;

use crate::assess::Assessed;
use crate::framework::{Framework, Method};
use crate::scrutiny::agree::{
    Agreement, Basis, Computed, FEW_UNITS, Family, FamilyAgreement, Part, Unit, UnitName, Why,
    interval_of, no_interval,
};
use crate::statement::Statements;
use crate::stats::agreement::{GWET_AC, Metric};
use crate::stats::{Interval, IntervalMethod, Undefined};
use crate::text::{Lang, label, list, list_apart, number};

use super::{Block, Document, words};
use names::{method, metric, name, undefined, why};

pub use chapter::chapter;
pub use rows::rows;

/// What the agreement is about.
#[derive(Debug, Clone, Copy)]
pub enum About<'a> {
    /// Statements under a framework.
    Study {
        /// The framework.
        framework: &'a Framework,
        /// The choices behind its scores.
        method: &'a Method,
        /// The rows.
        statements: &'a Statements,
        /// Their regions, waves and stages.
        assessed: &'a Assessed,
    },
    /// A plain table.
    Table {
        /// The input as the user named it.
        name: &'a str,
        /// Its fingerprint.
        sha256: &'a str,
        /// The words behind the values, where they are words.
        words: &'a [String],
    },
}

/// What an agreement is shown with.
#[derive(Debug, Clone, Copy)]
pub struct AgreeShown<'a> {
    /// The figures.
    pub agreement: &'a Agreement,
    /// What they are about.
    pub about: About<'a>,
    /// Name of the study.
    pub title: Option<&'a str>,
    /// What the user typed to name study and framework, to be typed again.
    pub typed: &'a str,
    /// Whether every coefficient is shown.
    pub all: bool,
    /// Language of the reader.
    pub lang: Lang,
}

/// Decimals of coefficients.
const DECIMALS: usize = 3;

impl AgreeShown<'_> {
    /// A coefficient.
    fn number(&self, value: f64) -> String {
        number(value, DECIMALS, self.lang)
    }

    /// `0.551 to 0.862`.
    fn ends(&self, interval: &Interval) -> String {
        let [low, high] = [interval.low, interval.high].map(|it| self.number(it));
        label::agree_from_to(self.lang, low, high)
    }

    /// What an interval was drawn from.
    fn drawn(&self) -> &'static str {
        if self.agreement.choices.by_region {
            label::drawn_regions(self.lang)
        } else {
            label::drawn_units(self.lang)
        }
    }

    /// A value of a unit as people call it.
    fn value(&self, family: Family, value: f64) -> String {
        let lang = self.lang;
        match (family, self.about) {
            (Family::Directions, _) => {
                let name = match value {
                    it if it < -0.5 => label::inhibiting(lang),
                    it if it < 0.5 => label::neutral(lang),
                    it if it < 1.5 => label::supporting(lang),
                    _ => label::agree_both_directions(lang),
                };
                name.to_lowercase()
            }
            (Family::Words, About::Table { words, .. }) => {
                #[expect(
                    clippy::cast_possible_truncation,
                    clippy::cast_sign_loss,
                    reason = "the position of a word"
                )]
                let word = words.get(value as usize);
                word.cloned().unwrap_or_default()
            }
            _ => words::level(lang, value),
        }
    }

    /// What the values of a family are called.
    fn values(&self, family: Family) -> &'static str {
        match family {
            Family::Levels => label::values_levels(self.lang),
            Family::Numbers => label::values_numbers(self.lang),
            Family::Directions => label::values_directions(self.lang),
            Family::Words => label::values_words(self.lang),
        }
    }
}

/// The whole agreement.
#[must_use]
pub fn document(shown: &AgreeShown) -> Document {
    let lang = shown.lang;
    let agreement = shown.agreement;
    let mut blocks = Vec::new();
    let computable: Vec<&FamilyAgreement> = agreement
        .families
        .iter()
        .filter(|it| it.whole.pairable > 0)
        .collect();
    if computable.is_empty() {
        missing(shown, &mut blocks);
    }
    for family in &computable {
        if computable.len() > 1 {
            let values = shown.values(family.family);
            blocks.push(Block::heading(label::agree_family(lang, values)));
        } else {
            let heading = label::agree_main_heading(lang).to_owned();
            blocks.push(Block::heading(heading));
        }
        main(shown, family, &mut blocks);
        tables::parts(shown, family, &mut blocks);
        if shown.all {
            tables::all(shown, family, &mut blocks);
        }
        tables::apart(shown, family, &mut blocks);
    }
    if let Some(presence) = &agreement.presence {
        tables::presence(shown, presence, &mut blocks);
    }
    blocks.push(Block::heading(label::agree_counts_heading(lang).to_owned()));
    blocks.push(Block::List(counts(shown)));
    if let Some(text) = chapter(shown) {
        blocks.push(Block::heading(
            label::agree_chapter_heading(lang).to_owned(),
        ));
        blocks.push(Block::Paragraph(text));
        if !shown.all {
            blocks.push(Block::Paragraph(label::agree_hint_all(lang)));
        }
    }
    Document {
        lang,
        title: title(shown),
        subtitle: subtitle(shown),
        blocks,
    }
}

fn title(shown: &AgreeShown) -> String {
    let name = match (shown.title, shown.about) {
        (Some(title), _) => title,
        (None, About::Study { framework, .. }) => framework.title().get(shown.lang),
        (None, About::Table { name: "-", .. }) => {
            return label::agree_plain_title(shown.lang).to_owned();
        }
        (None, About::Table { name, .. }) => name,
    };
    label::agree_title(shown.lang, name)
}

fn subtitle(shown: &AgreeShown) -> String {
    let lang = shown.lang;
    let mut parts = Vec::new();
    if let About::Study { framework, .. } = shown.about {
        parts.push(label::framework_line(
            lang,
            framework.id(),
            framework.version(),
        ));
    }
    let counts = shown.agreement.counts;
    let coders = shown.agreement.coders.len();
    parts.push(label::agree_subtitle(
        lang,
        coders,
        counts.pairable,
        counts.units,
    ));
    parts.push(label::agree_seed(lang, shown.agreement.choices.seed));
    parts.join(" · ")
}

/// The headline, its main companions, and why it is this one.
fn main(shown: &AgreeShown, family: &FamilyAgreement, blocks: &mut Vec<Block>) {
    let lang = shown.lang;
    let part = &family.whole;
    let Some(headline) = part.headline() else {
        return;
    };
    let mut first = vec![headline_line(shown, part, headline)];
    match headline.value {
        Ok(_) => first.push(verdict(shown, part, headline).to_owned()),
        Err(Why::Undefined(Undefined::NoVariation)) => {
            first.push(match part.basis {
                Basis::Pooled => label::agree_no_variation(lang).to_owned(),
                Basis::Within => label::agree_no_variation_within(lang).to_owned(),
            });
        }
        Err(_) => {}
    }
    blocks.push(Block::Paragraph(first.join(" ")));
    tables::main(shown, family, blocks);
    let mut reasons = Vec::new();
    let analytic = |it: &Computed| {
        let method = interval_of(it).map(|it| it.method);
        *it.of == GWET_AC && method == Some(IntervalMethod::Analytic)
    };
    if family.family != Family::Numbers && part.coefficients.iter().any(analytic) {
        reasons.push(label::agree_interval_key(lang));
    }
    reasons.push(match part.metric {
        Metric::Nominal => label::agree_why_nominal(lang),
        Metric::Ordinal => label::agree_why_ordinal(lang),
        Metric::Interval | Metric::Ratio => label::agree_why_interval(lang),
    });
    match (part.basis, &part.within) {
        (Basis::Within, _) => {
            reasons.push(label::agree_why_within(lang));
            if part.pooled_is_higher() {
                reasons.push(label::agree_why_pooled_higher(lang));
            }
        }
        (Basis::Pooled, Some(_)) => {
            reasons.push(label::agree_why_pooled(lang));
            if part.is_too_high() {
                reasons.push(label::agree_why_too_high(lang));
            }
        }
        (Basis::Pooled, None) => {}
    }
    blocks.push(Block::Paragraph(reasons.join(" ")));
}

/// `Krippendorff's alpha (ordinal, within indicators): 0.72, 95% interval …`.
fn headline_line(shown: &AgreeShown, part: &Part, headline: &Computed) -> String {
    let lang = shown.lang;
    let mut how = metric(lang, headline.variant).to_owned();
    match (part.basis, &part.within) {
        (Basis::Within, _) => how = format!("{how}, {}", label::agree_within(lang)),
        (Basis::Pooled, Some(_)) => how = format!("{how}, {}", label::agree_pooled(lang)),
        (Basis::Pooled, None) => {}
    }
    let name = name(lang, headline);
    let value = match headline.value {
        Ok(value) => shown.number(value),
        Err(it) => return label::agree_headline_none(lang, name, how, why(lang, it)),
    };
    match (interval_of(headline), no_interval(headline)) {
        (Some(interval), _) => label::agree_headline_interval(
            lang,
            name,
            how,
            value,
            shown.ends(&interval),
            method(lang, interval.method),
            shown.drawn(),
        ),
        (None, Some(why)) => {
            let line = label::agree_headline(lang, name, how, value);
            let none = label::agree_no_interval(lang, undefined(lang, why));
            format!("{line} {none}")
        }
        (None, None) => label::agree_headline(lang, name, how, value),
    }
}

/// What the headline means for the use of the data.
fn verdict(shown: &AgreeShown, part: &Part, headline: &Computed) -> &'static str {
    let lang = shown.lang;
    if part.pairable == 1 {
        return label::agree_one_unit(lang);
    }
    if part.pairable < crate::scrutiny::agree::TOO_FEW_UNITS {
        return label::agree_few(lang);
    }
    match interval_of(headline) {
        None => label::agree_no_bound(lang),
        Some(it) if it.low >= RELIABLE => label::agree_good(lang),
        Some(it) if it.low >= TENTATIVE => label::agree_tentative(lang),
        Some(it) if it.high < TENTATIVE => label::agree_poor(lang),
        Some(_) => label::agree_open(lang),
    }
}

/// Bounds of Krippendorff (2004, p. 241).
const RELIABLE: f64 = 0.800;
const TENTATIVE: f64 = 0.667;

/// Nothing can be computed: why, and how to go on.
fn missing(shown: &AgreeShown, blocks: &mut Vec<Block>) {
    let lang = shown.lang;
    let agreement = shown.agreement;
    let coders = &agreement.coders;
    blocks.push(Block::heading(
        label::agree_missing_heading(lang).to_owned(),
    ));
    let with_value = agreement.counts.units > 0;
    let text = match (shown.about, coders.len()) {
        (About::Table { .. }, 0 | 1) => label::agree_plain_one(lang).to_owned(),
        (About::Table { .. }, _) => label::agree_plain_apart(lang).to_owned(),
        (About::Study { .. }, 0) => label::agree_nobody(lang).to_owned(),
        (About::Study { .. }, _) if !with_value => label::agree_nobody(lang).to_owned(),
        (About::Study { .. }, 1) => label::agree_alone(lang, list(coders)),
        (About::Study { .. }, _) => label::agree_apart(lang, list(coders)),
    };
    blocks.push(Block::Paragraph(text));
    let About::Study { .. } = shown.about else {
        return;
    };
    if agreement.counts.unnamed_rows > 0 {
        let count = agreement.counts.unnamed_rows;
        blocks.push(Block::Paragraph(label::agree_unnamed(lang, count)));
    }
    blocks.push(Block::heading(label::agree_next_heading(lang).to_owned()));
    // Nothing could be drawn.
    if !agreement.counts.any() {
        let text = label::agree_code_first(lang).to_owned();
        blocks.push(Block::Paragraph(text));
        return;
    }
    blocks.push(Block::Commands(vec![
        (
            format!(
                "siap template {} --blind --sample 20% -o second-coder.csv",
                shown.typed
            ),
            label::agree_template(lang).to_owned(),
        ),
        (
            format!("siap agree {} second-coder.csv", shown.typed),
            label::agree_fill(lang).to_owned(),
        ),
    ]));
}

/// What was counted and what was left out.
fn counts(shown: &AgreeShown) -> Vec<String> {
    let lang = shown.lang;
    let agreement = shown.agreement;
    let counts = agreement.counts;
    let mut lines = vec![if counts.units > 0 && counts.single == 0 {
        label::agree_count_all_pairable(lang, counts.units)
    } else {
        label::agree_count_units(lang, counts.units, counts.pairable, counts.single)
    }];
    if counts.consensus_rows > 0 {
        lines.push(label::agree_count_consensus(lang, counts.consensus_rows));
    }
    if counts.unnamed_rows > 0 {
        lines.push(label::agree_count_unnamed(lang, counts.unnamed_rows));
    }
    if counts.repeated > 0 {
        lines.push(label::agree_count_repeated(lang, counts.repeated));
    }
    for family in agreement.families.iter().filter(|it| it.whole.pairable > 0) {
        lines.extend(scale_line(shown, family));
        if family.whole.within.is_some() && family.whole.lonely > 0 {
            lines.push(label::agree_lonely(lang, family.whole.lonely));
        }
        let interval = family.whole.headline().and_then(interval_of);
        if let Some(it) = interval.filter(|it| it.degenerate > 0) {
            lines.push(label::agree_degenerate(lang, it.degenerate, it.replicates));
        }
    }
    lines
}

/// Which levels the figures stand on.
fn scale_line(shown: &AgreeShown, family: &FamilyAgreement) -> Option<String> {
    let lang = shown.lang;
    let names =
        |values: &[f64]| list_apart(values.iter().map(|it| shown.value(family.family, *it)));
    if family.family == Family::Directions {
        return None;
    }
    if let Some(levels) = &family.levels {
        return Some(label::agree_count_levels(lang, names(levels.values())));
    }
    let plain = matches!(shown.about, About::Table { .. });
    if !plain {
        return None;
    }
    if family.family == Family::Words {
        return Some(label::agree_count_categories(lang, names(&family.used)));
    }
    if family.used.len() > FEW_UNITS {
        return Some(label::agree_many_values(lang, family.used.len()));
    }
    Some(label::agree_count_used(lang, names(&family.used)))
}

/// Where a unit stands: indicator, place and informant; of a plain table its name.
fn unit_cells(shown: &AgreeShown, unit: &Unit) -> Vec<String> {
    match (&unit.name, shown.about) {
        (
            UnitName::Cell {
                node,
                assessment,
                speaker,
            },
            About::Study {
                framework,
                assessed,
                ..
            },
        ) => {
            let of = &assessed.assessments[*assessment];
            let region = super::shown::short_name(&of.region.name);
            let mut place = words::place(&region, of.wave.as_deref());
            if let Some(stage) = of.stage {
                place = format!("{place} · {}", words::stage(shown.lang, stage));
            }
            vec![
                words::title(shown.lang, framework, *node).to_owned(),
                place,
                speaker.shown().unwrap_or_default(),
            ]
        }
        (UnitName::Row(name), _) => vec![name.clone()],
        (UnitName::Cell { .. }, About::Table { .. }) => Vec::new(),
    }
}
