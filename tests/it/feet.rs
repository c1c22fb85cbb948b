//! What stands below, above and beside the rows of a table and is none of them: totals, statistics,
//! numbers of columns, legends, signatures. Left out and said, and the figures are those of the rows.

use serde_json::Value;

use crate::book::{Is, Page, xlsx};
use crate::run::{Done, folder, recorded, siap_with};

/// Two indicators on 0–4.
const LEVELS: &str = "id = \"tf\"\nversion = \"1\"\ntitle = \"TF\"\n[scale]\nmin = 0\nmax = 4\n\
[[scale.level]]\nvalue = 0\nlabel.id = \"Belum terwujud\"\nlabel.en = \"Not there\"\n\
[[scale.level]]\nvalue = 4\nlabel.id = \"Terlembaga penuh\"\nlabel.en = \"Established\"\n\
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
    let (record, told) = recorded(framework, &[("levels.toml", LEVELS), ("t.csv", text)]);
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
    Read { values, told }
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
    // Another framework may call an indicator so.
    let other = "wilayah;kerangka;indikator;skor\nKab. OKI;tf;a;3\nKab. OKI;lain;nilai-indeks;1\n";
    let found = read("levels.toml", other);
    assert_eq!(found.values, ["16.02/a = 3"]);
    assert!(!found.told.contains("totals"), "{}", found.told);
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

#[test]
fn a_row_of_words_among_numbers_is_told() {
    let text = "Wilayah: Kab. OKI\nNo. Resp;a;b;c\n1;3;1;0\n2;2;2;4\nHasil rekap;2;1;2\n";
    let found = read("levels.toml", text);
    let said =
        "rows with words where the others have their number are read like them: 1 (`Hasil rekap`)";
    assert!(found.told.contains(said), "{}", found.told);
    // Initials and places of few letters are names where others are.
    let text = "wilayah;informan;a\nKab. OKI;N;3\nKab. OKI;SD;2\nKab. OKI;RT;1\n";
    assert_eq!(read("levels.toml", text).values, ["16.02/a = 2"]);
    let text = "wilayah;a\nM;3\nN;2\nRT 03;1\n";
    assert_eq!(
        read("levels.toml", text).values,
        ["M/a = 3", "N/a = 2", "RT 03/a = 1"]
    );
}

#[test]
fn a_row_that_numbers_the_columns_is_no_row() {
    let said = "the row that numbers the columns is left out";
    for numbers in [
        "1;2;3;4",
        "(1);(2);(3);(4)",
        "[1];[2];[3];[4]",
        "1.;2.;3.;4.",
        ";1;2;3",
    ] {
        left_out(&format!("{HEAD}{numbers}\n"), "", &[said]);
    }
    left_out(
        &format!("Rekapitulasi 2025\n{HEAD}(1);(2);(3);(4) = (2) + (3)\n"),
        "",
        &[said, "not read"],
    );
    for text in [
        "Wilayah: Kab. OKI\nNo;Indikator;Skor\n1;2;3\n1;a;3\n2;b;1\n3;c;0\n",
        "No;Indikator;Kab. OKI;Kab. OKU\n(1);(2);(3);(4)\n1;a;3;2\n2;b;1;2\n3;c;0;4\n",
    ] {
        let found = read("levels.toml", text);
        assert!(
            found.values.contains(&"16.02/a = 3".to_owned()),
            "{:?}",
            found.values
        );
        assert!(found.told.contains(said), "{}", found.told);
    }
    // The first of several respondents answers 2, 3 and 4.
    let found = read(
        "levels.toml",
        "Wilayah: Kab. OKI\nNo;a;b;c\n1;2;3;4\n2;1;1;0\n",
    );
    assert_eq!(
        found.values,
        ["16.02/a = 1.5", "16.02/b = 2", "16.02/c = 2"]
    );
    assert!(!found.told.contains(said), "{}", found.told);
}

#[test]
fn legends_and_signatures_below_a_table_are_notes() {
    let notes = |count: usize| format!("notes below the table left out: {count}");
    for (foot, count) in [
        (
            "Keterangan:;;;\n0;Belum terwujud;;\n4;Terlembaga penuh;;\n",
            3,
        ),
        (
            "0;Belum terwujud;;\n1;Baru mulai;;\n4;Terlembaga penuh;;\n",
            3,
        ),
        (
            ";;;Kayuagung, 12 Maret 2025\n;;;Kepala Dinas\n;;;Drs. Sunarto\n;;;NIP. 1968\n",
            4,
        ),
        (";;;12 Maret 2025\n;;;Kepala Dinas Kominfo\n", 2),
        ("Mengetahui,;;;Kayuagung, 12 Maret 2025\n", 1),
        ("Rata-rata;2;1;2\n;;;Kayuagung, 12 Maret 2025\n", 1),
    ] {
        let mut said = vec![notes(count)];
        if foot.contains("Rata") {
            said.insert(0, "totals or means left out: 1".to_owned());
        }
        let said: Vec<&str> = said.iter().map(|it| &**it).collect();
        left_out(HEAD, foot, &said);
    }
    let long = "wilayah;indikator;skor;catatan\nKab. OKI;a;3;\nKab. OKI;b;1;\n";
    let foot = "Mengetahui,;;;\n;;Kepala Dinas;\n;;;Kayuagung, 12 Maret 2025\n";
    let found = read("levels.toml", &format!("{long}{foot}"));
    assert_eq!(found.values, ["16.02/a = 3", "16.02/b = 1"]);
    assert!(found.told.contains(&notes(3)), "{}", found.told);
}

