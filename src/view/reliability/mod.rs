//! A questionnaire as people read it: who answered, frequencies, items, validity, reliability.

mod record;
mod rows;
mod tables;

use crate::framework::BandSet;
use crate::framework::bands::Measure;
use crate::problem::Problem;
use crate::scrutiny::questionnaire::{
    Analysis, Construct, ItemResult, Part, Question, Questionnaire,
};
use crate::statement::{Field, Stage};
use crate::stats::{Missing, Undefined};
use crate::text::{Lang, Text, label, list, number, short_number, vocabulary};

use super::dataset::Dataset;
use super::inputs::InputRecord;
use super::report::{Detail, Record, Report};
use super::subject::Subject;
use super::{Block, Document, words};

pub use record::ReliabilityRecord;

vocabulary! {
    /// How the respondents were chosen, as the user states it.
    pub enum Sampling {
        /// Whoever could be reached.
        Convenience = "convenience",
        /// Chosen for what they know.
        Purposive = "purposive",
        /// Drawn at random.
        Random = "random",
        /// Everybody.
        Census = "census",
    }
}

/// What the answers to a questionnaire say.
pub struct ReliabilityReport<'a> {
    /// Where the answers come from.
    pub subject: Subject<'a>,
    /// Respondents by items.
    pub questionnaire: Questionnaire,
    /// Results of all respondents.
    pub whole: Analysis,
    /// By what respondents are split, each way by itself, and results of each part.
    pub splits: Vec<Split>,
    /// Sets of bands that the user chose.
    pub bands: Vec<BandSet>,
    /// What missing answers mean.
    pub missing: Missing,
    /// How the respondents were chosen, where that is stated.
    pub sampling: Option<Sampling>,
    /// Warnings beside those of the subject.
    pub warnings: Vec<Problem>,
    /// Language of the reader.
    pub lang: Lang,
}

/// Respondents in parts.
#[derive(Debug)]
pub struct Split {
    /// By what.
    pub by: By,
    /// Results of each part.
    pub parts: Vec<Part>,
}

/// What respondents are split by.
#[derive(Debug)]
pub enum By {
    /// A column of statements.
    Attribute(Field),
    /// A column of a matrix.
    Header(String),
}

impl Report for ReliabilityReport<'_> {
    fn name(&self) -> &str {
        self.subject.name()
    }

    fn document(&self, detail: Detail) -> Document {
        document(self, detail)
    }

    fn datasets(&self) -> Vec<Dataset<'_>> {
        vec![rows::dataset(self)]
    }

    fn inputs(&self) -> Vec<InputRecord<'_>> {
        self.subject.inputs(self.questionnaire.respondents.len())
    }

    fn record(&self) -> Record<'_> {
        let respondents = self.questionnaire.respondents.len();
        let body = record::body(self);
        let envelope = self.subject.envelope(body, respondents, self.lang);
        Box::new(envelope.warned(&self.warnings, self.lang))
    }
}

impl By {
    /// The name in files.
    fn id(&self) -> &str {
        match self {
            Self::Attribute(column) => column.header(),
            Self::Header(name) => name,
        }
    }

    /// The name for people.
    fn label(&self, lang: Lang) -> String {
        let word = match self {
            Self::Header(name) => return name.clone(),
            Self::Attribute(Field::Role) => label::post(lang),
            Self::Attribute(Field::Agency) => label::agency(lang),
            Self::Attribute(Field::Region) => label::region(lang),
            Self::Attribute(Field::Kind) => label::kind(lang),
            Self::Attribute(Field::Wave) => label::wave(lang),
            Self::Attribute(Field::Stage) => label::stage(lang),
            Self::Attribute(Field::Class) => label::class(lang),
            Self::Attribute(Field::Method) => label::rel_method(lang),
            Self::Attribute(other) => other.header(),
        };
        words::capital(word)
    }

