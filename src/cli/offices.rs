//! One whole workbook and those of its offices, as files: what `split` and `merge` do, and files without a
//! command.

use std::path::Path;

use siap::framework::Framework;
use siap::parts::{Gathered, Merged, Origin, Wanted, gathered, merged, split};
use siap::problem::{Place, Problem};
use siap::read::form::{Form, Kind};
use siap::read::{self, ReadOptions};
use siap::render;
use siap::study::{self, Files, below};
use siap::table::Table;
use siap::text::{Lang, label, list, say, shown};
use siap::view::book::Book;
use siap::view::form::{self, Wish};

use super::error::Refused;
use super::files::{self, Disk};
use super::output::remark;

/// A whole workbook.
pub(super) struct Whole {
    gathered: Gathered,
    framework: Framework,
    /// What is to be said of it.
    pub(super) warnings: Vec<Problem>,
}

impl Whole {
    /// Reads a whole workbook under a framework, else under that of its mark.
    pub(super) fn read(
        files: &dyn Files,
        name: &str,
        framework: Option<&str>,
    ) -> Result<Self, Refused> {
        let (tables, mut warnings) = tables(files, name)?;
        let Some(form) = Form::of(&tables) else {
            let problem = Problem::error(say::no_form()).at(Place::file(name));
            return Err(Refused(vec![problem.help(say::no_form_help())]));
        };
        let wanted = framework.unwrap_or(&form.framework);
        let (framework, more) = study::framework(files, wanted)?;
        warnings.extend(more);
        let (gathered, more) = gathered(&tables, &framework, Wanted::Whole)?;
        warnings.extend(more);
        Ok(Self {
            gathered,
            framework,
            warnings,
        })
    }

    /// The part of an office, as it came back, under the framework that was named; nothing where it is none and
    /// need not be one.
    pub(super) fn part(
        &self,
        (name, must_be): (&str, bool),
        framework: Option<&str>,
    ) -> Result<(Option<Gathered>, Vec<Problem>), Refused> {
        let (tables, mut warnings) = tables(&Disk, name)?;
        let kind = Form::of(&tables).map(|it| it.kind);
        if !must_be && kind != Some(Kind::Part) {
            let problem = Problem::warning(say::merge_whole_left(shown(name)));
            return Ok((None, vec![problem.at(Place::file(name))]));
        }
        let (part, more) = gathered(&tables, &self.framework, Wanted::Part)?;
        warnings.extend(more);
        warnings.extend(self.unusable(name, framework)?);
        Ok((Some(part), warnings))
    }

    /// A new whole workbook with what came back.
    pub(super) fn with(&self, parts: &[Gathered]) -> Result<(Together, Vec<Problem>), Refused> {
        let whole = &self.gathered;
        let (merged, warnings) = merged(whole, parts, &self.framework)?;
        let wish = Wish {
            filled: merged.filled.clone(),
            before: whole.before.clone(),
            before_wave: whole.before_wave.clone(),
            ..Wish::default()
        };
        let mut book = form::workbook(&self.framework, &wish, whole.lang);
        let hidden = book.sheets.iter().position(|it| it.hidden);
        let at = hidden.unwrap_or(book.sheets.len());
        book.sheets
            .insert(at, Origin::sheet(&merged.origins, whole.lang));
        Ok((Together { book, merged }, warnings))
    }

    /// The workbook of each office, with a message for each, below a folder.
    pub(super) fn divided(&self, folder: &str, lang: Lang) -> anyhow::Result<Divided> {
        let split = split(&self.gathered, &self.framework).map_err(Refused)?;
        let mut out = Divided {
            folder: folder.to_owned(),
            files: Vec::new(),
            lines: Vec::new(),
            warnings: split.warnings.clone(),
        };
        for piece in &split.pieces {
            let book = form::workbook(&self.framework, &piece.wish, self.gathered.lang);
            let name = below(folder, &piece.file);
            out.lines.push(label::part_line(
                lang,
                &*piece.office,
                piece.answers.0,
                piece.items.0,
                piece.answers.1 + piece.items.1,
                &*name,
            ));
            out.files.push((name, render::workbook::bytes(&book)?));
        }
        let name = format!("{}.txt", label::reminders_file(self.gathered.lang));
        let name = below(folder, &name);
        out.lines.push(label::written(lang, &*name));
        let messages = split.messages(&self.gathered).into_bytes();
        out.files.push((name, messages));
        Ok(out)
    }

