//! Sources → table, and shapes on a table → what they mean.
//!
//! A reader makes tables of the bytes of its format, one for each sheet; what stands in them is asked of
//! the [`Table`] alone, so that every shape reads every format: [`statements`] (long and wide), [`matrix`]
//! (units by coders), [`responses`] (respondents by items). `rows` finds the header and the rows
//! that are whole, `vote` settles the decimal sign of the whole input, `number` and `words` read
//! cells. Nothing here knows a framework: indicators and levels stay text, and the headers of a
//! wide table are recognised from plain strings in [`ReadOptions::indicators`]. No file is opened;
//! the caller brings bytes.
//!
//! To add a format, write one file that makes tables and name it in [`READERS`]. Start reading at
//! `csv`.

mod amount;
mod codes;
pub mod corrections;
pub mod costs;
mod csv;
mod dates;
mod dialect;
mod encoding;
pub mod form;
mod header;
pub mod matrix;
mod number;
pub mod ordered;
mod packed;
mod plain;
mod problems;
mod recaps;
pub mod responses;
mod rows;
mod settings;
mod sheets;
pub mod statements;
mod understood;
mod vote;
mod wanted;
mod wave;
mod words;
mod workbook;

use std::borrow::Cow;
use std::path::Path;

use crate::problem::{Checked, Problem, finish};
use crate::statement::{ItemStatus, Statements};
use crate::table::Table;

pub use header::is_header;
pub use settings::{Decimal, Defaults, Known, ReadOptions, Swap};
pub use understood::{Understood, understood};
pub use wanted::Wanted;

/// An input format.
pub struct Reader {
    /// Name of the format.
    pub name: &'static str,
    /// Endings of file names, lower case, without the dot.
    pub endings: &'static [&'static str],
    /// Makes the tables of bytes that the user knows under a name: of a text one, of a workbook one for
    /// each sheet.
    pub read: Read,
}

/// What makes the tables of an input, or says why there are none.
pub type Read = fn(Cow<'_, [u8]>, &str, &ReadOptions) -> Checked<Vec<Table>>;

/// Every input format; the first one also reads what no other claims.
pub const READERS: &[Reader] = &[
    Reader {
        name: "csv",
        endings: &["csv", "tsv", "txt"],
        read: csv::read,
    },
    Reader {
        name: "workbook",
        endings: workbook::ENDINGS,
        read: workbook::read,
    },
    Reader {
        name: "archive",
        endings: &["zip"],
        read: packed::read,
    },
];

/// The tables of an input, in the format its ending says; without one that is known (standard input is
/// `-`) a workbook is one, and everything else is CSV.
///
/// Bytes that are given away need not be copied, which counts where they are many.
///
/// # Errors
/// What makes the bytes no table.
pub fn tables<'b>(
    bytes: impl Into<Cow<'b, [u8]>>,
    name: &str,
    options: &ReadOptions,
) -> Checked<Vec<Table>> {
    let bytes = bytes.into();
    let ending = Path::new(name)
        .extension()
        .map(|ending| ending.to_string_lossy().to_lowercase())
        .unwrap_or_default();
    let named = READERS
        .iter()
        .find(|reader| reader.endings.contains(&ending.as_str()));
    let read = match named {
        Some(reader) => reader.read,
        None if workbook::is_likely(&bytes) => workbook::read,
        None => csv::read,
    };
    read(bytes, name, options)
}

/// Whether bytes are an archive that is read: other archives hold whatever people send beside their data.
#[must_use]
pub fn is_archive_of_tables(bytes: &[u8], name: &str) -> bool {
    packed::is_one(bytes, name)
}

/// What a workbook made by `siap` says of itself; nothing of any other input.
#[must_use]
pub fn form(bytes: &[u8], name: &str) -> Option<form::Form> {
    if !workbook::is_likely(bytes) {
        return None;
    }
    let (tables, _) = workbook::read(bytes.into(), name, &ReadOptions::default()).ok()?;
    form::Form::of(&tables)
}

/// What tells a workbook from every other one that was ever saved: the SHA-256 of all its parts, without the
/// text `written`, which may be that very fingerprint in its mark.
///
/// Whoever changes a cell, a width or a colour, or only saves the workbook with another program, makes
/// another one of it.
#[must_use]
pub fn fingerprint(bytes: &[u8], name: &str, written: &str) -> Option<String> {
    workbook::fingerprint(bytes, name, written)
}

