//! Who can learn from whom: weaknesses that regions share, and for each weak indicator those that are strong
//! in it, with what their level rests on.

mod record;

use crate::advise::learn::{Lesson, Lessons, Teacher};
use crate::assess::Assessment;
use crate::compare::Comparison;
use crate::statement::Stage;
use crate::study::Scored;
use crate::text::{Lang, label, list, shortened};

use super::dataset::{Dataset, Rows};
use super::envelope::Envelope;
use super::inputs::{InputRecord, inputs_of};
use super::matrix::rows::{CellRow, SaidRow};
use super::report::{Detail, Record, Report};
use super::shown::{remarks, short_name};
use super::{Block, Cell, Column, Document, Table, words};

pub use record::LearnRecord;
use record::{PairRow, SharedRow};

/// So many shared weaknesses are shown in brief, so many weak indicators of one region, and so many lines.
const BRIEF: (usize, usize, usize) = (7, 2, 24);

/// Letters of what a teacher's level rests on.
const LETTERS: usize = 90;

/// What regions could learn from each other.
pub struct LearnReport<'a> {
    /// What was scored.
    pub scored: &'a Scored,
    /// Who was compared.
    pub comparison: Comparison,
    /// What was found.
    pub lessons: Lessons,
    /// Language of the reader.
    pub lang: Lang,
}

impl<'a> LearnReport<'a> {
    fn assessment(&self, at: usize) -> &'a Assessment {
        &self.scored.assessed.assessments[at]
    }

    /// The lessons of the regions that are shown.
    fn shown(&self) -> impl Iterator<Item = &Lesson> {
        let shown = &self.comparison.shown;
        self.lessons
            .pairs
            .iter()
            .filter(|it| shown.contains(&it.region))
    }

    fn pairs(&self) -> Vec<PairRow<'_>> {
        let pair = |lesson| PairRow {
            scored: self.scored,
            lesson,
        };
        self.shown().map(pair).collect()
    }

    fn shared(&self) -> Vec<SharedRow<'_>> {
        let shared = self.lessons.shared.iter();
        let row = |shared| SharedRow {
            scored: self.scored,
            shared,
        };
        shared.map(row).collect()
    }

    fn name(&self, at: usize) -> String {
        short_name(&self.assessment(at).region.name)
    }

    fn shared_section(&self, detail: Detail, blocks: &mut Vec<Block>) {
        let lang = self.lang;
        let framework = &self.scored.framework;
        blocks.push(Block::heading(label::learn_shared(lang)));
        if self.lessons.shared.is_empty() {
            blocks.push(Block::Paragraph(label::learn_none_shared(lang).to_owned()));
            return;
        }
        let most = match detail {
            Detail::Full => usize::MAX,
            Detail::Brief => BRIEF.0,
        };
        let method = &self.scored.method;
        let zero = method.as_people_read(framework, 0, 0.0);
        let rows = self.lessons.shared.iter().take(most).map(|it| {
            let names = it.regions.iter().map(|at| self.name(*at));
            let names: Vec<String> = names.collect();
            let told = method.as_people_read(framework, it.node, it.mean);
            let gain = method.as_people_read(framework, 0, it.gain) - zero;
            vec![
                Cell::text(words::title(lang, framework, it.node)),
                Cell::text(label::so_many_of(lang, names.len(), self.comparison.among)),
                Cell::number(told, method.reporting.decimals.max(2)),
                Cell::change_of(gain, method.reporting.decimals.max(2), false),
                Cell::text(list(names)),
            ]
        });
        let rows: Vec<Vec<Cell>> = rows.collect();
        let more = self.lessons.shared.len() - rows.len();
        blocks.push(Block::Table(Table {
            columns: vec![
                Column::text("indicator", label::indicator(lang)),
                Column::text("count", label::learn_weak_in(lang)),
                Column::number("mean", label::mean(lang)),
                Column::number("gain", label::learn_gain(lang)),
                Column::text("regions", words::region_heading(lang, framework)),
            ],
            rows,
        }));
        if more > 0 {
            blocks.push(Block::Paragraph(label::learn_more(lang, more)));
        }
        blocks.push(Block::Paragraph(label::learn_shared_key(lang).to_owned()));
    }

    fn pairs_section(&self, detail: Detail, blocks: &mut Vec<Block>) {
        let lang = self.lang;
        let framework = &self.scored.framework;
        let (most_of_one, most) = match detail {
            Detail::Full => (usize::MAX, usize::MAX),
            Detail::Brief => (BRIEF.1, BRIEF.2),
        };
        let mut rows: Vec<Vec<Cell>> = Vec::new();
        let (mut more, mut of_one, mut before) = (0_usize, 0, None);
        let mut alone: Vec<String> = Vec::new();
        for lesson in self.shown() {
            if before != Some(lesson.region) {
                (before, of_one) = (Some(lesson.region), 0);
            }
            if lesson.from.is_empty() {
                let title = words::title(lang, framework, lesson.node);
                alone.push(format!("{} ({title})", self.name(lesson.region)));
                continue;
            }
            if of_one >= most_of_one || rows.len() >= most {
                more += 1;
                continue;
            }
            let learner = match of_one {
                0 => self.name(lesson.region),
                _ => String::new(),
            };
            of_one += 1;
            let level =
                |at: usize| words::leaf_cell(lang, framework, self.assessment(at), lesson.node);
            for (place, teacher) in lesson.from.iter().enumerate() {
                let is_first = place == 0;
                rows.push(vec![
                    Cell::text(if is_first { learner.as_str() } else { "" }),
                    match is_first {
                        true => Cell::text(words::title(lang, framework, lesson.node)),
                        false => Cell::text(""),
                    },
                    if is_first {
                        level(lesson.region)
                    } else {
                        Cell::empty()
                    },
                    Cell::text(self.name(teacher.region)),
                    level(teacher.region),
                    Cell::text(self.evidence(lesson, teacher)),
                ]);
            }
        }
        blocks.push(Block::heading(label::learn_pairs(lang)));
        if rows.is_empty() {
            blocks.push(Block::Paragraph(label::learn_no_pairs(lang).to_owned()));
        } else {
            blocks.push(Block::Table(Table {
                columns: vec![
                    Column::text("region", words::region_heading(lang, framework)),
                    Column::text("indicator", label::learn_weak(lang)),
                    Column::number("level", words::level_heading(lang, framework)),
                    Column::text("from", label::learn_from(lang)),
                    Column::number("theirs", label::learn_theirs(lang)),
                    Column::text("evidence", label::learn_evidence(lang)),
                ],
                rows,
            }));
            blocks.push(Block::Paragraph(label::learn_key(lang).to_owned()));
        }
        if more > 0 {
            blocks.push(Block::Paragraph(label::learn_more(lang, more)));
        }
        if !alone.is_empty() {
            let alone = match detail {
                Detail::Full => alone,
                Detail::Brief => alone.into_iter().take(BRIEF.0).collect(),
            };
            blocks.push(Block::Paragraph(label::learn_alone(lang, list(alone))));
        }
    }

    /// What the level of a teacher rests on: its first row, with its place.
    fn evidence(&self, lesson: &Lesson, teacher: &Teacher) -> String {
        let statements = &self.scored.statements;
        let Some(row) = teacher.rows.first().map(|at| &statements.rows()[*at]) else {
            return String::new();
        };
        let cell = CellRow {
            scored: self.scored,
            assessment: self.assessment(teacher.region),
            at: lesson.node,
        };
        let said = SaidRow { cell, row };
        let words = shortened(&words::said(self.lang, said.row), LETTERS);
        format!("{words} [{}]", statements.whereabouts(row))
    }
}

