//! Writes a survey of about so many rows to standard output:
//! `cargo run --release --example generate -- 5000000 > survey.csv`.

#![expect(
    clippy::disallowed_methods,
    reason = "a program of its own, with an argument"
)]

mod survey;

use std::io::Write as _;

fn main() -> std::io::Result<()> {
    let rows = std::env::args().nth(1).and_then(|it| it.parse().ok());
    let table = survey::table(rows.unwrap_or(500_000));
    std::io::stdout().write_all(table.as_bytes())
}
