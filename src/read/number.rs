//! Numbers as people write them: which decimal sign an input uses, and what a cell then says.
//!
//! `3.996` is almost four in one spreadsheet and almost four thousand in another. One input has one
//! decimal sign: declared, or decided by a cell that can be read in one way only. `vote`
//! counts the cells, [`Numbers`] reads them; `amount` takes off what surrounds a number first.

use crate::read::settings::Decimal;
use crate::table::{Cell, Kind};

impl Decimal {
    fn sign(self) -> char {
        match self {
            Self::Comma => ',',
            Self::Point => '.',
        }
    }

    fn of_sign(sign: u8) -> Self {
        if sign == b',' {
            Self::Comma
        } else {
            Self::Point
        }
    }

    fn other(self) -> Self {
        match self {
            Self::Comma => Self::Point,
            Self::Point => Self::Comma,
        }
    }
}

/// How a cell can be read as a number.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Shape {
    /// Digits only: the same in every locale.
    Plain,
    /// Can be read with this decimal sign only.
    Decides(Decimal),
    /// One sign before exactly three digits: a fraction or thousands.
    Ambiguous,
    /// No number.
    Broken,
}

/// A sign in front, as in `-2`; spreadsheets also write the minus of typography.
pub(crate) const SIGNS: [char; 3] = ['+', '-', '−'];

/// How a text can be read as a number.
pub(crate) fn shape(text: &str) -> Shape {
    let text = text.strip_prefix(SIGNS).unwrap_or(text);
    let (digits, exponent) = match text.split_once(['e', 'E']) {
        Some((digits, exponent)) => (digits, Some(exponent)),
        None => (text, None),
    };
    if exponent.is_some_and(|power| !is_digits(power.strip_prefix(['+', '-']).unwrap_or(power))) {
        return Shape::Broken;
    }
    let Some(last) = digits.rfind(['.', ',']) else {
        return if is_digits(digits) {
            Shape::Plain
        } else {
            Shape::Broken
        };
    };
    let (whole, fraction) = (&digits[..last], &digits[last + 1..]);
    let decimal = Decimal::of_sign(digits.as_bytes()[last]);
    if !is_digits(fraction) {
        return Shape::Broken;
    }
    match whole.bytes().find(|byte| !byte.is_ascii_digit()) {
        None => {
            // `0.125` and `1234.567` cannot be thousands: no group starts with 0 or has four digits.
            let thousands = fraction.len() == 3 && is_first_group(whole) && exponent.is_none();
            if thousands {
                Shape::Ambiguous
            } else {
                Shape::Decides(decimal)
            }
        }
        Some(group @ (b'.' | b',')) if is_grouped(whole, group) => {
            if Decimal::of_sign(group) != decimal {
                Shape::Decides(decimal)
            } else if fraction.len() == 3 {
                Shape::Decides(decimal.other())
            } else {
                Shape::Broken
            }
        }
        Some(_) => Shape::Broken,
    }
}

/// The number of a text that is nothing but a few digits: the same in every locale, and quickly read.
pub(crate) fn whole(text: &str) -> Option<f64> {
    // Nine digits are sure to fit.
    let is_short = (1..=9).contains(&text.len());
    if !is_short || !is_digits(text) {
        return None;
    }
    let digit = |byte: u8| u32::from(byte - b'0');
    let number = text.bytes().fold(0, |sum, byte| sum * 10 + digit(byte));
    Some(f64::from(number))
}

fn is_digits(text: &str) -> bool {
    !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit())
}

fn is_first_group(text: &str) -> bool {
    text.len() <= 3 && is_digits(text) && !text.starts_with('0')
}

fn is_grouped(text: &str, sign: u8) -> bool {
    let mut groups = text.split(char::from(sign));
    groups.next().is_some_and(is_first_group)
        && groups.all(|group| group.len() == 3 && is_digits(group))
}

/// Whether a text that is no number was most likely meant as one: it begins as a number and holds
/// no word, so `3a` and `2..5` but neither `4 - SOP ditetapkan` nor `baik`. Not-a-number and the
/// error values of spreadsheets are such, too.
pub(crate) fn is_broken(text: &str) -> bool {
    let bare = text.strip_prefix(SIGNS).unwrap_or(text);
    if ["nan", "inf", "infinity"]
        .iter()
        .any(|word| bare.eq_ignore_ascii_case(word))
    {
        return true;
    }
    if text.starts_with('#') {
        return text.ends_with(['!', '?']) || text.eq_ignore_ascii_case("#n/a");
    }
    let begins = bare
        .trim_start_matches(['.', ','])
        .starts_with(|letter: char| letter.is_ascii_digit());
    let mut letters = 0;
    let has_word = bare.chars().any(|letter| {
        letters = if letter.is_alphabetic() {
            letters + 1
        } else {
            0
        };
        letters == 2
    });
    begins && !has_word
}

/// Why a cell gives no number.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Fault {
    /// It holds something else.
    NoNumber,
    /// It holds a number beyond what can be reckoned with.
    TooLarge,
    /// It can only be read with the other decimal sign.
    OtherSign(Decimal),
    /// The decimal sign of the input is not settled, which was said already.
    Undecided,
}

