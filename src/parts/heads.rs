//! The heading of a sheet of a form: what its rows are about, and what stands in which column.

use crate::text::form::{AnswerColumn, ItemColumn, OutsideColumn};
use crate::text::{Lang, folded};

use super::slot::Slot;

/// What the rows of a sheet are about.
#[derive(Clone, Copy)]
pub(super) enum About {
    Answers,
    Items,
    Outside,
}

/// A column of a sheet.
#[derive(Clone, Copy, PartialEq)]
pub(super) enum Column {
    Answer(AnswerColumn),
    Item(ItemColumn),
    Outside(OutsideColumn),
}

impl Column {
    pub(super) fn of(about: About, heading: &str) -> Option<Self> {
        match about {
            About::Answers => AnswerColumn::of(heading).map(Self::Answer),
            About::Items => ItemColumn::of(heading).map(Self::Item),
            About::Outside => OutsideColumn::of(heading).map(Self::Outside),
        }
    }

    /// Whether the code of a row stands in it.
    pub(super) fn is_code(self) -> bool {
        matches!(
            self,
            Self::Answer(AnswerColumn::Code)
                | Self::Item(ItemColumn::Code)
                | Self::Outside(OutsideColumn::Indicator)
        )
    }

    /// Its cell in the row of an indicator, and of an item within it, where it waits for input.
    pub(super) fn slot(self, (at, item): (usize, usize)) -> Option<Slot> {
        match self {
            Self::Answer(column) => {
                let is_input = !matches!(
                    column,
                    AnswerColumn::Code
                        | AnswerColumn::Indicator
                        | AnswerColumn::Group
                        | AnswerColumn::Weight
                        | AnswerColumn::Before
                        | AnswerColumn::Criteria
                        | AnswerColumn::Shown
                );
                is_input.then_some(Slot::Answer(at, column))
            }
            Self::Item(column) => {
                let is_input = !matches!(
                    column,
                    ItemColumn::Code
                        | ItemColumn::Indicator
                        | ItemColumn::Level
                        | ItemColumn::Wanted
                );
                is_input.then_some(Slot::Item(at, item, column))
            }
            Self::Outside(column) => {
                let is_input = matches!(column, OutsideColumn::Value | OutsideColumn::Note);
                is_input.then_some(Slot::Outside(at, column))
            }
        }
    }
}

/// The heading of a sheet: what its rows are about, and what stands in which column.
pub(super) struct Head {
    pub(super) about: About,
    pub(super) columns: Vec<(usize, Column)>,
    /// Headings that are not ours, each with its column.
    pub(super) added: Vec<(usize, String)>,
    pub(super) lang: Lang,
}

impl Head {
    /// What a row of texts is the heading of, if it is one.
    pub(super) fn of(texts: &[&str]) -> Option<Self> {
        let has = |wanted: Column, about| {
            let mut columns = texts.iter().filter_map(|it| Column::of(about, it));
            columns.any(|it| it == wanted)
        };
        let answers = AnswerColumn::STAGES.map(Column::Answer);
        let about = if has(Column::Item(ItemColumn::Code), About::Items) {
            About::Items
        } else if has(Column::Outside(OutsideColumn::Value), About::Outside) {
            About::Outside
        } else if answers.into_iter().any(|it| has(it, About::Answers)) {
            About::Answers
        } else {
            return None;
        };
        let mut columns = Vec::new();
        let mut added = Vec::new();
        for (at, text) in texts.iter().enumerate() {
            match Column::of(about, text) {
                Some(column) => columns.push((at, column)),
                None if text.is_empty() => {}
                None => added.push((at, (*text).to_owned())),
            }
        }
        columns.iter().any(|it| it.1.is_code()).then(|| Self {
            about,
            lang: language_of(texts),
            columns,
            added,
        })
    }
}

impl Head {
    /// The column without which answers would be lost, where it is not there. Others may be deleted by whoever
    /// has no use for them.
    pub(super) fn lacking(&self) -> Option<&'static str> {
        let own = Column::Answer(AnswerColumn::Own);
        let has_own = self.columns.iter().any(|it| it.1 == own);
        let is_of_answers = matches!(self.about, About::Answers);
        (is_of_answers && !has_own).then(|| AnswerColumn::Own.label(self.lang))
    }
}

/// The language that most headings are in.
fn language_of(texts: &[&str]) -> Lang {
    let count = |lang: Lang| {
        let of_answers = AnswerColumn::ALL.map(|it| folded(it.label(lang)));
        let of_items = ItemColumn::ALL.map(|it| folded(it.label(lang)));
        let is_it = |it: &&&str| {
            let it = folded(it);
            of_answers.contains(&it) || of_items.contains(&it)
        };
        texts.iter().filter(is_it).count()
    };
    match count(Lang::En) > count(Lang::Id) {
        true => Lang::En,
        false => Lang::Id,
    }
}
