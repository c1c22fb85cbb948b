//! All integration tests in one program.
#![allow(
    clippy::disallowed_methods,
    reason = "tests prepare and read files; the library does not"
)]

mod agree;
mod agree_study;
mod agreement_reference;
mod aliases;
mod architecture;
mod asem;
mod assessing;
mod attacks;
mod blocks;
mod book;
mod circles;
mod claims;
mod claims_other;
mod commands;
mod converting;
mod correcting;
mod crosswalk;
mod diagnostics;
mod difference;
mod difference_told;
mod dropping;
mod every_pair;
mod explanation;
mod feet;
mod files;
mod formats;
mod forms;
mod frameworks;
mod heard;
mod independent;
mod instruments;
mod json;
mod learning;
mod merging;
mod month;
mod official;
mod options;
mod outcome;
mod outputs;
mod parts;
mod plain_tables;
mod planning;
mod planning_exact;
mod province;
mod questionnaire;
mod read_back;
mod readme;
mod release;
mod results;
mod returning;
mod reviewer;
mod robust;
mod robust_engine;
mod robustness;
mod run;
mod schema;
mod scoring;
mod shapes;
mod silence;
mod spelling;
mod study;
mod survey;
mod systems;
#[cfg(unix)]
mod terminal;
mod terms;
mod trend;
mod triangulate;
mod twice;
mod typed;
mod understood;
#[cfg(windows)]
mod windows;
mod words;
mod workbooks;
