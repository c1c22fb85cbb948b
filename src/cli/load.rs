//! From arguments to scored data: study, framework, rows, assessment.

use std::mem::ManuallyDrop;
use std::sync::Arc;

use siap::assess::{self, Assessed};
use siap::compare::{self, Choice, Comparison};
use siap::framework::{Framework, Method, Target};
use siap::problem::Problem;
use siap::region::{Found, Register};
use siap::statement::{Statement, Statements};
use siap::study::{self, Study};
use siap::text::{Lang, list, say};
use siap::view::posts::Planned;
use siap::view::shown::{Shown, Tags};

use super::args::{BasisChoice, Data};
use super::error::Refused;
use super::output::Context;
use super::{files, inputs, project};

/// One framework with its rows and scores.
pub(super) struct Scored {
    pub(super) framework: Framework,
    pub(super) method: Method,
    pub(super) targets: Vec<Target>,
    /// Left to the system at the end of the program, which is quicker than row by row.
    pub(super) statements: ManuallyDrop<Statements>,
    pub(super) assessed: ManuallyDrop<Assessed>,
    /// Warnings of reading and of this framework's scoring.
    pub(super) warnings: Vec<Problem>,
    /// The frameworks of rows that none of the loaded frameworks scores, one entry for each row.
    pub(super) left_out: Vec<Arc<str>>,
}

/// All that the arguments name.
pub(super) struct Loaded {
    pub(super) context: Context,
    pub(super) title: Option<String>,
    pub(super) tags: Tags,
    pub(super) posts: Vec<Planned>,
    pub(super) scored: Vec<Scored>,
    /// How many of the warnings of each framework come from reading, the same for all.
    common: usize,
    /// Every file that was read.
    inputs: Vec<String>,
    /// Folder of the study and the patterns of its data.
    data: Option<(String, Vec<String>)>,
}

