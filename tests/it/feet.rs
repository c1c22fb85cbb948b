//! What stands below, above and beside the rows of a table and is none of them: totals, statistics,
//! numbers of columns, legends, signatures. Left out and said, and the figures are those of the rows.

use serde_json::Value;

use crate::run::{folder, siap_with};

/// Two indicators on 0–4.
const LEVELS: &str = "id = \"tf\"\nversion = \"1\"\ntitle = \"TF\"\n\
[[indicator]]\nid = \"a\"\ntitle.id = \"Aplikasi\"\ntitle.en = \"Applications\"\n\
[[indicator]]\nid = \"b\"\ntitle.id = \"Basis data\"\ntitle.en = \"Data bases\"\n\
[[indicator]]\nid = \"c\"\ntitle.id = \"Cakupan\"\ntitle.en = \"Coverage\"\n";

/// A survey of ten respondents (made for these tests). The elements have the sums 25, 18, 25, 19, 31, 22,
/// 26, 17, 22: together 205, so that the index is 25 · 205 / 90 = 56.94.
const SURVEY: &str = "1;4;3;3;2;2;1;3;4;1\n2;3;1;4;2;4;4;2;2;2\n3;1;1;2;1;4;1;3;2;2\n\
4;4;1;3;2;4;3;3;1;2\n5;1;4;1;4;4;2;1;2;4\n6;1;1;1;2;2;3;1;1;2\n7;1;1;4;2;4;1;4;2;1\n\
8;2;2;1;1;3;2;3;1;1\n9;4;2;2;1;3;1;3;1;3\n10;4;2;4;2;1;4;3;1;4\n";

struct Read {
    /// `16.02/a = 3`, of the index `16.02/index = 56.94`.
    values: Vec<String>,
    /// What was told, in English.
    told: String,
}

impl Read {
    /// The lines that begin with a word, such as all warnings.
    fn lines(&self, word: &str) -> Vec<&str> {
        let lines = self.told.lines().map(str::trim_start);
        lines.filter(|it| it.starts_with(word)).collect()
    }
}

fn read(framework: &str, text: &str) -> Read {
    let (_keep, folder) = folder(&[("levels.toml", LEVELS), ("t.csv", text)]);
    let words = [
        "score", "t.csv", "-f", framework, "--lang", "en", "--format", "json",
    ];
    let done = siap_with(&words, "", &folder);
    assert_eq!(done.code, 0, "{text}\n{}", done.stderr);
    let record: Value = serde_json::from_str(&done.stdout).expect("JSON");
    let mut values = Vec::new();
    for of in record["assessments"].as_array().expect("a list") {
        let region = of["code"].as_str().or_else(|| of["region"].as_str());
        for node in of["nodes"].as_array().expect("a list") {
            let (Some(id), Some(value)) = (node["id"].as_str(), node["value"].as_f64()) else {
                continue;
            };
            if node["kind"] == "indicator" {
                values.push(format!("{}/{id} = {value}", region.expect("a region")));
            }
        }
    }
    values.sort();
    Read {
        values,
        told: done.stderr,
    }
}

/// The foot of a table of two regions is left out, and that is said.
fn left_out(head: &str, rows: &str, said: &[&str]) {
    let text = format!("{head}Kab. OKI;3;1;0\nKab. OKU;2;2;4\n{rows}");
    let found = read("levels.toml", &text);
    let wanted = [
        "16.01/a = 2",
        "16.01/b = 2",
        "16.01/c = 4",
        "16.02/a = 3",
        "16.02/b = 1",
        "16.02/c = 0",
    ];
    assert_eq!(found.values, wanted, "{text}\n{}", found.told);
    for it in said {
        assert!(found.told.contains(it), "{text}\n{it}\n{}", found.told);
    }
    let warnings = found.lines("warning:");
    assert_eq!(warnings.len(), said.len(), "{text}\n{}", found.told);
}

const HEAD: &str = "wilayah;a;b;c\n";

#[test]
fn rows_of_statistics_are_no_regions() {
    for name in [
        "Skor Maksimum",
        "Skor Maksimal",
        "Skor Ideal",
        "Skor Akhir",
        "Nilai Akhir",
        "Nilai Total",
        "Indeks",
        "Indeks 2024",
        "Min",
        "Max",
        "Maks.",
        "Std. Deviasi",
        "Standar Deviasi",
        "Modus",
        "N",
        "n = 2",
        "Bobot",
        "Target",
        "Target 2025",
        "Capaian (%)",
        "Predikat",
        "Ranking",
        "Rt",
        "Σ",
        "∑",
        "x̄",
        "Provinsi",
        "NRR",
        "IKM",
        "Mutu",
        "Keseluruhan",
        "Overall score",
        "Mean score",
    ] {
        let said = format!("rows of totals or means left out: 1 (`{name}`)");
        left_out(HEAD, &format!("{name};4;4;4\n"), &[&said]);
    }
    let rows = "Skor Maksimal;4;4;4\nMin;2;1;0\nStd. Deviasi;0,5;0,5;2\n";
    let said = "left out: 3 (`Min`, `Skor Maksimal`, `Std. Deviasi`)";
    left_out(HEAD, rows, &[said]);
    let found = read("levels.toml", &format!("{HEAD}Kab. OKI;3;1;0\n{rows}"));
    assert!(found.told.contains("rows: 3, 4, 5"), "{}", found.told);
}

