//! One long table of any input: the scores of the input, where each answer stood, and what became of
//! every row.

use std::path::Path;

use serde_json::{Value, json};

use crate::book::{Page, xlsx};
use crate::diagnostics::{snapshot, told};
use crate::run::{Done, folder, names, root, siap_with};

const PILLARS: &str = "smart-city-pillars";

fn run(words: &[&str], folder: &Path) -> Done {
    siap_with(words, "", folder)
}

fn parsed(done: &Done) -> Value {
    assert_eq!(done.code, 0, "{}", done.stderr);
    serde_json::from_str(&done.stdout).expect("JSON")
}

/// Scores, conflicts and evidence without what names the files.
fn results(words: &[&str], folder: &Path) -> Value {
    let mut all = vec!["score"];
    all.extend(words);
    all.extend(["--format", "json"]);
    let out = parsed(&run(&all, folder));
    let mut out = json!([out["assessments"], out["conflicts"], out["evidence"]]);
    forget(&mut out);
    out
}

/// Takes the places out of a record.
fn forget(value: &mut Value) {
    match value {
        Value::Object(fields) => {
            ["file", "sheet", "row"]
                .iter()
                .for_each(|it| drop(fields.remove(*it)));
            fields.values_mut().for_each(forget);
        }
        Value::Array(all) => all.iter_mut().for_each(forget),
        _ => {}
    }
}

/// Every row below a header was taken or left out.
fn adds_up(of: &Value) {
    let sources = of["sources"].as_array().expect("a list");
    assert!(!sources.is_empty());
    for source in sources {
        let Some(read) = source["read"].as_u64() else {
            continue;
        };
        let left = source["left"].as_array().expect("a list").iter();
        let left: u64 = left.filter_map(|it| it["rows"].as_u64()).sum();
        assert_eq!(
            source["taken"].as_u64().map(|it| it + left),
            Some(read),
            "{source}"
        );
    }
    let sum: u64 = sources.iter().filter_map(|it| it["written"].as_u64()).sum();
    assert_eq!(of["written"].as_u64(), Some(sum));
}

/// The table that an input is converted to.
///
/// It scores as the input does, and a second conversion changes nothing in it.
fn round_trip(words: &[&str], framework: &str, folder: &Path) -> String {
    let mut convert = vec!["convert"];
    convert.extend(words);
    let done = run(&convert, folder);
    assert_eq!(done.code, 0, "{words:?}: {}", done.stderr);
    convert.extend(["--format", "json"]);
    adds_up(&parsed(&run(&convert, folder)));
    let keep = tempfile::tempdir().expect("a folder");
    std::fs::write(keep.path().join("satu.csv"), &done.stdout).expect("is written");
    let alone = ["satu.csv", "-f", framework];
    assert_eq!(
        results(&alone, keep.path()),
        results(words, folder),
        "{}",
        done.stdout
    );
    let again = run(&[&["convert"], &alone[..]].concat(), keep.path());
    assert_eq!(again.stdout, done.stdout, "{}", again.stderr);
    done.stdout
}

/// The sections of a study that change scores and no rows, under one framework.
fn method_of(study: &str, framework: &str) -> String {
    let mut out = format!("framework = \"{framework}\"\ndata = [\"satu.csv\"]\n");
    let mut is_kept = false;
    for line in study.lines() {
        if line.starts_with('[') {
            let kept = ["[weights]", "[aggregation]", "[reporting]", "[[target]]"];
            is_kept = kept.contains(&line.trim());
        }
        if is_kept {
            out.push_str(line);
            out.push('\n');
        }
    }
    out
}

fn studies(below: &Path, out: &mut Vec<std::path::PathBuf>) {
    for name in names(below) {
        let path = below.join(name);
        if path.is_dir() {
            studies(&path, out);
        } else if path.ends_with("study.toml") {
            out.push(below.to_path_buf());
        }
    }
}

