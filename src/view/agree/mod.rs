//! Agreement between coders as people read it: the headline first, then where it comes from.

mod chapter;
mod missing;
mod names;
mod read_as;
mod record;
mod rows;
mod tables;

use crate::problem::Problem;
use crate::scrutiny::agree::{
    Agreement, Basis, Computed, FEW_UNITS, Family, FamilyAgreement, Narrow, Pair, Part, RELIABLE,
    Reading, TENTATIVE, Unit, UnitKind, UnitName, Why, interval_of, no_interval, reading,
};
use crate::stats::agreement::{GWET_AC, Metric};
use crate::stats::{Interval, IntervalMethod, Undefined};
use crate::study::Scored;
use crate::text::{Lang, Wording, label, list_apart, number, percent};

use super::dataset::Dataset;
use super::inputs::InputRecord;
use super::report::{Detail, Record, Report};
use super::shown::official_status_line;
use super::subject::Subject;
use super::{Block, Document, corrections, words};
use names::{method, metric, name, undefined, why};

pub use read_as::{Layout, ReadAs};
pub use record::AgreeRecord;

/// How far the coders of a study or of a plain table agree.
pub struct AgreeReport<'a> {
    /// What it is about.
    pub subject: Subject<'a>,
    /// The figures.
    pub agreement: Agreement,
    /// What is wrong with the coders' names.
    pub warnings: Vec<Problem>,
    /// The words of which the values are the positions, of levels from 1 on; none where values are
    /// no words.
    pub words: Vec<String>,
    /// How a plain table was read; `None` of a study.
    pub read_as: Option<ReadAs>,
    /// What the user typed to name study and framework, to be typed again.
    pub typed: String,
    /// Whether every coefficient is shown.
    pub all: bool,
    /// Language of the reader.
    pub lang: Lang,
}

impl Report for AgreeReport<'_> {
    fn name(&self) -> &str {
        self.subject.name()
    }

    fn document(&self, detail: Detail) -> Document {
        document(self, detail)
    }

    fn datasets(&self) -> Vec<Dataset<'_>> {
        vec![Dataset::new("coefficients", rows::all(self))]
    }

    fn inputs(&self) -> Vec<InputRecord<'_>> {
        self.subject.inputs(self.agreement.counts.units)
    }

    fn record(&self) -> Record<'_> {
        let units = self.agreement.counts.units;
        let body = record::body(self);
        let envelope = self.subject.envelope(body, units, self.lang);
        Box::new(envelope.warned(&self.warnings, self.lang))
    }
}

/// Decimals of coefficients.
const DECIMALS: usize = 3;

/// So many decimals that no end of an interval is rounded over a bound that sentences hold against
/// it: 0.6668 printed as 0.667 would contradict "below 0.667".
fn decimals(interval: &Interval) -> usize {
    let keeps_side = |decimals: &usize| {
        let shift = 10_f64.powi(i32::try_from(*decimals).unwrap_or(0));
        [interval.low, interval.high].iter().all(|end| {
            let shown = (end * shift).round() / shift;
            [TENTATIVE, RELIABLE]
                .iter()
                .all(|bound| (*end < *bound) == (shown < *bound - 1e-12))
        })
    };
    (DECIMALS..9).find(keeps_side).unwrap_or(9)
}

