//! `.xlsx` and `.xlsm`: which sheets there are, and the cells of each, as they stream by.

use crate::problem::Problem;
use crate::read::form::MARK;
use crate::text::{say, shown};

use super::archive::{Archive, refused};
use super::formats::{self, Format};
use super::grid::{Budget, Grid, MOST_OF_CELL, Value, spot_of, stretch_of};
use super::serial;
use super::strings::{Strings, rich_text, unescaped};
use super::xml::{Node, Xml, too_large};
use super::{Found, Pages};

/// A relation of a part to another one.
struct Relation {
    id: String,
    kind: String,
    part: String,
}

/// What cells need besides their own XML.
struct Book {
    strings: Strings,
    formats: Vec<Format>,
    is_1904: bool,
    /// Whether whoever wrote the workbook left all calculating to whoever opens it.
    is_open: bool,
}

/// The path of the part that is the workbook; nothing where this is none.
pub(super) fn workbook_of(archive: &mut Archive<'_>) -> Result<Option<String>, Vec<Problem>> {
    let all = relations(archive, "")?;
    let found = all.into_iter().find(|it| it.kind == "officeDocument");
    let found = found.map_or_else(|| "xl/workbook.xml".to_owned(), |it| it.part);
    Ok(archive.has(&found).then_some(found))
}

/// Reads all visible sheets of the workbook at `part`.
pub(super) fn read(archive: &mut Archive<'_>, part: &str) -> Result<Pages, Vec<Problem>> {
    let file = archive.file;
    let all = relations(archive, part)?;
    let path = |kind: &str| {
        all.iter()
            .find(|it| it.kind == kind)
            .map(|it| it.part.clone())
    };
    let mut budget = Budget::default();
    let strings = match path("sharedStrings") {
        Some(part) => Strings::read(archive, &part, &mut budget)?,
        None => Strings::default(),
    };
    let formats = match path("styles") {
        Some(part) => formats::of(archive, &part)?,
        None => Vec::new(),
    };
    let mut book = Book {
        strings,
        formats,
        is_1904: false,
        is_open: false,
    };
    let mut pages = Pages::default();
    let mut visible: Vec<(String, String)> = Vec::new();
    let Some(mut xml) = archive.part(part)? else {
        return Ok(pages);
    };
    loop {
        match xml.next()? {
            Node::Start(tag) => match tag.name() {
                "workbookPr" => book.is_1904 = tag.is_on("date1904"),
                "calcPr" => book.is_open = tag.is_on("fullCalcOnLoad"),
                "sheet" => {
                    let name = tag.get("name").unwrap_or_default();
                    let id = tag.get("id").unwrap_or_default();
                    let is_hidden = tag.get("state").is_some_and(|it| it != "visible");
                    let found = all.iter().find(|it| it.id == id);
                    match found.filter(|it| it.kind == "worksheet") {
                        Some(_) if is_hidden && name != MARK => pages.hidden.push(name),
                        Some(it) => visible.push((name, it.part.clone())),
                        // A chart or a dialogue has no cells.
                        None => {}
                    }
                }
                _ => {}
            },
            Node::Over => break,
            _ => {}
        }
    }
    drop(xml);
    for (name, part) in visible {
        let Some(xml) = archive.part(&part)? else {
            return Err(refused(file, say::workbook_part_broken(shown(&part))));
        };
        let found = sheet(xml, &book, (file, &name), &mut budget)?;
        pages.found.extend(found);
    }
    pages.has_comments =
        archive.any(|it| it.starts_with("xl/comments") || it.contains("/comments"));
    Ok(pages)
}

/// The relations of a part; those of the archive itself for an empty name.
fn relations(archive: &mut Archive<'_>, part: &str) -> Result<Vec<Relation>, Vec<Problem>> {
    let (folder, name) = part.rsplit_once('/').unwrap_or(("", part));
    let path = match folder {
        "" => format!("_rels/{name}.rels"),
        folder => format!("{folder}/_rels/{name}.rels"),
    };
    let mut out = Vec::new();
    let Some(mut xml) = archive.part(&path)? else {
        return Ok(out);
    };
    loop {
        match xml.next()? {
            Node::Start(tag) if tag.name() == "Relationship" => {
                // What lies outside of the archive is never opened.
                if tag.get("TargetMode").is_some_and(|it| it == "External") {
                    continue;
                }
                let kind = tag.get("Type").unwrap_or_default();
                out.push(Relation {
                    id: tag.get("Id").unwrap_or_default(),
                    kind: kind.rsplit('/').next().unwrap_or_default().to_owned(),
                    part: resolved(folder, &tag.get("Target").unwrap_or_default()),
                });
            }
            Node::Over => return Ok(out),
            _ => {}
        }
    }
}

