//! Text that repeats from row to row is kept once.

use std::collections::HashSet;
use std::sync::Arc;

use crate::statement::Name;

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

/// A number below [`Names::GLANCES`] from the length and the last letters: codes differ at the end.
fn glance(text: &str) -> usize {
    let bytes = text.as_bytes();
    let tail = &bytes[bytes.len().saturating_sub(8)..];
    let mut letters = [0; 8];
    letters[..tail.len()].copy_from_slice(tail);
    let mixed = (u64::from_le_bytes(letters) ^ bytes.len() as u64)
        // An odd number with its bits spread evenly: the golden ratio.
        .wrapping_mul(0x9E37_79B9_7F4A_7C15);
    usize::from(mixed.to_be_bytes()[0])
}
