//! A workbook to be written: sheets of typed cells, what may be typed where, what is reckoned.
//!
//! Nothing here knows a file format: how a cell of a [`Look`] looks, and how a formula is spelled,
//! is decided where bytes are made. A formula is a tree ([`Formula`]) that this room works out itself
//! ([`Book::worked_out`]), so that no cell is written without its result.

mod formula;
mod reckon;

use std::collections::BTreeMap;
use std::rc::Rc;

use crate::text::Lang;
use crate::text::form::MARK;

pub use formula::{Area, Formula, Function, Operator, Seat};
pub use reckon::{Results, Worth};

/// A workbook.
#[derive(Debug, Clone)]
pub struct Book {
    /// Language of its texts.
    pub lang: Lang,
    /// What it is, in a line.
    pub title: String,
    /// Sheets in order; the first that is not hidden is the one that is opened.
    pub sheets: Vec<Sheet>,
}

/// The name beside which the fingerprint of a workbook stands on its mark.
const WRITTEN: &str = "written";

impl Book {
    /// Writes a fingerprint on the mark, by which a workbook that somebody changed is told from the one that was
    /// written; nothing happens to a workbook without a mark.
    pub fn sign(&mut self, fingerprint: &str) {
        let Some(mark) = self.sheets.iter_mut().find(|it| &*it.name == MARK) else {
            return;
        };
        let rows = mark.cells.keys().next_back().map_or(0, |it| it.0 + 1);
        let is_it = |row: &u32| {
            let cell = mark.cells.get(&(*row, 0));
            cell.is_some_and(|it| it.content == Content::Text(WRITTEN.to_owned()))
        };
        let row = (0..rows).find(is_it).unwrap_or(rows);
        mark.put((row, 0), WRITTEN);
        mark.put((row, 1), fingerprint);
    }
}

/// A place in a sheet: row and column, both counted from 0.
pub type At = (u32, u16);

/// A sheet.
#[derive(Debug, Clone)]
pub struct Sheet {
    /// Name: 31 characters at the most, none of `[]:*?/\`, unique in its workbook.
    pub name: Rc<str>,
    /// Whether it is kept out of sight.
    pub hidden: bool,
    /// Whether only cells for input can be changed (there is no password).
    pub protected: bool,
    /// Whether it is printed across the page.
    pub landscape: bool,
    /// Columns from left to right.
    pub columns: Vec<Width>,
    /// Rows that are higher than their texts ask for now, in lines.
    pub tall: BTreeMap<u32, u32>,
    /// What stands where.
    pub cells: BTreeMap<At, Cell>,
    /// The table, where it has one.
    pub table: Option<Table>,
    /// Rows and columns that stay in sight; the rows are repeated on every page.
    pub frozen: At,
    /// What may be typed where.
    pub choices: Vec<Choice>,
    /// Cells that look otherwise where a formula holds.
    pub rules: Vec<Rule>,
}

impl Sheet {
    /// An empty sheet.
    #[must_use]
    pub fn new(name: &str) -> Self {
        Self {
            name: name.into(),
            hidden: false,
            protected: false,
            landscape: false,
            columns: Vec::new(),
            tall: BTreeMap::new(),
            cells: BTreeMap::new(),
            table: None,
            frozen: (0, 0),
            choices: Vec::new(),
            rules: Vec::new(),
        }
    }

    /// The hidden sheet that says what a workbook is: names with values beside them.
    #[must_use]
    pub fn mark<'p>(pairs: impl IntoIterator<Item = (&'p str, &'p str)>) -> Self {
        let mut sheet = Self::new(MARK);
        sheet.hidden = true;
        for (row, (name, value)) in (0..).zip(pairs) {
            sheet.put((row, 0), name);
            sheet.put((row, 1), value);
        }
        sheet
    }

    /// Puts a cell somewhere.
    pub fn put(&mut self, at: At, cell: impl Into<Cell>) {
        self.cells.insert(at, cell.into());
    }

    /// A cell of this sheet as formulas name it.
    #[must_use]
    pub fn seat(&self, at: At) -> Seat {
        Seat {
            sheet: Rc::clone(&self.name),
            at,
        }
    }

    /// The part of a column between two rows, both included.
    #[must_use]
    pub fn down(&self, column: u16, (from, to): (u32, u32)) -> Area {
        Area {
            sheet: Rc::clone(&self.name),
            from: (from, column),
            to: (to, column),
        }
    }
}

/// A column of a sheet.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Width {
    /// In letters.
    pub letters: f64,
    /// Whether it can be folded away, and is at first.
    pub folded: bool,
}

impl Width {
    /// A column so many letters wide.
    #[must_use]
    pub fn of(letters: f64) -> Self {
        Self {
            letters,
            folded: false,
        }
    }

    /// One that can be folded away, and is at first.
    #[must_use]
    pub fn folded(letters: f64) -> Self {
        Self {
            letters,
            folded: true,
        }
    }
}

/// What a cell holds, and what it is.
#[derive(Debug, Clone, PartialEq)]
pub struct Cell {
    /// What it holds.
    pub content: Content,
    /// What it is.
    pub look: Look,
    /// Steps of indentation.
    pub indent: u8,
    /// The cell to which a text leads.
    pub link: Option<Box<Seat>>,
}

