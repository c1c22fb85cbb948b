//! JSON: indented, ending in a line break, numbers as shortest round-trip doubles.

use serde::Serialize;

use crate::view::report::Report;

use super::{Failure, Page, Renderer};

pub(super) const JSON: Renderer = Renderer {
    name: "json",
    endings: &["json"],
    holds_several: false,
    has_detail: false,
    render: reports,
};

fn reports(reports: &[&dyn Report], _: Page) -> Result<Vec<u8>, Failure> {
    let mut bytes = Vec::new();
    for report in reports {
        serde_json::to_writer_pretty(&mut bytes, &*report.record())?;
        bytes.push(b'\n');
    }
    Ok(bytes)
}

/// The record as JSON.
///
/// # Errors
/// Only if a record cannot be written as JSON, such as a map whose keys are not texts.
pub fn render<T: Serialize>(record: &T) -> Result<String, serde_json::Error> {
    let mut text = serde_json::to_string_pretty(record)?;
    text.push('\n');
    Ok(text)
}