    /// Whether nothing is answered in it.
    pub(super) fn waits(&self) -> bool {
        self.gathered.waits()
    }

    /// How many offices its rows name.
    pub(super) fn offices(&self) -> usize {
        siap::parts::Owners::of(&self.gathered, &self.framework)
            .all
            .len()
    }

    /// The folder beside it in which its parts come to stand.
    pub(super) fn folder_of_parts(&self) -> String {
        let path = Path::new(&self.gathered.file);
        let stem = path.file_stem().unwrap_or_default().to_string_lossy();
        let name = format!("{stem}-{}", label::folder_of_parts(self.gathered.lang));
        match path.parent() {
            Some(folder) if !folder.as_os_str().is_empty() => {
                below(&folder.to_string_lossy(), &name)
            }
            _ => name,
        }
    }

    /// What of a part no command could use: it is told by its own cell, while somebody can still be asked, and
    /// not by that of the whole.
    fn unusable(&self, name: &str, framework: Option<&str>) -> Result<Vec<Problem>, Refused> {
        let request = study::Request {
            inputs: vec![name.to_owned()],
            framework: Some(framework.unwrap_or(self.framework.id()).to_owned()),
            ..study::Request::default()
        };
        let checkup = study::open(&Disk, &request)?.check()?;
        let mut problems = checkup.result.err().unwrap_or_default();
        // What an office has not answered yet is no mistake of it, and a sheet that lost its rows is told already.
        problems.retain(|it| it.is_error() && !["nothing_answered", "no_rows"].contains(&it.code));
        Ok(problems)
    }
}

/// A whole workbook put together.
pub(super) struct Together {
    /// The workbook.
    pub(super) book: Book,
    merged: Merged,
}

impl Together {
    /// Offices of which nothing has come back.
    pub(super) fn missing(&self) -> &[String] {
        &self.merged.missing
    }

    /// What came from whom, and of whom nothing.
    pub(super) fn tell(&self, lang: Lang) {
        for it in &self.merged.received {
            remark(&label::merged_line(lang, &*it.office, it.cells, &*it.file));
        }
        if !self.missing().is_empty() {
            remark(&label::merged_missing(lang, list(self.missing())));
        }
    }
}

/// The workbooks of offices.
pub(super) struct Divided {
    folder: String,
    files: Vec<(String, Vec<u8>)>,
    lines: Vec<String>,
    /// What is to be said of them.
    pub(super) warnings: Vec<Problem>,
}

impl Divided {
    /// Refuses to be written over files that are there.
    pub(super) fn is_new(&self) -> Result<(), Refused> {
        files::are_new(self.files.iter().map(|it| it.0.as_str()))
    }

    /// Writes the workbooks and the messages, and says so.
    pub(super) fn write(&self) -> Result<(), Refused> {
        files::write_all(Some(&self.folder), &self.files)?;
        self.lines.iter().for_each(|it| remark(it));
        Ok(())
    }
}

/// The tables of a workbook, with what is to be said of them.
fn tables(files: &dyn Files, name: &str) -> Result<(Vec<Table>, Vec<Problem>), Refused> {
    let bytes = files.read(name)?;
    let (tables, mut doubts) = read::tables(bytes, name, &ReadOptions::default())?;
    // What was folded away by siap is no news to whoever fills it in.
    doubts.retain(|it| it.code != "hidden_columns_read");
    Ok((tables, doubts))
}
