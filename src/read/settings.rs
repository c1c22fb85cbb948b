//! What is known about an input before it is read.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::{Arc, Mutex, PoisonError};

use crate::text::{folded, trim};

/// What the user or a study says about an input. Every reader and shape takes what concerns it, so
/// that what only one kind of source needs (which level a code of a coded project gives) is one
/// more field here, and no signature changes.
#[derive(Debug, Clone, Default)]
pub struct ReadOptions {
    /// The declared decimal sign; without it the cells of the input decide.
    pub decimal: Option<Decimal>,
    /// Declared codes for a missing answer, such as `99`.
    pub missing: Vec<String>,
    /// Headers of the input → our columns; an empty column leaves theirs out without a warning.
    pub columns: BTreeMap<String, String>,
    /// Ids, aliases and titles by which the columns of a wide table are known.
    pub indicators: Vec<String>,
    /// The headers that were met, where columns are declared: what no file has is told.
    pub met: Met,
}

/// Headers met in all inputs read under the same options, as written.
#[derive(Debug, Clone, Default)]
pub struct Met(Arc<Mutex<BTreeSet<String>>>);

impl Met {
    /// Notes the headers of one table.
    pub(crate) fn note<'a>(&self, headers: impl Iterator<Item = &'a str>) {
        let mut all = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        all.extend(headers.map(|it| trim(it).to_owned()));
    }

    /// All of them, in the order of the alphabet.
    #[must_use]
    pub fn headers(&self) -> Vec<String> {
        let all = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        all.iter().filter(|it| !it.is_empty()).cloned().collect()
    }
}

/// Whether a header of an input is the one that a study declares.
#[must_use]
pub fn is_header(declared: &str, header: &str) -> bool {
    let key = folded(declared);
    trim(declared) == trim(header) || (!key.is_empty() && key == folded(header))
}

/// The sign between the whole and the fraction of a number; the other one groups thousands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Decimal {
    /// `70,24` and `1.234,5`.
    Comma,
    /// `70.24` and `1,234.5`.
    Point,
}
