//! One workbook among offices: split, filled in, merged; several sendings of one workbook.
//!
//! All answers are invented (dibuat untuk pengujian).

use std::path::Path;

use siap::framework::{Framework, library};
use siap::render::workbook::bytes;
use siap::text::Lang;
use siap::text::form::{AnswerColumn, Asked, ItemColumn};
use siap::view::book::{At, Book, Cell, Content};
use siap::view::form::{Entry, Filled, Part, Wish, workbook};

use crate::diagnostics::{snapshot, told};
use crate::run::{Done, names, siap_with};

pub(crate) const INSTRUMENT: &str = "spbe-2020";

fn instrument() -> Framework {
    library::get(INSTRUMENT).expect("is built in").0
}

/// A workbook being filled in by hand.
#[derive(Clone)]
pub(crate) struct Filling {
    framework: Framework,
    wish: Wish,
}

impl Filling {
    pub(crate) fn whole() -> Self {
        let mut filled = Filled::default();
        let page = [
            (Asked::Region, "Kabupaten Ogan Komering Ilir"),
            (Asked::Wave, "2024"),
            (Asked::Deadline, "30 September 2024"),
            (Asked::FilledBy, "Bagian Organisasi"),
        ];
        filled.page = page.map(|(what, it)| (what, it.to_owned())).into();
        filled.offices = vec![["Dinas Kesehatan".to_owned(), "0812-0000".to_owned()]];
        Self {
            framework: instrument(),
            wish: Wish {
                filled,
                ..Wish::default()
            },
        }
    }

    /// The part of an office with these rows and nothing in them.
    pub(crate) fn part(office: &str, indicators: &[&str], items: &[(&str, usize)]) -> Self {
        Self::whole().narrowed(office, indicators, items)
    }

    /// The same workbook of another instrument.
    pub(crate) fn under(mut self, framework: Framework) -> Self {
        self.framework = framework;
        self
    }

    /// The part of an office.
    pub(crate) fn narrowed(
        self,
        office: &str,
        indicators: &[&str],
        items: &[(&str, usize)],
    ) -> Self {
        let mut out = self;
        out.wish.filled.page.remove(&Asked::FilledBy);
        let at = |id: &&str| out.framework.find(id).expect("is there");
        let rows = Part {
            answers: indicators.iter().map(at).collect(),
            items: items.iter().map(|(id, item)| (at(id), *item)).collect(),
        };
        out.wish.part = Some(rows);
        out.said(Asked::Office, office)
    }

    pub(crate) fn said(mut self, what: Asked, text: &str) -> Self {
        self.wish.filled.page.insert(what, text.to_owned());
        self
    }

    pub(crate) fn answer(
        mut self,
        id: &str,
        column: AnswerColumn,
        entry: impl Into<Typed>,
    ) -> Self {
        let at = self.framework.find(id).expect("is there");
        let entry = entry.into().0;
        self.wish.filled.answers.insert((at, column), entry);
        self
    }

    pub(crate) fn item(
        mut self,
        (id, item): (&str, usize),
        column: ItemColumn,
        text: &str,
    ) -> Self {
        let at = self.framework.find(id).expect("is there");
        let entry = Entry::Text(text.to_owned());
        self.wish.filled.items.insert((at, item, column), entry);
        self
    }

    /// Handed out with what stands in it now; what is filled in later is the office's.
    pub(crate) fn handed_out(mut self) -> Self {
        self.wish.handed = Some(self.wish.filled.clone());
        self
    }

    pub(crate) fn of(self, id: &str, office: &str) -> Self {
        self.answer(id, AnswerColumn::Office, office)
    }

    pub(crate) fn book(&self, lang: Lang) -> Book {
        workbook(&self.framework, &self.wish, lang)
    }

    pub(crate) fn save(&self, folder: &Path, name: &str) {
        save(&self.book(Lang::Id), &folder.join(name));
    }
}

pub(crate) struct Typed(Entry);

impl From<f64> for Typed {
    fn from(number: f64) -> Self {
        Self(Entry::Number(number))
    }
}