#[test]
fn every_example_scores_as_before() {
    let mut all = Vec::new();
    studies(&root().join("examples"), &mut all);
    assert!(all.len() > 10);
    let listed = parsed(&run(&["framework", "list", "--format", "json"], root()));
    let built_in = listed["frameworks"].as_array().expect("a list").iter();
    let built_in = built_in.map(|it| it["id"].as_str().expect("an id").to_owned());
    let built_in: Vec<(String, String)> = built_in.map(|it| (it.clone(), it)).collect();
    for study in all {
        let done = run(&["convert", "."], &study);
        assert_eq!(done.code, 0, "{study:?}: {}", done.stderr);
        let record = parsed(&run(&["convert", ".", "--format", "json"], &study));
        adds_up(&record);
        let text = std::fs::read_to_string(study.join("study.toml")).expect("is read");
        let mut known = built_in.clone();
        let is_framework = |it: &&String| it.ends_with(".toml") && !it.starts_with("crosswalk");
        for name in names(&study).iter().filter(is_framework) {
            let of_file = std::fs::read_to_string(study.join(name)).expect("is read");
            let id = of_file.lines().find_map(|it| it.strip_prefix("id = \""));
            if let Some(id) = id {
                known.push((id.trim_end_matches('"').to_owned(), name.clone()));
            }
        }
        let head = text.split("\n[").next().unwrap_or_default();
        let used = known
            .iter()
            .filter(|it| head.contains(&format!("\"{}\"", it.1)));
        // Three of many tell as much.
        for (id, file) in used.take(3) {
            let keep = tempfile::tempdir().expect("a folder");
            if file.ends_with(".toml") {
                std::fs::copy(study.join(file), keep.path().join(file)).expect("is copied");
            }
            std::fs::write(keep.path().join("study.toml"), method_of(&text, file))
                .expect("is written");
            std::fs::write(keep.path().join("satu.csv"), &done.stdout).expect("is written");
            let wanted = results(&[".", "-f", id], &study);
            assert_eq!(
                results(&[".", "-f", id], keep.path()),
                wanted,
                "{study:?} {id}"
            );
        }
    }
}

fn books(files: &[(&str, Vec<u8>)]) -> tempfile::TempDir {
    let keep = tempfile::tempdir().expect("a folder");
    for (name, bytes) in files {
        std::fs::write(keep.path().join(name), bytes).expect("a file");
    }
    keep
}

#[test]
fn a_workbook_is_told_sheet_by_sheet() {
    // Invented: dibuat untuk pengujian.
    let head: &[&str] = &["No", "Indikator", "Nilai Mandiri", "Nilai Evaluator"];
    let book = xlsx(&[
        Page::new("Penilaian").rows(&[
            &["Wilayah: Kab. Lahat"],
            &["Tahun: 2025"],
            head,
            &["1", "smart-governance", "3", "2"],
            &["2", "smart-living", "", ""],
            head,
            &["3", "smart-economy", "4", "3"],
            &["", "Rata-rata", "3,5", "2"],
            &["Catatan: diisi oleh Diskominfo"],
        ]),
        Page::new("Daftar OPD").rows(&[&["No", "Nama"], &["1", "Diskominfo"]]),
        Page::new("Arsip")
            .rows(&[head, &["1", "smart-living", "1", "1"]])
            .hidden(),
    ]);
    let copy = book.clone();
    let keep = books(&[("a.xlsx", book), ("b.xlsx", copy)]);
    let words = ["convert", ".", "-f", PILLARS];
    snapshot(
        "../it/snapshots",
        "converting_workbook",
        &told(&words, keep.path()),
    );
    let table = [&words[..], &["--format", "table"]].concat();
    snapshot(
        "../it/snapshots",
        "converting_table",
        &told(&table, keep.path()),
    );
    let json = [&words[..], &["--format", "json"]].concat();
    let record = parsed(&run(&json, keep.path()));
    adds_up(&record);
    snapshot(
        "../it/snapshots",
        "converting_record",
        &serde_json::to_string_pretty(&record["sources"]).expect("JSON"),
    );
}

