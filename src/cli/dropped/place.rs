//! Where results go: `hasil/NAME-hasil.xlsx` beside what was read; and whether what stands there is still
//! what was written.

use std::path::Path;

use siap::problem::Problem;
use siap::read;
use siap::render::workbook;
use siap::study::{Files as _, below, slashes};
use siap::text::{Lang, label, say};
use siap::view::book::Book;

use crate::cli::error::Refused;
use crate::cli::files::{self, Disk};

/// So many results stand beside each other at most.
const MOST: usize = 99;

/// Where the results of what was dropped belong.
#[derive(Debug)]
pub(super) struct Place {
    /// The folder of the input.
    folder: String,
    /// What results are called after.
    name: String,
    /// Whether files were dropped that lie among results: they are answered where they lie.
    is_of_results: bool,
}

impl Place {
    /// The place for the results of these files and folders: of one file or folder its own name, of several
    /// that of the folder they lie in.
    pub(super) fn of(inputs: &[String]) -> Self {
        let is_file = |it: &&String| Path::new(it.as_str()).is_file();
        let first = inputs.iter().find(is_file).or(inputs.first());
        let first = first.map_or(".", String::as_str);
        let path = Path::new(first);
        let is_study = path.file_name().is_some_and(|it| it == siap::study::FILE);
        let folder = match path.parent() {
            _ if path.is_dir() => first.to_owned(),
            Some(above) if !above.as_os_str().is_empty() => above.to_string_lossy().into_owned(),
            _ => ".".to_owned(),
        };
        let folder = slashes(&folder);
        let is_alone = inputs.len() == 1 && !first.contains(['*', '?', '[']);
        let stem = path
            .file_stem()
            .filter(|_| is_alone && !path.is_dir() && !is_study);
        let name = match stem {
            Some(stem) => stem.to_string_lossy().into_owned(),
            None => files::name_of_folder(&folder).unwrap_or_else(|| "siap".to_owned()),
        };
        let names = [Lang::Id, Lang::En].map(label::outcome_folder);
        let own = files::name_of_folder(&folder).filter(|_| path.is_file());
        Self {
            is_of_results: own.is_some_and(|it| names.contains(&&*it)),
            folder,
            name,
        }
    }

    /// The folder of the results.
    pub(super) fn folder(&self, lang: Lang) -> String {
        match self.is_of_results {
            true => self.folder.clone(),
            false => below(&self.folder, label::outcome_folder(lang)),
        }
    }

    /// The workbook of results; of one framework among several.
    pub(super) fn result(&self, framework: Option<&str>, lang: Lang) -> String {
        let suffix = label::outcome_suffix(lang);
        let name = match framework {
            Some(id) => format!("{}-{id}-{suffix}.xlsx", self.name),
            None => format!("{}-{suffix}.xlsx", self.name),
        };
        below(&self.folder(lang), &name)
    }

    /// The new whole workbook that what came back has been put into.
    pub(super) fn merged(&self, whole: &str, lang: Lang) -> String {
        let stem = Path::new(whole).file_stem().unwrap_or_default();
        let (stem, suffix) = (stem.to_string_lossy(), label::outcome_suffix_merged(lang));
        let name = match stem.contains(&format!("-{suffix}")) {
            true => format!("{stem}.xlsx"),
            false => format!("{stem}-{suffix}.xlsx"),
        };
        below(&self.folder(lang), &name)
    }

    /// The workbook with what is to be mended.
    pub(super) fn list(&self, lang: Lang) -> String {
        let name = format!("{}-{}.xlsx", self.name, label::outcome_suffix_mend(lang));
        below(&self.folder(lang), &name)
    }
}

/// A workbook to be written, and where.
#[derive(Debug)]
pub(super) struct Output {
    name: String,
    bytes: Vec<u8>,
    kept: Option<String>,
    is_form: bool,
}

impl Output {
    /// A workbook under `wanted`, or where somebody has changed what stands there under the next name with a
    /// number.
    pub(super) fn of(wanted: &str, book: Book) -> anyhow::Result<Self> {
        Self::made(wanted, book, None)
    }

    /// A workbook to be filled in further, under none of the names that are taken.
    pub(super) fn form(wanted: &str, book: Book, taken: &[&str]) -> anyhow::Result<Self> {
        Self::made(wanted, book, Some(taken))
    }

    fn made(wanted: &str, mut book: Book, of_form: Option<&[&str]>) -> anyhow::Result<Self> {
        // Its fingerprint stands in it: it is taken of the same workbook with nothing there.
        const NOTHING: &str = "0000000000000000000000000000000000000000000000000000000000000000";
        book.sign(NOTHING);
        let blank = workbook::bytes(&book)?;
        let print = read::fingerprint(&blank, wanted, NOTHING).unwrap_or_default();
        book.sign(&print);
        let bytes = workbook::bytes(&book)?;
        let (name, kept) = free(wanted, of_form.unwrap_or_default())?;
        Ok(Self {
            name,
            bytes,
            kept,
            is_form: of_form.is_some(),
        })
    }

    pub(super) fn name(&self) -> &str {
        &self.name
    }

    /// Whether it is to be filled in further.
    pub(super) fn is_form(&self) -> bool {
        self.is_form
    }

    pub(super) fn file(&self) -> (String, Vec<u8>) {
        (self.name.clone(), self.bytes.clone())
    }

    /// What stands where this would, had nobody changed it.
    pub(super) fn kept(&self) -> Option<&str> {
        self.kept.as_deref()
    }
}

/// The first of the names `NAME.xlsx`, `NAME-2.xlsx`, … under which nothing stands, or what was written by
/// this program and nobody has touched; with the last one before it that somebody has.
fn free(wanted: &str, taken: &[&str]) -> Result<(String, Option<String>), Refused> {
    let stem = wanted.strip_suffix(".xlsx").unwrap_or(wanted);
    let mut kept = None;
    for at in 1..=MOST {
        let name = match at {
            1 => wanted.to_owned(),
            _ => format!("{stem}-{at}.xlsx"),
        };
        let is_taken = taken
            .iter()
            .any(|it| *it == name || Disk.is_same(it, &name));
        if !is_taken && (!Disk.exists(&name) || is_untouched(&name)) {
            return Ok((name, kept));
        }
        kept = Some(name).filter(|_| !is_taken).or(kept);
    }
    let problem = Problem::error(say::no_place_for_result(wanted));
    Err(Refused(vec![problem.help(say::no_place_for_result_help())]))
}

/// Whether a file is what this program wrote, to the last byte of its parts.
fn is_untouched(name: &str) -> bool {
    let Ok(Some(bytes)) = files::read_to_go_on(name) else {
        return false;
    };
    let written = read::form(&bytes, name).and_then(|it| it.written);
    written.is_some_and(|print| read::fingerprint(&bytes, name, &print) == Some(print))
}