#[test]
fn a_row_that_may_answer_is_never_taken_for_a_note() {
    for (text, wanted) in [
        (";3;;\n", "the cell of column `wilayah` is empty"),
        (
            ";Terlembaga penuh;;\n",
            "the cell of column `wilayah` is empty",
        ),
        (
            ";Terlembaga penu;;\n",
            "the cell of column `wilayah` is empty",
        ),
        (";;Level 3;\n", "the cell of column `wilayah` is empty"),
        (
            ";;;196801011990031001\n",
            "the cell of column `wilayah` is empty",
        ),
        ("Kab. OKI;Kepala Dinas;;\n", "`Kepala Dinas` is not a level"),
    ] {
        let text = format!("{HEAD}Kab. OKI;3;1;0\nKab. OKU;2;2;4\n{text}");
        let (_keep, folder) = folder(&[("levels.toml", LEVELS), ("t.csv", &text)]);
        let words = ["check", "t.csv", "-f", "levels.toml", "--lang", "en"];
        let done = siap_with(&words, "", &folder);
        assert_eq!(done.code, 1, "{text}\n{}", done.stdout);
        assert!(done.stderr.contains(wanted), "{text}\n{}", done.stderr);
    }
    // Regions that go by numbers are regions.
    let text = "wilayah;a\n1;Belum terwujud\n2;Terlembaga penuh\n";
    assert_eq!(read("levels.toml", text).values, ["1/a = 0", "2/a = 4"]);
}

/// Five dimensions of which the framework calls one `jumlah`: its levels, with what was told.
fn dimensions(text: &str) -> (Vec<String>, String) {
    let (record, told) = recorded("cmc-dimensions", &[("t.csv", text)]);
    let nodes = record["assessments"][0]["nodes"]
        .as_array()
        .expect("a list");
    let values = nodes
        .iter()
        .filter(|it| it["kind"] == "indicator" && it["value"].is_f64());
    let value = |it: &Value| format!("{} = {}", it["id"].as_str().expect("an id"), it["value"]);
    (values.map(value).collect(), told)
}

#[test]
fn a_total_is_no_indicator_of_that_name() {
    let head = "Wilayah;Aksesibilitas;Kecepatan;Efektivitas kognitif;Relevansi;Motivasi";
    let five = "Kab. Sijunjung;1;1;0;1;1";
    let amount = |values: &[String]| values.iter().find(|it| it.starts_with("amount")).cloned();
    let (values, told) = dimensions(&format!("{head};Jumlah\n{five};4\n"));
    assert_eq!((values.len(), amount(&values)), (5, None), "{told}");
    assert!(
        told.contains("column `Jumlah` is the sum of the other answers"),
        "{told}"
    );
    let (values, told) = dimensions(&format!("{head};Jumlah informasi;Jumlah\n{five};3;7\n"));
    assert_eq!(amount(&values).as_deref(), Some("amount = 3.0"), "{told}");
    assert!(told.contains("column `Jumlah` is left out"), "{told}");
    // No sum: perhaps the indicator.
    let (values, told) = dimensions(&format!("{head};Jumlah\n{five};3\n"));
    assert_eq!(amount(&values).as_deref(), Some("amount = 3.0"), "{told}");
    assert!(told.contains("may as well be a total"), "{told}");
    // Among the others it is one of them.
    let text = "Wilayah;Aksesibilitas;Jumlah;Motivasi\nKab. Sijunjung;1;2;1\n";
    let (values, told) = dimensions(text);
    assert_eq!(amount(&values).as_deref(), Some("amount = 2.0"), "{told}");
    assert_eq!(told, "");

    let long = "Wilayah: Kab. Sijunjung\nIndikator;Skor\nAksesibilitas;2\nKecepatan;1\n";
    let (values, told) = dimensions(&format!("{long}Jumlah informasi;3\nMotivasi;0\nJumlah;4\n"));
    assert_eq!(amount(&values).as_deref(), Some("amount = 3.0"), "{told}");
    assert!(
        told.contains("totals or means left out: 1 (`Jumlah`)"),
        "{told}"
    );
    let (values, told) = dimensions(&format!("{long}Motivasi;0\nJumlah;3\n"));
    assert_eq!(amount(&values), None, "{told}");
    assert!(
        told.contains("totals or means left out: 1 (`Jumlah`)"),
        "{told}"
    );
    let (values, told) = dimensions(&format!("{long}Jumlah;3\nMotivasi;0\n"));
    assert_eq!(amount(&values).as_deref(), Some("amount = 3.0"), "{told}");
}

