//! Files and folders without a command: what is shown, what is written beside them, and what is not.

use std::path::{Path, PathBuf};

use siap::framework::library;
use siap::render::workbook;
use siap::text::Lang;
use siap::text::form::{AnswerColumn, Asked, ItemColumn};
use siap::view::form::{Entry, Filled, Wish, workbook as form};

use crate::diagnostics::{fixtures, snapshot, stem, told};
use crate::run::{Done, folder, names, root, siap_with};
#[cfg(unix)]
use crate::terminal::Terminal;

fn dropped(words: &[&str], path: &Path) -> Done {
    let all = [&["--lang", "id"], words].concat();
    siap_with(&all, "", path)
}

/// A filled form of SPBE, made for tests: every indicator at a level, the items of one.
fn filled(region: &str, level: f64, page: &[(Asked, &str)], lang: Lang) -> Vec<u8> {
    let (framework, _) = library::get("spbe-2020").expect("built in");
    let mut filled = Filled::default();
    let said = [(Asked::Region, region), (Asked::Wave, "2025")];
    for (asked, text) in said.iter().chain(page) {
        filled.page.insert(*asked, (*text).to_owned());
    }
    for (at, ..) in framework.indicators() {
        let cell = (at, AnswerColumn::Own);
        filled.answers.insert(cell, Entry::Number(level));
        let note = Entry::Text("dibuat untuk pengujian".to_owned());
        filled.answers.insert((at, AnswerColumn::Explanation), note);
    }
    let with_items = framework.indicators().find(|(.., it)| !it.items.is_empty());
    if let Some((at, ..)) = with_items {
        let texts = [
            (ItemColumn::Office, "Dinas Contoh"),
            (ItemColumn::State, "belum ada"),
            (ItemColumn::Due, "2026-09-30"),
        ];
        for (column, text) in texts {
            let cell = (at, 0, column);
            filled.items.insert(cell, Entry::Text(text.to_owned()));
        }
    }
    let wish = Wish {
        filled,
        ..Wish::default()
    };
    workbook::bytes(&form(&framework, &wish, lang)).expect("a workbook")
}

fn place(files: &[(&str, Vec<u8>)]) -> (tempfile::TempDir, PathBuf) {
    let (keep, path) = folder(&[]);
    for (name, bytes) in files {
        std::fs::write(path.join(name), bytes).expect("a file");
    }
    (keep, path)
}

/// The texts of a workbook in the order in which they first stand in it, a line each.
fn cells(path: &Path) -> String {
    use std::io::Read as _;
    let file = std::fs::File::open(path).expect("the result");
    let mut zip = zip::ZipArchive::new(file).expect("an archive");
    let mut text = String::new();
    let mut part = zip.by_name("xl/sharedStrings.xml").expect("texts");
    part.read_to_string(&mut text).expect("is read");
    let parts = text.split("<si>").skip(1);
    let texts = parts.map(|it| {
        let it = it.split_once('>').map_or("", |it| it.1);
        it.split("</t>").next().unwrap_or_default().to_owned() + "\n"
    });
    texts.collect()
}

fn copied(from: &Path, to: &Path) {
    std::fs::create_dir_all(to).expect("a folder");
    for name in names(from) {
        let (from, to) = (from.join(&name), to.join(&name));
        match from.is_dir() {
            true => copied(&from, &to),
            false => {
                std::fs::copy(&from, &to).expect("a copy");
            }
        }
    }
}

const ANSWERS: &str = "wilayah,tahun,indikator,skor\nKab. Ogan Komering Ilir,2024,i01,3\nKab. Ogan Komering Ilir,2024,i47,2\n";

