//! One file per output format: view → bytes. Rounds numbers, escapes texts, styles; decides
//! nothing about what is shown.

pub mod csv;
pub mod figure;
pub mod json;
pub mod markdown;
pub mod terminal;

use crate::text::{Lang, number};
use crate::view::Content;

/// The text of a cell as people read it; line breaks stay.
fn shown(content: &Content, lang: Lang) -> String {
    match content {
        Content::Empty => String::new(),
        Content::Text(text) | Content::Missing(text) => clean(text),
        Content::Number {
            value,
            decimals,
            suffix,
        } => format!("{}{suffix}", number(*value, *decimals, lang)),
        Content::Count(count) => count.to_string(),
    }
}

/// Takes control and formatting characters out of a text from users: they could move the cursor,
/// reorder what is read, or hide text. Line breaks become spaces unless `lines` keeps them.
#[must_use]
pub fn clean_text(text: &str, lines: bool) -> String {
    text.chars()
        .filter_map(|letter| match letter {
            '\n' if lines => Some('\n'),
            '\n' | '\r' | '\t' => Some(' '),
            _ if letter.is_control() || is_invisible(letter) => None,
            _ => Some(letter),
        })
        .collect()
}

fn clean(text: &str) -> String {
    clean_text(text, true)
}

/// Characters without a shape: direction overrides, zero-width signs, tags.
fn is_invisible(letter: char) -> bool {
    matches!(letter,
        '\u{00ad}' | '\u{061c}' | '\u{180e}' | '\u{200b}'..='\u{200f}' | '\u{2028}'..='\u{202e}'
        | '\u{2060}'..='\u{206f}' | '\u{feff}' | '\u{fff9}'..='\u{fffb}'
        | '\u{e0000}'..='\u{e007f}')
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
