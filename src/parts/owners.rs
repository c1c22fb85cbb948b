//! Which office owns which rows.

use std::collections::BTreeSet;

use crate::framework::Framework;
use crate::problem::{Place, Problem, suggest};
use crate::statement::PartyName;
use crate::text::form::{AnswerColumn, ItemColumn};
use crate::text::{say, shown};
use crate::view::form::Part;

use super::gathered::Gathered;
use super::slot::Slot;

/// An office with its rows.
#[derive(Debug, Clone)]
pub struct Owner {
    /// Its name: as the list of offices writes it, else as it was written first.
    pub name: PartyName,
    /// Its rows.
    pub rows: Part,
    /// Where it is named first.
    place: Place,
}

/// The offices of a workbook in the order in which they are named.
#[derive(Debug, Clone, Default)]
pub struct Owners {
    /// The offices.
    pub all: Vec<Owner>,
    /// Indicators that are of none.
    pub answers_left: Vec<usize>,
    /// Evidence items that are of none.
    pub items_left: Vec<(usize, usize)>,
}

impl Owners {
    /// The offices that the rows of a workbook name, several in one cell with `;` between them.
    #[must_use]
    pub fn of(whole: &Gathered, framework: &Framework) -> Self {
        let mut out = Self::default();
        for (at, _, it) in framework.indicators() {
            let slot = Slot::Answer(at, AnswerColumn::Office);
            let names = out.take(whole, slot, |rows| {
                rows.answers.insert(at);
            });
            if names == 0 {
                out.answers_left.push(at);
            }
            for item in 0..it.items.len() {
                let slot = Slot::Item(at, item, ItemColumn::Office);
                let give = |rows: &mut Part| {
                    rows.items.insert((at, item));
                };
                // One that names nobody is the task of whoever has its indicator.
                let of_indicator = Slot::Answer(at, AnswerColumn::Office);
                let named = out.take(whole, slot, give) > 0;
                if !named && out.take(whole, of_indicator, give) == 0 {
                    out.items_left.push((at, item));
                }
            }
        }
        out
    }

    /// Gives a row to those that its cell names; how many these are.
    fn take(&mut self, whole: &Gathered, slot: Slot, give: impl Fn(&mut Part)) -> usize {
        let Some(cell) = whole.cells.get(&slot) else {
            return 0;
        };
        let text = cell.entry.text();
        let mut count = 0;
        for name in PartyName::several(&text) {
            count += 1;
            let known = self.all.iter().position(|it| it.name == name);
            let at = known.unwrap_or_else(|| {
                let listed = whole.offices.iter().map(|it| PartyName::from(&*it[0]));
                self.all.push(Owner {
                    name: listed.into_iter().find(|it| *it == name).unwrap_or(name),
                    rows: Part::default(),
                    place: cell.place.clone(),
                });
                self.all.len() - 1
            });
            give(&mut self.all[at].rows);
        }
        count
    }

    /// The office of this name.
    #[must_use]
    pub fn find(&self, name: &str) -> Option<&Owner> {
        let name = PartyName::from(name);
        self.all.iter().find(|it| it.name == name)
    }

    /// The name that was most likely meant.
    #[must_use]
    pub fn near(&self, name: &str) -> Option<&str> {
        suggest(name, self.all.iter().map(|it| &*it.name))
    }

    /// Warns of names that differ so little that one office may be meant: those of the list count first.
    #[must_use]
    pub fn doubts(&self, whole: &Gathered) -> Vec<Problem> {
        let listed: BTreeSet<&str> = whole.offices.iter().map(|it| it[0].trim()).collect();
        let is_listed = |name: &str| {
            let name = PartyName::from(name);
            listed.iter().any(|it| PartyName::from(*it) == name)
        };
        let mut out = Vec::new();
        for (at, it) in self.all.iter().enumerate() {
            if is_listed(&it.name) {
                continue;
            }
            let before = self.all[..at].iter().map(|it| &*it.name);
            if let Some(near) = suggest(&it.name, listed.iter().copied().chain(before)) {
                let sentence = say::office_near_another(shown(&it.name), shown(near));
                let problem = Problem::warning(sentence).at(it.place.clone());
                out.push(problem.help(say::office_near_another_help()));
            }
        }
        out
    }
}

impl Owner {
    /// Whether a cell stands in one of its rows.
    #[must_use]
    pub fn has(&self, slot: Slot) -> bool {
        match slot {
            Slot::Answer(at, _) | Slot::Outside(at, _) => self.rows.answers.contains(&at),
            Slot::Item(at, item, _) => self.rows.items.contains(&(at, item)),
        }
    }
}