impl<'a> AgreeReport<'a> {
    /// What was scored, if it is a study.
    fn scored(&self) -> Option<&'a Scored> {
        self.subject.scored()
    }

    /// What the framework calls things, for sentences; of a table the usual words.
    fn wording(&self) -> Wording {
        let framework = self.scored().map(|it| &it.framework);
        framework.map_or_else(
            || Wording::usual(self.lang),
            |it| words::wording(self.lang, it),
        )
    }

    /// The id of a node of the framework; of a table, which has none, nothing.
    fn id(&self, node: usize) -> &'a str {
        self.scored()
            .map_or("", |it| it.framework.nodes()[node].id())
    }

    /// The names of two coders.
    fn coders(&self, pair: &Pair) -> [&str; 2] {
        pair.coders.map(|at| &*self.agreement.coders[at])
    }

    /// A coefficient.
    fn number(&self, value: f64) -> String {
        number(value, DECIMALS, self.lang)
    }

    /// `0.551 to 0.862`.
    fn ends(&self, interval: &Interval) -> String {
        let decimals = decimals(interval);
        let ends = [interval.low, interval.high].map(|it| number(it, decimals, self.lang));
        ends.join(label::agree_to(self.lang))
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
        match family {
            Family::Directions => {
                let name = match value {
                    it if it < -0.5 => label::inhibiting(lang),
                    it if it < 0.5 => label::neutral(lang),
                    it if it < 1.5 => label::supporting(lang),
                    _ => label::agree_both_directions(lang),
                };
                name.to_lowercase()
            }
            Family::Words => {
                #[expect(
                    clippy::cast_possible_truncation,
                    clippy::cast_sign_loss,
                    reason = "the position of a word"
                )]
                let word = self.words.get(value as usize);
                word.cloned().unwrap_or_default()
            }
            Family::Levels | Family::Numbers => match self.word_of_level(value) {
                Some(word) => word.to_owned(),
                None => words::level(lang, value),
            },
        }
    }

    /// The word of a level of a scale of words.
    fn word_of_level(&self, value: f64) -> Option<&str> {
        #[expect(
            clippy::cast_possible_truncation,
            clippy::cast_sign_loss,
            reason = "the position of a word"
        )]
        let at = (value as usize).checked_sub(1)?;
        self.words.get(at).map(String::as_str)
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

fn document(report: &AgreeReport, detail: Detail) -> Document {
    let lang = report.lang;
    let agreement = &report.agreement;
    let mut blocks = Vec::new();
    if let Some(read_as) = &report.read_as {
        blocks.push(Block::Paragraph(read_as::line(report, read_as)));
    }
    let computable: Vec<&FamilyAgreement> = agreement
        .families
        .iter()
        .filter(|it| it.whole.pairable > 0)
        .collect();
    if computable.is_empty() {
        missing::section(report, &mut blocks);
    }
    for family in &computable {
        if computable.len() > 1 {
            let values = report.values(family.family);
            blocks.push(Block::heading(label::agree_family(lang, values)));
        } else {
            let heading = label::agree_main_heading(lang).to_owned();
            blocks.push(Block::heading(heading));
        }
        main(report, family, &mut blocks);
        tables::parts(report, family, &mut blocks);
        if report.all {
            tables::all(report, family, &mut blocks);
        }
        tables::apart(report, family, detail, &mut blocks);
    }
    if let Some(presence) = &agreement.presence {
        tables::presence(report, presence, &mut blocks);
    }
    blocks.push(Block::heading(label::agree_counts_heading(lang).to_owned()));
    blocks.push(Block::List(counts(report)));
    if let Some(text) = chapter::chapter(report) {
        blocks.push(Block::heading(
            label::agree_chapter_heading(lang).to_owned(),
        ));
        blocks.push(Block::Paragraph(text));
        if !report.all {
            blocks.push(Block::Paragraph(label::agree_hint_all(lang)));
        }
    }
    if let Some(scored) = report.scored() {
        corrections::section(scored, None, (lang, detail), &mut blocks);
    }
    let framework = report.scored().map(|it| &it.framework);
    let status = framework.and_then(|it| official_status_line(it, lang));
    blocks.extend(status.map(Block::Paragraph));
    Document {
        lang,
        title: title(report),
        subtitle: subtitle(report),
        blocks,
    }
}

fn title(report: &AgreeReport) -> String {
    let name = match &report.subject {
        Subject::Study(scored) => scored.title(report.lang),
        Subject::Table(file) if file.name == "-" => {
            return label::agree_plain_title(report.lang).to_owned();
        }
        Subject::Table(file) => &file.name,
    };
    label::agree_title(report.lang, name)
}

