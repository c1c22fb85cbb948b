//! Sentences and headings that name what an instrument may have its own word for.

use crate::text::{Word, Wording};

worded! {
    evidence_key[item, evidence_item, evidence_items, level, levels]() {
        en: "Shown: the highest {level} whose {evidence_items}, with those of the {levels} below it, are all accepted. Indicators of which no row says how far any {item} is are left out.",
        id: "Nilai berbukti: {level} tertinggi yang seluruh {evidence_item}nya, beserta {item} {level} di bawahnya, sudah diterima. Indikator yang keadaan {item}nya tidak disebut di baris mana pun tidak dihitung."
    }
    evidence_key_share[item, items, evidence_item, evidence_items, level, levels]() {
        en: "Shown: the highest {level} whose {evidence_items}, with those of the {levels} below it, are all accepted; within the next {level} the value grows with the share of its {items} that is accepted. This is an estimate: the assessor decides. Indicators of which no row says how far any {item} is are left out.",
        id: "Nilai berbukti: {level} tertinggi yang seluruh {evidence_item}nya, beserta {item} {level} di bawahnya, sudah diterima; di dalam {level} berikutnya, nilainya naik menurut bagian {item} yang sudah diterima. Ini perkiraan: asesor yang menentukan. Indikator yang keadaan {item}nya tidak disebut di baris mana pun tidak dihitung."
    }
    next_level[level]() {
        en: "next {level}",
        id: "{level} berikutnya"
    }
    score_key[upper_level]() {
        en: "Score: 0–100. {upper_level} of a group: its score on the scale of its indicators.",
        id: "Skor: 0–100. {upper_level} kelompok: skornya pada skala indikatornya."
    }
    claimed_key[level]() {
        en: "3 (3.5): the {level} given, and in brackets the value that it counts as, the upper end of its range.",
        id: "3 (3,5): tingkat yang diisi, dan dalam kurung nilai yang dihitung, yaitu batas atas rentangnya."
    }
    at_any_level[level]() {
        en: "at any {level}",
        id: "pada {level} berapa pun"
    }
    raise_first_heading[level]() {
        en: "Where one {level} more adds most",
        id: "Kenaikan satu {level} yang paling menambah"
    }
    advised_anyway_heading[level]() {
        en: "Advised at any {level}",
        id: "Disarankan pada {level} berapa pun"
    }
    no_level[level]() {
        en: "no {level} given",
        id: "tanpa {level}"
    }
    conflict_level[level, levels]() {
        en: "{levels} 2 or more apart",
        id: "{level} berselisih 2 atau lebih"
    }
    shared_weak_heading[region]() {
        en: "Weak in every region",
        id: "Lemah di semua {region}"
    }
    matrix_heading[upper_level]() {
        en: "{upper_level} of each indicator",
        id: "{upper_level} setiap indikator"
    }
    regions_line[region](count) {
        en: "regions: {count}",
        id: "{region}: {count}"
    }
    dropped_line[total](region, groups) {
        en: "{region}: too little data for a score of its own: {groups}. What was answered there counts in the {total}.",
        id: "{region}: data terlalu sedikit untuk skor tersendiri: {groups}. Jawaban yang ada di sana tetap ikut dalam {total}."
    }
    minimum_rule[total](nodes, result) {
        en: "Minimums: {nodes}. While one of them is not reached, {result}, whatever the {total}.",
        id: "Batas minimal: {nodes}. Selama salah satu belum tercapai, {result}, berapa pun jumlahnya."
    }
    minimum_missed[total](node, value, wanted, result) {
        en: "`{node}` has {value} of the {wanted} that it needs: {result}, whatever the {total}.",
        id: "`{node}` bernilai {value}, kurang dari batas minimal {wanted}: {result}, berapa pun jumlahnya."
    }
    lookup_line[level](unit, steps) {
        en: "{level} from {unit}: {steps}",
        id: "{level} dari {unit}: {steps}"
    }
    native_key[total, whole](min, max) {
        en: "Value of a group or the {total}: {min}–{max}.",
        id: "Nilai kelompok dan {whole}: {min}–{max}."
    }
    no_variation_line[region](indicators) {
        en: "Does not vary between the ranked regions, so it cannot tell them apart: {indicators}.",
        id: "Tidak bervariasi antar{region} yang diperingkat, sehingga tidak membedakannya: {indicators}."
    }
    doubt_ranges[level](above, below) {
        en: "{above} stands above, but each {level} that a region gives itself is a range of values, and the ranges overlap with: {below}.",
        id: "{above} berada di atas, tetapi setiap tingkat yang diisi sendiri adalah rentang nilai, dan rentangnya bertumpang tindih dengan: {below}."
    }
    one_coder[levels, upper_level](coder) {
        en: "One coder set these {levels} ({coder}): how far another would agree is unknown.",
        id: "{upper_level} ini ditetapkan satu pengode ({coder}): sejauh mana pengode lain sepakat belum diketahui."
    }
    no_coder[level, levels]() {
        en: "No coder is named: how far another would agree with these {levels} is unknown.",
        id: "Pengode tidak disebut: sejauh mana pengode lain sepakat dengan {level} ini belum diketahui."
    }
    waves_mixed_line[upper_region]() {
        en: "Regions stand here with different waves.",
        id: "{upper_region} di sini memakai periode yang berbeda-beda."
    }
    next_level_asks[level](value, text) {
        en: "for {level} {value}: {text}",
        id: "untuk {level} {value}: {text}"
    }
    profiles_too_many[region](count) {
        en: "{count} regions are too many to list here: see single ones with `--region`, those of a province with `--province`, all of them with `--format json`.",
        id: "{count} {region} terlalu banyak untuk didaftar di sini: lihat satu per satu dengan `--region`, seprovinsi dengan `--province`, semuanya dengan `--format json`."
    }
    matrix_too_wide[region](count) {
        en: "{count} regions do not fit in a table here: see the heatmap (--figures) or `siap matrix --format csv`.",
        id: "{count} {region} tidak muat dalam tabel di sini: lihat peta panas (--figures) atau `siap matrix --format csv`."
    }
    conflicts_key[level]() {
        en: "+ supporting, − inhibiting; the number is the {level}. `siap matrix` shows the words.",
        id: "+ pendukung, − penghambat; angkanya ialah {level}. `siap matrix` menampilkan kata-katanya."
    }
    ranked_nothing[region]() {
        en: "No region can be ranked.",
        id: "Tidak ada {region} yang dapat diperingkat."
    }
    weak_line[region](middle) {
        en: "below {middle} in every region with data",
        id: "di bawah {middle} di semua {region} yang berdata"
    }
    figure_heatmap[upper_level](framework) {
        en: "{upper_level} of each indicator: {framework}",
        id: "{upper_level} setiap indikator: {framework}"
    }
    many_regions[region](count) {
        en: "{count} regions",
        id: "{count} {region}"
    }
    all_sent[region](count) {
        en: "All {count} expected regions have sent.",
        id: "Semua {count} {region} yang diharapkan sudah mengirim."
    }
    data_fine[region](rows, regions, waves) {
        en: "no errors (rows: {rows}, regions: {regions}, waves: {waves})",
        id: "tanpa galat (baris: {rows}, {region}: {regions}, periode: {waves})"
    }
}
