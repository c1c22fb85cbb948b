//! What differs between two data, waves, stages or coders.

use std::path::Path;

use serde_json::Value;

use crate::diagnostics::{snapshot, told};
use crate::run::{Done, folder, root, siap, siap_with};

const FRAMEWORK: &str = "smart-province-readiness";
/// All that this framework asks for, so that there is an index.
const INDICATORS: [&str; 7] = [
    "online-applications",
    "internet-network",
    "data-integration",
    "ict-staff",
    "staff-competence",
    "ict-support",
    "implementing-rules",
];

const HEADER: &str = "id,region,indicator,level,informant,finding,rationale,note";

/// Three regions with all indicators, one row each; Banyuasin before Palembang before Lahat.
fn rows() -> Vec<String> {
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

fn table(header: &str, rows: &[String]) -> String {
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

fn run(path: &Path, words: &[&str]) -> Done {
    let done = siap_with(&[&["diff"], words].concat(), "", path);
    assert_eq!(done.code, 0, "{words:?}: {}", done.stderr);
    done
}

fn json(path: &Path, words: &[&str]) -> Value {
    let done = run(path, &[words, &["--format", "json"]].concat());
    serde_json::from_str(&done.stdout).expect("JSON")
}

/// The differences between two tables.
fn between(before: &str, after: &str) -> Value {
    let (_keep, path) = folder(&[("before.csv", before), ("after.csv", after)]);
    json(&path, &["before.csv", "after.csv", "-f", FRAMEWORK])
}

fn list<'a>(record: &'a Value, name: &str) -> &'a Vec<Value> {
    record[name].as_array().expect("a list")
}

fn assert_nothing(record: &Value) {
    for name in ["statements", "cells", "scores", "ranks"] {
        assert_eq!(list(record, name).len(), 0, "{name}: {record}");
    }
}

