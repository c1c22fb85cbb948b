//! What `--help` says about each command and option, in Indonesian and English.

use super::Text;

/// Help of a command or option. `path` is the command (`compare`, `framework show`); `argument` is
/// empty for the command itself.
#[must_use]
pub fn help(path: &str, argument: &str) -> Option<Text> {
    ENTRIES
        .iter()
        .find(|(commands, name, ..)| {
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

/// Commands (none: every command), argument, English, Indonesian; the first that fits counts.
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
        &["framework schema"],
        "",
        "Print the JSON Schema of framework files, for editors",
        "Cetak JSON Schema berkas kerangka untuk penyunting teks",
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
        "Each weight up to this much more or less; dirichlet: any weights; none [default: 25%]",
        "Tiap bobot bertambah atau berkurang hingga sekian; dirichlet: bobot apa pun; none [bawaan: 25%]",
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
        "missing",
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
        "levels",
        "Probability that a level is one step off, up or down alike; none [default: 0.1]",
        "Peluang suatu level meleset satu langkah, naik atau turun sama mungkinnya; none [bawaan: 0.1]",
    ),
    (
        &["robust"],
        "leave_out",
        "In each run leave out one indicator, or one coder, or none of them [default: none]",
        "Pada tiap ulangan tinggalkan satu indikator, atau satu pengode, atau tidak sama sekali [bawaan: none]",
    ),
    (
        &["robust"],
        "runs",
        "Number of runs [default: 10000]",
        "Banyaknya ulangan [bawaan: 10000]",
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
        "Also tell how often a region is among the first K [default: 3; 10 from 30 regions on]",
        "Sebutkan juga seberapa sering suatu wilayah masuk K teratas [bawaan: 3; 10 mulai dari 30 wilayah]",
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
        "Language of the output [default: SIAP_LANG, the study, the locale, English]",
        "Bahasa keluaran [bawaan: SIAP_LANG, studi, locale, Inggris]",
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
        "Write the figure here; the ending .svg or .png chooses the format",
        "Tulis bagan ke sini; akhiran .svg atau .png menentukan format",
    ),
    (
        &[],
        "output",
        "Write to this file instead of standard output",
        "Tulis ke berkas ini, bukan ke keluaran standar",
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
        &[],
        "stage",
        "Only this stage of verification [compare: the most verified that all have]",
        "Hanya tahap penilaian ini [compare: tahap paling terverifikasi yang dimiliki semua]",
    ),
    (
        &[],
        "kind",
        "Only regions of this kind [compare: the level of government with most regions]",
        "Hanya wilayah jenis ini [compare: tingkat dengan wilayah terbanyak]",
    ),
    (
        &[],
        "basis",
        "native: only rows whose source itself used the framework [default: all]",
        "native: hanya baris yang sumbernya memakai kerangka itu sendiri [bawaan: all]",
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
