//! What a cell answers before its indicator is known, and the words for no answer.
//!
//! What an answer is worth on the scale of its indicator is decided in [`crate::assess`].

use super::Name;

/// What a level or score cell says.
#[derive(Debug, Clone, PartialEq)]
pub enum Answer {
    /// Empty, `-`, `NA` or a declared code: not known, never zero.
    Missing,
    /// `N/A`, `TB`, `tidak berlaku`: the question does not apply here.
    NotApplicable,
    /// A number, on the scale of the indicator.
    Number(f64),
    /// A word, to be matched with the labels of the scale.
    Label(Name),
}

impl Answer {
    /// Whether nothing was answered.
    #[must_use]
    pub fn is_missing(&self) -> bool {
        matches!(self, Self::Missing)
    }
}

/// Signs that stand for nothing in a cell of any column.
pub(crate) const BLANK: [&str; 4] = ["", "-", "–", "—"];

/// Words for "not known", in any case. They count only where an answer is asked for: `NA` may be
/// the initials of an informant.
pub(crate) const MISSING: [&str; 1] = ["NA"];

/// Words for "does not apply", in any case.
pub(crate) const NOT_APPLICABLE: [&str; 4] = ["n/a", "tb", "tidak berlaku", "not applicable"];

/// Whether a cell of any text column stands for nothing.
pub(crate) fn is_blank(cell: &str) -> bool {
    BLANK.contains(&cell)
}

/// Whether an answer stands for nothing.
pub(crate) fn is_missing(cell: &str) -> bool {
    is_blank(cell) || MISSING.iter().any(|word| cell.eq_ignore_ascii_case(word))
}

/// Words for "the index was not issued yet", as assessors write them, in any case.
pub(crate) const NOT_ISSUED: [&str; 12] = [
    "belum terbit",
    "belum rilis",
    "belum keluar",
    "belum diumumkan",
    "belum diterbitkan",
    "belum dirilis",
    "belum dipublikasikan",
    "not issued",
    "not yet issued",
    "not issued yet",
    "not published",
    "not yet published",
];

/// Whether an answer says that the index it would come from was not issued yet.
pub(crate) fn is_not_issued(cell: &str) -> bool {
    let cell = cell.trim();
    NOT_ISSUED.iter().any(|it| cell.eq_ignore_ascii_case(it))
}

/// Whether a text says in other words that something is not there, which may as well be the answer.
pub(crate) fn is_not_there(cell: &str) -> bool {
    const WORDS: [&str; 10] = [
        "belum",
        "belum ada",
        "belum tersedia",
        "tidak ada",
        "tidak tersedia",
        "kosong",
        "menunggu",
        "none",
        "not available",
        "pending",
    ];
    let cell = cell.trim();
    is_not_issued(cell) || WORDS.iter().any(|it| cell.eq_ignore_ascii_case(it))
}

/// Whether an answer says that the question does not apply.
pub(crate) fn is_not_applicable(cell: &str) -> bool {
    NOT_APPLICABLE
        .iter()
        .any(|word| cell.eq_ignore_ascii_case(word))
}

/// Whether a text that is no answer most likely stands for none, though nobody declared it: it has no
/// letter and no digit (`…`, `?`), or is one of the usual words.
pub(crate) fn is_like_missing(cell: &str) -> bool {
    const LIKELY: [&str; 22] = [
        "n.a.",
        "n.a",
        "na.",
        "nd",
        "n.d.",
        "nan",
        "null",
        "nil",
        "nihil",
        "none",
        "#n/a",
        "tad",
        "t.a.d.",
        "td",
        "tidak ada data",
        "data tidak ada",
        "data tidak tersedia",
        "tidak tersedia",
        "belum ada data",
        "no data",
        "not available",
        "missing",
    ];
    !cell.chars().any(char::is_alphanumeric)
        || LIKELY.iter().any(|word| cell.eq_ignore_ascii_case(word))
}
