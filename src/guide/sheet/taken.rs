//! A file that is gone on from: every line of it is taken in, or the file is refused.

use std::collections::BTreeMap;
use std::sync::Arc;

use crate::assess::{self, RegionRef, Spellings, item_at, level_of};
use crate::framework::{Framework, Indicator, Method};
use crate::guide::score::{is_of_the_whole, statements};
use crate::guide::task::Task;
use crate::problem::{Place, Problem};
use crate::read;
use crate::region::Register;
use crate::statement::{Field, PartyName, Stage, Statement, Statements};
use crate::table::Table;
use crate::text::{Sentence, say};

use super::{Cells, Sheet};

/// What is wrong with a row, and in which column.
type Wrong = (Sentence, Field);

impl Sheet {
    /// The file as it was left, to be gone on from.
    ///
    /// # Errors
    /// Whatever in it is no answer of this assessment, each in its place: written again, the file
    /// would lose it or stand in the way of it.
    pub(in crate::guide) fn read(task: &Task, bytes: &[u8]) -> Result<Self, Vec<Problem>> {
        let mut out = Self::new(task)?;
        let (table, _) = read::table(bytes, &task.file, &out.options)?;
        let read = statements(&out.options, bytes, &task.file)?;
        out.take_headers(&table).map_err(|it| vec![left(*it)])?;
        let problems = out.take_rows(task, &table, &read);
        if !problems.is_empty() {
            return Err(problems.into_iter().map(left).collect());
        }
        let method = Method::of(&task.framework);
        let register = Register::embedded();
        let spellings = Spellings::default();
        if let Err(found) = assess::assess(&task.framework, &read, register, &spellings, &method) {
            let found = found
                .into_iter()
                .filter(|it| it.is_error() && !is_of_the_whole(it));
            let wrong: Vec<Problem> = found.map(left).collect();
            if !wrong.is_empty() {
                return Err(wrong);
            }
        }
        out.add_columns(&task.framework);
        Ok(out)
    }

    fn take_headers(&mut self, table: &Table) -> Result<(), Box<Problem>> {
        let mut rows = table.rows();
        let Some(first) = rows.next() else {
            return Err(Problem::error(say::no_rows()).into());
        };
        self.headers = (0..first.len())
            .map(|at| first.text(at).to_owned())
            .collect();
        let at = first.at;
        self.columns.clear();
        for (index, header) in self.headers.iter().enumerate() {
            let Some(field) = Field::from_header(header).filter(|_| !header.starts_with('_'))
            else {
                continue;
            };
            if self.columns.insert(field, index).is_some() {
                let problem = Problem::error(say::guide_column_twice(header));
                return Err(problem.at(table.place(at.cell(index))).into());
            }
        }
        let wanted = [Field::Region, Field::Indicator];
        match wanted.iter().all(|it| self.columns.contains_key(it)) {
            true => Ok(()),
            // A table with a column for each indicator, or with lines above its header.
            false => Err(Problem::error(say::guide_not_long())
                .at(table.place(at))
                .into()),
        }
    }

    fn take_rows(&mut self, task: &Task, table: &Table, read: &Statements) -> Vec<Problem> {
        let by_line: BTreeMap<usize, &Statement> =
            read.rows().iter().map(|it| (it.origin().row, it)).collect();
        let regions = assess::regions_of(read, Register::embedded(), &Spellings::default());
        let mut problems = Vec::new();
        // A column for each stage, for one, gives several answers in a line.
        for pair in read.rows().windows(2) {
            if pair[0].origin().row == pair[1].origin().row {
                let place = read.place(&pair[1], Field::Level);
                problems.push(Problem::error(say::guide_several_in_line()).at(place));
            }
        }
        let mut rows = table.rows();
        rows.next();
        while let Some(row) = rows.next() {
            if row.is_blank() {
                continue;
            }
            let cells: Cells = (0..row.len())
                .map(|at| row.cell(at).written.to_owned())
                .collect();
            let Some(statement) = by_line.get(&row.at.row) else {
                // A total, a note, a line below the table.
                problems.push(Problem::error(say::guide_row_aside()).at(table.place(row.at)));
                continue;
            };
            let region = regions.get(&Arc::as_ptr(statement.setting()));
            let place = |field| read.place(statement, field);
            if let Err(problem) = self.take(task, statement, region, cells, &place) {
                problems.push(*problem);
            }
        }
        problems
    }

