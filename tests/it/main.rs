//! All integration tests in one program.

mod architecture;
mod claims;
mod commands;
mod diagnostics;
mod files;
mod frameworks;
mod json;
mod readme;
mod run;
mod scoring;
