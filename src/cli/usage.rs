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
            let names: Vec<String> = arg
                .get_value_names()
                .unwrap_or_default()
                .iter()
                .map(|it| placeholder(it, lang))
                .collect();
            let arg = arg.help_heading(heading);
            let arg = match names.is_empty() {
                true => arg,
                false => arg.value_names(names),
            };
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

/// `siap help score` (or `bantuan`) as `siap score --help`, which is what people mean by it.
pub(super) fn help_as_option(mut words: Vec<OsString>) -> Vec<OsString> {
    let at = match words.get(1).and_then(|it| it.to_str()) {
        Some("--lang") => 3,
        Some(word) if word.starts_with("--lang=") => 2,
        _ => 1,
    };
    let is_help = words
        .get(at)
        .is_some_and(|it| it == "help" || it == "bantuan");
    if is_help {
        words.remove(at);
        words.push(OsString::from("--help"));
    }
    words
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
pub(super) fn tell(
    refusal: &clap::Error,
    typed: &[OsString],
    program: &Command,
    lang: Lang,
) -> ExitCode {
    match refusal.kind() {
        ErrorKind::DisplayHelp | ErrorKind::DisplayVersion => {
            // A closed pipe is no failure.
            let _ = write!(anstream::stdout().lock(), "{}", page(refusal, lang));
            return ExitCode::SUCCESS;
        }
        ErrorKind::DisplayHelpOnMissingArgumentOrSubcommand => {
            let _ = write!(anstream::stderr().lock(), "{}", page(refusal, lang));
            return ExitCode::from(2);
        }
        _ => {}
    }
    match problem(refusal, typed, program) {
        Some(problem) => error::show(&[problem], lang),
        None => {
            let _ = write!(anstream::stderr().lock(), "{}", refusal.render().ansi());
        }
    }
    ExitCode::from(2)
}

/// A page of help as it is printed.
fn page(refusal: &clap::Error, lang: Lang) -> String {
    let text = refusal.render().ansi().to_string();
    match lang {
        // The only word of the page that clap does not let us choose.
        Lang::Id => text.replace("[OPTIONS]", "[OPSI]"),
        Lang::En => text,
    }
}

fn words(refusal: &clap::Error, kind: ContextKind) -> Vec<String> {
    match refusal.get(kind) {
        Some(ContextValue::String(word)) => vec![word.clone()],
        Some(ContextValue::Strings(words)) => words.clone(),
        _ => Vec::new(),
    }
}

/// The command that was typed, as far as it is one.
fn command_typed<'a>(typed: &[OsString], program: &'a Command) -> (&'a Command, String) {
    let mut command = program;
    let mut path = "siap".to_owned();
    let words = typed.iter().skip(1).filter_map(|it| it.to_str());
    for word in words.take_while(|it| *it != "--") {
        if let Some(below) = command.find_subcommand(word) {
            command = below;
            path.push(' ');
            path.push_str(word);
        }
    }
    (command, path)
}

/// An option or argument without what stands behind it: `--format` of `--format <table|csv>`.
fn bare(argument: &str) -> &str {
    argument.split_whitespace().next().unwrap_or(argument)
}

/// What is wrong in our own words, where the kind of mistake is one we know.
fn problem(refusal: &clap::Error, typed: &[OsString], program: &Command) -> Option<Problem> {
    let first = |kind| words(refusal, kind).into_iter().next();
    let argument = || first(ContextKind::InvalidArg);
    let option = || argument().map(|it| bare(&it).to_owned());
    let value = || first(ContextKind::InvalidValue);
    let (command, path) = command_typed(typed, program);
    let sentence: Sentence = match refusal.kind() {
        ErrorKind::InvalidSubcommand => {
            say::unknown_command(first(ContextKind::InvalidSubcommand)?)
        }
        ErrorKind::UnknownArgument => say::unknown_option(argument()?),
        ErrorKind::InvalidValue => {
            let possible = siap::text::either(words(refusal, ContextKind::ValidValue));
            let given = value()?;
            if given.is_empty() {
                say::value_missing(argument()?)
            } else if !argument()?.starts_with('-') {
                say::unexpected_word(given, possible)
            } else {
                say::unexpected_value(given, option()?, possible)
            }
        }
        ErrorKind::ValueValidation => {
            let source = std::error::Error::source(refusal);
            match source.and_then(|it| it.downcast_ref::<BadValue>()) {
                Some(bad) => bad.0.clone(),
                None => say::value_not_understood(value()?, option()?),
            }
        }
        ErrorKind::MissingRequiredArgument => {
            let missing = words(refusal, ContextKind::InvalidArg);
            say::missing_words(&path, siap::text::list(missing))
        }
        ErrorKind::MissingSubcommand => {
            let possible = siap::text::list(words(refusal, ContextKind::ValidSubcommand));
            say::missing_words(&path, possible)
        }
        ErrorKind::InvalidUtf8 => say::argument_not_utf8(),
        ErrorKind::ArgumentConflict => conflict(refusal, &argument()?),
        _ => return None,
    };
    // Of clap's several suggestions for a command the first is the least near: ours is one.
    let near = match refusal.kind() {
        ErrorKind::InvalidSubcommand => {
            let names: Vec<String> = command
                .get_subcommands()
                .map(|it| it.get_name().to_owned())
                .collect();
            let word = first(ContextKind::InvalidSubcommand)?;
            let near = suggest(&word, names.iter().map(String::as_str)).map(str::to_owned);
            near.or_else(|| verb(&word).filter(|it| names.iter().any(|name| name == it)))
        }
        _ => first(ContextKind::SuggestedArg).or_else(|| first(ContextKind::SuggestedValue)),
    };
    // A value of our own has been told with what it may be.
    let is_told = std::error::Error::source(refusal).is_some_and(|it| it.is::<BadValue>());
    let wanted = argument().filter(|_| !is_told);
    let wanted = wanted.and_then(|it| wanted_by(refusal.kind(), (&path, &it)));
    Some(
        Problem::error(sentence)
            .maybe_help(near.map(say::did_you_mean))
            .maybe_help(wanted)
            .help(say::see_help(path)),
    )
}

