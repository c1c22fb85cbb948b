//! Tables as people keep them: every shape that `docs/formats.md` names gives the right numbers, and
//! what was left out or taken for something is told.

use serde_json::Value;

use crate::run::{folder, siap_with};

/// Two indicators on 0–4, and one of them with evidence items.
const LEVELS: &str = "id = \"tf\"\nversion = \"1\"\ntitle = \"TF\"\n\
[[indicator]]\nid = \"a\"\ntitle.id = \"Aplikasi\"\ntitle.en = \"Applications\"\n\
[[indicator.item]]\ncode = \"01.1\"\nlevel = 1\ntext = \"SK\"\n\
[[indicator.item]]\ncode = \"01.2\"\nlevel = 2\ntext = \"SOP\"\n\
[[indicator]]\nid = \"b\"\ntitle.id = \"Basis data\"\ntitle.en = \"Data bases\"\n";

/// Two measured indicators.
const NUMBERS: &str = "id = \"nn\"\nversion = \"1\"\ntitle = \"NN\"\n\
[[indicator]]\nid = \"ipm\"\ntitle = \"IPM\"\nkind = \"number\"\ngoalposts = [0, 100]\n\
[[indicator]]\nid = \"apm\"\ntitle = \"APM\"\nkind = \"number\"\ngoalposts = [0, 100]\n";

/// One value that was read: `16.02/2024/self/a = 3`, with `-` for what no row says.
fn values(record: &Value) -> Vec<String> {
    let mut out = Vec::new();
    for of in record["assessments"].as_array().expect("a list") {
        let text = |name: &str| of[name].as_str().unwrap_or("-").to_owned();
        let region = of["code"]
            .as_str()
            .map_or_else(|| text("region"), str::to_owned);
        for node in of["nodes"].as_array().expect("a list") {
            if let (Some("indicator"), Some(value)) =
                (node["kind"].as_str(), node["value"].as_f64())
            {
                let id = node["id"].as_str().expect("an id");
                out.push(format!(
                    "{region}/{}/{}/{id} = {value}",
                    text("wave"),
                    text("stage")
                ));
            }
        }
    }
    out.sort();
    out
}

struct Read {
    values: Vec<String>,
    /// The codes of what was told, in English.
    told: String,
}

fn run(files: &[(&str, &str)], words: &[&str]) -> Read {
    let mut all = vec![("levels.toml", LEVELS), ("numbers.toml", NUMBERS)];
    all.extend(files);
    let (_keep, folder) = folder(&all);
    let words = [&["score", "--lang", "en", "--format", "json"], words].concat();
    let done = siap_with(&words, "", &folder);
    assert_eq!(done.code, 0, "{files:?}\n{}", done.stderr);
    let record: Value = serde_json::from_str(&done.stdout).expect("JSON");
    Read {
        values: values(&record),
        told: done.stderr,
    }
}

fn table(framework: &str, text: &str, more: &[&str]) -> Read {
    let words = [&["t.csv", "-f", framework], more].concat();
    run(&[("t.csv", text)], &words)
}

/// A table is read so, and nothing is told of it.
fn plainly(framework: &str, text: &str, wanted: &[&str]) {
    let read = table(framework, text, &[]);
    assert_eq!(read.values, wanted, "{text}");
    assert_eq!(read.told, "", "{text}");
}

/// A table is read so, and `told` is said of it.
fn told(framework: &str, text: &str, more: &[&str], wanted: &[&str], told: &[&str]) {
    let read = table(framework, text, more);
    assert_eq!(read.values, wanted, "{text}");
    for words in told {
        assert!(read.told.contains(words), "{text}\n{words}\n{}", read.told);
    }
    let warnings = read.told.matches("warning:").count();
    assert_eq!(warnings, told.len(), "{text}\n{}", read.told);
}