/// The name of a part, in lower case, that another one calls so from its folder.
fn resolved(folder: &str, target: &str) -> String {
    let target = target.replace('\\', "/").to_lowercase();
    let mut path: Vec<&str> = match target.starts_with('/') {
        true => Vec::new(),
        false => folder.split('/').filter(|it| !it.is_empty()).collect(),
    };
    for piece in target.split('/') {
        match piece {
            "" | "." => {}
            ".." => drop(path.pop()),
            it => path.push(it),
        }
    }
    path.join("/")
}

/// The cells of a sheet.
fn sheet(
    mut xml: Xml<'_, '_>,
    book: &Book,
    (file, name): (&str, &str),
    budget: &mut Budget,
) -> Result<Option<Found>, Vec<Problem>> {
    let mut grid = Grid::new(file, name);
    let (mut row, mut column) = (0, 0);
    let mut is_hidden = false;
    loop {
        match xml.next()? {
            Node::Start(tag) => match tag.name() {
                "col" if tag.is_on("hidden") => {
                    let at = |key| tag.count(key).and_then(|it| usize::try_from(it).ok());
                    if let (Some(first @ 1..), Some(last @ 1..)) = (at("min"), at("max")) {
                        grid.hidden_columns(first - 1, last - 1);
                    }
                }
                "row" => {
                    row = match tag.get("r") {
                        Some(text) => text
                            .trim()
                            .parse()
                            .ok()
                            .filter(|_| text.len() <= 7)
                            .ok_or_else(|| {
                                refused(file, say::workbook_outside_grid(shown(name)))
                            })?,
                        None => row + 1,
                    };
                    column = 0;
                    is_hidden = tag.is_on("hidden");
                }
                "c" => {
                    let at = match tag.get("r") {
                        Some(text) => spot_of(&text).ok_or_else(|| {
                            refused(file, say::workbook_cell_name(shown(name), shown(&text)))
                        })?,
                        None => (row, column),
                    };
                    column = at.1 + 1;
                    let style = tag.count("s").and_then(|it| usize::try_from(it).ok());
                    let format = style.and_then(|it| book.formats.get(it).copied());
                    let kind = tag.get("t").unwrap_or_default();
                    let raw = raw(&mut xml, file)?;
                    let value = value(raw, &kind, format.unwrap_or(Format::Plain), book);
                    grid.cell(at, &value, budget)?;
                }
                "mergeCell" => {
                    let merged = tag.get("ref").and_then(|it| stretch_of(&it));
                    merged.into_iter().for_each(|it| grid.merged(it));
                }
                _ => {}
            },
            Node::End(name) if name == "row" && is_hidden => {
                is_hidden = false;
                if grid.stands_at(row) {
                    grid.hidden_row(row);
                }
            }
            Node::Over => break,
            _ => {}
        }
    }
    let made = grid.finish(budget)?;
    Ok(made.map(|(sheet, said)| Found { sheet, said }))
}

/// What stands inside the tag of a cell.
#[derive(Default)]
struct Raw {
    value: Option<String>,
    inline: Option<String>,
    is_formula: bool,
}

/// Reads on to the end of a cell.
fn raw(xml: &mut Xml<'_, '_>, file: &str) -> Result<Raw, Vec<Problem>> {
    let mut out = Raw::default();
    let mut is_value = false;
    loop {
        match xml.next()? {
            Node::Start(tag) => match tag.name() {
                "v" => {
                    is_value = true;
                    out.value = Some(String::new());
                }
                "f" => {
                    out.is_formula = true;
                    xml.skip()?;
                }
                "is" => out.inline = Some(rich_text(xml, "is", file)?),
                _ => xml.skip()?,
            },
            Node::Text(text) if is_value => {
                let value = out.value.get_or_insert_default();
                value.push_str(&text);
                if value.len() > MOST_OF_CELL {
                    return Err(too_large(file));
                }
            }
            Node::End(name) if name == "v" => is_value = false,
            Node::End(name) if name == "c" => return Ok(out),
            Node::Over => return Ok(out),
            _ => {}
        }
    }
}

