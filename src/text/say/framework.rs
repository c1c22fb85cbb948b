//! Framework files and crosswalks.

use crate::text::{Sentence, Word};

// Framework files.
sentences! {
    toml_syntax() {
        en: "this line cannot be read",
        id: "baris ini tidak dapat dibaca"
    }
    toml_line(line) {
        en: "write: {line}",
        id: "tulis: {line}"
    }
    toml_rules() {
        en: "a line is `name = \"text\"`, `name = 0.5`, `name = true`, `name = [\"one\", \"two\"]` or `[section]`; a remark begins with `#`",
        id: "satu baris berupa `nama = \"teks\"`, `nama = 0.5`, `nama = true`, `nama = [\"satu\", \"dua\"]`, atau `[bagian]`; catatan diawali `#`"
    }
    toml_duplicate() {
        en: "this is already written further up: remove one of the two",
        id: "ini sudah ditulis di atas: hapus salah satunya"
    }
    toml_key_again(name, line) {
        en: "`{name}` is already written in line {line}: remove one of the two",
        id: "`{name}` sudah ditulis di baris {line}: hapus salah satunya"
    }
    toml_section_again(name, line) {
        en: "`[{name}]` is already in line {line}: move the lines below this one up there",
        id: "`[{name}]` sudah ada di baris {line}: pindahkan baris-baris di bawahnya ke sana"
    }
    toml_instead(name) {
        en: "`[[{name}]]` takes the place of the line `{name} = …`",
        id: "`[[{name}]]` menggantikan baris `{name} = …`"
    }
    toml_twice(name) {
        en: "`[{name}]` can stand once only",
        id: "`[{name}]` hanya boleh ditulis sekali"
    }
    toml_tables(name) {
        en: "`{name}` needs double brackets: write `[[{name}]]` above each",
        id: "`{name}` memerlukan kurung siku ganda: tulis `[[{name}]]` di atas masing-masing"
    }
    toml_languages_inside(key) {
        en: "the languages stand inside the list: {key} = [{{ id = \"…\", en = \"…\" }}]",
        id: "kedua bahasa ditulis di dalam daftar: {key} = [{{ id = \"…\", en = \"…\" }}]"
    }
    toml_value(message) {
        en: "this value does not fit: {message}",
        id: "nilai ini tidak cocok: {message}"
    }
    unknown_key(key) {
        en: "there is no setting `{key}` here",
        id: "isian `{key}` tidak dikenal di sini"
    }
    known_keys(keys) {
        en: "the settings here: {keys}",
        id: "isian yang ada di sini: {keys}"
    }
    missing_key(key) {
        en: "the setting `{key}` is missing",
        id: "isian `{key}` belum ada"
    }
    missing_key_help(line) {
        en: "add a line such as `{line}`",
        id: "tambahkan baris seperti `{line}`"
    }
    wrong_type(key, wanted) {
        en: "`{key}` must be {wanted}",
        id: "`{key}` harus berupa {wanted}"
    }
    wrong_type_in_list(key, wanted) {
        en: "each item of `{key}` must be {wanted}",
        id: "tiap isi `{key}` harus berupa {wanted}"
    }
    wrong_type_help(line) {
        en: "such as `{line}`",
        id: "misalnya `{line}`"
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
    unknown_swap(other, id) {
        en: "`{id}` may have swapped its number with `{other}`, but there is no such other indicator",
        id: "nomor `{id}` mungkin tertukar dengan `{other}`, tetapi indikator lain dengan id itu tidak ada"
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
    standing_unsaid() {
        en: "the file does not say whose instrument it is",
        id: "berkas ini tidak menyebut kedudukan instrumennya"
    }
    standing_unsaid_help() {
        en: "write `standing = \"own\"`, `\"copy\"` (an official instrument, not yet checked against its text) or `\"regulation\"`",
        id: "tulis `standing = \"own\"`, `\"copy\"` (instrumen resmi, belum dicocokkan dengan naskahnya), atau `\"regulation\"`"
    }
    sources_unsaid() {
        en: "the file names no `sources`: where do structure and weights come from?",
        id: "berkas ini tidak menyebut `sources`: dari mana struktur dan bobotnya?"
    }
    question_missing(indicator) {
        en: "`{indicator}` has no question, so that it cannot be answered from this file alone",
        id: "`{indicator}` tanpa pertanyaan, sehingga tidak dapat dijawab dari berkas ini saja"
    }
    level_text_missing(indicator) {
        en: "`{indicator}` has no level texts, though others have",
        id: "`{indicator}` tanpa teks level, padahal indikator lain memilikinya"
    }
    alias_is_title(alias, one, other) {
        en: "the alias `{alias}` of `{one}` is the title of `{other}`: rows can name neither by it",
        id: "alias `{alias}` untuk `{one}` adalah judul `{other}`: baris data tidak dapat memakainya untuk keduanya"
    }
    numbers_only_indonesian(numbers) {
        en: "only the Indonesian text says {numbers}",
        id: "hanya teks bahasa Indonesia yang menyebut {numbers}"
    }
    numbers_only_english(numbers) {
        en: "only the English text says {numbers}",
        id: "hanya teks bahasa Inggris yang menyebut {numbers}"
    }
    numbers_differ(id, en) {
        en: "the Indonesian text says {id} where the English one says {en}",
        id: "teks bahasa Indonesia menyebut {id}, teks bahasa Inggris {en}"
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
        en: "scale {min} to {max}: the lowest value must be below the highest",
        id: "skala {min} sampai {max}: nilai terendah harus di bawah nilai tertinggi"
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
    level_alias_taken(alias) {
        en: "the alias `{alias}` is empty, is a number, or names a level of this scale already",
        id: "alias `{alias}` kosong, berupa angka, atau sudah menjadi nama level pada skala ini"
    }
    share_outside(name, value, max) {
        en: "`{name}` is {value}, but must lie between 0 and {max}",
        id: "`{name}` bernilai {value}, padahal harus antara 0 dan {max}"
    }
    unit_of_bands(framework) {
        en: "the bands and targets of `{framework}` are written in its own unit: a study cannot replace `unit` or `factor`",
        id: "kategori dan target `{framework}` ditulis dalam satuannya sendiri: studi tidak dapat mengganti `unit` atau `factor`"
    }
    weight_of_index() {
        en: "`index` is the whole and takes no weight: remove this line",
        id: "`index` adalah nilai keseluruhan dan tidak diberi bobot: hapus baris ini"
    }
    lookup_without_unit() {
        en: "a lookup needs a unit by which rows name the other index",
        id: "tabel konversi memerlukan satuan yang dipakai baris untuk menyebut indeks itu"
    }
    lookup_line_without_end() {
        en: "`between = \"line\"` needs `to`, the highest value of the other index",
        id: "`between = \"line\"` memerlukan `to`, nilai tertinggi indeks itu"
    }
    bands_count(found, wanted) {
        en: "`bands` has {found} edges, but the levels of this scale need {wanted}: one more than levels",
        id: "`bands` berisi {found} batas, padahal level skala ini memerlukan {wanted}: satu lebih banyak daripada level"
    }
    bands_hold_levels(level, from, to) {
        en: "level {level} lies outside its own band in `bands`, {from} to {to}",
        id: "level {level} berada di luar rentangnya sendiri dalam `bands`, {from} sampai {to}"
    }
    minimum_of_index() {
        en: "a minimum is for a group or an indicator; of the whole the bands say enough",
        id: "batas minimal berlaku untuk kelompok atau indikator; untuk keseluruhan cukup predikatnya (`[[band]]`)"
    }
    minimum_out_of_reach(node, value, most) {
        en: "`{node}` can never reach {value}: its highest is {most}",
        id: "`{node}` tidak mungkin mencapai {value}: nilai tertingginya {most}"
    }
    minimum_holds_nothing(band) {
        en: "`{band}` is the best band: this minimum holds nothing down",
        id: "`{band}` predikat tertinggi: batas minimal ini tidak menahan apa pun"
    }
    part_twice(part, indicator) {
        en: "`{part}` stands twice in the sum of `{indicator}`",
        id: "`{part}` dua kali dalam jumlah `{indicator}`"
    }
    bands_edges(min, max) {
        en: "the edges in `bands` must rise from {min} to {max}, the ends of the scale",
        id: "batas dalam `bands` harus naik dari {min} sampai {max}, ujung-ujung skala"
    }
    fed_by_nobody(indicator) {
        en: "`fed_by` says who measures `{indicator}`, but it is neither `external = true` nor has a `lookup`",
        id: "`fed_by` menyebut siapa yang mengukur `{indicator}`, padahal indikator itu tanpa `external = true` dan tanpa `lookup`"
    }
    until_issued_of_own(indicator) {
        en: "`until_issued` is for levels that another body's index feeds: `{indicator}` needs `external = true`",
        id: "`until_issued` untuk level yang berasal dari indeks instansi lain: `{indicator}` memerlukan `external = true`"
    }
    sum_of_sums(name, indicator) {
        en: "`{indicator}` is said to be the sum of `{name}`, which is a sum itself: name its parts",
        id: "`{indicator}` disebut jumlah dari `{name}`, padahal itu sendiri suatu jumlah: sebutkan bagian-bagiannya"
    }
    unknown_part(name, indicator) {
        en: "`{indicator}` is said to be the sum of `{name}`, which is no other indicator of the framework",
        id: "`{indicator}` disebut jumlah dari `{name}`, padahal itu bukan indikator lain dalam kerangka ini"
    }
    unknown_band(name) {
        en: "there is no band `{name}` in this framework",
        id: "predikat `{name}` tidak ada dalam kerangka ini"
    }
    lookup_of_no_level() {
        en: "a lookup gives levels: this indicator has none",
        id: "tabel konversi menghasilkan level: indikator ini tidak berlevel"
    }
    target_out_of_reach(node, value, min, max) {
        en: "the target {value} of `{node}` cannot be reached: it lies between {min} and {max}",
        id: "target {value} untuk `{node}` tidak mungkin tercapai: nilainya hanya {min} sampai {max}"
    }
    factor_of_percent() {
        en: "`factor` multiplies native values: it needs `unit = \"native\"`",
        id: "`factor` mengalikan nilai asli: perlu `unit = \"native\"`"
    }
    bad_factor(value) {
        en: "`factor = {value}` cannot be used: it must be above zero",
        id: "`factor = {value}` tidak dapat dipakai: harus di atas nol"
    }
    lookup_count(found, wanted) {
        en: "the lookup has {found} cut-offs, but the scale has {wanted} levels: give the lowest value of each level",
        id: "tabel konversi berisi {found} batas, padahal skala punya {wanted} level: tulis nilai terendah tiap level"
    }
    lookup_not_ascending() {
        en: "the cut-offs of a lookup must rise from the lowest level to the highest",
        id: "batas dalam tabel konversi harus naik dari level terendah ke level tertinggi"
    }
    too_many_decimals(found) {
        en: "{found} decimals are more than the 6 that can be shown",
        id: "{found} angka desimal melebihi 6 yang dapat ditampilkan"
    }
    number_not_finite(value) {
        en: "`{value}` is not a number that can be used here",
        id: "`{value}` bukan angka yang dapat dipakai di sini"
    }
    band_out_of_reach(id, from) {
        en: "band `{id}` begins at {from}, but scores end at 100; with `unit = \"native\"` bands stand on the scale",
        id: "kategori `{id}` dimulai dari {from}, padahal skor berakhir di 100; dengan `unit = \"native\"` kategori mengikuti skala"
    }
    duplicate_band(id) {
        en: "the band `{id}` is defined twice",
        id: "kategori `{id}` ditentukan dua kali"
    }
    overlapping_bands(one, other, from) {
        en: "the bands `{one}` and `{other}` overlap: both start at {from}",
        id: "kategori `{one}` dan `{other}` bertumpang tindih: keduanya mulai dari {from}"
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
        en: "`{id}` is not of kind `number`: goalposts, normalise and transform do not apply",
        id: "`{id}` bukan jenis `number`: goalposts, normalise, dan transform tidak berlaku"
    }
    transform_of_nothing(id) {
        en: "`transform` of `{id}` has no effect: without goalposts or normalise the number is only shown",
        id: "`transform` pada `{id}` tidak berpengaruh: tanpa goalposts atau normalise angkanya hanya ditampilkan"
    }
    goalposts_without_logarithm(low) {
        en: "{low} has no logarithm: with `transform = \"log\"` both goalposts must be above 0",
        id: "{low} tidak punya logaritma: dengan `transform = \"log\"` kedua goalposts harus lebih besar dari 0"
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
    known_frameworks() {
        en: "`siap framework list` shows what is built in",
        id: "`siap framework list` menampilkan semua yang tersedia"
    }
    did_you_mean_one(words) {
        en: "did you mean {words}?",
        id: "maksudnya {words}?"
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
        en: "the line names no group or indicator: give `from` or `to`",
        id: "baris ini tidak menyebut kelompok atau indikator: isi `from` atau `to`"
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
    no_crosswalk_help() {
        en: "`siap framework list` names the built-in ones; one of your own goes into study.toml as `crosswalk = \"file.toml\"`",
        id: "padanan bawaan tercantum di `siap framework list`; padanan sendiri ditulis di study.toml: `crosswalk = \"berkas.toml\"`"
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
