//! Workbooks (`xlsx`, `xlsm`, `ods`) → one table for each visible sheet.
//!
//! Whoever sends a workbook may send anything, so that nothing of it is believed before it is
//! counted: `archive` looks at the directory and unpacks through a counter that errs at the limits,
//! `xml` bounds depth and the length of each piece, `grid` the cells and their text. No part is held
//! whole in memory and no number in the file decides how much is taken. What a cell says is settled by
//! `xlsx` (with `strings`, `formats`, `serial`) and `ods`; what it means, by the shapes on tables.

pub(super) mod archive;
mod formats;
mod grid;
mod ods;
mod serial;
mod strings;
mod xlsx;
mod xml;

use std::borrow::Cow;
use std::io::Read as _;

use crate::problem::{Checked, Place, Problem};
use crate::read::settings::ReadOptions;
use crate::table::{Sheet, Table, sha256};
use crate::text::{Sentence, list, say, shown};

pub(crate) use archive::MOST_PACKED;
use archive::{Archive, encrypted, refused};
pub(crate) use xml::too_large;

/// Endings of files that are workbooks, or are taken for some: what is in them decides.
pub(crate) const ENDINGS: &[&str] = &["xlsx", "xlsm", "ods", "xls", "xlsb", "xltx", "xltm", "ots"];

/// A sheet, and what is to be said of it.
struct Found {
    sheet: Sheet,
    said: Vec<Problem>,
}

/// What a workbook holds.
#[derive(Default)]
struct Pages {
    found: Vec<Found>,
    /// Names of sheets that are hidden.
    hidden: Vec<String>,
    has_comments: bool,
}

/// The tables of a workbook, with what is left out of them.
pub(crate) fn read(bytes: Cow<'_, [u8]>, name: &str, _: &ReadOptions) -> Checked<Vec<Table>> {
    let mut pages = pages(&bytes, name)?;
    let mut said = Vec::new();
    let warn = |sentence: Sentence| Problem::warning(sentence).at(Place::file(name));
    // What begins with a line is ours: lists for drop-downs, and what a form says of itself.
    let hidden = pages.hidden.iter().filter(|it| !it.starts_with('_'));
    let hidden: Vec<String> = hidden.map(|it| format!("`{}`", shown(it))).collect();
    if !hidden.is_empty() {
        said.push(warn(say::hidden_sheets(list(hidden))).help(say::hidden_sheets_help()));
    }
    if pages.found.is_empty() {
        let problem = Problem::error(say::workbook_empty()).at(Place::file(name));
        return Err([vec![problem], said].concat());
    }
    if pages.has_comments {
        said.push(warn(say::comments_not_read()));
    }
    let print = sha256(&bytes);
    let mut tables = Vec::new();
    for Found { sheet, said: more } in pages.found {
        said.extend(more);
        let table = Table::sheet(name, sheet, print.clone());
        tables.push(table.beside_hidden(std::mem::take(&mut pages.hidden)));
    }
    Ok((tables, said))
}

/// The SHA-256 of all parts of an archive, names and contents, wherever `written` stands in them left out;
/// nothing where the bytes are no archive that can be read whole.
pub(crate) fn fingerprint(bytes: &[u8], name: &str, written: &str) -> Option<String> {
    let mut archive = Archive::open(bytes, name).ok()?;
    let mut all = Vec::new();
    for part in archive.names() {
        let mut content = Vec::new();
        let mut found = archive.bytes_of(&part).ok()??;
        found.bytes.read_to_end(&mut content).ok()?;
        all.extend(part.as_bytes());
        let mut rest = content.as_slice();
        while let Some(at) =
            memchr::memmem::find(rest, written.as_bytes()).filter(|_| !written.is_empty())
        {
            all.extend(&rest[..at]);
            rest = &rest[at + written.len()..];
        }
        all.extend(rest);
    }
    Some(sha256(&all))
}

/// Whether bytes are a workbook, or what is taken for one, whatever their name is.
pub(crate) fn is_likely(bytes: &[u8]) -> bool {
    bytes.starts_with(b"PK\x03\x04") || bytes.starts_with(COMPOUND)
}

/// What files of Excel before 2007 begin with, and those that a password locks.
const COMPOUND: &[u8] = b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1";

fn pages(bytes: &[u8], name: &str) -> Result<Pages, Vec<Problem>> {
    let helped = |sentence, help| {
        let problem = Problem::error(sentence).at(Place::file(name));
        vec![problem.help(help)]
    };
    let plain_name = name.rsplit(['/', '\\']).next().unwrap_or(name);
    if plain_name.starts_with("~$") || plain_name.starts_with(".~lock.") {
        return Err(helped(say::lock_file(), say::lock_file_help()));
    }
    if bytes.is_empty() {
        return Err(refused(name, say::empty_file()));
    }
    if bytes.len() as u64 > MOST_PACKED {
        return Err(too_large(name));
    }
    if bytes.starts_with(COMPOUND) {
        return Err(match holds(bytes, &wide("EncryptedPackage")) {
            true => encrypted(name),
            false => helped(say::old_excel(), say::save_as_xlsx()),
        });
    }
    if !bytes.starts_with(b"PK") {
        return Err(no_archive(bytes, name));
    }
    let mut archive = Archive::open(bytes, name)?;
    if archive.has("xl/workbook.bin") {
        return Err(helped(say::binary_excel(), say::save_as_xlsx()));
    }
    if ods::is_one(&archive) {
        return ods::read(&mut archive);
    }
    match xlsx::workbook_of(&mut archive)? {
        Some(part) if part.ends_with("workbook.xml") || part.starts_with("xl/") => {
            xlsx::read(&mut archive, &part)
        }
        _ => Err(refused(name, say::workbook_without_sheets())),
    }
}

/// What is called a workbook and is something else.
fn no_archive(bytes: &[u8], name: &str) -> Vec<Problem> {
    let head = &bytes[..bytes.len().min(4_096)];
    let text = String::from_utf8_lossy(head).to_lowercase();
    let text = text.trim_start_matches(['\u{feff}', ' ', '\r', '\n', '\t']);
    let (sentence, help) = if text.starts_with('<') {
        (say::page_not_workbook(), say::save_as_xlsx())
    } else if head.contains(&0) && !head.starts_with(b"\xFF\xFE") && !head.starts_with(b"\xFE\xFF")
    {
        (say::not_a_workbook(), say::save_as_xlsx())
    } else {
        (say::text_not_workbook(), say::text_not_workbook_help())
    };
    vec![Problem::error(sentence).at(Place::file(name)).help(help)]
}

/// A name as it stands in the directory of a compound file.
fn wide(text: &str) -> Vec<u8> {
    text.encode_utf16().flat_map(u16::to_le_bytes).collect()
}

fn holds(bytes: &[u8], piece: &[u8]) -> bool {
    memchr::memmem::find(bytes, piece).is_some()
}
