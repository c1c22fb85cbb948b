//! JSON: indented, ending in a line break, numbers as shortest round-trip doubles.

use std::fmt::Write as _;

use serde::Serialize;

use crate::text::is_invisible;
use crate::view::report::Report;

use super::{Failure, Page, Renderer};

pub(super) const JSON: Renderer = Renderer {
    name: "json",
    endings: &["json"],
    holds_several: false,
    has_detail: false,
    is_binary: false,
    render: reports,
};

fn reports(reports: &[&dyn Report], _: Page) -> Result<Vec<u8>, Failure> {
    let mut text = String::new();
    for report in reports {
        text.push_str(&render(&*report.record())?);
    }
    Ok(text.into_bytes())
}

/// The record as JSON.
///
/// # Errors
/// Only if a record cannot be written as JSON, such as a map whose keys are not texts.
pub fn render<T: Serialize + ?Sized>(record: &T) -> Result<String, serde_json::Error> {
    let mut text = escaped(serde_json::to_string_pretty(record)?);
    text.push('\n');
    Ok(text)
}

/// Writes as `\u….` what would act on a terminal or change the order of what is read: the value stays
/// the same. Such signs can only stand inside texts.
fn escaped(json: String) -> String {
    let is_safe = |letter: char| {
        letter == '\n' || !(letter.is_control() || is_invisible(letter) || is_line_end(letter))
    };
    // Nearly all of it is plain, and looking at that letter by letter takes as long as writing it.
    let is_plain = |byte: u8| byte == b'\n' || matches!(byte, b' '..=b'~');
    if json.bytes().all(is_plain) {
        return json;
    }
    let mut out = String::with_capacity(json.len() + 64);
    let mut rest = json.as_str();
    loop {
        let end = rest.bytes().position(|it| !is_plain(it));
        let (plain, other) = rest.split_at(end.unwrap_or(rest.len()));
        out.push_str(plain);
        let mut letters = other.chars();
        let Some(letter) = letters.next() else {
            return out;
        };
        if is_safe(letter) {
            out.push(letter);
        } else {
            for unit in letter.encode_utf16(&mut [0; 2]) {
                // Writing to a String cannot fail.
                let _ = write!(out, "\\u{unit:04x}");
            }
        }
        rest = letters.as_str();
    }
}

fn is_line_end(letter: char) -> bool {
    matches!(letter, '\u{2028}' | '\u{2029}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_acts_on_a_terminal_is_escaped_and_reads_back_the_same() {
        let text = "a\u{9b}31m\u{202e}b\u{7f}\u{e0041}é\n";
        let json = render(text).expect("JSON");
        assert_eq!(json, "\"a\\u009b31m\\u202eb\\u007f\\udb40\\udc41é\\n\"\n");
        assert_eq!(serde_json::from_str::<String>(&json).expect("JSON"), text);
    }
}