#[test]
fn mistakes_in_what_is_dropped() {
    let all = root().join("tests/errors/dropping");
    for name in fixtures("dropping") {
        let (_keep, path) = folder(&[]);
        match all.join(&name).is_dir() {
            true => copied(&all.join(&name), &path.join(&name)),
            false => {
                std::fs::copy(all.join(&name), path.join(&name)).expect("a copy");
            }
        }
        let text = told(&[&name], &path);
        assert!(text.starts_with("exit status 1"), "{name}:\n{text}");
        snapshot("dropping", stem(&name), &text);
    }
}

#[test]
fn mistakes_on_the_command_line() {
    let files = [("isian.csv", ANSWERS)];
    for (name, code, words) in [
        ("no_such_file", 1, &["isian-2.csv"][..]),
        ("no_such_folder", 1, &["masuk/kab-a.xlsx"]),
        ("option", 2, &["isian.csv", "--region", "OKI"]),
        ("option_value", 2, &["isian.csv", "-f"]),
    ] {
        let (_keep, path) = folder(&files);
        let text = told(words, &path);
        let wanted = format!("exit status {code}");
        assert!(text.starts_with(&wanted), "{name}:\n{text}");
        snapshot("dropping", name, &text);
        assert_eq!(names(&path), ["isian.csv"], "{name}");
    }
}

#[test]
fn a_form_is_answered_in_its_own_language_and_the_result_stands_beside_it() {
    let page = [(Asked::Target, "3,5"), (Asked::Deadline, "2026-10-15")];
    let bytes = filled("Kabupaten Ogan Komering Ilir", 3.0, &page, Lang::Id);
    let (_keep, path) = place(&[("isian OKI.xlsx", bytes)]);
    let done = siap_with(&["isian OKI.xlsx"], "", &path);
    assert_eq!(done.code, 0, "{}", done.stderr);
    let parts = ["1. Berapa", "2. Kenapa berubah", "3. Apa dulu", "4. Siapa"];
    let at: Vec<Option<usize>> = parts.iter().map(|it| done.stdout.find(it)).collect();
    assert!(
        at.iter().all(Option::is_some) && at.is_sorted(),
        "{}",
        done.stdout
    );
    for wanted in [
        "Indeks SPBE: 3,00 (Baik)",
        "Terisi: 47 dari 47",
        "Target dari lembar pertama: 3,5",
        "Tenggat: 2026-10-15",
        "Dinas Contoh",
    ] {
        assert!(done.stdout.contains(wanted), "{wanted}:\n{}", done.stdout);
    }
    assert_eq!(names(&path), ["hasil", "isian OKI.xlsx"]);
    assert_eq!(names(&path.join("hasil")), ["isian OKI-hasil.xlsx"]);
    let result = cells(&path.join("hasil/isian OKI-hasil.xlsx"));
    for wanted in [
        "1. Berapa",
        "Indeks SPBE: 3,00 (Baik).",
        "Dinas Contoh",
        "\nkind\nresult\n",
        "\nspbe-2020\n",
    ] {
        assert!(result.contains(wanted), "{wanted}:\n{result}");
    }
    // A result is no data.
    let again = dropped(&["hasil/isian OKI-hasil.xlsx"], &path);
    assert_eq!(again.code, 1, "{}", again.stderr);
    assert_eq!(names(&path.join("hasil")), ["isian OKI-hasil.xlsx"]);
}

