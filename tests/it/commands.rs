//! What each command prints, and how the program behaves in a pipe.

use crate::run::{folder, root, siap, siap_with};

#[test]
fn alone_it_greets_the_three_kinds_of_user() {
    for (lang, words) in [
        ("en", ["Researcher", "Planner", "Province"]),
        ("id", ["Peneliti", "Perencana", "Provinsi"]),
    ] {
        let done = siap(&format!("--lang {lang}"));
        assert_eq!(done.code, 0);
        for word in words {
            assert!(
                done.stdout.contains(word),
                "{word} is missing:\n{}",
                done.stdout
            );
        }
        assert!(done.stdout.contains("siap compare"));
    }
}

/// The commands that the help of `command` lists.
fn subcommands(command: &str) -> Vec<String> {
    let page = siap(&format!("{command} --help --lang en")).stdout;
    page.lines()
        .skip_while(|line| *line != "Commands:")
        .skip(1)
        .take_while(|line| !line.is_empty())
        .filter_map(|line| line.strip_prefix("  "))
        .filter(|line| !line.starts_with(' '))
        .filter_map(|line| line.split_whitespace().next().map(str::to_owned))
        .collect()
}

#[test]
fn every_command_and_option_has_help_in_both_languages() {
    let mut commands = vec![String::new()];
    for name in subcommands("") {
        commands.extend(
            subcommands(&name)
                .into_iter()
                .map(|it| format!("{name} {it}")),
        );
        commands.push(name);
    }
    assert!(commands.len() > 15, "{commands:?}");
    for command in commands {
        let mut pages = Vec::new();
        for lang in ["en", "id"] {
            let done = siap(&format!("{command} --help --lang {lang}"));
            assert_eq!(done.code, 0, "{command}: {}", done.stderr);
            assert!(
                done.stdout.starts_with(|it: char| it.is_alphabetic()),
                "{command} ({lang}) does not say what it does"
            );
            // An option without words would end in its value name or stand alone on its line.
            for (at, line) in done.stdout.lines().enumerate() {
                let option = line.trim_start().starts_with('-');
                let next = done.stdout.lines().nth(at + 1).unwrap_or_default();
                let bare = !line.trim().contains("  ") && !next.starts_with("          ");
                assert!(
                    !(option && bare),
                    "{command} ({lang}): no help for `{line}`"
                );
            }
            pages.push(done.stdout);
        }
        assert_ne!(pages[0], pages[1], "{command}");
    }
}

#[test]
fn the_language_follows_flag_then_variable_then_study_then_locale() {
    let rows = "region,indicator,level\nOKI,ict-staff,1\n";
    let study = "framework = \"smart-province-readiness\"\nlanguage = \"id\"\n";
    let (_keep, path) = folder(&[("data.csv", rows), ("study.toml", study)]);
    let from_study = siap_with(&["score"], "", &path).stdout;
    assert!(from_study.contains("Indikator"), "{from_study}");
    let from_flag = siap_with(&["score", "--lang", "en"], "", &path).stdout;
    assert!(from_flag.contains("Indicator"), "{from_flag}");
}

#[test]
fn tables_fit_the_width_they_are_given() {
    for columns in [60, 80, 120] {
        for command in ["compare", "score", "matrix"] {
            let study = root().join("examples/sumsel-smart-province");
            let done = std::process::Command::new(env!("CARGO_BIN_EXE_siap"))
                .args([command, ".", "--lang", "id"])
                .current_dir(study)
                .env("COLUMNS", columns.to_string())
                .output()
                .expect("it runs");
            let text = String::from_utf8(done.stdout).expect("UTF-8");
            let longest = text.lines().map(|it| it.chars().count()).max().unwrap_or(0);
            assert!(
                longest <= columns,
                "{command} at {columns}: {longest}\n{text}"
            );
        }
    }
}

#[test]
fn a_pipe_gets_no_colour() {
    let done = siap("compare examples/sumsel-smart-province");
    assert!(!done.stdout.contains('\u{1b}') && !done.stderr.contains('\u{1b}'));
}

