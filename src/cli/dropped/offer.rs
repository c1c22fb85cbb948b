//! The program alone on a terminal, as a double click starts it: an empty form by number, or a file that is
//! dropped on the window.

use std::io::{self, Write as _};
use std::path::Path;
use std::process::ExitCode;

use siap::framework::{Standing, library};
use siap::study::{Files as _, below, slashes};
use siap::text::{Lang, label, say};

use crate::cli::context::Context;
use crate::cli::error::Refused;
use crate::cli::files::{self, Disk};
use crate::cli::{template, welcome, world};

use super::instrument::{by_number, named};
use super::words::Dropped;
use super::{ask, run};

/// The forms that are asked for most.
const FORMS: [&str; 3] = ["pemdi-2026", "spbe-2020", "skm"];

/// What was answered.
enum Wanted {
    /// The form with this number.
    Form(usize),
    /// What is called so.
    Path(String),
    /// The other language.
    Lang(Lang),
}

/// Says what the program is for, and does what is answered; with nothing the greeting.
pub(crate) fn offer(context: Context) -> anyhow::Result<ExitCode> {
    let lang = context.lang;
    let mut out = io::stdout();
    writeln!(out, "{}", label::offer_intro(lang))?;
    for (at, id) in FORMS.iter().enumerate() {
        writeln!(out, "  {}  {}", at + 1, named(id, lang))?;
    }
    let other = FORMS.len() + 1;
    writeln!(out, "  {other}  {}\n", label::offer_other(lang))?;
    writeln!(out, "{}\n", label::offer_language(lang))?;
    let taken = |word: &str, out: &mut dyn io::Write| -> io::Result<Option<Wanted>> {
        // Two letters of a tag are no name that somebody gives to a file without an ending.
        if let Some(other) = Lang::from_tag(word).filter(|_| word.len() == 2) {
            return Ok(Some(Wanted::Lang(other)));
        }
        let path = ask::path_typed(word, cfg!(windows));
        if Disk.exists(&path) {
            return Ok(Some(Wanted::Path(path)));
        }
        let sentence = say::offer_not_a_choice(word).text;
        writeln!(out, "{}", sentence.get(lang))?;
        Ok(None)
    };
    let found = {
        let mut input = io::stdin().lock();
        let sides: (&mut dyn io::BufRead, &mut dyn io::Write) = (&mut input, &mut io::stdout());
        ask::number(sides, label::offer_prompt(lang), other, Wanted::Form, taken)?
    };
    let chosen = match found {
        None => {
            welcome::run(context)?;
            None
        }
        Some(Wanted::Lang(lang)) => {
            return offer(Context {
                lang,
                fixed: true,
                ..context
            });
        }
        Some(Wanted::Path(path)) => {
            let dropped = Dropped {
                inputs: vec![path],
                framework: None,
            };
            return run(&dropped, context);
        }
        Some(Wanted::Form(at)) => match FORMS.get(at - 1) {
            Some(id) => Some((*id).to_owned()),
            None => rest(lang)?,
        },
    };
    if let Some(id) = chosen {
        form(&id, context)?;
    }
    Ok(ExitCode::SUCCESS)
}

/// One of the frameworks beside those that stand first.
fn rest(lang: Lang) -> io::Result<Option<String>> {
    let others = library::ids().filter(|id| !FORMS.contains(id));
    let mut others: Vec<String> = others.map(str::to_owned).collect();
    // Official instruments are asked for more than those of papers.
    let is_own = |id: &str| {
        let found = library::get(id);
        found.is_ok_and(|(it, _)| it.standing() == Standing::Own)
    };
    others.sort_by_cached_key(|id| is_own(id));
    by_number(&others, lang)
}

/// Writes an empty form beside the program, else into the folder we stand in; never over another file.
fn form(id: &str, context: Context) -> anyhow::Result<()> {
    let (framework, _) = library::get(id).map_err(Refused)?;
    let (ending, bytes) = template::empty_form(&framework, context.lang)?;
    let stem = format!("{}-{id}", label::offer_stem(context.lang));
    let name = |folder: &str| free(folder, &stem, ending);
    let beside = world::folder_of_program();
    let beside = beside.map(|it| name(&slashes(&it.to_string_lossy())));
    let beside = beside.filter(|it| files::can_be_written(it).is_ok());
    let name = beside.unwrap_or_else(|| name("."));
    files::write_all(None, &[(name.clone(), bytes)])?;
    let mut out = io::stdout();
    writeln!(
        out,
        "\n{}",
        label::offer_written(context.lang, name.as_str())
    )?;
    Ok(())
}

/// The first name of a form under which nothing stands.
fn free(folder: &str, stem: &str, ending: &str) -> String {
    let name = |at: usize| match at {
        1 => below(folder, &format!("{stem}.{ending}")),
        _ => below(folder, &format!("{stem}-{at}.{ending}")),
    };
    let mut all = (1..).map(name);
    let found = all.find(|it| !Path::new(it).exists());
    found.unwrap_or_default()
}
