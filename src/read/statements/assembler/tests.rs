//! What becomes of the cells of a row.

use super::*;
use crate::problem::{Checked, finish};
use crate::read::read_what_can_be;
use crate::statement::{Basis, Direction, ItemStatus, Stage, Statements, Usage};

fn options() -> ReadOptions {
    ReadOptions {
        missing: vec!["99".to_owned(), "tidak tahu".to_owned()],
        indicators: vec!["t1".into(), "Jaringan internet".into()],
        ..ReadOptions::default()
    }
}

fn table(text: &str) -> Checked<Statements> {
    // Cells are asked here, not whether the whole table answers anything.
    let (statements, mut problems) = read_what_can_be(text.as_bytes(), "a.csv", &options())?;
    problems.retain(|it| it.code != "nothing_answered");
    finish(statements, problems)
}

/// The only row of a table with one further column.
fn one(header: &str, cell: &str) -> Result<Statement, Vec<&'static str>> {
    match table(&format!("region|kode|{header}\nOKI|t1|{cell}\nOKU|t1|\n")) {
        Ok((statements, warnings)) => {
            assert!(warnings.is_empty(), "{warnings:?}");
            Ok(statements.rows()[0].clone())
        }
        Err(problems) => Err(problems.iter().map(|problem| problem.code).collect()),
    }
}

#[test]
fn a_level_cell_is_a_number_a_label_missing_or_not_applicable() {
    for (cell, expected) in [
        ("3", Ok(Answer::Number(3.0))),
        (" 2,5 ", Ok(Answer::Number(2.5))),
        ("-1", Ok(Answer::Number(-1.0))),
        ("", Ok(Answer::Missing)),
        ("-", Ok(Answer::Missing)),
        ("–", Ok(Answer::Missing)),
        ("NA", Ok(Answer::Missing)),
        ("99", Ok(Answer::Missing)),
        ("99,0", Ok(Answer::Missing)),
        ("Tidak tahu", Ok(Answer::Missing)),
        ("N/A", Ok(Answer::NotApplicable)),
        ("n/a", Ok(Answer::NotApplicable)),
        ("TB", Ok(Answer::NotApplicable)),
        ("tidak berlaku", Ok(Answer::NotApplicable)),
        ("Not applicable", Ok(Answer::NotApplicable)),
        ("Baik", Ok(Answer::Label("Baik".into()))),
        (
            "4 - SOP ditetapkan",
            Ok(Answer::Label("4 - SOP ditetapkan".into())),
        ),
        ("3a", Err(vec!["number_expected"])),
        ("2..5", Err(vec!["number_expected"])),
        ("3,5,1", Err(vec!["number_expected"])),
        ("70%", Err(vec!["number_expected"])),
        ("NaN", Err(vec!["number_expected"])),
        ("-inf", Err(vec!["number_expected"])),
        ("1e999", Err(vec!["number_expected"])),
        ("#DIV/0!", Err(vec!["number_expected"])),
        ("3.996", Err(vec!["decimal_undecidable"])),
    ] {
        assert_eq!(one("skor", cell).map(|row| row.answer), expected, "{cell}");
    }
}

#[test]
fn a_value_cell_is_an_amount_with_its_unit() {
    for (cell, value, unit) in [
        ("12", Some(12.0), None),
        ("70,24%", Some(70.24), Some("percent")),
        ("Rp 2,5 miliar", Some(2.5e9), Some("IDR")),
        ("Rp. 5.4 milyar", Some(5.4e9), Some("IDR")),
        ("1,2 juta", Some(1.2e6), None),
        ("", None, None),
        ("-", None, None),
        ("NA", None, None),
        ("99", None, None),
    ] {
        let row = one("angka", cell).expect(cell);
        assert_eq!((row.value, row.unit.as_deref()), (value, unit), "{cell}");
        assert_eq!(row.answer, Answer::Missing, "{cell}");
    }
    assert_eq!(
        one("angka", "N/A").map(|row| row.answer),
        Ok(Answer::NotApplicable)
    );
    for cell in ["entah", "12 orang", "3a", "NaN", "inf"] {
        assert_eq!(one("angka", cell), Err(vec!["number_expected"]), "{cell}");
    }
}