fn refused(framework: &str, text: &str, more: &[&str], wanted: &str) {
    let files = [
        ("levels.toml", LEVELS),
        ("numbers.toml", NUMBERS),
        ("t.csv", text),
    ];
    let (_keep, folder) = folder(&files);
    let words = [&["check", "t.csv", "-f", framework, "--lang", "en"], more].concat();
    let done = siap_with(&words, "", &folder);
    assert_eq!(done.code, 1, "{text} is accepted: {}", done.stdout);
    assert!(done.stderr.contains(wanted), "{text}\n{}", done.stderr);
}

const L: &str = "levels.toml";
const N: &str = "numbers.toml";

#[test]
fn long_and_wide_say_the_same() {
    let wanted = ["16.02/-/-/a = 3", "16.02/-/-/b = 1"];
    for text in [
        "wilayah;indikator;skor\nKab. OKI;a;3\nKab. OKI;b;1\n",
        "wilayah;a;b\nKab. OKI;3;1\n",
        "Nama Kabupaten/Kota,Aplikasi,Basis data\nOKI,3,1\n",
        "indikator;Kab. OKI;Kab. OKU\na;3;\nb;1;\n",
        "kode_wilayah;nama_wilayah;kode_indikator;nama_indikator;nilai\n\
         16.02;Ogan Komering Ilir;a;Aplikasi;3\n16.02;Ogan Komering Ilir;b;Basis data;1\n",
        "Kota/Kabupaten;Nama Indikator;Tingkat Kematangan (0-4)\nKab. OKI;Aplikasi;3\nKab. OKI;b;1\n",
        "wilayah;a (0-4);Skor b\nKab. OKI;3;1\n",
        "kode_provinsi;nama_provinsi;bps_kode_kabupaten_kota;bps_nama_kabupaten_kota;a;b\n\
         16;SUMATERA SELATAN;1602;KABUPATEN OGAN KOMERING ILIR;3;1\n",
        "Provinsi;Kabupaten;a;b\nSumatera Selatan;Ogan Komering Ilir;3;1\n",
        "Pemda\tSubdimensi\tSkor (skala 0 s.d. 4)\nPemkab OKI\ta\t3\nPemkab OKI\tb\t1\n",
    ] {
        plainly(L, text, &wanted);
    }
}

#[test]
fn years_stand_in_headers_in_one_row_or_two() {
    let wanted = [
        "16.02/2022/-/apm = 50.5",
        "16.02/2022/-/ipm = 70.1",
        "16.02/2023/-/apm = 51.5",
        "16.02/2023/-/ipm = 71.2",
    ];
    for text in [
        "wilayah;ipm_2022;ipm_2023;apm 2022;APM (2023)\nKab. OKI;70,1;71,2;50,5;51,5\n",
        // As a spreadsheet exports merged cells.
        "wilayah;IPM;;APM;\n;2022;2023;2022;2023\nKab. OKI;70,1;71,2;50,5;51,5\n",
        "No;Nama Kab/Kota;IPM;;APM;\n;;TA 2022;TA 2023;TA 2022;TA 2023\n;Kab. OKI;70,1;71,2;50,5;51,5\n",
        "wilayah;indikator;2022;2023\nKab. OKI;IPM;70,1;71,2\nKab. OKI;APM;50,5;51,5\n",
        "wilayah;indikator;Nilai;\n;;2022;2023\nKab. OKI;ipm;70,1;71,2\nKab. OKI;apm;50,5;51,5\n",
    ] {
        let read = table(N, text, &[]);
        assert_eq!(read.values, wanted, "{text}");
    }
}

