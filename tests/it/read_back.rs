//! Reads workbooks that the program wrote, part by part, as far as the tests ask.

use std::collections::BTreeMap;
use std::io::{Cursor, Read as _};

use quick_xml::Reader;
use quick_xml::events::{BytesStart, Event};

/// A cell of a sheet.
#[derive(Debug, Clone, PartialEq)]
pub(crate) enum Held {
    Text(String),
    /// The digits as they stand in the file.
    Number(String),
}

/// A sheet with what stands round its cells.
#[derive(Debug, Default)]
pub(crate) struct Page {
    pub(crate) name: String,
    pub(crate) hidden: bool,
    pub(crate) cells: BTreeMap<(usize, usize), Held>,
    /// Name of the table and its area.
    pub(crate) tables: Vec<(String, String)>,
    /// Names of the columns of the table.
    pub(crate) columns: Vec<String>,
    pub(crate) has_merged: bool,
    /// The cell on which the cursor stands where it is said.
    pub(crate) cursor: Vec<String>,
    pub(crate) formulas: usize,
}

impl Page {
    pub(crate) fn text(&self, at: (usize, usize)) -> Option<&str> {
        match self.cells.get(&at) {
            Some(Held::Text(text)) => Some(text),
            _ => None,
        }
    }

    pub(crate) fn number(&self, at: (usize, usize)) -> Option<f64> {
        match self.cells.get(&at) {
            Some(Held::Number(digits)) => digits.parse().ok(),
            _ => None,
        }
    }

    /// The column under a header.
    pub(crate) fn column(&self, header: &str) -> usize {
        let at = self.columns.iter().position(|it| it == header);
        at.unwrap_or_else(|| panic!("no `{header}` in {:?}", self.columns))
    }
}

/// The sheets of a workbook.
pub(crate) fn pages(bytes: &[u8]) -> Vec<Page> {
    let mut archive = zip::ZipArchive::new(Cursor::new(bytes)).expect("an archive");
    let mut part = |name: &str| {
        let mut text = String::new();
        let found = archive.by_name(name).ok()?;
        let mut found = found;
        found.read_to_string(&mut text).expect("text");
        Some(text)
    };
    let mut strings: Vec<String> = Vec::new();
    if let Some(xml) = part("xl/sharedStrings.xml") {
        each(&xml, |tag, text, _| match tag {
            "si" => strings.push(String::new()),
            "t" => strings.last_mut().expect("a string").push_str(text),
            _ => {}
        });
    }
    let mut pages: Vec<Page> = Vec::new();
    each(&part("xl/workbook.xml").expect("a book"), |tag, _, of| {
        if tag == "sheet" {
            pages.push(Page {
                name: of("name").expect("a name"),
                hidden: of("state").is_some(),
                ..Page::default()
            });
        }
    });
    let mut table = 0;
    for (at, page) in pages.iter_mut().enumerate() {
        let xml = part(&format!("xl/worksheets/sheet{}.xml", at + 1)).expect("a sheet");
        let mut here = ((0, 0), String::new());
        let mut tables = 0;
        each(&xml, |tag, text, of| match tag {
            "c" => {
                here = (
                    place(&of("r").expect("a place")),
                    of("t").unwrap_or_default(),
                );
            }
            "v" => {
                let held = match here.1.as_str() {
                    "s" => Held::Text(strings[text.parse::<usize>().expect("a number")].clone()),
                    "" => Held::Number(text.to_owned()),
                    other => panic!("a cell of type {other}"),
                };
                page.cells.insert(here.0, held);
            }
            "f" => page.formulas += 1,
            "mergeCell" => page.has_merged = true,
            "selection" if of("pane").is_none_or(|it| it == "bottomRight") => {
                page.cursor.extend(of("activeCell"));
            }
            "tablePart" => tables += 1,
            _ => {}
        });
        for _ in 0..tables {
            table += 1;
            let xml = part(&format!("xl/tables/table{table}.xml")).expect("a table");
            each(&xml, |tag, _, of| match tag {
                "table" => page.tables.push((
                    of("displayName").expect("a name"),
                    of("ref").expect("an area"),
                )),
                "tableColumn" => page.columns.push(of("name").expect("a name")),
                _ => {}
            });
        }
    }
    pages
}

/// Row and column of `B7`, from 0.
pub(crate) fn place(name: &str) -> (usize, usize) {
    let (letters, digits): (String, String) = name.chars().partition(char::is_ascii_alphabetic);
    let column = letters
        .bytes()
        .fold(0, |sum, it| sum * 26 + usize::from(it - b'A') + 1);
    (digits.parse::<usize>().expect("a row") - 1, column - 1)
}

/// Gives every tag with the text that begins in it, and its attributes.
fn each(xml: &str, mut told: impl FnMut(&str, &str, &dyn Fn(&str) -> Option<String>)) {
    let mut reader = Reader::from_str(xml);
    let mut open: Option<BytesStart<'static>> = None;
    let mut text = String::new();
    loop {
        let event = reader.read_event().expect("XML");
        match &event {
            Event::Text(it) => {
                text.push_str(&it.xml10_content());
                continue;
            }
            Event::GeneralRef(it) => {
                let name = it.xml10_content();
                match it.resolve_char_ref().expect("a letter") {
                    Some(letter) => text.push(letter),
                    None => text.push_str(
                        quick_xml::escape::resolve_predefined_entity(&name).expect("an entity"),
                    ),
                }
                continue;
            }
            _ => {}
        }
        if let Some(tag) = open.take() {
            tell(&tag, &text, &mut told);
        }
        text.clear();
        match event {
            Event::Start(tag) => open = Some(tag.into_owned()),
            Event::Empty(tag) => tell(&tag, "", &mut told),
            Event::Eof => return,
            _ => {}
        }
    }
}

fn tell(
    tag: &BytesStart<'_>,
    text: &str,
    told: &mut impl FnMut(&str, &str, &dyn Fn(&str) -> Option<String>),
) {
    let name = tag.name().as_ref().to_owned();
    let of = |key: &str| {
        let found = tag.try_get_attribute(key).expect("attributes")?;
        let value = found.normalized_value(quick_xml::XmlVersion::Implicit1_0);
        Some(value.expect("a value").into_owned())
    };
    told(&name, text, &of);
}