#[test]
fn a_unit_column_comes_before_the_unit_in_the_cell() {
    let (statements, _) =
        table("region|kode|angka|satuan\nA|t1|70,24%|poin\nB|t1|70,24%|\nC|t1|3|orang\n")
            .expect("fits");
    let units: Vec<Option<&str>> = statements
        .rows()
        .iter()
        .map(|row| row.unit.as_deref())
        .collect();
    assert_eq!(units, [Some("poin"), Some("percent"), Some("orang")]);
}

#[test]
fn a_weight_is_above_zero() {
    for (cell, weight) in [
        ("0,5", 0.5),
        ("2", 2.0),
        ("", 1.0),
        ("-", 1.0),
        ("99", 99.0),
    ] {
        let row = one("bobot", cell).expect(cell);
        assert!(row.weight.total_cmp(&weight).is_eq(), "{cell}");
    }
    for cell in ["0", "-1", "0,0"] {
        assert_eq!(
            one("bobot", cell),
            Err(vec!["weight_not_positive"]),
            "{cell}"
        );
    }
    for cell in ["berat", "NaN", "1e999"] {
        assert_eq!(one("bobot", cell), Err(vec!["number_expected"]), "{cell}");
    }
}

#[test]
fn words_are_matched_and_others_refused_in_every_closed_column() {
    let row = |header, cell| one(header, cell).expect(cell);
    assert_eq!(
        row("arah", "Menghambat").direction,
        Some(Direction::Inhibiting)
    );
    for dash in ["-", "–", "−", "(-)"] {
        let direction = row("arah", dash).direction;
        assert_eq!(direction, Some(Direction::Inhibiting), "{dash}");
    }
    assert_eq!(row("arah", "(+)").direction, Some(Direction::Supporting));
    assert_eq!(row("arah", "").direction, None);
    assert_eq!(row("tahap", "interviu").stage, Some(Stage::Interview));
    assert_eq!(row("pemakaian", "konteks").usage, Usage::Context);
    assert_eq!(row("pemakaian", "").usage, Usage::Primary);
    assert_eq!(row("dasar", "silang").basis, Basis::Cross);
    let status = row("status", "revisi")
        .evidence
        .clone()
        .and_then(|evidence| evidence.status);
    assert_eq!(status, Some(ItemStatus::Revise));
    let consent = row("izin kutip", "ya")
        .evidence
        .clone()
        .and_then(|evidence| evidence.consent);
    assert_eq!(consent, Some(true));
    for header in [
        "arah",
        "tahap",
        "pemakaian",
        "dasar",
        "status",
        "izin_kutip",
    ] {
        assert_eq!(one(header, "entah"), Err(vec!["word_expected"]), "{header}");
    }
}

#[test]
fn lists_in_a_cell_are_split() {
    let row = one("opd", "Diskominfo; Bappeda ;; Dinas A, B").expect("fits");
    let agencies: Vec<&str> = row.agencies.iter().map(|it| &**it).collect();
    assert_eq!(agencies, ["Diskominfo", "Bappeda", "Dinas A, B"]);
    let row = one("tentang", "Diskominfo; Bappeda").expect("fits");
    let concerns: Vec<&str> = row
        .evidence
        .iter()
        .flat_map(|it| &it.concerns)
        .map(|it| &**it)
        .collect();
    assert_eq!(concerns, ["Diskominfo", "Bappeda"]);
    assert!(
        row.agencies.is_empty(),
        "who is spoken about has not spoken"
    );
    let row = one("bertentangan", "a1; a2,a3").expect("fits");
    let ids: Vec<&str> = row.contradicts.iter().map(AsRef::as_ref).collect();
    assert_eq!(ids, ["a1", "a2", "a3"]);
}

#[test]
fn text_is_trimmed_and_a_dash_is_nothing() {
    let text = "region,indicator,informan,temuan,catatan,kelas,tahun,sumber,lokasi\n\
        \u{a0}Kab. OKI ,t1,  Budi ,\" satu\ndua \",-,internal,2019,Perbup 5,hlm. 3\n\
        OKU,t1,-,,–,,,,\n";
    let (statements, warnings) = table(text).expect("fits");
    assert_eq!(warnings, []);
    let [first, second] = statements.rows() else {
        panic!("two rows")
    };
    assert_eq!(&*first.region, "Kab. OKI");
    assert_eq!(first.informant.as_deref(), Some("Budi"));
    assert_eq!(first.class.as_deref(), Some("internal"));
    assert_eq!(first.wave.as_deref(), Some("2019"));
    let evidence = first.evidence.as_deref().expect("has some");
    assert_eq!(evidence.finding.as_deref(), Some("satu\ndua"));
    assert_eq!(evidence.source.as_deref(), Some("Perbup 5"));
    assert_eq!(evidence.locator.as_deref(), Some("hlm. 3"));
    assert_eq!(evidence.note, None);
    assert_eq!((&second.informant, &second.evidence), (&None, &None));
}

