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
                $(let $arg = $arg.word(lang);)*
                match lang {
                    Lang::Id => format!($id),
                    Lang::En => format!($en),
                }
            }
        )*
    };
}

// Column headings and single words.
labels! {
    region { en: "Region", id: "Wilayah" }
    kind { en: "Kind", id: "Jenis" }
    code { en: "Code", id: "Kode" }
    rank { en: "#", id: "#" }
    rank_in_kind { en: "Among its kind", id: "Peringkat sejenis" }
    score { en: "Score", id: "Skor" }
    level { en: "Level", id: "Level" }
    value { en: "Value", id: "Nilai" }
    band { en: "Category", id: "Kategori" }
    coverage { en: "Coverage", id: "Cakupan" }
    possible { en: "Possible range", id: "Rentang kemungkinan" }
    statements { en: "Statements", id: "Pernyataan" }
    for_and_against { en: "+\u{a0}/\u{a0}−", id: "+\u{a0}/\u{a0}−" }
    spread { en: "Spread", id: "Sebaran" }
    informants { en: "Informants", id: "Informan" }
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
    gap { en: "Gap", id: "Selisih" }
    reached { en: "Reached", id: "Tercapai" }
    yes { en: "yes", id: "ya" }
    median { en: "median", id: "median" }
    weight { en: "Weight", id: "Bobot" }
    id { en: "Id", id: "Id" }
    title { en: "Title", id: "Judul" }
    version { en: "Version", id: "Versi" }
    indicators { en: "Indicators", id: "Indikator" }
    status { en: "Status", id: "Status" }
    official { en: "official instrument", id: "instrumen resmi" }
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
    below { en: "below", id: "di bawah" }
    contents { en: "Contents", id: "Isi" }
    file { en: "File", id: "Berkas" }
}

// Targets and advice.
labels! {
    raise_first_heading { en: "Weakest first, with advice", id: "Terlemah lebih dahulu, beserta saran" }
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
    without_wave { en: "without a wave", id: "tanpa periode" }
    without_class { en: "no class", id: "tanpa kelas" }
    programmes { en: "Programmes", id: "Program" }
    posts_heading { en: "Planned posts", id: "Jabatan yang direncanakan" }
    post { en: "Post", id: "Jabatan" }
    statements_of_post { en: "Statements of this post", id: "Pernyataan dari jabatan ini" }
    statements_of_agency { en: "Statements naming the agency", id: "Pernyataan yang menyebut OPD" }
}

// Reasons for a cell without a score.
labels! {
    not_asked { en: "not asked", id: "tidak ditanyakan" }
    no_evidence { en: "no data", id: "tidak ada data" }
    counted_cells { en: "Lists show how many statements there are, forces how many support / inhibit; neither is scored.", id: "Daftar menampilkan banyaknya pernyataan, faktor menampilkan pendukung / penghambat; keduanya tidak dinilai." }
    reversed_note { en: "Where lower is better, the colour follows the score, not the number.", id: "Bila nilai rendah lebih baik, warna mengikuti skor, bukan angkanya." }
    only_context { en: "No statement counts here; rows of context are listed by `siap matrix`.", id: "Tidak ada pernyataan yang dihitung; baris konteks ditampilkan oleh `siap matrix`." }
    as_context { en: "context", id: "konteks" }
    no_level { en: "no level", id: "tanpa level" }
    not_applicable { en: "not applicable", id: "tidak berlaku" }
    not_scored { en: "not scored", id: "tidak dinilai" }
    no_data { en: "no data below", id: "belum ada data di bawahnya" }
    low_coverage { en: "not enough data", id: "tidak cukup data" }
    profile { en: "profile, no total", id: "profil, tanpa total" }
    constant { en: "does not vary", id: "tidak bervariasi" }
    missing_short { en: "no data", id: "tanpa data" }
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
    conflict_level { en: "levels 2 or more apart", id: "level berselisih 2 atau lebih" }
    conflict_contradicts { en: "contradict each other", id: "saling bertentangan" }
    conflict_class { en: "two classes", id: "dua kelas" }
}

