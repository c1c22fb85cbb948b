//! Results as workbooks: what a person finds in them, and that a number is a number.

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

use serde_json::Value;

use crate::diagnostics::{snapshot, told};
use crate::read_back::{Held, Page, pages, place};
use crate::run::{Done, folder, names, root, siap, siap_with};

const PROVINCE: &str = "examples/sumsel-smart-province";

/// Every command that shows results, on data that are there.
const LINES: &[&str] = &[
    "score examples/sumsel-smart-province",
    "score examples/bukittinggi",
    "score examples/nine-regions",
    "score examples/spbe-national",
    "score examples/spbe-denpasar",
    "score tests/survey",
    "score tests/survey --by Usia",
    "matrix examples/sumsel-smart-province",
    "sources examples/sumsel-smart-province",
    "compare examples/sumsel-smart-province",
    "compare examples/spbe-national --wave 2024",
    "explain examples/sumsel-smart-province --region Banyuasin",
    "explain examples/sumsel-smart-province --region Banyuasin --against Prabumulih",
    "learn examples/sumsel-smart-province",
    "robust examples/sumsel-smart-province --runs 50",
    "plan examples/sumsel-smart-province --region Banyuasin --target 80",
    "trend examples/spbe-sumsel",
    "trend examples/padang/over-time",
    "diff examples/spbe-denpasar --stage self..final --wave 2019",
    "diff tests/reference/corrections",
    "triangulate examples/sumsel-smart-province",
    "agree --matrix tests/reference/agreement/data/krippendorff2011_C.csv --scale 1..5",
    "agree examples/sumsel-smart-province",
    "reliability --matrix tests/reference/agreement/data/r_attitude.csv --scale 0..100",
    "check examples/sumsel-smart-province",
    "framework list",
    "framework show smart-province-readiness",
    "framework show pemdi-2026",
];

/// The workbook of a command, run with words in a folder.
fn written(line: &str, lang: &str) -> Vec<u8> {
    let keep = tempfile::tempdir().expect("a folder");
    let file = keep.path().join("hasil.xlsx");
    let name = file.to_string_lossy().into_owned();
    let mut words = vec!["--lang", lang];
    words.extend(line.split_whitespace());
    words.extend(["-o", &name]);
    let done = siap_with(&words, "", root());
    assert_eq!(done.code, 0, "{line}: {}", done.stderr);
    fs::read(file).expect("a workbook")
}

fn page<'p>(pages: &'p [Page], name: &str) -> &'p Page {
    let found = pages.iter().find(|it| it.name == name);
    let names: Vec<&str> = pages.iter().map(|it| &*it.name).collect();
    found.unwrap_or_else(|| panic!("no `{name}` in {names:?}"))
}

#[test]
fn every_command_writes_a_workbook_that_keeps_the_rules_of_tables() {
    for line in LINES {
        let once = written(line, "id");
        assert!(once == written(line, "id"), "{line}: other bytes");
        let pages = pages(&once);
        assert_eq!(
            (&*pages[0].name, pages[0].hidden),
            ("_siap", true),
            "{line}"
        );
        assert_eq!(pages[0].text((0, 1)), Some("result"), "{line}");
        assert!(
            pages[1].name.ends_with("Ringkasan"),
            "{line}: {}",
            pages[1].name
        );
        let mut sheets = BTreeSet::new();
        let mut tables = BTreeSet::new();
        for page in &pages {
            let name = &page.name;
            assert!(sheets.insert(name.to_lowercase()), "{line}: `{name}` twice");
            assert!(name.encode_utf16().count() <= 31, "{line}: `{name}`");
            assert!(
                !name.contains(['[', ']', ':', '*', '?', '/', '\\']),
                "{line}: `{name}`"
            );
            assert!(!page.has_merged, "{line}: `{name}` has merged cells");
            assert_eq!(page.formulas, 0, "{line}: `{name}`");
            let at_home = |it: &String| it == "A1";
            assert!(
                page.cursor.iter().all(at_home),
                "{line}: `{name}`: {:?}",
                page.cursor
            );
            let rows: BTreeSet<usize> = page.cells.keys().map(|it| it.0).collect();
            let last = rows.last().map_or(0, |it| it + 1);
            // A table without rows has one that is empty.
            assert_eq!(rows.len(), last, "{line}: `{name}` has empty rows");
            assert!(page.tables.len() < 2, "{line}: `{name}`");
            let Some((table, area)) = page.tables.first() else {
                continue;
            };
            assert!(tables.insert(table.clone()), "{line}: `{table}` twice");
            keeps_the_rules_of_a_table(page, area, &format!("{line}: `{name}`"));
        }
    }
}

