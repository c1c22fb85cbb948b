//! How a statement was collected, in the words of both languages.

use crate::text::folded;

/// The name used in files for what was read in a document.
const DOCUMENT: &str = "document";

/// The names used in files, each with the words for it as [`folded`] leaves them.
const METHODS: &[(&str, &[&str])] = &[
    (
        "interview",
        &[
            "interview",
            "wawancara",
            "interviu",
            "wawancaramendalam",
            "indepthinterview",
        ],
    ),
    (
        "fgd",
        &[
            "fgd",
            "focusgroupdiscussion",
            "diskusikelompokterarah",
            "focusgroup",
        ],
    ),
    (
        DOCUMENT,
        &[
            "document",
            "documents",
            "dokumen",
            "dokumentasi",
            "studidokumen",
            "documentation",
        ],
    ),
    ("observation", &["observation", "observasi", "pengamatan"]),
    (
        "survey",
        &["survey", "survei", "kuesioner", "angket", "questionnaire"],
    ),
];

fn known(word: &str) -> Option<&'static str> {
    let wanted = folded(word);
    let known = METHODS.iter().find(|(_, words)| words.contains(&&*wanted));
    known.map(|(id, _)| *id)
}

/// The name used in files for a method as written; a word that is not known stays.
#[must_use]
pub fn method_id(word: &str) -> String {
    known(word).map_or_else(|| word.to_lowercase(), str::to_owned)
}

/// Whether it was read in a document.
pub(super) fn is_document(word: &str) -> bool {
    known(word) == Some(DOCUMENT)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn methods_are_known_in_both_languages() {
        assert_eq!(method_id("Wawancara"), "interview");
        assert_eq!(method_id("studi dokumen"), "document");
        assert_eq!(method_id("In-depth interview"), "interview");
        assert_eq!(method_id("Catatan Lapangan"), "catatan lapangan");
    }

    #[test]
    fn every_word_is_folded_and_means_one_method() {
        for (id, words) in METHODS {
            for word in *words {
                assert_eq!(folded(word), *word);
                assert_eq!(method_id(word), *id);
            }
        }
    }
}
