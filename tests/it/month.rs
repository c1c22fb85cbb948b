//! A planner's month without a typed command: the whole workbook becomes those of its offices, and these one
//! index again.
//!
//! All answers are invented (dibuat untuk pengujian).

use std::path::Path;

use siap::text::form::{AnswerColumn, Asked, ItemColumn};

use crate::parts::Filling;
use crate::run::{Done, names, siap_with};
#[cfg(unix)]
use crate::terminal::Terminal;

const OWN: AnswerColumn = AnswerColumn::Own;
const STATE: ItemColumn = ItemColumn::State;
const OFFICES: [&str; 3] = ["Dinas Kesehatan", "Bappeda", "Inspektorat"];

fn drop_on(words: &[&str], folder: &Path) -> Done {
    siap_with(&[words, &["--lang", "id"]].concat(), "", folder)
}

/// A whole workbook in which each of three offices has an indicator, and the first an item.
fn whole() -> Filling {
    let ids = ["i01", "i02", "i03"].into_iter().zip(OFFICES);
    let out = ids.fold(Filling::whole(), |it, (id, office)| it.of(id, office));
    out.item(("i01", 0), ItemColumn::Office, OFFICES[0])
}

fn back(office: usize, level: f64) -> Filling {
    let id = ["i01", "i02", "i03"][office];
    let items: &[(&str, usize)] = if office == 0 { &[("i01", 0)] } else { &[] };
    let part = Filling::part(OFFICES[office], &[id], items);
    let part = part.said(Asked::Sending, "1").answer(id, OWN, level);
    match office {
        0 => part.item(("i01", 0), STATE, "diunggah"),
        _ => part,
    }
}

#[test]
fn a_whole_workbook_without_answers_is_divided_among_its_offices() {
    let keep = tempfile::tempdir().expect("a folder");
    let path = keep.path();
    whole().save(path, "induk.xlsx");
    let before = std::fs::read(path.join("induk.xlsx")).expect("is there");
    let done = drop_on(&["induk.xlsx"], path);
    assert_eq!(done.code, 0, "{}", done.stderr);
    let wanted = "Belum ada yang diisi, dan 3 OPD tercantum";
    assert!(done.stderr.contains(wanted), "{}", done.stderr);
    assert_eq!(names(path), ["induk-bagian", "induk.xlsx"]);
    let mut parts: Vec<String> = OFFICES
        .iter()
        .map(|it| format!("Penilaian – {it}.xlsx"))
        .collect();
    parts.push("pengingat.txt".to_owned());
    parts.sort();
    assert_eq!(names(&path.join("induk-bagian")), parts);
    let after = std::fs::read(path.join("induk.xlsx")).expect("is there");
    assert!(before == after, "the whole is only read");
    // Once more: the parts are out, and what is there is not written over.
    let again = drop_on(&["induk.xlsx"], path);
    assert_eq!(again.code, 1, "{}", again.stderr);
    let wanted = "berkas OPD-nya ada di `induk-bagian`";
    assert!(again.stderr.contains(wanted), "{}", again.stderr);
    assert_eq!(names(&path.join("induk-bagian")), parts);
}

