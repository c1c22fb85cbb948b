//! What differs between two data, waves, stages or coders.

use std::collections::BTreeMap;
use std::path::Path;

use serde_json::Value;

use crate::run::{Done, folder, root, siap, siap_with};

pub(crate) const FRAMEWORK: &str = "smart-province-readiness";
/// All that this framework asks for, so that there is an index.
pub(crate) const INDICATORS: [&str; 7] = [
    "online-applications",
    "internet-network",
    "data-integration",
    "ict-staff",
    "staff-competence",
    "ict-support",
    "implementing-rules",
];

pub(crate) const HEADER: &str = "id,region,indicator,level,informant,finding,rationale,note";

/// Three regions with all indicators, one row each; Banyuasin before Palembang before Lahat.
pub(crate) fn rows() -> Vec<String> {
    let regions = [
        ("Kab. Banyuasin", 3),
        ("Kota Palembang", 2),
        ("Kab. Lahat", 1),
    ];
    let mut out = Vec::new();
    for (region, level) in regions {
        for indicator in INDICATORS {
            let id = out.len() + 1;
            out.push(format!(
                "s{id},{region},{indicator},{level},P{id},temuan {id},,"
            ));
        }
    }
    out
}

pub(crate) fn table(header: &str, rows: &[String]) -> String {
    format!("{header}\n{}\n", rows.join("\n"))
}

/// The rows without their ids.
fn unnamed(rows: &[String]) -> String {
    let rows: Vec<String> = rows
        .iter()
        .map(|it| it.split_once(',').expect("an id").1.to_owned())
        .collect();
    table(HEADER.trim_start_matches("id,"), &rows)
}

pub(crate) fn run(path: &Path, words: &[&str]) -> Done {
    let done = siap_with(&[&["diff"], words].concat(), "", path);
    assert_eq!(done.code, 0, "{words:?}: {}", done.stderr);
    done
}

pub(crate) fn json(path: &Path, words: &[&str]) -> Value {
    let done = run(path, &[words, &["--format", "json"]].concat());
    serde_json::from_str(&done.stdout).expect("JSON")
}

/// The differences between two tables.
fn between(before: &str, after: &str) -> Value {
    let (_keep, path) = folder(&[("before.csv", before), ("after.csv", after)]);
    json(&path, &["before.csv", "after.csv", "-f", FRAMEWORK])
}

pub(crate) fn list<'a>(record: &'a Value, name: &str) -> &'a Vec<Value> {
    record[name].as_array().expect("a list")
}

pub(crate) fn assert_nothing(record: &Value) {
    for name in ["statements", "cells", "scores", "ranks"] {
        assert_eq!(list(record, name).len(), 0, "{name}: {record}");
    }
}

/// Everything that holds of any record.
pub(crate) fn assert_sound(record: &Value) {
    let mut all = list(record, "scores").iter();
    assert!(all.all(|it| match (it["a"].as_f64(), it["b"].as_f64()) {
        (Some(a), Some(b)) => {
            let change = it["change"].as_f64().expect("a change");
            // This reader of JSON may miss a last digit; the CSV is held to it.
            (change - (b - a)).abs() < 1e-12 && change.abs() > 1e-9
        }
        (None, None) => false,
        _ => it["change"].is_null(),
    }));
    for it in list(record, "cells") {
        let numbers = [&it["a"], &it["b"]].map(Value::as_f64);
        for (number, reason) in numbers.iter().zip([&it["reason_a"], &it["reason_b"]]) {
            assert_eq!(number.is_none(), reason.is_string(), "{it}");
        }
    }
    let counts = &record["counts"];
    let count = |name: &str| counts[name].as_u64().expect("a count");
    assert!(count("added") + count("removed") + count("changed") <= count("statements"));
    assert!(count("judged") <= count("changed"));
}

pub(crate) fn text(value: &Value) -> &str {
    value.as_str().unwrap_or_default()
}