/// A header of names that differ, right below the title, as wide as the rows and as long.
fn keeps_the_rules_of_a_table(page: &Page, area: &str, what: &str) {
    let (from, to) = area.split_once(':').expect("two corners");
    let (from, to) = (place(from), place(to));
    assert_eq!(from, (1, 0), "{what}");
    let last = page.cells.keys().map(|it| it.0).max().unwrap_or(0);
    assert_eq!(to.0, last.max(2), "{what}");
    let width = page.cells.keys().filter(|it| it.0 > 0).map(|it| it.1).max();
    assert_eq!(Some(to.1), width, "{what}");
    let names: Vec<Option<&str>> = (0..=to.1).map(|it| page.text((1, it))).collect();
    let wanted: Vec<Option<&str>> = page.columns.iter().map(|it| Some(&**it)).collect();
    assert_eq!(names, wanted, "{what}");
    let apart: BTreeSet<String> = page.columns.iter().map(|it| it.to_lowercase()).collect();
    assert_eq!(
        apart.len(),
        page.columns.len(),
        "{what}: {:?}",
        page.columns
    );
}

fn json(line: &str) -> Value {
    let done = siap(&format!("{line} --format json"));
    assert_eq!(done.code, 0, "{}", done.stderr);
    serde_json::from_str(&done.stdout).expect("JSON")
}

/// A number of the record, and that of a cell: the same to the last digit.
#[track_caller]
fn same(page: &Page, at: (usize, usize), wanted: &Value) {
    assert_eq!(
        page.number(at),
        wanted.as_f64(),
        "{:?}",
        page.cells.get(&at)
    );
}

#[test]
fn scores_are_numbers_to_the_last_digit() {
    let line = format!("score {PROVINCE}");
    let pages = pages(&written(&line, "en"));
    let page = page(&pages, "Score");
    let (score, region) = (page.column("Score"), page.column("Region"));
    let record = json(&line);
    let mut row = 2;
    for assessment in record["assessments"].as_array().expect("a list") {
        for node in assessment["nodes"].as_array().expect("a list") {
            let name = assessment["region"].as_str().expect("a name");
            assert!(page.text((row, region)).expect("a name").starts_with(name));
            match node["score"].is_null() {
                // Why there is none stands there in words.
                true => assert_eq!(page.text((row, score)), Some("no level given")),
                false => same(page, (row, score), &node["score"]),
            }
            row += 1;
        }
    }
    assert_eq!(row, 57);
}

#[test]
fn a_ranking_has_its_numbers_and_a_range_has_two_columns() {
    let line = format!("compare {PROVINCE}");
    let pages = pages(&written(&line, "en"));
    let ranking = page(&pages, "Ranking");
    let record = json(&line);
    let places = record["ranking"].as_array().expect("a list");
    for (at, it) in places.iter().enumerate() {
        same(ranking, (at + 2, ranking.column("Score")), &it["score"]);
        same(ranking, (at + 2, 0), &it["rank"]);
    }
    let outside = page(&pages, "Outside the ranking");
    let [low, high] = ["Could be: lowest", "Could be: highest"];
    let found = [low, high].map(|it| outside.number((2, outside.column(it))).expect("a number"));
    assert!(found[0] < found[1], "{found:?}");
    // A share is one, shown as a percentage.
    let coverage = outside
        .number((2, outside.column("Coverage")))
        .expect("a number");
    assert!((coverage - 8.0 / 9.0).abs() < 1e-12, "{coverage}");
}

#[test]
fn what_users_wrote_stays_a_text() {
    let rows = "id,region,indicator,level,finding\n\
                16.10,16.02,ict-staff,2,\"=HYPERLINK(\"\"x\"\",\"\"y\"\")\"\n\
                007,16.02,ict-support,3,'+cmd|' /C calc'!A0\n";
    let (_keep, path) = folder(&[("data.csv", rows)]);
    let run = |words: &str| -> Done {
        let words: Vec<&str> = words.split_whitespace().collect();
        siap_with(&words, "", &path)
    };
    let done = run("matrix data.csv -f smart-province-readiness -o out.xlsx --lang en");
    assert_eq!(done.code, 0, "{}", done.stderr);
    let pages = pages(&fs::read(path.join("out.xlsx")).expect("a workbook"));
    assert!(pages.iter().all(|it| it.formulas == 0));
    let texts: BTreeSet<&str> = pages
        .iter()
        .flat_map(|it| it.cells.values())
        .filter_map(|it| match it {
            Held::Text(text) => Some(&**text),
            Held::Number(_) => None,
        })
        .collect();
    for wanted in ["16.10", "007", "=HYPERLINK(\"x\",\"y\")"] {
        assert!(texts.contains(wanted), "{wanted}: {texts:?}");
    }
}

