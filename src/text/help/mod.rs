//! What `--help` says about each command and option, in Indonesian and English.

mod planning;

use super::Text;

/// Help of a command or option. `path` is the command (`compare`, `framework show`); `argument` is
/// empty for the command itself.
#[must_use]
pub fn help(path: &str, argument: &str) -> Option<Text> {
    let mut all = planning::ENTRIES.iter().chain(ENTRIES);
    all.find(|(commands, name, ..)| {
        *name == argument && (commands.is_empty() || commands.contains(&path))
    })
    .map(|(_, _, en, id)| Text::new(*id, *en))
}

type Entry = (
    &'static [&'static str],
    &'static str,
    &'static str,
    &'static str,
);

/// Commands (none: every command), argument, English, Indonesian; the first that fits counts, and those
/// of a command of their own come before all.
const ENTRIES: &[Entry] = &[
    (
        &["siap"],
        "",
        "Score smart-city readiness from coded interviews and self-assessments, and compare Indonesian regions",
        "Menilai kesiapan smart city dari wawancara terkode dan penilaian mandiri, lalu membandingkan wilayah Indonesia",
    ),
    (
        &["framework"],
        "",
        "The library of frameworks: list, show, check, start a new one",
        "Pustaka kerangka: daftar, tampilkan, periksa, buat baru",
    ),
    (
        &["framework list"],
        "",
        "List the built-in frameworks and the crosswalks between them",
        "Daftar kerangka bawaan dan padanan di antaranya",
    ),
    (
        &["framework show"],
        "",
        "Show one framework or crosswalk in full: tree, weights, levels, sources",
        "Tampilkan satu kerangka atau padanan selengkapnya: pohon, bobot, level, sumber",
    ),
    (
        &["framework check"],
        "",
        "Check framework and crosswalk files; tell every problem with line and column",
        "Periksa berkas kerangka dan padanan; sebutkan setiap masalah beserta baris dan kolomnya",
    ),
    (
        &["framework new"],
        "",
        "Print a framework file to start from",
        "Cetak berkas kerangka sebagai titik awal",
    ),
    (
        &["check"],
        "",
        "Check the data only; tell every problem with its place",
        "Periksa data saja; sebutkan setiap masalah beserta tempatnya",
    ),
    (
        &["score"],
        "",
        "Score every region and wave: the tree with its scores",
        "Nilai setiap wilayah dan periode: pohon beserta skornya",
    ),
    (
        &["matrix"],
        "",
        "Show level, counts and finding for each region and indicator",
        "Tampilkan level, jumlah, dan temuan tiap wilayah dan indikator",
    ),
    (
        &["sources"],
        "",
        "Show who was heard: people, documents, statements without a speaker; planned against heard",
        "Tampilkan siapa yang didengar: orang, dokumen, pernyataan tanpa narasumber; rencana dan kenyataan",
    ),
    (
        &["compare"],
        "",
        "Compare regions: ranking, gaps, shared weak spots, conflicts",
        "Bandingkan wilayah: peringkat, selisih, kelemahan bersama, pertentangan",
    ),
    (
        &["robust"],
        "",
        "Rerun the ranking under other defensible choices: how far ranks move, and what moves them",
        "Ulangi pemeringkatan dengan pilihan lain yang sama layaknya: seberapa jauh peringkat bergeser, dan apa penyebabnya",
    ),
    (
        &["robust"],
        "weights",
        "Each weight up to this much more or less; dirichlet: any weights; none [default: 25%, none for an official instrument]",
        "Tiap bobot bertambah atau berkurang hingga sekian; dirichlet: bobot apa pun; none [bawaan: 25%, none untuk instrumen resmi]",
    ),
    (
        &["robust"],
        "rules",
        "Also combine groups by these rules; several with commas [default: only the one in use]",
        "Gabungkan juga kelompok dengan aturan ini; beberapa dipisah koma [bawaan: hanya yang dipakai]",
    ),
    (
        &["robust"],
        "normalise",
        "Also turn numbers into scores in these ways [default: only the one in use]",
        "Ubah juga angka menjadi skor dengan cara ini [bawaan: hanya yang dipakai]",
    ),
    (
        &["robust"],
        "missing-as",
        "Also treat missing data so: at the bottom or top of each scale, ... [default: bottom,top]",
        "Perlakukan juga data yang belum ada begini: di dasar atau puncak skala, ... [bawaan: bottom,top]",
    ),
    (
        &["robust"],
        "informants",
        "Draw the informants of each cell again, where some cell has several [default: resample]",
        "Tarik ulang informan tiap sel, bila ada sel dengan beberapa informan [bawaan: resample]",
    ),
    (
        &["robust"],
        "level_error",
        "Probability that a level is one step off, up or down alike; none [default: as this study's coders differ, else 0.1]",
        "Peluang suatu level meleset satu langkah, naik atau turun sama mungkinnya; none [bawaan: sejauh para pengode studi ini berbeda, atau 0.1]",
    ),
    (
        &["robust"],
        "leave_out",
        "In each run leave out one indicator, or one coder, or none of them [default: none]",
        "Pada tiap perhitungan ulang tinggalkan satu indikator, atau satu pengode, atau tidak sama sekali [bawaan: none]",
    ),
    (
        &["robust"],
        "runs",
        "Number of runs [default: 10000]",
        "Banyaknya perhitungan ulang [bawaan: 10000]",
    ),
    (
        &["robust"],
        "seed",
        "Seed of the random numbers: the same seed gives the same result [default: 1]",
        "Benih bilangan acak: benih yang sama memberi hasil yang sama [bawaan: 1]",
    ),
    (
        &["robust"],
        "top",
        "Also tell how often a region is among the first and the last K [default: 3, 10 from 30 regions on, never more than half]",
        "Sebutkan juga seberapa sering suatu wilayah masuk K teratas dan terbawah [bawaan: 3, 10 mulai dari 30 wilayah, tidak lebih dari separuh]",
    ),
    (
        &["robust"],
        "threads",
        "Number of threads; changes no result [default: as many as there are processors]",
        "Banyaknya utas; hasilnya tidak berubah [bawaan: sebanyak prosesor]",
    ),
    (
        &["trend"],
        "",
        "Follow regions from wave to wave: change, rank change, who rose, who fell",
        "Ikuti wilayah dari periode ke periode: perubahan, perubahan peringkat, yang naik, yang turun",
    ),
    (
        &["trend"],
        "wave",
        "First and last wave: given twice, or once as FIRST..LAST [default: those with two scored regions]",
        "Periode pertama dan terakhir: ditulis dua kali, atau sekali sebagai PERTAMA..TERAKHIR [bawaan: yang berisi dua wilayah berskor]",
    ),
    (
        &["reliability"],
        "",
        "Describe questionnaire answers: frequencies, means, validity and reliability of the items",
        "Olah jawaban kuesioner: frekuensi, rata-rata, validitas dan reliabilitas butir",
    ),
    (
        &["reliability"],
        "matrix",
        "Table of respondents by items instead of a study: one row per respondent, one column per item",
        "Tabel responden menurut butir sebagai ganti studi: satu baris per responden, satu kolom per butir",
    ),
    (
        &["reliability"],
        "scale",
        "Ends of the scale of all items of the matrix, as 1..5",
        "Ujung skala semua butir matriks, seperti 1..5",
    ),
    (
        &["reliability"],
        "reverse",
        "Items that are worded the other way round; of a study by their ids",
        "Butir yang bernada terbalik (negatif); pada studi dengan id-nya",
    ),
    (
        &["reliability"],
        "construct",
        "Items that measure one thing, as X1=q1,q2,q3; may be given several times",
        "Butir yang mengukur satu hal, seperti X1=q1,q2,q3; boleh diulang",
    ),
    (
        &["reliability"],
        "by",
        "Split the respondents by role, agency, region, kind, wave, stage, class or method; of a matrix by a column; given several times: one way after the other",
        "Bagi responden menurut jabatan, opd, wilayah, jenis, periode, tahap, kelas, atau metode; untuk matriks menurut satu kolom; boleh diulang, tiap kali dibagi tersendiri",
    ),
    (
        &["reliability"],
        "bands",
        "Categories of mean or TCR: sudjana, arikunto, sugiyono, index-20, interval-0.75, interval-0.80, interval-1.81, or a .toml file [default: none]",
        "Kategori rata-rata atau TCR: sudjana, arikunto, sugiyono, index-20, interval-0.75, interval-0.80, interval-1.81, atau berkas .toml [bawaan: tanpa]",
    ),
    (
        &["reliability"],
        "deletion",
        "Missing answers: only complete respondents, or every pair of answers [default: listwise]",
        "Jawaban kosong: hanya responden lengkap, atau setiap pasang jawaban [bawaan: listwise]",
    ),
    (
        &["reliability"],
        "sampling",
        "How respondents were chosen, which decides whether the result can be generalised",
        "Cara memilih responden, yang menentukan boleh tidaknya hasil digeneralisasi",
    ),
    (
        &["triangulate"],
        "",
        "Hold sources, methods and times against each other: who agrees, contradicts, stands alone",
        "Bandingkan sumber, teknik, dan waktu: siapa sejalan, bertentangan, atau sendirian",
    ),
    (
        &["score"],
        "by",
        "Of a survey: the index of each group of respondents, by the header of a column of the data, such as agency or \"Jenis Layanan\"",
        "Untuk survei: indeks tiap kelompok responden menurut tajuk sebuah kolom data, misalnya opd atau \"Jenis Layanan\"",
    ),
    (
        &["triangulate"],
        "by",
        "Only sources, methods or times [default: all three]",
        "Hanya sumber, teknik, atau waktu [bawaan: ketiganya]",
    ),
    (
        &["agree"],
        "",
        "Agreement between coders: would another coder have said the same?",
        "Kesepakatan antarpengode: apakah pengode lain akan memberi nilai yang sama?",
    ),
    (
        &["agree"],
        "matrix",
        "Take a plain table instead of a study: units by coders, or another layout (--shape)",
        "Pakai tabel biasa sebagai ganti studi: unit menurut pengode, atau susunan lain (--shape)",
    ),
    (
        &["agree"],
        "shape",
        "Layout of the table: columns of coders, counts by category, two coders against each other, rows of coders, one coding per row [default: told from the table]",
        "Susunan tabel: kolom pengode, banyaknya per kategori, dua pengode disandingkan, baris pengode, satu pengodean per baris [bawaan: dikenali dari tabel]",
    ),
    (
        &["agree"],
        "unit",
        "Column of the table that names the units",
        "Kolom tabel yang memuat nama unit",
    ),
    (
        &["agree"],
        "coders",
        "Columns of the coders, or their names in rows [default: every column that can be one]",
        "Kolom para pengode, atau nama mereka pada baris [bawaan: setiap kolom yang mungkin]",
    ),
    (
        &["agree", "reliability"],
        "leave_column",
        "Columns of the table to leave out",
        "Kolom tabel yang tidak dipakai",
    ),
    (
        &["agree", "reliability"],
        "levels",
        "Words of the scale in the table, lowest first, as \"STS,TS,N,S,SS\"",
        "Kata-kata skala pada tabel, mulai dari yang terendah, seperti \"STS,TS,N,S,SS\"",
    ),
    (
        &["agree"],
        "metric",
        "Distances of the headline: categories, levels, numbers [default: what suits the values]",
        "Jarak pada angka utama: kategori, level, angka [bawaan: yang cocok dengan nilainya]",
    ),
    (
        &["agree"],
        "scale",
        "Lowest and highest level of the table, such as 0..4 [default: the levels used in it]",
        "Level terendah dan tertinggi pada tabel, misalnya 0..4 [bawaan: level yang terpakai]",
    ),
    (
        &["agree"],
        "all",
        "Show every coefficient, and agreement on each level",
        "Tampilkan setiap koefisien, dan kesepakatan pada tiap level",
    ),
    (
        &["agree"],
        "resamples",
        "Resamples for an interval; 0: no interval [default: 1000]",
        "Banyaknya sampel ulang untuk interval; 0: tanpa interval [bawaan: 1000]",
    ),
    (
        &["agree"],
        "interval",
        "Kind of interval of alpha [default: bca; jackknife with --cluster]",
        "Jenis interval alpha [bawaan: bca; jackknife dengan --cluster]",
    ),
    (
        &["agree"],
        "cluster",
        "Draw whole regions instead of units: interviews of one region share a context",
        "Tarik wilayah utuh, bukan unit: wawancara di satu wilayah memiliki konteks yang sama",
    ),
    (
        &["agree"],
        "seed",
        "Seed of the random numbers [default: 1]",
        "Benih bilangan acak [bawaan: 1]",
    ),
    (
        &["template"],
        "",
        "Print a table to fill in: an empty form, or a sample without levels for a second coder",
        "Cetak tabel untuk diisi: formulir kosong, atau sampel tanpa level untuk pengode kedua",
    ),
    (
        &["template"],
        "blind",
        "Rows of the study without levels or anything that shows them, for a second coder",
        "Baris studi tanpa level dan tanpa petunjuk tentangnya, untuk pengode kedua",
    ),
    (
        &["template"],
        "sample",
        "How many units: a share or a number [default: 20%]; each indicator gives one if there are enough",
        "Banyaknya unit: bagian atau jumlah [bawaan: 20%]; tiap indikator memberi satu bila cukup",
    ),
    (
        &["template"],
        "seed",
        "Seed of the draw [default: 1]; the same seed draws the same",
        "Benih acak penarikan [bawaan: 1]; benih yang sama menarik unit yang sama",
    ),
    (
        &["chart"],
        "wave",
        "One round of assessment, or latest: the newest of each region; for trend FIRST..LAST",
        "Satu periode penilaian, atau latest: yang terbaru dari tiap wilayah; untuk trend PERTAMA..TERAKHIR",
    ),
    (
        &["chart"],
        "",
        "Draw one figure as SVG or PNG",
        "Gambar satu bagan sebagai SVG atau PNG",
    ),
    (
        &["schema"],
        "",
        "Print the JSON Schema of framework and study files, or of a command's JSON; alone: list them",
        "Cetak JSON Schema berkas kerangka dan studi, atau JSON suatu perintah; tanpa nama: daftarnya",
    ),
    (
        &["schema"],
        "name",
        "`framework`, `study`, or a command such as `score` or `framework list`",
        "`framework`, `study`, atau perintah seperti `score` atau `framework list`",
    ),
    (
        &["completions"],
        "",
        "Print the completion script of a shell",
        "Cetak skrip pelengkapan untuk shell",
    ),
    (&["man"], "", "Print a manual page", "Cetak halaman manual"),
    (
        &[],
        "inputs",
        "Study folder, data files, or - for standard input [default: this folder, if it is a study]",
        "Folder studi, berkas data, atau - untuk masukan standar [bawaan: folder ini, bila berisi studi]",
    ),
    (
        &[],
        "framework",
        "Built-in framework, or a path ending in .toml",
        "Kerangka bawaan, atau path berakhiran .toml",
    ),
    (
        &[],
        "lang",
        "Language of the output [default: that of the study or of this computer]",
        "Bahasa keluaran [bawaan: bahasa studi atau komputer ini]",
    ),
    (
        &[],
        "format",
        "Format of the output [default: from the ending of --output, else table]",
        "Format keluaran [bawaan: dari akhiran --output, selain itu table]",
    ),
    (
        &["chart"],
        "output",
        "Write the figure here; the ending, such as .svg or .png, chooses the format",
        "Tulis bagan ke sini; akhirannya, misalnya .svg atau .png, menentukan format",
    ),
    (
        &[],
        "output",
        "Write to this file instead of standard output",
        "Tulis ke berkas ini, bukan ke keluaran standar",
    ),
    (
        &["compare"],
        "top",
        "Show only the first N of the ranking; places stay those among all",
        "Tampilkan hanya N pertama dari peringkat; peringkat tetap di antara semua wilayah",
    ),
    (
        &["compare"],
        "bottom",
        "Show only the last N of the ranking; places stay those among all",
        "Tampilkan hanya N terakhir dari peringkat; peringkat tetap di antara semua wilayah",
    ),
    (
        &[],
        "full",
        "Everything, where a command is brief; a file (--output) always has everything",
        "Semuanya, bila keluaran perintah ringkas; berkas (--output) selalu memuat semuanya",
    ),
    (
        &[],
        "wave",
        "One round of assessment, or latest: the newest of each region",
        "Satu periode penilaian, atau latest: yang terbaru dari tiap wilayah",
    ),
    (
        &[],
        "region",
        "Only this region, by name or code; may be given several times",
        "Hanya wilayah ini, dengan nama atau kode; boleh diulang",
    ),
    (
        &[],
        "tag",
        "Only regions with this tag of the study; several: regions that have all of them",
        "Hanya wilayah dengan tag ini dari studi; beberapa: wilayah yang memiliki semuanya",
    ),
    (
        &[],
        "province",
        "Only this province and its kabupaten and kota, by name or code; may be given several times",
        "Hanya provinsi ini beserta kabupaten dan kotanya, dengan nama atau kode; boleh diulang",
    ),
    (
        &["compare"],
        "stage",
        "Only this stage of verification [default: the most verified that all have]",
        "Hanya tahap penilaian ini [bawaan: tahap paling terverifikasi yang dimiliki semua]",
    ),
    (
        &["compare"],
        "kind",
        "Only regions of this kind [default: the level of government with most regions]",
        "Hanya wilayah jenis ini [bawaan: tingkat dengan wilayah terbanyak]",
    ),
    (
        &[],
        "stage",
        "Only this stage of verification",
        "Hanya tahap penilaian ini",
    ),
    (
        &[],
        "kind",
        "Only regions of this kind",
        "Hanya wilayah jenis ini",
    ),
    (
        &[],
        "basis",
        "native: only rows whose source itself used the framework [default: all]",
        "native: hanya baris yang sumbernya memang memakai kerangka ini [bawaan: all]",
    ),
    (
        &[],
        "as",
        "Show the rows of the other frameworks under this one, as far as a crosswalk joins them",
        "Tampilkan baris kerangka lain di bawah kerangka ini, sejauh ada padanan yang menghubungkannya",
    ),
    (
        &[],
        "decimal",
        "Decimal sign of the data files, where it cannot be told from the numbers",
        "Tanda desimal berkas data, bila tidak dapat ditentukan dari angkanya",
    ),
    (
        &[],
        "column",
        "Read the column headed HEADER as COLUMN or as an indicator, as \"Final mark=level\"; \"HEADER=\" leaves it out",
        "Baca kolom berjudul JUDUL sebagai KOLOM atau indikator, misalnya \"Nilai Akhir=skor\"; \"JUDUL=\" mengabaikannya",
    ),
    (
        &[],
        "codes",
        "Codes that mean missing in the data; several with commas",
        "Kode yang berarti data kosong; beberapa dipisah koma",
    ),
    (
        &[],
        "skip_bad_files",
        "Go on with the files that have no errors, and list the others",
        "Lanjutkan dengan berkas tanpa galat, dan sebutkan yang lain",
    ),
    (
        &[],
        "figures",
        "Also write the figures into this folder, as SVG and PNG",
        "Tulis juga bagan ke folder ini, sebagai SVG dan PNG",
    ),
    (&[], "figure", "Which figure", "Bagan yang mana"),
    (&[], "files", "Framework files", "Berkas kerangka"),
    (
        &["framework show"],
        "name",
        "Built-in framework, or a path ending in .toml",
        "Kerangka bawaan, atau path berakhiran .toml",
    ),
    (
        &["framework show"],
        "indicator",
        "Only this indicator or group: question, level texts, evidence, advice",
        "Hanya indikator atau kelompok ini: pertanyaan, teks level, bukti, saran",
    ),
    (
        &["framework new"],
        "name",
        "Id of the new framework: small letters, digits, hyphens",
        "Id kerangka baru: huruf kecil, angka, tanda hubung",
    ),
    (
        &[],
        "toml",
        "Print the TOML file itself, to copy and change",
        "Cetak berkas TOML-nya, untuk disalin dan diubah",
    ),
    (&[], "shell", "Which shell", "Shell yang mana"),
    (
        &["man"],
        "command",
        "Which command [default: the program]",
        "Perintah yang mana [bawaan: program ini]",
    ),
    (&[], "help", "Print this help", "Cetak bantuan ini"),
    (&[], "version", "Print the version", "Cetak versi"),
];
