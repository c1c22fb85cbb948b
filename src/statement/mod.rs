//! Statements: who said what about which indicator of which region, and where that stands.
//!
//! A statement carries codes as text. Which region a name means, whether an indicator exists and
//! what a level is worth is decided later, in [`crate::assess`]; so one reader serves every
//! framework. Each statement knows its [`Origin`], and its [`Source`] turns that into a
//! [`Place`] for a diagnostic.

pub(crate) mod answer;
pub mod codings;
mod correction;
mod date;
pub mod field;
pub mod identity;
mod method;
mod name;
mod party;
pub mod profile;
pub mod respondent;
mod setting;
pub mod source;
mod tally;

pub use answer::Answer;
pub use correction::{Correction, Header};
pub use date::{Date, NoDate, Precision};
pub use field::Field;
pub use identity::Speaker;
pub use method::method_id;
pub use name::Name;
pub use party::PartyName;
pub use setting::{Area, CodeSystem, Evidence, Setting, is_nobody, nobody};
pub use source::{Origin, Source};
pub use tally::{Left, Share, Tally, Unread};

use std::collections::HashMap;
use std::ops::{Deref, DerefMut};
use std::sync::Arc;

use crate::problem::{Place, Spot};
use crate::text::vocabulary;
use source::Compact;

/// What a source leaves open about a quantity.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub enum Qualifier {
    /// "Sekitar", "kurang lebih": the number is near.
    About,
    /// "Lebih dari": the number is a lower limit.
    MoreThan,
    /// "Kurang dari": the number is an upper limit.
    LessThan,
    /// "Sebagian besar", "tidak disebut": words, and no number at all.
    Words(Arc<str>),
}

vocabulary! {
    /// Whether a statement speaks for or against readiness.
    #[derive(PartialOrd, Ord, Hash)]
    pub enum Direction {
        /// Pendukung.
        Supporting = "supporting",
        /// Penghambat.
        Inhibiting = "inhibiting",
        /// Netral.
        Neutral = "neutral",
    }
}

vocabulary! {
    /// How far an answer has been verified; later variants are verified more.
    #[derive(PartialOrd, Ord, Hash)]
    pub enum Stage {
        /// Penilaian mandiri.
        SelfAssessed = "self",
        /// Penilaian dokumen.
        Document = "document",
        /// Interviu.
        Interview = "interview",
        /// Visitasi.
        Visit = "visit",
        /// Final.
        Final = "final",
    }
}

vocabulary! {
    /// What a statement may be used for.
    #[derive(Hash, Default)]
    pub enum Usage {
        /// Gives a level, is counted, can conflict.
        #[default]
        Primary = "primary",
        /// Is counted and can conflict; gives no level.
        Supplementary = "supplementary",
        /// Is listed only.
        Context = "context",
    }
}

vocabulary! {
    /// Whether the source itself used the framework.
    #[derive(Hash, Default)]
    pub enum Basis {
        /// Used by the source itself.
        #[default]
        Native = "native",
        /// Applied to the source by the coder.
        Cross = "cross",
    }
}

vocabulary! {
    /// State of an evidence item.
    #[derive(Hash)]
    pub enum ItemStatus {
        /// Sedang disusun.
        Drafting = "drafting",
        /// Diunggah, not yet looked at.
        Submitted = "submitted",
        /// Diterima.
        Accepted = "accepted",
        /// Revisi.
        Revise = "revise",
        /// Ditolak.
        Rejected = "rejected",
        /// Belum ada.
        Missing = "missing",
    }
}

/// One coded row.
///
/// A table may have millions of rows, of which one informant gives dozens and every region
/// thousands. A row therefore keeps what differs from the row before it, and shares the rest: its
/// [`Setting`], whose fields read as if they were its own.
#[derive(Debug, Clone, PartialEq)]
pub struct Statement {
    place: Compact,
    /// Indicator, group or `index` as written.
    pub indicator: Name,
    /// Content of the level column.
    pub answer: Answer,
    setting: Arc<Setting>,
}

impl Deref for Statement {
    type Target = Setting;

    fn deref(&self) -> &Setting {
        &self.setting
    }
}

/// Changing a field gives the row a setting of its own, as large as a row that shares nothing.
impl DerefMut for Statement {
    fn deref_mut(&mut self) -> &mut Setting {
        Arc::make_mut(&mut self.setting)
    }
}

impl Statement {
    /// An answer about `indicator` in a setting.
    #[must_use]
    pub fn new(origin: Origin, indicator: Name, answer: Answer, setting: Arc<Setting>) -> Self {
        Self {
            place: Compact::of(origin),
            indicator,
            answer,
            setting,
        }
    }

    /// Where it stands in the input.
    #[must_use]
    pub fn origin(&self) -> Origin {
        self.place.origin()
    }