#[test]
fn every_column_reaches_its_field() {
    let mut header = Vec::new();
    let mut cells = Vec::new();
    for (column, names) in crate::statement::field::FIELDS {
        header.push(names[0]);
        cells.push(match column {
            Field::Level | Field::Value | Field::Weight => "2",
            Field::Direction => "netral",
            Field::Stage => "final",
            Field::Use => "utama",
            Field::Basis => "asli",
            Field::Status => "belum",
            Field::Consent => "tidak",
            Field::Date | Field::Due => "2019",
            _ => names[0],
        });
    }
    let (statements, _) =
        table(&format!("{}\n{}\n", header.join(","), cells.join(","))).expect("fits");
    let row = &statements.rows()[0];
    let shown = format!("{row:?}");
    assert!(
        shown.matches("None").count() == 4,
        "only qualifier, kind and codes of the header and origin of a projection: {shown}"
    );
    for name in [
        "kind",
        "framework",
        "unit",
        "class",
        "wave",
        "informant",
        "role",
        "agency",
        "concerns",
        "coder",
        "method",
    ] {
        assert!(shown.contains(&format!("\"{name}\"")), "{name}");
    }
}

#[test]
fn an_empty_region_or_indicator_is_an_error() {
    let problems =
        table("region,indicator,skor\n,t1,3\nOKI, ,3\n-,t1,3\n").expect_err("lacks cells");
    let places: Vec<String> = problems
        .iter()
        .map(|problem| {
            assert_eq!(problem.code, "empty_cell");
            problem
                .place
                .as_ref()
                .map(|place| place.short())
                .unwrap_or_default()
        })
        .collect();
    assert_eq!(places, ["a.csv:2:1", "a.csv:3:5", "a.csv:4:1"]);
}

#[test]
fn a_wide_row_gives_a_statement_per_indicator() {
    let text = "wilayah;T1;opd; Jaringan Internet ;warna;catatan;skor\n\
        OKI;3;Diskominfo;2,5;biru;c;9\nOKU;N/A;-;Baik;;;\n";
    let (statements, warnings) = table(text).expect("fits");
    assert_eq!(warnings.len(), 1);
    assert!(warnings[0].message.both()[1].ends_with("`warna`, `skor`"));
    let found: Vec<(&str, &str, &Answer, usize)> = statements
        .rows()
        .iter()
        .map(|row| {
            (
                &*row.region,
                &*row.indicator,
                &row.answer,
                row.origin().cell.unwrap_or_default(),
            )
        })
        .collect();
    assert_eq!(
        found,
        [
            ("OKI", "T1", &Answer::Number(3.0), 1),
            ("OKI", "Jaringan Internet", &Answer::Number(2.5), 3),
            ("OKU", "T1", &Answer::NotApplicable, 1),
            ("OKU", "Jaringan Internet", &Answer::Label("Baik".into()), 3),
        ]
    );
    let second = &statements.rows()[1];
    assert_eq!(second.agencies.len(), 1);
    assert_eq!(
        second
            .evidence
            .as_ref()
            .and_then(|evidence| evidence.note.as_deref()),
        Some("c")
    );
    assert_eq!(statements.place(second, Field::Level).short(), "a.csv:2:18");
}

#[test]
fn a_wide_cell_is_refused_at_its_place() {
    let problems =
        table("wilayah;T1;Jaringan internet\nOKI;3;3a\nOKU;2..5;\n").expect_err("is wrong");
    let places: Vec<String> = problems
        .iter()
        .filter_map(|problem| Some(problem.place.as_ref()?.short()))
        .collect();
    assert_eq!(places, ["a.csv:2:7", "a.csv:3:5"]);
}

#[test]
fn text_that_repeats_is_kept_once() {
    let (statements, _) = table("region,kode\nOKI,t1\nOKI,t1\n").expect("fits");
    let [first, second] = statements.rows() else {
        panic!("two rows")
    };
    assert!(Arc::ptr_eq(first.setting(), second.setting()));
    assert!(first.indicator.is(&second.indicator));
}
