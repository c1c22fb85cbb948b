//! The words of the columns with a closed vocabulary, in English and Indonesian.

use crate::problem::Problem;
use crate::read::header::{near, title};
use crate::read::problems::Problems;
use crate::statement::answer::is_missing;
use crate::statement::{Basis, Direction, Field, ItemStatus, Stage, Usage};
use crate::table::{At, Table};
use crate::text::{Sentence, Text, say, shown};

/// The vocabulary of a column.
pub(crate) struct Words<T: 'static> {
    column: Field,
    words: &'static [(&'static str, T)],
    /// What a message offers, in Indonesian and English.
    offered: [&'static str; 2],
    /// Which word to choose, where people have others for what it is about.
    help: Option<fn() -> Sentence>,
}

pub(crate) const DIRECTION: Words<Direction> = Words {
    column: Field::Direction,
    words: &[
        ("supporting", Direction::Supporting),
        ("pendukung", Direction::Supporting),
        ("inhibiting", Direction::Inhibiting),
        ("penghambat", Direction::Inhibiting),
        ("neutral", Direction::Neutral),
        ("netral", Direction::Neutral),
        ("mendukung", Direction::Supporting),
        ("menghambat", Direction::Inhibiting),
        ("faktor pendukung", Direction::Supporting),
        ("faktor penghambat", Direction::Inhibiting),
        ("+", Direction::Supporting),
        ("(+)", Direction::Supporting),
        ("-", Direction::Inhibiting),
        ("–", Direction::Inhibiting),
        ("−", Direction::Inhibiting),
        ("—", Direction::Inhibiting),
        ("(—)", Direction::Inhibiting),
        ("(-)", Direction::Inhibiting),
        ("(–)", Direction::Inhibiting),
        ("(−)", Direction::Inhibiting),
        ("0", Direction::Neutral),
    ],
    offered: [
        "pendukung, penghambat, netral",
        "supporting, inhibiting, neutral",
    ],
    help: None,
};

pub(crate) const STAGE: Words<Stage> = Words {
    column: Field::Stage,
    words: &[
        ("self", Stage::SelfAssessed),
        ("mandiri", Stage::SelfAssessed),
        ("document", Stage::Document),
        ("dokumen", Stage::Document),
        ("interview", Stage::Interview),
        ("interviu", Stage::Interview),
        ("visit", Stage::Visit),
        ("visitasi", Stage::Visit),
        ("final", Stage::Final),
        ("wawancara", Stage::Interview),
        ("kunjungan", Stage::Visit),
        ("akhir", Stage::Final),
        ("evaluator", Stage::Final),
        ("asesor", Stage::Final),
        ("assessor", Stage::Final),
        ("penilaian mandiri", Stage::SelfAssessed),
        ("nilai mandiri", Stage::SelfAssessed),
        ("self-assessed", Stage::SelfAssessed),
        ("self-assessment", Stage::SelfAssessed),
        ("self assessment", Stage::SelfAssessed),
        ("penilaian dokumen", Stage::Document),
        ("nilai dokumen", Stage::Document),
        ("document review", Stage::Document),
        ("penilaian interviu", Stage::Interview),
        ("nilai interviu", Stage::Interview),
        ("penilaian visitasi", Stage::Visit),
        ("nilai visitasi", Stage::Visit),
        ("penilaian akhir", Stage::Final),
        ("nilai akhir", Stage::Final),
        ("hasil akhir", Stage::Final),
        ("penilaian evaluator", Stage::Final),
        ("nilai evaluator", Stage::Final),
        ("penilaian asesor", Stage::Final),
        ("nilai asesor", Stage::Final),
        ("evaluasi mandiri", Stage::SelfAssessed),
        ("asesor internal", Stage::SelfAssessed),
        ("tim asesor internal", Stage::SelfAssessed),
        ("evaluasi dokumen", Stage::Document),
        ("verifikasi dokumen", Stage::Document),
        ("reviu dokumen", Stage::Document),
        ("evaluasi interviu", Stage::Interview),
        ("penilaian wawancara", Stage::Interview),
        ("evaluasi visitasi", Stage::Visit),
        ("kunjungan lapangan", Stage::Visit),
        ("evaluasi akhir", Stage::Final),
    ],
    offered: [
        "mandiri, dokumen, interviu, visitasi, final",
        "self, document, interview, visit, final",
    ],
    help: Some(say::which_stage),
};

pub(crate) const USE: Words<Usage> = Words {
    column: Field::Use,
    words: &[
        ("primary", Usage::Primary),
        ("utama", Usage::Primary),
        ("supplementary", Usage::Supplementary),
        ("tambahan", Usage::Supplementary),
        ("context", Usage::Context),
        ("konteks", Usage::Context),
        ("primer", Usage::Primary),
        ("pendukung", Usage::Supplementary),
        ("pelengkap", Usage::Supplementary),
    ],
    offered: [
        "utama, tambahan, konteks",
        "primary, supplementary, context",
    ],
    help: None,
};

