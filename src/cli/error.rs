//! Tells problems in one shape, adds the hints that name a flag, and picks the exit status.

use std::collections::HashMap;
use std::fmt;
use std::io::Write as _;
use std::process::ExitCode;
use std::sync::OnceLock;

use annotate_snippets::{AnnotationKind, Group, Level, Renderer, Snippet};
use siap::problem::{Place, Problem, Severity, Spot};
use siap::render::clean_text;
use siap::text::{Lang, Sentence, Text, label, list, say};

use super::world;

/// How many problems are shown one by one.
const SHOWN: usize = 20;
/// How many warnings are: they stand above an answer, which they must not push off the screen.
const WARNINGS_SHOWN: usize = 8;
/// How many warnings of one kind are, where they differ only in a word.
const OF_ONE_KIND: usize = 3;
/// How many places of one problem are named.
const PLACES: usize = 3;

/// Whether every problem is told, and whether the command has an option that asks for it.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Fullness {
    /// `--full` was given.
    pub(super) asked: bool,
    /// The command takes `--full`.
    pub(super) possible: bool,
}

/// Set once, before the command runs: what tells a problem knows nothing of arguments.
static FULLNESS: OnceLock<Fullness> = OnceLock::new();

/// Says whether every problem of this run is told.
pub(super) fn set_fullness(fullness: Fullness) {
    FULLNESS.get_or_init(|| fullness);
}

fn fullness() -> Fullness {
    FULLNESS.get().copied().unwrap_or_default()
}

/// Problems that made a command fail.
#[derive(Debug)]
pub(super) struct Refused(pub(super) Vec<Problem>);

impl fmt::Display for Refused {
    fn fmt(&self, to: &mut fmt::Formatter) -> fmt::Result {
        for problem in &self.0 {
            writeln!(to, "{}", problem.message.get(Lang::En))?;
        }
        Ok(())
    }
}

impl std::error::Error for Refused {}

impl From<Box<Problem>> for Refused {
    fn from(problem: Box<Problem>) -> Self {
        Self(vec![*problem])
    }
}

impl From<Vec<Problem>> for Refused {
    fn from(problems: Vec<Problem>) -> Self {
        Self(problems)
    }
}

impl Refused {
    /// One problem without a place.
    pub(super) fn one(sentence: Sentence) -> Self {
        Self(vec![Problem::error(sentence)])
    }

    /// One piece of wrong usage.
    pub(super) fn misuse(sentence: Sentence) -> Self {
        Self(vec![Problem::misuse(sentence)])
    }
}

/// The exit status of a command that failed with `problems`: 2 where all of them are wrong usage, 1
/// where anything else is wrong.
fn status(problems: &[Problem]) -> u8 {
    let mut errors = problems.iter().filter(|it| it.is_error()).peekable();
    match errors.peek().is_some() && errors.all(|it| it.is_misuse) {
        true => 2,
        false => 1,
    }
}

/// Tells why a command failed and returns the exit status.
pub(super) fn tell(failure: &anyhow::Error, lang: Lang) -> ExitCode {
    if is_broken_pipe(failure) {
        return ExitCode::SUCCESS;
    }
    let problems = match failure.downcast_ref::<Refused>() {
        Some(Refused(problems)) => problems,
        None => {
            let why = match failure.downcast_ref::<std::io::Error>() {
                Some(error) => label::system(error).get(lang).to_owned(),
                None => format!("{failure:#}"),
            };
            let mut err = anstream::stderr().lock();
            let _ = writeln!(err, "{}: {why}", label::error_word(lang));
            return ExitCode::FAILURE;
        }
    };
    show(problems, lang);
    ExitCode::from(status(problems))
}

/// A reader such as `head` that closed early is no failure.
fn is_broken_pipe(failure: &anyhow::Error) -> bool {
    failure.chain().any(|cause| {
        cause
            .downcast_ref::<std::io::Error>()
            .is_some_and(|it| it.kind() == std::io::ErrorKind::BrokenPipe)
    })
}

