//! Crosswalks: finds them, and shows rows of one framework under another.

use crate::assess::project::{Side, project};
use crate::framework::crosswalk::{self, Crosswalk};
use crate::framework::{Framework, Method, library};
use crate::problem::{Checked, Problem};
use crate::statement::{Basis, Statements};
use crate::text::{list, say};

use super::file::Study;
use super::files::{self, Files, below};
use super::frameworks::{framework, is_file};
use super::open::Opened;

/// The crosswalk in the `text` of a file called `name`; paths in it are relative to it.
///
/// # Errors
/// Every problem of the file and of the frameworks that it joins.
pub fn crosswalk(files: &dyn Files, text: &str, name: &str) -> Checked<Crosswalk> {
    with_frameworks(text, name, &|path| framework(files, path))
}

fn with_frameworks(
    text: &str,
    name: &str,
    find: &dyn Fn(&str) -> Checked<Framework>,
) -> Checked<Crosswalk> {
    let folder = match name.replace('\\', "/").rsplit_once('/') {
        Some((folder, _)) => format!("{folder}/"),
        None => ".".to_owned(),
    };
    crosswalk::load(text, name, &|wanted| {
        let path = if is_file(wanted) {
            below(&folder, wanted)
        } else {
            wanted.to_owned()
        };
        find(&path).map(|(framework, _)| framework)
    })
}

/// The crosswalks that a study names, in its order; their files join those that were read.
///
/// # Errors
/// Every problem of the first that cannot be used.
pub(super) fn of_study(
    opened: &Opened,
    files_read: &mut Vec<String>,
) -> Result<Vec<Crosswalk>, Vec<Problem>> {
    let folder = opened.folder.as_deref().unwrap_or(".");
    let mut all = Vec::new();
    for name in &opened.study.crosswalks {
        let (crosswalk, _) = if is_file(name) {
            let path = below(folder, name);
            files_read.push(path.clone());
            let text = files::text(opened.files, &path)?;
            with_frameworks(&text, &path, &|it| opened.named(it))?
        } else {
            library::crosswalk(name)?
        };
        all.push(crosswalk);
    }
    Ok(all)
}

/// The first crosswalk of the study that joins the two, else the built-in one.
fn joining(
    of_study: &[Crosswalk],
    one: &str,
    other: &str,
) -> Result<Option<Crosswalk>, Vec<Problem>> {
    if let Some(crosswalk) = of_study.iter().find(|it| it.joins(one, other)) {
        return Ok(Some(crosswalk.clone()));
    }
    for id in library::crosswalk_ids() {
        let (crosswalk, _) = library::crosswalk(id)?;
        if crosswalk.joins(one, other) {
            return Ok(Some(crosswalk));
        }
    }
    Ok(None)
}

/// What is projected.
pub(super) struct Task<'a> {
    pub(super) frameworks: &'a [Framework],
    /// Position of the framework under which all is shown.
    pub(super) onto: usize,
    pub(super) crosswalks: &'a [Crosswalk],
    pub(super) study: &'a Study,
    /// Text and name of the study file.
    pub(super) text: &'a str,
    pub(super) file: &'a str,
    pub(super) native_only: bool,
}

/// The rows of the framework `onto`, and those of the others as far as a crosswalk leads there;
/// `parts` holds the rows of each framework.
///
/// # Errors
/// Every problem of rows that are wrong under their own framework.
pub(super) fn rows(task: &Task, mut parts: Vec<Statements>) -> Checked<Statements> {
    let target = &task.frameworks[task.onto];
    let general = task.study.overrides.general();
    let method = |framework: &Framework| -> Result<Method, Vec<Problem>> {
        let ((method, _), _) = general.apply(framework, &[], task.text, task.file)?;
        Ok(method)
    };
    let onto = method(target)?;
    let own = std::mem::take(&mut parts[task.onto]);
    let mut rows = own.rows().to_vec();
    let mut carried = 0;
    let (mut warnings, mut errors) = (Vec::new(), Vec::new());
    let (mut unjoined, mut left) = (Vec::new(), 0);
    for (framework, theirs) in task.frameworks.iter().zip(&parts) {
        if theirs.rows().is_empty() {
            continue;
        }
        let Some(crosswalk) = joining(task.crosswalks, framework.id(), target.id())? else {
            unjoined.push(framework.id());
            left += theirs.rows().len();
            continue;
        };
        let from = method(framework)?;
        let from = Side {
            framework,
            method: &from,
        };
        let to = Side {
            framework: target,
            method: &onto,
        };
        match project(from, to, &crosswalk, theirs) {
            Ok((projection, more)) => {
                carried += projection.equal + projection.part;
                rows.extend(projection.rows);
                warnings.extend(more);
            }
            Err(problems) => errors.extend(problems),
        }
    }
    if !errors.is_empty() {
        return Err(errors);
    }
    if task.native_only {
        // What was carried over is cross by definition: nothing of it is in the result.
        rows.retain(|row| row.basis == Basis::Native);
        warnings.clear();
        if carried > 0 {
            let sentence = say::projected_not_native(target.id(), carried);
            warnings.push(Problem::warning(sentence));
        }
    }
    if !unjoined.is_empty() {
        let sentence = say::no_crosswalk(list(unjoined), target.id(), left);
        warnings.push(Problem::warning(sentence).help(say::no_crosswalk_help()));
    }
    Ok((own.replaced(rows), warnings))
}
