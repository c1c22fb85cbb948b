//! What is known about an input before it is read.

use std::collections::BTreeMap;
use std::sync::Arc;

use crate::statement::{Area, Field};
use crate::table::At;
use crate::text::Text;

use super::wanted::Wanted;

/// What the user or a study says about an input. Every reader and shape takes what concerns it, so
/// that what only one kind of source needs (which level a code of a coded project gives) is one
/// more field here, and no signature changes.
#[derive(Debug, Clone, Default)]
pub struct ReadOptions {
    /// The declared decimal sign; without it the cells of the input decide.
    pub decimal: Option<Decimal>,
    /// Declared codes for a missing answer, such as `99`.
    pub missing: Vec<String>,
    /// Headers of the input → our columns or indicators; an empty one leaves theirs out without a
    /// warning.
    pub columns: BTreeMap<String, String>,
    /// What the columns of a wide table and the cells of an indicator column may be called by.
    pub indicators: Vec<Known>,
    /// What rows that do not say so are taken to be.
    pub defaults: Defaults,
    /// The folder that a study leaves out of the names of its files.
    pub folder: Option<String>,
    /// Headers of columns that are looked up later, and are not told as unread.
    pub kept: Vec<String>,
    /// What was corrected since the input was sent.
    pub corrections: Vec<Wanted>,
    /// Whether a text is the name or the code of a region: which headers are regions.
    pub is_region: Option<fn(&str) -> bool>,
    /// Whether two texts may name the same region; nothing where one of them names none.
    pub same_region: Option<fn(&str, &str) -> Option<bool>>,
    /// Every name of a level, lower case.
    pub labels: Vec<String>,
    /// Further names of regions that a study declares, lower case.
    pub spelled: Vec<String>,
}

/// A word for an indicator, a group or the index.
#[derive(Debug, Clone, PartialEq)]
pub struct Known {
    /// The word: an id, an alias, a title, a question.
    pub word: String,
    /// The id of what it means.
    pub id: String,
    /// Whether that is an indicator.
    pub is_indicator: bool,
    /// Whether it counts in a score.
    pub is_scored: bool,
    /// Whether each row that answers it is a respondent of its own.
    pub is_questionnaire: bool,
    /// The highest level of its scale, where it is answered on one.
    pub most: Option<f64>,
    /// Where sheets in use have swapped the number of the indicator with that of another one: what
    /// tells the two apart.
    pub swap: Option<Arc<Swap>>,
}

/// Two indicators whose numbers sheets in use have swapped, seen from one of them.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Swap {
    /// Id of the other one.
    pub other: String,
    /// Titles: of this one, of the other.
    pub titles: [Text; 2],
    /// Answers that only this one has, folded.
    pub own: Vec<String>,
    /// Answers that only the other one has, folded.
    pub others: Vec<String>,
}

impl From<&str> for Known {
    /// An indicator with this id.
    fn from(id: &str) -> Self {
        Self {
            word: id.to_owned(),
            id: id.to_owned(),
            is_indicator: true,
            is_scored: true,
            is_questionnaire: false,
            most: None,
            swap: None,
        }
    }
}

/// What is true of every row of an input that does not say otherwise.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Defaults {
    /// Region.
    pub region: Option<String>,
    /// Kind of region.
    pub kind: Option<String>,
    /// Wave.
    pub wave: Option<String>,
    /// Stage, in one of its words.
    pub stage: Option<String>,
    /// Framework.
    pub framework: Option<String>,
    /// Indicator, where the table is about one.
    pub indicator: Option<String>,
    /// Coder.
    pub coder: Option<String>,
}

/// A labelled cell above a header: `Wilayah: Kab. OKI`.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Label {
    /// What it speaks of.
    pub(crate) field: Field,
    /// The label as it is written.
    pub(crate) name: String,
    /// What it says; may be empty.
    pub(crate) text: String,
    /// Its column.
    pub(crate) cell: usize,
}

/// A label with its place.
pub(crate) type Placed = (At, Label);

/// What labels above a header say for which [`Defaults`] have no place.
#[derive(Debug, Clone, Default, PartialEq)]
pub(crate) struct Said {
    /// What they say of the region besides its name.
    pub(crate) area: Area,
    /// Whose office answered.
    pub(crate) agency: Option<String>,
    /// The labels that say whose the rows are: regions and offices.
    pub(crate) whose: Vec<Placed>,
}

/// The sign between the whole and the fraction of a number; the other one groups thousands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Decimal {
    /// `70,24` and `1.234,5`.
    Comma,
    /// `70.24` and `1,234.5`.
    Point,
}
