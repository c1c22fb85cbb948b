//! What differs between two sides, as people annex it to minutes: the answer first, then the cells with
//! the reason, the statements, and what that did to results and ranks.

mod answer;
mod names;
mod record;
mod rows;
mod tables;

use std::collections::{BTreeSet, HashMap, HashSet};
use std::ops::Deref;

use crate::advise::diff::{Axis, Diff, Figure, Side, StatementChange, Unit, diff, why};
use crate::assess::Reason;
use crate::compare::Choice;
use crate::statement::{Correction, Stage, Statement, Statements};
use crate::study::Scored;
use crate::text::{Lang, Wording, label};

use super::dataset::Dataset;
use super::envelope::Envelope;
use super::inputs::{InputRecord, inputs_of};
use super::report::{Detail, Record, Report};
use super::shown::{notice_line, remark_lines, short_name};
use super::{Block, Document, corrections, words};

pub use record::DiffRecord;

/// What people call a stage, as the name of a side.
#[must_use]
pub fn stage_name(lang: Lang, stage: Stage) -> &'static str {
    words::stage(lang, stage)
}

/// What was scored of a side: all of a project, or the rows of one coder.
#[derive(Debug)]
pub enum Part<'a> {
    /// All of it.
    Whole(&'a Scored),
    /// Some of its rows, scored by themselves.
    Some(Box<Scored>),
}

impl Deref for Part<'_> {
    type Target = Scored;

    fn deref(&self) -> &Scored {
        match self {
            Self::Whole(scored) => scored,
            Self::Some(scored) => scored,
        }
    }
}

/// One of the two sides, as it is asked for.
#[derive(Debug)]
pub struct Asked<'a> {
    /// What it is called as typed: data, a wave, the id of a stage, a coder.
    pub id: String,
    /// What people call it.
    pub name: String,
    /// What was scored.
    pub scored: Part<'a>,
    /// Positions of the assessments that belong to it.
    pub members: Vec<usize>,
    /// How its regions are ranked.
    pub choice: Choice,
}

impl Asked<'_> {
    /// The side without its name.
    #[must_use]
    pub fn side(&self) -> Side<'_> {
        Side {
            framework: &self.scored.framework,
            method: &self.scored.method,
            targets: &self.scored.targets,
            statements: &self.scored.statements,
            assessed: &self.scored.assessed,
            members: self.members.clone(),
            choice: self.choice.clone(),
        }
    }

    fn statement(&self, at: usize) -> &Statement {
        &self.scored.statements.rows()[at]
    }
}

/// What differs between two sides.
#[derive(Debug)]
pub struct DiffReport<'a> {
    /// Everything that was read for them: one project, or one for each side.
    pub read: Vec<&'a Scored>,
    /// The two sides.
    pub sides: [Asked<'a>; 2],
    /// What tells them apart.
    pub axis: Axis,
    /// What differs.
    pub diff: Diff,
    /// Language of the reader.
    pub lang: Lang,
    /// The corrections of the later side by where their rows stand: source, and position among its
    /// corrections.
    corrections: HashMap<String, Vec<(usize, usize)>>,
}

