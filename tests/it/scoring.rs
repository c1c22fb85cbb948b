//! The method, rule by rule, on frameworks small enough to work out by hand.

use serde_json::Value;

use crate::run::{folder, siap_with};

/// Two groups: `a` with leaves `a1` (weight 3) and `a2`, `b` with leaf `b1`; scale 0–4.
const SMALL: &str = r#"
id = "small"
version = "1"
title = "Small"

[[group]]
id = "a"
title = "A"

[[group]]
id = "b"
title = "B"

[[indicator]]
id = "a1"
group = "a"
title = "A1"
weight = 3

[[indicator]]
id = "a2"
group = "a"
title = "A2"
allow_na = true

[[indicator]]
id = "b1"
group = "b"
title = "B1"
"#;

struct Scored(Value);

impl Scored {
    /// Scores `rows` (a CSV table) under `framework`.
    fn of(framework: &str, rows: &str) -> Self {
        let (_keep, path) = folder(&[("f.toml", framework), ("d.csv", rows)]);
        let done = siap_with(
            &["score", "d.csv", "-f", "f.toml", "--format", "json"],
            "",
            &path,
        );
        assert_eq!(done.code, 0, "{}", done.stderr);
        Self(serde_json::from_str(&done.stdout).expect("JSON"))
    }

    fn node(&self, region: &str, id: &str) -> &Value {
        let all = self.0["assessments"].as_array().expect("assessments");
        let of = all
            .iter()
            .find(|it| {
                it["region"]
                    .as_str()
                    .is_some_and(|name| name.ends_with(region))
            })
            .unwrap_or_else(|| panic!("no {region}"));
        let nodes = of["nodes"].as_array().expect("nodes");
        nodes
            .iter()
            .find(|it| it["id"] == id)
            .unwrap_or_else(|| panic!("no {id}"))
    }

    /// The field of a node of the only region.
    fn get(&self, id: &str, field: &str) -> &Value {
        let all = self.0["assessments"].as_array().expect("assessments");
        assert_eq!(all.len(), 1);
        let nodes = all[0]["nodes"].as_array().expect("nodes");
        let node = nodes.iter().find(|it| it["id"] == id);
        &node.unwrap_or_else(|| panic!("no {id}"))[field]
    }

    fn number(&self, id: &str, field: &str, wanted: f64) {
        let found = self.get(id, field).as_f64();
        assert!(
            found.is_some_and(|it| (it - wanted).abs() < 1e-9),
            "{id} {field}: {found:?} is not {wanted}"
        );
    }

    fn null(&self, id: &str, field: &str) {
        assert!(
            self.get(id, field).is_null(),
            "{id} {field}: {}",
            self.get(id, field)
        );
    }
}

fn with(extra: &str) -> String {
    format!("{SMALL}\n{extra}\n")
}

const FULL: &str = "region,indicator,level\nOKI,a1,4\nOKI,a2,0\nOKI,b1,2\n";

#[test]
fn weights_count_among_siblings_and_groups_alike() {
    let scored = Scored::of(SMALL, FULL);
    scored.number("a", "score", 75.0);
    scored.number("b", "score", 50.0);
    scored.number("index", "score", 62.5);
    scored.number("index", "value", 2.5);
    scored.number("index", "coverage", 1.0);
}

#[test]
fn missing_data_rescale_weights_and_open_the_range() {
    let scored = Scored::of(
        SMALL,
        "region,indicator,level\nOKI,a1,4\nOKI,a2,\nOKI,b1,2\n",
    );
    scored.number("a", "score", 100.0);
    scored.number("a", "coverage", 0.75);
    scored.number("a", "score_low", 75.0);
    scored.number("a", "score_high", 100.0);
    scored.number("index", "score", 75.0);
    scored.number("index", "coverage", 0.875);
    scored.number("index", "score_low", 62.5);
    assert_eq!(scored.get("a2", "reason"), "no-evidence");
}

