//! A trend as people read it: who rose and who fell first, then each region, its groups and its
//! indicators.

mod answer;
mod figure;
mod moves;
mod record;
mod rows;
mod tables;

use std::collections::BTreeSet;

use crate::assess::Reason;
use crate::compare::trend::{Apart, Change, Gap, NodeChange, RegionTrend, Trend, Unsure};
use crate::problem::Problem;
use crate::statement::{Field, Stage};
use crate::stats::TOLERANCE;
use crate::study::Scored;
use crate::text::{Lang, Wording, label, list, number, say};

use super::chart::Chart;
use super::dataset::Dataset;
use super::envelope::Envelope;
use super::inputs::{InputRecord, inputs_of};
use super::report::{Detail, Record, Report};
use super::shown::{notice_line, remark_lines, short_name};
use super::{Block, Cell, Column, Document, Number, Table, corrections, words};

pub use record::TrendRecord;

/// Regions from wave to wave.
#[derive(Debug)]
pub struct TrendReport<'a> {
    /// The framework with its rows and scores.
    pub scored: &'a Scored,
    /// What changed.
    pub trend: Trend,
    /// Language of the reader.
    pub lang: Lang,
}

impl Report for TrendReport<'_> {
    fn name(&self) -> &str {
        self.scored.framework.id()
    }

    fn document(&self, detail: Detail) -> Document {
        document(self, detail)
    }

    fn charts(&self) -> Vec<Chart> {
        vec![self.figure()]
    }

    fn datasets(&self) -> Vec<Dataset<'_>> {
        vec![rows::dataset(self)]
    }

    fn inputs(&self) -> Vec<InputRecord<'_>> {
        inputs_of(&self.scored.statements)
    }

    fn record(&self) -> Record<'_> {
        let envelope = Envelope::of_scored(record::body(self), self.scored, self.lang);
        Box::new(envelope.warned(&fell_to_zero(self), self.lang))
    }
}

impl TrendReport<'_> {
    /// What the framework calls things, for sentences.
    fn wording(&self) -> Wording {
        words::wording(self.lang, &self.scored.framework)
    }

    /// Every region as a line through its waves.
    #[must_use]
    pub fn figure(&self) -> Chart {
        figure::figure(self)
    }

    fn decimals(&self) -> usize {
        self.scored.method.reporting.decimals
    }

    /// The change of a region with its sign, in the reporting unit; `?` where it is not certain.
    fn change(&self, it: &RegionTrend) -> String {
        let change = it.change.told.map(|it| self.signed(it));
        match (change, it.change.is_certain()) {
            (Some(change), true) => change,
            (Some(change), false) => format!("{change}?"),
            (None, _) => String::new(),
        }
    }

    /// A difference of scores in running text, with its sign.
    fn signed(&self, change: f64) -> String {
        let (lang, decimals) = (self.lang, self.decimals());
        if change.abs() > TOLERANCE {
            words::change(lang, change, decimals, false)
        } else {
            number(change.abs(), decimals, lang)
        }
    }

    /// The change on what both waves have, in the reporting unit.
    fn told_on_common(&self, change: &Change) -> Option<f64> {
        let Scored {
            framework, method, ..
        } = self.scored;
        let told = |score| method.as_people_read(framework, 0, score);
        let (before, after) = change.common?;
        Some(told(after) - told(before))
    }

    fn stage(&self, stage: Option<Stage>) -> &'static str {
        match stage {
            Some(stage) => words::stage(self.lang, stage),
            None => label::trend_no_stage(self.lang),
        }
    }
}

/// A difference with its sign; none has no sign, so that nobody reads a rise into `+0`.
fn signed(change: f64, decimals: usize) -> Number {
    let is_change = change.abs() > TOLERANCE;
    let value = if is_change { change } else { change.abs() };
    Number {
        signed: is_change,
        ..Number::new(value, decimals)
    }
}

fn document(report: &TrendReport, detail: Detail) -> Document {
    let lang = report.lang;
    let trend = &report.trend;
    let mut blocks = vec![
        Block::heading(label::trend_summary_heading(lang)),
        Block::List(answer::lines(report)),
    ];
    if !trend.regions.is_empty() {
        blocks.push(Block::heading(label::trend_heading(lang).to_owned()));
        blocks.push(Block::Table(tables::table(report)));
        let key = tables::key(report);
        if !key.is_empty() {
            blocks.push(Block::List(key));
        }
        tables::long_bands(report, &mut blocks);
        if detail.is_full() || trend.regions.len() <= FEW {
            tables::steps(report, &mut blocks);
        }
        if detail.is_full() || trend.regions.len() <= MANY {
            tables::groups(report, &mut blocks);
        }
        moves::section(report, detail, &mut blocks);
        if detail.is_full() {
            tables::targets(report, &mut blocks);
        }
    }
    tables::numbers(report, &mut blocks);
    unjoined(report, &mut blocks);
    corrections::section(report.scored, None, (lang, detail), &mut blocks);
    // A figure has no room for a notice: it stands here alone.
    let notice = notice_line(&report.scored.framework, lang);
    let remarks: Vec<String> = notice.into_iter().chain(cautions(report)).collect();
    if !remarks.is_empty() {
        blocks.push(Block::heading(label::remarks_heading(lang)));
        blocks.push(Block::List(remarks));
    }
    let title = label::trend_title(lang, report.scored.title(lang));
    Document {
        lang,
        title: match trend.stage {
            Some(Stage::SelfAssessed) => label::self_assessed_title(lang, title),
            _ => title,
        },
        subtitle: subtitle(report),
        blocks,
    }
}

