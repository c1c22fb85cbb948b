//! What only Windows has: drives, `\`, and files that another program keeps to itself.

use std::fs::{File, OpenOptions};
use std::os::windows::fs::OpenOptionsExt as _;
use std::path::Path;
use std::process::Command;

use crate::diagnostics::told;
use crate::run::{Done, folder, names, siap_with};

const NAME: &str = "Kab. Ogan Komering Ilir – isian.csv";
const ROWS: &str = "Wilayah,Indikator,Level\nKab. Ogan Komering Ilir,internet-network,3\n";
const FRAMEWORK: [&str; 4] = ["-f", "smart-province-readiness", "--format", "csv"];

/// What other programs may do with a file while this one has it open, as Windows counts them.
const NOTHING: u32 = 0;
const READ: u32 = 1;

fn open_elsewhere(path: &Path, others_may: u32) -> File {
    let mut options = OpenOptions::new();
    options.read(true).write(true).share_mode(others_may);
    options.open(path).expect("the file opens")
}

/// A folder with a blank in its name that holds one file with a dash in its name.
fn filled() -> (tempfile::TempDir, std::path::PathBuf) {
    let (keep, path) = folder(&[]);
    let inner = path.join("isian 2026");
    std::fs::create_dir(&inner).expect("a folder");
    std::fs::write(inner.join(NAME), ROWS).expect("a file");
    (keep, path)
}

fn score(input: &str, folder: &Path) -> Done {
    siap_with(&[&["score", input], &FRAMEWORK[..]].concat(), "", folder)
}

/// What is said in both languages where another program keeps a file to itself.
fn open_in_another_program(name: &str) -> String {
    format!(
        "exit status 1\n\
        --- standard error ---\n\
        error: the file is open in another program, which keeps it to itself\n\
        --> {name}\n = help: close it there (in Excel?) and run the command again\n\n\
        --- standard error ---\n\
        galat: berkas sedang terbuka di program lain, yang menguncinya\n\
        --> {name}\n = bantuan: tutup dahulu di sana (di Excel?), lalu jalankan lagi perintahnya\n\n"
    )
}

#[test]
fn one_file_is_the_same_by_every_way_to_it() {
    let (_keep, path) = filled();
    let whole = path.join("isian 2026");
    let whole = whole.to_str().expect("text");
    let (drive, below) = whole.split_at(2);
    assert!(drive.ends_with(':') && below.starts_with('\\'), "{whole}");
    let wanted = score("isian 2026", &path);
    assert_eq!(wanted.code, 0, "{}", wanted.stderr);
    let slashed = whole.replace('\\', "/");
    let small = format!("{}{below}", drive.to_lowercase());
    for way in [
        format!("isian 2026\\{NAME}"),
        "isian 2026\\".to_owned(),
        "isian 2026\\*.csv".to_owned(),
        ".\\isian 2026\\Kab*.csv".to_owned(),
        whole.to_owned(),
        format!("{whole}\\"),
        format!("{whole}\\{NAME}"),
        format!("{whole}\\Kab*.csv"),
        format!("{slashed}/*.csv"),
        format!("{small}\\*.csv"),
        format!("{drive}isian 2026\\*.csv"),
        format!("\\\\?\\{whole}"),
        format!("\\\\?\\{whole}\\{NAME}"),
    ] {
        let done = score(&way, &path);
        assert_eq!(done.stdout, wanted.stdout, "{way}: {}", done.stderr);
    }
}

#[test]
fn a_study_names_its_data_by_either_stroke_and_by_drive() {
    let (_keep, path) = filled();
    let (_other, study) = folder(&[]);
    let whole = path.join("isian 2026");
    let whole = whole.to_str().expect("text");
    let text = format!("framework = \"smart-province-readiness\"\ndata = ['{whole}\\*.csv']\n");
    std::fs::write(study.join("study.toml"), text).expect("a file");
    let done = siap_with(&["score", ".", "--format", "csv"], "", &study);
    assert_eq!(done.code, 0, "{}", done.stderr);
    let text = "framework = \"smart-province-readiness\"\ndata = ['isian 2026\\*.csv']\n";
    std::fs::write(path.join("study.toml"), text).expect("a file");
    let done = siap_with(&["score", ".", "--format", "csv"], "", &path);
    assert_eq!(done.code, 0, "{}", done.stderr);
}

