//! The command line: one file for each command, and what they share.
//!
//! `commands` lists them all, `args` says what several of them take, `load` turns that into scored
//! data, `files` reads and writes, `world` knows environment and terminal, `error` tells problems and
//! picks the exit status.

mod agree;
mod args;
mod chart;
mod check;
mod commands;
mod compare;
mod completions;
mod context;
mod driver;
mod error;
mod files;
mod framework;
mod load;
mod man;
mod matrix;
mod output;
mod paint;
mod reliability;
mod robust;
mod schema;
mod score;
mod template;
mod trend;
mod triangulate;
mod usage;
mod value;
mod welcome;
mod world;

use std::process::ExitCode;

use clap::FromArgMatches as _;

use commands::Cli;
use siap::text::Lang;

/// Runs the program and returns its exit status: 0 done, 1 failed, 2 wrong usage.
pub(crate) fn run() -> ExitCode {
    let words = world::arguments();
    let asked = usage::language_asked(&words);
    let lang = asked.unwrap_or_else(|| world::language().unwrap_or(Lang::En));
    let parsed = commands::definition(lang)
        .try_get_matches_from(words)
        .and_then(|mut matches| Cli::from_arg_matches_mut(&mut matches));
    let cli = match parsed {
        Ok(cli) => cli,
        Err(refusal) => return usage::tell(&refusal, &commands::definition(lang), lang),
    };
    let context = context::Context {
        lang,
        fixed: asked.is_some() || world::language_is_set(),
        definition: commands::definition,
    };
    let done = match cli.command {
        None => welcome::run(context),
        Some(command) => command.run(context),
    };
    match done {
        Ok(()) => ExitCode::SUCCESS,
        Err(failure) => error::tell(&failure, context::language_of_failure(lang)),
    }
}
