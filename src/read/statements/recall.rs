//! Settings met so far: rows alike in all but indicator and level share one.

use std::collections::HashMap;
use std::hash::BuildHasher as _;
use std::ops::Range;
use std::sync::Arc;

use foldhash::fast::RandomState;

use crate::read::header::Layout;

use crate::statement::answer::is_blank;
use crate::statement::{Field, Setting};
use crate::table::{Cell, Kind, Row};

/// A setting, and whether its value cell says "does not apply".
#[derive(Clone)]
pub(crate) struct Known {
    pub(crate) setting: Arc<Setting>,
    pub(crate) not_applicable: bool,
}

/// Settings met so far, by the text of their cells.
pub(crate) struct Settings {
    /// Columns of which rows have the same again and again.
    shared: Vec<usize>,
    /// Columns of which hardly two rows have the same.
    own: Vec<usize>,
    met: Vec<Met>,
    /// Position of the setting met last among those whose cells have the same hash.
    by_hash: HashMap<u64, usize, RandomState>,
    hasher: RandomState,
    /// The cells of every setting one behind the other: in a table without any order, to look at
    /// texts strewn over the memory takes longer than all else.
    keys: Vec<u8>,
    /// The cells of a row that was not recalled, each after its [`head`]; empty for one not to be
    /// kept.
    key: Vec<u8>,
    /// Position of the setting of the row before.
    last: Option<usize>,
}

struct Met {
    /// Where its cells stand in the keys.
    key: Range<usize>,
    /// The one met before it with the same hash.
    before: Option<usize>,
    known: Known,
}

impl Settings {
    pub(crate) fn of(layout: &Layout) -> Self {
        let (mut shared, mut own) = (Vec::new(), Vec::new());
        for (column, index) in &layout.columns {
            match column {
                Field::Indicator | Field::Level => {}
                Field::Id
                | Field::Contradicts
                | Field::Value
                | Field::Quote
                | Field::Finding
                | Field::Rationale
                | Field::Locator
                | Field::Note => own.push(*index),
                _ => shared.push(*index),
            }
        }
        Self {
            shared,
            own,
            met: Vec::new(),
            by_hash: HashMap::default(),
            hasher: RandomState::default(),
            keys: Vec::new(),
            key: Vec::new(),
            last: None,
        }
    }

    /// The setting of a row whose cells were met before.
    pub(crate) fn recall(&mut self, row: &Row<'_>) -> Option<Known> {
        if self.own.iter().any(|index| !is_blank(row.text(*index))) {
            self.key.clear();
            return None;
        }
        // Tables go through the same settings again and again in one order.
        let next = self.last.map(|last| last + 1);
        let guess = self.last.into_iter().chain(next);
        let guessed = guess.into_iter().find(|at| self.is_of(*at, row));
        self.last = guessed;
        if guessed.is_none() {
            self.key.clear();
            for index in &self.shared {
                let cell = row.cell(*index);
                self.key.extend(head(cell).to_le_bytes());
                self.key.extend(cell.written.as_bytes());
            }
            self.last = self.look_up();
        }
        self.last.map(|at| self.met[at].known.clone())
    }

    fn look_up(&self) -> Option<usize> {
        let mut found = self.by_hash.get(&self.hasher.hash_one(&self.key)).copied();
        while let Some(at) = found {
            let met = &self.met[at];
            if self.keys[met.key.clone()] == self.key {
                break;
            }
            found = met.before;
        }
        found
    }

    /// Whether these are the cells of the setting at a position.
    fn is_of(&self, at: usize, row: &Row<'_>) -> bool {
        let Some(met) = self.met.get(at) else {
            return false;
        };
        let mut left = &self.keys[met.key.clone()];
        for index in &self.shared {
            let cell = row.cell(*index);
            let text = cell.written.as_bytes();
            let Some((known, rest)) = left.split_first_chunk() else {
                return false;
            };
            if usize::from_le_bytes(*known) != head(cell) || !rest.starts_with(text) {
                return false;
            }
            left = &rest[text.len()..];
        }
        true
    }

    /// Keeps the setting of the row that was not recalled.
    pub(crate) fn keep(&mut self, setting: &Known) {
        if self.key.is_empty() {
            return;
        }
        let start = self.keys.len();
        self.keys.extend(&self.key);
        let hash = self.hasher.hash_one(&self.key);
        let before = self.by_hash.insert(hash, self.met.len());
        self.met.push(Met {
            key: start..self.keys.len(),
            before,
            known: setting.clone(),
        });
        self.last = Some(self.met.len() - 1);
    }
}

/// The length of a cell, marked where it is no text: `1.5` the number is another cell than `1.5`
/// the text, which a decimal comma makes fifteen.
fn head(cell: Cell<'_>) -> usize {
    let mark = match cell.kind {
        Kind::Text => 0,
        _ => 1 << (usize::BITS - 1),
    };
    cell.written.len() | mark
}
