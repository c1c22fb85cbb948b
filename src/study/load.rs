//! From a request to scored data: study, frameworks, rows, projection, overrides, scores.

use std::collections::BTreeSet;
use std::sync::Arc;

use crate::assess;
use crate::framework::Framework;
use crate::problem::Problem;
use crate::read::{self, Met, ReadOptions};
use crate::region::{Found, Register};
use crate::statement::{Basis, Statement, Statements};
use crate::text::say;

use super::crosswalks;
use super::file::{FILE, Post, Study};
use super::files::{Files, below};
use super::open::{Opened, Request, open};
use super::scored::{About, LeftOut, Project, Scored, Tags};
use super::unmatched;

/// Reads and scores everything that `request` names.
///
/// # Errors
/// Every problem of the first step that fails.
pub fn load(files: &dyn Files, request: &Request) -> Result<Project, Vec<Problem>> {
    open(files, request)?.load()
}

impl Opened<'_> {
    /// Goes on to the rows and scores them.
    ///
    /// # Errors
    /// Every problem of the first step that fails.
    pub fn load(mut self) -> Result<Project, Vec<Problem>> {
        let register = Register::embedded();
        let frameworks = self.frameworks_read()?;
        let mut common = std::mem::take(&mut self.warnings);
        let mut files_read = self.data.clone();
        for (_, more, file) in &frameworks {
            common.extend(more.iter().cloned());
            files_read.extend(file.clone());
        }
        let mut frameworks: Vec<Framework> = frameworks.into_iter().map(|(it, ..)| it).collect();
        let own = frameworks.len();
        let crosswalks = crosswalks::of_study(&self, &mut files_read)?;
        let onto = match &self.request.onto {
            Some(name) => Some(self.onto(name, &mut frameworks, &mut common, &mut files_read)?),
            None => None,
        };
        let (statements, more, broken) = self.rows(&frameworks);
        common.extend(more);
        let study_file = self.folder.as_ref().map(|folder| below(folder, FILE));
        files_read.extend(study_file.clone());
        let written: BTreeSet<&Arc<str>> = statements.rows().iter().map(|it| &it.region).collect();
        let written = written.into_iter();
        let named: Vec<Arc<str>> = written
            .map(|it| official(&self.study, register, it))
            .collect();
        let owners = owners(&statements, &frameworks, own);
        let of_rows = owners.as_deref().unwrap_or_default();
        let known = self.of_study();
        let left_out = left_out(&known, &statements, of_rows, &frameworks, &mut common);
        let mut parts = match owners {
            Some(owners) => statements.split(&owners, frameworks.len()),
            None => vec![statements],
        };
        if let Some(at) = onto {
            let task = crosswalks::Task {
                frameworks: &frameworks,
                onto: at,
                crosswalks: &crosswalks,
                study: &self.study,
                text: &self.text,
                file: study_file.as_deref().unwrap_or_default(),
                native_only: self.request.native_only,
            };
            if !broken.is_empty() {
                return Err([broken, common].concat());
            }
            let (mine, more) = crosswalks::rows(&task, parts)?;
            common.extend(more);
            parts = vec![mine];
            frameworks = vec![frameworks.swap_remove(at)];
        }
        let several = frameworks.len() > 1;
        let mut with_rows = Vec::new();
        for (framework, mine) in frameworks.into_iter().zip(parts) {
            if mine.rows().is_empty() && several {
                let sentence = say::framework_without_rows(framework.id());
                common.push(Problem::warning(sentence));
            } else {
                with_rows.push((framework, mine));
            }
        }
        if with_rows.iter().all(|(_, mine)| mine.rows().is_empty()) {
            if !broken.is_empty() {
                return Err([broken, common].concat());
            }
            let nothing = Problem::error(say::no_statements());
            return Err(std::iter::once(nothing).chain(common).collect());
        }
        // Weights and targets of a study name nodes of its own frameworks.
        let overrides = match onto {
            Some(at) if at >= own => &self.study.overrides.general(),
            _ => &self.study.overrides,
        };
        let about = Arc::new(About {
            title: self.study.title.clone(),
            tags: tags(&self.study, register),
            posts: posts(&self.study, register),
            expected: self.study.expect.clone(),
        });
        let name = study_file.as_deref().unwrap_or_default();
        let mut scored = Vec::new();
        let (mut wrong, mut doubts) = (broken, Vec::new());
        for (framework, statements) in with_rows {
            let mut warnings = common.clone();
            let ((method, targets), more) =
                overrides.apply(&framework, &known, &self.text, name)?;
            warnings.extend(more);
            let spellings = &self.study.spellings;
            let found = assess::assess(&framework, &statements, register, spellings, &method);
            let (assessed, more) = match found {
                Ok(found) => found,
                Err(problems) => {
                    wrong.extend(problems);
                    continue;
                }
            };
            doubts.extend(more.iter().cloned());
            warnings.extend(more);
            scored.push(Scored {
                framework,
                method,
                targets,
                statements,
                assessed,
                warnings,
                about: Arc::clone(&about),
            });
        }
        if !wrong.is_empty() {
            return Err([wrong, doubts, common].concat());
        }
        let unmatched = unmatched::of_tags(&self, &about.tags, &scored, named);
        let common = common.len();
        for it in &mut scored {
            it.warnings
                .splice(common..common, unmatched.iter().cloned());
        }
        let common = common + unmatched.len();
        Ok(Project {
            about,
            language: self.study.language,
            scored,
            left_out,
            files: files_read,
            data: self.folder.map(|folder| (folder, self.study.data)),
            common,
        })
    }

    /// The position of the framework under which all rows are to be shown; added if it is not
    /// there.
    fn onto(
        &self,
        name: &str,
        frameworks: &mut Vec<Framework>,
        warnings: &mut Vec<Problem>,
        files_read: &mut Vec<String>,
    ) -> Result<usize, Vec<Problem>> {
        if let Some(at) = frameworks.iter().position(|it| it.id() == name) {
            return Ok(at);
        }
        let (framework, more, file) = self.asked_for(name)?;
        files_read.extend(file);
        if let Some(at) = frameworks.iter().position(|it| it.id() == framework.id()) {
            return Ok(at);
        }
        frameworks.push(framework);
        warnings.extend(more);
        Ok(frameworks.len() - 1)
    }

    /// The rows of all files of data as far as they can be read, with warnings and with what is wrong: a
    /// later step may find more in the rest, and people want to hear all at once.
    fn rows(&self, frameworks: &[Framework]) -> (Statements, Vec<Problem>, Vec<Problem>) {
        let study = &self.study;
        let options = ReadOptions {
            decimal: self.request.decimal.or(study.decimal),
            missing: study.missing.clone(),
            columns: study.columns.clone(),
            indicators: frameworks.iter().flat_map(Framework::node_names).collect(),
            met: Met::default(),
        };
        let mut all = Statements::default();
        let mut problems = Vec::new();
        for name in &self.data {
            let found = self.files.read(name);
            match found.and_then(|bytes| read::read_what_can_be(bytes, name, &options)) {
                Ok((statements, more)) => {
                    all.append(statements);
                    problems.extend(more);
                }
                Err(more) => problems.extend(more),
            }
        }
        // What could not be read may hold what is missed elsewhere.
        if !problems.iter().any(Problem::is_error) {
            problems.extend(unmatched::of_rows(self, &options.met.headers(), &all));
        }
        let (broken, warnings) = problems.into_iter().partition(Problem::is_error);
        if let Some(folder) = &self.folder {
            all.lie_in(folder);
        }
        if let Some(wave) = &study.wave {
            all.default_wave(wave);
        }
        // Rows that are to be carried to another framework are sorted out afterwards.
        if self.request.native_only && self.request.onto.is_none() {
            all = all.filtered(|row| row.basis == Basis::Native);
        }
        (all, warnings, broken)
    }
}

