use super::*;
use crate::problem::Problem;
use crate::problem::{Checked, Spot};
use crate::read::problems::Problems;
use crate::read::rows::Headed;
use crate::read::settings::{Defaults, Known, ReadOptions};
use crate::statement::Field;
use crate::table::{Delimited, Table};

fn options(columns: &[(&str, &str)], indicators: &[&str]) -> ReadOptions {
    ReadOptions {
        columns: columns
            .iter()
            .map(|(a, b)| ((*a).to_owned(), (*b).to_owned()))
            .collect(),
        indicators: indicators.iter().map(|it| Known::from(*it)).collect(),
        ..ReadOptions::default()
    }
}

fn layout(header: &str, options: &ReadOptions) -> Checked<Layout> {
    let mut problems = Problems::default();
    let text = Delimited::new(header.to_owned(), b'|', 0);
    let table = Table::delimited("a", text, None);
    let headed = Headed::of(&table, &mut problems).expect("has a header");
    match Headers::new(options).layout(&headed, &Defaults::default(), &mut problems) {
        Some(layout) => problems.finish(layout),
        None => problems.fail(),
    }
}

/// The code of every problem, and the column where it stands.
fn codes(result: Checked<Layout>) -> Vec<(&'static str, String)> {
    let problems = match result {
        Ok((_, warnings)) => warnings,
        Err(problems) => problems,
    };
    problems.iter().map(|it| (it.code, column(it))).collect()
}

/// The number of the column where a problem stands, from 0; `line` where it is all of the header.
fn column(problem: &Problem) -> String {
    let place = problem.place.as_ref().expect("has a place");
    let Spot::Text {
        column,
        width,
        excerpt,
        ..
    } = &place.spot
    else {
        panic!("a place in text")
    };
    if *width == excerpt.chars().count() {
        return "line".to_owned();
    }
    let before = excerpt.chars().take(column - 1);
    before.filter(|it| *it == '|').count().to_string()
}

#[test]
fn headers_of_both_languages_in_any_order_make_a_long_table() {
    let (layout, warnings) = layout(
        "SKOR| kabupaten/kota |Indikator|Penanggung Jawab",
        &options(&[], &[]),
    )
    .expect("fits");
    assert_eq!(
        layout.columns,
        [
            (Field::Level, 0),
            (Field::Region, 1),
            (Field::Indicator, 2),
            (Field::Owner, 3)
        ]
    );
    assert_eq!(warnings, []);
}

#[test]
fn lokasi_is_no_source() {
    let (layout, _) = layout("region|kode|lokasi|sumber", &options(&[], &[])).expect("fits");
    assert!(layout.columns.contains(&(Field::Locator, 2)));
    assert!(layout.columns.contains(&(Field::Source, 3)));
}

#[test]
fn declared_columns_come_first_and_may_be_left_out() {
    let declared = options(
        &[
            ("Nama Daerah", "region"),
            ("kode", "id"),
            ("rahasia", ""),
            ("x", "indikator"),
        ],
        &[],
    );
    let (found, warnings) = layout("nama  daerah|Kode|rahasia|X", &declared).expect("fits");
    assert_eq!(
        found.columns,
        [(Field::Region, 0), (Field::Id, 1), (Field::Indicator, 3)]
    );
    assert_eq!(warnings, []);
    let wrong = options(&[("a", "regoin")], &[]);
    assert_eq!(
        codes(layout("region|a|kode", &wrong)),
        [("unknown_column_target", "1".to_owned())]
    );
}

#[test]
fn further_columns_are_named_once_with_the_header_they_may_mean() {
    let (_, warnings) =
        layout("region|indikator|skr|warna|kutipn", &options(&[], &[])).expect("fits");
    assert_eq!(warnings.len(), 1);
    assert_eq!(warnings[0].code, "unused_columns");
    assert!(warnings[0].message.both()[1].contains("`skr`, `warna`, `kutipn`"));
    let helps: Vec<&str> = warnings[0].help.iter().map(|help| help.both()[1]).collect();
    assert_eq!(helps.len(), 2, "{helps:?}");
    assert!(helps[0].contains("\"skr=level\"") && helps[1].contains("\"kutipn=quote\""));
}

