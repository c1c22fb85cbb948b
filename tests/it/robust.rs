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
    "--missing",
    "none",
    "--informants",
    "none",
    "--levels",
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
    for region in list(record, "ranking") {
        for field in ["median_rank", "rank_low", "rank_high", "mean_rank"] {
            assert_eq!(region[field].as_f64(), region["rank"].as_f64(), "{region}");
        }
        let first = f64::from(region["rank"] == 1);
        assert_eq!(region["p_first"].as_f64(), Some(first), "{region}");
    }
    for index in list(record, "sobol") {
        assert_eq!(
            (&index["first_order"], &index["total"]),
            (&json!(0.0), &json!(0.0))
        );
    }
}

#[test]
fn what_does_not_vary_moves_no_rank_and_has_index_zero() {
    let none = record(FRAMEWORK, ROWS, &[&NOTHING, &["--runs", "50"][..]].concat());
    assert!(list(&none, "varied").is_empty() && list(&none, "sobol").is_empty());
    assert_eq!(list(&none, "not_varied").len(), 8);
    is_still(&none);
    let words = ["--weights", "0%", "--levels", "none", "--runs", "50"];
    let zero = record(FRAMEWORK, ROWS, &words);
    let why = &choice(&zero, "not_varied", "weights")["reason"];
    assert_eq!(*why, "no-width");
    assert!(list(&zero, "sobol").is_empty());
    is_still(&zero);
    let words = ["--weights", "0.01%", "--levels", "none", "--runs", "50"];
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
            "--levels",
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
    let words = ["--weights", "0.0001%", "--levels", "0.3", "--runs", "400"];
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
            "--levels",
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
    for field in [
        "ranking",
        "pairs",
        "tiers",
        "sobol",
        "influence",
        "readings",
    ] {
        assert_eq!(one[field], two[field], "{field}");
    }
}

