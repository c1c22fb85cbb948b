//! The program `siap`: parse, run, tell problems, choose the exit status.

mod cli;

use std::process::ExitCode;

fn main() -> ExitCode {
    cli::run()
}
