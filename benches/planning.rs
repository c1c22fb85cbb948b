//! A plan for 47 indicators, as the user waits for it.

use std::process::{Command, Stdio};

use divan::Bencher;

fn main() {
    divan::main();
}

/// How many levels an indicator may rise.
#[divan::bench(args = ["1", "2", "3", "4"], sample_count = 10, sample_size = 1)]
fn spbe(bencher: Bencher<'_, '_>, most: &str) {
    let data = concat!(
        env!("CARGO_MANIFEST_DIR"),
        "/tests/reference/planning/spbe-2025.csv"
    );
    let words = "plan -f spbe-2020 --region Ogan-Ilir --target 3 --cost levels --max-step";
    bencher.bench_local(|| {
        let status = Command::new(env!("CARGO_BIN_EXE_siap"))
            .args(words.split(' '))
            .args([most, data])
            .stdout(Stdio::null())
            .stderr(Stdio::null())
            .status()
            .expect("the program starts");
        assert!(status.success());
    });
}
