//! Crosswalks on the command line: finds them, and shows rows of one framework under another.

use siap::assess::project::{Side, project};
use siap::framework::crosswalk::{self, Crosswalk};
use siap::framework::{Framework, Method, library};
use siap::problem::Problem;
use siap::statement::{Basis, Statements};
use siap::study::Study;
use siap::text::{list, say};

use super::error::Refused;
use super::{files, inputs};

/// The crosswalks that a study names, in its order; their files join those that were read.
///
/// # Errors
/// Every problem of the first that cannot be used.
pub(super) fn of_study(
    study: Option<&(String, Study)>,
    files_read: &mut Vec<String>,
) -> Result<Vec<Crosswalk>, Refused> {
    let Some((folder, study)) = study else {
        return Ok(Vec::new());
    };
    let mut all = Vec::new();
    for name in &study.crosswalks {
        all.push(if name.ends_with(".toml") {
            let path = files::below(folder, name);
            files_read.push(path.clone());
            file(&path)?.0
        } else {
            library::crosswalk(name).map_err(Refused)?.0
        });
    }
    Ok(all)
}

/// The crosswalk in a file; paths in it are relative to it.
pub(super) fn file(name: &str) -> Result<(Crosswalk, Vec<Problem>), Refused> {
    let text = files::read_text(name)?;
    of_text(&text, name).map_err(Refused)
}

/// The crosswalk in the text of a file called `name`.
pub(super) fn of_text(text: &str, name: &str) -> siap::problem::Checked<Crosswalk> {
    let folder = match name.replace('\\', "/").rsplit_once('/') {
        Some((folder, _)) => format!("{folder}/"),
        None => ".".to_owned(),
    };
    crosswalk::load(text, name, &|wanted| {
        let path = if wanted.ends_with(".toml") {
            files::below(&folder, wanted)
        } else {
            wanted.to_owned()
        };
        match inputs::framework_named(&path) {
            Ok((framework, _)) => Ok(framework),
            Err(Refused(problems)) => Err(problems),
        }
    })
}

/// The first crosswalk of the study that joins the two, else the built-in one.
fn joining(of_study: &[Crosswalk], one: &str, other: &str) -> Result<Option<Crosswalk>, Refused> {
    if let Some(crosswalk) = of_study.iter().find(|it| it.joins(one, other)) {
        return Ok(Some(crosswalk.clone()));
    }
    for id in library::crosswalk_ids() {
        let (crosswalk, _) = library::crosswalk(id).map_err(Refused)?;
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
    pub(super) native_only: bool,
}

/// The rows of the framework `onto`, and those of the others as far as a crosswalk leads there;
/// `parts` holds the rows of each framework.
///
/// # Errors
/// Every problem of rows that are wrong under their own framework.
pub(super) fn rows(
    task: &Task,
    mut parts: Vec<Statements>,
) -> Result<(Statements, Vec<Problem>), Refused> {
    let target = &task.frameworks[task.onto];
    let general = task.study.overrides.general();
    let method = |framework: &Framework| -> Result<Method, Refused> {
        let ((method, _), _) = general.apply(framework, &[], "", "").map_err(Refused)?;
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
        return Err(Refused(errors));
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
