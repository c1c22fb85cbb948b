//! A problem with its place, help and severity; collecting them; did-you-mean.
//!
//! The library says what is wrong and where. It never prints and never names a command-line flag:
//! the program adds those hints and chooses the exit status. Wordings live in
//! [`crate::text::say`].

use std::fmt;

use crate::text::{Sentence, Text};

/// Whether a command can go on.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Severity {
    /// The command fails and writes nothing.
    Error,
    /// The command goes on and says so.
    Warning,
}

/// Where in the input a problem stands.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Place {
    /// The input as the user named it.
    pub file: String,
    /// The spot inside it.
    pub spot: Spot,
}

/// A spot inside an input.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Spot {
    /// The input as a whole.
    Whole,
    /// A stretch of one line of text.
    Text {
        /// Line, from 1.
        line: usize,
        /// Column in characters, from 1.
        column: usize,
        /// Length in characters, at least 1.
        width: usize,
        /// The line as it stands in the input.
        excerpt: String,
    },
    /// A cell of a workbook.
    Cell {
        /// Name of the sheet.
        sheet: String,
        /// Address such as `D14`.
        cell: String,
    },
}

impl Place {
    /// The whole of an input.
    pub fn file(name: impl Into<String>) -> Self {
        Self {
            file: name.into(),
            spot: Spot::Whole,
        }
    }

    /// The stretch `start..end` (bytes) of `text`, cut at the end of its first line.
    ///
    /// Offsets outside the text or inside a character are moved back to the nearest valid one.
    pub fn in_text(name: impl Into<String>, text: &str, start: usize, end: usize) -> Self {
        let start = floor_char(text, start);
        let end = floor_char(text, end.max(start));
        let line_start = text[..start].rfind('\n').map_or(0, |at| at + 1);
        let line_end = text[start..].find('\n').map_or(text.len(), |at| start + at);
        let excerpt = text[line_start..line_end].trim_end_matches('\r');
        let shown_end = end.min(line_start + excerpt.len()).max(start);
        Self {
            file: name.into(),
            spot: Spot::Text {
                line: text[..line_start].matches('\n').count() + 1,
                column: text[line_start..start].chars().count() + 1,
                width: text[start..shown_end].chars().count().max(1),
                excerpt: excerpt.to_owned(),
            },
        }
    }

    /// The place in short: `file:14:3`, ``file:`Sheet`!D14`` or `file`.
    #[must_use]
    pub fn short(&self) -> String {
        match &self.spot {
            Spot::Whole => self.file.clone(),
            Spot::Text { line, column, .. } => format!("{}:{line}:{column}", self.file),
            Spot::Cell { sheet, cell } => format!("{}:`{sheet}`!{cell}", self.file),
        }
    }
}

/// What knows where its rows and cells stand: a table, for one.
pub trait Locate: fmt::Debug + Send + Sync {
    /// The place of a row (line or row, from 1), or of one of its cells (from 0).
    fn place(&self, row: usize, cell: Option<usize>) -> Place;

    /// What a row says, where its place does not show it: the texts of its cells.
    fn row(&self, _row: usize) -> Option<String> {
        None
    }

    /// The texts of a column (from 0), each with its line or row; none where there are no cells.
    fn column(&self, _index: usize) -> Vec<(usize, String)> {
        Vec::new()
    }
}

fn floor_char(text: &str, at: usize) -> usize {
    let mut at = at.min(text.len());
    while !text.is_char_boundary(at) {
        at -= 1;
    }
    at
}

/// Something wrong or doubtful in the input.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Problem {
    /// Error or warning.
    pub severity: Severity,
    /// Stable name for programs.
    pub code: &'static str,
    /// Whether it is the command line that is wrong, and no file.
    pub is_misuse: bool,
    /// What is wrong, in both languages.
    pub message: Text,
    /// Where, if it has a place.
    pub place: Option<Place>,
    /// Other files that are part of it: two that do not go together.
    pub also_in: Vec<String>,
    /// What would mend it.
    pub help: Vec<Text>,
}

impl Problem {
    /// A problem that makes the command fail.
    #[must_use]
    pub fn error(sentence: Sentence) -> Self {
        Self::new(Severity::Error, sentence)
    }

    /// As [`Self::error`], of options that cannot be meant so: wrong usage, which exits 2.
    #[must_use]
    pub fn misuse(sentence: Sentence) -> Self {
        Self {
            is_misuse: true,
            ..Self::error(sentence)
        }
    }

    /// A problem that is said, and the command goes on.
    #[must_use]
    pub fn warning(sentence: Sentence) -> Self {
        Self::new(Severity::Warning, sentence)
    }

    fn new(severity: Severity, sentence: Sentence) -> Self {
        Self {
            severity,
            code: sentence.code,
            is_misuse: false,
            message: sentence.text,
            place: None,
            also_in: Vec::new(),
            help: Vec::new(),
        }
    }

    /// The same problem, of which another file is part as well.
    #[must_use]
    pub fn and_in(mut self, file: String) -> Self {
        self.also_in.push(file);
        self
    }

    /// Whether a file is part of the problem.
    #[must_use]
    pub fn is_in(&self, file: &str) -> bool {
        let at = self.place.as_ref().is_some_and(|it| it.file == file);
        at || self.also_in.iter().any(|it| it == file)
    }

    /// The same problem at a place.
    #[must_use]
    pub fn at(mut self, place: Place) -> Self {
        self.place = Some(place);
        self
    }

