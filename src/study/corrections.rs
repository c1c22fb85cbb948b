//! The list of corrections in the folder of a study.

use std::sync::Arc;

use crate::problem::{Locate, Place, Problem, suggest};
use crate::read::Wanted;
use crate::read::corrections::{self, NAMES};
use crate::statement::{Source, Statements};
use crate::text::{list, say};

use super::files::{Files, below, slashes};

/// The list of corrections of a study.
#[derive(Debug)]
pub(super) struct List {
    /// Its file.
    pub(super) name: String,
    read: corrections::List,
}

/// Places in a list whose rows are no statements: there are none.
#[derive(Debug)]
struct Whole(String);

impl Locate for Whole {
    fn place(&self, _: usize, _: Option<usize>) -> Place {
        Place::file(self.0.as_str())
    }
}

impl List {
    /// Whether nothing was corrected yet.
    pub(super) fn is_empty(&self) -> bool {
        self.read.all.is_empty()
    }

    /// The list as an input that was read and gave no statement of its own.
    pub(super) fn as_input(&self) -> Statements {
        let places = Arc::new(Whole(self.name.clone()));
        let source = Source::new(&*self.name, &*self.read.sha256, places, [].into());
        Statements::of(source, Vec::new())
    }
}

/// The list in a folder, if there is one, with its warnings.
///
/// # Errors
/// Two lists, and every problem of the one.
pub(super) fn of_folder(
    files: &dyn Files,
    folder: &str,
) -> Result<Option<(List, Vec<Problem>)>, Vec<Problem>> {
    let [one, other] = NAMES.map(|it| below(folder, it));
    let name = match (files.exists(&one), files.exists(&other)) {
        (false, false) => return Ok(None),
        (true, true) => {
            let problem = Problem::error(say::corrections_two_lists(NAMES[0], NAMES[1]));
            let problem = problem.help(say::corrections_two_lists_help(NAMES[0]));
            return Err(vec![problem.at(Place::file(other))]);
        }
        (true, false) => one,
        (false, true) => other,
    };
    let bytes = files.read(&name)?;
    let (read, warnings) = corrections::read(&bytes, &name)?;
    Ok(Some((List { name, read }, warnings)))
}

impl List {
    /// What is asked to be corrected in the file that `data` (names with their paths in the study) calls
    /// `name`.
    pub(super) fn of_file(&self, name: &str, data: &[(&str, String)]) -> Vec<Wanted> {
        let mine = |it: &&Wanted| file_of(it, data) == Some(name);
        self.read.all.iter().filter(mine).cloned().collect()
    }

    /// That the list names files which are none of the data.
    pub(super) fn lost(&self, data: &[(&str, String)]) -> Vec<Problem> {
        let lost = self
            .read
            .all
            .iter()
            .filter(|it| file_of(it, data).is_none());
        let paths = || data.iter().map(|(_, path)| path.as_str());
        let told = lost.map(|it| {
            let near = suggest(&it.file, paths());
            let problem = Problem::error(say::correction_no_file(&*it.file));
            problem.at(it.file_at().clone()).help(match near {
                Some(near) => say::did_you_mean(near),
                None => say::correction_files(list(paths())),
            })
        });
        told.collect()
    }
}

/// The file of data that a correction means: by its path in the study, else by its name alone where only
/// one file is called so.
fn file_of<'d>(wanted: &Wanted, data: &[(&'d str, String)]) -> Option<&'d str> {
    let meant = slashes(&wanted.file);
    let meant = meant.trim_start_matches("./");
    let is_path = |(_, path): &&(&str, String)| slashes(path) == meant;
    if let Some((name, _)) = data.iter().find(is_path) {
        return Some(name);
    }
    let is_called = |(_, path): &&(&str, String)| slashes(path).rsplit('/').next() == Some(meant);
    let mut called = data.iter().filter(is_called);
    let (name, _) = called.next()?;
    called.next().is_none().then_some(*name)
}
