//! Workbooks: the same scores as from text, what sheets say, and what is said of what is not read.

use std::path::Path;

use serde_json::Value;

use crate::book::{Is, Page, frame, ods, ods_row, packed, xlsx};
use crate::diagnostics::{snapshot, told};
use crate::run::{Done, names, nodes, root, siap_with};

const PILLARS: &str = "smart-city-pillars";

fn folder_of(files: &[(&str, Vec<u8>)]) -> tempfile::TempDir {
    let keep = tempfile::tempdir().expect("a folder");
    for (name, bytes) in files {
        std::fs::write(keep.path().join(name), bytes).expect("a file");
    }
    keep
}

fn score(files: &[(&str, Vec<u8>)], more: &[&str]) -> Done {
    let keep = folder_of(files);
    let mut words = vec!["score", ".", "-f", PILLARS, "--format", "json"];
    words.extend(more);
    siap_with(&words, "", keep.path())
}

fn json(done: &Done) -> Value {
    assert_eq!(done.code, 0, "{}", done.stderr);
    serde_json::from_str(&done.stdout).expect("JSON")
}

fn codes(of: &Value) -> Vec<&str> {
    let all = of["warnings"].as_array().expect("a list");
    all.iter().filter_map(|it| it["code"].as_str()).collect()
}

/// The level of an indicator of the only region.
fn level(of: &Value, indicator: &str) -> Value {
    let all = of["assessments"].as_array().expect("a list");
    assert_eq!(all.len(), 1, "{all:?}");
    nodes(&all[0])[indicator]["value"].clone()
}

/// What `check` says of one workbook, in both languages.
fn checked(name: &str, bytes: Vec<u8>) -> String {
    let keep = folder_of(&[(name, bytes)]);
    told(&["check", name, "-f", PILLARS], keep.path())
}

const HEADER: &[&str] = &["Wilayah", "Indikator", "Skor"];

fn page(name: &str, rows: &[&[&str]]) -> Page {
    Page::new(name).rows(&[HEADER]).rows(rows)
}

/// The rows of a CSV as cells: what a spreadsheet would take for the same number is a number.
fn cells(rows: &[csv::StringRecord], page: Page) -> Page {
    rows.iter().fold(page, |page, row| {
        let cells: Vec<Is<'_>> = row
            .iter()
            .map(|text| match text.parse::<f64>() {
                Ok(number) if number.to_string() == text => Is::Number(text),
                _ if text.is_empty() => Is::Nothing,
                _ => Is::Text(text),
            })
            .collect();
        page.row(&cells)
    })
}

/// The results of a study without what names its files.
fn results(folder: &Path, framework: Option<&str>) -> Value {
    let mut words = vec!["score", ".", "--format", "json"];
    words.extend(framework.iter().flat_map(|it| ["-f", it]));
    let mut out = json(&siap_with(&words, "", folder));
    for conflict in out["conflicts"].as_array_mut().expect("a list") {
        for it in conflict["statements"].as_array_mut().expect("a list") {
            let it = it.as_object_mut().expect("a record");
            ["file", "sheet", "row"]
                .iter()
                .for_each(|key| drop(it.remove(*key)));
        }
    }
    let evidence = out.get_mut("evidence").and_then(Value::as_array_mut);
    for it in evidence.into_iter().flatten() {
        for item in it["items"].as_array_mut().into_iter().flatten() {
            let item = item.as_object_mut().expect("a record");
            ["file", "sheet", "row"]
                .iter()
                .for_each(|key| drop(item.remove(*key)));
        }
    }
    serde_json::json!([out["assessments"], out["conflicts"], out["evidence"]])
}

