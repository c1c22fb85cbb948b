//! Why a number is what it is: what each node gives the one above it, who said what below, what one level
//! more or less would do, and what makes the difference from another number.

mod record;
mod tables;

use std::collections::BTreeSet;

use crate::advise::explain::{Gap, Part};
use crate::assess::{Assessment, NodeResult};
use crate::statement::Stage;
use crate::study::Scored;
use crate::text::{Lang, label};

use super::dataset::{Dataset, Rows};
use super::envelope::Envelope;
use super::inputs::{InputRecord, inputs_of};
use super::report::{Detail, Record, Report};
use super::shown::foot;
use super::{Block, Document, conflicts, corrections, verdicts, words};

pub use record::ExplainRecord;
use record::PartRow;

/// The other side of a comparison.
pub struct Against {
    /// Position of its assessment.
    pub at: usize,
    /// What makes the difference.
    pub gap: Gap,
}

/// What stands before the corrections of a study.
pub enum AsSent {
    /// Data that cannot be scored.
    NotScored,
    /// The result of the node, and where every statement stands that the region had.
    Scored(Box<NodeResult>, BTreeSet<String>),
}

impl AsSent {
    /// The assessment at the position `at` of the data as they were sent; `None`: there was none.
    #[must_use]
    pub fn of(scored: &Scored, at: usize, node: usize) -> Option<Self> {
        let assessment = &scored.assessed.assessments[at];
        let statements = &scored.statements;
        let rows = assessment.rows.iter().flatten();
        let place = |at: &usize| statements.whereabouts(&statements.rows()[*at]);
        let result = assessment.nodes.get(node)?.clone();
        Some(Self::Scored(Box::new(result), rows.map(place).collect()))
    }
}

/// A result under another framework, which nothing can be taken from.
pub struct Elsewhere {
    /// Region, wave and stage.
    place: String,
    /// Title of the framework.
    title: String,
    /// Its result with the band.
    told: String,
    record: record::ElsewhereRecord,
}

impl Elsewhere {
    fn line(&self, lang: Lang) -> Block {
        let (place, told) = (self.place.as_str(), self.told.as_str());
        let line = label::explain_elsewhere(lang, place, self.title.as_str(), told);
        Block::Paragraph(line)
    }

    /// The index of the assessment at the position `at`.
    #[must_use]
    pub fn of(scored: &Scored, at: usize, lang: Lang) -> Self {
        let assessment = &scored.assessed.assessments[at];
        let (framework, index) = (&scored.framework, &assessment.nodes[0]);
        let number = match index.told {
            Some(told) => words::told_text(lang, scored, told),
            None => words::reason(&words::wording(lang, framework), index.reason),
        };
        let whole = words::whole(lang, framework);
        Self {
            place: words::heading(lang, assessment),
            title: framework.title().get(lang).to_owned(),
            told: match words::band(lang, scored, 0, index) {
                Some(band) => format!("{whole} {number} ({band})"),
                None => format!("{whole} {number}"),
            },
            record: record::elsewhere(scored, at),
        }
    }
}

/// The explanation of a node of one region.
pub struct Explanation<'a> {
    /// What was scored.
    pub scored: &'a Scored,
    /// Position of the assessment.
    pub at: usize,
    /// Position of the node.
    pub node: usize,
    /// The node and all below it.
    pub parts: Vec<Part>,
    /// How it was before anything was corrected, where something was.
    pub sent: Option<AsSent>,
    /// The other side, where there is one.
    pub against: Option<Against>,
    /// The other side, where it stands under another framework.
    pub elsewhere: Option<Elsewhere>,
    /// Language of the reader.
    pub lang: Lang,
}

impl<'a> Explanation<'a> {
    fn assessment(&self) -> &'a Assessment {
        &self.scored.assessed.assessments[self.at]
    }

    fn title_of(&self, node: usize) -> &str {
        match node {
            0 => words::whole(self.lang, &self.scored.framework),
            _ => words::title(self.lang, &self.scored.framework, node),
        }
    }

    fn rows(&self) -> Vec<PartRow<'_>> {
        let row = |part| PartRow {
            scored: self.scored,
            assessment: self.assessment(),
            part,
        };
        self.parts.iter().map(row).collect()
    }
}

