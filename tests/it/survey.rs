//! Surveys of satisfaction (SKM): exports of forms as they are, groups of respondents, and how
//! respondents are counted however a table names them. All answers are invented.

use serde_json::Value;

use crate::diagnostics::{fixtures, snapshot, stem, told};
use crate::run::{Done, root, siap_with};

/// A folder with these files, removed when it is dropped.
fn folder(files: &[(&str, &str)]) -> tempfile::TempDir {
    let folder = tempfile::tempdir().expect("a folder");
    for (name, text) in files {
        std::fs::write(folder.path().join(name), text).expect("a file");
    }
    folder
}

fn run(words: &[&str], files: &[(&str, &str)]) -> Done {
    let folder = folder(files);
    siap_with(words, "", folder.path())
}

fn json(words: &[&str], files: &[(&str, &str)]) -> Value {
    let done = run(&[words, &["--format", "json"]].concat(), files);
    assert_eq!(done.code, 0, "{}", done.stderr);
    serde_json::from_str(&done.stdout).expect("JSON")
}

fn index(record: &Value) -> (f64, u64, String) {
    let node = &record["assessments"][0]["nodes"][0];
    (
        node["told"].as_f64().expect("an index"),
        node["informants"].as_u64().expect("a count"),
        node["band"].as_str().unwrap_or_default().to_owned(),
    )
}

fn near(found: f64, wanted: f64) {
    assert!((found - wanted).abs() < 0.005, "{found} is not {wanted}");
}

/// 140 respondents of one unit who answer 3 and 10 of another who answer 1, each row as `row` writes
/// it of its number, unit and answer.
fn two_units(header: &str, row: impl Fn(usize, &str, u8) -> String) -> String {
    let mut out = format!("{header}\n");
    for at in 0..150 {
        let (unit, answer) = if at < 140 {
            ("RSUD", 3)
        } else {
            ("DPMPTSP", 1)
        };
        out.push_str(&row(at, unit, answer));
    }
    out
}

const U: &str = "u1;u2;u3;u4;u5;u6;u7;u8;u9";

fn nine(answer: u8) -> String {
    [answer.to_string().as_str(); 9].join(";")
}

#[test]
fn every_respondent_counts_once_however_a_table_names_them() {
    let region = "Kota Palembang";
    let wide = |column: &str, name: &dyn Fn(usize) -> String| {
        let header = format!("Wilayah;OPD;{column};{U}");
        two_units(&header, |at, unit, answer| {
            format!("{region};{unit};{};{}\n", name(at), nine(answer))
        })
    };
    let long = |column: &str, name: &dyn Fn(usize) -> String| {
        let header = format!("Wilayah;OPD;{column};Indikator;Skor");
        two_units(&header, |at, unit, answer| {
            let rows =
                (1..=9).map(|item| format!("{region};{unit};{};u{item};{answer}\n", name(at)));
            rows.collect()
        })
    };
    let plain = format!("Wilayah;OPD;{U}");
    let plain = two_units(&plain, |_, unit, answer| {
        format!("{region};{unit};{}\n", nine(answer))
    });
    let number = |at: usize| (at + 1).to_string();
    let again = |at: usize| (if at < 140 { at + 1 } else { at - 139 }).to_string();
    let name = |at: usize| format!("Responden {at}");
    let few_names = |at: usize| format!("Budi {}", at % 5);
    let nik = |at: usize| (1_671_000_000_000_000 + at).to_string();
    let role = |at: usize| ["Swasta", "PNS"][at % 2].to_owned();
    let tables = [
        ("nobody", plain),
        ("No. Responden", wide("No. Responden", &number)),
        ("numbered in each unit", wide("No. Responden", &again)),
        ("names", wide("Responden", &name)),
        ("one name for many", wide("Nama Responden", &few_names)),
        ("NIK", wide("NIK", &nik)),
        ("posts", wide("Jabatan", &role)),
        ("long, numbers", long("No. Responden", &number)),
        ("long, numbered in each unit", long("No. Responden", &again)),
        ("long, names", long("Responden", &name)),
        ("long, one name for many", long("Responden", &few_names)),
        ("long, NIK", long("Responden", &nik)),
        ("long, posts", long("Jabatan", &role)),
    ];
    for (what, table) in &tables {
        let record = json(&["score", "d.csv", "-f", "skm"], &[("d.csv", table)]);
        let (told, respondents, band) = index(&record);
        near(told, 71.67);
        assert_eq!((respondents, &*band), (150, "c"), "{what}");
    }
}

