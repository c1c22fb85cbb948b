//! `siap triangulate` on the studies in `examples/`: facts that can be checked in their CSV.

use serde_json::Value;

use crate::run::{folder, siap, siap_with};

fn json(line: &str) -> Value {
    let done = siap(&format!("triangulate {line} --format json"));
    assert_eq!(done.code, 0, "{line}: {}", done.stderr);
    serde_json::from_str(&done.stdout).expect("JSON")
}

fn list(value: &Value) -> &[Value] {
    value.as_array().map_or(&[], Vec::as_slice)
}

/// What a view says of an indicator of a region.
fn meeting<'a>(record: &'a Value, by: &str, region: &str, indicator: &str) -> &'a Value {
    let view = list(&record["views"]).iter().find(|it| it["by"] == by);
    let places = list(&view.expect("the view")["places"]);
    let place = places.iter().find(|it| it["region"] == region);
    let all = list(&place.expect("the region")["indicators"]);
    let found = all.iter().find(|it| it["indicator"] == indicator);
    found.expect("the indicator")
}

fn names(meeting: &Value) -> Vec<&str> {
    let voices = list(&meeting["voices"]).iter();
    voices.filter_map(|it| it["name"].as_str()).collect()
}

/// E001-037 and E001-038 are what one paper says of two offices, and E001-030 is somebody whom that
/// paper quotes: neither an office nor the paper makes a second source.
#[test]
fn offices_and_the_paper_that_tells_of_them_are_no_sources() {
    let record = json("examples/sumsel-smart-province");
    let oki = "Kabupaten Ogan Komering Ilir";
    let found = meeting(&record, "source", oki, "online-applications");
    assert_eq!(found["verdict"], "single");
    assert_eq!(names(found), ["Damanik (2019)"]);
    assert_eq!(list(&found["voices"]).len(), 2);
    let found = meeting(&record, "source", oki, "internet-network");
    assert_eq!(found["verdict"], "single");
}

/// E001-010 and E001-011 are documents, supporting and inhibiting; E001-001 is an interview,
/// supporting.
#[test]
fn methods_contradict_where_rows_of_two_methods_do() {
    let record = json("examples/sumsel-smart-province --by method");
    assert_eq!(list(&record["views"]).len(), 1);
    let found = meeting(
        &record,
        "method",
        "Kabupaten Muara Enim",
        "online-applications",
    );
    assert_eq!(found["verdict"], "contradict");
    let voices = list(&found["voices"]);
    assert_eq!(names(found), ["document", "interview"]);
    assert_eq!(
        (&voices[0]["inhibiting"], &voices[1]["inhibiting"]),
        (&1.into(), &0.into())
    );
    assert!(record["coverage"].is_null() && record["saturation"].is_null());
}

#[test]
fn planned_offices_without_a_statement_are_gaps() {
    let record = json("examples/sumsel-smart-province --by source");
    let gaps: Vec<(&str, &str)> = list(&record["coverage"]["gaps"])
        .iter()
        .filter_map(|it| Some((it["region"].as_str()?, it["agency"].as_str()?)))
        .collect();
    // Twenty posts in five governments. The paper attributes one sentence, to the communication
    // office of Prabumulih (E001-052); the offices it writes about have not spoken.
    assert_eq!(gaps.len(), 19);
    assert!(!gaps.contains(&("Kota Prabumulih", "Dinas Komunikasi dan Informatika")));
    let regions = list(&record["coverage"]["regions"]);
    let sum = |key: &str| {
        regions
            .iter()
            .filter_map(|it| it[key].as_u64())
            .sum::<u64>()
    };
    assert_eq!((sum("statements"), sum("without_agency")), (93, 92));
    // One region asked for: only its gaps.
    let one = json("examples/sumsel-smart-province --by source --region Banyuasin");
    assert_eq!(list(&one["coverage"]["gaps"]).len(), 4);
}

#[test]
fn rows_of_context_are_listed_and_never_counted() {
    let record = json("examples/sumsel-smart-province --by source");
    let places = list(&record["views"][0]["places"]);
    let meetings = || places.iter().flat_map(|it| list(&it["indicators"]));
    let context: usize = meetings().map(|it| list(&it["context"]).len()).sum();
    let rows = |it: &Value| list(&it["statements"]).len();
    let counted: usize = meetings()
        .flat_map(|it| list(&it["voices"]))
        .map(rows)
        .sum();
    assert_eq!((counted, context), (93, 23));
}

/// Four informants with dates in the paper: 27 May, 4, 6 and 17 July 2019.
#[test]
fn interviews_of_kutai_kartanegara_stand_in_order_of_date() {
    let record = json("examples/kutai-kartanegara");
    let saturation = &record["saturation"];
    assert_eq!(saturation["order"], "date");
    let found: Vec<(&str, u64)> = list(&saturation["interviews"])
        .iter()
        .filter_map(|it| Some((it["date"].as_str()?, it["cumulative"].as_u64()?)))
        .collect();
    assert_eq!(
        found,
        [
            ("2019-05-27", 2),
            ("2019-07-04", 4),
            ("2019-07-06", 5),
            ("2019-07-17", 7)
        ]
    );
    assert!(
        list(&saturation["runs"]).is_empty(),
        "four interviews are only a base"
    );
    assert!(list(&record["coverage"]["gaps"]).is_empty());
    let kukar = "Kabupaten Kutai Kartanegara";
    let found = meeting(&record, "time", kukar, "keahlian-ti");
    assert_eq!(found["verdict"], "agree");
}

