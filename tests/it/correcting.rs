//! Corrections: what is read otherwise than it was sent, who is told of it, and what it did.

use std::path::Path;

use serde_json::Value;

use crate::diagnostics::{fixtures, snapshot, stem, told};
use crate::run::{Done, folder, root, siap_with};

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

/// The sign of a table is settled by what was sent: a correction changes its own cell alone.
#[test]
fn a_correction_leaves_every_other_cell_as_it_was() {
    let framework = "id = \"f\"\nversion = \"1\"\ntitle = \"F\"\n[[indicator]]\nid = \"a\"\n\
                     title = \"A\"\nkind = \"number\"\ngoalposts = [0, 4000]\n";
    let table = "wilayah;indikator;angka\nKab. OKI;a;1.000\nKab. OKU;a;2,5\n";
    let header = "berkas,sel,semula,menjadi,alasan,tanggal,oleh\n";
    let value = |list: &str, region: &str| {
        let files = [
            ("f.toml", framework),
            ("a.csv", table),
            ("koreksi.csv", list),
        ];
        let (_keep, path) = folder(&files);
        let words = ["score", ".", "-f", "f.toml", "--format", "json"];
        let done = siap_with(&words, "", &path);
        assert_eq!(done.code, 0, "{list}: {}", done.stderr);
        let record: Value = serde_json::from_str(&done.stdout).expect("is JSON");
        let all = record["assessments"].as_array().expect("a list");
        let one = all.iter().find(|it| it["region"] == region).expect("it");
        let mut nodes = one["nodes"].as_array().expect("a list").iter();
        let leaf = nodes.find(|it| it["id"] == "a").expect("it");
        leaf["value"].as_f64().expect("a value")
    };
    let (oki, oku) = (
        "Kabupaten Ogan Komering Ilir",
        "Kabupaten Ogan Komering Ulu",
    );
    for (line, wanted) in [
        ("a.csv,C3,\"2,5\",\"3,5\",x,2026,y\n", 3.5),
        // With the other sign it is still the same number.
        ("a.csv,C3,2.5,3.5,x,2026,y\n", 3.5),
        ("a.csv,C3,\"2,5\",3,x,2026,y\n", 3.0),
    ] {
        let list = format!("{header}{line}");
        assert!((value(&list, oki) - 1000.0).abs() < 1e-9, "{line}");
        assert!((value(&list, oku) - wanted).abs() < 1e-9, "{line}");
    }
    // A thousand is not one.
    let (_keep, path) = folder(&[
        ("f.toml", framework),
        ("a.csv", table),
        ("koreksi.csv", &format!("{header}a.csv,C2,1,2,x,2026,y\n")),
    ]);
    let done = siap_with(&["score", ".", "-f", "f.toml"], "", &path);
    assert_eq!(done.code, 1);
    assert!(
        done.stderr.contains("holds `1.000`, not `1`"),
        "{}",
        done.stderr
    );
}

/// Which files were left out as sent does not make one row another.
#[test]
fn rows_are_paired_by_their_file_where_one_was_bad_as_sent() {
    let header = "wilayah,indikator,level\n";
    let bad = format!("{header}Kab. OKI,ict-staff,banyak\n");
    let good = format!("{header}Kab. OKU,ict-staff,2\n");
    let list = "berkas,sel,semula,menjadi,alasan,tanggal,oleh\na.csv,C2,banyak,3,x,2026,y\n";
    let (_keep, path) = folder(&[("a.csv", &bad), ("b.csv", &good), ("koreksi.csv", list)]);
    let words = [
        "diff",
        ".",
        "-f",
        "smart-province-readiness",
        "--skip-bad-files",
    ];
    let words = [&words[..], &["--format", "json"]].concat();
    let done = siap_with(&words, "", &path);
    assert_eq!(done.code, 0, "{}", done.stderr);
    let record: Value = serde_json::from_str(&done.stdout).expect("is JSON");
    let statements = record["statements"].as_array().expect("a list");
    assert_eq!(statements.len(), 1);
    assert_eq!(
        (&statements[0]["change"], &statements[0]["region"]),
        (&"added".into(), &"Kabupaten Ogan Komering Ilir".into())
    );
}

