//! What counts where the whole workbook, its parts and several sendings say different things.
//!
//! All answers are invented (dibuat untuk pengujian).

use std::path::Path;

use siap::framework::{Framework, library, load};
use siap::parts::{Gathered, Slot, Wanted, gathered};
use siap::text::form::{AnswerColumn, Asked, ItemColumn};
use siap::text::{Lang, label};
use siap::view::book::{Book, Cell, Content};
use siap::view::form::{Wish, workbook};

use crate::diagnostics::{snapshot, told};
use crate::parts::{Filling, save};
use crate::run::{Done, siap_with};

const STATE: ItemColumn = ItemColumn::State;
const OFFICE: &str = "Dinas Kesehatan";

fn run(words: &[&str], folder: &Path) -> Done {
    siap_with(&[words, &["--lang", "id"]].concat(), "", folder)
}

fn merge(whole: &str, part: &str, to: &str, folder: &Path) -> Done {
    let done = run(&["merge", whole, part, "-o", to], folder);
    assert_eq!(done.code, 0, "{}", done.stderr);
    done
}

/// A workbook as it is read.
fn read(name: &str, framework: &Framework, wanted: Wanted, folder: &Path) -> Gathered {
    let bytes = std::fs::read(folder.join(name)).expect("is there");
    let options = siap::read::ReadOptions::default();
    let (tables, _) = siap::read::tables(&bytes, name, &options).expect("can be read");
    gathered(&tables, framework, wanted).expect("a form").0
}

fn instrument() -> Framework {
    library::get(crate::parts::INSTRUMENT)
        .expect("is built in")
        .0
}

/// The state of the first item of i01 in a whole workbook.
fn state(name: &str, folder: &Path) -> Option<String> {
    let framework = instrument();
    let at = framework.find("i01").expect("is there");
    let whole = read(name, &framework, Wanted::Whole, folder);
    whole.text(Slot::Item(at, 0, STATE))
}

fn whole(said: &str) -> Filling {
    let whole = Filling::whole().of("i01", OFFICE);
    let whole = whole.item(("i01", 0), ItemColumn::Office, OFFICE);
    whole.item(("i01", 0), STATE, said)
}

fn part(said: &str, number: &str) -> Filling {
    let part = Filling::part(OFFICE, &["i01"], &[("i01", 0)]).said(Asked::Sending, number);
    part.item(("i01", 0), STATE, said)
}

#[test]
fn an_office_gives_itself_no_value_of_an_evaluator() {
    let keep = tempfile::tempdir().expect("a folder");
    let path = keep.path();
    whole("belum ada").save(path, "induk.xlsx");
    let columns = [
        AnswerColumn::Document,
        AnswerColumn::Interview,
        AnswerColumn::Visit,
        AnswerColumn::Final,
    ];
    let part = columns
        .iter()
        .fold(part("belum ada", "1"), |it, to| it.answer("i01", *to, 5.0));
    let part = part.answer("i01", AnswerColumn::Note, "sudah bagus");
    part.item(("i01", 0), ItemColumn::Office, "Bappeda")
        .save(path, "balik.xlsx");
    let done = merge("induk.xlsx", "balik.xlsx", "baru.xlsx", path);
    // Three of a kind are shown.
    assert_eq!(done.stderr.matches("tetap kosong karena").count(), 3);
    assert!(done.stderr.contains("dan 2 masalah lain"));
    assert_eq!(done.stderr.matches("tetap `Dinas Kesehatan`").count(), 1);
    let framework = instrument();
    let at = framework.find("i01").expect("is there");
    let new = read("baru.xlsx", &framework, Wanted::Whole, path);
    for column in columns.into_iter().chain([AnswerColumn::Note]) {
        assert_eq!(new.text(Slot::Answer(at, column)), None, "{column:?}");
    }
    assert!(new.origins.is_empty(), "{:?}", new.origins);
}