#[test]
fn each_office_hears_how_many_items_it_owes() {
    let (framework, _) = library::get("spbe-2020").expect("built in");
    let mut filled = Filled::default();
    let said = [(Asked::Region, "Kota Palembang"), (Asked::Wave, "2025")];
    for (asked, text) in said {
        filled.page.insert(asked, text.to_owned());
    }
    let asks = framework
        .indicators()
        .filter(|(.., it)| !it.items.is_empty());
    for ((at, ..), (office, state)) in asks.zip([
        ("Dinas Satu", "diunggah"),
        ("Dinas Satu", "belum ada"),
        ("Dinas Dua", "belum ada"),
    ]) {
        let own = (at, AnswerColumn::Own);
        filled.answers.insert(own, Entry::Number(2.0));
        for (column, text) in [(ItemColumn::Office, office), (ItemColumn::State, state)] {
            let text = Entry::Text(text.to_owned());
            filled.items.insert((at, 0, column), text);
        }
    }
    let wish = Wish {
        filled,
        ..Wish::default()
    };
    let bytes = workbook::bytes(&form(&framework, &wish, Lang::Id)).expect("a workbook");
    let (_keep, path) = place(&[("isian.xlsx", bytes)]);
    let done = dropped(&["isian.xlsx"], &path);
    let shown = done.stdout.split_whitespace().collect::<Vec<_>>().join(" ");
    let wanted = "Dinas Satu 1 (di luar itu 1 sudah diserahkan, menunggu asesor), Dinas Dua 1.";
    assert!(shown.contains(wanted), "{}", done.stdout);
}

#[test]
fn what_nobody_touched_is_replaced_and_what_somebody_changed_is_kept() {
    let (_keep, path) = folder(&[("isian.csv", ANSWERS)]);
    let words = ["isian.csv", "-f", "spbe-2020"];
    let result = path.join("hasil/isian-hasil.xlsx");
    let first = dropped(&words, &path);
    assert_eq!(first.code, 0, "{}", first.stderr);
    let bytes = std::fs::read(&result).expect("the result");
    let again = dropped(&words, &path);
    assert_eq!((again.code, names(&path.join("hasil")).len()), (0, 1));
    assert_eq!(std::fs::read(&result).expect("the result"), bytes);
    // New answers replace it.
    let other = ANSWERS.replace("i47,2", "i47,4");
    std::fs::write(path.join("isian.csv"), other).expect("written");
    dropped(&words, &path);
    assert_ne!(std::fs::read(&result).expect("the result"), bytes);
    // Somebody writes into it.
    let changed = resaved(&result);
    std::fs::write(&result, &changed).expect("written");
    let done = dropped(&words, &path);
    assert_eq!(done.code, 0, "{}", done.stderr);
    assert!(
        done.stderr.contains("sudah diubah orang"),
        "{}",
        done.stderr
    );
    let files = ["isian-hasil-2.xlsx", "isian-hasil.xlsx"];
    assert_eq!(names(&path.join("hasil")), files);
    assert_eq!(std::fs::read(&result).expect("the result"), changed);
    // The second one is replaced in turn.
    dropped(&words, &path);
    assert_eq!(names(&path.join("hasil")), files);
}

/// The same workbook with another word in it.
fn resaved(path: &Path) -> Vec<u8> {
    use std::io::Read as _;
    let bytes = std::fs::read(path).expect("the result");
    let mut zip = zip::ZipArchive::new(std::io::Cursor::new(bytes)).expect("an archive");
    let parts: Vec<(String, Vec<u8>)> = (0..zip.len())
        .map(|at| {
            let mut part = zip.by_index(at).expect("a part");
            let mut content = Vec::new();
            part.read_to_end(&mut content).expect("is read");
            (part.name().expect("a name").into_owned(), content)
        })
        .map(|(name, content)| {
            let text = String::from_utf8(content).expect("XML");
            (name, text.replace("1. Berapa", "1. Berapa?").into_bytes())
        })
        .collect();
    crate::book::packed(&parts)
}

