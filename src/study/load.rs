//! From a request to scored data: study, frameworks, rows, projection, overrides, scores.

use std::collections::HashMap;
use std::sync::Arc;

use crate::assess;
use crate::framework::Framework;
use crate::framework::crosswalk::Crosswalk;
use crate::problem::{Place, Problem, Severity};
use crate::region::{Found, Register};
use crate::statement::{Basis, Field, PartyName, Statement, Statements};
use crate::text::{Text, list, say, shown};

use super::crosswalks;
use super::data::{DataFile, FileLine};
use super::file::{self, FILE, Post, Study};
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

/// What a request has beside its data.
pub(super) struct Prepared {
    pub(super) frameworks: Vec<Framework>,
    /// How many of them are of the request; one may follow under which all is shown.
    own: usize,
    crosswalks: Vec<Crosswalk>,
    /// The framework under which the rows of all others are shown.
    onto: Option<usize>,
    warnings: Vec<Problem>,
    files_read: Vec<String>,
}

/// What `check` tells of the data of a request.
#[derive(Debug)]
pub struct Checkup {
    /// What each file holds.
    pub lines: Vec<FileLine>,
    /// Official names of the regions that should send data; `None` where the study does not say.
    pub expected: Option<Vec<Arc<str>>>,
    /// What comes of the data, or every problem.
    pub result: Result<Project, Vec<Problem>>,
}

