//! Seventeen files of a province with the faults that such files have: one run names them all, and the
//! good ones can be ranked without them.

use std::collections::BTreeSet;
use std::path::PathBuf;

use serde_json::Value;

use crate::run::{folder, siap_with};

const INDICATORS: [&str; 7] = [
    "online-applications",
    "internet-network",
    "data-integration",
    "ict-staff",
    "staff-competence",
    "ict-support",
    "implementing-rules",
];

/// The kabupaten and kota of Sumatera Selatan but PALI, each with the name of its file.
const REGIONS: [(&str, &str); 16] = [
    ("Kab. Ogan Komering Ulu", "oku"),
    ("Kab. Ogan Komering Ilir", "oki"),
    ("Kab. Muara Enim", "muara-enim"),
    ("Kab. Lahat", "lahat"),
    ("Kab. Musi Rawas", "musi-rawas"),
    ("Kab. Musi Banyuasin", "muba"),
    ("Kab. Banyuasin", "banyuasin"),
    ("Kab. OKU Timur", "oku-timur"),
    ("Kab. OKU Selatan", "oku-selatan"),
    ("Kab. Ogan Ilir", "ogan-ilir"),
    ("Kab. Empat Lawang", "empat-lawang"),
    ("Kab. Musi Rawas Utara", "muratara"),
    ("Kota Palembang", "palembang"),
    ("Kota Pagar Alam", "pagar-alam"),
    ("Kota Lubuk Linggau", "lubuk-linggau"),
    ("Kota Prabumulih", "prabumulih"),
];

/// One file: a header and seven rows whose levels hang on its number.
fn file(number: usize, region: &str) -> Vec<String> {
    let mut lines = vec!["Kab/Kota;Kode Indikator;Nilai Mandiri;Tahun".to_owned()];
    lines.extend(INDICATORS.iter().enumerate().map(|(at, indicator)| {
        let level = (number * 3 + at) % 4 + 1;
        format!("{region};{indicator};{level};2026")
    }));
    lines
}

/// The files as they come in: ten of them have a fault each, one is sent twice.
fn province() -> (tempfile::TempDir, PathBuf) {
    let keep = tempfile::tempdir().expect("a folder");
    let folder = keep.path().to_path_buf();
    std::fs::write(
        folder.join("study.toml"),
        "framework = \"smart-province-readiness\"\nexpect = \"Sumatera Selatan\"\n",
    )
    .expect("a file");
    for (number, (region, name)) in REGIONS.iter().enumerate() {
        let mut lines = file(number, region);
        let mut change = |line: usize, from: &str, to: &str| {
            assert!(lines[line].contains(from), "{} has no {from}", lines[line]);
            lines[line] = lines[line].replacen(from, to, 1);
        };
        match *name {
            "oki" => change(1, "online-applications", "aplikasi-onlin"),
            "muara-enim" => change(2, &format!(";{};", (2 * 3 + 1) % 4 + 1), ";9;"),
            "lahat" => (1..=7).for_each(|line| change(line, ";2026", ";46023")),
            "muba" => change(0, "Kab/Kota", "Pemda X"),
            "banyuasin" => change(0, "Nilai Mandiri", "Hasil Hitungan"),
            "oku-timur" => change(3, ";2026", ";2026;lebih"),
            "oku-selatan" => change(4, &format!(";{};", (8 * 3 + 3) % 4 + 1), ";tiga;"),
            "empat-lawang" => change(5, &format!(";{};", (10 * 3 + 4) % 4 + 1), ";3,5.1;"),
            "muratara" => change(0, "Tahun", "Nilai Mandiri"),
            _ => {}
        }
        let text = lines.join("\n") + "\n";
        std::fs::write(folder.join(format!("{name}.csv")), text).expect("a file");
        if *name == "palembang" {
            // Sent again with another answer, by nobody in particular.
            let again = lines.join("\n").replacen(";1;", ";4;", 1);
            std::fs::write(folder.join("palembang revisi.csv"), again).expect("a file");
        }
    }
    (keep, folder)
}

const BAD: [&str; 11] = [
    "banyuasin.csv",
    "empat-lawang.csv",
    "lahat.csv",
    "muara-enim.csv",
    "muba.csv",
    "muratara.csv",
    "oki.csv",
    "oku-selatan.csv",
    "oku-timur.csv",
    "palembang revisi.csv",
    "palembang.csv",
];

#[test]
fn one_run_names_every_fault_of_seventeen_files() {
    let (_keep, folder) = province();
    let line = ["check", ".", "--format", "json", "--lang", "en"];
    let done = siap_with(&line, "", &folder);
    assert_eq!(done.code, 1, "{}", done.stderr);
    let json: Value = serde_json::from_str(&done.stdout).expect("JSON");
    let files = json["files"].as_array().expect("files");
    assert_eq!(files.len(), 17);
    let bad: BTreeSet<&str> = files
        .iter()
        .filter(|it| it["errors"].as_u64() > Some(0))
        .filter_map(|it| it["path"].as_str())
        .collect();
    assert_eq!(bad, BAD.into_iter().collect());
    let codes: BTreeSet<&str> = json["problems"]
        .as_array()
        .expect("problems")
        .iter()
        .filter(|it| it["severity"] == "error")
        .filter_map(|it| it["code"].as_str())
        .collect();
    let expected = [
        "duplicate_column",
        "level_outside_scale",
        "missing_column",
        "no_wave",
        "nothing_answered",
        "number_expected",
        "ragged_row",
        "two_answers_of_files",
        "unknown_indicator",
        "level_in_words",
    ];
    assert_eq!(codes, expected.into_iter().collect());
    // Each fault in its own words on the screen, the seven cells of one cause in one.
    let screen = siap_with(&["check", ".", "--lang", "en"], "", &folder);
    for code in [
        "46023",
        "aplikasi-onlin",
        "`9`",
        "Pemda X",
        "Hasil Hitungan",
        "tiga",
        "3,5.1",
    ] {
        assert!(screen.stderr.contains(code), "{code}: {}", screen.stderr);
    }
    assert_eq!(screen.stderr.matches("`46023` is").count(), 1);
    let pali = "Kabupaten Penukal Abab Lematang Ilir";
    assert!(screen.stdout.contains(pali), "{}", screen.stdout);
}

