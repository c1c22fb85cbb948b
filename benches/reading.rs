//! Reading, checking and scoring a large table.
//!
//! 500,000 rows unless `SIAP_BENCH_ROWS` says otherwise; `SIAP_BENCH_ROWS=5000000` is the figure in
//! `docs/performance.md`.

mod survey;

use std::process::{Command, Stdio};

use divan::Bencher;
use siap::assess::{Assessed, Spellings, assess};
use siap::framework::{Method, library};
use siap::read::{ReadOptions, read};
use siap::region::Register;

fn main() {
    divan::main();
}

#[expect(
    clippy::disallowed_methods,
    reason = "a benchmark is a program of its own"
)]
fn rows() -> usize {
    let wanted = std::env::var("SIAP_BENCH_ROWS").ok();
    wanted.and_then(|it| it.parse().ok()).unwrap_or(500_000)
}

fn score(table: Vec<u8>) -> Assessed {
    let (framework, _) = library::get(survey::FRAMEWORK).expect("is built in");
    let (statements, _) = read(table, "survey.csv", &ReadOptions::default()).expect("is a table");
    let method = Method::of(&framework);
    let register = Register::embedded();
    let (assessed, _) = assess(
        &framework,
        &statements,
        register,
        &Spellings::new(),
        &method,
    )
    .expect("no errors");
    assessed
}

/// From bytes in memory to scores.
#[divan::bench(sample_count = 5, sample_size = 1)]
fn bytes_to_scores(bencher: Bencher<'_, '_>) {
    let table = survey::table(rows()).into_bytes();
    bencher.with_inputs(|| table.clone()).bench_values(score);
}

/// From bytes in memory to statements.
#[divan::bench(sample_count = 5, sample_size = 1)]
fn bytes_to_statements(bencher: Bencher<'_, '_>) {
    let table = survey::table(rows()).into_bytes();
    bencher
        .with_inputs(|| table.clone())
        .bench_values(|table| read(table, "survey.csv", &ReadOptions::default()));
}

/// The program on a file, from its start to its end.
#[divan::bench(sample_count = 5, sample_size = 1)]
fn file_to_end(bencher: Bencher<'_, '_>) {
    let (_folder, path) = survey::file(rows());
    bencher.bench_local(|| {
        let status = Command::new(env!("CARGO_BIN_EXE_siap"))
            .args(["check", "-f", survey::FRAMEWORK])
            .arg(&path)
            .stdout(Stdio::null())
            .status()
            .expect("the program starts");
        assert!(status.success());
    });
}