#[test]
fn sheets_that_number_their_respondents_each_from_one_are_of_different_people() {
    let sheet = |count: usize, answer: u8| -> String {
        let rows = (1..=count).flat_map(|at| {
            (1..=9).map(move |item| format!("Kota Palembang;{at};u{item};{answer}\n"))
        });
        let rows: String = rows.collect();
        format!("Wilayah;No. Responden;Indikator;Skor\n{rows}")
    };
    let (rsud, dpmptsp) = (sheet(14, 3), sheet(1, 1));
    let files = [("rsud.csv", &*rsud), ("dpmptsp.csv", &*dpmptsp)];
    let words = ["score", "rsud.csv", "dpmptsp.csv", "-f", "skm"];
    let (told, respondents, _) = index(&json(&words, &files));
    near(told, 71.67);
    assert_eq!(respondents, 15);
}

#[test]
fn a_mean_is_of_respondents_and_never_of_their_units() {
    let table =
        "Wilayah;OPD;u1\nKab. OKI;RSUD;4\nKab. OKI;RSUD;4\nKab. OKI;RSUD;4\nKab. OKI;DPMPTSP;1\n";
    let record = json(&["score", "d.csv", "-f", "skm"], &[("d.csv", table)]);
    let u1 = &record["assessments"][0]["nodes"][1];
    assert_eq!(u1["value"].as_f64(), Some(3.25));
    assert_eq!(u1["informants"].as_u64(), Some(4));
}

#[test]
fn a_median_is_of_respondents_in_wide_and_in_long_tables() {
    let framework = "id = \"s\"\nversion = \"1\"\ntitle = \"S\"\n[scale]\nmin = 1\nmax = 5\n\
        [aggregation]\ninformants = \"median\"\n[[indicator]]\nid = \"a\"\ntitle = \"A\"\nkind = \"likert\"\n";
    for header in [
        "region;a",
        "region;agency;a",
        "region;indicator;level",
        "region;role;indicator;level",
    ] {
        let rows = [1, 1, 1, 5, 5].map(|it| match header {
            "region;a" => format!("Kab. OKI;{it}\n"),
            "region;agency;a" => format!("Kab. OKI;RSUD;{it}\n"),
            "region;indicator;level" => format!("Kab. OKI;a;{it}\n"),
            _ => format!("Kab. OKI;Swasta;a;{it}\n"),
        });
        let table = format!("{header}\n{}", rows.concat());
        let files = [("s.toml", framework), ("d.csv", &*table)];
        let record = json(&["score", "d.csv", "-f", "s.toml"], &files);
        let value = &record["assessments"][0]["nodes"][1]["value"];
        assert_eq!(value.as_f64(), Some(1.0), "{header}");
    }
}

#[test]
fn the_same_respondents_stand_behind_a_score_and_its_reliability() {
    let mut table = "Wilayah;OPD;No. Responden;Indikator;Skor\n".to_owned();
    for unit in ["RSUD", "DPMPTSP"] {
        for at in 1..=5 {
            for item in 1..=9 {
                let answer = 1 + (at + item * usize::from(unit == "RSUD")) % 4;
                table.push_str(&format!("Kab. OKI;{unit};{at};u{item};{answer}\n"));
            }
        }
    }
    let files = [("d.csv", &*table)];
    let (_, respondents, _) = index(&json(&["score", "d.csv", "-f", "skm"], &files));
    assert_eq!(respondents, 10);
    let record = json(&["reliability", "d.csv", "-f", "skm"], &files);
    assert_eq!(record["respondents"].as_u64(), Some(10));
}

