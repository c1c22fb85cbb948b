//! What the way to scores needs of the outside.

use std::collections::BTreeMap;
use std::path::{Component, Path};

use crate::problem::{Place, Problem};
use crate::text::{BYTE_ORDER_MARK, say};

use super::pattern::Pattern;

/// Where files come from: the disk in the program, [`Memory`] in tests.
///
/// Names are paths as the user writes them, relative to where the program stands.
pub trait Files {
    /// The bytes of a file; `-` may stand for standard input.
    ///
    /// # Errors
    /// Why it cannot be read, in its place.
    fn read(&self, name: &str) -> Result<Vec<u8>, Vec<Problem>>;

    /// Whether anything stands at the path.
    fn exists(&self, name: &str) -> bool;

    /// Whether the path is a folder.
    fn is_folder(&self, name: &str) -> bool;

    /// Whether two names mean one existing file.
    fn is_same(&self, one: &str, other: &str) -> bool;

    /// Files of `folder` that fit `pattern`, sorted; a plain name stands for itself, there or not.
    ///
    /// # Errors
    /// A pattern that cannot be read, or that no file fits.
    fn matching(&self, folder: &str, pattern: &str) -> Result<Vec<String>, Vec<Problem>>;

    /// Hears that of `all` files of data the one called `name` is read next, the `at`-th (from 1); after
    /// the last one `at` is greater than `all`. Whoever shows how far the work is may listen.
    fn progress(&self, _at: usize, _all: usize, _name: &str) {}
}

/// The text of a UTF-8 file, without a byte order mark.
///
/// # Errors
/// Why it cannot be read, or that it is not UTF-8.
pub fn text(files: &dyn Files, name: &str) -> Result<String, Vec<Problem>> {
    let bytes = files.read(name)?;
    // Written as UTF-16, plain letters have a zero on one side of each.
    let is_wide = matches!(
        &*bytes,
        [0xff, 0xfe, ..] | [0xfe, 0xff, ..] | [0, ..] | [_, 0, ..]
    );
    match String::from_utf8(bytes) {
        Ok(text) if !is_wide => Ok(text.trim_start_matches(BYTE_ORDER_MARK).to_owned()),
        _ => {
            let sentence = if is_wide {
                say::is_utf16()
            } else {
                say::not_utf8()
            };
            let problem = Problem::error(sentence).at(Place::file(name));
            Err(vec![problem.help(say::save_as_utf8())])
        }
    }
}

/// A path below a folder, written with `/` on every system.
#[must_use]
pub fn below(folder: &str, name: &str) -> String {
    let path = Path::new(name);
    // `\data` and `D:data` of Windows begin elsewhere too, though they do not say all of the way.
    let begins_elsewhere =
        path.has_root() || matches!(path.components().next(), Some(Component::Prefix(_)));
    if folder == "." || begins_elsewhere {
        return name.to_owned();
    }
    format!("{}/{name}", slashes(folder).trim_end_matches('/'))
}

/// A path with `/` in place of the separators of Windows; elsewhere `\\` may be part of a name.
#[must_use]
pub fn slashes(path: &str) -> String {
    if cfg!(windows) {
        path.replace('\\', "/")
    } else {
        path.to_owned()
    }
}

/// Files in memory, by name; a folder is what stands before a `/` in one of the names.
#[derive(Debug, Clone, Default)]
pub struct Memory(BTreeMap<String, Vec<u8>>);

impl Memory {
    /// Files with these names and contents.
    pub fn of<N: Into<String>, C: Into<Vec<u8>>>(files: impl IntoIterator<Item = (N, C)>) -> Self {
        let files = files.into_iter();
        Self(files.map(|(name, it)| (name.into(), it.into())).collect())
    }
}

impl Files for Memory {
    fn read(&self, name: &str) -> Result<Vec<u8>, Vec<Problem>> {
        self.0
            .get(name)
            .cloned()
            .ok_or_else(|| vec![Problem::error(say::no_such_file()).at(Place::file(name))])
    }

    fn exists(&self, name: &str) -> bool {
        self.0.contains_key(name) || self.is_folder(name)
    }

    fn is_folder(&self, name: &str) -> bool {
        let start = below(name, "");
        name == "." || self.0.keys().any(|it| it.starts_with(&start))
    }

    fn is_same(&self, one: &str, other: &str) -> bool {
        one == other && self.exists(one)
    }

    fn matching(&self, folder: &str, pattern: &str) -> Result<Vec<String>, Vec<Problem>> {
        let plain = below(folder, pattern);
        if !pattern.contains(['*', '?', '[']) || self.exists(&plain) {
            return Ok(vec![plain]);
        }
        let refused = |sentence| vec![Problem::error(sentence).at(Place::file(&*plain))];
        let pattern = Pattern::new(pattern).map_err(|why| refused(say::bad_pattern(why)))?;
        let start = below(folder, "");
        let fits = |it: &&String| {
            it.strip_prefix(&start)
                .is_some_and(|it| pattern.matches(it))
        };
        let names: Vec<String> = self.0.keys().filter(fits).cloned().collect();
        if names.is_empty() {
            return Err(refused(say::pattern_without_files()));
        }
        Ok(names)
    }
}
