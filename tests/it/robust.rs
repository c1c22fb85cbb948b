//! `siap robust`: what must hold of reruns whatever the data are.

use std::fmt::Write as _;

use serde_json::{Value, json};

use crate::diagnostics::{snapshot, told};
use crate::run::{Done, folder, root, siap, siap_with};

/// Two groups of two indicators, levels 0 to 4.
const FRAMEWORK: &str = "id = \"f\"\nversion = \"1\"\ntitle = \"F\"\n\
    [[group]]\nid = \"g\"\ntitle = \"G\"\nweight = 2\n[[group]]\nid = \"h\"\ntitle = \"H\"\n\
    [[indicator]]\nid = \"a\"\ngroup = \"g\"\ntitle = \"A\"\n[[indicator]]\nid = \"b\"\ngroup = \"g\"\ntitle = \"B\"\n\
    [[indicator]]\nid = \"c\"\ngroup = \"h\"\ntitle = \"C\"\n[[indicator]]\nid = \"d\"\ngroup = \"h\"\ntitle = \"D\"\n";

/// Four regions that differ.
const ROWS: &str =
    "region,a,b,c,d\nOKI,4,2,1,3\nBanyuasin,1,3,4,2\nMuara Enim,2,2,2,3\nPrabumulih,0,1,2,1\n";

const NOTHING: [&str; 8] = [
    "--weights",
    "none",
    "--missing-as",
    "none",
    "--informants",
    "none",
    "--level-error",
    "none",
];

fn run(framework: &str, rows: &str, words: &[&str]) -> Done {
    let (_keep, path) = folder(&[("f.toml", framework), ("d.csv", rows)]);
    let given = ["robust", "d.csv", "-f", "f.toml"];
    siap_with(&[&given, words].concat(), "", &path)
}

fn record(framework: &str, rows: &str, words: &[&str]) -> Value {
    let done = run(framework, rows, &[words, &["--format", "json"]].concat());
    assert_eq!(done.code, 0, "{}", done.stderr);
    serde_json::from_str(&done.stdout).expect("JSON")
}

fn list<'a>(record: &'a Value, field: &str) -> &'a Vec<Value> {
    record[field]
        .as_array()
        .unwrap_or_else(|| panic!("no {field}"))
}

fn choice<'a>(record: &'a Value, field: &str, choice: &str) -> &'a Value {
    let found = list(record, field).iter().find(|it| it["choice"] == choice);
    found.unwrap_or_else(|| panic!("no {choice} among {}", record[field]))
}

/// Every region keeps its rank in every run.
fn is_still(record: &Value) {
    assert_eq!(record["reason"], Value::Null);
    for region in list(record, "regions") {
        for field in ["median_rank", "p5", "p95", "mean_rank"] {
            assert_eq!(region[field].as_f64(), region["rank"].as_f64(), "{region}");
        }
    }
    // Of k regions that are first together each is first in 1/k.
    let firsts = list(record, "regions").iter().filter(|it| it["rank"] == 1);
    let share = 1.0 / f64::from(u32::try_from(firsts.count()).expect("few"));
    for region in list(record, "regions") {
        let wanted = if region["rank"] == 1 { share } else { 0.0 };
        let found = region["p_first"].as_f64().expect("a share");
        assert!((found - wanted).abs() < 1e-9, "{region}");
    }
    for index in list(record, "sobol") {
        assert_eq!(
            (&index["first_order"], &index["total"]),
            (&json!(0.0), &json!(0.0))
        );
    }
}

/// No ranks and no shares are given, but the reason.
fn assert_says_nothing(record: &Value, reason: &str) {
    assert_eq!(record["reason"], reason);
    for field in ["regions", "pairs", "sobol"] {
        assert!(list(record, field).is_empty(), "{field}");
    }
}

#[test]
fn what_does_not_vary_moves_no_rank_and_has_index_zero() {
    // Where nothing varies nothing is claimed: no region, but the reason.
    let none = record(FRAMEWORK, ROWS, &[&NOTHING, &["--runs", "50"][..]].concat());
    assert!(list(&none, "varied").is_empty() && list(&none, "sobol").is_empty());
    assert_eq!(list(&none, "not_varied").len(), 9);
    assert_says_nothing(&none, "nothing-varies");
    let words = ["--weights", "0%", "--level-error", "none", "--runs", "50"];
    let zero = record(FRAMEWORK, ROWS, &words);
    let why = &choice(&zero, "not_varied", "weights")["reason"];
    assert_eq!(*why, "no-width");
    assert_says_nothing(&zero, "nothing-varies");
    for (lang, sentence) in [
        ("en", "Nothing could be varied"),
        ("id", "Tidak ada yang dapat divariasikan"),
    ] {
        let shown = run(FRAMEWORK, ROWS, &[&words[..], &["--lang", lang]].concat()).stdout;
        assert!(
            shown.contains(sentence) && !shown.contains("Kab."),
            "{shown}"
        );
    }
    let words = [
        "--weights",
        "0.01%",
        "--level-error",
        "none",
        "--runs",
        "50",
    ];
    let little = record(FRAMEWORK, ROWS, &words);
    assert_eq!(list(&little, "sobol").len(), 1);
    assert_eq!(little["moved"], 0);
    is_still(&little);
    // Leaving out either of two indicators that agree moves nothing either.
    let rows = "region,a,b\nOKI,4,4\nBanyuasin,1,1\nMuara Enim,2,2\n";
    let framework = FRAMEWORK
        .split("[[indicator]]\nid = \"c\"")
        .next()
        .expect("a head");
    let framework = framework.replace("[[group]]\nid = \"h\"\ntitle = \"H\"\n", "");
    let agreed = record(
        &framework,
        rows,
        &[
            "--level-error",
            "none",
            "--leave-out",
            "indicators",
            "--runs",
            "60",
        ],
    );
    assert_eq!(choice(&agreed, "varied", "indicators")["count"], 2);
    is_still(&agreed);
}