impl From<&str> for Typed {
    fn from(text: &str) -> Self {
        Self(Entry::Text(text.to_owned()))
    }
}

pub(crate) fn save(book: &Book, path: &Path) {
    std::fs::create_dir_all(path.parent().expect("a folder")).expect("a folder");
    std::fs::write(path, bytes(book).expect("a workbook")).expect("is written");
}

const OWN: AnswerColumn = AnswerColumn::Own;
const WHY: AnswerColumn = AnswerColumn::Explanation;
const STATE: ItemColumn = ItemColumn::State;

/// A whole workbook whose rows are of two offices, one spelled in three ways.
fn assigned() -> Filling {
    let whole = Filling::whole()
        .of("i01", "Dinas Kesehatan")
        .of("i02", "dinas  kesehatan")
        .of("i03", "Bappeda")
        .answer("i01", OWN, 2.0)
        .item(("i01", 0), ItemColumn::Office, "DINAS KESEHATAN.")
        .item(("i01", 1), ItemColumn::Office, "Dinas Kesehatan")
        .item(("i03", 0), ItemColumn::Office, "Bappeda");
    whole
        .item(("i01", 0), STATE, "belum ada")
        .item(("i01", 1), STATE, "diterima")
}

fn run(words: &[&str], folder: &Path) -> Done {
    siap_with(&[words, &["--lang", "id"]].concat(), "", folder)
}

fn scores(file: &str, folder: &Path) -> serde_json::Value {
    let words = ["score", file, "-f", INSTRUMENT, "--format", "json"];
    let done = run(&words, folder);
    assert_eq!(done.code, 0, "{}", done.stderr);
    let mut json: serde_json::Value = serde_json::from_str(&done.stdout).expect("JSON");
    json["assessments"].take()
}

/// What the merged workbook says of itself in CSV: every row with its place left out.
fn rows(file: &str, folder: &Path) -> String {
    let words = [
        "matrix", file, "-f", INSTRUMENT, "--full", "--format", "table",
    ];
    let done = run(&words, folder);
    assert_eq!(done.code, 0, "{}", done.stderr);
    done.stdout.replace(file, "")
}

#[test]
fn each_office_gets_its_rows_and_a_reminder() {
    let keep = tempfile::tempdir().expect("a folder");
    let path = keep.path();
    assigned().save(path, "induk.xlsx");
    let done = run(&["split", "induk.xlsx"], path);
    assert_eq!(done.code, 0, "{}", done.stderr);
    assert_eq!(names(path), ["induk-bagian", "induk.xlsx"]);
    let folder = path.join("induk-bagian");
    let wanted = [
        "Penilaian – Bappeda.xlsx",
        "Penilaian – Dinas Kesehatan.xlsx",
        "pengingat.txt",
    ];
    assert_eq!(names(&folder), wanted);
    assert!(
        done.stderr
            .contains("44 indikator belum ada OPD-nya: i04, "),
        "{}",
        done.stderr
    );
    assert!(
        done.stderr.contains("butir belum ada OPD-nya: "),
        "{}",
        done.stderr
    );
    let text = std::fs::read_to_string(folder.join("pengingat.txt")).expect("is there");
    snapshot("offices", "reminder", &text);
    // Somebody may have filled one in already.
    std::fs::remove_file(folder.join("pengingat.txt")).expect("was there");
    let again = run(&["split", "induk.xlsx"], path);
    assert_eq!(again.code, 1, "{}", again.stderr);
    assert_eq!(names(&folder), wanted[..2]);
    // The answers that stand in the whole stand in the part.
    let done = run(
        &[
            "score",
            "induk-bagian/Penilaian – Dinas Kesehatan.xlsx",
            "-f",
            INSTRUMENT,
            "--format",
            "json",
        ],
        path,
    );
    assert!(
        done.stdout.contains("\"level\": 2") || done.stdout.contains("\"value\": 2"),
        "{}",
        done.stdout
    );
}

