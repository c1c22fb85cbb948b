//! The comparison of regions: shared weak spots first, then the order, then all that weakens it.

mod answer;
mod firmness;
mod ranking;
mod record;
mod sections;

use crate::assess::Conflict;
use crate::compare::{Comparison, TargetGap};
use crate::problem::Problem;
use crate::scrutiny::agree::Measured;
use crate::statement::Stage;
use crate::study::Scored;
use crate::text::{Lang, label, list};

use super::chart::Chart;
use super::dataset::Dataset;
use super::envelope::Envelope;
use super::inputs::{InputRecord, inputs_of};
use super::report::{Detail, Record, Report};
use super::shown::{Shown, caution_words, remarks, subtitle};
use super::{Block, Document, conflicts, figures, targets, verdicts};

pub use record::CompareRecord;
pub(super) use sections::outside;

/// The regions of one framework compared.
pub struct ComparisonReport<'a> {
    /// What was scored.
    pub scored: &'a Scored,
    /// The order.
    pub comparison: Comparison,
    /// How far the study's own coders agree; `None` where no two of them judged the same.
    pub agreement: Option<Measured>,
    /// Language of the reader.
    pub lang: Lang,
}

impl ComparisonReport<'_> {
    fn shown(&self) -> Shown<'_> {
        Shown {
            scored: self.scored,
            comparison: &self.comparison,
            lang: self.lang,
        }
    }
}

impl Report for ComparisonReport<'_> {
    fn name(&self) -> &str {
        self.scored.framework.id()
    }

    fn document(&self, detail: Detail) -> Document {
        document(&self.shown(), self.agreement.as_ref(), detail)
    }

    fn charts(&self) -> Vec<Chart> {
        figures::of_comparison(self.shown())
    }

    fn datasets(&self) -> Vec<Dataset<'_>> {
        vec![record::dataset(self.shown())]
    }

    fn inputs(&self) -> Vec<InputRecord<'_>> {
        inputs_of(&self.scored.statements)
    }

    fn record(&self) -> Record<'_> {
        let shown = self.shown();
        let cautions = caution_words(&shown).into_iter().map(Problem::warning);
        let cautions: Vec<Problem> = cautions.collect();
        let envelope = Envelope::of_scored(
            record::compare(shown, self.agreement.as_ref()),
            self.scored,
            self.lang,
        );
        Box::new(envelope.warned(&cautions, self.lang))
    }
}

/// Who stands where, and who stands outside.
pub(super) fn headline(shown: &Shown, blocks: &mut Vec<Block>) {
    answer::section(shown, blocks);
    ranking::section(shown, false, blocks);
    outside(shown, blocks);
}

/// What all regions are weak in.
pub(super) fn weaknesses(shown: &Shown, detail: Detail, blocks: &mut Vec<Block>) {
    ranking::shared_weaknesses(shown, detail, blocks);
}

/// The answer first, then all that weakens it; in full also what it is made of.
fn document(shown: &Shown, agreement: Option<&Measured>, detail: Detail) -> Document {
    let Shown {
        scored,
        comparison,
        lang,
    } = *shown;
    let mut blocks = Vec::new();
    answer::section(shown, &mut blocks);
    let profiles = match detail {
        Detail::Full => sections::profiles(shown),
        Detail::Brief => Vec::new(),
    };
    // Where there are too many regions for a table of their points, there is nothing to lead to.
    let profiled = profiles.iter().any(|it| matches!(it, Block::Table(_)));
    ranking::section(shown, profiled, &mut blocks);
    outside(shown, &mut blocks);
    firmness::section(shown, agreement, detail, &mut blocks);
    answer::pivots(shown, detail, &mut blocks);
    let assessments = comparison.shown.iter().map(|at| shown.assessment(*at));
    verdicts::section(scored, assessments, (lang, detail), &mut blocks);
    ranking::shared_weaknesses(shown, detail, &mut blocks);
    let conflicting: Vec<&Conflict> = comparison
        .conflicts
        .iter()
        .map(|at| &scored.assessed.conflicts[*at])
        .collect();
    match detail {
        Detail::Full => {
            sections::levels(shown, &mut blocks);
            blocks.extend(profiles);
            let gaps: Vec<(&str, Vec<TargetGap>)> = comparison
                .ranking
                .iter()
                .map(|it| {
                    let name = &*shown.assessment(it.assessment).region.name;
                    (name, it.targets.clone())
                })
                .collect();
            targets::section(scored, &gaps, true, lang, &mut blocks);
            conflicts::section(scored, &conflicting, lang, &mut blocks);
        }
        Detail::Brief => {
            let mut lines = Vec::new();
            if !conflicting.is_empty() {
                lines.push(label::conflicts_told_elsewhere(lang, conflicting.len()));
            }
            let mut more = Vec::new();
            if sections::has_levels(shown) {
                more.push(label::matrix_heading(&shown.wording()));
            }
            if !sections::profiles(shown).is_empty() {
                more.push(label::profile_heading(lang).to_owned());
            }
            if !scored.targets.is_empty() && !comparison.ranking.is_empty() {
                more.push(label::targets_heading(lang).to_owned());
            }
            if !more.is_empty() {
                lines.push(label::more_in_full(lang, list(more)));
            }
            if !lines.is_empty() {
                blocks.push(Block::List(lines));
            }
        }
    }
    remarks(scored, Some(&comparison.shown), (lang, detail), &mut blocks);
    let title = label::comparison_title(lang, shown.title());
    Document {
        lang,
        title: match comparison.stage {
            Some(Stage::SelfAssessed) => label::self_assessed_title(lang, title),
            _ => title,
        },
        subtitle: subtitle(shown),
        blocks,
    }
}