#[test]
fn a_choice_that_moves_something_beside_one_that_does_not() {
    // Weights with which no levels tie two regions: a breath of noise then turns no order round.
    let framework = FRAMEWORK
        .replace("weight = 2", "weight = 2.037")
        .replace("title = \"B\"", "title = \"B\"\nweight = 1.0731")
        .replace("title = \"D\"", "title = \"D\"\nweight = 1.1417");
    let words = [
        "--weights",
        "0.0001%",
        "--level-error",
        "0.3",
        "--runs",
        "400",
    ];
    let found = record(&framework, ROWS, &words);
    assert_eq!(choice(&found, "sobol", "weights")["total"], 0.0);
    let levels = choice(&found, "sobol", "levels");
    assert!(
        (levels["total"].as_f64().expect("an index") - 1.0).abs() < 0.2,
        "{levels}"
    );
    assert_eq!(found["sobol_samples"], 200);
}

#[test]
fn the_same_seed_gives_the_same_bytes_on_any_number_of_threads() {
    let all = |threads: &str, seed: &str| {
        let words = [
            "--level-error",
            "20%",
            "--leave-out",
            "indicators",
            "--rules",
            "median,min",
            "--runs",
            "700",
            "--format",
            "json",
            "--threads",
            threads,
            "--seed",
            seed,
        ];
        run(FRAMEWORK, ROWS, &words).stdout
    };
    let one = all("1", "7");
    assert!(one.contains("\"seed\": 7"), "{one}");
    assert_eq!(one, all("1", "7"));
    assert_eq!(one, all("2", "7"));
    assert_eq!(one, all("4", "7"));
    assert_ne!(one, all("1", "8"));
    let study = |threads: &str| {
        siap(&format!(
            "robust examples/spbe-national --runs 300 --threads {threads} --format csv"
        ))
        .stdout
    };
    assert_eq!(study("1"), study("4"));
}

#[test]
fn the_order_of_rows_does_not_matter() {
    let mut lines: Vec<&str> = ROWS.lines().collect();
    let words = ["--runs", "200", "--leave-out", "indicators"];
    let one = record(FRAMEWORK, ROWS, &words);
    lines[1..].reverse();
    let two = record(FRAMEWORK, &lines.join("\n"), &words);
    for field in ["regions", "pairs", "sobol", "influence", "readings"] {
        assert_eq!(one[field], two[field], "{field}");
    }
}

#[test]
fn thirty_tied_regencies_share_one_rank_in_every_run() {
    let rows = thirty_at_three();
    let words = [
        "--level-error",
        "none",
        "--leave-out",
        "indicators",
        "--runs",
        "300",
    ];
    for weights in ["25%", "dirichlet"] {
        let found = record(
            FRAMEWORK,
            &rows,
            &[&words[..], &["--weights", weights]].concat(),
        );
        assert_eq!(list(&found, "regions").len(), 30);
        for region in list(&found, "regions") {
            assert_eq!(
                (&region["rank"], &region["p95"]),
                (&json!(1), &json!(1.0)),
                "{region}"
            );
            // Thirty share thirty places: ten of them are at the top, and ten at the bottom.
            for (field, wanted) in [
                ("p_first", 1.0 / 30.0),
                ("p_top", 1.0 / 3.0),
                ("p_bottom", 1.0 / 3.0),
            ] {
                let share = region[field].as_f64().expect("a share");
                assert!((share - wanted).abs() < 1e-9, "{region}");
            }
        }
        is_still(&found);
        for pair in list(&found, "pairs") {
            assert_eq!(pair["p_tied"], 1.0);
        }
    }
    let shown = run(
        FRAMEWORK,
        &rows,
        &[&words[..], &["--weights", "25%"]].concat(),
    )
    .stdout;
    assert!(shown.contains("Together first in at least 95%"), "{shown}");
}

/// Rows of thirty kabupaten of Aceh and Sumatera Utara, each level 3.
fn thirty_at_three() -> String {
    let mut rows = String::from("region,a,b,c,d\n");
    for code in 1..=15 {
        writeln!(rows, "11.{code:02},3,3,3,3\n12.{code:02},3,3,3,3").expect("room");
    }
    rows
}

#[test]
fn where_more_than_a_tenth_of_the_runs_fail_no_ranks_are_given() {
    // Prabumulih has a 0: geometric means cannot be taken, and the rule is drawn in half of the runs.
    let words = [
        "--rules",
        "geometric",
        "--level-error",
        "none",
        "--runs",
        "400",
    ];
    let found = record(FRAMEWORK, ROWS, &words);
    let failed = found["failed"].as_u64().expect("a count");
    assert!((160..240).contains(&failed), "{failed}");
    assert_eq!(found["failures"]["zero-under-rule"], failed);
    assert_says_nothing(&found, "too-many-failed");
    for (lang, sentence, count) in [
        ("en", "No ranks are given", "those without a result"),
        (
            "id",
            "Peringkat tidak disajikan",
            "yang tidak membuahkan hasil",
        ),
    ] {
        let shown = run(FRAMEWORK, ROWS, &[&words[..], &["--lang", lang]].concat()).stdout;
        let shown = shown.split_whitespace().collect::<Vec<_>>().join(" ");
        let count = format!("{count}: {failed}");
        assert!(
            shown.contains(sentence) && shown.contains(&count),
            "{shown}"
        );
        assert!(!shown.contains("Kab. Ogan Komering Ilir"), "{shown}");
    }
    // In CSV each region stands with the reason and without numbers.
    let csv = run(
        FRAMEWORK,
        ROWS,
        &[&words[..], &["--format", "csv"]].concat(),
    )
    .stdout;
    assert_eq!(csv.matches("too-many-failed").count(), 4, "{csv}");
    assert!(!csv.contains("66.6"), "{csv}");
    // Up to a tenth they are left out and counted.
    let rule = FRAMEWORK.replace(
        "title = \"F\"\n",
        "title = \"F\"\n[aggregation]\ngroups = \"geometric\"\n",
    );
    let rows = ROWS.replace("Prabumulih,0,", "Prabumulih,1,");
    let words = [
        "--level-error",
        "0.02",
        "--weights",
        "none",
        "--runs",
        "600",
    ];
    let found = record(&rule, &rows, &words);
    let failed = found["failed"].as_u64().expect("a count");
    assert!(failed > 0 && failed <= 60, "{failed}");
    assert_eq!(list(&found, "regions").len(), 4);
    let firsts: f64 = list(&found, "regions")
        .iter()
        .filter_map(|it| it["p_first"].as_f64())
        .sum();
    assert!((firsts - 1.0).abs() < 1e-9, "{firsts}");
}