#[test]
fn the_first_sheet_answers_and_says_what_it_rests_on() {
    let pages = pages(&written(&format!("compare {PROVINCE}"), "id"));
    let lines: Vec<&str> = (0..).map_while(|row| pages[1].text((row, 0))).collect();
    let has = |start: &str| lines.iter().any(|it| it.starts_with(start));
    assert!(lines[0].starts_with("Perbandingan: "), "{lines:?}");
    assert!(
        lines[2].starts_with("Pertama: Kab. Banyuasin (56,94)"),
        "{lines:?}"
    );
    for start in [
        "Peringkat · baris: 4",
        "• Ini bukan instrumen resmi.",
        "• statements.csv · baris: 116 · SHA-256 ",
        "• siap ",
    ] {
        assert!(has(start), "{start}: {lines:?}");
    }
}

#[test]
fn several_frameworks_are_one_workbook_with_numbered_sheets() {
    let pages = pages(&written("score examples/bukittinggi", "id"));
    let names: Vec<&str> = pages.iter().map(|it| &*it.name).collect();
    assert!(
        names.contains(&"1 Ringkasan") && names.contains(&"3 Skor"),
        "{names:?}"
    );
}

#[test]
fn standard_output_is_the_same_workbook() {
    let words = ["score", PROVINCE, "--format", "xlsx"];
    let done = std::process::Command::new(env!("CARGO_BIN_EXE_siap"))
        .args(words)
        .args(["--lang", "id"])
        .current_dir(root())
        .output()
        .expect("the program runs");
    assert!(done.status.success());
    assert!(done.stdout == written(&format!("score {PROVINCE}"), "id"));
}

/// Puts a result beside data.
fn beside_data(path: &Path) {
    let bytes = written(&format!("score {PROVINCE}"), "id");
    fs::write(path.join("hasil.xlsx"), bytes).expect("a file");
}

const DATA: &str = "region,indicator,level\n16.02,ict-staff,2\n16.02,ict-support,3\n";
const STUDY: &str = "framework = \"smart-province-readiness\"\n";

#[test]
fn a_result_is_no_data() {
    let (_keep, path) = folder(&[("data.csv", DATA)]);
    beside_data(&path);
    let words = ["score", "hasil.xlsx", "-f", "smart-province-readiness"];
    let text = told(&words, &path);
    assert!(text.starts_with("exit status 1"), "{text}");
    snapshot("workbooks", "result", &text);
    let words = ["agree", "--matrix", "hasil.xlsx"];
    let done = siap_with(&words, "", &path);
    assert_eq!(done.code, 1, "{}", done.stderr);
    assert!(
        done.stderr.contains("holds results of siap"),
        "{}",
        done.stderr
    );
}

#[test]
fn a_result_beside_data_is_passed_over_unless_it_is_named() {
    let run = |study: Option<&str>| {
        let (_keep, path) = folder(&[("data.csv", DATA)]);
        beside_data(&path);
        if let Some(text) = study {
            fs::write(path.join("study.toml"), text).expect("a study");
        }
        let words = [
            "score",
            ".",
            "-f",
            "smart-province-readiness",
            "--lang",
            "en",
        ];
        siap_with(&words, "", &path)
    };
    let of_pattern = format!("{STUDY}data = [\"*.csv\", \"*.xlsx\"]\n");
    for study in [None, Some(STUDY), Some(&*of_pattern)] {
        let done = run(study);
        assert_eq!(done.code, 0, "{}", done.stderr);
        assert!(done.stderr.contains("hasil.xlsx"), "{}", done.stderr);
        assert!(done.stderr.contains("passed over"), "{}", done.stderr);
    }
    let named = format!("{STUDY}data = [\"data.csv\", \"hasil.xlsx\"]\n");
    assert_eq!(run(Some(&named)).code, 1);
}

#[test]
fn what_always_has_everything_takes_no_full() {
    let (_keep, path) = folder(&[("data.csv", DATA)]);
    let words = [
        "score",
        "data.csv",
        "-f",
        "smart-province-readiness",
        "-o",
        "x.xlsx",
        "--full",
    ];
    let done = siap_with(&words, "", &path);
    assert_eq!(done.code, 2, "{}", done.stderr);
    assert_eq!(names(&path), ["data.csv"]);
}
