//! Cells of answers, quantities, weights and dates → what they say.

use crate::problem::Problem;
use crate::read::amount::{Amount, Open, is_vague};
use crate::read::codes::{Codes, mark_behind};
use crate::read::dates;
use crate::read::number::{Fault, Numbers, is_broken, whole};
use crate::read::problems::Problems;
use crate::read::rows::Headed;
use crate::read::settings::Decimal;
use crate::read::statements::interned::Names;
use crate::read::vote::other_sign;
use crate::statement::answer::{is_like_missing, is_missing, is_not_applicable, is_not_there};
use crate::statement::{Answer, Date, Qualifier};
use crate::table::{At, Cell, Kind, Table};
use crate::text::{folded, say, shown};

/// How the cells of a table are read.
pub(super) struct Cells<'a> {
    numbers: Numbers,
    codes: Codes,
    header: &'a [String],
    table: &'a Table,
}

/// What the cell of a quantity says.
pub(super) enum Quantity {
    None,
    NotApplicable,
    /// A quantity in words: `sebagian besar`.
    Words,
    Number {
        number: f64,
        qualifier: Option<Qualifier>,
        /// The unit beside the number.
        unit: Option<&'static str>,
    },
}

impl<'a> Cells<'a> {
    pub(super) fn new(numbers: Numbers, missing: &[String], headed: &'a Headed<'a>) -> Self {
        Self {
            numbers,
            codes: Codes::new(missing),
            header: &headed.header,
            table: headed.table,
        }
    }

    /// What a level cell, or an indicator cell of a wide table, says.
    pub(super) fn answer(
        &self,
        cell: Cell<'_>,
        at: At,
        names: &mut Names,
        problems: &mut Problems,
    ) -> Answer {
        let text = cell.text();
        if let Some(number) = whole(text) {
            let is_code = self.codes.has_text(text) || self.codes.has_number(number);
            return if is_code {
                Answer::Missing
            } else {
                Answer::Number(number)
            };
        }
        if is_missing(text) || self.codes.has_text(text) {
            return Answer::Missing;
        }
        if is_not_applicable(text) {
            return Answer::NotApplicable;
        }
        match self.numbers.cell(cell) {
            Ok(number) if self.codes.has_number(number) => Answer::Missing,
            Ok(number) => Answer::Number(number),
            Err(Fault::NoNumber)
                if !is_broken(text) || is_step_above(text) || is_named_level(text) =>
            {
                Answer::Label(names.get(text))
            }
            Err(fault) => {
                self.refuse(fault, text, at, problems, |problem| {
                    problem.help(say::level_alone())
                });
                Answer::Missing
            }
        }
    }

    /// What the cell of a quantity says.
    pub(super) fn value(&self, cell: Cell<'_>, at: At, problems: &mut Problems) -> Quantity {
        let text = cell.text();
        if is_missing(text) || self.codes.has_text(text) {
            return Quantity::None;
        }
        if is_not_applicable(text) {
            return Quantity::NotApplicable;
        }
        if is_vague(text) {
            return Quantity::Words;
        }
        let amount = Amount::of(text);
        let number = match cell.kind {
            Kind::Number(_) => self.numbers.cell(cell),
            Kind::Percent(number) => Ok(number),
            _ => amount.number(self.numbers),
        };
        match number {
            Ok(number) if self.codes.has_number(number) => Quantity::None,
            Ok(number) => Quantity::Number {
                number,
                qualifier: amount.open.map(|open| match open {
                    Open::About => Qualifier::About,
                    Open::MoreThan => Qualifier::MoreThan,
                    Open::LessThan => Qualifier::LessThan,
                }),
                unit: amount.unit,
            },
            Err(fault) => {
                let help = match is_not_there(text) {
                    true => |problem: Problem| problem.help(say::no_number_yet()),
                    false => |problem: Problem| problem.help(say::number_alone()),
                };
                self.refuse(fault, text, at, problems, help);
                Quantity::None
            }
        }
    }

