//! The columns of which the header says what is answered in them: an indicator, a round, a stage, a region.

use std::sync::Arc;

use crate::read::problems::Problems;
use crate::statement::{Field, Stage};
use crate::text::{Text, folded, shown};

use super::super::meaning::{Across, Answers, Meaning};
use super::super::names::title;
use super::super::told;
use super::Making;

impl Making<'_, '_> {
    /// The columns of answers of which the header says what they are about.
    pub(super) fn answers(&mut self, problems: &mut Problems) -> Vec<Across> {
        let is_wide = self.is_wide();
        let mut answers: Vec<Across> = Vec::new();
        let mut beside = Vec::new();
        for at in 0..self.meanings.len() {
            match self.meanings[at].clone() {
                Meaning::Answers(of) if of.indicator.is_some() == is_wide => {
                    if self.is_row_number(at, &of) {
                        let problem = told::index_or_row_number(self.table, at);
                        problems.add(|| problem);
                        self.is_fine = false;
                    }
                    let same = |it: &&Across| is_same(&it.of, &of);
                    if let Some(first) = answers.iter().find(same).map(|it| it.index) {
                        let name = Text::same(shown(self.header(at)));
                        self.doubled(at, first, name, problems);
                    }
                    answers.push(Across {
                        index: at,
                        of,
                        beside: Vec::new(),
                    });
                }
                Meaning::Answers(_) => self.unread.push(at),
                Meaning::Beside(column, id) if is_wide => beside.push((column, id, at)),
                Meaning::Beside(..) => self.unread.push(at),
                Meaning::Nowhere(ours) => {
                    let problem = told::sent_nowhere(self.headers, self.table, at, ours);
                    problems.add(|| problem);
                    self.is_fine = false;
                }
                _ => {}
            }
        }
        for (column, id, at) in beside {
            let mut of_indicator = answers.iter_mut().filter(|it| {
                let name = it.of.indicator.as_deref().unwrap_or_default();
                self.headers.whole(name).is_some_and(|it| it.id == id)
            });
            match of_indicator.next() {
                Some(answer) => answer.beside.push((column, at)),
                None => self.unread.push(at),
            }
        }
        if answers.is_empty() && !self.columns.contains_key(&Field::Region) {
            answers = self.regions_across();
        }
        self.settle_rounds(&answers, problems);
        if !is_wide && !answers.is_empty() {
            let level = self.columns.remove(&Field::Level);
            answers.extend(level.map(|it| self.without_stage(it, &answers, problems)));
        }
        answers
    }

    /// A round or stage in the headers and another in a column would each be lost for the other.
    fn settle_rounds(&mut self, answers: &[Across], problems: &mut Problems) {
        let waved = answers.iter().find(|it| it.of.wave.is_some());
        let staged = answers.iter().find(|it| it.of.stage.is_some());
        let both = [(Field::Wave, waved), (Field::Stage, staged)];
        for (column, first) in both {
            let again = self.columns.get(&column).copied();
            if let Some((again, first)) = again.zip(first) {
                self.doubled(again, first.index, title(column), problems);
            }
        }
    }

    /// A column of levels without a stage beside others. `Nilai Akhir` is a stage to some, and the level times
    /// its weight to others: where both hold anything and no label settles it, nobody can tell which counts.
    fn without_stage(
        &mut self,
        level: usize,
        answers: &[Across],
        problems: &mut Problems,
    ) -> Across {
        let is_answered = |at: usize| !self.table.first_cells(at).is_empty();
        let is_open = self.defaults.stage.is_none() && is_answered(level);
        let mut staged = answers.iter().filter(|it| it.of.stage.is_some());
        if let Some(staged) = staged.find(|it| is_open && is_answered(it.index)) {
            // Of a form only what somebody has added is not settled.
            let is_settled = self.is_declared(staged.index);
            let problem = told::stage_beside_none(self.table, staged.index, level, is_settled);
            problems.add(|| problem);
            self.is_fine = false;
        }
        Across {
            index: level,
            of: Answers::default(),
            beside: Vec::new(),
        }
    }

    /// A table with its indicators down and its regions across.
    fn regions_across(&self) -> Vec<Across> {
        let Some(is_region) = self.headers.is_region else {
            return Vec::new();
        };
        let names_one = self.columns.contains_key(&Field::Indicator);
        // Headers that are regions come before what is said of the whole table, unless a column of answers
        // is about that one.
        let is_about_one = self.defaults.region.is_some()
            && [Field::Level, Field::Value]
                .iter()
                .any(|it| self.columns.contains_key(it));
        if is_about_one || !names_one && self.defaults.indicator.is_none() {
            return Vec::new();
        }
        let unknown = self.meanings.iter().enumerate();
        let regions: Vec<usize> = unknown
            .filter(|(at, it)| **it == Meaning::Unknown && is_region(self.header(*at)))
            .map(|(at, _)| at)
            .collect();
        if regions.len() < 2 {
            return Vec::new();
        }
        let across = |at: usize| Across {
            index: at,
            of: Answers {
                region: Some(self.header(at).into()),
                ..Answers::default()
            },
            beside: Vec::new(),
        };
        regions.into_iter().map(across).collect()
    }

    /// Whether a header may be the index of the framework or the number of a row, as a program for
    /// data frames writes it.
    fn is_row_number(&self, at: usize, of: &Answers) -> bool {
        let id = |it: &Answers| {
            let name = it.indicator.as_deref()?;
            self.headers.whole(name)
        };
        let is_indicator = |it: &Meaning<'_>| match it {
            Meaning::Answers(it) => id(it).is_some_and(|it| it.is_indicator),
            _ => false,
        };
        !self.is_declared(at)
            && folded(self.header(at)) == "index"
            && id(of).is_some_and(|it| !it.is_indicator)
            && (self.meanings.iter().any(is_indicator) || self.counts_rows(at))
    }

    /// Whether the first cells of a column count up by one from 0 or 1.
    fn counts_rows(&self, at: usize) -> bool {
        let cells = self.table.first_cells(at);
        let numbers: Vec<usize> = cells.iter().map_while(|it| it.parse().ok()).collect();
        let from = numbers.first().copied().unwrap_or(2);
        from < 2
            && numbers.len() == cells.len()
            && numbers.iter().copied().eq(from..from + numbers.len())
            && numbers.len() > 1
    }
}

/// Whether two columns answer the same.
fn is_same(one: &Answers, other: &Answers) -> bool {
    let names = [one, other].map(|it| it.indicator.as_deref().map(str::to_lowercase));
    let key = |it: &Answers| -> (Option<Arc<str>>, Option<Stage>) { (it.wave.clone(), it.stage) };
    names[0] == names[1] && key(one) == key(other)
}