/// Padang: S318 of 2021 supports, E003-047 of 2022 inhibits.
#[test]
fn times_are_compared_where_rows_have_dates() {
    let record = json("examples/nine-regions --by time");
    let found = meeting(&record, "time", "Kota Padang", "data-integration");
    assert_eq!(found["verdict"], "contradict");
    assert_eq!(names(found), ["2021", "2022"]);
    let found = meeting(&record, "time", "Kabupaten Sijunjung", "internet-network");
    assert_eq!(found["verdict"], "unnamed");
    let places = list(&record["views"][0]["places"]);
    assert_eq!(places.len(), 9);
    for place in places {
        let verdicts = place["verdicts"].as_object().expect("counts");
        let sum: u64 = verdicts.values().filter_map(Value::as_u64).sum();
        assert_eq!(sum, 7, "every indicator has one verdict");
    }
}

#[test]
fn waves_are_times_where_there_are_several() {
    let rows = "region,indicator,level,wave\nOKI,ict-staff,0,2019\nOKI,ict-staff,3,2023\n";
    let (_keep, path) = folder(&[("a.csv", rows)]);
    let words = [
        "triangulate",
        "a.csv",
        "-f",
        "smart-province-readiness",
        "--by",
        "waktu",
        "--format",
        "csv",
    ];
    let done = siap_with(&words, "", &path);
    assert_eq!(done.code, 0, "{}", done.stderr);
    let told: Vec<&str> = done
        .stdout
        .lines()
        .filter(|line| line.contains("ict-staff"))
        .collect();
    assert_eq!(told.len(), 2, "{}", done.stdout);
    assert!(told.iter().all(|line| line.contains("contradict")));
}

#[test]
fn what_is_counted_is_an_indicator_in_a_region() {
    for (lang, wanted) in [
        ("en", "each indicator counted once in each region"),
        ("id", "tiap indikator dihitung sekali di tiap wilayah"),
    ] {
        let line = format!("triangulate examples/sumsel-smart-province --lang {lang}");
        let text = siap(&line).stdout;
        let text = text.split_whitespace().collect::<Vec<_>>().join(" ");
        assert!(text.contains(wanted), "{text}");
    }
}

#[test]
fn people_read_it_in_both_languages() {
    for (lang, words) in [
        (
            "en",
            ["Sources", "Methods", "Times", "stands alone", "0 (planned)"],
        ),
        (
            "id",
            [
                "Triangulasi sumber",
                "Triangulasi teknik",
                "Triangulasi waktu",
                "satu suara",
                "0 (direncanakan)",
            ],
        ),
    ] {
        let done = siap(&format!(
            "triangulate examples/sumsel-smart-province --lang {lang}"
        ));
        assert_eq!(done.code, 0, "{}", done.stderr);
        for word in words {
            assert!(done.stdout.contains(word), "{word}:\n{}", done.stdout);
        }
    }
    let done = siap("triangulate examples/kutai-kartanegara --by source --lang id --full");
    insta::assert_snapshot!("triangulate_kukar_id", done.stdout);
    // In brief only where voices meet.
    let brief = siap("triangulate examples/kutai-kartanegara --lang id").stdout;
    let lines = brief.lines().count();
    assert!(lines <= 130, "{lines}");
    assert!(brief.contains("2 sejalan, 1 menyimpang"), "{brief}");
    assert!(!brief.contains("Pengawasan dan"), "{brief}");
}

#[test]
fn nine_who_agree_are_not_hidden_by_one_who_deviates() {
    let mut rows = String::from("region,indicator,level,informant\n");
    for it in 0..9 {
        rows.push_str(&format!("OKI,ict-staff,3,I{it}\n"));
    }
    rows.push_str("OKI,ict-staff,1,Z\n");
    let (_keep, path) = folder(&[("a.csv", &rows)]);
    let words = ["triangulate", "a.csv", "-f", "smart-province-readiness"];
    let run = |more: &[&str]| {
        let done = siap_with(&[&words[..], more].concat(), "", &path);
        assert_eq!(done.code, 0, "{}", done.stderr);
        done.stdout
    };
    for (lang, wanted) in [
        ("en", ["9 agree, 1 deviates", "most voices agree: 1"]),
        (
            "id",
            ["9 sejalan, 1 menyimpang", "sebagian besar suara sejalan: 1"],
        ),
    ] {
        let text = run(&["--by", "source", "--lang", lang]);
        let text = text.split_whitespace().collect::<Vec<_>>().join(" ");
        for word in wanted {
            assert!(text.contains(word), "{word}: {text}");
        }
    }
    let record: Value = serde_json::from_str(&run(&["--format", "json"])).expect("JSON");
    let oki = "Kabupaten Ogan Komering Ilir";
    let found = meeting(&record, "source", oki, "ict-staff");
    assert_eq!(found["verdict"], "contradict");
    assert_eq!(
        (&found["agreeing"], &found["deviating"]),
        (&9.into(), &1.into())
    );
}
