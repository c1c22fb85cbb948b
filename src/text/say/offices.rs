//! Parts of offices, several sendings of one workbook, and what goes back to senders.

use crate::text::{Sentence, Word};

sentences! {
    sending_replaced(file, number, by, highest) {
        en: "`{file}` is sending no. {number} and is not read: `{by}` is no. {highest}",
        id: "`{file}` adalah kiriman ke-{number} dan tidak dibaca: `{by}` adalah kiriman ke-{highest}"
    }
    sendings_of_one_number(file, other, number) {
        en: "`{file}` and `{other}` are both sending no. {number} of the same workbook, and differ",
        id: "`{file}` dan `{other}` sama-sama kiriman ke-{number} dari buku kerja yang sama, tetapi isinya berbeda"
    }
    sendings_without_number(file, other) {
        en: "`{file}` and `{other}` are the same workbook with different answers, and the cell \"Sending no.\" does not tell which one is newer",
        id: "`{file}` dan `{other}` adalah buku kerja yang sama dengan isian berbeda, dan sel \"Kiriman ke-\" tidak menunjukkan mana yang lebih baru"
    }
    sendings_whose(whose) {
        en: "both say that they are of `{whose}`: if that is wrong in one of them, mend this cell there",
        id: "keduanya menyebut `{whose}`: bila salah satunya keliru, perbaiki sel ini di berkas itu"
    }
    sendings_move_away(file, other, next) {
        en: "move the older file away: `{other}` if `{file}` is newer, else `{file}`; or put {next} into the cell \"Sending no.\" of the newer one",
        id: "pindahkan berkas yang lama ke folder lain: `{other}` bila `{file}` lebih baru, selain itu `{file}`; atau isi sel \"Kiriman ke-\" pada yang lebih baru dengan {next}"
    }
    sendings_of_other_agencies(file, by, number) {
        en: "`{file}` and `{by}`, which is sending no. {number}, are not of the same units of service: both are read",
        id: "`{file}` dan `{by}` (kiriman ke-{number}) tidak memuat unit layanan yang sama: keduanya dibaca"
    }
    sendings_of_other_agencies_help(file, by) {
        en: "if `{by}` is to replace `{file}`, move `{file}` away",
        id: "bila `{by}` menggantikan `{file}`, pindahkan `{file}` ke folder lain"
    }
    sending_no_number(text) {
        en: "`{text}` is no number of a sending",
        id: "`{text}` bukan nomor kiriman"
    }
    sending_no_number_help() {
        en: "1 for the first time, 2 for the second; the highest counts",
        id: "1 untuk kiriman pertama, 2 untuk kiriman kedua; yang tertinggi dipakai"
    }
    no_form() {
        en: "the file is no workbook that `siap template` made: its hidden sheet `_siap` is not there",
        id: "berkas ini bukan buku kerja buatan `siap template`: lembar tersembunyi `_siap` tidak ada"
    }
    no_form_help() {
        en: "make one with `siap template -f ID -o NAME.xlsx`, fill it in, and keep it an .xlsx; a CSV has no hidden sheet",
        id: "buat dengan `siap template -f ID -o NAMA.xlsx`, isi, dan simpan tetap sebagai .xlsx; CSV tidak punya lembar tersembunyi"
    }
    form_is_part() {
        en: "the workbook is the part of one office, not the whole",
        id: "buku kerja ini bagian dari satu perangkat daerah, bukan induknya"
    }
    form_is_part_help() {
        en: "name the workbook from which the parts were made",
        id: "sebutkan buku kerja induk yang dipecah menjadi bagian"
    }
    form_is_whole() {
        en: "the workbook is a whole one, not the part of an office",
        id: "buku kerja ini induk, bukan bagian dari satu perangkat daerah"
    }
    form_is_whole_help() {
        en: "name the whole workbook first and then the parts that `siap split` made",
        id: "sebutkan buku kerja induk lebih dulu, lalu bagian yang dibuat `siap split`"
    }
    merge_whole_left(file) {
        en: "`{file}` is no part of an office and is left out",
        id: "`{file}` bukan bagian dari perangkat daerah dan tidak ikut digabung"
    }
    merge_folder_empty() {
        en: "the folder holds no workbook",
        id: "folder ini tidak berisi buku kerja"
    }
    form_of_other_framework(theirs, ours) {
        en: "the workbook is of the framework `{theirs}`, not `{ours}`",
        id: "buku kerja ini memakai kerangka `{theirs}`, bukan `{ours}`"
    }
    form_of_other_framework_help(theirs) {
        en: "leave --framework out, or name `{theirs}` or a file with that framework",
        id: "hapus --framework, atau sebutkan `{theirs}` atau berkas berisi kerangka itu"
    }
    form_of_other_version(theirs, ours) {
        en: "the workbook was made for version {theirs} of its framework, which is {ours} here: what has another code by now is told below",
        id: "buku kerja ini dibuat untuk kerangka versi {theirs}, sedangkan di sini versi {ours}: kode yang sudah berubah disebut di bawah"
    }
    form_without_rows() {
        en: "no sheet of the workbook has a heading with a code and something to fill in",
        id: "tidak ada lembar buku kerja yang berjudul kolom kode dan kolom isian"
    }
    form_without_rows_help() {
        en: "keep the headings as they were made, such as `Kode` and `Nilai mandiri`; columns may be moved, not renamed",
        id: "biarkan judul kolom seperti semula, misalnya `Kode` dan `Nilai mandiri`; kolom boleh dipindah, jangan diganti namanya"
    }
    form_sheets_left(sheets) {
        en: "sheets that were added are not carried along: {sheets}",
        id: "lembar tambahan tidak ikut dibawa: {sheets}"
    }
    form_heading_gone(lacking, added) {
        en: "the column `{lacking}` is not there; one of these may be it: {added}",
        id: "kolom `{lacking}` tidak ada; mungkin salah satu dari ini: {added}"
    }
    form_heading_gone_help(lacking) {
        en: "write the heading again as it was: `{lacking}`",
        id: "tulis kembali judul kolomnya seperti semula: `{lacking}`"
    }
    part_lacks_sheet(sheet) {
        en: "the sheet `{sheet}`, on which the office has rows, is not there",
        id: "lembar `{sheet}`, tempat baris OPD ini, tidak ada"
    }
    part_lacks_sheet_help() {
        en: "ask the office for the workbook as it was handed out",
        id: "minta OPD mengirim buku kerja seperti yang dibagikan"
    }
    form_columns_left(sheet, columns) {
        en: "columns that were added to sheet `{sheet}` are not carried along: {columns}",
        id: "kolom tambahan di lembar `{sheet}` tidak ikut dibawa: {columns}"
    }
    form_column_twice() {
        en: "this column stands twice; delete or rename one of the two",
        id: "kolom ini ada dua; hapus salah satunya atau ganti namanya"
    }
    form_row_without_code() {
        en: "the row has no code and is not carried along",
        id: "baris ini tanpa kode dan tidak ikut dibawa"
    }
    form_row_twice(code, other) {
        en: "`{code}` stands twice and says two things; the other cell is {other}",
        id: "`{code}` ada dua kali dengan isi berbeda; sel lainnya {other}"
    }
    form_unknown_code(code) {
        en: "the framework has no indicator `{code}`",
        id: "kerangka tidak memiliki indikator `{code}`"
    }
    form_unknown_item(code) {
        en: "the framework has no evidence item `{code}`",
        id: "kerangka tidak memiliki butir bukti dukung `{code}`"
    }
    form_item_of_other(code, indicator) {
        en: "the indicator `{indicator}` has no evidence item `{code}`",
        id: "indikator `{indicator}` tidak memiliki butir bukti dukung `{code}`"
    }
    form_item_of_several(code, indicators) {
        en: "several indicators have an evidence item `{code}`: {indicators}",
        id: "butir bukti dukung `{code}` ada di beberapa indikator: {indicators}"
    }
    form_item_of_several_help(column) {
        en: "say in the column `{column}` which indicator it is of",
        id: "isi kolom `{column}` dengan indikator yang dimaksud"
    }
    form_unknown_code_help() {
        en: "write the code as it stood in the workbook; leave it empty in rows for notes of your own",
        id: "tulis kode seperti semula; kosongkan kodenya pada baris catatan sendiri"
    }
    split_without_offices(column) {
        en: "no row names an office in the column `{column}`",
        id: "belum ada baris yang menyebut perangkat daerah di kolom `{column}`"
    }
    split_without_offices_help() {
        en: "choose an office for each indicator and each evidence item, save, and split again",
        id: "pilih perangkat daerah untuk tiap indikator dan tiap butir bukti dukung, simpan, lalu pecah lagi"
    }
    indicators_without_office(count, codes) {
        en: "indicators without an office yet ({count}): {codes}",
        id: "{count} indikator belum ada OPD-nya: {codes}"
    }
    items_without_office(count, codes) {
        en: "evidence items without an office yet ({count}): {codes}",
        id: "{count} butir belum ada OPD-nya: {codes}"
    }
    office_near_another(name, near) {
        en: "`{name}` is written much like `{near}`: they are two offices here",
        id: "`{name}` mirip dengan `{near}`: di sini dianggap dua perangkat daerah"
    }
    office_near_another_help() {
        en: "if one office is meant, write its name the same everywhere",
        id: "bila yang dimaksud sama, tulis namanya seragam"
    }
    part_without_office(label) {
        en: "the cell `{label}` on the first page is empty: whose part is it?",
        id: "sel `{label}` di halaman pertama kosong: bagian siapa ini?"
    }
    part_without_office_help() {
        en: "type the name of the office there, as in the whole workbook",
        id: "isi nama perangkat daerah di sana, seperti di buku kerja induk"
    }
    part_of_unknown_office(name) {
        en: "no row of the whole workbook is of the office `{name}`",
        id: "tidak ada baris buku kerja induk milik perangkat daerah `{name}`"
    }
    part_of_unknown_office_help() {
        en: "write the name as in the column of offices of the whole workbook, or name the office there",
        id: "tulis namanya seperti di kolom OPD buku kerja induk, atau sebutkan perangkat daerah itu di sana"
    }
    part_of_another(theirs, mine) {
        en: "the part is of `{theirs}`, the whole workbook of `{mine}`",
        id: "bagian ini milik `{theirs}`, sedangkan buku kerja induk milik `{mine}`"
    }
    part_of_another_help() {
        en: "leave the part out, or mend its first page",
        id: "jangan ikutkan bagian ini, atau perbaiki halaman pertamanya"
    }
    part_year_changed(was, now) {
        en: "the part was handed out for `{was}` and says `{now}` by now; whole workbooks of both years are here",
        id: "bagian ini dibagikan untuk `{was}`, tetapi kini menyebut `{now}`; induk kedua tahun itu ada di sini"
    }
    part_year_changed_help(was) {
        en: "write `{was}` into this cell again",
        id: "tulis kembali `{was}` di sel ini"
    }
    part_of_several(wholes) {
        en: "the part does not say to which whole workbook it belongs: {wholes}",
        id: "bagian ini tidak menyebut milik buku kerja induk yang mana: {wholes}"
    }
    part_of_several_help() {
        en: "fill in region and year on its first page as the whole workbook says them",
        id: "isi instansi dan tahun di halaman pertamanya sama dengan buku kerja induknya"
    }
    part_is_copy(file, other) {
        en: "`{file}` says the same as `{other}` and counts once",
        id: "`{file}` sama isinya dengan `{other}` dan dihitung satu kali"
    }
    part_rows_of_others(count, codes) {
        en: "rows were changed that are not of this office ({count}): {codes}",
        id: "{count} baris yang diubah bukan milik perangkat daerah ini: {codes}"
    }
    part_rows_of_others_help() {
        en: "of them only what stands in cells that are still empty is taken, unless its own office says something else",
        id: "dari baris itu hanya isian untuk sel yang masih kosong yang diambil, kecuali pemiliknya sendiri mengisi lain"
    }
    part_cells_emptied(count, codes) {
        en: "cells were emptied and keep what the whole workbook says ({count}): {codes}",
        id: "{count} sel dikosongkan dan tetap berisi seperti di buku kerja induk: {codes}"
    }
    part_cells_emptied_help() {
        en: "to take something back, empty the cell in the whole workbook",
        id: "untuk membatalkan isian, kosongkan selnya di buku kerja induk"
    }
    part_against_whole(code, column, old, new) {
        en: "`{column}` of `{code}` stays `{old}`, as the whole workbook says; the part says `{new}`",
        id: "`{column}` untuk `{code}` tetap `{old}` menurut buku kerja induk; bagian ini menulis `{new}`"
    }
    part_against_whole_help() {
        en: "if it was mended since, send it again with a higher \"Sending no.\"",
        id: "bila sudah diperbaiki, kirim lagi dengan \"Kiriman ke-\" yang lebih tinggi"
    }
    part_against_empty(code, column, new) {
        en: "`{column}` of `{code}` stays empty, since the whole workbook alone says it; the part says `{new}`",
        id: "`{column}` untuk `{code}` tetap kosong karena hanya diisi di buku kerja induk; bagian ini menulis `{new}`"
    }
    whole_cells_replaced(count, places) {
        en: "cells of the whole workbook are replaced by what came back ({count}): {places}",
        id: "{count} sel buku kerja induk diganti dengan isian yang kembali: {places}"
    }
    whole_cells_replaced_help(sheet) {
        en: "the sheet `{sheet}` of the new workbook says what stood in each of them before",
        id: "lembar `{sheet}` di buku kerja baru memuat isi lama tiap sel itu"
    }
    parts_disagree(code, column, one, says, other, said) {
        en: "`{column}` of `{code}`: {one} says `{says}`, {other} says `{said}`",
        id: "`{column}` untuk `{code}`: {one} menulis `{says}`, {other} menulis `{said}`"
    }
    parts_disagree_help(place) {
        en: "the other cell is {place}; agree on one answer, or empty one of the two cells",
        id: "sel lainnya {place}; sepakati satu jawaban, atau kosongkan salah satu selnya"
    }
    return_and_skip() {
        en: "--return is about the files that --skip-bad-files leaves out; give one of the two",
        id: "--return justru untuk berkas yang dilewati --skip-bad-files; pakai salah satu saja"
    }
    merge_needs_workbook(name) {
        en: "`{name}` does not end in .xlsx: a merged workbook is one",
        id: "`{name}` tidak berakhiran .xlsx: hasil gabungan berupa buku kerja"
    }
}
