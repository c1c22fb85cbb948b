//! Formulas of cells as trees, of functions that every spreadsheet program since 2010 has.

use std::rc::Rc;

use super::At;

/// A cell of a sheet.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Seat {
    /// Name of the sheet.
    pub sheet: Rc<str>,
    /// Where in it.
    pub at: At,
}

/// A rectangle of cells of a sheet, both corners included.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Area {
    /// Name of the sheet.
    pub sheet: Rc<str>,
    /// Top left.
    pub from: At,
    /// Bottom right.
    pub to: At,
}

/// What is reckoned.
#[derive(Debug, Clone, PartialEq)]
pub enum Formula {
    /// A number.
    Number(f64),
    /// A text.
    Text(String),
    /// What a cell holds.
    Cell(Seat),
    /// What an operator makes of two.
    Of(Operator, Box<[Formula; 2]>),
    /// What a function makes of its arguments.
    Call(Function, Vec<Formula>),
    /// What stands beside the first text that is the key; an empty text where none is.
    Find {
        /// What is looked for, without regard to case.
        key: Box<Formula>,
        /// Where.
        among: Area,
        /// What stands beside.
        beside: Area,
    },
}

/// An operator between two.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Operator {
    /// The sum of two numbers.
    Plus,
    /// Their difference.
    Minus,
    /// Their product.
    Times,
    /// Their quotient.
    Over,
    /// Two texts behind each other.
    Then,
    /// Whether both are the same, of texts without regard to case.
    Same,
    /// Whether they differ.
    Differs,
    /// Whether the first is greater.
    Above,
    /// Whether the first is not less.
    AtLeast,
}

/// A function.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Function {
    /// Condition, value where it holds, value where not.
    If,
    /// Whether all hold.
    And,
    /// Whether any holds.
    Or,
    /// Whether it is a number.
    IsNumber,
    /// The least of numbers.
    Min,
    /// The greatest of numbers.
    Max,
    /// The natural logarithm.
    Ln,
    /// The exponential.
    Exp,
    /// A text without spaces at its ends.
    Trim,
    /// Value, and what stands in its place where it cannot be reckoned.
    IfError,
}

impl Formula {
    /// The empty text.
    #[must_use]
    pub fn nothing() -> Self {
        Self::Text(String::new())
    }

    /// A text.
    pub fn text(text: impl Into<String>) -> Self {
        Self::Text(text.into())
    }

    /// `self` and another under an operator.
    #[must_use]
    pub fn with(self, operator: Operator, other: Self) -> Self {
        Self::Of(operator, Box::new([self, other]))
    }

    /// The sum of all, from left to right; 0 of none.
    #[must_use]
    pub fn sum(parts: impl IntoIterator<Item = Self>) -> Self {
        let parts = parts.into_iter();
        let sum = parts.reduce(|sum, it| sum.with(Operator::Plus, it));
        sum.unwrap_or(Self::Number(0.0))
    }

    /// One of two.
    #[must_use]
    pub fn either(condition: Self, then: Self, otherwise: Self) -> Self {
        Self::Call(Function::If, vec![condition, then, otherwise])
    }

    /// Whether it is a number.
    #[must_use]
    pub fn is_number(self) -> Self {
        Self::Call(Function::IsNumber, vec![self])
    }

    /// Whether it is empty.
    #[must_use]
    pub fn is_empty(self) -> Self {
        self.with(Operator::Same, Self::nothing())
    }
}

impl From<f64> for Formula {
    fn from(number: f64) -> Self {
        Self::Number(number)
    }
}

impl From<Seat> for Formula {
    fn from(seat: Seat) -> Self {
        Self::Cell(seat)
    }
}
