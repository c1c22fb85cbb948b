//! Every heading, label and remark that is shown, in Indonesian and English.

use super::{Lang, Text, Word};

macro_rules! labels {
    ($( $name:ident { en: $en:literal, id: $id:literal } )*) => {
        $(
            #[doc = concat!("```text\n", $en, "\n```")]
            #[must_use]
            pub fn $name(lang: Lang) -> &'static str {
                match lang {
                    Lang::Id => $id,
                    Lang::En => $en,
                }
            }
        )*
    };
}

macro_rules! phrases {
    ($( $name:ident ( $($arg:ident),* ) { en: $en:literal, id: $id:literal } )*) => {
        $(
            #[doc = concat!("```text\n", $en, "\n```")]
            #[must_use]
            pub fn $name(lang: Lang, $($arg: impl Word),*) -> String {
                gaps!($name, [$id, $en], [$($arg)*]);
                $crate::text::pattern::phrase(lang, [$id, $en], &[$((stringify!($arg), &$arg)),*])
            }
        )*
    };
}

macro_rules! worded {
    ($( $name:ident [ $($word:ident),* ] ( $($arg:ident),* ) { en: $en:literal, id: $id:literal } )*) => {
        $(
            #[doc = concat!("```text\n", $en, "\n```")]
            #[must_use]
            pub fn $name(words: &Wording, $($arg: impl Word),*) -> String {
                gaps!($name, [$id, $en], [$($word)* $($arg)*]);
                $(let $word = words.$word();)*
                let lang = words.lang;
                $crate::text::pattern::phrase(lang, [$id, $en], &[$((stringify!($word), &$word),)* $((stringify!($arg), &$arg)),*])
            }
        )*
    };
}

mod agree;
mod comparison;
mod conversion;
mod corrections;
mod crosswalk;
mod diff;
mod evidence;
mod explanation;
mod greeting;
mod guide;
mod learning;
mod offices;
mod outcome;
mod planning;
mod questionnaire;
mod robust;
mod survey;
mod system;
mod terms;
mod trend;
mod triangulation;
mod workbook;

pub use agree::*;
pub use comparison::*;
pub use conversion::*;
pub use corrections::*;
pub use crosswalk::*;
pub use diff::*;
pub use evidence::*;
pub use explanation::*;
pub use greeting::*;
pub use guide::*;
pub use learning::*;
pub use offices::*;
pub use outcome::*;
pub use planning::*;
pub use questionnaire::*;
pub use robust::*;
pub use survey::*;
pub use system::*;
pub use terms::*;
pub use trend::*;
pub use triangulation::*;
pub use workbook::*;

