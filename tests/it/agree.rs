//! `siap agree --matrix` against published figures, at the edge, and with wrong inputs.

use serde_json::Value;
use siap::stats::agreement::{Base, COEFFICIENTS};

use crate::diagnostics::{fixtures, snapshot, stem, told};
use crate::run::{folder, root, siap, siap_with};

fn json(words: &[&str], stdin: &str) -> Value {
    let all = [words, &["--format", "json"]].concat();
    let done = siap_with(&all, stdin, root());
    assert_eq!(done.code, 0, "{words:?}: {}", done.stderr);
    assert!(!done.stdout.contains("NaN"));
    serde_json::from_str(&done.stdout).expect("JSON")
}

fn find<'a>(record: &'a Value, name: &str, metric: Option<&str>) -> &'a Value {
    let all = record["coefficients"].as_array().expect("coefficients");
    all.iter()
        .find(|it| it["name"] == name && it["metric"].as_str() == metric)
        .unwrap_or_else(|| panic!("no {name} {metric:?}"))
}

/// Which coefficient of the JSON a row of the published table is.
fn named(stat: &str, options: &str) -> Option<(&'static str, Option<&'static str>)> {
    let name = stat.strip_suffix("_se").unwrap_or(stat);
    let of = COEFFICIENTS.iter().find(|it| it.name == name)?;
    let first = of.variants()[0].code();
    let metric = match options {
        "" | "none" | "identity" => first,
        other => of
            .variants()
            .iter()
            .find_map(|it| it.code().filter(|it| *it == other)),
    };
    Some((of.name, metric))
}

/// A published table with a unit that one rater alone judged.
const CODED_ONCE: &str = "gwet_cac_raw4raters.csv";

/// What irrCAC 0.4.4 (Python) gives for the other eleven units.
#[test]
fn gwets_coefficients_take_chance_from_units_coded_twice() {
    let path = format!("tests/reference/agreement/data/{CODED_ONCE}");
    let record = json(&["agree", "--matrix", &path], "");
    for (name, value, se) in [
        ("gwet_ac", 0.77515, Some(0.12527)),
        ("fleiss_kappa", 0.76248, Some(0.13544)),
        ("conger_kappa", 0.76245, None),
        ("brennan_prediger", 0.77273, Some(0.12705)),
    ] {
        let found = find(&record, name, Some("unweighted"));
        let near = |field: &str, wanted: f64| {
            let found = found[field].as_f64().expect("a number");
            assert!((found - wanted).abs() < 5.1e-6, "{name} {field}: {found}");
        };
        near("value", value);
        if let Some(se) = se {
            near("se", se);
        }
        assert_eq!(found["units"], 11, "{name}");
    }
}

#[test]
fn published_figures_come_out_of_the_command_line() {
    let folder = root().join("tests/reference/agreement");
    let mut reader = csv::Reader::from_path(folder.join("expected.csv")).expect("the table");
    let header = reader.headers().expect("a header").clone();
    let at = |name: &str| header.iter().position(|it| it == name).expect("a column");
    let (file, stat, options, exact) = (at("file"), at("stat"), at("options"), at("exact"));
    let mut known: std::collections::BTreeMap<String, Value> = Default::default();
    let mut rows = 0;
    for record in reader.records() {
        let record = record.expect("a row");
        let path = format!("tests/reference/agreement/data/{}", &record[file]);
        let category = &record[stat] == "fleiss_level";
        let wanted: f64 = record[exact].parse().expect("a number");
        let name = named(&record[stat], &record[options]);
        if name.is_none() && !category {
            continue;
        }
        // Published with a unit that one rater alone judged, which the command leaves out.
        let of = COEFFICIENTS
            .iter()
            .find(|it| Some(it.name) == name.map(|it| it.0));
        if &record[file] == CODED_ONCE && of.is_some_and(|it| it.base == Base::Valued) {
            continue;
        }
        let found = known
            .entry(path.clone())
            .or_insert_with(|| json(&["agree", "--matrix", &path, "--resamples", "0"], ""));
        let value = match name {
            Some((name, metric)) => {
                let figure = find(found, name, metric);
                let error = record[stat].ends_with("_se");
                figure[if error { "se" } else { "value" }].as_f64()
            }
            None => {
                let level: f64 = record[options].parse().expect("a level");
                let levels = found["levels"].as_array().expect("levels");
                let of = |it: &&Value| it["level"].as_f64() == Some(level);
                levels.iter().find(of).expect("the level")["value"].as_f64()
            }
        };
        let value = value.unwrap_or_else(|| panic!("{path} {}: no value", &record[stat]));
        assert!(
            (value - wanted).abs() < 1e-9,
            "{path} {} {}: {value} is not {wanted}",
            &record[stat],
            &record[options]
        );
        rows += 1;
    }
    assert!(rows > 55, "{rows}");
}

