//! Trends: hand-worked waves, and the published SPBE index of South Sumatra in 2023 and 2024.

use serde_json::{Value, json};

use crate::run::{Done, folder, siap_with};

/// Three indicators of equal weight in two groups, levels 0 to 4.
const FRAMEWORK: &str = r#"
id = "own"
version = "1"
title = "Own"

[aggregation]
min_coverage = 0.5

[[group]]
id = "hard"
title = "Hard"
weight = 2

[[group]]
id = "soft"
title = "Soft"

[[indicator]]
id = "network"
title = "Network"
group = "hard"

[[indicator]]
id = "devices"
title = "Devices"
group = "hard"

[[indicator]]
id = "staff"
title = "Staff"
group = "soft"
"#;

/// Levels of network, devices and staff; `None`: no statement.
type Levels = [Option<f64>; 3];

fn rows(cells: &[(&str, &str, Levels)]) -> String {
    let mut out = String::from("region,wave,indicator,level\n");
    for (region, wave, levels) in cells {
        for (indicator, level) in ["network", "devices", "staff"].iter().zip(levels) {
            if let Some(level) = level {
                out.push_str(&format!("{region},{wave},{indicator},{level}\n"));
            }
        }
    }
    out
}

fn all(level: f64) -> Levels {
    [Some(level); 3]
}

fn run(rows: &str, words: &[&str]) -> Done {
    let (_keep, path) = folder(&[("own.toml", FRAMEWORK), ("data.csv", rows)]);
    let given = ["trend", "data.csv", "-f", "own.toml"];
    siap_with(&[&given, words].concat(), "", &path)
}

fn record(rows: &str, words: &[&str]) -> Value {
    let done = run(rows, &[words, &["--format", "json"]].concat());
    assert_eq!(done.code, 0, "{}", done.stderr);
    serde_json::from_str(&done.stdout).expect("JSON")
}

fn region<'a>(record: &'a Value, name: &str) -> &'a Value {
    let regions = record["regions"].as_array().expect("regions");
    let found = regions.iter().find(|it| it["region"] == name);
    found.unwrap_or_else(|| panic!("no {name} in {record}"))
}

fn near(found: &Value, wanted: f64) {
    let found = found.as_f64().expect("a number");
    assert!((found - wanted).abs() < 1e-9, "{found} is not {wanted}");
}

const OKI: &str = "Kabupaten Ogan Komering Ilir";
const LAHAT: &str = "Kabupaten Lahat";
const PALEMBANG: &str = "Kota Palembang";

#[test]
fn changes_ranks_and_groups_are_those_worked_out_by_hand() {
    // Index = (2 · mean(network, devices) + staff) / 3, on 0–4; score = 25 times that.
    let data = rows(&[
        ("OKI", "2023", all(1.0)),                                     // 1 → 25
        ("OKI", "2024", [Some(3.0), Some(3.0), Some(0.0)]),            // 2 → 50
        ("Lahat", "2023", all(2.0)),                                   // 50
        ("Lahat", "2024", all(2.0)),                                   // 50
        ("Kota Palembang", "2023", all(3.0)),                          // 75
        ("Kota Palembang", "2024", [Some(1.0), Some(1.0), Some(1.0)]), // 25
    ]);
    let found = record(&data, &[]);
    assert_eq!(found["waves"], json!(["2023", "2024"]));
    assert_eq!(found["rose"], json!([OKI]));
    assert_eq!(found["fell"], json!([PALEMBANG]));
    assert_eq!(found["unchanged"], json!([LAHAT]));
    let oki = region(&found, OKI);
    near(&oki["points"][0]["score"], 25.0);
    near(&oki["points"][1]["score"], 50.0);
    near(&oki["points"][1]["value"], 2.0);
    near(&oki["change"], 25.0);
    near(&oki["change_value"], 1.0);
    near(&oki["groups"]["hard"], 50.0);
    near(&oki["groups"]["soft"], -25.0);
    // 2023: Palembang, Lahat, OKI; 2024: Lahat and OKI share the first rank.
    assert_eq!(oki["points"][0]["rank"], 3);
    assert_eq!(oki["points"][1]["rank"], 1);
    assert_eq!(oki["rank_change"], 2);
    assert_eq!(region(&found, PALEMBANG)["rank_change"], -2);
    assert_eq!(region(&found, LAHAT)["rank_change"], 1);
    assert_eq!(oki["certain"], true);
    near(&found["median_change"], 0.0);
}

