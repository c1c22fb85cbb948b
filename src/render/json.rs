//! JSON: indented, ending in a line break, numbers as shortest round-trip doubles.

use serde::Serialize;

/// The record as JSON.
///
/// # Errors
/// Only if a record cannot be written as JSON, such as a map whose keys are not texts.
pub fn render<T: Serialize>(record: &T) -> Result<String, serde_json::Error> {
    let mut text = serde_json::to_string_pretty(record)?;
    text.push('\n');
    Ok(text)
}
