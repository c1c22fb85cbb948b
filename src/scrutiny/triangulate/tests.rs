use super::*;
use crate::assess::{Spellings, assess};
use crate::framework::{Method, library};
use crate::read::{ReadOptions, read};
use crate::region::Register;

const HEAD: &str = "region,indicator,level,direction,informant,role,agency,method,date,use,coder,\
    id,contradicts\n";

struct Data {
    framework: Framework,
    statements: Statements,
    assessed: Assessed,
}

impl Data {
    fn new(rows: &[&str]) -> Self {
        let (framework, _) = library::get("smart-province-readiness").expect("built in");
        // Rows of tests that need no id leave it out.
        let full = |row: &&str| match row.matches(',').count() {
            10 => format!("{row},,"),
            _ => (*row).to_owned(),
        };
        let rows: Vec<String> = rows.iter().map(full).collect();
        let text = format!("{HEAD}{}\n", rows.join("\n"));
        let (statements, _) =
            read(text.as_bytes(), "a.csv", &ReadOptions::default()).expect("a table");
        let method = Method::of(&framework);
        let (assessed, _) = assess(
            &framework,
            &statements,
            Register::embedded(),
            &Spellings::new(),
            &method,
        )
        .expect("no errors");
        Self {
            framework,
            statements,
            assessed,
        }
    }

    fn shown(&self) -> Vec<usize> {
        (0..self.assessed.assessments.len()).collect()
    }

    fn verdict(&self, by: By, indicator: &str) -> Verdict {
        self.meeting(by, indicator).verdict
    }

    fn meeting(&self, by: By, indicator: &str) -> Meeting {
        let node = self.framework.find(indicator).expect("an indicator");
        let places = triangulate(
            &self.framework,
            &self.statements,
            &self.assessed,
            &self.shown(),
            by,
        );
        let of = |it: &&Meeting| it.node == node;
        places[0]
            .meetings
            .iter()
            .find(of)
            .expect("a meeting")
            .clone()
    }
}

#[test]
fn verdicts_follow_the_rules_for_conflicts_between_voices() {
    for (rows, wanted) in [
        (
            vec!["OKI,ict-staff,1,,A,,,,,,", "OKI,ict-staff,3,,B,,,,,,"],
            Verdict::Contradict,
        ),
        (
            vec!["OKI,ict-staff,1,,A,,,,,,", "OKI,ict-staff,2,,B,,,,,,"],
            Verdict::Agree,
        ),
        // One source that contradicts itself is no contradiction between sources.
        (
            vec!["OKI,ict-staff,1,,A,,,,,,", "OKI,ict-staff,3,,A,,,,,,"],
            Verdict::Single,
        ),
        (
            vec![
                "OKI,ict-staff,,pendukung,A,,,,,,",
                "OKI,ict-staff,,penghambat,B,,,,,,",
            ],
            Verdict::Contradict,
        ),
        (
            vec!["OKI,ict-staff,,netral,A,,,,,,", "OKI,ict-staff,1,,B,,,,,,"],
            Verdict::Unclear,
        ),
        // An unnamed informant may be any of the others.
        (
            vec!["OKI,ict-staff,1,,A,,,,,,", "OKI,ict-staff,3,,,,,,,,"],
            Verdict::Single,
        ),
        (vec!["OKI,ict-staff,1,,,,,,,,"], Verdict::Unnamed),
        (vec!["OKI,ict-staff,1,,A,,,,,context,"], Verdict::Silent),
        // Two coders of one informant are averaged before informants are compared.
        (
            vec![
                "OKI,ict-staff,1,,A,,,,,,X",
                "OKI,ict-staff,3,,A,,,,,,Y",
                "OKI,ict-staff,3,,B,,,,,,X",
            ],
            Verdict::Agree,
        ),
        (
            vec![
                "OKI,ict-staff,0,,A,,,,,,X",
                "OKI,ict-staff,3,,A,,,,,,konsensus",
                "OKI,ict-staff,3,,B,,,,,,X",
            ],
            Verdict::Agree,
        ),
    ] {
        assert_eq!(
            Data::new(&rows).verdict(By::Source, "ict-staff"),
            wanted,
            "{rows:?}"
        );
    }
}

