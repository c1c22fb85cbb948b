//! Files and arguments as the program meets them.

use crate::text::{Sentence, Word};

// Files, arguments and studies as the program meets them.
sentences! {
    no_such_file() {
        en: "there is no such file",
        id: "berkas tidak ada"
    }
    built_in_has_no_ending() {
        en: "a name that ends in .toml is a file; `siap framework list` shows the built-in frameworks, which have no ending",
        id: "nama berakhiran .toml adalah berkas; `siap framework list` menampilkan kerangka bawaan, yang tanpa akhiran"
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
    also_at(places) {
        en: "the same at {places}",
        id: "hal yang sama di {places}"
    }
    also_at_and_elsewhere(places, count) {
        en: "the same at {places} and in {count} more place(s)",
        id: "hal yang sama di {places} dan di {count} tempat lain"
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
    open_elsewhere() {
        en: "the file is open in another program, which keeps it to itself",
        id: "berkas sedang terbuka di program lain, yang menguncinya"
    }
    close_it_there() {
        en: "close it there (in Excel?) and run the command again",
        id: "tutup dahulu di sana (di Excel?), lalu jalankan lagi perintahnya"
    }
    make_folder() {
        en: "the folder has to exist first",
        id: "foldernya harus ada dahulu"
    }
    not_utf8() {
        en: "the file is not UTF-8 text",
        id: "berkas bukan teks UTF-8"
    }
    is_utf16() {
        en: "the file is UTF-16 text, which TOML does not allow",
        id: "berkas ini teks UTF-16, yang tidak dibolehkan TOML"
    }
    save_as_utf8() {
        en: "save it as UTF-8 (in Notepad: Save as, Encoding, UTF-8)",
        id: "simpan sebagai UTF-8 (di Notepad: Simpan sebagai, Pengodean, UTF-8)"
    }
    name_not_utf8() {
        en: "the name of this file cannot be read: it is not UTF-8",
        id: "nama berkas ini tidak terbaca: bukan UTF-8"
    }
    rename_file() {
        en: "rename the file, with plain letters and digits",
        id: "ganti nama berkasnya dengan huruf dan angka biasa"
    }
    argument_not_utf8() {
        en: "a word of the command line is not UTF-8",
        id: "ada kata di baris perintah yang bukan UTF-8"
    }
    already_written() {
        en: "this file has already been replaced and could not be put back",
        id: "berkas ini sudah terganti dan tidak dapat dikembalikan"
    }
    output_twice(name) {
        en: "`{name}` would be written twice by this command",
        id: "`{name}` akan ditulis dua kali oleh perintah ini"
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
        en: "nothing is left after --wave, --region, --province, --kind and --stage",
        id: "tidak ada yang tersisa setelah --wave, --region, --province, --kind, dan --stage"
    }
    column_not_met(header) {
        en: "no file has the column `{header}`: what is said of it has no effect",
        id: "tidak ada berkas yang memiliki kolom `{header}`: ketentuan untuk kolom itu tidak berpengaruh"
    }
    headers_met(headers) {
        en: "the files have: {headers}",
        id: "kolom dalam berkas: {headers}"
    }
    spelling_not_met(spelling) {
        en: "no row names the region `{spelling}`: this line has no effect",
        id: "tidak ada baris yang menyebut wilayah `{spelling}`: baris ini tidak berpengaruh"
    }
    tag_not_met(tag) {
        en: "no region of the tag `{tag}` is in the data",
        id: "tidak ada wilayah dengan tag `{tag}` dalam data"
    }
    tagged_region_unknown(name, tag) {
        en: "`{name}` under the tag `{tag}` is neither in the data nor in the register of regions",
        id: "`{name}` pada tag `{tag}` tidak ada dalam data maupun dalam daftar wilayah"
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
    folder_has(names) {
        en: "the folder has: {names}",
        id: "dalam folder ada: {names}"
    }
    folder_of_excel(name) {
        en: "the folder holds an old Excel file (`{name}`), which is not read: in Excel choose File, Save As, `Excel Workbook (*.xlsx)`",
        id: "folder ini berisi berkas Excel lama (`{name}`), yang tidak dibaca: di Excel pilih Berkas, Simpan Sebagai, `Buku Kerja Excel (*.xlsx)`"
    }
    file_in_two_parts(files) {
        en: "two parts `[[data]]` say different things of one file: {files}",
        id: "dua bagian `[[data]]` menyebut hal berbeda tentang satu berkas: {files}"
    }
    file_in_two_parts_help() {
        en: "let only one of their `files` fit it; a file called by its name goes before a pattern",
        id: "biarkan hanya satu `files` yang mencakupnya; berkas yang disebut namanya didahulukan dari pola"
    }
    files_not_read(count, files) {
        en: "files of the folder that are not read: {count} ({files})",
        id: "berkas dalam folder yang tidak dibaca: {count} ({files})"
    }
    folder_without_study() {
        en: "the folder has neither a study.toml nor a table (.csv, .tsv, .xlsx, .xlsm, .ods)",
        id: "folder ini tidak berisi study.toml maupun tabel (.csv, .tsv, .xlsx, .xlsm, .ods)"
    }
    folder_without_study_help() {
        en: "name the folder that holds the tables",
        id: "sebutkan folder yang berisi tabelnya"
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
        en: "name a file or folder behind the command, before its options, as in `siap score answers.csv -f smart-city-pillars`",
        id: "tulis nama berkas atau folder di belakang perintah, sebelum opsinya, misalnya `siap score jawaban.csv -f smart-city-pillars`"
    }
    study_names_no_framework() {
        en: "the study names no framework",
        id: "studi ini belum menyebut kerangka"
    }
    study_names_no_framework_help() {
        en: "write a line such as `framework = \"smart-city-pillars\"` above the first `[…]` of the file; `siap framework list` shows what is built in",
        id: "tulis baris seperti `framework = \"smart-city-pillars\"` di atas `[…]` pertama dalam berkas; `siap framework list` menampilkan kerangka bawaan"
    }
    no_framework_named() {
        en: "no framework is named",
        id: "belum ada kerangka yang disebut"
    }
    hint_framework() {
        en: "name one with --framework; `siap framework list` shows what is built in",
        id: "sebutkan dengan --framework; `siap framework list` menampilkan kerangka bawaan"
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
    all_of_other_frameworks_help() {
        en: "no row is left to score: name that framework with `-f`; if the column `framework` is wrong, leave it empty",
        id: "tidak ada baris yang tersisa untuk dinilai: sebutkan kerangka itu dengan `-f`; bila kolom `kerangka` keliru, kosongkan"
    }
    unknown_province(name) {
        en: "`{name}` is not the name of a province",
        id: "`{name}` bukan nama provinsi"
    }
    no_such_stage(stage, stages) {
        en: "nothing was assessed at the stage `{stage}`; the data have: {stages}",
        id: "tidak ada penilaian pada tahap `{stage}`; yang ada dalam data: {stages}"
    }
    no_stages_in_data(stage) {
        en: "these data have no stages: leave out `--stage` ({stage}), or fill the column `stage`",
        id: "data ini tidak memakai tahap: hapus `--stage` ({stage}), atau isi kolom `tahap`"
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
    no_region_of_kind(kind, kinds) {
        en: "the data have no region of kind `{kind}`; the kinds they have: {kinds}",
        id: "dalam data tidak ada wilayah jenis `{kind}`; jenis yang ada: {kinds}"
    }
    no_statements() {
        en: "no statement is left to score",
        id: "tidak ada pernyataan yang tersisa untuk dinilai"
    }
    already_there(name) {
        en: "`{name}` exists already and is left as it is",
        id: "`{name}` sudah ada dan dibiarkan apa adanya"
    }
    ending_and_format(name, of_ending, format) {
        en: "the name `{name}` ends as {of_ending}, but --format asks for {format}",
        id: "nama `{name}` berakhiran {of_ending}, tetapi --format meminta {format}"
    }
    ending_and_format_help() {
        en: "leave out --format, or choose a name with another ending",
        id: "hapus --format, atau pilih nama dengan akhiran lain"
    }
    ending_not_of_format(name, format) {
        en: "the ending of `{name}` is not one of {format}, which is what would be written",
        id: "akhiran `{name}` bukan akhiran {format}, padahal itulah yang akan ditulis"
    }
    choose_ending(ending) {
        en: "choose a name that ends in {ending}",
        id: "pilih nama yang berakhiran {ending}"
    }
    binary_on_terminal(format) {
        en: "{format} is no text that a terminal could show",
        id: "{format} bukan teks yang dapat ditampilkan terminal"
    }
    binary_on_terminal_help(name) {
        en: "give it a file: `-o {name}`",
        id: "simpan sebagai berkas: `-o {name}`"
    }
    full_without_effect(format) {
        en: "--full has no effect on {format}, which always has everything",
        id: "--full tidak berpengaruh pada {format}, yang selalu memuat semuanya"
    }
    leave_out_full() {
        en: "leave out --full",
        id: "hapus --full"
    }
    bad_id_asked(id) {
        en: "`{id}` cannot be an id: small letters, digits and hyphens only",
        id: "`{id}` tidak dapat menjadi id: hanya huruf kecil, angka, dan tanda hubung"
    }
    unknown_ending(name, endings) {
        en: "`{name}` cannot be written: its ending must be {endings}",
        id: "`{name}` tidak dapat ditulis: akhirannya harus {endings}"
    }
    excel_opens(name) {
        en: "use `{name}`, which Excel opens",
        id: "pakai `{name}`, yang dapat dibuka di Excel"
    }
    figure_without_data(figure) {
        en: "there is nothing to draw in the figure `{figure}`: no region has a value in it",
        id: "tidak ada yang dapat digambar pada bagan `{figure}`: tidak ada wilayah yang bernilai di dalamnya"
    }
    figure_failed(figure, why) {
        en: "the figure `{figure}` cannot be drawn: {why}",
        id: "bagan `{figure}` tidak dapat digambar: {why}"
    }
    unknown_language(tag) {
        en: "SIAP_LANG is `{tag}`, which is none of the languages here: it has no effect",
        id: "SIAP_LANG berisi `{tag}`, yang bukan bahasa di sini: isinya tidak dipakai"
    }
    languages_known() {
        en: "set it to `id` (Bahasa Indonesia) or `en` (English), or use --lang",
        id: "isi dengan `id` (Bahasa Indonesia) atau `en` (Inggris), atau pakai --lang"
    }
    unknown_command(word) {
        en: "there is no command `{word}`",
        id: "perintah `{word}` tidak ada"
    }
    unknown_schema(word) {
        en: "there is no schema `{word}`",
        id: "skema `{word}` tidak ada"
    }
    schemas_known(words) {
        en: "there are schemas of {words}",
        id: "ada skema untuk {words}"
    }
    unknown_option(word) {
        en: "there is no option `{word}` here",
        id: "opsi `{word}` tidak ada di sini"
    }
    unexpected_value(word, option, words) {
        en: "`{word}` is no choice of `{option}`: use {words}",
        id: "`{word}` bukan pilihan untuk `{option}`: pakai {words}"
    }
    unexpected_word(word, words) {
        en: "`{word}` is not possible here: use {words}",
        id: "`{word}` tidak ada di sini: pakai {words}"
    }
    missing_words(command, words) {
        en: "`{command}` still needs: {words}",
        id: "`{command}` masih memerlukan: {words}"
    }
    output_help() {
        en: "name the file to write, as in `-o result.svg`",
        id: "sebutkan berkas hasilnya, misalnya `-o hasil.svg`"
    }
    column_help() {
        en: "`--column` is written `--column \"HEADER=column\"`, as `--column \"Final mark=level\"`",
        id: "`--column` ditulis `--column \"JUDUL=kolom\"`, misalnya `--column \"Nilai Akhir=skor\"`"
    }
    whole_number_as(option) {
        en: "give a whole number, as `{option} 5`",
        id: "tulis bilangan bulat, misalnya `{option} 5`"
    }
    value_missing(option) {
        en: "`{option}` needs a value",
        id: "`{option}` memerlukan nilai"
    }
    used_twice(option) {
        en: "`{option}` was given twice",
        id: "`{option}` ditulis dua kali"
    }
    used_together(options) {
        en: "of {options} only one may be given",
        id: "dari {options} hanya satu yang boleh dipakai"
    }
    study_or_matrix() {
        en: "`--matrix` takes the place of a study: name a table with `--matrix` or a study, not both",
        id: "`--matrix` menggantikan studi: sebutkan tabel dengan `--matrix` atau sebuah studi, jangan keduanya"
    }
    see_help(command) {
        en: "see `{command} --help`",
        id: "lihat `{command} --help`"
    }
}
