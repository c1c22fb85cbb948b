//! Every diagnostic, in Indonesian and English.
//!
//! Each function is one sentence: its name is the stable `code` that programs see, its arguments
//! fill the wording. Lower case, back-ticks round what the user wrote, no full stop.

macro_rules! sentences {
    ($( $name:ident ( $($arg:ident),* ) { en: $en:literal, id: $id:literal } )*) => {
        $(
            #[doc = concat!("```text\n", $en, "\n```")]
            pub fn $name($($arg: impl Word),*) -> Sentence {
                gaps!($name, [$id, $en], [$($arg)*]);
                $crate::text::pattern::sentence(stringify!($name), [$id, $en], &[$((stringify!($arg), &$arg)),*])
            }
        )*
    };
}

mod agree;
mod comparison;
mod conversion;
mod corrections;
mod data;
mod diff;
mod dropping;
mod framework;
mod guide;
mod offices;
mod planning;
mod program;
mod questionnaire;
mod robust;
mod survey;
mod table;
mod workbook;

pub use agree::*;
pub use comparison::*;
pub use conversion::*;
pub use corrections::*;
pub use data::*;
pub use diff::*;
pub use dropping::*;
pub use framework::*;
pub use guide::*;
pub use offices::*;
pub use planning::*;
pub use program::*;
pub use questionnaire::*;
pub use robust::*;
pub use survey::*;
pub use table::*;
pub use workbook::*;
