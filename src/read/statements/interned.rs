//! Text that repeats from row to row is kept once.

use std::borrow::Borrow;
use std::collections::HashSet;
use std::hash::{Hash, Hasher};
use std::sync::Arc;

use crate::statement::{Area, Name, PartyName};

/// Texts of every kind.
#[derive(Default)]
pub(crate) struct Interned(HashSet<Arc<str>>);

impl Interned {
    pub(crate) fn get(&mut self, text: &str) -> Arc<str> {
        if let Some(known) = self.0.get(text) {
            return Arc::clone(known);
        }
        let new: Arc<str> = Arc::from(text);
        self.0.insert(Arc::clone(&new));
        new
    }
}

/// What tables say of regions besides their names.
#[derive(Default)]
pub(crate) struct Areas(HashSet<Arc<Area>>);

impl Areas {
    pub(crate) fn get(&mut self, area: Area) -> Arc<Area> {
        if let Some(known) = self.0.get(&area) {
            return Arc::clone(known);
        }
        let new = Arc::new(area);
        self.0.insert(Arc::clone(&new));
        new
    }
}

/// Names of people, offices and documents: two spellings of one name stay two, to be shown as
/// written.
#[derive(Default)]
pub(crate) struct Parties(HashSet<Written>);

impl Parties {
    pub(crate) fn get(&mut self, text: &str) -> PartyName {
        if let Some(known) = self.0.get(text) {
            return known.0.clone();
        }
        let new = PartyName::from(text);
        self.0.insert(Written(new.clone()));
        new
    }
}

/// A name that equals only what is spelled alike.
struct Written(PartyName);

impl Borrow<str> for Written {
    fn borrow(&self) -> &str {
        &self.0
    }
}

impl PartialEq for Written {
    fn eq(&self, other: &Self) -> bool {
        *self.0 == *other.0
    }
}

impl Eq for Written {}

impl Hash for Written {
    fn hash<H: Hasher>(&self, state: &mut H) {
        (*self.0).hash(state);
    }
}

/// Names of indicators and labels of levels: few, and asked for in every row.
pub(crate) struct Names {
    all: HashSet<Name>,
    /// The one met last of those that look alike at first glance.
    recent: Vec<Option<Name>>,
}

impl Default for Names {
    fn default() -> Self {
        Self {
            all: HashSet::new(),
            recent: vec![None; Self::GLANCES],
        }
    }
}

impl Names {
    const GLANCES: usize = 256;

    pub(crate) fn get(&mut self, text: &str) -> Name {
        let seat = &mut self.recent[glance(text)];
        if let Some(known) = seat.as_ref().filter(|known| &***known == text) {
            return known.clone();
        }
        let word = self.all.get(text).cloned().unwrap_or_else(|| {
            let new = Name::from(text);
            self.all.insert(new.clone());
            new
        });
        *seat = Some(word.clone());
        word
    }
}

/// A number below [`Names::GLANCES`]: codes such as `i07` differ in their last two signs.
fn glance(text: &str) -> usize {
    let bytes = text.as_bytes();
    let sign = |from_end: usize| {
        let at = bytes.len().checked_sub(from_end);
        at.map_or(0, |at| usize::from(bytes[at]))
    };
    (sign(1) ^ (sign(2) << 4) ^ (sign(4) << 2) ^ (bytes.len() << 6)) % Names::GLANCES
}