#[test]
fn an_option_that_always_fails_is_not_tested_and_nothing_is_said_to_stand_still() {
    for (lang, untested, varied, why, still) in [
        (
            "en",
            "Not tested: rule of groups: geometric mean",
            "Varied: nothing that gave",
            "No ranks are given: 49.2%",
            "None of the varied",
        ),
        (
            "id",
            "Tidak teruji: aturan kelompok: rata-rata geometrik",
            "Divariasikan: tidak ada yang membuahkan",
            "Peringkat tidak disajikan: 49,2%",
            "Tidak satu pun pilihan",
        ),
    ] {
        let shown = siap(&format!(
            "robust examples/sumsel-smart-province --runs 1000 --rules geometric --level-error none \
             --weights none --missing-as none --lang {lang}"
        ))
        .stdout;
        let shown = shown.split_whitespace().collect::<Vec<_>>().join(" ");
        for wanted in [untested, varied, why, "492"] {
            assert!(shown.contains(wanted), "{wanted}:\n{shown}");
        }
        assert!(!shown.contains(still), "{shown}");
    }
    // With levels that move a few runs have a result: that is said as well.
    let words = [
        "--rules",
        "geometric",
        "--level-error",
        "0.3",
        "--runs",
        "600",
    ];
    let shown = run(FRAMEWORK, ROWS, &words).stdout;
    assert!(shown.contains("Hardly tested"), "{shown}");
    let words = [
        "--rules",
        "geometric",
        "--level-error",
        "none",
        "--runs",
        "400",
    ];
    let found = record(FRAMEWORK, ROWS, &words);
    let tried = list(&found, "tried");
    assert_eq!(tried[1]["option"], "geometric");
    assert_eq!(tried[1]["runs"], tried[1]["failed"]);
    assert_eq!(
        (&tried[0]["failed"], &tried[0]["option"]),
        (&json!(0), &json!("arithmetic"))
    );
}

#[test]
fn nothing_moves_is_said_only_where_no_run_moved_a_rank() {
    // One run of 10,000 moves a rank, and it is not among the samples of the indices.
    let shown = siap(
        "robust examples/sumsel-smart-province --runs 10000 --level-error none --weights 50% --missing-as none",
    );
    let found = siap(
        "robust examples/sumsel-smart-province --runs 10000 --level-error none --weights 50% --missing-as none --format json",
    );
    let found: Value = serde_json::from_str(&found.stdout).expect("JSON");
    assert!(found["moved"].as_u64() > Some(0), "{}", found["moved"]);
    assert!(
        !shown.stdout.contains("None of the varied"),
        "{}",
        shown.stdout
    );
    let words = [
        "--weights",
        "0.01%",
        "--level-error",
        "none",
        "--runs",
        "50",
    ];
    let still = run(FRAMEWORK, ROWS, &words).stdout;
    assert!(still.contains("None of the varied"), "{still}");
}

#[test]
fn regions_tied_as_assessed_are_named_together_and_keep_their_tie() {
    // OKI and Banyuasin mirror each other: tied as assessed, and apart under nearly any weights.
    let rows = "region,a,b,c,d\nOKI,4,2,1,1\nBanyuasin,2,4,1,1\nMuara Enim,0,0,0,0\n";
    let words = ["--level-error", "none", "--runs", "600"];
    let found = record(FRAMEWORK, rows, &words);
    let shares: Vec<f64> = list(&found, "regions")
        .iter()
        .filter_map(|it| it["p_first"].as_f64())
        .collect();
    assert!((shares[0] + shares[1] - 1.0).abs() < 1e-9 && shares[2] == 0.0);
    let shown = run(FRAMEWORK, rows, &words).stdout;
    let shown = shown.split_whitespace().collect::<Vec<_>>().join(" ");
    assert!(
        shown.contains("No region is first in 95% of the runs"),
        "{shown}"
    );
    assert!(shown.contains("tied as assessed ("), "{shown}");
    // Identical levels: the tie stays one.
    let rows = "region,a,b,c,d\nOKI,3,2,3,1\nBanyuasin,3,2,3,1\n";
    for (lang, kept, first) in [
        (
            "en",
            "The one pair of neighbours keeps its order in at least 95% of the runs: Kab. Banyuasin \
             and Kab. Ogan Komering Ilir tied.",
            "Together first in at least 95% of the runs: Kab. Banyuasin, Kab. Ogan Komering Ilir.",
        ),
        (
            "id",
            "Satu-satunya pasangan bertetangga mempertahankan urutannya pada sedikitnya 95% \
             perhitungan ulang: Kab. Banyuasin dan Kab. Ogan Komering Ilir seri.",
            "Sama-sama di urutan pertama pada sedikitnya 95% perhitungan ulang: Kab. Banyuasin, Kab. \
             Ogan Komering Ilir.",
        ),
    ] {
        let shown = run(FRAMEWORK, rows, &[&words[..], &["--lang", lang]].concat()).stdout;
        let shown = shown.split_whitespace().collect::<Vec<_>>().join(" ");
        assert!(shown.contains(kept) && shown.contains(first), "{shown}");
    }
}

#[test]
fn with_few_runs_no_choice_is_named_as_the_one_that_moves_most() {
    let brief = run(FRAMEWORK, ROWS, &["--level-error", "0.5", "--runs", "60"]).stdout;
    assert!(!brief.contains("moves the ranks most:"), "{brief}");
    let words = ["--level-error", "0.5", "--runs", "60", "--full"];
    let few = run(FRAMEWORK, ROWS, &words).stdout;
    assert!(few.contains("N = 30") && few.contains("too small"), "{few}");
    assert!(
        !few.contains("moves the ranks most:") && !few.contains("few hundredths"),
        "{few}"
    );
    let words = ["--level-error", "0.5", "--runs", "512", "--full"];
    let many = run(FRAMEWORK, ROWS, &words).stdout;
    assert!(
        many.contains("moves the ranks most:") && many.contains("few hundredths"),
        "{many}"
    );
}

