//! What is typed, or put on the command line by a desktop, when files stand where a command would.

use std::ffi::OsString;
use std::path::Path;

use siap::problem::Problem;
use siap::study::{Files as _, Request};
use siap::text::{say, shell_word};

use crate::cli::error::Refused;
use crate::cli::files::Disk;

/// Files and folders without a command.
#[derive(Debug, Default)]
pub(crate) struct Dropped {
    /// Files, folders, patterns.
    pub(crate) inputs: Vec<String>,
    /// The framework that was named.
    pub(crate) framework: Option<String>,
}

impl Dropped {
    /// What is asked of the library.
    pub(super) fn request(&self) -> Request {
        Request {
            inputs: self.inputs.clone(),
            framework: self.framework.clone(),
            ..Request::default()
        }
    }

    /// The line to type to name the framework of these files.
    pub(super) fn line_with(&self, framework: &str) -> String {
        let mut words = vec!["siap".to_owned()];
        words.extend(self.inputs.iter().map(|it| shell_word(it).to_string()));
        words.extend(["-f".to_owned(), framework.to_owned()]);
        words.join(" ")
    }
}

/// Endings of files that hold tables, or are taken for such.
const ENDINGS: [&str; 10] = [
    "csv", "tsv", "txt", "xlsx", "xlsm", "xls", "xlsb", "ods", "toml", "zip",
];

/// Whether a word is a path: something is called so, it names a folder, or it ends like a table.
fn is_path(word: &str) -> bool {
    let ending = Path::new(word).extension();
    let ending = ending.map(|it| it.to_string_lossy().to_ascii_lowercase());
    let is_table = ending.is_some_and(|it| ENDINGS.contains(&&*it));
    is_table || word.contains(['/', '\\']) || (word != "-" && Disk.exists(word))
}

/// What was dropped, where the first word that is no option is no command but a path.
///
/// # Errors
/// An option that belongs to a command.
pub(crate) fn dropped(
    words: &[OsString],
    program: &clap::Command,
) -> Result<Option<Dropped>, Refused> {
    let Some(words) = words
        .iter()
        .skip(1)
        .map(|it| it.to_str())
        .collect::<Option<Vec<&str>>>()
    else {
        return Ok(None);
    };
    let mut out = Dropped::default();
    let mut others: Vec<&str> = Vec::new();
    let mut wanting: Option<&str> = None;
    let mut all = words.iter().copied();
    let mut only_names = false;
    while let Some(word) = all.next() {
        match word {
            "--" if !only_names => only_names = true,
            _ if only_names => out.inputs.push(word.to_owned()),
            // Help and version are asked of the program.
            "-h" | "--help" | "-V" | "--version" => return Ok(None),
            "--lang" => _ = all.next(),
            "-f" | "--framework" => match all.next() {
                Some(name) => out.framework = Some(name.to_owned()),
                None => wanting = Some(word),
            },
            _ if word.starts_with("--lang=") => {}
            _ if word.starts_with("--framework=") => {
                out.framework = word.split_once('=').map(|it| it.1.to_owned());
            }
            _ if word.len() > 1 && word.starts_with('-') => others.push(word),
            _ => {
                let is_first = out.inputs.is_empty();
                if is_first && (program.find_subcommand(word).is_some() || !is_path(word)) {
                    return Ok(None);
                }
                out.inputs.push(word.to_owned());
            }
        }
    }
    if out.inputs.is_empty() {
        return Ok(None);
    }
    if let Some(option) = wanting {
        return Err(Refused::misuse(say::dropped_option_value(option)));
    }
    match others.first() {
        None => Ok(Some(out)),
        Some(option) => {
            let line: Vec<String> = words.iter().map(|it| shell_word(it).to_string()).collect();
            let problem = Problem::misuse(say::dropped_option(*option));
            let help = say::dropped_option_help(format!("siap score {}", line.join(" ")));
            Err(Refused(vec![
                problem.help(help).help(say::dropped_commands()),
            ]))
        }
    }
}