#[test]
fn every_coefficient_of_the_contract_has_every_field() {
    let record = json(
        &[
            "agree",
            "--matrix",
            "tests/reference/agreement/data/krippendorff2011_C.csv",
        ],
        "",
    );
    let weighted = [
        "cohen_kappa",
        "scott_pi",
        "fleiss_kappa",
        "conger_kappa",
        "brennan_prediger",
        "gwet_ac",
    ];
    for name in weighted {
        for metric in ["unweighted", "linear", "quadratic"] {
            find(&record, name, Some(metric));
        }
    }
    for metric in ["nominal", "ordinal", "interval", "ratio"] {
        let alpha = find(&record, "krippendorff_alpha", Some(metric));
        assert!(alpha["ci_low"].is_number() && alpha["ci_high"].is_number());
        assert_eq!(alpha["units"], 11);
        assert_eq!(alpha["raters"], 4);
    }
    let plain = ["percent_agreement", "kendall_w", "icc1", "icc2", "icc3"];
    for name in plain.into_iter().chain(["icc1k", "icc2k", "icc3k"]) {
        find(&record, name, None);
    }
    let fields = [
        "name", "metric", "value", "se", "ci_low", "ci_high", "units", "raters", "reason",
    ];
    for figure in record["coefficients"].as_array().expect("a list") {
        for field in fields {
            assert!(figure.get(field).is_some(), "{field} of {figure}");
        }
        assert_eq!(figure["value"].is_null(), figure["reason"].is_string());
    }
    for field in ["by_indicator", "by_group", "by_pair", "seed", "headline"] {
        assert!(record.get(field).is_some(), "{field}");
    }
    assert_eq!(record["by_pair"].as_array().map(Vec::len), Some(6));
    let cohen = find(&record, "cohen_kappa", Some("unweighted"));
    assert_eq!(cohen["reason"], "not_two_raters");
}

#[test]
fn what_is_undefined_is_null_with_a_reason() {
    let alpha = |text: &str| {
        let record = json(&["agree", "--matrix", "-"], text);
        for figure in record["coefficients"].as_array().expect("a list") {
            assert_eq!(figure["value"].is_null(), figure["reason"].is_string());
        }
        let found = find(&record, "krippendorff_alpha", Some("ordinal"));
        (found["value"].clone(), found["reason"].clone())
    };
    for (text, reason) in [
        ("u,A\n1,3\n2,4\n", "one_rater"),
        ("u,A,B\n1,3,\n2,4,\n", "one_rater"),
        ("u,A,B\n1,3,\n2,,4\n", "no_pairable_units"),
        ("u,A,B\n1,3,3\n2,3,3\n", "no_variation"),
        ("u,A,B\n1,3,3\n", "no_variation"),
        ("u,A,B\n1,baik,baik\n2,cukup,baik\n", "no_order"),
    ] {
        assert_eq!(alpha(text), (Value::Null, reason.into()), "{text}");
    }
    // One unit in disagreement would give 0 by the formula, whatever the disagreement.
    let record = json(&["agree", "--matrix", "-"], "u,A,B\n1,3,2\n");
    for figure in record["coefficients"].as_array().expect("a list") {
        match figure["name"] == "percent_agreement" {
            true => assert_eq!(figure["value"], 0.0),
            false => assert_eq!(figure["reason"], "too_few_units", "{figure}"),
        }
    }
}

#[test]
fn no_coefficient_is_sure_of_itself_by_rounding() {
    // One coder gave one value: agreement is that of chance to the last digit, and so is the error.
    for units in 3..40 {
        let rows: String = (0..units)
            .map(|it| format!("{it},1,{}\n", 1 + it % 3))
            .collect();
        let record = json(&["agree", "--matrix", "-"], &format!("u,A,B\n{rows}"));
        for metric in ["unweighted", "linear", "quadratic"] {
            let found = find(&record, "cohen_kappa", Some(metric));
            assert!(found["value"].as_f64().expect("a number").abs() < 1e-12);
            assert!(
                found["se"].is_null() && found["ci_low"].is_null(),
                "{found}"
            );
        }
        for figure in record["coefficients"].as_array().expect("a list") {
            if let (Some(low), Some(high)) = (figure["ci_low"].as_f64(), figure["ci_high"].as_f64())
            {
                assert!(high - low > 1e-6, "{figure}");
            }
        }
    }
}

