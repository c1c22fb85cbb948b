//! Every mistake in `tests/errors/` with the message it gets, in both languages.
//!
//! A new fixture is a new test: its snapshot stands beside it.

use std::path::Path;

use crate::run::{Done, root, siap_with};

/// What the program says of a mistake: status, then English, then Indonesian.
pub(crate) fn told(words: &[&str], folder: &Path) -> String {
    let run = |lang: &str| -> Done {
        let mut all = vec!["--lang", lang];
        all.extend(words);
        siap_with(&all, "", folder)
    };
    let (english, indonesian) = (run("en"), run("id"));
    assert_eq!(english.code, indonesian.code);
    let mut out = format!("exit status {}\n", english.code);
    for done in [english, indonesian] {
        if !done.stdout.is_empty() {
            out.push_str("--- standard output ---\n");
            out.push_str(&done.stdout);
        }
        out.push_str("--- standard error ---\n");
        out.push_str(&done.stderr);
    }
    out
}

pub(crate) fn snapshot(folder: &str, name: &str, text: &str) {
    insta::with_settings!({
        snapshot_path => root().join("tests/errors").join(folder),
        prepend_module_to_snapshot => false,
        omit_expression => true,
    }, {
        insta::assert_snapshot!(name, text);
    });
}

/// Names in a folder of fixtures, without their snapshots.
pub(crate) fn fixtures(folder: &str) -> Vec<String> {
    let entries = std::fs::read_dir(root().join("tests/errors").join(folder)).expect("a folder");
    let mut names: Vec<String> = entries
        .map(|it| {
            it.expect("an entry")
                .file_name()
                .to_string_lossy()
                .into_owned()
        })
        .filter(|it| !it.contains(".snap"))
        .collect();
    names.sort();
    assert!(!names.is_empty());
    names
}

pub(crate) fn stem(name: &str) -> &str {
    name.split('.').next().unwrap_or(name)
}

#[test]
fn mistakes_in_tables() {
    for name in fixtures("read") {
        let words = ["check", &name, "-f", "smart-province-readiness"];
        let text = told(&words, &root().join("tests/errors/read"));
        assert!(
            text.starts_with("exit status 1"),
            "{name} is accepted:\n{text}"
        );
        snapshot("read", stem(&name), &text);
    }
}

#[test]
fn mistakes_in_what_rows_name() {
    for name in fixtures("assess") {
        let framework = match stem(&name) {
            "other_unit" => "reported-figures",
            "unknown_class" => "supporting-inhibiting",
            name if name.starts_with("kami") => "indeks-kami-5-tinggi",
            name if name.starts_with("pemdi") => "pemdi-2026",
            name if name.starts_with("spbe") => "spbe-2020",
            _ => "smart-province-readiness",
        };
        let words = ["check", &name, "-f", framework];
        let text = told(&words, &root().join("tests/errors/assess"));
        let only_warns = [
            "unknown_region",
            "duplicate_row",
            "contradicts_nobody",
            "other_unit",
            "unknown_class",
            "spbe_warned",
            "items_not_declared",
            "weight_without_effect",
            "region_settled_by_file",
        ];
        let wanted = if only_warns.contains(&stem(&name)) {
            0
        } else {
            1
        };
        assert!(
            text.starts_with(&format!("exit status {wanted}")),
            "{name}:\n{text}"
        );
        snapshot("assess", stem(&name), &text);
    }
}

#[test]
fn mistakes_in_frameworks() {
    for name in fixtures("framework") {
        let words = ["framework", "check", &name];
        let text = told(&words, &root().join("tests/errors/framework"));
        assert!(
            text.starts_with("exit status 1"),
            "{name} is accepted:\n{text}"
        );
        snapshot("framework", stem(&name), &text);
    }
}

#[test]
fn what_a_reader_of_a_framework_will_miss() {
    for name in fixtures("review") {
        let words = ["framework", "check", &name];
        let text = told(&words, &root().join("tests/errors/review"));
        // Nothing of it stands in the way of a score.
        assert!(text.starts_with("exit status 0"), "{name}:\n{text}");
        assert!(text.contains("warning: "), "{name}:\n{text}");
        snapshot("review", stem(&name), &text);
    }
}

#[test]
fn mistakes_in_crosswalks() {
    for name in fixtures("crosswalk") {
        let words = ["framework", "check", &name];
        let text = told(&words, &root().join("tests/errors/crosswalk"));
        assert!(
            text.starts_with("exit status 1"),
            "{name} is accepted:\n{text}"
        );
        snapshot("crosswalk", stem(&name), &text);
    }
}

#[test]
fn mistakes_in_studies() {
    for name in fixtures("study") {
        let text = told(&["check", &name], &root().join("tests/errors/study"));
        assert!(
            text.starts_with("exit status 1"),
            "{name} is accepted:\n{text}"
        );
        snapshot("study", &name, &text);
    }
}