    /// The weight in a cell. Declared codes do not apply: a weight of 99 is a weight.
    pub(super) fn weight(&self, cell: Cell<'_>, at: At, problems: &mut Problems) -> Option<f64> {
        let text = cell.text();
        if is_missing(text) {
            return None;
        }
        match self.numbers.cell(cell) {
            Ok(weight) if (1e-9..=1e9).contains(&weight) => Some(weight),
            Ok(weight) if weight > 0.0 => {
                self.refuse(Fault::TooLarge, text, at, problems, |problem| problem);
                None
            }
            Ok(_) => {
                problems.add(|| {
                    Problem::error(say::weight_not_positive(shown(text)))
                        .at(self.table.place(at))
                        .help(say::leave_weight_empty())
                });
                None
            }
            Err(fault) => {
                self.refuse(fault, text, at, problems, |problem| problem);
                None
            }
        }
    }

    fn refuse(
        &self,
        fault: Fault,
        text: &str,
        at: At,
        problems: &mut Problems,
        help: fn(Problem) -> Problem,
    ) {
        let sentence = match fault {
            Fault::NoNumber => say::number_expected,
            Fault::TooLarge => say::number_too_large,
            Fault::OtherSign(Decimal::Comma) => say::no_decimal_comma,
            Fault::OtherSign(Decimal::Point) => say::no_decimal_point,
            // The vote has said so, once for the whole input.
            Fault::Undecided => return,
        };
        let other = matches!(fault, Fault::OtherSign(_))
            .then(|| say::other_decimal_sign(shown(&other_sign(text))));
        problems.add(|| {
            let problem = Problem::error(sentence(shown(text))).at(self.table.place(at));
            let problem = problem.maybe_help(other);
            match (fault, mark_behind(text)) {
                (Fault::NoNumber, Some((number, mark))) => {
                    problem.help(say::marked_number(shown(number), shown(mark)))
                }
                (Fault::NoNumber, None) if text.ends_with('%') => {
                    problem.help(say::percent_is_no_level())
                }
                (Fault::NoNumber, None) if text.starts_with('#') => {
                    problem.help(say::broken_formula())
                }
                (Fault::NoNumber, None) if is_like_missing(text) => {
                    problem.help(say::missing_code(shown(text)))
                }
                _ => help(problem),
            }
        });
    }

    /// The date in a cell.
    pub(super) fn date(&self, text: &str, at: At, problems: &mut Problems) -> Option<Date> {
        if is_missing(text) {
            return None;
        }
        match Date::parse(text) {
            Ok(date) => Some(date),
            Err(fault) => {
                problems.add(|| {
                    let header = at.cell.and_then(|it| self.header.get(it));
                    // A stamp that a program wrote is no evidence: nothing is lost without it.
                    let stamp = header.filter(|it| is_stamp(it));
                    dates::refused(text, fault)
                        .at(self.table.place(at))
                        .maybe_help(stamp.map(|it| say::leave_column_out(shown(it))))
                });
                None
            }
        }
    }
}

/// Whether a text is a level with a plus behind, which some scales have between two levels.
fn is_step_above(text: &str) -> bool {
    let number = text.strip_suffix('+').map(str::trim_end);
    number.is_some_and(|it| !it.is_empty() && it.bytes().all(|it| it.is_ascii_digit()))
}

/// Whether a text is a number with a name of one letter or more behind a dash, as drop-downs offer levels:
/// `5 - V`.
fn is_named_level(text: &str) -> bool {
    let is_number = |it: &str| {
        let mut bytes = it.bytes();
        !it.is_empty() && bytes.all(|it| it.is_ascii_digit() || it == b'.' || it == b',')
    };
    let mut parts = [" - ", " – "].iter().filter_map(|it| text.split_once(it));
    parts.any(|(number, name)| is_number(number.trim()) && name.starts_with(char::is_alphabetic))
}

/// Whether a column is filled by the program of a form: when somebody sent it.
fn is_stamp(header: &str) -> bool {
    let key = folded(header);
    ["timestamp", "capwaktu", "stempelwaktu"].contains(&&*key)
}