#[test]
fn a_column_of_the_table_is_not_suggested_again() {
    let (_, warnings) = layout("region|indikator|indikatr", &options(&[], &[])).expect("fits");
    assert_eq!(warnings[0].help, []);
}

#[test]
fn a_doubled_column_is_an_error_at_the_second_header() {
    let result = layout("region|kode|skor|Wilayah|nilai", &options(&[], &[]));
    let expected = [
        ("duplicate_column", "3".to_owned()),
        ("duplicate_column", "4".to_owned()),
    ];
    assert_eq!(codes(result), expected);
}

#[test]
fn a_missing_column_is_an_error_that_names_a_near_header() {
    let problems = layout("wilayh|indikatr|skor", &options(&[], &[])).expect_err("lacks both");
    assert_eq!(problems.len(), 2);
    assert!(problems[0].message.both()[1].contains("`region`"));
    assert!(problems[0].help[0].both()[1].contains("\"wilayh=region\""));
    assert!(problems[1].help[0].both()[1].contains("\"indikatr=indicator\""));
    assert_eq!(column(&problems[1]), "1");
    let result = layout("daerah|skor", &options(&[], &["t1"]));
    assert_eq!(codes(result), [("missing_column", "line".to_owned())]);
}

#[test]
fn a_header_further_down_is_found() {
    let text = "Laporan 2024\nWilayah: Kab. OKI|\nkode|skor\nt1|3\n";
    let table = Table::delimited("a", Delimited::new(text.to_owned(), b'|', 0), None);
    let (options, mut defaults) = (options(&[], &[]), Defaults::default());
    let headers = Headers::new(&options);
    let mut problems = Problems::default();
    let headed = headers.find(&table, &mut defaults, &mut problems);
    let headed = headed.expect("has a header");
    assert_eq!(headed.header, ["kode", "skor"]);
    assert_eq!(defaults.region.as_deref(), Some("Kab. OKI"));
    let codes: Vec<&str> = problems.all().iter().map(|it| it.code).collect();
    assert_eq!(codes, ["said_above_header", "titles_above_header"]);
}

#[test]
fn headers_that_are_indicators_make_a_wide_table() {
    let known = options(&[], &["data-integration", "Jaringan Internet", "status"]);
    let (layout, warnings) = layout(
        "Wilayah| Data Integration |opd|jaringan internet|status|skor|lain",
        &known,
    )
    .expect("fits");
    let indicators: Vec<(usize, &str)> = layout
        .answers
        .iter()
        .map(|it| (it.index, it.of.indicator.as_deref().unwrap_or_default()))
        .collect();
    assert_eq!(
        indicators,
        [(1, "Data Integration"), (3, "jaringan internet")]
    );
    assert!(
        layout.columns.contains(&(Field::Status, 4)),
        "our column wins"
    );
    assert!(!layout.columns.contains(&(Field::Level, 5)));
    assert!(warnings[0].message.both()[1].contains("`skor`, `lain`"));
}

#[test]
fn an_indicator_column_makes_the_table_long() {
    let known = options(&[], &["t1"]);
    let (layout, warnings) = layout("region|indikator|t1", &known).expect("fits");
    assert_eq!(layout.answers, []);
    assert_eq!(warnings.len(), 1);
}

#[test]
fn a_doubled_indicator_is_an_error() {
    let result = layout("region|T1|t1", &options(&[], &["t1"]));
    assert_eq!(codes(result), [("duplicate_column", "2".to_owned())]);
}

#[test]
fn codes_that_differ_in_a_dot_are_two_indicators() {
    let (layout, _) = layout("region|1.1|11", &options(&[], &["1.1", "11"])).expect("fits");
    assert_eq!(layout.answers.len(), 2);
}

#[test]
fn empty_headers_are_remembered() {
    let (layout, _) = layout("region||kode| |", &options(&[], &["–"])).expect("fits");
    assert_eq!(layout.unnamed, [1, 3, 4]);
}

#[test]
fn a_header_of_any_size_is_answered_in_reasonable_time() {
    let cells: Vec<String> = (0..20_000)
        .map(|index| format!("kolom lain {index}"))
        .collect();
    let header = format!("region|kode|{}|{}", cells.join("|"), "x".repeat(1 << 20));
    let (_, warnings) = layout(&header, &options(&[], &[])).expect("fits");
    assert!(warnings[0].message.both()[0].len() < 4_000);
}
