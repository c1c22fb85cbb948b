//! What the columns are called, and the name that another word most likely means.

use crate::problem::suggest;
use crate::statement::Field;
use crate::statement::field::FIELDS;
use crate::text::Text;

/// The header of a column as each language has it.
pub(crate) fn title(column: Field) -> Text {
    let [english, indonesian] = match names_of(column) {
        [english, indonesian, ..] => [*english, *indonesian],
        _ => [column.header(); 2],
    };
    Text::new(indonesian, english)
}

pub(super) fn names_of(column: Field) -> &'static [&'static str] {
    FIELDS
        .iter()
        .find(|(known, _)| *known == column)
        .map_or(&[""], |(_, names)| names)
}

/// The name that a word most likely means.
pub(crate) fn near<'n>(word: &str, names: impl Iterator<Item = &'n str>) -> Option<&'n str> {
    // The comparison takes the product of both lengths.
    let is_comparable = |word: &str| word.len() <= 80;
    if !is_comparable(word) {
        return None;
    }
    // Words of very different length are never near; asking takes time in a large framework.
    let length = word.chars().count();
    suggest(
        word,
        names.filter(|name| {
            let other = name.chars().count();
            is_comparable(name) && length.abs_diff(other) * 3 <= length.max(other)
        }),
    )
}

/// Whether a text has the form of the code of an evidence item: `IK-01.2`, `I1.L1.1`, `3.2a`.
pub(super) fn is_item_code(text: &str) -> bool {
    text.len() <= 16
        && text.bytes().any(|it| it.is_ascii_digit())
        && text
            .bytes()
            .all(|it| it.is_ascii_alphanumeric() || matches!(it, b'.' | b',' | b'-' | b'_' | b'/'))
}

/// Whether a text has the form of the code of a region.
pub(super) fn is_region_code(text: &str) -> bool {
    let text = text.trim_start_matches('\'');
    let digits = text.bytes().filter(u8::is_ascii_digit).count();
    let others = text.bytes().all(|it| it.is_ascii_digit() || it == b'.');
    others && matches!(digits, 2 | 4 | 6 | 7 | 10)
}