#[test]
fn standard_input_is_a_table_like_any_other() {
    let rows = "wilayah;indikator;skor\nKab. OKI;ict-staff;1,5\nKab. OKI;ict-support;2\n";
    let words = [
        "score",
        "-",
        "-f",
        "smart-province-readiness",
        "--format",
        "csv",
    ];
    let done = siap_with(&words, rows, root());
    assert_eq!(done.code, 0, "{}", done.stderr);
    assert!(done.stdout.starts_with("region,code,kind,wave,stage,id,"));
    assert!(
        done.stdout.contains(",ict-staff,indicator,hr,37.5,"),
        "{}",
        done.stdout
    );
}

#[test]
fn every_format_of_every_table_is_there() {
    let study = "examples/sumsel-smart-province";
    for command in ["score", "matrix", "compare"] {
        for (format, start) in [("table", ""), ("csv", "r"), ("json", ""), ("md", "# ")] {
            let done = siap(&format!("{command} {study} --format {format}"));
            assert_eq!(done.code, 0, "{command} {format}: {}", done.stderr);
            assert!(done.stdout.starts_with(start), "{command} {format}");
            if format == "json" {
                serde_json::from_str::<serde_json::Value>(&done.stdout).expect("JSON");
            }
            if format == "csv" {
                let mut reader = csv::Reader::from_reader(done.stdout.as_bytes());
                assert!(reader.records().all(|it| it.is_ok()), "{command}");
            }
        }
    }
}

#[test]
fn the_matrix_is_the_table_of_findings_of_a_paper() {
    let shown = siap("matrix examples/sumsel-smart-province --region OKI --format md --lang id");
    assert!(
        shown.stdout.contains("| Indikator | Level |"),
        "{}",
        shown.stdout
    );
    assert!(shown.stdout.contains("Hasil temuan"));
    assert!(shown.stdout.contains("E001-033"));
    assert!(!shown.stdout.contains("Muara Enim ·"));
}

#[test]
fn completions_and_manual_pages_are_made_from_the_same_definition() {
    for shell in ["bash", "elvish", "fish", "powershell", "zsh"] {
        let done = siap(&format!("completions {shell}"));
        assert_eq!(done.code, 0);
        assert!(done.stdout.contains("compare"), "{shell}");
    }
    let page = siap("man").stdout;
    assert!(
        page.starts_with(".ie") || page.contains(".TH siap"),
        "{page}"
    );
    assert!(siap("man score").stdout.contains("basis"));
    assert_eq!(siap("man scor").code, 2);
}

#[test]
fn hostile_text_reaches_no_output_unescaped() {
    let evil = "=HYPERLINK(\"x\")<script>\u{1b}[31m\u{202e}|`";
    let quoted = evil.replace('"', "\"\"");
    let rows = format!(
        "region,indicator,level,finding\n\"{quoted}\",ict-staff,1,\"{quoted}\"\nKab. OKI,ict-staff,2,x\n"
    );
    let (_keep, path) = folder(&[("data.csv", rows.as_str())]);
    let run = |words: &[&str]| {
        let all = [words, &["data.csv", "-f", "smart-province-readiness"]].concat();
        let done = siap_with(&all, "", &path);
        assert_eq!(done.code, 0, "{}", done.stderr);
        assert!(!done.stderr.contains('\u{1b}'));
        done.stdout
    };
    for format in ["table", "md"] {
        let text = run(&["matrix", "--format", format]);
        assert!(
            !text.contains('\u{1b}') && !text.contains('\u{202e}'),
            "{format}"
        );
    }
    assert!(!run(&["matrix", "--format", "md"]).contains("<script>"));
    let csv = run(&["score", "--format", "csv"]);
    assert!(
        csv.lines()
            .skip(1)
            .all(|line| !line.starts_with('=') && !line.starts_with("\"="))
    );
    let svg = path.join("x.svg");
    run(&["chart", "ranking", "-o", svg.to_str().expect("a path")]);
    let drawn = std::fs::read_to_string(&svg).expect("a figure");
    assert!(!drawn.contains("<script>") && !drawn.contains('\u{1b}'));
}