#[test]
fn what_is_already_in_use_does_not_vary() {
    let framework = FRAMEWORK.replace(
        "title = \"F\"\n",
        "title = \"F\"\n[aggregation]\nrank_coverage = 0.5\n",
    );
    let rows = "region,a,b,c,d\nOKI,3,3,3,\nBanyuasin,3,3,2,3\n";
    let words = [
        "--missing-as",
        "rescale",
        "--rules",
        "arithmetic",
        "--runs",
        "20",
    ];
    let found = record(&framework, rows, &words);
    for what in ["missing", "rules"] {
        assert_eq!(choice(&found, "not_varied", what)["reason"], "only-in-use");
    }
}

#[test]
fn the_remark_on_readings_speaks_of_those_that_stand_there() {
    let shown = run(FRAMEWORK, ROWS, &["--runs", "20", "--full"]).stdout;
    assert!(shown.contains("the median asks only"), "{shown}");
    assert!(!shown.contains("directions not even"), "{shown}");
    let numbers = siap("robust examples/spbe-sumsel --runs 20 --full").stdout;
    assert!(!numbers.contains("Means treat levels"), "{numbers}");
}

#[test]
fn missing_data_at_bottom_and_top_turn_the_order_round() {
    let rows = "region,a,b,c,d\nOKI,3,3,3,\nBanyuasin,3,3,2,3\n";
    let framework = FRAMEWORK.replace(
        "title = \"F\"\n",
        "title = \"F\"\n[aggregation]\nrank_coverage = 0.5\n",
    );
    let words = [
        "--weights",
        "none",
        "--level-error",
        "none",
        "--runs",
        "600",
    ];
    let found = record(&framework, rows, &words);
    let varied = choice(&found, "varied", "missing");
    assert_eq!(varied["options"], json!(["rescale", "bottom", "top"]));
    let first = &found["regions"][0];
    assert_eq!(first["region"], "Kabupaten Ogan Komering Ilir");
    // As written and at the top it leads, at the bottom it does not.
    let share = first["p_first"].as_f64().expect("a share");
    assert!((share - 2.0 / 3.0).abs() < 0.06, "{share}");
    // A region without data at all stays outside, with the reason.
    let rows = format!("{rows}Muara Enim,3,,,\n");
    let found = record(&framework, &rows, &words);
    assert_eq!(found["unranked"][0]["reason"], "low-coverage");
    assert_eq!(list(&found, "regions").len(), 2);
}

#[test]
fn informants_are_drawn_again_and_a_single_one_borrows_their_spread() {
    let rows = "region,indicator,level,informant\n\
        OKI,a,4,x\nOKI,a,1,y\nOKI,b,2,x\nOKI,c,2,x\nOKI,d,2,x\n\
        Banyuasin,a,2,p\nBanyuasin,a,3,q\nBanyuasin,b,2,p\nBanyuasin,c,2,p\nBanyuasin,d,2,p\n";
    let words = [
        "--weights",
        "none",
        "--level-error",
        "none",
        "--runs",
        "400",
    ];
    let found = record(FRAMEWORK, rows, &words);
    let varied = choice(&found, "varied", "informants");
    assert_eq!(
        (&varied["cells"], &varied["borrowed"]),
        (&json!(2), &json!(6))
    );
    // Pooled deviation of {4, 1} and {2, 3} on a scale of 4: √((4.5 + 0.5) / 2) / 4.
    let spread = varied["spread"].as_f64().expect("a spread");
    assert!((spread - 2.5_f64.sqrt() / 4.0).abs() < 1e-12, "{spread}");
    let first = found["regions"][0]["p_first"].as_f64().expect("a share");
    assert!(first > 0.2 && first < 0.9, "{first}");
    let shown = run(FRAMEWORK, rows, &words).stdout;
    assert!(shown.contains("borrow"), "{shown}");
    // Without a second informant anywhere nothing is made up.
    let found = record(FRAMEWORK, ROWS, &words);
    assert_eq!(
        choice(&found, "not_varied", "informants")["reason"],
        "one-informant"
    );
}

#[test]
fn a_coder_is_left_out_only_where_another_coded_too() {
    let rows = "region,indicator,level,coder,informant\n\
        OKI,a,4,p,x\nOKI,a,0,q,x\nOKI,b,2,p,x\nOKI,c,2,p,x\nOKI,d,2,p,x\n\
        Banyuasin,a,2,p,y\nBanyuasin,b,2,p,y\nBanyuasin,c,2,p,y\nBanyuasin,d,2,p,y\n";
    let words = [
        "--weights",
        "none",
        "--level-error",
        "none",
        "--leave-out",
        "coders",
        "--runs",
        "600",
    ];
    let found = record(FRAMEWORK, rows, &words);
    let varied = choice(&found, "varied", "coders");
    assert_eq!((&varied["count"], &varied["cells"]), (&json!(2), &json!(1)));
    assert_eq!(found["failed"], 0);
    // Tied with both coders; OKI alone leads without q, Banyuasin without p.
    for region in list(&found, "regions") {
        let share = region["p_first"].as_f64().expect("a share");
        assert!((share - 0.5).abs() < 0.06, "{region}");
    }
    let found = record(FRAMEWORK, ROWS, &words);
    assert_eq!(
        choice(&found, "not_varied", "coders")["reason"],
        "no-shared-cells"
    );
    assert_says_nothing(&found, "nothing-varies");
}