// Column headings and single words.
labels! {
    region { en: "Region", id: "Wilayah" }
    check_title { en: "Data check", id: "Pemeriksaan data" }
    file { en: "File", id: "Berkas" }
    filled_of_asked { en: "Filled", id: "Terisi" }
    errors { en: "Errors", id: "Galat" }
    warnings { en: "Warnings", id: "Peringatan" }
    problems_heading { en: "Every problem", id: "Semua masalah" }
    severity { en: "Kind", id: "Jenis" }
    problem_place { en: "Place", id: "Tempat" }
    problem { en: "Problem", id: "Masalah" }
    passed_over { en: "passed over", id: "dilewati" }
    not_readable { en: "not readable", id: "tidak terbaca" }
    kind { en: "Kind", id: "Jenis" }
    rank { en: "#", id: "#" }
    rank_in_province { en: "In its province", id: "Di provinsinya" }
    rank_in_kind { en: "Among its kind", id: "Peringkat sejenis" }
    score { en: "Score", id: "Skor" }
    level { en: "Level", id: "Level" }
    value { en: "Value", id: "Nilai" }
    band { en: "Category", id: "Kategori" }
    coverage { en: "Coverage", id: "Cakupan" }
    evidence_item { en: "evidence item", id: "butir bukti" }
    evidence_heading { en: "Claimed and shown by evidence", id: "Nilai mandiri dan nilai berbukti" }
    items_heading { en: "Evidence items", id: "Butir bukti" }
    self_value { en: "self-assessed", id: "nilai mandiri" }
    shown_value { en: "shown by evidence", id: "nilai berbukti" }
    item_accepted { en: "accepted", id: "diterima" }
    item_submitted { en: "submitted", id: "diunggah" }
    item_drafting { en: "in the making", id: "disusun" }
    item_revise { en: "to revise", id: "revisi" }
    item_rejected { en: "rejected", id: "ditolak" }
    item_missing { en: "missing", id: "belum ada" }
    item_unknown { en: "not said", id: "belum disebut" }
    item_status { en: "State", id: "Status" }
    owner { en: "Whose task", id: "Penanggung jawab" }
    due { en: "By", id: "Tenggat" }
    stages_heading { en: "Stages side by side", id: "Tahap demi tahap" }
    stage_gap { en: "Gap", id: "Selisih" }
    stage_unnamed { en: "no stage named", id: "tanpa tahap" }
    coverage_key { en: "Coverage: share of the weight that has data.", id: "Cakupan: bagian bobot yang berdata." }
    directions_key { en: "+ / −: supporting and inhibiting statements.", id: "+ / −: pernyataan pendukung dan penghambat." }
    range_key { en: "Possible range: the result with everything missing at the bottom, and at the top.", id: "Rentang kemungkinan: hasil bila semua yang belum ada bernilai terendah, dan tertinggi." }
    needs_confirmation { en: "needs confirmation", id: "perlu konfirmasi" }
    external { en: "measured by another body: the value changes only when its next index is issued", id: "diukur instansi lain: nilainya baru berubah setelah indeks berikutnya terbit" }
    possible { en: "Possible range", id: "Rentang kemungkinan" }
    statements { en: "Statements", id: "Pernyataan" }
    for_and_against { en: "+\u{a0}/\u{a0}−", id: "+\u{a0}/\u{a0}−" }
    spread { en: "Spread", id: "Sebaran" }
    indicator { en: "Indicator", id: "Indikator" }
    group { en: "Group", id: "Kelompok" }
    weak_point { en: "Group or indicator", id: "Kelompok atau indikator" }
    finding { en: "Finding", id: "Hasil temuan" }
    to_best { en: "Gap to best", id: "Selisih dari terbaik" }
    strongest { en: "Strongest", id: "Terkuat" }
    weakest { en: "Weakest", id: "Terlemah" }
    reason { en: "Reason", id: "Alasan" }
    conflict { en: "Conflict", id: "Pertentangan" }
    target { en: "Target", id: "Target" }
    weight { en: "Weight", id: "Bobot" }
    id { en: "Id", id: "Id" }
    title { en: "Title", id: "Judul" }
    indicators { en: "Indicators", id: "Indikator" }
    official { en: "official instrument", id: "instrumen resmi" }
    official_copy { en: "copy of an official instrument, not yet checked against its text", id: "salinan instrumen resmi, belum dicocokkan dengan naskahnya" }
    not_official { en: "not an official instrument", id: "bukan instrumen resmi" }
    whole { en: "Total", id: "Keseluruhan" }
    wave { en: "wave", id: "periode" }
    stage { en: "stage", id: "tahap" }
    mean { en: "Mean", id: "Rata-rata" }
    highest { en: "Highest", id: "Tertinggi" }
    regions { en: "Regions", id: "Wilayah" }
    question { en: "Question", id: "Pertanyaan" }
    evidence { en: "Evidence", id: "Bukti" }
    advice { en: "Advice", id: "Saran" }
    sources { en: "Sources", id: "Sumber" }
    judgement { en: "Our own judgement", id: "Pertimbangan penyusun" }
    scale { en: "Scale", id: "Skala" }
    bands { en: "Categories", id: "Kategori" }
    kind_level { en: "level", id: "level" }
    kind_likert { en: "answer", id: "jawaban" }
    kind_ladder { en: "stage", id: "tahapan" }
    kind_check { en: "check", id: "periksa" }
    kind_number { en: "number", id: "angka" }
    kind_inventory { en: "list", id: "daftar" }
    kind_direction { en: "direction", id: "arah" }
    copy_is { en: "Copy: of an official instrument, not yet checked against its text.", id: "Salinan: dari instrumen resmi, belum dicocokkan dengan naskahnya." }
    further { en: "Evidence, advice and notes", id: "Bukti, saran, dan catatan" }
    below { en: "below", id: "di bawah" }
    to_provinces { en: "to provinces", id: "bagi provinsi" }
    to_local { en: "to regencies and cities", id: "bagi kabupaten dan kota" }
    contents { en: "Contents", id: "Isi" }
}

