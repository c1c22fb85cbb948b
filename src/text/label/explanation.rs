//! Why a number is what it is.

use crate::text::{Lang, Word};

labels! {
    explain_sums { en: "How it comes about", id: "Cara hitungnya" }
    explain_tree { en: "What each gives", id: "Andil setiap bagian" }
    explain_share { en: "Weight", id: "Bobot" }
    explain_gives { en: "Adds to the group", id: "Andil pada kelompok" }
    explain_up { en: "One level up", id: "Naik satu tingkat" }
    explain_down { en: "One level down", id: "Turun satu tingkat" }
    explain_left_out { en: "Without a part in it", id: "Tidak ikut dihitung" }
    explain_statements { en: "Who said it, and where", id: "Siapa yang mengatakan, dan di mana" }
    explain_who { en: "Who, coder", id: "Narasumber, pengode" }
    explain_place { en: "Row and place in the source", id: "Baris dan letak dalam sumber" }
    explain_total { en: "Together", id: "Jumlah" }
    explain_part { en: "Part of the difference", id: "Bagian selisih" }
    explain_no_gap { en: "Both sides are the same.", id: "Kedua sisi sama." }
    explain_additive { en: "Each part is the weight of the indicator on its way up times its difference; together they are the whole difference.", id: "Setiap bagian ialah bobot indikator sampai ke atas dikali selisihnya; jumlahnya tepat seluruh selisih." }
    explain_shapley {
        en: "Each part is what its indicator adds on average when the values of one side give way to those of the other one by one, over all orders within its group (Owen value): the rule is no plain mean, or one side has indicators that the other lacks. Together they are the whole difference.",
        id: "Setiap bagian ialah tambahan rata-rata dari indikatornya bila nilai satu sisi diganti nilai sisi lain satu per satu, dalam semua urutan di dalam kelompoknya (nilai Owen): aturannya bukan rata-rata biasa, atau satu sisi punya indikator yang tidak dipunyai sisi lain. Jumlahnya tepat seluruh selisih."
    }
}

phrases! {
    explain_elsewhere(place, title, told) {
        en: "{place} was assessed with another instrument, {title}: {told}. One number cannot be taken from the other: questions, weights and scale are not the same, so that a higher or lower number is no rise and no fall.",
        id: "{place} dinilai dengan instrumen lain, {title}: {told}. Kedua angka tidak dapat dikurangkan: pertanyaan, bobot, dan skalanya tidak sama, sehingga angka yang lebih tinggi atau lebih rendah bukan kenaikan atau penurunan."
    }
    explain_title(node, region) {
        en: "{node} explained: {region}",
        id: "Penjelasan {node}: {region}"
    }
    explain_to_index(index) {
        en: "Adds to {index}",
        id: "Andil pada {index}"
    }
    explain_other_rule(title, value, rule, parts) {
        en: "{title} {value}: {rule} of {parts}",
        id: "{title} {value}: {rule} dari {parts}"
    }
    explain_published(told, computed, more) {
        en: "Published: {told}. Computed from what stands below: {computed}. Published less computed: {more}.",
        id: "Terbitan: {told}. Hasil hitung dari bagian di bawahnya: {computed}. Selisih terbitan dan hitungan: {more}."
    }
    explain_key() {
        en: "Score: 0–100. Weight: share among the siblings that count. One level up or down: by how much the total would change.",
        id: "Skor: 0–100. Bobot: bagian di antara saudaranya yang dihitung. Naik atau turun satu tingkat: perubahan nilai keseluruhan."
    }
    explain_key_native() {
        en: "Weight: share among the siblings that count. What each adds: its weight times its value; together they are the value of the group. One level up or down: by how much the index would change.",
        id: "Bobot: bagian di antara saudaranya yang dihitung. Andil: bobot dikali nilai; jumlahnya nilai kelompok. Naik atau turun satu tingkat: perubahan indeks."
    }
    explain_coder(coder) {
        en: "coder {coder}",
        id: "pengode {coder}"
    }
    explain_confidence(confidence) {
        en: "confidence {confidence}",
        id: "keyakinan {confidence}"
    }
    explain_more(count) {
        en: "… and {count} more rows: --full, or one indicator by --node.",
        id: "… dan {count} baris lagi: --full, atau satu indikator dengan --node."
    }
    explain_gap(one, other, gap) {
        en: "{one} against {other}: {gap}",
        id: "{one} dibandingkan dengan {other}: {gap}"
    }
    explain_sampled(orders) {
        en: "Each part is what its indicator adds on average when the values of one side give way to those of the other one by one (Owen value); of a group with many members {orders} random orders were tried (--seed). Together they are the whole difference.",
        id: "Setiap bagian ialah tambahan rata-rata dari indikatornya bila nilai satu sisi diganti nilai sisi lain satu per satu (nilai Owen); untuk kelompok yang banyak anggotanya dicoba {orders} urutan acak (--seed). Jumlahnya tepat seluruh selisih."
    }
}