/// Writes problems to standard error: errors first, each in the order of files and places. The same
/// problem in several places is told once, with its first places and their count; what is beyond the
/// first of a long list is counted, unless `--full` asks for all.
pub(super) fn show(problems: &[Problem], lang: Lang) {
    let full = fullness();
    let told = Told::of(problems);
    let shown = if full.asked {
        (0..told.len()).collect()
    } else {
        first_of(&told)
    };
    let mut err = anstream::stderr().lock();
    for at in &shown {
        let problem = told[*at].problem(full.asked);
        // Nobody listens to a closed standard error: there is nobody left to tell.
        let _ = writeln!(err, "{}\n", rendered(&problem, lang));
    }
    if told.len() > shown.len() {
        let count = told.len() - shown.len();
        let more = match full.possible {
            true => label::more_problems_full(lang, count),
            false => label::more_problems(lang, count),
        };
        let _ = writeln!(err, "{more}\n");
    }
}

/// One problem and the other places where it stands as well.
struct Told<'a> {
    first: &'a Problem,
    places: Vec<&'a Place>,
    /// Other occurrences, with a place or without.
    more: usize,
}

impl<'a> Told<'a> {
    /// All problems in the order in which they are told.
    fn of(problems: &'a [Problem]) -> Vec<Self> {
        // Files, and of workbooks their sheets, in the order in which they are met.
        let mut files: Vec<(&str, &str)> = Vec::new();
        let mut number = |place: &'a Place| {
            let sheet = match &place.spot {
                Spot::Cell { sheet, .. } => sheet.as_str(),
                Spot::Text { .. } | Spot::Whole => "",
            };
            let table = (place.file.as_str(), sheet);
            match files.iter().position(|it| *it == table) {
                Some(at) => at + 1,
                None => {
                    files.push(table);
                    files.len()
                }
            }
        };
        let mut ordered: Vec<(Position, &Problem)> = problems
            .iter()
            .map(|it| {
                let file = it.place.as_ref().map_or(0, &mut number);
                (Position::of(it, file), it)
            })
            .collect();
        ordered.sort_by_key(|(position, _)| *position);
        let mut out: Vec<Self> = Vec::new();
        // What would mend it belongs to it: with another help it is another problem.
        let mut known: HashMap<(Severity, &str, &Text, &[Text]), usize> = HashMap::new();
        for (_, problem) in ordered {
            let key = (
                problem.severity,
                problem.code,
                &problem.message,
                problem.help.as_slice(),
            );
            if let Some(first) = known.get(&key) {
                let first: &mut Self = &mut out[*first];
                first.more += 1;
                first.places.extend(&problem.place);
            } else {
                known.insert(key, out.len());
                out.push(Self {
                    first: problem,
                    places: Vec::new(),
                    more: 0,
                });
            }
        }
        out
    }

    /// The problem with a line that names its further places, `all` of them or the first.
    fn problem(&self, all: bool) -> Problem {
        let problem = self.first.clone();
        if self.more == 0 {
            return problem;
        }
        let most = if all { usize::MAX } else { PLACES - 1 };
        // Another file has another sender: each is named before a second place in one of them.
        let mut files = vec![problem.place.as_ref().map(|it| &*it.file)];
        let (firsts, others): (Vec<&Place>, Vec<&Place>) = self.places.iter().partition(|it| {
            let file = Some(&*it.file);
            let is_new = !files.contains(&file);
            files.extend(is_new.then_some(file));
            is_new
        });
        let ordered = firsts.into_iter().chain(others);
        let named: Vec<String> = ordered.take(most).map(Place::short).collect();
        problem.help(match (named.as_slice(), self.more - named.len()) {
            ([], more) => say::also_elsewhere(more),
            (named, 0) => say::also_at(list(named)),
            (named, more) => say::also_at_and_elsewhere(list(named), more),
        })
    }
}

/// Where a problem stands among all: severity, file, line or row, column.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
struct Position(u8, usize, usize, usize);

impl Position {
    fn of(problem: &Problem, file: usize) -> Self {
        let severity = match problem.severity {
            Severity::Error => 0,
            Severity::Warning => 1,
        };
        let (line, column) = match problem.place.as_ref().map(|it| &it.spot) {
            Some(Spot::Text { line, column, .. }) => (*line, *column),
            Some(Spot::Cell { cell, .. }) => {
                let row = cell.trim_start_matches(|it: char| it.is_ascii_alphabetic());
                (row.parse().unwrap_or(0), cell.len() - row.len())
            }
            Some(Spot::Whole) | None => (0, 0),
        };
        Self(severity, file, line, column)
    }
}

