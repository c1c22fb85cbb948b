//! Files and folders without a command: what dropping them on the icon gives. Reads them, answers on the
//! screen, and writes the answer as a workbook beside them; with errors only the list of these.

mod ask;
mod instrument;
mod offer;
mod offices;
mod place;
mod said;
mod words;

use std::process::ExitCode;

use siap::problem::Problem;
use siap::read;
use siap::read::form::{Asked, Form, Kind};
use siap::render::terminal;
use siap::study::{self, Files as _, Opened, Project, Request};
use siap::text::{label, list as list_of, say};
use siap::view::book::Book;
use siap::view::outcome::{Outcome, Said, to_mend};
use siap::view::report::Detail;

use super::context::Context;
use super::error::{self, Refused};
use super::files::{self, Disk};
use super::output::{remark, write};
use super::{kept, world};

pub(super) use ask::hold;
pub(super) use offer::offer;
pub(super) use words::{Dropped, dropped};

use offices::{Dividable, PutTogether, WithUnwritten};
use place::{Output, Place};
use said::{
    is_public, newest, of_all_other_rounds, of_other_rounds, senders, told_of_strangers,
    without_commands,
};

/// What is wrong with files of which no list is of use: there is nothing in them to mend.
const NOT_MENDED: [&str; 5] = [
    "workbook_is_result",
    "dropped_no_framework",
    "no_such_file",
    "lock_file",
    "dropped_several_frameworks",
];

/// Warnings that keep a form from being compared with the others, or from being known for whose it is.
const OF_SENDERS: [&str; 2] = ["form_of_other_round", "unknown_regions"];

/// Answers what the files say.
///
/// # Errors
/// What is wrong with them and stands in no list: that they are not there, or cannot be written beside.
pub(super) fn run(dropped: &Dropped, context: Context) -> anyhow::Result<ExitCode> {
    for name in &dropped.inputs {
        let is_pattern = name.contains(['*', '?', '[']);
        if !Disk.exists(name) && !is_pattern {
            return Err(missing(name).into());
        }
    }
    let request = dropped.request();
    let place = Place::of(&dropped.inputs);
    let files = WithUnwritten::default();
    let (context, opened) = opened(&files, dropped, &request, context);
    let mut forms = Forms::new();
    let done = match opened {
        Ok(all) => {
            forms.clone_from(&all.1);
            answered(all, &files, (dropped, &place), context)?
        }
        Err(refused) => Err(refused),
    };
    let Refused(problems) = match done {
        Ok(code) => return Ok(code),
        Err(refused) => refused,
    };
    let is_misuse = problems.iter().any(|it| it.is_misuse);
    let of_use = |it: &Problem| it.is_error() && !NOT_MENDED.contains(&it.code);
    if is_misuse || !problems.iter().any(of_use) {
        return Err(Refused(problems).into());
    }
    let mut problems = told_of_strangers(problems, &forms);
    // Whoever has to mend something hears at once that the year is another than that of the others.
    problems.extend(of_all_other_rounds(&forms));
    let mut problems = without_commands(problems, &forms);
    error::show(&problems, context.lang);
    // Other warnings are told on the screen; what is to be mended are the errors, and whose a form is.
    problems.retain(|it| it.is_error() || OF_SENDERS.contains(&it.code));
    let output = to_mend(&problems, &senders(&forms), context.lang);
    list(output, &place, context)?;
    Ok(ExitCode::FAILURE)
}

/// That there is nothing called so: with the nearest name of its folder, and that commands exist.
fn missing(name: &str) -> Refused {
    let found = Disk.read(name).err().unwrap_or_default();
    let help = found.into_iter().flat_map(|it| it.help);
    let mut problem = Problem::error(say::dropped_no_such_file(name));
    problem.help.extend(help);
    Refused(vec![problem.help(say::dropped_commands())])
}

/// The workbooks among what was dropped, each with what it says of itself.
type Forms = Vec<(String, Form)>;

