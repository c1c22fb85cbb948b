//! Numbers as people write them: which decimal sign an input uses, and what a cell then says.
//!
//! `3.996` is almost four in one spreadsheet and almost four thousand in another. One input has one
//! decimal sign: declared, or decided by a cell that can be read in one way only. `vote`
//! hears the cells, [`Numbers`] reads them.

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
const SIGNS: [char; 3] = ['+', '-', '−'];

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

/// A number in a cell of the value column, without what surrounds it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Amount<'a> {
    /// The number itself.
    pub(crate) digits: &'a str,
    power: u8,
    /// The unit that the cell itself names.
    pub(crate) unit: Option<&'static str>,
    /// What the cell leaves open about the number.
    pub(crate) open: Option<Open>,
}

/// What a cell leaves open about its number.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Open {
    About,
    MoreThan,
    LessThan,
}

/// Words and signs in front of a number that leave it open; longer ones before their beginnings.
const OPENINGS: &[(&str, Open)] = &[
    ("kurang lebih", Open::About),
    ("lebih kurang", Open::About),
    ("lebih dari", Open::MoreThan),
    ("kurang dari", Open::LessThan),
    ("more than", Open::MoreThan),
    ("less than", Open::LessThan),
    ("sekitar", Open::About),
    ("kira-kira", Open::About),
    ("hampir", Open::LessThan),
    ("about", Open::About),
    ("around", Open::About),
    ("ca.", Open::About),
    ("±", Open::About),
    ("≈", Open::About),
    ("~", Open::About),
    (">", Open::MoreThan),
    ("<", Open::LessThan),
];

/// Words that stand for a quantity without any number.
const VAGUE: &[&str] = &[
    "sebagian besar",
    "sebagian kecil",
    "sebagian",
    "beberapa",
    "banyak",
    "sedikit",
    "semua",
    "seluruh",
    "tidak disebut",
    "tidak disebutkan",
    "most",
    "some",
    "few",
    "many",
    "all",
    "not stated",
];

/// Whether a cell speaks of a quantity without giving a number.
pub(crate) fn is_vague(text: &str) -> bool {
    VAGUE.iter().any(|words| text.eq_ignore_ascii_case(words))
}

/// A text without the words in front that leave its number open.
fn opened(text: &str) -> (&str, Option<Open>) {
    for (words, open) in OPENINGS {
        let head = text.get(..words.len());
        if head.is_some_and(|head| head.eq_ignore_ascii_case(words)) {
            let rest = &text[words.len()..];
            let apart = rest.starts_with(|it: char| it.is_whitespace() || it.is_ascii_digit());
            if apart || words.len() < 4 {
                return (rest.trim_start(), Some(*open));
            }
        }
    }
    (text, None)
}

/// Words behind a number and the power of ten they stand for.
const SCALES: &[(&str, u8)] = &[
    ("ribu", 3),
    ("juta", 6),
    ("jt", 6),
    ("miliar", 9),
    ("milyar", 9),
    ("triliun", 12),
    ("trilyun", 12),
    ("thousand", 3),
    ("million", 6),
    ("billion", 9),
    ("trillion", 12),
];

impl<'a> Amount<'a> {
    /// Takes `Rp 2,5 miliar` and `sekitar 70,24%` apart; any other text is all digits.
    pub(crate) fn of(text: &'a str) -> Self {
        let (text, open) = opened(text);
        let mut amount = Self {
            digits: text,
            power: 0,
            unit: None,
            open,
        };
        let Some(last) = text.chars().next_back() else {
            return amount;
        };
        if let Some(rest) = text.strip_suffix('%') {
            amount.digits = rest.trim_end();
            amount.unit = Some("percent");
            return amount;
        }
        let head = text.as_bytes()[0];
        if (head.is_ascii_digit() || SIGNS.contains(&char::from(head))) && last.is_ascii_digit() {
            return amount;
        }
        if let Some(rest) = without_currency(text) {
            amount.digits = rest;
            amount.unit = Some("IDR");
        }
        // `Rp 1.500.000,-`: a dash for no cents.
        amount.digits = amount.digits.trim_end_matches(",--").trim_end_matches(",-");
        loop {
            let word_start = amount
                .digits
                .rfind(|letter: char| !letter.is_alphabetic())
                .map_or(0, |at| {
                    at + amount.digits[at..].chars().next().map_or(1, char::len_utf8)
                });
            let (rest, word) = amount.digits.split_at(word_start);
            if word.eq_ignore_ascii_case("rupiah") && amount.unit.is_none() {
                amount.unit = Some("IDR");
            } else if is_percent(word) && amount.unit.is_none() && amount.power == 0 {
                amount.unit = Some("percent");
            } else if let Some(power) = scale(word).filter(|_| amount.power == 0) {
                amount.power = power;
            } else {
                return amount;
            }
            amount.digits = rest.trim_end();
        }
    }
}

fn without_currency(text: &str) -> Option<&str> {
    let head = text.get(..2).filter(|head| head.eq_ignore_ascii_case("rp"));
    let head = head.or_else(|| {
        text.get(..3)
            .filter(|head| head.eq_ignore_ascii_case("idr"))
    })?;
    let rest = &text[head.len()..];
    Some(rest.strip_prefix('.').unwrap_or(rest).trim_start())
}

fn is_percent(word: &str) -> bool {
    word.eq_ignore_ascii_case("persen") || word.eq_ignore_ascii_case("percent")
}