#[test]
fn what_came_back_is_put_into_the_whole_and_answered_as_one() {
    let keep = tempfile::tempdir().expect("a folder");
    let path = keep.path();
    let induk = whole().item(("i01", 0), STATE, "belum ada");
    induk.save(&path.join("bulan"), "induk.xlsx");
    back(0, 3.0).save(&path.join("bulan"), "kesehatan.xlsx");
    back(1, 4.0).save(&path.join("bulan"), "bappeda.xlsx");
    let done = drop_on(&["bulan"], path);
    assert_eq!(done.code, 0, "{}", done.stderr);
    for wanted in ["Terisi: 2 dari 47", "Belum kembali: Inspektorat."] {
        assert!(done.stdout.contains(wanted), "{wanted}:\n{}", done.stdout);
    }
    let hasil = path.join("bulan/hasil");
    assert_eq!(names(&hasil), ["bulan-hasil.xlsx", "induk-gabungan.xlsx"]);
    // The owner's word for its item counts, not the whole's.
    let score = ["score", "induk-gabungan.xlsx", "-f", "spbe-2020"];
    let scored = drop_on(&[&score[..], &["--format", "json"]].concat(), &hasil);
    assert_eq!(scored.code, 0, "{}", scored.stderr);
    let json: serde_json::Value = serde_json::from_str(&scored.stdout).expect("JSON");
    let text = json.to_string();
    assert!(text.contains("submitted"), "{text}");
    // The same again is the same, and replaces what nobody touched.
    let bytes = |name: &str| std::fs::read(hasil.join(name)).expect("is there");
    let first = ["bulan-hasil.xlsx", "induk-gabungan.xlsx"].map(bytes);
    assert_eq!(drop_on(&["bulan"], path).code, 0);
    assert_eq!(names(&hasil), ["bulan-hasil.xlsx", "induk-gabungan.xlsx"]);
    let second = ["bulan-hasil.xlsx", "induk-gabungan.xlsx"].map(bytes);
    assert!(first == second, "not byte-identical");
    // The new whole is answered where it lies.
    let done = drop_on(&["induk-gabungan.xlsx"], &hasil);
    assert_eq!(done.code, 0, "{}", done.stderr);
    assert!(names(&hasil).contains(&"induk-gabungan-hasil.xlsx".to_owned()));
    let wanted = "3 OPD tercantum di isian ini; satu berkas untuk setiap OPD: siap split";
    assert!(done.stderr.contains(wanted), "{}", done.stderr);
}

#[test]
fn what_is_wrong_with_a_part_is_listed_and_nothing_is_put_together() {
    let keep = tempfile::tempdir().expect("a folder");
    let path = keep.path();
    let odd = [
        (back(0, 9.0), "di luar skala"),
        (back(0, 3.0).said(Asked::Region, "Kabupaten Lahat"), "Lahat"),
        (back(0, 3.0).said(Asked::Sending, "dua"), "dua"),
    ];
    for (at, (part, wanted)) in odd.into_iter().enumerate() {
        let folder = path.join(at.to_string());
        whole().save(&folder, "induk.xlsx");
        part.save(&folder, "kesehatan.xlsx");
        back(1, 3.0).save(&folder, "bappeda.xlsx");
        let done = drop_on(&["."], &folder);
        assert_eq!(done.code, 1, "{}", done.stderr);
        assert!(done.stderr.contains(wanted), "{wanted}: {}", done.stderr);
        assert!(done.stderr.contains("kesehatan.xlsx:"), "{}", done.stderr);
        let list = format!("{at}-perlu-diperbaiki.xlsx");
        assert_eq!(names(&folder.join("hasil")), [list]);
    }
}

#[test]
fn of_two_whole_workbooks_the_later_one_takes_the_parts() {
    let keep = tempfile::tempdir().expect("a folder");
    let path = keep.path();
    whole().save(path, "induk.xlsx");
    let later = whole().said(Asked::Sending, "2").answer("i03", OWN, 5.0);
    later.save(path, "induk-2.xlsx");
    back(0, 3.0).save(path, "kesehatan.xlsx");
    let done = drop_on(&["."], path);
    assert_eq!(done.code, 0, "{}", done.stderr);
    assert!(done.stdout.contains("Terisi: 2 dari 47"), "{}", done.stdout);
    let made = names(&path.join("hasil"));
    assert!(
        made.contains(&"induk-2-gabungan.xlsx".to_owned()),
        "{made:?}"
    );
}

