//! Names of sheets and tables that spreadsheet programs take, each given once.

use std::collections::BTreeSet;

use crate::render::clean;

/// How long the name of a sheet can be, in units of UTF-16.
const LONGEST: usize = 31;

/// The names given so far.
#[derive(Default)]
pub(super) struct Names {
    /// In lower case: programs do not tell case apart.
    sheets: BTreeSet<String>,
    tables: BTreeSet<String>,
    /// Stands before the names of sheets.
    before: String,
}

impl Names {
    /// From here on names of sheets begin with this number.
    pub(super) fn number(&mut self, number: Option<usize>) {
        self.before = number.map(|it| format!("{it} ")).unwrap_or_default();
    }

    /// A name for a sheet, as near to `wanted` as can be.
    pub(super) fn sheet(&mut self, wanted: &str) -> String {
        let wanted = clean(wanted);
        let kept = wanted.chars().map(|letter| match letter {
            '[' | ']' | ':' | '*' | '?' | '/' | '\\' | '\n' | '\'' => ' ',
            other => other,
        });
        let kept: String = kept.collect();
        let words: Vec<&str> = kept.split_whitespace().collect();
        let before = self.before.clone();
        let cut = |behind: &str| {
            let room = LONGEST - length(&before) - length(behind);
            let name = shortened(&words, room);
            format!("{before}{name}{behind}")
        };
        let numbered = (2usize..).map(|it| format!(" {it}"));
        let endings = std::iter::once(String::new()).chain(numbered);
        let is_free = |it: &String| !self.sheets.contains(&it.to_lowercase());
        let name = endings.map(|it| cut(&it)).find(is_free).unwrap_or_default();
        self.sheets.insert(name.to_lowercase());
        name
    }

    /// A name for the table of a sheet: letters, digits and `_`, and nothing that is the name of a cell.
    pub(super) fn table(&mut self, sheet: &str) -> String {
        let mut name = "siap".to_owned();
        for word in sheet
            .to_lowercase()
            .split(|it: char| !it.is_ascii_alphanumeric())
        {
            if !word.is_empty() {
                name.push('_');
                name.push_str(word);
            }
        }
        // Sheets differ, and so do tables but for signs that are left out.
        let numbered = (2usize..).map(|it| format!("{name}_{it}"));
        let mut names = std::iter::once(name.clone()).chain(numbered);
        let name = names
            .find(|it| !self.tables.contains(it))
            .unwrap_or_default();
        self.tables.insert(name.clone());
        name
    }
}

fn length(text: &str) -> usize {
    text.encode_utf16().count()
}

/// As many whole words as there is room for, else the beginning of the first.
fn shortened(words: &[&str], room: usize) -> String {
    let mut out = String::new();
    for word in words {
        let gap = usize::from(!out.is_empty());
        if length(&out) + gap + length(word) > room {
            break;
        }
        if gap > 0 {
            out.push(' ');
        }
        out.push_str(word);
    }
    if out.is_empty() {
        for letter in words.first().unwrap_or(&"1").chars() {
            if length(&out) + letter.len_utf16() > room {
                break;
            }
            out.push(letter);
        }
    }
    // What hangs over where a sentence was cut.
    let kept = match out.rsplit_once('(') {
        Some((head, tail)) if !tail.contains(')') => head,
        _ => &*out,
    };
    let kept = kept.trim_end_matches([',', ';', '(', '–', '-', '·', ' ']);
    match kept.is_empty() {
        true => out,
        false => kept.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_of_sheets_are_short_valid_and_given_once() {
        let mut names = Names::default();
        let long = "Jabatan rencana yang tidak tertaut pada pernyataan mana pun (20)";
        assert_eq!(names.sheet(long), "Jabatan rencana yang tidak");
        assert_eq!(names.sheet(long), "Jabatan rencana yang tidak 2");
        let open = "Lemah di semua wilayah (di bawah 50 di semua wilayah)";
        assert_eq!(names.sheet(open), "Lemah di semua wilayah");
        assert_eq!(names.sheet("Skor: [a/b]?"), "Skor a b");
        assert_eq!(names.sheet("SKOR A B"), "SKOR A B 2");
        assert_eq!(names.sheet(&"x".repeat(40)).len(), LONGEST);
        assert_eq!(
            names.sheet(&"x".repeat(40)),
            format!("{} 2", "x".repeat(29))
        );
        assert_eq!(names.sheet(":"), "1");
        names.number(Some(3));
        assert_eq!(names.sheet("Skor"), "3 Skor");
        assert_eq!(
            names.sheet("𝛼".repeat(20).as_str()).encode_utf16().count(),
            30
        );
    }

    #[test]
    fn names_of_tables_are_no_cells() {
        let mut names = Names::default();
        assert_eq!(names.table("A1"), "siap_a1");
        assert_eq!(names.table("A 1"), "siap_a_1");
        assert_eq!(names.table("a-1"), "siap_a_1_2");
        assert_eq!(names.table("—"), "siap");
    }
}
