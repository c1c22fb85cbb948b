//! Files and folders that are given without a command.

use crate::text::{Sentence, Word};

sentences! {
    dropped_not_a_form() {
        en: "the other files are workbooks of siap and this one is not: if it holds no answers, move it out of the folder",
        id: "berkas lain adalah formulir siap, sedangkan yang ini bukan: bila tidak berisi jawaban, pindahkan dari folder ini"
    }
    form_of_other_round(region, wave, most) {
        en: "`{region}` says {wave}, most of the others {most}: it is not compared with them",
        id: "`{region}` menyebut {wave}, kebanyakan yang lain {most}: tidak ikut dibandingkan"
    }
    form_of_other_round_help() {
        en: "if it is of the same year, mend the year on its first page",
        id: "bila sebenarnya dari tahun yang sama, perbaiki tahunnya di halaman pertama"
    }
    dropped_no_such_file(name) {
        en: "there is no file or folder `{name}`",
        id: "tidak ada berkas atau folder `{name}`"
    }
    dropped_option(option) {
        en: "`{option}` belongs to a command; without one only `-f` and `--lang` can be given",
        id: "`{option}` milik sebuah perintah; tanpa perintah hanya `-f` dan `--lang` yang dapat dipakai"
    }
    dropped_option_help(line) {
        en: "with a command: `{line}`",
        id: "dengan perintah: `{line}`"
    }
    dropped_option_value(option) {
        en: "`{option}` needs a value behind it",
        id: "`{option}` memerlukan nilai di belakangnya"
    }
    dropped_commands() {
        en: "`siap --help` lists the commands; a file or a folder needs none",
        id: "`siap --help` menampilkan perintah; berkas atau folder tidak memerlukannya"
    }
    dropped_no_framework() {
        en: "no built-in framework knows what these tables are about",
        id: "tidak ada kerangka bawaan yang mengenal isi tabel ini"
    }
    dropped_no_framework_help(line) {
        en: "name the framework, or your own file of one: `{line}`; `siap framework list` shows which there are",
        id: "sebutkan kerangkanya, atau berkas kerangka sendiri: `{line}`; `siap framework list` menampilkan yang tersedia"
    }
    dropped_several_frameworks(files, ids) {
        en: "{files} may belong to {ids}",
        id: "{files} dapat menggunakan {ids}"
    }
    dropped_several_frameworks_line(line) {
        en: "say which: `{line}`",
        id: "sebutkan: `{line}`"
    }
    dropped_mark_unknown(id) {
        en: "the workbook was made for the framework `{id}`, which is not built in",
        id: "buku kerja ini dibuat untuk kerangka `{id}`, yang bukan kerangka bawaan"
    }
    target_of_form(target) {
        en: "the target `{target}` on the first sheet is no number and no category here; the next category is taken",
        id: "target `{target}` di lembar pertama bukan angka dan bukan predikat di sini; yang dipakai predikat berikutnya"
    }
    target_of_form_help(bands) {
        en: "a number, or one of: {bands}",
        id: "angka, atau salah satu dari: {bands}"
    }
    targets_differ(one, other) {
        en: "the first sheets name different targets, `{one}` and `{other}`; the next category is taken for each",
        id: "lembar pertama menyebut target berbeda, `{one}` dan `{other}`; yang dipakai predikat berikutnya masing-masing"
    }
    no_place_for_result(name) {
        en: "more than 99 results stand in the way of `{name}`",
        id: "lebih dari 99 hasil menghalangi `{name}`"
    }
    no_place_for_result_help() {
        en: "move old results to another folder",
        id: "pindahkan hasil lama ke folder lain"
    }
    offer_not_a_choice(word) {
        en: "`{word}` is no number of the list and no file",
        id: "`{word}` bukan nomor di daftar dan bukan berkas"
    }
}
