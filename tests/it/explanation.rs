//! `siap explain`: its figures are those of `score`, and its parts sum to what they are parts of.

use std::collections::BTreeMap;

use serde_json::Value;

use crate::run::{folder, near, root, siap_with};

/// Studies whose index is a number, each with a framework.
const STUDIES: &[(&str, &str)] = &[
    ("examples/sumsel-smart-province", "smart-province-readiness"),
    ("examples/nine-regions", "smart-province-readiness"),
    ("examples/pemdi-aceh-tengah", "pemdi-2026"),
    ("examples/pemdi-aceh-tengah", "spbe-2020"),
    ("examples/spbe-denpasar", "spbe-2018"),
    ("examples/spbe-sumsel", "spbe-2020"),
    (
        "examples/smart-city-evaluation",
        "smart-city-evaluation-2022",
    ),
    ("tests/survey", "skm"),
];

fn json(words: &[&str]) -> Value {
    let all = [words, &["--format", "json"]].concat();
    let done = siap_with(&all, "", root());
    assert_eq!(done.code, 0, "{words:?}: {}", done.stderr);
    serde_json::from_str(&done.stdout).expect("JSON")
}

fn text(value: &Value) -> String {
    value.as_str().unwrap_or_default().to_owned()
}

/// The words that choose an assessment.
fn side(assessment: &Value) -> Vec<String> {
    let mut words = vec!["--region".to_owned(), text(&assessment["region"])];
    for key in ["wave", "stage"] {
        if let Some(word) = assessment[key].as_str() {
            words.extend([format!("--{key}"), word.to_owned()]);
        }
    }
    words
}

fn explained(study: &str, framework: &str, more: &[String]) -> Value {
    let mut words = vec!["explain", study, "-f", framework];
    words.extend(more.iter().map(String::as_str));
    json(&words)
}

#[test]
fn parts_sum_to_what_score_says() {
    let mut checked = 0;
    for (study, framework) in STUDIES {
        let scores = json(&["score", study, "-f", framework]);
        let all = scores["assessments"].as_array().expect("assessments");
        for assessment in all.iter().take(6) {
            let found = explained(study, framework, &side(assessment));
            let parts = found["nodes"].as_array().expect("nodes");
            let mut sums: BTreeMap<String, f64> = BTreeMap::new();
            for (part, node) in parts
                .iter()
                .zip(assessment["nodes"].as_array().expect("nodes"))
            {
                assert_eq!(part["id"], node["id"]);
                // To the last digit.
                assert_eq!(part["score"], node["score"], "{study} {}", part["id"]);
                assert_eq!(part["value"], node["value"], "{study} {}", part["id"]);
                if let Some(part_of) = part["contribution"].as_f64() {
                    *sums.entry(text(&part["parent"])).or_default() += part_of;
                }
            }
            let to_index: f64 = parts
                .iter()
                .filter(|it| it["kind"] == "indicator")
                .filter_map(|it| it["to_index"].as_f64())
                .sum();
            for part in parts {
                let Some(sum) = sums.get(part["id"].as_str().expect("an id")) else {
                    continue;
                };
                // A published number stands for what it differs from.
                let node = assessment["nodes"].as_array().expect("nodes");
                let node = node.iter().find(|it| it["id"] == part["id"]).expect("it");
                if node["reported"] == false
                    && let Some(score) = part["score"].as_f64()
                {
                    near(*sum, score, 1e-9);
                    checked += 1;
                    if part["id"] == "index" && found["nodes"][0]["rule"] == "arithmetic" {
                        let whole = parts.iter().all(|it| {
                            it["parent"].is_null() || !it["gives"].is_null() || it["share"] == 0.0
                        });
                        if whole
                            && to_index > 0.0
                            && parts
                                .iter()
                                .all(|it| it["kind"] != "group" || !sums.is_empty())
                        {
                            let missing = parts.iter().any(|it| {
                                it["kind"] == "group"
                                    && it["gives"].is_number()
                                    && !sums.contains_key(it["id"].as_str().expect("id"))
                            });
                            if !missing {
                                near(to_index, score, 1e-9);
                            }
                        }
                    }
                }
            }
        }
    }
    assert!(checked > 60, "{checked}");
}

