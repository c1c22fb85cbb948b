use super::*;
use crate::assess::{Spellings, assess};
use crate::framework::{Method, library};
use crate::read::{ReadOptions, read};
use crate::region::Register;

const HEAD: &str = "region,indicator,level,direction,informant,role,agency,method,date,use,coder\n";

struct Data {
    framework: Framework,
    statements: Statements,
    assessed: Assessed,
}

impl Data {
    fn new(rows: &[&str]) -> Self {
        let (framework, _) = library::get("smart-province-readiness").expect("built in");
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
            .verdict
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
