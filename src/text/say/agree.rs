//! Coders side by side, and samples for a second coder.

use crate::text::{Sentence, Word};

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
    matrix_columns(names) {
        en: "the columns are: {names}",
        id: "kolomnya: {names}"
    }
    matrix_no_column(name, option) {
        en: "`{option}` names the column `{name}`, which the table does not have",
        id: "`{option}` menyebut kolom `{name}`, yang tidak ada di tabel"
    }
    matrix_total_row(name) {
        en: "the last row `{name}` sums up those above and is left out",
        id: "baris terakhir `{name}` merangkum baris di atasnya dan tidak dihitung"
    }
    matrix_left_out(names) {
        en: "columns that are no coders and are left out: {names}",
        id: "kolom yang bukan pengode dan tidak dihitung: {names}"
    }
    matrix_left_out_help() {
        en: "`--coders` names the columns of the coders, `--leave-out` those that are none",
        id: "`--coders` menyebut kolom para pengode, `--leave-out` kolom yang bukan pengode"
    }
    matrix_no_unit(name) {
        en: "the first column `{name}` holds only values of the scale: it is read as a coder, and no column names the units",
        id: "kolom pertama `{name}` hanya berisi nilai skala: dibaca sebagai pengode, dan tidak ada kolom nama unit"
    }
    matrix_no_unit_help(name, typed) {
        en: "if `{name}` names the units, add `--unit {typed}`",
        id: "bila `{name}` memuat nama unit, tambahkan `--unit {typed}`"
    }
    matrix_unit_open(name) {
        en: "the first column `{name}` may number the units, or hold what a coder gave",
        id: "kolom pertama `{name}` dapat berupa nomor unit, dapat pula nilai dari seorang pengode"
    }
    matrix_unit_choice(typed) {
        en: "it names the units: `--unit {typed}`",
        id: "memuat nama unit: `--unit {typed}`"
    }
    matrix_coders_choice(typed) {
        en: "it is a coder: `--coders {typed}`",
        id: "seorang pengode: `--coders {typed}`"
    }
    matrix_shape_open() {
        en: "the table can be read in more than one way",
        id: "tabel ini dapat dibaca dengan lebih dari satu cara"
    }
    matrix_shape_choice(shape, units, coders) {
        en: "`--shape {shape}`: {units} units and {coders} coders",
        id: "`--shape {shape}`: {units} unit dan {coders} pengode"
    }
    matrix_no_long() {
        en: "a table with one coding in each row needs a column of the unit, one of the coder and one of the value",
        id: "tabel dengan satu pengodean per baris memerlukan kolom unit, kolom pengode, dan kolom nilai"
    }
    matrix_no_long_help() {
        en: "call them `unit`, `coder` and `value`; `--unit` names another column of the units",
        id: "beri judul `unit`, `pengode`, dan `nilai`; `--unit` menyebut kolom unit yang lain"
    }
    matrix_coding_unnamed() {
        en: "this row names no coder",
        id: "baris ini tidak menyebut pengode"
    }
    matrix_coding_twice(coder, unit, line) {
        en: "`{coder}` codes the unit `{unit}` in line {line} already",
        id: "`{coder}` sudah mengode unit `{unit}` di baris {line}"
    }
    matrix_no_count(cell) {
        en: "`{cell}` is no count of coders",
        id: "`{cell}` bukan banyaknya pengode"
    }
    matrix_no_count_help() {
        en: "in this layout cells hold whole numbers: how many gave the category; `--shape units` reads a column for each coder",
        id: "pada susunan ini sel berisi bilangan bulat: berapa yang memberi kategori itu; `--shape units` membaca satu kolom untuk tiap pengode"
    }
    matrix_counts_differ(least, most) {
        en: "not every unit was judged by as many coders: from {least} to {most}",
        id: "banyaknya pengode tidak sama untuk tiap unit: dari {least} sampai {most}"
    }
    matrix_too_many(count, most) {
        en: "the counts stand for {count} codings or more; at most {most} can be taken",
        id: "jumlahnya mewakili {count} pengodean atau lebih; paling banyak {most} yang dapat diolah"
    }
    matrix_not_square() {
        en: "a table of two coders has the same categories in its rows and in its columns",
        id: "tabel dua pengode memuat kategori yang sama pada baris dan pada kolom"
    }
    matrix_not_square_help(columns, rows) {
        en: "columns: {columns}; rows: {rows}",
        id: "kolom: {columns}; baris: {rows}"
    }
    levels_are(names) {
        en: "the scale, lowest first: {names}",
        id: "skalanya, mulai dari yang terendah: {names}"
    }
    no_level_of_scale(word) {
        en: "`{word}` is no level of the scale",
        id: "`{word}` bukan level pada skala"
    }
    levels_assumed(names) {
        en: "the words are read as a scale, lowest first: {names}",
        id: "kata-katanya dibaca sebagai skala, mulai dari yang terendah: {names}"
    }
    levels_help(words) {
        en: "name the order of these words, lowest first, with `--levels \"…,…\"`: {words}",
        id: "sebutkan urutan kata-kata ini, mulai dari yang terendah, dengan `--levels \"…,…\"`: {words}"
    }
    levels_other(typed) {
        en: "for another order write it out, lowest first: `--levels \"{typed}\"` is the one taken",
        id: "untuk urutan lain, tulis urutannya mulai dari yang terendah: yang dipakai ini `--levels \"{typed}\"`"
    }
    levels_without_order() {
        en: "these words look like a scale, but which order they have is not clear: they count as categories without order",
        id: "kata-kata ini tampak seperti skala, tetapi urutannya tidak jelas: dihitung sebagai kategori tanpa urutan"
    }
    matrix_words_help() {
        en: "leave out `--scale` and name the order of the words with `--levels`, lowest first; a column that is no coder goes with `--leave-out`",
        id: "hapus `--scale` dan sebutkan urutan katanya dengan `--levels`, mulai dari yang terendah; kolom yang bukan pengode disebut dengan `--leave-out`"
    }
    matrix_word_among_numbers(word) {
        en: "the table holds numbers: write the number for `{word}`; a column that is no coder goes with `--leave-out`",
        id: "tabel ini berisi angka: ganti `{word}` dengan angkanya; kolom yang bukan pengode disebut dengan `--leave-out`"
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
        id: "lembar pengode kedua kembali tanpa nama di kolom `pengode`, sehingga levelnya tidak dapat dibandingkan: {count} baris"
    }
    levels_without_coder_help() {
        en: "write the coder's name into the column `coder` of each of these rows",
        id: "tulis nama pengode di kolom `pengode` pada setiap baris itu"
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
    option_of_study(option) {
        en: "`{option}` selects rows of a study: with `--matrix` it has no effect",
        id: "`{option}` memilih baris sebuah studi: bersama `--matrix` tidak berpengaruh"
    }
    option_of_matrix(option) {
        en: "`{option}` belongs to `--matrix`: in a study it has no effect",
        id: "`{option}` hanya untuk `--matrix`: pada studi tidak berpengaruh"
    }
    option_of_blind(option) {
        en: "`{option}` belongs to `--blind`: an empty form holds no rows to choose from",
        id: "`{option}` hanya untuk `--blind`: formulir kosong tidak memuat baris yang dapat dipilih"
    }
    no_earlier_values(name) {
        en: "`{name}` has no earlier value of this region",
        id: "`{name}` tidak memuat nilai terdahulu wilayah ini"
    }
    no_earlier_values_help() {
        en: "name the region with `--region` and the new round with `--wave`; the values of earlier rounds stand beside it",
        id: "sebutkan wilayahnya dengan `--region` dan periode barunya dengan `--wave`; nilai periode sebelumnya berdiri di sampingnya"
    }
    option_of_form(option) {
        en: "`{option}` belongs to an empty form: a sample has the rows of its data",
        id: "`{option}` hanya untuk formulir kosong: sampel memuat baris datanya sendiri"
    }
    option_of_other_shape(option, shape) {
        en: "`{option}` has no effect with `--shape {shape}`",
        id: "`{option}` tidak berpengaruh bersama `--shape {shape}`"
    }
    resamples_without_draws(option) {
        en: "`{option}` has no effect: the jackknife leaves out one after the other and draws nothing",
        id: "`{option}` tidak berpengaruh: jackknife meninggalkan satu per satu dan tidak menarik sampel"
    }
    interval_without_resamples(option) {
        en: "`{option}` has no effect with `--resamples 0`, which asks for no interval",
        id: "`{option}` tidak berpengaruh bersama `--resamples 0`, yang berarti tanpa interval"
    }
    levels_or_scale() {
        en: "`--levels` names the words of the scale, `--scale` the ends of a scale of numbers: give one of them",
        id: "`--levels` menyebut kata-kata skala, `--scale` ujung skala angka: pakai salah satu"
    }
    levels_unsound(levels) {
        en: "`{levels}` is no scale: write two words or more, each once, the lowest first",
        id: "`{levels}` bukan skala: tulis dua kata atau lebih, masing-masing sekali, mulai dari yang terendah"
    }
    metric_needs_order(metric) {
        en: "the values are words without order, so that `--metric {metric}` means nothing",
        id: "nilainya berupa kata tanpa urutan, sehingga `--metric {metric}` tidak berarti"
    }
    matrix_many_numbers(count) {
        en: "{count} different whole numbers are taken as measured numbers, with interval distances",
        id: "{count} bilangan bulat yang berbeda dianggap hasil pengukuran, dengan jarak interval"
    }
    matrix_many_numbers_help() {
        en: "if they are codes of categories: `--metric nominal`; if levels: `--metric ordinal`; `--metric interval` says that they are measured",
        id: "bila kode kategori: `--metric nominal`; bila level: `--metric ordinal`; `--metric interval` menyatakan hasil pengukuran"
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
        en: "{asked} units were asked for, but only {units} have a level: at most `--sample {units}`",
        id: "diminta {asked} unit, tetapi yang memiliki level hanya {units}: paling banyak `--sample {units}`"
    }
    nothing_to_sample() {
        en: "no primary row gives a level, so there is nothing for a second coder to repeat",
        id: "tidak ada baris utama yang memberi level, sehingga tidak ada yang dapat dikode ulang"
    }
    template_is_csv(name) {
        en: "a table to be filled in is CSV or XLSX: let the name `{name}` end in .csv or .xlsx",
        id: "tabel untuk diisi berformat CSV atau XLSX: beri `{name}` akhiran .csv atau .xlsx"
    }
}
