//! Delimited text (`csv`, `tsv`, `txt`): which delimiter, which row is which, and which rows do not
//! fit the header. `records` splits the text.

use std::collections::BTreeMap;

use crate::problem::{Checked, Place, Problem, Spot};
use crate::read::cells::Assembler;
use crate::read::header::{Headers, Layout};
use crate::read::number::Numbers;
use crate::read::records::{Cells, Fault, Record, Records};
use crate::read::vote::Vote;
use crate::read::{Problems, ReadOptions, Reader, encoding, sha256};
use crate::statement::source::Body;
use crate::statement::{Origin, Source, Statement, Statements};
use crate::text::say;

/// After how many rows the number of all rows is estimated.
const SAMPLE: usize = 1_000;

/// Delimited text.
pub(crate) const READER: Reader = Reader {
    name: "csv",
    extensions: &["csv", "tsv", "txt"],
    read,
};

fn read(bytes: &[u8], name: &str, options: &ReadOptions) -> Checked<Statements> {
    let (text, doubts) = encoding::decode(bytes, name)?;
    let mut problems = Problems::new(doubts);
    let headers = Headers::new(options);
    let sheet = Sheet {
        name,
        text: &text,
        dialect: Dialect::of(&text, &headers),
    };
    let Some((layout, rows)) = sheet.statements(&headers, options, &mut problems) else {
        return problems.fail();
    };
    let delimiter = sheet.dialect.delimiter;
    let source = Source::new(
        name,
        sha256(bytes),
        Body::Text { text, delimiter },
        layout.columns.into_iter().collect(),
    );
    problems.finish(Statements::of(source, rows))
}

/// A text that is understood as a table.
#[derive(Clone, Copy)]
pub(super) struct Sheet<'t> {
    pub(super) name: &'t str,
    pub(super) text: &'t str,
    pub(super) dialect: Dialect,
}

