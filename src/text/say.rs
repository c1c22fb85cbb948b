//! Every diagnostic, in Indonesian and English.
//!
//! Each function is one sentence: its name is the stable `code` that programs see, its arguments
//! fill the wording. Lower case, back-ticks round what the user wrote, no full stop.

use std::fmt::Display;

use super::{Sentence, Text};

macro_rules! sentences {
    ($( $name:ident ( $($arg:ident),* ) { en: $en:literal, id: $id:literal } )*) => {
        $(
            #[doc = concat!("“", $en, "”")]
            pub fn $name($($arg: impl Display),*) -> Sentence {
                Sentence {
                    code: stringify!($name),
                    text: Text::new(format!($id), format!($en)),
                }
            }
        )*
    };
}

// Framework files.
sentences! {
    toml_syntax(message) {
        en: "this is not valid TOML: {message}",
        id: "TOML tidak sah: {message}"
    }
    toml_value(message) {
        en: "this value does not fit: {message}",
        id: "nilai ini tidak cocok: {message}"
    }
    unknown_key(key) {
        en: "unknown key `{key}`",
        id: "kunci `{key}` tidak dikenal"
    }
    known_keys(keys) {
        en: "known keys here: {keys}",
        id: "kunci yang dikenal di sini: {keys}"
    }
    missing_key(key) {
        en: "the key `{key}` is missing",
        id: "kunci `{key}` tidak ada"
    }
    wrong_type(found, wanted) {
        en: "found {found}, expected {wanted}",
        id: "ditemukan {found}, seharusnya {wanted}"
    }
    unknown_word(found, words) {
        en: "`{found}` is not one of: {words}",
        id: "`{found}` bukan salah satu dari: {words}"
    }
    did_you_mean(word) {
        en: "did you mean `{word}`?",
        id: "maksudnya `{word}`?"
    }
    bad_id(id) {
        en: "`{id}` is not a valid id: use small letters, digits and hyphens",
        id: "`{id}` bukan id yang sah: pakai huruf kecil, angka, dan tanda hubung"
    }
    reserved_id(id) {
        en: "the id `{id}` is reserved for the whole framework",
        id: "id `{id}` sudah dipakai untuk keseluruhan kerangka"
    }
    duplicate_id(id, line) {
        en: "the id `{id}` is already used in line {line}",
        id: "id `{id}` sudah dipakai di baris {line}"
    }
    alias_of_two(alias, one, other) {
        en: "the alias `{alias}` of `{one}` already means `{other}`",
        id: "alias `{alias}` dari `{one}` sudah berarti `{other}`"
    }
    unknown_parent(parent, child) {
        en: "`{child}` belongs to `{parent}`, but there is no such group",
        id: "`{child}` masuk kelompok `{parent}`, tetapi kelompok itu tidak ada"
    }
    circular_parent(id) {
        en: "the group `{id}` is its own ancestor",
        id: "kelompok `{id}` menjadi induk bagi dirinya sendiri"
    }
    empty_group(id) {
        en: "the group `{id}` has no indicators",
        id: "kelompok `{id}` tidak memiliki indikator"
    }
    no_indicators() {
        en: "the framework has no indicators",
        id: "kerangka ini tidak memiliki indikator"
    }
    indicator_without_group(id) {
        en: "the indicator `{id}` names no group, but the framework has groups",
        id: "indikator `{id}` tidak menyebut kelompok, padahal kerangka ini berkelompok"
    }
    weights_all_zero(parent) {
        en: "the weights below `{parent}` are all zero",
        id: "semua bobot di bawah `{parent}` nol"
    }
    bad_weight(weight) {
        en: "`{weight}` cannot be a weight: it must be a number, zero or more",
        id: "`{weight}` tidak dapat menjadi bobot: harus angka nol atau lebih"
    }
    bad_scale(min, max) {
        en: "the scale runs from {min} to {max}: the lowest value must be below the highest",
        id: "skala berjalan dari {min} ke {max}: nilai terendah harus di bawah nilai tertinggi"
    }
    level_outside_scale(level, min, max) {
        en: "level `{level}` is outside the scale {min} to {max}",
        id: "level `{level}` di luar skala {min} sampai {max}"
    }
    scale_called(name) {
        en: "the indicator uses the scale `{name}`",
        id: "indikator ini memakai skala `{name}`"
    }
    scale_of_framework() {
        en: "the indicator uses the scale of the framework",
        id: "indikator ini memakai skala kerangka"
    }
    unknown_scale(name) {
        en: "there is no scale `{name}` in this framework",
        id: "tidak ada skala `{name}` dalam kerangka ini"
    }
    duplicate_level(level) {
        en: "level `{level}` is named twice",
        id: "level `{level}` diberi nama dua kali"
    }
    share_outside(name, value, max) {
        en: "`{name}` is {value}, but must lie between 0 and {max}",
        id: "`{name}` bernilai {value}, padahal harus antara 0 dan {max}"
    }
    too_many_decimals(found) {
        en: "{found} decimals are more than the 6 that can be shown",
        id: "{found} angka desimal melebihi 6 yang dapat ditampilkan"
    }
    number_not_finite(value) {
        en: "`{value}` is not a number that can be used here",
        id: "`{value}` bukan angka yang dapat dipakai di sini"
    }
    duplicate_band(id) {
        en: "the band `{id}` is defined twice",
        id: "predikat `{id}` ditentukan dua kali"
    }
    overlapping_bands(one, other, from) {
        en: "the bands `{one}` and `{other}` overlap: both start at {from}",
        id: "predikat `{one}` dan `{other}` bertumpang tindih: keduanya mulai dari {from}"
    }
    unknown_node(name) {
        en: "`{name}` is neither `index` nor a group or indicator of the framework",
        id: "`{name}` bukan `index`, bukan pula kelompok atau indikator kerangka ini"
    }
    languages_differ(id_count, en_count) {
        en: "the list has {id_count} Indonesian and {en_count} English texts",
        id: "daftar ini berisi {id_count} teks Indonesia dan {en_count} teks Inggris"
    }
    level_text_count(found, wanted) {
        en: "{found} level texts, but the scale has {wanted} levels",
        id: "ada {found} teks level, padahal skala memiliki {wanted} level"
    }
    ladder_without_stages(id) {
        en: "`{id}` is a ladder, but its scale names fewer than two stages",
        id: "`{id}` adalah tangga, tetapi skalanya menyebut kurang dari dua tahap"
    }
    only_for_numbers(id) {
        en: "`{id}` is not of kind `number`: goalposts and normalise do not apply",
        id: "`{id}` bukan jenis `number`: goalposts dan normalise tidak berlaku"
    }
    two_normalisations(id) {
        en: "`{id}` has both goalposts and normalise: choose one",
        id: "`{id}` memiliki goalposts dan normalise sekaligus: pilih salah satu"
    }
    bad_goalposts(low, high) {
        en: "the goalposts {low} and {high} must be two numbers, the lower first",
        id: "goalposts {low} dan {high} harus dua angka, yang rendah dahulu"
    }
    number_without_unit(id) {
        en: "the number `{id}` has no unit, goalposts or normalise: it is shown as it stands",
        id: "angka `{id}` tanpa satuan, goalposts, atau normalise: ditampilkan apa adanya"
    }
    duplicate_item(code, indicator) {
        en: "the evidence item `{code}` stands twice in `{indicator}`",
        id: "butir bukti `{code}` tercantum dua kali pada `{indicator}`"
    }
    valid_ends_before_it_starts() {
        en: "`valid` ends before it starts",
        id: "`valid` berakhir sebelum dimulai"
    }
    unknown_framework(id) {
        en: "there is no framework `{id}`",
        id: "kerangka `{id}` tidak ada"
    }
    known_frameworks(ids) {
        en: "built in: {ids}",
        id: "tersedia: {ids}"
    }
}
