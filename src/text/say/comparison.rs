//! Comparisons and trends.

use crate::text::{Sentence, Word};

// What weakens a comparison beyond the scores themselves.
sentences! {
    one_region_only(regions) {
        en: "one region is meant here, and several fit: {regions}",
        id: "di sini dimaksud satu wilayah, padahal beberapa cocok: {regions}"
    }
    same_side(side) {
        en: "`{side}` is the very side that is explained: name another region, wave or stage",
        id: "`{side}` adalah sisi yang sedang dijelaskan: sebut wilayah, periode, atau tahap lain"
    }
    side_without_data(side) {
        en: "one of the two sides has no data here, so that there is no difference to explain: `{side}`",
        id: "salah satu sisi tidak berdata di sini, sehingga tidak ada selisih yang dapat dijelaskan: `{side}`"
    }
    framework_without_wave(framework) {
        en: "framework `{framework}` has no data of what is asked for and is left out",
        id: "kerangka `{framework}` tidak memiliki data yang diminta dan tidak ikut"
    }
    side_is_a_wave(side) {
        en: "`{side}` is a wave, and no region",
        id: "`{side}` adalah periode, bukan wilayah"
    }
    side_of_wave(side) {
        en: "the same region in that wave is `--against \"{side}\"`",
        id: "wilayah yang sama pada periode itu ditulis `--against \"{side}\"`"
    }
    unknown_stage_of_side(word) {
        en: "`{word}` is no stage: write REGION@WAVE:STAGE with self, document, interview, visit or final",
        id: "`{word}` bukan tahap: tulis WILAYAH@PERIODE:TAHAP dengan mandiri, dokumen, interviu, visitasi, atau final"
    }
    cross_basis(regions) {
        en: "levels rest on cross-coded evidence, so they are no findings of its sources: {regions}",
        id: "level bertumpu pada bukti yang dikode silang, sehingga bukan temuan sumbernya: {regions}"
    }
    cross_basis_wholly(region) {
        en: "{region} (wholly)",
        id: "{region} (seluruhnya)"
    }
    cross_basis_partly(region) {
        en: "{region} (partly)",
        id: "{region} (sebagian)"
    }
    uneven_coverage(lowest, low, high, region) {
        en: "coverage of the ranked {region}s differs, from {low} to {high}; lowest: {lowest}",
        id: "cakupan {region} yang diperingkat berbeda, dari {low} sampai {high}; terendah: {lowest}"
    }
    different_sources(region) {
        en: "the ranked {region}s have no source in common: differences between them may be differences between sources",
        id: "tidak ada sumber yang sama bagi semua {region} yang diperingkat: perbedaan antar{region} dapat berasal dari perbedaan sumber"
    }
}

// Trends between waves.
sentences! {
    trend_of_several_frameworks() {
        en: "the waves stand under different frameworks or versions, whose scores cannot be joined into one trend",
        id: "periode-periode ini memakai kerangka atau versi yang berbeda, sehingga skornya tidak dapat disambung menjadi satu tren"
    }
    trend_framework_waves(framework, version, waves) {
        en: "`{framework}` version {version}: {waves}",
        id: "`{framework}` versi {version}: {waves}"
    }
    trend_no_waves() {
        en: "no wave named",
        id: "tanpa periode"
    }
    trend_replaced(old, new) {
        en: "`{new}` replaced `{old}`: other questions and other weights, so that a change of number is no change of the region",
        id: "`{new}` menggantikan `{old}`: pertanyaan dan bobotnya lain, sehingga perubahan angka bukan perubahan wilayah"
    }
    trend_bridge_help(framework) {
        en: "a crosswalk joins them: `--as {framework}`",
        id: "ada padanan yang menghubungkannya: `--as {framework}`"
    }
    trend_no_bridge(frameworks) {
        en: "no built-in crosswalk joins {frameworks}, so there is no trend across them: compare waves under one framework",
        id: "tidak ada padanan bawaan antara {frameworks}, jadi tren di antaranya tidak dapat dibuat: bandingkan periode yang memakai kerangka sama"
    }
    trend_follow_one(framework, waves) {
        en: "`-f {framework}` follows one of them ({waves})",
        id: "`-f {framework}` mengikuti salah satunya ({waves})"
    }
    trend_needs_two_waves() {
        en: "a trend needs two different waves",
        id: "tren memerlukan dua periode yang berbeda"
    }
    trend_two_waves_help() {
        en: "give `--wave` twice, or once as `FIRST..LAST`",
        id: "tulis `--wave` dua kali, atau sekali sebagai `PERTAMA..TERAKHIR`"
    }
    trend_waves_reversed(first, last) {
        en: "the wave `{first}` comes after `{last}`",
        id: "periode `{first}` datang sesudah `{last}`"
    }
    trend_waves_reversed_help(first, last) {
        en: "the earlier one first: `--wave {first}..{last}`",
        id: "yang lebih awal dahulu: `--wave {first}..{last}`"
    }
    trend_too_few_waves(waves) {
        en: "a trend needs two waves with data of the regions compared; there are: {waves}",
        id: "tren memerlukan dua periode yang berisi data wilayah yang dibandingkan; yang ada: {waves}"
    }
    trend_fell_to_zero(id, places) {
        en: "`{id}` falls to exactly 0: {places}",
        id: "`{id}` turun menjadi tepat 0: {places}"
    }
    trend_zero_help() {
        en: "where 0 stands for no data, write `missing = [\"0\"]` in study.toml",
        id: "bila 0 berarti tidak ada data, tulis `missing = [\"0\"]` di study.toml"
    }
}
