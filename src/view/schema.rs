//! The JSON Schema of every record: derived from the types that are written, never by hand.

use schemars::generate::SchemaSettings;

use super::envelope::{Body, Envelope};
use super::{
    agree, checkup, comparison, convert, diff, explain, learn, library, matrix, planning,
    reliability, robust, score, sources, survey, trend, triangulate,
};

/// A record whose schema is known.
pub struct Shape {
    /// What `siap schema` calls it: the command that gives it.
    pub name: &'static str,
    /// Its schema (JSON Schema 2020-12).
    pub schema: fn() -> serde_json::Value,
}

/// The record of every command, one line each.
pub const SHAPES: &[Shape] = &[
    shape::<library::LibraryRecord>(),
    shape::<library::OneFrameworkRecord>(),
    shape::<library::CrosswalkRecord>(),
    shape::<score::ScoreRecord>(),
    shape::<survey::GroupedRecord>(),
    shape::<matrix::MatrixRecord>(),
    shape::<checkup::CheckRecord>(),
    shape::<convert::ConvertRecord>(),
    shape::<sources::SourcesRecord>(),
    shape::<explain::ExplainRecord>(),
    shape::<learn::LearnRecord>(),
    shape::<robust::RobustRecord>(),
    shape::<planning::PlanRecord>(),
    shape::<trend::TrendRecord>(),
    shape::<triangulate::TriangulationRecord>(),
    shape::<comparison::CompareRecord>(),
    shape::<diff::DiffRecord>(),
    shape::<agree::AgreeRecord>(),
    shape::<reliability::ReliabilityRecord>(),
];

const fn shape<B: Body>() -> Shape {
    Shape {
        name: B::NAME,
        schema: || {
            let settings = SchemaSettings::draft2020_12().for_serialize();
            let generator = settings.into_generator();
            generator.into_root_schema_for::<Envelope<B>>().to_value()
        },
    }
}
