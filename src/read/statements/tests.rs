use super::*;
use crate::problem::{Place, Spot, finish};
use crate::read::{Decimal, read};
use crate::statement::{Answer, Field};
use crate::table::{Kind, Sheet};

fn table(text: &str) -> (Statements, Vec<Problem>) {
    read(text.as_bytes(), "a.csv", &ReadOptions::default()).expect("is a table")
}

/// The statements of a table in which nothing may be wrong.
fn checked(table: Table, options: &ReadOptions) -> Checked<Statements> {
    let (statements, problems) = of(table, Vec::new(), options)?;
    finish(statements, problems)
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
        let lines = [a, b, c].map(|row| row.origin().row);
        assert_eq!(lines, [first, first + 1, first + 3]);
        assert_eq!(
            statements.place(c, Field::Region).short(),
            format!("a.csv:{}:1", first + 3)
        );
    }
}

#[test]
fn rows_know_their_line_under_every_line_end() {
    for (text, places) in [
        ("region,kode\nA,1\nB,2", [2, 3]),
        ("region,kode\r\nA,1\r\nB,2\r\n", [2, 3]),
        ("region,kode\rA,1\rB,2\r", [2, 3]),
        ("\n\nregion,kode\n\n\nA,1\n,\n\nB,2\n\n", [6, 9]),
        ("region,\"kode\n\"\nA,\"1\n\n\"\nB,2", [3, 6]),
        ("sep=,\nregion,kode\nA,1\nB,2", [3, 4]),
    ] {
        let (statements, warnings) = table(text);
        assert_eq!(warnings, [], "{text}");
        let found: Vec<(usize, usize)> = statements
            .rows()
            .iter()
            .map(|row| {
                let place = statements.place(row, Field::Region);
                let Spot::Text { line, .. } = place.spot else {
                    panic!("a place in text")
                };
                (row.origin().row, line)
            })
            .collect();
        assert_eq!(found, places.map(|line| (line, line)), "{text}");
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
fn a_title_above_the_header_is_passed_over() {
    let text = "Laporan 2024\n\nWilayah,Kode\nA,1\n";
    let (statements, found) =
        read(text.as_bytes(), "a", &ReadOptions::default()).expect("has a header");
    assert_eq!(statements.rows().len(), 1);
    assert_eq!(found[0].code, "titles_above_header");
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
                let found: Vec<&Answer> = statements.rows().iter().map(|row| &row.answer).collect();
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
            indicators: vec!["T1".into()],
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

/// Long enough to be read in several parts.
fn long(row: &str) -> String {
    let rows = (3 << 20) / row.len();
    format!("region,kode,skor\n{}", row.repeat(rows))
}

#[test]
fn a_mistake_far_down_is_told_at_its_line() {
    for row in ["OKI,t1,3\n", "\"OKI\",\"t1\n\",3\r\n"] {
        let text = format!("{}OKU,t1,2..5\n\n{}", long(row), row.repeat(9));
        let line = text[..text.find("OKU").expect("is there")]
            .matches('\n')
            .count()
            + 1;
        assert_eq!(problems(&text), [format!("number_expected a:{line}:8")]);
    }
}

#[test]
fn parts_join_to_the_table_as_one_reader_sees_it() {
    let row = "Kab. A,t1,3\n\"Kab. \"\"B\"\"\",\"t\n2\",baik\n\nKab. C,t1,-\n";
    let (statements, _) = table(&long(row));
    let all = statements.rows();
    assert_eq!(all.len() % 3, 0);
    for (at, three) in all.chunks(3).enumerate() {
        let found: Vec<_> = three
            .iter()
            .map(|row| (&*row.region, &*row.indicator, row.origin().row - 5 * at))
            .collect();
        let expected = [
            ("Kab. A", "t1", 2),
            ("Kab. \"B\"", "t\n2", 3),
            ("Kab. C", "t1", 6),
        ];
        assert_eq!(found, expected);
        assert_eq!(three[1].answer, Answer::Label("baik".into()));
    }
}

#[test]
fn the_last_cell_can_decide_how_the_first_is_read() {
    let text = format!("{}OKU,t1,70.24\n", long("OKI,t1,3.996\n"));
    let (statements, _) = table(&text);
    assert_eq!(statements.rows()[0].answer, Answer::Number(3.996));
    let text = format!("{}OKU,t1,\"70,24\"\n", long("OKI,t1,3.996\n"));
    let (statements, _) = table(&text);
    assert_eq!(statements.rows()[0].answer, Answer::Number(3996.0));
    let mixed = format!("{}OKU,t1,\"70,24\"\n", long("OKI,t1,3.5\n"));
    let line = mixed.lines().count();
    assert_eq!(problems(&mixed), [format!("decimal_mixed a:{line}:8")]);
}

/// A sheet with a header and rows of cells.
fn sheet(header: &[&str], rows: &[&[(&str, Kind)]]) -> Table {
    let mut sheet = Sheet::new("Teknologi");
    sheet.row(3);
    header.iter().for_each(|name| sheet.cell(name, Kind::Text));
    for (at, row) in rows.iter().enumerate() {
        sheet.row(5 + at);
        row.iter().for_each(|(text, kind)| sheet.cell(text, *kind));
    }
    Table::sheet("laporan.xlsx", sheet, "00".to_owned())
}

#[test]
fn a_number_typed_by_the_source_has_no_say_in_the_decimal_sign_and_needs_none() {
    let number = |it| ("", Kind::Number(it));
    let text = |it| (it, Kind::Text);
    let header = ["region", "kode", "skor", "bobot", "angka", "tahun"];
    let read = |score| {
        let rows = [
            &[
                text("A"),
                number(1.1),
                number(3.996),
                number(0.5),
                number(1e-3),
                number(2024.0),
            ][..],
            &[
                text("A"),
                text("1.1"),
                text(score),
                text("0,5"),
                text("70,24%"),
                text("2024"),
            ],
        ];
        checked(sheet(&header, &rows), &ReadOptions::default())
    };
    let (statements, warnings) = read("2,5").expect("is a table");
    assert_eq!(warnings, []);
    let [typed, written] = statements.rows() else {
        panic!("two rows")
    };
    assert_eq!(typed.answer, Answer::Number(3.996));
    assert_eq!((typed.weight, typed.value), (0.5, Some(1e-3)));
    assert_eq!(
        (&*typed.indicator, typed.wave.as_deref()),
        ("1.1", Some("2024"))
    );
    assert_eq!(written.answer, Answer::Number(2.5));
    assert_eq!((written.weight, written.value), (0.5, Some(70.24)));
    let place = statements.place(written, Field::Level);
    assert_eq!(place.short(), "laporan.xlsx:`Teknologi`!C6");
    let problems = read("2.5").expect_err("is mixed");
    assert_eq!(problems[0].code, "decimal_mixed");
}

#[test]
fn cells_of_one_text_and_two_types_are_two() {
    let row = |kind| [("A", Kind::Text), ("t1", Kind::Text), ("1.5", kind)];
    let rows = [&row(Kind::Number(1.5))[..], &row(Kind::Text)];
    let options = ReadOptions {
        decimal: Some(Decimal::Comma),
        ..ReadOptions::default()
    };
    let table = sheet(&["region", "kode", "bobot"], &rows);
    let problems = checked(table, &options).expect_err("needs a comma");
    assert_eq!((problems.len(), problems[0].code), (1, "no_decimal_comma"));
}

#[test]
fn what_stands_beside_the_table_of_a_sheet_is_told_at_its_header() {
    let (a, b) = (("A", Kind::Text), ("", Kind::Number(1.0)));
    let table = sheet(&["region", "kode"], &[&[a, b], &[], &[a, b, b]]);
    let (statements, problems) = checked(table, &ReadOptions::default()).expect("is read");
    assert_eq!(statements.rows().len(), 2);
    let places: Vec<_> = problems.iter().filter_map(|it| it.place.as_ref()).collect();
    assert_eq!(places[0].short(), "laporan.xlsx:`Teknologi`!C3");
    assert_eq!((problems.len(), problems[0].code), (1, "unnamed_columns"));
}
