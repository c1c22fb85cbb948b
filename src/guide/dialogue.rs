//! What a typed line does.

use crate::guide::commands::{self, Command};
use crate::problem::Problem;
use crate::statement::ItemStatus;
use crate::text::{Sentence, say};

use super::{Guide, Reply, State, Step, typed};

impl Guide {
    /// Takes one typed line.
    pub fn reply(&mut self, line: &str) -> Reply {
        if line.contains(|it: char| it.is_control() && it != '\t' || it == '\u{fffd}') {
            return refused(say::guide_keys());
        }
        let line = line.replace('\t', " ");
        let line = line.trim();
        let command = match self.is_label(line) {
            // Whoever types the name of a level means it.
            true => None,
            false => Command::of(line),
        };
        match command {
            Some(Command::Quit) => Reply::Quit,
            Some(Command::Help) => Reply::Help,
            Some(Command::Back) => self.back(),
            Some(Command::Skip) => self.skip(),
            Some(Command::NotApplicable) if self.asks(Step::Answer) => self.not_applicable(),
            Some(Command::To(name)) => self.go_to(&name),
            _ if self.node().is_none() => match line.is_empty() {
                true => Reply::Quit,
                false => self.go_to(line),
            },
            _ => match self.step {
                Step::Answer => self.answer(line),
                Step::Items => self.take_items(line),
                Step::Note => self.note(line),
            },
        }
    }

    fn asks(&self, step: Step) -> bool {
        self.node().is_some() && self.step == step
    }

    fn is_label(&self, line: &str) -> bool {
        self.asks(Step::Answer)
            && self
                .asked()
                .is_some_and(|(_, it)| typed::is_label(&self.framework, it, line))
    }

    fn answer(&mut self, line: &str) -> Reply {
        let Some((node, _)) = self.asked() else {
            return Reply::Kept;
        };
        if line.is_empty() {
            if self.sheet.said(node).state != State::Answered {
                return refused(say::guide_empty());
            }
            // The answer that stands is kept, and what belongs to it is asked for as before.
            self.step = self.first_after_answer();
            return Reply::Kept;
        }
        match typed::answer(&self.framework, &self.sheet, (node, self.lang), line) {
            Err(problems) => Reply::Refused(problems),
            Ok(answer) => {
                self.sheet.answer(node, &answer);
                self.goes_on_to(self.first_after_answer());
                Reply::Saved(answer.doubts)
            }
        }
    }

    fn not_applicable(&mut self) -> Reply {
        let Some((node, indicator)) = self.asked() else {
            return Reply::Kept;
        };
        if !indicator.allow_na {
            let name = self.framework.nodes()[node].id();
            let problem = Problem::error(say::guide_must_apply(name));
            return Reply::Refused(vec![problem.help(say::guide_must_apply_help())]);
        }
        self.sheet.answer(node, &typed::not_applicable(self.lang));
        self.goes_on_to(Step::Note);
        Reply::Saved(Vec::new())
    }

    fn first_after_answer(&self) -> Step {
        match self.items().is_empty() {
            true => Step::Note,
            false => Step::Items,
        }
    }

    /// The next step of the same indicator, which the file remembers until it is done.
    fn goes_on_to(&mut self, step: Step) {
        self.step = step;
        if let Some(node) = self.node() {
            self.sheet.wait_for(node, Some(step), self.lang);
        }
    }

    fn take_items(&mut self, line: &str) -> Reply {
        let Some(node) = self.node() else {
            return Reply::Kept;
        };
        let positions: Vec<usize> = self.items().iter().map(|it| it.0).collect();
        if !line.is_empty() {
            let Some(chosen) = commands::chosen(line, positions.len()) else {
                return refused(say::guide_items_wanted(positions.len()));
            };
            for (position, is_there) in positions.iter().zip(chosen) {
                let before = self.sheet.status(node, *position);
                if let Some(status) = state(before, is_there) {
                    let code = self.code(node, *position);
                    self.sheet
                        .set_status(node, (*position, &code), status, self.lang);
                }
            }
        }
        self.goes_on_to(Step::Note);
        Reply::Noted
    }

