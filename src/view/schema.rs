//! The JSON Schema of every record: derived from the types that are written, never by hand.

use schemars::JsonSchema;
use serde::Serialize;

use super::envelope::Envelope;
use super::library;

/// What the record of a command holds besides its envelope.
pub trait Body: Serialize + JsonSchema {
    /// The command, as it is typed.
    const COMMAND: &'static str;
}

/// A record whose schema is known.
pub struct Shape {
    /// The command that gives it.
    pub command: &'static str,
    /// Its schema (JSON Schema 2020-12).
    pub schema: fn() -> serde_json::Value,
}

/// The record of every command, one line each.
pub const SHAPES: &[Shape] = &[
    shape::<library::LibraryRecord>(),
    shape::<library::OneFrameworkRecord>(),
    shape::<library::CrosswalkRecord>(),
];

const fn shape<B: Body>() -> Shape {
    Shape {
        command: B::COMMAND,
        schema: || schemars::schema_for!(Envelope<B>).to_value(),
    }
}
