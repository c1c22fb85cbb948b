//! Surveys read from the export of a form: which question is which, groups of respondents.

use crate::text::{Sentence, Word};

sentences! {
    unit_without_region(unit, file) {
        en: "`{unit}` names the unit that was served, not the region: in study.toml `[[data]]` with `files = [\"{file}\"]` and `region = \"Kab. …\"`, and `--by \"{unit}\"` tells the units apart; or, to take every unit for a region of its own: `--column \"{unit}=region\"`",
        id: "`{unit}` menyebut unit pelayanan, bukan wilayah: pada study.toml tulis `[[data]]` dengan `files = [\"{file}\"]` dan `region = \"Kab. …\"`, dan `--by \"{unit}\"` merinci per unit; atau, agar tiap unit dianggap wilayah tersendiri: `--column \"{unit}=region\"`"
    }
    region_above(file) {
        en: "or write a row `Wilayah: Kab. …` above the header of {file}",
        id: "atau tulis baris `Wilayah: Kab. …` di atas tajuk {file}"
    }
    leave_all_out(options) {
        en: "to leave all of them out without a word: `{options}`",
        id: "agar semuanya diabaikan tanpa peringatan: `{options}`"
    }
    elements_unanswered(answered, all, missing, regions) {
        en: "only {answered} of {all} elements have answers, which makes no index of all of them: nobody answered {missing} ({regions})",
        id: "hanya {answered} dari {all} unsur yang dijawab, jadi ini bukan indeks dari semua unsur: tidak ada jawaban untuk {missing} ({regions})"
    }
    elements_unanswered_help(first) {
        en: "is an element there under another name? `--column \"HEADER={first}\"`, or under `[columns]` in study.toml `\"HEADER\" = \"{first}\"`",
        id: "apakah unsur itu ada dengan nama lain? `--column \"TAJUK={first}\"`, atau di bawah `[columns]` pada study.toml `\"TAJUK\" = \"{first}\"`"
    }
    by_needs_survey(framework) {
        en: "`--by` gives the index of groups of respondents, but `{framework}` asks no respondents: it has no `likert` indicators",
        id: "`--by` menghitung indeks per kelompok responden, sedangkan `{framework}` tidak menanyai responden: tidak punya indikator `likert`"
    }
    by_is_personal(header) {
        en: "`{header}` tells who somebody is: results are not given by person",
        id: "`{header}` menunjukkan identitas orang: hasil tidak dirinci per orang"
    }
    by_unknown_header(header) {
        en: "no file has a column `{header}`",
        id: "tidak ada berkas yang punya kolom `{header}`"
    }
    by_known_headers(headers) {
        en: "columns: {headers}",
        id: "kolom yang ada: {headers}"
    }
    by_groups(header) {
        en: "`siap score … --by \"{header}\"` gives the index of each of its groups",
        id: "`siap score … --by \"{header}\"` menghitung indeks tiap kelompoknya"
    }
    questions_by_words(read) {
        en: "questions known by what they ask, not by a name: {read}",
        id: "pertanyaan yang dikenali dari isinya, bukan dari namanya: {read}"
    }
    number_in_doubt(read, other) {
        en: "sheets in use number these two items in two orders: {read} is assumed here, as the regulation lists them; its questionnaire asks them as {other}",
        id: "urutan kedua unsur ini berbeda antarlembar: di sini dianggap {read}, sesuai daftar unsur pada peraturan; kuesionernya menanyakan {other}"
    }
    number_in_rows() {
        en: "write the name of the item in place of its number",
        id: "tulis nama unsurnya sebagai ganti nomornya"
    }
    number_swapped(read) {
        en: "read by the words of the answers or of the other column, not by number: {read}",
        id: "dibaca menurut kata-kata jawabannya atau tajuk pasangannya, bukan menurut nomor: {read}"
    }
    number_stays(lines) {
        en: "if that is right: `{lines}`; or write the name of the item into the header",
        id: "bila benar: `{lines}`; atau tulis nama unsurnya pada tajuk"
    }
    number_moves(lines) {
        en: "if it is the other way round: `{lines}`; the same lines may stand under `[columns]` in study.toml",
        id: "bila sebaliknya: `{lines}`; baris yang sama dapat ditulis di bawah `[columns]` pada study.toml"
    }
}