#[test]
fn a_table_about_one_indicator_says_which() {
    let above = "Indikator: ipm\nwilayah;2022;2023\nKab. OKI;70,1;71,2\n";
    let wanted = ["16.02/2022/-/ipm = 70.1", "16.02/2023/-/ipm = 71.2"];
    told(N, above, &[], &wanted, &["indicator `ipm`"]);
    let study =
        "framework = \"numbers.toml\"\n[[data]]\nfiles = [\"d.csv\"]\nindicator = \"ipm\"\n";
    let read = |text| run(&[("study.toml", study), ("d.csv", text)], &["."]);
    let bare = read("wilayah;2022;2023\nKab. OKI;70,1;71,2\n");
    assert_eq!(
        (bare.values, bare.told),
        (wanted.map(str::to_owned).to_vec(), String::new())
    );
    let long = read("wilayah;tahun;nilai\nKab. OKI;2022;70,1\nKab. OKI;2023;71,2\n");
    assert_eq!(long.values, wanted);
    // What is said of the upper header holds for all its years, and a year stays one.
    let upper = "Wilayah;[Metode Baru] Indeks;\n;2022;2023\nKab. OKI;70,1;71,2\n";
    for words in [
        &["--column", "[Metode Baru] Indeks=ipm"][..],
        &[
            "--column",
            "[Metode Baru] Indeks 2022=ipm",
            "--column",
            "[Metode Baru] Indeks 2023=ipm",
        ],
    ] {
        told(N, upper, words, &wanted, &[]);
    }
    // A header that was mapped to an indicator.
    let mapped = table(
        N,
        "wilayah;Angka Harapan\nKab. OKI;70,1\n",
        &["--column", "Angka Harapan=ipm"],
    );
    assert_eq!(mapped.values, ["16.02/-/-/ipm = 70.1"]);
}

#[test]
fn titles_and_labels_stand_above_the_header() {
    let wanted = ["16.02/2024/self/a = 3", "16.02/2024/self/b = 1"];
    for text in [
        "Laporan SPBE\n\nWilayah: Kab. OKI\nTahun: 2024\nTahap: mandiri\n\nindikator;skor\na;3\nb;1\n",
        "LAPORAN;;\nWilayah;Kab. OKI;\nPeriode;:;2024\nTahapan;Penilaian Mandiri;\nIndikator;Skor;Catatan\na;3;x\nb;1;y\n",
        "Hasil\nInstansi: Pemerintah Kabupaten OKI;;\nTA: 2024;;\nTahap: self;;\na;b\n3;1\n",
    ] {
        told(
            L,
            text,
            &[],
            &wanted,
            &["said above the header", "not read, as they stand above"],
        );
    }
    let own = siap_in_indonesian("Wilayah: Kab. OKI\nindikator;skor\na;3\n");
    assert!(
        own.contains("disebut di atas tajuk") && own.contains("wilayah `Kab. OKI`"),
        "{own}"
    );
}

fn siap_in_indonesian(text: &str) -> String {
    let (_keep, folder) = folder(&[("levels.toml", LEVELS), ("t.csv", text)]);
    siap_with(&["check", "t.csv", "-f", L, "--lang", "id"], "", &folder).stderr
}

#[test]
fn two_stages_stand_side_by_side() {
    let wanted = [
        "16.02/-/final/a = 2",
        "16.02/-/final/b = 1",
        "16.02/-/self/a = 3",
        "16.02/-/self/b = 1",
    ];
    for text in [
        "wilayah;indikator;Nilai Mandiri;Nilai Evaluator\nKab. OKI;a;3;2\nKab. OKI;b;1;1\n",
        "wilayah;indikator;Nilai;\n;;Mandiri;Asesor\nKab. OKI;a;3;2\nKab. OKI;b;1;1\n",
        "wilayah;a;;b;\n;Mandiri;Asesor;Mandiri;Asesor\nKab. OKI;3;2;1;1\n",
        "wilayah;Aplikasi (Mandiri);Aplikasi (Asesor);b_mandiri;b_asesor\nKab. OKI;3;2;1;1\n",
    ] {
        plainly(L, text, &wanted);
    }
}