/// Opens what was dropped, and finds out under which frameworks it is read.
fn opened<'a>(
    files: &'a WithUnwritten,
    dropped: &Dropped,
    request: &'a Request,
    context: Context,
) -> (Context, Result<(Opened<'a>, Forms), Refused>) {
    let mut opened = match study::open(files, request) {
        Ok(opened) => opened,
        Err(problems) => return (context, Err(Refused(problems))),
    };
    let context = context.with_study(opened.language());
    if opened.names_frameworks() {
        let forms = opened.forms();
        return (in_language_of(&forms, context), Ok((opened, forms)));
    }
    match chosen(&mut opened, dropped, context) {
        Ok((context, forms)) => (context, Ok((opened, forms))),
        Err((context, refused)) => (context, Err(refused)),
    }
}

/// Reads, scores and answers; what came back of offices is put into the whole that lies with it.
///
/// # Errors
/// What cannot be shown or written; what is wrong with the files is what it gives.
fn answered(
    (mut opened, mut forms): (Opened<'_>, Forms),
    files: &WithUnwritten,
    (dropped, place): (&Dropped, &Place),
    context: Context,
) -> anyhow::Result<Result<ExitCode, Refused>> {
    let framework = dropped.framework.as_deref();
    // A study says itself what is read, and corrections name the cells of the files that lie there.
    let is_free = opened.study_file().is_none() && !opened.has_corrections();
    let found = match is_free {
        true => offices::put_together(&forms, framework),
        false => Ok(Vec::new()),
    };
    let wholes = match found {
        Ok(found) => found,
        Err(refused) => return Ok(Err(refused)),
    };
    let everyone = forms.clone();
    let files_read: Vec<String> = opened.files_of_data().map(str::to_owned).collect();
    let mut outputs: Vec<Output> = Vec::new();
    for it in &wholes {
        let wanted = place.merged(&it.of[0], context.lang);
        let taken = files_read.iter().map(String::as_str);
        let taken: Vec<&str> = taken.chain(outputs.iter().map(Output::name)).collect();
        let output = Output::form(&wanted, it.together.book.clone(), &taken)?;
        let (name, bytes) = output.file();
        forms.retain(|form| !it.of.contains(&form.0));
        forms.extend(read::form(&bytes, &name).map(|it| (name.clone(), it)));
        opened.read_instead(&it.of, &name);
        files.hold((name, bytes));
        outputs.push(output);
    }
    let count = opened.files_of_data().count();
    let loaded = opened.load();
    let is_unanswered = is_only_unanswered(&loaded);
    let is_empty = wholes.iter().all(|it| it.together.is_empty);
    if is_unanswered && is_empty && !wholes.is_empty() && count == wholes.len() {
        remark(label::dropped_all_empty(context.lang));
        return Ok(Ok(ExitCode::FAILURE));
    }
    let is_alone = count == 1 && wholes.is_empty() && is_free;
    let dividable = match forms.first().filter(|_| is_alone) {
        Some(form) => match Dividable::of(form, framework) {
            Ok(found) => found,
            // A sheet whose headings are gone looks empty.
            Err(Refused(problems)) if is_unanswered && problems.iter().any(is_of_heading) => {
                return Ok(Err(Refused(problems)));
            }
            Err(_) => None,
        },
        None => None,
    };
    if let Some(whole) = dividable.as_ref().filter(|it| is_unanswered && it.waits()) {
        let mut told = match loaded {
            Ok(project) => project.warnings(),
            Err(problems) => problems,
        };
        told.retain(|it| !it.is_error());
        return Ok(Ok(whole.begin(&told, context)?));
    }
    let project = match loaded {
        Ok(project) => project,
        Err(problems) => return Ok(Err(blamed(problems, &wholes, &outputs))),
    };
    let wholes: Vec<(PutTogether, Output)> = wholes.into_iter().zip(outputs).collect();
    show(&project, &wholes, [&forms, &everyone], (place, context))?;
    let parts = forms.iter().filter(|it| it.1.kind == Kind::Part);
    let offices: Vec<&str> = parts.filter_map(|it| it.1.answer(Asked::Office)).collect();
    if !offices.is_empty() && !is_public(&everyone) {
        remark(&label::dropped_parts_alone(context.lang, list_of(offices)));
    }
    if let Some(whole) = &dividable {
        whole.offer(context)?;
    }
    Ok(Ok(ExitCode::SUCCESS))
}

fn is_of_heading(problem: &Problem) -> bool {
    problem.code == "form_heading_gone"
}

/// Whether nothing is wrong with what was read but that nothing is answered.
fn is_only_unanswered<T>(loaded: &Result<T, Vec<Problem>>) -> bool {
    let mut errors = loaded.as_ref().err().into_iter().flatten();
    errors.all(|it| !it.is_error() || it.code == "nothing_answered")
}

/// What is wrong, at cells of files that are there: not of a workbook that was put together and is not written.
fn blamed(problems: Vec<Problem>, wholes: &[PutTogether], outputs: &[Output]) -> Refused {
    let mut out = Vec::new();
    for (whole, output) in wholes.iter().zip(outputs) {
        let is_mine = |it: &&Problem| it.place.as_ref().is_some_and(|it| it.file == output.name());
        let mine: Vec<&Problem> = problems.iter().filter(is_mine).collect();
        if mine.iter().any(|it| it.is_error()) {
            out.extend(whole.blamed().unwrap_or_else(|refused| refused.0));
        }
    }
    let is_unwritten = |it: &Problem| {
        let file = it.place.as_ref().map(|it| &*it.file);
        outputs.iter().any(|output| file == Some(output.name()))
    };
    match out.is_empty() {
        true => Refused(problems),
        false => {
            out.extend(problems.into_iter().filter(|it| !is_unwritten(it)));
            Refused(out)
        }
    }
}

/// Where nobody chose a language, that of the form that was filled in.
fn in_language_of(forms: &[(String, Form)], context: Context) -> Context {
    let lang = forms.iter().find_map(|(_, form)| form.lang);
    context.with_study(lang)
}

type Chosen = (Context, Forms);

/// Finds out which frameworks the files belong to.
fn chosen(
    opened: &mut Opened<'_>,
    dropped: &Dropped,
    context: Context,
) -> Result<Chosen, (Context, Refused)> {
    let found = opened.belonging();
    let forms: Vec<(String, Form)> = found
        .iter()
        .filter_map(|it| Some((it.file.clone(), it.form.clone()?)))
        .collect();
    let context = in_language_of(&forms, context);
    match instrument::owners(&found, dropped, context) {
        Ok(owners) => {
            let named = found.into_iter().flat_map(|it| it.named).collect();
            opened.belong(owners, &named);
            Ok((context, forms))
        }
        Err(refused) => Err((context, refused)),
    }
}

/// Shows the answers, and writes them beside what was read.
fn show(
    project: &Project,
    wholes: &[(PutTogether, Output)],
    [forms, everyone]: [&[(String, Form)]; 2],
    (place, context): (&Place, Context),
) -> anyhow::Result<()> {
    let lang = context.lang;
    let mut outcomes = Vec::new();
    let mut warnings: Vec<Problem> = wholes.iter().flat_map(|it| it.0.warnings.clone()).collect();
    warnings.extend(project.warnings());
    for scored in &project.scored {
        let id = scored.framework.id();
        let (wave, said, doubt) = newest(forms, id);
        // Of last year nobody waits for anything.
        let awaited = wholes.iter().map(|it| &it.0);
        let awaited = awaited.filter(|it| it.framework.eq_ignore_ascii_case(id) && it.wave == wave);
        let said = Said {
            not_back: awaited.flat_map(|it| it.together.missing.clone()).collect(),
            is_public: is_public(everyone),
            ..said
        };
        warnings.extend(doubt);
        warnings.extend(of_other_rounds(forms, id));
        let outcome = Outcome::of(scored, &project.scored, said, &Disk, lang).map_err(Refused)?;
        warnings.extend(outcome.warnings.iter().cloned());
        outcomes.push(outcome);
    }
    let warnings = without_commands(warnings, everyone);
    error::show(&warnings, lang);
    let width = world::width().unwrap_or(terminal::DEFAULT_WIDTH);
    for outcome in &outcomes {
        let document = outcome.document(Detail::Brief);
        let text = terminal::render(&document, width, world::colours());
        write(None, format!("{text}\n"), context)?;
    }
    let several = outcomes.len() > 1;
    let mut outputs = Vec::new();
    for outcome in &outcomes {
        let id = outcome.scored.framework.id();
        let name = place.result(several.then_some(id), lang);
        outputs.push(Output::of(&name, outcome.book(&warnings))?);
    }
    for (it, _) in wholes.iter().filter(|_| !is_public(everyone)) {
        it.together.tell(lang);
    }
    let merged = wholes.iter().map(|it| &it.1);
    deliver(merged.chain(&outputs), place, context)?;
    let stale = place.list(lang);
    if Disk.exists(&stale) {
        remark(&label::dropped_stale(lang, stale.as_str()));
    }
    Ok(())
}

/// Writes the list of what is to be mended, and nothing else.
fn list(book: Book, place: &Place, context: Context) -> anyhow::Result<()> {
    let lang = context.lang;
    let output = Output::of(&place.list(lang), book)?;
    let name = output.name().to_owned();
    deliver([&output].into_iter(), place, context)?;
    remark(&label::dropped_list(lang, name.as_str()));
    let stale = place.result(None, lang);
    if Disk.exists(&stale) {
        remark(&label::dropped_stale(lang, stale.as_str()));
    }
    Ok(())
}

/// Writes workbooks of results: over their own former ones, never over what somebody changed.
fn deliver<'a>(
    outputs: impl Iterator<Item = &'a Output> + Clone,
    place: &Place,
    context: Context,
) -> anyhow::Result<()> {
    let lang = context.lang;
    kept::may_be_written(outputs.clone().map(Output::name))?;
    let all: Vec<(String, Vec<u8>)> = outputs.clone().map(Output::file).collect();
    files::write_all(Some(&place.folder(lang)), &all)?;
    for output in outputs {
        if let Some(old) = output.kept() {
            remark(&match output.is_form() {
                true => label::dropped_kept_merged(lang, old, output.name()),
                false => label::dropped_kept(lang, old, output.name()),
            });
        }
        remark(&label::written(lang, output.name()));
    }
    Ok(())
}
