//! Every diagnostic, in Indonesian and English.
//!
//! Each function is one sentence: its name is the stable `code` that programs see, its arguments
//! fill the wording. Lower case, back-ticks round what the user wrote, no full stop.

use super::{Lang, Sentence, Text, Word};

macro_rules! sentences {
    ($( $name:ident ( $($arg:ident),* ) { en: $en:literal, id: $id:literal } )*) => {
        $(
            #[doc = concat!("```text\n", $en, "\n```")]
            pub fn $name($($arg: impl Word),*) -> Sentence {
                let id = {
                    $(let $arg = $arg.word(Lang::Id);)*
                    format!($id)
                };
                let en = {
                    $(let $arg = $arg.word(Lang::En);)*
                    format!($en)
                };
                Sentence {
                    code: stringify!($name),
                    text: Text::new(id, en),
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
    nested_too_deep(id, most) {
        en: "the group `{id}` is nested more than {most} levels deep",
        id: "kelompok `{id}` bersarang lebih dari {most} tingkat"
    }
    title_of_two(title, one, other) {
        en: "`{one}` and `{other}` share the title `{title}`: rows can name them by id only",
        id: "`{one}` dan `{other}` sama-sama berjudul `{title}`: baris data hanya dapat menyebut id-nya"
    }
    reserved_scale(name) {
        en: "the scale name `{name}` is built in: choose another",
        id: "nama skala `{name}` sudah dipakai bawaan: pilih nama lain"
    }
    number_too_large(value) {
        en: "`{value}` is too large or too small to reckon with",
        id: "`{value}` terlalu besar atau terlalu kecil untuk dihitung"
    }
    native_needs_one_scale() {
        en: "`unit = \"native\"` needs one scale that all scored indicators share",
        id: "`unit = \"native\"` memerlukan satu skala yang sama untuk semua indikator yang dinilai"
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

// Joining statements with a framework, and scoring.
sentences! {
    unknown_indicator(indicator, framework) {
        en: "indicator `{indicator}` is not in framework `{framework}`",
        id: "indikator `{indicator}` tidak ada dalam kerangka `{framework}`"
    }
    known_indicators(ids) {
        en: "its indicators: {ids}",
        id: "indikatornya: {ids}"
    }
    not_applicable_refused(indicator) {
        en: "`{indicator}` does not allow the answer \"not applicable\"",
        id: "`{indicator}` tidak mengizinkan jawaban \"tidak berlaku\""
    }
    not_applicable_help() {
        en: "leave the cell empty where there is no data (or declare `missing = [\"N/A\"]` in study.toml); a framework allows the answer with `allow_na = true`",
        id: "kosongkan sel bila tidak ada data (atau nyatakan `missing = [\"N/A\"]` di study.toml); kerangka mengizinkan jawaban ini dengan `allow_na = true`"
    }
    number_wanted(word, indicator) {
        en: "`{word}` is not a number, but `{indicator}` is measured in numbers",
        id: "`{word}` bukan angka, padahal `{indicator}` diukur dengan angka"
    }
    scale_runs(min, max) {
        en: "the scale runs from {min} to {max}",
        id: "skala {min} sampai {max}"
    }
    scale_has(levels) {
        en: "the levels of the scale are {levels}",
        id: "level pada skala: {levels}"
    }
    scale_has_names(levels, names) {
        en: "the levels are {levels}, or by name {names}",
        id: "level yang ada {levels}, atau dengan nama {names}"
    }
    unknown_level(word) {
        en: "`{word}` is not a level of the scale",
        id: "`{word}` bukan level pada skala"
    }
    unknown_kind(word) {
        en: "`{word}` is not a kind of region: use kabupaten, kota, provinsi, kecamatan, desa, nasional or instansi",
        id: "`{word}` bukan jenis wilayah: pakai kabupaten, kota, provinsi, kecamatan, desa, nasional, atau instansi"
    }
    unknown_regions(count, names) {
        en: "names not found in the register of regions ({count}): {names}",
        id: "nama yang tidak ada dalam daftar wilayah ({count}): {names}"
    }
    region_near(name, near) {
        en: "`{name}`: did you mean {near}?",
        id: "`{name}`: maksudnya {near}?"
    }
    region_kept_as_text() {
        en: "the text stays as it stands; a name or code of the register, the column `kind`, or `[regions]` in study.toml settles it",
        id: "teks dibiarkan apa adanya; nama atau kode resmi, kolom `jenis`, atau `[regions]` di study.toml memperjelasnya"
    }
    duplicate_row(row) {
        en: "line {row} repeats an earlier row exactly",
        id: "baris {row} persis mengulang baris sebelumnya"
    }
    wave_outside_validity(waves, framework, from, to) {
        en: "wave {waves} lies outside the years of `{framework}`: {from} to {to}",
        id: "periode {waves} di luar masa berlaku `{framework}`: {from} sampai {to}"
    }
    repealed_by(framework) {
        en: "its place was taken by `{framework}`",
        id: "sudah digantikan oleh `{framework}`"
    }
    contradicts_nobody(name) {
        en: "no row has the id `{name}` that is named here as contradicted",
        id: "tidak ada baris dengan id `{name}` yang di sini disebut bertentangan"
    }
    missing_not_allowed(node, region) {
        en: "`{node}` has no score in {region}, and the framework forbids missing data (missing = \"fail\")",
        id: "`{node}` tanpa skor di {region}, sedangkan kerangka melarang data kosong (missing = \"fail\")"
    }
    missing_help() {
        en: "add the data, or set `missing = \"rescale\"` under [aggregation]",
        id: "lengkapi data, atau tetapkan `missing = \"rescale\"` pada [aggregation]"
    }
    zero_under_rule(node, region, group) {
        en: "`{node}` is zero in {region}: the mean of `{group}` is geometric or harmonic and needs values above zero",
        id: "`{node}` bernilai nol di {region}: rata-rata `{group}` geometrik atau harmonik dan membutuhkan nilai di atas nol"
    }
    zero_under_rule_help() {
        en: "set `floor = 0.01` under [aggregation], or choose the arithmetic mean",
        id: "tetapkan `floor = 0.01` pada [aggregation], atau pilih rata-rata aritmetik"
    }
    reported_differs(node, region, reported, computed) {
        en: "{region}: `{node}` is reported as {reported} but computed as {computed}; the computed number counts",
        id: "{region}: `{node}` dilaporkan {reported} tetapi dihitung {computed}; yang dipakai angka hasil hitung"
    }
    reported_outside(node, region, value, min, max) {
        en: "{region}: the number {value} reported for `{node}` lies outside {min} to {max}",
        id: "{region}: angka {value} yang dilaporkan untuk `{node}` di luar {min} sampai {max}"
    }
}

// Study files.
sentences! {
    unknown_region_code(code) {
        en: "`{code}` is not a code of the register of regions",
        id: "`{code}` bukan kode dalam daftar wilayah"
    }
    unknown_column_target(header, ours) {
        en: "the header `{header}` is to mean `{ours}`, but there is no such column",
        id: "tajuk `{header}` diartikan `{ours}`, tetapi kolom itu tidak ada"
    }
    key_without_effect(key) {
        en: "`{key}` has no effect in this version",
        id: "`{key}` belum berpengaruh pada versi ini"
    }
}

// Reading files and tables.
sentences! {
    empty_file() {
        en: "the file is empty",
        id: "berkas kosong"
    }
    no_rows() {
        en: "the table has a header but no rows",
        id: "tabel hanya berisi baris tajuk, tanpa baris data"
    }
    binary_file() {
        en: "the file is not text",
        id: "berkas ini bukan berkas teks"
    }
    foreign_format(format) {
        en: "the file is in the format {format}, not a text table",
        id: "berkas ini berformat {format}, bukan tabel teks"
    }
    save_as_csv() {
        en: "save the table as `CSV UTF-8` and use that file",
        id: "simpan tabel sebagai `CSV UTF-8`, lalu gunakan berkas itu"
    }
    mixed_encoding() {
        en: "the text is UTF-8 in part and Windows-1252 from here; some letters may be wrong",
        id: "teks sebagian UTF-8 dan mulai dari sini Windows-1252; beberapa huruf mungkin keliru"
    }
    unclosed_quote() {
        en: "a quotation mark opens here and is never closed",
        id: "tanda kutip dibuka di sini dan tidak pernah ditutup"
    }
    text_behind_quote() {
        en: "text stands behind the closing quotation mark of a cell",
        id: "ada teks di belakang tanda kutip penutup suatu sel"
    }
    quote_opened_at(place) {
        en: "the cell opens with a quotation mark at {place}",
        id: "sel itu dibuka dengan tanda kutip di {place}"
    }
    double_quote() {
        en: "write a quotation mark inside a quoted cell twice (`\"\"`)",
        id: "tulis tanda kutip di dalam sel berkutip dua kali (`\"\"`)"
    }
    ragged_row(expected, found) {
        en: "cells in this row: {found}; in the header: {expected}",
        id: "jumlah sel pada baris ini: {found}; pada baris tajuk: {expected}"
    }
    quote_delimiter(delimiter) {
        en: "put double quotation marks round a cell that contains the delimiter (`{delimiter}`)",
        id: "apit sel yang memuat tanda pemisah (`{delimiter}`) dengan tanda kutip ganda"
    }
    row_spans_lines() {
        en: "the row goes over several lines: a quotation mark in it may be closed too late",
        id: "baris ini meliputi beberapa baris teks: mungkin ada tanda kutip yang terlambat ditutup"
    }
    missing_column(column, also) {
        en: "the table has no column `{column}` (also: {also})",
        id: "kolom wajib tidak ada: `{column}` (nama lain: {also})"
    }
    rename_header(header, name) {
        en: "header `{header}`: did you mean `{name}`?",
        id: "tajuk `{header}`: apakah maksudnya `{name}`?"
    }
    header_not_first(line) {
        en: "line {line} looks like the header: the header must be the first line",
        id: "baris {line} tampak seperti baris tajuk: baris tajuk harus baris pertama"
    }
    indicator_headers() {
        en: "a table without this column needs one column per indicator, with its id or title as header",
        id: "tabel tanpa kolom ini memerlukan satu kolom per indikator dengan kode atau judulnya sebagai tajuk"
    }
    duplicate_column(column, header, first) {
        en: "header `{header}` gives the column `{column}` a second time, after `{first}`",
        id: "tajuk `{header}` memberikan kolom `{column}` dua kali, sesudah `{first}`"
    }
    keep_one_column() {
        en: "rename or remove one of the two, or declare what each of them is",
        id: "ganti nama atau hapus salah satunya, atau nyatakan arti masing-masing"
    }
    unused_columns(columns) {
        en: "columns that are not used: {columns}",
        id: "kolom yang tidak dipakai: {columns}"
    }
    unnamed_columns(numbers) {
        en: "columns without a header are not used: {numbers}",
        id: "kolom tanpa tajuk tidak dipakai: {numbers}"
    }
    empty_cell(column) {
        en: "the cell of column `{column}` is empty",
        id: "sel kolom `{column}` kosong"
    }
    fill_every_row() {
        en: "repeat the value in every row it belongs to",
        id: "ulangi isinya pada setiap baris yang bersangkutan"
    }
    number_expected(text) {
        en: "`{text}` is not a number",
        id: "`{text}` bukan angka"
    }
    number_alone() {
        en: "write the number alone; words belong in the columns `unit` and `note`",
        id: "tulis angkanya saja; kata-kata dicatat dalam kolom `satuan` dan `catatan`"
    }
    weight_not_positive(text) {
        en: "weight `{text}` is not above 0",
        id: "bobot `{text}` tidak lebih besar dari 0"
    }
    leave_weight_empty() {
        en: "leave the cell empty for the weight 1",
        id: "kosongkan sel untuk bobot 1"
    }
    no_decimal_comma(text) {
        en: "`{text}` does not fit the decimal comma of the file",
        id: "`{text}` tidak sesuai dengan tanda desimal koma pada berkas ini"
    }
    no_decimal_point(text) {
        en: "`{text}` does not fit the decimal point of the file",
        id: "`{text}` tidak sesuai dengan tanda desimal titik pada berkas ini"
    }
    decimal_undecidable(text) {
        en: "the decimal sign in `{text}` cannot be decided",
        id: "tanda desimal pada `{text}` tidak dapat ditentukan"
    }
    two_readings(whole, fraction) {
        en: "it may mean {whole} or {fraction}, and no other number of the file decides",
        id: "artinya bisa {whole} atau {fraction}, dan tidak ada angka lain dalam berkas yang menentukannya"
    }
    decimal_mixed(first, second) {
        en: "numbers with a decimal comma and with a decimal point are mixed: `{first}`, `{second}`",
        id: "angka dengan desimal koma dan desimal titik bercampur: `{first}`, `{second}`"
    }
    number_seen_at(text, place) {
        en: "`{text}` stands at {place}",
        id: "`{text}` ada di {place}"
    }
    declare_decimal() {
        en: "declare the decimal sign of the file",
        id: "nyatakan tanda desimal berkas ini"
    }
    word_expected(text, column, allowed) {
        en: "`{text}` is not allowed in column `{column}`; allowed: {allowed}",
        id: "`{text}` tidak dikenal dalam kolom `{column}`; pilihan: {allowed}"
    }
    more_problems(count) {
        en: "further problems in the file that are not listed: {count}",
        id: "masalah lain dalam berkas yang tidak ditampilkan: {count}"
    }
}

// Files, arguments and studies as the program meets them.
sentences! {
    no_such_file() {
        en: "there is no such file",
        id: "berkas tidak ada"
    }
    no_such_file_or_folder() {
        en: "there is no such file or folder",
        id: "berkas atau folder tidak ada"
    }
    may_not_read() {
        en: "the file may not be read",
        id: "berkas tidak boleh dibaca"
    }
    cannot_read(why) {
        en: "the file cannot be read: {why}",
        id: "berkas tidak dapat dibaca: {why}"
    }
    cannot_write(why) {
        en: "the file cannot be written: {why}",
        id: "berkas tidak dapat ditulis: {why}"
    }
    also_elsewhere(count) {
        en: "the same holds in {count} more place(s)",
        id: "hal yang sama berlaku di {count} tempat lain"
    }
    may_not_write() {
        en: "the file may not be written",
        id: "berkas tidak boleh ditulis"
    }
    no_such_folder() {
        en: "there is no such folder",
        id: "folder itu tidak ada"
    }
    file_in_the_way() {
        en: "a file stands where a folder is needed",
        id: "ada berkas di tempat yang memerlukan folder"
    }
    disk_full() {
        en: "the disk is full",
        id: "penyimpanan penuh"
    }
    close_in_excel() {
        en: "if it is open in Excel, close it there first; else check its permissions",
        id: "bila sedang terbuka di Excel, tutup dahulu; bila tidak, periksa izin berkasnya"
    }
    make_folder() {
        en: "the folder has to exist first",
        id: "foldernya harus ada dahulu"
    }
    not_utf8() {
        en: "the file is not UTF-8 text",
        id: "berkas bukan teks UTF-8"
    }
    empty_name() {
        en: "the name of the output is empty",
        id: "nama keluaran kosong"
    }
    output_is_input(name) {
        en: "`{name}` is read by this command: writing there would replace it",
        id: "`{name}` dibaca oleh perintah ini: menulis ke sana akan menggantikannya"
    }
    output_becomes_input(name) {
        en: "`{name}` would be read as data of this study next time",
        id: "`{name}` akan terbaca sebagai data studi ini pada kesempatan berikutnya"
    }
    choose_another_name() {
        en: "choose another name or folder",
        id: "pilih nama atau folder lain"
    }
    same_framework_twice(id) {
        en: "the study names the framework `{id}` twice",
        id: "studi ini menyebut kerangka `{id}` dua kali"
    }
    framework_without_rows(id) {
        en: "no row belongs to the framework `{id}`: it is left out",
        id: "tidak ada baris untuk kerangka `{id}`: kerangka itu dilewati"
    }
    nothing_selected() {
        en: "nothing is left after --wave, --region and --kind",
        id: "tidak ada yang tersisa setelah --wave, --region, dan --kind"
    }
    unknown_tag(tag, tags) {
        en: "the study has no tag `{tag}`; it has: {tags}",
        id: "studi ini tidak memiliki tag `{tag}`; yang ada: {tags}"
    }
    folder_not_file() {
        en: "this is a folder, not a file",
        id: "ini folder, bukan berkas"
    }
    bad_pattern(why) {
        en: "the pattern cannot be used: {why}",
        id: "pola ini tidak dapat dipakai: {why}"
    }
    pattern_without_files() {
        en: "no file fits this pattern",
        id: "tidak ada berkas yang cocok dengan pola ini"
    }
    folder_without_study() {
        en: "the folder has no study.toml",
        id: "folder ini tidak berisi study.toml"
    }
    folder_without_study_help() {
        en: "name its data files one by one, or write a study.toml that names framework and data",
        id: "sebutkan berkas datanya satu per satu, atau buat study.toml yang menyebut kerangka dan data"
    }
    two_studies(one, other) {
        en: "`{one}` and `{other}` are both studies: name one at a time",
        id: "`{one}` dan `{other}` sama-sama studi: sebutkan satu saja"
    }
    nothing_to_read() {
        en: "no study and no data file is named",
        id: "belum ada studi atau berkas data yang disebut"
    }
    nothing_to_read_help() {
        en: "name a study folder or data files, or `-` for standard input; name them before --region",
        id: "sebutkan folder studi atau berkas data, atau `-` untuk masukan standar; sebutkan sebelum --region"
    }
    no_framework_named() {
        en: "no framework is named",
        id: "belum ada kerangka yang disebut"
    }
    hint_framework() {
        en: "name one with --framework; `siap framework list` shows what is built in",
        id: "sebutkan dengan --framework; `siap framework list` menampilkan kerangka bawaan"
    }
    hint_decimal() {
        en: "use `--decimal comma` or `--decimal point`, or `decimal = \",\"` in study.toml",
        id: "gunakan `--decimal comma` atau `--decimal point`, atau `decimal = \",\"` di study.toml"
    }
    several_frameworks(ids) {
        en: "the study has several frameworks, but this format holds one: {ids}",
        id: "studi ini memiliki beberapa kerangka, padahal format ini memuat satu: {ids}"
    }
    several_frameworks_help() {
        en: "choose one with --framework",
        id: "pilih satu dengan --framework"
    }
    rows_of_other_frameworks(count, ids) {
        en: "{count} row(s) belong to another framework and are left out: {ids}",
        id: "{count} baris milik kerangka lain dan tidak dipakai: {ids}"
    }
    no_such_wave(wave, waves) {
        en: "there is no wave `{wave}`; the data have: {waves}",
        id: "tidak ada periode `{wave}`; yang ada dalam data: {waves}"
    }
    no_waves_in_data(wave) {
        en: "there is no wave `{wave}`: the rows name none",
        id: "tidak ada periode `{wave}`: baris data tidak menyebut periode"
    }
    region_not_in_data(region) {
        en: "the data have no region `{region}`",
        id: "dalam data tidak ada wilayah `{region}`"
    }
    study_before_region(name) {
        en: "`{name}` is a file or folder: name study and data before --region",
        id: "`{name}` adalah berkas atau folder: sebutkan studi dan data sebelum --region"
    }
    regions_in_data(regions) {
        en: "the data have: {regions}",
        id: "dalam data ada: {regions}"
    }
    no_region_of_kind(kind) {
        en: "the data have no region of kind `{kind}`",
        id: "dalam data tidak ada wilayah jenis `{kind}`"
    }
    no_statements() {
        en: "no statement is left to score",
        id: "tidak ada pernyataan yang tersisa untuk dinilai"
    }
    already_there(name) {
        en: "`{name}` exists already and is left as it is",
        id: "`{name}` sudah ada dan dibiarkan apa adanya"
    }
    unknown_table_ending(name) {
        en: "the ending of `{name}` names no format that can be written: use .csv, .json, .md or .txt",
        id: "akhiran `{name}` tidak menunjuk format yang dapat ditulis: pakai .csv, .json, .md, atau .txt"
    }
    unknown_ending(name) {
        en: "the ending of `{name}` names no format: use .svg or .png",
        id: "akhiran `{name}` tidak menunjuk format: pakai .svg atau .png"
    }
    figure_failed(figure, why) {
        en: "the figure `{figure}` cannot be drawn: {why}",
        id: "bagan `{figure}` tidak dapat digambar: {why}"
    }
    unknown_command(word) {
        en: "there is no command `{word}`",
        id: "perintah `{word}` tidak ada"
    }
    unknown_option(word) {
        en: "there is no option `{word}` here",
        id: "opsi `{word}` tidak ada di sini"
    }
    unexpected_value(word, option, words) {
        en: "`{word}` is not possible for `{option}`: use {words}",
        id: "`{word}` tidak dikenal oleh `{option}`: pakai {words}"
    }
    missing_words(words) {
        en: "something is missing: {words}",
        id: "ada yang kurang: {words}"
    }
    value_missing(option) {
        en: "`{option}` needs a value",
        id: "`{option}` memerlukan nilai"
    }
    used_twice(option) {
        en: "`{option}` may be given once only, or not together with another option here",
        id: "`{option}` hanya boleh sekali, atau tidak bersama opsi lain di sini"
    }
    see_help(command) {
        en: "`{command} --help` tells more",
        id: "`{command} --help` menjelaskan lebih lanjut"
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
    trend_bridge_help() {
        en: "a crosswalk that says what corresponds bridges them (`--as FRAMEWORK`); or follow one of them with --framework",
        id: "crosswalk yang menyatakan padanannya menjembatani keduanya (`--as FRAMEWORK`); atau ikuti salah satunya dengan --framework"
    }
    trend_needs_two_waves() {
        en: "a trend needs two different waves",
        id: "tren memerlukan dua periode yang berbeda"
    }
    trend_two_waves_help() {
        en: "give `--wave` twice, or once as `FIRST..LAST`",
        id: "tulis `--wave` dua kali, atau sekali sebagai `PERTAMA..TERAKHIR`"
    }
    trend_too_few_waves(waves) {
        en: "a trend needs two waves with data of the regions compared; there are: {waves}",
        id: "tren memerlukan dua periode yang berisi data wilayah yang dibandingkan; yang ada: {waves}"
    }
}

// Crosswalks, and rows carried over by them.
sentences! {
    crosswalk_with_itself(framework) {
        en: "both sides are the framework `{framework}`: a crosswalk joins two",
        id: "kedua sisi adalah kerangka `{framework}`: padanan menghubungkan dua kerangka"
    }
    crosswalk_without_maps() {
        en: "the crosswalk has no `[[map]]`",
        id: "padanan ini tidak memiliki `[[map]]`"
    }
    no_such_node(node, framework) {
        en: "`{node}` is not in framework `{framework}`",
        id: "`{node}` tidak ada dalam kerangka `{framework}`"
    }
    map_none_with_both() {
        en: "relation `none` names one side only: without a counterpart there is nothing to lead to",
        id: "relasi `none` hanya menyebut satu sisi: tanpa padanan tidak ada tujuan"
    }
    map_without_node() {
        en: "the line names no node: give `from` or `to`",
        id: "baris ini tidak menyebut simpul: isi `from` atau `to`"
    }
    map_with_one_side(relation) {
        en: "relation `{relation}` needs both `from` and `to`",
        id: "relasi `{relation}` memerlukan `from` dan `to`"
    }
    map_twice(pair, line) {
        en: "`{pair}` stands already in line {line}",
        id: "`{pair}` sudah ada di baris {line}"
    }
    map_none_and_mapped(node, line) {
        en: "`{node}` has relation `none` here, but line {line} maps it",
        id: "`{node}` di sini berelasi `none`, padahal baris {line} memadankannya"
    }
    unknown_crosswalk(id) {
        en: "there is no crosswalk `{id}`",
        id: "padanan `{id}` tidak ada"
    }
    no_crosswalk(frameworks, to, count) {
        en: "no crosswalk joins `{to}` with: {frameworks}; {count} row(s) are left out",
        id: "tidak ada padanan yang menghubungkan `{to}` dengan: {frameworks}; {count} baris tidak dipakai"
    }
    projected(to, from, equal, part, left) {
        en: "projected onto `{to}` from `{from}`: {equal} row(s) carried over as equal, {part} as part (without level), {left} left out; results mix native and cross-coded evidence and are no findings of the sources",
        id: "diproyeksikan ke `{to}` dari `{from}`: {equal} baris dialihkan sebagai setara, {part} sebagai sebagian (tanpa level), {left} tidak dipakai; hasil mencampur bukti asli dan bukti yang dikode silang, dan bukan temuan sumbernya"
    }
    projected_with(crosswalk) {
        en: "crosswalk: {crosswalk}",
        id: "padanan: {crosswalk}"
    }
    projected_judgement(what) {
        en: "judgement of the crosswalk's authors: {what}",
        id: "pertimbangan penyusun padanan: {what}"
    }
    projected_rescaled(to, from, count) {
        en: "`{from}` and `{to}` differ in scale: {count} level(s) were carried over by their position between lowest and highest",
        id: "skala `{from}` dan `{to}` berbeda: {count} level dialihkan menurut letaknya antara nilai terendah dan tertinggi"
    }
    projected_not_native(to, count) {
        en: "{count} row(s) carried over to `{to}` are left out: only evidence with basis native was asked for",
        id: "{count} baris yang dialihkan ke `{to}` tidak dipakai: yang diminta hanya bukti berdasar asli (native)"
    }
}

// What weakens a comparison beyond the scores themselves.
sentences! {
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
    uneven_coverage(lowest, low, high) {
        en: "coverage of the ranked regions differs, from {low} to {high}; lowest: {lowest}",
        id: "cakupan wilayah yang diperingkat berbeda, dari {low} sampai {high}; terendah: {lowest}"
    }
    different_sources() {
        en: "the ranked regions have no source in common: differences between them may be differences between sources",
        id: "tidak ada sumber yang sama bagi semua wilayah yang diperingkat: perbedaan antarwilayah dapat berasal dari perbedaan sumber"
    }
}