#[test]
fn too_little_coverage_gives_no_score_and_never_zero() {
    let scored = Scored::of(SMALL, "region,indicator,level\nOKI,a2,4\n");
    scored.null("a", "score");
    assert_eq!(scored.get("a", "reason"), "low-coverage");
    scored.number("a", "coverage", 0.25);
    scored.null("index", "score");
    scored.null("index", "score_low");
    assert_eq!(scored.get("b", "reason"), "no-data");
    assert_eq!(scored.get("b1", "reason"), "not-asked");
}

#[test]
fn missing_may_count_as_zero_where_the_framework_says_so() {
    let scored = Scored::of(
        &with("[aggregation]\nmissing = \"zero\""),
        "region,indicator,level\nOKI,a1,4\nOKI,b1,2\n",
    );
    scored.number("a", "score", 75.0);
    scored.number("a", "coverage", 0.75);
    // Not below its own low bound: missing is at the bottom already.
    scored.number("a", "score_low", 75.0);
}

#[test]
fn not_applicable_leaves_the_denominator_and_yields_to_a_level() {
    let rows = "region,indicator,level,informant\nOKI,a1,4,x\nOKI,a2,N/A,x\nOKI,b1,2,x\n";
    let scored = Scored::of(SMALL, rows);
    scored.number("a", "score", 100.0);
    scored.number("a", "coverage", 1.0);
    scored.number("a", "score_low", 100.0);
    assert_eq!(scored.get("a2", "reason"), "not-applicable");
    let scored = Scored::of(SMALL, &format!("{rows}OKI,a2,0,y\n"));
    scored.number("a", "score", 75.0);
}

#[test]
fn informants_are_averaged_after_their_coders() {
    // One informant coded twice by p (0 and 4) and once by q (2); another coded once (4).
    let rows = "region,indicator,level,informant,coder\n\
                OKI,b1,0,x,p\nOKI,b1,4,x,p\nOKI,b1,2,x,q\nOKI,b1,4,y,p\n";
    let scored = Scored::of(SMALL, rows);
    scored.number("b1", "value", 3.0);
    scored.number("b1", "sd", 2.0_f64.sqrt());
    assert_eq!(scored.get("b1", "informants"), 2);
    assert_eq!(scored.get("b1", "statements"), 4);
    // What coders agreed on wins over what each of them said.
    let scored = Scored::of(SMALL, &format!("{rows}OKI,b1,1,x,consensus\n"));
    scored.number("b1", "value", 2.5);
}

#[test]
fn informants_combine_by_the_rule_of_the_framework() {
    let rows = "region,indicator,level,informant,weight\n\
                OKI,b1,1,p,1\nOKI,b1,1,q,1\nOKI,b1,3,r,1\nOKI,b1,4,s,5\n";
    let wanted = [
        ("mean", 25.0 / 8.0),
        ("median", 4.0),
        ("mode", 1.0),
        ("min", 1.0),
        ("max", 4.0),
    ];
    for (rule, value) in wanted {
        let framework = with(&format!("[aggregation]\ninformants = \"{rule}\""));
        Scored::of(&framework, rows).number("b1", "value", value);
    }
}

#[test]
fn without_names_role_and_agencies_tell_informants_apart() {
    let rows = "region,indicator,level,role,agency\n\
                OKI,b1,0,Kepala,Kominfo; BPS\nOKI,b1,2,Kepala,BPS;Kominfo\nOKI,b1,4,,\n";
    let scored = Scored::of(SMALL, rows);
    assert_eq!(scored.get("b1", "informants"), 2);
    scored.number("b1", "value", 2.5);
}

