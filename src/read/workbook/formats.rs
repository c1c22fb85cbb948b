//! How cells of an `.xlsx` are shown: what makes a number a date, a share of a hundred, or a code with
//! its last zero.

use crate::problem::Problem;

use super::archive::Archive;
use super::xml::Node;

/// What a format says a number is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Format {
    Plain,
    /// With so many decimals, always: `16.10`.
    Fixed(usize),
    Percent,
    Date,
    Time,
}

/// The formats of cells, by the number of their style.
pub(super) fn of(archive: &mut Archive<'_>, part: &str) -> Result<Vec<Format>, Vec<Problem>> {
    let mut own: Vec<(u64, Format)> = Vec::new();
    let mut out = Vec::new();
    let Some(mut xml) = archive.part(part)? else {
        return Ok(out);
    };
    let mut is_cells = false;
    loop {
        match xml.next()? {
            Node::Start(tag) => match tag.name() {
                "numFmt" => {
                    let code = tag.get("formatCode").unwrap_or_default();
                    own.extend(tag.count("numFmtId").map(|id| (id, of_code(&code))));
                }
                "cellXfs" => is_cells = true,
                "xf" if is_cells => {
                    let id = tag.count("numFmtId").unwrap_or(0);
                    let found = own.iter().find(|(it, _)| *it == id);
                    out.push(found.map_or_else(|| built_in(id), |(_, it)| *it));
                }
                _ => {}
            },
            Node::End(name) if name == "cellXfs" => is_cells = false,
            Node::Over => return Ok(out),
            _ => {}
        }
    }
}

fn built_in(id: u64) -> Format {
    match id {
        1 => Format::Fixed(0),
        2 => Format::Fixed(2),
        9 | 10 => Format::Percent,
        14..=17 | 22 | 27..=36 | 50..=58 => Format::Date,
        18..=21 | 45..=47 => Format::Time,
        _ => Format::Plain,
    }
}

/// What a format of one's own says, by its first section.
fn of_code(code: &str) -> Format {
    let mut letters = code.chars();
    let mut bare = String::new();
    while let Some(letter) = letters.next() {
        match letter {
            ';' => break,
            '"' => while letters.next().is_some_and(|it| it != '"') {},
            '\\' | '_' | '*' => {
                letters.next();
            }
            '[' => {
                let inside: String = letters.by_ref().take_while(|it| *it != ']').collect();
                // A span of time: `[h]:mm`.
                let is_span =
                    !inside.is_empty() && inside.bytes().all(|it| b"hmsHMS".contains(&it));
                bare.push_str(if is_span { "h" } else { "" });
            }
            it => bare.extend(it.to_lowercase()),
        }
    }
    if bare.contains("general") {
        return Format::Plain;
    }
    let decimals = bare.strip_prefix("0.").filter(|it| !it.is_empty());
    if let Some(zeros) = decimals.filter(|it| it.bytes().all(|it| it == b'0')) {
        return Format::Fixed(zeros.len());
    }
    match bare {
        it if it.contains('%') => Format::Percent,
        it if it.contains(['y', 'd']) => Format::Date,
        it if it.contains(['h', 's']) => Format::Time,
        it if it.contains('m') => Format::Date,
        _ => Format::Plain,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_format_says_what_a_number_is() {
        for (code, format) in [
            ("General", Format::Plain),
            ("0.00", Format::Fixed(2)),
            ("0.0%", Format::Percent),
            ("#,##0.00", Format::Plain),
            ("\"hari\" 0", Format::Plain),
            ("dd/mm/yyyy", Format::Date),
            ("[$-421]dd mmmm yyyy;@", Format::Date),
            ("mmm-yy", Format::Date),
            ("hh:mm", Format::Time),
            ("[h]:mm", Format::Time),
            ("[Red]0", Format::Plain),
            ("_-* #,##0_-", Format::Plain),
        ] {
            assert_eq!(of_code(code), format, "{code}");
        }
    }
}