#[test]
fn a_study_in_workbooks_has_the_scores_of_the_same_study_in_text() {
    for (study, framework) in [
        ("spbe-sumsel", None),
        ("pemdi-aceh-tengah", Some("pemdi-2026")),
        ("sumsel-smart-province", None),
        ("smart-city-pillars", None),
        ("sijunjung", Some("cmc-characteristics")),
    ] {
        let from = root().join("examples").join(study);
        let texts = tempfile::tempdir().expect("a folder");
        let books = tempfile::tempdir().expect("a folder");
        for name in names(&from) {
            let path = from.join(&name);
            if path.is_dir() {
                continue;
            }
            let bytes = std::fs::read(&path).expect("is read");
            std::fs::write(texts.path().join(&name), &bytes).expect("is written");
            if !name.ends_with(".csv") {
                let text = String::from_utf8(bytes).expect("UTF-8");
                std::fs::write(books.path().join(&name), text.replace(".csv", ".xlsx"))
                    .expect("is written");
                continue;
            }
            let mut reader = csv::ReaderBuilder::new()
                .has_headers(false)
                .from_reader(&bytes[..]);
            let rows: Vec<csv::StringRecord> =
                reader.records().map(|it| it.expect("a row")).collect();
            // Half of the rows on a sheet of their own, under the same header.
            let (header, rows) = rows.split_at(1);
            let (one, other) = rows.split_at(rows.len() / 2);
            let pages =
                [one, other].map(|it| cells(it, cells(header, Page::new(&it.len().to_string()))));
            let pages = if one.is_empty() {
                vec![pages[1].clone()]
            } else {
                pages.into()
            };
            let book = books.path().join(name.replace(".csv", ".xlsx"));
            std::fs::write(book, xlsx(&renamed(pages))).expect("is written");
        }
        let wanted = results(texts.path(), framework);
        assert_eq!(results(books.path(), framework), wanted, "{study}");
    }
}

/// Two sheets never have one name.
fn renamed(pages: Vec<Page>) -> Vec<Page> {
    let named = pages.into_iter().enumerate();
    named
        .map(|(at, it)| it.called(&format!("Bagian {}", at + 1)))
        .collect()
}

#[test]
fn every_format_and_standard_input_give_the_same() {
    let rows: &[&[&str]] = &[
        &["Kab. OKI", "public-service", "3"],
        &["Kab. OKI", "bureaucracy", "2,5"],
    ];
    let book = xlsx(&[page("Data", rows)]);
    let of_rows: String = std::iter::once(&HEADER)
        .chain(rows)
        .map(|it| ods_row(it))
        .collect();
    let sheet = ods("Data", &of_rows);
    let text = "Wilayah;Indikator;Skor\nKab. OKI;public-service;3\nKab. OKI;bureaucracy;2,5\n";
    let wanted = json(&score(&[("a.csv", text.into())], &[]));
    for (name, bytes) in [
        ("a.xlsx", &book),
        ("a.xlsm", &book),
        ("a.ods", &sheet),
        ("A.XLSX", &book),
    ] {
        let found = json(&score(&[(name, bytes.clone())], &[]));
        assert_eq!(found["assessments"], wanted["assessments"], "{name}");
        assert_eq!(found["inputs"].as_array().map(Vec::len), Some(1));
        assert_eq!(found["inputs"][0]["statements"], 2);
    }
}

#[test]
fn a_statement_is_told_with_its_sheet() {
    let rows: &[&[&str]] = &[&["Kab. OKI", "public-service", "1"]];
    let others: &[&[&str]] = &[&["Kab. OKI", "public-service", "4"]];
    let book = xlsx(&[page("Satu", rows), page("Dua", others)]);
    let found = score(&[("a.xlsx", book.clone())], &[]);
    // Two answers in one workbook are told and no more: they are one file.
    let found = json(&found);
    let said = &found["conflicts"][0]["statements"];
    assert_eq!(said[0]["sheet"], "Satu");
    assert_eq!(said[1]["sheet"], "Dua");
    assert_eq!(said[1]["row"], 2);
    let keep = folder_of(&[("a.xlsx", book)]);
    let shown = siap_with(
        &[
            "explain", "a.xlsx", "-f", PILLARS, "--region", "OKI", "--full",
        ],
        "",
        keep.path(),
    );
    assert!(
        shown.stdout.contains("a.xlsx:`Satu`!2"),
        "{}{}",
        shown.stdout,
        shown.stderr
    );
    let checked = siap_with(&["check", "a.xlsx", "-f", PILLARS], "", keep.path());
    let line = "a.xlsx (Satu, Dua)";
    assert!(checked.stdout.contains(line), "{}", checked.stdout);
    let rows = siap_with(
        &["matrix", "a.xlsx", "-f", PILLARS, "--format", "csv"],
        "",
        keep.path(),
    );
    assert!(rows.stdout.contains(",a.xlsx,Dua,2,"), "{}", rows.stdout);
}