/// The official name of a region that a study names; one that is not in the register as it stands.
fn official(study: &Study, register: &Register, name: &str) -> Arc<str> {
    let code = study.spellings.get(&name.to_lowercase());
    match code.and_then(|code| register.by_code(code)) {
        Some(region) => region.name().into(),
        None => match register.find(name, None) {
            Found::Region(region) => region.name().into(),
            _ => name.into(),
        },
    }
}

fn tags(study: &Study, register: &Register) -> Tags {
    let names = |regions: &Vec<String>| {
        let names = regions.iter().map(|it| official(study, register, it));
        names.collect()
    };
    study
        .tags
        .iter()
        .map(|(tag, regions)| (tag.clone(), names(regions)))
        .collect()
}

fn posts(study: &Study, register: &Register) -> Vec<Post> {
    let posts = study.informants.iter().map(|post| Post {
        region: official(study, register, &post.region).to_string(),
        ..post.clone()
    });
    posts.collect()
}

/// The rows that no framework owns; a warning of those that name none of the study's either joins
/// `warnings`.
fn left_out(
    of_study: &[&Framework],
    statements: &Statements,
    owners: &[Option<usize>],
    frameworks: &[Framework],
    warnings: &mut Vec<Problem>,
) -> LeftOut {
    let is_declared = |name: &str| {
        let mut all = frameworks.iter().chain(of_study.iter().copied());
        all.any(|it| it.id() == name)
    };
    let names = || {
        let rows = statements.rows().iter().zip(owners);
        rows.filter(|(_, owner)| owner.is_none())
            .filter_map(|(row, _)| row.framework.as_ref())
    };
    let warning = LeftOut::new(names().filter(|it| !is_declared(it))).warning();
    let has_warning = warning.is_some();
    warnings.extend(warning);
    LeftOut {
        has_warning,
        ..LeftOut::new(names())
    }
}

/// For each row the position of its framework: the one it names, else the first of its `own` that
/// knows its indicator, else the first; `None` where there is only one and every row is its own.
fn owners(
    statements: &Statements,
    frameworks: &[Framework],
    own: usize,
) -> Option<Vec<Option<usize>>> {
    let knows = |row: &Statement| {
        frameworks[..own]
            .iter()
            .position(|framework| framework.find(&row.indicator).is_some())
    };
    let owner = |row: &Statement| match &row.framework {
        Some(name) => frameworks.iter().position(|it| it.id() == &**name),
        None if own == 1 => Some(0),
        None => Some(knows(row).unwrap_or(0)),
    };
    let rows = statements.rows();
    if frameworks.len() == 1 && rows.iter().all(|row| owner(row).is_some()) {
        return None;
    }
    Some(rows.iter().map(owner).collect())
}
