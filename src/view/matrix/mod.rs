//! Region × indicator with level, counts, findings and who said them: the table of results of a
//! paper ("Aspek Kesiapan / Hasil Temuan").

mod brief;
mod full;
pub(super) mod rows;

use schemars::JsonSchema;
use serde::Serialize;

use crate::assess::{Assessment, Conflict};
use crate::study::Scored;
use crate::text::{Lang, label};

use super::dataset::{Dataset, Rows, in_csv};
use super::envelope::{Body, Envelope};
use super::inputs::{InputRecord, inputs_of};
use super::report::{Detail, Record, Report};
use super::shown::remarks;
use super::verdicts::{self, VerdictRecord};
use super::{Block, Document, Heading, conflicts, kinds, words};

use rows::{CellRow, Line, lines};

/// The matrix of one framework.
pub struct Matrix<'a> {
    /// What was scored.
    pub scored: &'a Scored,
    /// Positions of the assessments that are shown, in ascending order.
    pub shown: Vec<usize>,
    /// Language of the reader.
    pub lang: Lang,
}

impl<'a> Matrix<'a> {
    fn assessments(&self) -> impl Iterator<Item = &'a Assessment> {
        let all = &self.scored.assessed.assessments;
        self.shown.iter().map(|at| &all[*at])
    }

    /// Every indicator of the assessments shown, and the groups and the index that rows speak of.
    fn cells(&self) -> Vec<CellRow<'a>> {
        let of = |it| cells(self.scored, it);
        self.assessments().flat_map(of).collect()
    }
}

/// Every indicator of an assessment, and the groups and the index that rows speak of, in the order of
/// the tree.
fn cells<'a>(scored: &'a Scored, assessment: &'a Assessment) -> Vec<CellRow<'a>> {
    let nodes = scored.framework.nodes();
    let nodes = nodes.iter().enumerate();
    nodes
        .filter(|(at, node)| node.indicator().is_some() || !assessment.rows[*at].is_empty())
        .map(|(at, _)| CellRow {
            scored,
            assessment,
            at,
        })
        .collect()
}

impl Report for Matrix<'_> {
    fn name(&self) -> &str {
        self.scored.framework.id()
    }

    fn document(&self, detail: Detail) -> Document {
        let Self {
            scored,
            shown,
            lang,
        } = self;
        let (scored, lang) = (*scored, *lang);
        let mut blocks = Vec::new();
        match detail {
            Detail::Full => {
                for it in self.assessments() {
                    full::section(scored, it, lang, &mut blocks);
                    kinds::of_region(scored, it, (lang, detail), &mut blocks);
                }
            }
            Detail::Brief => {
                let all: Vec<&Assessment> = self.assessments().collect();
                brief::sections(scored, &all, lang, &mut blocks);
            }
        }
        kinds::inventory(scored, shown, (lang, detail), &mut blocks);
        self.verdicts(detail, &mut blocks);
        let against: Vec<&Conflict> = shown
            .iter()
            .flat_map(|at| scored.assessed.conflicts_of(*at))
            .collect();
        conflicts::section(scored, &against, lang, &mut blocks);
        self.key(detail, &mut blocks);
        remarks(scored, Some(shown), (lang, detail), &mut blocks);
        Document {
            lang,
            title: label::matrix_title(lang, scored.framework.title()),
            subtitle: label::framework_line(
                lang,
                scored.framework.id(),
                scored.framework.version(),
            ),
            blocks,
        }
    }

    fn datasets(&self) -> Vec<Dataset<'_>> {
        vec![Dataset::new("rows", lines(self.cells()))]
    }

    fn inputs(&self) -> Vec<InputRecord<'_>> {
        inputs_of(&self.scored.statements)
    }

    fn record(&self) -> Record<'_> {
        let body = MatrixRecord {
            cells: Rows(self.cells()),
            verdicts: verdicts::records(self.scored, self.assessments()),
        };
        Box::new(Envelope::of_scored(body, self.scored, self.lang))
    }
}

impl Matrix<'_> {
    /// The authors' own conclusions beside what comes out here: all of them where they are few.
    fn verdicts(&self, detail: Detail, blocks: &mut Vec<Block>) {
        /// With more than these, in brief only those that can be held against a band.
        const FEW: usize = 8;
        let Scored {
            framework,
            statements,
            ..
        } = self.scored;
        let count: usize = self
            .assessments()
            .map(|it| it.verdicts(framework, statements).count())
            .sum();
        let detail = match count > FEW {
            true => detail,
            false => Detail::Full,
        };
        verdicts::section(self.scored, self.assessments(), (self.lang, detail), blocks);
    }

    /// What signs mean, and where the rest is.
    fn key(&self, detail: Detail, blocks: &mut Vec<Block>) {
        let lang = self.lang;
        let mut parts = vec![label::directions_key(lang)];
        if self
            .assessments()
            .any(|it| it.nodes.iter().any(|node| node.cross))
        {
            parts.push(label::cross_key(lang));
        }
        if detail == Detail::Brief {
            parts.push(label::more_findings_key(lang));
            parts.push(label::matrix_more(lang));
        }
        blocks.push(Block::Paragraph(parts.join(" ")));
    }
}

/// Region × indicator.
#[derive(Serialize, JsonSchema)]
#[schemars(inline, extend("x-csv" = in_csv::<Line>()))]
pub struct MatrixRecord<'a> {
    /// By region, wave, stage, then in the order of the tree.
    cells: Rows<CellRow<'a>>,
    /// What the authors of the sources conclude in words of groups and of the whole.
    verdicts: Vec<VerdictRecord<'a>>,
}

impl Body for MatrixRecord<'_> {
    const COMMAND: &'static str = "matrix";
}

/// The heading of a region with what was counted there.
fn heading(scored: &Scored, assessment: &Assessment, lang: Lang, blocks: &mut Vec<Block>) {
    let place = words::heading(lang, assessment);
    let things = words::region_heading(lang, &scored.framework);
    let section = Heading::from(&*place).of(label::finding(lang), (things, place));
    blocks.push(Block::heading(section));
    let counts = words::counts(lang, scored, std::iter::once(assessment));
    blocks.push(Block::Paragraph(counts.join(" · ")));
}
