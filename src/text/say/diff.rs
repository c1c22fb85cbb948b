//! Two sides that are held against each other.

use crate::text::{Sentence, Word};

sentences! {
    diff_needs_sides() {
        en: "there is one side only, and nothing to hold it against",
        id: "hanya ada satu sisi, tidak ada pembandingnya"
    }
    diff_sides_help() {
        en: "name two data, as `siap diff before.csv after.csv`, or one with `--wave A..B`, `--stage A..B` or `--coder A..B`; a study with `koreksi.csv` needs none of them: it is shown as sent and corrected",
        id: "sebutkan dua data, misalnya `siap diff sebelum.csv sesudah.csv`, atau satu dengan `--wave A..B`, `--stage A..B`, atau `--coder A..B`; studi dengan `koreksi.csv` tidak memerlukan semua itu: ditampilkan sebelum dan sesudah koreksi"
    }
    diff_too_many_data(count) {
        en: "two sides can be held against each other, not {count}",
        id: "yang dapat dibandingkan hanya dua sisi, bukan {count}"
    }
    diff_folder_help() {
        en: "where one side has several files, put them into a folder of their own and name the folder",
        id: "bila satu sisi terdiri dari beberapa berkas, taruh dalam satu folder lalu sebutkan foldernya"
    }
    diff_data_and_range(option) {
        en: "two data are two sides already: `{option} A..B` would make four",
        id: "dua data sudah merupakan dua sisi: `{option} A..B` membuatnya menjadi empat"
    }
    diff_data_and_range_help(option) {
        en: "leave out `{option}`, or name one of the data only",
        id: "hilangkan `{option}`, atau sebutkan satu data saja"
    }
    diff_two_ranges(options) {
        en: "sides are told apart by one thing at a time, not by {options} together",
        id: "kedua sisi dibedakan oleh satu hal saja, bukan oleh {options} sekaligus"
    }
    diff_range_wanted(word, option) {
        en: "`{word}` is not possible for `{option}`: two different ends with two dots between them, as `{option} A..B`",
        id: "`{word}` tidak dapat dipakai untuk `{option}`: dua ujung yang berbeda dengan dua titik di antaranya, misalnya `{option} A..B`"
    }
    diff_unknown_coder(coder, coders) {
        en: "nobody called `{coder}` coded anything; the data have: {coders}",
        id: "tidak ada pengode bernama `{coder}`; yang ada dalam data: {coders}"
    }
    diff_no_coders(coder) {
        en: "no row says who coded it, so that `{coder}` is not to be found",
        id: "tidak ada baris yang menyebut pengodenya, sehingga `{coder}` tidak ditemukan"
    }
    diff_side_without_data(side) {
        en: "the side `{side}` has no data of what is asked for",
        id: "sisi `{side}` tidak berisi data yang diminta"
    }
    diff_other_frameworks() {
        en: "the two sides stand under different frameworks or versions, whose levels and scores cannot be held against each other",
        id: "kedua sisi memakai kerangka atau versi yang berbeda, sehingga level dan skornya tidak dapat dibandingkan"
    }
    diff_side_frameworks(side, frameworks) {
        en: "{side}: {frameworks}",
        id: "{side}: {frameworks}"
    }
    diff_framework_named(id, version) {
        en: "`{id}` version {version}",
        id: "`{id}` versi {version}"
    }
    diff_framework_changed(id) {
        en: "the files of `{id}` are not the same on both sides, though they name one version: give the new one a version of its own",
        id: "berkas `{id}` pada kedua sisi tidak sama walau versinya sama: beri versi lain untuk yang baru"
    }
    diff_as_help() {
        en: "`--as ID` shows both sides under one framework, where a crosswalk joins them",
        id: "`--as ID` menampilkan kedua sisi di bawah satu kerangka, bila ada padanan yang menghubungkannya"
    }
    diff_framework_left_out(id, side) {
        en: "`{id}` is left out: it has rows of {side} only",
        id: "`{id}` tidak disertakan: hanya berisi baris {side}"
    }
}