impl<'t> Sheet<'t> {
    pub(super) fn records(self) -> Records<'t> {
        self.dialect.records(self.text)
    }

    fn statements(
        self,
        headers: &Headers<'_>,
        options: &ReadOptions,
        problems: &mut Problems,
    ) -> Option<(Layout, Vec<Statement>)> {
        let mut records = self.records();
        let Some(first) = records.next() else {
            problems.add(|| Problem::error(say::empty_file()).at(Place::file(self.name)));
            return None;
        };
        let header: Vec<String> = first.cells.iter().map(str::to_owned).collect();
        let (top, fault) = (first.origin, first.fault);
        if let Some(fault) = fault {
            problems.add(|| self.misquoted(fault, top));
            return None;
        }
        let places = |origin: Origin| self.place(origin);
        let below = || self.header_below(headers);
        let layout = headers.layout(&header, top, &places, &below, problems)?;
        let numbers = match options.decimal {
            Some(decimal) => Numbers::with(Some(decimal)),
            None => self.vote(&layout, options, problems),
        };

        let mut assembler = Assembler::new(&layout, numbers, options, &places);
        let mut seen = 0;
        while let Some(record) = records.next() {
            if record.is_blank() {
                continue;
            }
            seen += 1;
            if seen == SAMPLE {
                let left = self.text.len().saturating_sub(record.end);
                assembler.expect(left / record.end.div_ceil(SAMPLE).max(1));
            }
            if let Some(fault) = record.fault {
                problems.add(|| self.misquoted(fault, record.origin));
            } else if record.fits(&layout) {
                assembler.row(record.origin, |index| record.cell(index), problems);
            } else {
                problems.add(|| self.ragged(&record, &layout));
            }
        }
        if seen == 0 {
            problems.add(|| Problem::error(say::no_rows()).at(self.place(top)));
        }
        let rows = assembler.finish(top, problems);
        Some((layout, rows))
    }

    /// Settles the decimal sign from all numeric cells. That takes a pass of its own, because a
    /// cell near the end can decide how the first one is read.
    pub(super) fn vote(
        self,
        layout: &Layout,
        options: &ReadOptions,
        problems: &mut Problems,
    ) -> Numbers {
        let mut vote = Vote::new(layout, options);
        let mut records = self.records();
        records.next();
        while let Some(record) = records.next() {
            if record.fault.is_none() && record.fits(layout) {
                vote.row(record.origin, |index| record.cell(index));
            }
        }
        vote.settle(&|origin| self.place(origin), problems)
    }

    /// The line of a row under the first one that looks like the header: reports put a title on top.
    fn header_below(self, headers: &Headers<'_>) -> Option<usize> {
        let mut records = self.records();
        records.next()?;
        for _ in 1..10 {
            let record = records.next()?;
            if headers.is_header(record.cells.iter()) {
                return Some(record.origin.row);
            }
        }
        None
    }

    pub(super) fn ragged(self, record: &Record<'_>, layout: &Layout) -> Problem {
        let found = record.cells.len();
        let mut problem =
            Problem::error(say::ragged_row(layout.width, found)).at(self.place(record.origin));
        if found > layout.width {
            problem = problem.help(say::quote_delimiter(self.dialect.shown()));
        }
        let raw = &self.text[record.origin.byte..record.end];
        if raw.trim_end().contains('\n') {
            problem = problem.help(say::row_spans_lines());
        }
        problem
    }

    pub(super) fn misquoted(self, fault: Fault, row: Origin) -> Problem {
        match fault {
            Fault::Unclosed { open } => Problem::error(say::unclosed_quote())
                .at(self.stretch(row, open, open + 1))
                .help(say::double_quote()),
            Fault::Behind { open, text } => {
                let opened = self.stretch(row, open, open + 1).short();
                Problem::error(say::text_behind_quote())
                    .at(self.stretch(row, text, text + 1))
                    .help(say::quote_opened_at(opened))
                    .help(say::double_quote())
            }
        }
    }

    /// The place of a cell, or of the first line of a row.
    pub(super) fn place(self, origin: Origin) -> Place {
        let cell = origin
            .cell
            .and_then(|index| Cells::of(self.text, origin.byte, self.dialect.delimiter).nth(index));
        match cell {
            Some(cell) => self.stretch(origin, cell.start, cell.end),
            None => self.stretch(origin, origin.byte, self.text.len()),
        }
    }

    /// As [`Place::in_text`], which counts lines from the top of the text and would take time in
    /// the square of the length for a file with a mistake in every row.
    fn stretch(self, row: Origin, start: usize, end: usize) -> Place {
        let from = &self.text[row.byte..];
        let mut place = Place::in_text(self.name, from, start - row.byte, end - row.byte);
        if let Spot::Text { line, .. } = &mut place.spot {
            *line += row.row - 1;
        }
        place
    }
}

/// How a text is split.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Dialect {
    delimiter: u8,
    /// Byte where the header starts.
    start: usize,
    /// Lines in front of it.
    lines: usize,
}

impl Dialect {
    /// What Excel's own `sep=;` line declares, else the candidate that makes most of the text.
    pub(super) fn of(text: &str, headers: &Headers<'_>) -> Self {
        if let Some(declared) = Self::declared(text) {
            return declared;
        }
        let mut best = Self::with(b',');
        let mut most = best.merit(text, headers);
        for delimiter in [b';', b'\t', b'|'] {
            let dialect = Self::with(delimiter);
            let merit = dialect.merit(text, headers);
            if merit > most {
                (best, most) = (dialect, merit);
            }
        }
        best
    }

    fn with(delimiter: u8) -> Self {
        Self {
            delimiter,
            start: 0,
            lines: 0,
        }
    }

    fn declared(text: &str) -> Option<Self> {
        let line = text.lines().next()?;
        let bare = line.trim_matches(['"', ' ']);
        let sign = bare
            .get(..4)
            .filter(|head| head.eq_ignore_ascii_case("sep="))
            .map(|_| &bare[4..])?;
        let [delimiter] = *sign.as_bytes() else {
            return None;
        };
        let is_usable = delimiter == b'\t' || delimiter.is_ascii_punctuation() && delimiter != b'"';
        is_usable.then(|| Self {
            delimiter,
            start: text.find('\n').map_or(text.len(), |at| at + 1),
            lines: 1,
        })
    }

