//! `siap check --return`: what goes back to the senders of files with errors.

use std::collections::BTreeMap;
use std::io::{Cursor, Read as _};
use std::path::Path;

use siap::text::Lang;
use siap::text::form::{AnswerColumn, Asked};

use crate::diagnostics::{snapshot, told};
use crate::parts::{Filling, INSTRUMENT};
use crate::run::{Done, names, siap_with};

/// The entries of an archive as they are packed.
fn entries(path: &Path) -> BTreeMap<String, Vec<u8>> {
    let bytes = std::fs::read(path).expect("is there");
    let mut zip = zip::ZipArchive::new(Cursor::new(bytes)).expect("an archive");
    let mut out = BTreeMap::new();
    for at in 0..zip.len() {
        let mut entry = zip.by_index_raw(at).expect("an entry");
        let name = entry.name().expect("a name").into_owned();
        let mut bytes = Vec::new();
        entry.read_to_end(&mut bytes).expect("can be read");
        out.insert(name, bytes);
    }
    out
}

fn text(path: &Path, name: &str) -> String {
    let bytes = std::fs::read(path).expect("is there");
    let mut zip = zip::ZipArchive::new(Cursor::new(bytes)).expect("an archive");
    let mut out = String::new();
    let mut entry = zip.by_name(name).expect("is there");
    entry.read_to_string(&mut out).expect("is text");
    out
}

fn run(words: &[&str], folder: &Path) -> Done {
    siap_with(&[words, &["--lang", "id"]].concat(), "", folder)
}

/// A folder with a good workbook, one with mistakes, a table with one (all invented).
fn sent(folder: &Path) {
    let good = Filling::whole().answer("i01", AnswerColumn::Own, 2.0);
    good.save(folder, "baik.xlsx");
    let bad = Filling::whole()
        .said(Asked::Region, "Kota Palembang")
        .answer("i01", AnswerColumn::Own, 9.0)
        .answer("i02", AnswerColumn::Own, "tiga");
    bad.save(folder, "Palembang & 'kawan'.xlsx");
    let table = "region,wave,indicator,level\nKab. Lahat,2024,i01,3\nKab. Lahat,2024,i99,3\n";
    std::fs::write(folder.join("lahat.csv"), table).expect("is written");
}

const CHECK: [&str; 6] = ["check", ".", "-f", INSTRUMENT, "--return", "balik"];

#[test]
fn files_with_errors_go_back_with_a_message_and_a_marked_copy() {
    let keep = tempfile::tempdir().expect("a folder");
    let path = keep.path();
    sent(path);
    let done = run(&CHECK, path);
    assert_eq!(done.code, 1, "{}", done.stderr);
    let folder = path.join("balik");
    let workbook = "Palembang & 'kawan' – perlu diperbaiki.xlsx";
    let wanted = [
        "Palembang & 'kawan' – perlu diperbaiki.txt",
        workbook,
        "lahat – perlu diperbaiki.txt",
    ];
    assert_eq!(names(&folder), wanted);
    let read = |name: &str| std::fs::read_to_string(folder.join(name)).expect("is there");
    snapshot("offices", "message_workbook", &read(wanted[0]));
    snapshot("offices", "message_table", &read(wanted[2]));
    // Nothing of the workbook is touched but the list of its sheets.
    let before = entries(&path.join("Palembang & 'kawan'.xlsx"));
    let after = entries(&folder.join(workbook));
    assert_eq!(after.len(), before.len() + 1);
    let changed: Vec<&str> = before
        .iter()
        .filter(|(name, bytes)| after.get(*name) != Some(*bytes))
        .map(|it| it.0.as_str())
        .collect();
    let three = [
        "[Content_Types].xml",
        "xl/_rels/workbook.xml.rels",
        "xl/workbook.xml",
    ];
    assert_eq!(changed, three);
    let sheet = text(&folder.join(workbook), "xl/worksheets/siap1.xml");
    assert!(sheet.contains("location=\"'Penilaian'!E6\""), "{sheet}");
    // The copy is read as the workbook is: its new sheet says nothing of its own.
    let copy = folder.join(workbook);
    let check = |file: &str| {
        let done = run(&["check", file, "-f", INSTRUMENT, "--format", "json"], path);
        let json: serde_json::Value = serde_json::from_str(&done.stdout).expect("JSON");
        let codes = json["problems"].as_array().expect("a list").iter();
        codes.map(|it| it["code"].clone()).collect::<Vec<_>>()
    };
    let of_copy = check(&copy.to_string_lossy());
    assert_eq!(check("Palembang & 'kawan'.xlsx"), of_copy);
    // Sent once more without a change it gets a second sheet, and nothing is written over.
    let again = run(&CHECK, path);
    assert_eq!(again.code, 1);
    assert!(again.stderr.contains("sudah ada"), "{}", again.stderr);
    let once_more = ["check", "balik", "-f", INSTRUMENT, "--return", "lagi"];
    assert_eq!(run(&once_more, path).code, 1);
    let name = "Palembang & 'kawan' – perlu diperbaiki – perlu diperbaiki.xlsx";
    let book = text(&path.join("lagi").join(name), "xl/workbook.xml");
    assert!(book.contains("\"Perlu diperbaiki (2)\""), "{book}");
}

#[test]
fn files_in_order_do_not_go_back() {
    let keep = tempfile::tempdir().expect("a folder");
    let path = keep.path();
    Filling::whole()
        .answer("i01", AnswerColumn::Own, 2.0)
        .save(path, "baik.xlsx");
    let done = run(&CHECK, path);
    assert_eq!(done.code, 0, "{}", done.stderr);
    assert_eq!(names(path), ["baik.xlsx"]);
    assert!(
        done.stderr.contains("tidak ada yang perlu dikembalikan"),
        "{}",
        done.stderr
    );
    let both = [&CHECK[..], &["--skip-bad-files"]].concat();
    snapshot("offices", "return_and_skip", &told(&both, path));
}

#[test]
fn what_cannot_be_opened_goes_back_with_a_message_alone() {
    let keep = tempfile::tempdir().expect("a folder");
    let path = keep.path();
    let book = Filling::whole().book(Lang::Id);
    let bytes = siap::render::workbook::bytes(&book).expect("a workbook");
    std::fs::write(path.join("putus.xlsx"), &bytes[..bytes.len() / 2]).expect("is written");
    let done = run(&CHECK, path);
    assert_eq!(done.code, 1, "{}", done.stderr);
    assert_eq!(names(&path.join("balik")), ["putus – perlu diperbaiki.txt"]);
}
