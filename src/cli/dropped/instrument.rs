//! Which framework each file belongs to: said, found out, or asked.

use std::collections::{BTreeMap, BTreeSet};
use std::io::{self, Write as _};

use siap::framework::library;
use siap::problem::{Place, Problem};
use siap::study::{Belonging, Candidate};
use siap::text::{Lang, label, list, say, shown};

use crate::cli::context::Context;
use crate::cli::error::Refused;
use crate::cli::output::remark;
use crate::cli::world;

use super::ask;
use super::words::Dropped;

/// So many frameworks are offered; the rest stand behind one number more.
const MOST: usize = 9;

/// The id of the framework of each file.
///
/// Files that may belong to one framework together do. Where none fits them all, each file must belong to just
/// one.
///
/// # Errors
/// Files of which nothing is known, or of which several frameworks are left and nobody can be asked.
pub(super) fn owners(
    found: &[Belonging],
    dropped: &Dropped,
    context: Context,
) -> Result<BTreeMap<String, String>, Refused> {
    let is_open = |it: &&Belonging| it.named.is_empty() && !it.candidates.is_empty();
    let known: Vec<&Belonging> = found.iter().filter(is_open).collect();
    let names: Vec<&String> = found.iter().flat_map(|it| &it.named).collect();
    if known.is_empty() && names.is_empty() {
        return Err(nothing_known(found, dropped));
    }
    let mut owners = BTreeMap::new();
    let marked = |it: &&&Belonging| it.form.is_some() && it.candidates.len() == 1;
    let groups: Vec<Vec<&Belonging>> = match common(&known) {
        candidates if !candidates.is_empty() => vec![known.clone()],
        _ => apart(&known),
    };
    for group in groups {
        let candidates = common(&group);
        let names = list(group.iter().map(|it| format!("`{}`", shown(&it.file))));
        let id = match candidates.as_slice() {
            [only] => only.clone(),
            _ => choose(&candidates, &names, dropped, context)?,
        };
        let is_said = group.iter().all(|it| marked(&it));
        if !is_said {
            told(&id, context.lang);
        }
        owners.extend(group.iter().map(|it| (it.file.clone(), id.clone())));
    }
    // A file that cannot be read is told of beside the others; it has to belong somewhere.
    if let Some(first) = owners.values().next().or(names.first().copied()).cloned() {
        for it in found {
            owners
                .entry(it.file.clone())
                .or_insert_with(|| first.clone());
        }
    }
    Ok(owners)
}

/// The frameworks that all files may belong to, the likeliest for the first file first.
fn common(files: &[&Belonging]) -> Vec<String> {
    let has = |it: &Belonging, id: &str| it.candidates.iter().any(|found| found.id == id);
    let first = files.first().map_or(&[][..], |it| &it.candidates);
    let fits = |it: &&Candidate| files.iter().all(|file| has(file, &it.id));
    first.iter().filter(fits).map(|it| it.id.clone()).collect()
}

/// Files that no framework fits together: those that may belong to the same ones together.
fn apart<'b>(known: &[&'b Belonging]) -> Vec<Vec<&'b Belonging>> {
    let mut groups: Vec<(BTreeSet<&str>, Vec<&Belonging>)> = Vec::new();
    for it in known {
        let ids: BTreeSet<&str> = it.candidates.iter().map(|it| it.id.as_str()).collect();
        match groups.iter_mut().find(|(theirs, _)| *theirs == ids) {
            Some((_, files)) => files.push(it),
            None => groups.push((ids, vec![it])),
        }
    }
    groups.into_iter().map(|it| it.1).collect()
}

fn told(id: &str, lang: Lang) {
    if let Ok((framework, _)) = library::get(id) {
        let title = framework.title().get(lang);
        remark(&label::dropped_framework(lang, title, id));
    }
}

