//! Plain tables of codings and of answers as people keep them: each layout gives the figures of its
//! source, and none is taken for another.

use serde_json::Value;

use crate::run::{folder, root, siap_with};

fn json(words: &[&str], stdin: &str) -> Value {
    let all = [words, &["--format", "json"]].concat();
    let done = siap_with(&all, stdin, root());
    assert_eq!(done.code, 0, "{words:?}: {}", done.stderr);
    serde_json::from_str(&done.stdout).expect("JSON")
}

fn agree(table: &str, more: &[&str]) -> Value {
    let words = [&["agree", "--matrix", "-", "--resamples", "0"], more].concat();
    json(&words, table)
}

/// What the program says of a table that it does not take: the exit status and the message.
fn refused(command: &str, table: &str, more: &[&str]) -> (i32, String) {
    let words = [&[command, "--matrix", "-", "--lang", "en"], more].concat();
    let done = siap_with(&words, table, root());
    (done.code, done.stderr)
}

fn value(record: &Value, name: &str, metric: Option<&str>) -> Option<f64> {
    let all = record["coefficients"].as_array().expect("coefficients");
    let found = all
        .iter()
        .find(|it| it["name"] == name && it["metric"].as_str() == metric);
    found.expect("the coefficient")["value"].as_f64()
}

fn near(found: Option<f64>, wanted: f64) {
    let found = found.expect("a value");
    assert!((found - wanted).abs() < 5.1e-4, "{found} is not {wanted}");
}

/// Fleiss (1971): thirty patients, six psychiatrists, five diagnoses.
const FLEISS: &str = "pasien;depresi;kepribadian;skizofrenia;neurosis;lain\n\
1;0;0;0;6;0\n2;0;3;0;0;3\n3;0;1;4;0;1\n4;0;0;0;0;6\n5;0;3;0;3;0\n6;2;0;4;0;0\n7;0;0;4;0;2\n\
8;2;0;3;1;0\n9;2;0;0;4;0\n10;0;0;0;0;6\n11;1;0;0;5;0\n12;1;1;0;4;0\n13;0;3;3;0;0\n14;1;0;0;5;0\n\
15;0;2;0;3;1\n16;0;0;5;0;1\n17;3;0;0;1;2\n18;5;1;0;0;0\n19;0;2;0;4;0\n20;1;0;2;0;3\n21;0;0;0;0;6\n\
22;0;1;0;5;0\n23;0;2;0;1;3\n24;2;0;0;4;0\n25;1;0;0;4;1\n26;0;5;0;1;0\n27;4;0;0;0;2\n28;0;2;0;4;0\n\
29;1;0;5;0;0\n30;0;0;0;0;6\n";

#[test]
fn counts_of_units_by_categories_give_fleiss_kappa() {
    let plain = agree(FLEISS, &[]);
    assert_eq!(plain["read_as"]["shape"], "counts");
    near(value(&plain, "fleiss_kappa", Some("unweighted")), 0.430);
    assert_eq!(plain["by_pair"].as_array().map(Vec::len), Some(0));
    for name in ["conger_kappa", "icc2"] {
        let all = plain["coefficients"].as_array().expect("a list");
        let found = all.iter().find(|it| it["name"] == name).expect("it");
        assert!(found["value"].is_null(), "{name}");
    }
    // A sum at the side and at the foot, a mark in front, another delimiter.
    let lines = FLEISS.lines().enumerate().map(|(at, line)| match at {
        0 => format!("{line};Total"),
        _ => format!("{line};6"),
    });
    let summed: Vec<String> = lines
        .chain(["Total;26;26;30;55;43;180".to_owned()])
        .collect();
    let summed = format!("\u{feff}{}\n", summed.join("\r\n"));
    let summed = agree(&summed.replace(';', "\t"), &[]);
    assert_eq!(plain["coefficients"], summed["coefficients"]);
    assert_eq!(summed["read_as"]["left_out"][0], "Total");
}

#[test]
fn few_counts_of_numbered_categories_are_told() {
    let table = "unit,0,1,2\na,3,0,0\nb,0,3,0\nc,0,1,2\nd,3,0,0\n";
    let record = agree(table, &[]);
    assert_eq!(record["read_as"]["shape"], "counts");
    let same = agree(table, &["--shape", "counts"]);
    assert_eq!(record["coefficients"], same["coefficients"]);
    // Without a column of units.
    let bare = agree("0,1,2\n3,0,0\n0,3,0\n0,1,2\n3,0,0\n", &[]);
    assert_eq!(record["coefficients"], bare["coefficients"]);
}