#[test]
fn the_good_files_are_ranked_and_the_others_listed() {
    let (_keep, folder) = province();
    let line = [
        "compare",
        ".",
        "--skip-bad-files",
        "--format",
        "json",
        "--lang",
        "en",
    ];
    let done = siap_with(&line, "", &folder);
    assert_eq!(done.code, 0, "{}", done.stderr);
    let json: Value = serde_json::from_str(&done.stdout).expect("JSON");
    let ranked = json["ranking"].as_array().expect("a ranking");
    assert_eq!(ranked.len(), 6);
    let missing = json["not_sent"].as_array().expect("who has not sent");
    assert_eq!((json["expected"].as_u64(), missing.len()), (Some(17), 11));
    let pali = "Kabupaten Penukal Abab Lematang Ilir";
    assert!(missing.iter().any(|it| it == pali), "{missing:?}");
    let line = ["compare", ".", "--skip-bad-files", "--lang", "en"];
    let screen = siap_with(&line, "", &folder);
    for file in BAD {
        assert!(screen.stdout.contains(file), "{file}: {}", screen.stdout);
        assert!(screen.stderr.contains(file), "{file}: {}", screen.stderr);
    }
    // Without the flag nothing is ranked.
    let refused = siap_with(&["compare", "."], "", &folder);
    assert_eq!((refused.code, refused.stdout.as_str()), (1, ""));
}

#[test]
fn senders_are_expected_by_province_where_the_study_does_not_say() {
    let (_keep, folder) = province();
    std::fs::remove_file(folder.join("study.toml")).expect("it was there");
    let line = [
        "compare",
        ".",
        "-f",
        "smart-province-readiness",
        "--province",
        "Sumatera Selatan",
        "--skip-bad-files",
        "--format",
        "json",
    ];
    let done = siap_with(&line, "", &folder);
    assert_eq!(done.code, 0, "{}", done.stderr);
    let json: Value = serde_json::from_str(&done.stdout).expect("JSON");
    assert_eq!(json["expected"], 17);
    assert_eq!(json["not_sent"].as_array().map(Vec::len), Some(11));
}

/// Last year's file is no answer of this year, and a file of another province is named.
#[test]
fn check_says_who_sent_for_another_wave_and_who_was_not_expected() {
    let of = |region: &str, wave: &str| {
        format!("region,wave,indicator,level\n{region},{wave},ict-staff,2\n")
    };
    let files = [
        ("a.csv", of("Kab. OKI", "2025")),
        ("b.csv", of("Kab. Lahat", "2025")),
        ("c.csv", of("Kab. Banyuasin", "2024")),
        ("d.csv", of("Kota Bandung", "2025")),
    ];
    let files: Vec<(&str, &str)> = files.iter().map(|it| (it.0, it.1.as_str())).collect();
    let (_keep, path) = folder(&files);
    let words = ["check", ".", "-f", "smart-province-readiness"];
    let words = [
        &words[..],
        &["--province", "Sumatera Selatan", "--lang", "id"],
    ]
    .concat();
    let done = siap_with(&words, "", &path);
    let told = done.stdout.split_whitespace().collect::<Vec<_>>().join(" ");
    assert!(told.contains("Belum mengirim: 15 dari 17"), "{told}");
    assert!(
        told.contains("Kabupaten Banyuasin (baru untuk 2024)"),
        "{told}"
    );
    assert!(
        told.contains("Di luar yang diharapkan: Kota Bandung (d.csv)"),
        "{told}"
    );
}

/// A region that sent for another wave stands in the figure with the reason that the table gives.
#[test]
fn the_figure_gives_the_reason_of_the_table() {
    let of = |region: &str, wave: &str| {
        [
            "ict-staff",
            "staff-competence",
            "ict-support",
            "internet-network",
        ]
        .map(|it| format!("{region},{wave},{it},2\n"))
        .concat()
    };
    let rows = [
        of("Kab. OKI", "2026"),
        of("Kab. Lahat", "2026"),
        of("Kab. Banyuasin", "2025"),
    ];
    let table = format!("region,wave,indicator,level\n{}", rows.concat());
    let (_keep, path) = folder(&[("a.csv", &table)]);
    let words = [
        "chart",
        "ranking",
        "a.csv",
        "-f",
        "smart-province-readiness",
    ];
    let words = [&words[..], &["-o", "r.svg", "--lang", "en"]].concat();
    let done = siap_with(&words, "", &path);
    assert_eq!(done.code, 0, "{}", done.stderr);
    let svg = std::fs::read_to_string(path.join("r.svg")).expect("is read");
    let compared = siap_with(
        &[
            "compare",
            "a.csv",
            "-f",
            "smart-province-readiness",
            "--lang",
            "en",
        ],
        "",
        &path,
    );
    let reason = "no data in the compared wave";
    let told = compared
        .stdout
        .split_whitespace()
        .collect::<Vec<_>>()
        .join(" ");
    assert!(told.contains(reason), "{told}");
    assert!(svg.contains(reason), "{svg}");
}