impl<'a> DiffReport<'a> {
    /// Holds two sides against each other that stand under one framework.
    #[must_use]
    pub fn new(
        read: Vec<&'a Scored>,
        sides: [Asked<'a>; 2],
        axis: Option<Axis>,
        lang: Lang,
    ) -> Self {
        let [a, b] = [sides[0].side(), sides[1].side()];
        let axis = axis.unwrap_or_else(|| Axis::of_data(&a, &b));
        let diff = diff(&a, &b, &axis);
        let mut corrections: HashMap<String, Vec<(usize, usize)>> = HashMap::new();
        for (source, input) in b.statements.sources().iter().enumerate() {
            for (at, it) in input.corrections().iter().enumerate() {
                let key = input.row(it.row);
                corrections.entry(key).or_default().push((source, at));
            }
        }
        Self {
            corrections,
            read,
            sides,
            axis,
            diff,
            lang,
        }
    }

    fn scored(&self) -> &Scored {
        &self.sides[1].scored
    }

    fn wording(&self) -> Wording {
        words::wording(self.lang, &self.scored().framework)
    }

    fn is_of_data(&self) -> bool {
        matches!(self.axis, Axis::Data { .. })
    }

    /// A region in short, with the wave and stage that tell it from itself.
    fn place(&self, unit: &Unit) -> String {
        let diff = &self.diff;
        let mut out = short_name(&unit.region);
        // One wave or stage alone stands above everything.
        if let Some(wave) = &unit.wave
            && diff.units.iter().any(|it| it.wave != unit.wave)
        {
            out = format!("{out} · {wave}");
        }
        if let Some(stage) = unit.stage
            && diff.units.iter().any(|it| it.stage != unit.stage)
        {
            out = format!("{out} · {}", words::stage(self.lang, stage));
        }
        out
    }

    /// The row of a statement on either side.
    fn rows_of(&self, it: &StatementChange) -> [Option<&Statement>; 2] {
        let of = |side: usize, at: Option<usize>| Some(self.sides[side].statement(at?));
        [of(0, it.a), of(1, it.b)]
    }

    /// The evidence item, or the thing, that a statement speaks of.
    fn item(&self, it: &StatementChange) -> Option<&str> {
        let [a, b] = self.rows_of(it);
        b.or(a)?.evidence.as_deref()?.item.as_deref()
    }

    /// Why a statement says what it says on the later side.
    /// What was corrected says why itself.
    fn why(&self, it: &StatementChange) -> Option<&str> {
        let [a, b] = self.rows_of(it);
        let corrected = self.correction_of([a, b]).map(|it| it.reason.as_str());
        corrected.or_else(|| b.and_then(why))
    }

    /// What was corrected of the statements of both sides: of those that are there, and of those that it
    /// took away.
    fn corrected(&self) -> Vec<corrections::Corrected<'_>> {
        let taken: BTreeSet<String> = self
            .diff
            .statements
            .iter()
            .filter_map(|it| self.rows_of(it)[0])
            .map(|row| self.sides[0].scored.statements.whereabouts(row))
            .collect();
        let sides = self.sides.iter().enumerate().flat_map(|(side, it)| {
            let is_member = |at: usize| it.members.contains(&at);
            let all = corrections::all(&it.scored).into_iter();
            let is_mine = |it: &corrections::Corrected<'_>| {
                it.of().is_empty() || it.is_of(is_member) || side == 1 && taken.contains(&it.at())
            };
            all.filter(is_mine).collect::<Vec<_>>()
        });
        // Both sides may be read from the same files.
        let mut met = HashSet::new();
        sides.filter(|it| met.insert(it.cell())).collect()
    }

    /// The last correction of a statement, which the later side may not have any more.
    fn correction_of(&self, [a, b]: [Option<&Statement>; 2]) -> Option<&Correction> {
        if self.axis != Axis::Corrections {
            return None;
        }
        let (side, row) = b.map(|row| (1, row)).or(a.map(|row| (0, row)))?;
        let origin = row.origin();
        let place = self.sides[side].scored.statements.whereabouts(row);
        let of_row = self.corrections.get(&place)?;
        let sources = self.sides[1].scored.statements.sources();
        let mut all = of_row
            .iter()
            .map(|(source, at)| &sources[*source].corrections()[*at]);
        all.rfind(|it| it.is_of(origin))
    }

    /// Where the row of a statement stands on a side: file and row.
    fn file(&self, side: usize, row: &Statement) -> RowPlace<'_> {
        let statements: &Statements = &self.sides[side].scored.statements;
        let origin = row.origin();
        let source = &statements.sources()[origin.source];
        // Two studies may each have a file of the same name.
        let name = match self.is_of_data() {
            true => source.name(),
            false => source.path(),
        };
        RowPlace {
            file: name,
            sheet: source.sheet(),
            row: origin.row,
        }
    }
}

/// Where a row of one side stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct RowPlace<'a> {
    file: &'a str,
    sheet: Option<&'a str>,
    row: usize,
}

impl RowPlace<'_> {
    /// Everything but the row, up to the sign before it.
    fn table(self) -> String {
        match self.sheet {
            Some(sheet) => format!("{}:`{sheet}`!", self.file),
            None => format!("{}:", self.file),
        }
    }

    /// As people read it.
    fn shown(self) -> String {
        format!("{}{}", self.table(), self.row)
    }
}