#[test]
fn supplementary_rows_are_counted_and_context_rows_are_not() {
    let rows = "region,indicator,level,use,direction\n\
                OKI,b1,4,primary,supporting\nOKI,b1,0,supplementary,inhibiting\n\
                OKI,b1,0,context,inhibiting\n";
    let scored = Scored::of(SMALL, rows);
    scored.number("b1", "value", 4.0);
    assert_eq!(scored.get("b1", "statements"), 2);
    assert_eq!(scored.get("b1", "inhibiting"), 1);
    let kinds: Vec<&Value> = scored.0["conflicts"]
        .as_array()
        .expect("conflicts")
        .iter()
        .map(|it| &it["kind"])
        .collect();
    assert_eq!(kinds, ["direction", "level"]);
}

#[test]
fn group_rules_agree_with_hand_calculation() {
    // Unit scores of a1, a2: 1 and 1/4, weights 3 and 1.
    let rows = "region,indicator,level\nOKI,a1,4\nOKI,a2,1\nOKI,b1,2\n";
    let wanted = [
        ("arithmetic", 81.25),
        ("geometric", 100.0 * 0.25_f64.powf(0.25)),
        ("harmonic", 100.0 * 4.0 / 7.0),
        ("median", 100.0),
        ("min", 25.0),
    ];
    for (rule, score) in wanted {
        let framework = with(&format!("[aggregation]\ngroups = \"{rule}\""));
        Scored::of(&framework, rows).number("a", "score", score);
    }
    let profile = Scored::of(&with("[aggregation]\ngroups = \"none\""), rows);
    profile.null("index", "score");
    assert_eq!(profile.get("index", "reason"), "profile");
    profile.number("index", "coverage", 1.0);
}

#[test]
fn a_floor_lets_a_geometric_mean_meet_a_zero() {
    let framework = with("[aggregation]\ngroups = \"geometric\"\nfloor = 0.01");
    let scored = Scored::of(&framework, FULL);
    scored.number("a2", "score", 1.0);
    scored.number("a", "score", 100.0 * 0.01_f64.powf(0.25));
    // The native value looks through the floor: 0 stays 0, 4 stays 4.
    scored.number("a2", "value", 0.0);
    scored.number("b1", "score", 100.0 * (0.01 + 0.99 * 0.5));
}

const KINDS: &str = r#"
id = "kinds"
version = "1"
title = "Kinds"

[scales.stages]
min = 1
max = 9
[[scales.stages.level]]
value = 1
label = "Informasi"
[[scales.stages.level]]
value = 2
label = "Interaksi"
[[scales.stages.level]]
value = 9
label = "Transaksi"

[[indicator]]
id = "ladder"
title = "Ladder"
kind = "ladder"
scale = "stages"

[[indicator]]
id = "check"
title = "Check"
kind = "check"

[[indicator]]
id = "more"
title = "More"
kind = "number"
goalposts = [0, 50]

[[indicator]]
id = "less"
title = "Less"
kind = "number"
goalposts = [0, 50]
direction = "lower"

[[indicator]]
id = "reversed"
title = "Reversed"
direction = "lower"

[[indicator]]
id = "shown"
title = "Shown"
direction = "descriptive"

[[indicator]]
id = "listed"
title = "Listed"
kind = "inventory"

[[indicator]]
id = "seen"
title = "Seen"
kind = "direction"
"#;

#[test]
fn every_kind_has_its_own_way_to_a_score() {
    let rows = "region,indicator,level,value,direction,finding\n\
                OKI,ladder,Interaksi,,,\nOKI,check,sebagian,,,\nOKI,more,,60,,\nOKI,less,,10,,\n\
                OKI,reversed,1,,,\nOKI,shown,3,,,\nOKI,listed,,,,SIAK\nOKI,seen,,,pendukung,\n";
    let scored = Scored::of(KINDS, rows);
    scored.number("ladder", "score", 50.0);
    scored.number("check", "score", 50.0);
    scored.number("more", "score", 100.0);
    scored.number("more", "value", 60.0);
    scored.number("less", "score", 80.0);
    scored.number("reversed", "score", 75.0);
    scored.null("shown", "score");
    scored.number("shown", "value", 3.0);
    assert_eq!(scored.get("listed", "reason"), "not-scored");
    assert_eq!(scored.get("listed", "statements"), 1);
    assert_eq!(scored.get("seen", "supporting"), 1);
    // Only the five scored leaves are in the denominator; scales differ, so there is no native value.
    scored.number("index", "coverage", 1.0);
    scored.number("index", "score", (50.0 + 50.0 + 100.0 + 80.0 + 75.0) / 5.0);
    scored.null("index", "value");
}

