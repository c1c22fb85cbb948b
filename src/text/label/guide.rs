//! The guided self-assessment: what is shown beside the questions.

use crate::text::{Lang, Word};

labels! {
    guide_how {
        en: "One question after the other; every answer is written to the file at once. Whoever stops goes on later with the same command.",
        id: "Pertanyaan diajukan satu per satu; setiap jawaban langsung ditulis ke berkas. Bila berhenti, lanjutkan nanti dengan perintah yang sama."
    }
    guide_without_wave {
        en: "No wave is named (`--wave 2026`): these answers cannot be followed over the years.",
        id: "Periode tidak disebut (`--wave 2026`): jawaban ini tidak dapat diikuti dari tahun ke tahun."
    }
    guide_commands {
        en: "skip · back · quit · ? for help",
        id: "lewati · kembali · keluar · ? bantuan"
    }
    guide_commands_na {
        en: "skip · back · not applicable (na) · quit · ? for help",
        id: "lewati · kembali · tidak berlaku (tb) · keluar · ? bantuan"
    }
    guide_help_heading { en: "What may be typed", id: "Yang dapat diketik" }
    guide_help_level {
        en: "a level: its number or its name",
        id: "sebuah tingkat: nomor atau namanya"
    }
    guide_help_number {
        en: "a number: 12.5 or 12,5",
        id: "sebuah angka: 12,5 atau 12.5"
    }
    guide_help_direction {
        en: "supporting, inhibiting or neutral (+, -, 0)",
        id: "pendukung, penghambat, atau netral (+, -, 0)"
    }
    guide_help_skip {
        en: "skip (l): leaves the question open; it comes again at the end",
        id: "lewati (l): pertanyaan dibiarkan terbuka dan muncul lagi di akhir"
    }
    guide_help_back {
        en: "back (b): one question back, to change its answer; Enter keeps what stands",
        id: "kembali (k): satu pertanyaan ke belakang untuk mengubah jawabannya; Enter mempertahankan isinya"
    }
    guide_help_na {
        en: "not applicable (na): only where the framework allows it",
        id: "tidak berlaku (tb): hanya bila kerangkanya membolehkan"
    }
    guide_help_quit {
        en: "quit (q), or Ctrl-D: ends; the file has all answers",
        id: "keluar (q), atau Ctrl-D: berhenti; semua jawaban ada di berkas"
    }
    guide_help_items {
        en: "evidence: the numbers of what there is (1 3, 1-4, all; 0 = none); Enter leaves it as it is",
        id: "bukti: nomor yang sudah ada (1 3, 1-4, semua; 0 = tidak ada); Enter membiarkan isinya"
    }
    guide_help_note {
        en: "note: one line in your own words; Enter leaves it as it is, - takes it away",
        id: "catatan: satu baris dengan kata sendiri; Enter membiarkan isinya, - menghapusnya"
    }
    guide_count_about {
        en: "Only how many there are is asked here; their names may go into the note.",
        id: "Di sini cukup jumlahnya; namanya boleh ditulis di catatan."
    }
    guide_external {
        en: "Measured by another body; may be skipped until its result is known.",
        id: "Diukur instansi lain; boleh dilewati sampai hasilnya diketahui."
    }
    guide_all_done {
        en: "Every indicator has an answer.",
        id: "Semua indikator sudah terjawab."
    }
    guide_end {
        en: "That was the last question. Type an indicator's code to change its answer, or Enter to end.",
        id: "Itu pertanyaan terakhir. Ketik kode indikator untuk mengubah jawabannya, atau Enter untuk selesai."
    }
    guide_end_prompt { en: "Code, or Enter to end", id: "Kode, atau Enter untuk selesai" }
    guide_again { en: "skipped before", id: "tadi dilewati" }
    guide_noted { en: "Saved.", id: "Tersimpan." }
    guide_not_answered { en: "not answered", id: "tidak dijawab" }
    guide_kept { en: "Kept as it is.", id: "Isinya dipertahankan." }
    guide_note_prompt { en: "Note (Enter = none)", id: "Catatan (Enter = tanpa catatan)" }
    guide_note_prompt_kept { en: "Note (Enter = keep, - = none)", id: "Catatan (Enter = tetap, - = hapus)" }
    guide_items_prompt {
        en: "Which are there? (1 3, 1-2, all, 0 = none; Enter = not said)",
        id: "Mana yang sudah ada? (1 3, 1-2, semua, 0 = tidak ada; Enter = belum disebut)"
    }
    guide_items_prompt_kept {
        en: "Which are there? (1 3, 1-2, all, 0 = none; Enter = keep)",
        id: "Mana yang sudah ada? (1 3, 1-2, semua, 0 = tidak ada; Enter = tetap)"
    }
    guide_number { en: "Number", id: "Angka" }
    guide_count { en: "How many", id: "Jumlah" }
    guide_direction { en: "Supporting, inhibiting, neutral", id: "Pendukung, penghambat, netral" }
    guide_present { en: "Present", id: "Keadaan" }
    guide_item_number { en: "No.", id: "No." }
    guide_item_numbers { en: "Numbers", id: "Nomor" }
    guide_item_now { en: "Now", id: "Kini" }
    guide_before { en: "Before", id: "Terdahulu" }
    guide_next_score { en: "all results, with what one level more would add", id: "semua hasil, beserta tambahan bila naik satu tingkat" }
    guide_next_plan { en: "the fewest raises that lead there", id: "kenaikan paling sedikit menuju ke sana" }
    guide_next_again { en: "go on with this self-assessment", id: "lanjutkan penilaian mandiri ini" }
    guide_nothing_written { en: "Nothing was answered and no file was written.", id: "Belum ada jawaban dan tidak ada berkas yang ditulis." }
    guide_summary { en: "So far", id: "Ringkasan" }
}

