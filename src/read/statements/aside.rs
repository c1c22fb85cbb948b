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
    /// Rows that are read and may be none of the table.
    doubtful: Rows,
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

    /// A row that gave a statement and turned out to be a total.
    pub(super) fn total_taken(&mut self, at: At, name: &str) {
        self.taken = self.taken.saturating_sub(1);
        self.total(at, name);
    }

    /// A row that is read and may be none of the table.
    pub(super) fn doubtful(&mut self, at: At, name: &str) {
        self.doubtful.add(at, name);
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
        self.doubtful.join(below.doubtful);
        self.taken += below.taken;
        self.silent.join(below.silent);
        self.faulty.join(below.faulty);
    }

    /// Tells all of it.
    pub(super) fn tell(&self, table: &Table, problems: &mut Problems) {
        let mut warn = |rows: &Rows, sentence| {
            if let Some(first) = rows.first {
                // The place is that of the first one.
                let several = (rows.share.rows > 1).then(|| {
                    let mut all: Vec<String> =
                        rows.share.first.iter().map(usize::to_string).collect();
                    if rows.share.rows > all.len() {
                        all.push("…".to_owned());
                    }
                    say::rows_left_out(list(all))
                });
                let problem = Problem::warning(sentence).at(table.place(first));
                problems.add(|| problem.maybe_help(several));
            }
        };
        let totals = &self.totals;
        warn(
            totals,
            say::totals_left_out(totals.share.rows, totals.named()),
        );
        let feet = &self.feet;
        warn(feet, say::notes_left_out(feet.share.rows, feet.named()));
        let doubtful = &self.doubtful;
        warn(
            doubtful,
            say::words_for_number(doubtful.share.rows, doubtful.named()),
        );
        warn(&self.headers, say::header_again(self.headers.share.rows));
    }
}

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
