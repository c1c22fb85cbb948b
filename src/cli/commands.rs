//! Every command: what can be typed, and what runs it.

use clap::{CommandFactory as _, Parser, Subcommand, ValueEnum};
use siap::text::Lang;

use super::context::Context;
use super::{
    agree, chart, check, compare, completions, framework, man, matrix, reliability, robust, schema,
    score, template, trend, triangulate, usage,
};

#[derive(Debug, Parser)]
#[command(name = "siap", version)]
pub(super) struct Cli {
    #[arg(long, value_name = "id|en", global = true, hide_possible_values = true)]
    pub(super) lang: Option<Language>,
    #[command(subcommand)]
    pub(super) command: Option<Command>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(super) enum Language {
    Id,
    En,
}

/// One line for each command: its name, and the module that has its `Arguments` and `run`.
macro_rules! commands {
    ($($name:ident => $module:ident),* $(,)?) => {
        #[derive(Debug, Subcommand)]
        pub(super) enum Command {
            $($name($module::Arguments),)*
        }

        impl Command {
            pub(super) fn run(&self, context: Context) -> anyhow::Result<()> {
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
    Score => score,
    Matrix => matrix,
    Compare => compare,
    Robust => robust,
    Trend => trend,
    Reliability => reliability,
    Triangulate => triangulate,
    Agree => agree,
    Template => template,
    Chart => chart,
    Schema => schema,
    Completions => completions,
    Man => man,
}

/// The definition of the command line, with its help in one language.
pub(super) fn definition(lang: Lang) -> clap::Command {
    usage::localised(Cli::command(), lang)
}