#[test]
fn what_sheets_say_above_their_header_is_theirs() {
    let pages =
        [("Wilayah: Kab. OKI", "1"), ("Wilayah: Kab. Ogan Ilir", "4")].map(|(above, level)| {
            Page::new(&above[9..])
                .rows(&[&["PENILAIAN MANDIRI"], &[above, "", "Tahun", "2025"], &[]])
                .rows(&[&["Indikator", "Skor"], &["public-service", level]])
        });
    let found = json(&score(&[("a.xlsx", xlsx(&pages))], &[]));
    let all = found["assessments"].as_array().expect("a list");
    let told: Vec<(&str, &str, f64)> = all
        .iter()
        .map(|it| {
            let text = |key: &str| it[key].as_str().expect("a text");
            let level = nodes(it)["public-service"]["value"]
                .as_f64()
                .expect("a level");
            (text("region"), text("wave"), level)
        })
        .collect();
    assert_eq!(
        told,
        [
            ("Kabupaten Ogan Ilir", "2025", 4.0),
            ("Kabupaten Ogan Komering Ilir", "2025", 1.0)
        ]
    );
}

#[test]
fn merged_cells_fill_downwards_and_hidden_rows_are_read() {
    let book = page("Data", &[&["Kab. OKI", "public-service", "3"]])
        .rows(&[&["", "bureaucracy", "2"]])
        .row(&[])
        .row_with(
            " hidden=\"1\"",
            &[Is::Nothing, Is::Text("public-policy"), Is::Number("1")],
        )
        .hidden_columns(2, 2)
        .merged("A2:A5");
    let found = json(&score(&[("a.xlsx", xlsx(&[book]))], &[]));
    assert_eq!(level(&found, "bureaucracy"), 2.0);
    assert_eq!(level(&found, "public-policy"), 1.0);
    let codes = codes(&found);
    for code in ["merged_filled", "hidden_rows_read", "hidden_columns_read"] {
        assert!(codes.contains(&code), "{code}: {codes:?}");
    }
}

#[test]
fn two_level_headers_over_merged_columns_are_read() {
    let book = Page::new("Data")
        .rows(&[
            &["Wilayah", "public-service", "", "bureaucracy", ""],
            &["", "2024", "2025", "2024", "2025"],
            &["Kab. OKI", "1", "2", "3", "4"],
        ])
        .merged("B1:C1");
    let found = json(&score(&[("a.xlsx", xlsx(&[book]))], &["--wave", "2025"]));
    assert_eq!(level(&found, "public-service"), 2.0);
    assert_eq!(level(&found, "bureaucracy"), 4.0);
    // The region merged over both rows, and a long table whose answers stand in two columns under one.
    let book = Page::new("Data")
        .rows(&[
            &["Wilayah", "public-service", "", "bureaucracy", ""],
            &["", "2024", "2025", "2024", "2025"],
            &["Kab. OKI", "1", "2", "3", "4"],
        ])
        .merged("A1:A2");
    let found = json(&score(&[("a.xlsx", xlsx(&[book]))], &["--wave", "2025"]));
    assert_eq!(level(&found, "bureaucracy"), 4.0);
    let book = Page::new("Data")
        .rows(&[
            &["Wilayah", "Indikator", "Penilaian", ""],
            &["", "", "Skor", "Catatan"],
            &["Kab. OKI", "public-service", "2", "baik"],
        ])
        .merged("A1:A2")
        .merged("B1:B2");
    let found = json(&score(&[("a.xlsx", xlsx(&[book]))], &[]));
    assert_eq!(level(&found, "public-service"), 2.0);
    // Pillars over their indicators, and what stands in both rows merged over them.
    let book = Page::new("Data")
        .rows(&[
            &["Wilayah", "Tata kelola", "", ""],
            &["", "public-service", "bureaucracy", "public-policy"],
            &["Kab. OKI", "1", "2", "3"],
        ])
        .merged("A1:A2");
    let found = json(&score(&[("a.xlsx", xlsx(&[book]))], &[]));
    assert_eq!(level(&found, "public-policy"), 3.0);
}

