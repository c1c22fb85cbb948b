//! Files and tables: what can be read of them, and what their headers and cells were taken for.

use crate::text::{Sentence, Word};

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
        en: "in Excel: File, Save As, `CSV UTF-8`; then use that file",
        id: "di Excel: Berkas, Simpan Sebagai, `CSV UTF-8`; lalu gunakan berkas itu"
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
        en: "most likely the closing mark is missing where the cell opens (a mark inside such a cell is written twice, `\"\"`); easiest: open the file in Excel and save it as CSV UTF-8 again",
        id: "kemungkinan tanda penutup kurang di sel yang dibuka itu (tanda kutip di dalam sel seperti itu ditulis dua kali, `\"\"`); paling mudah: buka di Excel, lalu simpan lagi sebagai CSV UTF-8"
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
    map_column(header, ours) {
        en: "to read `{header}` as `{ours}`: `--column \"{header}={ours}\"`, or under `[columns]` in study.toml `\"{header}\" = \"{ours}\"`",
        id: "agar `{header}` dibaca sebagai `{ours}`: `--column \"{header}={ours}\"`, atau di bawah `[columns]` pada study.toml `\"{header}\" = \"{ours}\"`"
    }
    leave_column_out(header) {
        en: "to leave `{header}` out: `--column \"{header}=\"`, or under `[columns]` in study.toml `\"{header}\" = \"\"`",
        id: "agar `{header}` diabaikan: `--column \"{header}=\"`, atau di bawah `[columns]` pada study.toml `\"{header}\" = \"\"`"
    }
    number_column_of_wide(header) {
        en: "`{header}` holds numbers that nobody reads: if it is an indicator, give its id: `--column \"{header}=ID\"`, or under `[columns]` in study.toml `\"{header}\" = \"ID\"`",
        id: "`{header}` berisi angka yang tidak dibaca: bila ini indikator, sebutkan id-nya: `--column \"{header}=ID\"`, atau di bawah `[columns]` pada study.toml `\"{header}\" = \"ID\"`"
    }
    number_column_unread(header) {
        en: "`{header}` holds numbers that nobody reads: `--column \"{header}=level\"` (or an indicator, or `value`), or the same under `[columns]` in study.toml",
        id: "`{header}` berisi angka yang tidak dibaca: `--column \"{header}=level\"` (atau sebuah indikator, atau `value`), atau hal yang sama di bawah `[columns]` pada study.toml"
    }
    file_says_region(file) {
        en: "is the whole file about one region? write a row `Wilayah: Kab. …` above the header, or in study.toml, instead of `data = …`:\n[[data]]\nfiles = [\"{file}\"]\nregion = \"Kab. …\"",
        id: "apakah seluruh berkas tentang satu wilayah? tulis baris `Wilayah: Kab. …` di atas tajuk, atau di study.toml, sebagai ganti `data = …`:\n[[data]]\nfiles = [\"{file}\"]\nregion = \"Kab. …\""
    }
    sheet_says_region() {
        en: "is the whole sheet about one region? write a row `Wilayah: Kab. …` above its header",
        id: "apakah seluruh lembar tentang satu wilayah? tulis baris `Wilayah: Kab. …` di atas tajuknya"
    }
    file_says_indicator(file) {
        en: "is the whole table about one indicator? write a row `Indikator: …` above the header, or in study.toml, instead of `data = …`:\n[[data]]\nfiles = [\"{file}\"]\nindicator = \"…\"",
        id: "apakah seluruh tabel tentang satu indikator? tulis baris `Indikator: …` di atas tajuk, atau di study.toml, sebagai ganti `data = …`:\n[[data]]\nfiles = [\"{file}\"]\nindicator = \"…\""
    }
    indicator_columns(headers, first) {
        en: "columns of numbers: {headers}; if each is an indicator, give its id: `--column \"{first}=ID\"`, or under `[columns]` in study.toml `\"{first}\" = \"ID\"`",
        id: "kolom berisi angka: {headers}; bila tiap kolom adalah indikator, sebutkan id-nya: `--column \"{first}=ID\"`, atau di bawah `[columns]` pada study.toml `\"{first}\" = \"ID\"`"
    }
    no_header_row() {
        en: "the first line looks like data: put a line with the names of the columns above it, such as `region`, `indicator`, `level`",
        id: "baris pertama tampak seperti data: tambahkan baris tajuk di atasnya dengan nama kolom, misalnya `wilayah`, `indikator`, `skor`"
    }
    headers_understood(known) {
        en: "understood: {known}",
        id: "yang dipahami: {known}"
    }
    headers_not_understood(unknown) {
        en: "none of the headers was understood: {unknown}",
        id: "tidak satu pun tajuk dipahami: {unknown}"
    }
    headers_partly_understood(known, unknown) {
        en: "understood: {known}; not understood: {unknown}",
        id: "yang dipahami: {known}; yang tidak dipahami: {unknown}"
    }
    index_or_row_number(header) {
        en: "`{header}` may be the reported index of a region or only the number of its row",
        id: "`{header}` bisa berarti nilai indeks yang dilaporkan atau sekadar nomor baris"
    }
    said_above_header(said) {
        en: "said above the header, for every row that does not say otherwise: {said}",
        id: "disebut di atas tajuk, berlaku bagi setiap baris yang tidak menyebut lain: {said}"
    }
    said_of_whole_table(key) {
        en: "it is said of the whole table: in a row above the header, or as `{key} = …` in study.toml, at its top or under `[[data]]`",
        id: "itu disebut untuk seluruh tabel: pada baris di atas tajuk, atau sebagai `{key} = …` di study.toml, di bagian atas atau di bawah `[[data]]`"
    }
    labels_differ(field, text, other, place) {
        en: "two labels give this table its {field} and differ: `{text}` here, `{other}` at {place}",
        id: "dua label menyebut {field} tabel ini dan berbeda: `{text}` di sini, `{other}` di {place}"
    }
    labels_differ_help() {
        en: "keep the one that holds for all rows; where the rows differ, give them a column",
        id: "pertahankan satu yang berlaku bagi semua baris; bila baris-barisnya berbeda, jadikan kolom"
    }
    labels_of_one_round(name, both) {
        en: "where both are parts of one round, write one label: `{name}: {both}`",
        id: "bila keduanya bagian dari satu putaran, tulis satu label: `{name}: {both}`"
    }
    label_not_filled(name) {
        en: "the label `{name}` is not filled in",
        id: "label `{name}` belum diisi"
    }
    label_fill(name) {
        en: "write behind it what holds for all rows, as in `{name}: …`, or remove the row",
        id: "tulis di belakangnya apa yang berlaku bagi semua baris, seperti `{name}: …`, atau hapus barisnya"
    }
    titles_above_header(lines) {
        en: "not read, as they stand above the header: lines {lines}",
        id: "tidak dibaca karena berada di atas tajuk: baris {lines}"
    }
    region_of_first_row(region) {
        en: "only the first row names a region: all rows are read as `{region}`",
        id: "hanya baris pertama menyebut wilayah: semua baris dibaca sebagai `{region}`"
    }
    totals_left_out(count, names) {
        en: "rows of totals or means left out: {count} ({names})",
        id: "baris jumlah atau rata-rata tidak dibaca: {count} ({names})"
    }
    total_column(header) {
        en: "column `{header}` is the sum of the other answers of each row and is left out",
        id: "kolom `{header}` adalah jumlah jawaban lain pada setiap baris dan tidak dibaca"
    }
    total_column_again(header, name) {
        en: "column `{header}` is left out: `{name}` has the answers to that indicator",
        id: "kolom `{header}` tidak dibaca: jawaban untuk indikator itu ada pada `{name}`"
    }
    may_be_total(name) {
        en: "`{name}` is read as an indicator; it may as well be a total of the others",
        id: "`{name}` dibaca sebagai indikator; mungkin juga itu jumlah dari yang lain"
    }
    rows_left_out(rows) {
        en: "rows: {rows}",
        id: "baris: {rows}"
    }
    notes_left_out(count, texts) {
        en: "notes below the table left out: {count} ({texts})",
        id: "catatan di bawah tabel tidak dibaca: {count} ({texts})"
    }
    words_for_number(count, names) {
        en: "rows with words where the others have their number are read like them: {count} ({names}); delete those that sum up others",
        id: "baris berisi kata di tempat nomor baris lain tetap dibaca seperti baris lain: {count} ({names}); hapus bila itu rekap"
    }
    column_numbers_left_out() {
        en: "the row that numbers the columns is left out",
        id: "baris nomor kolom di bawah tajuk tidak dibaca"
    }
    header_again(count) {
        en: "rows that repeat the header left out: {count}",
        id: "baris yang mengulang tajuk tidak dibaca: {count}"
    }
    another_table(text) {
        en: "another table begins here: `{text}`",
        id: "tabel lain mulai di sini: `{text}`"
    }
    row_between_headers(text) {
        en: "between two headers stands `{text}`, and it is not known whether the rows below belong to something else",
        id: "di antara dua tajuk ada `{text}`, dan tidak diketahui apakah baris di bawahnya tentang hal lain"
    }
    label_between_headers() {
        en: "write in its place what holds for the rows below, as `Wilayah: …`, `Tahun: …` or `Tahap: …` in one cell; where nothing changes, remove the row",
        id: "tulis sebagai gantinya apa yang berlaku bagi baris di bawahnya, yaitu `Wilayah: …`, `Tahun: …`, atau `Tahap: …` dalam satu sel; bila tidak ada yang berubah, hapus barisnya"
    }
    one_table_per_sheet() {
        en: "put each table on a sheet or in a file of its own, with the rows that stand above its header",
        id: "letakkan tiap tabel dalam lembar atau berkas sendiri, beserta baris di atas tajuknya"
    }
    one_table_per_file() {
        en: "put each table in a file of its own, with this row above its header",
        id: "letakkan tiap tabel dalam berkas sendiri, dengan baris ini di atas tajuknya"
    }
    indicators_differ(one, other) {
        en: "two columns name the indicator and differ: `{one}` and `{other}`",
        id: "dua kolom menyebut indikator dan berbeda: `{one}` dan `{other}`"
    }
    indicators_differ_help(header) {
        en: "correct the one that is wrong, or leave one column out: `--column \"{header}=\"`, or under `[columns]` in study.toml `\"{header}\" = \"\"`",
        id: "perbaiki yang keliru, atau abaikan satu kolom: `--column \"{header}=\"`, atau di bawah `[columns]` pada study.toml `\"{header}\" = \"\"`"
    }
    no_wave(text) {
        en: "`{text}` is a day or a number, not a round of assessment",
        id: "`{text}` adalah tanggal atau bilangan, bukan periode penilaian"
    }
    write_year(year) {
        en: "write the year: `{year}`; when something happened belongs in the column `date`",
        id: "tulis tahunnya: `{year}`; kapan sesuatu terjadi dicatat dalam kolom `tanggal`"
    }
    forms_of_waves() {
        en: "a round is a year (`2024`, `TA 2024`) or a name (`baseline`)",
        id: "periode adalah tahun (`2024`, `TA 2024`) atau nama (`awal`)"
    }
    wave_in_part(count) {
        en: "rows without a round although their region has one in other rows: {count}; they count as a round of their own",
        id: "baris tanpa periode padahal wilayahnya berperiode pada baris lain: {count}; baris itu dihitung sebagai periode tersendiri"
    }
    wave_in_part_help() {
        en: "fill the column, or give `wave = \"…\"` in study.toml for rows without one",
        id: "isi kolom itu, atau tulis `wave = \"…\"` pada study.toml untuk baris tanpa periode"
    }
    nothing_answered() {
        en: "no row has a level, a value, a direction or an evidence item",
        id: "tidak ada baris yang berisi level, nilai, arah, atau butir bukti"
    }
    nothing_answered_help() {
        en: "the answers stand in a column `level` (also: skor, nilai), `value` or `direction`",
        id: "jawaban ditulis dalam kolom `skor` (juga: level, nilai), `angka`, atau `arah`"
    }
    likely_key(header, count) {
        en: "cells with several different numbers whose rows differ in `{header}`, which nobody reads: {count}; their mean is taken",
        id: "sel dengan beberapa angka berbeda yang barisnya berbeda pada `{header}`, kolom yang tidak dibaca: {count}; rata-ratanya yang dipakai"
    }
    likely_key_help(header) {
        en: "if `{header}` is the round: `--column \"{header}=wave\"`; if each of its values is an indicator: `--column \"{header}=indicator\"`; else keep the rows that are meant",
        id: "bila `{header}` adalah periode: `--column \"{header}=wave\"`; bila tiap isinya adalah indikator: `--column \"{header}=indicator\"`; bila bukan, sisakan baris yang dimaksud"
    }
    indicator_headers() {
        en: "a table without this column needs one column per indicator, with its id or title as header",
        id: "tabel tanpa kolom ini memerlukan satu kolom per indikator dengan kode atau judulnya sebagai tajuk"
    }
    duplicate_column(column, header, first) {
        en: "header `{header}` gives the column `{column}` a second time, after `{first}`",
        id: "tajuk `{header}` memberikan kolom `{column}` dua kali, sesudah `{first}`"
    }
    keep_one_column(header) {
        en: "rename or remove one of the two, or leave one out: `--column \"{header}=\"`, or under `[columns]` in study.toml `\"{header}\" = \"\"`",
        id: "ganti nama atau hapus salah satunya, atau abaikan satu: `--column \"{header}=\"`, atau di bawah `[columns]` pada study.toml `\"{header}\" = \"\"`"
    }
    keep_one_of_same(header) {
        en: "both are called `{header}`: delete the column that does not count, or give it a name of its own",
        id: "keduanya bernama `{header}`: hapus kolom yang tidak berlaku, atau beri nama tersendiri"
    }
    tables_side_by_side_help() {
        en: "where two tables stand side by side, put each on a sheet of its own; else delete the column that does not count",
        id: "bila dua tabel berdampingan, letakkan masing-masing di lembar sendiri; bila tidak, hapus kolom yang tidak berlaku"
    }
    stage_beside_none(staged, plain) {
        en: "`{staged}` names a stage of the assessment and `{plain}` beside it none, so that it is open which of them counts",
        id: "`{staged}` menyebut tahap penilaian, sedangkan `{plain}` di sampingnya tidak, jadi tidak jelas mana yang dihitung"
    }
    stage_beside_none_drop(staged) {
        en: "where `{staged}` is the level times a weight, leave it out: `--column \"{staged}=\"`, or under `[columns]` in study.toml `\"{staged}\" = \"\"`",
        id: "bila `{staged}` berisi nilai dikali bobot, abaikan: `--column \"{staged}=\"`, atau di bawah `[columns]` pada study.toml `\"{staged}\" = \"\"`"
    }
    stage_beside_none_name(staged, plain) {
        en: "where `{staged}` is the last stage, let the header `{plain}` name its own, such as `Nilai Mandiri`",
        id: "bila `{staged}` berisi tahap terakhir, beri `{plain}` tajuk dengan nama tahapnya sendiri, misalnya `Nilai Mandiri`"
    }
    value_beside_unit(header) {
        en: "if `{header}` holds the values of an index, rename it `value`, or `--column \"{header}=value\"`",
        id: "bila `{header}` berisi angka indeks, ganti namanya menjadi `angka`, atau `--column \"{header}=angka\"`"
    }
    unused_columns(columns) {
        en: "columns that are not used: {columns}",
        id: "kolom yang tidak dipakai: {columns}"
    }
    unnamed_columns(numbers) {
        en: "columns without a header are not used: {numbers}",
        id: "kolom tanpa tajuk tidak dipakai: {numbers}"
    }
    level_ticked(header) {
        en: "a mark in a column without a header, beside an empty `{header}`: a level that is ticked cannot be read",
        id: "ada tanda di kolom tanpa tajuk, di samping `{header}` yang kosong: level yang dicentang tidak dapat dibaca"
    }
    level_ticked_help() {
        en: "write the level itself as a number, all in one column",
        id: "tulis levelnya sendiri sebagai angka, semua dalam satu kolom"
    }
    empty_cell(column) {
        en: "the cell of column `{column}` is empty",
        id: "sel kolom `{column}` kosong"
    }
    fill_region() {
        en: "repeat the value in every row it belongs to; where all rows are about one region, the first row alone is enough",
        id: "ulangi isinya pada setiap baris yang bersangkutan; bila semua baris tentang satu wilayah, cukup baris pertama"
    }
    fill_region_of_row() {
        en: "write the region of this row: each row of this table is a region of its own",
        id: "isi wilayah baris ini: dalam tabel ini setiap baris adalah satu wilayah"
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
    no_number_yet() {
        en: "where there is no number leave the cell empty; the index of another body may say `not issued`",
        id: "bila belum ada angkanya, kosongkan sel; untuk indeks instansi lain boleh ditulis `belum terbit`"
    }
    broken_formula() {
        en: "a formula of the spreadsheet gives no result there: write the number, or leave the cell empty where there is none",
        id: "rumus pada lembar kerja tidak memberi hasil di sana: tulis angkanya, atau kosongkan sel bila memang tidak ada"
    }
    percent_is_no_level() {
        en: "a percentage is no level: a reported percentage belongs in the column `value`, the level is written as its number",
        id: "persentase bukan level: persentase yang dilaporkan ditulis dalam kolom `angka`, level ditulis dengan angkanya"
    }
    level_alone() {
        en: "write the one level that holds as a number (`3`); a doubt belongs in the column `note`, a second opinion in a row of its own",
        id: "tulis satu level yang berlaku dengan angka (`3`); keraguan dicatat dalam kolom `catatan`, pendapat lain pada baris tersendiri"
    }
    form_one_number() {
        en: "write one number alone, such as `3`; what is in doubt belongs into the explanation beside it; what is not known yet stays empty",
        id: "tulis satu angka saja, misalnya `3`; keraguan ditulis di kolom penjelasan di sampingnya; yang belum diketahui dibiarkan kosong"
    }
    missing_code(text) {
        en: "if `{text}` stands for no answer: `--missing \"{text}\"`, or in study.toml `missing = [\"{text}\"]`",
        id: "bila `{text}` berarti tidak ada jawaban: `--missing \"{text}\"`, atau di study.toml `missing = [\"{text}\"]`"
    }
    marked_number(number, mark) {
        en: "write `{number}` alone and what `{mark}` says in the column `note`; to leave out every number with that mark: `--missing \"{mark}\"`, or in study.toml `missing = [\"{mark}\"]`",
        id: "tulis `{number}` saja dan catat arti `{mark}` dalam kolom `catatan`; agar setiap angka bertanda itu tidak dipakai: `--missing \"{mark}\"`, atau di study.toml `missing = [\"{mark}\"]`"
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
    two_readings(comma, point) {
        en: "`--decimal comma` reads {comma}, `--decimal point` {point}; in study.toml: `decimal = \",\"` or `\".\"`",
        id: "`--decimal comma` membacanya {comma}, `--decimal point` membacanya {point}; di study.toml: `decimal = \",\"` atau `\".\"`"
    }
    decimal_mixed(first, second) {
        en: "numbers with a decimal comma and with a decimal point are mixed: `{first}`, `{second}`",
        id: "angka dengan desimal koma dan desimal titik bercampur: `{first}`, `{second}`"
    }
    number_seen_at(text, place) {
        en: "`{text}` stands at {place}",
        id: "`{text}` ada di {place}"
    }
    one_decimal_sign(text, other) {
        en: "change the cells that differ, so that all use one sign: here `{text}` to `{other}`",
        id: "ubah sel-sel yang berbeda agar semuanya memakai satu tanda: di sini `{text}` menjadi `{other}`"
    }
    other_decimal_sign(text) {
        en: "write `{text}`",
        id: "tulis `{text}`"
    }
    word_expected(text, column, allowed) {
        en: "`{text}` is not allowed in column `{column}`; allowed: {allowed}",
        id: "`{text}` tidak dikenal dalam kolom `{column}`; pilihan: {allowed}"
    }
    which_stage() {
        en: "the region itself (its own assessors): `self`; external assessors on the documents: `document`, in the talks: `interview`, on the spot: `visit`; the end result: `final`",
        id: "daerah sendiri (asesor internal): `mandiri`; asesor eksternal atas dokumen: `dokumen`, dalam interviu: `interviu`, di lapangan: `visitasi`; hasil akhir: `final`"
    }
    which_status() {
        en: "not there yet: `missing`; there or uploaded: `submitted`; found in order by the assessor: `accepted`; to be mended: `revise`",
        id: "buktinya belum ada: `belum`; sudah ada atau diunggah: `diunggah`; dinyatakan sesuai oleh asesor: `diterima`; harus diperbaiki: `revisi`"
    }
    date_expected(text) {
        en: "`{text}` is not a date",
        id: "`{text}` bukan tanggal"
    }
    no_such_day(text) {
        en: "the calendar has no `{text}`",
        id: "tidak ada `{text}` dalam kalender"
    }
    forms_of_dates() {
        en: "write 27/05/2019, 2019-05-27 or 27 May 2019; where less is known, May 2019 or 2019",
        id: "tulis 27/05/2019, 2019-05-27, atau 27 Mei 2019; jika hanya sebagian diketahui, Mei 2019 atau 2019"
    }
    day_taken_first(written, plain) {
        en: "dates such as `{written}` are read with the day first: {plain}",
        id: "tanggal seperti `{written}` dibaca hari dahulu, baru bulan: {plain}"
    }
    day_first() {
        en: "the day stands before the month: 27/05/2019, or 2019-05-27",
        id: "tanggal ditulis hari dahulu, baru bulan: 27/05/2019, atau 2019-05-27"
    }
    more_problems(count) {
        en: "further problems in the file that are not listed: {count}",
        id: "masalah lain dalam berkas yang tidak ditampilkan: {count}"
    }
}
