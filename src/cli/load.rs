//! From arguments to scored data, and what a command may then write.

use std::mem::ManuallyDrop;
use std::ops::{Deref, DerefMut};

use siap::compare::Choice;
use siap::problem::Problem;
use siap::study::{self, Project, Scored, selection};
use siap::text::{Lang, list, say};

use super::args::{Data, Selection};
use super::context::Context;
use super::error::{self, Refused};
use super::files::Disk;
use super::kept;

/// All that the arguments name, in the language of the study.
pub(super) struct Loaded {
    pub(super) context: Context,
    /// Left to the system at the end of the program, which is quicker than row by row.
    project: ManuallyDrop<Project>,
}

/// Reads and scores everything that `data` names.
///
/// # Errors
/// Every problem of the first step that fails.
pub(super) fn load(data: &Data, context: Context) -> Result<Loaded, Refused> {
    load_by(data, None, context)
}

/// As [`load`], of the data as they were sent, without the corrections of the study.
///
/// # Errors
/// As [`load`].
pub(super) fn load_as_sent(data: &Data, context: Context) -> Result<Loaded, Refused> {
    let request = study::Request {
        as_sent: true,
        ..data.request()
    };
    of_request(&request, context)
}

/// As [`load`], with a column of the data that is looked up in them afterwards.
///
/// # Errors
/// As [`load`].
pub(super) fn load_by(data: &Data, by: Option<&str>, context: Context) -> Result<Loaded, Refused> {
    let request = study::Request {
        by: by.map(str::to_owned),
        ..data.request()
    };
    of_request(&request, context)
}

fn of_request(request: &study::Request, context: Context) -> Result<Loaded, Refused> {
    let opened = study::open(&Disk, request)?;
    // What fails from here on is told in the language of the study.
    let context = context.with_study(opened.language());
    let project = ManuallyDrop::new(opened.load()?);
    Ok(Loaded { context, project })
}

/// What `selection` asks of a comparison.
pub(super) fn choice(scored: &Scored, selection: &Selection) -> Result<Choice, Refused> {
    Ok(selection::choice(scored, &selection.asked(), &Disk)?)
}

/// Positions of the assessments that `selection` asks for.
pub(super) fn selected(scored: &Scored, selection: &Selection) -> Result<Vec<usize>, Refused> {
    Ok(selection::selected(scored, &selection.asked(), &Disk)?)
}

/// Refuses to show some regions alone where a number is of all of them.
pub(super) fn is_of_the_whole(selection: &Selection) -> Result<(), Refused> {
    match selection.regions.places.region.is_empty() {
        true => Ok(()),
        false => {
            let problem = Problem::error(say::region_of_whole());
            Err(Refused(vec![problem.help(say::region_of_whole_help())]))
        }
    }
}

/// Tells the warnings of loading: those of reading once, then those of each framework.
pub(super) fn tell_warnings(loaded: &Loaded) {
    error::show(&loaded.warnings(), loaded.lang());
}

impl Deref for Loaded {
    type Target = Project;
    fn deref(&self) -> &Project {
        &self.project
    }
}

impl DerefMut for Loaded {
    fn deref_mut(&mut self) -> &mut Project {
        &mut self.project
    }
}

impl Loaded {
    /// Language of the output.
    pub(super) fn lang(&self) -> Lang {
        self.context.lang
    }

    /// Refuses an output that would replace something read, or be read as data the next time.
    pub(super) fn keeps_inputs(&self, output: &str) -> Result<(), Refused> {
        kept::may_be_written(std::iter::once(output))
    }

    /// The one framework of a study that has no other.
    pub(super) fn only(&self) -> Result<&Scored, Refused> {
        match self.scored.as_slice() {
            [scored] => Ok(scored),
            _ => {
                let ids = list(self.frameworks().iter().map(|it| it.id()));
                Err(Refused::one(say::several_frameworks(ids)))
            }
        }
    }
}
