//! Delimited text (`csv`, `tsv`, `txt`) → table.

use std::borrow::Cow;

use crate::problem::Checked;
use crate::read::dialect::Dialect;
use crate::read::encoding::{self, Decoded};
use crate::read::header::Headers;
use crate::read::settings::ReadOptions;
use crate::table::{Delimited, Table};

/// The table in the bytes of a delimited text, with a warning where its encoding is doubtful.
pub(crate) fn read(bytes: Cow<'_, [u8]>, name: &str, options: &ReadOptions) -> Checked<Vec<Table>> {
    read_of(bytes, name, None, options)
}

/// As [`read`], of bytes that were packed in a file with the SHA-256 `print`.
pub(super) fn read_of(
    bytes: Cow<'_, [u8]>,
    name: &str,
    print: Option<String>,
    options: &ReadOptions,
) -> Checked<Vec<Table>> {
    let Decoded {
        text,
        doubts,
        sha256,
    } = encoding::decode(bytes, name)?;
    let sha256 = print.or(sha256);
    let Dialect { delimiter, start } = Dialect::of(&text, &Headers::new(options));
    let text = Delimited::new(text, delimiter, start);
    Ok((vec![Table::delimited(name, text, sha256)], doubts))
}
