//! Workbooks that are written: what stands in them beside answers and results.

use crate::text::Lang;

labels! {
    not_in_list { en: "Not in the list", id: "Tidak ada di daftar" }
    not_in_list_help {
        en: "Choose from the list of this cell (Alt + arrow down), or leave it empty.",
        id: "Pilih dari daftar di sel ini (Alt + panah bawah), atau kosongkan."
    }
}