/// What `score` gives of one workbook.
fn workbook(pages: &[Page], framework: &str) -> Done {
    let (_keep, folder) = folder(&[("levels.toml", LEVELS)]);
    std::fs::write(folder.join("t.xlsx"), xlsx(pages)).expect("a file");
    let words = [
        "score", "t.xlsx", "-f", framework, "--lang", "en", "--format", "json",
    ];
    siap_with(&words, "", &folder)
}

/// The values of one indicator, of every region.
fn values_of(done: &Done, indicator: &str) -> Vec<f64> {
    assert_eq!(done.code, 0, "{}", done.stderr);
    let record: Value = serde_json::from_str(&done.stdout).expect("JSON");
    let all = record["assessments"].as_array().expect("a list").iter();
    let nodes = all.flat_map(|it| it["nodes"].as_array().expect("a list"));
    let of = nodes.filter(|it| it["id"] == indicator);
    of.filter_map(|it| it["value"].as_f64()).collect()
}

#[test]
fn a_sheet_of_means_beside_the_answers_of_persons_is_not_read() {
    let recap = |first: &str| {
        let rows: [&[&str]; 2] = [&["Wilayah", "a", "b", "c"], &["Kab. OKI", first, "1", "2"]];
        Page::new("Rekap").rows(&rows)
    };
    let detail = Page::new("Detail").rows(&[
        &["Wilayah", "Informan", "a", "b", "c"],
        &["Kab. OKI", "Ani", "0", "1", "2"],
        &["Kab. OKI", "Budi", "0", "1", "1"],
        &["Kab. OKI", "Citra", "1", "1", "3"],
    ]);
    let done = workbook(&[recap("0,33"), detail.clone()], "levels.toml");
    assert_eq!(values_of(&done, "a"), [1.0 / 3.0], "{}", done.stderr);
    assert!(
        done.stderr
            .contains("sheet `Rekap` holds the means of what sheet `Detail` has")
    );
    // Other numbers are answers of their own: both count, and that is told.
    let done = workbook(&[recap("3"), detail], "levels.toml");
    assert_eq!(values_of(&done, "a"), [1.0], "{}", done.stderr);
    assert!(done.stderr.contains("both sheets count"), "{}", done.stderr);
}

#[test]
fn an_answer_merged_over_two_indicators_is_told() {
    let page = Page::new("Data")
        .rows(&[&["Wilayah", "a", "b", "c"], &["Kab. OKI", "3", "", "2"]])
        .merged("B2:C2");
    let done = workbook(&[page], "levels.toml");
    assert_eq!(values_of(&done, "a"), [3.0]);
    assert!(values_of(&done, "b").is_empty());
    let said = "`3` is merged over several columns of answers (`a`, `b`)";
    assert!(done.stderr.contains(said), "{}", done.stderr);
    assert!(done.stderr.contains("`Data`!B2"), "{}", done.stderr);
}

#[test]
fn a_cell_far_away_is_named_and_hidden_data_is_told_first() {
    let mut page =
        Page::new("Data").rows(&[&["Wilayah", "a", "b", "c"], &["Kab. OKI", "3", "1", "2"]]);
    for _ in 0..40 {
        page = page.row(&[]);
    }
    let far = [Is::Nothing; 12];
    let far = page.row(&[&far[..], &[Is::Number("1")]].concat());
    let done = workbook(&[far], "levels.toml");
    assert_eq!(values_of(&done, "a"), [3.0]);
    assert!(done.stderr.contains("`Data`!M43"), "{}", done.stderr);

    let cover = Page::new("Sampul").rows(&[&["Sampul"], &["Isi di lembar data"]]);
    let data = Page::new("Data")
        .rows(&[&["Wilayah", "a"], &["Kab. OKI", "3"]])
        .hidden();
    let done = workbook(&[cover, data], "levels.toml");
    assert_eq!(done.code, 1);
    let first = done.stderr.lines().next().unwrap_or_default();
    assert!(
        first.contains("hidden sheets") && first.contains("`Data`"),
        "{}",
        done.stderr
    );
}

