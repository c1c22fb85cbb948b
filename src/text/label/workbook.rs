//! Workbooks that are written: what stands in them beside answers and results.

use crate::text::Lang;

labels! {
    not_in_list { en: "Not in the list", id: "Tidak ada di daftar" }
    not_in_list_help {
        en: "Choose from the list of this cell (Alt + arrow down), or leave it empty.",
        id: "Pilih dari daftar di sel ini (Alt + panah bawah), atau kosongkan."
    }
}

labels! {
    form_region { en: "Government", id: "Instansi" }
    form_wave { en: "Year of assessment", id: "Tahun penilaian" }
    form_sending { en: "Sending no.", id: "Kiriman ke-" }
    form_office { en: "Office that fills this part", id: "Perangkat daerah pengisi" }
    form_filled_by { en: "Filled in by", id: "Diisi oleh" }
    form_target { en: "Target", id: "Target" }
    form_deadline { en: "Deadline", id: "Tenggat" }
    form_audience { en: "Who reads the result", id: "Pembaca hasil" }
}