// Targets and advice.
labels! {
    achieved { en: "Achieved", id: "Realisasi" }
    share_of_target { en: "Of target (%)", id: "Capaian (%)" }
    remark { en: "Remark", id: "Keterangan" }
    not_measured { en: "not measured", id: "belum diukur" }
    target_reached { en: "reached", id: "tercapai" }
    target_not_reached { en: "not yet reached", id: "belum tercapai" }
    no_date { en: "no date", id: "tanpa tenggat" }
}

// Kinds of quantity and kinds of list.
labels! {
    quantities_heading { en: "Quantities as the sources give them", id: "Kuantitas sebagaimana disebut sumber" }
    quantity { en: "Quantity", id: "Kuantitas" }
    unit { en: "Unit", id: "Satuan" }
    date { en: "Date", id: "Tanggal" }
    what { en: "What it says", id: "Keterangan" }
    about { en: "about", id: "sekitar" }
    more_than { en: "more than", id: "lebih dari" }
    less_than { en: "less than", id: "kurang dari" }
    inventory_heading { en: "Inventory", id: "Inventaris" }
    item { en: "Item", id: "Butir" }
    class { en: "Class", id: "Kelas" }
    agency { en: "Agency", id: "OPD" }
    listed { en: "listed", id: "tercatat" }
    forces_heading { en: "Supporting and inhibiting", id: "Pendukung dan penghambat" }
    supporting { en: "Supporting", id: "Pendukung" }
    inhibiting { en: "Inhibiting", id: "Penghambat" }
    neutral { en: "Neutral", id: "Netral" }
    quote_withheld { en: "(quote withheld: no consent)", id: "(kutipan tanpa izin)" }
    without_wave { en: "rows without a wave", id: "baris tanpa periode" }
    without_stage { en: "rows without a stage", id: "baris tanpa tahap" }
    without_class { en: "no class", id: "tanpa kelas" }
    programmes { en: "Programmes", id: "Program" }
    posts_heading { en: "Planned posts", id: "Jabatan yang direncanakan" }
    post { en: "Post", id: "Jabatan" }
    statements_of_post { en: "Statements of this post", id: "Pernyataan dari jabatan ini" }
    statements_of_agency { en: "Statements from the agency", id: "Pernyataan dari OPD" }
}

// Reasons for a cell without a score.
labels! {
    no_statement { en: "no statement", id: "tidak ada pernyataan" }
    not_checked { en: "not checked", id: "belum diperiksa" }
    counted_cells { en: "Lists show how many statements there are, forces how many support / inhibit; neither is scored.", id: "Daftar menampilkan banyaknya pernyataan, faktor menampilkan pendukung / penghambat; keduanya tidak dinilai." }
    reversed_note { en: "Where lower is better, the colour follows the score, not the number.", id: "Bila nilai rendah lebih baik, warna mengikuti skor, bukan angkanya." }
    only_context { en: "No statement counts here; rows of context are listed by `siap matrix`.", id: "Tidak ada pernyataan yang dihitung; baris konteks ditampilkan oleh `siap matrix`." }
    as_context { en: "context", id: "konteks" }
    not_applicable { en: "not applicable", id: "tidak berlaku" }
    without_score { en: "no score", id: "tanpa skor" }
    not_scored { en: "not scored", id: "tidak dinilai" }
    not_issued { en: "not issued yet", id: "belum terbit" }
    no_data { en: "no data below", id: "belum ada data di bawahnya" }
    low_coverage { en: "not enough data", id: "tidak cukup data" }
    profile { en: "profile, no total", id: "profil, tanpa total" }
    constant { en: "does not vary", id: "tidak bervariasi" }
}

// Stages of verification and kinds of conflict.
labels! {
    stage_self { en: "self-assessed", id: "nilai mandiri" }
    stage_document { en: "document review", id: "penilaian dokumen" }
    stage_interview { en: "interview", id: "interviu" }
    stage_visit { en: "visit", id: "visitasi" }
    stage_final { en: "final", id: "final" }
    unverified { en: "self-assessed, not yet verified", id: "nilai mandiri, belum diverifikasi" }
    conflict_direction { en: "both directions", id: "dua arah" }
    conflict_contradicts { en: "contradict each other", id: "saling bertentangan" }
    conflict_class { en: "two classes", id: "dua kelas" }
}