#[test]
fn a_square_of_two_coders_is_the_table_of_units() {
    let square = ";ya;tidak\nya;20;5\ntidak;10;15\n";
    let record = agree(square, &[]);
    assert_eq!(record["read_as"]["shape"], "square");
    near(value(&record, "cohen_kappa", Some("unweighted")), 0.400);
    let mut units = String::from("unit,A,B\n");
    let cells = [
        ("ya", "ya", 20),
        ("ya", "tidak", 5),
        ("tidak", "ya", 10),
        ("tidak", "tidak", 15),
    ];
    let rows = cells
        .iter()
        .flat_map(|(one, other, many)| std::iter::repeat_n((one, other), *many));
    for (at, (one, other)) in rows.enumerate() {
        units.push_str(&format!("u{at},{one},{other}\n"));
    }
    let same = agree(&units, &[]);
    assert_eq!(same["read_as"]["shape"], "units");
    for name in ["cohen_kappa", "scott_pi", "gwet_ac", "fleiss_kappa"] {
        near(
            value(&record, name, Some("unweighted")),
            value(&same, name, Some("unweighted")).expect("a value"),
        );
    }
    let summed = agree(
        "Ani/Budi;ya;tidak;Jumlah\nya;20;5;25\ntidak;10;15;25\nJumlah;30;20;50\n",
        &[],
    );
    assert_eq!(summed["coders"], serde_json::json!(["Ani", "Budi"]));
    assert_eq!(record["coefficients"], summed["coefficients"]);
}

/// Krippendorff (2011), units by coders.
const UNITS: &str = "unit,Ani,Budi,Citra,Dewi\n1,1,1,,1\n2,2,2,3,2\n3,3,3,3,3\n4,3,3,3,3\n5,2,2,2,2\n\
6,1,2,3,4\n7,4,4,4,4\n8,1,1,2,1\n9,2,2,2,2\n10,,5,5,5\n11,,,1,1\n12,,,3,\n";

fn columns() -> Vec<Vec<&'static str>> {
    UNITS.lines().map(|it| it.split(',').collect()).collect()
}

#[test]
fn one_table_in_all_its_disguises_gives_one_alpha() {
    let wanted = agree(UNITS, &[]);
    near(value(&wanted, "krippendorff_alpha", Some("nominal")), 0.743);
    let rows = columns();
    let mut across = String::from("pengode");
    for row in &rows[1..] {
        across.push_str(&format!(";k{}", row[0]));
    }
    for (at, coder) in rows[0].iter().enumerate().skip(1) {
        across.push_str(&format!("\n{coder}"));
        for row in &rows[1..] {
            across.push_str(&format!(";{}", row[at]));
        }
    }
    let mut long = String::from("no;kalimat;Pengode;Nilai\n");
    let mut number = 0;
    for row in &rows[1..] {
        for (at, coder) in rows[0].iter().enumerate().skip(1) {
            number += 1;
            long.push_str(&format!("{number};k{};{coder};{}\n", row[0], row[at]));
        }
    }
    let wide = |header: &str, before: &dyn Fn(usize, &str) -> String| {
        let lines = rows[1..].iter().enumerate();
        let lines = lines.map(|(at, row)| format!("{};{}", before(at, row[0]), row[1..].join(";")));
        format!(
            "{header};{}\n{}\n",
            rows[0][1..].join(";"),
            lines.collect::<Vec<_>>().join("\n")
        )
    };
    let numbered = wide("no;kode;kutipan", &|at, unit| {
        format!("{};k{unit};kata {at}", at + 1)
    });
    let behind = wide("kalimat;no", &|at, unit| format!("k{unit};{}", at + 1));
    let dated = wide("kalimat;tanggal;wilayah", &|at, unit| {
        format!("k{unit};2026-01-0{};OKI {at}", at % 9 + 1)
    });
    let footed = format!("{UNITS}Rata-rata,2,2.5,2.6,2.5\n")
        .replace(',', ";")
        .replace(".", ",");
    for (name, table) in [
        ("coders in rows", &across),
        ("long", &long),
        ("numbered", &numbered),
        ("number behind the unit", &behind),
        ("dated", &dated),
        ("footed", &footed),
    ] {
        let found = agree(table, &[]);
        assert_eq!(found["coders"], wanted["coders"], "{name}");
        assert_eq!(found["coefficients"], wanted["coefficients"], "{name}");
    }
    let asked = agree(
        &dated,
        &["--coders", "Ani,Budi,Citra,Dewi", "--unit", "kalimat"],
    );
    assert_eq!(asked["coefficients"], wanted["coefficients"]);
}

