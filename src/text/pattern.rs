//! Wordings with gaps: `{name}` stands for a word, `{{` and `}}` for the braces themselves.
//!
//! One function fills every wording of the catalogues. Each as code of its own, which `format!` would make it,
//! would be a twentieth of the program.

use super::{Lang, Sentence, Text, Word};

/// What goes into the gaps: the name of a gap and what fills it.
type Words<'w> = [(&'static str, &'w dyn Word)];

/// A sentence of the catalogue.
pub(super) fn sentence(code: &'static str, [id, en]: [&str; 2], words: &Words<'_>) -> Sentence {
    Sentence {
        code,
        text: Text::new(filled(id, Lang::Id, words), filled(en, Lang::En, words)),
    }
}

/// A phrase in one of its two languages.
pub(super) fn phrase(lang: Lang, [id, en]: [&str; 2], words: &Words<'_>) -> String {
    match lang {
        Lang::Id => filled(id, lang, words),
        Lang::En => filled(en, lang, words),
    }
}

fn filled(pattern: &str, lang: Lang, words: &Words<'_>) -> String {
    let mut out = String::with_capacity(2 * pattern.len());
    let mut rest = pattern;
    while let Some(at) = rest.find(['{', '}']) {
        let (plain, gap) = rest.split_at(at);
        out.push_str(plain);
        let end = gap.find('}').unwrap_or_default();
        let name = gap.get(1..end).unwrap_or_default();
        let word = words.iter().find(|it| it.0 == name);
        rest = match word {
            Some((_, word)) => {
                out.push_str(&word.word(lang));
                &gap[end + 1..]
            }
            // A brace written twice: no gap lacks its word, see `gaps_are`.
            None => {
                out.push_str(&gap[..1]);
                &gap[2..]
            }
        };
    }
    out.push_str(rest);
    out
}

/// Stops the build where the gaps of a wording in its two languages are not the words that it is given.
macro_rules! gaps {
    ($name:ident, [$id:literal, $en:literal], [$($word:ident)*]) => {
        const _: () = assert!(
            $crate::text::pattern::gaps_are([$id, $en], &[$(stringify!($word)),*]),
            concat!("the gaps of `", stringify!($name), "` are not its words")
        );
    };
}

/// Whether every gap has a word, and every word a gap in one of the languages: "all others" needs no word for
/// what `{region} lainnya` names.
pub(super) const fn gaps_are(patterns: [&str; 2], names: &[&str]) -> bool {
    match (gaps_of(patterns[0], names), gaps_of(patterns[1], names)) {
        (Some(one), Some(other)) => one | other == (1 << names.len()) - 1,
        _ => false,
    }
}

/// The names that have a gap, as bits; none where a gap has no name.
const fn gaps_of(pattern: &str, names: &[&str]) -> Option<u32> {
    let text = pattern.as_bytes();
    let mut used = 0;
    let mut at = 0;
    while at < text.len() {
        if text[at] != b'{' && text[at] != b'}' {
            at += 1;
            continue;
        }
        if at + 1 < text.len() && text[at + 1] == text[at] {
            at += 2;
            continue;
        }
        let start = at + 1;
        while at < text.len() && text[at] != b'}' {
            at += 1;
        }
        match place_of(text, start, at, names) {
            Some(place) => used |= 1 << place,
            None => return None,
        }
        at += 1;
    }
    Some(used)
}

const fn place_of(text: &[u8], start: usize, end: usize, names: &[&str]) -> Option<usize> {
    let mut place = 0;
    while place < names.len() {
        let name = names[place].as_bytes();
        let mut same = start + name.len() == end && end < text.len();
        let mut at = 0;
        while same && at < name.len() {
            same = text[start + at] == name[at];
            at += 1;
        }
        if same {
            return Some(place);
        }
        place += 1;
    }
    None
}

#[cfg(test)]
mod tests {
    use super::{filled, gaps_are};
    use crate::text::Lang;

    #[test]
    fn words_stand_in_their_gaps_and_doubled_braces_alone() {
        let words: &super::Words<'_> = &[("a", &"{b}"), ("bc", &1.5), ("d", &"é")];
        let filled = |pattern| filled(pattern, Lang::Id, words);
        assert_eq!(filled("{a} … {{bc}} {bc}{a}{d}"), "{b} … {bc} 1,5{b}é");
        assert_eq!(filled("é = [{{ id = \"…\" }}]"), "é = [{ id = \"…\" }]");
        assert_eq!(filled(""), "");
    }

    #[test]
    fn a_gap_without_word_and_a_word_without_gap_do_not_build() {
        assert!(gaps_are(["{a} {{c}} {b}{a}", ""], &["a", "b"]));
        assert!(gaps_are(["nothing", "nothing"], &[]));
        for pattern in [
            "{a}",
            "{a} {b} {c}",
            "{a} {b",
            "{a} b}",
            "{} {a} {b}",
            "{ab}",
        ] {
            assert!(!gaps_are([pattern, "{a}"], &["a", "b"]), "{pattern}");
        }
    }
}
