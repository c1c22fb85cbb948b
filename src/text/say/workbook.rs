//! Workbooks: what cannot be read of them, and what was read otherwise than it looks.

use crate::text::{Sentence, Word};

sentences! {
    workbook_cut_off() {
        en: "the workbook is cut off or damaged: the end of the archive is not there; send or download it once more",
        id: "buku kerja terpotong atau rusak: akhir arsipnya tidak ada; kirim atau unduh sekali lagi"
    }
    workbook_part_twice() {
        en: "the workbook holds two parts of one name, so that nobody can tell which one counts; open and save it in Excel",
        id: "buku kerja memuat dua bagian dengan nama yang sama, jadi tidak jelas mana yang berlaku; buka dan simpan di Excel"
    }
    workbook_part_name(name) {
        en: "the workbook holds a part with a name that no spreadsheet program writes: `{name}`",
        id: "buku kerja memuat bagian dengan nama yang tidak ditulis program lembar kerja mana pun: `{name}`"
    }
    workbook_part_broken(part) {
        en: "part `{part}` of the workbook is damaged; open and save it in Excel",
        id: "bagian `{part}` dari buku kerja rusak; buka dan simpan di Excel"
    }
    workbook_packing(part) {
        en: "part `{part}` of the workbook is packed in a way that no spreadsheet program uses; open and save it in Excel",
        id: "bagian `{part}` dari buku kerja dikemas dengan cara yang tidak dipakai program lembar kerja; buka dan simpan di Excel"
    }
    workbook_many_parts() {
        en: "the archive has more than 4,096 parts, which no workbook needs",
        id: "arsip ini berisi lebih dari 4.096 bagian, jauh melebihi kebutuhan buku kerja"
    }
    workbook_too_large() {
        en: "the workbook holds more than is read (limits: 200 MB packed, 256 MB in a part, 512 MB in all, 4 million cells)",
        id: "isi buku kerja melampaui yang dibaca (batas: 200 MB terkemas, 256 MB per bagian, 512 MB seluruhnya, 4 juta sel)"
    }
    workbook_too_large_help() {
        en: "delete what is no data (empty rows with borders, pictures), or divide it into several workbooks",
        id: "hapus yang bukan data (baris kosong bergaris, gambar), atau bagi menjadi beberapa buku kerja"
    }
    workbook_encrypted() {
        en: "the workbook is locked with a password",
        id: "buku kerja dikunci dengan kata sandi"
    }
    workbook_encrypted_help() {
        en: "in Excel: File, Info, Protect Workbook, Encrypt with Password, delete the password, save",
        id: "di Excel: Berkas, Info, Proteksi Buku Kerja, Enkripsi dengan Kata Sandi, hapus kata sandinya, simpan"
    }
    workbook_outside_grid(sheet) {
        en: "sheet `{sheet}` has a cell outside of what a sheet can have (1,048,576 rows, 16,384 columns)",
        id: "lembar `{sheet}` memiliki sel di luar ukuran lembar kerja (1.048.576 baris, 16.384 kolom)"
    }
    workbook_cell_name(sheet, name) {
        en: "sheet `{sheet}` has a cell called `{name}`, which is the name of none; open and save it in Excel",
        id: "lembar `{sheet}` memiliki sel bernama `{name}`, yang bukan nama sel; buka dan simpan di Excel"
    }
    workbook_cells_unordered() {
        en: "the cells of the sheet are out of order here; open and save it in Excel",
        id: "urutan sel lembar ini kacau mulai dari sini; buka dan simpan di Excel"
    }
    workbook_without_sheets() {
        en: "the file is an archive, but no workbook",
        id: "berkas ini arsip, tetapi bukan buku kerja"
    }
    archive_without_table() {
        en: "the archive holds no table of text (.csv)",
        id: "arsip ini tidak memuat tabel teks (.csv)"
    }
    archive_several_tables(names) {
        en: "the archive holds several tables, and none of them is the one that the others belong to: {names}",
        id: "arsip ini memuat beberapa tabel, dan tidak satu pun menjadi induk yang lain: {names}"
    }
    archive_unpack() {
        en: "unpack it, and use the files in it",
        id: "ekstrak dulu, lalu gunakan berkas di dalamnya"
    }
    archive_parts_left(names) {
        en: "other files of the archive are not read: {names}",
        id: "berkas lain dalam arsip tidak dibaca: {names}"
    }
    workbook_empty() {
        en: "no visible sheet of the workbook holds anything",
        id: "tidak ada lembar yang terlihat dan berisi dalam buku kerja ini"
    }
    old_excel() {
        en: "the file is in the format Excel 97–2003 (.xls), which is not read",
        id: "berkas ini berformat Excel 97–2003 (.xls), yang tidak dibaca"
    }
    binary_excel() {
        en: "the file is in the format Excel Binary (.xlsb), which is not read",
        id: "berkas ini berformat Excel Biner (.xlsb), yang tidak dibaca"
    }
    save_as_xlsx() {
        en: "in Excel: File, Save As, `Excel Workbook (*.xlsx)`; then use that file",
        id: "di Excel: Berkas, Simpan Sebagai, `Buku Kerja Excel (*.xlsx)`; lalu gunakan berkas itu"
    }
    page_not_workbook() {
        en: "the file is a web page or XML with the ending of a workbook",
        id: "berkas ini halaman web atau XML yang diberi akhiran buku kerja"
    }
    text_not_workbook() {
        en: "the file is text with the ending of a workbook",
        id: "berkas ini teks yang diberi akhiran buku kerja"
    }
    text_not_workbook_help() {
        en: "where it is a table of text, give it the ending `.csv`",
        id: "bila isinya tabel teks, ganti akhirannya menjadi `.csv`"
    }
    not_a_workbook() {
        en: "the file has the ending of a workbook and is none",
        id: "berkas ini berakhiran buku kerja, tetapi bukan buku kerja"
    }
    workbook_named_text_help(ending) {
        en: "give it the ending `{ending}`",
        id: "ganti akhirannya menjadi `{ending}`"
    }
    lock_file() {
        en: "this is the lock of a workbook that is open in Excel or LibreOffice, and holds no data",
        id: "ini berkas kunci milik buku kerja yang sedang terbuka di Excel atau LibreOffice, tanpa data"
    }
    lock_file_help() {
        en: "name the workbook itself, without `~$` in front",
        id: "sebutkan buku kerjanya sendiri, tanpa `~$` di depan"
    }
    hidden_sheets(sheets) {
        en: "hidden sheets are not read: {sheets}",
        id: "lembar tersembunyi tidak dibaca: {sheets}"
    }
    answers_out_of_sight(sheets) {
        en: "no visible sheet has a table of answers; the data may stand on hidden sheets, which are not read: {sheets}",
        id: "tidak ada lembar yang terlihat memuat tabel jawaban; datanya mungkin di lembar tersembunyi, yang tidak dibaca: {sheets}"
    }
    hidden_sheets_help() {
        en: "where they hold data, show them in Excel (right click on a sheet, Unhide)",
        id: "bila isinya data, tampilkan di Excel (klik kanan pada lembar, Perlihatkan)"
    }
    hidden_rows_read(count) {
        en: "hidden or filtered rows are read as well: {count}",
        id: "baris yang tersembunyi atau tersaring ikut dibaca: {count}"
    }
    hidden_columns_read(columns) {
        en: "hidden columns are read as well: {columns}",
        id: "kolom tersembunyi ikut dibaca: {columns}"
    }
    comments_not_read() {
        en: "comments on cells are not read",
        id: "komentar pada sel tidak dibaca"
    }
    merged_filled(count) {
        en: "merged cells give their text to every row that they span: {count} cells were filled so",
        id: "sel gabungan memberi isinya kepada setiap baris yang dicakupnya: {count} sel diisi demikian"
    }
    merged_over_answers(text, columns, count) {
        en: "`{text}` is merged over several columns of answers ({columns}) and answers the first alone; cells of this kind: {count}",
        id: "`{text}` digabung di atas beberapa kolom jawaban ({columns}) dan hanya menjawab kolom pertama; sel seperti ini: {count}"
    }
    merged_over_answers_help() {
        en: "unmerge the cells and write each answer in its own column",
        id: "pisahkan sel itu dan tulis tiap jawaban di kolomnya sendiri"
    }
    uncalculated_formula() {
        en: "the formula in this cell has never been calculated, so that its result is not known",
        id: "rumus dalam sel ini belum pernah dihitung, jadi hasilnya tidak diketahui"
    }
    uncalculated_formula_help() {
        en: "open the workbook in Excel or LibreOffice and save it there first",
        id: "buka dan simpan buku kerja itu di Excel atau LibreOffice dulu"
    }
    sheets_without_table(sheets) {
        en: "sheets without a table of answers are not read: {sheets}",
        id: "lembar tanpa tabel jawaban tidak dibaca: {sheets}"
    }
    sheets_seen(sheets) {
        en: "no sheet of the workbook has a table of answers; its sheets: {sheets}",
        id: "tidak ada lembar buku kerja yang memuat tabel jawaban; lembarnya: {sheets}"
    }
    sheet_of_groups(sheet) {
        en: "sheet `{sheet}` sums up groups whose indicators stand in other sheets, and is not read",
        id: "lembar `{sheet}` merekap kelompok yang indikatornya ada di lembar lain, dan tidak dibaca"
    }
    sheet_of_means(sheet, others) {
        en: "sheet `{sheet}` holds the means of what sheet `{others}` has answer by answer, and is not read",
        id: "lembar `{sheet}` berisi rata-rata jawaban yang ada di lembar `{others}`, dan tidak dibaca"
    }
    sheet_beside_persons(sheet, others) {
        en: "sheet `{sheet}` names nobody and answers what persons answer in sheet `{others}`; both sheets count",
        id: "lembar `{sheet}` tidak menyebut siapa pun, tetapi menjawab hal yang juga dijawab narasumber di lembar `{others}`; keduanya dihitung"
    }
    sheet_beside_persons_help() {
        en: "if it sums up the other one, hide or delete it; if not, say in it who answers or what it rests on (`informant`, `agency`, `coder`, `source`)",
        id: "bila isinya rekap, sembunyikan atau hapus lembar itu; bila bukan, sebutkan di sana siapa yang menjawab atau apa sumbernya (`informan`, `opd`, `pengode`, `sumber`)"
    }
    other_sheets(sheet, others) {
        en: "the workbook has several sheets: `{sheet}` is read, not {others}",
        id: "buku kerja memiliki beberapa lembar: yang dibaca `{sheet}`, bukan {others}"
    }
    other_sheets_help() {
        en: "to use another one, move it to the front or save it as a workbook of its own",
        id: "untuk memakai yang lain, pindahkan ke depan atau simpan sebagai buku kerja tersendiri"
    }
    correction_which_sheet(file, sheets) {
        en: "`{file}` has several sheets ({sheets}): name one in front of the cell, as in `Teknologi!D14`",
        id: "`{file}` memiliki beberapa lembar ({sheets}): sebutkan salah satu di depan sel, seperti `Teknologi!D14`"
    }
    correction_no_sheet(file, sheet, sheets) {
        en: "`{file}` has no sheet `{sheet}` that is read; it has: {sheets}",
        id: "`{file}` tidak memiliki lembar `{sheet}` yang dibaca; yang ada: {sheets}"
    }
    correction_of_text(file) {
        en: "`{file}` has no sheets: leave the name in front of the cell out",
        id: "`{file}` tidak memiliki lembar: hapus nama di depan sel"
    }
    form_without_region() {
        en: "the first page does not say whose answers these are",
        id: "lembar pertama belum menyebut instansi pemilik isian"
    }
    form_without_region_help() {
        en: "choose the government from the list of this cell, save, and try again",
        id: "pilih instansinya dari daftar di sel ini, simpan, lalu coba lagi"
    }
    form_year_of_page(year) {
        en: "a column of years is not read in a workbook whose first page says {year}",
        id: "kolom tahun tidak dibaca karena halaman pertama menyebut {year}"
    }
    form_wave_no_year(text) {
        en: "`{text}` is no year",
        id: "`{text}` bukan tahun"
    }
    form_wave_is_name(text) {
        en: "`{text}` is no year and is read as the name of a round",
        id: "`{text}` bukan tahun dan dibaca sebagai nama periode"
    }
    form_wave_no_year_help() {
        en: "write one year in this cell, such as `2026`",
        id: "tulis satu tahun di sel ini, misalnya `2026`"
    }
    form_index_not_counted(indicators) {
        en: "beside the index of another body stands a value of one's own, which counts: {indicators}",
        id: "di samping indeks instansi lain ada nilai yang diisi sendiri, dan nilai itulah yang dipakai: {indicators}"
    }
    form_two_first_pages(place) {
        en: "another sheet answers the questions of the first page differently than {place}",
        id: "lembar lain menjawab pertanyaan lembar pertama secara berbeda dari {place}"
    }
    form_two_first_pages_help() {
        en: "keep one of the two sheets, and remove or hide the other",
        id: "pertahankan salah satu dari dua lembar itu, lalu hapus atau sembunyikan yang lain"
    }
    form_without_wave() {
        en: "the first page does not say the year of assessment",
        id: "lembar pertama belum menyebut tahun penilaian"
    }
    form_without_wave_help() {
        en: "type the year into this cell: without it these answers stand beside no other year",
        id: "tulis tahunnya di sel ini: tanpa tahun, isian ini tidak dapat disandingkan dengan tahun lain"
    }
    form_unanswered_help() {
        en: "choose a value for at least one row of the assessment, save, and try again",
        id: "pilih nilai bagi sedikitnya satu baris penilaian, simpan, lalu coba lagi"
    }
    workbook_is_result() {
        en: "this workbook holds results of siap, not answers",
        id: "buku kerja ini berisi hasil siap, bukan isian"
    }
    result_passed_over() {
        en: "results of siap, not answers: passed over",
        id: "berisi hasil siap, bukan isian: dilewati"
    }
    workbook_is_result_help() {
        en: "name the workbook that was filled in; results are made anew from it",
        id: "sebutkan buku kerja yang diisi; hasil dibuat lagi darinya"
    }
}