#[test]
fn names_that_only_hold_such_words_are_regions() {
    for name in [
        "Target Sehat",
        "Kota Nilai Baru",
        "Kampung Ideal Jaya",
        "Dinas Mutu",
    ] {
        let found = read("levels.toml", &format!("{HEAD}{name};3;1;0\n"));
        let wanted = format!("{name}/a = 3");
        assert!(found.values.contains(&wanted), "{:?}", found.values);
    }
    // A study may declare any of them.
    let study = "title = \"T\"\nframework = \"levels.toml\"\n[regions]\n\"Provinsi\" = \"16\"\n";
    let files = [
        ("levels.toml", LEVELS),
        ("study.toml", study),
        ("t.csv", "wilayah;a;b;c\nProvinsi;3;1;0\n"),
    ];
    let (_keep, folder) = folder(&files);
    let done = siap_with(&["score", ".", "--format", "json"], "", &folder);
    assert!(
        done.stdout.contains("\"16\""),
        "{}{}",
        done.stdout,
        done.stderr
    );
}

#[test]
fn statistics_below_a_long_table_or_one_across_are_no_indicators() {
    let long =
        "Wilayah: Kab. OKI\nNo;Indikator;Skor\n1;a;3\n2;b;1\n3;c;0\n;Skor Akhir;2\nIndeks;;3\n";
    let across =
        "No;Indikator;Kab. OKI;Kab. OKU\n1;a;3;2\n2;b;1;2\n3;c;0;4\n;Skor Akhir;3;2\nNilai;;1;1\n";
    for (text, count) in [(long, 3), (across, 6)] {
        let found = read("levels.toml", text);
        assert_eq!(
            found.values.len(),
            count,
            "{:?}\n{}",
            found.values,
            found.told
        );
        assert!(
            found.told.contains("rows of totals or means left out: 2"),
            "{}",
            found.told
        );
    }
    // Words of statistics beside an indicator say something about it.
    let beside = "wilayah;dimensi;indikator;skor\nKab. OKI;Mutu;a;3\n;Target;b;1\n";
    assert_eq!(
        read("levels.toml", beside).values,
        ["16.02/a = 3", "16.02/b = 1"]
    );
}

/// The survey with other columns in front and a foot: its index, and what was told of totals.
fn survey(front: &str, cells: &str, foot: &str) -> String {
    let elements = "U1;U2;U3;U4;U5;U6;U7;U8;U9";
    let rows: String = SURVEY
        .lines()
        .map(|it| {
            let (number, answers) = it.split_once(';').expect("a number");
            format!("{number}{cells};{answers}\n")
        })
        .collect();
    let text = format!("Wilayah: Kab. Klaten\n{front};{elements}\n{rows}{foot}");
    let (_keep, folder) = folder(&[("t.csv", &text)]);
    let done = siap_with(
        &["score", "t.csv", "-f", "skm", "--lang", "en"],
        "",
        &folder,
    );
    assert_eq!(done.code, 0, "{text}\n{}", done.stderr);
    for said in ["56.94", "respondents: 10"] {
        assert!(done.stdout.contains(said), "{text}\n{}", done.stdout);
    }
    done.stderr
}

#[test]
fn the_foot_of_a_survey_is_no_respondent() {
    let nrr = "2.5;1.8;2.5;1.9;3.1;2.2;2.6;1.7;2.2";
    let foots = [
        ("Mutu;B;B;B;B;B;B;B;B;B\n".to_owned(), 1),
        (format!("NRR;{nrr}\n"), 1),
        (format!("NRR per unsur;{nrr}\n"), 1),
        (
            format!(
                "∑ Nilai/Unsur;25;18;25;19;31;22;26;17;22\nNRR/Unsur;{nrr}\n\
                 NRR tertbg/unsur;0.28;0.2;0.28;0.21;0.34;0.24;0.29;0.19;0.24\n\
                 IKM Unit Pelayanan;56.94;;;;;;;;\nMutu pelayanan;D;;;;;;;;\nN;10;10;10;10;10;10;10;10;10\n"
            ),
            6,
        ),
    ];
    for (foot, count) in &foots {
        let told = survey("No. Resp", "", foot);
        let said = format!("rows of totals or means left out: {count}");
        assert!(told.contains(&said), "{foot}\n{told}");
    }
    // Wherever its label stands.
    for (front, cells, label) in [
        ("No;Nama", ";Ani", ";NRR"),
        ("No;Nama", ";N", "NRR per unsur;"),
        ("No;Pendidikan", ";SD", "NRR;"),
        ("No;Umur;Nama", ";30;Budi", ";;Mutu"),
    ] {
        let answers = if label.ends_with("Mutu") {
            "B;B;B;B;B;B;B;B;B"
        } else {
            nrr
        };
        let told = survey(front, cells, &format!("{label};{answers}\n"));
        assert!(
            told.contains("totals or means left out: 1"),
            "{label}\n{told}"
        );
    }
}