#[test]
fn what_no_command_could_use_is_told_at_the_offices_own_cell() {
    let keep = tempfile::tempdir().expect("a folder");
    let path = keep.path();
    let induk = whole("belum ada").answer("i01", AnswerColumn::Own, 4.0);
    induk.save(path, "induk.xlsx");
    for (value, words) in [(9.0, "di luar skala"), (2.5, "di antara dua level")] {
        let balik = part("belum ada", "1").answer("i01", AnswerColumn::Own, value);
        balik.save(path, "balik.xlsx");
        let done = run(
            &["merge", "induk.xlsx", "balik.xlsx", "-o", "baru.xlsx"],
            path,
        );
        assert_eq!(done.code, 1, "{}", done.stderr);
        assert!(
            done.stderr.contains("balik.xlsx:`Penilaian`!"),
            "{}",
            done.stderr
        );
        assert!(done.stderr.contains(words), "{}", done.stderr);
        assert!(!path.join("baru.xlsx").exists());
    }
    let odd = part("mungkin", "1");
    odd.save(path, "balik.xlsx");
    let done = run(
        &["merge", "induk.xlsx", "balik.xlsx", "-o", "baru.xlsx"],
        path,
    );
    assert_eq!(done.code, 1, "{}", done.stderr);
    assert!(
        done.stderr.contains("balik.xlsx:`Bukti dukung`!"),
        "{}",
        done.stderr
    );
}

#[test]
fn what_an_office_left_alone_undoes_nothing_in_the_whole() {
    let keep = tempfile::tempdir().expect("a folder");
    let path = keep.path();
    let framework = instrument();
    let at = framework.find("i01").expect("is there");
    let own = Slot::Answer(at, AnswerColumn::Own);
    let why = Slot::Answer(at, AnswerColumn::Explanation);
    let given = |it: Filling| it.answer("i01", AnswerColumn::Own, 2.0);
    // Handed out by `split`, and sent back as it was.
    given(whole("belum ada")).save(path, "induk.xlsx");
    assert_eq!(run(&["split", "induk.xlsx", "-o", "keluar"], path).code, 0);
    let sent = format!("keluar/Penilaian – {OFFICE}.xlsx");
    let handed = read(&sent, &framework, Wanted::Part, path);
    assert!(handed.is_left_alone(own) && handed.is_left_alone(why));
    // Since then the whole has been mended, and got an explanation.
    let mended = whole("belum ada").answer("i01", AnswerColumn::Own, 3.0);
    let mended = mended.answer("i01", AnswerColumn::Explanation, "SK baru");
    mended.save(path, "induk.xlsx");
    let done = merge("induk.xlsx", &sent, "baru.xlsx", path);
    assert!(!done.stderr.contains("peringatan"), "{}", done.stderr);
    let new = read("baru.xlsx", &framework, Wanted::Whole, path);
    assert_eq!(new.text(own).as_deref(), Some("3"));
    assert_eq!(new.text(why).as_deref(), Some("SK baru"));
    // What the office says itself counts, and what it empties is told.
    let said = given(part("belum ada", "1")).handed_out();
    let said = said.answer("i01", AnswerColumn::Own, 4.0);
    said.save(path, "balik.xlsx");
    merge("induk.xlsx", "balik.xlsx", "dari-4.xlsx", path);
    let new = read("dari-4.xlsx", &framework, Wanted::Whole, path);
    assert_eq!(new.text(own).as_deref(), Some("4"));
    // A later sending may return to what was handed out.
    let back = given(part("belum ada", "2")).handed_out();
    back.save(path, "balik-2.xlsx");
    merge("dari-4.xlsx", "balik-2.xlsx", "dari-2.xlsx", path);
    let new = read("dari-2.xlsx", &framework, Wanted::Whole, path);
    assert_eq!(new.text(own).as_deref(), Some("2"));
}

#[test]
fn a_sending_is_a_whole_number_above_nothing() {
    let keep = tempfile::tempdir().expect("a folder");
    let path = keep.path();
    whole("belum ada").save(path, "induk.xlsx");
    for (number, code) in [
        ("2", 0),
        ("ke-2", 0),
        ("Ke 3", 0),
        ("-1", 1),
        ("0", 1),
        ("dua", 1),
    ] {
        part("diunggah", number).save(path, "balik.xlsx");
        let to = format!("baru {number}.xlsx");
        let done = run(&["merge", "induk.xlsx", "balik.xlsx", "-o", &to], path);
        assert_eq!(done.code, code, "{number}: {}", done.stderr);
    }
}

