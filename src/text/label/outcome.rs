//! What a dropped file or folder gives: headings and sentences of the result, of the list of what to mend,
//! and of the conversation on the terminal.

use crate::text::{Lang, Word, Wording};

labels! {
    outcome_how_much { en: "1. How much", id: "1. Berapa" }
    outcome_why { en: "2. Why it changed", id: "2. Kenapa berubah" }
    outcome_first { en: "3. What first", id: "3. Apa dulu" }
    outcome_who { en: "4. Who", id: "4. Siapa" }
    outcome_sheet_scores { en: "Scores", id: "Skor" }
    outcome_sheet_ranking { en: "Ranking", id: "Peringkat" }
    outcome_sheet_changes { en: "Changes", id: "Perubahan" }
    outcome_sheet_steps { en: "Steps", id: "Langkah" }
    outcome_sheet_who { en: "Who", id: "Siapa" }
    outcome_sheet_matrix { en: "Matrix", id: "Matriks" }
    outcome_sheet_notes { en: "Notes", id: "Catatan" }
    outcome_folder { en: "results", id: "hasil" }
    outcome_suffix { en: "results", id: "hasil" }
    outcome_suffix_merged { en: "merged", id: "gabungan" }
    dropped_all_empty {
        en: "Nothing is answered yet: neither in the whole workbook nor in those that came back.",
        id: "Belum ada yang diisi: baik di berkas induk maupun di berkas yang kembali."
    }
    dropped_divide_yes {
        en: "divide it: a workbook for each office, with a message to send",
        id: "bagi: satu berkas untuk setiap OPD, dengan pesan untuk dikirim"
    }
    outcome_suffix_mend { en: "to-be-mended", id: "perlu-diperbaiki" }
    outcome_no_earlier {
        en: "No earlier round is in what was read. Put last year's file into the same folder and drop the folder: then what changed is told here.",
        id: "Isian ini tidak memuat periode sebelumnya. Letakkan berkas tahun lalu di folder yang sama, lalu seret foldernya: perubahannya akan dijelaskan di sini."
    }
    outcome_gap_unknown {
        en: "One of the two rounds has no data to be compared.",
        id: "Salah satu dari kedua periode tidak punya data untuk dibandingkan."
    }
    outcome_no_plan {
        en: "No plan can be reckoned from these data.",
        id: "Langkah tidak dapat dihitung dari data ini."
    }
    outcome_no_score {
        en: "There is no index yet, so nothing can be planned from it. Fill in the empty indicators first.",
        id: "Belum ada indeks, jadi langkahnya belum dapat dihitung. Lengkapi dahulu indikator yang kosong."
    }
    outcome_no_total {
        en: "This instrument gives no total, so that there is no category to reach. What was found stands on the sheet Scores.",
        id: "Instrumen ini tidak memberi angka total, jadi tidak ada predikat yang dituju. Temuannya ada di lembar Skor."
    }
    outcome_survey_first {
        en: "A questionnaire has no level that could be raised: begin with the elements of the lowest mean (sheet Scores).",
        id: "Kuesioner tidak punya tingkat yang dapat dinaikkan: mulailah dari unsur dengan rata-rata terendah (lembar Skor)."
    }
    outcome_public {
        en: "For readers outside the team: names of people and offices, quotes, notes and warnings are left out.",
        id: "Untuk pembaca di luar tim: nama orang dan perangkat daerah, kutipan, catatan, serta peringatan tidak dimuat."
    }
    outcome_no_notes { en: "Nothing to note.", id: "Tidak ada catatan." }
    outcome_owner_unknown { en: "(nobody named)", id: "(belum ditentukan)" }
    outcome_earlier { en: "Before", id: "Sebelumnya" }
    outcome_now { en: "Now", id: "Sekarang" }
    outcome_change { en: "Change", id: "Perubahan" }
    outcome_mostly { en: "Mostly by", id: "Terutama karena" }
    outcome_raises { en: "Raises", id: "Banyak kenaikan" }
    outcome_nothing_open {
        en: "What was read names nothing that is still owed.",
        id: "Isian ini tidak menyebut apa pun yang masih terutang."
    }
    outcome_first_raise { en: "First", id: "Pertama" }
    outcome_open_items { en: "Items not accepted", id: "Butir belum diterima" }
    outcome_unfilled { en: "Indicators not filled", id: "Indikator belum diisi" }
    mend_intro {
        en: "Mend these places in the files, save, and drop the files once more. Nothing was reckoned.",
        id: "Perbaiki tempat-tempat ini di berkasnya, simpan, lalu seret berkasnya sekali lagi. Belum ada yang dihitung."
    }
    mend_sender { en: "Sender", id: "Pengirim" }
    mend_file { en: "File", id: "Berkas" }
    mend_sheet { en: "Sheet", id: "Lembar" }
    mend_cell { en: "Cell", id: "Sel" }
    press_enter { en: "Press Enter to close. ", id: "Tekan Enter untuk menutup. " }
    offer_intro {
        en: "siap reckons an index from answers filled into Excel, and shows what it rests on and what to raise first.\n\nAlready filled in? Drag the file or its folder onto the icon of siap, or into this window, and press Enter.\nNot yet? Type a number for an empty form:",
        id: "siap menghitung indeks dari isian Excel, lalu menunjukkan dasar angkanya dan apa yang perlu dinaikkan dulu.\n\nSudah punya isian? Seret berkas atau foldernya ke ikon siap, atau ke jendela ini, lalu tekan Enter.\nBelum? Ketik nomor untuk mendapat formulir kosong:"
    }
    offer_language { en: "(Bahasa Indonesia: ketik id)", id: "(English: type en)" }
    offer_other { en: "others", id: "lainnya" }
    offer_prompt { en: "Number or file (Enter = help): ", id: "Nomor atau berkas (Enter = bantuan): " }
    offer_number { en: "Number (Enter = none): ", id: "Nomor (Enter = tidak jadi): " }
    offer_stem { en: "form", id: "formulir" }
    offer_all { en: "All forms:", id: "Semua formulir:" }
}