#[test]
fn the_finest_column_of_regions_is_the_region() {
    plainly(
        L,
        "Provinsi;Kabupaten;Kecamatan;a\nSumatera Selatan;Ogan Komering Ilir;Lempuing;3\n\
         Sumatera Selatan;Ogan Komering Ilir;Kayu Agung;2\n",
        &[
            "Kayu Agung, Ogan Komering Ilir, Sumatera Selatan/-/-/a = 2",
            "Lempuing, Ogan Komering Ilir, Sumatera Selatan/-/-/a = 3",
        ],
    );
    // The header settles what a name alone does not.
    plainly(L, "Provinsi;a\nJAMBI;3\n", &["15/-/-/a = 3"]);
    plainly(L, "Kab/Kota;a\nJambi;3\n", &["15.71/-/-/a = 3"]);
    plainly(L, "Kota;a\nBandung;3\n", &["32.73/-/-/a = 3"]);
    plainly(
        L,
        "Kabupaten;a\nBandung;3\nKota Bandung;2\n",
        &["32.04/-/-/a = 3", "32.73/-/-/a = 2"],
    );
    let bandung = "wilayah;a\nBandung;3\nKota Bandung;2\n";
    let wanted = ["32.04/-/-/a = 3", "32.73/-/-/a = 2"];
    told(
        L,
        bandung,
        &[],
        &wanted,
        &["`Bandung` is taken for Kabupaten Bandung"],
    );
    let code = "kode_wilayah;wilayah;a\n16.02;OK Ilir;3\n";
    told(
        L,
        code,
        &[],
        &["16.02/-/-/a = 3"],
        &["by the code beside it"],
    );
}

#[test]
fn totals_notes_and_repeated_headers_are_no_rows() {
    let wanted = [
        "16.01/-/-/a = 2",
        "16.01/-/-/b = 2",
        "16.02/-/-/a = 3",
        "16.02/-/-/b = 1",
    ];
    let total = "rows of totals or means left out: 1";
    let note = "notes below the table left out: 1";
    for (foot, said) in [
        ("Rata-rata;2,5;1,5\n", vec![total]),
        ("JUMLAH;5;3\n", vec![total]),
        ("Total Sumatera Selatan;5;3\n", vec![total]),
        ("Sumber: BPS, diolah;;\n", vec![note]),
        ("Sumber: BPS, diolah\n", vec![note]),
        ("Catatan;angka sementara;\n", vec![note]),
        ("Rerata;2,5;1,5\n\n*) angka sementara\n", vec![total, note]),
        (
            "wilayah;a;b\n",
            vec!["rows that repeat the header left out: 1"],
        ),
    ] {
        let text = format!("wilayah;a;b\nKab. OKI;3;1\nKab. OKU;2;2\n{foot}");
        told(L, &text, &[], &wanted, &said);
    }
    let merged = "No;Wilayah;a;b\n1;Kab. OKI;3;1\n2;Kab. OKU;2;2\nJumlah;;5;3\n";
    told(L, merged, &["--column", "No="], &wanted, &[total]);
}

#[test]
fn a_column_is_mapped_or_left_out() {
    let text = "Tempat;Tingkatan;Status\nKab. OKI;3;ok\n";
    let words = [
        "--column",
        "Tempat=region",
        "--column",
        "Tingkatan=a",
        "--column",
        "Status=",
    ];
    told(L, text, &words, &["16.02/-/-/a = 3"], &[]);
    let study = "framework = \"levels.toml\"\ndata = [\"d.csv\"]\n[columns]\n\
                 \"Tempat\" = \"region\"\n\"Tingkatan\" = \"a\"\n\"Status\" = \"\"\n";
    let read = run(&[("study.toml", study), ("d.csv", text)], &["."]);
    assert_eq!(
        (&*read.values.join(" "), &*read.told),
        ("16.02/-/-/a = 3", "")
    );
    // The flag comes before the study.
    let read = run(
        &[("study.toml", study), ("d.csv", text)],
        &[".", "--column", "Tingkatan=b"],
    );
    assert_eq!(read.values, ["16.02/-/-/b = 3"]);
    let numbers = "wilayah;a;Capaian\nKab. OKI;3;80\n";
    told(
        L,
        numbers,
        &[],
        &["16.02/-/-/a = 3"],
        &["columns that are not used: `Capaian`"],
    );
    refused(
        L,
        text,
        &["--column", "Tempat=regio"],
        "there is no such column",
    );
}