#[test]
fn a_row_of_a_wide_table_without_its_region_is_an_error() {
    let refused = |text: &str| {
        let (_keep, folder) = folder(&[("levels.toml", LEVELS), ("t.csv", text)]);
        let words = ["check", "t.csv", "-f", "levels.toml", "--lang", "en"];
        let done = siap_with(&words, "", &folder);
        assert_eq!(done.code, 1, "{text}\n{}", done.stdout);
        done.stderr
    };
    let told = refused("wilayah;a;b;c\nKab. OKI;3;1;0\n;2;2;4\n");
    assert!(
        told.contains("each row of this table is a region"),
        "{told}"
    );
    // Persons may share the region of the first row.
    let text = "wilayah;informan;a;b;c\nKab. OKI;Ani;3;1;0\n;Budi;2;2;4\n";
    assert_eq!(read("levels.toml", text).values[0], "16.02/a = 2.5");
}

/// The values that were read, whatever was told of them.
fn values(framework: &str, text: &str) -> Vec<String> {
    read(framework, text).values
}

#[test]
fn a_row_that_answers_for_a_region_is_no_total_whatever_else_it_says() {
    let quote =
        "kutipan;wilayah;indikator;skor\nJumlah pegawai TIK masih kurang;16.02;a;3\nx;16.02;b;2\n";
    assert_eq!(values("levels.toml", quote), ["16.02/a = 3", "16.02/b = 2"]);
    let title = "judul;kode;wilayah;skor\nRata-rata waktu;a;16.02;3\nx;b;16.02;2\n";
    assert_eq!(values("levels.toml", title), ["16.02/a = 3", "16.02/b = 2"]);
}

#[test]
fn a_header_of_numbers_that_stands_again_is_no_region() {
    let header = "wilayah;1;2;3;4;5;6;7;8;9\n";
    let text = format!("{header}16.02;4;3;3;2;2;1;3;4;1\n{header}16.04;3;1;4;2;4;4;2;2;2\n");
    let found = values("skm", &text);
    assert!(found.iter().all(|it| it.starts_with("16.0")), "{found:?}");
    assert_eq!(found.len(), 18, "{found:?}");
}

#[test]
fn a_column_that_is_answered_in_words_is_no_sum() {
    let (found, told) = dimensions("wilayah;people;jumlah\n16.02;1;1 - Ya\n");
    assert!(!told.contains("sum of the other answers"), "{told}");
    assert!(
        found.iter().any(|it| it.starts_with("amount")),
        "{found:?}\n{told}"
    );
}

#[test]
fn a_sheet_that_says_more_than_the_means_of_another_counts() {
    let all =
        Page::new("Penilaian").rows(&[&["Wilayah", "a", "b", "c"], &["Kab. OKI", "1", "3", "2"]]);
    let one =
        Page::new("Wawancara").rows(&[&["Wilayah", "Informan", "a"], &["Kab. OKI", "Ani", "1"]]);
    let done = workbook(&[all, one], "levels.toml");
    assert_eq!(values_of(&done, "b"), [3.0], "{}", done.stderr);
    assert!(done.stderr.contains("both sheets count"), "{}", done.stderr);
}

#[test]
fn whoever_has_a_region_is_somebody_whatever_the_name() {
    let text = "nama;wilayah;a;b\nMax;16.02;3;2\nMin;16.04;1;4\n";
    assert_eq!(values("levels.toml", text).len(), 4);
}

#[test]
fn numbers_under_words_that_nobody_knows_are_no_header() {
    let table = "Wilayah: Kab. OKI\nResponden;P1;P2;P3\n1;4;4;3\n2;3;3;2\n5;1;2;3\n";
    let (_keep, folder) = folder(&[("t.csv", table)]);
    let done = siap_with(
        &["score", "t.csv", "-f", "skm", "--lang", "en"],
        "",
        &folder,
    );
    assert_eq!(done.code, 1, "{}{}", done.stdout, done.stderr);
    assert!(done.stderr.contains("P1"), "{}", done.stderr);
}

#[test]
fn two_answers_for_an_indicator_that_is_a_number_are_two() {
    let text = "wilayah: Kab. OKI\nindikator;skor\n1;2\n1;3\n2;2\n";
    let (_keep, folder) = folder(&[("t.csv", text)]);
    let words = [
        "convert", "t.csv", "-f", "skm", "-o", "out.csv", "--lang", "en",
    ];
    let done = siap_with(&words, "", &folder);
    assert!(
        !done.stderr.contains("numbers the columns"),
        "{}",
        done.stderr
    );
}

#[test]
fn a_stage_beside_none_is_no_fault_where_a_label_or_an_empty_column_settles_it() {
    for text in [
        "wilayah: Kab. OKI\ntahap: akhir\nindikator;skor;Nilai Mandiri\na;3;4\nb;3;4\n",
        "wilayah;indikator;skor;Nilai Akhir\n16.02;a;3;\n16.02;b;2;\n",
    ] {
        assert!(!values("levels.toml", text).is_empty(), "{text}");
    }
}