/// Two respondents of each of two units, with all that a form asks besides the nine questions.
const LEADING: &str = "Cap waktu,Alamat Email,Nama Lengkap,No. HP,Usia,Jenis Kelamin,Pendidikan Terakhir,Pekerjaan,Unit Layanan,Jenis Layanan";
const PEOPLE: [&str; 4] = [
    "2026/03/12 9:05:11 AM GMT+7,siti@example.org,Siti Rahasia,08120001,22,Perempuan,SMA,Swasta,RSUD,Rawat jalan",
    "2026/03/12 2:40:00 PM GMT+7,budi@example.org,Budi Rahasia,08120002,41 tahun,Laki-laki,S1,PNS,RSUD,Rawat inap",
    "2026/03/13 9:05:11 AM GMT+7,tono@example.org,Tono Rahasia,08120003,58,laki-laki,S1,Wirausaha,DPMPTSP,Izin usaha",
    "2026/03/13 9:15:00 AM GMT+7,rini@example.org,Rini Rahasia,08120004,,Perempuan,SMA,,DPMPTSP,Izin usaha",
];
const QUESTIONS: [&str; 9] = [
    "\"Bagaimana pendapat Saudara tentang kesesuaian persyaratan pelayanan dengan jenis pelayanannya ?\"",
    "BAGAIMANA PEMAHAMAN SAUDARA TENTANG KEMUDAHAN PROSEDUR PELAYANAN DI UNIT INI",
    "Bagaimana pendapat Saudara tentang kecepatan waktu dalam memberikan pelayanan.",
    "Bagaimana pendapat Saudara tentang kewajaran biaya / tarif dalam pelayanan?",
    "Bagaimana pendapat Saudara tentang kesesuaian produk pelayanan antara yang tercantum dalam standar pelayanan dengan hasil yang diberikan?",
    "Bagaimana pendapat Saudara tentang kompetensi/ kemampuan petugas dalam pelayanan?",
    "Bagaimana pendapat saudara perilaku petugas dalam pelayanan terkait kesopanan dan keramahan?",
    "Bagaimana pendapat Saudara tentang kualitas sarana dan prasarana?",
    "Bagaimana pendapat Saudara tentang penanganan pengaduan pengguna layanan?",
];
/// The answers of the four in the words of the regulation, facilities before complaints, and their levels.
const WORDS: [[&str; 9]; 4] = [
    [
        "Sesuai",
        "Mudah",
        "Tidak cepat",
        "Gratis",
        "Sesuai",
        "Kompeten",
        "Sopan dan ramah",
        "Buruk",
        "Dikelola dengan baik",
    ],
    [
        "Sangat sesuai",
        "Sangat mudah",
        "Kurang cepat",
        "Murah",
        "Kurang sesuai",
        "Sangat kompeten",
        "Sangat sopan dan ramah",
        "Cukup",
        "Berfungsi kurang maksimal",
    ],
    [
        "Kurang sesuai",
        "Kurang mudah",
        "Cepat",
        "Cukup mahal",
        "Tidak sesuai",
        "Kurang kompeten",
        "Kurang sopan dan ramah",
        "Baik",
        "Ada tetapi tidak berfungsi",
    ],
    [
        "Sesuai",
        "Tidak mudah",
        "Kurang cepat",
        "Gratis",
        "Sesuai",
        "Kurang kompeten",
        "Tidak sopan dan ramah",
        "Baik",
        "Tidak ada",
    ],
];
const LEVELS: [[u8; 9]; 4] = [
    [3, 3, 1, 4, 3, 3, 3, 1, 4],
    [4, 4, 2, 3, 2, 4, 4, 2, 3],
    [2, 2, 3, 2, 1, 2, 2, 3, 2],
    [3, 1, 2, 4, 3, 2, 1, 3, 1],
];

fn form(questions: &[String], answer: impl Fn(&str, u8) -> String) -> String {
    let mut out = format!("{LEADING},{}\n", questions.join(","));
    for (at, person) in PEOPLE.iter().enumerate() {
        let answers = (0..questions.len()).map(|item| answer(WORDS[at][item], LEVELS[at][item]));
        out.push_str(&format!(
            "{person},{}\n",
            answers.collect::<Vec<_>>().join(",")
        ));
    }
    out
}

const STUDY: &str =
    "framework = \"skm\"\n[[data]]\nfiles = [\"form.csv\"]\nregion = \"Kab. Banyuasin\"\n";

fn questions() -> Vec<String> {
    QUESTIONS.map(str::to_owned).to_vec()
}