#[test]
fn every_word_for_accepted_stays_and_no_other_word_for_the_same_is_news() {
    let keep = tempfile::tempdir().expect("a folder");
    let path = keep.path();
    for (at, word) in ["sesuai", "Sudah  lengkap", "disetujui", "ACC", "valid"]
        .iter()
        .enumerate()
    {
        let names = ["induk", "balik", "sama", "a", "b"].map(|it| format!("{it}{at}.xlsx"));
        let [induk, balik, sama, a, b] = names.each_ref().map(String::as_str);
        whole(word).save(path, induk);
        part("belum ada", "2").save(path, balik);
        let done = merge(induk, balik, a, path);
        assert!(
            done.stderr.contains("menurut buku kerja induk"),
            "{word}: {}",
            done.stderr
        );
        assert_eq!(state(a, path).as_deref(), state(induk, path).as_deref());
        part("diterima", "1").save(path, sama);
        let done = merge(induk, sama, b, path);
        assert!(
            !done.stderr.contains("peringatan"),
            "{word}: {}",
            done.stderr
        );
        // Nothing of it is left to do; the indicator's three other items are.
        let split = run(&["split", induk, "-o", &format!("bagian{at}")], path);
        assert_eq!(split.code, 0, "{}", split.stderr);
        let text = path.join(format!("bagian{at}/pengingat.txt"));
        let text = std::fs::read_to_string(text).expect("is there");
        assert!(
            text.contains("3 dari 4 butir belum diserahkan"),
            "{word}: {text}"
        );
    }
}

#[test]
fn what_is_sent_back_is_open_for_a_later_sending_alone() {
    let keep = tempfile::tempdir().expect("a folder");
    let path = keep.path();
    whole("belum ada").save(path, "induk.xlsx");
    part("diunggah", "1").save(path, "satu.xlsx");
    merge("induk.xlsx", "satu.xlsx", "a.xlsx", path);
    assert_eq!(state("a.xlsx", path).as_deref(), Some("diunggah"));
    for (at, word) in ["perlu revisi", "ditolak", "to revise"].iter().enumerate() {
        // What evaluators write into the workbook that was put together.
        let framework = instrument();
        let mut filled = read("a.xlsx", &framework, Wanted::Whole, path);
        let i01 = framework.find("i01").expect("is there");
        let slot = Slot::Item(i01, 0, STATE);
        let cell = filled.cells.get_mut(&slot).expect("is filled");
        cell.entry = siap::view::form::Entry::Text((*word).to_owned());
        let wish = Wish {
            filled: filled.filled(),
            ..Wish::default()
        };
        let mut book = workbook(&framework, &wish, Lang::Id);
        let origins = siap::parts::Origin::sheet(&filled.origins, Lang::Id);
        book.sheets.push(origins);
        let names = ["nilai", "b", "c", "d"].map(|it| format!("{it}{at}.xlsx"));
        let [whole, b, c, d] = names.each_ref().map(String::as_str);
        save(&book, &path.join(whole));
        // The part that is in the folder still.
        let done = merge(whole, "satu.xlsx", b, path);
        assert_eq!(state(b, path).as_deref(), Some(*word));
        assert!(done.stderr.contains("Kiriman ke-"), "{}", done.stderr);
        part("diunggah", "2").save(path, "dua.xlsx");
        merge(whole, "dua.xlsx", c, path);
        assert_eq!(state(c, path).as_deref(), Some("diunggah"));
        // No office accepts what was sent back to it.
        part("diterima", "3").save(path, "tiga.xlsx");
        merge(whole, "tiga.xlsx", d, path);
        assert_eq!(state(d, path).as_deref(), Some(*word));
        // What is split again is the next sending.
        let to = format!("bagian{at}");
        let done = run(&["split", whole, "-o", &to], path);
        assert_eq!(done.code, 0, "{}", done.stderr);
        let piece = format!("{to}/Penilaian – {OFFICE}.xlsx");
        let piece = read(&piece, &framework, Wanted::Part, path);
        assert_eq!(piece.form.answer(Asked::Sending), Some("2"));
    }
}

#[test]
fn what_is_replaced_in_the_whole_is_told_once() {
    let keep = tempfile::tempdir().expect("a folder");
    let path = keep.path();
    let own = |it: Filling, value: f64| it.answer("i01", AnswerColumn::Own, value);
    own(whole("belum ada"), 2.0).save(path, "induk.xlsx");
    let back = own(part("diunggah", "1"), 4.0);
    let back = back.answer("i01", AnswerColumn::Explanation, "ada peraturan");
    back.save(path, "balik.xlsx");
    let words = [
        "merge",
        "induk.xlsx",
        "balik.xlsx",
        "-o",
        "/dev/null/x.xlsx",
    ];
    snapshot("offices", "replaced", &told(&words, path));
}

/// A small instrument in which two indicators have an item of the same code.
fn small() -> Framework {
    let path = crate::run::root().join("tests/reference/assessing/framework.toml");
    let text = std::fs::read_to_string(path).expect("is there");
    let text = text.replace("code = \"T1\"", "code = \"A1\"");
    load(&text, "kecil.toml").expect("a framework").0
}