#[test]
fn rank_change_counts_only_regions_ranked_in_both_waves() {
    // Three newcomers above Lahat in 2024 do not make it fall.
    let data = rows(&[
        ("OKI", "2023", all(3.0)),
        ("Lahat", "2023", all(2.0)),
        ("OKI", "2024", all(1.0)),
        ("Lahat", "2024", all(2.0)),
        ("Kota Palembang", "2024", all(4.0)),
        ("Kota Pagar Alam", "2024", all(4.0)),
        ("Muara Enim", "2024", all(3.0)),
    ]);
    let found = record(&data, &[]);
    let lahat = region(&found, LAHAT);
    assert_eq!(lahat["points"][0]["rank"], 2);
    assert_eq!(lahat["points"][1]["rank"], 4);
    assert_eq!(lahat["rank_from"], 2);
    assert_eq!(lahat["rank_to"], 1);
    assert_eq!(lahat["rank_change"], 1);
    assert_eq!(lahat["ranked_in_both"], 2);
    let apart = found["unjoined"].as_array().expect("a list");
    assert_eq!(apart.len(), 3);
    assert!(
        apart.iter().all(|it| it["reason"] == "one-wave"),
        "{apart:?}"
    );
}

#[test]
fn a_missing_wave_stays_a_gap_and_is_never_filled_in() {
    let data = rows(&[
        ("OKI", "2019", all(1.0)),
        ("OKI", "2024", all(3.0)),
        ("Lahat", "2019", all(1.0)),
        ("Lahat", "2021", all(2.0)),
        ("Lahat", "2024", all(1.0)),
        ("Kota Palembang", "2019", all(1.0)),
        ("Kota Palembang", "2021", all(2.0)),
    ]);
    let found = record(&data, &[]);
    assert_eq!(found["waves"], json!(["2019", "2021", "2024"]));
    let oki = region(&found, OKI);
    assert!(oki["points"][1]["score"].is_null());
    assert_eq!(oki["points"][1]["reason"], "no-statement");
    let steps = oki["steps"].as_array().expect("steps");
    assert_eq!(steps.len(), 1);
    assert_eq!(
        (&steps[0]["from"], &steps[0]["to"]),
        (&json!("2019"), &json!("2024"))
    );
    assert_eq!(
        region(&found, LAHAT)["steps"].as_array().map(Vec::len),
        Some(2)
    );
    // Palembang has no score in the last wave: its change is over a shorter time.
    assert_eq!(found["rose"], json!([OKI]));
    assert_eq!(region(&found, PALEMBANG)["to"], "2021");
    let shown = run(&data, &["--lang", "en"]).stdout;
    assert!(shown.contains("Not counted above"), "{shown}");
    assert!(shown.contains("(2019)"), "{shown}");
}

