//! siap
pub mod text;
pub mod problem;
pub mod stats;
pub mod framework;
pub mod region;
pub mod statement;
pub mod read;
pub mod study;
pub mod assess;
pub mod compare;
pub mod view;
pub mod render;
