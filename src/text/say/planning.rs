//! Plans: targets, costs and fixed levels that cannot be.

use crate::text::{Sentence, Word};

sentences! {
    target_wanted(word) {
        en: "`{word}` is not possible for `--target`: use a number such as `92.3`, or a band such as `predikat:baik`",
        id: "`{word}` tidak dapat dipakai untuk `--target`: pakai angka seperti `92,3`, atau predikat seperti `predikat:baik`"
    }
    fix_wanted(word) {
        en: "`{word}` is not possible for `--fix`: use INDICATOR=LEVEL such as `i12=3`",
        id: "`{word}` tidak dapat dipakai untuk `--fix`: pakai INDIKATOR=LEVEL seperti `i12=3`"
    }
    target_off_scale(target, low, high) {
        en: "the target {target} lies outside {low} to {high}",
        id: "target {target} berada di luar {low} sampai {high}"
    }
    no_such_band(word, framework) {
        en: "`{word}` is no band of framework `{framework}`",
        id: "`{word}` bukan predikat dalam kerangka `{framework}`"
    }
    known_bands(bands) {
        en: "its bands are {bands}",
        id: "predikatnya: {bands}"
    }
    no_bands(framework) {
        en: "framework `{framework}` has no bands: give the target as a number",
        id: "kerangka `{framework}` tidak memiliki predikat: sebutkan target sebagai angka"
    }
    plan_relative(indicators) {
        en: "no plan can be made: the scores of {indicators} depend on what other regions have (`normalise`)",
        id: "rencana tidak dapat dibuat: skor {indicators} bergantung pada capaian wilayah lain (`normalise`)"
    }
    plan_relative_help() {
        en: "with `goalposts` in place of `normalise` a score depends on the region alone",
        id: "dengan `goalposts` sebagai ganti `normalise`, skor hanya bergantung pada wilayah itu sendiri"
    }
    plan_too_fine() {
        en: "the costs differ in too many ways for an exact plan",
        id: "biayanya terlalu beragam untuk rencana yang terbukti paling murah"
    }
    plan_too_fine_help() {
        en: "round the costs, to millions for example, or set `--max-step` or `--node`",
        id: "bulatkan biayanya, misalnya ke jutaan, atau pakai `--max-step` atau `--node`"
    }
    plan_disagrees(expected, found) {
        en: "the plan should reach {expected} but scores {found}: this is a mistake in siap, please report it",
        id: "rencana seharusnya mencapai {expected} tetapi skornya {found}: ini kesalahan siap, mohon dilaporkan"
    }
    fix_not_raisable(indicator) {
        en: "`--fix {indicator}` is not possible: `{indicator}` has no level here that a plan can raise",
        id: "`--fix {indicator}` tidak dapat dipakai: `{indicator}` di sini tidak memiliki level yang dapat dinaikkan rencana"
    }
    fix_level(indicator, level, levels) {
        en: "`{indicator}` cannot come to {level}: possible are {levels}",
        id: "`{indicator}` tidak dapat menjadi {level}: yang mungkin {levels}"
    }
    fix_is_no_indicator(name) {
        en: "`{name}` is a group: `--fix` takes an indicator",
        id: "`{name}` adalah kelompok: `--fix` memerlukan indikator"
    }
    fix_twice(indicator) {
        en: "`--fix` names `{indicator}` twice",
        id: "`--fix` menyebut `{indicator}` dua kali"
    }
    until_needs_years(until) {
        en: "`--until {until}` needs years: the region's wave or `{until}` is none",
        id: "`--until {until}` memerlukan tahun: periode wilayah ini atau `{until}` bukan tahun"
    }
    until_too_early(until, wave) {
        en: "`--until {until}` is not after {wave}, the wave of the region",
        id: "`--until {until}` tidak sesudah {wave}, periode wilayah ini"
    }
    until_too_far(until, most) {
        en: "`--until {until}` is more than {most} years ahead",
        id: "`--until {until}` lebih dari {most} tahun ke depan"
    }
    costs_columns() {
        en: "a table of costs has the columns `indicator`, `level` and `cost`",
        id: "tabel biaya memiliki kolom `indikator`, `level`, dan `biaya`"
    }
    costs_columns_found(headers) {
        en: "found: {headers}",
        id: "yang ada: {headers}"
    }
    cost_wanted(word) {
        en: "`{word}` is no cost: use a number from 0 to 1000000000000 without separators, with at most three decimals",
        id: "`{word}` bukan biaya: pakai angka dari 0 sampai 1000000000000 tanpa pemisah ribuan, paling banyak tiga desimal"
    }
    fix_levels(levels) {
        en: "its levels are {levels}",
        id: "levelnya {levels}"
    }
    cost_level(word, indicator) {
        en: "`{word}` is no level of `{indicator}`",
        id: "`{word}` bukan level `{indicator}`"
    }
    cost_twice(indicator, level) {
        en: "`{indicator}` has two costs for level {level}",
        id: "`{indicator}` memiliki dua biaya untuk level {level}"
    }
}