#[test]
fn the_first_coder_is_not_swallowed() {
    let table = "Ani,Budi\n1,1\n2,2\n2,3\n4,4\n1,1\n";
    let record = agree(table, &[]);
    assert_eq!(record["coders"], serde_json::json!(["Ani", "Budi"]));
    assert_eq!(record["warnings"][0]["code"], "matrix_no_unit");
    let record = agree("pengode1;pengode2;pengode3\n1;1;1\n2;3;2\n3;3;3\n", &[]);
    assert_eq!(record["coders"].as_array().map(Vec::len), Some(3));
    // 1, 2, 3 may number the units.
    let open = "Ani,Budi,Citra\n1,2,1\n2,2,2\n3,1,3\n";
    let (code, told) = refused("agree", open, &[]);
    assert_eq!(code, 1);
    assert!(
        told.contains("--unit Ani") && told.contains("--coders Ani,Budi,Citra"),
        "{told}"
    );
    let counted = |more: &[&str]| agree(open, more)["coders"].as_array().map(Vec::len);
    assert_eq!(counted(&["--unit", "Ani"]), Some(2));
    assert_eq!(counted(&["--coders", "Ani,Budi,Citra"]), Some(3));
}

#[test]
fn where_two_layouts_fit_each_has_its_flag() {
    // Eight coders of three units, or three coders of eight.
    let table = "x,a,b,c,d,e,f,g,h\np,1,2,3,1,2,3,1,1\nq,1,2,3,1,2,3,1,2\nr,1,2,2,1,2,3,1,1\n";
    let (code, told) = refused("agree", table, &[]);
    assert_eq!(code, 1);
    assert!(
        told.contains("--shape units") && told.contains("--shape coders-in-rows"),
        "{told}"
    );
    for corner in ["", "nama"] {
        let table = format!("{corner};k1;k2;k3;k4\nAni;1;2;3;4\nBudi;1;2;3;3\n");
        let (code, told) = refused("agree", &table, &[]);
        assert!(
            code == 1 && told.contains("--shape coders-in-rows"),
            "{told}"
        );
    }
    let coders = |shape: &str| {
        agree(table, &["--shape", shape])["coders"]
            .as_array()
            .map(Vec::len)
    };
    assert_eq!(
        (coders("units"), coders("coders-in-rows")),
        (Some(8), Some(3))
    );
}

#[test]
fn words_of_a_scale_have_an_order() {
    let words = "kalimat;Ani;Budi\na;SS;S\nb;KS;KS\nc;TS;TS\nd;STS;TS\ne;S;S\n";
    let numbers = "kalimat;Ani;Budi\na;5;4\nb;3;3\nc;2;2\nd;1;2\ne;4;4\n";
    let [words, numbers] = [words, numbers].map(|it| agree(it, &["--metric", "ordinal"]));
    assert_eq!(words["coefficients"], numbers["coefficients"]);
    let plain = agree("u;A;B\na;SS;S\nb;N;N\nc;TS;TS\nd;STS;TS\n", &[]);
    assert_eq!(plain["headline"]["metric"], "ordinal");
    assert_eq!(plain["warnings"][0]["code"], "levels_assumed");
    let own = "u;A;B\na;gelap;redup\nb;redup;redup\nc;terang;terang\n";
    assert_eq!(agree(own, &[])["headline"]["metric"], "nominal");
    let named = agree(own, &["--levels", "gelap,redup,terang"]);
    assert_eq!(named["headline"]["metric"], "ordinal");
    let (code, told) = refused("agree", own, &["--metric", "ordinal"]);
    assert!(code == 2 && told.contains("--levels"), "{told}");
}

#[test]
fn many_whole_numbers_are_no_measures_unsaid() {
    let rows: String = (0..14)
        .map(|it| format!("u{it},{},{}\n", it + 1, it % 13 + 1))
        .collect();
    let table = format!("unit,A,B\n{rows}");
    let record = agree(&table, &[]);
    assert_eq!(record["headline"]["metric"], "interval");
    assert_eq!(record["warnings"][0]["code"], "matrix_many_numbers");
    for metric in ["nominal", "ordinal", "interval", "ratio"] {
        let record = agree(&table, &["--metric", metric]);
        assert_eq!(record["headline"]["metric"], metric);
        assert_eq!(record["warnings"], serde_json::json!([]));
    }
}

