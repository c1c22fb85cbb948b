//! Surveys of satisfaction as regulations have them reported.

use crate::text::{Lang, Word};

labels! {
    survey_item { en: "Element", id: "Unsur" }
    survey_mean { en: "Mean (NRR)", id: "NRR" }
    survey_weighted { en: "Weighted mean", id: "NRR tertimbang" }
    survey_answers { en: "Answers", id: "Jawaban" }
    survey_respondents { en: "Respondents", id: "Responden" }
    survey_group { en: "Group", id: "Kelompok" }
    survey_lowest { en: "Lowest elements", id: "Unsur terendah" }
    survey_lowest_heading { en: "What to mend first", id: "Yang perlu dibenahi lebih dahulu" }
    survey_all_alike { en: "All elements have the same result: none is to be mended before the others.", id: "Semua unsur bernilai sama: tidak ada yang perlu didahulukan." }
    survey_profile_heading { en: "Respondents", id: "Profil responden" }
    survey_trait { en: "By", id: "Menurut" }
    survey_count { en: "Number", id: "Jumlah" }
    survey_percent { en: "%", id: "%" }
    survey_unsaid { en: "(not said)", id: "(tidak diisi)" }
    survey_nameless { en: "(not said)", id: "(tidak diisi)" }
    survey_total { en: "Total", id: "Jumlah" }
    survey_sex { en: "Sex", id: "Jenis kelamin" }
    survey_age { en: "Age", id: "Usia" }
    survey_education { en: "Education", id: "Pendidikan" }
    survey_occupation { en: "Occupation", id: "Pekerjaan" }
    survey_key { en: "Mean (NRR): of all answers to the element. Weighted mean: NRR times the weight of the element; their sum times the factor is the index.", id: "NRR: nilai rata-rata semua jawaban pada unsur itu. NRR tertimbang: NRR dikali bobot unsur; jumlahnya dikali faktor menjadi nilai indeks." }
    survey_by_key { en: "Index of each group by itself, from the highest. Lowest elements: with what each is told, lowest first.", id: "Nilai indeks tiap kelompok dihitung dari respondennya sendiri, dari yang tertinggi. Unsur terendah: beserta nilainya, mulai dari yang terendah." }
}

phrases! {
    survey_by_title(framework, by) {
        en: "{framework} by {by}",
        id: "{framework} menurut {by}"
    }
    survey_line(index, told, band, respondents) {
        en: "{index} {told}: service quality and performance of the unit {band}. Respondents: {respondents}.",
        id: "{index} (nilai SKM) {told}: mutu pelayanan dan kinerja unit pelayanan {band}. Responden: {respondents}."
    }
    survey_counts(respondents) {
        en: "respondents: {respondents}",
        id: "responden: {respondents}"
    }
    survey_times(index, factor) {
        en: "{index} ({factor} × mean)",
        id: "{index} ({factor} × NRR)"
    }
    survey_incomplete(answered, all, missing) {
        en: "Not an index of all elements: it rests on {answered} of {all}. Without an answer: {missing}.",
        id: "Bukan indeks dari semua unsur: hanya {answered} dari {all} unsur yang dijawab. Tanpa jawaban: {missing}."
    }
}