/// With no more regions than this, all is told of each even in brief.
const FEW: usize = 4;
/// With more regions than this, what is below the index is left to `--full`.
const MANY: usize = 40;

fn subtitle(report: &TrendReport) -> String {
    let lang = report.lang;
    let trend = &report.trend;
    let mut parts = vec![label::framework_line(
        lang,
        report.scored.framework.id(),
        report.scored.framework.version(),
    )];
    if let (Some(first), Some(last)) = (trend.waves.first(), trend.waves.last()) {
        parts.push(label::wave_line(lang, format!("{first}–{last}")));
    }
    match trend.stage {
        Some(Stage::SelfAssessed) => parts.push(label::unverified(lang).to_owned()),
        Some(stage) => parts.push(words::stage(lang, stage).to_owned()),
        None => {}
    }
    if trend.regions.is_empty() {
        return parts.join(" · ");
    }
    parts.push(label::regions_line(&report.wording(), trend.regions.len()));
    let Scored {
        assessed, about, ..
    } = report.scored;
    if let (Some(expected), Some(last)) = (&about.expected, trend.waves.last()) {
        let all = &assessed.assessments;
        let has_sent = |name: &str| {
            let mut those = all.iter().filter(|it| it.wave.as_ref() == Some(last));
            those.any(|it| &*it.region.name == name)
        };
        let (all, missing) = (expected.len(), about.not_sent(has_sent).len());
        if missing > 0 {
            parts.push(label::among_senders(lang, all - missing, all));
        }
    }
    let behind = trend.assessments().map(|at| &assessed.assessments[at]);
    parts.extend(words::counts(lang, report.scored, behind));
    parts.join(" · ")
}

fn unjoined(report: &TrendReport, blocks: &mut Vec<Block>) {
    let lang = report.lang;
    if report.trend.unjoined.is_empty() {
        return;
    }
    blocks.push(Block::heading(label::trend_apart_heading(lang)));
    blocks.push(Block::Table(Table {
        columns: vec![
            tables::region_column(report),
            Column::text("reason", label::reason(lang)),
        ],
        rows: report
            .trend
            .unjoined
            .iter()
            .map(|it| {
                vec![
                    Cell::text(&*it.region.name),
                    Cell::text(apart_word(&report.wording(), &it.why)),
                ]
            })
            .collect(),
    }));
}

/// What weakens the trend, and the remarks of every result.
fn cautions(report: &TrendReport) -> Vec<String> {
    let lang = report.lang;
    let trend = &report.trend;
    let mut lines = Vec::new();
    lines.extend(rounded_line(report));
    for problem in fell_to_zero(report) {
        let parts = std::iter::once(&problem.message).chain(&problem.help);
        let parts: Vec<String> = parts.map(|it| words::capital(it.get(lang))).collect();
        lines.push(format!("{}.", parts.join("; ")));
    }
    if !trend.other_stages.is_empty() {
        let others = list(trend.other_stages.iter().map(|it| report.stage(*it)));
        let stage = report.stage(trend.stage);
        lines.push(label::trend_stage_line(lang, stage, others));
    }
    if !trend.left_out.is_empty() {
        lines.push(label::trend_left_out_line(
            &report.wording(),
            list(&trend.left_out),
        ));
    }
    if trend.without_wave > 0 {
        lines.push(label::trend_without_wave_line(lang, trend.without_wave));
    }
    if trend.coders_differ(&report.scored.statements, &report.scored.assessed) {
        lines.push(label::trend_coders_line(&report.wording()));
    }
    if !trend.conflicts.is_empty() {
        lines.push(label::trend_conflicts_line(lang, trend.conflicts.len()));
    }
    lines.extend(remark_lines(report.scored, lang));
    lines
}