#[test]
fn sheets_that_hold_no_answers_are_named_and_left() {
    let rows: &[&[&str]] = &[&["Kab. OKI", "public-service", "3"]];
    let recap: &[&[&str]] = &[&["Kab. OKI", "smart-governance", "50"]];
    let pages = [
        Page::new("Sampul").rows(&[&["PENILAIAN KESIAPAN"], &["Dinas Kominfo", "2025"]]),
        page("Data", rows),
        Page::new("Rekap")
            .rows(&[&["Wilayah", "Indikator", "Angka"]])
            .rows(recap),
        Page::new("Kosong"),
        Page::new("Daftar").rows(&[&["a"]]).hidden(),
        page("Belum", &[]),
    ];
    let found = json(&score(&[("a.xlsx", xlsx(&pages))], &[]));
    assert_eq!(level(&found, "public-service"), 3.0);
    let codes = codes(&found);
    for code in [
        "sheets_without_table",
        "sheet_of_groups",
        "hidden_sheets",
        "no_rows",
    ] {
        assert!(codes.contains(&code), "{code}: {codes:?}");
    }
}

#[test]
fn copies_count_once_and_locks_are_passed_over() {
    let rows: &[&[&str]] = &[
        &["Kab. OKI", "public-service", "3"],
        &["Kab. OKI", "bureaucracy", "2"],
    ];
    let book = xlsx(&[page("Data", rows)]);
    let files = [
        ("isian.xlsx", book.clone()),
        ("isian (1).xlsx", book),
        ("~$isian.xlsx", b"\x05Budi".to_vec()),
        (".~lock.isian.xlsx#", b"Budi".to_vec()),
    ];
    let found = json(&score(&files, &[]));
    assert!(codes(&found).contains(&"copy_of_file"));
    let all = nodes(&found["assessments"][0]);
    assert_eq!(all["public-service"]["statements"], 1);
}

#[test]
fn a_row_that_stands_twice_counts_once() {
    let row: &[&str] = &["Kab. OKI", "public-service", "3"];
    let book = xlsx(&[page("Data", &[row, row])]);
    let found = json(&score(&[("a.xlsx", book)], &[]));
    assert_eq!(
        nodes(&found["assessments"][0])["public-service"]["statements"],
        1
    );
    // A column that nobody reads makes them two.
    let header: &[&str] = &["Wilayah", "Indikator", "Skor", "Ruas"];
    let other = |it| ["Kab. OKI", "public-service", "3", it];
    let book = Page::new("Data").rows(&[header, &other("a"), &other("b")]);
    let found = json(&score(&[("a.xlsx", xlsx(&[book]))], &[]));
    assert_eq!(
        nodes(&found["assessments"][0])["public-service"]["statements"],
        2
    );
}

#[test]
fn a_study_that_says_nothing_of_its_data_takes_workbooks() {
    let book = xlsx(&[page("Data", &[&["Kab. OKI", "public-service", "3"]])]);
    let study = format!("title = \"Uji\"\nframework = \"{PILLARS}\"\n");
    let keep = folder_of(&[("isian.xlsx", book), ("study.toml", study.clone().into())]);
    let done = siap_with(&["score", ".", "--format", "json"], "", keep.path());
    assert_eq!(level(&json(&done), "public-service"), 3.0);
    let keep = folder_of(&[("study.toml", study.into())]);
    let done = siap_with(&["score", "."], "", keep.path());
    assert_eq!(done.code, 1, "{}", done.stdout);
}

#[test]
fn numbers_dates_and_shares_are_what_the_sheet_shows() {
    let header = &["Wilayah", "Indikator", "Skor", "Angka", "Tanggal", "Tahun"];
    let book = Page::new("Data")
        .rows(&[header])
        .row(&[
            // 16.10 typed as a number with two decimals.
            Is::Styled("16.1", 3),
            Is::Text("public-service"),
            Is::Text("1 - Belum ada"),
            Is::Nothing,
            Is::Styled("43612", 1),
            Is::Number("2025"),
        ])
        .row(&[
            Is::Text("16.10"),
            Is::Text("index"),
            Is::Nothing,
            Is::Styled("0.7024", 2),
            Is::Nothing,
            Is::Number("2025"),
        ]);
    let keep = folder_of(&[("a.xlsx", xlsx(&[book]))]);
    let done = siap_with(
        &["score", "a.xlsx", "-f", PILLARS, "--format", "json"],
        "",
        keep.path(),
    );
    let found = json(&done);
    let all = found["assessments"].as_array().expect("a list");
    assert_eq!(all.len(), 1, "{all:?}");
    assert_eq!(all[0]["code"], "16.10");
    assert_eq!(nodes(&all[0])["index"]["reported_value"], 70.24);
    assert_eq!(nodes(&all[0])["public-service"]["value"], 1.0);
}

