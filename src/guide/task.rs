//! What is asked for.

use crate::framework::Framework;
use crate::text::Lang;

/// Whose answers are asked for, under which framework.
#[derive(Debug, Clone)]
pub struct Task {
    /// The framework.
    pub framework: Framework,
    /// Name or code of the region, as it was given.
    pub region: String,
    /// The round of assessment, where one was given.
    pub wave: Option<String>,
    /// Language of headers and words in a new file.
    pub lang: Lang,
    /// Name of the file, for messages.
    pub file: String,
}

/// What is asked of an indicator, one after the other.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Step {
    /// The level or the number.
    Answer,
    /// Which evidence items there are.
    Items,
    /// A remark.
    Note,
}