#[test]
fn agreement_on_a_frequent_value_is_explained() {
    let mut rows = String::from("u,A,B\n");
    for unit in 0..25 {
        let (one, other) = match unit {
            0 => (1, 2),
            1 => (2, 1),
            _ => (1, 1),
        };
        rows.push_str(&format!("{unit},{one},{other}\n"));
    }
    for (lang, wanted) in [
        ("en", ["92%", "one value makes up 96%"]),
        ("id", ["92%", "satu nilai mencakup 96%"]),
    ] {
        let words = ["agree", "--matrix", "-", "--scale", "0..4", "--lang", lang];
        let text = siap_with(&words, &rows, root()).stdout;
        let text = text.split_whitespace().collect::<Vec<_>>().join(" ");
        for word in wanted {
            assert!(text.contains(word), "{word}: {text}");
        }
    }
    // Where coders only differ, nothing prevails.
    let text = siap_with(
        &["agree", "--matrix", "-"],
        "u,A,B\n1,1,2\n2,2,1\n3,3,3\n",
        root(),
    );
    assert!(!text.stdout.contains("and yet alpha"), "{}", text.stdout);
}

#[test]
fn one_level_for_all_is_defined_only_where_the_scale_is_known() {
    let text = "u,A,B\n1,3,3\n2,3,3\n3,3,3\n";
    let used = json(&["agree", "--matrix", "-"], text);
    let declared = json(&["agree", "--matrix", "-", "--scale", "0..4"], text);
    for name in ["gwet_ac", "brennan_prediger"] {
        let found = find(&used, name, Some("unweighted"));
        assert_eq!(found["reason"], "no_variation");
        let found = find(&declared, name, Some("unweighted"));
        assert_eq!(found["value"], 1.0);
    }
    assert_eq!(find(&used, "percent_agreement", None)["value"], 1.0);
    let alpha = find(&declared, "krippendorff_alpha", Some("ordinal"));
    assert_eq!(alpha["reason"], "no_variation");
}

#[test]
fn perfect_agreement_has_no_interval_of_no_width() {
    let text = "u,A,B\n1,0,0\n2,4,4\n3,2,2\n4,1,1\n";
    let record = json(&["agree", "--matrix", "-", "--scale", "0..4"], text);
    for figure in record["coefficients"].as_array().expect("a list") {
        assert_eq!(figure["value"], 1.0, "{figure}");
        assert!(figure["ci_low"].is_null(), "{figure}");
    }
}

#[test]
fn the_scale_moves_only_what_counts_levels() {
    let file = "tests/reference/agreement/data/krippendorff2011_C.csv";
    let words = ["agree", "--matrix", file, "--resamples", "0"];
    let used = json(&words, "");
    let declared = json(&[&words[..], &["--scale", "0..9"]].concat(), "");
    let [used, declared] =
        [&used, &declared].map(|it| it["coefficients"].as_array().expect("a list").clone());
    for (one, other) in used.iter().zip(&declared) {
        let counts = one["name"] == "gwet_ac" || one["name"] == "brennan_prediger";
        assert_eq!(one["value"] != other["value"], counts, "{one} {other}");
    }
}

#[test]
fn the_same_seed_gives_the_same_bytes_and_another_seed_another_interval() {
    let file = "tests/reference/agreement/data/hayes_krippendorff2007.csv";
    let line = format!("agree --matrix {file} --format json");
    assert_eq!(siap(&line).stdout, siap(&line).stdout);
    let interval = |seed: &str| {
        let record = json(&["agree", "--matrix", file, "--seed", seed], "");
        assert_eq!(record["seed"].to_string(), seed);
        let found = find(&record, "krippendorff_alpha", Some("ordinal"));
        assert_eq!(found["interval"], "bca");
        (found["ci_low"].clone(), found["value"].clone())
    };
    let ((one, value), (other, same)) = (interval("1"), interval("2"));
    assert_ne!(one, other);
    assert_eq!(value, same);
}