const FORM: &str = "Timestamp,Nama,Jenis Kelamin,Umur,Alamat Email,q1,q2,q3\n\
2026/01/02 10:11,Ani,P,34,a@x.id,5,4,4\n2026/01/02 10:12,Budi,L,25,b@x.id,4,4,5\n\
2026/01/02 10:13,Citra,P,34,c@x.id,3,2,3\n2026/01/02 10:14,Dedi,L,25,d@x.id,1,2,1\n";

#[test]
fn columns_of_a_form_are_no_items() {
    let plain = "no,q1,q2,q3\n1,5,4,4\n2,4,4,5\n3,3,2,3\n4,1,2,1\n";
    let words = ["reliability", "--matrix", "-", "--scale", "1..5"];
    let wanted = json(&words, plain);
    let found = json(&words, FORM);
    assert_eq!(found["items"], wanted["items"]);
    assert_eq!(found["scales"], wanted["scales"]);
    assert_eq!(found["warnings"][0]["code"], "responses_left_out");
    let left = "Timestamp,Nama,Jenis Kelamin,Umur,Alamat Email";
    let asked = json(&[&words[..], &["--leave-out", left]].concat(), FORM);
    assert_eq!(asked["scales"], wanted["scales"]);
    assert_eq!(asked["warnings"], serde_json::json!([]));
}

#[test]
fn respondents_are_split_in_each_way_by_itself() {
    let words = [
        "reliability",
        "--matrix",
        "-",
        "--by",
        "jenis kelamin",
        "--by",
        "Umur",
    ];
    let record = json(&words, FORM);
    let splits = record["splits"].as_array().expect("splits");
    let of: Vec<(&str, &str)> = splits
        .iter()
        .map(|it| {
            (
                it["by"].as_str().unwrap_or(""),
                it["value"].as_str().unwrap_or(""),
            )
        })
        .collect();
    let wanted = [
        ("jenis kelamin", "L"),
        ("jenis kelamin", "P"),
        ("Umur", "25"),
        ("Umur", "34"),
    ];
    assert_eq!(of, wanted);
}

#[test]
fn the_first_item_is_not_swallowed() {
    let record = json(
        &["reliability", "--matrix", "-"],
        "q1,q2,q3\n4,5,4\n3,3,2\n5,5,4\n1,2,1\n",
    );
    assert_eq!(record["items"].as_array().map(Vec::len), Some(3));
    assert_eq!(record["warnings"][0]["code"], "responses_first_is_item");
    let out = ["reliability", "--matrix", "-", "--leave-out", "q1"];
    let record = json(&out, "q1,q2,q3\n4,5,4\n3,3,2\n5,5,4\n1,2,1\n");
    assert_eq!(record["items"].as_array().map(Vec::len), Some(2));
}

#[test]
fn answers_in_words_are_those_in_numbers() {
    let numbers = "no;a;b;c\n1;5;4;3\n2;4;4;4\n3;2;1;2\n4;3;4;2\n";
    let words = "no;a;b;c\n1;Sangat setuju;S;KS\n2;S;setuju;S\n3;TS;STS;Tidak setuju\n4;KS;S;TS\n";
    let wanted = json(
        &["reliability", "--matrix", "-", "--scale", "1..5"],
        numbers,
    );
    let found = json(&["reliability", "--matrix", "-"], words);
    assert_eq!(found["items"], wanted["items"]);
    assert_eq!(found["scales"], wanted["scales"]);
    let four = json(
        &["reliability", "--matrix", "-"],
        "no;a;b\n1;SS;S\n2;TS;STS\n3;S;SS\n",
    );
    assert_eq!(four["items"][0]["max"], 4.0, "{}", four["items"][0]);
    let (code, told) = refused("reliability", "no;a;b\n1;SS;S\n2;S;S\n3;S;SS\n", &[]);
    assert!(code == 1 && told.contains("--levels"), "{told}");
}

