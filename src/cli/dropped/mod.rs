//! Files and folders without a command: what dropping them on the icon gives. Reads them, answers on the
//! screen, and writes the answer as a workbook beside them; with errors only the list of these.

mod ask;
mod instrument;
mod offer;
mod offices;
mod place;
mod words;

use std::process::ExitCode;

use siap::compare::newer;
use siap::problem::{Problem, Severity};
use siap::read;
use siap::read::form::{Asked, Form};
use siap::render::terminal;
use siap::study::{self, Files as _, Opened, Project, Request};
use siap::text::{folded, label, say};
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

use offices::{Dividable, New, WithNew};
use place::{Output, Place};

/// What is wrong with files of which no list is of use: there is nothing in them to mend.
const NOT_MENDED: [&str; 5] = [
    "workbook_is_result",
    "dropped_no_framework",
    "no_such_file",
    "lock_file",
    "dropped_several_frameworks",
];

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
    let files = WithNew::default();
    let framework = dropped.framework.as_deref();
    let (context, opened) = opened(&files, dropped, &request, context);
    let Read {
        forms,
        files: count,
        done,
    } = match opened {
        Ok((opened, forms)) => answered(opened, forms, (&files, framework, &place), context)?,
        Err(refused) => Read::refused(Forms::new(), refused),
    };
    let alone = forms.first().filter(|_| count == 1);
    let dividable = alone.and_then(|it| Dividable::of(&files, it, framework));
    let waiting = dividable
        .as_ref()
        .filter(|it| it.waits() && lacks_nothing(&done));
    if let Some(whole) = waiting {
        return whole.begin(context);
    }
    match done {
        Ok(answered) => {
            show(&answered, &forms, &place, context)?;
            if let Some(whole) = &dividable {
                whole.offer(context)?;
            }
            Ok(ExitCode::SUCCESS)
        }
        Err(Refused(problems)) => {
            let is_misuse = problems.iter().any(|it| it.is_misuse);
            let of_use = |it: &Problem| it.is_error() && !NOT_MENDED.contains(&it.code);
            if is_misuse || !problems.iter().any(of_use) {
                return Err(Refused(problems).into());
            }
            error::show(&problems, context.lang);
            list(&problems, &place, context)?;
            Ok(ExitCode::FAILURE)
        }
    }
}

/// Whether nothing is wrong with what was read but that nothing is answered.
fn lacks_nothing(done: &Result<Answered, Refused>) -> bool {
    let errors = done.as_ref().err().into_iter().flat_map(|it| &it.0);
    let mut errors = errors.filter(|it| it.is_error());
    errors.all(|it| it.code == "nothing_answered")
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
    files: &'a WithNew,
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

/// What came of what was dropped.
struct Read {
    forms: Forms,
    /// How many files of data there are.
    files: usize,
    done: Result<Answered, Refused>,
}

impl Read {
    fn refused(forms: Forms, refused: Refused) -> Self {
        Self {
            forms,
            files: 0,
            done: Err(refused),
        }
    }
}

/// All that was read, and the workbooks that were put together for it.
struct Answered {
    project: Project,
    wholes: Vec<(New, Output)>,
}

/// Reads and scores; what came back of offices is put into the whole that lies with it.
fn answered(
    mut opened: Opened<'_>,
    mut forms: Forms,
    (files, framework, place): (&WithNew, Option<&str>, &Place),
    context: Context,
) -> anyhow::Result<Read> {
    let found = match opened.is_study() {
        true => Vec::new(),
        false => match offices::together(&forms, framework) {
            Ok(found) => found,
            Err(refused) => return Ok(Read::refused(forms, refused)),
        },
    };
    let mut wholes = Vec::new();
    for new in found {
        let wanted = place.merged(&new.of[0], context.lang);
        let output = Output::of(&wanted, new.together.book.clone())?;
        let (name, bytes) = output.file();
        forms.retain(|it| !new.of.contains(&it.0));
        forms.extend(read::form(&bytes, &name).map(|it| (name.clone(), it)));
        opened.instead(&new.of, &name);
        files.hold((name, bytes));
        wholes.push((new, output));
    }
    let files = opened.files_of_data().count();
    let project = opened.load().map_err(Refused);
    Ok(Read {
        forms,
        files,
        done: project.map(|project| Answered { project, wholes }),
    })
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
    answered: &Answered,
    forms: &[(String, Form)],
    place: &Place,
    context: Context,
) -> anyhow::Result<()> {
    let lang = context.lang;
    let Answered { project, wholes } = answered;
    let mut outcomes = Vec::new();
    let mut warnings: Vec<Problem> = wholes.iter().flat_map(|it| it.0.warnings.clone()).collect();
    warnings.extend(project.warnings());
    for scored in &project.scored {
        let (mut said, doubt) = said_of(forms, scored.framework.id());
        if let ([(new, _)], [_]) = (&**wholes, &*project.scored) {
            said.not_back = new.together.missing().to_vec();
        }
        warnings.extend(doubt);
        let outcome = Outcome::of(scored, &project.scored, said, &Disk, lang).map_err(Refused)?;
        warnings.extend(outcome.warnings.iter().cloned());
        outcomes.push(outcome);
    }
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
    for (new, _) in wholes {
        new.together.tell(lang);
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
fn list(problems: &[Problem], place: &Place, context: Context) -> anyhow::Result<()> {
    let lang = context.lang;
    let mut listed: Vec<Problem> = problems.to_vec();
    // Warnings are told on the screen; what is to be mended are the errors.
    listed.retain(|it| it.severity == Severity::Error);
    let output = Output::of(&place.list(lang), to_mend(&listed, lang))?;
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
            remark(&label::dropped_kept(lang, old, output.name()));
        }
        remark(&label::written(lang, output.name()));
    }
    Ok(())
}

/// What the first pages of the workbooks of one framework say, and what is doubtful in that. Where one of them
/// is for readers outside, the result is: too little told can be told later.
fn said_of(forms: &[(String, Form)], framework: &str) -> (Said, Option<Problem>) {
    let mine = || {
        let of = forms.iter().map(|it| &it.1);
        of.filter(|it| it.framework == framework)
    };
    // What is aimed at now stands on the page of the newest round.
    let newest = mine()
        .map(|it| it.answer(Asked::Wave))
        .max_by(|a, b| newer(*a, *b));
    let now = || mine().filter(|it| Some(it.answer(Asked::Wave)) == newest);
    let first = |asked| now().find_map(|it| it.answers.get(&asked));
    let mut audiences = mine().filter_map(|it| it.answer(Asked::Audience));
    let target = first(Asked::Target).cloned();
    let mut targets = now().filter_map(|it| it.answers.get(&Asked::Target));
    let differs = target.as_ref().and_then(|(one, _)| {
        let (other, place) = targets.find(|it| folded(&it.0) != folded(one))?;
        let sentence = say::targets_differ(one.as_str(), other.as_str());
        Some(Problem::warning(sentence).at(place.clone()))
    });
    let said = Said {
        target: target.filter(|_| differs.is_none()),
        deadline: first(Asked::Deadline).map(|it| it.0.clone()),
        is_public: audiences.any(Said::means_public),
        not_back: Vec::new(),
    };
    (said, differs)
}