#[cfg(unix)]
#[test]
fn on_a_terminal_it_is_asked_whether_to_divide() {
    let keep = tempfile::tempdir().expect("a folder");
    let path = keep.path();
    whole().answer("i01", OWN, 2.0).save(path, "induk.xlsx");
    for (typed, is_divided) in [("", false), ("1", true)] {
        let mut terminal = Terminal::start(&["induk.xlsx", "--lang", "id"], path);
        terminal.wait_for("Nomor (Enter = tidak jadi): ");
        let text = terminal.text();
        assert!(text.contains("3 OPD tercantum di isian ini."), "{text}");
        terminal.line(typed);
        let (status, text) = terminal.ended();
        assert!(status.success(), "{text}");
        assert_eq!(path.join("induk-bagian").exists(), is_divided, "{text}");
    }
    // Divided once, it is not asked again.
    let terminal = Terminal::start(&["induk.xlsx", "--lang", "id"], path);
    let (status, text) = terminal.ended();
    assert!(
        status.success() && !text.contains("OPD tercantum"),
        "{text}"
    );
}

/// A folder with these workbooks, dropped.
fn dropped_folder(files: &[(&str, Filling)]) -> (tempfile::TempDir, Done) {
    let keep = tempfile::tempdir().expect("a folder");
    for (name, filling) in files {
        filling.save(keep.path(), name);
    }
    let done = drop_on(&["."], keep.path());
    (keep, done)
}

#[test]
fn a_part_of_no_round_that_is_there_is_an_error_also_beside_last_years_whole() {
    let lama = whole().said(Asked::Wave, "2023").answer("i04", OWN, 2.0);
    let part = |year: &str| back(0, 3.0).said(Asked::Wave, year);
    let (_keep, done) = dropped_folder(&[
        ("induk.xlsx", whole()),
        ("lama.xlsx", lama.clone()),
        ("kesehatan.xlsx", part("2022")),
    ]);
    assert_eq!(done.code, 1, "{}", done.stderr);
    let wanted = "kesehatan.xlsx:`Petunjuk`!B4";
    assert!(done.stderr.contains(wanted), "{}", done.stderr);
    // Without a year nobody can tell whose it is.
    let (_keep, done) = dropped_folder(&[
        ("induk.xlsx", whole()),
        ("lama.xlsx", lama.clone()),
        ("kesehatan.xlsx", part("")),
    ]);
    assert_eq!(done.code, 1, "{}", done.stderr);
    let wanted = "tidak menyebut milik buku kerja induk yang mana";
    assert!(done.stderr.contains(wanted), "{}", done.stderr);
    // With the right one it is put into this year's, and last year's explains the change.
    let (keep, done) = dropped_folder(&[
        ("induk.xlsx", whole()),
        ("lama.xlsx", lama),
        ("kesehatan.xlsx", part("2024")),
    ]);
    assert_eq!(done.code, 0, "{}", done.stderr);
    assert!(done.stdout.contains("Belum kembali: "), "{}", done.stdout);
    let made = names(&keep.path().join("hasil"));
    assert!(made.contains(&"induk-gabungan.xlsx".to_owned()), "{made:?}");
    assert!(!made.contains(&"lama-gabungan.xlsx".to_owned()), "{made:?}");
}

#[test]
fn a_part_that_says_last_year_by_now_changes_nothing_of_it() {
    let lama = whole().said(Asked::Wave, "2023").answer("i01", OWN, 2.0);
    let part = |now: &str| {
        let part = Filling::part(OFFICES[0], &["i01"], &[]).said(Asked::Sending, "1");
        part.handed_out()
            .answer("i01", OWN, 3.0)
            .said(Asked::Wave, now)
    };
    let (keep, done) = dropped_folder(&[
        ("induk.xlsx", whole()),
        ("lama.xlsx", lama.clone()),
        ("kesehatan.xlsx", part("2023")),
    ]);
    assert_eq!(done.code, 1, "{}", done.stderr);
    for wanted in ["dibagikan untuk `2024`", "kesehatan.xlsx:`Petunjuk`!B4"] {
        assert!(done.stderr.contains(wanted), "{}", done.stderr);
    }
    let made = names(&keep.path().join("hasil"));
    assert!(
        made.iter().all(|it| it.ends_with("-perlu-diperbaiki.xlsx")),
        "{made:?}"
    );
    // One whose year was emptied is not left out in silence.
    let (_keep, done) = dropped_folder(&[("induk.xlsx", whole()), ("kesehatan.xlsx", part(""))]);
    assert!(
        done.stdout.contains("Terisi: 1 dari 47"),
        "{}{}",
        done.stdout,
        done.stderr
    );
    // The year of a whole that was mended since, and of its part with it, is no mistake.
    let mended = whole().said(Asked::Wave, "2025");
    let (_keep, done) = dropped_folder(&[
        ("induk.xlsx", mended),
        ("lama.xlsx", lama),
        ("kesehatan.xlsx", part("2025")),
    ]);
    assert_eq!(done.code, 0, "{}", done.stderr);
}

