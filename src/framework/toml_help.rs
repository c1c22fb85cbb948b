//! What would mend a line that is no TOML: the line as it should stand, where that can be told.

use crate::problem::Problem;
use crate::text::say;

/// The problem of the line `number` (from 0) of `text` that the parser refused, with its correct form
/// where one is likely.
///
/// `lists` are the keys that hold tables under `[[…]]`.
pub(super) fn broken(
    text: &str,
    number: usize,
    line: &str,
    message: &str,
    lists: &[&str],
) -> Problem {
    let line = line.trim();
    if let Some(name) = lists.iter().find(|it| line == format!("[{it}]")) {
        return Problem::error(say::toml_twice(*name)).help(say::toml_tables(*name));
    }
    if message.contains("duplicate") {
        return twice(text, number).unwrap_or_else(|| Problem::error(say::toml_duplicate()));
    }
    let problem = Problem::error(say::toml_syntax());
    match corrected(line) {
        Some(right) => problem.help(say::toml_line(right)),
        None => problem.help(say::toml_rules()),
    }
}

/// What stands a second time, with the line of the first.
fn twice(text: &str, number: usize) -> Option<Problem> {
    let lines: Vec<Line> = text.lines().take(number + 1).map(Line::of).collect();
    let (last, before) = lines.split_last()?;
    let is_section = |it: &&Line| matches!(it, Line::Section(_) | Line::Item(_));
    let sections = before.iter().rposition(|it| is_section(&it));
    match last {
        Line::Key(name) => {
            let start = sections.map_or(0, |it| it + 1);
            let first = before[start..].iter().position(|it| it == last)?;
            let sentence = say::toml_key_again(*name, start + first + 1);
            Some(Problem::error(sentence))
        }
        Line::Section(name) | Line::Item(name) => {
            if let Some(first) = before.iter().position(|it| *it == Line::Section(name)) {
                let problem = match last {
                    Line::Item(_) => Problem::error(say::toml_twice(*name)),
                    _ => return Some(Problem::error(say::toml_section_again(*name, first + 1))),
                };
                return Some(problem.help(say::toml_tables(*name)));
            }
            let top = before.iter().take_while(|it| !is_section(it));
            let first = top.enumerate().find(|it| *it.1 == Line::Key(name))?.0;
            let problem = Problem::error(say::toml_key_again(*name, first + 1));
            Some(match last {
                Line::Item(_) => problem.help(say::toml_instead(*name)),
                _ => problem,
            })
        }
        Line::Other => None,
    }
}