/// What a cell says: `kind` is the letter of its type.
fn value(raw: Raw, kind: &str, format: Format, book: &Book) -> Value {
    let text = raw.value.unwrap_or_default();
    let is_text = matches!(kind, "str" | "inlineStr" | "s" | "e" | "b" | "d");
    let is_unknown = text.trim().is_empty() || book.is_open && text.trim() == "0";
    if raw.is_formula && is_unknown && !is_text {
        return Value::uncalculated();
    }
    match kind {
        "s" => {
            let at = text.trim().parse().ok();
            let found = at.and_then(|it| book.strings.get(it));
            Value::text(found.unwrap_or_default().to_owned())
        }
        "inlineStr" => Value::text(raw.inline.unwrap_or_default()),
        "str" | "e" => Value::text(unescaped(text)),
        "b" => Value::yes_no(text.trim() == "1" || text.trim() == "true"),
        "d" => match text.get(..10).filter(|it| is_day(it)) {
            Some(day) => Value::date(day.to_owned()),
            None => Value::text(text),
        },
        _ => match text.trim().parse::<f64>().ok().filter(|it| it.is_finite()) {
            Some(number) => shown_as(number, format, book.is_1904),
            None => Value::text(raw.inline.unwrap_or(text)),
        },
    }
}

fn is_day(text: &str) -> bool {
    let mut bytes = text.bytes().enumerate();
    bytes.all(|(at, it)| match at {
        4 | 7 => it == b'-',
        _ => it.is_ascii_digit(),
    })
}

/// A number as its format shows it.
fn shown_as(number: f64, format: Format, is_1904: bool) -> Value {
    let plain = || Value::number(number, String::new());
    match format {
        Format::Plain => plain(),
        // `16.10` in place of 16.1, and never a number that is rounded.
        Format::Fixed(decimals) => {
            let text = format!("{number:.decimals$}");
            let is_same = text
                .parse::<f64>()
                .is_ok_and(|it| (it - number).abs() <= 0.0);
            Value::number(number, if is_same { text } else { String::new() })
        }
        Format::Percent => Value::percent(number),
        Format::Date if number < 1.0 => serial::time(number).map_or_else(plain, Value::text),
        Format::Date => serial::day(number, is_1904).map_or_else(plain, Value::date),
        Format::Time => serial::time(number).map_or_else(plain, Value::text),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::table::Kind;

    fn book(is_open: bool) -> Book {
        Book {
            strings: Strings::default(),
            formats: Vec::new(),
            is_1904: false,
            is_open,
        }
    }

    fn kind(text: Option<&str>, is_formula: bool, kind: &str, is_open: bool) -> Kind {
        let raw = Raw {
            value: text.map(str::to_owned),
            inline: None,
            is_formula,
        };
        value(raw, kind, Format::Plain, &book(is_open)).kind
    }

    #[test]
    fn a_formula_that_was_never_calculated_is_no_zero() {
        assert_eq!(kind(None, true, "", false), Kind::Uncalculated);
        assert_eq!(kind(Some(""), true, "n", false), Kind::Uncalculated);
        assert_eq!(kind(Some("0"), true, "", true), Kind::Uncalculated);
        assert_eq!(kind(Some("0"), true, "", false), Kind::Number(0.0));
        assert_eq!(kind(Some("0"), false, "", true), Kind::Number(0.0));
        assert_eq!(kind(Some("3"), true, "", true), Kind::Number(3.0));
        assert_eq!(kind(Some(""), true, "str", true), Kind::Text);
    }

    #[test]
    fn a_number_keeps_the_zero_that_is_shown() {
        assert_eq!(shown_as(16.1, Format::Fixed(2), false).text, "16.10");
        assert_eq!(shown_as(3.996, Format::Fixed(2), false).text, "");
        assert_eq!(shown_as(43_612.0, Format::Date, false).text, "2019-05-27");
        assert_eq!(shown_as(0.7024, Format::Percent, false).text, "70.24%");
    }

    #[test]
    fn parts_are_found_from_their_folder() {
        assert_eq!(
            resolved("xl", "worksheets/sheet1.xml"),
            "xl/worksheets/sheet1.xml"
        );
        assert_eq!(
            resolved("xl", "/xl/SharedStrings.xml"),
            "xl/sharedstrings.xml"
        );
        assert_eq!(resolved("xl", "..\\..\\..\\etc"), "etc");
    }
}