#[test]
fn numbers_are_normalised_in_other_ways() {
    let framework = FRAMEWORK.replace(
        "title = \"A\"\n",
        "title = \"A\"\nkind = \"number\"\nunit = \"%\"\nnormalise = \"min-max\"\n",
    );
    let rows = "region;indicator;level;value\nOKI;a;;100\nBanyuasin;a;;11\nMuara Enim;a;;10\n\
        OKI;b;1;\nBanyuasin;b;2;\nMuara Enim;b;2;\nOKI;c;2;\nBanyuasin;c;2;\nMuara Enim;c;2;\n\
        OKI;d;2;\nBanyuasin;d;2;\nMuara Enim;d;2;\n";
    let words = [
        "--weights",
        "none",
        "--level-error",
        "none",
        "--normalise",
        "rank,z-score",
        "--runs",
        "300",
    ];
    let found = record(&framework, rows, &words);
    let varied = choice(&found, "varied", "normalisation");
    assert_eq!(varied["options"], json!(["as-written", "rank", "z-score"]));
    // The 11 is far behind the 100 and one rank behind it.
    let second = list(&found, "regions")
        .iter()
        .find(|it| it["region"] == "Kabupaten Banyuasin")
        .expect("the region");
    assert!(second["p5"].as_f64() <= second["p95"].as_f64());
    assert_eq!(found["failed"], 0);
    let found = record(FRAMEWORK, ROWS, &words);
    assert_eq!(
        choice(&found, "not_varied", "normalisation")["reason"],
        "no-numbers"
    );
}

#[test]
fn one_region_and_profiles_are_explained() {
    let done = run(FRAMEWORK, "region,a,b,c,d\nOKI,4,2,1,3\n", &[]);
    assert_eq!(done.code, 0);
    assert!(
        done.stdout.contains("Only one region can be ranked"),
        "{}",
        done.stdout
    );
    let profile = FRAMEWORK.replace(
        "title = \"F\"\n",
        "title = \"F\"\n[aggregation]\ngroups = \"none\"\n",
    );
    let done = run(&profile, ROWS, &["--lang", "id"]);
    assert_eq!(done.code, 0);
    assert!(
        done.stdout.contains("profil tanpa skor total"),
        "{}",
        done.stdout
    );
    let found = record(&profile, ROWS, &[]);
    assert!(list(&found, "regions").is_empty() && list(&found, "pairs").is_empty());
}

/// Three indices as somebody published them.
fn published(one: &str, two: &str, three: &str) -> String {
    format!(
        "region,indicator,value\nOKI,index,{one}\nBanyuasin,index,{two}\nMuara Enim,index,{three}\n"
    )
}

#[test]
fn of_published_numbers_alone_only_the_rounding_is_tested_and_that_is_said() {
    for (rows, half) in [
        (published("70.24", "70.24", "55.1"), 0.005),
        (published("70.2", "70.2", "55"), 0.05),
        (published("70", "70", "55"), 0.5),
    ] {
        let found = record(FRAMEWORK, &rows, &["--runs", "300"]);
        assert_says_nothing(&found, "only-rounding");
        let varied = choice(&found, "varied", "rounding");
        assert_eq!(varied["half_units"], json!([half, half]), "{rows}");
        assert_eq!(varied["numbers"], 3);
        for (choice_id, reason) in [("weights", "nothing-to-weigh"), ("levels", "no-levels")] {
            assert_eq!(choice(&found, "not_varied", choice_id)["reason"], reason);
        }
    }
    let rows = published("70.24", "70.24", "55.1");
    for (lang, only, open) in [
        (
            "en",
            "Only the rounding of published numbers was tested.",
            "Rounding could turn the order of 1 of 2 pairs of neighbours: Kab. Banyuasin and Kab. \
             Ogan Komering Ilir tied.",
        ),
        (
            "id",
            "Yang diuji hanya pembulatan angka yang dipublikasikan.",
            "Pembulatan dapat membalik urutan 1 dari 2 pasangan bertetangga: Kab. Banyuasin dan Kab. \
             Ogan Komering Ilir seri.",
        ),
    ] {
        let shown = run(FRAMEWORK, &rows, &["--runs", "300", "--lang", lang]).stdout;
        let shown = shown.split_whitespace().collect::<Vec<_>>().join(" ");
        assert!(shown.contains(only) && shown.contains(open), "{shown}");
        assert!(!shown.contains('%'), "{shown}");
    }
    // Numbers of groups vary beside the weights that join them.
    let rows = "region,indicator,value\nOKI,g,70.5\nOKI,h,40\nBanyuasin,g,60\nBanyuasin,h,52\n";
    let found = record(FRAMEWORK, rows, &["--runs", "300"]);
    assert_eq!(found["reason"], Value::Null);
    let varied = choice(&found, "varied", "rounding");
    assert_eq!(varied["half_units"], json!([0.05, 0.5]));
    assert_eq!(choice(&found, "varied", "weights")["share"], 0.25);
    assert_eq!(list(&found, "influence").len(), 2, "both groups");
}

#[test]
fn the_published_indices_of_a_regulation_get_no_shares_of_runs() {
    for study in ["spbe-sumsel", "spbe-national"] {
        let done = siap(&format!("robust examples/{study} --runs 200 --format json"));
        let found: Value = serde_json::from_str(&done.stdout).expect("JSON");
        assert_says_nothing(&found, "only-rounding");
        let rounding = choice(&found, "varied", "rounding");
        assert_eq!(rounding["half_units"], json!([0.005, 0.005]));
        assert_eq!(list(&found, "varied").len(), 1);
        let why = &choice(&found, "not_varied", "weights")["reason"];
        assert_eq!(*why, "set-by-regulation");
        // Nothing below a published index counts, so nothing there is said to move anything.
        assert!(list(&found, "influence").is_empty());
    }
    let shown = siap("robust examples/spbe-sumsel --runs 200").stdout;
    let answer = shown.split("Outside the ranking").next().expect("a text");
    assert!(
        !answer.contains('%') && answer.contains("the regulation sets them"),
        "{shown}"
    );
}

