//! A guided self-assessment: which question comes next, what an answer does, and the file in which all
//! answers stand.
//!
//! [`Guide::reply`] takes one typed line and says what happened; nothing here reads a terminal or
//! writes a file. After every reply that changed something [`Guide::bytes`] is the whole file: the
//! ordinary long table that [`crate::read`] reads. Nothing is kept beside it, so that whoever starts
//! again from these bytes goes on where the last answer was given (`sheet` says how).
//!
//! An answer is read by the library's own reader and judged by its own scoring (`typed`), and so is
//! the running result ([`Guide::scored`]): there is no second arithmetic.

mod commands;
mod dialogue;
mod earlier;
mod score;
mod sheet;
mod task;
mod typed;

use crate::framework::{Framework, Indicator, Item};
use crate::problem::Problem;
use crate::statement::ItemStatus;
use crate::stats::TOLERANCE;
use crate::study::Scored;
use crate::text::{Lang, say};

pub use commands::Command;
pub use earlier::Earlier;
pub use sheet::{Said, State};
pub use task::{Step, Task};

use sheet::Sheet;

/// What a typed line did.
#[derive(Debug)]
pub enum Reply {
    /// Something new stands in the file, with what is doubtful of it.
    Saved(Vec<Problem>),
    /// What belongs to the answer stands in the file.
    Noted,
    /// The indicator is left open, and the file says so.
    Skipped,
    /// Nothing changed; the next question comes.
    Kept,
    /// Another question comes, as was asked for.
    Moved,
    /// The line is no answer here, and why.
    Refused(Vec<Problem>),
    /// Help is asked for.
    Help,
    /// The end is asked for.
    Quit,
}

impl Reply {
    /// Whether the file has to be written.
    #[must_use]
    pub fn changes(&self) -> bool {
        matches!(self, Self::Saved(_) | Self::Noted | Self::Skipped)
    }
}

/// A self-assessment under way.
#[derive(Debug)]
pub struct Guide {
    framework: Framework,
    lang: Lang,
    sheet: Sheet,
    earlier: Option<Earlier>,
    /// Positions of the indicators, in the order of the tree.
    leaves: Vec<usize>,
    /// Which of them is asked for (position among them); beyond the last where nothing is left.
    at: usize,
    step: Step,
    /// Whether what was skipped is being asked for again.
    again: bool,
}

/// How far an assessment has come.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Progress {
    /// Indicators with an answer.
    pub answered: usize,
    /// Indicators that were skipped and are still open.
    pub skipped: usize,
    /// All indicators.
    pub all: usize,
}

impl Guide {
    /// A self-assessment that begins, or goes on from what stands in a file.
    ///
    /// # Errors
    /// A region or a wave that is none, a questionnaire, a file whose contents are not all answers
    /// of this assessment: it could not be written again without losing something.
    pub fn new(task: Task, file: Option<&[u8]>) -> Result<Self, Vec<Problem>> {
        let mut indicators = task.framework.indicators();
        let asks_respondents = indicators.any(|(.., it)| it.kind.asks_respondents());
        drop(indicators);
        if asks_respondents {
            let id = task.framework.id();
            let problem = Problem::error(say::guide_questionnaire(id));
            return Err(vec![problem.help(say::guide_use_template(id))]);
        }
        let leaves = task.framework.indicators().map(|(at, ..)| at).collect();
        let sheet = match file {
            Some(bytes) => Sheet::read(&task, bytes)?,
            None => Sheet::new(&task)?,
        };
        let mut out = Self {
            framework: task.framework,
            lang: task.lang,
            sheet,
            earlier: None,
            leaves,
            at: 0,
            step: Step::Answer,
            again: false,
        };
        out.resume();
        Ok(out)
    }

    /// The same with the newest answers before its wave in data that were scored under its framework.
    #[must_use]
    pub fn beside(mut self, scored: &Scored) -> Self {
        self.earlier = Earlier::of(scored, self.region(), self.wave());
        self
    }

    /// The framework.
    #[must_use]
    pub fn framework(&self) -> &Framework {
        &self.framework
    }

    /// Official name of the region.
    #[must_use]
    pub fn region(&self) -> &str {
        self.sheet.region()
    }

    /// The round of assessment.
    #[must_use]
    pub fn wave(&self) -> Option<&str> {
        self.sheet.wave()
    }

    /// What was answered before.
    #[must_use]
    pub fn earlier(&self) -> Option<&Earlier> {
        self.earlier.as_ref()
    }

    /// Position in the framework of the indicator that is asked for; nothing where all were.
    #[must_use]
    pub fn node(&self) -> Option<usize> {
        self.leaves.get(self.at).copied()
    }

    /// Which indicator is asked for, counted from 1.
    #[must_use]
    pub fn number(&self) -> usize {
        self.at + 1
    }

    /// What is asked of it.
    #[must_use]
    pub fn step(&self) -> Step {
        self.step
    }

    /// Whether what was skipped is being asked for again.
    #[must_use]
    pub fn is_again(&self) -> bool {
        self.again
    }

    /// What the file says of an indicator.
    #[must_use]
    pub fn said(&self, node: usize) -> Said<'_> {
        self.sheet.said(node)
    }

    /// The whole file.
    #[must_use]
    pub fn bytes(&self) -> Vec<u8> {
        self.sheet.bytes(&self.framework)
    }

    /// How far it has come.
    #[must_use]
    pub fn progress(&self) -> Progress {
        Progress {
            answered: self.in_state(State::Answered).len(),
            skipped: self.in_state(State::Skipped).len(),
            all: self.leaves.len(),
        }
    }

    /// Positions among the indicators of those that have come so far.
    fn in_state(&self, state: State) -> Vec<usize> {
        let leaves = self.leaves.iter().enumerate();
        let found = leaves.filter(|(_, node)| self.sheet.said(**node).state == state);
        found.map(|(at, _)| at).collect()
    }

    /// The indicators that are still open, in the order of the tree.
    #[must_use]
    pub fn open(&self) -> Vec<usize> {
        let leaves = self.leaves.iter().copied();
        leaves
            .filter(|it| self.sheet.said(*it).state != State::Answered)
            .collect()
    }

    /// What the answers so far come to, as `siap score` reads and scores them.
    ///
    /// # Errors
    /// Why nothing can be scored yet.
    pub fn scored(&self) -> Result<Scored, Vec<Problem>> {
        let (options, file) = (self.sheet.options(), self.sheet.file());
        score::scored(&self.framework, options, &self.bytes(), file)
    }

    /// The evidence items that are asked for with the answer that stands: those that the level and
    /// the levels below it need.
    #[must_use]
    pub fn items(&self) -> Vec<(usize, &Item)> {
        let Some((node, indicator)) = self.asked() else {
            return Vec::new();
        };
        let said = self.sheet.said(node);
        // A level that follows from another body's index is shown by that index.
        let of_index = said.answer.is_some_and(|(_, unit)| unit.is_some());
        let Some(level) = said.level.filter(|_| !of_index) else {
            return Vec::new();
        };
        let level = self.framework.scales()[indicator.scale].level_of_value(level);
        let items = indicator.items.iter().enumerate();
        items
            .filter(|(_, it)| it.level <= level + TOLERANCE)
            .collect()
    }

    /// The state of an evidence item of the indicator that is asked for.
    #[must_use]
    pub fn status(&self, item: usize) -> Option<ItemStatus> {
        self.sheet.status(self.node()?, item)
    }

    fn asked(&self) -> Option<(usize, &Indicator)> {
        let node = self.node()?;
        Some((node, self.framework.nodes()[node].indicator()?))
    }
}
