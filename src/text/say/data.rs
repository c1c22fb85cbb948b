//! Studies, and joining their rows with a framework.

use crate::text::{Sentence, Word};

// Study files.
sentences! {
    files_skipped(count) {
        en: "files left out for their errors: {count}",
        id: "berkas yang tidak dipakai karena galat: {count}"
    }
    not_with_file(file) {
        en: "it gives other answers than {file} for the same cells",
        id: "jawabannya lain dari {file} untuk sel yang sama"
    }
    file_skipped(file, errors, first) {
        en: "{file}: errors {errors}, the first: {first}",
        id: "{file}: galat {errors}, yang pertama: {first}"
    }
    unknown_region_code(code) {
        en: "`{code}` is not a code of the register of regions",
        id: "`{code}` bukan kode dalam daftar wilayah"
    }
    region_name_or_code() {
        en: "write the dotted code of the ministry of home affairs (`16.03`) or the name of the region",
        id: "tulis kode Kemendagri dengan titiknya (`16.03`) atau nama wilayahnya"
    }
    known_region_codes(codes) {
        en: "codes of that province: {codes}",
        id: "kode di provinsi itu: {codes}"
    }
    region_of_whole() {
        en: "--region shows some regions, and this number is of all of them",
        id: "--region menampilkan sebagian wilayah, sedangkan angka ini milik semuanya"
    }
    region_of_whole_help() {
        en: "choose what is measured with --province, --tag or --kind",
        id: "pilih yang diukur dengan --province, --tag, atau --kind"
    }
    unknown_expected(name) {
        en: "`{name}`, which should send data, is not in the register of regions",
        id: "`{name}`, yang seharusnya mengirim data, tidak ada dalam daftar wilayah"
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

// Joining statements with a framework, and scoring.
sentences! {
    framework_of_several(indicator, frameworks, count) {
        en: "`{indicator}` stands in several frameworks of the study ({frameworks}) and the row names none of them; rows of this kind: {count}",
        id: "`{indicator}` ada dalam beberapa kerangka studi ini ({frameworks}) dan barisnya tidak menyebut yang mana; baris seperti ini: {count}"
    }
    framework_of_several_help(file, framework) {
        en: "in study.toml write a `[[data]]` for each file, instead of `data = …`:\n[[data]]\nfiles = [\"{file}\"]\nframework = \"{framework}\"",
        id: "di study.toml tulis satu `[[data]]` untuk setiap berkas, sebagai ganti `data = …`:\n[[data]]\nfiles = [\"{file}\"]\nframework = \"{framework}\""
    }
    framework_of_several_row() {
        en: "where the rows of one file differ, fill a column `framework`; `-f` scores under one framework alone",
        id: "bila baris dalam satu berkas berbeda, isi kolom `kerangka`; `-f` menilai menurut satu kerangka saja"
    }
    unknown_class(class, indicator) {
        en: "`{class}` is not a class that `{indicator}` declares; it stands as a class of its own",
        id: "`{class}` bukan kelas yang dinyatakan `{indicator}`; dipakai sebagai kelas tersendiri"
    }
    known_classes(classes) {
        en: "classes: {classes}",
        id: "kelas: {classes}"
    }
    other_unit(unit, indicator, wanted) {
        en: "the unit `{unit}` is not that of `{indicator}` (`{wanted}`); the number is taken as it stands",
        id: "satuan `{unit}` bukan satuan `{indicator}` (`{wanted}`); angkanya dipakai apa adanya"
    }
    unknown_indicator(indicator, framework) {
        en: "indicator `{indicator}` is not in framework `{framework}`",
        id: "indikator `{indicator}` tidak ada dalam kerangka `{framework}`"
    }
    known_titles(names) {
        en: "its indicators, by title or by the id in brackets: {names}",
        id: "indikatornya, dengan judul atau id dalam kurung: {names}"
    }
    numbered_indicators(framework, count, first, last) {
        en: "`{framework}` has {count} indicators, `{first}` to `{last}`",
        id: "`{framework}` mempunyai {count} indikator, `{first}` sampai `{last}`"
    }
    item_is_no_indicator(item, indicator) {
        en: "`{item}` is an evidence item of `{indicator}`: write `{indicator}` in the column `indicator` and `{item}` in the column `item`",
        id: "`{item}` adalah butir bukti `{indicator}`: tulis `{indicator}` di kolom `indikator` dan `{item}` di kolom `butir`"
    }
    not_applicable_refused(indicator) {
        en: "`{indicator}` does not allow the answer \"not applicable\"",
        id: "`{indicator}` tidak mengizinkan jawaban \"tidak berlaku\""
    }
    not_applicable_help() {
        en: "leave the cell empty where there is no data",
        id: "kosongkan sel bila tidak ada data"
    }
    not_applicable_study() {
        en: "or declare `missing = [\"N/A\"]` in study.toml; a framework allows the answer with `allow_na = true`",
        id: "atau nyatakan `missing = [\"N/A\"]` di study.toml; kerangka mengizinkan jawaban ini dengan `allow_na = true`"
    }
    not_applicable_official(framework) {
        en: "`{framework}` has no such answer: leave the cell empty",
        id: "`{framework}` tidak mengenal jawaban ini: kosongkan selnya"
    }
    not_issued_word() {
        en: "index not issued yet? write `not issued`, or leave the cell empty",
        id: "indeksnya belum terbit? tulis `belum terbit`, atau kosongkan selnya"
    }
    index_of_own(unit) {
        en: "{unit} is measured by the region itself: leave the cell empty until there is a number",
        id: "{unit} diukur oleh daerah sendiri: kosongkan selnya sampai ada angkanya"
    }
    level_of_assessor() {
        en: "in a self-assessment write the level that was reached in full; if this is the value of an assessor, write its stage (`document`, `interview`, `visit`, `final`) in the column `stage`",
        id: "dalam penilaian mandiri tulis level yang sudah tercapai penuh; bila ini nilai asesor, tulis tahapnya (`dokumen`, `interviu`, `visitasi`, `final`) di kolom `tahap`"
    }
    lookup_runs(unit, low, high) {
        en: "{unit} runs from {low} to {high}",
        id: "{unit} bernilai {low} sampai {high}"
    }
    lookup_runs_from(unit, low) {
        en: "{unit} begins at {low}",
        id: "{unit} bernilai paling rendah {low}"
    }
    part_of_hundred(indicator, unit, value, high) {
        en: "`{indicator}`: {unit} {value} is taken as {value} of {high}",
        id: "`{indicator}`: {unit} {value} dibaca sebagai {value} dari {high}"
    }
    part_of_hundred_help(percent) {
        en: "if {percent}% is meant, write {percent}",
        id: "bila maksudnya {percent}%, tulis {percent}"
    }
    number_wanted(word, indicator) {
        en: "`{word}` is not a number, but `{indicator}` is measured in numbers",
        id: "`{word}` bukan angka, padahal `{indicator}` diukur dengan angka"
    }
    level_between(level, indicator) {
        en: "{level} lies between two levels: `{indicator}` takes one of its levels",
        id: "{level} berada di antara dua level: `{indicator}` hanya menerima salah satu levelnya"
    }
    level_between_help_stage() {
        en: "a stage is reached or not: write the last one that was reached in full",
        id: "suatu tahap sudah tercapai atau belum: tulis tahap terakhir yang sudah tercapai penuh"
    }
    level_between_help() {
        en: "write the level that was reached in full",
        id: "tulis level yang sudah tercapai penuh"
    }
    level_between_study() {
        en: "to accept decimals, in study.toml under [aggregation]: `whole_levels = false`",
        id: "agar angka desimal diterima, tulis di study.toml di bawah [aggregation]: `whole_levels = false`"
    }
    level_between_help_verified() {
        en: "to accept the decimals of assessors, in study.toml under [aggregation]: `whole_levels = \"self\"`; to accept all: `whole_levels = false`",
        id: "agar desimal dari asesor diterima, tulis di study.toml di bawah [aggregation]: `whole_levels = \"self\"`; agar semua diterima: `whole_levels = false`"
    }
    number_without_logarithm(value, indicator) {
        en: "{value} has no logarithm: `{indicator}` is scored on logarithms (transform = \"log\")",
        id: "{value} tidak punya logaritma: `{indicator}` dinilai dengan logaritma (transform = \"log\")"
    }
    number_without_logarithm_help() {
        en: "only numbers above 0 count; where 0 stands for no number leave the cell empty, or declare `missing = [\"0\"]` in study.toml",
        id: "hanya angka di atas 0 yang dihitung; bila 0 berarti tidak ada angka, kosongkan selnya atau nyatakan `missing = [\"0\"]` di study.toml"
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
    no_single_level(text) {
        en: "`{text}` names no single level",
        id: "`{text}` tidak menyebut satu level"
    }
    level_in_words(text) {
        en: "`{text}` is a number in words, not a level of the scale",
        id: "`{text}` adalah angka yang ditulis dengan kata, bukan level pada skala"
    }
    level_as_number(number) {
        en: "write the number: `{number}`",
        id: "tulis angkanya: `{number}`"
    }
    level_and_label_differ(text, level, label) {
        en: "`{text}` names two levels: {level} by its number and {label} by its label",
        id: "`{text}` menyebut dua level: {level} menurut angkanya dan {label} menurut namanya"
    }
    level_and_label_differ_help() {
        en: "write the number of the level that holds, alone",
        id: "tulis angka level yang berlaku saja"
    }
    levels_with_words(count, texts) {
        en: "levels with words behind them that are not their label: {count} ({texts}); the number counts, the words are not read",
        id: "level yang diikuti kata-kata di luar namanya: {count} ({texts}); angkanya yang dipakai, kata-katanya tidak dibaca"
    }
    levels_with_words_help() {
        en: "what there is to say about a level belongs in the column `note` or `rationale`",
        id: "keterangan tentang suatu level dicatat dalam kolom `catatan` atau `alasan`"
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
    region_of_two(name, regions, code) {
        en: "`{name}` may be {regions}: fill the column `kind`, or write under [regions] in study.toml, for one of them, `\"{name}\" = \"{code}\"`",
        id: "`{name}` bisa berarti {regions}: isi kolom `jenis`, atau tulis di bawah [regions] di study.toml, untuk salah satunya, `\"{name}\" = \"{code}\"`"
    }
    code_and_name_differ(name, region, code) {
        en: "`{name}` is {region}, but the code beside it is that of {code}",
        id: "`{name}` adalah {region}, tetapi kode di sampingnya milik {code}"
    }
    code_unknown_beside(name, region) {
        en: "`{name}` is {region}, but the code beside it is none of the register of regions",
        id: "`{name}` adalah {region}, tetapi kode di sampingnya tidak ada dalam daftar wilayah"
    }
    code_and_name_differ_help(header) {
        en: "correct the one that is wrong; if the codes are of another list, leave them out: `--column \"{header}=\"`, or under `[columns]` in study.toml `\"{header}\" = \"\"`",
        id: "perbaiki yang keliru; bila kodenya dari daftar lain, abaikan: `--column \"{header}=\"`, atau di bawah `[columns]` pada study.toml `\"{header}\" = \"\"`"
    }
    region_settled_by_code(name, region) {
        en: "`{name}` is not in the register of regions: read as {region} by the code beside it",
        id: "`{name}` tidak ada dalam daftar wilayah: dibaca sebagai {region} menurut kode di sampingnya"
    }
    region_settled_by_file(name, region) {
        en: "`{name}` is taken for {region}, since the same file names the other region called so in full",
        id: "`{name}` dibaca sebagai {region}, karena berkas yang sama menyebut wilayah lain bernama sama secara lengkap"
    }
    code_cut(code, region) {
        en: "`{code}` is taken for {region}: a spreadsheet has dropped a 0 of the code",
        id: "`{code}` dibaca sebagai {region}: lembar kerja menghilangkan angka 0 dari kodenya"
    }
    code_cut_of_two(code, regions) {
        en: "`{code}` has lost a 0, as spreadsheets drop it, and may be {regions}",
        id: "`{code}` kehilangan angka 0 di lembar kerja, bisa jadi {regions}"
    }
    code_cut_of_two_help() {
        en: "write the code as text with two digits behind the dot (in Excel: an apostrophe first), or the name of the region",
        id: "tulis kodenya sebagai teks dengan dua angka di belakang titik (di Excel: awali dengan tanda petik '), atau nama wilayahnya"
    }
    code_in_study(code) {
        en: "or write under [regions] in study.toml `\"{code}\" = \"…\"` with the whole code of the one that is meant",
        id: "atau tulis di bawah [regions] di study.toml `\"{code}\" = \"…\"` dengan kode lengkap wilayah yang dimaksud"
    }
    code_of_two(code, bps, ministry) {
        en: "`{code}` is the code of two regions: {bps} at the statistics office (BPS), {ministry} at the ministry of home affairs (Kemendagri)",
        id: "`{code}` adalah kode dua wilayah: {bps} menurut BPS, {ministry} menurut Kemendagri"
    }
    code_of_two_help(dotted) {
        en: "write the ministry's codes with their dot (`{dotted}`) or the name of the region",
        id: "tulis kode Kemendagri dengan titiknya (`{dotted}`), atau nama wilayahnya"
    }
    code_of_two_more(codes) {
        en: "the same holds for {codes}",
        id: "begitu pula {codes}"
    }
    region_kept_as_text() {
        en: "the text stays as it stands; a name or code of the register, the column `kind`, or `[regions]` in study.toml settles it",
        id: "teks dibiarkan apa adanya; nama atau kode resmi, kolom `jenis`, atau `[regions]` di study.toml memperjelasnya"
    }
    duplicate_row(row, place) {
        en: "line {row} repeats {place} exactly; it counts once",
        id: "baris {row} persis mengulang {place}; dihitung satu kali"
    }
    duplicate_rows(count, file, other, place) {
        en: "{count} lines of `{file}` repeat lines of `{other}` exactly, the first one {place}; they count once",
        id: "{count} baris `{file}` persis mengulang baris `{other}`, yang pertama {place}; dihitung satu kali"
    }
    respondent_twice(row, place) {
        en: "line {row} repeats {place}, with the same name and the same answers, and counts as another respondent",
        id: "baris {row} mengulang {place}, dengan nama dan jawaban yang sama, dan dihitung sebagai responden lain"
    }
    respondent_twice_help() {
        en: "in such a table every line is a respondent: remove one of the two if it is the same person",
        id: "dalam tabel seperti ini setiap baris adalah seorang responden: hapus salah satunya bila orangnya sama"
    }
    respondent_twice_more(count) {
        en: "further lines of this kind: {count}",
        id: "baris lain seperti ini: {count}"
    }
    copy_of_file(file, other, rows) {
        en: "`{file}` is a copy: all of its {rows} answers stand in `{other}`, in the same order; they count once",
        id: "`{file}` adalah salinan: seluruh {rows} jawabannya sudah ada di `{other}`, dengan urutan yang sama; dihitung satu kali"
    }
    copy_of_file_help() {
        en: "remove one of the two, or leave it out of `data` in study.toml",
        id: "hapus salah satunya, atau jangan sebut dalam `data` di study.toml"
    }
    two_answers_of_files(region, node, later, earlier, place) {
        en: "{region}: two answers for `{node}`, {later} here and {earlier} at {place}, and no row says who gave which",
        id: "{region}: dua jawaban untuk `{node}`, {later} di sini dan {earlier} di {place}, dan tidak ada baris yang menyebut siapa yang menjawab"
    }
    two_answers_of_files_help(one, other) {
        en: "if one file replaces the other, leave the old one out: keep `{one}` or `{other}` in `data` of study.toml; if both hold, fill a column that tells them apart: `informant`, `role`, `agency` or `coder`, or `wave` or `stage`",
        id: "bila berkas yang satu menggantikan yang lain, jangan pakai yang lama: sebut `{one}` atau `{other}` saja dalam `data` di study.toml; bila keduanya berlaku, isi kolom pembedanya: `informan`, `jabatan`, `opd`, atau `pengode`, atau `periode` atau `tahap`"
    }
    two_answers_where_one(region, node, later, earlier, place) {
        en: "{region}: two answers for `{node}`, {later} here and {earlier} at {place}, where one agreed answer is asked for (informants = \"single\")",
        id: "{region}: dua jawaban untuk `{node}`, {later} di sini dan {earlier} di {place}, padahal yang diminta satu jawaban bersama (informants = \"single\")"
    }
    two_answers_where_one_help() {
        en: "keep the agreed answer and mark the others `context` in the column `use`; steps of verification go to the column `stage`; `informants = \"mean\"` under [aggregation] in study.toml averages instead",
        id: "sisakan jawaban yang disepakati dan tandai yang lain `konteks` pada kolom `pemakaian`; tahap verifikasi ditulis pada kolom `tahap`; `informants = \"mean\"` pada [aggregation] di study.toml merata-ratakannya"
    }
    two_answers(region, node, later, earlier, place) {
        en: "{region}: two answers for `{node}`, {later} here and {earlier} at {place}, and no row says who gave which; both count as of one unnamed source",
        id: "{region}: dua jawaban untuk `{node}`, {later} di sini dan {earlier} di {place}, dan tidak ada baris yang menyebut siapa yang menjawab; keduanya dihitung sebagai satu sumber tanpa nama"
    }
    same_voice(region, node, later, earlier, place) {
        en: "{region}: the same people answer `{node}` differently in two files, {later} here and {earlier} at {place}; both count",
        id: "{region}: orang yang sama menjawab `{node}` berbeda dalam dua berkas, {later} di sini dan {earlier} di {place}; keduanya dihitung"
    }
    two_answers_help() {
        en: "name who answered (`informant`, `role`, `agency` or `coder`), or mark the answer that does not hold `context` in the column `use`",
        id: "sebut siapa yang menjawab (`informan`, `jabatan`, `opd`, atau `pengode`), atau tandai jawaban yang tidak berlaku `konteks` pada kolom `pemakaian`"
    }
    two_coders(region, node, later, earlier, place) {
        en: "{region}: coders differ on `{node}`, {later} here and {earlier} at {place}, where one agreed answer is asked for; their mean counts until a row of the coder `consensus` settles it",
        id: "{region}: pengode berbeda tentang `{node}`, {later} di sini dan {earlier} di {place}, padahal yang diminta satu jawaban bersama; dipakai rata-ratanya sampai ada baris dengan pengode `konsensus`"
    }
    two_answers_more(count) {
        en: "further cells of this kind: {count}",
        id: "sel lain seperti ini: {count}"
    }
    rows_of_another_region(file, main, lines, other, count, rows) {
        en: "`{file}` holds {lines} line(s) of {main} and {count} of {other} (line {rows})",
        id: "`{file}` berisi {lines} baris {main} dan {count} baris {other} (baris {rows})"
    }
    rows_of_another_region_help() {
        en: "if they were pasted in by mistake, remove these lines; else they count for the region that they name",
        id: "bila tertempel tanpa sengaja, hapus baris itu; bila tidak, nilainya dihitung untuk wilayah yang disebut di sana"
    }
    weight_without_effect() {
        en: "the column `weight` has no effect: it weighs informants against each other within one cell, and no cell has two of different weight",
        id: "kolom `bobot` tidak berpengaruh: kolom itu membandingkan informan dalam satu sel, dan tidak ada sel dengan dua informan yang bobotnya berbeda"
    }
    weight_of_indicators(lines) {
        en: "weights of indicators stand in study.toml: under [weights] the lines {lines}",
        id: "bobot indikator ditulis di study.toml: di bawah [weights], baris {lines}"
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
    constant_column(node, value, count) {
        en: "`{node}` does not vary (all {count} values are {value}): it tells nobody apart and takes no part in the index",
        id: "`{node}` tidak bervariasi (seluruh {count} nilai adalah {value}): tidak membedakan siapa pun dan tidak ikut dalam indeks"
    }
    beyond_goalposts(node, region, value, low, high) {
        en: "{region}: {value} for `{node}` lies outside its goalposts {low} to {high} and counts as the nearer end",
        id: "{region}: {value} untuk `{node}` berada di luar batas acuannya {low} sampai {high} dan dihitung sebagai ujung terdekat"
    }
    several_beyond_goalposts(node, region, value, low, high, others) {
        en: "{region}: {value} for `{node}` lies outside its goalposts {low} to {high} and counts as the nearer end; so do {others} more",
        id: "{region}: {value} untuk `{node}` berada di luar batas acuannya {low} sampai {high} dan dihitung sebagai ujung terdekat; begitu pula {others} lainnya"
    }
    beyond_range(node, region, value, low, high) {
        en: "{region}: {value} for `{node}` cannot be: it runs from {low} to {high} here",
        id: "{region}: {value} untuk `{node}` tidak mungkin: di sini nilainya {low} sampai {high}"
    }
    profile_left_aside(node, parent) {
        en: "`{node}` has no total (groups = \"none\"): it takes no part in `{parent}` and leaves its coverage",
        id: "`{node}` tidak mempunyai total (groups = \"none\"): tidak ikut dalam `{parent}` dan keluar dari cakupannya"
    }
    missing_not_allowed(node, region) {
        en: "`{node}` has no score in {region}, and the framework forbids missing data (missing = \"fail\")",
        id: "`{node}` tanpa skor di {region}, sedangkan kerangka melarang data kosong (missing = \"fail\")"
    }
    missing_help() {
        en: "add the data, or in study.toml, under [aggregation]: `missing = \"rescale\"` (the others share its weight)",
        id: "lengkapi data, atau di study.toml, di bawah [aggregation]: `missing = \"rescale\"` (bobotnya dibagi kepada yang lain)"
    }
    zero_under_rule(node, region, group) {
        en: "`{node}` is zero in {region}: the mean of `{group}` is geometric or harmonic and needs values above zero",
        id: "`{node}` bernilai nol di {region}: rata-rata `{group}` geometrik atau harmonik dan membutuhkan nilai di atas nol"
    }
    zero_under_rule_help() {
        en: "in study.toml, under [aggregation]: `floor = 0.01` (the lowest score becomes 1 of 100 instead of 0; all scores shift with it), or `groups = \"arithmetic\"` (the ordinary mean)",
        id: "di study.toml, di bawah [aggregation]: `floor = 0.01` (skor terendah menjadi 1 dari 100, bukan 0; semua skor ikut bergeser), atau `groups = \"arithmetic\"` (rata-rata biasa)"
    }
    status_without_item() {
        en: "a state belongs to an evidence item: name it in the column `item`",
        id: "status adalah keadaan butir bukti: sebut butirnya pada kolom `butir`"
    }
    no_items_declared(item, indicator) {
        en: "`{indicator}` uses no evidence items: `{item}` is noted but does not count",
        id: "`{indicator}` tidak memakai butir bukti: `{item}` dicatat tetapi tidak dihitung"
    }
    unknown_item(item, indicator) {
        en: "`{indicator}` has no evidence item `{item}`",
        id: "`{indicator}` tidak punya butir bukti `{item}`"
    }
    known_items(items) {
        en: "its items: {items}",
        id: "butirnya: {items}"
    }
    item_of_another(item, indicator) {
        en: "`{item}` is an item of `{indicator}`: one of the two is wrong",
        id: "`{item}` adalah butir `{indicator}`: salah satunya keliru"
    }
    items_of_level(level, items) {
        en: "items of level {level}: {items}",
        id: "butir level {level}: {items}"
    }
    item_states_differ(item, indicator, region) {
        en: "{region}: two rows of one stage disagree on the item `{item}` of `{indicator}`; the less favourable counts",
        id: "{region}: dua baris pada tahap yang sama berbeda tentang butir `{item}` dari `{indicator}`; yang kurang baik yang dipakai"
    }
    beyond_lookup(value, unit, indicator) {
        en: "{value} is no value that {unit} can have: `{indicator}` takes its level from it",
        id: "{unit} tidak mungkin bernilai {value}: level `{indicator}` diambil dari indeks itu"
    }
    level_against_index(indicator, unit, index, found, level) {
        en: "`{indicator}`: {unit} {index} gives {found}, but the level beside it is {level}",
        id: "`{indicator}`: {unit} {index} memberi {found}, tetapi level yang tertulis di sampingnya {level}"
    }
    level_against_index_help() {
        en: "leave one of the two empty",
        id: "kosongkan salah satunya"
    }
    unit_of_lookup(unit) {
        en: "its level follows from {unit}: write `{unit}` in the column `unit`, or the level itself in the column `level`",
        id: "levelnya berasal dari {unit}: tulis `{unit}` di kolom `satuan`, atau levelnya sendiri di kolom `skor`"
    }
    sum_differs(indicator, region, value, sum) {
        en: "{region}: `{indicator}` is {value}, but its parts add up to {sum}",
        id: "{region}: `{indicator}` bernilai {value}, tetapi jumlah bagiannya {sum}"
    }
    sum_beyond(indicator, region, sum, counts) {
        en: "{region}: the parts of `{indicator}` add up to {sum}, beyond its scale: it counts as {counts}",
        id: "{region}: jumlah bagian `{indicator}` adalah {sum}, di luar skalanya: dihitung {counts}"
    }
    lookup_needs_unit(unit) {
        en: "if this is the other body's index itself, write it in the column `value` and `{unit}` in the column `unit`",
        id: "bila ini nilai indeks dari instansi lain, tulis di kolom `angka`, dan `{unit}` di kolom `satuan`"
    }
    computed_counts() {
        en: "the computed number counts",
        id: "yang dipakai angka hasil hitung"
    }
    published_counts() {
        en: "the published number counts",
        id: "yang dipakai angka terbitan"
    }
    reported_differs(node, region, reported, computed, counts) {
        en: "{region}: `{node}` is reported as {reported} but computed as {computed}; {counts}",
        id: "{region}: `{node}` dilaporkan {reported} tetapi dihitung {computed}; {counts}"
    }
    reported_unused(node, region, reported) {
        en: "{region}: the {reported} reported for `{node}` is not used, since data stand below it, and they are too few for a score",
        id: "{region}: angka {reported} yang dilaporkan untuk `{node}` tidak dipakai, karena ada data di bawahnya, dan data itu terlalu sedikit untuk dinilai"
    }
    reported_twice(region, node, later, earlier, place) {
        en: "{region}: two numbers are reported for `{node}`, {later} here and {earlier} at {place}; their mean counts",
        id: "{region}: ada dua angka terbitan untuk `{node}`, {later} di sini dan {earlier} di {place}; yang dipakai rata-ratanya"
    }
    two_numbers(level, value, node) {
        en: "`{node}` has two numbers in one row, {level} and {value}: fill `level` or `value` only",
        id: "`{node}` punya dua angka dalam satu baris, {level} dan {value}: isi `skor` atau `angka` saja"
    }
    two_columns_of_node(node) {
        en: "two columns of this table are the indicator `{node}`: remove one, or leave one out with `--column \"HEADER=\"`",
        id: "dua kolom tabel ini adalah indikator yang sama, `{node}`: hapus salah satunya, atau abaikan dengan `--column \"JUDUL=\"`"
    }
    unit_of_other_index(unit, indicator) {
        en: "`{unit}` is no index that `{indicator}` takes its level from: the number is not used",
        id: "level `{indicator}` tidak diambil dari indeks `{unit}`: angkanya tidak dipakai"
    }
    waves_alike(one, other) {
        en: "the waves `{one}` and `{other}` are kept apart: if they are one year, write them alike",
        id: "periode `{one}` dan `{other}` dianggap berbeda: bila tahunnya sama, tulis dengan cara yang sama"
    }
    reported_differ(count, node, region, reported, computed, counts) {
        en: "{count} reported numbers differ from the computed ones, most of all {region}: `{node}` is reported as {reported} but computed as {computed}; {counts}",
        id: "{count} angka laporan berbeda dari hasil hitung, paling jauh {region}: `{node}` dilaporkan {reported} tetapi dihitung {computed}; {counts}"
    }
    rounded_shares_change_band(region, shares, rounded, other, told, band) {
        en: "{region}: with the weight shares {shares} rounded to {rounded} the index would be {other} instead of {told}, and no longer `{band}`",
        id: "{region}: jika bobot {shares} dibulatkan menjadi {rounded}, indeksnya menjadi {other}, bukan {told}, dan tidak lagi `{band}`"
    }
    reported_outside(node, region, value, min, max) {
        en: "{region}: the number {value} reported for `{node}` lies outside {min} to {max}",
        id: "{region}: angka {value} yang dilaporkan untuk `{node}` di luar {min} sampai {max}"
    }
}
