//! What is shown, not how: documents of headings, paragraphs and tables of typed cells, charts, and
//! the records that programs read.
//!
//! Everything a person or a program sees passes through here. Texts are already in the reader's
//! language; numbers are still numbers, at full precision, so that each renderer rounds once.

pub mod agree;
pub mod book;
pub mod chart;
pub mod checkup;
pub mod comparison;
mod conflicts;
pub mod convert;
mod corrections;
mod counts;
pub mod dataset;
pub mod diff;
pub mod envelope;
pub mod explain;
pub mod figures;
pub mod form;
pub mod guided;
mod heard;
pub mod inputs;
mod kinds;
pub mod learn;
pub mod library;
pub mod matrix;
mod names;
pub mod outcome;
mod plan;
pub mod planning;
pub mod posts;
pub mod reliability;
pub mod report;
pub mod returned;
pub mod robust;
pub mod schema;
pub mod score;
pub mod shown;
pub mod sources;
pub mod subject;
pub mod survey;
mod targets;
pub mod template;
mod terms;
pub mod trend;
pub mod triangulate;
mod verdicts;
pub mod welcome;
mod words;

use crate::stats::TOLERANCE;
use crate::text::{Lang, rounded};

/// Something to read from top to bottom.
#[derive(Debug, Clone, PartialEq)]
pub struct Document {
    /// Language of texts and numbers.
    pub lang: Lang,
    /// Heading of the whole.
    pub title: String,
    /// Line below the heading.
    pub subtitle: String,
    /// Parts in order.
    pub blocks: Vec<Block>,
}

/// A part of a [`Document`].
#[derive(Debug, Clone, PartialEq)]
pub enum Block {
    /// Heading of a section.
    Heading(Heading),
    /// Running text.
    Paragraph(String),
    /// Short lines.
    List(Vec<String>),
    /// Commands, each with what it does.
    Commands(Vec<(String, String)>),
    /// A table.
    Table(Table),
}

impl Block {
    /// Heading of a section.
    pub fn heading(heading: impl Into<Heading>) -> Self {
        Self::Heading(heading.into())
    }
}

/// Heading of a section.
#[derive(Debug, Clone, PartialEq)]
pub struct Heading {
    /// What it says.
    pub text: String,
    /// What links call the section (see [`Cell::link`]); unique in its document.
    pub id: Option<String>,
    /// The sections of which this is one, where several say the same of one thing after the other.
    pub series: Option<Series>,
}

/// Sections that say the same of one thing after the other, such as of each region: where tables can be
/// long, theirs are one.
#[derive(Debug, Clone, PartialEq)]
pub struct Series {
    /// What all of them are about.
    pub about: String,
    /// What the things are, as the heading of a column.
    pub things: String,
    /// The thing of this section.
    pub thing: String,
}

impl Heading {
    /// The same heading under an id.
    #[must_use]
    pub fn id(mut self, id: impl Into<String>) -> Self {
        self.id = Some(id.into());
        self
    }

    /// The same heading, of one section of several.
    #[must_use]
    pub fn of(
        mut self,
        about: impl Into<String>,
        (things, thing): (impl Into<String>, impl Into<String>),
    ) -> Self {
        self.series = Some(Series {
            about: about.into(),
            things: things.into(),
            thing: thing.into(),
        });
        self
    }
}

impl From<String> for Heading {
    fn from(text: String) -> Self {
        Self {
            text,
            id: None,
            series: None,
        }
    }
}

impl From<&str> for Heading {
    fn from(text: &str) -> Self {
        text.to_owned().into()
    }
}

/// A table of typed cells.
#[derive(Debug, Clone, PartialEq)]
pub struct Table {
    /// Columns from left to right.
    pub columns: Vec<Column>,
    /// Rows from top to bottom, each with as many cells as there are columns.
    pub rows: Vec<Vec<Cell>>,
}

impl Table {
    /// The table without the columns of which `says_nothing` (column id, cell) holds in every row.
    #[must_use]
    pub(crate) fn without(self, says_nothing: impl Fn(&str, &Cell) -> bool) -> Self {
        let kept: Vec<usize> = (0..self.columns.len())
            .filter(|at| {
                let id = &self.columns[*at].id;
                !self.rows.iter().all(|row| says_nothing(id, &row[*at]))
            })
            .collect();
        let pick = |row: Vec<Cell>| kept.iter().map(|at| row[*at].clone()).collect();
        Self {
            columns: kept.iter().map(|at| self.columns[*at].clone()).collect(),
            rows: self.rows.into_iter().map(pick).collect(),
        }
    }
}

/// A column of a [`Table`].
#[derive(Debug, Clone, PartialEq)]
pub struct Column {
    /// Name for programs.
    pub id: String,
    /// Heading for people.
    pub label: String,
    /// Whether its cells stand at the right edge.
    pub numeric: bool,
    /// Whether it may be left out where there is no room for it.
    pub optional: bool,
}

impl Column {
    /// A column of texts.
    pub fn text(id: impl Into<String>, label: impl Into<String>) -> Self {
        Self {
            id: id.into(),
            label: label.into(),
            numeric: false,
            optional: false,
        }
    }

    /// A column of numbers.
    pub fn number(id: impl Into<String>, label: impl Into<String>) -> Self {
        Self {
            id: id.into(),
            label: label.into(),
            numeric: true,
            optional: false,
        }
    }

    /// The same column, which may be left out where there is no room for it.
    #[must_use]
    pub fn optional(mut self) -> Self {
        self.optional = true;
        self
    }
}