/// What a cell holds.
#[derive(Debug, Clone, PartialEq)]
pub enum Content {
    /// Nothing; it may be waiting for input.
    Empty,
    /// A text, also where it looks like a number or a formula.
    Text(String),
    /// A number, and how it is shown.
    Number(f64, Format),
    /// Something reckoned, and how it is shown where it is a number.
    Formula(Rc<Formula>, Format),
}

/// How a number is shown. It is held at full precision whatever is shown of it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Default)]
pub enum Format {
    /// With as many decimals as there are.
    #[default]
    Plain,
    /// With so many decimals.
    Fixed(usize),
    /// As a percentage with so many decimals: 0.5 is 50%.
    Percent(usize),
    /// As a change, with `+` or `−` before it.
    Signed(usize),
    /// As what a source says about, with `≈` before it.
    About(usize),
}

impl From<Option<usize>> for Format {
    fn from(decimals: Option<usize>) -> Self {
        decimals.map_or(Self::Plain, Self::Fixed)
    }
}

/// What a cell is: colour only repeats what the words say.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Default)]
pub enum Look {
    /// As the rest.
    #[default]
    Plain,
    /// The heading of the sheet.
    Title,
    /// The same, where there is room for it in several lines.
    Headline,
    /// What explains something.
    Note,
    /// Names what stands beside or below it.
    Header,
    /// Waits for input; what was typed before stands in it.
    Input,
    /// A text for which there is room below each other.
    Wrapped,
    /// In the background: it repeats or only helps.
    Muted,
    /// A result.
    Result,
    /// A heading among rows.
    Strong,
    /// Running text, for which there is room below each other.
    Prose,
    /// Of a row of a table that the rows below it belong to.
    Main,
}

impl Look {
    /// Whether a long text goes on below itself.
    #[must_use]
    pub fn is_wrapped(self) -> bool {
        match self {
            Self::Header
            | Self::Headline
            | Self::Input
            | Self::Wrapped
            | Self::Muted
            | Self::Prose
            | Self::Main => true,
            Self::Plain | Self::Title | Self::Note | Self::Result | Self::Strong => false,
        }
    }
}

impl Cell {
    /// The same cell as something else.
    #[must_use]
    pub fn look(mut self, look: Look) -> Self {
        self.look = look;
        self
    }

    /// The same cell indented.
    #[must_use]
    pub fn indent(mut self, steps: usize) -> Self {
        /// As far as spreadsheet programs indent.
        const MOST: u8 = 15;
        self.indent = u8::try_from(steps).map_or(MOST, |it| it.min(MOST));
        self
    }

    /// The same text, leading to a cell.
    #[must_use]
    pub fn leading_to(mut self, seat: Seat) -> Self {
        self.link = Some(Box::new(seat));
        self
    }

    /// An empty cell for input.
    #[must_use]
    pub fn input() -> Self {
        Self::from(Content::Empty).look(Look::Input)
    }

    /// A text, or an empty cell without one.
    pub fn maybe(text: Option<impl Into<String>>) -> Self {
        text.map_or(Content::Empty, |it| Content::Text(it.into()))
            .into()
    }

    /// A number, `decimals` of which are shown.
    #[must_use]
    pub fn number(value: f64, decimals: Option<usize>) -> Self {
        Self::shown(value, decimals.into())
    }

    /// A number, shown in a way.
    #[must_use]
    pub fn shown(value: f64, format: Format) -> Self {
        Content::Number(value, format).into()
    }

    /// Something reckoned.
    #[must_use]
    pub fn formula(formula: Formula, decimals: Option<usize>) -> Self {
        Self::from(Content::Formula(Rc::new(formula), decimals.into())).look(Look::Result)
    }
}

impl From<Content> for Cell {
    fn from(content: Content) -> Self {
        Self {
            content,
            look: Look::Plain,
            indent: 0,
            link: None,
        }
    }
}

impl From<&str> for Cell {
    fn from(text: &str) -> Self {
        Content::Text(text.to_owned()).into()
    }
}

impl From<String> for Cell {
    fn from(text: String) -> Self {
        Content::Text(text).into()
    }
}

/// A real table of a sheet: its first row is the header, each name in it unique and not empty.
#[derive(Debug, Clone, PartialEq)]
pub struct Table {
    /// Name, unique in its workbook: letters, digits, `_`.
    pub name: String,
    /// Top left.
    pub from: At,
    /// Bottom right.
    pub to: At,
    /// Whether it only gets arrows for filtering and is no table of its own: rows of one that is
    /// protected could not be added.
    pub filter_only: bool,
}

/// What may be typed in an area. It only helps: whoever reads the workbook looks at everything again.
#[derive(Debug, Clone, PartialEq)]
pub struct Choice {
    /// Where.
    pub area: Area,
    /// The cells that hold what may be chosen.
    pub from: Area,
    /// What is said beside a cell that is being filled: heading (32 characters at the most) and text (255).
    pub hint: Option<(String, String)>,
    /// Whether something else is refused, or only asked about.
    pub strict: bool,
}

/// Cells that look otherwise where a formula holds.
#[derive(Debug, Clone, PartialEq)]
pub struct Rule {
    /// Where.
    pub area: Area,
    /// Of the first row of the area; cells of its sheet that it names move with the row.
    pub when: Formula,
    /// How.
    pub mark: Mark,
}

/// What is marked.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Mark {
    /// Done, reached.
    Good,
    /// Something is missing.
    Open,
    /// Something is wrong.
    Bad,
}
