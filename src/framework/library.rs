//! What is built in: every file of the folder `frameworks` and of its folders `crosswalks` and
//! `bands`, embedded.

use crate::problem::{Checked, Problem, suggest};
use crate::text::say;

use super::{BandSet, Crosswalk, Framework, bands, crosswalk, load};

mod embedded {
    include!(concat!(env!("OUT_DIR"), "/library.rs"));
}

/// Names of the built-in frameworks, in alphabetical order.
pub fn ids() -> impl Iterator<Item = &'static str> {
    embedded::FILES.iter().map(|(id, _)| *id)
}

/// The TOML text of a built-in framework; capitals in its name do not matter.
#[must_use]
pub fn text(id: &str) -> Option<&'static str> {
    of(embedded::FILES, id).map(|it| it.1)
}

/// What is built in under a name: the name and the text. Ids have small letters alone, and nobody
/// means another one by capitals.
fn of(files: &'static [(&str, &str)], id: &str) -> Option<(&'static str, &'static str)> {
    let mut files = files.iter();
    let found = files.find(|(known, _)| known.eq_ignore_ascii_case(id));
    found.map(|(id, text)| (*id, *text))
}

/// A built-in framework.
///
/// # Errors
/// When there is none of that name, with the nearest name as help.
pub fn get(id: &str) -> Checked<Framework> {
    match of(embedded::FILES, id) {
        Some((id, text)) => load(text, &format!("{id}.toml")),
        None => {
            let begun: Vec<String> = ids()
                .filter(|it| id.len() > 2 && it.starts_with(&id.to_lowercase()))
                .take(4)
                .map(|it| format!("`{it}`"))
                .collect();
            let help = match suggest(id, ids()) {
                Some(near) => say::did_you_mean(near),
                None if !begun.is_empty() => say::did_you_mean_one(crate::text::either(begun)),
                None => say::known_frameworks(),
            };
            Err(vec![Problem::error(say::unknown_framework(id)).help(help)])
        }
    }
}

/// Names of the built-in crosswalks, in alphabetical order.
pub fn crosswalk_ids() -> impl Iterator<Item = &'static str> {
    embedded::CROSSWALKS.iter().map(|(id, _)| *id)
}

/// The TOML text of a built-in crosswalk.
#[must_use]
pub fn crosswalk_text(id: &str) -> Option<&'static str> {
    of(embedded::CROSSWALKS, id).map(|it| it.1)
}

/// A built-in crosswalk.
///
/// # Errors
/// When there is none of that name, with the nearest name as help.
pub fn crosswalk(id: &str) -> Checked<Crosswalk> {
    match of(embedded::CROSSWALKS, id) {
        Some((id, text)) => {
            let find = |name: &str| get(name).map(|(framework, _)| framework);
            crosswalk::load(text, &format!("{id}.toml"), &find)
        }
        None => {
            let help = match suggest(id, crosswalk_ids()) {
                Some(near) => say::did_you_mean(near),
                None => say::known_frameworks(),
            };
            Err(vec![Problem::error(say::unknown_crosswalk(id)).help(help)])
        }
    }
}

/// Names of the built-in sets of bands, in alphabetical order.
pub fn band_set_ids() -> impl Iterator<Item = &'static str> {
    embedded::BANDS.iter().map(|(id, _)| *id)
}

/// A built-in set of bands.
///
/// # Errors
/// When there is none of that name, with the nearest name as help.
pub fn band_set(id: &str) -> Checked<BandSet> {
    match of(embedded::BANDS, id) {
        Some((id, text)) => bands::load(text, &format!("{id}.toml")),
        None => {
            let known = say::known_band_sets(crate::text::list(band_set_ids()));
            let near = suggest(id, band_set_ids()).map(say::did_you_mean);
            let problem = Problem::error(say::unknown_band_set(id)).maybe_help(near);
            Err(vec![problem.help(known)])
        }
    }
}
