//! Headers → columns: which row is the header, what each header means, what is missing, doubled or
//! left out.

mod behind;
mod find;
mod labels;
mod layout;
mod meaning;
mod names;
mod numbering;
mod order;
mod question;
mod told;

pub(crate) use behind::{NUMBER_WORDS, YEAR_WORDS, is_year_of_rows};
pub(crate) use layout::Layout;
pub use meaning::is_header;
pub(crate) use meaning::{Across, BESIDE, Headers};
pub(crate) use names::{near, title};
pub(crate) use numbering::numbers_column;

#[cfg(test)]
mod tests;