impl Opened<'_> {
    /// Goes on to the rows and scores them.
    ///
    /// # Errors
    /// Every problem of the first step that fails.
    pub fn load(mut self) -> Result<Project, Vec<Problem>> {
        let prepared = self.prepare()?;
        let files = self.read_data(&prepared.frameworks);
        self.score_good(&prepared, files)
    }

    /// As [`Self::load`], and what each file holds whether or not that succeeds.
    ///
    /// # Errors
    /// Every problem of what the request has beside its data.
    pub fn check(mut self) -> Result<Checkup, Vec<Problem>> {
        let prepared = self.prepare()?;
        let files = self.read_data(&prepared.frameworks);
        let names: Vec<String> = files.iter().map(|it| it.name.clone()).collect();
        let own = &prepared.frameworks[..prepared.own];
        let mut lines: Vec<FileLine> = files.iter().map(|it| self.line(it, own)).collect();
        let expected = self.expected();
        let result = self.score_good(&prepared, files);
        // Later steps find more than reading did.
        let told = match &result {
            Ok(project) => project.warnings(),
            Err(problems) => problems.clone(),
        };
        for (line, name) in lines.iter_mut().zip(names) {
            let mine = told.iter().filter(|it| it.is_in(&name));
            let (errors, warnings): (Vec<_>, Vec<_>) = mine.partition(|it| it.is_error());
            line.errors = line.errors.max(errors.len());
            line.warnings = line.warnings.max(warnings.len());
        }
        Ok(Checkup {
            lines,
            expected,
            result,
        })
    }

    /// Scores all files; of a request that skips bad ones, those without errors.
    pub(super) fn score_good(
        mut self,
        prepared: &Prepared,
        mut files: Vec<DataFile>,
    ) -> Result<Project, Vec<Problem>> {
        if !self.request.skip_bad_files {
            return self.score(prepared, files, &[]);
        }
        // Of two files that do not go together one has the problem, and both are left out.
        let all = files.iter().flat_map(|it| &it.problems);
        let of_two = all.filter(|it| !it.also_in.is_empty());
        let of_two: Vec<Problem> = of_two.cloned().collect();
        let is_bad = |file: &DataFile, problems: &[Problem]| {
            let mut all = file.problems.iter().chain(&of_two).chain(problems);
            all.any(|it| it.is_error() && it.is_in(&file.name))
        };
        let mut skipped: Vec<Skipped> = Vec::new();
        let mut found: Vec<Problem> = Vec::new();
        loop {
            let (bad, good): (Vec<_>, Vec<_>) =
                files.into_iter().partition(|it| is_bad(it, &found));
            if good.is_empty() || bad.is_empty() && found.iter().any(Problem::is_error) {
                let of_files = bad.into_iter().flat_map(|it| it.problems);
                return Err(of_files.chain(found).collect());
            }
            let beside = |it: &DataFile| {
                let others = of_two
                    .iter()
                    .filter(|problem| !it.problems.contains(problem));
                others.chain(&found).cloned().collect::<Vec<_>>()
            };
            skipped.extend(bad.iter().map(|it| Skipped::new(it, &beside(it))));
            files = good;
            match self.score(prepared, files.clone(), &skipped) {
                Ok(project) => return Ok(project),
                Err(problems) => found = problems,
            }
        }
    }

    /// Reads all that the request names beside its data.
    pub(super) fn prepare(&mut self) -> Result<Prepared, Vec<Problem>> {
        let frameworks = self.frameworks_read()?;
        let mut warnings = std::mem::take(&mut self.warnings);
        let mut files_read: Vec<String> = self.data.iter().map(|(name, _)| name.clone()).collect();
        for (_, more, file) in &frameworks {
            warnings.extend(more.iter().cloned());
            files_read.extend(file.clone());
        }
        let mut frameworks: Vec<Framework> = frameworks.into_iter().map(|(it, ..)| it).collect();
        let own = frameworks.len();
        let crosswalks = crosswalks::of_study(self, &mut files_read)?;
        let onto = match &self.request.onto {
            Some(name) => Some(self.onto(name, &mut frameworks, &mut warnings, &mut files_read)?),
            None => None,
        };
        Ok(Prepared {
            frameworks,
            own,
            crosswalks,
            onto,
            warnings,
            files_read,
        })
    }

    /// Scores what was read; `skipped` are the files that were left out.
    fn score(
        &mut self,
        prepared: &Prepared,
        files: Vec<DataFile>,
        skipped: &[Skipped],
    ) -> Result<Project, Vec<Problem>> {
        let register = Register::embedded();
        let mut frameworks = prepared.frameworks.clone();
        let (own, onto) = (prepared.own, prepared.onto);
        let mut files_read = prepared.files_read.clone();
        let mut common = prepared.warnings.clone();
        common.extend(self.check_columns(&frameworks));
        let (statements, more) = self.together(files);
        common.extend(more);
        let (broken, mut common): (Vec<_>, Vec<_>) =
            common.into_iter().partition(Problem::is_error);
        common.extend(skipped_files(skipped));
        let study_file = self.folder.as_ref().map(|folder| below(folder, FILE));
        let study_file = study_file.filter(|it| self.files.exists(it));
        files_read.extend(study_file.clone());
        files_read.extend(self.corrections.as_ref().map(|it| it.name.clone()));
        let owners = match owners(&statements, &frameworks, own) {
            Ok(owners) => owners,
            Err(open) => return Err([broken, open, common].concat()),
        };
        let of_rows = owners.as_deref().unwrap_or_default();
        let written = written(&self.study, &statements);
        let named: Vec<Arc<str>> = written
            .values()
            .map(|it| official(&self.study, register, &written, it))
            .collect();
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
                crosswalks: &prepared.crosswalks,
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
            // Rows that are all left out are no remark beside an error: they are the error.
            let is_cause = |it: &Problem| it.code == "rows_of_other_frameworks";
            let nothing = match common.iter().position(is_cause) {
                Some(at) => {
                    let mut cause = common.remove(at);
                    cause.severity = Severity::Error;
                    cause.help(say::all_of_other_frameworks_help())
                }
                None => Problem::error(say::no_statements()),
            };
            return Err(std::iter::once(nothing).chain(common).collect());
        }
        // Weights and targets of a study name nodes of its own frameworks.
        let overrides = match onto {
            Some(at) if at >= own => &self.study.overrides.general(),
            _ => &self.study.overrides,
        };
        let about = Arc::new(About {
            title: self.study.title.clone(),
            tags: tags(&self.study, register, &written),
            posts: posts(&self.study, register, &written),
            expected: self.expected(),
            skipped: self.paths(skipped),
            spellings: self.study.spellings.clone(),
        });
        let name = study_file.as_deref().unwrap_or_default();
        // What is doubtful in a file that does not say whose it is, is so of a region that is none.
        let nameless = broken.iter().filter(|it| it.code == "form_without_region");
        let nameless: Vec<Place> = nameless.filter_map(|it| it.place.clone()).collect();
        let is_told =
            |it: &Problem| it.is_error() || !nameless.iter().any(|place| it.is_in(&place.file));
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
                    wrong.extend(problems.into_iter().filter(is_told));
                    continue;
                }
            };
            doubts.extend(more.iter().filter(|it| is_told(it)).cloned());
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
        let parts = self.study.data.iter();
        let patterns = parts.flat_map(|it| it.files.iter().cloned()).collect();
        let unmatched = unmatched::of_tags(self, &about.tags, &scored, named);
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
            data: self.folder.clone().map(|folder| (folder, patterns)),
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
        if let Some(at) = frameworks
            .iter()
            .position(|it| it.id().eq_ignore_ascii_case(name))
        {
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

    /// The paths of files relative to the study.
    fn paths(&self, files: &[Skipped]) -> Vec<String> {
        files.iter().map(|it| self.path(&it.name)).collect()
    }

    /// Who should have sent: as the study says, else all regions of the provinces asked for.
    fn expected(&self) -> Option<Vec<Arc<str>>> {
        let register = Register::embedded();
        self.study.expect.clone().or_else(|| {
            let provinces = self.request.expect.iter();
            let of = |it: &String| file::expected(std::slice::from_ref(it), register).0;
            let all: Vec<Arc<str>> = provinces.flat_map(of).collect();
            (!all.is_empty()).then_some(all)
        })
    }

    /// The rows of all files, and what was told of them.
    fn together(&self, files: Vec<DataFile>) -> (Statements, Vec<Problem>) {
        let mut all = Statements::default();
        let mut problems = Vec::new();
        for file in files {
            problems.extend(file.problems);
            if let Some(statements) = file.statements {
                all.append(statements);
            }
        }
        // What could not be read may hold what is missed elsewhere.
        if !problems.iter().any(Problem::is_error) {
            problems.extend(unmatched::of_rows(self, &all));
        }
        if let Some(list) = &self.corrections {
            problems.extend(list.shared(&self.paths_of_data()).1);
            all.append(list.as_input());
        }
        if let Some(folder) = &self.folder {
            all.lie_in(folder);
        }
        // Rows that are to be carried to another framework are sorted out afterwards.
        if self.request.native_only && self.request.onto.is_none() {
            all = all.filtered(|row| row.basis == Basis::Native);
        }
        (all, problems)
    }
}