/// Two options that exclude each other, or one that was given twice.
fn conflict(refusal: &clap::Error, argument: &str) -> Sentence {
    let others = words(refusal, ContextKind::PriorArg);
    let mut pair: Vec<&str> = others.iter().map(|it| bare(it)).collect();
    pair.push(bare(argument));
    pair.dedup();
    let is_input = |it: &&str| !it.starts_with('-');
    match *pair {
        [one] => say::used_twice(one),
        _ if pair.iter().any(is_input) && pair.contains(&"--matrix") => say::study_or_matrix(),
        _ => say::used_together(siap::text::list(pair.iter().map(|it| format!("`{it}`")))),
    }
}

/// Commands by the words in which people look for them.
const VERBS: [(&str, &str); 28] = [
    ("isi", "assess"),
    ("mandiri", "assess"),
    ("periksa", "check"),
    ("cek", "check"),
    ("ubah", "convert"),
    ("konversi", "convert"),
    ("skor", "score"),
    ("nilai", "score"),
    ("hitung", "score"),
    ("banding", "compare"),
    ("bandingkan", "compare"),
    ("peringkat", "compare"),
    ("rank", "compare"),
    ("bagan", "chart"),
    ("grafik", "chart"),
    ("gambar", "chart"),
    ("plot", "chart"),
    ("kerangka", "framework"),
    ("sumber", "sources"),
    ("matriks", "matrix"),
    ("tren", "trend"),
    ("reliabilitas", "reliability"),
    ("kesepakatan", "agree"),
    ("triangulasi", "triangulate"),
    ("formulir", "template"),
    ("templat", "template"),
    ("skema", "schema"),
    ("ketahanan", "robust"),
];

fn verb(word: &str) -> Option<String> {
    let word = word.to_lowercase();
    let found = VERBS.iter().find(|(theirs, _)| *theirs == word);
    found.map(|(_, ours)| (*ours).to_owned())
}

/// What stands for a value in the help, in the reader's language.
fn placeholder(name: &str, lang: Lang) -> String {
    const WORDS: [(&str, &str); 21] = [
        ("NUMBER", "ANGKA"),
        ("BAND", "PREDIKAT"),
        ("NODE", "SIMPUL"),
        ("STUDY", "STUDI"),
        ("FILE", "BERKAS"),
        ("HEADER", "JUDUL"),
        ("COLUMN", "KOLOM"),
        ("CODE", "KODE"),
        ("WORD", "KATA"),
        ("WAVE", "PERIODE"),
        ("STAGE", "TAHAP"),
        ("REGION", "WILAYAH"),
        ("PROVINCE", "PROVINSI"),
        ("FRAMEWORK", "KERANGKA"),
        ("INDICATOR", "INDIKATOR"),
        ("ITEM", "BUTIR"),
        ("COMMAND", "PERINTAH"),
        ("PROBABILITY", "PELUANG"),
        ("NAME", "NAMA"),
        ("PART", "BAGIAN"),
        ("FOLDER", "FOLDER"),
    ];
    if lang == Lang::En {
        return name.to_owned();
    }
    let mut out = String::new();
    for part in name.split_inclusive(|it: char| !it.is_ascii_uppercase()) {
        let (word, sign) = match part.char_indices().last() {
            Some((at, sign)) if !sign.is_ascii_uppercase() => part.split_at(at),
            _ => (part, ""),
        };
        let theirs = WORDS.iter().find(|(english, _)| *english == word);
        out.push_str(theirs.map_or(word, |(_, it)| it));
        out.push_str(sign);
    }
    out
}

/// What an option takes that cannot be listed.
fn wanted_by(kind: ErrorKind, (path, argument): (&str, &str)) -> Option<Sentence> {
    match (kind, bare(argument)) {
        (ErrorKind::ValueValidation, "--scale") => Some(say::scale_help()),
        (ErrorKind::ValueValidation, "--sample") => Some(say::sample_help()),
        (ErrorKind::ValueValidation, "--resamples") => Some(say::resamples_help()),
        (ErrorKind::ValueValidation, "--column") => Some(say::column_help()),
        (ErrorKind::ValueValidation, option @ ("--top" | "--bottom")) => {
            Some(say::whole_number_as(option))
        }
        (ErrorKind::ValueValidation, "--seed") => Some(say::whole_number_help()),
        (ErrorKind::MissingRequiredArgument, "--output" | "--region")
            if path.ends_with(" assess") =>
        {
            Some(say::guide_output_help())
        }
        (ErrorKind::MissingRequiredArgument, "--output") => Some(say::output_help()),
        _ => None,
    }
}
