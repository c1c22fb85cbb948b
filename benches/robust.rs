//! Reruns under other choices, as the user waits for them: 514 regions by 47 indicators.

mod survey;

use std::process::{Command, Stdio};

use divan::Bencher;

fn main() {
    divan::main();
}

fn robust(bencher: Bencher<'_, '_>, words: &[&str]) {
    let (_folder, path) = survey::file(1);
    bencher.bench_local(|| {
        let status = Command::new(env!("CARGO_BIN_EXE_siap"))
            .args(["robust", "-f", survey::FRAMEWORK])
            .args(words)
            .arg(&path)
            .stdout(Stdio::null())
            .stderr(Stdio::null())
            .status()
            .expect("the program starts");
        assert!(status.success());
    });
}

/// The usual assumptions, 10,000 runs.
#[divan::bench(sample_count = 3, sample_size = 1)]
fn runs_10000(bencher: Bencher<'_, '_>) {
    robust(bencher, &["--runs", "10000"]);
}

/// Nothing varies but the indicator that is left out.
#[divan::bench(sample_count = 3, sample_size = 1)]
fn leave_one_out(bencher: Bencher<'_, '_>) {
    let still = ["--weights", "none", "--levels", "none", "--missing", "none"];
    let words = [
        &still[..],
        &["--informants", "none", "--leave-out", "indicators"],
    ]
    .concat();
    robust(bencher, &words);
}
