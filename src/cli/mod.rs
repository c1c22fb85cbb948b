//! The command line: one file for each command, and what they share.
//!
//! `args` says what can be typed, `load` turns it into scored data, `files` reads and writes,
//! `world` knows environment and terminal, `error` tells problems and picks the exit status.

mod agree;
mod args;
mod chart;
mod check;
mod compare;
mod error;
mod files;
mod framework;
mod load;
mod matrix;
mod output;
mod reliability;
mod robust;
mod score;
mod shell;
mod template;
mod trend;
mod triangulate;
mod usage;
mod value;
mod welcome;
mod world;

use std::process::ExitCode;

use clap::FromArgMatches as _;

use args::{Cli, Command};
use siap::text::Lang;

/// Runs the program and returns its exit status: 0 done, 1 failed, 2 wrong usage.
pub(crate) fn run() -> ExitCode {
    let words = world::arguments();
    let asked = usage::language_asked(&words);
    let lang = asked.unwrap_or_else(|| world::language().unwrap_or(Lang::En));
    let parsed = usage::command(lang)
        .try_get_matches_from(words)
        .and_then(|mut matches| Cli::from_arg_matches_mut(&mut matches));
    let cli = match parsed {
        Ok(cli) => cli,
        Err(refusal) => return usage::tell(&refusal, lang),
    };
    let context = output::Context {
        lang,
        fixed: asked.is_some() || world::language_is_set(),
    };
    let done = match cli.command {
        None => welcome::run(context),
        Some(Command::Framework(it)) => framework::run(&it, context),
        Some(Command::Check(it)) => check::run(&it, context),
        Some(Command::Score(it)) => score::run(&it, context),
        Some(Command::Matrix(it)) => matrix::run(&it, context),
        Some(Command::Compare(it)) => compare::run(&it, context),
        Some(Command::Robust(it)) => robust::run(&it, context),
        Some(Command::Trend(it)) => trend::run(&it, context),
        Some(Command::Reliability(it)) => reliability::run(&it, context),
        Some(Command::Triangulate(it)) => triangulate::run(&it, context),
        Some(Command::Agree(it)) => agree::run(&it, context),
        Some(Command::Template(it)) => template::run(&it, context),
        Some(Command::Chart(it)) => chart::run(&it, context),
        Some(Command::Completions(it)) => shell::completions(&it, context),
        Some(Command::Man(it)) => shell::man(&it, context),
    };
    match done {
        Ok(()) => ExitCode::SUCCESS,
        Err(failure) => error::tell(&failure, output::language_of_failure(lang)),
    }
}