#[test]
fn a_code_that_lost_its_zero_is_settled_by_the_name_beside_it() {
    let book = |name: &str| {
        let page = Page::new("Data").rows(&[
            &["Kode Wilayah", "Kabupaten", "Indikator", "Skor"],
            &["16.1", name, "public-service", "3"],
        ]);
        score(&[("a.xlsx", xlsx(&[page]))], &[])
    };
    let found = json(&book("Ogan Ilir"));
    assert_eq!(found["assessments"][0]["code"], "16.10");
    let done = book("Ogan Komering Ulu");
    assert!(
        done.code == 1 && done.stderr.contains("`Data`!A2"),
        "{}",
        done.stderr
    );
}

#[test]
fn blocks_below_each_other_and_regions_across_are_read_whole() {
    let blocks = page("Data", &[&["Kab. OKI", "public-service", "3"]])
        .row(&[])
        .rows(&[
            HEADER,
            &["Kab. OKI", "bureaucracy", "2"],
            &["Rata-rata", "", "2,5"],
        ]);
    let found = json(&score(&[("a.xlsx", xlsx(&[blocks]))], &[]));
    assert_eq!(level(&found, "bureaucracy"), 2.0);
    let codes = codes(&found);
    assert!(
        codes.contains(&"header_again") && codes.contains(&"totals_left_out"),
        "{codes:?}"
    );
    let across = Page::new("Data").rows(&[
        &["Indikator", "Kab. OKI", "Kab. Lahat"],
        &["public-service", "1", "4"],
        &["bureaucracy", "2", "3"],
    ]);
    let found = json(&score(&[("a.xlsx", xlsx(&[across]))], &[]));
    let all = found["assessments"].as_array().expect("a list");
    assert_eq!(all.len(), 2);
    assert_eq!(nodes(&all[0])["public-service"]["statements"], 1);
}

#[test]
fn a_correction_reaches_a_cell_of_a_sheet() {
    let book = || {
        xlsx(&[
            page("Tata kelola", &[&["Kab. OKI", "public-service", "1"]]),
            page("Ekonomi", &[&["Kab. OKI", "bureaucracy", "2"]]),
        ])
    };
    let list = |cell: &str, from: &str| {
        format!(
            "berkas,sel,semula,menjadi,alasan,tanggal,oleh\na.xlsx,{cell},{from},4,bukti baru,2026-02-10,Tim\n"
        )
    };
    let tried = |cell: &str, from: &str| {
        score(
            &[("a.xlsx", book()), ("koreksi.csv", list(cell, from).into())],
            &[],
        )
    };
    for cell in ["Ekonomi!C2", "'Ekonomi'!$C$2", "`ekonomi`!C2"] {
        let found = json(&tried(cell, "2"));
        assert_eq!(level(&found, "bureaucracy"), 4.0, "{cell}");
        assert_eq!(level(&found, "public-service"), 1.0);
        assert_eq!(found["corrections"][0]["sheet"], "Ekonomi");
    }
    assert_eq!(
        level(&json(&tried("Tata kelola!C2", "1")), "public-service"),
        4.0
    );
    for (cell, wanted) in [
        ("C2", "has several sheets"),
        ("Ekonomy!C2", "did you mean"),
        ("Ekonomi!C9", "row 9"),
    ] {
        let done = tried(cell, "2");
        assert!(
            done.code == 1 && done.stderr.contains(wanted),
            "{cell}: {}",
            done.stderr
        );
    }
    let one = xlsx(&[page("Data", &[&["Kab. OKI", "public-service", "1"]])]);
    let found = score(
        &[("a.xlsx", one), ("koreksi.csv", list("C2", "1").into())],
        &[],
    );
    assert_eq!(level(&json(&found), "public-service"), 4.0);
}