    /// The same problem with one more line of help.
    #[must_use]
    pub fn help(mut self, sentence: Sentence) -> Self {
        self.help.push(sentence.text);
        self
    }

    /// The same problem, with help where there is any.
    #[must_use]
    pub fn maybe_help(self, sentence: Option<Sentence>) -> Self {
        match sentence {
            Some(sentence) => self.help(sentence),
            None => self,
        }
    }

    /// The same problem, which is only said.
    #[must_use]
    pub fn as_warning(self) -> Self {
        Self {
            severity: Severity::Warning,
            ..self
        }
    }

    /// Whether the problem makes the command fail.
    #[must_use]
    pub fn is_error(&self) -> bool {
        self.severity == Severity::Error
    }
}

/// A value with warnings, or every problem found.
pub type Checked<T> = Result<(T, Vec<Problem>), Vec<Problem>>;

/// Ends a step: the value with its warnings, or all problems if one of them is an error.
///
/// # Errors
/// All of `problems`, when at least one is an error.
pub fn finish<T>(value: T, problems: Vec<Problem>) -> Checked<T> {
    if problems.iter().any(Problem::is_error) {
        Err(problems)
    } else {
        Ok((value, problems))
    }
}

/// Puts problems in the order in which their places stand in the input; those without a place
/// keep to the front.
pub fn sort_by_place(problems: &mut [Problem]) {
    problems.sort_by_key(|problem| match problem.place.as_ref().map(|it| &it.spot) {
        Some(Spot::Text { line, column, .. }) => (*line, *column),
        _ => (0, 0),
    });
}

/// The candidate that the writer of `word` most likely meant, if one is near enough.
///
/// Nearness is the Damerau–Levenshtein distance without regard to case, at most a third of the
/// length of the longer word; the first of equals wins. A number is never taken for another: whoever
/// follows `i01` for `i21` puts an answer where it does not belong.
pub fn suggest<'a>(word: &str, candidates: impl IntoIterator<Item = &'a str>) -> Option<&'a str> {
    nearest(word, &mut candidates.into_iter())
}

fn nearest<'a>(word: &str, candidates: &mut dyn Iterator<Item = &'a str>) -> Option<&'a str> {
    let word = word.to_lowercase();
    let mut best: Option<(usize, &str)> = None;
    for candidate in candidates {
        let lower = candidate.to_lowercase();
        let longest = word.chars().count().max(lower.chars().count());
        // `sudah ada` is near `tidak ada` by its letters and says the opposite.
        if denies(&word) != denies(&lower) || names_other_numbers(&word, &lower) {
            continue;
        }
        let distance = strsim::damerau_levenshtein(&word, &lower);
        if distance * 3 <= longest && best.is_none_or(|(least, _)| distance < least) {
            best = Some((distance, candidate));
        }
    }
    best.map(|(_, candidate)| candidate)
}

/// Whether two texts with numbers in them have other ones, whatever zeros stand in front.
fn names_other_numbers(one: &str, other: &str) -> bool {
    let numbers = |text: &str| -> Vec<String> {
        let runs = text.split(|it: char| !it.is_ascii_digit());
        let runs = runs.filter(|it| !it.is_empty());
        runs.map(|it| it.trim_start_matches('0').to_owned())
            .collect()
    };
    let (one, other) = (numbers(one), numbers(other));
    !one.is_empty() && !other.is_empty() && one != other
}

/// Whether one of the words of a text denies the others.
fn denies(text: &str) -> bool {
    const WORDS: [&str; 9] = [
        "tidak", "belum", "bukan", "tanpa", "not", "no", "non", "never", "without",
    ];
    let mut words = text.split(|it: char| !it.is_alphanumeric());
    words.any(|it| WORDS.contains(&it))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_is_suggested_that_means_the_opposite() {
        assert_eq!(suggest("sudah ada", ["tidak ada", "ada"]), None);
        assert_eq!(suggest("not supporting", ["supporting"]), None);
        assert_eq!(suggest("tidak adda", ["tidak ada"]), Some("tidak ada"));
    }

    #[test]
    fn no_other_number_is_suggested() {
        assert_eq!(suggest("i21", ["i01", "i20"]), None);
        assert_eq!(suggest("I1.L1.9", ["I1.L1.1"]), None);
        assert_eq!(suggest("I2.L3.2", ["I2.L1.2"]), None);
        assert_eq!(suggest("j01", ["i1", "i01"]), Some("i01"));
        assert_eq!(suggest("levell", ["level1", "level"]), Some("level1"));
    }

    #[test]
    fn the_nearest_name_is_suggested() {
        let known = ["online-applications", "internet-network"];
        assert_eq!(
            suggest("onlin-applications", known),
            Some("online-applications")
        );
        assert_eq!(suggest("zzz", known), None);
    }

    #[test]
    fn a_place_counts_characters_and_keeps_the_line() {
        let text = "satu\ndué,tiga\r\n";
        let place = Place::in_text("a.csv", text, 10, 14);
        assert_eq!(place.short(), "a.csv:2:5");
        assert_eq!(
            place.spot,
            Spot::Text {
                line: 2,
                column: 5,
                width: 4,
                excerpt: "dué,tiga".to_owned()
            }
        );
    }

    #[test]
    fn a_place_outside_the_text_is_moved_inside() {
        assert_eq!(Place::in_text("a", "é", 1, 99).short(), "a:1:1");
        assert_eq!(Place::in_text("a", "", 5, 9).short(), "a:1:1");
    }
}