#[test]
fn a_check_that_nobody_made_is_missing_not_absent() {
    let rows = "region,indicator,level\nOKI,check,belum diperiksa\nOKI,ladder,Transaksi\n";
    let scored = Scored::of(KINDS, rows);
    assert_eq!(scored.get("check", "reason"), "no-evidence");
    scored.number("ladder", "score", 100.0);
}

#[test]
fn numbers_are_normalised_over_all_regions() {
    let framework = |way: &str, direction: &str| {
        format!(
            "id = \"n\"\nversion = \"1\"\ntitle = \"N\"\n[[indicator]]\nid = \"x\"\ntitle = \"X\"\n\
             kind = \"number\"\nnormalise = \"{way}\"\ndirection = \"{direction}\"\n"
        )
    };
    let rows =
        "region,indicator,value\nOKI,x,10\nKota Prabumulih,x,20\nMuara Enim,x,20\nBanyuasin,x,50\n";
    // mean 25, n − 1 deviation √(900/3) = 17.32…
    let z = |value: f64| 50.0 + 10.0 * (value - 25.0) / 300.0_f64.sqrt();
    let wanted: [(&str, &str, [f64; 3]); 4] = [
        ("min-max", "higher", [0.0, 25.0, 100.0]),
        ("min-max", "lower", [100.0, 75.0, 0.0]),
        ("z-score", "higher", [z(10.0), z(20.0), z(50.0)]),
        ("rank", "higher", [0.0, 100.0 / 3.0, 100.0]),
    ];
    for (way, direction, scores) in wanted {
        let scored = Scored::of(&framework(way, direction), rows);
        for (region, score) in ["Ogan Komering Ilir", "Muara Enim", "Banyuasin"]
            .iter()
            .zip(scores)
        {
            let found = scored.node(region, "x")["score"].as_f64();
            assert!(
                found.is_some_and(|it| (it - score).abs() < 1e-9),
                "{way} {direction} {region}: {found:?} is not {score}"
            );
        }
    }
    let constant = "region,indicator,value\nOKI,x,10\nMuara Enim,x,10\n";
    let scored = Scored::of(&framework("min-max", "higher"), constant);
    assert_eq!(scored.node("Muara Enim", "x")["reason"], "constant");
    assert!(scored.node("Muara Enim", "x")["score"].is_null());
}

#[test]
fn a_reported_number_stands_where_nothing_below_has_data() {
    let rows = "region,indicator,level,value\nOKI,a,,70.5\nOKI,a,,71.5\nOKI,b1,2,\n";
    let scored = Scored::of(SMALL, rows);
    scored.number("a", "score", 71.0);
    assert_eq!(scored.get("a", "reported"), true);
    scored.number("a", "coverage", 1.0);
    scored.number("index", "score", 60.5);
    // Where both exist the computed one counts, and the difference is told.
    let scored = Scored::of(
        SMALL,
        "region,indicator,level,value\nOKI,b,,70\nOKI,b1,2,\nOKI,a1,2,\n",
    );
    scored.number("b", "score", 50.0);
    assert_eq!(scored.get("b", "reported"), false);
    assert_eq!(scored.0["warnings"][0]["code"], "reported_differs");
}

#[test]
fn a_native_unit_reports_on_its_own_scale() {
    let framework = with(
        "[scale]\nmin = 1\nmax = 5\n[reporting]\nunit = \"native\"\n\
         [[band]]\nid = \"low\"\nfrom = 1\nlabel = \"Low\"\n\
         [[band]]\nid = \"high\"\nfrom = 2.6\nlabel = \"High\"\n",
    );
    let scored = Scored::of(&framework, "region,indicator,level,value\nOKI,index,,2.6\n");
    scored.number("index", "value", 2.6);
    scored.number("index", "score", 40.0);
    assert_eq!(scored.get("index", "band"), "high");
}

