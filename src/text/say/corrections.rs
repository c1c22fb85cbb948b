//! Corrections: lists and lines of them that cannot be followed.

use crate::text::{Sentence, Word};

sentences! {
    corrections_not_scored_as_sent() {
        en: "before its corrections the study cannot be scored, so that there is nothing to hold it against; `siap score` shows the corrected one",
        id: "sebelum dikoreksi, studi ini tidak dapat dinilai, jadi tidak ada pembandingnya; `siap score` menampilkan yang sudah dikoreksi"
    }
    corrections_columns(columns) {
        en: "the list of corrections lacks columns: {columns}",
        id: "daftar koreksi kekurangan kolom: {columns}"
    }
    corrections_columns_help() {
        en: "its header is `file,cell,id,column,from,to,reason,minutes,date,by`; `cell` or `id` is enough, `column` and `minutes` may be left out",
        id: "tajuknya `berkas,sel,id,kolom,semula,menjadi,alasan,berita acara,tanggal,oleh`; cukup `sel` atau `id`, dan `kolom` serta `berita acara` boleh tidak ada"
    }
    corrections_column_twice(header) {
        en: "column `{header}` stands twice in the list of corrections",
        id: "kolom `{header}` ada dua kali dalam daftar koreksi"
    }
    corrections_column_unread(header) {
        en: "column `{header}` of the list of corrections is not read",
        id: "kolom `{header}` dalam daftar koreksi tidak dibaca"
    }
    corrections_two_lists(one, other) {
        en: "the study has two lists of corrections, `{one}` and `{other}`",
        id: "studi ini memiliki dua daftar koreksi, `{one}` dan `{other}`"
    }
    corrections_two_lists_help(one) {
        en: "put all lines into `{one}`",
        id: "gabungkan semua baris ke dalam `{one}`"
    }
    correction_lacks(header) {
        en: "a correction needs `{header}`",
        id: "koreksi harus mengisi `{header}`"
    }
    correction_of_nothing(text) {
        en: "the correction changes nothing: before and after it is {text}",
        id: "koreksi ini tidak mengubah apa pun: sebelum dan sesudahnya {text}"
    }
    correction_without_cell() {
        en: "the correction does not say which cell it is of",
        id: "koreksi ini tidak menyebutkan sel mana yang dikoreksi"
    }
    correction_cell(cell) {
        en: "`{cell}` is no cell",
        id: "`{cell}` bukan sel"
    }
    correction_cell_help() {
        en: "in `cell` stands a column and a row such as `D14` (in a workbook of several sheets `Teknologi!D14`), or the row alone with the header in `column`; in `id` the row's own id",
        id: "isi `sel` dengan kolom dan baris seperti `D14` (dalam buku kerja berlembar banyak `Teknologi!D14`), atau nomor baris saja dengan tajuknya di `kolom`; isi `id` dengan id baris itu"
    }
    correction_column_twice(cell) {
        en: "`{cell}` names a column, and `column` names one too: leave one of the two out",
        id: "`{cell}` sudah menyebut kolom, dan `kolom` juga: kosongkan salah satunya"
    }
    correction_no_file(file) {
        en: "the corrections name `{file}`, which is no file of data here",
        id: "koreksi menyebut `{file}`, yang bukan berkas data di sini"
    }
    correction_file_of_several(file) {
        en: "several files of data are called `{file}`",
        id: "ada beberapa berkas data bernama `{file}`"
    }
    correction_files_alike(files) {
        en: "name it with its folder: {files}",
        id: "sebutkan dengan foldernya: {files}"
    }
    correction_files(files) {
        en: "the files of data are {files}",
        id: "berkas datanya: {files}"
    }
    correction_no_row(file, row) {
        en: "`{file}` has no row {row}",
        id: "`{file}` tidak memiliki baris {row}"
    }
    correction_of_header(row) {
        en: "row {row} is the header or stands above it: only what stands under the header can be corrected",
        id: "baris {row} adalah baris tajuk atau di atasnya: yang dapat dikoreksi hanya isi di bawah tajuk"
    }
    correction_no_column(file, columns) {
        en: "`{file}` has only {columns} columns",
        id: "`{file}` hanya memiliki {columns} kolom"
    }
    correction_column_unknown(name) {
        en: "no column is called `{name}`",
        id: "tidak ada kolom bernama `{name}`"
    }
    correction_column_unread(header) {
        en: "the correction has no effect: column `{header}` is not read",
        id: "koreksi ini tidak berpengaruh: kolom `{header}` tidak dibaca"
    }
    correction_which_column(file) {
        en: "`{file}` has no one column of answers: the correction must name its column",
        id: "`{file}` tidak memiliki satu kolom jawaban: koreksi harus menyebut kolomnya"
    }
    correction_no_ids(file) {
        en: "`{file}` has no column `id`",
        id: "`{file}` tidak memiliki kolom `id`"
    }
    correction_no_id(id, file) {
        en: "no row of `{file}` has the id `{id}`",
        id: "tidak ada baris `{file}` dengan id `{id}`"
    }
    correction_id_twice(id, one, other) {
        en: "the id `{id}` stands in rows {one} and {other}",
        id: "id `{id}` ada pada baris {one} dan {other}"
    }
    correction_other_id(row, id, found) {
        en: "row {row} does not have the id `{id}` but `{found}`",
        id: "baris {row} tidak ber-id `{id}`, melainkan `{found}`"
    }
    correction_other_content(place, held, from) {
        en: "{place} holds {held}, not {from}",
        id: "{place} berisi {held}, bukan {from}"
    }
    correction_after_another(held, from) {
        en: "after an earlier line of this list the cell holds {held}, not {from}",
        id: "sesudah baris sebelumnya dalam daftar ini, sel itu berisi {held}, bukan {from}"
    }
    correction_earlier(place) {
        en: "the earlier line is {place}: keep one of the two, or go on from what it makes of the cell",
        id: "baris sebelumnya: {place}; hapus salah satu, atau lanjutkan dari hasilnya"
    }
    correction_counts_lines(row, sheet) {
        en: "row {row} is counted by the lines of the text; in a spreadsheet it is row {sheet}, since a cell above has several lines",
        id: "baris {row} dihitung menurut baris teks; di aplikasi spreadsheet baris itu bernomor {sheet}, karena ada sel di atasnya yang berisi beberapa baris"
    }
    correction_name_by_id() {
        en: "see that it is the right one; an `id` names it without doubt",
        id: "pastikan barisnya benar; `id` menyebutnya tanpa keraguan"
    }
    correction_row_unread(row, file) {
        en: "the correction has no effect: row {row} of `{file}` is not read",
        id: "koreksi ini tidak berpengaruh: baris {row} dalam `{file}` tidak dibaca"
    }
    is_list_of_corrections(name) {
        en: "this looks like a list of corrections: it is read where it lies in the folder of the study under the name `{name}`",
        id: "ini tampaknya daftar koreksi: daftar itu dibaca bila berada di folder studi dengan nama `{name}`"
    }
    output_is_corrections(name) {
        en: "`{name}` is the name of a list of corrections, which would be read the next time",
        id: "`{name}` adalah nama daftar koreksi, yang akan dibaca pada kali berikutnya"
    }
    correction_done_already() {
        en: "the file as sent has the new answer already: take this line out of the list",
        id: "berkas kiriman sudah berisi jawaban yang baru: hapus baris ini dari daftar koreksi"
    }
    correction_other_content_help() {
        en: "a correction says what was sent; most likely the row is another one, or a newer file has come",
        id: "koreksi menyebut isi kiriman; mungkin barisnya keliru, atau sudah ada kiriman yang lebih baru"
    }
}