impl Report for LearnReport<'_> {
    fn name(&self) -> &str {
        self.scored.framework.id()
    }

    fn document(&self, detail: Detail) -> Document {
        let Self { scored, lang, .. } = *self;
        let mut blocks = Vec::new();
        let has_levels = self.scored.framework.indicators().any(|(leaf, ..)| {
            let mut whole = self.comparison.whole.iter();
            whole.any(|it| self.assessment(it.assessment).nodes[leaf].score.is_some())
        });
        if self.comparison.whole.len() < 2 {
            blocks.push(Block::Paragraph(label::learn_too_few(lang).to_owned()));
        } else if !has_levels {
            blocks.push(Block::Paragraph(label::learn_no_levels(lang).to_owned()));
        } else {
            self.shared_section(detail, &mut blocks);
            self.pairs_section(detail, &mut blocks);
        }
        remarks(scored, None, (lang, detail), &mut blocks);
        let framework = &scored.framework;
        let mut subtitle = vec![label::framework_line(
            lang,
            framework.id(),
            framework.version(),
        )];
        subtitle.extend(
            self.comparison
                .wave
                .as_deref()
                .map(|it| label::wave_line(lang, it)),
        );
        subtitle.extend(
            self.comparison
                .stage
                .map(|it| words::stage(lang, it).to_owned()),
        );
        Document {
            lang,
            title: label::learn_title(lang, scored.title(lang)),
            subtitle: subtitle.join(" · "),
            blocks,
        }
    }

    fn datasets(&self) -> Vec<Dataset<'_>> {
        vec![Dataset::new("pairs", self.pairs())]
    }

    fn inputs(&self) -> Vec<InputRecord<'_>> {
        inputs_of(&self.scored.statements)
    }

    fn record(&self) -> Record<'_> {
        let body = LearnRecord {
            wave: self.comparison.wave.as_deref(),
            stage: self.comparison.stage.map(Stage::id),
            shared: Rows(self.shared()),
            pairs: Rows(self.pairs()),
        };
        Box::new(Envelope::of_scored(body, self.scored, self.lang))
    }
}
