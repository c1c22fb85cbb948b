//! A plain table of codings, and what is known of it before it is read.

use crate::problem::Problem;
use crate::read::plain::Held;
use crate::read::problems::Problems;
use crate::read::settings::Decimal;
use crate::table::Table;
use crate::text::{say, shown, vocabulary};

vocabulary! {
    /// How a plain table of codings is laid out.
    pub enum Shape {
        /// A row for each unit, a column for each coder.
        Units = "units",
        /// A row for each unit, a column for each category, cells that count coders.
        Counts = "counts",
        /// A row and a column for each category: how often one coder gave this and the other that.
        Square = "square",
        /// A row for each coder, a column for each unit.
        CodersInRows = "coders-in-rows",
        /// A row for each coding: unit, coder, value.
        Long = "long",
    }
}

/// What is known about a plain table of codings before it is read.
#[derive(Debug, Clone, Default)]
pub struct MatrixOptions {
    /// The declared decimal sign; without it the cells decide.
    pub decimal: Option<Decimal>,
    /// Lowest and highest level of a scale of whole numbers.
    pub scale: Option<(i64, i64)>,
    /// The words of the scale, lowest first; none where they are not declared.
    pub levels: Vec<String>,
    /// The layout; without it the table decides.
    pub shape: Option<Shape>,
    /// Header of the column that names the units.
    pub unit: Option<String>,
    /// Headers (or names in rows) of the coders; none: all that can be.
    pub coders: Vec<String>,
    /// Headers of columns that are neither.
    pub leave_out: Vec<String>,
}

/// Units by coders.
#[derive(Debug, Clone, PartialEq)]
pub struct Matrix {
    /// The input as the user named it.
    pub name: String,
    /// Its fingerprint.
    pub sha256: String,
    /// How it is laid out.
    pub shape: Shape,
    /// Coders, in the order of the table; numbered where cells only count them.
    pub coders: Vec<String>,
    /// Units, in the order of the table.
    pub units: Vec<String>,
    /// What the coders gave, unit by unit.
    pub cells: Cells,
    /// Header of the column of the units, where there is one.
    pub unit_column: Option<String>,
    /// Headers of columns that are neither unit nor coder.
    pub left_out: Vec<String>,
}

/// What stands in the cells.
#[derive(Debug, Clone, PartialEq)]
pub enum Cells {
    /// Numbers.
    Numbers(Vec<Option<f64>>),
    /// Words: categories without order. Each cell holds the position of its word.
    Words(Vec<String>, Vec<Option<usize>>),
    /// Words of a scale, lowest first. Each cell holds the position of its word.
    Levels(Vec<String>, Vec<Option<usize>>),
}

/// A table brought into units by coders, before its cells are understood.
pub(super) struct Sheet {
    pub(super) units: Vec<String>,
    pub(super) coders: Vec<String>,
    /// Unit by unit.
    pub(super) cells: Vec<Held>,
    pub(super) unit_column: Option<String>,
    pub(super) left_out: Vec<String>,
}

/// The name of a unit, or of its row where it has none.
pub(super) fn unit_name(text: &str, row: usize) -> String {
    match text {
        "" => format!("#{row}"),
        text => text.to_owned(),
    }
}

/// Tells of a unit that stands twice.
pub(super) fn unit_twice(table: &Table, unit: &Held, first: usize, problems: &mut Problems) {
    problems.add(|| {
        Problem::warning(say::matrix_unit_twice(shown(&unit.text), first))
            .at(table.place(unit.at))
            .help(say::matrix_unit_twice_help())
    });
}