#[test]
fn somebody_unnamed_of_another_post_or_office_is_another_source() {
    for (other, wanted) in [
        // Budi of Dinas Kominfo, who is Kadis there.
        ("OKI,ict-staff,0,,,Sekdis,,,,,", Verdict::Contradict),
        ("OKI,ict-staff,0,,,Kadis,Dinas Kominfo,,,,", Verdict::Single),
        (
            "OKI,ict-staff,0,,,Kadis,Dinas Kesehatan,,,,",
            Verdict::Contradict,
        ),
        (
            "OKI,ict-staff,0,,,,Dinas Kesehatan,,,,",
            Verdict::Contradict,
        ),
        ("OKI,ict-staff,0,,,,DINAS KOMINFO,,,,", Verdict::Single),
        ("OKI,ict-staff,0,,,,,,,,", Verdict::Single),
        ("OKI,ict-staff,2,,,,Dinas Kesehatan,,,,", Verdict::Agree),
    ] {
        let data = Data::new(&["OKI,ict-staff,3,,Budi,Kadis,Dinas Kominfo,,,,", other]);
        assert_eq!(data.verdict(By::Source, "ict-staff"), wanted, "{other}");
    }
    // An office alone is no speaker: two of them are no two voices.
    let offices = Data::new(&[
        "OKI,ict-staff,0,,,,Dinas Kesehatan,,,,",
        "OKI,ict-staff,3,,,,Dinas Kominfo,,,,",
    ]);
    let found = offices.meeting(By::Source, "ict-staff");
    assert_eq!((found.verdict, found.voices.len()), (Verdict::Unnamed, 1));
    // Who is named is held against each of them.
    let three = Data::new(&[
        "OKI,ict-staff,3,,Budi,,Dinas Kominfo,,,,",
        "OKI,ict-staff,3,,,,Dinas Kominfo,,,,",
        "OKI,ict-staff,1,,,,Dinas Kesehatan,,,,",
    ]);
    assert_eq!(three.verdict(By::Source, "ict-staff"), Verdict::Contradict);
}

#[test]
fn a_declared_contradiction_is_one() {
    let declared = Data::new(&[
        "OKI,ict-staff,2,pendukung,A,,,,,,,s1,",
        "OKI,ict-staff,2,pendukung,B,,,,,,,s2,",
        "OKI,ict-staff,2,pendukung,C,,,,,,,s3,s1",
    ]);
    let found = declared.meeting(By::Source, "ict-staff");
    assert_eq!(found.verdict, Verdict::Contradict);
    assert_eq!((found.agreeing, found.deviating), (2, 1));
    // A source that contradicts itself is a conflict, and no contradiction between sources.
    let itself = Data::new(&[
        "OKI,ict-staff,2,,A,,,,,,,s1,",
        "OKI,ict-staff,2,,A,,,,,,,s2,s1",
        "OKI,ict-staff,2,,B,,,,,,,s3,",
    ]);
    assert_eq!(itself.verdict(By::Source, "ict-staff"), Verdict::Agree);
    // Rows that name nobody may be of several.
    let nobody = Data::new(&[
        "OKI,ict-staff,2,,,,,,,,,s1,",
        "OKI,ict-staff,2,,,,,,,,,s2,s1",
    ]);
    assert_eq!(nobody.verdict(By::Source, "ict-staff"), Verdict::Contradict);
    // What is contradicted on another indicator says nothing here.
    let elsewhere = Data::new(&[
        "OKI,ict-staff,2,,A,,,,,,,s1,s3",
        "OKI,ict-staff,2,,B,,,,,,,s2,",
        "OKI,ict-support,2,,C,,,,,,,s3,",
    ]);
    assert_eq!(elsewhere.verdict(By::Source, "ict-staff"), Verdict::Agree);
}

#[test]
fn majorities_are_counted() {
    let mut rows: Vec<String> = (0..9)
        .map(|it| format!("OKI,ict-staff,3,,I{it},,,,,,"))
        .collect();
    rows.push("OKI,ict-staff,1,,Z,,,,,,".to_owned());
    let rows: Vec<&str> = rows.iter().map(String::as_str).collect();
    let found = Data::new(&rows).meeting(By::Source, "ict-staff");
    assert_eq!(found.verdict, Verdict::Contradict);
    assert_eq!((found.agreeing, found.deviating), (9, 1));
    assert!(found.has_majority());
    for (rows, sides) in [
        // Levels 0, 1, 2, 3: neighbours agree.
        (
            vec![
                "OKI,ict-staff,0,,A,,,,,,",
                "OKI,ict-staff,1,,B,,,,,,",
                "OKI,ict-staff,2,,C,,,,,,",
                "OKI,ict-staff,3,,D,,,,,,",
            ],
            (2, 2),
        ),
        (
            vec![
                "OKI,ict-staff,,pendukung,A,,,,,,",
                "OKI,ict-staff,,pendukung,B,,,,,,",
                "OKI,ict-staff,,penghambat,C,,,,,,",
                "OKI,ict-staff,,netral,D,,,,,,",
            ],
            (2, 1),
        ),
        (
            vec!["OKI,ict-staff,1,,A,,,,,,", "OKI,ict-staff,3,,B,,,,,,"],
            (1, 1),
        ),
        (vec!["OKI,ict-staff,,netral,A,,,,,,"], (0, 0)),
        // Who is not named may be A, and is no second voice beside A.
        (
            vec![
                "OKI,ict-staff,1,,A,,,,,,",
                "OKI,ict-staff,1,,,,,,,,",
                "OKI,ict-staff,3,,B,,,,,,",
            ],
            (1, 1),
        ),
    ] {
        let found = Data::new(&rows).meeting(By::Source, "ict-staff");
        assert_eq!((found.agreeing, found.deviating), sides, "{rows:?}");
        assert_eq!(found.has_majority(), sides == (2, 1), "{rows:?}");
    }
}