/// A file that was left out, how many errors it has, and the first of them.
#[derive(Debug, Clone)]
struct Skipped {
    name: String,
    errors: usize,
    first: Text,
}

impl Skipped {
    fn new(file: &DataFile, found: &[Problem]) -> Self {
        let all = file.problems.iter().chain(found);
        let errors: Vec<&Problem> = all
            .filter(|it| it.is_error() && it.is_in(&file.name))
            .collect();
        let here = |it: &&&Problem| it.place.as_ref().is_some_and(|it| it.file == file.name);
        let first = errors.iter().find(here).map(|it| it.message.clone());
        // Of two files that do not go together the other one may be where that is told.
        let elsewhere = || {
            let place = errors.first()?.place.as_ref()?;
            Some(say::not_with_file(&place.file).text)
        };
        let first = first.or_else(elsewhere);
        Self {
            name: file.name.clone(),
            errors: errors.len(),
            first: first.unwrap_or_default(),
        }
    }
}

/// One warning of files that are left out for what reading found.
pub(super) fn skipped(bad: &[DataFile]) -> Option<Problem> {
    let all: Vec<Skipped> = bad.iter().map(|it| Skipped::new(it, &[])).collect();
    skipped_files(&all)
}

/// One warning of all files that were left out.
fn skipped_files(all: &[Skipped]) -> Option<Problem> {
    let first = all.first()?;
    let problem = Problem::warning(say::files_skipped(all.len())).at(Place::file(&*first.name));
    Some(all.iter().fold(problem, |problem, it| {
        problem.help(say::file_skipped(&it.name, it.errors, &it.first))
    }))
}

/// Names of regions as the rows first write them: case, spaces and dots make no new one.
type Written = HashMap<PartyName, Arc<str>>;