#[test]
fn the_index_of_a_data_frame_is_no_total() {
    plainly(L, "wilayah,a,_index\nKab. OKI,3,1\n", &["16.02/-/-/a = 3"]);
    for text in [
        "wilayah,a,index\nKab. OKI,,1\nKab. OKU,,77\n",
        "index,wilayah,a\n0,Kab. OKI,3\n1,Kab. OKU,2\n",
        "index,wilayah,skornya\n0,Kab. OKI,3\n1,Kab. OKU,2\n",
        "index;wilayah;Nilai a\n1;Kab. OKI;3\n2;Kab. OKU;2\n3;Kab. Lahat;2\n",
    ] {
        refused(L, text, &[], "or only the number of its row");
    }
    let left = table(
        L,
        "index,wilayah,a\n0,Kab. OKI,3\n1,Kab. OKU,2\n",
        &["--column", "index="],
    );
    assert_eq!(left.values, ["16.01/-/-/a = 2", "16.02/-/-/a = 3"]);
    // A published total is one.
    let words = ["--column", "index=index"];
    let (text, code) = ("wilayah,a,index\nKab. OKI,,1\nKab. OKU,,77\n", "t.csv");
    let (_keep, folder) = folder(&[("levels.toml", LEVELS), (code, text)]);
    let done = siap_with(
        &[&["check", code, "-f", L], &words[..]].concat(),
        "",
        &folder,
    );
    assert_eq!(done.code, 0, "{}", done.stderr);
}

#[test]
fn codes_and_marks_for_no_answer_are_declared() {
    let text = "wilayah;ipm;apm\nKab. OKI;70,1*;…\nKab. OKU;n.a.;2,5\nKab. Lahat;...;99\nKab. Musi Rawas;1,5;0\n";
    let words = ["--missing", "*,…,n.a.,...,99"];
    told(
        N,
        text,
        &words,
        &[
            "16.01/-/-/apm = 2.5",
            "16.05/-/-/apm = 0",
            "16.05/-/-/ipm = 1.5",
        ],
        &[],
    );
    for (cell, code) in [
        ("70,1*", "--missing \"*\""),
        ("…", "--missing \"…\""),
        ("...", "--missing \"...\""),
        ("n.a.", "--missing \"n.a.\""),
        ("tidak ada data", "--missing \"tidak ada data\""),
        ("?", "--missing \"?\""),
    ] {
        refused(
            N,
            &format!("wilayah;ipm\nKab. OKI;{cell}\nKab. OKU;1,5\n"),
            &[],
            code,
        );
        refused(
            L,
            &format!("wilayah;a\nKab. OKI;{cell}\nKab. OKU;1,5\n"),
            &[],
            code,
        );
        let value = format!("wilayah;indikator;angka\nKab. OKI;ipm;{cell}\nKab. OKU;ipm;1,5\n");
        refused(N, &value, &[], code);
    }
    refused(L, "wilayah;a\nKab. OKI;99\n", &[], "--missing \"99\"");
    let study = "framework = \"numbers.toml\"\ndata = [\"d.csv\"]\nmissing = [\"n.a.\", \"*\"]\n";
    let read = run(
        &[
            ("study.toml", study),
            (
                "d.csv",
                "wilayah;ipm;apm\nKab. OKI;n.a.;3 *\nKab. OKU;1;2\n",
            ),
        ],
        &["."],
    );
    assert_eq!(read.values, ["16.01/-/-/apm = 2", "16.01/-/-/ipm = 1"]);
}