    /// A value as people know it.
    fn value(&self, lang: Lang, value: &str) -> String {
        let stages = [
            Stage::SelfAssessed,
            Stage::Document,
            Stage::Interview,
            Stage::Visit,
            Stage::Final,
        ];
        match self {
            Self::Attribute(Field::Stage) => stages
                .into_iter()
                .find(|it| it.id() == value)
                .map_or(value, |it| words::stage(lang, it))
                .to_owned(),
            _ => value.to_owned(),
        }
    }
}

fn document(report: &ReliabilityReport, detail: Detail) -> Document {
    let lang = report.lang;
    let of = &report.questionnaire;
    let mut blocks = vec![
        Block::heading(label::rel_who_heading(lang).to_owned()),
        Block::List(who(report)),
    ];
    tables::frequencies(report, &mut blocks);
    tables::items(report, &mut blocks);
    band_sets(report, &mut blocks);
    tables::scales(report, &mut blocks);
    tables::validity(report, &mut blocks);
    for split in &report.splits {
        tables::split(report, split, &mut blocks);
    }
    let subtitle = label::rel_subtitle(
        lang,
        of.respondents.len(),
        of.items.len(),
        missing_id(report.missing),
    );
    let (title, subtitle) = match &report.subject {
        Subject::Table(file) => (label::rel_title(lang, file.name.as_str()), subtitle),
        Subject::Study(scored) => {
            super::shown::remarks(scored, None, (lang, detail), &mut blocks);
            let framework = &scored.framework;
            let line = label::framework_line(lang, framework.id(), framework.version());
            let title = label::rel_title(lang, framework.title());
            (title, format!("{line} · {subtitle}"))
        }
    };
    Document {
        lang,
        title,
        subtitle,
        blocks,
    }
}

fn missing_id(missing: Missing) -> &'static str {
    match missing {
        Missing::Listwise => "listwise",
        Missing::Pairwise => "pairwise",
    }
}

/// How respondents were told apart and chosen, what is taken together, what missing answers mean.
fn who(report: &ReliabilityReport) -> Vec<String> {
    let lang = report.lang;
    let of = &report.questionnaire;
    let told = of.told_apart;
    let mut lines = vec![
        match report.sampling {
            None => label::rel_sampling_unstated(lang),
            Some(Sampling::Convenience) => label::rel_sampling_convenience(lang),
            Some(Sampling::Purposive) => label::rel_sampling_purposive(lang),
            Some(Sampling::Random) => label::rel_sampling_random(lang),
            Some(Sampling::Census) => label::rel_sampling_census(lang),
        }
        .to_owned(),
    ];
    if told.named > 0 {
        lines.push(label::rel_told_named(lang, told.named));
    }
    if told.posts > 0 {
        lines.push(label::rel_told_posts(lang, told.posts));
    }
    if told.rows > 0 {
        lines.push(label::rel_told_rows(lang, told.rows));
    }
    if told.coded > 0 {
        lines.push(label::rel_coded(lang, told.coded));
    }
    if told.regions > 1 || told.waves > 1 || told.stages > 1 {
        let pooled = label::rel_pooled(lang, told.regions, told.waves, told.stages);
        lines.push(match report.splits.is_empty() {
            true => format!("{pooled} {}", label::rel_pooled_help(lang)),
            false => pooled,
        });
    }
    let complete = of.complete();
    lines.push(match report.missing {
        Missing::Listwise => label::rel_listwise(lang, complete, of.respondents.len()),
        Missing::Pairwise => label::rel_pairwise(lang, complete, of.respondents.len()),
    });
    let reversed: Vec<&str> = of
        .items
        .iter()
        .filter(|it| it.reversed)
        .map(|it| it.title.get(lang))
        .collect();
    if !reversed.is_empty() {
        lines.push(label::rel_reversed_line(lang, list(reversed)));
    }
    lines
}

/// The title of an item, with a mark where its answers were turned round.
fn title(lang: Lang, item: &Question) -> String {
    let title = item.title.get(lang);
    if item.reversed {
        label::rel_reversed_mark(lang, title)
    } else {
        title.to_owned()
    }
}

fn scale_title(lang: Lang, construct: &Construct) -> &str {
    if construct.title.is_empty() {
        label::rel_all_items(lang)
    } else {
        construct.title.get(lang)
    }
}

