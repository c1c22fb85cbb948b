//! How sure the scores are: whether others would have come to the same.

pub mod agree;