    fn code(&self, node: usize, item: usize) -> String {
        let indicator = self.framework.nodes()[node].indicator();
        indicator.map_or_else(String::new, |it| it.items[item].code.clone())
    }

    fn note(&mut self, line: &str) -> Reply {
        let Some(node) = self.node() else {
            return Reply::Kept;
        };
        match line {
            "" => {}
            "-" => self.sheet.set_note(node, ""),
            note => self.sheet.set_note(node, note),
        }
        self.sheet.wait_for(node, None, self.lang);
        self.forward();
        Reply::Noted
    }

    /// Leaves what is asked for as it is. An indicator without an answer stands open in the file.
    fn skip(&mut self) -> Reply {
        let Some(node) = self.node() else {
            return Reply::Kept;
        };
        match self.step {
            Step::Items => {
                self.goes_on_to(Step::Note);
                return Reply::Noted;
            }
            Step::Note => return self.note(""),
            Step::Answer => {}
        }
        let is_new = self.sheet.said(node).state == State::Open;
        if is_new {
            self.sheet.leave_open(node);
        }
        self.forward();
        match is_new {
            true => Reply::Skipped,
            false => Reply::Kept,
        }
    }

    fn back(&mut self) -> Reply {
        match self.step {
            Step::Note if self.node().is_some() && !self.items().is_empty() => {
                self.step = Step::Items;
            }
            Step::Note | Step::Items if self.node().is_some() => self.step = Step::Answer,
            _ if self.at == 0 => return refused(say::guide_at_start()),
            _ => {
                self.at = self.at.min(self.leaves.len()) - 1;
                self.step = Step::Answer;
                self.again = false;
            }
        }
        Reply::Moved
    }

    fn go_to(&mut self, name: &str) -> Reply {
        let found = self.framework.find(name);
        let at = found.and_then(|node| self.leaves.iter().position(|it| *it == node));
        let Some(at) = at else {
            return refused(say::guide_no_indicator(name, self.framework.id()));
        };
        self.at = at;
        self.step = Step::Answer;
        self.again = false;
        Reply::Moved
    }

    /// Goes to where the last answer was given.
    pub(super) fn resume(&mut self) {
        let waits = |node: &usize| self.sheet.said(*node).waits_for;
        let found = self.leaves.iter().enumerate();
        let mut found = found.filter_map(|(at, node)| Some((at, waits(node)?)));
        match found.next() {
            Some((at, step)) => {
                self.at = at;
                // What the file waits for may have become pointless by another answer.
                self.step = match step {
                    Step::Items if self.items().is_empty() => Step::Note,
                    step => step,
                };
            }
            None => {
                // Before the first one.
                self.at = 0;
                self.forward_from(None);
            }
        }
    }

    fn forward(&mut self) {
        self.forward_from(Some(self.at));
    }

    /// The next indicator without any answer; where there is none, each that was skipped once more.
    fn forward_from(&mut self, at: Option<usize>) {
        self.step = Step::Answer;
        let (open, skipped) = (self.in_state(State::Open), self.in_state(State::Skipped));
        let behind = |of: &[usize]| of.iter().copied().find(|it| at.is_none_or(|at| *it > at));
        let next = behind(&open).or(open.first().copied());
        self.at = match next {
            Some(next) => {
                self.again = false;
                next
            }
            None => {
                let next = match self.again {
                    true => behind(&skipped),
                    false => skipped.first().copied(),
                };
                self.again = next.is_some();
                next.unwrap_or(self.leaves.len())
            }
        };
    }
}

/// What becomes of the state of an item of which is said whether it is there; nothing where the state
/// says so already.
fn state(before: Option<ItemStatus>, is_there: bool) -> Option<ItemStatus> {
    let said = match before {
        Some(ItemStatus::Submitted | ItemStatus::Accepted | ItemStatus::Revise) => Some(true),
        Some(ItemStatus::Missing | ItemStatus::Drafting | ItemStatus::Rejected) => Some(false),
        None => None,
    };
    (said != Some(is_there)).then_some(match is_there {
        true => ItemStatus::Submitted,
        false => ItemStatus::Missing,
    })
}

fn refused(sentence: Sentence) -> Reply {
    Reply::Refused(vec![Problem::error(sentence)])
}