/// `field: a → b` of every field of a statement.
pub(crate) fn fields(statement: &Value) -> Vec<String> {
    let fields = list(statement, "fields").iter();
    let fields = fields.map(|it| {
        format!(
            "{}: {} → {}",
            text(&it["field"]),
            text(&it["a"]),
            text(&it["b"])
        )
    });
    fields.collect()
}

#[test]
fn the_same_data_in_another_order_differ_in_nothing() {
    let rows = rows();
    let mut other = rows.clone();
    other.reverse();
    other.swap(3, 11);
    assert_nothing(&between(&table(HEADER, &rows), &table(HEADER, &other)));
    assert_nothing(&between(&unnamed(&rows), &unnamed(&other)));
    // Case, dots and spaces make no other name, and a label is the level that it names.
    let spelled = table(HEADER, &rows)
        .replace(",P", ",p")
        .replace("Kab. ", "Kabupaten ");
    assert_nothing(&between(&table(HEADER, &rows), &spelled));
    // Two rows alike but for their levels are told apart by these.
    let twice = [
        "Kab. Lahat,ict-staff,1,Ani,sama,,".to_owned(),
        "Kab. Lahat,ict-staff,2,Ani,sama,,".to_owned(),
    ];
    let header = HEADER.trim_start_matches("id,");
    let [one, other] = twice.clone();
    assert_nothing(&between(
        &table(header, &twice),
        &table(header, &[other, one]),
    ));
    let (_keep, path) = folder(&[("a.csv", &table(HEADER, &rows))]);
    for (lang, sentence) in [
        (
            "en",
            "Nothing differs between a.csv and a.csv: 21 statements",
        ),
        (
            "id",
            "Tidak ada yang berbeda antara a.csv dan a.csv: 21 pernyataan",
        ),
    ] {
        let done = run(&path, &["a.csv", "a.csv", "-f", FRAMEWORK, "--lang", lang]);
        assert!(done.stdout.contains(sentence), "{}", done.stdout);
    }
}

#[test]
fn rows_added_removed_changed_and_moved_are_told_with_both_places() {
    let before = rows();
    let mut after = before.clone();
    // The level of s4 is corrected, s9 is taken out, s22 is new, and all stand elsewhere.
    after[3] = "s4,Kab. Banyuasin,ict-staff,1,P4,temuan 4,salah kutip,dua orang saja".to_owned();
    after.remove(8);
    after.push("s22,Kab. Lahat,ict-staff,3,P22,temuan 22,,rapat 3 Mei".to_owned());
    after.rotate_left(2);
    let named = between(&table(HEADER, &before), &table(HEADER, &after));
    let without = between(&unnamed(&before), &unnamed(&after));
    for (record, has_ids) in [(&named, true), (&without, false)] {
        assert_sound(record);
        let counts = &record["counts"];
        for (name, count) in [
            ("statements", 22),
            ("added", 1),
            ("removed", 1),
            ("changed", 1),
        ] {
            assert_eq!(counts[name], count, "{name}: {counts}");
        }
        let statements = list(record, "statements");
        let found: Vec<(&str, &str, &str)> = statements
            .iter()
            .map(|it| (text(&it["change"]), text(&it["region"]), text(&it["id"])))
            .collect();
        let id = |id: &'static str| if has_ids { id } else { "" };
        assert_eq!(
            found,
            [
                ("changed", "Kabupaten Banyuasin", id("s4")),
                ("added", "Kabupaten Lahat", id("s22")),
                ("removed", "Kota Palembang", id("s9")),
            ]
        );
        assert_eq!(
            fields(&statements[0]),
            [
                "level: 3 → 1",
                "rationale:  → salah kutip",
                "note:  → dua orang saja"
            ]
        );
        assert_eq!(statements[0]["why"], "salah kutip");
        assert_eq!(statements[1]["why"], "rapat 3 Mei");
        let places = ["a", "b"].map(|side| &statements[0][side]);
        assert_eq!(
            places.map(|it| &it["row"]),
            [&Value::from(5), &Value::from(3)]
        );
        assert_eq!(
            places.map(|it| text(&it["file"])),
            ["before.csv", "after.csv"]
        );
        assert!(statements[1]["a"].is_null() && statements[2]["b"].is_null());
        let cells: Vec<(&str, &str, &Value, &Value)> = list(record, "cells")
            .iter()
            .map(|it| {
                (
                    text(&it["region"]),
                    text(&it["indicator"]),
                    &it["a"],
                    &it["b"],
                )
            })
            .collect();
        assert_eq!(
            cells,
            [
                (
                    "Kabupaten Banyuasin",
                    "ict-staff",
                    &Value::from(3.0),
                    &Value::from(1.0)
                ),
                (
                    "Kabupaten Lahat",
                    "ict-staff",
                    &Value::from(1.0),
                    &Value::from(2.0)
                ),
                (
                    "Kota Palembang",
                    "internet-network",
                    &Value::from(2.0),
                    &Value::Null
                ),
            ]
        );
        assert_eq!(
            list(record, "cells")[0]["why"],
            serde_json::json!(["salah kutip"])
        );
        assert_eq!(list(record, "cells")[2]["reason_b"], "no-statement");
    }
}

