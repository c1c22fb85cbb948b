//! The row under a header that numbers its columns.

use crate::read::statements::is_total;
use crate::statement::Field;

use super::meaning::{Headers, Meaning};

impl Headers<'_> {
    /// Whether the filled cells of the row under a header are the running numbers of its columns, plain
    /// (`1`, `2`, `3`) or in brackets. Plain ones may as well be the first row, if the next goes on
    /// counting.
    pub(super) fn is_numbering(
        &self,
        header: &[String],
        cells: &[String],
        below: Option<&[String]>,
    ) -> bool {
        let filled = cells.iter().enumerate().filter(|(_, it)| !it.is_empty());
        let filled: Vec<(usize, &String)> = filled.collect();
        let runs = filled
            .iter()
            .zip(1..)
            .all(|((_, it), number)| numbers_column(it, number));
        let names = header.iter().filter(|it| !it.is_empty()).count();
        if filled.len() < 2 || filled.len() * 2 < names || !runs {
            return false;
        }
        if filled.iter().any(|(_, it)| it.starts_with(['(', '['])) {
            return true;
        }
        let first = filled.first().map_or(0, |it| it.0);
        let Some(below) = below.filter(|it| first < it.len()) else {
            return false;
        };
        // No row leaves the first cells empty that the next one fills.
        let is_named = below[..first].iter().any(|it| !it.is_empty());
        let below = &below[first];
        let names_indicator = filled.iter().any(|(at, it)| {
            let header = header.get(*at).map_or("", |it| it);
            let is_column = self.meaning(header) == Meaning::Field(Field::Indicator);
            is_column && self.indicator(it).is_some()
        });
        match below.parse::<usize>() {
            _ if is_named => true,
            Ok(number) => (number == 1 && !names_indicator) || number > 999,
            Err(_) => !below.is_empty() && !is_total(below) && !names_indicator,
        }
    }
}

/// Whether a cell is a number of a column, with or without what it is reckoned from: `3`, `(3)`,
/// `(5) = (3) x (4)`.
pub(crate) fn numbers_column(cell: &str, number: usize) -> bool {
    let cell = cell.trim();
    let bare = cell.trim_start_matches(['(', '[']);
    let digits = bare.bytes().take_while(u8::is_ascii_digit).count();
    let (found, rest) = bare.split_at(digits);
    let rest = rest.trim_start_matches([')', ']', '.', ' ']);
    found == number.to_string() && (rest.is_empty() || rest.starts_with('='))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::read::settings::ReadOptions;

    #[test]
    fn columns_are_numbered_in_one_row() {
        let options = ReadOptions::default();
        let headers = Headers::new(&options);
        let cells = |text: &str| -> Vec<String> { text.split(';').map(str::to_owned).collect() };
        let header = cells("No;Wilayah;t1;t2");
        let is = |text: &str, below: &str| {
            headers.is_numbering(&header, &cells(text), Some(&cells(below)))
        };
        for (text, below) in [
            ("1;2;3;4", "1;Kab. OKI;3;1"),
            ("(1);(2);(3);(4)", "1;Kab. OKI;3;1"),
            ("[1];[2];[3];[4]", "2;Kab. OKI;3;1"),
            ("(1);(2);(3);(4)=(3)x2", "1;Kab. OKI;3;1"),
            (";1;2;3", ";Kab. OKI;3;1"),
            (";1;2;3", "Kab. OKI;3;2;1"),
            ("1;2;3;4", "3310;Kab. OKI;3;1"),
        ] {
            assert!(is(text, below), "{text}");
        }
        for (text, below) in [
            ("1;2;3;4", "2;3;3;4"),
            ("1;2;3;4", "Total;3;3;4"),
            ("1;2;3;4", ";;;"),
            ("1;2;3;3", "1;Kab. OKI;3;1"),
            ("2;3;4;5", "1;Kab. OKI;3;1"),
            ("1;;;", "1;Kab. OKI;3;1"),
        ] {
            assert!(!is(text, below), "{text}");
        }
        assert!(!headers.is_numbering(&header, &cells("1;2;3;4"), None));
    }
}
