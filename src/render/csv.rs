//! CSV for programs: ids as headers, full precision, decimal point, comma, UTF-8.
//!
//! A text that a spreadsheet would take for a formula is written behind an apostrophe.

use crate::view::{Content, Table};

/// The table as CSV.
///
/// # Errors
/// Only if rows have unequal numbers of cells.
pub fn render(table: &Table) -> Result<String, csv::Error> {
    let mut writer = csv::Writer::from_writer(Vec::new());
    writer.write_record(table.columns.iter().map(|column| guarded(&column.id)))?;
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
        Content::Text(text) => guarded(text),
        // Shortest text that reads back as the same number.
        Content::Number { value, .. } => value.to_string(),
        Content::Count(count) => count.to_string(),
    }
}

fn guarded(text: &str) -> String {
    let text = super::clean_text(text, true);
    if text.starts_with(['=', '+', '-', '@', '\t', '\r']) {
        format!("'{text}")
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
