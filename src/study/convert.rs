//! Data as they were read, with what becomes of each row when all of them are written as one long table.

use std::collections::{HashMap, HashSet};

use foldhash::fast::RandomState;

use crate::assess::{self, RegionRef};
use crate::framework::{Framework, Kind};
use crate::problem::{Problem, finish};
use crate::region::Register;
use crate::statement::{Basis, Left, Setting, Statement, Statements};
use crate::text::say;

use super::data::DataFile;
use super::open::Opened;
use super::scored::Project;

/// Data that are to be written as one long table.
#[derive(Debug)]
pub struct Conversion {
    /// Every row that was read, of all files without errors.
    pub statements: Statements,
    /// What becomes of each row, in their order.
    pub fates: Vec<Fate>,
    /// What the regions of the rows mean, by the address of their settings.
    pub regions: HashMap<*const Setting, RegionRef, RandomState>,
    /// Files of data that were left out for their errors, relative to the study.
    pub skipped: Vec<String>,
    /// What comes of the rows under the frameworks of the request; nothing where it names none.
    pub project: Option<Project>,
    /// What is doubtful.
    pub warnings: Vec<Problem>,
}

/// What becomes of a row.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Fate {
    /// It is written; under which framework of the project (position), if there is one.
    Written(Option<usize>),
    /// It is left out.
    Left(Left),
}

impl Conversion {
    /// The framework that a row is written under.
    #[must_use]
    pub fn framework(&self, row: usize) -> Option<&Framework> {
        match self.fates.get(row)? {
            Fate::Written(Some(at)) => Some(&self.project.as_ref()?.scored.get(*at)?.framework),
            _ => None,
        }
    }

    /// Whether a row answers an item of a questionnaire.
    #[must_use]
    pub fn is_item(&self, row: usize) -> bool {
        let Some(framework) = self.framework(row) else {
            return false;
        };
        let node = framework.find(&self.statements.rows()[row].indicator);
        let indicator = node.and_then(|it| framework.nodes()[it].indicator());
        indicator.is_some_and(|it| it.kind == Kind::Likert)
    }

    /// Whether anything is read otherwise than it was sent.
    #[must_use]
    pub fn has_corrections(&self) -> bool {
        self.statements.corrections().next().is_some()
    }
}

impl Opened<'_> {
    /// Reads the data, and settles what becomes of each row. Under a framework they must score: two
    /// answers that no score could be made of would look like one in a single table.
    ///
    /// # Errors
    /// Every problem of the first step that fails.
    pub fn convert(mut self) -> Result<Conversion, Vec<Problem>> {
        if !self.names_frameworks() {
            return self.convert_alone();
        }
        let native_only = self.request.native_only;
        let folder = self.folder.clone();
        let spellings = self.study.spellings.clone();
        let prepared = self.prepare()?;
        let files = self.read_data(&prepared.frameworks);
        let mut named: Vec<(String, DataFile)> = Vec::new();
        for file in &files {
            named.push((self.path(&file.name), file.clone()));
        }
        let project = self.score_good(&prepared, files)?;
        let skipped = project.about.skipped.clone();
        named.retain(|(path, _)| !skipped.contains(path));
        let mut statements = together(named.into_iter().map(|(_, it)| it));
        if let Some(folder) = &folder {
            statements.lie_in(folder);
        }
        let regions = assess::regions_of(&statements, Register::embedded(), &spellings);
        Ok(Conversion {
            fates: fates(&statements, &project, native_only),
            warnings: project.warnings(),
            regions,
            statements,
            skipped,
            project: Some(project),
        })
    }

    /// As [`Self::convert`], of data that are under no framework: only a long table says by itself which
    /// of its columns are what.
    fn convert_alone(mut self) -> Result<Conversion, Vec<Problem>> {
        let mut warnings = std::mem::take(&mut self.warnings);
        warnings.extend(self.check_columns(&[]));
        let mut files = self.read_data(&[]);
        let is_bad = |it: &DataFile| it.problems.iter().any(Problem::is_error);
        let mut skipped = Vec::new();
        if self.request.skip_bad_files && !files.iter().all(is_bad) {
            let (bad, good): (Vec<_>, Vec<_>) = files.into_iter().partition(is_bad);
            skipped = bad.iter().map(|it| self.path(&it.name)).collect();
            warnings.extend(super::load::skipped(&bad));
            files = good;
        }
        for file in &mut files {
            warnings.append(&mut file.problems);
        }
        let needs_framework = |it: &Problem| it.code == "missing_column";
        for problem in warnings.iter_mut().filter(|it| needs_framework(it)) {
            problem.help.insert(0, say::convert_needs_framework().text);
        }
        let ((), warnings) = finish((), warnings)?;
        let mut statements = together(files.into_iter());
        if let Some(folder) = &self.folder {
            statements.lie_in(folder);
        }
        if statements.rows().is_empty() {
            let nothing = Problem::error(say::no_statements());
            return Err(std::iter::once(nothing).chain(warnings).collect());
        }
        let copied = assess::copied_sources(&statements);
        let fate = |source: usize, basis: Basis| match () {
            () if copied.contains(&source) => Fate::Left(Left::Copy),
            () if self.request.native_only && basis != Basis::Native => {
                Fate::Left(Left::OtherBasis)
            }
            () => Fate::Written(None),
        };
        let rows = statements.rows().iter();
        let fates = rows.map(|row| fate(row.origin().source, row.basis));
        let fates = fates.collect();
        let spellings = &self.study.spellings;
        let regions = assess::regions_of(&statements, Register::embedded(), spellings);
        Ok(Conversion {
            statements,
            fates,
            regions,
            skipped,
            project: None,
            warnings,
        })
    }
}

/// The rows of files behind each other.
fn together(files: impl Iterator<Item = DataFile>) -> Statements {
    let mut all = Statements::default();
    for statements in files.filter_map(|it| it.statements) {
        all.append(statements);
    }
    all
}

/// What becomes of each row: written are those that count, and those that only tell of evidence.
fn fates(statements: &Statements, project: &Project, native_only: bool) -> Vec<Fate> {
    let rows = statements.rows();
    let mut fates: Vec<Fate> = rows
        .iter()
        .map(|row| match native_only && row.basis != Basis::Native {
            true => Fate::Left(Left::OtherBasis),
            false => Fate::Left(Left::OtherFramework),
        })
        .collect();
    for (at, scored) in project.scored.iter().enumerate() {
        let mine = scored.statements.rows();
        let copied: HashSet<usize> = assess::copied_sources(&scored.statements);
        let mut counts = vec![false; mine.len()];
        for assessment in &scored.assessed.assessments {
            for row in assessment.rows.iter().flatten() {
                counts[*row] = true;
            }
        }
        // The rows of a framework stand in the order of all rows.
        let mut all = rows.iter().enumerate();
        for (row, counts) in mine.iter().zip(counts) {
            let origin = row.origin();
            let is_it = |(_, it): &(usize, &Statement)| it.origin() == origin;
            let Some((position, _)) = all.by_ref().find(is_it) else {
                break;
            };
            let tells_of_item = || {
                let node = scored.framework.find(&row.indicator);
                let node = node.map(|it| &scored.framework.nodes()[it]);
                assess::speaks_of_item_alone(row, node.and_then(|it| it.indicator()))
            };
            fates[position] = match () {
                () if copied.contains(&origin.source) => Fate::Left(Left::Copy),
                () if counts || tells_of_item() => Fate::Written(Some(at)),
                () => Fate::Left(Left::Repeat),
            };
        }
    }
    fates
}