#[test]
fn mistakes_on_the_command_line() {
    let study = "examples/sumsel-smart-province";
    let lines: &[(&str, &[&str])] = &[
        ("unknown_command", &["compre", study]),
        ("unknown_option", &["score", study, "--formt", "json"]),
        ("impossible_value", &["score", study, "--format", "xml"]),
        ("missing_argument", &["chart", "radar", study]),
        ("missing_value", &["score", study, "--format"]),
        ("unknown_wave", &["compare", study, "--wave", "2020"]),
        (
            "unknown_province",
            &["compare", study, "--province", "Sumatra Selatn"],
        ),
        ("no_stages", &["compare", study, "--stage", "final"]),
        (
            "unknown_stage",
            &["score", "examples/spbe-denpasar", "--stage", "visit"],
        ),
        ("two_instruments", &["trend", "examples/pemdi-aceh-tengah"]),
        (
            "unknown_region",
            &["score", study, "--region", "Kab. Banyuasyn"],
        ),
        (
            "no_region_of_kind",
            &["score", "examples/kutai-kartanegara", "--kind", "kota"],
        ),
        ("unknown_framework", &["score", study, "-f", "edward-ii"]),
        ("missing_file", &["score", "REDME.md", "-f", "edward-iii"]),
        ("missing_framework_file", &["score", study, "-f", "my.toml"]),
        ("folder_without_study", &["score", "tests"]),
        (
            "two_studies",
            &["score", study, "examples/kutai-kartanegara"],
        ),
        (
            "no_framework",
            &["score", "examples/sumsel-smart-province/statements.csv"],
        ),
        ("nothing_to_read", &["score"]),
        ("one_wave_asked", &["trend", study, "--wave", "2019"]),
        (
            "waves_reversed",
            &["trend", "examples/spbe-sumsel", "--wave", "2024..2023"],
        ),
        ("no_such_page", &["man", "comprae"]),
        (
            "ending_and_format",
            &["score", study, "--format", "json", "-o", "m.csv"],
        ),
        ("full_of_csv", &["score", study, "-o", "m.csv", "--full"]),
        (
            "unknown_ending",
            &["chart", "radar", study, "-o", "radar.gif"],
        ),
    ];
    for (name, words) in lines {
        let text = told(words, root());
        let usage = [
            "unknown_command",
            "unknown_option",
            "impossible_value",
            "unknown_ending",
            "ending_and_format",
            "full_of_csv",
            "no_framework",
            "nothing_to_read",
            "one_wave_asked",
            "waves_reversed",
            "no_such_page",
        ]
        .contains(name)
            || name.starts_with("missing_arg")
            || name.starts_with("missing_val");
        let wanted = if usage {
            "exit status 2"
        } else {
            "exit status 1"
        };
        assert!(text.starts_with(wanted), "{name}:\n{text}");
        snapshot("command-line", name, &text);
    }
}

#[test]
fn an_unknown_region_is_one_collected_warning() {
    let folder = root().join("tests/errors/assess");
    let words = [
        "check",
        "unknown_region.csv",
        "-f",
        "smart-province-readiness",
    ];
    let done = siap_with(&words, "", &folder);
    assert_eq!(done.code, 0);
    assert_eq!(
        done.stderr.matches("warning:").count(),
        1,
        "{}",
        done.stderr
    );
}

#[test]
fn mistakes_in_trends() {
    for name in fixtures("trend") {
        let text = told(&["trend", &name], &root().join("tests/errors/trend"));
        assert!(
            text.starts_with("exit status 1"),
            "{name} is accepted:\n{text}"
        );
        snapshot("trend", &name, &text);
    }
}

#[test]
fn mistakes_in_questionnaires() {
    let folder = root().join("tests/errors/reliability");
    let good = "../../reference/agreement/data/skm_permenpanrb14_29resp.csv";
    let run = |name: &str, words: &[&str]| {
        let mut all = vec!["reliability"];
        all.extend(words);
        let text = told(&all, &folder);
        assert!(
            text.starts_with("exit status 1"),
            "{name} is accepted:\n{text}"
        );
        snapshot("reliability", name, &text);
    };
    for name in fixtures("reliability") {
        let words = match name.as_str() {
            bands if bands.ends_with(".toml") => {
                vec!["--matrix", good, "--scale", "1..4", "--bands", bands]
            }
            "no_respondents.csv" => vec!["no_respondents.csv", "-f", "skm"],
            "words_of_one_half.csv" => vec!["--matrix", "words_of_one_half.csv"],
            matrix => vec!["--matrix", matrix, "--scale", "1..5"],
        };
        run(stem(&name), &words);
    }
    let study = "no_respondents.csv";
    let lines: &[(&str, &[&str])] = &[
        ("unknown_bands", &["--matrix", good, "--bands", "sudjanna"]),
        (
            "two_sets_of_one_measure",
            &[
                "--matrix", good, "--bands", "sudjana", "--bands", "arikunto",
            ],
        ),
        ("unknown_by", &[study, "-f", "skm", "--by", "rol"]),
        ("unknown_column", &["--matrix", good, "--by", "U10"]),
        (
            "unknown_item",
            &["--matrix", good, "--scale", "1..4", "--reverse", "U1,U99"],
        ),
        ("bad_scale", &["--matrix", good, "--scale", "5"]),
        (
            "reverse_without_scale",
            &["--matrix", good, "--reverse", "U1"],
        ),
        ("bad_construct", &["--matrix", good, "--construct", "X1:U1"]),
        (
            "no_items",
            &[
                "../../../examples/inventories",
                "-f",
                "legal-basis-inventory",
            ],
        ),
    ];
    for (name, words) in lines {
        run(name, words);
    }
}
