//! What is said of a text that is no date.

use crate::problem::Problem;
use crate::statement::NoDate;
use crate::text::{say, shown};

/// That a text is no date, and what would be one.
pub(super) fn refused(text: &str, fault: NoDate) -> Problem {
    let (sentence, help) = match fault {
        NoDate::Form => (say::date_expected(shown(text)), say::forms_of_dates()),
        NoDate::NoSuchDay => (say::no_such_day(shown(text)), say::forms_of_dates()),
        NoDate::MonthFirst => (say::no_such_day(shown(text)), say::day_first()),
    };
    Problem::error(sentence).help(help)
}