#[test]
fn weights_of_an_official_instrument_stay_unless_others_are_asked_for() {
    for (standing, reason, en, id) in [
        (
            "regulation",
            "set-by-regulation",
            "weights (the regulation sets them)",
            "bobot (ditetapkan peraturan)",
        ),
        (
            "copy",
            "official-instrument",
            "weights (the official instrument sets them)",
            "bobot (ditetapkan instrumen resmi)",
        ),
    ] {
        let title = format!("title = \"F\"\nstanding = \"{standing}\"\n");
        let framework = FRAMEWORK.replace("title = \"F\"\n", &title);
        let found = record(&framework, ROWS, &["--runs", "100"]);
        assert_eq!(choice(&found, "not_varied", "weights")["reason"], reason);
        assert_eq!(list(&found, "varied").len(), 1, "levels alone");
        assert!(
            list(&found, "readings")
                .iter()
                .all(|it| it["reading"] != "equal-weights")
        );
        for (lang, words) in [("en", en), ("id", id)] {
            let shown = run(&framework, ROWS, &["--runs", "100", "--lang", lang]).stdout;
            let shown = shown.split_whitespace().collect::<Vec<_>>().join(" ");
            assert!(
                shown.contains(words) && shown.contains("`--weights 25%`"),
                "{shown}"
            );
        }
        let asked = record(&framework, ROWS, &["--runs", "100", "--weights", "25%"]);
        assert_eq!(choice(&asked, "varied", "weights")["share"], 0.25);
        // Without levels nothing is left to vary.
        let words = ["--runs", "100", "--level-error", "none"];
        assert_says_nothing(&record(&framework, ROWS, &words), "nothing-varies");
    }
}

/// The rows of [`ROWS`] as `p` coded them, and `q` with each level that `other` makes of it.
fn two_coders(other: impl Fn(usize, i32) -> i32) -> String {
    let mut out = String::from("region,indicator,level,coder,informant,id\n");
    let mut at = 0;
    for line in ROWS.lines().skip(1) {
        let mut cells = line.split(',');
        let region = cells.next().expect("a region");
        for (indicator, level) in ["a", "b", "c", "d"].iter().zip(cells) {
            let level: i32 = level.parse().expect("a level");
            let theirs = other(at, level);
            writeln!(out, "{region},{indicator},{level},p,x,s{at}").expect("room");
            writeln!(out, "{region},{indicator},{theirs},q,x,s{at}").expect("room");
            at += 1;
        }
    }
    out
}

#[test]
fn what_the_studys_own_coders_differ_by_replaces_the_assumed_error() {
    // Of 16 statements q sets 4 one step and 2 two steps elsewhere.
    let rows = two_coders(|at, level| {
        let step = match at {
            0..4 => 1,
            4..6 => 2,
            _ => 0,
        };
        if level >= 2 {
            level - step
        } else {
            level + step
        }
    });
    let found = record(FRAMEWORK, &rows, &["--runs", "300"]);
    let levels = choice(&found, "varied", "levels");
    assert_eq!(levels["basis"], "measured");
    assert_eq!(levels["probability"], 6.0 / 16.0);
    assert_eq!(
        levels["coders"],
        json!({"coders": 2, "units": 16, "differences": [
            {"steps": 0, "share": 0.625}, {"steps": 1, "share": 0.25}, {"steps": 2, "share": 0.125}
        ]})
    );
    for (lang, measured) in [
        (
            "en",
            "as far off as this study's own coders differ: 38% of their pairs lie apart (25% by one \
             step, 13% by 2 steps); coders: 2, judged by two or more of them: 16",
        ),
        (
            "id",
            "sejauh para pengode studi ini berbeda: 38% dari pasangan mereka tidak sama (25% satu \
             langkah, 13% sejauh 2 langkah); pengode: 2, yang dinilai dua pengode atau lebih: 16",
        ),
    ] {
        let shown = run(FRAMEWORK, &rows, &["--runs", "300", "--lang", lang]).stdout;
        let shown = shown.split_whitespace().collect::<Vec<_>>().join(" ");
        assert!(shown.contains(measured), "{shown}");
        for assumed in [
            "would measure it",
            "akan mengukurnya",
            "andaian",
            "assumption",
        ] {
            assert!(!shown.contains(assumed), "{shown}");
        }
    }
    // Asked for otherwise, that counts, and the measure stands beside it.
    let found = record(FRAMEWORK, &rows, &["--runs", "50", "--level-error", "0.2"]);
    let levels = choice(&found, "varied", "levels");
    assert_eq!(
        (&levels["basis"], &levels["probability"]),
        (&json!("asked"), &json!(0.2))
    );
    assert_eq!(levels["coders"]["units"], 16);
    // Coders who never differ leave levels where they are, and that is said.
    let alike = two_coders(|_, level| level);
    let found = record(FRAMEWORK, &alike, &["--runs", "50"]);
    assert_eq!(
        choice(&found, "not_varied", "levels")["reason"],
        "coders-agree"
    );
}

#[test]
fn two_coders_who_share_nothing_measure_nothing() {
    let rows = "region,indicator,level,coder\nOKI,a,4,p\nOKI,b,2,p\nOKI,c,2,p\nOKI,d,2,p\n\
        Banyuasin,a,2,q\nBanyuasin,b,3,q\nBanyuasin,c,2,q\nBanyuasin,d,2,q\n";
    let shown = run(FRAMEWORK, rows, &["--runs", "50"]).stdout;
    let shown = shown.split_whitespace().collect::<Vec<_>>().join(" ");
    assert!(shown.contains("no two coders of this study"), "{shown}");
    assert!(!shown.contains("would measure it"), "{shown}");
    let alone = run(FRAMEWORK, &rows.replace(",q", ",p"), &["--runs", "50"]).stdout;
    assert!(alone.contains("a second coder would measure it"), "{alone}");
}