phrases! {
    dropped_parts_alone(offices) {
        en: "This is the part of {offices} alone; drop it together with the whole workbook for the result of all.",
        id: "Ini baru bagian {offices}; seret bersama berkas induknya untuk hasil seluruhnya."
    }
    dropped_divide(count) {
        en: "{count} offices are named in this workbook.",
        id: "{count} OPD tercantum di isian ini."
    }
    dropped_divide_line(count, line) {
        en: "{count} offices are named in this workbook; a workbook for each: {line}",
        id: "{count} OPD tercantum di isian ini; satu berkas untuk setiap OPD: {line}"
    }
    dropped_divided(count) {
        en: "Nothing is answered yet and {count} offices are named: each gets its workbook.",
        id: "Belum ada yang diisi, dan {count} OPD tercantum: setiap OPD mendapat berkasnya."
    }
    dropped_divided_before(folder) {
        en: "Nothing is answered in it yet, and the workbooks of its offices are in `{folder}`. Put those that came back beside the whole one, and drop them together. To divide it anew, move that folder away first.",
        id: "Belum ada yang diisi, dan berkas OPD-nya ada di `{folder}`. Letakkan yang sudah kembali di samping berkas induknya, lalu seret semuanya bersama. Untuk membagi ulang, pindahkan dahulu folder itu."
    }
    outcome_index(index, told, band) {
        en: "{index}: {told} ({band}).",
        id: "{index}: {told} ({band})."
    }
    outcome_index_alone(index, told) {
        en: "{index}: {told}.",
        id: "{index}: {told}."
    }
    outcome_filled(filled, asked) {
        en: "Filled in: {filled} of {asked} indicators.",
        id: "Terisi: {filled} dari {asked} indikator."
    }
    outcome_owed_waiting(office, owed, waiting) {
        en: "{office} {owed} (besides, {waiting} handed in, waiting for the assessor)",
        id: "{office} {owed} (di luar itu {waiting} sudah diserahkan, menunggu asesor)"
    }
    outcome_range_bands(low, high) {
        en: "It may come out between {low} and {high}: a level that the region gives itself is a band of values, and counts as its upper edge until the assessor has decided.",
        id: "Hasilnya dapat berada antara {low} dan {high}: tingkat yang dinyatakan sendiri adalah rentang nilai, dan dihitung sebagai batas atasnya sampai asesor memutuskan."
    }
    outcome_proven(told) {
        en: "By accepted evidence alone: {told}.",
        id: "Menurut bukti yang sudah diterima saja: {told}."
    }
    outcome_range(low, high) {
        en: "With what is missing it may come out between {low} and {high}.",
        id: "Dengan yang masih kosong, hasilnya dapat berada antara {low} dan {high}."
    }
    outcome_other_stages(stage) {
        en: "This answer is that of: {stage}. The same round also holds other stages, which are not in it:",
        id: "Jawaban ini memakai: {stage}. Periode yang sama juga memuat tahap lain, yang tidak ikut dihitung di sini:"
    }
    outcome_not_safe(low) {
        en: "Not safe yet: with what is empty, or not decided by the assessor, it may still come out at {low}. First fill in and prove what is there.",
        id: "Belum aman: selama ada yang kosong atau belum diputuskan asesor, hasilnya masih dapat {low}. Lengkapi dan buktikan dahulu yang ada."
    }
    outcome_other_stage(stage, told) {
        en: "{stage}: {told}",
        id: "{stage}: {told}"
    }
    outcome_other_stage_of(stage, told, filled, asked) {
        en: "{stage}: {told} ({filled} of {asked} indicators)",
        id: "{stage}: {told} ({filled} dari {asked} indikator)"
    }
    outcome_uneven(now, before) {
        en: "The two rounds are over different indicators: {now} have a value in this round alone, {before} in the earlier one alone. The change counts that too.",
        id: "Kedua periode tidak memuat indikator yang sama: {now} hanya terisi di periode ini, {before} hanya di periode sebelumnya. Perubahan di atas ikut menghitung itu."
    }
    outcome_uneven_regions(regions) {
        en: "The change counts that other indicators are filled in than before (so many): {regions}.",
        id: "Perubahannya ikut menghitung indikator yang terisi hanya di salah satu periode (jumlahnya): {regions}."
    }
    outcome_target_said(target) {
        en: "Target of the first sheet: {target}.",
        id: "Target dari lembar pertama: {target}."
    }
    outcome_deadline(date) {
        en: "Deadline: {date}.",
        id: "Tenggat: {date}."
    }
    outcome_more_rows(count) {
        en: "And {count} more.",
        id: "Dan {count} lagi."
    }
    outcome_more_on(count, sheet) {
        en: "And {count} more: sheet {sheet}.",
        id: "Dan {count} lagi: lembar {sheet}."
    }
    outcome_too_many(count) {
        en: "With {count} governments the steps of each are not shown here; drop its workbook alone to see them.",
        id: "Dengan {count} instansi, langkah masing-masing tidak ditampilkan di sini; seret berkas satu instansi saja untuk melihatnya."
    }
    outcome_province(province, count, all, names) {
        en: "All that was read lies in {province}, which has {all} regencies and cities. If all of them should send, these {count} have not: {names}.",
        id: "Semua yang dibaca berada di {province}, yang punya {all} kabupaten/kota. Bila semuanya diharapkan mengirim, {count} ini belum: {names}."
    }
    outcome_public_items(count) {
        en: "Evidence not accepted yet: {count}.",
        id: "Bukti dukung yang belum diterima: {count}."
    }
    outcome_step(title, from, to) {
        en: "{title} {from} → {to}",
        id: "{title} {from} → {to}"
    }
    mend_line(line) { en: "line {line}", id: "baris {line}" }
    mend_count(errors, files) {
        en: "{errors} to be mended in {files} file(s).",
        id: "{errors} hal perlu diperbaiki di {files} berkas."
    }
    dropped_list(file) {
        en: "What is to be mended stands in {file}. No result was written.",
        id: "Yang perlu diperbaiki tercatat di {file}. Hasil belum ditulis."
    }
    dropped_kept(old, new) {
        en: "{old} was changed by somebody and stays as it is; the new one is {new}.",
        id: "{old} sudah diubah orang dan dibiarkan; yang baru {new}."
    }
    dropped_kept_merged(old, new) {
        en: "{old} was changed by somebody and stays as it is; what was filled in there is not in {new}. To use it as the whole workbook, drop it together with the workbooks that came back.",
        id: "{old} sudah diubah orang dan dibiarkan; yang diisi di sana tidak ikut dalam {new}. Untuk memakainya sebagai berkas induk, seret berkas itu bersama berkas yang kembali."
    }
    dropped_stale(file) {
        en: "{file} is from an earlier run and no longer holds.",
        id: "{file} berasal dari pemakaian sebelumnya dan tidak berlaku lagi."
    }
    dropped_framework(title, id) {
        en: "Reckoned as {title} ({id}).",
        id: "Dihitung sebagai {title} ({id})."
    }
    dropped_which(files) {
        en: "Which instrument is {files}?",
        id: "Instrumen mana untuk {files}?"
    }
    reading(at, all, file) {
        en: "reading {at} of {all}: {file}",
        id: "membaca {at} dari {all}: {file}"
    }
    offer_written(file) {
        en: "The form is {file}. Fill it in, save it, and drag it onto the icon of siap.",
        id: "Formulirnya {file}. Isi, simpan, lalu seret ke ikon siap."
    }
}

