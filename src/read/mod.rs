//! One file per input format: bytes → placed cells → statements.
//!
//! A reader decodes its format into rows of text cells and hands each row, with its place, to
//! `cells`, which fills a [`Statement`](crate::statement::Statement); `header` says which column
//! means what, `vote` settles the decimal sign of the whole input. Nothing here knows a
//! framework: indicators and levels stay text, and the headers of a wide table are recognised
//! from plain strings in [`ReadOptions::indicators`]. No file is opened; the caller brings bytes.
//!
//! To add a format, write one file with a `READER` and name it in [`READERS`]. Start reading at
//! `csv`.

mod cells;
mod csv;
mod dialect;
mod encoding;
mod header;
mod interned;
pub mod matrix;
mod number;
mod parts;
mod records;
pub mod responses;
mod settings;
mod vote;
mod words;

use std::borrow::Cow;
use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::path::Path;

use sha2::{Digest as _, Sha256};

use crate::problem::{Checked, Place, Problem, Spot, finish};
use crate::statement::column::COLUMNS;
use crate::statement::{Column, Statements};
use crate::text::{Text, say};

/// What is known about an input before it is read.
#[derive(Debug, Clone, Default)]
pub struct ReadOptions {
    /// The declared decimal sign; without it the cells of the input decide.
    pub decimal: Option<Decimal>,
    /// Declared codes for a missing answer, such as `99`.
    pub missing: Vec<String>,
    /// Headers of the input → our columns; an empty column leaves theirs out without a warning.
    pub columns: BTreeMap<String, String>,
    /// Ids, aliases and titles by which the columns of a wide table are known.
    pub indicators: Vec<String>,
}

/// The sign between the whole and the fraction of a number; the other one groups thousands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Decimal {
    /// `70,24` and `1.234,5`.
    Comma,
    /// `70.24` and `1,234.5`.
    Point,
}

/// An input format.
pub struct Reader {
    /// Name of the format.
    pub name: &'static str,
    /// File name extensions, lower case, without the dot.
    pub extensions: &'static [&'static str],
    /// Reads bytes that the user knows under a name.
    pub read: fn(Cow<'_, [u8]>, &str, &ReadOptions) -> Checked<Statements>,
}

/// Every input format; the first one also reads what no other claims.
pub const READERS: &[Reader] = &[csv::READER];

/// Reads an input in the format its extension says, as CSV otherwise (standard input is `-`).
///
/// Bytes that are given away need not be copied, which counts where they are many.
///
/// # Errors
/// Every problem of the input, when at least one is an error.
pub fn read<'b>(
    bytes: impl Into<Cow<'b, [u8]>>,
    name: &str,
    options: &ReadOptions,
) -> Checked<Statements> {
    let extension = Path::new(name)
        .extension()
        .map(|extension| extension.to_string_lossy().to_lowercase())
        .unwrap_or_default();
    let reader = READERS
        .iter()
        .find(|reader| reader.extensions.contains(&extension.as_str()))
        .unwrap_or(&csv::READER);
    (reader.read)(bytes.into(), name, options)
}

/// Where a row, or a cell of it, stands in an input that is being read.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct At {
    /// Line (text) or row (sheet) where the row starts, from 1.
    pub(crate) row: usize,
    /// Byte where the row starts (text only).
    pub(crate) byte: usize,
    /// Column of the cell, from 0.
    pub(crate) cell: Option<usize>,
}

/// Gives the place of a cell ([`At::cell`]) or, without one, of a whole row.
pub(crate) type Places<'a> = &'a dyn Fn(At) -> Place;

/// How many problems of one input are kept with their place.
const KEPT: usize = 10_000;
/// How many bytes of quoted input they may hold together.
const KEPT_BYTES: usize = 64 << 20;

/// The problems found so far in one input.
///
/// **Invariant:** memory stays bounded. Every problem quotes its line, so a wide table with a
/// mistake in each cell would otherwise grow with the square of its width; what is beyond the
/// bound is counted and said once.
#[derive(Default)]
pub(crate) struct Problems {
    kept: Vec<Problem>,
    bytes: usize,
    more: usize,
}

impl Problems {
    /// Starts with what was found while decoding.
    pub(crate) fn new(kept: Vec<Problem>) -> Self {
        Self {
            kept,
            ..Self::default()
        }
    }

    /// Adds a problem; `problem` is not called once the bound is reached.
    pub(crate) fn add(&mut self, problem: impl FnOnce() -> Problem) {
        if self.kept.len() >= KEPT || self.bytes >= KEPT_BYTES {
            self.more += 1;
            return;
        }
        let problem = problem();
        if let Some(Spot::Text { excerpt, .. }) = problem.place.as_ref().map(|place| &place.spot) {
            self.bytes += excerpt.len();
        }
        self.kept.push(problem);
    }

    /// How many were added.
    pub(crate) fn count(&self) -> usize {
        self.kept.len() + self.more
    }

