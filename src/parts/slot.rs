//! A cell for input, whatever row and column it stands in.

use crate::framework::Framework;
use crate::text::form::{AnswerColumn, ItemColumn, OutsideColumn};
use crate::text::{Lang, label};

/// A cell for input, whatever row and column it stands in.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Slot {
    /// Of an indicator, by its position in the framework.
    Answer(usize, AnswerColumn),
    /// Of an evidence item, by the position of its indicator and its own within it.
    Item(usize, usize, ItemColumn),
    /// Of the index of another body that feeds an indicator.
    Outside(usize, OutsideColumn),
}

impl Slot {
    /// What its row goes by.
    #[must_use]
    pub fn code(self, framework: &Framework) -> &str {
        match self {
            Self::Answer(at, _) | Self::Outside(at, _) => framework.nodes()[at].id(),
            Self::Item(at, item, _) => {
                let indicator = framework.nodes()[at].indicator();
                let item = indicator.and_then(|it| it.items.get(item));
                item.map_or_else(|| framework.nodes()[at].id(), |it| it.code.as_str())
            }
        }
    }

    /// What its row goes by where rows of several indicators stand together: its code, behind that of the
    /// indicator where another has an item of the same.
    #[must_use]
    pub fn name(self, framework: &Framework) -> String {
        let code = self.code(framework);
        match self {
            Self::Item(at, ..) => {
                let mut others = framework.indicators().filter(|it| it.0 != at);
                let is_shared = others.any(|(.., it)| it.items.iter().any(|it| it.code == code));
                match is_shared {
                    true => format!("{} {code}", framework.nodes()[at].id()),
                    false => code.to_owned(),
                }
            }
            Self::Answer(..) | Self::Outside(..) => code.to_owned(),
        }
    }

    /// What its column is called.
    #[must_use]
    pub fn column(self, lang: Lang) -> &'static str {
        match self {
            Self::Answer(_, column) => column.label(lang),
            Self::Item(_, _, column) => column.label(lang),
            Self::Outside(_, column) => column.label(lang),
        }
    }

    /// What its sheet is called.
    #[must_use]
    pub fn sheet(self, lang: Lang) -> &'static str {
        match self {
            Self::Answer(..) => label::sheet_answers(lang),
            Self::Item(..) => label::sheet_items(lang),
            Self::Outside(..) => label::sheet_outside(lang),
        }
    }

    /// The cell of its row that names the office; the index of another body goes with its indicator.
    #[must_use]
    pub fn office(self) -> Self {
        match self {
            Self::Answer(at, _) | Self::Outside(at, _) => Self::Answer(at, AnswerColumn::Office),
            Self::Item(at, item, _) => Self::Item(at, item, ItemColumn::Office),
        }
    }

    /// Whether a number or a level belongs in it.
    #[must_use]
    pub fn is_value(self) -> bool {
        match self {
            Self::Answer(_, column) => AnswerColumn::STAGES.contains(&column),
            Self::Item(..) => false,
            Self::Outside(_, column) => column == OutsideColumn::Value,
        }
    }

    /// Whether several offices may each have something to say in it: words that stand beside each other.
    #[must_use]
    pub fn is_words(self) -> bool {
        match self {
            Self::Answer(_, column) => column == AnswerColumn::Explanation,
            Self::Item(_, _, column) => !matches!(
                column,
                ItemColumn::State | ItemColumn::Due | ItemColumn::Office
            ),
            Self::Outside(..) => false,
        }
    }

    /// Whether the whole alone says what stands in it: who does what, what evaluators give.
    #[must_use]
    pub fn is_of_whole(self) -> bool {
        match self {
            Self::Answer(_, column) => column.is_of_whole(),
            Self::Item(_, _, column) => column == ItemColumn::Office,
            Self::Outside(..) => false,
        }
    }
}
