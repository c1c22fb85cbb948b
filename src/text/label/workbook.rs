//! Workbooks that are written: what stands in them beside answers and results.

use crate::text::{Lang, Word};

labels! {
    not_in_list { en: "Not in the list", id: "Tidak ada di daftar" }
    not_in_list_help {
        en: "Choose from the list of this cell (Alt + arrow down), or leave it empty.",
        id: "Pilih dari daftar di sel ini (Alt + panah bawah), atau kosongkan."
    }
}

// The first page.
labels! {
    sheet_guide { en: "Instructions", id: "Petunjuk" }
    sheet_answers { en: "Assessment", id: "Penilaian" }
    sheet_items { en: "Evidence", id: "Bukti dukung" }
    sheet_outside { en: "Outside indices", id: "Indeks luar" }
    sheet_offices { en: "Offices", id: "Perangkat daerah" }
    sheet_reference { en: "Reference", id: "Rujukan" }
    form_region { en: "Government", id: "Instansi" }
    form_wave { en: "Year of assessment", id: "Tahun penilaian" }
    form_sending { en: "Sending no.", id: "Kiriman ke-" }
    form_office { en: "Office that fills this part", id: "Perangkat daerah pengisi" }
    form_filled_by { en: "Filled in by", id: "Diisi oleh" }
    form_target { en: "Target", id: "Target" }
    form_deadline { en: "Deadline", id: "Tenggat" }
    form_audience { en: "Who reads the result", id: "Pembaca hasil" }
    form_region_hint {
        en: "Choose from the list, or type the official name.",
        id: "Pilih dari daftar, atau ketik nama resminya."
    }
    form_wave_hint { en: "A year, such as 2026.", id: "Tahun, misalnya 2026." }
    form_sending_hint {
        en: "1 at first; one more whenever the workbook is sent again. The highest counts.",
        id: "Mulai dari 1; tambah satu setiap kali dikirim ulang. Yang tertinggi dipakai."
    }
    form_office_hint { en: "The office whose rows these are.", id: "Perangkat daerah pemilik baris di buku kerja ini." }
    form_filled_by_hint { en: "Name and post.", id: "Nama dan jabatan." }
    form_target_hint {
        en: "A category or a number that is to be reached; what to do first is worked out for it.",
        id: "Predikat atau angka yang ingin dicapai; langkah pertama dihitung untuk itu."
    }
    form_deadline_hint { en: "When the workbook has to be back.", id: "Kapan buku kerja ini harus kembali." }
    form_audience_hint {
        en: "`team` or `outside`: for readers outside, names and quotes stay out.",
        id: "`tim` atau `luar`: bagi pembaca luar, nama dan kutipan tidak disertakan."
    }
    form_audience_team { en: "team", id: "tim" }
    form_audience_outside { en: "outside", id: "luar" }
    form_steps { en: "What to do", id: "Yang dilakukan" }
    form_step_page { en: "Fill the yellow cells of this page.", id: "Isi sel kuning di halaman ini." }
    form_step_offices {
        en: "Do several offices fill it in? Name the one in charge of each row first, and drop this file on siap: each gets its workbook.",
        id: "Diisi beberapa OPD? Tulis dahulu OPD penanggung jawab setiap baris, lalu seret berkas ini ke siap: setiap OPD mendapat berkasnya."
    }
    form_step_offices_back {
        en: "Workbooks that come back from offices: put them beside this one, and drop the folder on siap.",
        id: "Berkas yang kembali dari OPD: letakkan di samping berkas ini, lalu seret foldernya ke siap."
    }
    form_step_answers {
        en: "On the sheet of the assessment choose a value for every row and say why. Result and category are reckoned while you type.",
        id: "Di lembar penilaian, pilih nilai setiap baris dan jelaskan alasannya. Indeks dan predikat dihitung sambil diisi."
    }
    form_step_answers_alone {
        en: "On the sheet of the assessment choose a value for every row and say why.",
        id: "Di lembar penilaian, pilih nilai setiap baris dan jelaskan alasannya."
    }
    form_step_items {
        en: "On the sheet of evidence say how far each item is, whose task it is and by when. Rows may be filtered, columns unfolded with the + above them.",
        id: "Di lembar bukti dukung, isi keadaan setiap butir, penanggung jawabnya, dan tenggatnya. Baris dapat disaring; kolom dibuka dengan tanda + di atasnya."
    }
    form_step_respondents {
        en: "On the sheet of answers fill in one row for each respondent; what is asked stands on the sheet of questions.",
        id: "Di lembar jawaban, isi satu baris untuk setiap responden; pertanyaannya ada di lembar pertanyaan."
    }
    form_step_send {
        en: "Save, and drop the file on siap, or send it back. Other cells are protected without a password; new columns and rows are welcome.",
        id: "Simpan, lalu seret berkas ke siap, atau kirim kembali. Sel lain dilindungi tanpa kata sandi; kolom dan baris tambahan tidak mengganggu."
    }
    form_instrument { en: "Instrument", id: "Instrumen" }
    form_standing { en: "Standing", id: "Kedudukan" }
    form_notice { en: "Before use", id: "Sebelum dipakai" }
    form_before_wave { en: "Values of the last wave", id: "Nilai periode lalu" }
}