#[test]
fn names_of_offices_become_names_of_files() {
    let keep = tempfile::tempdir().expect("a folder");
    let whole = Filling::whole()
        .of("i01", "Dinas PU/PR: \"Bina* Marga\"?")
        .of("i02", "Dinas PU PR Bina Marga")
        .of("i03", "DINAS PU/PR BINA MARGA");
    whole.save(keep.path(), "a.xlsx");
    let done = run(&["split", "a.xlsx", "-o", "keluar"], keep.path());
    assert_eq!(done.code, 0, "{}", done.stderr);
    let made = names(&keep.path().join("keluar"));
    let wanted = [
        "Penilaian – DINAS PU PR BINA MARGA (3).xlsx",
        "Penilaian – Dinas PU PR Bina Marga (2).xlsx",
        "Penilaian – Dinas PU PR Bina Marga.xlsx",
        "pengingat.txt",
    ];
    assert_eq!(made, wanted);
    assert!(done.stderr.contains("mirip dengan"), "{}", done.stderr);
}

/// The same book with other names of sheets, columns moved, rows put in between.
fn moved(mut book: Book) -> Book {
    for (at, sheet) in book.sheets.iter_mut().enumerate().filter(|it| !it.1.hidden) {
        sheet.name = format!("Lembar {at}").into();
        let cells = std::mem::take(&mut sheet.cells);
        sheet.choices.clear();
        sheet.rules.clear();
        sheet.table = None;
        let is_form = |it: &Cell| !matches!(it.content, Content::Formula(..));
        for ((row, column), cell) in cells.into_iter().filter(|it| is_form(&it.1)) {
            let to: At = match at {
                0 => (row + 3, column),
                _ => (row + 2 + u32::from(row > 5), 19 - column),
            };
            sheet.put(to, cell);
        }
    }
    let visible = book.sheets.iter().filter(|it| !it.hidden).count();
    book.sheets[..visible].reverse();
    book
}

#[test]
fn what_comes_back_scores_as_if_it_had_been_typed_into_one_workbook() {
    let keep = tempfile::tempdir().expect("a folder");
    let path = keep.path();
    let whole = assigned();
    whole.save(path, "induk.xlsx");
    let fill = |it: Filling| {
        it.answer("i01", OWN, 4.0)
            .answer("i01", WHY, "=ada peraturan")
            .answer("i02", OWN, "3 - Terdefinisi")
            .item(("i01", 0), STATE, "diunggah")
            .item(("i01", 0), ItemColumn::Document, "Perbup 01.10")
    };
    let health = Filling::part(
        "Dinas Kesehatan",
        &["i01", "i02"],
        &[("i01", 0), ("i01", 1)],
    );
    let health = fill(health).item(("i01", 1), STATE, "diterima");
    // In another language, and moved about.
    save(
        &moved(health.book(Lang::En)),
        &path.join("balik/kesehatan.xlsx"),
    );
    let planning = Filling::part("BAPPEDA", &["i03"], &[("i03", 0)]).answer("i03", OWN, 5.0);
    planning.save(path, "balik/bappeda.xlsx");
    let done = run(&["merge", "induk.xlsx", "balik", "-o", "baru.xlsx"], path);
    assert_eq!(done.code, 0, "{}", done.stderr);
    assert_eq!(done.stderr.matches("peringatan").count(), 1);
    let replaced =
        "2 sel buku kerja induk diganti dengan isian yang kembali: i01 (balik/kesehatan.xlsx:";
    assert!(done.stderr.contains(replaced), "{}", done.stderr);
    let typed = fill(whole).answer("i03", OWN, 5.0);
    typed.save(path, "satu.xlsx");
    assert_eq!(scores("baru.xlsx", path), scores("satu.xlsx", path));
    assert_eq!(rows("baru.xlsx", path), rows("satu.xlsx", path));
    // Merging again changes nothing and keeps where cells came from.
    let again = run(&["merge", "baru.xlsx", "balik", "-o", "lagi.xlsx"], path);
    assert_eq!(again.code, 0, "{}", again.stderr);
    let read = |name: &str| std::fs::read(path.join(name)).expect("is there");
    assert_eq!(read("baru.xlsx"), read("lagi.xlsx"));
    let over = run(&["merge", "induk.xlsx", "balik", "-o", "baru.xlsx"], path);
    assert_eq!(over.code, 1, "{}", over.stderr);
}

