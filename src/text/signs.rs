//! Characters that nobody sees, and signs that a spreadsheet takes for a formula: the one list of each
//! for the whole program.

use std::borrow::Cow;

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
    // Double marks are the only ones that every shell knows.
    if cfg!(windows) || !word.contains(['"', '$', '`', '\\', '!']) {
        return format!("\"{word}\"");
    }
    format!("'{}'", word.replace('\'', "'\\''"))
}

/// Whether a spreadsheet takes a text that begins so for a formula; full-width signs are taken for the
/// plain ones.
fn begins_formula(letter: char) -> bool {
    matches!(
        letter,
        '=' | '+' | '-' | '@' | '\t' | '\r' | '＝' | '＋' | '－' | '＠'
    )
}

/// Whether a formula begins behind this letter, where a program takes it for the end of a cell.
fn may_end_cell(letter: char) -> bool {
    matches!(letter, ';' | '|' | '\t' | '\r' | '\n')
}

/// A text that no spreadsheet takes for a formula, whole or cut into cells at a `;`: an apostrophe
/// stands before each sign that would begin one. [`unguarded`] takes the first off again.
///
/// A dash that begins a line or follows `;` is left alone where a space is behind it: it lists things.
#[must_use]
pub fn guarded(text: &str) -> Cow<'_, str> {
    let mut out = String::new();
    let mut copied = 0;
    let mut begins = true;
    for (at, letter) in text.char_indices() {
        let rest = &text[at + letter.len_utf8()..];
        let lists = at > 0 && letter == '-' && rest.starts_with(' ');
        if begins && begins_formula(letter) && !lists {
            out.push_str(&text[copied..at]);
            out.push('\'');
            copied = at;
        }
        begins = may_end_cell(letter) || begins && at > 0 && letter == ' ';
    }
    match copied {
        0 if out.is_empty() => Cow::Borrowed(text),
        _ => {
            out.push_str(&text[copied..]);
            Cow::Owned(out)
        }
    }
}

/// A text without the apostrophe that [`guarded`] writes before a sign of formulas.
#[inline]
#[must_use]
pub fn unguarded(text: &str) -> &str {
    match text.strip_prefix('\'') {
        Some(rest) if rest.starts_with(begins_formula) => rest,
        _ => text,
    }
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

/// The name of a cell as spreadsheets call it: `D14`.
#[must_use]
pub fn cell_name(row: usize, column: usize) -> String {
    format!("{}{row}", column_name(column))
}

/// What spreadsheets call a column: `A` for 0, `AA` for 26.
#[must_use]
pub fn column_name(index: usize) -> String {
    let mut left = index + 1;
    let mut out = Vec::new();
    while left > 0 {
        let digit = u8::try_from((left - 1) % 26).unwrap_or(0);
        out.push(b'A' + digit);
        left = (left - 1) / 26;
    }
    out.reverse();
    out.into_iter().map(char::from).collect()
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
        assert_eq!(shell_word("My data"), "\"My data\"");
        assert_eq!(shell_word("it's;$x"), "'it'\\''s;$x'");
        assert_eq!(shell_word(""), "\"\"");
    }

    #[test]
    fn formulas_are_disarmed_wherever_a_cell_may_begin() {
        for (text, wanted) in [
            ("=1+1", "'=1+1"),
            ("＝1+1", "'＝1+1"),
            ("-", "'-"),
            ("jaringan;=1+1;ok", "jaringan;'=1+1;ok"),
            ("a; @b", "a; '@b"),
            ("a\n=1", "a\n'=1"),
            ("a\n- b; - c", "a\n- b; - c"),
            ("2-1=1", "2-1=1"),
            ("", ""),
        ] {
            assert_eq!(guarded(text), wanted);
            assert_eq!(guarded(unguarded(&guarded(text))), guarded(text));
        }
        assert_eq!(unguarded("'@Budi"), "@Budi");
        assert_eq!(unguarded("'ain"), "'ain");
    }

    #[test]
    fn a_message_shows_the_first_line_of_a_long_cell() {
        assert_eq!(shown(" satu\ndua"), "satu");
        assert_eq!(shown(&"é".repeat(61)), format!("{}…", "é".repeat(60)));
        assert_eq!(shown(""), "");
    }
}