#[test]
fn an_id_finds_its_row_wherever_it_was_moved_to() {
    let before = rows();
    let mut after = before.clone();
    // Another indicator, other words, another speaker.
    after[0] = "s1,Kab. Banyuasin,ict-staff,3,Ani,lain sama sekali,,".to_owned();
    let record = between(&table(HEADER, &before), &table(HEADER, &after));
    let statements = list(&record, "statements");
    assert_eq!(statements.len(), 1, "{record}");
    assert_eq!(
        fields(&statements[0]),
        [
            "indicator: online-applications → ict-staff",
            "informant: P1 → Ani",
            "finding: temuan 1 → lain sama sekali"
        ]
    );
    // Without an id nothing says that it is the same.
    let record = between(&unnamed(&before), &unnamed(&after));
    let changes = list(&record, "statements")
        .iter()
        .map(|it| text(&it["change"]));
    assert_eq!(changes.collect::<Vec<_>>(), ["removed", "added"]);
}

#[test]
fn ranks_change_with_the_scores_that_are_those_of_score() {
    let before = rows();
    let after: Vec<String> = before
        .iter()
        .map(|it| {
            it.replace(
                "Kota Palembang,data-integration,2",
                "Kota Palembang,data-integration,4",
            )
        })
        .map(|it| {
            it.replace(
                "Kab. Banyuasin,implementing-rules,3",
                "Kab. Banyuasin,implementing-rules,0",
            )
        })
        .map(|it| {
            it.replace(
                "Kab. Banyuasin,internet-network,3",
                "Kab. Banyuasin,internet-network,0",
            )
        })
        .collect();
    let (_keep, path) = folder(&[
        ("before.csv", &table(HEADER, &before)),
        ("after.csv", &table(HEADER, &after)),
    ]);
    let words = ["before.csv", "after.csv", "-f", FRAMEWORK];
    let record = json(&path, &words);
    assert_sound(&record);
    let ranks: Vec<(&str, u64, u64)> = list(&record, "ranks")
        .iter()
        .map(|it| {
            let rank = |side: &str| it[side].as_u64().expect("a rank");
            (text(&it["region"]), rank("a"), rank("b"))
        })
        .collect();
    assert_eq!(
        ranks,
        [("Kota Palembang", 2, 1), ("Kabupaten Banyuasin", 1, 2)]
    );
    // Every number is one of `score`.
    for (file, side) in [("before.csv", "a"), ("after.csv", "b")] {
        let done = siap_with(
            &["score", file, "-f", FRAMEWORK, "--format", "json"],
            "",
            &path,
        );
        let scored: Value = serde_json::from_str(&done.stdout).expect("JSON");
        for it in list(&record, "scores") {
            let mut assessments = list(&scored, "assessments").iter();
            let same = assessments.find(|other| other["region"] == it["region"]);
            let mut nodes = list(same.expect("the region"), "nodes").iter();
            let node = nodes.find(|other| other["id"] == it["node"]);
            assert_eq!(node.expect("the node")["score"], it[side], "{it}");
        }
    }
    let shown = run(&path, &[&words[..], &["--lang", "id"]].concat()).stdout;
    assert!(shown.contains("peringkat 1 → 2"), "{shown}");
    assert!(shown.contains("3 dari 21 pernyataan berubah."), "{shown}");
    // A region alone keeps the rank that it has among all.
    let one = json(&path, &[&words[..], &["--region", "Palembang"]].concat());
    assert_eq!(list(&one, "ranks").len(), 1);
    assert_eq!(one["ranks"][0]["a"], 2);
    assert_eq!(one["counts"]["statements"], 7);
}

