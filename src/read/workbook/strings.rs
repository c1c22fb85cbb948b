//! The texts that cells of an `.xlsx` share.

use crate::problem::Problem;

use super::archive::Archive;
use super::grid::{Budget, MOST_OF_CELL};
use super::xml::{Node, Xml, too_large};

/// The shared texts, one behind the other.
#[derive(Default)]
pub(super) struct Strings {
    text: String,
    /// Where each of them ends.
    ends: Vec<usize>,
}

impl Strings {
    /// Reads them. How many there are is counted, whatever the part says of that.
    pub(super) fn read(
        archive: &mut Archive<'_>,
        part: &str,
        budget: &mut Budget,
    ) -> Result<Self, Vec<Problem>> {
        let file = archive.file;
        let mut out = Self::default();
        let Some(mut xml) = archive.part(part)? else {
            return Ok(out);
        };
        loop {
            match xml.next()? {
                Node::Start(tag) if tag.name() == "si" => {
                    let text = rich_text(&mut xml, "si", file)?;
                    budget.take(0, text.len() + 8, file)?;
                    out.text.push_str(&text);
                    out.ends.push(out.text.len());
                }
                Node::Over => return Ok(out),
                _ => {}
            }
        }
    }

    pub(super) fn get(&self, at: usize) -> Option<&str> {
        let end = *self.ends.get(at)?;
        let start = at.checked_sub(1).map_or(0, |it| self.ends[it]);
        self.text.get(start..end)
    }
}

/// The text inside a tag that was started, of all its runs; how it is pronounced is left out.
pub(super) fn rich_text(
    xml: &mut Xml<'_, '_>,
    tag: &str,
    file: &str,
) -> Result<String, Vec<Problem>> {
    let mut out = String::new();
    let mut is_text = false;
    loop {
        match xml.next()? {
            Node::Start(tag) if tag.name() == "t" => is_text = true,
            Node::Start(tag) if tag.name() == "rPh" => xml.skip()?,
            Node::Text(text) if is_text => {
                out.push_str(&text);
                if out.len() > MOST_OF_CELL {
                    return Err(too_large(file));
                }
            }
            Node::End(name) if name == "t" => is_text = false,
            Node::End(name) if name == tag => return Ok(unescaped(out)),
            Node::Over => return Ok(unescaped(out)),
            _ => {}
        }
    }
}

/// A text with letters that XML cannot hold: `_x000D_` is a carriage return.
pub(super) fn unescaped(text: String) -> String {
    if !text.contains("_x") {
        return text;
    }
    let mut out = String::with_capacity(text.len());
    let mut rest = &*text;
    while let Some(at) = rest.find("_x") {
        let code = rest.get(at + 2..at + 6);
        let code = code.filter(|_| rest.as_bytes().get(at + 6) == Some(&b'_'));
        let code = code.filter(|it| it.bytes().all(|it| it.is_ascii_hexdigit()));
        let letter = code.and_then(|it| char::from_u32(u32::from_str_radix(it, 16).ok()?));
        match letter {
            Some(letter) => {
                out.push_str(&rest[..at]);
                // What no text may hold is left out.
                out.extend((!letter.is_control() || letter.is_whitespace()).then_some(letter));
                rest = &rest[at + 7..];
            }
            None => {
                out.push_str(&rest[..at + 2]);
                rest = &rest[at + 2..];
            }
        }
    }
    out.push_str(rest);
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn letters_that_xml_cannot_hold_are_restored() {
        let of = |text: &str| unescaped(text.to_owned());
        assert_eq!(of("a_x000D_b"), "a\rb");
        assert_eq!(of("a_x0007_"), "a");
        assert_eq!(of("_xyz_ dan _x00"), "_xyz_ dan _x00");
        assert_eq!(of("_x005F_x000D_"), "_x000D_");
        assert_eq!(of("_xé000_"), "_xé000_");
    }
}