#[test]
fn one_region_in_every_shape_gives_one_table() {
    // Invented: dibuat untuk pengujian.
    for (name, text) in [
        (
            "long",
            "wilayah,indikator,skor\nKab. OKI,smart-living,\"1,5\"\nKab. OKU,smart-living,-\n",
        ),
        (
            "wide",
            "Kabupaten/Kota,Tahun,smart-living,smart-economy\nBandung,2024,3,\nKota Bandung,2024,2,1\n",
        ),
        (
            "stages",
            "wilayah;indikator;Nilai Mandiri;Nilai Evaluator\nOKI;smart-living;3;2\nOKI;smart-economy;;1\n",
        ),
        (
            "years",
            "Wilayah,smart-living 2023,smart-living 2024\nKab. Lahat,1,2\nRata-rata,1,2\n",
        ),
        (
            "across",
            "indikator,Kab. OKI,Kota Palembang\nsmart-living,1,2\nsmart-economy,3,4\n",
        ),
        (
            "titled",
            "LAPORAN\nWilayah: Kab. Lahat,\nTahun: 2025,\nIndikator,Skor\nsmart-living,2\nsmart-economy,-\n",
        ),
        (
            "villages",
            "Provinsi,Kabupaten,Kecamatan,smart-living\nSumatera Selatan,Lahat,Bandung,2\n",
        ),
        (
            "bps",
            "kode_bps,Nama Kabupaten,indikator,nilai\n1604,Lahat,smart-living,2\n1674,Kota Lubuk Linggau,smart-living,3\n",
        ),
        (
            "codes",
            "wilayah,indikator,nilai\n1671,smart-living,2\n1604,smart-living,1\n",
        ),
    ] {
        let file = format!("{name}.csv");
        let (_keep, path) = folder(&[(&file, text)]);
        round_trip(&[&file, "-f", PILLARS], PILLARS, &path);
    }
}

#[test]
fn the_table_stands_alone_without_the_study() {
    // Invented: dibuat untuk pengujian.
    let study = "framework = \"smart-city-pillars\"\ndata = [\"a.csv\", \"b.csv\"]\nmissing = [\"99\"]\n\
                 wave = \"2024\"\nstage = \"self\"\ndecimal = \"comma\"\n[columns]\n\"Aspek\" = \"indicator\"\n\
                 \"Hunian\" = \"smart-living\"\n[regions]\n\"Muba\" = \"16.06\"\n\"Lahat\" = \"16.01\"\n";
    let a = "wilayah;Aspek;skor;penilai\nMuba;smart-living;99;Ani\nMuba;smart-economy;3,125;Ani\n\
             Lahat;smart-living;2;Ani\n";
    let b = "wilayah;Hunian\nOKI;2,5\n;;\nJumlah;9\n";
    let (_keep, path) = folder(&[("study.toml", study), ("a.csv", a), ("b.csv", b)]);
    let table = round_trip(&["."], PILLARS, &path);
    let wanted = "region,indicator,level,wave,stage,coder,_file,_cell\n\
                  Muba,smart-living,,2024,self,Ani,a.csv,C2\n\
                  Muba,smart-economy,3.1250,2024,self,Ani,a.csv,C3\n\
                  Kabupaten Ogan Komering Ulu,smart-living,2,2024,self,Ani,a.csv,C4\n\
                  OKI,smart-living,2.5,2024,self,,b.csv,B2\n";
    assert_eq!(table, wanted);
}