#[test]
fn the_default_interval_is_bca_and_choices_are_kept() {
    let few = "tests/reference/agreement/data/krippendorff2011_C.csv";
    let many = "tests/reference/agreement/data/hayes_krippendorff2007.csv";
    let method = |file: &str, more: &[&str]| {
        let record = json(&[&["agree", "--matrix", file], more].concat(), "");
        find(&record, "krippendorff_alpha", Some("ordinal"))["interval"].clone()
    };
    assert_eq!(method(few, &[]), "bca");
    assert_eq!(method(few, &["--interval", "jackknife"]), "jackknife_t");
    assert_eq!(method(many, &[]), "bca");
    assert_eq!(method(many, &["--interval", "percentile"]), "percentile");
    assert_eq!(method(many, &["--interval", "jackknife"]), "jackknife_t");
    assert_eq!(method(many, &["--resamples", "0"]), Value::Null);
    let both = ["--resamples", "0", "--interval", "jackknife"];
    assert_eq!(method(many, &both), "jackknife_t");
}

#[test]
fn tables_of_spreadsheets_read_alike() {
    let plain = "unit,ani,budi\na,2.5,3\nb,1,\nc,0,0\nd,4,3.5\n";
    let local = "unit;ani;budi\r\na;2,5;3\r\nb;1;NA\r\nc;0;0\r\nd;4;3,5\r\n";
    let [one, other] = [plain, local].map(|it| {
        let record = json(&["agree", "--matrix", "-"], it);
        record["coefficients"].clone()
    });
    assert_eq!(one, other);
}

#[test]
fn wrong_tables_are_told() {
    for name in fixtures("agree") {
        let mut words = vec!["agree", "--matrix", &name];
        if ["outside_scale", "words_with_scale"].contains(&stem(&name)) {
            words.extend(["--scale", "0..4"]);
        }
        let only_warns = stem(&name) == "unit_twice";
        let text = told(&words, &root().join("tests/errors/agree"));
        let wanted = usize::from(!only_warns);
        assert!(
            text.starts_with(&format!("exit status {wanted}")),
            "{name}:\n{text}"
        );
        snapshot("agree", stem(&name), &text);
    }
}

#[test]
fn wrong_options_are_told() {
    let study = "examples/sumsel-smart-province";
    let table = "tests/reference/agreement/data/cohen1968.csv";
    let lines: &[(&str, usize, &[&str])] = &[
        (
            "bad_scale",
            2,
            &["agree", "--matrix", table, "--scale", "4..0"],
        ),
        (
            "bad_seed",
            2,
            &["agree", "--matrix", table, "--seed", "satu"],
        ),
        (
            "bad_resamples",
            2,
            &["agree", "--matrix", table, "--resamples", "1"],
        ),
        (
            "bad_interval",
            2,
            &["agree", "--matrix", table, "--interval", "bootstrap"],
        ),
        ("study_and_table", 2, &["agree", study, "--matrix", table]),
        (
            "clusters_of_table",
            1,
            &["agree", "--matrix", table, "--cluster", "region"],
        ),
        ("scale_of_study", 2, &["agree", study, "--scale", "0..4"]),
        ("missing_table", 1, &["agree", "--matrix", "tabel.csv"]),
        (
            "bad_sample",
            2,
            &["template", study, "--blind", "--sample", "0%"],
        ),
        (
            "sample_too_large",
            1,
            &["template", study, "--blind", "--sample", "1000"],
        ),
        ("sample_not_blind", 2, &["template", study, "--sample", "5"]),
        (
            "nothing_to_sample",
            1,
            &["template", "examples/spbe-national/national", "--blind"],
        ),
    ];
    for (name, status, words) in lines {
        let text = told(words, root());
        let wanted = format!("exit status {status}");
        assert!(text.starts_with(&wanted), "{name}:\n{text}");
        snapshot("agree", &format!("option_{name}"), &text);
    }
}

#[test]
fn no_output_replaces_the_table_that_is_read() {
    let (_keep, path) = folder(&[("t.csv", "u,A,B\n1,3,2\n")]);
    let words = ["agree", "--matrix", "t.csv", "-o", "t.csv"];
    let done = siap_with(&words, "", &path);
    assert_eq!(done.code, 1);
    let text = std::fs::read_to_string(path.join("t.csv")).expect("the table");
    assert_eq!(text, "u,A,B\n1,3,2\n");
}