// The columns of its sheets.
labels! {
    form_code { en: "Code", id: "Kode" }
    form_group { en: "Group", id: "Kelompok" }
    form_indicator { en: "Indicator and question", id: "Indikator dan pertanyaan" }
    form_weight { en: "Share of the index", id: "Bobot dalam indeks" }
    form_before { en: "Last value", id: "Nilai lalu" }
    form_criteria { en: "Criteria of every level", id: "Kriteria tiap tingkat" }
    form_own { en: "Level: self", id: "Nilai mandiri" }
    form_explanation { en: "Explanation", id: "Penjelasan" }
    form_shown { en: "Shown by evidence", id: "Menurut bukti" }
    form_target_level { en: "Target value", id: "Nilai sasaran" }
    form_document { en: "Level: document", id: "Nilai dokumen" }
    form_interview { en: "Level: interview", id: "Nilai interviu" }
    form_visit { en: "Level: visit", id: "Nilai visitasi" }
    form_final { en: "Level: final", id: "Nilai akhir" }
    form_note { en: "Evaluator's note", id: "Catatan evaluator" }
    form_responsible { en: "Office in charge", id: "OPD penanggung jawab" }
    form_item { en: "Item", id: "Kode butir" }
    form_item_level { en: "Needed from level", id: "Untuk tingkat" }
    form_item_wanted { en: "What is asked for", id: "Yang diminta" }
    form_item_document { en: "Name of the document", id: "Nama dokumen" }
    form_item_number { en: "Number and date", id: "Nomor dan tanggal" }
    form_item_link { en: "Link", id: "Tautan" }
    form_item_page { en: "Page", id: "Halaman" }
    form_item_person { en: "Person in charge", id: "Petugas" }
    form_item_due { en: "Due", id: "Tenggat butir" }
    form_item_state { en: "State", id: "Keadaan" }
    form_item_note { en: "Note", id: "Catatan" }
    form_outside_unit { en: "Index of another body", id: "Indeks instansi lain" }
    form_outside_issuer { en: "Issued by", id: "Penerbit" }
    form_outside_value { en: "Value of that index", id: "Nilai indeks itu" }
    form_outside_level { en: "Value that follows", id: "Nilai yang mengikuti" }
    form_completeness { en: "Completeness", id: "Kelengkapan" }
    form_too_little { en: "too little data", id: "tidak cukup data" }
    form_zero_refused {
        en: "a zero cannot be scored here: `siap score` says which",
        id: "nilai nol tidak dapat dihitung di sini: `siap score` menyebut yang mana"
    }
    form_office_name { en: "Name of the office", id: "Nama perangkat daerah" }
    form_office_contact { en: "Contact", id: "Kontak" }
    form_reference_about { en: "About", id: "Perihal" }
    form_reference_text { en: "Text", id: "Isi" }
    form_no_index {
        en: "not reckoned here: `siap score`",
        id: "tidak dihitung di sini: `siap score`"
    }
}

// Questionnaires.
labels! {
    sheet_respondents { en: "Answers", id: "Jawaban" }
    sheet_questions { en: "Questions", id: "Pertanyaan" }
    form_respondent { en: "Respondent", id: "No. Responden" }
    form_unit_of_service { en: "Agency", id: "Unit layanan" }
    sheet_sample { en: "Sample", id: "Sampel" }
    form_coder { en: "Coder", id: "Pengode" }
    form_coder_hint {
        en: "Your name first: without it nobody knows whose levels these are.",
        id: "Tulis nama Anda dulu: tanpa nama, tidak diketahui siapa yang memberi level."
    }
    form_answers_offered { en: "Answers offered", id: "Pilihan jawaban" }
}

phrases! {
    forms_without_before(count) {
        en: "without earlier values: {count}",
        id: "tanpa nilai terdahulu: {count}"
    }
    forms_written(count, folder) {
        en: "written: {count} workbooks in {folder}",
        id: "ditulis: {count} buku kerja di {folder}"
    }
}

labels! {
    result_summary { en: "Summary", id: "Ringkasan" }
    result_contents { en: "Sheets of this workbook", id: "Lembar dalam buku kerja ini" }
    result_rests_on { en: "What it rests on", id: "Dasar" }
    result_noted { en: "note: see the summary", id: "catatan: lihat ringkasan" }
}

phrases! {
    result_sheet(title, rows) { en: "{title} · rows: {rows}", id: "{title} · baris: {rows}" }
    result_input(file, rows, print) {
        en: "{file} · rows: {rows} · SHA-256 {print}…",
        id: "{file} · baris: {rows} · SHA-256 {print}…"
    }
    result_lowest(column) { en: "{column}: lowest", id: "{column}: terendah" }
    result_highest(column) { en: "{column}: highest", id: "{column}: tertinggi" }
    result_column(number) { en: "column {number}", id: "kolom {number}" }
}