    fn records(self, text: &str) -> Records<'_> {
        Records::new(text, self.delimiter, self.start, self.lines)
    }

    /// How much of the text this delimiter makes sense of: known headers in one row, then rows
    /// with the same number of cells, then cells in them.
    fn merit(self, text: &str, headers: &Headers<'_>) -> (usize, usize, usize) {
        const ROWS: usize = 50;
        const HEADER_ROWS: usize = 10;
        const HEADER_CELLS: usize = 1_000;
        let mut records = self.records(text);
        let mut known = 0;
        let mut widths: BTreeMap<usize, usize> = BTreeMap::new();
        for row in 0..ROWS {
            let Some(record) = records.next() else { break };
            if row < HEADER_ROWS {
                let cells = record.cells.iter().take(HEADER_CELLS);
                known = known.max(cells.filter(|cell| headers.knows(cell)).count());
            }
            if record.cells.len() > 1 {
                *widths.entry(record.cells.len()).or_default() += 1;
            }
        }
        let (rows, width) = widths
            .into_iter()
            .map(|(width, rows)| (rows, width))
            .max()
            .unwrap_or_default();
        (known, rows, width)
    }

    fn shown(self) -> String {
        match self.delimiter {
            b'\t' => "tab".to_owned(),
            delimiter => char::from(delimiter).to_string(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::read::Decimal;
    use crate::statement::{Answer, Column};

    fn table(text: &str) -> (Statements, Vec<Problem>) {
        read(text.as_bytes(), "a.csv", &ReadOptions::default()).expect("is a table")
    }

    /// `code file:line:column` of every problem.
    fn problems(text: &str) -> Vec<String> {
        let problems = match read(text.as_bytes(), "a", &ReadOptions::default()) {
            Ok((_, warnings)) => warnings,
            Err(problems) => problems,
        };
        let named = |problem: &Problem| {
            let place = problem.place.as_ref().map(Place::short).unwrap_or_default();
            format!("{} {place}", problem.code)
        };
        problems.iter().map(named).collect()
    }

    fn delimiter(text: &str) -> u8 {
        Dialect::of(text, &Headers::new(&ReadOptions::default())).delimiter
    }

    #[test]
    fn the_delimiter_is_the_one_that_makes_sense() {
        for (text, expected) in [
            ("region,indicator\nOKI,t1\n", b','),
            ("region;indicator;level\nOKI;t1;2,5\nOKU;t1;3,5\n", b';'),
            ("region\tindicator\tnote\nOKI\tt1\ta, b; c\n", b'\t'),
            ("region|indicator|note\nOKI|t1|a, b; c\n", b'|'),
            (
                "region,indicator,note\nOKI,t1,\"a; b; c\"\nOKU,t1,d; e; f\n",
                b',',
            ),
            ("\"region\";\"a,b,c\"\n\"x\";\"1,2,3\"\n", b';'),
            ("a;b\n1,5;2,5\n", b';'),
            ("Laporan, 2024\nregion;indicator\nOKI;t1\n", b';'),
            ("satu kolom\n", b','),
            ("sep=|\nregion,indicator\n", b'|'),
            ("\"sep=;\"\nregion,indicator\n", b';'),
            ("SEP=\t\nregion,indicator\n", b'\t'),
            ("sep=xy\nregion,indicator\nOKI,t1", b','),
        ] {
            assert_eq!(char::from(delimiter(text)), char::from(expected), "{text}");
        }
    }

    /// The same table as an Indonesian Excel saves it under its several names.
    #[test]
    fn all_exports_of_a_spreadsheet_read_alike() {
        let semicolons = "Wilayah;Indikator;Skor;Bobot;Kutipan\r\n\
            Kab. A;1.1;3,5;0,25;\"“SOP”; tiap tahun\"\r\nKab. B;1.1;2;1.234,5;\"satu\r\ndua\"\r\nKab. C;1.1;;0,75;\r\n";
        let declared = format!("sep=;\r\n{semicolons}");
        let marked = format!("\u{feff}{semicolons}");
        let tabs = "Wilayah\tIndikator\tSkor\tBobot\tKutipan\r\n\
            Kab. A\t1.1\t3,5\t0,25\t“SOP”; tiap tahun\r\nKab. B\t1.1\t2\t1.234,5\t\"satu\r\ndua\"\r\nKab. C\t1.1\t\t0,75\t\r\n";
        let commas = "Wilayah,Indikator,Skor,Bobot,Kutipan\r\n\
            Kab. A,1.1,\"3,5\",\"0,25\",“SOP”; tiap tahun\r\nKab. B,1.1,2,\"1.234,5\",\"satu\r\ndua\"\r\nKab. C,1.1,,\"0,75\",\r\n";
        let ansi: Vec<u8> = semicolons
            .chars()
            .map(|letter| match letter {
                '“' => 0x93,
                '”' => 0x94,
                letter => u8::try_from(letter).expect("is ASCII"),
            })
            .collect();
        let unicode: Vec<u8> = std::iter::once(0xFEFF)
            .chain(tabs.encode_utf16())
            .flat_map(u16::to_le_bytes)
            .collect();
        for bytes in [
            semicolons.as_bytes(),
            declared.as_bytes(),
            marked.as_bytes(),
            commas.as_bytes(),
            &ansi,
            &unicode,
        ] {
            let (statements, warnings) =
                read(bytes, "a.csv", &ReadOptions::default()).expect("is a table");
            assert_eq!(warnings, []);
            let [a, b, c] = statements.rows() else {
                panic!("three rows")
            };
            assert_eq!(a.answer, Answer::Number(3.5));
            assert_eq!(a.words(), Some("“SOP”; tiap tahun"));
            assert!((b.weight - 1234.5).abs() < 1e-9);
            assert_eq!(b.words(), Some("satu\r\ndua"));
            assert_eq!((&c.answer, c.words()), (&Answer::Missing, None));
            assert_eq!(&*c.indicator, "1.1");
            let first = usize::from(bytes == declared.as_bytes()) + 2;
            let lines = [a, b, c].map(|row| row.origin.row);
            assert_eq!(lines, [first, first + 1, first + 3]);
            assert_eq!(
                statements.place(c, Column::Region).short(),
                format!("a.csv:{}:1", first + 3)
            );
        }
    }

    #[test]
    fn rows_know_their_line_and_byte_under_every_line_end() {
        for (text, places) in [
            ("region,kode\nA,1\nB,2", [(2, 12), (3, 16)]),
            ("region,kode\r\nA,1\r\nB,2\r\n", [(2, 13), (3, 18)]),
            ("region,kode\rA,1\rB,2\r", [(2, 12), (3, 16)]),
            ("\n\nregion,kode\n\n\nA,1\n,\n\nB,2\n\n", [(6, 16), (9, 23)]),
            ("region,\"kode\n\"\nA,\"1\n\n\"\nB,2", [(3, 15), (6, 23)]),
            ("sep=,\nregion,kode\nA,1\nB,2", [(3, 18), (4, 22)]),
        ] {
            let (statements, warnings) = table(text);
            assert_eq!(warnings, [], "{text}");
            let found: Vec<(usize, usize)> = statements
                .rows()
                .iter()
                .map(|row| (row.origin.row, row.origin.byte))
                .collect();
            assert_eq!(found, places, "{text}");
        }
    }

    #[test]
    fn empty_rows_and_empty_cells_behind_the_header_are_passed_over() {
        let (statements, warnings) = table("region;kode\nA;1;;;\n;;;;;\n ; \n\nB;2\n;\n");
        assert_eq!((statements.rows().len(), warnings.len()), (2, 0));
        let (statements, warnings) = table("region;kode;;\nA;1\nB;2;;;;\n");
        assert_eq!((statements.rows().len(), warnings.len()), (2, 0));
    }

    #[test]
    fn a_column_without_header_is_mentioned_when_it_holds_something() {
        let found = problems("region,,kode,\nA,x,1,\nB,y,2,\n");
        assert_eq!(found, ["unnamed_columns a:1:8"]);
    }

    #[test]
    fn every_ragged_row_is_an_error_with_both_counts() {
        let text = "region,kode,skor\nA,1\nB,1,2\nC,1,2,x\nD\n";
        assert_eq!(
            problems(text),
            ["ragged_row a:2:1", "ragged_row a:4:1", "ragged_row a:5:1"]
        );
        let found = read(text.as_bytes(), "a", &ReadOptions::default()).expect_err("is ragged");
        assert_eq!(
            found[1].message.both()[1],
            "cells in this row: 4; in the header: 3"
        );
    }

    #[test]
    fn a_quotation_mark_out_of_place_is_found_where_it_stands() {
        for (text, expected) in [
            ("region,kode\nA,\"1\nB,2\n", &["unclosed_quote a:2:3"][..]),
            ("region,\"kode\nA,1\n", &["unclosed_quote a:1:8"]),
            ("region,kode\nA,\"", &["unclosed_quote a:2:3"]),
            // Read without a word, this would be two rows, and B a part of the first.
            (
                "region,kode\nA,\"1\nB,\"2\"\nC,3\n",
                &["text_behind_quote a:3:4"],
            ),
            (
                "region,kode\nKab. \"A\",1\n5\" pipa,2\n\"a\"\"b\" ,3\n",
                &[],
            ),
            ("region,kode\n\"\",1\n\"\"\"\",2\n", &["empty_cell a:2:1"]),
        ] {
            assert_eq!(problems(text), expected, "{text}");
        }
    }

    #[test]
    fn problems_of_all_rows_come_together_in_order() {
        let found = problems("region,kode,arah,angka\nA,1,naik,x\n,2,,\nC,,,\"\nD\n");
        let expected = [
            "word_expected a:2:5",
            "number_expected a:2:10",
            "empty_cell a:3:1",
            "unclosed_quote a:4:5",
        ];
        assert_eq!(found, expected);
    }

    #[test]
    fn a_title_above_the_header_is_explained() {
        let text = "Laporan 2024\n\nWilayah,Kode\nA,1\n";
        let found = read(text.as_bytes(), "a", &ReadOptions::default()).expect_err("has no header");
        assert_eq!(found[0].code, "missing_column");
        assert!(found[0].help[0].both()[0].starts_with("baris 3 "));
    }

    #[test]
    fn the_decimal_sign_is_settled_by_the_whole_file() {
        for (cells, expected) in [
            (&["3.996", "70,24"][..], Ok([3996.0, 70.24])),
            (&["3.996", "2.5"], Ok([3.996, 2.5])),
            (&["3", "4"], Ok([3.0, 4.0])),
            (&["2,5", "2.5"], Err("decimal_mixed a:3:5")),
            (&["2.5", "1.234,5"], Err("decimal_mixed a:3:5")),
            (&["3", "3.996"], Err("decimal_undecidable a:3:5")),
            (&["1,875", "baik"], Err("decimal_undecidable a:2:5")),
        ] {
            let text = format!("region;kode;skor\nA;1;{}\nB;1;{}\n", cells[0], cells[1]);
            match (
                read(text.as_bytes(), "a", &ReadOptions::default()),
                expected,
            ) {
                (Ok((statements, _)), Ok(numbers)) => {
                    let found: Vec<&Answer> =
                        statements.rows().iter().map(|row| &row.answer).collect();
                    assert_eq!(
                        found,
                        [&Answer::Number(numbers[0]), &Answer::Number(numbers[1])]
                    );
                }
                (Ok(_), Err(code)) => panic!("{cells:?} should be {code}"),
                (Err(_), _) => {
                    assert_eq!(problems(&text), [expected.expect_err("is wrong")]);
                }
            }
        }
    }

    #[test]
    fn every_numeric_column_has_a_say_in_the_decimal_sign() {
        for header in ["skor", "angka", "bobot", "t1"] {
            let text = format!("region;kode;{header}\nA;1;2,5\nB;1;2.5\n");
            let text = if header == "t1" {
                text.replace("kode", "opd")
            } else {
                text
            };
            let options = ReadOptions {
                indicators: vec!["T1".to_owned()],
                ..ReadOptions::default()
            };
            let found = read(text.as_bytes(), "a", &options).expect_err("is mixed");
            assert_eq!(found[0].code, "decimal_mixed", "{header}");
            let options = ReadOptions {
                decimal: Some(Decimal::Comma),
                ..options
            };
            let found = read(text.as_bytes(), "a", &options).expect_err("is mixed");
            assert_eq!(
                (found.len(), found[0].code),
                (1, "no_decimal_comma"),
                "{header}"
            );
        }
    }

    #[test]
    fn a_mistake_in_every_row_takes_time_in_the_length_of_the_file() {
        let text = format!("region,kode,angka\n{}", "A,1,x\n".repeat(60_000));
        assert!(problems(&text).len() > 1_000);
    }
}
