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
    // What is shown decides nothing about what is compared.
    assert_eq!(waves(&["--region", "OKI"]), json!(["9", "10", "11"]));
    for words in [
        &["--wave", "10"][..],
        &["--wave", ".."],
        &["--wave", "10..10"],
        &["--wave", "12..10"],
        &["--wave", "10..13"],
    ] {
        // Whether there is such a wave is a matter of the data, all else of usage.
        let status = if words.contains(&"10..13") { 1 } else { 2 };
        assert_eq!(run(&data, words).code, status, "{words:?}");
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
        "no built-in crosswalk joins `other`, `own`",
        "`-f own` follows one of them (2023, 2024)",
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

fn shown(rows: &str, words: &[&str]) -> String {
    let done = run(rows, &[&["--lang", "en"], words].concat());
    flowing(&done)
}

/// What is written, whatever lines it is broken into.
fn flowing(done: &Done) -> String {
    assert_eq!(done.code, 0, "{}", done.stderr);
    let words: Vec<&str> = done.stdout.split_whitespace().collect();
    words.join(" ")
}

#[test]
fn a_rise_is_certain_only_where_the_bounds_of_both_waves_are_apart() {
    let flat = "id = \"tf\"\nversion = \"1\"\ntitle = \"T\"\n\
                [[indicator]]\nid = \"a\"\ntitle = \"A\"\n[[indicator]]\nid = \"b\"\ntitle = \"B\"\n";
    let follow = |rows: &str, format: &str| {
        let rows = format!("wilayah;indicator;wave;level\n{rows}");
        let (_keep, path) = folder(&[("tf.toml", flat), ("d.csv", &rows)]);
        let words = [
            "trend", "d.csv", "-f", "tf.toml", "--lang", "en", "--format",
        ];
        let done = siap_with(&[&words[..], &[format]].concat(), "", &path);
        flowing(&done)
    };
    // In 2024 nobody asked for `a`: it may be 0 as before, and `b` is what it was.
    let touching = "OKI;a;2023;0\nOKI;b;2023;3\nOKI;b;2024;3\n";
    let found: Value = serde_json::from_str(&follow(touching, "json")).expect("JSON");
    let oki = region(&found, OKI);
    near(&oki["change"], 37.5);
    near(&oki["change_low"], 0.0);
    near(&oki["change_high"], 50.0);
    near(&oki["change_on_common"], 0.0);
    assert_eq!(oki["certain"], false);
    assert_eq!(oki["uncertain_because"], "missing-data");
    assert_eq!(found["rose"], json!([]));
    assert_eq!(found["uncertain"], json!([OKI]));
    assert_eq!(oki["only_before"], json!(["a"]));
    let text = follow(touching, "table");
    assert!(!text.contains("Rose for certain"), "{text}");
    assert!(text.contains("Not certain (?): 1 of 1"), "{text}");
    assert!(text.contains("+37.50?"), "{text}");
    assert!(text.contains("On common"), "{text}");
    // The same with `b` higher than `a` and `b` together could have been: 50 to 100 against 0 to 37.5.
    let apart = "OKI;a;2023;0\nOKI;b;2023;3\nOKI;b;2024;4\n";
    let found: Value = serde_json::from_str(&follow(apart, "json")).expect("JSON");
    assert_eq!(found["rose"], json!([OKI]));
    near(&region(&found, OKI)["change_on_common"], 12.5 * 2.0);
    // Falls in the mirror.
    let falls = "OKI;a;2023;4\nOKI;b;2023;1\nOKI;b;2024;1\n";
    let found: Value = serde_json::from_str(&follow(falls, "json")).expect("JSON");
    near(&region(&found, OKI)["change"], -37.5);
    assert_eq!(region(&found, OKI)["certain"], false);
    assert_eq!(found["fell"], json!([]));
    // No change is certain only where nothing is missing.
    let same = "OKI;a;2023;2\nOKI;b;2023;2\nOKI;b;2024;2\n";
    let found: Value = serde_json::from_str(&follow(same, "json")).expect("JSON");
    assert_eq!(found["unchanged"], json!([]));
    assert_eq!(found["uncertain"], json!([OKI]));
    // Nothing in common: nothing is said of it.
    let other = "OKI;a;2023;2\nOKI;b;2024;2\n";
    let found: Value = serde_json::from_str(&follow(other, "json")).expect("JSON");
    assert!(region(&found, OKI)["change_on_common"].is_null());
    assert_eq!(region(&found, OKI)["certain"], false);
}

#[test]
fn what_both_waves_have_can_speak_against_a_change_that_the_bounds_allow() {
    // `devices` does not apply any more: nothing is missing, and what is left did not move.
    let framework = FRAMEWORK.replace(
        "title = \"Devices\"",
        "title = \"Devices\"\nallow_na = true",
    );
    let rows = "region,wave,indicator,level\n\
                OKI,2023,network,3\nOKI,2023,devices,0\nOKI,2023,staff,2\n\
                OKI,2024,network,3\nOKI,2024,devices,N/A\nOKI,2024,staff,2\n";
    let (_keep, path) = folder(&[("own.toml", &framework), ("data.csv", rows)]);
    let words = ["trend", "data.csv", "-f", "own.toml", "--format", "json"];
    let done = siap_with(&words, "", &path);
    let found: Value = serde_json::from_str(&done.stdout).expect("JSON");
    let oki = region(&found, OKI);
    near(&oki["change"], 25.0);
    near(&oki["change_on_common"], 0.0);
    assert_eq!(oki["uncertain_because"], "common-indicators");
    assert_eq!(found["rose"], json!([]));
}

#[test]
fn noise_makes_nobody_the_greatest_and_what_is_unsure_never_stands_first() {
    // 0.7 − 0.1, 0.8 − 0.2, …: six times +0.6 with six different last digits.
    let places = [
        "OKI",
        "Lahat",
        "Kota Palembang",
        "OKU",
        "Muara Enim",
        "Banyuasin",
    ];
    let mut cells = Vec::new();
    for (at, place) in (1..).zip(places) {
        let before = f64::from(at) * 0.1;
        cells.push((place, "2023", all(before)));
        cells.push((place, "2024", all(before + 0.6)));
    }
    // A higher rise by what is measured, of a region that is neither ranked nor certain.
    cells.push(("Kota Pagar Alam", "2023", [Some(1.0), Some(1.0), None]));
    cells.push(("Kota Pagar Alam", "2024", [Some(2.0), Some(2.0), None]));
    let data = rows(&cells);
    let found = record(&data, &[]);
    assert_eq!(found["rose"].as_array().map(Vec::len), Some(6));
    assert_eq!(found["rose_most"].as_array().map(Vec::len), Some(6));
    assert_eq!(found["uncertain"], json!(["Kota Pagar Alam"]));
    assert_eq!(found["regions"][0]["region"], "Kabupaten Banyuasin");
    assert_eq!(found["regions"][6]["region"], "Kota Pagar Alam");
    near(&found["median_change"], 15.0);
    assert_eq!(
        found["counts"],
        json!({"rose": 6, "fell": 0, "unchanged": 0, "uncertain": 1})
    );
    let text = shown(&data, &[]);
    let first = text.find("Kab. Banyuasin (+15.00)").expect(&text);
    let last = text.find("Kota Pagar Alam (+25.00?)").expect(&text);
    assert!(first < last, "{text}");
    for name in ["Kab. Lahat (", "Kab. Muara Enim (", "Kota Palembang ("] {
        assert!(text.contains(name), "{name}: {text}");
    }
    // Seven alike are counted, not named.
    cells.truncate(12);
    cells.push(("Musi Rawas", "2023", all(0.9)));
    cells.push(("Musi Rawas", "2024", all(1.5)));
    let text = shown(&rows(&cells), &[]);
    assert!(text.contains("7 of them alike: +15.00."), "{text}");
}

#[test]
fn who_rose_most_is_sure_only_where_nothing_missing_could_make_it_another() {
    let weights = FRAMEWORK.replace("weight = 2", "weight = 9");
    let follow = |staff: Option<f64>| {
        let data = rows(&[
            ("OKI", "2023", all(0.0)),
            ("OKI", "2024", [Some(2.0), Some(2.0), staff]),
            ("Lahat", "2023", all(0.0)),
            ("Lahat", "2024", all(1.9)),
            ("Kota Palembang", "2023", all(0.0)),
            ("Kota Palembang", "2024", all(1.0)),
            ("Kota Pagar Alam", "2023", all(0.0)),
            ("Kota Pagar Alam", "2024", all(1.0)),
        ]);
        let (_keep, path) = folder(&[("own.toml", &weights), ("data.csv", &data)]);
        let words = ["trend", "data.csv", "-f", "own.toml", "--lang", "en"];
        let text = flowing(&siap_with(&words, "", &path));
        let words = [&words[..], &["--format", "json"]].concat();
        let record = siap_with(&words, "", &path).stdout;
        (text, serde_json::from_str::<Value>(&record).expect("JSON"))
    };
    let (text, found) = follow(Some(2.0));
    assert_eq!(found["rose_most"], json!([OKI]));
    assert!(text.contains("Most: Kab. Ogan Komering Ilir"), "{text}");
    // Without `staff` it is 45 to 55, and Lahat 47.5.
    let (text, found) = follow(None);
    assert_eq!(found["rose"][0], OKI);
    assert_eq!(found["rose_most"], json!([]));
    assert!(text.contains("could change that order"), "{text}");
}

#[test]
fn a_planted_fall_is_seen_though_the_index_rises() {
    let data = rows(&[
        ("OKI", "2023", [Some(1.0), Some(4.0), Some(1.0)]),
        ("OKI", "2024", [Some(4.0), Some(2.0), Some(4.0)]),
    ]);
    let found = record(&data, &[]);
    let oki = region(&found, OKI);
    assert!(oki["change"].as_f64().is_some_and(|it| it > 0.0));
    let devices = &oki["indicators"][1];
    assert_eq!(devices["id"], "devices");
    assert_eq!(
        (&devices["value_from"], &devices["value_to"]),
        (&json!(4.0), &json!(2.0))
    );
    near(&devices["change"], -50.0);
    assert_eq!(devices["certain"], true);
    let text = shown(&data, &[]);
    assert!(text.contains("Devices (4 → 2)"), "{text}");
    assert!(shown(&data, &["--full"]).contains("−50.00"));
    // One region alone has no rank.
    assert!(oki["points"][0]["rank"].is_null());
    assert!(!text.contains("Rank"), "{text}");
}

#[test]
fn category_and_target_stand_at_both_ends() {
    let bands = "[[band]]\nid = \"low\"\nfrom = 0\nlabel = \"Low\"\n\
                 [[band]]\nid = \"high\"\nfrom = 50\nlabel = \"High\"\n\
                 [[target]]\nnode = \"index\"\nvalue = 50\nop = \">=\"\n";
    let framework = FRAMEWORK.replacen("[[group]]", &format!("{bands}[[group]]"), 1);
    let data = rows(&[
        ("OKI", "2023", all(1.0)),
        ("OKI", "2024", all(3.0)),
        ("Lahat", "2023", all(1.0)),
        ("Lahat", "2024", all(1.0)),
    ]);
    let (_keep, path) = folder(&[("own.toml", &framework), ("data.csv", &data)]);
    let words = ["trend", "data.csv", "-f", "own.toml", "--lang", "en"];
    let done = siap_with(&words, "", &path);
    let text = flowing(&done);
    for word in ["Low → High", "Target ≥ 50.00", "not yet → reached"] {
        assert!(text.contains(word), "{word}: {text}");
    }
    assert!(
        text.contains("reached by 0 of 2 in 2023, by 1 in 2024"),
        "{text}"
    );
    let done = siap_with(&[&words[..], &["--format", "json"]].concat(), "", &path);
    let found: Value = serde_json::from_str(&done.stdout).expect("JSON");
    let oki = region(&found, OKI);
    assert_eq!(oki["points"][0]["band"], "low");
    assert_eq!(oki["points"][1]["band"], "high");
    assert_eq!(oki["targets"][0]["before"]["reached"], false);
    assert_eq!(oki["targets"][0]["after"]["reached"], true);
}

#[test]
fn showing_some_regions_changes_no_rank_and_no_claim() {
    let data = rows(&[
        ("OKI", "2023", all(1.0)),
        ("OKI", "2024", all(3.5)),
        ("Lahat", "2023", all(2.0)),
        ("Lahat", "2024", all(2.1)),
        ("Kota Palembang", "2023", all(3.0)),
        ("Kota Palembang", "2024", all(3.3)),
        ("OKU", "2023", all(0.5)),
        ("OKU", "2024", all(1.7)),
    ]);
    let (all, some) = (record(&data, &[]), record(&data, &["--region", "Lahat"]));
    assert_eq!(some["regions"].as_array().map(Vec::len), Some(1));
    assert_eq!(region(&all, LAHAT), region(&some, LAHAT));
    assert_eq!(region(&some, LAHAT)["rank_from"], 2);
    assert_eq!(region(&some, LAHAT)["rank_to"], 3);
    assert_eq!(some["compared"], 4);
    assert_eq!(some["counts"], all["counts"]);
    assert_eq!(some["rose"], json!([LAHAT]));
    assert_eq!(some["rose_most"], json!([]));
    near(
        &some["median_change"],
        all["median_change"].as_f64().expect("a number"),
    );
    let text = shown(&data, &["--region", "Lahat"]);
    assert!(text.contains("Shown: 1 of the 4 regions"), "{text}");
    assert!(
        text.contains("Rose for certain: 4 of 4: Kab. Lahat (+2.50)."),
        "{text}"
    );
    assert!(!text.contains("Most:"), "{text}");
    assert!(!text.contains("Palembang"), "{text}");
    let figure = run(&data, &["--region", "Lahat", "--figures", "f"]);
    assert_eq!(figure.code, 0, "{}", figure.stderr);
}

#[test]
fn a_place_that_missing_data_leave_open_is_a_range() {
    let weights = FRAMEWORK.replace("weight = 2", "weight = 9");
    let data = rows(&[
        ("OKI", "2023", all(2.0)),
        ("OKI", "2024", [Some(3.0), Some(3.0), None]),
        ("Lahat", "2023", all(1.0)),
        ("Lahat", "2024", all(3.1)),
        ("Kota Palembang", "2023", all(0.0)),
        ("Kota Palembang", "2024", all(1.0)),
    ]);
    let (_keep, path) = folder(&[("own.toml", &weights), ("data.csv", &data)]);
    let words = ["trend", "data.csv", "-f", "own.toml", "--lang", "en"];
    let text = flowing(&siap_with(&words, "", &path));
    assert!(text.contains("1 → 1–2"), "{text}");
    assert!(text.contains("3 → 3 (0)"), "{text}");
    let done = siap_with(&[&words[..], &["--format", "json"]].concat(), "", &path);
    let found: Value = serde_json::from_str(&done.stdout).expect("JSON");
    let oki = region(&found, OKI);
    let point = &oki["points"][1];
    assert_eq!(
        (&point["rank"], &point["rank_low"], &point["rank_high"]),
        (&json!(2), &json!(1), &json!(2))
    );
    assert_eq!(oki["rank_certain"], false);
    assert_eq!(region(&found, PALEMBANG)["rank_certain"], true);
}

#[test]
fn rounded_ends_that_do_not_give_the_change_are_explained() {
    let spbe = |before: &str, after: &str| {
        let data = format!(
            "region,indicator,wave,value\n16.01,index,2023,{before}\n16.01,index,2024,{after}\n"
        );
        let (_keep, path) = folder(&[("spbe.toml", SPBE_FRAMEWORK), ("d.csv", &data)]);
        let words = ["trend", "d.csv", "-f", "spbe.toml", "--lang", "en"];
        flowing(&siap_with(&words, "", &path))
    };
    let text = spbe("2.6640", "3.5060");
    assert!(text.contains("2.66 → 3.51 and +0.84"), "{text}");
    assert!(!spbe("2.6600", "3.5100").contains("before rounding"));
}

#[test]
fn a_number_that_falls_to_exactly_nought_is_asked_about() {
    let framework = format!(
        "{FRAMEWORK}\n[[indicator]]\nid = \"sdg\"\ntitle = \"SDG\"\ngroup = \"soft\"\nkind = \"number\"\n\
         goalposts = [0, 100]\n"
    );
    let mut data = rows(&[
        ("OKI", "2023", all(1.0)),
        ("OKI", "2024", all(0.0)),
        ("Lahat", "2023", all(1.0)),
        ("Lahat", "2024", all(1.0)),
    ]);
    for line in [
        "OKI,2023,sdg,42.25",
        "OKI,2024,sdg,0.0",
        "Lahat,2023,sdg,0",
        "Lahat,2024,sdg,0",
    ] {
        data.push_str(line);
        data.push('\n');
    }
    let (_keep, path) = folder(&[("own.toml", &framework), ("data.csv", &data)]);
    let words = ["trend", "data.csv", "-f", "own.toml", "--lang", "id"];
    let text = flowing(&siap_with(&words, "", &path));
    let line = "`sdg` turun menjadi tepat 0: Kabupaten Ogan Komering Ilir · 2024";
    assert!(text.contains(line), "{text}");
    assert!(text.contains("missing = [\"0\"]"), "{text}");
    let done = siap_with(&[&words[..], &["--format", "json"]].concat(), "", &path);
    let found: Value = serde_json::from_str(&done.stdout).expect("JSON");
    let warnings = found["warnings"].as_array().expect("warnings");
    let of_zero: Vec<&Value> = warnings
        .iter()
        .filter(|it| it["code"] == "trend_fell_to_zero")
        .collect();
    assert_eq!(of_zero.len(), 1, "{warnings:?}");
    assert!(
        of_zero[0]["place"]
            .as_str()
            .is_some_and(|it| it.starts_with("data.csv:"))
    );
    // Levels of 0 are levels.
    assert!(!text.contains("`network` turun"), "{text}");
}

#[test]
fn results_coded_by_others_than_their_source_are_marked() {
    let data = "region,wave,indicator,level,basis\n\
                OKI,2023,network,1,native\nOKI,2023,devices,1,native\nOKI,2023,staff,1,native\n\
                OKI,2024,network,2,cross\nOKI,2024,devices,2,native\nOKI,2024,staff,2,native\n";
    let text = shown(data, &[]);
    assert!(text.contains("25.00 50.00×"), "{text}");
    assert!(
        text.contains("×: a value there was coded under this framework"),
        "{text}"
    );
    let found = record(data, &[]);
    let oki = region(&found, OKI);
    assert_eq!(oki["points"][0]["cross"], false);
    assert_eq!(oki["points"][1]["cross"], true);
    assert_eq!(oki["indicators"][0]["cross"], true);
    assert_eq!(oki["indicators"][1]["cross"], false);
}

#[test]
fn published_numbers_count_and_the_computed_change_stands_beside() {
    let data = "region,indicator,wave,value\n\
                16.01,kebijakan,2023,2.0\n16.01,tata-kelola,2023,2.0\n16.01,manajemen,2023,2.0\n\
                16.01,layanan,2023,2.0\n16.01,index,2023,2.01\n\
                16.01,kebijakan,2024,3.0\n16.01,tata-kelola,2024,3.0\n16.01,manajemen,2024,3.0\n\
                16.01,layanan,2024,3.0\n16.01,index,2024,2.98\n";
    let (_keep, path) = folder(&[("d.csv", data)]);
    let words = ["trend", "d.csv", "-f", "spbe-2020", "--format", "json"];
    let done = siap_with(&words, "", &path);
    assert_eq!(done.code, 0, "{}", done.stderr);
    let found: Value = serde_json::from_str(&done.stdout).expect("JSON");
    let oku = region(&found, "Kabupaten Ogan Komering Ulu");
    near(&oku["change_value"], 0.97);
    near(&oku["change_computed"], 1.0);
    near(&oku["change"], 0.97 * 25.0);
    near(&oku["points"][0]["computed"], 2.0);
    assert_eq!(oku["certain"], true);
}

#[test]
fn the_figure_says_the_true_reason_of_a_dashed_line_and_makes_much_of_no_small_fall() {
    let words = [
        "chart",
        "trend",
        "examples/spbe-sumsel",
        "--lang",
        "en",
        "-o",
    ];
    let keep = tempfile::tempdir().expect("a folder");
    let file = keep.path().join("trend.svg");
    let file = file.to_str().expect("UTF-8");
    let done = siap_with(&[&words[..], &[file]].concat(), "", crate::run::root());
    assert_eq!(done.code, 0, "{}", done.stderr);
    let svg = std::fs::read_to_string(file).expect("a figure");
    assert!(svg.contains("not certain (?): rests on a reported number below its scale"));
    assert!(!svg.contains("what is missing could undo"));
    let text = |name: &str| {
        let at = svg.find(name).unwrap_or_else(|| panic!("no {name}"));
        let start = svg[..at].rfind("<text").expect("a text");
        svg[start..at].to_owned()
    };
    let is_bold = |name: &str| text(name).contains("bold");
    assert!(is_bold("(−0.35) Kab. Ogan Komering Ulu Timur"));
    assert!(!is_bold("(−0.05) Kab. Ogan Komering Ulu"));
    assert!(!is_bold("(+1.66?) Kab. Banyuasin"));
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
