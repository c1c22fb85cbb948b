//! What became of every row of an input: it gave statements, or it was left out for a reason.

use std::collections::BTreeMap;

use crate::text::vocabulary;

vocabulary! {
    /// Why a row, or all rows of a sheet, give no statement.
    #[derive(PartialOrd, Ord, Hash)]
    pub enum Left {
        /// No cell holds anything.
        Blank = "blank",
        /// It repeats the header.
        HeaderAgain = "header_again",
        /// It holds a total or a mean.
        Total = "total",
        /// It is a note at the foot.
        Note = "note",
        /// No column of answers is filled.
        NoAnswer = "no_answer",
        /// An error keeps it back.
        Faulty = "faulty",
        /// Its sheet has no answers.
        NoAnswersInSheet = "no_answers_in_sheet",
        /// Its sheet sums up what other sheets hold.
        RecapSheet = "recap_sheet",
        /// Its sheet is hidden.
        HiddenSheet = "hidden_sheet",
        /// Its file or sheet is a copy of another one.
        Copy = "copy",
        /// It says exactly what an earlier row says.
        Repeat = "repeat",
        /// It belongs to another framework.
        OtherFramework = "other_framework",
        /// Its framework was applied by the coder, and those rows are not wanted.
        OtherBasis = "other_basis",
        /// Its file has errors and is left out whole.
        BadFile = "bad_file",
    }
}

/// Rows of one fate: how many, and where the first of them stand.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Share {
    /// How many.
    pub rows: usize,
    /// Lines (text) or rows (sheet) of the first ones, from 1.
    pub first: Vec<usize>,
}

impl Share {
    /// How many places are kept.
    pub const PLACES: usize = 5;

    /// Counts a row.
    pub fn add(&mut self, row: usize) {
        self.rows += 1;
        if self.first.len() < Self::PLACES {
            self.first.push(row);
        }
    }

    /// Adds rows further down.
    pub fn join(&mut self, below: Self) {
        self.rows += below.rows;
        let room = Self::PLACES.saturating_sub(self.first.len());
        self.first.extend(below.first.into_iter().take(room));
    }
}

/// What became of the rows under a header.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Tally {
    /// How many there are.
    pub read: usize,
    /// How many of them gave statements.
    pub taken: usize,
    /// The others, by the reason.
    pub left: BTreeMap<Left, Share>,
}

impl Tally {
    /// Adds rows that were left out; none leave no trace.
    pub fn leave(&mut self, reason: Left, rows: Share) {
        if rows.rows > 0 {
            self.left.entry(reason).or_default().join(rows);
        }
    }

    /// How many were left out.
    #[must_use]
    pub fn left_out(&self) -> usize {
        self.left.values().map(|it| it.rows).sum()
    }
}

/// A sheet of which no row is read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Unread {
    /// The name of the workbook as the user gave it.
    pub file: String,
    /// The name of the sheet.
    pub sheet: String,
    /// Why.
    pub reason: Left,
    /// How many rows it has that hold anything; `None` where nobody looked.
    pub rows: Option<Share>,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_first_places_are_kept() {
        let mut tally = Tally::default();
        for start in [1, 100] {
            let mut share = Share::default();
            (start..start + 4).for_each(|row| share.add(row));
            tally.leave(Left::Note, share);
        }
        tally.leave(Left::Total, Share::default());
        assert_eq!(tally.left_out(), 8);
        assert_eq!(tally.left[&Left::Note].first, [1, 2, 3, 4, 100]);
        assert_eq!(tally.left.len(), 1);
    }
}