worded! {
    outcome_no_target[band]() {
        en: "There is no {band} to reach, and the first sheet names no target.",
        id: "Tidak ada {band} yang dapat dituju, dan lembar pertama tidak menyebut target."
    }
    outcome_at_top[band]() {
        en: "The highest {band} is reached, and the first sheet names no other target.",
        id: "Tingkatan {band} tertinggi sudah tercapai, dan lembar pertama tidak menyebut target lain."
    }
    outcome_target_next[band](name, from) {
        en: "To the next {band}, {name} (from {from}):",
        id: "Menuju {band} berikutnya, {name} (mulai {from}):"
    }
    outcome_no_levels[levels]() {
        en: "There are no {levels} of indicators here that could be raised: only totals were read.",
        id: "Tidak ada {levels} indikator yang dapat dinaikkan di sini: yang terbaca hanya angka kelompok."
    }
    outcome_next[band]() { en: "Next {band}", id: "Menuju {band}" }
    outcome_owed[items](count) {
        en: "Not handed in or to be mended: {count} {items}, by who owes them.",
        id: "Belum diserahkan atau perlu diperbaiki: {count} {items}, menurut penanggung jawabnya."
    }
    outcome_waiting[items](count) {
        en: "Handed in, waiting for the assessor: {count} {items}.",
        id: "Sudah diserahkan, menunggu asesor: {count} {items}."
    }
    outcome_owed_none[items]() {
        en: "What was read says nothing of {items}, so that nobody can be named.",
        id: "Isian ini tidak memuat {items}, jadi penanggung jawabnya tidak diketahui."
    }
    outcome_no_items[items]() {
        en: "This instrument asks for no {items}.",
        id: "Instrumen ini tidak meminta {items} satu per satu."
    }
    outcome_owed_done[items]() {
        en: "All {items} that matter now are accepted.",
        id: "Semua {items} yang diperlukan sekarang sudah diterima."
    }
}
