//! CSV for programs: ids as headers, full precision, decimal point, comma, UTF-8.
//!
//! A text that a spreadsheet would take for a formula is written behind an apostrophe.

use std::borrow::Cow;
use std::fmt::Write as _;

use crate::text;
use crate::view::dataset::{Dataset, Value};
use crate::view::report::Report;

use super::{Failure, Page, Renderer};

pub(super) const CSV: Renderer = Renderer {
    name: "csv",
    endings: &["csv"],
    holds_several: false,
    has_detail: false,
    is_binary: false,
    render: reports,
};

fn reports(reports: &[&dyn Report], _: Page) -> Result<Vec<u8>, Failure> {
    let mut bytes = Vec::new();
    for report in reports {
        if let Some(first) = report.datasets().first() {
            bytes.extend(dataset(first)?);
        }
    }
    Ok(bytes)
}

/// The dataset as CSV.
///
/// # Errors
/// None that are known of: it is written to memory.
pub fn dataset(of: &Dataset) -> Result<Vec<u8>, csv::Error> {
    let mut writer = csv::Writer::from_writer(Vec::new());
    for name in of.header() {
        writer.write_field(&*guarded(name))?;
    }
    writer.write_record(None::<&[u8]>)?;
    let mut digits = String::new();
    for row in 0..of.len() {
        for value in of.row(row) {
            match value {
                Value::Missing | Value::Record(_) => writer.write_field("")?,
                Value::Text(text) => writer.write_field(&*guarded(&text))?,
                Value::Flag(flag) => writer.write_field(if flag { "true" } else { "false" })?,
                Value::Number(number) => {
                    // Shortest text that reads back as the same number.
                    digits.clear();
                    let size = number.abs();
                    let _ = match size > 0.0 && !(1e-7..1e16).contains(&size) {
                        // Hundreds of zeros help nobody.
                        true => write!(digits, "{number:e}"),
                        false => write!(digits, "{number}"),
                    };
                    writer.write_field(&digits)?;
                }
                Value::Whole(number) => {
                    digits.clear();
                    let _ = write!(digits, "{number}");
                    writer.write_field(&digits)?;
                }
            }
        }
        writer.write_record(None::<&[u8]>)?;
    }
    let bytes = writer.into_inner();
    bytes.map_err(|error| csv::Error::from(error.into_error()))
}

fn guarded(text: &str) -> Cow<'_, str> {
    match super::cleaned(text, true) {
        Cow::Borrowed(text) => text::guarded(text),
        Cow::Owned(text) => Cow::Owned(text::guarded(&text).into_owned()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::view::dataset::{Columns, Row};

    struct Pair(&'static str, Option<f64>);

    impl Row for Pair {
        const NAME: &'static str = "Pair";
        const ABOUT: &'static str = "A text and a number.";

        fn columns(to: &mut Columns<'_, Self>) {
            to.text("a", "the text", |it| Some(it.0));
            to.number("b", "the number", |it| it.1);
        }
    }

    #[test]
    fn numbers_keep_their_digits_and_formulas_are_disarmed() {
        let rows = vec![Pair("=cmd|x", Some(2.0 / 3.0)), Pair("x, \"y\"", None)];
        let bytes = dataset(&Dataset::new("pairs", rows)).expect("CSV");
        assert_eq!(
            String::from_utf8(bytes).expect("UTF-8"),
            "a,b\n'=cmd|x,0.6666666666666666\n\"x, \"\"y\"\"\",\n"
        );
    }
}
