//! What the papers conclude (CLAIMS A and B), carried by the two example studies.
//!
//! The levels are our judgement, made knowing the conclusions: these tests show that the tool can
//! carry the papers' reasoning, not that the papers are confirmed.

use serde_json::Value;

use crate::run::siap;

fn json(line: &str) -> Value {
    let done = siap(line);
    assert_eq!(done.code, 0, "{}", done.stderr);
    serde_json::from_str(&done.stdout).expect("JSON")
}

fn ranked(of: &Value) -> Vec<(String, f64, f64, u64)> {
    let rows = of["ranking"].as_array().expect("a ranking");
    rows.iter()
        .map(|row| {
            (
                row["region"].as_str().expect("a region").to_owned(),
                row["value"].as_f64().expect("a value"),
                row["score"].as_f64().expect("a score"),
                row["rank"].as_u64().expect("a rank"),
            )
        })
        .collect()
}

fn node<'a>(scores: &'a Value, region: &str, id: &str) -> &'a Value {
    let assessments = scores["assessments"].as_array().expect("assessments");
    let of = assessments
        .iter()
        .find(|it| it["region"] == region)
        .unwrap_or_else(|| panic!("no {region}"));
    of["nodes"]
        .as_array()
        .expect("nodes")
        .iter()
        .find(|it| it["id"] == id)
        .unwrap_or_else(|| panic!("no {id}"))
}

fn number(found: &Value) -> f64 {
    found.as_f64().expect("a number")
}

fn near(found: &Value, wanted: f64) {
    let found = found.as_f64().expect("a number");
    assert!((found - wanted).abs() < 0.005, "{found} is not {wanted}");
}

const SUMSEL: &str = "examples/sumsel-smart-province";
const GOVERNMENTS: [&str; 5] = [
    "Provinsi Sumatera Selatan",
    "Kabupaten Banyuasin",
    "Kabupaten Muara Enim",
    "Kota Prabumulih",
    "Kabupaten Ogan Komering Ilir",
];
const INDICATORS: [&str; 7] = [
    "online-applications",
    "internet-network",
    "data-integration",
    "ict-staff",
    "staff-competence",
    "ict-support",
    "implementing-rules",
];

#[test]
fn a3_banyuasin_is_first_of_the_four_and_the_order_is_the_papers() {
    let compared = json(&format!("compare {SUMSEL} --format json"));
    let found = ranked(&compared);
    let wanted = [
        // 3 for rules "being prepared" (E001-023), not 4: 2.28 and no longer 2.44.
        ("Kabupaten Banyuasin", 2.28, 56.94),
        ("Kabupaten Muara Enim", 2.17, 54.17),
        ("Kota Prabumulih", 1.83, 45.83),
        ("Kabupaten Ogan Komering Ilir", 1.44, 36.11),
    ];
    assert_eq!(found.len(), wanted.len());
    for (rank, (found, wanted)) in (1..).zip(found.iter().zip(wanted)) {
        assert_eq!((found.0.as_str(), found.3), (wanted.0, rank));
        assert!((found.1 - wanted.1).abs() < 0.005, "{found:?}");
        assert!((found.2 - wanted.2).abs() < 0.005, "{found:?}");
    }
}

#[test]
fn a3b_the_province_is_compared_only_when_asked() {
    let compared = json(&format!("compare {SUMSEL} --format json"));
    let unranked = compared["unranked"].as_array().expect("a list");
    assert_eq!(unranked.len(), 1);
    assert_eq!(unranked[0]["region"], "Provinsi Sumatera Selatan");
    assert_eq!(unranked[0]["reason"], "other-kind");
    let all = json(&format!("compare {SUMSEL} --format json --kind all"));
    let found = ranked(&all);
    let place = |name: &str| found.iter().find(|it| it.0 == name).expect("ranked");
    // Its network has no level, because the paper does not describe it: 62.5 on 89 %. The tie with
    // Banyuasin that a middle level made is gone.
    let province = place("Provinsi Sumatera Selatan");
    near(&province.2.into(), 62.5);
    assert_eq!(province.3, 1);
    assert_eq!(place("Kabupaten Banyuasin").3, 2);
    let scores = json(&format!("score {SUMSEL} --format json"));
    let coverage = &node(&scores, "Provinsi Sumatera Selatan", "index")["coverage"];
    near(coverage, 0.889);
}

