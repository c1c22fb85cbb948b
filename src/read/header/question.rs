//! Questions in other words than those that a framework knows: forms ask `Bagaimana pendapat
//! Bapak/Ibu mengenai kecepatan pelayanan?` where the regulation has another sentence.

use std::collections::{BTreeMap, BTreeSet};

use crate::read::settings::Known;
use crate::text::{code_at_front, trim};

/// Words with which a question begins.
const ASKING: [&str; 8] = [
    "bagaimana",
    "bagaimanakah",
    "apakah",
    "seberapa",
    "menurut",
    "pendapat",
    "penilaian",
    "how",
];

/// Words that every question of a survey may have besides.
const COMMON: &[&str] = &[
    "pemahaman",
    "saudara",
    "saudari",
    "bapak",
    "ibu",
    "anda",
    "kakak",
    "i",
    "tentang",
    "mengenai",
    "terhadap",
    "terkait",
    "atas",
    "yang",
    "dengan",
    "dalam",
    "dari",
    "untuk",
    "di",
    "ke",
    "pada",
    "dan",
    "atau",
    "antara",
    "oleh",
    "unit",
    "kantor",
    "dinas",
    "ini",
    "kami",
    "nya",
    "pelayanan",
    "layanan",
    "pelayanannya",
    "layanannya",
    "memberikan",
    "diberikan",
    "pengguna",
    "the",
    "of",
    "is",
    "are",
    "and",
    "do",
    "you",
    "your",
    "service",
    "services",
    "for",
    "to",
    "in",
    "our",
    "well",
    "good",
];

/// What the questions of a questionnaire ask with: each word of theirs, with the items it stands in.
#[derive(Debug, Default)]
pub(super) struct Questions<'a> {
    items: BTreeMap<String, BTreeSet<&'a str>>,
    known: BTreeMap<&'a str, &'a Known>,
}

impl<'a> Questions<'a> {
    pub(super) fn of(known: &'a [Known]) -> Self {
        let mut out = Self::default();
        for it in known.iter().filter(|it| it.is_questionnaire) {
            out.known.entry(&it.id).or_insert(it);
            for word in content(&it.word) {
                out.items.entry(word).or_default().insert(&it.id);
            }
        }
        out
    }

    /// The one item that a question asks about: at least half of its words stand in words for that
    /// item, and the words that only one item has are all of it.
    pub(super) fn asked(&self, text: &str) -> Option<&'a Known> {
        if self.items.is_empty() {
            return None;
        }
        let mut text = trim(text);
        if let Some(code) = code_at_front(text) {
            text = trim(&text[code.len()..]).trim_start_matches(['.', ')', ':', '-', '–', ' ']);
        }
        let first: String = text
            .chars()
            .take_while(|it| it.is_alphabetic())
            .flat_map(char::to_lowercase)
            .collect();
        if !ASKING.contains(&&*first) {
            return None;
        }
        let words = content(text);
        let mut named: BTreeSet<&str> = BTreeSet::new();
        for word in &words {
            if let Some(items) = self.items.get(word).filter(|it| it.len() == 1) {
                named.extend(items);
            }
        }
        let mut named = named.into_iter();
        let (Some(only), None) = (named.next(), named.next()) else {
            return None;
        };
        let is_of = |word: &&String| self.items.get(*word).is_some_and(|it| it.contains(only));
        let shared = words.iter().filter(is_of).count();
        (shared * 2 >= words.len()).then(|| self.known[only])
    }
}

fn is_common(word: &str) -> bool {
    ASKING.contains(&word) || COMMON.contains(&word)
}

/// The words of a text that say what it is about, each once.
fn content(text: &str) -> BTreeSet<String> {
    text.split(|it: char| !it.is_alphanumeric())
        .map(str::to_lowercase)
        .filter(|it| it.chars().any(char::is_alphabetic) && !is_common(it))
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn known(id: &str, word: &str) -> Known {
        Known {
            id: id.to_owned(),
            is_questionnaire: true,
            ..Known::from(word)
        }
    }

    #[test]
    fn a_question_is_known_by_the_words_of_one_item() {
        let all = [
            known(
                "u1",
                "Kesesuaian persyaratan pelayanan dengan jenis pelayanannya",
            ),
            known("u3", "Kecepatan waktu"),
            known("u6", "Kompetensi/kemampuan petugas"),
            known("u7", "Perilaku petugas terkait kesopanan dan keramahan"),
            known("u8", "Penanganan pengaduan"),
        ];
        let questions = Questions::of(&all);
        for (text, expected) in [
            (
                "Bagaimana pendapat Bapak/Ibu mengenai kecepatan pelayanan di kantor kami?",
                Some("u3"),
            ),
            ("3. Bagaimana kecepatan waktu pelayanan", Some("u3")),
            (
                "Bagaimana pendapat Anda tentang keramahan petugas?",
                Some("u7"),
            ),
            ("Menurut Saudara, bagaimana kemampuan petugas?", Some("u6")),
            ("Apakah Anda pernah mengajukan pengaduan?", None),
            ("Bagaimana pendapat Anda tentang layanan kami?", None),
            ("Bagaimana kecepatan dan keramahan petugas?", None),
            ("Waktu kunjungan", None),
            ("Jenis layanan", None),
        ] {
            let found = questions.asked(text).map(|it| it.id.as_str());
            assert_eq!(found, expected, "{text}");
        }
    }
}