#[test]
fn two_stages_and_two_waves_of_a_city() {
    let path = root();
    let study = "examples/spbe-denpasar";
    let stages = json(path, &[study, "--stage", "self..final"]);
    assert_sound(&stages);
    assert_eq!((text(&stages["a"]), text(&stages["b"])), ("self", "final"));
    assert_eq!(stages["counts"]["statements"], 74);
    assert_eq!(list(&stages, "cells").len(), 24);
    // The stage is what the sides are told apart by, and no difference; the wave stays.
    assert!(
        list(&stages, "cells")
            .iter()
            .all(|it| it["stage"].is_null())
    );
    let waves: Vec<&str> = list(&stages, "scores")
        .iter()
        .filter(|it| it["node"] == "index")
        .map(|it| text(&it["wave"]))
        .collect();
    assert_eq!(waves, ["2018", "2019"]);
    let only = json(
        path,
        &[study, "--stage", "mandiri..final", "--wave", "2019"],
    );
    assert!(list(&only, "cells").iter().all(|it| it["wave"] == "2019"));
    let waves = json(path, &[study, "--wave", "2018..2019", "--stage", "final"]);
    assert_sound(&waves);
    assert_eq!(list(&waves, "cells").len(), 20);
    assert_eq!(waves["counts"]["judged"], 20);
    let csv = siap("diff examples/spbe-denpasar --stage self..final --format csv").stdout;
    let mut reader = csv::Reader::from_reader(csv.as_bytes());
    let scores = reader.records().map(|it| it.expect("a row"));
    let scores: Vec<[f64; 3]> = scores
        .filter(|it| &it[0] == "score")
        .map(|it| [9, 10, 11].map(|at| it[at].parse().expect("a number")))
        .collect();
    assert!(!scores.is_empty());
    for [a, b, difference] in scores {
        assert_eq!(difference.to_bits(), (b - a).to_bits());
    }
    // The other way round every sign is turned.
    let back = json(path, &[study, "--wave", "2019..2018", "--stage", "final"]);
    let changes = |record: &Value, sign: f64| -> Vec<f64> {
        let all = list(record, "scores").iter();
        all.filter_map(|it| Some(sign * it["change"].as_f64()?))
            .collect()
    };
    assert_eq!(changes(&waves, 1.0), changes(&back, -1.0));
}

#[test]
fn stages_of_an_instrument_of_this_year() {
    let record = json(
        root(),
        &[
            "examples/pemdi-aceh-tengah",
            "--stage",
            "self..document",
            "-f",
            "pemdi-2026",
        ],
    );
    assert_sound(&record);
    assert_eq!(record["framework"]["id"], "pemdi-2026");
    // What was not issued is no number, and not the same as no statement.
    let issued = list(&record, "cells").iter();
    let issued: Vec<&Value> = issued.filter(|it| it["reason_a"] == "not-issued").collect();
    assert_eq!(issued.len(), 4, "{record}");
    assert!(issued.iter().all(|it| it["b"].as_f64() == Some(1.0)));
}