#[test]
fn where_cells_came_from_stands_in_a_sheet() {
    let keep = tempfile::tempdir().expect("a folder");
    let path = keep.path();
    assigned().save(path, "induk.xlsx");
    let back = Filling::part("Dinas Kesehatan", &["i01"], &[("i01", 0)])
        .said(Asked::Sending, "2")
        .answer("i01", OWN, 4.0)
        .item(("i01", 0), STATE, "diunggah");
    back.save(path, "balik.xlsx");
    let done = run(
        &["merge", "induk.xlsx", "balik.xlsx", "-o", "baru.xlsx"],
        path,
    );
    assert_eq!(done.code, 0, "{}", done.stderr);
    assert!(
        done.stderr.contains("Belum kembali: Bappeda"),
        "{}",
        done.stderr
    );
    let bytes = std::fs::read(path.join("baru.xlsx")).expect("is there");
    let options = siap::read::ReadOptions::default();
    let (tables, _) = siap::read::tables(&bytes, "baru.xlsx", &options).expect("can be read");
    let wanted = siap::parts::Wanted::Whole;
    let (whole, _) = siap::parts::gathered(&tables, &instrument(), wanted).expect("is whole");
    let of = |at: usize| {
        let it = &whole.origins[at];
        let mut out = it.cell.to_vec();
        out.extend([it.content.clone()]);
        out.extend(it.from.clone());
        out.extend([it.sending.clone(), it.replaced.clone()]);
        out.join("|")
    };
    assert_eq!(whole.origins.len(), 2);
    assert_eq!(
        of(0),
        "Penilaian|i01|Nilai mandiri|4|balik.xlsx|Penilaian|E6|2|2"
    );
    let state = "Bukti dukung|01.2|Keadaan|diunggah|balik.xlsx|Bukti dukung|L3|2|belum ada";
    assert_eq!(of(1), state);
}

#[test]
fn what_the_whole_says_stays_where_it_is_for_the_whole_to_say() {
    let keep = tempfile::tempdir().expect("a folder");
    let path = keep.path();
    let whole = assigned()
        .answer("i01", AnswerColumn::Final, 3.0)
        .answer("i03", OWN, 2.0);
    whole.answer("i02", OWN, 2.0).save(path, "induk.xlsx");
    // Another office's row (i03), an emptied cell (i02), an evaluator's value, an accepted item.
    let back = Filling::part("Dinas Kesehatan", &["i01", "i02", "i03"], &[("i01", 1)])
        .answer("i01", OWN, 2.0)
        .answer("i01", AnswerColumn::Final, 5.0)
        .answer("i02", AnswerColumn::Document, 5.0)
        .answer("i02", AnswerColumn::Note, "sudah bagus")
        .answer("i03", OWN, 5.0)
        .item(("i01", 1), STATE, "belum ada");
    back.save(path, "balik.xlsx");
    let text = told(
        &[
            "merge",
            "induk.xlsx",
            "balik.xlsx",
            "-o",
            "/dev/null/x.xlsx",
        ],
        path,
    );
    snapshot("offices", "stays", &text);
    let done = run(
        &["merge", "induk.xlsx", "balik.xlsx", "-o", "baru.xlsx"],
        path,
    );
    assert_eq!(done.code, 0, "{}", done.stderr);
    assert_eq!(scores("baru.xlsx", path), scores("induk.xlsx", path));
}

#[test]
fn the_highest_sending_of_an_office_counts_and_copies_count_once() {
    let keep = tempfile::tempdir().expect("a folder");
    let path = keep.path();
    assigned().save(path, "induk.xlsx");
    let part = || Filling::part("Dinas Kesehatan", &["i01"], &[]);
    part().answer("i01", OWN, 3.0).save(path, "b/1.xlsx");
    let second = part().answer("i01", OWN, 4.0).said(Asked::Sending, "2");
    second.save(path, "b/2.xlsx");
    second.save(path, "b/salinan.xlsx");
    let done = run(&["merge", "induk.xlsx", "b", "-o", "baru.xlsx"], path);
    assert_eq!(done.code, 0, "{}", done.stderr);
    for wanted in [
        "`1.xlsx` adalah kiriman ke-1 dan tidak dibaca: `2.xlsx` adalah kiriman ke-2",
        "`b/salinan.xlsx` sama isinya dengan `b/2.xlsx`",
        "Dinas Kesehatan: 1 sel dari b/2.xlsx",
    ] {
        assert!(done.stderr.contains(wanted), "{wanted}: {}", done.stderr);
    }
}

