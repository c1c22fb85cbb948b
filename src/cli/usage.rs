//! The command line in the reader's language: help, and what is said of wrong usage.

use std::ffi::OsString;
use std::io::Write as _;
use std::process::ExitCode;

use clap::error::{ContextKind, ContextValue, ErrorKind};
use clap::{Arg, ArgAction, Command};
use siap::problem::{Problem, suggest};
use siap::text::help::help;
use siap::text::{Lang, Sentence, label, say};

use super::error::{self, Fullness};
use super::value::BadValue;

/// A definition of the command line with its help in one language.
pub(super) fn localised(command: Command, lang: Lang) -> Command {
    with_words(command, "siap", lang)
}

fn with_words(command: Command, path: &str, lang: Lang) -> Command {
    let names: Vec<String> = command
        .get_subcommands()
        .map(|it| it.get_name().to_owned())
        .collect();
    let text = |argument: &str| help(path, argument).map(|it| it.get(lang).to_owned());
    let template = format!(
        "{{about-with-newline}}\n{}: {{usage}}\n\n{{all-args}}",
        label::usage_heading(lang)
    );
    let mut command = command
        .disable_help_flag(true)
        .disable_help_subcommand(true)
        .disable_version_flag(true)
        .help_template(template)
        .subcommand_help_heading(label::commands_heading(lang))
        .subcommand_value_name(label::command_word(lang))
        .about(text("").unwrap_or_default())
        .mut_args(|arg| {
            let heading = if arg.is_positional() {
                label::arguments_heading(lang)
            } else {
                label::options_heading(lang)
            };
            let words = text(arg.get_id().as_str());
            let arg = arg.help_heading(heading);
            match words {
                Some(words) => arg.help(words),
                None => arg,
            }
        })
        .arg(
            Arg::new("help")
                .short('h')
                .long("help")
                .action(ArgAction::HelpShort)
                .help_heading(label::options_heading(lang))
                .help(text("help").unwrap_or_default()),
        );
    if path == "siap" {
        command = command.arg(
            Arg::new("version")
                .short('V')
                .long("version")
                .action(ArgAction::Version)
                .help_heading(label::options_heading(lang))
                .help(text("version").unwrap_or_default()),
        );
    }
    for name in names {
        let path = if path == "siap" {
            name.clone()
        } else {
            format!("{path} {name}")
        };
        command = command.mut_subcommand(name, |it| with_words(it, &path, lang));
    }
    command
}

/// The language named by `--lang`, found before anything is parsed: help needs it too.
pub(super) fn language_asked(words: &[OsString]) -> Option<Lang> {
    let words: Vec<&str> = words.iter().filter_map(|it| it.to_str()).collect();
    let mut found = None;
    for (at, word) in words.iter().enumerate() {
        if *word == "--" {
            break;
        }
        if let Some(tag) = word.strip_prefix("--lang=") {
            found = Lang::from_tag(tag);
        } else if *word == "--lang" {
            found = words.get(at + 1).and_then(|tag| Lang::from_tag(tag));
        }
    }
    found
}

/// Whether `--full` was given, and whether the command takes it.
pub(super) fn fullness(words: &[OsString], program: &Command) -> Fullness {
    let words = words.iter().skip(1).filter_map(|it| it.to_str());
    let words: Vec<&str> = words.take_while(|it| *it != "--").collect();
    let mut command = program;
    for word in &words {
        if let Some(below) = command.find_subcommand(word) {
            command = below;
        }
    }
    let possible = command.get_arguments().any(|it| it.get_id() == "full");
    Fullness {
        asked: possible && words.contains(&"--full"),
        possible,
    }
}

