//! Rows that are none of the table.

use std::collections::BTreeSet;

use crate::problem::Problem;
use crate::read::problems::Problems;
use crate::statement::{Left, Share, Tally};
use crate::table::{At, Table};
use crate::text::{folded, list, say, shown};

/// What became of rows: how many gave statements, and what was left aside with the place of the first
/// of each.
#[derive(Default)]
pub(crate) struct Aside {
    taken: usize,
    totals: Rows,
    feet: Rows,
    headers: Rows,
    /// Rows above a header further down.
    labels: Share,
    /// The first header of another table.
    other: Option<At>,
    silent: Share,
    faulty: Share,
}

/// Rows of one sort.
#[derive(Default)]
struct Rows {
    share: Share,
    first: Option<At>,
    names: BTreeSet<String>,
}

impl Rows {
    fn add(&mut self, at: At, name: &str) {
        const NAMES: usize = 5;
        self.share.add(at.row);
        self.first = self.first.or(Some(at));
        if self.names.len() < NAMES && !name.is_empty() {
            self.names.insert(shown(name));
        }
    }

    fn join(&mut self, below: Self) {
        self.share.join(below.share);
        self.first = self.first.or(below.first);
        self.names.extend(below.names);
    }

    fn named(&self) -> String {
        list(self.names.iter().map(|it| format!("`{it}`")))
    }
}

impl Aside {
    pub(super) fn total(&mut self, at: At, name: &str) {
        self.totals.add(at, name);
    }

    pub(super) fn foot(&mut self, at: At, text: &str) {
        self.feet.add(at, text);
    }

    pub(super) fn header(&mut self, at: At) {
        self.headers.add(at, "");
    }

    pub(super) fn label(&mut self, at: At) {
        self.labels.add(at.row);
    }

    pub(super) fn other(&mut self, at: At) {
        self.faulty(at);
        self.other = self.other.or(Some(at));
    }

    /// Whether any row is a header.
    pub(super) fn has_header(&self) -> bool {
        self.headers.first.is_some() || self.other.is_some()
    }

    /// Counts a row that gave statements.
    pub(super) fn take(&mut self) {
        self.taken += 1;
    }

    /// Counts a row that answers nothing.
    pub(super) fn silent(&mut self, at: At) {
        self.silent.add(at.row);
    }

    /// Counts a row that an error keeps back.
    pub(super) fn faulty(&mut self, at: At) {
        self.faulty.add(at.row);
    }

    /// What became of so many rows that are not blank, and of blank ones.
    pub(super) fn tally(&self, filled: usize, blank: Share) -> Tally {
        let mut tally = Tally {
            read: filled + blank.rows,
            taken: self.taken,
            ..Tally::default()
        };
        tally.leave(Left::Blank, blank);
        let mut headers = self.headers.share.clone();
        headers.join(self.labels.clone());
        for (reason, share) in [
            (Left::HeaderAgain, &headers),
            (Left::Total, &self.totals.share),
            (Left::Note, &self.feet.share),
            (Left::NoAnswer, &self.silent),
            (Left::Faulty, &self.faulty),
        ] {
            tally.leave(reason, share.clone());
        }
        tally
    }

    /// Adds what was left aside further down.
    pub(super) fn join(&mut self, below: Self) {
        self.totals.join(below.totals);
        self.feet.join(below.feet);
        self.headers.join(below.headers);
        self.labels.join(below.labels);
        self.other = self.other.or(below.other);
        self.taken += below.taken;
        self.silent.join(below.silent);
        self.faulty.join(below.faulty);
    }

    /// Tells all of it.
    pub(super) fn tell(&self, table: &Table, problems: &mut Problems) {
        let mut warn = |rows: &Rows, sentence| {
            if let Some(first) = rows.first {
                problems.add(|| Problem::warning(sentence).at(table.place(first)));
            }
        };
        let totals = &self.totals;
        warn(
            totals,
            say::totals_left_out(totals.share.rows, totals.named()),
        );
        let feet = &self.feet;
        warn(feet, say::notes_left_out(feet.share.rows, feet.named()));
        warn(&self.headers, say::header_again(self.headers.share.rows));
    }
}

/// What names of rows of totals or means begin with, folded.
pub(crate) const TOTAL_STARTS: [&str; 11] = [
    "total",
    "jumlah",
    "ratarata",
    "rerata",
    "grandtotal",
    "average",
    "subtotal",
    "jmltotal",
    "nilairatarata",
    "skorratarata",
    "rataan",
];

/// Whole names of such rows.
pub(crate) const TOTAL_WORDS: [&str; 17] = [
    "mean",
    "sum",
    "jml",
    "rata2",
    "median",
    "ratarata2",
    "maksimum",
    "minimum",
    "maximum",
    "tertinggi",
    "terendah",
    "sd",
    "stdev",
    "standardeviasi",
    "simpanganbaku",
    "persentase",
    "nilaimaksimum",
];

/// What notes at the foot of a table begin with.
pub(crate) const NOTE_STARTS: [&str; 9] = [
    "sumber",
    "source",
    "catatan",
    "note",
    "keterangan",
    "*",
    "ket.",
    "ket:",
    "diolah",
];

/// Whether a name is that of a row of totals or means.
pub(crate) fn is_total(name: &str) -> bool {
    // Asked of every row: most names begin with none of these letters.
    const BEGINNINGS: [&[u8; 2]; 18] = [
        b"to", b"ju", b"ra", b"re", b"gr", b"av", b"su", b"jm", b"ni", b"sk", b"me", b"ma", b"mi",
        b"te", b"sd", b"st", b"si", b"pe",
    ];
    let Some(first) = name.as_bytes().first_chunk::<2>() else {
        return false;
    };
    if !BEGINNINGS.contains(&&first.map(|it| it.to_ascii_lowercase())) {
        return false;
    }
    let key = folded(name);
    TOTAL_STARTS.iter().any(|it| key.starts_with(it)) || TOTAL_WORDS.contains(&&*key)
}

/// Whether a cell is nothing but the word in front of a note, which then stands in the next one.
pub(crate) fn is_note_label(text: &str) -> bool {
    const LABELS: [&str; 6] = ["sumber", "source", "catatan", "note", "keterangan", "ket"];
    LABELS.contains(&&*folded(text))
}

/// Whether a text is a note at the foot of a table.
pub(crate) fn is_footnote(text: &str) -> bool {
    if text.is_empty() || !text.starts_with(|it: char| it == '*' || it.is_ascii_alphabetic()) {
        return false;
    }
    let lower: String = text.chars().take(12).flat_map(char::to_lowercase).collect();
    NOTE_STARTS.iter().any(|it| lower.starts_with(it))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_word_for_a_total_is_one() {
        for word in TOTAL_STARTS.iter().chain(&TOTAL_WORDS) {
            assert!(is_total(word) && is_total(&word.to_uppercase()), "{word}");
        }
    }

    #[test]
    fn totals_are_no_regions() {
        for name in [
            "Total",
            "JUMLAH",
            "Rata-rata",
            "Rata - rata",
            "Rerata",
            "Jumlah/Total",
            "mean",
        ] {
            assert!(is_total(name), "{name}");
        }
        for name in [
            "Kab. Toraja",
            "Sumenep",
            "Tolitoli",
            "Sumba Timur",
            "Jember",
            "Meanwhile",
        ] {
            assert!(!is_total(name), "{name}");
        }
    }
}