/// What a line of TOML begins.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Line<'a> {
    /// `name = …`
    Key(&'a str),
    /// `[name]`
    Section(&'a str),
    /// `[[name]]`
    Item(&'a str),
    Other,
}

impl<'a> Line<'a> {
    fn of(line: &'a str) -> Self {
        let line = line.trim();
        if let Some((key, _)) = line.split_once('=').filter(|it| is_key(it.0)) {
            return Self::Key(key.trim());
        }
        let line = line.split('#').next().unwrap_or_default().trim();
        let within = |open, close| {
            let inside = line.strip_prefix(open)?.strip_suffix(close)?;
            is_key(inside).then_some(inside)
        };
        match (within("[[", "]]"), within("[", "]")) {
            (Some(name), _) => Self::Item(name),
            (None, Some(name)) => Self::Section(name),
            (None, None) => Self::Other,
        }
    }
}

/// One way in which people write what TOML does not take.
type Mend = fn(&str) -> String;

/// From what other programs put in by themselves to what is a matter of taste.
const MENDS: &[Mend] = &[
    straight_quotes,
    plain_spaces,
    equals_sign,
    slashes,
    small_booleans,
    decimal_points,
    quotes,
];

/// The line as TOML, where one mend after another leads to it.
fn corrected(line: &str) -> Option<String> {
    let mut line = line.to_owned();
    for mend in MENDS {
        let next = mend(&line);
        if next != line && is_toml(&next) {
            return Some(next);
        }
        line = next;
    }
    None
}

/// Whether a line is TOML alone, or as an item of a list.
fn is_toml(line: &str) -> bool {
    let parses = |text: &str| text.parse::<toml::Table>().is_ok();
    parses(line) || parses(&format!("x = [\n{line}\n]"))
}

fn straight_quotes(line: &str) -> String {
    line.replace(['“', '”', '„', '‟', '«', '»'], "\"")
        .replace(['‘', '’', '‚'], "'")
}

/// Spaces that do not break come with text copied from a page.
fn plain_spaces(line: &str) -> String {
    line.replace(['\u{a0}', '\u{202f}', '\u{200b}', '\u{feff}'], " ")
        .trim()
        .to_owned()
}

/// `key: value` and `key := value`.
fn equals_sign(line: &str) -> String {
    match line.split_once(':') {
        Some((key, value)) if is_key(key) => {
            let value = value.trim_start_matches('=').trim();
            format!("{} = {value}", key.trim())
        }
        _ => line.to_owned(),
    }
}

fn is_key(text: &str) -> bool {
    let plain = |it: char| it.is_ascii_alphanumeric() || matches!(it, '-' | '_' | '.' | '"');
    let is_whole = text.matches('"').count().is_multiple_of(2);
    !text.trim().is_empty() && is_whole && text.trim().chars().all(plain)
}

/// Paths of Windows: TOML takes `\` for the start of a sign.
fn slashes(line: &str) -> String {
    if line.contains('"') {
        line.replace("\\\\", "/").replace('\\', "/")
    } else {
        line.to_owned()
    }
}

fn value_replaced(line: &str, mend: impl Fn(&str) -> Option<String>) -> String {
    let found = line.split_once('=').and_then(|(key, value)| {
        let value = mend(value.trim())?;
        is_key(key).then(|| format!("{} = {value}", key.trim()))
    });
    found.unwrap_or_else(|| line.to_owned())
}

fn small_booleans(line: &str) -> String {
    value_replaced(line, |value| match value.to_lowercase().as_str() {
        "true" | "ya" | "benar" | "yes" => Some("true".to_owned()),
        "false" | "tidak" | "salah" | "no" => Some("false".to_owned()),
        _ => None,
    })
}

/// A number with a decimal comma, alone.
pub(super) fn as_number(text: &str) -> Option<String> {
    let digits = |it: &str| !it.is_empty() && it.bytes().all(|it| it.is_ascii_digit());
    let plain = text.trim();
    let (whole, rest) = plain.split_once([',', '.']).unwrap_or((plain, "0"));
    let unsigned = whole.strip_prefix('-').unwrap_or(whole);
    (digits(unsigned) && digits(rest)).then(|| plain.replace(',', "."))
}

fn decimal_points(line: &str) -> String {
    value_replaced(line, |value| {
        // What stands behind the number as a remark stays.
        let (number, remark) = match value.split_once('#') {
            Some((number, remark)) => (number.trim(), format!(" #{remark}")),
            None => (value, String::new()),
        };
        Some(format!("{}{remark}", as_number(number)?))
    })
}

/// A text without quotation marks, or with only one of the two.
fn quotes(line: &str) -> String {
    value_replaced(line, |value| {
        let inner = value.trim_matches('"').trim_matches('\'').trim();
        let inside = inner.contains(['"', '[', ']', '{', '}', '#', '=']);
        (!inner.is_empty() && !inside).then(|| format!("\"{inner}\""))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_correct_line_is_told_where_it_can_be() {
        for (wrong, right) in [
            ("data = \"data\\isian.csv\"", "data = \"data/isian.csv\""),
            ("\"C:\\Users\\x.csv\",", "\"C:/Users/x.csv\","),
            ("title = “Kesiapan”", "title = \"Kesiapan\""),
            ("title = ‘Kesiapan’", "title = 'Kesiapan'"),
            ("min_coverage = 0,5", "min_coverage = 0.5"),
            (
                "min_coverage = 0,5 # separuh",
                "min_coverage = 0.5 # separuh",
            ),
            ("title = Kesiapan Daerah", "title = \"Kesiapan Daerah\""),
            ("title = \"Kesiapan", "title = \"Kesiapan\""),
            ("title: Kesiapan", "title = \"Kesiapan\""),
            ("title: \"Kesiapan\"", "title = \"Kesiapan\""),
            ("weight: 0,5", "weight = 0.5"),
            ("whole_levels = True", "whole_levels = true"),
            ("whole_levels = ya", "whole_levels = true"),
            ("weight\u{a0}= 2", "weight = 2"),
        ] {
            assert_eq!(corrected(wrong).as_deref(), Some(right), "{wrong}");
        }
    }

    #[test]
    fn what_stands_twice_is_told_with_its_first_line() {
        let all = "data = 1\n[aggregation]\nfloor = 1\n[other]\nfloor = 2\n";
        for (last, code, wanted) in [
            ("[aggregation]", "toml_section_again", "line 2"),
            ("floor = 3", "toml_key_again", "line 5"),
            ("[[data]]", "toml_key_again", "line 1"),
            ("[data]", "toml_key_again", "line 1"),
        ] {
            let text = format!("{all}{last}\n");
            let problem = broken(&text, 5, last, "duplicate key", &[]);
            assert_eq!(problem.code, code, "{last}");
            let message = problem.message.get(crate::text::Lang::En);
            assert!(message.contains(wanted), "{message}");
        }
    }

    #[test]
    fn nothing_is_guessed_where_nothing_is_likely() {
        for line in ["]]", "a b c", "= 5", "x = [1, 2", "key = {a = 1"] {
            assert_eq!(corrected(line), None, "{line}");
        }
    }
}