#[test]
fn with_errors_only_the_list_of_them_is_written() {
    let all = root().join("tests/errors/dropping/berkas-provinsi");
    let (_keep, path) = folder(&[]);
    copied(&all, &path.join("masuk"));
    let done = dropped(&["masuk"], &path);
    assert_eq!(
        (done.code, done.stdout.as_str()),
        (1, ""),
        "{}",
        done.stderr
    );
    assert_eq!(
        names(&path.join("masuk/hasil")),
        ["masuk-perlu-diperbaiki.xlsx"]
    );
    let list = cells(&path.join("masuk/hasil/masuk-perlu-diperbaiki.xlsx"));
    let (b, c) = (list.find("kab-b.csv\n"), list.find("kab-c.csv\n"));
    assert!(
        b.is_some() && b < c && !list.contains("kab-a.csv"),
        "{list}"
    );
    assert!(
        list.contains("baris 2") && list.contains("3 atau 4"),
        "{list}"
    );
    // Mended, the result comes, and the list is said to be of yesterday.
    for (name, from, to) in [("kab-b.csv", "3 atau 4", "3"), ("kab-c.csv", "i48", "i46")] {
        let file = path.join("masuk").join(name);
        let text = std::fs::read_to_string(&file).expect("text");
        std::fs::write(&file, text.replace(from, to)).expect("written");
    }
    let done = dropped(&["masuk"], &path);
    assert_eq!(done.code, 0, "{}", done.stderr);
    assert!(
        done.stderr.contains("tidak berlaku lagi"),
        "{}",
        done.stderr
    );
    assert!(path.join("masuk/hasil/masuk-hasil.xlsx").exists());
    // The folder of results is no data.
    let again = dropped(&["masuk"], &path);
    assert_eq!((again.code, &again.stdout), (0, &done.stdout));
}

#[test]
fn all_that_is_to_be_mended_is_told_at_once_with_who_sent_it() {
    let spoiled = |region: &str, wave: &str| filled(region, 9.0, &[(Asked::Wave, wave)], Lang::Id);
    let [oki, lahat, muba] = [
        "Kabupaten Ogan Komering Ilir",
        "Kabupaten Lahat",
        "Kabupaten Musi Banyuasin",
    ];
    let good = |region: &str, wave: &str| filled(region, 3.0, &[(Asked::Wave, wave)], Lang::Id);
    let (_keep, path) = place(&[
        ("a.xlsx", good(oki, "2025")),
        ("b.xlsx", good(lahat, "2025")),
        ("c.xlsx", good(muba, "2024")),
        ("d.xlsx", good("Kabupaten Empat Lawangg", "2025")),
        ("tanpa-nama.xlsx", spoiled("", "2025")),
        ("tahun.xlsx", spoiled("Kabupaten Ogan Ilir", "20255")),
    ]);
    let done = dropped(&["."], &path);
    assert_eq!(done.code, 1, "{}", done.stderr);
    let flat = done.stderr.split_whitespace().collect::<Vec<_>>().join(" ");
    for told in [
        "`20255` bukan tahun",
        "belum menyebut instansi",
        "di luar skala 1 sampai 5",
        "Musi Banyuasin` menyebut 2024, kebanyakan yang lain 2025",
    ] {
        assert!(flat.contains(told), "{told}: {flat}");
    }
    // The same mistake of another sender is named before a second place of this one.
    assert!(
        flat.contains("hal yang sama di tanpa-nama.xlsx:`Penilaian`!E6"),
        "{flat}"
    );
    // A misspelled name is told with the one that is meant; nobody hears of a region that only stands for one
    // that is not said, nor, of a form, of what only a study could say.
    assert!(
        flat.contains("daftar wilayah (1): `Kabupaten Empat Lawangg`"),
        "{flat}"
    );
    assert!(!flat.contains("study.toml"), "{flat}");
    let [list] = &names(&path.join("hasil"))[..] else {
        panic!("{:?}", names(&path.join("hasil")));
    };
    let list = cells(&path.join("hasil").join(list));
    for told in [
        "Pengirim",
        "Kabupaten Ogan Ilir",
        "Kabupaten Musi Banyuasin",
        "Kabupaten Empat Lawangg",
        "tanpa-nama.xlsx",
    ] {
        assert!(list.contains(&format!("{told}\n")), "{told}: {list}");
    }
    assert!(list.starts_with("Perlu diperbaiki\n96 hal"), "{list}");
}