#[test]
fn the_scale_settles_the_decimal_sign() {
    for (cell, value) in [
        ("3.996", "3.996"),
        ("3,996", "3.996"),
        ("2.500", "2.5"),
        ("1,000", "1"),
    ] {
        let wanted = format!("16.02/-/-/a = {value}");
        plainly(L, &format!("wilayah;a\nKab. OKI;{cell}\n"), &[&wanted]);
        plainly(
            L,
            &format!("wilayah;indikator;skor\nKab. OKI;a;{cell}\n"),
            &[&wanted],
        );
        plainly(
            L,
            &format!("wilayah;nama indikator;skor\nKab. OKI;Aplikasi;{cell}\n"),
            &[&wanted],
        );
        let both = format!("wilayah;indikator;Nilai Mandiri\nKab. OKI;a;{cell}\n");
        plainly(L, &both, &[&wanted.replace("/-/a", "/self/a")]);
    }
    refused(L, "wilayah;a;b\nKab. OKI;2,500;2.500\n", &[], "are mixed");
    refused(N, "wilayah;ipm\nKab. OKI;2.500\n", &[], "cannot be decided");
    refused(L, "wilayah;a\nKab. OKI;2500\n", &[], "outside the scale");
    // What one cell settles holds for the file.
    let text = "wilayah;indikator;skor;angka\nKab. OKI;a;3.996;\nKab. OKI;index;;12.345\n";
    let read = table(L, text, &[]);
    assert_eq!(read.values, ["16.02/-/-/a = 3.996"]);
}

#[test]
fn each_file_has_its_own_decimal_sign() {
    let study = "framework = \"numbers.toml\"\n[[data]]\nfiles = [\"d.csv\"]\ndecimal = \".\"\n\
                 [[data]]\nfiles = [\"e.csv\"]\n";
    let files = [
        ("study.toml", study),
        ("d.csv", "wilayah;ipm\nKab. OKI;2.500\n"),
        ("e.csv", "wilayah;ipm\nKab. OKU;2,5\n"),
    ];
    let read = run(&files, &["."]);
    assert_eq!(read.values, ["16.01/-/-/ipm = 2.5", "16.02/-/-/ipm = 2.5"]);
}

#[test]
fn a_cell_comes_before_the_label_the_data_and_the_study() {
    let study = "framework = \"levels.toml\"\nstage = \"mandiri\"\nregion = \"Kota Palembang\"\nwave = \"2024\"\n\
                 [[data]]\nfiles = [\"d.csv\"]\nstage = \"dokumen\"\n\
                 [[data]]\nfiles = [\"e.csv\"]\nstage = \"interviu\"\nregion = \"Kab. Lahat\"\nwave = \"2023\"\n\
                 [[data]]\nfiles = [\"f.csv\", \"g.csv\"]\n";
    let files = [
        ("study.toml", study),
        (
            "d.csv",
            "Tahap: final\nwilayah;indikator;skor;tahap\nKab. OKI;a;3;visitasi\nKab. OKI;b;1;\n",
        ),
        ("e.csv", "wilayah;indikator;skor\nKab. OKU;a;3\n;b;1\n"),
        ("f.csv", "indikator;skor\na;2\n"),
        (
            "g.csv",
            "Wilayah: Kab. Muara Enim\nindikator;skor;tahun\na;2;2022\nb;1;\n",
        ),
    ];
    let read = run(&files, &["."]);
    let wanted = [
        "16.01/2023/interview/a = 3",
        "16.02/2024/final/b = 1",
        "16.02/2024/visit/a = 3",
        "16.03/2022/self/a = 2",
        "16.03/2024/self/b = 1",
        "16.04/2023/interview/b = 1",
        "16.71/2024/self/a = 2",
    ];
    assert_eq!(read.values, wanted, "{}", read.told);
}