#[test]
fn a_year_written_with_a_word_is_that_year() {
    let part = back(0, 3.0).said(Asked::Wave, "TA 2024");
    let (_keep, done) = dropped_folder(&[("induk.xlsx", whole()), ("kesehatan.xlsx", part)]);
    assert_eq!(done.code, 0, "{}", done.stderr);
    assert!(done.stdout.contains("Terisi: 1 dari 47"), "{}", done.stdout);
}

#[test]
fn a_copy_of_the_whole_counts_once_and_two_of_one_name_keep_apart() {
    let (keep, done) = dropped_folder(&[
        ("induk.xlsx", whole()),
        ("induk (1).xlsx", whole()),
        ("kesehatan.xlsx", back(0, 3.0)),
    ]);
    assert_eq!(done.code, 0, "{}", done.stderr);
    assert!(
        done.stderr.contains("dihitung satu kali"),
        "{}",
        done.stderr
    );
    let made = names(&keep.path().join("hasil"));
    assert_eq!(made.iter().filter(|it| it.contains("gabungan")).count(), 1);
    // Two regions whose workbooks are called the same.
    let keep = tempfile::tempdir().expect("a folder");
    for (folder, region) in [
        ("oki", "Kabupaten Ogan Komering Ilir"),
        ("lahat", "Kabupaten Lahat"),
    ] {
        let of = |it: Filling| it.said(Asked::Region, region);
        of(whole()).save(&keep.path().join(folder), "induk.xlsx");
        of(back(0, 3.0)).save(&keep.path().join(folder), "kesehatan.xlsx");
    }
    let done = drop_on(&["oki", "lahat"], keep.path());
    assert_eq!(done.code, 0, "{}", done.stderr);
    for region in ["Ogan Komering Ilir", "Lahat"] {
        assert!(done.stdout.contains(region), "{region}:\n{}", done.stdout);
    }
    let made = names(&keep.path().join("oki/hasil"));
    let merged: Vec<&String> = made.iter().filter(|it| it.contains("gabungan")).collect();
    assert_eq!(merged, ["induk-gabungan-2.xlsx", "induk-gabungan.xlsx"]);
}

#[test]
fn nothing_that_came_back_is_no_answer_and_a_part_alone_is_told() {
    let empty = Filling::part(OFFICES[0], &["i01"], &[]).said(Asked::Sending, "1");
    let (keep, done) = dropped_folder(&[("induk.xlsx", whole()), ("kesehatan.xlsx", empty)]);
    assert_eq!(done.code, 1, "{}", done.stderr);
    let wanted = "baik di berkas induk maupun di berkas yang kembali";
    assert!(done.stderr.contains(wanted), "{}", done.stderr);
    assert_eq!(names(keep.path()), ["induk.xlsx", "kesehatan.xlsx"]);
    let (_keep, done) = dropped_folder(&[("kesehatan.xlsx", back(0, 3.0))]);
    assert_eq!(done.code, 0, "{}", done.stderr);
    let wanted = "Ini baru bagian Dinas Kesehatan";
    assert!(done.stderr.contains(wanted), "{}", done.stderr);
}

