//! Names of people, posts, offices, documents and coders, of which spelling makes no two.

use std::cmp::Ordering;
use std::fmt;
use std::hash::{Hash, Hasher};
use std::ops::Deref;
use std::sync::Arc;

use crate::text::is_invisible;

/// A name of a person, a post, an office, a document or a coder.
///
/// It shows as it was written, and is the same name as every other that differs from it only in
/// case, spaces, dots and letters that nobody sees: `Drs. Budi S.` is `drs budi s`. A dot between two digits stays, since it
/// may be all that tells informant `1.1` from `11`; so do hyphens.
#[derive(Clone)]
pub struct PartyName {
    /// As written, then folded; once where both are the same.
    text: Arc<str>,
    /// Length of what was written.
    written: usize,
}

impl PartyName {
    /// The names that stand in one cell with `;` between them.
    pub fn several(text: &str) -> impl Iterator<Item = Self> {
        let names = text.split(';').map(str::trim);
        names.filter(|it| !it.is_empty()).map(Self::from)
    }

    pub(super) fn folded(&self) -> &str {
        match &self.text[self.written..] {
            "" => &self.text,
            folded => folded,
        }
    }
}

impl From<&str> for PartyName {
    fn from(written: &str) -> Self {
        let folded = fold(written);
        // A name of nothing but dots is still a name.
        let text = if folded.is_empty() || folded == written {
            Arc::from(written)
        } else {
            Arc::from([written, &folded].concat())
        };
        Self {
            text,
            written: written.len(),
        }
    }
}

fn fold(written: &str) -> String {
    let mut folded = String::with_capacity(written.len());
    let mut letters = written.chars().peekable();
    let mut before = None;
    while let Some(letter) = letters.next() {
        let is_digit = |it: Option<&char>| it.is_some_and(char::is_ascii_digit);
        let parts_digits = is_digit(before.as_ref()) && is_digit(letters.peek());
        if !letter.is_whitespace() && !is_invisible(letter) && (letter != '.' || parts_digits) {
            folded.extend(letter.to_lowercase());
        }
        before = Some(letter);
    }
    folded
}

impl Deref for PartyName {
    type Target = str;

    fn deref(&self) -> &str {
        &self.text[..self.written]
    }
}

impl fmt::Display for PartyName {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str(self)
    }
}

impl fmt::Debug for PartyName {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Debug::fmt(&**self, out)
    }
}

impl PartialEq for PartyName {
    fn eq(&self, other: &Self) -> bool {
        Arc::ptr_eq(&self.text, &other.text) || self.folded() == other.folded()
    }
}

impl Eq for PartyName {}

impl Hash for PartyName {
    fn hash<H: Hasher>(&self, state: &mut H) {
        self.folded().hash(state);
    }
}

impl PartialOrd for PartyName {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl Ord for PartyName {
    fn cmp(&self, other: &Self) -> Ordering {
        self.folded().cmp(other.folded())
    }
}
