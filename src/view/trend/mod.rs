//! A trend as people read it: who rose and who fell first, then each region, then its groups.

mod figure;
mod record;
mod rows;
mod tables;

use crate::assess::Reason;
use crate::compare::trend::{Apart, Gap, RegionTrend, Trend};
use crate::statement::Stage;
use crate::stats::TOLERANCE;
use crate::study::Scored;
use crate::text::{Lang, label, list, number};

use super::chart::Chart;
use super::dataset::Dataset;
use super::envelope::Envelope;
use super::report::{Detail, Record, Report};
use super::shown::{remark_lines, short_name};
use super::{Block, Cell, Column, Document, Number, Table, words};

pub use record::TrendRecord;

/// How many regions are named as those that rose or fell most.
const MOST_NAMED: usize = 3;

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

    fn document(&self, _: Detail) -> Document {
        document(self)
    }

    fn charts(&self) -> Vec<Chart> {
        vec![self.figure()]
    }

    fn datasets(&self) -> Vec<Dataset<'_>> {
        vec![rows::dataset(self)]
    }

    fn record(&self) -> Record<'_> {
        let body = record::body(self);
        Box::new(Envelope::of_scored(body, self.scored, self.lang))
    }
}

impl TrendReport<'_> {
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
        match (change, it.change.certain) {
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

fn document(report: &TrendReport) -> Document {
    let lang = report.lang;
    let mut blocks = vec![
        Block::heading(label::trend_summary_heading(lang)),
        Block::List(summary(report)),
    ];
    if !report.trend.regions.is_empty() {
        blocks.push(Block::heading(label::trend_heading(lang).to_owned()));
        blocks.push(Block::Table(tables::table(report)));
        let key = tables::key(report);
        if !key.is_empty() {
            blocks.push(Block::List(key));
        }
        tables::steps(report, &mut blocks);
        tables::groups(report, &mut blocks);
    }
    tables::numbers(report, &mut blocks);
    unjoined(report, &mut blocks);
    let remarks = cautions(report);
    if !remarks.is_empty() {
        blocks.push(Block::heading(label::remarks_heading(lang)));
        blocks.push(Block::List(remarks));
    }
    Document {
        lang,
        title: label::trend_title(lang, report.scored.title(lang)),
        subtitle: subtitle(report),
        blocks,
    }
}

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
    parts.push(label::regions_line(lang, trend.regions.len()));
    let statements = trend.statements(&report.scored.assessed);
    parts.push(label::statements_line(lang, statements));
    parts.join(" · ")
}

/// Who rose, who fell, who stayed, and what is typical.
fn summary(report: &TrendReport) -> Vec<String> {
    let lang = report.lang;
    let trend = &report.trend;
    let named = |positions: &[usize], most: usize, with_change: bool| {
        let mut names: Vec<String> = positions
            .iter()
            .take(most)
            .map(|at| {
                let it = &trend.regions[*at];
                let name = short_name(&it.region.name);
                if with_change {
                    format!("{name} ({})", report.change(it))
                } else {
                    name
                }
            })
            .collect();
        if positions.len() > most {
            names.push("…".to_owned());
        }
        list(names)
    };
    let total = trend.rose.len() + trend.fell.len() + trend.unchanged.len();
    let mut lines = Vec::new();
    if !trend.rose.is_empty() {
        let names = named(&trend.rose, MOST_NAMED, true);
        lines.push(label::trend_rose_line(lang, trend.rose.len(), total, names));
    }
    if !trend.fell.is_empty() {
        let names = named(&trend.fell, MOST_NAMED, true);
        lines.push(label::trend_fell_line(lang, trend.fell.len(), total, names));
    }
    if !trend.unchanged.is_empty() {
        let names = named(&trend.unchanged, 2 * MOST_NAMED, false);
        let count = trend.unchanged.len();
        lines.push(label::trend_same_line(lang, count, total, names));
    }
    if total == 0
        && let (Some(first), Some(last)) = (trend.waves.first(), trend.waves.last())
    {
        lines.push(label::trend_nobody(lang, &**first, &**last));
    }
    if let Some(median) = trend.median_told.filter(|_| total > 2) {
        let heading = label::trend_median(lang);
        lines.push(format!("{heading}: {}.", report.signed(median)));
    }
    if !trend.shorter.is_empty() {
        let names = named(&trend.shorter, usize::MAX, false);
        lines.push(label::trend_shorter_line(lang, names));
    }
    lines
}

fn unjoined(report: &TrendReport, blocks: &mut Vec<Block>) {
    let lang = report.lang;
    if report.trend.unjoined.is_empty() {
        return;
    }
    blocks.push(Block::heading(label::trend_apart_heading(lang)));
    blocks.push(Block::Table(Table {
        columns: vec![
            Column::text("region", label::region(lang)),
            Column::text("reason", label::reason(lang)),
        ],
        rows: report
            .trend
            .unjoined
            .iter()
            .map(|it| {
                vec![
                    Cell::text(&*it.region.name),
                    Cell::text(apart_word(lang, &it.why)),
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
    if !trend.other_stages.is_empty() {
        let others = list(trend.other_stages.iter().map(|it| report.stage(*it)));
        let stage = report.stage(trend.stage);
        lines.push(label::trend_stage_line(lang, stage, others));
    }
    if !trend.left_out.is_empty() {
        lines.push(label::trend_left_out_line(lang, list(&trend.left_out)));
    }
    if trend.without_wave > 0 {
        lines.push(label::trend_without_wave_line(lang, trend.without_wave));
    }
    if trend.coders_differ(&report.scored.statements, &report.scored.assessed) {
        lines.push(label::trend_coders_line(lang));
    }
    if !trend.conflicts.is_empty() {
        lines.push(label::trend_conflicts_line(lang, trend.conflicts.len()));
    }
    lines.extend(remark_lines(report.scored, lang));
    lines
}

fn gap_word(lang: Lang, gap: Gap) -> &'static str {
    match gap {
        Gap::NotAssessed => label::no_statement(lang),
        Gap::OtherStage => label::trend_other_stage(lang),
        Gap::NoScore(reason) => words::reason(lang, reason),
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

fn apart_word(lang: Lang, why: &Apart) -> String {
    match why {
        Apart::OtherKind(kind) => label::outside_kind(lang, words::kind(lang, *kind)),
        Apart::OneWave(wave) => label::trend_apart_one(lang, &**wave),
        Apart::NoScore(reason) => label::trend_apart_none(lang, words::reason(lang, *reason)),
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