#[test]
fn parts_of_a_gap_sum_to_it() {
    let mut pairs = 0;
    for (study, framework) in STUDIES {
        let scores = json(&["score", study, "-f", framework]);
        let all = scores["assessments"].as_array().expect("assessments");
        let scored: Vec<&Value> = all
            .iter()
            .filter(|it| it["nodes"][0]["score"].is_number())
            .take(4)
            .collect();
        for one in &scored {
            for other in &scored {
                if std::ptr::eq(*one, *other) {
                    continue;
                }
                let mut against = text(&other["region"]);
                if let Some(wave) = other["wave"].as_str() {
                    against = format!("{against}@{wave}");
                    if let Some(stage) = other["stage"].as_str() {
                        against = format!("{against}:{stage}");
                    }
                }
                let mut words = side(one);
                words.extend(["--against".to_owned(), against]);
                let found = explained(study, framework, &words);
                let parts = found["contributions"].as_array().expect("contributions");
                let sum: f64 = parts.iter().filter_map(|it| it["value"].as_f64()).sum();
                let gap = found["gap"].as_f64().expect("a gap");
                near(sum, gap, 1e-9);
                let score = |it: &Value| it["nodes"][0]["score"].as_f64().expect("a score");
                near(gap, score(one) - score(other), 1e-9);
                pairs += 1;
            }
        }
    }
    assert!(pairs > 30, "{pairs}");
}

/// Two groups of two leaves under a rule, the first of which has a rule of its own.
fn framework(rule: &str, own: &str) -> String {
    let mut out = format!(
        "id = \"f\"\nversion = \"1\"\ntitle = \"F\"\n[aggregation]\ngroups = \"{rule}\"\nfloor = 0.05\nmin_coverage = 0\n"
    );
    for (group, weight) in [("g", 2), ("h", 3)] {
        out += &format!("[[group]]\nid = \"{group}\"\ntitle = \"{group}\"\nweight = {weight}\n");
        if group == "g" {
            out += &format!("groups = \"{own}\"\n");
        }
    }
    for (leaf, group, weight) in [("a", "g", 1), ("b", "g", 3), ("c", "h", 2), ("d", "h", 1)] {
        out += &format!(
            "[[indicator]]\nid = \"{leaf}\"\ntitle = \"{leaf}\"\ngroup = \"{group}\"\nweight = {weight}\n"
        );
    }
    out
}

