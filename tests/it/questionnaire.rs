//! `siap reliability` through the command line, against published figures.

use serde_json::Value;

use crate::run::{folder, root, siap, siap_with};

const EXACT: f64 = 1e-9;
const DATA: &str = "tests/reference/agreement/data";

fn json(line: &str) -> Value {
    let done = siap(&format!("reliability {line} --format json"));
    assert_eq!(done.code, 0, "{line}: {}", done.stderr);
    serde_json::from_str(&done.stdout).expect("JSON")
}

fn near(found: &Value, wanted: f64, within: f64) {
    let found = found.as_f64().expect("a number");
    assert!((found - wanted).abs() < within, "{found} is not {wanted}");
}

fn named<'a>(list: &'a Value, id: &str) -> &'a Value {
    let mut all = list.as_array().expect("a list").iter();
    all.find(|it| it["id"] == id).expect("is in the list")
}

/// A matrix of pseudo-random answers 1–5 of so many respondents, the same on every run.
fn matrix(respondents: usize) -> String {
    let mut state = 12_345_u32;
    let mut text = "no,q1,q2,q3,q4\n".to_owned();
    for respondent in 0..respondents {
        let answers: Vec<String> = (0..4)
            .map(|_| {
                state = state.wrapping_mul(1_103_515_245).wrapping_add(12_345);
                ((state >> 16) % 5 + 1).to_string()
            })
            .collect();
        text.push_str(&format!("{respondent},{}\n", answers.join(",")));
    }
    text
}

#[test]
fn published_coefficients_are_met_through_the_command_line() {
    let path = root().join("tests/reference/agreement/expected.csv");
    let mut reader = csv::Reader::from_path(path).expect("the table");
    let header = reader.headers().expect("a header").clone();
    let at = |name: &str| header.iter().position(|it| it == name).expect("a column");
    let [file, cols, stat, options, exact] = ["file", "cols", "stat", "options", "exact"].map(at);
    let mut rows = 0;
    for record in reader.records() {
        let record = record.expect("a row");
        let stat = &record[stat];
        if !["cronbach", "cronbach_std", "citc", "alpha_drop"].contains(&stat) {
            continue;
        }
        rows += 1;
        let mut line = format!("--matrix {DATA}/{}", &record[file]);
        let mut scale = "index";
        if !record[cols].is_empty() {
            line.push_str(&format!(
                " --construct X={}",
                record[cols].replace(' ', ",")
            ));
            scale = "X";
        }
        if &record[options] == "pairwise" {
            line.push_str(" --deletion pairwise");
        }
        let found = json(&line);
        let scale = named(&found["scales"], scale);
        let wanted: f64 = record[exact].parse().expect("a number");
        let value = match stat {
            "cronbach" => &scale["alpha"],
            "cronbach_std" => &scale["alpha_standardised"],
            "citc" => &named(&found["items"], &record[options])["corrected_item_total"],
            _ => &named(&found["items"], &record[options])["alpha_if_deleted"],
        };
        near(value, wanted, EXACT);
    }
    assert_eq!(rows, 17);
}

/// psych::alpha(attitude): .84 (.74, .92) by Feldt. `critical` reaches the criterion only because
/// it counts itself.
#[test]
fn the_attitude_data_have_the_published_interval_and_one_item_that_counts_itself() {
    let found = json(&format!("--matrix {DATA}/r_attitude.csv"));
    let whole = named(&found["scales"], "index");
    near(&whole["alpha"], 0.84, 5e-3);
    near(&whole["alpha_low"], 0.74, 5e-3);
    near(&whole["alpha_high"], 0.92, 5e-3);
    near(&whole["omega"], 0.850_682_357, 1e-6);
    let critical = named(&found["items"], "critical");
    assert_eq!(critical["against_criterion"], "only-with-itself");
    assert_eq!(
        named(&found["items"], "raises")["against_criterion"],
        "both-above"
    );
    // Unknown ends of the scale are no zero.
    assert!(critical["tcr"].is_null() && critical["attained_range"].is_null());
}