/// What is wrong with an input that is too large to be taken into memory, by its name and its bytes.
#[must_use]
pub fn oversized(name: &str, bytes: u64) -> Option<Vec<Problem>> {
    let ending = name.rsplit('.').next().unwrap_or_default().to_lowercase();
    let is_packed = workbook::ENDINGS.contains(&ending.as_str()) || ending == "zip";
    (is_packed && bytes > workbook::MOST_PACKED).then(|| workbook::too_large(name))
}

/// The table of an input that is read for something else than statements: the only one, else the first.
///
/// # Errors
/// What makes the bytes no table.
pub fn table<'b>(
    bytes: impl Into<Cow<'b, [u8]>>,
    name: &str,
    options: &ReadOptions,
) -> Checked<Table> {
    let (tables, doubts) = tables(bytes, name, options)?;
    sheets::only(tables, doubts)
}

/// Whether a text is a round of assessment: a year or a name, and no day.
#[must_use]
pub fn is_wave(text: &str) -> bool {
    matches!(wave::of(text), Ok(Some(_)))
}

/// What a cell says of an evidence item; nothing where it is none of the words that are read.
#[must_use]
pub fn item_status(cell: &str) -> Option<ItemStatus> {
    words::STATUS.get(cell.trim())
}

/// Whether a word names a column of ours, an indicator, or a column of answers: what a header may be
/// declared to be.
#[must_use]
pub fn is_column(word: &str, options: &ReadOptions) -> bool {
    header::Headers::new(options).is_word(word)
}

/// Reads the statements of an input as far as that goes; see [`tables`] and [`statements::of`].
///
/// # Errors
/// Every problem of an input that is no table of statements at all.
pub fn read_what_can_be<'b>(
    bytes: impl Into<Cow<'b, [u8]>>,
    name: &str,
    options: &ReadOptions,
) -> Checked<Statements> {
    let (tables, doubts) = tables(bytes, name, options)?;
    of_tables(tables, doubts, options)
}

/// As [`read_what_can_be`], from the tables of an input and what is to be said of them.
///
/// # Errors
/// As there.
pub fn of_tables(
    tables: Vec<Table>,
    doubts: Vec<Problem>,
    options: &ReadOptions,
) -> Checked<Statements> {
    sheets::together(tables, doubts, options)
}

/// Reads the statements of an input.
///
/// # Errors
/// Every problem of the input, when at least one is an error.
pub fn read<'b>(
    bytes: impl Into<Cow<'b, [u8]>>,
    name: &str,
    options: &ReadOptions,
) -> Checked<Statements> {
    let (statements, problems) = read_what_can_be(bytes, name, options)?;
    finish(statements, problems)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::statement::Field;
    use crate::table::sha256;

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
            assert!(!reader.endings.is_empty(), "{}", reader.name);
        }
    }

    #[test]
    fn a_source_keeps_the_fingerprint_of_the_raw_bytes() {
        let bytes = b"\xEF\xBB\xBFregion,indicator\r\nOKI,t1\r\n";
        let (statements, _) = read(bytes, "a.csv", &ReadOptions::default()).expect("is a table");
        let expected = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad";
        assert_eq!(sha256(b"abc"), expected);
        assert_eq!(statements.sources()[0].sha256(), sha256(bytes));
        assert!(statements.sources()[0].has(Field::Region));
    }

    #[test]
    fn what_cannot_be_a_table_says_why() {
        assert_eq!(code(b"", "a.csv"), "empty_file");
        assert_eq!(code(b"\n \n", "-"), "empty_file");
        assert_eq!(code(b"sep=;\n", "a.csv"), "empty_file");
        assert_eq!(code(b"region,indicator\n", "a.csv"), "no_rows");
        assert_eq!(code(b"region,indicator\n,,,\n\n ,\n", "a.csv"), "no_rows");
        assert_eq!(code(b"region,ind\0cator\n", "a.csv"), "binary_file");
        assert_eq!(code(b"PK\x03\x04", "a.csv"), "foreign_format");
        assert_eq!(code(b"PK\x03\x04", "a.xlsx"), "workbook_cut_off");
    }

    #[test]
    fn problems_beyond_the_bound_are_counted() {
        let mut text = "region,indicator,value\n".to_owned();
        for _ in 0..problems::KEPT + 5 {
            text.push_str("OKI,t1,entah\n");
        }
        let problems =
            read(text.as_bytes(), "a.csv", &ReadOptions::default()).expect_err("is wrong");
        assert_eq!(problems.len(), problems::KEPT + 1);
        let last = problems.last().expect("has a last one");
        assert_eq!(last.code, "more_problems");
        assert!(last.message.both()[1].ends_with(": 5"));
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
                let place = statements.place(row, Field::Level).short();
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
            indicators: vec!["t1".into(), "t2".into()],
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