#[test]
fn hostile_names_reach_no_output_unescaped() {
    let evil = "=1+1<script>\u{1b}[31m|`";
    let text = format!("unit,{evil},B\n{evil},1,2\n{evil}2,3,3\n");
    for format in ["table", "md", "csv", "json"] {
        let words = ["agree", "--matrix", "-", "--format", format];
        let done = siap_with(&words, &text, root());
        assert_eq!(done.code, 0, "{}", done.stderr);
        assert!(!done.stdout.contains('\u{1b}'), "{format}");
        if format == "md" {
            assert!(!done.stdout.contains("<script>"));
        }
    }
}

#[test]
fn tables_of_agreement_fit_the_width() {
    for columns in [60, 80, 120] {
        for lang in ["id", "en"] {
            let done = std::process::Command::new(env!("CARGO_BIN_EXE_siap"))
                .args(["agree", "--matrix", "-", "--all", "--lang", lang])
                .current_dir(root().join("tests/reference/agreement"))
                .env("COLUMNS", columns.to_string())
                .stdin(
                    std::fs::File::open(
                        root().join("tests/reference/agreement/data/hayes_krippendorff2007.csv"),
                    )
                    .expect("a table"),
                )
                .output()
                .expect("it runs");
            let text = String::from_utf8(done.stdout).expect("UTF-8");
            let longest = text.lines().map(|it| it.chars().count()).max().unwrap_or(0);
            assert!(longest <= columns, "{columns}: {longest}\n{text}");
        }
    }
}

#[test]
fn an_icc_whose_mean_squares_cancel_has_a_reason() {
    let reason = |table: &str, name: &str| {
        let found = json(&["agree", "--matrix", "-"], table);
        let figure = find(&found, name, None);
        assert!(figure["value"].is_null(), "{figure}");
        assert!(figure["ci_low"].is_null(), "{figure}");
        figure["reason"].as_str().map(str::to_owned)
    };
    let table = "unit,a,b\nu1,0,1\nu2,2,0\nu3,1,0\n";
    assert_eq!(reason(table, "icc2k").as_deref(), Some("negative_variance"));
    let table = "unit,a,b\nu1,0,1\nu2,1,0\n";
    for name in ["icc2", "icc1k", "icc2k", "icc3k"] {
        assert_eq!(reason(table, name).as_deref(), Some("no_unit_variation"));
    }
}

#[test]
fn levels_with_a_decimal_comma_are_parted_by_semicolons() {
    let table = "unit;a;b\nu1;1,5;2\nu2;2,5;2\n";
    let told = |lang: &str| {
        let done = siap_with(&["agree", "--matrix", "-", "--lang", lang], table, root());
        assert_eq!(done.code, 0, "{}", done.stderr);
        done.stdout
    };
    assert!(told("id").contains("1,5; 2; 2,5"), "{}", told("id"));
    assert!(told("en").contains("1.5, 2, 2.5"), "{}", told("en"));
}

/// Units that one coder alone judged tell nothing of disagreement, and so nothing of chance.
#[test]
fn units_coded_once_move_no_coefficient() {
    let twice = "u,A,B\n1,0,1\n2,1,1\n3,1,1\n4,2,2\n5,3,3\n";
    let once: String = (6..21).map(|it| format!("{it},4,\n")).collect();
    let words = ["agree", "--matrix", "-", "--scale", "0..4"];
    let [short, long] = [twice.to_owned(), format!("{twice}{once}")].map(|it| json(&words, &it));
    for record in [&short, &long] {
        let levels = record["levels"].as_array().expect("levels");
        let given: Vec<f64> = levels
            .iter()
            .filter_map(|it| it["level"].as_f64())
            .collect();
        assert_eq!(
            given,
            [0.0, 1.0, 2.0, 3.0],
            "nobody could differ on level 4"
        );
        let kappa = levels[0]["value"].as_f64().expect("a number");
        assert!((kappa + 1.0 / 9.0).abs() < 1e-12, "{kappa}");
    }
    for field in ["coefficients", "levels", "by_pair", "headline"] {
        assert_eq!(short[field], long[field], "{field}");
    }
    for figure in long["coefficients"].as_array().expect("a list") {
        assert_eq!(figure["units"], 5, "{figure}");
    }
    assert_eq!(long["counts"]["units"], 20);
    assert_eq!(long["counts"]["single"], 15);
    assert_eq!(long["left_out"], 15);
    assert_eq!(long["unit"], "statement");
}
