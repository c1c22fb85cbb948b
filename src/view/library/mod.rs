//! Frameworks and crosswalks as people read them: the list, and one of them in full.

mod crosswalk;
pub(super) mod framework;
mod list;
pub(super) mod parts;
mod rubric;

pub use crosswalk::{CrosswalkRecord, OneCrosswalk};
pub use framework::{OneFramework, OneFrameworkRecord};
pub use list::{Library, LibraryRecord};