#[test]
fn a_region_in_the_first_row_alone_is_that_of_all() {
    let text = "wilayah;indikator;skor\nKab. OKI;a;3\n;b;1\n";
    told(
        L,
        text,
        &[],
        &["16.02/-/-/a = 3", "16.02/-/-/b = 1"],
        &["only the first row names a region"],
    );
    // A province beside it is what a row without a name is about.
    let text = "Provinsi;Kabupaten;a\nSumatera Selatan;OKI;3\nSumatera Selatan;;2\n";
    plainly(L, text, &["16.02/-/-/a = 3", "16/-/-/a = 2"]);
    // Two regions with gaps may be merged cells or slips.
    let text = "wilayah;indikator;skor\nKab. OKI;a;3\n;b;1\nKab. OKU;a;3\n;b;1\n";
    refused(L, text, &[], "repeat the value in every row");
}

#[test]
fn a_further_key_is_told() {
    let text = "id;wilayah;bulan;a\n1;Kab. OKI;1;3\n2;Kab. OKI;2;1\n";
    assert!(
        table(L, text, &[])
            .told
            .contains("whose rows differ in `bulan`")
    );
    for (column, one, other) in [
        ("bulan", "1", "2"),
        ("komoditas", "beras", "cabai"),
        ("Kategori", "L", "P"),
    ] {
        let text = format!("wilayah;{column};a\nKab. OKI;{one};3\nKab. OKI;{other};1\n");
        let read = table(L, &text, &[]);
        assert_eq!(read.values, ["16.02/-/-/a = 2"]);
        let said = format!("whose rows differ in `{column}`");
        assert!(read.told.contains(&said), "{}", read.told);
        assert!(
            read.told.contains(&format!("--column \"{column}=wave\"")),
            "{}",
            read.told
        );
        let waves = table(L, &text, &["--column", &format!("{column}=wave")]);
        assert_eq!(
            waves.values,
            [
                format!("16.02/{one}/-/a = 3"),
                format!("16.02/{other}/-/a = 1")
            ]
        );
    }
}

#[test]
fn rounds_are_years_however_written_and_gaps_are_told() {
    for year in ["2024", "TA 2024", "T.A. 2024", "Tahun 2024", "2024.0"] {
        let text = format!("wilayah;tahun;a\nKab. OKI;{year};3\n");
        plainly(L, &text, &["16.02/2024/-/a = 3"]);
    }
    for year in [
        "46023",
        "2026-01-15",
        "1/15/2026",
        "2.026",
        "15 Januari 2026",
    ] {
        refused(
            L,
            &format!("wilayah;tahun;a\nKab. OKI;{year};3\n"),
            &[],
            "write the year: `2026`",
        );
    }
    for none in ["nan", "NA", "-", "null"] {
        plainly(
            L,
            &format!("wilayah;tahun;a\nKab. OKI;{none};3\n"),
            &["16.02/-/-/a = 3"],
        );
    }
    let text = "wilayah;indikator;skor;tahun\nKab. OKI;a;3;2024\nKab. OKI;b;1;\n";
    let wanted = ["16.02/-/-/b = 1", "16.02/2024/-/a = 3"];
    told(
        L,
        text,
        &[],
        &wanted,
        &["rows without a round although their region has one"],
    );
}

