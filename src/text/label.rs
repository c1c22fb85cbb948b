//! Labels
