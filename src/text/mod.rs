//! Languages and texts: every sentence and label a person reads, in Indonesian and English.
//!
//! Owns the pair [`Text`], the choice [`Lang`], number and date formatting per language, the
//! catalogue of diagnostics ([`say`]) and of labels ([`label`]). The compiler keeps both languages
//! complete: an entry without `id` or `en` does not build. Imports nothing.

#[macro_use]
mod pattern;

pub mod form;
pub mod help;
pub mod label;
pub mod say;
mod signs;
mod vocabulary;
mod wording;

pub use signs::{
    BYTE_ORDER_MARK, cell_name, column_name, guarded, is_invisible, shell_word, shown, trim,
    unguarded,
};
pub(crate) use vocabulary::vocabulary;
pub use wording::{Wording, capital, inside_a_sentence};

use std::fmt;

/// The language in which people read the output.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Lang {
    /// Bahasa Indonesia.
    Id,
    /// English.
    En,
}

impl Lang {
    /// The language named by a tag such as `id`, `id_ID.UTF-8` or `en-GB`, if it is one of ours.
    #[must_use]
    pub fn from_tag(tag: &str) -> Option<Self> {
        let head = tag
            .split(['_', '-', '.', '@'])
            .next()
            .unwrap_or_default()
            .to_ascii_lowercase();
        match head.as_str() {
            "id" | "in" | "ind" => Some(Self::Id),
            "en" | "eng" => Some(Self::En),
            _ => None,
        }
    }

    /// The two-letter tag.
    #[must_use]
    pub fn tag(self) -> &'static str {
        match self {
            Self::Id => "id",
            Self::En => "en",
        }
    }
}

/// One text in both languages.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Default)]
pub struct Text {
    id: String,
    en: String,
}

impl Text {
    /// A text with its Indonesian and English wording.
    pub fn new(id: impl Into<String>, en: impl Into<String>) -> Self {
        Self {
            id: id.into(),
            en: en.into(),
        }
    }

    /// A text that reads the same in both languages (a name, a code, a quote).
    pub fn same(text: impl Into<String>) -> Self {
        let text = text.into();
        Self {
            id: text.clone(),
            en: text,
        }
    }

    /// The wording in one language.
    #[must_use]
    pub fn get(&self, lang: Lang) -> &str {
        match lang {
            Lang::Id => &self.id,
            Lang::En => &self.en,
        }
    }

    /// Both wordings, Indonesian first.
    #[must_use]
    pub fn both(&self) -> [&str; 2] {
        [&self.id, &self.en]
    }

    /// Whether nothing is said in either language.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.id.is_empty() && self.en.is_empty()
    }
}

/// A sentence of the catalogue: a stable code for programs and the wording for people.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Sentence {
    /// Stable name, as in `warnings[].code` of the JSON output.
    pub code: &'static str,
    /// The wording, arguments filled in.
    pub text: Text,
}

/// What may fill a gap in a [`Sentence`]: it reads right in either language.
pub trait Word {
    /// The wording in one language.
    fn word(&self, lang: Lang) -> String;
}

impl Word for Text {
    fn word(&self, lang: Lang) -> String {
        self.get(lang).to_owned()
    }
}

impl Word for f64 {
    fn word(&self, lang: Lang) -> String {
        // As it is typed: messages point at what stands in a file.
        short_number(*self, 6, lang).replace('−', "-")
    }
}

impl<T: Word + ?Sized> Word for &T {
    fn word(&self, lang: Lang) -> String {
        (**self).word(lang)
    }
}

macro_rules! same_in_both {
    ($($kind:ty),*) => {
        $(impl Word for $kind {
            fn word(&self, _: Lang) -> String {
                self.to_string()
            }
        })*
    };
}

same_in_both!(
    str,
    String,
    std::sync::Arc<str>,
    char,
    u8,
    u32,
    u64,
    usize,
    i64
);

/// Writes `value` with `decimals` digits after the decimal sign of `lang` (`70,24` or `70.24`).
///
/// A value that rounds to zero never shows a minus sign.
#[must_use]
pub fn number(value: f64, decimals: usize, lang: Lang) -> String {
    /// From here on thousands are set apart; below, they would be years.
    const LARGE: usize = 5;
    let text = format!("{:.decimals$}", rounded(value.abs(), decimals));
    let (whole, rest) = text.split_once('.').unwrap_or((&text, ""));
    let [thousands, decimal] = match lang {
        Lang::Id => ['.', ','],
        Lang::En => [',', '.'],
    };
    let is_zero = text.bytes().all(|byte| matches!(byte, b'0' | b'.'));
    let mut out = String::new();
    if value < 0.0 && !is_zero {
        out.push('−');
    }
    for (at, digit) in whole.chars().enumerate() {
        let behind = whole.len() - at;
        if at > 0 && behind % 3 == 0 && whole.len() >= LARGE {
            out.push(thousands);
        }
        out.push(digit);
    }
    if !rest.is_empty() {
        out.push(decimal);
        out.push_str(rest);
    }
    out
}

/// A number rounded to so many decimals as people round: half away from zero, on the number as it is
/// written in decimals. Within 1e-9, so that 2.595, which no computer holds exactly, is 2.60.
#[must_use]
pub fn rounded(value: f64, decimals: usize) -> f64 {
    /// Beyond this no digits are left behind the decimal sign.
    const LARGE: f64 = 1e15;
    let scale = 10_f64.powi(i32::try_from(decimals).unwrap_or(i32::MAX));
    let scaled = value.abs() * scale;
    if scaled.is_nan() || scaled >= LARGE {
        return value;
    }
    let noise = (1e-9 * scale).min(1e-3);
    ((scaled + 0.5 + noise).floor() / scale).copysign(value)
}