#[test]
fn plain_tables_are_read_from_the_first_sheet_that_is_one() {
    let pages = [
        Page::new("Sampul").rows(&[&["Uji keandalan"]]),
        Page::new("Kode").rows(&[
            &["unit", "A", "B"],
            &["u1", "1", "1"],
            &["u2", "2", "3"],
            &["u3", "4", "4"],
        ]),
        Page::new("Lain").rows(&[&["unit", "A", "B"], &["u1", "1", "4"]]),
    ];
    let keep = folder_of(&[
        ("a.xlsx", xlsx(&pages)),
        ("a.csv", b"unit,A,B\nu1,1,1\nu2,2,3\nu3,4,4\n".to_vec()),
    ]);
    let run = |name: &str| {
        let done = siap_with(
            &["agree", "--matrix", name, "--format", "json"],
            "",
            keep.path(),
        );
        assert_eq!(done.code, 0, "{}", done.stderr);
        (json(&done)["coefficients"].clone(), done.stderr)
    };
    let (found, said) = run("a.xlsx");
    assert_eq!(found, run("a.csv").0);
    assert!(said.contains("`Kode`") && said.contains("`Lain`"), "{said}");
}

/// Wrong inputs, each as `check` tells of it in both languages.
#[test]
fn mistakes_in_workbooks() {
    let good = xlsx(&[page("Data", &[&["Kab. OKI", "public-service", "3"]])]);
    let uncalculated = |result: Option<&str>, more: &str| {
        let page = page("Skor", &[]).row(&[
            Is::Text("Kab. OKI"),
            Is::Text("public-service"),
            Is::Formula(result),
        ]);
        let mut parts = frame(std::slice::from_ref(&page), more);
        parts.push(("xl/worksheets/sheet1.xml".to_owned(), page.xml()));
        packed(&parts)
    };
    let mut locked = b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1".to_vec();
    let old = locked.clone();
    locked.extend("EncryptedPackage".encode_utf16().flat_map(u16::to_le_bytes));
    let encrypted_ods = packed(&[
        ("mimetype", "application/vnd.oasis.opendocument.spreadsheet"),
        (
            "META-INF/manifest.xml",
            "<m><file-entry><encryption-data/></file-entry></m>",
        ),
        ("content.xml", "?"),
    ]);
    let dated = page("Data", &[]).row(&[
        Is::Text("Kab. OKI"),
        Is::Text("public-service"),
        Is::Styled("43612", 1),
    ]);
    let waved = Page::new("Data")
        .rows(&[&["Wilayah", "Indikator", "Skor", "Tahun"]])
        .row(&[
            Is::Text("Kab. OKI"),
            Is::Text("public-service"),
            Is::Number("3"),
            Is::Styled("45658", 1),
        ]);
    let shares = page("Data", &[]).row(&[
        Is::Text("Kab. OKI"),
        Is::Text("public-service"),
        Is::Styled("0.75", 2),
    ]);
    let covers = [
        Page::new("Sampul").rows(&[&["PENILAIAN"]]),
        Page::new("Petunjuk").rows(&[&["isi", "kolom", "skor"]]),
    ];
    for (name, file, bytes) in [
        ("cut_off", "a.xlsx", good[..good.len() / 2].to_vec()),
        ("empty", "a.xlsx", Vec::new()),
        (
            "web_page",
            "a.xlsx",
            b"<html><table><tr><td>Skor</td></tr></table></html>".to_vec(),
        ),
        ("text", "a.xlsx", b"Wilayah;Indikator;Skor\n".to_vec()),
        ("bytes", "a.ods", b"\x01\x00\x02\x00".to_vec()),
        ("old_excel", "a.xls", old),
        ("password", "a.xlsx", locked),
        ("password_ods", "a.ods", encrypted_ods),
        (
            "binary_excel",
            "a.xlsb",
            packed(&[("xl/workbook.bin", "x")]),
        ),
        (
            "other_archive",
            "a.xlsx",
            packed(&[("word/document.xml", "<a/>")]),
        ),
        (
            "archive_of_papers",
            "a.zip",
            packed(&[("bukti/SK Bupati.pdf", "%PDF")]),
        ),
        (
            "archive_of_tables",
            "a.zip",
            packed(&[("a.csv", "Wilayah,Skor\n"), ("b.csv", "Wilayah,Skor\n")]),
        ),
        ("lock", "~$a.xlsx", b"\x05Budi".to_vec()),
        ("named_csv", "a.csv", good.clone()),
        ("uncalculated", "a.xlsx", uncalculated(None, "")),
        (
            "never_calculated",
            "a.xlsx",
            uncalculated(Some("0"), "<calcPr fullCalcOnLoad=\"1\"/>"),
        ),
        ("hidden_only", "a.xlsx", xlsx(&[page("Data", &[]).hidden()])),
        (
            "hidden_data",
            "a.xlsx",
            xlsx(&[
                Page::new("Sampul").rows(&[&["Sampul"], &["Isi di lembar data"]]),
                page("Data", &[&["Kab. OKI", "public-service", "3"]]).hidden(),
            ]),
        ),
        ("no_table", "a.xlsx", xlsx(&covers)),
        ("date_as_level", "a.xlsx", xlsx(&[dated])),
        ("date_as_wave", "a.xlsx", xlsx(&[waved])),
        ("share_as_level", "a.xlsx", xlsx(&[shares])),
        (
            "no_such_level",
            "a.xlsx",
            xlsx(&[page("Data", &[&["Kab. OKI", "public-service", "9"]])]),
        ),
        (
            "no_such_indicator",
            "a.xlsx",
            xlsx(&[page("Data", &[&["Kab. OKI", "public-servise", "3"]])]),
        ),
    ] {
        let text = checked(file, bytes);
        assert!(text.starts_with("exit status 1"), "{name}:\n{text}");
        snapshot("workbooks", name, &text);
    }
}

