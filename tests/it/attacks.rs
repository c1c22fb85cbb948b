//! Workbooks that nobody would send with good will, each built here as a small file: every one gets an
//! error with a name, in little time and memory, and writes nothing.

#[cfg(unix)]
use std::path::Path;
#[cfg(unix)]
use std::time::{Duration, Instant};

use crate::book::{Page, frame, ods, ods_row, packed, xlsx};

/// How much memory the program may use, in KiB.
#[cfg(unix)]
const MEMORY: &str = "512000";

/// Runs `check` on bytes with bounded memory: its status, and all that it said.
#[cfg(unix)]
fn check(name: &str, bytes: &[u8]) -> (i32, String) {
    let folder = tempfile::tempdir().expect("a folder");
    std::fs::write(folder.path().join(name), bytes).expect("a file");
    let program = Path::new(env!("CARGO_BIN_EXE_siap"));
    let line = format!(
        "ulimit -v {MEMORY}; exec \"$0\" check \"$1\" -f smart-city-pillars --lang en -o out.md"
    );
    let start = Instant::now();
    let done = std::process::Command::new("sh")
        .args(["-c", &line])
        .arg(program)
        .arg(name)
        // Each thread has room of its own.
        .env("RAYON_NUM_THREADS", "2")
        .current_dir(folder.path())
        .output()
        .expect("runs");
    assert!(start.elapsed() < Duration::from_secs(60), "{name}");
    assert!(!folder.path().join("out.md").exists(), "{name}");
    let said = String::from_utf8_lossy(&done.stderr).into_owned();
    (done.status.code().unwrap_or(-1), said)
}

#[cfg(unix)]
fn refused(what: &str, name: &str, bytes: &[u8], wanted: &str) {
    let (code, said) = check(name, bytes);
    assert_eq!(code, 1, "{what}: {said}");
    assert!(said.contains(wanted), "{what}: {said}");
}

fn with_sheet(xml: &str) -> Vec<u8> {
    let mut parts = frame(&[Page::new("Data")], "");
    let sheet = format!("<worksheet><sheetData>{xml}</sheetData></worksheet>");
    parts.push(("xl/worksheets/sheet1.xml".to_owned(), sheet));
    packed(&parts)
}

#[cfg(unix)]
fn text_cell(name: &str, text: &str) -> String {
    format!("<c r=\"{name}\" t=\"inlineStr\"><is><t>{text}</t></is></c>")
}

#[cfg(unix)]
#[test]
fn what_is_larger_than_anyone_needs_is_refused() {
    let limit = "more than is read";
    // A thousand times as large as packed.
    let spaces = " ".repeat(64 << 20);
    refused("spaces", "a.xlsx", &with_sheet(&spaces), limit);
    let many = "<row><c><v>1</v></c></row>".repeat(2 << 20);
    refused("rows", "b.xlsx", &with_sheet(&many), "cell outside");
    let long = format!(
        "<row r=\"1\">{}</row>",
        text_cell("A1", &"x".repeat(2 << 20))
    );
    refused("one cell", "c.xlsx", &with_sheet(&long), limit);
    let mut parts = frame(&[Page::new("Data")], "");
    let deep = "<x>".repeat(100_000);
    parts.push(("xl/worksheets/sheet1.xml".to_owned(), deep));
    refused("depth", "d.xlsx", &packed(&parts), "damaged");
    let row = ods_row(&["region", "indicator", "level"]);
    let endless = row.replacen(
        "<table:table-row>",
        "<table:table-row table:number-rows-repeated=\"1048576\">",
        1,
    );
    refused(
        "rows of ods",
        "e.ods",
        &ods("A", &format!("{endless}{endless}")),
        "cell outside",
    );
    let wide = ods_row(&["x"]).replacen(
        "<table:table-cell",
        "<table:table-cell table:number-columns-repeated=\"18446744073709551615\"",
        1,
    );
    refused("columns of ods", "f.ods", &ods("A", &wide), "cell outside");
    let wide = wide.replacen("18446744073709551615", "16384", 1);
    let both = wide.replacen(
        "<table:table-row>",
        "<table:table-row table:number-rows-repeated=\"1000000\">",
        1,
    );
    refused("both of ods", "g.ods", &ods("A", &both), limit);
    let parts: Vec<(String, &str)> = (0..5_000).map(|it| (format!("p{it}"), "")).collect();
    refused("parts", "h.xlsx", &packed(&parts), "4,096");
}