#[test]
fn the_whole_matrix_of_claims_a() {
    /// No level: the paper does not describe the cell.
    const NONE: i32 = -1;
    let levels = [
        [4, NONE, 1, 1, 1, 4, 4],
        [3, 3, 1, 2, 1, 3, 3],
        [3, 3, 0, 1, 1, 3, 4],
        [3, 2, 1, 1, 1, 3, 2],
        [2, 1, 1, 1, 1, 1, 3],
    ];
    let groups = [
        [62.5, 25.0, 100.0],
        [58.3, 37.5, 75.0],
        [50.0, 25.0, 87.5],
        [50.0, 25.0, 62.5],
        [33.3, 25.0, 50.0],
    ];
    let scores = json(&format!("score {SUMSEL} --format json"));
    for (region, (levels, groups)) in GOVERNMENTS.iter().zip(levels.iter().zip(groups)) {
        for (indicator, level) in INDICATORS.iter().zip(levels) {
            let found = &node(&scores, region, indicator)["value"];
            match *level {
                NONE => assert!(found.is_null(), "{region} {indicator}: {found}"),
                level => near(found, f64::from(level)),
            }
        }
        for (group, score) in ["technology", "hr", "governance"].iter().zip(groups) {
            let found = node(&scores, region, group)["score"].as_f64();
            assert!(
                found.is_some_and(|it| (it - score).abs() < 0.05),
                "{region} {group}: {found:?} is not {score}"
            );
        }
    }
}

#[test]
fn a1_the_province_is_ready_in_technology_and_governance_and_weak_in_hr() {
    let scores = json(&format!("score {SUMSEL} --format json"));
    let of = |id| number(&node(&scores, "Provinsi Sumatera Selatan", id)["score"]);
    let (technology, hr, governance) = (of("technology"), of("hr"), of("governance"));
    assert!(technology >= 50.0 && governance >= 50.0 && hr < 50.0);
}

#[test]
fn a4_hr_is_the_lowest_aspect_everywhere_and_never_praised_in_four_governments() {
    let scores = json(&format!("score {SUMSEL} --format json"));
    for region in GOVERNMENTS {
        let of = |id| number(&node(&scores, region, id)["score"]);
        assert!(
            of("hr") < of("technology") && of("hr") < of("governance"),
            "{region}"
        );
        let praise = node(&scores, region, "hr")["supporting"].as_u64();
        let wanted = u64::from(region == "Kabupaten Banyuasin");
        assert_eq!(praise, Some(wanted), "{region}");
    }
}

#[test]
fn a5_a6_competence_does_not_vary_and_integration_is_weak_everywhere() {
    let compared = json(&format!("compare {SUMSEL} --format json"));
    assert_eq!(
        compared["no_variation"],
        serde_json::json!(["staff-competence"])
    );
    let weak = compared["weak_everywhere"].as_array().expect("a list");
    let names: Vec<&str> = weak.iter().filter_map(|it| it["id"].as_str()).collect();
    assert_eq!(names, ["data-integration", "staff-competence", "hr"]);
    assert_eq!(weak[0]["regions"], 5);
    near(&weak[0]["mean"], 20.0);
    let scores = json(&format!("score {SUMSEL} --format json"));
    for region in GOVERNMENTS {
        let it = node(&scores, region, "data-integration");
        assert!(number(&it["value"]) <= 1.0, "{region}");
        assert_eq!(it["supporting"], 0, "{region}");
    }
}

#[test]
fn a12_the_five_recommendations_reach_the_province_and_nobody_else() {
    let lines = ["L1512-1518", "L1520-1524", "L1526-1528", "L1538", "L1540"];
    let shown = |more: &str| siap(&format!("score {SUMSEL} {more} --lang en")).stdout;
    let province = shown("--kind provinsi");
    let others = shown("--kind kabkota");
    for line in lines {
        assert!(province.contains(line), "{line}:\n{province}");
        assert!(!others.contains(line), "{line}:\n{others}");
    }
}

#[test]
fn a9_the_contradictory_network_statements_are_listed() {
    let scores = json(&format!("score {SUMSEL} --format json"));
    let conflicts = scores["conflicts"].as_array().expect("conflicts");
    let of = |region: &str, kind: &str| -> Vec<String> {
        conflicts
            .iter()
            .filter(|it| it["region"] == region && it["indicator"] == "internet-network")
            .filter(|it| it["kind"] == kind)
            .flat_map(|it| it["statements"].as_array().expect("statements"))
            .filter_map(|it| it["id"].as_str().map(str::to_owned))
            .collect()
    };
    let enim = of("Kabupaten Muara Enim", "contradicts");
    assert!(enim.contains(&"E001-002".to_owned()) && enim.contains(&"E001-008".to_owned()));
    let prabumulih = of("Kota Prabumulih", "direction");
    assert!(prabumulih.contains(&"E001-043".to_owned()));
    assert!(prabumulih.contains(&"E001-049".to_owned()));
    let cell = node(&scores, "Kota Prabumulih", "internet-network");
    assert_eq!(
        (&cell["supporting"], &cell["inhibiting"]),
        (&1.into(), &2.into())
    );
}

#[test]
fn a8_the_sentence_that_the_evidence_contradicts_is_in_the_conflicts() {
    let scores = json(&format!("score {SUMSEL} --format json"));
    let conflicts = scores["conflicts"].as_array().expect("conflicts");
    assert!(conflicts.iter().any(|it| {
        it["region"] == "Kabupaten Ogan Komering Ilir"
            && it["indicator"] == "technology"
            && it["kind"] == "contradicts"
    }));
}