/// As [`number`], without trailing zeros (`3`, `2,5`).
#[must_use]
pub fn short_number(value: f64, decimals: usize, lang: Lang) -> String {
    let text = number(value, decimals, lang);
    if decimals > 0 {
        text.trim_end_matches('0')
            .trim_end_matches(['.', ','])
            .to_owned()
    } else {
        text
    }
}

/// As [`number`], in both languages.
#[must_use]
pub fn both_numbers(value: f64, decimals: usize) -> Text {
    let [id, en] = [Lang::Id, Lang::En].map(|lang| number(value, decimals, lang));
    Text::new(id, en)
}

/// A share between 0 and 1 as a percentage (`61,1%`).
#[must_use]
pub fn percent(share: f64, decimals: usize, lang: Lang) -> String {
    format!("{}%", number(share * 100.0, decimals, lang))
}

/// A word without case and separators, for comparison: `Jaringan Internet` is `jaringaninternet`.
#[must_use]
pub fn folded(word: &str) -> String {
    word.chars()
        .filter(|letter| letter.is_alphanumeric())
        .flat_map(char::to_lowercase)
        .collect()
}

/// The code at the front of a text that has more behind it: `U1` of `U1. Persyaratan`, `1.1` of
/// `1.1 Layanan publik`. A word without a digit is no code, and a bare number is one only with a
/// sign behind it.
#[must_use]
pub fn code_at_front(text: &str) -> Option<&str> {
    let text = trim(text);
    let end = text.find(char::is_whitespace)?;
    let (front, rest) = (&text[..end], trim(&text[end..]));
    let code = front.trim_end_matches(['.', ':', ')', '-', '–']);
    let is_marked = code.len() < front.len() || rest.starts_with(['-', '–', ':', '.']);
    let is_plain_number = code.bytes().all(|it| it.is_ascii_digit());
    let has_digit = code.bytes().any(|it| it.is_ascii_digit());
    (has_digit && (is_marked || !is_plain_number)).then_some(code)
}

/// A text of at most so many letters, cut between words with `…` behind.
#[must_use]
pub fn shortened(text: &str, letters: usize) -> String {
    if text.chars().count() <= letters {
        return text.to_owned();
    }
    let kept: String = text.chars().take(letters.saturating_sub(1)).collect();
    let kept = match kept.rfind(char::is_whitespace) {
        Some(end) if end > kept.len() / 2 => &kept[..end],
        _ => &kept,
    };
    let kept = kept.trim_end_matches(|it: char| !it.is_alphanumeric());
    format!("{kept}…")
}

/// Joins words with commas: `a, b, c`.
pub fn list<T: fmt::Display>(words: impl IntoIterator<Item = T>) -> String {
    let mut out = String::new();
    for word in words {
        if !out.is_empty() {
            out.push_str(", ");
        }
        out.push_str(&word.to_string());
    }
    out
}

/// Words of which one is to be chosen: `a, b or c`.
#[must_use]
pub fn either<T: fmt::Display>(words: impl IntoIterator<Item = T>) -> Text {
    let words: Vec<String> = words.into_iter().map(|it| it.to_string()).collect();
    let (before, last) = match &*words {
        [] => return Text::default(),
        [one] => return Text::same(one),
        [before @ .., last] => (before, last),
    };
    let comma = if before.len() > 1 { "," } else { "" };
    let before = list(before);
    Text::new(
        format!("{before}{comma} atau {last}"),
        format!("{before} or {last}"),
    )
}

/// As [`list`], with semicolons where a word has a comma of its own: `1,5; 2`.
pub fn list_apart(words: impl IntoIterator<Item = String>) -> String {
    let words: Vec<String> = words.into_iter().collect();
    let commas = words.iter().any(|it| it.contains(','));
    words.join(if commas { "; " } else { ", " })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_with_commas_are_parted_by_semicolons() {
        let joined = |words: &[&str]| list_apart(words.iter().map(|it| (*it).to_owned()));
        assert_eq!(joined(&["1,5", "2"]), "1,5; 2");
        assert_eq!(joined(&["1.5", "2"]), "1.5, 2");
    }

    #[test]
    fn indonesian_numbers_have_a_decimal_comma() {
        assert_eq!(number(70.239, 2, Lang::Id), "70,24");
        assert_eq!(number(70.239, 2, Lang::En), "70.24");
        assert_eq!(number(-0.001, 2, Lang::En), "0.00");
        assert_eq!(short_number(2.50, 2, Lang::Id), "2,5");
        assert_eq!(short_number(100.0, 2, Lang::Id), "100");
    }

    #[test]
    fn a_long_text_is_cut_between_words() {
        assert_eq!(shortened("Jaringan ada.", 13), "Jaringan ada.");
        assert_eq!(
            shortened("Jaringan ada, tetapi lambat", 18),
            "Jaringan ada…"
        );
        assert_eq!(shortened("Ketidakterhubungan", 9), "Ketidakt…");
    }

    #[test]
    fn language_tags_of_locales_are_understood() {
        assert_eq!(Lang::from_tag("id_ID.UTF-8"), Some(Lang::Id));
        assert_eq!(Lang::from_tag("en-GB"), Some(Lang::En));
        assert_eq!(Lang::from_tag("C"), None);
    }
}