    /// Whether the input is wrong, as far as it is read.
    pub(crate) fn any_error(&self) -> bool {
        self.more > 0 || self.kept.iter().any(Problem::is_error)
    }

    /// Adds the problems found further down.
    pub(crate) fn join(&mut self, below: Self) {
        for problem in below.kept {
            self.add(|| problem);
        }
        self.more += below.more;
    }

    /// Ends the reading of an input.
    pub(crate) fn finish<T>(mut self, value: T) -> Checked<T> {
        if self.more > 0 {
            self.kept
                .push(Problem::error(say::more_problems(self.more)));
        }
        finish(value, self.kept)
    }

    /// Ends the reading of an input that gave nothing.
    pub(crate) fn fail<T>(self) -> Checked<T> {
        self.finish(()).and_then(|((), problems)| Err(problems))
    }
}

/// The hexadecimal SHA-256 of an input.
pub(crate) fn sha256(bytes: &[u8]) -> String {
    let mut out = String::with_capacity(64);
    for byte in Sha256::digest(bytes) {
        let _ = write!(out, "{byte:02x}");
    }
    out
}

/// A cell without the white space round it; a byte order mark left by joining files is such too.
pub(crate) fn trim(cell: &str) -> &str {
    // Most cells have nothing round them, and there are millions.
    if let ([first, ..], [.., last]) = (cell.as_bytes(), cell.as_bytes())
        && first.is_ascii_graphic()
        && last.is_ascii_graphic()
    {
        return cell;
    }
    cell.trim_matches(|letter: char| letter.is_whitespace() || letter == '\u{feff}')
}

/// A cell as a message shows it: its first line, cut where it is long.
pub(crate) fn shown(cell: &str) -> String {
    const LONGEST: usize = 60;
    let line = trim(cell).lines().next().unwrap_or_default();
    match line.char_indices().nth(LONGEST) {
        Some((end, _)) => format!("{}…", &line[..end]),
        None => line.to_owned(),
    }
}

/// The header of a column as each language has it.
pub(crate) fn title(column: Column) -> Text {
    let names = COLUMNS.iter().find(|(known, _)| *known == column);
    let [english, indonesian] = match names {
        Some((_, [english, indonesian, ..])) => [*english, *indonesian],
        _ => [column.header(); 2],
    };
    Text::new(indonesian, english)
}

/// Whether a word is short enough to look for a similar one; the comparison takes the product of
/// both lengths.
pub(crate) fn is_comparable(word: &str) -> bool {
    word.len() <= 80
}

#[cfg(test)]
mod tests {
    use super::*;