#[test]
fn a_filter_changes_what_is_shown_and_never_what_is_ranked() {
    let all = record(FRAMEWORK, ROWS, &["--runs", "300"]);
    let one = record(
        FRAMEWORK,
        ROWS,
        &["--runs", "300", "--region", "Muara Enim"],
    );
    assert_eq!((&one["among"], &one["top"]), (&json!(4), &all["top"]));
    let shown = list(&one, "regions");
    assert_eq!(shown.len(), 1);
    let same = list(&all, "regions")
        .iter()
        .find(|it| it["region"] == "Kabupaten Muara Enim");
    assert_eq!(Some(&shown[0]), same);
    assert_eq!(list(&one, "pairs").len(), 3, "its pairs with the others");
    for (lang, sentence) in [
        ("en", "Shown: 1 of 4 ranked regions; all 4 were ranked anew"),
        ("id", "Ditampilkan: 1 dari 4 wilayah yang diperingkat"),
    ] {
        let words = ["--runs", "300", "--region", "Muara Enim", "--lang", lang];
        let shown = run(FRAMEWORK, ROWS, &words).stdout;
        let shown = shown.split_whitespace().collect::<Vec<_>>().join(" ");
        assert!(shown.contains(sentence), "{shown}");
        let ranked = [
            "Kab. Muara Enim is ranked 3",
            "Kab. Muara Enim menempati peringkat 3",
        ];
        assert!(ranked.iter().any(|it| shown.contains(it)), "{shown}");
    }
}

#[test]
fn levels_below_a_published_number_that_counts_are_not_said_to_vary() {
    let framework = FRAMEWORK.replace(
        "title = \"F\"\n",
        "title = \"F\"\n[aggregation]\nreported = \"official\"\n",
    );
    let rows = "region,indicator,level,value\nOKI,a,4,\nOKI,b,2,\nOKI,c,1,\nOKI,d,3,\nOKI,index,,61.5\n\
        Banyuasin,a,1,\nBanyuasin,b,1,\nBanyuasin,c,1,\nBanyuasin,d,1,\nBanyuasin,index,,30\n";
    let found = record(&framework, rows, &["--runs", "100"]);
    assert_says_nothing(&found, "only-rounding");
    assert_eq!(
        choice(&found, "not_varied", "levels")["reason"],
        "no-levels"
    );
    // Where the computed number counts, the levels do, and the published one does not.
    let found = record(FRAMEWORK, rows, &["--runs", "100"]);
    assert_eq!(choice(&found, "varied", "levels")["cells"], 8);
    assert_eq!(
        choice(&found, "not_varied", "rounding")["reason"],
        "nothing-published"
    );
}

#[test]
fn what_held_is_said_in_sentences() {
    // OKI is far ahead and Prabumulih far behind; the two between differ by little.
    let rows =
        "region,a,b,c,d\nOKI,4,4,4,4\nBanyuasin,2,2,2,3\nMuara Enim,2,2,3,2\nPrabumulih,0,0,0,0\n";
    for (lang, wanted) in [
        (
            "en",
            [
                "Kab. Ogan Komering Ilir is first in 100% of the runs.",
                "Among the top 2 in at least 95% of the runs: Kab. Ogan Komering Ilir.",
                "Among the bottom 2 in at least 95% of the runs: Kota Prabumulih.",
                "Kab. Ogan Komering Ilir before",
                "before Kota Prabumulih",
            ],
        ),
        (
            "id",
            [
                "Kab. Ogan Komering Ilir berada di urutan pertama pada 100% perhitungan ulang.",
                "Masuk 2 teratas pada sedikitnya 95% perhitungan ulang: Kab. Ogan Komering Ilir.",
                "Masuk 2 terbawah pada sedikitnya 95% perhitungan ulang: Kota Prabumulih.",
                "Kab. Ogan Komering Ilir di atas",
                "di atas Kota Prabumulih",
            ],
        ),
    ] {
        let shown = run(FRAMEWORK, rows, &["--runs", "500", "--lang", lang]).stdout;
        let shown = shown.split_whitespace().collect::<Vec<_>>().join(" ");
        for it in wanted {
            assert!(shown.contains(it), "{it}:\n{shown}");
        }
        for word in ["tier", "lapis", "ulangan"] {
            assert!(!shown.to_lowercase().contains(word), "{word}: {shown}");
        }
    }
    let found = record(FRAMEWORK, rows, &["--runs", "500"]);
    assert!(found.get("tiers").is_none());
    // Brief leaves the rest to --full.
    let [brief, full] = [&[][..], &["--full"]]
        .map(|more| run(FRAMEWORK, rows, &[&["--runs", "500"][..], more].concat()).stdout);
    assert!(
        brief.contains("With --full also: Which choice moves the ranks"),
        "{brief}"
    );
    for heading in [
        "Which choice moves the ranks\n",
        "Median rank",
        "The order under other readings",
    ] {
        assert!(full.contains(heading), "{full}");
    }
    assert!(!full.contains("With --full") && !brief.contains("Median rank"));
}

/// What `compare` ranks is what is rerun, score by score, in every study of the examples.
#[test]
fn scores_and_ranks_as_assessed_are_those_of_compare() {
    let mut studies = 0;
    for entry in std::fs::read_dir(root().join("examples")).expect("examples") {
        let folder = entry.expect("an entry").path();
        let Ok(text) = std::fs::read_to_string(folder.join("study.toml")) else {
            continue;
        };
        let study: toml::Table = text.parse().expect("TOML");
        let frameworks = match &study["framework"] {
            toml::Value::Array(all) => all.clone(),
            one => vec![one.clone()],
        };
        let folder = format!(
            "examples/{}",
            folder.file_name().expect("a name").to_string_lossy()
        );
        for framework in frameworks {
            let name = framework.as_str().expect("a name");
            let name = match name.ends_with(".toml") {
                true => format!("{folder}/{name}"),
                false => name.to_owned(),
            };
            let json = |line: &str| -> Value {
                let done = siap(line);
                assert_eq!(done.code, 0, "{line}: {}", done.stderr);
                serde_json::from_str(&done.stdout).expect("JSON")
            };
            let compared = json(&format!("compare {folder} -f {name} --format json"));
            let rerun = json(&format!("robust {folder} -f {name} --runs 2 --format json"));
            let ranking = list(&compared, "ranking");
            if !rerun["reason"].is_null() {
                continue;
            }
            assert_eq!(
                ranking.len(),
                list(&rerun, "regions").len(),
                "{folder} {name}"
            );
            for region in list(&rerun, "regions") {
                let same = ranking.iter().find(|it| it["region"] == region["region"]);
                let same = same.expect("the region");
                assert_eq!(same["rank"], region["rank"], "{folder} {name} {region}");
                let score = |it: &Value| it["score"].as_f64().expect("a score");
                assert!(
                    (score(same) - score(region)).abs() < 1e-12 * 100.0,
                    "{region}"
                );
            }
            studies += usize::from(ranking.len() > 1);
        }
    }
    assert!(studies >= 2, "{studies}");
}