// Headings of sections.
labels! {
    ranking_heading { en: "Ranking", id: "Peringkat" }
    profile_heading { en: "Strong and weak points", id: "Kekuatan dan kelemahan" }
    targets_heading { en: "Targets", id: "Target" }
    conflicts_heading { en: "Conflicting statements", id: "Pernyataan yang bertentangan" }
    outside_heading { en: "Outside the ranking", id: "Di luar peringkat" }
    doubts_heading { en: "How firm the order is", id: "Seberapa kuat urutan ini" }
    remarks_heading { en: "Remarks", id: "Catatan" }
}

// Words for why a region is outside the ranking.
labels! {
    order_of_reported { en: "The order rests on published numbers: other weights or rules cannot be tried on them, only their rounding (`siap robust`).", id: "Urutan ini bertumpu pada angka terbitan: bobot atau aturan lain tidak dapat dicobakan padanya, hanya pembulatannya (`siap robust`)." }
    outside_wave { en: "no data in the compared wave", id: "tidak ada data pada periode yang dibandingkan" }
    outside_stage { en: "not assessed at the compared stage", id: "belum dinilai pada tahap yang dibandingkan" }
    unknown_kind { en: "kind unknown", id: "jenis tidak diketahui" }
}

phrases! {
    outside_kind(kind) {
        en: "another level of government ({kind}); --kind all compares it too",
        id: "tingkat pemerintahan lain ({kind}); --kind all ikut membandingkannya"
    }
    outside_unconfirmed(node, value, lowest) {
        en: "needs confirmation: {node} is reported as {value}, below the lowest possible {lowest}",
        id: "perlu konfirmasi: {node} dilaporkan {value}, di bawah nilai terendah {lowest}"
    }
    outside_coverage(required) {
        en: "coverage below the {required} required",
        id: "cakupan di bawah syarat {required}"
    }
    method_line(choices) {
        en: "The study replaces choices of the framework: {choices}.",
        id: "Studi ini mengganti pilihan kerangka: {choices}."
    }
    comparison_title(framework) {
        en: "Comparison: {framework}",
        id: "Perbandingan: {framework}"
    }
    score_title(framework) {
        en: "Scores: {framework}",
        id: "Skor: {framework}"
    }
    matrix_title(framework) {
        en: "Findings: {framework}",
        id: "Temuan: {framework}"
    }
    framework_line(id, version) {
        en: "framework {id}, version {version}",
        id: "kerangka {id}, versi {version}"
    }
    wave_line(wave) {
        en: "wave {wave}",
        id: "periode {wave}"
    }
    statements_line(count) {
        en: "statements: {count}",
        id: "pernyataan: {count}"
    }
    so_many_of(count, all) {
        en: "{count} of {all}",
        id: "{count} dari {all}"
    }
    and_as_many(named, count) {
        en: "{named}, and {count} more at the level of the last",
        id: "{named}, dan {count} lagi setingkat dengan yang terakhir"
    }
    above_by(gap) {
        en: "{gap} above",
        id: "lebih {gap}"
    }
    other_rows_line(what) {
        en: "Not compared here, though in the data: {what}.",
        id: "Tidak dibandingkan di sini meskipun ada dalam data: {what}."
    }
    stages_of(names) {
        en: "stage {names}",
        id: "tahap {names}"
    }
    waves_of(names) {
        en: "wave {names}",
        id: "periode {names}"
    }
    unknown_regions_line(regions) {
        en: "Not in the register of regions, ranked under the name given: {regions}.",
        id: "Tidak ada dalam daftar wilayah, diperingkat dengan nama yang tertulis: {regions}."
    }
    none_official() {
        en: "None of these is an official instrument; siap framework show ID says what in it is judgement.",
        id: "Tidak satu pun instrumen resmi; siap framework show ID menyebut bagian yang merupakan pertimbangan penyusun."
    }
    some_official(ids) {
        en: "Official instruments: {ids}. The others are not.",
        id: "Instrumen resmi: {ids}. Yang lain bukan."
    }
    official_copies(ids) {
        en: "Copies of official instruments, not yet checked against their text: {ids}.",
        id: "Salinan instrumen resmi, belum dicocokkan dengan naskahnya: {ids}."
    }
    lookup_points(unit, points) {
        en: "value from {unit}, along a line between: {points}",
        id: "nilai dari {unit}, menurut garis lurus di antara: {points}"
    }
    fed_by_line(by) {
        en: "Measured by: {by}",
        id: "Diukur oleh: {by}"
    }
    until_issued_line(value) {
        en: "Until that index is issued {value} stands, provisionally; leave the answer empty or write `not issued`.",
        id: "Sebelum indeks itu terbit, nilainya dihitung {value} untuk sementara; kosongkan isian atau tulis `belum terbit`."
    }
    minimum_unknown(nodes, result) {
        en: "Not known to reach the minimum: {nodes}. Below it {result}.",
        id: "Belum diketahui apakah batas minimal terpenuhi: {nodes}. Bila tidak, {result}."
    }
    result_is(band) {
        en: "the result is {band}",
        id: "hasilnya {band}"
    }
    result_at_best(band) {
        en: "the result is {band} at best",
        id: "hasilnya paling tinggi {band}"
    }
    items_idle(items) {
        en: "Accepted, but adding nothing while a lower level is not full: {items}.",
        id: "Sudah diterima, tetapi belum menambah nilai karena tingkat di bawahnya belum penuh: {items}."
    }
    advice_towards(level) {
        en: "Advice towards {level}",
        id: "Saran menuju {level}"
    }
    advice_from(source) {
        en: "Advice: {source}.",
        id: "Saran: {source}."
    }
    reversed(title) {
        en: "{title} (lower is better)",
        id: "{title} (rendah lebih baik)"
    }
    counted_key() {
        en: "This framework scores nothing, it counts and lists; what nobody mentioned is left out here. `siap matrix` shows what was said. + / −: supporting and inhibiting statements.",
        id: "Kerangka ini tidak memberi skor, hanya menghitung dan mendaftar; yang tidak disebut siapa pun tidak ditampilkan. `siap matrix` memperlihatkan isinya. + / −: pernyataan pendukung dan penghambat."
    }
    doubt_missing(above, below) {
        en: "{above} stands above, but what is unknown could turn the order round with: {below}.",
        id: "{above} berada di atas, tetapi data yang belum pasti dapat membalik urutannya dengan: {below}."
    }
    doubts_more(count) {
        en: "… and {count} more lines like these; --format json has all.",
        id: "… dan {count} baris serupa; --format json memuat semuanya."
    }
    judgement_line(what) {
        en: "Judgement of the framework's authors, neither a regulation nor a number of the sources: {what}.",
        id: "Pertimbangan penyusun kerangka, bukan peraturan dan bukan angka sumber: {what}."
    }
    years_since(year) {
        en: "since {year}",
        id: "sejak {year}"
    }
    valid_line(years) {
        en: "In force: {years}.",
        id: "Berlaku: {years}."
    }
    valid_and_repealed(years, next) {
        en: "In force: {years}; replaced by {next}.",
        id: "Berlaku: {years}; digantikan {next}."
    }
    official_line(title) {
        en: "Official instrument: {title}.",
        id: "Instrumen resmi: {title}."
    }
    not_official_line() {
        en: "This is not an official instrument.",
        id: "Ini bukan instrumen resmi."
    }
    official_copy_line() {
        en: "This is a copy of an official instrument, not yet checked against its text.",
        id: "Ini salinan instrumen resmi, belum dicocokkan dengan naskahnya."
    }
    stages_line(count, lower, higher) {
        en: "Of {count} indicators known at two stages or more, {lower} ended lower than they began and {higher} higher. Gap: the most verified value minus the least verified one.",
        id: "Dari {count} indikator yang bernilai pada dua tahap atau lebih, {lower} berakhir lebih rendah dan {higher} lebih tinggi. Selisih: nilai paling terverifikasi dikurangi yang paling awal."
    }
    outside_others(counts) {
        en: "Of another level of government: {counts}. `--kind` ranks them among themselves.",
        id: "Tingkat pemerintahan lain: {counts}. `--kind` memeringkat mereka dengan sesamanya."
    }
    of_province(rank, among) {
        en: "{rank} of {among}",
        id: "{rank} dari {among}"
    }
    hidden_columns(columns) {
        en: "(left out at this width: {columns})",
        id: "(tidak muat pada lebar ini: {columns})"
    }
    not_issued_line(indicators) {
        en: "Measured by other bodies and not issued yet, counted provisionally with the value in brackets: {indicators}. The range shows what they leave open.",
        id: "Diukur instansi lain dan belum terbit, dihitung sementara dengan nilai dalam kurung: {indicators}. Rentangnya menunjukkan apa yang masih terbuka."
    }
    not_filled(count, indicators) {
        en: "Not filled ({count}): {indicators}.",
        id: "Belum diisi ({count}): {indicators}."
    }
    gap_is(gap) {
        en: "gap {gap}",
        id: "selisih {gap}"
    }
    gap_more_than(gap) {
        en: "gap more than {gap}",
        id: "selisih lebih dari {gap}"
    }
    pace_is(pace) {
        en: "needs {pace} a year",
        id: "perlu {pace} per tahun"
    }
    path_is(path) {
        en: "on a straight line {path}",
        id: "jalur lurus {path}"
    }
    posts_line(planned) {
        en: "{planned} posts were planned.",
        id: "{planned} jabatan direncanakan."
    }
    figure_radar(framework) {
        en: "Profile by group: {framework}",
        id: "Profil menurut kelompok: {framework}"
    }
    figure_ranking(framework) {
        en: "Ranking: {framework}",
        id: "Peringkat: {framework}"
    }
    figure_heatmap_groups(framework) {
        en: "Value of each group: {framework}",
        id: "Nilai setiap kelompok: {framework}"
    }
    score_axis() {
        en: "Score (0–100)",
        id: "Skor (0–100)"
    }
    native_axis(min, max) {
        en: "Value ({min}–{max})",
        id: "Nilai ({min}–{max})"
    }
    range_note_claims() {
        en: "Lines beside the dots: where the score could lie given what is unknown and the range of each level given.",
        id: "Garis di sisi titik: kemungkinan letak nilai mengingat data yang belum pasti dan rentang setiap tingkat yang diisi."
    }
    range_note() {
        en: "Lines beside the dots: where the score could lie given what is unknown.",
        id: "Garis di sisi titik: kemungkinan letak skor mengingat data yang belum pasti."
    }
    median_label(value) {
        en: "median {value}",
        id: "median {value}"
    }
    target_label(value) {
        en: "target {value}",
        id: "target {value}"
    }
    band_from(label, from) {
        en: "{label}: from {from}",
        id: "{label}: mulai {from}"
    }
    framework_fine(file, count) {
        en: "{file}: no problems, {count} indicators",
        id: "{file}: tanpa masalah, {count} indikator"
    }
    framework_warned(file, count, warnings) {
        en: "{file}: no errors, {count} indicators; warnings: {warnings}",
        id: "{file}: tanpa galat, {count} indikator; peringatan: {warnings}"
    }
    check_line(files, errors, warnings) {
        en: "files: {files}; errors: {errors}; warnings: {warnings}",
        id: "berkas: {files}; galat: {errors}; peringatan: {warnings}"
    }
    many_waves(count) { en: "{count} waves", id: "{count} periode" }
    share_filled(filled, asked) { en: "{filled} of {asked}", id: "{filled} dari {asked}" }
    sent_for_another_wave(name, wave) {
        en: "{name} (only for {wave})",
        id: "{name} (baru untuk {wave})"
    }
    not_expected(names) {
        en: "Not among those expected: {names}.",
        id: "Di luar yang diharapkan: {names}."
    }
    not_sent_of(count, all, names) {
        en: "Not sent: {count} of {all}: {names}.",
        id: "Belum mengirim: {count} dari {all}: {names}."
    }
    written(file) {
        en: "written: {file}",
        id: "ditulis: {file}"
    }
    more_problems(count) {
        en: "… and {count} more problems",
        id: "… dan {count} masalah lain"
    }
    more_problems_full(count) {
        en: "… and {count} more problems; --full shows them all",
        id: "… dan {count} masalah lain; --full menampilkan semuanya"
    }
}

/// A label in both languages.
#[must_use]
pub fn both(label: fn(Lang) -> &'static str) -> Text {
    Text::new(label(Lang::Id), label(Lang::En))
}

// Types of values in TOML.
labels! {
    type_text { en: "a text", id: "teks" }
    type_integer { en: "a whole number", id: "bilangan bulat" }
    type_number { en: "a number", id: "angka" }
    type_boolean { en: "true or false", id: "true atau false" }
    type_list { en: "a list", id: "daftar" }
    type_table { en: "a section `[…]`", id: "bagian `[…]`" }
    type_date { en: "a date", id: "tanggal" }
}

labels! {
    error_word { en: "error", id: "galat" }
    warning_word { en: "warning", id: "peringatan" }
    help_word { en: "help", id: "bantuan" }
}
