//! Frameworks by the names that people give them.

use crate::framework::{self, Framework, library};
use crate::problem::{Checked, Problem};
use crate::text::say;

use super::files::{self, Files};

/// A built-in framework, or one from a file where the name ends in `.toml`.
///
/// # Errors
/// Every problem of the file, or that there is no framework of this name.
pub fn framework(files: &dyn Files, name: &str) -> Checked<Framework> {
    if is_file(name) {
        return framework::load(&files::text(files, name)?, name);
    }
    let file = format!("{name}.toml");
    library::get(name).map_err(|problems| {
        if !files.exists(&file) {
            return problems;
        }
        let meant = |it: Problem| {
            let it = Problem {
                help: Vec::new(),
                ..it
            };
            it.help(say::did_you_mean(&file))
        };
        problems.into_iter().map(meant).collect()
    })
}

/// Whether a framework or crosswalk called so is a file, not a built-in one.
pub(super) fn is_file(name: &str) -> bool {
    name.ends_with(".toml")
}