#[test]
fn of_a_form_the_help_that_its_cells_can_follow_is_kept() {
    let (_keep, path) = place(&[("a.xlsx", filled("Kabupaten Lahat", 2.5, &[], Lang::Id))]);
    let done = dropped(&["a.xlsx"], &path);
    assert_eq!(done.code, 1, "{}", done.stderr);
    let kept = "tulis level yang sudah tercapai penuh";
    assert!(done.stderr.contains(kept), "{}", done.stderr);
    assert!(!done.stderr.contains("study.toml"), "{}", done.stderr);
}

#[test]
fn regions_of_one_province_show_who_is_not_among_them_as_a_remark() {
    let table = |region: &str, level: u8| {
        format!("wilayah,tahun,indikator,skor\n{region},2024,i01,{level}\n{region},2024,i47,2\n")
    };
    let (one, two) = (table("Kab. Ogan Komering Ilir", 3), table("Kab. Lahat", 2));
    let (_keep, path) = folder(&[("a.csv", &one), ("b.csv", &two)]);
    let done = dropped(&["a.csv", "b.csv"], &path);
    assert_eq!(done.code, 0, "{}", done.stderr);
    let flat = done.stdout.split_whitespace().collect::<Vec<_>>().join(" ");
    assert!(
        flat.contains("Provinsi Sumatera Selatan, yang punya 17 kabupaten/kota. Bila semuanya diharapkan mengirim, 15 ini belum"),
        "{flat}"
    );
    // Of several files the result is called after their folder.
    let folder = path.file_name().expect("a name").to_string_lossy();
    assert_eq!(names(&path.join("hasil")), [format!("{folder}-hasil.xlsx")]);
}

#[test]
fn a_study_answers_who_has_not_sent() {
    let study = "framework = \"spbe-2020\"\nlanguage = \"id\"\ndata = \"*.csv\"\nexpect = [\"16.02\", \"16.04\", \"16.07\"]\n";
    let other = ANSWERS.replace("Kab. Ogan Komering Ilir", "Kab. Lahat");
    let files = [("study.toml", study), ("a.csv", ANSWERS), ("b.csv", &other)];
    let (_keep, path) = folder(&files);
    let done = siap_with(&["."], "", &path);
    assert_eq!(done.code, 0, "{}", done.stderr);
    assert!(
        done.stdout
            .contains("Belum mengirim: 1 dari 3: Kabupaten Banyuasin."),
        "{}",
        done.stdout
    );
}

#[test]
fn two_instruments_give_two_results_and_last_years_is_told_beside_this_years() {
    let name = "pemdi-aceh-tengah";
    let (_keep, path) = folder(&[]);
    copied(&root().join("examples").join(name), &path.join(name));
    let done = dropped(&[name], &path);
    assert_eq!(done.code, 0, "{}", done.stderr);
    let results = names(&path.join(name).join("hasil"));
    let wanted = ["pemdi-2026", "spbe-2020"].map(|id| format!("{name}-{id}-hasil.xlsx"));
    assert_eq!(results, wanted);
    assert!(
        done.stdout.contains("dinilai dengan instrumen lain"),
        "{}",
        done.stdout
    );
    // Without the study the rows themselves say which instruments they are of.
    let table = path.join(name).join("statements.csv");
    std::fs::copy(table, path.join("isian.csv")).expect("a copy");
    let done = dropped(&["isian.csv"], &path);
    assert_eq!(done.code, 0, "{}", done.stderr);
    assert_eq!(names(&path.join("hasil")).len(), 2);
}

#[test]
fn files_of_two_instruments_are_kept_apart_by_their_marks_and_by_what_they_hold() {
    let spbe = filled("Kabupaten Lahat", 3.0, &[], Lang::Id);
    // Numbers that several instruments have are those of the one that has no others.
    let rows = (1..=20).map(|at| format!("Kab. Lahat,2026,i{at:02},2\n"));
    let pemdi = "wilayah,tahun,indikator,skor\n".to_owned() + &rows.collect::<String>();
    let (_keep, path) = place(&[("spbe.xlsx", spbe), ("pemdi.csv", pemdi.into())]);
    let done = dropped(&["spbe.xlsx", "pemdi.csv"], &path);
    assert_eq!(done.code, 0, "{}", done.stderr);
    assert!(done.stderr.contains("(pemdi-2026)"), "{}", done.stderr);
    assert_eq!(names(&path.join("hasil")).len(), 2);
}

