//! One whole workbook and those of its offices, as files: what `split` and `merge` do, and files without a
//! command.

use std::path::Path;

use siap::framework::Framework;
use siap::parts::{Gathered, Origin, Owners, Received, Wanted, gathered, merged, split};
use siap::problem::{Place, Problem};
use siap::read::form::{Form, Kind};
use siap::read::{self, ReadOptions};
use siap::render;
use siap::study::{self, Files as _, below};
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
    /// What the framework was called, by whoever named one, else by the workbook.
    named: String,
    /// What is to be said of it.
    pub(super) warnings: Vec<Problem>,
}

impl Whole {
    /// Reads a whole workbook under a framework, else under that of its mark.
    pub(super) fn read(name: &str, framework: Option<&str>) -> Result<Self, Refused> {
        let (tables, mut warnings) = tables(name)?;
        let Some(form) = Form::of(&tables) else {
            let problem = Problem::error(say::no_form()).at(Place::file(name));
            return Err(Refused(vec![problem.help(say::no_form_help())]));
        };
        let named = framework.unwrap_or(&form.framework).to_owned();
        let (framework, more) = study::framework(&Disk, &named)?;
        warnings.extend(more);
        let (gathered, more) = gathered(&tables, &framework, Wanted::Whole)?;
        warnings.extend(more);
        Ok(Self {
            gathered,
            framework,
            named,
            warnings,
        })
    }

    /// A new whole workbook with what came back: of parts that are named, each with whether it must be one.
    pub(super) fn with(
        &self,
        parts: impl Iterator<Item = (String, bool)>,
    ) -> Result<(Together, Vec<Problem>), Refused> {
        let mut problems = self.warnings.clone();
        let mut read = Vec::new();
        for (name, must_be) in parts {
            match self.part(&name, must_be) {
                Ok((part, more)) => {
                    read.extend(part);
                    problems.extend(more);
                }
                Err(Refused(more)) => problems.extend(more),
            }
        }
        if problems.iter().any(Problem::is_error) {
            return Err(Refused(problems));
        }
        let whole = &self.gathered;
        let (mut merged, more) = match merged(whole, &read, &self.framework) {
            Ok(found) => found,
            Err(more) => return Err(Refused([more, problems].concat())),
        };
        problems.extend(more);
        let wish = Wish {
            filled: std::mem::take(&mut merged.filled),
            before: whole.before.clone(),
            before_wave: whole.before_wave.clone(),
            ..Wish::default()
        };
        let mut book = form::workbook(&self.framework, &wish, whole.lang);
        let hidden = book.sheets.iter().position(|it| it.hidden);
        let at = hidden.unwrap_or(book.sheets.len());
        let origins = Origin::sheet(&merged.origins, whole.lang);
        book.sheets.insert(at, origins);
        Ok((
            Together {
                book,
                received: merged.received,
                missing: merged.missing,
                is_empty: whole.waits() && read.iter().all(Gathered::waits),
            },
            problems,
        ))
    }

    /// The part of an office, as it came back; nothing where it is none and need not be one.
    fn part(&self, name: &str, must_be: bool) -> Result<(Option<Gathered>, Vec<Problem>), Refused> {
        let (tables, mut warnings) = tables(name)?;
        let kind = Form::of(&tables).map(|it| it.kind);
        if !must_be && kind != Some(Kind::Part) {
            let problem = Problem::warning(say::merge_whole_left(shown(name)));
            return Ok((None, vec![problem.at(Place::file(name))]));
        }
        let (part, more) = gathered(&tables, &self.framework, Wanted::Part)?;
        warnings.extend(more);
        let mut unusable = self.unusable(name)?;
        // The whole says the region of all.
        unusable.retain(|it| it.code != "form_without_region");
        warnings.extend(unusable);
        Ok((Some(part), warnings))
    }

    /// Whether some of its parts are below a folder.
    pub(super) fn is_divided(&self, folder: &str) -> bool {
        let split = split(&self.gathered, &self.framework);
        let mut pieces = split.iter().flat_map(|it| &it.pieces);
        pieces.any(|it| Disk.exists(&below(folder, &it.file)))
    }

    /// What of it, or of a part of it, no command could use: it is told by its own cell, while somebody can still
    /// be asked, and not by that of the new whole.
    pub(super) fn unusable(&self, name: &str) -> Result<Vec<Problem>, Refused> {
        let request = study::Request {
            inputs: vec![name.to_owned()],
            framework: Some(self.named.clone()),
            ..study::Request::default()
        };
        let checkup = study::open(&Disk, &request)?.check()?;
        let mut problems = checkup.result.err().unwrap_or_default();
        // What nobody has answered yet is no mistake, and a sheet that lost its rows is told already.
        problems.retain(|it| it.is_error() && !["nothing_answered", "no_rows"].contains(&it.code));
        Ok(problems)
    }

    /// Whether another one says the same.
    pub(super) fn says_same(&self, other: &Self) -> bool {
        self.gathered.says_same(&other.gathered)
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
        Owners::of(&self.gathered, &self.framework).all.len()
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
}

/// A whole workbook put together.
pub(super) struct Together {
    /// The workbook.
    pub(super) book: Book,
    received: Vec<Received>,
    /// Offices of which nothing has come back.
    pub(super) missing: Vec<String>,
    /// Whether nobody has answered anything: neither in the whole nor in what came back.
    pub(super) is_empty: bool,
}

impl Together {
    /// What came from whom, and of whom nothing.
    pub(super) fn tell(&self, lang: Lang) {
        for it in &self.received {
            remark(&label::merged_line(lang, &*it.office, it.cells, &*it.file));
        }
        if !self.missing.is_empty() {
            remark(&label::merged_missing(lang, list(&self.missing)));
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

    /// Writes the workbooks and the messages, and says so, after what is said of all.
    pub(super) fn write(&self, of_all: Option<String>) -> Result<(), Refused> {
        files::write_all(Some(&self.folder), &self.files)?;
        of_all.iter().for_each(|it| remark(it));
        self.lines.iter().for_each(|it| remark(it));
        Ok(())
    }
}

/// The tables of a workbook, with what is to be said of them.
fn tables(name: &str) -> Result<(Vec<Table>, Vec<Problem>), Refused> {
    let bytes = Disk.read(name)?;
    let (tables, mut doubts) = read::tables(bytes, name, &ReadOptions::default())?;
    // What was folded away by siap is no news to whoever fills it in.
    doubts.retain(|it| it.code != "hidden_columns_read");
    Ok((tables, doubts))
}
