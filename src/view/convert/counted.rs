//! What became of the rows of every file and sheet.

use std::collections::BTreeMap;

use crate::statement::{Left, Share, Source, Statement, Tally, Unread};
use crate::study::{Conversion, Fate};
use crate::text::{Lang, label, list};

/// A file, or a sheet of a workbook.
#[derive(Debug, Clone)]
pub(super) struct Counted {
    /// Path, relative to the study.
    pub(super) file: String,
    pub(super) sheet: Option<String>,
    /// Rows below the header; nothing where nobody looked.
    pub(super) read: Option<usize>,
    /// How many of them stand in the table.
    pub(super) taken: usize,
    /// How many rows they became.
    pub(super) written: usize,
    pub(super) left: Vec<LeftOut>,
}

/// Rows left out for one reason.
#[derive(Debug, Clone)]
pub(super) struct LeftOut {
    pub(super) reason: Left,
    /// How many; nothing where nobody looked.
    pub(super) rows: Option<usize>,
    /// Lines or rows of the first ones.
    pub(super) first: Vec<usize>,
    /// The same places as people read them.
    pub(super) places: Vec<String>,
}

impl Counted {
    /// How many rows were left out.
    pub(super) fn left_out(&self) -> usize {
        self.left.iter().filter_map(|it| it.rows).sum()
    }

    /// What was left out and why, with the first rows.
    pub(super) fn why(&self, lang: Lang) -> String {
        list(self.left.iter().map(|it| {
            let why = reason(lang, it.reason);
            match (it.rows, it.first.len()) {
                (None, _) | (_, 0) => why.to_owned(),
                (Some(count), shown) => {
                    let mut rows = list(&it.first);
                    if count > shown {
                        rows.push_str(", …");
                    }
                    label::convert_reason_rows(lang, count, why, rows)
                }
            }
        }))
    }

    /// All of it in one line.
    pub(super) fn line(&self, lang: Lang) -> String {
        let place = match &self.sheet {
            Some(sheet) => label::convert_place(lang, &*self.file, &**sheet),
            None => self.file.clone(),
        };
        let Some(read) = self.read else {
            return label::convert_whole_left(lang, place, self.why(lang));
        };
        if let ([left], 0) = (&*self.left, self.taken)
            && is_of_whole(left.reason)
        {
            let why = reason(lang, left.reason);
            return label::convert_whole_left_rows(lang, place, why, read);
        }
        let line = match self.taken {
            0 => label::convert_line_none(lang, place, read),
            _ => label::convert_line(lang, place, read, self.taken, self.written),
        };
        match self.left_out() {
            0 => line,
            _ => label::convert_line_left(lang, line, self.why(lang)),
        }
    }
}

/// How many rows were left out for each reason, of all files together.
pub(super) fn reasons(all: &[Counted], lang: Lang) -> String {
    let mut sums: BTreeMap<Left, usize> = BTreeMap::new();
    for it in all.iter().flat_map(|it| &it.left) {
        *sums.entry(it.reason).or_default() += it.rows.unwrap_or(0);
    }
    sums.retain(|_, rows| *rows > 0);
    let told = sums.into_iter();
    let of_rows = |why: Left| match why {
        Left::NoAnswersInSheet => label::left_on_sheet_without_answers(lang),
        Left::RecapSheet => label::left_on_recap(lang),
        _ => reason(lang, why),
    };
    list(told.map(|(why, rows)| label::convert_reason(lang, rows, of_rows(why))))
}

/// Whether a reason is one for a whole file or sheet.
fn is_of_whole(reason: Left) -> bool {
    use Left::{BadFile, Copy, HiddenSheet, NoAnswersInSheet, RecapSheet};
    matches!(
        reason,
        BadFile | Copy | HiddenSheet | NoAnswersInSheet | RecapSheet
    )
}

