//! Questionnaires, their matrices and sets of bands.

use crate::text::{Sentence, Word};

// Sets of bands.
sentences! {
    unknown_band_set(id) {
        en: "there is no set of bands `{id}`",
        id: "tidak ada himpunan kategori `{id}`"
    }
    known_band_sets(ids) {
        en: "built in are: {ids}; a path ending in .toml names a file of your own",
        id: "yang tersedia: {ids}; path berakhiran .toml menunjuk berkas Anda sendiri"
    }
    band_set_twice(one, other, measure) {
        en: "`{one}` and `{other}` both name bands of `{measure}`: choose one of them",
        id: "`{one}` dan `{other}` sama-sama memuat kategori untuk `{measure}`: pilih salah satu"
    }
    bands_or_classes() {
        en: "a set of bands has either [[band]] with its limits or [[class]] of equal width",
        id: "himpunan kategori memuat [[band]] beserta batasnya atau [[class]] selebar sama, salah satu saja"
    }
    classes_need_no_decimals() {
        en: "classes of equal width are looked up unrounded, so `decimals` means nothing here",
        id: "kelas selebar sama dicari tanpa pembulatan, sehingga `decimals` tidak berarti di sini"
    }
    bands_decimals() {
        en: "`decimals` is at most 6",
        id: "`decimals` paling besar 6"
    }
    bands_need_scale() {
        en: "bands of a mean need the ends of the scale they are printed for, such as scale = [1, 5]",
        id: "kategori rata-rata memerlukan ujung skalanya, misalnya scale = [1, 5]"
    }
    band_upside_down(from, to) {
        en: "the band starts at {from}, above its end {to}",
        id: "kategori ini mulai dari {from}, di atas batas akhirnya {to}"
    }
    band_hole(wanted, from) {
        en: "a hole in front of this band: it starts at {from}, the value {wanted} belongs nowhere",
        id: "ada celah sebelum kategori ini: mulainya {from}, nilai {wanted} tidak masuk kategori mana pun"
    }
    band_hole_help(decimals) {
        en: "a value is rounded to {decimals} decimal(s) before it is looked up (`decimals`), so each band starts one unit of the last digit behind the one below",
        id: "nilai dibulatkan ke {decimals} angka desimal sebelum dicari (`decimals`), jadi tiap kategori mulai satu satuan angka terakhir di atas kategori sebelumnya"
    }
    band_limit_shared(limit) {
        en: "{limit} belongs both to this band and to the one below it",
        id: "{limit} masuk kategori ini dan juga kategori di bawahnya"
    }
    band_overlap(from, to) {
        en: "this band and the one below it overlap from {from} to {to}",
        id: "kategori ini bertumpang tindih dengan yang di bawahnya dari {from} sampai {to}"
    }
    band_overlap_help() {
        en: "a value belongs to one band only: say on which side of the limit it stands, as 1.80 and 1.81",
        id: "satu nilai hanya masuk satu kategori: tentukan batasnya, misalnya 1.80 dan 1.81"
    }
    band_end(reached, end) {
        en: "the bands end at {reached}, not at {end}",
        id: "kategorinya berakhir di {reached}, bukan di {end}"
    }
}