#[test]
fn methods_and_times_are_compared_likewise() {
    let data = Data::new(&[
        "OKI,ict-staff,1,,A,,,wawancara,2019-05,,",
        "OKI,ict-staff,3,,,,,dokumen,2021-02,,",
        "OKI,internet-network,1,,A,,,wawancara,2019-05,,",
        "OKI,internet-network,3,,B,,,interview,2019,,",
    ]);
    assert_eq!(data.verdict(By::Method, "ict-staff"), Verdict::Contradict);
    assert_eq!(data.verdict(By::Time, "ict-staff"), Verdict::Contradict);
    assert_eq!(
        data.verdict(By::Method, "internet-network"),
        Verdict::Single
    );
    // 2019 may be May 2019.
    assert_eq!(data.verdict(By::Time, "internet-network"), Verdict::Single);
    assert_eq!(
        data.verdict(By::Source, "internet-network"),
        Verdict::Contradict
    );
}

#[test]
fn offices_that_were_planned_and_are_silent_are_gaps() {
    let data = Data::new(&[
        "OKI,ict-staff,1,,,,Dinas Kominfo;Dukcapil,,,,",
        "OKI,internet-network,1,,,,,,,,",
        "OKI,internet-network,1,,,,Bappeda,,,context,",
    ]);
    let region = &*data.assessed.assessments[0].region.name;
    let planned = [(region, "DINAS KOMINFO"), (region, "Dinas Kesehatan")];
    let found = coverage::coverage(&data.statements, &data.assessed, &data.shown(), &planned);
    assert_eq!(
        found.agencies,
        ["DINAS KOMINFO", "Dinas Kesehatan", "Dukcapil"]
    );
    assert_eq!(
        found.gaps().collect::<Vec<_>>(),
        [(region, "Dinas Kesehatan")]
    );
    let row = &found.regions[0];
    assert_eq!((row.statements, row.unnamed), (2, 1));
    assert_eq!(row.cells[0].statements, 1);
}

#[test]
fn interviews_stand_in_order_of_date_where_all_have_one() {
    let dated = Data::new(&[
        "OKI,ict-staff,1,,A,,,interview,2020-02,,",
        "OKI,internet-network,1,,B,,,interview,2020-01,,",
        "OKI,ict-staff,1,,B,,,interview,2020-01,,",
        "OKI,data-integration,1,,C,,,document,2020-01,,",
    ]);
    let found = saturation::saturation(
        &dated.framework,
        &dated.statements,
        &dated.assessed,
        &dated.shown(),
    );
    assert!(found.by_date);
    let first: Vec<usize> = found.interviews.iter().map(|it| it.first.len()).collect();
    assert_eq!(first, [2, 0], "B is first, and a document is no interview");
    assert!(found.runs.is_empty(), "fewer interviews than base and run");
}

#[test]
fn a_run_without_anything_new_shows_saturation() {
    let mut rows: Vec<String> = ["A", "B", "C", "D", "E", "F", "G"]
        .iter()
        .map(|who| format!("OKI,ict-staff,1,,{who},,,interview,,,"))
        .collect();
    rows.push("OKI,internet-network,1,,E,,,interview,,,".to_owned());
    let rows: Vec<&str> = rows.iter().map(String::as_str).collect();
    let data = Data::new(&rows);
    let found = saturation::saturation(
        &data.framework,
        &data.statements,
        &data.assessed,
        &data.shown(),
    );
    assert!(!found.by_date);
    let [two, three] = [found.runs[0], found.runs[1]];
    assert_eq!((two.last, two.new, two.reached), (7, 0, true));
    assert_eq!((three.last, three.new, three.reached), (7, 1, false));
}
