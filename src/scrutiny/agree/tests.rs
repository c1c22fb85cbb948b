use super::*;
use crate::assess::{Spellings, assess};
use crate::framework::{Method, library};
use crate::read::{ReadOptions, read};
use crate::region::Register;

fn measured(rows: &[(&str, &str, &str, u8)]) -> Option<Measured> {
    let mut text = String::from("region,indicator,informant,id,coder,level\n");
    for (indicator, id, coder, level) in rows {
        text.push_str(&format!("Kab. OKI,{indicator},I1,{id},{coder},{level}\n"));
    }
    let (framework, _) = library::get("smart-province-readiness").expect("built in");
    let options = ReadOptions::default();
    let (statements, _) = read(text.as_bytes(), "a.csv", &options).expect("a table");
    let method = Method::of(&framework);
    let register = Register::embedded();
    let (assessed, _) = assess(
        &framework,
        &statements,
        register,
        &Spellings::new(),
        &method,
    )
    .expect("no errors");
    let shown: Vec<usize> = (0..assessed.assessments.len()).collect();
    let choices = Choices::default();
    of_study(&framework, &statements, &assessed, &shown, choices)
}

#[test]
fn differences_are_shares_of_units_by_steps() {
    let found = measured(&[
        ("ict-staff", "s1", "A", 1),
        ("ict-staff", "s1", "B", 1),
        ("ict-staff", "s2", "A", 1),
        ("ict-staff", "s2", "B", 2),
        ("ict-staff", "s3", "A", 4),
        ("ict-staff", "s3", "B", 2),
        // Three coders weigh as one unit: of three pairs two differ by one.
        ("ict-support", "s4", "A", 0),
        ("ict-support", "s4", "B", 0),
        ("ict-support", "s4", "C", 1),
        ("ict-support", "s5", "A", 0),
        ("ict-support", "s6", "A", 4),
        ("ict-support", "s6", "konsensus", 0),
    ])
    .expect("two coders");
    assert_eq!((found.units, found.coders), (4, 3));
    assert_eq!(found.unit, UnitKind::Statement);
    let shares: Vec<(usize, f64)> = found
        .differences
        .iter()
        .map(|it| (it.steps, it.share))
        .collect();
    let third = 1.0 / 3.0;
    let wanted = [
        (0, (1.0 + third) / 4.0),
        (1, (1.0 + 2.0 * third) / 4.0),
        (2, 0.25),
    ];
    assert_eq!(shares.len(), wanted.len());
    for (found, wanted) in shares.iter().zip(wanted) {
        assert_eq!(found.0, wanted.0);
        assert!((found.1 - wanted.1).abs() < 1e-12, "{found:?}");
    }
    assert!((found.differing() - 2.0 / 3.0).abs() < 1e-12);
    assert_eq!(found.reading, Reading::FewUnits);
    // −2: 1/8, −1: 5/24, 0: 1/3, 1: 5/24, 2: 1/8.
    for (u, steps) in [
        (0.0, -2),
        (0.124, -2),
        (0.126, -1),
        (0.34, 0),
        (0.66, 0),
        (0.67, 1),
        (0.88, 2),
        (0.999_999, 2),
    ] {
        assert_eq!(found.shift(u), steps, "{u}");
    }
}

#[test]
fn one_coder_measures_nothing() {
    assert_eq!(measured(&[("ict-staff", "s1", "A", 1)]), None);
    assert_eq!(
        measured(&[("ict-staff", "s1", "A", 1), ("ict-staff", "s2", "B", 1)]).map(|it| it.unit),
        Some(UnitKind::Cell)
    );
    let consensus = [
        ("ict-staff", "s1", "A", 1),
        ("ict-staff", "s1", "konsensus", 4),
    ];
    assert_eq!(measured(&consensus), None);
}

#[test]
fn coders_who_never_differ_shift_nothing() {
    let rows = [
        ("ict-staff", "s1", "A", 1),
        ("ict-staff", "s1", "B", 1),
        ("ict-staff", "s2", "A", 3),
        ("ict-staff", "s2", "B", 3),
    ];
    let found = measured(&rows).expect("two coders");
    assert_eq!(found.alpha.value, Ok(1.0));
    assert!(found.differing() < 1e-12);
    assert!([0.0, 0.5, 0.99].iter().all(|it| found.shift(*it) == 0));
}
