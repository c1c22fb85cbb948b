//! The codes that mean missing in an input.

use super::number::{Shape, shape};

/// Declared codes for a missing answer.
#[derive(Debug, Clone, Default)]
pub(crate) struct Codes {
    texts: Vec<String>,
    numbers: Vec<f64>,
    /// Those that are marks behind numbers.
    marks: Vec<String>,
}

impl Codes {
    /// The codes as declared; a code such as `99` also means the number.
    pub(crate) fn new(declared: &[String]) -> Self {
        let texts: Vec<String> = declared
            .iter()
            .map(|code| code.trim().to_owned())
            .filter(|code| !code.is_empty())
            .collect();
        let numbers = texts
            .iter()
            .filter(|code| !matches!(shape(code), Shape::Broken))
            .filter_map(|code| code.replace(',', ".").replace('−', "-").parse().ok())
            .collect();
        let marks = texts.iter().filter(|code| is_mark(code)).cloned().collect();
        Self {
            texts,
            numbers,
            marks,
        }
    }

    /// Whether a cell is one of the codes as written.
    pub(crate) fn has_text(&self, text: &str) -> bool {
        let is_marked = |mark: &String| {
            let number = text.strip_suffix(mark.as_str()).map(str::trim_end);
            number.is_some_and(|it| !matches!(shape(it), Shape::Broken))
        };
        self.texts
            .iter()
            .any(|code| code.eq_ignore_ascii_case(text))
            || self.marks.iter().any(is_marked)
    }

    /// Whether a number is one of the codes.
    pub(crate) fn has_number(&self, number: f64) -> bool {
        self.numbers
            .iter()
            .any(|code| code.total_cmp(&number).is_eq())
    }
}

/// Whether a code is a mark as statistics put it behind preliminary numbers: `12,5*`.
fn is_mark(code: &str) -> bool {
    !code.is_empty() && code.chars().all(|it| MARKS.contains(&it))
}

/// The mark behind a number.
pub(crate) fn mark_behind(text: &str) -> Option<(&str, &str)> {
    let number = text.trim_end_matches(MARKS);
    let mark = &text[number.len()..];
    let number = number.trim_end();
    (!mark.is_empty() && !matches!(shape(number), Shape::Broken)).then_some((number, mark))
}

const MARKS: [char; 5] = ['*', '†', '‡', '^', '#'];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn codes_are_compared_as_text_and_as_number() {
        let codes = Codes::new(&["99".to_owned(), " tidak tahu ".to_owned(), String::new()]);
        assert!(codes.has_text("Tidak tahu") && codes.has_number(99.0));
        assert!(!codes.has_text("") && !codes.has_number(9.0));
        let codes = Codes::new(&["*".to_owned()]);
        assert!(codes.has_text("12,5*") && codes.has_text("3 *") && codes.has_text("*"));
        assert!(!codes.has_text("12,5**") && !codes.has_text("baik*") && !codes.has_text("12,5"));
        assert_eq!(mark_behind("12,5*"), Some(("12,5", "*")));
        assert_eq!(mark_behind("12,5"), None);
    }
}
