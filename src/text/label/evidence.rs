//! Labels of who said what: the matrix of findings, and the table of who was heard.

use super::{Lang, Word};
use crate::text::Wording;

// Columns and words of the matrix.
labels! {
    who_and_when { en: "Who, when, how", id: "Siapa, kapan, cara" }
    source_and_coding { en: "Source and coding", id: "Sumber dan pengodean" }
    confidence { en: "Confidence", id: "Keyakinan" }
    rationale { en: "Why", id: "Alasan" }
    concerns { en: "about", id: "tentang" }
    note { en: "Note", id: "Catatan" }
    coder { en: "Coder", id: "Pengode" }
    as_supplementary { en: "supplementary", id: "pelengkap" }
    cross_coded { en: "cross-coded", id: "dikodekan silang" }
    speaker_unnamed { en: "without a speaker", id: "tanpa narasumber" }
    document { en: "document", id: "dokumen" }
    people { en: "People", id: "Orang" }
    documents { en: "Documents", id: "Dokumen" }
    unnamed { en: "Without a speaker", id: "Tanpa narasumber" }
    voices { en: "Who speaks", id: "Yang bersuara" }
    voices_key {
        en: "Who speaks: people / documents / statements without a speaker.",
        id: "Yang bersuara: orang / dokumen / pernyataan tanpa narasumber."
    }
    heard_heading { en: "Who was heard", id: "Siapa yang didengar" }
    name_or_post { en: "Name or post", id: "Nama atau jabatan" }
    method { en: "Method", id: "Teknik" }
    context_rows { en: "Context rows", id: "Baris konteks" }
    named_places { en: "Places named", id: "Lokasi disebut" }
    posts_planned { en: "Posts planned", id: "Jabatan direncanakan" }
    posts_heard { en: "Of these heard", id: "Di antaranya didengar" }
    posts_not_heard { en: "Planned posts that no statement is tied to", id: "Jabatan rencana yang tidak tertaut pada pernyataan mana pun" }
    not_tied { en: "cannot be tied", id: "tidak dapat ditautkan" }
    heard_key {
        en: "People are told apart by name, else by post and office; an office alone is no speaker. Counted are primary and supplementary statements, however many coders judged them.",
        id: "Orang dibedakan menurut nama, atau jabatan dan OPD; OPD saja bukan narasumber. Yang dihitung pernyataan utama dan pelengkap, berapa pun pengodenya."
    }
    cross_key {
        en: "×: a value there was coded under this framework by others than its source.",
        id: "×: ada nilai yang dikodekan ke kerangka ini bukan oleh sumbernya sendiri."
    }
    more_findings_key { en: "(+2): two more findings.", id: "(+2): dua temuan lagi." }
    matrix_more {
        en: "Every row with confidence, rationale, source and place: `--full`, or a file with `-o`.",
        id: "Setiap baris beserta keyakinan, alasan, sumber, dan letaknya: `--full`, atau berkas dengan `-o`."
    }
    standing_official { en: "official", id: "resmi" }
    standing_copy { en: "copy", id: "salinan" }
    standing_own { en: "own", id: "buatan sendiri" }
    standing_heading { en: "Standing", id: "Kedudukan" }
    framework_list_more {
        en: "One of them: `siap framework show ID`. Contents and crosswalks: `--full`.",
        id: "Salah satunya: `siap framework show ID`. Isi dan padanannya: `--full`."
    }
}

phrases! {
    heard_title(study) {
        en: "Who was heard: {study}",
        id: "Siapa yang didengar: {study}"
    }
    respondents_of_rows(count) {
        en: "{count} respondents, one in each row",
        id: "{count} responden, satu per baris"
    }
    plan_not_tied(region, planned) {
        en: "{region}: {planned} posts planned, no statement tied to one of them: statements cannot be tied to an informant.",
        id: "{region}: {planned} jabatan direncanakan, tidak ada pernyataan yang tertaut ke salah satunya: pernyataan tidak dapat ditautkan ke informan."
    }
    plan_others(region, planned, people) {
        en: "{region}: {planned} posts planned, no statement names one of them; people heard by other posts: {people}.",
        id: "{region}: {planned} jabatan direncanakan, tidak ada pernyataan yang menyebut salah satunya; orang yang didengar dengan jabatan lain: {people}."
    }
    plan_heard(region, planned, heard) {
        en: "{region}: {planned} posts planned, {heard} of them speak in a statement.",
        id: "{region}: {planned} jabatan direncanakan, {heard} di antaranya berbicara dalam pernyataan."
    }
    more_findings(count) {
        en: "… and {count} more",
        id: "… dan {count} lagi"
    }
    plan_unnamed(sentence, unnamed) {
        en: "{sentence} Statements without a speaker that may be theirs: {unnamed}.",
        id: "{sentence} Pernyataan tanpa narasumber yang mungkin dari mereka: {unnamed}."
    }
    crosswalks_line(count, ids) {
        en: "Crosswalks between them ({count}): {ids}.",
        id: "Padanan antarkerangka ({count}): {ids}."
    }
    no_statement_on(count, indicators) {
        en: "No statement ({count}): {indicators}.",
        id: "Tidak ada pernyataan ({count}): {indicators}."
    }
    no_statement_count(count) {
        en: "Indicators without a statement: {count}.",
        id: "Indikator tanpa pernyataan: {count}."
    }
    quantities_more(count) {
        en: "… and {count} more quantities; --full has all.",
        id: "… dan {count} kuantitas lain; --full memuat semuanya."
    }
    inventory_more(count) {
        en: "… and {count} more; --full has all.",
        id: "… dan {count} lagi; --full memuat semuanya."
    }
}

// What an instrument may have its own word for.
worded! {
    indicators_with_level[level, with_level]() {
        en: "Indicators with a {level}",
        id: "Indikator {with_level}"
    }
    framework_show_more[level]() {
        en: "Questions, {level} texts, evidence, advice: of one indicator `siap framework show ID INDICATOR`, of all `--full`.",
        id: "Pertanyaan, teks {level}, bukti, saran: satu indikator `siap framework show ID INDIKATOR`, semuanya `--full`."
    }
    score_one_region[region]() {
        en: "The tree of one region: `--region NAME`. Of all regions: `--full`.",
        id: "Pohon satu {region}: `--region NAMA`. Semua {region}: `--full`."
    }
    matrix_one_region[region]() {
        en: "Findings of one region: `--region NAME`. Of all regions: `--full`.",
        id: "Temuan satu {region}: `--region NAMA`. Semua {region}: `--full`."
    }
    items_more[item, items](count) {
        en: "… and {count} more {items}, accepted ones among them; --full has all.",
        id: "… dan {count} {item} lain, termasuk yang sudah diterima; --full memuat semuanya."
    }
    share_of_whole[whole](share) {
        en: "{share} of the {whole}",
        id: "{share} dari {whole}"
    }
}
