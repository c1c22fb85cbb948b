//! Enums whose variants are words in files, arguments and JSON.

/// Defines an enum with one word for each variant: the word is read, printed, and in the JSON Schema
/// from here, and a variant without a word does not build.
macro_rules! vocabulary {
    ($(#[$about:meta])* $vis:vis enum $name:ident {
        $($(#[$note:meta])* $variant:ident = $word:literal,)+
    }) => {
        $(#[$about])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq)]
        #[derive(serde::Serialize, schemars::JsonSchema)]
        $vis enum $name {
            $($(#[$note])* #[serde(rename = $word)] $variant,)+
        }

        impl $name {
            /// Every one, in the order in which messages offer them.
            pub const ALL: [Self; [$($word),+].len()] = [$(Self::$variant),+];

            /// The stable name used in files and JSON.
            #[must_use]
            pub const fn id(self) -> &'static str {
                match self {
                    $(Self::$variant => $word,)+
                }
            }
        }
    };
}

pub(crate) use vocabulary;