/// What may not leave the team stays in, whatever was corrected of it.
#[test]
fn withheld_words_stay_withheld() {
    let table = "wilayah,indikator,level,kutipan,izin_kutip\n\
                 Kab. OKI,ict-staff,2,RAHASIA lama,tidak\n\
                 Kab. OKU,ict-staff,2,RAHASIA ditarik,ya\n";
    let list = "berkas,sel,semula,menjadi,alasan,tanggal,oleh\n\
                a.csv,D2,RAHASIA lama,RAHASIA baru,x,2026,y\n\
                a.csv,E3,ya,tidak,x,2026,y\n";
    let (_keep, path) = folder(&[("a.csv", table), ("koreksi.csv", list)]);
    for command in ["score", "diff", "matrix", "check"] {
        for format in ["table", "json", "md", "csv"] {
            let words = [
                command,
                ".",
                "-f",
                "smart-province-readiness",
                "--format",
                format,
            ];
            let done = siap_with(&words, "", &path);
            assert_eq!(done.code, 0, "{}", done.stderr);
            assert!(
                !done.stdout.contains("RAHASIA"),
                "{command} {format}: {}",
                done.stdout
            );
        }
    }
    let words = [
        "explain",
        ".",
        "-f",
        "smart-province-readiness",
        "--region",
        "OKI",
    ];
    assert!(!siap_with(&words, "", &path).stdout.contains("RAHASIA"));
}

/// A withdrawn answer of a wide row is told under its own indicator and wave, one of an evidence item under
/// its region, and a cell that all answers of a row share under each of them.
#[test]
fn corrections_are_told_of_what_they_are_about() {
    let header = "berkas,sel,semula,menjadi,alasan,tanggal,oleh\n";
    let corrections = |framework: &str, table: &str, line: &str| -> Value {
        let list = format!("{header}{line}");
        let (_keep, path) = folder(&[("a.csv", table), ("koreksi.csv", &list)]);
        let words = ["score", ".", "-f", framework, "--format", "json"];
        let done = siap_with(&words, "", &path);
        assert_eq!(done.code, 0, "{}", done.stderr);
        let record: Value = serde_json::from_str(&done.stdout).expect("is JSON");
        record["corrections"].clone()
    };
    let wide = "wilayah,tahun,i01,i02,i03\nKab. OKI,2025,2,3,4\nKab. OKU,2025,1,2,3\n";
    let found = corrections("spbe-2020", wide, "a.csv,E3,3,,x,2026,y\n");
    assert_eq!(found[0]["indicator"], "i03");
    assert_eq!(found[0]["region"], "Kabupaten Ogan Komering Ulu");
    let found = corrections(
        "spbe-2020",
        wide,
        "a.csv,A3,Kab. OKU,Kota Palembang,x,2026,y\n",
    );
    assert_eq!(found[0]["indicator"], Value::Null);
    assert_eq!(found[0]["region"], "Kota Palembang");
    let stages = "wilayah;indikator;tahun;Nilai Mandiri;Nilai Evaluator\n\
                  Kab. OKI;i01;2025;4;3\nKab. OKI;i02;2025;4;4\n";
    let found = corrections("spbe-2020", stages, "a.csv,E2,3,,x,2026,y\n");
    assert_eq!(
        (&found[0]["stage"], &found[0]["indicator"]),
        (&"final".into(), &"i01".into())
    );
    let years = "wilayah;i01_2024;i01_2025\nKab. OKI;2;3\nKab. OKU;2;3\n";
    let found = corrections("spbe-2020", years, "a.csv,C2,3,,x,2026,y\n");
    assert_eq!(found[0]["wave"], "2025");
    let items = "wilayah,tahun,indikator,nilai,butir,status\nKab. OKI,2026,i01,2,,\n\
                 Kab. OKI,2026,i01,,I1.L1.1,belum\n";
    let found = corrections("pemdi-2026", items, "a.csv,F3,belum,ada,x,2026,y\n");
    assert_eq!(found[0]["region"], "Kabupaten Ogan Komering Ilir");
}

/// Who looks at one region reads its corrections, also of a row that was taken away from it, and no others.
#[test]
fn corrections_follow_the_regions_that_are_shown() {
    let table = "wilayah,indikator,level\nKab. OKI,ict-staff,2\nKab. OKI,internet-network,2\n\
                 Kab. OKU,ict-staff,2\n";
    let list = "berkas,sel,semula,menjadi,alasan,tanggal,oleh\n\
                a.csv,A3,Kab. OKI,Kab. OKU,salah wilayah,2026,y\n\
                a.csv,C4,2,3,naik,2026,y\n";
    let (_keep, path) = folder(&[("a.csv", table), ("Koreksi.CSV", list)]);
    let run = |words: &[&str]| {
        let all = [
            words,
            &[".", "-f", "smart-province-readiness", "--region", "OKI"],
        ]
        .concat();
        let done = siap_with(&all, "", &path);
        assert_eq!(done.code, 0, "{}", done.stderr);
        done.stdout
    };
    for words in [&["explain"][..], &["diff"]] {
        let told = run(words);
        assert!(told.contains("salah wilayah"), "{words:?}: {told}");
        assert!(!told.contains("naik"), "{words:?}: {told}");
    }
    assert!(!run(&["score"]).contains("naik"));
}

