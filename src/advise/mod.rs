//! What to make of a score: from a number down to its statements, from where a region stands to where it
//! wants to be, from one coding to another.
//!
//! Everything here asks `assess` for its numbers and owns no arithmetic of the tree.

pub mod diff;
pub mod explain;
pub mod learn;
pub mod plan;
pub mod raise;
