//! A copy of somebody's workbook with one sheet more: the list of what is to be mended in it.
//!
//! Every part of the archive is copied as it is packed; only the three that name the sheets of a workbook
//! get one name more. Cells, formats, rules, pictures and signatures of others are not touched.

use std::fmt::Write as _;
use std::io::{Cursor, Read as _, Write as _};

use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, ZipArchive, ZipWriter};

use crate::text::{Lang, label};
use crate::view::returned::Mend;

use super::clean;

const TYPES: &str = "[Content_Types].xml";
const BOOK: &str = "xl/workbook.xml";
const RELATIONS: &str = "xl/_rels/workbook.xml.rels";
/// More than any of the three ever has.
const MOST: u64 = 8 << 20;

/// The copy; nothing where the workbook is not laid out as spreadsheet programs do it: its sender gets the
/// message alone.
#[must_use]
pub fn copy(bytes: &[u8], rows: &[Mend], lang: Lang) -> Option<Vec<u8>> {
    let mut from = ZipArchive::new(Cursor::new(bytes)).ok()?;
    let names = from.file_names().flatten();
    let names: Vec<String> = names.map(std::borrow::Cow::into_owned).collect();
    let part = (1u32..)
        .map(|it| format!("xl/worksheets/siap{it}.xml"))
        .find(|it| !names.contains(it))?;
    let types = text(&mut from, TYPES)?;
    let book = text(&mut from, BOOK)?;
    let relations = text(&mut from, RELATIONS)?;
    let id = (1u32..)
        .map(|it| format!("rIdSiap{it}"))
        .find(|it| !relations.contains(&**it))?;
    let base = match book.contains("http://purl.oclc.org/ooxml") {
        true => "http://purl.oclc.org/ooxml/officeDocument/relationships",
        false => "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
    };
    let types = with(&types, "Types", |prefix| {
        format!(
            "<{prefix}Override PartName=\"/{part}\" ContentType=\"application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml\"/>"
        )
    })?;
    let relations = with(&relations, "Relationships", |prefix| {
        format!("<{prefix}Relationship Id=\"{id}\" Type=\"{base}/worksheet\" Target=\"/{part}\"/>")
    })?;
    let number = 1 + numbers(&book).max().unwrap_or(0);
    let name = free_name(&book, lang);
    let book = with(&book, "sheets", |prefix| {
        format!(
            "<{prefix}sheet xmlns:siap=\"{base}\" name=\"{name}\" sheetId=\"{number}\" siap:id=\"{id}\"/>"
        )
    })?;
    let mut to = ZipWriter::new(Cursor::new(Vec::with_capacity(bytes.len() + 4096)));
    let how = SimpleFileOptions::default().compression_method(CompressionMethod::Deflated);
    for at in 0..from.len() {
        let entry = from.by_index_raw(at).ok()?;
        let changed = match &*entry.name().ok()? {
            TYPES => &types,
            BOOK => &book,
            RELATIONS => &relations,
            _ => {
                to.raw_copy_file(entry).ok()?;
                continue;
            }
        };
        let name = entry.name().ok()?.into_owned();
        drop(entry);
        to.start_file(name, how).ok()?;
        to.write_all(changed.as_bytes()).ok()?;
    }
    to.start_file(part, how).ok()?;
    to.write_all(sheet(rows, lang).as_bytes()).ok()?;
    Some(to.finish().ok()?.into_inner())
}

/// The text of a part.
fn text(from: &mut ZipArchive<Cursor<&[u8]>>, name: &str) -> Option<String> {
    let part = from.by_name(name).ok()?;
    let mut out = String::new();
    let length = part.take(MOST + 1).read_to_string(&mut out).ok()?;
    (length as u64 <= MOST).then_some(out)
}

/// The text with a tag more before the end of `name`, made with the prefix that tags have there.
fn with(text: &str, name: &str, tag: impl Fn(&str) -> String) -> Option<String> {
    let at = text.rfind(&format!("{name}>"))?;
    let start = text[..at].rfind("</")?;
    let prefix = &text[start + 2..at];
    let is_prefix = prefix.is_empty()
        || prefix
            .strip_suffix(':')
            .is_some_and(|it| it.chars().all(char::is_alphanumeric));
    is_prefix.then(|| format!("{}{}{}", &text[..start], tag(prefix), &text[start..]))
}

/// The numbers of its sheets.
fn numbers(book: &str) -> impl Iterator<Item = u32> {
    let all = book.split("sheetId=").skip(1);
    all.filter_map(|it| {
        let digits = it.trim_start_matches(['"', '\'']);
        let end = digits.find(|it: char| !it.is_ascii_digit())?;
        digits[..end].parse().ok()
    })
}

/// A name that no sheet of the workbook has.
fn free_name(book: &str, lang: Lang) -> String {
    let base = label::sheet_mend(lang);
    let is_free = |name: &String| !book.contains(&format!("\"{name}\""));
    let numbered = (2u32..).map(|it| format!("{base} ({it})"));
    let mut all = std::iter::once(base.to_owned()).chain(numbered);
    all.find(is_free).unwrap_or_default()
}

fn sheet(rows: &[Mend], lang: Lang) -> String {
    let mut out = String::from(concat!(
        "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n",
        "<worksheet xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\">",
        "<cols><col min=\"1\" max=\"1\" width=\"30\" customWidth=\"1\"/>",
        "<col min=\"2\" max=\"2\" width=\"20\" customWidth=\"1\"/>",
        "<col min=\"3\" max=\"4\" width=\"90\" customWidth=\"1\"/></cols><sheetData>",
    ));
    let head = [
        label::mend_place(lang),
        label::mend_urgency(lang),
        label::mend_what(lang),
        label::mend_how(lang),
    ];
    let mut links = String::new();
    let body = rows
        .iter()
        .map(|it| [&*it.place, it.urgency, &it.what, &it.how]);
    for (number, cells) in (1u32..).zip(std::iter::once(head).chain(body)) {
        let _ = write!(out, "<row r=\"{number}\">");
        for (column, cell) in ['A', 'B', 'C', 'D'].into_iter().zip(cells) {
            let _ = write!(
                out,
                "<c r=\"{column}{number}\" t=\"inlineStr\"><is><t xml:space=\"preserve\">{}</t></is></c>",
                escaped(cell)
            );
        }
        out.push_str("</row>");
    }
    for (number, row) in (2u32..).zip(rows) {
        if let Some([sheet, cell]) = &row.cell {
            let location = format!("'{}'!{cell}", sheet.replace('\'', "''"));
            let _ = write!(
                links,
                "<hyperlink ref=\"A{number}\" location=\"{}\"/>",
                escaped(&location)
            );
        }
    }
    out.push_str("</sheetData>");
    if !links.is_empty() {
        let _ = write!(out, "<hyperlinks>{links}</hyperlinks>");
    }
    out.push_str("</worksheet>");
    out
}

/// A text as XML takes it.
fn escaped(text: &str) -> String {
    let mut out = String::new();
    for letter in clean(text).chars() {
        match letter {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            '\u{FFFE}' | '\u{FFFF}' => {}
            letter if letter.is_control() && !matches!(letter, '\n' | '\t') => {}
            letter => out.push(letter),
        }
    }
    out
}
