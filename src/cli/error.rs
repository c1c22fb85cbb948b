//! Tells problems in one shape, adds the hints that name a flag, and picks the exit status.

use std::collections::HashMap;
use std::fmt;
use std::io::Write as _;
use std::process::ExitCode;

use annotate_snippets::{AnnotationKind, Group, Level, Renderer, Snippet};
use siap::problem::{Problem, Severity, Spot};
use siap::render::clean_text;
use siap::text::{Lang, Sentence, label, say};

use super::misuse::Misused;
use super::world;

/// How many problems are shown one by one.
const SHOWN: usize = 20;

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
}

/// Tells why a command failed and returns the exit status.
pub(super) fn tell(failure: &anyhow::Error, lang: Lang) -> ExitCode {
    if is_broken_pipe(failure) {
        return ExitCode::SUCCESS;
    }
    if let Some(Misused(problems)) = failure.downcast_ref::<Misused>() {
        show(problems, lang);
        return ExitCode::from(2);
    }
    match failure.downcast_ref::<Refused>() {
        Some(Refused(problems)) => show(problems, lang),
        None => {
            let mut err = anstream::stderr().lock();
            let _ = writeln!(err, "{}: {failure:#}", label::error_word(lang));
        }
    }
    ExitCode::FAILURE
}

/// A reader such as `head` that closed early is no failure.
fn is_broken_pipe(failure: &anyhow::Error) -> bool {
    failure.chain().any(|cause| {
        cause
            .downcast_ref::<std::io::Error>()
            .is_some_and(|it| it.kind() == std::io::ErrorKind::BrokenPipe)
    })
}

/// Writes problems to standard error: errors first, the first twenty in full, the rest counted.
/// What is said in the same words of several files is shown for the first.
pub(super) fn show(problems: &[Problem], lang: Lang) {
    let mut ordered: Vec<(&Problem, usize)> = Vec::new();
    let mut known: HashMap<(&str, &str), usize> = HashMap::new();
    for problem in problems {
        let key = (problem.code, problem.message.get(Lang::En));
        match known.get(&key).filter(|_| !problem.is_error()) {
            Some(first) => ordered[*first].1 += 1,
            None => {
                known.insert(key, ordered.len());
                ordered.push((problem, 0));
            }
        }
    }
    ordered.sort_by_key(|(problem, _)| match problem.severity {
        Severity::Error => 0,
        Severity::Warning => 1,
    });
    let mut err = anstream::stderr().lock();
    for (problem, more) in ordered.iter().take(SHOWN) {
        let mut problem = (*problem).clone();
        if *more > 0 {
            problem = problem.help(say::also_elsewhere(*more));
        }
        // Nobody listens to a closed standard error: there is nobody left to tell.
        let _ = writeln!(err, "{}\n", rendered(&problem, lang));
    }
    if ordered.len() > SHOWN {
        let more = label::more_problems(lang, ordered.len() - SHOWN);
        let _ = writeln!(err, "{more}\n");
    }
}

/// The flag that mends a problem, where there is one.
fn hint(problem: &Problem) -> Option<Sentence> {
    match problem.code {
        "decimal_undecidable" | "decimal_mixed" => Some(say::hint_decimal()),
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
        let text = clean_text(text.get(lang), false);
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
