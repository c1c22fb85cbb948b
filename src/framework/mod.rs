//! Assessment frameworks: a tree of groups and indicators with scales, weights, bands and targets.
//!
//! Owns the types, the road from TOML to a checked [`Framework`], the choices of a [`Method`],
//! crosswalks between frameworks and the embedded library. Start at [`load`]; what a file may say is in `raw`, what must hold in
//! `check`. Knows nothing of statements or regions.

mod answer_words;
pub mod bands;
mod check;
mod choices;
pub mod crosswalk;
mod indicator;
mod kind;

pub mod library;
mod method;
mod model;
mod numbered;
mod raw;
mod raw_text;
mod review;
mod scale;
pub mod strict;
mod toml_help;

pub use bands::BandSet;
pub use check::{Overrides, bad_id, load};
pub use choices::{
    Aggregation, EvidenceRule, Graded, GroupRule, InformantRule, MissingPolicy, Normalise,
    Precedence, Reporting, ReportingUnit, Transform, WholeLevels,
};
pub use crosswalk::{Crosswalk, Map, Relation};
pub use indicator::{Indicator, Item, Lookup, Normalisation, Recommend};
pub use kind::Kind;
pub(crate) use kind::{Answers, Mark, SurveyItem};
pub use method::Method;
pub use model::{Band, Framework, INDEX, Minimum, Node, Target, Terms, Valid};
pub use raw::{
    Addressee, Between, Orientation, RawAggregation, RawReporting, RawTarget, Standing, TargetOp,
};
pub use raw_text::{RawText, RawWave};
pub use review::review;
pub use scale::{Level, Scale};

/// The JSON Schema of a framework file, for editors.
#[must_use]
pub fn schema() -> serde_json::Value {
    let mut schema = schemars::schema_for!(raw::RawFramework).to_value();
    if let Some(object) = schema.as_object_mut() {
        object.insert("title".to_owned(), "siap framework".into());
    }
    schema
}
