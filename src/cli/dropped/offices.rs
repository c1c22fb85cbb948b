//! Workbooks of offices among what was dropped: put into the whole that lies with them; and the whole itself,
//! divided among its offices.

use std::cell::RefCell;
use std::io::{self, Write as _};
use std::process::ExitCode;

use siap::parts::{Round, rounds};
use siap::problem::Problem;
use siap::read::form::{Form, Kind};
use siap::study::Files;
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
pub(super) struct WithUnwritten {
    files: RefCell<Vec<(String, Vec<u8>)>>,
}

impl WithUnwritten {
    pub(super) fn hold(&self, file: (String, Vec<u8>)) {
        self.files.borrow_mut().push(file);
    }
}

impl Files for WithUnwritten {
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
pub(super) struct PutTogether {
    /// Id of its framework.
    pub(super) framework: String,
    /// Its round.
    pub(super) wave: Option<String>,
    /// The files that it stands for, the whole first.
    pub(super) of: Vec<String>,
    pub(super) together: Together,
    /// What is to be said of it.
    pub(super) warnings: Vec<Problem>,
    whole: Whole,
}

impl PutTogether {
    /// What is wrong with the whole that it was made of, at the cells of that one.
    pub(super) fn blamed(&self) -> Result<Vec<Problem>, Refused> {
        self.whole.unusable(&self.of[0])
    }
}

/// Puts parts of offices into the whole workbooks that lie with them.
///
/// # Errors
/// What `siap merge` refuses, and parts or wholes of which nobody can tell what they belong to.
pub(super) fn put_together(
    forms: &[(String, Form)],
    framework: Option<&str>,
) -> Result<Vec<PutTogether>, Refused> {
    let same = |one: usize, other: usize| {
        let whole = |at: usize| Whole::read(&forms[at].0, framework).ok();
        let both = whole(one).zip(whole(other));
        both.is_some_and(|(one, other)| one.says_same(&other))
    };
    let (found, mut problems) = rounds(forms, same)?;
    let mut out = Vec::new();
    for round in &found {
        match of_round(forms, round, framework) {
            Ok(it) => out.push(it),
            Err(Refused(more)) => problems.extend(more),
        }
    }
    if problems.iter().any(Problem::is_error) {
        return Err(Refused(problems));
    }
    if let Some(first) = out.first_mut() {
        first.warnings.splice(0..0, problems);
    }
    Ok(out)
}

fn of_round(
    forms: &[(String, Form)],
    round: &Round,
    framework: Option<&str>,
) -> Result<PutTogether, Refused> {
    let (name, form) = &forms[round.whole];
    let whole = Whole::read(name, framework)?;
    let name_of = |at: &usize| forms[*at].0.clone();
    let parts = round.parts.iter().map(|at| (name_of(at), true));
    let (together, warnings) = whole.with(parts)?;
    let of = [round.whole].into_iter();
    let of = of.chain(round.parts.iter().chain(&round.beside).copied());
    Ok(PutTogether {
        framework: form.framework.clone(),
        wave: form.wave(),
        of: of.map(|at| name_of(&at)).collect(),
        together,
        warnings,
        whole,
    })
}

/// A whole workbook whose rows name several offices.
pub(super) struct Dividable<'a> {
    name: &'a str,
    whole: Whole,
    offices: usize,
    folder: String,
}

impl<'a> Dividable<'a> {
    /// A workbook, if it is whole and names offices.
    ///
    /// # Errors
    /// What is wrong with it.
    pub(super) fn of(
        (name, form): &'a (String, Form),
        framework: Option<&str>,
    ) -> Result<Option<Self>, Refused> {
        if form.kind != Kind::Form {
            return Ok(None);
        }
        let whole = Whole::read(name, framework)?;
        let offices = whole.offices();
        Ok((offices > 0).then(|| Self {
            name,
            offices,
            folder: whole.folder_of_parts(),
            whole,
        }))
    }

    /// Whether nothing is answered in it: it waits for its offices.
    pub(super) fn waits(&self) -> bool {
        self.whole.waits()
    }

    /// Whether it has been divided: parts of it are there.
    fn is_divided(&self) -> bool {
        self.whole.is_divided(&self.folder)
    }

    /// Asks on a terminal whether it should be divided, and does it; without one says how.
    pub(super) fn offer(&self, context: Context) -> anyhow::Result<()> {
        let lang = context.lang;
        if self.offices < 2 || self.is_divided() {
            return Ok(());
        }
        if !world::is_terminal() {
            let line = format!("siap split {}", shell_word(self.name));
            remark(&label::dropped_divide_line(lang, self.offices, line));
            return Ok(());
        }
        let mut out = io::stdout();
        writeln!(out, "\n{}", label::dropped_divide(lang, self.offices))?;
        writeln!(out, "  1  {}", label::dropped_divide_yes(lang))?;
        if asked(1, |_| (), lang)?.is_some() {
            self.divide(None, context)?;
        }
        Ok(())
    }

    /// Divides what nobody has answered yet; `told` is what reading it had to say. Done before, there is no
    /// answer and nothing to mend: what came back of the offices is missing.
    pub(super) fn begin(&self, told: &[Problem], context: Context) -> anyhow::Result<ExitCode> {
        let lang = context.lang;
        error::show(told, lang);
        if self.is_divided() {
            remark(&label::dropped_divided_before(lang, &*self.folder));
            return Ok(ExitCode::FAILURE);
        }
        let of_all = label::dropped_divided(lang, self.offices);
        self.divide(Some(of_all), context)?;
        Ok(ExitCode::SUCCESS)
    }

    fn divide(&self, of_all: Option<String>, context: Context) -> anyhow::Result<()> {
        let divided = self.whole.divided(&self.folder, context.lang)?;
        let told = [&*self.whole.warnings, &divided.warnings].concat();
        error::show(&told, context.lang);
        Ok(divided.write(of_all)?)
    }
}
