//! How sure the scores are.

pub mod robust;