/// A workbook with texts in place of others in the sheet of items.
fn retold(mut book: Book, change: impl Fn(&str, &str) -> Option<String>) -> Book {
    let sheet = label::sheet_items(Lang::Id);
    for sheet in book.sheets.iter_mut().filter(|it| *it.name == *sheet) {
        let rows: Vec<(u32, String)> = sheet
            .cells
            .iter()
            .filter_map(|((row, _), cell)| match &cell.content {
                Content::Text(text) if text == "aturan" || text == "tangga" => {
                    Some((*row, text.clone()))
                }
                _ => None,
            })
            .collect();
        for ((row, _), cell) in &mut sheet.cells {
            let id = rows.iter().find(|it| it.0 == *row).map(|it| it.1.as_str());
            if let (Some(id), Content::Text(text)) = (id, &mut cell.content)
                && let Some(new) = change(id, text)
            {
                *text = new;
            }
        }
    }
    book
}

#[test]
fn items_are_of_the_indicator_beside_them() {
    let keep = tempfile::tempdir().expect("a folder");
    let path = keep.path();
    let framework = small();
    let form = Filling::whole().under(framework.clone());
    let form = form.item(("tangga", 0), STATE, "diterima");
    let book = form.book(Lang::Id);
    save(&book, &path.join("a.xlsx"));
    let at = |id: &str| framework.find(id).expect("is there");
    let check = |name: &str| {
        let found = read(name, &framework, Wanted::Whole, path);
        let state = |id: &str| found.text(Slot::Item(at(id), 0, STATE));
        assert_eq!(state("aturan"), None, "{name}");
        assert_eq!(state("tangga").as_deref(), Some("diterima"), "{name}");
    };
    check("a.xlsx");
    // As people and spreadsheets write codes.
    let tolerant = retold(book.clone(), |_, text| {
        (text == "A1").then(|| "a-01".to_owned())
    });
    save(&tolerant, &path.join("b.xlsx"));
    check("b.xlsx");
}

#[test]
fn items_without_their_indicator_are_searched_and_none_is_guessed() {
    let keep = tempfile::tempdir().expect("a folder");
    let path = keep.path();
    let form = Filling::whole().under(small());
    let book = form
        .item(("tangga", 0), STATE, "diterima")
        .item(("aturan", 1), STATE, "diterima")
        .item(("aturan", 2), STATE, "diterima")
        .book(Lang::Id);
    // The second has a code of its own; the third names another indicator; A1 is of two.
    let book = retold(book, |id, text| match (id, text) {
        (_, "tangga") => Some(String::new()),
        (_, "A3") => Some("A9".to_owned()),
        _ => None,
    });
    save(&book, &path.join("induk.xlsx"));
    let text = std::fs::read_to_string(
        crate::run::root().join("tests/reference/assessing/framework.toml"),
    )
    .expect("is there")
    .replace("code = \"T1\"", "code = \"A1\"");
    std::fs::write(path.join("kecil.toml"), text).expect("is written");
    let text = told(&["split", "induk.xlsx", "-f", "kecil.toml"], path);
    assert!(text.starts_with("exit status 1"), "{text}");
    snapshot("offices", "items_of_several", &text);
}

#[test]
fn a_remark_in_the_column_of_codes_stops_nothing() {
    let keep = tempfile::tempdir().expect("a folder");
    let path = keep.path();
    whole("belum ada").save(path, "induk.xlsx");
    let mut book = part("diunggah", "1").book(Lang::Id);
    for sheet in &mut book.sheets {
        let names = [label::sheet_items(Lang::Id), label::sheet_answers(Lang::Id)];
        if names.contains(&&*sheet.name) {
            sheet.put((90, 0), Cell::from("Catatan tim penyusun"));
        }
    }
    save(&book, &path.join("balik.xlsx"));
    let done = merge("induk.xlsx", "balik.xlsx", "baru.xlsx", path);
    assert_eq!(done.stderr.matches("`Catatan tim penyusun`").count(), 2);
    assert_eq!(state("baru.xlsx", path).as_deref(), Some("diunggah"));
}

