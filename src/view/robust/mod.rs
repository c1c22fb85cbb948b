//! Reruns under other choices as people read them: what held first, then ranks with their ranges; in
//! full what moves them, and the order under other readings.

mod names;
mod record;
mod rows;
mod share;
mod tables;
mod verdict;

use crate::compare::Comparison;
use crate::scrutiny::robust::{Choice, Pair, RegionRange, Robust, Untold};
use crate::study::Scored;
use crate::text::{Lang, Wording, label, list};

use super::dataset::Dataset;
use super::envelope::Envelope;
use super::inputs::{InputRecord, inputs_of};
use super::report::{Detail, Record, Report};
use super::shown::{Shown, remarks, short_name, subtitle};
use super::{Block, Document, comparison, words};

pub use record::RobustRecord;

/// How many regions are named as first at times.
const OTHERS: usize = 4;

/// Reruns of a ranking.
#[derive(Debug)]
pub struct RobustReport<'a> {
    /// The framework with its rows and scores.
    pub scored: &'a Scored,
    /// The ranking that is rerun, of which it shows what is asked for.
    pub comparison: Comparison,
    /// The reruns.
    pub robust: Robust,
    /// Language of the reader.
    pub lang: Lang,
}

impl Report for RobustReport<'_> {
    fn name(&self) -> &str {
        self.scored.framework.id()
    }

    fn document(&self, detail: Detail) -> Document {
        document(self, detail)
    }

    fn datasets(&self) -> Vec<Dataset<'_>> {
        vec![rows::dataset(self)]
    }

    fn inputs(&self) -> Vec<InputRecord<'_>> {
        inputs_of(&self.scored.statements)
    }

    fn record(&self) -> Record<'_> {
        let body = record::body(self);
        Box::new(Envelope::of_scored(body, self.scored, self.lang))
    }
}

impl RobustReport<'_> {
    /// What the framework calls things, for sentences.
    fn wording(&self) -> Wording {
        words::wording(self.lang, &self.scored.framework)
    }

    fn region_name(&self, assessment: usize) -> &str {
        &self.scored.assessed.assessments[assessment].region.name
    }

    fn short(&self, region: &RegionRange) -> String {
        short_name(self.region_name(region.assessment))
    }

    fn title(&self, node: usize) -> &str {
        words::title(self.lang, &self.scored.framework, node)
    }

    /// Whether every region that was rerun is shown.
    fn shows_all(&self) -> bool {
        self.comparison.ranking.len() >= self.robust.regions.len()
    }

    /// Whether the region at a place of the ranking that was rerun is shown.
    fn shows_place(&self, place: usize) -> bool {
        let assessment = self.robust.regions[place].assessment;
        let mut shown = self.comparison.ranking.iter();
        self.shows_all() || shown.any(|it| it.assessment == assessment)
    }

    /// Whether one of a pair is shown.
    fn shows(&self, pair: &Pair) -> bool {
        self.shows_place(pair.first) || self.shows_place(pair.second)
    }

    /// The regions that are shown, with their place in the ranking that was rerun.
    fn shown(&self) -> impl Iterator<Item = (usize, &RegionRange)> {
        let all = self.robust.regions.iter().enumerate();
        all.filter(|(place, _)| self.shows_place(*place))
    }

    /// Whether enough options of a choice gave results for the choice to have varied.
    fn has_varied(&self, choice: Choice) -> bool {
        let mut all = self.robust.varied.iter();
        all.find(|it| it.choice() == choice).is_some_and(|it| {
            let counts = |option| verdict::is_tested(&self.robust, it, option);
            names::varied(&self.wording(), it, counts).is_some()
        })
    }
}

fn document(report: &RobustReport, detail: Detail) -> Document {
    let RobustReport {
        scored,
        comparison,
        robust,
        lang,
    } = report;
    let lang = *lang;
    let shown = Shown {
        scored,
        comparison,
        lang,
    };
    let mut blocks = Vec::new();
    let has_order = !matches!(
        robust.untold,
        Some(Untold::NothingRanked | Untold::Profile | Untold::OneRegion)
    );
    if has_order {
        blocks.push(Block::heading(label::robust_verdict_heading(lang)));
        if robust.untold.is_none() {
            blocks.push(Block::Paragraph(label::robust_lead(lang, robust.runs)));
        }
        blocks.push(Block::List(verdict::answer(report, detail)));
        if !report.shows_all() {
            blocks.push(Block::Paragraph(filtered(report)));
        }
        if robust.untold.is_none() && report.shown().next().is_some() {
            tables::ranks(report, detail, &mut blocks);
        }
        blocks.push(Block::heading(label::robust_what_heading(lang)));
        blocks.push(Block::List(verdict::tested(report)));
        let mut more = Vec::new();
        tables::choices(report, &mut more);
        tables::influence(report, &mut more);
        tables::readings(report, &mut more);
        match detail.is_full() {
            true => blocks.append(&mut more),
            false => blocks.extend(named_elsewhere(lang, &more)),
        }
    } else {
        blocks.extend(
            verdict::answer(report, detail)
                .into_iter()
                .map(Block::Paragraph),
        );
    }
    comparison::outside(&shown, &mut blocks);
    remarks(scored, None, (lang, detail), &mut blocks);
    let run = label::robust_runs_line(lang, u64::from(robust.runs), robust.seed);
    Document {
        lang,
        title: label::robust_title(lang, shown.title()),
        subtitle: format!("{} · {run}", subtitle(&shown)),
        blocks,
    }
}

/// Which headings are left to `--full`.
fn named_elsewhere(lang: Lang, more: &[Block]) -> Option<Block> {
    let text = |it: &Block| match it {
        Block::Heading(heading) => Some(heading.text.clone()),
        _ => None,
    };
    let headings: Vec<String> = more.iter().filter_map(text).collect();
    let line = label::more_in_full(lang, list(&headings));
    (!headings.is_empty()).then_some(Block::Paragraph(line))
}

/// That not all regions that were rerun are shown.
fn filtered(report: &RobustReport) -> String {
    match report.comparison.ranking.len() {
        0 => label::robust_shown_none(&report.wording()),
        shown => label::robust_shown(&report.wording(), shown, report.robust.regions.len()),
    }
}
