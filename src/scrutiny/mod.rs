//! How sure the scores are: coders, questionnaires, sources, other choices.

pub mod agree;
pub mod questionnaire;
pub mod robust;
pub mod survey;
pub mod triangulate;