#[test]
fn of_the_sheets_of_a_form_only_one_to_fill_in_is_missed() {
    let keep = tempfile::tempdir().expect("a folder");
    let path = keep.path();
    whole("belum ada").save(path, "induk.xlsx");
    let mut book = part("diunggah", "1").book(Lang::Id);
    let names = [label::sheet_items(Lang::Id), label::sheet_offices(Lang::Id)];
    // Both lost their headings.
    for sheet in &mut book.sheets {
        if names.contains(&&*sheet.name) {
            sheet.table = None;
            sheet.cells.retain(|(row, _), _| *row > 1);
        }
    }
    save(&book, &path.join("balik.xlsx"));
    let done = merge("induk.xlsx", "balik.xlsx", "baru.xlsx", path);
    let wanted = "lembar tambahan tidak ikut dibawa: `Bukti dukung`\n";
    assert!(done.stderr.contains(wanted), "{}", done.stderr);
}

/// A questionnaire with a respondent in each row: who, of which unit, the answer to every question.
fn stack(folder: &Path, name: &str, number: &str, rows: &[(&str, &str)]) {
    let (skm, _) = library::get("skm").expect("is built in");
    let mut wish = Wish::default();
    let page = [
        (Asked::Region, "Kabupaten Ogan Komering Ilir"),
        (Asked::Wave, "2024"),
        (Asked::Sending, number),
    ];
    wish.filled.page = page.map(|(what, it)| (what, it.to_owned())).into();
    let mut book = workbook(&skm, &wish, Lang::Id);
    let wanted = label::sheet_respondents(Lang::Id);
    let mut sheets = book.sheets.iter_mut();
    let sheet = sheets.find(|it| *it.name == *wanted).expect("is there");
    for (line, (who, unit)) in (2..).zip(rows) {
        sheet.put((line, 0), Cell::from(*who));
        sheet.put((line, 1), Cell::from(*unit));
        for column in 2..11 {
            sheet.put((line, column), Cell::from("3"));
        }
    }
    save(&book, &folder.join(name));
}

/// How many respondents count.
fn respondents(folder: &Path) -> (u64, String) {
    let done = run(&["score", ".", "-f", "skm", "--format", "json"], folder);
    assert_eq!(done.code, 0, "{}", done.stderr);
    let json: serde_json::Value = serde_json::from_str(&done.stdout).expect("JSON");
    let count = &json["assessments"][0]["nodes"][0]["informants"];
    (count.as_u64().expect("a count"), done.stderr)
}

#[test]
fn a_questionnaire_sent_again_counts_once_whatever_the_order_of_its_rows() {
    let first: [(&str, &str); 2] = [("r1", "Puskesmas A"), ("r2", "Puskesmas B")];
    let turned = [first[1], first[0]];
    let more = [first[1], first[0], ("r3", "Puskesmas C")];
    for (again, wanted) in [(&turned[..], 2), (&more[..], 3)] {
        let keep = tempfile::tempdir().expect("a folder");
        stack(keep.path(), "a.xlsx", "1", &first);
        stack(keep.path(), "b.xlsx", "2", again);
        // Another unit of the same region has its own.
        stack(keep.path(), "c.xlsx", "1", &[("r9", "Puskesmas Z")]);
        let (count, told) = respondents(keep.path());
        assert_eq!(count, wanted + 1, "{told}");
        assert!(told.contains("tidak dibaca"), "{told}");
    }
}

#[test]
fn a_later_questionnaire_of_fewer_units_replaces_nothing_and_is_told() {
    let keep = tempfile::tempdir().expect("a folder");
    let both = [("r1", "Puskesmas A"), ("r2", "Puskesmas B")];
    stack(keep.path(), "a.xlsx", "1", &both);
    stack(keep.path(), "b.xlsx", "2", &[("r3", "Puskesmas A")]);
    assert_eq!(respondents(keep.path()).0, 3);
    let text = told(&["check", ".", "-f", "skm"], keep.path());
    snapshot("offices", "stacks_of_other_units", &text);
}