#[test]
fn floating_point_noise_neither_breaks_a_tie_nor_moves_a_band_edge() {
    // 0.1 + 0.2 ≠ 0.3: three thirds of a percent scale reach the band edge all the same.
    let framework = "id = \"t\"\nversion = \"1\"\ntitle = \"T\"\n[scale]\nmin = 0\nmax = 10\n\
        [[band]]\nid = \"low\"\nfrom = 0\nlabel = \"L\"\n[[band]]\nid = \"edge\"\nfrom = 30\nlabel = \"E\"\n\
        [[indicator]]\nid = \"x\"\ntitle = \"X\"\nweight = 0.1\n\
        [[indicator]]\nid = \"y\"\ntitle = \"Y\"\nweight = 0.7\n\
        [[indicator]]\nid = \"z\"\ntitle = \"Z\"\nweight = 0.2\n";
    let rows = "region,indicator,level\nOKI,x,3\nOKI,y,3\nOKI,z,3\nBanyuasin,x,3\nBanyuasin,y,3\nBanyuasin,z,3.0\n";
    let scored = Scored::of(framework, rows);
    assert_eq!(scored.node("Ilir", "index")["band"], "edge");
    let (_keep, path) = folder(&[("f.toml", framework), ("d.csv", rows)]);
    let done = siap_with(
        &["compare", "d.csv", "-f", "f.toml", "--format", "json"],
        "",
        &path,
    );
    let record: Value = serde_json::from_str(&done.stdout).expect("JSON");
    let ranks: Vec<&Value> = record["ranking"]
        .as_array()
        .expect("rows")
        .iter()
        .map(|it| &it["rank"])
        .collect();
    assert_eq!(ranks, [1, 1]);
}

fn compared(rows: &str, more: &[&str]) -> Value {
    let (_keep, path) = folder(&[("f.toml", SMALL), ("d.csv", rows)]);
    let words = [
        &["compare", "d.csv", "-f", "f.toml", "--format", "json"],
        more,
    ]
    .concat();
    let done = siap_with(&words, "", &path);
    assert_eq!(done.code, 0, "{}", done.stderr);
    serde_json::from_str(&done.stdout).expect("JSON")
}

fn names(record: &Value, list: &str) -> Vec<String> {
    let rows = record[list].as_array().expect("rows");
    rows.iter()
        .map(|it| it["region"].as_str().expect("a name").to_owned())
        .collect()
}

#[test]
fn the_newest_wave_with_two_scored_regions_is_compared() {
    let mut rows = String::from("region,indicator,level,wave\n");
    for (region, level, wave) in [
        ("OKI", 1, 2022),
        ("Banyuasin", 2, 2022),
        ("OKI", 3, 2023),
        ("Muara Enim", 2, 2021),
    ] {
        for indicator in ["a1", "a2", "b1"] {
            rows.push_str(&format!("{region},{indicator},{level},{wave}\n"));
        }
    }
    let newest = compared(&rows, &[]);
    assert_eq!(newest["wave"], "2022");
    assert_eq!(
        names(&newest, "ranking"),
        ["Kabupaten Banyuasin", "Kabupaten Ogan Komering Ilir"]
    );
    assert_eq!(newest["unranked"][0]["reason"], "other-wave");
    let latest = compared(&rows, &["--wave", "latest"]);
    assert_eq!(latest["waves_mixed"], true);
    assert_eq!(names(&latest, "ranking")[0], "Kabupaten Ogan Komering Ilir");
    assert_eq!(latest["ranking"].as_array().map(Vec::len), Some(3));
    let named = compared(&rows, &["--wave", "2023"]);
    assert_eq!(names(&named, "ranking"), ["Kabupaten Ogan Komering Ilir"]);
}