/// The positions of those that are shown where not all are.
fn first_of(told: &[Told]) -> Vec<usize> {
    let mut of_kind: HashMap<&str, usize> = HashMap::new();
    let mut warnings = 0;
    let mut out = Vec::new();
    for (at, it) in told.iter().enumerate() {
        if out.len() == SHOWN {
            break;
        }
        if !it.first.is_error() {
            let same = of_kind.entry(it.first.code).or_default();
            *same += 1;
            if *same > OF_ONE_KIND || warnings == WARNINGS_SHOWN {
                continue;
            }
            warnings += 1;
        }
        out.push(at);
    }
    out
}

/// The flag that mends a problem, where there is one.
fn hint(problem: &Problem) -> Option<Sentence> {
    match problem.code {
        "no_framework_named" => Some(say::hint_framework()),
        "responses_word" => Some(say::hint_responses_by()),
        "no_questionnaire_items" => Some(say::hint_responses()),
        _ => None,
    }
}

fn rendered(problem: &Problem, lang: Lang) -> String {
    let (level, word) = match problem.severity {
        Severity::Error => (Level::ERROR, label::error_word(lang)),
        Severity::Warning => (Level::WARNING, label::warning_word(lang)),
    };
    let message = clean_text(problem.message.get(lang), false);
    let file = problem
        .place
        .as_ref()
        .map(|place| clean_text(&place.file, false));
    let mut group = Group::with_title(level.with_name(word).primary_title(message));
    if let (Some(place), Some(file)) = (&problem.place, file) {
        group = match &place.spot {
            Spot::Text {
                line,
                column,
                width,
                excerpt,
            } => {
                let (excerpt, start, end) = window(excerpt, *column, *width);
                group.element(
                    Snippet::source(excerpt)
                        .line_start(*line)
                        .path(file)
                        .annotation(AnnotationKind::Primary.span(start..end)),
                )
            }
            Spot::Whole => group.element(annotate_snippets::Origin::path(file)),
            Spot::Cell { sheet, cell } => {
                let sheet = clean_text(sheet, false);
                group.element(annotate_snippets::Origin::path(format!(
                    "{file}:`{sheet}`!{cell}"
                )))
            }
        };
    }
    let help = Level::HELP.with_name(label::help_word(lang));
    let hints = hint(problem);
    let helps = problem.help.iter().chain(hints.as_ref().map(|it| &it.text));
    for text in helps {
        let text = text.get(lang);
        // Lines to copy stay lines; a line break out of a file is none of ours.
        let text = clean_text(text, text.contains("\n[[data]]\n"));
        group = group.element(help.clone().message(text));
    }
    // A line longer than this is cut around the place.
    let width = world::width().unwrap_or(140);
    Renderer::styled().term_width(width).render(&[group])
}

/// The line without control characters, and the bytes of the place inside it. Every letter that
/// would be taken out is replaced, so that columns still count.
fn window(line: &str, column: usize, width: usize) -> (String, usize, usize) {
    let letters: Vec<char> = line
        .chars()
        .map(|letter| {
            if clean_text(letter.encode_utf8(&mut [0; 4]), false).is_empty() {
                '\u{fffd}'
            } else if letter == '\t' {
                ' '
            } else {
                letter
            }
        })
        .collect();
    let from = (column - 1).min(letters.len());
    let to = (from + width).min(letters.len()).max(from);
    let text: String = letters.iter().collect();
    let bytes = |count: usize| {
        letters[..count]
            .iter()
            .map(|it| it.len_utf8())
            .sum::<usize>()
    };
    (text, bytes(from), bytes(to))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_mistake_in_a_file_makes_it_more_than_wrong_usage() {
        let usage = Problem::misuse(say::nothing_to_read());
        let file = Problem::error(say::no_such_file());
        assert_eq!(status(std::slice::from_ref(&usage)), 2);
        assert_eq!(status(&[usage, file]), 1);
        assert_eq!(status(&[]), 1);
    }
}
