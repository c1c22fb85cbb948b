//! Corrections: what is read otherwise than it was sent, who is told of it, and what it did.

use std::path::Path;

use serde_json::Value;

use crate::diagnostics::{fixtures, snapshot, stem, told};
use crate::run::{Done, root, siap_with};

/// Invented levels of two regencies, with three corrections.
const STUDY: &str = "tests/reference/corrections";

fn siap(words: &[&str]) -> Done {
    siap_with(words, "", root())
}

fn json(words: &[&str]) -> Value {
    let done = siap(words);
    assert_eq!(done.code, 0, "{words:?}: {}", done.stderr);
    serde_json::from_str(&done.stdout).expect("is JSON")
}

fn score(assessments: &Value, region: &str, node: &str) -> f64 {
    let all = assessments["assessments"].as_array().expect("a list");
    let one = all
        .iter()
        .find(|it| it["region"] == region)
        .expect("is there");
    let mut nodes = one["nodes"].as_array().expect("a list").iter();
    let node = nodes.find(|it| it["id"] == node).expect("is there");
    node["score"].as_f64().expect("a score")
}

/// A copy of a folder of files and folders in a place of its own.
fn copy(from: &Path, to: &Path) {
    std::fs::create_dir_all(to).expect("a folder");
    for entry in std::fs::read_dir(from).expect("a folder") {
        let entry = entry.expect("an entry");
        let to = to.join(entry.file_name());
        match entry.file_type().expect("a type").is_dir() {
            true => copy(&entry.path(), &to),
            false => drop(std::fs::copy(entry.path(), to).expect("is copied")),
        }
    }
}

#[test]
fn mistakes_in_lists_of_corrections() {
    let here = root().join("tests/errors/corrections");
    for name in fixtures("corrections/lists") {
        let folder = tempfile::tempdir().expect("a folder");
        copy(&here.join("study"), folder.path());
        let list = here.join("lists").join(&name);
        std::fs::copy(list, folder.path().join("koreksi.csv")).expect("is copied");
        let text = told(&["score", "."], folder.path());
        let is_error = text.starts_with("exit status 1");
        assert_eq!(is_error, name != "column_unread.csv", "{name}:\n{text}");
        snapshot("corrections", stem(&name), &text);
    }
}

#[test]
fn two_lists_in_one_study_are_refused() {
    let folder = tempfile::tempdir().expect("a folder");
    copy(&root().join(STUDY), folder.path());
    let list = folder.path().join("koreksi.csv");
    std::fs::copy(list, folder.path().join("corrections.csv")).expect("is copied");
    snapshot(
        "corrections",
        "two_lists",
        &told(&["score", "."], folder.path()),
    );
}

/// As when somebody had typed the new answers into the files: the same scores, from files that nobody
/// touched.
#[test]
fn corrected_answers_count_as_if_they_were_sent() {
    let folder = tempfile::tempdir().expect("a folder");
    copy(&root().join(STUDY), folder.path());
    std::fs::remove_file(folder.path().join("koreksi.csv")).expect("is removed");
    for (file, from, to) in [
        ("masuk/ogan-ilir.csv", "final,i04,2", "final,i04,3"),
        ("masuk/oki.csv", "final,i21,1", "final,i21,2"),
        ("masuk/oki.csv", "final,i35,4", "final,i35,3"),
    ] {
        let path = folder.path().join(file);
        let text = std::fs::read_to_string(&path).expect("is read");
        assert_eq!(text.matches(from).count(), 1);
        std::fs::write(path, text.replace(from, to)).expect("is written");
    }
    let typed = siap_with(&["score", ".", "--format", "json"], "", folder.path());
    let typed: Value = serde_json::from_str(&typed.stdout).expect("is JSON");
    let corrected = json(&["score", STUDY, "--format", "json"]);
    assert_eq!(corrected["assessments"], typed["assessments"]);
    assert_eq!(typed["corrections"], Value::Array(Vec::new()));
    // 2.595, as the plan that they were made for starts from; one level of an aspect that weighs 1.3 %.
    let sent = json(&["diff", STUDY, "--format", "json"]);
    let change = sent["scores"][0]["told_b"]
        .as_f64()
        .zip(sent["scores"][0]["told_a"].as_f64());
    let (after, before) = change.expect("two numbers");
    assert!((before - 2.595).abs() < 1e-9 && (after - 2.608).abs() < 1e-9);
}

#[test]
fn every_report_lists_the_corrections() {
    let commands: &[&[&str]] = &[
        &["score"],
        &["compare"],
        &["matrix"],
        &["check"],
        &["sources"],
        &["robust", "--runs", "10"],
        &["triangulate"],
        &["agree"],
        &["learn"],
        &["diff"],
        &["plan", "--region", "OKI", "--target", "3"],
        &["explain", "--region", "OKI"],
    ];
    for words in commands {
        let mut all = words.to_vec();
        all.extend([STUDY, "--lang", "id"]);
        let done = siap(&all);
        assert_eq!(done.code, 0, "{words:?}: {}", done.stderr);
        assert!(done.stdout.contains("BA-05/SPBE/2026"), "{words:?}");
        assert!(done.stdout.contains("masuk/oki.csv:22"), "{words:?}");
        all.extend(["--format", "json"]);
        let record = json(&all);
        let corrections = record["corrections"].as_array().expect("a list");
        assert_eq!(corrections.len(), 3, "{words:?}");
        assert_eq!(corrections[1]["id"], "OKI-21");
        assert_eq!(corrections[1]["indicator"], "i21");
        assert_eq!(corrections[1]["region"], "Kabupaten Ogan Komering Ilir");
        assert_eq!(
            (&corrections[1]["from"], &corrections[1]["to"]),
            (&"1".into(), &"2".into())
        );
        assert_eq!(corrections[1]["date"], "2026-02-11");
        assert_eq!(corrections[2]["minutes"], Value::Null);
    }
}