pub(crate) const BASIS: Words<Basis> = Words {
    column: Field::Basis,
    words: &[
        ("native", Basis::Native),
        ("asli", Basis::Native),
        ("cross", Basis::Cross),
        ("silang", Basis::Cross),
    ],
    offered: ["asli, silang", "native, cross"],
    help: None,
};

pub(crate) const STATUS: Words<ItemStatus> = Words {
    column: Field::Status,
    words: &[
        ("accepted", ItemStatus::Accepted),
        ("diterima", ItemStatus::Accepted),
        ("revise", ItemStatus::Revise),
        ("revisi", ItemStatus::Revise),
        ("rejected", ItemStatus::Rejected),
        ("ditolak", ItemStatus::Rejected),
        ("missing", ItemStatus::Missing),
        ("belum", ItemStatus::Missing),
        ("belum ada", ItemStatus::Missing),
        ("tidak ada", ItemStatus::Missing),
        ("belum tersedia", ItemStatus::Missing),
        ("drafting", ItemStatus::Drafting),
        ("disusun", ItemStatus::Drafting),
        ("draf", ItemStatus::Drafting),
        ("draft", ItemStatus::Drafting),
        ("dalam proses", ItemStatus::Drafting),
        ("proses", ItemStatus::Drafting),
        ("sedang disusun", ItemStatus::Drafting),
        ("submitted", ItemStatus::Submitted),
        ("diunggah", ItemStatus::Submitted),
        ("sudah diunggah", ItemStatus::Submitted),
        ("uploaded", ItemStatus::Submitted),
        ("dikirim", ItemStatus::Submitted),
        ("ada", ItemStatus::Submitted),
        ("sudah ada", ItemStatus::Submitted),
        ("sudah tersedia", ItemStatus::Submitted),
        ("tersedia", ItemStatus::Submitted),
        ("sesuai", ItemStatus::Accepted),
        ("sudah sesuai", ItemStatus::Accepted),
        ("sudah lengkap", ItemStatus::Accepted),
        ("lengkap", ItemStatus::Accepted),
        ("disetujui", ItemStatus::Accepted),
        ("approved", ItemStatus::Accepted),
        ("valid", ItemStatus::Accepted),
        ("perlu revisi", ItemStatus::Revise),
        ("perlu diperbaiki", ItemStatus::Revise),
        ("perbaikan", ItemStatus::Revise),
        ("belum lengkap", ItemStatus::Revise),
        ("tidak sesuai", ItemStatus::Rejected),
        ("acc", ItemStatus::Accepted),
        ("di-acc", ItemStatus::Accepted),
        ("sudah disetujui", ItemStatus::Accepted),
        ("sudah diterima", ItemStatus::Accepted),
        ("belum diunggah", ItemStatus::Missing),
        ("belum dikirim", ItemStatus::Missing),
        ("not uploaded", ItemStatus::Missing),
        ("in the making", ItemStatus::Drafting),
        ("to revise", ItemStatus::Revise),
        ("tidak lengkap", ItemStatus::Revise),
        ("kurang lengkap", ItemStatus::Revise),
        ("incomplete", ItemStatus::Revise),
    ],
    offered: [
        "belum, disusun, diunggah, diterima, revisi, ditolak",
        "missing, drafting, submitted, accepted, revise, rejected",
    ],
    help: Some(say::which_status),
};

pub(crate) const CONSENT: Words<bool> = Words {
    column: Field::Consent,
    words: &[
        ("yes", true),
        ("ya", true),
        ("no", false),
        ("tidak", false),
        ("y", true),
        ("t", false),
        ("true", true),
        ("false", false),
        ("1", true),
        ("0", false),
    ],
    offered: ["ya, tidak", "yes, no"],
    help: None,
};

impl<T: Copy> Words<T> {
    /// What a text means, if it is one of the words; case and doubled spaces do not matter.
    pub(crate) fn get(&self, text: &str) -> Option<T> {
        let mut spaced = String::new();
        let text = match text.contains("  ") || text.contains('\u{a0}') {
            true => {
                spaced.extend(text.split_whitespace().flat_map(|it| [it, " "]));
                spaced.trim_end()
            }
            false => text,
        };
        let mut words = self.words.iter();
        let found = words.find(|(word, _)| word.eq_ignore_ascii_case(text));
        found.map(|(_, meaning)| *meaning)
    }