impl Explanation<'_> {
    /// What was corrected of all that is explained, and of the other side: what its statements say, and
    /// what took a statement away from it.
    fn corrected(&self) -> Vec<corrections::Corrected<'_>> {
        let inside = |node: usize| self.parts.iter().any(|it| it.node == node);
        let other = self.against.as_ref().map(|it| it.at);
        let is_side = |at: usize| at == self.at || Some(at) == other;
        let was_mine = |it: &corrections::Corrected<'_>| match &self.sent {
            Some(AsSent::Scored(_, rows)) => !it.is_of(is_side) && rows.contains(&it.at()),
            Some(AsSent::NotScored) | None => false,
        };
        let all = corrections::all(self.scored).into_iter();
        all.filter(|it| {
            it.of()
                .iter()
                .any(|(at, node)| is_side(*at) && inside(*node))
                || was_mine(it)
        })
        .collect()
    }
}

impl Report for Explanation<'_> {
    fn name(&self) -> &str {
        self.scored.framework.id()
    }

    fn document(&self, detail: Detail) -> Document {
        let Self { scored, lang, .. } = *self;
        let assessment = self.assessment();
        let mut blocks = Vec::new();
        tables::answer(self, &mut blocks);
        difference(self, &mut blocks);
        tables::corrected(self, detail, &mut blocks);
        tables::sums(self, &mut blocks);
        tables::parts(self, &mut blocks);
        tables::left_out(self, &mut blocks);
        tables::statements(self, detail, &mut blocks);
        verdicts::section(
            scored,
            std::iter::once(assessment),
            (lang, detail),
            &mut blocks,
        );
        let inside = |at: usize| self.parts.iter().any(|it| it.node == at);
        let at_odds = scored.assessed.conflicts_of(self.at);
        let at_odds: Vec<_> = at_odds.filter(|it| inside(it.node)).collect();
        conflicts::section(scored, &at_odds, lang, &mut blocks);
        foot(scored, lang, &mut blocks);
        let framework = &scored.framework;
        Document {
            lang,
            title: label::explain_title(
                lang,
                self.title_of(self.node),
                words::heading(lang, assessment),
            ),
            subtitle: label::framework_line(lang, framework.id(), framework.version()),
            blocks,
        }
    }

    fn datasets(&self) -> Vec<Dataset<'_>> {
        vec![Dataset::new("nodes", self.rows())]
    }

    fn inputs(&self) -> Vec<InputRecord<'_>> {
        inputs_of(&self.scored.statements)
    }

    fn record(&self) -> Record<'_> {
        let assessment = self.assessment();
        let result = &assessment.nodes[self.node];
        let against = self.against.as_ref();
        let others = &self.scored.assessed.assessments;
        let body = ExplainRecord {
            region: &assessment.region.name,
            code: assessment.region.code.as_deref(),
            wave: assessment.wave.as_deref(),
            stage: assessment.stage.map(Stage::id),
            node: self.scored.framework.nodes()[self.node].id(),
            score: result.score,
            score_as_sent: match &self.sent {
                Some(AsSent::Scored(it, _)) => it.score,
                Some(AsSent::NotScored) | None => None,
            },
            value: result.value,
            published_less_computed: result.published_more(),
            nodes: Rows(self.rows()),
            against: against.map(|it| record::side(&others[it.at], self.node, &it.gap)),
            other_instrument: self.elsewhere.as_ref().map(|it| &it.record),
            gap: against.map(|it| it.gap.gap),
            contributions: against.map(|it| record::contributions(self.scored, &it.gap)),
        };
        Box::new(Envelope::of_scored(body, self.scored, self.lang))
    }
}

/// What makes the difference from the other side, or what stands there under another framework.
pub(super) fn difference(it: &Explanation<'_>, blocks: &mut Vec<Block>) {
    if let Some(elsewhere) = &it.elsewhere {
        blocks.push(elsewhere.line(it.lang));
    }
    if let Some(against) = &it.against {
        tables::gap(it, against, blocks);
    }
}

/// Nothing is listed twice: blocks in brief hold no more than this many statements.
pub(super) const MOST_STATEMENTS: usize = 12;

fn heading(blocks: &mut Vec<Block>, text: &str) {
    blocks.push(Block::heading(text.to_owned()));
}