phrases! {
    guide_title(region) {
        en: "Self-assessment: {region}",
        id: "Penilaian mandiri: {region}"
    }
    guide_resumed(answered, all, next) {
        en: "{answered} of {all} are answered already; going on with {next}.",
        id: "{answered} dari {all} sudah terjawab; lanjut ke {next}."
    }
    guide_resumed_done(answered, all) {
        en: "{answered} of {all} are answered already.",
        id: "{answered} dari {all} sudah terjawab."
    }
    guide_skipped_so_far(count) {
        en: "Skipped so far: {count}.",
        id: "Dilewati sejauh ini: {count}."
    }
    guide_earlier(place) {
        en: "Answers of {place} are shown beside the questions.",
        id: "Jawaban {place} ditampilkan di samping pertanyaan."
    }
    guide_no_earlier(region) {
        en: "The data have no earlier answers of {region}.",
        id: "Dalam data tidak ada jawaban terdahulu {region}."
    }
    guide_position(number, all) {
        en: "{number} of {all}",
        id: "{number} dari {all}"
    }
    guide_before_line(place, answer) {
        en: "{place}: {answer}",
        id: "{place}: {answer}"
    }
    guide_now_line(answer) {
        en: "Your answer so far: {answer}",
        id: "Jawaban Anda sejauh ini: {answer}"
    }
    guide_note_line(note) {
        en: "Note: {note}",
        id: "Catatan: {note}"
    }
    guide_until_issued(value) {
        en: "Until it is issued {value} counts, provisionally: type `not issued`.",
        id: "Sebelum terbit dihitung {value} untuk sementara: ketik `belum terbit`."
    }
    guide_number_of(unit) {
        en: "Number ({unit})",
        id: "Angka ({unit})"
    }
    guide_help_index(unit) {
        en: "A value of {unit} is an answer, too, with its name before it, as `{unit} 3.5`.",
        id: "Nilai {unit} juga menjadi jawaban, dengan namanya di depan, misalnya `{unit} 3,5`."
    }
    guide_doubt(what) {
        en: "Note: {what}.",
        id: "Perhatikan: {what}."
    }
    guide_not_taken(what) {
        en: "Not taken: {what}.",
        id: "Belum diterima: {what}."
    }
    guide_saved(filled) {
        en: "Saved. {filled}",
        id: "Tersimpan. {filled}"
    }
    guide_left_open(filled) {
        en: "Left open. {filled}",
        id: "Dibiarkan terbuka. {filled}"
    }
    guide_filled(answered, all, share) {
        en: "answered {answered} of {all} ({share})",
        id: "terisi {answered} dari {all} ({share})"
    }
    guide_index_running(index, told) {
        en: "{index} so far {told}",
        id: "{index} sementara {told}"
    }
    guide_index_final(index, told) {
        en: "{index} {told}",
        id: "{index} {told}"
    }
    guide_index_none(index, why) {
        en: "{index}: none yet ({why})",
        id: "{index}: belum ada ({why})"
    }
    guide_index_failed(index, why) {
        en: "{index}: not yet ({why})",
        id: "{index}: belum dapat dihitung ({why})"
    }
    guide_between(low, high) {
        en: "possible {low}–{high}",
        id: "kemungkinan {low}–{high}"
    }
    guide_still_open(count, names) {
        en: "Still open ({count}): {names}.",
        id: "Masih terbuka ({count}): {names}."
    }
    guide_still_open_more(count, names, more) {
        en: "Still open ({count}): {names}, and {more} more.",
        id: "Masih terbuka ({count}): {names}, dan {more} lagi."
    }
    guide_written(file) {
        en: "All answers stand in {file}.",
        id: "Semua jawaban ada di {file}."
    }
    guide_help_to_code(code) {
        en: "to CODE: straight to an indicator, as in `to {code}`",
        id: "ke KODE: langsung ke suatu indikator, misalnya `ke {code}`"
    }
}