#[test]
fn the_record_has_every_field_of_the_contract() {
    let found = record(FRAMEWORK, ROWS, &["--runs", "100", "--top", "2"]);
    for field in [
        "siap",
        "framework",
        "method",
        "inputs",
        "wave",
        "stage",
        "seed",
        "runs",
        "failed",
        "top",
        "varied",
        "not_varied",
        "among",
        "regions",
        "reason",
        "pairs",
        "sobol",
        "influence",
        "readings",
        "unranked",
        "warnings",
    ] {
        assert!(found.get(field).is_some(), "{field}");
    }
    let region = &found["regions"][0];
    for field in [
        "region",
        "code",
        "kind",
        "score",
        "rank",
        "median_rank",
        "p5",
        "p95",
        "p_first",
        "p_top",
        "p_bottom",
    ] {
        assert!(region.get(field).is_some(), "{field}");
    }
    assert_eq!(list(&found, "pairs").len(), 6, "every pair of four regions");
    let tops: f64 = list(&found, "regions")
        .iter()
        .filter_map(|it| it["p_top"].as_f64())
        .sum();
    assert!(
        (tops - 2.0).abs() < 1e-9,
        "two places are taken in every run: {tops}"
    );
    for pair in list(&found, "pairs") {
        let sum: f64 = ["p_above", "p_tied", "p_below"]
            .iter()
            .filter_map(|it| pair[*it].as_f64())
            .sum();
        assert!((sum - 1.0).abs() < 1e-12, "{pair}");
    }
    let csv = run(FRAMEWORK, ROWS, &["--runs", "100", "--format", "csv"]).stdout;
    assert!(
        csv.starts_with("rank,region,code,kind,score,median_rank,p5,p95"),
        "{csv}"
    );
}

#[test]
fn other_readings_have_the_order_worked_by_hand() {
    // Means: OKI (4 + 2)/2 = 3 and (1 + 3)/2 = 2, weights 2 : 1. Equal weights: 2.5.
    let found = record(FRAMEWORK, ROWS, &["--runs", "10"]);
    let reading = |name: &str| {
        let found = list(&found, "readings")
            .iter()
            .find(|it| it["reading"] == name);
        found.unwrap_or_else(|| panic!("no {name}")).clone()
    };
    let score = |name: &str, region: &str| {
        let found = reading(name);
        let ranking = found["ranking"].as_array().expect("a list").clone();
        let region = ranking
            .iter()
            .find(|it| it["region"] == region)
            .expect("the region")
            .clone();
        region["score"].as_f64().expect("a score")
    };
    let oki = "Kabupaten Ogan Komering Ilir";
    assert!(
        (found["regions"][0]["score"].as_f64().expect("a score") - 100.0 * 8.0 / 12.0).abs() < 1e-9
    );
    assert!((score("equal-weights", oki) - 62.5).abs() < 1e-9);
    // Medians of two are means; the weighted median of 3 (weight 2) and 2 (weight 1) is 3.
    assert!((score("median", oki) - 75.0).abs() < 1e-9);
    assert!(
        list(&found, "readings")
            .iter()
            .all(|it| it["reading"] != "direction")
    );
    // Inverse variance: a has 4 1 2 0 (35/12), b 2 3 2 1 (8/12): shares 8/43 and 35/43 of 2/3.
    let weight = |node: &str| {
        let found = list(&found, "influence")
            .iter()
            .find(|it| it["node"] == node);
        found.expect("the node")["weight_inverse_variance"]
            .as_f64()
            .expect("a weight")
    };
    assert!(
        (weight("a") - 2.0 / 3.0 * 8.0 / 43.0).abs() < 1e-12,
        "{}",
        weight("a")
    );
    assert!((weight("b") - 2.0 / 3.0 * 35.0 / 43.0).abs() < 1e-12);
}

#[test]
fn the_document_names_what_varied_and_what_did_not() {
    for lang in ["en", "id"] {
        let done = siap(&format!(
            "robust examples/nine-regions --runs 600 --lang {lang}"
        ));
        insta::assert_snapshot!(format!("robust_nine_{lang}"), done.stdout);
    }
}

#[test]
fn mistakes() {
    let study = "examples/sumsel-smart-province";
    let lines: &[(&str, &[&str])] = &[
        ("runs_zero", &["robust", study, "--runs", "0"]),
        ("runs_word", &["robust", study, "--runs", "many"]),
        ("threads_zero", &["robust", study, "--threads", "0"]),
        ("seed_negative", &["robust", study, "--seed=-1"]),
        ("weights_too_large", &["robust", study, "--weights", "140%"]),
        (
            "weights_word",
            &["robust", study, "--weights", "dirichlett"],
        ),
        (
            "level_error_above_one",
            &["robust", study, "--level-error", "1,5"],
        ),
        (
            "level_error_too_small",
            &["robust", study, "--level-error", "1e-13"],
        ),
        ("rule_unknown", &["robust", study, "--rules", "geometrik"]),
        ("way_unknown", &["robust", study, "--normalise", "minmax"]),
        (
            "missing_unknown",
            &["robust", study, "--missing-as", "mean"],
        ),
        ("top_zero", &["robust", study, "--top", "0"]),
        ("top_beyond_field", &["robust", study, "--top", "9"]),
        (
            "too_many_runs",
            &["robust", "examples/spbe-national", "--runs", "1000000"],
        ),
        (
            "two_frameworks",
            &["robust", "examples/bukittinggi", "--format", "json"],
        ),
    ];
    for (name, words) in lines {
        let text = told(words, root());
        let after_reading = ["top_beyond_field", "too_many_runs", "two_frameworks"].contains(name);
        let wanted = if after_reading {
            "exit status 1"
        } else {
            "exit status 2"
        };
        assert!(text.starts_with(wanted), "{name}:\n{text}");
        snapshot("robust", name, &text);
    }
}
