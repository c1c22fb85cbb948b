//! What a workbook of results says of itself.

use crate::text::Lang;
use crate::text::form::Kind;
use crate::view::book::Sheet;
use crate::view::envelope::VERSION;

/// The sheet that says what a workbook is.
pub(super) fn mark(framework: [&str; 2], lang: Lang) -> Sheet {
    let [id, version] = framework;
    Sheet::mark([
        ("siap", VERSION),
        ("kind", Kind::Result.id()),
        ("framework", id),
        ("version", version),
        ("lang", lang.tag()),
    ])
}