    fn code(bytes: &[u8], name: &str) -> &'static str {
        read(bytes, name, &ReadOptions::default()).expect_err("has problems")[0].code
    }

    #[test]
    fn the_extension_chooses_the_reader_and_anything_else_is_csv() {
        let text = b"region\tindicator\tlevel\nOKI\tt1\t3\n";
        for name in [
            "a.csv",
            "b/c.TSV",
            "d.txt",
            "-",
            "",
            "tanpa-akhiran",
            ".csv",
            "a.xyz",
            "../..",
        ] {
            let (statements, warnings) =
                read(text, name, &ReadOptions::default()).expect("is a table");
            assert_eq!((statements.rows().len(), warnings.len()), (1, 0), "{name}");
            assert_eq!(statements.file(&statements.rows()[0]), name);
        }
        for reader in READERS {
            assert!(!reader.extensions.is_empty(), "{}", reader.name);
        }
    }

    #[test]
    fn a_source_keeps_the_fingerprint_of_the_raw_bytes() {
        let bytes = b"\xEF\xBB\xBFregion,indicator\r\nOKI,t1\r\n";
        let (statements, _) = read(bytes, "a.csv", &ReadOptions::default()).expect("is a table");
        let expected = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad";
        assert_eq!(sha256(b"abc"), expected);
        assert_eq!(statements.sources()[0].sha256(), sha256(bytes));
        assert!(statements.sources()[0].has(Column::Region));
    }

    #[test]
    fn what_cannot_be_a_table_says_why() {
        assert_eq!(code(b"", "a.csv"), "empty_file");
        assert_eq!(code(b"\n \n", "-"), "empty_file");
        assert_eq!(code(b"sep=;\n", "a.csv"), "empty_file");
        assert_eq!(code(b"region,indicator\n", "a.csv"), "no_rows");
        assert_eq!(code(b"region,indicator\n,,,\n\n ,\n", "a.csv"), "no_rows");
        assert_eq!(code(b"region,ind\0cator\n", "a.csv"), "binary_file");
        assert_eq!(code(b"PK\x03\x04", "a.xlsx"), "foreign_format");
    }

    #[test]
    fn problems_beyond_the_bound_are_counted() {
        let mut text = "region,indicator,value\n".to_owned();
        for _ in 0..KEPT + 5 {
            text.push_str("OKI,t1,entah\n");
        }
        let problems =
            read(text.as_bytes(), "a.csv", &ReadOptions::default()).expect_err("is wrong");
        assert_eq!(problems.len(), KEPT + 1);
        let last = problems.last().expect("has a last one");
        assert_eq!(last.code, "more_problems");
        assert!(last.message.both()[1].ends_with(": 5"));
    }

    #[test]
    fn a_message_shows_the_first_line_of_a_long_cell() {
        assert_eq!(shown(" satu\ndua"), "satu");
        assert_eq!(shown(&"é".repeat(61)), format!("{}…", "é".repeat(60)));
        assert_eq!(shown(""), "");
    }

    /// SplitMix64, so that a failure can be repeated.
    struct Dice(u64);

    impl Dice {
        fn roll(&mut self, sides: usize) -> usize {
            self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
            let mut bits = self.0;
            bits = (bits ^ (bits >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
            bits = (bits ^ (bits >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
            usize::try_from((bits ^ (bits >> 31)) % sides as u64).unwrap_or(0)
        }
    }

    /// Reads the bytes and asks for the place of everything that was read.
    fn survives(bytes: &[u8], options: &ReadOptions) {
        if let Ok((statements, warnings)) = read(bytes, "acak.csv", options) {
            assert!(warnings.iter().all(|warning| !warning.is_error()));
            assert!(!statements.rows().is_empty());
            for row in statements.rows().iter().take(20) {
                assert!(!row.region.is_empty() && !row.indicator.is_empty());
                assert!(row.weight > 0.0 && row.weight.is_finite());
                assert!(row.value.is_none_or(f64::is_finite));
                let place = statements.place(row, Column::Level).short();
                assert!(place.starts_with("acak.csv:"), "{place}");
            }
        }
    }

    const SEEDS: [&str; 5] = [
        "region,indicator,level,value,weight,direction\nKab. OKI,t1,3,\"1.234,5\",\"0,5\",pendukung\n",
        "sep=;\r\nwilayah;indikator;skor;kutipan\r\nOKI;t1;3,5;\"a \"\"b\"\"\r\nc\"\r\n;;;\r\n",
        "region\tt1\tt2\tcatatan\nOKI\t3\tN/A\té“”\nOKU\t\t2,5\t\n",
        "\u{feff}region|kode|angka|izin kutip\rOKI|t1|Rp 2,5 miliar|ya\rOKU|t2|70,24%|t\r",
        "Judul\n\nregion,indicator\nOKI,t1\n",
    ];

    #[test]
    fn no_bytes_make_the_reader_panic() {
        let mut dice = Dice(7);
        let bits: [&[u8]; 24] = [
            b"\"",
            b"\"\"",
            b",",
            b";",
            b"\t",
            b"|",
            b"\r",
            b"\n",
            b"\r\n",
            b"\0",
            b"\xEF\xBB\xBF",
            b"\xFF\xFE",
            b"\x93",
            "é".as_bytes(),
            "−".as_bytes(),
            b"1.234",
            b"2,5",
            b"e9",
            b"NaN",
            b"%",
            b"Rp",
            b"sep=,",
            b" ",
            b"region",
        ];
        let mut options = ReadOptions {
            missing: vec!["99".to_owned(), "-9,5".to_owned()],
            indicators: vec!["t1".to_owned(), "t2".to_owned()],
            ..ReadOptions::default()
        };
        options
            .columns
            .insert("judul".to_owned(), "region".to_owned());
        for round in 0..800 {
            let mut bytes = SEEDS[dice.roll(SEEDS.len())].as_bytes().to_vec();
            for _ in 0..=dice.roll(6) {
                let at = dice.roll(bytes.len() + 1);
                let upto = (at + dice.roll(4)).min(bytes.len());
                let bit = bits[dice.roll(bits.len())];
                bytes.splice(at..upto, bit.iter().copied());
            }
            options.decimal = [None, Some(Decimal::Comma), Some(Decimal::Point)][round % 3];
            survives(&bytes, &options);
            let random: Vec<u8> = (0..dice.roll(60))
                .map(|_| u8::try_from(dice.roll(256)).unwrap_or(0))
                .collect();
            survives(&random, &options);
            let joined: Vec<u8> = (0..dice.roll(30))
                .flat_map(|_| bits[dice.roll(bits.len())].iter().copied())
                .collect();
            survives(&joined, &options);
        }
    }

    #[test]
    fn every_beginning_of_a_table_is_read_or_refused() {
        for seed in SEEDS {
            let utf16: Vec<u8> = std::iter::once(0xFEFF)
                .chain(seed.encode_utf16())
                .flat_map(u16::to_le_bytes)
                .collect();
            for bytes in [seed.as_bytes(), &utf16] {
                for end in 0..=bytes.len() {
                    survives(&bytes[..end], &ReadOptions::default());
                }
            }
        }
    }
}