#[test]
fn the_criterion_for_correlations_is_computed_from_the_respondents() {
    for (respondents, wanted) in [(30, 0.361_01), (100, 0.196_55)] {
        let (_keep, path) = folder(&[("m.csv", &matrix(respondents))]);
        let words = ["reliability", "--matrix", "m.csv", "--format", "json"];
        let done = siap_with(&words, "", &path);
        let found: Value = serde_json::from_str(&done.stdout).expect("JSON");
        near(&found["r_criterion"]["value"], wanted, 5e-6);
        assert_eq!(found["r_criterion"]["df"], respondents - 2);
    }
}

/// The marginals of the worked example, 29 respondents.
#[test]
fn frequencies_hold_every_level_and_add_to_a_hundred() {
    let found = json(&format!(
        "--matrix {DATA}/skm_permenpanrb14_29resp.csv --scale 1..4"
    ));
    assert_eq!(found["respondents"], 29);
    let counts = |id: &str| -> Vec<u64> {
        let item = named(&found["items"], id);
        let levels = item["frequencies"].as_array().expect("a list");
        levels
            .iter()
            .filter_map(|it| it["count"].as_u64())
            .collect()
    };
    assert_eq!(counts("U1"), [0, 0, 11, 18]);
    assert_eq!(counts("U3"), [0, 2, 12, 15]);
    assert_eq!(counts("U4"), [0, 0, 0, 29]);
    assert_eq!(counts("U9"), [0, 0, 1, 28]);
    for item in found["items"].as_array().expect("a list") {
        let levels = item["frequencies"].as_array().expect("a list");
        let sum: f64 = levels.iter().filter_map(|it| it["percent"].as_f64()).sum();
        assert!((sum - 100.0).abs() < EXACT, "{item}");
        near(&levels[3]["cumulative"], 100.0, EXACT);
    }
    // U4: everybody answered 4.
    let fees = named(&found["items"], "U4");
    assert!(fees["corrected_item_total"].is_null());
    assert_eq!(fees["reason"], "no_variation");
    let whole = named(&found["scales"], "index");
    assert_eq!(whole["omega_reason"], "no_variation");
    assert_eq!(whole["constant"][0], "U4");
}

#[test]
fn the_answers_of_a_survey_are_shown_as_they_are() {
    let done = siap(&format!(
        "reliability --matrix {DATA}/skm_permenpanrb14_29resp.csv --scale 1..4 --lang id"
    ));
    assert_eq!(done.code, 0, "{}", done.stderr);
    insta::assert_snapshot!("reliability_skm_id", done.stdout);
}

/// A wide table that names nobody: each row is a respondent, alike or not.
#[test]
fn rows_of_a_wide_table_are_respondents() {
    let file = root().join(format!("{DATA}/skm_permenpanrb14_29resp.csv"));
    let text = std::fs::read_to_string(file).expect("the data");
    let rows = text.lines().skip(1).enumerate().map(|(at, line)| {
        let role = if at < 10 { "Pelajar" } else { "Petani" };
        let answers = line.split_once(',').expect("an id").1;
        format!("Kab. OKI,{role},{answers}\n")
    });
    let table = format!(
        "wilayah,jabatan,u1,u2,u3,u4,u5,u6,u7,u8,u9\n{}",
        rows.collect::<String>()
    );
    let (_keep, path) = folder(&[("skm.csv", &table)]);
    let words = [
        "reliability",
        "skm.csv",
        "-f",
        "skm",
        "--by",
        "jabatan",
        "--column",
        "u8=u8",
        "--column",
        "u9=u9",
        "--format",
        "json",
    ];
    let done = siap_with(&words, "", &path);
    assert_eq!(done.code, 0, "{}", done.stderr);
    assert_eq!(
        done.stderr, "",
        "equal answers of two people are no mistake"
    );
    let found: Value = serde_json::from_str(&done.stdout).expect("JSON");
    assert_eq!(found["told_apart"]["rows"], 29);
    let plain = json(&format!("--matrix {DATA}/skm_permenpanrb14_29resp.csv"));
    let of = |it: &Value| {
        named(&it["scales"], "index")["alpha"]
            .as_f64()
            .expect("alpha")
    };
    assert!((of(&found) - of(&plain)).abs() < EXACT);
    let splits = found["splits"].as_array().expect("a list");
    let parts: Vec<(&str, u64)> = splits
        .iter()
        .map(|it| {
            let value = it["value"].as_str().expect("a role");
            (value, it["respondents"].as_u64().expect("a count"))
        })
        .collect();
    assert_eq!(parts, [("Pelajar", 10), ("Petani", 19)]);
    assert_eq!(splits[0]["by"], "role");
    // 1..4 is the scale of the framework: TCR of u4 is 100.
    near(&named(&found["items"], "u4")["tcr"], 100.0, EXACT);
}

