//! The command line: one file for each command, and what they share.
//!
//! The list of commands stands here, `args` says what several of them take, `load` turns that into
//! scored data, `driver` reports and writes, `files` reads and writes, `world` knows environment and
//! terminal, `error` tells problems and picks the exit status.

mod agree;
mod args;
mod assess;
mod chart;
mod check;
mod compare;
mod completions;
mod context;
mod convert;
mod diff;
mod driver;
mod dropped;
mod error;
mod explain;
mod files;
mod framework;
mod interrupt;
mod kept;
mod learn;
mod load;
mod man;
mod matrix;
mod merge;
mod misuse;
mod offices;
mod output;
mod paint;
mod plan;
mod progress;
mod reliability;
mod robust;
mod schema;
mod score;
mod sources;
mod split;
mod template;
mod trend;
mod triangulate;
mod usage;
mod value;
mod walk;
mod welcome;
mod world;

use std::process::ExitCode;

use clap::{CommandFactory as _, FromArgMatches as _, Parser, Subcommand, ValueEnum};

use context::Context;
use siap::problem::Problem;
use siap::text::{Lang, say};

/// Runs the program and returns its exit status: 0 done, 1 failed, 2 wrong usage.
pub(crate) fn run() -> ExitCode {
    let words = usage::help_as_option(world::arguments());
    let asked = usage::language_asked(&words);
    let lang = asked.unwrap_or_else(|| world::language().unwrap_or(Lang::En));
    progress::in_language(lang);
    let context = Context {
        lang,
        fixed: asked.is_some() || world::language_is_set(),
        definition,
    };
    match dropped::dropped(&words, &definition(lang)) {
        Ok(None) => {}
        Ok(Some(files)) => {
            tell_unknown_language(asked, lang);
            return held(ended(dropped::run(&files, context), lang), lang);
        }
        Err(refused) => return held(error::tell(&refused.into(), lang), lang),
    }
    let parsed = definition(lang)
        .try_get_matches_from(&words)
        .and_then(|mut matches| Cli::from_arg_matches_mut(&mut matches));
    let cli = match parsed {
        Ok(cli) => cli,
        Err(refusal) => return usage::tell(&refusal, &words, &definition(lang), lang),
    };
    error::set_fullness(usage::fullness(&words, &definition(lang)));
    tell_unknown_language(asked, lang);
    match cli.command {
        // Who clicked on the program sees a terminal; a script gets the greeting.
        None if world::is_terminal() => held(ended(dropped::offer(context), lang), lang),
        None => ended(done(welcome::run(context)), lang),
        Some(command) => ended(done(command.run(context)), lang),
    }
}

/// Says that the language of the environment is none of ours, where it counts.
fn tell_unknown_language(asked: Option<Lang>, lang: Lang) {
    if asked.is_none()
        && let Some(tag) = world::unknown_language()
    {
        let problem = Problem::warning(say::unknown_language(tag));
        error::show(&[problem.help(say::languages_known())], lang);
    }
}

fn done(it: anyhow::Result<()>) -> anyhow::Result<ExitCode> {
    it.map(|()| ExitCode::SUCCESS)
}

fn ended(done: anyhow::Result<ExitCode>, lang: Lang) -> ExitCode {
    match done {
        Ok(status) => status,
        Err(failure) => error::tell(&failure, context::language_of_failure(lang)),
    }
}

/// The same status, once whoever started the program by a click has read what it says.
fn held(status: ExitCode, lang: Lang) -> ExitCode {
    let (mut input, mut out) = (std::io::stdin().lock(), std::io::stdout());
    // A window that is gone needs no holding.
    let lang = context::language_of_failure(lang);
    let _ = dropped::hold(world::window_closes(), &mut input, &mut out, lang);
    status
}

#[derive(Debug, Parser)]
#[command(name = "siap", version)]
struct Cli {
    #[arg(long, value_name = "id|en", global = true, hide_possible_values = true)]
    lang: Option<Language>,
    #[command(subcommand)]
    command: Option<Command>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
enum Language {
    Id,
    En,
}

/// One line for each command: its name, and the module that has its `Arguments` and `run`.
macro_rules! commands {
    ($($name:ident => $module:ident),* $(,)?) => {
        #[derive(Debug, Subcommand)]
        enum Command {
            $($name($module::Arguments),)*
        }

        impl Command {
            fn run(&self, context: Context) -> anyhow::Result<()> {
                match self {
                    $(Self::$name(it) => $module::run(it, context),)*
                }
            }
        }
    };
}

// In the order in which `siap --help` lists them.
commands! {
    Framework => framework,
    Check => check,
    Convert => convert,
    Score => score,
    Matrix => matrix,
    Sources => sources,
    Compare => compare,
    Explain => explain,
    Learn => learn,
    Robust => robust,
    Plan => plan,
    Trend => trend,
    Diff => diff,
    Reliability => reliability,
    Triangulate => triangulate,
    Agree => agree,
    Assess => assess,
    Template => template,
    Split => split,
    Merge => merge,
    Chart => chart,
    Schema => schema,
    Completions => completions,
    Man => man,
}

/// The definition of the command line, with its help in one language.
fn definition(lang: Lang) -> clap::Command {
    usage::localised(Cli::command(), lang)
}
