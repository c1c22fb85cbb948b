//! How long the program takes to start, as its user waits for it.

use std::process::{Command, Stdio};

fn main() {
    divan::main();
}

fn run(words: &[&str]) {
    let status = Command::new(env!("CARGO_BIN_EXE_siap"))
        .args(words)
        .current_dir(env!("CARGO_MANIFEST_DIR"))
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .status()
        .expect("the program starts");
    assert!(status.success());
}

/// Nothing but the start.
#[divan::bench(sample_count = 50)]
fn version() {
    run(&["--version"]);
}

/// Every built-in framework is read and checked.
#[divan::bench(sample_count = 50)]
fn framework_list() {
    run(&["framework", "list"]);
}

/// The national study, 1,234 rows, scored and ranked.
#[divan::bench(sample_count = 50)]
fn national_ranking() {
    run(&["compare", "examples/spbe-national"]);
}

/// The same study as a record: 40 MB of JSON.
#[divan::bench(sample_count = 20)]
fn national_record() {
    run(&["score", "examples/spbe-national", "--format", "json"]);
}