/// Says that a change need not be the difference of the rounded ends that are shown, where it is not.
fn rounded_line(report: &TrendReport) -> Option<String> {
    let Scored {
        framework, method, ..
    } = report.scored;
    let decimals = method.reporting.decimals;
    let as_shown = |told: f64| {
        let decimals = words::told_decimals(framework, told, decimals);
        crate::text::rounded(told, decimals)
    };
    report.trend.regions.iter().find_map(|it| {
        let [before, after] = [it.change.from, it.change.to].map(|wave| it.points[wave].told);
        let (before, after, change) = (before?, after?, it.change.told?);
        let shown = as_shown(after) - as_shown(before);
        let differs = (shown - crate::text::rounded(change, decimals)).abs() > TOLERANCE;
        let told = |it| words::told_text(report.lang, report.scored, it);
        differs.then(|| {
            label::trend_rounded_line(
                report.lang,
                short_name(&it.region.name),
                told(before),
                told(after),
                report.signed(change),
            )
        })
    })
}

/// Warnings of numbers that fall to exactly 0.
fn fell_to_zero(report: &TrendReport) -> Vec<Problem> {
    /// With more places than this the rest are counted.
    const MOST: usize = 5;
    let Scored {
        framework,
        statements,
        assessed,
        ..
    } = report.scored;
    let of_node = |it: &crate::compare::trend::FellToZero| {
        let mut places: Vec<String> = it
            .places
            .iter()
            .take(MOST)
            .map(|(region, wave, _)| words::place(&region.name, Some(wave)))
            .collect();
        if it.places.len() > MOST {
            places.push(format!("… ({})", it.places.len()));
        }
        let id = framework.nodes()[it.node].id();
        let problem = Problem::warning(say::trend_fell_to_zero(id, list(places)));
        let first = it.places.first().and_then(|(.., at)| {
            let rows = assessed.assessments[*at].rows.iter().nth(it.node)?;
            rows.iter().map(|row| &statements.rows()[*row]).next()
        });
        let problem = match first {
            Some(row) => problem.at(statements.place(row, Field::of_number(row))),
            None => problem,
        };
        problem.help(say::trend_zero_help())
    };
    report.trend.zeros.iter().map(of_node).collect()
}

/// Why changes are not certain, each reason once.
fn reasons<'a>(of: impl Iterator<Item = Option<Unsure>> + 'a) -> Vec<Unsure> {
    of.flatten().collect::<BTreeSet<_>>().into_iter().collect()
}

fn unsure_word(words: &Wording, why: Unsure) -> String {
    let lang = words.lang;
    let word = match why {
        Unsure::MissingData => label::trend_unsure_missing(lang),
        Unsure::CommonIndicators => label::trend_unsure_common(lang),
        Unsure::Relative => return label::trend_unsure_relative(words),
        Unsure::NeedsConfirmation => label::trend_unsure_confirm(lang),
    };
    word.to_owned()
}

/// The marks behind the change of a group or indicator.
fn marks(it: &NodeChange) -> String {
    let unsure = if it.unsure.is_some() { "?" } else { "" };
    let cross = if it.cross { CROSS } else { "" };
    format!("{unsure}{cross}")
}

/// Stands behind what was coded under the framework by others than its source.
const CROSS: &str = "×";

fn gap_word(words: &Wording, gap: Gap) -> String {
    match gap {
        Gap::NotAssessed => label::no_statement(words.lang).to_owned(),
        Gap::OtherStage => label::trend_other_stage(words.lang).to_owned(),
        Gap::NoScore(reason) => words::reason(words, reason),
    }
}

/// The stable name of why a region has no score in a wave.
fn gap_id(gap: Gap) -> &'static str {
    match gap {
        Gap::NotAssessed => "no-statement",
        Gap::OtherStage => "other-stage",
        Gap::NoScore(reason) => reason.map_or("no-data", Reason::id),
    }
}

fn apart_word(words: &Wording, why: &Apart) -> String {
    let lang = words.lang;
    match why {
        Apart::OtherKind(kind) => label::outside_kind(lang, words::kind(lang, *kind)),
        Apart::OneWave(wave) => label::trend_apart_one(lang, &**wave),
        Apart::NoScore(reason) => label::trend_apart_none(lang, words::reason(words, *reason)),
        Apart::OtherStage => label::trend_apart_stage(lang).to_owned(),
        Apart::OtherWaves => label::trend_apart_waves(lang).to_owned(),
        Apart::NoWave => label::trend_apart_no_wave(lang).to_owned(),
    }
}

/// The stable name of why a region is not joined.
fn apart_id(why: &Apart) -> &'static str {
    match why {
        Apart::OtherKind(_) => "other-kind",
        Apart::OneWave(_) => "one-wave",
        Apart::NoScore(reason) => reason.map_or("no-data", Reason::id),
        Apart::OtherStage => "other-stage",
        Apart::OtherWaves => "other-wave",
        Apart::NoWave => "no-wave",
    }
}