#[test]
fn a_fault_of_the_whole_is_told_at_its_own_cell() {
    let wrong = whole().answer("i05", OWN, 9.0);
    let (keep, done) = dropped_folder(&[("induk.xlsx", wrong), ("kesehatan.xlsx", back(0, 3.0))]);
    assert_eq!(done.code, 1, "{}", done.stderr);
    assert!(
        done.stderr.contains("--> induk.xlsx:`Penilaian`!"),
        "{}",
        done.stderr
    );
    assert!(!done.stderr.contains("gabungan"), "{}", done.stderr);
    let made = names(&keep.path().join("hasil"));
    assert!(!made.iter().any(|it| it.contains("gabungan")), "{made:?}");
}

#[test]
fn for_readers_outside_no_office_is_named_on_the_way() {
    let luar = whole().said(Asked::Audience, "luar");
    let (_keep, done) = dropped_folder(&[("induk.xlsx", luar), ("kesehatan.xlsx", back(0, 3.0))]);
    assert_eq!(done.code, 0, "{}", done.stderr);
    for office in OFFICES {
        for text in [&done.stdout, &done.stderr] {
            assert!(!text.contains(office), "{office}:\n{text}");
        }
    }
}

#[test]
fn a_folder_of_results_that_is_dropped_is_answered() {
    let keep = tempfile::tempdir().expect("a folder");
    let hasil = keep.path().join("hasil");
    whole().answer("i01", OWN, 2.0).save(&hasil, "induk.xlsx");
    let done = drop_on(&["hasil"], keep.path());
    assert_eq!(done.code, 0, "{}", done.stderr);
    assert_eq!(names(&hasil.join("hasil")), ["hasil-hasil.xlsx"]);
}

#[test]
fn a_study_and_its_corrections_are_read_as_they_say() {
    let keep = tempfile::tempdir().expect("a folder");
    let study = "framework = \"spbe-2020\"\ndata = [\"*.xlsx\"]\n";
    std::fs::write(keep.path().join("study.toml"), study).expect("a file");
    whole()
        .answer("i04", OWN, 2.0)
        .save(keep.path(), "induk.xlsx");
    back(0, 3.0).save(keep.path(), "kesehatan.xlsx");
    let done = drop_on(&["."], keep.path());
    assert_eq!(done.code, 0, "{}", done.stderr);
    let made = names(&keep.path().join("hasil"));
    assert!(!made.iter().any(|it| it.contains("gabungan")), "{made:?}");
}

#[test]
fn a_region_of_another_year_and_a_file_that_is_no_form_are_told() {
    let of = |region: &str, year: &str| {
        let it = whole().said(Asked::Region, region).said(Asked::Wave, year);
        it.answer("i01", OWN, 2.0)
    };
    let regions = [
        ("Kabupaten Lahat", "2024"),
        ("Kabupaten Muara Enim", "2024"),
        ("Kabupaten Banyuasin", "2023"),
    ];
    let keep = tempfile::tempdir().expect("a folder");
    for (at, (region, year)) in regions.iter().enumerate() {
        of(region, year).save(keep.path(), &format!("{at}.xlsx"));
    }
    let done = drop_on(&["."], keep.path());
    assert_eq!(done.code, 0, "{}", done.stderr);
    let wanted = "`Kabupaten Banyuasin` menyebut 2023, kebanyakan yang lain 2024";
    assert!(done.stderr.contains(wanted), "{}", done.stderr);
    assert!(
        done.stderr.contains("2.xlsx:`Petunjuk`!B4"),
        "{}",
        done.stderr
    );
    std::fs::write(keep.path().join("daftar hadir.csv"), "nama,hadir\nA,ya\n").expect("a file");
    let done = drop_on(&["."], keep.path());
    assert_eq!(done.code, 1, "{}", done.stderr);
    let wanted = "berkas lain adalah formulir siap, sedangkan yang ini bukan";
    assert!(done.stderr.contains(wanted), "{}", done.stderr);
}

