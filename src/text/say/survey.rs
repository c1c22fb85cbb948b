//! Surveys read from the export of a form: which question is which, groups of respondents.

use crate::text::{Lang, Sentence, Text, Word};

sentences! {
    questions_by_words(read) {
        en: "questions known by what they ask, not by a name: {read}",
        id: "pertanyaan yang dikenali dari isinya, bukan dari namanya: {read}"
    }
    number_in_doubt(read, other) {
        en: "sheets in use number these two items in two orders: {read} is assumed here, as the regulation lists them; its questionnaire asks them as {other}",
        id: "urutan kedua unsur ini berbeda antarlembar: di sini dianggap {read}, sesuai daftar unsur pada peraturan; kuesionernya menanyakan {other}"
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
