//! The frameworks that are built in: every file of the folder `frameworks`, embedded.

use crate::problem::{Checked, Problem, suggest};
use crate::text::say;

use super::{Framework, load};

mod embedded {
    include!(concat!(env!("OUT_DIR"), "/library.rs"));
}

/// Names of the built-in frameworks, in alphabetical order.
pub fn ids() -> impl Iterator<Item = &'static str> {
    embedded::FILES.iter().map(|(id, _)| *id)
}

/// The TOML text of a built-in framework.
#[must_use]
pub fn text(id: &str) -> Option<&'static str> {
    embedded::FILES
        .iter()
        .find(|(known, _)| *known == id)
        .map(|(_, text)| *text)
}

/// A built-in framework.
///
/// # Errors
/// When there is none of that name, with the nearest name as help.
pub fn get(id: &str) -> Checked<Framework> {
    match text(id) {
        Some(text) => load(text, &format!("{id}.toml")),
        None => {
            let help = match suggest(id, ids()) {
                Some(near) => say::did_you_mean(near),
                None => say::known_frameworks(crate::text::list(ids())),
            };
            Err(vec![Problem::error(say::unknown_framework(id)).help(help)])
        }
    }
}
