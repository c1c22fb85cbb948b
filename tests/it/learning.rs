//! `siap learn`: weaknesses in common and who could learn from whom, checked against `score` of the same data.

use serde_json::Value;

use crate::run::{folder, near, root, siap_with};

const FRAMEWORK: &str = r#"id = "trial"
title = "Percobaan"
version = "1"

[scale]
level = [
    { value = 0, label = "Tidak ada" },
    { value = 1, label = "Sedikit" },
    { value = 2, label = "Separuh" },
    { value = 3, label = "Banyak" },
    { value = 4, label = "Semua" },
]

[[indicator]]
id = "plan"
title = "Rencana"
weight = 3

[[indicator]]
id = "staff"
title = "Staf"
weight = 1

[[indicator]]
id = "network"
title = "Jaringan"
weight = 1
"#;

/// Palembang is near to Banyuasin, Muara Enim far; Lahat says nothing about its staff, OKI has one answer only.
const DATA: &str = "\
region,indicator,level,quote
Banyuasin,plan,1,Belum ada rencana.
Banyuasin,staff,1,Staf kurang.
Banyuasin,network,3,Ada.
Kota Palembang,plan,1,Masih draf.
Kota Palembang,staff,3,Staf cukup.
Kota Palembang,network,3,Ada.
Muara Enim,plan,4,Sudah ditetapkan.
Muara Enim,staff,4,Staf terlatih.
Muara Enim,network,0,Tidak ada.
Lahat,plan,1,Belum.
Lahat,staff,4,
Lahat,network,3,Ada.
Ogan Komering Ilir,staff,4,Satu orang ahli.
";

fn run(words: &[&str]) -> Value {
    let done = siap_with(&[words, &["--format", "json"]].concat(), "", root());
    assert_eq!(done.code, 0, "{words:?}: {}", done.stderr);
    serde_json::from_str(&done.stdout).expect("JSON")
}

fn learned(data: &str, more: &[&str]) -> Value {
    let (_kept, dir) = folder(&[("frame.toml", FRAMEWORK), ("data.csv", data)]);
    let path = |name: &str| dir.join(name).display().to_string();
    let (frame, data) = (path("frame.toml"), path("data.csv"));
    run(&[&["learn", &data, "-f", &frame][..], more].concat())
}

fn list<'a>(value: &'a Value, key: &str) -> &'a Vec<Value> {
    value[key].as_array().expect("a list")
}

fn names(value: &Value, key: &str, inner: &str) -> Vec<String> {
    let text = |it: &Value| {
        if inner.is_empty() {
            it.clone()
        } else {
            it[inner].clone()
        }
    };
    list(value, key)
        .iter()
        .map(|it| text(it).as_str().expect("a name").to_owned())
        .collect()
}

#[test]
fn a_weakness_in_common_is_worth_what_score_says_after_the_raise() {
    let found = learned(DATA, &[]);
    let shared = list(&found, "shared");
    // Below 2 of 0–4: the plan in three of the four ranked regions; staff and network in one each.
    assert_eq!(shared.len(), 1, "{shared:?}");
    assert_eq!(shared[0]["node"], "plan");
    assert_eq!(list(&shared[0], "regions").len(), 3);
    near(shared[0]["mean"].as_f64().expect("mean"), 25.0, 1e-12);
    // Weight 3 of 5, one level of four: 0.6 · 25.
    near(shared[0]["gain"].as_f64().expect("gain"), 15.0, 1e-12);
}

