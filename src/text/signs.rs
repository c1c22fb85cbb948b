//! Characters that nobody sees: the one list of them for the whole program.

/// The mark that some programs write in front of a text to say how it is encoded.
pub const BYTE_ORDER_MARK: char = '\u{feff}';

/// Whether a character has no shape of its own: soft hyphens, direction marks, zero-width and
/// joining signs, variation selectors, tags. White space, of which line separators are a part, is no
/// such: it parts words. Nor are controls, which each output treats in its own way.
#[must_use]
pub fn is_invisible(letter: char) -> bool {
    matches!(letter,
        '\u{ad}' | '\u{61c}' | '\u{180e}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}'
        | '\u{2060}'..='\u{206f}' | '\u{fe00}'..='\u{fe0f}' | BYTE_ORDER_MARK
        | '\u{fff0}'..='\u{fffb}' | '\u{fffe}' | '\u{ffff}' | '\u{e0000}'..='\u{e0fff}')
}

/// A text without the white space and the invisible characters round it.
#[inline]
#[must_use]
pub fn trim(text: &str) -> &str {
    // Most cells have nothing round them, and there are millions.
    if let ([first, ..], [.., last]) = (text.as_bytes(), text.as_bytes())
        && first.is_ascii_graphic()
        && last.is_ascii_graphic()
    {
        return text;
    }
    text.trim_matches(|letter: char| letter.is_whitespace() || is_invisible(letter))
}

/// A word of a command line as it is typed: in quotation marks where a shell would take it apart.
#[must_use]
pub fn shell_word(word: &str) -> String {
    let is_plain = |it: char| it.is_alphanumeric() || "-_./:@%+,=~\\".contains(it);
    if !word.is_empty() && word.chars().all(is_plain) && !(cfg!(unix) && word.contains('\\')) {
        return word.to_owned();
    }
    if cfg!(windows) {
        return format!("\"{word}\"");
    }
    format!("'{}'", word.replace('\'', "'\\''"))
}

/// A text from users as a message shows it: its first line, cut where it is long.
#[must_use]
pub fn shown(text: &str) -> String {
    const LONGEST: usize = 60;
    let line = trim(text).lines().next().unwrap_or_default();
    match line.char_indices().nth(LONGEST) {
        Some((end, _)) => format!("{}…", &line[..end]),
        None => line.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_nobody_sees_is_trimmed_and_what_parts_words_inside_stays() {
        assert_eq!(trim("\u{feff}\u{a0} a\u{200b}b \u{200e}\n"), "a\u{200b}b");
        assert_eq!(trim("\u{200b}\u{61c}"), "");
        assert_eq!(trim("é"), "é");
        assert!(!is_invisible('\n') && !is_invisible('\u{2028}') && !is_invisible('\u{301}'));
    }

    #[cfg(unix)]
    #[test]
    fn a_shell_reads_a_word_back_as_it_is() {
        assert_eq!(shell_word("data/a.csv"), "data/a.csv");
        assert_eq!(shell_word("My data"), "'My data'");
        assert_eq!(shell_word("it's;$x"), "'it'\\''s;$x'");
        assert_eq!(shell_word(""), "''");
    }

    #[test]
    fn a_message_shows_the_first_line_of_a_long_cell() {
        assert_eq!(shown(" satu\ndua"), "satu");
        assert_eq!(shown(&"é".repeat(61)), format!("{}…", "é".repeat(60)));
        assert_eq!(shown(""), "");
    }
}
