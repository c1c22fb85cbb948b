//! Workbooks of offices among what was dropped: put into the whole that lies with them; and the whole itself,
//! divided among its offices.

use std::cell::RefCell;
use std::io::{self, Write as _};
use std::process::ExitCode;

use siap::parts::is_part_of;
use siap::problem::Problem;
use siap::read::form::{Form, Kind};
use siap::study::{Files, sendings};
use siap::text::{label, shell_word};

use crate::cli::context::Context;
use crate::cli::error::{self, Refused};
use crate::cli::files::Disk;
use crate::cli::offices::{Together, Whole};
use crate::cli::output::remark;
use crate::cli::world;

use super::instrument::asked;

/// The disk, and beside it workbooks that are not written yet.
#[derive(Debug, Default)]
pub(super) struct WithNew {
    files: RefCell<Vec<(String, Vec<u8>)>>,
}

impl WithNew {
    pub(super) fn hold(&self, file: (String, Vec<u8>)) {
        self.files.borrow_mut().push(file);
    }
}

impl Files for WithNew {
    fn read(&self, name: &str) -> Result<Vec<u8>, Vec<Problem>> {
        let files = self.files.borrow();
        match files.iter().find(|it| it.0 == name) {
            Some((_, bytes)) => Ok(bytes.clone()),
            None => Disk.read(name),
        }
    }

    fn exists(&self, name: &str) -> bool {
        self.files.borrow().iter().any(|it| it.0 == name) || Disk.exists(name)
    }

    fn is_folder(&self, name: &str) -> bool {
        Disk.is_folder(name)
    }

    fn is_same(&self, one: &str, other: &str) -> bool {
        Disk.is_same(one, other)
    }

    fn matching(&self, folder: &str, pattern: &str) -> Result<Vec<String>, Vec<Problem>> {
        Disk.matching(folder, pattern)
    }

    fn progress(&self, at: usize, all: usize, name: &str) {
        Disk.progress(at, all, name);
    }
}

/// A whole workbook with what came back of its offices.
pub(super) struct New {
    /// The files that it was put together from, the whole first.
    pub(super) of: Vec<String>,
    pub(super) together: Together,
    /// What is to be said of it.
    pub(super) warnings: Vec<Problem>,
}

/// Puts parts of offices into the whole workbooks that lie with them.
///
/// # Errors
/// What `siap merge` refuses.
pub(super) fn together(
    forms: &[(String, Form)],
    framework: Option<&str>,
) -> Result<Vec<New>, Refused> {
    let of_kind = |kind| forms.iter().filter(move |it| it.1.kind == kind);
    let mut out = Vec::new();
    let mut problems = Vec::new();
    for (name, whole) in of_kind(Kind::Form) {
        let others = of_kind(Kind::Form).filter(|it| it.0 != *name);
        let others: Vec<&Form> = others.map(|it| &it.1).collect();
        // Of two wholes the later counts; where nobody can tell, reading them says so.
        let number = |it: &Form| sendings::number_of(it).ok().flatten();
        let mut rivals = others.iter().filter(|it| is_part_of(it, whole));
        if rivals.any(|it| number(it) >= number(whole)) {
            continue;
        }
        // Where there is one whole alone, a part of another round or region is a mistake that is told.
        let is_alone = !others.iter().any(|it| it.framework == whole.framework);
        let is_mine = |it: &&(String, Form)| {
            is_part_of(&it.1, whole) || is_alone && it.1.framework == whole.framework
        };
        let parts: Vec<&str> = of_kind(Kind::Part)
            .filter(is_mine)
            .map(|it| &*it.0)
            .collect();
        if parts.is_empty() {
            continue;
        }
        match put_together(name, &parts, framework) {
            Ok(new) => out.push(new),
            Err(Refused(more)) => problems.extend(more),
        }
    }
    match problems.iter().any(Problem::is_error) {
        true => Err(Refused(problems)),
        false => Ok(out),
    }
}

fn put_together(whole: &str, names: &[&str], framework: Option<&str>) -> Result<New, Refused> {
    let mut of = vec![whole.to_owned()];
    let whole = Whole::read(&Disk, whole, framework)?;
    let mut problems = whole.warnings.clone();
    let mut parts = Vec::new();
    for name in names {
        of.push((*name).to_owned());
        match whole.part((name, true), framework) {
            Ok((part, more)) => {
                parts.extend(part);
                problems.extend(more);
            }
            Err(Refused(more)) => problems.extend(more),
        }
    }
    if problems.iter().any(Problem::is_error) {
        return Err(Refused(problems));
    }
    let (together, more) = whole.with(&parts)?;
    problems.extend(more);
    Ok(New {
        of,
        together,
        warnings: problems,
    })
}

/// What can be done with a whole workbook whose rows name several offices.
pub(super) struct Dividable<'a> {
    name: &'a str,
    whole: Whole,
    folder: String,
}

impl<'a> Dividable<'a> {
    /// A workbook, if it is whole and names several offices.
    pub(super) fn of(
        files: &dyn Files,
        (name, form): &'a (String, Form),
        framework: Option<&str>,
    ) -> Option<Self> {
        if form.kind != Kind::Form {
            return None;
        }
        // What is wrong with it has been told when it was read.
        let whole = Whole::read(files, name, framework).ok()?;
        let folder = whole.folder_of_parts();
        (whole.offices() > 1).then_some(Self {
            name,
            whole,
            folder,
        })
    }

    /// Whether nothing is answered in it: it waits for its offices.
    pub(super) fn waits(&self) -> bool {
        self.whole.waits()
    }

    /// Whether it has been divided: the folder of its parts is there.
    fn is_divided(&self) -> bool {
        Disk.exists(&self.folder)
    }

    /// Asks on a terminal whether it should be divided, and does it; without one says how.
    pub(super) fn offer(&self, context: Context) -> anyhow::Result<()> {
        let lang = context.lang;
        if self.is_divided() {
            return Ok(());
        }
        let count = self.whole.offices();
        if !world::is_terminal() {
            let line = format!("siap split {}", shell_word(self.name));
            remark(&label::dropped_divide_line(lang, count, line));
            return Ok(());
        }
        let mut out = io::stdout();
        writeln!(out, "\n{}", label::dropped_divide(lang, count))?;
        writeln!(out, "  1  {}", label::dropped_divide_yes(lang))?;
        if asked(1, |_| (), lang)?.is_some() {
            self.divide(context)?;
        }
        Ok(())
    }

    /// Divides what nobody has answered yet. Done before, there is no answer and nothing to mend: what came
    /// back of the offices is missing.
    pub(super) fn begin(&self, context: Context) -> anyhow::Result<ExitCode> {
        let lang = context.lang;
        if self.is_divided() {
            remark(&label::dropped_divided_before(lang, &*self.folder));
            return Ok(ExitCode::FAILURE);
        }
        remark(&label::dropped_divided(lang, self.whole.offices()));
        self.divide(context)?;
        Ok(ExitCode::SUCCESS)
    }

    fn divide(&self, context: Context) -> anyhow::Result<()> {
        let divided = self.whole.divided(&self.folder, context.lang)?;
        error::show(&divided.warnings, context.lang);
        Ok(divided.write()?)
    }
}
