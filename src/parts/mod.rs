//! One workbook that several offices fill in: what stands in its cells, whose rows are whose, the
//! workbooks of the offices, and what comes back of them.
//!
//! Rows are found by the code that stands in them and columns by their heading, in either language,
//! wherever they have been moved to. What is read becomes [`crate::view::form::Filled`] again, from
//! which workbooks are written, so that a part and the whole are one thing. No file is opened: the
//! caller brings tables and writes books. Start at `gathered`.

mod gathered;
mod heads;
mod merged;
mod origin;
mod owners;
mod pieces;
mod rounds;
mod rows;
mod sent;
mod slot;

pub use gathered::{Cells, Entered, Gathered, Wanted, gathered};
pub use merged::{Merged, Received, merged};
pub use origin::Origin;
pub use owners::{Owner, Owners};
pub use pieces::{Piece, Split, split};
pub use rounds::{Round, rounds};
pub use slot::Slot;