/// The mean of each element, u1 to u9.
fn means(record: &Value) -> Vec<f64> {
    let nodes = record["assessments"][0]["nodes"].as_array().expect("nodes");
    nodes[1..]
        .iter()
        .map(|it| it["value"].as_f64().expect("a mean"))
        .collect()
}

#[test]
fn the_export_of_a_form_is_read_whatever_its_questions_are_called() {
    let mean = |item: usize| LEVELS.iter().map(|it| f64::from(it[item])).sum::<f64>() / 4.0;
    // The questionnaire asks facilities before complaints, the list of elements has them the other way.
    let wanted: Vec<f64> = [0, 1, 2, 3, 4, 5, 6, 8, 7].map(mean).to_vec();
    let plain = |word: &str, _: u8| word.to_owned();
    let short = [
        "Persyaratan",
        "Prosedur",
        "Waktu",
        "Biaya/Tarif",
        "Produk/Hasil",
        "Kompetensi",
        "Perilaku",
        "Sarana prasarana",
        "Penanganan pengaduan",
    ];
    let full = [
        "Persyaratan pelayanan",
        "Sistem, Mekanisme, dan Prosedur",
        "Waktu Penyelesaian",
        "Biaya / tarif",
        "Produk Spesifikasi Jenis Pelayanan",
        "Kompetensi Pelaksana",
        "Perilaku Pelaksana",
        "Sarana dan Prasarana",
        "Penanganan Pengaduan Saran dan Masukan",
    ];
    let quoted = |it: &str| format!("\"{it}\"");
    let numbered = |it: (usize, &&str)| format!("\"{}. {}\"", it.0 + 1, it.1.trim_matches('"'));
    let forms = [
        ("official", form(&questions(), plain)),
        (
            "upper case",
            form(&questions(), |word, _| word.to_uppercase()),
        ),
        (
            "letters",
            form(&questions(), |word, level| {
                format!("{}. {word}", ["a", "b", "c", "d"][usize::from(level) - 1])
            }),
        ),
        (
            "letters alone",
            form(&questions(), |_, level| {
                ["A", "B", "C", "D"][usize::from(level) - 1].to_owned()
            }),
        ),
        (
            "numbers and words",
            form(&questions(), |word, level| format!("{level} - {word}")),
        ),
        ("numbers", form(&questions(), |_, level| level.to_string())),
        ("short", form(&short.map(quoted), plain)),
        ("full", form(&full.map(quoted), plain)),
        (
            "short and numbered",
            form(
                &short.iter().enumerate().map(numbered).collect::<Vec<_>>(),
                plain,
            ),
        ),
        (
            "questions numbered",
            form(
                &QUESTIONS
                    .iter()
                    .enumerate()
                    .map(numbered)
                    .collect::<Vec<_>>(),
                plain,
            ),
        ),
        (
            "U with names",
            form(
                &short
                    .iter()
                    .enumerate()
                    .map(|(at, it)| format!("U{}. {it}", at + 1))
                    .collect::<Vec<_>>(),
                plain,
            ),
        ),
        (
            "grid",
            form(&short.map(|it| format!("Penilaian Anda [{it}]")), plain),
        ),
        (
            "numbers alone, told apart by the answers",
            form(
                &(1..=9).map(|at| format!("U{at}")).collect::<Vec<_>>(),
                plain,
            ),
        ),
    ];
    for (what, form) in &forms {
        let record = json(
            &["score", "."],
            &[("study.toml", STUDY), ("form.csv", form)],
        );
        assert_eq!(means(&record), wanted, "{what}");
        assert_eq!(index(&record).1, 4, "{what}");
    }
}

