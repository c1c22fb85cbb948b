//! What every command knows of the run it belongs to.

use std::sync::OnceLock;

use siap::text::Lang;

/// What every command knows.
#[derive(Debug, Clone, Copy)]
pub(super) struct Context {
    /// Language of the reader.
    pub(super) lang: Lang,
    /// Whether the user chose it, so that a study does not change it.
    pub(super) fixed: bool,
    /// The command line in a language, for those commands that are about it.
    pub(super) definition: fn(Lang) -> clap::Command,
}

/// The language that a study chose, kept for what is said if its command fails later.
static OF_STUDY: OnceLock<Lang> = OnceLock::new();

impl Context {
    /// The language, which a study may choose where the user did not.
    pub(super) fn with_study(self, language: Option<Lang>) -> Self {
        match language {
            Some(lang) if !self.fixed => Self {
                lang: *OF_STUDY.get_or_init(|| lang),
                ..self
            },
            _ => self,
        }
    }
}

/// The language in which a failure is told: that of the study, where one was read, else `lang`.
pub(super) fn language_of_failure(lang: Lang) -> Lang {
    OF_STUDY.get().copied().unwrap_or(lang)
}
