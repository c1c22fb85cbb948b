//! A trend as people read it: who rose and who fell first, then each region, then its groups.

mod figure;
pub mod record;
mod rows;
mod tables;

use std::collections::BTreeSet;

use crate::assess::{Assessed, Reason};
use crate::compare::trend::{Apart, Gap, RegionTrend, Trend};
use crate::framework::{Framework, Method};
use crate::statement::{PartyName, Stage, Statements};
use crate::stats::TOLERANCE;
use crate::study::Scored;
use crate::text::{Lang, label, list, number};

use super::shown::{remark_lines, short_name};
use super::{Block, Cell, Column, Document, Table, words};

pub use figure::figure;
pub use rows::rows;

/// How many regions are named as those that rose or fell most.
const MOST_NAMED: usize = 3;
/// What a trend is shown with.
#[derive(Debug, Clone, Copy)]
pub struct TrendShown<'a> {
    /// Framework, method, rows and scores.
    pub scored: &'a Scored,
    /// The framework.
    pub framework: &'a Framework,
    /// The choices behind the scores.
    pub method: &'a Method,
    /// The rows.
    pub statements: &'a Statements,
    /// The scores.
    pub assessed: &'a Assessed,
    /// What changed.
    pub trend: &'a Trend,
    /// Name of the study.
    pub title: Option<&'a str>,
    /// Language of the reader.
    pub lang: Lang,
}

impl TrendShown<'_> {
    fn name(&self) -> &str {
        self.title
            .unwrap_or_else(|| self.framework.title().get(self.lang))
    }

    fn decimals(&self) -> usize {
        self.method.reporting.decimals
    }

    /// A difference with its sign.
    fn signed(&self, change: f64) -> String {
        signed(change, self.decimals(), self.lang)
    }

    /// The change of a region with its sign, in the reporting unit; `?` where it is not certain.
    fn change(&self, it: &RegionTrend) -> String {
        let change = it.change.told.map(|change| self.signed(change));
        match (change, it.change.certain) {
            (Some(change), true) => change,
            (Some(change), false) => format!("{change}?"),
            (None, _) => String::new(),
        }
    }

    fn stage(&self, stage: Option<Stage>) -> &'static str {
        match stage {
            Some(stage) => words::stage(self.lang, stage),
            None => label::trend_no_stage(self.lang),
        }
    }

    /// Positions of the assessments that are joined.
    fn assessments(&self) -> impl Iterator<Item = usize> {
        let points = self.trend.regions.iter().flat_map(|it| &it.points);
        points
            .filter(|point| point.score.is_some())
            .filter_map(|point| point.assessment)
    }
}

fn signed(change: f64, decimals: usize, lang: Lang) -> String {
    let sign = match change {
        change if change > TOLERANCE => "+",
        change if change < -TOLERANCE => "−",
        _ => "",
    };
    format!("{sign}{}", number(change.abs(), decimals, lang))
}

/// The whole trend.
#[must_use]
pub fn document(shown: &TrendShown) -> Document {
    let lang = shown.lang;
    let mut blocks = vec![
        Block::heading(label::trend_summary_heading(lang).to_owned()),
        Block::List(summary(shown)),
    ];
    if !shown.trend.regions.is_empty() {
        blocks.push(Block::heading(label::trend_heading(lang).to_owned()));
        blocks.push(Block::Table(tables::table(shown)));
        let key = tables::key(shown);
        if !key.is_empty() {
            blocks.push(Block::List(key));
        }
        tables::steps(shown, &mut blocks);
        tables::groups(shown, &mut blocks);
    }
    tables::numbers(shown, &mut blocks);
    unjoined(shown, &mut blocks);
    let remarks = cautions(shown);
    if !remarks.is_empty() {
        blocks.push(Block::heading(label::remarks_heading(lang).to_owned()));
        blocks.push(Block::List(remarks));
    }
    Document {
        lang,
        title: label::trend_title(lang, shown.name()),
        subtitle: subtitle(shown),
        blocks,
    }
}

