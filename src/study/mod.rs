//! A study: a folder whose `study.toml` names framework, data, options and targets; and the way
//! from what a caller asks to scored data.
//!
//! [`open`] reads the study file and its frameworks, [`load`] goes on to rows, projection and
//! scores. Both see the outside only through [`Files`]: the disk in the program, [`Memory`] in
//! tests.

mod belonging;
mod convert;
mod corrections;
mod crosswalks;
mod data;
mod file;
mod files;
mod frameworks;
mod load;
mod open;
mod pattern;
mod scored;
pub mod selection;
pub mod sendings;
mod unmatched;
pub mod wish;

pub use belonging::{Belonging, Candidate};
pub use convert::{Conversion, Fate};
pub use crosswalks::crosswalk;
pub use data::{FileLine, read_options};
pub use file::{FILE, Post, Study, schema};
pub use files::{Files, Memory, below, slashes, text};
pub use frameworks::framework;
pub use load::{Checkup, load};
pub use open::{Opened, Request, open};
pub use pattern::{Part, Pattern};
pub use scored::{About, LeftOut, Project, Scored, Tags};
pub use selection::Selection;