#[test]
fn other_rules_are_split_by_owen_values() {
    const LEAVES: [&str; 4] = ["a", "b", "c", "d"];
    // One side lacks `d`: missing is a state like any other.
    let sides: [[Option<u8>; 4]; 2] = [
        [Some(4), Some(1), Some(3), Some(2)],
        [Some(1), Some(2), Some(1), None],
    ];
    for (rule, own) in [
        ("geometric", "harmonic"),
        ("min", "arithmetic"),
        ("arithmetic", "median"),
        ("arithmetic", "arithmetic"),
    ] {
        let toml = framework(rule, own);
        // Every mixture is scored by the program itself, as a region of its own.
        let mut rows = String::from("region,indicator,level\n");
        for mask in 0..16_usize {
            for (place, leaf) in LEAVES.iter().enumerate() {
                let of = &sides[usize::from(mask >> place & 1 == 0)];
                if let Some(level) = of[place] {
                    rows += &format!("R{mask},{leaf},{level}\n");
                }
            }
        }
        let (_keep, path) = folder(&[("f.toml", &toml), ("d.csv", &rows)]);
        let run = |words: &[&str]| -> Value {
            let done = siap_with(words, "", &path);
            assert_eq!(done.code, 0, "{}", done.stderr);
            serde_json::from_str(&done.stdout).expect("JSON")
        };
        let scores = run(&["score", "d.csv", "-f", "f.toml", "--format", "json"]);
        let all = scores["assessments"].as_array().expect("assessments");
        let value = |mask: usize| {
            let name = format!("R{mask}");
            let found = all.iter().find(|it| it["region"] == name.as_str());
            found.expect("it")["nodes"][0]["score"]
                .as_f64()
                .expect("a score")
        };
        // All orders in which the members of a group stay together.
        let mut owen = [0.0; 4];
        for groups in [[[0, 1], [2, 3]], [[2, 3], [0, 1]]] {
            for first in [false, true] {
                for second in [false, true] {
                    let mut order: Vec<usize> = groups[0].to_vec();
                    if first {
                        order.reverse();
                    }
                    let mut rest = groups[1].to_vec();
                    if second {
                        rest.reverse();
                    }
                    order.extend(rest);
                    let mut mask = 0;
                    for leaf in order {
                        owen[leaf] += (value(mask | 1 << leaf) - value(mask)) / 8.0;
                        mask |= 1 << leaf;
                    }
                }
            }
        }
        let found = run(&[
            "explain",
            "d.csv",
            "-f",
            "f.toml",
            "--region",
            "R15",
            "--against",
            "R0",
            "--format",
            "json",
        ]);
        let parts = found["contributions"].as_array().expect("contributions");
        for (place, leaf) in LEAVES.iter().enumerate() {
            let part = parts.iter().find(|it| it["id"] == *leaf);
            let part = part.map_or(0.0, |it| it["value"].as_f64().expect("a number"));
            assert!(
                (part - owen[place]).abs() < 1e-9,
                "{rule} {leaf}: {part}, {}",
                owen[place]
            );
        }
        assert_eq!(found["against"]["method"], "shapley", "{rule}");
    }
}

#[test]
fn one_level_more_is_what_score_makes_of_it() {
    let rows = |level: u8| format!("region,indicator,level\nR,a,{level}\nR,b,2\nR,c,3\nR,d,1\n");
    let toml = framework("geometric", "arithmetic");
    let (_keep, path) = folder(&[("f.toml", &toml), ("d.csv", &rows(2)), ("e.csv", &rows(3))]);
    let run = |words: &[&str]| -> Value {
        let done = siap_with(words, "", &path);
        serde_json::from_str(&done.stdout).expect("JSON")
    };
    let found = run(&[
        "explain", "d.csv", "-f", "f.toml", "--region", "R", "--format", "json",
    ]);
    let parts = found["nodes"].as_array().expect("nodes");
    let a = parts.iter().find(|it| it["id"] == "a").expect("a");
    let after = run(&["score", "e.csv", "-f", "f.toml", "--format", "json"]);
    let index = &after["assessments"][0]["nodes"][0]["score"];
    near(
        a["index_up"].as_f64().expect("a number"),
        index.as_f64().expect("a score"),
        1e-9,
    );
    assert_eq!(a["level_up"], 3.0);
    assert!(a["contribution"].is_number());
    let c = parts.iter().find(|it| it["id"] == "g").expect("g");
    assert!(c["contribution"].is_null(), "no part of a geometric mean");
}

#[test]
fn people_read_who_said_it_and_what_has_no_part() {
    let words = [
        "explain",
        "examples/sumsel-smart-province",
        "--region",
        "Banyuasin",
    ];
    let shown = siap_with(&[&words[..], &["--lang", "id"]].concat(), "", root()).stdout;
    for word in [
        "Keseluruhan: 56,94 (cukup siap).",
        "Keseluruhan 56,94 = 33,3% × Teknologi 58,33",
        "statements.csv:",
        "L1079",
    ] {
        assert!(shown.contains(word), "{word}:\n{shown}");
    }
    let words = ["explain", "examples/pemdi-aceh-tengah", "-f", "spbe-2020"];
    let words = [&words[..], &["--region", "Aceh Tengah", "--lang", "id"]].concat();
    let shown = siap_with(&words, "", root()).stdout;
    assert!(
        shown.contains("Terbitan: 2,59. Hasil hitung dari bagian di bawahnya: 2,60."),
        "{shown}"
    );
    assert!(!shown.contains("i01"), "{shown}");
}