#[test]
fn stages_are_never_averaged_and_the_most_verified_common_one_is_ranked() {
    let mut rows = String::from("region,indicator,level,stage\n");
    for (region, level, stage) in [
        ("OKI", 4, "mandiri"),
        ("OKI", 1, "interviu"),
        ("Banyuasin", 3, "mandiri"),
        ("Banyuasin", 2, "interviu"),
        ("Banyuasin", 1, "visitasi"),
    ] {
        for indicator in ["a1", "a2", "b1"] {
            rows.push_str(&format!("{region},{indicator},{level},{stage}\n"));
        }
    }
    let record = compared(&rows, &[]);
    assert_eq!(record["stage"], "interview");
    assert_eq!(
        names(&record, "ranking"),
        ["Kabupaten Banyuasin", "Kabupaten Ogan Komering Ilir"]
    );
    assert_eq!(record["ranking"][0]["value"], 2.0);
    let only_self = "region,indicator,level,stage\nOKI,a1,4,self\nOKI,b1,4,self\nBanyuasin,a1,3,self\nBanyuasin,b1,3,self\n";
    let (_keep, path) = folder(&[("f.toml", SMALL), ("d.csv", only_self)]);
    let words = ["compare", "d.csv", "-f", "f.toml", "--lang", "id"];
    let shown = siap_with(&words, "", &path).stdout;
    assert!(
        shown.contains("nilai mandiri, belum diverifikasi"),
        "{shown}"
    );
}

#[test]
fn kabupaten_and_kota_stand_in_one_ranking_with_their_rank_among_their_kind() {
    let mut rows = String::from("region,indicator,level\n");
    for (region, level) in [
        ("OKI", 3),
        ("Kota Prabumulih", 2),
        ("Banyuasin", 1),
        ("Sumatera Selatan", 4),
    ] {
        for indicator in ["a1", "a2", "b1"] {
            rows.push_str(&format!("{region},{indicator},{level}\n"));
        }
    }
    let record = compared(&rows, &[]);
    let kinds: Vec<&Value> = record["ranking"]
        .as_array()
        .expect("rows")
        .iter()
        .map(|it| &it["rank_in_kind"])
        .collect();
    assert_eq!(kinds, [1, 1, 2]);
    assert_eq!(names(&record, "unranked"), ["Provinsi Sumatera Selatan"]);
    let cities = compared(&rows, &["--kind", "kota"]);
    assert_eq!(names(&cities, "ranking"), ["Kota Prabumulih"]);
}

#[test]
fn names_and_codes_of_one_region_meet_and_namesakes_stay_apart() {
    let rows = "region,indicator,level\nKab. OKI,a1,4\nOKI,a2,0\nOgan Komering Ilir,b1,2\n\
                16.02,a1,4\nKota Bogor,a1,1\nKabupaten Bogor,a1,2\n11.01,a1,1\n1101,a1,2\n";
    let scored = Scored::of(SMALL, rows);
    let all = scored.0["assessments"].as_array().expect("assessments");
    let regions: Vec<&str> = all.iter().filter_map(|it| it["region"].as_str()).collect();
    assert_eq!(
        regions,
        [
            "Kabupaten Aceh Selatan",
            "Kabupaten Bogor",
            "Kabupaten Ogan Komering Ilir",
            "Kabupaten Simeulue",
            "Kota Bogor",
        ]
    );
    assert_eq!(all[0]["code"], "11.01", "codes stay text");
}

#[test]
fn a_wide_table_and_a_long_one_give_the_same_scores() {
    let wide = "Wilayah;A1;A2;Informan;B1\nOKI;4;0;x;2\n";
    let long = "region,indicator,level,informant\nOKI,a1,4,x\nOKI,a2,0,x\nOKI,b1,2,x\n";
    let (one, two) = (Scored::of(SMALL, wide), Scored::of(SMALL, long));
    assert_eq!(one.0["assessments"], two.0["assessments"]);
}