/// Why rows were left out, for people.
pub(super) fn reason(lang: Lang, reason: Left) -> &'static str {
    match reason {
        Left::Blank => label::left_blank(lang),
        Left::HeaderAgain => label::left_header(lang),
        Left::Total => label::left_total(lang),
        Left::Note => label::left_note(lang),
        Left::NoAnswer => label::left_no_answer(lang),
        Left::Faulty => label::left_faulty(lang),
        Left::NoAnswersInSheet => label::left_sheet_without_answers(lang),
        Left::RecapSheet => label::left_recap(lang),
        Left::HiddenSheet => label::left_hidden(lang),
        Left::Copy => label::left_copy(lang),
        Left::Repeat => label::left_repeat(lang),
        Left::OtherFramework => label::left_framework(lang),
        Left::OtherBasis => label::left_basis(lang),
        Left::BadFile => label::left_bad_file(lang),
    }
}

/// What became of the rows of every file, its sheets one after the other.
pub(super) fn counted(of: &Conversion) -> Vec<Counted> {
    let sources = of.statements.sources();
    let mut tallies: Vec<Option<Tally>> = sources.iter().map(|it| it.tally().cloned()).collect();
    let mut written = vec![0; sources.len()];
    let rows: Vec<(&Statement, &Fate)> = of.statements.rows().iter().zip(&of.fates).collect();
    let line = |row: &Statement| (row.origin().source, row.origin().row);
    for all in rows.chunk_by(|(one, _), (other, _)| line(one) == line(other)) {
        let (source, row) = line(all[0].0);
        let is_written = |it: &&(&Statement, &Fate)| matches!(it.1, Fate::Written(_));
        written[source] += all.iter().filter(is_written).count();
        // A row some of whose answers stand in the table is taken.
        let reasons = all.iter().map(|it| match it.1 {
            Fate::Written(_) => None,
            Fate::Left(reason) => Some(*reason),
        });
        let reasons: Option<Vec<Left>> = reasons.collect();
        if let (Some(reasons), Some(tally)) = (reasons, &mut tallies[source]) {
            let mut share = Share::default();
            share.add(row);
            tally.taken = tally.taken.saturating_sub(1);
            tally.leave(reasons[0], share);
        }
    }
    let mut unread: BTreeMap<&str, Vec<&Unread>> = BTreeMap::new();
    for it in of.statements.unread() {
        unread.entry(&it.file).or_default().push(it);
    }
    let mut out = Vec::new();
    for (at, (source, tally)) in sources.iter().zip(tallies).enumerate() {
        let Some(tally) = tally else { continue };
        out.push(of_source(source, tally, written[at]));
        let next = sources.get(at + 1);
        if next.is_none_or(|it| it.name() != source.name()) {
            let sheets = unread.remove(source.name()).unwrap_or_default();
            out.extend(sheets.iter().map(|it| of_unread(it, source.path())));
        }
    }
    let without = unread.into_values().flatten();
    out.extend(without.map(|it| of_unread(it, &it.file)));
    out.extend(of.skipped.iter().map(|path| Counted {
        file: path.clone(),
        sheet: None,
        read: None,
        taken: 0,
        written: 0,
        left: vec![LeftOut {
            reason: Left::BadFile,
            rows: None,
            first: Vec::new(),
            places: Vec::new(),
        }],
    }));
    out
}

fn of_source(source: &Source, tally: Tally, written: usize) -> Counted {
    let left = tally.left.into_iter().map(|(reason, share)| LeftOut {
        reason,
        rows: Some(share.rows),
        places: share.first.iter().map(|it| source.row(*it)).collect(),
        first: share.first,
    });
    Counted {
        file: source.path().to_owned(),
        sheet: source.sheet().map(str::to_owned),
        read: Some(tally.read),
        taken: tally.taken,
        written,
        left: left.collect(),
    }
}

fn of_unread(unread: &Unread, path: &str) -> Counted {
    let rows = unread.rows.as_ref().map(|it| it.rows);
    Counted {
        file: path.to_owned(),
        sheet: Some(unread.sheet.clone()),
        read: rows,
        taken: 0,
        written: 0,
        left: vec![LeftOut {
            reason: unread.reason,
            rows,
            first: Vec::new(),
            places: Vec::new(),
        }],
    }
}
