//! siap
pub mod text;
pub mod problem;
pub mod stats;
pub mod framework;
pub mod statement;
pub mod view { pub mod chart; }
