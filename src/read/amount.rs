//! A number with what people write around it: currency, percent, words for thousands and millions, and
//! the words that leave it open.

use crate::statement::answer::is_not_issued;

use super::number::{Fault, Numbers, SIGNS};

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

/// Whether a cell speaks of a quantity without giving a number; of another body's index people write
/// that it was not issued where its value will stand.
pub(crate) fn is_vague(text: &str) -> bool {
    is_not_issued(text) || VAGUE.iter().any(|words| text.eq_ignore_ascii_case(words))
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

    /// The number that the cell states.
    pub(crate) fn number(self, numbers: Numbers) -> Result<f64, Fault> {
        numbers.scaled(self.digits, self.power)
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::read::settings::Decimal;

    fn read(text: &str, decimal: Decimal) -> Result<f64, Fault> {
        Amount::of(text).number(Numbers::with(Some(decimal)))
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
        assert_eq!(Amount::of("2.5").number(undecided), Err(Fault::Undecided));
        assert!(Amount::of("25").number(undecided).is_ok());
    }
}