    /// Everything but place, indicator and answer. Rows alike in all of it share one, so that what
    /// depends on it alone need not be found out for each row.
    #[must_use]
    pub fn setting(&self) -> &Arc<Setting> {
        &self.setting
    }

    /// Whether the row says exactly what another one says.
    #[must_use]
    pub fn repeats(&self, other: &Self) -> bool {
        self.indicator == other.indicator
            && self.answer == other.answer
            && (Arc::ptr_eq(&self.setting, &other.setting) || self.setting == other.setting)
    }

    /// Whether the row counts as evidence: primary or supplementary, and not left blank.
    #[must_use]
    pub fn is_counted(&self) -> bool {
        self.usage != Usage::Context && !self.is_blank()
    }

    /// The number that it answers with: its level, else its value; nothing of a word.
    #[must_use]
    pub fn number(&self) -> Option<f64> {
        match self.answer {
            Answer::Number(number) => Some(number),
            _ => self.value,
        }
    }

    /// Whether the row judges its indicator, by whatever means: words around it are no judgement.
    #[must_use]
    pub fn is_judged(&self) -> bool {
        !self.answer.is_missing()
            || self.value.is_some()
            || self.qualifier.is_some()
            || self.direction.is_some()
    }

    /// Whether the row names region and indicator and then says nothing, as a form not filled.
    #[must_use]
    pub fn is_blank(&self) -> bool {
        self.answer.is_missing() && self.setting.is_silent()
    }
}

/// Statements with the inputs they came from.
#[derive(Debug, Clone, Default)]
pub struct Statements {
    /// Shared between the parts of [`Self::split`]: a source holds its whole text.
    sources: Arc<Vec<Source>>,
    rows: Vec<Statement>,
    /// Sheets of the inputs of which no row is read.
    unread: Arc<Vec<Unread>>,
}

impl Statements {
    /// Statements of one source; every [`Origin::source`] must be 0.
    #[must_use]
    pub fn of(source: Source, rows: Vec<Statement>) -> Self {
        Self {
            sources: Arc::new(vec![source]),
            rows,
            unread: Arc::default(),
        }
    }

    /// Adds the statements of another input behind these.
    pub fn append(&mut self, other: Self) {
        if !other.unread.is_empty() {
            self.set_aside(other.unread.iter().cloned());
        }
        if self.sources.is_empty() {
            let unread = Arc::clone(&self.unread);
            *self = Self { unread, ..other };
            return;
        }
        let shift = self.sources.len();
        let theirs = Arc::unwrap_or_clone(other.sources);
        Arc::make_mut(&mut self.sources).extend(theirs);
        self.rows.extend(other.rows.into_iter().map(|mut row| {
            row.place.shift(shift);
            row
        }));
    }

    /// The inputs, in the order in which they were given.
    #[must_use]
    pub fn sources(&self) -> &[Source] {
        &self.sources
    }

    /// Adds sheets of which no row is read.
    pub fn set_aside(&mut self, sheets: impl IntoIterator<Item = Unread>) {
        Arc::make_mut(&mut self.unread).extend(sheets);
    }

    /// Sheets of the inputs of which no row is read.
    #[must_use]
    pub fn unread(&self) -> &[Unread] {
        &self.unread
    }

    /// The statements, in the order of the inputs.
    #[must_use]
    pub fn rows(&self) -> &[Statement] {
        &self.rows
    }

    /// The same inputs with only the statements that `keep` accepts.
    #[must_use]
    pub fn filtered(mut self, keep: impl FnMut(&Statement) -> bool) -> Self {
        self.rows.retain(keep);
        self
    }

    /// Shares the statements out: row `n` goes to part `owners[n]`, or nowhere. Every part keeps
    /// all inputs, so that places stay right.
    #[must_use]
    pub fn split(self, owners: &[Option<usize>], parts: usize) -> Vec<Self> {
        let mut rows: Vec<Vec<Statement>> = (0..parts).map(|_| Vec::new()).collect();
        for (row, owner) in self.rows.into_iter().zip(owners) {
            if let Some(part) = owner.and_then(|it| rows.get_mut(it)) {
                part.push(row);
            }
        }
        let part = |rows| Self {
            sources: Arc::clone(&self.sources),
            rows,
            unread: Arc::clone(&self.unread),
        };
        rows.into_iter().map(part).collect()
    }

    /// The same inputs with these statements, each of which comes from one of them, in the order
    /// of their origins.
    #[must_use]
    pub fn replaced(mut self, mut rows: Vec<Statement>) -> Self {
        rows.sort_by_key(Statement::origin);
        self.rows = rows;
        self
    }

