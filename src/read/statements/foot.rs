//! What stands below the last row that answers anything: signatures, legends, what somebody left in a
//! cell far away.

use crate::read::amount::{Amount, is_vague};
use crate::read::header::{Headers, Layout, NUMBER_WORDS, near};
use crate::read::number::Numbers;
use crate::read::rows::Headed;
use crate::read::settings::Decimal;
use crate::read::words::{CONSENT, STATUS};
use crate::statement::answer::{is_blank, is_not_applicable, is_not_there};
use crate::statement::{Date, Field};
use crate::table::Row;
use crate::text::folded;

/// Where the foot of a table begins, and which of its rows are none of the table.
pub(super) struct Foot<'a> {
    layout: &'a Layout,
    headers: &'a Headers<'a>,
    region: Option<usize>,
    indicator: Option<usize>,
    /// The columns that hold answers.
    answers: Vec<usize>,
    /// Whether the first row names a region that is known.
    has_regions: bool,
    /// Whether the first row calls its region by a number or letter.
    has_marks: bool,
}

impl<'a> Foot<'a> {
    pub(super) fn of(layout: &'a Layout, headers: &'a Headers<'a>, headed: &Headed<'_>) -> Self {
        let region = layout.column(Field::Region);
        let first = region.and_then(|it| headed.first_cells(it).into_iter().next());
        let is_answer = |it: &Field| {
            use Field::{Direction, Item, Level, Status, Value};
            matches!(it, Level | Value | Direction | Item | Status)
        };
        let columns = layout.columns.iter().filter(|(it, _)| is_answer(it));
        let across = layout.answers.iter().flat_map(|it| {
            let beside = it.beside.iter().map(|(_, at)| *at);
            std::iter::once(it.index).chain(beside)
        });
        Self {
            layout,
            headers,
            region,
            indicator: layout.column(Field::Indicator),
            answers: columns.map(|(_, at)| *at).chain(across).collect(),
            has_regions: first.as_ref().is_some_and(|it| headers.names_region(it)),
            has_marks: first.is_none_or(|it| is_mark(&it)),
        }
    }

    /// The last row that answers anything or says what it is about.
    pub(super) fn last(&self, headed: &Headed<'_>) -> Option<usize> {
        let parts = headed.parts();
        let mut last = None;
        for part in parts.into_iter().rev() {
            let mut rows = headed.table.rows_of(part);
            while let Some(row) = rows.next() {
                if !row.is_blank() && self.is_of_table(&row) {
                    last = Some(row.at.row);
                }
            }
            if last.is_some() {
                break;
            }
        }
        last
    }

    fn is_of_table(&self, row: &Row<'_>) -> bool {
        if !row.is_quoted_well() {
            return true;
        }
        if self.is_legend(row) {
            return false;
        }
        self.answers.iter().any(|at| self.may_answer(row.text(*at))) || self.names_indicator(row)
    }

    /// Whether a row names an indicator, though perhaps not as its framework does.
    fn names_indicator(&self, row: &Row<'_>) -> bool {
        let Some(text) = self.indicator.map(|it| row.text(it)) else {
            return false;
        };
        let all = || self.headers.known.iter().map(|it| &*it.word);
        !is_blank(text)
            && (!self.headers.knows_indicators()
                || self.headers.indicator(text).is_some()
                || near(text, all()).is_some())
    }

    /// Whether a row explains a level: where other rows name regions it has a number or letter, and
    /// beside it words alone.
    pub(super) fn is_legend(&self, row: &Row<'_>) -> bool {
        let Some(region) = self.region.filter(|_| !self.has_marks) else {
            return false;
        };
        let mark = row.text(region);
        if !is_mark(mark) || self.headers.names_region(mark) {
            return false;
        }
        let others = (0..row.len()).filter(|at| *at != region);
        let mut others = others.map(|at| row.text(at)).filter(|it| !it.is_empty());
        let is_number = |it: &str| {
            it.bytes()
                .all(|it| it.is_ascii_digit() || b",.%".contains(&it))
        };
        let mut any = false;
        let are_words = others.all(|it| {
            any = true;
            !is_number(it)
        });
        any && are_words
    }

    /// Whether a row below the last one is none of the table: it says neither what it is about nor
    /// whom, and answers nothing.
    pub(super) fn holds(&self, row: &Row<'_>) -> bool {
        let is_below = self.layout.last_answer.is_some_and(|it| row.at.row > it);
        if !is_below || self.is_of_table(row) {
            return false;
        }
        let filled = row.texts().filter(|it| !it.is_empty()).count();
        let is_told = [Field::Quote, Field::Finding, Field::Rationale];
        let is_told = is_told.iter().filter_map(|it| self.layout.column(*it));
        if filled > 1 && is_told.into_iter().any(|it| !is_blank(row.text(it))) {
            return false;
        }
        let is_long = self.indicator.is_some();
        let has_words = self.answers.iter().any(|at| !row.text(*at).is_empty());
        match self.region.map(|it| row.text(it)) {
            None => is_long || has_words,
            Some("") => true,
            Some(region) => {
                (is_long || has_words) && self.has_regions && !self.headers.names_region(region)
            }
        }
    }

    /// Whether a cell of answers may hold one: a number, a letter, a word that is one, or nearly.
    fn may_answer(&self, text: &str) -> bool {
        const SHORT: usize = 3;
        if is_blank(text) {
            return false;
        }
        // Most answers are plain numbers.
        if text
            .bytes()
            .all(|it| it.is_ascii_digit() || it == b'.' || it == b',')
        {
            return true;
        }
        let first = text.split_whitespace().next().unwrap_or_default();
        let code = first.trim_end_matches(['.', ')', ':']);
        let starts = first.trim_start_matches(['+', '-', '−', '>', '<', '≥', '≤', '~', '\'']);
        let is_number = starts.starts_with(|it: char| it.is_ascii_digit());
        let is_date = || text.contains(char::is_alphabetic) && Date::parse(text).is_ok();
        let lower = text.to_lowercase();
        let labels = || self.headers.labels.iter().map(|it| &**it);
        !self.headers.knows_indicators()
            || is_number && !is_date()
            || text.chars().count() <= SHORT
            || code.chars().count() == 1
            || NUMBER_WORDS.contains(&&*folded(first))
            || is_not_there(text)
            || is_not_applicable(text)
            || is_vague(text)
            || Amount::of(text)
                .number(Numbers::with(Some(Decimal::Comma)))
                .is_ok()
            || STATUS.get(text).is_some()
            || CONSENT.get(text).is_some()
            || labels().any(|it| it == lower)
            || near(&lower, labels()).is_some()
    }
}

/// Whether a text is a number or letter that stands for a level.
fn is_mark(text: &str) -> bool {
    let text = text.trim_end_matches(['.', ')', ':', '=']);
    let is_number = |it: &str| it.len() <= 2 && it.bytes().all(|it| it.is_ascii_digit());
    let mut letters = text.chars();
    let is_letter = letters.next().is_some_and(char::is_alphabetic) && letters.next().is_none();
    !text.is_empty() && (is_number(text) || is_letter)
}