/// Why the files cannot be read at all, else that nothing built in knows what they are about.
fn nothing_known(found: &[Belonging], dropped: &Dropped) -> Refused {
    let unknown_mark = found.iter().filter_map(|it| {
        let form = it.form.as_ref().filter(|it| !it.framework.is_empty())?;
        let problem = Problem::error(say::dropped_mark_unknown(form.framework.as_str()));
        Some(problem.at(Place::file(&*it.file)))
    });
    let mut problems: Vec<Problem> = unknown_mark.collect();
    // What is wrong with a file whatever it is about is the nearer mistake.
    const OF_FRAMEWORK: [&str; 2] = ["no_columns", "no_indicator_column"];
    let of_files = found.iter().flat_map(|it| it.problems.iter());
    let of_files: Vec<Problem> = of_files.filter(|it| it.is_error()).cloned().collect();
    let is_near = |it: &Problem| !OF_FRAMEWORK.contains(&it.code);
    match problems.is_empty() && of_files.iter().any(is_near) {
        true => problems = of_files,
        false => {
            let help = say::dropped_no_framework_help(dropped.line_with("ID"));
            let problem = Problem::error(say::dropped_no_framework());
            let problem = match found.first() {
                Some(first) => problem.at(Place::file(&*first.file)),
                None => problem,
            };
            problems.push(problem.help(help));
        }
    }
    Refused(problems)
}

/// Asks on a terminal, by number; without one it is an error that shows what to type.
fn choose(
    ids: &[String],
    files: &str,
    dropped: &Dropped,
    context: Context,
) -> Result<String, Refused> {
    let refused = || {
        let mut ids_named = list(ids.iter().take(MOST).map(|it| format!("`{it}`")));
        if ids.len() > MOST {
            ids_named.push_str(", …");
        }
        let problem = Problem::error(say::dropped_several_frameworks(files, ids_named));
        let lines = ids.iter().take(MOST);
        let lines = lines.map(|id| say::dropped_several_frameworks_line(dropped.line_with(id)));
        Refused(vec![lines.fold(problem, Problem::help)])
    };
    if !world::is_terminal() {
        return Err(refused());
    }
    let lang = context.lang;
    let asked = || -> io::Result<Option<String>> {
        let mut out = io::stdout();
        writeln!(out, "{}", label::dropped_which(lang, files))?;
        by_number(ids, lang)
    };
    match asked() {
        Ok(Some(id)) => Ok(id),
        Ok(None) | Err(_) => Err(refused()),
    }
}

/// Lets one of some frameworks be chosen by number; behind the ninth number one for all that are built in.
pub(super) fn by_number(ids: &[String], lang: Lang) -> io::Result<Option<String>> {
    let all: Vec<String> = library::ids().map(str::to_owned).collect();
    let few = &ids[..ids.len().min(MOST)];
    let mut out = io::stdout();
    for (at, id) in few.iter().enumerate() {
        writeln!(out, "  {}  {}", at + 1, named(id, lang))?;
    }
    let other = few.len() + 1;
    writeln!(out, "  {other}  {}", label::offer_other(lang))?;
    let found = asked(other, |at| few.get(at - 1).cloned(), lang)?;
    match found {
        Some(Some(id)) => Ok(Some(id)),
        None => Ok(None),
        Some(None) => {
            writeln!(out, "\n{}", label::offer_all(lang))?;
            for (at, id) in all.iter().enumerate() {
                writeln!(out, "  {:2}  {}", at + 1, named(id, lang))?;
            }
            let found = asked(all.len(), |at| all.get(at - 1).cloned(), lang)?;
            Ok(found.flatten())
        }
    }
}

/// A number that is typed; nothing for Enter alone.
pub(super) fn asked<T>(
    most: usize,
    chosen: impl Fn(usize) -> T,
    lang: Lang,
) -> io::Result<Option<T>> {
    let mut input = io::stdin().lock();
    let sides: (&mut dyn io::BufRead, &mut dyn io::Write) = (&mut input, &mut io::stdout());
    ask::number(
        sides,
        label::offer_number(lang),
        most,
        chosen,
        |word, out| {
            let sentence = say::offer_not_a_choice(word).text;
            writeln!(out, "{}", sentence.get(lang))?;
            Ok(None)
        },
    )
}

/// `Title (id)`.
pub(super) fn named(id: &str, lang: Lang) -> String {
    match library::get(id) {
        Ok((framework, _)) => format!("{} ({id})", framework.title().get(lang)),
        Err(_) => id.to_owned(),
    }
}