/// The names of regions in the rows, where a study names some as well.
fn written(study: &Study, statements: &Statements) -> Written {
    let mut out = Written::new();
    if study.tags.is_empty() && study.informants.is_empty() {
        return out;
    }
    let mut last: Option<&Arc<str>> = None;
    for row in statements.rows() {
        if last.is_none_or(|it| !Arc::ptr_eq(it, &row.region)) {
            let name = out.entry(PartyName::from(&*row.region));
            name.or_insert_with(|| Arc::clone(&row.region));
        }
        last = Some(&row.region);
    }
    out
}

/// The official name of a region that a study names; one that is not in the register as the rows
/// write it, else as it stands.
fn official(study: &Study, register: &Register, written: &Written, name: &str) -> Arc<str> {
    let code = study.spellings.get(&name.to_lowercase());
    match code.and_then(|code| register.by_code_or_name(code)) {
        Some(region) => region.name().into(),
        None => match register.find(name, None) {
            Found::Region(region) => region.name().into(),
            _ => {
                let as_written = written.get(&PartyName::from(name));
                as_written.map_or_else(|| name.into(), Arc::clone)
            }
        },
    }
}

fn tags(study: &Study, register: &Register, written: &Written) -> Tags {
    let names = |regions: &Vec<String>| {
        let names = regions
            .iter()
            .map(|it| official(study, register, written, it));
        names.collect()
    };
    study
        .tags
        .iter()
        .map(|(tag, regions)| (tag.clone(), names(regions)))
        .collect()
}

fn posts(study: &Study, register: &Register, written: &Written) -> Vec<Post> {
    let posts = study.informants.iter().map(|post| Post {
        region: official(study, register, written, &post.region).to_string(),
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
        all.any(|it| it.id().eq_ignore_ascii_case(name))
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

/// For each row the position of its framework: the one it names, else the only one of its `own` that
/// knows its indicator, else the first; `None` where there is only one and every row is its own.
///
/// # Errors
/// Rows that name no framework and whose indicator several know: told once, with their number.
fn owners(
    statements: &Statements,
    frameworks: &[Framework],
    own: usize,
) -> Result<Option<Vec<Option<usize>>>, Vec<Problem>> {
    let rows = statements.rows();
    // Names are few and rows many.
    let mut known: HashMap<&str, Vec<usize>> = HashMap::new();
    let mut open: Vec<&Statement> = Vec::new();
    let mut owners = Vec::with_capacity(rows.len());
    for row in rows {
        owners.push(match &row.framework {
            Some(name) => frameworks
                .iter()
                .position(|it| it.id().eq_ignore_ascii_case(name)),
            None if own == 1 => Some(0),
            None => {
                let knowing = known.entry(&row.indicator).or_insert_with(|| {
                    let knows = |it: &usize| frameworks[*it].find(&row.indicator).is_some();
                    (0..own).filter(knows).collect()
                });
                if knowing.len() > 1 {
                    open.push(row);
                }
                Some(knowing.first().copied().unwrap_or(0))
            }
        });
    }
    if let Some(first) = open.first() {
        let knowing = known.get(&*first.indicator).into_iter().flatten();
        let ids: Vec<&str> = knowing.clone().map(|it| frameworks[*it].id()).collect();
        let file = statements.file(first);
        // Most likely meant is the first that knows most rows of the file.
        let rows_known = |framework: &usize| {
            let of_file = rows.iter().filter(|it| it.framework.is_none());
            let of_file = of_file.filter(|it| statements.file(it) == file);
            let knows = |it: &&Statement| frameworks[*framework].find(&it.indicator).is_some();
            of_file.filter(knows).count()
        };
        let likely = knowing.rev().max_by_key(|it| rows_known(it));
        let likely = likely.map_or(ids[0], |it| frameworks[*it].id());
        let named = list(ids.iter().map(|id| format!("`{id}`")));
        let sentence = say::framework_of_several(&first.indicator, named, open.len());
        let problem = Problem::error(sentence)
            .at(statements.place(first, Field::Indicator))
            .help(say::framework_of_several_help(shown(file), likely))
            .help(say::framework_of_several_row());
        return Err(vec![problem]);
    }
    if frameworks.len() == 1 && owners.iter().all(Option::is_some) {
        return Ok(None);
    }
    Ok(Some(owners))
}
