//! ZIP archives of delimited texts, as Google Forms and ODK Central send what was answered → table.

use std::borrow::Cow;
use std::io::Read as _;

use crate::problem::{Checked, Place, Problem};
use crate::read::settings::ReadOptions;
use crate::read::workbook::archive::{Archive, refused};
use crate::read::{csv, workbook};
use crate::table::{Table, sha256};
use crate::text::{list, say, shown};

/// Bytes that are unpacked at a time.
const STEP: u64 = 1 << 20;

/// The table of an archive: its only text, or of several that one of which the others hold the repeated
/// groups. A workbook is an archive, too, and is read as one whatever it is called.
pub(super) fn read(bytes: Cow<'_, [u8]>, name: &str, options: &ReadOptions) -> Checked<Vec<Table>> {
    if bytes.is_empty() || !bytes.starts_with(b"PK") {
        return workbook::read(bytes, name, options);
    }
    let mut archive = Archive::open(&bytes, name)?;
    let (texts, others) = parts(&archive);
    if texts.is_empty() {
        if archive.any(is_of_workbook) {
            return workbook::read(bytes, name, options);
        }
        let problem = Problem::error(say::archive_without_table());
        let problem = problem.help(say::archive_unpack());
        return Err(vec![problem.at(Place::file(name))]);
    }
    let mut contents = Vec::new();
    for part in texts {
        let content = unpacked(&mut archive, &part)?;
        contents.push((part, content));
    }
    let several = contents.len() > 1;
    let (mut roots, repeats): (Vec<_>, Vec<_>) = contents
        .into_iter()
        .partition(|(_, content)| !(several && is_of_repeat(content)));
    let root = if roots.len() == 1 { roots.pop() } else { None };
    let Some((_, content)) = root else {
        let names = roots.iter().chain(&repeats).map(|it| quoted(&it.0));
        let problem = Problem::error(say::archive_several_tables(list(names)));
        let problem = problem.help(say::archive_unpack());
        return Err(vec![problem.at(Place::file(name))]);
    };
    let print = sha256(&bytes);
    let (tables, mut doubts) = csv::read_of(Cow::Owned(content), name, Some(print), options)?;
    let left: Vec<String> = repeats
        .iter()
        .map(|it| &it.0)
        .chain(&others)
        .map(quoted)
        .collect();
    if !left.is_empty() {
        let problem = Problem::warning(say::archive_parts_left(list(left)));
        doubts.push(problem.at(Place::file(name)));
    }
    Ok((tables, doubts))
}

/// Whether bytes are an archive of tables of text.
pub(super) fn is_one(bytes: &[u8], name: &str) -> bool {
    let archive = Archive::open(bytes, name);
    archive.is_ok_and(|it| !parts(&it).0.is_empty())
}

/// The texts of an archive, and its other parts; folders and what a Mac packs beside them are neither.
fn parts(archive: &Archive<'_>) -> (Vec<String>, Vec<String>) {
    let is_content = |it: &String| {
        let last = it.rsplit('/').next().unwrap_or_default();
        !last.is_empty() && !last.starts_with('.') && !it.starts_with("__macosx/")
    };
    let all = archive.names().into_iter().filter(is_content);
    all.partition(|it| it.ends_with(".csv") || it.ends_with(".tsv"))
}

fn is_of_workbook(part: &str) -> bool {
    part.starts_with("xl/") || part == "content.xml" || part == "mimetype"
}

fn quoted(part: impl AsRef<str>) -> String {
    format!("`{}`", shown(part.as_ref()))
}

/// Whether the header of a text says that its rows belong to those of another one (ODK Central).
fn is_of_repeat(content: &[u8]) -> bool {
    let header = content.split(|it| *it == b'\n').next().unwrap_or_default();
    memchr::memmem::find(header, b"PARENT_KEY").is_some()
}

fn unpacked(archive: &mut Archive<'_>, part: &str) -> Result<Vec<u8>, Vec<Problem>> {
    let file = archive.file;
    let broken = || refused(file, say::workbook_part_broken(shown(part)));
    let mut content = Vec::new();
    let mut found = archive.bytes_of(part)?.ok_or_else(broken)?;
    loop {
        let read = (&mut found.bytes).take(STEP).read_to_end(&mut content);
        match read {
            Ok(0) => return Ok(content),
            Ok(_) => found.meter.mark(),
            Err(_) if found.meter.is_full() => return Err(workbook::too_large(file)),
            Err(_) => return Err(broken()),
        }
    }
}
