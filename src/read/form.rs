//! What a workbook made by `siap` says of itself: its mark, and the cells of its first page.
//!
//! The mark stands on a hidden sheet, `_siap`, as names with values beside them. It says which
//! instrument the workbook is of, whatever its file and its sheets are called by now. What people
//! type on the first page (whose it is, which year, which sending) is found by the words beside it.

use std::collections::BTreeMap;

use crate::problem::Place;
use crate::table::Table;

pub use crate::text::form::{Asked, Kind, MARK};

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
