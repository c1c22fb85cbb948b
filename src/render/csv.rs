//! CSV for programs: ids as headers, full precision, decimal point, comma, UTF-8.
//!
//! A text that a spreadsheet would take for a formula is written behind an apostrophe.

use std::borrow::Cow;
use std::fmt::Write as _;

use crate::view::dataset::{Dataset, Value};
use crate::view::report::Report;
use crate::view::{Content, Table};

use super::{Failure, Page, Renderer};

pub(super) const CSV: Renderer = Renderer {
    name: "csv",
    endings: &["csv"],
    holds_several: false,
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
fn dataset(of: &Dataset) -> Result<Vec<u8>, csv::Error> {
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
                    let _ = write!(digits, "{number}");
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

/// The table as CSV.
///
/// # Errors
/// Only if rows have unequal numbers of cells.
pub fn render(table: &Table) -> Result<String, csv::Error> {
    let mut writer = csv::Writer::from_writer(Vec::new());
    writer.write_record(
        table
            .columns
            .iter()
            .map(|column| guarded(&column.id).into_owned()),
    )?;
    for row in &table.rows {
        writer.write_record(row.iter().map(|cell| value(&cell.content)))?;
    }
    let bytes = writer
        .into_inner()
        .map_err(|error| csv::Error::from(error.into_error()))?;
    Ok(String::from_utf8_lossy(&bytes).into_owned())
}

fn value(content: &Content) -> String {
    match content {
        Content::Empty | Content::Missing(_) => String::new(),
        Content::Text(text) => guarded(text).into_owned(),
        // Shortest text that reads back as the same number.
        Content::Number(it) => it.value.to_string(),
        Content::Count(count) => count.to_string(),
        Content::Joined { parts, by } => {
            let parts: Vec<String> = parts.iter().map(value).collect();
            parts.join(by)
        }
    }
}

fn guarded(text: &str) -> Cow<'_, str> {
    let text = super::cleaned(text, true);
    if text.starts_with(['=', '+', '-', '@', '\t', '\r']) {
        Cow::Owned(format!("'{text}"))
    } else {
        text
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::view::{Cell, Column};

    #[test]
    fn numbers_keep_their_digits_and_formulas_are_disarmed() {
        let table = Table {
            columns: vec![Column::text("a", "A"), Column::number("b", "B")],
            rows: vec![
                vec![Cell::text("=cmd|x"), Cell::number(2.0 / 3.0, 1)],
                vec![Cell::text("x, \"y\""), Cell::missing("no data")],
            ],
        };
        assert_eq!(
            render(&table).expect("equal rows"),
            "a,b\n'=cmd|x,0.6666666666666666\n\"x, \"\"y\"\"\",\n"
        );
    }
}
