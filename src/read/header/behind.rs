//! What stands behind a name in a header: the year of a round, the word of a stage.

use crate::read::words::STAGE;
use crate::statement::Stage;
use crate::statement::field::without_scale;
use crate::text::folded;

/// Words that say "a number stands here" in the header of a round or a stage: `Nilai 2024`.
pub(crate) const NUMBER_WORDS: [&str; 13] = [
    "",
    "nilai",
    "skor",
    "score",
    "level",
    "tingkat",
    "tingkatkematangan",
    "angka",
    "value",
    "capaian",
    "penilaian",
    "hasil",
    "hasilpenilaian",
];

/// Words before the year of a round.
pub(crate) const YEAR_WORDS: [&str; 7] = ["tahun", "ta", "year", "periode", "th", "thn", "wave"];

/// The four digits of a year at the end of a text, with what stands before them.
pub(super) fn year_behind(text: &str) -> Option<(&str, &str)> {
    let text = without_scale(text);
    let text = text.strip_suffix(')').unwrap_or(text);
    let start = text.len().checked_sub(4)?;
    let year = text.get(start..)?;
    let before = text.get(..start)?;
    let is_year = year.bytes().all(|it| it.is_ascii_digit())
        && (year.starts_with("19") || year.starts_with("20"));
    let is_apart = !before.ends_with(|it: char| it.is_ascii_digit());
    (is_year && is_apart).then(|| {
        let signs =
            |it: char| it.is_whitespace() || matches!(it, '_' | '-' | '(' | '.' | ':' | '/');
        (before.trim_end_matches(signs), year)
    })
}

/// Whether a text is a year with the word for it: `Tahun 2024`.
pub(crate) fn is_year_of_rows(text: &str) -> bool {
    let before = year_behind(text).map(|it| folded(it.0));
    before.is_some_and(|it| !it.is_empty() && YEAR_WORDS.contains(&&*it))
}

/// What stands before the word that announces a year: `IPM TA` is `IPM`.
pub(super) fn without_year_word(text: &str) -> &str {
    let Some((before, last)) = text.rsplit_once([' ', '_', '-', '(']) else {
        return text;
    };
    match YEAR_WORDS.contains(&&*folded(last)) {
        true => before.trim_end_matches([' ', '_', '-', '(']),
        false => text,
    }
}

/// The word of a stage at the end of a header, with what stands before it: `t1 (Mandiri)`.
pub(super) fn stage_behind(header: &str) -> Option<(&str, Stage)> {
    let header = without_scale(header);
    let bare = header.strip_suffix([')', ']']).unwrap_or(header);
    let apart =
        |it: char| it.is_whitespace() || matches!(it, '_' | '-' | '–' | '(' | '[' | ':' | '/');
    bare.match_indices(apart).find_map(|(at, sign)| {
        let stage = STAGE.get(&bare[at + sign.len()..].to_lowercase())?;
        let before = bare[..at].trim_end_matches(apart);
        (!before.is_empty()).then_some((before, stage))
    })
}

/// The stage in the header of a column of answers: `Nilai Mandiri`, `Skor Evaluator (0-4)`.
pub(super) fn stage_of(header: &str) -> Option<Stage> {
    let words: Vec<&str> = without_scale(header)
        .split(|it: char| !it.is_alphanumeric())
        .filter(|it| !it.is_empty())
        .collect();
    (1..words.len()).find_map(|at| {
        let before: String = words[..at].iter().map(|it| folded(it)).collect();
        let behind = words[at..].join(" ").to_lowercase();
        let is_number = NUMBER_WORDS.contains(&&*before);
        is_number.then(|| STAGE.get(&behind)).flatten()
    })
}