#[test]
fn numbers_alone_are_asked_about_and_each_line_offered_settles_it() {
    let table = "Wilayah,U1,U2,U3,U4,U5,U6,U7,U8,U9\nKab. OKI,3,3,3,3,3,3,3,4,1\n";
    let of = |more: &[&str]| {
        let words = [
            &[
                "score", "d.csv", "-f", "skm", "--lang", "en", "--format", "json",
            ],
            more,
        ]
        .concat();
        let done = run(&words, &[("d.csv", table)]);
        let record: Value = serde_json::from_str(&done.stdout).expect("JSON");
        let means = means(&record);
        (done.stderr, (means[7], means[8]))
    };
    let (asked, counted) = of(&[]);
    assert!(asked.contains("warning: sheets in use number"), "{asked}");
    assert_eq!(counted, (4.0, 1.0));
    let stays = ["--column", "U8=u8", "--column", "U9=u9"];
    let moves = ["--column", "U8=u9", "--column", "U9=u8"];
    for (lines, wanted) in [(stays, (4.0, 1.0)), (moves, (1.0, 4.0))] {
        let line: Vec<String> = lines
            .chunks(2)
            .map(|it| format!("{} \"{}\"", it[0], it[1]))
            .collect();
        assert!(asked.contains(&line.join(" ")), "{asked}");
        let (silent, found) = of(&lines);
        assert_eq!((silent.as_str(), found), ("", wanted));
    }
}

#[test]
fn what_tells_who_somebody_is_never_travels_on() {
    let form = form(&questions(), |word, _| word.to_owned());
    let files = [("study.toml", STUDY), ("form.csv", form.as_str())];
    for words in [
        &["score", "."][..],
        &["score", ".", "--by", "agency"],
        &["score", ".", "--by", "Jenis Layanan"],
    ] {
        for format in ["table", "csv", "json", "md"] {
            let done = run(&[words, &["--format", format]].concat(), &files);
            assert_eq!(done.code, 0, "{}", done.stderr);
            for personal in ["Rahasia", "example.org", "0812000"] {
                assert!(
                    !done.stdout.contains(personal),
                    "{words:?} {format}: {}",
                    done.stdout
                );
            }
        }
    }
    // And nobody is told to make a column of names of it.
    let done = run(&["score", ".", "--lang", "en"], &files);
    for line in ["Nama Lengkap=informant", "No. HP=level"] {
        assert!(!done.stderr.contains(line), "{}", done.stderr);
    }
    let all = "--column \"Alamat Email=\" --column \"Nama Lengkap=\" --column \"No. HP=\" --column \"Jenis Layanan=\"";
    assert!(done.stderr.contains(all), "{}", done.stderr);
    let words: Vec<&str> = [
        "Alamat Email=",
        "Nama Lengkap=",
        "No. HP=",
        "Jenis Layanan=",
    ]
    .iter()
    .flat_map(|it| ["--column", it])
    .collect();
    let silent = run(&[&["score", "."], &words[..]].concat(), &files);
    assert_eq!(silent.stderr, "");
}

#[test]
fn names_of_respondents_are_in_no_output_whatever_their_column_is_called() {
    let header = format!("Wilayah;OPD;Nama Responden;{U}");
    let table = two_units(&header, |at, unit, answer| {
        format!("Kab. OKI;{unit};Rahasia {at};{}\n", nine(answer))
    });
    let files = [("d.csv", table.as_str())];
    for command in ["score", "matrix", "compare", "sources", "triangulate"] {
        for format in ["table", "csv", "json"] {
            let done = run(&[command, "d.csv", "-f", "skm", "--format", format], &files);
            assert!(!done.stdout.contains("Rahasia"), "{command} {format}");
        }
    }
}

#[test]
fn the_stamp_of_a_form_stops_nobody() {
    let row = ",Kab. OKI,3,3,3,3,3,3,3,4,1\n";
    let header = "Timestamp,Wilayah,Persyaratan,Prosedur,Waktu,Biaya,Produk,Kompetensi,Perilaku,Pengaduan,Sarana\n";
    for stamp in [
        "2026/03/12 9:05:11 AM GMT+7",
        "12/03/2026 09:05:11",
        "12/3/2026 9.05.11",
        "2026-03-12T09:05:11.000+07:00",
        "2026-03-12 09:05:11",
    ] {
        let table = format!("{header}{stamp}{row}");
        let done = run(
            &["score", "d.csv", "-f", "skm"],
            &[("d.csv", table.as_str())],
        );
        assert_eq!((done.code, done.stderr.as_str()), (0, ""), "{stamp}");
    }
    // The month first is no date here; the line that goes on without it is offered.
    let table = format!("{header}3/13/2026 9:05:11{row}");
    let files = [("d.csv", table.as_str())];
    let done = run(&["score", "d.csv", "-f", "skm"], &files);
    assert_eq!(done.code, 1);
    assert!(
        done.stderr.contains("`--column \"Timestamp=\"`"),
        "{}",
        done.stderr
    );
    let done = run(
        &["score", "d.csv", "-f", "skm", "--column", "Timestamp="],
        &files,
    );
    assert_eq!((done.code, done.stderr.as_str()), (0, ""));
}