#[test]
fn a_target_that_is_none_is_said_and_the_next_category_taken() {
    let page = [(Asked::Target, "sempurna")];
    let bytes = filled("Kabupaten Lahat", 3.0, &page, Lang::Id);
    let (_keep, path) = place(&[("isian.xlsx", bytes)]);
    let text = told(&["isian.xlsx"], &path);
    let (_, errors) = text.split_once("standard error").expect("both");
    assert!(errors.contains("sempurna"), "{text}");
    let outputs = [Lang::En, Lang::Id].map(|lang| {
        let words = ["isian.xlsx", "--lang", lang.tag()];
        siap_with(&words, "", &path).stderr
    });
    snapshot("dropping", "target_of_form", &outputs.join("\n"));
}

#[test]
fn for_readers_outside_there_are_no_names_quotes_or_notes() {
    let page = [(Asked::Audience, "luar")];
    let bytes = filled("Kabupaten Lahat", 3.0, &page, Lang::Id);
    let (_keep, path) = place(&[("isian.xlsx", bytes)]);
    let done = dropped(&["isian.xlsx"], &path);
    assert_eq!(done.code, 0, "{}", done.stderr);
    let result = cells(&path.join("hasil/isian-hasil.xlsx"));
    for text in [&done.stdout, &result] {
        assert!(text.contains("di luar tim"), "{text}");
        for private in ["Dinas Contoh", "dibuat untuk pengujian"] {
            assert!(!text.contains(private), "{private}:\n{text}");
        }
    }
}

#[test]
fn the_other_language_has_its_own_names() {
    let (_keep, path) = folder(&[("answers.csv", ANSWERS)]);
    let words = ["-f", "spbe-2020", "answers.csv", "--lang=en"];
    let done = siap_with(&words, "", &path);
    assert_eq!(done.code, 0, "{}", done.stderr);
    assert!(done.stdout.contains("1. How much"), "{}", done.stdout);
    assert_eq!(names(&path.join("results")), ["answers-results.xlsx"]);
}

#[test]
fn commands_keep_their_names_and_words_that_are_no_paths_their_message() {
    let (_keep, path) = folder(&[("score", "no command\n")]);
    assert_eq!(siap_with(&["score"], "", &path).code, 2);
    let done = siap_with(&["compre"], "", &path);
    assert_eq!(done.code, 2);
    assert!(
        done.stderr.contains("did you mean `compare`"),
        "{}",
        done.stderr
    );
    let help = siap_with(&["score", "--help"], "", &path);
    assert_eq!(help.code, 0);
}

#[cfg(unix)]
#[test]
fn a_framework_is_asked_for_by_number() {
    let table = "wilayah,indikator,skor\nKab. Lahat,i01,3\nKab. Lahat,i02,2\n";
    let (_keep, path) = folder(&[("isian.csv", table)]);
    let without = dropped(&["isian.csv"], &path);
    assert_eq!(without.code, 1, "{}", without.stderr);
    let mut terminal = Terminal::start(&["isian.csv", "--lang", "id"], &path);
    terminal.wait_for("Nomor (Enter = tidak jadi): ");
    let screen = terminal.text();
    let line = screen.lines().find(|it| it.contains("(spbe-2020)"));
    let number = line
        .and_then(|it| it.split_whitespace().next())
        .expect("a number");
    let number = number.to_owned();
    terminal.line("99");
    terminal.wait_for("Nomor (Enter = tidak jadi): ");
    assert!(
        terminal.text().contains("bukan nomor di daftar"),
        "{}",
        terminal.text()
    );
    terminal.line(&number);
    let (status, text) = terminal.ended();
    assert!(status.success(), "{text}");
    assert!(text.contains("Indeks SPBE"), "{text}");
    assert_eq!(names(&path.join("hasil")), ["isian-hasil.xlsx"]);
}

