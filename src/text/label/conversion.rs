//! What was taken of an input into one long table, and what was left out.

use crate::text::{Lang, Word};

labels! {
    convert_title { en: "Taken into one table", id: "Yang masuk ke satu tabel" }
    convert_sheet { en: "Sheet", id: "Lembar" }
    convert_read { en: "Rows read", id: "Baris dibaca" }
    convert_taken { en: "Taken", id: "Diambil" }
    convert_written { en: "Rows written", id: "Baris ditulis" }
    convert_left { en: "Left out", id: "Dilewati" }
    convert_nothing_left { en: "nothing", id: "tidak ada" }
    left_blank { en: "blank", id: "kosong" }
    left_header { en: "header again", id: "tajuk berulang" }
    left_total { en: "total or mean", id: "jumlah atau rata-rata" }
    left_note { en: "note", id: "catatan" }
    left_no_answer { en: "no answer", id: "tanpa jawaban" }
    left_faulty { en: "with an error", id: "bermasalah" }
    left_sheet_without_answers { en: "sheet without answers", id: "lembar tanpa jawaban" }
    left_recap { en: "sheet that only sums up", id: "lembar rekapitulasi" }
    left_on_sheet_without_answers { en: "on sheets without answers", id: "pada lembar tanpa jawaban" }
    left_on_recap { en: "on sheets that only sum up", id: "pada lembar rekapitulasi" }
    convert_not_looked { en: "not read", id: "tidak dibaca" }
    left_hidden { en: "hidden sheet", id: "lembar tersembunyi" }
    left_copy { en: "copied from another file or sheet", id: "salinan berkas atau lembar lain" }
    left_repeat { en: "said in another row already", id: "sudah ada di baris lain" }
    left_framework { en: "of another framework", id: "milik kerangka lain" }
    left_basis { en: "framework applied by the coder (`--basis`)", id: "kerangka diterapkan oleh pengode (`--basis`)" }
    left_bad_file { en: "file with errors", id: "berkas bermasalah" }
}

phrases! {
    convert_place(file, sheet) {
        en: "{file}, sheet {sheet}",
        id: "{file}, lembar {sheet}"
    }
    convert_line(place, read, taken, written) {
        en: "{place}: rows read {read}, taken {taken} (as {written} rows of the table)",
        id: "{place}: baris dibaca {read}, diambil {taken} (menjadi {written} baris tabel)"
    }
    convert_line_none(place, read) {
        en: "{place}: rows read {read}, taken 0",
        id: "{place}: baris dibaca {read}, diambil 0"
    }
    convert_line_left(line, why) {
        en: "{line}; left out: {why}",
        id: "{line}; dilewati: {why}"
    }
    convert_whole_left(place, why) {
        en: "{place}: left out, {why}",
        id: "{place}: dilewati, {why}"
    }
    convert_whole_left_rows(place, why, count) {
        en: "{place}: left out, {why} (rows: {count})",
        id: "{place}: dilewati, {why} (baris: {count})"
    }
    convert_reason(count, why) {
        en: "{count} {why}",
        id: "{count} {why}"
    }
    convert_reason_rows(count, why, rows) {
        en: "{count} {why} (row {rows})",
        id: "{count} {why} (baris {rows})"
    }
    convert_total(files, read, taken, left, written) {
        en: "Together: files {files}, rows read {read}, taken {taken} (as {written} rows of the table), left out {left}",
        id: "Seluruhnya: berkas {files}, baris dibaca {read}, diambil {taken} (menjadi {written} baris tabel), dilewati {left}"
    }
    convert_total_why(total, why) {
        en: "{total}: {why}",
        id: "{total}: {why}"
    }
    convert_respondents(count) {
        en: "Respondents who could not be told apart by name: {count}; each is called R and the row, so that the table keeps them apart.",
        id: "Responden yang tidak dapat dibedakan menurut nama: {count}; masing-masing disebut R dan barisnya, agar tetap terpisah dalam tabel."
    }
    convert_regions(count) {
        en: "Regions written by their official name, because the text alone would not settle them: {count}",
        id: "Wilayah yang ditulis dengan nama resminya, karena teksnya saja tidak menentukan: {count}"
    }
    convert_private(count) {
        en: "Quotes that may not leave the team: {count}; they are in the table, and the column consent says so.",
        id: "Kutipan yang tidak boleh keluar dari tim: {count}; tetap ada dalam tabel, dan kolom consent menyebutkannya."
    }
}
