//! The list of corrections in the folder of a study.

use std::collections::{BTreeMap, HashMap};
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

/// Whether a file of a folder is its list of corrections, in whatever case it is written.
pub(super) fn is_list(folder: &str, name: &str) -> bool {
    let (name, start) = (slashes(name), below(folder, ""));
    let last = name.strip_prefix(&start).unwrap_or(&name).to_lowercase();
    NAMES.contains(&&*last)
}

/// The list in a folder, if there is one, with its warnings.
///
/// # Errors
/// Two lists, and every problem of the one.
pub(super) fn of_folder(
    files: &dyn Files,
    folder: &str,
) -> Result<Option<(List, Vec<Problem>)>, Vec<Problem>> {
    let found = files.matching(folder, "*.csv").unwrap_or_default();
    let mut lists = found.into_iter().filter(|it| is_list(folder, it));
    let Some(name) = lists.next() else {
        return Ok(None);
    };
    if let Some(other) = lists.next() {
        let [one, two] = [&other, &name].map(|it| it.rsplit('/').next().unwrap_or(it).to_owned());
        let problem = Problem::error(say::corrections_two_lists(&*one, two));
        let problem = problem.help(say::corrections_two_lists_help(one));
        return Err(vec![problem.at(Place::file(name))]);
    }
    let bytes = files.read(&name)?;
    let (read, warnings) = corrections::read(&bytes, &name)?;
    Ok(Some((List { name, read }, warnings)))
}

/// What a list asks of each file of data, by the names of the files, and what is wrong with the files it
/// names.
pub(super) type Shared<'d> = (BTreeMap<&'d str, Vec<Wanted>>, Vec<Problem>);

impl List {
    /// Shares the list out among the files of data, given by name with their paths in the study. A file is
    /// meant by its path, else by its name alone where only one is called so.
    pub(super) fn shared<'d>(&self, data: &'d [(&'d str, String)]) -> Shared<'d> {
        let mut paths: HashMap<String, &str> = HashMap::new();
        let mut called: HashMap<String, Vec<(&str, &str)>> = HashMap::new();
        for (name, path) in data {
            let slashed = slashes(path);
            let last = slashed.rsplit('/').next().unwrap_or(&slashed).to_owned();
            called.entry(last).or_default().push((name, path));
            paths.insert(slashed, name);
        }
        let (mut out, mut problems): Shared<'d> = (BTreeMap::new(), Vec::new());
        for wanted in &self.read.all {
            let meant = slashes(&wanted.file);
            let meant = meant.trim_start_matches("./");
            let alike = called.get(meant).map_or(&[][..], Vec::as_slice);
            let found = paths.get(meant).copied().or(match alike {
                [(name, _)] => Some(*name),
                _ => None,
            });
            let at = |problem: Problem| problem.at(wanted.file_at().clone());
            match found {
                Some(name) => out.entry(name).or_default().push(wanted.clone()),
                None if alike.len() > 1 => {
                    let sentence = say::correction_file_of_several(&*wanted.file);
                    let paths = list(alike.iter().map(|(_, path)| path));
                    problems.push(
                        at(Problem::error(sentence)).help(say::correction_files_alike(paths)),
                    );
                }
                None => {
                    let paths = || data.iter().map(|(_, path)| path.as_str());
                    let problem = at(Problem::error(say::correction_no_file(&*wanted.file)));
                    problems.push(problem.help(match suggest(&wanted.file, paths()) {
                        Some(near) => say::did_you_mean(near),
                        None => say::correction_files(list(paths())),
                    }));
                }
            }
        }
        (out, problems)
    }
}