#[test]
fn questions_about_the_respondent_are_no_elements() {
    let table = "Wilayah,1. Nama,2. Jenis kelamin,3. Umur,Tanggal/Waktu,Apakah Anda pernah mengajukan pengaduan?,\
        Persyaratan,Prosedur,Waktu,Biaya,Produk,Kompetensi,Perilaku,Pengaduan,Sarana\n\
        Kab. OKI,Rahasia,Perempuan,30,Senin pagi,Belum,3,3,3,3,3,3,3,3,3\n";
    let record = json(&["score", "d.csv", "-f", "skm"], &[("d.csv", table)]);
    let (told, respondents, _) = index(&record);
    near(told, 75.0);
    assert_eq!(respondents, 1);
    let profile = record["survey"][0]["profile"]
        .as_array()
        .expect("a profile");
    assert_eq!(profile.len(), 2, "{profile:?}");
}

#[test]
fn the_result_is_told_as_the_regulation_reports_it() {
    let form = form(&questions(), |word, _| word.to_owned());
    let files = [("study.toml", STUDY), ("form.csv", form.as_str())];
    let done = run(&["score", ".", "--lang", "id"], &files);
    insta::assert_snapshot!("skm_of_a_form", done.stdout);
    let record = json(&["score", "."], &files);
    let survey = &record["survey"][0];
    assert_eq!(survey["respondents"].as_u64(), Some(4));
    assert_eq!(survey["unanswered"].as_array().map(Vec::len), Some(0));
    let of = |by: &str| -> Vec<(Option<String>, u64)> {
        let all = survey["profile"].as_array().expect("a profile").iter();
        let of = all.filter(|it| it["by"] == by);
        of.map(|it| {
            (
                it["group"].as_str().map(str::to_owned),
                it["count"].as_u64().unwrap_or(0),
            )
        })
        .collect()
    };
    let group = |name: &str, count| (Some(name.to_owned()), count);
    assert_eq!(of("sex"), [group("Laki-laki", 2), group("Perempuan", 2)]);
    assert_eq!(
        of("age"),
        [
            group("18–25", 1),
            group("36–45", 1),
            group("> 55", 1),
            (None, 1)
        ]
    );
    assert_eq!(of("occupation").last(), Some(&(None, 1)));
}

#[test]
fn each_unit_and_each_service_has_an_index_of_its_own() {
    let form = form(&questions(), |word, _| word.to_owned());
    let files = [("study.toml", STUDY), ("form.csv", form.as_str())];
    let of =
        |unit: usize, item: usize| f64::from(LEVELS[unit][item] + LEVELS[unit + 1][item]) / 2.0;
    let wanted = |unit: usize| 25.0 * (0..9).map(|item| of(unit, item)).sum::<f64>() / 9.0;
    for by in ["agency", "opd", "Unit Layanan", "unit layanan"] {
        let record = json(&["score", ".", "--by", by], &files);
        let groups = record["groups"].as_array().expect("groups");
        let found: Vec<(&str, u64)> = groups
            .iter()
            .map(|it| {
                (
                    it["group"].as_str().unwrap_or_default(),
                    it["respondents"].as_u64().unwrap_or(0),
                )
            })
            .collect();
        assert_eq!(found, [("RSUD", 2), ("DPMPTSP", 2)], "{by}");
        near(groups[0]["told"].as_f64().expect("an index"), wanted(0));
        near(groups[1]["told"].as_f64().expect("an index"), wanted(2));
    }
    let done = run(
        &["score", ".", "--by", "Jenis Layanan", "--lang", "id"],
        &files,
    );
    insta::assert_snapshot!("skm_by_service", done.stdout);
    let csv = run(
        &["score", ".", "--by", "Jenis Layanan", "--format", "csv"],
        &files,
    );
    assert!(csv.stdout.starts_with(
        "region,code,kind,wave,stage,group,respondents,told,band,lowest,unanswered\n"
    ));
    assert_eq!(csv.stdout.lines().count(), 4);
}

