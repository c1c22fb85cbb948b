//! What comes of a request: scored data, framework by framework.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use crate::assess::{self, Assessed, Spellings};
use crate::compare::{self, Choice, Comparison};
use crate::framework::{Framework, Method, Target};
use crate::problem::Problem;
use crate::region::Register;
use crate::statement::{Statement, Statements};
use crate::text::{Lang, Text, list, say};

use super::file::Post;

/// Programme → official names of the regions that belong to it; labels and filters, never scores.
pub type Tags = BTreeMap<String, BTreeSet<Arc<str>>>;

/// What a study says beside its data.
#[derive(Debug, Default)]
pub struct About {
    /// What the study is called.
    pub title: Option<Text>,
    /// Programmes.
    pub tags: Tags,
    /// Planned posts, with the official names of their regions.
    pub posts: Vec<Post>,
    /// Spellings of regions that the study explains.
    pub spellings: Spellings,
    /// Official names of the regions that should send data; `None` where the study does not say.
    pub expected: Option<Vec<Arc<str>>>,
    /// Files of data that were left out for their errors, relative to the study.
    pub skipped: Vec<String>,
}

/// One framework with its rows and scores.
#[derive(Debug)]
pub struct Scored {
    /// The framework.
    pub framework: Framework,
    /// The choices behind the scores.
    pub method: Method,
    /// Targets of framework and study.
    pub targets: Vec<Target>,
    /// The rows.
    pub statements: Statements,
    /// The scores.
    pub assessed: Assessed,
    /// Warnings of reading and of this framework's scoring.
    pub warnings: Vec<Problem>,
    /// The study, shared by all its frameworks.
    pub about: Arc<About>,
}

/// All that a request names, read and scored.
#[derive(Debug)]
pub struct Project {
    /// What the study says beside its data.
    pub about: Arc<About>,
    /// Language that the study asks for.
    pub language: Option<Lang>,
    /// The frameworks that have rows, in the order of the study; at least one.
    pub scored: Vec<Scored>,
    /// The rows that none of the loaded frameworks scores.
    pub left_out: LeftOut,
    /// Every file that was read.
    pub files: Vec<String>,
    /// Folder of the study and the patterns of its data.
    pub data: Option<(String, Vec<String>)>,
    /// How many of the warnings of each framework come from reading, the same for all.
    pub(super) common: usize,
}

/// Rows that none of the loaded frameworks scores.
#[derive(Debug, Default)]
pub struct LeftOut {
    /// How many.
    pub rows: usize,
    /// Ids of the frameworks that they name, in the order of the alphabet.
    pub frameworks: BTreeSet<Arc<str>>,
    /// Whether a warning of reading tells of them: not where all are of frameworks of the study,
    /// which the request leaves aside on purpose.
    pub has_warning: bool,
}

impl LeftOut {
    /// The rows that name `frameworks`, one entry for each row.
    pub(super) fn new<'a>(frameworks: impl Iterator<Item = &'a Arc<str>>) -> Self {
        let mut out = Self::default();
        for framework in frameworks {
            out.rows += 1;
            out.frameworks.insert(Arc::clone(framework));
        }
        out
    }

    /// Says which rows these are; nothing where there are none.
    #[must_use]
    pub fn warning(&self) -> Option<Problem> {
        let frameworks = list(&self.frameworks);
        let sentence = || say::rows_of_other_frameworks(self.rows, frameworks);
        (self.rows > 0).then(|| Problem::warning(sentence()))
    }
}

impl About {
    /// What the study is called.
    #[must_use]
    pub fn title(&self, lang: Lang) -> Option<&str> {
        self.title.as_ref().map(|it| it.get(lang))
    }

    /// The expected regions of which `has_sent` does not hold.
    pub fn not_sent(&self, has_sent: impl Fn(&str) -> bool) -> Vec<&str> {
        let expected = self.expected.iter().flatten();
        expected
            .map(|it| &**it)
            .filter(|it| !has_sent(it))
            .collect()
    }

    /// The programmes that a region belongs to.
    #[must_use]
    pub fn tags_of(&self, region: &str) -> Vec<&str> {
        self.tags
            .iter()
            .filter(|(_, regions)| regions.contains(region))
            .map(|(tag, _)| tag.as_str())
            .collect()
    }
}

impl Scored {
    /// Name of the study, else of the framework.
    #[must_use]
    pub fn title(&self, lang: Lang) -> &str {
        let title = self.about.title(lang);
        title.unwrap_or_else(|| self.framework.title().get(lang))
    }

    /// Only the rows that `keep` accepts, scored by themselves.
    ///
    /// # Errors
    /// As scoring.
    pub fn of_rows(&self, keep: impl FnMut(&Statement) -> bool) -> Result<Self, Vec<Problem>> {
        let statements = self.statements.clone().filtered(keep);
        let spellings = &self.about.spellings;
        let register = Register::embedded();
        let (framework, method) = (&self.framework, &self.method);
        let (assessed, _) = assess::assess(framework, &statements, register, spellings, method)?;
        Ok(Self {
            framework: framework.clone(),
            method: method.clone(),
            targets: self.targets.clone(),
            statements,
            assessed,
            // What is doubtful of them was told of all rows.
            warnings: Vec::new(),
            about: Arc::clone(&self.about),
        })
    }

    /// The comparison that `choice` asks for.
    #[must_use]
    pub fn compare(&self, choice: &Choice) -> Comparison {
        let (method, targets) = (&self.method, &self.targets);
        compare::compare(
            &self.framework,
            &self.statements,
            &self.assessed,
            method,
            targets,
            choice,
        )
    }
}

impl Project {
    /// Whether anything is read otherwise than it was sent.
    #[must_use]
    pub fn has_corrections(&self) -> bool {
        let mut all = self.scored.iter().map(|it| &it.statements);
        all.any(|it| it.corrections().next().is_some())
    }

    /// The frameworks in the order of the study.
    #[must_use]
    pub fn frameworks(&self) -> Vec<&Framework> {
        self.scored.iter().map(|it| &it.framework).collect()
    }

    /// Adds a warning of rows that the request leaves aside, where none tells of them: for what needs
    /// all rows of a study, such as a trend over its waves.
    pub fn warn_of_rows_left_out(&mut self) {
        if self.left_out.has_warning {
            return;
        }
        let warning = self.left_out.warning();
        for it in &mut self.scored {
            it.warnings.extend(warning.clone());
        }
    }

    /// All warnings: those of reading once, then those of each framework.
    #[must_use]
    pub fn warnings(&self) -> Vec<Problem> {
        let all = self.scored.iter().enumerate();
        all.flat_map(|(at, it)| &it.warnings[if at == 0 { 0 } else { self.common }..])
            .cloned()
            .collect()
    }
}