#[test]
fn an_archive_of_a_form_is_read_as_its_table() {
    let table = "Wilayah,public-service,KEY\nKab. OKI,3,uuid:1\n";
    let repeats = "Nama,PARENT_KEY,KEY\nAni,uuid:1,uuid:1/r[1]\n";
    // As Google Forms and as ODK Central pack them, the latter with a table for each repeated group.
    let google = packed(&[("Penilaian.csv", table), ("__MACOSX/._Penilaian.csv", "x")]);
    let odk = packed(&[
        ("penilaian-orang.csv", repeats),
        ("penilaian.csv", table),
        ("media/foto.jpg", "x"),
    ]);
    let done = score(&[("isian.zip", google.clone())], &[]);
    assert_eq!(level(&json(&done), "public-service"), 3.0);
    let done = score(&[("isian.zip", odk)], &[]);
    assert_eq!(level(&json(&done), "public-service"), 3.0);
    for left in ["penilaian-orang.csv", "media/foto.jpg"] {
        assert!(done.stderr.contains(left), "{}", done.stderr);
    }
    // Whatever it is called, a workbook is one.
    let book = xlsx(&[page("Data", &[&["Kab. OKI", "public-service", "3"]])]);
    let text = checked("isian.zip", book);
    assert!(text.starts_with("exit status 0"), "{text}");
    // In a folder it is data; an archive of papers beside it is none, and named.
    let papers = packed(&[("SK.pdf", "%PDF")]);
    let done = score(&[("isian.zip", google), ("bukti.zip", papers)], &[]);
    assert_eq!(level(&json(&done), "public-service"), 3.0);
    assert!(done.stderr.contains("bukti.zip"), "{}", done.stderr);
}

#[test]
fn one_bad_file_among_many_is_named_and_can_be_left_out() {
    let good = xlsx(&[page("Data", &[&["Kab. OKI", "public-service", "3"]])]);
    let bad = good[..good.len() / 2].to_vec();
    let files = [("a.xlsx", good), ("b.xlsx", bad)];
    let done = score(&files, &[]);
    assert!(
        done.code == 1 && done.stderr.contains("b.xlsx"),
        "{}",
        done.stderr
    );
    let done = score(&files, &["--skip-bad-files"]);
    assert_eq!(level(&json(&done), "public-service"), 3.0);
    assert!(done.stderr.contains("b.xlsx"), "{}", done.stderr);
}

#[test]
fn what_stands_beside_a_table_is_unread_and_not_out_of_place() {
    let page = Page::new("Data").rows(&[
        HEADER,
        &[
            "Kab. OKI",
            "public-service",
            "3",
            "",
            "",
            "catatan di samping",
        ],
        &["Kab. OKI", "bureaucracy"],
    ]);
    let found = json(&score(&[("a.xlsx", xlsx(&[page]))], &[]));
    assert_eq!(level(&found, "public-service"), 3.0);
    assert!(codes(&found).contains(&"unnamed_columns"));
}
