//! `siap` ("ready") turns coded interviews and self-assessments into readiness scores per Indonesian
//! region and compares the regions, with every number traceable to the statement behind it.
//!
//! # One-way flow
//!
//! ```text
//! files ─► table ─► read ─► statement ─┐
//! frameworks/*.toml ─► framework ──────┼─► assess ─► study: Project{Scored}
//! register of regions ─► region ───────┘      ▲          │
//!                          stats: numbers in, │          ▼
//!                          numbers out        └── compare · scrutiny · advise ─► view: Report
//!                                                                          │
//!                               render: terminal·csv·json·md·xlsx, svg·png ◄┘
//! ```
//!
//! The modules below stand in reading order, low to high; each imports only what stands above it,
//! and a test (`tests/it/architecture.rs`) names file and line where one does not. No file imports,
//! over others or at once, a file that imports it (`tests/it/circles.rs`); a `mod.rs` and what
//! stands behind it are one place.
//!
//! | room | owns | may import |
//! |---|---|---|
//! | [`text`] | languages; every sentence and label a person reads, in Indonesian and English | nothing |
//! | [`problem`] | a problem with place, help, severity; did-you-mean | text |
//! | [`stats`] | averages, spread, ranks with a tolerance; agreement, reliability, resampling | nothing |
//! | [`framework`] | framework types, TOML → checked framework, crosswalks, method, the embedded library | text, problem, stats |
//! | [`region`] | the register of regions, codes, aliases | text, problem |
//! | [`statement`] | statements with their place in the input | text, problem |
//! | [`table`] | placed, typed cells of any source | text, problem |
//! | [`read`] | one file per input format: bytes → table; one per shape: table → statements, units × coders, respondents × items | text, problem, statement, table |
//! | [`assess`] | join of statements and framework, scores, coverage, conflicts, projection | all above but table, read |
//! | [`compare`] | ranking, gaps, doubts about the order; trends between waves | as assess, and assess |
//! | [`scrutiny`] | how sure the scores are: coders, questionnaires, sources, other choices | as compare, and compare |
//! | [`advise`] | from a number down to its statements; what to raise to reach a target; what lies between two codings | as scrutiny, and scrutiny |
//! | [`study`] | what `study.toml` may say; from a request to scored data, through a trait for files | all above but table |
//! | [`guide`] | a guided self-assessment: the next question, what a typed line does, the file of answers; no terminal | all above |
//! | [`view`] | what is shown: a [`view::report::Report`] for each command with its text, its charts, its rows as one list of typed columns, its record; no styling | all above but table, read |
//! | [`parts`] | one workbook among offices: what stands in its cells, whose rows are whose, the parts, what comes back | text, problem, framework, region, statement, table, read, assess, study, view |
//! | [`render`] | one file per output format: reports → bytes | text, problem, view |
//!
//! The program (`src/main.rs`, `src/cli/`) has one file for each command. One that shows results is a
//! function from a project to its reports and knows no format. The program alone opens files (the library asks for
//! them through [`study::Files`]), prints, and reads arguments and environment.
//!
//! # Three rules
//!
//! - The library opens no file, prints nothing, reads no environment or clock, never exits.
//! - [`assess::assess`] is a pure function of framework, statements, register and method; every
//!   choice sits in [`framework::Method`], so that a rerun under another choice is a loop.
//! - Missing is never zero: `Option` on the way, a reason in every output.
//!
//! # Where does my line go?
//!
//! | to add | touch |
//! |---|---|
//! | a framework | `frameworks/<id>.toml`, nothing else |
//! | a crosswalk | `frameworks/crosswalks/<id>.toml`, nothing else |
//! | a kind of indicator | its variant and record in `framework/kind.rs`, its row in `docs/frameworks.md` |
//! | a set of bands for questionnaires | `frameworks/bands/<id>.toml`, nothing else |
//! | an input format | `read/<name>.rs`, which makes a [`table::Table`] for each sheet, and its line in [`read::READERS`] |
//! | an output format | `render/<name>.rs` and its line in [`render::RENDERERS`]; of figures, in [`render::figure::PAINTERS`] |
//! | a column of the form of an instrument | its variant in [`text::form`] with its label and what it is to readers, its cell in `view/form/` |
//! | a look or a function of formulas in workbooks | its variant in [`view::book`], its format in `render/workbook.rs`, its spelling in `render/workbook/spelled.rs` |
//! | a figure | `view/figures/<name>.rs` and its line in [`view::figures::FIGURES`]; a new way of drawing also a body in [`view::chart::Body`] and a file in `render/figure/` |
//! | a field of JSON or a column of CSV | its line in the `Row` or record of the view; `docs/formats.md` is made from it |
//! | a coefficient of agreement | `stats/agreement/<name>.rs` with its record, and its line in [`stats::agreement::COEFFICIENTS`] |
//! | a coefficient of reliability | `stats/reliability/<name>.rs` with its record, and its line in [`stats::reliability::COEFFICIENTS`] |
//! | a rule for groups | its variant in [`framework::GroupRule`], its arms in `assess/tree/group.rs`, `advise/plan/search.rs` and `view/robust/names.rs`, its word in `cli/robust.rs` |
//! | a sentence or label | [`text::say`] or [`text::label`]: both languages, or it does not build |
//! | a command | `cli/<name>.rs` and its lines in `cli/mod.rs`, its help in [`text::help`]; what it shows in `view/<name>.rs`, its record in [`view::schema::SHAPES`] |

pub mod text;

pub mod problem;

pub mod stats;

pub mod framework;

pub mod region;

pub mod statement;

pub mod table;

pub mod read;

pub mod assess;

pub mod compare;

pub mod scrutiny;

pub mod advise;

pub mod study;

pub mod guide;

pub mod view;

pub mod parts;

pub mod render;