#[test]
fn two_data_of_one_wave_each_are_two_waves() {
    let header = "wave,region,indicator,level";
    let of = |wave: &str, level: usize| {
        let rows = INDICATORS.map(|it| format!("{wave},Kab. Lahat,{it},{level}"));
        table(header, &rows)
    };
    let record = between(&of("2023", 1), &of("2024", 2));
    assert_eq!(record["counts"]["changed"], 7);
    assert_eq!(record["counts"]["added"], 0);
    assert!(list(&record, "cells").iter().all(|it| it["wave"].is_null()));
    // Several waves each are held against their own.
    let both = [of("2023", 1), of("2024", 2)]
        .join("")
        .replace("\nwave,region,indicator,level\n", "\n");
    let record = between(&both, &of("2024", 2));
    assert_eq!(record["counts"]["removed"], 7);
    assert_eq!(record["counts"]["changed"], 0);
    // Another wave that only one side has moves nobody in the ranking of the other.
    let rows = |waves: &[&str]| {
        let of = |wave: &&str| {
            let regions = [("Kab. Lahat", 1), ("Kota Palembang", 3)];
            let rows = regions.iter().flat_map(|(region, level)| {
                INDICATORS.map(|it| format!("{wave},{region},{it},{level}"))
            });
            rows.collect::<Vec<_>>()
        };
        table(header, &waves.iter().flat_map(of).collect::<Vec<_>>())
    };
    let record = between(&rows(&["2022", "2023"]), &rows(&["2022", "2023", "2024"]));
    assert_eq!(record["counts"]["added"], 14);
    assert_eq!(list(&record, "ranks").len(), 0, "{record}");
}

/// Weights of a study differ, and no statement.
/// A region that one of the sides lacks is a difference, not a mistake.
/// What differs is exactly what two runs of `score` say differently.
#[test]
fn cells_and_scores_are_those_in_which_two_runs_of_score_differ() {
    let before = rows();
    let mut after = before.clone();
    after.remove(20);
    for (at, row) in after.iter_mut().enumerate().filter(|(at, _)| at % 4 == 0) {
        let level = at % 5;
        let mut words: Vec<String> = row.split(',').map(str::to_owned).collect();
        words[3] = level.to_string();
        *row = words.join(",");
    }
    let (_keep, path) = folder(&[
        ("before.csv", &table(HEADER, &before)),
        ("after.csv", &table(HEADER, &after)),
    ]);
    let record = json(&path, &["before.csv", "after.csv", "-f", FRAMEWORK]);
    let scored = |file: &str| -> BTreeMap<(String, String), (bool, Value)> {
        let words = ["score", file, "-f", FRAMEWORK, "--format", "json"];
        let done = siap_with(&words, "", &path);
        let scored: Value = serde_json::from_str(&done.stdout).expect("JSON");
        let mut out = BTreeMap::new();
        for it in list(&scored, "assessments") {
            for node in list(it, "nodes") {
                let is_cell = node["kind"] == "indicator";
                let number = &node[if is_cell { "value" } else { "score" }];
                let key = (text(&it["region"]).to_owned(), text(&node["id"]).to_owned());
                out.insert(key, (is_cell, number.clone()));
            }
        }
        out
    };
    let (a, b) = (scored("before.csv"), scored("after.csv"));
    for (name, id, is_cell) in [("cells", "indicator", true), ("scores", "node", false)] {
        let wanted: BTreeMap<(String, String), [Value; 2]> = a
            .iter()
            .filter(|(key, it)| it.0 == is_cell && b[*key].1 != it.1)
            .map(|(key, it)| (key.clone(), [it.1.clone(), b[key].1.clone()]))
            .collect();
        let found: BTreeMap<(String, String), [Value; 2]> = list(&record, name)
            .iter()
            .map(|it| {
                let key = (text(&it["region"]).to_owned(), text(&it[id]).to_owned());
                (key, [it["a"].clone(), it["b"].clone()])
            })
            .collect();
        assert_eq!(found, wanted, "{name}");
        assert!(found.len() > 3, "{name}");
    }
}
