//! Coders side by side, and samples for a second coder.

use crate::text::{Lang, Sentence, Text, Word};

// A table of units by coders.
sentences! {
    matrix_one_column() {
        en: "the table has no column of a coder",
        id: "tabel tidak memuat kolom pengode"
    }
    matrix_columns_help() {
        en: "the first column names the unit, each further column holds the levels of one coder; columns are parted by `,` `;` or tab",
        id: "kolom pertama memuat nama unit, setiap kolom berikutnya berisi level dari satu pengode; pemisah kolom `,` `;` atau tab"
    }
    matrix_coder_twice(coder) {
        en: "two columns carry the name `{coder}`",
        id: "ada dua kolom bernama `{coder}`"
    }
    matrix_empty_column(coder) {
        en: "the column `{coder}` holds no value and counts as no coder",
        id: "kolom `{coder}` tidak berisi nilai dan tidak dihitung sebagai pengode"
    }
    matrix_unit_twice(unit, line) {
        en: "the unit `{unit}` stands in line {line} already",
        id: "unit `{unit}` sudah ada di baris {line}"
    }
    matrix_unit_twice_help() {
        en: "both rows count, as two units",
        id: "kedua baris dihitung sebagai dua unit"
    }
    matrix_outside_scale(level, min, max) {
        en: "`{level}` is no level of the scale {min}..{max}",
        id: "`{level}` bukan level pada skala {min}..{max}"
    }
    matrix_words_help() {
        en: "write levels as numbers; words are read as categories only where every cell holds one and no scale is given",
        id: "tulis level sebagai angka; kata dibaca sebagai kategori hanya bila semua sel berisi kata dan skala tidak disebutkan"
    }
}

// Coders who are not named.
sentences! {
    levels_without_coder(count) {
        en: "rows of this file that give a level and name no coder, so that they are in no figure of agreement: {count}",
        id: "baris berkas ini yang memberi level tanpa menyebut pengode, sehingga tidak masuk angka kesepakatan: {count}"
    }
    sample_without_coder(count) {
        en: "the sheet of a second coder came back without a name in `coder`, so that none of its levels can be compared: {count} rows",
        id: "lembar pengode kedua kembali tanpa nama di kolom `coder`, sehingga levelnya tidak dapat dibandingkan: {count} baris"
    }
    levels_without_coder_help() {
        en: "write the coder's name into the column `coder` of each of these rows",
        id: "tulis nama pengode di kolom `coder` (`pengode`) pada setiap baris itu"
    }
}

// Options of `agree` and `template`.
sentences! {
    value_not_understood(value, option) {
        en: "`{value}` is not possible for `{option}`",
        id: "`{value}` tidak dapat dipakai untuk `{option}`"
    }
    whole_number_help() {
        en: "give a whole number of 0 or more",
        id: "tulis bilangan bulat 0 atau lebih"
    }
    resamples_help() {
        en: "give 0 for none, or a number from 2 to 1000000",
        id: "tulis 0 bila tidak diperlukan, atau angka dari 2 sampai 1000000"
    }
    scale_help() {
        en: "give the lowest and the highest level as whole numbers, lowest first: `0..4`",
        id: "tulis level terendah dan tertinggi sebagai bilangan bulat, yang terendah lebih dahulu: `0..4`"
    }
    sample_help() {
        en: "give a share such as `20%` or a number of units such as `40`, above 0",
        id: "tulis bagian seperti `20%` atau jumlah unit seperti `40`, lebih dari 0"
    }
    clusters_need_regions() {
        en: "a plain table of units has no regions to draw: leave out `--cluster`",
        id: "tabel unit tidak memuat wilayah yang dapat ditarik: hapus `--cluster`"
    }
    scale_of_matrix_only() {
        en: "`--scale` belongs to `--matrix`: the scale of a study stands in its framework",
        id: "`--scale` hanya untuk `--matrix`: skala studi tercantum dalam kerangkanya"
    }
    sample_too_large(asked, units) {
        en: "{asked} units were asked for, but only {units} have a level",
        id: "diminta {asked} unit, tetapi yang memiliki level hanya {units}"
    }
    nothing_to_sample() {
        en: "no primary row gives a level, so there is nothing for a second coder to repeat",
        id: "tidak ada baris utama yang memberi level, sehingga tidak ada yang dapat dikode ulang"
    }
    template_is_csv(name) {
        en: "a table to be filled in is CSV, which the ending of `{name}` does not say: use .csv",
        id: "tabel untuk diisi berformat CSV, tidak sesuai dengan akhiran `{name}`: pakai .csv"
    }
    sample_needs_blind() {
        en: "`--sample` and `--seed` belong to `--blind`",
        id: "`--sample` dan `--seed` hanya untuk `--blind`"
    }
}
