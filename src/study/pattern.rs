//! Patterns of data files: which names fit.
//!
//! `*`, `?` and `[…]` stand for letters of one name, `**` for any number of folders. The ending of a
//! name counts without regard to case, for `A.CSV` is as much a table as `a.csv`. Hidden names and the
//! locks that office programs leave (`~$…`, `.~lock…`) fit no wildcard.

use crate::text::{Text, label};

/// A pattern, folder by folder.
#[derive(Debug, Clone)]
pub struct Pattern {
    parts: Vec<Part>,
}

/// One folder or file name of a pattern.
#[derive(Debug, Clone)]
pub enum Part {
    /// This name and no other.
    Name(String),
    /// Every name that fits.
    Wild(glob::Pattern),
    /// Any number of folders, none included.
    Folders,
}

impl Part {
    fn new(text: &str) -> Result<Self, Text> {
        if text == "**" {
            return Ok(Self::Folders);
        }
        if text.contains("**") {
            return Err(label::both(label::pattern_two_stars));
        }
        if !text.contains(['*', '?', '[']) {
            return Ok(Self::Name(text.to_owned()));
        }
        match glob::Pattern::new(&lower_ending(text)) {
            Ok(pattern) => Ok(Self::Wild(pattern)),
            Err(_) => Err(label::both(label::pattern_bracket)),
        }
    }

    /// Whether a name fits.
    #[must_use]
    pub fn fits(&self, name: &str) -> bool {
        match self {
            Self::Name(wanted) => wanted == name,
            Self::Wild(pattern) => {
                !is_left_alone(name, pattern.as_str())
                    && (pattern.matches(name) || pattern.matches(&lower_ending(name)))
            }
            Self::Folders => !name.starts_with('.'),
        }
    }
}

/// Whether no wildcard means a name: hidden ones, and locks.
fn is_left_alone(name: &str, pattern: &str) -> bool {
    (name.starts_with('.') && !pattern.starts_with('.')) || name.starts_with("~$")
}

/// The name with what stands behind its last dot in small letters.
fn lower_ending(name: &str) -> String {
    match name.rsplit_once('.') {
        Some((start, ending)) => format!("{start}.{}", ending.to_lowercase()),
        None => name.to_owned(),
    }
}

impl Pattern {
    /// The pattern written as `text`, with `/` between folders.
    ///
    /// # Errors
    /// Why it cannot be used.
    pub fn new(text: &str) -> Result<Self, Text> {
        let parts = text.split('/').filter(|it| !it.is_empty() && *it != ".");
        Ok(Self {
            parts: parts.map(Part::new).collect::<Result<_, _>>()?,
        })
    }

    /// Its folders and, last, its file.
    #[must_use]
    pub fn parts(&self) -> &[Part] {
        &self.parts
    }

    /// The pattern without its first parts.
    #[must_use]
    pub fn from(&self, skipped: usize) -> Self {
        Self {
            parts: self.parts.iter().skip(skipped).cloned().collect(),
        }
    }

    /// Whether a path fits, relative to the folder of the pattern.
    #[must_use]
    pub fn matches(&self, path: &str) -> bool {
        let names: Vec<&str> = path.split('/').filter(|it| !it.is_empty()).collect();
        fit(&self.parts, &names)
    }
}

fn fit(parts: &[Part], names: &[&str]) -> bool {
    match (parts.split_first(), names.split_first()) {
        (None, None) => true,
        (Some((Part::Folders, [])), Some(_)) => names.iter().all(|it| Part::Folders.fits(it)),
        (Some((Part::Folders, rest)), first) => {
            let deeper =
                first.is_some_and(|(name, names)| Part::Folders.fits(name) && fit(parts, names));
            fit(rest, names) || deeper
        }
        (Some((part, parts)), Some((name, names))) => part.fits(name) && fit(parts, names),
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn fits(pattern: &str, path: &str) -> bool {
        Pattern::new(pattern).expect("a pattern").matches(path)
    }

    #[test]
    fn the_ending_counts_without_regard_to_case_and_the_rest_with_it() {
        assert!(fits("*.csv", "B.CSV") && fits("*.CSV", "b.csv") && fits("*", "b.CSV"));
        assert!(fits("O*.csv", "OKI.csv") && !fits("o*.csv", "OKI.csv"));
    }

    #[test]
    fn hidden_names_and_locks_fit_no_wildcard() {
        for name in [".a.csv", "~$a.csv", ".~lock.a.csv", ".siap-1-0.tmp"] {
            assert!(!fits("*", name), "{name}");
        }
        assert!(fits(".a.csv", ".a.csv") && fits(".*.csv", ".a.csv"));
        assert!(!fits("**/*.csv", ".git/a.csv") && !fits("*/*.csv", ".git/a.csv"));
    }

    #[test]
    fn two_stars_stand_for_any_number_of_folders() {
        for path in ["a.csv", "x/a.csv", "x/y/a.csv"] {
            assert!(fits("**/*.csv", path), "{path}");
        }
        assert!(fits("*/*.csv", "x/a.csv") && !fits("*/*.csv", "x/y/a.csv"));
        assert!(Pattern::new("a**/b").is_err() && Pattern::new("[a").is_err());
    }
}