#[test]
fn respondents_stay_apart() {
    // Invented: dibuat untuk pengujian.
    let wide =
        "wilayah,responden,u1,u2\nOKI,,3,4\nOKI,,3,4\nOKI,Ani,1,2\nOKI,Ani,2,2\nOKI,Budi,4,4\n";
    let (_keep, path) = folder(&[("a.csv", wide), ("b.csv", wide)]);
    let one = round_trip(&["a.csv", "-f", "skm"], "skm", &path);
    for name in ["R2", "R3", "Ani (R4)", "Ani (R5)", "Budi"] {
        assert!(one.contains(&format!(",{name},")), "{name} in {one}");
    }
    let long = "wilayah,responden,indikator,skor\nOKI,1,u1,3\nOKI,1,u2,2\nOKI,2,u1,1\nOKI,2,u2,4\n";
    let other =
        "wilayah,responden,indikator,skor\nOKI,1,u1,2\nOKI,1,u2,2\nOKI,2,u1,1\nOKI,2,u2,1\n";
    let other_wide = wide.replace("Budi,4,4", "Budi,1,4");
    let (_keep, path) = folder(&[
        ("a.csv", long),
        ("b.csv", other),
        ("c.csv", wide),
        ("d.csv", &other_wide),
    ]);
    let all = round_trip(
        &["a.csv", "b.csv", "c.csv", "d.csv", "-f", "skm"],
        "skm",
        &path,
    );
    for name in ["R2 c.csv", "R2 d.csv", "1 a.csv", "1 b.csv"] {
        assert!(all.contains(&format!(",{name},")), "{name} in {all}");
    }
}

#[test]
fn what_is_said_twice_is_written_once() {
    // Invented: dibuat untuk pengujian.
    let a = "wilayah,indikator,skor,narasumber\nOKI,smart-living,2,Ani\nOKI,smart-living,2,Ani\nOKU,smart-economy,1,Budi\n";
    let c = "wilayah,indikator,skor,narasumber\nOKI,smart-living,2,Ani\nOKI,smart-living,4,Citra\n";
    let (_keep, path) = folder(&[("a.csv", a), ("b.csv", a), ("c.csv", c)]);
    let table = round_trip(&[".", "-f", PILLARS], PILLARS, &path);
    assert_eq!(table.lines().count(), 4, "{table}");
    let twice = "wilayah,indikator,kelas,butir\nOKI,complaints,berlaku,Lapor\nOKI,complaints,berlaku,Lapor\n";
    let (_keep, inventory) = folder(&[("a.csv", twice)]);
    let words = ["a.csv", "-f", "application-inventory"];
    let table = round_trip(&words, "application-inventory", &inventory);
    assert_eq!(table.lines().count(), 2, "{table}");
    // Two answers that no score could be made of do not become one table.
    let d = "wilayah,indikator,skor\nOKI,smart-living,1\n";
    let e = "wilayah,indikator,skor\nOKI,smart-living,4\n";
    let (_keep, path) = folder(&[("d.csv", d), ("e.csv", e)]);
    let done = run(
        &["convert", "d.csv", "e.csv", "-f", PILLARS, "-o", "satu.csv"],
        &path,
    );
    assert_eq!((done.code, names(&path).len()), (1, 2), "{}", done.stderr);
}

#[test]
fn a_long_table_needs_no_framework_and_formulas_are_disarmed() {
    // Invented: dibuat untuk pengujian.
    let text = "wilayah,indikator,skor,kutipan,izin_kutip\nOKI,apa-saja,Baik,=1+1,tidak\nOKI,lain,4,,\n,,,,\n";
    let (_keep, path) = folder(&[("a.csv", text)]);
    let done = run(&["convert", "a.csv", "--lang", "id"], &path);
    let wanted = "region,indicator,level,quote,consent,_file,_cell\nOKI,apa-saja,Baik,'=1+1,no,a.csv,C2\n\
                  OKI,lain,4,,,a.csv,C3\n";
    assert_eq!((done.code, &*done.stdout), (0, wanted), "{}", done.stderr);
    assert!(
        done.stderr.contains("dilewati: 1 kosong (baris 4)"),
        "{}",
        done.stderr
    );
    assert!(
        done.stderr.contains("tidak boleh keluar dari tim: 1"),
        "{}",
        done.stderr
    );
    std::fs::write(path.join("satu.csv"), &done.stdout).expect("is written");
    assert_eq!(run(&["convert", "satu.csv"], &path).stdout, wanted);
}