#[cfg(unix)]
#[test]
fn numbers_in_a_workbook_take_no_memory() {
    // What would be a grid of 17 thousand million cells is two cells.
    let far = format!(
        "<row r=\"1\">{}</row><row r=\"1048576\">{}</row>",
        text_cell("A1", "region"),
        text_cell("XFD1048576", "x")
    );
    let (code, said) = check("far.xlsx", &with_sheet(&far));
    assert_eq!(code, 1, "{said}");
    assert!(said.contains("no column `indicator`"), "{said}");
    // A count of shared texts that would be 32 GB.
    let mut parts = frame(&[Page::new("Data")], "");
    let sheet = "<worksheet><sheetData><row r=\"1\"><c r=\"A1\" t=\"s\"><v>0</v></c><c r=\"B1\" t=\"s\"><v>99999999999</v></c></row></sheetData></worksheet>";
    parts.push(("xl/worksheets/sheet1.xml".to_owned(), sheet.to_owned()));
    let strings = "<sst uniqueCount=\"1000000000\"><si><t>region</t></si></sst>";
    parts.push(("xl/SharedStrings.xml".to_owned(), strings.to_owned()));
    let (code, said) = check("sst.xlsx", &packed(&parts));
    assert_eq!(code, 1, "{said}");
    // Merged down the whole sheet.
    let merged: String = (1..2_000)
        .map(|it| format!("<mergeCell ref=\"A{it}:A1048576\"/>"))
        .collect();
    let rows: String = (1..2_000)
        .map(|it| {
            format!(
                "<row r=\"{it}\">{}</row>",
                text_cell(&format!("A{it}"), "x")
            )
        })
        .collect();
    let mut parts = frame(&[Page::new("Data")], "");
    let sheet = format!(
        "<worksheet><sheetData>{rows}</sheetData><mergeCells>{merged}</mergeCells></worksheet>"
    );
    parts.push(("xl/worksheets/sheet1.xml".to_owned(), sheet));
    let (code, said) = check("merged.xlsx", &packed(&parts));
    assert_eq!(code, 1, "{said}");
}

#[cfg(unix)]
#[test]
fn cells_outside_of_a_sheet_and_out_of_order_are_refused() {
    for (name, what, wanted) in [
        ("AAAA1", "letters", "the name of none"),
        ("A99999999", "digits", "the name of none"),
        ("A1048577", "row", "outside"),
        ("XFE1", "column", "outside"),
        ("A0", "row 0", "outside"),
        ("1A", "turned", "the name of none"),
    ] {
        let xml = format!("<row>{}</row>", text_cell(name, "x"));
        refused(what, "a.xlsx", &with_sheet(&xml), wanted);
    }
    let back = format!(
        "<row>{}{}</row>",
        text_cell("B2", "x"),
        text_cell("A2", "x")
    );
    refused("backwards", "b.xlsx", &with_sheet(&back), "out of order");
    let up = format!(
        "<row>{}</row><row>{}</row>",
        text_cell("A2", "x"),
        text_cell("A1", "x")
    );
    refused("upwards", "c.xlsx", &with_sheet(&up), "out of order");
}