fn subtitle(shown: &TrendShown) -> String {
    let lang = shown.lang;
    let trend = shown.trend;
    let mut parts = vec![label::framework_line(
        lang,
        shown.framework.id(),
        shown.framework.version(),
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
    let rows: usize = shown
        .assessments()
        .map(|at| shown.assessed.assessments[at].nodes[0].statements)
        .sum();
    parts.push(label::statements_line(lang, rows));
    parts.join(" · ")
}

/// Who rose, who fell, who stayed, and what is typical.
fn summary(shown: &TrendShown) -> Vec<String> {
    let lang = shown.lang;
    let trend = shown.trend;
    let named = |positions: &[usize], most: usize, with_change: bool| {
        let mut names: Vec<String> = positions
            .iter()
            .take(most)
            .map(|at| {
                let it = &trend.regions[*at];
                let name = short_name(&it.region.name);
                if with_change {
                    format!("{name} ({})", shown.change(it))
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
        lines.push(format!("{heading}: {}.", shown.signed(median)));
    }
    if !trend.shorter.is_empty() {
        let names = named(&trend.shorter, usize::MAX, false);
        lines.push(label::trend_shorter_line(lang, names));
    }
    lines
}

fn unjoined(shown: &TrendShown, blocks: &mut Vec<Block>) {
    let lang = shown.lang;
    if shown.trend.unjoined.is_empty() {
        return;
    }
    blocks.push(Block::heading(label::trend_apart_heading(lang).to_owned()));
    blocks.push(Block::Table(Table {
        columns: vec![
            Column::text("region", label::region(lang)),
            Column::text("reason", label::reason(lang)),
        ],
        rows: shown
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
fn cautions(shown: &TrendShown) -> Vec<String> {
    let lang = shown.lang;
    let trend = shown.trend;
    let mut lines = Vec::new();
    if !trend.other_stages.is_empty() {
        let others = list(trend.other_stages.iter().map(|it| shown.stage(*it)));
        let stage = shown.stage(trend.stage);
        lines.push(label::trend_stage_line(lang, stage, others));
    }
    if !trend.left_out.is_empty() {
        lines.push(label::trend_left_out_line(lang, list(&trend.left_out)));
    }
    if trend.without_wave > 0 {
        lines.push(label::trend_without_wave_line(lang, trend.without_wave));
    }
    if coders_differ(shown) {
        lines.push(label::trend_coders_line(lang));
    }
    if !trend.conflicts.is_empty() {
        lines.push(label::trend_conflicts_line(lang, trend.conflicts.len()));
    }
    lines.extend(remark_lines(shown.scored, lang));
    lines
}

/// Whether the waves were coded by different people, as far as rows name them.
fn coders_differ(shown: &TrendShown) -> bool {
    let mut teams: BTreeSet<BTreeSet<&PartyName>> = BTreeSet::new();
    for wave in 0..shown.trend.waves.len() {
        let points = shown.trend.regions.iter().map(|it| &it.points[wave]);
        let team: BTreeSet<&PartyName> = points
            .filter_map(|point| point.assessment)
            .flat_map(|at| shown.assessed.assessments[at].rows.iter().flatten())
            .map(|row| &shown.statements.rows()[*row])
            .filter(|row| !row.answer.is_missing())
            .filter_map(|row| row.coder.as_ref())
            .collect();
        if !team.is_empty() {
            teams.insert(team);
        }
    }
    teams.len() > 1
}

fn gap_word(lang: Lang, gap: Gap) -> &'static str {
    match gap {
        Gap::NotAssessed => label::missing_short(lang),
        Gap::OtherStage => label::trend_other_stage(lang),
        Gap::NoScore(reason) => words::reason(lang, reason),
    }
}

/// The stable name of why a region has no score in a wave.
pub(super) fn gap_id(gap: Gap) -> &'static str {
    match gap {
        Gap::NotAssessed => "not-asked",
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
pub(super) fn apart_id(why: &Apart) -> &'static str {
    match why {
        Apart::OtherKind(_) => "other-kind",
        Apart::OneWave(_) => "one-wave",
        Apart::NoScore(reason) => reason.map_or("no-data", Reason::id),
        Apart::OtherStage => "other-stage",
        Apart::OtherWaves => "other-wave",
        Apart::NoWave => "no-wave",
    }
}