/// A row in lines of a text is another one in a spreadsheet below a cell of several lines.
#[test]
fn rows_below_cells_of_several_lines_are_asked_about() {
    let table = "wilayah,indikator,level,catatan\nKab. OKI,ict-staff,2,\"satu\ndua\"\nKab. OKU,ict-staff,2,\n";
    let list = "berkas,sel,semula,menjadi,alasan,tanggal,oleh\na.csv,C4,2,3,x,2026,y\n";
    let (_keep, path) = folder(&[("a.csv", table), ("koreksi.csv", list)]);
    let done = siap_with(&["score", ".", "-f", "smart-province-readiness"], "", &path);
    assert_eq!(done.code, 0, "{}", done.stderr);
    assert!(
        done.stderr.contains("in a spreadsheet it is row 3"),
        "{}",
        done.stderr
    );
}

/// What has no effect, stands in the wrong place, or would be read the next time.
#[test]
fn lists_that_could_be_lost_are_told() {
    let framework = ["-f", "smart-province-readiness"];
    let header = "berkas,sel,semula,menjadi,alasan,tanggal,oleh\n";
    let table = "wilayah,ict-staff,internet-network\nKab. OKI,2,3\nRata-rata,2,3\n";
    let line = "a.csv,C3,3,4,x,2026,y\n";
    let one = format!("{header}{line}");
    let (_keep, path) = folder(&[("a.csv", table), ("koreksi.csv", &one)]);
    let run = |words: &[&str]| siap_with(&[words, &framework[..]].concat(), "", &path);
    assert!(
        run(&["check", "."])
            .stderr
            .contains("row 3 of `./a.csv` is not read")
            || run(&["check", "."]).stderr.contains("is not read")
    );
    let done = run(&["check", "koreksi.csv"]);
    assert!(
        done.stderr.contains("looks like a list of corrections"),
        "{}",
        done.stderr
    );
    let done = run(&["score", "a.csv", "--format", "csv", "-o", "corrections.csv"]);
    assert_eq!(done.code, 1);
    assert!(
        done.stderr.contains("name of a list of corrections"),
        "{}",
        done.stderr
    );
    // One line without a header is no empty list.
    std::fs::write(path.join("koreksi.csv"), line).expect("is written");
    assert_eq!(run(&["check", "."]).code, 1);
    // Who withdraws the only answer of a file means it.
    let two = "wilayah,indikator,level\nKab. OKU,ict-staff,4\n";
    std::fs::write(path.join("b.csv"), two).expect("is written");
    let list = format!("{header}b.csv,C2,4,,x,2026,y\n");
    std::fs::write(path.join("koreksi.csv"), list).expect("is written");
    assert_eq!(
        run(&["score", "."]).code,
        0,
        "{}",
        run(&["score", "."]).stderr
    );
}

/// Of two instruments one has the wave that is asked for.
#[test]
fn a_wave_of_one_instrument_of_two_is_shown() {
    let study = "framework = [\"spbe-2020\", \"pemdi-2026\"]\n\
                 [[data]]\nfiles = \"a.csv\"\nframework = \"spbe-2020\"\n\
                 [[data]]\nfiles = \"b.csv\"\nframework = \"pemdi-2026\"\n";
    let of = |wave: &str| format!("wilayah,tahun,indikator,nilai\nKab. OKI,{wave},i01,2\n");
    let (a, b) = (of("2025"), of("2026"));
    let (_keep, path) = folder(&[("study.toml", study), ("a.csv", &a), ("b.csv", &b)]);
    for words in [&["score"][..], &["matrix"], &["explain", "--region", "OKI"]] {
        let all = [words, &[".", "--wave", "2025"]].concat();
        let done = siap_with(&all, "", &path);
        assert_eq!(done.code, 0, "{words:?}: {}", done.stderr);
        assert!(
            done.stderr.contains("framework `pemdi-2026` has no data"),
            "{}",
            done.stderr
        );
    }
    assert_eq!(
        siap_with(&["score", ".", "--wave", "2031"], "", &path).code,
        1
    );
}