#[test]
fn what_is_missing_makes_a_change_uncertain_and_a_point_unranked() {
    let data = rows(&[
        // Two thirds of the weight: 50, between 33.3 and 66.7.
        ("OKI", "2023", [Some(2.0), Some(2.0), None]),
        ("OKI", "2024", [Some(2.4), Some(2.4), Some(2.4)]),
        ("Lahat", "2023", [Some(1.0), Some(1.0), None]),
        ("Lahat", "2024", all(4.0)),
        ("Kota Palembang", "2023", all(2.0)),
        ("Kota Palembang", "2024", all(2.1)),
    ]);
    let found = record(&data, &[]);
    let oki = region(&found, OKI);
    assert_eq!(oki["certain"], false);
    assert!(oki["points"][0]["rank"].is_null());
    assert!(oki["rank_change"].is_null());
    assert_eq!(oki["groups_uncertain"], json!([]));
    assert!(oki["groups"]["soft"].is_null());
    // 25, at most 50, is below 100 whatever staff had been.
    assert_eq!(region(&found, LAHAT)["certain"], true);
    assert_eq!(region(&found, PALEMBANG)["certain"], true);
    let shown = run(&data, &["--lang", "id"]).stdout;
    assert!(
        shown.contains("50,00*") && shown.contains("+10,00?"),
        "{shown}"
    );
    assert!(shown.contains("Tidak pasti (?)"), "{shown}");
}

#[test]
fn one_stage_in_all_waves_the_most_verified_that_most_have() {
    let mut data = String::from("region,wave,stage,indicator,level\n");
    for (region, wave, stage, level) in [
        ("OKI", "2023", "self", 4.0),
        ("OKI", "2023", "final", 2.0),
        ("OKI", "2024", "self", 4.0),
        ("OKI", "2024", "final", 3.0),
        ("Lahat", "2023", "final", 1.0),
        ("Lahat", "2024", "final", 1.0),
        ("Kota Palembang", "2023", "self", 3.0),
        ("Kota Palembang", "2024", "self", 4.0),
    ] {
        for indicator in ["network", "devices", "staff"] {
            data.push_str(&format!("{region},{wave},{stage},{indicator},{level}\n"));
        }
    }
    let found = record(&data, &[]);
    assert_eq!(found["stage"], "final");
    near(&region(&found, OKI)["change"], 25.0);
    assert_eq!(
        found["unjoined"],
        json!([{"region": PALEMBANG, "reason": "other-stage"}])
    );
    let shown = run(&data, &["--lang", "en"]).stdout;
    assert!(
        shown.contains("at one stage: final. Left out: self-assessed."),
        "{shown}"
    );
}

#[test]
fn waves_are_chosen_by_range_or_twice_and_stand_in_the_order_of_their_numbers() {
    let data = rows(&[
        ("OKI", "9", all(1.0)),
        ("Lahat", "9", all(1.0)),
        ("OKI", "10", all(2.0)),
        ("Lahat", "10", all(2.0)),
        ("OKI", "11", all(3.0)),
        ("Lahat", "11", all(1.0)),
        ("OKI", "12", all(4.0)),
        ("OKI", "later", all(4.0)),
    ]);
    let waves = |words: &[&str]| record(&data, words)["waves"].clone();
    // Only one region has 12 and later: by default the trend ends before them.
    assert_eq!(waves(&[]), json!(["9", "10", "11"]));
    let shown = run(&data, &["--lang", "en"]).stdout;
    assert!(shown.contains("a score there: 12, later."), "{shown}");
    assert_eq!(waves(&["--wave", "10..12"]), json!(["10", "11", "12"]));
    assert_eq!(
        waves(&["--wave", "12", "--wave", "10"]),
        json!(["10", "11", "12"])
    );
    assert_eq!(waves(&["--wave", "10.."]), json!(["10", "11"]));
    assert_eq!(waves(&["--wave", "..10"]), json!(["9", "10"]));
    assert_eq!(
        waves(&["--wave", "11..later"]),
        json!(["11", "12", "later"])
    );
    // One region alone has no two regions in any wave: all its waves.
    assert_eq!(
        waves(&["--region", "OKI"]),
        json!(["9", "10", "11", "12", "later"])
    );
    for words in [
        &["--wave", "10"][..],
        &["--wave", "10..10"],
        &["--wave", "10..13"],
    ] {
        assert_eq!(run(&data, words).code, 1, "{words:?}");
    }
}