#[test]
fn levels_are_read_as_people_write_them() {
    for cell in ["3", "Level 3", "Skor: 3", "tingkat 3", "level-3"] {
        plainly(
            L,
            &format!("wilayah;a\nKab. OKI;{cell}\n"),
            &["16.02/-/-/a = 3"],
        );
    }
    for cell in [
        "3 (revisi)",
        "3 - menurut Bappeda",
        "Level 3, lihat catatan",
    ] {
        let text = format!("wilayah;a\nKab. OKI;{cell}\n");
        told(
            L,
            &text,
            &[],
            &["16.02/-/-/a = 3"],
            &["levels with words behind them"],
        );
    }
    for cell in [
        "3/4",
        "3-4",
        "3 - 4",
        "≥3",
        "3 atau 4",
        "minimal 3",
        "3 dari 4",
    ] {
        refused(
            L,
            &format!("wilayah;a\nKab. OKI;{cell}\n"),
            &[],
            "write the one level that holds",
        );
    }
    refused(
        L,
        "wilayah;a\nKab. OKI;tiga\n",
        &[],
        "write the number: `3`",
    );
    // A label of the instrument beside its number, and beside another one.
    let labelled = LEVELS.replace(
        "[[indicator]]\nid = \"a\"",
        "[[scale.level]]\nvalue = 0\nlabel = \"Nihil\"\n[[scale.level]]\nvalue = 3\nlabel = \"Berjalan\"\n\
         [[scale.level]]\nvalue = 4\nlabel = \"Utuh\"\n[[indicator]]\nid = \"a\"",
    );
    for (cell, value) in [
        ("3 - Berjalan", 3),
        ("3. berjalan", 3),
        ("4 = Utuh", 4),
        ("Berjalan (3)", 3),
    ] {
        let text = format!("wilayah;a\nKab. OKI;{cell}\n");
        let read = run(
            &[("own.toml", &labelled), ("t.csv", &text)],
            &["t.csv", "-f", "own.toml"],
        );
        assert_eq!(
            (read.values, &*read.told),
            (vec![format!("16.02/-/-/a = {value}")], ""),
            "{cell}"
        );
    }
    let (_keep, folder) = folder(&[
        ("own.toml", &labelled),
        ("t.csv", "wilayah;a\nKab. OKI;4 - Berjalan\n"),
    ]);
    let done = siap_with(
        &["check", "t.csv", "-f", "own.toml", "--lang", "en"],
        "",
        &folder,
    );
    assert!(
        done.code == 1
            && done
                .stderr
                .contains("names two levels: 4 by its number and 3"),
        "{}",
        done.stderr
    );
}

#[test]
fn states_and_codes_of_evidence_items_are_read_as_people_write_them() {
    let states = [
        ("Ada", "submitted"),
        ("Sudah diunggah", "submitted"),
        ("Lengkap", "accepted"),
        ("Sesuai", "accepted"),
        ("Disetujui", "accepted"),
        ("Dalam proses", "drafting"),
        ("Perlu revisi", "revise"),
        ("Belum ada", "missing"),
        ("Tidak sesuai", "rejected"),
    ];
    for (state, id) in states {
        for code in ["01.2", "1.2", "1,2"] {
            let text = format!(
                "Kab/Kota;Indikator;Bukti Dukung;Status;PIC;Batas Waktu\nKab. OKI;a;{code};{state};Budi;31/12/2026\n"
            );
            let (_keep, folder) = folder(&[("levels.toml", LEVELS), ("t.csv", &text)]);
            let done = siap_with(
                &["score", "t.csv", "-f", L, "--format", "json"],
                "",
                &folder,
            );
            assert_eq!(done.code, 0, "{state} {code}: {}", done.stderr);
            let record: Value = serde_json::from_str(&done.stdout).expect("JSON");
            let said = record["evidence"].to_string();
            assert!(
                said.contains(&format!("\"{id}\"")) && said.contains("\"01.2\""),
                "{state} {code}: {said}"
            );
        }
    }
    refused(
        L,
        "wilayah;indikator;butir;status\nKab. OKI;a;1.3;Ada\n",
        &[],
        "has no evidence item `1.3`",
    );
}

/// Where numbers name indicators, levels beside an id are still levels and no header.
#[test]
fn indicators_down_and_regions_across_are_read_where_indicators_have_numbers() {
    let table = "indikator;Kab. Ogan Ilir;Kota Palembang\ni01;3;2\ni02;4;2\n";
    let words = ["score", "-", "-f", "spbe-2020", "--format", "json"];
    let done = crate::run::siap_with(&words, table, crate::run::root());
    assert_eq!(done.code, 0, "{}", done.stderr);
    let record: serde_json::Value = serde_json::from_str(&done.stdout).expect("JSON");
    assert_eq!(record["assessments"].as_array().map(Vec::len), Some(2));
}