#[test]
fn a_figure_says_that_something_was_corrected() {
    let folder = tempfile::tempdir().expect("a folder");
    let file = folder.path().join("ranking.svg");
    let name = file.to_str().expect("is text");
    let done = siap(&["chart", "ranking", STUDY, "-o", name, "--lang", "id"]);
    assert_eq!(done.code, 0, "{}", done.stderr);
    let svg = std::fs::read_to_string(file).expect("is read");
    assert!(svg.contains("dibaca lain dari kiriman: 3"));
}

/// The answer to an objection: what was sent, what is read, on what ground, and what that did.
#[test]
fn an_explanation_with_its_corrections_stands_alone() {
    let folder = tempfile::tempdir().expect("a folder");
    let file = folder.path().join("jawaban.md");
    let name = file.to_str().expect("is text");
    let done = siap(&[
        "explain", STUDY, "--region", "OKI", "--lang", "id", "-o", name,
    ]);
    assert_eq!(done.code, 0, "{}", done.stderr);
    let text = std::fs::read_to_string(file).expect("is read");
    assert!(text.contains("Indeks SPBE sebelum koreksi 2,70, sesudah koreksi 2,69."));
    assert!(text.contains("dikoreksi 1 → 2: Interviu mengonfirmasi"));
    // What was corrected of the neighbour is not the answer here.
    assert!(!text.contains("BA-04/SPBE/2026"));
    let record = json(&["explain", STUDY, "--region", "OKI", "--format", "json"]);
    let sent = record["score_as_sent"].as_f64().expect("a score");
    let score = record["score"].as_f64().expect("a score");
    assert!((sent - score - 0.3125).abs() < 1e-9, "{sent} {score}");
}

#[test]
fn diff_holds_what_was_sent_against_what_is_read() {
    let record = json(&["diff", STUDY, "--format", "json"]);
    let statements = record["statements"].as_array().expect("a list");
    assert_eq!(statements.len(), 3);
    for statement in statements {
        assert_eq!(statement["change"], "changed");
        assert_eq!(statement["a"], statement["b"], "is one row of one file");
        assert_eq!(statement["fields"].as_array().map(Vec::len), Some(1));
    }
    assert_eq!(statements[2]["why"], "Bukti yang diunggah milik tahun 2023");
    assert_eq!(record["inputs"].as_array().map(Vec::len), Some(3));
    // Without corrections there is one side only.
    let done = siap(&["diff", "examples/spbe-denpasar", "--lang", "en"]);
    assert_eq!(done.code, 2);
    assert!(done.stderr.contains("one side only"));
}

/// A list may mend what could not be scored, move a row, clear an answer, and correct one cell twice.
#[test]
fn corrections_of_every_cell() {
    let folder = tempfile::tempdir().expect("a folder");
    let write = |name: &str, text: &str| {
        std::fs::write(folder.path().join(name), text).expect("is written");
    };
    write(
        "a.csv",
        "wilayah;online-applications;data-integration\nKab. OKI;3;banyak\nPalembnag;2,5;1\n\"Kab.\nMusi Rawas\";1;1\n",
    );
    let run = |command: &str| {
        let words = [
            command,
            ".",
            "-f",
            "smart-province-readiness",
            "--format",
            "json",
        ];
        siap_with(&words, "", folder.path())
    };
    assert_eq!(run("score").code, 1);
    // With a header alone nothing is corrected yet.
    let header = "file,cell,from,to,reason,date,by\n";
    write("koreksi.csv", header);
    assert_eq!(run("score").code, 1);
    let lines = [
        "a.csv,C2,banyak,3,Klarifikasi,2026-01-05,Tim\n",
        "./a.csv,$A$3,Palembnag,Kota Palembang,Salah ketik,2026-01-05,Tim\n",
        "a.csv,b3,2.5,2,Klarifikasi,2026-01-05,Tim\n",
        "a.csv,B3,2,4,Klarifikasi kedua,2026-01-06,Tim\n",
        "a.csv,C4,1,,Ditarik,2026-01-05,Tim\n",
    ];
    write("koreksi.csv", &format!("{header}{}", lines.concat()));
    let done = run("score");
    assert_eq!(done.code, 0, "{}", done.stderr);
    let record: Value = serde_json::from_str(&done.stdout).expect("is JSON");
    let of = |region: &str, node: &str| score(&record, region, node);
    assert!((of("Kabupaten Ogan Komering Ilir", "data-integration") - 75.0).abs() < 1e-9);
    assert!((of("Kota Palembang", "online-applications") - 100.0).abs() < 1e-9);
    let regions = record["corrections"].as_array().expect("a list").iter();
    let regions: Vec<&Value> = regions.map(|it| &it["region"]).collect();
    assert_eq!(regions[1], "Kota Palembang");
    assert_eq!(regions[4], "Kabupaten Musi Rawas");
    // As it was sent it has no score, so that there is nothing to hold against it.
    let done = run("diff");
    assert_eq!(done.code, 1);
    assert!(
        done.stderr
            .contains("before its corrections the study cannot be scored")
    );
    assert!(done.stdout.is_empty());
}