#[test]
fn what_evaluators_filled_into_the_new_whole_is_said_not_to_count() {
    let (keep, done) = dropped_folder(&[("induk.xlsx", whole()), ("kesehatan.xlsx", back(0, 3.0))]);
    assert_eq!(done.code, 0, "{}", done.stderr);
    let merged = keep.path().join("hasil/induk-gabungan.xlsx");
    let touched = whole().answer("i01", AnswerColumn::Final, 2.0);
    touched.save(&keep.path().join("hasil"), "induk-gabungan.xlsx");
    let before = std::fs::read(&merged).expect("is there");
    let done = drop_on(&["."], keep.path());
    assert_eq!(done.code, 0, "{}", done.stderr);
    let wanted = "yang diisi di sana tidak ikut dalam";
    assert!(done.stderr.contains(wanted), "{}", done.stderr);
    assert!(
        before == std::fs::read(&merged).expect("is there"),
        "it stays"
    );
    // As the whole workbook it counts, and the new one gets a name of its own.
    let files = ["hasil/induk-gabungan.xlsx", "kesehatan.xlsx"];
    let done = drop_on(&files, keep.path());
    assert_eq!(done.code, 0, "{}", done.stderr);
    assert!(
        before == std::fs::read(&merged).expect("is there"),
        "it is only read"
    );
}

#[test]
fn offices_have_no_cells_for_what_evaluators_say() {
    use siap::view::book::Look;
    let part = Filling::part(OFFICES[0], &["i01"], &[]);
    for (filling, wanted) in [(whole(), true), (part, false)] {
        let book = filling.book(siap::text::Lang::Id);
        let sheet = book.sheets.iter().find(|it| &*it.name == "Penilaian");
        let sheet = sheet.expect("the sheet of answers");
        let heading = siap::view::book::Content::Text("Nilai akhir".to_owned());
        let at = sheet.cells.iter().find(|it| it.1.content == heading);
        let (row, column) = *at.expect("its column").0;
        let cell = sheet.cells.get(&(row + 1, column)).expect("a cell");
        assert_eq!(cell.look == Look::Input, wanted);
    }
}

#[test]
fn a_questionnaire_alone_and_a_column_that_was_deleted_are_no_faults() {
    let keep = tempfile::tempdir().expect("a folder");
    // Deleted: the office in charge; added: a column of one's own.
    let form = Filling::whole().answer("i01", OWN, 2.0);
    let mut book = form.book(siap::text::Lang::Id);
    let office = siap::view::book::Content::Text("OPD penanggung jawab".to_owned());
    for sheet in &mut book.sheets {
        sheet.table = None;
        for cell in sheet.cells.values_mut().filter(|it| it.content == office) {
            cell.content = siap::view::book::Content::Text("Catatan kami".to_owned());
        }
    }
    crate::parts::save(&book, &keep.path().join("isian.xlsx"));
    let done = drop_on(&["isian.xlsx"], keep.path());
    assert_eq!(done.code, 0, "{}", done.stderr);
    // A questionnaire has no sheet of answers by indicator.
    let words = ["template", "-f", "skm", "-o", "skm.xlsx"];
    assert_eq!(drop_on(&words, keep.path()).code, 0);
    let done = drop_on(&["skm.xlsx"], keep.path());
    assert!(!done.stderr.contains("Nilai mandiri"), "{}", done.stderr);
}