#[cfg(unix)]
#[test]
fn a_double_click_offers_forms_and_takes_a_file() {
    const PROMPT: &str = "Nomor atau berkas (Enter = bantuan): ";
    let table = "wilayah,indikator,skor\nKab. Lahat,i01,3\nKab. Lahat,i02,2\n";
    let (_keep, path) = folder(&[("isian ku.csv", table)]);
    let program = path.join("siap");
    let built = Path::new(env!("CARGO_BIN_EXE_siap"));
    if std::fs::hard_link(built, &program).is_err() {
        std::fs::copy(built, &program).expect("a copy");
    }
    let start = || {
        let mut terminal = Terminal::of(&program, &["--lang", "id"], &path);
        terminal.wait_for(PROMPT);
        terminal
    };
    // The form appears beside the program, and never over another.
    for name in ["formulir-skm.xlsx", "formulir-skm-2.xlsx"] {
        let mut terminal = start();
        assert!(
            terminal.text().contains("Seret berkas"),
            "{}",
            terminal.text()
        );
        terminal.line("3");
        let (status, text) = terminal.ended();
        assert!(status.success() && text.contains(name), "{text}");
        assert!(path.join(name).exists(), "{name}");
    }
    // A file that is dropped on the window.
    let mut terminal = start();
    terminal.line("tidak ada");
    terminal.wait_for(PROMPT);
    let dropped = format!("'{}' ", path.join("isian ku.csv").display());
    terminal.line(&dropped);
    terminal.wait_for("Nomor (Enter = tidak jadi): ");
    terminal.line("");
    let (status, text) = terminal.ended();
    assert_eq!(status.code(), Some(1), "{text}");
    // Others stand behind one number more, and an empty line is the greeting.
    let mut terminal = start();
    terminal.line("4");
    terminal.wait_for("Nomor (Enter = tidak jadi): ");
    terminal.line("");
    assert!(terminal.ended().0.success());
    let mut terminal = start();
    terminal.line("");
    let (status, text) = terminal.ended();
    assert!(status.success() && text.contains("siap --help"), "{text}");
    // Without a terminal it is the greeting at once.
    let done = siap_with(&["--lang", "id"], "", &path);
    assert_eq!(done.code, 0);
    assert!(done.stdout.starts_with("siap "), "{}", done.stdout);
}

#[cfg(unix)]
#[test]
fn many_files_show_how_far_it_is_and_leave_nothing_of_that_behind() {
    let files: Vec<(String, String)> = (0..9)
        .map(|at| {
            let region = ["Kab. Lahat", "Kab. Banyuasin"][at % 2];
            let text = format!(
                "wilayah,tahun,indikator,skor\n{region},{},i01,3\n",
                2021 + at / 2
            );
            (format!("kab-{at}.csv"), text)
        })
        .collect();
    let files: Vec<(&str, &str)> = files.iter().map(|it| (&*it.0, &*it.1)).collect();
    let (_keep, path) = folder(&files);
    let words = ["check", ".", "-f", "spbe-2020", "--lang", "id"];
    let terminal = Terminal::start(&words, &path);
    let (_, text) = terminal.ended();
    assert!(text.contains("\rmembaca 5 dari 9: kab-4.csv"), "{text:?}");
    let last = text.rfind("membaca").expect("the line");
    assert!(text[last..].contains("\r\u{1b}[K"), "{text:?}");
    // None in a pipe.
    let done = siap_with(&words, "", &path);
    assert!(!done.stderr.contains("membaca"), "{}", done.stderr);
}
