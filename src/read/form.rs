//! What a workbook made by `siap` says of itself: its mark, and the cells of its first page.
//!
//! The mark stands on a hidden sheet, `_siap`, as names with values beside them. It says which
//! instrument the workbook is of, whatever its file and its sheets are called by now. What people
//! type on the first page (whose it is, which year, which sending) is found by the words beside it.

use std::collections::BTreeMap;

use crate::problem::Place;
use crate::table::Table;
use crate::text::{Lang, folded, label, vocabulary};

/// Name of the sheet with the mark.
pub const MARK: &str = "_siap";

vocabulary! {
    /// What a workbook of `siap` is.
    pub enum Kind {
        /// An instrument to be filled in.
        Form = "form",
        /// The part of it that one office fills in.
        Part = "part",
        /// Results: no data.
        Result = "result",
    }
}

vocabulary! {
    /// What is asked on the first page.
    #[derive(PartialOrd, Ord)]
    pub enum Asked {
        /// Whose answers these are.
        Region = "region",
        /// The round of assessment.
        Wave = "wave",
        /// Which sending of the same workbook it is; the highest counts.
        Sending = "sending",
        /// The office that fills in a part.
        Office = "office",
        /// Who filled it in.
        FilledBy = "filled-by",
        /// What is to be reached.
        Target = "target",
        /// By when it has to be sent.
        Deadline = "deadline",
        /// Who reads the result.
        Audience = "audience",
    }
}

impl Asked {
    /// The words beside its cell.
    #[must_use]
    pub fn label(self, lang: Lang) -> &'static str {
        match self {
            Self::Region => label::form_region(lang),
            Self::Wave => label::form_wave(lang),
            Self::Sending => label::form_sending(lang),
            Self::Office => label::form_office(lang),
            Self::FilledBy => label::form_filled_by(lang),
            Self::Target => label::form_target(lang),
            Self::Deadline => label::form_deadline(lang),
            Self::Audience => label::form_audience(lang),
        }
    }

    fn of(cell: &str) -> Option<Self> {
        let cell = folded(cell);
        let is_called = |it: &Self| {
            [Lang::Id, Lang::En]
                .iter()
                .any(|lang| folded(it.label(*lang)) == cell)
        };
        Self::ALL.into_iter().find(is_called)
    }
}

/// What a workbook made by `siap` says of itself.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Form {
    /// What it is.
    pub kind: Kind,
    /// Id of the framework it was made for.
    pub framework: String,
    /// Version of that framework.
    pub version: String,
    /// What was typed on its first page, each with its place; no empty cells.
    pub answers: BTreeMap<Asked, (String, Place)>,
}

impl Form {
    /// What the tables of a workbook say of it; `None` where none of them has the mark.
    #[must_use]
    pub fn of(tables: &[Table]) -> Option<Self> {
        let pairs = pairs_of(tables.iter().find(|it| is_mark(it))?);
        let value = |name: &str| {
            let found = pairs.iter().find(|it| it.0 == name);
            found.map(|it| it.1.clone()).unwrap_or_default()
        };
        let kind = value("kind");
        Some(Self {
            kind: Kind::ALL.into_iter().find(|it| it.id() == kind)?,
            framework: value("framework"),
            version: value("version"),
            answers: first_page(tables),
        })
    }

    /// What was typed for something that is asked.
    #[must_use]
    pub fn answer(&self, asked: Asked) -> Option<&str> {
        self.answers.get(&asked).map(|it| it.0.as_str())
    }
}

/// Whether a table is the sheet with the mark.
pub(super) fn is_mark(table: &Table) -> bool {
    table.sheet_name() == Some(MARK)
}

/// The first two cells of each row, with the place of the second.
fn pairs_of(table: &Table) -> Vec<(String, String, Place)> {
    let mut out = Vec::new();
    let mut rows = table.rows();
    while let Some(row) = rows.next() {
        let mut texts = row.texts();
        let (Some(name), Some(value)) = (texts.next(), texts.next()) else {
            continue;
        };
        out.push((
            name.to_owned(),
            value.to_owned(),
            table.place(row.at.cell(1)),
        ));
    }
    out
}

/// What was typed on the first page: the sheet on which most of what is asked stands.
fn first_page(tables: &[Table]) -> BTreeMap<Asked, (String, Place)> {
    let answers = |table: &Table| {
        let pairs = pairs_of(table).into_iter();
        let known = pairs.filter_map(|(name, value, place)| {
            let asked = Asked::of(&name)?;
            (!value.is_empty()).then_some((asked, (value, place)))
        });
        known.collect::<BTreeMap<_, _>>()
    };
    let pages = tables.iter().filter(|it| !is_mark(it)).map(answers);
    pages.max_by_key(BTreeMap::len).unwrap_or_default()
}