#[test]
fn blanking_weak_indicators_does_not_lift_a_region_to_the_top() {
    // Without its three weakest answers Muara Enim would have 75.0 and stand above Banyuasin.
    let table = std::fs::read_to_string(crate::run::root().join(SUMSEL).join("statements.csv"))
        .expect("the example");
    let mut kept = String::new();
    let mut blanked = 0;
    for line in table.lines() {
        let weak = ["data-integration", "ict-staff", "staff-competence"]
            .iter()
            .any(|id| {
                line.starts_with("Kabupaten Muara Enim") && line.contains(&format!(",{id},"))
            });
        if weak && line.contains(",primary,") {
            blanked += 1;
        } else {
            kept.push_str(line);
            kept.push('\n');
        }
    }
    assert_eq!(blanked, 3);
    let (_keep, path) = crate::run::folder(&[("statements.csv", &kept)]);
    let words = [
        "compare",
        "statements.csv",
        "-f",
        "smart-province-readiness",
    ];
    let unranked = crate::run::siap_with(&[&words[..], &["--format", "json"]].concat(), "", &path);
    let record: Value = serde_json::from_str(&unranked.stdout).expect("JSON");
    assert_eq!(ranked(&record)[0].0, "Kabupaten Banyuasin");
    assert!(
        record["unranked"]
            .as_array()
            .expect("a list")
            .iter()
            .any(|it| { it["region"] == "Kabupaten Muara Enim" && it["reason"] == "low-coverage" })
    );
    // Where a study lowers the bar, the loophole is named, and neither is first for certain.
    let study = "framework = \"smart-province-readiness\"\n[aggregation]\nrank_coverage = 0.5\n";
    std::fs::write(path.join("study.toml"), study).expect("a file");
    let done = crate::run::siap_with(&["compare", ".", "--format", "json"], "", &path);
    let record: Value = serde_json::from_str(&done.stdout).expect("JSON");
    let doubts = record["doubts"].as_array().expect("doubts");
    let named = |why: &str| {
        doubts.iter().any(|it| {
            it["above"] == "Kabupaten Muara Enim"
                && it["below"] == "Kabupaten Banyuasin"
                && it["reason"] == why
        })
    };
    assert!(named("missing-data"), "{doubts:?}");
    let could_be_first = |region: &str| {
        let rows = record["ranking"].as_array().expect("rows");
        let it = rows
            .iter()
            .find(|it| it["region"] == region)
            .expect("a row");
        it["rank_low"] == 1 && it["rank_high"].as_u64() > Some(1)
    };
    assert!(could_be_first("Kabupaten Muara Enim") && could_be_first("Kabupaten Banyuasin"));
}

const KUKAR: &str = "Kabupaten Kutai Kartanegara";

#[test]
fn b_factors_of_kutai_kartanegara() {
    let scores = json("score examples/kutai-kartanegara --format json");
    let wanted = [
        ("disposisi", 3.40, 6, 0),
        ("sumber-daya", 2.00, 3, 6),
        ("struktur-birokrasi", 1.50, 2, 6),
        ("komunikasi", 1.25, 2, 5),
    ];
    for (factor, value, supporting, inhibiting) in wanted {
        let it = node(&scores, KUKAR, factor);
        near(&it["value"], value);
        assert_eq!(it["supporting"], supporting, "{factor}");
        assert_eq!(it["inhibiting"], inhibiting, "{factor}");
    }
    near(&node(&scores, KUKAR, "index")["value"], 2.04);
    near(&node(&scores, KUKAR, "jumlah-pegawai")["value"], 3.0);
    near(&node(&scores, KUKAR, "keahlian-ti")["value"], 1.0);
    near(&node(&scores, KUKAR, "tim-pelaksana")["value"], 4.0);
    near(&node(&scores, KUKAR, "pengawasan-kontrol")["value"], 0.0);
}

#[test]
fn b9_sop_and_kejujuran_have_no_data_and_are_never_zero() {
    let scores = json("score examples/kutai-kartanegara --format json");
    for id in ["sop", "kejujuran"] {
        let it = node(&scores, KUKAR, id);
        for field in ["score", "score_low", "score_high", "value", "band"] {
            assert!(it[field].is_null(), "{id} {field}: {}", it[field]);
        }
        near(&it["coverage"], 0.0);
    }
    let shown = siap("score examples/kutai-kartanegara --lang id").stdout;
    let line = shown
        .lines()
        .find(|line| line.trim_start().starts_with("Prosedur"))
        .expect("a row for SOP");
    assert!(line.contains("tidak"), "{line}");
}

#[test]
fn b7_thirty_respondents_never_become_a_percentage() {
    let shown = siap("matrix examples/kutai-kartanegara --lang id").stdout;
    let at = shown.find("30").expect("thirty respondents are mentioned");
    let around: String = shown[at..].chars().take(300).collect();
    assert!(!around.contains('%'), "{around}");
}