/// Everything that holds of any record.
fn assert_sound(record: &Value) {
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

fn text(value: &Value) -> &str {
    value.as_str().unwrap_or_default()
}

/// `field: a → b` of every field of a statement.
fn fields(statement: &Value) -> Vec<String> {
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
        .map(|it| [8, 9, 10].map(|at| it[at].parse().expect("a number")))
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
fn two_coders_are_held_against_each_other_by_what_they_judge() {
    let rows = [
        "s1,Kab. Lahat,ict-staff,1,Ani,satu,AN,kurang",
        "s1,Kab. Lahat,ict-staff,2,Ani,satu,BD,cukup menurut saya",
        "s2,Kab. Lahat,ict-support,3,Ani,dua,AN,",
        "s2,Kab. Lahat,ict-support,3,Ani,dua,BD,catatan lain",
        ",Kab. Lahat,data-integration,3,Siti,tiga,AN,",
        ",Kab. Lahat,data-integration,2,Siti,tiga,BD,",
        "s4,Kab. Lahat,internet-network,4,Siti,empat,AN,",
    ]
    .map(str::to_owned);
    let header = "id,region,indicator,level,informant,finding,coder,note";
    let study = "framework = \"smart-province-readiness\"\ndata = [\"data.csv\"]\n";
    let (_keep, path) = folder(&[("study.toml", study), ("data.csv", &table(header, &rows))]);
    let record = json(&path, &[".", "--coder", "an..BD"]);
    assert_sound(&record);
    assert_eq!((text(&record["a"]), text(&record["b"])), ("AN", "BD"));
    let found: Vec<(&str, &str, Vec<String>)> = list(&record, "statements")
        .iter()
        .map(|it| (text(&it["change"]), text(&it["indicator"]), fields(it)))
        .collect();
    let level = |it: &str| vec![it.to_owned()];
    assert_eq!(
        found,
        [
            ("removed", "internet-network", level("level: 4 → ")),
            ("changed", "data-integration", level("level: 3 → 2")),
            ("changed", "ict-staff", level("level: 1 → 2")),
        ]
    );
    assert_eq!(record["statements"][2]["why"], "cukup menurut saya");
    assert_eq!(record["counts"]["statements"], 4);
    // Each coder's rows are scored as if they were alone.
    assert_eq!(list(&record, "cells").len(), 3);
    let shown = run(&path, &[".", "--coder", "AN..BD", "--lang", "id"]).stdout;
    assert!(shown.contains("hanya pada AN"), "{shown}");
    // A statement judged by two is one statement.
    let same = json(&path, &[".", "."]);
    assert_nothing(&same);
    assert_eq!(same["counts"]["statements"], 4);
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

#[test]
fn the_consensus_is_a_coder_by_whatever_name() {
    let rows = [
        "Kab. Lahat,ict-staff,1,Ani,satu,AN",
        "Kab. Lahat,ict-staff,2,Ani,satu,BD",
        "Kab. Lahat,ict-staff,2,Ani,satu,konsensus",
    ]
    .map(str::to_owned);
    let header = "region,indicator,level,informant,quote,coder";
    let (_keep, path) = folder(&[("a.csv", &table(header, &rows))]);
    let record = json(
        &path,
        &["a.csv", "-f", FRAMEWORK, "--coder", "AN..consensus"],
    );
    assert_eq!(record["b"], "konsensus");
    assert_eq!(fields(&record["statements"][0]), ["level: 1 → 2"]);
    let record = json(
        &path,
        &["a.csv", "-f", FRAMEWORK, "--coder", "BD..consensus"],
    );
    assert_nothing(&record);
}

#[test]
fn who_joins_moves_the_others_and_that_is_said() {
    let before = rows();
    let mut after = before.clone();
    after.extend(INDICATORS.map(|it| format!(",Kab. OKI,{it},4,Ani,,,")));
    let (_keep, path) = folder(&[
        ("a.csv", &table(HEADER, &before)),
        ("b.csv", &table(HEADER, &after)),
    ]);
    let words = ["a.csv", "b.csv", "-f", FRAMEWORK, "--lang", "id"];
    let record = json(&path, &words);
    assert_eq!(list(&record, "ranks").len(), 4);
    let shown = run(&path, &words).stdout;
    let words: Vec<&str> = shown.split_whitespace().collect();
    let wanted = "di antara 3 wilayah pada a.csv, 4 pada b.csv";
    assert!(words.join(" ").contains(wanted), "{shown}");
    assert!(shown.contains("tidak diperingkat → 1"), "{shown}");
}

/// Weights of a study differ, and no statement.
#[test]
fn other_choices_are_told_beside_the_results_that_they_change() {
    let study = "framework = \"smart-province-readiness\"\ndata = [\"data.csv\"]\n";
    let data = table(HEADER, &rows()).replace("Kab. Lahat,ict-staff,1", "Kab. Lahat,ict-staff,4");
    let (_one, a) = folder(&[("study.toml", study), ("data.csv", &data)]);
    let weighed = format!("{study}[weights]\nhr = 2\n");
    let (_other, b) = folder(&[("study.toml", weighed.as_str()), ("data.csv", &data)]);
    let words = [a.to_str().expect("a path"), b.to_str().expect("a path")];
    let record = json(root(), &words);
    assert_sound(&record);
    assert_eq!(list(&record, "statements").len(), 0);
    assert_eq!(list(&record, "scores").len(), 1, "{record}");
    let shown = run(root(), &[&words[..], &["--lang", "en"]].concat()).stdout;
    assert!(
        shown.contains("not worked out by the same choices"),
        "{shown}"
    );
    // A file of the same name in two folders is told with both.
    assert_eq!(list(&record, "inputs").len(), 2);
}

#[test]
fn every_format_tells_the_same() {
    let before = rows();
    let mut after = before.clone();
    after[3] = "s4,Kab. Banyuasin,ict-staff,1,P4,temuan 4,,=cmd|x".to_owned();
    let (_keep, path) = folder(&[
        ("before.csv", &table(HEADER, &before)),
        ("after.csv", &table(HEADER, &after)),
    ]);
    let words = ["before.csv", "after.csv", "-f", FRAMEWORK, "--lang", "id"];
    let of = |format: &str| run(&path, &[&words[..], &["--format", format]].concat()).stdout;
    let record = json(&path, &words);
    let csv = of("csv");
    let mut reader = csv::Reader::from_reader(csv.as_bytes());
    let lines: Vec<csv::StringRecord> = reader.records().map(|it| it.expect("a row")).collect();
    let count = |what: &str| lines.iter().filter(|it| &it[0] == what).count();
    let all_fields: usize = list(&record, "statements")
        .iter()
        .map(|it| list(it, "fields").len())
        .sum();
    assert_eq!(count("statement"), all_fields);
    for (what, name) in [("cell", "cells"), ("score", "scores"), ("rank", "ranks")] {
        assert_eq!(count(what), list(&record, name).len(), "{what}");
    }
    // What a spreadsheet would take for a formula is none.
    assert!(!csv.contains(",=cmd"), "{csv}");
    for format in ["table", "md"] {
        let shown = of(format);
        for wanted in [
            "1 dari 21 pernyataan berubah.",
            "before.csv:5 → after.csv:5",
            "level: 3 → 1",
        ] {
            assert!(shown.contains(wanted), "{format}: {wanted}: {shown}");
        }
    }
    let minutes = of("md");
    assert!(minutes.starts_with("# Perbedaan: "), "{minutes}");
}

#[test]
fn seventeen_regions_fit_two_screens_and_full_has_all() {
    let line = "diff examples/spbe-sumsel --wave 2023..2024 --lang id";
    let brief = siap(line).stdout;
    assert!(brief.lines().count() <= 80, "{brief}");
    let full = siap(&format!("{line} --full")).stdout;
    assert!(full.lines().count() > 2 * brief.lines().count());
    assert!(!full.contains("--full"), "{full}");
    for columns in [60, 80, 120] {
        let done = std::process::Command::new(env!("CARGO_BIN_EXE_siap"))
            .args(line.split(' '))
            .current_dir(root())
            .env("COLUMNS", columns.to_string())
            .output()
            .expect("it runs");
        let text = String::from_utf8(done.stdout).expect("UTF-8");
        let longest = text.lines().map(|it| it.chars().count()).max();
        assert!(longest.unwrap_or(0) <= columns, "{columns}: {text}");
    }
}

#[test]
fn words_without_consent_are_withheld() {
    let header = "id,region,indicator,level,quote,consent";
    let row = |quote: &str| format!("s1,Kab. Lahat,ict-staff,1,{quote},no");
    let (_keep, path) = folder(&[
        ("a.csv", &table(header, &[row("rahasia lama")])),
        ("b.csv", &table(header, &[row("rahasia baru")])),
    ]);
    for format in ["table", "md", "csv", "json"] {
        let words = ["a.csv", "b.csv", "-f", FRAMEWORK, "--format", format];
        let shown = run(&path, &words).stdout;
        assert!(shown.contains("quote"), "{shown}");
        assert!(!shown.contains("rahasia"), "{format}: {shown}");
    }
}

#[test]
fn wrong_usage_of_two_sides() {
    let lines: &[(&str, i32, &[&str])] = &[
        ("three_data", 2, &["before.csv", "after.csv", "rounds.csv"]),
        ("no_range", 2, &["rounds.csv"]),
        ("one_wave", 2, &["rounds.csv", "--wave", "2023"]),
        ("same_wave", 2, &["rounds.csv", "--wave", "2023..2023"]),
        ("open_range", 2, &["rounds.csv", "--wave", "2023.."]),
        ("one_coder", 2, &["rounds.csv", "--coder", "Ani"]),
        (
            "two_ranges",
            2,
            &[
                "rounds.csv",
                "--wave",
                "2023..2024",
                "--stage",
                "self..final",
            ],
        ),
        (
            "data_and_wave",
            2,
            &["before.csv", "after.csv", "--wave", "2023..2024"],
        ),
        ("unknown_wave", 1, &["rounds.csv", "--wave", "2023..2042"]),
        ("unknown_stage", 1, &["rounds.csv", "--stage", "self..finl"]),
        ("unknown_coder", 1, &["rounds.csv", "--coder", "Ani..Bodi"]),
        ("no_coders", 1, &["before.csv", "--coder", "Ani..Budi"]),
        (
            "side_without_data",
            1,
            &["rounds.csv", "--stage", "visit..final"],
        ),
        (
            "wave_without_stage",
            1,
            &["rounds.csv", "--wave", "2023..2024", "--stage", "document"],
        ),
        (
            "region_of_neither",
            1,
            &[
                "rounds.csv",
                "--wave",
                "2023..2024",
                "--region",
                "Kab. Lahat",
            ],
        ),
        ("empty_side", 1, &["before.csv", "empty.csv"]),
        ("missing_side", 1, &["before.csv", "nope.csv"]),
    ];
    let path = root().join("tests/errors/difference");
    for (name, code, words) in lines {
        let words = [&["diff"], *words, &["-f", FRAMEWORK]].concat();
        let text = told(&words, &path);
        assert!(
            text.starts_with(&format!("exit status {code}")),
            "{name}:\n{text}"
        );
        snapshot("difference", name, &text);
    }
    for (name, words) in [
        ("two_frameworks", &["first", "province"][..]),
        ("two_versions", &["first", "second"]),
        ("edited_framework", &["first", "edited"]),
        ("two_instruments", &["instruments", "--wave", "2025..2026"]),
    ] {
        let text = told(&[&["diff"], words].concat(), &path);
        assert!(text.starts_with("exit status 1"), "{name}:\n{text}");
        snapshot("difference", name, &text);
    }
}

/// A region that one of the sides lacks is a difference, not a mistake.
#[test]
fn a_region_of_one_side_is_a_difference() {
    let path = root().join("tests/errors/difference");
    let words = ["before.csv", "after.csv", "-f", FRAMEWORK];
    let record = json(&path, &words);
    let changes: Vec<&str> = list(&record, "statements")
        .iter()
        .map(|it| text(&it["change"]))
        .collect();
    assert_eq!(changes, ["removed", "added"]);
    let one = json(&path, &[&words[..], &["--region", "Palembang"]].concat());
    assert_eq!(list(&one, "statements").len(), 1);
    assert_eq!(one["statements"][0]["change"], "added");
}