/// Reads and scores everything that `data` names.
///
/// # Errors
/// Every problem of the first step that fails.
pub(super) fn load(data: &Data, context: Context) -> Result<Loaded, Refused> {
    let register = Register::embedded();
    let mut inputs = inputs::inputs(data, register)?;
    let none = Study::default();
    let study = inputs.study.as_ref().map_or(&none, |(_, study)| study);
    let context = context.with_study(study.language);
    let frameworks = inputs::frameworks(data, &inputs)?;
    let mut common = std::mem::take(&mut inputs.warnings);
    let mut files_read = inputs.files.clone();
    for (_, more, file) in &frameworks {
        common.extend(more.iter().cloned());
        files_read.extend(file.clone());
    }
    let mut frameworks: Vec<Framework> = frameworks.into_iter().map(|(it, ..)| it).collect();
    let own = frameworks.len();
    let crosswalks = project::of_study(inputs.study.as_ref(), &mut files_read)?;
    let onto = match &data.onto {
        Some(name) => Some(inputs::onto(
            name,
            &inputs,
            &mut frameworks,
            &mut common,
            &mut files_read,
        )?),
        None => None,
    };
    let (statements, more) = inputs::rows(data, study, &inputs.files, &frameworks)?;
    common.extend(more);
    let study_file = inputs
        .study
        .as_ref()
        .map(|(folder, _)| files::below(folder, study::FILE));
    files_read.extend(study_file.clone());
    let of_study = inputs::frameworks_of_study(&inputs);
    let owners = owners(&statements, &frameworks, own);
    let of_rows = owners.as_deref().unwrap_or_default();
    if let Some(warning) = rows_of_others(&of_study, &statements, of_rows, &frameworks) {
        common.push(warning);
    }
    let left_out: Vec<Arc<str>> = statements
        .rows()
        .iter()
        .zip(of_rows)
        .filter(|(_, owner)| owner.is_none())
        .filter_map(|(row, _)| row.framework.clone())
        .collect();
    let mut parts = match owners {
        Some(owners) => statements.split(&owners, frameworks.len()),
        None => vec![statements],
    };
    if let Some(at) = onto {
        let task = project::Task {
            frameworks: &frameworks,
            onto: at,
            crosswalks: &crosswalks,
            study,
            native_only: data.basis == Some(BasisChoice::Native),
        };
        let (mine, more) = project::rows(&task, parts)?;
        common.extend(more);
        parts = vec![mine];
        frameworks = vec![frameworks.swap_remove(at)];
    }
    let several = frameworks.len() > 1;
    let mut parts: Vec<Option<Statements>> = parts.into_iter().map(Some).collect();
    let mut scored = Vec::new();
    for (at, framework) in frameworks.into_iter().enumerate() {
        let mine = parts[at].take().unwrap_or_default();
        if mine.rows().is_empty() && several {
            common.push(Problem::warning(say::framework_without_rows(
                framework.id(),
            )));
            continue;
        }
        scored.push((framework, mine));
    }
    if scored.iter().all(|(_, mine)| mine.rows().is_empty()) {
        let nothing = Problem::error(say::no_statements());
        return Err(Refused(std::iter::once(nothing).chain(common).collect()));
    }
    // Weights and targets of a study name nodes of its own frameworks.
    let overrides = match onto {
        Some(at) if at >= own => &study.overrides.general(),
        _ => &study.overrides,
    };
    let known: Vec<&Framework> = of_study.iter().collect();
    let mut done = Vec::new();
    for (framework, mine) in scored {
        let mut warnings = common.clone();
        let name = study_file.as_deref().unwrap_or_default();
        let ((method, targets), more) = overrides
            .apply(&framework, &known, &inputs.study_text, name)
            .map_err(Refused)?;
        warnings.extend(more);
        let (assessed, more) =
            assess::assess(&framework, &mine, register, &study.spellings, &method).map_err(
                |problems| Refused(problems.into_iter().chain(common.clone()).collect()),
            )?;
        warnings.extend(more);
        done.push(Scored {
            framework,
            method,
            targets,
            statements: ManuallyDrop::new(mine),
            assessed: ManuallyDrop::new(assessed),
            warnings,
            left_out: left_out.clone(),
        });
    }
    Ok(Loaded {
        context,
        title: study
            .title
            .as_ref()
            .map(|title| title.get(context.lang).to_owned()),
        tags: tags(study, register),
        posts: posts(study, register),
        scored: done,
        common: common.len(),
        inputs: files_read,
        data: inputs
            .study
            .as_ref()
            .map(|(folder, study)| (folder.clone(), study.data.clone())),
    })
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

fn posts(study: &Study, register: &Register) -> Vec<Planned> {
    study
        .informants
        .iter()
        .map(|post| Planned {
            region: official(study, register, &post.region).to_string(),
            agency: post.agency.clone(),
            role: post.role.clone(),
        })
        .collect()
}

/// Warns of rows whose framework is neither scored nor one of the study's.
fn rows_of_others(
    of_study: &[Framework],
    statements: &Statements,
    owners: &[Option<usize>],
    frameworks: &[Framework],
) -> Option<Problem> {
    let declared = |name: &str| frameworks.iter().chain(of_study).any(|it| it.id() == name);
    let mut others: Vec<&str> = statements
        .rows()
        .iter()
        .zip(owners)
        .filter(|(_, owner)| owner.is_none())
        .filter_map(|(row, _)| row.framework.as_deref())
        .filter(|name| !declared(name))
        .collect();
    let count = others.len();
    others.sort_unstable();
    others.dedup();
    (count > 0).then(|| Problem::warning(say::rows_of_other_frameworks(count, list(others))))
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

/// Tells the warnings of loading: those of reading once, then those of each framework.
pub(super) fn tell_warnings(loaded: &Loaded) {
    let mut told: Vec<Problem> = Vec::new();
    for (at, scored) in loaded.scored.iter().enumerate() {
        let known = if at == 0 { 0 } else { loaded.common };
        told.extend(scored.warnings[known..].iter().cloned());
    }
    super::error::show(&told, loaded.lang());
}

impl Scored {
    /// The comparison that `choice` asks for.
    pub(super) fn compare(&self, choice: &Choice) -> Comparison {
        let (method, targets) = (&self.method, &self.targets);
        compare::compare(&self.framework, &self.assessed, method, targets, choice)
    }
}

impl Loaded {
    /// A comparison of `scored` as the views take it.
    pub(super) fn shown<'a>(&'a self, scored: &'a Scored, comparison: &'a Comparison) -> Shown<'a> {
        Shown {
            framework: &scored.framework,
            method: &scored.method,
            targets: &scored.targets,
            statements: &scored.statements,
            assessed: &scored.assessed,
            comparison,
            tags: &self.tags,
            title: self.title.as_deref(),
            lang: self.lang(),
        }
    }

    /// Language of the output.
    pub(super) fn lang(&self) -> Lang {
        self.context.lang
    }

    /// Refuses an output that would replace something read, or be read as data the next time.
    pub(super) fn keeps_inputs(&self, output: &str) -> Result<(), Refused> {
        let refuse = |sentence| {
            let problem = Problem::error(sentence).help(say::choose_another_name());
            Err(Refused(vec![problem]))
        };
        if self.inputs.iter().any(|it| files::is_same_file(it, output)) {
            return refuse(say::output_is_input(output));
        }
        if let Some((folder, patterns)) = &self.data
            && patterns
                .iter()
                .any(|it| files::would_match(folder, it, output))
        {
            return refuse(say::output_becomes_input(output));
        }
        Ok(())
    }

    /// The frameworks in the order of the study.
    pub(super) fn frameworks(&self) -> Vec<&Framework> {
        self.scored.iter().map(|it| &it.framework).collect()
    }
}