/// Sums and products of numbers up to this stay far from overflow.
const LARGEST: f64 = 1e15;

/// Reads numbers with the decimal sign of an input.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Numbers {
    decimal: Option<Decimal>,
}

impl Numbers {
    /// Numbers with a settled decimal sign; without one only whole numbers can be read.
    pub(crate) fn with(decimal: Option<Decimal>) -> Self {
        Self { decimal }
    }

    /// The decimal sign, where it is settled.
    pub(crate) fn decimal(self) -> Option<Decimal> {
        self.decimal
    }

    /// The number that a cell is. One that the source typed needs no decimal sign.
    pub(crate) fn cell(self, cell: Cell<'_>) -> Result<f64, Fault> {
        match cell.kind {
            Kind::Number(number) => bounded(number),
            // A share of a hundred is no level and no count: who takes one says so.
            _ => self.scaled(cell.text(), 0),
        }
    }

    /// The number of a text, times ten to the `power`.
    pub(super) fn scaled(self, text: &str, power: u8) -> Result<f64, Fault> {
        let shape = shape(text);
        let number = match (shape, self.decimal) {
            (Shape::Broken, _) => return Err(Fault::NoNumber),
            (Shape::Plain, _) if power == 0 && text.is_ascii() => text.parse(),
            (Shape::Plain, decimal) => spelled(text, decimal.unwrap_or(Decimal::Comma), power),
            (_, None) => return Err(Fault::Undecided),
            (Shape::Decides(found), Some(decimal)) if found != decimal => {
                return Err(Fault::OtherSign(decimal));
            }
            (_, Some(decimal)) => spelled(text, decimal, power),
        };
        number.map_or(Err(Fault::NoNumber), bounded)
    }
}

fn bounded(number: f64) -> Result<f64, Fault> {
    if number.abs() <= LARGEST {
        // Adding zero takes the sign from minus zero.
        Ok(number + 0.0)
    } else if number.is_finite() {
        Err(Fault::TooLarge)
    } else {
        Err(Fault::NoNumber)
    }
}

/// Parses a number of a known shape. The power of ten joins the digits before parsing, so that
/// `5,4 miliar` is the double nearest to 5 400 000 000 and not a rounded product.
fn spelled(text: &str, decimal: Decimal, power: u8) -> Result<f64, std::num::ParseFloatError> {
    let mut out = String::with_capacity(text.len() + 4);
    for letter in text.chars() {
        match letter {
            '−' => out.push('-'),
            letter if letter == decimal.sign() => out.push('.'),
            '.' | ',' => {}
            letter => out.push(letter),
        }
    }
    if power > 0 {
        if out.contains(['e', 'E']) {
            // `1e3 juta` is nobody's way to write a number.
            return "".parse();
        }
        out.push('e');
        out.push_str(&power.to_string());
    }
    out.parse()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_form_of_a_number_tells_its_decimal_sign() {
        let comma = Shape::Decides(Decimal::Comma);
        let point = Shape::Decides(Decimal::Point);
        for (text, expected) in [
            ("3", Shape::Plain),
            ("-12", Shape::Plain),
            ("−12", Shape::Plain),
            ("007", Shape::Plain),
            ("1e5", Shape::Plain),
            ("70,24", comma),
            ("2.5", point),
            ("+2.5", point),
            ("70.24", point),
            ("3.996", Shape::Ambiguous),
            ("1,875", Shape::Ambiguous),
            ("-1,875", Shape::Ambiguous),
            ("0.996", point),
            ("0,125", comma),
            ("1234.567", point),
            ("3.9961", point),
            (".5", point),
            (",75", comma),
            ("1.234.567", comma),
            ("1,234,567", point),
            ("1.234,5", comma),
            ("1.234,567", comma),
            ("1,234.5", point),
            ("1.875e3", point),
            ("1,5E-10", comma),
            ("", Shape::Broken),
            ("-", Shape::Broken),
            ("5.", Shape::Broken),
            (".", Shape::Broken),
            ("2..5", Shape::Broken),
            ("3,5,1", Shape::Broken),
            ("1.23.456", Shape::Broken),
            ("1.234.5", Shape::Broken),
            ("1.234,567.8", Shape::Broken),
            ("0.123.456", Shape::Broken),
            ("3a", Shape::Broken),
            ("1e", Shape::Broken),
            ("1e5.5", Shape::Broken),
            ("--1", Shape::Broken),
            ("nan", Shape::Broken),
            ("٣", Shape::Broken),
        ] {
            assert_eq!(shape(text), expected, "{text}");
        }
    }

    #[test]
    fn a_broken_number_is_told_from_a_label() {
        for text in [
            "3a", "2..5", "3,5,1", "1O", "70%", "24/7", "2 5", "-3x", ".5.", "NaN", "-inf",
            "#DIV/0!", "#N/A", "#NAME?",
        ] {
            assert!(is_broken(text), "{text}");
        }
        for text in [
            "baik",
            "4 - SOP ditetapkan",
            "4. Baik",
            "4-Baik",
            "A3",
            "ada",
            "#1 terbaik",
            "+",
            "",
        ] {
            assert!(!is_broken(text), "{text}");
        }
    }
}