#[test]
fn another_framework_is_left_out_with_a_warning_where_one_is_chosen() {
    let other = FRAMEWORK.replace("id = \"own\"", "id = \"other\"");
    let data = "region,framework,indicator,wave,level\n\
                OKI,own,network,2023,1\nOKI,own,devices,2023,1\nOKI,own,staff,2023,1\n\
                OKI,own,network,2024,1\nOKI,own,devices,2024,2\nOKI,own,staff,2024,1\n\
                OKI,other,network,2025,4\nOKI,other,devices,2025,4\nOKI,other,staff,2025,4\n";
    let study = "framework = [\"own.toml\", \"other.toml\"]\ndata = [\"data.csv\"]\n";
    let files = [
        ("own.toml", FRAMEWORK),
        ("other.toml", &other),
        ("data.csv", data),
        ("study.toml", study),
    ];
    let (_keep, path) = folder(&files);
    let refused = siap_with(&["trend", "."], "", &path);
    assert_eq!(refused.code, 1);
    assert!(refused.stdout.is_empty());
    for word in [
        "`own` version 1: 2023, 2024",
        "`other` version 1: 2025",
        "--as",
        "data.csv:8",
    ] {
        assert!(refused.stderr.contains(word), "{word}:\n{}", refused.stderr);
    }
    let figure = ["chart", "trend", ".", "-o", "trend.svg"];
    assert_eq!(siap_with(&figure, "", &path).code, 1);
    assert!(!path.join("trend.svg").exists());
    let chosen = siap_with(&["trend", ".", "-f", "own", "--format", "json"], "", &path);
    assert_eq!(chosen.code, 0, "{}", chosen.stderr);
    let found: Value = serde_json::from_str(&chosen.stdout).expect("JSON");
    assert_eq!(found["waves"], json!(["2023", "2024"]));
    assert_eq!(found["warnings"][0]["code"], "rows_of_other_frameworks");
}

/// The SPBE index of the evaluations of 2023 and 2024, by Kemendagri code, as collected in the
/// project's `spbe_sumsel_2023_2024.csv`. Banyuasin 2023 is 1.05 because its service domain was 0.30.
const SPBE: [(&str, f64, f64); 18] = [
    ("16", 2.62, 3.0),
    ("16.01", 2.67, 2.62),
    ("16.02", 3.04, 3.55),
    ("16.03", 3.0, 3.29),
    ("16.04", 2.23, 2.33),
    ("16.05", 2.64, 3.09),
    ("16.06", 2.85, 3.62),
    ("16.07", 1.05, 2.71),
    ("16.08", 2.96, 2.61),
    ("16.09", 2.31, 2.4),
    ("16.10", 2.91, 2.94),
    ("16.11", 1.97, 2.34),
    ("16.12", 2.45, 2.66),
    ("16.13", 2.35, 2.38),
    ("16.71", 2.66, 3.51),
    ("16.72", 2.14, 2.54),
    ("16.73", 2.86, 2.64),
    ("16.74", 3.35, 3.37),
];

const SPBE_FRAMEWORK: &str = r#"
id = "spbe-reported"
version = "1"
title = "SPBE"

[scale]
min = 1
max = 5

[reporting]
unit = "native"

[[indicator]]
id = "any"
title = "Any"
"#;

fn spbe() -> (tempfile::TempDir, std::path::PathBuf) {
    let mut data = String::from("region,indicator,wave,stage,value\n");
    for (code, before, after) in SPBE {
        data.push_str(&format!("{code},index,2023,final,{before}\n"));
        data.push_str(&format!("{code},index,2024,final,{after}\n"));
    }
    folder(&[("spbe.toml", SPBE_FRAMEWORK), ("spbe.csv", &data)])
}