#[test]
fn in_a_long_table_names_and_posts_tell_respondents_apart() {
    let rows = "region,indicator,level,informant,role\n\
                OKI,u1,4,Ani,\nOKI,u2,3,Ani,\nOKI,u1,2,,Kabid\nOKI,u2,2,,Kabid\n\
                OKI,u1,3,Budi,\nOKI,u2,4,Budi,\nOKI,u1,1,Budi,\nOKI,u1,1,,\n";
    let (_keep, path) = folder(&[("a.csv", rows)]);
    let words = ["reliability", "a.csv", "-f", "skm", "--format", "json"];
    let done = siap_with(&words, "", &path);
    assert_eq!(done.code, 0, "{}", done.stderr);
    let found: Value = serde_json::from_str(&done.stdout).expect("JSON");
    assert_eq!(found["respondents"], 3);
    assert_eq!(found["told_apart"]["named"], 2);
    assert_eq!(found["told_apart"]["posts"], 1);
    let codes: Vec<&str> = found["warnings"]
        .as_array()
        .expect("a list")
        .iter()
        .filter_map(|it| it["code"].as_str())
        .collect();
    assert_eq!(
        codes,
        [
            "elements_unanswered",
            "respondents_unknown",
            "respondent_answers_twice"
        ]
    );
    // Budi's 3 and 1 are one answer of 2.
    near(&named(&found["items"], "u1")["mean"], 8.0 / 3.0, EXACT);
}

#[test]
fn reversed_items_are_turned_before_everything() {
    let text = "no,q1,q2,q3\n1,1,2,5\n2,2,2,4\n3,4,5,2\n4,5,4,1\n";
    let turned = "no,q1,q2,q3\n1,1,2,1\n2,2,2,2\n3,4,5,4\n4,5,4,5\n";
    let (_keep, path) = folder(&[("a.csv", text), ("b.csv", turned)]);
    let run = |words: &[&str]| -> Value {
        let mut all = vec![
            "reliability",
            "--scale",
            "1..5",
            "--format",
            "json",
            "--matrix",
        ];
        all.extend(words);
        let done = siap_with(&all, "", &path);
        assert_eq!(done.code, 0, "{}", done.stderr);
        serde_json::from_str(&done.stdout).expect("JSON")
    };
    let (one, other) = (run(&["a.csv", "--reverse", "q3"]), run(&["b.csv"]));
    assert_eq!(one["scales"][0]["alpha"], other["scales"][0]["alpha"]);
    assert_eq!(
        named(&one["items"], "q3")["frequencies"],
        named(&other["items"], "q3")["frequencies"]
    );
    assert_eq!(named(&one["items"], "q3")["reversed"], true);
    // Not reversed, the item pulls the other way, and the output asks.
    let done = siap_with(
        &["reliability", "--matrix", "a.csv", "--scale", "1..5"],
        "",
        &path,
    );
    assert!(done.stdout.contains("below 0"), "{}", done.stdout);
}