#[test]
fn thirty_tied_regencies_share_one_rank_in_every_run() {
    let rows = thirty_at_three();
    let words = [
        "--levels",
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
        assert_eq!(list(&found, "ranking").len(), 30);
        for region in list(&found, "ranking") {
            assert_eq!(
                (&region["rank"], &region["p_first"]),
                (&json!(1), &json!(1.0)),
                "{region}"
            );
            assert_eq!(region["rank_high"], 1.0);
        }
        is_still(&found);
        assert_eq!(list(&found, "tiers").len(), 1);
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
    assert!(shown.contains("Tied for the first place"), "{shown}");
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
fn runs_without_a_result_are_counted_and_told() {
    // Prabumulih has a 0: geometric means cannot be taken, and the rule is drawn in half of the runs.
    let words = ["--rules", "geometric", "--levels", "none", "--runs", "400"];
    let found = record(FRAMEWORK, ROWS, &words);
    let failed = found["failed"].as_u64().expect("a count");
    assert!((160..240).contains(&failed), "{failed}");
    assert_eq!(found["failures"]["zero-under-rule"], failed);
    let shown = run(FRAMEWORK, ROWS, &words).stdout;
    assert!(
        shown.contains(&format!("{failed} of 400 runs have no result")),
        "{shown}"
    );
    // Where all fail nothing is claimed.
    let rule = FRAMEWORK.replace(
        "title = \"F\"\n",
        "title = \"F\"\n[aggregation]\ngroups = \"geometric\"\n",
    );
    let rows = ROWS.replace("Prabumulih,0,", "Prabumulih,1,");
    let words = ["--levels", "1", "--weights", "none", "--runs", "60"];
    let found = record(&rule, &rows, &words);
    assert!(found["failed"].as_u64() > Some(0), "{}", found["failed"]);
}

#[test]
fn an_option_that_always_fails_is_not_tested_and_nothing_is_said_to_stand_still() {
    for (lang, untested, varied, rests, still) in [
        (
            "en",
            "Not tested: rule of groups: geometric mean",
            "Varied: nothing that gave",
            "This verdict and all shares rest on",
            "None of the varied",
        ),
        (
            "id",
            "Tidak teruji: aturan kelompok: rata-rata geometrik",
            "Divariasikan: tidak ada yang membuahkan",
            "Simpulan ini dan semua persentasenya hanya bersandar pada",
            "Tidak satu pun pilihan",
        ),
    ] {
        let shown = siap(&format!(
            "robust examples/sumsel-smart-province --runs 1000 --rules geometric --levels none \
             --weights none --missing none --lang {lang}"
        ))
        .stdout;
        let shown = shown.split_whitespace().collect::<Vec<_>>().join(" ");
        for wanted in [untested, varied, rests, "492"] {
            assert!(shown.contains(wanted), "{wanted}:\n{shown}");
        }
        assert!(!shown.contains(still), "{shown}");
    }
    // With levels that move a few runs have a result: that is said as well.
    let words = ["--rules", "geometric", "--levels", "0.3", "--runs", "600"];
    let shown = run(FRAMEWORK, ROWS, &words).stdout;
    assert!(shown.contains("Hardly tested"), "{shown}");
    let words = ["--rules", "geometric", "--levels", "none", "--runs", "400"];
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
        "robust examples/sumsel-smart-province --runs 10000 --levels none --weights 50% --missing none",
    );
    let found = siap(
        "robust examples/sumsel-smart-province --runs 10000 --levels none --weights 50% --missing none --format json",
    );
    let found: Value = serde_json::from_str(&found.stdout).expect("JSON");
    assert!(found["moved"].as_u64() > Some(0), "{}", found["moved"]);
    assert!(
        !shown.stdout.contains("None of the varied"),
        "{}",
        shown.stdout
    );
    let words = ["--weights", "0.01%", "--levels", "none", "--runs", "50"];
    let still = run(FRAMEWORK, ROWS, &words).stdout;
    assert!(still.contains("None of the varied"), "{still}");
}

#[test]
fn regions_tied_as_assessed_are_named_together_and_keep_their_tie() {
    // OKI and Banyuasin mirror each other: tied as assessed, and apart under nearly any weights.
    let rows = "region,a,b,c,d\nOKI,4,2,1,1\nBanyuasin,2,4,1,1\nMuara Enim,0,0,0,0\n";
    let words = ["--levels", "none", "--runs", "600"];
    let shown = run(FRAMEWORK, rows, &words).stdout;
    let line = shown
        .lines()
        .find(|it| it.contains("Tied for first as assessed"));
    assert!(line.is_some(), "{shown}");
    assert!(!shown.contains("is first as assessed, but"), "{shown}");
    // Identical levels: the tie stays one.
    let rows = "region,a,b,c,d\nOKI,3,2,3,1\nBanyuasin,3,2,3,1\n";
    let shown = run(FRAMEWORK, rows, &words).stdout;
    assert!(shown.contains("Of 1 neighbouring pairs, 1 keep"), "{shown}");
}

#[test]
fn with_few_runs_no_choice_is_named_as_the_one_that_moves_most() {
    let few = run(FRAMEWORK, ROWS, &["--levels", "0.5", "--runs", "60"]).stdout;
    assert!(few.contains("N = 30") && few.contains("too small"), "{few}");
    assert!(
        !few.contains("moved most by") && !few.contains("few hundredths"),
        "{few}"
    );
    let many = run(FRAMEWORK, ROWS, &["--levels", "0.5", "--runs", "512"]).stdout;
    assert!(
        many.contains("moved most by") && many.contains("few hundredths"),
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
        "--missing",
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
    let shown = run(FRAMEWORK, ROWS, &["--runs", "20"]).stdout;
    assert!(shown.contains("the median asks only"), "{shown}");
    assert!(!shown.contains("directions not even"), "{shown}");
    let numbers = siap("robust examples/spbe-sumsel --runs 20").stdout;
    assert!(!numbers.contains("Means treat levels"), "{numbers}");
}

#[test]
fn missing_data_at_bottom_and_top_turn_the_order_round() {
    let rows = "region,a,b,c,d\nOKI,3,3,3,\nBanyuasin,3,3,2,3\n";
    let framework = FRAMEWORK.replace(
        "title = \"F\"\n",
        "title = \"F\"\n[aggregation]\nrank_coverage = 0.5\n",
    );
    let words = ["--weights", "none", "--levels", "none", "--runs", "600"];
    let found = record(&framework, rows, &words);
    let varied = choice(&found, "varied", "missing");
    assert_eq!(varied["options"], json!(["rescale", "bottom", "top"]));
    let first = &found["ranking"][0];
    assert_eq!(first["region"], "Kabupaten Ogan Komering Ilir");
    // As written and at the top it leads, at the bottom it does not.
    let share = first["p_first"].as_f64().expect("a share");
    assert!((share - 2.0 / 3.0).abs() < 0.06, "{share}");
    assert_eq!(list(&found, "tiers").len(), 1);
    // A region without data at all stays outside, with the reason.
    let rows = format!("{rows}Muara Enim,3,,,\n");
    let found = record(&framework, &rows, &words);
    assert_eq!(found["unranked"][0]["reason"], "low-coverage");
    assert_eq!(list(&found, "ranking").len(), 2);
}

#[test]
fn informants_are_drawn_again_and_a_single_one_borrows_their_spread() {
    let rows = "region,indicator,level,informant\n\
        OKI,a,4,x\nOKI,a,1,y\nOKI,b,2,x\nOKI,c,2,x\nOKI,d,2,x\n\
        Banyuasin,a,2,p\nBanyuasin,a,3,q\nBanyuasin,b,2,p\nBanyuasin,c,2,p\nBanyuasin,d,2,p\n";
    let words = ["--weights", "none", "--levels", "none", "--runs", "400"];
    let found = record(FRAMEWORK, rows, &words);
    let varied = choice(&found, "varied", "informants");
    assert_eq!(
        (&varied["cells"], &varied["borrowed"]),
        (&json!(2), &json!(6))
    );
    // Pooled deviation of {4, 1} and {2, 3} on a scale of 4: √((4.5 + 0.5) / 2) / 4.
    let spread = varied["spread"].as_f64().expect("a spread");
    assert!((spread - 2.5_f64.sqrt() / 4.0).abs() < 1e-12, "{spread}");
    let first = found["ranking"][0]["p_first"].as_f64().expect("a share");
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
        "--levels",
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
    for region in list(&found, "ranking") {
        let share = region["p_first"].as_f64().expect("a share");
        assert!((share - 2.0 / 3.0).abs() < 0.06, "{region}");
    }
    let found = record(FRAMEWORK, ROWS, &words);
    assert_eq!(
        choice(&found, "not_varied", "coders")["reason"],
        "no-shared-cells"
    );
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
        "--levels",
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
    let second = list(&found, "ranking")
        .iter()
        .find(|it| it["region"] == "Kabupaten Banyuasin")
        .expect("the region");
    assert!(second["rank_low"].as_f64() <= second["rank_high"].as_f64());
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
    assert!(list(&found, "ranking").is_empty() && list(&found, "pairs").is_empty());
}

#[test]
fn reported_numbers_vary_by_weights_alone() {
    let done = siap("robust examples/spbe-sumsel --runs 200 --format json");
    let found: Value = serde_json::from_str(&done.stdout).expect("JSON");
    assert_eq!(list(&found, "varied").len(), 1);
    assert_eq!(
        choice(&found, "not_varied", "levels")["reason"],
        "no-levels"
    );
    assert_eq!(
        choice(&found, "not_varied", "missing")["reason"],
        "nothing-missing"
    );
    let nodes: Vec<&str> = list(&found, "influence")
        .iter()
        .filter_map(|it| it["node"].as_str())
        .collect();
    assert_eq!(nodes.len(), 4, "the four domains: {nodes:?}");
    let weights: f64 = list(&found, "influence")
        .iter()
        .filter_map(|it| it["weight"].as_f64())
        .sum();
    assert!((weights - 1.0).abs() < 1e-12);
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
            assert_eq!(
                ranking.len(),
                list(&rerun, "ranking").len(),
                "{folder} {name}"
            );
            for region in list(&rerun, "ranking") {
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
    assert!(studies >= 4, "{studies}");
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
        "ranking",
        "pairs",
        "tiers",
        "sobol",
        "influence",
        "readings",
        "unranked",
        "warnings",
    ] {
        assert!(found.get(field).is_some(), "{field}");
    }
    let region = &found["ranking"][0];
    for field in [
        "region",
        "code",
        "kind",
        "score",
        "rank",
        "median_rank",
        "rank_low",
        "rank_high",
        "p_first",
        "p_top",
        "tier",
    ] {
        assert!(region.get(field).is_some(), "{field}");
    }
    assert_eq!(list(&found, "pairs").len(), 6, "every pair of four regions");
    let tops: f64 = list(&found, "ranking")
        .iter()
        .filter_map(|it| it["p_top"].as_f64())
        .sum();
    assert!(
        tops >= 2.0 - 1e-9,
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
        csv.starts_with("rank,region,code,kind,score,median_rank,rank_low,rank_high"),
        "{csv}"
    );
}

#[test]
fn other_readings_have_the_order_worked_by_hand() {
    // Means: OKI (4 + 2)/2 = 3 and (1 + 3)/2 = 2, weights 2 : 1. Equal weights: 2.5.
    let found = record(FRAMEWORK, ROWS, &[&NOTHING, &["--runs", "10"][..]].concat());
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
        (found["ranking"][0]["score"].as_f64().expect("a score") - 100.0 * 8.0 / 12.0).abs() < 1e-9
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
        ("levels_above_one", &["robust", study, "--levels", "1,5"]),
        ("rule_unknown", &["robust", study, "--rules", "geometrik"]),
        ("way_unknown", &["robust", study, "--normalise", "minmax"]),
        ("missing_unknown", &["robust", study, "--missing", "mean"]),
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