    /// The words and what each means.
    pub(crate) fn words(&self) -> &'static [(&'static str, T)] {
        self.words
    }

    /// What a cell means; nothing where it is empty or, with a problem under the header as it is written
    /// there, where it is another word.
    pub(crate) fn find(
        &self,
        cell: &str,
        at: At,
        (table, header): (&Table, &[String]),
        problems: &mut Problems,
    ) -> Option<T> {
        let found = self.get(cell);
        // A dash is missing wherever it is no word of the column.
        if found.is_none() && !is_missing(cell) {
            let header = at.cell.and_then(|it| header.get(it));
            problems.add(|| {
                self.unknown(cell, header.map(|it| &**it))
                    .at(table.place(at))
            });
        }
        found
    }

    pub(crate) fn unknown(&self, cell: &str, header: Option<&str>) -> Problem {
        let names = self.words.iter().map(|(word, _)| *word);
        let [id, en] = self.offered;
        Problem::error(say::word_expected(
            shown(cell),
            header.map_or_else(|| title(self.column), |it| Text::same(shown(it))),
            Text::new(id, en),
        ))
        .maybe_help(
            near(cell, names)
                .map(say::did_you_mean)
                .or(self.help.map(|it| it())),
        )
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::table::Delimited;

    fn find<T: Copy>(words: &Words<T>, cell: &str) -> Result<Option<T>, Vec<Problem>> {
        let mut problems = Problems::default();
        let table = Table::delimited("a.csv", Delimited::new(cell.to_owned(), b',', 0), None);
        let at = At { row: 1, cell: None };
        let found = words.find(cell, at, (&table, &[]), &mut problems);
        problems.finish(found).map(|(found, _)| found)
    }

    #[test]
    fn words_of_both_languages_are_understood_in_any_case() {
        for (cell, expected) in [
            ("Pendukung", Some(Direction::Supporting)),
            ("mendukung", Some(Direction::Supporting)),
            ("+", Some(Direction::Supporting)),
            ("PENGHAMBAT", Some(Direction::Inhibiting)),
            ("netral", Some(Direction::Neutral)),
            ("-", Some(Direction::Inhibiting)),
            ("–", Some(Direction::Inhibiting)),
            ("(−)", Some(Direction::Inhibiting)),
            ("", None),
            ("NA", None),
        ] {
            assert_eq!(find(&DIRECTION, cell).ok(), Some(expected), "{cell}");
        }
        assert_eq!(find(&STAGE, "wawancara").ok(), Some(Some(Stage::Interview)));
        assert_eq!(
            find(&USE, "tambahan").ok(),
            Some(Some(Usage::Supplementary))
        );
        assert_eq!(find(&BASIS, "silang").ok(), Some(Some(Basis::Cross)));
        for (cell, expected) in [
            ("Tim Asesor Internal", Stage::SelfAssessed),
            ("Evaluasi Dokumen", Stage::Document),
        ] {
            assert_eq!(find(&STAGE, cell).ok(), Some(Some(expected)), "{cell}");
        }
        // Of these nobody knows which step is meant.
        for cell in [
            "verifikasi",
            "klarifikasi",
            "Tim Asesor Eksternal",
            "internal",
        ] {
            assert!(find(&STAGE, cell).is_err(), "{cell}");
        }
        for (cell, expected) in [
            ("belum", ItemStatus::Missing),
            ("Belum diunggah", ItemStatus::Missing),
            ("ACC", ItemStatus::Accepted),
            ("in the making", ItemStatus::Drafting),
            ("to revise", ItemStatus::Revise),
            ("tidak lengkap", ItemStatus::Revise),
        ] {
            assert_eq!(find(&STATUS, cell).ok(), Some(Some(expected)), "{cell}");
        }
        for cell in ["sudah", "OK", "terpenuhi"] {
            assert!(find(&STATUS, cell).is_err(), "{cell}");
        }
        for (cell, expected) in [("T", false), ("TRUE", true), ("ya", true), ("0", false)] {
            assert_eq!(find(&CONSENT, cell).ok(), Some(Some(expected)), "{cell}");
        }
    }

    #[test]
    fn another_word_is_an_error_that_lists_the_allowed_ones() {
        let problems = find(&DIRECTION, "pendukun").expect_err("no such word");
        assert_eq!(problems[0].code, "word_expected");
        let [id, en] = problems[0].message.both();
        assert!(
            id.contains("`arah`; pilihan: pendukung, penghambat, netral"),
            "{id}"
        );
        assert!(
            en.contains("`direction`; allowed: supporting, inhibiting"),
            "{en}"
        );
        assert!(problems[0].help[0].both()[1].contains("`pendukung`"));
        let problems = find(&USE, &"x".repeat(1 << 20)).expect_err("no such word");
        assert!(problems[0].help.is_empty());
    }
}