#[test]
fn equal_frequencies_are_printed_alike() {
    let (_keep, path) = folder(&[("a.csv", "no,q1,q2\n1,1,2\n2,2,3\n3,3,1\n")]);
    for (lang, third) in [("en", "33.3"), ("id", "33,3")] {
        let words = [
            "reliability",
            "--matrix",
            "a.csv",
            "--scale",
            "1..3",
            "--lang",
            lang,
        ];
        let done = siap_with(&words, "", &path);
        let lines: Vec<&str> = done
            .stdout
            .lines()
            .filter(|it| it.contains(third))
            .collect();
        assert!(
            lines.iter().any(|it| it.matches(third).count() == 3),
            "{}",
            done.stdout
        );
        assert!(
            !done
                .stdout
                .contains(&third.replace(".3", ".4").replace(",3", ",4"))
        );
    }
}

/// Six items of which the last is worded the other way round: alpha alone would not tell.
#[test]
fn an_unreversed_item_gets_a_hint() {
    let mut table = String::from("no,q1,q2,q3,q4,q5,q6\n");
    for it in 0..20 {
        let a = 1 + it % 5;
        let b = 1 + (it + it / 7) % 5;
        table.push_str(&format!("{it},{a},{a},{b},{a},{a},{}\n", 6 - a));
    }
    let (_keep, path) = folder(&[("a.csv", &table)]);
    let run = |more: &[&str]| {
        let words = ["reliability", "--matrix", "a.csv", "--scale", "1..5"];
        let done = siap_with(&[&words[..], more].concat(), "", &path);
        assert_eq!(done.code, 0, "{}", done.stderr);
        done.stdout.split_whitespace().collect::<Vec<_>>().join(" ")
    };
    for lang in ["en", "id"] {
        let text = run(&["--lang", lang]);
        assert!(!text.contains("An alpha below 0"), "{text}");
        assert!(text.contains("`--reverse q6`"), "{text}");
        assert_eq!(text.matches("--reverse").count(), 1, "{text}");
        assert!(!run(&["--lang", lang, "--reverse", "q6"]).contains("--reverse"));
    }
    let wrong = run(&["--reverse", "q6", "--reverse", "q1"]);
    assert!(wrong.contains("is it turned by mistake?"), "{wrong}");
}

#[test]
fn a_category_always_comes_with_the_name_and_standing_of_its_set() {
    let line = format!("reliability --matrix {DATA}/skm_permenpanrb14_29resp.csv --scale 1..4");
    let plain = siap(&line).stdout;
    assert!(!plain.contains("very good") && plain.contains("--bands"));
    let named = siap(&format!("{line} --bands sudjana --bands interval-0.80")).stdout;
    for part in [
        "Category (sudjana)",
        "from memory, not verified",
        "interval-0.80",
        "1–< 1.6",
    ] {
        let part = part.replace("< ", "<\u{a0}");
        assert!(named.contains(&part), "{part} is missing:\n{named}");
    }
    let done = siap(&format!("{line} --bands sudjana --lang id"));
    assert!(done.stdout.contains("dari ingatan, belum diperiksa"));
    // A set printed for 1–5 names nothing on 1–4.
    let other = siap(&format!("{line} --bands interval-1.81")).stdout;
    assert!(other.contains("other scale"), "{other}");
}

#[test]
fn only_a_stated_random_sample_or_census_may_be_generalised() {
    let line = format!("--matrix {DATA}/r_attitude.csv");
    for (sampling, wanted) in [
        ("", false),
        ("--sampling convenience", false),
        ("--sampling purposive", false),
        ("--sampling random", true),
        ("--sampling census", true),
    ] {
        let found = json(&format!("{line} {sampling}"));
        assert_eq!(found["generalisable"], wanted, "{sampling}");
        let shown = siap(&format!("reliability {line} {sampling}")).stdout;
        assert_eq!(
            shown.contains("cannot be generalised"),
            !wanted,
            "{sampling}"
        );
    }
}