    /// Gives `wave` to every statement without one.
    pub fn default_wave(&mut self, wave: &str) {
        let wave: Arc<str> = wave.into();
        // Rows that shared a setting share the new one. The old one is kept until the end, so that
        // no other takes its address.
        let mut waved: HashMap<*const Setting, [Arc<Setting>; 2]> = HashMap::new();
        for row in self.rows.iter_mut().filter(|row| row.wave.is_none()) {
            let old = &row.setting;
            let [_, new] = waved.entry(Arc::as_ptr(old)).or_insert_with(|| {
                let mut new = Setting::clone(old);
                new.wave = Some(Arc::clone(&wave));
                [Arc::clone(old), Arc::new(new)]
            });
            row.setting = Arc::clone(new);
        }
    }

    /// The place of a cell of a statement.
    #[must_use]
    pub fn place(&self, row: &Statement, column: Field) -> Place {
        let origin = row.origin();
        self.sources[origin.source].place(origin, column)
    }

    /// The text of the line that a statement starts in; of a sheet, the texts of its row.
    #[must_use]
    pub fn line(&self, row: &Statement) -> String {
        let origin = Origin {
            cell: None,
            ..row.origin()
        };
        let source = &self.sources[origin.source];
        if let Some(texts) = source.texts_of_row(origin.row) {
            return texts;
        }
        match source.place(origin, Field::Region).spot {
            Spot::Text { excerpt, .. } => excerpt,
            Spot::Cell { cell, .. } => cell,
            Spot::Whole => String::new(),
        }
    }

    /// Path of the input a statement came from, relative to the folder of the study.
    #[must_use]
    pub fn file(&self, row: &Statement) -> &str {
        self.sources[row.origin().source].path()
    }

    /// The sheet that a statement stands in; nothing of a text.
    #[must_use]
    pub fn sheet(&self, row: &Statement) -> Option<&str> {
        self.sources[row.origin().source].sheet()
    }

    /// Where a statement stands, as people read it: ``data.csv:14``, ``laporan.xlsx:`Teknologi`!14``.
    #[must_use]
    pub fn whereabouts(&self, row: &Statement) -> String {
        let origin = row.origin();
        self.sources[origin.source].row(origin.row)
    }

    /// Says what of the only input is read otherwise than it was sent.
    pub fn corrected(&mut self, corrections: Vec<Correction>) {
        if let [source] = Arc::make_mut(&mut self.sources).as_mut_slice() {
            source.corrected(corrections);
        }
    }

    /// Says where in the workbook stands what holds for all rows of its sheets.
    pub(crate) fn said_at(&mut self, column: Field, place: &Place) {
        for source in Arc::make_mut(&mut self.sources) {
            source.says(column, place.clone());
        }
    }

    /// Every correction with the input that it is of, in the order of the inputs.
    pub fn corrections(&self) -> impl Iterator<Item = (&Source, &Correction)> {
        let sources = self.sources.iter();
        sources.flat_map(|source| source.corrections().iter().map(move |it| (source, it)))
    }

    /// The corrections of a statement, in the order in which they were made.
    pub fn corrections_of(&self, row: &Statement) -> impl Iterator<Item = &Correction> {
        let origin = row.origin();
        let all = self.sources[origin.source].corrections().iter();
        all.filter(move |it| it.is_of(origin))
    }

    /// Tells the inputs in a folder relative to it.
    pub fn lie_in(&mut self, folder: &str) {
        for source in Arc::make_mut(&mut self.sources) {
            source.lies_in(folder);
        }
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;

    use super::*;
    use crate::problem::Locate;

    #[derive(Debug)]
    struct Nowhere;

    impl Locate for Nowhere {
        fn place(&self, _: usize, _: Option<usize>) -> Place {
            Place::file("a.xlsx")
        }
    }

    fn row(setting: &Arc<Setting>) -> Statement {
        let origin = Origin {
            source: 0,
            row: 2,
            cell: None,
        };
        Statement::new(origin, "t1".into(), Answer::Missing, Arc::clone(setting))
    }

    #[test]
    fn rows_that_share_a_setting_share_the_one_with_a_wave() {
        let setting = Arc::new(Setting::new("OKI".into()));
        let source = Source::new("a.xlsx", "", Arc::new(Nowhere), BTreeMap::new());
        let mut statements = Statements::of(source, vec![row(&setting), row(&setting)]);
        statements.default_wave("2024");
        let [first, second] = statements.rows() else {
            panic!("two rows")
        };
        assert_eq!(first.wave.as_deref(), Some("2024"));
        assert!(Arc::ptr_eq(first.setting(), second.setting()));
        assert_eq!(setting.wave, None);
    }

    #[test]
    fn a_changed_row_leaves_the_others_as_they_are() {
        let setting = Arc::new(Setting::new("OKI".into()));
        let (mut first, second) = (row(&setting), row(&setting));
        first.coder = Some("A".into());
        assert_eq!(second.coder, None);
        assert!(!first.repeats(&second));
        assert!(second.repeats(&row(&Arc::new(Setting::new("OKI".into())))));
    }

    #[test]
    fn a_row_takes_little_room() {
        assert!(size_of::<Statement>() <= 40);
    }
}
