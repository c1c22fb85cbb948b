//! Parts of offices: sheets that say where cells came from and what is to be mended, and the messages
//! that go with workbooks.

use crate::text::{Lang, Word};

labels! {
    sheet_origins { en: "Where from", id: "Asal isian" }
    origin_sheet { en: "On sheet", id: "Di lembar" }
    origin_row { en: "Row of", id: "Baris" }
    origin_column { en: "Under heading", id: "Di bawah judul" }
    origin_content { en: "What stands there", id: "Yang tertulis" }
    origin_file { en: "From file", id: "Dari berkas" }
    origin_from_sheet { en: "Its sheet", id: "Lembar asal" }
    origin_cell { en: "Its cell", id: "Sel asal" }
    origin_sending { en: "Sent as no.", id: "Kiriman no." }
    origin_replaced { en: "In place of", id: "Menggantikan" }
    sheet_mend { en: "To be mended", id: "Perlu diperbaiki" }
    mend_place { en: "Where", id: "Tempat" }
    mend_what { en: "What is wrong", id: "Yang keliru" }
    mend_how { en: "How to mend it", id: "Cara memperbaiki" }
    mend_error { en: "must be mended", id: "harus diperbaiki" }
    mend_doubt { en: "please look at it", id: "mohon diperiksa" }
    mend_urgency { en: "How urgent", id: "Sifat" }
    reminders_file { en: "reminders", id: "pengingat" }
    folder_of_parts { en: "parts", id: "bagian" }
    returned_file { en: "to be mended", id: "perlu diperbaiki" }
    reminder_send_back {
        en: "When it is filled in, please answer this message with the file.",
        id: "Setelah diisi, mohon berkasnya dikirim sebagai balasan pesan ini."
    }
    reminder_sending {
        en: "If you send it a second time, please raise the number in the cell \"Sending no.\" by one.",
        id: "Bila mengirim ulang, mohon naikkan angka pada sel \"Kiriman ke-\"."
    }
    reminder_thanks { en: "Thank you very much.", id: "Terima kasih atas kerja samanya." }
    mend_nothing_to_return {
        en: "Every file is in order: there is nothing to send back.",
        id: "Semua berkas sudah baik: tidak ada yang perlu dikembalikan."
    }
    mend_marked_copy {
        en: "A copy of your workbook is attached: its last sheet \"To be mended\" lists the same and leads to each cell. Nothing else in it was changed.",
        id: "Terlampir salinan buku kerja Anda: lembar terakhirnya, \"Perlu diperbaiki\", memuat daftar yang sama dan menuju ke tiap sel. Isi lainnya tidak diubah."
    }
    mend_send_again {
        en: "Please mend this in your own file, raise the number in the cell \"Sending no.\" by one if it has one, and send it again. Thank you very much.",
        id: "Mohon diperbaiki di berkas Anda, naikkan angka pada sel \"Kiriman ke-\" bila ada, lalu kirim lagi. Terima kasih."
    }
    mend_doubts { en: "Please also look at:", id: "Mohon diperiksa juga:" }
}

phrases! {
    reminder_heading(office, contact) { en: "{office} ({contact})", id: "{office} ({contact})" }
    reminder_about(title, of) { en: "{title} ({of})", id: "{title} ({of})" }
    reminder_to(office) { en: "To: {office}", id: "Kepada Yth. {office}" }
    reminder_ask(about) {
        en: "May we ask you to fill in your part of {about}.",
        id: "Mohon bantuan Bapak/Ibu untuk mengisi bagian Anda dalam {about}."
    }
    reminder_answers(all, open) {
        en: "Indicators: {open} of {all} still without an answer.",
        id: "Indikator: {open} dari {all} belum dinilai."
    }
    reminder_items(all, open) {
        en: "Evidence: {open} of {all} items still to be handed in.",
        id: "Bukti dukung: {open} dari {all} butir belum diserahkan."
    }
    reminder_file(file) { en: "File: {file}", id: "Berkas: {file}" }
    reminder_deadline(day) { en: "By: {day}", id: "Paling lambat: {day}" }
    reminder_send_to(who) {
        en: "When it is filled in, please send the file to {who}.",
        id: "Setelah diisi, mohon berkasnya dikirim kepada {who}."
    }
    part_line(office, answers, items, open, file) {
        en: "{office}: indicators {answers}, evidence items {items}, open {open}: {file}",
        id: "{office}: indikator {answers}, butir bukti dukung {items}, belum diisi {open}: {file}"
    }
    merged_line(office, cells, file) {
        en: "{office}: cells {cells}, from {file}",
        id: "{office}: {cells} sel dari {file}"
    }
    merged_missing(offices) {
        en: "Nothing has come back yet from: {offices}",
        id: "Belum kembali: {offices}"
    }
    mend_greeting(file) {
        en: "Thank you for sending {file}. It cannot be used yet:",
        id: "Terima kasih, {file} sudah kami terima. Berkas ini belum dapat dipakai karena:"
    }
}