#[test]
fn mistakes_in_parts() {
    let keep = tempfile::tempdir().expect("a folder");
    let path = keep.path();
    assigned()
        .of("i04", "Dinas Kesehatan; Bappeda")
        .save(path, "induk.xlsx");
    Filling::whole().save(path, "tanpa-opd.xlsx");
    let part = |office: &str| Filling::part(office, &["i01", "i04"], &[("i01", 0)]);
    let one = part("Dinas Kesehatan").answer("i04", OWN, 3.0);
    one.save(path, "satu.xlsx");
    part("Bappeda")
        .answer("i04", OWN, 4.0)
        .save(path, "dua.xlsx");
    part("Dinas Kesehatn").save(path, "salah-opd.xlsx");
    part("").save(path, "kosong-opd.xlsx");
    part("Bappeda")
        .said(Asked::Region, "Kota Palembang")
        .save(path, "lain-wilayah.xlsx");
    part("Bappeda")
        .said(Asked::Sending, "terakhir")
        .save(path, "nomor.xlsx");
    part("Dinas Kesehatan")
        .answer("i04", OWN, 5.0)
        .save(path, "kembar.xlsx");
    std::fs::write(
        path.join("biasa.csv"),
        "region,indicator,level\nOKI,i01,3\n",
    )
    .expect("is written");
    let mut book = one.item(("i01", 0), STATE, "diunggah").book(Lang::Id);
    for sheet in &mut book.sheets {
        for cell in sheet.cells.values_mut() {
            match &mut cell.content {
                Content::Text(text) if text == "i04" => *text = "i4x".to_owned(),
                Content::Text(text) if text == "01.2" => *text = "01.l2".to_owned(),
                _ => {}
            }
        }
    }
    save(&book, &path.join("kode.xlsx"));
    let merge =
        |parts: &[&'static str]| [&["merge", "induk.xlsx"], parts, &["-o", "baru.xlsx"]].concat();
    let trials: Vec<(&str, Vec<&str>)> = vec![
        ("disagree", merge(&["satu.xlsx", "dua.xlsx"])),
        ("unknown_office", merge(&["salah-opd.xlsx"])),
        ("no_office", merge(&["kosong-opd.xlsx"])),
        ("another_region", merge(&["lain-wilayah.xlsx"])),
        ("no_number", merge(&["nomor.xlsx"])),
        ("same_number", merge(&["satu.xlsx", "kembar.xlsx"])),
        ("unknown_codes", merge(&["kode.xlsx"])),
        ("whole_as_part", merge(&["tanpa-opd.xlsx"])),
        ("table_as_part", merge(&["biasa.csv"])),
        ("part_as_whole", vec!["split", "satu.xlsx"]),
        ("without_offices", vec!["split", "tanpa-opd.xlsx"]),
        ("table_to_split", vec!["split", "biasa.csv"]),
        (
            "other_framework",
            vec!["split", "induk.xlsx", "-f", "pemdi-2026"],
        ),
        (
            "not_a_workbook",
            vec!["merge", "induk.xlsx", "satu.xlsx", "-o", "baru.csv"],
        ),
    ];
    let before = names(path);
    for (name, words) in trials {
        let text = told(&words, path);
        let wanted = if name == "not_a_workbook" { 2 } else { 1 };
        assert!(
            text.starts_with(&format!("exit status {wanted}")),
            "{name}:\n{text}"
        );
        snapshot("offices", name, &text);
    }
    assert_eq!(names(path), before);
}

#[test]
fn of_several_sendings_of_a_region_the_highest_is_read() {
    let keep = tempfile::tempdir().expect("a folder");
    let path = keep.path();
    let whole = || Filling::whole().answer("i01", OWN, 2.0);
    let second = whole().answer("i01", OWN, 4.0).said(Asked::Sending, "2");
    // The same region under another name.
    let second = second.said(Asked::Region, "16.02");
    whole().save(path, "data/a.xlsx");
    second.save(path, "data/b.xlsx");
    whole()
        .said(Asked::Region, "Kota Palembang")
        .save(path, "data/c.xlsx");
    second.save(path, "b.xlsx");
    whole()
        .said(Asked::Region, "Kota Palembang")
        .save(path, "c.xlsx");
    let alone = [
        "score", "b.xlsx", "c.xlsx", "-f", INSTRUMENT, "--format", "csv",
    ];
    let words = ["score", "data", "-f", INSTRUMENT, "--format", "csv"];
    let done = run(&words, path);
    assert_eq!(done.code, 0, "{}", done.stderr);
    assert_eq!(done.stdout, run(&alone, path).stdout);
    let line = "`a.xlsx` adalah kiriman ke-1 dan tidak dibaca: `b.xlsx` adalah kiriman ke-2";
    assert!(done.stderr.contains(line), "{}", done.stderr);
    // Another round is another workbook.
    whole().said(Asked::Wave, "2023").save(path, "data/d.xlsx");
    assert_eq!(run(&words, path).stderr.matches("tidak dibaca").count(), 1);
    // One number and other answers.
    std::fs::remove_file(path.join("data/b.xlsx")).expect("was there");
    whole().answer("i01", OWN, 5.0).save(path, "data/e.xlsx");
    snapshot(
        "offices",
        "sendings",
        &told(&["check", "data", "-f", INSTRUMENT], path),
    );
    // A copy is told as ever, and counts once.
    whole().save(path, "data/e.xlsx");
    let done = run(&words, path);
    assert_eq!(done.code, 0, "{}", done.stderr);
}

/// Whether LibreOffice, which recalculates, leaves the scores as they are.
#[test]
#[ignore = "needs LibreOffice, and takes its time"]
fn a_merged_workbook_recalculated_elsewhere_scores_the_same() {
    let keep = tempfile::tempdir().expect("a folder");
    let path = keep.path();
    assigned().save(path, "induk.xlsx");
    let back = Filling::part("Dinas Kesehatan", &["i01", "i02"], &[("i01", 0)])
        .answer("i01", OWN, 4.0)
        .answer("i02", OWN, "3 - Terdefinisi")
        .item(("i01", 0), STATE, "diterima");
    back.save(path, "balik.xlsx");
    let done = run(
        &["merge", "induk.xlsx", "balik.xlsx", "-o", "baru.xlsx"],
        path,
    );
    assert_eq!(done.code, 0, "{}", done.stderr);
    let made = std::process::Command::new("soffice")
        .args([
            "--headless",
            "--convert-to",
            "xlsx",
            "--outdir",
            "lo",
            "baru.xlsx",
        ])
        .current_dir(path)
        .output();
    if made.is_err() {
        return;
    }
    assert_eq!(scores("lo/baru.xlsx", path), scores("baru.xlsx", path));
}

#[test]
fn of_two_that_cannot_be_told_apart_both_are_left_out_on_request() {
    let keep = tempfile::tempdir().expect("a folder");
    let path = keep.path();
    let whole = || Filling::whole().answer("i01", OWN, 2.0);
    whole().save(path, "data/a.xlsx");
    whole().answer("i01", OWN, 5.0).save(path, "data/b.xlsx");
    let other = whole().said(Asked::Region, "Kota Palembang");
    other.save(path, "data/c.xlsx");
    other.save(path, "c.xlsx");
    let words = |data| ["score", data, "-f", INSTRUMENT, "--format", "csv"];
    let done = run(&[&words("data")[..], &["--skip-bad-files"]].concat(), path);
    assert_eq!(done.code, 0, "{}", done.stderr);
    assert_eq!(done.stdout, run(&words("c.xlsx"), path).stdout);
}