    /// Takes one row in.
    fn take(
        &mut self,
        task: &Task,
        row: &Statement,
        region: Option<&RegionRef>,
        cells: Cells,
        place: &dyn Fn(Field) -> Place,
    ) -> Result<(), Box<Problem>> {
        if task.wave.is_none() && self.entries.is_empty() {
            self.wave = row.wave.as_deref().map(str::to_owned);
        }
        let wrong = |(sentence, field)| Box::new(Problem::error(sentence).at(place(field)));
        self.is_ours(&task.framework, row, region).map_err(wrong)?;
        if self.has_comma(&cells) {
            self.comma = true;
        }
        let (node, indicator) = leaf(&task.framework, row).map_err(wrong)?;
        let code = row.evidence.as_deref().and_then(|it| it.item.as_deref());
        match code.filter(|_| !indicator.items.is_empty()) {
            Some(code) => self.take_item((node, indicator), row, code, cells),
            None => self.take_answer(&task.framework, (node, indicator), row, cells),
        }
        .map_err(wrong)
    }

    /// Whether a row is about the region, wave, stage and framework of this assessment.
    fn is_ours(
        &self,
        framework: &Framework,
        row: &Statement,
        region: Option<&RegionRef>,
    ) -> Result<(), Wrong> {
        if region.is_none_or(|it| *it != self.region) {
            let sentence = say::guide_other_region(&row.region, &self.region.name);
            return Err((sentence, Field::Region));
        }
        let (theirs, ours) = (row.wave.as_deref(), self.wave.as_deref());
        if theirs.map(PartyName::from) != ours.map(PartyName::from) {
            let [theirs, ours] = [theirs, ours].map(|it| it.unwrap_or("–"));
            return Err((say::guide_other_wave(theirs, ours), Field::Wave));
        }
        if row.stage.is_some_and(|it| it != Stage::SelfAssessed) {
            return Err((say::guide_other_stage(), Field::Stage));
        }
        match row.framework.as_deref() {
            Some(theirs) if !theirs.eq_ignore_ascii_case(framework.id()) => {
                let sentence = say::guide_other_framework(theirs, framework.id());
                Err((sentence, Field::Framework))
            }
            _ => Ok(()),
        }
    }

    fn take_item(
        &mut self,
        (node, indicator): (usize, &Indicator),
        row: &Statement,
        code: &str,
        cells: Cells,
    ) -> Result<(), Wrong> {
        let Some(item) = item_at(&indicator.items, code) else {
            return Err((say::unknown_item(code, &row.indicator), Field::Item));
        };
        if self.answers(&cells) {
            return Err((say::guide_item_with_answer(code), Field::Level));
        }
        let status = row.evidence.as_deref().and_then(|it| it.status);
        let entry = self.entries.entry(node).or_default();
        match entry.items.insert(item, (cells, status)) {
            Some(_) => Err((say::guide_item_twice(code), Field::Item)),
            None => Ok(()),
        }
    }

    fn take_answer(
        &mut self,
        framework: &Framework,
        (node, indicator): (usize, &Indicator),
        row: &Statement,
        cells: Cells,
    ) -> Result<(), Wrong> {
        if row.direction.is_some() && !indicator.kind.is_counted() {
            let sentence = say::guide_direction_of_level(&row.indicator);
            return Err((sentence, Field::Direction));
        }
        let level = level_of(framework, node, row).filter(|_| indicator.has_levels());
        let entry = self.entries.entry(node).or_default();
        entry.level = level;
        match entry.answer.replace(cells) {
            Some(_) => Err((say::guide_answer_twice(&row.indicator), Field::Indicator)),
            None => Ok(()),
        }
    }

    /// Whether a number of a row has a decimal comma.
    fn has_comma(&self, cells: &Cells) -> bool {
        let of = [Field::Level, Field::Value];
        let mut texts = of.iter().filter_map(|it| self.cell(cells, *it));
        texts.any(|it| {
            let parts = it.split_once(',');
            let is_digits = |it: &str| !it.is_empty() && it.bytes().all(|it| it.is_ascii_digit());
            parts.is_some_and(|(a, b)| is_digits(a) && is_digits(b))
        })
    }
}

/// The indicator that a row is about.
fn leaf<'f>(framework: &'f Framework, row: &Statement) -> Result<(usize, &'f Indicator), Wrong> {
    let node = framework.find(&row.indicator);
    let leaf = node.and_then(|at| Some((at, framework.nodes()[at].indicator()?)));
    leaf.ok_or_else(|| {
        let sentence = say::guide_no_indicator(&row.indicator, framework.id());
        (sentence, Field::Indicator)
    })
}

/// A problem of a file that is therefore left as it is.
fn left(problem: Problem) -> Problem {
    problem.help(say::guide_file_is_left())
}
