//! Runs the program in the root of the repository, with a fixed environment.

use std::collections::BTreeMap;
use std::io::Write as _;
use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};

use serde_json::Value;

/// The root of the repository.
pub(crate) fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

/// What a run of the program left behind.
pub(crate) struct Done {
    pub(crate) code: i32,
    pub(crate) stdout: String,
    pub(crate) stderr: String,
}

/// Runs `siap` with the words of `line` (split at spaces).
pub(crate) fn siap(line: &str) -> Done {
    siap_with(&line.split_whitespace().collect::<Vec<_>>(), "", root())
}

/// Runs `siap` with words, standard input and a folder to stand in.
pub(crate) fn siap_with(words: &[&str], stdin: &str, folder: &Path) -> Done {
    let mut child = command(folder)
        .args(words)
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .expect("the program starts");
    let mut input = child.stdin.take().expect("a pipe");
    // A program that does not read its input closes the pipe early: that is no failure.
    let _ = input.write_all(stdin.as_bytes());
    drop(input);
    done(&child.wait_with_output().expect("the program ends"))
}

fn command(folder: &Path) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_siap"));
    command
        .current_dir(folder)
        .env_remove("SIAP_LANG")
        .env_remove("LC_MESSAGES")
        .env_remove("COLUMNS")
        .env("LC_ALL", "C")
        .env("LANG", "C");
    command
}

fn done(output: &Output) -> Done {
    Done {
        code: output.status.code().unwrap_or(-1),
        stdout: String::from_utf8(output.stdout.clone()).expect("UTF-8"),
        stderr: String::from_utf8(output.stderr.clone()).expect("UTF-8"),
    }
}

/// A study folder of its own, with these files.
pub(crate) fn folder(files: &[(&str, &str)]) -> (tempfile::TempDir, PathBuf) {
    let keep = tempfile::tempdir().expect("a folder");
    for (name, text) in files {
        std::fs::write(keep.path().join(name), text).expect("a file");
    }
    let path = keep.path().to_path_buf();
    (keep, path)
}

/// The names of what lies in a folder, sorted.
pub(crate) fn names(path: &Path) -> Vec<String> {
    let entries = std::fs::read_dir(path).expect("the folder");
    let mut names: Vec<String> = entries
        .map(|it| {
            let name = it.expect("an entry").file_name();
            name.to_string_lossy().into_owned()
        })
        .collect();
    names.sort();
    names
}

/// Scores a table of its own.
pub(crate) fn scored(framework: &str, table: &str) -> Value {
    let done = siap_with(
        &[
            "score",
            "-",
            "-f",
            framework,
            "--format",
            "json",
            "--decimal",
            "point",
        ],
        table,
        root(),
    );
    assert_eq!(done.code, 0, "{}", done.stderr);
    serde_json::from_str(&done.stdout).expect("JSON")
}

/// The record of `siap score` on `t.csv` beside other files, and what was told.
pub(crate) fn recorded(framework: &str, files: &[(&str, &str)]) -> (Value, String) {
    let (_keep, folder) = folder(files);
    let words = [
        "score", "t.csv", "-f", framework, "--lang", "en", "--format", "json",
    ];
    let done = siap_with(&words, "", &folder);
    assert_eq!(done.code, 0, "{files:?}\n{}", done.stderr);
    let record = serde_json::from_str(&done.stdout).expect("JSON");
    (record, done.stderr)
}

/// The nodes of an assessment by their ids.
pub(crate) fn nodes(assessment: &Value) -> BTreeMap<&str, &Value> {
    let list = assessment["nodes"].as_array().expect("nodes");
    list.iter()
        .map(|it| (it["id"].as_str().expect("an id"), it))
        .collect()
}

pub(crate) fn near(found: f64, wanted: f64, within: f64) {
    assert!(
        (found - wanted).abs() <= within,
        "{found} is not {wanted} ± {within}"
    );
}