#[test]
fn corrected_cells_are_written_as_corrected() {
    let done = siap_with(&["convert", "tests/reference/corrections"], "", root());
    assert_eq!(done.code, 0, "{}", done.stderr);
    assert!(
        done.stderr.contains("read otherwise than they were sent"),
        "{}",
        done.stderr
    );
    let keep = tempfile::tempdir().expect("a folder");
    std::fs::write(keep.path().join("satu.csv"), &done.stdout).expect("is written");
    let words = ["satu.csv", "-f", "spbe-2020"];
    let wanted = results(&["tests/reference/corrections"], root());
    assert_eq!(results(&words, keep.path())[0], wanted[0]);
}

#[test]
fn files_with_errors_are_left_out_where_that_is_asked_for() {
    // Invented: dibuat untuk pengujian.
    let good = "wilayah,indikator,skor\nOKI,smart-living,2\n";
    let bad = "wilayah,indikator,skor\nOKU,smart-living,entah\n";
    let (_keep, path) = folder(&[("a.csv", good), ("b.csv", bad)]);
    for framework in [&["-f", PILLARS][..], &["-f", "spbe-2020"]] {
        let words = [&["convert", "."], framework].concat();
        assert_eq!(run(&words, &path).code, 1);
    }
    let words = ["convert", ".", "-f", PILLARS, "--skip-bad-files"];
    let done = run(&words, &path);
    assert_eq!(
        (done.code, done.stdout.lines().count()),
        (0, 2),
        "{}",
        done.stderr
    );
    assert!(
        done.stderr.contains("b.csv: left out, file with errors"),
        "{}",
        done.stderr
    );
    adds_up(&parsed(&run(
        &[&words[..], &["--format", "json"]].concat(),
        &path,
    )));
}

#[test]
fn mistakes_that_can_be_made_with_it() {
    // Invented: dibuat untuk pengujian.
    let wide = "wilayah,smart-living\nOKI,2\n";
    let long = "wilayah,indikator,skor\nOKI,smart-living,2\n";
    for (name, text, words) in [
        ("without_framework", wide, &["convert", "data.csv"][..]),
        (
            "other_framework_as",
            long,
            &["convert", "data.csv", "--as", PILLARS],
        ),
        ("full_of_csv", long, &["convert", "data.csv", "--full"]),
        (
            "over_its_input",
            long,
            &["convert", "data.csv", "-f", PILLARS, "-o", "data.csv"],
        ),
        (
            "into_its_folder",
            long,
            &["convert", ".", "-f", PILLARS, "-o", "satu.csv"],
        ),
        (
            "as_workbook",
            long,
            &["convert", "data.csv", "-f", PILLARS, "-o", "satu.xlsx"],
        ),
        ("no_file", long, &["convert", "tidak-ada.csv"]),
        ("nothing", long, &["convert"]),
    ] {
        let (_keep, path) = folder(&[("data.csv", text)]);
        snapshot("converting", name, &told(words, &path));
        assert_eq!(names(&path), ["data.csv"], "{name}");
        let kept = std::fs::read_to_string(path.join("data.csv")).expect("is read");
        assert_eq!(kept, text, "{name}");
    }
}

#[test]
fn every_row_of_the_fixtures_adds_up() {
    let mut seen = 0;
    for below in ["assess", "read", "survey"] {
        let folder = root().join("tests/errors").join(below);
        for name in names(&folder).iter().filter(|it| it.ends_with(".csv")) {
            let words = ["convert", name.as_str(), "--format", "json"];
            let done = run(&words, &folder);
            if done.code == 0 {
                adds_up(&parsed(&done));
                seen += 1;
            }
        }
    }
    assert!(seen > 30, "{seen}");
}