#[test]
fn last_years_merged_workbook_stands_beside_this_years_and_its_offices_are_not_awaited() {
    let keep = tempfile::tempdir().expect("a folder");
    let lama = whole().said(Asked::Wave, "2023").answer("i02", OWN, 2.0);
    lama.save(&keep.path().join("2023/hasil"), "induk-gabungan.xlsx");
    whole().save(&keep.path().join("2024"), "induk.xlsx");
    back(0, 3.0).save(&keep.path().join("2024"), "kesehatan.xlsx");
    let old = "2023/hasil/induk-gabungan.xlsx";
    for files in [["2024", old], [old, "2024"]] {
        let done = drop_on(&files, keep.path());
        assert_eq!(done.code, 0, "{}", done.stderr);
        let wanted = "Belum kembali: Bappeda, Inspektorat.";
        assert!(done.stdout.contains(wanted), "{}", done.stdout);
        assert!(
            !done.stdout.contains("tidak memuat periode sebelumnya"),
            "{}",
            done.stdout
        );
    }
}

#[test]
fn a_part_is_told_against_the_whole_of_its_own_region() {
    let lahat = whole()
        .said(Asked::Region, "Kabupaten Lahat")
        .said(Asked::Wave, "2023");
    let (_keep, done) = dropped_folder(&[
        ("a-lahat.xlsx", lahat.answer("i02", OWN, 2.0)),
        ("b-oki.xlsx", whole().answer("i02", OWN, 2.0)),
        ("kesehatan.xlsx", back(0, 3.0).said(Asked::Wave, "2023")),
    ]);
    assert_eq!(done.code, 1, "{}", done.stderr);
    assert!(
        done.stderr.contains("kesehatan.xlsx:`Petunjuk`!B4"),
        "{}",
        done.stderr
    );
}

#[test]
fn a_column_of_years_of_ones_own_does_not_move_the_answers() {
    let keep = tempfile::tempdir().expect("a folder");
    let mut book = whole().answer("i01", OWN, 2.0).book(siap::text::Lang::Id);
    let sheet = book.sheets.iter_mut().find(|it| &*it.name == "Penilaian");
    let sheet = sheet.expect("the sheet of answers");
    sheet.table = None;
    let heading = siap::view::book::Content::Text("OPD penanggung jawab".to_owned());
    let at = sheet.cells.iter().find(|it| it.1.content == heading);
    let (row, _) = *at.expect("its column").0;
    sheet.put((row, 20), "Tahun");
    for line in 1..48 {
        sheet.put((row + line, 20), "2021");
    }
    crate::parts::save(&book, &keep.path().join("isian.xlsx"));
    let done = drop_on(&["isian.xlsx"], keep.path());
    assert_eq!(done.code, 0, "{}", done.stderr);
    assert!(done.stdout.contains("· 2024 ·"), "{}", done.stdout);
    let wanted = "kolom tahun tidak dibaca karena halaman pertama menyebut 2024";
    assert!(done.stderr.contains(wanted), "{}", done.stderr);
}

#[test]
fn an_item_that_names_no_office_is_the_task_of_that_of_its_indicator() {
    let keep = tempfile::tempdir().expect("a folder");
    let path = keep.path();
    let whole = Filling::whole().of("i01", OFFICES[0]).of("i02", OFFICES[1]);
    let whole = whole.item(("i01", 1), ItemColumn::Office, OFFICES[1]);
    whole.save(path, "induk.xlsx");
    let done = drop_on(&["induk.xlsx"], path);
    assert_eq!(done.code, 0, "{}", done.stderr);
    let reminder = path.join("induk-bagian/pengingat.txt");
    let text = std::fs::read_to_string(reminder).expect("is there");
    // i01 has four items, of which one is Bappeda's; i02 has four more.
    for wanted in ["3 dari 3 butir belum", "5 dari 5 butir belum"] {
        assert!(text.contains(wanted), "{wanted}: {text}");
    }
    // Who owes them is said in the answer, too.
    whole
        .answer("i01", OWN, 2.0)
        .item(("i01", 0), STATE, "belum ada")
        .save(path, "terisi.xlsx");
    let done = drop_on(&["terisi.xlsx"], path);
    let flat = done.stdout.split_whitespace().collect::<Vec<_>>().join(" ");
    assert!(flat.contains("Bappeda 1, Dinas Kesehatan 1"), "{flat}");
}
