//! Differences of two coders, and how differences are told: in every format, beside what weakens them, and
//! what is refused.

use crate::diagnostics::{snapshot, told};
use crate::difference::{
    FRAMEWORK, HEADER, INDICATORS, assert_nothing, assert_sound, fields, json, list, rows, run,
    table, text,
};
use crate::run::{folder, root, siap};

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

/// One file of last year left in the folder of this year takes the two years apart, and that is said.
#[test]
fn a_file_of_another_wave_is_the_reason_that_is_told() {
    let of = |region: &str, wave: &str, level: usize| {
        format!("region,wave,indicator,level\n{region},{wave},ict-staff,{level}\n")
    };
    let regions = ["Kab. OKI", "Kab. Lahat", "Kab. Banyuasin"];
    let (_one, a) = folder(&[]);
    let (_other, b) = folder(&[]);
    for (at, region) in regions.iter().enumerate() {
        let write = |to: &std::path::Path, text: String| {
            std::fs::write(to.join(format!("{at}.csv")), text).expect("is written");
        };
        write(&a, of(region, "2024", at));
        write(
            &b,
            of(region, if at == 0 { "2024" } else { "2025" }, at + 1),
        );
    }
    let words = [
        a.to_str().expect("a path"),
        b.to_str().expect("a path"),
        "-f",
        FRAMEWORK,
    ];
    let words = [&words[..], &["--lang", "id"]].concat();
    let told = || {
        run(root(), &words)
            .stdout
            .split_whitespace()
            .collect::<Vec<_>>()
            .join(" ")
    };
    assert!(
        told().contains("periode 2024, 2025, dan setiap periode"),
        "{}",
        told()
    );
    std::fs::remove_file(b.join("0.csv")).expect("is removed");
    assert!(!told().contains("Sebagian besar"));
}

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
        ("same_stage", 2, &["rounds.csv", "--stage", "self..mandiri"]),
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
fn an_evidence_item_is_paired_by_its_code() {
    let header = "region,indicator,item,status,note";
    let before = [
        "Kab. Lahat,i01,I1.L1.1,accepted,",
        "Kab. Lahat,i01,I1.L2.1,revise,kurang notulen",
        "Kab. Lahat,i01,I1.L2.2,submitted,",
    ]
    .map(str::to_owned);
    let after = [
        "Kab. Lahat,i01,I1.L2.2,accepted,",
        "Kab. Lahat,i01,I1.L2.1,accepted,notulen dilampirkan 3 Mei",
        "Kab. Lahat,i01,I1.L1.1,accepted,",
    ]
    .map(str::to_owned);
    let (_keep, path) = folder(&[
        ("a.csv", &table(header, &before)),
        ("b.csv", &table(header, &after)),
    ]);
    let record = json(&path, &["a.csv", "b.csv", "-f", "pemdi-2026"]);
    let found: Vec<Vec<String>> = list(&record, "statements").iter().map(fields).collect();
    assert_eq!(
        found,
        [
            vec!["status: submitted → accepted".to_owned()],
            vec![
                "status: revise → accepted".to_owned(),
                "note: kurang notulen → notulen dilampirkan 3 Mei".to_owned()
            ],
        ]
    );
    assert_eq!(record["statements"][1]["item"], "I1.L2.1");
    let shown = run(
        &path,
        &["a.csv", "b.csv", "-f", "pemdi-2026", "--lang", "id"],
    )
    .stdout;
    assert!(shown.contains("revisi → diterima"), "{shown}");
}