#[test]
fn what_cannot_be_explained_is_refused() {
    let study = "examples/sumsel-smart-province";
    for (words, code, told) in [
        (&["--region", "Banyuasi"][..], 1, "Banyuasin"),
        (
            &["--region", "Banyuasin", "--node", "teknolgi"],
            1,
            "teknologi",
        ),
        (
            &["--region", "Banyuasin", "--against", "Banyuasin"],
            1,
            "very side",
        ),
        (
            &["--region", "Banyuasin", "--against", "OKI@2031"],
            1,
            "2019",
        ),
        (
            &["--region", "Banyuasin", "--against", "OKI@2019:akhirnya"],
            2,
            "no stage",
        ),
        (&["--region", "Banyuasin", "--seed", "3"], 2, "--against"),
        (&[], 2, "--region"),
    ] {
        let all = [&["explain", study, "--lang", "en"], words].concat();
        let done = siap_with(&all, "", root());
        assert_eq!(done.code, code, "{words:?}: {}", done.stderr);
        assert!(done.stderr.contains(told), "{words:?}: {}", done.stderr);
        assert!(done.stdout.is_empty());
    }
}

/// `9` is before `10`: years go by value, as in `compare`.
#[test]
fn the_newest_wave_is_the_newest_by_value() {
    let table = "region,indicator,wave,level\n35.71,i01,9,2\n35.71,i01,10,3\n";
    let words = [
        "explain",
        "-",
        "-f",
        "spbe-2020",
        "--region",
        "35.71",
        "--format",
        "json",
    ];
    let done = siap_with(&words, table, root());
    assert_eq!(done.code, 0, "{}", done.stderr);
    let found: Value = serde_json::from_str(&done.stdout).expect("JSON");
    assert_eq!(found["wave"], "10");
}

/// Last year's number stands under another instrument: both are told, and no difference is made.
#[test]
fn another_instrument_is_told_and_not_subtracted() {
    let study = "examples/pemdi-aceh-tengah";
    let against = "Aceh Tengah@2025";
    for own in [&[][..], &["-f", "pemdi-2026"]] {
        let words = [
            "explain",
            study,
            "--region",
            "Aceh Tengah",
            "--against",
            against,
        ];
        let shown = [&words[..], own, &["--lang", "id"]].concat();
        let shown = siap_with(&shown, "", root());
        assert_eq!(shown.code, 0, "{}", shown.stderr);
        let told: Vec<&str> = shown.stdout.split_whitespace().collect();
        let told = told.join(" ");
        assert!(told.contains("Indeks SPBE 2,59 (Cukup). Kedua angka tidak dapat dikurangkan"));
        // A record is of one framework.
        let found = json(&[&words[..], &["-f", "pemdi-2026"]].concat());
        assert_eq!(found["framework"]["id"], "pemdi-2026");
        assert_eq!(found["other_instrument"]["framework"], "spbe-2020");
        assert_eq!(found["other_instrument"]["told"], 2.59);
        assert!(found["gap"].is_null() && found["contributions"].is_null());
    }
    // A wave that nobody has stays a mistake, and so does a wave where a region belongs.
    for (side, told) in [("Aceh Tengah@2024", "`2024`"), ("2026", "Aceh Tengah@2026")] {
        let words = [
            "explain",
            study,
            "-f",
            "pemdi-2026",
            "--region",
            "Aceh Tengah",
        ];
        let done = siap_with(&[&words[..], &["--against", side]].concat(), "", root());
        assert_eq!(done.code, 1);
        assert!(done.stderr.contains(told), "{}", done.stderr);
    }
}
