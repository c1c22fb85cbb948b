//! The codes that mean missing in an input.

use super::number::{Shape, shape};

/// Declared codes for a missing answer.
#[derive(Debug, Clone, Default)]
pub(crate) struct Codes {
    texts: Vec<String>,
    numbers: Vec<f64>,
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
        Self { texts, numbers }
    }

    /// Whether a cell is one of the codes as written.
    pub(crate) fn has_text(&self, text: &str) -> bool {
        self.texts
            .iter()
            .any(|code| code.eq_ignore_ascii_case(text))
    }

    /// Whether a number is one of the codes.
    pub(crate) fn has_number(&self, number: f64) -> bool {
        self.numbers
            .iter()
            .any(|code| code.total_cmp(&number).is_eq())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn codes_are_compared_as_text_and_as_number() {
        let codes = Codes::new(&["99".to_owned(), " tidak tahu ".to_owned(), String::new()]);
        assert!(codes.has_text("Tidak tahu") && codes.has_number(99.0));
        assert!(!codes.has_text("") && !codes.has_number(9.0));
    }
}
