//! The guided self-assessment: what it cannot go on from, and what is no answer.

use crate::text::{Sentence, Word};

sentences! {
    guide_output_help() {
        en: "as in `siap assess -f spbe-2020 --region \"Kab. OKI\" --wave 2026 -o answers.csv`",
        id: "misalnya `siap assess -f spbe-2020 --region \"Kab. OKI\" --wave 2026 -o jawaban.csv`"
    }
    guide_no_terminal() {
        en: "`siap assess` asks and answers on a terminal, and there is none here",
        id: "`siap assess` bertanya jawab di terminal, sedangkan di sini tidak ada terminal"
    }
    guide_no_terminal_help(framework) {
        en: "for a table to fill in elsewhere: `siap template -f {framework} -o form.csv`",
        id: "untuk tabel yang diisi di tempat lain: `siap template -f {framework} -o formulir.csv`"
    }
    guide_questionnaire(framework) {
        en: "`{framework}` is a questionnaire of many respondents, not a self-assessment of one region",
        id: "`{framework}` adalah kuesioner bagi banyak responden, bukan penilaian mandiri satu wilayah"
    }
    guide_use_template(framework) {
        en: "one row for each respondent goes into the table of `siap template -f {framework}`",
        id: "satu baris bagi setiap responden diisikan ke tabel dari `siap template -f {framework}`"
    }
    guide_standard_input() {
        en: "`-` is no data here: what is typed are the answers",
        id: "`-` bukan data di sini: yang diketik adalah jawabannya"
    }
    guide_option_without_data(option) {
        en: "`{option}` says how earlier data are read, and none are named",
        id: "`{option}` mengatur cara membaca data terdahulu, padahal tidak ada data yang disebut"
    }
    guide_option_as() {
        en: "`--as` has no effect here: answers belong to the framework they are asked under",
        id: "`--as` tidak berpengaruh di sini: jawaban milik kerangka yang menanyakannya"
    }
    guide_file_is_left() {
        en: "the file is left as it is; choose another name with `-o`",
        id: "berkas dibiarkan apa adanya; pilih nama lain dengan `-o`"
    }
    guide_no_plain_file() {
        en: "this is no plain file: answers could not be kept there",
        id: "ini bukan berkas biasa: jawaban tidak dapat disimpan di sana"
    }
    guide_changed_meanwhile(name) {
        en: "`{name}` was changed by somebody else meanwhile; your last answer is not in it",
        id: "`{name}` sementara itu diubah pihak lain; jawaban terakhir Anda tidak ada di dalamnya"
    }
    guide_begin_again() {
        en: "begin again with the same command: it goes on from what stands in the file now",
        id: "mulai lagi dengan perintah yang sama: isian dilanjutkan dari isi berkas sekarang"
    }
    guide_unknown_region(name) {
        en: "there is no region `{name}` in the register",
        id: "tidak ada wilayah `{name}` dalam daftar wilayah"
    }
    guide_region_help() {
        en: "name a kabupaten, kota or provinsi, or its code such as 16.02",
        id: "sebutkan kabupaten, kota, atau provinsi, atau kodenya seperti 16.02"
    }
    guide_which_region(name) {
        en: "`{name}` may be several regions",
        id: "`{name}` dapat berarti beberapa wilayah"
    }
    guide_one_of(names) {
        en: "name one of {names}",
        id: "sebutkan salah satu: {names}"
    }
    guide_no_wave(word) {
        en: "`{word}` is no wave: give a year such as 2026, or a name",
        id: "`{word}` bukan periode: tulis tahun seperti 2026, atau sebuah nama"
    }
    guide_column_twice(header) {
        en: "the column `{header}` means the same as one before it",
        id: "kolom `{header}` sama artinya dengan kolom sebelumnya"
    }
    guide_not_long() {
        en: "this is no file of `siap assess`: its first line has no columns for region and indicator",
        id: "ini bukan berkas `siap assess`: baris pertamanya tidak memiliki kolom wilayah dan indikator"
    }
    guide_several_in_line() {
        en: "this line holds several answers; `siap assess` keeps one in a line",
        id: "baris ini memuat beberapa jawaban; `siap assess` menyimpan satu per baris"
    }
    guide_row_aside() {
        en: "this line is no answer, and would be lost",
        id: "baris ini bukan jawaban, dan akan hilang"
    }
    guide_other_region(theirs, ours) {
        en: "this row is about `{theirs}`, not about {ours}",
        id: "baris ini tentang `{theirs}`, bukan {ours}"
    }
    guide_other_wave(theirs, ours) {
        en: "this row is of the wave {theirs}, not of {ours}",
        id: "baris ini dari periode {theirs}, bukan {ours}"
    }
    guide_other_stage() {
        en: "this row is of another stage than a self-assessment",
        id: "baris ini dari tahap lain, bukan penilaian mandiri"
    }
    guide_other_framework(theirs, ours) {
        en: "this row belongs to the framework `{theirs}`, not to `{ours}`",
        id: "baris ini milik kerangka `{theirs}`, bukan `{ours}`"
    }
    guide_item_with_answer(code) {
        en: "the row of the item `{code}` has an answer of its indicator, too",
        id: "baris butir `{code}` juga berisi jawaban indikatornya"
    }
    guide_item_twice(code) {
        en: "the item `{code}` has two rows",
        id: "butir `{code}` memiliki dua baris"
    }
    guide_answer_twice(indicator) {
        en: "`{indicator}` is answered in two rows",
        id: "`{indicator}` dijawab dalam dua baris"
    }
    guide_direction_of_level(indicator) {
        en: "`{indicator}` is answered with a level or a number, not with a direction",
        id: "`{indicator}` dijawab dengan tingkat atau angka, bukan arah"
    }
    guide_keys() {
        en: "the line holds keys that are no letters (arrows, for one): type it again",
        id: "baris itu memuat tombol yang bukan huruf (misalnya panah): ketik sekali lagi"
    }
    guide_empty() {
        en: "no answer yet: type one, or `skip`",
        id: "belum ada jawaban: ketik jawabannya, atau `lewati`"
    }
    guide_number_wanted(word) {
        en: "`{word}` is not one plain number",
        id: "`{word}` bukan satu angka"
    }
    guide_direction_wanted(word) {
        en: "`{word}` is none of supporting (+), inhibiting (-) and neutral (0)",
        id: "`{word}` bukan pendukung (+), penghambat (-), atau netral (0)"
    }
    guide_count_wanted(word) {
        en: "`{word}` is no count: give 0 or more",
        id: "`{word}` bukan jumlah: tulis 0 atau lebih"
    }
    guide_decimal(word) {
        en: "`{word}` may be a decimal number or thousands: write it with one zero more behind, or without a sign",
        id: "`{word}` dapat berarti desimal atau ribuan: tulis dengan satu nol lagi di belakang, atau tanpa tanda"
    }
    guide_items_wanted(count) {
        en: "type numbers from 1 to {count}, such as `1 3` or `1-2`, `all`, or 0 for none",
        id: "ketik nomor 1 sampai {count}, misalnya `1 3` atau `1-2`, `semua`, atau 0 bila tidak ada"
    }
    guide_must_apply(indicator) {
        en: "`{indicator}` applies everywhere: the framework does not take \"does not apply\" here",
        id: "`{indicator}` berlaku di mana pun: kerangka ini tidak menerima \"tidak berlaku\" di sini"
    }
    guide_must_apply_help() {
        en: "answer with what there is, or `skip` to leave it open",
        id: "jawab menurut keadaan, atau `lewati` agar tetap terbuka"
    }
    guide_at_start() {
        en: "this is the first question",
        id: "ini pertanyaan pertama"
    }
    guide_no_indicator(name, framework) {
        en: "`{name}` is no indicator of `{framework}`",
        id: "`{name}` bukan indikator `{framework}`"
    }
}