fn subtitle(report: &AgreeReport) -> String {
    let lang = report.lang;
    let mut parts = Vec::new();
    if let Some(Scored { framework, .. }) = report.scored() {
        parts.push(label::framework_line(
            lang,
            framework.id(),
            framework.version(),
        ));
    }
    let counts = report.agreement.counts;
    let coders = report.agreement.coders.len();
    parts.push(label::agree_subtitle(
        lang,
        coders,
        counts.pairable,
        counts.units,
    ));
    parts.push(label::agree_seed(lang, report.agreement.choices.seed));
    parts.join(" · ")
}

/// The headline, its main companions, and why it is this one.
fn main(report: &AgreeReport, family: &FamilyAgreement, blocks: &mut Vec<Block>) {
    let lang = report.lang;
    let part = &family.whole;
    let Some(headline) = part.headline() else {
        return;
    };
    let mut first = vec![headline_line(report, part, headline)];
    if report.scored().is_some() {
        first.push(unit_sentence(report, family).to_owned());
    }
    match headline.value {
        Ok(_) => {
            first.extend(verdict(&report.wording(), part));
            if let (Some(Narrow::FewerThan(enough)), false) =
                (headline.narrow, reading(part) == Reading::FewUnits)
            {
                first.push(label::agree_narrow_key(&report.wording(), enough));
            }
        }
        Err(Why::Undefined(Undefined::NoVariation)) => {
            first.push(match part.basis {
                Basis::Pooled => label::agree_no_variation(lang).to_owned(),
                Basis::Within => label::agree_no_variation_within(lang).to_owned(),
            });
        }
        Err(_) => {}
    }
    blocks.push(Block::Paragraph(first.join(" ")));
    tables::main(report, family, blocks);
    if let (Some(share), Some(Ok(alpha)), true) = (
        part.share(),
        part.headline().map(|it| it.value),
        part.is_paradox(),
    ) {
        let shares = [share, part.prevailing].map(|it| percent(it, 0, lang));
        let [share, prevailing] = shares;
        let alpha = report.number(alpha);
        let text = match part.basis {
            Basis::Within => label::agree_paradox_within(lang, share, alpha, prevailing),
            Basis::Pooled => label::agree_paradox(lang, share, alpha, prevailing),
        };
        blocks.push(Block::Paragraph(text));
    }
    let mut reasons = Vec::new();
    let analytic = |it: &Computed| {
        let method = interval_of(it).map(|it| it.method);
        *it.of == GWET_AC && method == Some(IntervalMethod::Analytic)
    };
    if family.family != Family::Numbers && part.coefficients.iter().any(analytic) {
        reasons.push(label::agree_interval_key(lang));
    }
    let narrow = |it: &Computed| matches!(it.narrow, Some(Narrow::FewerThan(_)));
    if part.coefficients.iter().any(narrow) {
        reasons.push(label::agree_narrow_explained(lang));
    }
    reasons.push(match part.metric {
        _ if report.agreement.choices.metric.is_some() => label::agree_why_asked(lang),
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
fn headline_line(report: &AgreeReport, part: &Part, headline: &Computed) -> String {
    let lang = report.lang;
    let mut how = metric(lang, headline.variant).to_owned();
    match (part.basis, &part.within) {
        (Basis::Within, _) => how = format!("{how}, {}", label::agree_within(lang)),
        (Basis::Pooled, Some(_)) => how = format!("{how}, {}", label::agree_pooled(lang)),
        (Basis::Pooled, None) => {}
    }
    let name = name(lang, headline);
    let value = match headline.value {
        Ok(value) => report.number(value),
        Err(it) => return label::agree_headline_none(lang, name, how, why(lang, it)),
    };
    match (interval_of(headline), no_interval(headline)) {
        (Some(interval), _) => label::agree_headline_interval(
            lang,
            name,
            how,
            value,
            report.ends(&interval),
            method(lang, interval.method),
            report.drawn(),
        ),
        (None, Some(why)) => {
            let line = label::agree_headline(lang, name, how, value);
            let none = label::agree_no_interval(lang, undefined(lang, why));
            format!("{line} {none}")
        }
        (None, None) => label::agree_headline(lang, name, how, value),
    }
}

/// What the units of a study are.
fn unit_sentence(report: &AgreeReport, family: &FamilyAgreement) -> String {
    match family.unit {
        UnitKind::Statement => label::agree_unit_statement(report.lang).to_owned(),
        UnitKind::Cell => label::agree_unit_cell(&report.wording()),
        UnitKind::Mixed => label::agree_unit_mixed(report.lang).to_owned(),
    }
}

/// What the headline means for the use of the data.
fn verdict(words: &Wording, part: &Part) -> Option<String> {
    let lang = words.lang;
    let line = match reading(part) {
        Reading::Undefined => return None,
        Reading::FewUnits => label::agree_few(lang),
        Reading::NoInterval => label::agree_no_bound(lang),
        Reading::Good => label::agree_good(lang),
        Reading::Tentative => label::agree_tentative(lang),
        Reading::Open => label::agree_open(lang),
        Reading::Poor => return Some(label::agree_poor(words)),
    };
    Some(line.to_owned())
}

/// What was counted and what was left out.
fn counts(report: &AgreeReport) -> Vec<String> {
    let lang = report.lang;
    let agreement = &report.agreement;
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
    if counts.unclear > 0 {
        lines.push(label::agree_count_unclear(lang, counts.unclear));
    }
    for family in agreement.families.iter().filter(|it| it.whole.pairable > 0) {
        lines.extend(scale_line(report, family));
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
fn scale_line(report: &AgreeReport, family: &FamilyAgreement) -> Option<String> {
    let lang = report.lang;
    let names =
        |values: &[f64]| list_apart(values.iter().map(|it| report.value(family.family, *it)));
    if family.family == Family::Directions {
        return None;
    }
    if let Some(levels) = &family.levels {
        return Some(label::agree_count_levels(
            &report.wording(),
            names(levels.values()),
        ));
    }
    if report.scored().is_some() {
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
fn unit_cells(report: &AgreeReport, unit: &Unit) -> Vec<String> {
    match (&unit.name, report.scored()) {
        (
            UnitName::Coded {
                node,
                assessment,
                speaker,
                ..
            },
            Some(scored),
        ) => {
            let of = &scored.assessed.assessments[*assessment];
            let region = super::shown::short_name(&of.region.name);
            let mut place = words::place(&region, of.wave.as_deref());
            if let Some(stage) = of.stage {
                place = format!("{place} · {}", words::stage(report.lang, stage));
            }
            vec![
                words::title(report.lang, &scored.framework, *node).to_owned(),
                place,
                speaker.shown().unwrap_or_default(),
            ]
        }
        (UnitName::Row(name), _) => vec![name.clone()],
        (UnitName::Coded { .. }, None) => Vec::new(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_end_is_rounded_over_a_bound_that_its_sentence_names() {
        let interval = |low, high| Interval {
            low,
            high,
            confidence: 0.95,
            method: IntervalMethod::Bca,
            se: None,
            replicates: 1000,
            degenerate: 0,
        };
        for (low, high, wanted) in [
            (0.5, 0.9, 3),
            (0.667, 0.9, 3),
            (0.8, 0.9, 3),
            (0.6668, 0.9, 4),
            (0.1, 0.666_96, 5),
            (0.799_6, 0.9, 4),
            (0.800_04, 0.9, 3),
        ] {
            assert_eq!(decimals(&interval(low, high)), wanted, "{low} {high}");
        }
    }
}