#[test]
fn words_of_two_offices_stand_beside_each_other_and_their_levels_do_not() {
    let keep = tempfile::tempdir().expect("a folder");
    let path = keep.path();
    let framework = instrument();
    let at = framework.find("i01").expect("is there");
    Filling::whole()
        .of("i01", "Bappeda; Inspektorat")
        .save(path, "induk.xlsx");
    let back = |office: &str, level: f64, why: &str| {
        let part = Filling::part(office, &["i01"], &[]);
        part.answer("i01", AnswerColumn::Own, level)
            .answer("i01", AnswerColumn::Explanation, why)
    };
    back("Bappeda", 3.0, "ada SK").save(path, "masuk/a.xlsx");
    back("Inspektorat", 3.0, "sudah diaudit").save(path, "masuk/b.xlsx");
    merge("induk.xlsx", "masuk", "baru.xlsx", path);
    let new = read("baru.xlsx", &framework, Wanted::Whole, path);
    let why = new.text(Slot::Answer(at, AnswerColumn::Explanation));
    assert_eq!(
        why.as_deref(),
        Some("Bappeda: ada SK; Inspektorat: sudah diaudit")
    );
    back("Inspektorat", 2.0, "sudah diaudit").save(path, "masuk/b.xlsx");
    let done = run(&["merge", "induk.xlsx", "masuk", "-o", "lain.xlsx"], path);
    assert_eq!(done.code, 1, "{}", done.stderr);
    assert!(done.stderr.contains("Inspektorat"), "{}", done.stderr);
}

#[test]
fn a_dash_says_nothing_and_a_number_typed_as_text_is_one() {
    let keep = tempfile::tempdir().expect("a folder");
    let path = keep.path();
    let framework = instrument();
    let at = framework.find("i01").expect("is there");
    let own = Slot::Answer(at, AnswerColumn::Own);
    whole("belum ada")
        .answer("i01", AnswerColumn::Own, 3.0)
        .save(path, "induk.xlsx");
    part("belum ada", "1")
        .answer("i01", AnswerColumn::Own, "-")
        .save(path, "balik.xlsx");
    merge("induk.xlsx", "balik.xlsx", "baru.xlsx", path);
    let new = read("baru.xlsx", &framework, Wanted::Whole, path);
    assert_eq!(new.text(own).as_deref(), Some("3"));
    part("belum ada", "1")
        .answer("i01", AnswerColumn::Own, "4")
        .save(path, "balik.xlsx");
    merge("induk.xlsx", "balik.xlsx", "baru-2.xlsx", path);
    let new = read("baru-2.xlsx", &framework, Wanted::Whole, path);
    let entry = new.cells.get(&own).map(|it| it.entry.clone());
    assert_eq!(entry, Some(siap::view::form::Entry::Number(4.0)));
}

#[test]
fn a_heading_that_is_gone_and_a_sheet_that_is_gone_are_told() {
    let keep = tempfile::tempdir().expect("a folder");
    let path = keep.path();
    whole("belum ada").save(path, "induk.xlsx");
    let part = part("diunggah", "1")
        .answer("i01", AnswerColumn::Own, 3.0)
        .handed_out();
    let mut book = part.book(Lang::Id);
    for sheet in &mut book.sheets {
        for cell in sheet.cells.values_mut() {
            if cell.content == Content::Text("Nilai mandiri".to_owned()) {
                cell.content = Content::Text("Skor kami".to_owned());
            }
        }
        sheet.table = None;
    }
    save(&book, &path.join("balik.xlsx"));
    let words = ["merge", "induk.xlsx", "balik.xlsx", "-o", "baru.xlsx"];
    let done = run(&words, path);
    assert_eq!(done.code, 1, "{}", done.stderr);
    assert!(
        done.stderr.contains("kolom `Nilai mandiri` tidak ada"),
        "{}",
        done.stderr
    );
    let mut book = part.book(Lang::Id);
    book.sheets.retain(|it| &*it.name != "Bukti dukung");
    save(&book, &path.join("balik.xlsx"));
    let done = run(&words, path);
    assert_eq!(done.code, 1, "{}", done.stderr);
    let wanted = "lembar `Bukti dukung`, tempat baris OPD ini, tidak ada";
    assert!(done.stderr.contains(wanted), "{}", done.stderr);
}

#[test]
fn an_office_that_sent_before_is_not_missed() {
    let keep = tempfile::tempdir().expect("a folder");
    let path = keep.path();
    Filling::whole()
        .of("i01", OFFICE)
        .of("i02", "Bappeda")
        .save(path, "induk.xlsx");
    let back = |office: &str, id: &str| {
        Filling::part(office, &[id], &[]).answer(id, AnswerColumn::Own, 3.0)
    };
    back(OFFICE, "i01").save(path, "a.xlsx");
    back("Bappeda", "i02").save(path, "b.xlsx");
    let done = merge("induk.xlsx", "a.xlsx", "dua.xlsx", path);
    assert!(
        done.stderr.contains("Belum kembali: Bappeda"),
        "{}",
        done.stderr
    );
    let done = merge("dua.xlsx", "b.xlsx", "tiga.xlsx", path);
    assert!(!done.stderr.contains("Belum kembali"), "{}", done.stderr);
}