// Headings of sections.
labels! {
    ranking_heading { en: "Ranking", id: "Peringkat" }
    shared_weak_heading { en: "Weak in every region", id: "Lemah di semua wilayah" }
    matrix_heading { en: "Level of each indicator", id: "Level setiap indikator" }
    profile_heading { en: "Strong and weak points", id: "Kekuatan dan kelemahan" }
    targets_heading { en: "Targets", id: "Target" }
    conflicts_heading { en: "Conflicting statements", id: "Pernyataan yang bertentangan" }
    outside_heading { en: "Outside the ranking", id: "Di luar peringkat" }
    doubts_heading { en: "How firm the order is", id: "Seberapa kuat urutan ini" }
    remarks_heading { en: "Remarks", id: "Catatan" }
}

// Words for why a region is outside the ranking.
labels! {
    outside_wave { en: "no data in the compared wave", id: "tidak ada data pada periode yang dibandingkan" }
    outside_stage { en: "not assessed at the compared stage", id: "belum dinilai pada tahap yang dibandingkan" }
    unknown_kind { en: "kind unknown", id: "jenis tidak diketahui" }
}

phrases! {
    outside_kind(kind) {
        en: "another level of government ({kind}); --kind all compares it too",
        id: "tingkat pemerintahan lain ({kind}); --kind all ikut membandingkannya"
    }
    outside_coverage(coverage, required) {
        en: "coverage {coverage} ({required} required)",
        id: "cakupan data {coverage} (syarat {required})"
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
    regions_line(count) {
        en: "regions: {count}",
        id: "wilayah: {count}"
    }
    statements_line(count) {
        en: "statements: {count}",
        id: "pernyataan: {count}"
    }
    statements_and_context(count, context) {
        en: "statements: {count} (and {context} as context)",
        id: "pernyataan: {count} (dan {context} sebagai konteks)"
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
    dropped_line(region, groups) {
        en: "{region}: not in the total for lack of data: {groups}. What was answered there does not count.",
        id: "{region}: tidak masuk skor total karena kurang data: {groups}. Jawaban yang ada di sana tidak ikut dihitung."
    }
    other_waves_line(waves) {
        en: "Not compared here, though in the data: wave {waves}.",
        id: "Tidak dibandingkan di sini meskipun ada dalam data: periode {waves}."
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
    score_key() {
        en: "Score: 0–100. Level of a group: its score on the scale of its indicators. Coverage: share of the weight that has data. + / −: supporting and inhibiting statements. Possible range: the score with everything missing at the bottom, and at the top.",
        id: "Skor: 0–100. Level kelompok: skornya pada skala indikatornya. Cakupan: bagian bobot yang berdata. + / −: pernyataan pendukung dan penghambat. Rentang kemungkinan: skor bila semua yang belum ada bernilai terendah, dan tertinggi."
    }
    reversed(title) {
        en: "{title} (lower is better)",
        id: "{title} (rendah lebih baik)"
    }
    counted_key() {
        en: "This framework scores nothing, it counts and lists; what nobody mentioned is left out here. `siap matrix` shows what was said. + / −: supporting and inhibiting statements.",
        id: "Kerangka ini tidak memberi skor, hanya menghitung dan mendaftar; yang tidak disebut siapa pun tidak ditampilkan. `siap matrix` memperlihatkan isinya. + / −: pernyataan pendukung dan penghambat."
    }
    no_variation_line(indicators) {
        en: "Does not vary between the ranked regions, so it cannot tell them apart: {indicators}.",
        id: "Tidak bervariasi antarwilayah yang diperingkat, sehingga tidak membedakannya: {indicators}."
    }
    doubt_common(above, below) {
        en: "{above} stands above, but on the indicators that all ranked regions have below: {below}.",
        id: "{above} berada di atas, tetapi pada indikator yang dimiliki semua wilayah berada di bawah: {below}."
    }
    doubt_missing(above, below) {
        en: "{above} stands above, but what is missing could turn the order round with: {below}.",
        id: "{above} berada di atas, tetapi data yang belum ada dapat membalik urutannya dengan: {below}."
    }
    doubts_more(count) {
        en: "… and {count} more lines like these; --format json has all.",
        id: "… dan {count} baris serupa; --format json memuat semuanya."
    }
    tier_line(regions) {
        en: "Cannot be told apart with the available data: {regions}.",
        id: "Tidak dapat dibedakan dengan data yang ada: {regions}."
    }
    order_holds(count) {
        en: "What is missing could not reverse any pair, and the order stays the same on the {count} indicators that all ranked regions have. Whether other coders or other weights would keep it is not tested here.",
        id: "Data yang belum ada tidak dapat membalik satu pasangan pun, dan urutan tetap sama pada {count} indikator yang dimiliki semua wilayah. Apakah pengode atau bobot lain menghasilkan urutan yang sama belum diuji di sini."
    }
    one_coder(coder) {
        en: "One coder set these levels ({coder}): how far another would agree is unknown.",
        id: "Level ini ditetapkan satu pengode ({coder}): sejauh mana pengode lain sepakat belum diketahui."
    }
    no_coder() {
        en: "No coder is named: how far another would agree with these levels is unknown.",
        id: "Pengode tidak disebut: sejauh mana pengode lain sepakat dengan level ini belum diketahui."
    }
    judgement_line(what) {
        en: "Judgement of the framework's authors, neither a regulation nor a number of the sources: {what}.",
        id: "Pertimbangan penyusun kerangka, bukan peraturan dan bukan angka sumber: {what}."
    }
    not_official_line() {
        en: "This is not an official instrument.",
        id: "Ini bukan instrumen resmi."
    }
    waves_mixed_line() {
        en: "Regions stand here with different waves.",
        id: "Wilayah di sini memakai periode yang berbeda-beda."
    }
    matrix_too_wide(count) {
        en: "{count} regions do not fit in a table here: see the heatmap (--figures) or `siap matrix --format csv`.",
        id: "{count} wilayah tidak muat dalam tabel di sini: lihat peta panas (--figures) atau `siap matrix --format csv`."
    }
    hidden_columns(columns) {
        en: "(left out at this width: {columns})",
        id: "(tidak muat pada lebar ini: {columns})"
    }
    weak_more(count) {
        en: "… and {count} more below the middle of their scale.",
        id: "… dan {count} lainnya di bawah tengah skalanya."
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
    posts_line(planned, heard) {
        en: "{planned} posts were planned; {heard} of them speak in a statement.",
        id: "{planned} jabatan direncanakan; {heard} di antaranya berbicara dalam pernyataan."
    }
    conflicts_key() {
        en: "+ supporting, − inhibiting; the number is the level. `siap matrix` shows the words.",
        id: "+ pendukung, − penghambat; angkanya ialah level. `siap matrix` menampilkan kata-katanya."
    }
    ranked_nothing() {
        en: "No region can be ranked.",
        id: "Tidak ada wilayah yang dapat diperingkat."
    }
    weak_line(middle) {
        en: "below {middle} in every region with data",
        id: "di bawah {middle} di semua wilayah yang berdata"
    }
    figure_radar(framework) {
        en: "Profile by group: {framework}",
        id: "Profil menurut kelompok: {framework}"
    }
    figure_ranking(framework) {
        en: "Ranking: {framework}",
        id: "Peringkat: {framework}"
    }
    figure_heatmap(framework) {
        en: "Level of each indicator: {framework}",
        id: "Level setiap indikator: {framework}"
    }
    score_axis() {
        en: "Score (0–100)",
        id: "Skor (0–100)"
    }
    native_axis(min, max) {
        en: "Value ({min}–{max})",
        id: "Nilai ({min}–{max})"
    }
    range_note() {
        en: "Lines beside the dots: where the score could lie given what is missing.",
        id: "Garis di sisi titik: kemungkinan letak skor mengingat data yang belum ada."
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
    data_fine(statements, regions, waves) {
        en: "no errors (statements: {statements}, regions: {regions}, waves: {waves})",
        id: "tanpa galat (pernyataan: {statements}, wilayah: {regions}, periode: {waves})"
    }
    written(file) {
        en: "written: {file}",
        id: "ditulis: {file}"
    }
    more_problems(count) {
        en: "… and {count} more problems",
        id: "… dan {count} masalah lain"
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
    type_table { en: "a table", id: "tabel" }
    type_date { en: "a date", id: "tanggal" }
}

labels! {
    error_word { en: "error", id: "galat" }
    warning_word { en: "warning", id: "peringatan" }
    help_word { en: "help", id: "bantuan" }
}

// The greeting.
labels! {
    library_title { en: "Built-in frameworks", id: "Kerangka bawaan" }
    welcome_intro {
        en: "Scores readiness from coded statements, compares regions, and keeps the way back from every number to its sentence.",
        id: "Menilai kesiapan dari pernyataan terkode, membandingkan wilayah, dan menjaga jejak dari setiap angka ke kalimatnya."
    }
    welcome_researcher { en: "Researcher with coded interviews", id: "Peneliti dengan wawancara terkode" }
    welcome_researcher_first {
        en: "siap framework list    which frameworks there are; siap framework new starts your own",
        id: "siap framework list    kerangka yang tersedia; siap framework new memulai kerangka sendiri"
    }
    welcome_researcher_second {
        en: "siap check codes.csv -f edward-iii    is the table in order?",
        id: "siap check kode.csv -f edward-iii    sudah benarkah tabelnya?"
    }
    welcome_researcher_third {
        en: "siap matrix codes.csv -f edward-iii --format md    the table of findings, ready to paste",
        id: "siap matrix kode.csv -f edward-iii --format md    tabel temuan, siap ditempel"
    }
    welcome_planner { en: "Planner with one region", id: "Perencana dengan satu wilayah" }
    welcome_planner_first {
        en: "siap framework show smart-city-pillars    what is asked, and what each level means",
        id: "siap framework show smart-city-pillars    apa yang ditanyakan dan arti setiap level"
    }
    welcome_planner_second {
        en: "siap score answers.csv -f smart-city-pillars    score and category of every part",
        id: "siap score jawaban.csv -f smart-city-pillars    skor dan kategori setiap bagian"
    }
    welcome_planner_third {
        en: "siap chart heatmap answers.csv -f smart-city-pillars -o weak.png    where it is weak",
        id: "siap chart heatmap jawaban.csv -f smart-city-pillars -o lemah.png    letak kelemahannya"
    }
    welcome_province { en: "Province with many regions", id: "Provinsi dengan banyak wilayah" }
    welcome_province_first {
        en: "siap compare region-*.csv -f smart-city-pillars    ranking, gaps, shared weak spots",
        id: "siap compare wilayah-*.csv -f smart-city-pillars    peringkat, selisih, kelemahan bersama"
    }
    welcome_province_second {
        en: "siap compare STUDY --figures figures    the same from a study folder, with figures",
        id: "siap compare STUDI --figures gambar    hal yang sama dari folder studi, beserta bagan"
    }
    welcome_province_third {
        en: "siap compare STUDY --format csv -o ranking.csv    for a spreadsheet",
        id: "siap compare STUDI --format csv -o peringkat.csv    untuk lembar kerja"
    }
    welcome_help {
        en: "siap --help lists all commands; siap COMMAND --help explains one; --lang id switches the language.",
        id: "siap --help menampilkan semua perintah; siap PERINTAH --help menjelaskan satu; --lang en mengganti bahasa."
    }
    usage_heading { en: "Usage", id: "Pemakaian" }
    commands_heading { en: "Commands", id: "Perintah" }
    options_heading { en: "Options", id: "Opsi" }
    arguments_heading { en: "Arguments", id: "Argumen" }
    command_word { en: "COMMAND", id: "PERINTAH" }
}

// Trends between waves.
labels! {
    trend_change { en: "Change", id: "Perubahan" }
    trend_rank { en: "Rank", id: "Peringkat" }
    trend_heading { en: "From the first to the last wave", id: "Dari periode pertama ke terakhir" }
    trend_steps_heading { en: "From wave to wave", id: "Dari periode ke periode" }
    trend_groups_heading { en: "Change by group", id: "Perubahan menurut kelompok" }
    trend_summary_heading { en: "What changed", id: "Yang berubah" }
    trend_apart_heading { en: "Not joined", id: "Tidak disambungkan" }
    trend_numbers_heading { en: "Numbers that are not scored", id: "Angka yang tidak dinilai" }
    trend_numbers { en: "Numbers (wave)", id: "Angka (periode)" }
    trend_share { en: "Change (%)", id: "Perubahan (%)" }
    trend_median { en: "Median change", id: "Median perubahan" }
    trend_rose { en: "rose", id: "naik" }
    trend_fell { en: "fell", id: "turun" }
    trend_rose_most { en: "rose most", id: "naik terbanyak" }
    trend_fell_most { en: "fell most", id: "turun terbanyak" }
    trend_same { en: "unchanged", id: "tetap" }
    trend_background { en: "all others", id: "wilayah lainnya" }
    trend_uncertain { en: "not certain (?), given what is missing", id: "tidak pasti (?), mengingat data yang belum ada" }
    trend_unranked { en: "too little data for a rank", id: "data terlalu sedikit untuk diperingkat" }
    trend_other_stage { en: "other stage", id: "tahap lain" }
    trend_no_stage { en: "no stage named", id: "tanpa tahap" }
    trend_apart_stage { en: "assessed only at stages that are not compared here", id: "hanya dinilai pada tahap yang tidak dibandingkan di sini" }
    trend_apart_waves { en: "no data in these waves", id: "tidak ada data pada periode-periode ini" }
    trend_apart_no_wave { en: "its rows name no wave", id: "barisnya tidak menyebut periode" }
}

phrases! {
    trend_title(framework) {
        en: "Trend: {framework}",
        id: "Tren: {framework}"
    }
    trend_apart_one(wave) {
        en: "a score in one wave only ({wave})",
        id: "hanya berskor pada satu periode ({wave})"
    }
    trend_apart_none(reason) {
        en: "no score in any of these waves ({reason})",
        id: "tanpa skor pada semua periode ini ({reason})"
    }
    trend_rose_line(count, total, regions) {
        en: "Rose: {count} of {total}. Most: {regions}.",
        id: "Naik: {count} dari {total}. Terbesar: {regions}."
    }
    trend_fell_line(count, total, regions) {
        en: "Fell: {count} of {total}. Most: {regions}.",
        id: "Turun: {count} dari {total}. Terbesar: {regions}."
    }
    trend_same_line(count, total, regions) {
        en: "Unchanged: {count} of {total}: {regions}.",
        id: "Tetap: {count} dari {total}: {regions}."
    }
    trend_nobody(first, last) {
        en: "No region has a score both in {first} and in {last}.",
        id: "Tidak ada wilayah yang berskor pada {first} dan juga pada {last}."
    }
    trend_shorter_line(regions) {
        en: "Not counted above, because the first or the last wave has no score: {regions}.",
        id: "Tidak dihitung di atas karena periode pertama atau terakhir tanpa skor: {regions}."
    }
    trend_uncertain_line(regions) {
        en: "Not certain (?): what is missing could undo or reverse the change of {regions}.",
        id: "Tidak pasti (?): data yang belum ada dapat meniadakan atau membalik perubahan {regions}."
    }
    trend_uncertain_groups() {
        en: "? not certain: what is missing could undo or reverse the change.",
        id: "? tidak pasti: data yang belum ada dapat meniadakan atau membalik perubahannya."
    }
    trend_unranked_line(share) {
        en: "* below {share} coverage: not ranked in that wave.",
        id: "* cakupan di bawah {share}: tidak diperingkat pada periode itu."
    }
    trend_rank_line() {
        en: "Rank: before and after, among the regions ranked in both waves compared; + is places climbed.",
        id: "Peringkat: sebelum dan sesudah, di antara wilayah yang diperingkat pada kedua periode yang dibandingkan; + berarti naik peringkat."
    }
    trend_steps_line() {
        en: "In parentheses: the wave compared with, where the one before has no score. Nothing is filled in between.",
        id: "Dalam kurung: periode pembanding, bila periode sebelumnya tanpa skor. Tidak ada nilai yang diisikan di antaranya."
    }
    trend_steps_rank_line() {
        en: "# places climbed (+) or lost (−), among the regions ranked in both waves.",
        id: "# peringkat yang naik (+) atau turun (−), di antara wilayah yang diperingkat pada kedua periode."
    }
    trend_stage_line(stage, others) {
        en: "All waves are compared at one stage: {stage}. Left out: {others}.",
        id: "Semua periode dibandingkan pada satu tahap: {stage}. Tidak dipakai: {others}."
    }
    trend_left_out_line(waves) {
        en: "Left out, because fewer than two regions have a score there: {waves}. Ask for them with --wave.",
        id: "Tidak dipakai karena kurang dari dua wilayah yang berskor: {waves}. Minta dengan --wave."
    }
    trend_without_wave_line(count) {
        en: "Scores whose rows name no wave are left out: {count}.",
        id: "Skor yang barisnya tidak menyebut periode tidak dipakai: {count}."
    }
    trend_coders_line() {
        en: "Not the same coders set the levels in every wave: part of a change may be theirs.",
        id: "Pengode tidak sama di setiap periode: sebagian perubahan mungkin berasal dari pengodenya."
    }
    trend_conflicts_line(count) {
        en: "Conflicts between statements behind these scores: {count}; `siap compare --wave` lists those of one wave.",
        id: "Pertentangan antarpernyataan di balik skor ini: {count}; `siap compare --wave` menampilkan yang ada pada satu periode."
    }
    trend_axis_note(low, high, min, max) {
        en: "The vertical axis shows {low} to {high} of a scale from {min} to {max}.",
        id: "Sumbu tegak menampilkan {low} sampai {high} dari skala {min} sampai {max}."
    }
    trend_gap_note() {
        en: "A broken line: no score in that wave; nothing is filled in.",
        id: "Garis terputus: tanpa skor pada periode itu; tidak ada nilai yang diisikan."
    }
}

// Crosswalks between frameworks.
labels! {
    crosswalks_heading { en: "Built-in crosswalks", id: "Padanan bawaan" }
    crosswalk_from { en: "One framework", id: "Kerangka pertama" }
    crosswalk_to { en: "The other", id: "Kerangka kedua" }
    relation { en: "Relation", id: "Relasi" }
    relation_equal { en: "equal", id: "setara" }
    relation_part { en: "part", id: "sebagian" }
    relation_none { en: "none", id: "tanpa padanan" }
    crosswalk_note { en: "Note", id: "Catatan" }
    crosswalks_note {
        en: "A crosswalk works in both directions: --as FRAMEWORK shows rows of the other one under it. A level is carried over only where two nodes are equal.",
        id: "Padanan berlaku dua arah: --as KERANGKA menampilkan baris kerangka lain di bawahnya. Level hanya dialihkan bila kedua simpul setara."
    }
}

phrases! {
    crosswalk_fine(file, from, to, count) {
        en: "{file}: no problems, {count} lines between {from} and {to}",
        id: "{file}: tanpa masalah, {count} baris antara {from} dan {to}"
    }
}