#[test]
fn the_nearest_region_comes_first_and_brings_its_statement() {
    let found = learned(DATA, &[]);
    let staff = list(&found, "pairs")
        .iter()
        .find(|it| it["region"] == "Kabupaten Banyuasin" && it["indicator"] == "staff")
        .expect("a lesson");
    // Lahat is as near, but its level of 4 rests on nothing that can be read; OKI is not ranked.
    assert_eq!(
        names(staff, "from", "region"),
        ["Kota Palembang", "Kabupaten Muara Enim"]
    );
    let from = list(staff, "from");
    near(from[0]["distance"].as_f64().expect("distance"), 0.0, 1e-12);
    // Differences of three levels of four on both others.
    near(from[1]["distance"].as_f64().expect("distance"), 75.0, 1e-12);
    assert_eq!(from[0]["statements"][0]["quote"], "Staf cukup.");
    assert_eq!(from[0]["statements"][0]["row"], 6);
    assert_eq!(from[0]["same_province"], true);
}

#[test]
fn where_nobody_stands_higher_no_name_is_given() {
    let found = learned(
        "region,indicator,level,quote\n\
         Banyuasin,plan,1,a\nBanyuasin,staff,3,a\nBanyuasin,network,3,a\n\
         Lahat,plan,0,a\nLahat,staff,3,a\nLahat,network,3,a\n",
        &[],
    );
    assert_eq!(names(&found, "shared", "node"), ["plan"]);
    // Lahat's next level is 1, which Banyuasin has; but Banyuasin is weak itself.
    let pairs = list(&found, "pairs");
    assert_eq!(pairs.len(), 2);
    assert!(pairs.iter().all(|it| list(it, "from").is_empty()));
}

#[test]
fn one_region_shown_still_learns_from_all() {
    let found = learned(DATA, &["--region", "Banyuasin"]);
    let pairs = list(&found, "pairs");
    assert!(!pairs.is_empty());
    assert!(pairs.iter().all(|it| it["region"] == "Kabupaten Banyuasin"));
    let staff = pairs
        .iter()
        .find(|it| it["indicator"] == "staff")
        .expect("staff");
    assert_eq!(list(staff, "from").len(), 2);
}

/// Every teacher of the real study, seen from outside: `score` has the levels, `compare` who is ranked.
#[test]
fn teachers_of_the_nine_regions_are_ranked_stronger_and_at_the_middle_or_above() {
    let study = "examples/nine-regions";
    let found = run(&["learn", study]);
    let ranking = run(&["compare", study]);
    let ranked = names(&ranking, "ranking", "region");
    let scores = run(&["score", study]);
    let score = |region: &Value, id: &Value| {
        let all = list(&scores, "assessments");
        let of = all
            .iter()
            .find(|it| it["region"] == *region)
            .expect("region");
        let node = list(of, "nodes").iter().find(|it| it["id"] == *id);
        node.expect("node")["score"].as_f64().expect("score")
    };
    let mut seen = 0;
    for pair in list(&found, "pairs") {
        let own = score(&pair["region"], &pair["indicator"]);
        assert!(own < 50.0);
        let mut last = 0.0;
        for teacher in list(pair, "from") {
            let region = teacher["region"].as_str().expect("name").to_owned();
            assert!(ranked.contains(&region), "{region} is not ranked");
            let theirs = score(&teacher["region"], &pair["indicator"]);
            assert!(theirs >= 50.0 && theirs > own);
            assert!(!list(teacher, "statements").is_empty());
            let distance = teacher["distance"].as_f64().expect("distance");
            assert!(distance >= last);
            last = distance;
            seen += 1;
        }
    }
    assert!(seen > 5, "{seen} teachers");
}

#[test]
fn without_levels_or_neighbours_it_says_so() {
    for (study, framework, expected) in [
        (
            "examples/spbe-sumsel",
            "spbe-2020",
            "without levels of indicators",
        ),
        (
            "examples/pemdi-aceh-tengah",
            "spbe-2020",
            "nobody to learn from",
        ),
    ] {
        let done = siap_with(
            &["learn", study, "-f", framework, "--lang", "en"],
            "",
            root(),
        );
        assert_eq!(done.code, 0, "{}", done.stderr);
        assert!(done.stdout.contains(expected), "{}", done.stdout);
    }
}
