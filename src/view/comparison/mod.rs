//! The comparison of regions: shared weak spots first, then the order, then all that weakens it.

mod firmness;
mod ranking;
mod record;
mod sections;

use crate::assess::Conflict;
use crate::compare::{Comparison, TargetGap};
use crate::problem::Problem;
use crate::study::Scored;
use crate::text::{Lang, label};

use super::chart::Chart;
use super::dataset::Dataset;
use super::envelope::Envelope;
use super::report::{Record, Report};
use super::shown::{Shown, caution_words, remarks, subtitle};
use super::{Block, Document, conflicts, figures, targets};

pub use record::CompareRecord;
pub(super) use sections::outside;

/// The regions of one framework compared.
pub struct ComparisonReport<'a> {
    /// What was scored.
    pub scored: &'a Scored,
    /// The order.
    pub comparison: Comparison,
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

    fn document(&self) -> Document {
        document(&self.shown())
    }

    fn charts(&self) -> Vec<Chart> {
        figures::of_comparison(self.shown())
    }

    fn datasets(&self) -> Vec<Dataset<'_>> {
        vec![record::dataset(self.shown())]
    }

    fn record(&self) -> Record<'_> {
        let shown = self.shown();
        let cautions = caution_words(&shown).into_iter().map(Problem::warning);
        let cautions: Vec<Problem> = cautions.collect();
        let envelope = Envelope::of_scored(record::compare(shown), self.scored, self.lang);
        Box::new(envelope.warned(&cautions, self.lang))
    }
}

fn document(shown: &Shown) -> Document {
    let Shown {
        scored,
        comparison,
        lang,
    } = *shown;
    let mut blocks = Vec::new();
    ranking::shared_weaknesses(shown, &mut blocks);
    let profiles = sections::profiles(shown);
    // Where there are too many regions for a table of their points, there is nothing to lead to.
    let profiled = profiles.iter().any(|it| matches!(it, Block::Table(_)));
    ranking::section(shown, profiled, &mut blocks);
    firmness::section(shown, &mut blocks);
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
    let conflicting: Vec<&Conflict> = comparison
        .conflicts
        .iter()
        .map(|at| &scored.assessed.conflicts[*at])
        .collect();
    conflicts::section(scored, &conflicting, lang, &mut blocks);
    outside(shown, &mut blocks);
    remarks(scored, lang, &mut blocks);
    Document {
        lang,
        title: label::comparison_title(lang, shown.title()),
        subtitle: subtitle(shown),
        blocks,
    }
}