#[test]
fn spbe_in_south_sumatra_rose_in_fourteen_of_seventeen_governments() {
    let (_keep, path) = spbe();
    let words = ["trend", "spbe.csv", "-f", "spbe.toml", "--format", "json"];
    let done = siap_with(&words, "", &path);
    assert_eq!(done.code, 0, "{}", done.stderr);
    let found: Value = serde_json::from_str(&done.stdout).expect("JSON");
    let count = |key: &str| found[key].as_array().map(Vec::len);
    assert_eq!(
        (count("rose"), count("fell"), count("unchanged")),
        (Some(14), Some(3), Some(0))
    );
    assert_eq!(found["rose"][0], "Kabupaten Banyuasin");
    assert_eq!(
        found["fell"],
        json!([
            "Kabupaten Ogan Komering Ulu Timur",
            "Kota Lubuk Linggau",
            "Kabupaten Ogan Komering Ulu"
        ])
    );
    let banyuasin = region(&found, "Kabupaten Banyuasin");
    near(&banyuasin["change_value"], 1.66);
    near(&banyuasin["change"], 41.5);
    assert_eq!(banyuasin["points"][0]["rank"], 17);
    assert_eq!(banyuasin["points"][1]["rank"], 8);
    assert_eq!(banyuasin["rank_change"], 9);
    near(&region(&found, "Kota Palembang")["change_value"], 0.85);
    near(&found["median_change"], 5.25);
    assert_eq!(
        found["unjoined"],
        json!([{"region": "Provinsi Sumatera Selatan", "reason": "other-kind"}])
    );
    let all = siap_with(&[&words[..], &["--kind", "provinsi"]].concat(), "", &path);
    let all: Value = serde_json::from_str(&all.stdout).expect("JSON");
    near(
        &region(&all, "Provinsi Sumatera Selatan")["change_value"],
        0.38,
    );
}

#[test]
fn the_table_of_the_spbe_trend_reads_so() {
    let (_keep, path) = spbe();
    let words = ["trend", "spbe.csv", "-f", "spbe.toml", "--lang", "id"];
    let done = siap_with(&words, "", &path);
    insta::assert_snapshot!("trend_spbe", done.stdout);
}

#[test]
fn every_output_is_the_same_bytes_on_every_run() {
    let (_keep, path) = spbe();
    for format in ["table", "md", "csv", "json"] {
        let words = ["trend", "spbe.csv", "-f", "spbe.toml", "--format", format];
        let (one, two) = (siap_with(&words, "", &path), siap_with(&words, "", &path));
        assert_eq!(one.code, 0, "{}", one.stderr);
        assert_eq!(one.stdout, two.stdout);
        if format == "csv" {
            let mut reader = csv::Reader::from_reader(one.stdout.as_bytes());
            assert_eq!(reader.records().filter(Result::is_ok).count(), 2 * 17 + 1);
        }
    }
    let figure = |name: &str| {
        let words = [
            "chart",
            "trend",
            "spbe.csv",
            "-f",
            "spbe.toml",
            "--lang",
            "id",
            "-o",
            name,
        ];
        assert_eq!(siap_with(&words, "", &path).code, 0);
        std::fs::read(path.join(name)).expect("a figure")
    };
    assert_eq!(figure("one.png"), figure("two.png"));
    let svg = String::from_utf8(figure("one.svg")).expect("UTF-8");
    for word in [
        "Kab. Banyuasin 1,05",
        "2,71 (+1,66) Kab. Banyuasin",
        "2,61 (−0,35) Kab. Ogan Komering Ulu Timur",
        "naik terbanyak",
    ] {
        assert!(svg.contains(word), "{word}");
    }
    let words = [
        "trend",
        "spbe.csv",
        "-f",
        "spbe.toml",
        "--figures",
        "figures",
    ];
    let done = siap_with(&words, "", &path);
    assert_eq!(done.code, 0, "{}", done.stderr);
    for name in ["trend.svg", "trend.png"] {
        assert!(path.join("figures").join(name).exists(), "{name}");
    }
}