/// A cell of a [`Table`].
#[derive(Debug, Clone, PartialEq)]
pub struct Cell {
    /// What it holds.
    pub content: Content,
    /// How much it stands out; colour only repeats what the text says.
    pub tone: Tone,
    /// Steps of indentation.
    pub indent: usize,
    /// Where it leads, or what leads to it; formats without links show the cell alone.
    pub link: Option<Box<Link>>,
}

/// An end of a link inside a document.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Link {
    /// The cell leads to the heading or cell with this id, where more is told.
    To(String),
    /// The cell has this id, unique in its document, and can be led to.
    Here(String),
}

/// What a cell holds: values with the way they are written, so that a spreadsheet gets numbers.
#[derive(Debug, Clone, PartialEq)]
pub enum Content {
    /// Nothing.
    Empty,
    /// A text.
    Text(String),
    /// A number.
    Number(Number),
    /// A whole number.
    Count(usize),
    /// No value, with the word for why.
    Missing(String),
    /// Several values in one cell, such as the ends of a range.
    Joined {
        /// The values from left to right.
        parts: Vec<Content>,
        /// What stands between two of them.
        by: &'static str,
    },
}

/// A number at full precision, and how people read it.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Number {
    /// Full precision.
    pub value: f64,
    /// Digits after the decimal sign, at the most.
    pub decimals: usize,
    /// Whether zeros at the end are left out.
    pub short: bool,
    /// Whether it is a change: with `+` or `−` before it.
    pub signed: bool,
    /// Whether a source says about: with `≈` before it.
    pub about: bool,
    /// Written behind the number, such as `%`; the value is then in that unit.
    pub suffix: &'static str,
}

impl Number {
    /// A number with so many decimals.
    #[must_use]
    pub fn new(value: f64, decimals: usize) -> Self {
        Self {
            value,
            decimals,
            short: false,
            signed: false,
            about: false,
            suffix: "",
        }
    }
}

/// How much a cell stands out.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Tone {
    /// As the rest.
    #[default]
    Plain,
    /// Heading-like.
    Strong,
    /// In the background.
    Muted,
}

impl Cell {
    /// An empty cell.
    #[must_use]
    pub fn empty() -> Self {
        Content::Empty.into()
    }

    /// A text.
    pub fn text(text: impl Into<String>) -> Self {
        Content::Text(text.into()).into()
    }

    /// A number.
    #[must_use]
    pub fn number(value: f64, decimals: usize) -> Self {
        Number::new(value, decimals).into()
    }

    /// A number without zeros at the end: `3`, `2,5`.
    #[must_use]
    pub fn short(value: f64, decimals: usize) -> Self {
        Number {
            short: true,
            ..Number::new(value, decimals)
        }
        .into()
    }

    /// A level as people call it: `3`, `2,5`.
    #[must_use]
    pub fn level(level: f64) -> Self {
        Self::short(level, 2)
    }

    /// A change with its sign, `short` without zeros at the end; no change is a plain 0.
    #[must_use]
    pub fn change_of(value: f64, decimals: usize, short: bool) -> Self {
        if value.abs() <= TOLERANCE {
            return Self::number(0.0, 0);
        }
        Number {
            // A change that rounds to nothing has no sign.
            signed: rounded(value.abs(), decimals) > 0.0,
            short,
            ..Number::new(value, decimals)
        }
        .into()
    }

    /// A share between 0 and 1, shown as a whole percentage.
    #[must_use]
    pub fn share(share: f64) -> Self {
        Self::percent(share, 0)
    }

    /// A share between 0 and 1, shown as a percentage with so many decimals.
    #[must_use]
    pub fn percent(share: f64, decimals: usize) -> Self {
        Number {
            suffix: "%",
            ..Number::new(share * 100.0, decimals)
        }
        .into()
    }

    /// A range: `2,5–3,0`.
    #[must_use]
    pub fn range(low: f64, high: f64, decimals: usize) -> Self {
        let ends = [low, high].map(|end| Content::Number(Number::new(end, decimals)));
        Self::joined(ends, "–")
    }

    /// Several values in one cell with `by` between them.
    pub fn joined(parts: impl IntoIterator<Item = Content>, by: &'static str) -> Self {
        let parts = parts.into_iter().collect();
        Content::Joined { parts, by }.into()
    }

    /// A whole number.
    #[must_use]
    pub fn count(count: usize) -> Self {
        Content::Count(count).into()
    }

    /// No value, with the word for why.
    pub fn missing(why: impl Into<String>) -> Self {
        Self {
            content: Content::Missing(why.into()),
            tone: Tone::Muted,
            indent: 0,
            link: None,
        }
    }

    /// The number if there is one, else a missing cell.
    pub fn maybe(value: Option<f64>, decimals: usize, why: impl Into<String>) -> Self {
        match value {
            Some(value) => Self::number(value, decimals),
            None => Self::missing(why),
        }
    }

    /// The same cell in another tone.
    #[must_use]
    pub fn tone(mut self, tone: Tone) -> Self {
        self.tone = tone;
        self
    }

    /// The same cell indented.
    #[must_use]
    pub fn indent(mut self, steps: usize) -> Self {
        self.indent = steps;
        self
    }

    /// The same cell, leading to the heading or cell with this id.
    #[must_use]
    pub fn link(mut self, id: impl Into<String>) -> Self {
        self.link = Some(Box::new(Link::To(id.into())));
        self
    }

    /// The same cell under an id, so that others can lead to it.
    #[must_use]
    pub fn anchor(mut self, id: impl Into<String>) -> Self {
        self.link = Some(Box::new(Link::Here(id.into())));
        self
    }
}

impl From<Content> for Cell {
    fn from(content: Content) -> Self {
        Self {
            content,
            tone: Tone::Plain,
            indent: 0,
            link: None,
        }
    }
}

impl From<Number> for Cell {
    fn from(number: Number) -> Self {
        Content::Number(number).into()
    }
}