#[test]
fn a_missing_file_is_told_by_the_way_it_was_named() {
    let (_keep, path) = filled();
    for way in ["isian 2026\\isian.csv", "\\\\?\\Z:\\tidak ada\\isian.csv"] {
        let done = score(way, &path);
        assert_eq!(done.code, 1);
        assert!(done.stderr.contains(way), "{}", done.stderr);
        assert!(
            done.stderr.contains("there is no such file"),
            "{}",
            done.stderr
        );
    }
}

#[test]
fn a_file_that_another_program_keeps_to_itself_is_named() {
    let (_keep, path) = filled();
    let kept = open_elsewhere(&path.join("isian 2026").join(NAME), NOTHING);
    let way = format!("isian 2026\\{NAME}");
    let words = [&["score", &way], &FRAMEWORK[..]].concat();
    assert_eq!(told(&words, &path), open_in_another_program(&way));
    drop(kept);
    assert_eq!(score(&way, &path).code, 0);
}

/// Excel lets others read what it has open: nothing is wrong then.
#[test]
fn a_file_that_others_may_read_is_read() {
    let (_keep, path) = filled();
    let _kept = open_elsewhere(&path.join("isian 2026").join(NAME), READ);
    let done = score(&format!("isian 2026\\{NAME}"), &path);
    assert_eq!(done.code, 0, "{}", done.stderr);
}

#[test]
fn nothing_is_written_where_one_output_is_open_in_another_program() {
    let (_keep, path) = filled();
    for (name, text) in [("hasil.json", "before"), ("lain.json", "before")] {
        std::fs::write(path.join(name), text).expect("a file");
    }
    let before = names(&path);
    let words = |output| {
        [
            "score",
            "isian 2026",
            "-f",
            "smart-province-readiness",
            "-o",
            output,
        ]
    };
    for others_may in [NOTHING, READ] {
        let kept = open_elsewhere(&path.join("hasil.json"), others_may);
        let said = told(&words("hasil.json"), &path);
        assert_eq!(said, open_in_another_program("hasil.json"));
        drop(kept);
        assert_eq!(names(&path), before);
        let text = std::fs::read_to_string(path.join("hasil.json")).expect("it");
        assert_eq!(text, "before");
    }
    let done = siap_with(&words("hasil.json"), "", &path);
    assert_eq!(done.code, 0, "{}", done.stderr);
    assert_eq!(names(&path), before);
}

/// Of several outputs none is changed where one cannot be.
#[test]
fn figures_stay_as_they_are_where_one_is_open_in_another_program() {
    let (_keep, path) = filled();
    let study = crate::run::root().join("examples/sumsel-smart-province");
    let study = study.to_str().expect("text");
    let words = ["compare", study, "--figures", "bagan"];
    assert_eq!(siap_with(&words, "", &path).code, 0);
    let folder = path.join("bagan");
    for name in names(&folder) {
        std::fs::write(folder.join(name), "before").expect("a file");
    }
    let kept = open_elsewhere(&folder.join("ranking.svg"), READ);
    let done = siap_with(&words, "", &path);
    assert_eq!(done.code, 1);
    assert!(
        done.stderr.contains("open in another program"),
        "{}",
        done.stderr
    );
    drop(kept);
    for name in names(&folder) {
        let text = std::fs::read(folder.join(&name)).expect("it");
        assert_eq!(text, b"before", "{name}");
    }
}

/// Names that differ in case alone are one file here.
#[test]
fn an_input_is_known_by_every_spelling_of_its_name() {
    let (_keep, path) = filled();
    let spelled = format!("ISIAN 2026\\{}", NAME.to_uppercase());
    let way = format!("isian 2026\\{NAME}");
    let words = [
        "score",
        &way,
        "-f",
        "smart-province-readiness",
        "-o",
        &spelled,
    ];
    let done = siap_with(&words, "", &path);
    assert_eq!(done.code, 1);
    assert!(done.stderr.contains("would replace it"), "{}", done.stderr);
}

#[test]
fn without_a_locale_in_the_environment_the_language_is_that_of_windows() {
    let mut command = Command::new(env!("CARGO_BIN_EXE_siap"));
    for name in ["SIAP_LANG", "LC_ALL", "LC_MESSAGES", "LANG"] {
        command.env_remove(name);
    }
    let done = command.arg("--help").output().expect("it runs");
    let help = String::from_utf8(done.stdout).expect("UTF-8");
    let wanted = match sys_locale::get_locale() {
        Some(tag) if tag.starts_with("id") => "Pemakaian",
        _ => "Usage",
    };
    assert!(help.contains(wanted), "{help}");
}