#[test]
fn options_without_effect_are_wrong_usage() {
    let study = "examples/sumsel-smart-province";
    let table = "tests/reference/agreement/data/cohen1968.csv";
    let answers = "tests/reference/agreement/data/skm_permenpanrb14_29resp.csv";
    let lines: &[&[&str]] = &[
        &["agree", "--matrix", table, "--wave", "2020"],
        &["agree", "--matrix", table, "--region", "OKI"],
        &["agree", "--matrix", table, "--tag", "x"],
        &["agree", "--matrix", table, "--province", "Jambi"],
        &["agree", "--matrix", table, "--kind", "kota"],
        &["agree", "--matrix", table, "--stage", "final"],
        &["agree", "--matrix", table, "--basis", "native"],
        &[
            "agree",
            "--matrix",
            table,
            "--resamples",
            "0",
            "--interval",
            "bca",
        ],
        &[
            "agree",
            "--matrix",
            table,
            "--resamples",
            "0",
            "--interval",
            "jackknife",
        ],
        &[
            "agree",
            "--matrix",
            table,
            "--interval",
            "jackknife",
            "--seed",
            "2",
        ],
        &[
            "agree", "--matrix", table, "--levels", "a,b", "--scale", "0..1",
        ],
        &["agree", "--matrix", table, "--levels", "a"],
        &[
            "agree", "--matrix", table, "--shape", "counts", "--coders", "r1",
        ],
        &[
            "agree",
            "--matrix",
            table,
            "--shape",
            "coders-in-rows",
            "--unit",
            "unit",
        ],
        &["agree", "--matrix", table, "--shape", "rows"],
        &["agree", study, "--resamples", "0", "--cluster", "region"],
        &["agree", study, "--cluster", "region", "--resamples", "500"],
        &["agree", study, "--scale", "0..4"],
        &["agree", study, "--shape", "units"],
        &["agree", study, "--unit", "x"],
        &["agree", study, "--coders", "x"],
        &["agree", study, "--leave-out", "x"],
        &["agree", study, "--levels", "a,b"],
        &["reliability", study, "--scale", "1..5"],
        &["reliability", study, "--leave-out", "x"],
        &["reliability", study, "--levels", "a,b"],
        &["reliability", "--matrix", answers, "--wave", "2020"],
        &["reliability", "--matrix", answers, "--basis", "all"],
        &["reliability", "--matrix", answers, "--levels", "a,a"],
        &["template", study, "--wave", "2020"],
        &["template", study, "--region", "OKI"],
        &["template", study, "--tag", "x"],
        &["template", study, "--province", "Jambi"],
        &["template", study, "--kind", "kota"],
        &["template", study, "--stage", "final"],
        &["template", study, "--sample", "5"],
        &["template", study, "--seed", "5"],
        &["template", study, "--basis", "native"],
        &["template", study, "--decimal", "comma"],
    ];
    for words in lines {
        let done = siap_with(words, "", root());
        assert_eq!(done.code, 2, "{words:?}: {}", done.stderr);
        assert_eq!(done.stdout, "");
    }
}

#[test]
fn items_of_a_study_are_turned_round_and_grouped_by_id() {
    let mut rows = String::from("wilayah;informan");
    for item in 1..=9 {
        rows.push_str(&format!(";u{item}"));
    }
    for (at, answers) in [[4, 3, 4], [3, 3, 2], [2, 1, 2], [1, 2, 1]]
        .iter()
        .enumerate()
    {
        rows.push_str(&format!("\nKab. OKI;R{at}"));
        for item in 0..9 {
            rows.push_str(&format!(";{}", answers[item % 3]));
        }
    }
    let (_keep, place) = folder(&[("skm.csv", &rows)]);
    let path = place.join("skm.csv");
    let path = path.to_string_lossy().into_owned();
    let all = ["reliability", path.as_str(), "-f", "skm"];
    let plain = json(&all, "");
    let id = plain["items"][0]["id"].as_str().expect("an id").to_owned();
    let other = plain["items"][1]["id"].as_str().expect("an id").to_owned();
    let turned = json(&[&all[..], &["--reverse", &id]].concat(), "");
    let mean = |record: &Value| record["items"][0]["mean"].as_f64().expect("a mean");
    assert!((mean(&plain) + mean(&turned) - 5.0).abs() < 1e-12);
    let construct = format!("X1={id},{other}");
    let grouped = json(&[&all[..], &["--construct", &construct]].concat(), "");
    let scales = grouped["scales"].as_array().expect("scales");
    assert!(scales.iter().any(|it| it["id"] == "X1"), "{scales:?}");
    let done = siap_with(&[&all[..], &["--reverse", "u99"]].concat(), "", root());
    assert_eq!(done.code, 1);
    assert!(done.stderr.contains("u99"));
}
