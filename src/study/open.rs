//! What a request names: the study, its frameworks, the files of data.

use std::collections::BTreeMap;

use crate::framework::{Framework, library};
use crate::problem::{Checked, Place, Problem};
use crate::read::{self, Decimal};
use crate::region::Register;
use crate::text::{Lang, label, list, say};

use super::corrections::{self, List};
use super::file::{self, DataPart, FILE, NOT_READ, Study, TABLES};
use super::files::{self, Files, below};
use super::frameworks::{framework, is_file};

/// What a caller asks to be read and scored.
#[derive(Debug, Clone, Default)]
pub struct Request {
    /// One study (its folder or its `study.toml`) and files or patterns of data; none: the study
    /// where the program stands.
    pub inputs: Vec<String>,
    /// Id or file of the framework to score under, in place of those of the study.
    pub framework: Option<String>,
    /// Id or file of the framework under which the rows of all others are shown.
    pub onto: Option<String>,
    /// Only rows whose basis is native.
    pub native_only: bool,
    /// Decimal sign of the data, in place of the study's.
    pub decimal: Option<Decimal>,
    /// Headers of the data → ours, before those of the study.
    pub columns: Vec<(String, String)>,
    /// Codes that mean missing, besides those of the study.
    pub missing: Vec<String>,
    /// Whether files with errors are left out and told, in place of failing.
    pub skip_bad_files: bool,
    /// Provinces whose regions should all have sent, where the study does not say who should.
    pub expect: Vec<String>,
    /// Header of a column of the data that is looked up in them afterwards: not told as unread.
    pub by: Option<String>,
    /// Whether the data are read as they were sent, without the corrections of the study.
    pub as_sent: bool,
}

/// What a request names, with the study file and the frameworks of the study read, the data not.
pub struct Opened<'a> {
    pub(super) files: &'a dyn Files,
    pub(super) request: &'a Request,
    /// Folder of the study, if there is one.
    pub(super) folder: Option<String>,
    /// The study; without one all is as in an empty file.
    pub(super) study: Study,
    /// Text of the study file.
    pub(super) text: String,
    /// Files of data, each with the part of the study file that names it, if one does.
    pub(super) data: Vec<(String, Option<usize>)>,
    /// What is read otherwise than it was sent.
    pub(super) corrections: Option<List>,
    pub(super) warnings: Vec<Problem>,
    /// Name (an id, or a path) of each framework of the study, and what came of reading it. One
    /// that does not load is told of only when it is asked for.
    pub(super) own: Vec<(String, Checked<Framework>)>,
    /// For files of data whose framework was found out from what is in them: its id.
    pub(super) owners: BTreeMap<String, String>,
}

/// A framework with its warnings and the file it was read from, if it was.
pub(super) type Read = (Framework, Vec<Problem>, Option<String>);

/// Reads the study that `request` names, if it names one, and finds the files of data.
///
/// # Errors
/// Nothing to read, two studies, every problem of the study file, a pattern that no file fits.
pub fn open<'a>(files: &'a dyn Files, request: &'a Request) -> Result<Opened<'a>, Vec<Problem>> {
    let mut named = request.inputs.clone();
    if named.is_empty() && files.exists(FILE) {
        named.push(".".to_owned());
    }
    if named.is_empty() {
        let problem = Problem::misuse(say::nothing_to_read());
        return Err(vec![problem.help(say::nothing_to_read_help())]);
    }
    let mut out = Opened {
        files,
        request,
        folder: None,
        study: Study::default(),
        text: String::new(),
        data: Vec::new(),
        corrections: None,
        warnings: Vec::new(),
        own: Vec::new(),
        owners: BTreeMap::new(),
    };
    let mut extra = Vec::new();
    for name in named {
        match folder_of(files, &name) {
            Some(folder) => out.open_study(folder)?,
            // A shell that leaves patterns to the program (Windows) is served as well.
            None => extra.extend(files.matching(".", &name)?),
        }
    }
    for name in extra {
        out.add(name);
    }
    Ok(out)
}

