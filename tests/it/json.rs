//! The JSON that other programs rely on.

use serde_json::Value;

use crate::run::siap;

fn keys(value: &Value) -> Vec<&str> {
    value
        .as_object()
        .expect("an object")
        .keys()
        .map(String::as_str)
        .collect()
}

#[test]
fn score_has_every_field_of_the_contract() {
    let done = siap("score examples/sumsel-smart-province --format json");
    assert_eq!(done.code, 0, "{}", done.stderr);
    let record: Value = serde_json::from_str(&done.stdout).expect("JSON");
    for field in [
        "siap",
        "framework",
        "inputs",
        "assessments",
        "conflicts",
        "warnings",
    ] {
        assert!(keys(&record).contains(&field), "{field}");
    }
    assert_eq!(record["siap"], env!("CARGO_PKG_VERSION"));
    assert_eq!(
        record["framework"]["sha256"].as_str().map(str::len),
        Some(64)
    );
    let input = &record["inputs"][0];
    assert_eq!(input["path"], "statements.csv", "relative to the study");
    assert_eq!(input["sha256"].as_str().map(str::len), Some(64));
    let assessments = record["assessments"].as_array().expect("a list");
    let regions: Vec<&str> = assessments
        .iter()
        .filter_map(|it| it["region"].as_str())
        .collect();
    let mut sorted = regions.clone();
    sorted.sort_unstable();
    assert_eq!(regions, sorted);
    assert_eq!(assessments[0]["code"], "16.07");
    assert_eq!(assessments[0]["kind"], "kabupaten");
    assert_eq!(assessments[0]["wave"], "2019");
    assert!(assessments[0]["stage"].is_null());
    let nodes = assessments[0]["nodes"].as_array().expect("a list");
    assert_eq!(nodes.len(), 11);
    let fields = [
        "id",
        "kind",
        "parent",
        "score",
        "score_low",
        "score_high",
        "value",
        "band",
        "coverage",
        "reported",
        "statements",
        "informants",
        "sd",
        "supporting",
        "inhibiting",
        "neutral",
        "reason",
    ];
    for node in nodes {
        for field in fields {
            assert!(keys(node).contains(&field), "{field} of {node}");
        }
    }
    assert_eq!(nodes[0]["id"], "index");
    assert_eq!(nodes[0]["kind"], "index");
    assert!(nodes[0]["parent"].is_null());
    assert_eq!(nodes[1]["kind"], "group");
    assert_eq!(nodes[2]["parent"], "technology");
    let conflict = &record["conflicts"][0];
    for field in ["region", "wave", "indicator", "kind", "statements"] {
        assert!(keys(conflict).contains(&field), "{field}");
    }
    for field in [
        "file",
        "row",
        "id",
        "level",
        "direction",
        "coder",
        "informant",
    ] {
        assert!(keys(&conflict["statements"][0]).contains(&field), "{field}");
    }
}

#[test]
fn numbers_are_exact_and_bytes_are_the_same_on_every_run() {
    let one = siap("score examples/sumsel-smart-province --format json").stdout;
    let two = siap("score examples/sumsel-smart-province --format json").stdout;
    assert_eq!(one, two);
    // With warnings in it as well: nothing in their order or words may depend on chance.
    let warned =
        "score tests/errors/assess/unknown_region.csv -f smart-province-readiness --format json";
    assert_eq!(siap(warned).stdout, siap(warned).stdout);
    assert!(siap(warned).stdout.contains("\"unknown_regions\""));
    // 20.5/36 as a shortest round-trip double, not rounded.
    assert!(one.contains("56.94444444444445"), "no full precision");
}

#[test]
fn compare_has_every_field_of_the_contract() {
    let done = siap("compare examples/sumsel-smart-province --format json");
    let record: Value = serde_json::from_str(&done.stdout).expect("JSON");
    for field in [
        "wave",
        "stage",
        "ranking",
        "unranked",
        "no_variation",
        "doubts",
        "pivots",
        "verdicts",
        "expected",
        "not_sent",
    ] {
        assert!(keys(&record).contains(&field), "{field}");
    }
    let first = &record["ranking"][0];
    let fields = [
        "region",
        "code",
        "kind",
        "rank",
        "rank_in_kind",
        "rank_low",
        "rank_high",
        "score",
        "value",
        "band",
        "coverage",
        "gap_to_best",
        "gap_to_median",
        "targets",
        "nodes",
    ];
    for field in fields {
        assert!(keys(first).contains(&field), "{field}");
    }
    assert_eq!(first["nodes"]["index"], first["score"]);
    let median = record["median"].as_f64().expect("a median");
    let gap = first["gap_to_median"].as_f64().expect("a gap");
    let score = first["score"].as_f64().expect("a score");
    assert!((median - score - gap).abs() < 1e-9);
}

#[test]
fn targets_are_told_with_their_distance() {
    let study = "framework = \"smart-province-readiness\"\nwave = 2019\n\
                 [[target]]\nnode = \"index\"\nvalue = 55\n\
                 [[target]]\nnode = \"hr\"\nvalue = 50\nop = \">\"\n";
    let data = std::fs::read_to_string(
        crate::run::root().join("examples/sumsel-smart-province/statements.csv"),
    )
    .expect("the example");
    let (_keep, path) = crate::run::folder(&[("study.toml", study), ("data.csv", &data)]);
    let done = crate::run::siap_with(&["compare", ".", "--format", "json"], "", &path);
    let record: Value = serde_json::from_str(&done.stdout).expect("JSON");
    let targets = &record["ranking"][0]["targets"];
    assert_eq!(targets[0]["reached"], true);
    assert_eq!(targets[1]["reached"], false);
    assert_eq!(targets[1]["op"], ">");
    assert_eq!(targets[1]["gap"], 12.5);
}