#[test]
fn missing_answers_are_treated_as_declared() {
    let line = format!("--matrix {DATA}/realstatistics_cronbach_missing.csv");
    let [listwise, pairwise] =
        ["listwise", "pairwise"].map(|policy| json(&format!("{line} --deletion {policy}")));
    assert_eq!(listwise["missing"], "listwise");
    let scale = |it: &Value| named(&it["scales"], "index").clone();
    let (listwise, pairwise) = (scale(&listwise), scale(&pairwise));
    assert!(listwise["respondents"].as_u64() < listwise["answered"].as_u64());
    assert_eq!(pairwise["respondents"], pairwise["answered"]);
    assert!(listwise["alpha_low"].is_f64() && pairwise["alpha_low"].is_null());
    assert_eq!(pairwise["interval_reason"], "incomplete_answers");
    assert_eq!(json(&line)["missing"], "listwise");
}

#[test]
fn machine_tables_hold_items_and_constructs() {
    let line = format!(
        "reliability --matrix {DATA}/holzinger_swineford1939.csv --construct V=x1,x2,x3 --format csv"
    );
    let done = siap(&line);
    assert_eq!(done.code, 0, "{}", done.stderr);
    let mut reader = csv::Reader::from_reader(done.stdout.as_bytes());
    let header = reader.headers().expect("a header").clone();
    let at = |name: &str| header.iter().position(|it| it == name).expect("a column");
    let rows: Vec<csv::StringRecord> = reader.records().map(|it| it.expect("a row")).collect();
    let of = |kind: &str| rows.iter().filter(|row| &row[at("kind")] == kind).count();
    assert_eq!((of("item"), of("scale")), (9, 2));
    let visual = rows
        .iter()
        .find(|row| &row[at("id")] == "V")
        .expect("the construct");
    let alpha: f64 = visual[at("alpha")].parse().expect("a number");
    assert!((alpha - 0.626_117_131_884_981).abs() < EXACT);
    let x1 = rows
        .iter()
        .find(|row| &row[at("id")] == "x1")
        .expect("the item");
    assert_eq!(&x1[at("scale")], "V");
}

#[test]
fn items_of_two_constructs_are_refused() {
    for (lang, wanted) in [
        ("en", "is in two constructs"),
        ("id", "berada dalam dua konstruk"),
    ] {
        let (_keep, path) = folder(&[("m.csv", &matrix(20))]);
        let line = format!(
            "reliability --matrix m.csv --construct X=q1,q2 --construct Y=q2,q3 --lang {lang}"
        );
        let words: Vec<&str> = line.split(' ').collect();
        let done = siap_with(&words, "", &path);
        assert_eq!(done.code, 1, "{}", done.stdout);
        assert!(
            done.stderr.contains(wanted) && done.stderr.contains("`q2`"),
            "{}",
            done.stderr
        );
    }
}

#[test]
fn the_note_on_attainment_speaks_of_the_scale_at_hand() {
    let answers = "no,q1,q2\n1,1,2\n2,3,4\n3,2,2\n";
    for (scale, wanted) in [("1..4", Some("on 1–4 it starts at 25")), ("0..4", None)] {
        let (_keep, path) = folder(&[("m.csv", answers)]);
        let words = [
            "reliability",
            "--matrix",
            "m.csv",
            "--scale",
            scale,
            "--lang",
            "en",
        ];
        let done = siap_with(&words, "", &path);
        let text = done.stdout.split_whitespace().collect::<Vec<_>>().join(" ");
        assert_eq!(text.contains("it starts at"), wanted.is_some(), "{text}");
        assert!(text.contains(wanted.unwrap_or("TCR")), "{text}");
    }
}

#[test]
fn an_output_never_replaces_the_matrix() {
    let (_keep, path) = folder(&[("m.csv", &matrix(5))]);
    let words = ["reliability", "--matrix", "m.csv", "-o", "./m.csv"];
    let done = siap_with(&words, "", &path);
    assert_eq!(done.code, 1);
    let kept = std::fs::read_to_string(path.join("m.csv")).expect("the matrix");
    assert_eq!(kept, matrix(5));
}