#[cfg(unix)]
#[test]
fn what_is_no_sound_workbook_is_refused_by_name() {
    let whole = xlsx(&[Page::new("A").rows(&[&["region", "indicator", "level"]])]);
    for end in [4, 30, whole.len() / 2, whole.len() - 30, whole.len() - 1] {
        refused("cut off", "a.xlsx", &whole[..end], "cut off");
    }
    let doctype = "<!DOCTYPE w [<!ENTITY a \"x\">]><worksheet><sheetData/></worksheet>";
    let mut parts = frame(&[Page::new("A")], "");
    parts.push(("xl/worksheets/sheet1.xml".to_owned(), doctype.to_owned()));
    refused("entities", "b.xlsx", &packed(&parts), "damaged");
    let entity = "<row><c t=\"inlineStr\"><is><t>&bomb;</t></is></c></row>";
    refused("unknown entity", "c.xlsx", &with_sheet(entity), "damaged");
    refused(
        "no sheet",
        "d.xlsx",
        &packed(&frame(&[Page::new("A")], "")),
        "damaged",
    );
    refused(
        "other",
        "e.xlsx",
        &packed(&[("word/document.xml", "<a/>")]),
        "no workbook",
    );
    refused(
        "out of the archive",
        "f.xlsx",
        &packed(&[("../../x", "<a/>")]),
        "no spreadsheet program",
    );
    // A part that is damaged in the middle.
    let mut broken = whole.clone();
    let at = broken.len() / 3;
    for byte in &mut broken[at..at + 40] {
        *byte ^= 0x5A;
    }
    let (code, said) = check("g.xlsx", &broken);
    assert_eq!(code, 1, "{said}");
}

/// SplitMix64, so that a failure can be repeated.
fn roll(state: &mut u64, sides: usize) -> usize {
    *state = state.wrapping_add(0x9E37_79B9_7F4A_7C15);
    let mut bits = *state;
    bits = (bits ^ (bits >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
    bits = (bits ^ (bits >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
    usize::try_from((bits ^ (bits >> 31)) % sides as u64).unwrap_or(0)
}

/// Sheets with pieces cut out, doubled and exchanged, and archives with bytes changed: no panic.
#[test]
fn no_workbook_makes_the_reader_panic() {
    let options = siap::read::ReadOptions::default();
    let page = Page::new("A").merged("A2:A3").rows(&[
        &["region", "indicator", "level"],
        &["OKI", "t1", "3"],
        &["", "t2", "2"],
    ]);
    let whole = xlsx(&[page.clone(), page]);
    let sheet = "<row r=\"1\" hidden=\"1\"><c r=\"A1\" t=\"s\" s=\"1\"><v>0</v></c><c r=\"B1\"><f>x</f></c></row><row r=\"2\"><c t=\"d\"><v>2026-01-01</v></c><c t=\"b\"><v>1</v></c><c t=\"inlineStr\"><is><r><t>a</t></r><rPh><t>b</t></rPh></is></c></row>";
    let rows = ods_row(&["region", "indicator", "3"]);
    let mut state = 11;
    for round in 0..400 {
        let mut bytes = whole.clone();
        for _ in 0..=roll(&mut state, 4) {
            let at = roll(&mut state, bytes.len());
            bytes[at] = u8::try_from(roll(&mut state, 256)).unwrap_or(0);
        }
        let _ = siap::read::read(&bytes[..], "a.xlsx", &options);
        let text = if round % 2 == 0 { sheet } else { &rows };
        let mut text = text.as_bytes().to_vec();
        for _ in 0..=roll(&mut state, 3) {
            let at = roll(&mut state, text.len());
            let upto = (at + roll(&mut state, 12)).min(text.len());
            let from = roll(&mut state, text.len());
            let piece = text[from..(from + roll(&mut state, 12)).min(text.len())].to_vec();
            text.splice(at..upto, piece);
        }
        let Ok(text) = String::from_utf8(text) else {
            continue;
        };
        let _ = siap::read::read(with_sheet(&text), "a.xlsx", &options);
        let _ = siap::read::read(ods("A", &text), "a.ods", &options);
    }
}