#[test]
fn the_groups_of_a_survey_make_up_the_whole() {
    let table = two_units(&format!("Wilayah;OPD;{U}"), |_, unit, answer| {
        format!("Kota Palembang;{unit};{}\n", nine(answer))
    });
    let files = [("d.csv", table.as_str()), ("d (1).csv", table.as_str())];
    // A copy of a file counts once in each group as in the whole.
    let record = json(
        &["score", "d.csv", "d (1).csv", "-f", "skm", "--by", "OPD"],
        &files,
    );
    let groups = record["groups"].as_array().expect("groups");
    let (mut sum, mut count) = (0.0, 0);
    for it in groups {
        let respondents = it["respondents"].as_u64().expect("a count");
        count += respondents;
        sum += it["told"].as_f64().expect("an index")
            * f64::from(u32::try_from(respondents).expect("few"));
    }
    assert_eq!(count, 150);
    near(sum / 150.0, 71.67);
}

#[test]
fn an_index_of_some_elements_says_so_before_all_else() {
    let table = "Wilayah,Persyaratan,Prosedur,Waktu,Biaya,Produk\nKab. OKI,3,3,3,3,3\n";
    let files = [("d.csv", table)];
    let done = run(&["score", "d.csv", "-f", "skm", "--lang", "id"], &files);
    assert!(
        done.stderr.starts_with("peringatan: hanya 5 dari 9 unsur"),
        "{}",
        done.stderr
    );
    let at = |word: &str| done.stdout.find(word).expect(word);
    assert!(
        at("Bukan indeks dari semua unsur: hanya 5 dari 9") < at("75,00"),
        "{}",
        done.stdout
    );
    let record = json(&["score", "d.csv", "-f", "skm"], &files);
    assert_eq!(record["warnings"][0]["code"], "elements_unanswered");
    let missing = record["survey"][0]["unanswered"].as_array().map(Vec::len);
    assert_eq!(missing, Some(4));
    let csv = run(&["score", "d.csv", "-f", "skm", "--format", "csv"], &files);
    assert!(csv.stdout.contains("u6; u7; u8; u9"), "{}", csv.stdout);
    let csv = run(
        &[
            "score", "d.csv", "-f", "skm", "--format", "csv", "--by", "Wilayah",
        ],
        &files,
    );
    assert!(csv.stdout.contains("u6; u7; u8; u9"), "{}", csv.stdout);
}

#[test]
fn mistakes_in_surveys() {
    for name in fixtures("survey") {
        let text = told(
            &["check", &name, "-f", "skm"],
            &root().join("tests/errors/survey"),
        );
        let only_warns = [
            "five_elements",
            "foot",
            "left_out",
            "question_in_other_words",
        ];
        let only_warns = only_warns.contains(&stem(&name)) || name.starts_with("numbers_");
        let wanted = format!("exit status {}", if only_warns { 0 } else { 1 });
        assert!(text.starts_with(&wanted), "{name}:\n{text}");
        snapshot("survey", stem(&name), &text);
    }
    let lines: [(&str, u8, &[&str]); 4] = [
        (
            "option_by_personal",
            2,
            &["score", "left_out.csv", "-f", "skm", "--by", "Nama Lengkap"],
        ),
        (
            "option_by_no_survey",
            2,
            &["score", "../../../examples/spbe-denpasar", "--by", "OPD"],
        ),
        (
            "option_by_unknown",
            1,
            &["score", "left_out.csv", "-f", "skm", "--by", "Layanann"],
        ),
        (
            "option_by_twice",
            2,
            &[
                "score",
                "left_out.csv",
                "-f",
                "skm",
                "--by",
                "a",
                "--by",
                "b",
            ],
        ),
    ];
    for (name, status, words) in lines {
        let text = told(words, &root().join("tests/errors/survey"));
        assert!(
            text.starts_with(&format!("exit status {status}")),
            "{name}:\n{text}"
        );
        snapshot("survey", name, &text);
    }
}