/// Region, wave and stage of what is held against each other.
fn unit_of(unit: &Unit) -> (&str, Option<&str>, Option<Stage>) {
    (&unit.region, unit.wave.as_deref(), unit.stage)
}

/// Why there is no number; nothing where there is one.
fn reason(figure: Figure) -> Option<Reason> {
    figure.reason.filter(|_| figure.number.is_none())
}

impl Report for DiffReport<'_> {
    fn name(&self) -> &str {
        self.scored().framework.id()
    }

    fn document(&self, detail: Detail) -> Document {
        let lang = self.lang;
        let mut blocks = Vec::new();
        if self.diff.is_empty() {
            blocks.push(Block::Paragraph(answer::nothing(self)));
        } else {
            blocks.push(Block::heading(label::diff_summary_heading(lang)));
            blocks.push(Block::List(answer::lines(self)));
            tables::cells(self, detail, &mut blocks);
            // The corrections below say what was changed in which row.
            if self.axis != Axis::Corrections || detail.is_full() {
                tables::statements(self, detail, &mut blocks);
            }
            tables::results(self, detail, &mut blocks);
            tables::groups(self, detail, &mut blocks);
        }
        corrections::table(&self.corrected(), (lang, detail), &mut blocks);
        let mut remarks: Vec<String> = notice_line(&self.scored().framework, lang)
            .into_iter()
            .collect();
        remarks.extend(answer::rounded(self));
        if self.sides[0].scored.method != self.sides[1].scored.method {
            remarks.push(label::diff_method_line(lang).to_owned());
        }
        if self.axis == Axis::Coder {
            remarks.push(label::diff_coders_line(lang).to_owned());
        }
        remarks.extend(remark_lines(self.scored(), lang));
        blocks.push(Block::heading(label::remarks_heading(lang)));
        blocks.push(Block::List(remarks));
        Document {
            lang,
            title: match self.axis {
                Axis::Corrections => label::corrections_title(lang, self.scored().title(lang)),
                _ => label::diff_title(lang, self.scored().title(lang)),
            },
            subtitle: self.subtitle(),
            blocks,
        }
    }

    fn datasets(&self) -> Vec<Dataset<'_>> {
        vec![rows::dataset(self)]
    }

    fn inputs(&self) -> Vec<InputRecord<'_>> {
        match self.read.as_slice() {
            [first, last] if self.axis != Axis::Corrections => {
                let mut inputs = inputs_of(&first.statements);
                inputs.extend(inputs_of(&last.statements));
                inputs
            }
            all => all
                .last()
                .map_or_else(Vec::new, |it| inputs_of(&it.statements)),
        }
    }

    fn record(&self) -> Record<'_> {
        let scored = self.read[self.read.len() - 1];
        let envelope = Envelope::of_scored(record::body(self), scored, self.lang);
        Box::new(match self.read.as_slice() {
            // Read twice, as sent and corrected, they are still the same files.
            [_, _] if self.axis == Axis::Corrections => envelope,
            [first, _] => envelope
                .reading_first(&first.statements)
                .corrected(first)
                .warned(&first.warnings, self.lang),
            _ => envelope,
        })
    }
}

impl DiffReport<'_> {
    /// `framework … · A → B · 17 regions`, and the wave and stage that all have.
    fn subtitle(&self) -> String {
        let lang = self.lang;
        let framework = &self.scored().framework;
        let mut parts = vec![label::framework_line(
            lang,
            framework.id(),
            framework.version(),
        )];
        let [a, b] = &self.sides;
        parts.push(label::diff_sides(lang, a.name.as_str(), b.name.as_str()));
        let units = &self.diff.units;
        if let Some(first) = units.first() {
            if let Some(wave) = first.wave.as_deref()
                && units.iter().all(|it| it.wave == first.wave)
            {
                parts.push(label::wave_line(lang, wave));
            }
            if let Some(stage) = first.stage
                && units.iter().all(|it| it.stage == first.stage)
            {
                parts.push(words::stage(lang, stage).to_owned());
            }
        }
        let mut regions: Vec<&str> = units.iter().map(|it| &*it.region).collect();
        regions.dedup();
        parts.push(label::regions_line(&self.wording(), regions.len()));
        parts.join(" · ")
    }
}