/// Why a coefficient has no value.
fn undefined(lang: Lang, why: Undefined) -> &'static str {
    match why {
        Undefined::TooFewUnits | Undefined::TooFewClusters | Undefined::NoPairableUnits => {
            label::rel_too_few_units(lang)
        }
        Undefined::TooFewItems => label::rel_too_few_items(lang),
        Undefined::NoVariation => label::rel_no_variation(lang),
        Undefined::NegativeVariance => label::rel_negative_variance(lang),
        Undefined::Heywood => label::rel_heywood(lang),
        Undefined::NotConverged => label::rel_not_converged(lang),
        _ => label::rel_undefined(lang),
    }
}

/// The name of the category of an item's result in a set of bands, if it has one there.
fn band_of(set: &BandSet, item: &Question, result: &ItemResult) -> Option<Text> {
    let ends = item.ends?;
    match set.measure {
        Measure::Mean => set.label(result.mean?, ends),
        Measure::Tcr => set.label(result.attained?, (0.0, 100.0)),
        Measure::Range => set.label(result.attained_range?, (0.0, 100.0)),
    }
}

/// Which sets of bands were used, with their limits and their standing; or that none was.
fn band_sets(report: &ReliabilityReport, blocks: &mut Vec<Block>) {
    let lang = report.lang;
    if report.bands.is_empty() {
        if tables::has_scale(report) {
            blocks.push(Block::Paragraph(label::rel_no_bands(lang).to_owned()));
        }
        return;
    }
    let mut lines = Vec::new();
    for set in &report.bands {
        let measure = match set.measure {
            Measure::Mean => label::rel_measure_mean(lang),
            Measure::Tcr => label::rel_measure_tcr(lang),
            Measure::Range => label::rel_measure_range(lang),
        };
        let standing = if set.verified {
            label::rel_verified(lang)
        } else {
            label::rel_from_memory(lang)
        };
        let mut parts = vec![label::rel_band_line(
            lang,
            set.id.as_str(),
            measure,
            &set.title,
            standing,
        )];
        if let Some(limits) = limits(report, set) {
            parts.push(label::rel_band_limits(lang, limits));
        }
        if !set.sources.is_empty() {
            let sources = list(set.sources.iter().map(|it| it.get(lang)));
            parts.push(label::rel_band_source(lang, sources));
        }
        if !set.judgement.is_empty() {
            let what = list(set.judgement.iter().map(|it| it.get(lang)));
            parts.push(label::rel_band_judgement(lang, what));
        }
        lines.push(parts.join(" "));
    }
    blocks.push(Block::heading(label::rel_bands_heading(lang).to_owned()));
    blocks.push(Block::List(lines));
}

/// `0–54 tidak baik, 55–64 …` on the axis of the first item that the set fits.
fn limits(report: &ReliabilityReport, set: &BandSet) -> Option<String> {
    let lang = report.lang;
    let bands = match set.measure {
        Measure::Mean => {
            let ends = report.questionnaire.items.iter().filter_map(|it| it.ends);
            ends.into_iter().find_map(|it| set.bands(it))?
        }
        Measure::Tcr | Measure::Range => set.bands((0.0, 100.0))?,
    };
    let named = bands.iter().enumerate().map(|(at, it)| {
        let [from, to] = [it.from, it.to].map(|limit| short_number(limit, 2, lang));
        // Where bands share a limit, it belongs to the upper one.
        let shared = bands.get(at + 1).is_some_and(|next| next.from <= it.to);
        let below = if shared { "<\u{a0}" } else { "" };
        format!("{from}–{below}{to} {}", it.label.get(lang))
    });
    Some(named.collect::<Vec<_>>().join("; "))
}

/// A correlation or coefficient of reliability with three digits.
fn coefficient(lang: Lang, value: f64) -> String {
    number(value, 3, lang)
}

/// An answer in short.
fn answer(lang: Lang, value: f64) -> String {
    words::level(lang, value)
}
