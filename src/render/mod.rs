//! One file per output format: reports → bytes. Rounds numbers, escapes texts, styles; decides
//! nothing about what is shown.
//!
//! A format is one [`Renderer`] in its own file and its line in [`RENDERERS`].

pub mod csv;
pub mod figure;
pub mod json;
pub mod markdown;
pub mod marked;
pub mod terminal;
pub mod workbook;
mod xlsx;

use std::borrow::Cow;
use std::fmt;

use crate::text::{Lang, is_invisible, number, short_number};
use crate::view::report::{Detail, Report};
use crate::view::{Content, Number};

/// Every output format; the first is the one for a screen.
pub const RENDERERS: &[Renderer] = &[
    terminal::TABLE,
    csv::CSV,
    json::JSON,
    markdown::MARKDOWN,
    xlsx::XLSX,
];

/// One output format.
#[derive(Debug)]
pub struct Renderer {
    /// What it is called on the command line.
    pub name: &'static str,
    /// Endings of file names that ask for it, in lower case.
    pub endings: &'static [&'static str],
    /// Whether one output can hold several reports, one after the other.
    pub holds_several: bool,
    /// Whether it can be brief: what is for programs always has everything.
    pub has_detail: bool,
    /// Whether it is no text, which a terminal could not show.
    pub is_binary: bool,
    /// Turns reports into the bytes of a file.
    pub render: Render,
}

/// Reports → the bytes of a file.
type Render = fn(&[&dyn Report], Page) -> Result<Vec<u8>, Failure>;

impl Renderer {
    /// The format called `name`.
    #[must_use]
    pub fn named(name: &str) -> Option<&'static Self> {
        RENDERERS.iter().find(|it| it.name == name)
    }

    /// The format of a file whose name ends in a dot and `ending`, in any case.
    #[must_use]
    pub fn of_ending(ending: &str) -> Option<&'static Self> {
        let ending = ending.to_lowercase();
        RENDERERS.iter().find(|it| it.endings.contains(&&*ending))
    }
}

/// What a format must know of the place where its output will stand.
#[derive(Debug, Clone, Copy)]
pub struct Page {
    /// Columns of the terminal, counted in letters.
    pub width: usize,
    /// Whether terminal colours are wanted.
    pub colour: bool,
    /// How much is told.
    pub detail: Detail,
}

/// Why a report could not be put into a format.
#[derive(Debug)]
pub struct Failure(Box<dyn std::error::Error + Send + Sync>);

impl fmt::Display for Failure {
    fn fmt(&self, to: &mut fmt::Formatter) -> fmt::Result {
        self.0.fmt(to)
    }
}

impl std::error::Error for Failure {}

macro_rules! failures {
    ($($error:ty),*) => {
        $(impl From<$error> for Failure {
            fn from(error: $error) -> Self {
                Self(Box::new(error))
            }
        })*
    };
}

failures!(::csv::Error, serde_json::Error, rust_xlsxwriter::XlsxError);

/// The text of a cell as people read it; line breaks stay.
fn shown(content: &Content, lang: Lang) -> Cow<'_, str> {
    match content {
        Content::Empty => Cow::Borrowed(""),
        Content::Text(text) | Content::Missing(text) => clean(text),
        Content::Number(it) => Cow::Owned(written(it, lang)),
        Content::Count(count) => Cow::Owned(count.to_string()),
        Content::Joined { parts, by } => {
            let parts: Vec<Cow<str>> = parts.iter().map(|it| shown(it, lang)).collect();
            Cow::Owned(parts.join(by))
        }
    }
}

fn written(it: &Number, lang: Lang) -> String {
    let size = if it.signed { it.value.abs() } else { it.value };
    let digits = if it.short {
        short_number(size, it.decimals, lang)
    } else {
        number(size, it.decimals, lang)
    };
    // What stands in a message in code marks is written as it was typed; in a table there is one minus
    // sign, that of changes.
    let digits = digits.replace('-', "−");
    let about = if it.about { "≈\u{a0}" } else { "" };
    let sign = match it.signed {
        true if it.value < 0.0 => "−",
        true => "+",
        false => "",
    };
    format!("{about}{sign}{digits}{}", it.suffix)
}

/// Takes control and formatting characters out of a text from users: they could move the cursor,
/// reorder what is read, or hide text. Line breaks become spaces unless `lines` keeps them.
#[must_use]
pub fn clean_text(text: &str, lines: bool) -> String {
    cleaned(text, lines).into_owned()
}

/// As [`clean_text`], without a copy where there is nothing to take out.
fn cleaned(text: &str, lines: bool) -> Cow<'_, str> {
    // Plain letters are nearly everything: none of them needs a second look.
    if text.bytes().all(|byte| matches!(byte, b' '..=b'~')) {
        return Cow::Borrowed(text);
    }
    let kept = text.chars().filter_map(|letter| match letter {
        '\n' if lines => Some('\n'),
        '\n' | '\r' | '\t' | '\u{2028}' | '\u{2029}' => Some(' '),
        _ if letter.is_control() || is_invisible(letter) => None,
        _ => Some(letter),
    });
    Cow::Owned(kept.collect())
}

fn clean(text: &str) -> Cow<'_, str> {
    cleaned(text, true)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn control_characters_do_not_reach_the_screen() {
        assert_eq!(clean_text("a\u{1b}[31mb\u{202e}c", false), "a[31mbc");
        assert_eq!(clean_text("a\nb\tc", false), "a b c");
        assert_eq!(clean_text("a\nb", true), "a\nb");
    }
}