/// Prints help or version, or tells what is wrong with the usage of `program`.
pub(super) fn tell(refusal: &clap::Error, program: &Command, lang: Lang) -> ExitCode {
    match refusal.kind() {
        ErrorKind::DisplayHelp | ErrorKind::DisplayVersion => {
            let mut text = refusal.render().ansi().to_string();
            if lang == Lang::Id {
                // The only word of the page that clap does not let us choose.
                text = text.replace("[OPTIONS]", "[OPSI]");
            }
            // A closed pipe is no failure.
            let _ = write!(anstream::stdout().lock(), "{text}");
            return ExitCode::SUCCESS;
        }
        ErrorKind::DisplayHelpOnMissingArgumentOrSubcommand => {
            let _ = write!(anstream::stderr().lock(), "{}", refusal.render().ansi());
            return ExitCode::from(2);
        }
        _ => {}
    }
    match problem(refusal, program) {
        Some(problem) => error::show(&[problem], lang),
        None => {
            let _ = write!(anstream::stderr().lock(), "{}", refusal.render().ansi());
        }
    }
    ExitCode::from(2)
}

fn words(refusal: &clap::Error, kind: ContextKind) -> Vec<String> {
    match refusal.get(kind) {
        Some(ContextValue::String(word)) => vec![word.clone()],
        Some(ContextValue::Strings(words)) => words.clone(),
        _ => Vec::new(),
    }
}

/// What is wrong in our own words, where the kind of mistake is one we know.
fn problem(refusal: &clap::Error, program: &Command) -> Option<Problem> {
    let first = |kind| words(refusal, kind).into_iter().next();
    let argument = || first(ContextKind::InvalidArg);
    let value = || first(ContextKind::InvalidValue);
    let sentence: Sentence = match refusal.kind() {
        ErrorKind::InvalidSubcommand => {
            say::unknown_command(first(ContextKind::InvalidSubcommand)?)
        }
        ErrorKind::UnknownArgument => say::unknown_option(argument()?),
        ErrorKind::InvalidValue => {
            let possible = siap::text::list(words(refusal, ContextKind::ValidValue));
            let given = value()?;
            if given.is_empty() {
                say::value_missing(argument()?)
            } else {
                say::unexpected_value(given, argument()?, possible)
            }
        }
        ErrorKind::ValueValidation => {
            let source = std::error::Error::source(refusal);
            match source.and_then(|it| it.downcast_ref::<BadValue>()) {
                Some(bad) => bad.0.clone(),
                None => say::value_not_understood(value()?, argument()?),
            }
        }
        ErrorKind::MissingRequiredArgument => {
            let missing = words(refusal, ContextKind::InvalidArg);
            say::missing_words(siap::text::list(missing))
        }
        ErrorKind::MissingSubcommand => {
            let possible = siap::text::list(words(refusal, ContextKind::ValidSubcommand));
            say::missing_words(possible)
        }
        ErrorKind::InvalidUtf8 => say::argument_not_utf8(),
        ErrorKind::ArgumentConflict => say::used_twice(argument()?),
        _ => return None,
    };
    // Of clap's several suggestions for a command the first is the least near: ours is one.
    let near = match refusal.kind() {
        ErrorKind::InvalidSubcommand => {
            let names: Vec<String> = program
                .get_subcommands()
                .map(|it| it.get_name().to_owned())
                .collect();
            let word = first(ContextKind::InvalidSubcommand)?;
            suggest(&word, names.iter().map(String::as_str)).map(str::to_owned)
        }
        _ => first(ContextKind::SuggestedArg).or_else(|| first(ContextKind::SuggestedValue)),
    };
    Some(
        Problem::error(sentence)
            .maybe_help(near.map(say::did_you_mean))
            .maybe_help(argument().and_then(|it| wanted(refusal.kind(), &it)))
            .help(say::see_help("siap")),
    )
}

/// What an option takes that cannot be listed.
fn wanted(kind: ErrorKind, argument: &str) -> Option<Sentence> {
    let option = argument.split_whitespace().next()?;
    match (kind, option) {
        (ErrorKind::ValueValidation, "--scale") => Some(say::scale_help()),
        (ErrorKind::ValueValidation, "--sample") => Some(say::sample_help()),
        (ErrorKind::ValueValidation, "--resamples") => Some(say::resamples_help()),
        (ErrorKind::ValueValidation, "--seed") => Some(say::whole_number_help()),
        _ => None,
    }
}