/// Whether it is the file of messages that goes with the workbooks of offices.
fn is_reminder(name: &str) -> bool {
    let file = name.rsplit(['/', '\\']).next().unwrap_or(name);
    let stem = file.strip_suffix(".txt");
    [Lang::Id, Lang::En]
        .iter()
        .any(|it| stem == Some(label::reminders_file(*it)))
}

/// Whether nothing is wrong but that no file fits a pattern.
fn is_unmet(problems: &[Problem]) -> bool {
    problems.iter().all(|it| it.code == "pattern_without_files")
}

/// The folder of the study that `name` means, if it means one.
fn folder_of(files: &dyn Files, name: &str) -> Option<String> {
    let plain = name.replace('\\', "/");
    let folder = match plain.rsplit_once('/') {
        _ if files.is_folder(name) => name.trim_end_matches(['/', '\\']).to_owned(),
        // A study file that is not there is missing; its folder was not what was named.
        Some((folder, FILE)) if files.exists(&plain) => folder.to_owned(),
        None if name == FILE => ".".to_owned(),
        _ => return None,
    };
    Some(if folder.is_empty() {
        "/".to_owned()
    } else {
        folder
    })
}

impl Opened<'_> {
    /// Language that the study asks for.
    #[must_use]
    pub fn language(&self) -> Option<Lang> {
        self.study.language
    }

    /// What a framework of the study is called where the study is not named: by its file, else by its id.
    #[must_use]
    pub fn name_of(&self, framework: &Framework) -> String {
        let is_it = |loaded: &Checked<Framework>| {
            let loaded = loaded.as_ref().ok();
            loaded.is_some_and(|(it, _)| it.sha256() == framework.sha256())
        };
        let own = self
            .own
            .iter()
            .find(|(name, loaded)| is_file(name) && is_it(loaded));
        own.map_or_else(|| framework.id().to_owned(), |(name, _)| name.clone())
    }

    /// The study file that says what is read, if there is one.
    #[must_use]
    pub fn study_file(&self) -> Option<String> {
        let file = below(self.folder.as_ref()?, FILE);
        self.files.exists(&file).then_some(file)
    }

    /// Whether anything is asked to be read otherwise than it was sent.
    #[must_use]
    pub fn has_corrections(&self) -> bool {
        self.corrections.as_ref().is_some_and(|it| !it.is_empty())
    }

    /// The frameworks to score under: the one asked for, else those of the study.
    ///
    /// # Errors
    /// That none is named, that one stands twice, every problem of the first that cannot be used.
    pub fn frameworks(&self) -> Result<Vec<Framework>, Vec<Problem>> {
        let all = self.frameworks_read()?;
        Ok(all.into_iter().map(|(framework, ..)| framework).collect())
    }

    /// Takes a folder without a study file for the tables in it.
    fn open_folder(&mut self, folder: String) -> Result<(), Vec<Problem>> {
        let patterns = TABLES;
        self.open_corrections(&folder)?;
        let mut refused = Vec::new();
        for pattern in patterns {
            match self.files.matching(&folder, pattern) {
                Ok(names) => {
                    let data = names
                        .into_iter()
                        .filter(|it| !corrections::is_list(&folder, it));
                    let data: Vec<String> = data.collect();
                    data.into_iter().for_each(|name| self.add(name));
                }
                // That no file fits one of them is no fault.
                Err(problems) => refused.extend(
                    problems
                        .into_iter()
                        .filter(|it| it.code != "pattern_without_files"),
                ),
            }
        }
        if !refused.is_empty() {
            return Err(refused);
        }
        let archives = self.files.matching(&folder, "*.zip").unwrap_or_default();
        let is_read = |name: &String| {
            let bytes = self.files.read(name).unwrap_or_default();
            read::is_archive_of_tables(&bytes, name)
        };
        let (packed, mut left): (Vec<String>, Vec<String>) =
            archives.into_iter().partition(is_read);
        packed.into_iter().for_each(|name| self.add(name));
        let others = NOT_READ.iter();
        let others = others.flat_map(|it| self.files.matching(&folder, it).unwrap_or_default());
        left.extend(others.filter(|it| !is_reminder(it)));
        if !left.is_empty() && !self.data.is_empty() {
            let sentence = say::files_not_read(left.len(), list(&left));
            let problem = Problem::warning(sentence).at(Place::file(folder.as_str()));
            let is_packed =
                |it: &String| [".zip", ".rar", ".7z"].iter().any(|end| it.ends_with(end));
            self.warnings
                .push(problem.help(match left.iter().any(is_packed) {
                    true => say::archive_unpack(),
                    false => say::save_as_csv(),
                }));
        }
        if self.data.is_empty() {
            let problem = Problem::error(say::folder_without_study());
            let problem = problem.at(Place::file(folder.as_str()));
            return Err(vec![problem.help(say::folder_without_study_help())]);
        }
        self.study.data = vec![DataPart {
            files: patterns.map(str::to_owned).into(),
            ..DataPart::default()
        }];
        self.folder.get_or_insert(folder);
        Ok(())
    }

    fn open_study(&mut self, folder: String) -> Result<(), Vec<Problem>> {
        let file = below(&folder, FILE);
        if !self.files.exists(&file) {
            return self.open_folder(folder);
        }
        if let Some(first) = &self.folder {
            return Err(vec![Problem::error(say::two_studies(first, &folder))]);
        }
        self.text = files::text(self.files, &file)?;
        (self.study, self.warnings) = file::load(&self.text, &file, Register::embedded())?;
        self.open_corrections(&folder)?;
        let parts = self.study.data.clone();
        // What a part says of a file by its name counts before what another says by a pattern.
        let mut by_name: Vec<String> = Vec::new();
        let mut twice = Vec::new();
        for (at, part) in parts.iter().enumerate() {
            let mut unmet = Vec::new();
            for pattern in &part.files {
                let is_name = !pattern.contains(['*', '?', '[']);
                let found = match self.files.matching(&folder, pattern) {
                    Ok(names) => names,
                    Err(problems) if part.is_usual && is_unmet(&problems) => {
                        unmet.push(problems);
                        continue;
                    }
                    Err(problems) => return Err(problems),
                };
                for name in found {
                    if corrections::is_list(&folder, &name) {
                        continue;
                    }
                    let Some(known) = self.position(&name) else {
                        by_name.extend(is_name.then(|| name.clone()));
                        self.data.push((name, Some(at)));
                        continue;
                    };
                    let other = self.data[known].1.and_then(|it| parts.get(it));
                    let says_same = other.is_some_and(|it| {
                        (&it.defaults, it.decimal) == (&part.defaults, part.decimal)
                    });
                    let was_name = by_name.contains(&self.data[known].0);
                    match (is_name, was_name) {
                        _ if says_same => {}
                        (true, false) => {
                            self.data[known].1 = Some(at);
                            by_name.push(name);
                        }
                        (false, true) => {}
                        _ => twice.push(name),
                    }
                }
            }
            if unmet.len() == part.files.len() && !unmet.is_empty() {
                return Err(unmet.swap_remove(0));
            }
        }
        if !twice.is_empty() {
            let problem = Problem::error(say::file_in_two_parts(list(&twice)));
            let problem = problem.help(say::file_in_two_parts_help());
            return Err(vec![problem.at(Place::file(&*file))]);
        }
        let own = self.study.frameworks.iter().map(|name| {
            if is_file(name) {
                let file = below(&folder, name);
                let loaded = framework(self.files, &file);
                (file, loaded)
            } else {
                (name.clone(), library::get(name))
            }
        });
        self.own = own.collect();
        self.folder = Some(folder);
        Ok(())
    }

    /// Reads the corrections in a folder, unless the data are wanted as they were sent. Two folders may
    /// be given together, of which one alone may have corrections.
    fn open_corrections(&mut self, folder: &str) -> Result<(), Vec<Problem>> {
        if self.request.as_sent {
            return Ok(());
        }
        if let Some((found, warnings)) = corrections::of_folder(self.files, folder)? {
            if let Some(first) = &self.corrections {
                let sentence = say::corrections_two_lists(&*first.name, &*found.name);
                let problem = Problem::error(sentence).at(Place::file(&*found.name));
                return Err(vec![
                    problem.help(say::corrections_two_lists_help(&*first.name)),
                ]);
            }
            self.warnings.extend(warnings);
            self.corrections = Some(found);
        }
        Ok(())
    }

    /// Adds a file of data: one named twice, or named and found by the study, is one file.
    fn add(&mut self, name: String) {
        if self.position(&name).is_none() {
            self.data.push((name, None));
        }
    }

    /// The position of a file among those of data.
    fn position(&self, name: &str) -> Option<usize> {
        let same = |it: &(String, Option<usize>)| it.0 == name || self.files.is_same(&it.0, name);
        self.data.iter().position(same)
    }

    /// As [`Opened::frameworks`], with warnings and files.
    pub(super) fn frameworks_read(&self) -> Result<Vec<Read>, Vec<Problem>> {
        if let Some(name) = &self.request.framework {
            return Ok(vec![self.asked_for(name)?]);
        }
        if self.own.is_empty() {
            let problem = match self.study_file() {
                Some(file) => Problem::error(say::study_names_no_framework())
                    .at(Place::file(file))
                    .help(say::study_names_no_framework_help()),
                None => {
                    // A file that is not there is the nearer mistake.
                    for (name, _) in self.data.iter().filter(|it| it.0 != "-") {
                        if !self.files.exists(name) {
                            self.files.read(name)?;
                        }
                    }
                    Problem::misuse(say::no_framework_named())
                }
            };
            return Err(vec![problem]);
        }
        let mut all: Vec<Read> = Vec::new();
        for (name, loaded) in &self.own {
            let (framework, warnings) = loaded.clone()?;
            let twice =
                |it: &Read| it.0.id() == framework.id() && it.0.version() == framework.version();
            if all.iter().any(twice) {
                let sentence = say::same_framework_twice(framework.id());
                return Err(vec![Problem::error(sentence)]);
            }
            all.push((framework, warnings, is_file(name).then(|| name.clone())));
        }
        Ok(all)
    }

    /// The framework called `name` by the user: one of the study by its id, a built-in one, or a
    /// file.
    pub(super) fn asked_for(&self, name: &str) -> Result<Read, Vec<Problem>> {
        if !is_file(name) && library::text(name).is_none() {
            for (file, loaded) in self.own.iter().filter(|(it, _)| is_file(it)) {
                let (framework, warnings) = loaded.clone()?;
                if framework.id().eq_ignore_ascii_case(name) {
                    return Ok((framework, warnings, Some(file.clone())));
                }
            }
        }
        let (framework, warnings) = self.named(name)?;
        Ok((framework, warnings, is_file(name).then(|| name.to_owned())))
    }

    /// The framework called `name`, which is not read again if it is one of the study's.
    pub(super) fn named(&self, name: &str) -> Checked<Framework> {
        match self.own.iter().find(|(it, _)| it == name) {
            Some((_, loaded)) if loaded.is_ok() || is_file(name) => loaded.clone(),
            _ => framework(self.files, name),
        }
    }

    /// Every framework that the study names, whichever is asked for: rows, weights and targets may
    /// belong to any of them.
    pub(super) fn of_study(&self) -> Vec<&Framework> {
        let loaded = self.own.iter().filter_map(|(_, it)| it.as_ref().ok());
        loaded.map(|(framework, _)| framework).collect()
    }
}