fn scale(word: &str) -> Option<u8> {
    let found = SCALES
        .iter()
        .find(|(name, _)| word.eq_ignore_ascii_case(name))?;
    Some(found.1)
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

    /// The number that a cell is. One that the source typed needs no decimal sign.
    pub(crate) fn cell(self, cell: Cell<'_>) -> Result<f64, Fault> {
        match cell.kind {
            Kind::Number(number) => bounded(number),
            _ => self.scaled(cell.text(), 0),
        }
    }

    /// The number that a cell of the value column states.
    pub(crate) fn amount(self, amount: Amount<'_>) -> Result<f64, Fault> {
        self.scaled(amount.digits, amount.power)
    }

    fn scaled(self, text: &str, power: u8) -> Result<f64, Fault> {
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

/// Declared codes for a missing answer.
#[derive(Debug, Clone, Default)]
pub(crate) struct Codes {
    texts: Vec<String>,
    numbers: Vec<f64>,
}

impl Codes {
    /// The codes as declared; a code such as `99` also means the number.
    pub(crate) fn new(declared: &[String]) -> Self {
        let texts: Vec<String> = declared
            .iter()
            .map(|code| code.trim().to_owned())
            .filter(|code| !code.is_empty())
            .collect();
        let numbers = texts
            .iter()
            .filter(|code| !matches!(shape(code), Shape::Broken))
            .filter_map(|code| code.replace(',', ".").replace('−', "-").parse().ok())
            .collect();
        Self { texts, numbers }
    }

    /// Whether a cell is one of the codes as written.
    pub(crate) fn has_text(&self, text: &str) -> bool {
        self.texts
            .iter()
            .any(|code| code.eq_ignore_ascii_case(text))
    }

    /// Whether a number is one of the codes.
    pub(crate) fn has_number(&self, number: f64) -> bool {
        self.numbers
            .iter()
            .any(|code| code.total_cmp(&number).is_eq())
    }
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

    fn read(text: &str, decimal: Decimal) -> Result<f64, Fault> {
        Numbers::with(Some(decimal)).amount(Amount::of(text))
    }

    #[test]
    fn a_settled_sign_reads_every_form() {
        for (text, decimal, expected) in [
            ("3.996", Decimal::Comma, 3996.0),
            ("3.996", Decimal::Point, 3.996),
            ("1,875", Decimal::Point, 1875.0),
            ("1.234.567,5", Decimal::Comma, 1_234_567.5),
            ("1,234,567.5", Decimal::Point, 1_234_567.5),
            ("−0,5", Decimal::Comma, -0.5),
            ("1,5E3", Decimal::Comma, 1500.0),
            ("Rp 2,5 miliar", Decimal::Comma, 2.5e9),
            ("Rp. 5.4 milyar", Decimal::Point, 5.4e9),
            ("Rp2,5 Milyar", Decimal::Comma, 2.5e9),
            ("1,2 juta", Decimal::Comma, 1.2e6),
            ("1,1juta", Decimal::Comma, 1.1e6),
            ("2,3 triliun rupiah", Decimal::Comma, 2.3e12),
            ("IDR 2.5 billion", Decimal::Point, 2.5e9),
            ("3 juta", Decimal::Point, 3e6),
            ("Rp 1.500.000,-", Decimal::Comma, 1.5e6),
            ("Rp1.500.000,00", Decimal::Comma, 1.5e6),
            ("70,24%", Decimal::Comma, 70.24),
            ("70.24 %", Decimal::Point, 70.24),
            ("80 persen", Decimal::Point, 80.0),
        ] {
            let number = read(text, decimal).expect(text);
            assert!(number.total_cmp(&expected).is_eq(), "{text}: {number}");
        }
    }

    #[test]
    fn the_unit_in_a_cell_is_kept() {
        for (text, unit) in [
            ("Rp 2", Some("IDR")),
            ("rp. 2 juta", Some("IDR")),
            ("2 rupiah", Some("IDR")),
            ("2%", Some("percent")),
            ("2 persen", Some("percent")),
            ("2 juta", None),
            ("2", None),
        ] {
            assert_eq!(Amount::of(text).unit, unit, "{text}");
        }
    }

    #[test]
    fn what_is_no_number_gives_none() {
        for text in [
            "baik",
            "Rp",
            "%",
            "juta",
            "Rp juta",
            "2 juta juta",
            "1e3 juta",
            "2 orang",
            "NaN",
            "inf",
            "1e999",
            "",
            "2 5",
            "5%%",
            "rp é",
            "é",
            "Ré",
            "2é",
        ] {
            assert_eq!(read(text, Decimal::Comma), Err(Fault::NoNumber), "{text}");
        }
        assert_eq!(
            read("2.5", Decimal::Comma),
            Err(Fault::OtherSign(Decimal::Comma))
        );
        let undecided = Numbers::with(None);
        assert_eq!(undecided.scaled("2.5", 0), Err(Fault::Undecided));
        assert!(undecided.scaled("25", 0).is_ok());
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

    #[test]
    fn codes_are_compared_as_text_and_as_number() {
        let codes = Codes::new(&["99".to_owned(), " tidak tahu ".to_owned(), String::new()]);
        assert!(codes.has_text("Tidak tahu") && codes.has_number(99.0));
        assert!(!codes.has_text("") && !codes.has_number(9.0));
    }
}