// A matrix of respondents by items.
sentences! {
    responses_without_items() {
        en: "the header has no item: the first column names the respondent, each further one is an item",
        id: "baris judul tidak memuat butir: kolom pertama menyebut responden, setiap kolom berikutnya satu butir"
    }
    responses_item_unnamed(number) {
        en: "column {number} has no header",
        id: "kolom {number} tidak berjudul"
    }
    responses_item_twice(item) {
        en: "the item `{item}` stands twice in the header",
        id: "butir `{item}` ada dua kali di baris judul"
    }
    responses_word(cell, item) {
        en: "`{cell}` under item `{item}` is no number",
        id: "`{cell}` pada butir `{item}` bukan angka"
    }
    responses_word_help() {
        en: "answers are numbers, or words whose order `--levels` names, lowest first; an empty cell is no answer",
        id: "jawaban berupa angka, atau kata yang urutannya disebut dengan `--levels`, mulai dari yang terendah; sel kosong berarti tidak dijawab"
    }
    hint_responses_by() {
        en: "a column that splits the respondents is named with `--by`, one that is no item with `--leave-out`",
        id: "kolom yang membagi responden disebut dengan `--by`, kolom yang bukan butir dengan `--leave-out`"
    }
    responses_left_out(names) {
        en: "columns that are no items and are left out: {names}",
        id: "kolom yang bukan butir dan tidak dihitung: {names}"
    }
    responses_left_out_help() {
        en: "`--by` splits the respondents by such a column; an item among them is named in `--construct`",
        id: "`--by` membagi responden menurut kolom seperti itu; butir di antaranya disebut dalam `--construct`"
    }
    responses_first_is_item(name) {
        en: "the first column `{name}` holds answers: it is read as an item, and no column names the respondents",
        id: "kolom pertama `{name}` berisi jawaban: dibaca sebagai butir, dan tidak ada kolom nama responden"
    }
    responses_first_is_item_help(name, typed) {
        en: "if `{name}` is no item, add `--leave-out {typed}`",
        id: "bila `{name}` bukan butir, tambahkan `--leave-out {typed}`"
    }
    responses_first_open(name) {
        en: "the first column `{name}` may number the respondents, or be an item",
        id: "kolom pertama `{name}` dapat berupa nomor responden, dapat pula sebuah butir"
    }
    responses_first_open_help(typed) {
        en: "if it is no item, add `--leave-out {typed}`; if it is one, name it in `--construct`, or put a column `responden` before it",
        id: "bila bukan butir, tambahkan `--leave-out {typed}`; bila butir, sebutkan dalam `--construct`, atau tambahkan kolom `responden` di depannya"
    }
    responses_levels_open(words) {
        en: "the answers are words of a scale of which it is not clear how many levels it has, or in which order: {words}",
        id: "jawabannya kata-kata suatu skala yang tidak jelas banyak levelnya atau urutannya: {words}"
    }
    responses_words_and_scale(names, min, max) {
        en: "the words of the scale ({names}) are not as many as the levels from {min} to {max}",
        id: "banyaknya kata pada skala ({names}) tidak sama dengan level dari {min} sampai {max}"
    }
    responses_item_of_study(item) {
        en: "the framework has no item `{item}`",
        id: "kerangka ini tidak memuat butir `{item}`"
    }
    responses_outside_scale(value, item, min, max) {
        en: "the answer {value} to item `{item}` is outside the scale from {min} to {max}",
        id: "jawaban {value} pada butir `{item}` di luar skala {min} sampai {max}"
    }
    responses_respondent_twice(name) {
        en: "the respondent `{name}` stands in more than one row: each row counts as one respondent",
        id: "responden `{name}` ada di lebih dari satu baris: setiap baris dihitung satu responden"
    }
    responses_unknown_item(item) {
        en: "the matrix has no item `{item}`",
        id: "matriks ini tidak memuat butir `{item}`"
    }
    responses_items(items) {
        en: "its items: {items}",
        id: "butirnya: {items}"
    }
    responses_unknown_column(column) {
        en: "the matrix has no column `{column}`",
        id: "matriks ini tidak memuat kolom `{column}`"
    }
    responses_bad_scale(scale) {
        en: "`{scale}` is no scale: write its ends as 1..5",
        id: "`{scale}` bukan skala: tulis ujungnya seperti 1..5"
    }
    reverse_needs_scale() {
        en: "items can be reversed only on a known scale: add --scale, as --scale 1..5",
        id: "butir hanya dapat dibalik bila skalanya diketahui: tambahkan --scale, misalnya --scale 1..5"
    }
    constructs_overlap(item, one, other) {
        en: "`{item}` is in two constructs, `{one}` and `{other}`: its validity can be told against one only",
        id: "`{item}` berada dalam dua konstruk, `{one}` dan `{other}`: validitasnya hanya dapat dinyatakan terhadap satu konstruk"
    }
    constructs_overlap_help() {
        en: "run `siap reliability` once for each of the constructs",
        id: "jalankan `siap reliability` sekali untuk tiap konstruk"
    }
    bad_construct(text) {
        en: "`{text}` is no construct: write its name, `=`, and two items or more, as X1=q1,q2,q3",
        id: "`{text}` bukan konstruk: tulis namanya, `=`, lalu dua butir atau lebih, seperti X1=q1,q2,q3"
    }
}

// Respondents and items of a study.
sentences! {
    no_questionnaire_items(framework, kinds) {
        en: "the framework `{framework}` has no indicator of kind {kinds}: there are no questionnaire items",
        id: "kerangka `{framework}` tidak memiliki indikator berjenis {kinds}: tidak ada butir kuesioner"
    }
    hint_responses() {
        en: "a table of respondents by items can be given with --matrix",
        id: "tabel responden menurut butir dapat diberikan dengan --matrix"
    }
    too_few_respondents(count) {
        en: "respondents with an answer: {count}; spread and reliability need at least two",
        id: "responden yang menjawab: {count}; sebaran dan reliabilitas memerlukan sedikitnya dua"
    }
    too_few_respondents_help() {
        en: "respondents are told apart by the column `informant`, else by role and agency; in a wide table without informants each row is one",
        id: "responden dibedakan menurut kolom `informan`, selain itu jabatan dan OPD; dalam tabel lebar tanpa informan setiap baris satu responden"
    }
    too_few_rows_help() {
        en: "each row of the matrix is one respondent; rows without any answer do not count",
        id: "setiap baris matriks satu responden; baris tanpa jawaban tidak dihitung"
    }
    respondents_unknown(count) {
        en: "answers that name no respondent, and so are left out: {count}",
        id: "jawaban yang tidak menyebut responden sehingga tidak dipakai: {count}"
    }
    respondents_unknown_help() {
        en: "fill the column `informant`, or use one row per respondent and one column per item",
        id: "isi kolom `informan`, atau pakai satu baris per responden dan satu kolom per butir"
    }
    respondent_answers_twice(name, count) {
        en: "`{name}` answers the same item more than once ({count} time(s)): the answers are averaged as of one respondent",
        id: "`{name}` menjawab butir yang sama lebih dari sekali ({count} kali): jawabannya dirata-ratakan sebagai satu responden"
    }
    respondent_answers_twice_help() {
        en: "if several people share this name, give each a name of its own, or leave `informant` empty in a wide table",
        id: "bila beberapa orang memakai nama ini, beri nama sendiri-sendiri, atau kosongkan `informan` dalam tabel lebar"
    }
    unknown_attribute(name, known) {
        en: "respondents cannot be split by `{name}`; possible are: {known}",
        id: "responden tidak dapat dibagi menurut `{name}`; yang mungkin: {known}"
    }
    attribute_blank(name) {
        en: "the column `{name}` is empty for all respondents, so they cannot be split by it",
        id: "kolom `{name}` kosong pada semua responden, jadi tidak dapat dipakai untuk membagi"
    }
}
